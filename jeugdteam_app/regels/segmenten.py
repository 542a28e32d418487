"""Welk segment past: per regio de toets die uit haar eigen omschrijvingen volgt."""

from __future__ import annotations

from collections.abc import Callable

from jeugdteam_app.productenboek.voorwaarden import Getoetst, Minstens, alle, een_van
from jeugdteam_app.regels.denkstap import Denkstap, is_
from jeugdteam_app.regels.uitkomst import Tak

# Het segment voor acute hulp; de vragen daarover gaan voor.
SPOED = "5"

Toets = Callable[[Denkstap], Getoetst]


def _hoog_specialistisch(stap: Denkstap) -> Getoetst:
    zwaar = (is_("zeer_zwaar", "ja"), Minstens(feit="probleemgebieden", minstens=2))
    return alle(zwaar, stap.feiten)


def _wonen(stap: Denkstap) -> Getoetst:
    return alle([is_("thuis_passend", "nee")], stap.feiten)


def _overdag(stap: Denkstap) -> Getoetst:
    return een_van([is_("naar_school", "nee"), is_("overdag_thuis", "nee")], stap.feiten)


def _veelvoorkomend(stap: Denkstap) -> Getoetst:
    return een_van([is_("enkelvoudig", "ja"), is_("kortdurend", "ja")], stap.feiten)


def _crisis(stap: Denkstap) -> Getoetst:
    return een_van([is_("kan_niet_wachten", "ja"), is_("acuut_gevaar", "ja")], stap.feiten)


TOETSEN: dict[str, dict[str, tuple[str, Toets]]] = {
    "noord-veluwe": {
        "5": ("R233", _crisis),
        "1": ("R173", _hoog_specialistisch),
        "2": ("R200", _wonen),
        "3": ("R226", _overdag),
        "4": ("R159", _veelvoorkomend),
    },
}


def segmenten(stap: Denkstap) -> tuple[Tak, ...]:
    """Elk segment van het boek met zijn uitslag, in de volgorde waarin we ze nalopen: crisis eerst."""
    return tuple(
        stap.tak(
            nummer, stap.boek.segment(nummer).naam, regel, toets(stap), aard="veiligheid" if nummer == SPOED else ""
        )
        for nummer, (regel, toets) in TOETSEN[stap.boek.regels].items()
    )
