"""Het perspectiefplan van een jongere: vijf gebieden van het leven, met nu, straks en wie helpt.

De vijf gebieden: VNG, aanpak 16-27. In Noord-Veluwe vanaf 16 jaar, met de hulp voor twee jaar en zo
nodig na 18 (seed 001, regels 1074 tot en met 1082).
"""

from __future__ import annotations

from enum import StrEnum

from jeugdteam_app.dossier.velden import Veld, Voorwerp


class Leefgebied(StrEnum):
    """De vijf gebieden van het leven."""

    WONEN = "wonen"
    INKOMEN = "inkomen"
    WELZIJN = "welzijn"
    SCHOOL_WERK = "school_werk"
    STEUN = "steun"


class Gebiedsplan(Voorwerp):
    """Eén gebied. De sleutel is ``leefgebied:<gebied>``, dus elk gebied bestaat één keer."""

    soort = "leefgebied"
    nu = Veld[str]("leefgebied.nu", str)
    gewenst = Veld[str]("leefgebied.gewenst", str)
    wie_helpt = Veld[str]("leefgebied.wie_helpt", str)


class Perspectiefplan(Voorwerp):
    """Wat over de gebieden heen gaat."""

    soort = "perspectiefplan"
    droom = Veld[str]("perspectief.droom", str)
    komende_twee_jaar = Veld[str]("perspectief.komende_twee_jaar", str)
    na_achttien = Veld[str]("perspectief.na_achttien", str)
