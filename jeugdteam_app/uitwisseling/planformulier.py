"""Een ingevuld plan van de familie lezen. Het bestand komt van buiten: er komt alleen platte tekst uit."""

from __future__ import annotations

import io
import logging
import unicodedata
from collections.abc import Collection
from contextlib import suppress
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from jeugdteam_app.kern.fouten import InvoerFout

# Zo groot mag een formulier zijn: een vol plan is nog geen halve MB, en hieronder blijft het lezen kort.
GROOTSTE_FORMULIER = 2_000_000
LANGSTE_ANTWOORD = 20_000
KENMERK = "kenmerk"
# De lezer schrijft over kapotte bestanden naar het scherm; wat er mis is, zeggen wij zelf.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
# Tekens die de volgorde van tekst omkeren zonder dat iemand het ziet.
_RICHTING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Antwoord(NamedTuple):
    """Wat er in een vak staat, en wat erin stond toen het formulier werd gemaakt; ``None`` als het dat niet zegt."""

    nu: str
    stond: str | None


def lees(inhoud: bytes, velden: Collection[str]) -> dict[str, Antwoord]:
    """De antwoorden bij deze velden, en het kenmerk. Een vak dat er niet is, ontbreekt.

    Fouten: ``formulier-te-groot``, ``formulier-onleesbaar``, ``formulier-zonder-vakken``, ``formulier-te-lang``.
    """
    if len(inhoud) > GROOTSTE_FORMULIER:
        raise InvoerFout("formulier-te-groot")
    gevonden = _velden(inhoud)
    antwoorden = {
        naam: Antwoord(_schoon(nu), None if stond is None else _schoon(stond))
        for naam in (*velden, KENMERK)
        if naam in gevonden
        for nu, stond in (gevonden[naam],)
    }
    if not antwoorden:
        raise InvoerFout("formulier-zonder-vakken")
    if any(len(tekst) > LANGSTE_ANTWOORD for antwoord in antwoorden.values() for tekst in antwoord if tekst):
        raise InvoerFout("formulier-te-lang")
    return antwoorden


# Wat geen vak is en ook niets zegt: een link, en het venstertje van een vak.
_ZEGT_NIETS = frozenset({"/Widget", "/Link", "/Popup"})


def is_bijgeschreven(inhoud: bytes) -> bool:
    """Of er iets op het formulier staat dat niet in een vak is getypt: een tekstvak erbij, of een tekening."""
    with suppress(PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        bladen = PdfReader(io.BytesIO(inhoud)).pages
        erbij = (stuk.get_object() for blad in bladen for stuk in blad.get("/Annots") or ())
        return any(stuk.get("/Subtype") not in _ZEGT_NIETS for stuk in erbij)
    return False


def _velden(inhoud: bytes) -> dict[str, tuple[str, str | None]]:
    with suppress(PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        gelezen = PdfReader(io.BytesIO(inhoud)).get_fields() or {}
        return {
            str(naam): (str(veld.value or ""), None if veld.default_value is None else str(veld.default_value))
            for naam, veld in gelezen.items()
        }
    # Buiten het blok, zodat er niets uit het bestand aan de fout vastzit.
    raise InvoerFout("formulier-onleesbaar")


def _schoon(tekst: str) -> str:
    regels = tekst.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        t for t in regels if t == "\n" or (unicodedata.category(t) not in ("Cc", "Cs") and t not in _RICHTING)
    ).strip()
