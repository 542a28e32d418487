"""Een lijn van cijfers door de tijd. Wie de lijn niet ziet, hoort of leest dezelfde cijfers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.stijl import HUIDIG

HOOGSTE = 10


class Verloop(QWidget):
    """Cijfers van 0 tot en met 10 op hun dag."""

    def __init__(self) -> None:
        super().__init__()
        self._punten: list[tuple[date, int, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVisible(False)

    def sizeHint(self) -> QSize:
        return QSize(HUIDIG.px(320), HUIDIG.px(150))

    def toon(self, punten: Sequence[tuple[date, int, str]]) -> None:
        """Tekent deze cijfers: dag, cijfer, en wie het gaf. Op volgorde van dag."""
        self._punten = list(punten)
        self.setVisible(len(self._punten) > 1)
        delen = [f"{toon_datum(dag)} {cijfer} {wie}".strip() for dag, cijfer, wie in self._punten]
        self.setAccessibleName(_("Verloop: {cijfers}").format(cijfers=", ".join(delen)))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        if len(self._punten) < 2:
            return
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        letter = pen.font()
        letter.setPixelSize(HUIDIG.letter("klein"))
        pen.setFont(letter)
        vlak = self._vlak(pen)
        self._teken_assen(pen, vlak)
        self._teken_lijn(pen, vlak)
        pen.end()

    def _vlak(self, pen: QPainter) -> QRectF:
        maat = pen.fontMetrics()
        links, onder = maat.horizontalAdvance("10") + HUIDIG.ruimte("s"), maat.height() + HUIDIG.ruimte("xs")
        rand = HUIDIG.px(8)
        boven = rand + maat.height()
        return QRectF(links, boven, self.width() - links - 4 * rand, self.height() - boven - onder - rand)

    def _teken_assen(self, pen: QPainter, vlak: QRectF) -> None:
        maat = pen.fontMetrics()
        for cijfer in (0, 5, HOOGSTE):
            hoogte = self._y(vlak, cijfer)
            pen.setPen(QPen(QColor(HUIDIG.kleuren.rand), 1))
            pen.drawLine(QPointF(vlak.left(), hoogte), QPointF(vlak.right(), hoogte))
            pen.setPen(QColor(HUIDIG.kleuren.zacht))
            pen.drawText(QPointF(0, hoogte + maat.ascent() / 2), str(cijfer))
        onder = self.height() - maat.descent()
        eerste, laatste = toon_datum(self._punten[0][0]), toon_datum(self._punten[-1][0])
        pen.drawText(QPointF(vlak.left(), onder), eerste)
        pen.drawText(QPointF(vlak.right() - maat.horizontalAdvance(laatste), onder), laatste)

    def _teken_lijn(self, pen: QPainter, vlak: QRectF) -> None:
        plekken = [QPointF(self._x(vlak, dag), self._y(vlak, cijfer)) for dag, cijfer, _wie in self._punten]
        pen.setPen(QPen(QColor(HUIDIG.kleuren.accent), HUIDIG.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        pen.drawPolyline(plekken)
        pen.setBrush(QColor(HUIDIG.kleuren.accent))
        maat = pen.fontMetrics()
        for plek, (_dag, cijfer, _wie) in zip(plekken, self._punten, strict=True):
            pen.drawEllipse(plek, HUIDIG.px(5), HUIDIG.px(5))
            pen.drawText(plek + QPointF(-maat.horizontalAdvance(str(cijfer)) / 2, -HUIDIG.px(8)), str(cijfer))

    def _x(self, vlak: QRectF, dag: date) -> float:
        begin, einde = self._punten[0][0], self._punten[-1][0]
        deel = (dag - begin).days / max(1, (einde - begin).days)
        return vlak.left() + HUIDIG.px(8) + deel * (vlak.width() - HUIDIG.px(16))

    def _y(self, vlak: QRectF, cijfer: int) -> float:
        return vlak.bottom() - cijfer / HOOGSTE * vlak.height()
