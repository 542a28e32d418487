"""Het besluit met zijn gegevens erin: geldig, na te rekenen, en een veranderde letter valt op."""

from __future__ import annotations

import io
import json
from datetime import date

import page
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from jeugdteam_app.documenten import besluitbestand
from jeugdteam_app.documenten.besluitbestand import NAAM, Uitslag, kijk_na
from jeugdteam_app.dossier.toewijzing import Opzij, Toegewezen, Vaststelling
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.opdrachtregel.hoofd import hoofd
from jeugdteam_app.werk import dossiers, overhandigen, schrijven, toewijzen, vaststellen
from tests.werk.test_toewijzen_en_overhandigen import tweede


@pytest.fixture
def vast(voorbeeldplek):
    dossier = dossiers.overzicht(voorbeeldplek)[0].id
    return waarde(voorbeeldplek.dossier(dossier).alle(Toegewezen)[0].vastgesteld)


@pytest.fixture
def pdf(vast):
    return besluitbestand.maak(vast)


def met_gegevens(pdf, verander):
    """Hetzelfde bestand, met andere gegevens erin."""
    schrijver = PdfWriter(clone_from=io.BytesIO(pdf))
    gelezen = json.loads(PdfReader(io.BytesIO(pdf)).attachments[NAAM][0])
    verander(gelezen)
    uit = io.BytesIO()
    nieuw = PdfWriter()
    for bladzijde in schrijver.pages:
        nieuw.add_page(bladzijde)
    nieuw.add_attachment(NAAM, json.dumps(gelezen).encode())
    nieuw.write(uit)
    return uit.getvalue()


def test_geldig_als_pdf_ua_en_pdf_a_en_het_klopt(pdf, vast):
    for profiel in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        rapport = page.validate_pdf_bytes(pdf, profile=profiel)
        assert rapport.is_compliant, rapport.failures
    gevonden = kijk_na(pdf)
    assert gevonden.uitslag is Uitslag.KLOPT
    assert gevonden.besluitnummer == vast.besluitnummer
    gelezen = " ".join(" ".join(b.extract_text() for b in PdfReader(io.BytesIO(pdf)).pages).split())
    assert " ".join(gevonden.kenmerk[n : n + 4] for n in range(0, 32, 4)) in gelezen


def test_een_ander_bedrag_in_de_gegevens_valt_op(pdf):
    def verander(gelezen):
        gelezen["gegevens"]["besluit"]["inhoud"]["volume"] += 1

    assert kijk_na(met_gegevens(pdf, verander)).uitslag is Uitslag.GEGEVENS_VERANDERD


def test_wie_het_kenmerk_meeverandert_houdt_andere_bladzijden(pdf):
    def verander(gelezen):
        gelezen["gegevens"]["besluit"]["inhoud"]["volume"] += 1
        gelezen["kenmerk"] = besluitbestand.kenmerk(gelezen["gegevens"])

    assert kijk_na(met_gegevens(pdf, verander)).uitslag is Uitslag.BLADZIJDEN_VERANDERD


def _opnieuw_gezet(vast, **gezet_met):
    """Het besluit zoals een andere versie van het programma het zou zetten."""
    anders = besluitbestand._gezet_met() | gezet_met
    return besluitbestand._zet(besluitbestand._kern(vast), vast.gezet_op, anders)


def test_een_sjabloon_dat_deze_versie_niet_kent_is_niet_na_te_kijken_en_dus_geen_ja(vast, tmp_path, capsys):
    anders = _opnieuw_gezet(vast, sjabloon="0" * 64)
    assert kijk_na(anders).uitslag is Uitslag.ANDER_SJABLOON
    (pad := tmp_path / "besluit.pdf").write_bytes(anders)
    assert hoofd(["controleer", str(pad)]) == 3
    assert "kent het sjabloon" in capsys.readouterr().err


def test_een_andere_zetter_telt_als_elk_woord_gelijk_is(vast, tmp_path, capsys):
    PdfWriter(clone_from=io.BytesIO(_opnieuw_gezet(vast, zetter="typst 0.0.1"))).write(anders := io.BytesIO())
    assert kijk_na(anders.getvalue()).uitslag is Uitslag.WOORDEN_GELIJK
    (pad := tmp_path / "besluit.pdf").write_bytes(anders.getvalue())
    assert hoofd(["controleer", str(pad)]) == 0
    assert "elk woord erop en het bericht erin zijn gelijk" in capsys.readouterr().out


def test_zeggen_dat_een_andere_zetter_het_zette_verbergt_geen_ander_bericht(vast):
    if not vast.bericht:
        pytest.skip("dit besluit heeft geen bericht")
    schrijver = PdfWriter(clone_from=io.BytesIO(_opnieuw_gezet(vast, zetter="typst 0.0.1")))
    for bestand in schrijver.attachment_list:
        if bestand.name == besluitbestand.BERICHT:
            bestand.content = bestand.content.replace(b"12", b"99")
    schrijver.write(uit := io.BytesIO())
    assert kijk_na(uit.getvalue()).uitslag is Uitslag.BLADZIJDEN_VERANDERD


@pytest.mark.parametrize("veranderd", ["bladzijde erbij", "bladzijde weg"])
def test_zeggen_dat_een_andere_zetter_het_zette_verbergt_geen_andere_bladzijden(vast, veranderd):
    pdf = _opnieuw_gezet(vast, zetter="typst 0.0.1")
    schrijver = PdfWriter(clone_from=io.BytesIO(pdf))
    if veranderd == "bladzijde erbij":
        schrijver.add_blank_page(200, 200)
    else:
        schrijver.remove_page(len(schrijver.pages) - 1)
    schrijver.write(uit := io.BytesIO())
    assert kijk_na(uit.getvalue()).uitslag is Uitslag.BLADZIJDEN_VERANDERD


def test_wat_ooit_met_een_eerder_sjabloon_is_gezet_blijft_na_te_kijken(vast):
    eerder = {
        afdruk: map_ for afdruk, map_ in besluitbestand.sjablonen().items() if afdruk != besluitbestand.sjabloon()
    }
    assert eerder
    # Een brief van toen had de som in een eigen kader.
    vast = vast.model_copy(update={"brief": vast.brief | {"som": "3 weken × 2 uur = 6 uur.", "kop_som": "De som"}})
    for afdruk, map_ in eerder.items():
        gezet_met = besluitbestand._gezet_met() | {"sjabloon": afdruk}
        pdf = besluitbestand._zet(besluitbestand._kern(vast), vast.gezet_op, gezet_met, map_)
        assert kijk_na(pdf).uitslag is Uitslag.KLOPT
        assert kijk_na(pdf).kenmerk == kijk_na(besluitbestand.maak(vast)).kenmerk


def test_een_sjabloon_verandert_niet_zonder_dat_het_oude_bewaard_blijft():
    """Verandert een sjabloon? Zet het oude in ``sjablonen/eerder`` en de nieuwe afdruk onderaan deze lijst."""
    uitgegeven = (MIDDELEN / "sjablonen" / "uitgegeven.txt").read_text(encoding="utf-8").split()
    assert set(uitgegeven) == set(besluitbestand.sjablonen())
    assert uitgegeven[-1] == besluitbestand.sjabloon()


def test_in_het_besluit_zit_de_toewijzing_uit_het_bericht_met_hetzelfde_kenmerk(voorbeeldplek, pdf, vast):
    """Eén afdruk voor papier, gegevens en bericht; en niets waaraan te zien is wie het kind is."""
    gevonden = kijk_na(pdf)
    los = PdfReader(io.BytesIO(pdf)).attachments[besluitbestand.BERICHT][0]
    assert "999900006" not in los.decode()
    dossier = dossiers.overzicht(voorbeeldplek)[0].id
    sleutel = voorbeeldplek.dossier(dossier).alle(Toegewezen)[0].sleutel
    bericht = overhandigen.bericht_xml(voorbeeldplek, dossier, sleutel)
    ruimte = "{http://www.istandaarden.nl/ijw/3_2/jw301/schema}"
    uit_pdf, [uit_bericht] = etree.fromstring(los), etree.fromstring(bericht).findall(f".//{ruimte}ToegewezenProduct")
    plat = [(e.tag, (e.text or "").strip()) for e in uit_pdf.iter()]
    assert plat == [(e.tag, (e.text or "").strip()) for e in uit_bericht.iter()]
    verwijzing = uit_bericht.findtext(f"{ruimte}Commentaar")
    assert verwijzing == besluitbestand.verwijzing(vast)
    assert vast.besluitnummer in verwijzing
    assert gevonden.kenmerk[:4] in verwijzing


def test_is_een_bericht_niet_veilig_dan_zit_het_ook_niet_in_het_besluit(voorbeeldplek):
    dossier = dossiers.overzicht(voorbeeldplek)[0].id
    sleutel = tweede(voorbeeldplek, dossier, ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 1))
    schrijven.leg_vast(voorbeeldplek, dossier, {(sleutel, Toegewezen.geen_bericht): Bekend(True)})
    vast = vaststellen.stel_vast(voorbeeldplek, dossier, sleutel)
    assert list(PdfReader(io.BytesIO(besluitbestand.maak(vast))).attachments) == [NAAM]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_een_veranderde_byte_is_nooit_in_orde(data):
    pdf = _PDF[0]
    plek = data.draw(st.integers(0, len(pdf) - 1))
    anders = bytes([pdf[plek] ^ data.draw(st.integers(1, 255))])
    try:
        gevonden = kijk_na(pdf[:plek] + anders + pdf[plek + 1 :])
    except Fout:
        return
    assert gevonden.uitslag is not Uitslag.KLOPT


_PDF: list[bytes] = []


@pytest.fixture(autouse=True)
def _bewaar(pdf):
    _PDF[:] = [pdf]


@pytest.mark.parametrize("inhoud", [b"", b"%PDF-1.7 niets", b"tekst"])
def test_wat_geen_besluit_is_krijgt_een_zin(inhoud):
    with pytest.raises(InvoerFout, match="besluit-"):
        kijk_na(inhoud)


def test_de_qr_code_zegt_het_nummer_en_het_kenmerk(pdf, vast):
    """Van papier gelezen: de laatste bladzijde als beeld, door een gewone lezer van QR-codes."""
    with pypdfium2.PdfDocument(pdf) as document:
        beeld = document[len(document) - 1].render(scale=3).to_pil().convert("L")
    [code] = zxingcpp.read_barcodes(beeld)
    assert code.text == f"jeugdteam:besluit:{vast.besluitnummer}:{kijk_na(pdf).kenmerk}"


def test_vanaf_de_opdrachtregel(pdf, tmp_path, capsys):
    (pad := tmp_path / "besluit.pdf").write_bytes(pdf)
    assert hoofd(["controleer", str(pad)]) == 0
    uit = capsys.readouterr().out
    assert "niets veranderd" in uit
    assert "geen handtekening" in uit
    pad.write_bytes(met_gegevens(pdf, lambda g: g["gegevens"]["besluit"].update(door="Iemand anders")))
    assert hoofd(["controleer", str(pad)]) == 3
    assert "veranderd nadat het besluit is gemaakt" in capsys.readouterr().err


def test_is_er_van_de_gegevens_geen_brief_te_maken_dan_is_dat_niet_onze_fout(pdf, tmp_path, capsys):
    """Wie de brief in de gegevens verandert en het kenmerk opnieuw uitrekent, hoort dat het geen besluit is."""

    def vervals(gelezen):
        gelezen["gegevens"]["besluit"]["brief"] = {"titel": ["geen brief"]}
        gelezen["kenmerk"] = besluitbestand.kenmerk(gelezen["gegevens"])

    (pad := tmp_path / "besluit.pdf").write_bytes(met_gegevens(pdf, vervals))
    assert hoofd(["controleer", str(pad)]) == 3
    assert "onze fout" not in capsys.readouterr().err


def test_een_concept_heeft_geen_gegevens(voorbeeldplek):
    dossier = dossiers.overzicht(voorbeeldplek)[0].id
    sleutel = toewijzen.begin(voorbeeldplek, dossier)
    with pytest.raises(InvoerFout, match="besluit-zonder-gegevens"):
        kijk_na(overhandigen.besluit_pdf(voorbeeldplek, dossier, sleutel))


def test_waarom_iemand_een_advies_opzij_legde_gaat_niet_mee(vast):
    anders = vast.model_copy(
        update={"inhoud": vast.inhoud.model_copy(update={"opzij": (Opzij(code="x", reden="INTERN"),)})}
    )
    gegevens = PdfReader(io.BytesIO(besluitbestand.maak(anders))).attachments[NAAM][0]
    assert b"INTERN" not in gegevens


def test_een_besluit_van_voor_een_nieuw_veld_houdt_zijn_kenmerk(vast):
    """Wat is bewaard, kent een later veld niet; dat komt er bij afdrukken ook niet bij."""
    ruw = vast.model_dump(mode="json")
    del ruw["inhoud"]["over_voor_oud"]
    oud = Vaststelling.model_validate_json(json.dumps(ruw))
    gegevens = json.loads(PdfReader(io.BytesIO(besluitbestand.maak(oud))).attachments[NAAM][0])
    assert "over_voor_oud" not in gegevens["gegevens"]["besluit"]["inhoud"]
    assert kijk_na(besluitbestand.maak(oud)).uitslag is Uitslag.KLOPT


def test_een_aantekening_over_een_woord_valt_ook_op_bij_een_andere_zetter(pdf, monkeypatch):
    monkeypatch.setattr(besluitbestand, "_zetter", lambda: "typst van later")
    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    schrijver.add_annotation(0, FreeText(text="120 uur in totaal", rect=(50, 550, 200, 650)))
    schrijver.write(veranderd := io.BytesIO())
    assert kijk_na(veranderd.getvalue()).uitslag is Uitslag.BLADZIJDEN_VERANDERD
