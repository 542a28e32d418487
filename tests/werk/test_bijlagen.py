"""Bijlagen: van buiten naar binnen, versleuteld, te vinden, mee naar een collega en weg als het dossier weg gaat."""

from __future__ import annotations

from io import BytesIO

import pytest
import sqlcipher3
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from jeugdteam_app.documenten import lege_bladen
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.bijlage import Bestandsoort, Bijlage
from jeugdteam_app.dossier.gezin import Afscherming
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.fouten import Fout, InvoerFout, WereldFout
from jeugdteam_app.opslag import bijlagen as opslag
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.uitwisseling import bijlagelezer, bijlageproces
from jeugdteam_app.werk import bijlagen, dossiers, schrijven, werkplek, zoeken
from tests.werk.conftest import vernietig_op_verzoek
from tests.werk.test_planformulier import ingevuld

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fccff0bf1e0005fe02fe"
    "a72d1b0a0000000049454e44ae426082"
)
PDF = lege_bladen.kansencirkel()


@pytest.fixture
def gezin(plek):
    return dossiers.begin_gezin(plek, "Familie Voorbeeld")


def bestand(tmp_path, inhoud, naam="verslag"):
    (pad := tmp_path / naam).write_bytes(inhoud)
    return pad


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [(PDF, Bestandsoort.PDF), (PNG, Bestandsoort.PNG), ("Verslag van school: één".encode(), Bestandsoort.TEKST)],
)
def test_erin_en_er_byte_voor_byte_weer_uit(plek, gezin, tmp_path, inhoud, soort):
    sleutel = bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, inhoud))
    gevonden, gelezen = bijlagen.inhoud(plek, gezin, sleutel)
    assert (gevonden.soort, gelezen) == (soort, inhoud)
    assert Gebeurtenis.BIJLAGE in {r.wat for r in toegangslog.regels(plek.kluis, gezin)}
    assert werkplek.controleer(plek)["stromen"] == 2


def test_samen_passen_ze_altijd_in_een_bundel(plek, gezin, tmp_path, monkeypatch):
    monkeypatch.setattr(bijlagen, "MEEST_SAMEN", 2 * len(PNG))
    for nummer in range(2):
        sleutel = bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, PNG, f"beeld{nummer}"))
    with pytest.raises(InvoerFout, match="bijlagen-vol"):
        bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, PNG))
    schrijven.verwijder(plek, gezin, Bijlage, sleutel)
    bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, PNG))


def test_aan_tafel_is_een_afgeschermde_bijlage_ook_niet_te_openen(plek, gezin, tmp_path):
    sleutel = bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, PNG))
    schrijven.leg_vast(plek, gezin, {(f"{Afscherming.soort}:{sleutel}", Afscherming.niet_voor): Bekend((KIND,))})
    plek.zet_aan_tafel(aan=True)
    with pytest.raises(WereldFout, match="bijlage-ontbreekt"):
        bijlagen.inhoud(plek, gezin, sleutel)


def test_de_tekst_van_een_bijlage_staat_niet_in_het_journaal(plek, gezin, tmp_path):
    bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, b"Verslag: de KANARIEVOGEL zingt."))
    assert "KANARIEVOGEL" not in repr(journaal.lees_wijzigingen(plek.kluis, gezin))


def test_versleuteld_op_schijf_en_te_vinden_met_zoeken(plek, gezin, tmp_path):
    bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, b"Verslag: de KANARIEVOGEL zingt weer in de klas."))
    [treffer] = zoeken.zoek(plek, "kanarievogel")
    assert treffer.hoofdstuk == "gesprekken"
    rij = plek.kluis.vraag("SELECT inhoud FROM bijlage")[0][0]
    assert b"KANARIEVOGEL" not in rij
    assert b"KANARIEVOGEL" not in (plek.kluis.map / "kluis.db").read_bytes()


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "bijlage-soort"),
        (b"MZ\x90\x00\x03", "bijlage-soort"),
        (b"\xff\xfeu\x00i\x00t", "bijlage-soort"),
        (b"%PDF-1.7\nkapot", "bijlage-onleesbaar"),
        (b"x" * (bijlagelezer.GROOTSTE_BIJLAGE + 1), "bijlage-te-groot"),
    ],
)
def test_wat_niet_kan_laat_alles_zoals_het_was(plek, gezin, tmp_path, inhoud, code):
    voor = journaal.volgende_teller(plek.kluis)
    with pytest.raises(InvoerFout, match=code):
        bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, inhoud))
    assert journaal.volgende_teller(plek.kluis) == voor
    assert not opslag.afdrukken(plek.kluis, gezin)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, len(PDF) - 1), st.binary(min_size=1, max_size=8), st.booleans())
def test_een_beschadigde_pdf_geeft_een_zin_en_nooit_iets_anders(plek_in, stuk, kort):
    kapot = PDF[:plek_in] if kort else PDF[:plek_in] + stuk + PDF[plek_in + len(stuk) :]
    try:
        if bijlagelezer.herken(kapot) is Bestandsoort.PDF:
            bijlagelezer.tekst(kapot, Bestandsoort.PDF)
            bijlagelezer.teken(kapot, 0, 200)
    except Fout:
        return


def test_wat_in_een_formulier_is_ingevuld_is_te_zien_te_horen_en_te_vinden(plek, gezin, tmp_path):
    """Anders leest een toestemming met ‘Nee’ als een leeg blad."""
    leeg = lege_bladen.toestemming()
    vol = ingevuld(leeg, **{"delen-school": "NIET met de KRAAI-school", "delen-school-nee": "/Yes"})
    bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, vol))
    assert zoeken.zoek(plek, "kraai")
    prent, gelezen = bijlagelezer.teken(vol, 0, 600)
    vraag = "Mogen wij informatie delen met school? Welke? Wat wel, en wat niet?"
    assert f"{vraag} NIET met de KRAAI-school" in gelezen
    assert f"☒ {vraag} Nee" in gelezen
    assert f"☒ {vraag} Ja" not in gelezen
    leeg_getekend, _tekst = bijlagelezer.teken(leeg, 0, 600)
    verschil = [
        n for n, (oud, nieuw) in enumerate(zip(leeg_getekend.punten, prent.punten, strict=True)) if oud != nieuw
    ]
    assert len(verschil) > 500, "de woorden en het kruisje staan er ook in beeld"


@pytest.mark.parametrize("antwoord", ["ja", "nee"])
def test_van_een_rij_rondjes_staat_erbij_welk_gekozen_is(antwoord):
    blad = Canvas(uit := BytesIO())
    blad.drawString(50, 640, "Geeft u toestemming?")
    for nummer, waarde in enumerate(("ja", "nee")):
        blad.acroForm.radio(name="toestemming", tooltip="Geeft u toestemming?", value=waarde, x=100 + 60 * nummer,
                            y=600, selected=waarde == antwoord)  # fmt: skip
    blad.save()
    gelezen = bijlagelezer.tekst(uit.getvalue(), Bestandsoort.PDF)
    assert f"☒ Geeft u toestemming? {antwoord}" in gelezen
    assert gelezen.count("☒") == 1


def test_een_streepje_dat_bij_het_woord_hoort_blijft():
    blad = Canvas(uit := BytesIO())
    regels = [
        "De rechter in Noord-",
        "Holland zegt dat de vader-",
        "en moederrol en het ADHD-",
        "onderzoek van de psycho-",
        "loog.",
    ]
    for nummer, regel in enumerate(regels):
        blad.drawString(100, 780 - 20 * nummer, regel)
    blad.save()
    gelezen = bijlagelezer.tekst(uit.getvalue(), Bestandsoort.PDF)
    for woorden in ("Noord-Holland", "vader- en moederrol", "ADHD-onderzoek", "psycholoog"):
        assert woorden in gelezen


def test_een_bladzijde_tekenen_en_voorlezen():
    prent, gelezen = bijlagelezer.teken(PDF, 0, 300)
    assert prent.breedte == 300
    assert len(prent.punten) == prent.stap * prent.hoogte
    assert "Zo is het nu" in gelezen


def test_weg_is_weg_en_een_ontbrekende_inhoud_zegt_het(plek, gezin, tmp_path):
    sleutel = bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, PNG))
    bijlagen.bewaar_aantekening(plek, gezin, "Bel juf terug")
    with plek.kluis.transactie() as verbinding:
        verbinding.execute("DELETE FROM bijlage")
    with pytest.raises(WereldFout, match="bijlage-ontbreekt"):
        bijlagen.inhoud(plek, gezin, sleutel)
    bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, PNG))
    vernietig_op_verzoek(plek, gezin)
    assert not plek.kluis.vraag("SELECT 1 FROM bijlage UNION ALL SELECT 1 FROM aantekening")


def test_een_verwisselde_inhoud_valt_op(plek, gezin, tmp_path):
    een = bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, PNG))
    bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, b"iets anders"))
    with plek.kluis.transactie() as verbinding:
        andere = verbinding.execute("SELECT inhoud FROM bijlage ORDER BY length(inhoud)").fetchone()[0]
        verbinding.execute("UPDATE bijlage SET inhoud = ?", (andere,))
    with pytest.raises(WereldFout, match="kluis-beschadigd"):
        bijlagen.inhoud(plek, gezin, een)


def test_de_aantekening_is_van_deze_laptop_en_overleeft_sluiten(plek, gezin):
    bijlagen.bewaar_aantekening(plek, gezin, "Bel juf terug")
    assert bijlagen.aantekening(plek, gezin) == "Bel juf terug"
    assert not zoeken.zoek(plek, "juf")
    with pytest.raises(sqlcipher3.DatabaseError):
        sqlcipher3.connect(str(plek.kluis.map / "kluis.db")).execute("SELECT * FROM aantekening").fetchall()
    bijlagen.bewaar_aantekening(plek, gezin, "  ")
    assert bijlagen.aantekening(plek, gezin) == ""


def test_een_bladzijde_die_te_zwaar_is_houdt_het_venster_niet_op(plek, gezin, tmp_path, monkeypatch):
    """Met een grens van nul seconden is elke PDF te zwaar: er komt een zin, en er blijft geen proces achter."""
    sleutel = bijlagen.voeg_toe(plek, gezin, bestand(tmp_path, PDF))
    monkeypatch.setattr(bijlageproces, "LANGST", 0.0)
    inhoud = bijlagen.inhoud(plek, gezin, sleutel)[1]
    with pytest.raises(InvoerFout, match="bijlage-te-zwaar"):
        bijlagen.teken(inhoud, 0, 300)
    assert bijlagelezer.tekst(inhoud, Bestandsoort.PDF) == ""


def test_het_proces_zegt_niets_over_het_bestand(capfd):
    with pytest.raises(bijlageproces.Onleesbaar):
        bijlageproces.vraag(b"%PDF-1.7 GEHEIM", wat="tel")
    uit = capfd.readouterr()
    assert "GEHEIM" not in uit.out + uit.err


def test_een_woord_dat_aan_het_einde_van_een_regel_is_afgebroken_is_te_vinden():
    assert (
        bijlageproces._leesbaar("een ondertoe\x02\r\nzichtstelling\x00 van\x02een")
        == "een ondertoezichtstelling vaneen"
    )
