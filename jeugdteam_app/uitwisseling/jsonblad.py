"""Een lijst rijen in JSON als blad: elke naam een kolom, en rij 2 is de eerste rij van de lijst."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.uitwisseling import celinhoud
from jeugdteam_app.uitwisseling.tabel import Blad, Cel, Celwaarde, Rij, adres, binnen_grens

# Ruim boven elk echt bestand; een bestand met meer delen wordt niet eerst helemaal nagekeken.
MEESTE_DELEN = 200_000


def tekst_uit(inhoud: bytes, fout: str) -> str:
    """De tekst van een bestand met niet te veel delen. Fouten: ``tabel-te-groot``, en ``fout`` als geen UTF-8."""
    if inhoud.count(b",") > MEESTE_DELEN:
        raise InvoerFout("tabel-te-groot")
    try:
        return inhoud.decode("utf-8-sig")
    except ValueError:
        raise InvoerFout(fout) from None


def lees_blad(tekst: str, fout: str, vooraan: Iterable[str] = ()) -> Blad:
    """Het blad bij een lijst rijen. ``vooraan``: kolommen die er altijd zijn; in JSON laat je weg wat er niet is.

    Fouten: ``tabel-te-groot``, en ``fout`` als het geen lijst van rijen is.
    """
    lees = celinhoud.getal_uit_json
    try:
        rijen = json.loads(tekst, parse_int=lees, parse_float=lees, parse_constant=str)
    except (ValueError, RecursionError):
        raise InvoerFout(fout) from None
    if not isinstance(rijen, list) or not all(isinstance(rij, dict) for rij in rijen):
        raise InvoerFout(fout)
    namen = {naam: plek for plek, naam in enumerate(dict.fromkeys([*vooraan, *(n for r in rijen for n in r)]), 1)}
    binnen_grens(len(namen), len(rijen) + 1)
    kop = Rij(1, {plek: Cel(adres(plek, 1), naam) for naam, plek in namen.items()})
    return Blad("", (kop, *(_rij(rij, namen, nummer, fout) for nummer, rij in enumerate(rijen, start=2))))


def _rij(rij: dict[str, Any], namen: dict[str, int], nummer: int, fout: str) -> Rij:
    gevuld = ((namen[naam], waarde) for naam, waarde in rij.items() if waarde not in (None, "", []))
    return Rij(nummer, {plek: Cel(adres(plek, nummer), _cel(waarde, fout)) for plek, waarde in gevuld})


def _cel(waarde: Any, fout: str) -> Celwaarde:
    if isinstance(waarde, list):
        if any(isinstance(deel, list) for deel in waarde):
            # In een cel staan hoogstens een paar woorden naast elkaar; dieper leest niemand, ook Python niet.
            raise InvoerFout(fout)
        return ", ".join(str(_cel(deel, fout)) for deel in waarde)
    if not isinstance(waarde, str | Decimal | bool):
        raise InvoerFout(fout)
    return waarde
