"""Heen en terug: een boek in een werkmap komt er precies zo weer uit, of er komt geen werkmap."""

from datetime import date

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.productenboek import boek as boekmodule
from jeugdteam_app.productenboek.boek import Norm, Normstatus, Vindplaats, laad
from jeugdteam_app.uitwisseling.boekblad import lees_boek
from jeugdteam_app.uitwisseling.kolommen import KOLOMMEN
from jeugdteam_app.uitwisseling.sjabloon import schrijf_sjabloon
from tests.productenboek.boekjes import boeken

BOEK = laad("noord-veluwe")
NORM = Norm(status=Normstatus.VASTGESTELD, waarde=3, eenheid="04/2", bron=Vindplaats(document="d", plaats=""))


def met_eerste(**anders):
    eerste, *rest = BOEK.producten
    return BOEK.model_copy(update={"producten": (eerste.model_copy(update=anders), *rest)})


@pytest.mark.parametrize("id", boekmodule.boeken())
def test_elk_meegeleverd_boek_komt_heel_terug(tmp_path, id):
    pad = tmp_path / "s.xlsx"
    schrijf_sjabloon(laad(id), pad)
    proef = lees_boek(pad, None)
    assert proef.fouten == ()
    assert proef.boek == laad(id)
    assert list(tmp_path.iterdir()) == [pad]


@settings(max_examples=60)
@given(boeken(meeste=3))
def test_elk_boek_komt_heel_terug(tmp_path_factory, boek):
    pad = tmp_path_factory.mktemp("s") / "s.xlsx"
    schrijf_sjabloon(boek, pad)
    proef = lees_boek(pad, BOEK)
    assert (proef.fouten, proef.boek) == ((), boek)


def test_wat_op_een_formule_lijkt_is_tekst(tmp_path):
    boek = met_eerste(naam="=HYPERLINK(1)", doelgroep="+31", expertise="-", lees_zelf="@x")
    schrijf_sjabloon(boek, tmp_path / "s.xlsx")
    blad = load_workbook(tmp_path / "s.xlsx")["producten"]
    cellen = [c for rij in blad.iter_rows() for c in rij if c.value is not None]
    assert {c.data_type for c in cellen} <= {"s", "n"}
    assert {c.value for c in cellen if c.quotePrefix} == {"=HYPERLINK(1)", "+31", "-", "@x"}
    assert lees_boek(tmp_path / "s.xlsx").boek == boek


def test_het_sjabloon_helpt_met_keuzelijsten_en_uitleg(tmp_path):
    schrijf_sjabloon(BOEK, tmp_path / "s.xlsx")
    map_ = load_workbook(tmp_path / "s.xlsx")
    assert map_.sheetnames == ["producten", "uitleg", "boek", "segmenten"]
    blad = map_["producten"]
    assert blad.freeze_panes == "A2"
    koppen = {c.value: c for c in blad[1]}
    assert list(koppen) == [k.naam for k in KOLOMMEN]
    assert all(c.comment for c in koppen.values())
    lijsten = {str(v.sqref).split(":")[0]: v.formula1 for v in blad.data_validations.dataValidation}
    for naam in ("categorie", "segment", "eenheid", "freq", "plek", "verlengbaar", "tarief_status", "voorbeeld"):
        assert f"{koppen[naam].column_letter}2" in lijsten
    assert "stuks (output)" in lijsten[f"{koppen['eenheid'].column_letter}2"]
    # Excel weigert een lijst in een cel van meer dan 255 tekens.
    assert all(len(formule) <= 257 for formule in lijsten.values())
    uitleg = [c.value for rij in map_["uitleg"].iter_rows() for c in rij if c.value]
    assert {k.naam for k in KOLOMMEN} <= set(uitleg)
    assert any("nooit nul" in str(zin) for zin in uitleg)


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"naam": "a\x07b"}, "sjabloon-tekst"),
        ({"naam": "a\u202eb"}, "sjabloon-tekst"),
        ({"naam": "x" * 20_000}, "sjabloon-tekst"),
        ({"intensiteit": NORM.model_copy(update={"waarde": 0})}, "sjabloon-past-niet"),
        ({"combineerbaar_met": ("a;b",)}, "sjabloon-past-niet"),
        ({"lees_zelf": "  "}, "sjabloon-past-niet"),
    ],
)
def test_wat_niet_past_wordt_geweigerd_en_niet_half_geschreven(tmp_path, anders, code):
    with pytest.raises(InvoerFout, match=code):
        schrijf_sjabloon(met_eerste(**anders), tmp_path / "s.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_het_bestand_komt_er_heel_of_niet(tmp_path, monkeypatch):
    pad = tmp_path / "s.xlsx"
    pad.write_bytes(b"oud")
    with pytest.raises(InvoerFout, match="sjabloon-naam"):
        schrijf_sjabloon(BOEK, tmp_path / "s.csv")
    monkeypatch.setattr("os.fsync", lambda _n: (_ for _ in ()).throw(OSError("vol")))
    with pytest.raises(WereldFout, match="schrijven-mislukt"):
        schrijf_sjabloon(BOEK, pad)
    assert pad.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [pad]


def test_een_regio_vult_het_sjabloon_in_met_gewone_cellen(tmp_path):
    schrijf_sjabloon(BOEK, tmp_path / "s.xlsx")
    map_ = load_workbook(tmp_path / "s.xlsx")
    blad = map_["producten"]
    kolom = {c.value: c.column for c in blad[1]}
    rij = blad.max_row + 1
    ingevuld = {"segment": 4, "code": "45A04", "naam": "Nieuw", "eenheid": "uur", "freq": 2, "tarief": 78.35,
                "tarief_eenheid": "uur", "geldig_van": date(2026, 1, 1), "bron": "Boek 2026", "max_duur": 12,
                "max_duur_eenheid": "maanden"}  # fmt: skip
    for naam, waarde in ingevuld.items():
        blad.cell(rij, kolom[naam]).value = waarde
    map_.save(tmp_path / "s.xlsx")
    proef = lees_boek(tmp_path / "s.xlsx")
    assert proef.fouten == ()
    product = proef.boek.producten[-1]
    assert (product.id, product.segment, product.categorie, product.plek) == ("nieuw", "4", "45", "thuis")
    assert (product.tarief.waarde, product.tarief.eenheid) == (7835, "eurocent per uur")
    assert (product.duur.waarde, product.duur.eenheid) == (12, "maanden")
    assert product.geldig_van == date(2026, 1, 1)
    assert product.intensiteit == Norm()
