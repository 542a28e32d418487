"""Wachttijden uit een bestand: elke fout met haar cel, en met één fout komt er niets binnen."""

import json
from datetime import date

import pytest
from openpyxl import Workbook

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.productenboek.beschikbaarheid import Wachttijd
from jeugdteam_app.productenboek.boek import laad
from jeugdteam_app.uitwisseling.wachttijden import WACHTTIJDKOLOMMEN, lees_wachttijden
from jeugdteam_app.zinnen.tabel import zin_bij_cel

VANDAAG = date(2026, 11, 24)
BOEK = laad("noord-veluwe")
NAMEN = [k.naam for k in WACHTTIJDKOLOMMEN]
GOED = {"aanbieder": "Voorbeeldzorg", "agb": "12345678", "product": "54001", "wachttijd_weken": 12, "datum": "1-11-2026", "opmerking": ""}  # fmt: skip
VERWACHT = Wachttijd(aanbieder="Voorbeeldzorg", agb="12345678", product="54001", weken=12, stand=date(2026, 11, 1))


def als_csv(tmp_path, *rijen):
    pad = tmp_path / "w.csv"
    pad.write_text("\n".join([";".join(NAMEN), *(";".join(str(r[n]) for n in NAMEN) for r in rijen)]), encoding="utf-8")
    return pad


def als_xlsx(tmp_path, *rijen):
    map_ = Workbook()
    map_.active.append(NAMEN)
    for rij in rijen:
        map_.active.append([rij[n] for n in NAMEN])
    map_.save(tmp_path / "w.xlsx")
    return tmp_path / "w.xlsx"


def als_json(tmp_path, *rijen):
    pad = tmp_path / "w.json"
    pad.write_text(json.dumps(rijen), encoding="utf-8")
    return pad


@pytest.mark.parametrize("maak", [als_csv, als_xlsx, als_json])
def test_elk_soort_bestand_geeft_hetzelfde(tmp_path, maak):
    gelezen = lees_wachttijden(
        maak(tmp_path, GOED, GOED | {"wachttijd_weken": "?", "agb": "", "aanbieder": "B"}), VANDAAG, BOEK
    )
    onbekend = VERWACHT.model_copy(update={"weken": None, "agb": "", "aanbieder": "B"})
    assert (gelezen.wachttijden, gelezen.fouten) == ((VERWACHT, onbekend), ())


FOUTEN = [
    ({"aanbieder": ""}, "A3", "cel-leeg"),
    ({"agb": "1234567"}, "B3", "agb-vorm"),
    ({"agb": "١٢٣٤٥٦٧٨"}, "B3", "agb-vorm"),
    ({"product": ""}, "C3", "cel-leeg"),
    ({"product": "weg"}, "C3", "product-niet-in-boek"),
    ({"wachttijd_weken": "-1"}, "D3", "getal-buiten-grens"),
    ({"wachttijd_weken": "lang"}, "D3", "getal-vorm"),
    ({"wachttijd_weken": "1000"}, "D3", "getal-buiten-grens"),
    ({"datum": ""}, "E3", "cel-leeg"),
    ({"datum": "30-2-2026"}, "E3", "datum-bestaat-niet"),
    ({"datum": "25-11-2026"}, "E3", "datum-in-de-toekomst"),
    ({"opmerking": "a\u202eb"}, "F3", "cel-verboden-teken"),
    ({}, "A3", "wachttijd-dubbel"),
]


@pytest.mark.parametrize(("anders", "cel", "code"), FOUTEN, ids=[f"{c}-{n}" for n, (_, _, c) in enumerate(FOUTEN)])
def test_elke_fout_noemt_haar_cel_en_er_komt_niets_binnen(tmp_path, anders, cel, code):
    gelezen = lees_wachttijden(als_csv(tmp_path, GOED, GOED | anders), VANDAAG, BOEK)
    assert [(m.cel, m.code) for m in gelezen.fouten] == [(cel, code)]
    assert gelezen.wachttijden is None
    assert "{" not in zin_bij_cel(gelezen.fouten[0])


@pytest.mark.parametrize("kolom", NAMEN)
def test_een_kolom_die_ontbreekt(tmp_path, kolom):
    pad = tmp_path / "w.csv"
    over = [n for n in NAMEN if n != kolom]
    pad.write_text("\n".join([";".join(over), ";".join(str(GOED[n]) for n in over)]), encoding="utf-8")
    gelezen = lees_wachttijden(pad, VANDAAG, BOEK)
    assert [(m.cel, m.code, m.gegevens) for m in gelezen.fouten] == [("A1", "kolom-ontbreekt", {"kolom": kolom})]


def test_in_json_is_de_cel_het_pad(tmp_path):
    gelezen = lees_wachttijden(als_json(tmp_path, GOED, GOED | {"agb": 1, "datum": True}), VANDAAG)
    assert [(m.cel, m.code) for m in gelezen.fouten] == [("1.agb", "agb-vorm"), ("1.datum", "datum-vorm")]
    onbekend = lees_wachttijden(als_json(tmp_path, GOED | {"extra": 1}), VANDAAG)
    assert [(m.cel, m.code) for m in onbekend.fouten] == [("extra", "kolom-onbekend")]


@pytest.mark.parametrize(
    "inhoud",
    ["{", "{}", "[1]", "[" * 100_000, '[{"agb": {"a": 1}}]', "9" * 10_000, '[{"agb": ' + "[" * 500 + "]" * 500 + "}]"],
)
def test_geen_lijst_is_een_gewone_fout(tmp_path, inhoud):
    pad = tmp_path / "w.json"
    pad.write_text(inhoud, encoding="utf-8")
    with pytest.raises(InvoerFout, match="wachttijden-geen-json"):
        lees_wachttijden(pad, VANDAAG)


@pytest.mark.parametrize("getal", ["1e999999999", "-1e999999999", "1e-999999999", "1e" + "9" * 60, "NaN", "-Infinity"])
@pytest.mark.parametrize("veld", ["aanbieder", "wachttijd_weken", "opmerking"])
def test_een_getal_dat_uitgeschreven_een_miljard_cijfers_is_blijft_kort(tmp_path, veld, getal):
    pad = als_json(tmp_path, GOED | {veld: "HIER"})
    pad.write_text(pad.read_text().replace('"HIER"', getal))
    gelezen = lees_wachttijden(pad, VANDAAG)
    if veld == "wachttijd_weken":
        assert [m.code for m in gelezen.fouten] == ["getal-vorm"]
    else:
        assert getal in repr(gelezen.wachttijden)
