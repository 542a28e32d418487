"""Elke regel voor een geldige toewijzing, één voor één met opzet gebroken."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from jeugdteam_app.kern.omvang import NIET_PER_DAG, Eenheid, Frequentie, Omvang
from jeugdteam_app.uitwisseling import xml
from jeugdteam_app.uitwisseling.controle import gebreken
from jeugdteam_app.uitwisseling.jw301 import Adres, Bericht, Naam, Relatie, ToegewezenProduct
from jeugdteam_app.zinnen.bericht import GEBREKEN
from tests.uitwisseling.schema import MAP, schema_of_niet_gedraaid

VANDAAG = date(2026, 11, 24)
ADRES = Adres("03", "Voorbeeldlaan", "12", "a", "bis", "3851ZZ", "Voorbeeldstad")
OUDER = Relatie(1, "10", Naam("Voorbeeld", "van", "Noor"), ADRES, None, "0612345678")
PRODUCT = ToegewezenProduct(300201, "54", "54001", VANDAAG, time(10, 30), date(2026, 12, 1), date(2027, 3, 1),
                            Omvang(12, Eenheid.UUR, Frequentie.TOTAAL))  # fmt: skip
GOED = Bericht("0233", "42420001", "abcde0000001", VANDAAG, "999900006", date(2015, 5, 14), "1",
               Naam("Voorbeeld", "", "Sam Jan"), (ADRES,), (PRODUCT,), (OUDER,), gemeenten=frozenset({"0233"}))  # fmt: skip


def met_product(**anders):
    return replace(GOED, producten=(replace(PRODUCT, **anders),))


def met_ouder(**anders):
    return replace(GOED, relaties=(replace(OUDER, **anders),))


ASPECIFIEK = {"code": "", "omvang": None, "budget": 95_000}
GEBROKEN = [
    (replace(GOED, veiligheid_verbiedt=True), "veiligheid", "OP003"),
    (replace(GOED, afzender="9999"), "gemeente", "TR378"),
    (replace(GOED, ontvanger="4242001"), "agb", "Header.Ontvanger"),
    (replace(GOED, ontvanger="٤٢٤٢٠٠٠١"), "agb", "Header.Ontvanger"),
    (replace(GOED, dagtekening=date(2026, 11, 25)), "dagtekening", "TR135"),
    (replace(GOED, identificatie=""), "identificatie", "TR056"),
    (replace(GOED, bericht_versie="v1"), "xsd-versie", "IV034"),
    (replace(GOED, bsn="000000000"), "bsn", "CS002"),
    (replace(GOED, bsn="9999 00 006"), "bsn", "CS002"),
    (replace(GOED, geboortedatum=None), "geboortedatum", "Client.Geboortedatum"),
    (replace(GOED, geboortedatum=date(1900, 1, 1)), "leeftijd", "TR002"),
    (replace(GOED, geslacht=""), "geslacht", "Client.Geslacht"),
    (replace(GOED, naam=Naam("")), "naam", "CDT_VolledigeNaam"),
    (replace(GOED, naam=Naam("Voor\x0bbeeld")), "naam", "CDT_VolledigeNaam"),
    (replace(GOED, adressen=(Adres("03"),)), "adres", "TR061"),
    (replace(GOED, adressen=()), "adres", "TR061"),
    (replace(GOED, adressen=(replace(ADRES, soort="01"),)), "adres", "TR061"),
    (replace(GOED, adressen=(replace(ADRES, postcode="0123AB"),)), "adres", "TR061"),
    (replace(GOED, adressen=(replace(ADRES, plaats="x" * 81),)), "adres", "TR061"),
    (replace(GOED, adressen=(ADRES, Adres("01"))), "adres-inschrijving", "CD034"),
    (replace(GOED, adressen=(ADRES, ADRES)), "adres-dubbel", "TR101"),
    (replace(GOED, tolk="9"), "tolk", "COD747"),
    (replace(GOED, identificatie="      "), "identificatie", "TR056"),
    (replace(GOED, naam=replace(GOED.naam, organisatie=True)), "naam-organisatie", "CS318"),
    (met_ouder(soort="99"), "soort-gezagsdrager", "COD472"),
    (replace(GOED, tolk="1"), "taal", "CD007"),
    (replace(GOED, taal="Turks"), "taal-zonder-tolk", "CD007"),
    (replace(GOED, relaties=()), "gezagsdrager", "OP001"),
    (met_ouder(naam=Naam("")), "naam-gezagsdrager", "CDT_VolledigeNaam"),
    (met_ouder(adres=Adres("03")), "contact-gezagsdrager", "CD034"),
    (met_ouder(telefoon="06-na-zes"), "telefoon-gezagsdrager", "LDT_Telefoonnummer"),
    (replace(GOED, producten=()), "producten", "Client.ToegewezenProducten"),
    (replace(GOED, producten=(PRODUCT, replace(PRODUCT, categorie="45", code="45A04"))), "nummer-dubbel", "TR101"),
    (met_product(nummer=None), "toewijzingnummer", "TR332"),
    (met_product(toewijzingsdatum=date(2026, 11, 25)), "toewijzingsdatum", "TR134"),
    (met_product(einddatum=None), "einddatum", "eigen"),
    (met_product(einddatum=date(2026, 11, 30)), "einde-voor-begin", "CS003"),
    (met_product(categorie="39", code="39A01"), "categorie", "JZ020"),
    (met_product(code="43A01"), "code", "TR381"),
    (met_product(categorie="", code="54001"), "code", "TR381"),
    (met_product(budget=1), "omvang-en-budget", "CD077"),
    (met_product(omvang=None), "omvang", "CD041"),
    (met_product(code=""), "omvang-zonder-code", "CD080"),
    (met_product(code="", omvang=None), "budget", "eigen"),
    (met_product(categorie="", code="", omvang=None), "budget", "CD079"),
    (met_product(**ASPECIFIEK | {"budget": 100_000_000}), "budget-grens", "LDT_Budget"),
    (met_product(reden="01"), "reden-wijziging", "CS336"),
    (met_product(reden="13"), "verwijderd", "CS335"),
    (met_product(referentie="x" * 37), "referentie", "LDT_Referentie"),
    (replace(GOED, producten=(PRODUCT, replace(PRODUCT, nummer=2))), "stapeling", "TR302"),
    (replace(GOED, producten=(PRODUCT, replace(PRODUCT, nummer=2, categorie="", **ASPECIFIEK))), "stapeling", "TR302"),
]  # fmt: skip


def test_een_goed_bericht_heeft_geen_gebreken():
    assert gebreken(GOED, VANDAAG) == []
    assert gebreken(met_product(**ASPECIFIEK), VANDAAG) == []
    assert gebreken(replace(GOED, relaties=(), jeugdige_is_gezagsdrager=True), VANDAAG) == []
    ernaast = replace(PRODUCT, nummer=2, ingangsdatum=date(2027, 3, 2), einddatum=date(2027, 4, 1))
    assert gebreken(replace(GOED, producten=(PRODUCT, ernaast)), VANDAAG) == []


@pytest.mark.parametrize(("bericht", "code", "regel"), GEBROKEN, ids=lambda x: x if isinstance(x, str) else "")
def test_een_gebroken_regel_wordt_gevonden_met_zijn_eigen_zin(bericht, code, regel):
    gevonden = gebreken(bericht, VANDAAG)
    assert (code, regel) in {(g.code, g.regel) for g in gevonden}
    assert GEBREKEN[code]


# Of een nummer ook elders staat, weet alleen het dossier; zie test_nummers_en_wachten.
VAN_HET_DOSSIER = {"nieuwere-versie", "per-dag", "conflict", "voorbeeld", "veiligheid-elders", "nummer-twee-keer"}
# Wat aan het bestand zelf mankeert; zie test_lees301.
VAN_HET_BESTAND = {
    "naamruimte", "subversie", "leeg-element", "bestandsbegin", "regeleinden", "tijdzone", "landcode", "naamgebruik",
    "volume", "eenheid", "frequentie", "adres-periode", "datum-gebruik",
}  # fmt: skip


def test_elk_gebrek_wordt_met_opzet_gebroken():
    assert {code for _b, code, _r in GEBROKEN} | VAN_HET_DOSSIER | VAN_HET_BESTAND == set(GEBREKEN)


TEKST = st.text(st.characters(categories=("L",)), min_size=1, max_size=12)
OMVANGEN = st.builds(
    lambda v, e, f: Omvang(v, e, f) if not (f is Frequentie.PER_DAG and e in NIET_PER_DAG) else Omvang(v, e, Frequentie.PER_WEEK),
    st.integers(1, 99_999_999), st.sampled_from(Eenheid), st.sampled_from(Frequentie),
)  # fmt: skip
VARIANTEN = st.one_of(
    OMVANGEN.map(lambda o: replace(PRODUCT, omvang=o)),
    st.integers(1, 99_999_999).map(lambda b: replace(PRODUCT, code="", omvang=None, budget=b)),
    st.integers(1, 99_999_999).map(lambda b: replace(PRODUCT, categorie="", code="", omvang=None, budget=b)),
)
# Alle drie de varianten, met elk begin en einde, elke reden van wijzigen en met of zonder kenmerk van de aanbieder.
PRODUCTEN = st.builds(
    lambda product, begin, dagen, reden, kenmerk: replace(
        product, ingangsdatum=begin, einddatum=begin + timedelta(days=dagen), reden=reden, referentie=kenmerk
    ),
    VARIANTEN,
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.integers(0, 4000),
    st.sampled_from(["", *(f"{code:02d}" for code in range(2, 15))]),
    st.one_of(st.just(""), TEKST),
)
BERICHTEN = st.builds(
    lambda product, achter, voor, telefoon, letter, ook: replace(
        GOED, producten=(product,), naam=Naam(achter, "", voor), adressen=(*ook, replace(ADRES, huisletter=letter)),
        relaties=(replace(OUDER, naam=Naam(achter, "de", voor), telefoon=telefoon),),
    ),
    PRODUCTEN, TEKST, TEKST, st.sampled_from(["", "0612345678", "0341123456"]), st.sampled_from(["", "a", "B"]),
    st.sampled_from([(), (replace(ADRES, soort="01", straat="Elders"),)]),
)  # fmt: skip


@settings(max_examples=1000)
@given(BERICHTEN)
def test_wat_de_controle_goedkeurt_klopt_met_het_schema(bericht):
    schema = schema_of_niet_gedraaid()
    if not gebreken(bericht, VANDAAG):
        inhoud = xml.schrijf(bericht)
        assert schema.validate(etree.fromstring(inhoud)), schema.error_log
        assert all(len(e) or (e.text or "").strip() for e in etree.fromstring(inhoud).iter())


def test_het_officiele_voorbeeld_klopt_met_hetzelfde_schema():
    schema = schema_of_niet_gedraaid()
    assert schema.validate(etree.parse(str(MAP / "voorbeeldberichten" / "JW301.xml"))), schema.error_log
