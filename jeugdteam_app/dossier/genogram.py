"""Het genogram: drie of meer generaties van het gezin, in de tekens die het vak gebruikt.

Een vierkant is een man, een rondje een vrouw, een ruit iemand anders, een driehoek een zwangerschap; een dubbele rand
is het kind om wie het gaat, een kruis wie overleden is. Wie een ouder is, komt uit ``kind_van``; zolang niemand dat
invulde, uit de rol. De tekens zijn die van McGoldrick, Gerson en Petry (Genograms).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import (
    Geslacht,
    Huishouden,
    Jeugdige,
    Persoon,
    Relatie,
    Rol,
    Samen,
    Sekse,
    Zwanger,
    Zwangerschap,
)
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Feit, alle_waarden, waarde, waarde_of
from jeugdteam_app.kern.taal import N_

KIND = Jeugdige.soort
# Welk teken hoort bij wat er over een kind staat.
SEKSE = {Geslacht.MAN: Sekse.MAN, Geslacht.VROUW: Sekse.VROUW}


class Figuur(NamedTuple):
    """Eén mens in de tekening. ``woont`` is de naam van de woonplek; van een zwangerschap is er geen naam."""

    sleutel: str
    naam: str
    sekse: Sekse | None = None
    # Zo precies als bekend: een jaar, een maand of een dag.
    geboren: str = ""
    gestorven: str = ""
    overleden: bool = False
    woont: str = ""
    zwanger: Zwanger | None = None

    @property
    def jaren(self) -> str:
        """Van wanneer tot wanneer iemand leefde, voor zover bekend: ``1950``, ``1950-2019`` of ``†2019``."""
        jaar = self.geboren[:4]
        tot = f"-{self.gestorven}" if jaar else f"†{self.gestorven}"
        return f"{jaar}{tot}" if self.gestorven else jaar

    @property
    def met_kruis(self) -> bool:
        """Of het teken een kruis krijgt."""
        return self.overleden or self.zwanger is Zwanger.VERLOREN


class Stel(NamedTuple):
    """Twee mensen die samen zijn, waren, of samen een kind hebben; ``samen`` is leeg als niemand zei hoe."""

    een: str
    ander: str
    samen: Samen | None
    jaren: str = ""


class Opgroeien(Enum):
    """Hoe een kind bij deze ouders hoort."""

    EIGEN = auto()
    GEADOPTEERD = auto()
    PLEEG = auto()


class Afkomst(NamedTuple):
    """Een kind en zijn ouders (een of twee)."""

    kind: str
    ouders: tuple[str, ...]
    hoe: Opgroeien


@dataclass(frozen=True)
class Genogram:
    """De mensen met hun generatie (0 is het kind, omhoog is negatief), en wie nog niet vastzit aan iemand.

    ``tweelingen``: kinderen van dezelfde ouders, geboren op dezelfde dag. ``huizen``: wie er op één plek wonen.
    """

    figuren: tuple[Figuur, ...]
    generatie: dict[str, int]
    stellen: tuple[Stel, ...]
    afkomst: tuple[Afkomst, ...]
    los: tuple[Figuur, ...]
    tweelingen: tuple[tuple[str, ...], ...] = ()
    huizen: tuple[tuple[str, ...], ...] = ()

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
    erin = tuple(f for f in figuren if f.sleutel in generatie)
    familie = {p.sleutel for p in _mensen(dossier) if _FAMILIE & set(alle_waarden(p.rol))}
    return Genogram(
        figuren=erin,
        generatie=generatie,
        stellen=tuple(
            s for s in _stellen(dossier, afkomst, bekend) if generatie.get(s.een, 0.5) == generatie.get(s.ander)
        ),
        afkomst=afkomst,
        los=tuple(f for f in figuren if f.sleutel not in generatie and f.sleutel in familie),
        tweelingen=tuple(_tweelingen(dossier, afkomst)),
        huizen=tuple(_huizen(dossier, erin)),
    )


_FAMILIE = frozenset({Rol.OUDER, Rol.STIEFOUDER, Rol.PLEEGOUDER, Rol.BROER_ZUS, Rol.FAMILIE})


def _figuren(dossier: Dossier) -> Iterator[Figuur]:
    huizen = {h.sleutel: waarde_of(h.naam, "") for h in dossier.alle(Huishouden)}
    kind = dossier.een(Jeugdige)
    sekse = SEKSE.get(waarde_of(kind.geslacht, Geslacht.ONBEKEND))
    geboren = waarde(kind.geboortedatum)
    woont = huizen.get(waarde_of(kind.huishouden, ""), "")
    yield Figuur(KIND, kind.aanspreeknaam, sekse, str(geboren or ""), woont=woont)
    for p in _mensen(dossier):
        geboren = waarde(p.geboortedatum)
        yield Figuur(
            p.sleutel,
            waarde_of(p.voornamen, "") or p.weergavenaam,
            waarde(p.sekse),
            str(geboren) if geboren else waarde_of(p.geboren_rond, ""),
            _jaar(p.overleden_op),
            p.is_overleden,
            huizen.get(waarde_of(p.huishouden, ""), ""),
        )
    for z in dossier.alle(Zwangerschap):
        # Zeggen twee mensen iets anders, dan staat zij er; wat er te kiezen is, staat bij de zwangerschap zelf.
        if uitkomst := next(iter(alle_waarden(z.uitkomst)), None):
            yield Figuur(z.sleutel, "", geboren=waarde_of(z.wanneer, ""), zwanger=uitkomst)


def _jaar(wanneer: Feit[str]) -> str:
    return waarde_of(wanneer, "")[:4]


def _tweelingen(dossier: Dossier, afkomst: Iterable[Afkomst]) -> Iterator[tuple[str, ...]]:
    """Wie dezelfde ouders en dezelfde geboortedag heeft; van wie geadopteerd is, weten we dat zo niet."""
    geboren = {p.sleutel: waarde(p.geboortedatum) for p in _mensen(dossier)}
    geboren[KIND] = waarde(dossier.een(Jeugdige).geboortedatum)
    samen: dict[tuple[frozenset[str], date], list[str]] = {}
    for a in afkomst:
        dag = geboren.get(a.kind)
        if a.hoe is Opgroeien.EIGEN and dag is not None:
            samen.setdefault((frozenset(a.ouders), dag), []).append(a.kind)
    return (tuple(kinderen) for kinderen in samen.values() if len(kinderen) > 1)


def _huizen(dossier: Dossier, erin: Iterable[Figuur]) -> Iterator[tuple[str, ...]]:
    """Wie er samen wonen, van elke woonplek die deze lezer mag zien en waar er minstens twee wonen."""
    plek = {p.sleutel: waarde(p.huishouden) for p in _mensen(dossier)}
    plek[KIND] = waarde(dossier.een(Jeugdige).huishouden)
    for huis in dossier.alle(Huishouden):
        samen = tuple(f.sleutel for f in erin if plek.get(f.sleutel) == huis.sleutel and not f.overleden)
        if len(samen) > 1:
            yield samen


def ouders_van_kind(dossier: Dossier) -> tuple[str, ...]:
    """Wie de ouders van het kind zijn, als sleutels: gekozen, of anders wie bij dit kind ouder heet."""
    gekozen = _gekozen(dossier.een(Jeugdige).kind_van, {p.sleutel for p in dossier.alle(Persoon)}, dossier.zichzelf)
    # Zeggen twee mensen iets anders, dan hoort iemand er nog steeds bij.
    heten_zo = tuple(p.sleutel for p in _mensen(dossier) if Rol.OUDER in alle_waarden(p.rol))
    return heten_zo if gekozen is None else gekozen


def _afkomst(dossier: Dossier, bekend: set[str]) -> Iterator[Afkomst]:
    personen, zelf = _mensen(dossier), dossier.zichzelf

    def met_rol(rol: Rol) -> tuple[str, ...]:
        # Zeggen twee mensen iets anders, dan hoort iemand er nog steeds bij.
        return tuple(p.sleutel for p in personen if rol in alle_waarden(p.rol))

    van_kind = ouders_van_kind(dossier)
    yield Afkomst(KIND, van_kind, _hoe(dossier.een(Jeugdige)))
    yield Afkomst(KIND, met_rol(Rol.PLEEGOUDER), Opgroeien.PLEEG)
    for p in personen:
        gekozen = _gekozen(p.kind_van, bekend, zelf)
        vanzelf = van_kind if Rol.BROER_ZUS in alle_waarden(p.rol) and p.sleutel not in van_kind else ()
        yield Afkomst(p.sleutel, gekozen if gekozen is not None else vanzelf, _hoe(p))
    for z in (z for z in dossier.alle(Zwangerschap) if z.sleutel in bekend):
        gekozen = _gekozen(z.ouders, bekend, zelf)
        yield Afkomst(z.sleutel, gekozen if gekozen is not None else van_kind, Opgroeien.EIGEN)


def _hoe(wie: Jeugdige | Persoon) -> Opgroeien:
    return Opgroeien.GEADOPTEERD if waarde_of(wie.geadopteerd, False) else Opgroeien.EIGEN


def _gekozen(feit: Feit[tuple[str, ...]], bekend: set[str], zelf: str) -> tuple[str, ...] | None:
    """De ouders die iemand koos; ``None`` als niemand iets koos. Wie weg is uit het dossier, telt niet."""
    ouders = waarde(feit)
    if ouders is None:
        return None
    return tuple(s for s in dict.fromkeys(_als_kind(o, zelf) for o in ouders) if s in bekend)


def _als_kind(sleutel: str, zelf: str) -> str:
    """Wie bij een broer of zus een persoon is, is in zijn eigen dossier het kind."""
    return KIND if zelf and sleutel == zelf else sleutel


def _mensen(dossier: Dossier) -> list[Persoon]:
    """De mensen, zonder het kind zelf: dat staat al in het midden."""
    return [p for p in dossier.alle(Persoon) if p.sleutel != dossier.zichzelf]


def _stellen(dossier: Dossier, afkomst: Iterable[Afkomst], bekend: set[str]) -> Iterator[Stel]:
    """Elk paar één keer. Staat een paar er vaker, dan geldt het laatste: zo is het nu."""
    paren: dict[frozenset[str], Stel] = {}
    zelf = dossier.zichzelf
    for r in dossier.alle(Relatie):
        een, ander = (_als_kind(waarde_of(wie, ""), zelf) for wie in (r.een, r.ander))
        paar = frozenset((een, ander))
        if len(paar) == 2 and paar <= bekend:
            sinds, tot = _jaar(r.sinds), _jaar(r.tot)
            paren[paar] = Stel(een, ander, waarde(r.samen), f"{sinds}-{tot}" if sinds and tot else sinds or tot)
    for a in afkomst:
        for een, ander in pairwise(a.ouders):
            paren.setdefault(frozenset((een, ander)), Stel(een, ander, None))
    yield from paren.values()


def _generaties(afkomst: Iterable[Afkomst], stellen: Iterable[Stel]) -> dict[str, int]:
    """Vanaf het kind naar iedereen die aan hem vastzit. De kortste weg beslist.

    Wie een kind opvoedt, kan van elke generatie zijn: bij oma als pleegouder telt dat zij de moeder van de moeder is.
    Alleen wie verder nergens aan vastzit, staat als pleegouder een generatie boven het kind.
    """
    afkomst, stellen = list(afkomst), list(stellen)
    generatie = _vanaf({KIND: 0}, [a for a in afkomst if a.hoe is not Opgroeien.PLEEG], stellen)
    return _vanaf(generatie, afkomst, stellen)


def _vanaf(generatie: dict[str, int], afkomst: Iterable[Afkomst], stellen: Iterable[Stel]) -> dict[str, int]:
    buren: dict[str, list[tuple[str, int]]] = {}
    for a in afkomst:
        for ouder in a.ouders:
            buren.setdefault(a.kind, []).append((ouder, -1))
            buren.setdefault(ouder, []).append((a.kind, 1))
    for s in stellen:
        buren.setdefault(s.een, []).append((s.ander, 0))
        buren.setdefault(s.ander, []).append((s.een, 0))
    generatie, rand = dict(generatie), list(generatie)
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
            boven = generatie[a.kind] - 1
            rijen = sorted({generatie[o] for o in a.ouders}) if a.hoe is Opgroeien.PLEEG else [boven]
            # Pleegouders van twee generaties zijn geen stel: elk een eigen lijn. Een zus staat op de rij van het kind.
            for rij in (r for r in rijen if r <= boven + 1):
                if ouders := tuple(o for o in a.ouders if generatie[o] == rij):
                    yield a._replace(ouders=ouders)


# --- In woorden -------------------------------------------------------------------------------------------------


def in_woorden(van: Genogram, vertaal: Callable[[str], str] = str) -> list[str]:
    """Dezelfde inhoud als de tekening, voor wie haar niet ziet: per mens wie het is, met wie, van wie en waar."""
    zinnen = []
    for f in sorted(van.figuren, key=lambda f: van.generatie[f.sleutel]):
        delen = [f"{f.naam or vertaal(zonder_naam(f))}" + (f" ({f.jaren})" if f.jaren else "")]
        for a in van.afkomst:
            if a.kind == f.sleutel:
                delen.append(vertaal(_AFKOMST[a.hoe]).format(ouders=_en([van.naam(o) for o in a.ouders], vertaal)))
        for groep in van.tweelingen:
            if f.sleutel in groep:
                anderen = [van.naam(s) for s in groep if s != f.sleutel]
                delen.append(vertaal(N_("samen geboren met {wie}")).format(wie=_en(anderen, vertaal)))
        delen += [
            f"{vertaal(woord(s.samen))}{f' ({s.jaren})' if s.jaren else ''}: "
            f"{van.naam(s.ander if s.een == f.sleutel else s.een)}"
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


_AFKOMST = {
    Opgroeien.EIGEN: N_("kind van {ouders}"),
    Opgroeien.GEADOPTEERD: N_("geadopteerd door {ouders}"),
    Opgroeien.PLEEG: N_("groeit op bij {ouders}"),
}


def zonder_naam(figuur: Figuur) -> str:
    """Wat er staat bij iemand zonder naam."""
    return woord(figuur.zwanger) if figuur.zwanger else N_("zonder naam")


def legenda(van: Genogram) -> tuple[str, ...]:
    """Wat de tekens zeggen, onder de tekening; een teken dat er niet in staat, hoeft niemand te lezen."""
    zinnen = {
        N_("Vierkant: jongen of man. Rond: meisje of vrouw. Dubbele rand: het kind om wie het gaat."): True,
        N_("Vraagteken: jongen, meisje of anders, dat staat er niet."): any(
            f.sekse is None and f.zwanger is None for f in van.figuren
        ),
        N_("Kruis: overleden."): any(f.met_kruis for f in van.figuren),
        N_("Driehoek: een zwangerschap."): any(f.zwanger for f in van.figuren),
        N_("Lijn: getrouwd. Streepjes: samen zonder huwelijk, of pleeg."): len(van.figuren) > 1,
        N_("Stippels tussen twee mensen: hoe het nu tussen hen is, weten we niet."): any(
            s.samen is None for s in van.stellen
        ),
        N_("Eén streep erdoor: uit elkaar; twee: gescheiden."): any(
            s.samen in (Samen.UIT_ELKAAR, Samen.GESCHEIDEN) for s in van.stellen
        ),
        N_("Lijn met streepjes ernaast: geadopteerd."): any(a.hoe is Opgroeien.GEADOPTEERD for a in van.afkomst),
        N_("Schuine lijnen uit één punt: een tweeling of meerling."): bool(van.tweelingen),
        N_("Stippels eromheen: zij wonen samen."): bool(van.huizen),
    }
    return tuple(zin for zin, staat_erin in zinnen.items() if staat_erin)
