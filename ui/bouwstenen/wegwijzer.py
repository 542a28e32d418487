"""Waar de bronnen van de regio op dit moment op wijzen: dichtgevouwen, tot iemand het wil lezen."""

from __future__ import annotations

from jeugdteam_app.kern.taal import _
from jeugdteam_app.regels.regel import Hoofdstuk
from jeugdteam_app.werk import advies
from ui.bouwstenen.basis import Uitklapper, leeg
from ui.bouwstenen.redenen import zet_redenen
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG


class Wegwijzer(Uitklapper):
    """De regels die bij dit hoofdstuk en deze feiten de weg wijzen; zonder regels is er niets te zien."""

    def __init__(self, schrijver: Schrijver, hoofdstuk: str) -> None:
        super().__init__("", "compass", HUIDIG.kleuren.accent)
        self._schrijver, self._hoofdstuk = schrijver, Hoofdstuk(hoofdstuk)
        # Verborgen tot het blad er is: zonder ouder zou het een eigen venster worden.
        self.hide()

    def ververs(self) -> None:
        """Zoekt opnieuw uit wat er speelt."""
        leeg(self.kolom)
        redenen = advies.wegwijzers(self._schrijver.werkplek, self._schrijver.id, self._hoofdstuk)
        self.zet_opschrift(_("Waar uw regio hier op wijst ({aantal})").format(aantal=len(redenen)))
        zet_redenen(self.kolom, redenen)
        self.setVisible(bool(redenen))
