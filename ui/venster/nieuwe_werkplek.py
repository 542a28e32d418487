"""Een nieuwe werkplek maken: naam en wachtzin, de herstelsleutel op papier, en een paar woorden overtypen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout

from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.werk.kluizen import vrije_naam
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, bezig, knop, leeg, links, tekst
from ui.bouwstenen.herstelpapier import Overtypen, Woordenvak, druk_af, kies_plekken
from ui.bouwstenen.indeling import Blad, kolom, rij
from ui.bouwstenen.invoer import label_bij
from ui.bouwstenen.stijl import HUIDIG
from ui.venster.openen import merk, toonvakje, wachtveld, werk

if TYPE_CHECKING:
    from jeugdteam_app.werk.werkplek import NieuweKluis

_STERKTE = (N_("heel zwak"), N_("zwak"), N_("matig"), N_("sterk"), N_("heel sterk"))


class NieuweWerkplek(Blad):
    """Drie stappen; teruggaan kan."""

    gemaakt = Signal(object)
    terug = Signal()
    terugzetten = Signal()

    def __init__(self, waar: Path, *, kan_terug: bool) -> None:
        super().__init__()
        self._waar, self._kan_terug = waar, kan_terug
        self._nieuw: NieuweKluis | None = None
        self._voorbereid: tuple[str, str, str] | None = None
        self._naam, self._wie = QLineEdit(vrije_naam(waar, _("Mijn werkplek"))), QLineEdit()
        self._zin, self._nog_eens = wachtveld(), wachtveld()
        self._gevraagd: list[tuple[int, QLineEdit]] = []
        self._stap: Callable[[], None] = self._bouw_eerste
        self.bouw_opnieuw()

    def bouw_opnieuw(self) -> None:
        """Zet dezelfde stap nog eens neer, in een andere weergave of taal. Wat getypt was, blijft."""
        getypt = [veld.text() for _plek, veld in self._gevraagd]
        leeg(self.kolom)
        self.inhoud.setMaximumWidth(HUIDIG.px(640))
        self.kolom.addWidget(merk())
        self._kaart = Kaart()
        self.kolom.addWidget(self._kaart)
        self.kolom.addStretch(1)
        self._stap()
        for (_plek, veld), tekst_ in zip(self._gevraagd, getypt, strict=False):
            veld.setText(tekst_)

    def _begin(self, stap: Callable[[], None]) -> QVBoxLayout:
        """Maakt de kaart leeg voor een stap, en onthoudt welke stap het is."""
        self._stap, self._gevraagd = stap, []
        leeg(self._kaart.kolom)
        return self._kaart.kolom

    def _bouw_eerste(self) -> None:
        oud = self._naam.text(), self._wie.text(), self._zin.text(), self._nog_eens.text()
        k = self._begin(self._bouw_eerste)
        k.addWidget(tekst(_("Een werkplek maken (stap 1 van 3)"), "kop"))
        k.addWidget(tekst(_("Alles wat u opschrijft, komt versleuteld op deze computer. Alleen u kunt het openen.")))
        self._naam, self._wie = QLineEdit(oud[0]), QLineEdit(oud[1])
        self._zin, self._nog_eens = wachtveld(), wachtveld()
        self._zin.setText(oud[2])
        self._nog_eens.setText(oud[3])
        for veld, opschrift, uitleg in (
            (self._wie, _("Hoe heet u?"), _("Uw naam komt onder besluiten te staan.")),
            (
                self._naam,
                _("Hoe noemt u deze werkplek?"),
                _("Staat op het openingsscherm. Gebruik geen naam van een kind."),
            ),
            (self._zin, _("Kies een wachtzin"), _("Vijf of zes losse woorden zijn sterk en goed te onthouden.")),
        ):
            k.addWidget(label_bij(veld, opschrift))
            k.addWidget(tekst(uitleg, "zacht"))
            k.addWidget(veld)
        self._balk = QProgressBar()
        self._balk.setRange(0, 4)
        self._balk.setTextVisible(False)
        self._sterk = tekst("", "zacht")
        k.addWidget(self._balk)
        k.addWidget(self._sterk)
        self._zin.textChanged.connect(self._toon_sterkte)
        k.addWidget(label_bij(self._nog_eens, _("Typ de wachtzin nog eens")))
        k.addWidget(self._nog_eens)
        self._nog_eens.returnPressed.connect(self._naar_tweede)
        tonen = toonvakje(self._zin, self._nog_eens)
        k.addWidget(tonen)
        links(k, knop(_("Stel een wachtzin voor"), lambda: self._stel_voor(tonen.setChecked), "stil", "sparkles"))
        self._meldvak()
        onder = rij()
        if self._kan_terug:
            onder.addWidget(knop(_("Terug"), self.terug.emit, "stil"))
        else:
            onder.addWidget(knop(_("Kopie terugzetten"), self.terugzetten.emit, "stil"))
        onder.addStretch(1)
        onder.addWidget(knop(_("Verder"), self._naar_tweede, "hoofd"))
        k.addLayout(onder)
        self._toon_sterkte(self._zin.text())
        self._wie.setFocus()

    def _meldvak(self) -> None:
        self._bericht = kolom()
        self._kaart.kolom.addLayout(self._bericht)

    def _meld(self, fout: Fout) -> None:
        leeg(self._bericht)
        self._bericht.addWidget(Melding("fout", zin(fout)))

    def _toon_sterkte(self, getypt: str) -> None:
        score = werk().sterkte(getypt) if getypt else 0
        woorden = _(_STERKTE[score]) if getypt else _("nog leeg")
        self._balk.setValue(score)
        zin_ = _("Sterkte: {sterkte}").format(sterkte=woorden)
        self._sterk.setText(zin_)
        self._balk.setAccessibleName(zin_)

    def _stel_voor(self, toon: Callable[[bool], object]) -> None:
        voorstel = werk().stel_wachtzin_voor()
        self._zin.setText(voorstel)
        self._nog_eens.clear()
        toon(True)
        self._nog_eens.setFocus()

    def _naar_tweede(self) -> None:
        try:
            if self._zin.text() != self._nog_eens.text():
                raise InvoerFout("wachtzin-ongelijk")
            ingevuld = (self._naam.text(), self._wie.text(), self._zin.text())
            if ingevuld != self._voorbereid:
                # Wie terugging en niets veranderde, houdt de woorden die misschien al op papier staan.
                self._nieuw = werk().bereid_voor(self._waar, *ingevuld)
                self._voorbereid = ingevuld
        except Fout as fout:
            self._meld(fout)
            (self._wie if fout.code == "kluis-zonder-naam" else self._zin).setFocus()
            return
        assert self._nieuw is not None  # noqa: S101 - hierboven gemaakt, of al eerder
        self._plekken = kies_plekken(self._nieuw.herstelwoorden)
        self._bouw_tweede(self._nieuw)

    def _bouw_tweede(self, nieuw: NieuweKluis) -> None:
        k = self._begin(lambda: self._bouw_tweede(nieuw))
        k.addWidget(tekst(_("Uw herstelsleutel (stap 2 van 3)"), "kop"))
        k.addWidget(
            tekst(
                _("Vergeet u de wachtzin, dan zijn deze 24 woorden de enige weg terug. Druk ze af of schrijf ze over.")
            )
        )
        k.addWidget(Melding("let_op", _("Bewaar het papier niet bij de laptop. Wie het heeft, kan alles lezen.")))
        k.addWidget(Woordenvak(nieuw.herstelwoorden))
        links(k, knop(_("Afdrukken"), lambda: druk_af(self, nieuw.naam, nieuw.herstelwoorden), "", "printer"))
        onder = rij()
        onder.addWidget(knop(_("Terug"), self._bouw_eerste, "stil"))
        onder.addStretch(1)
        verder = knop(_("Ik heb ze op papier"), lambda: self._bouw_derde(nieuw), "hoofd")
        onder.addWidget(verder)
        k.addLayout(onder)
        verder.setFocus()

    def _bouw_derde(self, nieuw: NieuweKluis) -> None:
        k = self._begin(lambda: self._bouw_derde(nieuw))
        k.addWidget(tekst(_("Even nakijken (stap 3 van 3)"), "kop"))
        k.addWidget(tekst(_("Typ drie woorden van uw papier over. Zo weten we zeker dat het goed bewaard is.")))
        self._woorden = Overtypen(nieuw.herstelwoorden, self._plekken, lambda: self._maak(nieuw))
        self._gevraagd = self._woorden.velden
        k.addWidget(self._woorden)
        self._meldvak()
        onder = rij()
        onder.addWidget(knop(_("Terug"), lambda: self._bouw_tweede(nieuw), "stil"))
        onder.addStretch(1)
        self._maakknop = knop(_("Werkplek maken"), lambda: self._maak(nieuw), "hoofd", "check")
        onder.addWidget(self._maakknop)
        k.addLayout(onder)
        self._gevraagd[0][1].setFocus()

    def _maak(self, nieuw: NieuweKluis) -> None:
        # Nog een keer Enter terwijl er al gemaakt wordt, doet niets.
        if not self._maakknop.isEnabled():
            return
        if fout := self._woorden.fout():
            self._meld(fout)
            return
        leeg(self._bericht)
        self._bericht.addWidget(bezig(_("Bezig met maken")))
        self._maakknop.setDisabled(True)
        doe(self, lambda: werk().maak(nieuw), self.gemaakt.emit, self._niet_gemaakt)

    def _niet_gemaakt(self, fout: Fout) -> None:
        self._maakknop.setDisabled(False)
        self._meld(fout)
