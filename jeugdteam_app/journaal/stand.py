"""De stand van een stroom: wat er nu staat, gevouwen uit alle wijzigingen.

Samenvoegen van twee kopieën is de vereniging van hun wijzigingen. Welke volgorde ze aankomen en hoe
vaak, maakt niet uit. Van gelijktijdige waarden wint er nooit een stil: beide blijven staan. Alleen lange teksten waar
ieder iets anders aan veranderde, en verzamelingen, komen samen (``samenvoegen``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from jeugdteam_app.journaal.samenvoegen import Samengekomen, samengevoegd
from jeugdteam_app.journaal.wijziging import (
    POSITIE,
    VERWIJDERD,
    Plaats,
    Wijziging,
    WijzigingId,
    uit_json,
)
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, Onbekend, Stem


class Betwist(NamedTuple):
    """Iets dat de een weghaalde terwijl een ander eraan schreef: het blijft staan tot iemand kiest."""

    weghalers: tuple[Wijziging, ...]
    schrijvers: tuple[Wijziging, ...]


class Stand:
    """Per veld de koppen: de wijzigingen waar nog niets op gevolgd is. Meestal is dat er één."""

    __slots__ = ("_koppen", "_samen", "_voorwerpen")

    def __init__(
        self, koppen: dict[Plaats, tuple[Wijziging, ...]] | None = None, samen: dict[Plaats, Samengekomen] | None = None
    ) -> None:
        self._koppen = koppen or {}
        self._samen = samen or {}
        self._voorwerpen: dict[str, list[str]] | None = None

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Stand) and (self._koppen, self._samen) == (ander._koppen, ander._samen)

    __hash__ = None  # type: ignore[assignment]

    def koppen(self, plaats: Plaats) -> tuple[Wijziging, ...]:
        """De koppen van een veld, op vaste volgorde."""
        return self._koppen.get(plaats, ())

    def alle_koppen(self) -> Iterator[Wijziging]:
        """Alle koppen, ook die van velden die dit programma niet kent."""
        for koppen in self._koppen.values():
            yield from koppen

    def plaatsen(self) -> Iterable[Plaats]:
        """Elke plaats waar iets geschreven is."""
        return self._koppen.keys()

    def feit(self, voorwerp: str, veld: str) -> Feit[Any]:
        """Wat er in een veld staat; bij verschillende koppen een conflict met alle stemmen."""
        koppen = self._koppen.get(Plaats(voorwerp, veld), ())
        if not koppen:
            return Onbekend()
        if all(k.waarde == koppen[0].waarde for k in koppen):
            return uit_json(koppen[0].waarde)
        if (samen := self._samen.get(Plaats(voorwerp, veld))) is not None:
            return Bekend(samen)
        return Conflict(tuple(Stem(uit_json(k.waarde), k.auteur, k.tijd) for k in koppen))

    @property
    def samengevoegd(self) -> dict[Plaats, Samengekomen]:
        """De velden waarin het werk van meer mensen is samengekomen; tot iemand er verder in schrijft."""
        return self._samen

    def voorwerpen(self, soort: str) -> tuple[str, ...]:
        """De aanwezige voorwerpen van een soort, op hun plek in de lijst."""
        if self._voorwerpen is None:
            self._voorwerpen = self._deel_in()
        aanwezig = [v for v in self._voorwerpen.get(soort, ()) if not self._is_weg(v)]
        return tuple(sorted(aanwezig, key=self._volgorde))

    def is_aanwezig(self, voorwerp: str) -> bool:
        """Of een voorwerp niet is weggehaald."""
        return not self._is_weg(voorwerp)

    def zonder(self, plaatsen: Collection[Plaats]) -> Stand:
        """Dezelfde stand zonder wat er in deze velden staat."""
        over = {plaats: koppen for plaats, koppen in self._koppen.items() if plaats not in plaatsen}
        return Stand(over, {plaats: wat for plaats, wat in self._samen.items() if plaats in over})

    def anders(self, koppen: Mapping[Plaats, tuple[Wijziging, ...]]) -> Stand:
        """Dezelfde stand, met in deze velden iets anders; alleen om te lezen wat er staat."""
        return Stand({**self._koppen, **koppen}, {p: wat for p, wat in self._samen.items() if p not in koppen})

    def velden(self, voorwerp: str) -> tuple[Plaats, ...]:
        """De velden die van een voorwerp zijn ingevuld."""
        return tuple(p for p in self._koppen if p.voorwerp == voorwerp)

    def met(self, nieuw: Iterable[Wijziging]) -> Stand:
        """De stand na nieuwe wijzigingen van dit apparaat, die op deze stand volgen.

        Voor het samenvoegen met een andere kopie is dit niet: dan vouwt ``vouw`` alle wijzigingen opnieuw.
        """
        koppen, samen = dict(self._koppen), dict(self._samen)
        for wijziging in nieuw:
            huidig = koppen.get(wijziging.plaats, ())
            if any(k.id == wijziging.id or wijziging.id in k.voorgangers for k in huidig):
                continue
            over = [k for k in huidig if k.id not in wijziging.voorgangers]
            koppen[wijziging.plaats] = tuple(sorted([*over, wijziging], key=lambda w: w.id))
            samen.pop(wijziging.plaats, None)
        return Stand(koppen, samen)

    def _deel_in(self) -> dict[str, list[str]]:
        ingedeeld: dict[str, dict[str, None]] = {}
        for plaats in self._koppen:
            soort, scheiding, _rest = plaats.voorwerp.partition(":")
            if scheiding:
                ingedeeld.setdefault(soort, {})[plaats.voorwerp] = None
        return {soort: list(voorwerpen) for soort, voorwerpen in ingedeeld.items()}

    def betwist(self, voorwerp: str) -> Betwist | None:
        """Wie dit weghaalden en wie er intussen aan schreven; niets als niemand hoeft te kiezen."""
        weghalers = self._weghalers(voorwerp)
        schrijvers = self._ongezien(voorwerp) if weghalers else ()
        return Betwist(weghalers, schrijvers) if schrijvers else None

    def _is_weg(self, voorwerp: str) -> bool:
        return bool(self._weghalers(voorwerp)) and not self._ongezien(voorwerp)

    def _weghalers(self, voorwerp: str) -> tuple[Wijziging, ...]:
        return tuple(k for k in self._koppen.get(Plaats(voorwerp, VERWIJDERD), ()) if k.waarde.get("b") is True)

    def _ongezien(self, voorwerp: str) -> tuple[Wijziging, ...]:
        """Wat er aan een voorwerp geschreven is, ook dat het terug moest, zonder dat wie het weghaalde dat zag."""
        weghalers = self._weghalers(voorwerp)
        gezien = frozenset[WijzigingId]().union(*(w.voorgangers for w in weghalers))
        # Verplaatsen in de lijst is er niet aan schrijven.
        plaatsen = (plaats for plaats in self.velden(voorwerp) if plaats.veld != POSITIE)
        koppen = (kop for plaats in plaatsen for kop in self._koppen[plaats])
        return tuple(kop for kop in koppen if kop.id not in gezien and kop not in weghalers)

    def _volgorde(self, voorwerp: str) -> tuple[str, WijzigingId, str]:
        koppen = self._koppen.get(Plaats(voorwerp, POSITIE), ())
        if not koppen:
            return "", WijzigingId("", 0), voorwerp
        return str(koppen[0].waarde.get("b", "")), koppen[0].id, voorwerp


def vouw(wijzigingen: Iterable[Wijziging]) -> Stand:
    """De stand uit een verzameling wijzigingen, in welke volgorde en hoe vaak ze ook komen."""
    per_plaats: dict[Plaats, dict[WijzigingId, Wijziging]] = {}
    for wijziging in wijzigingen:
        per_plaats.setdefault(wijziging.plaats, {})[wijziging.id] = wijziging
    koppen: dict[Plaats, tuple[Wijziging, ...]] = {}
    samen: dict[Plaats, Samengekomen] = {}
    for plaats, alle in per_plaats.items():
        opgevolgd = frozenset[WijzigingId]().union(*(w.voorgangers for w in alle.values()))
        koppen[plaats] = tuple(alle[i] for i in sorted(alle) if i not in opgevolgd)
        if not koppen[plaats]:
            # Volgen wijzigingen in een kring op elkaar, dan is niet te zeggen wat er staat.
            del koppen[plaats]
            continue
        if len(koppen[plaats]) > 1 and (wat := samengevoegd(koppen[plaats], alle)) is not None:
            samen[plaats] = wat
    return Stand(koppen, samen)
