"""De PDF's: geldig en getagd, in de goede leesvolgorde, en nooit tegengehouden door een teken."""

from datetime import UTC, date, datetime
from io import BytesIO

import page
import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from jeugdteam_app.documenten import advies as advies_document
from jeugdteam_app.documenten import besluit, gezinsplan, intakeformulier, lege_bladen
from jeugdteam_app.documenten.zetten import ONBEKEND_TEKEN
from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.aanmelding import Ontvanger
from jeugdteam_app.dossier.kansencirkel import Element
from jeugdteam_app.dossier.perspectiefplan import Leefgebied
from jeugdteam_app.dossier.toewijzing import Toewijzing, Weigergrond
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.productenboek.boek import boeken, laad
from jeugdteam_app.productenboek.profiel import Profiel, voorbeeldprofiel
from jeugdteam_app.regels import advies
from jeugdteam_app.regels.uitkomst import DELEN, als_json
from jeugdteam_app.werk import overhandigen

MOMENT = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
LASTIG = "Ünal, Żaneta, Олена, 漢字, 🙂, #kop *vet* $x$ @a <b> [c] \\ \" ' — €"
DOSSIER = uitwisselvorm.lees(
    {
        "gezin": {"naam": "Familie Voorbeeld", "is_voorbeeld": True},
        "jeugdige": {"roepnaam": "Sam", "achternaam": "Voorbeeld", "geboortedatum": "2009-05-01"},
        "doel_lijst": [{"tekst": LASTIG}, {"tekst": "Tweede doel"}],
        "familiegroepsplan": {"onze_vraag": "Eerste regel\nTweede regel"},
        "persoon_lijst": [{"voornamen": "Noor", "rol": "ouder", "kan_helpen_met": "brengt"}],
        "leefgebieden": {"wonen": {"nu": "thuis"}},
    }
)
TOEWIJZING = Toewijzing(productnaam="Begeleiding", categorie="45", motivering=LASTIG, budget=100_000)


def plan():
    return gezinsplan.maak(DOSSIER, voorbeeldprofiel(), MOMENT)


def concept(profiel=None):
    return besluit.maak(DOSSIER, TOEWIJZING, None, profiel or voorbeeldprofiel(), MOMENT)


ALLE = pytest.mark.parametrize(
    "maak", [plan, concept, lambda: concept(Profiel())], ids=["plan", "besluit", "zonder profiel"]
)


def tekst(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(blad.get_textpage().get_text_range() for blad in document)


@ALLE
def test_geldig_pdf_ua_en_pdf_a_volgens_een_ander_programma(maak):
    rapport = page.validate_pdf_bytes(maak(), profile=page.ValidationProfile.PDF_UA_1)
    assert rapport.is_compliant, rapport.failures
    rapport = page.validate_pdf_bytes(maak(), profile=page.ValidationProfile.PDF_A_2A)
    assert rapport.is_compliant, rapport.failures


def structuur(pdf: bytes) -> list[str]:
    """De soorten onderdelen in leesvolgorde."""
    boom = PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]
    uit: list[str] = []

    def loop(deel):
        deel = deel.get_object() if hasattr(deel, "get_object") else deel
        if isinstance(deel, DictionaryObject):
            if "/S" in deel:
                uit.append(str(deel["/S"]))
            kinderen = deel.get("/K", [])
            kinderen = kinderen.get_object() if hasattr(kinderen, "get_object") else kinderen
            for kind in kinderen if isinstance(kinderen, list) else [kinderen]:
                loop(kind)

    loop(boom)
    return uit


@ALLE
def test_koppen_en_tabelkoppen_zijn_echt_en_in_volgorde(maak):
    soorten = structuur(maak())
    assert soorten.count("/H1") == 1
    assert soorten.index("/H1") < soorten.index("/H2")
    assert soorten.count("/TH") >= 2
    assert soorten.index("/TH") < soorten.index("/TD")


def wat_past(boek="noord-veluwe"):
    gekozen = laad(boek)
    dossier = uitwisselvorm.lees(
        {
            "jeugdige": {"roepnaam": "Sam", "geboortedatum": "2014-05-01"},
            "gezin": {"is_voorbeeld": True},
            "afweging": {"klachten": "licht", "hulp_voor": ["kind"], "enkelvoudig": "ja", "netwerk_kan": "ja"},
        }
    )
    uitkomst = als_json(advies.advies(dossier, gekozen, MOMENT.date()))
    return advies_document.maak(dossier, uitkomst, gekozen, voorbeeldprofiel(), MOMENT, {}), uitkomst


def test_het_advies_op_papier_is_geldig_heeft_koppen_en_zegt_dat_het_geen_besluit_is():
    pdf, uitkomst = wat_past()
    for profiel in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        rapport = page.validate_pdf_bytes(pdf, profile=profiel)
        assert rapport.is_compliant, rapport.failures
    soorten = structuur(pdf)
    assert (soorten.count("/H1"), soorten.count("/H2")) == (1, len([d for d in DELEN if uitkomst[d]]))
    assert soorten.count("/H3") == sum(len(uitkomst[d]) for d in DELEN)
    inhoud = " ".join(tekst(pdf).split())
    for zin in ("Wat past bij Sam", "Dit is geen besluit", "niet het echte productenboek", "Basis-ggz: ja",
                "Omdat: Hoe zwaar zijn de psychische klachten? licht", "(001), regel 2522", "Wat niet past, en waarom"):  # fmt: skip
        assert zin in inhoud


@pytest.mark.parametrize("boek", [b for b in boeken() if b != "ijmond-2018"])
def test_het_advies_van_elke_regio_past_op_papier(boek):
    pdf, _uitkomst = wat_past(boek)
    assert ONBEKEND_TEKEN not in tekst(pdf)


def test_de_leesvolgorde_is_die_van_het_verhaal():
    inhoud = tekst(plan())
    plekken = [inhoud.index(k) for k in ("Ons plan: Familie Voorbeeld", "Wat is onze vraag?", "Eerste regel", "Tweede regel",
                                         "Wie horen bij ons", "Onze doelen", "Het perspectiefplan van Sam")]  # fmt: skip
    assert plekken == sorted(plekken)


@ALLE
def test_een_teken_dat_niet_kan_wordt_zichtbaar_vervangen_en_niets_is_opmaak(maak):
    inhoud = " ".join(tekst(maak()).split())
    assert f"Ünal, Żaneta, Олена, {ONBEKEND_TEKEN * 2}, {ONBEKEND_TEKEN}, #kop *vet* $x$ @a <b> [c] \\" in inhoud
    assert "stond een teken dat wij niet kunnen afdrukken" in inhoud


def test_dezelfde_gegevens_geven_dezelfde_bytes_en_alle_letters_zitten_erin():
    assert plan() == plan()
    letters = [
        f["/FontDescriptor"] if "/FontDescriptor" in f else f["/DescendantFonts"][0]["/FontDescriptor"]
        for blad in PdfReader(BytesIO(plan())).pages
        for f in (ref.get_object() for ref in blad["/Resources"]["/Font"].values())
    ]
    assert letters
    assert all({"/FontFile2", "/FontFile3"} & set(letter.get_object()) for letter in letters)


def test_vanaf_zestien_staan_alle_gebieden_er_ook_wat_nog_open_is():
    inhoud = tekst(plan())
    for gebied in ("Wonen", "Geld en inkomen", "Je goed voelen", "School en werk", "Mensen die er voor je zijn"):
        assert gebied in inhoud
    assert "nog niet besproken" in inhoud


def test_zonder_profiel_staat_er_overal_dat_het_een_concept_is():
    inhoud = tekst(concept(Profiel()))
    assert "Concept. Dit is nog geen besluit" in inhoud
    assert "Concept, nog geen besluit" in inhoud
    assert "mandaat: nog niet ingevuld" in inhoud


def test_het_lege_formulier_is_in_te_vullen_en_terug_te_lezen():
    lezer = PdfReader(BytesIO(intakeformulier.maak()))
    velden = lezer.get_fields()
    assert len([naam for naam in velden if not naam.startswith("naam-")]) == 14
    assert all(v.get("/TU") for v in velden.values())
    assert intakeformulier.maak() == intakeformulier.maak()


HEEL_PLAN = {
    "familiegroepsplan": {"stap": "gemaakt", "willen_later": "Weer op vakantie"},
    "zorg_lijst": [{"van": "Oma Toos", "tekst": "dat Sam stil wordt"}],
    "doel_lijst": [{"sleutel": "doel:een", "tekst": "Rust"}],
    "actie_lijst": [
        {"doel": "doel:een", "wat": "Tas klaarzetten", "wie": "Noor", "wanneer": "2026-12-01"},
        {"doel": "doel:weg", "wat": "Hoort bij een doel dat er niet meer is"},
    ],
    "instemming_lijst": [
        {"inhoud": {"waarover": "familiegroepsplan", "wie": "Opa Wim", "eens": "oneens", "eigen_woorden": "Te snel."}},
        {"inhoud": {"waarover": "perspectiefplan", "wie": "Sam", "eens": "eens"}},
    ],
    "perspectiefplan": {"steunfiguur": "Tante Els", "opnieuw_op": "2027-03-01"},
    "leefgebieden": {"wonen": {"zelf": "Koken", "cijfer": 4, "wetten": ["wmo"], "plan_b": "Bij oma slapen"}},
    "regelzaken": {"digid": {"hoe_ver": "bezig", "wie": "Sam zelf"}},
}


def test_alles_wat_samen_is_opgeschreven_staat_op_het_plan_van_de_familie():
    pdf = gezinsplan.maak(uitwisselvorm.lees(HEEL_PLAN), voorbeeldprofiel(), MOMENT)
    gelezen = tekst(pdf).split()
    heel = " ".join(gelezen)
    for stuk in (
        "Weer op vakantie", "Oma Toos: dat Sam stil wordt", "Tas klaarzetten Noor 1 december 2026",
        "Wie is het eens met het familiegroepsplan?", "Opa Wim niet mee eens Te snel.",
        "Wie is het eens met het perspectiefplan?", "Tante Els", "Koken", "Wmo", "Bij oma slapen", "1 maart 2027",
        "DigiD en Berichtenbox mee bezig Sam zelf",
    ):  # fmt: skip
        assert stuk in heel, stuk
    assert "Hoort bij een doel" not in heel
    assert "4" not in gelezen, "het cijfer blijft bij het gesprek"
    assert page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).is_compliant


def test_lege_bladen_zijn_leeg_en_compleet():
    velden = PdfReader(BytesIO(lege_bladen.perspectiefplan())).get_fields()
    assert {f"{gebied}-{deel}" for gebied in Leefgebied for deel in ("nu", "wil", "zelf", "actie", "risico")} < set(
        velden
    )
    assert not any(veld.value for veld in velden.values())
    wiel = tekst(lege_bladen.kansencirkel())
    assert all(woord(element) in wiel for element in Element)
    assert wiel.count("Kleur elk vak") == 2


def test_op_een_leeg_wiel_is_plek_voor_naam_en_dag_en_op_de_toestemming_voor_nee():
    wiel = tekst(lege_bladen.kansencirkel())
    assert (wiel.count("Naam:"), wiel.count("Dag:")) == (2, 2), "twee losse vellen, elk van iemand en van een dag"
    velden = PdfReader(BytesIO(lege_bladen.toestemming())).get_fields()
    waarvoor = ("hulp", *(f"delen-{wie}" for wie in Ontvanger))
    assert {f"{wat}-{antwoord}" for wat in waarvoor for antwoord in ("ja", "nee")} < set(velden)
    gelezen = tekst(lege_bladen.toestemming())
    assert (gelezen.count("Ja"), gelezen.count("Nee")) == (6, 7), "en de uitleg dat nee zeggen mag"


def test_losse_bladen_van_twee_gezinnen_raken_niet_door_elkaar():
    bladen = PdfReader(BytesIO(lege_bladen.perspectiefplan())).pages
    assert len(bladen) > 1
    for nummer, blad in enumerate(bladen, 1):
        gelezen = blad.extract_text()
        assert "Naam van het kind:" in gelezen
        assert f"bladzijde {nummer}" in gelezen


@pytest.mark.parametrize("blad", list(overhandigen.LeegBlad))
def test_elk_leeg_blad_is_leeg_en_steekt_nergens_uit(blad):
    pdf = overhandigen.leeg_blad_pdf(blad)
    for veld in (PdfReader(BytesIO(pdf)).get_fields() or {}).values():
        assert veld.value in {None, "", "/Off"}
    with pypdfium2.PdfDocument(pdf) as document:
        for bladzijde in document:
            vlak = bladzijde.get_textpage()
            randen = [vlak.get_charbox(n) for n in range(vlak.count_chars())]
            assert all(links >= 0 and rechts <= bladzijde.get_width() for links, _o, rechts, _b in randen)


# Wat reportlab niet kan: structuur, en de kenmerken die zeggen dat die er is. Het staat op de pagina over grenzen.
NIET_BEREIKT = {
    "CONTENT-TAGGING", "FONT-UNICODE-VALUE", "ID-PART", "ID-SCHEMA", "METADATA-STRUCTURE", "METADATA-TITLE",
    "PAGE-TABS", "STRUCT-TREE-ROOT", "TAGGED-DOCUMENT", "WIDGET-FORM-TAG",
}  # fmt: skip


@pytest.mark.parametrize("blad", list(overhandigen.LeegBlad))
def test_een_leeg_blad_is_zo_toegankelijk_als_reportlab_kan(blad):
    pdf = overhandigen.leeg_blad_pdf(blad)
    rapport = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    mist = {fout.rule_id.removeprefix("PDFUA1-").removesuffix("-001") for fout in rapport.failures}
    assert mist <= NIET_BEREIKT, "taal, letters en titel in de balk horen er wel te zijn"


def test_wat_niet_wordt_toegekend_staat_in_het_besluit_met_de_reden():
    anders = TOEWIJZING.model_copy(
        update={
            "niet_toegekend": "Een tweede behandelaar.", "weigergrond": Weigergrond.NIET_NODIG,
            "waarom_niet": "Eén behandelaar is nu genoeg.",
        }
    )  # fmt: skip
    gelezen = " ".join(tekst(besluit.maak(DOSSIER, anders, None, voorbeeldprofiel(), MOMENT)).split())
    assert "Wat u vroeg en niet krijgt" in gelezen
    assert "De reden: deze hulp is nu niet nodig. Eén behandelaar is nu genoeg." in gelezen
    assert "niet krijgt" not in " ".join(tekst(concept()).split())


@pytest.mark.parametrize(("dag", "zin"), [(MOMENT, "wordt u 18 jaar"), (MOMENT.replace(year=2028), "werd u 18 jaar")])
def test_een_verjaardag_die_geweest_is_komt_niet_meer(dag, zin):
    tot = TOEWIJZING.model_copy(update={"ingangsdatum": date(2027, 1, 1), "einddatum": date(2028, 12, 31)})
    gelezen = " ".join(tekst(besluit.maak(DOSSIER, tot, None, voorbeeldprofiel(), dag)).split())
    assert f"Op 1 mei 2027 {zin}" in gelezen
