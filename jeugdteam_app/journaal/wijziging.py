"""Eén wijziging van één veld, zoals die voor altijd in het journaal staat."""

from __future__ import annotations

from typing import Any, NamedTuple

from jeugdteam_app.kern.feit import Antwoord, Bekend, Feit, NietBesproken, Onbekend


class WijzigingId(NamedTuple):
    """Welk apparaat, en de hoeveelste wijziging daarvan. Klokken spelen geen rol in de volgorde."""

    apparaat: str
    teller: int


class Plaats(NamedTuple):
    """Het veld waar een wijziging over gaat: ``voorwerp`` is ``jeugdige`` of bijvoorbeeld ``doel:<uuid>``."""

    voorwerp: str
    veld: str


class Wijziging(NamedTuple):
    """Eén veld kreeg een waarde, door wie, waar, wanneer en na welke voorgangers.

    ``waarde`` is wat ``naar_json`` maakt. ``tijd`` is ISO 8601 in UTC en dient alleen om te tonen.
    Wijzigingen van één ``handeling`` horen bij elkaar. Een verwijdering noemt als voorgangers ook de
    koppen van de andere velden die zij gezien heeft; zo valt werk dat zij niet zag niet stil weg.
    """

    id: WijzigingId
    stroom: str
    handeling: str
    plaats: Plaats
    waarde: dict[str, Any]
    voorgangers: frozenset[WijzigingId]
    auteur: str
    tijd: str


VERWIJDERD = "verwijderd"
POSITIE = "positie"


def naar_json(feit: Feit[Any]) -> dict[str, Any]:
    """De vorm waarin een feit in het journaal staat. Een conflict schrijft niemand; het ontstaat."""
    if isinstance(feit, Bekend):
        return {"b": feit.waarde}
    if isinstance(feit, NietBesproken):
        return {"n": True}
    if isinstance(feit, Onbekend):
        return {"o": feit.gevraagd}
    raise TypeError("een conflict is geen waarde om te schrijven")


def uit_json(waarde: dict[str, Any]) -> Antwoord[Any]:
    """Het feit achter een waarde uit het journaal; een vorm die wij niet kennen, is onbekend."""
    if "b" in waarde:
        return Bekend(waarde["b"])
    if "n" in waarde:
        return NietBesproken()
    return Onbekend(bool(waarde.get("o")))
