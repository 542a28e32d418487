"""Een regel: wat hij betekent in onze woorden, waar hij vandaan komt en vanaf wanneer hij geldt."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.plaatsen import MIDDELEN


@dataclass(frozen=True)
class Regel:
    """Eén regel uit een bron. ``tekst`` is onze eigen zin; de bron zegt waar zij op steunt."""

    id: str
    aard: str
    tekst: str
    bron: Bron
    geldig_van: date


@dataclass(frozen=True)
class Regelset:
    """De regels van een regio samen met de landelijke, bij één versie."""

    versie: str
    regels: dict[str, Regel]

    def __getitem__(self, id: str) -> Regel:
        return self.regels[id]

    def __contains__(self, id: str) -> bool:
        return id in self.regels


@cache
def regelset(regio: str) -> Regelset:
    """De regels die in een regio gelden: de landelijke en die van de regio zelf."""
    regels: dict[str, Regel] = {}
    versies = []
    for naam in ("landelijk", regio):
        inhoud = json.loads((MIDDELEN / "regels" / f"{naam}.json").read_text(encoding="utf-8"))
        versies.append(f"{naam} {inhoud['versie']}")
        for r in inhoud["regels"]:
            bron = Bron(r["bron"]["document"], r["bron"]["plaats"])
            regels[r["id"]] = Regel(r["id"], r["aard"], r["tekst"], bron, date.fromisoformat(r["geldig_van"]))
    return Regelset(", ".join(versies), regels)
