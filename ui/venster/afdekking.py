"""Eén toets en er is niets meer te zien: een leeg blad over het hele venster."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import knop, tekst
from ui.bouwstenen.iconen import plaatje
from ui.bouwstenen.stijl import HUIDIG


class Afdekking(QWidget):
    """Ligt over alles heen tot iemand verdergaat. Wat eronder ligt, is ook voor een schermlezer weg."""

    weg = Signal()

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("papier")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        indeling = QVBoxLayout(self)
        indeling.addStretch(1)
        beeld = QLabel()
        beeld.setPixmap(plaatje("hand-heart", 64, HUIDIG.kleuren.accent))
        indeling.addWidget(beeld, alignment=Qt.AlignmentFlag.AlignHCenter)
        even = tekst(_("Even pauze"), "titel")
        even.setWordWrap(False)
        indeling.addWidget(even, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.verder = knop(_("Verder (F12)"), self.weg.emit, "hoofd", "eye")
        indeling.addWidget(self.verder, alignment=Qt.AlignmentFlag.AlignHCenter)
        indeling.addStretch(1)
