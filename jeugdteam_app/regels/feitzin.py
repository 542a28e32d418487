"""Een feit of een voorwaarde als stukje zin, zoals je het tegen ouders zegt."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from jeugdteam_app.dossier.aanmelding import Antwoord, Verwijzer
from jeugdteam_app.dossier.afweging import VRAGEN, Hulpvorm, Klachten, Probleemgebied
from jeugdteam_app.dossier.familiegroepsplan import Afzien, Stap
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.productenboek.boek import Norm
from jeugdteam_app.productenboek.profiel import Rol
from jeugdteam_app.productenboek.voorwaarden import GEEN_GRENS, Bevat, Een, Minstens, Tussen, Voorwaarde

# Een document is altijd Nederlands, het scherm in de gekozen taal.
Vertaal: TypeAlias = Callable[[str], str]
# Bedragen staan in een boek in centen.
_EUROCENT = "eurocent"

_NAMEN = {
    "dag": N_("de dag van het advies"),
    "leeftijd": N_("leeftijd"),
    "acuut_gevaar": N_("acuut gevaar"),
    "zorgen_over_veiligheid": N_("zorgen over veiligheid"),
    "analyse_gereed": N_("analyse klaar"),
    "aantal_doelen": N_("aantal doelen"),
    "fgp_stap": N_("familiegroepsplan"),
    "fgp_grond": N_("grond om van het plan af te zien"),
    "fgp_aangeboden": N_("familiegroepsplan aangeboden"),
    "fgp_geregeld": N_("familiegroepsplan geregeld"),
    "perspectiefplan_gemaakt": N_("perspectiefplan gemaakt"),
    "woont_niet_thuis": N_("het kind woont nu niet thuis"),
    "verwijzer": N_("wie verwees"),
    "maanden_sinds_aanmelding": N_("maanden sinds de eerste vraag"),
    "aantal_toewijzingen": N_("aantal eerdere toewijzingen"),
    "zwaarte_uitgelegd": N_("opgeschreven waarom deze zwaarte past"),
    "rol": N_("wat uw team mag"),
    "gemeente": N_("gemeente"),
    "gekozen_segment": N_("gekozen segment"),
    "gekozen_verblijf": N_("gekozen: het kind slaapt ergens anders"),
    "gekozen_zwaarte": N_("zwaarte van het gekozen product, van 1 tot en met 5"),
    "gekozen_vraagt_analyse": N_("het gekozen product vraagt een verklarende analyse"),
    "gekozen_vraagt_perspectiefplan": N_("het gekozen product vraagt een perspectiefplan"),
    "past_segment": N_("segment dat past"),
    "past_verblijf": N_("er past een plek om te slapen"),
    "past_dag": N_("er past hulp overdag"),
    "past_specialistisch": N_("er past zwaardere hulp"),
    "geen_segment": N_("er past geen segment"),
    "geen_product": N_("er past geen product"),
}
# Zoals een eenheid heet als er één van is; de andere blijven gelijk.
_ENKEL = {
    Eenheid.MINUUT: N_("minuut"),
    Eenheid.ETMAAL: N_("etmaal"),
    Eenheid.DAGDEEL: N_("dagdeel"),
    Eenheid.STUKS_OUTPUT: N_("stuk"),
}
_LIJSTEN: dict[str, type[StrEnum]] = {
    "klachten": Klachten,
    "probleemgebieden": Probleemgebied,
    "hulp_voor": Hulpvorm,
    "fgp_stap": Stap,
    "fgp_grond": Afzien,
    "verwijzer": Verwijzer,
}
ROLLEN = {
    Rol.LOKAAL_TEAM: N_("besluiten, met een mandaat"),
    Rol.POH_JEUGD: N_("voorbereiden wat de huisarts tekent"),
    Rol.ADVISEUR: N_("adviseren, de gemeente besluit"),
    Rol.SOCIAAL_TEAM: N_("helpen en doorverwijzen, niet besluiten"),
}


def feitzin(naam: str, waarde: str, vertaal: Vertaal = _) -> str:
    """Bijvoorbeeld: ‘Is thuis een veilige plek? nee’."""
    return f"{_begin(naam, vertaal)} {_waarde(naam, waarde, vertaal)}"


def _begin(naam: str, vertaal: Vertaal = _) -> str:
    vraag = VRAGEN.get(naam)
    return vertaal(vraag.tekst) if vraag else f"{vertaal(_NAMEN.get(naam, naam))}:"


def gemist_zin(voorwaarde: str, vertaal: Vertaal = _, *, uitgesloten: bool) -> str:
    """Waarop een product afviel, bij een voorwaarde die al een zin is."""
    zin = N_("Het boek sluit dit uit bij {voorwaarde}.") if uitgesloten else N_("Het boek vraagt bij {voorwaarde}.")
    return vertaal(zin).format(voorwaarde=voorwaarde)


def voorwaardezin(voorwaarde: Voorwaarde, vertaal: Vertaal = _) -> str:
    """Een voorwaarde als stukje zin, bijvoorbeeld: ‘leeftijd: 4 tot en met 12’."""
    match voorwaarde:
        case Een(een_van=mag) | Bevat(bevat=mag):
            antwoorden = vertaal(N_(" of ")).join(_waarde(voorwaarde.feit, w, vertaal) for w in sorted(mag))
            vraag = VRAGEN.get(voorwaarde.feit)
            begin = f"‘{vertaal(vraag.tekst)}’:" if vraag else _begin(voorwaarde.feit, vertaal)
            return f"{begin} {antwoorden}"
        case Minstens(minstens=aantal):
            return vertaal(N_("{feit} minstens {aantal}")).format(feit=_begin(voorwaarde.feit, vertaal), aantal=aantal)
        case Tussen(van=van, tot_en_met=tot) if tot >= GEEN_GRENS:
            return vertaal(N_("{feit} vanaf {van}")).format(feit=_begin(voorwaarde.feit, vertaal), van=van)
        case Tussen(van=van, tot_en_met=tot):
            tussen = vertaal(N_("{feit} {van} tot en met {tot}"))
            return tussen.format(feit=_begin(voorwaarde.feit, vertaal), van=van, tot=tot)


def _waarde(naam: str, waarde: str, vertaal: Vertaal = _) -> str:
    if naam == "rol" and waarde in set(Rol):
        return vertaal(ROLLEN[Rol(waarde)])
    lijst = _LIJSTEN.get(naam, Antwoord)
    delen = [vertaal(woord(lijst(w))) if w in set(lijst) else vertaal(w) for w in waarde.split(", ")]
    return ", ".join(delen)


def aantal(hoeveel: int, eenheid: Eenheid, vertaal: Vertaal = _) -> str:
    """Bijvoorbeeld: 36 uur, 1 dagdeel. Euro's als bedrag, want in een boek en een besluit staan ze in centen."""
    if eenheid is Eenheid.EUROS:
        return str(Geld(hoeveel))
    naam = _ENKEL.get(eenheid, woord(eenheid)) if hoeveel == 1 else woord(eenheid)
    return f"{hoeveel} {vertaal(naam)}"


def normzin(norm: Norm, vertaal: Vertaal = _) -> str:
    """Een norm als stukje zin, bijvoorbeeld ‘8 uur in totaal’ of ‘€ 78,00 per uur’. Zonder waarde: niet bekend."""
    if norm.waarde is None:
        return vertaal(N_("niet bekend"))
    if norm.eenheid.startswith(_EUROCENT):
        return f"{Geld(norm.waarde)} {vertaal(norm.eenheid.removeprefix(_EUROCENT).strip())}".strip()
    eenheid, streep, frequentie = norm.eenheid.partition("/")
    if streep and eenheid in set(Eenheid) and frequentie in set(Frequentie):
        hoeveel = aantal(norm.waarde, Eenheid(eenheid), vertaal)
        return f"{hoeveel} {vertaal(woord(Frequentie(frequentie)))}"
    return f"{norm.waarde} {vertaal(norm.eenheid)}".strip()
