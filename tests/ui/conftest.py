"""Een echt venster zonder beeldscherm, en handen die alleen toetsen indrukken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.app import laad_latere_letters, maak_app, pas_weergave_toe
from ui.bouwstenen.stijl import HUIDIG
from ui.venster.hoofdvenster import Hoofdvenster


class Handen:
    """Iemand zonder muis: Tab tot het goede onderdeel de focus heeft, en dan typen of drukken."""

    def __init__(self, qtbot: QtBot, venster: Hoofdvenster) -> None:
        self.qtbot, self.venster = qtbot, venster

    @property
    def hier(self) -> QWidget:
        # Wat net gebouwd is, krijgt de focus pas als het zichtbaar is.
        self.wacht(lambda: QApplication.focusWidget() is not None)
        onderdeel = QApplication.focusWidget()
        assert onderdeel is not None, "niets heeft de focus"
        return onderdeel

    def naar(self, naam: str, hoogstens: int = 400) -> QWidget:
        """Tab tot een onderdeel met deze toegankelijke naam de focus heeft."""
        gezien = []
        for _stap in range(hoogstens):
            gezien.append(self.hier.accessibleName())
            if self.hier.accessibleName().startswith(naam):
                return self.hier
            self.druk(Qt.Key.Key_Tab)
        raise AssertionError(f"met Tab niet te bereiken: {naam}; wel: {list(dict.fromkeys(gezien))}")

    def druk(self, toets: Qt.Key, met: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.hier, toets, met)
        QApplication.processEvents()

    def typ(self, naam: str, tekst: str) -> None:
        self.naar(naam)
        QTest.keyClicks(self.hier, tekst)
        self.druk(Qt.Key.Key_Tab)

    def kies(self, naam: str, keuze: str) -> None:
        """Een keuzerondje of vakje: naar de groep, dan met de pijl of Tab naar de keuze, en spatie."""
        onderdeel = self.naar(naam)
        for _stap in range(20):
            if self.hier.accessibleName() == f"{naam} {keuze}":
                break
            self.druk(Qt.Key.Key_Right if onderdeel.inherits("QRadioButton") else Qt.Key.Key_Tab)
        assert self.hier.accessibleName() == f"{naam} {keuze}"
        if isinstance(self.hier, QAbstractButton) and not self.hier.isChecked():
            self.druk(Qt.Key.Key_Space)
        assert isinstance(self.hier, QAbstractButton)
        assert self.hier.isChecked()

    def kies_vakje(self, naam: str) -> None:
        """Een vakje aanvinken; staat het al aan, dan blijft het aan."""
        vakje = self.naar(naam)
        assert isinstance(vakje, QAbstractButton)
        if not vakje.isChecked():
            self.druk(Qt.Key.Key_Space)
        assert vakje.isChecked()

    def knop(self, naam: str) -> None:
        self.naar(naam)
        self.druk(Qt.Key.Key_Space)

    def wacht(self, klaar: object) -> None:
        self.qtbot.waitUntil(klaar, timeout=20_000)


@pytest.fixture(scope="session", autouse=True)
def _opgestart(qapp: QApplication) -> None:
    """Het programma zoals het na starten is, met alle letters."""
    maak_app()
    laad_latere_letters()


@pytest.fixture(autouse=True)
def _weergave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """Elke proef begint op 100 % en licht, met eigen voorkeuren."""
    from PySide6.QtCore import QSettings

    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "voorkeuren"))
    HUIDIG.procent, HUIDIG.donker = 100, False
    pas_weergave_toe(qapp)
    yield
    HUIDIG.procent, HUIDIG.donker = 100, False


def toon(qtbot: QtBot, waar: Path) -> Hoofdvenster:
    """Het venster, zichtbaar en met de focus."""
    venster = Hoofdvenster(waar)
    qtbot.addWidget(venster)
    venster.resize(1280, 860)
    venster.show()
    venster.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=5000)
    return venster


@pytest.fixture
def venster(qtbot: QtBot, voorbeeldmap: Path) -> Hoofdvenster:
    """Een venster met de voorbeeldgezinnen open."""
    from jeugdteam_app.kern.klok import VasteKlok
    from jeugdteam_app.werk import werkplek
    from tests.conftest import MOMENT, WACHTZIN

    gemaakt = toon(qtbot, voorbeeldmap.parent)
    gemaakt.plek = werkplek.open_met_wachtzin(voorbeeldmap, WACHTZIN, VasteKlok(MOMENT))
    gemaakt.toon_overzicht()
    return gemaakt


@pytest.fixture
def handen(qtbot: QtBot, venster: Hoofdvenster) -> Handen:
    """Handen aan het venster met de voorbeeldgezinnen."""
    return Handen(qtbot, venster)
