"""Een teruggezette werkplek gaat niet ongemerkt open: een mens kiest."""

from __future__ import annotations

import shutil

from PySide6.QtWidgets import QApplication, QFileDialog

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.werk import dossiers, reservekopie, schrijven, wachtzin, waken
from tests.conftest import WACHTZIN
from tests.ui.test_reservekopie import teksten
from ui.app import hoofdenmap
from ui.venster.openen import Openen
from ui.venster.ouder import Ouderblad
from ui.venster.overzicht import Overzicht
from ui.venster.redden import Redblad


def test_een_ouder_bestand_vraagt_eerst_een_mens(venster, handen, tmp_path):
    map_ = venster.plek.kluis.map
    venster.vergrendel()
    shutil.copytree(map_, tmp_path / "toen")

    def open_():
        venster.poort.geopend(waken.open_met_wachtzin(map_, WACHTZIN, hoofdenmap()))
        QApplication.processEvents()

    open_()
    assert isinstance(venster.scherm, Overzicht)
    venster.toon_dossier(dossiers.overzicht(venster.plek)[0].id)
    venster.vergrendel()
    shutil.rmtree(map_)
    shutil.copytree(tmp_path / "toen", map_)
    open_()
    assert isinstance(venster.scherm, Ouderblad)
    handen.knop("Sluiten, en niets veranderen")
    assert isinstance(venster.scherm, Openen)
    open_()
    assert isinstance(venster.scherm, Ouderblad), "na sluiten is er niets vergeten"
    handen.knop("Ik weet waarom. Ga verder met deze werkplek")
    assert isinstance(venster.scherm, Overzicht)
    venster.vergrendel()
    open_()
    assert isinstance(venster.scherm, Overzicht)


def maak_stuk(pad, plek):
    inhoud = bytearray(pad.read_bytes())
    inhoud[plek : plek + 64] = bytes(64)
    pad.write_bytes(bytes(inhoud))


def test_een_beschadigde_werkplek_redden_met_alleen_het_toetsenbord(venster, handen, monkeypatch, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    map_, kinderen = venster.plek.kluis.map, {r.naam for r in dossiers.overzicht(venster.plek)}
    reservekopie.kies_plek(venster.plek, stick)
    venster.vergrendel()
    maak_stuk(map_ / "kluis.db", 40 * 4096 + 100)
    ervoor = {pad.name: pad.read_bytes() for pad in map_.iterdir()}
    handen.typ("Uw wachtzin", WACHTZIN)
    handen.knop("Openen")
    handen.wacht(lambda: "beschadigd" in teksten(venster.scherm))
    handen.knop("Redden wat te lezen is")
    assert isinstance(venster.scherm, Redblad)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(stick))
    handen.typ("De wachtzin van die werkplek", WACHTZIN)
    handen.knop("Map met kopieën kiezen")
    handen.knop("Redden")
    handen.wacht(lambda: "3 dossiers zijn er helemaal." in teksten(venster.scherm))
    handen.knop("Open de geredde werkplek")
    assert isinstance(venster.scherm, Overzicht)
    assert {r.naam for r in dossiers.overzicht(venster.plek)} == kinderen
    assert {pad.name: pad.read_bytes() for pad in map_.iterdir()} == ervoor, "de oude blijft zoals zij was"


def verander_buitenom(venster):
    """Sluit de werkplek en verandert er iets in zonder het programma."""
    map_, sleutel = venster.plek.kluis.map, venster.plek.kluis.sleutel
    venster.vergrendel()
    verbinding = kluizen.verbind(map_ / "kluis.db", sleutel)
    verbinding.execute("UPDATE nummer SET tijd = 'anders'")
    verbinding.close()
    return map_


def test_wat_buitenom_veranderde_is_ook_te_redden(venster, handen, tmp_path):
    map_ = verander_buitenom(venster)
    venster.poort.geopend(waken.open_met_wachtzin(map_, WACHTZIN, hoofdenmap()))
    QApplication.processEvents()
    assert isinstance(venster.scherm, Ouderblad)
    assert "buiten het programma om" in teksten(venster.scherm)
    handen.knop("Redden wat te lezen is")
    assert isinstance(venster.scherm, Redblad)
    assert venster.plek is None
    handen.knop("Redden")
    handen.wacht(lambda: "wachtzin klopt niet" in teksten(venster.scherm))
    handen.knop("Terug")
    assert isinstance(venster.scherm, Openen)


def test_een_waarschuwing_blijft_ook_als_er_een_ander_scherm_voor_heeft_gestaan(venster, handen, tmp_path):
    map_ = verander_buitenom(venster)
    for _keer in range(2):
        venster.poort.geopend(waken.open_met_wachtzin(map_, WACHTZIN, hoofdenmap()))
        QApplication.processEvents()
        assert isinstance(venster.scherm, Ouderblad)
        venster.toon_handboek("handboek")
        QApplication.processEvents()
        venster.vergrendel()
        assert venster.plek is None


def zorg_na_een_val(venster, oud):
    """De laptop valt uit zonder sluiten, en daarna staat er een ouder bestand."""
    map_ = venster.plek.kluis.map
    venster._spoor.klok.timeout.emit()
    venster.plek.kluis.sluit()
    shutil.rmtree(map_)
    shutil.copytree(oud, map_)
    weer = waken.open_met_wachtzin(map_, WACHTZIN, hoofdenmap())
    weer.sluit()
    return weer.zorg


def test_ook_zonder_netjes_te_sluiten_valt_een_ouder_bestand_op(venster, tmp_path):
    sam = dossiers.overzicht(venster.plek)[0].id
    venster.toon_dossier(sam)
    shutil.copytree(venster.plek.kluis.map, oud := tmp_path / "vanochtend")
    schrijven.leg_vast(venster.plek, sam, {(Aanmelding.soort, Aanmelding.korte_vraag): Bekend("Nog een vraag.")})
    assert zorg_na_een_val(venster, oud) is waken.Zorg.OUDER


def test_een_andere_wachtzin_is_ook_zonder_netjes_te_sluiten_onthouden(venster, tmp_path):
    shutil.copytree(venster.plek.kluis.map, oud := tmp_path / "vanochtend")
    wachtzin.verander(venster.plek, WACHTZIN, "regen stoep lamp potlood")
    assert zorg_na_een_val(venster, oud) is waken.Zorg.OUDER


def test_een_werkplek_die_deze_computer_niet_kent_zegt_dat_en_vraagt_het(venster, handen):
    map_ = venster.plek.kluis.map
    venster.vergrendel()
    shutil.rmtree(hoofdenmap())
    venster.poort.geopend(waken.open_met_wachtzin(map_, WACHTZIN, hoofdenmap()))
    assert isinstance(venster.scherm, Ouderblad)
    assert "Deze computer kent deze werkplek niet" in teksten(venster.scherm)
    handen.knop("Ik weet waarom. Ga verder met deze werkplek")
    assert isinstance(venster.scherm, Overzicht)
    venster.vergrendel()
    venster.poort.geopend(waken.open_met_wachtzin(map_, WACHTZIN, hoofdenmap()))
    assert isinstance(venster.scherm, Overzicht)
