"""Velden waarin iemand kiest in plaats van typt: rondjes, vakjes, een lijst, of één vakje."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import fill
from typing import Any, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from jeugdteam_app.kern.feit import Bekend, Feit, NietBesproken, Onbekend, waarde
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.indeling import Doorlooprij
from ui.bouwstenen.invoer import Keuzelijst
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.velden import Veldvorm

# Een keuze langer dan dit loopt door op een volgende regel: een rondje kan dat zelf niet.
LANGSTE_KEUZE = 36
_PIJLEN = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
# Wat er bij een keuze staat, en wat er dan in het dossier komt.
Keuze: TypeAlias = tuple[str, Any]


class Rondje(QRadioButton):
    """Een rondje waarbij de pijlen de rij volgen, ook als die over meer regels loopt."""

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        stap = _PIJLEN.get(Qt.Key(toets.key()), 0)
        if not stap or self.group() is None:
            super().keyPressEvent(toets)
            return
        rij = self.group().buttons()
        volgende = rij[(rij.index(self) + stap) % len(rij)]
        volgende.setFocus(Qt.FocusReason.TabFocusReason)
        volgende.click()


class Keuzeveld(Veldvorm):
    """Eén keuze uit een paar, als knoppen naast elkaar. Zo nodig met 'weet ik niet' en 'niet besproken'."""

    def __init__(
        self, schrijver: Schrijver, band: Band, label: str, keuzes: Sequence[Keuze], uitleg: str = "", *, open_: bool
    ) -> None:
        super().__init__(schrijver, band, label, uitleg)
        self._woorden = {keuze: opschrift for opschrift, keuze in keuzes}
        self.groep = QButtonGroup(self)
        self._feiten: list[Feit[Any]] = []
        vak = QWidget()
        self._rij = Doorlooprij(vak)
        for opschrift, keuze in keuzes:
            self._voeg_toe(opschrift, Bekend(keuze))
        if open_:
            self._voeg_toe(_("weet ik niet"), Onbekend(gevraagd=True), leeg=True)
            self._voeg_toe(_("niet besproken"), NietBesproken(), leeg=True)
        self.plaats(vak)
        self.setFocusProxy(self.groep.buttons()[0])
        feit = schrijver.lees(band)
        self.toon(feit)
        self.toon_conflict(feit)
        self.groep.idClicked.connect(self._gekozen)

    def als_tekst(self, inhoud: Any) -> str:
        return self._woorden.get(inhoud, str(inhoud))

    def _voeg_toe(self, opschrift: str, feit: Feit[Any], *, leeg: bool = False) -> None:
        gemaakt = Rondje(fill(opschrift, LANGSTE_KEUZE))
        gemaakt.setAccessibleName(f"{self.label} {opschrift}")
        if leeg:
            gemaakt.setProperty("soort", "leeg")
        self.groep.addButton(gemaakt, len(self._feiten))
        self._feiten.append(feit)
        self._rij.addWidget(gemaakt)

    def toon(self, feit: Feit[Any]) -> None:
        for nummer, mogelijk in enumerate(self._feiten):
            self.groep.button(nummer).setChecked(mogelijk == feit)

    def _gekozen(self, nummer: int) -> None:
        self.schrijver.schrijf(self.band, self._feiten[nummer])


class Meerkeuzeveld(Veldvorm):
    """Eén of meer keuzes, als vakjes. De keuzes mogen van het gezin zelf komen en dus veranderen."""

    def __init__(
        self, schrijver: Schrijver, band: Band, label: str, keuzes: Callable[[], list[Keuze]], uitleg: str = ""
    ) -> None:
        super().__init__(schrijver, band, label, uitleg)
        vak = QWidget()
        self._rij = Doorlooprij(vak)
        self._keuzes = keuzes
        self._staan_er: list[Keuze] = []
        self._vakjes: dict[Any, QCheckBox] = {}
        self.plaats(vak)
        feit = schrijver.lees(band)
        self.toon(feit)
        self.toon_conflict(feit)

    def _zet_vakjes(self) -> None:
        if (nu := self._keuzes()) == self._staan_er:
            return
        for oud in self._vakjes.values():
            oud.setParent(None)
            oud.deleteLater()
        self._vakjes, self._staan_er = {}, nu
        for opschrift, keuze in nu:
            vakje = QCheckBox(fill(opschrift, LANGSTE_KEUZE))
            vakje.setAccessibleName(f"{self.label} {opschrift}")
            vakje.clicked.connect(self._gekozen)
            self._vakjes[keuze] = vakje
            self._rij.addWidget(vakje)
        if self._vakjes:
            self.setFocusProxy(next(iter(self._vakjes.values())))

    def als_tekst(self, inhoud: Any) -> str:
        woorden = {keuze: opschrift for opschrift, keuze in self._keuzes()}
        return ", ".join(woorden.get(keuze, str(keuze)) for keuze in inhoud)

    def toon(self, feit: Feit[Any]) -> None:
        self._zet_vakjes()
        gekozen = waarde(feit) or ()
        for keuze, vakje in self._vakjes.items():
            vakje.setChecked(keuze in gekozen)

    def _gekozen(self) -> None:
        # Wat hier niet te kiezen is (afgeschermd aan tafel, of weg uit het dossier) blijft staan zoals het stond.
        al = waarde(self.schrijver.lees(self.band)) or ()
        aan = tuple(k for k, vakje in self._vakjes.items() if vakje.isChecked())
        gekozen = (*(k for k in al if k not in self._vakjes), *aan)
        self.schrijver.schrijf(self.band, Bekend(gekozen) if gekozen else Onbekend())


class Lijstveld(Veldvorm):
    """Eén keuze uit een lijst die per gezin verschilt, zoals een woonplek."""

    def __init__(
        self,
        schrijver: Schrijver,
        band: Band,
        label: str,
        keuzes: Callable[[], list[tuple[str, str]]],
        uitleg: str = "",
    ) -> None:
        super().__init__(schrijver, band, label, uitleg)
        self._keuzes = keuzes
        self.lijst = Keuzelijst()
        self.plaats(self.lijst)
        feit = schrijver.lees(band)
        self.toon(feit)
        self.toon_conflict(feit)
        self.lijst.activated.connect(self._gekozen)

    def als_tekst(self, inhoud: Any) -> str:
        return dict(self._keuzes()).get(str(inhoud), _("weggehaald"))

    def toon(self, feit: Feit[Any]) -> None:
        self.lijst.clear()
        self.lijst.addItem(_("nog niet gekozen"), "")
        for sleutel, naam in self._keuzes():
            self.lijst.addItem(naam, sleutel)
        self.lijst.setCurrentIndex(max(0, self.lijst.findData(waarde(feit) or "")))

    def ververs(self) -> None:
        """Toont de keuzes opnieuw; ze kunnen veranderd zijn."""
        self.toon(self.schrijver.lees(self.band))

    def _gekozen(self) -> None:
        sleutel = str(self.lijst.currentData())
        self.schrijver.schrijf(self.band, Bekend(sleutel) if sleutel else Onbekend())


class Vinkveld(Veldvorm):
    """Eén vakje, voor een ja of nee dat niet onbekend kan zijn."""

    def __init__(self, schrijver: Schrijver, band: Band, label: str, uitleg: str = "") -> None:
        super().__init__(schrijver, band, label, uitleg)
        self.vakje = QCheckBox(fill(label, LANGSTE_KEUZE))
        self.opschrift.hide()
        self.plaats(self.vakje)
        feit = schrijver.lees(band)
        self.toon(feit)
        self.toon_conflict(feit)
        self.vakje.clicked.connect(lambda: self.schrijver.schrijf(self.band, Bekend(self.vakje.isChecked())))

    def als_tekst(self, inhoud: Any) -> str:
        return _("aan") if inhoud else _("uit")

    def toon(self, feit: Feit[Any]) -> None:
        self.vakje.setChecked(bool(waarde(feit)))
