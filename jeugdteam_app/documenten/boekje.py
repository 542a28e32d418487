"""Een plan als boekje: A5-bladzijden zo op A4 gelegd dat u ze dubbelzijdig afdrukt, vouwt en in het midden niet.

Het boekje is voor de printer. Door het omleggen vallen de koppen en de leesvolgorde voor een schermlezer weg; daarvoor
is het gewone plan.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from jeugdteam_app.documenten.zetten import zet

# In punten: A4 liggend, en een halve daarvan is A5.
_VEL = (841.89, 595.28)


def maak(sjabloon: str, gegevens: dict[str, Any], moment: datetime) -> bytes:
    """Het document als boekje."""
    return leg_om(zet(sjabloon, gegevens | {"papier": "a5"}, moment), moment)


def vellen(aantal: int) -> list[tuple[int, int]]:
    """Welke bladzijden links en rechts op elke kant van elk vel komen, vanaf 0; nummers boven het aantal zijn leeg.

    De kanten wisselen: voorkant, achterkant, voorkant van het volgende vel. Omslaan gaat over de korte kant.
    """
    vol = -(-aantal // 4) * 4
    kanten = []
    for vel in range(vol // 4):
        kanten += [(vol - 1 - 2 * vel, 2 * vel), (2 * vel + 1, vol - 2 - 2 * vel)]
    return kanten


def leg_om(pdf: bytes, moment: datetime) -> bytes:
    """Legt de bladzijden van een A5-document op hun plek in het boekje."""
    bron = PdfReader(io.BytesIO(pdf))
    boek = PdfWriter()
    for links, rechts in vellen(len(bron.pages)):
        kant = PageObject.create_blank_page(width=_VEL[0], height=_VEL[1])
        for nummer, x in ((links, 0.0), (rechts, _VEL[0] / 2)):
            if nummer < len(bron.pages):
                kant.merge_transformed_page(bron.pages[nummer], Transformation().translate(x, 0))
        boek.add_page(kant)
    titel = bron.metadata.title if bron.metadata else None
    boek.add_metadata({"/Title": titel or "", "/CreationDate": moment.strftime("D:%Y%m%d%H%M%S+00'00'")})
    uit = io.BytesIO()
    boek.write(uit)
    return uit.getvalue()
