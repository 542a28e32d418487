"""Stroomuitval nagespeeld: uit het spoor van een werklast elk beeld dat de schijf had kunnen laten zien.

Het model is streng: van wat nog niet met ``fsync`` was vastgelegd, kan elke sector van 512 bytes er wel of niet staan,
ook midden in één schrijfactie; een naam in een map staat er pas zeker als de map zelf is vastgelegd. Als controle
draait hetzelfde zonder ``fsync``: dan moet er iets verloren gaan, anders meet dit niets.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from tests.bewijzen import spoor
from tests.bewijzen.kills import kijk
from tests.bewijzen.spoor import UITVOER, Aanroep
from tests.bewijzen.werklasten import WERKLASTEN, Werklast

_SECTOR = 512
# Wat er van het niet-vastgelegde overblijft: niets, alles, het eerste deel, of wat het toeval wil.
_MANIEREN = ("niets", "alles", "begin", "toeval")


@dataclass
class _Bestand:
    vast: bytearray = field(default_factory=bytearray)
    # Nog niet vastgelegd: op welke plek, en wat; ``None`` is inkorten tot die plek.
    open: list[tuple[int, bytes | None]] = field(default_factory=list)

    def leg_vast(self) -> None:
        for plek, inhoud in self.open:
            _schrijf(self.vast, plek, inhoud)
        self.open.clear()

    def beeld(self, toeval: random.Random) -> bytes:
        uit, stukken = bytearray(self.vast), list(_sectoren(self.open))
        manier = toeval.choice(_MANIEREN)
        tot = {"niets": 0, "begin": toeval.randrange(len(stukken) + 1)}.get(manier, len(stukken))
        for plek, inhoud in stukken[:tot]:
            if manier != "toeval" or toeval.random() < 0.5:
                _schrijf(uit, plek, inhoud)
        return bytes(uit)


def _schrijf(inhoud: bytearray, plek: int, nieuw: bytes | None) -> None:
    if nieuw is None:
        del inhoud[plek:]
    tekort = plek - len(inhoud)
    inhoud.extend(bytes(max(tekort, 0)))
    if nieuw is not None:
        inhoud[plek : plek + len(nieuw)] = nieuw


def _sectoren(acties: list[tuple[int, bytes | None]]) -> list[tuple[int, bytes | None]]:
    uit: list[tuple[int, bytes | None]] = []
    for plek, inhoud in acties:
        if inhoud is None:
            uit.append((plek, None))
            continue
        begin = 0
        while begin < len(inhoud):
            eind = min(len(inhoud), begin + _SECTOR - (plek + begin) % _SECTOR)
            uit.append((plek + begin, inhoud[begin:eind]))
            begin = eind
    return uit


class Schijf:
    """De schijf zoals die na elke systeemaanroep kan zijn. ``legt_vast=False`` is de controle: ``fsync`` doet niets."""

    def __init__(self, map_: Path, *, legt_vast: bool = True) -> None:
        self._map, self._legt_vast = map_, legt_vast
        self._nu: dict[Path, _Bestand | None] = {
            pad: None if pad.is_dir() else _Bestand(bytearray(pad.read_bytes())) for pad in (map_, *map_.rglob("*"))
        }
        self._vast = dict(self._nu)
        # Per map de namen die kwamen en gingen: pad, en wat er vanaf dan staat (``...`` is: niets).
        self._namen: dict[Path, list[list[tuple[Path, object]]]] = defaultdict(list)
        self._open: dict[int, Path | _Bestand] = {}
        self._waar: dict[int, int] = {}
        self.bevestigd = 0

    def doe(self, a: Aanroep) -> None:
        """Verwerkt één aanroep."""
        match a.naam:
            case "openat":
                self._open_bestand(a)
            case "writev" if a.bestand == UITVOER:
                self.bevestigd = int(a.teksten[0])
            case "write" | "pwrite64" | "writev" | "ftruncate":
                self._schrijf(a)
            case "fsync" | "fdatasync" if self._legt_vast:
                self._leg_vast(self._open.get(a.bestand))
            case "rename" | "renameat" | "renameat2":
                van, naar = (Path(t.decode()) for t in a.teksten)
                if van in self._nu:
                    self._hernoem(van, naar)
            case "unlink" | "unlinkat" | "rmdir":
                self._haal_weg(Path(a.teksten[0].decode()))
            case "mkdir" | "mkdirat":
                self._nieuwe_naam(Path(a.teksten[0].decode()), None)

    def _open_bestand(self, a: Aanroep) -> None:
        pad = Path(a.teksten[0].decode())
        self._open.pop(a.uitkomst, None)
        self._waar[a.uitkomst] = 0
        if not pad.is_relative_to(self._map):
            return
        if pad not in self._nu:
            self._nieuwe_naam(pad, _Bestand())
        bestand = self._nu[pad]
        self._open[a.uitkomst] = pad if bestand is None else bestand
        if "O_TRUNC" in a.vlaggen and bestand is not None:
            bestand.open.append((0, None))

    def _schrijf(self, a: Aanroep) -> None:
        bestand = self._open.get(a.bestand)
        if not isinstance(bestand, _Bestand):
            return
        if a.naam == "ftruncate":
            bestand.open.append((a.getallen[-1], None))
            return
        inhoud = a.teksten[0][: a.uitkomst]
        plek = a.getallen[-1] if a.naam == "pwrite64" else self._waar[a.bestand]
        bestand.open.append((plek, inhoud))
        self._waar[a.bestand] += len(inhoud)

    def _leg_vast(self, wat: Path | _Bestand | None) -> None:
        if isinstance(wat, _Bestand):
            wat.leg_vast()
        elif wat is not None:
            for stap in self._namen.pop(wat, []):
                _pas_toe(self._vast, stap)

    def _nieuwe_naam(self, pad: Path, wat: _Bestand | None) -> None:
        if pad.is_relative_to(self._map):
            self._nu[pad] = wat
            self._namen[pad.parent].append([(pad, wat)])

    def _hernoem(self, van: Path, naar: Path) -> None:
        if van.parent != naar.parent:
            raise RuntimeError("hernoemen naar een andere map is hier niet nagespeeld")
        wat = self._nu.pop(van)
        self._nu[naar] = wat
        self._namen[van.parent].append([(van, ...), (naar, wat)])

    def _haal_weg(self, pad: Path) -> None:
        if pad in self._nu:
            del self._nu[pad]
            self._namen[pad.parent].append([(pad, ...)])

    def beeld(self, toeval: random.Random) -> dict[Path, bytes | None]:
        """Eén mogelijk beeld na stroomuitval nu: elk pad met zijn inhoud; een map is ``None``."""
        namen = dict(self._vast)
        for stappen in self._namen.values():
            for stap in stappen[: toeval.randrange(len(stappen) + 1)]:
                _pas_toe(namen, stap)
        uit: dict[Path, bytes | None] = {}
        for pad in sorted(namen):
            if pad == self._map or pad.parent in uit:
                wat = namen[pad]
                uit[pad] = None if wat is None else wat.beeld(toeval)
        return uit


def _pas_toe(namen: dict[Path, _Bestand | None], stap: list[tuple[Path, object]]) -> None:
    for pad, wat in stap:
        if isinstance(wat, _Bestand) or wat is None:
            namen[pad] = wat
        else:
            namen.pop(pad, None)


def bewijs(aantal: int) -> tuple[int, int]:
    """Speelt voor elke werklast zo veel beelden na; geeft hoeveel er goed waren, en hoeveel niet."""
    if not spoor.kan():
        print("  strace mag hier niet: niets nagespeeld")
        return 0, 1
    goed, mis = 0, 0
    for last in WERKLASTEN:
        fouten = _van_last(last, aantal)
        controle = _van_last(last, max(aantal // 20, 25), legt_vast=False)
        print(f"  {last.naam}: {aantal} beelden, {len(fouten)} mis; zonder fsync {len(controle)} mis")
        for fout in sorted(set(fouten))[:5]:
            print(f"    {fout}")
        goed, mis = goed + aantal - len(fouten), mis + len(fouten) + (not controle)
    return goed, mis


def _van_last(last: Werklast, aantal: int, *, legt_vast: bool = True) -> list[str]:
    with tempfile.TemporaryDirectory() as tijdelijk:
        werk = Path(tijdelijk).resolve()
        (map_ := werk / "map").mkdir()
        last.bereid(map_)
        klaar = shutil.copytree(map_, werk / "klaar")
        aanroepen = spoor.neem_op(last, map_, werk / "spoor.txt")
        shutil.rmtree(map_)
        klaar.rename(map_)
        return _speel_na(last, Schijf(map_, legt_vast=legt_vast), aanroepen, aantal, werk)


def _speel_na(last: Werklast, schijf: Schijf, aanroepen: list[Aanroep], aantal: int, werk: Path) -> list[str]:
    toeval = random.Random(f"{last.naam} {aantal}")
    begin = next(n for n, a in enumerate(aanroepen) if a.naam == "writev" and a.bestand == UITVOER)
    punten = defaultdict(int)
    for _keer in range(aantal):
        punten[toeval.randrange(begin, len(aanroepen))] += 1
    fouten: list[str] = []
    # Twee keer hetzelfde beeld geeft twee keer hetzelfde antwoord: dat hoeft maar één keer open.
    gezien: dict[tuple[int, bytes], str] = {}
    for nummer, aanroep in enumerate(aanroepen):
        schijf.doe(aanroep)
        for keer in range(punten[nummer]):
            beeld = schijf.beeld(toeval)
            welk = schijf.bevestigd, _afdruk(beeld)
            if welk not in gezien:
                doel = werk / f"beeld-{nummer}-{keer}"
                _zet_neer(beeld, werk / "map", doel)
                gezien[welk] = kijk(last, doel, schijf.bevestigd)
                shutil.rmtree(doel)
            if fout := gezien[welk]:
                fouten.append(fout)
    return fouten


def _afdruk(beeld: dict[Path, bytes | None]) -> bytes:
    som = hashlib.sha256()
    for pad, inhoud in beeld.items():
        som.update(f"{pad}:{-1 if inhoud is None else len(inhoud)}:".encode() + (inhoud or b""))
    return som.digest()


def _zet_neer(beeld: dict[Path, bytes | None], van: Path, naar: Path) -> None:
    for pad, inhoud in beeld.items():
        doel = naar / pad.relative_to(van)
        if inhoud is None:
            doel.mkdir()
        else:
            doel.write_bytes(inhoud)
