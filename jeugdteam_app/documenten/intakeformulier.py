"""Het lege intakeformulier: met de hand of in de PDF in te vullen. Met reportlab, want typst maakt geen velden.

Het formulier heeft geen structuur voor een schermlezer; dat staat op de beveiligings- en grenzenpagina.
"""

from __future__ import annotations

import io

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from jeugdteam_app.documenten.zetten import LETTERTYPEN

_VRAGEN: tuple[tuple[str, str, float], ...] = (
    ("naam", "Hoe heet het kind?", 1.0),
    ("geboren", "Wanneer is het kind geboren?", 1.0),
    ("contact", "Wie vult dit in, en hoe bereiken we u?", 1.0),
    ("taal", "Welke taal spreekt u thuis? Wilt u een tolk?", 1.0),
    ("veilig", "Is het nu veilig voor het kind?", 1.8),
    ("reden", "1. Waarom komt u bij ons?", 3.0),
    ("zorgen", "2. Wat zijn de zorgen? Van wie zijn ze?", 3.0),
    ("wanneer", "3. Wat gebeurt er, wanneer en waar?", 3.0),
    ("netwerk", "4. Wie helpt er al? Wie kan er helpen?", 2.4),
    ("conclusie", "5. Hoe erg vindt u het? Hoe snel is er hulp nodig?", 2.4),
    ("verwacht", "6. Wat verwacht het kind? Wat verwacht u?", 3.0),
    ("afspraken", "7. Wat spreken we af, en voor wanneer?", 2.4),
    ("informeren", "8. Wie krijgt bericht van ons?", 1.8),
    ("anderen", "9. Bij wie mogen wij informatie vragen?", 1.8),
)


def maak() -> bytes:
    """Het formulier als PDF met invulvelden."""
    for naam in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"Noto-{naam}", str(LETTERTYPEN / f"NotoSans-{naam}.ttf")))
    stroom = io.BytesIO()
    blad = Canvas(stroom, pagesize=A4, lang="nl-NL", invariant=1)
    blad.setTitle("Intakeformulier jeugdteam")
    hoogte = _kop(blad)
    for naam, vraag, regels in _VRAGEN:
        if hoogte - regels * cm - 1.2 * cm < 1.8 * cm:
            blad.showPage()
            hoogte = A4[1] - 2 * cm
        hoogte = _vraag(blad, naam, vraag, regels * cm, hoogte)
    blad.save()
    return stroom.getvalue()


def _kop(blad: Canvas) -> float:
    top = A4[1] - 2.2 * cm
    blad.setFillColor(HexColor("#0b5563"))
    blad.setFont("Noto-Bold", 18)
    blad.drawString(2 * cm, top, "Intakeformulier")
    blad.setFillColor(HexColor("#22333b"))
    blad.setFont("Noto-Regular", 10)
    blad.drawString(2 * cm, top - 0.8 * cm, "Vul in wat u wilt. Wat u niet wilt of niet weet, laat u leeg.")
    return top - 1.6 * cm


def _vraag(blad: Canvas, naam: str, vraag: str, hoog: float, top: float) -> float:
    blad.setFont("Noto-Bold", 10)
    blad.setFillColor(HexColor("#22333b"))
    blad.drawString(2 * cm, top - 0.3 * cm, vraag)
    onder = top - 0.55 * cm - hoog
    blad.acroForm.textfield(
        name=naam, tooltip=vraag, x=round(2 * cm), y=round(onder), width=round(A4[0] - 4 * cm),
        height=round(hoog), fontSize=10,
        borderStyle="solid", borderWidth=1, borderColor=HexColor("#7a8f92"), fillColor=HexColor("#ffffff"),
        textColor=HexColor("#000000"), forceBorder=True, fieldFlags="multiline" if hoog > cm else "",
    )  # fmt: skip
    return onder - 0.45 * cm
