"""Het genogram in beeld: elke mens een eigen teken, met lijnen naar partner en ouders."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF

from jeugdteam_app.dossier.genogram import KIND, Figuur, Genogram, in_woorden, zonder_naam
from jeugdteam_app.dossier.genogramtekening import Lijn, Maat, Tekening, Weg, teken
from jeugdteam_app.dossier.gezin import Sekse, Zwanger
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.stijl import HUIDIG, LETTER
from ui.tekeningen.tekenblad import Tekenblad, Tekenvak

_TEKEN, _BREED, _TUSSEN = 40, 128, 44


class _Mens(Tekenvak):
    """Eén mens: het teken, met de naam, het geboortejaar en de woonplek eronder."""

    def __init__(self, blad: Genogramblad, figuur: Figuur) -> None:
        super().__init__(blad, figuur.sleutel)
        self.figuur = figuur

    def regels(self) -> str:
        """Wat er onder het teken staat."""
        f = self.figuur
        naam = f"{f.naam or _(zonder_naam(f))}" + (f" ({f.jaren})" if f.jaren else "")
        return f"{naam}\n{f.woont}" if f.woont else naam

    def hoogte(self, breedte: int) -> int:
        """Hoe hoog dit vak moet zijn om alles te laten lezen."""
        return HUIDIG.px(_TEKEN) + HUIDIG.ruimte("s") + self._vlak(breedte).height() + HUIDIG.ruimte("xs")

    def _letter(self) -> QFont:
        letter = QFont(LETTER)
        letter.setPixelSize(HUIDIG.letter("klein"))
        letter.setBold(self.figuur.sleutel == KIND)
        return letter

    def _vlak(self, breedte: int) -> QRect:
        ruimte = QRect(0, 0, breedte - HUIDIG.ruimte("s"), 10_000)
        return QFontMetrics(self._letter()).boundingRect(ruimte, _MIDDEN | Qt.TextFlag.TextWordWrap, self.regels())

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        pen, kleuren, maat = QPainter(self), HUIDIG.kleuren, HUIDIG.px(_TEKEN)
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            pen.setPen(QPen(QColor(kleuren.accent), 3 if self.hasFocus() else 1))
            pen.setBrush(QColor(kleuren.accent_licht if self.isChecked() else kleuren.vlak))
            pen.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
        vlak = QRectF((self.width() - maat) / 2, HUIDIG.ruimte("xs"), maat, maat).adjusted(2, 2, -2, -2)
        if self.figuur.zwanger is Zwanger.VERLOREN:
            kleiner = maat * 0.15
            vlak.adjust(kleiner, kleiner, -kleiner, -kleiner)
        pen.setPen(QPen(QColor(kleuren.inkt), HUIDIG.px(2)))
        pen.setBrush(QColor(kleuren.vlak))
        self._teken(pen, vlak)
        if self.figuur.sleutel == KIND:
            rand = maat * 0.1
            self._teken(pen, vlak.adjusted(rand, rand, -rand, -rand))
        if self.figuur.met_kruis:
            pen.drawLine(vlak.topLeft(), vlak.bottomRight())
            pen.drawLine(vlak.topRight(), vlak.bottomLeft())
        if self.figuur.sekse is None and self.figuur.zwanger is None:
            pen.drawText(vlak, Qt.AlignmentFlag.AlignCenter, "?")
        pen.setFont(self._letter())
        onder = QRect(HUIDIG.ruimte("xs"), round(vlak.bottom()) + 4, self.width() - HUIDIG.ruimte("s"), self.height())
        pen.drawText(onder, _MIDDEN | Qt.TextFlag.TextWordWrap, self.regels())
        pen.end()

    def _teken(self, pen: QPainter, vlak: QRectF) -> None:
        if self.figuur.zwanger:
            top = QPointF(vlak.center().x(), vlak.top())
            pen.drawPolygon(QPolygonF([top, vlak.bottomRight(), vlak.bottomLeft()]))
            return
        match self.figuur.sekse:
            case Sekse.MAN:
                pen.drawRect(vlak)
            case Sekse.VROUW:
                pen.drawEllipse(vlak)
            case Sekse.ANDERS:
                m = vlak.center()
                top, onder = QPointF(m.x(), vlak.top()), QPointF(m.x(), vlak.bottom())
                pen.drawPolygon(QPolygonF([top, QPointF(vlak.right(), m.y()), onder, QPointF(vlak.left(), m.y())]))
            case None:
                pen.drawRoundedRect(vlak, 12, 12)


_MIDDEN = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class Genogramblad(Tekenblad[_Mens]):
    """Het genogram. Links en rechts blijft op de rij, omhoog en omlaag gaat naar ouders en kinderen."""

    in_kolommen = False

    def __init__(self) -> None:
        super().__init__()
        self._van: Genogram | None = None
        self._tekening: Tekening | None = None

    def toon(self, van: Genogram) -> None:
        """Tekent dit genogram; wat al gekozen was of de focus had, houdt die."""
        self._van = van
        nieuw = self.houd(f.sleutel for f in van.figuren)
        zinnen = in_woorden(van, _)
        for figuur, zin in zip(sorted(van.figuren, key=lambda f: van.generatie[f.sleutel]), zinnen, strict=True):
            if figuur.sleutel in nieuw:
                self.voeg_toe(_Mens(self, figuur))
            self.vakken[figuur.sleutel].figuur = figuur
            self.vakken[figuur.sleutel].setAccessibleName(zin)
            self.vakken[figuur.sleutel].update()
        self.maak_bereikbaar()

    def leg(self, ruimte: int) -> None:
        if self._van is None or not ruimte:
            return
        breed = HUIDIG.px(_BREED)
        hoog = max(v.hoogte(breed) for v in self.vakken.values())
        self._tekening = teken(self._van, Maat(breed, hoog, HUIDIG.px(_TEKEN), HUIDIG.px(_TUSSEN)))
        for sleutel, (x, y) in self._tekening.plekken.items():
            self.vakken[sleutel].setGeometry(round(x), round(y), breed, hoog)
        self.setFixedSize(round(self._tekening.breedte), round(self._tekening.hoogte) + HUIDIG.ruimte("s"))
        self.update()

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        if self._tekening is None:
            return
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen.setPen(QPen(QColor(HUIDIG.kleuren.accent), HUIDIG.px(2), Qt.PenStyle.DotLine))
        for rand in self._tekening.huizen:
            pen.drawPolyline(_punten(rand))
        for lijn in self._tekening.lijnen:
            _teken_lijn(pen, lijn)
        for lijn in self._tekening.lijnen:
            _teken_tekst(pen, lijn)
        pen.end()


def _teken_lijn(pen: QPainter, lijn: Lijn) -> None:
    streep = Qt.PenStyle.DashLine if lijn.streepjes else Qt.PenStyle.SolidLine
    if lijn.stippels:
        streep = Qt.PenStyle.DotLine
    pen.setPen(QPen(QColor(HUIDIG.kleuren.zacht), HUIDIG.px(2), streep))
    pen.drawPolyline(_punten(lijn.punten))
    if lijn.breuken:
        pen.setPen(QPen(QColor(HUIDIG.kleuren.inkt), HUIDIG.px(2)))
        for breuk in lijn.breukstrepen(HUIDIG.px(7)):
            pen.drawPolyline(_punten(breuk))


def _teken_tekst(pen: QPainter, lijn: Lijn) -> None:
    """De jaren van een stel, op een eigen vlakje over wat eronder loopt."""
    if not lijn.tekst:
        return
    letter = QFont(LETTER)
    letter.setPixelSize(HUIDIG.letter("klein"))
    vlak = QRectF(QFontMetrics(letter).boundingRect(lijn.tekst)).adjusted(-2, 0, 2, 0)
    vlak.moveCenter(QPointF(*lijn.midden))
    pen.fillRect(vlak, QColor(HUIDIG.kleuren.vlak))
    pen.setFont(letter)
    pen.setPen(QColor(HUIDIG.kleuren.inkt))
    pen.drawText(vlak, Qt.AlignmentFlag.AlignCenter, lijn.tekst)


def _punten(weg: Weg) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in weg])
