"""Merken dat een werkplek is teruggezet: het hoofd van de ketens wordt ook buiten de kluis onthouden.

Zet iemand een ouder bestand van de kluis terug, dan klopt dat bestand op zichzelf. Alleen wat ernaast is onthouden,
laat zien dat er iets ontbreekt. Het onthouden hoofd zegt niets over wat erin staat en is getekend met de sleutel.
"""

from __future__ import annotations

import contextlib
import hmac
import json
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.bestanden import lees_begrensd, schrijf_heel
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag.kluis import Kluis

_GROOTSTE = 10_000
_TABELLEN = ("toegangslog", "wijziging")


def onthoud(kluis: Kluis, map_: Path) -> None:
    """Schrijft het hoofd van nu op, buiten de kluis. Lukt dat niet, dan blijft het vorige staan."""
    hoofd = {tabel: _hoofd(kluis, tabel) for tabel in _TABELLEN}
    inhoud = {"hoofd": hoofd, "echt": _teken(kluis, hoofd)}
    with contextlib.suppress(OSError, WereldFout):
        map_.mkdir(parents=True, exist_ok=True)
        schrijf_heel(_pad(kluis, map_), json.dumps(inhoud).encode())


def is_ouder(kluis: Kluis, map_: Path) -> bool:
    """Of er in deze kluis iets ontbreekt dat er eerder wel was. Zonder onthouden hoofd is dat niet te zeggen."""
    pad = _pad(kluis, map_)
    if not pad.exists():
        return False
    hoofd: dict[str, Any] = {}
    with contextlib.suppress(ValueError, KeyError, TypeError, WereldFout, RecursionError):
        gelezen = json.loads(lees_begrensd(pad, _GROOTSTE) or b"")
        if hmac.compare_digest(str(gelezen["echt"]), _teken(kluis, gelezen["hoofd"])):
            hoofd = gelezen["hoofd"]
    if set(hoofd) != set(_TABELLEN):
        # Er is aan geknoeid, of het is van een andere sleutel: dan kijkt een mens.
        return True
    if not _staat_er(kluis, "toegangslog", hoofd["toegangslog"]):
        return True
    # Een teruggedraaide samenvoeging haalt wijzigingen weg; dan staat er daarna een regel in het log.
    verder = _hoofd(kluis, "toegangslog")[0] > hoofd["toegangslog"][0]
    return not verder and not _staat_er(kluis, "wijziging", hoofd["wijziging"])


def _hoofd(kluis: Kluis, tabel: str) -> tuple[int, str]:
    rijen = kluis.vraag(f"SELECT nr, keten FROM {tabel} ORDER BY nr DESC LIMIT 1")
    return (int(rijen[0][0]), bytes(rijen[0][1]).hex()) if rijen else (0, "")


def _staat_er(kluis: Kluis, tabel: str, hoofd: Any) -> bool:
    nr, keten = hoofd
    if nr == 0:
        return True
    rijen = kluis.vraag(f"SELECT keten FROM {tabel} WHERE nr = ?", nr)
    return bool(rijen) and bytes(rijen[0][0]).hex() == keten


def _teken(kluis: Kluis, hoofd: Any) -> str:
    return hmac.new(kluis.sleutel.afgeleid("hoofd"), json.dumps(hoofd, sort_keys=True).encode(), "sha256").hexdigest()


def _pad(kluis: Kluis, map_: Path) -> Path:
    # De map hoort erbij: een kopie die iemand bewust terugzette, is een eigen werkplek.
    return map_ / f"{kluis.map.name}-{kluizen.lees_sloten(kluis.map).kluis[:8]}.hoofd"
