"""Eén bevinding bij een toewijzing, en hoe zwaar zij weegt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from jeugdteam_app.kern.bron import Bron


class Zwaarte(StrEnum):
    """Hoe zwaar, de zwaarste eerst: een blokkade is er maar van weinig soorten; de rest is advies of kennisgeving."""

    BLOKKADE = "blokkade"
    CONCEPT = "concept"
    ADVIES = "advies"


@dataclass(frozen=True)
class Bevinding:
    """Eén bevinding, met een code waar de rand een zin bij heeft."""

    code: str
    zwaarte: Zwaarte
    bron: Bron
    gegevens: dict[str, str | int] = field(default_factory=dict)
