"""Een ding uit het dossier op één regel: de eerste woorden die iemand erover opschreef."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeVar

from jeugdteam_app.dossier.gezin import Persoon
from jeugdteam_app.dossier.velden import Voorwerp, velden_van
from jeugdteam_app.kern.feit import Feit, alle_waarden, waarde
from jeugdteam_app.kern.ongeveer import Ongeveer, toon_ongeveer

T = TypeVar("T")

# Een naam alleen zegt te weinig op een regel: dan staat erbij wat die mens zei.
_NAAM, _REGEL = 20, 90
_WIE_OF_WAT = ("wie", "door", "productnaam")


def in_het_kort(voorwerp: Voorwerp) -> str:
    """De eerste woorden die iemand over dit ding opschreef; leeg als er nog niets staat."""
    if isinstance(voorwerp, Persoon):
        return voorwerp.weergavenaam
    gevuld = ((veld, waarde(getattr(voorwerp, veld.naam))) for veld in velden_van(type(voorwerp)).values())
    zinnen = [
        toon_ongeveer(zin) if veld.vorm is Ongeveer else " ".join(zin.split())
        for veld, zin in gevuld if isinstance(zin, str) and not isinstance(zin, StrEnum)
    ]  # fmt: skip
    # Een sleutel van iets anders, zoals persoon:…, zegt een lezer niets.
    woorden = [z for z in zinnen if z and not re.fullmatch(r"[a-z]+:\w+", z)]
    woorden = woorden or list(_uit_besluiten(voorwerp))
    return op_een_regel(": ".join(woorden[: 2 if woorden and len(woorden[0]) <= _NAAM else 1]))


def _uit_besluiten(voorwerp: Voorwerp) -> Iterator[str]:
    """Wie iets zei of waar het over gaat, uit wat als één geheel is opgeschreven; ook als twee mensen dat deden."""
    for veld in velden_van(type(voorwerp)).values():
        for geheel in alle_waarden(getattr(voorwerp, veld.naam)):
            gezegd = (getattr(geheel, naam, "") for naam in _WIE_OF_WAT)
            yield from (zin for zin in gezegd if isinstance(zin, str) and zin)


def gezegd(feit: Feit[str]) -> str:
    """Wat er staat. Schreven twee mensen iets anders, dan allebei met een cijfer ervoor: niets valt stil weg."""
    alles = [woorden for zin in alle_waarden(feit) if (woorden := zin.strip())]
    return "\n".join(f"{nummer}. {zin}" for nummer, zin in enumerate(alles, 1)) if len(alles) > 1 else "".join(alles)


def keuzes(feit: Feit[T], als_tekst: Callable[[T], str], tussen: str = " / ") -> str:
    """Wat er gekozen is of welke dag er staat, in woorden; kozen twee mensen iets anders, dan allebei."""
    return tussen.join(dict.fromkeys(als_tekst(inhoud) for inhoud in alle_waarden(feit)))


def namen(feit: Feit[str]) -> str:
    """Wie er staat; schreven twee mensen een andere naam, dan allebei."""
    return " / ".join(naam for wie in alle_waarden(feit) if (naam := wie.strip()))


def op_een_regel(tekst: str) -> str:
    """Een tekst, niet langer dan op één regel past."""
    return textwrap.shorten(tekst, _REGEL, placeholder=" …")
