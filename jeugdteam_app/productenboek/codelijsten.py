"""De openbare lijsten die meegaan met het programma: productcategorieën van iJw en gemeenten van het CBS."""

from __future__ import annotations

import json
from functools import cache

from jeugdteam_app.kern.plaatsen import MIDDELEN


@cache
def categorieen() -> dict[str, str]:
    """De productcategorieën van iJw 3.2 (JZ020), met hun naam."""
    return _lees("ijw-3.2.json", "categorie")


@cache
def gemeenten() -> dict[str, str]:
    """CBS-code naar naam, op de peildatum van de meegeleverde lijst."""
    return _lees("gemeenten-2026.json", "gemeenten")


def _lees(bestand: str, lijst: str) -> dict[str, str]:
    inhoud: dict[str, dict[str, str]] = json.loads((MIDDELEN / "codelijsten" / bestand).read_text(encoding="utf-8"))
    return inhoud[lijst]
