"""``jeugdteam controleer``: rekent een werkplek na, of een besluit (PDF)."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.werk import overhandigen, werkplek
from jeugdteam_app.werk.overhandigen import Uitslag


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    ontleder = delen.add_parser(
        "controleer",
        help=_("rekent een werkplek na (opslag, geschiedenis en log), of een besluit als PDF"),
        description=_("rekent een werkplek na (opslag, geschiedenis en log), of een besluit als PDF"),
    )
    ontleder.add_argument("map", type=Path, help=_("de map van de werkplek, of het bestand van een besluit"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    if gekozen.map.suffix.lower() == ".pdf":
        _kijk_besluit_na(gekozen.map)
        return
    geopend = werkplek.open_met_wachtzin(gekozen.map, _vraag_wachtzin())
    try:
        geteld = werkplek.controleer(geopend)
    finally:
        geopend.sluit()
    print(_("Alles klopt: {stromen} bestanden, {wijzigingen} wijzigingen, {logregels} logregels.").format(**geteld))


def _kijk_besluit_na(pad: Path) -> None:
    """Een verandering is een fout (afsluitcode 3); een besluit van een andere versie is dat niet."""
    gevonden = overhandigen.kijk_besluit_na(pad)
    if gevonden.uitslag is Uitslag.GEGEVENS_VERANDERD:
        raise InvoerFout("besluit-gegevens-veranderd")
    if gevonden.uitslag is Uitslag.BLADZIJDEN_VERANDERD:
        raise InvoerFout("besluit-bladzijden-veranderd")
    zin = (
        N_("Besluit {nummer}: niets veranderd. Gegevens en bladzijden zijn opnieuw uitgerekend en gelijk.")
        if gevonden.uitslag is Uitslag.KLOPT
        else N_(
            "Besluit {nummer}: de gegevens kloppen. Een andere versie zette de bladzijden; die zijn niet nagekeken."
        )
    )
    print(_(zin).format(nummer=gevonden.besluitnummer))
    print(_("Dit laat een verandering zien, geen vervalsing: er zit geen handtekening op."))


def _vraag_wachtzin() -> str:
    """Van het toetsenbord zonder te tonen; als de invoer geen toetsenbord is, de eerste regel daarvan."""
    if sys.stdin.isatty():
        return getpass.getpass(_("Wachtzin: "))
    return sys.stdin.readline().rstrip("\r\n")
