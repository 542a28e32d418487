"""Het advies op papier: dezelfde boom als op het scherm, om samen met het gezin te lezen.

Het is geen besluit, en dat staat erop.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.regels.feitzin import feitzin, gemist_zin
from jeugdteam_app.regels.uitkomst import EERST

_DELEN = (
    ("ander_kader", "Wat bij een andere wet hoort"),
    ("voorliggend", "Wat eerst kan, zonder jeugdhulp"),
    ("segmenten", "Welk segment past"),
    ("voorstellen", "Welke producten passen, in volgorde"),
    ("plichten", "Wat er hoort te zijn"),
    ("beslist", "Wie beslist"),
    ("uitwegen", "Als u vastloopt"),
    ("vragen", "Welke vragen het advies nog kunnen veranderen"),
    ("afgevallen", "Wat niet past, en waarom"),
)
_UITSLAG = {"ja": "ja", "nee": "nee", "onbekend": "hangt ervan af"}
_ZONDER_UITSLAG = frozenset({"vragen", "afgevallen", "beslist", "uitwegen"})


def maak(
    dossier: Dossier,
    advies: Mapping[str, Any],
    boek: Productenboek,
    profiel: Profiel,
    moment: datetime,
    wie: Mapping[str, str],
) -> bytes:
    """Het advies als PDF. ``advies`` is de uitkomst als gegevens; ``wie`` zegt bij een feit wie het opschreef."""
    return zet("advies", gegevens(dossier, advies, boek, profiel, moment, wie), moment)


def gegevens(
    dossier: Dossier,
    advies: Mapping[str, Any],
    boek: Productenboek,
    profiel: Profiel,
    moment: datetime,
    wie: Mapping[str, str],
) -> dict[str, Any]:
    """Alles wat op het advies staat."""
    naam = dossier.een(Jeugdige).aanspreeknaam
    op = date.fromisoformat(advies["op"])
    return {
        "titel": f"Wat past bij {naam}" if naam else "Wat past",
        "afzender": profiel.team or "Jeugdteam",
        "voet": f"Advies van {t.voluit(op)}. Dit is geen besluit. Afgedrukt op {t.voluit(t.dag_van(moment))}.",
        "bladzijde": "bladzijde",
        "uitleg_onbekende_tekens": t.UITLEG_TEKENS,
        "banden": [
            *_gevaar(advies),
            *([t.BAND_VOORBEELD] if t.is_voorbeeld(dossier) else []),
            *filter(None, (boek.band,)),
        ],
        "inleiding": _inleiding(advies, boek),
        "delen": [
            {"kop": kop, "takken": [_tak(deel, tak, wie) for tak in advies[deel]]}
            for deel, kop in _DELEN
            if advies.get(deel)
        ],
    }


def _gevaar(advies: Mapping[str, Any]) -> list[str]:
    """Veiligheid gaat voor alles en staat dus bovenaan."""
    return [tak["titel"] for tak in advies["plichten"] if tak["code"] == EERST]


def _inleiding(advies: Mapping[str, Any], boek: Productenboek) -> str:
    soort = "Het is voorlopig: de verklarende analyse is nog niet klaar. " if advies["voorlopig"] else ""
    uitleg = "Dit advies ordent en legt uit. Het gezin en het team kiezen samen."
    return f"{uitleg} {soort}Productenboek: {boek.regio}, versie {advies['boekversie']}."


def _tak(deel: str, tak: Mapping[str, Any], wie: Mapping[str, str]) -> dict[str, Any]:
    weegt_u = tak["uitslag"] == "onbekend" and not tak.get("hangt_af_van")
    woord = "dat beoordeelt u zelf" if weegt_u else _UITSLAG[tak["uitslag"]]
    uitslag = "" if deel in _ZONDER_UITSLAG else f": {woord}"
    let_op = [r["tekst"] for r in tak.get("let_op", ())]
    redenen = list(_redenen(deel, tak, wie))
    gemist = [gemist_zin(g["zin"], str, uitgesloten=g["uitgesloten"]) for g in tak.get("gemist", ())]
    return {"kop": f"{tak['titel']}{uitslag}", "let_op": let_op, "gemist": gemist, "redenen": redenen}


def _redenen(deel: str, tak: Mapping[str, Any], wie: Mapping[str, str]) -> Iterable[dict[str, str]]:
    """De dragende reden voluit; de regels die haar steunen er kort onder."""
    for reden in (tak, *(tak.get("ook", ()) if deel != "afgevallen" else ())):
        feiten = "; ".join(_feit(naam, waarde, wie) for naam, waarde in reden["feiten"].items())
        bron = reden["bron"]
        yield {
            "tekst": reden["tekst"],
            "feiten": f"Omdat: {feiten}." if feiten and deel != "vragen" else "",
            "bron": f"Regel {reden['regel']}. Bron: {bron['document']}, {bron['plaats']}.",
        }


def _feit(naam: str, waarde: str, wie: Mapping[str, str]) -> str:
    zin = feitzin(naam, waarde, str)
    return f"{zin} (opgeschreven door {wie[naam]})" if naam in wie else zin
