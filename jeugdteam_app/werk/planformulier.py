"""Het plan mee naar huis: als bestand van de familie weg, en als hun verandering terug."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jeugdteam_app.documenten import planformulier as document
from jeugdteam_app.documenten.gezinstaal import gezinstaal, maandnamen
from jeugdteam_app.dossier.analyse import Eens
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan, Taal
from jeugdteam_app.dossier.planvakken import (
    BLOK_BIJ_EENS,
    VAKKEN,
    Betekenis,
    Regel,
    Teruglezing,
    Wat,
    betekenis,
    heeft_twee_antwoorden,
    staat,
)  # fmt: skip
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.feit import Bekend, Feit
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.uitwisseling import planformulier
from jeugdteam_app.werk import logboek, schrijven
from jeugdteam_app.werk.werkplek import Werkplek


@dataclass(frozen=True)
class Verandering:
    """Eén vak dat de familie anders invulde.

    ``ook_hier``: ook hier is er sinds het formulier iets in veranderd. ``stond``: wat er in het formulier stond toen
    het wegging. ``geen_dag``: er hoort een dag te staan, en dat is het niet; zo'n vak is niet over te nemen.
    ``twee_antwoorden``: hier schreven twee mensen iets anders; wie overneemt, kiest daarmee.
    """

    naam: str
    vraag: str
    nu: str
    straks: str
    ook_hier: bool = False
    stond: str = ""
    geen_dag: bool = False
    twee_antwoorden: bool = False
    # Bij een rij: wat er met welke regel gebeurt als iemand dit overneemt.
    regels: tuple[tuple[Wat, Regel], ...] = ()

    @property
    def is_over_te_nemen(self) -> bool:
        """Of er iets verandert; wat alleen wegging, haalt iemand zelf weg."""
        return not self.geen_dag and (not self.regels or any(wat in (Wat.ERBIJ, Wat.ANDERS) for wat, _r in self.regels))


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
    antwoorden = planformulier.lees(inhoud, [vak.bestandsnaam for vak in VAKKEN])
    if planformulier.KENMERK in antwoorden and antwoorden[planformulier.KENMERK].nu not in (
        "", kenmerk(werkplek, dossier)
    ):  # fmt: skip
        raise InvoerFout("formulier-ander-gezin")
    blokken = gezinstaal(Taal.NEDERLANDS).blokken
    nu = _staat(werkplek, dossier)
    gevonden = []
    for vak in VAKKEN:
        hier, antwoord = nu[vak.naam], antwoorden.get(vak.bestandsnaam)
        if antwoord is not None and antwoord.nu not in (hier, antwoord.stond):
            # Een leeg formulier, of een van eerder, zegt niet wat erin stond.
            ook_hier = antwoord.stond is not None and hier != antwoord.stond
            een = Verandering(
                vak.naam, vak.vraag(blokken), hier, antwoord.nu, ook_hier, antwoord.stond or "",
                twee_antwoorden=heeft_twee_antwoorden(werkplek.dossier(dossier), vak.naam),
            )  # fmt: skip
            gevonden.append(_met_betekenis(werkplek, dossier, een))
    return tuple(gevonden)


def is_bijgeschreven(pad: Path) -> bool:
    """Of de familie er ook iets bij schreef of tekende buiten de vakken; dat leest een mens zelf."""
    inhoud = lees_begrensd(pad, planformulier.GROOTSTE_FORMULIER)
    return inhoud is not None and planformulier.is_bijgeschreven(inhoud)


def _staat(werkplek: Werkplek, dossier: str) -> dict[str, str]:
    """Wat hier staat. Eigen tekst ook als die is afgeschermd: anders ging wat de familie niet zag, ongemerkt weg."""
    blokken = gezinstaal(Taal.NEDERLANDS).blokken
    alles, voor_hen = (staat(d, blokken) for d in (werkplek.dossier(dossier), werkplek.voor_gezin(dossier)))
    return voor_hen | {naam: alles[naam] for naam in EIGEN_TEKST}


# Wat mensen in het Nederlands ook schrijven; de anderen staan in de bouwstenen.
_ZO_OOK = {
    "ja": Eens.EENS, "akkoord": Eens.EENS, "mee eens": Eens.EENS, "nee": Eens.ONEENS, "oneens": Eens.ONEENS,
    "niet akkoord": Eens.ONEENS, "niet mee eens": Eens.ONEENS, "eens, maar": Eens.DEELS, "ja, maar": Eens.DEELS,
    "eens maar": Eens.DEELS, "ja maar": Eens.DEELS,
}  # fmt: skip


def _betekenis(werkplek: Werkplek, dossier: str, v: Verandering) -> Betekenis:
    taal = werkplek.dossier(dossier).een(Familiegroepsplan).gesproken_taal
    woorden = [*_ZO_OOK.items()] + [
        (zo_gezegd, eens) for eens, blok in BLOK_BIJ_EENS.items()
        # Zoals in het formulier, en zoals in het programma en op het gedrukte plan.
        for zo_gezegd in (*(gezinstaal(t).blokken[blok] for t in (Taal.NEDERLANDS, taal)), woord(eens))
    ]  # fmt: skip
    # Het langste eerst: ‘deels eens’ en ‘niet eens’ zijn geen ‘eens’.
    eens = dict(sorted(woorden, key=lambda paar: len(paar[0]), reverse=True))
    met = Teruglezing(eens, maandnamen(taal), werkplek.vandaag)
    return betekenis(werkplek.voor_gezin(dossier), v.naam, v.stond, v.straks, met)


def _met_betekenis(werkplek: Werkplek, dossier: str, v: Verandering) -> Verandering:
    try:
        return replace(v, regels=tuple(_betekenis(werkplek, dossier, v).regels))
    except InvoerFout:
        return replace(v, geen_dag=True)


def neem_over(werkplek: Werkplek, dossier: str, veranderingen: Collection[Verandering]) -> None:
    """Schrijft wat iemand overnam als één handeling, die ook in één keer ongedaan te maken is."""
    gelezen = [_betekenis(werkplek, dossier, v) for v in veranderingen]
    feiten: dict[schrijven.Plek, Feit[Any]] = {plek: feit for b in gelezen for plek, feit in b.feiten.items()}
    if gelezen:
        feiten[Familiegroepsplan.soort, Familiegroepsplan.terug_op] = Bekend(werkplek.vandaag)
    schrijven.leg_vast(werkplek, dossier, feiten, [nieuw for b in gelezen for nieuw in b.nieuw])
