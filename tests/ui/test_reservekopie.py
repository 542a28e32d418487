"""Een kopie maken en terugzetten in het venster, met alleen het toetsenbord."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag import reservekopie as opslag
from jeugdteam_app.opslag.indeling import naam_van
from jeugdteam_app.werk import dossiers, reservekopie
from jeugdteam_app.werk.kluizen import vrije_naam
from tests.conftest import WACHTZIN
from tests.ui.conftest import Handen, toon
from ui.venster.overzicht import Overzicht


def teksten(scherm) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in scherm.findChildren(QLabel))


def test_kopie_maken_en_op_een_nieuwe_laptop_terugzetten(venster, qtbot, monkeypatch, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(stick))
    handen = Handen(qtbot, venster)
    handen.druk(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert "nog geen plek" in teksten(venster.scherm)
    handen.knop("Plek kiezen")
    handen.wacht(lambda: "De kopie is gemaakt en nagekeken." in teksten(venster.scherm))
    handen.wacht(lambda: "Er ligt 1 kopie." in teksten(venster.scherm))
    venster.vergrendel()
    nieuw = Handen(qtbot, toon(qtbot, tmp_path / "nieuwe-laptop"))
    nieuw.knop("Kopie terugzetten")
    nieuw.knop("Map met kopieën kiezen")
    nieuw.typ("De wachtzin van die werkplek", "een verkeerde wachtzin hier")
    nieuw.knop("Bekijk de kopie")
    nieuw.wacht(lambda: "wachtzin klopt niet" in teksten(nieuw.venster.scherm))
    nieuw.typ("De wachtzin van die werkplek", WACHTZIN)
    nieuw.knop("Bekijk de kopie")
    nieuw.wacht(lambda: "Er zitten 3 dossiers in." in teksten(nieuw.venster.scherm))
    nieuw.knop("Terugzetten")
    nieuw.wacht(lambda: isinstance(nieuw.venster.scherm, Overzicht))
    assert len(dossiers.overzicht(nieuw.venster.plek)) == 3


def kies_stick(handen, monkeypatch, tmp_path):
    """Kiest een stick als plek; de eerste kopie staat er dan."""
    (stick := tmp_path / "stick").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(stick))
    handen.venster.toon_reservekopie()
    handen.knop("Plek kiezen")
    handen.wacht(lambda: "nagekeken" in teksten(handen.venster.scherm))
    handen.wacht(lambda: "Er ligt 1 kopie." in teksten(handen.venster.scherm))


def test_na_terugzetten_gaat_het_slot_van_dezelfde_werkplek_af(handen, monkeypatch, tmp_path):
    """Twee werkplekken met dezelfde wachtzin: wie de oude zou openen, schrijft er vanaf dan twee."""
    kies_stick(handen, monkeypatch, tmp_path)
    oud = handen.venster.plek.kluis.map
    handen.venster.vergrendel()
    # De oude staat vooraan in de map.
    oud.rename(eerste := oud.with_name("kluis-00000000"))
    handen.venster.poort.begin()
    handen.knop("Kopie terugzetten")
    handen.knop("Map met kopieën kiezen")
    handen.typ("De wachtzin van die werkplek", WACHTZIN)
    handen.knop("Bekijk de kopie")
    handen.wacht(lambda: "Er zitten 3 dossiers in." in teksten(handen.venster.scherm))
    handen.knop("Terugzetten")
    handen.wacht(lambda: isinstance(handen.venster.scherm, Overzicht))
    terug = handen.venster.plek.kluis.map
    assert terug != eerste
    assert naam_van(terug) == f"{naam_van(eerste)} (teruggezet)"
    handen.venster._sluit_vanzelf("stil")
    welke = handen.naar("Welke werkplek?")
    assert welke.currentText() == naam_van(terug)
    handen.typ("Uw wachtzin", WACHTZIN)
    handen.knop("Openen")
    handen.wacht(lambda: isinstance(handen.venster.scherm, Overzicht))
    assert handen.venster.plek.kluis.map == terug


@pytest.mark.parametrize(
    ("heet", "staat_er"),
    [("Van Mo", {"Van Mo", "Proefwerkplek"}), ("Proefwerkplek", {"Proefwerkplek"})],
)
def test_bij_kopieen_van_meer_mensen_staat_van_welke_werkplek_elk_is(
    handen, monkeypatch, tmp_path, plek, heet, staat_er
):
    """Heten twee werkplekken hetzelfde, zoals het programma voorstelt, dan zegt de map welke het is."""
    kies_stick(handen, monkeypatch, tmp_path)
    kluizen.schrijf_sloten(plek.kluis.map, kluizen.lees_sloten(plek.kluis.map).met_naam(plek.kluis.sleutel, heet))
    # Beide kluizen zijn hier kopieën van één map; in het echt heeft elk haar eigen plek op de stick.
    plek.kluis.onthoud("kopiemap", "k000000")
    reservekopie.kies_plek(plek, tmp_path / "stick")
    handen.venster.vergrendel()
    handen.knop("Kopie terugzetten")
    handen.knop("Map met kopieën kiezen")
    welke = handen.naar("Welke kopie?")
    opschriften = [welke.itemText(n) for n in range(welke.count())]
    assert len(opschriften) == 2
    gezien = {o.rpartition(", ")[2] for o in opschriften}
    assert {naam.partition(" (")[0] for naam in gezien} == staat_er
    assert len(gezien) == 2


def test_een_tweede_werkplek_heet_vanzelf_anders(venster, qtbot, tmp_path):
    assert vrije_naam(tmp_path / "kluizen", "Proefwerkplek") == "Proefwerkplek (2)"
    assert vrije_naam(tmp_path / "kluizen", "Mijn werkplek") == "Mijn werkplek"


def test_weggaan_zonder_te_kiezen_laat_niets_achter(handen, qtbot, monkeypatch, tmp_path):
    kies_stick(handen, monkeypatch, tmp_path)
    nieuw = Handen(qtbot, toon(qtbot, tmp_path / "nieuwe-laptop"))
    nieuw.knop("Kopie terugzetten")
    nieuw.knop("Map met kopieën kiezen")
    nieuw.typ("De wachtzin van die werkplek", WACHTZIN)
    nieuw.knop("Bekijk de kopie")
    nieuw.wacht(lambda: "Er zitten 3 dossiers in." in teksten(nieuw.venster.scherm))
    nieuw.venster.close()
    assert not list((tmp_path / "nieuwe-laptop").glob("kluis-*"))


@pytest.mark.parametrize("waarom", ["weg", "stil"])
def test_een_kopie_die_iemand_bekijkt_gaat_ook_vanzelf_dicht(handen, qtbot, monkeypatch, tmp_path, waarom):
    kies_stick(handen, monkeypatch, tmp_path)
    nieuw = Handen(qtbot, toon(qtbot, tmp_path / "nieuwe-laptop"))
    nieuw.knop("Kopie terugzetten")
    nieuw.knop("Map met kopieën kiezen")
    assert not nieuw.venster._wacht.klok.isActive()
    nieuw.typ("De wachtzin van die werkplek", WACHTZIN)
    nieuw.knop("Bekijk de kopie")
    nieuw.wacht(lambda: "Er zitten 3 dossiers in." in teksten(nieuw.venster.scherm))
    assert nieuw.venster._wacht.klok.isActive()
    assert nieuw.venster._wegwacht.klok.isActive()
    open_, gevraagd = nieuw.venster.scherm._terug.werkplek, []
    nieuw.venster._hervat = gevraagd.append
    nieuw.venster._sluit_vanzelf(waarom)
    assert open_.is_dicht
    assert [h.waarom for h in gevraagd] == [waarom]
    assert list((tmp_path / "nieuwe-laptop").glob("kluis-*")) == []


def test_oefenen_met_terugzetten(venster, handen, monkeypatch, tmp_path):
    kies_stick(handen, monkeypatch, tmp_path)
    handen.typ("Uw wachtzin", "een verkeerde wachtzin hier")
    handen.knop("Nu oefenen")
    handen.wacht(lambda: "wachtzin klopt niet" in teksten(venster.scherm))
    handen.typ("Uw wachtzin", WACHTZIN)
    handen.knop("Nu oefenen")
    handen.wacht(lambda: "Het werkt." in teksten(venster.scherm))
    assert "Laatst geoefend:" in teksten(venster.scherm)


def test_een_plek_die_niet_antwoordt_houdt_het_venster_niet_op(venster, handen, monkeypatch, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(venster.plek, stick)
    verder, echt = threading.Event(), opslag.kopieen

    def hangt(map_):
        assert threading.current_thread() is not threading.main_thread(), "het venster wacht hierop"
        verder.wait(30)
        return echt(map_)

    monkeypatch.setattr(opslag, "kopieen", hangt)
    venster.toon_overzicht()
    venster.toon_reservekopie()
    assert "Plek: " in teksten(venster.scherm)
    assert "Er ligt" not in teksten(venster.scherm)
    verder.set()
    handen.wacht(lambda: "Er ligt 1 kopie." in teksten(venster.scherm))


def test_wat_te_laat_gezien_is_komt_niet_over_iets_anders_heen(venster, handen, monkeypatch, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(venster.plek, stick)
    venster.toon_reservekopie()
    scherm = venster.scherm
    handen.wacht(lambda: "Er ligt 1 kopie." in teksten(scherm))
    oud = scherm._gezien
    scherm._bouw()
    scherm._toon_niet_gezien(oud, WereldFout("kopie-plek-weg"))
    handen.wacht(lambda: "Er ligt 1 kopie." in teksten(scherm))
    assert "niets gekopieerd" not in teksten(scherm)
