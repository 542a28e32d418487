"""Het slot van de organisatie: opent met haar sleutel, met geen andere, en is eraf te halen."""

from __future__ import annotations

import json

import pytest

from jeugdteam_app.kern.fouten import Fout, InvoerFout, WereldFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opdrachtregel.hoofd import hoofd
from jeugdteam_app.opslag.indeling import SLOTEN
from jeugdteam_app.sleutels import organisatie as sleutels
from jeugdteam_app.werk import dossiers, organisatie, werkplek
from tests.conftest import MOMENT, WACHTZIN


@pytest.fixture
def paar(tmp_path, capsys):
    geheim, openbaar = tmp_path / "geheim.txt", tmp_path / "openbaar.txt"
    assert hoofd(["organisatiesleutel", "--geheim", str(geheim), "--openbaar", str(openbaar)]) == 0
    assert geheim.read_text().strip() not in capsys.readouterr().out
    return geheim, openbaar


def open_(map_, tekst):
    return werkplek.open_met_herstel(map_, tekst, VasteKlok(MOMENT))


def test_de_organisatie_opent_met_haar_sleutel_en_de_wachtzin_blijft_werken(plek, paar):
    dossier, map_ = dossiers.begin_gezin(plek, "Familie Proef"), plek.kluis.map
    assert not organisatie.heeft_slot(plek)
    organisatie.zet_slot(plek, paar[1], WACHTZIN)
    assert organisatie.heeft_slot(plek)
    plek.sluit()
    geopend = open_(map_, f" {paar[0].read_text().lower()} ")
    assert geopend.dossier(dossier)
    geopend.sluit()
    werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT)).sluit()


def test_een_andere_sleutel_of_een_weggehaald_slot_opent_niets(plek, paar):
    map_ = plek.kluis.map
    organisatie.zet_slot(plek, paar[1], WACHTZIN)
    plek.sluit()
    with pytest.raises(InvoerFout, match="organisatiesleutel-onjuist"):
        open_(map_, sleutels.nieuw().geheim)
    weer = werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT))
    organisatie.haal_slot_weg(weer, WACHTZIN)
    weer.sluit()
    with pytest.raises(InvoerFout, match="organisatiesleutel-onjuist"):
        open_(map_, paar[0].read_text())


@pytest.mark.parametrize("inhoud", [b"", b"geen sleutel", b"\xff\xfe", b"AGE-SECRET-KEY-1X", b"age1" + b"q" * 58])
def test_een_bestand_dat_geen_sleutel_is_verandert_niets(plek, tmp_path, inhoud):
    voor = (plek.kluis.map / SLOTEN).read_bytes()
    (pad := tmp_path / "x").write_bytes(inhoud)
    with pytest.raises(InvoerFout, match="organisatiesleutel-vorm"):
        organisatie.zet_slot(plek, pad, WACHTZIN)
    assert (plek.kluis.map / SLOTEN).read_bytes() == voor


def test_een_sleutel_wordt_nooit_overschreven(paar, capsys):
    was = paar[0].read_bytes()
    assert hoofd(["organisatiesleutel", "--geheim", str(paar[0]), "--openbaar", str(paar[1])]) == 3
    assert paar[0].read_bytes() == was


def test_wie_de_omslag_verwisselt_krijgt_niets_open(plek, paar):
    map_ = plek.kluis.map
    organisatie.zet_slot(plek, paar[1], WACHTZIN)
    plek.sluit()
    ruw = json.loads((map_ / SLOTEN).read_text())
    slot = next(s for s in ruw["sloten"] if s["soort"] == "organisatie")
    slot["omslag"] = sleutels.verpak(b"0" * 32, paar[1].read_text()).hex()
    (map_ / SLOTEN).write_text(json.dumps(ruw))
    with pytest.raises((InvoerFout, WereldFout)) as fout:
        open_(map_, paar[0].read_text())
    assert isinstance(fout.value, Fout)


def test_wie_even_aan_een_open_laptop_zit_maakt_geen_eigen_ingang(plek, paar):
    voor = (plek.kluis.map / SLOTEN).read_bytes()
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        organisatie.zet_slot(plek, paar[1], "ik weet het niet")
    assert (plek.kluis.map / SLOTEN).read_bytes() == voor
