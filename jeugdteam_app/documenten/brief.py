"""De brief als PDF, met de tekst zoals hij is afgemaakt. De verwijsbrief heeft plaats voor de huisarts.

Onder een verwijsbrief hoort wie verwijst, met AGB-code en handtekening; de praktijkondersteuner heeft geen eigen
verwijsrecht (Jeugdwet 2.6).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.brieftekst import LEEG
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.brief import Brief, Briefsoort
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.praktijk import Praktijk
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.profiel import Profiel

ONDERWERPEN: dict[Briefsoort, str] = {
    Briefsoort.GEZIN: N_("Wat we bespraken en afspraken"),
    Briefsoort.SCHOOL: N_("Samen met school"),
    Briefsoort.AANBIEDER: N_("Overdracht voor de hulp"),
    Briefsoort.HUISARTS: N_("Bericht aan de huisarts"),
    Briefsoort.GEMEENTE: N_("Advies aan de gemeente"),
    Briefsoort.VERWIJZING: N_("Verwijzing naar de jeugd-ggz"),
    Briefsoort.START: N_("Begin van de begeleiding"),
    Briefsoort.VOORTGANG: N_("Hoe het nu gaat"),
    Briefsoort.AFSLUITING: N_("Einde van de begeleiding"),
    Briefsoort.UITSTEL: N_("Ons besluit komt later"),
    Briefsoort.RECHTER: N_("Hoe het ging met de doelen"),
}


def maak(dossier: Dossier, brief: Brief, profiel: Profiel, wie: str, moment: datetime) -> bytes:
    """De brief als PDF, met de tekst zoals hij is afgemaakt."""
    kind, soort = dossier.een(Jeugdige), waarde_of(brief.wat, Briefsoort.GEZIN)
    dag = waarde(brief.datum) or moment.astimezone().date()
    verwijzing = soort is Briefsoort.VERWIJZING
    onderwerp = waarde_of(brief.onderwerp, "") or ONDERWERPEN[soort]
    gegevens = {
        "titel": onderwerp,
        "afzender": profiel.team or profiel.gemeente or "Lokaal team",
        "voet": ". ".join(filter(None, (f"Brief van {t.voluit(dag)}", _over_wie(kind) if verwijzing else ""))),
        **t.rondom(dossier),
        "briefhoofd": list(profiel.briefhoofd) or [profiel.team or "Briefhoofd: nog niet ingevuld"],
        "geadresseerde": waarde_of(brief.aan, "").splitlines() or ["Geadresseerde: nog niet ingevuld"],
        "kenmerken": _kenmerken(kind, soort, t.voluit(dag)),
        "delen": _delen(waarde_of(brief.tekst, "")),
        "ondertekening": [profiel.team, wie, profiel.functie, profiel.telefoon],
        "huisarts": _huisarts(dossier) if verwijzing else [],
    }
    return zet("brief", gegevens, moment)


def _delen(tekst: str) -> list[dict[str, Any]]:
    """Alinea's en opsommingen: regels die met een streepje beginnen, horen bij elkaar."""
    delen: list[dict[str, Any]] = []
    for regel in filter(None, (r.strip() for r in tekst.splitlines())):
        if not regel.startswith("- "):
            delen.append({"tekst": regel, "punten": []})
        elif delen and delen[-1]["punten"]:
            delen[-1]["punten"].append(regel[2:])
        else:
            delen.append({"tekst": "", "punten": [regel[2:]]})
    return delen


def _over_wie(kind: Jeugdige) -> str:
    """Op elke bladzijde over wie een verwijzing gaat, ook als alleen de handtekening overblijft."""
    return f"{kind.volledige_naam}, geboren op {t.voluit(waarde(kind.geboortedatum))}"


# Wie helpt, beslist of rekent met de brief, moet zeker weten over welk kind hij gaat.
_VOLLEDIG = frozenset(Briefsoort) - {Briefsoort.GEZIN, Briefsoort.SCHOOL, Briefsoort.UITSTEL}


def _kenmerken(kind: Jeugdige, soort: Briefsoort, dag: str) -> list[list[str]]:
    over = kind.volledige_naam if soort in _VOLLEDIG else kind.aanspreeknaam
    rijen = [["Datum", dag], ["Het gaat over", over or LEEG]]
    if soort in _VOLLEDIG:
        rijen.append(["Geboren op", t.voluit(waarde(kind.geboortedatum))])
    if soort is Briefsoort.VERWIJZING:
        rijen.append(["Burgerservicenummer", waarde_of(kind.bsn, LEEG)])
    return rijen


def _huisarts(dossier: Dossier) -> list[str]:
    van = dossier.een(Praktijk)
    return [
        f"Verwijzer: {waarde_of(van.huisarts, f'naam van de huisarts: {LEEG}')}",
        f"AGB-code: {waarde_of(van.huisarts_agb, LEEG)}",
        "Handtekening en stempel:",
    ]
