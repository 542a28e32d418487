"""Hoe het veld de keuzes noemt: het woord bij elke code, zoals het in beeld en op papier staat."""

from __future__ import annotations

from enum import StrEnum

from jeugdteam_app.dossier.aanmelding import Antwoord, Beslisser, Ernst, Tolk, Uitkomst, Urgentie, Verwijzer, Waarvoor
from jeugdteam_app.dossier.afweging import Hulpvorm, Klachten, Probleemgebied
from jeugdteam_app.dossier.analyse import Eens, Gebied, Kleur, Soortfactor, Soortuitspraak
from jeugdteam_app.dossier.familiegroepsplan import Afzien, Stap
from jeugdteam_app.dossier.gezin import Geslacht, Gezag, Rol
from jeugdteam_app.dossier.perspectiefplan import Leefgebied
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.taal import N_

_PAREN: tuple[tuple[StrEnum, str], ...] = (
    (Antwoord.JA, N_("ja")),
    (Antwoord.NEE, N_("nee")),
    (Gezag.JA, N_("ja")),
    (Gezag.NEE, N_("nee")),
    (Geslacht.ONBEKEND, N_("niet bekend")),
    (Geslacht.MAN, N_("jongen")),
    (Geslacht.VROUW, N_("meisje")),
    (Rol.OUDER, N_("ouder")),
    (Rol.STIEFOUDER, N_("stiefouder")),
    (Rol.PLEEGOUDER, N_("pleegouder")),
    (Rol.VOOGD, N_("voogd")),
    (Rol.BROER_ZUS, N_("broer of zus")),
    (Rol.FAMILIE, N_("andere familie")),
    (Rol.VRIEND_BUUR, N_("vriend of buur")),
    (Rol.SCHOOL, N_("school")),
    (Rol.HULPVERLENER, N_("hulpverlener")),
    (Rol.ANDERS, N_("iemand anders")),
    (Verwijzer.GEMEENTE, N_("gemeente")),
    (Verwijzer.HUISARTS, N_("huisarts")),
    (Verwijzer.JEUGDARTS, N_("jeugdarts")),
    (Verwijzer.GI, N_("gecertificeerde instelling")),
    (Verwijzer.MEDISCH_SPECIALIST, N_("medisch specialist")),
    (Verwijzer.ZELF, N_("gezin zelf")),
    (Verwijzer.RECHTER, N_("kinderrechter")),
    (Uitkomst.BEANTWOORD, N_("beantwoord en klaar")),
    (Uitkomst.VERDER, N_("we gaan samen verder")),
    (Ernst.LICHT, N_("licht")),
    (Ernst.MATIG, N_("matig")),
    (Ernst.ERNSTIG, N_("ernstig")),
    (Urgentie.KAN_WACHTEN, N_("kan even wachten")),
    (Urgentie.SNEL, N_("snel")),
    (Urgentie.DIRECT, N_("nu direct")),
    (Tolk.GEEN, N_("geen tolk nodig")),
    (Tolk.TAAL, N_("tolk voor een taal")),
    (Tolk.DOVENTOLK, N_("doventolk")),
    (Tolk.DOOFBLINDENTOLK, N_("tolk voor doofblinden")),
    (Waarvoor.HULP, N_("hulp")),
    (Waarvoor.DELEN, N_("informatie delen")),
    (Beslisser.GEZAGSDRAGERS, N_("wie het gezag heeft")),
    (Beslisser.JEUGDIGE_EN_GEZAGSDRAGERS, N_("de jongere en wie het gezag heeft, samen")),
    (Beslisser.JEUGDIGE, N_("de jongere zelf")),
    (Soortuitspraak.FEIT, N_("feit")),
    (Soortuitspraak.BELEVING, N_("beleving")),
    (Soortuitspraak.MENING, N_("mening")),
    (Eens.EENS, N_("mee eens")),
    (Eens.DEELS, N_("deels mee eens")),
    (Eens.ONEENS, N_("niet mee eens")),
    (Gebied.KIND, N_("kind")),
    (Gebied.OUDERS, N_("ouders en opvoeding")),
    (Gebied.GEZIN, N_("gezin")),
    (Gebied.OMGEVING, N_("omgeving")),
    (Kleur.KRACHT, N_("kracht")),
    (Kleur.ZORG, N_("zorg")),
    (Soortfactor.KWETSBAARMAKEND, N_("maakte kwetsbaar")),
    (Soortfactor.UITLOKKEND, N_("lokte het uit")),
    (Soortfactor.IN_STAND_HOUDEND, N_("houdt het in stand")),
    (Soortfactor.BESCHERMEND, N_("beschermt")),
    (Stap.NOG_NIET, N_("nog niet")),
    (Stap.GEMAAKT, N_("gemaakt")),
    (Stap.AFGEZIEN, N_("van afgezien")),
    (Afzien.OUDERS_WILLEN_NIET, N_("ouders willen er geen gebruik van maken")),
    (Afzien.BEDREIGING, N_("er zijn concrete bedreigingen voor de ontwikkeling van het kind")),
    (Afzien.BELANGEN_GESCHAAD, N_("het zou de belangen van het kind op een andere manier schaden")),
    (Klachten.GEEN, N_("geen")),
    (Klachten.LICHT, N_("licht")),
    (Klachten.MATIG, N_("matig")),
    (Klachten.ERNSTIG, N_("ernstig")),
    (Probleemgebied.GEZIN, N_("thuis, in het gezin")),
    (Probleemgebied.SCHOOL, N_("op school")),
    (Probleemgebied.WELZIJN, N_("hoe het kind zich voelt")),
    (Probleemgebied.GEZONDHEID, N_("gezondheid")),
    (Probleemgebied.VRIJE_TIJD, N_("vrienden en vrije tijd")),
    (Hulpvorm.KIND, N_("het kind zelf")),
    (Hulpvorm.OPVOEDING, N_("opvoeden")),
    (Hulpvorm.GEZIN, N_("het hele gezin")),
    (Hulpvorm.DIAGNOSE, N_("onderzoeken wat er speelt")),
    (Leefgebied.WONEN, N_("Wonen")),
    (Leefgebied.INKOMEN, N_("Geld en inkomen")),
    (Leefgebied.WELZIJN, N_("Je goed voelen")),
    (Leefgebied.SCHOOL_WERK, N_("School en werk")),
    (Leefgebied.STEUN, N_("Mensen die er voor je zijn")),
    (Eenheid.MINUUT, N_("minuten")),
    (Eenheid.UUR, N_("uur")),
    (Eenheid.ETMAAL, N_("etmalen")),
    (Eenheid.DAGDEEL, N_("dagdelen")),
    (Eenheid.STUKS_OUTPUT, N_("stuks")),
    (Eenheid.EUROS, N_("eurocent")),
    (Eenheid.STUKS_INSPANNING, N_("keer")),
    (Frequentie.PER_DAG, N_("per dag")),
    (Frequentie.PER_WEEK, N_("per week")),
    (Frequentie.PER_MAAND, N_("per maand")),
    (Frequentie.TOTAAL, N_("in totaal")),
)

# Codes van verschillende lijsten kunnen gelijk geschreven zijn; het woord hangt ook van de lijst af.
_WOORDEN = {(type(code), code.value): zin for code, zin in _PAREN}


def woord(code: StrEnum) -> str:
    """Het Nederlandse woord bij een code; de rand vertaalt het."""
    return _WOORDEN[type(code), code.value]
