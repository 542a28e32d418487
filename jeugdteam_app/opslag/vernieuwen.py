"""De hoofdsleutel vernieuwen: alles opnieuw versleuteld, zodat een weggehaald slot nergens meer op past.

De nieuwe database komt naast de oude te staan, wordt nagekeken, en telt pas als het slotenbestand in één keer is
vervangen. Valt het stil, dan geldt de oude of de nieuwe, nooit iets ertussenin. De ketens houden hun sleutel.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import sqlcipher3

from jeugdteam_app.kern.bestanden import maak_vast, schrijf_heel
from jeugdteam_app.kern.fouten import Fout, WereldFout
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag.indeling import bos, database, generaties
from jeugdteam_app.opslag.kluis import KETEN, ZEGEL, Kluis
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import Slotenbestand

_KETENS = ("keten", "toegangslog", ZEGEL)


def volgende_generatie(kluis: Kluis) -> int:
    """Het nummer van de volgende hoofdsleutel; een bestand dat er al ligt, overschrijven we nooit."""
    return max({kluis.generatie, *generaties(kluis.map)}) + 1


def vernieuw(kluis: Kluis, sleutel: Hoofdsleutel, sloten: Slotenbestand) -> Kluis:
    """Versleutelt alles met een nieuwe hoofdsleutel en geeft de nieuwe kluis; de oude is daarna gesloten.

    ``sloten`` hoort bij de nieuwe sleutel, met ``volgende_generatie``. Fout: ``vernieuwen-mislukt``; dan is er niets
    veranderd.
    """
    nieuw, bos_nieuw = kluis.map / database(sloten.generatie), kluis.map / bos(sloten.generatie)
    try:
        with kluis.stil():
            _bewaar_ketens(kluis)
            _schrijf_over(kluis.verbinding, nieuw, sleutel)
            _kijk_na(kluis, nieuw, sleutel)
            schrijf_heel(bos_nieuw, kluis.bos.schrijf(sleutel))
            kluizen.schrijf_sloten(kluis.map, sloten)
    except (OSError, sqlcipher3.Error, Fout):
        # Staat het nieuwe slotenbestand er toch al, dan geldt de nieuwe sleutel en mag zij niet weg.
        if kluizen.lees_sloten(kluis.map).generatie != sloten.generatie:
            for half in (nieuw, bos_nieuw):
                with contextlib.suppress(OSError):
                    half.unlink(missing_ok=True)
            raise WereldFout("vernieuwen-mislukt") from None
    # Vanaf hier geldt de nieuwe sleutel; wat er van de oude nog staat, ruimt openen op.
    kluis.sluit()
    return kluizen.open_(kluis.map, sleutel)


def _bewaar_ketens(kluis: Kluis) -> None:
    with kluis.transactie() as verbinding:
        for keten in _KETENS:
            rij = (f"{KETEN}{keten}", kluis.ketensleutel(keten).hex())
            verbinding.execute("INSERT OR REPLACE INTO kluis VALUES (?, ?)", rij)


def _schrijf_over(verbinding: Any, naar: Path, sleutel: Hoofdsleutel) -> None:
    """Elke tabel naar een nieuwe database met de nieuwe sleutel, en dan zeker op schijf."""
    verbinding.execute("ATTACH DATABASE ? AS nieuw KEY ?", (str(naar), sleutel.databasesleutel()))
    try:
        verbinding.execute("SELECT sqlcipher_export('nieuw')")
        for naam in ("user_version", "application_id"):
            waarde = verbinding.execute(f"PRAGMA main.{naam}").fetchone()[0]
            verbinding.execute(f"PRAGMA nieuw.{naam} = {int(waarde)}")
    finally:
        verbinding.execute("DETACH DATABASE nieuw")
    naar.chmod(0o600)
    maak_vast(naar)
    maak_vast(naar.parent)


def _kijk_na(kluis: Kluis, pad: Path, sleutel: Hoofdsleutel) -> None:
    """De nieuwe gaat open met de nieuwe sleutel, elke pagina klopt, en in elke tabel staat evenveel."""
    nieuw = kluizen.verbind(pad, sleutel)
    try:
        heel = nieuw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        fouten = nieuw.execute("PRAGMA cipher_integrity_check").fetchall()
        gelijk = all(_aantal(nieuw, tabel) == _aantal(kluis.verbinding, tabel) for tabel in _tabellen(kluis))
    finally:
        nieuw.close()
    if fouten or not heel or not gelijk:
        raise WereldFout("vernieuwen-mislukt")


def _tabellen(kluis: Kluis) -> list[str]:
    return [str(rij[0]) for rij in kluis.vraag("SELECT name FROM sqlite_schema WHERE type = 'table'")]


def _aantal(verbinding: Any, tabel: str) -> int:
    return int(verbinding.execute(f'SELECT count(*) FROM "{tabel}"').fetchone()[0])
