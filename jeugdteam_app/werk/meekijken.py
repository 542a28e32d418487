"""Vier ogen: een collega of gedragswetenschapper kijkt mee met een ontwerp en tekent daarvoor, ook zonder internet.

De verklaring gaat mee met het dossier in een bundel, of als los bestand. Zij geldt alleen voor precies dit ontwerp, en
alleen van iemand van wie u de cijfers hebt nagelezen.
"""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from jeugdteam_app.documenten import besluit
from jeugdteam_app.dossier.stappen import stappen
from jeugdteam_app.dossier.toewijzing import Meegekeken, Toegewezen, Toewijzing
from jeugdteam_app.kern.bestanden import lees_begrensd, schrijf_heel
from jeugdteam_app.kern.feit import Bekend, Conflict, waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.sleutels.hoofdsleutel import afdruk
from jeugdteam_app.werk import collegas, instellingen, logboek, schrijven
from jeugdteam_app.werk.werkplek import Werkplek

ACHTERVOEGSEL = ".meegekeken"
GROOTSTE_VERKLARING = 50_000
_DOEL = b"jeugdteam/meekijken/2\0"
_NIET_EENS = "meekijker-niet-eens"
# Wat er op een brief van de dag afhangt, hoort niet bij wat iemand ondertekent.
_ALTIJD_GELIJK = datetime(2026, 1, 1, tzinfo=UTC)


def verklaar(werkplek: Werkplek, dossier: str, sleutel: str, toelichting: str, pad: Path, *, akkoord: bool) -> None:
    """Tekent dat u met dit ontwerp meekeek: in het dossier, en als bestand voor wie besluit.

    Fouten: ``meekijken-zonder-uitleg`` als u het niet eens bent en niet zegt waarom.
    """
    if not akkoord and not toelichting.strip():
        raise InvoerFout("meekijken-zonder-uitleg")
    ik, profiel = opslag.identiteit(werkplek.kluis), instellingen.profiel(werkplek)
    kaal = Meegekeken(
        dossier=dossier, sleutel=sleutel, afdruk=_afdruk(werkplek, dossier, sleutel), akkoord=akkoord,
        toelichting=toelichting.strip(), wie=werkplek.wie, functie=profiel.functie, datum=werkplek.vandaag,
        contact=opslag.mijn_id(werkplek.kluis),
    )  # fmt: skip
    getekend = kaal.model_copy(update={"handtekening": ik.teken(_te_tekenen(kaal)).hex()})
    with werkplek.kluis.transactie():
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.meegekeken): Bekend(getekend)})
        logboek.noteer(werkplek, Gebeurtenis.MEEGEKEKEN, dossier)
        schrijf_heel(pad, getekend.model_dump_json().encode())


def lees_in(werkplek: Werkplek, dossier: str, sleutel: str, pad: Path) -> Meegekeken:
    """Neemt een verklaring over als zij bij dit ontwerp hoort en echt van die collega is.

    Fouten: ``meekijken-onleesbaar``, ``meekijken-ander-ontwerp``, ``meekijken-zelf``, ``meekijken-handtekening`` en
    ``contact-niet-nagelezen``; en ``meekijken-eerst-kiezen``, ``meekijken-ander-oneens`` en ``meekijken-ouder`` als er
    een bezwaar mee zou verdwijnen.
    """
    inhoud = lees_begrensd(pad, GROOTSTE_VERKLARING)
    gelezen = None
    with contextlib.suppress(ValidationError):
        gelezen = Meegekeken.model_validate_json(inhoud or b"")
    if gelezen is None:
        raise InvoerFout("meekijken-onleesbaar")
    if fout := _mankement(werkplek, dossier, sleutel, gelezen) or _valt_weg(werkplek, dossier, sleutel, gelezen):
        raise fout
    schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.meegekeken): Bekend(gelezen)})
    return gelezen


def geldig(werkplek: Werkplek, dossier: str, sleutel: str) -> Meegekeken | None:
    """De verklaring bij dit ontwerp zoals het nu is; veranderde er daarna iets, dan is er geen."""
    van = waarde(Toegewezen(werkplek.dossier(dossier).kind, sleutel).meegekeken)
    if van is None or _mankement(werkplek, dossier, sleutel, van) is not None:
        return None
    # Wie het was, zegt het kaartje dat u nalas, niet de verklaring zelf.
    collega = next(c for c in collegas.alle(werkplek) if c.id == van.contact)
    return van.model_copy(update={"wie": collega.naam, "functie": collega.functie})


def _mankement(werkplek: Werkplek, dossier: str, sleutel: str, van: Meegekeken) -> InvoerFout | None:
    if van.contact == opslag.mijn_id(werkplek.kluis):
        return InvoerFout("meekijken-zelf")
    hoort_hier = (van.dossier, van.sleutel) == (dossier, sleutel)
    if not hoort_hier or van.afdruk != _afdruk(werkplek, dossier, sleutel):
        return InvoerFout("meekijken-ander-ontwerp")
    try:
        openbaar = collegas.openbaar_van(werkplek, van.contact)
        getekend = openbaar.klopt(_te_tekenen(van), bytes.fromhex(van.handtekening))
    except InvoerFout as fout:
        return fout
    return None if getekend else InvoerFout("meekijken-handtekening")


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
