"""De werkplek openen, met de wachtzin of met de herstelsleutel."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk.kluizen import kluizen
from jeugdteam_app.zinnen.fouten import zin
from ui.app import LAATSTE_WERKPLEK, hoofdenmap, instellingen
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, bezig, knop, leeg, links, tekst
from ui.bouwstenen.iconen import plaatje
from ui.bouwstenen.indeling import Blad, Doorlooprij, kolom, rij
from ui.bouwstenen.invoer import Groeivak, Keuzelijst, label_bij
from ui.bouwstenen.stijl import HUIDIG

# Hier is een deel van de bestanden niet te lezen; de rest misschien nog wel.
BESCHADIGD = frozenset({"kluis-beschadigd", "dossiersleutels-beschadigd", "sleutelbestand-beschadigd"})


class Openen(Blad):
    """Het eerste scherm als er al een werkplek is."""

    geopend = Signal(object)
    nieuw = Signal()
    terugzetten = Signal()
    redden = Signal(object)

    def __init__(self, waar: Path) -> None:
        super().__init__()
        self.inhoud.setMaximumWidth(HUIDIG.px(520))
        self.kolom.addStretch(1)
        self.kolom.addWidget(merk())
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(_("Welkom terug"), "kop"))
        self._kluizen = kluizen(waar, hoofdenmap())
        self._welke: Keuzelijst | None = None
        if len(self._kluizen) > 1:
            self._welke = self._keuze(kaart)
        else:
            kaart.kolom.addWidget(tekst(self._kluizen[0][1], "label"))
        self._met_wachtzin(kaart)
        # Wat de meeste mensen niet zien, herstel en meldingen, wordt pas gemaakt als het nodig is.
        self._herstel, self._bericht = kolom(ruimte="s"), kolom()
        kaart.kolom.addLayout(self._herstel)
        kaart.kolom.addLayout(self._bericht)
        self.openknop = knop(_("Openen"), self._open, "hoofd", "lock")
        kaart.kolom.addWidget(self.openknop)
        self.kolom.addWidget(kaart)
        onder = Doorlooprij()
        self._wissel = knop(_("Herstelsleutel gebruiken"), self._wissel_manier, "stil", "key-round")
        onder.addWidget(self._wissel)
        onder.addWidget(knop(_("Nieuwe werkplek"), self.nieuw.emit, "stil", "plus"))
        onder.addWidget(knop(_("Kopie terugzetten"), self.terugzetten.emit, "stil"))
        self.kolom.addLayout(onder)
        self.kolom.addStretch(2)
        self._herstellen = False
        self.wachtzin.setFocus()

    def zeg(self, zin_: str) -> None:
        """Een rustige mededeling boven de knop, bijvoorbeeld waarom de werkplek dichtging."""
        leeg(self._bericht)
        self._bericht.addWidget(Melding("info", zin_))

    def _keuze(self, kaart: Kaart) -> Keuzelijst:
        welke = Keuzelijst()
        for _map, naam in self._kluizen:
            welke.addItem(naam)
        # Wie op slot ging of gisteren stopte, opent bijna altijd weer dezelfde.
        laatste = str(instellingen().value(LAATSTE_WERKPLEK, ""))
        welke.setCurrentIndex(next((n for n, (map_, _naam) in enumerate(self._kluizen) if map_.name == laatste), 0))
        kaart.kolom.addWidget(label_bij(welke, _("Welke werkplek?")))
        kaart.kolom.addWidget(welke)
        return welke

    def _met_wachtzin(self, kaart: Kaart) -> None:
        self._deel_wachtzin = QWidget()
        indeling = kolom(self._deel_wachtzin, "s")
        self.wachtzin = wachtveld()
        indeling.addWidget(label_bij(self.wachtzin, _("Uw wachtzin")))
        indeling.addWidget(self.wachtzin)
        indeling.addWidget(toonvakje(self.wachtzin))
        self.wachtzin.returnPressed.connect(self._open)
        kaart.kolom.addWidget(self._deel_wachtzin)

    def _met_herstel(self) -> None:
        self.woorden = Groeivak(4)
        uitleg = _(
            "Ze staan op het papier dat u bij het begin bewaarde. Zet spaties ertussen. Bent u van de "
            "organisatie? Plak dan hier "
            "haar geheime sleutel."
        )
        self._herstel.addWidget(label_bij(self.woorden, _("De 24 woorden van uw herstelsleutel")))
        self._herstel.addWidget(tekst(uitleg, "zacht"))
        self._herstel.addWidget(self.woorden)

    def _wissel_manier(self) -> None:
        self._herstellen = not self._herstellen
        leeg(self._bericht)
        leeg(self._herstel)
        if self._herstellen:
            self._met_herstel()
        self._deel_wachtzin.setVisible(not self._herstellen)
        opschrift = _("Wachtzin gebruiken") if self._herstellen else _("Herstelsleutel gebruiken")
        self._wissel.setText(opschrift)
        self._wissel.setAccessibleName(opschrift)
        (self.woorden if self._herstellen else self.wachtzin).setFocus()

    def _open(self) -> None:
        # Nog een keer Enter terwijl er al geopend wordt, doet niets.
        if not self.openknop.isEnabled():
            return
        map_, _naam = self._gekozen()
        self._zet_bezig()
        if self._herstellen:
            invoer = self.woorden.toPlainText()
            doe(self, lambda: waken().open_met_herstel(map_, invoer, hoofdenmap()), self._gelukt, self._mislukt)
        else:
            wachtzin = self.wachtzin.text()
            doe(self, lambda: waken().open_met_wachtzin(map_, wachtzin, hoofdenmap()), self._gelukt, self._mislukt)

    def _gekozen(self) -> tuple[Path, str]:
        return self._kluizen[self._welke.currentIndex() if self._welke else 0]

    def _gelukt(self, plek: object) -> None:
        self.wachtzin.clear()
        leeg(self._herstel)
        self.geopend.emit(plek)

    def _mislukt(self, fout: Fout) -> None:
        leeg(self._bericht)
        self._bericht.addWidget(Melding("fout", zin(fout)))
        if fout.code in BESCHADIGD:
            map_, _naam = self._gekozen()
            links(self._bericht, knop(_("Redden wat te lezen is"), lambda: self.redden.emit(map_), "", "shield-check"))
        self.openknop.setEnabled(True)
        self.wachtzin.selectAll()
        (self.woorden if self._herstellen else self.wachtzin).setFocus()

    def _zet_bezig(self) -> None:
        leeg(self._bericht)
        self._bericht.addWidget(bezig(_("Bezig met openen")))
        self.openknop.setDisabled(True)


def werk() -> ModuleType:
    """Het zware deel van het programma, pas geladen als iemand het nodig heeft: het eerste scherm wacht er niet op."""
    return import_module("jeugdteam_app.werk.werkplek")


def waken() -> ModuleType:
    """Openen met nakijken, pas geladen als iemand het nodig heeft."""
    return import_module("jeugdteam_app.werk.waken")


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
