"""De laptop gaat slapen, of iemand zet het scherm op slot: dan gaat de werkplek dicht.

Elk systeem zegt dat anders; wat het zegt, komt hier samen in één signaal. Zegt een systeem niets, dan verraadt de klok
het na het wakker worden: er is dan een gat waarin dit programma niet draaide.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple, cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget

_TIK = 5_000
# Zo lang staat een programma dat draait nooit stil; een klok die iemand vooruit zet, telt dus ook.
_GAT = 60.0


class _Teken(NamedTuple):
    """Een bericht op de bus van Linux waaraan te merken is dat iemand weggaat."""

    systeem: bool
    pad: str
    wie: str
    naam: str
    slot: str


_SESSIE = "/org/freedesktop/login1/session/auto"
_TEKENS = (
    _Teken(True, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "ging_aan(bool)"),
    _Teken(True, _SESSIE, "org.freedesktop.login1.Session", "Lock", "gebeurde()"),
    _Teken(False, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "ging_aan(bool)"),
    _Teken(False, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "ging_aan(bool)"),
)


def maak_klembord_leeg() -> None:
    """Wat uit dit programma is gekopieerd, gaat van het klembord; wat iemand elders kopieerde, blijft staan."""
    klembord = QGuiApplication.clipboard()
    if klembord.ownsClipboard():
        klembord.clear(QClipboard.Mode.Clipboard)
    if klembord.ownsSelection():
        klembord.clear(QClipboard.Mode.Selection)


class Wegwacht(QObject):
    """Meldt dat de laptop gaat slapen of op slot gaat, en op Windows ook dat er een andere gebruiker komt.

    ``ouder`` is op Windows het venster.
    """

    weg = Signal()

    def __init__(self, ouder: QObject, nu: Callable[[], float] = time.time) -> None:
        super().__init__(ouder)
        self._nu = nu
        self._vorige = nu()
        self.klok = QTimer(self)
        self.klok.setInterval(_TIK)
        self.klok.timeout.connect(self._kijk_op_de_klok)
        self._luistert = False
        self._filter: _Windowsfilter | None = None

    def begin(self) -> None:
        """Er is iets open: vanaf nu telt een gat in de tijd, en wat het systeem zegt."""
        if not self._luistert:
            self._luistert = True
            self._luister()
        self._vorige = self._nu()
        self.klok.start()

    def stop(self) -> None:
        """Er is niets open, dus er hoeft niets dicht."""
        self.klok.stop()

    def _luister(self) -> None:
        if sys.platform == "win32":
            import ctypes

            self._filter = _Windowsfilter(self.weg.emit)
            QCoreApplication.instance().installNativeEventFilter(self._filter)
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(cast("QWidget", self.parent()).winId()), 0)
        elif sys.platform.startswith("linux"):
            self._luister_naar_de_bus()

    def _luister_naar_de_bus(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        for teken in _TEKENS:
            bus = QDBusConnection.systemBus() if teken.systeem else QDBusConnection.sessionBus()
            if bus.isConnected():
                # De typen zeggen bytes; PySide6 neemt hier alleen tekst aan.
                bus.connect("", teken.pad, teken.wie, teken.naam, self, cast("bytes", SLOT(teken.slot)))

    @Slot(bool)
    def ging_aan(self, aan: bool) -> None:
        """Slapen of schermbeveiliging: bij het begin telt het, bij het eind niet meer."""
        if aan:
            self.weg.emit()

    @Slot()
    def gebeurde(self) -> None:
        """De sessie ging op slot."""
        self.weg.emit()

    def _kijk_op_de_klok(self) -> None:
        nu = self._nu()
        if nu - self._vorige > _GAT:
            self.weg.emit()
        self._vorige = nu


# Windows: gaat slapen (WM_POWERBROADCAST), en op slot of een andere gebruiker (WM_WTSSESSION_CHANGE).
_WINDOWS = frozenset({(0x0218, 0x4), (0x02B1, 0x7), (0x02B1, 0x2)})


def gaat_weg(bericht: int, soort: int) -> bool:
    """Of een bericht van Windows zegt dat iemand weggaat."""
    return (bericht, soort) in _WINDOWS


class _Windowsfilter(QAbstractNativeEventFilter):
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
