"""Een werklast onder ``strace``: elke schrijfactie, en schrijfacties die met opzet mislukken.

Wat een proces aan het systeem vraagt, is precies wat er na stroomuitval nog kan staan; wie dat spoor heeft, kan elke
stroomuitval naspelen zonder ooit een stekker uit te trekken.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bewijzen.werklasten import Werklast

_AANROEPEN = (
    "openat", "write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2",
    "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir",
)  # fmt: skip
_REGEL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEKST = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_BESCHRIJVING = re.compile(r"^(\d+)")


@dataclass(frozen=True)
class Aanroep:
    """Eén geslaagde systeemaanroep: haar naam, de teksten en getallen erin, en wat zij teruggaf."""

    naam: str
    teksten: tuple[bytes, ...]
    bestand: int
    getallen: tuple[int, ...]
    vlaggen: str
    uitkomst: int


def kan() -> bool:
    """Of deze machine een proces mag volgen; in sommige afgesloten omgevingen mag dat niet."""
    pad = shutil.which("strace")
    return pad is not None and subprocess.run([pad, "-o", os.devnull, "true"], check=False).returncode == 0


def neem_op(last: Werklast, map_: Path, waar: Path) -> list[Aanroep]:
    """Doet een werklast in ``map_`` en geeft elke schrijfactie, op volgorde."""
    uit = _volg(last, map_, ["-f", "-xx", "-s", "1000000", "-e", f"trace={','.join(_AANROEPEN)}", "-o", str(waar)])
    if uit.returncode:
        raise RuntimeError(uit.stderr[-2000:])
    return list(_lees(waar))


def met_storing(last: Werklast, map_: Path, aanroep: str, fout: str, vanaf: str) -> tuple[int, str]:
    """Doet een werklast terwijl één soort aanroep mislukt; geeft de laatste bevestiging en de melding, als die er kwam.

    ``vanaf`` is als bij ``strace``: ``3`` is alleen de derde keer, ``3+`` de derde en alle daarna.
    """
    storing = f"inject={aanroep}:error={fout}:when={vanaf}"
    uit = _volg(last, map_, ["-f", "-e", f"trace={aanroep}", "-e", storing, "-o", os.devnull])
    regels = uit.stdout.split("\n")
    if uit.returncode:
        raise RuntimeError(uit.stderr[-2000:])
    getallen = [int(r) for r in regels if r.isdigit()]
    melding = next((r.removeprefix("melding ") for r in regels if r.startswith("melding ")), "")
    return max(getallen, default=0), melding


def _volg(last: Werklast, map_: Path, hoe: list[str]) -> subprocess.CompletedProcess[str]:
    sessie = [sys.executable, "-m", "tests.bewijzen.werklast_sessie", last.naam, str(map_)]
    omgeving = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    opdracht = ["strace", "--seccomp-bpf", "-e", "signal=none", *hoe, *sessie]
    return subprocess.run(opdracht, capture_output=True, text=True, check=False, env=omgeving)


def _lees(waar: Path) -> Iterator[Aanroep]:
    with waar.open(encoding="ascii", errors="replace") as regels:
        for regel in regels:
            if "unfinished" in regel or "resumed" in regel:
                raise RuntimeError("twee draden schrijven door elkaar; zo is het spoor niet te volgen")
            treffer = _REGEL.match(regel)
            if treffer and int(treffer[3]) >= 0:
                yield _aanroep(treffer[1], treffer[2], int(treffer[3]))


def _aanroep(naam: str, inhoud: str, uitkomst: int) -> Aanroep:
    teksten = tuple(bytes.fromhex(t.replace("\\x", "")) for t in _TEKST.findall(inhoud))
    rest = _TEKST.sub("", inhoud)
    bestand = _BESCHRIJVING.match(rest)
    getallen = tuple(int(g) for g in re.findall(r"(?<=, )\d+(?=,|$)", rest))
    return Aanroep(naam, teksten, int(bestand[1]) if bestand else -1, getallen, rest, uitkomst)
