"""De bus van Linux (D-Bus): wat systemd-logind en de schermbeveiliging zeggen, en logind vragen even te wachten."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple, cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

_LOGIND_NAAM = "org.freedesktop.login1"
_LOGIND = "/org/freedesktop/login1"
_BEHEER = "org.freedesktop.login1.Manager"


class _Teken(NamedTuple):
    """Een bericht op de bus waaraan te merken is dat iemand weggaat."""

    systeem: bool
    pad: str
    wie: str
    naam: str
    slot: str


_TEKENS = (
    _Teken(True, _LOGIND, _BEHEER, "PrepareForSleep", "ging_aan(bool)"),
    _Teken(False, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "ging_aan(bool)"),
    _Teken(False, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "ging_aan(bool)"),
)
_SESSIE = "org.freedesktop.login1.Session"
# Van sessie wisselen gaat niet over een signaal maar over een eigenschap van de stoel of de sessie.
_EIGENSCHAPPEN = "org.freedesktop.DBus.Properties"


class Oor(QObject):
    """Luistert naar de bus en vertaalt wat er gezegd wordt naar: iemand gaat weg."""

    def __init__(self, ouder: QObject, meld: Callable[[], None]) -> None:
        super().__init__(ouder)
        self._meld, self._sessie = meld, ""
        for teken in _TEKENS:
            bus = QDBusConnection.systemBus() if teken.systeem else QDBusConnection.sessionBus()
            if bus.isConnected():
                # De typen zeggen bytes; PySide6 neemt hier alleen tekst aan.
                bus.connect("", teken.pad, teken.wie, teken.naam, self, cast("bytes", SLOT(teken.slot)))
        self._luister_naar_de_sessie()

    def _luister_naar_de_sessie(self) -> None:
        """Logind zegt dat onze sessie op slot gaat, of (bij wisselen van gebruiker) niet meer actief is.

        Het spreekt daarbij vanaf het pad van die sessie zelf.
        """
        bus = QDBusConnection.systemBus()
        if bus.isConnected() and (sessie := os.environ.get("XDG_SESSION_ID")):
            self._sessie = f"{_LOGIND}/session/{als_padnaam(sessie)}"
            bus.connect("", self._sessie, _SESSIE, "Lock", self, cast("bytes", SLOT("gebeurde()")))
            slot = cast("bytes", SLOT("veranderde(QDBusMessage)"))
            bus.connect("", self._sessie, _EIGENSCHAPPEN, "PropertiesChanged", self, slot)

    @Slot(bool)
    def ging_aan(self, aan: bool) -> None:
        """Slapen of schermbeveiliging: bij het begin telt het, bij het eind niet meer."""
        if aan:
            self._meld()

    @Slot()
    def gebeurde(self) -> None:
        """De sessie ging op slot."""
        self._meld()

    @Slot(QDBusMessage)
    def veranderde(self, _bericht: QDBusMessage) -> None:
        """Iets aan de sessie veranderde. Wat, vragen we na: de inhoud van het bericht is in Python niet te lezen."""
        if not _is_actief(self._sessie):
            self._meld()


def _is_actief(sessie: str) -> bool:
    """Of deze sessie nu op het scherm is; weet logind het niet, dan wel."""
    vraag = QDBusMessage.createMethodCall(_LOGIND_NAAM, sessie, _EIGENSCHAPPEN, "Get")
    vraag.setArguments([_SESSIE, "Active"])
    delen = QDBusConnection.systemBus().call(vraag, timeout=1000).arguments()
    nu = delen[0].variant() if delen and isinstance(delen[0], QDBusVariant) else None
    return nu is not False


def als_padnaam(sessie: str) -> str:
    """De naam van een sessie zoals zij in een pad op de bus staat: andere tekens als _ en twee cijfers."""
    eerste_cijfer = sessie[:1].isdigit()
    tekens = (
        t if t.isascii() and t.isalnum() and not (i == 0 and eerste_cijfer) else f"_{ord(t):02x}"
        for i, t in enumerate(sessie)
    )
    return "".join(tekens)


def vraag_uitstel() -> QDBusMessage | None:
    """Vraagt logind te wachten met slapen zolang het antwoord leeft; zonder logind is dat er niet."""
    bus = QDBusConnection.systemBus()
    if not bus.isConnected():
        return None
    vraag = QDBusMessage.createMethodCall(_LOGIND_NAAM, _LOGIND, _BEHEER, "Inhibit")
    vraag.setArguments(["sleep", "Jeugdteam", "Jeugdteam", "delay"])
    antwoord = bus.call(vraag, timeout=1000)
    return antwoord if antwoord.type() is QDBusMessage.MessageType.ReplyMessage else None
