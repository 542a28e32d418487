"""Welke aanbieder een product levert en hoe lang iemand daar wacht, met de dag waarop dat is gezegd.

Een wachttijd veroudert snel. Een oude blijft staan, maar is herkenbaar oud: bel dan eerst.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from jeugdteam_app.productenboek.boek import Product

# Aanbieders geven wachttijden meestal per maand door; na een maand had er een nieuwe moeten zijn.
OUD_NA_DAGEN = 30
LANGSTE_WACHTTIJD = 520


class Wachttijd(BaseModel):
    """Wat een aanbieder over één product heeft gezegd. Zonder ``weken`` is de wachttijd niet bekend, niet nul."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    aanbieder: Annotated[str, Field(min_length=1)]
    agb: Annotated[str, Field(pattern=r"^(\d{8})?$")] = ""
    product: Annotated[str, Field(min_length=1)]
    weken: Annotated[int, Field(ge=0, le=LANGSTE_WACHTTIJD)] | None = None
    stand: date
    opmerking: str = ""

    def gaat_over(self, product: Product) -> bool:
        """Of dit bij een product hoort: op id, of op code als het product er een heeft."""
        return self.product == product.id or bool(product.code and self.product == product.code)


def ouderdom(stand: date, vandaag: date) -> int:
    """Hoeveel dagen geleden de stand is gezegd."""
    return (vandaag - stand).days


def is_verouderd(wachttijd: Wachttijd, vandaag: date) -> bool:
    """Of de stand ouder is dan ``OUD_NA_DAGEN`` dagen."""
    return ouderdom(wachttijd.stand, vandaag) > OUD_NA_DAGEN


def bij_product(wachttijden: Iterable[Wachttijd], product: Product) -> tuple[Wachttijd, ...]:
    """De aanbieders van een product, de kortste wachttijd eerst en wat niet bekend is als laatste."""
    van_dit = [w for w in wachttijden if w.gaat_over(product)]
    return tuple(sorted(van_dit, key=lambda w: (w.weken is None, w.weken or 0, w.aanbieder)))
