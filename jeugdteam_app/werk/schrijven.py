"""In een dossier schrijven: een veld, een lijst, wat iemand aan het typen is, en ongedaan maken."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from jeugdteam_app.dossier.velden import REGISTER, Geheel, Veld, Voorwerp
from jeugdteam_app.journaal.positie import tussen
from jeugdteam_app.journaal.schrijven import Pen, keer_om
from jeugdteam_app.journaal.wijziging import POSITIE, VERWIJDERD, Plaats, naar_json
from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.werk.werkplek import Werkplek

Plek: TypeAlias = "tuple[str, Veld[Any]]"
GROOTSTE_TEKST = 200_000


@dataclass(frozen=True)
class Teruggehaald:
    """Wat er na een onverwacht einde is teruggehaald: al opgeslagen tekst, en wat nog half was."""

    opgeslagen: tuple[Plaats, ...]
    half: dict[Plaats, str]


def leg_vast(werkplek: Werkplek, dossier: str, feiten: Mapping[Plek, Feit[Any]]) -> bool:
    """Schrijft velden in één handeling. Wat al zo stond, schrijft hij niet nog eens. Geeft of er iets veranderde."""
    per_stroom: dict[str, dict[Plaats, dict[str, Any]]] = {}
    for (sleutel, veld), feit in feiten.items():
        stroom = _stroom(werkplek, dossier, veld.eigenaar)
        plaats = veld.plaats(sleutel)
        nieuw = naar_json(_als_json(veld, feit))
        if not _staat_er_al(werkplek, stroom, plaats, nieuw):
            per_stroom.setdefault(stroom, {})[plaats] = nieuw
    handeling = uuid.uuid4().hex
    for stroom, waarden in per_stroom.items():
        _schrijf(werkplek, stroom, handeling, waarden)
    return bool(per_stroom)


def leg_deel_vast(werkplek: Werkplek, dossier: str, sleutel: str, veld: Veld[Any], **delen: Any) -> bool:
    """Verandert delen van een besluit dat als geheel wordt bewaard."""
    huidig = waarde(veld.lees(werkplek.stand(_stroom(werkplek, dossier, veld.eigenaar)).feit(sleutel, veld.id)))
    basis: Geheel = huidig if huidig is not None else veld.vorm()
    nieuw = type(basis).model_validate(basis.model_dump() | delen)
    return leg_vast(werkplek, dossier, {(sleutel, veld): Bekend(nieuw)})


def voeg_toe(
    werkplek: Werkplek, dossier: str, soort: type[Voorwerp], feiten: Mapping[Veld[Any], Any] | None = None
) -> str:
    """Een nieuw voorwerp achteraan de lijst, met eventueel al ingevulde velden. Geeft de sleutel."""
    stroom = _stroom(werkplek, dossier, soort)
    stand = werkplek.stand(stroom)
    bestaand = stand.voorwerpen(soort.soort)
    laatste = waarde_positie(werkplek, stroom, bestaand[-1]) if bestaand else ""
    sleutel = f"{soort.soort}:{uuid.uuid4().hex}"
    waarden = {Plaats(sleutel, POSITIE): {"b": tussen(laatste, "")}}
    for veld, inhoud in (feiten or {}).items():
        waarden[veld.plaats(sleutel)] = {"b": veld.json_waarde(inhoud)}
    _schrijf(werkplek, stroom, uuid.uuid4().hex, waarden)
    return sleutel


def verwijder(werkplek: Werkplek, dossier: str, soort: type[Voorwerp], sleutel: str) -> None:
    """Haalt een voorwerp uit de lijst. In de geschiedenis blijft het staan; ongedaan maken kan."""
    stroom = _stroom(werkplek, dossier, soort)
    _schrijf(werkplek, stroom, uuid.uuid4().hex, {Plaats(sleutel, VERWIJDERD): {"b": True}})


def verplaats(werkplek: Werkplek, dossier: str, soort: type[Voorwerp], sleutel: str, stap: int) -> None:
    """Zet een voorwerp één plek eerder (-1) of later (+1)."""
    stroom = _stroom(werkplek, dossier, soort)
    rij = list(werkplek.stand(stroom).voorwerpen(soort.soort))
    plek = rij.index(sleutel)
    doel = plek + stap
    if not 0 <= doel < len(rij):
        return
    rij.remove(sleutel)
    voor = waarde_positie(werkplek, stroom, rij[doel - 1]) if doel > 0 else ""
    na = waarde_positie(werkplek, stroom, rij[doel]) if doel < len(rij) else ""
    _schrijf(werkplek, stroom, uuid.uuid4().hex, {Plaats(sleutel, POSITIE): {"b": tussen(voor, na)}})


def waarde_positie(werkplek: Werkplek, stroom: str, sleutel: str) -> str:
    """De positie van een voorwerp in zijn lijst; bij een conflict de eerste."""
    koppen = werkplek.stand(stroom).koppen(Plaats(sleutel, POSITIE))
    return str(koppen[0].waarde.get("b", "")) if koppen else ""


def bewaar_concept(werkplek: Werkplek, dossier: str, plaats: Plaats, tekst: str) -> str:
    """Bewaart wat er nu in een veld getypt staat en geeft de tijd. Geen geschiedenis: het volgende komt eroverheen."""
    tijd = werkplek.tijd
    journaal.bewaar_concept(werkplek.kluis, _stroom_van_plaats(werkplek, dossier, plaats), plaats, {"t": tekst}, tijd)
    return tijd


def haal_terug(werkplek: Werkplek, dossier: str) -> Teruggehaald:
    """Na een onverwacht einde: tekst wordt alsnog opgeslagen, een half ingevuld veld komt terug om af te maken."""
    opgeslagen, half = [], {}
    stroom = journaal.stroom(werkplek.kluis, dossier)
    for bestand in (stroom.id, stroom.gezin):
        for concept in journaal.concepten(werkplek.kluis, bestand):
            tekst = str(concept.waarde["t"])
            if _sla_tekst_op(werkplek, dossier, concept.plaats, tekst):
                opgeslagen.append(concept.plaats)
            else:
                half[concept.plaats] = tekst
    return Teruggehaald(tuple(opgeslagen), half)


def maak_ongedaan(werkplek: Werkplek, dossier: str) -> bool:
    """Draait de laatste handeling van dit apparaat in dit dossier terug. Geeft of er iets terug te draaien was."""
    stroom = journaal.stroom(werkplek.kluis, dossier)
    apparaat = journaal.apparaat(werkplek.kluis)
    alle = {s: journaal.lees_wijzigingen(werkplek.kluis, s) for s in {stroom.id, stroom.gezin}}
    eigen = [w for rij in alle.values() for w in rij if w.id.apparaat == apparaat]
    if not eigen:
        return False
    laatste = max(eigen, key=lambda w: w.id.teller)
    for bestand, geschiedenis in alle.items():
        if any(w.handeling == laatste.handeling for w in geschiedenis):
            terug = keer_om(geschiedenis, laatste.handeling)
            _weiger_vastgesteld(terug)
            _schrijf(werkplek, bestand, uuid.uuid4().hex, terug)
    return True


def _weiger_vastgesteld(terug: Mapping[Plaats, Any]) -> None:
    if any(plaats.veld == "toewijzing.vastgesteld" for plaats in terug):
        raise InvoerFout("ongedaan-vastgesteld")


def _sla_tekst_op(werkplek: Werkplek, dossier: str, plaats: Plaats, tekst: str) -> bool:
    veldnaam, _, onderdeel = plaats.veld.partition("#")
    veld = REGISTER[veldnaam]
    try:
        if onderdeel:
            leg_deel_vast(werkplek, dossier, plaats.voorwerp, veld, **{onderdeel: tekst})
        elif veld.vorm is str and veld.id != "jeugdige.bsn":
            leg_vast(werkplek, dossier, {(plaats.voorwerp, veld): Bekend(tekst) if tekst else Onbekend()})
        else:
            return False
    except (ValueError, InvoerFout):
        return False
    journaal.vergeet_concept(werkplek.kluis, _stroom_van_plaats(werkplek, dossier, plaats), plaats)
    return True


def vergeet_concept(werkplek: Werkplek, dossier: str, plaats: Plaats) -> None:
    """Gooit weg wat er in een veld getypt was, omdat het is opgeslagen of teruggezet."""
    journaal.vergeet_concept(werkplek.kluis, _stroom_van_plaats(werkplek, dossier, plaats), plaats)


def _als_json(veld: Veld[Any], feit: Feit[Any]) -> Feit[Any]:
    if not isinstance(feit, Bekend):
        return feit
    if isinstance(feit.waarde, str) and len(feit.waarde) > GROOTSTE_TEKST:
        raise InvoerFout("tekst-te-lang")
    return Bekend(veld.json_waarde(feit.waarde))


def _staat_er_al(werkplek: Werkplek, stroom: str, plaats: Plaats, nieuw: dict[str, Any]) -> bool:
    koppen = werkplek.stand(stroom).koppen(plaats)
    if not koppen:
        return nieuw == {"o": False}
    return len(koppen) == 1 and koppen[0].waarde == nieuw


def _stroom(werkplek: Werkplek, dossier: str, soort: type[Voorwerp]) -> str:
    return journaal.stroom(werkplek.kluis, dossier).gezin if soort.deel == "gezin" else dossier


def _stroom_van_plaats(werkplek: Werkplek, dossier: str, plaats: Plaats) -> str:
    return _stroom(werkplek, dossier, REGISTER[plaats.veld.partition("#")[0]].eigenaar)


def _schrijf(werkplek: Werkplek, stroom: str, handeling: str, waarden: dict[Plaats, dict[str, Any]]) -> None:
    pen = Pen(journaal.apparaat(werkplek.kluis), werkplek.wie, journaal.volgende_teller(werkplek.kluis))
    stand = werkplek.stand(stroom)
    wijzigingen = pen.schrijf(stand, stroom, handeling, werkplek.tijd, waarden)
    werkplek.onthoud(stroom, journaal.voeg_toe(werkplek.kluis, stand, wijzigingen))
