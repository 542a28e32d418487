"""Onderdelen van een profiel als regels tekst, zoals iemand ze typt, en weer terug."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.getallen import lees_getal
from jeugdteam_app.kern.periode import lees_datum, toon_datum
from jeugdteam_app.productenboek.profiel import (
    Aanbieder,
    Artikel,
    Huisarts,
    Mijlpaal,
    Nummerblok,
    Termijn,
    Termijnsoort,
)

T = TypeVar("T")
# Tussen de dag waarop een artikel begint te gelden en de laatste dag.
_TOT = "t/m"


def als_tekst(waarde: Any) -> str:
    """Een onderdeel zoals het in een veld staat: elk ding op een eigen regel, met een puntkomma tussen de delen."""
    if waarde is None:
        return ""
    if isinstance(waarde, Nummerblok):
        return f"{waarde.van}; {waarde.tot_en_met}"
    if isinstance(waarde, tuple):
        return "\n".join(_regel(deel) for deel in waarde)
    return str(waarde)


def _regel(deel: Any) -> str:
    if isinstance(deel, Artikel):
        maatstaf = f"; {deel.maatstaf}" if deel.maatstaf else ""
        tot = f" {_TOT} {toon_datum(deel.geldig_tot)}" if deel.geldig_tot else ""
        return f"{deel.artikel}; {deel.onderwerp}; {toon_datum(deel.geldig_van)}{tot}{maatstaf}"
    if isinstance(deel, Mijlpaal):
        return f"{deel.jaren}; {deel.maanden}; {deel.wat}"
    if isinstance(deel, Termijn):
        return f"{deel.soort}; {deel.aantal}; {deel.bron}"
    return f"{deel.naam}; {deel.agb}" if isinstance(deel, Aanbieder | Huisarts) else str(deel)


def uit_tekst(naam: str, inhoud: str) -> Any:
    """Wat iemand in het veld van dit onderdeel typte.

    Fouten: ``profiel-vorm`` en ``profiel-een-blok``, en die van een getal of een datum.
    """
    regels = [r.strip() for r in inhoud.splitlines() if r.strip()]
    lezers: dict[str, Callable[[], Any]] = {
        "briefhoofd": lambda: tuple(regels),
        "bezwaaradres": lambda: tuple(regels),
        "artikelen": lambda: tuple(_artikel(r) for r in regels),
        "aanbieders": lambda: tuple(_met_agb(Aanbieder, r) for r in regels),
        "huisartsen": lambda: tuple(_met_agb(Huisarts, r) for r in regels),
        "nummerblok": lambda: _blok(regels),
        "praktijk_minuten": lambda: lees_getal(inhoud) if inhoud.strip() else None,
        "bewaren_toegang_jaren": lambda: lees_getal(inhoud) if inhoud.strip() else None,
        "mijlpalen": lambda: tuple(_mijlpaal(r) for r in regels),
        "termijnen": lambda: tuple(_termijn(r) for r in regels),
    }
    return lezers.get(naam, inhoud.strip)()


def _artikel(regel: str) -> Artikel:
    delen = [d.strip() for d in regel.split(";", 3)]
    if len(delen) < 3:
        raise InvoerFout("profiel-vorm", plek="artikelen")
    maatstaf = "".join(delen[3:])
    van, _scheiding, tot = (deel.strip() for deel in delen[2].partition(_TOT))
    return Artikel(
        artikel=delen[0], onderwerp=delen[1], geldig_van=lees_datum(van), geldig_tot=lees_datum(tot) if tot else None,
        maatstaf=maatstaf,
    )  # fmt: skip


def _met_agb(soort: Callable[..., T], regel: str) -> T:
    naam, _scheiding, agb = regel.partition(";")
    return soort(naam=naam.strip(), agb=agb.strip())


def _mijlpaal(regel: str) -> Mijlpaal:
    delen = [d.strip() for d in regel.split(";", 2)]
    if len(delen) != 3 or not (delen[0].isdecimal() and delen[1].isdecimal()):
        raise InvoerFout("profiel-vorm", plek="mijlpalen")
    return Mijlpaal(jaren=int(delen[0]), maanden=int(delen[1]), wat=delen[2])


def _termijn(regel: str) -> Termijn:
    delen = [d.strip() for d in regel.split(";", 2)]
    soorten = {soort.value: soort for soort in Termijnsoort}
    if len(delen) < 2 or delen[0].casefold() not in soorten or not delen[1].isdecimal():
        raise InvoerFout("profiel-vorm", plek="termijnen")
    return Termijn(soort=soorten[delen[0].casefold()], aantal=int(delen[1]), bron="".join(delen[2:]))


def _blok(regels: list[str]) -> Nummerblok | None:
    if not regels:
        return None
    if len(regels) > 1:
        raise InvoerFout("profiel-een-blok")
    van, _scheiding, tot = (deel.strip() for deel in regels[0].partition(";"))
    if not van.isdecimal() or not (tot or van).isdecimal():
        raise InvoerFout("profiel-vorm", plek="nummerblok")
    return Nummerblok(van=int(van), tot_en_met=int(tot or van))
