"""Twee versies naast elkaar: wat nieuw is, wat vervalt, en welk veld van wat naar wat ging."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdteam_app.productenboek.boek import laad
from jeugdteam_app.productenboek.vergelijk import Veldverschil, Verschil, vergelijk
from tests.productenboek.boekjes import boeken

BOEK = laad("noord-veluwe")


def met(**anders):
    return BOEK.model_copy(update=anders)


def test_een_veld_dat_verandert_noemt_oud_en_nieuw():
    eerste, *rest = BOEK.producten
    verschil = vergelijk(BOEK, met(producten=(eerste.model_copy(update={"zwaarte": 5}), *rest), versie="2"))
    assert verschil.kop == (Veldverschil("versie", "voorbeeld-2026.1", "2"),)
    (verandering,) = verschil.veranderd
    assert verandering.velden == (Veldverschil("zwaarte", 2, 5),)
    assert (verschil.nieuw, verschil.vervallen) == ((), ())


def test_nieuw_en_vervallen_staan_op_volgorde_van_id():
    verschil = vergelijk(met(producten=BOEK.producten[:3]), met(producten=BOEK.producten[2:6]))
    assert [p.id for p in verschil.vervallen] == sorted(p.id for p in BOEK.producten[:2])
    assert [p.id for p in verschil.nieuw] == sorted(p.id for p in BOEK.producten[3:6])
    assert verschil.veranderd == ()


def test_een_andere_id_met_dezelfde_naam_is_hetzelfde_product():
    eerste, *rest = BOEK.producten
    verschil = vergelijk(BOEK, met(producten=(eerste.model_copy(update={"id": "anders"}), *rest)))
    (verandering,) = verschil.veranderd
    assert verandering.velden == (Veldverschil("id", "basis-ggz", "anders"),)
    assert not verschil.nieuw


def test_wat_dubbel_is_wordt_niet_gegokt():
    eerste = BOEK.producten[0]
    oud = met(producten=(eerste, eerste.model_copy(update={"id": "b"})))
    nieuw = met(producten=(eerste.model_copy(update={"id": "c"}),))
    verschil = vergelijk(oud, nieuw)
    assert ([p.id for p in verschil.vervallen], [p.id for p in verschil.nieuw]) == (["b", "basis-ggz"], ["c"])


def test_segmenten_tellen_mee():
    eerste, tweede, *rest = BOEK.segmenten
    ander = tweede.model_copy(update={"naam": "Anders"})
    verschil = vergelijk(met(segmenten=(eerste, tweede)), met(segmenten=(ander, *rest)))
    assert [s.id for s in verschil.segmenten_vervallen] == ["1"]
    assert [s.id for s in verschil.segmenten_nieuw] == ["3", "4", "5"]
    assert verschil.segmenten_veranderd[0].velden == (Veldverschil("naam", "Wonen", "Anders"),)


@settings(max_examples=40)
@given(boeken())
def test_een_boek_verschilt_niet_van_zichzelf(boek):
    assert vergelijk(boek, boek) == Verschil()
    andersom = boek.model_copy(update={"producten": boek.producten[::-1], "segmenten": boek.segmenten[::-1]})
    assert vergelijk(boek, andersom).is_leeg


@settings(max_examples=40)
@given(boeken(), boeken(), st.data())
def test_oud_en_nieuw_verwisselen_geeft_hetzelfde_andersom(een, twee, data):
    # Deels dezelfde producten, anders hebben twee willekeurige boeken nooit iets gemeen.
    gedeeld = data.draw(st.lists(st.sampled_from(een.producten), unique=True))
    eigen = tuple(p for p in twee.producten if p.id not in {g.id for g in gedeeld})
    anders = tuple(
        g.model_copy(update=data.draw(st.sampled_from([{}, {"zwaarte": 1}, {"id": g.id + "'"}]))) for g in gedeeld
    )
    twee = twee.model_copy(update={"producten": eigen + anders})
    verschil = vergelijk(een, twee)
    assert vergelijk(twee, een) == verschil.andersom()
    assert verschil.andersom().andersom() == verschil
    samen = {v.oud.id for v in verschil.veranderd} | {p.id for p in verschil.vervallen}
    assert samen <= {p.id for p in een.producten}
    assert len(een.producten) - len(verschil.vervallen) == len(twee.producten) - len(verschil.nieuw)
