"""De werkplek openen, met de wachtzin of met de herstelsleutel."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QProgressBar, QWidget

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opdrachtregel.zinnen import zin
from jeugdteam_app.werk.kluizen import kluizen
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, knop, tekst
from ui.bouwstenen.iconen import plaatje
from ui.bouwstenen.indeling import Blad, kolom, rij
from ui.bouwstenen.invoer import Groeivak, label_bij, smal
from ui.bouwstenen.stijl import HUIDIG


class Openen(Blad):
    """Het eerste scherm als er al een werkplek is."""

    geopend = Signal(object)
    nieuw = Signal()

    def __init__(self, waar: Path) -> None:
        super().__init__()
        self._waar = waar
        self.inhoud.setMaximumWidth(HUIDIG.px(520))
        self.kolom.addStretch(1)
        self.kolom.addWidget(merk())
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(_("Welkom terug"), "kop"))
        self._welke = QComboBox()
        smal(self._welke)
        self._kluizen = kluizen(waar)
        for map_, naam in self._kluizen:
            self._welke.addItem(naam, str(map_))
        label = label_bij(self._welke, _("Welke werkplek?"))
        if len(self._kluizen) > 1:
            kaart.kolom.addWidget(label)
            kaart.kolom.addWidget(self._welke)
        else:
            kaart.kolom.addWidget(tekst(self._kluizen[0][1] if self._kluizen else "", "label"))
        self._met_wachtzin(kaart)
        self._met_herstel(kaart)
        self._melding = Melding("fout", "")
        self._melding.hide()
        kaart.kolom.addWidget(self._melding)
        self._bezig = QProgressBar()
        self._bezig.setRange(0, 0)
        self._bezig.setTextVisible(False)
        self._bezig.setAccessibleName(_("Bezig met openen"))
        self._bezig.hide()
        kaart.kolom.addWidget(self._bezig)
        self.openknop = knop(_("Openen"), self._open, "hoofd", "lock")
        kaart.kolom.addWidget(self.openknop)
        self.kolom.addWidget(kaart)
        onder = rij()
        self._wissel = knop(_("Herstelsleutel gebruiken"), self._wissel_manier, "stil", "key-round")
        onder.addWidget(self._wissel)
        onder.addStretch(1)
        onder.addWidget(knop(_("Nieuwe werkplek"), self.nieuw.emit, "stil", "plus"))
        self.kolom.addLayout(onder)
        self.kolom.addStretch(2)
        self._herstellen = False
        self.wachtzin.setFocus()

    def _met_wachtzin(self, kaart: Kaart) -> None:
        self._deel_wachtzin = QWidget()
        indeling = kolom(self._deel_wachtzin, "s")
        self.wachtzin = wachtveld()
        indeling.addWidget(label_bij(self.wachtzin, _("Uw wachtzin")))
        indeling.addWidget(self.wachtzin)
        indeling.addWidget(toonvakje(self.wachtzin))
        self.wachtzin.returnPressed.connect(self._open)
        kaart.kolom.addWidget(self._deel_wachtzin)

    def _met_herstel(self, kaart: Kaart) -> None:
        self._deel_herstel = QWidget()
        indeling = kolom(self._deel_herstel, "s")
        self.woorden = Groeivak(4)
        indeling.addWidget(label_bij(self.woorden, _("De 24 woorden van uw herstelsleutel")))
        indeling.addWidget(
            tekst(_("Ze staan op het papier dat u bij het begin bewaarde. Zet spaties ertussen."), "zacht")
        )
        indeling.addWidget(self.woorden)
        self._deel_herstel.hide()
        kaart.kolom.addWidget(self._deel_herstel)

    def _wissel_manier(self) -> None:
        self._herstellen = not self._herstellen
        self._deel_herstel.setVisible(self._herstellen)
        self._deel_wachtzin.setVisible(not self._herstellen)
        opschrift = _("Wachtzin gebruiken") if self._herstellen else _("Herstelsleutel gebruiken")
        self._wissel.setText(opschrift)
        self._wissel.setAccessibleName(opschrift)
        (self.woorden if self._herstellen else self.wachtzin).setFocus()

    def _open(self) -> None:
        map_ = Path(str(self._welke.currentData()))
        self._melding.hide()
        self._zet_bezig(True)
        if self._herstellen:
            invoer = self.woorden.toPlainText()
            doe(self, lambda: _werk().open_met_herstel(map_, invoer), self._gelukt, self._mislukt)
        else:
            wachtzin = self.wachtzin.text()
            doe(self, lambda: _werk().open_met_wachtzin(map_, wachtzin), self._gelukt, self._mislukt)

    def _gelukt(self, plek: object) -> None:
        self.wachtzin.clear()
        self.woorden.clear()
        self.geopend.emit(plek)

    def _mislukt(self, fout: Fout) -> None:
        self._zet_bezig(False)
        self._melding.label.setText(zin(fout))
        self._melding.setAccessibleName(zin(fout))
        self._melding.show()
        self.wachtzin.selectAll()
        (self.woorden if self._herstellen else self.wachtzin).setFocus()

    def _zet_bezig(self, bezig: bool) -> None:
        self._bezig.setVisible(bezig)
        self.openknop.setDisabled(bezig)


def _werk() -> ModuleType:
    """Het zware deel wordt pas geladen als iemand opent, in de draad die toch al wacht."""
    return import_module("jeugdteam_app.werk.werkplek")


def wachtveld() -> QLineEdit:
    """Een regel waarvan de letters niet te zien zijn, tot iemand ze wil zien."""
    veld = QLineEdit()
    veld.setEchoMode(QLineEdit.EchoMode.Password)
    veld.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
    return veld


def toonvakje(*velden: QLineEdit) -> QCheckBox:
    """Een vakje dat laat zien wat er getypt is."""
    vakje = QCheckBox(_("Laat zien wat ik typ"))

    def toon(aan: bool) -> None:
        for veld in velden:
            veld.setEchoMode(QLineEdit.EchoMode.Normal if aan else QLineEdit.EchoMode.Password)

    vakje.toggled.connect(toon)
    return vakje


def merk() -> QWidget:
    """Het beeld en de naam van het programma."""
    vak = QWidget()
    indeling = rij("m")
    vak.setLayout(indeling)
    beeld = QLabel()
    beeld.setPixmap(plaatje("hand-heart", 40, HUIDIG.kleuren.accent))
    indeling.addStretch(1)
    indeling.addWidget(beeld)
    naam = tekst("Jeugdteam", "titel")
    naam.setWordWrap(False)
    indeling.addWidget(naam)
    indeling.addStretch(1)
    return vak
