"""De kaart van wat meespeelt: elk vak op zijn plek, geen vak over een ander, en geen pijl dwars door een vak."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.analyse import Soortfactor
from jeugdteam_app.dossier.samenhang import KOLOMMEN, VRAAG, Maat, Pijl, Samenhang, Vak, deel_in, samenhang

MAAT = Maat(breed=200, tussen_kolommen=80, tussen_vakken=20)


def kaart(soorten, pijlen=()):
    vakken = tuple(Vak(f"f{n}", f"Wat speelt {n}", soort) for n, soort in enumerate(soorten))
    getrokken = [Pijl(f"f{van}", f"f{naar}", zelf=True) for van, naar in pijlen]
    met_pijl = {p.van for p in getrokken}
    vanzelf = [Pijl(v.sleutel, VRAAG, zelf=False) for v in vakken if v.sleutel not in met_pijl]
    return Samenhang((*vakken, Vak(VRAAG, "Hoe komt het?", None)), (*getrokken, *vanzelf), ())


def hoogte(vak):
    return 40 + len(vak.tekst) * 3


KAARTEN = st.lists(st.sampled_from(KOLOMMEN), min_size=1, max_size=24).flatmap(
    lambda soorten: st.builds(
        kaart,
        st.just(soorten),
        st.lists(
            st.tuples(st.integers(0, len(soorten) - 1), st.integers(0, len(soorten) - 1)).filter(
                lambda p: p[0] != p[1]
            ),
            max_size=24,
            unique=True,
        ),
    )
)


@given(KAARTEN)
def test_elk_vak_staat_er_een_keer_en_nergens_overheen(van):
    tekening = deel_in(van).teken(hoogte, MAAT)
    assert sorted(p.vak.sleutel for p in tekening.plekken) == sorted(v.sleutel for v in van.vakken)
    assert {pijl for pijl, _ in tekening.lijnen} == set(van.pijlen)
    for een in tekening.plekken:
        assert 0 <= een.x <= tekening.breedte - MAAT.breed
        assert 0 <= een.y <= tekening.hoogte - een.hoogte + 1e-6
        for ander in tekening.plekken:
            if een is not ander and een.x == ander.x:
                assert een.y + een.hoogte <= ander.y or ander.y + ander.hoogte <= een.y


@given(KAARTEN)
def test_de_kolommen_staan_van_links_naar_rechts_rond_de_vraag(van):
    plekken = {p.vak.sleutel: p for p in deel_in(van).teken(hoogte, MAAT).plekken}
    volgorde = (*KOLOMMEN[:2], None, *KOLOMMEN[2:])
    for een in plekken.values():
        for ander in plekken.values():
            if volgorde.index(een.vak.aard) < volgorde.index(ander.vak.aard):
                assert een.x < ander.x


@given(KAARTEN)
def test_een_pijl_begint_en_eindigt_aan_de_rand_en_loopt_door_geen_ander_vak(van):
    tekening = deel_in(van).teken(hoogte, MAAT)
    plekken = {p.vak.sleutel: p for p in tekening.plekken}
    for pijl, punten in tekening.lijnen:
        for (x, y), bij in ((punten[0], plekken[pijl.van]), (punten[-1], plekken[pijl.naar])):
            assert x in (bij.x, bij.x + MAAT.breed)
            assert bij.y <= y <= bij.y + bij.hoogte
        for (x1, y1), (x2, _y2) in pairwise(punten[1:-1]):
            if abs(x1 - x2) == MAAT.breed:
                assert not any(p.x == min(x1, x2) and p.y < y1 < p.y + p.hoogte for p in tekening.plekken)


@given(KAARTEN)
def test_geen_pijl_loopt_van_het_blad(van):
    tekening = deel_in(van).teken(hoogte, MAAT)
    for _pijl, punten in tekening.lijnen:
        assert all(0 < y < tekening.hoogte and 0 <= x <= tekening.breedte for x, y in punten)


@given(KAARTEN)
def test_dezelfde_kaart_geeft_dezelfde_tekening(van):
    assert deel_in(van).teken(hoogte, MAAT) == deel_in(van).teken(hoogte, MAAT)


def test_een_lege_kaart_heeft_alleen_de_vraag():
    tekening = deel_in(kaart([])).teken(hoogte, MAAT)
    assert [p.vak.sleutel for p in tekening.plekken] == [VRAAG]
    assert (tekening.breedte, tekening.plekken[0].x) == (MAAT.breed, 0)


@pytest.fixture
def dossier():
    return uitwisselvorm.lees({
        "hulpvraag_lijst": [{"tekst": "Hoe krijgen we rust?"}],
        "factor_lijst": [
            {"tekst": "Voorzichtig", "aard": "kwetsbaarmakend"},
            {"tekst": "Een spreekbeurt", "aard": "uitlokkend"},
            {"tekst": "Nog niet ingedeeld"},
            {"tekst": "", "aard": "beschermend"},
        ],
    })  # fmt: skip


def test_uit_het_dossier_komt_wat_er_staat(dossier):
    van = samenhang(dossier)
    assert [(v.tekst, v.aard) for v in van.vakken] == [
        ("Voorzichtig", Soortfactor.KWETSBAARMAKEND),
        ("Een spreekbeurt", Soortfactor.UITLOKKEND),
        ("Hoe krijgen we rust?", None),
    ]
    assert [v.tekst for v in van.los] == ["Nog niet ingedeeld"]
    assert all(not p.zelf and p.naar == VRAAG for p in van.pijlen)
    assert [v.sleutel for v in van.van(van.vakken[0].sleutel)] == [VRAAG]
