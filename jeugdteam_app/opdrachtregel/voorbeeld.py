"""``jeugdteam voorbeeld``: één verzonnen gezin van de eerste vraag tot de toewijzing, zonder scherm."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.familiegroepsplan import Taal
from jeugdteam_app.kern.bestanden import maak_map
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opdrachtregel.uitvoer import als_tekst
from jeugdteam_app.regels.uitkomst import als_json
from jeugdteam_app.werk import advies, overhandigen, planformulier, voorbeelden, werkplek

WACHTZIN = "voorbeeld oefen molen regen kaart lamp"


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    uitleg = _("een verzonnen gezin van vraag tot toewijzing, met alle documenten")
    ontleder = delen.add_parser("voorbeeld", help=uitleg, description=uitleg)
    ontleder.add_argument("--map", type=Path, required=True, help=_("lege map waar alles komt te staan"))
    ontleder.add_argument("--zonder-plaatjes", action="store_true", help=_("maak geen beelden van de schermen"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(gekozen: argparse.Namespace, plaatjes: Any) -> None:
    map_: Path = gekozen.map
    if map_.exists() and any(map_.iterdir()):
        raise WereldFout("kluis-bestaat-al")
    maak_map(map_)
    nieuw = werkplek.bereid_voor(map_, _("Voorbeeldwerkplek"), _("Robin (voorbeeld)"), WACHTZIN)
    plek = werkplek.maak(nieuw)
    try:
        gemaakt = _documenten(plek, map_)
    finally:
        plek.sluit()
    if plaatjes and not gekozen.zonder_plaatjes:
        gemaakt += plaatjes(nieuw.map, map_ / "schermen")
    print(_("De werkplek staat in {map}. De wachtzin is: {wachtzin}").format(map=nieuw.map, wachtzin=WACHTZIN))
    print(_("Gemaakt:"))
    for pad in gemaakt:
        print(f"  {pad}")


def _documenten(plek: werkplek.Werkplek, map_: Path) -> list[Path]:
    ids = voorbeelden.laad(plek)
    dossier = ids[-1]
    sleutel = plek.dossier(dossier).kind.voorwerpen("toewijzing")[0]
    inhoud = {
        "besluit.pdf": overhandigen.besluit_pdf(plek, dossier, sleutel),
        "analyse.pdf": overhandigen.analyse_pdf(plek, dossier),
        "kansencirkel.pdf": overhandigen.kansencirkel_pdf(plek, dossier),
        "inzage.pdf": overhandigen.inzage_pdf(plek, dossier),
        "plan-om-in-te-vullen.pdf": planformulier.maak(plek, dossier),
        "gezinsplan.pdf": overhandigen.gezinsplan_pdf(plek, dossier),
        "toekomstplan.pdf": overhandigen.gezinsplan_pdf(plek, ids[0]),
        **{
            f"{papier}-{taal}.pdf": overhandigen.in_taal_pdf(plek, dossier, papier, taal)
            for papier in overhandigen.Papier
            for taal in Taal
        },
        "ons-boekje.pdf": overhandigen.boekje_pdf(plek, dossier),
        "toewijzing.xml": overhandigen.bericht_xml(plek, dossier, sleutel),
        **{f"{blad}.pdf": overhandigen.leeg_blad_pdf(blad) for blad in overhandigen.LeegBlad},
        "advies.pdf": advies.advies_pdf(plek, dossier),
        "advies.json": als_tekst(als_json(advies.advies(plek, dossier))).encode(),
        "dossier.json": als_tekst(uitwisselvorm.schrijf(plek.dossier(dossier))).encode(),
    }
    for naam, bytes_ in inhoud.items():
        overhandigen.bewaar(map_ / naam, bytes_)
    return [map_ / naam for naam in inhoud]
