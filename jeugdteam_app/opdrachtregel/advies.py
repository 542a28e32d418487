"""``jeugdteam advies``: het advies over een dossierbestand."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.kern.klok import SysteemKlok
from jeugdteam_app.kern.periode import lees_datum
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opdrachtregel.uitvoer import als_tekst, lees_json
from jeugdteam_app.productenboek.boek import boeken, laad
from jeugdteam_app.productenboek.profiel import uit_bestand
from jeugdteam_app.regels.advies import advies
from jeugdteam_app.regels.feitzin import gemist_zin, voorwaardezin
from jeugdteam_app.regels.uitkomst import DELEN, EERST, Advies, Tak, als_json

KOPPEN = {
    "ander_kader": N_("Wat bij een andere wet hoort"),
    "voorliggend": N_("Wat eerst kan, zonder jeugdhulp"),
    "segmenten": N_("Welk segment past"),
    "voorstellen": N_("Welke producten passen, in volgorde"),
    "afgevallen": N_("Wat niet past, en waarom"),
    "plichten": N_("Wat er hoort te zijn"),
    "vragen": N_("Welke vragen het advies nog kunnen veranderen"),
    "uitwegen": N_("Als u vastloopt"),
    "beslist": N_("Wie beslist"),
}


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    ontleder = delen.add_parser(
        "advies", help=_("advies over een dossierbestand"), description=_("advies over een dossierbestand")
    )
    ontleder.add_argument("dossier", type=Path, help=_("het dossier als JSON (zie ‘schema dossier’)"))
    ontleder.add_argument(
        "--boek",
        default="noord-veluwe",
        help=_("id van een boek ({ids}) of een bestand").format(ids=", ".join(boeken())),
    )
    ontleder.add_argument("--op", help=_("dag van het advies, bijvoorbeeld 2026-11-24; anders vandaag"))
    ontleder.add_argument(
        "--profiel", type=Path, help=_("het profiel van gemeente en team; dan zegt het advies ook wie beslist")
    )
    ontleder.add_argument("--json", action="store_true", help=_("uitvoer als JSON"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    dag: date = lees_datum(gekozen.op) if gekozen.op else SysteemKlok().vandaag()
    profiel = uit_bestand(gekozen.profiel) if gekozen.profiel else None
    uitkomst = advies(uitwisselvorm.lees(lees_json(gekozen.dossier)), laad(gekozen.boek), dag, profiel)
    print(als_tekst(als_json(uitkomst)) if gekozen.json else als_leesbaar(uitkomst))


def als_leesbaar(uitkomst: Advies) -> str:
    """Het advies als tekst om te lezen."""
    regels = [_(tak.titel) for tak in uitkomst.plichten if tak.code == EERST]
    regels += [_("Voorlopig: de analyse is nog niet klaar.")] if uitkomst.voorlopig else []
    for deel in DELEN:
        regels += ["", _(KOPPEN[deel])]
        regels += [r for tak in getattr(uitkomst, deel) for r in _tak(tak)] or ["  " + _("niets")]
    return "\n".join(regels)


def _tak(tak: Tak) -> list[str]:
    reden = tak.redenen[0]
    feiten = ", ".join(f"{naam} = {waarde}" for naam, waarde in reden.feiten)
    return [
        f"  [{_(tak.uitslag.value)}] {_(tak.titel)}",
        f"      {_(reden.tekst)} ({reden.regel}; {reden.bron}{'; ' + feiten if feiten else ''})",
        *(f"      {gemist_zin(voorwaardezin(g.voorwaarde), uitgesloten=g.uitgesloten)}" for g in tak.gemist),
    ]
