"""Wie wegloopt, laat niets open: na een tijd stilte gaat de werkplek dicht, en daarna is alles er nog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from jeugdteam_app.werk import dossiers
from tests.conftest import WACHTZIN
from tests.ui.conftest import Handen
from ui.venster import stilte
from ui.venster.dossierscherm import Dossierscherm
from ui.venster.openen import Openen


def test_na_stilte_is_de_werkplek_dicht_en_wat_getypt_was_bewaard(venster, qtbot):
    venster.toon_dossier(dossiers.overzicht(venster.plek)[0].id, 3)
    handen = Handen(qtbot, venster)
    handen.naar("1. Waarom komt het gezin nu?")
    QTest.keyClicks(handen.hier, " en toen")
    venster._wacht.klok.timeout.emit()
    assert venster.plek is None
    assert isinstance(venster.scherm, Openen)
    assert any("Er gebeurde een tijd niets" in label.text() for label in venster.scherm.findChildren(QLabel))
    handen.typ("Uw wachtzin", WACHTZIN)
    handen.knop("Openen")
    handen.wacht(lambda: isinstance(venster.scherm, Dossierscherm))
    assert venster.scherm.lijst.currentRow() == 3, "weer waar iemand was"
    veld = handen.naar("1. Waarom komt het gezin nu?")
    assert isinstance(veld, QPlainTextEdit)
    assert "en toen" in veld.toPlainText()


def test_elk_teken_van_leven_begint_opnieuw_te_tellen(venster):
    klok = venster._wacht.klok
    klok.setInterval(60_000)
    for doe in (
        lambda: QTest.keyClick(venster, Qt.Key.Key_Shift),
        lambda: QTest.mouseClick(venster, Qt.MouseButton.LeftButton),
    ):
        klok.stop()
        doe()
        QApplication.processEvents()
        assert klok.isActive()


def test_de_tijd_is_te_kiezen_en_blijft(venster):
    assert stilte.minuten() == 5
    venster._wacht.zet(15)
    assert stilte.minuten() == 15
    assert venster._wacht.klok.interval() == 15 * 60_000


def test_zonder_open_werkplek_gebeurt_er_niets(venster):
    venster.vergrendel()
    scherm = venster.scherm
    venster._wacht.klok.timeout.emit()
    assert venster.scherm is scherm
