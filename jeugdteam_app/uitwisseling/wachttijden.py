"""Wachttijden van aanbieders uit een tabel: alles klopt, of er wordt niets overgenomen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.productenboek.beschikbaarheid import LANGSTE_WACHTTIJD, Wachttijd
from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.uitwisseling import celinhoud
from jeugdteam_app.uitwisseling.bladlezer import Meldingen, Regel, regels
from jeugdteam_app.uitwisseling.jsonblad import lees_blad, tekst_uit
from jeugdteam_app.uitwisseling.kolommen import Kolom, kaal
from jeugdteam_app.uitwisseling.tabel import (
    Blad,
    Celmelding,
    Celwaarde,
    adres,
    lees_tabel,
    lees_tabelbestand,
)

WACHTTIJDKOLOMMEN = (
    Kolom("aanbieder", "De naam van de aanbieder."),
    Kolom("agb", "De AGB-code van acht cijfers. Leeg: niet bekend."),
    Kolom("product", "De id of de code van het product."),
    Kolom("wachttijd_weken", "Hoeveel weken iemand wacht. Leeg of ?: niet bekend."),
    Kolom("datum", "De dag waarop de aanbieder dit heeft gezegd."),
    Kolom("opmerking", "Iets dat erbij hoort."),
)
_GEEN_JSON = "wachttijden-geen-json"


@dataclass(frozen=True)
class Wachttijdproef:
    """De uitkomst: wachttijden zonder fouten, of fouten zonder wachttijden."""

    wachttijden: tuple[Wachttijd, ...] | None
    fouten: tuple[Celmelding, ...] = ()
    opmerkingen: tuple[Celmelding, ...] = ()


def lees_wachttijden(pad: Path, vandaag: date, boek: Productenboek | None = None) -> Wachttijdproef:
    """Kijkt een bestand met wachttijden na. Met een boek moet elk product daarin staan."""
    is_json = pad.suffix.lower() == ".json"
    if is_json:
        blad = lees_blad(tekst_uit(lees_tabelbestand(pad), _GEEN_JSON), _GEEN_JSON)
    else:
        blad = lees_tabel(pad, "wachttijden").bladen[0]
    meldingen = Meldingen()
    bekend = {naam for p in boek.producten for naam in (p.id, p.code) if naam} if boek else None
    gelezen = [_een(regel, vandaag, bekend) for regel in regels(blad, WACHTTIJDKOLOMMEN, meldingen)]
    _weiger_dubbele(gelezen, meldingen)
    rijen = None if meldingen.fouten else tuple(w for w, _ in gelezen if w is not None)
    paden = _paden(blad) if is_json else {}
    fouten, opmerkingen = (
        tuple(replace(m, cel=paden.get(m.cel, m.cel)) for m in lijst)
        for lijst in (meldingen.fouten, meldingen.opmerkingen)
    )
    return Wachttijdproef(rijen, fouten, opmerkingen)


def _een(regel: Regel, vandaag: date, bekend: set[str] | None) -> tuple[Wachttijd | None, str]:
    aanbieder, product = regel.gevraagd("aanbieder").strip(), regel.gevraagd("product").strip()
    if product and bekend is not None and product not in bekend:
        regel.fout("product", "product-niet-in-boek")
    agb = regel.lees("agb", _agb) or ""
    weken = regel.lees("wachttijd_weken", lambda w: celinhoud.heel_getal(w, 0, LANGSTE_WACHTTIJD))
    stand = regel.datum("datum")
    if stand is None:
        regel.meld_leeg("datum")
    elif stand > vandaag:
        regel.fout("datum", "datum-in-de-toekomst")
    opmerking = regel.tekst("opmerking")
    if stand is None or not regel.klopt():
        return None, ""
    gelezen = Wachttijd(aanbieder=aanbieder, agb=agb, product=product, weken=weken, stand=stand, opmerking=opmerking)
    return gelezen, regel.cel("aanbieder")


def _agb(waarde: Celwaarde) -> str:
    """Acht cijfers. Een rekenblad laat een nul vooraan weg; die vullen we niet zelf aan."""
    tekst = celinhoud.als_tekst(waarde).strip()
    if len(tekst) != 8 or not (tekst.isascii() and tekst.isdigit()):
        raise InvoerFout("agb-vorm")
    return tekst


def _weiger_dubbele(gelezen: list[tuple[Wachttijd | None, str]], meldingen: Meldingen) -> None:
    """Twee rijen van dezelfde aanbieder over hetzelfde product op dezelfde dag: welke geldt, weten wij niet."""
    gezien: set[tuple[str, str, str, date]] = set()
    for wachttijd, cel in gelezen:
        if wachttijd is None:
            continue
        sleutel = (wachttijd.aanbieder.casefold(), wachttijd.agb, wachttijd.product, wachttijd.stand)
        if sleutel in gezien:
            meldingen.fout(cel, "wachttijd-dubbel")
        gezien.add(sleutel)


def _paden(blad: Blad) -> dict[str, str]:
    """Van elke cel het pad in de lijst: de tweede rij onder de kop is ``1.agb``."""
    namen = {plaats: kaal(str(cel.waarde)) for plaats, cel in blad.rijen[0].cellen.items()}
    paden = {adres(plaats, 1): naam for plaats, naam in namen.items()}
    for rij in blad.rijen[1:]:
        paden |= {adres(plaats, rij.nummer): f"{rij.nummer - 2}.{naam}" for plaats, naam in namen.items()}
    return paden
