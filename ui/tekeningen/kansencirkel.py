"""De kansencirkel als wiel: een kind vult elk vak met de vinger, de muis of de pijltjes.

Hoe vol een vak is, staat er nooit als cijfer: het is een gebaar, geen meting.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from jeugdteam_app.dossier.kansencirkel import RINGEN, Element, Vak
from jeugdteam_app.dossier.woorden import cirkel_in_woorden, woord
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.stijl import HUIDIG

_ELEMENTEN = tuple(Element)
_HOEK = 360 / len(_ELEMENTEN)
# Hoe ver de boog van een andere dag binnen de rand ligt: zo liggen twee bogen nooit over elkaar.
_ERNAAST = 10


def in_woorden(element: Element, vak: Vak) -> str:
    """Wat het vak laat zien, voor wie het niet ziet."""
    return cirkel_in_woorden(element, vak, _)


@dataclass(frozen=True)
class _Maten:
    """Waar het wiel ligt en hoe breed een ring is."""

    midden: QPointF
    straal: float
    met_nummers: bool = False

    @property
    def ring(self) -> float:
        return self.straal / (RINGEN + 0.6)

    @property
    def hart(self) -> QRectF:
        """Het open hart van het wiel."""
        straal = self.buiten(0)
        return QRectF(self.midden.x() - straal, self.midden.y() - straal, 2 * straal, 2 * straal)

    def buiten(self, ring: int) -> float:
        """De straal tot en met een ring; ring nul is het open hart."""
        return self.ring * (ring + 0.6)


class Wiel(QWidget):
    """Acht vakken met vier ringen. ``gekozen`` meldt welk vak hoe vol werd, ``None`` is niet besproken."""

    gekozen = Signal(str, object)
    bezocht = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._vakken: Mapping[Element, Vak] = {}
        self._naast: Mapping[Element, Vak] | None = None
        self._gewenst = False
        self._woorden: Mapping[Element, str] = {}
        self._hier = 0
        self._gedrukt: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        maat = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        maat.setHeightForWidth(True)
        self.setSizePolicy(maat)

    def sizeHint(self) -> QSize:
        return QSize(self._grootste, self._grootste)

    @property
    def _grootste(self) -> int:
        """Zo groot als het mag; met de namen erbij nooit hoger dan er van het venster in één keer te zien is."""
        van_het_venster = self.window().height()
        hoogste = min(round(van_het_venster * 0.6), round(van_het_venster * 0.8) - self._namenhoogte)
        return min(HUIDIG.px(520), max(self.minimumSizeHint().height(), hoogste))

    @property
    def _namenhoogte(self) -> int:
        """Wat de namen boven en onder het wiel aan hoogte vragen."""
        return 4 * self.fontMetrics().height()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 240)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, breedte: int) -> int:
        zijde = min(breedte, self._grootste)
        return zijde + (self._lijsthoogte(breedte) if self._met_nummers(breedte) else self._namenhoogte)

    def _met_nummers(self, breedte: int) -> bool:
        """Of de namen naast het wiel te breed zijn: dan krijgt elk vak een nummer, met de namen eronder."""
        zijde = min(breedte, self._grootste)
        return breedte - 2 * self._breedste() < 0.6 * zijde

    def _breedste(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(f"8. {_(woord(e))}") for e in _ELEMENTEN)

    def _kolommen(self, breedte: int) -> int:
        return max(1, min(4, breedte // (self._breedste() + HUIDIG.ruimte("l"))))

    def _lijsthoogte(self, breedte: int) -> int:
        rijen = math.ceil(len(_ELEMENTEN) / self._kolommen(breedte))
        return round(rijen * self.fontMetrics().height() * 1.3) + HUIDIG.ruimte("m")

    @property
    def hier(self) -> Element:
        """Het vak waar de pijltjes over gaan."""
        return _ELEMENTEN[self._hier]

    def toon(
        self,
        vakken: Mapping[Element, Vak],
        naast: Mapping[Element, Vak] | None,
        *,
        gewenst: bool,
        woorden: Mapping[Element, str] | None = None,
    ) -> None:
        """Tekent deze vakken, met een andere dag eroverheen als die er is.

        ``woorden`` is wat een schermlezer hoort waar een vak meer zegt dan er te tekenen is: bij twee antwoorden.
        """
        self._vakken, self._naast, self._gewenst, self._woorden = vakken, naast, gewenst, woorden or {}
        self._zeg()
        self.update()

    def ga_naar(self, element: Element) -> None:
        """Maakt een vak het vak van de pijltjes."""
        self._hier = _ELEMENTEN.index(element)
        self._zeg()
        self.update()

    def _vak(self, element: Element) -> Vak:
        return self._vakken.get(element, Vak())

    def _vulling(self, element: Element) -> int | None:
        vak = self._vak(element)
        return vak.gewenst if self._gewenst else vak.nu

    def _zeg(self) -> None:
        """Een schermlezer hoort het vak van nu als naam, en het hele wiel als uitleg."""
        zinnen = {e: self._woorden.get(e) or in_woorden(e, self._vak(e)) for e in _ELEMENTEN}
        self.setAccessibleName(zinnen[self.hier])
        self.setAccessibleDescription(". ".join(zinnen.values()))

    def _maten(self) -> _Maten:
        if self._met_nummers(self.width()):
            hoogte = self.height() - self._lijsthoogte(self.width())
            straal = min(self.width(), hoogte) / 2 - 2
            return _Maten(QPointF(self.width() / 2, hoogte / 2), straal, met_nummers=True)
        midden = QPointF(self.width() / 2, self.height() / 2)
        breed = max(self.fontMetrics().horizontalAdvance(_(woord(e))) for e in _ELEMENTEN)
        return _Maten(midden, min((self.width() - 2 * breed) / 2, (self.height() - self._namenhoogte) / 2))

    # --- aanraken, klikken en toetsen

    def mousePressEvent(self, gebeurtenis: QMouseEvent) -> None:
        self._gedrukt = gebeurtenis.globalPosition()

    def mouseReleaseEvent(self, gebeurtenis: QMouseEvent) -> None:
        """Kleurt pas bij loslaten op dezelfde plek: wie het blad verschuift, kleurt niets."""
        van, self._gedrukt = self._gedrukt, None
        raak = self._raak(gebeurtenis.position())
        if raak is None or van is None:
            return
        if (gebeurtenis.globalPosition() - van).manhattanLength() >= QApplication.startDragDistance():
            return
        element, ring = raak
        self.ga_naar(element)
        # Nog eens op dezelfde rand haalt die ring weer weg, en nog eens in het midden maakt het vak weer onbesproken.
        nog_eens = self._vulling(element) == ring
        self._kies((ring - 1 if ring else None) if nog_eens else ring)

    def _raak(self, punt: QPointF) -> tuple[Element, int] | None:
        maten = self._maten()
        dx, dy = punt.x() - maten.midden.x(), punt.y() - maten.midden.y()
        afstand = math.hypot(dx, dy)
        if afstand > maten.straal:
            return None
        # Het eerste vak staat bovenaan, en dan met de klok mee.
        hoek = (math.degrees(math.atan2(dx, -dy)) + _HOEK / 2) % 360
        ring = max(0, min(RINGEN, math.ceil(afstand / maten.ring - 0.6)))
        return _ELEMENTEN[int(hoek // _HOEK)], ring

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        nu = self._vulling(self.hier)
        match Qt.Key(toets.key()):
            case Qt.Key.Key_Right | Qt.Key.Key_Left as kant:
                self._hier = (self._hier + (1 if kant == Qt.Key.Key_Right else -1)) % len(_ELEMENTEN)
                self._zeg()
                self.update()
                self.bezocht.emit(self.hier.value)
            case Qt.Key.Key_Up:
                self._kies(0 if nu is None else min(RINGEN, nu + 1))
            case Qt.Key.Key_Down:
                self._kies(0 if nu is None else max(0, nu - 1))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._kies(None)
            case _:
                super().keyPressEvent(toets)

    def _kies(self, vulling: int | None) -> None:
        self.gekozen.emit(self.hier.value, vulling)

    # --- tekenen

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        pen = QPainter(self)
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        maten = self._maten()
        for nummer, element in enumerate(_ELEMENTEN):
            self._teken_vak(pen, maten, nummer, self._vak(element))
        if self._naast is not None:
            for nummer, element in enumerate(_ELEMENTEN):
                anders, verf = self._naast.get(element, Vak()), HUIDIG.kleuren.let_op
                self._teken_boog(pen, maten, nummer, anders.nu, verf, Qt.PenStyle.DotLine, _ERNAAST)
                self._teken_boog(pen, maten, nummer, anders.gewenst, verf, Qt.PenStyle.DashDotLine, _ERNAAST)
        self._teken_namen(pen, maten)
        pen.end()

    def _teken_vak(self, pen: QPainter, maten: _Maten, nummer: int, vak: Vak) -> None:
        """Het vak is gevuld met waar het nu over gaat; het andere, nu of gewenst, is een boog."""
        kleuren = HUIDIG.kleuren
        gevuld, verf = (vak.gewenst, kleuren.goed) if self._gewenst else (vak.nu, kleuren.accent)
        for ring in range(RINGEN, 0, -1):
            vol = gevuld is not None and ring <= gevuld
            pen.setPen(QPen(QColor(kleuren.papier if vol else kleuren.veldrand), 1))
            pen.setBrush(QColor(verf if vol else kleuren.vlak))
            pen.drawPath(_taartpunt(maten, nummer, ring))
        if gevuld is not None:
            # Leeg is iets anders dan niet besproken: dan is het hart van het vak gekleurd.
            pen.setPen(Qt.PenStyle.NoPen)
            pen.setBrush(QColor(verf))
            pen.drawPie(maten.hart, round((90 - nummer * _HOEK - _HOEK / 2) * 16), round(_HOEK * 16))
        if self._gewenst:
            self._teken_boog(pen, maten, nummer, vak.nu, kleuren.inkt, Qt.PenStyle.SolidLine)
        else:
            self._teken_boog(pen, maten, nummer, vak.gewenst, kleuren.inkt, Qt.PenStyle.DashLine)
        if nummer == self._hier and self.hasFocus():
            pen.setBrush(Qt.BrushStyle.NoBrush)
            pen.setPen(QPen(QColor(kleuren.inkt), HUIDIG.px(3)))
            pen.drawPath(_taartpunt(maten, nummer, RINGEN))

    def _teken_boog(
        self,
        pen: QPainter,
        maten: _Maten,
        nummer: int,
        ring: int | None,
        kleur: str,
        lijn: Qt.PenStyle,
        binnen: int = 3,
    ) -> None:
        """Een boog binnen de rand van een ring; ``binnen`` is hoe ver."""
        if ring is None:
            return
        straal = maten.buiten(ring) - HUIDIG.px(binnen)
        vlak = QRectF(maten.midden.x() - straal, maten.midden.y() - straal, 2 * straal, 2 * straal)
        begin = 90 - nummer * _HOEK - _HOEK / 2 + 2
        # Een lichte rand eronder, zodat de lijn ook op een vol vak te zien is.
        for verf, breed, soort in ((HUIDIG.kleuren.vlak, 7, Qt.PenStyle.SolidLine), (kleur, 4, lijn)):
            pen.setPen(QPen(QColor(verf), HUIDIG.px(breed), soort, Qt.PenCapStyle.FlatCap))
            pen.drawArc(vlak, round(begin * 16), round((_HOEK - 4) * 16))

    def _teken_namen(self, pen: QPainter, maten: _Maten) -> None:
        if maten.met_nummers:
            self._teken_lijst(pen)
        for nummer, element in enumerate(_ELEMENTEN):
            letter = pen.font()
            letter.setBold(nummer == self._hier and self.hasFocus())
            vorm = QPainterPath()
            vorm.addText(QPointF(0, 0), letter, str(nummer + 1) if maten.met_nummers else _(woord(element)))
            vorm.translate(self._naamplek(maten, nummer, vorm.boundingRect()))
            pen.setBrush(QColor(HUIDIG.kleuren.inkt))
            # Een rand in de kleur van het vel: zo is een naam ook op een gekleurd vak te lezen.
            pen.strokePath(vorm, QPen(QColor(HUIDIG.kleuren.vlak), HUIDIG.px(5)))
            pen.fillPath(vorm, QColor(HUIDIG.kleuren.inkt))

    def _teken_lijst(self, pen: QPainter) -> None:
        """De namen bij de nummers, onder het wiel; het vak van nu staat er vet."""
        kolommen, rij = self._kolommen(self.width()), round(self.fontMetrics().height() * 1.3)
        breed = self.width() // kolommen
        boven = self.height() - self._lijsthoogte(self.width()) + HUIDIG.ruimte("m")
        pen.setPen(QColor(HUIDIG.kleuren.inkt))
        for nummer, element in enumerate(_ELEMENTEN):
            letter = pen.font()
            letter.setBold(nummer == self._hier)
            pen.setFont(letter)
            plek = QRectF(nummer % kolommen * breed, boven + nummer // kolommen * rij, breed, rij)
            pen.drawText(
                plek, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{nummer + 1}. {_(woord(element))}"
            )

    def _naamplek(self, maten: _Maten, nummer: int, vak: QRectF) -> QPointF:
        """Waar een naam begint: naast het wiel; of een nummer, binnen de rand van zijn vak."""
        hoek = math.radians(nummer * _HOEK)
        afstand = maten.straal * 0.82 if maten.met_nummers else maten.straal + vak.height()
        x = maten.midden.x() + math.sin(hoek) * afstand
        # Naast het wiel eindigt een naam links van het midden bij het wiel, en begint hij rechts daar.
        kant = round(math.sin(hoek)) if not maten.met_nummers else 0
        x -= vak.width() * (1 - kant) / 2
        y = maten.midden.y() - math.cos(hoek) * afstand - vak.center().y()
        return QPointF(min(max(4.0, x), self.width() - vak.width() - 6.0), y)


def _taartpunt(maten: _Maten, nummer: int, ring: int) -> QPainterPath:
    """De vorm van een vak tot en met een ring."""
    buiten = maten.buiten(ring)
    begin = 90 - nummer * _HOEK - _HOEK / 2
    vorm = QPainterPath()
    vlak = QRectF(maten.midden.x() - buiten, maten.midden.y() - buiten, 2 * buiten, 2 * buiten)
    vorm.arcMoveTo(vlak, begin)
    vorm.arcTo(vlak, begin, _HOEK)
    vorm.arcTo(maten.hart, begin + _HOEK, -_HOEK)
    vorm.closeSubpath()
    return vorm
