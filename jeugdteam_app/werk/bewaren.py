"""Hoe lang een dossier bewaard moet worden, per soort bestand, gerekend vanaf de laatste wijziging.

Hulp: twintig jaar (Jeugdwet 7.3.8). Praktijk: twintig jaar (BW 7:454). Voor alleen toegang geldt de selectielijst van
de gemeente; die staat hier niet vast, dus zonder eigen termijn in het profiel is zij onbekend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jeugdteam_app.dossier.gesprek import Contact, over_alleen_anderen
from jeugdteam_app.dossier.gezin import Afscherming, Jeugdige
from jeugdteam_app.dossier.velden import Stroomsoort
from jeugdteam_app.journaal.wijziging import POSITIE, Wijziging, WijzigingId
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.periode import plus_maanden
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag.journaal import Stroom
from jeugdteam_app.werk import instellingen
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.werkplek import Werkplek

_JEUGDWET = Bron("Jeugdwet", "artikel 7.3.8: twintig jaar vanaf de laatste wijziging")
_WGBO = Bron("Burgerlijk Wetboek", "artikel 7:454: twintig jaar vanaf de laatste wijziging")
_SELECTIELIJST = Bron("Gemeente en team", "de bewaartermijn uit de selectielijst van uw gemeente")
_JAREN = 20


@dataclass(frozen=True)
class Bewaartermijn:
    """Tot wanneer een dossier bewaard moet blijven. ``tot`` is ``None`` als de termijn niet bekend is."""

    dossier: str
    laatste_wijziging: date
    tot: date | None
    bron: Bron

    def is_voorbij(self, op: date) -> bool:
        """Of de termijn bekend is en op deze dag voorbij."""
        return self.tot is not None and self.tot <= op


@dataclass(frozen=True)
class Voorbij:
    """Een dossier waarvan de termijn voorbij is."""

    dossier: str
    tot: date
    bron: Bron


def termijn(werkplek: Werkplek, dossier: str) -> Bewaartermijn:
    """De bewaartermijn van een dossier, met waar zij vandaan komt."""
    stroom = journaal.stroom(werkplek.kluis, dossier)
    # Wat na vandaag geschreven zou zijn, kwam van een klok die vooruit liep: dan telt vandaag.
    laatste = min(_laatste_wijziging(werkplek, stroom), werkplek.vandaag)
    jaren, bron = _regel(Stroomsoort(stroom.soort), instellingen.profiel(werkplek).bewaren_toegang_jaren)
    # Stond de klok zo verkeerd dat de laatste wijziging niet te weten is, dan is de termijn dat ook niet.
    tot = plus_maanden(laatste, 12 * jaren) if jaren is not None and laatste >= journaal.VROEGST else None
    return Bewaartermijn(dossier, laatste, tot, bron)


# Of dit hetzelfde kind is als in een ander dossier, is geen wijziging van wat er over het kind staat.
_GEEN_WIJZIGING = frozenset((Jeugdige.zelfde_als.id, Jeugdige.niet_zelfde_als.id))
_ALS_LAATSTE = "9999"


def _laatste_wijziging(werkplek: Werkplek, stroom: Stroom) -> date:
    elders = over_alleen_anderen(werkplek.stand(stroom.gezin), stroom.id)
    per_gesprek: dict[str, list[Wijziging]] = {gesprek: [] for gesprek in elders}
    if elders:
        for w in journaal.lees_met_leeggemaakt(werkplek.kluis, stroom.gezin):
            gesprek = w.plaats.voorwerp.removeprefix(f"{Afscherming.soort}:")
            if gesprek in per_gesprek:
                per_gesprek[gesprek].append(w)
    niet = {id for rij in per_gesprek.values() for id in _niet_van(stroom.id, rij)}
    return journaal.laatste_wijziging(werkplek.kluis, stroom.id, niet, _GEEN_WIJZIGING)


def _niet_van(kind: str, rij: Sequence[Wijziging]) -> Iterator[WijzigingId]:
    """Wat er aan een gesprek geschreven is terwijl het niet (meer) over dit kind ging, op volgorde van opschrijven.

    Dat het niet meer over dit kind gaat, is zelf nog wel een wijziging van zijn dossier. Ook op een laptop waar alleen
    nog staat over wie het gaat: dan is niet te zien of het ooit over dit kind ging, en bewaren wij liever langer.
    """
    begon = {w.handeling for w in rij if w.plaats.veld == POSITIE}
    # Staat bij het begin al over wie het gaat, dan was het nooit van dit kind.
    was_van_hem = not any(_gaat_over_anderen(w, kind) and w.handeling in begon for w in rij)
    for w in _op_volgorde(rij):
        nu_van_hem = was_van_hem
        if w.plaats.veld == Contact.over_kind.id:
            nu_van_hem = not _gaat_over_anderen(w, kind)
        if not (was_van_hem or nu_van_hem):
            yield w.id
        was_van_hem = nu_van_hem


def _gaat_over_anderen(w: Wijziging, kind: str) -> bool:
    over = w.waarde.get("b") or ()
    return w.plaats.veld == Contact.over_kind.id and bool(over) and kind not in over


def _op_volgorde(rij: Iterable[Wijziging]) -> list[Wijziging]:
    """Zoals het is opgeschreven, ook als het hier in een andere volgorde binnenkwam.

    Op één apparaat telt de teller; tussen apparaten de tijd. Liep een klok zo ver achter dat de tijd niet te weten is,
    dan ging het gesprek tot het laatst over ieder: zo eindigt de termijn nooit te vroeg.
    """
    klok: dict[str, str] = {}
    wanneer: dict[WijzigingId, str] = {}
    for w in sorted(rij, key=lambda w: w.id):
        onbekend = w.plaats.veld == Contact.over_kind.id and w.tijd < str(journaal.VROEGST)
        tijd = _ALS_LAATSTE if onbekend else w.tijd
        klok[w.id.apparaat] = wanneer[w.id] = max(tijd, klok.get(w.id.apparaat, ""))
    return sorted(rij, key=lambda w: (wanneer[w.id], w.id))


def voorbij(werkplek: Werkplek) -> Iterator[Voorbij]:
    """De dossiers waarvan de bewaartermijn voorbij is."""
    for dossier in leesbare_dossiers(werkplek):
        van = termijn(werkplek, dossier.id)
        if van.tot is not None and van.is_voorbij(werkplek.vandaag):
            yield Voorbij(dossier.id, van.tot, van.bron)


def _regel(soort: Stroomsoort, toegang: int | None) -> tuple[int | None, Bron]:
    match soort:
        case Stroomsoort.HULP:
            return _JAREN, _JEUGDWET
        case Stroomsoort.PRAKTIJK:
            return _JAREN, _WGBO
    return toegang, _SELECTIELIJST
