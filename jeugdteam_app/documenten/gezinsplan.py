"""Het plan van de familie: groot gezet, in hun eigen woorden, met daarachter (vanaf 16) het perspectiefplan.

Wat de medewerker noteerde, staat er nooit in.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jeugdteam_app.documenten import boekje
from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.gezinstaal import gemerkt, gezinstaal
from jeugdteam_app.documenten.tekst import zorgen_per_persoon
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.afscherming import LATER
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.doelen import Actie, Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan, Stap, Taal
from jeugdteam_app.dossier.gesprek import Instemmingen, Waarover
from jeugdteam_app.dossier.gezin import Gezin, Jeugdige, Persoon
from jeugdteam_app.dossier.handtekening import klopt
from jeugdteam_app.dossier.kort import gezegd, keuzes, namen
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Leefgebied, Perspectiefplan, Regelzaak
from jeugdteam_app.dossier.planvakken import ergens_twee_antwoorden
from jeugdteam_app.dossier.schets import punten
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Feit, alle_waarden, waarde, waarde_of
from jeugdteam_app.kern.periode import is_minstens
from jeugdteam_app.productenboek.profiel import Profiel


def maak(dossier: Dossier, profiel: Profiel, moment: datetime) -> bytes:
    """Het plan als PDF."""
    return zet("gezinsplan", gegevens(dossier, profiel, moment), moment)


def maak_boekje(dossier: Dossier, profiel: Profiel, moment: datetime) -> bytes:
    """Hetzelfde plan als boekje om af te drukken, te vouwen en te bewaren."""
    return boekje.maak("gezinsplan", gegevens(dossier, profiel, moment), moment)


def gegevens(dossier: Dossier, profiel: Profiel, moment: datetime) -> dict[str, Any]:
    """Alles wat op het plan staat."""
    naam = waarde_of(dossier.een(Gezin).naam, "")
    plan = dossier.een(Familiegroepsplan)
    delen = [*_plan(plan, dossier), *_beeld_en_doelen(dossier)]
    vraag = 1 if gezegd(plan.onze_vraag) else 0
    return {
        "titel": f"Ons plan: {naam}" if naam else "Ons plan",
        "afzender": naam or "De familie",
        "voet": f"Dit plan is van de familie. Afgedrukt op {t.voluit(t.dag_van(moment))}.",
        **t.rondom(dossier),
        "inleiding": _inleiding(dossier),
        "vraag": delen[:vraag],
        "delen": delen[vraag:],
        "tabellen": [*_wie_doet_wat(dossier), *_wie_is_het_eens(dossier, Waarover.FAMILIEGROEPSPLAN)],
        "handtekeningen": _handtekeningen(dossier, Waarover.FAMILIEGROEPSPLAN),
        "handtekeningen_perspectief": _handtekeningen(dossier, Waarover.PERSPECTIEFPLAN),
        "kop_mensen": "Wie horen bij ons",
        "tabelkop_mensen": ["Naam", "Wie is dat", "Kan helpen met"],
        "mensen": _mensen(dossier),
        "kop_perspectief": f"Het perspectiefplan van {dossier.een(Jeugdige).aanspreeknaam or 'de jongere'}",
        "tabelkop_gebied": ["Vraag", "Antwoord"],
        "perspectief": _perspectief(dossier),
        "gebieden": _gebieden(dossier, moment),
        "tabellen_perspectief": [*_regelzaken(dossier), *_wie_is_het_eens(dossier, Waarover.PERSPECTIEFPLAN)],
        "team": profiel.team,
    }


def _inleiding(dossier: Dossier) -> str:
    """Alleen waar er een plan is gemaakt, zegt het papier dat zij het zelf maakten."""
    zinnen = gezinstaal(Taal.NEDERLANDS).blokken
    gemaakt = waarde(dossier.een(Familiegroepsplan).stap) is Stap.GEMAAKT
    twee = [zinnen["twee-antwoorden"]] if ergens_twee_antwoorden(dossier) else []
    return " ".join((zinnen["plan-gemaakt" if gemaakt else "plan-bezig"], *twee))


def _plan(plan: Familiegroepsplan, dossier: Dossier) -> list[dict[str, Any]]:
    """Wat is opgeschreven, in de volgorde van het gesprek; wat leeg is, staat er niet."""
    zinnen, taal = gezinstaal(Taal.NEDERLANDS).blokken, plan.gesproken_taal
    delen = []
    for naam, veld in EIGEN_TEKST.items():
        tekst = gezegd(getattr(plan, veld.naam))
        per_persoon = zorgen_per_persoon(dossier) if naam == "zorgen" else []
        if tekst or per_persoon:
            punten_ = [gemerkt(wat, taal, wie=wie) for wie, wat in per_persoon]
            delen.append(t.deel(zinnen[naam], gemerkt(tekst, taal, "\n"), punten_))
    opnieuw, wie = keuzes(plan.kijken_opnieuw_op, t.voluit), namen(plan.wie_roept_bijeen)
    if opnieuw or wie:
        samen = f"Op {opnieuw or 'een dag die we nog afspreken'}."
        delen.append(t.deel("Wanneer kijken we opnieuw?", f"{samen} {f'{wie} roept ons bij elkaar.' if wie else ''}"))
    return delen


def _wie_doet_wat(dossier: Dossier) -> list[dict[str, Any]]:
    """De afspraken bij de doelen, in de volgorde van de doelen."""
    bij_doel = [(d.sleutel, a) for d in dossier.alle(Doel) for a in dossier.alle(Actie)]
    acties = [a for doel, a in bij_doel if waarde_of(a.doel, "") == doel and gezegd(a.wat)]
    open_ = "nog niet besproken"
    # Afspraken schrijft meestal de medewerker op; alleen aan het schrift is te zien dat het anders is.
    rijen = [
        [gemerkt(gezegd(a.wat), Taal.NEDERLANDS, "\n"), namen(a.wie) or open_, keuzes(a.wanneer, t.voluit) or open_]
        for a in acties
    ]
    return [{"kop": "Wie doet wat?", "koppen": ["Wat", "Wie", "Klaar op"], "rijen": rijen}] if rijen else []


def _wie_is_het_eens(dossier: Dossier, waarover: Waarover) -> list[dict[str, Any]]:
    """Wat iedereen van een plan vindt. Wie het niet eens is, staat er met eigen woorden."""
    taal = dossier.een(Familiegroepsplan).gesproken_taal
    rijen = [
        [
            i.wie or "nog geen naam",
            woord(i.eens) if i.eens else "nog niet gezegd",
            gemerkt(i.eigen_woorden, taal, "\n"),
        ]
        for item in dossier.alle(Instemmingen)
        for i in alle_waarden(item.inhoud)
        if i.waarover is waarover and (i.wie or i.eens or i.eigen_woorden)
    ]
    kop = f"Wie is het eens met {woord(waarover)}?"
    koppen = ["Wie", "Eens of niet", "In eigen woorden"]
    return [{"kop": kop, "koppen": koppen, "rijen": rijen}] if rijen else []


def _handtekeningen(dossier: Dossier, waarover: Waarover) -> list[dict[str, Any]]:
    """Wie tekende, en wanneer. Veranderde het plan daarna, dan staat dat in plaats van de handtekening."""
    uit = []
    for i in (i for item in dossier.alle(Instemmingen) for i in alle_waarden(item.inhoud)):
        if i.waarover is waarover and i.handtekening is not None:
            op = f"{i.wie or 'Nog geen naam'} tekende op {t.voluit(i.handtekening.op)}."
            if klopt(dossier, i):
                uit.append({"regel": op, "strepen": [punten(s) for s in i.handtekening.strepen]})
            else:
                uit.append({"regel": f"{op} Daarna is het plan veranderd.", "strepen": []})
    return uit


def _regelzaken(dossier: Dossier) -> list[dict[str, Any]]:
    """Alleen waar iets over gezegd is, ook alleen wie het doet: de rest is misschien niet voor deze jongere."""
    regels = [(zaak, dossier.regeling(zaak)) for zaak in Regelzaak]
    gezegd_ = [(woord(zaak), keuzes(regel.hoe_ver, woord), namen(regel.wie)) for zaak, regel in regels]
    rijen = [[wat, hoe_ver or "nog niet gezegd", wie] for wat, hoe_ver, wie in gezegd_ if hoe_ver or wie]
    kop = "Wat geregeld moet zijn bij 18 jaar"
    return [{"kop": kop, "koppen": ["Wat", "Hoe ver", "Wie"], "rijen": rijen}] if rijen else []


def _beeld_en_doelen(dossier: Dossier) -> list[dict[str, Any]]:
    delen = []
    if beeld := gezegd(dossier.een(Analyse).gedeeld_beeld):
        delen.append(t.deel("Zo begrijpen we het samen", "Dit schreven wij samen met het team op.\n" + beeld))
    if doelen := [doel for d in dossier.alle(Doel) if (doel := gezegd(d.tekst))]:
        delen.append(t.deel("Onze doelen", "", doelen))
    return delen


def _mensen(dossier: Dossier) -> list[list[str]]:
    rijen = []
    for persoon in dossier.alle(Persoon):
        kan = gemerkt(gezegd(persoon.kan_helpen_met), Taal.NEDERLANDS, "\n")
        wie = "dit kind zelf" if persoon.sleutel == dossier.zichzelf else keuzes(persoon.rol, woord)
        rijen.append([persoon.weergavenaam, wie, kan])
    return [rij for rij in rijen if rij[0]]


def _perspectief(dossier: Dossier) -> list[dict[str, Any]]:
    plan = dossier.een(Perspectiefplan)
    koppen = [
        ("Mijn droom", plan.droom),
        ("Wie is er altijd voor mij?", plan.steunfiguur),
        ("Hulp in de komende twee jaar", plan.komende_twee_jaar),
        ("Hulp na 18 jaar", plan.na_achttien),
        ("Wie bel ik na mijn achttiende?", plan.contact_na_achttien),
        ("Wie krijgt wat te weten?", plan.overdracht),
        ("Wat moet deze woonplek opleveren?", plan.verwacht_resultaat),
        ("Waar woon ik later?", plan.op_lange_termijn),
    ]
    taal = dossier.een(Familiegroepsplan).gesproken_taal
    delen = [t.deel(kop, gemerkt(tekst, taal, "\n")) for kop, feit in koppen if (tekst := gezegd(feit))]
    if opnieuw := keuzes(plan.opnieuw_op, t.voluit):
        delen.append(t.deel("Wanneer kijken we opnieuw?", f"Op {opnieuw}."))
    return delen


def _gebieden(dossier: Dossier, moment: datetime) -> list[dict[str, Any]]:
    """Vanaf 16 jaar altijd, ook wat nog open is; daarvoor alleen als er iets is opgeschreven.

    Is het plan voor later niet voor deze lezer, dan staat er niets: ‘nog niet besproken’ zou niet waar zijn.
    """
    if LATER in dossier.verborgen:
        return []
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    zestien = is_minstens(geboren, 16, t.dag_van(moment))
    niet = waarde(dossier.een(Perspectiefplan).niet_besproken) or ()
    taal = dossier.een(Familiegroepsplan).gesproken_taal
    uit = []
    for gebied in Leefgebied:
        plan = dossier.gebied(gebied)
        if gebied.value in niet and plan.is_leeg:
            uit.append({"kop": woord(gebied), "rijen": [["Hierover", "hier praten we niet over"]]})
            continue
        vast = [("Hoe is het nu?", plan.nu), ("Hoe wil ik het?", plan.gewenst), ("Wie helpt?", plan.wie_helpt)]
        rijen = [[kop, _eigen(feit, taal) or "nog niet besproken"] for kop, feit in vast] + _verder(plan, taal)
        if zestien or len(rijen) > len(vast) or any(gezegd(feit) for _kop, feit in vast):
            uit.append({"kop": woord(gebied), "rijen": rijen})
    return uit


def _met_dag(actie: str, wanneer: str) -> str:
    if not wanneer:
        return actie
    punt = "." if actie and actie[-1] not in ".!?)" else ""
    return f"{actie}{punt} Klaar op {wanneer}.".strip()


def _eigen(feit: Feit[str], taal: Taal) -> str:
    return gemerkt(gezegd(feit), taal, "\n")


def _verder(plan: Gebiedsplan, taal: Taal) -> list[list[str]]:
    """Wat er verder over een gebied is afgesproken; wat leeg is, staat er niet. Het cijfer blijft bij het gesprek."""
    wanneer = keuzes(plan.wanneer, t.voluit)
    wetten = dict.fromkeys(woord(wet) for gekozen in alle_waarden(plan.wetten) for wet in gekozen)
    rijen = [
        ["Wat kan ik zelf?", _eigen(plan.zelf, taal)],
        ["Wat gaat er gebeuren?", _met_dag(_eigen(plan.actie, taal), wanneer)],
        ["Onder welke wet?", ", ".join(wetten)],
        ["Wat kan er misgaan?", _eigen(plan.risico, taal)],
        ["Wat doen we dan?", _eigen(plan.plan_b, taal)],
    ]
    return [rij for rij in rijen if rij[1]]
