"""Het plan om in te vullen: welke vakken het heeft, wat er nu in staat, en wat een ingevuld vak betekent.

De meeste vakken zijn één veld. In drie vakken staat een rij: op elke regel wie, een dubbele punt, en wat. Zo past het
ook op papier en in elke taal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jeugdteam_app.dossier.analyse import Eens
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan, Zorg
from jeugdteam_app.dossier.gesprek import Instemming, Instemmingen, Waarover
from jeugdteam_app.dossier.gezin import Persoon
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend, waarde, waarde_of
from jeugdteam_app.kern.periode import lees_datum, toon_datum

P = Familiegroepsplan
_MENSEN, _ZORGEN, _OPNIEUW, _BIJEEN, _EENS = "mensen", "zorgen-per-persoon", "opnieuw", "bijeen", "eens-per-persoon"
# Elke vraag bestaat uit bouwstenen die er in elke taal zijn; de tweede regel zegt hoe het in te vullen is.
_VRAGEN = {
    _MENSEN: "{mensen}\n{naam}: {kan-helpen}",
    _ZORGEN: "{zorgen-per-persoon}\n{naam}: {in-eigen-woorden}",
    _OPNIEUW: "{opnieuw}",
    _BIJEEN: "{opnieuw-door}",
    _EENS: "{eens-kop}\n{naam}: {eens} / {deels} / {oneens}. {in-eigen-woorden}",
}
# Deze vakken horen achter een eigen tekst; de andere komen aan het eind.
_ERACHTER = {"onze-vraag": _MENSEN, "zorgen": _ZORGEN}
_AAN_HET_EIND = (_OPNIEUW, _BIJEEN, _EENS)
BLOK_BIJ_EENS = {Eens.EENS: "eens", Eens.DEELS: "deels", Eens.ONEENS: "oneens"}


class Planvak(NamedTuple):
    """Eén vak: hoe het heet, hoe het in het bestand heet, en welke bouwstenen de vraag vormen."""

    naam: str
    bestandsnaam: str
    patroon: str

    @property
    def op_een_regel(self) -> bool:
        """Of er maar één regel in hoeft."""
        return self.naam in (_OPNIEUW, _BIJEEN)

    def vraag(self, blokken: Mapping[str, str]) -> str:
        """De vraag in de taal van deze bouwstenen."""
        return self.patroon.format_map(blokken).replace("{wie}", "…")


@dataclass
class Betekenis:
    """Wat een ingevuld vak verandert: velden, en wat erbij komt."""

    feiten: dict[tuple[str, Veld[Any]], Feit[Any]] = field(default_factory=dict)
    nieuw: list[tuple[type[Voorwerp], dict[Veld[Any], Any]]] = field(default_factory=list)


def _alle() -> Iterator[Planvak]:
    for naam, veld in EIGEN_TEKST.items():
        yield Planvak(naam, veld.id, f"{{{naam}}}")
        if erachter := _ERACHTER.get(naam):
            yield Planvak(erachter, erachter, _VRAGEN[erachter])
    for naam in _AAN_HET_EIND:
        yield Planvak(naam, naam, _VRAGEN[naam])


VAKKEN = tuple(_alle())


def staat(dossier: Dossier, blokken: Mapping[str, str]) -> dict[str, str]:
    """Wat er per vak nu staat, als tekst, met de Nederlandse bouwstenen; een leeg vak is een lege tekst."""
    plan = dossier.een(P)
    dag = waarde(plan.kijken_opnieuw_op)
    return {
        **{naam: waarde_of(getattr(plan, veld.naam), "").strip() for naam, veld in EIGEN_TEKST.items()},
        _MENSEN: _rij((p.weergavenaam, waarde_of(p.kan_helpen_met, "")) for p in dossier.alle(Persoon)),
        _ZORGEN: _rij((waarde_of(z.van, ""), waarde_of(z.tekst, "")) for z in dossier.alle(Zorg)),
        _OPNIEUW: toon_datum(dag) if dag else "",
        _BIJEEN: waarde_of(plan.wie_roept_bijeen, ""),
        _EENS: _rij((i.wie, _in_woorden(i, blokken)) for _sleutel, i in _instemmingen(dossier)),
    }


def betekenis(dossier: Dossier, naam: str, stond: str, straks: str, eens: Mapping[str, Eens]) -> Betekenis:
    """Wat dit vak betekent als er dit in staat. Van een rij tellen alleen de regels die er niet al stonden.

    ``eens``: de woorden voor eens, deels eens en niet eens, in de talen waarin het plan is ingevuld. Een dag die
    geen dag is, geeft de fout van ``lees_datum``.
    """
    if naam in EIGEN_TEKST:
        return Betekenis({(P.soort, EIGEN_TEKST[naam]): Bekend(straks) if straks else Onbekend()})
    if naam == _BIJEEN:
        return Betekenis({(P.soort, P.wie_roept_bijeen): Bekend(straks) if straks else Onbekend()})
    if naam == _OPNIEUW:
        return Betekenis({(P.soort, P.kijken_opnieuw_op): Bekend(lees_datum(straks)) if straks else Onbekend()})
    uit = Betekenis()
    eerder = set(_regels(stond))
    for wie, wat in _regels(straks):
        if (wie, wat) not in eerder:
            _RIJEN[naam](dossier, wie, wat, eens, uit)
    return uit


def _mens(dossier: Dossier, wie: str, wat: str, _eens: Mapping[str, Eens], uit: Betekenis) -> None:
    bekend = _zoek(((p.sleutel, p.weergavenaam) for p in dossier.alle(Persoon)), wie)
    if bekend:
        uit.feiten[bekend, Persoon.kan_helpen_met] = Bekend(wat) if wat else Onbekend()
    else:
        uit.nieuw.append((Persoon, _gevuld({Persoon.voornamen: wie, Persoon.kan_helpen_met: wat})))


def _zorg(dossier: Dossier, wie: str, wat: str, _eens: Mapping[str, Eens], uit: Betekenis) -> None:
    bekend = _zoek(((z.sleutel, waarde_of(z.van, "")) for z in dossier.alle(Zorg)), wie)
    if bekend:
        uit.feiten[bekend, Zorg.tekst] = Bekend(wat) if wat else Onbekend()
    else:
        uit.nieuw.append((Zorg, _gevuld({Zorg.van: wie, Zorg.tekst: wat})))


def _eens_of_niet(dossier: Dossier, wie: str, wat: str, eens: Mapping[str, Eens], uit: Betekenis) -> None:
    sleutel, eerder = next(
        ((s, i) for s, i in _instemmingen(dossier) if _gelijk(i.wie, wie)), ("", Instemming(wie=wie))
    )
    begin = next((w for w in eens if re.match(rf"{re.escape(w)}(?!\w)", wat, re.IGNORECASE)), "")
    nu = eerder.model_copy(update={"eens": eens.get(begin), "eigen_woorden": wat[len(begin) :].lstrip(" .,;:-")})
    if sleutel:
        uit.feiten[sleutel, Instemmingen.inhoud] = Bekend(nu)
    else:
        uit.nieuw.append((Instemmingen, {Instemmingen.inhoud: nu}))


_RIJEN: dict[str, Callable[[Dossier, str, str, Mapping[str, Eens], Betekenis], None]] = {
    _MENSEN: _mens, _ZORGEN: _zorg, _EENS: _eens_of_niet,
}  # fmt: skip


def _gevuld(feiten: dict[Veld[Any], str]) -> dict[Veld[Any], Any]:
    return {veld: tekst for veld, tekst in feiten.items() if tekst}


def _instemmingen(dossier: Dossier) -> list[tuple[str, Instemming]]:
    alle = ((item.sleutel, waarde(item.inhoud)) for item in dossier.alle(Instemmingen))
    return [(s, i) for s, i in alle if i is not None and i.waarover is Waarover.FAMILIEGROEPSPLAN]


def _in_woorden(i: Instemming, blokken: Mapping[str, str]) -> str:
    return ". ".join(filter(None, (blokken[BLOK_BIJ_EENS[i.eens]] if i.eens else "", i.eigen_woorden)))


def _rij(paren: Iterator[tuple[str, str]]) -> str:
    """Per regel wie en wat; een regelovergang in wat iemand zei, zou een nieuwe regel lijken."""
    return "\n".join(f"{wie}: {' '.join(wat.split())}".strip() for wie, wat in paren if wie or wat)


def _regels(tekst: str) -> list[tuple[str, str]]:
    """De regels van een rij; staat er geen dubbele punt, dan is de hele regel de naam."""
    delen = (regel.partition(":") for regel in tekst.splitlines() if regel.strip(" :"))
    return [(wie.strip(), wat.strip()) for wie, _punt, wat in delen]


def _zoek(bekend: Iterator[tuple[str, str]], wie: str) -> str:
    return next((sleutel for sleutel, naam in bekend if naam and _gelijk(naam, wie)), "")


def _gelijk(een: str, ander: str) -> bool:
    return " ".join(een.split()).casefold() == " ".join(ander.split()).casefold()
