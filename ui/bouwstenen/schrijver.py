"""De verbinding tussen een veld op het scherm en het dossier.

Typen bewaart een concept, binnen een seconde. Een wijziging wordt pas geschreven bij het verlaten van het
veld, na een pauze, of als iets anders erom vraagt. Tonen schrijft nooit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.journaal.wijziging import Plaats
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, Onbekend
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.werk import schrijven, toewijzen
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin

P = ParamSpec("P")


@dataclass(frozen=True)
class Band:
    """Aan welk veld een onderdeel vastzit; ``deel`` als het een stuk is van een besluit dat als geheel telt."""

    sleutel: str
    veld: Veld[Any]
    deel: str = ""

    @property
    def plaats(self) -> Plaats:
        """Waar het concept staat."""
        naam = f"{self.veld.id}#{self.deel}" if self.deel else self.veld.id
        return Plaats(self.sleutel, naam)


class Schrijver(QObject):
    """Schrijft voor één dossier en meldt wat er gebeurde."""

    opgeslagen = Signal(str)
    mislukt = Signal(str)
    gelukt = Signal(str)
    herbouwen = Signal()
    ga_naar = Signal(str)
    naar_hoofdstuk = Signal(str)
    klaar = Signal()
    veranderd = Signal()

    def __init__(
        self,
        werkplek: Werkplek,
        dossier: str,
        half: dict[Plaats, str] | None = None,
        ingehaald: frozenset[Plaats] = frozenset(),
    ) -> None:
        super().__init__()
        self.werkplek = werkplek
        self.id = dossier
        self.half = half or {}
        # Waar iemand half typte en een collega intussen schreef: dat gaat daar niet vanzelf overheen.
        self.ingehaald = ingehaald
        self._dicht = False

    def sluit(self) -> None:
        """De werkplek gaat dicht: wat een scherm nog nazendt, gaat nergens meer heen."""
        self._dicht = True

    @property
    def dossier(self) -> Dossier:
        """Het dossier zoals het nu is."""
        return self.werkplek.dossier(self.id)

    def lees(self, band: Band) -> Feit[Any]:
        """Wat er in het veld staat."""
        feit = self.dossier.lees(band.sleutel, band.veld)
        if not band.deel or isinstance(feit, Conflict):
            return feit
        waarde = getattr(feit.waarde, band.deel) if isinstance(feit, Bekend) else None
        return Onbekend() if waarde in (None, "") else Bekend(waarde)

    def concept(self, band: Band, tekst: str) -> None:
        """Bewaart wat er nu getypt staat."""
        if self._dicht:
            return
        try:
            schrijven.bewaar_concept(self.werkplek, self.id, band.plaats, tekst)
        except Fout as fout:
            self.mislukt.emit(zin(fout))
        else:
            self._meld_opgeslagen()

    def onthoud_half(self, band: Band, tekst: str) -> None:
        """Bewaart iets dat nog niet klopt, zodat het nergens verdwijnt."""
        self.half[band.plaats] = tekst
        self.concept(band, tekst)

    def vergeet_half_van(self, voorwerp: str) -> None:
        """Wat half stond in iets dat is weggehaald, is met dat voorwerp weg."""
        self.half = {plaats: tekst for plaats, tekst in self.half.items() if plaats.voorwerp != voorwerp}

    def vergeet_half(self, band: Band) -> None:
        """Wat er half stond, hoeft niet meer."""
        self.half.pop(band.plaats, None)
        schrijven.vergeet_concept(self.werkplek, self.id, band.plaats)

    def schrijf(self, band: Band, feit: Feit[Any]) -> bool:
        """Legt een veld vast. Geeft of dat gelukt is."""
        if self._dicht:
            return True
        try:
            if band.deel:
                waarde = feit.waarde if isinstance(feit, Bekend) else _leeg(band)
                nieuw = self._schrijf_deel(band, waarde)
            else:
                nieuw = schrijven.leg_vast(self.werkplek, self.id, {(band.sleutel, band.veld): feit})
        except Fout as fout:
            self.mislukt.emit(zin(fout))
            return False
        self.half.pop(band.plaats, None)
        if nieuw:
            self._meld_opgeslagen()
            self.veranderd.emit()
        return True

    def _schrijf_deel(self, band: Band, waarde: Any) -> bool:
        """Een deel van een ontwerp heeft eigen regels, zoals wat vervalt als het in iets anders telt."""
        if band.veld is Toegewezen.inhoud:
            return toewijzen.wijzig(self.werkplek, self.id, band.sleutel, **{band.deel: waarde})
        return schrijven.leg_deel_vast(self.werkplek, self.id, band.sleutel, band.veld, **{band.deel: waarde})

    def kies(self, band: Band, geheel: Any) -> None:
        """Lost een conflict in een besluit op door één van de stemmen als geheel te kiezen."""
        if self.schrijf(Band(band.sleutel, band.veld), Bekend(geheel)):
            self.herbouwen.emit()

    def doe(self, handeling: Callable[Concatenate[Werkplek, str, P], object], *wat: P.args, **hoe: P.kwargs) -> bool:
        """Doet iets met dit dossier. Lukt het niet, dan staat er waarom; geeft of het gelukt is."""
        try:
            handeling(self.werkplek, self.id, *wat, **hoe)
        except Fout as fout:
            self.mislukt.emit(zin(fout))
            return False
        return True

    def meld_veranderd(self) -> None:
        """Na een handeling die niet via een veld liep, zoals iets toevoegen aan een lijst."""
        self._meld_opgeslagen()
        self.veranderd.emit()

    def _meld_opgeslagen(self) -> None:
        self.opgeslagen.emit(f"{self.werkplek.klok.nu().astimezone():%H:%M:%S}")


def _leeg(band: Band) -> Any:
    """De beginwaarde van een deel dat leeg is gemaakt."""
    return getattr(band.veld.vorm(), band.deel)
