"""Bijlagen en werkaantekeningen in het echte venster."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from jeugdteam_app.documenten import lege_bladen
from jeugdteam_app.dossier.bijlage import Bijlage
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.werk import bijlagen, dossiers


@pytest.fixture
def sam(venster):
    sleutel = dossiers.overzicht(venster.plek)[0].id
    venster.toon_dossier(sleutel)
    venster.scherm.toon_hoofdstuk("gesprekken")
    venster.scherm.focus_eerste_veld()
    QApplication.processEvents()
    return sleutel


def beelden(venster):
    QApplication.processEvents()
    return [b.accessibleName() for b in venster.scherm.findChildren(QLabel) if not b.pixmap().isNull()]


def test_toevoegen_bekijken_bladeren_en_weer_bewaren(venster, sam, handen, tmp_path, monkeypatch):
    (pad := tmp_path / "beschikking.pdf").write_bytes(lege_bladen.perspectiefplan())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(pad), ""))
    handen.knop("Bestand toevoegen")
    handen.typ("Wat is het?", "Beschikking van de rechter")
    [bijlage] = venster.plek.dossier(sam).alle(Bijlage)
    assert waarde(bijlage.wat) == "Beschikking van de rechter"
    handen.knop("Bekijken")
    assert any(naam.startswith("Bladzijde 1 van ") for naam in beelden(venster))
    handen.knop("Volgende bladzijde")
    assert any(naam.startswith("Bladzijde 2 van ") for naam in beelden(venster))
    handen.knop("Groter")
    handen.knop("Sluiten")
    assert not any(naam.startswith("Bladzijde ") for naam in beelden(venster))
    uit = tmp_path / "terug.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(uit), ""))
    handen.knop("Bewaren als bestand")
    assert uit.read_bytes() == pad.read_bytes()


def test_een_kapot_beeld_zegt_dat_het_kapot_is(venster, sam, handen, tmp_path, monkeypatch):
    (pad := tmp_path / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\nkapot")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(pad), ""))
    handen.knop("Bestand toevoegen")
    handen.knop("Bekijken")
    QApplication.processEvents()
    assert any("Dit beeld is beschadigd" in b.text() for b in venster.scherm.findChildren(QLabel))


def test_de_aantekening_bewaart_zichzelf_en_staat_niet_op_tafel(venster, sam, handen):
    handen.typ("Mijn werkaantekeningen", "Vraag Kim mee te kijken")
    venster.scherm.blad("gesprekken").verzegel()
    assert bijlagen.aantekening(venster.plek, sam) == "Vraag Kim mee te kijken"
