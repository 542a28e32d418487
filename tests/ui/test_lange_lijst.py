"""Een lange lijst laat van elk ding één regel zien; wat iemand zoekt of nog moet kiezen, staat open."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from jeugdteam_app.dossier.gezin import Persoon
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.werk import dossiers, schrijven
from ui.bouwstenen.basis import Knop, Uitklapper
from ui.bouwstenen.formulier import Lijst
from ui.bouwstenen.indeling import in_volgorde
from ui.bouwstenen.velden import Regelveld


@pytest.fixture
def lijst(venster):
    """De mensen van Sam: zes, dus dichtgevouwen."""
    sam = next(r.id for r in dossiers.overzicht(venster.plek) if "Sam" in r.naam)
    for naam in ("Tante Lot", "Oom Bas", "Juf Ine"):
        schrijven.voeg_toe(venster.plek, sam, Persoon, {Persoon.voornamen: naam})
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("gezin")
    QApplication.processEvents()
    return next(x for x in venster.scherm.blad("gezin").findChildren(Lijst) if x.soort is Persoon)


def regels(lijst):
    # Wat net is vervangen, hoort nog even bij de lijst en staat er niet meer in.
    return [u for u in in_volgorde(lijst._items) if isinstance(u, Uitklapper)]


def namen(lijst):
    return [v.vak.text() for v in lijst.findChildren(Regelveld) if v.band.veld is Persoon.voornamen]


def test_elk_ding_is_een_regel_met_eigen_woorden_en_gaat_open(lijst):
    assert [r.knop.property("opschrift") for r in regels(lijst)][3:] == [
        "Persoon 4: Tante Lot", "Persoon 5: Oom Bas", "Persoon 6: Juf Ine",
    ]  # fmt: skip
    assert namen(lijst) == []
    regels(lijst)[4].knop.click()
    assert namen(lijst) == ["Oom Bas"]


def test_wat_erbij_komt_staat_open_en_wat_open_was_blijft_open(lijst, venster):
    regels(lijst)[3].knop.click()
    lijst.knop.click()
    QApplication.processEvents()
    assert namen(lijst) == ["Tante Lot", ""]
    personen = venster.plek.dossier(venster.scherm.schrijver.id).alle(Persoon)
    assert len(personen) == 7
    assert waarde(personen[-1].voornamen) is None


def test_wat_open_was_is_weer_dicht_te_doen_en_de_regel_zegt_dan_wat_er_nu_staat(lijst, venster):
    regels(lijst)[3].knop.click()
    [veld] = [v for v in lijst.findChildren(Regelveld) if v.band.veld is Persoon.voornamen]
    veld.vak.end(False)
    QTest.keyClicks(veld.vak, "te")
    veld.verzegel()
    lijst.bouw()
    regel = regels(lijst)[3]
    assert regel.knop.isChecked()
    regel.knop.click()
    assert regel.knop.property("opschrift") == "Persoon 4: Tante Lotte"


def test_wat_half_getypt_is_vouwt_niet_dicht(lijst):
    sleutel = lijst.sleutels()[5]
    regels(lijst)[5].knop.click()
    [veld] = [v for v in lijst.findChildren(Regelveld) if v.band.veld is Persoon.voornamen]
    lijst.schrijver.onthoud_half(veld.band, "Juf In")
    lijst._open.clear()
    lijst.bouw()
    assert lijst._vraagt_aandacht(sleutel)
    assert namen(lijst) == ["Juf In"]


def test_weghalen_zegt_hoe_het_terugkomt(lijst, qtbot):
    regels(lijst)[5].knop.click()
    [weg] = [k for k in lijst.findChildren(object) if getattr(k, "accessibleName", str)() == "Persoon 6 weghalen"]
    with qtbot.waitSignal(lijst.schrijver.gelukt) as gezegd:
        weg.click()
    assert "ongedaan" in gezegd.args[0]


def test_een_knop_houdt_haar_eigen_regels_en_toont_een_en_teken(qtbot):
    knop = Knop("Sam & Co · 11 jaar\nGraag een vraag die te lang is voor een regel")
    qtbot.addWidget(knop)
    knop.show()
    assert knop.regels == knop.text().split("\n")
    assert QPushButton.text(knop) == knop.text().replace("&", "&&")
    knop.resize(knop.width() * 2 // 3, knop.height())
    assert knop.regels[0] == "Sam & Co · 11 jaar"
    assert len(knop.regels) > 2


def test_in_het_overzicht_staat_de_vraag_op_een_eigen_regel(venster):
    venster.toon_overzicht()
    QApplication.processEvents()
    [sam] = [k for k in venster.scherm.findChildren(Knop) if k.text().startswith("Sam ")]
    assert any(r.startswith("Sam durft") for r in sam.regels)


def test_een_knop_met_veel_woorden_loopt_door_en_wordt_weer_een_regel(qtbot):
    knop = Knop("Een opschrift dat te lang is voor een smal venster")
    qtbot.addWidget(knop)
    knop.show()
    breed = knop.sizeHint()
    knop.resize(breed.width() // 2, breed.height())
    assert len(knop.regels) > 1
    assert " ".join(knop.regels) == knop.text()
    assert knop.sizeHint().height() > breed.height()
    assert max(map(knop.fontMetrics().horizontalAdvance, knop.regels)) <= knop.width()
    knop.resize(breed)
    assert knop.regels == [knop.text()]
    assert knop.sizeHint() == breed
