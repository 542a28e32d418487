"""Bedragen in hele eurocenten; nooit een kommagetal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jeugdteam_app.kern.fouten import InvoerFout

# Zo'n grens houdt een getal met duizenden cijfers buiten de deur voordat er iets mee gerekend wordt.
_BEDRAG = re.compile(r"(\d{1,3}(?:\.\d{3}){0,3}|\d{1,10})(?:,(\d{1,2}))?")


@dataclass(frozen=True, order=True)
class Geld:
    """Een bedrag in eurocenten, nul of meer."""

    centen: int

    def __post_init__(self) -> None:
        if self.centen < 0:
            raise InvoerFout("geld-negatief")

    @classmethod
    def lees(cls, tekst: str) -> Geld:
        """Leest een bedrag zoals mensen het schrijven: ``1.234,50``, ``78`` of ``€ 78,5``."""
        gevonden = _BEDRAG.fullmatch(tekst.strip().removeprefix("€").strip())
        if gevonden is None:
            raise InvoerFout("geld-vorm")
        euros, centen = gevonden.groups()
        return cls(int(euros.replace(".", "")) * 100 + int((centen or "0").ljust(2, "0")))

    def maal(self, aantal: int) -> Geld:
        """Het bedrag voor ``aantal`` eenheden."""
        return Geld(self.centen * aantal)

    def __str__(self) -> str:
        euros = f"{self.centen // 100:,}".replace(",", ".")
        return f"€ {euros},{self.centen % 100:02d}"
