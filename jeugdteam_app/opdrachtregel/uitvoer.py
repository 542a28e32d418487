"""Hoe de opdrachtregel leest en schrijft."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.fouten import InvoerFout, WereldFout

GROOTSTE_BESTAND = 20_000_000


def lees_json(pad: Path) -> Any:
    """De inhoud van een JSON-bestand, met een grens aan de grootte."""
    try:
        if pad.stat().st_size > GROOTSTE_BESTAND:
            raise InvoerFout("dossierbestand-geen-json")
        return json.loads(pad.read_text(encoding="utf-8"))
    except OSError:
        raise WereldFout("bestand-niet-leesbaar") from None
    except (ValueError, RecursionError):
        raise InvoerFout("dossierbestand-geen-json") from None


def als_tekst(gegevens: Any) -> str:
    """Leesbare JSON."""
    return json.dumps(gegevens, ensure_ascii=False, indent=2)
