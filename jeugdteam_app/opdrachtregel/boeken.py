"""``jeugdteam boeken``: welke productenboeken er zijn."""

from __future__ import annotations

import argparse
from typing import Any

from jeugdteam_app.kern.taal import _
from jeugdteam_app.productenboek.boek import boeken, laad


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    ontleder = delen.add_parser("boeken", help=_("welke productenboeken er zijn"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(_gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    for id in boeken():
        boek = laad(id)
        print(f"{boek.id}  {boek.regio}  {boek.versie}  {_(boek.aanzien)}\n  {_(boek.toelichting)}")
