"""De kansencirkel: acht vakken die een kind zelf vult, nu en hoe het zou willen. Een hulp bij het gesprek.

De acht namen: NJi, Associatie voor Jeugd en regio Tilburg, 2018. Geen meting en geen norm: geen regel leest dit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from jeugdteam_app.dossier.schets import Schets
from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.taal import N_

# Een vak heeft vier ringen; hoe vol het is, is een gebaar van het kind en geen cijfer.
RINGEN = 4
Vulling = Annotated[int, Field(ge=0, le=RINGEN)]


class Element(StrEnum):
    """De acht vakken, met de klok mee."""

    ACTIEF = "actief"
    GERESPECTEERD = "gerespecteerd"
    VERANTWOORDELIJK = "verantwoordelijk"
    ERBIJ_HOREN = "erbij_horen"
    VEILIG = "veilig"
    GEZOND = "gezond"
    ONTPLOOIING = "ontplooiing"
    GEKOESTERD = "gekoesterd"


# Wat een vak is, voor een kind.
WAT_HET_IS: dict[Element, str] = {
    Element.ACTIEF: N_("Je doet dingen: spelen, sporten, erop uit gaan."),
    Element.GERESPECTEERD: N_("Mensen luisteren naar je. Wat jij vindt, telt mee."),
    Element.VERANTWOORDELIJK: N_("Je mag dingen zelf doen en zelf kiezen, en iemand helpt je als het moet."),
    Element.ERBIJ_HOREN: N_("Je hoort erbij: thuis, op school en bij vrienden."),
    Element.VEILIG: N_("Je bent veilig. Niemand doet je pijn of maakt je bang."),
    Element.GEZOND: N_("Je lijf en je hoofd voelen goed. Je eet, slaapt en beweegt."),
    Element.ONTPLOOIING: N_("Je leert nieuwe dingen en wordt ergens goed in."),
    Element.GEKOESTERD: N_("Iemand zorgt voor je en houdt van je."),
}


class Vak(Geheel):
    """Eén vak: hoe vol het nu is en hoe vol het mag worden, elk met een woord of tekening. Leeg: niet besproken."""

    nu: Vulling | None = None
    gewenst: Vulling | None = None
    woord: str = ""
    tekening: Schets = ()
    woord_gewenst: str = ""
    tekening_gewenst: Schets = ()


class Kansencirkel(Voorwerp):
    """De cirkel op één dag."""

    soort = "kansencirkel"
    datum = Veld[date]("kansencirkel.datum", date)
    actief = Veld[Vak]("kansencirkel.actief", Vak)
    gerespecteerd = Veld[Vak]("kansencirkel.gerespecteerd", Vak)
    verantwoordelijk = Veld[Vak]("kansencirkel.verantwoordelijk", Vak)
    erbij_horen = Veld[Vak]("kansencirkel.erbij_horen", Vak)
    veilig = Veld[Vak]("kansencirkel.veilig", Vak)
    gezond = Veld[Vak]("kansencirkel.gezond", Vak)
    ontplooiing = Veld[Vak]("kansencirkel.ontplooiing", Vak)
    gekoesterd = Veld[Vak]("kansencirkel.gekoesterd", Vak)

    @classmethod
    def veld(cls, element: Element) -> Veld[Vak]:
        """Het veld van een vak."""
        veld: Veld[Vak] = getattr(cls, element.value)
        return veld


def op_volgorde(cirkels: Iterable[Kansencirkel]) -> tuple[Kansencirkel, ...]:
    """De vroegste dag eerst; een cirkel van papier kan later zijn overgetypt. Zonder dag komt hij vooraan."""
    return tuple(sorted(cirkels, key=lambda cirkel: waarde(cirkel.datum) or date.min))


_VOL = (N_("leeg"), N_("een beetje"), N_("half"), N_("bijna vol"), N_("vol"))


def hoe_vol(vulling: int | None, vertaal: Callable[[str], str] = str) -> str:
    """De woorden bij een vulling; zonder vulling is er niet over gepraat."""
    return vertaal(N_("niet besproken")) if vulling is None else vertaal(_VOL[vulling])
