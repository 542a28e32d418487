"""Na het op slot gaan staat er niets meer in het geheugen: niet wat er getypt is, niet de wachtzin en niet de sleutel.

We lezen het geheugen van het echte programma, eerst terwijl de werkplek open is (dan moet het er staan, anders meet dit
niets) en dan nadat het op slot ging.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import werkplek

_WACHTZIN = "kwartel zeppelin moestuin avondrood"
_KANARIE = "KANARIEVOGELTJE"


def bewijs(aantal: int) -> tuple[int, int]:
    """Zo vaak openen, typen en op slot; geeft hoe vaak daarna alles weg was, en hoe vaak niet."""
    if not Path("/proc/self/mem").exists():
        print("  geheugen lezen kan hier niet: niets geprobeerd")
        return 0, 1
    uitkomsten = [_een_keer() for _keer in range(aantal)]
    for fout in sorted({u for u in uitkomsten if u}):
        print(f"  {fout}")
    return uitkomsten.count(""), aantal - uitkomsten.count("")


def _een_keer() -> str:
    with tempfile.TemporaryDirectory() as tijdelijk:
        nieuw = werkplek.bereid_voor(Path(tijdelijk), "Werkplek", "Robin", _WACHTZIN)
        plek = werkplek.maak(nieuw, werk=VLOER)
        # Tekst in de vormen waarin Python en Qt haar bewaren; de sleutel zoals zij is en zoals SQLCipher haar krijgt.
        sleutel = plek.kluis.sleutel
        geheimen = {
            "getypt": [_KANARIE.encode(vorm) for vorm in ("utf-8", "utf-16-le", "utf-32-le")],
            "sleutel": [sleutel.inhoud(), sleutel.afgeleid("database", 48), sleutel.databasesleutel().encode()],
        }
        plek.sluit()
        omgeving = os.environ | {
            "PROEF_WACHTZIN": _WACHTZIN, "PROEF_KANARIE": _KANARIE, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "XDG_CONFIG_HOME": tijdelijk, "XDG_DATA_HOME": tijdelijk,
        }  # fmt: skip
        opdracht = [sys.executable, "-m", "tests.bewijzen.geheugen_sessie", str(nieuw.map)]
        with subprocess.Popen(
            opdracht, env=omgeving, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as proces:
            assert proces.stdin is not None
            assert proces.stdout is not None
            eerst = proces.stdout.readline().strip()
            open_ = _gevonden(proces.pid, geheimen)
            proces.stdin.write("verder\n")
            proces.stdin.flush()
            daarna = proces.stdout.readline().strip()
            dicht = _gevonden(proces.pid, geheimen)
            proces.stdin.write("klaar\n")
            proces.stdin.flush()
        print(f"  open: {open_}; op slot: {dicht}")
        if (eerst, daarna, proces.returncode) != ("open", "Openen", 0):
            return f"de sessie liep niet zoals bedoeld: {eerst}, {daarna}, {proces.returncode}"
        if not all(open_.values()):
            return "terwijl de werkplek open was, was het geheim niet te vinden: dit meet niets"
        return "" if not any(dicht.values()) else "na het op slot gaan stond er nog iets in het geheugen"


def _gevonden(pid: int, geheimen: dict[str, list[bytes]]) -> dict[str, int]:
    """Hoe vaak elk geheim in het geheugen staat."""
    geheugen = b"".join(_stukken(pid))
    return {naam: sum(geheugen.count(vorm) for vorm in vormen) for naam, vormen in geheimen.items()}


def _stukken(pid: int) -> list[bytes]:
    uit = []
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as mem:
        for regel in Path(f"/proc/{pid}/maps").read_text().splitlines():
            treffer = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", regel)
            if treffer:
                begin, eind = int(treffer[1], 16), int(treffer[2], 16)
                try:
                    mem.seek(begin)
                    uit.append(mem.read(eind - begin))
                except (OSError, ValueError, OverflowError):
                    continue
    return uit
