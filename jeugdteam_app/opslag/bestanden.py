"""Bestanden van een werkplek: heel geschreven, en opgeruimd na een onverwacht einde."""

from __future__ import annotations

from pathlib import Path


def ruim_tijdelijk_op(map_: Path) -> None:
    """Haalt tijdelijke bestanden weg die na een onverwacht einde zijn blijven staan."""
    for vorm in (".*.*.????????", ".*.*.????????-journal"):
        for pad in map_.glob(vorm):
            pad.unlink(missing_ok=True)
