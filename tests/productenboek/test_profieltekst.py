"""Onderdelen van een profiel als regels tekst: wat erin gaat, komt er gelijk weer uit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.productenboek.profiel import (
    Aanbieder,
    Artikel,
    Huisarts,
    Mijlpaal,
    Nummerblok,
    Termijn,
    Termijnsoort,
)
from jeugdteam_app.productenboek.profieltekst import als_tekst, uit_tekst

WOORDEN = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=15)
AGB = st.from_regex(r"[0-9]{8}", fullmatch=True)
DAGEN = st.dates(date(2000, 1, 1), date(2060, 1, 1))
ARTIKELEN = st.builds(
    lambda a, o, m, van, tot: Artikel(
        artikel=a, onderwerp=o, maatstaf=m, geldig_van=min(van, tot or van), geldig_tot=tot and max(van, tot)
    ),
    WOORDEN, WOORDEN, st.one_of(st.just(""), WOORDEN), DAGEN, st.one_of(st.none(), DAGEN),
)  # fmt: skip


@given(
    st.fixed_dictionaries({
        "briefhoofd": st.lists(WOORDEN).map(tuple),
        "artikelen": st.lists(ARTIKELEN).map(tuple),
        "aanbieders": st.lists(st.builds(Aanbieder, naam=WOORDEN, agb=AGB)).map(tuple),
        "huisartsen": st.lists(st.builds(Huisarts, naam=WOORDEN, agb=AGB)).map(tuple),
        "nummerblok": st.one_of(
            st.none(), st.builds(lambda v, n: Nummerblok(van=v, tot_en_met=v + n), st.integers(1, 10**8), st.integers(0, 99))
        ),
        "praktijk_minuten": st.one_of(st.none(), st.integers(1, 9999)),
        "mijlpalen": st.lists(
            st.builds(Mijlpaal, jaren=st.integers(15, 20), maanden=st.integers(0, 11), wat=WOORDEN)
        ).map(tuple),
        "termijnen": st.lists(
            st.builds(Termijn, soort=st.sampled_from(Termijnsoort), aantal=st.integers(1, 50), bron=WOORDEN)
        ).map(tuple),
    })
)  # fmt: skip
def test_wat_erin_gaat_komt_er_gelijk_weer_uit(delen):
    assert {naam: uit_tekst(naam, als_tekst(deel)) for naam, deel in delen.items()} == delen


@pytest.mark.parametrize(
    ("naam", "inhoud", "code"),
    [
        ("artikelen", "artikel 4", "profiel-vorm"),
        ("artikelen", "artikel 4; eigen kracht; gisterochtend", "datum"),
        ("mijlpalen", "zestien; 0; praten", "profiel-vorm"),
        ("termijnen", "ooit; 5", "profiel-vorm"),
        ("nummerblok", "van; tot", "profiel-vorm"),
        ("nummerblok", "1; 5\n7; 9", "profiel-een-blok"),
        ("praktijk_minuten", "acht uur", "getal-vorm"),
    ],
)
def test_wat_niet_klopt_zegt_welk_onderdeel(naam, inhoud, code):
    with pytest.raises(InvoerFout, match=code) as gevangen:
        uit_tekst(naam, inhoud)
    assert gevangen.value.gegevens.get("plek", naam) == naam
