"""Het ecogram: een ring om het kind, met lijnen die zeggen hoe de band voelt, en dezelfde inhoud in woorden."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.ecogram import Bol, Ecogram, ecogram, in_woorden, teken
from jeugdteam_app.dossier.gezin import Bandsoort, Richting, Rol

VAK, KIER = (90.0, 30.0), 10.0


def test_op_volgorde_van_de_rol_en_zonder_wie_overleden_is():
    gevonden = ecogram(
        uitwisselvorm.lees({
            "jeugdige": {"roepnaam": "Sam"},
            "persoon_lijst": [
                {"sleutel": "persoon:juf", "voornamen": "Juf", "rol": "school"},
                {"sleutel": "persoon:noor", "voornamen": "Noor", "rol": "ouder"},
                {"sleutel": "persoon:oma", "voornamen": "Oma", "rol": "familie", "overleden": True},
            ],
            "steun": {"persoon:noor": {"band": "gespannen", "richting": "van_kind"}},
        })
    )  # fmt: skip
    assert [in_woorden(b) for b in gevonden.bollen] == [
        "Noor (ouder): een gespannen band, het kind steunt deze persoon",
        "Juf (school): nog niet over gesproken",
    ]


def bol(nummer, band=None, richting=None):
    return Bol(f"persoon:{nummer}", f"P{nummer}", Rol.FAMILIE, band, richting)


bollen = st.tuples(st.none() | st.sampled_from(Bandsoort), st.none() | st.sampled_from(Richting))


@given(st.lists(bollen, max_size=40), st.floats(100, 1200))
def test_geen_vak_raakt_een_ander_en_elke_lijn_loopt_van_rand_tot_rand(soorten, breedte):
    van = Ecogram("Sam", tuple(bol(n, *soort) for n, soort in enumerate(soorten)))
    tekening = teken(van, breedte, VAK, KIER)
    vakken = [*tekening.plekken.values(), tekening.midden]
    for (x1, y1), (x2, y2) in combinations(vakken, 2):
        assert abs(x1 - x2) >= VAK[0] - 0.01 or abs(y1 - y2) >= VAK[1] - 0.01
    for x, y in vakken:
        assert -0.01 <= x <= tekening.breedte - VAK[0] + 0.01
        assert -0.01 <= y <= tekening.hoogte - VAK[1] + 0.01
    for lijn in tekening.lijnen:
        assert op_de_rand(lijn.weg[0], tekening.midden)
        assert op_de_rand(lijn.weg[-1], tekening.plekken[lijn.bol.sleutel])


def op_de_rand(punt, hoek):
    naast_x, naast_y = abs(punt[0] - hoek[0] - VAK[0] / 2), abs(punt[1] - hoek[1] - VAK[1] / 2)
    return math.isclose(naast_x, VAK[0] / 2, abs_tol=0.01) or math.isclose(naast_y, VAK[1] / 2, abs_tol=0.01)


def test_elke_soort_band_ziet_er_anders_uit():
    def lijn(band, richting=None):
        return teken(Ecogram("Sam", (bol(1, band, richting),)), 400, VAK, KIER).lijnen[0]

    assert len(lijn(Bandsoort.GESPANNEN).weg) > 3
    assert len(lijn(Bandsoort.VERBROKEN).dwars) == 2
    assert not lijn(Bandsoort.STERK).dwars
    assert [len(lijn(None, r).pijlen) for r in (None, *Richting)] == [0, 1, 1, 2]


@pytest.mark.parametrize("aantal", range(1, 13))
@pytest.mark.parametrize(
    ("breedte", "vak", "kier"), [(760, (150, 60), 20), (620, (240, 120), 40), (900, (220, 110), 26)]
)
def test_elke_lijn_boven_en_onder_is_lang_genoeg_om_twee_pijlen_te_zien(aantal, breedte, vak, kier):
    bollen = tuple(Bol(f"persoon:{n}", f"Naam {n}", None, None, Richting.OVER_EN_WEER) for n in range(aantal))
    getekend = teken(Ecogram("Sam", bollen), breedte, vak, kier)
    hart = getekend.midden[1] + vak[1] / 2
    for lijn in getekend.lijnen:
        (x1, y1), (x2, y2) = lijn.weg[0], lijn.weg[-1]
        if abs(getekend.plekken[lijn.bol.sleutel][1] + vak[1] / 2 - hart) > kier:
            assert math.hypot(x2 - x1, y2 - y1) >= 3 * kier - 1e-6
