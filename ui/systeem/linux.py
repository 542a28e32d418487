"""Linux: slapen en op slot komen over de bus, en slapen kan even wachten.

Logind wacht op verzoek een paar seconden met slapen (``Inhibit`` met ``delay``), zolang iemand de beschrijving
openhoudt die het teruggaf. Op slot is bij ons een nieuw proces, en dan is zij vanzelf dicht: zo is het geheugen leeg
voor de laptop slaapt.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.systeem.posix import Posix

_PR_SET_DUMPABLE = 4


class Linux(Posix):
    """Systemen met D-Bus; die wordt pas geladen als er iets open is."""

    def __init__(self) -> None:
        # Het antwoord houdt de beschrijving open; laten vallen is dichtdoen.
        self._uitstel: object = None

    def luister(self, venster: QWidget | QObject, meld: Callable[[], None]) -> None:
        """Slapen, op slot, schermbeveiliging en van gebruiker wisselen."""
        from ui.systeem.bus import Oor

        Oor(venster, meld)

    def vraag_uitstel(self) -> None:
        """Zonder logind gebeurt er niets."""
        from ui.systeem import bus

        if self._uitstel is None:
            self._uitstel = bus.vraag_uitstel()

    def geef_vrij(self) -> None:
        """Het systeem mag meteen slapen."""
        self._uitstel = None

    def schrijf_geen_geheugen_weg(self) -> None:
        """Ook wie zulke bestanden opvangt krijgt niets, en een ander programma van deze gebruiker leest niet mee.

        Een kern met een pijp kijkt niet naar de grootste omvang (``core(5)``); daarom ook ``PR_SET_DUMPABLE``.
        """
        super().schrijf_geen_geheugen_weg()
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
