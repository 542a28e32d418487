"""Alles voordat een werkplek open is: openen, maken, terugzetten, redden, en de vraag of zij nog klopt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from jeugdteam_app.werk.kluizen import kluizen
from ui.app import hoofdenmap
from ui.venster.openen import Openen

if TYPE_CHECKING:
    from jeugdteam_app.werk.werkplek import Werkplek
    from ui.venster.hoofdvenster import Hoofdvenster


class Poort:
    """Laat een werkplek door naar het venster als een mens haar opende, en niet eerder dan zij klopt."""

    def __init__(self, venster: Hoofdvenster, waar: Path) -> None:
        self._venster, self.waar = venster, waar
        # Een werkplek waar iets niet aan klopt: er gaat niets open en er verandert niets tot een mens kiest.
        self.wachtend: Werkplek | None = None

    def begin(self) -> None:
        """Openen als er een werkplek is, anders een maken."""
        if not kluizen(self.waar, hoofdenmap()):
            self._maak(kan_terug=False)
            return
        vorig = self._venster.scherm
        getypt = vorig.wachtzin.text() if isinstance(vorig, Openen) else ""
        scherm = Openen(self.waar)
        scherm.wachtzin.setText(getypt)
        scherm.geopend.connect(self.geopend)
        scherm.nieuw.connect(lambda: self._maak(kan_terug=True))
        scherm.terugzetten.connect(self.zet_terug)
        scherm.redden.connect(lambda map_: self._red(map_))
        self._venster.toon(scherm, self.begin)
        scherm.wachtzin.setFocus()

    def geopend(self, plek: object) -> None:
        """De wachtzin klopte. Klopt de werkplek ook, dan gaat zij open; anders wacht zij op een mens."""
        self.wachtend = cast("Werkplek", plek)
        if self.wachtend.zorg is None:
            self._laat_door()
        else:
            self._vraag()

    def sluit(self) -> None:
        """Sluit wat nog op een mens wacht, zonder kopie en zonder iets te onthouden: dat zou het spoor uitwissen."""
        if self.wachtend is not None:
            self.wachtend.sluit()
            self.wachtend = None

    def zet_terug(self) -> None:
        """Een kopie terugzetten."""
        from ui.venster.reservekopie import Terugzetten

        scherm = Terugzetten(self.waar)
        scherm.geopend.connect(self._venster.waak)
        scherm.gemaakt.connect(self.geopend)
        scherm.klaar.connect(self.begin)
        scherm.redden.connect(lambda kopiemap: self._red(None, kopiemap))
        self._venster.toon(scherm, self.zet_terug)
        scherm.begin.setFocus()

    def _maak(self, *, kan_terug: bool) -> None:
        from ui.venster.nieuwe_werkplek import NieuweWerkplek

        scherm = NieuweWerkplek(self.waar, kan_terug=kan_terug)
        scherm.gemaakt.connect(self.geopend)
        scherm.terug.connect(self.begin)
        scherm.terugzetten.connect(self.zet_terug)
        self._venster.toon(scherm, scherm.bouw_opnieuw)

    def _red(self, map_: Path | None, kopiemap: Path | None = None) -> None:
        """Uit een beschadigde werkplek, of alleen uit kopieën, halen wat te lezen is."""
        from ui.venster.redden import Redblad

        scherm = Redblad(self.waar, map_, kopiemap)
        scherm.geopend.connect(self._venster.waak)
        scherm.gered.connect(self.geopend)
        scherm.klaar.connect(self.begin)
        self._venster.toon(scherm, lambda: self._red(map_, kopiemap))
        scherm.begin.setFocus()

    def _vraag(self) -> None:
        """Er ontbreekt iets, of er is iets veranderd: sluiten, redden of verder."""
        from ui.venster.ouder import Ouderblad

        if self.wachtend is None or self.wachtend.zorg is None:
            self.begin()
            return
        scherm = Ouderblad(self.wachtend.zorg)
        scherm.verder.connect(self._ga_verder)
        scherm.sluiten.connect(self._sluit_en_begin)
        scherm.redden.connect(self._red_wachtende)
        self._venster.toon(scherm, self._vraag)
        scherm.begin.setFocus()

    def _sluit_en_begin(self) -> None:
        self.sluit()
        self.begin()

    def _ga_verder(self) -> None:
        """Iemand weet waarom: vanaf nu is dit de werkplek zoals zij hoort te zijn."""
        from jeugdteam_app.werk import waken

        if self.wachtend is not None:
            waken.ga_verder(self.wachtend, hoofdenmap())
            self._laat_door()

    def _red_wachtende(self) -> None:
        if self.wachtend is not None:
            map_ = self.wachtend.kluis.map
            self.sluit()
            self._red(map_)

    def _laat_door(self) -> None:
        if (plek := self.wachtend) is not None:
            self.wachtend = None
            self._venster.ga_open(plek)
