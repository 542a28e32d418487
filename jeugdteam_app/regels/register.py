"""Het register: elke regel met zijn bron, en waar hij werkt."""

from __future__ import annotations

from typing import Any, NamedTuple

from jeugdteam_app.regels.regel import Regel, Regio, document, documenten, regio, regios


class Inschrijving(NamedTuple):
    """Een regel, de bron waar hij in staat, en de regio's waar die bron geldt."""

    regel: Regel
    document: str
    regios: tuple[Regio, ...]


def register(van: str = "") -> tuple[Inschrijving, ...]:
    """Alle regels op volgorde van bron en nummer; met een regio alleen de regels die daar gelden."""
    alle = [regio(id) for id in regios()]
    gekozen = regio(van).documenten if van else documenten()
    return tuple(
        Inschrijving(r, id, tuple(streek for streek in alle if id in streek.documenten))
        for id in gekozen
        for r in document(id).regels
    )


def als_json(inschrijving: Inschrijving) -> dict[str, Any]:
    """Een inschrijving als gegevens."""
    regel, id, waar = inschrijving
    return {
        "id": regel.id,
        "aard": regel.aard,
        "werking": regel.werking.value,
        "hoofdstuk": regel.hoofdstuk.value,
        "tak": regel.tak,
        "tekst": regel.tekst,
        "als": [[v.model_dump(mode="json") for v in groep] for groep in regel.als],
        "bron": {"document": regel.bron.document, "plaats": regel.bron.plaats, "bestand": id},
        "geldig_van": regel.geldig_van.isoformat(),
        "geldig_tot": regel.geldig_tot.isoformat() if regel.geldig_tot else None,
        "regios": [streek.id for streek in waar],
    }
