"""Getallen en bedragen zoals iemand ze typt."""

from __future__ import annotations

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import GROOTSTE_VOLUME


def lees_getal(invoer: str) -> int:
    """Een heel getal van ten hoogste acht cijfers."""
    schoon = invoer.strip().replace(".", "")
    if not (schoon.isascii() and schoon.isdigit() and 0 < len(schoon) <= 8):
        raise InvoerFout("getal-vorm")
    if int(schoon) == 0:
        raise InvoerFout("volume-buiten-grens")
    return int(schoon)


def lees_bedrag(invoer: str) -> int:
    """Een bedrag boven nul, in eurocenten."""
    centen = Geld.lees(invoer).centen
    if not 0 < centen <= GROOTSTE_VOLUME:
        raise InvoerFout("budget-buiten-grens")
    return centen


def toon_bedrag(centen: int) -> str:
    """Een bedrag zoals het in een veld staat, zonder het teken ervoor."""
    return str(Geld(centen)).removeprefix("€ ")
