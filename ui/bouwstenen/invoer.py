"""Losse invoer zonder dossier: een tekstvak dat meegroeit, een keuzelijst die smal blijft, een label erbij."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QSizePolicy, QWidget

from ui.bouwstenen.basis import tekst
from ui.bouwstenen.stijl import HUIDIG

CONCEPT_NA_MS = 300
UITERLIJK_NA_MS = 800
# Daarboven schuift de tekst in het vak zelf.
_MEESTE_REGELS = 30
_ANDERE_MAAT = frozenset(
    {QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Resize, QEvent.Type.Show}
)


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

    def event(self, gebeurtenis: QEvent) -> bool:
        """Met een andere letter of breedte passen er andere regels in; pas als die er zijn, is de hoogte te zeggen."""
        gedaan = super().event(gebeurtenis)
        if gebeurtenis.type() in _ANDERE_MAAT:
            self._groei()
            # De tekst wordt pas na deze gebeurtenis opnieuw afgebroken; dan weten we hoeveel regels het echt zijn.
            QTimer.singleShot(0, self, self._groei)
        return gedaan

    def _groei(self) -> None:
        # Een regel is in de tekst soms net hoger dan de letter zegt; bij dertig regels scheelt dat een hele regel.
        eerste = self.document().firstBlock()
        echt = self.blockBoundingRect(eerste).height() / max(1, eerste.layout().lineCount())
        regel = math.ceil(max(self.fontMetrics().lineSpacing(), echt) - 0.01)
        alle = math.ceil(self.document().size().height())
        # Zonder schuifbalk zolang alles past: die maakt het vak smaller, en dan past het net niet meer.
        past = alle <= _MEESTE_REGELS
        balk = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if past else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(balk)
        nodig = max(self._regels, min(_MEESTE_REGELS, alle))
        rand = round(2 * self.document().documentMargin())
        # De laatste halve regel is lucht: zo is altijd te zien dat er niets onder verborgen zit.
        hoogte = nodig * regel + regel // 2 + rand + 2 * HUIDIG.ruimte("s")
        if hoogte != self.height():
            self.setFixedHeight(hoogte)


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
