"""Lukrake toetsen in het echte venster, met elke keer een ander zaad en een eigen proces."""

from __future__ import annotations

import subprocess
import sys
import tempfile

TOETSEN_PER_SESSIE = 600


def bewijs(aantal: int, toetsen: int = TOETSEN_PER_SESSIE) -> tuple[int, int]:
    """Zoveel sessies van zoveel toetsen; geeft hoeveel er heel bleven en hoeveel niet."""
    mis = 0
    for zaad in range(aantal):
        with tempfile.TemporaryDirectory() as tijdelijk:
            opdracht = ["-m", "tests.bewijzen.toetsen_sessie", tijdelijk, str(zaad), str(toetsen)]
            uit = subprocess.run([sys.executable, *opdracht], capture_output=True, text=True, check=False)
        if uit.returncode:
            mis += 1
            print(f"  zaad {zaad}: afgesloten met {uit.returncode}\n{uit.stdout[-2000:]}{uit.stderr[-800:]}")
    return aantal - mis, mis
