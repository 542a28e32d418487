"""Het boek van een regio: elke fout met haar cel en code, alles of niets, en niets geraden."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.productenboek.boek import Aanzien, Boekkop, Norm, Normstatus, Plek, laad
from jeugdteam_app.productenboek.voorwaarden import Bevat, Een, Minstens, Tussen
from jeugdteam_app.uitwisseling import voorwaardetekst
from jeugdteam_app.uitwisseling.boekblad import lees_boek
from jeugdteam_app.uitwisseling.kolommen import KOLOMMEN
from jeugdteam_app.uitwisseling.tabel import adres
from jeugdteam_app.zinnen import fouten, tabel
from tests.productenboek.boekjes import VOORWAARDEN

HUIDIG = laad("noord-veluwe")
C5 = [k.naam for k in KOLOMMEN if k.gevraagd]
GOED = {
    "regio": "Noord-Veluwe", "segment": "4", "code": "45A04", "naam": "Begeleiding", "categorie": "45",
    "eenheid": "uur", "freq": "per week", "bron": "Boek 2026, bladzijde 3",
}  # fmt: skip
KOP = Boekkop(
    id="b", regio="Noord-Veluwe", regels="noord-veluwe", versie="1", aanzien=Aanzien.VASTGESTELD,
    geldig_van=date(2026, 1, 1), segmenten=HUIDIG.segmenten,
)  # fmt: skip


def csv(tmp_path, *rijen, kolommen=None):
    namen = kolommen or [*C5, *dict.fromkeys(n for rij in rijen for n in rij if n not in C5)]
    regels = [namen, *([str(rij.get(n, "")) for n in namen] for rij in rijen)]
    pad = tmp_path / "b.csv"
    aangehaald = (";".join('"' + veld.replace('"', '""') + '"' for veld in regel) for regel in regels)
    pad.write_text("\n".join(aangehaald), encoding="utf-8")
    return pad


def proef(tmp_path, *, kop=KOP, **anders):
    return lees_boek(csv(tmp_path, GOED | anders), None, kop)


def een(tmp_path, **anders):
    gelezen = proef(tmp_path, **anders)
    assert gelezen.fouten == ()
    return gelezen.boek.producten[0]


def codes(meldingen):
    return [m.code for m in meldingen]


def test_de_22_kolommen_zijn_genoeg(tmp_path):
    assert len(C5) == 22
    product = een(tmp_path, tarief="1.250,00", tarief_eenheid="per uur", verlengbaar="ja", va_vereist="nee",
                  geldig_van="1-1-2026", geldig_tot="2026-12-31", combineerbaar_met="54001, 45A01")  # fmt: skip
    assert (product.eenheid, product.frequentie, product.zwaarte, product.voorbeeld) == (
        Eenheid.UUR, Frequentie.PER_WEEK, 3, False,
    )  # fmt: skip
    assert product.tarief.waarde == 125_000
    assert product.tarief.status is Normstatus.VASTGESTELD
    assert (product.verlengbaar, product.va_vereist, product.perspectiefplan_vereist) == (True, False, None)
    assert (product.geldig_van, product.geldig_tot) == (date(2026, 1, 1), date(2026, 12, 31))
    assert product.combineerbaar_met == ("54001", "45A01")
    assert (product.bron.document, product.bron.plaats) == ("Boek 2026", "bladzijde 3")


def test_kolommen_in_elke_volgorde_met_hoofdletters_accenten_en_leestekens(tmp_path):
    ander = [n.upper().replace("_", " ").replace("E", "É") + "." for n in reversed(C5)]
    waarden = dict(zip(ander, (GOED.get(n, "") for n in reversed(C5)), strict=True))
    gelezen = lees_boek(csv(tmp_path, waarden, kolommen=ander), None, KOP)
    assert gelezen.boek == proef(tmp_path).boek
    assert gelezen.boek is not None


NORMKOLOMMEN = ("max_intensiteit", "max_duur", "tarief")


@pytest.mark.parametrize("leeg", ["", "?", " ? "])
@pytest.mark.parametrize("kolom", NORMKOLOMMEN)
def test_een_lege_norm_is_onbekend_en_nooit_nul(tmp_path, kolom, leeg):
    product = een(tmp_path, **{kolom: leeg})
    assert (product.intensiteit, product.duur, product.tarief) == (Norm(), Norm(), Norm())


@pytest.mark.parametrize(("tekst", "centen"), [("78", 7800), ("1.250,00", 125_000), ("0,1", 10), ("€ 999.999,99", 99_999_999), ("0", 0)])  # fmt: skip
def test_bedragen_worden_precies_centen(tmp_path, tekst, centen):
    assert een(tmp_path, tarief=tekst).tarief.waarde == centen


@given(st.integers(0, 99_999_999))
def test_een_bedrag_als_getal_in_een_werkmap_is_op_de_cent_precies(tmp_path_factory, centen):
    map_ = Workbook()
    map_.active.append(C5)
    map_.active.append([centen / 100 if n == "tarief" else GOED.get(n) for n in C5])
    pad = tmp_path_factory.mktemp("c") / "a.xlsx"
    map_.save(pad)
    gelezen = lees_boek(pad, None, KOP)
    assert gelezen.fouten == ()
    assert gelezen.boek.producten[0].tarief.waarde == centen


@pytest.mark.parametrize(
    ("eenheid", "freq", "gelezen"),
    [("4", "2", ("04", "2")), ("04", "totaal", ("04", "6")), ("Etmaal", "per maand", ("14", "4")), ("dagdelen", "week", ("16", "2")),
     ("minuut", "per dag", ("01", "1")), ("euro", "in totaal", ("83", "6")), ("stuks (output)", "6", ("82", "6")), ("stuks", "6", ("84", "6"))],
)  # fmt: skip
def test_eenheid_en_frequentie_als_code_of_woord(tmp_path, eenheid, freq, gelezen):
    product = een(tmp_path, eenheid=eenheid, freq=freq)
    assert (product.eenheid, product.frequentie) == gelezen


@pytest.mark.parametrize(
    ("anders", "intensiteit", "duur"),
    [
        ({"max_intensiteit": "3", "max_duur": "365"}, (3, "04/2"), (365, "dagen")),
        ({"max_intensiteit": "3 uur per maand", "max_duur": "12 maanden"}, (3, "04/4"), (12, "maanden")),
        ({"max_intensiteit": "3", "max_duur": "2", "max_duur_eenheid": "jaren", "max_intensiteit_eenheid": "?"}, (3, ""), (2, "jaar")),
    ],
)  # fmt: skip
def test_een_norm_houdt_haar_eenheid_en_wordt_niet_omgerekend(tmp_path, anders, intensiteit, duur):
    product = een(tmp_path, **anders)
    assert (product.intensiteit.waarde, product.intensiteit.eenheid) == intensiteit
    assert (product.duur.waarde, product.duur.eenheid) == duur


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("klachten: licht, matig", (Een(feit="klachten", een_van={"licht", "matig"}),)),
        ("Leeftijd: 0-22; hulp voor: Kind;", (Tussen(feit="leeftijd", van=0, tot_en_met=22), Bevat(feit="hulp_voor", bevat={"kind"}))),
        ("probleemgebieden: minstens 2", (Minstens(feit="probleemgebieden", minstens=2),)),
        ("leeftijd: vanaf 12", (Tussen(feit="leeftijd", van=12, tot_en_met=999),)),
        ("leeftijd: tot en met 12", (Tussen(feit="leeftijd", van=0, tot_en_met=12),)),
        ("", ()),
    ],
)  # fmt: skip
def test_indicatie_die_mensen_typen_wordt_voorwaarde(tmp_path, tekst, verwacht):
    product = een(tmp_path, indicatie=tekst, niet_voor=tekst)
    assert (product.voorwaarden, product.niet_voor, product.lees_zelf) == (verwacht, verwacht, "")


@pytest.mark.parametrize(
    "tekst",
    ["Lichte klachten", "klachten: zwaar", "klachten: licht; verder lezen", "leeftijd: 22-0", "leeftijd: jong", "onzin: ja",
     "klachten: minstens 2", "klachten:", "leeftijd: -3", "naar_school: ja, misschien", ": ja"],
)  # fmt: skip
def test_andere_tekst_blijft_heel_voor_een_mens(tmp_path, tekst):
    gelezen = proef(tmp_path, indicatie=tekst)
    product = gelezen.boek.producten[0]
    assert (product.voorwaarden, product.lees_zelf) == ((), tekst)
    assert "indicatie-lees-zelf" in codes(gelezen.opmerkingen)
    assert een(tmp_path, niet_voor=tekst, lees_zelf="Eerst dit.").lees_zelf == f"Eerst dit.\nNiet voor: {tekst}"


@given(VOORWAARDEN)
def test_voorwaarden_heen_en_terug(voorwaarden):
    assert voorwaardetekst.lees(voorwaardetekst.schrijf(voorwaarden)) == voorwaarden


@given(st.text(max_size=40))
def test_lezen_van_voorwaarden_valt_nooit_om(tekst):
    gelezen = voorwaardetekst.lees(tekst)
    assert gelezen is None or voorwaardetekst.lees(voorwaardetekst.schrijf(gelezen)) == gelezen


# --- fouten ---

FOUTEN = [
    ({"segment": ""}, "segment", "cel-leeg"),
    ({"naam": ""}, "naam", "cel-leeg"),
    ({"bron": ""}, "bron", "cel-leeg"),
    ({"eenheid": ""}, "eenheid", "cel-leeg"),
    ({"freq": "?"}, "freq", "cel-leeg"),
    ({"categorie": "", "code": ""}, "categorie", "cel-leeg"),
    ({"regio": "Elders"}, "regio", "regio-anders"),
    ({"categorie": "99", "code": ""}, "categorie", "categorie-onbekend"),
    ({"categorie": "4", "code": ""}, "categorie", "categorie-onbekend"),
    ({"categorie": "451", "code": ""}, "categorie", "categorie-onbekend"),
    ({"code": "45A0"}, "code", "code-vorm"),
    ({"code": "45A0é"}, "code", "code-vorm"),
    ({"code": "44A01"}, "code", "code-andere-categorie"),
    ({"eenheid": "week"}, "eenheid", "eenheid-onbekend"),
    ({"freq": "3"}, "freq", "frequentie-onbekend"),
    ({"eenheid": "etmaal", "freq": "per dag"}, "freq", "eenheid-niet-per-dag"),
    ({"max_intensiteit": "0"}, "max_intensiteit", "getal-buiten-grens"),
    ({"max_intensiteit": "-1"}, "max_intensiteit", "getal-buiten-grens"),
    ({"max_intensiteit": "9" * 300}, "max_intensiteit", "getal-buiten-grens"),
    ({"max_intensiteit": "1,5"}, "max_intensiteit", "getal-vorm"),
    ({"max_intensiteit": "3 keer"}, "max_intensiteit", "norm-eenheid"),
    ({"max_duur": "40000"}, "max_duur", "getal-buiten-grens"),
    ({"max_duur": "lang"}, "max_duur", "getal-vorm"),
    ({"max_duur": "2 jaar", "max_duur_eenheid": "dagen"}, "max_duur_eenheid", "norm-eenheid-dubbel"),
    ({"tarief": "duur"}, "tarief", "geld-vorm"),
    ({"tarief": "-5"}, "tarief", "geld-negatief"),
    ({"tarief": "1.000.000,00"}, "tarief", "bedrag-buiten-grens"),
    ({"tarief": "5", "tarief_status": "onbekend"}, "tarief_status", "norm-onbekend-met-waarde"),
    ({"tarief_status": "vastgesteld"}, "tarief", "norm-zonder-waarde"),
    ({"tarief_status": "misschien"}, "tarief_status", "cel-keuze"),
    ({"tarief_datum": "31-2-2026"}, "tarief_datum", "datum-bestaat-niet"),
    ({"verlengbaar": "soms"}, "verlengbaar", "cel-ja-nee"),
    ({"geldig_van": "gisteren"}, "geldig_van", "datum-vorm"),
    ({"geldig_van": "1-1-26"}, "geldig_van", "datum-jaar-kort"),
    ({"geldig_van": "1-1-1800"}, "geldig_van", "datum-jaar"),
    ({"geldig_van": "2-1-2026", "geldig_tot": "1-1-2026"}, "geldig_tot", "periode-omgekeerd"),
    ({"plek": "maan"}, "plek", "cel-keuze"),
    ({"zwaarte": "6"}, "zwaarte", "getal-buiten-grens"),
    ({"doelgroep": "=1+1"}, "doelgroep", "cel-formule"),
    ({"doelgroep": "a\u202eb"}, "doelgroep", "cel-verboden-teken"),
    ({"naam": "a\x07b"}, "naam", "cel-verboden-teken"),
    ({"doelgroep": "x" * 40_000}, "doelgroep", "cel-te-lang"),
]


@pytest.mark.parametrize(("anders", "kolom", "code"), FOUTEN, ids=[f"{k}-{c}" for _, k, c in FOUTEN])
def test_elke_fout_noemt_haar_cel_en_er_is_geen_boek(tmp_path, anders, kolom, code):
    gelezen = lees_boek(csv(tmp_path, GOED, GOED | {"naam": "Tweede"} | anders), None, KOP)
    namen = [*C5, *(n for n in anders if n not in C5)]
    assert [(m.cel, m.code) for m in gelezen.fouten] == [(adres(namen.index(kolom) + 1, 3), code)]
    assert gelezen.boek is None
    zin = tabel.zin_bij_cel(gelezen.fouten[0])
    assert "{" not in zin
    assert not set("\u202e\x07") & set(zin)


def test_alle_fouten_tegelijk_niet_alleen_de_eerste(tmp_path):
    slecht = {"segment": "", "freq": "soms", "tarief": "x", "geldig_van": "x"}
    gelezen = lees_boek(csv(tmp_path, GOED | slecht, GOED | slecht | {"naam": "b"}), None, KOP)
    assert len(gelezen.fouten) == 8
    assert len({m.cel for m in gelezen.fouten}) == 8


def test_bij_duizenden_fouten_houdt_het_nakijken_op_en_zegt_dat(tmp_path):
    rijen = [GOED | {"freq": "soms", "tarief": "x", "naam": f"n{n}"} for n in range(2_990)]
    gelezen = lees_boek(csv(tmp_path, *rijen), None, KOP)
    assert codes(gelezen.fouten)[-1] == "te-veel-fouten"
    assert codes(gelezen.fouten).count("te-veel-fouten") == 1
    assert len(gelezen.fouten) == 5_001
    assert gelezen.boek is None


def test_getallen_in_een_werkmap_hebben_dezelfde_grenzen(tmp_path):
    def lees(kolom, waarde):
        map_ = Workbook()
        map_.active.append(C5)
        map_.active.append([waarde if n == kolom else GOED.get(n) for n in C5])
        map_.save(tmp_path / "a.xlsx")
        return codes(lees_boek(tmp_path / "a.xlsx", None, KOP).fouten)

    assert lees("tarief", 78.345) == ["geld-deel-van-cent"]
    assert lees("tarief", -0.01) == ["geld-negatief"]
    assert lees("tarief", 1e300) == ["bedrag-buiten-grens"]
    assert lees("max_duur", 1e300) == ["getal-buiten-grens"]
    assert lees("max_duur", 1.5) == ["getal-vorm"]
    assert lees("geldig_van", 46115) == ["datum-vorm"]
    assert lees("verlengbaar", True) == []


def kolomfouten(tmp_path, kolommen, *rijen):
    return [(m.cel, m.code) for m in lees_boek(csv(tmp_path, *rijen, kolommen=kolommen), None, KOP).fouten]


def test_een_kopregel_die_niet_klopt(tmp_path):
    for kolom in C5:
        assert kolomfouten(tmp_path, [n for n in C5 if n != kolom], GOED) == [("A1", "kolom-ontbreekt")]
    assert kolomfouten(tmp_path, [*C5, "tarieff"], GOED) == [("W1", "kolom-onbekend")]
    assert kolomfouten(tmp_path, [*C5, "Naam"], GOED) == [("W1", "kolom-dubbel")]
    assert kolomfouten(tmp_path, [*C5, ""], GOED | {"": "los"}) == [("W2", "kolom-zonder-naam")]
    assert kolomfouten(tmp_path, C5) == [("A2", "blad-zonder-rijen")]
    pad = tmp_path / "leeg.csv"
    pad.write_text("", encoding="utf-8")
    assert codes(lees_boek(pad, None, KOP).fouten) == ["blad-leeg"]


def test_dubbele_producten_en_ids(tmp_path):
    dubbel = lees_boek(csv(tmp_path, GOED, GOED), None, KOP)
    assert [(m.cel, m.code) for m in dubbel.fouten] == [("D3", "product-dubbel")]
    zelfde = lees_boek(csv(tmp_path, GOED | {"id": "x"}, GOED | {"id": "x", "naam": "b"}), None, KOP)
    assert [(m.cel, m.code) for m in zelfde.fouten] == [("W3", "id-dubbel")]


# --- wat we invullen, staat als opmerking ---


def test_wat_we_zelf_invullen_staat_erbij(tmp_path):
    gelezen = proef(
        tmp_path, segment="Iets nieuws", categorie="", max_duur="30", tarief="5", eenheid="stuks", doelgroep=" a"
    )
    assert set(codes(gelezen.opmerkingen)) == {
        "segment-nieuw", "categorie-uit-code", "code-niet-in-lijst", "plek-afgeleid", "zwaarte-aangenomen", "duur-in-dagen",
        "norm-status-aangenomen", "tarief-eenheid-afgeleid", "stuks-inspanning", "cel-spatie",
    }  # fmt: skip
    nieuw = gelezen.boek.segmenten[-1]
    assert (nieuw.id, nieuw.naam, nieuw.omschreven) == ("Iets nieuws", "Iets nieuws", False)
    assert all("{" not in tabel.zin_bij_cel(m) for m in gelezen.opmerkingen)


@pytest.mark.parametrize(("categorie", "plek"), [("43", Plek.RESIDENTIEEL), ("44", Plek.RESIDENTIEEL), ("41", Plek.DAG), ("45", Plek.THUIS)])  # fmt: skip
def test_een_plek_volgt_uit_de_categorie(tmp_path, categorie, plek):
    assert een(tmp_path, categorie=categorie, code="").plek is plek


def test_een_segment_bij_zijn_nummer_of_naam(tmp_path):
    assert een(tmp_path, segment="crisis").segment == "5"
    assert een(tmp_path, segment=" 5 ").segment == "5"


@pytest.mark.parametrize(("aanzien", "status"), [(Aanzien.VASTGESTELD, Normstatus.VASTGESTELD), (Aanzien.WERKDOCUMENT, Normstatus.VOORBEELD)])  # fmt: skip
def test_een_norm_is_alleen_vastgesteld_in_een_vastgesteld_boek(tmp_path, aanzien, status):
    kop = KOP.model_copy(update={"regels": "", "aanzien": aanzien, "segmenten": ()})
    assert proef(tmp_path, kop=kop, tarief="5").boek.producten[0].tarief.status is status


def test_zonder_kop_is_er_geen_boek_en_met_het_huidige_een_nieuwe_versie(tmp_path):
    pad = csv(tmp_path, GOED | {"naam": "Basis-ggz", "code": "54001", "categorie": "54"})
    zonder = lees_boek(pad, None)
    assert ([(m.cel, m.code) for m in zonder.fouten], zonder.boek) == ([("", "kop-ontbreekt")], None)
    met = lees_boek(pad, HUIDIG)
    assert met.boek.segmenten == HUIDIG.segmenten
    assert met.boek.gemeenten == HUIDIG.gemeenten
    assert met.boek.producten[0].id == "basis-ggz"
    assert "kop-van-huidig" in codes(met.opmerkingen)


# --- het blad 'boek' ---


def werkmap(tmp_path, boek, segmenten=()):
    map_ = Workbook()
    map_.active.title = "producten"
    map_.active.append(C5)
    map_.active.append([GOED.get(n) for n in C5])
    blad = map_.create_sheet("boek")
    for rij in boek:
        blad.append(rij)
    if segmenten:
        blad = map_.create_sheet("segmenten")
        for rij in segmenten:
            blad.append(rij)
    map_.save(tmp_path / "w.xlsx")
    return [(m.cel, m.code) for m in lees_boek(tmp_path / "w.xlsx").fouten]


DELEN = [("onderdeel", "waarde"), ("id", "b"), ("regio", "Noord-Veluwe"), ("versie", 2026), ("aanzien", "vastgesteld"), ("geldig_van", date(2026, 1, 1))]  # fmt: skip


def test_het_blad_boek_klopt_of_noemt_zijn_cel(tmp_path):
    assert werkmap(tmp_path, DELEN) == []
    assert werkmap(tmp_path, DELEN[:-1]) == [("boek!A1", "kop-onderdeel-ontbreekt")]
    assert werkmap(tmp_path, [*DELEN, ("naam", "x")]) == [("boek!A7", "kop-onderdeel-onbekend")]
    assert werkmap(tmp_path, [*DELEN, ("Id", "x")]) == [("boek!A7", "kop-onderdeel-dubbel")]
    assert werkmap(tmp_path, [*DELEN[:4], ("aanzien", "nieuw"), DELEN[5]]) == [("boek!B5", "cel-keuze")]
    assert werkmap(tmp_path, [*DELEN, ("geldig_tot", "1-1-2020")]) == [("boek!B7", "periode-omgekeerd")]
    assert werkmap(tmp_path, [*DELEN, ("toelichting", "a\u202eb")]) == [("boek!B7", "cel-verboden-teken")]
    kop = ("id", "naam", "bron")
    assert werkmap(tmp_path, DELEN, [kop, ("4", "a", "d"), ("4", "b", "d")]) == [("segmenten!A3", "segment-dubbel")]
    assert werkmap(tmp_path, DELEN, [kop, ("4", "a", None)]) == [("segmenten!C2", "cel-leeg")]


# --- json ---


def test_json_gaat_door_hetzelfde_model_met_het_pad_als_cel(tmp_path):
    ruw = HUIDIG.model_dump(mode="json")
    pad = tmp_path / "b.json"
    pad.write_text(json.dumps(ruw), encoding="utf-8")
    assert lees_boek(pad, None).boek == HUIDIG
    ruw["producten"][2]["zwaarte"] = 9
    ruw["producten"][3]["code"] = "x"
    ruw["producten"][4]["\u202ekwaad"] = 1
    pad.write_text(json.dumps(ruw), encoding="utf-8")
    gelezen = lees_boek(pad, None)
    assert [m.cel for m in gelezen.fouten] == ["producten.2.zwaarte", "producten.3.code", "producten.4.?"]
    assert gelezen.boek is None
    ruw = HUIDIG.model_dump(mode="json")
    ruw["producten"][0]["naam"] = "a\u202eb"
    pad.write_text(json.dumps(ruw), encoding="utf-8")
    assert [(m.cel, m.code) for m in lees_boek(pad).fouten] == [("producten.0.naam", "cel-verboden-teken")]


def test_een_lijst_rijen_in_json_leest_als_een_blad(tmp_path):
    als_csv = proef(tmp_path, max_intensiteit=3, voorbeeld="nee").boek
    rij = GOED | {"max_intensiteit": 3, "voorbeeld": False, "tarief": None}
    (pad := tmp_path / "b.json").write_text(json.dumps([rij]), encoding="utf-8")
    assert lees_boek(pad, None, KOP).boek == als_csv
    pad.write_text(json.dumps([rij, rij | {"naam": "Anders", "code": "9"}]), encoding="utf-8")
    gelezen = lees_boek(pad, None, KOP)
    assert (gelezen.boek, {(m.cel, m.code) for m in gelezen.fouten}) == (None, {("C3", "code-vorm")})


@pytest.mark.parametrize("getal", ["1e999999999", "1e-999999999", "1e" + "9" * 60])
def test_een_reusachtig_getal_in_json_is_een_fout_in_zijn_cel(tmp_path, getal):
    rij = json.dumps([GOED | {"max_intensiteit": "HIER"}]).replace('"HIER"', getal)
    (pad := tmp_path / "b.json").write_text(rij, encoding="utf-8")
    assert {m.code for m in lees_boek(pad, None, KOP).fouten} == {"getal-vorm"}


@pytest.mark.parametrize("rijen", [[1], ["x"], [[]], [{"naam": {}}], [{"naam": [{}]}]])
def test_een_lijst_met_iets_anders_dan_rijen_is_geen_boek(tmp_path, rijen):
    (pad := tmp_path / "b.json").write_text(json.dumps(rijen), encoding="utf-8")
    with pytest.raises(InvoerFout, match="boek-geen-json"):
        lees_boek(pad, None, KOP)


@pytest.mark.parametrize(("inhoud", "code"), [("{", "boek-geen-json"), ("[" * 100_000, "boek-geen-json"), ("9" * 10_000, "getal-te-lang"), ("[" + "0," * 500_000 + "0]", "tabel-te-groot")])  # fmt: skip
def test_json_dat_geen_boek_is(tmp_path, inhoud, code):
    pad = tmp_path / "b.json"
    pad.write_text(inhoud, encoding="utf-8")
    with pytest.raises(InvoerFout, match=code):
        lees_boek(pad)


def test_elke_code_over_een_cel_heeft_een_zin_en_elke_zin_een_code():
    bron = "".join(
        p.read_text(encoding="utf-8") for p in (MIDDELEN.parent / "jeugdteam_app" / "uitwisseling").glob("*.py")
    )
    gebruikt = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', bron))
    for zinnenlijst in (tabel.CELFOUTEN, tabel.OPMERKINGEN):
        assert set(zinnenlijst) - gebruikt == set()
    in_meldingen = set(
        re.findall(r'(?:fout|opmerking|Celmelding)\([^()]*?(?:\([^()]*\))?[^()]*?"([a-z]+(?:-[a-z]+)+)"', bron)
    )
    assert in_meldingen - {*tabel.CELFOUTEN, *tabel.OPMERKINGEN, *fouten.FOUTEN} == set()
    assert len(in_meldingen) > 30
