"""Waar de meegeleverde gegevens staan, in een checkout en in een installatie."""

from __future__ import annotations

import sys
from pathlib import Path

_WORTEL = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))

MIDDELEN = _WORTEL / "resources"
VERTALINGEN = _WORTEL / "translations"
