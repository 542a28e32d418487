"""Een dossier overdragen: de collega is dan verantwoordelijk; wat hier nog wordt geschreven, leest die apart na."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jeugdteam_app.dossier.gesprek import over_alleen_anderen
from jeugdteam_app.dossier.gezin import Jeugdige, Verantwoordelijk
from jeugdteam_app.dossier.velden import REGISTER
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import POSITIE, VERWIJDERD, Wijziging, WijzigingId, uit_json
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.werk import collegas, logboek, ontvangstbewijs, samen, schrijven
from jeugdteam_app.werk.verantwoordelijk import verantwoordelijk
from jeugdteam_app.werk.verschillen import inhoud_van
from jeugdteam_app.werk.werkplek import Werkplek

_SLEUTEL, _OVERGEDRAGEN = "nagekomen:", "overgedragen:"
# De overdracht zelf, en waar iets in een lijst staat, zijn geen werk om na te lezen.
_TELT_NIET = frozenset({POSITIE, Jeugdige.verantwoordelijk.id})


@dataclass(frozen=True)
class Nagekomen:
    """Eén veld dat de vorige verantwoordelijke na de overdracht nog schreef; bij weghalen wat er stond."""

    veld: str
    feit: Feit[Any]
    auteur: str
    tijd: str


def draag_over(werkplek: Werkplek, kinderen: Iterable[str], aan: str, pad: Path) -> None:
    """Stuurt de dossiers en maakt de collega verantwoordelijk. Lukt het bestand niet, dan verandert er niets.

    Fouten: die van ``samen.verstuur``, ``overdragen-niet-van-u`` als een ander al verantwoordelijk is,
    ``overdragen-eerst-kiezen`` bij twee gelijktijdige overdrachten, en ``overdragen-eerst-nalezen`` als u nog niet las
    wat uw collega na de vorige overdracht schreef: het zou bij de volgende niet meer opvallen.
    """
    dossiers = list(kinderen)
    naam = next((c.naam for c in collegas.alle(werkplek) if c.id == aan), "")
    for dossier in dossiers:
        al = verantwoordelijk(werkplek, dossier)
        if al is not None and al.contact != ik(werkplek):
            raise InvoerFout("overdragen-niet-van-u", wie=al.naam)
        if twee_keer(werkplek, dossier):
            raise InvoerFout("overdragen-eerst-kiezen")
        if nagekomen(werkplek, dossier):
            raise InvoerFout("overdragen-eerst-nalezen")
    nieuw = Verantwoordelijk(
        contact=aan, naam=naam, sinds=werkplek.vandaag, van_contact=ik(werkplek), van_naam=werkplek.wie
    )
    with werkplek.kluis.transactie():
        for dossier in dossiers:
            schrijven.leg_vast(werkplek, dossier, {(Jeugdige.soort, Jeugdige.verantwoordelijk): Bekend(nieuw)})
            logboek.noteer(werkplek, Gebeurtenis.OVERGEDRAGEN, dossier)
        samen.verstuur(werkplek, dossiers, [aan], pad)
        # Het bewijs van ontvangst telt alleen voor deze bundel of een latere.
        teller = opslag.laatste_teller(werkplek.kluis)
        for dossier in dossiers:
            werkplek.kluis.onthoud(f"{_OVERGEDRAGEN}{dossier}", str(teller))


def ik(werkplek: Werkplek) -> str:
    """Onder welke id collega's deze werkplek kennen."""
    return opslag.mijn_id(werkplek.kluis)


def twee_keer(werkplek: Werkplek, dossier: str) -> tuple[Verantwoordelijk, ...]:
    """Wie er volgens twee gelijktijdige overdrachten verantwoordelijk zou zijn; leeg als dat er niet twee zijn."""
    feit = werkplek.dossier(dossier).een(Jeugdige).verantwoordelijk
    stemmen = feit.stemmen if isinstance(feit, Conflict) else ()
    return tuple(stem.waarde for stem in stemmen if stem.waarde is not None)


def kies(werkplek: Werkplek, dossier: str, van: Verantwoordelijk) -> None:
    """Legt na twee gelijktijdige overdrachten vast wie verantwoordelijk is."""
    schrijven.leg_vast(werkplek, dossier, {(Jeugdige.soort, Jeugdige.verantwoordelijk): Bekend(van)})


def is_aangekomen(werkplek: Werkplek, dossier: str) -> bool:
    """Of de nieuwe verantwoordelijke zei dat het dossier er is; tot dan blijft het werk ook hier staan.

    Droeg een ander het verder over, dan was het bij die ander dus aangekomen.
    """
    van = verantwoordelijk(werkplek, dossier)
    if van is None:
        return False
    if van.van_contact != ik(werkplek):
        return True
    if ontvangstbewijs.komt_niet_terug(werkplek, dossier, van.contact):
        return False
    bewaard = werkplek.kluis.onthouden(f"{_OVERGEDRAGEN}{dossier}")
    vanaf = int(bewaard) if bewaard else None
    return any(
        dossier in een.stromen and van.contact in een.aangekomen and _is_van_overdracht(een, van, vanaf)
        for een in opslag.verzonden(werkplek.kluis)
    )


def kwam_niet_terug(werkplek: Werkplek, dossier: str) -> Verantwoordelijk | None:
    """Aan wie u het overdroeg, als het daar is vernietigd en dus niet terugkwam: dan heeft niemand het kind."""
    van = verantwoordelijk(werkplek, dossier)
    if van is None or van.van_contact != ik(werkplek):
        return None
    return van if ontvangstbewijs.komt_niet_terug(werkplek, dossier, van.contact) else None


def neem_terug(werkplek: Werkplek, dossier: str) -> None:
    """Maakt u zelf weer verantwoordelijk voor een dossier waarvan niemand zei dat het aankwam.

    Kwam het toch aan, dan ziet de collega bij de volgende bundel dat u het weer hebt. Fout: ``overdragen-niet-terug``.
    """
    van, wij = verantwoordelijk(werkplek, dossier), ik(werkplek)
    if van is None or van.van_contact != wij or van.contact == wij or is_aangekomen(werkplek, dossier):
        raise InvoerFout("overdragen-niet-terug")
    weer = Verantwoordelijk(
        contact=wij, naam=werkplek.wie, sinds=werkplek.vandaag, van_contact=wij, van_naam=werkplek.wie
    )
    kies(werkplek, dossier, weer)


def _is_van_overdracht(bundel: opslag.Verzonden, van: Verantwoordelijk, vanaf: int | None) -> bool:
    """Of een bundel die van de overdracht is, of een latere. Van een overdracht van eerder weten we alleen de dag."""
    if vanaf is not None:
        return bundel.teller >= vanaf
    return datetime.fromisoformat(bundel.tijd).astimezone().date() >= van.sinds


def nagekomen(werkplek: Werkplek, dossier: str) -> tuple[Nagekomen, ...]:
    """Wat de vorige verantwoordelijke na de overdracht nog schreef en u nog niet zag; het staat al in het dossier."""
    van = verantwoordelijk(werkplek, dossier)
    if van is None or van.contact != ik(werkplek):
        return ()
    gezien = _gezien(werkplek, dossier)
    later = (w for w in _geschreven(werkplek, dossier, van) if w.id not in gezien)
    return tuple(_regel(werkplek.stand(w.stroom), w) for w in later)


def _geschreven(werkplek: Werkplek, dossier: str, van: Verantwoordelijk) -> list[Wijziging]:
    """Wat wie eerder verantwoordelijk was, schreef en hier pas na de overdracht aankwam, langs welke weg ook.

    De volgorde van aankomst beslist, geen klok. Wie het dossier ooit doorgaf, zegt met de teller van zijn laptop ook
    wat daarna was, hoe het hier ook kwam: liever twee keer te lezen dan nooit.
    """
    stromen = (dossier, journaal.stroom(werkplek.kluis, dossier).gezin)
    alle = [w for stroom in stromen for w in journaal.lees_wijzigingen(werkplek.kluis, stroom)]
    nummer = {id: nr for stroom in stromen for id, nr in journaal.rijnummers(werkplek.kluis, stroom).items()}
    wissels = [w for w in alle if w.plaats.veld == Jeugdige.verantwoordelijk.id]
    # Vanaf de laatste keer dat een ander het had; twee collega's kunnen het los van elkaar aan dezelfde geven. Wat op
    # wat volgde, staat in de wissels zelf: in welke volgorde zij hier kwamen, zegt dat niet.
    ervoor = _ervoor(wissels, (w for w in wissels if _contact(w) != van.contact))
    deze = [w for w in wissels if _contact(w) == van.contact and w.id not in ervoor]
    deze.sort(key=lambda w: nummer[w.id])
    if not deze:
        return []
    # Wie het ooit had, ook als die het zelf nooit doorgaf: dan nam een ander het terug.
    eerder = {naam for w in wissels for naam in (w.auteur, _naam(w))}
    hier = journaal.apparaat(werkplek.kluis)
    van_wie, gaf_door = {w.auteur: w for w in deze}, dict[str, int]()
    for w in wissels:
        gaf_door[w.id.apparaat] = max(w.id.teller, gaf_door.get(w.id.apparaat, 0))

    def is_later(w: Wijziging) -> bool:
        na_eigen_wissel = w.id.teller > gaf_door.get(w.id.apparaat, w.id.teller)
        later_gekomen = nummer[w.id] > _tot_waar(werkplek, nummer[van_wie.get(w.auteur, deze[0]).id])
        return w.id.apparaat != hier and (na_eigen_wissel or (later_gekomen and w.auteur in eerder))

    elders = over_alleen_anderen(werkplek.stand(stromen[1]), dossier)
    return [
        w for w in alle if is_later(w) and w.plaats.veld not in _TELT_NIET and w.plaats.voorwerp not in elders
    ]  # fmt: skip


def _ervoor(wissels: Iterable[Wijziging], van: Iterable[Wijziging]) -> set[WijzigingId]:
    """Alles waar deze wisselingen op volgen, hoe ver terug ook."""
    bij_id, uit = {w.id: w for w in wissels}, set[WijzigingId]()
    nog = [id for w in van for id in w.voorgangers]
    while nog:
        id = nog.pop()
        if id in bij_id and id not in uit:
            uit.add(id)
            nog += bij_id[id].voorgangers
    return uit


def _contact(wissel: Wijziging) -> str:
    """Aan wie deze wisseling het dossier gaf; ook van een versie die er iets bij opschrijft."""
    inhoud = wissel.waarde.get("b")
    return str(inhoud.get("contact", "")) if isinstance(inhoud, dict) else ""


def _naam(wissel: Wijziging) -> str:
    """Hoe degene heet aan wie deze wisseling het dossier gaf."""
    inhoud = wissel.waarde.get("b")
    return str(inhoud.get("naam", "")) if isinstance(inhoud, dict) else ""


def _tot_waar(werkplek: Werkplek, nummer: int) -> int:
    """Het laatste wat met dezelfde bundel kwam: dat is de overdracht zelf, en geen later werk."""
    bundels = (o for o in opslag.ontvangsten(werkplek.kluis) if o.van_nr <= nummer <= o.tot_nr)
    return max((o.tot_nr for o in bundels), default=nummer)


def gezien(werkplek: Werkplek, dossier: str) -> None:
    """Onthoudt dat u zag wat er nog kwam."""
    van = verantwoordelijk(werkplek, dossier)
    ids = {w.id for w in _geschreven(werkplek, dossier, van)} if van else set()
    werkplek.kluis.onthoud(f"{_SLEUTEL}{dossier}", json.dumps(sorted(ids | _gezien(werkplek, dossier))))


def _gezien(werkplek: Werkplek, dossier: str) -> set[WijzigingId]:
    return {WijzigingId(*id) for id in json.loads(werkplek.kluis.onthouden(f"{_SLEUTEL}{dossier}") or "[]")}


def _regel(stand: Stand, w: Wijziging) -> Nagekomen:
    feit: Feit[Any] = uit_json(w.waarde)
    if w.plaats.veld == VERWIJDERD and w.waarde.get("b"):
        feit = inhoud_van(stand, w.plaats.voorwerp)
    veld = REGISTER.get(w.plaats.veld)
    return Nagekomen(w.plaats.veld, veld.lees(feit) if veld else feit, w.auteur, w.tijd)
