"""De ingevulde kansencirkel op papier: het wiel van elke dag, met de woorden en tekeningen van het kind zelf.

Hetzelfde staat er ook in woorden bij, voor wie het wiel niet ziet. Er staat nooit een cijfer op.
"""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any

from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.kansencirkel import RINGEN, WAT_HET_IS, Element, Kansencirkel, Vak, op_volgorde
from jeugdteam_app.dossier.kort import keuzes
from jeugdteam_app.dossier.schets import punten
from jeugdteam_app.dossier.woorden import cirkel_in_woorden, woord
from jeugdteam_app.kern.feit import alle_waarden, waarde_of

# In punten; het wiel past met de namen eromheen op de breedte van het blad.
_STRAAL, _MIDDEN = 125.0, (225.0, 160.0)
_HOEK = 360 / len(Element)
_HART = 0.6
Punten = list[tuple[float, float]]


def maak(dossier: Dossier, moment: datetime) -> bytes:
    """Alle cirkels die in dit dossier te zien zijn, de laatste voorop."""
    naam = dossier.een(Jeugdige).aanspreeknaam
    gegevens = {
        "titel": f"De kansencirkel van {naam}" if naam else "De kansencirkel",
        "afzender": naam or "Het kind",
        "voet": f"Van het kind zelf. Afgedrukt op {t.voluit(t.dag_van(moment))}.",
        **t.rondom(dossier, met_twee=True),
        "uitleg": "Gekleurd: zo is het nu. Streepjes: zo zou ik het willen. Er is geen goed of fout.",
        "hoogte": _MIDDEN[1] + _STRAAL + 34,
        "kop_woorden": "Wat de woorden betekenen",
        "wat_het_is": [f"{woord(e).capitalize()}: {zin}" for e, zin in WAT_HET_IS.items()],
        "cirkels": [_cirkel(c) for c in reversed(op_volgorde(dossier.alle(Kansencirkel)))],
    }
    return zet("kansencirkel", gegevens, moment)


def _cirkel(cirkel: Kansencirkel) -> dict[str, Any]:
    vakken = {e: waarde_of(getattr(cirkel, e.value), Vak()) for e in Element}
    return {
        "kop": f"Op {keuzes(cirkel.datum, t.voluit) or 'een dag die niet is opgeschreven'}",
        "gevuld": [_vlak(n, v.nu) for n, v in enumerate(vakken.values()) if v.nu],
        "gewenst": [_boog(n, v.gewenst) for n, v in enumerate(vakken.values()) if v.gewenst is not None],
        "ringen": [_boog(n, ring) for n in range(len(Element)) for ring in range(RINGEN + 1)],
        "stralen": [[_punt(n, 0, 0.0), _punt(n, RINGEN, 0.0)] for n in range(len(Element))],
        "namen": [_naam(n, e) for n, e in enumerate(Element)],
        "woorden": [_in_woorden(cirkel, e) for e in Element],
        "tekeningen": [
            {"naam": f"Tekening bij {woord(e)}{wanneer}", "strepen": [punten(s) for s in schets]}
            for e, v in vakken.items()
            for wanneer, schets in (("", v.tekening), (", zoals ik het wil", v.tekening_gewenst)) if schets
        ],
    }  # fmt: skip


def _in_woorden(cirkel: Kansencirkel, element: Element) -> str:
    """Wat er bij een element staat; schreven twee mensen iets anders, dan allebei."""
    kop = f"{woord(element)}: "
    gezegd = [cirkel_in_woorden(element, v).removeprefix(kop) for v in alle_waarden(getattr(cirkel, element.value))]
    return kop + " / ".join(gezegd) if gezegd else cirkel_in_woorden(element, Vak())


def _op(graden: float, straal: float) -> tuple[float, float]:
    """Een punt op het wiel; nul graden is boven, en dan met de klok mee."""
    hoek = math.radians(graden)
    return round(_MIDDEN[0] + straal * math.sin(hoek), 2), round(_MIDDEN[1] - straal * math.cos(hoek), 2)


def _tot(ring: int) -> float:
    return _STRAAL * (ring + _HART) / (RINGEN + _HART)


def _punt(nummer: int, ring: int, deel: float) -> tuple[float, float]:
    return _op((nummer - 0.5 + deel) * _HOEK, _tot(ring))


def _boog(nummer: int, ring: int) -> Punten:
    return [_punt(nummer, ring, stap / 12) for stap in range(13)]


def _vlak(nummer: int, ring: int) -> Punten:
    return [*_boog(nummer, ring), *reversed(_boog(nummer, 0))]


def _naam(nummer: int, element: Element) -> dict[str, Any]:
    x, y = _op(nummer * _HOEK, _STRAAL + 12)
    kant = "midden" if nummer % 4 == 0 else "links" if x > _MIDDEN[0] else "rechts"
    return {"x": x, "y": y, "kant": kant, "tekst": woord(element)}
