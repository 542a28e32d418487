from __future__ import annotations

from pathlib import Path

import pytest

from jeugdteam_app.kern.bestanden import schrijf_heel
from jeugdteam_app.kern.fouten import WereldFout


def test_schrijven_vervangt_heel_en_laat_niets_achter(tmp_path: Path) -> None:
    doel = tmp_path / "brief.pdf"
    schrijf_heel(doel, b"een")
    schrijf_heel(doel, b"twee")
    assert doel.read_bytes() == b"twee"
    assert [pad.name for pad in tmp_path.iterdir()] == ["brief.pdf"]


def test_een_map_die_een_bestand_blijkt_geeft_dezelfde_melding(tmp_path: Path) -> None:
    geen_map = tmp_path / "geen-map"
    geen_map.write_bytes(b"x")
    with pytest.raises(WereldFout, match="schrijven-mislukt"):
        schrijf_heel(geen_map / "brief.pdf", b"een")
    assert geen_map.read_bytes() == b"x"
