"""Gesprekken: wanneer, met wie, wat er gezegd is en wat is afgesproken."""

from __future__ import annotations

from jeugdteam_app.kern.taal import _
from ui.bouwstenen.formulier import Hoofdstukblad
from ui.bouwstenen.gesprekken import gesprekslijst
from ui.bouwstenen.schrijver import Schrijver
from ui.hoofdstukken.gesprekken.aantekening import Aantekening
from ui.hoofdstukken.gesprekken.bijlagen import Bijlagen


class Blad(Hoofdstukblad):
    """De gesprekken met dit gezin."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Schrijf op wat er gezegd en afgesproken is. Het gezin mag dit lezen.")
        super().__init__(schrijver, _("Gesprekken"), uitleg)
        kaart = self.kaart(_("Gesprekken met dit gezin"), _("Ze staan bij alle kinderen van dit gezin."))
        kaart.kolom.addWidget(gesprekslijst(schrijver))
        self.kolom.addWidget(Bijlagen(schrijver))
        self._aantekening = Aantekening(schrijver)
        self.kolom.addWidget(self._aantekening)

    def verzegel(self) -> bool:
        self._aantekening.bewaar()
        return super().verzegel()
