"""Een vlak om in te tekenen: met vinger, pen of muis, of met de pijltjes (spatie zet de pen neer)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jeugdteam_app.dossier.schets import BREED, HOOG, MEESTE_GETALLEN, MEESTE_STREPEN, Schets, punten
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.stijl import HUIDIG

_STAP = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_LOOP = 12


class Tekenvlak(QWidget):
    """De tekening. Wie alleen kijkt (``vast``) ziet wat er staat."""

    veranderd = Signal()

    def __init__(self, naam: str, schets: Schets = (), *, vast: bool = False) -> None:
        super().__init__()
        self._strepen: list[list[int]] = [list(s) for s in schets]
        self._vast, self._pen_op = vast, False
        self._plek = [BREED // 10, HOOG // 2]
        self.setAccessibleName(naam)
        if vast:
            breed = HUIDIG.px(200)
            self.setFixedSize(breed, breed * HOOG // BREED)
        else:
            # Wie tekent, krijgt de hele breedte: een kind met een vinger heeft ruimte nodig.
            self.setMinimumWidth(HUIDIG.px(200))
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            hulp = _("Teken met vinger of muis. Of: pijltjes om te bewegen, spatie voor pen op en neer.")
            self.setAccessibleDescription(hulp)
            self.setToolTip(hulp)

    @property
    def schets(self) -> Schets:
        """Wat er getekend is."""
        return tuple(tuple(s) for s in self._strepen)

    def wis(self) -> None:
        """Haalt alles weg."""
        self._strepen.clear()
        self._pen_op = False
        self._meld()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self.setFixedHeight(self.width() * HOOG // BREED)

    def mousePressEvent(self, muis: QMouseEvent) -> None:
        if self._vast or muis.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(muis)
            return
        self.setFocus()
        self._begin(self._in_vlak(muis.position()))

    def mouseMoveEvent(self, muis: QMouseEvent) -> None:
        if self._vast or not muis.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(muis)
            return
        self._verder(self._in_vlak(muis.position()))

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        sleutel = Qt.Key(toets.key())
        if self._vast or sleutel not in (*_STAP, Qt.Key.Key_Space):
            super().keyPressEvent(toets)
            return
        if sleutel is Qt.Key.Key_Space:
            self._pen_op = not self._pen_op
            if self._pen_op:
                self._begin((self._plek[0], self._plek[1]))
        else:
            dx, dy = _STAP[sleutel]
            self._plek[0] = min(BREED, max(0, self._plek[0] + dx * _LOOP))
            self._plek[1] = min(HOOG, max(0, self._plek[1] + dy * _LOOP))
            if self._pen_op:
                self._verder((self._plek[0], self._plek[1]))
        self.update()

    def _in_vlak(self, plek: QPointF) -> tuple[int, int]:
        x, y = round(plek.x() * BREED / self.width()), round(plek.y() * HOOG / self.height())
        return min(BREED, max(0, x)), min(HOOG, max(0, y))

    def _begin(self, punt: tuple[int, int]) -> None:
        if len(self._strepen) < MEESTE_STREPEN:
            self._strepen.append(list(punt))
            self._meld()

    def _verder(self, punt: tuple[int, int]) -> None:
        if not self._strepen or tuple(self._strepen[-1][-2:]) == punt:
            return
        if len(self._strepen[-1]) + 2 > MEESTE_GETALLEN:
            self._begin(punt)
            return
        self._strepen[-1] += punt
        self._meld()

    def _meld(self) -> None:
        self.update()
        self.veranderd.emit()

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        pen, kleuren = QPainter(self), HUIDIG.kleuren
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen.setBrush(QColor(kleuren.vlak))
        pen.setPen(QPen(QColor(kleuren.accent if self.hasFocus() else kleuren.veldrand), 3 if self.hasFocus() else 1))
        pen.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        schaal = self.width() / BREED
        inkt = QPen(QColor(kleuren.inkt), HUIDIG.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setPen(inkt)
        for streep in self.schets:
            hier = [QPointF(x * schaal, y * schaal) for x, y in punten(streep)]
            pen.drawPoint(hier[0]) if len(hier) == 1 else pen.drawPolyline(QPolygonF(hier))
        if self.hasFocus():
            pen.setBrush(QColor(kleuren.accent if self._pen_op else kleuren.vlak))
            pen.setPen(QPen(QColor(kleuren.accent), 1))
            pen.drawEllipse(QPointF(self._plek[0] * schaal, self._plek[1] * schaal), HUIDIG.px(4), HUIDIG.px(4))
        pen.end()
