"""Zoeken in alles wat er in de dossiers van deze werkplek staat. Waar iemand op zocht, wordt nergens bewaard."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from jeugdteam_app.dossier.bijlage import Bijlage
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.velden import Stroomsoort
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.kern.kaal import kaal
from jeugdteam_app.opslag import bijlagen, journaal
from jeugdteam_app.opslag.kluis import Kluis
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.werk import logboek
from jeugdteam_app.werk.voortgang import hoofdstuk_van
from jeugdteam_app.werk.werkplek import Werkplek

MEESTE_TREFFERS = 100
_EROMHEEN = 40


@dataclass(frozen=True)
class Treffer:
    """Een stuk tekst waar alle woorden in staan, met waar het staat."""

    dossier: str
    naam: str
    hoofdstuk: str
    fragment: str


def zoek(werkplek: Werkplek, gezocht: str) -> tuple[Treffer, ...]:
    """Elk veld waar alle woorden in staan; hoofdletters en accenten maken niet uit.

    Het toegangslog onthoudt dat er gezocht is en in welke dossiers iets te zien was, niet waarop.
    """
    woorden = kaal(gezocht).split()
    if not woorden:
        return ()
    logboek.noteer(werkplek, Gebeurtenis.GEZOCHT, None)
    gevonden: list[Treffer] = []
    gezien: set[str] = set()
    gesprekken: set[str] = set()
    for stroom in journaal.stromen(werkplek.kluis):
        if stroom.soort == Stroomsoort.GEZIN:
            continue
        # Eén onleesbaar dossier houdt het zoeken in de andere niet tegen.
        with contextlib.suppress(WereldFout):
            dossier = werkplek.dossier(stroom.id)
            naam = dossier.een(Jeugdige).volledige_naam
            gevonden += (Treffer(stroom.id, naam, h, f) for h, f in _in_stand(dossier.kind, woorden))
            # Wat een gezin deelt, staat maar één keer in de uitkomst; een gesprek bij een kind waar het over ging.
            eigen = {c.sleutel for c in dossier.gesprekken}
            niet = gesprekken | {c.sleutel for c in dossier.alle(Contact)} - eigen
            alleen = eigen if stroom.gezin in gezien else None
            gevonden += (Treffer(stroom.id, naam, h, f) for h, f in _in_stand(dossier.familie, woorden, alleen, niet))
            gezien.add(stroom.gezin)
            gesprekken |= eigen
            gevonden += (Treffer(stroom.id, naam, h, f) for h, f in _in_bijlagen(werkplek.kluis, dossier, woorden))
    getoond = tuple(gevonden[:MEESTE_TREFFERS])
    with werkplek.kluis.transactie():
        for id in dict.fromkeys(t.dossier for t in getoond):
            logboek.noteer(werkplek, Gebeurtenis.GEZOCHT, id)
    return getoond


def _in_bijlagen(kluis: Kluis, dossier: Dossier, woorden: list[str]) -> Iterator[tuple[str, str]]:
    for bijlage in dossier.alle(Bijlage):
        if bestand := waarde(bijlage.bestand):
            for fragment in _in_tekst(bijlagen.lees_tekst(kluis, dossier.id, bestand.afdruk), woorden):
                yield "gesprekken", fragment


def _in_tekst(tekst: str, woorden: list[str]) -> Iterator[str]:
    doorzocht = kaal(tekst)
    for woord in woorden:
        if woord not in doorzocht:
            return
    yield _fragment(tekst, doorzocht.find(woorden[0]))


def _in_stand(
    stand: Stand, woorden: list[str], alleen: Collection[str] | None = None, niet: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    # Eerst de tekst: de meeste velden vallen al af voordat we hoeven na te gaan of ze er nog zijn.
    for kop in stand.alle_koppen():
        for tekst in _teksten(kop.waarde.get("b")):
            for fragment in _in_tekst(tekst, woorden):
                hoofdstuk = hoofdstuk_van(kop.plaats.voorwerp)
                erbij = kop.plaats.voorwerp not in niet and (alleen is None or kop.plaats.voorwerp in alleen)
                if hoofdstuk and erbij and stand.is_aanwezig(kop.plaats.voorwerp):
                    yield hoofdstuk, fragment


def _teksten(waarde: Any) -> Iterator[str]:
    """Elke tekst in een waarde; van een besluit dat als geheel is bewaard, elk deel apart."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            # Wat er bij een keuze of besluit als bewijs ligt, is van het programma en niet van mensen.
            if naam not in ("bewijs", "brief"):
                yield from _teksten(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten(deel)


def _fragment(tekst: str, plek: int) -> str:
    begin, einde = max(0, plek - _EROMHEEN), min(len(tekst), plek + 2 * _EROMHEEN)
    voor, na = "…" if begin else "", "…" if einde < len(tekst) else ""
    return f"{voor}{' '.join(tekst[begin:einde].split())}{na}"
