"""``jeugdteam formulier``: het lege intakeformulier."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk.overhandigen import LeegBlad, bewaar, leeg_blad_pdf


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    ontleder = delen.add_parser(
        "formulier", help=_("het lege intakeformulier als PDF"), description=_("het lege intakeformulier als PDF")
    )
    ontleder.add_argument("--uit", type=Path, required=True, help=_("waar het formulier komt"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    bewaar(gekozen.uit, leeg_blad_pdf(LeegBlad.INTAKE))
    print(gekozen.uit)
