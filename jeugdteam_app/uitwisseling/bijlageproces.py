"""Een PDF lezen in een eigen, kort proces: hoe kwaadaardig of zwaar het bestand ook is, het venster wacht er niet op.

Het bestand gaat over een pijp heen en het antwoord komt over een pijp terug; er komt niets op schijf. Het proces kent
alleen de PDF-bibliotheek, mag niet meer dan een gigabyte geheugen gebruiken en stopt na ``LANGST`` seconden.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import re
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

LANGST = 2.0
MEESTE_GEHEUGEN = 1_000_000_000
_BREEDST, _HOOGST = 3_000, 6_000


class TeZwaar(Exception):
    """Het lezen duurde te lang of vroeg te veel."""


class Onleesbaar(Exception):
    """Dit is geen PDF die te lezen is."""


def vraag(inhoud: bytes, **opdracht: int | str) -> tuple[dict[str, Any], bytes]:
    """Stelt één vraag over een PDF (``tel``, ``lees`` of ``teken``). Geeft het antwoord en, bij tekenen, de punten."""
    kop = json.dumps(opdracht).encode()
    try:
        gedaan = subprocess.run(  # noqa: S603 - altijd dit bestand, met deze Python
            [sys.executable, "-I", str(Path(__file__))],
            input=struct.pack(">I", len(kop)) + kop + inhoud,
            capture_output=True,
            timeout=LANGST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TeZwaar from None
    if gedaan.returncode or len(gedaan.stdout) < 4:
        raise Onleesbaar
    (lengte,) = struct.unpack(">I", gedaan.stdout[:4])
    return json.loads(gedaan.stdout[4 : 4 + lengte]), gedaan.stdout[4 + lengte :]


def _voer_uit(opdracht: dict[str, Any], inhoud: bytes) -> tuple[dict[str, Any], bytes]:
    import pypdfium2

    with contextlib.closing(pypdfium2.PdfDocument(inhoud)) as document:
        # Anders blijft wat iemand in een formulier invulde, onzichtbaar.
        document.init_forms()
        if opdracht["wat"] == "tel":
            return {"aantal": len(document)}, b""
        if opdracht["wat"] == "lees":
            return {"tekst": _tekst(document, opdracht["bladzijden"], opdracht["tekens"])}, b""
        nummer = opdracht["nummer"]
        blad = document[nummer]
        breed = min(opdracht["breedte"], _BREEDST)
        maat = min(breed / max(1.0, blad.get_width()), _HOOGST / max(1.0, blad.get_height()))
        beeld = blad.render(scale=maat)
        gelezen = _tekst_van(document, blad)
        antwoord = {"breedte": beeld.width, "hoogte": beeld.height, "stap": beeld.stride, "tekst": gelezen}
        return antwoord, bytes(beeld.buffer)


def _leesbaar(tekst: str) -> str:
    """Zonder lege tekens; een woord dat aan het einde van een regel is afgebroken, is weer heel en te vinden.

    Een streepje dat bij het woord hoort, blijft: Noord-Holland, ADHD-onderzoek, vader- en moederrol.
    """
    tekst = re.sub("\x02(\r?\n)?(?=(?:en|of)\\b)", "- ", tekst)
    tekst = re.sub("(?<=[A-Z0-9])\x02(\r?\n)?|\x02(\r?\n)?(?=[A-Z0-9])", "-", tekst)
    return re.sub("\x02(\r?\n)?", "", tekst).replace("\x00", "")


def _tekst_van(document: Any, blad: Any) -> str:
    """Wat er op een bladzijde staat, en daaronder wat er is ingevuld en bij geschreven."""
    return "\n".join((_leesbaar(blad.get_textpage().get_text_bounded()), *_ingevuld(document, blad)))


def _ingevuld(document: Any, blad: Any) -> Iterator[str]:
    """Elk vak met wat erin staat, elk aangekruist vakje, en elke aantekening."""
    import pypdfium2.raw as pdf

    vakjes = (pdf.FPDF_FORMFIELD_CHECKBOX, pdf.FPDF_FORMFIELD_RADIOBUTTON)
    for plaats in range(pdf.FPDFPage_GetAnnotCount(blad)):
        vak = pdf.FPDFPage_GetAnnot(blad, plaats)
        soort = pdf.FPDFAnnot_GetSubtype(vak)
        if soort == pdf.FPDF_ANNOT_WIDGET and document.formenv:
            vraag_ = _woorden(pdf.FPDFAnnot_GetFormFieldAlternateName, document.formenv, vak)
            vraag_ = vraag_ or _woorden(pdf.FPDFAnnot_GetFormFieldName, document.formenv, vak)
            if pdf.FPDFAnnot_GetFormFieldType(document.formenv, vak) in vakjes:
                if pdf.FPDFAnnot_IsChecked(document.formenv, vak):
                    yield " ".join(filter(None, ("☒", vraag_, _welk_rondje(document, vak))))
            elif antwoord := _woorden(pdf.FPDFAnnot_GetFormFieldValue, document.formenv, vak):
                yield f"{vraag_} {antwoord}"
        elif soort in (pdf.FPDF_ANNOT_FREETEXT, pdf.FPDF_ANNOT_TEXT):
            yield _woorden(pdf.FPDFAnnot_GetStringValue, vak, b"Contents")
        pdf.FPDFPage_CloseAnnot(vak)


def _welk_rondje(document: Any, vak: Any) -> str:
    """Van een rij rondjes heet elk vak hetzelfde: dan zegt pas de waarde of het ja of nee is."""
    import pypdfium2.raw as pdf

    if pdf.FPDFAnnot_GetFormFieldType(document.formenv, vak) != pdf.FPDF_FORMFIELD_RADIOBUTTON:
        return ""
    return _woorden(pdf.FPDFAnnot_GetFormFieldExportValue, document.formenv, vak)


def _woorden(vraag_op: Callable[..., int], *waarvan: Any) -> str:
    """Tekst die de bibliotheek in een eigen stuk geheugen zet: eerst hoe lang, dan wat."""
    lengte = vraag_op(*waarvan, None, 0)
    ruimte = (ctypes.c_ushort * (lengte // 2 + 1))()
    vraag_op(*waarvan, ruimte, lengte)
    return bytes(ruimte)[:lengte].decode("utf-16-le", "replace").rstrip("\0")


def _tekst(document: Any, bladzijden: int, tekens: int) -> str:
    delen: list[str] = []
    for nummer in range(min(len(document), bladzijden)):
        delen.append(_tekst_van(document, document[nummer]))
        if sum(map(len, delen)) > tekens:
            break
    return "\n".join(delen)[:tekens]


def _begrens() -> None:
    """Niet meer geheugen dan nodig, en geen afdruk van het geheugen als het misgaat. Op Windows kan dit niet."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEESTE_GEHEUGEN, MEESTE_GEHEUGEN))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main() -> None:
    _begrens()
    ruw = sys.stdin.buffer.read()
    (lengte,) = struct.unpack(">I", ruw[:4])
    antwoord, punten = _voer_uit(json.loads(ruw[4 : 4 + lengte]), ruw[4 + lengte :])
    kop = json.dumps(antwoord).encode()
    sys.stdout.buffer.write(struct.pack(">I", len(kop)) + kop + punten)


if __name__ == "__main__":
    # Wat er ook misgaat: geen woord uit het bestand op het scherm, alleen een code.
    try:
        _main()
    except BaseException:  # noqa: BLE001
        sys.exit(1)
