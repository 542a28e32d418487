"""Welke werkplekken er op deze computer staan. Licht, want het eerste scherm wacht erop."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from jeugdteam_app.opslag.indeling import generaties, is_kluis, naam_van, was_open, wordt_bekeken


def kluizen(waar: Path, hoofden: Path | None = None) -> list[tuple[Path, str]]:
    """De werkplekken in een map, met hun naam. Een beschadigde doet nog steeds mee; een half teruggezette niet.

    ``hoofden``: waar deze computer onthield welke werkplekken hier open waren. Is daarvan het slotenbestand weg, dan is
    zij er nog: er is uit te redden. Een map die nooit af kwam, staat daar niet bij.
    """
    if not waar.is_dir():
        return []
    mappen = (map_ for map_ in sorted(waar.iterdir()) if map_.is_dir() and not map_.name.startswith("."))
    er_zijn = (m for m in mappen if is_kluis(m) or (hoofden is not None and generaties(m) and was_open(m, hoofden)))
    return [(map_, naam_van(map_)) for map_ in er_zijn if not wordt_bekeken(map_)]


def vrije_naam(waar: Path, naam: str) -> str:
    """De naam zelf, of met een nummer erbij als er hier al een werkplek zo heet."""
    bezet = {naam_ for _map, naam_ in kluizen(waar)}
    namen = chain([naam], (f"{naam} ({nummer})" for nummer in count(2)))
    return next(n for n in namen if n not in bezet)
