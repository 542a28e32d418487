"""Productenboeken: wat onbekend is blijft onbekend, en een eigen boek klopt of wordt geweigerd."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.kern.feit import Bekend, Onbekend
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.productenboek.boek import Aanzien, Normstatus, boeken, laad
from jeugdteam_app.productenboek.codelijsten import gemeenten
from jeugdteam_app.productenboek.profiel import uit_tekst, voorbeeldprofiel
from jeugdteam_app.productenboek.voorwaarden import Een, Uitslag, alle, een_van


@pytest.mark.parametrize("id", boeken())
def test_een_meegeleverd_boek_zegt_wat_het_is(id):
    boek = laad(id)
    assert boek.aanzien is not Aanzien.VASTGESTELD, "geen van deze boeken is openbaar vastgesteld"
    assert "niet het echte" in boek.toelichting
    for product in boek.producten:
        assert product.voorbeeld == ("(voorbeeld)" in product.naam)
        assert product.voorbeeld or "voorbeeldproduct" not in product.bron.plaats
        assert product.code in ("", "54001"), "dit is de enige code die in de bronnen staat"
        assert product.duur.status is Normstatus.ONBEKEND
        assert product.tarief.status in (Normstatus.ONBEKEND, Normstatus.VOORBEELD)
        # De enige norm in de bronnen: hoogstens acht uur EMDR bij de huisarts in Heemskerk (004).
        assert product.intensiteit.status is Normstatus.ONBEKEND or product.id == "poh-emdr"


@pytest.mark.parametrize("id", boeken())
def test_een_gesloten_plek_is_nooit_een_product(id):
    namen = " ".join(p.naam + p.omschrijving for p in laad(id).producten).lower()
    assert "gesloten" not in namen
    assert "jeugdzorgplus" not in namen.replace(" ", "")


@pytest.mark.parametrize("id", boeken())
def test_wat_een_gezin_heeft_telt_nooit_tegen_een_product(id):
    feiten = {v.feit for p in laad(id).producten for v in (*p.voorwaarden, *p.niet_voor)}
    assert "geld_knelt" not in feiten


def ruw_boek():
    return laad("noord-veluwe").model_dump(mode="json")


def bewaar(tmp_path, gegevens):
    pad = tmp_path / "boek.json"
    pad.write_text(json.dumps(gegevens), encoding="utf-8")
    return str(pad)


def test_een_boek_heen_en_terug_is_gelijk(tmp_path):
    assert laad(bewaar(tmp_path, ruw_boek())) == laad("noord-veluwe")


def _kapot():
    def dubbel(b):
        b["producten"].append(b["producten"][0])

    def segment(b):
        b["producten"][0]["segment"] = "9"

    def code(b):
        b["producten"][0]["code"] = "43A01"

    def norm(b):
        b["producten"][0]["duur"] = {"status": "onbekend", "waarde": 3}

    def zonder_bron(b):
        b["producten"][0]["duur"] = {"status": "voorbeeld", "waarde": 3}

    def feit(b):
        b["producten"][0]["voorwaarden"][0]["feit"] = "typfout"

    def vorm(b):
        b["producten"][0]["voorwaarden"] = [{"soort": "tussen", "feit": "klachten", "van": 1}]

    return [dubbel, segment, code, norm, zonder_bron, feit, vorm]


@pytest.mark.parametrize("breek", _kapot(), ids=lambda f: f.__name__)
def test_een_boek_dat_niet_klopt_wordt_geweigerd(tmp_path, breek):
    boek = ruw_boek()
    breek(boek)
    with pytest.raises(InvoerFout, match="boek-vorm"):
        laad(bewaar(tmp_path, boek))


@pytest.mark.parametrize("inhoud", ["", "[" * 100_000, "geen json", '"\\ud800"'])
def test_geen_boek_is_een_gewone_melding(tmp_path, inhoud):
    pad = tmp_path / "boek.json"
    pad.write_text(inhoud, encoding="utf-8")
    with pytest.raises(InvoerFout):
        laad(str(pad))
    with pytest.raises(WereldFout, match="boek-niet-gevonden"):
        laad(str(tmp_path / "weg.json"))


NAMEN = ("gevaar", "kan_open", "maatregel", "netwerk_kan")
FEITEN = st.fixed_dictionaries({n: st.sampled_from([Bekend("ja"), Bekend("nee"), Onbekend()]) for n in NAMEN})
VOORWAARDEN = st.lists(
    st.builds(Een, feit=st.sampled_from(NAMEN), een_van=st.sampled_from([frozenset({"ja"}), frozenset({"nee"})])),
    max_size=5,
)


@given(VOORWAARDEN, FEITEN, st.fixed_dictionaries({n: st.sampled_from(["ja", "nee"]) for n in NAMEN}))
def test_een_zeker_antwoord_blijft_bij_elk_later_antwoord(voorwaarden, feiten, later):
    ingevuld = {n: f if isinstance(f, Bekend) else Bekend(later[n]) for n, f in feiten.items()}
    for weeg in (alle, een_van):
        nu = weeg(voorwaarden, feiten)
        if nu.uitslag is Uitslag.ONBEKEND:
            assert nu.hangt_af_van
            assert all(not isinstance(feiten[n], Bekend) for n in nu.hangt_af_van)
        else:
            assert weeg(voorwaarden, ingevuld).uitslag is nu.uitslag


def test_het_profiel_zegt_wat_ontbreekt():
    profiel = voorbeeldprofiel()
    assert profiel.ontbreekt(date(2026, 11, 24)) == ()
    assert profiel.model_copy(update={"mandaat": ""}).ontbreekt(date(2026, 11, 24)) == ("mandaat",)
    assert len(gemeenten()) == 342


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"gemeentecode": "9999"}, "gemeentecode-onbekend"),
        ({"aanbieders": [{"naam": "x", "agb": "1"}]}, "profiel-vorm"),
        ({"extra": 1}, "profiel-vorm"),
    ],
)
def test_een_profiel_dat_niet_klopt(anders, code):
    with pytest.raises(InvoerFout, match=code):
        uit_tekst(json.dumps(voorbeeldprofiel().model_dump(mode="json") | anders))
    with pytest.raises(InvoerFout, match="profiel-geen-json"):
        uit_tekst("{")
