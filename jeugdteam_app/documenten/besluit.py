"""Het besluit: wat er is toegekend, hoeveel ten hoogste, waarom, en wat u kunt doen als u het niet eens bent.

De onderdelen volgen uit Awb 3:45 tot en met 3:47 en Jeugdwet 2.3. Een besluit zonder compleet profiel, of
dat nog niet is vastgesteld, is zichtbaar een concept.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from jeugdteam_app.documenten import besluitbestand, besluitdelen, besluittabel
from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.besluitbrief import Besluitbrief
from jeugdteam_app.documenten.besluitdelen import bijeen
from jeugdteam_app.documenten.gezinstaal import Gezinstaal, gezinstaal
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding, Verwijzer
from jeugdteam_app.dossier.afscherming import niet_voor
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Taal
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Levering,
    Meegekeken,
    Redenwijziging,
    Toewijzing,
    Vaststelling,
)
from jeugdteam_app.dossier.wonen import Ontvanger, woonplek
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.regels.aanvraag import beantwoordt, eerdere

_TITELS = {
    Besluitsoort.TOEKENNEN: "Besluit over jeugdhulp voor {naam}",
    Besluitsoort.WIJZIGEN: "Gewijzigd besluit over jeugdhulp voor {naam}",
    Besluitsoort.BEEINDIGEN: "Besluit: de jeugdhulp voor {naam} stopt",
    Besluitsoort.AFWIJZEN: "Besluit: wat u vroeg voor {naam} kennen we niet toe",
    Besluitsoort.GEEN_HULP: "Besluit: geen jeugdhulp van de gemeente voor {naam}",
}
_GAAT_NIET_DOOR = "Besluit: de jeugdhulp voor {naam} gaat niet door"


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
    concept = vaststelling is None or bool(profiel.ontbreekt(moment.astimezone().date()))
    brief = Besluitbrief(dossier, toewijzing, profiel, dag, vaststelling)
    return {
        "titel": _titel(brief),
        "afzender": profiel.gemeente or "Gemeente (nog niet ingevuld)",
        "voet": f"Besluit {vaststelling.besluitnummer}" if vaststelling else "Concept, nog geen besluit",
        "bladzijde": "bladzijde",
        "uitleg_onbekende_tekens": t.UITLEG_TEKENS,
        "banden": _banden(dossier, toewijzing, concept),
        "briefhoofd": list(profiel.briefhoofd) or ["Briefhoofd van de gemeente: nog niet ingevuld"],
        "geadresseerde": _aan(brief),
        "kenmerken": [*_kenmerken(kind, brief), *_ook_aan(brief)],
        "aanhef": f"Beste {_namen(brief)},",
        "inleiding": _inleiding(brief),
        "kop_hulp": _kop_hulp(brief),
        "tabelkop": ["Wat", "Afspraak"],
        "hulp": besluittabel.hulp(brief) if toewijzing.geeft_hulp else [],
        "delen": besluitdelen.delen(brief, meegekeken),
        "taalversie": _taalversie(dossier),
        "ondertekening": _ondertekening(profiel, vaststelling, dag),
    }


def _titel(b: Besluitbrief) -> str:
    pgb = " (pgb)" if b.w.geeft_hulp and b.w.levering is Levering.PGB else ""
    titel = _GAAT_NIET_DOOR if b.gaat_niet_door else _TITELS[b.w.besluit]
    return titel.format(naam=b.naam) + pgb


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


def _kop_hulp(b: Besluitbrief) -> str:
    if b.gaat_niet_door:
        return "Deze hulp gaat niet door"
    return "Deze hulp stopt" if b.w.besluit is Besluitsoort.BEEINDIGEN else "Dit krijgt u"


def _thuis_en_elders(b: Besluitbrief) -> tuple[list[Ontvanger], list[Ontvanger]]:
    """Wie de brief krijgt waar het kind woont, en wie op een ander adres.

    Woont niemand van hen bij het kind, dan gaat de brief naar de eerste, zoals bij een voogdijinstelling.
    """
    thuis = woonplek(b.dossier, b.dossier.een(Jeugdige).huishouden)
    plek = thuis.sleutel if thuis else ""
    samen = [o for o in b.ontvangers if o.plek == plek] or list(b.ontvangers[:1])
    return samen, [o for o in b.ontvangers if o not in samen]


def _aan(b: Besluitbrief) -> list[str]:
    samen, elders = _thuis_en_elders(b)
    # Ook wie elders woont krijgt deze brief. Mag die niet weten waar het kind woont, dan staat het adres er niet in.
    dicht = set(niet_voor(b.dossier, samen[0].plek)) if samen else set()
    adres = t.adresregels(samen[0].adres) if samen and dicht.isdisjoint(o.sleutel for o in elders) else []
    return [*(o.naam for o in samen if o.naam), *adres] or ["Naam en adres: nog niet ingevuld"]


def _ook_aan(b: Besluitbrief) -> list[list[str]]:
    """Wie elders woont krijgt het besluit ook (Awb 3:41). Dat adres staat nooit in de brief van een ander."""
    return [["Gaat ook naar", f"{o.naam}, op het eigen adres"] for o in _thuis_en_elders(b)[1]]


def _namen(b: Besluitbrief) -> str:
    """Wie we aanspreken: bij de voornaam, en een instelling bij haar naam."""
    if b.aan_jongere:
        return b.dossier.een(Jeugdige).aanspreeknaam or "jongere"
    voornamen = {p.sleutel: waarde_of(p.voornamen, "") for p in b.dossier.gezagsdragers()}
    return " en ".join(voornamen.get(o.sleutel) or o.naam for o in b.ontvangers) or "ouders"


def _kenmerken(kind: Jeugdige, b: Besluitbrief) -> list[list[str]]:
    rijen = [
        ["Nummer van dit besluit", b.vaststelling.besluitnummer if b.vaststelling else "nog geen nummer"],
        ["Datum", t.voluit(b.dag)],
        ["Het gaat over", kind.volledige_naam or "nog niet ingevuld"],
        ["Geboren op", t.voluit(waarde(kind.geboortedatum))],
    ]
    if verzoek := lopend.verzoek_waarop(b.dossier, b.w):
        rijen.append(["Wij kregen de vraag op", t.voluit(verzoek.dagtekening)])
    elif aanvraag := _aanvraag(b):
        rijen.append([_AANVRAAG, aanvraag])
    anders = _andere_taal(b.dossier)
    erbij = f", met uitleg in het {gezinstaal(Taal.NEDERLANDS).talen[anders.taal]}" if anders else ""
    return [*rijen, ["Taal", f"Nederlands{erbij}"]]


_AANVRAAG = "Wij kregen uw aanvraag op"


def _aanvraag(b: Besluitbrief) -> str:
    """De dag van de aanvraag waar dit bij hoort: waar dit besluit of een waar het op volgt het antwoord op was.

    Een verbetering noemt de dag uit het besluit dat zij verbetert. Was een ander besluit het antwoord, of wacht de
    aanvraag van nu nog op het hare, dan staat die hier niet.
    """
    dag = waarde(b.dossier.een(Aanmelding).aanvraagdatum)
    besluiten = [(b.w, b.dag), *((v.inhoud, v.datum) for v in eerdere(b.dossier, b.w))]
    if dag is not None and any(beantwoordt(b.dossier, inhoud, op, dag) for inhoud, op in besluiten):
        return t.voluit(dag)
    verbetert = b.w.reden_wijziging is Redenwijziging.CORRECTIE or not b.w.zelfde_toewijzing
    toen = b.oud.brief.get("kenmerken", ()) if b.oud and verbetert else ()
    return next((str(wat) for kop, wat in toen if kop == _AANVRAAG), "")


def _andere_taal(dossier: Dossier) -> Gezinstaal | None:
    """De taal waarin het gezin zijn papieren krijgt, als dat geen Nederlands is."""
    gekozen = dossier.een(Familiegroepsplan).gesproken_taal
    return None if gekozen in (Taal.NEDERLANDS, Taal.MAKKELIJK) else gezinstaal(gekozen)


# Wat iemand die geen Nederlands leest, van een besluit moet weten; vaste zinnen die er in elke taal zijn.
_IN_EIGEN_TAAL = ("nederlands-telt", "recht-begrijpen", "recht-bezwaar", "recht-vertrouwenspersoon", "recht-inzien")


def _taalversie(dossier: Dossier) -> dict[str, Any]:
    """De vaste zinnen in de taal van het gezin; is die taal nog niet nagekeken, dan staat dat er in die taal bij."""
    taal = _andere_taal(dossier)
    if taal is None:
        return {}
    concept = "" if all(map(taal.is_nagekeken, _IN_EIGEN_TAAL)) else taal.blokken["concept"]
    return {
        "taal": taal.taal, "richting": taal.richting, "kop": taal.naam, "concept": concept,
        "zinnen": [taal.blokken[naam] for naam in _IN_EIGEN_TAAL],
    }  # fmt: skip


def _inleiding(b: Besluitbrief) -> list[str]:
    w, wie = b.w, b.wie
    hulp = w.productnaam or "nog niet gekozen"
    voor = "" if b.aan_jongere else f" voor {wie}"
    fout = f"In ons vorige besluit over de hulp{voor} ({hulp}) stond een fout. {w.wat_was_fout}".rstrip()
    gevraagd = f"{_wie_vroeg(b)}{voor}. We hebben samen met u gekeken wat er speelt en wat er nodig is."
    match w.besluit:
        case Besluitsoort.TOEKENNEN:
            pgb = " U koopt die hulp zelf in, met een persoonsgebonden budget." if w.levering is Levering.PGB else ""
            besluit = f"We hebben besloten dat {wie} jeugdhulp krijgt: {hulp}.{pgb} "
            hoeveel = f"hoeveel hulp {wie} krijgt" if w.omvang else "hoeveel die hulp ten hoogste kost"
            zinnen = [gevraagd, f"{besluit}Hier leest u {hoeveel}, en tot wanneer."]
        case Besluitsoort.WIJZIGEN:
            zinnen = [f"Er verandert iets in de hulp{voor}: {hulp}. Hier leest u wat, en waarom."]
            if w.reden_wijziging in (Redenwijziging.VERLENGING, Redenwijziging.VERKORTING):
                zinnen = [f"We hebben samen gekeken hoe het gaat met de hulp{voor}: {hulp}. Er verandert iets."]
            if w.reden_wijziging is Redenwijziging.CORRECTIE:
                zinnen = [fout, "Hier leest u hoe het had moeten zijn."]
        case Besluitsoort.BEEINDIGEN:
            hersteld = [fout] if w.reden_wijziging is Redenwijziging.CORRECTIE else []
            zinnen = [*hersteld, *_hulp_stopt(b, hulp, voor)]
        case Besluitsoort.AFWIJZEN:
            niet = f"We hebben besloten dat {wie} de hulp die u vroeg niet krijgt. Hier leest u waarom."
            zinnen = [gevraagd, niet]
        case Besluitsoort.GEEN_HULP:
            niet = "We hebben samen besloten dat jeugdhulp van de gemeente nu niet nodig is."
            wat = " Hier leest u welke hulp er wel is, en wat we hebben afgesproken." if w.wat_wel else ""
            zinnen = [gevraagd, f"{niet}{wat}"]
    return [*zinnen, *_eerder_besluit(b)]


def _wie_vroeg(b: Besluitbrief) -> str:
    van = b.dossier.een(Aanmelding)
    if waarde(van.verwijzer) is Verwijzer.RECHTER:
        return "De rechter vroeg ons om hulp"
    if lopend.verzoek_waarop(b.dossier, b.w):
        return f"{b.w.aanbieder or 'Een aanbieder'} vroeg ons om hulp"
    return "U vroeg ons om hulp"


def _hulp_stopt(b: Besluitbrief, hulp: str, voor: str) -> list[str]:
    stopt = t.voluit(b.w.einddatum, "een dag die nog niet is ingevuld")
    if b.is_overleden:
        gaat = "gaat niet door" if b.gaat_niet_door else f"stopt op {stopt}"
        pgb = b.w.levering is Levering.PGB
        verder = "Over het budget spreken we later met u." if pgb else "U hoeft hiervoor niets te doen."
        return [
            f"Wat verdrietig dat {b.naam} is overleden. We leven met u mee.",
            f"De hulp ({hulp}) {gaat}. {verder} Wilt u praten? Bel ons gerust.",
        ]
    if b.gaat_niet_door:
        return [f"De hulp{voor} ({hulp}) gaat niet door."]
    eerst = b.oud.inhoud.einddatum if b.oud else None
    was = f" Eerst was dat {t.voluit(eerst)}." if eerst and eerst != b.w.einddatum else ""
    return [f"De hulp{voor} ({hulp}) stopt. De laatste dag is {stopt}.{was}"]


def _eerder_besluit(b: Besluitbrief) -> list[str]:
    """Welk besluit hiermee verandert: een verbetering noemt altijd het oude."""
    oud = b.oud
    if oud is None:
        return []
    welk = f"besluit {oud.besluitnummer} van {t.voluit(oud.datum)}"
    if b.w.besluit is Besluitsoort.BEEINDIGEN:
        return [f"Dit gaat over de hulp uit {welk}."]
    later = b.w.ingangsdatum if oud.inhoud.geeft_hulp and b.w.zelfde_toewijzing else None
    nieuw_nummer = later is not None and not lopend.houdt_nummer(oud.inhoud, b.w, b.dag)
    if later and nieuw_nummer and oud.inhoud.ingangsdatum and later > oud.inhoud.ingangsdatum:
        return [f"Vanaf {t.voluit(later)} komt dit besluit in de plaats van {welk}."]
    return [f"Dit besluit komt in de plaats van {welk}."]


def _ondertekening(profiel: Profiel, vaststelling: Vaststelling | None, dag: date) -> list[str]:
    wie = [bijeen(vaststelling.door), vaststelling.functie] if vaststelling else ["(nog niet vastgesteld)"]
    waar = f"{profiel.plaats or 'plaats: nog niet ingevuld'}, {t.voluit(dag)}"
    return [waar, profiel.mandaat or "mandaat: nog niet ingevuld", *wie]
