"""Of een handtekening nog hoort bij wat er nu staat: bij het plan, en bij wat die persoon ervan vindt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from datetime import date
from typing import Any

from jeugdteam_app.dossier.afscherming import voor_ogen, zonder_afscherming
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.doelen import Actie, Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Zorg
from jeugdteam_app.dossier.gesprek import Handtekening, Instemming, Waarover
from jeugdteam_app.dossier.gezin import Persoon
from jeugdteam_app.dossier.perspectiefplan import Leefgebied, Perspectiefplan, Regelzaak
from jeugdteam_app.dossier.schets import Schets
from jeugdteam_app.dossier.velden import Voorwerp, velden_van
from jeugdteam_app.kern.feit import Feit, alle_waarden

# Wat de medewerker voor zichzelf onthoudt, en wanneer iets op papier ging, hoort niet bij wat iemand tekende.
_ERBUITEN = frozenset({
    "aangeboden_op", "stap", "afzien_grond", "afgezien_op", "hulpplan_op", "op_papier_gevraagd", "op_papier_gegeven",
    "terug_op", "taal",
})  # fmt: skip


def zet(dossier: Dossier, gezegd: Instemming, strepen: Schets, op: date) -> Handtekening:
    """De handtekening bij het plan en de woorden zoals ze er nu te lezen staan."""
    zorgen = tuple(z.sleutel for z in dossier.alle(Zorg))
    return Handtekening(
        strepen=strepen, zorgen=zorgen, over=_afdruk(dossier, gezegd, zorgen), op=op,
        over_zonder_analyse=_afdruk(dossier, gezegd, zorgen, met_analyse=False),
    )  # fmt: skip


def klopt(dossier: Dossier, gezegd: Instemming) -> bool:
    """Of er een handtekening staat die bij deze woorden en dit plan is gezet, wie het ook leest."""
    handtekening = gezegd.handtekening
    if handtekening is None:
        return False
    heel = zonder_afscherming(dossier)
    erbij = {z.sleutel for z in voor_ogen(heel).alle(Zorg)} - set(handtekening.zorgen)
    if gezegd.waarover is Waarover.FAMILIEGROEPSPLAN and erbij:
        return False
    if _kwam_zonder_analyse(heel) and handtekening.over_zonder_analyse:
        return handtekening.over_zonder_analyse == _afdruk(heel, gezegd, handtekening.zorgen, met_analyse=False)
    return handtekening.over == _afdruk(heel, gezegd, handtekening.zorgen)


def _kwam_zonder_analyse(dossier: Dossier) -> bool:
    """Of er van de analyse, de doelen en de afspraken hier nooit iets was; wat is weggehaald, was er wel."""
    soorten = {Analyse.soort, Doel.soort, Actie.soort}
    return not any(kop.plaats.voorwerp.partition(":")[0] in soorten for kop in dossier.kind.alle_koppen())


def _afdruk(dossier: Dossier, gezegd: Instemming, zorgen: Collection[str], *, met_analyse: bool = True) -> str:
    """Een kenmerk van het plan, deze zorgen en de woorden; verandert er één letter, dan verandert het kenmerk."""
    woorden = gezegd.model_dump(mode="json", exclude={"handtekening"})
    delen: tuple[Voorwerp, ...]
    erbij: list[Any] = []
    if gezegd.waarover is Waarover.FAMILIEGROEPSPLAN:
        gelezen = (z for z in dossier.alle(Zorg) if z.sleutel in zorgen)
        delen = (dossier.een(Familiegroepsplan), *gelezen)
        erbij = _ook_op_het_plan(dossier) if met_analyse else [_mensen(dossier)]
    else:
        gebieden = (dossier.gebied(g) for g in Leefgebied)
        delen = (dossier.een(Perspectiefplan), *gebieden, *(dossier.regeling(z) for z in Regelzaak))
    ruw = json.dumps([woorden, *map(_inhoud, delen), *erbij], sort_keys=True, default=str)
    return hashlib.sha256(ruw.encode()).hexdigest()


def _ook_op_het_plan(dossier: Dossier) -> list[Any]:
    """Wat er verder op het papier staat dat iemand tekent; of een afspraak al gedaan is, hoort daar niet bij."""
    return [
        _gelezen(dossier.een(Analyse).gedeeld_beeld),
        _mensen(dossier),
        [_gelezen(d.tekst) for d in dossier.alle(Doel)],
        [(_gelezen(a.doel), _gelezen(a.wat), _gelezen(a.wie), _gelezen(a.wanneer)) for a in dossier.acties()],
    ]


def _mensen(dossier: Dossier) -> list[Any]:
    return [(p.weergavenaam, _gelezen(p.rol), _gelezen(p.kan_helpen_met)) for p in dossier.alle(Persoon)]


def _gelezen(feit: Feit[Any]) -> Any:
    """Wat er te lezen stond; stonden er twee antwoorden, dan allebei."""
    alles = sorted(alle_waarden(feit), key=str)
    return alles if len(alles) > 1 else next(iter(alles), None)


def _inhoud(deel: Voorwerp) -> dict[str, Any]:
    uit = {}
    for naam, veld in velden_van(type(deel)).items():
        feit = veld.__get__(deel, type(deel))
        if naam not in _ERBUITEN and (alles := [veld.json_waarde(inhoud) for inhoud in alle_waarden(feit)]):
            uit[naam] = sorted(alles, key=str) if len(alles) > 1 else alles[0]
    return uit
