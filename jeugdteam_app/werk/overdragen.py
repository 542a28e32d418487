"""Een dossier overdragen: de collega is dan verantwoordelijk; wat hier nog wordt geschreven, leest die apart na."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeugdteam_app.dossier.gezin import Jeugdige, Verantwoordelijk
from jeugdteam_app.dossier.velden import REGISTER
from jeugdteam_app.journaal.wijziging import POSITIE, Wijziging, uit_json
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.samen import Ontvangst
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.werk import logboek, samen, schrijven
from jeugdteam_app.werk.verantwoordelijk import verantwoordelijk
from jeugdteam_app.werk.werkplek import Werkplek


@dataclass(frozen=True)
class Nagekomen:
    """Eén veld dat de vorige verantwoordelijke na de overdracht nog schreef."""

    bundel: str
    veld: str
    feit: Feit[Any]
    auteur: str
    tijd: str


def draag_over(werkplek: Werkplek, kinderen: Iterable[str], aan: str, pad: Path) -> None:
    """Stuurt de dossiers en maakt de collega verantwoordelijk. Lukt het bestand niet, dan verandert er niets.

    Fouten: die van ``samen.verstuur``, en ``overdragen-niet-van-u`` als een ander al verantwoordelijk is.
    """
    dossiers = list(kinderen)
    naam = next((c.naam for c in samen.collegas(werkplek) if c.id == aan), "")
    for dossier in dossiers:
        al = verantwoordelijk(werkplek, dossier)
        if al is not None and al.contact != opslag.mijn_id(werkplek.kluis):
            raise InvoerFout("overdragen-niet-van-u", wie=al.naam)
    ik = opslag.mijn_id(werkplek.kluis)
    nieuw = Verantwoordelijk(contact=aan, naam=naam, sinds=werkplek.vandaag, van_contact=ik, van_naam=werkplek.wie)
    with werkplek.kluis.transactie():
        for dossier in dossiers:
            schrijven.leg_vast(werkplek, dossier, {(Jeugdige.soort, Jeugdige.verantwoordelijk): Bekend(nieuw)})
            logboek.noteer(werkplek, Gebeurtenis.OVERGEDRAGEN, dossier)
        samen.verstuur(werkplek, dossiers, [aan], pad)


def twee_keer(werkplek: Werkplek, dossier: str) -> tuple[Verantwoordelijk, ...]:
    """Wie er volgens twee gelijktijdige overdrachten verantwoordelijk zou zijn; leeg als dat er niet twee zijn."""
    feit = werkplek.dossier(dossier).een(Jeugdige).verantwoordelijk
    stemmen = feit.stemmen if isinstance(feit, Conflict) else ()
    return tuple(stem.waarde for stem in stemmen if stem.waarde is not None)


def kies(werkplek: Werkplek, dossier: str, van: Verantwoordelijk) -> None:
    """Legt na twee gelijktijdige overdrachten vast wie verantwoordelijk is."""
    schrijven.leg_vast(werkplek, dossier, {(Jeugdige.soort, Jeugdige.verantwoordelijk): Bekend(van)})


def is_aangekomen(werkplek: Werkplek, dossier: str) -> bool:
    """Of de nieuwe verantwoordelijke zei dat het dossier er is; tot dan blijft het werk ook hier staan."""
    van = verantwoordelijk(werkplek, dossier)
    return van is not None and any(
        dossier in een.stromen and van.contact in een.aangekomen and een.tijd[:10] >= van.sinds.isoformat()
        for een in opslag.verzonden(werkplek.kluis)
    )


def nagekomen(werkplek: Werkplek, dossier: str) -> tuple[Nagekomen, ...]:
    """Wat de vorige verantwoordelijke na de overdracht nog schreef en u nog niet zag; het staat al in het dossier."""
    van = verantwoordelijk(werkplek, dossier)
    if van is None or van.contact != opslag.mijn_id(werkplek.kluis):
        return ()
    gezien = {rij[0] for rij in werkplek.kluis.vraag("SELECT sleutel FROM kluis WHERE sleutel LIKE 'nagekomen:%'")}
    uit: list[Nagekomen] = []
    for ontvangst in opslag.ontvangsten(werkplek.kluis):
        van_hem = ontvangst.afzender == van.van_contact and not ontvangst.teruggedraaid
        if van_hem and _naam(ontvangst.bundel, dossier) not in gezien:
            geschreven = _geschreven(werkplek, dossier, ontvangst)
            if not any(w.plaats.veld == Jeugdige.verantwoordelijk.id for w in geschreven):
                uit += (_regel(ontvangst.bundel, w) for w in geschreven if w.plaats.veld != POSITIE)
    return tuple(uit)


def _geschreven(werkplek: Werkplek, dossier: str, ontvangst: Ontvangst) -> list[Wijziging]:
    """Wat één bundel bracht in dit dossier en in wat het gezin deelt."""
    uit = []
    for stroom in (dossier, journaal.stroom(werkplek.kluis, dossier).gezin):
        ids = journaal.ids_tussen(werkplek.kluis, stroom, ontvangst.van_nr, ontvangst.tot_nr)
        uit += [w for w in journaal.lees_wijzigingen(werkplek.kluis, stroom) if w.id in ids]
    return uit


def gezien(werkplek: Werkplek, dossier: str) -> None:
    """Onthoudt dat u zag wat er nog kwam."""
    bundels = {een.bundel for een in nagekomen(werkplek, dossier)}
    with werkplek.kluis.transactie() as verbinding:
        for bundel in bundels:
            rij = (_naam(bundel, dossier), werkplek.tijd)
            verbinding.execute("INSERT OR REPLACE INTO kluis VALUES (?, ?)", rij)


def _naam(bundel: str, dossier: str) -> str:
    return f"nagekomen:{bundel}:{dossier}"


def _regel(bundel: str, w: Wijziging) -> Nagekomen:
    feit: Feit[Any] = uit_json(w.waarde)
    veld = REGISTER.get(w.plaats.veld)
    return Nagekomen(bundel, w.plaats.veld, veld.lees(feit) if veld else feit, w.auteur, w.tijd)
