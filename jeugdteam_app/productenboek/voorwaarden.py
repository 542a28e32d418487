"""Voorwaarden over feiten, met drie uitkomsten: ja, nee, en 'dat hangt af van'.

Onbekend is geen nee: een voorwaarde waarvan het feit onbekend is, geeft onbekend en noemt dat feit.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from jeugdteam_app.dossier.feiten import FEITNAMEN, GETALLEN, MEERKEUZES, Feiten
from jeugdteam_app.kern.feit import Bekend


class Uitslag(Enum):
    """De drie uitkomsten van een voorwaarde."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Getoetst(NamedTuple):
    """De uitslag, met de voorwaarden die haar bepaalden."""

    uitslag: Uitslag
    voorwaarden: tuple[Voorwaarde, ...]

    @property
    def feiten(self) -> tuple[str, ...]:
        """De feiten die de uitslag bepaalden, elk één keer."""
        return tuple(dict.fromkeys([v.feit for v in self.voorwaarden]))

    @property
    def hangt_af_van(self) -> tuple[str, ...]:
        """De onbekende feiten die het antwoord nog kunnen veranderen."""
        return self.feiten if self.uitslag is Uitslag.ONBEKEND else ()


class _Voorwaarde(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    feit: str

    def klopt(self, waarde: Any) -> bool:
        """Of een bekende waarde voldoet."""
        raise NotImplementedError

    def toets(self, feiten: Feiten) -> Uitslag:
        """Ja, nee, of onbekend als het feit er niet is."""
        feit = feiten.get(self.feit)
        if not isinstance(feit, Bekend):
            return Uitslag.ONBEKEND
        return Uitslag.JA if self.klopt(feit.waarde) else Uitslag.NEE


class Een(_Voorwaarde):
    """De waarde is één van deze."""

    soort: Literal["een_van"] = "een_van"
    een_van: frozenset[str]

    def klopt(self, waarde: Any) -> bool:
        return str(waarde) in self.een_van


class Bevat(_Voorwaarde):
    """In een keuze met meer antwoorden zit er minstens één van deze."""

    soort: Literal["bevat"] = "bevat"
    bevat: frozenset[str]

    def klopt(self, waarde: Any) -> bool:
        return any(str(w) in self.bevat for w in waarde)


class Minstens(_Voorwaarde):
    """In een keuze met meer antwoorden zijn er minstens zoveel."""

    soort: Literal["minstens"] = "minstens"
    minstens: int

    def klopt(self, waarde: Any) -> bool:
        return len(waarde) >= self.minstens


# Een getal zonder bovengrens.
GEEN_GRENS = 999


class Tussen(_Voorwaarde):
    """Een getal van en met, tot en met."""

    soort: Literal["tussen"] = "tussen"
    van: int = 0
    tot_en_met: int = GEEN_GRENS

    def klopt(self, waarde: Any) -> bool:
        return bool(self.van <= waarde <= self.tot_en_met)


Voorwaarde: TypeAlias = Een | Bevat | Minstens | Tussen
# Minstens één groep, en daarvan alles. Zonder groepen geldt het altijd.
Groepen: TypeAlias = tuple[tuple[Annotated[Voorwaarde, Field(discriminator="soort")], ...], ...]


def past_bij_feit(voorwaarde: Voorwaarde) -> bool:
    """Of het feit bestaat en van de vorm is die deze voorwaarde verwacht."""
    if voorwaarde.feit in GETALLEN:
        return isinstance(voorwaarde, Tussen)
    if voorwaarde.feit in MEERKEUZES:
        return isinstance(voorwaarde, Bevat | Minstens)
    return isinstance(voorwaarde, Een) and voorwaarde.feit in FEITNAMEN


def alle(voorwaarden: tuple[Voorwaarde, ...], feiten: Feiten) -> Getoetst:
    """Aan alles is voldaan. Eén nee beslist; anders telt wat onbekend is."""
    return _weeg(voorwaarden, feiten, Uitslag.NEE, Uitslag.JA)


def een_van(voorwaarden: tuple[Voorwaarde, ...], feiten: Feiten) -> Getoetst:
    """Aan minstens één is voldaan. Eén ja beslist; anders telt wat onbekend is."""
    return _weeg(voorwaarden, feiten, Uitslag.JA, Uitslag.NEE)


def _weeg(voorwaarden: tuple[Voorwaarde, ...], feiten: Feiten, beslist: Uitslag, anders: Uitslag) -> Getoetst:
    beslissend: list[Voorwaarde] = []
    open_: list[Voorwaarde] = []
    for voorwaarde in voorwaarden:
        uitslag = voorwaarde.toets(feiten)
        if uitslag is beslist:
            beslissend.append(voorwaarde)
        elif uitslag is not anders:
            open_.append(voorwaarde)
    if beslissend:
        return Getoetst(beslist, tuple(beslissend))
    if open_:
        return Getoetst(Uitslag.ONBEKEND, tuple(open_))
    return Getoetst(anders, voorwaarden)


def groepen(van: Groepen, feiten: Feiten) -> Getoetst:
    """Aan minstens één groep is helemaal voldaan. Zonder groepen is dat altijd zo."""
    if not van:
        return Getoetst(Uitslag.JA, ())
    if len(van) == 1:
        return alle(van[0], feiten)
    getoetst = [alle(groep, feiten) for groep in van]
    uitslagen = [g.uitslag for g in getoetst]
    beslist = next((u for u in (Uitslag.JA, Uitslag.ONBEKEND) if u in uitslagen), Uitslag.NEE)
    return Getoetst(beslist, tuple([v for g in getoetst if g.uitslag is beslist for v in g.voorwaarden]))
