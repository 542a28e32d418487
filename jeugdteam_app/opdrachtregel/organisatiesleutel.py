"""``jeugdteam organisatiesleutel``: maakt een sleutelpaar waarmee een organisatie werkplekken kan openen."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import organisatie


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    uitleg = _("maakt een sleutelpaar waarmee een organisatie de werkplekken van haar medewerkers kan openen")
    ontleder = delen.add_parser("organisatiesleutel", help=uitleg, description=uitleg)
    ontleder.add_argument("--geheim", type=Path, required=True, help=_("waar de geheime helft komt; bewaar die goed"))
    ontleder.add_argument("--openbaar", type=Path, required=True, help=_("waar de openbare helft komt, voor iedereen"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    organisatie.maak_paar(gekozen.geheim, gekozen.openbaar)
    print(_("Klaar. Druk de geheime helft af, leg haar in een kluis en wis het bestand."))
