"""Het plan mee naar huis: als bestand van de familie weg, en als hun verandering terug."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeugdteam_app.documenten import planformulier as document
from jeugdteam_app.documenten.gezinstaal import gezinstaal
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan, Taal
from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.uitwisseling import planformulier
from jeugdteam_app.werk import logboek, schrijven
from jeugdteam_app.werk.werkplek import Werkplek


@dataclass(frozen=True)
class Verandering:
    """Eén vak dat de familie anders invulde. ``ook_hier``: ook hier is er sinds het formulier iets in veranderd."""

    naam: str
    vraag: str
    nu: str
    straks: str
    ook_hier: bool = False


def kenmerk(werkplek: Werkplek, dossier: str) -> str:
    """Een code die zegt bij welk plan het formulier hoort, zonder iets over de familie te zeggen."""
    gezin = journaal.stroom(werkplek.kluis, dossier).gezin or dossier
    return hashlib.sha256(f"plan:{gezin}".encode()).hexdigest()[:12].upper()


def maak(werkplek: Werkplek, dossier: str) -> bytes:
    """Het plan als PDF om in te vullen."""
    logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, dossier, "familiegroepsplan")
    return document.maak(werkplek.voor_gezin(dossier), kenmerk(werkplek, dossier))


def bekijk(werkplek: Werkplek, dossier: str, pad: Path) -> tuple[Verandering, ...]:
    """Wat de familie zelf anders invulde. Er verandert nog niets.

    Een vak dat de familie liet staan, telt niet: daarin kan hier intussen iets nieuws staan.
    """
    inhoud = lees_begrensd(pad, planformulier.GROOTSTE_FORMULIER)
    if inhoud is None:
        raise InvoerFout("formulier-te-groot")
    antwoorden = planformulier.lees(inhoud, [veld.id for veld in EIGEN_TEKST.values()])
    if planformulier.KENMERK in antwoorden and antwoorden[planformulier.KENMERK].nu not in (
        "", kenmerk(werkplek, dossier)
    ):  # fmt: skip
        raise InvoerFout("formulier-ander-gezin")
    plan, vragen = werkplek.dossier(dossier).een(Familiegroepsplan), gezinstaal(Taal.NEDERLANDS).blokken
    gevonden = []
    for naam, veld in EIGEN_TEKST.items():
        hier = waarde_of(getattr(plan, veld.naam), "").strip()
        antwoord = antwoorden.get(veld.id)
        if antwoord is not None and antwoord.nu not in (hier, antwoord.stond):
            # Een leeg formulier, of een van eerder, zegt niet wat erin stond.
            ook_hier = antwoord.stond is not None and hier != antwoord.stond
            gevonden.append(Verandering(naam, vragen[naam], hier, antwoord.nu, ook_hier))
    return tuple(gevonden)


def neem_over(werkplek: Werkplek, dossier: str, veranderingen: Collection[Verandering]) -> None:
    """Schrijft wat iemand overnam als één handeling, die ook in één keer ongedaan te maken is."""
    feiten: dict[schrijven.Plek, Feit[Any]] = {
        (Familiegroepsplan.soort, EIGEN_TEKST[v.naam]): Bekend(v.straks) if v.straks else Onbekend()
        for v in veranderingen
    }
    if feiten:
        feiten[Familiegroepsplan.soort, Familiegroepsplan.terug_op] = Bekend(werkplek.vandaag)
    schrijven.leg_vast(werkplek, dossier, feiten)
