"""Een bestand van buiten herkennen, er tekst uit lezen en een bladzijde tekenen. Alleen de bytes tellen."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NamedTuple

from jeugdteam_app.dossier.bijlage import Bestandsoort
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.uitwisseling.bijlageproces import Onleesbaar, TeZwaar, vraag

GROOTSTE_BIJLAGE = 10_000_000
MEESTE_BLADZIJDEN = 500
# Zoveel tekst bewaren we om in te zoeken: ruim genoeg voor elke bladzijde van het langste stuk.
MEESTE_TEKST = 2_000_000
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
    """De tekst die erin staat, begrensd; van een beeld, of als het lezen te lang duurt, is er geen."""
    if soort is Bestandsoort.TEKST:
        return inhoud.decode("utf-8-sig")[:MEESTE_TEKST]
    if soort is not Bestandsoort.PDF:
        return ""
    with suppress(TeZwaar, Onleesbaar):
        return str(vraag(inhoud, wat="lees", bladzijden=MEESTE_BLADZIJDEN, tekens=MEESTE_TEKST)[0]["tekst"])
    return ""


def bladzijden(inhoud: bytes) -> int:
    """Hoeveel bladzijden een PDF heeft."""
    aantal = int(_antwoord(inhoud, wat="tel")[0]["aantal"])
    if not 0 < aantal <= MEESTE_BLADZIJDEN:
        raise InvoerFout("bijlage-onleesbaar")
    return aantal


def teken(inhoud: bytes, nummer: int, breedte: int) -> tuple[Prent, str]:
    """Eén bladzijde van een PDF (vanaf 0), zo breed in punten, en de tekst die erop staat."""
    a, punten = _antwoord(inhoud, wat="teken", nummer=nummer, breedte=breedte)
    if len(punten) != a["stap"] * a["hoogte"]:
        raise InvoerFout("bijlage-onleesbaar")
    return Prent(a["breedte"], a["hoogte"], a["stap"], punten), str(a["tekst"])


def _antwoord(inhoud: bytes, **opdracht: int | str) -> tuple[dict[str, Any], bytes]:
    """Fouten: ``bijlage-te-zwaar``, ``bijlage-onleesbaar``."""
    try:
        return vraag(inhoud, **opdracht)
    except TeZwaar:
        raise InvoerFout("bijlage-te-zwaar") from None
    except Onleesbaar:
        raise InvoerFout("bijlage-onleesbaar") from None
