"""Twee mensen schreven los van elkaar verder in dezelfde lange tekst: samenvoegen met de tekst van ervoor erbij.

Raken hun veranderingen elkaar niet, dan staan beide erin. Voegden ze op dezelfde plek iets toe, dan ook. Veranderden ze
dezelfde woorden, dan voegen we niets samen: dan blijven het twee antwoorden waar een mens uit kiest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from jeugdteam_app.journaal.wijziging import Wijziging, WijzigingId

# Soorten waarin nooit iets vanzelf samenkomt: veiligheid, toestemming, keuze en toewijzing beslist een mens.
ALTIJD_VRAGEN = frozenset({"veiligheid", "meldcode", "toestemming", "keuze", "toewijzing"})
# Wat in een andere soort staat en toch over veiligheid gaat.
ALTIJD_VRAGEN_BIJ = frozenset({"fgp.veilig_afspraken"})
# Korter is geen tekst maar een naam, een nummer of een enkel woord.
_LANG = 40


class _Ingreep(NamedTuple):
    """Van het ene tot het andere stukje van de oude tekst, en wat er voor in de plaats komt."""

    van: int
    tot: int
    nieuw: tuple[str, ...]

    @property
    def is_toevoeging(self) -> bool:
        return self.van == self.tot


def samengevoegd(koppen: Sequence[Wijziging], alle: Mapping[WijzigingId, Wijziging]) -> str | None:
    """De tekst van alle koppen samen; ``None`` als een mens moet kiezen.

    ``alle``: de wijzigingen van dit veld. De uitkomst hangt niet af van de volgorde waarin ze binnenkwamen.
    """
    plaats = koppen[0].plaats
    if plaats.voorwerp.partition(":")[0] in ALTIJD_VRAGEN or plaats.veld in ALTIJD_VRAGEN_BIJ:
        return None
    oud = _gezamenlijke_voorganger(koppen, alle)
    teksten = [w.waarde.get("b") for w in (*koppen, *([oud] if oud else []))]
    if oud is None or not all(isinstance(t, str) for t in teksten) or len(str(oud.waarde["b"])) < _LANG:
        return None
    return voeg_samen(str(oud.waarde["b"]), [str(w.waarde["b"]) for w in sorted(koppen, key=lambda w: w.id)])


def voeg_samen(oud: str, nieuwe: Sequence[str]) -> str | None:
    """De oude tekst met de veranderingen van ieder erin; ``None`` als twee dezelfde woorden veranderden."""
    basis = _stukjes(oud)
    ingrepen = [ingreep for nieuw in nieuwe for ingreep in _ingrepen(basis, _stukjes(nieuw))]
    # Dezelfde verandering telt één keer; op gelijke plek blijft de volgorde die van ``nieuwe``.
    op_volgorde = sorted(dict.fromkeys(ingrepen), key=lambda i: (i.van, i.tot))
    if any(_botsen(een, ander) for een, ander in pairwise(op_volgorde)):
        return None
    uit: list[str] = []
    hier = 0
    for ingreep in op_volgorde:
        uit += basis[hier : ingreep.van]
        if uit and ingreep.nieuw and not (uit[-1].isspace() or ingreep.nieuw[0].isspace()):
            # Twee mensen voegden hier iets toe: hun woorden blijven los van elkaar.
            uit.append(" ")
        uit += ingreep.nieuw
        hier = max(hier, ingreep.tot)
    return "".join((*uit, *basis[hier:]))


def _stukjes(tekst: str) -> list[str]:
    """Woorden en wat ertussen staat, zodat er bij het samenvoegen geen spatie wegvalt."""
    return re.findall(r"\s+|\S+", tekst)


def _ingrepen(oud: list[str], nieuw: list[str]) -> list[_Ingreep]:
    stappen = SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes()
    return [_Ingreep(van, tot, tuple(nieuw[a:b])) for wat, van, tot, a, b in stappen if wat != "equal"]


def _botsen(een: _Ingreep, ander: _Ingreep) -> bool:
    """Of twee ingrepen dezelfde woorden raken. Alleen toevoegen op dezelfde plek botst niet: dan houden we beide."""
    if een.is_toevoeging and ander.is_toevoeging:
        return False
    return ander.van < een.tot or ander.van == een.van or (ander.is_toevoeging and ander.van == een.tot)


def _gezamenlijke_voorganger(koppen: Sequence[Wijziging], alle: Mapping[WijzigingId, Wijziging]) -> Wijziging | None:
    """De laatste tekst die iedereen had gezien; is dat er niet precies één, dan is er niets om mee te vergelijken."""
    gedeeld = set.intersection(*(_voorouders(kop, alle) for kop in koppen))
    laatste = [i for i in gedeeld if not any(i in _voorouders(alle[j], alle) for j in gedeeld if j != i)]
    return alle[laatste[0]] if len(laatste) == 1 else None


def _voorouders(van: Wijziging, alle: Mapping[WijzigingId, Wijziging]) -> set[WijzigingId]:
    gevonden: set[WijzigingId] = set()
    open_ = [i for i in van.voorgangers if i in alle]
    while open_:
        hier = open_.pop()
        if hier not in gevonden:
            gevonden.add(hier)
            open_ += [i for i in alle[hier].voorgangers if i in alle]
    return gevonden
