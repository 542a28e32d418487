"""Een lijn van cijfers door de tijd. Wie de lijn niet ziet, hoort of leest dezelfde cijfers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.stijl import HUIDIG

HOOGSTE = 10


_STREPEN = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


class Verloop(QWidget):
    """Cijfers van 0 tot en met 10 op hun dag; van elk mens een eigen streep, met de naam erbij."""

    def __init__(self) -> None:
        super().__init__()
        self._lijnen: Mapping[str, Sequence[tuple[date, int]]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVisible(False)

    def sizeHint(self) -> QSize:
        return QSize(HUIDIG.px(320), HUIDIG.px(150))

    def toon(self, lijnen: Mapping[str, Sequence[tuple[date, int]]]) -> None:
        """Tekent van elk mens dag en cijfer, op volgorde van dag."""
        self._lijnen = lijnen
        self.setVisible(len(self._dagen) > 1)
        delen = [f"{wie}: {_in_woorden(punten)}" if wie else _in_woorden(punten) for wie, punten in lijnen.items()]
        self.setAccessibleName(_("Verloop: {cijfers}").format(cijfers="; ".join(delen)))
        self.setToolTip(self.accessibleName())
        self.update()

    @property
    def _dagen(self) -> list[date]:
        return sorted(dag for punten in self._lijnen.values() for dag, _cijfer in punten)

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        if len(self._dagen) < 2:
            return
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        letter = pen.font()
        letter.setPixelSize(HUIDIG.letter("klein"))
        pen.setFont(letter)
        vlak = self._vlak(pen)
        self._teken_assen(pen, vlak)
        for nummer, (wie, punten) in enumerate(self._lijnen.items()):
            self._teken_lijn(pen, vlak, punten, _STREPEN[nummer % len(_STREPEN)])
            if len(self._lijnen) > 1:
                self._zet_naam(pen, vlak, punten[-1], wie)
        pen.end()

    def _vlak(self, pen: QPainter) -> QRectF:
        maat = pen.fontMetrics()
        links, onder = maat.horizontalAdvance("10") + HUIDIG.ruimte("s"), maat.height() + HUIDIG.ruimte("xs")
        rand = HUIDIG.px(8)
        boven = rand + maat.height()
        namen = [maat.horizontalAdvance(wie) for wie in self._lijnen] if len(self._lijnen) > 1 else [0]
        rechts = min(max(namen) + 4 * rand, self.width() / 3)
        return QRectF(links, boven, self.width() - links - rechts, self.height() - boven - onder - rand)

    def _teken_assen(self, pen: QPainter, vlak: QRectF) -> None:
        maat = pen.fontMetrics()
        for cijfer in (0, 5, HOOGSTE):
            hoogte = self._y(vlak, cijfer)
            pen.setPen(QPen(QColor(HUIDIG.kleuren.rand), 1))
            pen.drawLine(QPointF(vlak.left(), hoogte), QPointF(vlak.right(), hoogte))
            pen.setPen(QColor(HUIDIG.kleuren.zacht))
            pen.drawText(QPointF(0, hoogte + maat.ascent() / 2), str(cijfer))
        onder = self.height() - maat.descent()
        eerste, laatste = toon_datum(self._dagen[0]), toon_datum(self._dagen[-1])
        pen.drawText(QPointF(vlak.left(), onder), eerste)
        pen.drawText(QPointF(vlak.right() - maat.horizontalAdvance(laatste), onder), laatste)

    def _zet_naam(self, pen: QPainter, vlak: QRectF, punt: tuple[date, int], wie: str) -> None:
        dag, cijfer = punt
        x = self._x(vlak, dag) + HUIDIG.px(10)
        maat = pen.fontMetrics()
        naam = maat.elidedText(wie, Qt.TextElideMode.ElideRight, int(self.width() - x))
        pen.drawText(QPointF(x, self._y(vlak, cijfer) + maat.ascent() / 2), naam)

    def _teken_lijn(self, pen: QPainter, vlak: QRectF, punten: Sequence[tuple[date, int]], streep: Qt.PenStyle) -> None:
        plekken = [QPointF(self._x(vlak, dag), self._y(vlak, cijfer)) for dag, cijfer in punten]
        pen.setPen(QPen(QColor(HUIDIG.kleuren.accent), HUIDIG.px(2), streep, Qt.PenCapStyle.RoundCap))
        pen.drawPolyline(plekken)
        pen.setPen(QPen(QColor(HUIDIG.kleuren.accent), HUIDIG.px(2)))
        pen.setBrush(QColor(HUIDIG.kleuren.accent))
        maat = pen.fontMetrics()
        for plek, (_dag, cijfer) in zip(plekken, punten, strict=True):
            pen.drawEllipse(plek, HUIDIG.px(5), HUIDIG.px(5))
            pen.drawText(plek + QPointF(-maat.horizontalAdvance(str(cijfer)) / 2, -HUIDIG.px(8)), str(cijfer))

    def _x(self, vlak: QRectF, dag: date) -> float:
        begin, einde = self._dagen[0], self._dagen[-1]
        deel = (dag - begin).days / max(1, (einde - begin).days)
        return vlak.left() + HUIDIG.px(8) + deel * (vlak.width() - HUIDIG.px(16))

    def _y(self, vlak: QRectF, cijfer: int) -> float:
        return vlak.bottom() - cijfer / HOOGSTE * vlak.height()


def _in_woorden(punten: Sequence[tuple[date, int]]) -> str:
    return ", ".join(f"{toon_datum(dag)} {cijfer}" for dag, cijfer in punten)
