"""Twee mensen veranderden los van elkaar hetzelfde veld: samenvoegen, met wat er stond van ervoor erbij.

Een lange tekst: raken hun veranderingen elkaar niet, dan staan beide erin. Voegden ze op dezelfde plek iets toe, dan
ook. Veranderden ze dezelfde woorden, dan komt er niets samen: het blijven twee antwoorden waar een mens uit kiest.

Een verzameling (wie hoort erbij, waar leidt dit toe): wat iemand erbij zette, staat erin; wat iemand weghaalde, niet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain, pairwise
from typing import Any, NamedTuple

from jeugdteam_app.journaal.wijziging import Wijziging, WijzigingId

# Soorten waarin nooit iets vanzelf samenkomt: veiligheid, toestemming, keuze en toewijzing beslist een mens.
ALTIJD_VRAGEN = frozenset({"veiligheid", "meldcode", "toestemming", "keuze", "toewijzing"})
# Wat in een andere soort staat en toch over veiligheid gaat, over wie iets niet mag zien, of een besluit is.
ALTIJD_VRAGEN_BIJ = frozenset(
    {
        "fgp.veilig_afspraken",
        "afscherming.niet_voor",
        "praktijk.risico",
        "leefgebied.risico",
        "contact.over_kind",
        "verzoek.niet_toegewezen",
    }
)
# Lazen of antwoordden er twee op hetzelfde bericht, dan telt de eerste keer; daar kiest niemand uit.
_VROEGSTE = frozenset({"post.op", "post.hersteld_op", "verzoek.beantwoord_op"})
# Korter is geen tekst maar een naam, een nummer of een enkel woord.
_LANG = 40
# Zo veel keer hetzelfde woord links en rechts is nog uit te zoeken.
_MEESTE_PAREN = 30_000


class _Ingreep(NamedTuple):
    """Van het ene tot het andere stukje van de oude tekst, en wat er voor in de plaats komt."""

    van: int
    tot: int
    nieuw: tuple[str, ...]

    @property
    def is_toevoeging(self) -> bool:
        return self.van == self.tot


# Wat van meer mensen is samengekomen: een tekst of een verzameling.
Samengekomen = str | list[Any]


def samengevoegd(koppen: Sequence[Wijziging], alle: Mapping[WijzigingId, Wijziging]) -> Samengekomen | None:
    """De tekst of verzameling van alle koppen samen; ``None`` als een mens moet kiezen.

    ``alle``: de wijzigingen van dit veld. De uitkomst hangt niet af van de volgorde waarin ze binnenkwamen.
    """
    plaats = koppen[0].plaats
    if plaats.voorwerp.partition(":")[0] in ALTIJD_VRAGEN or plaats.veld in ALTIJD_VRAGEN_BIJ:
        return None
    op_volgorde = sorted(koppen, key=lambda w: w.id)
    nieuwe: list[Any] = [w.waarde.get("b") for w in op_volgorde]
    stond: list[Any] = [w.waarde.get("b") for w in _laatst_gedeeld(koppen, alle)]
    if plaats.veld in _VROEGSTE and all(isinstance(dag, str) for dag in nieuwe):
        return str(min(nieuwe))
    if len(stond) > 1:
        return None
    if any(map(_is_verzameling, nieuwe)):
        # Wie het laatste weghaalde, liet een lege verzameling achter.
        nieuwe = [[] if kop.waarde.get("o") is False else nieuw for kop, nieuw in zip(op_volgorde, nieuwe, strict=True)]
    if all(_is_verzameling(nieuw) for nieuw in nieuwe):
        return verenig(next(filter(_is_verzameling, stond), []), nieuwe)
    if all(isinstance(tekst, str) for tekst in (*stond, *nieuwe)) and len("".join(stond)) >= _LANG:
        return voeg_samen(stond[0], nieuwe)
    return None


def verenig(oud: Iterable[Any], nieuwe: Sequence[Iterable[Any]]) -> list[Any]:
    """De oude verzameling, zonder wat iemand weghaalde en met wat ieder erbij zette."""
    weg = {wat for wat in oud if any(wat not in nieuw for nieuw in nieuwe)}
    return [wat for wat in dict.fromkeys(chain(oud, *nieuwe)) if wat not in weg]


def _is_verzameling(waarde: object) -> bool:
    """Of dit losse namen, verwijzingen of nummers zijn; wat dieper is (een tekening), is één geheel."""
    return isinstance(waarde, list) and all(isinstance(wat, str | int) for wat in waarde)


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


def _zinnen(stukjes: list[str]) -> list[tuple[str, ...]]:
    """Dezelfde stukjes, per zin bij elkaar."""
    uit: list[list[str]] = [[]]
    for stukje in stukjes:
        uit[-1].append(stukje)
        if stukje[-1] in ".!?:;" or "\n" in stukje:
            uit.append([])
    return [tuple(zin) for zin in uit if zin]


def _ingrepen(oud: list[str], nieuw: list[str]) -> list[_Ingreep]:
    """Eerst welke zinnen anders zijn, dan in die zinnen welke woorden: zo kost een lange tekst niet veel meer."""
    zinnen, nieuwe = _zinnen(oud), _zinnen(nieuw)
    uit = []
    for van, tot, a, b in _verschillen(zinnen, nieuwe):
        begin, hier = sum(map(len, zinnen[:van])), list(chain(*zinnen[van:tot]))
        daar = list(chain(*nieuwe[a:b]))
        uit += [
            _Ingreep(begin + van_, begin + tot_, tuple(daar[a_:b_])) for van_, tot_, a_, b_ in _verschillen(hier, daar)
        ]
    return uit


def _verschillen(oud: Sequence[Any], nieuw: Sequence[Any]) -> list[tuple[int, int, int, int]]:
    """Waar twee rijen verschillen. Is dat te veel werk om uit te zoeken, dan is het één verschil, voor een mens."""
    kop = _gelijk_begin(oud, nieuw)
    staart = _gelijk_begin(oud[kop:][::-1], nieuw[kop:][::-1])
    links, rechts = oud[kop : len(oud) - staart], nieuw[kop : len(nieuw) - staart]
    if not links and not rechts:
        return []
    hoe_vaak = Counter(links)
    if sum(hoe_vaak[wat] for wat in rechts) > _MEESTE_PAREN:
        return [(kop, kop + len(links), kop, kop + len(rechts))]
    stappen = SequenceMatcher(None, links, rechts, autojunk=False).get_opcodes()
    return [(kop + van, kop + tot, kop + a, kop + b) for wat, van, tot, a, b in stappen if wat != "equal"]


def _gelijk_begin(een: Sequence[Any], ander: Sequence[Any]) -> int:
    return next((n for n, (a, b) in enumerate(zip(een, ander, strict=False)) if a != b), min(len(een), len(ander)))


def _botsen(een: _Ingreep, ander: _Ingreep) -> bool:
    """Of twee ingrepen dezelfde woorden raken. Alleen toevoegen op dezelfde plek botst niet: dan houden we beide."""
    if een.is_toevoeging and ander.is_toevoeging:
        return False
    return ander.van < een.tot or ander.van == een.van or (ander.is_toevoeging and ander.van == een.tot)


def _laatst_gedeeld(koppen: Sequence[Wijziging], alle: Mapping[WijzigingId, Wijziging]) -> list[Wijziging]:
    """Wat iedereen als laatste had gezien. Zijn het er meer, dan is niet te zeggen waarmee we moeten vergelijken."""
    gedeeld = set.intersection(*(_voorouders(kop, alle) for kop in koppen))
    # Wat iemand gezien had, had hij met alles ervoor gezien: dan is het laatste waar in ``gedeeld`` niets op volgt.
    gevolgd = frozenset[WijzigingId]().union(*(alle[i].voorgangers for i in gedeeld))
    return [alle[i] for i in sorted(gedeeld - gevolgd)]


def _voorouders(van: Wijziging, alle: Mapping[WijzigingId, Wijziging]) -> set[WijzigingId]:
    gevonden: set[WijzigingId] = set()
    open_ = [i for i in van.voorgangers if i in alle]
    while open_:
        hier = open_.pop()
        if hier not in gevonden:
            gevonden.add(hier)
            open_ += [i for i in alle[hier].voorgangers if i in alle]
    return gevonden
