"""Een tekening met de hand: strepen in een vlak van 1000 bij 400, als rij van x en y om en om."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

BREED, HOOG = 1000, 400
MEESTE_STREPEN, MEESTE_GETALLEN = 300, 4000


def _binnen(streep: tuple[int, ...]) -> tuple[int, ...]:
    breed, hoog = all(0 <= x <= BREED for x in streep[::2]), all(0 <= y <= HOOG for y in streep[1::2])
    if len(streep) % 2 or not (breed and hoog):
        raise ValueError("een streep valt buiten het vlak")
    return streep


Streep: TypeAlias = Annotated[tuple[int, ...], Field(min_length=2, max_length=MEESTE_GETALLEN), AfterValidator(_binnen)]
Schets: TypeAlias = Annotated[tuple[Streep, ...], Field(max_length=MEESTE_STREPEN)]


def punten(streep: Streep) -> list[tuple[int, int]]:
    """De punten van een streep."""
    return list(zip(streep[::2], streep[1::2], strict=True))


_SCHETS: TypeAdapter[Schets] = TypeAdapter(Schets)


def lees_schets(tekst: str) -> Schets:
    """Een tekening die als tekst is bewaard; is er niets van te maken, dan een leeg vlak."""
    try:
        return _SCHETS.validate_json(tekst)
    except ValidationError:
        return ()
