"""Opruimen gebeurt alleen in de draad van het venster: elders zou Qt omvallen."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ui import app as programma


class Kring(QWidget):
    """Een stuk venster dat zichzelf vasthoudt, en onthoudt in welke draad het wegging."""

    def __init__(self, weg: list[int]) -> None:
        super().__init__()
        self.zelf = self
        weakref.finalize(self, lambda: weg.append(threading.get_ident()))


@pytest.fixture
def klok(qapp: QApplication):
    gemaakt = programma.ruim_op_in_de_vensterdraad(qapp)
    yield gemaakt
    gemaakt.stop()
    gc.enable()


def test_een_andere_draad_ruimt_geen_stuk_venster_op(klok):
    weg: list[int] = []
    Kring(weg)
    druk = threading.Thread(target=lambda: [[] for _n in range(200_000)] and None)
    druk.start()
    druk.join()
    assert weg == [], "in een andere draad blijft het staan"
    gc.collect()
    assert weg == [threading.get_ident()]


def test_de_klok_ruimt_op_wat_te_veel_is(klok):
    weg: list[int] = []
    Kring(weg)
    berg = [[] for _n in range(2_000)]
    klok.timeout.emit()
    assert weg == [threading.get_ident()]
    assert berg


def test_het_eerste_scherm_laadt_niets_van_een_werkplek():
    """Anders staat iemand bij elke start een halve tel langer te wachten."""
    code = (
        "import sys; from ui.app import maak_app; app = maak_app(); "
        "from ui.venster.hoofdvenster import Hoofdvenster; v = Hoofdvenster(); v.show(); app.processEvents(); "
        "print(sorted({'zxcvbn', 'jeugdteam_app.werk.waken', 'jeugdteam_app.regels.advies'} & set(sys.modules)))"
    )
    uit = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert uit.stdout.strip() == "[]"
