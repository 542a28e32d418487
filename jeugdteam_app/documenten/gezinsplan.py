"""Het plan van de familie: groot gezet, in hun eigen woorden, met daarachter (vanaf 16) het perspectiefplan.

Wat de medewerker noteerde, staat er nooit in.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Stap
from jeugdteam_app.dossier.gezin import Gezin, Jeugdige, Persoon
from jeugdteam_app.dossier.perspectiefplan import Leefgebied, Perspectiefplan
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.periode import leeftijd
from jeugdteam_app.productenboek.profiel import Profiel


def maak(dossier: Dossier, profiel: Profiel, moment: datetime) -> bytes:
    """Het plan als PDF. De notitie van de medewerker staat er nooit in: het papier is van de familie."""
    return zet("gezinsplan", gegevens(dossier, profiel, moment), moment)


def gegevens(dossier: Dossier, profiel: Profiel, moment: datetime) -> dict[str, Any]:
    """Alles wat op het plan staat."""
    naam = waarde_of(dossier.een(Gezin).naam, "")
    plan = dossier.een(Familiegroepsplan)
    return {
        "titel": f"Ons plan: {naam}" if naam else "Ons plan",
        "afzender": naam or "De familie",
        "voet": f"Dit plan is van de familie. Afgedrukt op {t.voluit(moment.date())}.",
        "bladzijde": "bladzijde",
        "uitleg_onbekende_tekens": t.UITLEG_TEKENS,
        "banden": [t.BAND_VOORBEELD] if t.is_voorbeeld(dossier) else [],
        "inleiding": _inleiding(plan),
        "delen": [*_plan(plan), *_beeld_en_doelen(dossier)],
        "kop_mensen": "Wie horen bij ons",
        "tabelkop_mensen": ["Naam", "Wie is dat", "Kan helpen met"],
        "mensen": _mensen(dossier),
        "kop_perspectief": f"Het perspectiefplan van {dossier.een(Jeugdige).aanspreeknaam or 'de jongere'}",
        "tabelkop_gebied": ["Vraag", "Antwoord"],
        "perspectief": _perspectief(dossier),
        "gebieden": _gebieden(dossier, moment),
        "team": profiel.team,
    }


def _inleiding(plan: Familiegroepsplan) -> str:
    """Alleen waar er een plan is gemaakt, zegt het papier dat zij het zelf maakten."""
    if waarde(plan.stap) is Stap.GEMAAKT:
        return "Dit is ons plan. Wij hebben het zelf gemaakt, met mensen die voor ons belangrijk zijn."
    return "Hier staat wat wij tot nu toe samen hebben opgeschreven. Het is nog niet af."


def _plan(plan: Familiegroepsplan) -> list[dict[str, Any]]:
    """Wat is opgeschreven, in de volgorde van het gesprek; wat leeg is, staat er niet."""
    vragen = [
        ("Wat is onze vraag?", plan.onze_vraag),
        ("Wat gaat er goed?", plan.wat_gaat_goed),
        ("Waar maken we ons zorgen over?", plan.onze_zorgen),
        ("Wat willen we nu?", plan.willen_nu),
        ("Wat willen we over een paar maanden?", plan.willen_straks),
        ("Wat doen we zelf?", plan.doen_we_zelf),
        ("Wat doen mensen om ons heen?", plan.doet_ons_netwerk),
        ("Wat vragen we van anderen?", plan.vragen_van_anderen),
        ("Hoe houden we het veilig?", plan.veilig_afspraken),
        ("Wat als het anders loopt?", plan.als_het_anders_loopt),
    ]
    delen = [t.deel(kop, tekst) for kop, feit in vragen if (tekst := waarde_of(feit, "").strip())]
    opnieuw, wie = waarde(plan.kijken_opnieuw_op), waarde_of(plan.wie_roept_bijeen, "")
    if opnieuw or wie:
        samen = f"Op {t.voluit(opnieuw, 'een dag die we nog afspreken')}."
        delen.append(t.deel("Wanneer kijken we opnieuw?", f"{samen} {f'{wie} roept ons bij elkaar.' if wie else ''}"))
    return delen


def _beeld_en_doelen(dossier: Dossier) -> list[dict[str, Any]]:
    delen = []
    if beeld := waarde_of(dossier.een(Analyse).gedeeld_beeld, ""):
        delen.append(t.deel("Zo begrijpen we het samen", beeld))
    if doelen := [waarde_of(d.tekst, "") for d in dossier.alle(Doel)]:
        delen.append(t.deel("Onze doelen", "", [d for d in doelen if d]))
    return delen


def _mensen(dossier: Dossier) -> list[list[str]]:
    rijen = []
    for persoon in dossier.alle(Persoon):
        rol = waarde(persoon.rol)
        rijen.append([persoon.weergavenaam, woord(rol) if rol else "", waarde_of(persoon.kan_helpen_met, "")])
    return [rij for rij in rijen if rij[0]]


def _perspectief(dossier: Dossier) -> list[dict[str, Any]]:
    plan = dossier.een(Perspectiefplan)
    koppen = [
        ("Mijn droom", plan.droom),
        ("Hulp in de komende twee jaar", plan.komende_twee_jaar),
        ("Hulp na 18 jaar", plan.na_achttien),
    ]
    return [t.deel(kop, waarde_of(feit, "")) for kop, feit in koppen if waarde_of(feit, "")]


def _gebieden(dossier: Dossier, moment: datetime) -> list[dict[str, Any]]:
    """Vanaf 16 jaar altijd, ook wat nog open is; daarvoor alleen als er iets is opgeschreven."""
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    zestien = geboren is not None and leeftijd(geboren, moment.date()) >= 16
    uit = []
    for gebied in Leefgebied:
        plan = dossier.gebied(gebied)
        rijen = [["Hoe is het nu?", plan.nu], ["Hoe wil ik het?", plan.gewenst], ["Wie helpt?", plan.wie_helpt]]
        gevuld = [[str(kop), waarde_of(feit, "") or "nog niet besproken"] for kop, feit in rijen]  # type: ignore[arg-type]
        if zestien or any(waarde_of(feit, "") for _, feit in rijen):  # type: ignore[arg-type]
            uit.append({"kop": woord(gebied), "rijen": gevuld})
    return uit
