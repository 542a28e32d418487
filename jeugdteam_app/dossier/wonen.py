"""Waar het kind en de mensen eromheen wonen, en aan wie een besluit dus gaat (Awb 3:41)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jeugdteam_app.dossier.afscherming import zonder_afscherming
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Adres, Huishouden, Jeugdige, Persoon, Rol
from jeugdteam_app.kern.feit import Feit, NietBesproken, Onbekend, waarde
from jeugdteam_app.kern.periode import is_minstens


class Ontvanger(NamedTuple):
    """Wie een besluit krijgt, en waar. ``plek`` is de sleutel van de woonplek; leeg als die niet bekend is."""

    sleutel: str
    naam: str
    plek: str
    adres: Adres | None


def woonplek(dossier: Dossier, huishouden: Feit[str]) -> Huishouden | None:
    """De gekozen woonplek. Is er niet gekozen, dan alleen als er maar één is; ook een afgeschermde telt mee."""
    alle = zonder_afscherming(dossier).alle(Huishouden)
    if isinstance(huishouden, Onbekend | NietBesproken):
        return alle[0] if len(alle) == 1 else None
    return next((h for h in alle if h.sleutel == waarde(huishouden)), None)


def adres_op(dossier: Dossier, huishouden: Feit[str]) -> Adres | None:
    """Het adres van die woonplek, als deze lezer het mag zien."""
    return _adres(dossier, woonplek(dossier, huishouden))


def adres_jeugdige(dossier: Dossier) -> Adres | None:
    """Waar het kind woont, als deze lezer het mag zien."""
    return adres_op(dossier, dossier.een(Jeugdige).huishouden)


def adres_persoon(dossier: Dossier, persoon: Persoon) -> Adres | None:
    """Waar deze persoon woont of, bij een voogd, waar de instelling zit; als deze lezer het mag zien."""
    return _adres(dossier, _woonplek_van(dossier, persoon))


def ontvangers(dossier: Dossier, op: date, *, overleden: bool = False) -> tuple[Ontvanger, ...]:
    """Wie een besluit krijgt: vanaf 16 jaar de jongere zelf (Jeugdwet 7.3.5), anders elke persoon met gezag.

    Is het kind overleden, dan gaat de brief altijd naar wie het gezag had.
    """
    alles = zonder_afscherming(dossier)
    kind = alles.een(Jeugdige)
    if is_minstens(waarde(kind.geboortedatum), 16, op) and not overleden:
        return (_ontvanger(Jeugdige.soort, kind.volledige_naam, woonplek(alles, kind.huishouden)),)
    return tuple(
        _ontvanger(p.sleutel, p.weergavenaam, _woonplek_van(alles, p)) for p in alles.gezagsdragers() if p.weergavenaam
    )


def _ontvanger(sleutel: str, naam: str, plek: Huishouden | None) -> Ontvanger:
    return Ontvanger(sleutel, naam, plek.sleutel if plek else "", waarde(plek.adres) if plek else None)


def _woonplek_van(dossier: Dossier, persoon: Persoon) -> Huishouden | None:
    """Een voogd is vaak een instelling: die woont niet vanzelf waar het kind woont."""
    niet_gekozen = isinstance(persoon.huishouden, Onbekend | NietBesproken)
    return None if waarde(persoon.rol) is Rol.VOOGD and niet_gekozen else woonplek(dossier, persoon.huishouden)


def _adres(dossier: Dossier, plek: Huishouden | None) -> Adres | None:
    return waarde(plek.adres) if plek and plek.sleutel not in dossier.verborgen else None
