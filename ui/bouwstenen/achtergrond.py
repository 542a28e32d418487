"""Werk dat even duurt, naast het venster: het venster blijft antwoorden en de uitkomst komt terug."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from jeugdteam_app.kern.fouten import Fout, ProgrammaFout

# Zo heten de draden die hier begonnen.
_NAAM = "achtergrond"


class _Seinen(QObject):
    klaar = Signal(object)
    mis = Signal(object)


def _werk(functie: Callable[[], Any], seinen: _Seinen) -> None:
    # Vooraf: is het scherm straks weg, dan is hier niet meer bij te komen.
    klaar, mis = seinen.klaar, seinen.mis
    try:
        sein, uitkomst = klaar, functie()
    except Fout as fout:
        sein, uitkomst = mis, fout
    except Exception:  # noqa: BLE001 - anders bleef het scherm voor altijd staan wachten
        sein, uitkomst = mis, ProgrammaFout("onverwacht")
    try:
        sein.emit(uitkomst)
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
    draad = threading.Thread(target=_werk, args=(functie, seinen), daemon=True, name=_NAAM)
    draad.start()


def maak_af(seconden: float) -> None:
    """Wacht tot wat nog bezig is klaar is, samen niet langer dan dit: een schijf die zwijgt, houdt niets open."""
    tot = time.monotonic() + seconden
    for draad in threading.enumerate():
        if draad.name == _NAAM:
            draad.join(max(0.0, tot - time.monotonic()))
