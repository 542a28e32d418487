"""De inhoud van een lang blad: elk deel met hoe het ermee staat; kiezen brengt u erheen, in welke volgorde u wilt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.werk.voortgang import Deelstand
from ui.bouwstenen import looproute
from ui.bouwstenen.basis import Kaart, knop
from ui.bouwstenen.iconen import icoon
from ui.bouwstenen.indeling import Doorlooprij
from ui.bouwstenen.stijl import HUIDIG

_STAND = {
    Deelstand.OPEN: ("circle", N_("nog open")),
    Deelstand.BEGONNEN: ("milestone", N_("begonnen, nog niet rond")),
    Deelstand.GEZEGD: ("circle-check", N_("besproken")),
    Deelstand.NIET_BESPROKEN: ("eye-off", N_("niet besproken")),
}


class Inhoud(QWidget):
    """De delen van een blad, als knoppen achter elkaar."""

    def __init__(self) -> None:
        super().__init__()
        self._rij = Doorlooprij(self)
        self._delen: dict[str, tuple[str, QPushButton]] = {}

    def zet(self, naam: str, kop: str, kaart: Kaart) -> None:
        """Zet een deel achteraan."""
        gemaakt = knop(kop, partial(_ga_naar, kaart), "inhoud", "circle")
        gemaakt.setIconSize(QSize(HUIDIG.px(16), HUIDIG.px(16)))
        self._delen[naam] = (kop, gemaakt)
        self._rij.addWidget(gemaakt)

    def toon(self, standen: Mapping[str, Deelstand]) -> None:
        """Zet bij elk deel het beeld en de woorden die erbij horen."""
        for naam, stand in standen.items():
            (kop, gemaakt), beeld, woorden = self._delen[naam], _STAND[stand][0], _(_STAND[stand][1])
            kleur = HUIDIG.kleuren.goed if stand is Deelstand.GEZEGD else HUIDIG.kleuren.zacht
            gemaakt.setIcon(icoon(beeld, kleur))
            gemaakt.setAccessibleName(f"{kop}: {woorden}")
            gemaakt.setToolTip(woorden)


def _ga_naar(kaart: Kaart) -> None:
    """Zet de focus op het eerste van het deel, met de kop in beeld."""
    for onderdeel in looproute.route(kaart):
        onderdeel.setFocus(Qt.FocusReason.TabFocusReason)
        break
    looproute.toon(kaart)
