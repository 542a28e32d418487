"""Samen terugkijken op een toewijzing: wat het bracht, en of de hulp langer, korter, lichter of niet meer nodig is.

De maten volgen de landelijke set van het NJi: doelen bereikt, nut van de hulp, verder zonder hulp (domeinonderzoek,
meten). Het cijfer is van het gezin en telt nergens als norm.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.velden import Veld, Voorwerp

Nut = Annotated[int, Field(ge=1, le=10)]


class Bereikt(StrEnum):
    """In hoeverre de doelen bereikt zijn."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"


class Vervolg(StrEnum):
    """Hoe het na dit gesprek verdergaat. Afbouwen is even gewoon als opbouwen."""

    ZOALS_AFGESPROKEN = "zoals_afgesproken"
    LICHTER = "lichter"
    KORTER = "korter"
    LANGER = "langer"
    ZWAARDER = "zwaarder"
    STOPPEN = "stoppen"


class Einde(StrEnum):
    """Waarom de hulp stopte, met de codes van de Regeling Jeugdwet (bijlage 3.6)."""

    VOLGENS_PLAN = "01"
    SAMEN_EERDER = "02"
    GEZIN_STOPTE = "03"
    AANBIEDER_STOPTE = "04"
    OMSTANDIGHEDEN = "05"


class Wachtkeuze(StrEnum):
    """Wat er gebeurt als een gezin lang wacht."""

    WACHTEN = "wachten"
    OVERBRUGGEN = "overbruggen"


class Doeluitkomst(Voorwerp):
    """In hoeverre één doel bij een terugblik bereikt was. De sleutel is ``doeluitkomst:<evaluatie>:<doel>``."""

    soort = "doeluitkomst"
    bereikt = Veld[Bereikt]("doeluitkomst.bereikt", Bereikt)


class Evaluatie(Voorwerp):
    """Eén gesprek om terug te kijken."""

    soort = "evaluatie"
    toewijzing = Veld[str]("evaluatie.toewijzing", str)
    datum = Veld[date]("evaluatie.datum", date)
    wie = Veld[str]("evaluatie.wie", str)
    wat_veranderde = Veld[str]("evaluatie.wat_veranderde", str)
    bereikt = Veld[Bereikt]("evaluatie.bereikt", Bereikt)
    # Landelijke maat 3.3: problemen verminderd, of beter zelf kunnen meedoen.
    verminderd = Veld[Antwoord]("evaluatie.verminderd", Antwoord)
    nut = Veld[int]("evaluatie.nut", Nut)
    zonder_hulp_verder = Veld[Antwoord]("evaluatie.zonder_hulp_verder", Antwoord)
    vervolg = Veld[Vervolg]("evaluatie.vervolg", Vervolg)
    # Bij langer of zwaarder: wat bracht de hulp tot nu toe, en wat kan nu iets dichterbij doen?
    wat_bracht_het = Veld[str]("evaluatie.wat_bracht_het", str)
    kan_dichterbij = Veld[str]("evaluatie.kan_dichterbij", str)
    afspraken = Veld[str]("evaluatie.afspraken", str)
