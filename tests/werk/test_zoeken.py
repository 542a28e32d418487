"""Zoeken vindt wat mensen schreven, overal, en bewaart niet waarop er gezocht is."""

from __future__ import annotations

import pytest

from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.werk import dossiers, schrijven, zoeken

BEELD = (Analyse.soort, Analyse.gedeeld_beeld)


@pytest.fixture
def sam(voorbeeldplek):
    id = dossiers.overzicht(voorbeeldplek)[0].id
    tekst = "Zoë speelt trompet in de fanfare & wil daar " + "graag " * 30 + "blijven"
    schrijven.leg_vast(voorbeeldplek, id, {BEELD: Bekend(tekst)})
    return id


@pytest.mark.parametrize("gezocht", ["trompet", "TROMPET", "zoe", "ZOË trompet", "fanfare speelt"])
def test_hoofdletters_accenten_en_volgorde_maken_niet_uit(voorbeeldplek, sam, gezocht):
    [treffer] = zoeken.zoek(voorbeeldplek, gezocht)
    assert (treffer.dossier, treffer.hoofdstuk) == (sam, "analyse")
    assert "trompet" in treffer.fragment
    assert len(treffer.fragment) < 140


def test_alle_woorden_moeten_in_een_veld_staan_en_leeg_vindt_niets(voorbeeldplek, sam):
    assert zoeken.zoek(voorbeeldplek, "trompet viool") == ()
    assert zoeken.zoek(voorbeeldplek, "  ") == ()


def test_wat_weggehaald_is_wordt_niet_gevonden(voorbeeldplek, sam):
    sleutel = schrijven.voeg_toe(voorbeeldplek, sam, Doel, {Doel.tekst: "Een xylofoon kopen"})
    assert len(zoeken.zoek(voorbeeldplek, "xylofoon")) == 1
    schrijven.verwijder(voorbeeldplek, sam, Doel, sleutel)
    assert zoeken.zoek(voorbeeldplek, "xylofoon") == ()


def test_wat_een_gezin_deelt_staat_er_een_keer(voorbeeldplek, sam):
    from jeugdteam_app.dossier.gesprek import Contact
    from jeugdteam_app.opslag import journaal

    dossiers.begin_kind(voorbeeldplek, journaal.stroom(voorbeeldplek.kluis, sam).gezin)
    schrijven.voeg_toe(voorbeeldplek, sam, Contact, {Contact.gezegd: "Over de saxofoon gepraat"})
    assert [t.hoofdstuk for t in zoeken.zoek(voorbeeldplek, "saxofoon")] == ["gesprekken"]


def test_het_log_weet_dat_er_gezocht_is_en_niet_waarop(voorbeeldplek, sam):
    zoeken.zoek(voorbeeldplek, "trompet")
    assert toegangslog.regels(voorbeeldplek.kluis)[0][2] == "gezocht"
    alles = repr(voorbeeldplek.kluis.vraag("SELECT * FROM toegangslog")) + repr(
        voorbeeldplek.kluis.vraag("SELECT * FROM kluis")
    )
    assert "trompet" not in alles


def test_wie_iets_uit_een_dossier_zag_bij_het_zoeken_staat_bij_dat_dossier(voorbeeldplek, sam):
    zoeken.zoek(voorbeeldplek, "trompet")
    regel = toegangslog.regels(voorbeeldplek.kluis, sam)[0]
    assert (regel.wat, regel.waarover) == ("gezocht", "")
    ander = next(r.id for r in dossiers.overzicht(voorbeeldplek) if r.id != sam)
    assert "gezocht" not in {r.wat for r in toegangslog.regels(voorbeeldplek.kluis, ander)}


def test_een_gesprek_over_alleen_een_broer_of_zus_staat_bij_dat_kind(voorbeeldplek, sam):
    gezin = journaal.stroom(voorbeeldplek.kluis, sam).gezin
    bo = dossiers.begin_kind(voorbeeldplek, gezin)
    schrijven.voeg_toe(voorbeeldplek, sam, Contact, {Contact.gezegd: "Bo speelt saxofoon", Contact.over_kind: (bo,)})
    schrijven.voeg_toe(voorbeeldplek, sam, Contact, {Contact.gezegd: "Samen een saxofoon gekocht"})
    gevonden = [(t.dossier, t.fragment) for t in zoeken.zoek(voorbeeldplek, "saxofoon")]
    # Wat over allebei gaat, staat er één keer.
    assert (bo, "Bo speelt saxofoon") in gevonden
    assert sorted(wat for _wie, wat in gevonden) == ["Bo speelt saxofoon", "Samen een saxofoon gekocht"]
