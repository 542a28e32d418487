"""Wat als: alleen wat echt schuift, en het dossier blijft zoals het was. En twee producten naast elkaar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.kern.feit import Bekend, Onbekend
from jeugdteam_app.productenboek.boek import Norm, Vindplaats, boeken, laad
from jeugdteam_app.productenboek.voorwaarden import Uitslag
from jeugdteam_app.regels.advies import advies_over
from jeugdteam_app.regels.feitzin import normzin
from jeugdteam_app.regels.kandidaten import vergelijk_producten
from jeugdteam_app.regels.wat_als import veranderingen

OP = date(2026, 11, 24)
BOEK = laad("noord-veluwe")
BRON = Vindplaats(document="een bron", plaats="regel 1")
FEITEN = st.dictionaries(
    st.sampled_from(["kan_niet_wachten", "thuis_passend", "enkelvoudig", "ontlasten", "gevaar", "kan_open"]),
    st.sampled_from([Bekend("ja"), Bekend("nee"), Onbekend()]),
)


@given(FEITEN)
def test_zonder_ander_antwoord_schuift_er_niets(feiten):
    gegeven = advies_over(feiten, BOEK, OP)
    assert veranderingen(gegeven, advies_over(feiten, BOEK, OP)) == ()


@given(FEITEN, FEITEN)
def test_terugzetten_draait_elke_verandering_om(een, ander):
    a, b = advies_over(een, BOEK, OP), advies_over(een | ander, BOEK, OP)
    heen = {(v.deel, v.titel): (v.was, v.wordt, v.plek) for v in veranderingen(a, b)}
    terug = {(v.deel, v.titel): (v.wordt, v.was, v.plek[::-1]) for v in veranderingen(b, a)}
    assert heen == terug


def test_wie_niet_thuis_kan_wonen_ziet_segment_twee_verschijnen():
    thuis = {"thuis_passend": Bekend("ja"), "leeftijd": Bekend(10)}
    schuift = veranderingen(
        advies_over(thuis, BOEK, OP), advies_over(thuis | {"thuis_passend": Bekend("nee")}, BOEK, OP)
    )
    wonen = next(v for v in schuift if v.deel == "segmenten" and v.titel == "Wonen")
    assert (wonen.was, wonen.wordt) == (Uitslag.NEE, Uitslag.JA)
    pleegzorg = next(v for v in schuift if v.titel.startswith("Pleegzorg"))
    assert pleegzorg.plek[0] == 0 < pleegzorg.plek[1]


@pytest.mark.parametrize("id", boeken())
def test_elk_tweetal_producten_is_naast_elkaar_te_leggen(id):
    boek = laad(id)
    gegeven = advies_over({}, boek, max(boek.geldig_van, date(2021, 12, 1)))
    takken = {t.code: t for t in (*gegeven.voorstellen, *gegeven.afgevallen)}
    eerste = boek.producten[0]
    for ander in boek.producten:
        punten = vergelijk_producten((eerste, takken[eerste.id]), (ander, takken[ander.id]))
        assert all(p.een.zinnen or p.een.norm for p in punten)
        assert all(p.gelijk for p in punten) or ander is not eerste


@pytest.mark.parametrize(
    ("norm", "zin"),
    [
        (Norm(), "niet bekend"),
        (Norm(status="vastgesteld", waarde=8, eenheid="04/6", bron=BRON), "8 uur in totaal"),
        (Norm(status="voorbeeld", waarde=7800, eenheid="eurocent per uur", bron=BRON), "€ 78,00 per uur"),
        (Norm(status="vastgesteld", waarde=28, eenheid="dagen", bron=BRON), "28 dagen"),
    ],
)
def test_een_norm_staat_er_in_woorden(norm, zin):
    assert normzin(norm).replace("\u00a0", " ") == zin
