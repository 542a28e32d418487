"""In een dossier schrijven: een veld, een lijst, wat iemand aan het typen is, en ongedaan maken."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from jeugdteam_app.dossier.gezin import Jeugdige, Persoon, heeft_gezag
from jeugdteam_app.dossier.post import Post, Verzoek
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.dossier.velden import REGISTER, Geheel, Veld, Voorwerp
from jeugdteam_app.journaal.positie import tussen
from jeugdteam_app.journaal.schrijven import Pen, keer_om
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import POSITIE, VERWIJDERD, Plaats, Wijziging, naar_json, uit_json
from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import lees_datum
from jeugdteam_app.opslag import journaal
from jeugdteam_app.werk.werkplek import Werkplek

Plek: TypeAlias = "tuple[str, Veld[Any]]"
GROOTSTE_TEKST = 200_000
# Een concept in een veld waar daarna een collega schreef.
_INGEHAALD = "ingehaald"
# Wat eenmaal is uitgegeven, draait niet terug.
_KOPPELT = frozenset((Jeugdige.zelfde_als.id, Jeugdige.niet_zelfde_als.id))
# Wat overal hetzelfde is: berichten en verzoeken van een aanbieder, en een besluit dat iemand opzijzette.
_OVERAL_GELIJK: tuple[Veld[Any], ...] = (Post.inhoud, Verzoek.inhoud, Toegewezen.vastgesteld)
_BLIJFT = frozenset((Toegewezen.vastgesteld.id, Toegewezen.nummer.id, Jeugdige.verantwoordelijk.id))


@dataclass(frozen=True)
class Teruggehaald:
    """Wat er na een onverwacht einde is teruggehaald: al opgeslagen tekst, en wat nog half was.

    ``ingehaald``: waar een collega intussen ook iets schreef; dat komt niet vanzelf over diens antwoord heen.
    """

    opgeslagen: tuple[Plaats, ...]
    half: dict[Plaats, str]
    ingehaald: frozenset[Plaats] = frozenset()


def leg_vast(
    werkplek: Werkplek,
    dossier: str,
    feiten: Mapping[Plek, Feit[Any]],
    nieuw: Iterable[tuple[type[Voorwerp], Mapping[Veld[Any], Any]]] = (),
) -> bool:
    """Schrijft velden in één handeling en één transactie; wat er getypt stond, is daarmee opgeslagen.

    Wat al zo stond, schrijft hij niet nog eens. ``nieuw`` komt er in dezelfde handeling bij, achteraan de eigen lijst.
    Geeft of er iets veranderde.
    """
    per_stroom: dict[str, dict[Plaats, dict[str, Any]]] = {}
    with werkplek.kluis.transactie():
        for (sleutel, veld), feit in feiten.items():
            stroom, plaats = _stroom(werkplek, dossier, veld.eigenaar), veld.plaats(sleutel)
            wordt = _zoals_het_er_stond(werkplek, stroom, plaats, veld, feit) or _met_wat_later_kwam(
                werkplek, stroom, plaats, veld, naar_json(_als_json(veld, feit))
            )
            journaal.vergeet_concept(werkplek.kluis, stroom, plaats)
            if not _staat_er_al(werkplek, stroom, plaats, wordt):
                per_stroom.setdefault(stroom, {})[plaats] = wordt
        achter: dict[str, str] = {}
        for soort, inhoud in nieuw:
            stroom = _stroom(werkplek, dossier, soort)
            laatste = achter.get(soort.soort) or _laatste_positie(werkplek, stroom, soort)
            _sleutel, waarden = _nieuw_voorwerp(werkplek.stand(stroom), soort, inhoud, laatste)
            achter[soort.soort] = tussen(laatste, "")
            per_stroom.setdefault(stroom, {}).update(waarden)
        _schrijf_alle(werkplek, per_stroom)
    return bool(per_stroom)


def _zoals_het_er_stond(
    werkplek: Werkplek, stroom: str, plaats: Plaats, veld: Veld[Any], feit: Feit[Any]
) -> dict[str, Any] | None:
    """Kiest iemand een van de antwoorden die er staan, dan blijft ook wat een nieuwere versie daarin opschreef."""
    for kop in werkplek.stand(stroom).koppen(plaats):
        if isinstance(feit, Bekend) and veld.lees(uit_json(kop.waarde)) == feit:
            return kop.waarde
    return None


def _met_wat_later_kwam(
    werkplek: Werkplek, stroom: str, plaats: Plaats, veld: Veld[Any], wordt: dict[str, Any]
) -> dict[str, Any]:
    """Koos een nieuwere versie in een verzameling iets dat wij niet kennen, dan blijft dat erbij staan."""
    if not isinstance(wordt.get("b"), list):
        return wordt
    koppen = werkplek.stand(stroom).koppen(plaats)
    erbij = dict.fromkeys(lid for kop in koppen for lid in veld.onbekende_leden(kop.waarde.get("b")))
    return {**wordt, "b": [*wordt["b"], *erbij]} if erbij else wordt


def leg_deel_vast(werkplek: Werkplek, dossier: str, sleutel: str, veld: Veld[Any], **delen: Any) -> bool:
    """Verandert delen van een besluit dat als geheel wordt bewaard.

    Delen die een nieuwere versie erbij zette, blijven staan. Bij een conflict kiest eerst een mens.
    """
    stroom, plaats = _stroom(werkplek, dossier, veld.eigenaar), veld.plaats(sleutel)
    koppen = werkplek.stand(stroom).koppen(plaats)
    huidig = veld.lees(werkplek.stand(stroom).feit(sleutel, veld.id))
    if koppen and "b" in koppen[0].waarde and not isinstance(huidig, Bekend):
        raise InvoerFout("geheel-met-conflict")
    basis: Geheel = huidig.waarde if isinstance(huidig, Bekend) else veld.vorm()
    if delen.keys() - type(basis).model_fields.keys():
        raise InvoerFout("waarde-vorm", veld=veld.id)
    ruw = veld.json_waarde(basis.model_dump() | delen)
    with werkplek.kluis.transactie():
        for deel in delen:
            journaal.vergeet_concept(werkplek.kluis, stroom, Plaats(sleutel, f"{veld.id}#{deel}"))
        if _staat_er_al(werkplek, stroom, plaats, {"b": ruw}):
            return False
        _schrijf_alle(werkplek, {stroom: {plaats: {"b": ruw}}})
    return True


def voeg_toe(
    werkplek: Werkplek, dossier: str, soort: type[Voorwerp], feiten: Mapping[Veld[Any], Any] | None = None
) -> str:
    """Een nieuw voorwerp achteraan de lijst, met eventueel al ingevulde velden. Geeft de sleutel."""
    stroom = _stroom(werkplek, dossier, soort)
    laatste = _laatste_positie(werkplek, stroom, soort)
    sleutel, waarden = _nieuw_voorwerp(werkplek.stand(stroom), soort, feiten or {}, laatste)
    _schrijf_alle(werkplek, {stroom: waarden})
    return sleutel


def _laatste_positie(werkplek: Werkplek, stroom: str, soort: type[Voorwerp]) -> str:
    bestaand = werkplek.stand(stroom).voorwerpen(soort.soort)
    return waarde_positie(werkplek, stroom, bestaand[-1]) if bestaand else ""


def _nieuw_voorwerp(
    stand: Stand, soort: type[Voorwerp], feiten: Mapping[Veld[Any], Any], na: str
) -> tuple[str, dict[Plaats, dict[str, Any]]]:
    sleutel = f"{soort.soort}:{_herkenbaar(feiten)}"
    if sleutel.endswith(":") or stand.velden(sleutel):
        sleutel = f"{soort.soort}:{uuid.uuid4().hex}"
    waarden = {Plaats(sleutel, POSITIE): {"b": tussen(na, "")}}
    return sleutel, waarden | {veld.plaats(sleutel): {"b": veld.json_waarde(inhoud)} for veld, inhoud in feiten.items()}


def _herkenbaar(feiten: Mapping[Veld[Any], Any]) -> str:
    """Wat overal gelijk is, krijgt op elke laptop dezelfde sleutel: schrijven twee collega's het, dan is het één."""
    if kind := feiten.get(Persoon.dossier):
        return str(kind)
    kern = next((v.kern for veld in _OVERAL_GELIJK if (v := feiten.get(veld)) is not None), "")
    return hashlib.sha256(kern.encode()).hexdigest()[:32] if kern else ""


def verwijder(werkplek: Werkplek, dossier: str, soort: type[Voorwerp], sleutel: str) -> None:
    """Haalt een voorwerp uit de lijst. In de geschiedenis blijft het staan; ongedaan maken kan.

    Fout: ``persoon-heeft-gezag`` bij wie het gezag heeft over een broer of zus: die zou daar stil wegvallen.
    """
    stroom = _stroom(werkplek, dossier, soort)
    if soort is Persoon and _heeft_gezag_over_ander(werkplek, dossier, stroom, sleutel):
        raise InvoerFout("persoon-heeft-gezag")
    _schrijf_alle(werkplek, {stroom: {Plaats(sleutel, VERWIJDERD): {"b": True}}})


def _heeft_gezag_over_ander(werkplek: Werkplek, dossier: str, gezin: str, persoon: str) -> bool:
    anderen = (s.id for s in journaal.stromen(werkplek.kluis) if s.gezin == gezin and s.id not in (gezin, dossier))
    return any(heeft_gezag(werkplek.stand(id), persoon) for id in anderen)


def laat_staan(werkplek: Werkplek, dossier: str, soort: type[Voorwerp], sleutel: str) -> None:
    """Kiest dat iets blijft dat een ander weghaalde terwijl er hier of elders nog aan geschreven werd."""
    stroom = _stroom(werkplek, dossier, soort)
    _schrijf_alle(
        werkplek, {stroom: {Plaats(sleutel, VERWIJDERD): {"b": False}}}, f"{journaal.BLIJFT}{uuid.uuid4().hex}"
    )


def verplaats(
    werkplek: Werkplek, dossier: str, soort: type[Voorwerp], sleutel: str, stap: int, onder: Sequence[str] = ()
) -> None:
    """Zet een voorwerp één plek eerder (-1) of later (+1), zo nodig alleen tussen wat iemand voor zich ziet."""
    stroom = _stroom(werkplek, dossier, soort)
    rij = list(onder or werkplek.stand(stroom).voorwerpen(soort.soort))
    plek = rij.index(sleutel)
    doel = plek + stap
    if not 0 <= doel < len(rij):
        return
    rij.remove(sleutel)
    rij.insert(doel, sleutel)
    posities = [waarde_positie(werkplek, stroom, een) for een in rij]
    voor = posities[doel - 1] if doel > 0 else ""
    # Twee mensen zetten iets op dezelfde plek: wat erachter hoort en niet verder staat, schuift mee.
    schuift = [sleutel]
    while (volgende := doel + len(schuift)) < len(rij) and posities[volgende] <= voor:
        schuift.append(rij[volgende])
    na = posities[volgende] if volgende < len(rij) else ""
    feiten = {}
    for een in schuift:
        voor = tussen(voor, na)
        feiten[Plaats(een, POSITIE)] = {"b": voor}
    _schrijf_alle(werkplek, {stroom: feiten})


def waarde_positie(werkplek: Werkplek, stroom: str, sleutel: str) -> str:
    """De positie van een voorwerp in zijn lijst; bij een conflict de eerste."""
    koppen = werkplek.stand(stroom).koppen(Plaats(sleutel, POSITIE))
    return str(koppen[0].waarde.get("b", "")) if koppen else ""


def bewaar_concept(werkplek: Werkplek, dossier: str, plaats: Plaats, tekst: str) -> str:
    """Bewaart wat er nu in een veld getypt staat en geeft de tijd. Geen geschiedenis: het volgende komt eroverheen."""
    tijd = werkplek.tijd
    journaal.bewaar_concept(werkplek.kluis, _stroom_van_plaats(werkplek, dossier, plaats), plaats, {"t": tekst}, tijd)
    return tijd


def vergeet_concept(werkplek: Werkplek, dossier: str, plaats: Plaats) -> None:
    """Haalt weg wat er half getypt stond."""
    journaal.vergeet_concept(werkplek.kluis, _stroom_van_plaats(werkplek, dossier, plaats), plaats)


def haal_terug(werkplek: Werkplek, dossier: str) -> Teruggehaald:
    """Na een onverwacht einde: wat af is, wordt alsnog opgeslagen; een half ingevuld veld komt terug om af te maken."""
    opgeslagen, half, ingehaald = [], {}, set()
    stroom = journaal.stroom(werkplek.kluis, dossier)
    for bestand in (stroom.id, stroom.gezin):
        for concept in journaal.concepten(werkplek.kluis, bestand):
            tekst = str(concept.waarde.get("t", ""))
            if concept.waarde.get(_INGEHAALD):
                half[concept.plaats] = tekst
                ingehaald.add(concept.plaats)
            elif _sla_tekst_op(werkplek, dossier, concept.plaats, tekst):
                opgeslagen.append(concept.plaats)
            else:
                half[concept.plaats] = tekst
    return Teruggehaald(tuple(opgeslagen), half, frozenset(ingehaald))


def merk_ingehaald(werkplek: Werkplek, nieuw: Iterable[Wijziging]) -> None:
    """Wat hier half getypt staat in een veld dat een bundel veranderde, gaat daar niet vanzelf overheen."""
    geraakt = {(w.stroom, w.plaats) for w in nieuw}
    for stroom in {s for s, _plaats in geraakt}:
        for concept in journaal.concepten(werkplek.kluis, stroom):
            veld = Plaats(concept.plaats.voorwerp, concept.plaats.veld.partition("#")[0])
            if (stroom, veld) in geraakt:
                gemerkt = {**concept.waarde, _INGEHAALD: True}
                journaal.bewaar_concept(werkplek.kluis, stroom, concept.plaats, gemerkt, concept.tijd)


def maak_ongedaan(werkplek: Werkplek, dossier: str) -> frozenset[str]:
    """Draait de laatste handeling van dit apparaat in dit dossier terug. Geeft welke voorwerpen veranderden, of niets.

    Wat bij het hele gezin hoort, gaat alleen terug als het is geschreven sinds dit dossier open is: anders zou
    iemand ongemerkt iets terugdraaien uit het dossier van een broer of zus. Aan tafel gaat alleen terug wat daar is
    geschreven: anders kwam in beeld wat ervoor is afgeschermd.
    """
    gezin = journaal.stroom(werkplek.kluis, dossier).gezin
    apparaat = journaal.apparaat(werkplek.kluis)
    verwant = [s.id for s in journaal.stromen(werkplek.kluis) if s.gezin == gezin]
    alle = {s: journaal.lees_wijzigingen(werkplek.kluis, s) for s in verwant}
    # Wat al is teruggedraaid en het terugdraaien zelf tellen niet meer mee: zo gaat elke keer één stap verder terug.
    gedaan = {w.handeling for rij in alle.values() for w in rij}
    heen_en_terug = {h for h in gedaan if h.startswith(journaal.TERUG)} | {
        h for h in gedaan if f"{journaal.TERUG}{h}" in gedaan
    }
    # Ook wat in het dossier van een broer of zus staat, telt mee als verder gebouwd.
    samen = [w for rij in alle.values() for w in rij]
    telt = [w for w in samen if w.handeling not in heen_en_terug]
    sinds = werkplek.geopend.get(dossier, 0)
    van_hier = (w for w in telt if w.stroom == dossier or (w.stroom == gezin and w.id.teller >= sinds))
    tafel = werkplek.tafel_sinds or 0
    eigen = [w for w in van_hier if w.id.apparaat == apparaat and w.id.teller >= tafel]
    if not eigen:
        return frozenset()
    handeling = max(eigen, key=lambda w: w.id.teller).handeling
    terug = keer_om(samen, handeling, heen_en_terug)
    _weiger_verwijzing(telt, terug)
    plaatsen = [plaats for delen in terug.values() for plaats in delen]
    if any(p.veld in _KOPPELT for p in plaatsen):
        # Het staat in twee dossiers; terug in één alleen zou half zijn.
        raise InvoerFout("ongedaan-gekoppeld")
    if any(p.veld in _BLIJFT or p.voorwerp.startswith(f"{Post.soort}:") for p in plaatsen):
        raise InvoerFout("ongedaan-vastgesteld")
    _schrijf_alle(werkplek, terug, f"{journaal.TERUG}{handeling}")
    return frozenset(p.voorwerp.partition(":")[0] for delen in terug.values() for p in delen)


def _weiger_verwijzing(samen: list[Wijziging], terug: Mapping[str, Mapping[Plaats, Any]]) -> None:
    """Een persoon die ergens anders in het gezin al meetelt (zoals bij het gezag), halen we niet weg."""
    weg = {p.voorwerp for delen in terug.values() for p in delen if p.veld == VERWIJDERD}
    if any(w.plaats.voorwerp.partition(":")[2] in weg for w in samen):
        raise InvoerFout("ongedaan-verder-gebouwd")


def _sla_tekst_op(werkplek: Werkplek, dossier: str, plaats: Plaats, tekst: str) -> bool:
    """Legt een concept vast als dat zonder uitleg kan: tekst of een hele dag, in een veld dat er nog is."""
    veldnaam, _, onderdeel = plaats.veld.partition("#")
    veld = REGISTER.get(veldnaam)
    if veld is None or veld is Jeugdige.bsn or not _stand(werkplek, dossier, veld).is_aanwezig(plaats.voorwerp):
        return False
    deel = getattr(veld.vorm, "model_fields", {}).get(onderdeel)
    try:
        inhoud = _zonder_uitleg(deel.annotation if deel else None if onderdeel else veld.vorm, tekst)
        if onderdeel:
            leg_deel_vast(werkplek, dossier, plaats.voorwerp, veld, **{onderdeel: inhoud})
        else:
            leg_vast(werkplek, dossier, {(plaats.voorwerp, veld): Bekend(inhoud) if tekst.strip() else Onbekend()})
    except InvoerFout:
        return False
    return True


def _zonder_uitleg(vorm: Any, tekst: str) -> str | date | None:
    """Wat iemand in een veld van deze vorm bedoelde. Fout: ``waarde-vorm`` of die van ``lees_datum``."""
    if vorm is str:
        return tekst
    if vorm in (date, date | None):
        return lees_datum(tekst) if tekst.strip() else None
    raise InvoerFout("waarde-vorm")


def _stand(werkplek: Werkplek, dossier: str, veld: Veld[Any]) -> Stand:
    return werkplek.stand(_stroom(werkplek, dossier, veld.eigenaar))


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
    veld = REGISTER.get(plaats.veld.partition("#")[0])
    return _stroom(werkplek, dossier, veld.eigenaar) if veld else dossier


def _schrijf_alle(
    werkplek: Werkplek, per_stroom: Mapping[str, Mapping[Plaats, dict[str, Any]]], handeling: str = ""
) -> None:
    """Eén handeling, over alle stromen die zij raakt, in één transactie."""
    handeling = handeling or uuid.uuid4().hex
    with werkplek.kluis.transactie():
        for stroom, waarden in per_stroom.items():
            _schrijf(werkplek, stroom, handeling, waarden)


def _schrijf(werkplek: Werkplek, stroom: str, handeling: str, waarden: Mapping[Plaats, dict[str, Any]]) -> None:
    stand = werkplek.stand(stroom)
    _weiger_vastgesteld(stand, waarden)
    pen = Pen(journaal.apparaat(werkplek.kluis), werkplek.wie, journaal.volgende_teller(werkplek.kluis))
    wijzigingen = pen.schrijf(stand, stroom, handeling, werkplek.tijd, waarden)
    werkplek.onthoud(stroom, journaal.voeg_toe(werkplek.kluis, stand, wijzigingen))


def _weiger_vastgesteld(stand: Stand, waarden: Mapping[Plaats, Any]) -> None:
    """Wat vastgesteld is, verandert niet meer en gaat niet weg."""
    vast = Toegewezen.vastgesteld.id
    for plaats, nieuw in waarden.items():
        if plaats.veld == VERWIJDERD and nieuw == {"b": False}:
            continue
        # Stelden twee mensen hetzelfde ontwerp vast, dan moet iemand kunnen zeggen welk van die besluiten geldt.
        besluiten = [kop.waarde for kop in stand.koppen(plaats)] if plaats.veld == vast else []
        if len(besluiten) > 1 and nieuw in besluiten:
            continue
        nummers = [kop.waarde for kop in stand.koppen(plaats)] if plaats.veld == Toegewezen.nummer.id else []
        if len(nummers) == 1 and nummers[0] != nieuw:
            raise InvoerFout("al-vastgesteld")
        if plaats.veld in (VERWIJDERD, vast, Toegewezen.inhoud.id) and stand.koppen(Plaats(plaats.voorwerp, vast)):
            raise InvoerFout("al-vastgesteld")
