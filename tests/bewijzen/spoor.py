"""Een werklast onder ``strace``: elke schrijfactie, en schrijfacties die met opzet mislukken.

Wat een proces aan het systeem vraagt, is precies wat er na stroomuitval nog kan staan; wie dat spoor heeft, kan elke
stroomuitval naspelen zonder ooit een stekker uit te trekken.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from jeugdteam_app.kern.fouten import Fout
from tests.bewijzen.werklasten import Werklast

_AANROEPEN = (
    "openat", "write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2",
    "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir",
)  # fmt: skip
_REGEL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEKST = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_BESCHRIJVING = re.compile(r"^(\d+)")
_MELDING, _KLAAR = "melding ", "klaar"
UITVOER = 1
_PR_SET_PTRACER = 0x59616D61


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
    _volg(last, map_, ["-xx", "-s", "1000000", "-e", f"trace={','.join(_AANROEPEN)}", "-o", str(waar)])
    return list(_lees(waar))


def met_storing(last: Werklast, map_: Path, aanroep: str, fout: str, vanaf: str) -> tuple[int, str]:
    """Doet een werklast terwijl één soort aanroep mislukt; geeft de laatste bevestiging en de melding, als die er kwam.

    ``vanaf`` is als bij ``strace``: ``3`` is alleen de derde keer, ``3+`` de derde en alle daarna.
    """
    storing = f"inject={aanroep}:error={fout}:when={vanaf}"
    regels = _volg(last, map_, ["-e", f"trace={aanroep}", "-e", storing, "-o", os.devnull])
    getallen = [int(r) for r in regels if r.isdigit()]
    melding = next((r.removeprefix(_MELDING) for r in regels if r.startswith(_MELDING)), "")
    return max(getallen, default=0), melding


def _volg(last: Werklast, map_: Path, hoe: list[str]) -> list[str]:
    """Doet een werklast in een eigen proces dat pas begint als het gevolgd wordt; geeft wat het bevestigde en meldde.

    Een afsplitsing en geen nieuw Python: opstarten kost meer dan het werk zelf, en hoort niet in het spoor.
    """
    (begin_hier, begin_daar), (hier, daar) = os.pipe(), os.pipe()
    kind = os.fork()
    if kind == 0:
        _doe(last, map_, begin_hier, daar)
    os.close(begin_hier)
    os.close(daar)
    opdracht = ["strace", "-f", "-e", "signal=none", *hoe, "-p", str(kind)]
    with subprocess.Popen(opdracht, stderr=subprocess.PIPE, text=True) as volger:
        gezegd = volger.stderr.readline() if volger.stderr else ""
        os.write(begin_daar, b"1" if "attached" in gezegd else b"0")
        os.close(begin_daar)
        with os.fdopen(hier, encoding="utf-8") as uit:
            regels = uit.read().splitlines()
        os.waitpid(kind, 0)
    if _KLAAR not in regels:
        raise RuntimeError("\n".join([gezegd, *regels])[-2000:])
    return regels


def _doe(last: Werklast, map_: Path, begin: int, uit: int) -> NoReturn:
    """In het afgesplitste proces: bevestigt elke stap met ``writev``, dat ook heel blijft als schrijven mislukt."""

    def zeg(regel: object, waar: int = uit) -> None:
        os.writev(waar, [f"{regel}\n".encode()])

    os.dup2(uit, UITVOER)
    try:
        # Waar het systeem dat verbiedt, mag anders alleen een ouder volgen.
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(-1))
        if os.read(begin, 1) == b"1":
            last.doe(map_, lambda nummer: zeg(nummer, UITVOER))
        zeg(_KLAAR)
    except Fout as fout:
        # Een melding van het programma is een gewoon einde.
        zeg(f"{_MELDING}{fout.code}")
        zeg(_KLAAR)
    except BaseException:  # noqa: BLE001 - wat er ook misgaat, de ouder hoort het
        zeg(traceback.format_exc())
    finally:
        os._exit(0)


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
