"""Een klein bestand buiten de kluis, getekend met haar sleutel: zo valt op dat iemand het veranderde."""

from __future__ import annotations

import contextlib
import hmac
import json
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.bestanden import lees_begrensd, schrijf_heel
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel

_GROOTSTE = 1_000_000


def schrijf(pad: Path, sleutel: Hoofdsleutel, doel: str, inhoud: Any) -> None:
    """Schrijft de inhoud met een merk; ``doel`` houdt soorten bestanden uit elkaar."""
    schrijf_heel(pad, json.dumps({doel: inhoud, "echt": _teken(sleutel, doel, inhoud)}).encode())


def lees(pad: Path, sleutel: Hoofdsleutel, doel: str) -> Any | None:
    """De inhoud; ``None`` als het bestand er niet is of als er iets niet aan klopt."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, WereldFout, RecursionError):
        gelezen = json.loads(lees_begrensd(pad, _GROOTSTE) or b"")
        if hmac.compare_digest(str(gelezen["echt"]), _teken(sleutel, doel, gelezen[doel])):
            return gelezen[doel]
    return None


def _teken(sleutel: Hoofdsleutel, doel: str, inhoud: Any) -> str:
    return hmac.new(sleutel.afgeleid(doel), json.dumps(inhoud, sort_keys=True).encode(), "sha256").hexdigest()
