"""De tijdlijn: gebeurtenissen en hulp op hun plek in de tijd. Wie de lijn niet ziet, leest of hoort dezelfde regels."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jeugdteam_app.dossier.tijdlijn import Streep, Tijdlijn, in_woorden
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.stijl import HUIDIG

_MEESTE_JAREN = 8


class Tijdlijnvak(QWidget):
    """Links de regel in woorden, rechts de plek in de tijd."""

    def __init__(self) -> None:
        super().__init__()
        self._lijn = Tijdlijn((), (), ())
        maat = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(maat)
        self.setVisible(False)

    def toon(self, lijn: Tijdlijn) -> None:
        """Tekent deze tijdlijn."""
        self._lijn = lijn
        self.setVisible(bool(lijn.strepen))
        zinnen = "; ".join(in_woorden(s, _) for s in lijn.strepen)
        self.setAccessibleName(_("Tijdlijn: {regels}").format(regels=zinnen))
        self._pas()
        self.update()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._pas()

    def _pas(self) -> None:
        """Hoog genoeg om elke regel heel te laten lezen."""
        onder = self.fontMetrics().height() + HUIDIG.ruimte("s")
        self.setFixedHeight(round(sum(self._hoogtes()) + onder) if self._lijn.strepen else 0)

    def sizeHint(self) -> QSize:
        return QSize(HUIDIG.px(320), self.height())

    def _woordbreedte(self) -> int:
        return round(self.width() * 0.55)

    def _hoogtes(self) -> list[float]:
        maat = QFontMetrics(self.font())
        breed = max(40, self._woordbreedte())
        vlakken = (
            maat.boundingRect(0, 0, breed, 10_000, Qt.TextFlag.TextWordWrap, in_woorden(s, _))
            for s in self._lijn.strepen
        )
        return [vlak.height() + HUIDIG.ruimte("s") for vlak in vlakken]

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        if not self._lijn.strepen:
            return
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        links = self._woordbreedte() + HUIDIG.ruimte("l")
        breed = self.width() - links - HUIDIG.ruimte("xs")
        boven = 0.0
        for streep, hoog in zip(self._lijn.strepen, self._hoogtes(), strict=True):
            pen.setPen(QColor(HUIDIG.kleuren.inkt))
            regel = QRectF(0, boven, self._woordbreedte(), hoog)
            pen.drawText(regel, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, in_woorden(streep, _))
            self._teken_streep(pen, streep, QRectF(links, boven, breed, hoog))
            boven += hoog
        self._teken_jaren(pen, links, breed, boven)
        pen.end()

    def _teken_streep(self, pen: QPainter, streep: Streep, vlak: QRectF) -> None:
        """Hulp is een balk, een gebeurtenis een rondje of (als de tijd ruim is) een lichte balk."""
        midden = vlak.center().y()
        pen.setPen(QPen(QColor(HUIDIG.kleuren.rand), 1))
        pen.drawLine(round(vlak.left()), round(midden), round(vlak.right()), round(midden))
        van, tot = (vlak.left() + plek * vlak.width() for plek in (streep.van, streep.tot))
        hoog = HUIDIG.px(10 if streep.is_hulp else 6)
        kleur = QColor(HUIDIG.kleuren.accent if streep.is_hulp else HUIDIG.kleuren.let_op)
        pen.setPen(Qt.PenStyle.NoPen)
        pen.setBrush(kleur)
        pen.drawRoundedRect(QRectF(van, midden - hoog / 2, max(tot - van, hoog), hoog), 3, 3)

    def _teken_jaren(self, pen: QPainter, links: int, breed: int, boven: float) -> None:
        pen.setPen(QColor(HUIDIG.kleuren.zacht))
        letters = self.fontMetrics()
        passen = max(1, min(_MEESTE_JAREN, breed // max(1, letters.horizontalAdvance("2026  "))))
        stap = max(1, math.ceil(len(self._lijn.jaren) / passen))
        for jaar, plek in self._lijn.jaren[::stap]:
            x = min(links + plek * breed, self.width() - letters.horizontalAdvance(str(jaar)))
            pen.drawText(round(x), round(boven + letters.ascent() + HUIDIG.ruimte("xs")), str(jaar))
