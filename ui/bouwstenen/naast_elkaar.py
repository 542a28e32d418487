"""Teksten in even brede kolommen, om ze te vergelijken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.bouwstenen.basis import tekst
from ui.bouwstenen.stijl import HUIDIG


class Kolomtekst(NamedTuple):
    """Wat in één kolom staat, met erboven van wie of wanneer het is (mag leeg)."""

    inhoud: str
    kop: str = ""


def naast_elkaar(kolommen: Sequence[Kolomtekst]) -> QWidget:
    """De teksten naast elkaar; een voorleesprogramma hoort bij elke tekst ook de kop."""
    vak = QWidget()
    rooster = QGridLayout(vak)
    rooster.setContentsMargins(0, 0, 0, 0)
    rooster.setHorizontalSpacing(HUIDIG.ruimte("l"))
    for plek, (inhoud, kop) in enumerate(kolommen):
        rooster.setColumnStretch(plek, 1)
        if kop:
            rooster.addWidget(tekst(kop, "zacht"), 0, plek)
        label = tekst(inhoud)
        if kop:
            label.setAccessibleName(f"{kop}: {inhoud}")
        rooster.addWidget(label, 1, plek, Qt.AlignmentFlag.AlignTop)
    return vak
