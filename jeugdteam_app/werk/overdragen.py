"""Een dossier overdragen: de collega is dan verantwoordelijk; wat hier nog wordt geschreven, leest die apart na."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeugdteam_app.dossier.gezin import Jeugdige, Verantwoordelijk
from jeugdteam_app.dossier.velden import REGISTER
from jeugdteam_app.journaal.wijziging import POSITIE, Wijziging, WijzigingId, naar_json, uit_json
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.werk import collegas, logboek, samen, schrijven
from jeugdteam_app.werk.verantwoordelijk import verantwoordelijk
from jeugdteam_app.werk.werkplek import Werkplek

_SLEUTEL = "nagekomen:"
# De overdracht zelf, en waar iets in een lijst staat, zijn geen werk om na te lezen.
_TELT_NIET = frozenset({POSITIE, Jeugdige.verantwoordelijk.id})


@dataclass(frozen=True)
class Nagekomen:
    """Eén veld dat de vorige verantwoordelijke na de overdracht nog schreef."""

    veld: str
    feit: Feit[Any]
    auteur: str
    tijd: str


def draag_over(werkplek: Werkplek, kinderen: Iterable[str], aan: str, pad: Path) -> None:
    """Stuurt de dossiers en maakt de collega verantwoordelijk. Lukt het bestand niet, dan verandert er niets.

    Fouten: die van ``samen.verstuur``, en ``overdragen-niet-van-u`` als een ander al verantwoordelijk is.
    """
    dossiers = list(kinderen)
    naam = next((c.naam for c in collegas.alle(werkplek) if c.id == aan), "")
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
    gezien = _gezien(werkplek, dossier)
    return tuple(_regel(w) for w in _geschreven(werkplek, dossier, van) if w.id not in gezien)


def _geschreven(werkplek: Werkplek, dossier: str, van: Verantwoordelijk) -> list[Wijziging]:
    """Wat de vorige verantwoordelijke na de overdracht schreef, langs welke weg het hier ook kwam."""
    stromen = (dossier, journaal.stroom(werkplek.kluis, dossier).gezin)
    alle = [w for stroom in stromen for w in journaal.lees_wijzigingen(werkplek.kluis, stroom)]
    wissels = [w for w in alle if w.plaats.veld == Jeugdige.verantwoordelijk.id]
    wissel = next((w for w in wissels if w.waarde == naar_json(Bekend(van.model_dump(mode="json")))), None)
    return [w for w in alle if wissel is not None and _is_erna(w, wissel) and w.plaats.veld not in _TELT_NIET]


def _is_erna(w: Wijziging, wissel: Wijziging) -> bool:
    """Op dezelfde laptop zegt de teller wat later is. Kreeg die laptop een andere naam, dan blijft de schrijver."""
    if w.id.apparaat == wissel.id.apparaat:
        return w.id.teller > wissel.id.teller
    return w.auteur == wissel.auteur and w.tijd > wissel.tijd


def gezien(werkplek: Werkplek, dossier: str) -> None:
    """Onthoudt dat u zag wat er nog kwam."""
    van = verantwoordelijk(werkplek, dossier)
    ids = {w.id for w in _geschreven(werkplek, dossier, van)} if van else set()
    with werkplek.kluis.transactie() as verbinding:
        rij = (f"{_SLEUTEL}{dossier}", json.dumps(sorted(ids | _gezien(werkplek, dossier))))
        verbinding.execute("INSERT OR REPLACE INTO kluis VALUES (?, ?)", rij)


def _gezien(werkplek: Werkplek, dossier: str) -> set[WijzigingId]:
    rijen = werkplek.kluis.vraag("SELECT waarde FROM kluis WHERE sleutel = ?", f"{_SLEUTEL}{dossier}")
    return {WijzigingId(*id) for id in json.loads(rijen[0][0])} if rijen else set()


def _regel(w: Wijziging) -> Nagekomen:
    feit: Feit[Any] = uit_json(w.waarde)
    veld = REGISTER.get(w.plaats.veld)
    return Nagekomen(w.plaats.veld, veld.lees(feit) if veld else feit, w.auteur, w.tijd)
