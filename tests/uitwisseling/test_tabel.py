"""Bestanden van buiten: gewone tabellen komen goed binnen, en elk bestand met kwade bedoelingen wordt geweigerd."""

import contextlib
import os
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from jeugdteam_app.kern.fouten import Fout, InvoerFout, WereldFout
from jeugdteam_app.uitwisseling import pakket, tabel
from jeugdteam_app.uitwisseling.tabel import adres, heeft_verboden_teken, keur, lees_tabel
from tests.uitwisseling.tabellen import ods, ods_cel, xlsx

DATUMSTIJL = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'


def cellen(gelezen):
    return {cel.adres: cel.waarde for rij in gelezen.rijen for cel in rij.cellen.values()}


def test_een_werkmap_van_openpyxl_komt_binnen_met_zijn_soorten(tmp_path):
    map_ = Workbook()
    blad = map_.active
    blad.append(["tekst", 78.35, 12, date(2026, 4, 3), True, None, "é"])
    blad.append([])
    blad["C7"] = "ver weg"
    map_.save(tmp_path / "a.xlsx")
    assert cellen(lees_tabel(tmp_path / "a.xlsx")) == {
        "A1": "tekst", "B1": Decimal("78.35"), "C1": Decimal(12), "D1": date(2026, 4, 3), "E1": True, "G1": "é",
        "C7": "ver weg",
    }  # fmt: skip


def test_een_ods_komt_binnen_met_herhaalde_rijen_en_cellen(tmp_path):
    leeg = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    rij = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="float" office:value="78.35"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-04-03"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell office:value-type="string"><office:annotation><text:p>uitleg</text:p></office:annotation>'
        '<text:p>een<text:s text:c="2"/><text:span>twee</text:span></text:p><text:p>drie</text:p></table:table-cell>'
        "</table:table-row>"
    )
    gelezen = cellen(lees_tabel(ods(tmp_path / "a.ods", rij + leeg)))
    verwacht = {"C": Decimal("78.35"), "D": date(2026, 4, 3), "E": True, "F": "een  twee\ndrie"}
    assert gelezen == {f"{letter}{n}": waarde for letter, waarde in verwacht.items() for n in (1, 2)}


@pytest.mark.parametrize("tekenset", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("teken", [";", ",", "\t"])
def test_csv_in_elke_tekenset_en_met_elk_scheidingsteken(tmp_path, tekenset, teken):
    pad = tmp_path / "a.csv"
    pad.write_bytes(f'naam{teken}"a{teken}b"\r\n"één{teken}twee"{teken}€ 3\r\n'.encode(tekenset))
    assert cellen(lees_tabel(pad)) == {"A1": "naam", "B1": f"a{teken}b", "A2": f"één{teken}twee", "B2": "€ 3"}


def test_een_datumstijl_maakt_van_een_getal_een_datum_en_een_gewone_niet(tmp_path):
    rij = (
        '<row r="1"><c r="A1" s="1"><v>46115</v></c><c r="B1"><v>46115</v></c><c r="C1" s="1"><v>46115.5</v></c></row>'
    )
    gelezen = cellen(lees_tabel(xlsx(tmp_path / "a.xlsx", rij, stijlen=DATUMSTIJL)))
    assert gelezen == {"A1": date(2026, 4, 3), "B1": Decimal(46115), "C1": Decimal("46115.5")}


def test_gedeelde_tekst_met_opmaak_en_zonder_uitspraakhulp(tmp_path):
    tekst = "<si><r><t>een </t></r><r><t>twee</t></r><rPh><t>niet</t></rPh></si><si><t>_x005F_x0041_</t></si>"
    rij = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    assert cellen(lees_tabel(xlsx(tmp_path / "a.xlsx", rij, teksten=tekst))) == {"A1": "een twee", "B1": "_x0041_"}


def test_alleen_de_gevraagde_bladen_worden_gelezen(tmp_path):
    map_ = Workbook()
    map_.active.title = "voorblad"
    map_.active["XFD1"] = "te ver, maar hier kijkt niemand"
    map_.create_sheet("Producten")["A1"] = "ja"
    map_.save(tmp_path / "a.xlsx")
    gelezen = lees_tabel(tmp_path / "a.xlsx", "producten", "boek")
    assert [b.naam for b in gelezen.bladen] == ["Producten"]
    assert gelezen.blad("boek") is None
    with pytest.raises(InvoerFout, match="tabel-te-ver"):
        lees_tabel(tmp_path / "a.xlsx", "anders")


@pytest.mark.parametrize(
    ("naam", "maak", "cel"),
    [
        ("a.xlsx", lambda p: xlsx(p, '<row r="2"><c r="C2"><f>1+1</f><v>2</v></c></row>'), "C2"),
        ("b.xlsx", lambda p: xlsx(p, '<row r="2"><c r="C2" t="e"><v>#N/A</v></c></row>'), "C2"),
        ("a.ods", lambda p: ods(p, '<table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/></table:table-row>'), "A1"),
        ("a.csv", lambda p: p.write_text('x;" =1+1"\n') and p, "B1"),
    ],
)  # fmt: skip
def test_een_formule_is_een_fout_met_haar_cel(tmp_path, naam, maak, cel):
    (gelezen,) = lees_tabel(maak(tmp_path / naam)).bladen
    assert [(m.cel, m.code) for m in keur(gelezen)] == [(cel, "cel-formule")]


@pytest.mark.parametrize("teken", ["\x07", "\x7f", "\x85", "\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f"])
def test_een_onzichtbaar_teken_is_een_fout_met_zijn_cel_en_gaat_niet_mee(tmp_path, teken):
    pad = tmp_path / "a.csv"
    pad.write_text(f"x;y\n1;goed{teken}slecht\n", encoding="utf-8")
    (melding,) = keur(lees_tabel(pad).bladen[0])
    assert (melding.cel, melding.code) == ("B2", "cel-verboden-teken")
    assert teken not in repr(melding)
    assert not heeft_verboden_teken("gewoon é\n\t ’ – עברית العربية")


# --- wat geweigerd wordt ---


def kapot(pad):
    xlsx(pad, "<row/>" * 2_000)
    pad.write_bytes(pad.read_bytes()[:-100])
    return pad


def liegende_grootte(pad):
    """De zip zegt tien bytes; er komen er vijftig miljoen uit."""
    xlsx(pad, "x" * 50_000_000)
    ruw = bytearray(pad.read_bytes())
    plaats = ruw.find(b"PK\x01\x02")
    while plaats >= 0:
        ruw[plaats + 24 : plaats + 28] = (10).to_bytes(4, "little")
        plaats = ruw.find(b"PK\x01\x02", plaats + 4)
    pad.write_bytes(ruw)
    return pad


def versleuteld_lid(pad):
    xlsx(pad, "<row/>")
    ruw = bytearray(pad.read_bytes())
    plaats = ruw.find(b"PK\x01\x02")
    while plaats >= 0:
        ruw[plaats + 8] |= 1
        plaats = ruw.find(b"PK\x01\x02", plaats + 4)
    pad.write_bytes(ruw)
    return pad


def veel_leden(pad):
    with zipfile.ZipFile(pad, "w") as zip_:
        for nummer in range(3_000):
            zip_.writestr(str(nummer), "")
    return pad


def ijl(pad):
    with pad.open("wb") as bestand:
        bestand.truncate(100_000_000)
    return pad


def map_(pad):
    pad.mkdir()
    return pad


def bytes_(pad, inhoud):
    pad.write_bytes(inhoud)
    return pad


RIJEN = '<table:table-row table:number-rows-repeated="{}">' + ods_cel("x") + "</table:table-row>"
GEK = '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;">]>'
KWAAD = [
    ("bom.xlsx", lambda p: xlsx(p, "0" * 90_000_000), "tabel-uitgepakt-te-groot"),
    ("cellen.xlsx", lambda p: xlsx(p, "<row>" + "<c/>" * 3_000_000 + "</row>", compact=False), "tabel-te-groot"),
    ("rijen.xlsx", lambda p: xlsx(p, "<row/>" * 500_000, compact=False), "tabel-te-groot"),
    ("teksten.xlsx", lambda p: xlsx(p, "<row/>", teksten="<si/>" * 500_000, compact=False), "tabel-te-groot"),
    ("liegt.xlsx", liegende_grootte, "tabel-beschadigd"),
    ("leden.xlsx", veel_leden, "tabel-uitgepakt-te-groot"),
    ("ver.xlsx", lambda p: xlsx(p, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "tabel-te-ver"),
    ("breed.xlsx", lambda p: xlsx(p, '<row r="1"><c r="BI1"><v>1</v></c></row>'), "tabel-te-ver"),
    ("terug.xlsx", lambda p: xlsx(p, '<row r="2"/><row r="1"/>'), "tabel-beschadigd"),
    ("adres.xlsx", lambda p: xlsx(p, '<row r="1"><c r="A2"><v>1</v></c></row>'), "tabel-beschadigd"),
    ("index.xlsx", lambda p: xlsx(p, '<row><c t="s"><v>99</v></c></row>'), "tabel-beschadigd"),
    ("getal.xlsx", lambda p: xlsx(p, "<row><c><v>1e999999999</v></c></row>"), "tabel-beschadigd"),
    ("nan.xlsx", lambda p: xlsx(p, "<row><c><v>nan</v></c></row>"), "tabel-beschadigd"),
    ("diep.xlsx", lambda p: xlsx(p, "<row>" * 5_000), "tabel-beschadigd"),
    ("lach.xlsx", lambda p: xlsx(p, "<row/>", vooraf=GEK), "tabel-doctype"),
    ("lach16.xlsx", lambda p: xlsx(p, "", extra=[("xl/sharedStrings.xml", GEK.encode("utf-16"))]), "tabel-beschadigd"),
    ("ebcdic.xlsx", lambda p: xlsx(p, "<row/>", vooraf='<?xml version="1.0" encoding="cp037"?>'), "tabel-beschadigd"),
    ("half.xlsx", kapot, "tabel-beschadigd"),
    ("macro.xlsx", lambda p: xlsx(p, "<row/>", extra=[("xl/vbaProject.bin", b"x")]), "tabel-macro"),
    ("macro.xlsm", lambda p: xlsx(p, "<row/>"), "tabel-macro"),
    ("slot.xlsx", lambda p: bytes_(p, b"\xd0\xcf\x11\xe0" + bytes(4_000)), "tabel-wachtwoord"),
    ("slot2.xlsx", versleuteld_lid, "tabel-wachtwoord"),
    ("tekst.xlsx", lambda p: bytes_(p, b"a;b\n1;2\n"), "tabel-andere-soort"),
    ("ods.xlsx", lambda p: ods(p, ""), "tabel-andere-soort"),
    ("oud.xls", lambda p: bytes_(p, b"\xd0\xcf\x11\xe0"), "tabel-soort"),
    ("groot.xlsx", ijl, "tabel-bestand-te-groot"),
    ("herhaald.ods", lambda p: ods(p, RIJEN.format(10**9)), "tabel-beschadigd"),
    ("gevuld.ods", lambda p: ods(p, RIJEN.format(1_048_576)), "tabel-te-ver"),
    ("breed.ods", lambda p: ods(p, "<table:table-row>" + ods_cel("x").replace("-cell ", '-cell table:number-columns-repeated="10000000" ', 1) + "</table:table-row>"), "tabel-te-ver"),
    ("lach.ods", lambda p: ods(p, "", vooraf=GEK), "tabel-doctype"),
    ("slot.ods", lambda p: ods(p, "", extra=[("META-INF/manifest.xml", "<encryption-data/>")]), "tabel-wachtwoord"),
    ("xlsx.ods", lambda p: xlsx(p, "<row/>"), "tabel-andere-soort"),
    ("groot.csv", ijl, "tabel-bestand-te-groot"),
    ("xlsx.csv", lambda p: xlsx(p, "<row/>"), "tabel-andere-soort"),
    ("nul.csv", lambda p: bytes_(p, b"a;b\n\x00;1\n"), "tabel-geen-tekst"),
    ("tekenset.csv", lambda p: bytes_(p, b"a;\x81\n"), "tabel-geen-tekst"),
    ("regels.csv", lambda p: bytes_(p, b"\n" * 1_000_000), "tabel-te-groot"),
    ("kolommen.csv", lambda p: bytes_(p, b";" * 1_000_000), "tabel-te-groot"),
    ("lang.csv", lambda p: bytes_(p, b"9" * 2_000_000), "tabel-csv"),
    ("open.csv", lambda p: bytes_(p, b'a;b\n"open'), "tabel-csv"),
    ("rijen.csv", lambda p: bytes_(p, b"1\n" * 6_000), "tabel-te-ver"),
    ("map.xlsx", map_, "bestand-niet-leesbaar"),
    ("weg.csv", lambda p: p, "bestand-niet-leesbaar"),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "maak", "code"), KWAAD, ids=[n for n, _, _ in KWAAD])
def test_een_bestand_met_kwade_bedoelingen_wordt_geweigerd(tmp_path, naam, maak, code):
    with pytest.raises((InvoerFout, WereldFout), match=code) as fout:
        lees_tabel(maak(tmp_path / naam))
    assert fout.value.code == code


def test_te_ver_noemt_de_cel(tmp_path):
    with pytest.raises(InvoerFout) as fout:
        lees_tabel(xlsx(tmp_path / "a.xlsx", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    assert fout.value.gegevens["cel"] == "XFD1048576"


def test_een_lege_cel_met_opmaak_ver_weg_mag(tmp_path):
    rijen = '<row r="1"><c r="A1"><v>1</v></c></row><row r="9000"><c r="XFD9000" s="1"/></row>'
    assert cellen(lees_tabel(xlsx(tmp_path / "a.xlsx", rijen))) == {"A1": Decimal(1)}


def test_een_getal_met_duizend_cijfers_blijft_tekst_en_wordt_niet_afgekapt(tmp_path):
    (cel,) = cellen(lees_tabel(xlsx(tmp_path / "a.xlsx", f"<row><c><v>{'9' * 1_000}</v></c></row>"))).values()
    assert cel == "9" * 1_000


def test_de_ontleder_krijgt_niets_te_zien_voor_de_grens_is_geteld(tmp_path, monkeypatch):
    gezien = []
    echt = pakket.etree.iterparse
    monkeypatch.setattr(pakket.etree, "iterparse", lambda s, **k: gezien.append(len(s.getvalue())) or echt(s, **k))
    with pytest.raises(Fout, match="tabel-uitgepakt-te-groot"):
        lees_tabel(xlsx(tmp_path / "a.xlsx", "0" * 90_000_000))
    assert max(gezien) < 10_000


def test_een_te_groot_bestand_wordt_niet_gelezen(tmp_path, monkeypatch):
    gelezen = []
    pad = ijl(tmp_path / "a.csv")
    echt = os.fstat
    monkeypatch.setattr(tabel, "_csv", lambda inhoud: gelezen.append(inhoud) or iter(()))
    monkeypatch.setattr("os.fstat", lambda n: gelezen.append("gekeken") or echt(n))
    with pytest.raises(InvoerFout, match="tabel-bestand-te-groot"):
        lees_tabel(pad)
    assert set(gelezen) == {"gekeken"}


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_een_adres_is_terug_te_rekenen(kolom, rij):
    letters = adres(kolom, rij).rstrip("0123456789")
    getal = 0
    for letter in letters:
        getal = getal * 26 + ord(letter) - 64
    assert getal == kolom
    assert adres(kolom, rij) == f"{letters}{rij}"


@given(st.binary(max_size=300), st.sampled_from([".xlsx", ".ods", ".csv"]))
def test_willekeurige_bytes_geven_een_tabel_of_een_gewone_fout(tmp_path_factory, inhoud, soort):
    pad = tmp_path_factory.mktemp("b") / f"a{soort}"
    pad.write_bytes(inhoud)
    with contextlib.suppress(Fout):
        lees_tabel(pad)
