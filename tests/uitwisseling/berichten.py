"""Berichten zoals een aanbieder ze stuurt, zelf opgebouwd; met de officiële schema's erbij worden ze nagekeken."""

from __future__ import annotations

from lxml import etree

from tests.uitwisseling.schema import schema_als_het_er_is

IJW = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"
_CODE = {"JW302": "437", "JW320": "489", "JW305": "438", "JW307": "440", "JW315": "446", "JW317": "486"}
_UIT_HET_BASISSCHEMA = frozenset({
    "Identificatie", "Dagtekening", "BasisschemaXsdVersie", "BerichtXsdVersie", "Datum", "Geslachtsnaam", "Achternaam",
    "Categorie", "Code", "Volume", "Eenheid", "Frequentie", "Type", "Naam2",
})  # fmt: skip
BSN, AANBIEDER, GEMEENTE = "999900006", "42420001", "0233"


def _bouw(ouder, knopen, eigen):
    for naam, inhoud in knopen:
        element = etree.SubElement(ouder, f"{{{IJW if naam in _UIT_HET_BASISSCHEMA else eigen}}}{naam}")
        if isinstance(inhoud, str):
            element.text = inhoud
        else:
            _bouw(element, inhoud, eigen)


def bericht(soort, delen, *, nummer="1", dag="2026-11-20", bsn=BSN, kop=(), aanbieder=AANBIEDER, gemeente=GEMEENTE):
    """Een heel bericht als bytes; ``delen`` zijn de knopen onder Client na het bsn (en de naam)."""
    terug = soort in {"JW302", "JW320"}
    eigen = f"http://www.istandaarden.nl/ijw/3_2/{soort.lower()}/schema"
    wortel = etree.Element(f"{{{eigen}}}Bericht", nsmap={"ijw": IJW, soort.lower(): eigen})
    versie = [("BasisschemaXsdVersie", "1.0.0"), ("BerichtXsdVersie", "1.0.0")]
    _bouw(wortel, [("Header", [
        ("BerichtCode", _CODE[soort]), ("BerichtVersie", "3"), ("BerichtSubversie", "2"),
        ("Afzender", gemeente if terug else aanbieder), ("Ontvanger", aanbieder if terug else gemeente),
        ("BerichtIdentificatie", [("Identificatie", nummer), ("Dagtekening", dag)]), ("XsdVersie", versie), *kop,
    ])], eigen)  # fmt: skip
    if not terug:
        _bouw(wortel, [("Client", [("Bsn", bsn), *delen])], eigen)
    if (schema := schema_als_het_er_is(soort)) is not None:
        assert schema.validate(wortel), schema.error_log
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8")


WIE = [
    ("Geboortedatum", [("Datum", "2015-05-17")]), ("Geslacht", "1"),
    ("Naam", [("Geslachtsnaam", [("Achternaam", "Voorbeeld")])]),
]  # fmt: skip
OMVANG = ("Omvang", [("Volume", "20"), ("Eenheid", "04"), ("Frequentie", "6")])
PRODUCT = ("Product", [("Categorie", "54"), ("Code", "54001")])


def start(toewijzing, begin="2026-12-10", *, status="1", **kop):
    """Een JW305: de hulp begon."""
    regel = [("ToewijzingNummer", str(toewijzing)), PRODUCT, ("ToewijzingIngangsdatum", "2026-12-08"),
             ("Begindatum", begin), ("StatusAanlevering", status)]  # fmt: skip
    return bericht("JW305", [*WIE, ("StartProducten", [("StartProduct", regel)])], **kop)


def stop(toewijzing, einde="2027-03-01", *, begin="2026-12-10", reden="31", status="1", **kop):
    """Een JW307: de hulp stopte."""
    regel = [("ToewijzingNummer", str(toewijzing)), PRODUCT, ("ToewijzingIngangsdatum", "2026-12-08"),
             ("Begindatum", begin), ("RedenBeeindiging", reden), ("Einddatum", einde),
             ("StatusAanlevering", status)]  # fmt: skip
    return bericht("JW307", [*WIE, ("StopProducten", [("StopProduct", regel)])], **kop)


def verzoek_nieuw(referentie="AB-12", **kop):
    """Een JW315: een verzoek om een toewijzing."""
    regel = [("ReferentieAanbieder", referentie), PRODUCT, ("ToewijzingIngangsdatum", "2027-07-01"),
             ("ToewijzingEinddatum", "2027-12-31"), OMVANG,
             ("Verwijzer", [("Type", "02")]), ("Raamcontract", "1")]  # fmt: skip
    delen = [*WIE, ("GezagsdragerBekend", "1"), ("AangevraagdeProducten", [("AangevraagdProduct", regel)])]
    return bericht("JW315", delen, **kop)


def verzoek_wijziging(toewijzing, referentie="CD-34", *, ook_nieuw=False, **kop):
    """Een JW317: een verzoek om een lopende toewijzing te verlengen, en misschien iets erbij."""
    regel = [
        ("ToewijzingNummer", str(toewijzing)),
        ("GewensteIngangsdatum", "2026-12-08"),
        ("Einddatum", "2027-09-30"),
        OMVANG,
    ]
    delen = [("ReferentieAanbieder", referentie), ("RedenVerzoek", "1"),
             ("TeWijzigenProducten", [("TeWijzigenProduct", regel)])]  # fmt: skip
    if ook_nieuw:
        # Wat erbij komt, begint na de verlenging: hetzelfde naast elkaar mag niet (TR302).
        later = [("GewensteIngangsdatum", "2027-10-01"), ("Einddatum", "2027-12-31"), OMVANG]
        delen.append(("NieuweProducten", [("NieuwProduct", [PRODUCT, *later])]))
    return bericht("JW317", [("Verzoek", delen)], **kop)


def retour(over, codes, *, nummer="1", soort="JW302", **kop):
    """Een JW302 of JW320: wat er met ons bericht gebeurde. De kop is die van ons bericht, met de retour erachter."""
    versie = [("BasisschemaXsdVersie", "1.0.0"), ("BerichtXsdVersie", "1.0.0")]
    delen = [("IdentificatieRetour", nummer), ("DagtekeningRetour", "2026-11-24"), ("XsdVersieRetour", versie)]
    delen += [("RetourCodes", [("RetourCode", c) for c in codes])] if codes else []
    return bericht(soort, [], nummer=over, kop=delen, **kop)
