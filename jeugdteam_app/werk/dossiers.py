"""Dossiers beginnen, openen en overzien."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Gezin, Huishouden, Jeugdige
from jeugdteam_app.dossier.velden import Stroomsoort
from jeugdteam_app.journaal.wijziging import POSITIE
from jeugdteam_app.kern.feit import Bekend, waarde, waarde_of
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.profiel import Rol
from jeugdteam_app.regels.agenda import dag_van_besluit, is_klaar
from jeugdteam_app.werk import instellingen, logboek, schrijven
from jeugdteam_app.werk.schrijven import Teruggehaald
from jeugdteam_app.werk.werkplek import Werkplek


@dataclass(frozen=True)
class Regel:
    """Eén kind in het overzicht."""

    id: str
    gezin: str
    naam: str
    gezinsnaam: str
    geboren: date | None
    vraag: str
    klaar: bool
    voorbeeld: bool
    leesbaar: bool = True
    leeg: bool = False
    besluit_uiterlijk: date | None = None
    # Op zoveel plekken schreven twee mensen gelijktijdig iets anders.
    tegenspraken: int = 0


@dataclass(frozen=True)
class Geopend:
    """Een geopend dossier en wat er na een onverwacht einde is teruggehaald."""

    dossier: Dossier
    terug: Teruggehaald


def begin_gezin(werkplek: Werkplek, gezinsnaam: str = "", *, voorbeeld: bool = False) -> str:
    """Een nieuw gezin met één kind. Geeft de id van het dossier van dat kind.

    Is er al een dossier begonnen waar nog niets in staat, dan is dat het.
    """
    if not gezinsnaam and (leeg := _leeg_dossier(werkplek)):
        return leeg
    with werkplek.kluis.transactie():
        gezin = journaal.maak_stroom(werkplek.kluis, Stroomsoort.GEZIN, werkplek.tijd)
        dossier = begin_kind(werkplek, gezin.id)
        _eerste_velden(werkplek, dossier, gezinsnaam, voorbeeld=voorbeeld)
    return dossier


def begin_vraag(werkplek: Werkplek) -> str:
    """Een nieuwe vraag, die vandaag kwam. Geeft de id van het dossier."""
    with werkplek.kluis.transactie():
        dossier = begin_gezin(werkplek)
        schrijven.leg_vast(werkplek, dossier, {(Aanmelding.soort, Aanmelding.datum): Bekend(werkplek.vandaag)})
    return dossier


def _eerste_velden(werkplek: Werkplek, dossier: str, gezinsnaam: str, *, voorbeeld: bool) -> None:
    feiten: dict[schrijven.Plek, Bekend[object]] = {(Gezin.soort, Gezin.naam): Bekend(gezinsnaam)} if gezinsnaam else {}
    if voorbeeld:
        feiten[Gezin.soort, Gezin.is_voorbeeld] = Bekend(True)
    schrijven.leg_vast(werkplek, dossier, feiten)
    schrijven.voeg_toe(werkplek, dossier, Huishouden)


def kinderen(werkplek: Werkplek, dossier: str) -> list[tuple[str, str]]:
    """De kinderen van dit gezin met een dossier hier, als id en naam; dit kind voorop."""
    gezin = journaal.stroom(werkplek.kluis, dossier).gezin
    van_gezin = sorted(leesbare_dossiers(werkplek, gezin), key=lambda d: d.id != dossier)
    return [(d.id, d.een(Jeugdige).aanspreeknaam or _("kind zonder naam")) for d in van_gezin]


def begin_broer_of_zus(werkplek: Werkplek, dossier: str) -> str:
    """Een dossier voor nog een kind in het gezin van dit dossier, met vandaag als dag van de vraag."""
    with werkplek.kluis.transactie():
        nieuw = begin_kind(werkplek, journaal.stroom(werkplek.kluis, dossier).gezin)
        schrijven.leg_vast(werkplek, nieuw, {(Aanmelding.soort, Aanmelding.datum): Bekend(werkplek.vandaag)})
    return nieuw


_SOORTEN = {Rol.POH_JEUGD: Stroomsoort.PRAKTIJK, Rol.SOCIAAL_TEAM: Stroomsoort.HULP}


def begin_kind(werkplek: Werkplek, gezin: str) -> str:
    """Een dossier voor nog een kind in hetzelfde gezin, van de soort die bij het werk van dit team hoort.

    Een sociaal team geeft geen toewijzing (004, regel 969) en helpt zelf: dat is een dossier van hulp.
    """
    soort = _SOORTEN.get(instellingen.profiel(werkplek).rol, Stroomsoort.TOEGANG)
    stroom = journaal.maak_stroom(werkplek.kluis, soort, werkplek.tijd, gezin)
    logboek.noteer(werkplek, Gebeurtenis.GEMAAKT, stroom.id)
    return stroom.id


def open_(werkplek: Werkplek, id: str, *, opnieuw: bool = False) -> Geopend:
    """Opent een dossier: het staat in het toegangslog, en wat nog niet was opgeslagen komt terug.

    ``opnieuw`` is hetzelfde dossier opnieuw op het scherm, na een andere weergave: dat is geen nieuwe inzage.
    """
    if not opnieuw:
        logboek.noteer(werkplek, Gebeurtenis.GEOPEND, id)
        werkplek.geopend[id] = journaal.volgende_teller(werkplek.kluis)
    terug = schrijven.haal_terug(werkplek, id)
    return Geopend(werkplek.dossier(id), terug)


def overzicht(werkplek: Werkplek) -> list[Regel]:
    """Alle kinderen, de nieuwste eerst."""
    regels = []
    for stroom in journaal.stromen(werkplek.kluis):
        if stroom.soort != Stroomsoort.GEZIN:
            regels.append(_regel_of_onleesbaar(werkplek, stroom.id, stroom.gezin))
    regels = [r for r in regels if not r.leeg]
    return list(reversed(regels))


def _regel_of_onleesbaar(werkplek: Werkplek, id: str, gezin: str) -> Regel:
    """Eén onleesbaar dossier mag het overzicht van de andere niet tegenhouden."""
    try:
        praktijk = instellingen.profiel(werkplek).rol is Rol.POH_JEUGD
        regel = _regel(werkplek.dossier(id), gezin, praktijk=praktijk)
        return replace(regel, leeg=is_leeg(werkplek, id))
    except WereldFout:
        return Regel(id, gezin, "", "", None, "", klaar=False, voorbeeld=False, leesbaar=False)


def _regel(dossier: Dossier, gezin: str, *, praktijk: bool) -> Regel:
    kind, aanmelding, familie = dossier.een(Jeugdige), dossier.een(Aanmelding), dossier.een(Gezin)
    besluit = dag_van_besluit(dossier)
    return Regel(
        dossier.id,
        gezin,
        kind.volledige_naam,
        waarde_of(familie.naam, ""),
        waarde(kind.geboortedatum),
        waarde_of(aanmelding.korte_vraag, ""),
        is_klaar(dossier, praktijk=praktijk),
        waarde_of(familie.is_voorbeeld, False),
        leeg=False,
        besluit_uiterlijk=besluit.dag if besluit else None,
        tegenspraken=len(list(dossier.conflicten())),
    )


def is_leeg(werkplek: Werkplek, id: str) -> bool:
    """Of er behalve de dag van de vraag nog niets in staat, ook niet half getypt."""
    dossier, gezin = werkplek.dossier(id), journaal.stroom(werkplek.kluis, id).gezin
    if journaal.concepten(werkplek.kluis, id) or journaal.concepten(werkplek.kluis, gezin):
        return False
    gevuld = {
        kop.plaats.veld
        for stand in (dossier.kind, dossier.familie)
        for kop in stand.alle_koppen()
        if kop.waarde != {"o": False}
    }
    return gevuld <= {Aanmelding.datum.id, POSITIE}


def _leeg_dossier(werkplek: Werkplek) -> str:
    for stroom in journaal.stromen(werkplek.kluis):
        with contextlib.suppress(WereldFout):
            if stroom.soort != Stroomsoort.GEZIN and is_leeg(werkplek, stroom.id):
                return stroom.id
    return ""


def is_praktijk(werkplek: Werkplek, dossier: str) -> bool:
    """Of dit het dossier van een huisartsenpraktijk is."""
    return journaal.stroom(werkplek.kluis, dossier).soort == Stroomsoort.PRAKTIJK


def namen_uit_elkaar(werkplek: Werkplek, regels: Collection[Regel]) -> dict[str, str]:
    """Bij elk dossier de naam; heten er twee hetzelfde, dan met gezin, geboortedag en begin erbij."""
    heten = {r.id: r.naam or _("Nog zonder naam") for r in regels}
    vaak, begonnen = Counter(heten.values()), dict(journaal.begintijden(werkplek.kluis))

    def erbij(r: Regel) -> str:
        dag = toon_datum(datetime.fromisoformat(begonnen[r.id]).astimezone().date())
        geboren = _("geboren op {dag}").format(dag=toon_datum(r.geboren)) if r.geboren else ""
        return ", ".join(filter(None, (r.gezinsnaam, geboren, _("begonnen op {dag}").format(dag=dag))))

    return {r.id: f"{heten[r.id]} ({erbij(r)})" if vaak[heten[r.id]] > 1 else heten[r.id] for r in regels}


def leesbare_dossiers(werkplek: Werkplek, gezin: str = "") -> Iterator[Dossier]:
    """Elk dossier dat te lezen is, of alleen die van één gezin; een dossier met schade houdt de rest niet tegen."""
    for stroom in journaal.stromen(werkplek.kluis):
        if stroom.soort == Stroomsoort.GEZIN or (gezin and stroom.gezin != gezin):
            continue
        try:
            yield werkplek.dossier(stroom.id)
        except WereldFout:
            continue
