"""Brieven die bij een dossier horen: aan wie, waarover, en de tekst zoals iemand haar afmaakte."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.velden import Veld, Voorwerp


class Briefsoort(StrEnum):
    """Aan wie een brief gaat en waarvoor."""

    GEZIN = "gezin"
    SCHOOL = "school"
    AANBIEDER = "aanbieder"
    HUISARTS = "huisarts"
    GEMEENTE = "gemeente"
    VERWIJZING = "verwijzing"
    START = "start"
    VOORTGANG = "voortgang"
    AFSLUITING = "afsluiting"
    UITSTEL = "uitstel"
    RECHTER = "rechter"


# Wat het gezin zelf leest, in hun woorden.
AAN_GEZIN = frozenset({Briefsoort.GEZIN, Briefsoort.UITSTEL})
# Wie iets te lezen krijgt dat niet van hem is: daar hoort toestemming bij (Jeugdwet 7.3.11).
# De gemeente en de rechter vroegen zelf om de hulp of het bericht.
NAAR_ANDEREN = frozenset(Briefsoort) - AAN_GEZIN - {Briefsoort.GEMEENTE, Briefsoort.RECHTER}


class Brief(Voorwerp):
    """Eén brief. De tekst begint met wat er in het dossier staat, en is daarna van wie hem schrijft."""

    soort = "brief"
    wat = Veld[Briefsoort]("brief.wat", Briefsoort)
    aan = Veld[str]("brief.aan", str)
    onderwerp = Veld[str]("brief.onderwerp", str)
    tekst = Veld[str]("brief.tekst", str)
    datum = Veld[date]("brief.datum", date)
    # Wanneer de brief het laatst is gemaakt om weg te doen; een brief waar iemand aan begon, is er nog niet.
    gemaakt_op = Veld[date]("brief.gemaakt_op", date)
