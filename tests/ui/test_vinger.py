"""Een gesprek met alleen de vinger: elk deel dat op tafel ligt is aan te raken, te kiezen en aan te vullen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from jeugdteam_app.dossier.analyse import Factor, Uitspraak
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.familiegroepsplan import Zorg
from jeugdteam_app.dossier.gesprek import Instemmingen
from jeugdteam_app.dossier.gezin import Bandsoort, Persoon
from jeugdteam_app.dossier.kansencirkel import Element, Kansencirkel
from jeugdteam_app.dossier.perspectiefplan import Leefgebied, Wet
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.werk import dossiers
from ui.tekeningen.ecogram import Ecogramblad
from ui.tekeningen.kansencirkel import Wiel
from ui.tekeningen.samenhang import Kaart
from ui.venster.dossierscherm import HOOFDSTUKKEN


class Vinger:
    """Tikt op onderdelen, zonder muis en zonder toetsen; wat buiten beeld ligt, komt eerst in beeld."""

    def __init__(self, venster) -> None:
        self.venster, self._scherm = venster, QTest.createTouchDevice()

    def tik(self, onderdeel: QWidget, plek: QPoint | None = None) -> None:
        ouder = onderdeel.parentWidget()
        while ouder is not None:
            if isinstance(ouder, QScrollArea):
                ouder.ensureWidgetVisible(onderdeel)
            ouder = ouder.parentWidget()
        QApplication.processEvents()
        waar = plek or onderdeel.rect().center()
        assert onderdeel.visibleRegion().contains(waar), "hier is niets aan te raken"
        QTest.touchEvent(onderdeel.window(), self._scherm).press(1, onderdeel.mapTo(onderdeel.window(), waar)).commit()
        QTest.touchEvent(onderdeel.window(), self._scherm).release(
            1, onderdeel.mapTo(onderdeel.window(), waar)
        ).commit()
        QApplication.processEvents()

    def knop(self, naam: str) -> QAbstractButton:
        for gevonden in self.venster.scherm.findChildren(QAbstractButton):
            if gevonden.accessibleName().startswith(naam) and gevonden.isVisible() and gevonden.isEnabled():
                self.tik(gevonden, QPoint(12, gevonden.height() // 2))
                return gevonden
        raise AssertionError(f"niet te zien: {naam}")

    def hoofdstuk(self, naam: str) -> None:
        nummer = next(n for n, (code, *_rest) in enumerate(HOOFDSTUKKEN) if code == naam)
        lijst = self.venster.scherm.lijst
        lijst.scrollToItem(lijst.item(nummer))
        self.tik(lijst.viewport(), lijst.visualItemRect(lijst.item(nummer)).center())
        assert lijst.currentRow() == nummer


@pytest.fixture
def sam(venster):
    sleutel = dossiers.overzicht(venster.plek)[0].id
    venster.toon_dossier(sleutel)
    QApplication.processEvents()
    return sleutel


@pytest.fixture
def vinger(venster, sam):
    return Vinger(venster)


def dossier(venster, sam):
    return venster.plek.dossier(sam)


def test_de_kansencirkel(venster, sam, vinger):
    vinger.hoofdstuk("kansencirkel")
    vinger.knop("Nieuwe cirkel")
    wiel = venster.scherm.findChild(Wiel)
    vinger.tik(wiel, QPoint(wiel.width() // 2 + wiel.height() // 8, wiel.height() // 4))
    vakken = [waarde(getattr(dossier(venster, sam).alle(Kansencirkel)[-1], e.value)) for e in Element]
    assert any(vak is not None and vak.nu for vak in vakken)


def test_de_analyse(venster, sam, vinger):
    vinger.hoofdstuk("analyse")
    aantal = {soort: len(dossier(venster, sam).alle(soort)) for soort in (Uitspraak, Factor, Doel)}
    for opschrift in ("Uitspraak toevoegen", "Iets toevoegen dat meespeelt", "Doel toevoegen"):
        vinger.knop(opschrift)
    assert {soort: len(dossier(venster, sam).alle(soort)) - n for soort, n in aantal.items()} == dict.fromkeys(
        aantal, 1
    )
    kaart = venster.scherm.findChild(Kaart)
    vak = next(iter(kaart.vakken.values()))
    vinger.tik(vak)
    assert vak.isChecked()


def test_het_gezin_in_beeld(venster, sam, vinger):
    vinger.hoofdstuk("gezin")
    blad = venster.scherm.findChild(Ecogramblad)
    wie = next(iter(blad.vakken.values()))
    vinger.tik(wie)
    vinger.knop("Hoe voelt de band met Noor voor het kind? een losse band")
    persoon = next(p for p in dossier(venster, sam).alle(Persoon) if p.sleutel == wie.sleutel)
    assert waarde(dossier(venster, sam).steun(persoon).band) is Bandsoort.ZWAK


def test_de_plannen(venster, sam, vinger):
    vinger.hoofdstuk("familiegroepsplan")
    vinger.knop("Zorg van één persoon toevoegen")
    vinger.knop("Persoon toevoegen")
    assert dossier(venster, sam).alle(Zorg)
    assert dossier(venster, sam).alle(Instemmingen)
    vinger.hoofdstuk("perspectiefplan")
    vinger.knop("Welk cijfer geef je dat? 7")
    vinger.knop("Onder welke wet valt dit? Wmo")
    wonen = dossier(venster, sam).gebied(next(iter(Leefgebied)))
    assert waarde(wonen.cijfer) == 7
    assert Wet.WMO in (waarde(wonen.wetten) or ())


def test_wat_past(venster, sam, vinger):
    vinger.hoofdstuk("passend")
    vinger.knop("Wat is er nodig (")
    gekozen = vinger.knop("Is thuis een veilige en passende plek om te wonen? nee")
    assert gekozen.isChecked()


_MEESTE = 8


def _alle(venster, *soorten):
    return [o for soort in soorten for o in venster.scherm.findChildren(soort) if o.isVisible() and o.isEnabled()]


def _te_zien(venster, *soorten):
    """De namen van wat er nu te zien en te gebruiken is; een blad kan zich na een tik opnieuw bouwen."""
    return list(dict.fromkeys(o.accessibleName() for o in _alle(venster, *soorten) if o.accessibleName()))[:_MEESTE]


def _met_naam(venster, naam, *soorten):
    return next((o for o in _alle(venster, *soorten) if o.accessibleName() == naam), None)


@pytest.mark.parametrize("hoofdstuk", [naam for naam, *_rest in HOOFDSTUKKEN if naam != "praktijk"])
def test_in_elk_hoofdstuk_is_elk_veld_en_elke_keuze_aan_te_raken(venster, sam, vinger, hoofdstuk):
    vinger.hoofdstuk(hoofdstuk)
    geraakt = 0
    for naam in _te_zien(venster, QLineEdit, QPlainTextEdit):
        veld = _met_naam(venster, naam, QLineEdit, QPlainTextEdit)
        vinger.tik(veld.viewport() if isinstance(veld, QPlainTextEdit) else veld)
        assert veld.hasFocus(), naam
        geraakt += 1
    for naam in _te_zien(venster, QRadioButton):
        keuze = _met_naam(venster, naam, QRadioButton)
        if keuze is None or keuze.isChecked():
            continue
        vinger.tik(keuze, QPoint(12, keuze.height() // 2))
        na = _met_naam(venster, naam, QRadioButton)
        assert na is None or na.isChecked(), naam
        geraakt += 1
    assert geraakt or hoofdstuk in {"gesprekken", "kansencirkel", "toewijzing", "overhandigen"}
