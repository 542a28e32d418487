"""Van keuze tot bericht: wat eruit gaat klopt met wat erin ging, en wat mist wordt gezegd."""

import json
from datetime import date
from io import BytesIO

import pytest
from lxml import etree
from pypdf import PdfReader

from jeugdteam_app.documenten.tekst import hoeveel, voluit
from jeugdteam_app.dossier.analyse import Hypothese
from jeugdteam_app.dossier.gezin import Adres, Afscherming, Gezag, Gezagsverhouding, Huishouden, Jeugdige, Persoon
from jeugdteam_app.dossier.keuze import Keuze, Wens
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import Eenheid, Frequentie, Omvang
from jeugdteam_app.productenboek.boek import Aanzien, Norm, Normstatus, Vindplaats
from jeugdteam_app.productenboek.codelijsten import categorieen
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.regels.uitkomst import als_json
from jeugdteam_app.werk import (
    advies,
    boeken,
    gemeente_en_team,
    instellingen,
    nummers,
    overhandigen,
    schrijven,
    toewijzen,
    vaststellen,
)
from tests.uitwisseling.schema import schema_als_het_er_is, schema_of_niet_gedraaid

JW = {
    "j": "http://www.istandaarden.nl/ijw/3_2/jw301/schema",
    "i": "http://www.istandaarden.nl/ijw/3_2/basisschema/schema",
}


def tekst_van(pdf: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages).split())


def test_besluit_en_bericht_dragen_dezelfde_toewijzing_veld_voor_veld(voorbeeldplek, sam):
    vast = toewijzen.lees(voorbeeldplek, *sam).vastgesteld
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, *sam))
    xml = etree.fromstring(overhandigen.bericht_xml(voorbeeldplek, *sam))
    product = xml.find(".//j:ToegewezenProduct", JW)

    def veld(pad):
        return product.findtext(pad, namespaces=JW)

    assert veld("j:Product/i:Code") == vast.inhoud.productcode == "54001"
    assert "54001 (Jeugd-ggz)" in pdf
    assert (veld("j:Omvang/i:Volume"), veld("j:Omvang/i:Eenheid"), veld("j:Omvang/i:Frequentie")) == ("12", "04", "6")
    assert "Hoeveel ten hoogste 12 uur in totaal" in pdf
    assert (veld("j:Ingangsdatum"), veld("j:Einddatum")) == ("2026-12-08", "2027-06-08")
    assert "8 december 2026" in pdf
    assert "Stopt uiterlijk op 8 juni 2027" in pdf
    assert veld("j:ToewijzingNummer") == "300201"
    assert vast.besluitnummer == "2026-000300201"
    assert vast.besluitnummer in pdf
    assert veld("j:Toewijzingsdatum") == vast.datum.isoformat() == "2026-11-24"
    assert xml.findtext(".//j:Header/j:Ontvanger", namespaces=JW) == vast.inhoud.aanbieder_agb
    assert vast.inhoud.aanbieder in pdf
    assert xml.findtext(".//j:Client/j:Bsn", namespaces=JW) == "999900006"
    assert "999900006" not in pdf


def _stel_vast(plek, dossier, sleutel):
    """Stelt vast, met een motivering waar die nog mist, en legt elk advies met een reden terzijde."""
    mist = {b.code for b in toewijzen.lees(plek, dossier, sleutel).bevindingen}
    delen = {
        "geen-motivering": "motivering",
        "geen-motivering-omvang": "motivering_omvang",
        "geen-resultaat": "resultaat",
    }
    if erbij := {deel: "Dat spraken we samen af." for code, deel in delen.items() if code in mist}:
        toewijzen.wijzig(plek, dossier, sleutel, **erbij)
    for bevinding in toewijzen.lees(plek, dossier, sleutel).bevindingen:
        toewijzen.leg_opzij(plek, dossier, sleutel, bevinding.code, "Samen besproken.")
    return vaststellen.stel_vast(plek, dossier, sleutel)


def _rijen(product):
    """Wat er volgens dit bericht in de tabel van de brief moet staan; leest alleen het bericht."""

    def veld(pad):
        return product.findtext(pad, namespaces=JW)

    code, categorie = veld("j:Product/i:Code"), veld("j:Product/i:Categorie")
    if code:
        yield f"Productcode {code} ({categorieen()[categorie]})"
    elif categorie:
        yield f"Soort hulp {categorieen()[categorie]}"
    if volume := veld("j:Omvang/i:Volume"):
        omvang = Omvang(int(volume), Eenheid(veld("j:Omvang/i:Eenheid")), Frequentie(veld("j:Omvang/i:Frequentie")))
        yield f"Hoeveel ten hoogste {hoeveel(omvang.volume, omvang.eenheid, omvang.frequentie)}"
    if budget := veld("j:Budget"):
        yield f"De hulp mag ten hoogste kosten {Geld(int(budget))}"
    yield f"Begint op {voluit(date.fromisoformat(veld('j:Ingangsdatum')))}"
    yield f"Stopt uiterlijk op {voluit(date.fromisoformat(veld('j:Einddatum')))}"
    yield f"-000{veld('j:ToewijzingNummer')}"
    yield voluit(date.fromisoformat(veld("j:Toewijzingsdatum")))


_UREN = {"volume": 3, "eenheid": Eenheid.UUR}


@pytest.mark.parametrize(
    ("anders", "alleen_in_de_brief"),
    [
        # 10 juni tot en met 9 september 2027 raakt 14 weken, 4 maanden en 92 dagen, en telt 13 zondagen en een staart.
        ({**_UREN, "frequentie": Frequentie.PER_WEEK}, "14 weken × 3 uur = 42 uur"),
        ({**_UREN, "frequentie": Frequentie.PER_MAAND}, "4 maanden × 3 uur = 12 uur"),
        ({**_UREN, "frequentie": Frequentie.PER_DAG}, "92 dagen × 3 uur = 276 uur"),
        ({**_UREN, "frequentie": Frequentie.TOTAAL}, ""),
        ({"volume": 45, "eenheid": Eenheid.MINUUT, "frequentie": Frequentie.PER_WEEK, "tarief": 9_000,
          "tarief_per": Eenheid.UUR}, "De hulp mag ten hoogste kosten € 945,00"),
        ({"volume": 2, "eenheid": Eenheid.STUKS_OUTPUT, "frequentie": Frequentie.PER_WEEK}, "14 zondagen × 2"),
        ({"volume": 4, "eenheid": Eenheid.ETMAAL, "frequentie": Frequentie.PER_MAAND}, "= 16 etmalen"),
        ({"volume": 90_000, "eenheid": Eenheid.EUROS, "frequentie": Frequentie.TOTAAL}, "kosten € 900,00"),
        ({"productcode": "", "volume": None, "budget": 125_050}, "kosten € 1.250,50"),
        ({"productcode": "", "categorie": "", "volume": None, "budget": 125_050}, "kosten € 1.250,50"),
    ],
)  # fmt: skip
def test_elke_vorm_van_toewijzen_staat_gelijk_in_brief_en_bericht(voorbeeldplek, sam, anders, alleen_in_de_brief):
    sleutel = tweede(
        voorbeeldplek, sam[0], ingangsdatum=date(2027, 6, 10), einddatum=date(2027, 9, 9),
        aanbieder="Thuishulp Voorbeeld (verzonnen)", aanbieder_agb="42420002", **anders,
    )  # fmt: skip
    vast = _stel_vast(voorbeeldplek, sam[0], sleutel)
    xml = etree.fromstring(overhandigen.bericht_xml(voorbeeldplek, sam[0], sleutel))
    if (schema := schema_als_het_er_is()) is not None:
        assert schema.validate(xml), schema.error_log
    (product,) = xml.findall(".//j:ToegewezenProduct", JW)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    for rij in _rijen(product):
        assert rij in pdf, rij
    assert alleen_in_de_brief in pdf
    assert xml.findtext(".//j:Header/j:Ontvanger", namespaces=JW) == vast.inhoud.aanbieder_agb
    assert f"Wie geeft de hulp {vast.inhoud.aanbieder}" in pdf
    grenzen = [product.find("j:Omvang", JW), product.find("j:Budget", JW)]
    assert sum(g is not None for g in grenzen) == 1, "precies één grens, zoals de standaard vraagt"


def test_het_besluit_heeft_wat_de_wet_vraagt(voorbeeldplek, sam):
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, *sam))
    for onderdeel in (
        "Artikel 2.3 van de Jeugdwet", "Voorbeeldverordening jeugdhulp 2026", "Artikel 5 (voorbeeld)",
        "bezwaar maken", "5 januari 2027", "namens het college", "Robin Proef", "CJG-coach", "vertrouwenspersoon",
        "zorg in natura", "Beste Noor en Karim", "000 - 000 00 02", "Hoe we afbouwen", "Wanneer we samen terugkijken", "Verandert er iets", "Waarom deze hulp past",
        "Noor Voorbeeld", "Voorbeeldlaan 12", "U vertelde ons",
    ):  # fmt: skip
        assert onderdeel in pdf, onderdeel
    assert "Concept" not in pdf
    assert "verzonnen" in pdf


def test_nog_eens_afdrukken_geeft_dezelfde_brief_ook_als_het_dossier_verandert(voorbeeldplek, sam):
    eerste = overhandigen.besluit_pdf(voorbeeldplek, *sam)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Anders")})
    gemeente_en_team.bewaar(voorbeeldplek, instellingen.profiel(voorbeeldplek).model_copy(update={"mandaat": ""}))
    assert overhandigen.besluit_pdf(voorbeeldplek, *sam) == eerste


def test_het_bericht_klopt_met_het_officiele_schema(voorbeeldplek, sam):
    schema = schema_of_niet_gedraaid()
    inhoud = overhandigen.bericht_xml(voorbeeldplek, *sam)
    assert schema.validate(etree.fromstring(inhoud)), schema.error_log
    persoon = voorbeeldplek.dossier(sam[0]).alle(Persoon)[0].sleutel
    for telefoon in ("06 12345678", "+31 (0)6-1234 5678"):
        schrijven.leg_vast(voorbeeldplek, sam[0], {(persoon, Persoon.telefoon): Bekend(telefoon)})
        inhoud = overhandigen.bericht_xml(voorbeeldplek, *sam)
        assert schema.validate(etree.fromstring(inhoud)), schema.error_log
        assert b"<ijw:Telefoonnummer>0612345678</ijw:Telefoonnummer>" in inhoud
    assert inhoud.count(b"\r\n") == inhoud.count(b"\n")
    assert not inhoud.startswith(b"\xef\xbb\xbf")


def test_elk_bericht_heeft_een_eigen_nummer(voorbeeldplek, sam):
    nummers = {
        etree.fromstring(overhandigen.bericht_xml(voorbeeldplek, *sam)).findtext(".//i:Identificatie", namespaces=JW)
        for _ in range(3)
    }
    assert len(nummers) == 3


def gebreken(plek, sam):
    return {g.code for g in overhandigen.bericht(plek, *sam).gebreken}


def test_het_bericht_zegt_wat_mist(voorbeeldplek, sam):
    dossier, sleutel = sam
    leeg = {
        (Jeugdige.soort, Jeugdige.bsn): Onbekend(), (Jeugdige.soort, Jeugdige.geslacht): Onbekend(),
        (voorbeeldplek.dossier(dossier).alle(Huishouden)[0].sleutel, Huishouden.adres): Bekend(Adres(straat="Laan")),
    }  # fmt: skip
    assert gebreken(voorbeeldplek, sam) == set()
    schrijven.leg_vast(voorbeeldplek, dossier, leeg)
    for persoon in voorbeeldplek.dossier(dossier).alle(Persoon):
        plaats = (f"gezag:{persoon.sleutel}", Gezagsverhouding.heeft_gezag)
        schrijven.leg_vast(voorbeeldplek, dossier, {plaats: Bekend(Gezag.NEE)})
    assert gebreken(voorbeeldplek, sam) == {"bsn", "geslacht", "adres", "gezagsdrager"}
    with pytest.raises(InvoerFout, match="bericht-onvolledig"):
        overhandigen.bericht_xml(voorbeeldplek, *sam)
    schrijven.leg_vast(voorbeeldplek, dossier, {(sleutel, Toegewezen.geen_bericht): Bekend(True)})
    assert gebreken(voorbeeldplek, sam) == {"veiligheid"}


def test_wie_ergens_anders_woont_krijgt_niet_het_verkeerde_adres(voorbeeldplek, sam):
    dossier = sam[0]
    schrijven.voeg_toe(voorbeeldplek, dossier, Huishouden, {Huishouden.naam: "Bij papa"})
    assert {"adres", "contact-gezagsdrager"} <= gebreken(voorbeeldplek, sam)
    eerste = voorbeeldplek.dossier(dossier).alle(Huishouden)[0].sleutel
    schrijven.leg_vast(voorbeeldplek, dossier, {(Jeugdige.soort, Jeugdige.huishouden): Bekend(eerste)})
    assert "adres" not in gebreken(voorbeeldplek, sam)


def test_wie_ergens_anders_staat_ingeschreven_krijgt_beide_adressen_in_het_bericht(voorbeeldplek, sam):
    dossier = sam[0]
    thuis = voorbeeldplek.dossier(dossier).alle(Huishouden)[0].sleutel
    oma = schrijven.voeg_toe(voorbeeldplek, dossier, Huishouden, {Huishouden.naam: "Bij oma"})
    woont, staat = (Jeugdige.soort, Jeugdige.huishouden), (Jeugdige.soort, Jeugdige.ingeschreven_bij)
    schrijven.leg_vast(voorbeeldplek, dossier, {woont: Bekend(oma), staat: Bekend(thuis)})
    bij_oma = Adres(straat="Omastraat", huisnummer="3", postcode="1234 AB", plaats="Elders")
    assert "adres" in gebreken(voorbeeldplek, sam)
    schrijven.leg_vast(voorbeeldplek, dossier, {(oma, Huishouden.adres): Bekend(bij_oma)})
    adressen = overhandigen.bericht(voorbeeldplek, *sam).bericht.adressen
    assert [(a.soort, a.straat) for a in adressen] == [("01", "Voorbeeldlaan"), ("03", "Omastraat")]
    schrijven.leg_vast(voorbeeldplek, dossier, {woont: Bekend(thuis)})
    assert [a.soort for a in overhandigen.bericht(voorbeeldplek, *sam).bericht.adressen] == ["03"]
    schrijven.leg_vast(
        voorbeeldplek, dossier, {woont: Bekend(oma), (thuis, Huishouden.adres): Bekend(Adres(straat="x"))}
    )
    assert "adres-inschrijving" in gebreken(voorbeeldplek, sam)


def tweede(plek, dossier, **anders):
    sleutel = toewijzen.begin(plek, dossier)
    delen = {
        "volume": 3, "eenheid": Eenheid.UUR, "frequentie": Frequentie.PER_WEEK, "ingangsdatum": date(2027, 7, 1),
        "einddatum": date(2027, 9, 1), "aanbieder": "Praktijk Voorbeeld (verzonnen)", "aanbieder_agb": "42420001",
        "resultaat": "Elke dag naar school", "motivering_omvang": "Volgens de behandelaar genoeg.", "eigen_tarief": 9_600,
        "afschalen": "Na de helft kijken we wat minder kan.", "afschalen_naar": "de juf",
    }  # fmt: skip
    delen |= anders
    delen.setdefault("afschalen_op", delen["ingangsdatum"])
    toewijzen.wijzig(plek, dossier, sleutel, **{"evaluatiedatum": delen["ingangsdatum"]} | delen)
    if "herhaling" in {b.code for b in toewijzen.lees(plek, dossier, sleutel).bevindingen}:
        for code in ("herhaling", "verlengen-zonder-terugblik"):
            toewijzen.leg_opzij(plek, dossier, sleutel, code, "De eerste hulp hielp, en is nog even nodig.")
    return sleutel


def test_stapelen_wordt_gezegd_voor_en_na_vaststellen(voorbeeldplek, sam):
    dossier, tegelijk = sam[0], {"ingangsdatum": date(2026, 12, 1), "einddatum": date(2027, 2, 1)}
    # Een jaar later terugkijken is een advies; wat tegenhoudt, staat erboven.
    bij_dezelfde = tweede(voorbeeldplek, dossier, evaluatiedatum=date(2028, 1, 3), **tegelijk)
    codes = [b.code for b in toewijzen.lees(voorbeeldplek, dossier, bij_dezelfde).bevindingen]
    assert codes[0] == "stapeling-zelfde-aanbieder"
    assert "evaluatie-buiten-periode" in codes
    toewijzen.leg_opzij(voorbeeldplek, dossier, bij_dezelfde, "stapeling-zelfde-aanbieder", "Toch.")
    with pytest.raises(InvoerFout, match="toets-stapeling-zelfde-aanbieder"):
        vaststellen.stel_vast(voorbeeldplek, dossier, bij_dezelfde)
    sleutel = tweede(voorbeeldplek, dossier, aanbieder="Een ander", aanbieder_agb="42420002", **tegelijk)
    assert {b.code for b in toewijzen.lees(voorbeeldplek, dossier, sleutel).bevindingen} == {"stapeling"}
    with pytest.raises(InvoerFout, match="toets-advies-open"):
        vaststellen.stel_vast(voorbeeldplek, dossier, sleutel)
    with pytest.raises(InvoerFout, match="opzij-zonder-reden"):
        toewijzen.leg_opzij(voorbeeldplek, dossier, sleutel, "stapeling", " ")
    toewijzen.leg_opzij(voorbeeldplek, dossier, sleutel, "stapeling", "De eerste hulp stopt die dag.")
    vaststellen.stel_vast(voorbeeldplek, dossier, sleutel)
    assert not gebreken(voorbeeldplek, (dossier, sleutel)), "elke aanbieder krijgt een eigen bericht"


def test_weer_hetzelfde_product_vraagt_een_reden(voorbeeldplek, sam):
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 1))
    gevonden = {b.code: b for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    assert gevonden["herhaling"].bron.document == "Meerjarenperspectief Noord-Veluwe (001)"


def test_het_bericht_noemt_alles_wat_bij_deze_aanbieder_loopt(voorbeeldplek, sam):
    dossier = sam[0]
    sleutel = tweede(voorbeeldplek, dossier, ingangsdatum=date(2027, 6, 9), einddatum=date(2027, 9, 1))
    vaststellen.stel_vast(voorbeeldplek, dossier, sleutel)
    elders = tweede(voorbeeldplek, dossier, aanbieder="Thuishulp Voorbeeld (verzonnen)", aanbieder_agb="42420002",
                    ingangsdatum=date(2027, 10, 1), einddatum=date(2027, 11, 1))  # fmt: skip
    vaststellen.stel_vast(voorbeeldplek, dossier, elders)
    bericht = overhandigen.bericht(voorbeeldplek, dossier, sleutel).bericht
    assert [p.nummer for p in bericht.producten] == [300201, 300202]


def test_zonder_nummerblok_is_het_een_concept_en_kan_het_later_alsnog(voorbeeldplek, sam):
    profiel = instellingen.profiel(voorbeeldplek)
    gemeente_en_team.bewaar(voorbeeldplek, profiel.model_copy(update={"nummerblok": None}))
    sleutel = tweede(voorbeeldplek, sam[0], ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 1))
    with pytest.raises(InvoerFout, match="toets-geen-blok"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)
    gemeente_en_team.bewaar(voorbeeldplek, profiel)
    vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)
    assert nummers.geef(voorbeeldplek, sam[0], sleutel) == 300202
    assert gebreken(voorbeeldplek, (sam[0], sleutel)) == set()


def test_vaststellen_kan_alleen_met_een_grens(voorbeeldplek, sam):
    sleutel = tweede(voorbeeldplek, sam[0], einddatum=None)
    with pytest.raises(InvoerFout, match="toets-geen-einddatum"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)
    with pytest.raises(InvoerFout, match="waarde-vorm"):
        toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, volume=0)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, einddatum=date(2027, 9, 1), volume=None)
    with pytest.raises(InvoerFout, match="toets-geen-omvang"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)


def test_zonder_profiel_is_het_een_concept(voorbeeldplek, sam):
    sleutel = tweede(voorbeeldplek, sam[0])
    gemeente_en_team.bewaar(voorbeeldplek, Profiel())
    with pytest.raises(InvoerFout, match="toets-profiel-onvolledig"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)
    assert "Concept. Dit is nog geen besluit" in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))


def test_de_keuze_bewaart_het_advies_van_toen(voorbeeldplek, sam):
    bewijs = waarde(voorbeeldplek.dossier(sam[0]).een(Keuze).inhoud).bewijs
    assert bewijs.feiten["klachten"] == "licht"
    assert bewijs.advies == json.loads(json.dumps(als_json(advies.advies(voorbeeldplek, sam[0]))))
    boek = instellingen.boek_van(voorbeeldplek, bewijs.boek, bewijs.boekversie)
    assert boek == instellingen.boek(voorbeeldplek)
    assert bewijs.feiten["gemeente"] == "0233", "ook wat het team en de gemeente zijn, hoort bij het bewijs"


@pytest.mark.parametrize(
    ("delen", "mist"),
    [
        (("", "Kort", "Dichtbij", Wens.VOLGT), "keuze-zonder-product"),
        (("basis-ggz", " ", "Dichtbij", Wens.VOLGT), "keuze-zonder-reden"),
        (("basis-ggz", "Kort", "Dichtbij", None), "keuze-zonder-wens"),
        (("basis-ggz", "Kort", " ", Wens.VOLGT), "keuze-zonder-voorkeur"),
        (("basis-ggz", "Kort", "Thuis", Wens.WIJKT_AF), "keuze-zonder-waarom"),
    ],
)
def test_kiezen_vraagt_wat_het_gezin_wil(voorbeeldplek, sam, delen, mist):
    with pytest.raises(InvoerFout, match=mist):
        advies.kies(voorbeeldplek, sam[0], *delen)
    assert advies.kies(voorbeeldplek, sam[0], "basis-ggz", "Kort", "", Wens.NIET_BESPROKEN).wens is Wens.NIET_BESPROKEN


def test_een_ontwerp_houdt_het_boek_waarmee_het_is_gekozen(voorbeeldplek, sam):
    oud = instellingen.boek(voorbeeldplek)
    nieuw = oud.model_copy(update={"versie": "nieuw", "geldig_van": date(2026, 11, 1), "aanzien": Aanzien.VASTGESTELD})
    boeken.neem_over(voorbeeldplek, nieuw)
    assert instellingen.boek(voorbeeldplek).versie == "nieuw"
    sleutel = tweede(voorbeeldplek, sam[0], ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 1))
    assert toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud.boekversie == oud.versie
    assert {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen} == {"boek-vernieuwd"}
    assert _stel_vast(voorbeeldplek, sam[0], sleutel).boekversie == oud.versie


def test_een_voorbeeldgezin_krijgt_geen_nummer_uit_een_echt_blok_en_geen_bericht(voorbeeldplek, sam):
    echt = instellingen.profiel(voorbeeldplek).model_copy(update={"voorbeeld": False})
    gemeente_en_team.bewaar(voorbeeldplek, echt)
    sleutel = tweede(voorbeeldplek, sam[0], ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 1))
    vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)
    assert nummers.geef(voorbeeldplek, sam[0], sleutel) is None
    assert gebreken(voorbeeldplek, (sam[0], sleutel)) == {"voorbeeld", "toewijzingnummer"}
    with pytest.raises(InvoerFout, match="bericht-onvolledig"):
        overhandigen.bericht_xml(voorbeeldplek, sam[0], sleutel)


def test_is_een_bericht_elders_niet_veilig_dan_zegt_iemand_eerst_of_het_hier_wel_kan(voorbeeldplek, sam):
    dossier, eerste = sam
    anders = {"aanbieder": "Praktijk Overkant (verzonnen)", "aanbieder_agb": "42420002"}
    sleutel = tweede(voorbeeldplek, dossier, **anders)
    _stel_vast(voorbeeldplek, dossier, sleutel)
    assert gebreken(voorbeeldplek, (dossier, sleutel)) == set()
    schrijven.leg_vast(voorbeeldplek, dossier, {(eerste, Toegewezen.geen_bericht): Bekend(True)})
    assert gebreken(voorbeeldplek, (dossier, sleutel)) == {"veiligheid-elders"}
    schrijven.leg_vast(voorbeeldplek, dossier, {(sleutel, Toegewezen.geen_bericht): Bekend(False)})
    assert gebreken(voorbeeldplek, (dossier, sleutel)) == set()
    assert gebreken(voorbeeldplek, sam) == {"veiligheid"}


def test_een_bericht_gaat_niet_als_een_van_de_hulpen_erin_niet_veilig_is(voorbeeldplek, sam):
    dossier, eerste = sam
    sleutel = tweede(voorbeeldplek, dossier, ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 1))
    vaststellen.stel_vast(voorbeeldplek, dossier, sleutel)
    schrijven.leg_vast(voorbeeldplek, dossier, {(eerste, Toegewezen.geen_bericht): Bekend(True)})
    assert gebreken(voorbeeldplek, (dossier, sleutel)) == {"veiligheid"}


def test_een_nummer_verandert_niet_meer(voorbeeldplek, sam):
    assert nummers.geef(voorbeeldplek, *sam) == 300201
    assert toewijzen.lees(voorbeeldplek, *sam).nummer == 300201


@pytest.mark.parametrize(
    ("tarief", "telt", "per"),
    [("eurocent per etmaal", Eenheid.ETMAAL, Eenheid.ETMAAL), ("eurocent per stuk", Eenheid.STUKS_OUTPUT, Eenheid.STUKS_OUTPUT),
     ("eurocent per stuk", Eenheid.UUR, None), ("eurocent per traject", Eenheid.UUR, None)],
)  # fmt: skip
def test_het_tarief_van_het_boek_gaat_mee_met_zijn_eenheid(voorbeeldplek, sam, monkeypatch, tarief, telt, per):
    boek = instellingen.boek(voorbeeldplek)
    bron = Vindplaats(document="boek", plaats="regel 1")
    norm = Norm(waarde=25_000, eenheid=tarief, status=Normstatus.VASTGESTELD, bron=bron)
    producten = tuple(
        p.model_copy(update={"tarief": norm, "eenheid": telt}) if p.id == "basis-ggz" else p for p in boek.producten
    )
    monkeypatch.setattr(instellingen, "boek_van", lambda *_welk: boek.model_copy(update={"producten": producten}))
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    inhoud = toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud
    assert (inhoud.tarief, inhoud.tarief_per) == ((25_000, per) if per else (None, None))


def test_wat_is_afgeschermd_komt_niet_in_de_motivering_van_een_ontwerp(voorbeeldplek, sam):
    dossier, _sleutel = sam
    verklaring = schrijven.voeg_toe(voorbeeldplek, dossier, Hypothese, {Hypothese.wat_helpt: "GEHEIM VOOR KARIM"})
    ander = schrijven.voeg_toe(voorbeeldplek, dossier, Hypothese, {Hypothese.wat_helpt: "Dit mag iedereen weten."})
    [karim] = [p for p in voorbeeldplek.dossier(dossier).alle(Persoon) if waarde(p.voornamen) == "Karim"]
    afgeschermd = {(f"{Afscherming.soort}:{verklaring}", Afscherming.niet_voor): Bekend((karim.sleutel,))}
    schrijven.leg_vast(voorbeeldplek, dossier, afgeschermd)
    ontwerp = toewijzen.lees(voorbeeldplek, dossier, toewijzen.begin(voorbeeldplek, dossier))
    assert "Dit mag iedereen weten." in ontwerp.inhoud.motivering, ander
    assert "GEHEIM" not in ontwerp.inhoud.motivering
