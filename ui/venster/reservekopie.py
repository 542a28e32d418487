"""De reservekopie: waar zij heen gaat, nu een maken, en een kopie terugzetten op deze of een nieuwe laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.periode import toon_datum, toon_moment
from jeugdteam_app.kern.taal import _, ngettext
from jeugdteam_app.werk import reservekopie
from jeugdteam_app.werk.reservekopie import Stand, Terugzetting
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin
from ui.app import hoofdenmap
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, bezig, knop, leeg, links, tekst
from ui.bouwstenen.bestand import kies_map
from ui.bouwstenen.indeling import Blad, kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.stijl import HUIDIG
from ui.venster.openen import BESCHADIGD, merk, toonvakje, wachtveld


class Reservekopie(Blad):
    """Waar de kopieën liggen en hoe oud de laatste is."""

    klaar = Signal()

    def __init__(self, werkplek: Werkplek) -> None:
        super().__init__(bovenaan=True)
        self.werkplek = werkplek
        self.kolom.addWidget(tekst(_("Reservekopie"), "titel"))
        uitleg = _(
            "Raakt de laptop kwijt of stuk, dan staat uw werk nog op een tweede plek. De kopie is net zo versleuteld."
        )
        self.kolom.addWidget(tekst(uitleg))
        kaart = Kaart()
        self._binnen = kolom(None, "s")
        kaart.kolom.addLayout(self._binnen)
        self.kolom.addWidget(kaart)
        self._oefening = Kaart()
        self._oefenen = kolom(None, "s")
        self._oefening.kolom.addLayout(self._oefenen)
        self.kolom.addWidget(self._oefening)
        terug = _("Terugzetten doet u op het openingsscherm, met ‘Kopie terugzetten’.")
        self.kolom.addWidget(tekst(terug, "zacht"))
        links(self.kolom, knop(_("Terug"), self.klaar.emit, "stil"))
        self._bouw()

    def _bouw(self, melding: Melding | None = None) -> None:
        leeg(self._binnen)
        stand, self._gezien = reservekopie.onthouden(self.werkplek), kolom(None, "s")
        if stand.plek is None:
            self._binnen.addWidget(
                Melding("let_op", _("Er is nog geen plek voor kopieën. Kies een stick of een map van het werk."))
            )
        else:
            self._binnen.addWidget(tekst(_("Plek: {plek}").format(plek=stand.plek)))
            self._binnen.addLayout(self._gezien)
            links(self._binnen, knop(_("Nu een kopie maken"), self._maak, "hoofd", "save"))
        self.begin = knop(_("Plek kiezen"), self._kies, "" if stand.plek else "hoofd", "folder-open")
        links(self._binnen, self.begin)
        if melding:
            self._binnen.addWidget(melding)
        self._bouw_oefening()
        self._oefening.setVisible(False)
        if stand.plek is not None:
            self._kijk()

    def _kijk(self) -> None:
        """Kijkt naast het venster: een plek die niet antwoordt, houdt zo niets anders op."""
        self._gezien.addWidget(bezig(_("Bezig met kijken op de plek")))
        vak = self._gezien
        doe(
            self,
            lambda: (reservekopie.stand(self.werkplek), reservekopie.niet_bereikbaar(self.werkplek)),
            lambda gezien: self._toon_gezien(vak, *gezien),
            lambda fout: self._toon_niet_gezien(vak, fout),
        )

    def _toon_gezien(self, vak: QVBoxLayout, stand: Stand, nog_elders: Iterable[Path]) -> None:
        if vak is not self._gezien:
            # Intussen deed iemand iets anders; dat bouwt dit deel zelf weer op.
            return
        leeg(vak)
        laatste = toon_moment(stand.laatste) if stand.laatste else _("nog geen")
        vak.addWidget(tekst(_("Laatste kopie: {moment}").format(moment=laatste), "label"))
        aantal = ngettext("Er ligt {aantal} kopie.", "Er liggen {aantal} kopieën.", stand.aantal)
        vanzelf = _("Bij het sluiten van de werkplek komt er vanzelf een bij als er iets is veranderd.")
        vak.addWidget(tekst(f"{aantal.format(aantal=stand.aantal)} {vanzelf}", "zacht"))
        if stand.is_zelfde_schijf:
            zelfde = _(
                "Deze plek staat op dezelfde schijf als uw werkplek. Gaat de laptop kwijt of stuk, dan is de kopie "
                "ook weg. Kies liever een stick of een map van het werk."
            )
            vak.addWidget(Melding("let_op", zelfde))
        for plek in nog_elders:
            if plek != stand.plek:
                vak.addWidget(self._elders(plek))
        self._oefening.setVisible(bool(stand.aantal))

    def _toon_niet_gezien(self, vak: QVBoxLayout, fout: Fout) -> None:
        if vak is self._gezien:
            leeg(vak)
            vak.addWidget(Melding("fout", zin(fout)))

    def _elders(self, plek: Path) -> Melding:
        """Een eerdere plek waar nog staat wat hier is vernietigd; alleen een mens weet of die er nog is."""
        zin_ = _(
            "Op een eerdere plek ({plek}) liggen misschien nog kopieën van wat hier is vernietigd. Sluit die stick of "
            "schijf aan en maak een kopie, dan verdwijnt het ook daar. Is de stick weggegooid of de map leeg? Zeg dat "
            "hier."
        )
        melding = Melding("let_op", zin_.format(plek=plek))
        weg = knop(_("Die plek is er niet meer"), partial(self._vergeet, plek))
        links(melding.rechts, weg)
        return melding

    def _vergeet(self, plek: Path) -> None:
        reservekopie.vergeet_plek(self.werkplek, plek)
        self._bouw(Melding("goed", _("Die plek telt niet meer mee.")))

    def _bouw_oefening(self, melding: Melding | None = None) -> None:
        """Weten dat de kopie én de wachtzin het doen, voordat het nodig is."""
        leeg(self._oefenen)
        stand = reservekopie.onthouden(self.werkplek)
        self._oefenen.addWidget(tekst(_("Oefenen met terugzetten"), "kop"))
        uitleg = _(
            "Het programma zet de nieuwste kopie even terug in een tijdelijke map, kijkt haar helemaal na en haalt die "
            "map weer weg. Uw kopie blijft. Doe dit een keer per jaar."
        )
        self._oefenen.addWidget(tekst(uitleg))
        if stand.geoefend:
            self._oefenen.addWidget(
                tekst(_("Laatst geoefend: {moment}").format(moment=toon_moment(stand.geoefend)), "zacht")
            )
        self._geheim, self._herstel = wachtveld(), QCheckBox(_("Dit zijn de 24 woorden van de herstelsleutel"))
        self._herstel.setAccessibleName(self._herstel.text())
        self._oefenen.addWidget(label_bij(self._geheim, _("Uw wachtzin")))
        self._oefenen.addWidget(self._geheim)
        self._oefenen.addWidget(toonvakje(self._geheim))
        self._oefenen.addWidget(self._herstel)
        if melding:
            self._oefenen.addWidget(melding)
        links(self._oefenen, knop(_("Nu oefenen"), self._oefen, "", "undo-2"))

    def _oefen(self) -> None:
        geheim, met_herstel = self._geheim.text(), self._herstel.isChecked()
        leeg(self._oefenen)
        self._oefenen.addWidget(bezig(_("Bezig met oefenen")))
        gelukt = _("Het werkt. De kopie van {moment} gaat open en alles erin klopt.")
        doe(
            self,
            lambda: reservekopie.oefen(self.werkplek, geheim, met_herstel=met_herstel),
            lambda kopie: self._bouw_oefening(Melding("goed", gelukt.format(moment=toon_moment(kopie.moment)))),
            lambda fout: self._bouw_oefening(Melding("fout", zin(fout))),
        )

    def _kies(self) -> None:
        plek = kies_map(self, _("Kies een plek voor kopieën"))
        if plek is not None:
            self._doe(lambda: reservekopie.kies_plek(self.werkplek, plek))

    def _maak(self) -> None:
        self._doe(lambda: reservekopie.maak(self.werkplek))

    def _doe(self, functie: Callable[[], Any]) -> None:
        leeg(self._binnen)
        self._gezien = kolom(None, "s")
        self._binnen.addWidget(bezig(_("Bezig met kopiëren")))
        gelukt = _("De kopie is gemaakt en nagekeken.")
        doe(
            self,
            functie,
            lambda _kopie: self._bouw(Melding("goed", gelukt)),
            lambda fout: self._bouw(Melding("fout", zin(fout))),
        )


class Terugzetten(Blad):
    """Een kopie kiezen, openen met de wachtzin, zien wat erin zit, en dan pas houden."""

    klaar = Signal()
    gemaakt = Signal(object)
    geopend = Signal()
    # De map met kopieën, als uit een beschadigde kopie nog iets te redden is.
    redden = Signal(object)

    def __init__(self, waar: Path) -> None:
        super().__init__()
        self._waar, self._map = waar, waar
        self._terug: Terugzetting | None = None
        self.inhoud.setMaximumWidth(HUIDIG.px(640))
        self.kolom.addWidget(merk())
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(_("Een kopie terugzetten"), "kop"))
        uitleg = _("De kopie komt als nieuwe werkplek op deze computer. Wat hier al staat, blijft zoals het is.")
        kaart.kolom.addWidget(tekst(uitleg))
        self._binnen = kolom(None, "s")
        kaart.kolom.addLayout(self._binnen)
        self.kolom.addWidget(kaart)
        self.kolom.addStretch(1)
        self._bouw_map()

    def _bouw_map(self, melding: Melding | None = None) -> None:
        leeg(self._binnen)
        self.begin = knop(_("Map met kopieën kiezen"), self._kies_map, "hoofd", "folder-open")
        links(self._binnen, self.begin)
        if melding:
            self._binnen.addWidget(melding)
        links(self._binnen, knop(_("Terug"), self.klaar.emit, "stil"))

    def _kies_map(self) -> None:
        map_ = kies_map(self, _("Kies de map met kopieën"))
        if map_ is None:
            return
        try:
            self._kopieen, self._map = reservekopie.vind(map_), map_
        except Fout as fout:
            self._bouw_map(Melding("fout", zin(fout)))
            return
        self._bouw_keuze()

    def _bouw_keuze(self, melding: Melding | None = None) -> None:
        leeg(self._binnen)
        self._welke = Keuzelijst()
        namen = reservekopie.namen_uit_elkaar(self._kopieen)
        for kopie, naam in zip(self._kopieen, namen, strict=True):
            # In een map van het werk liggen ook die van collega's: elk gaat alleen met de eigen wachtzin open.
            wiens = f", {naam}" if len(set(namen)) > 1 else ""
            self._welke.addItem(f"{toon_moment(kopie.moment)}{wiens}")
        self._geheim, self._herstel = wachtveld(), QCheckBox(_("Dit zijn de 24 woorden van de herstelsleutel"))
        self._herstel.setAccessibleName(self._herstel.text())
        for veld, opschrift in (
            (self._welke, _("Welke kopie?")),
            (self._geheim, _("De wachtzin van die werkplek")),
        ):
            self._binnen.addWidget(label_bij(veld, opschrift))
            self._binnen.addWidget(veld)
        self._binnen.addWidget(toonvakje(self._geheim))
        self._binnen.addWidget(self._herstel)
        if melding:
            self._binnen.addWidget(melding)
        links(self._binnen, knop(_("Bekijk de kopie"), self._bekijk, "hoofd", "eye"))
        links(self._binnen, knop(_("Terug"), self.klaar.emit, "stil"))
        self._geheim.setFocus()

    def _bekijk(self) -> None:
        kopie, geheim = self._kopieen[self._welke.currentIndex()], self._geheim.text()
        met_herstel = self._herstel.isChecked()
        leeg(self._binnen)
        self._binnen.addWidget(bezig(_("Bezig met openen")))
        doe(
            self,
            lambda: reservekopie.zet_terug(kopie, geheim, self._waar, met_herstel=met_herstel, hoofden=hoofdenmap()),
            self._toon,
            self._mislukt,
        )

    def _mislukt(self, fout: Fout) -> None:
        """Is de kopie zelf stuk, dan is er vaak nog iets uit te redden; ook op een computer zonder werkplek."""
        if fout.code not in BESCHADIGD:
            self._bouw_keuze(Melding("fout", zin(fout)))
            return
        stuk = _("Deze kopie is beschadigd. Er is niets veranderd. Kies een andere kopie, of red wat nog te lezen is.")
        self._bouw_keuze(Melding("fout", stuk))
        eruit = knop(_("Redden wat te lezen is"), lambda: self.redden.emit(self._map), "", "shield-check")
        links(self._binnen, eruit)
        eruit.setFocus()

    @property
    def open_map(self) -> Path | None:
        """De map van de kopie die iemand nu bekijkt."""
        return None if self._terug is None else self._terug.werkplek.kluis.map

    def _toon(self, terug: Terugzetting) -> None:
        self._terug = terug
        self.geopend.emit()
        leeg(self._binnen)
        aantal = ngettext("Er zit {aantal} dossier in.", "Er zitten {aantal} dossiers in.", len(terug.dossiers))
        delen = [aantal.format(aantal=len(terug.dossiers))]
        if terug.laatst:
            laatst = _("Het laatst is er iets opgeschreven op {moment}.")
            delen.append(laatst.format(moment=toon_moment(terug.laatst)))
        self._binnen.addWidget(Melding("info", " ".join(delen)))
        if terug.van_oude_sleutel:
            oud = _(
                "Deze kopie is van voor het vernieuwen van de sleutel. Een dossier dat daarna is vernietigd, kan er "
                "weer in zitten. Staat het hieronder? Vernietig het dan meteen opnieuw."
            )
            self._binnen.addWidget(Melding("let_op", oud))
        for dossier in terug.dossiers:
            regel = _("{naam}, het laatst veranderd op {dag}")
            self._binnen.addWidget(
                tekst(regel.format(naam=dossier.naam or _("Nog zonder naam"), dag=toon_datum(dossier.dag)))
            )
        houden = knop(_("Terugzetten"), self._houd, "hoofd", "check")
        links(self._binnen, houden)
        links(self._binnen, knop(_("Toch niet"), self._laat_vallen, "stil", "x"))
        houden.setFocus()

    def _houd(self) -> None:
        if self._terug is not None:
            terug, self._terug = self._terug, None
            self.gemaakt.emit(terug.houd())

    def _laat_vallen(self) -> None:
        self.verzegel()
        self.klaar.emit()

    def verzegel(self) -> None:
        """Wie weggaat zonder te kiezen, houdt de kopie niet."""
        if self._terug is not None:
            terug, self._terug = self._terug, None
            terug.laat_vallen()
