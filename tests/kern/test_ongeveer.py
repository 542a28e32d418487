"""Een tijdstip zo precies als mensen het weten: niets erbij verzonnen, en heen en terug hetzelfde."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.ongeveer import Ongeveer, grenzen, lees_ongeveer, schrijf, toon_ongeveer

DAGEN = st.dates(date(1900, 1, 1), date(2100, 12, 31))
RUW = DAGEN.flatmap(lambda d: st.sampled_from([f"{d.year:04d}", f"{d.year:04d}-{d.month:02d}", d.isoformat()]))


@given(RUW)
def test_wat_getoond_wordt_leest_als_hetzelfde(ruw):
    assert lees_ongeveer(toon_ongeveer(ruw)) == ruw
    assert schrijf(*grenzen(ruw)) == ruw
    assert TypeAdapter(Ongeveer).validate_python(ruw) == ruw


@pytest.mark.parametrize(
    ("getypt", "ruw"),
    [
        ("2021", "2021"),
        ("3-2021", "2021-03"),
        ("03/2021", "2021-03"),
        ("4-3-2021", "2021-03-04"),
        (" 2021 ", "2021"),
        ("3 april 2021", "2021-04-03"),
        ("maart 2021", "2021-03"),
        ("2021-03", "2021-03"),
        ("٢٠٢١", "2021"),
        ("dec. 2020", "2020-12"),
    ],
)
def test_zoals_mensen_het_schrijven(getypt, ruw):
    assert lees_ongeveer(getypt) == ruw


@pytest.mark.parametrize("getypt", ["", "vorig jaar", "21", "13-2021", "0-2021", "3-21", "1850", "31-2-2021", "²021"])
def test_wat_geen_jaar_maand_of_dag_is_krijgt_een_zin(getypt):
    with pytest.raises(InvoerFout):
        lees_ongeveer(getypt)


@pytest.mark.parametrize("ruw", ["", "21", "2021-3", "2021-13", "2021-02-30", "2021-01-01-01", "jan"])
def test_een_andere_vorm_komt_het_dossier_niet_in(ruw):
    with pytest.raises(ValidationError):
        TypeAdapter(Ongeveer).validate_python(ruw)


def test_grenzen_van_een_schrikkelmaand():
    assert grenzen("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert grenzen("2023") == (date(2023, 1, 1), date(2023, 12, 31))
