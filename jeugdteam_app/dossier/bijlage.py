"""Bijlagen: een beschikking van de rechter, een verslag van school. De inhoud staat in de kluis, hier wat het is."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp


class Bestandsoort(StrEnum):
    """De soorten bestanden die het programma zelf kan laten zien."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    TEKST = "tekst"


class Bestand(Geheel):
    """Welk bestand het is. ``grootte`` in bytes; ``tekst`` is wat eruit te lezen was, om in te zoeken."""

    soort: Bestandsoort
    afdruk: str
    grootte: int
    tekst: str = ""


class Bijlage(Voorwerp):
    """Eén bijlage bij het dossier van een kind."""

    soort = "bijlage"
    wat = Veld[str]("bijlage.wat", str)
    van = Veld[str]("bijlage.van", str)
    datum = Veld[date]("bijlage.datum", date)
    bestand = Veld[Bestand]("bijlage.bestand", Bestand)
