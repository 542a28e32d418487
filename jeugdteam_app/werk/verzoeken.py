"""Een verzoek van een aanbieder (JW315, JW317) beantwoorden: met een toewijzing, of met een JW319."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.post import (
    Afwijsreden,
    Berichtsoort,
    Gevraagd,
    Post,
    Poststuk,
    Verzoek,
    Verzoekantwoord,
    Verzoekinhoud,
    verstuurde_antwoorden,
)
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen, Toewijzing
from jeugdteam_app.kern.feit import Bekend, waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.codelijsten import categorieen, gemeenten
from jeugdteam_app.uitwisseling import xml
from jeugdteam_app.uitwisseling.jw301 import Antwoord
from jeugdteam_app.werk import instellingen, logboek, schrijven, toewijzen, vaststellen, verzenden
from jeugdteam_app.werk.opstellen import lopend_bij
from jeugdteam_app.werk.werkplek import Werkplek


def begin_toewijzing(werkplek: Werkplek, dossier: str, sleutel: str, plaats: int) -> str:
    """Een ontwerp uit een verzoek: een wijziging van wat er loopt, of een nieuwe toewijzing. Geeft de sleutel.

    ``plaats``: om het hoeveelste product uit het verzoek het gaat, vanaf 0. Fouten: ``verzoek-al-afgewezen`` en
    ``verzoek-zonder-toewijzing``.
    """
    huidig = werkplek.dossier(dossier)
    inhoud, van = _inhoud(huidig, sleutel), Verzoek(huidig.kind, sleutel)
    if waarde(van.antwoord) is Verzoekantwoord.AFGEWEZEN and waarde(van.beantwoord_op) is not None:
        raise InvoerFout("verzoek-al-afgewezen")
    product = inhoud.producten[plaats]
    delen = _gevraagd(product) | {"verzoek": sleutel, "verzoek_product": plaats}
    if product.nummer is None:
        return _begin_nieuw(werkplek, dossier, inhoud, product, delen)
    eigen = lopend_bij(werkplek, huidig, inhoud.afzender)
    oud = next((een for een in eigen if waarde(een.item.nummer) == product.nummer), None)
    if oud is None:
        raise InvoerFout("verzoek-zonder-toewijzing")
    # De gewenste dag is die van de verandering; blijft het nummer, dan blijft ook het begin (OP380).
    anders = {naam: deel for naam, deel in delen.items() if naam != "ingangsdatum"}
    if lopend.houdt_nummer(oud.inhoud, oud.inhoud.model_copy(update=anders), werkplek.vandaag):
        delen = anders
    delen["reden_wijziging"] = Redenwijziging.DOOR_AANBIEDER
    return toewijzen.begin_wijziging(werkplek, dossier, oud.item.sleutel, Besluitsoort.WIJZIGEN, **delen)


def _gevraagd(product: Gevraagd) -> dict[str, Any]:
    """Wat de aanbieder over dit product noemde, onder de namen van een ontwerp."""
    delen = {
        "ingangsdatum": product.begin, "einddatum": product.einde, "volume": product.volume,
        "eenheid": product.eenheid, "frequentie": product.frequentie, "budget": product.budget,
    }  # fmt: skip
    return {naam: deel for naam, deel in delen.items() if deel is not None}


def _begin_nieuw(
    werkplek: Werkplek, dossier: str, inhoud: Verzoekinhoud, product: Gevraagd, delen: dict[str, Any]
) -> str:
    boek = instellingen.boek(werkplek)
    uit_boek = next((p for p in boek.producten if p.code and p.code == product.code), None)
    ontwerp = toewijzen.eerste_ontwerp(werkplek, dossier, boek, uit_boek) if uit_boek else Toewijzing(
        boek=boek.id, boekversie=boek.versie, voorbeeldproduct=False, productnaam=_naam_zonder_boek(product),
    )  # fmt: skip
    aanbieder = next((a for a in instellingen.profiel(werkplek).aanbieders if a.agb == inhoud.afzender), None)
    van_hen = {
        "categorie": product.categorie, "productcode": product.code,
        "aanbieder": aanbieder.naam if aanbieder else "", "aanbieder_agb": inhoud.afzender,
    }  # fmt: skip
    return toewijzen.begin_met(werkplek, dossier, boek, ontwerp.model_copy(update=delen | van_hen))


def _naam_zonder_boek(product: Gevraagd) -> str:
    """Hoe hulp heet die niet in het boek staat: de naam van haar categorie, die een mens nog kan veranderen."""
    naam = categorieen().get(product.categorie, "")
    return f"{naam} ({product.code})" if naam and product.code else naam or product.code


def wijs_deel_niet_toe(werkplek: Werkplek, dossier: str, sleutel: str, plaats: int) -> None:
    """Legt vast dat voor één product uit een verzoek geen toewijzing komt, terwijl een ander die wel kreeg.

    Is daarmee over alles besloten, dan is het verzoek beantwoord. Fout: ``verzoek-nog-niets-toegewezen``.
    """
    huidig = werkplek.dossier(dossier)
    van = Verzoek(huidig.kind, sleutel)
    if not lopend.is_deels_toegewezen(huidig, van):
        raise InvoerFout("verzoek-nog-niets-toegewezen")
    delen = tuple(sorted({*(waarde(van.niet_toegewezen) or ()), plaats}))
    with werkplek.kluis.transactie():
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Verzoek.niet_toegewezen): Bekend(delen)})
        vaststellen.sluit_verzoek(werkplek, dossier, sleutel)


def antwoord_xml(werkplek: Werkplek, dossier: str, sleutel: str) -> bytes:
    """Het antwoord op een verzoek als JW319, volgens wat er bij het verzoek is gekozen.

    Fouten: ``verzoek-zonder-antwoord``, ``verzoek-zonder-reden``, ``verzoek-zonder-gemeente``,
    ``verzoek-al-beantwoord``, ``verzoek-niet-aan-u``, ``gemeentecode-onbekend``, ``antwoord-onveilig`` (OP003), en
    ``verzoek-deels-toegewezen``: dan is de toewijzing zelf het antwoord op het hele verzoek.
    """
    huidig = werkplek.dossier(dossier)
    inhoud, van = _inhoud(huidig, sleutel), Verzoek(huidig.kind, sleutel)
    gekozen = _mag_weg(werkplek, huidig, van, inhoud.afzender)
    reden, gemeente = _waarom_niet(van) if gekozen is Verzoekantwoord.AFGEWEZEN else (None, "")
    profiel = instellingen.profiel(werkplek)
    if reden is Afwijsreden.WOONPLAATSBEGINSEL and gemeente in ("", profiel.gemeentecode):
        raise InvoerFout("verzoek-zonder-gemeente")
    if profiel.gemeentecode not in gemeenten() or (gemeente and gemeente not in gemeenten()):
        raise InvoerFout("gemeentecode-onbekend")
    kenmerk = verzenden.volgende_identificatie(werkplek)
    antwoord = Antwoord(
        afzender=profiel.gemeentecode, ontvanger=inhoud.afzender, identificatie=kenmerk,
        dagtekening=werkplek.vandaag, referentie=inhoud.referentie, antwoord=gekozen.value,
        reden=reden.value if reden else "", gemeente=gemeente,
        basisschema_versie=profiel.basisschema_xsd_versie, bericht_versie=profiel.bericht_xsd_versie,
    )  # fmt: skip
    stuk = Poststuk(
        soort=Berichtsoort.ANTWOORD, identificatie=kenmerk, dagtekening=werkplek.vandaag,
        partij=inhoud.afzender, verzoek=sleutel, antwoord=gekozen.value,
    )  # fmt: skip
    with werkplek.kluis.transactie():
        verzenden.geef_identificatie_uit(werkplek)
        verzenden.noteer_verzonden(werkplek, dossier, stuk)
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Verzoek.beantwoord_op): Bekend(werkplek.vandaag)})
        logboek.noteer(werkplek, Gebeurtenis.ANTWOORD, dossier)
    return xml.schrijf_antwoord(antwoord)


def _mag_weg(werkplek: Werkplek, dossier: Dossier, van: Verzoek, agb: str) -> Verzoekantwoord:
    """Het gekozen antwoord, als er met een JW319 geantwoord mag worden."""
    gekozen = waarde(van.antwoord)
    if gekozen not in (Verzoekantwoord.AFGEWEZEN, Verzoekantwoord.IN_ONDERZOEK):
        raise InvoerFout("verzoek-zonder-antwoord")
    if gekozen is Verzoekantwoord.AFGEWEZEN and not instellingen.profiel(werkplek).rol.besluit:
        raise InvoerFout("verzoek-niet-aan-u")
    if lopend.is_deels_toegewezen(dossier, van):
        raise InvoerFout("verzoek-deels-toegewezen")
    gegeven = verstuurde_antwoorden(dossier.alle(Post), van.sleutel)
    if gegeven & {gekozen.value, Verzoekantwoord.AFGEWEZEN.value}:
        # Een tweede keer hetzelfde, of na een afwijzing nog iets: dat keurt de aanbieder af (TR360, TR365).
        raise InvoerFout("verzoek-al-beantwoord")
    bij = {sleutel for een in lopend_bij(werkplek, dossier, agb) for sleutel in een.sleutels}
    hier_onveilig = any(lopend.is_onveilig(Toegewezen(dossier.kind, sleutel)) for sleutel in bij)
    if hier_onveilig or lopend.is_elders_onveilig(dossier, *bij):
        raise InvoerFout("antwoord-onveilig")
    return gekozen


def _waarom_niet(van: Verzoek) -> tuple[Afwijsreden, str]:
    """De reden van een afwijzing, en bij het woonplaatsbeginsel de gemeente die het wel doet."""
    reden = waarde(van.afwijsreden)
    if reden is None:
        raise InvoerFout("verzoek-zonder-reden")
    return reden, waarde_of(van.gemeente, "") if reden is Afwijsreden.WOONPLAATSBEGINSEL else ""


def zet_antwoord_klaar(werkplek: Werkplek, dossier: str, sleutel: str, pad: Path) -> None:
    """Schrijft het antwoord als bestand; lukt dat niet, dan is er ook niets opgeschreven, en andersom."""
    with werkplek.kluis.transactie():
        werkplek.kluis.schrijf_mee(pad, antwoord_xml(werkplek, dossier, sleutel))


def _inhoud(dossier: Dossier, sleutel: str) -> Verzoekinhoud:
    inhoud = waarde(Verzoek(dossier.kind, sleutel).inhoud)
    if inhoud is None:
        raise InvoerFout("verzoek-zonder-antwoord")
    return inhoud
