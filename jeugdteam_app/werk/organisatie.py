"""Een slot voor de organisatie op een werkplek: erop zetten, eraf halen, en ermee openen."""

from __future__ import annotations

from pathlib import Path

from jeugdteam_app.kern.bestanden import lees_begrensd, schrijf_heel
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import kluis
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.sleutels import organisatie
from jeugdteam_app.werk import logboek
from jeugdteam_app.werk.werkplek import Werkplek, bevestig

_GROOTSTE = 2_000
_WEGGEHAALD = "organisatieslot-weggehaald"


def maak_paar(geheim: Path, openbaar: Path) -> None:
    """Schrijft een nieuw paar naar twee bestanden. Er wordt nooit een sleutel overschreven."""
    if geheim.exists() or openbaar.exists():
        raise InvoerFout("organisatiesleutel-bestaat")
    paar = organisatie.nieuw()
    schrijf_heel(geheim, f"{paar.geheim}\n".encode())
    schrijf_heel(openbaar, f"{paar.openbaar}\n".encode())


def heeft_slot(werkplek: Werkplek) -> bool:
    """Of de organisatie deze werkplek kan openen."""
    return kluis.lees_sloten(werkplek.kluis.map).heeft_organisatie


def zet_slot(werkplek: Werkplek, pad: Path, geheim: str) -> None:
    """Zet een slot met de openbare helft uit een bestand. Fouten: ``organisatiesleutel-vorm``, en die van ``bevestig``.

    Zonder wachtzin kan dat niet: anders maakt wie even aan een open laptop zit een eigen ingang.
    """
    inhoud = lees_begrensd(pad, _GROOTSTE)
    try:
        openbaar = (inhoud or b"").decode("ascii").strip()
    except UnicodeDecodeError:
        openbaar = ""
    bestand = bevestig(werkplek, geheim)
    kluis.schrijf_sloten(werkplek.kluis.map, bestand.met_organisatie(werkplek.kluis.sleutel, openbaar))
    logboek.noteer(werkplek, Gebeurtenis.ORGANISATIESLOT, None, "erop gezet")


def haal_slot_weg(werkplek: Werkplek, geheim: str) -> None:
    """Haalt het slot weg. Een oude kopie van het slotenbestand gaat er nog mee open. Fouten: die van ``bevestig``."""
    bestand = bevestig(werkplek, geheim)
    kluis.schrijf_sloten(werkplek.kluis.map, bestand.zonder_organisatie(werkplek.kluis.sleutel))
    werkplek.kluis.onthoud(_WEGGEHAALD, str(werkplek.kluis.generatie))
    logboek.noteer(werkplek, Gebeurtenis.ORGANISATIESLOT, None, "eraf gehaald")


def kent_de_sleutel_nog(werkplek: Werkplek) -> bool:
    """Of het slot weg is en er daarna geen nieuwe sleutel kwam: wie het slot nog heeft, kan nog openen."""
    weg = werkplek.kluis.onthouden(_WEGGEHAALD)
    return weg == str(werkplek.kluis.generatie) and not heeft_slot(werkplek)
