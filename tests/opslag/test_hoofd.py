"""Een ouder bestand teruggezet: dat valt op, en een gewone dag niet."""

from __future__ import annotations

import shutil

import pytest

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import hoofd
from jeugdteam_app.werk import dossiers, schrijven, werkplek
from tests.conftest import MOMENT, WACHTZIN


def open_(map_):
    return werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT))


def schrijf(plek, dossier, tekst):
    schrijven.leg_vast(plek, dossier, {(Aanmelding.soort, Aanmelding.korte_vraag): Bekend(tekst)})


@pytest.fixture
def gewerkt(plek, tmp_path):
    """Een werkplek met een dossier; dicht, met een kopie van het bestand van toen."""
    dossier, map_, hoofden = dossiers.begin_gezin(plek, "Familie Proef"), plek.kluis.map, tmp_path / "hoofden"
    schrijf(plek, dossier, "een")
    hoofd.onthoud(plek.kluis, hoofden)
    plek.sluit()
    shutil.copytree(map_, tmp_path / "toen")
    return map_, dossier, hoofden, tmp_path / "toen"


def test_een_gewone_dag_valt_niet_op(gewerkt):
    map_, dossier, hoofden, _toen = gewerkt
    for tekst in ("twee", "drie"):
        plek = open_(map_)
        assert not hoofd.is_ouder(plek.kluis, hoofden)
        schrijf(plek, dossier, tekst)
        hoofd.onthoud(plek.kluis, hoofden)
        plek.sluit()


def test_viel_het_programma_stil_voor_het_onthouden_dan_is_er_niets_aan_de_hand(gewerkt):
    map_, dossier, hoofden, _toen = gewerkt
    plek = open_(map_)
    schrijf(plek, dossier, "twee")
    plek.sluit()
    plek = open_(map_)
    assert not hoofd.is_ouder(plek.kluis, hoofden)
    plek.sluit()


@pytest.mark.parametrize("wat", ["typen", "openen"])
def test_een_ouder_bestand_terug_valt_op(gewerkt, wat):
    map_, dossier, hoofden, toen = gewerkt
    plek = open_(map_)
    schrijf(plek, dossier, "twee") if wat == "typen" else dossiers.open_(plek, dossier)
    hoofd.onthoud(plek.kluis, hoofden)
    plek.sluit()
    shutil.rmtree(map_)
    shutil.copytree(toen, map_)
    plek = open_(map_)
    assert hoofd.is_ouder(plek.kluis, hoofden)
    # Ging iemand bewust verder, dan is dit het nieuwe hoofd.
    hoofd.onthoud(plek.kluis, hoofden)
    assert not hoofd.is_ouder(plek.kluis, hoofden)
    plek.sluit()


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"[1]", b"\xff"])
def test_een_veranderd_hoofd_valt_op(gewerkt, inhoud):
    map_, _dossier, hoofden, _toen = gewerkt
    [pad] = hoofden.iterdir()
    pad.write_bytes(inhoud)
    plek = open_(map_)
    assert hoofd.is_ouder(plek.kluis, hoofden)
    plek.sluit()


def test_het_hoofd_zegt_niets_over_wie_of_wat(gewerkt):
    [pad] = gewerkt[2].iterdir()
    assert "Proef" not in pad.name + pad.read_text()
