"""Twee dossiers van hetzelfde kind: merken, koppelen en weer losmaken. Samenvoegen tot één dossier doen we niet.

Twee dossiers kunnen van een verschillende wet zijn, en wat eenmaal door elkaar staat is niet meer te scheiden. Een
koppeling zegt alleen dat het om hetzelfde kind gaat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Gezin, Jeugdige
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.bsn import Bsn
from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend, alle_waarden, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.kaal import kaal
from jeugdteam_app.werk import schrijven
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.werkplek import Werkplek


@dataclass(frozen=True)
class Dubbel:
    """Een ander dossier dat van hetzelfde kind is, of kan zijn."""

    dossier: str
    naam: str
    gezin: str
    gekoppeld: bool


def dubbele(werkplek: Werkplek, id: str) -> tuple[Dubbel, ...]:
    """De dossiers die gekoppeld zijn of erop lijken: hetzelfde bsn, of dezelfde naam en geboortedag."""
    eigen = werkplek.dossier(id)
    gevonden = (_vergelijk(eigen, ander) for ander in leesbare_dossiers(werkplek) if ander.id != id)
    return tuple(d for d in gevonden if d is not None)


def alle_nieuwe(werkplek: Werkplek) -> Iterator[tuple[Dossier, Dubbel]]:
    """Elk dossier met een dubbel waar nog niemand iets over zei; van elk paar het dossier dat er later kwam."""
    eerder: list[Dossier] = []
    for dossier in leesbare_dossiers(werkplek):
        for ander in eerder:
            dubbel = _vergelijk(dossier, ander)
            if dubbel is not None and not dubbel.gekoppeld:
                yield dossier, dubbel
        eerder.append(dossier)


def namen_van_nieuwe(werkplek: Werkplek, ids: Iterable[str]) -> list[str]:
    """De namen van de kinderen uit deze dossiers met een dubbel waar nog niemand iets over zei."""
    hier = {d.id: d for d in leesbare_dossiers(werkplek)}
    lijkt = (hier[id] for id in ids if id in hier and any(not d.gekoppeld for d in dubbele(werkplek, id)))
    return [d.een(Jeugdige).volledige_naam for d in lijkt]


def koppel(werkplek: Werkplek, id: str, ander: str) -> None:
    """Zegt dat het hetzelfde kind is; beide dossiers blijven wat ze zijn."""
    _zet(werkplek, id, ander, Jeugdige.zelfde_als, Jeugdige.niet_zelfde_als)


def maak_los(werkplek: Werkplek, id: str, ander: str) -> None:
    """Zegt dat het een ander kind is; was er een koppeling, dan is die weg."""
    _zet(werkplek, id, ander, Jeugdige.niet_zelfde_als, Jeugdige.zelfde_als)


def _zet(werkplek: Werkplek, id: str, ander: str, erbij: Veld[tuple[str, ...]], eraf: Veld[tuple[str, ...]]) -> None:
    with werkplek.kluis.transactie():
        for een, twee in ((id, ander), (ander, id)):
            kind = werkplek.dossier(een).een(Jeugdige)
            met = tuple(dict.fromkeys((*waarde_of(getattr(kind, erbij.naam), ()), twee)))
            zonder = tuple(d for d in waarde_of(getattr(kind, eraf.naam), ()) if d != twee)
            feiten: dict[schrijven.Plek, Feit[tuple[str, ...]]] = {
                (Jeugdige.soort, erbij): Bekend(met), (Jeugdige.soort, eraf): Bekend(zonder) if zonder else Onbekend()
            }  # fmt: skip
            schrijven.leg_vast(werkplek, een, feiten)


def _vergelijk(eigen: Dossier, ander: Dossier) -> Dubbel | None:
    een, twee = eigen.een(Jeugdige), ander.een(Jeugdige)
    nee = ander.id in waarde_of(een.niet_zelfde_als, ()) or eigen.id in waarde_of(twee.niet_zelfde_als, ())
    # Twee kinderen hebben nooit hetzelfde bsn: dan vragen we het toch nog eens.
    gekoppeld = ander.id in waarde_of(een.zelfde_als, ()) or eigen.id in waarde_of(twee.zelfde_als, ())
    if nee and gekoppeld:
        # De een koppelde, de ander zei dat het een ander kind is: dat kiest een mens.
        return Dubbel(ander.id, twee.volledige_naam, waarde_of(ander.een(Gezin).naam, ""), gekoppeld=False)
    if nee and not _zelfde_bsn(een, twee):
        return None
    if not (gekoppeld or _lijkt(een, twee)):
        return None
    return Dubbel(ander.id, twee.volledige_naam, waarde_of(ander.een(Gezin).naam, ""), gekoppeld)


def _lijkt(een: Jeugdige, twee: Jeugdige) -> bool:
    if _zelfde_bsn(een, twee):
        return True
    zelfde_dag = set(alle_waarden(een.geboortedatum)) & set(alle_waarden(twee.geboortedatum))
    return bool(zelfde_dag and _namen(een) & _namen(twee))


def _zelfde_bsn(een: Jeugdige, twee: Jeugdige) -> bool:
    return bool(_nummers(een) & _nummers(twee))


def _nummers(kind: Jeugdige) -> set[str]:
    """De nummers die kunnen kloppen; schreven twee mensen iets anders, dan telt elk."""
    goed: set[str] = set()
    for nummer in alle_waarden(kind.bsn):
        with suppress(InvoerFout):
            goed.add(Bsn(nummer))
    return goed


def _namen(kind: Jeugdige) -> set[str]:
    """Roepnaam en eerste voornaam; een tweeling heeft dezelfde dag en achternaam, en telt dus niet als dubbel."""
    eerste = (voornaam for alles in alle_waarden(kind.voornamen) for voornaam in alles.split()[:1])
    return {kaal(naam.strip()) for naam in (*alle_waarden(kind.roepnaam), *eerste) if naam.strip()}
