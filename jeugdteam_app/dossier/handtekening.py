"""Of een handtekening nog hoort bij wat er nu staat: bij het plan, en bij wat die persoon ervan vindt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Zorg
from jeugdteam_app.dossier.gesprek import Instemming, Waarover
from jeugdteam_app.dossier.perspectiefplan import Leefgebied, Perspectiefplan, Regelzaak
from jeugdteam_app.dossier.velden import Voorwerp, velden_van
from jeugdteam_app.kern.feit import Bekend

# Wat de medewerker voor zichzelf onthoudt, en wanneer iets op papier ging, hoort niet bij wat iemand tekende.
_ERBUITEN = frozenset({"notitie_werker", "op_papier_gevraagd", "op_papier_gegeven", "hulpplan_op"})


def afdruk(dossier: Dossier, gezegd: Instemming) -> str:
    """Een kenmerk van het plan en de woorden van nu; verandert er één letter, dan verandert het kenmerk."""
    woorden = gezegd.model_dump(mode="json", exclude={"handtekening"})
    ruw = json.dumps([woorden, *map(_inhoud, _delen(dossier, gezegd.waarover))], sort_keys=True)
    return hashlib.sha256(ruw.encode()).hexdigest()


def klopt(dossier: Dossier, gezegd: Instemming) -> bool:
    """Of er een handtekening staat die bij deze woorden en dit plan is gezet."""
    return gezegd.handtekening is not None and gezegd.handtekening.over == afdruk(dossier, gezegd)


def _delen(dossier: Dossier, waarover: Waarover) -> Iterable[Voorwerp]:
    if waarover is Waarover.FAMILIEGROEPSPLAN:
        return (dossier.een(Familiegroepsplan), *dossier.alle(Zorg))
    gebieden = (dossier.gebied(g) for g in Leefgebied)
    return (dossier.een(Perspectiefplan), *gebieden, *(dossier.regeling(z) for z in Regelzaak))


def _inhoud(deel: Voorwerp) -> dict[str, Any]:
    uit = {}
    for naam, veld in velden_van(type(deel)).items():
        feit = veld.__get__(deel, type(deel))
        if naam not in _ERBUITEN and isinstance(feit, Bekend):
            uit[naam] = veld.json_waarde(feit.waarde)
    return uit
