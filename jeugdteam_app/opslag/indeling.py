"""Hoe een kluis er op schijf uitziet. Licht: het openingsscherm heeft alleen dit nodig."""

from __future__ import annotations

import glob
import json
from pathlib import Path

DATABASE, SLOTEN, BOS = "kluis.db", "sleutels.json", "dossiersleutels.bin"
GROOTSTE_SLOTENBESTAND = 1_000_000


def database(generatie: int) -> str:
    """De naam van de database bij deze hoofdsleutel."""
    return DATABASE if generatie == 1 else f"kluis-{generatie}.db"


def bos(generatie: int) -> str:
    """De naam van het bestand met dossiersleutels bij deze hoofdsleutel."""
    return BOS if generatie == 1 else f"dossiersleutels-{generatie}.bin"


def generaties(map_: Path) -> set[int]:
    """Van welke hoofdsleutels er een database ligt; na een vernieuwing is dat er een."""
    kaal = {1} if (map_ / DATABASE).exists() else set()
    return kaal | {int(p.stem.partition("-")[2]) for p in map_.glob("kluis-[0-9]*.db")}


# Zolang iemand een teruggezette kopie alleen nog bekijkt, ligt dit erbij.
NOG_BEKIJKEN = ".nog-bekijken"


def is_kluis(map_: Path) -> bool:
    """Of een map een kluis is: het slotenbestand komt er als laatste en blijft."""
    return (map_ / SLOTEN).is_file()


# Wat deze computer buiten de kluis onthoudt: tot waar er geschreven was, en wat er na een nieuwe sleutel wegging.
HOOFD, WEG = ".hoofd", ".weg"


def was_open(map_: Path, hoofden: Path) -> bool:
    """Of deze computer onthield dat deze kluis hier open was."""
    return any(hoofden.glob(f"{glob.escape(map_.name)}-*{HOOFD}"))


def wordt_bekeken(map_: Path) -> bool:
    """Of dit een teruggezette kopie is die nog niemand hield."""
    return (map_ / NOG_BEKIJKEN).exists()


def naam_van(map_: Path) -> str:
    """De naam die de medewerker gaf; is het bestand niet te lezen, dan die van de map. Openen geeft dan de melding."""
    try:
        if (map_ / SLOTEN).stat().st_size > GROOTSTE_SLOTENBESTAND:
            return map_.name
        return str(json.loads((map_ / SLOTEN).read_text(encoding="utf-8"))["naam"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return map_.name
