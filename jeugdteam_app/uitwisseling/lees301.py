"""Een JW301 terug naar gegevens: om na te kijken wat er werkelijk in een bestand staat voor het de deur uit gaat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time

from lxml import etree

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.omvang import NIET_PER_DAG, Eenheid, Frequentie, Omvang
from jeugdteam_app.uitwisseling import xml
from jeugdteam_app.uitwisseling.controle import Gebrek
from jeugdteam_app.uitwisseling.jw301 import NEDERLAND, TIJDELIJK, Adres, Bericht, Naam, Relatie, ToegewezenProduct
from jeugdteam_app.uitwisseling.knopen import alle, ontleed, tekst, verplicht

_CODE = "436"
# Hoe een datum eindigt waarvan een deel niet bekend is. Onze lezing van CS139: het regelrapport zegt ‘consistent’.
_ONBEKEND = {"1": "-01", "2": "-01-01", "3": "-01-01"}


def lees(inhoud: bytes) -> Bericht:
    """Het bericht, zonder wat alleen het dossier weet (of het veilig is, en of de jeugdige zelf gezag heeft).

    Fouten: ``bericht-te-groot``, ``bericht-onleesbaar``, ``bericht-soort``, ``bericht-inhoud``.
    """
    wortel = ontleed(inhoud)
    if (tekst(wortel, "Header", "BerichtCode"), tekst(wortel, "Header", "BerichtVersie")) != (_CODE, "3"):
        raise InvoerFout("bericht-soort")
    gelezen = None
    with suppress(ValueError, InvoerFout):
        gelezen = _bericht(wortel)
    if gelezen is None:
        raise InvoerFout("bericht-inhoud")
    return gelezen


def vorm_gebreken(inhoud: bytes) -> list[Gebrek]:
    """Wat er aan de vorm van het bestand zelf mankeert: wat ``lees`` niet ziet, of waar hij op stukloopt."""
    wortel = ontleed(inhoud)
    gevonden = []
    if inhoud.startswith(b"\xef\xbb\xbf") or not _is_utf8(inhoud):
        gevonden.append(Gebrek("bestandsbegin", "OP192"))
    if etree.QName(wortel).namespace != xml.JW301:
        gevonden.append(Gebrek("naamruimte", "XSD"))
    if tekst(wortel, "Header", "BerichtSubversie") != "2":
        gevonden.append(Gebrek("subversie", "XSD"))
    if any(isinstance(e.tag, str) and not len(e) and not (e.text or "").strip() for e in wortel.iter()):
        gevonden.append(Gebrek("leeg-element", "RS031"))
    if b"\n" in inhoud.replace(b"\r\n", b""):
        gevonden.append(Gebrek("regeleinden", "OP192"))
    return [*gevonden, *_waarden(wortel)]


def _waarden(wortel: etree._Element) -> Iterator[Gebrek]:
    """Wat er in losse onderdelen staat dat de standaard niet kent."""
    for p in alle(wortel, "ToegewezenProduct"):
        tijden = (tekst(p, n) for n in ("Toewijzingsdatum", "Toewijzingstijd", "Ingangsdatum", "Einddatum"))
        if any(re.search(r"[Zz+]|:\d\d-", tijd) or re.search(r"\d{2}-\d{2}-.*-", tijd) for tijd in tijden):
            yield Gebrek("tijdzone", "RS034")
        yield from _omvang(p)
    for contact in alle(wortel, "Contact"):
        if bool(tekst(contact, "Adres", "Postcode")) != bool(tekst(contact, "Adres", "LandCode")):
            yield Gebrek("landcode", "CD005")
        # Alleen een tijdelijk adres heeft een begin en een einde.
        if alle(contact, "Periode") and tekst(contact, "Soort") != TIJDELIJK:
            yield Gebrek("adres-periode", "CD009")
    for geboren in alle(wortel, "Geboortedatum"):
        if not tekst(geboren, "Datum").endswith(_ONBEKEND.get(tekst(geboren, "DatumGebruik"), "")):
            yield Gebrek("datum-gebruik", "CS139")
    for naam in alle(wortel, "Naam"):
        if tekst(naam, "NaamGebruik") in ("2", "3", "4") and not tekst(naam, "Partnernaam", "Achternaam"):
            yield Gebrek("naamgebruik", "CS050")


def _omvang(product: etree._Element) -> Iterator[Gebrek]:
    volume, eenheid, frequentie = (tekst(product, "Omvang", n) for n in ("Volume", "Eenheid", "Frequentie"))
    if not volume:
        return
    if not (volume.isascii() and volume.isdigit() and int(volume) > 0):
        yield Gebrek("volume", "eigen")
    if eenheid not in set(Eenheid):
        yield Gebrek("eenheid", "WJ756")
    if frequentie not in set(Frequentie):
        yield Gebrek("frequentie", "WMO757")
    elif frequentie == Frequentie.PER_DAG and eenheid in NIET_PER_DAG:
        yield Gebrek("per-dag", "CS338")


def _is_utf8(inhoud: bytes) -> bool:
    try:
        inhoud.decode()
    except UnicodeDecodeError:
        return False
    return True


def _bericht(wortel: etree._Element) -> Bericht:
    client = alle(wortel, "Client")[0] if alle(wortel, "Client") else None
    if client is None:
        raise ValueError("Client")
    versie = ("Header", "XsdVersie")
    geboren = tekst(client, "Geboortedatum", "Datum")
    contacten = alle(client, "Contactgegevens")
    return Bericht(
        afzender=tekst(wortel, "Header", "Afzender"),
        ontvanger=tekst(wortel, "Header", "Ontvanger"),
        identificatie=tekst(wortel, "Header", "BerichtIdentificatie", "Identificatie"),
        dagtekening=date.fromisoformat(verplicht(wortel, "Header", "BerichtIdentificatie", "Dagtekening")),
        bsn=tekst(client, "Bsn"),
        geboortedatum=date.fromisoformat(geboren) if geboren else None,
        geslacht=tekst(client, "Geslacht"),
        naam=_naam(client),
        adressen=tuple(_adres(c) for c in contacten[0]) if contacten else (),
        producten=tuple(map(_product, alle(client, "ToegewezenProduct"))),
        relaties=tuple(map(_relatie, alle(client, "Relatie"))),
        tolk=tekst(client, "Communicatie", "Vorm"),
        taal=tekst(client, "Communicatie", "Taal"),
        basisschema_versie=tekst(wortel, *versie, "BasisschemaXsdVersie"),
        bericht_versie=tekst(wortel, *versie, "BerichtXsdVersie"),
    )


def _naam(van: etree._Element) -> Naam:
    deel = ("Naam", "Geslachtsnaam")
    return Naam(
        tekst(van, *deel, "Achternaam"),
        tekst(van, *deel, "Voorvoegsel"),
        tekst(van, "Naam", "Voornamen"),
        tekst(van, "Naam", "NaamGebruik") == "6",
    )


def _adres(contact: etree._Element) -> Adres:
    huis = ("Adres", "Huis")
    return Adres(
        tekst(contact, "Soort"),
        tekst(contact, "Adres", "Straatnaam"),
        tekst(contact, *huis, "Huisnummer"),
        tekst(contact, *huis, "Huisletter"),
        tekst(contact, *huis, "HuisnummerToevoeging"),
        tekst(contact, "Adres", "Postcode"),
        tekst(contact, "Adres", "Plaatsnaam"),
    )


def _relatie(van: etree._Element) -> Relatie:
    contact = next(k for k in van if isinstance(k.tag, str) and etree.QName(k).localname == "Contact")
    geboren = tekst(van, "Geboortedatum", "Datum")
    return Relatie(
        int(verplicht(van, "Nummer")),
        tekst(van, "Soort"),
        _naam(van),
        _adres(contact),
        date.fromisoformat(geboren) if geboren else None,
        tekst(contact, "Telefoon", "Telefoon01", "Telefoonnummer"),
        tekst(contact, "Telefoon", "Telefoon01", "Landnummer") or NEDERLAND,
    )


def _product(van: etree._Element) -> ToegewezenProduct:
    nummer, einde, budget = tekst(van, "ToewijzingNummer"), tekst(van, "Einddatum"), tekst(van, "Budget")
    volume = tekst(van, "Omvang", "Volume")
    omvang = None
    if volume:
        eenheid, frequentie = verplicht(van, "Omvang", "Eenheid"), verplicht(van, "Omvang", "Frequentie")
        omvang = Omvang(int(volume), Eenheid(eenheid), Frequentie(frequentie))
    return ToegewezenProduct(
        nummer=int(nummer) if nummer else None,
        categorie=tekst(van, "Product", "Categorie"),
        code=tekst(van, "Product", "Code"),
        toewijzingsdatum=date.fromisoformat(verplicht(van, "Toewijzingsdatum")),
        toewijzingstijd=time.fromisoformat(verplicht(van, "Toewijzingstijd")),
        ingangsdatum=date.fromisoformat(verplicht(van, "Ingangsdatum")),
        einddatum=date.fromisoformat(einde) if einde else None,
        omvang=omvang,
        budget=int(budget) if budget else None,
        reden=tekst(van, "RedenWijziging"),
        referentie=tekst(van, "ReferentieAanbieder"),
        commentaar=tekst(van, "Commentaar"),
    )
