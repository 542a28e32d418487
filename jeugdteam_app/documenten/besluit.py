"""Het besluit: wat er is toegekend, hoeveel ten hoogste, waarom, en wat u kunt doen als u het niet eens bent.

De onderdelen volgen uit Awb 3:45 tot en met 3:47 en Jeugdwet 2.3. Een besluit zonder compleet profiel, of
dat nog niet is vastgesteld, is zichtbaar een concept.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from jeugdteam_app.documenten import besluitbestand
from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.gezinstaal import Gezinstaal, gezinstaal
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.afweging import VRAGEN
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Taal
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.stappen import STAPPEN, eigen_kracht, stappen
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Levering,
    Meegekeken,
    Opzij,
    Toegewezen,
    Toewijzing,
    Vaststelling,
    Weigergrond,
)
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import Telling
from jeugdteam_app.kern.periode import leeftijd
from jeugdteam_app.productenboek.profiel import EIGEN_KRACHT, Profiel
from jeugdteam_app.regels.feitzin import aantal
from jeugdteam_app.regels.termijnen import bezwaar_tot

NOG_NIET = "Nog niet ingevuld."
# In een besluit dat geldt staat nooit dat iets nog moet worden ingevuld, maar wat het gezin eraan heeft.
_NOG_AFSPREKEN = "Dat spreken we nog met u af."
_VRAAG_UITLEG = "Dat staat niet in dit besluit. Vraag ons om de uitleg; u hebt er recht op."
_TITELS = {
    Besluitsoort.TOEKENNEN: "Besluit over jeugdhulp voor {naam}",
    Besluitsoort.WIJZIGEN: "Gewijzigd besluit over jeugdhulp voor {naam}",
    Besluitsoort.BEEINDIGEN: "Besluit: de jeugdhulp voor {naam} stopt",
    Besluitsoort.AFWIJZEN: "Besluit: wat u vroeg voor {naam} kennen we niet toe",
    Besluitsoort.GEEN_HULP: "Besluit: {naam} heeft geen hulp met een besluit nodig",
}


def maak(
    dossier: Dossier, toewijzing: Toewijzing, vaststelling: Vaststelling | None, profiel: Profiel, moment: datetime
) -> bytes:
    """Het besluit als PDF. Vastgesteld: de brief zoals hij toen was. Anders: een concept van nu."""
    if vaststelling is not None:
        return besluitbestand.maak(vaststelling)
    return zet("besluit", gegevens(dossier, toewijzing, None, profiel, moment), moment)


def gegevens(
    dossier: Dossier,
    toewijzing: Toewijzing,
    vaststelling: Vaststelling | None,
    profiel: Profiel,
    moment: datetime,
    meegekeken: Meegekeken | None = None,
) -> dict[str, Any]:
    """Alles wat op het besluit staat. ``meegekeken``: wie er als tweede naar keek."""
    kind = dossier.een(Jeugdige)
    dag = vaststelling.datum if vaststelling else moment.astimezone().date()
    concept = vaststelling is None or bool(profiel.ontbreekt())
    return {
        "titel": _TITELS[toewijzing.besluit].format(naam=kind.aanspreeknaam or "uw kind"),
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
        "kop_hulp": "Dit krijgt u" if toewijzing.besluit is not Besluitsoort.BEEINDIGEN else "Deze hulp stopt",
        "tabelkop": ["Wat", "Afspraak"],
        "hulp": _hulp(toewijzing, vast=vaststelling is not None) if toewijzing.geeft_hulp else [],
        "kop_som": "Zo rekenen we het maximum uit",
        "som": _som(toewijzing) if toewijzing.besluit is not Besluitsoort.BEEINDIGEN else "",
        "delen": [
            *_waarom(dossier, toewijzing, profiel, dag, vast=vaststelling is not None),
            *_tweede_paar_ogen(meegekeken, toewijzing.opzij),
            *_rechten(profiel, vaststelling),
        ],
        "taalversie": _taalversie(dossier),
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
    anders = _andere_taal(dossier)
    erbij = f", met uitleg in het {gezinstaal(Taal.NEDERLANDS).talen[anders.taal]}" if anders else ""
    return [*rijen, ["Taal", f"Nederlands{erbij}"]]


def _andere_taal(dossier: Dossier) -> Gezinstaal | None:
    """De taal waarin het gezin zijn papieren krijgt, als dat geen Nederlands is."""
    gekozen = waarde_of(dossier.een(Familiegroepsplan).taal, Taal.NEDERLANDS)
    return None if gekozen in (Taal.NEDERLANDS, Taal.MAKKELIJK) else gezinstaal(gekozen)


# Wat iemand die geen Nederlands leest, van een besluit moet weten; vaste zinnen die er in elke taal zijn.
_IN_EIGEN_TAAL = ("nederlands-telt", "recht-begrijpen", "recht-bezwaar", "recht-vertrouwenspersoon", "recht-inzien")


def _taalversie(dossier: Dossier) -> dict[str, Any]:
    """De vaste zinnen in de taal van het gezin; is die taal nog niet nagekeken, dan staat dat er in die taal bij."""
    taal = _andere_taal(dossier)
    if taal is None:
        return {}
    concept = "" if taal.nagekeken else taal.blokken["concept"]
    return {
        "taal": taal.taal, "richting": taal.richting, "kop": taal.naam, "concept": concept,
        "zinnen": [taal.blokken[naam] for naam in _IN_EIGEN_TAAL],
    }  # fmt: skip


def _inleiding(dossier: Dossier, toewijzing: Toewijzing, dag: date) -> list[str]:
    aan_jongere = _is_aan_jongere(dossier, dag)
    naam = "u" if aan_jongere else dossier.een(Jeugdige).aanspreeknaam or "uw kind"
    hulp = toewijzing.productnaam or "nog niet gekozen"
    voor = "" if aan_jongere else f" voor {naam}"
    gevraagd = f"U vroeg ons om hulp{voor}. We hebben samen met u gekeken wat er speelt en wat er nodig is."
    eerder = _eerder_besluit(dossier, toewijzing)
    match toewijzing.besluit:
        case Besluitsoort.TOEKENNEN:
            besluit = f"We hebben besloten dat {naam} jeugdhulp krijgt: {hulp}. "
            hoeveel = f"{besluit}Hier leest u hoeveel hulp {naam} krijgt, en tot wanneer."
            return [gevraagd, hoeveel, *filter(None, [eerder])]
        case Besluitsoort.WIJZIGEN:
            anders = f"We hebben samen gekeken hoe het gaat met de hulp{voor}: {hulp}. Er verandert iets."
            return [anders, f"{eerder}{_tot_dan(dossier, toewijzing, dag)} Hier leest u wat er daarna geldt."]
        case Besluitsoort.BEEINDIGEN:
            stopt = t.voluit(toewijzing.einddatum, "een dag die nog niet is ingevuld")
            return [f"De hulp{voor} ({hulp}) stopt. De laatste dag is {stopt}.", eerder]
        case Besluitsoort.AFWIJZEN:
            niet = f"We hebben besloten dat {naam} de hulp die u vroeg niet krijgt. Hier leest u waarom."
            return [gevraagd, niet, *filter(None, [eerder])]
        case Besluitsoort.GEEN_HULP:
            wat = "Er is genoeg hulp mogelijk zonder een besluit van de gemeente. Hier leest u wat we afspraken."
            return [gevraagd, wat, *filter(None, [eerder])]


def _tot_dan(dossier: Dossier, toewijzing: Toewijzing, dag: date) -> str:
    """Bij een nieuw nummer loopt de oude hulp nog tot de dag voor de nieuwe."""
    oud = waarde(Toegewezen(dossier.kind, toewijzing.vervangt).vastgesteld)
    begin = toewijzing.ingangsdatum
    if oud is None or begin is None or lopend.houdt_nummer(oud.inhoud, toewijzing, dag):
        return ""
    was = oud.inhoud.ingangsdatum
    if was is None or begin <= was:
        return ""
    laatste = min(begin - timedelta(days=1), oud.inhoud.einddatum or begin)
    wie = f" bij {oud.inhoud.aanbieder}" if oud.inhoud.aanbieder else ""
    return f" De hulp van dat besluit{wie} loopt nog tot en met {t.voluit(laatste)}."


def _eerder_besluit(dossier: Dossier, toewijzing: Toewijzing) -> str:
    """Welk besluit hiermee verandert: een verbetering noemt altijd het oude."""
    oud = waarde(Toegewezen(dossier.kind, toewijzing.vervangt).vastgesteld) if toewijzing.vervangt else None
    if oud is None:
        return ""
    return f"Dit besluit komt in de plaats van besluit {oud.besluitnummer} van {t.voluit(oud.datum)}."


def _gat(*, vast: bool, later: str) -> str:
    """Wat er staat waar niets is ingevuld: in een concept dat het nog moet, anders wat het gezin eraan heeft."""
    return later if vast else NOG_NIET


def _hulp(w: Toewijzing, *, vast: bool) -> list[list[str]]:
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
    rijen.append(["Hoe het betaald wordt", _BETALING[w.levering]])
    wie = w.aanbieder or _gat(vast=vast, later="Dat hoort u nog van ons.")
    rijen.append(["Wie geeft de hulp", wie])
    return [*rijen, ["Hoe uw kind er komt", w.vervoer]] if w.vervoer else rijen


_BETALING = {
    Levering.NATURA: "De gemeente betaalt de aanbieder. Dat heet zorg in natura.",
    Levering.PGB: "Met een persoonsgebonden budget (pgb). U koopt de hulp zelf in.",
}


def _pgb(w: Toewijzing) -> list[dict[str, Any]]:
    """De drie voorwaarden (Jeugdwet 8.1.1) met wat ervan bleek, en hoe u laat zien wat u betaalde."""
    if w.levering is not Levering.PGB:
        return []
    som = [f"Zo is het budget berekend: {zin}"] if (zin := _pgb_som(w)) else []
    punten = [
        f"U kunt het budget goed beheren, zelf of met hulp: {w.pgb_bekwaam or NOG_NIET}",
        f"De hulp die de gemeente inkoopt past niet, omdat: {w.pgb_waarom or NOG_NIET}",
        f"De hulp is goed en veilig, omdat: {w.pgb_kwaliteit or NOG_NIET}",
    ]
    verantwoording = w.pgb_verantwoording or "Hoe u laat zien waar het geld aan op ging, spreken we nog met u af."
    return [t.deel("Uw persoonsgebonden budget", "U mag kiezen voor een pgb, want:", [*punten, *som, verantwoording])]


def _pgb_som(w: Toewijzing) -> str:
    """De som van het budget zoals iemand die kan narekenen, met wat er verder over te zeggen is."""
    delen = []
    if (som := w.pgb_som) and w.maximum and w.eenheid and w.pgb_tarief:
        totaal = aantal(w.maximum.totaal, w.eenheid, str)
        delen.append(f"{totaal} × {Geld(w.pgb_tarief)} = {som}.")
    return " ".join(filter(None, (*delen, w.pgb_berekening)))


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


def _niet_toegekend(dossier: Dossier, w: Toewijzing, profiel: Profiel, dag: date) -> list[dict[str, Any]]:
    """Wat het gezin vroeg en niet krijgt, met de grond, de uitleg en wat het gezin daar zelf over zei."""
    if not w.niet_toegekend:
        return []
    grond = f"De reden: {woord(w.weigergrond)}." if w.weigergrond else NOG_NIET
    ook = "" if w.besluit is Besluitsoort.AFWIJZEN else " ook"
    tekst = f"U vroeg{ook}: {w.niet_toegekend}\nDat kennen we niet toe. {grond}\n{w.waarom_niet or NOG_NIET}"
    delen = [t.deel("Wat u vroeg en niet krijgt", tekst)]
    if w.weigergrond is Weigergrond.EIGEN_KRACHT:
        delen.append(_zo_wogen_we(dossier, profiel, dag))
    if w.gehoord_op is not None:
        zei = f"\nU zei: {w.zienswijze}" if w.zienswijze else ""
        delen.append(t.deel("Wat u hier zelf over zei", f"Op {t.voluit(w.gehoord_op)} spraken we hierover met u.{zei}"))
    return delen


def _zo_wogen_we(dossier: Dossier, profiel: Profiel, dag: date) -> dict[str, Any]:
    """De vier vragen over eigen kracht met hun antwoord, en waar de verordening naar kijkt."""
    artikelen = profiel.artikelen_over(EIGEN_KRACHT, dag)
    regels = [f"{a.artikel} van de verordening: {a.maatstaf or a.onderwerp}." for a in artikelen]
    gevraagd = eigen_kracht(dossier).items()
    antwoorden = [f"{VRAGEN[naam].tekst} {woord(antwoord) if antwoord else NOG_NIET}" for naam, antwoord in gevraagd]
    return t.deel("Zo keken we naar wat u zelf kunt", "\n".join(regels) or NOG_NIET, antwoorden)


def _gekeken(dossier: Dossier, *, vast: bool) -> list[dict[str, Any]]:
    """De vijf stappen, elk met wie er met welke kennis naar keek; zonder één woord staan ze er niet."""
    gezet = stappen(dossier)
    if not any(stap.tekst.strip() for stap in gezet.values()):
        return []
    regels = []
    for nummer, (naam, vraag) in enumerate(STAPPEN.items(), 1):
        stap = gezet[naam]
        wie = ", ".join(filter(None, (stap.deskundige, stap.discipline)))
        gevonden = stap.tekst.strip() or _gat(vast=vast, later=_VRAAG_UITLEG)
        regels.append(f"{nummer}. {vraag} {gevonden}{f' ({wie})' if wie else ''}")
    return [t.deel("Zo hebben we gekeken", "In vijf stappen, samen met u.", regels)]


def _waarom(dossier: Dossier, w: Toewijzing, profiel: Profiel, dag: date, *, vast: bool) -> list[dict[str, Any]]:
    delen = [*_gekeken(dossier, vast=vast), *_inhoudelijk(dossier, w, profiel, dag, vast=vast)]
    artikelen = [f"{a.artikel}: {a.onderwerp}" for a in profiel.artikelen_over("", dag)]
    wet = "Artikel 2.3 van de Jeugdwet" if w.levering is Levering.NATURA else "Artikelen 2.3 en 8.1.1 van de Jeugdwet"
    delen.append(
        t.deel(
            "Welke regels we gebruikten",
            f"{wet} en de {profiel.verordening or 'verordening (nog niet ingevuld)'}.",
            artikelen,
        )
    )
    return delen


def _tweede_paar_ogen(van: Meegekeken | None, opzij: tuple[Opzij, ...]) -> list[dict[str, Any]]:
    if van is None:
        return []
    wie = ", ".join(filter(None, (van.wie, van.functie)))
    zin = f"{wie} keek mee met dit besluit op {t.voluit(van.datum)}."
    if van.akkoord:
        return [t.deel("Wie er ook naar keek", zin)]
    gedaan = next((o.reden for o in opzij if o.code == "meekijker-niet-eens"), "")
    anders = f"{zin} Die was het er niet mee eens: {van.toelichting}"
    return [t.deel("Wie er ook naar keek", f"{anders}\nWat wij daarmee deden: {gedaan}" if gedaan else anders)]


def _inhoudelijk(dossier: Dossier, w: Toewijzing, profiel: Profiel, dag: date, *, vast: bool) -> list[dict[str, Any]]:
    """De redenen die bij dit soort besluit horen."""
    uitleg, afspraak = _gat(vast=vast, later=_VRAAG_UITLEG), _gat(vast=vast, later=_NOG_AFSPREKEN)
    kijken = t.deel("Wanneer we samen terugkijken", f"Op {t.voluit(w.evaluatiedatum, 'een dag die we nog afspreken')}.")
    wat_wel = [t.deel("Wat er wel kan", w.wat_wel)] if w.wat_wel else []
    if w.besluit is Besluitsoort.AFWIJZEN:
        return [*_niet_toegekend(dossier, w, profiel, dag), *wat_wel, *_ander(dossier, w, dag)]
    if w.besluit is Besluitsoort.GEEN_HULP:
        return [t.deel("Waarom dit genoeg is", w.motivering or NOG_NIET), *wat_wel, kijken]
    reden = [f"De soort reden: {woord(w.reden_wijziging)}."] if w.reden_wijziging else []
    if w.besluit is Besluitsoort.BEEINDIGEN:
        daarna = [t.deel("Hoe het daarna gaat", w.afschalen)] if w.afschalen else []
        return [t.deel("Waarom de hulp stopt", w.motivering or uitleg, reden), *daarna]
    doelen = [waarde_of(d.tekst, "") for d in dossier.alle(Doel)]
    waarom = "Waarom dit verandert" if w.besluit is Besluitsoort.WIJZIGEN else "Waarom deze hulp past"
    return [
        t.deel(waarom, w.motivering or uitleg, reden),
        t.deel("Wat we willen bereiken", w.resultaat or afspraak, [d for d in doelen if d]),
        t.deel("Waarom zoveel en zo lang", w.motivering_omvang or uitleg),
        *_pgb(w),
        *_niet_toegekend(dossier, w, profiel, dag),
        *_ander(dossier, w, dag),
        t.deel("Hoe we afbouwen", _afbouw(w) or afspraak),
        kijken,
    ]


def _afbouw(w: Toewijzing) -> str:
    """Hoe de hulp minder wordt, waarheen, en vanaf wanneer."""
    vanaf = f" Dat begint op {t.voluit(w.afschalen_op)}." if w.afschalen_op else ""
    daarna = f" Daarna helpt: {w.afschalen_naar}." if w.afschalen_naar else ""
    return f"{w.afschalen}{daarna}{vanaf}".strip()


def _ander(dossier: Dossier, w: Toewijzing, dag: date) -> list[dict[str, Any]]:
    """De andere hulp die in dezelfde tijd loopt, en wat er verder is: school, een andere wet, of voor iedereen."""
    periode = w.periode
    ernaast = [
        f"{een.inhoud.productnaam}, tot en met {t.voluit(een.inhoud.einddatum)}"
        for een in lopend.lopend(dossier)
        if een.inhoud.periode and (periode is None or een.inhoud.periode.overlapt(periode)) and een.inhoud != w
        and not een.is_verwijderd and w.vervangt not in (een.sleutels if w.vervangt else ())
        and (periode is not None or een.inhoud.periode.einde >= dag)
    ]  # fmt: skip
    return [t.deel("Andere hulp die ook loopt", w.andere_hulp, ernaast)] if ernaast or w.andere_hulp else []


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
