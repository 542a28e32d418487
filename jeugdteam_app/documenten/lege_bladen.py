"""Lege bladen om met de hand in te vullen: het perspectiefplan en de kansencirkel."""

from __future__ import annotations

import io
import math

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas

from jeugdteam_app.documenten import invulblad
from jeugdteam_app.documenten.invulblad import Vraag, laad_letters
from jeugdteam_app.dossier.kansencirkel import RINGEN, Element
from jeugdteam_app.dossier.perspectiefplan import Leefgebied
from jeugdteam_app.dossier.woorden import woord

_STRAAL = 6.4 * cm


def perspectiefplan() -> bytes:
    """Per gebied van het leven: hoe is het nu, hoe wil ik het, en wie helpt."""
    vragen = [Vraag("droom", "Mijn droom", 2.0)]
    for gebied in Leefgebied:
        kop = woord(gebied)
        kop = kop[:1].upper() + kop[1:]
        vragen += [
            Vraag(f"{gebied}-nu", f"{kop}: hoe is het nu?", 1.8),
            Vraag(f"{gebied}-wil", f"{kop}: hoe wil ik het?", 1.8),
            Vraag(f"{gebied}-wie", f"{kop}: wie helpt mij?", 1.2),
        ]
    vragen.append(Vraag("steun", "Wie is er altijd voor mij?", 1.2))
    return invulblad.maak(
        "Mijn plan voor later", "Dit plan is van jou. Vul in wat je wilt. Iets leeg laten mag.", vragen
    )


def kansencirkel() -> bytes:
    """Twee lege wielen: zo is het nu, en zo zou ik het willen. Kleuren mag, schrijven mag, niets hoeft."""
    laad_letters()
    stroom = io.BytesIO()
    blad = Canvas(stroom, pagesize=A4, lang="nl-NL", invariant=1)
    blad.setTitle("Kansencirkel")
    for kop in ("Zo is het nu", "Zo zou ik het willen"):
        _wiel(blad, kop)
        blad.showPage()
    blad.save()
    return stroom.getvalue()


def _wiel(blad: Canvas, kop: str) -> None:
    blad.setFillColor(HexColor("#0b5563"))
    blad.setFont("Noto-Bold", 18)
    blad.drawString(2 * cm, A4[1] - 2.2 * cm, kop)
    blad.setFillColor(HexColor("#22333b"))
    blad.setFont("Noto-Regular", 11)
    blad.drawString(2 * cm, A4[1] - 3.1 * cm, "Kleur elk vak zo vol als jij wilt. Overslaan mag.")
    x, y, hoek = A4[0] / 2, A4[1] / 2 - 0.5 * cm, 360 / len(Element)
    blad.setStrokeColor(HexColor("#44565a"))
    for ring in range(1, RINGEN + 1):
        blad.circle(x, y, _STRAAL * ring / RINGEN, stroke=1, fill=0)
    for nummer, element in enumerate(Element):
        rand = math.radians(90 - nummer * hoek)
        blad.line(x, y, x + _STRAAL * math.cos(rand), y + _STRAAL * math.sin(rand))
        midden = math.radians(90 - (nummer + 0.5) * hoek)
        ver = _STRAAL + 0.7 * cm
        plek_x, plek_y = x + ver * math.cos(midden), y + ver * math.sin(midden) - 4
        zet = blad.drawString if math.cos(midden) > 0 else blad.drawRightString
        zet(plek_x, plek_y, woord(element))
    blad.drawString(2 * cm, 3.2 * cm, "Wat wil je erbij zeggen?")
    for regel in (2.2 * cm, 1.4 * cm):
        blad.line(2 * cm, regel, A4[0] - 2 * cm, regel)
