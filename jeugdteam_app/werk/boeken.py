"""Een regio laadt haar eigen boek: nakijken zonder iets te veranderen, vergelijken, en het sjabloon.

Alles hier is een proef: er wordt niets in een werkplek geschreven.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.productenboek.vergelijk import Verschil, vergelijk
from jeugdteam_app.uitwisseling.boekblad import Kop, Proef, lees_boek
from jeugdteam_app.uitwisseling.wachttijden import Wachttijdproef, lees_wachttijden


@dataclass(frozen=True)
class Nagekeken:
    """De proef van een bestand, en wat er verandert als het boek klopt en er een boek is om tegen te leggen."""

    proef: Proef
    verschil: Verschil | None


def kijk_na(pad: Path, huidig: Productenboek | None = None, kop: Kop | None = None) -> Nagekeken:
    """Kijkt een productenboek in een bestand na en vergelijkt het met het huidige."""
    proef = lees_boek(pad, huidig, kop)
    return Nagekeken(proef, vergelijk(huidig, proef.boek) if huidig and proef.boek else None)


def kijk_wachttijden_na(pad: Path, vandaag: date, boek: Productenboek | None = None) -> Wachttijdproef:
    """Kijkt wachttijden in een bestand na."""
    return lees_wachttijden(pad, vandaag, boek)


def bewaar_sjabloon(boek: Productenboek, pad: Path) -> None:
    """Schrijft een boek als werkmap die een regio kan invullen."""
    # Pas als iemand het vraagt: openpyxl laden kost het eerste scherm tijd.
    from jeugdteam_app.uitwisseling.sjabloon import schrijf_sjabloon

    schrijf_sjabloon(boek, pad)
