"""``jeugdteam boeken``: welke productenboeken er zijn, een eigen boek nakijken, en het sjabloon."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from functools import singledispatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.klok import SysteemKlok
from jeugdteam_app.kern.periode import lees_datum, toon_datum
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opdrachtregel.uitvoer import als_tekst
from jeugdteam_app.productenboek.boek import Aanzien, Norm, boeken, laad
from jeugdteam_app.productenboek.vergelijk import Verandering, Verschil
from jeugdteam_app.productenboek.voorwaarden import Bevat, Een, Minstens, Tussen, Voorwaarde
from jeugdteam_app.regels.feitzin import normzin, voorwaardezin
from jeugdteam_app.werk.boeken import Nagekeken, Versie, bewaar_sjabloon, kijk_na
from jeugdteam_app.zinnen.tabel import zin_bij_cel

if TYPE_CHECKING:
    from jeugdteam_app.uitwisseling.tabel import Celmelding

GEWOON_BOEK = "noord-veluwe"
MEESTE_CELLEN_OP_EEN_REGEL = 8
KOPPEN = {
    "fouten": N_("Dit klopt niet. Er wordt niets overgenomen:"),
    "opmerkingen": N_("Let hierop:"),
    "kop": N_("Anders in het boek zelf:"),
    "nieuw": N_("Nieuwe producten:"),
    "vervallen": N_("Producten die vervallen:"),
    "veranderd": N_("Producten die veranderen:"),
    "segmenten_nieuw": N_("Nieuwe segmenten:"),
    "segmenten_vervallen": N_("Segmenten die vervallen:"),
    "segmenten_veranderd": N_("Segmenten die veranderen:"),
}


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    ontleder = delen.add_parser(
        "boeken",
        help=_("welke productenboeken er zijn; een eigen boek nakijken"),
        description=_("welke productenboeken er zijn; een eigen boek nakijken"),
    )
    keuze = ontleder.add_mutually_exclusive_group()
    keuze.add_argument(
        "--controleer", type=Path, metavar=_("bestand"), help=_("kijk een boek na (xlsx, ods, csv of json)")
    )
    keuze.add_argument("--sjabloon", type=Path, metavar=_("bestand"), help=_("schrijf een boek als werkmap (xlsx)"))
    ontleder.add_argument("--tegen", metavar=_("boek"), help=_("vergelijk met dit boek: een id of een bestand"))
    ontleder.add_argument(
        "--boek", default=GEWOON_BOEK, metavar=_("boek"), help=_("het boek in het sjabloon; anders noord-veluwe")
    )
    ontleder.add_argument("--versie", help=_("de versie van dit boek, als het bestand die niet noemt"))
    ontleder.add_argument("--aanzien", choices=[a.value for a in Aanzien], default=Aanzien.VASTGESTELD.value,
                          help=_("met --versie: wat voor boek het is; anders vastgesteld"))  # fmt: skip
    ontleder.add_argument(
        "--vanaf", metavar=_("dag"), help=_("met --versie: vanaf welke dag het geldt; anders vandaag")
    )
    ontleder.add_argument("--json", action="store_true", help=_("uitvoer als JSON"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    if gekozen.controleer:
        _controleer(gekozen)
    elif gekozen.sjabloon:
        bewaar_sjabloon(laad(gekozen.boek), gekozen.sjabloon)
        print(gekozen.sjabloon)
    else:
        for id in boeken():
            boek = laad(id)
            print(f"{boek.id}  {boek.regio}  {boek.versie}  {_(boek.aanzien)}\n  {_(boek.toelichting)}")


def _controleer(gekozen: argparse.Namespace) -> None:
    huidig = laad(gekozen.tegen) if gekozen.tegen else None
    versie = None
    if gekozen.versie:
        huidig = huidig or laad(gekozen.boek)
        vanaf = lees_datum(gekozen.vanaf) if gekozen.vanaf else SysteemKlok().vandaag()
        versie = Versie.maak(gekozen.versie, Aanzien(gekozen.aanzien), vanaf)
    nagekeken = kijk_na(gekozen.controleer, huidig, versie)
    print(als_tekst(als_json(nagekeken)) if gekozen.json else als_leesbaar(nagekeken))
    if nagekeken.proef.fouten:
        raise InvoerFout("boek-met-fouten", aantal=len(nagekeken.proef.fouten))


def als_json(nagekeken: Nagekeken) -> dict[str, Any]:
    """De uitkomst om verder te verwerken."""
    proef = nagekeken.proef
    return {
        "klopt": proef.boek is not None,
        "producten": len(proef.boek.producten) if proef.boek else None,
        "fouten": [_melding(m) for m in proef.fouten],
        "opmerkingen": [_melding(m) for m in proef.opmerkingen],
        "verschil": _verschil_json(nagekeken.verschil) if nagekeken.verschil else None,
    }


def _melding(melding: Celmelding) -> dict[str, Any]:
    return {"cel": melding.cel, "code": melding.code, "gegevens": melding.gegevens, "zin": zin_bij_cel(melding)}


def _verschil_json(verschil: Verschil) -> dict[str, Any]:
    uit: dict[str, Any] = {"kop": [_veld(v) for v in verschil.kop]}
    for naam in ("nieuw", "vervallen", "segmenten_nieuw", "segmenten_vervallen"):
        uit[naam] = [{"id": d.id, "naam": d.naam} for d in getattr(verschil, naam)]
    for naam in ("veranderd", "segmenten_veranderd"):
        uit[naam] = [
            {"id": v.nieuw.id, "naam": v.nieuw.naam, "velden": [_veld(d) for d in v.velden]}
            for v in getattr(verschil, naam)
        ]
    return uit


def _veld(verschil: Any) -> dict[str, str]:
    return {"veld": verschil.veld, "oud": _toon(verschil.oud), "nieuw": _toon(verschil.nieuw)}


def delen_van(nagekeken: Nagekeken) -> list[tuple[str, list[str]]]:
    """De uitkomst in delen die niet leeg zijn: een kop, en de regels die eronder horen."""
    proef = nagekeken.proef
    delen = [("fouten", meldingen(proef.fouten)), ("opmerkingen", meldingen(proef.opmerkingen))]
    if nagekeken.verschil:
        delen += verschillen(nagekeken.verschil)
    return [(_(KOPPEN[naam]), inhoud) for naam, inhoud in delen if inhoud]


def als_leesbaar(nagekeken: Nagekeken) -> str:
    """De uitkomst als tekst om te lezen."""
    proef = nagekeken.proef
    regels = [r for kop, inhoud in delen_van(nagekeken) for r in (kop, *(f"  {r}" for r in inhoud))]
    if proef.boek:
        regels.append(_("Dit boek klopt: {aantal} producten.").format(aantal=len(proef.boek.producten)))
    if nagekeken.verschil and nagekeken.verschil.is_leeg:
        regels.append(_("Er is geen verschil met het andere boek."))
    return "\n".join(regels)


def meldingen(gevonden: Iterable[Celmelding]) -> list[str]:
    """Gelijke zinnen samen, met de cellen ervoor."""
    per_zin: dict[str, list[str]] = {}
    for melding in gevonden:
        per_zin.setdefault(zin_bij_cel(melding), []).append(melding.cel)
    return [f"{_cellen(cellen)}{zin}" for zin, cellen in per_zin.items()]


def _cellen(cellen: list[str]) -> str:
    getoond = [c for c in cellen if c][:MEESTE_CELLEN_OP_EEN_REGEL]
    rest = len(cellen) - len(getoond)
    meer = " " + _("en nog {aantal}").format(aantal=rest) if getoond and rest else ""
    return f"{', '.join(getoond)}{meer}: " if getoond else ""


def verschillen(verschil: Verschil) -> list[tuple[str, list[str]]]:
    """Wat er verandert, per soort verandering."""
    delen = [("kop", [_regel(v) for v in verschil.kop])]
    for naam in ("nieuw", "vervallen", "segmenten_nieuw", "segmenten_vervallen"):
        delen.append((naam, [f"{d.naam} ({d.id})" for d in getattr(verschil, naam)]))
    for naam in ("veranderd", "segmenten_veranderd"):
        delen.append((naam, [r for v in getattr(verschil, naam) for r in _verandering(v)]))
    return delen


def _verandering(verandering: Verandering[Any]) -> list[str]:
    kop = f"{verandering.nieuw.naam} ({verandering.nieuw.id})"
    return [kop, *(f"  {_regel(v)}" for v in verandering.velden)]


def _regel(verschil: Any) -> str:
    niets = _("niets")
    return f"{verschil.veld}: {_toon(verschil.oud) or niets} → {_toon(verschil.nieuw) or niets}"


@singledispatch
def _toon(waarde: Any) -> str:
    """Een veld als tekst op één regel."""
    return " ".join(str(waarde).split())


@_toon.register
def _toon_niets(_niets: None) -> str:
    return ""


@_toon.register
def _toon_ja_nee(waarde: bool) -> str:
    return _("ja") if waarde else _("nee")


@_toon.register
def _toon_dag(dag: date) -> str:
    return toon_datum(dag)


@_toon.register
def _toon_norm(norm: Norm) -> str:
    bron = str(norm.bron.bron()) if norm.bron else ""
    delen = [_(norm.status), bron, toon_datum(norm.datum) if norm.datum else ""]
    return normzin(norm) if norm.waarde is None else f"{normzin(norm)} ({'; '.join(d for d in delen if d)})"


@_toon.register(Een)
@_toon.register(Bevat)
@_toon.register(Minstens)
@_toon.register(Tussen)
def _toon_voorwaarde(voorwaarde: Voorwaarde) -> str:
    return voorwaardezin(voorwaarde)


@_toon.register
def _toon_model(model: BaseModel) -> str:
    return "; ".join(f"{naam} {_toon(deel)}" for naam, deel in model if deel is not None)


@_toon.register(tuple)
@_toon.register(list)
def _toon_rij(rij: Iterable[Any]) -> str:
    return " | ".join(map(_toon, rij))


@_toon.register
def _toon_verzameling(verzameling: frozenset) -> str:  # type: ignore[type-arg]
    return " | ".join(sorted(map(_toon, verzameling)))
