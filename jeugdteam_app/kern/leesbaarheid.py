"""Hoe makkelijk een tekst leest, met de leesindex van Douma (1960): Flesch voor het Nederlands.

206,84 min 0,93 maal het aantal woorden per zin, min 77 maal het aantal lettergrepen per woord. Hoger is makkelijker.
Het is een hulp bij het schrijven en geen maat voor B1: hij kent geen woorden en leest niet wat er staat.
Lettergrepen komen van het afbreekwoordenboek van OpenTaal (``pyphen``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

# Onder dit aantal woorden zegt een gemiddelde niets.
MINSTE_WOORDEN = 10
# Onze keuze voor wat we aanwijzen; langer mag, maar lees het nog eens.
LANGE_ZIN, LANG_WOORD = 15, 4
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Hun punt is niet het einde van een zin.
_AFKORTINGEN = (
    "a.u.b.", "bijv.", "blz.", "bv.", "ca.", "d.m.v.", "d.w.z.", "dhr.", "dr.", "drs.", "evt.", "i.o.m.", "i.p.v.",
    "i.v.m.", "incl.", "m.b.t.", "m.n.", "mevr.", "mr.", "mw.", "n.a.v.", "nr.", "o.a.",
    "o.b.v.", "p.p.", "resp.", "t.a.v.", "t.o.v.", "vgl.", "zgn.",
)  # fmt: skip
_AFGEKORT = "|".join(map(re.escape, _AFKORTINGEN))
# Deze staan ook aan het einde van een zin: ‘na 30 min. Hij wil’; en Max. is een naam.
_OOK_AAN_HET_EINDE = r"(?:max|min|nl)\.(?!\s+[A-ZÀ-Þ])"
_ZIN = re.compile(rf"(?:\b(?:(?i:{_AFGEKORT})|{_OOK_AAN_HET_EINDE})|(?<=\d)\.(?=\d)|[^.!?\n])+[.!?]*")


class Oordeel(Enum):
    """In gewone woorden hoe de tekst leest; de grenzen komen uit de tabel van Douma."""

    MAKKELIJK = "makkelijk"
    GEWOON = "gewoon"
    MOEILIJK = "moeilijk"


@dataclass(frozen=True)
class Leesbaarheid:
    """De index (``None`` als de tekst te kort is), en waar lange zinnen en woorden staan: begin en einde in tekens."""

    index: int | None
    lange_zinnen: tuple[tuple[int, int], ...]
    lange_woorden: tuple[tuple[int, int], ...]

    @property
    def oordeel(self) -> Oordeel | None:
        """Vanaf 70 vrij makkelijk, vanaf 60 gewoon, daaronder moeilijk."""
        if self.index is None:
            return None
        if self.index >= 70:
            return Oordeel.MAKKELIJK
        return Oordeel.GEWOON if self.index >= 60 else Oordeel.MOEILIJK


def lees(tekst: str) -> Leesbaarheid:
    """Meet een tekst."""
    zinnen = [(zin, woorden) for zin in _ZIN.finditer(tekst) if (woorden := _WOORD.findall(zin.group()))]
    woorden = [(woord.span(), lettergrepen(woord.group())) for woord in _WOORD.finditer(tekst)]
    index = None
    if len(woorden) >= MINSTE_WOORDEN:
        per_zin, per_woord = len(woorden) / len(zinnen), sum(aantal for _plek, aantal in woorden) / len(woorden)
        index = round(206.84 - 0.93 * per_zin - 77 * per_woord)
    return Leesbaarheid(
        index=index,
        lange_zinnen=tuple(_zonder_rand(zin) for zin, erin in zinnen if len(erin) > LANGE_ZIN),
        lange_woorden=tuple(plek for plek, aantal in woorden if aantal > LANG_WOORD),
    )


@lru_cache(maxsize=20_000)
def lettergrepen(woord: str) -> int:
    """Het aantal lettergrepen; minstens één."""
    return sum(len(_woordenboek().positions(stuk)) + 1 for stuk in re.split(r"['’-]", woord.lower()) if stuk)


@cache
def _woordenboek() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL", left=1, right=1)


def _zonder_rand(zin: re.Match[str]) -> tuple[int, int]:
    begin = zin.start() + len(zin.group()) - len(zin.group().lstrip())
    return begin, begin + len(zin.group().strip())
