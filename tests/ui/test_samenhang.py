"""De kaart van wat meespeelt: met het toetsenbord en met de muis van vak naar vak, en pijlen trekken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from jeugdteam_app.dossier.analyse import Factor, Soortfactor
from jeugdteam_app.dossier.samenhang import VRAAG
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.werk import dossiers, schrijven
from ui.bouwstenen.stijl import HUIDIG
from ui.tekeningen.samenhang import Kaart
from ui.tekeningen.tekenblad import Tekenvenster


@pytest.fixture
def dossier(venster):
    sam = next(r.id for r in dossiers.overzicht(venster.plek) if "Sam" in r.naam)
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("analyse")
    QApplication.processEvents()
    return sam


@pytest.fixture
def kaart(venster, dossier):
    return venster.scherm.findChildren(Kaart)[0]


def vak(kaart, aard):
    return next(v for v in kaart.vakken.values() if v.vak.aard is aard)


def test_elk_vak_zegt_wat_het_is_en_waar_het_toe_leidt(kaart):
    namen = [v.accessibleName() for v in kaart.vakken.values()]
    voorzichtig = "Maakte kwetsbaar: Sam is van zichzelf voorzichtig"
    assert f"{voorzichtig}. Leidt tot: Een spreekbeurt waarbij de klas moest lachen." in namen


def test_met_pijltjes_en_enter_kiezen_en_met_een_vakje_een_pijl_trekken(venster, dossier, kaart):
    eerste = vak(kaart, Soortfactor.UITLOKKEND)
    eerste.setFocus()
    QTest.keyClick(eerste, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is vak(kaart, None)
    QTest.keyClick(vak(kaart, None), Qt.Key.Key_Right)
    blijft = vak(kaart, Soortfactor.IN_STAND_HOUDEND)
    assert QApplication.focusWidget() is blijft
    QTest.keyClick(blijft, Qt.Key.Key_Return)
    QApplication.processEvents()
    leidt = "Waar leidt ‘Thuisblijven geeft even rust.’ toe? Een spreekbeurt waarbij de klas moest lachen."
    [vakje] = [v for v in venster.scherm.findChildren(QCheckBox) if v.accessibleName() == leidt]
    vakje.click()
    factor = Factor(venster.plek.dossier(dossier).kind, blijft.vak.sleutel)
    assert waarde(factor.leidt_tot) == (eerste.vak.sleutel,)
    assert blijft.accessibleName().endswith("Houdt in stand: Een spreekbeurt waarbij de klas moest lachen.")


def test_slepen_trekt_een_pijl_en_loslaten_ernaast_niet(venster, dossier, kaart):
    van, naar = vak(kaart, Soortfactor.BESCHERMEND), vak(kaart, Soortfactor.IN_STAND_HOUDEND)
    for doel in (QPoint(-2000, 5), van.mapFromGlobal(naar.mapToGlobal(naar.rect().center()))):
        QTest.mousePress(van, Qt.MouseButton.LeftButton, pos=van.rect().center())
        QTest.mouseMove(van, doel)
        QTest.mouseRelease(van, Qt.MouseButton.LeftButton, pos=doel)
        QApplication.processEvents()
    factor = Factor(venster.plek.dossier(dossier).kind, van.vak.sleutel)
    assert waarde(factor.leidt_tot) == (naar.vak.sleutel,)


def test_wat_weg_is_is_ook_van_de_kaart(venster, dossier, kaart):
    weg = vak(kaart, Soortfactor.UITLOKKEND).vak.sleutel
    schrijven.verwijder(venster.plek, dossier, Factor, weg)
    venster._dossier.schrijver.meld_veranderd()
    assert weg not in kaart.vakken
    assert VRAAG in kaart.vakken
    assert (
        vak(kaart, Soortfactor.KWETSBAARMAKEND).accessibleName().endswith("Kan iemand zorgen dat het niet meer eng is?")
    )


def test_de_kaart_past_aan_tafel_op_een_gewoon_scherm(venster, dossier):
    venster.wissel_tafel()
    venster.showNormal()
    venster.resize(1280, 800)
    venster.zet_weergave(procent=150)
    venster.scherm.toon_hoofdstuk("analyse")
    QApplication.processEvents()
    [blad] = [v for v in venster.scherm.findChildren(Tekenvenster) if isinstance(v.widget(), Kaart)]
    over = blad.widget().width() - blad.viewport().width()
    HUIDIG.aan_tafel = False
    assert over <= 0
