"""De verklarende analyse: wat mensen zeggen, wat sterk is en wat zorgt, en hoe dat samenhangt.

Feiten, belevingen en meningen blijven uit elkaar, elk met wie het zei. In het gedeelde beeld komt
niets nieuws. Bron: Richtlijn Samen beslissen over hulp; regiovoorbeelden in het handboek.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.velden import Veld, Voorwerp

MEESTE_DOELEN = 5
MEESTE_HYPOTHESEN = 3


class Soortuitspraak(StrEnum):
    """Wat voor uitspraak het is; die drie blijven uit elkaar."""

    FEIT = "feit"
    BELEVING = "beleving"
    MENING = "mening"


class Eens(StrEnum):
    """Of betrokkenen het ermee eens zijn."""

    EENS = "eens"
    DEELS = "deels"
    ONEENS = "oneens"


class Gebied(StrEnum):
    """De drie kanten van de driehoek, met ouders en gezin apart."""

    KIND = "kind"
    OUDERS = "ouders"
    GEZIN = "gezin"
    OMGEVING = "omgeving"


class Kleur(StrEnum):
    """Een kracht of een zorg."""

    KRACHT = "kracht"
    ZORG = "zorg"


class Soortfactor(StrEnum):
    """Wat een factor doet."""

    KWETSBAARMAKEND = "kwetsbaarmakend"
    UITLOKKEND = "uitlokkend"
    IN_STAND_HOUDEND = "in_stand_houdend"
    BESCHERMEND = "beschermend"


class Uitspraak(Voorwerp):
    """Iets wat iemand zei, met wat voor uitspraak het is."""

    soort = "uitspraak"
    door = Veld[str]("uitspraak.door", str)
    aard = Veld[Soortuitspraak]("uitspraak.aard", Soortuitspraak)
    tekst = Veld[str]("uitspraak.tekst", str)
    bron = Veld[str]("uitspraak.bron", str)
    datum = Veld[date]("uitspraak.datum", date)
    eens = Veld[Eens]("uitspraak.eens", Eens)


class Punt(Voorwerp):
    """Een kracht of zorg, geordend naar kind, ouders, gezin of omgeving."""

    soort = "punt"
    kleur = Veld[Kleur]("punt.kleur", Kleur)
    gebied = Veld[Gebied]("punt.gebied", Gebied)
    tekst = Veld[str]("punt.tekst", str)


class Factor(Voorwerp):
    """Iets wat meespeelt, en hoe."""

    soort = "factor"
    aard = Veld[Soortfactor]("factor.aard", Soortfactor)
    gebied = Veld[Gebied]("factor.gebied", Gebied)
    tekst = Veld[str]("factor.tekst", str)


class Hypothese(Voorwerp):
    """Een mogelijke verklaring: waardoor, waarom het blijft, wat helpt."""

    soort = "hypothese"
    doordat = Veld[str]("hypothese.doordat", str)
    blijft_omdat = Veld[str]("hypothese.blijft_omdat", str)
    wat_helpt = Veld[str]("hypothese.wat_helpt", str)
    onderbouwing = Veld[str]("hypothese.onderbouwing", str)
    gedeeld = Veld[Eens]("hypothese.gedeeld", Eens)


class Doel(Voorwerp):
    """Wat het gezin wil bereiken, in eigen woorden."""

    soort = "doel"
    tekst = Veld[str]("doel.tekst", str)


class Analyse(Voorwerp):
    """Het gedeelde beeld en wat kind en ouders ervan vinden."""

    soort = "analyse"
    gedeeld_beeld = Veld[str]("analyse.gedeeld_beeld", str)
    jeugdige_eens = Veld[Eens]("analyse.jeugdige_eens", Eens)
    jeugdige_zegt = Veld[str]("analyse.jeugdige_zegt", str)
    ouders_eens = Veld[Eens]("analyse.ouders_eens", Eens)
    ouders_zeggen = Veld[str]("analyse.ouders_zeggen", str)
    deelnemers = Veld[str]("analyse.deelnemers", str)
    gedragswetenschapper = Veld[str]("analyse.gedragswetenschapper", str)
    gereed = Veld[Antwoord]("analyse.gereed", Antwoord)
    gereed_op = Veld[date]("analyse.gereed_op", date)
