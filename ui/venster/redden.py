"""Een beschadigde werkplek redden: wat te lezen is komt in een nieuwe, en er gaat niets weg."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from jeugdteam_app.kern.fouten import Fout, WereldFout
from jeugdteam_app.kern.taal import _, ngettext
from jeugdteam_app.werk import redden
from jeugdteam_app.werk.redden import Daarnaast, Redding
from jeugdteam_app.zinnen.fouten import zin
from ui.app import hoofdenmap
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, bezig, knop, leeg, links, tekst
from ui.bouwstenen.bestand import kies_map
from ui.bouwstenen.indeling import Blad, kolom
from ui.bouwstenen.invoer import label_bij
from ui.bouwstenen.stijl import HUIDIG
from ui.venster.openen import BESCHADIGD, merk, toonvakje, wachtveld


class Redblad(Blad):
    """De wachtzin, als het kan een map met kopieën, en dan zien wat er gered is."""

    klaar = Signal()
    gered = Signal(object)
    geopend = Signal()

    def __init__(self, waar: Path, map_: Path | None, kopiemap: Path | None = None) -> None:
        """``map_``: de beschadigde werkplek; zonder zijn er alleen de kopieën in ``kopiemap``."""
        super().__init__()
        self._waar, self._map, self._kopiemap = waar, map_, kopiemap
        self._uitkomst: Redding | None = None
        self.inhoud.setMaximumWidth(HUIDIG.px(640))
        self.kolom.addWidget(merk())
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(_("Redden wat te lezen is"), "kop"))
        uitleg = (
            _(
                "Het programma leest alles wat nog te lezen is en zet dat in een nieuwe werkplek. "
                "De beschadigde werkplek blijft staan zoals zij is. Gooi haar niet weg."
            )
            if map_
            else _(
                "Het programma leest alles wat in de kopieën nog te lezen is en zet dat in een nieuwe werkplek. "
                "De kopieën blijven staan zoals zij zijn. Gooi ze niet weg."
            )
        )
        kaart.kolom.addWidget(tekst(uitleg))
        self._binnen = kolom(None, "s")
        kaart.kolom.addLayout(self._binnen)
        self.kolom.addWidget(kaart)
        self.kolom.addStretch(1)
        self._bouw()

    @property
    def begin(self) -> QWidget:
        """Waar iemand begint."""
        return self._geheim

    def _bouw(self, melding: Melding | None = None, geheim: str = "") -> None:
        leeg(self._binnen)
        kopieen = _("nog niet gekozen") if self._kopiemap is None else str(self._kopiemap)
        self._binnen.addWidget(tekst(_("Map met kopieën, als u die hebt: {map}").format(map=kopieen), "label"))
        staat_vaak = _("Wat in de werkplek stuk is, staat vaak nog in een kopie. De drie nieuwste worden gelezen.")
        self._binnen.addWidget(tekst(staat_vaak if self._map else _("De drie nieuwste worden gelezen."), "zacht"))
        links(self._binnen, knop(_("Map met kopieën kiezen"), self._kies_map, "", "folder-open"))
        self._geheim, self._herstel = wachtveld(), QCheckBox(_("Dit zijn de 24 woorden van de herstelsleutel"))
        self._geheim.setText(geheim)
        self._herstel.setAccessibleName(self._herstel.text())
        self._binnen.addWidget(label_bij(self._geheim, _("De wachtzin van die werkplek")))
        self._binnen.addWidget(self._geheim)
        self._binnen.addWidget(toonvakje(self._geheim))
        self._binnen.addWidget(self._herstel)
        if melding:
            self._binnen.addWidget(melding)
        links(self._binnen, knop(_("Redden"), self._red, "hoofd", "shield-check"))
        links(self._binnen, knop(_("Terug"), self.klaar.emit, "stil"))
        self._geheim.setFocus()

    def _kies_map(self) -> None:
        geheim, map_ = self._geheim.text(), kies_map(self, _("Kies de map met kopieën"))
        self._kopiemap = map_ or self._kopiemap
        self._bouw(geheim=geheim)

    def _red(self) -> None:
        geheim, met_herstel = self._geheim.text(), self._herstel.isChecked()
        leeg(self._binnen)
        self._binnen.addWidget(bezig(_("Bezig met redden. Dit kan even duren")))
        doe(
            self,
            lambda: redden.red(
                self._map, geheim, self._waar, kopiemap=self._kopiemap, met_herstel=met_herstel, hoofden=hoofdenmap()
            ),
            self._toon,
            self._mislukt,
        )

    def _mislukt(self, fout: Fout) -> None:
        # Zonder werkplek is er ook geen openingsscherm om het nog eens te proberen.
        niets = self._map is None and fout.code in BESCHADIGD
        self._bouw(Melding("fout", zin(WereldFout("redden-niets") if niets else fout)))

    @property
    def open_map(self) -> Path | None:
        """De map van de geredde werkplek die nu open is."""
        return None if self._uitkomst is None else self._uitkomst.werkplek.kluis.map

    def _toon(self, uitkomst: Redding) -> None:
        self._uitkomst = uitkomst
        self.geopend.emit()
        leeg(self._binnen)
        heel = ngettext("{aantal} dossier is er helemaal.", "{aantal} dossiers zijn er helemaal.", len(uitkomst.heel))
        if uitkomst.heel:
            self._binnen.addWidget(Melding("goed", heel.format(aantal=len(uitkomst.heel))))
        if self._map is None:
            self._binnen.addWidget(Melding("let_op", _("Wat u na de laatste kopie schreef, is er niet bij.")))
        elif uitkomst.uit_kopie:
            oud = _("Uit de werkplek zelf was niets te lezen. Wat u na de laatste kopie schreef, is er niet bij.")
            self._binnen.addWidget(Melding("let_op", oud))
        if uitkomst.deels:
            mist = _("In deze dossiers mist iets van wat erin stond, of is dat niet te zeggen. Kijk ze na: {namen}.")
            self._binnen.addWidget(
                Melding("let_op", mist.format(namen=", ".join(n or _("Nog zonder naam") for n in uitkomst.deels)))
            )
        for zin_ in _ook_kwijt(uitkomst):
            self._binnen.addWidget(Melding("let_op", zin_))
        if uitkomst.onleesbaar:
            gaten = _("Plekken in de bestanden waar niets meer te lezen was: {aantal}").format(
                aantal=uitkomst.onleesbaar
            )
            self._binnen.addWidget(tekst(gaten, "zacht"))
        iedereen = _("Wat nergens meer te lezen was, kan het programma niet noemen. Kijk of iedereen er is.")
        self._binnen.addWidget(tekst(iedereen, "zacht"))
        verder = knop(_("Open de geredde werkplek"), self._open, "hoofd", "check")
        links(self._binnen, verder)
        verder.setFocus()

    def _open(self) -> None:
        if self._uitkomst is not None:
            uitkomst, self._uitkomst = self._uitkomst, None
            self.gered.emit(uitkomst.werkplek)

    def verzegel(self) -> None:
        """Wie weggaat zonder te openen, houdt wat gered is; het staat op het openingsscherm."""
        if self._uitkomst is not None:
            uitkomst, self._uitkomst = self._uitkomst, None
            uitkomst.werkplek.sluit()


def _ook_kwijt(uitkomst: Redding) -> Iterator[str]:
    """Wat er naast de dossiers ontbreekt of kan ontbreken, en wat iemand dan doet."""
    if uitkomst.bijlagen_kwijt:
        zin_ = ngettext(
            "{aantal} bijlage was niet meer te lezen. In het dossier staat nog welke.",
            "{aantal} bijlagen waren niet meer te lezen. In het dossier staat nog welke.", uitkomst.bijlagen_kwijt,
        )  # fmt: skip
        yield zin_.format(aantal=uitkomst.bijlagen_kwijt)
    if Daarnaast.INSTELLINGEN in uitkomst.ook_kwijt:
        yield _(
            "De laatste instellingen waren niet allemaal te lezen. Deze werkplek is nu van {wie}. Kijk ‘Gemeente en "
            "team’ na, en geef collega’s bij ‘Samenwerken’ een nieuw kaartje."
        ).format(wie=uitkomst.werkplek.wie)
    if Daarnaast.AANTEKENINGEN in uitkomst.ook_kwijt:
        yield _("Van uw eigen aantekeningen bij een dossier kan iets missen.")
    if Daarnaast.LOG in uitkomst.ook_kwijt:
        yield _("Van ‘Wie keek wanneer’ missen regels.")
