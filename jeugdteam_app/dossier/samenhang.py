"""Hoe het samenhangt: wat kwetsbaar maakte, uitlokte, in stand houdt en beschermt, als kaart van links naar rechts.

Een kaart staat in vier kolommen rond de vraag. Wie zelf geen pijl trekt, krijgt er een naar de vraag. De
indeling (rijen, zo min mogelijk kruisende pijlen, de weg om andere vakken heen) komt van de methode van
Sugiyama in ``fast_sugiyama``; de maten van de vakken zijn van wie tekent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from jeugdteam_app.dossier.analyse import Factor, Hulpvraag, Soortfactor
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.kort import gezegd, keuzes
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import alle_waarden
from jeugdteam_app.kern.taal import N_

# Het doel van een pijl die naar de vraag zelf wijst.
VRAAG = "vraag"
KOLOMMEN = (
    Soortfactor.KWETSBAARMAKEND,
    Soortfactor.UITLOKKEND,
    Soortfactor.IN_STAND_HOUDEND,
    Soortfactor.BESCHERMEND,
)
# Tussen de kolommen staan poorten, die de kolommen uit elkaar houden; de middelste is de vraag zelf.
_POORTEN = ("poort:0", "poort:1", VRAAG, "poort:3", "poort:4")


# Een vak, of (als getal) een knik waar een pijl langs een kolom loopt.
Naam: TypeAlias = str | int
Kant: TypeAlias = tuple[Naam, Naam]


class Vak(NamedTuple):
    """Eén vak: een factor, of de vraag zelf (``aard`` is dan ``None``)."""

    sleutel: str
    tekst: str
    aard: Soortfactor | None


class Pijl(NamedTuple):
    """Van een factor naar wat die veroorzaakt. ``zelf``: iemand trok hem; anders wijst hij vanzelf naar de vraag."""

    van: str
    naar: str
    zelf: bool


@dataclass(frozen=True)
class Samenhang:
    """De vakken en pijlen, en de factoren waarvan nog niemand zei wat zij doen."""

    vakken: tuple[Vak, ...]
    pijlen: tuple[Pijl, ...]
    los: tuple[Vak, ...]

    def van(self, sleutel: str) -> tuple[Vak, ...]:
        """Waar een vak naartoe wijst."""
        bij_naam = {vak.sleutel: vak for vak in self.vakken}
        return tuple(bij_naam[pijl.naar] for pijl in self.pijlen if pijl.van == sleutel)


class Plek(NamedTuple):
    """Waar een vak staat: kolom van links, en boven-, linkerkant en hoogte in de maat van wie tekent."""

    vak: Vak
    x: float
    y: float
    hoogte: float


@dataclass(frozen=True)
class Tekening:
    """De kaart met maten. Een lijn is een rij punten van vak naar vak, om andere vakken heen."""

    breedte: float
    hoogte: float
    plekken: tuple[Plek, ...]
    lijnen: tuple[tuple[Pijl, tuple[tuple[float, float], ...]], ...]


class Maat(NamedTuple):
    """De maten van een tekening: hoe breed een vak is, en de ruimte ertussen."""

    breed: float
    tussen_kolommen: float
    tussen_vakken: float


def opschrift(aard: Soortfactor | None, vertaal: Callable[[str], str] = str) -> str:
    """Wat er boven een vak staat: wat de factor doet, of dat het de vraag zelf is."""
    zin = vertaal(woord(aard)) if aard else vertaal(N_("de vraag"))
    return zin[:1].upper() + zin[1:]


_DOET = {
    Soortfactor.IN_STAND_HOUDEND: N_("Houdt in stand"),
    Soortfactor.BESCHERMEND: N_("Beschermt tegen"),
}


def doet(aard: Soortfactor | None, vertaal: Callable[[str], str] = str) -> str:
    """Wat een pijl vanaf zo'n factor betekent: iets dat beschermt, leidt nergens toe."""
    return vertaal(_DOET.get(aard, N_("Leidt tot")) if aard else N_("Leidt tot"))


def samenhang(dossier: Dossier) -> Samenhang:
    """De kaart uit het dossier. Een pijl naar een factor die weg is, of naar zichzelf, telt niet."""
    vakken: list[Vak] = []
    los: list[Vak] = []
    leidt_tot: dict[str, tuple[str, ...]] = {}
    for factor in dossier.alle(Factor):
        aarden = list(dict.fromkeys(alle_waarden(factor.aard)))
        # Zien twee mensen het anders, dan staat het in de eerste kolom, met erbij wat de ander zegt.
        twee = f"\n({keuzes(factor.aard, woord)})" if len(aarden) > 1 else ""
        vak = Vak(factor.sleutel, gezegd(factor.tekst) and gezegd(factor.tekst) + twee, next(iter(aarden), None))
        if vak.tekst:
            (los if vak.aard is None else vakken).append(vak)
            leidt_tot[vak.sleutel] = tuple(naar for gekozen in alle_waarden(factor.leidt_tot) for naar in gekozen)
    vakken.append(Vak(VRAAG, _de_vraag(dossier), None))
    er_zijn = {vak.sleutel for vak in vakken}
    pijlen = []
    for vak in vakken[:-1]:
        zelf = [n for n in dict.fromkeys(leidt_tot[vak.sleutel]) if n in er_zijn and n != vak.sleutel]
        pijlen += [Pijl(vak.sleutel, naar, zelf=True) for naar in zelf] or [Pijl(vak.sleutel, VRAAG, zelf=False)]
    return Samenhang(tuple(vakken), tuple(pijlen), tuple(los))


def _de_vraag(dossier: Dossier) -> str:
    return next((tekst for h in dossier.alle(Hulpvraag) if (tekst := gezegd(h.tekst))), "")


@dataclass(frozen=True)
class Indeling:
    """Welk vak in welke kolom en op welke rij hoort; nog zonder maten."""

    kaart: Samenhang
    kanten: dict[Pijl, Kant]
    lagen: tuple[tuple[Naam, ...], ...]
    wegen: dict[Kant, tuple[Naam, ...]]

    def teken(self, hoogte_van: Callable[[Vak], float], maat: Maat) -> Tekening:
        """Waar elk vak en elke pijl komt. Vakken liggen nooit over elkaar."""
        hoogtes = {vak.sleutel: hoogte_van(vak) for vak in self.kaart.vakken}
        gezet = _zet_neer(self.lagen, hoogtes, maat)
        wegen = {pijl: _in_richting(pijl, self.wegen[kant], gezet) for pijl, kant in self.kanten.items()}
        hoog = _aansluitingen(wegen, gezet)
        return Tekening(
            breedte=(len(self.lagen) - 1) * (maat.breed + maat.tussen_kolommen) + maat.breed,
            # Ook de knikken: een pijl die om een volle kolom heen gaat, blijft zo op het blad.
            hoogte=max(ruimte.y + ruimte.hoogte for ruimte in gezet.values()) + maat.tussen_vakken / 2,
            plekken=tuple(Plek(vak, *gezet[vak.sleutel]) for vak in self.kaart.vakken),
            lijnen=tuple((pijl, _lijn(weg, gezet, maat, hoog[pijl])) for pijl, weg in wegen.items()),
        )


def deel_in(kaart: Samenhang) -> Indeling:
    """Deelt de kaart in. Een kolom zonder vakken krijgt geen plek."""
    from fast_sugiyama import from_edges

    kolom_van = {vak.sleutel: KOLOMMEN.index(vak.aard) for vak in kaart.vakken if vak.aard}
    kanten = {pijl: _van_links(pijl, kolom_van) for pijl in kaart.pijlen}
    alle = list(dict.fromkeys([*_kolomkanten(kolom_van), *kanten.values()]))
    punten, _breed, _hoog, stukken = from_edges(alle, vertex_spacing=1, dummy_vertices=True, ranking_type="up")[0]
    lagen: dict[float, list[tuple[float, str, Naam]]] = {}
    for naam, (rij, laag) in punten:
        if naam == VRAAG or naam not in _POORTEN:
            lagen.setdefault(-laag, []).append((rij, str(naam), naam))
    vol = [sorted(lagen[laag]) for laag in sorted(lagen) if any(isinstance(naam, str) for *_plek, naam in lagen[laag])]
    return Indeling(kaart, kanten, tuple(tuple(naam for *_plek, naam in laag) for laag in vol), _wegen(stukken or ()))


class _Ruimte(NamedTuple):
    """Waar een vak, of een knik in een pijl, terechtkwam."""

    x: float
    y: float
    hoogte: float

    @property
    def midden(self) -> float:
        return self.y + self.hoogte / 2


def _van_links(pijl: Pijl, kolom_van: dict[str, int]) -> Kant:
    """De pijl als kant van links naar rechts; de vraag staat tussen de tweede en de derde kolom."""
    vooruit = kolom_van.get(pijl.van, 1.5) <= kolom_van.get(pijl.naar, 1.5)
    return (pijl.van, pijl.naar) if vooruit else (pijl.naar, pijl.van)


def _kolomkanten(kolom_van: dict[str, int]) -> Iterator[Kant]:
    yield from pairwise(_POORTEN)
    for naam, kolom in kolom_van.items():
        yield _POORTEN[kolom], naam
        yield naam, _POORTEN[kolom + 1]


def _zet_neer(lagen: tuple[tuple[Naam, ...], ...], hoogtes: dict[str, float], maat: Maat) -> dict[Naam, _Ruimte]:
    """Zet de lagen als kolommen naast elkaar, elk in het midden."""
    kolommen = [_onder_elkaar(laag, hoogtes, maat) for laag in lagen]
    hoogste = max(hoog for _kolom, hoog in kolommen)
    gezet: dict[Naam, _Ruimte] = {}
    for nummer, (kolom, hoog) in enumerate(kolommen):
        x, erboven = nummer * (maat.breed + maat.tussen_kolommen), (hoogste - hoog + maat.tussen_vakken) / 2
        gezet |= {naam: _Ruimte(x, boven + erboven, hoogte) for naam, boven, hoogte in kolom}
    return gezet


def _onder_elkaar(
    laag: tuple[Naam, ...], hoogtes: dict[str, float], maat: Maat
) -> tuple[list[tuple[Naam, float, float]], float]:
    """Elk vak (en elke knik, zonder hoogte) met zijn bovenkant, en hoe hoog de kolom wordt."""
    onder, kolom = 0.0, []
    for naam in laag:
        hoogte = hoogtes[naam] if isinstance(naam, str) else 0.0
        kolom.append((naam, onder, hoogte))
        onder += hoogte + maat.tussen_vakken
    return kolom, onder - maat.tussen_vakken


def _wegen(stukken: Iterable[Kant]) -> dict[Kant, tuple[Naam, ...]]:
    """Van elke kant de knikken onderweg. Een knik is een getal en heeft precies één vervolg."""
    stukken = list(stukken)
    vervolg = {van: naar for van, naar in stukken if isinstance(van, int)}
    wegen: dict[Kant, tuple[Naam, ...]] = {}
    for van, naar in stukken:
        if isinstance(van, int):
            continue
        weg = [van, naar]
        while isinstance(weg[-1], int):
            weg.append(vervolg[weg[-1]])
        # In een kring draait de indeling een pijl om; dan is het dezelfde weg, andersom.
        wegen[van, weg[-1]] = tuple(weg)
        wegen.setdefault((weg[-1], van), tuple(reversed(weg)))
    return wegen


def _in_richting(pijl: Pijl, weg: tuple[Naam, ...], gezet: dict[Naam, _Ruimte]) -> tuple[Naam, ...]:
    """De weg van begin naar einde; een knik in een kolom die er niet is, telt niet."""
    return tuple(naam for naam in (weg if weg[0] == pijl.van else reversed(weg)) if naam in gezet)


def _aansluitingen(wegen: dict[Pijl, tuple[Naam, ...]], gezet: dict[Naam, _Ruimte]) -> dict[Pijl, tuple[float, float]]:
    """Hoe hoog elke pijl begint en eindigt: verdeeld over de kant van het vak, zodat punten niet op elkaar liggen."""
    per_kant: dict[tuple[Naam, bool], list[tuple[float, int, Pijl]]] = {}
    for pijl, weg in wegen.items():
        for einde, (hier, buur) in enumerate(((weg[0], weg[1]), (weg[-1], weg[-2]))):
            naar_rechts = gezet[buur].x > gezet[hier].x
            per_kant.setdefault((hier, naar_rechts), []).append((gezet[buur].midden, einde, pijl))
    hoog: dict[Pijl, list[float]] = {pijl: [0.0, 0.0] for pijl in wegen}
    for (hier, _kant), aansluiting in per_kant.items():
        op_volgorde = sorted(aansluiting, key=lambda a: (a[0], a[1], a[2].van, a[2].naar))
        for nummer, (_buur, einde, pijl) in enumerate(op_volgorde, 1):
            hoog[pijl][einde] = gezet[hier].y + gezet[hier].hoogte * nummer / (len(op_volgorde) + 1)
    return {pijl: (uit, in_) for pijl, (uit, in_) in hoog.items()}


def _lijn(
    weg: tuple[Naam, ...], gezet: dict[Naam, _Ruimte], maat: Maat, hoog: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """De punten van een pijl: van rand tot rand, en recht door de kolommen waar hij langs gaat."""
    begin, einde = gezet[weg[0]], gezet[weg[-1]]
    naar_rechts = einde.x > begin.x
    uit, in_ = (begin.x + maat.breed, einde.x) if naar_rechts else (begin.x, einde.x + maat.breed)
    punten = [(uit, hoog[0])]
    for naam in weg[1:-1]:
        knik = gezet[naam]
        randen = (knik.x, knik.x + maat.breed)
        punten += [(x, knik.midden) for x in (randen if naar_rechts else randen[::-1])]
    return (*punten, (in_, hoog[1]))
