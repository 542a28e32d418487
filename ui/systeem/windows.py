"""Windows: slapen, op slot en een andere gebruiker als vensterberichten; en een venster dat niet te fotograferen is.

Gebouwd naar de documentatie van Microsoft; op Windows zelf is dit niet geprobeerd.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.systeem import Systeem

# Gaat slapen (WM_POWERBROADCAST), en op slot of een andere gebruiker (WM_WTSSESSION_CHANGE).
_WEG = frozenset({(0x0218, 0x4), (0x02B1, 0x7), (0x02B1, 0x2)})
# WDA_EXCLUDEFROMCAPTURE sinds Windows 10 versie 2004; oudere kennen alleen WDA_MONITOR, dat een zwart vlak geeft.
_ZONDER_OPNAME, _ZWART, _GEWOON = 0x11, 0x1, 0x0


def gaat_weg(bericht: int, soort: int) -> bool:
    """Of een bericht van Windows zegt dat iemand weggaat."""
    return (bericht, soort) in _WEG


class Windows(Systeem):
    """Windows 10 en nieuwer."""

    kan_opname_weren = True

    def __init__(self) -> None:
        self._filter: _Filter | None = None

    def luister(self, venster: QWidget, meld: Callable[[], None]) -> None:
        """Vraagt ook om berichten over op slot gaan en wisselen; die komen niet vanzelf."""
        self._filter = _Filter(meld)
        QCoreApplication.instance().installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(venster.winId()), 0)

    def weer_opname(self, venster: QWidget, *, aan: bool) -> None:
        """Kent dit Windows weglaten niet, dan een zwart vlak."""
        if sys.platform == "win32":
            import ctypes

            zet = ctypes.windll.user32.SetWindowDisplayAffinity
            if not zet(int(venster.winId()), _ZONDER_OPNAME if aan else _GEWOON) and aan:
                zet(int(venster.winId()), _ZWART)


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, meld: Callable[[], None]) -> None:
        super().__init__()
        self._meld = meld

    def nativeEventFilter(self, soort: QByteArray | bytes | bytearray | memoryview, bericht: Any) -> object:
        if bytes(soort) == b"windows_generic_MSG":
            from ctypes import wintypes

            van = wintypes.MSG.from_address(int(bericht))
            if gaat_weg(van.message, van.wParam):
                self._meld()
        return False, 0
