"""Eén punt van de agenda, en wat er plaatselijk anders aan kan zijn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.productenboek.profiel import Mijlpaal, Rol, Termijn, Termijnsoort
from jeugdteam_app.regels.termijnen import Verschuiving

# De dag staat in het dossier zelf.
AFSPRAAK = Bron("Dit dossier", "de dag die u zelf afsprak")


@dataclass(frozen=True)
class Punt:
    """Eén ding dat op een dag gedaan moet zijn (of, als ``weten``, alleen goed is om te weten)."""

    code: str
    dag: date
    wat: str
    hoofdstuk: str
    bron: Bron
    over: str = ""
    weten: bool = False
    verschoven: Verschuiving | None = None


@dataclass(frozen=True)
class Plaatselijk:
    """Wat hier anders kan zijn dan elders: de regio, en de mijlpalen en termijnen die gemeente of team zelf koos."""

    regio: str = ""
    mijlpalen: Sequence[Mijlpaal] = ()
    termijnen: Sequence[Termijn] = ()
    rol: Rol = Rol.LOKAAL_TEAM

    @property
    def beslist(self) -> bool:
        """Of dit team zelf besluit, of een ander adviseert die dat doet."""
        return self.rol.besluit

    @property
    def praktijk(self) -> bool:
        """Of dit een huisartsenpraktijk is: daar gelden de plichten van een jeugdhulpaanbieder niet (Jeugdwet 2.6)."""
        return self.rol is Rol.POH_JEUGD

    def termijn(self, soort: Termijnsoort, gewoon: int, bron: Bron) -> tuple[int, Bron]:
        """Hoe lang een termijn hier is, en waar dat staat; zonder eigen keuze de gewone."""
        eigen = next((t for t in self.termijnen if t.soort is soort), None)
        if eigen is None:
            return gewoon, bron
        return eigen.aantal, Bron("Gemeente en team", eigen.bron or "de termijn die u zelf koos")

    def kiest(self, soort: Termijnsoort) -> bool:
        """Of deze termijn hier zelf gekozen is."""
        return any(t.soort is soort for t in self.termijnen)
