"""Werk dat even duurt, naast het venster: het venster blijft antwoorden en de uitkomst komt terug."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from jeugdteam_app.kern.fouten import Fout, ProgrammaFout


class _Seinen(QObject):
    klaar = Signal(object)
    mis = Signal(object)


class _Taak(QRunnable):
    def __init__(self, functie: Callable[[], Any], seinen: _Seinen) -> None:
        super().__init__()
        self._functie, self._seinen = functie, seinen

    def run(self) -> None:
        try:
            uitkomst = self._functie()
        except Fout as fout:
            self._seinen.mis.emit(fout)
            return
        except Exception:  # noqa: BLE001 - anders bleef het scherm voor altijd staan wachten
            self._seinen.mis.emit(ProgrammaFout("onverwacht"))
            return
        try:
            self._seinen.klaar.emit(uitkomst)
        except RuntimeError:
            # Het scherm dat hierop wachtte is weg: laat niets open achter.
            if hasattr(uitkomst, "sluit"):
                uitkomst.sluit()


def hoogstens(seconden: float, functie: Callable[[], Any]) -> None:
    """Wacht op ``functie``, maar niet langer dan dit. Wat dan nog bezig is, eindigt met het programma."""
    draad = threading.Thread(target=functie, daemon=True)
    draad.start()
    draad.join(seconden)


def doe(
    eigenaar: QObject, functie: Callable[[], Any], klaar: Callable[[Any], None], mis: Callable[[Any], None]
) -> None:
    """Voert ``functie`` uit in een andere draad; ``klaar`` of ``mis`` volgt in de draad van het venster."""
    seinen = _Seinen(eigenaar)
    seinen.klaar.connect(klaar)
    seinen.mis.connect(mis)
    seinen.klaar.connect(seinen.deleteLater)
    seinen.mis.connect(seinen.deleteLater)
    QThreadPool.globalInstance().start(_Taak(functie, seinen))
