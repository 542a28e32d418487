"""``geheugen_sessie MAP WACHTZIN KANARIE``: het echte programma typt een geheim, gaat op slot en begint opnieuw.

Het draait ``ui.app.start`` zelf. Na het opnieuw beginnen is dit hetzelfde proces met een nieuw geheugen; de ouder kijkt
er dan in. Tussendoor wacht het telkens op een regel van de ouder.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from ui import app
from ui.venster import hoofdvenster


def _zeg_en_wacht(wat: str) -> None:
    print(wat, flush=True)
    sys.stdin.readline()


def _na_het_openen(venster: hoofdvenster.Hoofdvenster, map_: Path, wachtzin: str, kanarie: str) -> None:
    from jeugdteam_app.werk import dossiers, werkplek

    venster.plek = werkplek.open_met_wachtzin(map_, wachtzin)
    venster.toon_dossier(dossiers.begin_gezin(venster.plek), 0)
    veld = next(v for v in venster.scherm.findChildren(QPlainTextEdit) if v.isVisible())
    veld.setFocus()
    QTest.keyClicks(veld, kanarie)
    QApplication.processEvents()
    _zeg_en_wacht("open")
    venster.vergrendel()


def main() -> None:
    """De eerste keer openen, typen en op slot; de tweede keer alleen laten zien dat er een openingsscherm is."""
    map_, wachtzin, kanarie = (
        Path(sys.argv[1]),
        os.environ.pop("PROEF_WACHTZIN", ""),
        os.environ.pop("PROEF_KANARIE", ""),
    )
    echt = hoofdvenster.Hoofdvenster

    def nieuw(hervat: object, systeem: object) -> hoofdvenster.Hoofdvenster:
        # Het programma laat niemand meelezen; de ouder moet hier juist wel kunnen kijken (PR_SET_DUMPABLE).
        ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
        venster = echt(map_.parent, hervat, systeem)
        if wachtzin:
            QTimer.singleShot(0, venster, lambda: _na_het_openen(venster, map_, wachtzin, kanarie))
        else:
            QTimer.singleShot(0, venster, lambda: (_zeg_en_wacht(type(venster.scherm).__name__), venster.close()))
        return venster

    hoofdvenster.Hoofdvenster = nieuw
    sys.exit(app.start())


if __name__ == "__main__":
    main()
