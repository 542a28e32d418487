"""Een verwijzing naar de plek waar een regel, getal of begrip vandaan komt."""

from __future__ import annotations

from typing import NamedTuple


class Bron(NamedTuple):
    """Document en vindplaats: een regelnummer, artikel of regelcode. Nooit de overgenomen zin zelf."""

    document: str
    plaats: str

    def __str__(self) -> str:
        return f"{self.document}, {self.plaats}"
