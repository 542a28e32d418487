"""Bijlagen: een beschikking van de rechter, een verslag van school. De inhoud staat in de kluis, hier wat het is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import Wijziging


class Bestandsoort(StrEnum):
    """De soorten bestanden die het programma zelf kan laten zien."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    TEKST = "tekst"


class Bestand(Geheel):
    """Welk bestand het is. ``grootte`` in bytes; ``afdruk`` wijst de inhoud aan, die naast het journaal staat."""

    soort: Bestandsoort
    afdruk: str
    grootte: int


class Bijlage(Voorwerp):
    """Eén bijlage bij het dossier van een kind."""

    soort = "bijlage"
    wat = Veld[str]("bijlage.wat", str)
    van = Veld[str]("bijlage.van", str)
    datum = Veld[date]("bijlage.datum", date)
    bestand = Veld[Bestand]("bijlage.bestand", Bestand)


def afdrukken_in(wijzigingen: Iterable[Wijziging]) -> set[str]:
    """De afdrukken van bestanden die in deze wijzigingen genoemd worden."""
    genoemd = (w.waarde.get("b") for w in wijzigingen if w.plaats.veld == Bijlage.bestand.id)
    return {str(bestand.get("afdruk")) for bestand in genoemd if isinstance(bestand, dict)}


def genoemde_bijlagen(stand: Stand) -> set[str]:
    """De afdrukken van de bijlagen die nu in een dossier staan."""
    return afdrukken_in(kop for kop in stand.alle_koppen() if stand.is_aanwezig(kop.plaats.voorwerp))
