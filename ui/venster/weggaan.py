"""De laptop gaat slapen, of iemand zet het scherm op slot: dan gaat de werkplek dicht.

Wat het systeem zegt, komt hier samen in één signaal. Zegt een systeem niets, dan verraadt de klok het na het wakker
worden: er is dan een gat waarin dit programma niet draaide.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.systeem import Systeem

_TIK = 5_000
# Zo lang staat een programma dat draait nooit stil; een klok die iemand vooruit zet, telt dus ook.
_GAT = 60.0


def maak_klembord_leeg() -> None:
    """Wat uit dit programma is gekopieerd, gaat van het klembord; wat iemand elders kopieerde, blijft staan."""
    klembord = QGuiApplication.clipboard()
    if klembord.ownsClipboard():
        klembord.clear(QClipboard.Mode.Clipboard)
    if klembord.ownsSelection():
        klembord.clear(QClipboard.Mode.Selection)


class Wegwacht(QObject):
    """Meldt dat de laptop gaat slapen of op slot gaat, of dat er een andere gebruiker komt."""

    weg = Signal()

    def __init__(self, venster: QWidget, systeem: Systeem, nu: Callable[[], float] = time.time) -> None:
        super().__init__(venster)
        self._venster, self._systeem, self._nu = venster, systeem, nu
        self._vorige = nu()
        self.klok = QTimer(self)
        self.klok.setInterval(_TIK)
        self.klok.timeout.connect(self._kijk_op_de_klok)
        self._luistert = False

    def begin(self) -> None:
        """Er is iets open: vanaf nu telt een gat in de tijd, en wat het systeem zegt."""
        if not self._luistert:
            self._luistert = True
            self._systeem.luister(self._venster, self.weg.emit)
        self._systeem.vraag_uitstel()
        self._vorige = self._nu()
        self.klok.start()

    def stop(self) -> None:
        """Er is niets open, dus er hoeft niets dicht."""
        self._systeem.geef_vrij()
        self.klok.stop()

    def _kijk_op_de_klok(self) -> None:
        nu = self._nu()
        if nu - self._vorige > _GAT:
            self.weg.emit()
        self._vorige = nu
