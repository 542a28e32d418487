"""``jeugdteam regels``: het register van alle regels, met hun bron en waar zij werken."""

from __future__ import annotations

import argparse
from typing import Any

from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opdrachtregel.uitvoer import als_tekst
from jeugdteam_app.regels.regel import Werking, regios
from jeugdteam_app.regels.register import als_json, register

WERKINGEN = {
    Werking.VOORLIGGEND: N_("wat eerst kan, zonder jeugdhulp"),
    Werking.ANDER_KADER: N_("wat bij een andere wet hoort"),
    Werking.SEGMENT: N_("welk segment past"),
    Werking.PRODUCT: N_("welk product past"),
    Werking.VOLGORDE: N_("de volgorde van producten"),
    Werking.PLICHT: N_("wat er hoort te zijn"),
    Werking.UITWEG: N_("als u vastloopt"),
    Werking.BESLIST: N_("wie beslist"),
    Werking.TOETS: N_("de toets op een toewijzing"),
    Werking.TERMIJN: N_("een termijn"),
    Werking.WEGWIJZER: N_("een wegwijzer bij een hoofdstuk"),
    Werking.ACHTERGROND: N_("achtergrond, alleen om te weten"),
}


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    ontleder = delen.add_parser(
        "regels",
        help=_("alle regels, met hun bron en waar ze werken"),
        description=_("alle regels, met hun bron en waar ze werken"),
    )
    ontleder.add_argument("--regio", choices=regios(), default="", help=_("alleen de regels van een regio"))
    ontleder.add_argument("--json", action="store_true", help=_("uitvoer als JSON"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    alle = register(gekozen.regio)
    if gekozen.json:
        print(als_tekst([als_json(i) for i in alle]))
        return
    for regel, _bron, waar in alle:
        print(f"{regel.id}  {_(WERKINGEN[regel.werking])}  ({', '.join(r.naam for r in waar)})")
        print(f"  {_(regel.tekst)}\n  {regel.bron.bron()}")
