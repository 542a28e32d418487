"""De feiten waar regels mee rekenen: antwoorden uit het dossier plus wat daar op een dag uit volgt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeAlias

from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord, Verwijzer, Vraagverheldering
from jeugdteam_app.dossier.afweging import VRAGEN, Afweging, veld_van
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Stap
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.lopend import lopend
from jeugdteam_app.dossier.perspectiefplan import Leefgebied, Perspectiefplan
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, Onbekend, waarde, waarde_of
from jeugdteam_app.kern.periode import hele_maanden, leeftijd

Feiten: TypeAlias = Mapping[str, Feit[Any]]

# Feiten die uit andere hoofdstukken volgen, met de naam waaronder regels ze kennen.
AFGELEID = (
    "leeftijd",
    "acuut_gevaar",
    "zorgen_over_veiligheid",
    "analyse_gereed",
    "aantal_doelen",
    "fgp_stap",
    "fgp_aangeboden",
    "fgp_grond",
    "fgp_geregeld",
    "perspectiefplan_gemaakt",
    "woont_niet_thuis",
    "verwijzer",
    "maanden_sinds_aanmelding",
    "aantal_toewijzingen",
    "zwaarte_uitgelegd",
)
# Waar een feit staat als het uit één ander veld komt; wat uit meer velden volgt, heeft niet één schrijver.
VINDPLAATS: dict[str, tuple[str, Veld[Any]]] = {
    "leeftijd": (Jeugdige.soort, Jeugdige.geboortedatum),
    "acuut_gevaar": (Vraagverheldering.soort, Vraagverheldering.veiligheid),
    "zorgen_over_veiligheid": (Vraagverheldering.soort, Vraagverheldering.veiligheid),
    "analyse_gereed": (Analyse.soort, Analyse.gereed),
    "fgp_stap": (Familiegroepsplan.soort, Familiegroepsplan.stap),
    "fgp_aangeboden": (Familiegroepsplan.soort, Familiegroepsplan.aangeboden_op),
    "fgp_grond": (Familiegroepsplan.soort, Familiegroepsplan.afzien_grond),
    "verwijzer": (Aanmelding.soort, Aanmelding.verwijzer),
    "maanden_sinds_aanmelding": (Aanmelding.soort, Aanmelding.datum),
    "zwaarte_uitgelegd": (Keuze.soort, Keuze.reden),
}
# Wat het team en de gemeente zijn, en wat er gekozen is; bekend buiten het dossier zelf.
VAN_TEAM = ("rol", "gemeente")
VAN_KEUZE = (
    "gekozen_segment",
    "gekozen_verblijf",
    "gekozen_zwaarte",
    "gekozen_vraagt_analyse",
    "gekozen_vraagt_perspectiefplan",
)
# Wat het advies onderweg zelf vindt, voor regels die daarop volgen.
VAN_ADVIES = ("past_segment", "past_verblijf", "past_dag", "past_specialistisch", "geen_segment", "geen_product")

GETALLEN = frozenset(
    {"leeftijd", "aantal_doelen", "maanden_sinds_aanmelding", "aantal_toewijzingen", "gekozen_zwaarte"}
)
MEERKEUZES = frozenset({"probleemgebieden", "hulp_voor", "past_segment"})
FEITNAMEN = frozenset({*VRAGEN, *AFGELEID, *VAN_TEAM, *VAN_KEUZE, *VAN_ADVIES})


def verzamel(dossier: Dossier, op: date) -> Feiten:
    """Alle feiten van een dossier op een dag."""
    afweging = dossier.een(Afweging)
    antwoorden = {naam: _leeg_is_onbekend(veld_van(naam).__get__(afweging, Afweging)) for naam in VRAGEN}
    return antwoorden | _afgeleid(dossier, op)


def is_acuut(dossier: Dossier) -> bool:
    """Of er nu acuut gevaar is."""
    gezien = waarde(dossier.een(Vraagverheldering).veiligheid)
    return gezien is not None and gezien.acuut_gevaar is Antwoord.JA


def _leeg_is_onbekend(feit: Feit[Any]) -> Feit[Any]:
    """Een keuze met meer antwoorden waarin nog niets is aangevinkt, is niet 'geen van deze'."""
    return Onbekend() if isinstance(feit, Bekend) and feit.waarde == () else feit


def _afgeleid(dossier: Dossier, op: date) -> dict[str, Feit[Any]]:
    plan = dossier.een(Familiegroepsplan)
    check = dossier.een(Vraagverheldering).veiligheid
    gezien = waarde(check)
    verwijzer: Feit[Verwijzer] = dossier.een(Aanmelding).verwijzer
    aangemeld = waarde(dossier.een(Aanmelding).datum)
    return {
        "leeftijd": _leeftijd(dossier.een(Jeugdige).geboortedatum, op),
        "acuut_gevaar": _of_onbekend(gezien.acuut_gevaar if gezien else None),
        "zorgen_over_veiligheid": _of_onbekend(gezien.zorgen_over_veiligheid if gezien else None),
        "analyse_gereed": dossier.een(Analyse).gereed,
        "aantal_doelen": Bekend(sum(bool(waarde_of(d.tekst, "").strip()) for d in dossier.alle(Doel))),
        "fgp_stap": plan.stap,
        "fgp_aangeboden": _gedaan(plan.aangeboden_op),
        "fgp_grond": plan.afzien_grond,
        "fgp_geregeld": Bekend(_ja_nee(_fgp_geregeld(plan))),
        "perspectiefplan_gemaakt": Bekend(_ja_nee(heeft_perspectief(dossier))),
        "woont_niet_thuis": Bekend(_ja_nee(_woont_niet_thuis(dossier, op))),
        "verwijzer": verwijzer,
        "maanden_sinds_aanmelding": _maanden_voorbij(aangemeld, op),
        "zwaarte_uitgelegd": Bekend(_ja_nee(bool(waarde_of(dossier.een(Keuze).reden, "").strip()))),
        "aantal_toewijzingen": Bekend(sum(not een.is_verwijderd for een in lopend(dossier))),
    }


def _fgp_geregeld(plan: Familiegroepsplan) -> bool:
    """Gemaakt, afgezien op een grond van de wet, of aangeboden (Jeugdwet 4.1.2)."""
    stap = waarde(plan.stap)
    if stap is Stap.AFGEZIEN:
        return waarde(plan.afzien_grond) is not None
    return stap is Stap.GEMAAKT or waarde(plan.aangeboden_op) is not None


def _leeftijd(geboren: Feit[date], op: date) -> Feit[int]:
    if isinstance(geboren, Bekend):
        return Bekend(leeftijd(geboren.waarde, op))
    return Conflict(()) if isinstance(geboren, Conflict) else geboren


def _maanden_voorbij(sinds: date | None, op: date) -> Feit[int]:
    """Hoeveel maanden er al voorbij zijn: op de dag zelf is het nog niet langer dan dat."""
    return Bekend(hele_maanden(sinds, op - timedelta(days=1))) if sinds else Onbekend()


def _gedaan(op: Feit[date]) -> Feit[Antwoord]:
    """Of iets op een dag gebeurd is. Nog geen dag is nog niet gebeurd; een conflict is onbekend."""
    return Onbekend() if isinstance(op, Conflict) else Bekend(_ja_nee(waarde(op) is not None))


def _of_onbekend(antwoord: Antwoord | None) -> Feit[Antwoord]:
    return Onbekend() if antwoord is None else Bekend(antwoord)


def _ja_nee(waar: bool) -> Antwoord:
    return Antwoord.JA if waar else Antwoord.NEE


def _woont_niet_thuis(dossier: Dossier, op: date) -> bool:
    """Of het kind al ergens anders woont: dat is ingevuld, of er loopt hulp met een plek om te wonen."""
    sinds = waarde(dossier.een(Jeugdige).verblijf_sinds)
    woont_elders = any(een.inhoud.woonplek is not None and een.is_bezig(op) for een in lopend(dossier))
    return woont_elders or (sinds is not None and sinds <= op)


def _heeft_een_andere_plek(dossier: Dossier) -> bool:
    """Of het kind ergens anders woont of gaat wonen, en dat niet is gestopt."""
    plekken = (een for een in lopend(dossier) if een.inhoud.woonplek is not None and not een.is_verwijderd)
    is_er = any(waarde(een.item.gestopt_op) is None for een in plekken)
    return is_er or waarde(dossier.een(Jeugdige).verblijf_sinds) is not None


def heeft_perspectief(dossier: Dossier) -> bool:
    """Of het perspectiefplan er is: over elk gebied iets gewenst of ‘hier praten we niet over’, en de hulp die komt.

    Woont het kind niet thuis, dan hoort erbij wat die plek moet opleveren en waar het later woont (002, 245-247).
    """
    plan = dossier.een(Perspectiefplan)
    vooruitzicht = waarde(plan.verwacht_resultaat) and waarde(plan.op_lange_termijn)
    if _heeft_een_andere_plek(dossier) and not vooruitzicht:
        return False
    niet = waarde(plan.niet_besproken) or ()
    gebieden = all(waarde(dossier.gebied(g).gewenst) or g.value in niet for g in Leefgebied)
    return gebieden and bool(waarde(plan.komende_twee_jaar))
