"""Een kanarie in elk veld, en dan zoeken in elk bestand dat het programma schreef.

Het echte venster draait in een eigen proces met een lege thuismap. Met strace erbij doorzoeken we elke byte die
het schrijft, ook buiten die map en ook in bestanden die er daarna niet meer zijn. Gezocht wordt als UTF-8, UTF-16 (twee volgordes), hex en base64 (drie standen).
"""

from __future__ import annotations

import base64
import codecs
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

KANARIES = ("Kanariegeel", "999900006", "kwetterende zorg", "molen kaart regen stoel vriend")
# Hier mag een ander proces of het systeem zelf schrijven.
_BUITEN = ("/dev/", "/proc/", "/sys/", "pipe:", "socket:", "anon_inode:")
_SCHRIJVEN = "write,pwrite64,writev,pwritev,pwritev2"
_SCHRIJFREGEL = re.compile(r"write(?:64|v|v2)?\(\d+<([^>]*)>, (.*)")


def vormen(kanarie: str) -> dict[str, bytes]:
    """Hoe een kanarie er op schijf uit kan zien."""
    ruw = kanarie.encode()
    uit = {"utf-8": ruw, "utf-16le": kanarie.encode("utf-16-le"), "utf-16be": kanarie.encode("utf-16-be")}
    uit["hex"] = ruw.hex().encode()
    for stand in range(3):
        # De tekens aan de randen hangen van de buren af; alles ertussen niet. Korter knippen vindt toevalstreffers.
        begin, einde = -(-stand * 8 // 6), (stand + len(ruw)) * 8 // 6
        uit[f"base64 {stand}"] = base64.b64encode(b"\0" * stand + ruw + b"\0\0")[begin:einde]
    return uit


def zoek(bestanden: Mapping[str, bytes]) -> list[str]:
    """De bestanden waar een kanarie in zit, met in welke vorm."""
    gevonden = []
    for naam, inhoud in bestanden.items():
        laag = inhoud.lower()
        for kanarie in KANARIES:
            for vorm, naald in vormen(kanarie).items():
                if naald in inhoud or (vorm == "hex" and naald in laag):
                    gevonden.append(f"{naam}: kanarie als {vorm}")
    return gevonden


def bewijs(_aantal: int) -> tuple[int, int]:
    """Eén hele sessie; geeft hoeveel bestanden schoon zijn en hoeveel niet."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        thuis = Path(tijdelijk)
        if not _controle():
            print("  de zoeker vindt zijn eigen kanarie niet")
            return 0, 1
        geschreven, uitvoer = _sessie(thuis)
        fout = zoek(geschreven) + [f"uitvoer: {k}" for k in KANARIES if k.encode() in uitvoer]
        for regel in fout:
            print(f"  {regel}")
        print(f"  {len(geschreven)} bestanden doorzocht")
        return len(geschreven) + 1 - len(fout), len(fout)


def _controle() -> bool:
    """De zoeker moet een kanarie vinden die er met opzet staat, in elke vorm."""
    return all(zoek({"controle": b"xx" + naald + b"yy"}) for naald in vormen(KANARIES[0]).values())


def _sessie(thuis: Path) -> tuple[dict[str, bytes], bytes]:
    omgeving = {
        **os.environ, "HOME": str(thuis), "TMPDIR": str(thuis / "tmp"), "XDG_DATA_HOME": str(thuis / "data"),
        "XDG_CONFIG_HOME": str(thuis / "config"), "XDG_CACHE_HOME": str(thuis / "cache"), "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    (thuis / "tmp").mkdir()
    spoor, bijlage = thuis / "spoor.txt", thuis / "bijlage.txt"
    # Een bestand van buiten: het staat er al, en wat de sessie ermee doet mag het nergens nog eens leesbaar neerzetten.
    bijlage.write_text(" ".join(KANARIES), encoding="utf-8")
    opdracht = [sys.executable, "-m", "tests.bewijzen.kanarie_sessie", str(thuis / "kluizen"), str(bijlage)]
    if shutil.which("strace"):
        opdracht = ["strace", "-f", "-y", "-s", "1000000", "-e", f"trace={_SCHRIJVEN}", "-o", str(spoor), *opdracht]
    else:
        print("  zonder strace: wat geschreven en weer weggehaald is, is niet doorzocht")
    uit = subprocess.run(opdracht, env=omgeving, capture_output=True, check=False)
    if uit.returncode:
        raise RuntimeError(uit.stderr.decode()[-2000:])
    bestanden = {p.name: p.read_bytes() for p in thuis.rglob("*") if p.is_file() and p not in (spoor, bijlage)}
    return bestanden | _geschreven(spoor), uit.stdout + uit.stderr


def _geschreven(spoor: Path) -> dict[str, bytes]:
    """Alles wat naar een bestand is geschreven, waar het ook stond en ook als het er niet meer is."""
    if not spoor.exists():
        return {}
    uit: dict[str, bytearray] = {}
    with spoor.open(errors="replace") as regels:
        for regel in regels:
            treffer = _SCHRIJFREGEL.search(regel)
            if treffer and not treffer.group(1).startswith(_BUITEN):
                stukken = re.findall(r'"((?:[^"\\]|\\.)*)"', treffer.group(2))
                inhoud = b"".join(codecs.escape_decode(stuk.encode())[0] for stuk in stukken)
                uit.setdefault(f"geschreven naar {Path(treffer.group(1)).name}", bytearray()).extend(inhoud)
    return {naam: bytes(inhoud) for naam, inhoud in uit.items()}
