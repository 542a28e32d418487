"""Een fout in PySide6 6.12.0 op Python 3.11: elke lege uitkomst kost een telling van None, tot het programma omvalt."""

import sys

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget


def test_een_lege_uitkomst_van_qt_kost_geen_none(qtbot):
    blad, rondje = QWidget(), QRadioButton()
    qtbot.addWidget(blad)
    qtbot.addWidget(rondje)
    indeling = QVBoxLayout()
    indeling.addStretch(1)
    item = indeling.itemAt(0)
    voor = sys.getrefcount(None)
    for _keer in range(1000):
        blad.layout(), blad.focusProxy(), rondje.group(), item.widget(), item.layout()
    assert sys.getrefcount(None) > voor - 500
