"""De laptop slaapt of gaat op slot: de werkplek is dicht, en wat getypt was is er na het openen nog."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import asdict

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.werk import dossiers, reservekopie, werkplek
from tests.conftest import WACHTZIN
from tests.ui.conftest import Handen
from ui.hervatten import Hervatting, hervatting
from ui.systeem import Systeem
from ui.systeem.bus import Oor, als_padnaam
from ui.systeem.linux import Linux
from ui.systeem.macos import Macos
from ui.systeem.windows import Windows, gaat_weg
from ui.venster import hoofdvenster
from ui.venster.hoofdvenster import Hoofdvenster
from ui.venster.openen import Openen
from ui.venster.weggaan import Wegwacht


class Namaak(Systeem):
    """Een systeem dat onthoudt wat het gevraagd werd, en dat een proef laat zeggen dat iemand weggaat."""

    kan_opname_weren = True

    def __init__(self):
        self.gevraagd, self.meld = [], None

    def luister(self, venster, meld):
        self.meld = meld

    def vraag_uitstel(self):
        self.gevraagd.append("uitstel")

    def geef_vrij(self):
        self.gevraagd.append("vrij")

    def weer_opname(self, venster, *, aan):
        self.gevraagd.append(("opname", aan))


@pytest.fixture
def wacht(qapp):
    uren = [1000.0]
    wacht = Wegwacht(qapp, Namaak(), lambda: uren[0])
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


def test_alleen_het_begin_van_slapen_telt(qapp):
    gemeld = []
    oor = Oor(qapp, lambda: gemeld.append("weg"))
    oor.ging_aan(False)
    assert gemeld == []
    oor.ging_aan(True)
    oor.gebeurde()
    assert len(gemeld) == 2


def test_zolang_er_iets_open_is_wacht_het_systeem_met_slapen(qtbot, voorbeeldmap):
    systeem = Namaak()
    venster = Hoofdvenster(voorbeeldmap.parent, systeem=systeem)
    qtbot.addWidget(venster)
    assert systeem.gevraagd[-1] == "vrij"
    venster.poort.geopend(werkplek.open_met_wachtzin(voorbeeldmap, WACHTZIN))
    assert systeem.gevraagd[-1] == "uitstel"
    systeem.meld()
    assert venster.plek is None
    assert systeem.gevraagd[-1] == "vrij"


def test_schermopname_is_geweerd_tot_iemand_dat_uitzet(qtbot, voorbeeldmap):
    systeem = Namaak()
    venster = Hoofdvenster(voorbeeldmap.parent, systeem=systeem)
    qtbot.addWidget(venster)
    assert ("opname", True) in systeem.gevraagd
    [actie] = [a for a in venster.findChildren(QAction) if a.text() == "Schermopname &tegenhouden"]
    assert actie.isChecked()
    actie.trigger()
    assert systeem.gevraagd[-1] == ("opname", False)
    weer = Hoofdvenster(voorbeeldmap.parent, systeem=Namaak())
    qtbot.addWidget(weer)
    assert weer._systeem.gevraagd[0] == ("opname", False), "de keuze is onthouden"


def test_waar_het_systeem_het_niet_kan_staat_dat_erbij(venster):
    [actie] = [a for a in venster.findChildren(QAction) if "Schermopname" in a.text()]
    assert "kan niet op dit systeem" in actie.text()
    assert not actie.isEnabled()


def test_elk_systeem_heeft_dezelfde_poort():
    poort = {n for n in vars(Systeem) if not n.startswith("_")}
    for invulling in (Linux, Macos, Windows):
        assert {n for n in vars(invulling) if not n.startswith("_")} <= poort
    # Op een ander systeem dan het eigen doet een invulling niets, en valt zij niet om.
    for invulling in (Macos(), Windows()):
        invulling.weer_opname(None, aan=True)


@pytest.mark.parametrize(("sessie", "naam"), [("2", "_32"), ("c1", "c1"), ("a-b", "a_2db")])
def test_de_sessie_heet_op_de_bus_anders(sessie, naam):
    assert als_padnaam(sessie) == naam


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
    venster._wegwacht.weg.emit()
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
    venster._wegwacht.weg.emit()
    assert gevraagd == [Hervatting(map_.name, dossier, 3, "weg")]
    monkeypatch.setenv("JEUGDTEAM_HERVAT", json.dumps(asdict(gevraagd[0])))
    nieuw = Hoofdvenster(map_.parent)
    qtbot.addWidget(nieuw)
    nieuw.hervat(hervatting())
    assert "JEUGDTEAM_HERVAT" not in os.environ
    assert any("ging slapen of op slot" in label.text() for label in nieuw.scherm.findChildren(QLabel))
    nieuw.ga_open(werkplek.open_met_wachtzin(map_, WACHTZIN))
    assert (nieuw.scherm.schrijver.id, nieuw.scherm.lijst.currentRow()) == (dossier, 3)
    nieuw.close()


@pytest.mark.parametrize("raar", ["geen json", "[]", '{"iets": 1}', '{"waarom": "anders"}'])
def test_wat_niet_te_lezen_is_geeft_gewoon_het_openingsscherm(venster, monkeypatch, raar):
    monkeypatch.setenv("JEUGDTEAM_HERVAT", raar)
    venster.vergrendel()
    venster.hervat(hervatting())
    assert isinstance(venster.scherm, Openen)


@pytest.mark.parametrize("waarom", ["weg", "stil"])
def test_ook_als_er_niets_meer_te_lezen_is_gaat_de_sleutel_weg(venster, monkeypatch, waarom):
    gevraagd = []
    venster._hervat = gevraagd.append
    venster.toon_dossier(dossiers.overzicht(venster.plek)[0].id)
    plek = venster.plek

    def stuk(*_wat):
        raise WereldFout("kluis-beschadigd")

    monkeypatch.setattr(plek.kluis, "vraag", stuk)
    venster._sluit_vanzelf(waarom)
    assert plek.is_dicht
    assert venster.plek is None
    assert [h.waarom for h in gevraagd] == [waarom]


class Getekend(QObject):
    """Telt hoe vaak het venster zich tekende."""

    keren = 0

    def eventFilter(self, _wie, gebeurtenis):  # noqa: N802 - zo heet het in Qt
        self.keren += gebeurtenis.type() is QEvent.Type.Paint
        return False


def test_een_plek_die_niet_antwoordt_houdt_niets_open_en_het_scherm_is_dan_al_leeg(venster, monkeypatch, tmp_path):
    (plek := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(venster.plek, plek)
    dossier = dossiers.overzicht(venster.plek)[0].id
    venster.toon_dossier(dossier)
    gezien, verder = [], threading.Event()
    getekend = Getekend(venster)
    venster.installEventFilter(getekend)

    def hangt(plek):
        gezien.append((venster.stapel.count(), getekend.keren > 0))
        with plek.kluis.stil():
            verder.wait(30)

    monkeypatch.setattr(reservekopie, "maak", hangt)
    monkeypatch.setattr(hoofdvenster, "_GEDULD", 0.01)
    monkeypatch.setattr(kluizen, "GEDULD", 0.01)
    was = venster.plek
    getekend.keren = 0
    venster._sluit_vanzelf("stil")
    verder.set()
    assert was.is_dicht
    assert isinstance(venster.scherm, Openen)
    assert gezien == [(0, True)]


def test_wie_gaat_slapen_wacht_niet_op_een_kopie_en_die_komt_de_volgende_keer(venster, monkeypatch, tmp_path):
    (plek := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(venster.plek, plek)
    map_ = venster.plek.kluis.map
    dossiers.open_(venster.plek, dossiers.overzicht(venster.plek)[0].id)
    gemaakt = []
    monkeypatch.setattr(reservekopie, "maak", gemaakt.append)
    venster._sluit_vanzelf("weg")
    assert gemaakt == []
    venster.ga_open(werkplek.open_met_wachtzin(map_, WACHTZIN))
    venster.vergrendel()
    assert len(gemaakt) == 1


def test_een_open_melding_blijft_niet_boven_het_slot_staan(venster):
    melding = QMessageBox(venster)
    melding.setText("Sam")
    melding.open()
    QApplication.processEvents()
    venster._wegwacht.weg.emit()
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


@pytest.fixture
def bus(tmp_path):
    """Een echte bus van deze proef alleen; geeft de omgeving waarin programma's haar vinden."""
    if not shutil.which("dbus-daemon") or not shutil.which("dbus-send"):
        pytest.skip("dbus ontbreekt")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", f"--address=unix:path={tmp_path}/bus"],
        stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    with daemon:
        adres = daemon.stdout.readline().strip()
        yield os.environ | {
            "DBUS_SYSTEM_BUS_ADDRESS": adres, "DBUS_SESSION_BUS_ADDRESS": adres, "XDG_SESSION_ID": "2",
        }  # fmt: skip
        daemon.terminate()


def programma(code, omgeving):
    return subprocess.Popen(
        [sys.executable, "-c", code], env=omgeving, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize(
    ("pad", "wat", "inhoud"),
    [
        ("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", ["boolean:true"]),
        ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session.Lock", []),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", ["boolean:true"]),
        (
            "/org/freedesktop/login1/session/_32",
            "org.freedesktop.DBus.Properties.PropertiesChanged",
            [],
        ),
    ],
)
def test_een_echt_bericht_op_de_bus_komt_aan(bus, pad, wat, inhoud):
    with programma(_LUISTERAAR, bus) as luisteraar:
        assert luisteraar.stdout.readline() == "klaar\n"
        if "Properties" in wat:
            with programma(_ANDERE_GEBRUIKER, bus) as logind:
                assert luisteraar.stdout.readline() == "weg\n"
                logind.terminate()
        else:
            subprocess.run(["dbus-send", "--session", "--type=signal", pad, wat, *inhoud], env=bus, check=True)
            assert luisteraar.stdout.readline() == "weg\n"


def test_logind_wacht_tot_de_werkplek_dicht_is(bus):
    """Een nagemaakt logind geeft een kant van een pijp; die is pas dicht als ons programma haar loslaat."""
    with programma(_LOGIND, bus) as logind:
        assert logind.stdout.readline() == "klaar\n"
        with programma(_LUISTERAAR, bus) as open_:
            assert open_.stdout.readline() == "klaar\n"
            assert logind.stdout.readline() == "gevraagd sleep delay\n"
            subprocess.run(
                ["dbus-send", "--session", "--type=signal", "/org/freedesktop/login1",
                 "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true"], env=bus, check=True,
            )  # fmt: skip
            # Pas weg als het programma weg is: dan mag de laptop slapen.
            assert open_.stdout.readline() == "weg\n"
        assert logind.stdout.readline() == "losgelaten\n"


_LUISTERAAR = """
import os
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from ui.systeem.linux import Linux
from ui.venster.weggaan import Wegwacht
app = QApplication([])
wacht = Wegwacht(app, Linux())
wacht.weg.connect(lambda: (print("weg", flush=True), os._exit(0)))
wacht.begin()
print("klaar", flush=True)
app.exec()
"""

_ANDERE_GEBRUIKER = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject
app = QCoreApplication([])
bus = QDBusConnection.systemBus()
SESSIE, EIGENSCHAPPEN = "/org/freedesktop/login1/session/_32", "org.freedesktop.DBus.Properties"

class Sessie(QDBusVirtualObject):
    def introspect(self, pad):
        return ""
    def handleMessage(self, bericht, verbinding):
        antwoord = bericht.createReply()
        antwoord.setArguments([QDBusVariant(bericht.member() != "Get")])
        verbinding.send(antwoord)
        return True

sessie = Sessie()
bus.registerVirtualObject(SESSIE, sessie)
bus.registerService("org.freedesktop.login1")
signaal = QDBusMessage.createSignal(SESSIE, EIGENSCHAPPEN, "PropertiesChanged")
signaal.setArguments(["org.freedesktop.login1.Session", {}, []])
bus.send(signaal)
app.exec()
"""

_LOGIND = """
import os, threading
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusUnixFileDescriptor, QDBusVirtualObject
app = QCoreApplication([])
bus = QDBusConnection.systemBus()
lezen, schrijven = os.pipe()

def wacht():
    os.read(lezen, 1)
    print("losgelaten", flush=True)
    os._exit(0)

class Logind(QDBusVirtualObject):
    def introspect(self, pad):
        return ""
    def handleMessage(self, bericht, verbinding):
        soort, _wie, _waarom, hoe = bericht.arguments()
        print("gevraagd", soort, hoe, flush=True)
        verbinding.send(bericht.createReply([QDBusUnixFileDescriptor(schrijven)]))
        os.close(schrijven)
        threading.Thread(target=wacht, daemon=True).start()
        return True

logind = Logind()
bus.registerVirtualObject("/org/freedesktop/login1", logind)
bus.registerService("org.freedesktop.login1")
print("klaar", flush=True)
app.exec()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prctl is van Linux")
def test_niemand_leest_het_geheugen_mee_en_er_komt_geen_bestand_van():
    vraag = "import ctypes, resource; from ui.systeem import dit_systeem; dit_systeem().schrijf_geen_geheugen_weg(); "
    vraag += "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))"
    gezegd = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True).stdout
    assert gezegd.strip() == "0 (0, 0)"
