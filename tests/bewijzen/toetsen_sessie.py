"""Eén sessie van lukrake toetsen in het echte venster: het mag nooit omvallen en nooit een fout laten liggen."""

from __future__ import annotations

import os
import random
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import dossiers, voorbeelden, werkplek
from ui.app import maak_app, ruim_op_in_de_vensterdraad
from ui.venster.hoofdvenster import Hoofdvenster

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_LOS = Qt.KeyboardModifier.NoModifier
# Vaak een veld verder of iets indrukken; soms bladeren, typen, van weergave wisselen, ongedaan maken.
TOETSEN = (
    *[(Qt.Key.Key_Tab, _LOS)] * 8,
    *[(Qt.Key.Key_Space, _LOS)] * 3,
    *[(Qt.Key.Key_PageDown, _CTRL), (Qt.Key.Key_PageUp, _CTRL)] * 2,
    (Qt.Key.Key_Down, _LOS), (Qt.Key.Key_Up, _LOS), (Qt.Key.Key_Escape, _LOS), (Qt.Key.Key_Return, _LOS),
    (Qt.Key.Key_Backtab, _LOS), (Qt.Key.Key_A, _LOS), (Qt.Key.Key_7, _LOS), (Qt.Key.Key_Backspace, _LOS),
    (Qt.Key.Key_D, _CTRL), (Qt.Key.Key_Plus, _CTRL), (Qt.Key.Key_Minus, _CTRL), (Qt.Key.Key_Z, _CTRL | _ALT),
    (Qt.Key.Key_B, _CTRL), (Qt.Key.Key_G, _CTRL), (Qt.Key.Key_F1, _LOS), (Qt.Key.Key_Home, _ALT),
    (Qt.Key.Key_T, _CTRL), (Qt.Key.Key_F12, _LOS), (Qt.Key.Key_R, _CTRL), (Qt.Key.Key_End, _LOS), (Qt.Key.Key_Home, _LOS),
)  # fmt: skip
fouten: list[str] = []


def main() -> None:
    """``MAP ZAAD AANTAL``: drukt zoveel toetsen in, in een volgorde die alleen van het zaad afhangt."""
    waar, keus, aantal = Path(sys.argv[1]), random.Random(int(sys.argv[2])), int(sys.argv[3])
    sys.excepthook = _onthoud
    _geen_vensters_van_het_systeem()
    app = maak_app()
    ruim_op_in_de_vensterdraad(app)
    venster = _venster(waar)
    for _keer in range(aantal):
        toets, erbij = keus.choice(TOETSEN)
        QTest.keyClick(venster.windowHandle(), toets, erbij)
        for _rondje in range(keus.choice((0, 1, 3))):
            app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if keus.random() < 0.03:
            _naar_een_dossier(venster, keus)
    print("\n".join(fouten))
    sys.stdout.flush()
    # Zonder opruimen: hoe Python en Qt samen eindigen is niet wat hier bewezen wordt.
    os._exit(1 if fouten else 0)


def _venster(waar: Path) -> Hoofdvenster:
    nieuw = werkplek.bereid_voor(waar, "Werkplek", "Robin", "molen kaart regen stoel vriend")
    werkplek.maak(nieuw, werk=VLOER).sluit()
    venster = Hoofdvenster(waar)
    venster.resize(1280, 800)
    venster.show()
    venster.activateWindow()
    venster.plek = werkplek.open_met_wachtzin(nieuw.map, "molen kaart regen stoel vriend")
    voorbeelden.laad(venster.plek)
    venster.toon_overzicht()
    return venster


def _naar_een_dossier(venster: Hoofdvenster, keus: random.Random) -> None:
    if venster.plek is not None:
        venster.toon_dossier(keus.choice(dossiers.overzicht(venster.plek)).id)


def _geen_vensters_van_het_systeem() -> None:
    """Een bestand kiezen wacht op een mens; hier kiest niemand iets."""
    QFileDialog.getSaveFileName = staticmethod(lambda *_wat, **_hoe: ("", ""))  # type: ignore[assignment]
    QFileDialog.getOpenFileName = staticmethod(lambda *_wat, **_hoe: ("", ""))  # type: ignore[assignment]
    QFileDialog.getExistingDirectory = staticmethod(lambda *_wat, **_hoe: "")  # type: ignore[assignment]
    QMessageBox.warning = staticmethod(lambda *_wat: None)  # type: ignore[assignment]


def _onthoud(soort: type[BaseException], fout: BaseException, spoor: TracebackType | None) -> None:
    fouten.append("".join(traceback.format_exception(soort, fout, spoor)))


if __name__ == "__main__":
    main()
