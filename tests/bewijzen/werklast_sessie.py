"""``python -m tests.bewijzen.werklast_sessie NAAM MAP``: doet één werklast en bevestigt elke stap op de uitvoer.

Bevestigen gaat met ``writev``: zo is het in een spoor van systeemaanroepen te herkennen, en blijft het heel als er
met opzet schrijfacties mislukken. Een melding van het programma is een gewoon einde.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jeugdteam_app.kern.fouten import Fout
from tests.bewijzen.werklasten import KORTE, WERKLASTEN


def main() -> None:
    """Doet de gevraagde werklast."""
    naam, map_ = sys.argv[1:]
    [last] = [een for een in (*WERKLASTEN, *KORTE) if een.naam == naam]
    try:
        last.doe(Path(map_), lambda nummer: os.writev(1, [f"{nummer}\n".encode()]) and None)
    except Fout as fout:
        os.writev(1, [f"melding {fout.code}\n".encode()])


if __name__ == "__main__":
    main()
