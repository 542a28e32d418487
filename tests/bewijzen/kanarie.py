"""Een kanarie in elk veld, en dan zoeken in elk bestand dat het programma schreef.

Het echte venster draait in een eigen proces met een lege thuismap; met strace erbij zien we ook wat er
buiten die map zou komen. Gezocht wordt als UTF-8, UTF-16 (twee volgordes), hex en base64 (drie standen).
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

KANARIES = ("Kanariegeel", "999900006", "kwetterende zorg", "molen kaart regen stoel vriend")
# Hier mag een ander proces of het systeem zelf schrijven.
_BUITEN = ("/dev/", "/proc/", "/sys/", "pipe:", "socket:")


def vormen(kanarie: str) -> dict[str, bytes]:
    """Hoe een kanarie er op schijf uit kan zien."""
    ruw = kanarie.encode()
    uit = {"utf-8": ruw, "utf-16le": kanarie.encode("utf-16-le"), "utf-16be": kanarie.encode("utf-16-be")}
    uit["hex"] = ruw.hex().encode()
    for stand in range(3):
        # De randen hangen van de buren af; het midden niet.
        uit[f"base64 {stand}"] = base64.b64encode(b"\0" * stand + ruw)[4:-4]
    return uit


def zoek(bestanden: list[Path]) -> list[str]:
    """De bestanden waar een kanarie in zit, met in welke vorm."""
    gevonden = []
    for pad in bestanden:
        inhoud = pad.read_bytes()
        laag = inhoud.lower()
        for kanarie in KANARIES:
            for vorm, naald in vormen(kanarie).items():
                if naald in inhoud or (vorm == "hex" and naald in laag):
                    gevonden.append(f"{pad.name}: kanarie als {vorm}")
    return gevonden


def bewijs(_aantal: int) -> tuple[int, int]:
    """Eén hele sessie; geeft hoeveel bestanden schoon zijn en hoeveel niet."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        thuis = Path(tijdelijk)
        if not _controle(thuis):
            print("  de zoeker vindt zijn eigen kanarie niet")
            return 0, 1
        geschreven, uitvoer = _sessie(thuis)
        fout = zoek(geschreven) + [f"uitvoer: {k}" for k in KANARIES if k.encode() in uitvoer]
        for regel in fout:
            print(f"  {regel}")
        print(f"  {len(geschreven)} bestanden doorzocht")
        return len(geschreven) + 1 - len(fout), len(fout)


def _controle(thuis: Path) -> bool:
    """De zoeker moet een kanarie vinden die er met opzet staat, in elke vorm."""
    pad = thuis / "controle.bin"
    goed = True
    for vorm in vormen(KANARIES[0]):
        pad.write_bytes(b"xx" + vormen(KANARIES[0])[vorm] + b"yy")
        goed = goed and bool(zoek([pad]))
    pad.unlink()
    return goed


def _sessie(thuis: Path) -> tuple[list[Path], bytes]:
    omgeving = {
        **os.environ, "HOME": str(thuis), "TMPDIR": str(thuis / "tmp"), "XDG_DATA_HOME": str(thuis / "data"),
        "XDG_CONFIG_HOME": str(thuis / "config"), "XDG_CACHE_HOME": str(thuis / "cache"), "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    (thuis / "tmp").mkdir()
    spoor = thuis / "spoor.txt"
    opdracht = [sys.executable, "-m", "tests.bewijzen.kanarie_sessie", str(thuis / "kluizen")]
    if shutil.which("strace"):
        opdracht = [
            "strace",
            "-f",
            "-y",
            "-e",
            "trace=openat,creat,rename,renameat,renameat2",
            "-o",
            str(spoor),
            *opdracht,
        ]
    else:
        print("  zonder strace: alleen de eigen mappen zijn doorzocht")
    uit = subprocess.run(opdracht, env=omgeving, capture_output=True, check=False)
    if uit.returncode:
        raise RuntimeError(uit.stderr.decode()[-2000:])
    bestanden = [p for p in thuis.rglob("*") if p.is_file() and p != spoor]
    return bestanden + _buiten(spoor, thuis), uit.stdout + uit.stderr


def _buiten(spoor: Path, thuis: Path) -> list[Path]:
    """Wat er buiten de eigen map is geschreven en er nog staat."""
    if not spoor.exists():
        return []
    uit = set()
    for regel in spoor.read_text(errors="replace").splitlines():
        treffer = re.search(r'(?:openat\([^"]*|creat\()"([^"]+)".*(?:O_WRONLY|O_RDWR|creat)', regel)
        if treffer and not treffer.group(1).startswith((*_BUITEN, str(thuis))):
            uit.add(Path(treffer.group(1)))
    return sorted(p for p in uit if p.is_absolute() and p.is_file())
