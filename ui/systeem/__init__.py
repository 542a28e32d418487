"""Wat het besturingssysteem voor de veiligheid doet: één poort, met per systeem een eigen invulling.

Wat een systeem niet kan, doet het niet; het programma werkt dan door en het handboek zegt wat er ontbreekt. In een
proef staat op deze plek een namaaksysteem.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QWidget


class Systeem:
    """Een systeem dat niets bijzonders kan; de andere vullen aan."""

    # Of het systeem kan weren dat een ander programma het venster fotografeert of filmt.
    kan_opname_weren = False

    def luister(self, venster: QWidget, meld: Callable[[], None]) -> None:
        """Roept ``meld`` als de laptop gaat slapen of op slot gaat, of als er een andere gebruiker komt."""

    def vraag_uitstel(self) -> None:
        """Vraagt het systeem even te wachten met slapen, tot ``geef_vrij`` of tot dit geheugen weg is."""

    def geef_vrij(self) -> None:
        """Er is niets meer open: het systeem mag meteen gaan slapen."""

    def weer_opname(self, venster: QWidget, *, aan: bool) -> None:
        """Laat het venster zwart op foto's en films van het scherm, of juist weer niet."""

    def schrijf_geen_geheugen_weg(self) -> None:
        """Valt het programma om, dan komt er geen bestand met wat er in het geheugen stond."""


def dit_systeem() -> Systeem:
    """De invulling voor deze computer."""
    if sys.platform == "win32":
        from ui.systeem.windows import Windows

        return Windows()
    if sys.platform == "darwin":
        from ui.systeem.macos import Macos

        return Macos()
    from ui.systeem.linux import Linux

    return Linux()
