"""``dev.py prove [NAAM] [--n N]``: alle bewijzen, of één."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from tests.bewijzen import kanarie, kills, schermlezer, toetsen

BEWIJZEN: dict[str, tuple[Callable[[int], tuple[int, int]], int, str]] = {
    "kills": (kills.bewijs, 300, "het proces gedood tijdens het schrijven: niets bevestigds verloren"),
    "kanarie": (kanarie.bewijs, 1, "persoonsgegevens gezocht in elk geschreven bestand: niets gevonden"),
    "schermlezer": (schermlezer.bewijs, 1, "werkplek maken en advies lezen via de toegankelijkheidsdienst"),
    "toetsen": (toetsen.bewijs, 20, "lukrake toetsen in het echte venster: het valt niet om en laat geen fout liggen"),
}


def main() -> int:
    """Draait de gevraagde bewijzen en geeft 1 als er één niet klopt."""
    ontleder = argparse.ArgumentParser(prog="dev.py prove")
    ontleder.add_argument("naam", nargs="?", choices=BEWIJZEN)
    ontleder.add_argument("--n", type=int)
    gekozen = ontleder.parse_args()
    mis = 0
    for naam in [gekozen.naam] if gekozen.naam else BEWIJZEN:
        bewijs, gewoon, uitleg = BEWIJZEN[naam]
        print(f"== {naam}: {uitleg}", flush=True)
        goed, fout = bewijs(gekozen.n or gewoon)
        print(f"{goed} passed, {fout} failed", flush=True)
        mis += fout
    return 1 if mis else 0


if __name__ == "__main__":
    sys.exit(main())
