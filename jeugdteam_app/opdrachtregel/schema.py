"""``jeugdteam schema dossier``: de vorm van het dossierbestand als JSON-schema."""

from __future__ import annotations

import argparse
from typing import Any

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opdrachtregel.uitvoer import als_tekst


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    ontleder = delen.add_parser(
        "schema",
        help=_("de vorm van een bestand als JSON-schema"),
        description=_("de vorm van een bestand als JSON-schema"),
    )
    ontleder.add_argument("wat", choices=("dossier",), help=_("waarvan u de vorm wilt zien"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(_gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    print(als_tekst(uitwisselvorm.vorm().model_json_schema()))
