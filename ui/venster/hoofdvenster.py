"""Het venster: één plek, met steeds één ding tegelijk. De titel noemt nooit een naam."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.zinnen.fouten import zin
from ui.app import LAATSTE_WERKPLEK, hoofdenmap, instellingen, kluizenmap, pas_weergave_toe
from ui.bouwstenen import looproute
from ui.bouwstenen.achtergrond import hoogstens
from ui.bouwstenen.stijl import HUIDIG
from ui.hervatten import Hervatting
from ui.systeem import Systeem
from ui.venster.menu import Menu
from ui.venster.openen import Openen
from ui.venster.poort import Poort
from ui.venster.spoor import Spoorwacht
from ui.venster.stilte import Stiltewacht
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
    from ui.venster.vernietigen import Bewijzenblad
    from ui.venster.wachtzin import Wachtzinblad

    # Schermen waar iemand van terugkomt.
    Tussenscherm: TypeAlias = (
        Profielblad | Boekscherm | Handboek | Samenscherm | Reservekopie | Wachtzinblad | MijnWerk | Bewijzenblad
    )


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


@runtime_checkable
class HoudtOpen(Protocol):
    """Een scherm dat zelf een geopende werkplek laat zien, zoals een kopie die iemand bekijkt."""

    @property
    def open_map(self) -> Path | None:
        """De map van die werkplek, zolang zij open is."""


# Zo lang wacht dichtgaan op een kopie. Een plek die niet antwoordt, houdt de sleutel niet in het geheugen.
_GEDULD = 20.0
# Aan tafel leest iedereen mee, ook wie verder weg zit.
_OP_TAFEL = 150


_WAAROM_DICHT = {
    "stil": N_("Er gebeurde een tijd niets. Daarom is de werkplek gesloten. Wat u typte, is bewaard."),
    "weg": N_(
        "De laptop ging slapen of op slot, of er kwam een andere gebruiker. Daarom is de werkplek gesloten. "
        "Wat u typte, is bewaard."
    ),
}


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
        self.poort = Poort(self, waar or kluizenmap())
        self.plek: Werkplek | None = None
        self._dossier: Dossierscherm | None = None
        self._opnieuw: Callable[[], None] = self.poort.begin
        self._terug: Callable[[], None] = self.poort.begin
        self._rij = 0
        # Waar iemand was toen de werkplek vanzelf dichtging.
        self._was_bij: Hervatting | None = None
        self._afdekking: Afdekking | None = None
        self._was_focus = looproute.Plek(frozenset(), "", 0)
        self._voor_tafel = HUIDIG.procent
        self._was_groot = False
        self._wacht = Stiltewacht(self)
        self._wacht.stil.connect(partial(self._sluit_vanzelf, "stil"))
        self._wegwacht = Wegwacht(self, self._systeem)
        self._wegwacht.weg.connect(partial(self._sluit_vanzelf, "weg"))
        self._spoor = Spoorwacht(self)
        self.setWindowTitle("Jeugdteam")
        self.setMinimumSize(720, 520)
        ruimte = self.screen().availableSize()
        self.resize(min(1200, ruimte.width()), min(820, ruimte.height() - 40))
        self.stapel = QStackedWidget()
        self.setCentralWidget(self.stapel)
        QApplication.instance().installEventFilter(self)
        self.menu = Menu(self, self._wacht, self._systeem)
        if plaats := instellingen().value("venster"):
            self.restoreGeometry(plaats)
        self.poort.begin()

    def eventFilter(self, _wie: QObject, gebeurtenis: QEvent) -> bool:
        """F12 dekt ook af als er een keuzelijst of melding open staat: die gaat dan eerst dicht."""
        # Hier komt alles langs: eerst kijken wat het is, dat is het goedkoopst.
        if not isinstance(gebeurtenis, QKeyEvent):
            return False
        if gebeurtenis.type() is QEvent.Type.KeyPress and gebeurtenis.key() == Qt.Key.Key_F12:
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

    def ga_open(self, plek: Werkplek) -> None:
        """Een werkplek die klopt: naar het overzicht, of naar waar iemand was toen zij dichtging."""
        self.plek = plek
        instellingen().setValue(LAATSTE_WERKPLEK, plek.kluis.map.name)
        was, self._was_bij = self._was_bij, None
        self.toon_overzicht()
        if was and was.kluis == self.plek.kluis.map.name:
            self.toon_dossier(was.dossier, was.rij)
            if was.aan_tafel:
                self.wissel_tafel()
            if was.afgedekt:
                self.dek_af()

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
        self.toon(scherm, self.toon_overzicht)
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
        self.toon(scherm, lambda: self.toon_dossier(id, self._rij, opnieuw=True))
        self._dossier = scherm
        self._rij = hoofdstuk
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
        if not HUIDIG.aan_tafel:
            # Wie nog meekijkt, ziet niet meteen het werk van de medewerker: eerst draait die de laptop om.
            self.dek_af()

    def _toon_tafel(self) -> None:
        if HUIDIG.aan_tafel:
            self._was_groot = self.isMaximized()
            self.showFullScreen()
        else:
            self.showMaximized() if self._was_groot else self.showNormal()
        self.menuBar().setVisible(not HUIDIG.aan_tafel)

    def dek_af(self) -> None:
        """Dekt alles af, of laat het weer zien."""
        if self._afdekking is not None:
            self._haal_afdekking_weg()
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

    def _haal_afdekking_weg(self) -> None:
        if self._afdekking is not None:
            self._afdekking.hide()
            self._afdekking.deleteLater()
            self._afdekking = None
            self.stapel.show()
            self.menuBar().setVisible(not HUIDIG.aan_tafel)

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
            self.toon(scherm, self.toon_overzicht)
            # Vernieuwen schrijft zelf het spoor, met de nieuwe sleutel.
            self._spoor.stop()
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
        self.toon(scherm, self.toon_overzicht)
        scherm.begin.setFocus()

    def toon_bewijzen(self, terug: Callable[[], None] | None = None) -> None:
        """De bewijzen van wat hier is vernietigd; daarna terug naar waar het begon."""
        if self.plek is not None:
            from ui.venster.vernietigen import Bewijzenblad

            self._toon_even(Bewijzenblad(self.plek), self.toon_bewijzen, terug)

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

            try:
                # De eerste keer komen hier de sleutels om samen te werken; op een volle schijf lukt dat niet.
                scherm = Samenscherm(self.plek)
            except Fout as fout:
                self._meld(zin(fout))
                return
            self._toon_even(scherm, self.toon_samen, terug)

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
        scherm: Tussenscherm,
        toon: Callable[[Callable[[], None]], None],
        terug: Callable[[], None] | None,
    ) -> None:
        """Zet een scherm neer waar iemand van terugkomt. Staat het er al, dan blijft de weg terug dezelfde."""
        zelfde = type(self.scherm) is type(scherm)
        vorige = terug or (self._terug if zelfde else self._opnieuw)
        scherm.klaar.connect(lambda: vorige())
        self.toon(scherm, lambda: toon(vorige))
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
            self.toon(cast("QWidget", onder), onder.bouw_opnieuw)

        return terug

    def vergrendel(self) -> None:
        """Schrijft wat nog getypt staat, sluit de werkplek en toont het openingsscherm.

        Aan tafel komt daarna hetzelfde blad terug, en niet het overzicht met andere gezinnen.
        """
        self._op_slot(self._waar_nu("") if HUIDIG.aan_tafel else Hervatting())

    def _waar_nu(self, waarom: str) -> Hervatting:
        map_, dossier = self._open_map, self._dossier
        id = "" if dossier is None else dossier.schrijver.id
        afgedekt = self._afdekking is not None
        return Hervatting("" if map_ is None else map_.name, id, self._rij, waarom, HUIDIG.aan_tafel, afgedekt)

    def _op_slot(self, was: Hervatting) -> None:
        try:
            # Wie weggaat wacht niet op een kopie: voor slapen krijgt een programma maar een paar tellen.
            self._sluit_werkplek(met_kopie=was.waarom != "weg")
        finally:
            if self._hervat is None:
                self.hervat(was)
            else:
                instellingen().setValue("venster", self.saveGeometry())
                self._hervat(was)

    def hervat(self, was: Hervatting) -> None:
        """Het openingsscherm na het sluiten, met waarom; na openen is iemand weer waar hij was."""
        self._was_bij = was if was.dossier else None
        self.poort.begin()
        if was.waarom in _WAAROM_DICHT and isinstance(self.scherm, Openen):
            self.scherm.zeg(_(_WAAROM_DICHT[was.waarom]))

    @property
    def _open_map(self) -> Path | None:
        """De map van de werkplek waarvan de sleutel in het geheugen staat; ook als zij nog op een mens wacht."""
        if (plek := self.plek or self.poort.wachtend) is not None:
            return plek.kluis.map
        return self.scherm.open_map if isinstance(self.scherm, HoudtOpen) else None

    def _sluit_vanzelf(self, waarom: str) -> None:
        """Dicht zonder dat iemand erom vroeg: met een zin waarom, en na openen weer waar iemand was."""
        if self._open_map is None:
            return
        # Een keuzelijst, melding of printvenster mag niet boven het openingsscherm blijven staan.
        vorige = None
        while (open_ := QApplication.activePopupWidget() or QApplication.activeModalWidget()) not in (None, vorige):
            open_.close()
            vorige = open_
        self._op_slot(self._waar_nu(waarom))

    def _sluit_werkplek(self, *, met_kopie: bool = True) -> None:
        """Bewaart, maakt het scherm leeg en sluit de werkplek. Wat er onderweg ook mislukt: de sleutel gaat weg."""
        stappen = [self.poort.sluit, self._verzegel, self._maak_scherm_leeg, self._spoor.schrijf]
        try:
            for stap in [*stappen, self._maak_kopie] if met_kopie else stappen:
                with contextlib.suppress(Fout):
                    stap()
        finally:
            self._spoor.stop()
            plek, self.plek = self.plek, None
            if plek is not None:
                plek.sluit()

    def _maak_scherm_leeg(self) -> None:
        """Van wat er stond is meteen niets meer te zien, ook als wat nu volgt even duurt."""
        if self._dossier is not None:
            self._dossier.schrijver.sluit()
        self._ruim_op()
        self._haal_afdekking_weg()
        if HUIDIG.aan_tafel:
            HUIDIG.aan_tafel, HUIDIG.procent = False, self._voor_tafel
            self._toon_tafel()
            if isinstance(app := QApplication.instance(), QApplication):
                pas_weergave_toe(app)
        maak_klembord_leeg()
        self.repaint()

    def _maak_kopie(self) -> None:
        """Lukt de kopie niet, dan zegt het overzicht de volgende keer hoe oud de laatste is."""
        if self.plek is not None:
            from jeugdteam_app.werk.reservekopie import maak_bij_sluiten

            hoogstens(_GEDULD, partial(maak_bij_sluiten, self.plek))

    def toon(self, scherm: QWidget, opnieuw: Callable[[], None]) -> None:
        """Zet een scherm neer; ``opnieuw`` bouwt hetzelfde scherm nog eens, na een andere weergave of taal."""
        self._verzegel()
        self._ruim_op()
        self._opnieuw = self._terug = opnieuw
        self.stapel.addWidget(scherm)
        self.stapel.setCurrentWidget(scherm)
        self.menu.zet(open_=self.plek is not None)
        self._spoor.stop() if self.plek is None else self._spoor.begin(self.plek)
        self.waak()

    def waak(self) -> None:
        """Let op stilte en weggaan zolang er ergens een werkplek open is."""
        for wacht in (self._wacht, self._wegwacht):
            wacht.stop() if self._open_map is None else wacht.begin()

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

    def blader(self, stap: int) -> None:
        """Naar het volgende hoofdstuk (1) of het vorige (-1)."""
        if self._dossier is not None:
            self._dossier.blader(stap)

    def maak_ongedaan(self) -> None:
        """De laatste stap in dit dossier."""
        if self._dossier is not None:
            self._dossier.maak_ongedaan()

    def bouw_opnieuw(self) -> None:
        """Zet het scherm van nu nog eens neer, in de taal of weergave van nu."""
        self._opnieuw()

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
