"""Een nieuwe werkplek maken: naam en wachtzin, de herstelsleutel op papier, en een paar woorden overtypen."""

from __future__ import annotations

import secrets
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QProgressBar, QWidget

from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opdrachtregel.zinnen import zin
from jeugdteam_app.werk import werkplek
from jeugdteam_app.werk.werkplek import NieuweKluis
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, knop, leeg, links, tekst
from ui.bouwstenen.indeling import Blad, rij
from ui.bouwstenen.invoer import label_bij
from ui.bouwstenen.stijl import HUIDIG
from ui.venster.openen import merk, toonvakje, wachtveld

_STERKTE = (N_("heel zwak"), N_("zwak"), N_("matig"), N_("sterk"), N_("heel sterk"))
_OVERTYPEN = 3


class NieuweWerkplek(Blad):
    """Drie stappen; teruggaan kan."""

    gemaakt = Signal(object)
    terug = Signal()

    def __init__(self, waar: Path, *, kan_terug: bool) -> None:
        super().__init__()
        self._waar, self._kan_terug = waar, kan_terug
        self._nieuw: NieuweKluis | None = None
        self.inhoud.setMaximumWidth(HUIDIG.px(640))
        self.kolom.addWidget(merk())
        self._kaart = Kaart()
        self.kolom.addWidget(self._kaart)
        self.kolom.addStretch(1)
        self._naam, self._wie = QLineEdit(_("Mijn werkplek")), QLineEdit()
        self._zin, self._nog_eens = wachtveld(), wachtveld()
        self._bouw_eerste()

    def _bouw_eerste(self) -> None:
        leeg(self._kaart.kolom)
        k = self._kaart.kolom
        k.addWidget(tekst(_("Een werkplek maken (stap 1 van 3)"), "kop"))
        k.addWidget(tekst(_("Alles wat u opschrijft, komt versleuteld op deze computer. Alleen u kunt het openen.")))
        naam, wie = self._naam.text(), self._wie.text()
        self._naam, self._wie = QLineEdit(naam), QLineEdit(wie)
        self._zin, self._nog_eens = wachtveld(), wachtveld()
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
        onder.addStretch(1)
        onder.addWidget(knop(_("Verder"), self._naar_tweede, "hoofd"))
        k.addLayout(onder)
        self._toon_sterkte("")
        self._wie.setFocus()

    def _meldvak(self) -> None:
        self._melding = Melding("fout", "")
        self._melding.hide()
        self._kaart.kolom.addWidget(self._melding)

    def _meld(self, fout: Fout) -> None:
        self._melding.label.setText(zin(fout))
        self._melding.setAccessibleName(zin(fout))
        self._melding.show()

    def _toon_sterkte(self, getypt: str) -> None:
        score = werkplek.sterkte(getypt) if getypt else 0
        woorden = _(_STERKTE[score]) if getypt else _("nog leeg")
        self._balk.setValue(score)
        zin_ = _("Sterkte: {sterkte}").format(sterkte=woorden)
        self._sterk.setText(zin_)
        self._balk.setAccessibleName(zin_)

    def _stel_voor(self, toon: object) -> None:
        voorstel = werkplek.stel_wachtzin_voor()
        self._zin.setText(voorstel)
        self._nog_eens.clear()
        toon(True)  # type: ignore[operator]
        self._nog_eens.setFocus()

    def _naar_tweede(self) -> None:
        try:
            if self._zin.text() != self._nog_eens.text():
                raise InvoerFout("wachtzin-ongelijk")
            self._nieuw = werkplek.bereid_voor(self._waar, self._naam.text(), self._wie.text(), self._zin.text())
        except Fout as fout:
            self._meld(fout)
            (self._wie if fout.code == "kluis-zonder-naam" else self._zin).setFocus()
            return
        self._bouw_tweede(self._nieuw)

    def _bouw_tweede(self, nieuw: NieuweKluis) -> None:
        leeg(self._kaart.kolom)
        k = self._kaart.kolom
        k.addWidget(tekst(_("Uw herstelsleutel (stap 2 van 3)"), "kop"))
        k.addWidget(
            tekst(
                _("Vergeet u de wachtzin, dan zijn deze 24 woorden de enige weg terug. Druk ze af of schrijf ze over.")
            )
        )
        k.addWidget(Melding("let_op", _("Bewaar het papier niet bij de laptop. Wie het heeft, kan alles lezen.")))
        vak = QWidget()
        rooster = QGridLayout(vak)
        for plek, woord in enumerate(nieuw.herstelwoorden):
            cel = tekst(f"{plek + 1}. {woord}", "label")
            cel.setWordWrap(False)
            rooster.addWidget(cel, plek % 8, plek // 8)
        vak.setAccessibleName(" ".join(f"{n}. {w}" for n, w in enumerate(nieuw.herstelwoorden, 1)))
        k.addWidget(vak)
        links(k, knop(_("Afdrukken"), lambda: self._druk_af(nieuw), "", "printer"))
        onder = rij()
        onder.addWidget(knop(_("Terug"), self._bouw_eerste, "stil"))
        onder.addStretch(1)
        verder = knop(_("Ik heb ze op papier"), lambda: self._bouw_derde(nieuw), "hoofd")
        onder.addWidget(verder)
        k.addLayout(onder)
        verder.setFocus()

    def _druk_af(self, nieuw: NieuweKluis) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialoog = QPrintDialog(printer, self)
        if dialoog.exec() == QDialog.DialogCode.Accepted:
            blad = QTextDocument()
            blad.setPlainText(herstelblad(nieuw))
            blad.print_(printer)

    def _bouw_derde(self, nieuw: NieuweKluis) -> None:
        leeg(self._kaart.kolom)
        k = self._kaart.kolom
        k.addWidget(tekst(_("Even nakijken (stap 3 van 3)"), "kop"))
        k.addWidget(tekst(_("Typ drie woorden van uw papier over. Zo weten we zeker dat het goed bewaard is.")))
        plekken = sorted(secrets.SystemRandom().sample(range(len(nieuw.herstelwoorden)), _OVERTYPEN))
        self._gevraagd = [(plek, QLineEdit()) for plek in plekken]
        for plek, veld in self._gevraagd:
            k.addWidget(label_bij(veld, _("Woord {plek}").format(plek=plek + 1)))
            k.addWidget(veld)
        self._meldvak()
        self._bezig = QProgressBar()
        self._bezig.setRange(0, 0)
        self._bezig.setTextVisible(False)
        self._bezig.setAccessibleName(_("Bezig met maken"))
        self._bezig.hide()
        k.addWidget(self._bezig)
        onder = rij()
        onder.addWidget(knop(_("Terug"), lambda: self._bouw_tweede(nieuw), "stil"))
        onder.addStretch(1)
        self._maakknop = knop(_("Werkplek maken"), lambda: self._maak(nieuw), "hoofd", "check")
        onder.addWidget(self._maakknop)
        k.addLayout(onder)
        for (_plek, veld), (_ander, volgend) in pairwise(self._gevraagd):
            veld.returnPressed.connect(volgend.setFocus)
        self._gevraagd[-1][1].returnPressed.connect(lambda: self._maak(nieuw))
        self._gevraagd[0][1].setFocus()

    def _maak(self, nieuw: NieuweKluis) -> None:
        for plek, veld in self._gevraagd:
            if veld.text().strip().lower() != nieuw.herstelwoorden[plek]:
                self._meld(InvoerFout("herstel-overtypen", plek=plek + 1))
                veld.setFocus()
                return
        self._bezig.show()
        self._maakknop.setDisabled(True)
        doe(self, lambda: werkplek.maak(nieuw), self.gemaakt.emit, self._niet_gemaakt)

    def _niet_gemaakt(self, fout: Fout) -> None:
        self._bezig.hide()
        self._maakknop.setDisabled(False)
        self._meld(fout)


def herstelblad(nieuw: NieuweKluis) -> str:
    """De tekst van het papier: zonder naam van een kind, zonder wachtzin."""
    regels = [_("Herstelsleutel van: {naam}").format(naam=nieuw.naam), ""]
    regels += [f"{n}. {woord}" for n, woord in enumerate(nieuw.herstelwoorden, 1)]
    regels += ["", _("Bewaar dit papier op een veilige plek, niet bij de laptop.")]
    return "\n".join(regels)
