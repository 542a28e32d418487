"""Een feit is bekend, onbekend, niet besproken of in conflict; dat verschil zit in de typen.

Onbekend is geen nee. Een conflict (twee laptops schreven elk iets anders) telt in de regels als
onbekend tot iemand kiest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Bekend(Generic[T_co]):
    """Iemand heeft dit gezegd of gekozen."""

    waarde: T_co


@dataclass(frozen=True)
class Onbekend:
    """Nog niemand heeft er iets over gezegd, of gevraagd en niemand wist het (``gevraagd``)."""

    gevraagd: bool = False


@dataclass(frozen=True)
class NietBesproken:
    """Bewust niet gevraagd: dat is een goed antwoord en hoeft geen reden."""


Antwoord: TypeAlias = Bekend[T_co] | Onbekend | NietBesproken


@dataclass(frozen=True)
class Stem(Generic[T_co]):
    """Eén van de antwoorden in een conflict: wie schreef dit, wanneer.

    Ook 'niet besproken' is een antwoord. ``None`` is er een uit een nieuwere versie, die wij niet kunnen lezen.
    """

    feit: Antwoord[T_co] | None
    auteur: str
    tijd: str

    @property
    def waarde(self) -> T_co | None:
        """De bekende waarde van deze stem."""
        return self.feit.waarde if isinstance(self.feit, Bekend) else None


@dataclass(frozen=True)
class Conflict(Generic[T_co]):
    """Gelijktijdig geschreven waarden; allemaal blijven ze zichtbaar tot een mens kiest."""

    stemmen: tuple[Stem[T_co], ...]


Feit: TypeAlias = Antwoord[T_co] | Conflict[T_co]

ONBEKEND = Onbekend()


def waarde(feit: Feit[T]) -> T | None:
    """De bekende waarde, of ``None`` als die er (nog) niet is. Alleen voor tonen en rekenen."""
    return feit.waarde if isinstance(feit, Bekend) else None


def alle_waarden(feit: Feit[T]) -> tuple[T, ...]:
    """Wat er staat, ook als twee mensen iets anders schreven: dan allebei."""
    if isinstance(feit, Conflict):
        return tuple(stem.waarde for stem in feit.stemmen if stem.waarde is not None)
    return (feit.waarde,) if isinstance(feit, Bekend) else ()


def waarde_of(feit: Feit[T], anders: T) -> T:
    """De bekende waarde, of ``anders``."""
    return feit.waarde if isinstance(feit, Bekend) else anders
