"""Fouten in PySide6 die het programma laten omvallen, en hoe wij eromheen gaan."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from ui.bouwstenen.basis import leeg
from ui.bouwstenen.indeling import Doorlooprij, in_volgorde

HUIS = Path(__file__).parents[2]


def test_een_lege_uitkomst_van_qt_kost_geen_none(qtbot):
    """PySide6 6.12.0 op Python 3.11: elke lege uitkomst kost een telling van None, tot het programma omvalt."""
    blad, rondje = QWidget(), QRadioButton()
    qtbot.addWidget(blad)
    qtbot.addWidget(rondje)
    voor = sys.getrefcount(None)
    for _keer in range(1000):
        blad.layout(), blad.focusProxy(), rondje.group(), blad.parentWidget()
    assert sys.getrefcount(None) > voor - 500


def test_wie_een_blad_telkens_opnieuw_bouwt_en_afloopt_valt_niet_om():
    """Wat ``itemAt`` teruggeeft, gooit Qt weg zonder Python te waarschuwen; daarna hergebruikt Qt die plek."""
    proef = """
import gc
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QStackedWidget
from tests.huis.test_pyside import maak_blad
from ui.bouwstenen import looproute
app = QApplication([])
gc.disable()
stapel = QStackedWidget()
stapel.show()
for keer in range(150):
    while (oud := stapel.widget(0)) is not None:
        stapel.removeWidget(oud)
        oud.deleteLater()
    stapel.addWidget(maak_blad(10 + keer % 7))
    assert looproute.route(stapel)
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if keer % 3 == 0:
        gc.collect()
"""
    uitslag = subprocess.run([sys.executable, "-c", proef], cwd=HUIS, capture_output=True, text=True, check=False)
    assert uitslag.returncode == 0, uitslag.stderr[-800:]


def maak_blad(lengte: int) -> QWidget:
    """Een blad met velden, rijen in rijen, en een rij die doorloopt."""
    blad = QWidget()
    kolom = QVBoxLayout(blad)
    for nummer in range(lengte):
        kolom.addWidget(QLabel("label " * (nummer % 5)))
        kolom.addWidget(QLineEdit())
        rij = QHBoxLayout()
        rij.addWidget(QLabel("naast"))
        rij.addStretch(1)
        rij.addWidget(QLineEdit())
        kolom.addLayout(rij)
        vak = QWidget()
        door = Doorlooprij(vak)
        door.addWidget(QRadioButton("ja"))
        door.addWidget(QRadioButton("nee"))
        kolom.addWidget(vak)
        leeg(rij) if nummer % 4 == 0 else None
    return blad


def test_in_volgorde_volgt_de_indeling_en_niet_het_moment_van_maken(qtbot):
    blad = QWidget()
    qtbot.addWidget(blad)
    kolom = QVBoxLayout(blad)
    eerste, tweede, derde = QLabel("1"), QLabel("2"), QLabel("3")
    kolom.addWidget(derde)
    rij = QHBoxLayout()
    rij.addWidget(tweede)
    kolom.insertLayout(0, rij)
    kolom.insertStretch(0)
    kolom.insertWidget(0, eerste)
    QLabel("los", blad)
    assert in_volgorde(kolom) == [eerste, rij, derde]
    assert in_volgorde(rij) == [tweede]
    leeg(kolom)
    assert in_volgorde(kolom) == []
