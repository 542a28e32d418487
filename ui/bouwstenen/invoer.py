"""Losse invoer zonder dossier: een tekstvak dat meegroeit, een keuzelijst die smal blijft, een label erbij."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QSizePolicy, QWidget

from ui.bouwstenen.basis import tekst
from ui.bouwstenen.stijl import HUIDIG

CONCEPT_NA_MS = 300
UITERLIJK_NA_MS = 800


class Typklok(QObject):
    """Meldt even na het typen, en uiterlijk binnen een seconde, dat er iets te bewaren is."""

    nu = Signal()

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        self._even, self._uiterlijk = QTimer(self), QTimer(self)
        for klok, ms in ((self._even, CONCEPT_NA_MS), (self._uiterlijk, UITERLIJK_NA_MS)):
            klok.setSingleShot(True)
            klok.setInterval(ms)
            klok.timeout.connect(self._af)

    def getypt(self) -> None:
        """Er is getypt."""
        self._even.start()
        if not self._uiterlijk.isActive():
            self._uiterlijk.start()

    def stop(self) -> None:
        """Er hoeft niets meer."""
        self._even.stop()
        self._uiterlijk.stop()

    def _af(self) -> None:
        self.stop()
        self.nu.emit()


class Groeivak(QPlainTextEdit):
    """Een tekstvak dat meegroeit met de tekst; Tab gaat naar het volgende veld."""

    def __init__(self, regels: int) -> None:
        super().__init__()
        self._regels = regels
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _maat: self._groei())
        self._groei()

    def _groei(self) -> None:
        regel = self.fontMetrics().lineSpacing()
        nodig = max(self._regels, min(14, math.ceil(self.document().size().height())))
        self.setFixedHeight(nodig * regel + 2 * HUIDIG.ruimte("s") + 18)


class Keuzelijst(QComboBox):
    """Een keuzelijst die niet breder wordt dan het blad, en die het wiel van de muis doorgeeft aan het blad.

    Wie langs een keuzelijst bladert, zou anders ongemerkt iets anders kiezen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        gebeurtenis.ignore()


def label_bij(onderdeel: QWidget, opschrift: str) -> QLabel:
    """Een label dat bij een los onderdeel hoort."""
    label = tekst(opschrift, "label")
    label.setBuddy(onderdeel)
    onderdeel.setAccessibleName(opschrift)
    return label
