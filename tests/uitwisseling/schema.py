"""Het officiële schema van iJw, als het op deze machine staat; in de repo komt het niet."""

import os
from pathlib import Path

import pytest
from lxml import etree

MAP = Path(os.environ.get("JEUGDTEAM_IJW", Path(__file__).resolve().parents[3] / "shared" / "ijw"))


def schema_als_het_er_is() -> etree.XMLSchema | None:
    """Het schema van JW301, of niets als het hier niet staat."""
    pad = MAP / "xsd" / "JW301.xsd"
    return etree.XMLSchema(etree.parse(str(pad))) if pad.exists() else None


def schema_of_niet_gedraaid() -> etree.XMLSchema:
    """Het schema van JW301; zonder is de proef niet gedraaid, en dat staat er."""
    schema = schema_als_het_er_is()
    if schema is None:
        pytest.skip(f"niet gedraaid: geen officieel schema in {MAP}")
    return schema
