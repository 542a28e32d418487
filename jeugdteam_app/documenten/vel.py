"""Op welk vel een tekening leesbaar past: liever een groter vel dan letters die niemand leest."""

from __future__ import annotations

from typing import NamedTuple

# Liggend, in punten: hoe breed en hoog een tekening mag zijn binnen de marges, met ruimte voor een kop.
_VELLEN: tuple[tuple[str, float, float], ...] = (
    ("a4", 740.0, 400.0), ("a3", 1090.0, 650.0), ("a2", 1580.0, 1000.0), ("a1", 2280.0, 1490.0),
)  # fmt: skip
# Zo veel smaller en hoger is het staand: marges en kop blijven even groot.
_SMALLER, _HOGER = 95.0, 95.0
# Kleiner dan dit deel van de gewone grootte lezen we niet meer prettig.
KLEINST = 0.8


class Vel(NamedTuple):
    """Een vel, liggend of staand, en hoe groot de tekening daar wordt (in procenten, hoogstens 100)."""

    papier: str
    liggend: bool
    maat: float


def kies_vel(breedte: float, hoogte: float) -> Vel:
    """Het kleinste vel waar de tekening leesbaar op past; past zij staand beter, dan staand."""
    vellen: list[Vel] = []
    for papier, breed, hoog in _VELLEN:
        liggend, staand = (breed, hoog), (hoog + _SMALLER, breed - _HOGER)
        maten = [min(1.0, b / breedte, h / hoogte) for b, h in (liggend, staand)]
        vel = Vel(papier, maten[0] >= maten[1], round(max(maten) * 100, 2))
        vellen.append(vel)
        if max(maten) >= KLEINST:
            return vel
    return vellen[-1]
