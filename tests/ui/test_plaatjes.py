"""De beelden van het voorbeeld: elk scherm is er echt, en niet twee keer hetzelfde."""

from __future__ import annotations

from hashlib import sha256

from tests.conftest import WACHTZIN
from ui import plaatjes


def test_elk_beeld_laat_een_ander_scherm_zien(qapp, voorbeeldmap, tmp_path, monkeypatch):
    monkeypatch.setattr(plaatjes, "WACHTZIN", WACHTZIN)
    beelden = plaatjes._Reeks(tmp_path, "100").werk(voorbeeldmap)
    # Een lang blad heeft ook een beeld van het hele blad.
    eigen = [b for b in beelden if not b.stem.endswith("-heel")]
    assert eigen[-1].stem.endswith("-praktijk"), "en het hoofdstuk dat alleen een praktijk heeft"
    assert len({sha256(b.read_bytes()).hexdigest() for b in eigen}) == len(eigen) > 25
