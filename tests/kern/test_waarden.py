"""Waarden die niet fout kunnen zijn."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.documenten.tekst import voluit
from jeugdteam_app.kern.bsn import Bsn
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import Eenheid, Frequentie, Omvang
from jeugdteam_app.kern.periode import Periode, is_minstens, leeftijd, lees_datum, toon_datum, verjaardag

DAGEN = st.dates(date(1950, 1, 1), date(2099, 12, 31))
PERIODEN = st.tuples(DAGEN, st.integers(0, 800)).map(lambda p: Periode(p[0], p[0] + timedelta(days=p[1])))


def test_bsn_uit_de_testreeks_en_met_voorloopnul():
    assert Bsn("9999 00 006") == "999900006"
    assert Bsn("010464554") == "010464554"
    assert "9999000" not in repr(Bsn("999900006"))


@pytest.mark.parametrize(
    ("tekst", "code"),
    [("123456789", "bsn-elfproef"), ("000000000", "bsn-elfproef"), ("12345678", "bsn-vorm"), ("١٢٣٤٥٦٧٨٢", "bsn-vorm")],
)
def test_bsn_dat_niet_kan(tekst, code):
    with pytest.raises(InvoerFout) as fout:
        Bsn(tekst)
    assert fout.value.code == code


@given(st.integers(999900006, 999999990), st.integers(0, 8), st.integers(1, 9))
def test_een_verkeerd_cijfer_in_een_bsn_valt_op(getal, plek, erbij):
    tekst = str(getal)
    try:
        Bsn(tekst)
    except InvoerFout:
        return
    anders = tekst[:plek] + str((int(tekst[plek]) + erbij) % 10) + tekst[plek + 1 :]
    with pytest.raises(InvoerFout):
        Bsn(anders)


@given(st.integers(0, 99_999_999_99))
def test_geld_heen_en_terug(centen):
    assert Geld.lees(str(Geld(centen))) == Geld(centen)


@pytest.mark.parametrize("tekst", ["1e9", "-5", "1,234", "9" * 400, "", "NaN", "1.23.456"])
def test_geld_dat_niet_kan(tekst):
    with pytest.raises(InvoerFout):
        Geld.lees(tekst)


@given(DAGEN)
def test_datum_heen_en_terug(dag):
    assert lees_datum(toon_datum(dag)) == dag == lees_datum(dag.isoformat()) == lees_datum(voluit(dag))


def test_een_kort_jaar_wordt_niet_geraden():
    with pytest.raises(InvoerFout, match="datum-jaar-kort"):
        lees_datum("3/11/26")


@pytest.mark.parametrize(
    "tekst", ["31-2-2026", "3-13-2026", "vandaag", "3-4-26", "1-1-1899", "2026-4", "3 foo 2026", "²-3-2026"]
)
def test_datum_die_niet_kan(tekst):
    with pytest.raises(InvoerFout):
        lees_datum(tekst)


@given(DAGEN, st.integers(0, 30))
def test_verjaardag_is_de_eerste_dag_van_die_leeftijd(geboren, jaren):
    dag = verjaardag(geboren, jaren)
    assert leeftijd(geboren, dag) == jaren
    assert leeftijd(geboren, dag - timedelta(days=1)) == jaren - 1
    assert is_minstens(geboren, jaren, dag)
    assert not is_minstens(geboren, jaren, dag - timedelta(days=1))
    assert not is_minstens(None, jaren, dag)


def dagen(periode: Periode) -> list[date]:
    return [periode.begin + timedelta(days=n) for n in range(periode.dagen)]


@given(PERIODEN)
def test_tellingen_zijn_die_van_dag_voor_dag(periode):
    alle = dagen(periode)
    assert periode.geraakte_weken == len({d.isocalendar()[:2] for d in alle})
    assert periode.geraakte_maanden == len({(d.year, d.month) for d in alle})
    assert periode.zondagen == sum(d.weekday() == 6 for d in alle) + (alle[-1].weekday() != 6)


def test_de_voorbeelden_van_de_standaard_geven_haar_eigen_getallen():
    """IV076: 3 uur per week, 11-10-2022 tot en met 28-12-2022 is 36 uur; 11-07 tot en met 04-09 is 24 uur."""
    drie = Omvang(3, Eenheid.UUR, Frequentie.PER_WEEK)
    assert drie.telling(Periode(date(2022, 10, 11), date(2022, 12, 28))).totaal == 36
    assert drie.telling(Periode(date(2022, 7, 11), date(2022, 9, 4))).totaal == 24
    per_maand = [(date(2022, 10, 11), date(2022, 10, 31), 12), (date(2022, 11, 1), date(2022, 11, 30), 15)]
    for begin, einde, totaal in [*per_maand, (date(2022, 12, 1), date(2022, 12, 28), 15)]:
        assert drie.telling(Periode(begin, einde)).totaal == totaal


@given(PERIODEN, st.integers(1, 1000))
def test_eigen_afleiding_is_gemerkt(periode, volume):
    for frequentie in Frequentie:
        telling = Omvang(volume, Eenheid.UUR, frequentie).telling(periode)
        assert telling.totaal == telling.aantal * volume
        assert telling.eigen_afleiding is (frequentie in (Frequentie.PER_DAG, Frequentie.PER_MAAND))


@pytest.mark.parametrize("eenheid", [Eenheid.ETMAAL, Eenheid.DAGDEEL, Eenheid.EUROS, Eenheid.STUKS_INSPANNING])
def test_deze_eenheden_kunnen_niet_per_dag(eenheid):
    with pytest.raises(InvoerFout, match="eenheid-niet-per-dag"):
        Omvang(1, eenheid, Frequentie.PER_DAG)


@pytest.mark.parametrize("volume", [0, -1, 100_000_000])
def test_volume_buiten_de_grens(volume):
    with pytest.raises(InvoerFout, match="volume-buiten-grens"):
        Omvang(volume, Eenheid.UUR, Frequentie.PER_WEEK)


@pytest.mark.parametrize(
    "tekst", ["3 mrt 2027", "3 Maart 2027", "3 - 3 - 2027", " 03/03/2027 ", "٣-٣-٢٠٢٧", "3.3.2027"]
)
def test_een_datum_zoals_een_familie_hem_schrijft(tekst):
    assert lees_datum(tekst) == date(2027, 3, 3)
