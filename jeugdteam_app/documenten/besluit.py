"""Het besluit: wat er is toegekend, hoeveel ten hoogste, waarom, en wat u kunt doen als u het niet eens bent.

De onderdelen volgen uit Awb 3:45 tot en met 3:47 en Jeugdwet 2.3. Een besluit zonder compleet profiel, of
dat nog niet is vastgesteld, is zichtbaar een concept.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from jeugdteam_app.documenten import besluitbestand
from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.stappen import STAPPEN, stappen
from jeugdteam_app.dossier.toewijzing import Toewijzing, Vaststelling
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.omvang import Telling
from jeugdteam_app.kern.periode import leeftijd
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.regels.feitzin import aantal
from jeugdteam_app.regels.termijnen import bezwaar_tot

NOG_NIET = "Nog niet ingevuld."


def maak(
    dossier: Dossier, toewijzing: Toewijzing, vaststelling: Vaststelling | None, profiel: Profiel, moment: datetime
) -> bytes:
    """Het besluit als PDF. Vastgesteld: de brief zoals hij toen was. Anders: een concept van nu."""
    if vaststelling is not None:
        return besluitbestand.maak(vaststelling)
    return zet("besluit", gegevens(dossier, toewijzing, None, profiel, moment), moment)


def gegevens(
    dossier: Dossier, toewijzing: Toewijzing, vaststelling: Vaststelling | None, profiel: Profiel, moment: datetime
) -> dict[str, Any]:
    """Alles wat op het besluit staat."""
    kind = dossier.een(Jeugdige)
    dag = vaststelling.datum if vaststelling else moment.astimezone().date()
    concept = vaststelling is None or bool(profiel.ontbreekt())
    return {
        "titel": f"Besluit over jeugdhulp voor {kind.aanspreeknaam or 'uw kind'}",
        "afzender": profiel.gemeente or "Gemeente (nog niet ingevuld)",
        "voet": f"Besluit {vaststelling.besluitnummer}" if vaststelling else "Concept, nog geen besluit",
        "bladzijde": "bladzijde",
        "uitleg_onbekende_tekens": t.UITLEG_TEKENS,
        "banden": _banden(dossier, toewijzing, concept),
        "briefhoofd": list(profiel.briefhoofd) or ["Briefhoofd van de gemeente: nog niet ingevuld"],
        "geadresseerde": _aan(dossier, dag),
        "kenmerken": _kenmerken(kind, vaststelling, dag, dossier),
        "aanhef": f"Beste {_namen(dossier, dag)},",
        "inleiding": _inleiding(dossier, toewijzing, dag),
        "kop_hulp": "Dit krijgt u",
        "tabelkop": ["Wat", "Afspraak"],
        "hulp": _hulp(toewijzing),
        "kop_som": "Zo rekenen we het maximum uit",
        "som": _som(toewijzing),
        "delen": [*_waarom(dossier, toewijzing, profiel), *_rechten(profiel, vaststelling)],
        "ondertekening": _ondertekening(profiel, vaststelling, dag),
    }


def _banden(dossier: Dossier, toewijzing: Toewijzing, concept: bool) -> list[str]:
    banden = []
    if concept:
        banden.append("Concept. Dit is nog geen besluit en u kunt er geen rechten aan ontlenen.")
    if t.is_voorbeeld(dossier):
        banden.append(t.BAND_VOORBEELD)
    if toewijzing.voorbeeldproduct:
        banden.append("Het product is een voorbeeld en komt niet uit het echte productenboek van de regio.")
    elif toewijzing.boekband:
        banden.append("Het productenboek waar deze hulp uit komt, is een voorbeeld of nog niet vastgesteld.")
    return banden


def _is_aan_jongere(dossier: Dossier, dag: date) -> bool:
    """Vanaf 16 jaar gaat de brief aan de jongere zelf (Jeugdwet 7.3.5)."""
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    return geboren is not None and leeftijd(geboren, dag) >= 16


def _aan(dossier: Dossier, dag: date) -> list[str]:
    kind = dossier.een(Jeugdige)
    zelf = _is_aan_jongere(dossier, dag)
    namen = [kind.volledige_naam] if zelf else [p.weergavenaam for p in dossier.gezagsdragers()]
    return [*(n for n in namen if n), *t.adresregels(t.adres_jeugdige(dossier))] or ["Naam en adres: nog niet ingevuld"]


def _namen(dossier: Dossier, dag: date) -> str:
    """Wie we aanspreken."""
    if _is_aan_jongere(dossier, dag):
        return dossier.een(Jeugdige).aanspreeknaam or "jongere"
    return " en ".join(n for p in dossier.gezagsdragers() if (n := waarde_of(p.voornamen, ""))) or "ouders"


def _kenmerken(kind: Jeugdige, vaststelling: Vaststelling | None, dag: date, dossier: Dossier) -> list[list[str]]:
    rijen = [
        ["Nummer van dit besluit", vaststelling.besluitnummer if vaststelling else "nog geen nummer"],
        ["Datum", t.voluit(dag)],
        ["Het gaat over", kind.volledige_naam or "nog niet ingevuld"],
        ["Geboren op", t.voluit(waarde(kind.geboortedatum))],
    ]
    if aanvraag := waarde(dossier.een(Aanmelding).aanvraagdatum):
        rijen.append(["Uw aanvraag kregen wij op", t.voluit(aanvraag)])
    return rijen


def _inleiding(dossier: Dossier, toewijzing: Toewijzing, dag: date) -> list[str]:
    naam = dossier.een(Jeugdige).aanspreeknaam or "uw kind"
    hulp = toewijzing.productnaam or "nog niet gekozen"
    if _is_aan_jongere(dossier, dag):
        return [
            "U vroeg ons om hulp. We hebben samen met u gekeken wat er speelt en wat er nodig is.",
            f"We hebben besloten dat u jeugdhulp krijgt: {hulp}. Hier leest u hoeveel hulp u krijgt, en tot wanneer.",
        ]
    return [
        f"U vroeg ons om hulp voor {naam}. We hebben samen met u gekeken wat er speelt en wat er nodig is.",
        f"We hebben besloten dat {naam} jeugdhulp krijgt: {hulp}. "
        f"Hier leest u hoeveel hulp {naam} krijgt, en tot wanneer.",
    ]


def _hulp(w: Toewijzing) -> list[list[str]]:
    """De tabel met de grenzen: elke waarde die ook in het bericht staat, staat hier."""
    code = f"{w.productcode} (categorie {w.categorie})" if w.productcode else f"categorie {w.categorie}"
    kop = "Productcode" if w.productcode else "Soort hulp"
    rijen = [["Hulp", w.productnaam or NOG_NIET], [kop, code if w.categorie else NOG_NIET]]
    if w.omvang:
        rijen.append(["Hoeveel ten hoogste", t.hoeveel(w.omvang.volume, w.omvang.eenheid, w.omvang.frequentie)])
    rijen += [["Begint op", t.voluit(w.ingangsdatum)], ["Stopt uiterlijk op", t.voluit(w.einddatum)]]
    if w.maximum and w.omvang and w.maximum.soort != "totaal":
        rijen.append(["Ten hoogste in deze hele tijd", aantal(w.maximum.totaal, w.omvang.eenheid, str)])
    kosten = str(w.maximumkosten) if w.maximumkosten else "Dat is niet bekend: er is geen tarief bekend."
    rijen.append(["De hulp mag ten hoogste kosten", kosten])
    rijen.append(["Hoe het betaald wordt", "De gemeente betaalt de aanbieder. Dat heet zorg in natura."])
    rijen.append(["Wie geeft de hulp", w.aanbieder or NOG_NIET])
    return rijen


def _som(w: Toewijzing) -> str:
    if not w.maximum or not w.omvang or w.maximum.soort == "totaal":
        return ""
    eenheid = aantal(w.maximum.volume, w.omvang.eenheid, str)
    totaal = aantal(w.maximum.totaal, w.omvang.eenheid, str)
    return f"{w.maximum.aantal} {w.maximum.soort} × {eenheid} = {totaal}.{_uitleg(w.maximum)}"


def _uitleg(telling: Telling) -> str:
    uitleg = {
        "weken": " Een week telt mee als er minstens één dag van de hulp in valt.",
        "zondagen": " We tellen de zondagen; stopt de hulp niet op zondag, dan telt die laatste week ook mee.",
        "maanden": " Een maand telt mee als er minstens één dag van de hulp in valt. "
        "Deze telling is onze eigen afleiding.",
        "dagen": " We tellen elke dag. Deze telling is onze eigen afleiding.",
    }
    return uitleg.get(telling.soort, "")


def _niet_toegekend(w: Toewijzing) -> list[dict[str, Any]]:
    """Wat het gezin ook vroeg en niet krijgt, met de grond en de uitleg; hiertegen staat hetzelfde bezwaar open."""
    if not w.niet_toegekend:
        return []
    grond = f"De reden: {woord(w.weigergrond)}." if w.weigergrond else NOG_NIET
    tekst = f"U vroeg ook: {w.niet_toegekend}\nDat kennen we niet toe. {grond}\n{w.waarom_niet or NOG_NIET}"
    return [t.deel("Wat u vroeg en niet krijgt", tekst)]


def _gekeken(dossier: Dossier) -> list[dict[str, Any]]:
    """De vijf stappen, elk met wie er met welke kennis naar keek; zonder één woord staan ze er niet."""
    gezet = stappen(dossier)
    if not any(stap.tekst.strip() for stap in gezet.values()):
        return []
    regels = []
    for nummer, (naam, vraag) in enumerate(STAPPEN.items(), 1):
        stap = gezet[naam]
        wie = ", ".join(filter(None, (stap.deskundige, stap.discipline)))
        regels.append(f"{nummer}. {vraag} {stap.tekst.strip() or NOG_NIET}{f' ({wie})' if wie else ''}")
    return [t.deel("Zo hebben we gekeken", "In vijf stappen, samen met u.", regels)]


def _waarom(dossier: Dossier, w: Toewijzing, profiel: Profiel) -> list[dict[str, Any]]:
    doelen = [waarde_of(d.tekst, "") for d in dossier.alle(Doel)]
    delen = [
        *_gekeken(dossier),
        t.deel("Waarom deze hulp past", w.motivering or NOG_NIET),
        t.deel("Wat we willen bereiken", w.resultaat or NOG_NIET, [d for d in doelen if d]),
        t.deel("Waarom zoveel en zo lang", w.motivering_omvang or NOG_NIET),
        *_niet_toegekend(w),
        t.deel("Hoe we afbouwen", w.afschalen or NOG_NIET),
        t.deel("Wanneer we samen terugkijken", f"Op {t.voluit(w.evaluatiedatum, 'een dag die we nog afspreken')}."),
    ]
    artikelen = [f"{a.artikel}: {a.onderwerp}" for a in profiel.artikelen]
    delen.append(
        t.deel(
            "Welke regels we gebruikten",
            f"Artikel 2.3 van de Jeugdwet en de {profiel.verordening or 'verordening (nog niet ingevuld)'}.",
            artikelen,
        )
    )
    return delen


def _rechten(profiel: Profiel, vaststelling: Vaststelling | None) -> list[dict[str, Any]]:
    tot = t.voluit(bezwaar_tot(vaststelling.datum)) if vaststelling else "de dag die in het besluit komt te staan"
    aan = ", ".join(profiel.bezwaaradres) or "het adres dat de gemeente nog invult"
    delen = [
        t.deel(
            "Verandert er iets?",
            "Laat het ons meteen weten als er iets verandert dat belangrijk is voor de hulp, "
            "bijvoorbeeld als u verhuist of als de hulp niet meer nodig is.",
        ),
        t.deel(
            "Bent u het niet eens met dit besluit?",
            f"Bel ons eerst: {profiel.telefoon or 'telefoonnummer nog niet ingevuld'}. "
            "Dan zoeken we samen naar een oplossing. U kunt ook bezwaar maken. "
            f"Dat kan tot en met {tot}, als u dit besluit krijgt op de datum die erboven staat. "
            f"Stuur een brief naar: {aan}. "
            "Zet erin: uw naam en adres, de datum, over welk besluit het gaat en waarom u het niet eens bent. "
            "Zet uw handtekening eronder.",
        ),
    ]
    helpers = [profiel.vertrouwenspersoon or "Vertrouwenspersoon: nog niet ingevuld.", profiel.clientondersteuning]
    return [*delen, t.deel("Wie u kan helpen", "", [h for h in helpers if h])]


def _ondertekening(profiel: Profiel, vaststelling: Vaststelling | None, dag: date) -> list[str]:
    wie = [vaststelling.door, vaststelling.functie] if vaststelling else ["(nog niet vastgesteld)"]
    waar = f"{profiel.plaats or 'plaats: nog niet ingevuld'}, {t.voluit(dag)}"
    return [waar, profiel.mandaat or "mandaat: nog niet ingevuld", *wie]
