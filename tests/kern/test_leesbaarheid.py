"""De leesindex: met de hand nagerekend, en nooit een plek buiten de tekst."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.kern.leesbaarheid import MINSTE_WOORDEN, Oordeel, lees, lettergrepen


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [("school", 1), ("moeder", 2), ("ideeën", 2), ("auto", 2), ("verklarende", 4), ("jeugdhulpverlener", 5), ("zo'n", 2),
     ("X", 1)],
)  # fmt: skip
def test_lettergrepen(woord, aantal):
    assert lettergrepen(woord) == aantal


def test_met_de_hand_nagerekend():
    # Dertien woorden in twee zinnen, en alleen "moeder" heeft twee lettergrepen.
    gelezen = lees("Sam gaat weer naar school. Soms is moeder nog bang in de klas.")
    assert gelezen.index == round(206.84 - 0.93 * 13 / 2 - 77 * 14 / 13)
    assert gelezen.oordeel is Oordeel.MAKKELIJK


def test_ambtelijk_is_moeilijk_en_wijst_aan_waar():
    tekst = (
        "Ten aanzien van de problematiek wordt gesignaleerd dat de opvoedingsverantwoordelijkheid door beide "
        "gezagdragende ouders onvoldoende gezamenlijk wordt vormgegeven. Dat is zo."
    )
    gelezen = lees(tekst)
    assert gelezen.oordeel is Oordeel.MOEILIJK
    assert [tekst[a:b] for a, b in gelezen.lange_zinnen] == [tekst.partition(" Dat is zo.")[0]]
    assert "opvoedingsverantwoordelijkheid" in [tekst[a:b] for a, b in gelezen.lange_woorden]


def test_te_kort_heeft_geen_index():
    assert lees("").index is None
    assert lees("Sam gaat goed.").oordeel is None


def test_een_punt_in_een_afkorting_of_getal_is_geen_einde_van_een_zin():
    met = "Sam eet elke dag fruit, bijv. een appel, d.w.z. om 3.30 uur of om 16.15 uur thuis bij tante Els. Dat helpt."
    gelezen = lees(met)
    assert [met[a:b] for a, b in gelezen.lange_zinnen] == [met.removesuffix(" Dat helpt.")]
    assert (
        lees("Sam is moe. hij slaapt slecht. hij eet goed. hij lacht weer veel.").index
        == lees("Sam is moe. Hij slaapt slecht. Hij eet goed. Hij lacht weer veel.").index
    )


@pytest.mark.parametrize("kort", ["We praten over Max. Hij wil", "Sam loopt 30 min. Hij wil"])
def test_een_afkorting_aan_het_einde_en_een_naam_die_erop_lijkt_zijn_wel_een_einde(kort):
    assert not lees(f"{kort} naar zee met de bus en met opa en oma.").lange_zinnen


@given(st.text())
def test_nooit_een_plek_buiten_de_tekst(tekst):
    gelezen = lees(tekst)
    for begin, einde in (*gelezen.lange_zinnen, *gelezen.lange_woorden):
        assert 0 <= begin < einde <= len(tekst)


@given(st.lists(st.sampled_from(["de", "school", "moeder", "verklarende"]), min_size=MINSTE_WOORDEN, max_size=60))
def test_een_zin_in_tweeen_knippen_maakt_nooit_moeilijker(woorden):
    half = len(woorden) // 2
    heel, geknipt = " ".join(woorden), " ".join(woorden[:half]) + ". " + " ".join(woorden[half:])
    assert (lees(geknipt).index or 0) >= (lees(heel).index or 0)
