"""De verklarende analyse: wat mensen zeggen, wat sterk is en wat zorgt, en hoe dat samenhangt.

Feiten, belevingen en meningen blijven uit elkaar, elk met wie het zei. In het gedeelde beeld komt
niets nieuws. Bron: Richtlijn Samen beslissen over hulp; regiovoorbeelden in het handboek.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.velden import Veld, Voorwerp

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
    """De drie kanten van de driehoek, met ouders en gezin apart, en wat de hulp zelf bijdraagt."""

    KIND = "kind"
    OUDERS = "ouders"
    GEZIN = "gezin"
    OMGEVING = "omgeving"
    HULP = "hulp"


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


class Veranderbaar(StrEnum):
    """Of je aan een factor iets kunt doen."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"


class Soortouderprobleem(StrEnum):
    """Waar ouders zelf mee kunnen zitten."""

    GELD = "geld"
    RELATIE = "relatie"
    PSYCHISCH = "psychisch"
    GEZONDHEID = "gezondheid"
    WERK_WONEN = "werk_wonen"
    ANDERS = "anders"


class Hulpvraag(Voorwerp):
    """Wat één persoon vraagt, in eigen woorden."""

    soort = "hulpvraag"
    van = Veld[str]("hulpvraag.van", str)
    tekst = Veld[str]("hulpvraag.tekst", str)


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
    veranderbaar = Veld[Veranderbaar]("factor.veranderbaar", Veranderbaar)
    # Andere factoren waar deze toe leidt, of 'vraag'. Leeg: de kaart laat hem naar de vraag zelf wijzen.
    leidt_tot = Veld[tuple[str, ...]]("factor.leidt_tot", tuple[str, ...])


class Hypothese(Voorwerp):
    """Een mogelijke verklaring: waardoor, waarom het blijft, wat helpt."""

    soort = "hypothese"
    doordat = Veld[str]("hypothese.doordat", str)
    blijft_omdat = Veld[str]("hypothese.blijft_omdat", str)
    wat_helpt = Veld[str]("hypothese.wat_helpt", str)
    onderbouwing = Veld[str]("hypothese.onderbouwing", str)
    tegen = Veld[str]("hypothese.tegen", str)
    hoe_toetsen = Veld[str]("hypothese.hoe_toetsen", str)
    gedeeld = Veld[Eens]("hypothese.gedeeld", Eens)


class Ouderprobleem(Voorwerp):
    """Iets waar ouders zelf mee zitten, en wie daar het eerst iets mee doet."""

    soort = "ouderprobleem"
    wat = Veld[Soortouderprobleem]("ouderprobleem.wat", Soortouderprobleem)
    tekst = Veld[str]("ouderprobleem.tekst", str)
    wie_eerst = Veld[str]("ouderprobleem.wie_eerst", str)
    wanneer = Veld[date]("ouderprobleem.wanneer", date)


class Analyse(Voorwerp):
    """Het gedeelde beeld en wat kind en ouders ervan vinden."""

    soort = "analyse"
    gedeeld_beeld = Veld[str]("analyse.gedeeld_beeld", str)
    jeugdige_eens = Veld[Eens]("analyse.jeugdige_eens", Eens)
    jeugdige_zegt = Veld[str]("analyse.jeugdige_zegt", str)
    ouders_eens = Veld[Eens]("analyse.ouders_eens", Eens)
    ouders_zeggen = Veld[str]("analyse.ouders_zeggen", str)
    niet_besproken = Veld[tuple[str, ...]]("analyse.niet_besproken", tuple[str, ...])
    nodig = Veld[str]("analyse.nodig", str)
    wat_eerst = Veld[str]("analyse.wat_eerst", str)
    andere_wegen = Veld[str]("analyse.andere_wegen", str)
    afspraken = Veld[str]("analyse.afspraken", str)
    opnieuw_op = Veld[date]("analyse.opnieuw_op", date)
    deelnemers = Veld[str]("analyse.deelnemers", str)
    gedragswetenschapper = Veld[str]("analyse.gedragswetenschapper", str)
    registratie = Veld[str]("analyse.registratie", str)
    overlegd_op = Veld[date]("analyse.overlegd_op", date)
    gereed = Veld[Antwoord]("analyse.gereed", Antwoord)
    gereed_op = Veld[date]("analyse.gereed_op", date)
