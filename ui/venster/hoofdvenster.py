"""Het venster: één plek, met steeds één ding tegelijk. De titel noemt nooit een naam."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QStackedWidget, QWidget

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import _, stel_taal_in, taal
from jeugdteam_app.opdrachtregel.zinnen import zin
from jeugdteam_app.werk import werkplek as werk
from jeugdteam_app.werk.werkplek import Werkplek
from ui.app import instellingen, pas_weergave_toe
from ui.bouwstenen.stijl import HUIDIG
from ui.venster.dossierscherm import Dossierscherm
from ui.venster.handboek import Handboek
from ui.venster.nieuwe_werkplek import NieuweWerkplek
from ui.venster.openen import Openen
from ui.venster.overzicht import Overzicht
from ui.venster.profiel import Profielblad

STAPPEN = (100, 125, 150, 175, 200)


class Hoofdvenster(QMainWindow):
    """Van openen naar overzicht naar dossier, en terug."""

    def __init__(self, waar: Path | None = None) -> None:
        super().__init__()
        self.waar = waar or werk.kluizenmap()
        self.plek: Werkplek | None = None
        self.setWindowTitle("Jeugdteam")
        self.setMinimumSize(720, 520)
        self.resize(1200, 820)
        self.stapel = QStackedWidget()
        self.setCentralWidget(self.stapel)
        self._menu()
        if plaats := instellingen().value("venster"):
            self.restoreGeometry(plaats)
        self.toon_begin()

    @property
    def scherm(self) -> QWidget:
        """Wat er nu te zien is."""
        return self.stapel.currentWidget()

    def toon_begin(self) -> None:
        """Openen als er een werkplek is, anders een maken."""
        if werk.kluizen(self.waar):
            scherm = Openen(self.waar)
            scherm.geopend.connect(self._open)
            scherm.nieuw.connect(lambda: self._toon_nieuw(kan_terug=True))
            self._toon(scherm)
            scherm.wachtzin.setFocus()
        else:
            self._toon_nieuw(kan_terug=False)

    def _toon_nieuw(self, *, kan_terug: bool) -> None:
        scherm = NieuweWerkplek(self.waar, kan_terug=kan_terug)
        scherm.gemaakt.connect(self._open)
        scherm.terug.connect(self.toon_begin)
        self._toon(scherm)

    def _open(self, plek: object) -> None:
        if not isinstance(plek, Werkplek):
            return
        self.plek = plek
        self.toon_overzicht()

    def toon_overzicht(self) -> None:
        """Het overzicht, als de werkplek open is."""
        if self.plek is None:
            return
        scherm = Overzicht(self.plek)
        scherm.gekozen.connect(self.toon_dossier)
        scherm.mislukt.connect(self._meld)
        self._toon(scherm)
        scherm.nieuwknop.setFocus()

    def toon_dossier(self, id: str) -> None:
        """Opent een dossier."""
        if self.plek is None:
            return
        try:
            scherm = Dossierscherm(self.plek, id)
        except Fout as fout:
            self._meld(zin(fout))
            return
        scherm.terug.connect(self.toon_overzicht)
        self._toon(scherm)
        scherm.lijst.setFocus()

    def toon_profiel(self) -> None:
        """Het profiel van gemeente en team."""
        if self.plek is not None:
            scherm = Profielblad(self.plek)
            scherm.klaar.connect(self.toon_overzicht)
            self._toon(scherm)

    def toon_handboek(self, pagina: str) -> None:
        """Een pagina van het handboek; daarna terug naar waar het begon."""
        scherm = Handboek(pagina)
        scherm.klaar.connect(self.toon_overzicht if self.plek else self.toon_begin)
        self._toon(scherm)

    def vergrendel(self) -> None:
        """Schrijft wat nog getypt staat, sluit de werkplek en toont het openingsscherm."""
        self._sluit_werkplek()
        self.toon_begin()

    def _sluit_werkplek(self) -> None:
        huidig = self.stapel.currentWidget()
        if isinstance(huidig, Dossierscherm):
            huidig.verzegel()
            huidig.schrijver.sluit()
        if self.plek is not None:
            self.plek.sluit()
            self.plek = None

    def _toon(self, scherm: QWidget) -> None:
        self._verzegel()
        for oud in self.stapel.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self.stapel.removeWidget(oud)
            oud.deleteLater()
        self.stapel.addWidget(scherm)
        self.stapel.setCurrentWidget(scherm)
        for actie in self._met_werkplek:
            actie.setEnabled(self.plek is not None)

    def _verzegel(self) -> None:
        huidig = self.stapel.currentWidget()
        if isinstance(huidig, Dossierscherm):
            huidig.verzegel()

    def _meld(self, melding: str) -> None:
        QMessageBox.warning(self, "Jeugdteam", melding)

    def _menu(self) -> None:
        balk = self.menuBar()
        balk.clear()
        werkmenu = balk.addMenu(_("&Werk"))
        overzicht = self._actie(_("&Overzicht"), self.toon_overzicht, "Ctrl+Home")
        profiel = self._actie(_("&Gemeente en team"), self.toon_profiel, "Ctrl+G")
        vergrendel = self._actie(_("Werkplek &sluiten"), self.vergrendel, "Ctrl+L")
        ongedaan = self._actie(_("Laatste stap &ongedaan maken"), self._ongedaan, "Ctrl+Alt+Z")
        self._met_werkplek = (overzicht, profiel, vergrendel, ongedaan)
        werkmenu.addActions([overzicht, profiel, ongedaan, vergrendel])
        werkmenu.addSeparator()
        werkmenu.addAction(self._actie(_("&Afsluiten"), self.close, "Ctrl+Q"))
        beeld = balk.addMenu(_("&Beeld"))
        beeld.addAction(self._actie(_("&Groter"), lambda: self._zoom(1), "Ctrl++", "Ctrl+="))
        beeld.addAction(self._actie(_("&Kleiner"), lambda: self._zoom(-1), "Ctrl+-"))
        beeld.addAction(self._actie(_("&Licht of donker"), self._wissel_thema, "Ctrl+D"))
        beeld.addSeparator()
        beeld.addAction(self._actie("&Nederlands", lambda: self._kies_taal("nl")))
        beeld.addAction(self._actie("&English", lambda: self._kies_taal("en")))
        hulp = balk.addMenu(_("&Hulp"))
        hulp.addAction(self._actie(_("&Handboek"), lambda: self.toon_handboek("handboek"), "F1"))
        hulp.addAction(self._actie(_("&Veiligheid en grenzen"), lambda: self.toon_handboek("veiligheid")))

    def _actie(self, naam: str, doe: Callable[[], object], *toetsen: str) -> QAction:
        actie = QAction(naam, self)
        actie.setShortcuts([QKeySequence(t) for t in toetsen])
        actie.triggered.connect(lambda: doe())
        return actie

    def _ongedaan(self) -> None:
        huidig = self.stapel.currentWidget()
        if isinstance(huidig, Dossierscherm):
            huidig.maak_ongedaan()

    def _zoom(self, stap: int) -> None:
        plek = min(len(STAPPEN) - 1, max(0, STAPPEN.index(HUIDIG.procent) + stap)) if HUIDIG.procent in STAPPEN else 0
        self.zet_weergave(procent=STAPPEN[plek])
        instellingen().setValue("procent", HUIDIG.procent)

    def _wissel_thema(self) -> None:
        self.zet_weergave(donker=not HUIDIG.donker)
        instellingen().setValue("thema", "donker" if HUIDIG.donker else "licht")

    def _kies_taal(self, code: str) -> None:
        if code == taal():
            return
        stel_taal_in(code)
        instellingen().setValue("taal", code)
        self._menu()
        self.herbouw()

    def zet_weergave(self, procent: int | None = None, donker: bool | None = None) -> None:
        """Past tekstgrootte of thema aan en bouwt het scherm opnieuw op, op dezelfde plek."""
        HUIDIG.procent = procent or HUIDIG.procent
        HUIDIG.donker = HUIDIG.donker if donker is None else donker
        app = QApplication.instance()
        if isinstance(app, QApplication):
            pas_weergave_toe(app)
        self.herbouw()

    def herbouw(self) -> None:
        """Maakt het huidige scherm opnieuw, met dezelfde inhoud."""
        huidig = self.stapel.currentWidget()
        if isinstance(huidig, Dossierscherm):
            plek = huidig.lijst.currentRow()
            self.toon_dossier(huidig.schrijver.id)
            nieuw = self.stapel.currentWidget()
            if isinstance(nieuw, Dossierscherm):
                nieuw.lijst.setCurrentRow(plek)
        elif self.plek is not None:
            self.toon_profiel() if isinstance(huidig, Profielblad) else self.toon_overzicht()
        else:
            self.toon_begin()

    def closeEvent(self, gebeurtenis: QCloseEvent) -> None:
        self._sluit_werkplek()
        instellingen().setValue("venster", self.saveGeometry())
        super().closeEvent(gebeurtenis)
