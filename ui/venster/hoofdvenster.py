"""Het venster: één plek, met steeds één ding tegelijk. De titel noemt nooit een naam."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import N_, _, ngettext, stel_taal_in, taal
from jeugdteam_app.opdrachtregel.zinnen import zin
from jeugdteam_app.werk.kluizen import kluizen
from ui.app import hoofdenmap, instellingen, kluizenmap, pas_weergave_toe
from ui.bouwstenen import looproute
from ui.bouwstenen.stijl import HUIDIG
from ui.hervatten import Hervatting
from ui.systeem import Systeem
from ui.venster.openen import Openen
from ui.venster.stilte import MINUTEN, Stiltewacht, minuten
from ui.venster.weggaan import Wegwacht, maak_klembord_leeg

if TYPE_CHECKING:
    from jeugdteam_app.werk.werkplek import Werkplek
    from ui.venster.afdekking import Afdekking
    from ui.venster.boekscherm import Boekscherm
    from ui.venster.dossierscherm import Dossierscherm
    from ui.venster.handboek import Handboek
    from ui.venster.mijn_werk import MijnWerk
    from ui.venster.profiel import Profielblad
    from ui.venster.reservekopie import Reservekopie
    from ui.venster.samen import Samenscherm
    from ui.venster.wachtzin import Wachtzinblad


@runtime_checkable
class Verzegelbaar(Protocol):
    """Een scherm waar getypt wordt: het bewaart wat er staat voordat het weggaat."""

    def verzegel(self) -> None:
        """Bewaart wat er nog getypt staat."""


@runtime_checkable
class Onvervangbaar(Protocol):
    """Een scherm met iets dat nergens anders staat, zoals een net afgedrukte herstelsleutel."""

    def bouw_opnieuw(self) -> None:
        """Zet zichzelf nog eens neer, in een andere weergave of taal, met alles wat erop stond."""


STAPPEN = (100, 125, 150, 175, 200)
# Aan tafel leest iedereen mee, ook wie verder weg zit.
_OP_TAFEL = 150


_WAAROM_DICHT = {
    "stil": N_("Er gebeurde een tijd niets. Daarom is de werkplek gesloten. Wat u typte, is bewaard."),
    "weg": N_(
        "De laptop ging slapen of op slot, of er kwam een andere gebruiker. Daarom is de werkplek gesloten. "
        "Wat u typte, is bewaard."
    ),
}


def weert_opname() -> bool:
    """Of iemand het weren van schermopnamen aan heeft staan; dat is de gewone stand."""
    return str(instellingen().value("opname_weren", "ja")) == "ja"


class Hoofdvenster(QMainWindow):
    """Van openen naar overzicht naar dossier, en terug.

    Schermen worden pas geladen als ze nodig zijn, zodat het eerste scherm er meteen is.
    """

    def __init__(
        self,
        waar: Path | None = None,
        hervat: Callable[[Hervatting], None] | None = None,
        systeem: Systeem | None = None,
    ) -> None:
        super().__init__()
        # Zonder (een beeld, een proef) is er geen systeem dat iets zegt of weert.
        self._systeem = systeem or Systeem()
        # Wie op slot gaat, begint met een leeg geheugen; zonder dit (een beeld, een proef) blijft het bij dit venster.
        self._hervat = hervat
        self.waar = waar or kluizenmap()
        self.plek: Werkplek | None = None
        self._dossier: Dossierscherm | None = None
        self._opnieuw: Callable[[], None] = self.toon_begin
        self._terug: Callable[[], None] = self.toon_begin
        self._rij = 0
        # Waar iemand was toen de werkplek vanzelf dichtging.
        self._was_bij: Hervatting | None = None
        self._afdekking: Afdekking | None = None
        self._toetsen: list[QAction] = []
        self._was_focus = looproute.Plek(frozenset(), "", 0)
        self._voor_tafel = HUIDIG.procent
        self._was_groot = False
        self._wacht = Stiltewacht(self)
        self._wacht.stil.connect(partial(self._sluit_vanzelf, "stil"))
        self._wegwacht = Wegwacht(self, self._systeem)
        self._wegwacht.weg.connect(partial(self._sluit_vanzelf, "weg"))
        self.setWindowTitle("Jeugdteam")
        self.setMinimumSize(720, 520)
        ruimte = self.screen().availableSize()
        self.resize(min(1200, ruimte.width()), min(820, ruimte.height() - 40))
        self.stapel = QStackedWidget()
        self.setCentralWidget(self.stapel)
        QApplication.instance().focusChanged.connect(looproute.breng_in_beeld)
        QApplication.instance().installEventFilter(self)
        self._menu()
        if plaats := instellingen().value("venster"):
            self.restoreGeometry(plaats)
        self._weer_opname()
        self.toon_begin()

    def eventFilter(self, _wie: QObject, gebeurtenis: QEvent) -> bool:
        """F12 dekt ook af als er een keuzelijst of melding open staat: die gaat dan eerst dicht."""
        if gebeurtenis.type() is QEvent.Type.KeyPress and cast("QKeyEvent", gebeurtenis).key() == Qt.Key.Key_F12:
            open_ = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if open_ is not None:
                open_.close()
                QTimer.singleShot(0, self, self.dek_af)
                return True
        return False

    def focusNextPrevChild(self, vooruit: bool) -> bool:
        return looproute.ga(self.stapel, vooruit=vooruit) or super().focusNextPrevChild(vooruit)

    @property
    def scherm(self) -> QWidget:
        """Wat er nu te zien is."""
        return self.stapel.currentWidget()

    def toon_begin(self) -> None:
        """Openen als er een werkplek is, anders een maken."""
        if not kluizen(self.waar):
            self._toon_nieuw(kan_terug=False)
            return
        getypt = self.scherm.wachtzin.text() if isinstance(self.scherm, Openen) else ""
        scherm = Openen(self.waar)
        scherm.wachtzin.setText(getypt)
        scherm.geopend.connect(self._geopend)
        scherm.nieuw.connect(lambda: self._toon_nieuw(kan_terug=True))
        scherm.terugzetten.connect(self.toon_terugzetten)
        scherm.redden.connect(self.toon_redden)
        self._toon(scherm, self.toon_begin)
        scherm.wachtzin.setFocus()

    def _toon_nieuw(self, *, kan_terug: bool) -> None:
        from ui.venster.nieuwe_werkplek import NieuweWerkplek

        scherm = NieuweWerkplek(self.waar, kan_terug=kan_terug)
        scherm.gemaakt.connect(self._geopend)
        scherm.terug.connect(self.toon_begin)
        scherm.terugzetten.connect(self.toon_terugzetten)
        self._toon(scherm, scherm.bouw_opnieuw)

    def _geopend(self, plek: object) -> None:
        self.plek = cast("Werkplek", plek)
        if self.plek.zorg is not None:
            self._toon_ouder()
        else:
            self._ga_open()

    def _toon_ouder(self) -> None:
        """Er ontbreekt iets: tot een mens kiest, gaat er niets open en verandert er niets."""
        from ui.venster.ouder import Ouderblad

        assert self.plek is not None and self.plek.zorg is not None  # noqa: S101 - anders komt hier niemand
        scherm = Ouderblad(self.plek.zorg)
        scherm.verder.connect(self._ga_verder)
        scherm.sluiten.connect(self._sluit_ouder)
        scherm.redden.connect(self._red_ouder)
        self._toon(scherm, self._toon_ouder)
        for actie in self._met_werkplek:
            actie.setEnabled(False)
        scherm.begin.setFocus()

    def _sluit_ouder(self) -> None:
        """Zonder kopie en zonder iets te onthouden: dat zou het spoor uitwissen."""
        if self.plek is not None:
            self.plek.sluit()
            self.plek = None
        self.toon_begin()

    def _ga_verder(self) -> None:
        """Iemand weet waarom: vanaf nu is dit de werkplek zoals zij hoort te zijn."""
        from jeugdteam_app.werk import waken

        if self.plek is not None:
            waken.ga_verder(self.plek, hoofdenmap())
            self._ga_open()

    def _red_ouder(self) -> None:
        if self.plek is not None:
            map_ = self.plek.kluis.map
            self._sluit_ouder()
            self.toon_redden(map_)

    def toon_redden(self, map_: object) -> None:
        """Uit een beschadigde werkplek halen wat te lezen is."""
        from ui.venster.redden import Redblad

        scherm = Redblad(self.waar, cast("Path", map_))
        scherm.gered.connect(self._geopend)
        scherm.klaar.connect(self.toon_begin)
        self._toon(scherm, lambda: self.toon_redden(map_))

    def _onthoud_hoofd(self) -> None:
        from jeugdteam_app.werk import waken

        if self.plek is not None and not self._wacht_op_een_mens:
            waken.onthoud(self.plek, hoofdenmap())

    @property
    def _wacht_op_een_mens(self) -> bool:
        """Of er iets niet klopte en nog niemand koos; ook als er intussen een ander scherm voor staat."""
        return self.plek is not None and self.plek.zorg is not None

    def _ga_open(self) -> None:
        assert self.plek is not None  # noqa: S101 - net geopend
        was, self._was_bij = self._was_bij, None
        self.toon_overzicht()
        self._onthoud_hoofd()
        if was and was.kluis == self.plek.kluis.map.name:
            self.toon_dossier(was.dossier, was.rij)

    def toon_overzicht(self) -> None:
        """Het overzicht, als de werkplek open is."""
        if self.plek is None:
            return
        from ui.venster.overzicht import Overzicht

        self._verzegel()
        scherm = Overzicht(self.plek)
        scherm.gekozen.connect(self.toon_dossier)
        scherm.mislukt.connect(self._meld)
        scherm.gevonden.connect(self.toon_dossier)
        scherm.samenwerken.connect(self.toon_samen)
        scherm.mijn_werk.connect(self.toon_mijn_werk)
        scherm.kopieren.connect(self.toon_reservekopie)
        self._toon(scherm, self.toon_overzicht)
        scherm.nieuwknop.setFocus()

    def toon_dossier(self, id: str, hoofdstuk: int = 0, *, opnieuw: bool = False) -> None:
        """Opent een dossier, op een hoofdstuk."""
        if self.plek is None:
            return
        from jeugdteam_app.werk import dossiers
        from ui.venster.dossierscherm import Dossierscherm, voor_aan_tafel

        self._verzegel()
        hoofdstuk = voor_aan_tafel(hoofdstuk) if HUIDIG.aan_tafel else hoofdstuk
        try:
            scherm = Dossierscherm(self.plek, id, opnieuw=opnieuw)
        except Fout as fout:
            self._meld(zin(fout))
            return
        scherm.terug.connect(self.toon_overzicht)
        scherm.lijst.setCurrentRow(hoofdstuk)
        scherm.schrijver.ga_naar.connect(self.toon_dossier)
        # In de wachtrij: het scherm met de knop wordt hierbij weggehaald, en dat kan pas na de klik.
        scherm.tafel.connect(self.wissel_tafel, Qt.ConnectionType.QueuedConnection)
        scherm.afdekken.connect(self.dek_af)
        self._toon(scherm, lambda: self.toon_dossier(id, self._rij, opnieuw=True))
        self._dossier = scherm
        self._rij = hoofdstuk
        self._onthoud_hoofd()
        scherm.lijst.currentRowChanged.connect(self._onthoud_rij)
        scherm.focus_eerste_veld() if dossiers.is_leeg(self.plek, id) else scherm.lijst.setFocus()

    def _onthoud_rij(self, rij: int) -> None:
        self._rij = max(0, rij)

    def wissel_tafel(self) -> None:
        """Aan tafel: het hele scherm, grote letters, en alleen wat het gezin samen met u maakt. Of weer terug."""
        # Onder het afdekken verandert er niets: anders kwam bij 'Verder' een ander blad in beeld.
        if self._dossier is None or self._afdekking is not None:
            return
        from ui.venster.dossierscherm import voor_aan_tafel

        # Wat nog getypt staat, is van ervoor.
        self._verzegel()
        HUIDIG.aan_tafel = not HUIDIG.aan_tafel
        if self.plek is not None:
            self.plek.zet_aan_tafel(aan=HUIDIG.aan_tafel)
        if HUIDIG.aan_tafel:
            self._voor_tafel = HUIDIG.procent
            self._rij = voor_aan_tafel(self._rij)
        self._toon_tafel()
        groter = max(_OP_TAFEL, HUIDIG.procent) if HUIDIG.aan_tafel else self._voor_tafel
        self.zet_weergave(procent=groter)

    def _toon_tafel(self) -> None:
        if HUIDIG.aan_tafel:
            self._was_groot = self.isMaximized()
            self.showFullScreen()
        else:
            self.showMaximized() if self._was_groot else self.showNormal()
        self.menuBar().setVisible(not HUIDIG.aan_tafel)
        for actie in self._niet_aan_tafel:
            actie.setEnabled(not HUIDIG.aan_tafel and self.plek is not None)

    def dek_af(self) -> None:
        """Dekt alles af, of laat het weer zien."""
        if self._afdekking is not None:
            self._afdekking.hide()
            self._afdekking.deleteLater()
            self._afdekking = None
            self.stapel.show()
            self.menuBar().setVisible(not HUIDIG.aan_tafel)
            looproute.keer_terug(self.stapel, self._was_focus)
            return
        from ui.venster.afdekking import Afdekking

        self._was_focus = looproute.onthoud(self.stapel)
        self._verzegel()
        self.stapel.hide()
        self.menuBar().hide()
        self._afdekking = Afdekking(self)
        self._afdekking.weg.connect(self.dek_af)
        self._afdekking.setGeometry(self.rect())
        self._afdekking.show()
        self._afdekking.verder.setFocus()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        if self._afdekking is not None:
            self._afdekking.setGeometry(self.rect())

    def toon_profiel(self, terug: Callable[[], None] | None = None) -> None:
        """Het profiel van gemeente en team; daarna terug naar waar het begon."""
        if self.plek is not None:
            from ui.venster.profiel import Profielblad

            self._toon_even(Profielblad(self.plek), self.toon_profiel, terug)

    def toon_reservekopie(self, terug: Callable[[], None] | None = None) -> None:
        """De reservekopie; daarna terug naar waar het begon."""
        if self.plek is not None:
            from ui.venster.reservekopie import Reservekopie

            self._toon_even(Reservekopie(self.plek), self.toon_reservekopie, terug)

    def toon_terugzetten(self) -> None:
        """Een kopie terugzetten, als er (nog) niets open is."""
        from ui.venster.reservekopie import Terugzetten

        scherm = Terugzetten(self.waar)
        scherm.gemaakt.connect(self._geopend)
        scherm.klaar.connect(self.toon_begin)
        self._toon(scherm, self.toon_terugzetten)
        scherm.begin.setFocus()

    def toon_wachtzin(self, terug: Callable[[], None] | None = None) -> None:
        """Een andere wachtzin kiezen; daarna terug naar waar het begon."""
        if self.plek is not None:
            from ui.venster.wachtzin import Wachtzinblad

            scherm = Wachtzinblad(self.plek)
            scherm.vernieuwen.connect(self.toon_vernieuwen)
            self._toon_even(scherm, self.toon_wachtzin, terug)

    def toon_vernieuwen(self) -> None:
        """De sleutel van de werkplek vernieuwen; daarna terug naar het overzicht."""
        if self.plek is not None:
            from ui.venster.vernieuwen import Vernieuwblad

            self._verzegel()
            scherm = Vernieuwblad(self.plek, hoofdenmap())
            scherm.klaar.connect(self.toon_overzicht)
            self._toon(scherm, self.toon_overzicht)
            scherm.begin.setFocus()

    def toon_vernietigen(self) -> None:
        """Het open dossier vernietigen, na een reden en overtypen."""
        if self.plek is None or self._dossier is None:
            return
        from ui.venster.vernietigen import Vernietigblad

        self._verzegel()
        id = self._dossier.schrijver.id
        scherm = Vernietigblad(self.plek, id)
        scherm.klaar.connect(lambda: self.toon_dossier(id))
        scherm.weg.connect(self.toon_overzicht)
        self._toon(scherm, self.toon_overzicht)
        scherm.begin.setFocus()

    def toon_mijn_werk(self, terug: Callable[[], None] | None = None) -> None:
        """Wat aan de beurt is; van daaruit naar het dossier, of terug naar waar het begon."""
        if self.plek is not None:
            from ui.venster.mijn_werk import MijnWerk

            self._verzegel()
            scherm = MijnWerk(self.plek)
            scherm.naar.connect(self._naar_taak)
            self._toon_even(scherm, self.toon_mijn_werk, terug)

    def _naar_taak(self, dossier: str, hoofdstuk: str) -> None:
        self.toon_dossier(dossier)
        if self._dossier is not None and hoofdstuk:
            self._dossier.toon_hoofdstuk(hoofdstuk)
            self._dossier.focus_eerste_veld()

    def toon_samen(self, terug: Callable[[], None] | None = None) -> None:
        """Samenwerken met collega's; daarna terug naar waar het begon."""
        if self.plek is not None:
            from ui.venster.samen import Samenscherm

            self._toon_even(Samenscherm(self.plek), self.toon_samen, terug)

    def toon_boek(self, terug: Callable[[], None] | None = None) -> None:
        """Het productenboek en de regels; daarna terug naar waar het begon."""
        if self.plek is not None:
            from ui.venster.boekscherm import Boekscherm

            stand = self.scherm.stand if isinstance(self.scherm, Boekscherm) else None
            self._toon_even(Boekscherm(self.plek, stand), self.toon_boek, terug)

    def toon_handboek(self, pagina: str, terug: Callable[[], None] | None = None) -> None:
        """Een pagina van het handboek; daarna terug naar waar het begon."""
        from ui.venster.handboek import Handboek

        self._toon_even(Handboek(pagina), partial(self.toon_handboek, pagina), terug or self._bewaar_eronder())

    def _toon_even(
        self,
        scherm: Profielblad | Boekscherm | Handboek | Samenscherm | Reservekopie | Wachtzinblad | MijnWerk,
        toon: Callable[[Callable[[], None]], None],
        terug: Callable[[], None] | None,
    ) -> None:
        """Zet een scherm neer waar iemand van terugkomt. Staat het er al, dan blijft de weg terug dezelfde."""
        zelfde = type(self.scherm) is type(scherm)
        vorige = terug or (self._terug if zelfde else self._opnieuw)
        scherm.klaar.connect(lambda: vorige())
        self._toon(scherm, lambda: toon(vorige))
        self._terug = vorige
        scherm.begin.setFocus()

    def _bewaar_eronder(self) -> Callable[[], None] | None:
        """Haalt een onvervangbaar scherm van de stapel zonder het op te ruimen; geeft de weg terug ernaartoe."""
        onder = self.scherm
        if not isinstance(onder, Onvervangbaar):
            return None
        self.stapel.removeWidget(cast("QWidget", onder))

        def terug() -> None:
            onder.bouw_opnieuw()
            self._toon(cast("QWidget", onder), onder.bouw_opnieuw)

        return terug

    def vergrendel(self) -> None:
        """Schrijft wat nog getypt staat, sluit de werkplek en toont het openingsscherm."""
        self._op_slot(Hervatting())

    def _op_slot(self, was: Hervatting) -> None:
        self._sluit_werkplek()
        if self._hervat is None:
            self.hervat(was)
            return
        instellingen().setValue("venster", self.saveGeometry())
        self._hervat(was)

    def hervat(self, was: Hervatting) -> None:
        """Het openingsscherm na het sluiten, met waarom; na openen is iemand weer waar hij was."""
        self._was_bij = was if was.dossier else None
        self.toon_begin()
        if was.waarom in _WAAROM_DICHT and isinstance(self.scherm, Openen):
            self.scherm.zeg(_(_WAAROM_DICHT[was.waarom]))

    def _sluit_vanzelf(self, waarom: str) -> None:
        """Dicht zonder dat iemand erom vroeg: met een zin waarom, en na openen weer waar iemand was."""
        if self.plek is None:
            return
        # Een keuzelijst, melding of printvenster mag niet boven het openingsscherm blijven staan.
        vorige = None
        while (open_ := QApplication.activePopupWidget() or QApplication.activeModalWidget()) not in (None, vorige):
            open_.close()
            vorige = open_
        dossier = "" if self._dossier is None else self._dossier.schrijver.id
        self._op_slot(Hervatting(self.plek.kluis.map.name, dossier, self._rij, waarom))

    def _sluit_werkplek(self) -> None:
        if self._wacht_op_een_mens:
            self._sluit_ouder()
            return
        if self._afdekking is not None:
            self.dek_af()
        if HUIDIG.aan_tafel:
            self.wissel_tafel()
        self._verzegel()
        if self._dossier is not None:
            self._dossier.schrijver.sluit()
        self._ruim_op()
        maak_klembord_leeg()
        if self.plek is not None:
            from jeugdteam_app.werk.reservekopie import maak_bij_sluiten

            self._onthoud_hoofd()
            # Lukt de kopie niet, dan zegt het overzicht de volgende keer hoe oud de laatste is.
            maak_bij_sluiten(self.plek)
            self.plek.sluit()
            self.plek = None

    def _toon(self, scherm: QWidget, opnieuw: Callable[[], None]) -> None:
        """Zet een scherm neer; ``opnieuw`` bouwt hetzelfde scherm nog eens, na een andere weergave of taal."""
        self._verzegel()
        self._ruim_op()
        self._opnieuw = self._terug = opnieuw
        self.stapel.addWidget(scherm)
        self.stapel.setCurrentWidget(scherm)
        for actie in self._met_werkplek:
            actie.setEnabled(self.plek is not None and not self._wacht_op_een_mens)
        for wacht in (self._wacht, self._wegwacht):
            wacht.stop() if self.plek is None else wacht.begin()

    def _ruim_op(self, *, nu: bool = False) -> None:
        """Haalt het scherm weg: wat dicht is, bewaart niets meer.

        ``nu`` wacht niet tot het gebeurtenissen verwerkt: een scherm dat er nog is, krijgt ook nog elke stijl.
        """
        self._dossier = None
        while (oud := self.stapel.widget(0)) is not None:
            self.stapel.removeWidget(oud)
            oud.deleteLater()
            if nu:
                QCoreApplication.sendPostedEvents(oud, QEvent.Type.DeferredDelete.value)

    def _verzegel(self) -> None:
        huidig = self.stapel.currentWidget()
        if isinstance(huidig, Verzegelbaar):
            huidig.verzegel()

    def _meld(self, melding: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.warning(self, "Jeugdteam", melding)

    def _menu(self) -> None:
        balk = self.menuBar()
        balk.clear()
        werkmenu = balk.addMenu(_("&Werk"))
        overzicht = self._actie(_("&Overzicht"), self.toon_overzicht, "Alt+Home")
        mijn_werk = self._actie(_("&Mijn werk"), self.toon_mijn_werk, "Ctrl+M")
        profiel = self._actie(_("&Gemeente en team"), self.toon_profiel, "Ctrl+G")
        boek = self._actie(_("&Productenboek en regels"), self.toon_boek, "Ctrl+B")
        kopie = self._actie(_("&Reservekopie"), self.toon_reservekopie, "Ctrl+R")
        wachtzin = self._actie(_("Andere &wachtzin"), self.toon_wachtzin)
        vernietigen = self._actie(_("&Dossier vernietigen"), self.toon_vernietigen)
        samen = self._actie(_("&Samenwerken"), self.toon_samen, "Ctrl+Shift+S")
        vergrendel = self._actie(_("Werkplek sl&uiten"), self.vergrendel, "Ctrl+L")
        ongedaan = self._actie(_("Laatste stap &ongedaan maken"), self._ongedaan, "Ctrl+Alt+Z")
        volgend = self._actie(_("&Volgend hoofdstuk"), lambda: self._blader(1), "Ctrl+PgDown")
        vorig = self._actie(_("Vo&rig hoofdstuk"), lambda: self._blader(-1), "Ctrl+PgUp")
        tafel = self._actie(_("Aan &tafel, of weer terug"), self.wissel_tafel, "Ctrl+T")
        afdekken = self._actie(_("&Afdekken"), self.dek_af, "F12")
        self._niet_aan_tafel = (overzicht, mijn_werk, samen, boek, profiel, kopie, wachtzin, vernietigen)
        # Ook als de menubalk weg is, blijven deze toetsen werken.
        for oud in self._toetsen:
            self.removeAction(oud)
        waarom = self._actie(_("&Waarom vragen we dit?"), self._wissel_waarom, "Shift+F1")
        self._toetsen = [tafel, afdekken, volgend, vorig, ongedaan, vergrendel, waarom]
        self.addActions(self._toetsen)
        self._met_werkplek = (
            overzicht,
            mijn_werk,
            volgend,
            vorig,
            samen,
            boek,
            profiel,
            kopie,
            wachtzin,
            vernietigen,
            vergrendel,
            ongedaan,
        )
        werkmenu.addActions([overzicht, mijn_werk, volgend, vorig, samen, boek, profiel])
        werkmenu.addActions([kopie, wachtzin, ongedaan, vernietigen, vergrendel])
        self._stiltemenu(werkmenu)
        werkmenu.addSeparator()
        werkmenu.addAction(self._actie(_("&Afsluiten"), self.close, "Ctrl+Q"))
        beeld = balk.addMenu(_("&Beeld"))
        beeld.addAction(self._actie(_("&Groter"), lambda: self._zoom(1), "Ctrl++", "Ctrl+="))
        beeld.addAction(self._actie(_("&Kleiner"), lambda: self._zoom(-1), "Ctrl+-"))
        beeld.addAction(self._actie(_("&Licht of donker"), self._wissel_thema, "Ctrl+D"))
        beeld.addActions([tafel, afdekken])
        beeld.addAction(self._opnameactie())
        beeld.addSeparator()
        for code, naam in (("nl", "&Nederlands"), ("en", "&English")):
            keuze = self._actie(naam, partial(self._kies_taal, code))
            keuze.setCheckable(True)
            keuze.setChecked(code == taal())
            beeld.addAction(keuze)
        hulp = balk.addMenu(_("&Hulp"))
        hulp.addAction(self._actie(_("&Handboek"), lambda: self.toon_handboek("handboek"), "F1"))
        hulp.addAction(waarom)
        hulp.addAction(self._actie(_("&Veiligheid en grenzen"), lambda: self.toon_handboek("veiligheid")))

    def _opnameactie(self) -> QAction:
        """Een ander programma mag dit venster niet fotograferen; waar het systeem dat niet kan, staat dat erbij."""
        actie = self._actie(_("Schermopname &tegenhouden"), self._wissel_opname)
        actie.setCheckable(True)
        actie.setEnabled(self._systeem.kan_opname_weren)
        if not self._systeem.kan_opname_weren:
            actie.setText(_("Schermopname &tegenhouden (kan niet op dit systeem)"))
        actie.setChecked(self._systeem.kan_opname_weren and weert_opname())
        return actie

    def _wissel_opname(self) -> None:
        instellingen().setValue("opname_weren", "nee" if weert_opname() else "ja")
        self._weer_opname()

    def _weer_opname(self) -> None:
        if self._systeem.kan_opname_weren:
            self._systeem.weer_opname(self, aan=weert_opname())

    @staticmethod
    def _wissel_waarom() -> None:
        """Zegt bij het veld waar iemand is, waarom we het vragen."""
        from ui.bouwstenen.velden import Veldvorm

        hier = QApplication.focusWidget()
        while hier is not None and not isinstance(hier, Veldvorm):
            hier = hier.parentWidget()
        if hier is not None:
            hier.wissel_waarom()

    def _stiltemenu(self, werkmenu: QMenu) -> None:
        """Pas gevuld als iemand het opent: het eerste scherm wacht er niet op."""
        keuzes = werkmenu.addMenu(_("Vanzelf sluiten &na"))
        keuzes.aboutToShow.connect(lambda: self._vul_stiltemenu(keuzes))

    def _vul_stiltemenu(self, keuzes: QMenu) -> None:
        keuzes.clear()
        nu = minuten()
        for aantal in MINUTEN:
            opschrift = ngettext("{aantal} minuut", "{aantal} minuten", aantal).format(aantal=aantal)
            keuze = self._actie(opschrift, partial(self._zet_stilte, aantal))
            keuze.setCheckable(True)
            keuze.setChecked(aantal == nu)
            keuzes.addAction(keuze)

    def _zet_stilte(self, aantal: int) -> None:
        self._wacht.zet(aantal)

    def _actie(self, naam: str, doe: Callable[[], object], *toetsen: str) -> QAction:
        actie = QAction(naam, self)
        actie.setShortcuts([QKeySequence(t) for t in toetsen])
        actie.triggered.connect(lambda: doe())
        return actie

    def _blader(self, stap: int) -> None:
        if self._dossier is not None:
            self._dossier.blader(stap)

    def _ongedaan(self) -> None:
        if self._dossier is not None:
            self._dossier.maak_ongedaan()

    def _zoom(self, stap: int) -> None:
        plek = min(len(STAPPEN) - 1, max(0, STAPPEN.index(HUIDIG.procent) + stap)) if HUIDIG.procent in STAPPEN else 0
        self.zet_weergave(procent=STAPPEN[plek])
        instellingen().setValue("procent", HUIDIG.procent)

    def _wissel_thema(self) -> None:
        self.zet_weergave(donker=not HUIDIG.donker)
        instellingen().setValue("thema", "donker" if HUIDIG.donker else "licht")

    def _kies_taal(self, code: str) -> None:
        if code != taal():
            stel_taal_in(code)
            instellingen().setValue("taal", code)
            self._opnieuw()
        self._menu()

    def zet_weergave(self, procent: int | None = None, donker: bool | None = None) -> None:
        """Past tekstgrootte of thema aan en bouwt het scherm opnieuw op, op dezelfde plek."""
        HUIDIG.procent = procent or HUIDIG.procent
        HUIDIG.donker = HUIDIG.donker if donker is None else donker
        plek = looproute.onthoud(self.stapel)
        melding = self._dossier.foutmelding if self._dossier else ""
        if self._dossier is not None:
            self._verzegel()
            self._ruim_op(nu=True)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            pas_weergave_toe(app)
        self._opnieuw()
        if melding and self._dossier:
            self._dossier.meld_fout(melding)
        looproute.keer_terug(self.stapel, plek)

    def closeEvent(self, gebeurtenis: QCloseEvent) -> None:
        self._sluit_werkplek()
        instellingen().setValue("venster", self.saveGeometry())
        super().closeEvent(gebeurtenis)
