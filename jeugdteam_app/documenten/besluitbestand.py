"""Een vastgesteld besluit als één bestand voor lezer en machine: PDF/A-3 met de gegevens erin, na te rekenen.

In de PDF zit ``besluit.json`` met alles waar de brief van gezet is, en ``toewijzing.xml`` met wat er over deze
toewijzing in het bericht aan de aanbieder staat. Het kenmerk is de afdruk van beide; het staat op papier als QR-code en
in letters, en in het bericht. Met welk sjabloon en welke zetter gezet is, staat ernaast en telt niet mee: hetzelfde
besluit houdt zijn kenmerk, ook als een nieuwere versie het nog eens afdrukt. Wie het bestand nakijkt, rekent het
kenmerk opnieuw uit, zet de bladzijden opnieuw met het sjabloon van toen en vergelijkt. Dat laat een verandering zien en
geen vervalsing: er zit geen handtekening op.
"""

from __future__ import annotations

import hashlib
import io
import json
from contextlib import suppress
from datetime import datetime
from enum import Enum
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from jeugdteam_app.documenten.zetten import SJABLONEN, zet
from jeugdteam_app.dossier.toewijzing import Vaststelling
from jeugdteam_app.kern.fouten import InvoerFout, ProgrammaFout

NAAM = "besluit.json"
BERICHT = "toewijzing.xml"
VORM = "jeugdteam-besluit-1"
# Waar in het bericht de verwijzing naar het besluit komt.
OPEN_PLEK = "{verwijzing}"
GROOTSTE_BESTAND = 20_000_000


class Uitslag(Enum):
    """Wat nakijken oplevert."""

    KLOPT = "klopt"
    WOORDEN_GELIJK = "woorden_gelijk"
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
    return _zet(_kern(vast), vast.gezet_op, _gezet_met())


def _gegevens(vast: Vaststelling) -> dict[str, Any]:
    """Wat er is vastgesteld, precies zoals het is bewaard: velden die er toen niet waren, komen er niet bij.

    Waarom iemand een advies terzijde legde, is voor het dossier en gaat niet mee met de brief.
    """
    return vast.model_dump(mode="json", exclude_unset=True, exclude={"inhoud": {"opzij"}})


def kenmerk(kern: dict[str, Any]) -> str:
    """De afdruk van de gegevens: verandert er één teken, dan verandert het kenmerk."""
    return hashlib.sha256(json.dumps(kern, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def kenmerk_van(vast: Vaststelling) -> str:
    """Het kenmerk van een vastgesteld besluit."""
    return kenmerk(_kern(vast))


def verwijzing(vast: Vaststelling) -> str:
    """Hoe het bericht naar het besluit verwijst: met het nummer en het kenmerk zoals het op papier staat."""
    return _verwijzing(vast.besluitnummer, kenmerk_van(vast))


def _verwijzing(nummer: str, teken: str) -> str:
    return f"Besluit {nummer}, kenmerk {_in_groepjes(teken)}"


def _in_groepjes(teken: str) -> str:
    return " ".join(teken[n : n + 4] for n in range(0, 32, 4))


def _kern(vast: Vaststelling) -> dict[str, Any]:
    return {"vorm": VORM, "besluit": _gegevens(vast)}


@cache
def sjabloon(map_: Path = SJABLONEN) -> str:
    """De afdruk van het sjabloon in deze map; zonder map dat waarmee deze versie besluiten zet."""
    delen = [(map_ / naam).read_bytes() for naam in ("basis.typ", "besluit.typ")]
    return hashlib.sha256(b"\0".join(delen)).hexdigest()


@cache
def sjablonen() -> dict[str, Path]:
    """Elk sjabloon waarmee ooit een besluit is gezet, bij zijn afdruk: wat is uitgegeven, blijft na te kijken."""
    mappen = (SJABLONEN, *sorted(p for p in (SJABLONEN / "eerder").iterdir() if p.is_dir()))
    return {sjabloon(map_): map_ for map_ in mappen}


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
    bekend = sjablonen().get(str(gezet_met.get("sjabloon", "")))
    if bekend is None:
        return Nagekeken(Uitslag.ANDER_SJABLOON, vast.besluitnummer, echt)
    try:
        gelijk = _zet(kern, vast.gezet_op, gezet_met, bekend)
    except (ProgrammaFout, KeyError, TypeError):
        # De gegevens komen van buiten: is er geen brief van te maken, dan heeft iemand ze veranderd.
        raise InvoerFout("besluit-zonder-gegevens") from None
    return Nagekeken(_vergelijk(pdf, gelijk), vast.besluitnummer, echt)


def _vergelijk(gekregen: bytes, gelijk: bytes) -> Uitslag:
    """Byte voor byte; zette een andere versie van de zetter de bladzijden, dan woord voor woord."""
    if gekregen == gelijk:
        return Uitslag.KLOPT
    zetter = _lees(gekregen)[2].get("zetter")
    if zetter == _zetter() or _woorden(gekregen) != _woorden(gelijk) or _bericht(gekregen) != _bericht(gelijk):
        return Uitslag.BLADZIJDEN_VERANDERD
    return Uitslag.WOORDEN_GELIJK


def _bericht(pdf: bytes) -> list[bytes]:
    """Het stuk van het bericht dat in het besluit zit; leeg als het er geen heeft."""
    return list(PdfReader(io.BytesIO(pdf)).attachments.get(BERICHT, []))


def _woorden(pdf: bytes) -> list[tuple[list[str], int]]:
    """Per bladzijde de woorden, en hoeveel er bovenop ligt: een aantekening kan een ander woord laten zien."""
    bladzijden = PdfReader(io.BytesIO(pdf)).pages
    return [(b.extract_text().split(), len(b.annotations or ())) for b in bladzijden]


def _zetter() -> str:
    return f"typst {version('typst')}"


def _gezet_met() -> dict[str, str]:
    return {"zetter": _zetter(), "sjabloon": sjabloon()}


def _zet(kern: dict[str, Any], moment: datetime, gezet_met: dict[str, str], map_: Path = SJABLONEN) -> bytes:
    besluit, teken = kern["besluit"], kenmerk(kern)
    nummer = besluit["besluitnummer"]
    controle = {
        "regel": f"Kenmerk van dit besluit: {_in_groepjes(teken)}",
        "uitleg": "Met deze code is na te gaan of deze brief is veranderd.",
        "qr": _qr(f"jeugdteam:besluit:{nummer}:{teken}"),
        "alt": f"QR-code met het besluitnummer {nummer} en het kenmerk.",
    }
    delen = {"kenmerk": teken, "gegevens": kern, "gezet_met": gezet_met}
    bijlagen = {NAAM: json.dumps(delen, sort_keys=True, ensure_ascii=False)}
    if bericht := besluit.get("bericht", ""):
        # Het kenmerk is van de gegevens met de open plek erin; pas daarna is het in te vullen.
        bijlagen[BERICHT] = bericht.replace(OPEN_PLEK, _verwijzing(nummer, teken))
    return zet("besluit", besluit["brief"] | {"controle": controle}, moment, bijlagen, map_)


def _qr(inhoud: str) -> str:
    import segno

    uit = io.BytesIO()
    segno.make(inhoud, error="m", micro=False).save(uit, kind="svg", border=2, xmldecl=False, svgns=True)
    return uit.getvalue().decode()


def _lees(pdf: bytes) -> tuple[dict[str, Any], str, dict[str, str]]:
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
            return dict(gelezen["gegevens"]), str(gelezen["kenmerk"]), dict(gelezen["gezet_met"])
    raise InvoerFout("besluit-zonder-gegevens")
