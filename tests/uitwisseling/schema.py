"""De officiële schema's van iJw, als ze op deze machine staan; in de repo komen ze niet."""

import os
from pathlib import Path

import pytest
from lxml import etree

MAP = Path(os.environ.get("JEUGDTEAM_IJW", Path(__file__).resolve().parents[3] / "shared" / "ijw"))


def schema_als_het_er_is(bericht: str = "JW301") -> etree.XMLSchema | None:
    """Het schema van een bericht, of niets als het hier niet staat."""
    pad = MAP / "xsd" / f"{bericht}.xsd"
    return etree.XMLSchema(etree.parse(str(pad))) if pad.exists() else None


def schema_of_niet_gedraaid(bericht: str = "JW301") -> etree.XMLSchema:
    """Het schema van een bericht; zonder is de proef niet gedraaid, en dat staat er."""
    schema = schema_als_het_er_is(bericht)
    if schema is None:
        pytest.skip(f"niet gedraaid: geen officieel schema in {MAP}")
    return schema
