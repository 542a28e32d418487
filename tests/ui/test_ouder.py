"""Een teruggezette werkplek gaat niet ongemerkt open: een mens kiest."""

from __future__ import annotations

import shutil

from PySide6.QtWidgets import QApplication

from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.werk import dossiers, werkplek
from tests.conftest import MOMENT, WACHTZIN
from ui.venster.openen import Openen
from ui.venster.ouder import Ouderblad
from ui.venster.overzicht import Overzicht


def test_een_ouder_bestand_vraagt_eerst_een_mens(venster, handen, tmp_path):
    map_ = venster.plek.kluis.map
    venster.vergrendel()
    shutil.copytree(map_, tmp_path / "toen")

    def open_():
        venster._geopend(werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT)))
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
