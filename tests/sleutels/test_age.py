"""De openbare proefbestanden van age (C2SP/CCTV, commit 1e3d286 van 2026-06-05; CC0): elk bestand geeft wat het hoort te geven.

Wij gebruiken age met X25519-sleutels en zonder tekstjasje. Wat daarbuiten valt (een wachtwoord, een hybride sleutel,
een tekstjasje) hoort hier niet open te gaan, ook niet als het voor age zelf goed is.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

import pytest
from pyrage import x25519

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.sleutels.identiteit import Identiteit


class Vector(NamedTuple):
    naam: str
    kop: dict[str, str]
    identiteiten: list[str]
    bestand: bytes


def _lees(naam: str, ruw: bytes) -> Vector:
    kop_ruw, _leeg, bestand = ruw.partition(b"\n\n")
    regels = [regel.split(": ", 1) for regel in kop_ruw.decode().splitlines()]
    kop = {sleutel: waarde for sleutel, waarde in regels if sleutel != "identity"}
    identiteiten = [waarde for sleutel, waarde in regels if sleutel == "identity"]
    return Vector(naam, kop, identiteiten, zlib.decompress(bestand) if "compressed" in kop else bestand)


with zipfile.ZipFile(Path(__file__).with_name("age-vectoren.zip")) as _zip:
    VECTOREN = [_lees(naam, _zip.read(naam)) for naam in _zip.namelist()]


def _ik(geheim: str) -> Identiteit:
    van_ons = Identiteit.nieuw()
    return Identiteit(van_ons._teken, x25519.Identity.from_str(geheim))


def _van_ons(vector: Vector) -> list[str]:
    """De sleutels die ook bij ons kunnen bestaan."""
    return [geheim for geheim in vector.identiteiten if geheim.startswith("AGE-SECRET-KEY-1")]


def test_er_zijn_er_genoeg_en_van_elke_soort():
    assert len(VECTOREN) == 143
    soorten = [v.kop["expect"] for v in VECTOREN if _van_ons(v) and "armored" not in v.kop]
    assert {s: soorten.count(s) for s in set(soorten)} == {
        "success": 14, "header failure": 32, "payload failure": 18, "no match": 3, "HMAC failure": 1,
    }  # fmt: skip


@pytest.mark.parametrize("vector", VECTOREN, ids=lambda v: v.naam)
def test_elk_bestand_geeft_wat_het_hoort(vector: Vector):
    geheimen = _van_ons(vector)
    # Bij een bestand met een wachtwoord of een vreemde sleutel probeert een van ons het toch.
    for geheim in geheimen or [str(x25519.Identity.generate())]:
        try:
            inhoud = _ik(geheim).maak_open(vector.bestand)
        except InvoerFout as fout:
            assert fout.code == "bundel-niet-te-openen"
            assert vector.kop["expect"] != "success" or not geheimen or "armored" in vector.kop or len(geheimen) > 1
        else:
            assert vector.kop["expect"] == "success"
            assert hashlib.sha256(inhoud).hexdigest() == vector.kop["payload"]
            return
    assert vector.kop["expect"] != "success" or not geheimen or "armored" in vector.kop
