"""Op slot is een nieuw proces: sleutel en tekst gaan weg met het geheugen waarin ze stonden.

Python kan geheugen niet wissen. Daarom begint het programma na het sluiten van een werkplek opnieuw, in hetzelfde
proces maar met een leeg geheugen. Wat meegaat zijn nummers: welke werkplek, welk dossier en welk hoofdstuk.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass

from PySide6.QtCore import QCoreApplication

# Wat de gebeurtenissenlus teruggeeft als het programma opnieuw moet beginnen.
OPNIEUW = 75
_NA = "JEUGDTEAM_HERVAT"


@dataclass(frozen=True)
class Hervatting:
    """Waar iemand was toen de werkplek dichtging, en waarom: ``stil``, ``weg`` of leeg als iemand het zelf deed."""

    kluis: str = ""
    dossier: str = ""
    rij: int = 0
    waarom: str = ""
    # Zat er een gezin bij, dan komt niet het blad van de medewerker terug maar dat van het gezin.
    aan_tafel: bool = False
    afgedekt: bool = False


def vraag_aan(was: Hervatting) -> None:
    """Laat het programma opnieuw beginnen zodra de lus stopt."""
    os.environ[_NA] = json.dumps(asdict(was))
    QCoreApplication.exit(OPNIEUW)


def hervatting() -> Hervatting:
    """Wat het vorige geheugen meegaf; na het lezen is het weg."""
    try:
        return Hervatting(**json.loads(os.environ.pop(_NA, "{}")))
    except (ValueError, TypeError):
        return Hervatting()


def begin_opnieuw() -> None:
    """Vervangt dit geheugen door een nieuw en komt dan niet terug; op Windows begint er een nieuw proces naast."""
    opdracht = [sys.executable, *sys.orig_argv[1:]]
    if sys.platform == "win32":
        # Vervangen bestaat daar niet echt, en gaat mis bij een spatie in een pad.
        subprocess.Popen(opdracht)  # noqa: S603 - dezelfde opdracht als waarmee we begonnen
    else:
        os.execv(sys.executable, opdracht)  # noqa: S606 - dezelfde opdracht als waarmee we begonnen
