"""Het logboek: wie, wat, wanneer, in welke functie, namens wie en waarover; nooit wat er stond."""

from __future__ import annotations

import json

import pytest

from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.gezin import Jeugdige, Verantwoordelijk
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.opslag import toegangslog
from jeugdteam_app.opslag.samen import mijn_id
from jeugdteam_app.opslag.toegangslog import Gebeurtenis, Logregel
from jeugdteam_app.werk import (
    collegas,
    dossiers,
    instellingen,
    logboek,
    loguitvoer,
    overhandigen,
    pogingen,
    schrijven,
    waken,
    werkplek,
    zoeken,
)
from jeugdteam_app.werk.pogingen import Poging
from tests.conftest import WACHTZIN
from tests.werk.conftest import vernietig_op_verzoek


@pytest.fixture
def sam(voorbeeldplek):
    return dossiers.overzicht(voorbeeldplek)[0].id


def test_elke_regel_zegt_wie_in_welke_functie_namens_wie_en_waarover(voorbeeldplek, sam):
    profiel = instellingen.profiel(voorbeeldplek)
    overhandigen.analyse_pdf(voorbeeldplek, sam)
    regel = toegangslog.regels(voorbeeldplek.kluis, sam)[0]
    assert (regel.wie, regel.functie, regel.organisatie) == ("Robin Proef", profiel.functie, profiel.team)
    assert (regel.wat, regel.waarover, regel.namens) == ("document", "verklarende analyse", "Robin Proef")
    assert regel.apparaat
    nieuw = Verantwoordelijk(
        contact="c" * 32, naam="Kim", sinds=voorbeeldplek.vandaag, van_contact="r", van_naam="Robin Proef"
    )
    schrijven.leg_vast(voorbeeldplek, sam, {(Jeugdige.soort, Jeugdige.verantwoordelijk): Bekend(nieuw)})
    dossiers.open_(voorbeeldplek, sam)
    assert toegangslog.regels(voorbeeldplek.kluis, sam)[0].namens == "Kim"


def test_een_regel_van_een_eerdere_versie_houdt_haar_schakel(voorbeeldplek, sam):
    oud = Logregel("2026-01-01T00:00:00+00:00", "Robin Proef", Gebeurtenis.GEOPEND, sam)
    toegangslog.schrijf(voorbeeldplek.kluis, oud)
    dossiers.open_(voorbeeldplek, sam)
    assert toegangslog.loop_na(voorbeeldplek.kluis)[0] > 2
    assert not toegangslog.loop_na(voorbeeldplek.kluis)[1]
    assert oud.inschrijving == f"2026-01-01T00:00:00+00:00|Robin Proef|geopend|{sam}"
    assert oud in toegangslog.regels(voorbeeldplek.kluis, sam)


def test_uitgeschreven_heeft_elk_gegeven_zijn_naam_en_staat_er_niets_uit_een_dossier(voorbeeldplek, sam, tmp_path):
    zoeken.zoek(voorbeeldplek, "buikpijn")
    loguitvoer.schrijf_uit(voorbeeldplek, pad := tmp_path / "log.json")
    tekst = pad.read_text(encoding="utf-8")
    regels = json.loads(tekst)["regels"]
    assert len(regels) > toegangslog.loop_na(voorbeeldplek.kluis)[0]
    assert set(regels[0]) == {
        "EventID", "EventActionCode", "EventDateTime", "EventOutcomeIndicator", "UserName", "RoleIDCode", "ResponsibleUser",
        "ParticipantObjectID", "ParticipantObjectDetail", "AuditEnterpriseSiteID", "AuditSourceID",
        "UserID", "UserIsRequestor", "ParticipantObjectTypeCode", "EventTypeCode", "PurposeOfUse",
        "ParticipantObjectTypeCodeRole", "AuditSourceTypeCode",
    }  # fmt: skip
    assert [r["EventDateTime"] for r in regels] == sorted(r["EventDateTime"] for r in regels)
    assert (regels[-1]["EventID"], regels[-1]["ParticipantObjectDetail"]) == ("log_gelezen", "log")
    for woord in ("Sam", "Voorbeeld", "buikpijn", "Mila"):
        assert woord not in tekst
    assert {r["EventActionCode"] for r in regels} <= set("CRUDE")


def test_wat_er_is_opgeschreven_komt_mee_met_wie_wanneer_en_welk_soort_en_zonder_inhoud(voorbeeldplek, sam, tmp_path):
    doel = schrijven.voeg_toe(voorbeeldplek, sam, Doel, {Doel.tekst: "Elke dag naar school"})
    schrijven.leg_vast(voorbeeldplek, sam, {(doel, Doel.tekst): Bekend("Vier dagen naar school")})
    schrijven.verwijder(voorbeeldplek, sam, Doel, doel)
    schrijven.maak_ongedaan(voorbeeldplek, sam)
    schrijven.laat_staan(voorbeeldplek, sam, Doel, doel)
    vernietig_op_verzoek(voorbeeldplek, dossiers.overzicht(voorbeeldplek)[1].id)
    regels = loguitvoer.schrijf_uit(voorbeeldplek, pad := tmp_path / "log.json").regels
    over = [r for r in regels if r["ParticipantObjectID"] == sam and r["ParticipantObjectDetail"] == "analyse"]
    assert [(r["EventID"], r["EventActionCode"]) for r in over[-5:]] == [
        ("opgeschreven", "C"), ("veranderd", "U"), ("weggehaald", "D"), ("veranderd", "U"), ("veranderd", "U"),
    ]  # fmt: skip
    assert {(r["UserName"], r["UserID"]) for r in over} == {("Robin Proef", mijn_id(voorbeeldplek.kluis))}
    assert "school" not in pad.read_text(encoding="utf-8")
    assert "D" in {r["EventActionCode"] for r in regels if r["EventID"] == "vernietigd"}


def test_een_uitgeschreven_log_is_getekend_en_een_verandering_valt_op(voorbeeldplek, tmp_path):
    loguitvoer.schrijf_uit(voorbeeldplek, pad := tmp_path / "log.json")
    assert loguitvoer.lees_na(pad).openbaar.cijfers == collegas.mijn_kaartje(voorbeeldplek).openbaar.cijfers
    heel = json.loads(pad.read_bytes())
    anders = [
        {**heel, "regels": heel["regels"][1:]},
        {**heel, "regels": [{**heel["regels"][0], "UserName": "Een ander"}, *heel["regels"][1:]]},
        {**heel, "opgemaakt": "2020-01-01T00:00:00+00:00"},
        {**heel, "teken": "0" * 64},
        {**heel, "handtekening": heel["handtekening"][1:]},
        {**heel, "handtekening": ""},
    ]
    for verminkt in anders:
        pad.write_text(json.dumps(verminkt), encoding="utf-8")
        with pytest.raises(InvoerFout, match="log-veranderd"):
            loguitvoer.lees_na(pad)


@pytest.mark.parametrize(
    "inhoud", [b"", b"[]", b"{}", b"[" * 100_000, b"\xff", b'{"soort": "jeugdteam-log", "versie": 2}']
)
def test_wat_geen_log_is_krijgt_een_zin(tmp_path, inhoud):
    (pad := tmp_path / "log.json").write_bytes(inhoud)
    with pytest.raises(InvoerFout, match="log-vorm"):
        loguitvoer.lees_na(pad)


def test_wie_keek_zegt_ook_in_welke_functie(voorbeeldplek, sam):
    profiel = instellingen.profiel(voorbeeldplek)
    als = {blik.als for blik in logboek.wie_keek(voorbeeldplek, sam)}
    assert f"{profiel.functie}, {profiel.team}" in als or profiel.team in als


def test_wat_iemand_op_een_dag_vaker_deed_is_een_regel_met_van_wanneer_tot_wanneer(voorbeeldplek, sam):
    eerder = {(b.door, b.wat): b for b in logboek.wie_keek(voorbeeldplek, sam)}
    for uur in (8, 12, 15):
        toegangslog.schrijf(voorbeeldplek.kluis, Logregel(f"2027-03-02T{uur:02}:30:00+00:00", "Kim", "geopend", sam))
    toegangslog.schrijf(voorbeeldplek.kluis, Logregel("2027-03-03T08:30:00+00:00", "Kim", "geopend", sam))
    van_kim = [b for b in logboek.wie_keek(voorbeeldplek, sam) if b.wie == "Kim"]
    assert [(b.keren, b.eerst.hour, b.laatst.hour) for b in van_kim] == [(1, 8, 8), (3, 8, 15)]
    assert van_kim[1].wanneer.endswith("(3×)")
    assert "Kim" not in {b.wie for b in eerder.values()}


def test_het_log_overleeft_openen_en_blijft_na_te_rekenen(voorbeeldplek, sam):
    dossiers.open_(voorbeeldplek, sam)
    map_, heel = voorbeeldplek.kluis.map, toegangslog.loop_na(voorbeeldplek.kluis)
    voorbeeldplek.sluit()
    weer = werkplek.open_met_wachtzin(map_, WACHTZIN)
    assert toegangslog.loop_na(weer.kluis) == heel
    weer.sluit()


@pytest.fixture
def dicht(voorbeeldplek):
    """De map van een gesloten werkplek."""
    voorbeeldplek.sluit()
    return voorbeeldplek.kluis.map


def open_regels(plek):
    return [r for r in toegangslog.regels(plek.kluis) if r.wat in ("openen_mislukt", "werkplek_geopend")]


def test_een_verkeerde_wachtzin_komt_bij_de_volgende_opening_in_het_log(dicht, tmp_path):
    waar, pad = tmp_path / "hoofden", tmp_path / "log.json"
    for geheim, open_ in (("niet deze zin", waken.open_met_wachtzin), ("abandon " * 24, waken.open_met_herstel),
                          ("weer een andere", waken.open_met_wachtzin)):  # fmt: skip
        with pytest.raises(InvoerFout):
            open_(dicht, geheim, waar)
    [bestand] = waar.iterdir()
    assert "niet deze zin" not in bestand.read_text()
    plek = waken.open_met_wachtzin(dicht, WACHTZIN, waar)
    waken.ga_verder(plek, waar)
    goed, *mis = open_regels(plek)
    assert [(r.waarover, r.wie) for r in mis] == [("wachtzin", "onbekend"), ("wachtzin", "onbekend")]
    assert (goed.wat, goed.waarover) == ("werkplek_geopend", "wachtzin")
    mislukt = [r for r in loguitvoer.schrijf_uit(plek, pad).regels if r["EventID"] == "openen_mislukt"]
    assert {(r["EventOutcomeIndicator"], r["UserName"], r["UserID"]) for r in mislukt} == {("4", "onbekend", "")}
    assert toegangslog.loop_na(plek.kluis)[1] == []
    plek.sluit()
    weer = waken.open_met_wachtzin(dicht, WACHTZIN, waar)
    assert len([r for r in open_regels(weer) if r.wat == "openen_mislukt"]) == 2, "ze staan er maar een keer in"
    weer.sluit()


@pytest.mark.parametrize("inhoud", [b"", b"{", b"[1]", b'[["gisteren", "wachtzin"]]', b"\xff", b" " * 200_000])
def test_een_kapotte_lijst_van_pogingen_houdt_niets_tegen(dicht, tmp_path, inhoud):
    (tmp_path / f"{dicht.name}.pogingen").write_bytes(inhoud)
    plek = waken.open_met_wachtzin(dicht, WACHTZIN, tmp_path)
    waken.ga_verder(plek, tmp_path)
    assert [r.wat for r in open_regels(plek)] == ["werkplek_geopend"]
    plek.sluit()


def test_wie_blijft_proberen_vult_de_schijf_niet(tmp_path):
    for nummer in range(520):
        poging = Poging(f"2026-11-24T10:00:00.{nummer:03}+00:00", "wachtzin")
        pogingen.noteer(tmp_path / "kluis-1", tmp_path, InvoerFout("wachtzin-onjuist"), poging)
    alle = pogingen.lees(tmp_path / "kluis-1", tmp_path)
    assert (len(alle), alle[-1].tijd[-9:-6]) == (500, "519")


def test_kan_er_bij_openen_niets_worden_opgeschreven_dan_blijft_er_niets_open_staan(dicht, tmp_path, monkeypatch):
    plek = waken.open_met_wachtzin(dicht, WACHTZIN, tmp_path)
    waken.ga_verder(plek, tmp_path)
    waken.onthoud(plek, tmp_path)
    plek.sluit()
    with monkeypatch.context() as vol:
        vol.setattr(toegangslog, "schrijf", lambda *_wat: (_ for _ in ()).throw(WereldFout("opslaan-mislukt")))
        with pytest.raises(WereldFout, match="openen-niet-te-schrijven"):
            waken.open_met_wachtzin(dicht, WACHTZIN, tmp_path)
    waken.open_met_wachtzin(dicht, WACHTZIN, tmp_path).sluit()
