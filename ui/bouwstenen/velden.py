"""Velden: het label staat erboven en blijft staan, de fout staat ernaast in woorden, en Tab gaat verder.

Elk veld heeft een ``Band`` met het dossier en schrijft via de ``Schrijver``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import fill
from typing import Any, TypeAlias

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QCompleter,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, NietBesproken, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import lees_datum, toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opdrachtregel.zinnen import zin
from ui.bouwstenen.basis import Melding, knop, links, tekst
from ui.bouwstenen.indeling import Doorlooprij, kolom
from ui.bouwstenen.invoer import Groeivak, Keuzelijst, Typklok
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG

VERZEGEL_NA_MS = 5000
# Een keuze langer dan dit loopt door op een volgende regel: een rondje kan dat zelf niet.
LANGSTE_KEUZE = 36
_PIJLEN = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


# Wat er bij een keuze staat, en wat er dan in het dossier komt.
Keuze: TypeAlias = tuple[str, Any]


class Veldvorm(QWidget):
    """De gedeelde vorm: label, uitleg, het onderdeel zelf, een fout of een conflict."""

    def __init__(self, schrijver: Schrijver, band: Band, label: str, uitleg: str = "") -> None:
        super().__init__()
        self.schrijver, self.band, self.label = schrijver, band, label
        self.kolom = kolom(self, "xs")
        self.opschrift = tekst(label, "label")
        self.kolom.addWidget(self.opschrift)
        self.uitleg = uitleg
        if uitleg:
            self.kolom.addWidget(tekst(uitleg, "zacht"))
        self.fout = tekst("", "fout")
        self.fout.hide()
        self._conflict: Melding | None = None

    def plaats(self, onderdeel: QWidget) -> None:
        """Zet het onderdeel onder zijn label en geeft het een naam."""
        self.opschrift.setBuddy(onderdeel)
        onderdeel.setAccessibleName(self.label)
        onderdeel.setAccessibleDescription(self.uitleg)
        self.kolom.addWidget(onderdeel)
        self.kolom.addWidget(self.fout)
        self.setFocusProxy(onderdeel)

    def toon_fout(self, melding: str) -> None:
        """Toont of verbergt de fout; de schermlezer hoort haar bij het veld."""
        self.fout.setText(melding)
        self.fout.setVisible(bool(melding))
        onderdeel = self.focusProxy()
        if onderdeel is not None:
            onderdeel.setProperty("fout", "ja" if melding else "")
            onderdeel.setAccessibleDescription(f"{melding} {self.uitleg}".strip())
            onderdeel.style().unpolish(onderdeel)
            onderdeel.style().polish(onderdeel)

    def als_tekst(self, inhoud: Any) -> str:
        """De woorden bij een waarde."""
        return str(inhoud)

    def toon_conflict(self, feit: Feit[Any]) -> None:
        """Laat bij een conflict alle antwoorden zien, met een knop om er een te kiezen."""
        if not isinstance(feit, Conflict) or self.band.deel:
            return
        self._conflict = Melding("let_op", _("Hier staan twee verschillende antwoorden. Kies welke goed is."))
        for stem in feit.stemmen:
            inhoud = self.als_tekst(stem.waarde) if stem.waarde is not None else _("leeg")
            self._conflict.rechts.addWidget(tekst(f"{stem.auteur}: {inhoud}"))
            kies = Bekend(stem.waarde) if stem.waarde is not None else Onbekend()
            links(self._conflict.rechts, knop(_("Kies dit antwoord"), lambda k=kies: self._kies(k)))  # type: ignore[misc]
        self.kolom.insertWidget(1, self._conflict)

    def _kies(self, feit: Feit[Any]) -> None:
        self.schrijver.schrijf(self.band, feit)
        if self._conflict is not None:
            self._conflict.hide()
        self.toon(feit)

    def toon(self, feit: Feit[Any]) -> None:
        """Zet een waarde op het scherm, zonder te schrijven."""
        raise NotImplementedError

    def verzegel(self) -> None:
        """Schrijft wat er getypt is, als er iets getypt is."""

    def ververs_waarde(self) -> None:
        """Toont wat er nu in het dossier staat, als hier niets anders getypt is."""
        self.toon(self.schrijver.lees(self.band))

    @property
    def ongeldig(self) -> bool:
        """Of er iets staat dat niet kan."""
        return self.fout.isVisibleTo(self)


class _Getypt(Veldvorm):
    """Een veld waarin getypt wordt: concept tijdens het typen, vastleggen bij het verlaten of na een pauze."""

    def __init__(self, schrijver: Schrijver, band: Band, label: str, uitleg: str = "") -> None:
        super().__init__(schrijver, band, label, uitleg)
        self._klok = Typklok(self)
        self._klok.nu.connect(self._bewaar_concept)
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(VERZEGEL_NA_MS)
        self._rust.timeout.connect(self.verzegel)
        self._vuil = False

    def begin(self, onderdeel: QWidget) -> None:
        """Zet het onderdeel neer met wat er staat, of met wat na een onverwacht einde nog half was."""
        self.plaats(onderdeel)
        onderdeel.installEventFilter(self)
        feit = self.schrijver.lees(self.band)
        self.toon(feit)
        self.toon_conflict(feit)
        if (half := self.schrijver.half.get(self.band.plaats)) is not None:
            self.zet_tekst(half)
            self._vuil = True
            self.toon_fout(self._fout_in(half))

    def eventFilter(self, voorwerp: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() == QEvent.Type.FocusOut and isinstance(gebeurtenis, QFocusEvent):
            self.verzegel()
        return super().eventFilter(voorwerp, gebeurtenis)

    def getypt(self) -> None:
        """Er is getypt: zet de klokken."""
        self._vuil = True
        self._klok.getypt()
        self._rust.start()

    def _bewaar_concept(self) -> None:
        if self._vuil:
            self.schrijver.concept(self.band, self.tekst())

    def verzegel(self) -> None:
        self._klok.stop()
        self._rust.stop()
        if not self._vuil:
            return
        if self.ongeldig and self.band.plaats not in self.schrijver.half:
            # Een ander blad met hetzelfde veld heeft het intussen goed ingevuld.
            self.toon_fout("")
            self.toon(self.schrijver.lees(self.band))
            return
        try:
            feit = self.feit(self.tekst())
        except InvoerFout as fout:
            self.schrijver.onthoud_half(self.band, self.tekst())
            self.toon_fout(zin(fout))
            return
        self.toon_fout("")
        # Lukt het opslaan niet, dan blijft de tekst staan en probeert het volgende moment het opnieuw.
        self._vuil = not self.schrijver.schrijf(self.band, feit)

    def feit(self, tekst_: str) -> Feit[Any]:
        """Het feit achter de tekst; wat niet kan, is een ``InvoerFout`` met een zin."""
        return Bekend(tekst_) if tekst_.strip() else Onbekend()

    def ververs_waarde(self) -> None:
        if not self._vuil:
            super().ververs_waarde()

    def _fout_in(self, tekst_: str) -> str:
        try:
            self.feit(tekst_)
        except InvoerFout as fout:
            return zin(fout)
        return ""

    def toon(self, feit: Feit[Any]) -> None:
        inhoud = waarde(feit)
        self.zet_tekst("" if inhoud is None else self.als_tekst(inhoud))
        self._vuil = False

    def tekst(self) -> str:
        """Wat er nu staat."""
        raise NotImplementedError

    def zet_tekst(self, inhoud: str) -> None:
        """Zet tekst neer zonder dat het als typen telt."""
        raise NotImplementedError


class Tekstveld(_Getypt):
    """Een paar regels vrije tekst."""

    def __init__(self, schrijver: Schrijver, band: Band, label: str, uitleg: str = "", regels: int = 2) -> None:
        super().__init__(schrijver, band, label, uitleg)
        self.vak = Groeivak(regels)
        self.begin(self.vak)
        self.vak.textChanged.connect(self.getypt)

    def tekst(self) -> str:
        return self.vak.toPlainText()

    def zet_tekst(self, inhoud: str) -> None:
        if inhoud != self.vak.toPlainText():
            self.vak.blockSignals(True)
            self.vak.setPlainText(inhoud)
            self.vak.blockSignals(False)


class Regelveld(_Getypt):
    """Eén regel. ``lees`` en ``toon_als`` maken er een ander soort waarde van, zoals een datum of een bedrag."""

    def __init__(
        self,
        schrijver: Schrijver,
        band: Band,
        label: str,
        uitleg: str = "",
        lees: Callable[[str], Any] | None = None,
        toon_als: Callable[[Any], str] = str,
        breedte: int = 0,
    ) -> None:
        super().__init__(schrijver, band, label, uitleg)
        self._lees, self._toon_als = lees, toon_als
        self.vak = QLineEdit()
        if breedte:
            self.vak.setMaximumWidth(HUIDIG.px(breedte))
        self.begin(self.vak)
        self.vak.textEdited.connect(self.getypt)
        self.vak.returnPressed.connect(self.verzegel)

    def stel_voor(self, woorden: Callable[[], list[str]]) -> None:
        """Biedt woorden aan die beginnen met wat er staat; overnemen hoeft nooit."""
        lijst = QStringListModel(self)
        aanvuller = QCompleter(lijst, self)
        aanvuller.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        aanvuller.activated.connect(lambda _woord: self.getypt())
        self.vak.textEdited.connect(lambda _tekst: lijst.setStringList(woorden()))
        self.vak.setCompleter(aanvuller)
        # Het lijstje houdt voor zich dat de focus weggaat; wij moeten dat eerder horen, anders wordt er niet bewaard.
        self.vak.installEventFilter(self)

    def feit(self, tekst_: str) -> Feit[Any]:
        if not tekst_.strip():
            return Onbekend()
        return Bekend(self._lees(tekst_) if self._lees else tekst_.strip())

    def als_tekst(self, inhoud: Any) -> str:
        return self._toon_als(inhoud)

    def tekst(self) -> str:
        return self.vak.text()

    def zet_tekst(self, inhoud: str) -> None:
        self.vak.setText(inhoud)


def datumveld(schrijver: Schrijver, band: Band, label: str, uitleg: str = "") -> Regelveld:
    """Een datum als dag-maand-jaar."""
    return Regelveld(schrijver, band, label, uitleg or _("Bijvoorbeeld 3-4-2026"), lees_datum, toon_datum, breedte=200)


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
        gekozen = tuple(k for k, vakje in self._vakjes.items() if vakje.isChecked())
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


def verzegel_alles(blad: QWidget) -> bool:
    """Schrijft wat in de velden van dit blad nog getypt staat. Geeft of alles klopt."""
    velden = blad.findChildren(Veldvorm)
    for veld in velden:
        veld.verzegel()
    return not any(veld.ongeldig for veld in velden)


def ververs_waarden(blad: QWidget) -> None:
    """Toont in elk veld wat er nu staat; een ander blad kan hetzelfde veld hebben veranderd."""
    for veld in blad.findChildren(Veldvorm):
        veld.ververs_waarde()
