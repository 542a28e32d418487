"""Wat de bronnen zeggen op het moment waar iemand in het werk staat."""

from __future__ import annotations

from jeugdteam_app.dossier.feiten import Feiten
from jeugdteam_app.productenboek.voorwaarden import Uitslag, groepen
from jeugdteam_app.regels.regel import Hoofdstuk, Regelset
from jeugdteam_app.regels.uitkomst import Reden, toon_feit


def wegwijzers(feiten: Feiten, regels: Regelset, hoofdstuk: Hoofdstuk) -> tuple[Reden, ...]:
    """De regels die in dit hoofdstuk de weg wijzen; wat bij deze feiten niet speelt, staat er niet."""
    gevonden = []
    for regel in regels.per_hoofdstuk.get(hoofdstuk, ()):
        getoetst = groepen(regel.als, feiten)
        if getoetst.uitslag is Uitslag.JA:
            waarden = tuple((f, toon_feit(feiten, f)) for f in getoetst.feiten)
            gevonden.append(Reden(regel.id, regel.tekst, waarden, regel.bron.bron()))
    return tuple(gevonden)
