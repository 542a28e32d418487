"""Indelen: een rij die doorloopt op de volgende regel, en een kolom die leesbaar smal blijft."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from ui.bouwstenen.stijl import HUIDIG

LEESBREEDTE = 760


class _Bak(QLayout):
    """Onderdelen op volgorde; waar ze staan, zegt de indeling die hier van erft."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(HUIDIG.ruimte("s"))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, plek: int) -> QLayoutItem | None:
        return self._items[plek] if 0 <= plek < len(self._items) else None

    def takeAt(self, plek: int) -> QLayoutItem | None:
        return self._items.pop(plek) if 0 <= plek < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)


class Losse(_Bak):
    """Onderdelen die zelf weten waar ze staan, zoals vakken in een tekening; de volgorde is die van Tab."""

    def sizeHint(self) -> QSize:
        ouder = self.parentWidget()
        return ouder.minimumSize() if ouder is not None else QSize()

    def minimumSize(self) -> QSize:
        return self.sizeHint()


class Doorlooprij(_Bak):
    """Zet onderdelen naast elkaar en gaat verder op de volgende regel als het niet past."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, breedte: int) -> int:
        return self._leg(QRect(0, 0, breedte, 0), plaatsen=False)

    def setGeometry(self, vlak: QRect) -> None:
        super().setGeometry(vlak)
        self._leg(vlak, plaatsen=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        maat = QSize()
        for item in self._items:
            maat = maat.expandedTo(item.minimumSize())
        return maat

    def _leg(self, vlak: QRect, *, plaatsen: bool) -> int:
        x, y, hoogste = vlak.x(), vlak.y(), 0
        for item in self._items:
            maat = item.sizeHint().boundedTo(QSize(max(vlak.width(), 1), 10_000))
            if x > vlak.x() and x + maat.width() > vlak.right() + 1:
                x, y, hoogste = vlak.x(), y + hoogste + self.spacing(), 0
            if plaatsen:
                item.setGeometry(QRect(QPoint(x, y), maat))
            x += maat.width() + self.spacing()
            hoogste = max(hoogste, maat.height())
        return y + hoogste - vlak.y()


def kolom(ouder: QWidget | None = None, ruimte: str = "m", rand: str = "") -> QVBoxLayout:
    """Een verticale indeling met de maten van het huis."""
    indeling = QVBoxLayout(ouder) if ouder else QVBoxLayout()
    indeling.setSpacing(HUIDIG.ruimte(ruimte))
    maat = HUIDIG.ruimte(rand) if rand else 0
    indeling.setContentsMargins(maat, maat, maat, maat)
    return indeling


def rij(ruimte: str = "s") -> QHBoxLayout:
    """Een horizontale indeling met de maten van het huis."""
    indeling = QHBoxLayout()
    indeling.setSpacing(HUIDIG.ruimte(ruimte))
    indeling.setContentsMargins(0, 0, 0, 0)
    return indeling


def in_volgorde(indeling: QLayout) -> list[QWidget | QLayout]:
    """Wat er in een indeling staat, van voor naar achter.

    Bewust zonder ``itemAt``: wat dat teruggeeft is van Qt, dat het weggooit zonder Python te waarschuwen. Komt er
    daarna een onderdeel op dezelfde plek in het geheugen, dan valt het programma om.
    """
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    vlak = indeling.parentWidget()
    onderdelen: list[QWidget | QLayout] = list(indeling.findChildren(QLayout, options=direct))
    if vlak is not None:
        onderdelen.extend(vlak.findChildren(QWidget, options=direct))
    op_plek = [(indeling.indexOf(onderdeel), onderdeel) for onderdeel in onderdelen]
    return [onderdeel for plek, onderdeel in sorted(op_plek, key=lambda paar: paar[0]) if plek >= 0]


class Blad(QScrollArea):
    """Een rol papier: één kolom, leesbaar smal, met ruimte eromheen."""

    def __init__(self, *, bovenaan: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buiten = QWidget()
        buiten.setObjectName("papier")
        midden = QHBoxLayout(buiten)
        midden.setContentsMargins(*(HUIDIG.ruimte(m) for m in ("l", "l", "l", "xl")))
        self.inhoud = QWidget()
        self.inhoud.setMaximumWidth(HUIDIG.px(LEESBREEDTE))
        self.kolom = kolom(self.inhoud, "l")
        midden.addStretch(1)
        midden.addWidget(self.inhoud, 1000)
        midden.addStretch(1)
        if bovenaan:
            midden.setAlignment(self.inhoud, Qt.AlignmentFlag.AlignTop)
        self.setWidget(buiten)
