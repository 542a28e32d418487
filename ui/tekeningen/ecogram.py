"""Het ecogram in beeld: het kind in het midden, en lijnen die zeggen hoe de band voelt en waar de steun heen gaat."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF

from jeugdteam_app.dossier.ecogram import Bol, Ecogram, Lijn, Tekening, in_woorden, teken
from jeugdteam_app.dossier.gezin import Bandsoort
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.stijl import HUIDIG, LETTER
from ui.tekeningen.tekenblad import Tekenblad, Tekenvak

_BREED, _SMALST = 124, 84
_RUIMST = 760
_MIDDEN = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class _Bol(Tekenvak):
    """Eén persoon of plek."""

    def __init__(self, blad: Ecogramblad, bol: Bol) -> None:
        super().__init__(blad, bol.sleutel)
        self.bol = bol

    def hoogte(self, breedte: int) -> int:
        """Hoe hoog dit vak moet zijn om de naam te laten lezen."""
        ruimte = QRect(0, 0, breedte - 2 * HUIDIG.ruimte("s"), 10_000)
        return QFontMetrics(_letter()).boundingRect(ruimte, _MIDDEN, self.bol.naam).height() + 2 * HUIDIG.ruimte("s")

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        pen, kleuren = QPainter(self), HUIDIG.kleuren
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        aan = self.isChecked() or self.hasFocus() or self.underMouse()
        pen.setPen(QPen(QColor(kleuren.accent if aan else kleuren.veldrand), 3 if self.hasFocus() else 1.5))
        pen.setBrush(QColor(kleuren.accent_licht if self.isChecked() else kleuren.vlak))
        vlak = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        pen.drawRoundedRect(vlak, vlak.height() / 2, vlak.height() / 2)
        pen.setPen(QColor(kleuren.inkt))
        pen.setFont(_letter())
        rand = HUIDIG.ruimte("s")
        pen.drawText(self.rect().adjusted(rand, 0, -rand, 0), _MIDDEN, self.bol.naam)
        pen.end()


def _letter() -> QFont:
    letter = QFont(LETTER)
    letter.setPixelSize(HUIDIG.letter("klein"))
    return letter


class Ecogramblad(Tekenblad[_Bol]):
    """Het ecogram. Met de pijltjes gaat u de kring rond."""

    def __init__(self) -> None:
        super().__init__()
        self._van = Ecogram("", ())
        self._midden = QRectF()
        self._tekening: Tekening | None = None

    def toon(self, van: Ecogram) -> None:
        """Tekent dit ecogram; wat al gekozen was of de focus had, houdt die."""
        self._van = van
        nieuw = self.houd(b.sleutel for b in van.bollen)
        for bol in van.bollen:
            if bol.sleutel in nieuw:
                self.voeg_toe(_Bol(self, bol))
            self.vakken[bol.sleutel].bol = bol
            self.vakken[bol.sleutel].setAccessibleName(in_woorden(bol, _))
            self.vakken[bol.sleutel].update()
        self.maak_bereikbaar()

    def loop(self, hier: Tekenvak, toets: int) -> bool:
        verder = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(toets))
        if verder is None:
            return False
        kring = [b.sleutel for b in self._van.bollen]
        self.vakken[kring[(kring.index(hier.sleutel) + verder) % len(kring)]].setFocus()
        return True

    def leg(self, ruimte: int) -> None:
        if not self.vakken or not ruimte:
            return
        # Op een smal blad, of met grote letters, worden de vakken smaller en de namen breken af.
        breed = min(HUIDIG.px(_BREED), max(HUIDIG.px(_SMALST), round(ruimte / 3.5)))
        hoog = max(v.hoogte(breed) for v in self.vakken.values())
        breedte = max(min(ruimte, HUIDIG.px(_RUIMST)), round(3.3 * breed))
        self._tekening = teken(self._van, breedte, (breed, hoog), HUIDIG.px(14))
        for sleutel, (x, y) in self._tekening.plekken.items():
            self.vakken[sleutel].setGeometry(round(x), round(y), breed, hoog)
        self._midden = QRectF(*self._tekening.midden, breed, hoog)
        self.setFixedSize(round(self._tekening.breedte), round(self._tekening.hoogte) + 1)
        self.update()

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        if self._tekening is None:
            return
        pen, kleuren = QPainter(self), HUIDIG.kleuren
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        for lijn in self._tekening.lijnen:
            _teken_band(pen, lijn)
        pen.setPen(QPen(QColor(kleuren.inkt), HUIDIG.px(2)))
        pen.setBrush(QColor(kleuren.accent_licht))
        pen.drawEllipse(self._midden)
        letter = _letter()
        letter.setBold(True)
        pen.setFont(letter)
        pen.drawText(self._midden, _MIDDEN, self._van.kind)
        pen.end()


def _teken_band(pen: QPainter, lijn: Lijn) -> None:
    """Dik is sterk, streepjes los, een zigzag gespannen, twee dwarsstreepjes geen contact, stippels onbekend."""
    band = lijn.bol.band
    inkt = QColor(HUIDIG.kleuren.inkt if band else HUIDIG.kleuren.veldrand)
    streep = {Bandsoort.ZWAK: Qt.PenStyle.DashLine, None: Qt.PenStyle.DotLine}.get(band, Qt.PenStyle.SolidLine)
    pen.setPen(QPen(inkt, HUIDIG.px(5 if band is Bandsoort.STERK else 2), streep))
    pen.setBrush(Qt.BrushStyle.NoBrush)
    pen.drawPolyline(_punten(lijn.weg))
    for dwars in lijn.dwars:
        pen.drawPolyline(_punten(dwars))
    pen.setPen(Qt.PenStyle.NoPen)
    pen.setBrush(inkt)
    for pijl in lijn.pijlen:
        pen.drawPolygon(_punten(pijl))


def _punten(punten: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in punten])
