"""Een dossier vernietigen: wat dat betekent, waarom het mag, en overtypen om zeker te zijn."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opdrachtregel.zinnen import zin
from jeugdteam_app.werk import overhandigen, vernietigen
from jeugdteam_app.werk.vernietigen import GRONDEN, Grond
from jeugdteam_app.werk.werkplek import Werkplek
from ui.bouwstenen.basis import Kaart, Melding, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_als
from ui.bouwstenen.indeling import Blad, kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij


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
        self._grond = Keuzelijst()
        self._grond.addItem(_("kies een reden"), None)
        for grond, zin_ in GRONDEN.items():
            self._grond.addItem(_(zin_), grond.value)
        self._over = QLineEdit()
        for veld, opschrift in (
            (self._grond, _("Waarom mag het weg?")),
            (self._over, _("Typ ‘{woord}’ over").format(woord=woord)),
        ):
            k.addWidget(label_bij(veld, opschrift))
            k.addWidget(veld)
        self._bericht = kolom()
        k.addLayout(self._bericht)
        links(k, knop(_("Voorgoed vernietigen"), self._doe, "", "trash-2"))
        self.begin = self._grond

    def _doe(self) -> None:
        gekozen = self._grond.currentData()
        try:
            bewijs = vernietigen.vernietig(
                self._werkplek, self._dossier, Grond(gekozen) if gekozen else None, self._over.text()
            )
        except Fout as fout:
            leeg(self._bericht)
            self._bericht.addWidget(Melding("fout", zin(fout)))
            return
        leeg(self._binnen)
        self._binnen.addWidget(Melding("goed", bewijs))
        links(self._binnen, knop(_("Dit bewijs bewaren"), lambda: self._bewaar(bewijs), "", "save"))
        naar = knop(_("Naar het overzicht"), self.weg.emit, "hoofd", "house")
        links(self._binnen, naar)
        self._terug.hide()
        naar.setFocus()

    def _bewaar(self, bewijs: str) -> None:
        pad = bewaar_als(self, _("Waar wilt u dit bewaren?"), "bewijs-van-vernietiging.txt")
        if pad is None:
            return
        try:
            overhandigen.bewaar(pad, bewijs.encode())
            self._binnen.addWidget(Melding("goed", _("Het bestand is bewaard.")))
        except Fout as fout:
            self._binnen.addWidget(Melding("fout", zin(fout)))
