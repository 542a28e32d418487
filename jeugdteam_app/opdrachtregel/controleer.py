"""``jeugdteam controleer``: rekent een werkplek na."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import werkplek


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    ontleder = delen.add_parser(
        "controleer",
        help=_("rekent een werkplek na: opslag, geschiedenis en log"),
        description=_("rekent een werkplek na: opslag, geschiedenis en log"),
    )
    ontleder.add_argument("map", type=Path, help=_("de map van de werkplek"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    geopend = werkplek.open_met_wachtzin(gekozen.map, _vraag_wachtzin())
    try:
        geteld = werkplek.controleer(geopend)
    finally:
        geopend.sluit()
    print(_("Alles klopt: {stromen} bestanden, {wijzigingen} wijzigingen, {logregels} logregels.").format(**geteld))


def _vraag_wachtzin() -> str:
    """Van het toetsenbord zonder te tonen; als de invoer geen toetsenbord is, de eerste regel daarvan."""
    if sys.stdin.isatty():
        return getpass.getpass(_("Wachtzin: "))
    return sys.stdin.readline().rstrip("\r\n")
