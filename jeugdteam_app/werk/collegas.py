"""Collega's met wie u dossiers uitwisselt: elk met een kaartje, en met cijfers die u samen naleest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from jeugdteam_app.kern.bestanden import lees_begrensd, schrijf_heel
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.opslag import samen
from jeugdteam_app.opslag.samen import Contactrij, Staat
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.sleutels.identiteit import Openbaar
from jeugdteam_app.uitwisseling import kaartje as kaartjes
from jeugdteam_app.uitwisseling.kaartje import Kaartje
from jeugdteam_app.werk import instellingen, logboek
from jeugdteam_app.werk.werkplek import Werkplek

KAARTJE = ".kaartje"


@dataclass(frozen=True)
class Collega:
    """Iemand met wie u dossiers uitwisselt."""

    id: str
    naam: str
    functie: str
    organisatie: str
    staat: Staat
    cijfers: str

    @property
    def is_nagelezen(self) -> bool:
        """Of u de cijfers samen hebt nagelezen; alleen dan gaat er iets heen of komt er iets aan."""
        return self.staat is Staat.NAGELEZEN


def mijn_kaartje(werkplek: Werkplek) -> Kaartje:
    """Mijn kaartje, met de naam en het team van nu."""
    profiel, openbaar = instellingen.profiel(werkplek), samen.identiteit(werkplek.kluis).openbaar
    return Kaartje(
        id=samen.mijn_id(werkplek.kluis), naam=werkplek.wie, functie=profiel.functie, organisatie=profiel.team,
        teken=openbaar.teken, ontvang=openbaar.ontvang, dag=werkplek.vandaag,
    )  # fmt: skip


def bewaar_kaartje(werkplek: Werkplek, pad: Path) -> None:
    """Schrijft mijn kaartje als bestand, om aan een collega te geven."""
    schrijf_heel(pad, kaartjes.schrijf(mijn_kaartje(werkplek), samen.identiteit(werkplek.kluis)), voor_anderen=True)


def laad_kaartje(werkplek: Werkplek, pad: Path) -> Collega:
    """Voegt een collega toe. Andere sleutels dan eerst: dan staat alles stil tot u ze hebt nagelezen."""
    inhoud = lees_begrensd(pad, kaartjes.GROOTSTE_KAARTJE)
    if inhoud is None:
        raise InvoerFout("kaartje-vorm")
    nieuw = kaartjes.lees(inhoud)
    if nieuw.id == samen.mijn_id(werkplek.kluis):
        raise InvoerFout("kaartje-van-uzelf")
    bekend = next((r for r in samen.contacten(werkplek.kluis) if r.id == nieuw.id), None)
    rij = Contactrij(nieuw.id, nieuw.model_dump_json(), Staat.NIEUW, None)
    if bekend is not None and _kaartje(bekend.kaartje).openbaar == nieuw.openbaar:
        # Kwam er intussen een ander kaartje onder deze naam, dan blijkt nu welk het echte is: lees dat opnieuw na.
        rij = rij if bekend.staat is Staat.VERANDERD else Contactrij(nieuw.id, rij.kaartje, bekend.staat, None)
    elif bekend is not None:
        rij = Contactrij(nieuw.id, bekend.kaartje, Staat.VERANDERD, rij.kaartje)
    if rij == bekend:
        # Hetzelfde kaartje nog een keer voegt niemand toe.
        return _collega(rij)
    with werkplek.kluis.transactie():
        samen.zet_contact(werkplek.kluis, rij, werkplek.tijd)
        logboek.noteer(werkplek, Gebeurtenis.COLLEGA_TOEGEVOEGD, None, rij.id)
    return _collega(rij)


def alle(werkplek: Werkplek) -> tuple[Collega, ...]:
    """Iedereen van wie er een kaartje is."""
    return tuple(_collega(rij) for rij in samen.contacten(werkplek.kluis))


def bevestig(werkplek: Werkplek, id: str) -> None:
    """U las de cijfers samen na en ze waren gelijk. Bij een veranderd kaartje gelden voortaan de nieuwe sleutels."""
    rij = next(r for r in samen.contacten(werkplek.kluis) if r.id == id)
    gekozen = Contactrij(id, rij.ander or rij.kaartje, Staat.NAGELEZEN, None)
    with werkplek.kluis.transactie():
        samen.zet_contact(werkplek.kluis, gekozen, werkplek.tijd)
        logboek.noteer(werkplek, Gebeurtenis.COLLEGA_NAGELEZEN, None, id)


def stop_met(werkplek: Werkplek, id: str) -> None:
    """Wisselt niet meer uit met een collega, zoals bij een oude laptop, tot iemand de cijfers opnieuw naleest."""
    rij = next(r for r in samen.contacten(werkplek.kluis) if r.id == id)
    with werkplek.kluis.transactie():
        samen.zet_contact(werkplek.kluis, replace(rij, staat=Staat.NIEUW), werkplek.tijd)
        logboek.noteer(werkplek, Gebeurtenis.COLLEGA_GESTOPT, None, id)


def namen_uit_elkaar(wie: Iterable[Collega]) -> dict[str, str]:
    """Bij elke collega de naam; heten er twee hetzelfde, dan met het begin van de cijfers erbij."""
    alle_ = list(wie)
    vaak = Counter(c.naam for c in alle_)
    return {c.id: f"{c.naam} ({c.cijfers.split()[0]} …)" if vaak[c.naam] > 1 else c.naam for c in alle_}


def openbaar_van(werkplek: Werkplek, id: str) -> Openbaar:
    """De sleutels van een collega van wie u de cijfers nalas. Anders ``contact-niet-nagelezen``."""
    rij = next((r for r in samen.contacten(werkplek.kluis) if r.id == id), None)
    if rij is None or rij.staat is not Staat.NAGELEZEN:
        raise InvoerFout("contact-niet-nagelezen")
    return _kaartje(rij.kaartje).openbaar


def sleutels_van(werkplek: Werkplek) -> Callable[[str], Openbaar]:
    """Geeft bij een afzender zijn sleutels, als u zijn cijfers hebt nagelezen."""

    def van(afzender: str) -> Openbaar:
        rij = next((r for r in samen.contacten(werkplek.kluis) if r.id == afzender), None)
        if rij is None:
            raise InvoerFout("bundel-van-onbekende")
        if rij.staat is not Staat.NAGELEZEN:
            raise InvoerFout("contact-niet-nagelezen")
        return _kaartje(rij.kaartje).openbaar

    return van


def _collega(rij: Contactrij) -> Collega:
    # Bij een veranderd kaartje lezen mensen de cijfers van het nieuwe na.
    kaart = _kaartje(rij.ander or rij.kaartje)
    return Collega(rij.id, kaart.naam, kaart.functie, kaart.organisatie, rij.staat, kaart.openbaar.cijfers)


def _kaartje(inhoud: str) -> Kaartje:
    try:
        return Kaartje.model_validate_json(inhoud)
    except ValidationError:
        raise WereldFout("kluis-beschadigd") from None
