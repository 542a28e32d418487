"""Een eigen productenboek of wachttijden laden: eerst zien wat er verandert, dan pas overnemen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.periode import lees_datum, toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opdrachtregel.boeken import delen_van, meldingen
from jeugdteam_app.productenboek.boek import Aanzien, Productenboek
from jeugdteam_app.werk import boeken, instellingen
from jeugdteam_app.werk.boeken import Nagekeken, Versie
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen import looproute
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Melding, Uitklapper, bezig, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_als, open_bestand
from ui.bouwstenen.indeling import Doorlooprij, in_volgorde, kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.stijl import HUIDIG

_SOORTEN = "Excel, ODS, CSV, JSON (*.xlsx *.ods *.csv *.json)"
# Meer regels leest niemand op een scherm; de opdracht ‘boeken --controleer’ geeft ze allemaal.
_MEESTE_REGELS = 200


class Boekladen(Uitklapper):
    """Kies een bestand; er verandert pas iets als u het overneemt."""

    overgenomen = Signal()

    def __init__(self, werkplek: Werkplek, boek: Callable[[], Productenboek]) -> None:
        super().__init__(_("Een eigen boek of wachttijden laden"), "folder-open", HUIDIG.kleuren.accent)
        self._werkplek, self._boek = werkplek, boek
        uitleg = _("U ziet eerst wat er verandert. Klopt één cel niet, dan wordt er niets overgenomen.")
        self.kolom.addWidget(tekst(uitleg, "zacht"))
        knoppen = QWidget()
        vlak = Doorlooprij(knoppen)
        vlak.addWidget(knop(_("Boek nakijken"), self._kies_boek, "", "folder-open"))
        vlak.addWidget(knop(_("Wachttijden nakijken"), self._kies_wachttijden, "", "folder-open"))
        vlak.addWidget(knop(_("Sjabloon bewaren"), self._bewaar_sjabloon, "", "file-down"))
        self.kolom.addWidget(knoppen)
        self._uitkomst = kolom(None, "s")
        self.kolom.addLayout(self._uitkomst)

    def _kies_boek(self) -> None:
        pad, huidig = open_bestand(self, _("Kies een productenboek"), _SOORTEN), self._boek()
        if pad is not None:
            self._werk(lambda: boeken.kijk_na(pad, huidig), lambda nagekeken: self._toon_boek(nagekeken, pad, huidig))

    def _kies_wachttijden(self) -> None:
        pad, huidig = open_bestand(self, _("Kies een bestand met wachttijden"), _SOORTEN), self._boek()
        vandaag = self._werkplek.vandaag
        if pad is not None:
            self._werk(
                lambda: boeken.kijk_wachttijden_na(pad, vandaag, huidig),
                lambda proef: self._toon_wachttijden(proef, huidig),
            )

    def _werk(self, functie: Callable[[], Any], klaar: Callable[[Any], None]) -> None:
        """Kijkt na in een andere draad; het venster blijft antwoorden."""
        leeg(self._uitkomst)
        self._uitkomst.addWidget(bezig(_("Bezig met nakijken")))
        doe(self, functie, klaar, self._mislukt)

    def _mislukt(self, fout: Fout) -> None:
        leeg(self._uitkomst)
        self._uitkomst.addWidget(Melding("fout", zin(fout)))

    def _toon_boek(self, nagekeken: Nagekeken, pad: Path, huidig: Productenboek) -> None:
        leeg(self._uitkomst)
        boek = nagekeken.proef.boek
        if boek is None:
            self._uitkomst.addWidget(Melding("fout", _("Dit boek klopt nog niet. Er is niets veranderd.")))
        else:
            klopt = _("Dit boek klopt: {aantal} producten.").format(aantal=len(boek.producten))
            self._uitkomst.addWidget(Melding("goed", klopt))
        self._toon_delen(delen_van(nagekeken))
        self._breng_in_beeld()
        if boek is not None and nagekeken.proef.zonder_kop:
            self._vraag_kop(pad, huidig)
        elif boek is not None:
            self._bied_aan(lambda: boeken.neem_over(self._werkplek, boek))

    def _vraag_kop(self, pad: Path, huidig: Productenboek) -> None:
        """Het bestand zegt niet welke versie dit is. Dan zegt u het, en kijken we het daarmee nog eens na."""
        velden = Kopvelden(self._werkplek.vandaag)
        self._uitkomst.addWidget(velden)

        def opnieuw() -> None:
            try:
                versie = velden.ingevuld()
            except Fout as fout:
                velden.meld(zin(fout))
                return
            self._werk(
                lambda: boeken.kijk_na(pad, huidig, versie), lambda nagekeken: self._toon_boek(nagekeken, pad, huidig)
            )

        links(self._uitkomst, knop(_("Nakijken met deze versie"), opnieuw, "hoofd", "check"))
        velden.versie.setFocus()

    def _toon_wachttijden(self, proef: Any, boek: Productenboek) -> None:
        leeg(self._uitkomst)
        if proef.wachttijden is None:
            self._uitkomst.addWidget(Melding("fout", _("Dit bestand klopt nog niet. Er is niets veranderd.")))
        delen = [(_("Dit klopt niet:"), meldingen(proef.fouten)), (_("Let hierop:"), meldingen(proef.opmerkingen))]
        self._toon_delen([(kop, regels) for kop, regels in delen if regels])
        self._breng_in_beeld()
        if proef.wachttijden is not None:
            aantal = _("Er staan {aantal} wachttijden in.").format(aantal=len(proef.wachttijden))
            self._uitkomst.addWidget(Melding("goed", aantal))
            self._bied_aan(lambda: boeken.neem_wachttijden_over(self._werkplek, boek, proef.wachttijden))

    def _toon_delen(self, delen: list[tuple[str, list[str]]]) -> None:
        for kop, regels in delen:
            self._uitkomst.addWidget(tekst(kop, "label"))
            for regel in regels[:_MEESTE_REGELS]:
                self._uitkomst.addWidget(tekst(regel))
            if len(regels) > _MEESTE_REGELS:
                rest = _("En nog {aantal}.").format(aantal=len(regels) - _MEESTE_REGELS)
                self._uitkomst.addWidget(tekst(rest, "zacht"))

    def _bied_aan(self, neem_over: Callable[[], None]) -> None:
        overnemen = knop(_("Overnemen"), lambda: self._neem_over(neem_over), "hoofd", "check")
        links(self._uitkomst, overnemen)
        overnemen.setFocus()

    def _neem_over(self, neem_over: Callable[[], None]) -> None:
        try:
            neem_over()
        except Fout as fout:
            self._mislukt(fout)
            return
        leeg(self._uitkomst)
        nu = instellingen.boek(self._werkplek)
        zin_ = _("Overgenomen. U adviseert nu met: {regio}, versie {versie}.").format(regio=nu.regio, versie=nu.versie)
        self._uitkomst.addWidget(Melding("goed", zin_))
        self.overgenomen.emit()
        self._breng_in_beeld()

    def _breng_in_beeld(self) -> None:
        """Schuift het blad naar de uitkomst: wie een bestand koos, wil zien wat er mis of goed is."""
        QTimer.singleShot(0, self, self._toon_begin)

    def _toon_begin(self) -> None:
        for onderdeel in in_volgorde(self._uitkomst)[:1]:
            if isinstance(onderdeel, QWidget):
                looproute.toon(onderdeel)

    def _bewaar_sjabloon(self) -> None:
        pad: Path | None = bewaar_als(self, _("Waar wilt u dit bewaren?"), "productenboek.xlsx")
        if pad is not None:
            boek = self._boek()
            self._werk(lambda: boeken.bewaar_sjabloon(boek, pad), lambda _niets: self._bewaard())

    def _bewaard(self) -> None:
        leeg(self._uitkomst)
        self._uitkomst.addWidget(Melding("goed", _("Het bestand is bewaard.")))


class Kopvelden(QWidget):
    """Wat een tabel met alleen producten niet zegt: welke versie dit is, wat voor boek, en vanaf wanneer."""

    def __init__(self, vandaag: date) -> None:
        super().__init__()
        indeling = kolom(self, "s")
        uitleg = _("In dit bestand staat niet welke versie het is. Zeg het hier; dan kijken we het daarmee na.")
        indeling.addWidget(tekst(uitleg))
        self.versie, self._vanaf, self._aanzien = QLineEdit(), QLineEdit(toon_datum(vandaag)), Keuzelijst()
        for aanzien in Aanzien:
            self._aanzien.addItem(_(aanzien), aanzien.value)
        for veld, opschrift in (
            (self.versie, _("Hoe heet deze versie?")),
            (self._aanzien, _("Wat voor boek is het?")),
            (self._vanaf, _("Vanaf welke dag geldt het?")),
        ):
            indeling.addWidget(label_bij(veld, opschrift))
            indeling.addWidget(veld)
        self._fout = tekst("", "fout")
        self._fout.hide()
        indeling.addWidget(self._fout)

    def ingevuld(self) -> Versie:
        """De nieuwe versie; zegt met een fout wat er nog niet klopt."""
        return Versie.maak(self.versie.text(), Aanzien(self._aanzien.currentData()), lees_datum(self._vanaf.text()))

    def meld(self, melding: str) -> None:
        """Zegt onder de velden wat er niet klopt."""
        self._fout.setText(melding)
        self._fout.show()
        self.versie.setFocus()
