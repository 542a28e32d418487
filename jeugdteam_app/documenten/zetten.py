"""Zetten met typst: getagde PDF (PDF/UA-1 en PDF/A in één), met meegeleverde letters en zonder netwerk.

Gegevens gaan als JSON naar het sjabloon; wat iemand typt, wordt nooit als opmaak gelezen. Een teken dat
geen van de letters heeft, wordt zichtbaar vervangen en houdt een document nooit tegen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.fouten import ProgrammaFout
from jeugdteam_app.kern.plaatsen import MIDDELEN

LETTERTYPEN = MIDDELEN / "lettertypen"
SJABLONEN = MIDDELEN / "sjablonen"
ONBEKEND_TEKEN = "[?]"
# Regeleinden en zachte scheidingen zijn geen tekens die een letter nodig hebben.
_ZONDER_LETTER = frozenset("\n\u00ad\u200b\u200c\u200d\u00a0")


def zet(
    sjabloon: str,
    gegevens: dict[str, Any],
    moment: datetime,
    bijlagen: Mapping[str, str] | None = None,
    map_: Path = SJABLONEN,
) -> bytes:
    """Het document als PDF. Dezelfde gegevens op hetzelfde moment geven dezelfde bytes.

    Met ``bijlagen`` (naam en tekst) is het PDF/A-3, met die bestanden erin. ``map_``: waar het sjabloon staat.
    """
    import typst

    vervangen = _Vervanger()
    schoon = vervangen(gegevens)
    schoon["onbekende_tekens"] = vervangen.aantal
    if bijlagen:
        schoon["bijlagen"] = dict(bijlagen)
    try:
        return bytes(
            typst.compile(
                str(map_ / f"{sjabloon}.typ"),
                root=str(map_),
                font_paths=_letters(),
                sys_inputs={"data": json.dumps(schoon)},
                pdf_standards=["ua-1", "a-3a" if bijlagen else "a-2a"],
                timestamp=int(moment.timestamp()),
                format="pdf",
            )
        )
    except typst.TypstError:
        raise ProgrammaFout("document-mislukt") from None


class _Vervanger:
    """Loopt door gegevens heen en vervangt tekens die niet gezet kunnen worden."""

    def __init__(self) -> None:
        self.aantal = 0

    def __call__(self, deel: Any) -> Any:
        if isinstance(deel, str):
            return "".join(self._tekens(deel))
        if isinstance(deel, dict):
            return {sleutel: self(waarde) for sleutel, waarde in deel.items()}
        return [self(waarde) for waarde in deel] if isinstance(deel, list | tuple) else deel

    def _tekens(self, tekst: str) -> Iterator[str]:
        for teken in tekst.replace("\t", " "):
            if teken in _ZONDER_LETTER or ord(teken) in _tekens_in_letters():
                yield teken
            elif teken.isprintable():
                self.aantal += 1
                yield ONBEKEND_TEKEN


@cache
def _letters() -> Any:
    """Alleen de meegeleverde letters: elk document ziet er op elke computer hetzelfde uit."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(LETTERTYPEN)])


@cache
def _tekens_in_letters() -> frozenset[int]:
    """De tekens die onze letters samen hebben."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    tekens: set[int] = set()
    for pad in sorted(LETTERTYPEN.glob("*.ttf")):
        tekens |= set(TTFontFile(str(pad), validate=0).charToGlyph)
    return frozenset(tekens)
