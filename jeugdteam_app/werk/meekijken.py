"""Vier ogen: een collega of gedragswetenschapper kijkt mee met een ontwerp en tekent daarvoor, ook zonder internet.

De verklaring gaat mee met het dossier in een bundel, of als los bestand dat alleen opent bij wie het dossier ook heeft.
Zij geldt alleen voor precies dit ontwerp, en alleen van iemand van wie u de cijfers hebt nagelezen.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from jeugdteam_app import VERSIE
from jeugdteam_app.documenten import besluit
from jeugdteam_app.dossier.stappen import stappen
from jeugdteam_app.dossier.toewijzing import Meegekeken, Toegewezen, Toewijzing
from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.feit import Bekend, Conflict, waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.sleutels.hoofdsleutel import afdruk
from jeugdteam_app.sleutels.identiteit import maak_dicht
from jeugdteam_app.werk import collegas, instellingen, logboek, samen, schrijven
from jeugdteam_app.werk.collegas import Collega
from jeugdteam_app.werk.werkplek import Werkplek

ACHTERVOEGSEL = ".meegekeken"
GROOTSTE_VERKLARING = 50_000
_DOEL = b"jeugdteam/meekijken/2\0"
_NIET_EENS = "meekijker-niet-eens"
# Wat er op een brief van de dag afhangt, hoort niet bij wat iemand ondertekent.
_ALTIJD_GELIJK = datetime(2026, 1, 1, tzinfo=UTC)


def verklaar(werkplek: Werkplek, dossier: str, sleutel: str, toelichting: str, pad: Path, *, akkoord: bool) -> None:
    """Tekent dat u met dit ontwerp meekeek: in het dossier, en als bestand voor wie besluit.

    Fouten: ``meekijken-zonder-uitleg`` als u het niet eens bent en niet zegt waarom, en ``meekijken-voor-niemand`` als
    geen nagelezen collega dit dossier heeft.
    """
    if not akkoord and not toelichting.strip():
        raise InvoerFout("meekijken-zonder-uitleg")
    lezers = [collega for collega in samen.met_dit_dossier(werkplek, dossier) if collega.is_nagelezen]
    if not lezers:
        raise InvoerFout("meekijken-voor-niemand")
    ik, profiel = opslag.identiteit(werkplek.kluis), instellingen.profiel(werkplek)
    kaal = Meegekeken(
        dossier=dossier, sleutel=sleutel, afdruk=_afdruk(werkplek, dossier, sleutel), akkoord=akkoord,
        toelichting=toelichting.strip(), wie=werkplek.wie, functie=profiel.functie, datum=werkplek.vandaag,
        contact=opslag.mijn_id(werkplek.kluis), programma=VERSIE,
    )  # fmt: skip
    getekend = kaal.model_copy(update={"handtekening": ik.teken(_te_tekenen(kaal)).hex()})
    with werkplek.kluis.transactie():
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.meegekeken): Bekend(getekend)})
        logboek.noteer(werkplek, Gebeurtenis.MEEGEKEKEN, dossier)
        aan = [collegas.openbaar_van(werkplek, lezer.id) for lezer in lezers]
        werkplek.kluis.schrijf_mee(pad, maak_dicht(getekend.model_dump_json().encode(), aan), voor_anderen=True)


def lees_in(werkplek: Werkplek, dossier: str, sleutel: str, pad: Path) -> Meegekeken:
    """Neemt een verklaring over als zij bij dit ontwerp hoort en echt van die collega is.

    Fouten: ``meekijken-onleesbaar``, ``meekijken-ander-ontwerp``, ``meekijken-andere-versie``, ``meekijken-zelf``,
    ``meekijken-handtekening`` en ``contact-niet-nagelezen``; en ``meekijken-eerst-kiezen``,
    ``meekijken-ander-oneens`` en ``meekijken-ouder`` als er een bezwaar mee zou verdwijnen.
    """
    gelezen = _open(werkplek, pad)
    if fout := _mankement(werkplek, dossier, sleutel, gelezen) or _valt_weg(werkplek, dossier, sleutel, gelezen):
        raise fout
    schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.meegekeken): Bekend(gelezen)})
    return gelezen


def _open(werkplek: Werkplek, pad: Path) -> Meegekeken:
    try:
        inhoud = opslag.identiteit(werkplek.kluis).maak_open(lees_begrensd(pad, GROOTSTE_VERKLARING) or b"")
        return Meegekeken.model_validate_json(inhoud)
    except (InvoerFout, ValidationError):
        raise InvoerFout("meekijken-onleesbaar") from None


def geldig(werkplek: Werkplek, dossier: str, sleutel: str) -> Meegekeken | None:
    """De verklaring bij dit ontwerp zoals het nu is; veranderde er daarna iets, dan is er geen."""
    van = waarde(Toegewezen(werkplek.dossier(dossier).kind, sleutel).meegekeken)
    if van is None or _mankement(werkplek, dossier, sleutel, van) is not None:
        return None
    # Wie het was, zegt het kaartje dat u nalas, niet de verklaring zelf.
    collega = _collega(werkplek, van)
    return van.model_copy(update={"wie": collega.naam, "functie": collega.functie})


def _mankement(werkplek: Werkplek, dossier: str, sleutel: str, van: Meegekeken) -> InvoerFout | None:
    if van.contact == opslag.mijn_id(werkplek.kluis):
        return InvoerFout("meekijken-zelf")
    if (van.dossier, van.sleutel) != (dossier, sleutel):
        return InvoerFout("meekijken-ander-ontwerp")
    if van.afdruk != _afdruk(werkplek, dossier, sleutel):
        # Wat er in een brief komt, kan per versie verschillen; dan zegt een andere afdruk niets over het ontwerp.
        ander_ontwerp = InvoerFout("meekijken-ander-ontwerp")
        return ander_ontwerp if van.programma == VERSIE else InvoerFout("meekijken-andere-versie")
    try:
        openbaar = collegas.openbaar_van(werkplek, van.contact)
        getekend = openbaar.klopt(_te_tekenen(van), bytes.fromhex(van.handtekening))
    except InvoerFout as fout:
        return fout
    if not getekend:
        return InvoerFout("meekijken-handtekening")
    # Ook wie op een tweede laptop een eigen werkplek heeft, is nog steeds een en dezelfde.
    return InvoerFout("meekijken-zelf") if _zelfde_naam(_collega(werkplek, van).naam, werkplek.wie) else None


def _collega(werkplek: Werkplek, van: Meegekeken) -> Collega:
    return next(c for c in collegas.alle(werkplek) if c.id == van.contact)


def _zelfde_naam(een: str, ander: str) -> bool:
    return een.split() != [] and een.casefold().split() == ander.casefold().split()


def _valt_weg(werkplek: Werkplek, dossier: str, sleutel: str, nieuw: Meegekeken) -> InvoerFout | None:
    """Of er met deze verklaring een bezwaar zou verdwijnen dat nog geldt, of een keuze tussen twee verklaringen."""
    feit = Toegewezen(werkplek.dossier(dossier).kind, sleutel).meegekeken
    if isinstance(feit, Conflict):
        return InvoerFout("meekijken-eerst-kiezen")
    nu = geldig(werkplek, dossier, sleutel)
    if nu is None or nu.akkoord or not nieuw.akkoord:
        return None
    if nu.contact != nieuw.contact:
        return InvoerFout("meekijken-ander-oneens", wie=nu.wie)
    return InvoerFout("meekijken-ouder", wie=nu.wie) if nieuw.datum <= nu.datum else None


def _afdruk(werkplek: Werkplek, dossier: str, sleutel: str) -> str:
    """Waaraan een ontwerp te herkennen is: de inhoud, en alles wat er in het besluit van komt te staan.

    Zonder wat van gemeente en team is: dat kan op de laptop van wie meekijkt anders zijn. Het antwoord op het bezwaar
    van wie meekeek telt niet mee.
    """
    huidig = werkplek.dossier(dossier)
    inhoud = waarde_of(Toegewezen(huidig.kind, sleutel).inhoud, Toewijzing())
    zonder = inhoud.model_copy(update={"opzij": tuple(o for o in inhoud.opzij if o.code != _NIET_EENS)})
    delen = {
        "inhoud": inhoud.model_dump(mode="json", exclude={"opzij"}),
        "stappen": {naam: stap.model_dump(mode="json") for naam, stap in stappen(huidig).items()},
        "besluit": besluit.gegevens(huidig, zonder, None, Profiel(), _ALTIJD_GELIJK),
    }
    return afdruk(json.dumps(delen, sort_keys=True, ensure_ascii=False, default=str))


def _te_tekenen(van: Meegekeken) -> bytes:
    inhoud = van.model_dump(mode="json", exclude={"handtekening"})
    return _DOEL + json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()
