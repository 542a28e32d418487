"""Het profiel van een gemeente of team: wat op besluiten staat en in berichten gaat.

Het wordt geladen uit een bestand of in het programma ingevuld. Wat ontbreekt, maken we zichtbaar; zonder
compleet profiel is elk besluit een concept.
"""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.productenboek.codelijsten import gemeenten

GROOTSTE_PROFIEL = 1_000_000
Agb = Annotated[str, Field(pattern=r"^(\d{8})?$")]


class _Streng(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True)


class Rol(StrEnum):
    """Wat dit team mag. Alleen een team met mandaat besluit zelf.

    Een POH-jeugd bereidt voor wat de huisarts tekent (Jeugdwet 2.6), een adviserend team schrijft een advies
    waarover de gemeente beslist (000, regel 957), en een Sociaal Team geeft geen toewijzing (004, regel 969).
    """

    LOKAAL_TEAM = "lokaal_team"
    POH_JEUGD = "poh_jeugd"
    ADVISEUR = "adviseur"
    SOCIAAL_TEAM = "sociaal_team"

    @property
    def besluit(self) -> bool:
        """Of dit team zelf een besluit mag vaststellen."""
        return self is Rol.LOKAAL_TEAM


# Hoe een artikel over eigen kracht in een verordening heet; de laatste twee zijn de woorden van Jeugdwet 2.3.
_EIGEN_KRACHT = ("eigen kracht", "eigen mogelijkheden", "probleemoplossend vermogen")


class Artikel(_Streng):
    """Een artikel van de verordening, met de dag vanaf wanneer en waar het naar kijkt, in gewone woorden."""

    onderwerp: str
    artikel: str
    geldig_van: date
    # Leeg: tot er een nieuwere versie van hetzelfde artikel is.
    geldig_tot: date | None = None
    maatstaf: Annotated[str, Field(max_length=500)] = ""


class Aanbieder(_Streng):
    """Een gecontracteerde aanbieder met zijn AGB-code van acht cijfers."""

    naam: str
    agb: Agb = ""


class Huisarts(_Streng):
    """Een huisarts van de praktijk, die verwijzingen tekent."""

    naam: str
    agb: Agb = ""


class Nummerblok(_Streng):
    """Toewijzingnummers die deze laptop mag uitgeven, van de backoffice gekregen."""

    van: Annotated[int, Field(ge=1, le=999_999_999)]
    tot_en_met: Annotated[int, Field(ge=1, le=999_999_999)]

    @model_validator(mode="after")
    def _loopt_op(self) -> Nummerblok:
        if self.tot_en_met < self.van:
            raise ValueError("het laatste nummer ligt voor het eerste")
        return self


class Mijlpaal(_Streng):
    """Wat er op de weg naar 18 jaar aan de beurt is, op welke leeftijd."""

    jaren: Annotated[int, Field(ge=12, le=23)]
    maanden: Annotated[int, Field(ge=0, le=11)] = 0
    wat: Annotated[str, Field(min_length=1, max_length=200)]


class Termijnsoort(StrEnum):
    """Een termijn die niet in de wet staat, en die een gemeente of team zelf kiest."""

    EERSTE_CONTACT = "eerste contact"
    AANBIEDEN = "plan aanbieden"
    MELDCODE = "meldcode"
    BERICHT = "bericht"
    WACHTEN = "wachten"
    TE_LANG = "te lang wachten"
    AFSLUITEN = "afsluiten"
    TERUGKIJKEN = "terugkijken"

    @property
    def eenheid(self) -> str:
        """Waarin deze termijn telt: werkdagen, weken of maanden."""
        if self in (Termijnsoort.EERSTE_CONTACT, Termijnsoort.BERICHT):
            return "werkdagen"
        return "weken" if self in (Termijnsoort.AANBIEDEN, Termijnsoort.MELDCODE, Termijnsoort.AFSLUITEN) else "maanden"


class Termijn(_Streng):
    """Een eigen termijn, met waar die staat."""

    soort: Termijnsoort
    aantal: Annotated[int, Field(ge=1, le=60)]
    bron: Annotated[str, Field(max_length=200)] = ""


class Profiel(_Streng):
    """Alles wat van de gemeente en het team is."""

    versie: str = ""
    voorbeeld: bool = False
    rol: Rol = Rol.LOKAAL_TEAM
    gemeente: str = ""
    gemeentecode: str = ""
    team: str = ""
    briefhoofd: tuple[str, ...] = ()
    verordening: str = ""
    artikelen: tuple[Artikel, ...] = ()
    mandaat: str = ""
    functie: str = ""
    plaats: str = ""
    telefoon: str = ""
    bezwaaradres: tuple[str, ...] = ()
    vertrouwenspersoon: str = ""
    clientondersteuning: str = ""
    aanbieders: tuple[Aanbieder, ...] = ()
    # Alleen bij een praktijk.
    huisartsen: tuple[Huisarts, ...] = ()
    # Hoeveel minuten gesprek een praktijk ten hoogste geeft; leeg is niet afgesproken (landelijk is er geen norm).
    praktijk_minuten: Annotated[int, Field(ge=1, le=10_000)] | None = None
    # Hoe lang de gemeente een dossier van alleen toegang bewaart (selectielijst); leeg is niet bekend.
    bewaren_toegang_jaren: Annotated[int, Field(ge=1, le=120)] | None = None
    # Of er bij elk besluit iemand moet meekijken.
    vier_ogen: bool = False
    nummerblok: Nummerblok | None = None
    # Leeg: dan geldt het voorstel van het programma (regels/mijlpalen.py).
    mijlpalen: tuple[Mijlpaal, ...] = ()
    # Leeg: dan gelden de termijnen van de regio of het voorstel van het programma (regels/agenda.py).
    termijnen: tuple[Termijn, ...] = ()
    bericht_xsd_versie: str = "1.0.0"
    basisschema_xsd_versie: str = "1.0.0"
    boek: str = "noord-veluwe"

    @field_validator("briefhoofd", "bezwaaradres")
    @classmethod
    def _zonder_lege_regels(cls, regels: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(filter(None, regels))

    def ontbreekt(self, op: date) -> tuple[str, ...]:
        """De namen van de onderdelen zonder welke een besluit op deze dag een concept blijft."""
        nodig = ("gemeente", "gemeentecode", "briefhoofd", "verordening", "artikelen", "mandaat", "functie")
        mist = {n: not getattr(self, n) for n in (*nodig, "plaats", "telefoon", "bezwaaradres", "vertrouwenspersoon")}
        # Een artikel dat nog niet of niet meer geldt, is er op deze dag niet.
        mist["artikelen"] = not self.artikelen_over("", op)
        return tuple(naam for naam, leeg in mist.items() if leeg)

    def ontbreekt_in_brieven(self) -> tuple[str, ...]:
        """Wat er mist op de brieven van een team dat zelf niet besluit."""
        tekent = ("huisartsen",) if self.rol is Rol.POH_JEUGD else ()
        return tuple(n for n in ("team", "briefhoofd", "functie", "telefoon", *tekent) if not getattr(self, n))

    def ontbreekt_in_bericht(self) -> tuple[str, ...]:
        """Wat er mist om een bericht aan een aanbieder te kunnen sturen."""
        mist = {
            "aanbieders": not self.aanbieders,
            "agb": any(not a.agb for a in self.aanbieders),
            "nummerblok": self.nummerblok is None,
        }
        return tuple(naam for naam, leeg in mist.items() if leeg and self.rol.besluit)

    def artikelen_over(self, onderwerp: str, op: date) -> tuple[Artikel, ...]:
        """De artikelen van de verordening over dit onderwerp, zoals ze op die dag gelden."""
        geldig = [a for a in self.artikelen if a.geldig_van <= op and (a.geldig_tot is None or op <= a.geldig_tot)]
        # Eén artikel kan over twee dingen gaan; van een latere tekst tellen dan alle regels van die dag.
        nieuwste = {a.artikel.casefold(): a.geldig_van for a in sorted(geldig, key=lambda a: a.geldig_van)}
        nu = (a for a in geldig if a.geldig_van == nieuwste[a.artikel.casefold()])
        return tuple(a for a in nu if onderwerp in a.onderwerp.casefold())

    def artikelen_over_eigen_kracht(self, op: date) -> tuple[Artikel, ...]:
        """De artikelen die zeggen hoe de gemeente weegt wat ouders zelf kunnen."""
        alle = (a for woord in _EIGEN_KRACHT for a in self.artikelen_over(woord, op))
        return tuple(dict.fromkeys(alle))

    def aanbieder(self, naam: str) -> Aanbieder | None:
        """De aanbieder met deze naam."""
        return next((a for a in self.aanbieders if a.naam == naam), None)

    def agb_van(self, naam: str) -> str:
        """De AGB-code van een aanbieder, of leeg als die hier niet bekend is."""
        bekend = self.aanbieder(naam)
        return bekend.agb if bekend else ""


def uit_tekst(tekst: str) -> Profiel:
    """Een profiel uit JSON. Een fout noemt het onderdeel, en er wordt niets overgenomen."""
    try:
        delen = json.loads(tekst)
        # Halve tekens gaan wel door json, en nergens anders.
        json.dumps(delen, ensure_ascii=False).encode()
        profiel = Profiel.model_validate(delen)
    except ValidationError as fout:
        eerste = fout.errors(include_input=False, include_url=False)[0]
        raise InvoerFout("profiel-vorm", plek=".".join(map(str, eerste["loc"]))) from None
    except (ValueError, RecursionError):
        raise InvoerFout("profiel-geen-json") from None
    if profiel.gemeentecode and profiel.gemeentecode not in gemeenten():
        raise InvoerFout("gemeentecode-onbekend")
    if onderdeel := _niet_af(profiel):
        raise InvoerFout("profiel-niet-af", plek=onderdeel)
    return profiel


def _niet_af(profiel: Profiel) -> str:
    """Het onderdeel met een regel zonder naam of met dagen die niet kunnen; dat komt anders zo in een besluit."""
    klopt = {
        "artikelen": all(
            a.artikel and a.onderwerp and not (a.geldig_tot and a.geldig_tot < a.geldig_van) for a in profiel.artikelen
        ),
        "aanbieders": all(a.naam for a in profiel.aanbieders),
        "huisartsen": all(h.naam for h in profiel.huisartsen),
        "termijnen": len({t.soort for t in profiel.termijnen}) == len(profiel.termijnen),
    }
    return next((naam for naam, goed in klopt.items() if not goed), "")


def van_voorbeeld(profiel: Profiel) -> tuple[str, ...]:
    """De namen van wat er nog van de verzonnen gemeente in staat; dan blijft het een voorbeeld."""
    voorbeeld = voorbeeldprofiel()
    namen = (
        "gemeente", "briefhoofd", "verordening", "artikelen", "plaats", "telefoon", "bezwaaradres",
        "vertrouwenspersoon", "clientondersteuning", "aanbieders", "nummerblok",
    )  # fmt: skip
    return tuple(n for n in namen if getattr(profiel, n) and getattr(profiel, n) == getattr(voorbeeld, n))


def uit_bestand(pad: Path) -> Profiel:
    """Een profiel uit een bestand."""
    inhoud = lees_begrensd(pad, GROOTSTE_PROFIEL)
    if inhoud is None:
        raise InvoerFout("profiel-te-groot")
    try:
        return uit_tekst(inhoud.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvoerFout("profiel-geen-json") from None


def voorbeeldprofiel() -> Profiel:
    """Het profiel van een verzonnen team, voor de voorbeelden; altijd als voorbeeld herkenbaar."""
    return uit_bestand(MIDDELEN / "profielen" / "voorbeeld-ermelo.json")
