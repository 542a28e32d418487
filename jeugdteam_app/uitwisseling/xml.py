"""Een JW301 of JW319 als XML: UTF-8 zonder BOM, CR/LF, geen lege elementen (OP192, RS031 tot en met RS034)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

from jeugdteam_app.uitwisseling.jw301 import NEDERLAND, Adres, Antwoord, Bericht, Naam, Relatie, ToegewezenProduct

IJW = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
JW301 = "http://www.istandaarden.nl/ijw/3_2/jw301/schema"
JW319 = "http://www.istandaarden.nl/ijw/3_2/jw319/schema"

Inhoud: TypeAlias = "str | list[Knoop]"
Knoop: TypeAlias = "tuple[str, Inhoud]"


def schrijf(bericht: Bericht) -> bytes:
    """Het bericht als bytes. Controleer eerst met ``controle.gebreken``; dit schrijft wat er staat."""
    return _als_xml("jw301", JW301, [("Header", _kop(bericht, "436")), ("Client", _client(bericht))])


def schrijf_product(product: ToegewezenProduct) -> bytes:
    """Eén toewijzing zoals zij in een JW301 staat, zonder wie het is: om bij het besluit te bewaren."""
    return _als_xml("jw301", JW301, _product(product), "ToegewezenProduct")


def schrijf_antwoord(antwoord: Antwoord) -> bytes:
    """Een JW319: dat een verzoek is afgewezen (met de reden) of nog wordt onderzocht."""
    inhoud: list[Knoop] = [
        ("ReferentieAanbieder", antwoord.referentie),
        ("VerzoekAntwoord", antwoord.antwoord),
        ("RedenAfwijzingVerzoek", antwoord.reden),
        ("Woonplaatsbeginsel", [("Gemeente", antwoord.gemeente)]),
    ]
    return _als_xml("jw319", JW319, [("Header", _kop(antwoord, "488")), ("Antwoord", inhoud)])


def _als_xml(voorvoegsel: str, ruimte: str, delen: list[Knoop], naam: str = "Bericht") -> bytes:
    wortel = etree.Element(f"{{{ruimte}}}{naam}", nsmap={"ijw": IJW, voorvoegsel: ruimte})
    _bouw(wortel, delen, ruimte)
    tekst = etree.tostring(wortel, encoding="unicode", pretty_print=True)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + tekst).replace("\n", "\r\n").encode()


def _bouw(ouder: etree._Element, knopen: Iterable[Knoop], eigen: str) -> None:
    """Lege teksten en lege groepen komen er niet in. Een naam met ``ijw:`` hoort bij het basisschema."""
    for naam, inhoud in knopen:
        if inhoud in ("", []):
            continue
        ruimte, lokaal = (IJW, naam[4:]) if naam.startswith("ijw:") else (eigen, naam)
        element = etree.SubElement(ouder, f"{{{ruimte}}}{lokaal}")
        if isinstance(inhoud, str):
            element.text = inhoud
        else:
            _bouw(element, inhoud, eigen)
            if len(element) == 0:
                ouder.remove(element)


def _kop(b: Bericht | Antwoord, code: str) -> list[Knoop]:
    return [
        ("BerichtCode", code),
        ("BerichtVersie", "3"),
        ("BerichtSubversie", "2"),
        ("Afzender", b.afzender),
        ("Ontvanger", b.ontvanger),
        (
            "BerichtIdentificatie",
            [("ijw:Identificatie", b.identificatie), ("ijw:Dagtekening", b.dagtekening.isoformat())],
        ),
        (
            "XsdVersie",
            [("ijw:BasisschemaXsdVersie", b.basisschema_versie), ("ijw:BerichtXsdVersie", b.bericht_versie)],
        ),
    ]


def _client(b: Bericht) -> list[Knoop]:
    geboren = b.geboortedatum.isoformat() if b.geboortedatum else ""
    return [
        ("Bsn", b.bsn),
        ("Geboortedatum", [("ijw:Datum", geboren)]),
        ("Geslacht", b.geslacht),
        ("Naam", _naam(b.naam)),
        ("Communicatie", [("ijw:Vorm", b.tolk), ("ijw:Taal", b.taal[:25])] if b.tolk else []),
        ("Relaties", [("Relatie", _relatie(r)) for r in b.relaties]),
        ("Contactgegevens", [("Contact", _contact(a)) for a in b.adressen]),
        ("ToegewezenProducten", [("ToegewezenProduct", _product(p)) for p in b.producten]),
    ]


def _naam(naam: Naam) -> list[Knoop]:
    return [
        ("ijw:Geslachtsnaam", [("ijw:Achternaam", naam.achternaam), ("ijw:Voorvoegsel", naam.voorvoegsel)]),
        ("ijw:Voornamen", naam.voornamen[:200]),
        ("ijw:Voorletters", naam.voorletters),
        ("ijw:NaamGebruik", "6" if naam.organisatie else "1"),
    ]


def _relatie(r: Relatie) -> list[Knoop]:
    geboren = r.geboortedatum.isoformat() if r.geboortedatum else ""
    return [
        ("Nummer", str(r.nummer)),
        ("Volgorde", str(r.nummer)),
        ("Soort", r.soort),
        ("Geboortedatum", [("ijw:Datum", geboren)]),
        ("Naam", _naam(r.naam)),
        ("Contact", _contact(r.adres, r.telefoon, r.landnummer)),
    ]


def _contact(adres: Adres, telefoon: str = "", landnummer: str = NEDERLAND) -> list[Knoop]:
    huis: list[Knoop] = [
        ("ijw:Huisnummer", adres.huisnummer),
        ("ijw:Huisletter", adres.huisletter),
        ("ijw:HuisnummerToevoeging", adres.toevoeging),
    ]
    waar: list[Knoop] = [
        ("ijw:Huis", huis),
        ("ijw:Postcode", adres.postcode),
        ("ijw:Straatnaam", adres.straat[:24]),
        ("ijw:Plaatsnaam", adres.plaats),
        ("ijw:LandCode", "NL" if adres.postcode else ""),
    ]
    bellen: list[Knoop] = (
        [("ijw:Telefoon01", [("ijw:Telefoonnummer", telefoon), ("ijw:Landnummer", landnummer)])] if telefoon else []
    )
    return [("Soort", adres.soort), ("Adres", waar), ("Telefoon", bellen)]


def _product(p: ToegewezenProduct) -> list[Knoop]:
    omvang: list[Knoop] = []
    if p.omvang:
        omvang = [
            ("ijw:Volume", str(p.omvang.volume)),
            ("ijw:Eenheid", p.omvang.eenheid),
            ("ijw:Frequentie", p.omvang.frequentie),
        ]
    return [
        ("ToewijzingNummer", "" if p.nummer is None else str(p.nummer)),
        ("ReferentieAanbieder", p.referentie),
        ("Product", [("ijw:Categorie", p.categorie), ("ijw:Code", p.code)]),
        ("Toewijzingsdatum", p.toewijzingsdatum.isoformat()),
        ("Toewijzingstijd", p.toewijzingstijd.strftime("%H:%M:%S")),
        ("Ingangsdatum", p.ingangsdatum.isoformat()),
        ("Einddatum", p.einddatum.isoformat() if p.einddatum else ""),
        ("RedenWijziging", p.reden),
        ("Omvang", omvang),
        ("Budget", "" if p.budget is None else str(p.budget)),
        ("Commentaar", p.commentaar),
    ]
