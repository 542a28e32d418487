"""Doelen in de woorden van het gezin, met wie wat wanneer doet, en hoe het gaat op een schaal van 0 tot 10.

Ten hoogste vijf doelen: Richtlijn Samen beslissen over hulp. Het cijfer is een gespreksmiddel: geen regel leest het.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import Field

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import waarde, waarde_of

MEESTE_DOELEN = 5
# 0 is: zo moeilijk als het maar kan. 10 is: zo goed dat er geen hulp meer nodig is.
Cijfer = Annotated[int, Field(ge=0, le=10)]


class Doel(Voorwerp):
    """Wat het gezin wil bereiken, in eigen woorden, en waar het mee te maken heeft."""

    soort = "doel"
    tekst = Veld[str]("doel.tekst", str)
    van_wie = Veld[str]("doel.van_wie", str)
    factoren = Veld[tuple[str, ...]]("doel.factoren", tuple[str, ...])


class Actie(Voorwerp):
    """Wie wat doet voor een doel, en wanneer."""

    soort = "actie"
    doel = Veld[str]("actie.doel", str)
    wat = Veld[str]("actie.wat", str)
    wie = Veld[str]("actie.wie", str)
    wanneer = Veld[date]("actie.wanneer", date)
    gedaan = Veld[Antwoord]("actie.gedaan", Antwoord)


class Meting(Voorwerp):
    """Hoe iemand op een dag vond dat het met een doel ging."""

    soort = "meting"
    doel = Veld[str]("meting.doel", str)
    datum = Veld[date]("meting.datum", date)
    cijfer = Veld[int]("meting.cijfer", Cijfer)
    door = Veld[str]("meting.door", str)


def cijfers_per_mens(metingen: Iterable[Meting]) -> dict[str, list[tuple[date, int]]]:
    """Van elk mens de cijfers op volgorde van dag: wie vooruitgaat, is niet te vergelijken met wat een ander geeft."""
    uit: dict[str, list[tuple[date, int]]] = {}
    for m in metingen:
        dag, cijfer = waarde(m.datum), waarde(m.cijfer)
        if dag is not None and cijfer is not None:
            uit.setdefault(waarde_of(m.door, "").strip(), []).append((dag, cijfer))
    return {wie: sorted(paren) for wie, paren in uit.items()}
