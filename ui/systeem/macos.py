"""macOS: een venster dat niet te fotograferen is.

Slapen zegt het ons hier niet; de klok merkt dat na het wakker worden.
Gebouwd naar de documentatie van Apple; op een Mac is dit niet geprobeerd.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.systeem.posix import Posix

# NSWindowSharingNone en NSWindowSharingReadOnly.
_NIET_DELEN, _GEWOON = 0, 1


class Macos(Posix):
    """macOS 12 en nieuwer."""

    kan_opname_weren = True

    def weer_opname(self, venster: QWidget, *, aan: bool) -> None:
        """Zegt het venster dat anderen zijn inhoud niet mogen lezen."""
        if sys.platform == "darwin":
            beeld = ctypes.c_void_p(int(venster.winId()))
            raam = _stuur(ctypes.c_void_p)(beeld, _woord("window"))
            if raam:
                zet = _stuur(None, ctypes.c_ulong)
                zet(ctypes.c_void_p(raam), _woord("setSharingType:"), _NIET_DELEN if aan else _GEWOON)


def _objc() -> Any:
    return ctypes.CDLL(ctypes.util.find_library("objc"))


def _woord(naam: str) -> ctypes.c_void_p:
    maak = _objc().sel_registerName
    maak.restype, maak.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
    return ctypes.c_void_p(maak(naam.encode()))


def _stuur(geeft: Any, *neemt: Any) -> Any:
    """``objc_msgSend`` met deze vorm: zij heeft er zelf geen."""
    adres = ctypes.cast(_objc().objc_msgSend, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(geeft, ctypes.c_void_p, ctypes.c_void_p, *neemt)(adres)
