"""Het besluit met zijn gegevens erin: geldig, na te rekenen, en een veranderde letter valt op."""

from __future__ import annotations

import io
import json

import page
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from jeugdteam_app.documenten import besluitbestand
from jeugdteam_app.documenten.besluitbestand import NAAM, Uitslag, kijk_na
from jeugdteam_app.dossier.toewijzing import Opzij, Toegewezen, Vaststelling
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.opdrachtregel.hoofd import hoofd
from jeugdteam_app.werk import dossiers, overhandigen, toewijzen


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


def test_een_besluit_van_een_andere_versie_wordt_zo_genoemd(pdf):
    def verander(gelezen):
        gelezen["gezet_met"]["sjabloon"] = "0" * 64

    assert kijk_na(met_gegevens(pdf, verander)).uitslag is Uitslag.ANDER_SJABLOON


def test_opnieuw_afgedrukt_met_een_nieuwere_versie_houdt_het_besluit_zijn_kenmerk(pdf, vast, monkeypatch):
    monkeypatch.setattr(besluitbestand, "VERSIE", "99.0")
    later = besluitbestand.maak(vast)
    assert kijk_na(later) == (Uitslag.KLOPT, vast.besluitnummer, kijk_na(pdf).kenmerk)
    assert kijk_na(pdf).uitslag is Uitslag.ANDER_SJABLOON


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
    """Zonder lezer van QR-codes hier: de code is precies die van de bibliotheek bij deze tekst, en staat op papier."""
    kenmerk = kijk_na(pdf).kenmerk
    verwacht = besluitbestand._qr(f"jeugdteam:besluit:{vast.besluitnummer}:{kenmerk}")
    assert verwacht.startswith("<svg")
    with pypdfium2.PdfDocument(pdf) as document:
        laatste = document[len(document) - 1]
        assert any(o.type in (2, 5) for o in laatste.get_objects(max_depth=6))


def test_vanaf_de_opdrachtregel(pdf, tmp_path, capsys):
    (pad := tmp_path / "besluit.pdf").write_bytes(pdf)
    assert hoofd(["controleer", str(pad)]) == 0
    uit = capsys.readouterr().out
    assert "niets veranderd" in uit
    assert "geen handtekening" in uit
    pad.write_bytes(met_gegevens(pdf, lambda g: g["gegevens"]["besluit"].update(door="Iemand anders")))
    assert hoofd(["controleer", str(pad)]) == 3
    assert "veranderd nadat het besluit is gemaakt" in capsys.readouterr().err


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
