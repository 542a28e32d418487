"""Een tekening bij iets, of een handtekening: zetten, laten zien en weer weghalen."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from jeugdteam_app.dossier.schets import Schets, lees_schets
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import knop, leeg, tekst
from ui.bouwstenen.indeling import kolom, rij
from ui.bouwstenen.invoer import Typklok
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.velden import Bewaart
from ui.tekeningen.tekenvlak import Tekenvlak


class Tekening(Bewaart):
    """Eerst een knop, dan een vlak om in te tekenen, en daarna wat er getekend is.

    ``lees`` geeft wat er staat en een regel eronder, ``schrijf`` bewaart een nieuwe tekening (leeg: weghalen). Wat
    nog niet klaar is, blijft als concept bij ``band`` staan, ook als het scherm of de werkplek dicht gaat.
    """

    def __init__(
        self,
        schrijver: Schrijver,
        band: Band,
        naam: str,
        zetten: str,
        lees: Callable[[], tuple[Schets, str]],
        schrijf: Callable[[Schets], object],
    ) -> None:
        super().__init__()
        self._schrijver, self._band = schrijver, band
        self._naam, self._zetten, self._lees, self._schrijf = naam, zetten, lees, schrijf
        self._vlak: Tekenvlak | None = None
        self._klok = Typklok(self)
        self._klok.nu.connect(self.verzegel)
        self._kolom = kolom(self, "s")
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self.ververs()
        if half := lees_schets(schrijver.half.get(band.plaats, "")):
            self._begin(half)

    def ververs(self) -> None:
        """Toont wat er nu staat."""
        self._vlak = None
        leeg(self._kolom)
        schets, regel = self._staat_er = self._lees()
        knoppen = rij("s")
        if schets:
            self._kolom.addWidget(Tekenvlak(self._naam, schets, vast=True))
            knoppen.addWidget(knop(_("Weghalen: {wat}").format(wat=self._naam), lambda: self._bewaar(()), "stil"))
        else:
            knoppen.addWidget(knop(self._zetten, partial(self._begin), "stil", "plus"))
        if regel:
            self._kolom.addWidget(tekst(regel, "zacht"))
        knoppen.addStretch(1)
        self._kolom.addLayout(knoppen)

    def bij(self) -> None:
        """Toont opnieuw wat er staat als dat anders is, behalve als er net getekend wordt."""
        if self._vlak is None and self._lees() != self._staat_er:
            self.ververs()

    def verzegel(self) -> None:
        """Bewaart wat er getekend is en nog niet klaar is."""
        self._klok.stop()
        if self._vlak is not None and self._vlak.schets:
            self._schrijver.onthoud_half(self._band, json.dumps(self._vlak.schets))

    def _begin(self, schets: Schets = ()) -> None:
        leeg(self._kolom)
        self._vlak = vlak = Tekenvlak(self._naam, schets)
        self._kolom.addWidget(vlak)
        knoppen = rij("s")
        klaar = knop(_("Klaar met tekenen"), lambda: self._bewaar(vlak.schets), "hoofd")
        klaar.setEnabled(bool(schets))
        vlak.veranderd.connect(lambda: klaar.setEnabled(bool(vlak.schets)))
        vlak.veranderd.connect(self._klok.getypt)
        for gemaakt in (klaar, knop(_("Wissen"), vlak.wis, "stil"), knop(_("Toch niet"), self._toch_niet, "stil")):
            knoppen.addWidget(gemaakt)
        knoppen.addStretch(1)
        self._kolom.addLayout(knoppen)
        vlak.setFocus()

    def _toch_niet(self) -> None:
        self._klok.stop()
        self._schrijver.vergeet_half(self._band)
        self.ververs()

    def _bewaar(self, schets: Schets) -> None:
        self._klok.stop()
        self._vlak = None
        self._schrijf(schets)
        self._schrijver.vergeet_half(self._band)
        self.ververs()
