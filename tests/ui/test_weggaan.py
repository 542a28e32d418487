"""De laptop slaapt of gaat op slot: de werkplek is dicht, en wat getypt was is er na het openen nog."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.werk import dossiers, werkplek
from tests.conftest import WACHTZIN
from tests.ui.conftest import Handen
from ui.hervatten import Hervatting, hervatting
from ui.venster.hoofdvenster import Hoofdvenster
from ui.venster.openen import Openen
from ui.venster.weggaan import Wegwacht, gaat_weg


@pytest.fixture
def wacht(qapp):
    uren = [1000.0]
    wacht = Wegwacht(qapp, lambda: uren[0])
    wacht.uren = uren
    wacht.gemeld = []
    wacht.weg.connect(lambda: wacht.gemeld.append("weg"))
    yield wacht
    wacht.stop()


def tik(wacht, na):
    wacht.uren[0] += na
    wacht.klok.timeout.emit()
    return len(wacht.gemeld)


def test_een_gat_in_de_tijd_is_slapen_en_gewoon_doorlopen_niet(wacht):
    wacht.begin()
    assert [tik(wacht, na) for na in (5, 59, -3600, 5, 61, 5)] == [0, 0, 0, 0, 1, 1]


def test_na_opnieuw_openen_telt_de_tijd_van_ervoor_niet(wacht):
    wacht.begin()
    wacht.stop()
    wacht.uren[0] += 3600
    wacht.begin()
    assert tik(wacht, 5) == 0


def test_alleen_het_begin_van_slapen_telt(wacht):
    wacht.ging_aan(False)
    assert wacht.gemeld == []
    wacht.ging_aan(True)
    wacht.gebeurde()
    assert len(wacht.gemeld) == 2


def test_windows_zegt_slapen_op_slot_of_een_andere_gebruiker():
    assert [gaat_weg(0x0218, 4), gaat_weg(0x02B1, 7), gaat_weg(0x02B1, 2)] == [True] * 3
    # Wakker worden, van het slot af, en een gewone toets.
    assert not any((gaat_weg(0x0218, 7), gaat_weg(0x02B1, 8), gaat_weg(0x0100, 4)))


def test_bij_slapen_is_de_werkplek_dicht_en_wat_getypt_was_bewaard(venster, qtbot):
    dossier, map_ = dossiers.overzicht(venster.plek)[0].id, venster.plek.kluis.map
    venster.toon_dossier(dossier, 0)
    handen = Handen(qtbot, venster)
    handen.naar("Wat is de vraag")
    QTest.keyClicks(handen.hier, " en toen")
    venster._wegwacht.ging_aan(True)
    assert venster.plek is None
    assert isinstance(venster.scherm, Openen)
    assert any("ging slapen of op slot" in label.text() for label in venster.scherm.findChildren(QLabel))
    weer = werkplek.open_met_wachtzin(map_, WACHTZIN)
    assert "en toen" in waarde(dossiers.open_(weer, dossier).dossier.een(Aanmelding).korte_vraag)
    weer.sluit()


def test_het_nieuwe_proces_weet_waar_iemand_was_en_waarom_het_dicht_is(venster, qtbot, monkeypatch):
    gevraagd = []
    venster._hervat = gevraagd.append
    dossier, map_ = dossiers.overzicht(venster.plek)[0].id, venster.plek.kluis.map
    venster.toon_dossier(dossier, 3)
    venster._wegwacht.gebeurde()
    assert gevraagd == [Hervatting(map_.name, dossier, 3, "weg")]
    monkeypatch.setenv("JEUGDTEAM_HERVAT", json.dumps(asdict(gevraagd[0])))
    nieuw = Hoofdvenster(map_.parent)
    qtbot.addWidget(nieuw)
    nieuw.hervat(hervatting())
    assert "JEUGDTEAM_HERVAT" not in os.environ
    assert any("ging slapen of op slot" in label.text() for label in nieuw.scherm.findChildren(QLabel))
    nieuw.plek = werkplek.open_met_wachtzin(map_, WACHTZIN)
    nieuw._ga_open()
    assert (nieuw.scherm.schrijver.id, nieuw.scherm.lijst.currentRow()) == (dossier, 3)
    nieuw.close()


@pytest.mark.parametrize("raar", ["geen json", "[]", '{"iets": 1}', '{"waarom": "anders"}'])
def test_wat_niet_te_lezen_is_geeft_gewoon_het_openingsscherm(venster, monkeypatch, raar):
    monkeypatch.setenv("JEUGDTEAM_HERVAT", raar)
    venster.vergrendel()
    venster.hervat(hervatting())
    assert isinstance(venster.scherm, Openen)


def test_een_open_melding_blijft_niet_boven_het_slot_staan(venster):
    melding = QMessageBox(venster)
    melding.setText("Sam")
    melding.open()
    QApplication.processEvents()
    venster._wegwacht.gebeurde()
    assert venster.plek is None
    assert not melding.isVisible()


def test_bij_sluiten_gaat_van_het_klembord_wat_van_hier_was(venster, monkeypatch):
    klembord, van_hier = QApplication.clipboard(), [True]
    # Zonder echt scherm weet Qt niet van wie het klembord is; onder X11 wel, en daar klopt het ook.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _zelf: van_hier[0])
    klembord.setText("wat Sam zei")
    venster.vergrendel()
    assert klembord.text() == ""
    klembord.setText("van een ander programma")
    van_hier[0] = False
    venster.vergrendel()
    assert klembord.text() == "van een ander programma"


@pytest.mark.skipif(not shutil.which("dbus-daemon") or not shutil.which("dbus-send"), reason="dbus ontbreekt")
@pytest.mark.parametrize(
    ("pad", "wat", "inhoud"),
    [
        ("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", ["boolean:true"]),
        ("/org/freedesktop/login1/session/auto", "org.freedesktop.login1.Session.Lock", []),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", ["boolean:true"]),
    ],
)
def test_een_echt_bericht_op_de_bus_komt_aan(tmp_path, pad, wat, inhoud):
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", f"--address=unix:path={tmp_path}/bus"],
        stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    with daemon:
        try:
            adres = daemon.stdout.readline().strip()
            omgeving = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": adres, "DBUS_SESSION_BUS_ADDRESS": adres}
            luisteraar = subprocess.Popen(
                [sys.executable, "-c", _LUISTERAAR], env=omgeving, stdout=subprocess.PIPE, text=True
            )
            with luisteraar:
                assert luisteraar.stdout.readline() == "klaar\n"
                opdracht = ["dbus-send", "--session", "--type=signal", pad, wat, *inhoud]
                subprocess.run(opdracht, env=omgeving, check=True)
                assert luisteraar.stdout.readline() == "weg\n"
        finally:
            daemon.terminate()


_LUISTERAAR = """
import os
from PySide6.QtCore import QCoreApplication
from ui.venster.weggaan import Wegwacht
app = QCoreApplication([])
wacht = Wegwacht(app)
wacht.weg.connect(lambda: (print("weg", flush=True), os._exit(0)))
wacht.begin()
print("klaar", flush=True)
app.exec()
"""
