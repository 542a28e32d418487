"""Waar iedereen in het genogram staat en welke lijnen er lopen; in de maten van wie tekent.

De volgorde in een rij komt van de methode van Sugiyama (``fast_sugiyama``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from jeugdteam_app.dossier.genogram import Afkomst, Genogram, Opgroeien, Stel
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
# Zo ver uit elkaar is van twee lijnen te zien dat het er twee zijn, in vakken.
_KIER = 0.07
_BREUKEN = {Samen.UIT_ELKAAR: 1, Samen.GESCHEIDEN: 2}


def teken(van: Genogram, maat: Maat) -> Tekening:
    """Zet elke generatie op een rij, ouders boven hun kinderen."""
    kolom = _kolommen(van)
    eerste = min(van.generatie.values())
    midden = {sleutel: (k + 0.5) * maat.breed for sleutel, k in kolom.items()}
    lagen = _Lagen(van, midden, maat.breed)
    maat = maat._replace(tussen_rijen=max(maat.tussen_rijen, _STAP * maat.teken * (lagen.meeste + 1)))
    rij = maat.hoog + maat.tussen_rijen
    plekken = {
        f.sleutel: (kolom[f.sleutel] * maat.breed, (van.generatie[f.sleutel] - eerste) * rij) for f in van.figuren
    }
    lijnen = tuple(_lijnen(van, plekken, maat, lagen))
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
    for a in (a for a in van.afkomst if not _is_zelfde_rij(van, a)):
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
    for a in (a for a in van.afkomst if not _is_zelfde_rij(van, a)):
        boven = _van_wie(a)
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


def _van_wie(a: Afkomst) -> str:
    """De naam van het stel of de ene ouder waar een kind aan hangt."""
    return _stelnaam(*a.ouders[:2]) if len(a.ouders) > 1 else f"stel:{a.ouders[0]}"


def _is_zelfde_rij(van: Genogram, a: Afkomst) -> bool:
    """Of wie het kind opvoedt van zijn eigen generatie is, zoals een grote zus."""
    return van.generatie[a.ouders[0]] == van.generatie[a.kind]


class _Lagen:
    """Hoe hoog elke vlakke lijn tussen twee rijen ligt, in stappen, zodat geen twee lijnen over elkaar liggen.

    Van boven komen de lijnen van stellen, en die onderlangs naar een kind van dezelfde rij. Van onderen komen die naar
    kinderen van een rij lager, per ouders een eigen.
    """

    def __init__(self, van: Genogram, midden: dict[str, float], breed: float) -> None:
        self.begin = dict(_beginpunten(van, midden, breed * _KIER))
        # Waar de lijn naar een kind twee rijen lager of meer omlaag gaat.
        self.neer = {a: _tussendoor(van, a, midden, breed, self.begin) for a in van.afkomst if _is_ver(van, a)}
        self.stel: dict[str, int] = {}
        self.onderlangs: dict[tuple[str, str], int] = {}
        boven: Counter[int] = Counter()
        for s in van.stellen:
            boven[van.generatie[s.een]] += 1
            self.stel[_stelnaam(s.een, s.ander)] = boven[van.generatie[s.een]]
        self.kinderen: dict[tuple[str, bool], int] = {}
        for a in van.afkomst:
            if _is_zelfde_rij(van, a):
                boven[van.generatie[a.kind]] += 1
                self.onderlangs[_van_wie(a), a.kind] = boven[van.generatie[a.kind]]
        onder: Counter[int] = Counter()
        vrij: dict[tuple[int, int], float] = {}
        for groep, (links, rechts, rij) in sorted(
            _bereiken(van, midden, self.begin, self.neer).items(), key=lambda p: p[1][:2]
        ):
            laag = next(n for n in range(1, len(van.afkomst) + 1) if vrij.get((rij, n), -1.0) < links)
            vrij[rij, laag] = rechts
            self.kinderen[groep] = laag
            onder[rij] = max(onder[rij], laag)
        self.meeste = max([1, *(boven[rij - 1] + onder[rij] for rij in {*onder, *(r + 1 for r in boven)})])


def _bereiken(
    van: Genogram, midden: dict[str, float], begin: dict[str, float], neer: dict[Afkomst, float]
) -> dict[tuple[str, bool], tuple[float, float, int]]:
    """Van welk punt tot welk punt de lijn naar de kinderen van deze ouders loopt, en naar welke rij."""
    uit: dict[tuple[str, bool], tuple[float, float, int]] = {}
    for a in van.afkomst:
        if not _is_zelfde_rij(van, a):
            groep, x, vanaf = (_van_wie(a), a.hoe is Opgroeien.PLEEG), midden[a.kind], neer.get(a, begin[_van_wie(a)])
            links, rechts, rij = uit.get(groep, (vanaf, vanaf, van.generatie[a.kind]))
            uit[groep] = (min(links, x, vanaf), max(rechts, x, vanaf), rij)
    return uit


def _beginpunten(van: Genogram, midden: dict[str, float], kier: float) -> Iterator[tuple[str, float]]:
    """Waar de lijn naar de kinderen van een stel of van één ouder begint.

    Geen twee in een rij op dezelfde plek, en nooit recht boven een kind van anderen: dan lijkt het hun kind.
    """
    bezet: dict[int, set[float]] = {}
    for naam, rij, wens in (*_van_een_ouder(van, midden), *_van_een_stel(van, midden)):
        al = bezet.setdefault(rij, set())
        van_anderen = {midden[a.kind] for a in van.afkomst if _van_wie(a) != naam}
        mogelijk = (x + n * kier for n in range(len(van.figuren) + 1) for x in wens)
        gekozen = next(x for x in mogelijk if all(abs(x - ander) > kier / 2 for ander in al | van_anderen))
        al.add(gekozen)
        yield naam, gekozen


def _van_een_ouder(van: Genogram, midden: dict[str, float]) -> Iterator[tuple[str, int, list[float]]]:
    """Onder de ouder zelf."""
    for ouder in dict.fromkeys(a.ouders[0] for a in van.afkomst if len(a.ouders) == 1):
        yield f"stel:{ouder}", van.generatie[ouder], [midden[ouder]]


def _van_een_stel(van: Genogram, midden: dict[str, float]) -> Iterator[tuple[str, int, list[float]]]:
    """Aan de lijn van het stel: zo dicht bij het midden als kan, en nooit recht onder iemand anders."""
    for s in van.stellen:
        rij = van.generatie[s.een]
        links, rechts = sorted((midden[s.een], midden[s.ander]))
        kolommen = sorted({x for wie, x in midden.items() if van.generatie[wie] == rij and links <= x <= rechts})
        plekken = [(een + ander) / 2 for een, ander in pairwise(kolommen)] or [links]
        yield _stelnaam(s.een, s.ander), rij, sorted(plekken, key=lambda x: abs(x - (links + rechts) / 2))


def _lijnen(van: Genogram, plekken: dict[str, Plek], maat: Maat, lagen: _Lagen) -> Iterator[Lijn]:
    """Stellen met een lijn onder hun tekens, kinderen eraan met een lijn naar beneden."""
    stap = maat.tussen_rijen / (lagen.meeste + 1)
    for s, weg in _stelwegen(van, plekken, maat, stap, lagen):
        breuken = _BREUKEN.get(s.samen, 0) if s.samen else 0
        yield Lijn(weg, s.samen in _GESTREEPT, s.samen is None, breuken, s.jaren)
    samen_geboren = {wie: groep for groep in van.tweelingen for wie in groep}
    # Van elke ouders gaat de lijn over een rij heen op een eigen hoogte opzij.
    ver = list(dict.fromkeys(_van_wie(a) for a in van.afkomst if _is_ver(van, a)))
    for a in van.afkomst:
        if _is_zelfde_rij(van, a):
            yield Lijn(_onderlangs(a, plekken, maat, stap, lagen), streepjes=True)
            continue
        boven = _begin(a, plekken, maat, stap, lagen)
        # Een meerling komt uit één punt; de lijnen lopen van daar schuin naar elk van hen.
        groep = samen_geboren.get(a.kind, (a.kind,)) if a.hoe is Opgroeien.EIGEN else (a.kind,)
        splitsing = sum(plekken[wie][0] for wie in groep) / len(groep) + maat.breed / 2
        x, y = plekken[a.kind][0] + maat.breed / 2, plekken[a.kind][1]
        speling = maat.teken / 2 if len(a.ouders) == 1 else 2
        if abs(boven[0] - x) < speling and len(groep) == 1:
            # Bijna recht boven elkaar: dan helemaal recht.
            boven = (x, boven[1])
        laag = y - stap * lagen.kinderen[_van_wie(a), a.hoe is Opgroeien.PLEEG]
        neer = lagen.neer.get(a, boven[0])
        # Over een rij heen: eerst opzij, en dan tussen de mensen door.
        opzij: Weg = ()
        if neer != boven[0]:
            hoogte = boven[1] + stap * (0.25 + 0.5 * (ver.index(_van_wie(a)) + 1) / (len(ver) + 1))
            opzij = ((boven[0], hoogte), (neer, hoogte))
        weg = (boven, *opzij, (neer, laag), (x if len(groep) == 1 else splitsing, laag), (x, y))
        yield Lijn(weg, streepjes=a.hoe is Opgroeien.PLEEG)
        if a.hoe is Opgroeien.GEADOPTEERD:
            yield Lijn(tuple((x + maat.teken * 0.12, y) for x, y in weg[-2:]), streepjes=True)


def _is_ver(van: Genogram, a: Afkomst) -> bool:
    """Of er nog een rij tussen het kind en zijn ouders staat."""
    return van.generatie[a.kind] - van.generatie[a.ouders[0]] > 1


def _begin(a: Afkomst, plekken: dict[str, Plek], maat: Maat, stap: float, lagen: _Lagen) -> Plek:
    """Waar de lijn naar een kind begint: aan de lijn van het stel, of midden onder de ene ouder."""
    onder = plekken[a.ouders[0]][1] + maat.hoog
    return lagen.begin[_van_wie(a)], onder + stap * lagen.stel.get(_van_wie(a), 0)


def _tussendoor(van: Genogram, a: Afkomst, midden: dict[str, float], breed: float, begin: dict[str, float]) -> float:
    """Waar de lijn naar een kind twee rijen lager langs gaat: niet door wie er op de rij ertussen staat.

    En niet waar al een lijn van een ander loopt.
    """
    x, kier = begin[_van_wie(a)], breed * _KIER
    rijen = range(van.generatie[a.ouders[0]] + 1, van.generatie[a.kind])
    ertussen = [plek - breed / 2 for wie, plek in midden.items() if van.generatie[wie] in rijen]
    anderen = [plek for naam, plek in begin.items() if naam != _van_wie(a)]
    anderen += [midden[b.kind] for b in van.afkomst if b.kind != a.kind]
    kanten = [kant + d for links in ertussen for kant in (links, links + breed) for d in (kier, -kier, 0)]
    mogelijk = [
        kant
        for kant in (x, *kanten)
        if not any(links + 1.5 * kier < kant < links + breed - 1.5 * kier for links in ertussen)
        and all(abs(kant - ander) > kier / 2 for ander in anderen)
    ]
    return min(mogelijk, key=lambda kant: abs(kant - x), default=x)


def _onderlangs(a: Afkomst, plekken: dict[str, Plek], maat: Maat, stap: float, lagen: _Lagen) -> Weg:
    """Van wie een kind van zijn eigen rij opvoedt: onder de rij door, en van onderen naar het kind."""
    x, y = _voet(plekken[a.kind], maat)
    boven, laag = _begin(a, plekken, maat, stap, lagen), y + stap * lagen.onderlangs[_van_wie(a), a.kind]
    return boven, (boven[0], laag), (x, laag), (x, y)


def _voet(plek: Plek, maat: Maat) -> Plek:
    """Midden onder het vak van een mens."""
    return plek[0] + maat.breed / 2, plek[1] + maat.hoog


def _stelwegen(
    van: Genogram, plekken: dict[str, Plek], maat: Maat, stap: float, lagen: _Lagen
) -> Iterator[tuple[Stel, Weg]]:
    """Van elk stel de lijn."""
    hoe_vaak = Counter(wie for s in van.stellen for wie in (s.een, s.ander))
    for s in van.stellen:
        links, rechts = sorted((s.een, s.ander), key=lambda wie: plekken[wie])
        (x1, y), (x2, _y) = _voet(plekken[links], maat), _voet(plekken[rechts], maat)
        laag = y + stap * lagen.stel[_stelnaam(s.een, s.ander)]
        # Wie vaker in een stel zit, krijgt een voet per kant.
        x1 += maat.teken * 0.15 if hoe_vaak[links] > 1 else 0
        x2 -= maat.teken * 0.15 if hoe_vaak[rechts] > 1 else 0
        yield s, ((x1, y), (x1, laag), (x2, laag), (x2, y))


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
