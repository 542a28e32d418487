"""Waar iedereen in het genogram staat en welke lijnen er lopen; in de maten van wie tekent.

De volgorde in een rij komt van de methode van Sugiyama (``fast_sugiyama``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from jeugdteam_app.dossier.genogram import Genogram, Opgroeien, Stel
from jeugdteam_app.dossier.gezin import Samen, Sekse

Plek: TypeAlias = tuple[float, float]
Weg: TypeAlias = tuple[Plek, ...]


class Maat(NamedTuple):
    """De maten van wie tekent: het vak van één mens (teken en naam), het teken zelf, en de ruimte tussen rijen."""

    breed: float
    hoog: float
    teken: float
    tussen_rijen: float


class Lijn(NamedTuple):
    """Een lijn in de tekening. ``streepjes``: pleeg of zonder huwelijk; ``stippels``: hoe het is, weten we niet.

    ``breuken``: 1 uit elkaar, 2 gescheiden. ``tekst`` komt op het vlakke stuk, zoals de jaren van een huwelijk.
    """

    punten: Weg
    streepjes: bool = False
    stippels: bool = False
    breuken: int = 0
    tekst: str = ""

    @property
    def midden(self) -> Plek:
        """Waar de tekst komt: op het vlakke stuk, voorbij de breuken."""
        (x1, y), (x2, _y) = self.punten[1], self.punten[2]
        return x1 + (x2 - x1) * 0.62, y

    def breukstrepen(self, half: float) -> Iterator[Weg]:
        """De schuine strepen door een stel dat uit elkaar is; ``half`` is hun halve hoogte."""
        for nummer in range(self.breuken):
            (x1, y), (x2, _y) = self.punten[1], self.punten[2]
            x = x1 + (x2 - x1) * 0.25 + nummer * half * 0.85
            yield (x - half * 0.42, y + half), (x + half * 0.42, y - half)


@dataclass(frozen=True)
class Tekening:
    """Waar elk mens staat (linkerbovenhoek van zijn vak), welke lijnen er lopen, en om wie samen wonen een rand."""

    breedte: float
    hoogte: float
    plekken: dict[str, Plek]
    lijnen: tuple[Lijn, ...]
    huizen: tuple[Weg, ...]


_GESTREEPT = frozenset({Samen.SAMENWONEND, Samen.RELATIE, Samen.UIT_ELKAAR})
# Zo ver liggen de lijnen van twee stellen minstens uit elkaar, in tekens: een streep door de ene raakt de andere niet.
_STAP = 0.55
_BREUKEN = {Samen.UIT_ELKAAR: 1, Samen.GESCHEIDEN: 2}


def teken(van: Genogram, maat: Maat) -> Tekening:
    """Zet elke generatie op een rij, ouders boven hun kinderen."""
    kolom = _kolommen(van)
    eerste = min(van.generatie.values())
    # Elk stel van een rij heeft een eigen lijn; bij veel stellen wordt de ruimte ertussen groter, niet kleiner.
    per_rij = Counter(van.generatie[s.een] for s in van.stellen)
    meeste = max(per_rij.values(), default=1)
    maat = maat._replace(tussen_rijen=max(maat.tussen_rijen, _STAP * maat.teken * (meeste + 2)))
    rij = maat.hoog + maat.tussen_rijen
    plekken = {
        f.sleutel: (kolom[f.sleutel] * maat.breed, (van.generatie[f.sleutel] - eerste) * rij) for f in van.figuren
    }
    lijnen = tuple(_lijnen(van, plekken, maat, maat.tussen_rijen / (meeste + 2)))
    return Tekening(
        breedte=max(x for x, _y in plekken.values()) + maat.breed,
        hoogte=max([y + maat.hoog for _x, y in plekken.values()] + [y for lijn in lijnen for _x, y in lijn.punten]),
        plekken=plekken,
        lijnen=lijnen,
        huizen=tuple(_randen(van, plekken, maat)),
    )


def _kolommen(van: Genogram) -> dict[str, float]:
    """De plek van links van elk mens, in vakken."""
    if len(van.figuren) == 1:
        return {van.figuren[0].sleutel: 0.0}
    from fast_sugiyama import from_edges

    kanten = list(dict.fromkeys(_kanten(van)))
    punten = from_edges(kanten, vertex_spacing=1, dummy_vertices=False, ranking_type="up")[0][0]
    rijen: dict[int, list[tuple[float, str]]] = {}
    for naam, (x, _laag) in punten:
        if naam in van.generatie:
            rijen.setdefault(van.generatie[naam], []).append((x, naam))
    op_volgorde = [[naam for _x, naam in sorted(rijen[g])] for g in sorted(rijen)]
    return _schik([_volgens_het_vak(van, rij) for rij in op_volgorde], _buren(van))


def _volgens_het_vak(van: Genogram, rij: list[str]) -> list[str]:
    """Kinderen van dezelfde ouders van oud naar jong, en in een stel de man links.

    Alleen waar het geen lijnen laat kruisen: bij wie zelf een stel heeft, beslist dat waar iemand staat.
    """
    hoe_vaak = Counter(wie for s in van.stellen for wie in (s.een, s.ander))
    figuur = {f.sleutel: f for f in van.figuren}
    gezinnen: dict[frozenset[str], list[str]] = {}
    for a in van.afkomst:
        if a.kind in rij and not hoe_vaak[a.kind] and a.hoe is not Opgroeien.PLEEG:
            gezinnen.setdefault(frozenset(a.ouders), []).append(a.kind)
    for kinderen in gezinnen.values():
        leden = [naam for naam in rij if naam in kinderen]
        op_leeftijd = sorted(leden, key=lambda naam: figuur[naam].geboren or "9")
        plek = rij.index(leden[0])
        anderen = [naam for naam in rij if naam not in leden]
        rij = [*anderen[:plek], *op_leeftijd, *anderen[plek:]]
    met_ouders = {a.kind for a in van.afkomst}
    for s in van.stellen:
        vast = hoe_vaak[s.een] + hoe_vaak[s.ander] > 2 or {s.een, s.ander} <= met_ouders or s.een not in rij
        if vast or abs(rij.index(s.een) - rij.index(s.ander)) != 1:
            continue
        links, rechts = sorted((s.een, s.ander), key=rij.index)
        if (figuur[links].sekse, figuur[rechts].sekse) == (Sekse.VROUW, Sekse.MAN):
            i = rij.index(links)
            rij[i], rij[i + 1] = rechts, links
    return rij


def _buren(van: Genogram) -> dict[str, list[str]]:
    """Bij wie iemand in de rij erboven en eronder hoort."""
    buren: dict[str, list[str]] = {f.sleutel: [] for f in van.figuren}
    for a in van.afkomst:
        for ouder in a.ouders:
            buren[a.kind].append(ouder)
            buren[ouder].append(a.kind)
    return buren


def _schik(rijen: list[list[str]], buren: dict[str, list[str]]) -> dict[str, float]:
    """Trekt kinderen onder hun ouders en ouders boven hun kinderen, met minstens één vak tussen twee mensen."""
    kolom = {naam: float(n) for rij in rijen for n, naam in enumerate(rij)}
    for ronde in range(_RONDES):
        for rij in rijen if ronde % 2 else reversed(rijen):
            wens = [
                sum(kolom[b] for b in buren[naam]) / len(buren[naam]) if buren[naam] else kolom[naam] for naam in rij
            ]
            kolom |= zip(rij, _naast_elkaar(wens), strict=True)
    links = min(kolom.values())
    return {naam: x - links for naam, x in kolom.items()}


_RONDES = 40


def _naast_elkaar(wens: list[float]) -> list[float]:
    """De plekken in deze volgorde, minstens één uit elkaar, die samen het minst van de wens afwijken."""
    blokken: list[list[float]] = []
    for n, x in enumerate(wens):
        blokken.append([x - n, 1])
        while len(blokken) > 1 and blokken[-2][0] > blokken[-1][0]:
            (x1, n1), (x2, n2) = blokken[-2:]
            blokken[-2:] = [[(x1 * n1 + x2 * n2) / (n1 + n2), n1 + n2]]
    vlak = [x for x, aantal in blokken for _keer in range(int(aantal))]
    return [x + n for n, x in enumerate(vlak)]


def _kanten(van: Genogram) -> Iterator[tuple[str, str]]:
    """Mensen en stellen om en om in lagen; een anker per laag houdt elke generatie op één rij."""
    lagen = {f: 2 * g for f, g in van.generatie.items()}
    for s in van.stellen:
        yield s.een, _stelnaam(s.een, s.ander)
        yield s.ander, _stelnaam(s.een, s.ander)
        lagen[_stelnaam(s.een, s.ander)] = lagen[s.een] + 1
    for a in van.afkomst:
        boven = _stelnaam(*a.ouders[:2]) if len(a.ouders) > 1 else f"stel:{a.ouders[0]}"
        lagen.setdefault(boven, lagen[a.ouders[0]] + 1)
        if len(a.ouders) == 1:
            yield a.ouders[0], boven
        yield boven, a.kind
    ankers = range(min(lagen.values()) - 1, max(lagen.values()) + 2)
    yield from ((f"anker:{boven}", f"anker:{onder}") for boven, onder in pairwise(ankers))
    for naam, laag in lagen.items():
        yield f"anker:{laag - 1}", naam
        yield naam, f"anker:{laag + 1}"


def _stelnaam(een: str, ander: str) -> str:
    return "stel:" + "+".join(sorted((een, ander)))


def _tussen_mensen(links: float, rechts: float, mensen: Iterable[float]) -> float:
    """Waar de lijn naar de kinderen begint: zo dicht bij het midden als kan, en nooit recht onder iemand anders."""
    kolommen = sorted({links, rechts, *(x for x in mensen if links < x < rechts)})
    plekken = [(een + ander) / 2 for een, ander in pairwise(kolommen)] or [links]
    return min(plekken, key=lambda x: abs(x - (links + rechts) / 2))


def _lijnen(van: Genogram, plekken: dict[str, Plek], maat: Maat, per_stel: float) -> Iterator[Lijn]:
    """Stellen met een lijn onder hun tekens, kinderen eraan met een lijn naar beneden."""
    begin: dict[str, Plek] = {}
    for s, weg, kinderen in _stelwegen(van, plekken, maat, per_stel):
        begin[_stelnaam(s.een, s.ander)] = kinderen
        breuken = _BREUKEN.get(s.samen, 0) if s.samen else 0
        yield Lijn(weg, s.samen in _GESTREEPT, s.samen is None, breuken, s.jaren)
    samen_geboren = {wie: groep for groep in van.tweelingen for wie in groep}
    for a in van.afkomst:
        boven = begin[_stelnaam(*a.ouders[:2])] if len(a.ouders) > 1 else _voet(plekken[a.ouders[0]], maat)
        # Een meerling komt uit één punt; de lijnen lopen van daar schuin naar elk van hen.
        groep = samen_geboren.get(a.kind, (a.kind,)) if a.hoe is Opgroeien.EIGEN else (a.kind,)
        splitsing = sum(plekken[wie][0] for wie in groep) / len(groep) + maat.breed / 2
        x, y = plekken[a.kind][0] + maat.breed / 2, plekken[a.kind][1]
        speling = maat.teken / 2 if len(a.ouders) == 1 else 2
        if abs(boven[0] - x) < speling and len(groep) == 1:
            # Bijna recht boven elkaar: dan helemaal recht.
            boven = (x, boven[1])
        weg = (boven, (boven[0], y - per_stel), (splitsing, y - per_stel), (x, y))
        yield Lijn(weg, streepjes=a.hoe is Opgroeien.PLEEG)
        if a.hoe is Opgroeien.GEADOPTEERD:
            yield Lijn(tuple((x + maat.teken * 0.12, y) for x, y in weg[2:]), streepjes=True)


def _voet(plek: Plek, maat: Maat) -> Plek:
    """Midden onder het vak van een mens."""
    return plek[0] + maat.breed / 2, plek[1] + maat.hoog


def _stelwegen(
    van: Genogram, plekken: dict[str, Plek], maat: Maat, per_stel: float
) -> Iterator[tuple[Stel, Weg, Plek]]:
    """Van elk stel de lijn, en waar de lijn naar hun kinderen begint."""
    hoe_vaak = Counter(wie for s in van.stellen for wie in (s.een, s.ander))
    in_rij: Counter[int] = Counter()
    for s in van.stellen:
        rij = van.generatie[s.een]
        # Elk stel van een rij op een eigen hoogte, zodat lijnen niet over elkaar liggen.
        in_rij[rij] += 1
        links, rechts = sorted((s.een, s.ander), key=lambda wie: plekken[wie])
        (x1, y), (x2, _y) = _voet(plekken[links], maat), _voet(plekken[rechts], maat)
        mensen = (_voet(plek, maat)[0] for wie, plek in plekken.items() if van.generatie[wie] == rij)
        laag = y + per_stel * in_rij[rij]
        kinderen = (_tussen_mensen(x1, x2, mensen), laag)
        # Wie vaker in een stel zit, krijgt een voet per kant.
        x1 += maat.teken * 0.15 if hoe_vaak[links] > 1 else 0
        x2 -= maat.teken * 0.15 if hoe_vaak[rechts] > 1 else 0
        yield s, ((x1, y), (x1, laag), (x2, laag), (x2, y)), kinderen


def _randen(van: Genogram, plekken: dict[str, Plek], maat: Maat) -> Iterator[Weg]:
    """De rand om wie samen wonen. Staat er iemand anders tussen, dan komt er geen: dan zeggen alleen de namen het."""
    for samen in van.huizen:
        rijen: dict[float, list[float]] = {}
        for wie in samen:
            rijen.setdefault(plekken[wie][1], []).append(plekken[wie][0])
        hoogtes = sorted(rijen)
        anderen = [plek for wie, plek in plekken.items() if wie not in samen]
        ertussen = any(y in rijen and min(rijen[y]) < x < max(rijen[y]) for x, y in anderen)
        aansluitend = all(b - a < 1.5 * (maat.hoog + maat.tussen_rijen) for a, b in pairwise(hoogtes))
        if not ertussen and aansluitend:
            yield _rand([(min(rijen[y]), max(rijen[y]) + maat.breed, y) for y in hoogtes], maat)


def _rand(rijen: list[tuple[float, float, float]], maat: Maat) -> Weg:
    """Langs de linkerkant van alle rijen omlaag en langs de rechterkant terug; net binnen de vakken."""
    speling = maat.breed * 0.02
    links = [(x + speling, y + d) for x, _tot, y in rijen for d in (0.0, maat.hoog)]
    rechts = [(tot - speling, y + d) for _x, tot, y in reversed(rijen) for d in (maat.hoog, 0.0)]
    return (*links, *rechts, links[0])
