"""De tijdlijn: gebeurtenissen en hulp op hun plek in de tijd. Wie de lijn niet ziet, leest of hoort dezelfde regels."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jeugdteam_app.dossier.tijdlijn import Streep, Tijdlijn, in_woorden
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.stijl import HUIDIG


class _Regel(NamedTuple):
    """Waar een streep en zijn woorden staan."""

    streep: Streep
    balk: QRectF
    woorden: QRectF
    rechts_uitgelijnd: bool


class Tijdlijnvak(QWidget):
    """Eén lijn over de hele breedte: elke streep op zijn plek in de tijd, met de woorden ernaast."""

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
        regels = self._regels()
        onder = max((r.woorden.bottom() for r in regels), default=0)
        self.setFixedHeight(round(onder + self._jaarhoogte()) if regels else 0)

    def sizeHint(self) -> QSize:
        return QSize(HUIDIG.px(320), self.height())

    def _jaarhoogte(self) -> int:
        return self.fontMetrics().height() + HUIDIG.ruimte("s")

    def _x(self, plek: float) -> float:
        rand = HUIDIG.px(8)
        return rand + plek * (self.width() - 2 * rand)

    def _regels(self) -> list[_Regel]:
        """Onder elkaar, op volgorde van tijd; de woorden staan aan de kant waar plaats is."""
        maat, kier = self.fontMetrics(), HUIDIG.ruimte("s")
        boven, regels = float(self._jaarhoogte()), []
        for streep in self._lijn.strepen:
            dik = HUIDIG.px(12)
            van, tot = self._x(streep.van), self._x(streep.tot)
            van, tot = (van, tot) if tot - van >= dik else ((van + tot - dik) / 2, (van + tot + dik) / 2)
            zin, rechts, links = in_woorden(streep, _), self.width() - tot - kier, van - kier
            if max(rechts, links) < HUIDIG.px(160):
                # Een lange balk laat aan geen van beide kanten plaats: dan staan de woorden eronder.
                vlak = maat.boundingRect(0, 0, self.width(), 10_000, Qt.TextFlag.TextWordWrap, zin)
                woorden = QRectF(0.0, boven + dik, self.width(), vlak.height() + kier)
                regels.append(_Regel(streep, QRectF(van, boven, tot - van, dik), woorden, False))
                boven = woorden.bottom()
                continue
            naar_links = maat.horizontalAdvance(zin) > rechts and links > rechts
            breed = links if naar_links else max(rechts, HUIDIG.px(80))
            vlak = maat.boundingRect(0, 0, round(breed), 10_000, Qt.TextFlag.TextWordWrap, zin)
            begin = 0.0 if naar_links else tot + kier
            woorden = QRectF(begin, boven, breed, vlak.height() + kier)
            balk = QRectF(van, woorden.center().y() - dik / 2, tot - van, dik)
            regels.append(_Regel(streep, balk, woorden, naar_links))
            boven = woorden.bottom()
        return regels

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        if not self._lijn.strepen:
            return
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._teken_jaren(pen)
        for regel in self._regels():
            self._teken_regel(pen, regel)
        pen.end()

    def _teken_regel(self, pen: QPainter, regel: _Regel) -> None:
        """Hulp is een balk, een gebeurtenis een rondje of, als de tijd ruim is, een dunne streep."""
        hulp = regel.streep.is_hulp
        pen.setPen(Qt.PenStyle.NoPen)
        pen.setBrush(QColor(HUIDIG.kleuren.accent if hulp else HUIDIG.kleuren.let_op))
        if regel.streep.is_open:
            # Waar begin of einde niet is opgeschreven, is de balk een lege stippelrand.
            pen.setBrush(Qt.BrushStyle.NoBrush)
            pen.setPen(QPen(QColor(HUIDIG.kleuren.accent), HUIDIG.px(2), Qt.PenStyle.DashLine))
        dunner = 0 if hulp or regel.balk.width() <= regel.balk.height() + 1 else regel.balk.height() / 4
        hoek = 3 if hulp else regel.balk.height() / 2
        pen.drawRoundedRect(regel.balk.adjusted(0, dunner, 0, -dunner), hoek, hoek)
        pen.setPen(QColor(HUIDIG.kleuren.inkt))
        kant = Qt.AlignmentFlag.AlignRight if regel.rechts_uitgelijnd else Qt.AlignmentFlag.AlignLeft
        uitlijning = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | kant
        pen.drawText(regel.woorden, uitlijning, in_woorden(regel.streep, _))

    def _teken_jaren(self, pen: QPainter) -> None:
        """Een lijn per jaar, met het jaar erboven waar dat past, en een dikkere lijn bij vandaag."""
        letters, jaren = self.fontMetrics(), self._lijn.jaren
        passen = max(1, self.width() // max(1, letters.horizontalAdvance("2026   ")))
        stap = max(1, math.ceil(len(jaren) / passen))
        for nummer, (jaar, plek) in enumerate(jaren):
            x = self._x(plek)
            pen.setPen(QPen(QColor(HUIDIG.kleuren.rand), 1))
            pen.drawLine(QPointF(x, self._jaarhoogte()), QPointF(x, self.height()))
            if nummer % stap == 0:
                pen.setPen(QColor(HUIDIG.kleuren.zacht))
                links = min(x, self.width() - letters.horizontalAdvance(str(jaar)))
                pen.drawText(QPointF(links, letters.ascent()), str(jaar))
        x, woord = self._x(self._lijn.nu), _("nu")
        pen.setPen(QPen(QColor(HUIDIG.kleuren.accent), HUIDIG.px(2)))
        pen.drawLine(QPointF(x, self._jaarhoogte()), QPointF(x, self.height()))
        pen.drawText(
            QPointF(x - letters.horizontalAdvance(woord) - HUIDIG.px(4), self.height() - letters.descent()), woord
        )
