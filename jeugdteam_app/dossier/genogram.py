"""Het genogram: drie of meer generaties van het gezin, in de tekens die het vak gebruikt.

Een vierkant is een man, een rondje een vrouw, een ruit iemand anders; een dubbele rand is het kind om wie het
gaat, een kruis wie overleden is. Wie een ouder is, komt uit ``kind_van``; zolang niemand dat invulde, uit de rol.
De volgorde in een rij komt van de methode van Sugiyama (``fast_sugiyama``), de maten van wie tekent.
De tekens zijn die van McGoldrick, Gerson en Petry (Genograms).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Geslacht, Huishouden, Jeugdige, Persoon, Relatie, Rol, Samen, Sekse
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.taal import N_

KIND = Jeugdige.soort
_SEKSE = {Geslacht.MAN: Sekse.MAN, Geslacht.VROUW: Sekse.VROUW}


class Figuur(NamedTuple):
    """Eén mens in de tekening. ``jaar`` is het geboortejaar, ``woont`` de naam van de woonplek."""

    sleutel: str
    naam: str
    sekse: Sekse | None
    jaar: str
    woont: str
    overleden: bool


class Stel(NamedTuple):
    """Twee mensen die samen zijn, waren, of samen een kind hebben; ``samen`` is leeg als niemand zei hoe."""

    een: str
    ander: str
    samen: Samen | None


class Afkomst(NamedTuple):
    """Een kind en zijn ouders (een of twee); ``pleeg`` als het bij hen opgroeit zonder hun kind te zijn."""

    kind: str
    ouders: tuple[str, ...]
    pleeg: bool


@dataclass(frozen=True)
class Genogram:
    """De mensen met hun generatie (0 is het kind, omhoog is negatief), en wie nog niet vastzit aan iemand."""

    figuren: tuple[Figuur, ...]
    generatie: dict[str, int]
    stellen: tuple[Stel, ...]
    afkomst: tuple[Afkomst, ...]
    los: tuple[Figuur, ...]

    def naam(self, sleutel: str) -> str:
        """Hoe iemand in de tekening heet."""
        return next(f.naam for f in self.figuren if f.sleutel == sleutel)


def genogram(dossier: Dossier) -> Genogram:
    """Het genogram van dit kind. Wat zichzelf tegenspreekt (wie zijn eigen voorouder zou zijn), valt weg."""
    figuren = list(_figuren(dossier))
    bekend = {f.sleutel for f in figuren}
    gezegd = [a for a in _afkomst(dossier, bekend) if a.ouders and a.kind not in a.ouders]
    generatie = _generaties(gezegd, _stellen(dossier, gezegd, bekend))
    afkomst = tuple(_kloppend(gezegd, generatie))
    familie = {p.sleutel for p in dossier.alle(Persoon) if waarde(p.rol) in _FAMILIE}
    return Genogram(
        figuren=tuple(f for f in figuren if f.sleutel in generatie),
        generatie=generatie,
        stellen=tuple(
            s for s in _stellen(dossier, afkomst, bekend) if generatie.get(s.een, 0.5) == generatie.get(s.ander)
        ),
        afkomst=afkomst,
        los=tuple(f for f in figuren if f.sleutel not in generatie and f.sleutel in familie),
    )


_FAMILIE = frozenset({Rol.OUDER, Rol.STIEFOUDER, Rol.PLEEGOUDER, Rol.BROER_ZUS, Rol.FAMILIE})


def _figuren(dossier: Dossier) -> Iterator[Figuur]:
    huizen = {h.sleutel: waarde_of(h.naam, "") for h in dossier.alle(Huishouden)}
    kind = dossier.een(Jeugdige)
    sekse = _SEKSE.get(waarde_of(kind.geslacht, Geslacht.ONBEKEND))
    yield Figuur(KIND, kind.aanspreeknaam, sekse, _jaar(kind), huizen.get(waarde_of(kind.huishouden, ""), ""), False)
    for p in dossier.alle(Persoon):
        woont = huizen.get(waarde_of(p.huishouden, ""), "")
        naam = waarde_of(p.voornamen, "") or p.weergavenaam
        yield Figuur(p.sleutel, naam, waarde(p.sekse), _jaar(p), woont, waarde_of(p.overleden, False))


def _jaar(wie: Jeugdige | Persoon) -> str:
    geboren = waarde(wie.geboortedatum)
    return str(geboren.year) if geboren else ""


def _afkomst(dossier: Dossier, bekend: set[str]) -> Iterator[Afkomst]:
    personen = dossier.alle(Persoon)

    def met_rol(rol: Rol) -> tuple[str, ...]:
        return tuple(p.sleutel for p in personen if waarde(p.rol) is rol)

    gekozen = _gekozen(dossier.een(Jeugdige), bekend)
    van_kind = gekozen if gekozen is not None else met_rol(Rol.OUDER)
    yield Afkomst(KIND, van_kind, pleeg=False)
    yield Afkomst(KIND, met_rol(Rol.PLEEGOUDER), pleeg=True)
    for p in personen:
        gekozen = _gekozen(p, bekend)
        vanzelf = van_kind if waarde(p.rol) is Rol.BROER_ZUS and p.sleutel not in van_kind else ()
        yield Afkomst(p.sleutel, gekozen if gekozen is not None else vanzelf, pleeg=False)


def _gekozen(wie: Jeugdige | Persoon, bekend: set[str]) -> tuple[str, ...] | None:
    """De ouders die iemand koos; ``None`` als niemand iets koos. Wie weg is uit het dossier, telt niet."""
    ouders = waarde(wie.kind_van)
    return None if ouders is None else tuple(s for s in dict.fromkeys(ouders) if s in bekend)


def _stellen(dossier: Dossier, afkomst: Iterable[Afkomst], bekend: set[str]) -> Iterator[Stel]:
    gezien = set()
    for r in dossier.alle(Relatie):
        een, ander = waarde_of(r.een, ""), waarde_of(r.ander, "")
        paar = frozenset((een, ander))
        if len(paar) == 2 and paar <= bekend and paar not in gezien:
            gezien.add(paar)
            yield Stel(een, ander, waarde(r.samen))
    for a in afkomst:
        for een, ander in pairwise(a.ouders):
            if frozenset((een, ander)) not in gezien:
                gezien.add(frozenset((een, ander)))
                yield Stel(een, ander, None)


def _generaties(afkomst: Iterable[Afkomst], stellen: Iterable[Stel]) -> dict[str, int]:
    """Vanaf het kind naar iedereen die aan hem vastzit. De kortste weg beslist."""
    buren: dict[str, list[tuple[str, int]]] = {}
    for a in afkomst:
        for ouder in a.ouders:
            buren.setdefault(a.kind, []).append((ouder, -1))
            buren.setdefault(ouder, []).append((a.kind, 1))
    for s in stellen:
        buren.setdefault(s.een, []).append((s.ander, 0))
        buren.setdefault(s.ander, []).append((s.een, 0))
    generatie, rand = {KIND: 0}, [KIND]
    while rand:
        volgende = []
        for sleutel in rand:
            for buur, stap in buren.get(sleutel, ()):
                if buur not in generatie:
                    generatie[buur] = generatie[sleutel] + stap
                    volgende.append(buur)
        rand = volgende
    return generatie


def _kloppend(afkomst: Iterable[Afkomst], generatie: dict[str, int]) -> Iterator[Afkomst]:
    for a in afkomst:
        if a.kind in generatie:
            ouders = tuple(o for o in a.ouders if generatie[o] == generatie[a.kind] - 1)
            if ouders:
                yield a._replace(ouders=ouders)


# --- In woorden -------------------------------------------------------------------------------------------------


def in_woorden(van: Genogram, vertaal: Callable[[str], str] = str) -> list[str]:
    """Dezelfde inhoud als de tekening, voor wie haar niet ziet: per mens wie het is, met wie, van wie en waar."""
    zinnen = []
    for f in sorted(van.figuren, key=lambda f: van.generatie[f.sleutel]):
        delen = [f"{f.naam} ({f.jaar})" if f.jaar else f.naam]
        for a in van.afkomst:
            if a.kind == f.sleutel:
                zin = N_("groeit op bij {ouders}") if a.pleeg else N_("kind van {ouders}")
                delen.append(vertaal(zin).format(ouders=_en([van.naam(o) for o in a.ouders], vertaal)))
        delen += [
            f"{vertaal(woord(s.samen))}: {van.naam(s.ander if s.een == f.sleutel else s.een)}"
            for s in van.stellen
            if s.samen and f.sleutel in (s.een, s.ander)
        ]
        if f.woont:
            delen.append(vertaal(N_("woont: {plek}")).format(plek=f.woont))
        if f.overleden:
            delen.append(vertaal(N_("overleden")))
        zinnen.append("; ".join(delen))
    return zinnen


def _en(namen: list[str], vertaal: Callable[[str], str]) -> str:
    return f" {vertaal(N_('en'))} ".join(namen)


# Wat de tekens zeggen, onder de tekening op het scherm en op papier.
LEGENDA = (
    N_("Vierkant: jongen of man. Rond: meisje of vrouw. Dubbele rand: het kind om wie het gaat. Kruis: overleden."),
    N_("Lijn: getrouwd. Streepjes: samen zonder huwelijk, of pleeg. Eén streep erdoor: uit elkaar; twee: gescheiden."),
)

# --- De tekening ------------------------------------------------------------------------------------------------


class Maat(NamedTuple):
    """De maten van wie tekent: het vak van één mens (teken en naam), het teken zelf, en de ruimte tussen rijen."""

    breed: float
    hoog: float
    teken: float
    tussen_rijen: float


class Lijn(NamedTuple):
    """Een lijn in de tekening. ``streepjes``: pleeg of zonder huwelijk; ``breuken``: 1 uit elkaar, 2 gescheiden."""

    punten: tuple[tuple[float, float], ...]
    streepjes: bool
    breuken: int


@dataclass(frozen=True)
class Tekening:
    """Waar elk mens staat (linkerbovenhoek van zijn vak) en welke lijnen er lopen."""

    breedte: float
    hoogte: float
    plekken: dict[str, tuple[float, float]]
    lijnen: tuple[Lijn, ...]


_GESTREEPT = frozenset({Samen.SAMENWONEND, Samen.RELATIE, Samen.UIT_ELKAAR})
# Zo ver liggen de lijnen van twee stellen minstens uit elkaar: een streepje door de ene raakt de andere niet.
_STAP = 14.0
_BREUKEN = {Samen.UIT_ELKAAR: 1, Samen.GESCHEIDEN: 2}


def teken(van: Genogram, maat: Maat) -> Tekening:
    """Zet elke generatie op een rij, ouders boven hun kinderen."""
    kolom = _kolommen(van)
    eerste = min(van.generatie.values())
    # Elk stel van een rij heeft een eigen lijn; bij veel stellen wordt de ruimte ertussen groter, niet kleiner.
    per_rij = Counter(van.generatie[s.een] for s in van.stellen)
    meeste = max(per_rij.values(), default=1)
    maat = maat._replace(tussen_rijen=max(maat.tussen_rijen, _STAP * (meeste + 2)))
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
    return _schik([[naam for _x, naam in sorted(rijen[g])] for g in sorted(rijen)], _buren(van))


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


def _lijnen(van: Genogram, plekken: dict[str, tuple[float, float]], maat: Maat, per_stel: float) -> Iterator[Lijn]:
    """Stellen met een lijn onder hun tekens, kinderen eraan met een lijn naar beneden."""
    midden = maat.breed / 2

    def onder(sleutel: str) -> tuple[float, float]:
        x, y = plekken[sleutel]
        return x + midden, y + maat.hoog

    punt: dict[str, tuple[float, float]] = {}
    in_rij: dict[int, int] = {}
    for s in van.stellen:
        # Elk stel van een rij op een eigen hoogte, zodat lijnen niet over elkaar liggen.
        nummer = in_rij[van.generatie[s.een]] = in_rij.get(van.generatie[s.een], -1) + 1
        stap = per_stel * (nummer + 1)
        (x1, y1), (x2, y2) = sorted((onder(s.een), onder(s.ander)))
        naast = (x + midden for wie, (x, _y) in plekken.items() if van.generatie[wie] == van.generatie[s.een])
        punt[_stelnaam(s.een, s.ander)] = (_tussen_mensen(x1, x2, naast), y1 + stap)
        weg = ((x1, y1), (x1, y1 + stap), (x2, y2 + stap), (x2, y2))
        yield Lijn(weg, streepjes=s.samen in _GESTREEPT, breuken=_BREUKEN.get(s.samen, 0) if s.samen else 0)
    for a in van.afkomst:
        begin = punt[_stelnaam(*a.ouders[:2])] if len(a.ouders) > 1 else onder(a.ouders[0])
        x, y = plekken[a.kind]
        x += midden
        knik = y - maat.tussen_rijen * 0.15
        yield Lijn((begin, (begin[0], knik), (x, knik), (x, y)), streepjes=a.pleeg, breuken=0)
