"""De productenboeken die met een bundel meegaan: zonder is een keuze of een ontwerp bij de ander niet te lezen."""

from __future__ import annotations

from collections.abc import Iterable

from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import alle_waarden
from jeugdteam_app.uitwisseling.bundel import Boekrij
from jeugdteam_app.werk import instellingen
from jeugdteam_app.werk.werkplek import Werkplek


def gebruikt(werkplek: Werkplek, kinderen: Iterable[str]) -> list[str]:
    """De boeken waarmee in deze dossiers is gekozen, als JSON."""
    nodig: dict[tuple[str, str], None] = {}
    for kind in kinderen:
        dossier = werkplek.dossier(kind)
        # Ook bij tegenspraak: wie kiest, moet elk van de antwoorden kunnen lezen.
        for keuze in alle_waarden(dossier.een(Keuze).inhoud):
            nodig[keuze.bewijs.boek, keuze.bewijs.boekversie] = None
        for toegewezen in dossier.alle(Toegewezen):
            for inhoud in alle_waarden(toegewezen.inhoud):
                nodig[inhoud.boek, inhoud.boekversie] = None
    return [tekst for welk in nodig if (tekst := instellingen.boektekst(werkplek, *welk)) is not None]


def nieuw(werkplek: Werkplek, boeken: Iterable[Boekrij]) -> tuple[Boekrij, ...]:
    """De boeken die hier nog niet zijn."""
    return tuple(b for b in boeken if instellingen.boektekst(werkplek, b.id, b.versie) is None)


def anders(werkplek: Werkplek, boeken: Iterable[Boekrij]) -> tuple[Boekrij, ...]:
    """De boeken die hier onder dezelfde naam en versie iets anders zeggen: dat van hier blijft staan."""
    hier = {(b.id, b.versie): b for b in instellingen.alle_boeken(werkplek)}
    return tuple(b for b in boeken if b.boek is not None and hier.get((b.id, b.versie), b.boek) != b.boek)


def bewaar(werkplek: Werkplek, boeken: Iterable[Boekrij]) -> None:
    """Bewaart wat er nog niet was, ook wat deze versie van het programma nog niet kan lezen."""
    for boek in nieuw(werkplek, boeken):
        instellingen.bewaar_ontvangen_boek(werkplek, boek.id, boek.versie, boek.inhoud)
