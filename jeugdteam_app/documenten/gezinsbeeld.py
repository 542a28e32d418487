"""Genogram en ecogram op papier: dezelfde tekening als op het scherm, in punten, met hetzelfde in woorden."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from jeugdteam_app.documenten.vel import KLEINST, Vel, kies_vel
from jeugdteam_app.dossier import ecogram as eco
from jeugdteam_app.dossier import genogram as geno
from jeugdteam_app.dossier import genogramtekening
from jeugdteam_app.dossier.dossier import Dossier

# In punten; de breedte is die van de tekst op een staand vel.
_RUIMTE = 470.0
_MAAT = genogramtekening.Maat(breed=92, hoog=48, teken=26, tussen_rijen=34)
# Zoveel letters van een naam, en van wat eronder staat, passen zeker op een regel van een vak; zo hoog is een regel.
_NAAM_PAST, _ONDER_PAST, _REGEL = 17, 20, 11.0
_BOL = (90.0, 32.0)


def genogram_op_papier(dossier: Dossier) -> dict[str, Any] | None:
    """De gegevens van het genogram, of niets als alleen het kind erin staat."""
    van = geno.genogram(dossier)
    if len(van.figuren) < 2:
        return None
    tekening = genogramtekening.teken(van, _MAAT._replace(hoog=max(_MAAT.hoog, *map(_hoog, van.figuren))))
    return {
        **_vlak(tekening.breedte, tekening.hoogte),
        "breed": _MAAT.breed,
        "teken": _MAAT.teken,
        "mensen": [
            {"x": tekening.plekken[f.sleutel][0], "y": tekening.plekken[f.sleutel][1],
             "naam": _naam(f), "onder": _onder(f), "teken": _teken(f), "kruis": f.met_kruis,
             "kind": f.sleutel == geno.KIND}
            for f in van.figuren
        ],
        "lijnen": [
            {"punten": _punten(lijn.punten), "streepjes": lijn.streepjes, "stippels": lijn.stippels,
             "tekst": lijn.tekst, "breuken": [_punten(streep) for streep in lijn.breukstrepen(5.0)],
             "midden": list(lijn.midden) if lijn.tekst else []}
            for lijn in tekening.lijnen
        ],
        "huizen": [_punten(rand) for rand in tekening.huizen],
        "legenda": " ".join(geno.legenda(van)),
        "woorden": geno.in_woorden(van),
    }  # fmt: skip


def _naam(figuur: geno.Figuur) -> str:
    return figuur.naam or geno.zonder_naam(figuur)


def _onder(figuur: geno.Figuur) -> str:
    return " · ".join(filter(None, (figuur.jaren, figuur.woont)))


def _hoog(figuur: geno.Figuur) -> float:
    """Hoe hoog een vak is waar het teken, de hele naam en wat eronder staat in passen."""
    regels = len(wrap(_naam(figuur), _NAAM_PAST)) + len(wrap(_onder(figuur), _ONDER_PAST))
    return _MAAT.teken + regels * _REGEL


def _teken(figuur: geno.Figuur) -> str:
    """Welk teken iemand krijgt; leeg is iemand van wie we dat niet weten."""
    return "zwanger" if figuur.zwanger else figuur.sekse or ""


def _punten(weg: genogramtekening.Weg) -> list[list[float]]:
    return [list(punt) for punt in weg]


def ecogram_op_papier(dossier: Dossier) -> dict[str, Any] | None:
    """De gegevens van het ecogram, of niets als nog niemand over een band sprak."""
    van = eco.ecogram(dossier)
    if not any(b.band or b.twee for b in van.bollen):
        return None
    tekening = eco.teken(van, _RUIMTE, _BOL, 9)
    return {
        **_vlak(tekening.breedte, tekening.hoogte),
        "bol": list(_BOL),
        "kind": {"naam": van.kind, "x": tekening.midden[0], "y": tekening.midden[1]},
        "bollen": [
            {"naam": b.naam, "x": tekening.plekken[b.sleutel][0], "y": tekening.plekken[b.sleutel][1]}
            for b in van.bollen
        ],
        "lijnen": [
            {"punten": [list(p) for p in lijn.weg], "band": lijn.bol.band or "",
             "dwars": [[list(p) for p in streep] for streep in lijn.dwars],
             "pijlen": [[list(p) for p in pijl] for pijl in lijn.pijlen]}
            for lijn in tekening.lijnen
        ],
        "woorden": [eco.in_woorden(b) for b in van.bollen],
    }  # fmt: skip


def _vlak(breedte: float, hoogte: float) -> dict[str, Any]:
    """Hoe groot de tekening is, en waar zij past: in de tekst (zonder ``papier``) of op een eigen vel."""
    maat = min(1.0, _RUIMTE / breedte)
    vel = Vel("", False, round(maat * 100, 2)) if maat >= KLEINST else kies_vel(breedte, hoogte)
    return {"breedte": breedte, "hoogte": hoogte + 4, **vel._asdict()}
