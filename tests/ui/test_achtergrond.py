"""Werk naast het venster geeft altijd antwoord, ook als er iets gebeurt waar niemand op rekende."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QObject

from jeugdteam_app.kern.fouten import InvoerFout
from ui.bouwstenen.achtergrond import doe, maak_af


def test_ook_een_onverwachte_fout_komt_terug(qtbot):
    eigenaar, gezegd = QObject(), []

    def stuk():
        raise ValueError("waar iemand van schrikt")

    doe(eigenaar, stuk, lambda _u: gezegd.append("klaar"), lambda fout: gezegd.append(fout.code))
    qtbot.waitUntil(lambda: bool(gezegd), timeout=5000)
    assert gezegd == ["onverwacht"]


class Open:
    """Iets dat iemand moet sluiten."""

    is_dicht = False

    def sluit(self):
        self.is_dicht = True


@pytest.mark.parametrize("lukt", [True, False])
def test_is_het_scherm_intussen_weg_dan_blijft_er_niets_open(qtbot, lukt):
    eigenaar, open_, weg, gezegd = QObject(), Open(), threading.Event(), []

    def laat():
        weg.wait(30)
        if not lukt:
            raise InvoerFout("datum-vorm")
        return open_

    doe(eigenaar, laat, gezegd.append, gezegd.append)
    eigenaar.deleteLater()
    with qtbot.waitSignal(eigenaar.destroyed):
        pass
    weg.set()
    maak_af(30)
    assert open_.is_dicht is lukt
    assert gezegd == []


_HANGT = """
import threading
from PySide6.QtCore import QCoreApplication
from ui.bouwstenen.achtergrond import doe, maak_af
app = QCoreApplication([])
doe(app, lambda: threading.Event().wait(), print, print)
maak_af(0.01)
print("klaar")
"""


def test_een_schijf_die_zwijgt_houdt_het_programma_niet_open():
    gedaan = subprocess.run([sys.executable, "-c", _HANGT], capture_output=True, text=True, timeout=60, check=True)
    assert gedaan.stdout == "klaar\n"
    assert gedaan.stderr == ""
