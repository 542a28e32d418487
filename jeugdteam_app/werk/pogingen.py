"""Keren dat iemand een werkplek probeerde te openen en dat niet lukte: die komen bij de volgende opening in het log.

Zonder sleutel is er niets in de werkplek te schrijven. Daarom staan de tijden zolang in een klein bestand buiten de
werkplek; wat er getypt werd, staat er niet in. Wie bij dat bestand kan, kan het ook weghalen.
"""

from __future__ import annotations

import contextlib
import json
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from jeugdteam_app.kern.bestanden import lees_begrensd, schrijf_heel
from jeugdteam_app.kern.fouten import Fout, InvoerFout

# Wie blijft proberen, vult de schijf niet: de laatste zoveel blijven staan.
_MEESTE = 500
_GROOTSTE = 100_000
_VERKEERD = frozenset({"wachtzin-onjuist", "herstelsleutel-onjuist", "organisatiesleutel-onjuist"})


class Poging(NamedTuple):
    """Wanneer (ISO 8601, UTC) en waarmee het niet lukte."""

    tijd: str
    waarmee: str


def noteer(map_: Path, waar: Path, fout: InvoerFout, poging: Poging) -> None:
    """Onthoudt een verkeerde wachtzin of sleutel, als dat kan; een tikfout in de 24 woorden is geen poging."""
    if fout.code in _VERKEERD:
        with contextlib.suppress(Fout, OSError):
            waar.mkdir(parents=True, exist_ok=True)
            alle = [*lees(map_, waar), poging][-_MEESTE:]
            schrijf_heel(_pad(map_, waar), json.dumps(alle).encode())


def lees(map_: Path, waar: Path) -> tuple[Poging, ...]:
    """De pogingen sinds de vorige opening; wat niet te lezen is, telt niet mee."""
    with contextlib.suppress(Fout, ValueError, TypeError):
        gelezen = json.loads(lees_begrensd(_pad(map_, waar), _GROOTSTE) or b"[]")
        return tuple(Poging(str(tijd), str(waarmee)) for tijd, waarmee in gelezen if datetime.fromisoformat(str(tijd)))
    return ()


def vergeet(map_: Path, waar: Path) -> None:
    """Ze staan in het log."""
    with contextlib.suppress(OSError):
        _pad(map_, waar).unlink(missing_ok=True)


def _pad(map_: Path, waar: Path) -> Path:
    return waar / f"{map_.name}.pogingen"
