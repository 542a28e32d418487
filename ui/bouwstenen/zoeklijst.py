"""Een lange lijst waarin je zoekt: een zoekveld, hoeveel er zijn, en niet meer dan een scherm tegelijk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jeugdteam_app.kern.taal import _, ngettext
from ui.bouwstenen.basis import Uitklapper, knop, leeg, links, tekst
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.invoer import label_bij
from ui.bouwstenen.stijl import HUIDIG

PER_KEER = 25


class Treffer(NamedTuple):
    """Een regel van de lijst: wat er staat, waar je op zoekt, en wat eronder komt als je hem opent."""

    opschrift: str
    zoektekst: str
    vul: Callable[[QVBoxLayout], None]


class Zoeklijst(QWidget):
    """Zoekt in alle woorden van een regel; wat eronder hoort, wordt pas gemaakt als iemand de regel opent."""

    def __init__(self, opschrift: str, beeld: str) -> None:
        super().__init__()
        self._beeld, self._alles, self._hoeveel = beeld, tuple[Treffer, ...](), PER_KEER
        buiten = kolom(self, "s")
        self.zoek = QLineEdit()
        buiten.addWidget(label_bij(self.zoek, opschrift))
        buiten.addWidget(self.zoek)
        self._aantal = tekst("", "zacht")
        buiten.addWidget(self._aantal)
        self._regels = kolom(None, "s")
        buiten.addLayout(self._regels)
        self._meer = knop(_("Toon er meer"), self._toon_meer, "stil", "chevron-down")
        links(buiten, self._meer)
        self.zoek.textChanged.connect(lambda _tekst: self._opnieuw())

    def zet(self, treffers: Sequence[Treffer]) -> None:
        """Vervangt de hele lijst; wat iemand zocht, blijft staan."""
        self._alles = tuple(treffers)
        self._opnieuw()

    def _gevonden(self) -> list[Treffer]:
        woorden = self.zoek.text().lower().split()
        return [t for t in self._alles if all(w in t.zoektekst.lower() for w in woorden)]

    def _opnieuw(self) -> None:
        self._hoeveel = PER_KEER
        leeg(self._regels)
        gevonden = self._gevonden()
        zin = ngettext("{aantal} gevonden", "{aantal} gevonden", len(gevonden)).format(aantal=len(gevonden))
        self._aantal.setText(zin)
        self._zet(gevonden[:PER_KEER], len(gevonden))

    def _toon_meer(self) -> None:
        gevonden = self._gevonden()
        self._zet(gevonden[self._hoeveel : self._hoeveel + PER_KEER], len(gevonden))
        self._hoeveel += PER_KEER

    def _zet(self, treffers: Sequence[Treffer], alle: int) -> None:
        for treffer in treffers:
            self._regels.addWidget(_regel(treffer, self._beeld))
        self._meer.setVisible(self._regels.count() < alle)


def _regel(treffer: Treffer, beeld: str) -> Uitklapper:
    regel = Uitklapper(treffer.opschrift, beeld, HUIDIG.kleuren.accent)

    regel.vul_bij_openen(treffer.vul)
    return regel
