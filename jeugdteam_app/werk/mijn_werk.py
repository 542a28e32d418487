"""Mijn werk: wat er in alle dossiers aan de beurt is, in één lijst."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Gezin, Jeugdige
from jeugdteam_app.dossier.velden import Stroomsoort
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import waarde_of
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.opslag import journaal
from jeugdteam_app.productenboek.profiel import Mijlpaal
from jeugdteam_app.regels.agenda import Punt, agenda
from jeugdteam_app.werk import instellingen
from jeugdteam_app.werk.werkplek import Werkplek

_BINNENKORT = timedelta(days=14)


class Wanneer(StrEnum):
    """Hoe dringend iets is, gezien vanaf vandaag."""

    TE_LAAT = "te_laat"
    VANDAAG = "vandaag"
    BINNENKORT = "binnenkort"
    LATER = "later"


@dataclass(frozen=True)
class Taak:
    """Eén ding dat aan de beurt is, met bij wie het hoort."""

    dossier: str
    naam: str
    gezin: str
    punt: Punt
    wanneer: Wanneer


def mijn_werk(werkplek: Werkplek) -> tuple[Taak, ...]:
    """Alles wat open staat, het dringendste eerst. Een dossier dat niet te lezen is, houdt de rest niet tegen."""
    regio, eigen = instellingen.boek(werkplek).regels, instellingen.profiel(werkplek).mijlpalen
    taken: list[Taak] = []
    for stroom in journaal.stromen(werkplek.kluis):
        if stroom.soort == Stroomsoort.GEZIN:
            continue
        try:
            dossier = werkplek.dossier(stroom.id)
        except WereldFout:
            continue
        taken += _taken(dossier, werkplek.vandaag, regio, eigen)
    return tuple(sorted(taken, key=lambda t: (t.punt.dag, t.naam, t.punt.code)))


def _taken(dossier: Dossier, vandaag: date, regio: str, eigen: Sequence[Mijlpaal]) -> Iterator[Taak]:
    naam, gezin = dossier.een(Jeugdige).aanspreeknaam, waarde_of(dossier.een(Gezin).naam, "")
    for punt in (*_tegenspraken(dossier, vandaag), *agenda(dossier, vandaag, regio, eigen)):
        yield Taak(dossier.id, naam, gezin, punt, _wanneer(punt, vandaag))


def _tegenspraken(dossier: Dossier, vandaag: date) -> Iterator[Punt]:
    """Twee antwoorden op één plek: daar kiest vandaag iemand uit."""
    if any(True for _ in dossier.conflicten()):
        bron = Bron("Samenwerken", "twee mensen schreven tegelijk iets anders")
        yield Punt("tegenspraak", vandaag, N_("Kies uit twee antwoorden"), "", bron)


def _wanneer(punt: Punt, vandaag: date) -> Wanneer:
    if punt.dag < vandaag:
        return Wanneer.LATER if punt.weten else Wanneer.TE_LAAT
    if punt.dag == vandaag:
        return Wanneer.VANDAAG
    return Wanneer.BINNENKORT if punt.dag <= vandaag + _BINNENKORT else Wanneer.LATER
