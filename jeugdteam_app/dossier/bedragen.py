"""Welke getallen in een besluit of verzoek een bedrag zijn: zij staan er in centen, en een mens leest euro's."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from jeugdteam_app.dossier.toewijzing import Levering
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import Eenheid

_BEDRAGEN = frozenset(("budget", "tarief", "eigen_tarief", "pgb_tarief", "maximum_kosten"))
# Een omvang telt in centen als zij in euro's is, of als er alleen een budget is.
_SOMS_BEDRAGEN = frozenset(("volume", "maximum_totaal", "over_voor_oud"))


def deel_van(naam: str, geheel: BaseModel) -> Any:
    """Een deel van een geheel; een bedrag als bedrag."""
    deel = getattr(geheel, naam)
    # De eenheid van wat is vastgesteld, staat in de inhoud ervan.
    eenheid = getattr(getattr(geheel, "inhoud", geheel), "eenheid", None)
    in_euro = eenheid in (Eenheid.EUROS, None)
    # Wat er van een pgb over is, is een bedrag, ook als erbij staat hoeveel hulp het is.
    in_euro |= naam == "over_voor_oud" and getattr(geheel, "levering", None) is Levering.PGB
    is_bedrag = naam in _BEDRAGEN or (naam in _SOMS_BEDRAGEN and in_euro)
    return str(Geld(deel)) if isinstance(deel, int) and is_bedrag else deel
