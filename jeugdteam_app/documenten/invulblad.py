"""Een blad met vragen en vakken om in te vullen, met de hand of in de PDF. Met reportlab: typst maakt geen velden.

Zo'n blad heeft geen structuur voor een schermlezer; dat staat op de pagina over grenzen.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from jeugdteam_app.documenten.zetten import LETTERTYPEN

# De breedte van elk vak, in punten.
VAKBREEDTE = round(A4[0] - 4 * cm)
_UITLEG = 0.42
_HOKJES = 0.6


class Vraag(NamedTuple):
    """Eén vak: de naam van het veld, de vraag erboven, en hoe hoog het vak is in centimeters.

    Op een tweede regel van de vraag staat hoe het in te vullen is.

    ``ruimte`` blijft open tussen de vraag en het vak, voor dezelfde vraag in een andere taal.

    ``keuzes`` zijn hokjes om aan te kruisen, onder de vraag.
    """

    naam: str
    vraag: str
    hoog: float
    ruimte: float = 0.0
    keuzes: tuple[str, ...] = ()

    @property
    def uitleg(self) -> float:
        """Hoe hoog de regels en hokjes onder de vraag zijn, in centimeters."""
        return _UITLEG * self.vraag.count("\n") + (_HOKJES if self.keuzes else 0.0)


def maak(titel: str, inleiding: str, vragen: Sequence[Vraag], kenmerk: str = "", ruimte: float = 0.0) -> bytes:
    """Het blad als PDF met invulvelden. Met een ``kenmerk`` staat onderaan bij welk plan het hoort.

    Onder elke bladzijde staat welke het is, en zonder kenmerk is daar plek voor de naam van het kind: losse bladen van
    twee gezinnen raken zo niet door elkaar.

    ``ruimte``: hoeveel centimeter er onder de inleiding open blijft.
    """
    stroom = io.BytesIO()
    blad = vel(stroom, titel)
    hoogte = _kop(blad, titel, inleiding) - ruimte * cm
    for vraag in vragen:
        if hoogte - (vraag.hoog + vraag.ruimte + vraag.uitleg) * cm - 1.2 * cm < 1.8 * cm:
            _voet(blad, titel, met_naam=not kenmerk)
            blad.showPage()
            hoogte = A4[1] - 2 * cm
        hoogte = _vraag(blad, vraag, hoogte)
    _voet(blad, titel, met_naam=not kenmerk)
    if kenmerk:
        _kenmerk(blad, kenmerk)
    blad.save()
    return stroom.getvalue()


def vel(stroom: io.BytesIO, titel: str) -> Canvas:
    """Een leeg vel van reportlab, met de letters klaar. Een PDF-lezer noemt de titel en niet de bestandsnaam."""
    for naam in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"Noto-{naam}", str(LETTERTYPEN / f"NotoSans-{naam}.ttf")))
    blad = Canvas(stroom, pagesize=A4, lang="nl-NL", invariant=1)
    blad.setTitle(titel)
    blad.setViewerPreference("DisplayDocTitle", "true")
    return blad


def _kop(blad: Canvas, titel: str, inleiding: str) -> float:
    top = A4[1] - 2.2 * cm
    blad.setFillColor(HexColor("#0b5563"))
    blad.setFont("Noto-Bold", 18)
    blad.drawString(2 * cm, top, titel)
    blad.setFillColor(HexColor("#22333b"))
    blad.setFont("Noto-Regular", 10)
    regels = simpleSplit(inleiding, "Noto-Regular", 10, A4[0] - 4 * cm)
    for nummer, regel in enumerate(regels):
        blad.drawString(2 * cm, top - (0.8 + 0.45 * nummer) * cm, regel)
    return onder_inleiding() - 0.45 * cm * (len(regels) - 1)


def onder_inleiding() -> float:
    """Waar de eerste vraag begint, in punten van onderen, als er geen ruimte open blijft."""
    return A4[1] - 3.8 * cm


def _vraag(blad: Canvas, vraag: Vraag, top: float) -> float:
    blad.setFont("Noto-Bold", 10)
    blad.setFillColor(HexColor("#22333b"))
    kop, *uitleg = vraag.vraag.split("\n")
    blad.drawString(2 * cm, top - 0.3 * cm, kop)
    blad.setFont("Noto-Regular", 9)
    for nummer, regel in enumerate(uitleg, 1):
        blad.drawString(2 * cm, top - (0.3 + _UITLEG * nummer) * cm, regel)
    _hokjes(blad, vraag, top - (0.85 + _UITLEG * len(uitleg)) * cm)
    hoog = vraag.hoog * cm
    onder = top - (0.55 + vraag.uitleg + vraag.ruimte) * cm - hoog
    blad.acroForm.textfield(
        name=vraag.naam, tooltip=vraag.vraag, x=round(2 * cm), y=round(onder), width=VAKBREEDTE,
        height=round(hoog), fontSize=10, maxlen=0,
        borderStyle="solid", borderWidth=1, borderColor=HexColor("#7a8f92"), fillColor=HexColor("#ffffff"),
        textColor=HexColor("#000000"), forceBorder=True, fieldFlags="multiline" if vraag.hoog > 1 else "",
    )  # fmt: skip
    return onder - 0.45 * cm


def _hokjes(blad: Canvas, vraag: Vraag, y: float) -> None:
    blad.setFont("Noto-Regular", 10)
    for nummer, keuze in enumerate(vraag.keuzes):
        x = (2 + 2.4 * nummer) * cm
        blad.acroForm.checkbox(
            name=f"{vraag.naam}-{keuze.lower()}", tooltip=f"{vraag.vraag} {keuze}", x=round(x), y=round(y), size=11,
            borderWidth=1, borderColor=HexColor("#7a8f92"), fillColor=HexColor("#ffffff"), forceBorder=True,
        )  # fmt: skip
        blad.drawString(x + 0.6 * cm, y + 1, keuze)


def _voet(blad: Canvas, titel: str, *, met_naam: bool) -> None:
    nummer = blad.getPageNumber()
    blad.setFont("Noto-Regular", 8)
    blad.drawRightString(A4[0] - 2 * cm, 1.1 * cm, f"{titel} · bladzijde {nummer}")
    if met_naam:
        blad.drawString(2 * cm, 1.1 * cm, "Naam van het kind:")
        blad.acroForm.textfield(
            name=f"naam-{nummer}", tooltip="Naam van het kind", x=round(4.9 * cm), y=round(0.8 * cm), width=180,
            height=16, fontSize=9, maxlen=0, borderStyle="solid", borderWidth=1, borderColor=HexColor("#7a8f92"),
            fillColor=HexColor("#ffffff"), textColor=HexColor("#000000"), forceBorder=True,
        )  # fmt: skip


def _kenmerk(blad: Canvas, kenmerk: str) -> None:
    blad.setFont("Noto-Regular", 8)
    blad.drawString(2 * cm, 1.1 * cm, "Hoort bij plan:")
    blad.acroForm.textfield(
        name="kenmerk", tooltip="Hoort bij plan", value=kenmerk, x=round(4.4 * cm), y=round(0.85 * cm),
        width=120, height=14, fontSize=8, borderWidth=0, fieldFlags="readOnly", fillColor=HexColor("#ffffff"),
    )  # fmt: skip
