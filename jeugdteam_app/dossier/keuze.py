"""Wat een mens koos uit het advies, en het bewijs van wat er toen lag."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp


class Wens(StrEnum):
    """Hoe de keuze zich verhoudt tot wat het gezin wil."""

    VOLGT = "volgt"
    WIJKT_AF = "wijkt_af"
    NIET_BESPROKEN = "niet_besproken"


class Ontvangstbewijs(Geheel):
    """Feiten, regels, boek en uitkomst op het moment van kiezen, zodat het advies later na te zien is."""

    op: date
    boek: str
    boekversie: str
    regelversie: str
    feiten: dict[str, str]
    advies: dict[str, object]
    afdruk: str


class Productkeuze(Geheel):
    """De keuze als geheel: welk product, waarom, en wat het gezin zelf wil."""

    product: str
    segment: str
    reden: str
    voorkeur_gezin: str
    # Leeg bij een keuze van voor dit veld.
    wens: Wens | None = None
    waarom_anders: str = ""
    datum: date
    bewijs: Ontvangstbewijs


class Keuze(Voorwerp):
    """De keuze in dit dossier: wat er wordt overwogen, en wat er is vastgelegd."""

    soort = "keuze"
    product = Veld[str]("keuze.product", str)
    reden = Veld[str]("keuze.reden", str)
    voorkeur_gezin = Veld[str]("keuze.voorkeur_gezin", str)
    wens = Veld[Wens]("keuze.wens", Wens)
    waarom_anders = Veld[str]("keuze.waarom_anders", str)
    inhoud = Veld[Productkeuze]("keuze.inhoud", Productkeuze)
