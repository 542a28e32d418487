"""Een kopie maken en terugzetten in het venster, met alleen het toetsenbord."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from jeugdteam_app.werk import dossiers
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
    assert "Er ligt 1 kopie." in teksten(venster.scherm)
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
