"""Een tekening bij iets, of een handtekening: zetten, laten zien en weer weghalen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jeugdteam_app.dossier.schets import Schets
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import knop, leeg, tekst
from ui.bouwstenen.indeling import kolom, rij
from ui.tekeningen.tekenvlak import Tekenvlak


class Tekening(QWidget):
    """Eerst een knop, dan een vlak om in te tekenen, en daarna wat er getekend is.

    ``lees`` geeft wat er staat en een regel eronder, ``schrijf`` bewaart een nieuwe tekening (leeg: weghalen).
    """

    def __init__(
        self, naam: str, zetten: str, lees: Callable[[], tuple[Schets, str]], schrijf: Callable[[Schets], object]
    ) -> None:
        super().__init__()
        self._naam, self._zetten, self._lees, self._schrijf = naam, zetten, lees, schrijf
        self._kolom = kolom(self, "s")
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self.ververs()

    def ververs(self) -> None:
        """Toont wat er nu staat."""
        self._bezig = False
        leeg(self._kolom)
        schets, regel = self._staat_er = self._lees()
        knoppen = rij("s")
        if schets:
            self._kolom.addWidget(Tekenvlak(self._naam, schets, vast=True))
            knoppen.addWidget(knop(_("Weghalen: {wat}").format(wat=self._naam), lambda: self._bewaar(()), "stil"))
        else:
            knoppen.addWidget(knop(self._zetten, self._begin, "stil", "plus"))
        if regel:
            self._kolom.addWidget(tekst(regel, "zacht"))
        knoppen.addStretch(1)
        self._kolom.addLayout(knoppen)

    def bij(self) -> None:
        """Toont opnieuw wat er staat als dat anders is, behalve als er net getekend wordt."""
        if not self._bezig and self._lees() != self._staat_er:
            self.ververs()

    def _begin(self) -> None:
        self._bezig = True
        leeg(self._kolom)
        vlak = Tekenvlak(self._naam)
        self._kolom.addWidget(vlak)
        knoppen = rij("s")
        klaar = knop(_("Klaar met tekenen"), lambda: self._bewaar(vlak.schets), "hoofd")
        klaar.setEnabled(False)
        vlak.veranderd.connect(lambda: klaar.setEnabled(bool(vlak.schets)))
        for gemaakt in (klaar, knop(_("Wissen"), vlak.wis, "stil"), knop(_("Toch niet"), self.ververs, "stil")):
            knoppen.addWidget(gemaakt)
        knoppen.addStretch(1)
        self._kolom.addLayout(knoppen)
        vlak.setFocus()

    def _bewaar(self, schets: Schets) -> None:
        self._schrijf(schets)
        self.ververs()
