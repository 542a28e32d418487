"""Wat er verandert tussen twee versies van een boek: nieuw, vervallen en veranderd, per veld.

Zuiver en in vaste volgorde. Wie oud en nieuw verwisselt, krijgt dezelfde verschillen andersom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from jeugdteam_app.productenboek.boek import Product, Productenboek, Segment

D = TypeVar("D", Product, Segment)


@dataclass(frozen=True)
class Veldverschil:
    """Eén veld dat anders is, met de oude en de nieuwe waarde."""

    veld: str
    oud: Any
    nieuw: Any

    def andersom(self) -> Veldverschil:
        """Hetzelfde verschil van nieuw naar oud."""
        return Veldverschil(self.veld, self.nieuw, self.oud)


@dataclass(frozen=True)
class Verandering(Generic[D]):
    """Een product of segment dat in beide versies staat en niet gelijk is."""

    oud: D
    nieuw: D
    velden: tuple[Veldverschil, ...]

    def andersom(self) -> Verandering[D]:
        """Dezelfde verandering van nieuw naar oud."""
        return Verandering(self.nieuw, self.oud, tuple(v.andersom() for v in self.velden))


@dataclass(frozen=True)
class Verschil:
    """Alle verschillen tussen twee boeken."""

    kop: tuple[Veldverschil, ...] = ()
    nieuw: tuple[Product, ...] = ()
    vervallen: tuple[Product, ...] = ()
    veranderd: tuple[Verandering[Product], ...] = ()
    segmenten_nieuw: tuple[Segment, ...] = ()
    segmenten_vervallen: tuple[Segment, ...] = ()
    segmenten_veranderd: tuple[Verandering[Segment], ...] = ()

    @property
    def is_leeg(self) -> bool:
        """Of de boeken in niets verschillen (behalve de volgorde)."""
        return self == Verschil()

    def andersom(self) -> Verschil:
        """Het verschil van nieuw naar oud."""
        return Verschil(
            tuple(v.andersom() for v in self.kop),
            self.vervallen,
            self.nieuw,
            tuple(v.andersom() for v in self.veranderd),
            self.segmenten_vervallen,
            self.segmenten_nieuw,
            tuple(v.andersom() for v in self.segmenten_veranderd),
        )


def vergelijk(oud: Productenboek, nieuw: Productenboek) -> Verschil:
    """Producten horen bij elkaar op id, anders op segment, code en naam als die in beide boeken één keer staan."""
    sleutels = (lambda p: p.id, lambda p: (p.segment, p.code, p.naam))
    samen, weg, erbij = _koppel(oud.producten, nieuw.producten, sleutels)
    seg_samen, seg_weg, seg_erbij = _koppel(oud.segmenten, nieuw.segmenten, (lambda s: s.id,))
    return Verschil(
        kop=tuple(_velden(oud, nieuw, behalve=("producten", "segmenten"))),
        nieuw=erbij,
        vervallen=weg,
        veranderd=_veranderd(samen),
        segmenten_nieuw=seg_erbij,
        segmenten_vervallen=seg_weg,
        segmenten_veranderd=_veranderd(seg_samen),
    )


def _koppel(
    oud: Iterable[D], nieuw: Iterable[D], sleutels: Iterable[Callable[[D], Hashable]]
) -> tuple[list[tuple[D, D]], tuple[D, ...], tuple[D, ...]]:
    """Wat bij elkaar hoort, en wat aan beide kanten overblijft. Een dubbele sleutel koppelt niets: dat is gokken."""
    over_oud, over_nieuw = list(oud), list(nieuw)
    samen: list[tuple[D, D]] = []
    for sleutel in sleutels:
        links, rechts = _uniek(over_oud, sleutel), _uniek(over_nieuw, sleutel)
        gedeeld = links.keys() & rechts.keys()
        samen += [(links[s], rechts[s]) for s in gedeeld]
        over_oud = [d for d in over_oud if sleutel(d) not in gedeeld]
        over_nieuw = [d for d in over_nieuw if sleutel(d) not in gedeeld]
    return samen, _geordend(over_oud), _geordend(over_nieuw)


def _uniek(dingen: list[D], sleutel: Callable[[D], Hashable]) -> dict[Hashable, D]:
    aantal = Counter(sleutel(d) for d in dingen)
    return {sleutel(d): d for d in dingen if aantal[sleutel(d)] == 1}


def _geordend(dingen: Iterable[D]) -> tuple[D, ...]:
    return tuple(sorted(dingen, key=lambda d: d.id))


def _veranderd(samen: Iterable[tuple[D, D]]) -> tuple[Verandering[D], ...]:
    veranderd = [Verandering(o, n, tuple(_velden(o, n))) for o, n in samen if o != n]
    # Op beide ids zonder te letten op wie oud is: dan is de volgorde andersom dezelfde.
    return tuple(sorted(veranderd, key=lambda v: sorted((v.oud.id, v.nieuw.id))))


def _velden(oud: Any, nieuw: Any, behalve: tuple[str, ...] = ()) -> Iterator[Veldverschil]:
    for veld in type(oud).model_fields:
        links, rechts = getattr(oud, veld), getattr(nieuw, veld)
        if veld not in behalve and links != rechts:
            yield Veldverschil(veld, links, rechts)
