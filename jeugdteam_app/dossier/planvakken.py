"""Het plan om in te vullen: welke vakken het heeft, wat er nu in staat, en wat een ingevuld vak betekent.

De meeste vakken zijn één veld. In drie vakken staat een rij: op elke regel wie, een dubbele punt, en wat. Zo past het
ook op papier en in elke taal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from jeugdteam_app.dossier.analyse import Analyse, Eens
from jeugdteam_app.dossier.doelen import Actie, Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan, Zorg
from jeugdteam_app.dossier.gesprek import Instemming, Instemmingen, Waarover
from jeugdteam_app.dossier.gezin import Jeugdige, Persoon
from jeugdteam_app.dossier.kort import gezegd, keuzes, namen
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Leefgebied, Perspectiefplan, Regelzaak
from jeugdteam_app.dossier.velden import Veld, Voorwerp, velden_van
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, Onbekend, alle_waarden
from jeugdteam_app.kern.periode import lees_datum, toon_datum

P = Familiegroepsplan
_MENSEN, _ZORGEN, _OPNIEUW, _BIJEEN, _EENS = "mensen", "zorgen-per-persoon", "opnieuw", "bijeen", "eens-per-persoon"
# Elke vraag bestaat uit bouwstenen die er in elke taal zijn; de tweede regel zegt hoe het in te vullen is.
_VRAGEN = {
    _MENSEN: "{mensen}\n{naam}: {kan-helpen}",
    _ZORGEN: "{zorgen-per-persoon}\n{naam}: {in-eigen-woorden}",
    _OPNIEUW: "{opnieuw}\n__-__-20__",
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


class Wat(StrEnum):
    """Wat er met één regel van een rij gebeurde."""

    ERBIJ = "erbij"
    ANDERS = "anders"
    # Weghalen doet een mens zelf: een regel kan ook per ongeluk weg zijn.
    WEG = "weg"
    # Over het kind zelf; dat staat niet in de lijst van wie erbij horen.
    KIND = "kind"


class Regel(NamedTuple):
    """Eén regel van een rij: wie, en wat."""

    wie: str
    wat: str

    def __str__(self) -> str:
        return f"{self.wie}: {self.wat}".strip(": ")


@dataclass
class Betekenis:
    """Wat een ingevuld vak verandert: velden, wat erbij komt, en bij een rij wat er met welke regel gebeurde."""

    feiten: dict[tuple[str, Veld[Any]], Feit[Any]] = field(default_factory=dict)
    nieuw: list[tuple[type[Voorwerp], dict[Veld[Any], Any]]] = field(default_factory=list)
    regels: list[tuple[Wat, Regel]] = field(default_factory=list)


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
    return {
        **{naam: gezegd(getattr(plan, veld.naam)) for naam, veld in EIGEN_TEKST.items()},
        _MENSEN: _rij((p.weergavenaam, gezegd(p.kan_helpen_met)) for p in dossier.alle(Persoon)),
        _ZORGEN: _rij((namen(z.van), gezegd(z.tekst)) for z in dossier.alle(Zorg)),
        _OPNIEUW: keuzes(plan.kijken_opnieuw_op, toon_datum),
        _BIJEEN: namen(plan.wie_roept_bijeen),
        _EENS: _rij((i.wie, _in_woorden(i, blokken)) for _sleutel, i in _instemmingen(dossier)),
    }


# Hoe het plan tot stand kwam en het cijfer bij een gebied blijven bij het gesprek.
_NIET_OP_PAPIER: tuple[Veld[Any], ...] = (
    P.aangeboden_op, P.afzien_grond, P.afgezien_op, P.hulpplan_op, P.op_papier_gevraagd, P.op_papier_gegeven,
    Gebiedsplan.cijfer,
)  # fmt: skip


def heeft_twee_antwoorden(dossier: Dossier, naam: str) -> bool:
    """Of twee mensen in dit vak iets anders schreven. Wat de familie invult, is dan de keuze."""
    velden: dict[str, Veld[Any]] = {**EIGEN_TEKST, _BIJEEN: P.wie_roept_bijeen, _OPNIEUW: P.kijken_opnieuw_op}
    return naam in velden and isinstance(getattr(dossier.een(P), velden[naam].naam), Conflict)


def ergens_twee_antwoorden(dossier: Dossier) -> bool:
    """Of er op het papier van de familie ergens twee antwoorden onder elkaar staan, met een cijfer ervoor."""
    mensen = dossier.alle(Persoon)
    velden: list[Feit[Any]] = [
        dossier.een(Analyse).gedeeld_beeld, *(p.kan_helpen_met for p in mensen), *(p.rol for p in mensen),
        *(d.tekst for d in dossier.alle(Doel)),
    ]  # fmt: skip
    heel = (
        dossier.een(P), dossier.een(Perspectiefplan), *map(dossier.gebied, Leefgebied),
        *map(dossier.regeling, Regelzaak), *dossier.alle(Zorg), *dossier.alle(Actie), *dossier.alle(Instemmingen),
    )  # fmt: skip
    for ding in heel:
        velden += [getattr(ding, veld.naam) for veld in velden_van(type(ding)).values() if veld not in _NIET_OP_PAPIER]
    return any(isinstance(feit, Conflict) for feit in velden)


class Teruglezing(NamedTuple):
    """Waarmee een plan gelezen wordt dat terugkomt: woorden voor eens, deels en niet eens, maanden, en de dag zelf."""

    eens: Mapping[str, Eens]
    maanden: Mapping[str, int]
    op: date


def betekenis(dossier: Dossier, naam: str, stond: str, straks: str, met: Teruglezing) -> Betekenis:
    """Wat dit vak betekent als er dit in staat. Van een rij tellen alleen de regels die er niet al stonden.

    Een dag die geen dag is, geeft de fout van ``lees_datum``.
    """
    if naam in EIGEN_TEKST:
        return Betekenis({(P.soort, EIGEN_TEKST[naam]): Bekend(straks) if straks else Onbekend()})
    if naam == _BIJEEN:
        return Betekenis({(P.soort, P.wie_roept_bijeen): Bekend(straks) if straks else Onbekend()})
    if naam == _OPNIEUW:
        return Betekenis(
            {(P.soort, P.kijken_opnieuw_op): Bekend(lees_datum(straks, met.maanden)) if straks else Onbekend()}
        )
    return _RIJ_BETEKENT[naam](dossier, stond, straks, met)


def _mensen(dossier: Dossier, stond: str, straks: str, _met: Teruglezing) -> Betekenis:
    uit, kind = Betekenis(), dossier.een(Jeugdige)
    mensen = {p.sleutel: Regel(p.weergavenaam, _plat(p.kan_helpen_met)) for p in dossier.alle(Persoon)}
    for wat, sleutel, regel in _veranderd(mensen, stond, straks):
        bekend = sleutel or _van(mensen, regel.wie)
        if wat is not Wat.WEG and not bekend and _zelfde(kind.volledige_naam, regel.wie):
            uit.regels.append((Wat.KIND, regel))
            continue
        # Thuis heet iemand korter: bij wie het komt te staan, staat er voordat iemand het overneemt.
        uit.regels.append((wat, Regel(mensen[bekend].wie, regel.wat) if bekend else regel))
        if wat is Wat.WEG:
            continue
        if not bekend:
            uit.nieuw.append((Persoon, _gevuld({Persoon.voornamen: regel.wie, Persoon.kan_helpen_met: regel.wat})))
        elif regel.wat or wat is Wat.ANDERS:
            # Een regel erbij over iemand die er al staat, komt achter wat die al kan.
            al = mensen[bekend].wat if wat is Wat.ERBIJ else ""
            kan = ". ".join(filter(None, (al.rstrip("."), regel.wat)))
            uit.feiten[bekend, Persoon.kan_helpen_met] = Bekend(kan) if kan else Onbekend()
    return uit


def _zorgen(dossier: Dossier, stond: str, straks: str, _met: Teruglezing) -> Betekenis:
    uit = Betekenis()
    zorgen = {z.sleutel: Regel(namen(z.van), _plat(z.tekst)) for z in dossier.alle(Zorg)}
    for wat, sleutel, regel in _veranderd(zorgen, stond, straks, zonder_naam=True):
        uit.regels.append((wat, regel))
        if wat is Wat.ANDERS and sleutel:
            uit.feiten[sleutel, Zorg.tekst] = Bekend(regel.wat) if regel.wat else Onbekend()
        elif wat is not Wat.WEG:
            uit.nieuw.append((Zorg, _gevuld({Zorg.van: regel.wie, Zorg.tekst: regel.wat})))
    return uit


def _wie_is_het_eens(dossier: Dossier, stond: str, straks: str, met: Teruglezing) -> Betekenis:
    uit, eerder, eens = Betekenis(), dict(_instemmingen(dossier)), met.eens
    al_gezegd = {sleutel: Regel(i.wie, i.eigen_woorden) for sleutel, i in eerder.items()}
    for wat, sleutel, regel in _veranderd(al_gezegd, stond, straks):
        if wat is Wat.WEG:
            uit.regels.append((wat, regel))
            continue
        bekend = sleutel or _zelfde_mens(eerder, regel.wie)
        wie = eerder[bekend].wie if bekend else regel.wie
        begin = _begin(regel.wat, eens)
        woorden = regel.wat[len(begin) :].lstrip(" .,;:!-")
        if bekend and (eerder[bekend].eens, eerder[bekend].eigen_woorden) == (eens.get(begin), woorden):
            continue
        # Wat er als antwoord telt, en van wie, staat erbij voordat iemand het overneemt.
        telt = woord(eens[begin]) if begin else "nog niet gezegd of het goed is"
        uit.regels.append((Wat.ANDERS if bekend else wat, Regel(wie, ". ".join(filter(None, (telt, woorden))))))
        # Een nieuw antwoord is van de dag waarop het terugkwam, niet van de dag van het oude.
        nu = (eerder[bekend] if bekend else Instemming(wie=wie)).model_copy(
            update={"eens": eens.get(begin), "eigen_woorden": woorden, "datum": met.op}
        )
        if bekend:
            uit.feiten[bekend, Instemmingen.inhoud] = Bekend(nu)
        else:
            uit.nieuw.append((Instemmingen, {Instemmingen.inhoud: nu}))
    return uit


def _zelfde_mens(eerder: Mapping[str, Instemming], wie: str) -> str:
    """Van wie een regel erbij het nieuwe antwoord is: ieder zegt het één keer.

    Wie alleen net zo begint (‘Opa’ naast ‘Opa Wim’) en al iets zei, kan een ander zijn. Dan blijven het er twee.
    """
    bekend = _van({sleutel: Regel(i.wie, "") for sleutel, i in eerder.items()}, wie)
    if not bekend or eerder[bekend].wie.casefold() == wie.casefold():
        return bekend
    return "" if eerder[bekend].eens or eerder[bekend].eigen_woorden else bekend


def _begin(tekst: str, eens: Mapping[str, Eens]) -> str:
    """Het woord waarmee iemand antwoordt. ‘Eens per week’ is geen antwoord, en de uitleg overschrijven ook niet."""
    gezegd = {eens[w] for w in eens if re.search(rf"(?<!\w){re.escape(w)}(?!\w)", tekst, re.IGNORECASE)}
    if len(gezegd) == len(Eens):
        return ""
    erna = {w: r"\b" if w.endswith("maar") else r"\s*(?=[^\w\s]|$)" for w in eens}
    return next((w for w in eens if re.match(re.escape(w) + erna[w], tekst, re.IGNORECASE)), "")


_RIJ_BETEKENT: dict[str, Callable[[Dossier, str, str, Teruglezing], Betekenis]] = {
    _MENSEN: _mensen, _ZORGEN: _zorgen, _EENS: _wie_is_het_eens,
}  # fmt: skip


def _veranderd(
    nu: Mapping[str, Regel], stond: str, straks: str, *, zonder_naam: bool = False
) -> Iterator[tuple[Wat, str, Regel]]:
    """Van elke regel die anders is wat ermee gebeurde, en bij welk ding zij hoort als dat er al is.

    Een regel van iemand van wie er een wegging, is die regel veranderd; anders is zij erbij.
    """
    was, wordt = _regels(stond, zonder_naam=zonder_naam), _regels(straks, zonder_naam=zonder_naam)
    weg, erbij = list((Counter(was) - Counter(wordt)).elements()), list((Counter(wordt) - Counter(was)).elements())
    vrij = {sleutel: regel for sleutel, regel in nu.items() if regel not in wordt}
    # Komt hetzelfde formulier verder ingevuld terug, dan staat het eerste deel er al.
    for regel in (r for r in erbij if not any(_staat_er_al(al, r) for al in nu.values())):
        oud = next((w for w in weg if _zelfde(w.wie, regel.wie)), None)
        if oud is None:
            yield Wat.ERBIJ, "", regel
            continue
        weg.remove(oud)
        sleutel = next((s for s, r in vrij.items() if r == oud), "") or _van(vrij, regel.wie)
        vrij.pop(sleutel, None)
        yield Wat.ANDERS, sleutel, regel
    for regel in weg:
        yield Wat.WEG, "", regel


def _staat_er_al(al: Regel, regel: Regel) -> bool:
    """Of wie en wat er al staat; iets wat er later bij kwam, staat achter een punt."""
    wat = regel.wat.rstrip(".")
    stukken = [stuk.strip().rstrip(".") for stuk in (al.wat, *re.split(r"\.\s+", al.wat))]
    return al.wie.casefold() == regel.wie.casefold() and wat in stukken


def _gevuld(feiten: dict[Veld[Any], str]) -> dict[Veld[Any], Any]:
    return {veld: tekst for veld, tekst in feiten.items() if tekst}


def _instemmingen(dossier: Dossier) -> list[tuple[str, Instemming]]:
    alle = ((item.sleutel, i) for item in dossier.alle(Instemmingen) for i in alle_waarden(item.inhoud))
    return [(s, i) for s, i in alle if i.waarover is Waarover.FAMILIEGROEPSPLAN]


def _in_woorden(i: Instemming, blokken: Mapping[str, str]) -> str:
    return ". ".join(filter(None, (blokken[BLOK_BIJ_EENS[i.eens]] if i.eens else "", i.eigen_woorden)))


def _plat(feit: Feit[str]) -> str:
    """Wat er in een rij staat, zonder regelovergangen."""
    return " ".join(gezegd(feit).split())


def _rij(paren: Iterator[tuple[str, str]]) -> str:
    """Per regel wie en wat; een regelovergang in wat iemand zei, zou een nieuwe regel lijken."""
    return "\n".join(f"{wie}: {' '.join(wat.split())}".strip() for wie, wat in paren if wie or wat)


# Een dubbele punt tussen cijfers hoort bij een tijd, en een streepje of nummer ervoor bij een opsomming.
_PUNT = re.compile(r"(?<!\d)[:\u1366\uff1a]|[:\u1366\uff1a](?!\d)")
_STREEPJE = re.compile(r"\s[-\u2013\u2014]\s")
_KOMMA = re.compile(r",\s")
# Kleine woorden die ook in een naam klein staan.
_IN_EEN_NAAM = frozenset(
    ("van", "de", "der", "den", "het", "ter", "ten", "el", "al", "en", "da", "di", "du", "la", "le")
)
_OPSOMMING = re.compile(r"^\s*(?:[-*\u2022]|\d+[.)])\s+")


def _regels(tekst: str, *, zonder_naam: bool = False) -> list[Regel]:
    """De regels van een rij. Zonder dubbele punt hoort een regel bij wat ervoor stond, of is zij een naam.

    Bij zorgen (``zonder_naam``) is zo'n regel een zorg waar niemand bij staat.
    """
    uit: list[Regel] = []
    for ruw in tekst.splitlines():
        regel = _OPSOMMING.sub("", ruw).strip()
        wie, *wat = (deel.strip() for deel in _PUNT.split(regel, maxsplit=1))
        if not wat and not zonder_naam:
            wie, *wat = _met_streepje(regel)
        if wat:
            uit.append(Regel(wie, wat[0]))
        elif wie and zonder_naam:
            uit.append(Regel("", wie))
        elif wie and uit and not _kan_wie_zijn(wie):
            # Onder de naam in plaats van erachter.
            uit[-1] = Regel(uit[-1].wie, f"{uit[-1].wat} {wie}".strip())
        elif wie:
            uit.append(Regel(wie, ""))
    return [regel for regel in uit if regel.wie or regel.wat]


def _met_streepje(regel: str) -> list[str]:
    """‘Oma Riet - past op’: een streepje of komma telt als dubbele punt als ervoor staat wie het is."""
    for scheiding, is_wie in ((_STREEPJE, _lijkt_naam), (_KOMMA, _kan_wie_zijn)):
        delen = [deel.strip() for deel in scheiding.split(regel, maxsplit=1)]
        if len(delen) == 2 and is_wie(delen[0]):
            return delen
    return [regel]


def _lijkt_naam(tekst: str) -> bool:
    """Of dit een naam kan zijn: elk woord met een hoofdletter, op de kleine woorden in een naam na."""
    woorden = [w for w in tekst.split() if w.casefold() not in _IN_EEN_NAAM]
    return 0 < len(woorden) <= 4 and all(w[0].isupper() for w in woorden)


def _kan_wie_zijn(tekst: str) -> bool:
    """Of een regel zonder dubbele punt zegt wie iemand is: een naam, of ‘de buren’, ‘opa en oma’, ‘de juf van Sam’.

    Staat er een ander woord met een kleine letter in, dan is het wat iemand doet of zegt.
    """
    woorden = tekst.split()
    kort = len(woorden) <= 2 and tekst[-1:] not in ".!?"
    if _lijkt_naam(tekst) or (kort and (woorden[0] in _LIDWOORD or woorden[-1][0].isupper())):
        return True
    zegt_wie = [w for w in woorden if w.casefold() not in _IN_EEN_NAAM | _LIDWOORD | {"en"}]
    return (
        0 < len(zegt_wie) <= 4
        and tekst[-1:] not in ".!?"
        and any(w.casefold() in _MENS for w in zegt_wie)
        and all(w[0].isupper() or w.casefold() in _MENS for w in zegt_wie)
    )


_LIDWOORD = frozenset(("de", "het", "een", "onze", "ons", "mijn", "zijn", "haar", "hun", "jouw"))
# Zo noemen mensen elkaar zonder naam.
_MENS = frozenset((
    "mama", "papa", "mam", "pap", "moeder", "vader", "opa", "oma", "oom", "tante", "neef", "nicht", "broer",
    "zus", "broertje", "zusje", "broers", "zussen", "stiefvader", "stiefmoeder", "pleegvader", "pleegmoeder",
    "pleegouders", "ouders", "buren", "buurman", "buurvrouw", "buurjongen", "buurmeisje", "vriend", "vriendin",
    "vrienden", "juf", "meester", "mentor", "leraar", "lerares", "school", "trainer", "coach", "huisarts", "oppas",
    "familie", "kerk", "moskee", "sportclub",
))  # fmt: skip


def _van(bekend: Mapping[str, Regel], wie: str) -> str:
    """Bij wie een naam hoort; noemt hij er meer, dan bij niemand."""
    gelijk = [sleutel for sleutel, regel in bekend.items() if regel.wie.casefold() == wie.casefold()]
    lijkt = gelijk or [sleutel for sleutel, regel in bekend.items() if _zelfde(regel.wie, wie)]
    return lijkt[0] if len(lijkt) == 1 else ""


def _zelfde(naam: str, wie: str) -> bool:
    """Of ``wie`` deze naam is, of het begin ervan: thuis heet Noor Voorbeeld Noor."""
    heel, kort = naam.casefold().split(), wie.casefold().split()
    return bool(kort) and heel[: len(kort)] == kort
