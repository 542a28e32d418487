"""De tijdlijn: wat er gebeurde en welke hulp er was, op hun plek in de tijd, met hoe het was of wat het bracht."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.geschiedenis import EerdereHulp, Effect, Gebeurtenis, Gevoel
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.kort import gezegd, keuzes, namen
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Conflict, Feit, Onbekend, alle_waarden, waarde
from jeugdteam_app.kern.ongeveer import grenzen, toon_ongeveer
from jeugdteam_app.kern.taal import N_


class Streep(NamedTuple):
    """Eén gebeurtenis of hulp. ``van`` en ``tot`` zijn de plek op de lijn, van 0 tot en met 1.

    Van hulp kan het begin of het einde onbekend zijn; dan is de balk open (``is_open``) en loopt hij tot vandaag.
    """

    wat: str
    van: float
    tot: float
    begin: str
    einde: str
    hoe: Gevoel | Effect | None
    is_hulp: bool

    @property
    def is_open(self) -> bool:
        """Of van deze hulp niet is opgeschreven wanneer zij begon of ophield."""
        return self.is_hulp and not (self.begin and self.einde)


def in_woorden(streep: Streep, vertaal: Callable[[str], str] = str) -> str:
    """Eén regel: wat, wanneer, en hoe het was of wat het bracht."""
    wanneer = toon_ongeveer(streep.begin) if streep.begin else ""
    if streep.is_hulp:
        zin = N_("{van} tot {tot}")
        if not streep.einde:
            zin = N_("vanaf {van}, tot wanneer staat er niet")
        elif not streep.begin:
            zin = N_("tot {tot}, vanaf wanneer staat er niet")
        wanneer = vertaal(zin).format(van=wanneer, tot=toon_ongeveer(streep.einde) if streep.einde else "")
    hoe = f" · {vertaal(woord(streep.hoe))}" if streep.hoe else ""
    return f"{streep.wat.rstrip('.')} · {wanneer}{hoe}"


@dataclass(frozen=True)
class Tijdlijn:
    """De strepen op volgorde, de jaren met hun plek, wat geen tijd heeft, en de plek van vandaag."""

    strepen: tuple[Streep, ...]
    jaren: tuple[tuple[int, float], ...]
    zonder_tijd: tuple[str, ...]
    nu: float = 1.0


class _Ruw(NamedTuple):
    wat: str
    begin: str
    einde: str
    hoe: Gevoel | Effect | None
    is_hulp: bool

    def dagen(self) -> tuple[date, date]:
        """De eerste en laatste dag waar dit over kan gaan."""
        return grenzen(self.begin or self.einde)[0], grenzen(self.einde or self.begin)[1]


def tijdlijn(dossier: Dossier, vandaag: date) -> Tijdlijn:
    """De tijdlijn van het kind, vanaf de geboorte als die bekend is, tot en met het jaar van vandaag."""
    ruw = [
        *(_Ruw(_met_twee(gezegd(g.wat), g.wanneer, Onbekend(), g.gevoel), _eerste(g.wanneer), "",
               waarde(g.gevoel), False)
          for g in dossier.alle(Gebeurtenis)),
        *(_Ruw(_met_twee(_hulp(h), h.van, h.tot, h.effect), _eerste(h.van), _laatste(h.tot), waarde(h.effect), True)
          for h in dossier.alle(EerdereHulp)),
    ]  # fmt: skip
    met_tijd = sorted((r for r in ruw if r.wat and (r.begin or r.einde)), key=lambda r: (*r.dagen(), r.wat))
    zonder = tuple(r.wat for r in ruw if r.wat and not r.begin and not r.einde)
    if not met_tijd:
        return Tijdlijn((), (), zonder)
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    eerste = min(r.dagen()[0] for r in met_tijd)
    begin = date(min(eerste, geboren or eerste).year, 1, 1)
    einde = date(max(vandaag, *(r.dagen()[1] for r in met_tijd)).year, 12, 31)

    def plek(dag: date) -> float:
        return (dag - begin).days / (einde - begin).days

    def laatste(r: _Ruw) -> date:
        # Hulp zonder einde kan nog lopen: dan loopt de open balk tot vandaag.
        return max(*r.dagen(), vandaag) if r.is_hulp and not r.einde else max(r.dagen())

    strepen = tuple(
        Streep(r.wat, plek(r.dagen()[0]), plek(laatste(r)), r.begin, r.einde, r.hoe, r.is_hulp) for r in met_tijd
    )
    jaren = tuple((jaar, plek(date(jaar, 1, 1))) for jaar in range(begin.year, einde.year + 1))
    return Tijdlijn(strepen, jaren, zonder, plek(vandaag))


def _eerste(feit: Feit[str]) -> str:
    """Wanneer iets begon; noemden twee mensen iets anders, dan het vroegste."""
    return min(alle_waarden(feit), key=lambda zin: grenzen(zin)[0], default="")


def _laatste(feit: Feit[str]) -> str:
    return max(alle_waarden(feit), key=lambda zin: grenzen(zin)[1], default="")


def _met_twee(wat: str, begin: Feit[str], einde: Feit[str], hoe: Feit[Any]) -> str:
    """Wat er was, met erbij waar twee mensen iets anders over zeiden."""
    twee = [
        keuzes(feit, als_tekst)
        for feit, als_tekst in ((begin, toon_ongeveer), (einde, toon_ongeveer), (hoe, woord))
        if isinstance(feit, Conflict)
    ]
    return f"{wat} ({'; '.join(twee)})" if wat and twee else wat


def _hulp(hulp: EerdereHulp) -> str:
    wat, wie = gezegd(hulp.wat), namen(hulp.door_wie)
    return f"{wat} ({wie})" if wat and wie else wat or wie
