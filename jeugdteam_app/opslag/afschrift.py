"""Lezen uit een afschrift van een misschien beschadigde database: wat te lezen is, om wat stuk is heen.

Het bestand zelf blijft zoals het is. Een versie van het programma van eerder kende minder kolommen; wat er niet was, is
leeg.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3

from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel

# Zo vaak proberen we in één tabel om een onleesbare plek heen te lezen; daarna is de rest ook niet te vinden.
_MEESTE_GATEN = 2_000
_BLOK = 65_536

Rij = tuple[Any, ...]


class Afschrift:
    """Een kopie van een database, alleen om uit te lezen. ``gaten``: hoeveel plekken er niet te lezen waren."""

    def __init__(self, database: Path, sleutel: Hoofdsleutel, pad: Path) -> None:
        self._sleutel, self._pad = sleutel, pad
        _schrijf_over(database, pad)
        # Was er iets half geschreven, dan draait het afschrift dat terug zoals openen zou doen.
        with contextlib.suppress(OSError):
            shutil.copyfile(f"{database}-journal", f"{pad}-journal")
        self.gaten = 0
        self._gaten_hier = 0

    def rijen(self, tabel: str, kolommen: str) -> Iterator[Rij]:
        """De leesbare rijen van een tabel, elk met haar rijnummer voorop."""
        self._gaten_hier = 0
        gekozen = self._kolommen(tabel, kolommen)
        if gekozen and (hoogste := self._hoogste(tabel)):
            yield from self._tussen(f"SELECT rowid, {gekozen} FROM {tabel}", 1, hoogste)

    def los(self, tabel: str, kolommen: str) -> tuple[list[Rij], bool]:
        """De rijen van een kleine tabel, en of dat ze allemaal zijn.

        Van voren tot waar het niet meer gaat, en dan van achteren.
        """
        gekozen = self._kolommen(tabel, kolommen)
        if gekozen is None:
            return [], False
        gevonden: dict[Rij, None] = {}
        if not gekozen:
            return [], True
        for richting in ("ASC", "DESC"):
            rijen, heel = self._probeer(f"SELECT {gekozen} FROM {tabel} ORDER BY 1 {richting}")
            gevonden.update(dict.fromkeys(rijen))
            if heel:
                return list(gevonden), True
            self.gaten += 1
        return list(gevonden), False

    def aantallen(self) -> dict[str, int] | None:
        """Hoeveel wijzigingen er volgens de index van elke stroom zijn; is die niet heel te lezen, dan ``None``."""
        vraag = "SELECT stroom, count(*) FROM wijziging INDEXED BY wijziging_stroom GROUP BY stroom"
        rijen, heel = self._probeer(vraag)
        return dict(rijen) if heel else None

    def _kolommen(self, tabel: str, gewenst: str) -> str | None:
        """De gevraagde kolommen, met leeg voor wat er nog niet was. Leeg: geen tabel. ``None``: niet te lezen."""
        rijen, heel = self._probeer(f"PRAGMA table_info({tabel})")
        if not heel:
            self.gaten += 1
            return None
        hier = {rij[1] for rij in rijen}
        return ", ".join(k if k in hier else "NULL" for k in gewenst.split(", ")) if hier else ""

    def _hoogste(self, tabel: str) -> int:
        for vraag in (f"SELECT max(rowid) FROM {tabel}", f"SELECT count(*) FROM {tabel}"):
            rijen, heel = self._probeer(vraag)
            if heel:
                return int(rijen[0][0] or 0)
        # Ook het eind is stuk: nooit meer rijen dan er in het bestand passen.
        return max(1, self._pad.stat().st_size // 64)

    def _tussen(self, vraag: str, van: int, tot: int) -> Iterator[Rij]:
        """Van voren tot het gat, van achteren tot het gat, en dan de twee helften van wat ertussen zit."""
        if self._gaten_hier >= _MEESTE_GATEN:
            return
        voor, heel = self._probeer(f"{vraag} WHERE rowid BETWEEN ? AND ? ORDER BY rowid", van, tot)
        yield from voor
        if heel:
            return
        van = voor[-1][0] + 1 if voor else van
        achter, heel = self._probeer(f"{vraag} WHERE rowid BETWEEN ? AND ? ORDER BY rowid DESC", van, tot)
        yield from achter
        tot = achter[-1][0] - 1 if achter else tot
        if heel or van > tot:
            return
        if van == tot:
            self.gaten += 1
            self._gaten_hier += 1
            return
        midden = (van + tot) // 2
        yield from self._tussen(vraag, van, midden)
        yield from self._tussen(vraag, midden + 1, tot)

    def _probeer(self, vraag: str, *waarden: Any) -> tuple[list[Rij], bool]:
        """De rijen tot waar het ging, en of dat alles was. Elke keer een nieuwe verbinding: een fout blijft hangen."""
        rijen: list[Rij] = []
        verbinding = sqlcipher3.connect(str(self._pad), isolation_level=None)
        try:
            verbinding.execute("PRAGMA cipher_log_level = NONE")
            verbinding.set_key(self._sleutel.databasesleutel())
            rijen.extend(filter(_is_leesbaar, verbinding.execute(vraag, waarden)))
        except (sqlcipher3.Error, OverflowError, ValueError):
            return rijen, False
        else:
            return rijen, True
        finally:
            verbinding.close()


def _is_leesbaar(rij: Rij) -> bool:
    """Van een tekst over meer bladzijden kan er een als nullen terugkomen; zo schrijft het programma nooit."""
    return not any(isinstance(deel, str) and "\0" in deel for deel in rij)


def _schrijf_over(van: Path, naar: Path) -> None:
    """Blok voor blok: een plek die de schijf niet meer geeft, wordt nullen en kost alleen wat daar stond."""
    grootte = van.stat().st_size
    with van.open("rb", buffering=0) as bron, naar.open("wb") as doel:
        for plek in range(0, grootte, _BLOK):
            hoeveel = min(_BLOK, grootte - plek)
            try:
                bron.seek(plek)
                blok = bron.read(hoeveel) or b""
            except OSError:
                blok = b""
            doel.write(blok.ljust(hoeveel, b"\0"))
