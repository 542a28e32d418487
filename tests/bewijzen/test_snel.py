"""De zware bewijzen in het kort, zodat ze bij elke wijziging meedraaien."""

import sys

import pytest

from jeugdteam_app.journaal.stand import Stand
from tests.bewijzen import (
    beschadigd,
    geheugen,
    kanarie,
    kills,
    spoor,
    storing,
    stroomuitval,
    teruggezet,
    toetsen,
    vijandig,
    wetten,
)


@pytest.mark.skipif(sys.platform == "win32", reason="fork bestaat niet op Windows")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_gedood_tijdens_het_schrijven_en_niets_verloren():
    assert kills.bewijs(300) == (300, 0)


ALS_VOLGEN_MAG = pytest.mark.skipif(not spoor.kan(), reason="strace ontbreekt of mag hier niet")


@ALS_VOLGEN_MAG
def test_na_stroomuitval_is_er_niets_verloren():
    assert stroomuitval.bewijs(334) == (6 * 334, 0)


@ALS_VOLGEN_MAG
def test_een_schijf_die_weigert_kost_niets():
    goed, mis = storing.bewijs(0)
    # Opslaan en uitvoeren, op elk moment.
    assert (goed > 200, mis) == (True, 0)


def test_omgevallen_bits_en_afgekapte_bestanden_worden_gemerkt():
    goed, mis = beschadigd.bewijs(500)
    assert (goed, mis) == (2500, 0)


def test_verminkte_bestanden_krijgen_een_net_antwoord():
    assert vijandig.bewijs(25) == (8 * 25, 0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="het geheugen lezen kan hier niet")
def test_op_slot_is_het_geheugen_leeg():
    assert geheugen.bewijs(1) == (1, 0)


def test_geen_kanarie_in_wat_er_geschreven_is():
    goed, fout = kanarie.bewijs(1)
    assert fout == 0
    assert goed >= 5


def test_lukrake_toetsen_laten_het_venster_heel():
    assert toetsen.bewijs(1, 200) == (1, 0)


def test_wat_ouds_is_teruggezet_valt_altijd_op():
    goed, mis = teruggezet.bewijs(3)
    assert mis == 0
    assert goed > 100


def test_zonder_waken_valt_het_niet_op(monkeypatch):
    """De tegenproef: de versleuteling alleen ziet een oude bladzijde niet."""
    monkeypatch.setattr(teruggezet.waken, "bekijk", lambda *_a: None)
    _goed, mis = teruggezet.bewijs(3)
    assert mis > 20


def test_de_wetten_van_samenvoegen():
    assert wetten.bewijs(2000) == (2000, 0)


def test_een_samenvoeging_die_de_klok_laat_beslissen_breekt_de_wetten(monkeypatch):
    """De tegenproef: wie de laatste tijd laat winnen, verliest wat de ander schreef."""

    def laatste_wint(wijzigingen):
        per_plaats = {}
        for w in wijzigingen:
            if w.plaats not in per_plaats or w.tijd > per_plaats[w.plaats].tijd:
                per_plaats[w.plaats] = w
        return Stand({plaats: (w,) for plaats, w in per_plaats.items()})

    monkeypatch.setattr(wetten, "vouw", laatste_wint)
    _goed, mis = wetten.bewijs(200)
    assert mis > 150
