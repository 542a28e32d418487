"""Iconen uit één set (Lucide), in de kleur van het thema. Een icoon staat nooit alleen: er hoort een naam bij."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPixmap

from jeugdteam_app.kern.plaatsen import MIDDELEN
from ui.bouwstenen.stijl import HUIDIG

_ZIJDEN = ("width", "height")


def icoon(naam: str, kleur: str = "") -> QIcon:
    """Het icoon als QIcon."""
    return QIcon(plaatje(naam, kleur=kleur))


def plaatje(naam: str, maat: int = 20, kleur: str = "") -> QPixmap:
    """Het icoon als plaatje, scherp op dubbele dichtheid."""
    bron = (MIDDELEN / "iconen" / f"{naam}.svg").read_text(encoding="utf-8")
    groot = HUIDIG.px(maat) * 2
    for oud, nieuw in (
        ("currentColor", kleur or HUIDIG.kleuren.inkt),
        *((f'{z}="24"', f'{z}="{groot}"') for z in _ZIJDEN),
    ):
        bron = bron.replace(oud, nieuw)
    beeld = QPixmap()
    beeld.loadFromData(bron.encode())
    beeld.setDevicePixelRatio(2)
    return beeld
