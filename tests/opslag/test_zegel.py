"""Het zegel volgt elke rij die in geen keten zit, en wat teruggedraaid wordt telt niet."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import hoofd, kluis, toegangslog
from jeugdteam_app.opslag.hoofd import Zorg
from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import waken, werkplek
from jeugdteam_app.werk.werkplek import Werkplek
from tests.bewijzen.werklasten import open_kluis, sleutel
from tests.conftest import MOMENT, WACHTZIN

ZET = "INSERT OR REPLACE INTO kluis VALUES (?, ?)"
SLEUTELS = st.sampled_from(["a", "b", "c"])
STAPPEN = st.lists(
    st.one_of(
        st.tuples(st.just(ZET), SLEUTELS, st.text(max_size=8)),
        st.tuples(st.just("UPDATE kluis SET waarde = ?2 WHERE sleutel >= ?1 AND sleutel < 'd'"), SLEUTELS, st.text(max_size=4)),
        st.tuples(st.just("DELETE FROM kluis WHERE sleutel = ?1 AND ?2 <> 'x'"), SLEUTELS, st.just("y")),
        st.tuples(st.just("INSERT OR IGNORE INTO kluis VALUES (?, ?)"), SLEUTELS, st.text(max_size=4)),
        st.just("terug"),
    ),
    max_size=12,
)  # fmt: skip


class Terug(Exception):
    pass


@pytest.fixture(scope="module")
def open_plek(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("zegel") / "kluis"
    kluis.maak(map_, sleutel(), kluis.sloten.Slotenbestand("k", "Proef"), "Proef").sluit()
    plek = open_kluis(map_)
    yield plek
    plek.sluit()


@settings(max_examples=300)
@given(STAPPEN)
def test_het_zegel_is_altijd_de_som_van_wat_er_staat(open_plek: Werkplek, stappen):
    for stap in stappen:
        # Terugdraaien kan alleen door een fout uit de transactie te laten gaan.
        with suppress(Terug), open_plek.kluis.transactie() as verbinding:
            if stap == "terug":
                verbinding.execute(ZET, ("a", "komt er niet"))
                raise Terug
            opdracht, *waarden = stap
            verbinding.execute(opdracht, waarden)
    zegel = open_plek.kluis.zegel
    assert int(zegel.stand[1], 16) == zegel._bereken()
    assert open_plek.kluis.vraag("SELECT waarde FROM kluis WHERE sleutel = 'zegel'") == [
        ("{}:{}".format(*zegel.stand),)
    ]


def heropen(plek, hoofden):
    map_ = plek.kluis.map
    plek.sluit()
    opnieuw = werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT))
    return opnieuw, waken.bekijk(opnieuw, hoofden)


def buitenom(plek, opdracht):
    """Een verandering die niet door het programma is gemaakt: op een andere verbinding, zonder dat er iets meetelt."""
    map_, hoofdsleutel = plek.kluis.map, plek.kluis.sleutel
    plek.sluit()
    verbinding = kluis.verbind(map_ / "kluis.db", hoofdsleutel)
    verbinding.execute(opdracht)
    verbinding.close()
    return werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT))


@pytest.mark.parametrize(
    "opdracht",
    [
        "DELETE FROM nummer",
        "UPDATE kluis SET waarde = 'iemand anders' WHERE sleutel = 'wie'",
        "UPDATE stroom SET gemaakt = 'eerder'",
        "INSERT INTO vernietigd VALUES ('x', 't', '')",
        "DELETE FROM kluis WHERE sleutel = 'zegel'",
        "UPDATE kluis SET waarde = '0:00' WHERE sleutel = 'zegel'",
        "UPDATE wijziging SET tijd = 'later' WHERE nr = 5",
        "DELETE FROM wijziging WHERE nr = 7",
        "UPDATE toegangslog SET wie = 'een ander' WHERE nr = 2",
        "UPDATE toegangslog SET functie = 'iets' WHERE nr = 2",
        "DELETE FROM toegangslog WHERE nr = 2",
    ],
)
def test_wat_buitenom_verandert_valt_op_tot_een_mens_verdergaat(voorbeeldplek, tmp_path, opdracht):
    hoofden = tmp_path / "hoofden"
    waken.onthoud(voorbeeldplek, hoofden)
    anders = buitenom(voorbeeldplek, opdracht)
    assert waken.bekijk(anders, hoofden) in {Zorg.NIET_HEEL, Zorg.OUDER}
    waken.onthoud(anders, hoofden)
    anders, zorg = heropen(anders, hoofden)
    assert zorg is Zorg.NIET_HEEL, "nog een keer openen maakt het niet goed"
    waken.ga_verder(anders, hoofden)
    anders, zorg = heropen(anders, hoofden)
    assert zorg is None
    assert "doorgegaan" in {r.wat for r in toegangslog.regels(anders.kluis)}
    waken.onthoud(anders, hoofden)
    weer = buitenom(anders, "DELETE FROM wijziging WHERE nr = 20")
    assert waken.bekijk(weer, hoofden) is Zorg.NIET_HEEL, "een nieuwe breuk valt weer op"
    weer.sluit()


def test_een_kluis_van_een_eerdere_versie_krijgt_haar_zegel_vanzelf(plek, tmp_path):
    oud = buitenom(plek, "UPDATE kluis SET waarde = '' WHERE sleutel = 'zegel'")
    assert waken.bekijk(oud, tmp_path / "hoofden") is None
    with oud.kluis.transactie():
        pass
    assert oud.kluis.zegel.stand[0] == 1
    waken.onthoud(oud, tmp_path / "hoofden")
    weer = buitenom(oud, "UPDATE kluis SET waarde = '' WHERE sleutel = 'zegel'")
    assert waken.bekijk(weer, tmp_path / "hoofden") is Zorg.OUDER, "zo komt niemand van het zegel af"
    weer.sluit()


def test_een_hoofd_van_een_eerdere_versie_kent_geen_zegel(plek, tmp_path):
    hoofden = tmp_path / "hoofden"
    van_toen = {tabel: hoofd._hoofd(plek.kluis, tabel) for tabel in hoofd._TABELLEN}
    hoofd._schrijf(plek.kluis, hoofden, van_toen)
    assert waken.bekijk(plek, hoofden) is None


def test_een_mislukte_transactie_laat_het_zegel_zoals_het_was(plek):
    ervoor = plek.kluis.zegel.stand
    with pytest.raises(ZeroDivisionError):
        with plek.kluis.transactie() as verbinding:
            verbinding.execute(ZET, ("x", "y"))
            plek.kluis.zegel.schrijf()
            _ = 1 / 0
    assert plek.kluis.zegel.stand == ervoor
    with plek.kluis.transactie() as verbinding:
        verbinding.execute(ZET, ("x", "z"))
    assert int(plek.kluis.zegel.stand[1], 16) == plek.kluis.zegel._bereken()


def test_een_nieuwe_hoofdsleutel_houdt_het_zegel(voorbeeldplek, tmp_path):
    from jeugdteam_app.opslag import vernieuwen
    from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
    from jeugdteam_app.sleutels.sloten import Slotenbestand

    waken.onthoud(voorbeeldplek, tmp_path / "hoofden")
    nieuw = vernieuwen.vernieuw(voorbeeldplek.kluis, Hoofdsleutel.nieuw(), Slotenbestand("k", "Proef", generatie=2))
    assert nieuw.zegel.is_heel
    nieuw.sluit()


def test_direct_na_het_bijwerken_is_een_hoofd_zonder_zegel_geen_ouder_bestand(plek, tmp_path):
    hoofden = tmp_path / "hoofden"
    van_toen = {tabel: hoofd._hoofd(plek.kluis, tabel) for tabel in hoofd._TABELLEN}
    hoofd._schrijf(plek.kluis, hoofden, van_toen)
    oud = buitenom(plek, "UPDATE kluis SET waarde = '' WHERE sleutel = 'zegel'")
    assert oud.kluis.zegel.stand[0] == 0
    assert waken.bekijk(oud, hoofden) is None
    oud.sluit()


def test_gewoon_werk_maakt_een_zegel_dat_niet_klopt_niet_goed(voorbeeldplek, tmp_path):
    hoofden = tmp_path / "hoofden"
    anders = buitenom(voorbeeldplek, "UPDATE nummer SET tijd = 'anders'")
    for _keer in range(2):
        with anders.kluis.transactie() as verbinding:
            verbinding.execute(ZET, ("x", "y"))
        anders, zorg = heropen(anders, hoofden)
        assert zorg is not None
    anders.sluit()


def test_wat_een_mens_al_zag_blijft_gezien_na_een_nieuwe_hoofdsleutel(voorbeeldplek, tmp_path):
    from jeugdteam_app.werk import vernieuwen

    hoofden = tmp_path / "hoofden"
    anders = buitenom(voorbeeldplek, "DELETE FROM wijziging WHERE nr = 20")
    assert waken.bekijk(anders, hoofden) is Zorg.NIET_HEEL
    waken.ga_verder(anders, hoofden)
    nieuw = "schaap fiets boter lamp wolk"
    vernieuwen.vernieuw(anders, vernieuwen.bereid_voor(anders, WACHTZIN, nieuw), hoofden, VLOER)
    assert waken.bekijk(anders, hoofden) is None
    anders.sluit()
