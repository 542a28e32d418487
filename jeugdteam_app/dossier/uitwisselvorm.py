"""Het dossier als los JSON-bestand: voor advies zonder kluis, en als beschreven vorm voor anderen.

Per onderdeel een object met de veldnamen van dit huis. Een veld is een waarde, ``{"staat": "onbekend"}``
of ``{"staat": "niet_besproken"}``; wat ontbreekt, is onbekend.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from jeugdteam_app.dossier.dossier import ENKELVOUDIG, MEERVOUDIG, Dossier
from jeugdteam_app.dossier.gezin import Afscherming, Gezagsverhouding, Steun
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Leefgebied, Regeling, Regelzaak
from jeugdteam_app.dossier.velden import STRENG, Voorwerp, velden_van
from jeugdteam_app.journaal.positie import tussen
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import POSITIE, Plaats
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, NietBesproken, Onbekend
from jeugdteam_app.kern.fouten import InvoerFout

VORM = "jeugdteam-dossier-1"

# Wat bij iets anders hoort en geen eigen plek in een lijst heeft: bij de sleutel van een ding of bij een vaste keuze.
_PER_SLEUTEL: dict[str, tuple[type[Voorwerp], Any]] = {
    "gezag": (Gezagsverhouding, str),
    "steun": (Steun, str),
    "afscherming": (Afscherming, str),
    "leefgebieden": (Gebiedsplan, Leefgebied),
    "regelzaken": (Regeling, Regelzaak),
}


class ZonderAntwoord(BaseModel):
    """Een veld zonder waarde, met waarom."""

    model_config = ConfigDict(extra="forbid")
    staat: Literal["onbekend", "gevraagd_niet_geweten", "niet_besproken"]


@cache
def vorm() -> type[BaseModel]:
    """Het pydantic-model van het bestand, afgeleid van dezelfde velden als het dossier."""
    delen: dict[str, Any] = {"vorm": (Literal["jeugdteam-dossier-1"], VORM)}
    delen |= {v.soort: (_model(v) | None, None) for v in ENKELVOUDIG}
    delen |= {f"{v.soort}_lijst": (tuple.__class_getitem__((_model(v), ...)), ()) for v in MEERVOUDIG}
    delen |= {naam: (dict.__class_getitem__((bij, _model(v))), {}) for naam, (v, bij) in _PER_SLEUTEL.items()}
    return create_model("Dossierbestand", __config__=_STRENG, **delen)


_STRENG = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


def _model(voorwerp: type[Voorwerp]) -> type[BaseModel]:
    velden: dict[str, Any] = {n: (v.vorm | ZonderAntwoord | None, None) for n, v in velden_van(voorwerp).items()}
    if voorwerp in MEERVOUDIG:
        velden["sleutel"] = (Annotated[str, Field(pattern=r"^[a-z]+:[0-9a-z-]{1,64}$")] | None, None)
    return create_model(voorwerp.__name__, __config__=_STRENG, **velden)


def lees(gegevens: Any) -> Dossier:
    """Een dossier uit een uitwisselbestand. Een fout noemt de plek in het bestand, nooit de inhoud."""
    try:
        bestand = vorm().model_validate_json(json.dumps(gegevens), strict=True, context=STRENG)
    except ValidationError as fout:
        waar = ".".join(str(d) for d in fout.errors(include_input=False)[0]["loc"][:3])
        raise InvoerFout("dossierbestand-vorm", plek=waar) from None
    waarden: dict[str, dict[Plaats, dict[str, Any]]] = {"kind": {}, "gezin": {}}
    for voorwerp in ENKELVOUDIG:
        _neem_over(waarden[voorwerp.deel], voorwerp, voorwerp.soort, getattr(bestand, voorwerp.soort))
    for naam, (voorwerp, _bij) in _PER_SLEUTEL.items():
        for sleutel, item in getattr(bestand, naam).items():
            _neem_over(waarden[voorwerp.deel], voorwerp, f"{voorwerp.soort}:{sleutel}", item)
    for voorwerp in MEERVOUDIG:
        _neem_lijst_over(waarden[voorwerp.deel], voorwerp, getattr(bestand, f"{voorwerp.soort}_lijst"))
    return Dossier("bestand", _stand(waarden["kind"]), _stand(waarden["gezin"]))


def _neem_lijst_over(
    waarden: dict[Plaats, dict[str, Any]], voorwerp: type[Voorwerp], items: tuple[BaseModel, ...]
) -> None:
    positie = ""
    for nummer, item in enumerate(items):
        sleutel, positie = getattr(item, "sleutel", None) or f"{voorwerp.soort}:{nummer}", tussen(positie, "")
        waarden[Plaats(sleutel, POSITIE)] = {"b": positie}
        _neem_over(waarden, voorwerp, sleutel, item)


def _neem_over(
    waarden: dict[Plaats, dict[str, Any]], voorwerp: type[Voorwerp], sleutel: str, item: BaseModel | None
) -> None:
    for naam, veld in velden_van(voorwerp).items():
        waarde = getattr(item, naam, None)
        if isinstance(waarde, ZonderAntwoord):
            leeg = {"n": True} if waarde.staat == "niet_besproken" else {"o": waarde.staat != "onbekend"}
            waarden[veld.plaats(sleutel)] = leeg
        elif waarde is not None:
            waarden[veld.plaats(sleutel)] = {"b": veld.json_waarde(waarde)}


def _stand(waarden: dict[Plaats, dict[str, Any]]) -> Stand:
    pen = Pen("bestand", "bestand", 1)
    return Stand().met(pen.schrijf(Stand(), "bestand", "lees", datetime(2000, 1, 1, tzinfo=UTC).isoformat(), waarden))


def schrijf(dossier: Dossier) -> dict[str, Any]:
    """Het dossier als uitwisselbestand. Een veld in conflict kan niet mee: eerst kiest een mens."""
    uit: dict[str, Any] = {"vorm": VORM}
    for voorwerp in ENKELVOUDIG:
        if inhoud := _uitgeschreven(dossier.een(voorwerp)):
            uit[voorwerp.soort] = inhoud
    for voorwerp in MEERVOUDIG:
        if lijst := [{"sleutel": item.sleutel} | _uitgeschreven(item) for item in dossier.alle(voorwerp)]:
            uit[f"{voorwerp.soort}_lijst"] = lijst
    er_zijn = {item.sleutel for voorwerp in MEERVOUDIG for item in dossier.alle(voorwerp)}
    for naam, (voorwerp, _bij) in _PER_SLEUTEL.items():
        stand = dossier.stand_van(voorwerp)
        alle = [s.partition(":")[2] for s in stand.voorwerpen(voorwerp.soort)]
        # In het bestand staat één kind: wat bij zijn dossier hoort, heeft daar geen id meer nodig.
        kort = {s: s.removesuffix(f":{dossier.id}") for s in sorted(alle, key=len)}
        sleutels = {k: s for s, k in kort.items() if ":" not in s or s in er_zijn or s != k}
        items = {k: _uitgeschreven(voorwerp(stand, f"{voorwerp.soort}:{s}")) for k, s in sleutels.items()}
        if gevuld := {s: inhoud for s, inhoud in items.items() if inhoud}:
            uit[naam] = gevuld
    return uit


def _uitgeschreven(item: Voorwerp) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for naam, veld in velden_van(type(item)).items():
        feit: Feit[Any] = veld.__get__(item, type(item))
        if isinstance(feit, Bekend):
            uit[naam] = veld.json_waarde(feit.waarde)
        elif isinstance(feit, NietBesproken):
            uit[naam] = {"staat": "niet_besproken"}
        elif isinstance(feit, Conflict):
            raise InvoerFout("dossier-met-conflict", veld=veld.id)
        elif isinstance(feit, Onbekend) and feit.gevraagd:
            uit[naam] = {"staat": "gevraagd_niet_geweten"}
    return uit
