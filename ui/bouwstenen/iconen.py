"""Iconen uit één set (Lucide), in de kleur van het thema. Een icoon staat nooit alleen: er hoort een naam bij."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jeugdteam_app.kern.plaatsen import MIDDELEN
from ui.bouwstenen.stijl import HUIDIG


def icoon(naam: str, kleur: str = "") -> QIcon:
    """Het icoon als QIcon."""
    return QIcon(plaatje(naam, kleur=kleur))


def plaatje(naam: str, maat: int = 20, kleur: str = "") -> QPixmap:
    """Het icoon als plaatje, scherp op dubbele dichtheid."""
    bron = (MIDDELEN / "iconen" / f"{naam}.svg").read_text(encoding="utf-8")
    gekleurd = bron.replace("currentColor", kleur or HUIDIG.kleuren.inkt)
    groot = HUIDIG.px(maat) * 2
    beeld = QPixmap(groot, groot)
    beeld.fill(Qt.GlobalColor.transparent)
    schilder = QPainter(beeld)
    QSvgRenderer(QByteArray(gekleurd.encode())).render(schilder)
    schilder.end()
    beeld.setDevicePixelRatio(2)
    return beeld
