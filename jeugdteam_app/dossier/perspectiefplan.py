"""Het perspectiefplan van een jongere: vijf gebieden van het leven, met nu, straks en wie helpt.

De vijf gebieden: VNG, aanpak 16-27. In Noord-Veluwe vanaf 16 jaar, met de hulp voor twee jaar en zo
nodig na 18 (seed 001, regels 1074 tot en met 1082).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.doelen import Cijfer
from jeugdteam_app.dossier.velden import Veld, Voorwerp, velden_van
from jeugdteam_app.kern.feit import alle_waarden


class Leefgebied(StrEnum):
    """De vijf gebieden van het leven."""

    WONEN = "wonen"
    INKOMEN = "inkomen"
    WELZIJN = "welzijn"
    SCHOOL_WERK = "school_werk"
    STEUN = "steun"


class Wet(StrEnum):
    """Onder welke wet hulp of geld kan vallen."""

    JEUGDWET = "jeugdwet"
    WMO = "wmo"
    WLZ = "wlz"
    ZVW = "zvw"
    PARTICIPATIEWET = "participatiewet"
    WSF = "wsf"


class Regelzaak(StrEnum):
    """Wat er geregeld kan moeten zijn als een jongere 18 wordt."""

    DIGID = "digid"
    BANKREKENING = "bankrekening"
    ZORGVERZEKERING = "zorgverzekering"
    ZORGTOESLAG = "zorgtoeslag"
    HUUR = "huur"
    VERZEKERINGEN = "verzekeringen"
    STUDIEFINANCIERING = "studiefinanciering"
    UITKERING = "uitkering"
    ONDERHOUD = "onderhoud"
    KINDERBIJSLAG = "kinderbijslag"
    VERTEGENWOORDIGING = "vertegenwoordiging"
    PGB = "pgb"
    HULP_NA_18 = "hulp_na_18"
    REGISTERS = "registers"
    REIZEN = "reizen"
    VERBLIJF = "verblijf"
    TELEFOON = "telefoon"


class Geregeld(StrEnum):
    """Hoe ver iets is dat geregeld moet worden."""

    JA = "ja"
    BEZIG = "bezig"
    NIET_NODIG = "niet_nodig"


class Regeling(Voorwerp):
    """Eén zaak van de lijst. De sleutel is ``regelzaak:<zaak>``, dus elke zaak bestaat één keer."""

    soort = "regelzaak"
    hoe_ver = Veld[Geregeld]("regelzaak.hoe_ver", Geregeld)
    wie = Veld[str]("regelzaak.wie", str)


class Gebiedsplan(Voorwerp):
    """Eén gebied. De sleutel is ``leefgebied:<gebied>``, dus elk gebied bestaat één keer."""

    soort = "leefgebied"
    nu = Veld[str]("leefgebied.nu", str)
    gewenst = Veld[str]("leefgebied.gewenst", str)
    wie_helpt = Veld[str]("leefgebied.wie_helpt", str)
    cijfer = Veld[int]("leefgebied.cijfer", Cijfer)
    zelf = Veld[str]("leefgebied.zelf", str)
    actie = Veld[str]("leefgebied.actie", str)
    wanneer = Veld[date]("leefgebied.wanneer", date)
    wetten = Veld[tuple[Wet, ...]]("leefgebied.wetten", tuple[Wet, ...])
    risico = Veld[str]("leefgebied.risico", str)
    plan_b = Veld[str]("leefgebied.plan_b", str)

    @property
    def is_leeg(self) -> bool:
        """Of er nog niets over dit gebied is opgeschreven."""
        return not any(alle_waarden(getattr(self, veld.naam)) for veld in velden_van(type(self)).values())


class Perspectiefplan(Voorwerp):
    """Wat over de gebieden heen gaat."""

    soort = "perspectiefplan"
    droom = Veld[str]("perspectief.droom", str)
    komende_twee_jaar = Veld[str]("perspectief.komende_twee_jaar", str)
    na_achttien = Veld[str]("perspectief.na_achttien", str)
    steunfiguur = Veld[str]("perspectief.steunfiguur", str)
    contact_na_achttien = Veld[str]("perspectief.contact_na_achttien", str)
    overdracht = Veld[str]("perspectief.overdracht", str)
    verwacht_resultaat = Veld[str]("perspectief.verwacht_resultaat", str)
    op_lange_termijn = Veld[str]("perspectief.op_lange_termijn", str)
    opnieuw_op = Veld[date]("perspectief.opnieuw_op", date)
    # De gebieden waar de jongere het niet over wil hebben.
    niet_besproken = Veld[tuple[str, ...]]("perspectief.niet_besproken", tuple[str, ...])
