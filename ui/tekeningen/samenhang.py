"""De kaart van wat meespeelt: vakken van links naar rechts, met pijlen naar wat ze veroorzaken.

Met de pijltjes ga je van vak naar vak, met Enter of een klik kies je er een; slepen van vak naar vak trekt
een pijl. Elk vak is voor een schermlezer een eigen onderdeel, dat zegt waar het naartoe wijst.
"""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from jeugdteam_app.dossier.analyse import Soortfactor
from jeugdteam_app.dossier.samenhang import Indeling, Maat, Pijl, Samenhang, Tekening, Vak, deel_in, opschrift
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.indeling import Losse
from ui.bouwstenen.stijl import HUIDIG, LETTER

_KLEUREN: dict[Soortfactor | None, str] = {
    Soortfactor.KWETSBAARMAKEND: "zacht",
    Soortfactor.UITLOKKEND: "let_op",
    None: "accent",
    Soortfactor.IN_STAND_HOUDEND: "fout",
    Soortfactor.BESCHERMEND: "goed",
}
# Zo smal en zo breed kan een vak zijn; ertussen past de kaart zich aan het blad aan.
_SMALST, _BREEDST = 118, 220
_KIER = 30


def _breek(zin: str, maat: QFontMetrics, breedte: int) -> Qt.TextFlag:
    """Breekt tussen woorden, en alleen in een woord als het anders niet past."""
    past = all(maat.horizontalAdvance(woord) <= breedte for woord in zin.split())
    return Qt.TextFlag.TextWordWrap if past else Qt.TextFlag.TextWrapAnywhere


class _Vak(QAbstractButton):
    """Eén vak van de kaart."""

    def __init__(self, kaart: Kaart, vak: Vak) -> None:
        super().__init__(kaart)
        self.vak, self._kaart = vak, kaart
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hoogte(self, breedte: int) -> int:
        """Hoe hoog het vak moet zijn om alles te laten lezen."""
        kop, inhoud = self._regels(breedte)
        return kop.height() + inhoud.height() + 2 * HUIDIG.ruimte("s")

    def _regels(self, breedte: int) -> tuple[QRect, QRect]:
        rand, streep = HUIDIG.ruimte("s"), HUIDIG.px(4)
        vlak = QRect(rand + streep, rand, breedte - 2 * rand - streep, 10_000)
        kop = self._vlak(vlak, self._opschrift(), self._letter())
        vlak.setTop(kop.bottom() + 2)
        return kop, self._vlak(vlak, self._inhoud(), self._letter(vet=True))

    @staticmethod
    def _vlak(ruimte: QRect, zin: str, letter: QFont) -> QRect:
        maat = QFontMetrics(letter)
        return maat.boundingRect(ruimte, _breek(zin, maat, ruimte.width()), zin)

    def _inhoud(self) -> str:
        return self.vak.tekst or "…"

    def _opschrift(self) -> str:
        return opschrift(self.vak.aard, _)

    def _letter(self, *, vet: bool = False) -> QFont:
        letter = QFont(LETTER)
        letter.setPixelSize(HUIDIG.letter("klein"))
        letter.setBold(vet and self.vak.aard is None)
        return letter

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        pen, kleuren = QPainter(self), HUIDIG.kleuren
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        omtrek = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        vorm = QPainterPath()
        vorm.addRoundedRect(omtrek, 7, 7)
        aan = self.isChecked() or self.hasFocus()
        pen.fillPath(vorm, QColor(kleuren.accent_licht if self.isChecked() or self.underMouse() else kleuren.vlak))
        pen.save()
        pen.setClipPath(vorm)
        pen.fillRect(0, 0, HUIDIG.px(6), self.height(), QColor(getattr(kleuren, _KLEUREN[self.vak.aard])))
        pen.restore()
        pen.setPen(QPen(QColor(kleuren.accent if aan else kleuren.veldrand), 3 if self.hasFocus() else 1))
        pen.drawPath(vorm)
        kop, inhoud = self._regels(self.width())
        for vlak, letter, kleur, wat in (
            (kop, self._letter(), kleuren.zacht, self._opschrift()),
            (inhoud, self._letter(vet=True), kleuren.inkt, self._inhoud()),
        ):
            pen.setFont(letter)
            pen.setPen(QColor(kleur))
            pen.drawText(vlak, _breek(wat, QFontMetrics(letter), self.width() - vlak.x() - HUIDIG.ruimte("s")), wat)
        pen.end()

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not self._kaart.loop(self, toets.key()):
            super().keyPressEvent(toets)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusInEvent(gebeurtenis)
        self._kaart.bezoek(self)

    def mouseMoveEvent(self, muis: QMouseEvent) -> None:
        if muis.buttons() & Qt.MouseButton.LeftButton and not self.rect().contains(muis.position().toPoint()):
            self.setDown(False)
            self._kaart.sleep(self, self.mapTo(self._kaart, muis.position().toPoint()).toPointF())
        super().mouseMoveEvent(muis)

    def mouseReleaseEvent(self, muis: QMouseEvent) -> None:
        if not self._kaart.laat_los(self):
            super().mouseReleaseEvent(muis)


class Kaart(QWidget):
    """De kaart. ``gekozen`` zegt welk vak, ``verbonden`` tussen welke twee een pijl is getrokken."""

    gekozen = Signal(str)
    verbonden = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._indeling = Losse(self)
        self._samenhang: Samenhang | None = None
        self._ingedeeld: Indeling | None = None
        self._tekening: Tekening | None = None
        self._vakken: dict[str, _Vak] = {}
        self._gesleept: tuple[_Vak, QPointF] | None = None
        self._ruimte = 0

    def toon(self, samenhang: Samenhang) -> None:
        """Tekent deze kaart; wat al gekozen was of de focus had, houdt die."""
        if samenhang == self._samenhang:
            return
        self._samenhang, self._ingedeeld = samenhang, deel_in(samenhang)
        for naam in [n for n in self._vakken if all(n != v.sleutel for v in samenhang.vakken)]:
            self._vakken[naam].setParent(None)
            self._vakken.pop(naam).deleteLater()
        for vak in samenhang.vakken:
            if vak.sleutel not in self._vakken:
                self._vakken[vak.sleutel] = self._nieuw(vak)
            self._vakken[vak.sleutel].vak = vak
            self._vakken[vak.sleutel].setAccessibleName(self._in_woorden(vak))
        if not any(v.focusPolicy() & Qt.FocusPolicy.TabFocus for v in self._vakken.values()):
            self.bezoek(self._vakken[samenhang.vakken[0].sleutel])
        self.leg(self._ruimte)

    def _nieuw(self, vak: Vak) -> _Vak:
        gemaakt = _Vak(self, vak)
        gemaakt.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        gemaakt.clicked.connect(lambda: self.kies(gemaakt.vak.sleutel))
        self._indeling.addWidget(gemaakt)
        gemaakt.show()
        return gemaakt

    def _in_woorden(self, vak: Vak) -> str:
        zin = f"{opschrift(vak.aard, _)}: {vak.tekst.rstrip('.')}"
        naar = (
            "; ".join(v.tekst or opschrift(v.aard, _) for v in self._samenhang.van(vak.sleutel))
            if self._samenhang
            else ""
        )
        return _("{vak}. Leidt tot: {naar}").format(vak=zin, naar=naar) if naar else zin

    def kies(self, sleutel: str) -> None:
        """Kiest een vak."""
        for naam, vak in self._vakken.items():
            vak.setChecked(naam == sleutel)
        self.gekozen.emit(sleutel)

    def leg(self, ruimte: int) -> None:
        """Legt de kaart in een breedte; past zij niet, dan wordt zij breder dan dat."""
        self._ruimte = ruimte
        if self._ingedeeld is None or not ruimte:
            return
        kieren, rand = HUIDIG.px(_KIER), HUIDIG.ruimte("s")
        kolommen = len(self._ingedeeld.lagen)
        passend = (ruimte - (kolommen - 1) * kieren) // kolommen
        breed = max(HUIDIG.px(_SMALST), min(HUIDIG.px(_BREEDST), passend))
        maat = Maat(breed, kieren, HUIDIG.ruimte("m"))
        self._tekening = self._ingedeeld.teken(lambda vak: self._vakken[vak.sleutel].hoogte(breed), maat)
        for plek in self._tekening.plekken:
            vlak = QRect(round(plek.x), round(plek.y) + rand, breed, round(plek.hoogte))
            self._vakken[plek.vak.sleutel].setGeometry(vlak)
        self.setFixedSize(round(self._tekening.breedte), round(self._tekening.hoogte) + 2 * rand)
        self.update()

    def bezoek(self, hier: _Vak) -> None:
        """Eén vak is met Tab te bereiken; de andere met de pijltjes."""
        for vak in self._vakken.values():
            soort = Qt.FocusPolicy.StrongFocus if vak is hier else Qt.FocusPolicy.ClickFocus
            vak.setFocusPolicy(soort)
        ouder = self.parentWidget()
        while ouder is not None and not isinstance(ouder, QScrollArea):
            ouder = ouder.parentWidget()
        if isinstance(ouder, QScrollArea) and hier.hasFocus():
            ouder.ensureWidgetVisible(hier, HUIDIG.px(20), 0)

    def loop(self, hier: _Vak, toets: int) -> bool:
        """Gaat met een pijltje naar het dichtstbijzijnde vak die kant op."""
        richting = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if toets not in richting:
            return False
        dx, dy = richting[Qt.Key(toets)]
        midden = hier.geometry().center()
        kandidaten = []
        for vak in self._vakken.values():
            stap = vak.geometry().center() - midden
            vooruit, opzij = stap.x() * dx + stap.y() * dy, abs(stap.x() * dy) + abs(stap.y() * dx)
            zelfde_kolom = vak.x() == hier.x()
            if vak is not hier and vooruit > 0 and (not dy or zelfde_kolom):
                kandidaten.append((vooruit if dy else abs(stap.x()), opzij, vak))
        if kandidaten:
            min(kandidaten, key=lambda k: k[:2])[2].setFocus()
        return True

    def sleep(self, van: _Vak, waar: QPointF) -> None:
        """Een pijl die nog getrokken wordt."""
        self._gesleept = (van, waar)
        self.update()

    def laat_los(self, van: _Vak) -> bool:
        """Trekt de pijl naar het vak waar de muis nu is. Geeft of er gesleept werd."""
        if self._gesleept is None:
            return False
        waar = self._gesleept[1].toPoint()
        self._gesleept = None
        van.setDown(False)
        naar = next((v for v in self._vakken.values() if v.geometry().contains(waar)), None)
        if naar is not None and naar is not van and van.vak.aard is not None:
            self.verbonden.emit(van.vak.sleutel, naar.vak.sleutel)
        self.update()
        return True

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        if self._tekening is None:
            return
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        aard = {v.sleutel: v.aard for v in self._samenhang.vakken} if self._samenhang else {}
        for pijl, punten in self._tekening.lijnen:
            kleur = QColor(getattr(HUIDIG.kleuren, _KLEUREN[aard[pijl.van]]))
            _teken_pijl(pen, pijl, [QPointF(x, y + HUIDIG.ruimte("s")) for x, y in punten], kleur)
        if self._gesleept is not None:
            van, waar = self._gesleept
            pen.setPen(QPen(QColor(HUIDIG.kleuren.accent), HUIDIG.px(2)))
            pen.drawLine(QRectF(van.geometry()).center(), waar)
        pen.end()


def _teken_pijl(pen: QPainter, pijl: Pijl, punten: list[QPointF], kleur: QColor) -> None:
    """Een getrokken pijl is een volle lijn, een pijl die vanzelf naar de vraag wijst is gestippeld."""
    streep = Qt.PenStyle.SolidLine if pijl.zelf else Qt.PenStyle.DashLine
    pen.setPen(QPen(kleur, HUIDIG.px(2 if pijl.zelf else 1), streep))
    pen.setBrush(Qt.BrushStyle.NoBrush)
    weg = QPainterPath(punten[0])
    for vorig, punt in pairwise(punten):
        midden = (vorig.x() + punt.x()) / 2
        if vorig.x() == punt.x():
            midden = vorig.x() + HUIDIG.px(24)
        weg.cubicTo(QPointF(midden, vorig.y()), QPointF(midden, punt.y()), punt)
    pen.drawPath(weg)
    einde = punten[-1]
    hoek = math.radians(weg.angleAtPercent(1.0))
    lang = HUIDIG.px(9)
    achter = [
        einde - QPointF(lang * math.cos(hoek + scheef), -lang * math.sin(hoek + scheef)) for scheef in (0.4, -0.4)
    ]
    pen.setPen(Qt.PenStyle.NoPen)
    pen.setBrush(kleur)
    pen.drawPolygon(QPolygonF([einde, *achter]))


class Kaartvenster(QScrollArea):
    """De kaart op een blad: zo breed als het blad, en opzij te schuiven als zij breder is."""

    def __init__(self, kaart: Kaart) -> None:
        super().__init__()
        self.kaart = kaart
        self.setWidget(kaart)
        self.setObjectName("tekening")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def toon(self, samenhang: Samenhang) -> None:
        """Tekent deze kaart en maakt er plek voor."""
        self.kaart.toon(samenhang)
        self._pas()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self.kaart.leg(self.viewport().width())
        self._pas()

    def _pas(self) -> None:
        balk = self.horizontalScrollBar()
        nodig = self.kaart.height() + (balk.sizeHint().height() if self.kaart.width() > self.viewport().width() else 0)
        self.setFixedHeight(nodig + 2)

    def sizeHint(self) -> QSize:
        return QSize(HUIDIG.px(320), self.kaart.height())
