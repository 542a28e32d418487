"""Genogram en ecogram in het echte venster: met het toetsenbord iemand kiezen, en eronder invullen wat u weet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from jeugdteam_app.dossier.gezin import Bandsoort, Persoon, Relatie, Samen, Sekse, Steun
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.werk import dossiers, schrijven
from ui.tekeningen.ecogram import Ecogramblad
from ui.tekeningen.genogram import Genogramblad


@pytest.fixture
def sam(venster):
    sleutel = next(r.id for r in dossiers.overzicht(venster.plek) if "Sam" in r.naam)
    venster.toon_dossier(sleutel)
    venster.scherm.toon_hoofdstuk("gezin")
    QApplication.processEvents()
    return sleutel


def wie(venster, sam, naam):
    return next(p for p in venster.plek.dossier(sam).alle(Persoon) if waarde(p.voornamen) == naam)


def test_met_de_pijltjes_naar_opa_en_zijn_teken_kiezen(venster, sam, handen):
    blad = venster.scherm.findChild(Genogramblad)
    vak = blad.vakken["jeugdige"]
    assert vak.accessibleName().startswith("Sam (2015); kind van ")
    vak.setFocus()
    for _keer in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    opa = wie(venster, sam, "Opa Wim")
    assert QApplication.focusWidget() is blad.vakken[opa.sleutel]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    handen.kies("Welk teken past bij Opa Wim?", "anders")
    handen.kies_vakje("Deze persoon is overleden")
    opa = wie(venster, sam, "Opa Wim")
    assert waarde(opa.sekse) is Sekse.ANDERS
    assert waarde(opa.overleden)
    assert blad.vakken[opa.sleutel].accessibleName().endswith("overleden")


def test_een_stel_verandert_de_lijn(venster, sam, handen):
    handen.naar("Wie zijn samen, of waren dat?")
    handen.druk(Qt.Key.Key_Space)
    handen.kies("Hoe is het nu?", "gescheiden")
    [stel] = venster.plek.dossier(sam).alle(Relatie)
    assert waarde(stel.samen) is Samen.GESCHEIDEN


def test_met_de_pijltjes_de_kring_rond_en_de_band_kiezen(venster, sam, handen):
    blad = venster.scherm.findChild(Ecogramblad)
    noor, karim = (blad.vakken[wie(venster, sam, naam).sleutel] for naam in ("Noor", "Karim"))
    noor.setFocus()
    QTest.keyClick(noor, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is karim
    QTest.keyClick(karim, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is noor
    QTest.keyClick(karim, Qt.Key.Key_Return)
    handen.kies("Hoe voelt de band met Karim voor het kind?", "een gespannen band")
    steun = Steun(venster.plek.dossier(sam).kind, f"steun:{karim.sleutel}")
    assert waarde(steun.band) is Bandsoort.GESPANNEN
    assert "een gespannen band" in karim.accessibleName()


def test_wie_is_weggehaald_heeft_geen_velden_meer(venster, sam, handen):
    """Anders ging wat daar getypt werd, naar iemand die er niet meer is."""
    opa = wie(venster, sam, "Opa Wim").sleutel
    venster.scherm.findChild(Genogramblad).gekozen.emit(opa)
    assert "Over Opa Wim" in teksten(venster)
    venster.scherm.findChild(Ecogramblad).gekozen.emit(opa)
    assert "Hoe voelt de band met Opa Wim voor het kind?" in teksten(venster)
    schrijven.verwijder(venster.plek, sam, Persoon, opa)
    venster.scherm.schrijver.meld_veranderd()
    assert not {t for t in teksten(venster) if "Opa Wim" in t}


def teksten(venster):
    QApplication.processEvents()
    return {label.text() for label in venster.scherm.findChildren(QLabel) if label.isVisibleTo(venster.scherm)}
