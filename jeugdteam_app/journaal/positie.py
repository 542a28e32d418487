"""Plekken in een lijst waar altijd nog iets tussen past.

Een positie is een breuk tussen 0 en 1, geschreven als cijfers achter de komma. Schrijven twee laptops
gelijktijdig op dezelfde plek, dan beslist de id van de wijziging, op beide laptops hetzelfde.
"""

from __future__ import annotations


def tussen(voor: str, na: str) -> str:
    """Een positie die na ``voor`` en voor ``na`` komt; een lege tekst staat voor het begin of het einde."""
    cijfers: list[str] = []
    plek = 0
    while True:
        laag = int(voor[plek]) if plek < len(voor) else 0
        hoog = int(na[plek]) if plek < len(na) else 10
        if hoog - laag > 1:
            return "".join([*cijfers, str((laag + hoog) // 2)])
        cijfers.append(str(laag))
        if hoog != laag:
            na = ""
        plek += 1
