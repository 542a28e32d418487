"""Voorwaarden zoals mensen ze typen: ``klachten: licht, matig; leeftijd: 0-22; probleemgebieden: minstens 2``.

Wat niet precies deze vorm heeft, wordt geen voorwaarde: dat blijft tekst die een mens beoordeelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import get_args

from jeugdteam_app.dossier.aanmelding import Antwoord, Verwijzer
from jeugdteam_app.dossier.afweging import VRAGEN, veld_van
from jeugdteam_app.dossier.familiegroepsplan import Afzien, Stap
from jeugdteam_app.dossier.feiten import GETALLEN
from jeugdteam_app.productenboek.voorwaarden import Bevat, Een, Minstens, Tussen, Voorwaarde, past_bij_feit

LANGSTE = 2_000
HOOGSTE_GETAL = 999
_BEREIK = re.compile(r"([0-9]{1,3}) ?- ?([0-9]{1,3})")
_VANAF = re.compile(r"vanaf ([0-9]{1,3})|([0-9]{1,3}) ?\+")
_TOT = re.compile(r"tot en met ([0-9]{1,3})")
_MINSTENS = re.compile(r"minstens ([0-9]{1,2})")
# Van sommige feiten (een gemeente, een segment) hangt de lijst met antwoorden van de regio af: daar telt een code.
_CODE = re.compile(r"[A-Za-z0-9_-]{1,40}")
_AFGELEID: dict[str, type[StrEnum]] = {
    "acuut_gevaar": Antwoord,
    "zorgen_over_veiligheid": Antwoord,
    "analyse_gereed": Antwoord,
    "fgp_stap": Stap,
    "fgp_aangeboden": Antwoord,
    "fgp_grond": Afzien,
    "fgp_geregeld": Antwoord,
    "zwaarte_uitgelegd": Antwoord,
    "gekozen_verblijf": Antwoord,
    "gekozen_vraagt_analyse": Antwoord,
    "gekozen_vraagt_perspectiefplan": Antwoord,
    "past_verblijf": Antwoord,
    "past_dag": Antwoord,
    "past_specialistisch": Antwoord,
    "geen_segment": Antwoord,
    "perspectiefplan_gemaakt": Antwoord,
    "verwijzer": Verwijzer,
}


def lees(tekst: str) -> tuple[Voorwaarde, ...] | None:
    """De voorwaarden in een tekst, of ``None`` als de tekst (deels) een andere vorm heeft."""
    if len(tekst) > LANGSTE:
        return None
    gelezen = []
    for deel in tekst.split(";"):
        if not deel.strip():
            continue
        voorwaarde = _een(deel)
        if voorwaarde is None:
            return None
        gelezen.append(voorwaarde)
    return tuple(gelezen)


def schrijf(voorwaarden: Iterable[Voorwaarde]) -> str:
    """De voorwaarden als tekst die ``lees`` weer gelijk teruggeeft."""
    return "; ".join(f"{v.feit}: {_inhoud(v)}" for v in voorwaarden)


@cache
def keuzes() -> dict[str, tuple[str, ...]]:
    """Van elk feit met vaste antwoorden: welke antwoorden het kent."""
    van_vragen = {naam: _antwoorden(veld_van(naam).vorm) for naam in VRAGEN}
    return van_vragen | {naam: tuple(e.value for e in soort) for naam, soort in _AFGELEID.items()}


def feiten() -> tuple[str, ...]:
    """De namen van alle feiten waar een voorwaarde over kan gaan."""
    return (*sorted(GETALLEN), *keuzes())


def _antwoorden(vorm: object) -> tuple[str, ...]:
    """Uit ``Antwoord`` of ``tuple[Hulpvorm, ...]`` de mogelijke waarden."""
    soort = vorm if isinstance(vorm, type) and issubclass(vorm, StrEnum) else get_args(vorm)[0]
    return tuple(str(e.value) for e in soort)


def _inhoud(voorwaarde: Voorwaarde) -> str:
    match voorwaarde:
        case Tussen():
            return f"{voorwaarde.van}-{voorwaarde.tot_en_met}"
        case Minstens():
            return f"minstens {voorwaarde.minstens}"
        case Bevat():
            return ", ".join(sorted(voorwaarde.bevat))
        case Een():
            return ", ".join(sorted(voorwaarde.een_van))


def _een(deel: str) -> Voorwaarde | None:
    naam, dubbelepunt, inhoud = deel.partition(":")
    feit = re.sub(r"[\s-]+", "_", naam.strip().casefold())
    inhoud = " ".join(inhoud.split())
    if not dubbelepunt or not inhoud:
        return None
    if past_bij_feit(Tussen(feit=feit)):
        return _bereik(feit, inhoud.casefold())
    meer = past_bij_feit(Bevat(feit=feit, bevat=frozenset()))
    if not meer and not past_bij_feit(Een(feit=feit, een_van=frozenset())):
        return None
    if gevonden := _MINSTENS.fullmatch(inhoud.casefold()):
        return Minstens(feit=feit, minstens=int(gevonden[1])) if meer else None
    waarden = _waarden(feit, inhoud)
    if waarden is None:
        return None
    return Bevat(feit=feit, bevat=waarden) if meer else Een(feit=feit, een_van=waarden)


def _waarden(feit: str, inhoud: str) -> frozenset[str] | None:
    """De antwoorden, of ``None`` als er een bij is dat dit feit niet kent."""
    delen = [w.strip() for w in inhoud.split(",")]
    if feit not in keuzes():
        return frozenset(delen) if all(_CODE.fullmatch(w) for w in delen) else None
    waarden = frozenset(re.sub(r"[\s-]+", "_", w.casefold()) for w in delen)
    return waarden if waarden <= set(keuzes()[feit]) else None


def _bereik(feit: str, inhoud: str) -> Tussen | None:
    if gevonden := _BEREIK.fullmatch(inhoud):
        van, tot = int(gevonden[1]), int(gevonden[2])
        return Tussen(feit=feit, van=van, tot_en_met=tot) if van <= tot else None
    if gevonden := _VANAF.fullmatch(inhoud):
        return Tussen(feit=feit, van=int(gevonden[1] or gevonden[2]), tot_en_met=HOOGSTE_GETAL)
    if gevonden := _TOT.fullmatch(inhoud):
        return Tussen(feit=feit, van=0, tot_en_met=int(gevonden[1]))
    if re.fullmatch(r"[0-9]{1,3}", inhoud):
        return Tussen(feit=feit, van=int(inhoud), tot_en_met=int(inhoud))
    return None
