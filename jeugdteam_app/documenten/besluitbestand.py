"""Een vastgesteld besluit als één bestand voor lezer en machine: PDF/A-3 met de gegevens erin, na te rekenen.

In de PDF zit ``besluit.json`` met alles waar de brief van gezet is. Het kenmerk is daar de afdruk van; het staat op
papier als QR-code en in letters. Met welk programma en sjabloon gezet is, staat ernaast en telt niet mee: hetzelfde
besluit houdt zijn kenmerk, ook als een nieuwere versie het nog eens afdrukt. Wie het bestand nakijkt, rekent het
kenmerk opnieuw uit, zet de bladzijden opnieuw en vergelijkt. Dat laat een verandering zien en geen vervalsing: er zit
geen handtekening op.
"""

from __future__ import annotations

import hashlib
import io
import json
from contextlib import suppress
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from pydantic import ValidationError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from jeugdteam_app import VERSIE
from jeugdteam_app.documenten.zetten import SJABLONEN, zet
from jeugdteam_app.dossier.toewijzing import Vaststelling
from jeugdteam_app.kern.fouten import InvoerFout

NAAM = "besluit.json"
VORM = "jeugdteam-besluit-1"
GROOTSTE_BESTAND = 20_000_000


class Uitslag(Enum):
    """Wat nakijken oplevert."""

    KLOPT = "klopt"
    ANDER_SJABLOON = "ander_sjabloon"
    GEGEVENS_VERANDERD = "gegevens_veranderd"
    BLADZIJDEN_VERANDERD = "bladzijden_veranderd"


class Nagekeken(NamedTuple):
    """De uitslag, met welk besluit het volgens het bestand is."""

    uitslag: Uitslag
    besluitnummer: str
    kenmerk: str


def maak(vast: Vaststelling) -> bytes:
    """Het besluit als PDF, met zijn gegevens erin."""
    return _zet({"vorm": VORM, "besluit": _gegevens(vast)}, vast.gezet_op)


def _gegevens(vast: Vaststelling) -> dict[str, Any]:
    """Wat er is vastgesteld, precies zoals het is bewaard: velden die er toen niet waren, komen er niet bij.

    Waarom iemand een advies terzijde legde, is voor het dossier en gaat niet mee met de brief.
    """
    return vast.model_dump(mode="json", exclude_unset=True, exclude={"inhoud": {"opzij"}})


def kenmerk(kern: dict[str, Any]) -> str:
    """De afdruk van de gegevens: verandert er één teken, dan verandert het kenmerk."""
    return hashlib.sha256(json.dumps(kern, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@cache
def sjabloon() -> str:
    """De afdruk van het sjabloon waarmee deze versie besluiten zet."""
    delen = [(SJABLONEN / naam).read_bytes() for naam in ("basis.typ", "besluit.typ")]
    return hashlib.sha256(b"\0".join(delen)).hexdigest()


def kijk_na(pdf: bytes) -> Nagekeken:
    """Rekent een besluit na. Fouten: ``besluit-onleesbaar``, ``besluit-zonder-gegevens``."""
    kern, gezegd, gezet_met = _lees(pdf)
    try:
        vast = Vaststelling.model_validate_json(json.dumps(kern["besluit"]))
    except (ValidationError, KeyError):
        raise InvoerFout("besluit-zonder-gegevens") from None
    echt = kenmerk(kern)
    if gezegd != echt:
        return Nagekeken(Uitslag.GEGEVENS_VERANDERD, vast.besluitnummer, echt)
    if gezet_met != _gezet_met():
        return Nagekeken(Uitslag.ANDER_SJABLOON, vast.besluitnummer, echt)
    gelijk = _zet(kern, vast.gezet_op) == pdf
    return Nagekeken(Uitslag.KLOPT if gelijk else Uitslag.BLADZIJDEN_VERANDERD, vast.besluitnummer, echt)


def _gezet_met() -> dict[str, str]:
    return {"programma": VERSIE, "sjabloon": sjabloon()}


def _zet(kern: dict[str, Any], moment: datetime) -> bytes:
    besluit = kern["besluit"]
    teken = kenmerk(kern)
    controle = {
        "regel": f"Kenmerk van dit besluit: {' '.join(teken[n : n + 4] for n in range(0, 32, 4))}",
        "uitleg": "De gegevens zitten ook in het bestand zelf. Zo is na te gaan of er iets is veranderd.",
        "qr": _qr(f"jeugdteam:besluit:{besluit['besluitnummer']}:{teken}"),
        "alt": f"QR-code met het besluitnummer {besluit['besluitnummer']} en het kenmerk.",
    }
    delen = {"kenmerk": teken, "gegevens": kern, "gezet_met": _gezet_met()}
    bijlage = json.dumps(delen, sort_keys=True, ensure_ascii=False)
    return zet("besluit", besluit["brief"] | {"controle": controle}, moment, {NAAM: bijlage})


def _qr(inhoud: str) -> str:
    import segno

    uit = io.BytesIO()
    segno.make(inhoud, error="m", micro=False).save(uit, kind="svg", border=2, xmldecl=False, svgns=True)
    return uit.getvalue().decode()


def _lees(pdf: bytes) -> tuple[dict[str, Any], str, Any]:
    """De gegevens in het bestand, het kenmerk dat erbij staat, en waarmee de bladzijden gezet zijn."""
    if len(pdf) > GROOTSTE_BESTAND:
        raise InvoerFout("besluit-onleesbaar")
    inhoud: list[bytes] | None = None
    with suppress(PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        inhoud = PdfReader(io.BytesIO(pdf)).attachments.get(NAAM, [])
    if inhoud is None:
        raise InvoerFout("besluit-onleesbaar")
    with suppress(ValueError, KeyError, TypeError, IndexError, RecursionError):
        gelezen = json.loads(inhoud[0])
        if gelezen["gegevens"]["vorm"] == VORM:
            return dict(gelezen["gegevens"]), str(gelezen["kenmerk"]), gelezen["gezet_met"]
    raise InvoerFout("besluit-zonder-gegevens")
