"""Een dossier vernietigen: wat dat betekent, waarom het mag, en overtypen om zeker te zijn."""

from __future__ import annotations

from textwrap import fill

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.periode import lees_datum, toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import bewaren, dubbel, overhandigen, vernietigen
from jeugdteam_app.werk.vernietigen import VERZOEKERS, Grond, Verzoeker, Wegverzoek
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, bezig, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_als
from ui.bouwstenen.indeling import Blad, kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.keuzevelden import LANGSTE_KEUZE


class Vraagvelden(QWidget):
    """Wie om vernietigen vroeg, wanneer, en dat is nagegaan of niets zich verzet."""

    def __init__(self) -> None:
        super().__init__()
        indeling = kolom(self, "s")
        self._van, self._op = Keuzelijst(), QLineEdit()
        self._van.addItem(_("kies wie het vroeg"), None)
        for van, zin_ in VERZOEKERS.items():
            self._van.addItem(_(zin_), van.value)
        for veld, opschrift in (
            (self._van, _("Wie vroeg erom?")),
            (self._op, _("Op welke dag? Bijvoorbeeld 3-4-2026")),
        ):
            indeling.addWidget(label_bij(veld, opschrift))
            indeling.addWidget(veld)
        nagegaan = _("Ik ben nagegaan dat bewaren voor niemand anders van groot belang is, en niet moet van een wet")
        self._nagegaan = QCheckBox(fill(nagegaan, LANGSTE_KEUZE))
        self._nagegaan.setAccessibleName(nagegaan)
        indeling.addWidget(self._nagegaan)

    def ingevuld(self) -> Wegverzoek | None:
        """Wat er staat; niets als er nog iets mist. Een dag die geen dag is, geeft de fout van ``lees_datum``."""
        van, op = self._van.currentData(), self._op.text().strip()
        if not van or not op:
            return None
        return Wegverzoek(Verzoeker(van), lees_datum(op), self._nagegaan.isChecked())


class Vernietigblad(Blad):
    """Eén dossier, en daarna is het weg."""

    klaar = Signal()
    weg = Signal()

    def __init__(self, werkplek: Werkplek, dossier: str) -> None:
        super().__init__(bovenaan=True)
        self._werkplek, self._dossier = werkplek, dossier
        self.kolom.addWidget(tekst(_("Een dossier vernietigen"), "titel"))
        kaart = Kaart()
        self._binnen = kolom(None, "s")
        kaart.kolom.addLayout(self._binnen)
        self.kolom.addWidget(kaart)
        self._terug = knop(_("Terug"), self.klaar.emit, "stil")
        links(self.kolom, self._terug)
        self._bouw()

    def _bouw(self) -> None:
        k, woord = self._binnen, vernietigen.woord_om_over_te_typen(self._werkplek, self._dossier)
        k.addWidget(Melding("let_op", _("Dit kan niemand terugdraaien, ook niet met de herstelsleutel.")))
        elders = _(
            "Een collega die het dossier van u kreeg, houdt het. Wat verstuurd of afgedrukt is, blijft ook bestaan."
        )
        k.addWidget(tekst(elders))
        kopie = _(
            "Is de schijf met reservekopieën nu niet aangesloten? Dan verdwijnt het dossier daar bij de volgende kopie."
        )
        k.addWidget(tekst(kopie))
        if vernietigen.heeft_broer_of_zus(self._werkplek, self._dossier):
            deelt = _(
                "Er is nog een ander kind in dit gezin. Gesprekken, mensen en het plan van de familie blijven staan, "
                "ook wat daarin over dit kind staat. Haal dat er eerst zelf uit als het weg moet."
            )
            k.addWidget(Melding("let_op", deelt))
        if dubbel.dubbele(self._werkplek, self._dossier):
            nog_een = _(
                "Er is nog een dossier dat van dit kind is, of ervan kan zijn. Dat blijft. Moet het ook weg, vernietig "
                "het dan apart."
            )
            k.addWidget(Melding("let_op", nog_een))
        self._grond = Keuzelijst()
        self._grond.addItem(_("kies een reden"), None)
        for grond, zin_ in vernietigen.gronden(self._werkplek, self._dossier).items():
            self._grond.addItem(zin_, grond.value)
        self._grond.currentIndexChanged.connect(self._toon_vraag)
        self._over = QLineEdit()
        self._vraag = Vraagvelden()
        for veld, opschrift in (
            (self._grond, _("Waarom mag het weg?")),
            (self._over, _("Typ ‘{woord}’ over").format(woord=woord)),
        ):
            k.addWidget(label_bij(veld, opschrift))
            k.addWidget(veld)
        k.insertWidget(k.indexOf(self._over) - 1, self._vraag)
        self._termijn = tekst(self._over_de_termijn())
        k.insertWidget(k.indexOf(self._vraag), self._termijn)
        self._toon_vraag()
        self._bericht = kolom()
        k.addLayout(self._bericht)
        self._doen = knop(_("Voorgoed vernietigen"), self._doe, "", "trash-2")
        links(k, self._doen)
        self.begin = self._grond

    def _over_de_termijn(self) -> str:
        """Tot wanneer de termijn liep. Een klok die jaren voorloopt, maakt hem ten onrechte voorbij: een mens kijkt."""
        tot = bewaren.termijn(self._werkplek, self._dossier).tot
        if tot is None:
            return _("De bewaartermijn is niet bekend.")
        zin_ = _(
            "De bewaartermijn loopt tot {dag}. Volgens deze computer is het vandaag {vandaag}. Klopt die dag niet? "
            "Zet dan eerst de klok goed."
        )
        return zin_.format(dag=toon_datum(tot), vandaag=toon_datum(self._werkplek.vandaag))

    def _gekozen(self) -> Grond | None:
        gekozen = self._grond.currentData()
        return Grond(gekozen) if gekozen else None

    def _toon_vraag(self) -> None:
        self._vraag.setVisible(self._gekozen() is Grond.VERZOEK)
        self._termijn.setVisible(self._gekozen() is Grond.TERMIJN)

    def _doe(self) -> None:
        grond, over = self._gekozen(), self._over.text()
        try:
            verzoek = self._vraag.ingevuld() if grond is Grond.VERZOEK else None
        except Fout as fout:
            self._mislukt(fout)
            return
        leeg(self._bericht)
        self._bericht.addWidget(bezig(_("Bezig met vernietigen")))
        # Weggaan kan even niet: dan was het bewijs weg.
        self.setDisabled(True)
        doe(
            self,
            lambda: vernietigen.vernietig(self._werkplek, self._dossier, grond, over, verzoek),
            self._gelukt,
            self._mislukt,
        )

    def _mislukt(self, fout: Fout) -> None:
        self.setEnabled(True)
        leeg(self._bericht)
        self._bericht.addWidget(Melding("fout", zin(fout)))
        self._doen.setFocus()

    def _gelukt(self, bewijs: str) -> None:
        self.setEnabled(True)
        leeg(self._binnen)
        self._binnen.addWidget(Melding("goed", bewijs))
        links(self._binnen, knop(_("Dit bewijs bewaren"), lambda: self._bewaar(bewijs), "", "save"))
        naar = knop(_("Naar het overzicht"), self.weg.emit, "hoofd", "house")
        links(self._binnen, naar)
        self._terug.hide()
        naar.setFocus()

    def _bewaar(self, bewijs: str) -> None:
        _bewaar_bewijs(self, self._binnen, bewijs)


class Bewijzenblad(Blad):
    """De bewijzen van wat hier is vernietigd, om nog eens te lezen of te bewaren."""

    klaar = Signal()

    def __init__(self, werkplek: Werkplek) -> None:
        super().__init__(bovenaan=True)
        self.kolom.addWidget(tekst(_("Bewijzen van vernietigen"), "titel"))
        self.kolom.addWidget(tekst(_("Dat er iets weg is, en waarom. Over wie het ging, staat nergens meer."), "zacht"))
        bewijzen = vernietigen.bewijzen(werkplek)
        for bewijs in bewijzen:
            self._zet(bewijs)
        if not bewijzen:
            self.kolom.addWidget(tekst(_("Hier is nog geen dossier vernietigd.")))
        self.begin = knop(_("Terug"), self.klaar.emit, "stil")
        links(self.kolom, self.begin)

    def _zet(self, bewijs: str) -> None:
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(bewijs))
        bewaren = knop(_("Dit bewijs bewaren"), lambda: _bewaar_bewijs(self, kaart.kolom, bewijs), "", "save")
        bewaren.setAccessibleDescription(bewijs)
        links(kaart.kolom, bewaren)
        self.kolom.addWidget(kaart)


def _bewaar_bewijs(ouder: QWidget, bij: QVBoxLayout, bewijs: str) -> None:
    pad = bewaar_als(ouder, _("Waar wilt u dit bewaren?"), "bewijs-van-vernietiging.txt")
    if pad is None:
        return
    try:
        overhandigen.bewaar(pad, bewijs.encode())
        bij.addWidget(Melding("goed", _("Het bestand is bewaard.")))
    except Fout as fout:
        bij.addWidget(Melding("fout", zin(fout)))
