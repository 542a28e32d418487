"""Het ecogram: het kind in het midden, en eromheen wie en wat er is, met hoe de band voelt en wie steunt."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Bandsoort, Jeugdige, Persoon, Richting, Rol, Steun
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Conflict, alle_waarden, waarde
from jeugdteam_app.kern.taal import N_


class Bol(NamedTuple):
    """Eén persoon of plek rond het kind. Zonder ``band`` is er nog niet over gesproken."""

    sleutel: str
    naam: str
    rol: Rol | None
    band: Bandsoort | None
    richting: Richting | None
    # Zeggen twee mensen iets anders over de band, dan allebei; de lijn staat er dan niet.
    twee: tuple[Bandsoort, ...] = ()
    # Voor deze lezer is er een band die hij niet mag zien: dan zegt een lege band niet dat er niets gezegd is.
    is_stil: bool = False


@dataclass(frozen=True)
class Ecogram:
    """Het kind en wie eromheen staan, in de volgorde van hun rol."""

    kind: str
    bollen: tuple[Bol, ...]


def ecogram(dossier: Dossier) -> Ecogram:
    """Het ecogram van dit kind. Iemand zonder naam staat er nog niet in."""
    verborgen = any(sleutel.startswith(f"{Steun.soort}:") for sleutel in dossier.verborgen)
    bollen = [
        Bol(p.sleutel, p.weergavenaam, waarde(p.rol), waarde((s := dossier.steun(p)).band), waarde(s.richting),
            tuple(dict.fromkeys(alle_waarden(s.band))) if isinstance(s.band, Conflict) else (), verborgen)
        for p in dossier.alle(Persoon)
        if p.weergavenaam and not p.is_overleden and p.sleutel != dossier.zichzelf
    ]  # fmt: skip
    volgorde = [*Rol, None]
    bollen.sort(key=lambda b: volgorde.index(b.rol))
    return Ecogram(dossier.een(Jeugdige).aanspreeknaam, tuple(bollen))


def in_woorden(bol: Bol, vertaal: Callable[[str], str] = str) -> str:
    """Eén bol in woorden: wie het is, hoe de band voelt en waar de steun heen gaat."""
    wie = f"{bol.naam} ({vertaal(woord(bol.rol))})" if bol.rol else bol.naam
    if bol.twee:
        return f"{wie}: {' / '.join(vertaal(woord(band)) for band in bol.twee)}"
    if bol.band is None and bol.is_stil:
        return wie
    if bol.band is None:
        return f"{wie}: {vertaal(N_('nog niet over gesproken'))}"
    steun = f", {vertaal(woord(bol.richting))}" if bol.richting else ""
    return f"{wie}: {vertaal(woord(bol.band))}{steun}"


Punt: TypeAlias = tuple[float, float]


class Lijn(NamedTuple):
    """De lijn van het kind naar een bol: zijn weg, dwarsstreepjes erover, en de punten van pijlen (driehoeken)."""

    bol: Bol
    weg: tuple[Punt, ...]
    dwars: tuple[tuple[Punt, Punt], ...]
    pijlen: tuple[tuple[Punt, Punt, Punt], ...]


@dataclass(frozen=True)
class Tekening:
    """Waar elk vak staat (linkerbovenhoek; ``midden`` is dat van het kind) en welke lijnen er lopen."""

    breedte: float
    hoogte: float
    plekken: dict[str, Punt]
    midden: Punt
    lijnen: tuple[Lijn, ...]


def teken(van: Ecogram, breedte: float, vak: Punt, kier: float) -> Tekening:
    """Zet de bollen in een ring om het kind, elk in een vak van deze breedte en hoogte met een kier ertussen.

    De ring is zo breed als er plek is, en zo hoog dat geen vak een ander raakt en elke lijn lang genoeg is om te lezen.
    """
    breed, hoog = vak
    straal = (max(breed + kier, (breedte - breed) / 2, _smalst(len(van.bollen), breed + kier)), hoog + 2 * kier)
    while not _past(middens := _ring(len(van.bollen), straal), vak, kier):
        straal = (straal[0], straal[1] + kier)
    hart = (straal[0] + breed / 2, straal[1] + hoog / 2)
    naar = [(hart[0] + x, hart[1] + y) for x, y in middens]
    return Tekening(
        breedte=2 * straal[0] + breed,
        hoogte=2 * straal[1] + hoog,
        plekken={b.sleutel: (x - breed / 2, y - hoog / 2) for b, (x, y) in zip(van.bollen, naar, strict=True)},
        midden=(hart[0] - breed / 2, hart[1] - hoog / 2),
        # Is er een band die deze lezer niet mag zien, dan zegt een lijn ook niet dat er niets gezegd is.
        lijnen=tuple(
            _lijn(b, hart, punt, vak, kier)
            for b, punt in zip(van.bollen, naar, strict=True)
            if b.band is not None or not b.is_stil
        ),
    )


def _smalst(aantal: int, breed: float) -> float:
    """De straal waarbij twee bollen die even hoog naast elkaar staan, boven of onder, elkaar niet raken."""
    if aantal < 3:
        return 0.0
    return breed / 2 / math.sin(math.pi / aantal if aantal % 2 else math.tau / aantal if aantal > 4 else math.pi / 2)


def _ring(aantal: int, straal: Punt) -> list[Punt]:
    hoeken = [math.tau * n / max(1, aantal) - math.pi / 2 for n in range(aantal)]
    return [(straal[0] * math.cos(h), straal[1] * math.sin(h)) for h in hoeken]


# Zo veel kieren is een lijn minstens: twee pijlpunten, met iets ertussen om te zien hoe de band is.
_KORTSTE = 3.0


def _past(middens: list[Punt], vak: Punt, kier: float) -> bool:
    if not _vrij(middens, (vak[0] + kier / 2, vak[1] + kier)):
        return False
    # Wie precies opzij staat, komt niet verder weg door de ring hoger te maken.
    boven_of_onder = (punt for punt in middens if abs(punt[1]) > kier / 2)
    return all(_lengte(punt, vak) >= _KORTSTE * kier for punt in boven_of_onder)


def _lengte(punt: Punt, vak: Punt) -> float:
    """Van rand tot rand tussen het midden en dit punt."""
    van, naar = _rand((0.0, 0.0), punt, vak), _rand(punt, (0.0, 0.0), vak)
    return math.hypot(naar[0] - van[0], naar[1] - van[1])


def _vrij(middens: list[Punt], vak: Punt) -> bool:
    alle = [*middens, (0.0, 0.0)]
    return all(
        abs(x1 - x2) >= vak[0] or abs(y1 - y2) >= vak[1] for n, (x1, y1) in enumerate(alle) for x2, y2 in alle[:n]
    )


def _lijn(bol: Bol, hart: Punt, punt: Punt, vak: Punt, kier: float) -> Lijn:
    """Van rand tot rand. Gespannen is een zigzag, verbroken krijgt twee dwarsstreepjes."""
    van, naar = _rand(hart, punt, vak), _rand(punt, hart, vak)
    dx, dy = naar[0] - van[0], naar[1] - van[1]
    lengte = math.hypot(dx, dy) or 1.0
    langs, opzij = (dx / lengte, dy / lengte), (-dy / lengte, dx / lengte)

    def plek(ver: float, ernaast: float = 0.0) -> Punt:
        return van[0] + langs[0] * ver + opzij[0] * ernaast, van[1] + langs[1] * ver + opzij[1] * ernaast

    def pijl(top: float, achter: float) -> tuple[Punt, Punt, Punt]:
        return plek(top), plek(achter, kier * 0.4), plek(achter, -kier * 0.4)

    weg = [van, naar]
    if bol.band is Bandsoort.GESPANNEN:
        aantal = max(2, int(lengte / (kier * 0.6)))
        heen_en_weer = [plek(lengte * n / aantal, kier * (0.35 if n % 2 else -0.35)) for n in range(1, aantal)]
        weg = [van, *heen_en_weer, naar]
    helft = lengte / 2
    streepjes = (helft - kier * 0.2, helft + kier * 0.2) if bol.band is Bandsoort.VERBROKEN else ()
    pijlen = []
    if bol.richting in (Richting.NAAR_KIND, Richting.OVER_EN_WEER):
        pijlen.append(pijl(0, kier * 0.9))
    if bol.richting in (Richting.VAN_KIND, Richting.OVER_EN_WEER):
        pijlen.append(pijl(lengte, lengte - kier * 0.9))
    return Lijn(bol, tuple(weg), tuple((plek(s, kier / 2), plek(s, -kier / 2)) for s in streepjes), tuple(pijlen))


def _rand(hart: Punt, doel: Punt, vak: Punt) -> Punt:
    """Waar de lijn van het hart van een vak naar een doel over de rand van dat vak gaat."""
    dx, dy = doel[0] - hart[0], doel[1] - hart[1]
    schaal = min(vak[0] / 2 / abs(dx) if dx else math.inf, vak[1] / 2 / abs(dy) if dy else math.inf, 1.0)
    return hart[0] + dx * schaal, hart[1] + dy * schaal
