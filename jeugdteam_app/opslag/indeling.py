"""Hoe een kluis er op schijf uitziet. Licht: het openingsscherm heeft alleen dit nodig."""

from __future__ import annotations

import json
from pathlib import Path

DATABASE, SLOTEN, BOS = "kluis.db", "sleutels.json", "dossiersleutels.bin"
GROOTSTE_SLOTENBESTAND = 1_000_000


def is_kluis(map_: Path) -> bool:
    """Of een map een kluis is: het slotenbestand komt er als laatste en blijft."""
    return (map_ / SLOTEN).is_file()


def naam_van(map_: Path) -> str:
    """De naam die de medewerker gaf; is het bestand niet te lezen, dan die van de map. Openen geeft dan de melding."""
    try:
        if (map_ / SLOTEN).stat().st_size > GROOTSTE_SLOTENBESTAND:
            return map_.name
        return str(json.loads((map_ / SLOTEN).read_text(encoding="utf-8"))["naam"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return map_.name
