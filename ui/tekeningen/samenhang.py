"""De kaart van wat meespeelt: vakken van links naar rechts, met pijlen naar wat ze veroorzaken.

Met de pijltjes ga je van vak naar vak, met Enter of een klik kies je er een; slepen van vak naar vak trekt
een pijl. Elk vak is voor een schermlezer een eigen onderdeel, dat zegt waar het naartoe wijst.
"""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)

from jeugdteam_app.dossier.analyse import Soortfactor
from jeugdteam_app.dossier.samenhang import Indeling, Maat, Pijl, Samenhang, Tekening, Vak, deel_in, doet, opschrift
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.stijl import HUIDIG, LETTER
from ui.tekeningen.tekenblad import Tekenblad, Tekenvak

_KLEUREN: dict[Soortfactor | None, str] = {
    Soortfactor.KWETSBAARMAKEND: "zacht",
    Soortfactor.UITLOKKEND: "let_op",
    None: "accent",
    Soortfactor.IN_STAND_HOUDEND: "fout",
    Soortfactor.BESCHERMEND: "goed",
}
# Zo smal en zo breed kan een vak zijn; ertussen past de kaart zich aan het blad aan.
_SMALST, _BREEDST = 112, 220
# Plek voor een pijl; past de kaart net niet, dan eerst minder.
_KIER, _KRAPST = 30, 20


def _breek(zin: str, maat: QFontMetrics, breedte: int) -> Qt.TextFlag:
    """Breekt tussen woorden, en alleen in een woord als het anders niet past."""
    past = all(maat.horizontalAdvance(woord) <= breedte for woord in zin.split())
    return Qt.TextFlag.TextWordWrap if past else Qt.TextFlag.TextWrapAnywhere


class _Vak(Tekenvak):
    """Eén vak van de kaart."""

    def __init__(self, kaart: Kaart, vak: Vak) -> None:
        super().__init__(kaart, vak.sleutel)
        self.vak, self._kaart = vak, kaart

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

    def mouseMoveEvent(self, muis: QMouseEvent) -> None:
        if muis.buttons() & Qt.MouseButton.LeftButton and not self.rect().contains(muis.position().toPoint()):
            self.setDown(False)
            self._kaart.sleep(self, self.mapTo(self._kaart, muis.position().toPoint()).toPointF())
        super().mouseMoveEvent(muis)

    def mouseReleaseEvent(self, muis: QMouseEvent) -> None:
        if not self._kaart.laat_los(self):
            super().mouseReleaseEvent(muis)


class Kaart(Tekenblad[_Vak]):
    """De kaart. ``gekozen`` zegt welk vak, ``verbonden`` tussen welke twee een pijl is getrokken."""

    verbonden = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._samenhang: Samenhang | None = None
        self._ingedeeld: Indeling | None = None
        self._tekening: Tekening | None = None
        self._gesleept: tuple[_Vak, QPointF] | None = None

    def toon(self, samenhang: Samenhang) -> None:
        """Tekent deze kaart; wat al gekozen was of de focus had, houdt die."""
        if samenhang == self._samenhang:
            return
        self._samenhang, self._ingedeeld = samenhang, deel_in(samenhang)
        nieuw = self.houd(v.sleutel for v in samenhang.vakken)
        for vak in samenhang.vakken:
            if vak.sleutel in nieuw:
                self.voeg_toe(_Vak(self, vak))
            self.vakken[vak.sleutel].vak = vak
            self.vakken[vak.sleutel].setAccessibleName(self._in_woorden(vak))
        self.maak_bereikbaar()

    def _in_woorden(self, vak: Vak) -> str:
        zin = f"{opschrift(vak.aard, _)}: {vak.tekst.rstrip('.')}"
        naar = (
            "; ".join(v.tekst or opschrift(v.aard, _) for v in self._samenhang.van(vak.sleutel))
            if self._samenhang
            else ""
        )
        return f"{zin}. {doet(vak.aard, _)}: {naar}" if naar else zin

    def leg(self, ruimte: int) -> None:
        """Legt de kaart in een breedte; past zij niet, dan wordt zij breder dan dat."""
        if self._ingedeeld is None or not ruimte:
            return
        rand, kolommen = HUIDIG.ruimte("s"), len(self._ingedeeld.lagen)
        over = (ruimte - kolommen * HUIDIG.px(_SMALST)) // max(1, kolommen - 1)
        kieren = max(HUIDIG.px(_KRAPST), min(HUIDIG.px(_KIER), over))
        passend = (ruimte - (kolommen - 1) * kieren) // kolommen
        breed = max(HUIDIG.px(_SMALST), min(HUIDIG.px(_BREEDST), passend))
        maat = Maat(breed, kieren, HUIDIG.ruimte("m"))
        self._tekening = self._ingedeeld.teken(lambda vak: self.vakken[vak.sleutel].hoogte(breed), maat)
        for plek in self._tekening.plekken:
            vlak = QRect(round(plek.x), round(plek.y) + rand, breed, round(plek.hoogte))
            self.vakken[plek.vak.sleutel].setGeometry(vlak)
        self.setFixedSize(round(self._tekening.breedte), round(self._tekening.hoogte) + 2 * rand)
        self.update()

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
        naar = next((v for v in self.vakken.values() if v.geometry().contains(waar)), None)
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
