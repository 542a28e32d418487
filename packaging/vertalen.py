"""Haalt alle zinnen op uit de code en de meegeleverde gegevens, en werkt de Engelse catalogus bij.

Nederlands is de bron. Zinnen uit gegevens (regels, boeken) komen uit de velden die hieronder staan.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

WORTEL = Path(__file__).resolve().parent.parent
CATALOGUS = WORTEL / "translations" / "en" / "LC_MESSAGES" / "jeugdteam.po"
TREFWOORDEN = {"_": None, "N_": None, "ngettext": (1, 2)}
# In deze velden van de gegevens staat een zin die iemand leest.
ZINSVELDEN = frozenset(
    {"tekst", "naam", "titel", "waarom", "onderwerp", "keuze", "omschrijving", "toelichting", "aanzien", "lees_zelf"}
)


def sjabloon() -> Catalog:
    """Alle zinnen, zonder vindplaatsen: die veranderen te vaak om na te lezen."""
    catalogus = Catalog(project="jeugdteam", charset="utf-8")
    for map_ in ("jeugdteam_app", "ui"):
        gevonden = extract_from_dir(
            WORTEL / map_, [("**.py", "python")], keywords=TREFWOORDEN, comment_tags=(), strip_comment_tags=True
        )
        for _bestand, _regel, zin, _opmerking, _context in gevonden:
            catalogus.add(zin)
        for pad in (WORTEL / map_).rglob("*.py"):
            for zin in _in_fstrings(ast.parse(pad.read_text(encoding="utf-8"))):
                catalogus.add(zin)
    for pad in [
        *(WORTEL / "resources" / "regels").rglob("*.json"),
        *(WORTEL / "resources" / "productenboeken").glob("*.json"),
    ]:
        for zin in _uit_gegevens(json.loads(pad.read_text(encoding="utf-8"))):
            catalogus.add(zin)
    return catalogus


def _in_fstrings(boom: ast.AST) -> Iterator[str]:
    """De zinnen binnen een f-string: die slaat het ophalen van babel over."""
    for fstring in (knoop for knoop in ast.walk(boom) if isinstance(knoop, ast.JoinedStr)):
        for knoop in ast.walk(fstring):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id in ("_", "N_"):
                yield from (a.value for a in knoop.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


def _uit_gegevens(deel: Any) -> Iterator[str]:
    if isinstance(deel, dict):
        for sleutel, waarde in deel.items():
            if sleutel in ZINSVELDEN and isinstance(waarde, str):
                yield waarde
            else:
                yield from _uit_gegevens(waarde)
    elif isinstance(deel, list):
        for kind in deel:
            yield from _uit_gegevens(kind)


def ontbreekt(catalogus: Catalog, bron: Catalog) -> list[str]:
    """De zinnen zonder volledige Engelse vertaling."""
    uit = []
    for bericht in bron:
        if not bericht.id:
            continue
        vertaald = catalogus.get(bericht.id)
        delen = vertaald.string if vertaald else ""
        compleet = all(delen) if isinstance(delen, tuple | list) else bool(delen)
        if not compleet or (vertaald is not None and vertaald.fuzzy):
            uit.append(bericht.id if isinstance(bericht.id, str) else bericht.id[0])
    return uit


def lees() -> Catalog:
    """De Engelse catalogus."""
    if not CATALOGUS.exists():
        return Catalog(locale="en", project="jeugdteam", charset="utf-8")
    with CATALOGUS.open("rb") as stroom:
        return read_po(stroom, locale="en")


def main() -> None:
    """Werkt de catalogus bij: nieuwe zinnen erin, verdwenen zinnen eruit."""
    bron, catalogus = sjabloon(), lees()
    catalogus.update(bron, no_fuzzy_matching=True)
    catalogus.obsolete.clear()
    CATALOGUS.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUS.open("wb") as stroom:
        write_po(stroom, catalogus, sort_output=True, width=120, omit_header=False, no_location=True)
    print(f"{len(bron)} zinnen, {len(ontbreekt(catalogus, bron))} nog zonder Engels")


if __name__ == "__main__":
    main()
