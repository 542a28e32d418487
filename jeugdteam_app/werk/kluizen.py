"""Welke werkplekken er op deze computer staan. Licht, want het eerste scherm wacht erop."""

from __future__ import annotations

from pathlib import Path

from jeugdteam_app.opslag.indeling import is_kluis, naam_van, wordt_bekeken


def kluizen(waar: Path) -> list[tuple[Path, str]]:
    """De werkplekken in een map, met hun naam. Een beschadigde doet nog steeds mee; een half teruggezette niet."""
    if not waar.is_dir():
        return []
    mappen = (map_ for map_ in sorted(waar.iterdir()) if not map_.name.startswith("."))
    return [(map_, naam_van(map_)) for map_ in mappen if is_kluis(map_) and not wordt_bekeken(map_)]
