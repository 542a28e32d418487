"""Een bestand van buiten herkennen, er tekst uit lezen en een bladzijde tekenen. Alleen de bytes tellen."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2

from jeugdteam_app.dossier.bijlage import Bestandsoort
from jeugdteam_app.kern.fouten import InvoerFout

GROOTSTE_BIJLAGE = 10_000_000
# Zoveel tekst bewaren we om in te zoeken, en zoveel bladzijden lezen we daarvoor.
MEESTE_TEKST, MEESTE_GELEZEN = 50_000, 40
MEESTE_BLADZIJDEN = 500
_BREEDST, _HOOGST = 3_000, 6_000
_BEGINNEN = {b"%PDF-": Bestandsoort.PDF, b"\x89PNG\r\n\x1a\n": Bestandsoort.PNG, b"\xff\xd8\xff": Bestandsoort.JPEG}


class Prent(NamedTuple):
    """Een getekende bladzijde: rijen van blauw-groen-rood, elk ``stap`` bytes."""

    breedte: int
    hoogte: int
    stap: int
    punten: bytes


def herken(inhoud: bytes) -> Bestandsoort:
    """De soort, aan de eerste bytes. Fouten: ``bijlage-te-groot``, ``bijlage-soort``, ``bijlage-onleesbaar``."""
    if len(inhoud) > GROOTSTE_BIJLAGE:
        raise InvoerFout("bijlage-te-groot")
    for begin, soort in _BEGINNEN.items():
        if inhoud.startswith(begin):
            if soort is Bestandsoort.PDF:
                bladzijden(inhoud)
            return soort
    if not inhoud or b"\x00" in inhoud:
        raise InvoerFout("bijlage-soort")
    try:
        inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvoerFout("bijlage-soort") from None
    return Bestandsoort.TEKST


def tekst(inhoud: bytes, soort: Bestandsoort) -> str:
    """De tekst die erin staat, begrensd; van een beeld is er geen."""
    if soort is Bestandsoort.TEKST:
        return inhoud.decode("utf-8-sig")[:MEESTE_TEKST]
    if soort is not Bestandsoort.PDF:
        return ""
    delen, ruimte = [], MEESTE_TEKST
    document = _open(inhoud)
    try:
        for nummer in range(min(len(document), MEESTE_GELEZEN)):
            deel = _tekst_van(document, nummer)[:ruimte]
            delen.append(deel)
            ruimte -= len(deel)
            if ruimte <= 0:
                break
    finally:
        document.close()
    return "\n".join(delen)


def bladzijden(inhoud: bytes) -> int:
    """Hoeveel bladzijden een PDF heeft."""
    document = _open(inhoud)
    try:
        aantal = len(document)
    finally:
        document.close()
    if not 0 < aantal <= MEESTE_BLADZIJDEN:
        raise InvoerFout("bijlage-onleesbaar")
    return aantal


def teken(inhoud: bytes, nummer: int, breedte: int) -> tuple[Prent, str]:
    """Eén bladzijde van een PDF (vanaf 0), zo breed in punten, en de tekst die erop staat."""
    document = _open(inhoud)
    try:
        blad = document[nummer]
        maat = min(min(breedte, _BREEDST) / max(1.0, blad.get_width()), _HOOGST / max(1.0, blad.get_height()))
        beeld = blad.render(scale=maat, may_draw_forms=False)
        return Prent(beeld.width, beeld.height, beeld.stride, bytes(beeld.buffer)), _tekst_van(document, nummer)
    except pypdfium2.PdfiumError:
        pass
    finally:
        document.close()
    raise InvoerFout("bijlage-onleesbaar")


def _tekst_van(document: pypdfium2.PdfDocument, nummer: int) -> str:
    try:
        return str(document[nummer].get_textpage().get_text_bounded()).replace("\x00", "")
    except pypdfium2.PdfiumError:
        return ""


def _open(inhoud: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(inhoud)
    except pypdfium2.PdfiumError:
        pass
    # Buiten het blok, zodat er niets uit het bestand aan de fout vastzit.
    raise InvoerFout("bijlage-onleesbaar")
