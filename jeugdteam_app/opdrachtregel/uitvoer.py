"""Hoe de opdrachtregel leest en schrijft."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.fouten import InvoerFout

GROOTSTE_BESTAND = 20_000_000


def lees_json(pad: Path) -> Any:
    """De inhoud van een JSON-bestand, met een grens aan de grootte."""
    inhoud = lees_begrensd(pad, GROOTSTE_BESTAND)
    if inhoud is None:
        raise InvoerFout("dossierbestand-geen-json")
    try:
        return json.loads(inhoud)
    except (ValueError, RecursionError):
        raise InvoerFout("dossierbestand-geen-json") from None


def als_tekst(gegevens: Any) -> str:
    """Leesbare JSON."""
    return json.dumps(gegevens, ensure_ascii=False, indent=2)
