"""De menubalk en de toetsen van het venster: welke keuze er is, waar zij staat en wanneer zij kan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from jeugdteam_app.kern.taal import _, ngettext, stel_taal_in, taal
from ui.app import instellingen
from ui.bouwstenen.stijl import HUIDIG
from ui.systeem import Systeem
from ui.venster.stilte import MINUTEN, Stiltewacht, minuten

if TYPE_CHECKING:
    from ui.venster.hoofdvenster import Hoofdvenster

STAPPEN = (100, 125, 150, 175, 200)


def weert_opname() -> bool:
    """Of iemand het weren van schermopnamen aan heeft staan; dat is de gewone stand."""
    return str(instellingen().value("opname_weren", "ja")) == "ja"


class Menu:
    """Drie menu's: het werk, hoe het eruitziet, en hulp."""

    def __init__(self, venster: Hoofdvenster, wacht: Stiltewacht, systeem: Systeem) -> None:
        self._venster, self._wacht, self._systeem = venster, wacht, systeem
        self._toetsen: list[QAction] = []
        self._met_werkplek: list[QAction] = []
        self._niet_aan_tafel: list[QAction] = []
        self.bouw()
        self._weer_opname()

    def bouw(self) -> None:
        """Zet de menubalk neer, in de taal van nu."""
        balk, venster = self._venster.menuBar(), self._venster
        balk.clear()
        # Ook als de menubalk weg is, blijven deze toetsen werken.
        for oud in self._toetsen:
            venster.removeAction(oud)
        tafel = self._actie(_("Aan &tafel, of weer terug"), venster.wissel_tafel, "Ctrl+T")
        afdekken = self._actie(_("&Afdekken"), venster.dek_af, "F12")
        waarom = self._actie(_("&Waarom vragen we dit?"), _wissel_waarom, "Shift+F1")
        in_dossier = self._werk(balk.addMenu(_("&Werk")))
        self._beeld(balk.addMenu(_("&Beeld")), [tafel, afdekken])
        hulp = balk.addMenu(_("&Hulp"))
        hulp.addAction(self._actie(_("&Handboek"), lambda: venster.toon_handboek("handboek"), "F1"))
        hulp.addAction(waarom)
        hulp.addAction(self._actie(_("&Veiligheid en grenzen"), lambda: venster.toon_handboek("veiligheid")))
        self._toetsen = [tafel, afdekken, waarom, *in_dossier]
        venster.addActions(self._toetsen)
        self.zet(open_=venster.plek is not None)

    def zet(self, *, open_: bool) -> None:
        """Wat een open werkplek nodig heeft, kan alleen dan; en wat over andere gezinnen gaat, niet aan tafel."""
        for actie in self._met_werkplek:
            actie.setEnabled(open_ and not (HUIDIG.aan_tafel and actie in self._niet_aan_tafel))

    def _werk(self, menu: QMenu) -> list[QAction]:
        """Het menu Werk; geeft wat ook aan tafel met een toets kan."""
        venster = self._venster
        elders = [
            self._actie(_("&Overzicht"), venster.toon_overzicht, "Alt+Home"),
            self._actie(_("&Mijn werk"), venster.toon_mijn_werk, "Ctrl+M"),
            self._actie(_("&Samenwerken"), venster.toon_samen, "Ctrl+Shift+S"),
            self._actie(_("&Productenboek en regels"), venster.toon_boek, "Ctrl+B"),
            self._actie(_("&Gemeente en team"), venster.toon_profiel, "Ctrl+G"),
            self._actie(_("&Reservekopie"), venster.toon_reservekopie, "Ctrl+R"),
            self._actie(_("Andere &wachtzin"), venster.toon_wachtzin),
        ]
        hoofdstukken = [
            self._actie(_("&Volgend hoofdstuk"), lambda: venster.blader(1), "Ctrl+PgDown"),
            self._actie(_("Vo&rig hoofdstuk"), lambda: venster.blader(-1), "Ctrl+PgUp"),
        ]
        ongedaan = self._actie(_("Laatste stap &ongedaan maken"), venster.maak_ongedaan, "Ctrl+Alt+Z")
        vernietigen = self._actie(_("&Dossier vernietigen"), venster.toon_vernietigen)
        bewijzen = self._actie(_("&Bewijzen van vernietigen"), venster.toon_bewijzen)
        vergrendel = self._actie(_("Werkplek sl&uiten"), venster.vergrendel, "Ctrl+L")
        self._niet_aan_tafel = [*elders, vernietigen, bewijzen]
        in_dossier = [*hoofdstukken, ongedaan, vergrendel]
        self._met_werkplek = [*self._niet_aan_tafel, *in_dossier]
        overzicht, mijn_werk, *rest = elders
        menu.addActions([overzicht, mijn_werk])
        menu.addSeparator()
        menu.addActions([*hoofdstukken, ongedaan])
        menu.addSeparator()
        menu.addActions(rest)
        menu.addSeparator()
        menu.addAction(vergrendel)
        self._stiltemenu(menu.addMenu(_("Vanzelf sluiten &na")))
        menu.addAction(self._actie(_("&Afsluiten"), venster.close, "Ctrl+Q"))
        # Wat niet terug te draaien is, staat apart en als laatste.
        menu.addSeparator()
        menu.addActions([bewijzen, vernietigen])
        return in_dossier

    def _beeld(self, menu: QMenu, bij_tafel: list[QAction]) -> None:
        menu.addAction(self._actie(_("&Groter"), lambda: self._zoom(1), "Ctrl++", "Ctrl+="))
        menu.addAction(self._actie(_("&Kleiner"), lambda: self._zoom(-1), "Ctrl+-"))
        menu.addAction(self._actie(_("&Licht of donker"), self._wissel_thema, "Ctrl+D"))
        menu.addActions(bij_tafel)
        menu.addAction(self._opnameactie())
        menu.addSeparator()
        for code, naam in (("nl", "&Nederlands"), ("en", "&English")):
            menu.addAction(self._keuze(naam, partial(self.kies_taal, code), aan=code == taal()))

    def _stiltemenu(self, menu: QMenu) -> None:
        """Pas gevuld als iemand het opent: het eerste scherm wacht er niet op."""

        def vul() -> None:
            menu.clear()
            for aantal in MINUTEN:
                opschrift = ngettext("{aantal} minuut", "{aantal} minuten", aantal).format(aantal=aantal)
                menu.addAction(self._keuze(opschrift, partial(self._wacht.zet, aantal), aan=aantal == minuten()))

        menu.aboutToShow.connect(vul)

    def _opnameactie(self) -> QAction:
        """Een ander programma mag dit venster niet fotograferen; waar het systeem dat niet kan, staat dat erbij."""
        kan = self._systeem.kan_opname_weren
        naam = _("Schermopname &tegenhouden") if kan else _("Schermopname &tegenhouden (kan niet op dit systeem)")
        actie = self._keuze(naam, self._wissel_opname, aan=kan and weert_opname())
        actie.setEnabled(kan)
        return actie

    def _wissel_opname(self) -> None:
        instellingen().setValue("opname_weren", "nee" if weert_opname() else "ja")
        self._weer_opname()

    def _weer_opname(self) -> None:
        if self._systeem.kan_opname_weren:
            self._systeem.weer_opname(self._venster, aan=weert_opname())

    def _zoom(self, stap: int) -> None:
        plek = min(len(STAPPEN) - 1, max(0, STAPPEN.index(HUIDIG.procent) + stap)) if HUIDIG.procent in STAPPEN else 0
        self._venster.zet_weergave(procent=STAPPEN[plek])
        instellingen().setValue("procent", HUIDIG.procent)

    def _wissel_thema(self) -> None:
        self._venster.zet_weergave(donker=not HUIDIG.donker)
        instellingen().setValue("thema", "donker" if HUIDIG.donker else "licht")

    def kies_taal(self, code: str) -> None:
        """Alles op het scherm in deze taal."""
        if code != taal():
            stel_taal_in(code)
            instellingen().setValue("taal", code)
            self._venster.bouw_opnieuw()
        self.bouw()

    def _actie(self, naam: str, doe: Callable[[], object], *toetsen: str) -> QAction:
        actie = QAction(naam, self._venster)
        actie.setShortcuts([QKeySequence(t) for t in toetsen])
        actie.triggered.connect(lambda: doe())
        return actie

    def _keuze(self, naam: str, doe: Callable[[], object], *, aan: bool) -> QAction:
        actie = self._actie(naam, doe)
        actie.setCheckable(True)
        actie.setChecked(aan)
        return actie


def _wissel_waarom() -> None:
    """Zegt bij het veld waar iemand is, waarom we het vragen."""
    from ui.bouwstenen.velden import Veldvorm

    hier = QApplication.focusWidget()
    while hier is not None and not isinstance(hier, Veldvorm):
        hier = hier.parentWidget()
    if hier is not None:
        hier.wissel_waarom()
