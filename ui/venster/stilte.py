"""Een tijd niets gedaan: dan gaat de werkplek dicht. Wat getypt was, is dan al bewaard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent
from PySide6.QtWidgets import QApplication

from ui.app import instellingen

MINUTEN = (1, 2, 5, 10, 15)
GEWOON = 5
_TEKEN_VAN_LEVEN = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
})  # fmt: skip


def minuten() -> int:
    """Na hoeveel minuten zonder toets, muis of vinger de werkplek dichtgaat."""
    bewaard = str(instellingen().value("stilte", GEWOON))
    return int(bewaard) if bewaard in {str(m) for m in MINUTEN} else GEWOON


class Stiltewacht(QObject):
    """Begint opnieuw te tellen bij elk teken van leven, en meldt zich als het stil blijft."""

    stil = Signal()

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        self.klok = QTimer(self)
        self.klok.setSingleShot(True)
        self.klok.timeout.connect(self.stil)
        self.klok.setInterval(minuten() * 60_000)

    def begin(self) -> None:
        """Er is iets open: vanaf nu telt elk teken van leven."""
        QApplication.instance().installEventFilter(self)
        self.klok.start()

    def stop(self) -> None:
        """Er is niets open, dus er hoeft niets dicht."""
        QApplication.instance().removeEventFilter(self)
        self.klok.stop()

    def zet(self, aantal: int) -> None:
        """Verandert de tijd en begint opnieuw te tellen."""
        instellingen().setValue("stilte", aantal)
        self.klok.setInterval(aantal * 60_000)

    def eventFilter(self, _wie: QObject, gebeurtenis: QEvent) -> bool:
        # Hier komt alles langs: eerst kijken wat het is, dat is het goedkoopst.
        if isinstance(gebeurtenis, QInputEvent) and gebeurtenis.type() in _TEKEN_VAN_LEVEN:
            self.klok.start()
        return False
