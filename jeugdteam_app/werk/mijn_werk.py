"""Mijn werk: wat er in alle dossiers aan de beurt is, in één lijst."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Gezin, Jeugdige
from jeugdteam_app.dossier.lopend import gaat_door, is_overleden, lopend, twee_wijzigingen
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.punt import Plaatselijk, Punt
from jeugdteam_app.werk import bewaren, instellingen, nummers, overdragen
from jeugdteam_app.werk import dubbel as dubbel_werk
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.verantwoordelijk import is_overgedragen
from jeugdteam_app.werk.voortgang import hoofdstukken_met_keuze
from jeugdteam_app.werk.werkplek import Werkplek

_BINNENKORT = timedelta(days=14)


class Wanneer(StrEnum):
    """Hoe dringend iets is, gezien vanaf vandaag."""

    TE_LAAT = "te_laat"
    VANDAAG = "vandaag"
    BINNENKORT = "binnenkort"
    LATER = "later"


class Stand(StrEnum):
    """Wat voor punt het is: iets om te doen, iets waar een gezin op wacht, iets dat klaar is, een tegenspraak."""

    TE_DOEN = "te_doen"
    WACHT = "wacht"
    BEANTWOORD = "beantwoord"
    TEGENSPRAAK = "tegenspraak"
    WETEN = "weten"


_STANDEN = {
    "start": Stand.WACHT, "wachten": Stand.WACHT, "te-lang": Stand.WACHT, "onderzoek": Stand.WACHT,
    "geen-retour": Stand.WACHT, "overdracht": Stand.WACHT, "beantwoord": Stand.BEANTWOORD,
    "tegenspraak": Stand.TEGENSPRAAK,
}  # fmt: skip


@dataclass(frozen=True)
class Taak:
    """Eén ding dat aan de beurt is, met bij wie het hoort."""

    dossier: str
    naam: str
    gezin: str
    punt: Punt
    wanneer: Wanneer

    @property
    def stand(self) -> Stand:
        """Waar het bij hoort in de lijst."""
        return _STANDEN.get(self.punt.code, Stand.WETEN if self.punt.weten else Stand.TE_DOEN)


def mijn_werk(werkplek: Werkplek) -> tuple[Taak, ...]:
    """Alles wat open staat, het dringendste eerst. Een dossier dat niet te lezen is, houdt de rest niet tegen."""
    hier = plaatselijk(werkplek)
    taken: tuple[Taak, ...] = tuple(
        t
        for d in leesbare_dossiers(werkplek)
        if not is_overgedragen(werkplek, d.id) or not overdragen.is_aangekomen(werkplek, d.id)
        for t in _taken(d, werkplek.vandaag, hier)
    )
    over_alles = (_dubbele, _dubbele_nummers, _bewaartermijnen, _overdrachten, _gesloten_woonplekken)
    taken = (*taken, *(t for zoek in over_alles for t in zoek(werkplek)))
    return tuple(sorted(taken, key=lambda t: (t.punt.dag, t.naam, t.punt.code)))


def plaatselijk(werkplek: Werkplek) -> Plaatselijk:
    """Wat in deze regio en bij dit team anders kan zijn."""
    profiel = instellingen.profiel(werkplek)
    return Plaatselijk(instellingen.boek(werkplek).regels, profiel.mijlpalen, profiel.termijnen, profiel.rol)


def _taken(dossier: Dossier, vandaag: date, hier: Plaatselijk) -> Iterator[Taak]:
    for punt in (*_tegenspraken(dossier, vandaag), *agenda(dossier, vandaag, hier)):
        yield _taak(dossier, punt, vandaag)


def _tegenspraken(dossier: Dossier, vandaag: date) -> Iterator[Punt]:
    """Twee antwoorden op één plek: daar kiest vandaag iemand uit, in het hoofdstuk waar het staat."""
    bron = Bron("Samenwerken", "twee mensen schreven tegelijk iets anders")
    for hoofdstuk in hoofdstukken_met_keuze(dossier):
        yield Punt("tegenspraak", vandaag, N_("Kies uit twee antwoorden"), hoofdstuk, bron)


def _dubbele(werkplek: Werkplek) -> Iterator[Taak]:
    """Dossiers die van hetzelfde kind kunnen zijn, ook na het samenvoegen met wat een collega stuurde."""
    bron = Bron("Samenwerken", "twee dossiers met hetzelfde bsn, of dezelfde naam en geboortedag")
    for dossier, dubbel in dubbel_werk.alle_nieuwe(werkplek):
        wat = N_("Kijk of dit hetzelfde kind is als in een ander dossier")
        punt = Punt("dubbel", werkplek.vandaag, wat, "aanmelding", bron, dubbel.gezin or dubbel.naam)
        yield _taak(dossier, punt, werkplek.vandaag)


def _dubbele_nummers(werkplek: Werkplek) -> Iterator[Taak]:
    """Twee toewijzingen met één nummer: geen van beide kan zo naar een aanbieder."""
    bron = Bron("iJw 3.2", "TR332: elk toewijzingnummer is uniek")
    wat = N_("Twee toewijzingen hebben hetzelfde nummer. Trek er een in en stel die opnieuw vast")
    for nummer, alle in nummers.dubbel(werkplek).items():
        for dossier, _een in alle:
            if twee_wijzigingen(dossier):
                # Eerst kiest iemand welke wijziging geldt; dan is er weer één.
                continue
            yield _taak(
                dossier, Punt("nummer", werkplek.vandaag, wat, "toewijzing", bron, str(nummer)), werkplek.vandaag
            )


def _bewaartermijnen(werkplek: Werkplek) -> Iterator[Taak]:
    for termijn in bewaren.voorbij(werkplek):
        wat = N_("De bewaartermijn is voorbij. Vernietig het dossier, of schrijf op waarom niet")
        punt = Punt("bewaren", termijn.tot, wat, "overhandigen", termijn.bron)
        yield _taak(werkplek.dossier(termijn.dossier), punt, werkplek.vandaag)


def _overdrachten(werkplek: Werkplek) -> Iterator[Taak]:
    """Een overdracht zonder bewijs van ontvangst, en wat de vorige collega na een overdracht nog schreef."""
    bron = Bron("Samenwerken", "na een overdracht is altijd iemand verantwoordelijk, en valt er niets stil weg")
    for dossier in leesbare_dossiers(werkplek):
        weg = is_overgedragen(werkplek, dossier.id)
        if weg and not overdragen.is_aangekomen(werkplek, dossier.id):
            wat = N_("Vraag uw collega om het bewijs van ontvangst. Tot dan blijft het werk ook bij u")
            punt = Punt("overdracht", werkplek.vandaag, wat, "overhandigen", bron)
            yield _taak(dossier, punt, werkplek.vandaag)
        if later := overdragen.nagekomen(werkplek, dossier.id):
            wat = N_("Lees na wat uw collega na de overdracht nog schreef")
            punt = Punt("nagekomen", werkplek.vandaag, wat, "overhandigen", bron, later[0].auteur)
            yield _taak(dossier, punt, werkplek.vandaag)


def _gesloten_woonplekken(werkplek: Werkplek) -> Iterator[Taak]:
    """Een woonplek die stopte zonder dat is opgeschreven waarom zij nodig was en wat haar had voorkomen."""
    bron = Bron(
        "Onze keuze", "twee weken na het einde; wat een woonplek had voorkomen, leert iets voor een volgend kind"
    )
    for dossier in leesbare_dossiers(werkplek):
        if is_overleden(dossier):
            continue
        for een in lopend(dossier):
            gestopt = waarde(een.item.gestopt_op)
            af = waarde(een.item.waarom_geplaatst) and waarde(een.item.wat_had_voorkomen)
            verder = een.is_verwijderd or gaat_door(dossier, een)
            if gestopt and not af and not verder and een.inhoud.woonplek:
                wat = N_("Schrijf op waarom deze woonplek nodig was, en wat dat had kunnen voorkomen")
                dag = gestopt + timedelta(weeks=2)
                yield _taak(
                    dossier, Punt("woonplek", dag, wat, "toewijzing", bron, een.inhoud.productnaam), werkplek.vandaag
                )


def _taak(dossier: Dossier, punt: Punt, vandaag: date) -> Taak:
    naam, gezin = dossier.een(Jeugdige).aanspreeknaam, waarde_of(dossier.een(Gezin).naam, "")
    return Taak(dossier.id, naam, gezin, punt, _wanneer(punt, vandaag))


def _wanneer(punt: Punt, vandaag: date) -> Wanneer:
    if punt.dag < vandaag:
        # Wat goed is om te weten en al voorbij is, is niet te laat, en zeker niet iets voor later.
        return Wanneer.VANDAAG if punt.weten else Wanneer.TE_LAAT
    if punt.dag == vandaag:
        return Wanneer.VANDAAG
    return Wanneer.BINNENKORT if punt.dag <= vandaag + _BINNENKORT else Wanneer.LATER
