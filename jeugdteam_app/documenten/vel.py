"""Op welk vel een tekening leesbaar past: liever een groter vel dan letters die niemand leest."""

from __future__ import annotations

# Liggend, in punten: hoe breed en hoog een tekening mag zijn binnen de marges, met ruimte voor een kop.
_VELLEN: tuple[tuple[str, float, float], ...] = (
    ("a4", 740.0, 400.0), ("a3", 1090.0, 650.0), ("a2", 1580.0, 1000.0), ("a1", 2280.0, 1490.0),
)  # fmt: skip
# Kleiner dan dit deel van de gewone grootte lezen we niet meer prettig.
KLEINST = 0.8


def kies_vel(breedte: float, hoogte: float) -> tuple[str, float]:
    """Het kleinste vel waar de tekening leesbaar op past, en hoe groot zij daar wordt (in procenten, hoogstens 100)."""
    for papier, breed, hoog in _VELLEN:
        maat = min(1.0, breed / breedte, hoog / hoogte)
        if maat >= KLEINST or papier == _VELLEN[-1][0]:
            return papier, round(maat * 100, 2)
    raise AssertionError
