"""De opdrachtregel: leest de opdracht, voert haar uit en geeft per soort fout een eigen afsluitcode.

0 gelukt · 2 de opdracht zelf klopt niet · 3 er klopt iets niet in wat u gaf · 4 de schijf of een bestand
werkt niet mee · 5 een fout van ons
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from jeugdteam_app import VERSIE
from jeugdteam_app.kern.fouten import Fout, InvoerFout, ProgrammaFout, WereldFout
from jeugdteam_app.kern.taal import _, ngettext, stel_taal_in
from jeugdteam_app.opdrachtregel import (
    advies,
    boeken,
    controleer,
    formulier,
    organisatiesleutel,
    regels,
    schema,
    voorbeeld,
)
from jeugdteam_app.zinnen.fouten import zin

GELUKT, INVOER, WERELD, PROGRAMMA = 0, 3, 4, 5
Plaatjes = Callable[[Path, Path], list[Path]]

_OPDRACHTEN = (voorbeeld, advies, schema, controleer, boeken, regels, formulier, organisatiesleutel)


def hoofd(argumenten: Sequence[str], plaatjes: Plaatjes | None = None) -> int:
    """Voert een opdracht uit en geeft de afsluitcode. ``plaatjes`` maakt beelden van de schermen."""
    if "--taal" in argumenten[:-1]:
        stel_taal_in(argumenten[list(argumenten).index("--taal") + 1])
    ontleder = maak_ontleder()
    gekozen = ontleder.parse_args(argumenten)
    try:
        gekozen.voer_uit(gekozen, plaatjes)
        sys.stdout.flush()
    except Fout as fout:
        print(zin(fout), file=sys.stderr)
        return _code(fout)
    except BrokenPipeError:
        # Wie de uitvoer leest, wilde niet meer (zoals bij head). Dat is geen fout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GELUKT
    except OSError:
        print(zin(WereldFout("bestand-niet-leesbaar")), file=sys.stderr)
        return WERELD
    except Exception as fout:  # noqa: BLE001 - wat er ook misgaat: nooit een verslag met gegevens uit een dossier
        print(zin(ProgrammaFout("onverwacht")), f"({type(fout).__name__})", file=sys.stderr)
        return PROGRAMMA
    return GELUKT


def maak_ontleder() -> argparse.ArgumentParser:
    """De beschrijving van alle opdrachten, met hulp in de gekozen taal."""
    _vertaal_argparse()
    ontleder = argparse.ArgumentParser(
        prog="jeugdteam",
        description=_("Van eerste vraag tot toewijzing, samen met het gezin. Zonder opdracht opent het venster."),
    )
    ontleder.add_argument("--versie", action="version", version=f"jeugdteam {VERSIE}", help=_("toon de versie"))
    ontleder.add_argument("--taal", choices=("nl", "en"), default="nl", help=_("taal van het programma"))
    delen = ontleder.add_subparsers(title=_("opdrachten"), required=True, metavar=_("opdracht"))
    for opdracht in _OPDRACHTEN:
        opdracht.beschrijf(delen)
    return ontleder


def _code(fout: Fout) -> int:
    if isinstance(fout, InvoerFout):
        return INVOER
    return WERELD if isinstance(fout, WereldFout) else PROGRAMMA


_ARGPARSE_NL = {
    "usage: ": "gebruik: ",
    "positional arguments": "wat u opgeeft",
    "options": "keuzes",
    "show this help message and exit": "toon deze hulp",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: fout: %(message)s\n",
    "unrecognized arguments: %s": "dit kennen we niet: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan niet; kies uit %(choices)s",
    "expected one argument": "hier hoort één waarde achter",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
}


def _vertaal_argparse() -> None:
    """argparse heeft eigen Engelse zinnen; in het Nederlands vervangen we ze."""
    from jeugdteam_app.kern.taal import taal

    def vertaal(zin_: str) -> str:
        return _ARGPARSE_NL.get(zin_, zin_) if taal() == "nl" else zin_

    setattr(argparse, "_", vertaal)  # noqa: B010 - argparse biedt geen andere plek
    setattr(argparse, "ngettext", lambda een, meer, n: vertaal(ngettext(een, meer, n)))  # noqa: B010
