"""Een tekening van vakken waar je doorheen loopt: één vak met Tab, de andere met de pijltjes, Enter kiest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from ui.bouwstenen.indeling import Losse
from ui.bouwstenen.stijl import HUIDIG

_RICHTINGEN = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
V = TypeVar("V", bound="Tekenvak")


class Tekenvak(QAbstractButton):
    """Eén vak van een tekening. Voor een schermlezer is het een knop met een eigen naam."""

    def __init__(self, blad: Tekenblad[V], sleutel: str) -> None:
        super().__init__(blad)
        self.sleutel, self._blad = sleutel, blad
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(lambda: blad.kies(self.sleutel))

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not self._blad.loop(self, toets.key()):
            super().keyPressEvent(toets)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusInEvent(gebeurtenis)
        self._blad.bezoek(self)


class Tekenblad(QWidget, Generic[V]):
    """Het blad met de vakken. ``gekozen`` zegt welk vak iemand koos."""

    gekozen = Signal(str)
    # In kolommen blijft omhoog en omlaag binnen de kolom, in rijen links en rechts binnen de rij.
    in_kolommen = True

    def __init__(self) -> None:
        super().__init__()
        self._los = Losse(self)
        self.vakken: dict[str, V] = {}

    def houd(self, sleutels: Iterable[str]) -> list[str]:
        """Haalt vakken weg die er niet meer zijn. Geeft de sleutels die nog een vak moeten krijgen."""
        blijft = list(sleutels)
        for naam in self.vakken.keys() - set(blijft):
            self.vakken[naam].setParent(None)
            self.vakken.pop(naam).deleteLater()
        return [naam for naam in blijft if naam not in self.vakken]

    def voeg_toe(self, vak: V) -> None:
        """Zet een vak op het blad. Het eerste is met Tab te bereiken."""
        self.vakken[vak.sleutel] = vak
        self._los.addWidget(vak)
        vak.show()

    def kies(self, sleutel: str) -> None:
        """Kiest een vak."""
        for naam, vak in self.vakken.items():
            vak.setChecked(naam == sleutel)
        self.gekozen.emit(sleutel)

    def maak_bereikbaar(self) -> None:
        """Zorgt dat er altijd één vak met Tab te bereiken is."""
        if self.vakken and not any(v.focusPolicy() & Qt.FocusPolicy.TabFocus for v in self.vakken.values()):
            self.bezoek(next(iter(self.vakken.values())))

    def bezoek(self, hier: Tekenvak) -> None:
        """Eén vak is met Tab te bereiken; de andere met de pijltjes."""
        for vak in self.vakken.values():
            soort = Qt.FocusPolicy.StrongFocus if vak is hier else Qt.FocusPolicy.ClickFocus
            vak.setFocusPolicy(soort)
        ouder = self.parentWidget()
        while ouder is not None and not isinstance(ouder, QScrollArea):
            ouder = ouder.parentWidget()
        if isinstance(ouder, QScrollArea) and hier.hasFocus():
            ouder.ensureWidgetVisible(hier, HUIDIG.px(20), 0)

    def loop(self, hier: Tekenvak, toets: int) -> bool:
        """Gaat met een pijltje naar het dichtstbijzijnde vak die kant op."""
        richting = _RICHTINGEN.get(Qt.Key(toets))
        if richting is None:
            return False
        overdwars = bool(richting.x()) == self.in_kolommen
        kandidaten = []
        for vak in self.vakken.values():
            stap = vak.geometry().center() - hier.geometry().center()
            vooruit = QPoint.dotProduct(stap, richting)
            opzij = abs(stap.y() if richting.x() else stap.x())
            op_een_lijn = vak.x() == hier.x() if self.in_kolommen else vak.y() == hier.y()
            if vak is not hier and vooruit > 0 and (overdwars or op_een_lijn):
                kandidaten.append((vooruit, opzij, vak))
        if kandidaten:
            min(kandidaten, key=lambda k: k[:2])[2].setFocus()
        return True

    def leg(self, ruimte: int) -> None:
        """Legt de tekening in een breedte; past zij niet, dan wordt zij breder dan dat."""
        raise NotImplementedError


class Tekenvenster(QScrollArea):
    """Een tekening op een blad: zo breed als het blad, en opzij te schuiven als zij breder is."""

    def __init__(self, blad: Tekenblad[V]) -> None:
        super().__init__()
        self._blad = blad
        self.setWidget(blad)
        self.setObjectName("tekening")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self.pas()

    def pas(self) -> None:
        """Maakt plek voor de tekening zoals zij nu is."""
        self._blad.leg(self.viewport().width())
        balk = self.horizontalScrollBar()
        opzij = self._blad.width() > self.viewport().width()
        self.setFixedHeight(self._blad.height() + (balk.sizeHint().height() if opzij else 0) + 2)

    def sizeHint(self) -> QSize:
        return QSize(HUIDIG.px(320), self._blad.height())
