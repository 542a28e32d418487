"""``dev.py prove [NAAM] [--n N]``: alle bewijzen, of één."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from tests.bewijzen import (
    agevectoren,
    beschadigd,
    geheugen,
    kanarie,
    kills,
    schermlezer,
    storing,
    stroomuitval,
    teruggezet,
    toetsen,
    vijandig,
    wetten,
)

BEWIJZEN: dict[str, tuple[Callable[[int], tuple[int, int]], int, str]] = {
    "kills": (kills.bewijs, 300, "het proces gedood in zes soorten schrijfwerk: niets bevestigds verloren"),
    "stroomuitval": (
        stroomuitval.bewijs,
        1000,
        "beelden per werklast na stroomuitval, met halve sectoren: niets verloren",
    ),
    "storing": (storing.bewijs, 10, "schrijven, vastleggen of hernoemen mislukt, of de schijf is vol: niets verloren"),
    "beschadigd": (beschadigd.bewijs, 2000, "omgevallen bits en afgekapte bestanden: alles gemerkt"),
    "teruggezet": (teruggezet.bewijs, 20, "een oude bladzijde, een oud bestand of een oude bundel: alles gemerkt"),
    "vijandig": (
        vijandig.bewijs,
        1000,
        "verminkte bestanden van buiten, per soort: een net antwoord, op tijd, niets veranderd",
    ),
    "wetten": (
        wetten.bewijs,
        100_000,
        "drie tot vijf laptops komen op hetzelfde uit, met klokken die jaren verkeerd staan: niets verloren",
    ),
    "age": (agevectoren.bewijs, 0, "de openbare proefbestanden van age die ons aangaan: elk geeft wat het hoort"),
    "geheugen": (geheugen.bewijs, 5, "na het op slot gaan geen sleutel en geen getypt woord in het geheugen"),
    "kanarie": (kanarie.bewijs, 1, "persoonsgegevens gezocht in elk geschreven bestand: niets gevonden"),
    "schermlezer": (schermlezer.bewijs, 1, "werkplek maken en advies lezen via de toegankelijkheidsdienst"),
    "toetsen": (toetsen.bewijs, 20, "lukrake toetsen in het echte venster: het valt niet om en laat geen fout liggen"),
}


def _aantal(tekst: str) -> int:
    """Hoe vaak; ``all`` is meer dan er ooit momenten zijn."""
    return sys.maxsize if tekst == "all" else int(tekst)


def main() -> int:
    """Draait de gevraagde bewijzen en geeft 1 als er één niet klopt."""
    ontleder = argparse.ArgumentParser(prog="dev.py prove")
    ontleder.add_argument("naam", nargs="?", choices=BEWIJZEN)
    ontleder.add_argument("--n", type=_aantal, help="een getal, of all: elk moment dat er is")
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
