"""Wat er in een veld staat als tekst voor een mens, van welke soort het ook is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.bedragen import deel_van
from jeugdteam_app.dossier.velden import REGISTER
from jeugdteam_app.dossier.veldwoorden import opschrift_bij
from jeugdteam_app.dossier.woorden import woord_of_naam
from jeugdteam_app.journaal.wijziging import VERWIJDERD
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, NietBesproken
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.velden import stemwoorden

_LANGSTE_TEKST = 400
# Delen die alleen het programma iets zeggen.
_ZEGT_NIETS = frozenset({"afdruk", "handtekening"})


def veldnaam(veld: str) -> str:
    """Hoe een veld heet voor een mens."""
    if veld == VERWIJDERD:
        return _("Weggehaald")
    # Een veld van een nieuwere versie heeft hier nog geen woorden.
    return _(opschrift_bij(REGISTER[veld].naam if veld in REGISTER else veld))


def woorden(waarde: Any) -> str:
    """Een waarde als tekst voor een mens, niet langer dan iemand leest."""
    uit = kaal(waarde)
    return uit if len(uit) <= _LANGSTE_TEKST else uit[: _LANGSTE_TEKST - 1] + "…"


def heel(waarde: Any) -> str:
    """Een waarde om te vergelijken: een tekst helemaal, met haar regels."""
    return waarde.strip() if isinstance(waarde, str) and not isinstance(waarde, StrEnum) else kaal(waarde)


def toon_feit(feit: Feit[Any], als_tekst: Callable[[Any], str] = woorden) -> str:
    """Wat er staat, als tekst; niets als er niets is."""
    if isinstance(feit, Conflict):
        return " / ".join(stemwoorden(s, als_tekst) for s in feit.stemmen)
    if isinstance(feit, NietBesproken):
        return _("niet besproken")
    return als_tekst(feit.waarde) if isinstance(feit, Bekend) else ""


def kaal(waarde: Any) -> str:
    """Een waarde als tekst, hoe lang die ook is."""
    if waarde is None or isinstance(waarde, bool):
        return {None: _("leeg"), True: _("ja"), False: _("nee")}[waarde]
    if isinstance(waarde, StrEnum):
        return _(woord_of_naam(waarde))
    if isinstance(waarde, date):
        return toon_datum(waarde)
    if isinstance(waarde, BaseModel):
        delen = ((naam, deel_van(naam, waarde)) for naam in type(waarde).model_fields if naam not in _ZEGT_NIETS)
        return "; ".join(f"{naam.replace('_', ' ')} {kaal(deel)}" for naam, deel in delen if deel not in (None, "", ()))
    if isinstance(waarde, Iterable) and not isinstance(waarde, str | dict):
        return ", ".join(kaal(deel) for deel in waarde)
    return " ".join(str(waarde).split())


# Hoe een verwijzing naar iets anders in een dossier eruitziet, of naar een dossier of een collega; en het kind zelf.
_VERWIJZING = re.compile(rf"\b(?:[a-z_]+:)?[0-9a-f]{{32}}\b|^{KIND}$|(?<=, ){KIND}(?=,|$)|^{KIND}(?=, )", re.MULTILINE)


def met_namen(inhoud: str, namen: Mapping[str, str]) -> str:
    """De tekst met een naam in plaats van elke verwijzing; wat hier geen naam heeft, heet ‘iets anders’."""
    return _VERWIJZING.sub(lambda gevonden: namen.get(gevonden[0], _("iets anders")), inhoud)
