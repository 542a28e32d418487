"""Velden: het label staat erboven en blijft staan, de fout staat ernaast in woorden, en Tab gaat verder.

Elk veld heeft een ``Band`` met het dossier en schrijft via de ``Schrijver``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QWidget,
)

from jeugdteam_app.dossier.waarom import waarom
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, NietBesproken, Onbekend, Stem, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import lees_datum, toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.basis import Melding, Uitklapper, knop, links, tekst
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.invoer import Groeivak, Typklok
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG

VERZEGEL_NA_MS = 5000


def stemwoorden(stem: Stem[Any], als_tekst: Callable[[Any], str]) -> str:
    """Eén antwoord uit een conflict, in woorden."""
    if stem.feit is None:
        return _("een antwoord uit een nieuwere versie van dit programma")
    if isinstance(stem.feit, Bekend):
        return als_tekst(stem.feit.waarde)
    return _("niet besproken") if isinstance(stem.feit, NietBesproken) else _("leeg")


class Bewaart(QWidget):
    """Iets op een blad waar nog werk in kan staan dat niet bewaard is."""

    def verzegel(self) -> None:
        """Bewaart wat er nog in staat."""


class Veldvorm(Bewaart):
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
        self._waarom: QWidget | None = None
        self.opschrift.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.opschrift.setToolTip(_("Waarom vragen we dit? Klik, of druk Shift+F1."))

    def mousePressEvent(self, muis: QMouseEvent) -> None:
        """Een klik op de vraag zelf zegt waarom we haar stellen."""
        if self.opschrift.isVisible() and self.opschrift.geometry().contains(muis.position().toPoint()):
            self.wissel_waarom()
        else:
            super().mousePressEvent(muis)

    def wissel_waarom(self) -> None:
        """Laat zien waarom we dit vragen, of haalt dat weer weg; de schermlezer hoort het bij het veld."""
        if self._waarom is not None:
            self._waarom.setParent(None)
            self._waarom.deleteLater()
            self._waarom = None
        else:
            self._waarom = Melding("info", _(waarom(self.band.veld)))
            self.kolom.insertWidget(self.kolom.indexOf(self.opschrift) + 1, self._waarom)
        if (onderdeel := self.focusProxy()) is not None:
            reden = _(waarom(self.band.veld)) if self._waarom is not None else ""
            onderdeel.setAccessibleDescription(f"{reden} {self.uitleg}".strip())

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
        """Laat bij een conflict alle antwoorden zien, met een knop om er een te kiezen; anders gaat dat weg."""
        if self._conflict is not None:
            self._conflict.hide()
            self._conflict.deleteLater()
            self._conflict = None
        if not isinstance(feit, Conflict) or self.band.deel:
            return
        self._conflict = Melding("let_op", _("Hier staan twee verschillende antwoorden. Kies welke goed is."))
        for stem in feit.stemmen:
            self._conflict.rechts.addWidget(tekst(f"{stem.auteur}: {stemwoorden(stem, self.als_tekst)}"))
            if stem.feit is not None:
                links(self._conflict.rechts, knop(_("Kies dit antwoord"), partial(self._kies, stem.feit)))
        self.kolom.insertWidget(1, self._conflict)

    @property
    def botst(self) -> bool:
        """Of hier iemand uit twee antwoorden kiest."""
        return self._conflict is not None

    def _kies(self, feit: Feit[Any]) -> None:
        self.schrijver.schrijf(self.band, feit)
        self.toon_conflict(feit)
        self.toon(feit)

    def toon(self, feit: Feit[Any]) -> None:
        """Zet een waarde op het scherm, zonder te schrijven."""
        raise NotImplementedError

    def verzegel(self) -> None:
        """Schrijft wat er getypt is, als er iets getypt is."""

    def ververs_waarde(self) -> None:
        """Toont wat er nu in het dossier staat, als hier niets anders getypt is."""
        feit = self.schrijver.lees(self.band)
        self.toon(feit)
        self.toon_conflict(feit)

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
        if (half := self.schrijver.half.get(self.band.plaats)) is None:
            return
        if self.band.plaats in self.schrijver.ingehaald:
            self._toon_ingehaald(half)
        else:
            self.zet_tekst(half)
            self._vuil = True
            self.toon_fout(self._fout_in(half))

    def _toon_ingehaald(self, half: str) -> None:
        """Zegt wat er getypt stond voor een collega hier schreef; iemand typt het opnieuw, of het hoeft niet meer."""
        zei = _("U typte hier nog ‘{tekst}’. Intussen schreef een collega hier ook. Typ het opnieuw als het nog klopt.")
        melding = Melding("let_op", zei.format(tekst=half))
        links(melding.rechts, knop(_("Dat hoeft niet meer"), partial(self._vergeet_ingehaald, melding), "stil"))
        self.kolom.insertWidget(1, melding)

    def _vergeet_ingehaald(self, melding: Melding) -> None:
        self.schrijver.vergeet_half(self.band)
        melding.hide()
        self.setFocus()

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
        if self._vuil:
            self.toon_conflict(self.schrijver.lees(self.band))
        else:
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
        # Wie een regel plakt, plakt soms een tab of een regeleinde mee.
        return Bekend(self._lees(tekst_) if self._lees else " ".join(tekst_.split()))

    def als_tekst(self, inhoud: Any) -> str:
        return self._toon_als(inhoud)

    def tekst(self) -> str:
        return self.vak.text()

    def zet_tekst(self, inhoud: str) -> None:
        if inhoud == self.vak.text():
            return
        self.vak.setText(inhoud)
        # Past de tekst niet, dan is het begin te zien en niet het einde.
        self.vak.setCursorPosition(0)


def datumveld(schrijver: Schrijver, band: Band, label: str, uitleg: str = "") -> Regelveld:
    """Een datum als dag-maand-jaar."""
    return Regelveld(schrijver, band, label, uitleg or _("Bijvoorbeeld 3-4-2026"), lees_datum, toon_datum, breedte=200)


def verzegel_alles(blad: QWidget) -> bool:
    """Schrijft wat in de velden van dit blad nog getypt staat. Geeft of alles klopt."""
    for deel in blad.findChildren(Bewaart):
        deel.verzegel()
    return not any(veld.ongeldig for veld in blad.findChildren(Veldvorm))


def ververs_waarden(blad: QWidget) -> None:
    """Toont in elk veld wat er nu staat; een ander blad kan hetzelfde veld hebben veranderd."""
    for veld in blad.findChildren(Veldvorm):
        veld.ververs_waarde()


def open_wat_botst(blad: QWidget, botsingen: Iterable[str]) -> None:
    """Vouwt open waar iemand uit twee antwoorden kiest; ``botsingen`` zijn ``voorwerp/veld``."""
    alle = list(botsingen)
    if not alle:
        return
    for regel in blad.findChildren(Uitklapper):
        # Wat pas bij openen wordt gemaakt, zegt zelf waar het over gaat.
        over = regel.property("gaat_over") or ()
        if any(deel in botsing for deel in over for botsing in alle):
            regel.knop.setChecked(True)
    for veld in blad.findChildren(Veldvorm):
        if veld.botst:
            _maak_zichtbaar(veld, blad)


def _maak_zichtbaar(veld: Veldvorm, blad: QWidget) -> None:
    veld.setVisible(True)
    boven = veld.parentWidget()
    while boven is not None and boven is not blad:
        if isinstance(boven, Uitklapper):
            boven.knop.setChecked(True)
        boven = boven.parentWidget()
