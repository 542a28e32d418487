"""Wat niet ieder uit het gezin mag lezen. Het blijft in het dossier, maar staat niet op tafel en niet op hun papier.

Een afscherming zegt bij één ding (een uitspraak, een gesprek, een kansencirkel) voor wie het niet is. Weten we niet
wie er leest, dan laten we niets zien dat voor iemand is afgeschermd.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from jeugdteam_app.dossier.analyse import Analyse, Factor, Hulpvraag, Hypothese, Ouderprobleem, Punt, Uitspraak
from jeugdteam_app.dossier.bijlage import Bijlage
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.evaluatie import Evaluatie
from jeugdteam_app.dossier.familiegroepsplan import Zorg
from jeugdteam_app.dossier.geschiedenis import EerdereHulp, Gebeurtenis
from jeugdteam_app.dossier.gesprek import Contact, Instemmingen, Verklaring, Waarover
from jeugdteam_app.dossier.gezin import Adres, Huishouden, Jeugdige, Persoon, Rol, Steun, Zwangerschap, heeft_gezag
from jeugdteam_app.dossier.kansencirkel import Kansencirkel
from jeugdteam_app.dossier.perspectiefplan import Leefgebied, Perspectiefplan
from jeugdteam_app.dossier.velden import Veld, Voorwerp, velden_van
from jeugdteam_app.kern.feit import Conflict, Feit, alle_waarden, waarde

# Waar iemand iets over zichzelf of een ander zegt. Besluiten en het plan van de familie zijn van allen.
AF_TE_SCHERMEN: tuple[type[Voorwerp], ...] = (
    Hulpvraag, Uitspraak, Punt, Factor, Hypothese, Gebeurtenis, EerdereHulp, Ouderprobleem, Contact, Zorg,
    Kansencirkel, Evaluatie, Bijlage, Instemmingen, Steun, Huishouden, Verklaring, Zwangerschap,
)  # fmt: skip
# Wat niet in een lijst staat: één veld (``soort/veld``), of het hele plan van de jongere voor later.
_EIGEN_VELDEN = {f"{Analyse.soort}/{veld.id}": veld for veld in (Analyse.jeugdige_zegt, Analyse.ouders_zeggen)}
EIGEN_WOORDEN = tuple(_EIGEN_VELDEN)
LATER = Perspectiefplan.soort
# De sleutel van het kind zelf als lezer.
KIND = Jeugdige.soort
# Wie met zo'n rol in het dossier staat, is geen kind van dit gezin.
_VOLWASSEN = frozenset(Rol) - {Rol.BROER_ZUS, Rol.ANDERS}


def niet_voor(dossier: Dossier, sleutel: str) -> tuple[str, ...]:
    """Voor wie iets niet is. Verschillen twee collega's daarover, dan is het voor niemand."""
    feit = dossier.afscherming(sleutel).niet_voor
    gezegd = dict.fromkeys(s for namen in alle_waarden(feit) for s in namen)
    if isinstance(feit, Conflict):
        return tuple(dict.fromkeys([KIND, *(lezer for lezer, _naam in lezers(dossier)), *gezegd]))
    return tuple(gezegd)


def voor_ogen(dossier: Dossier, lezer: str = "") -> Dossier:
    """Het dossier zoals deze lezer het mag zien; zonder lezer zoals iedereen het mag zien.

    Kinderen van één gezin tellen samen. Elk kind is in zijn eigen dossier 'het kind' en bij een broer of zus een
    persoon; wie wie is, weten we niet. Wat voor het ene kind niet is, laten we dus ook het andere niet lezen.
    """
    kinderen = _kinderen(dossier)
    verborgen = set(dossier.verborgen)
    in_lijsten = (sleutel for soort in AF_TE_SCHERMEN for sleutel in _sleutels(dossier, soort))
    for sleutel in (*in_lijsten, *EIGEN_WOORDEN, LATER):
        wie = set(niet_voor(dossier, sleutel))
        ook_kind = lezer in kinderen and not wie.isdisjoint(kinderen | (wie - _bekend(dossier)))
        if lezer in wie or (wie and not lezer) or ook_kind:
            verborgen.add(sleutel)
    verborgen |= _gesprekken_met_twee_antwoorden(dossier)
    if LATER in verborgen:
        verborgen |= _instemming_met_later(dossier)
    return replace(dossier, verborgen=frozenset(verborgen)) if verborgen != dossier.verborgen else dossier


def _gesprekken_met_twee_antwoorden(dossier: Dossier) -> set[str]:
    """Gesprekken waarvan volgens een van twee collega's een ander kind is: tot een mens kiest, leest niemand ze."""
    twee = (c for c in dossier.alle(Contact) if isinstance(c.over_kind, Conflict))
    return {c.sleutel for c in twee if any(over and dossier.id not in over for over in alle_waarden(c.over_kind))}


def _instemming_met_later(dossier: Dossier) -> set[str]:
    """Wat mensen van het plan voor later vinden: hun woorden zeggen wat erin staat."""
    later = Waarover.PERSPECTIEFPLAN
    return {d.sleutel for d in dossier.alle(Instemmingen) if any(g.waarover is later for g in alle_waarden(d.inhoud))}


def _sleutels(dossier: Dossier, soort: type[Voorwerp]) -> Iterator[str]:
    """De dingen van deze soort; de band met iemand staat niet in een lijst maar bij die persoon."""
    if soort is Steun:
        yield from (f"{Steun.soort}:{p.sleutel}" for p in dossier.alle(Persoon))
    else:
        yield from (ding.sleutel for ding in dossier.alle(soort))


def afgeschermd_in(dossier: Dossier, tekst: str, aan: Mapping[str, str] | None = None) -> list[str]:
    """De zinnen en adressen uit wat is afgeschermd die in deze tekst staan; leestekens en hoofdletters maken niet uit.

    Een brief of ontwerp neemt bij het begin woorden over, en iemand kan zelf een adres typen. Wordt daarna iets
    afgeschermd, dan staan ze er nog. Namen tellen niet: wie iemand is, is niet wat iemand zei.

    ``aan``: wie dit krijgt, met de woonplek van die lezer, als sleutels; zonder is het voor iedereen. Een adres mag
    erin als het voor geen van hen is afgeschermd: een besluit gaat naar waar iemand woont. Wat iemand zei, niet.
    """
    heel = zonder_afscherming(dossier)
    verborgen = voor_ogen(heel).verborgen
    in_lijsten = (ding for soort in AF_TE_SCHERMEN if soort is not Steun for ding in heel.alle(soort))
    later = [heel.een(Perspectiefplan), *map(heel.gebied, Leefgebied)] if LATER in verborgen else []
    dicht = [*(ding for ding in in_lijsten if ding.sleutel in verborgen), *later]
    gezegd = [
        getattr(ding, veld.naam) for ding in dicht for veld in velden_van(type(ding)).values() if not _is_naam(veld)
    ]
    analyse = heel.een(Analyse)
    gezegd += [getattr(analyse, veld.naam) for naam, veld in _EIGEN_VELDEN.items() if naam in verborgen]
    zinnen = [zin for feit in gezegd for zin in _zinnen(feit)]
    na_de_spreker = [stuk for zin in zinnen if " " in _kaal(stuk := zin.partition(": ")[2].strip())]
    dicht_voor_hen = {s for wie, thuis in (aan or {"": ""}).items() for s in voor_ogen(heel, wie).verborgen - {thuis}}
    huizen = heel.alle(Huishouden)
    woont = [a for huis in huizen if huis.sleutel in dicht_voor_hen for a in alle_waarden(huis.adres)]
    ook_van_open = {_kaal(a.postcode) for h in huizen if h.sleutel not in dicht_voor_hen for a in alle_waarden(h.adres)}
    woorden, hele_zinnen = f" {_kaal(tekst)} ", {_kaal(zin) for zin in _EINDE_VAN_STUK.split(tekst)}

    def staat_er(zin: str, hele_zin: int) -> bool:
        # Een paar woorden komen overal voor: die moeten er als eigen zin staan.
        return f" {kort} " in woorden if len(kort := _kaal(zin)) >= hele_zin else kort in hele_zinnen

    gevonden = [zin for zin in zinnen if staat_er(zin, _HELE_ZIN)]
    # ‘Sam: papa slaat’ is ook ‘papa slaat’: wie het zei, staat er in een brief anders bij.
    gevonden += [stuk for stuk in na_de_spreker if staat_er(stuk, _NA_DE_SPREKER)]
    adressen = (adres for a in woont for adres in _adressen(a, met_postcode=_kaal(a.postcode) not in ook_van_open)
                if _kaal(adres))  # fmt: skip
    gevonden += [adres for adres in adressen if re.search(rf" {_hoe_dan_ook(adres)}(?!\d)", woorden)]
    return list(dict.fromkeys(gevonden))


def _hoe_dan_ook(adres: str) -> str:
    """Als patroon: ook ‘Rozenlaan nr. 7’, ‘Rozenlaan nummer 7’ en ‘Rozenlaan7’."""
    *straat, nummer = map(re.escape, _kaal(adres).split())
    return rf"{' '.join(straat)} ?(?:nr |nummer |no )?{nummer}" if straat else nummer


def _adressen(adres: Adres, *, met_postcode: bool) -> Iterator[str]:
    """Hoe een adres in een brief herkenbaar is, met of zonder letter achter het nummer.

    Woont er in dezelfde straat iemand van wie het adres wel mag, dan zegt de postcode alleen niets.
    """
    if adres.straat and adres.huisnummer:
        yield f"{adres.straat} {adres.huisnummer}"
    cijfers = re.fullmatch(r"(\d{4}) ?([A-Za-z]{2})", adres.postcode.strip())
    if met_postcode and cijfers:
        yield from ("".join(cijfers.groups()), " ".join(cijfers.groups()))


# Wie iets zei of deed, hoe een plek of hulp heet: dat staat ook op papier zonder dat iemand het daar las.
_NAMEN = frozenset(
    ("van", "door", "bron", "wie", "door_wie", "naam", "wie_eerst", "wie_helpt", "steunfiguur", "toewijzing")
)  # fmt: skip
# Korter dan dit kan in elke andere zin voorkomen; wat na een dubbele punt staat, is vaker maar een deel van een zin.
_HELE_ZIN, _NA_DE_SPREKER = 10, 20
_EINDE_VAN_ZIN, _EINDE_VAN_STUK = (re.compile(rf"(?<=[{einde}])[’”\"')]*\s+|\n") for einde in (".!?", ".!?:;"))


def _is_naam(veld: Veld[Any]) -> bool:
    return veld.naam in _NAMEN or veld is EerdereHulp.wat or veld.eigenaar is Huishouden


def _zinnen(feit: Feit[Any]) -> Iterator[str]:
    for inhoud in alle_waarden(feit):
        delen = inhoud.model_dump(exclude=set(_NAMEN)).values() if isinstance(inhoud, BaseModel) else [inhoud]
        for deel in delen:
            if isinstance(deel, str) and not isinstance(deel, StrEnum):
                yield from (zin.strip() for zin in _EINDE_VAN_ZIN.split(deel) if " " in _kaal(zin))


def _kaal(tekst: str) -> str:
    return " ".join(re.findall(r"\w+", tekst.casefold()))


def zonder_afscherming(dossier: Dossier) -> Dossier:
    """Het hele dossier, voor wat alleen de medewerker of een berekening ziet."""
    return replace(dossier, verborgen=frozenset()) if dossier.verborgen else dossier


def _kinderen(dossier: Dossier) -> set[str]:
    kan_kind_zijn = (p.sleutel for p in dossier.alle(Persoon) if waarde(p.rol) not in _VOLWASSEN)
    return {KIND, *(sleutel for sleutel in kan_kind_zijn if not heeft_gezag(dossier.kind, sleutel))}


def _bekend(dossier: Dossier) -> set[str]:
    """Wie er nu in het dossier staat; een sleutel van iemand die weg is, kan van een kind zijn geweest."""
    return {KIND, *(p.sleutel for p in dossier.alle(Persoon))}


def lezers(dossier: Dossier) -> list[tuple[str, str]]:
    """Wie er mee kan lezen, als sleutel en naam: het kind en de mensen eromheen."""
    kind = dossier.een(Jeugdige).aanspreeknaam
    anderen = (p for p in dossier.alle(Persoon) if p.sleutel != dossier.zichzelf)
    mensen = [(p.sleutel, p.weergavenaam) for p in anderen if p.weergavenaam]
    return [(KIND, kind), *mensen] if kind else mensen
