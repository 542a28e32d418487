"""De tijd als iets dat je meegeeft, zodat een proef zelf bepaalt welke dag het is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol


class Klok(Protocol):
    """Wie de tijd weet."""

    def nu(self) -> datetime:
        """Dit moment, met tijdzone."""
        ...

    def vandaag(self) -> date:
        """De kalenderdag waar de gebruiker is."""
        ...


class SysteemKlok:
    """De klok van deze computer."""

    def nu(self) -> datetime:
        return datetime.now(UTC)

    def vandaag(self) -> date:
        return datetime.now().astimezone().date()


@dataclass
class VasteKlok:
    """Een klok die stilstaat op een gekozen moment, voor voorbeelden en proeven."""

    moment: datetime

    def nu(self) -> datetime:
        return self.moment

    def vandaag(self) -> date:
        return self.moment.date()
