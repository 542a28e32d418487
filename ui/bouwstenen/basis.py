"""Kleine onderdelen: teksten, knoppen, kaarten, meldingen en een regel die open kan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.bouwstenen.iconen import icoon, plaatje
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.stijl import HUIDIG


def tekst(inhoud: str, rol: str = "") -> QLabel:
    """Platte tekst die doorloopt; wat iemand typte, wordt nooit als opmaak gelezen."""
    label = QLabel(inhoud)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    if rol:
        label.setProperty("rol", rol)
    return label


def _is_enter(toets: QKeyEvent) -> bool:
    """Onze knoppen werken ook op Enter, niet alleen op de spatie."""
    return toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Knop(QPushButton):
    """Een knop met woorden, die doorlopen op een volgende regel als zij niet passen; een gewone knop kapt ze af."""

    def __init__(self, opschrift: str = "") -> None:
        super().__init__()
        self._opschrift = opschrift
        # Ruimte rechts die voor iets anders is, zoals een pijl.
        self.vrij_rechts = 0
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._zet(opschrift.split("\n"))

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if _is_enter(toets):
            self.click()
        else:
            super().keyPressEvent(toets)

    def text(self) -> str:
        """Het hele opschrift, zonder de regeleinden die alleen van de breedte komen."""
        return self._opschrift

    def setText(self, opschrift: str) -> None:
        """Verandert het opschrift."""
        self._opschrift = opschrift
        self._breek_af()

    def sizeHint(self) -> QSize:
        """Zo breed als de langste regel van het opschrift."""
        langste = max(map(self.fontMetrics().horizontalAdvance, self._opschrift.split("\n")))
        return QSize(self._rand() + langste, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Zo smal als het langste woord."""
        langste = max(map(self.fontMetrics().horizontalAdvance, self._opschrift.split()), default=0)
        return QSize(self._rand() + langste, super().sizeHint().height())

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._breek_af()

    def _rand(self) -> int:
        """Wat er naast de woorden aan breedte nodig is: het beeld en de randen."""
        self.ensurePolished()
        breedste = max(map(self.fontMetrics().horizontalAdvance, self.regels))
        return super().sizeHint().width() - breedste + self.vrij_rechts

    def _breek_af(self) -> None:
        ruimte, maat, delen = self.width() - self._rand(), self.fontMetrics(), self._opschrift.split("\n")
        self._zet([r for deel in delen for r in breek_af(deel, ruimte, maat)] if self.width() > 0 else delen)

    def _zet(self, regels: list[str]) -> None:
        self.regels = regels
        # Met een beeld ervoor staat elke regel er iets vandaan.
        voor = " " if not self.icon().isNull() else ""
        super().setText("\n".join(f"{voor}{r}" if r else "" for r in regels).replace("&", "&&"))
        self.updateGeometry()


def knop(opschrift: str, doe: Callable[[], object], soort: str = "", beeld: str = "") -> QPushButton:
    """Een knop met woorden. ``soort``: hoofd, stil of gewoon."""
    gemaakt = Knop(opschrift)
    gemaakt.setProperty("soort", soort)
    gemaakt.setAccessibleName(opschrift)
    if beeld:
        kleur = HUIDIG.kleuren.op_accent if soort == "hoofd" else HUIDIG.kleuren.accent
        gemaakt.setIcon(icoon(beeld, kleur))
        gemaakt.setIconSize(QSize(HUIDIG.px(18), HUIDIG.px(18)))
    gemaakt.clicked.connect(lambda: doe())
    return gemaakt


class Icoonknop(QToolButton):
    """Een kleine knop met alleen een beeld."""

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        if _is_enter(toets):
            self.click()
        else:
            super().keyPressEvent(toets)


def icoonknop(beeld: str, naam: str, doe: Callable[[], object]) -> QToolButton:
    """Een kleine knop met een icoon; de naam is te lezen en te horen."""
    gemaakt = Icoonknop()
    gemaakt.setIcon(icoon(beeld))
    gemaakt.setIconSize(QSize(HUIDIG.px(18), HUIDIG.px(18)))
    gemaakt.setToolTip(naam)
    gemaakt.setAccessibleName(naam)
    gemaakt.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    gemaakt.clicked.connect(lambda: doe())
    return gemaakt


def links(indeling: QVBoxLayout, onderdeel: QWidget) -> None:
    """Zet een knop links, zo breed als zijn woorden."""
    indeling.addWidget(onderdeel, 0, Qt.AlignmentFlag.AlignLeft)


class Kaart(QFrame):
    """Een vel op de tafel: een vlak met ruimte."""

    def __init__(self, vlak: str = "kaart", rand: str = "l") -> None:
        super().__init__()
        self.setProperty("vlak", vlak)
        self.kolom: QVBoxLayout = kolom(self, "m", rand)


_BEELD = {"fout": "circle-alert", "let_op": "triangle-alert", "goed": "circle-check", "info": "info"}


class Melding(QFrame):
    """Een bericht met icoon en woorden; nooit alleen een kleur."""

    def __init__(self, soort: str, inhoud: str) -> None:
        super().__init__()
        self.setProperty("vlak", soort)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(*(HUIDIG.ruimte("m"),) * 4)
        indeling.setSpacing(HUIDIG.ruimte("m"))
        beeld = QLabel()
        kleur = {"fout": "fout", "let_op": "let_op", "goed": "goed", "info": "accent"}[soort]
        beeld.setPixmap(plaatje(_BEELD[soort], kleur=getattr(HUIDIG.kleuren, kleur)))
        indeling.addWidget(beeld, 0, Qt.AlignmentFlag.AlignTop)
        self.label = tekst(inhoud)
        self.rechts = kolom(None, "s")
        self.rechts.addWidget(self.label)
        indeling.addLayout(self.rechts, 1)
        self.setAccessibleName(inhoud)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def zeg(self, inhoud: str) -> None:
        """Verandert wat er staat, ook voor wie het hoort."""
        self.label.setText(inhoud)
        self.setAccessibleName(inhoud)


def breek_af(zin: str, breedte: int, maat: QFontMetrics) -> list[str]:
    """De zin in regels die niet breder zijn dan de breedte; een te lang woord staat alleen."""
    regels: list[str] = [""]
    for woord in zin.split():
        langer = f"{regels[-1]} {woord}".strip()
        if regels[-1] and maat.horizontalAdvance(langer) > breedte:
            regels.append(woord)
        else:
            regels[-1] = langer
    return regels


class Uitklapper(QFrame):
    """Een regel die opengaat: bovenaan de uitspraak, daaronder waarom."""

    def __init__(self, opschrift: str, beeld: str, kleur: str, *, open_: bool = False) -> None:
        super().__init__()
        self.setProperty("vlak", "item")
        indeling = kolom(self, "xs", "xs")
        self._opschrift, self._beeld, self._kleur = opschrift, beeld, kleur
        self.knop = Knop(opschrift)
        self.knop.vrij_rechts = HUIDIG.px(20) + HUIDIG.ruimte("m")
        self.knop.setProperty("soort", "uitklap")
        self.knop.setProperty("opschrift", opschrift)
        self.knop.setIcon(icoon(beeld, kleur))
        self.knop.setIconSize(QSize(HUIDIG.px(20), HUIDIG.px(20)))
        self.knop.setCheckable(True)
        self.knop.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        # De pijl ligt op de knop: wie op de pijl drukt, drukt op de regel.
        self._pijl = QLabel()
        self._pijl.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        op_knop = QHBoxLayout(self.knop)
        op_knop.setContentsMargins(0, 0, HUIDIG.ruimte("s"), 0)
        op_knop.addStretch(1)
        op_knop.addWidget(self._pijl)
        indeling.addWidget(self.knop)
        self.binnen = QWidget()
        self.kolom = kolom(self.binnen, "s")
        self.kolom.setContentsMargins(HUIDIG.px(38), 0, HUIDIG.ruimte("m"), HUIDIG.ruimte("m"))
        indeling.addWidget(self.binnen)
        self.knop.toggled.connect(self._toon)
        self.knop.setChecked(open_)
        self._toon(open_)

    def vul_bij_openen(self, vul: Callable[[QVBoxLayout], object]) -> None:
        """Maakt de inhoud pas als iemand hem wil zien: een lang blad is er dan meteen."""

        def eerste_keer(open_: bool) -> None:
            if open_ and not self.kolom.count():
                vul(self.kolom)

        self.knop.toggled.connect(eerste_keer)

    def zet_opschrift(self, opschrift: str) -> None:
        """Verandert de regel zelf."""
        self._opschrift = opschrift
        self.knop.setProperty("opschrift", opschrift)
        self.knop.setText(opschrift)
        self._toon(self.knop.isChecked())

    def _toon(self, open_: bool) -> None:
        from jeugdteam_app.kern.taal import _

        self.binnen.setVisible(open_)
        self._pijl.setPixmap(plaatje("chevron-up" if open_ else "chevron-down", 20, HUIDIG.kleuren.zacht))
        staat = _("open") if open_ else _("dicht, druk om te openen")
        self.knop.setAccessibleName(f"{self._opschrift}: {staat}")


def bezig(naam: str) -> QWidget:
    """Een balk die laat zien dat er gewerkt wordt, zonder te weten hoe lang nog."""
    from PySide6.QtWidgets import QProgressBar

    balk = QProgressBar()
    balk.setRange(0, 0)
    balk.setTextVisible(False)
    balk.setAccessibleName(naam)
    return balk


def leeg(indeling: QVBoxLayout | QHBoxLayout) -> None:
    """Haalt alles uit een indeling en ruimt het op."""
    while indeling.count():
        item = indeling.takeAt(0)
        if item is None:
            continue
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(onder := item.layout(), QVBoxLayout | QHBoxLayout):
            leeg(onder)
