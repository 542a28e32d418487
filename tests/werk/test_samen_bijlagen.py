"""Bijlagen reizen mee met hun dossier, kloppen met hun afdruk, en gaan met terugdraaien weer weg."""

from __future__ import annotations

import hashlib

import pytest

from jeugdteam_app.dossier.bijlage import Bijlage
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.sleutels.identiteit import Identiteit
from jeugdteam_app.uitwisseling import bundel as bundels
from jeugdteam_app.werk import (
    bijlagen,
    dossiers,
    samen,
    schrijven,
    werkplek,
    zoeken,
)
from tests.conftest import MOMENT
from tests.werk.test_samen import BEELD, breng, leg, stuur


def met_verslag(plek, map_, inhoud="Verslag van school"):
    """Een nieuw dossier met één bijlage; geeft de sleutels van beide."""
    dossier = dossiers.begin_gezin(plek, "Familie Voorbeeld")
    (pad := map_ / "verslag.txt").write_text(inhoud)
    return dossier, bijlagen.voeg_toe(plek, dossier, pad)


def test_een_bijlage_reist_mee_en_de_aantekening_niet(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier, sleutel = met_verslag(robin, tmp_path)
    bijlagen.bewaar_aantekening(robin, dossier, "alleen voor Robin")
    for _keer in range(2):
        samen.neem_over(kim, samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path)))
    assert bijlagen.inhoud(kim, dossier, sleutel)[1] == b"Verslag van school"
    assert bijlagen.aantekening(kim, dossier) == ""
    assert len(kim.kluis.vraag("SELECT 1 FROM bijlage")) == 1
    assert [t.fragment for t in zoeken.zoek(kim, "school")] == ["Verslag van school"]
    werkplek.controleer(kim)


def test_wat_iemand_uit_het_dossier_haalde_gaat_niet_meer_mee(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier, sleutel = met_verslag(robin, tmp_path, "KANARIEVOGEL, per ongeluk toegevoegd")
    schrijven.verwijder(robin, dossier, Bijlage, sleutel)
    weg = stuur(robin, dossier, kim, tmp_path)
    proef = samen.bekijk(kim, weg)
    assert not proef.bundel.bijlagen
    assert "KANARIEVOGEL" not in repr(proef)
    samen.neem_over(kim, proef)
    werkplek.controleer(kim)


def test_een_ontbrekende_of_kapotte_bijlage_valt_op_en_komt_terug_van_een_collega(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier, sleutel = met_verslag(robin, tmp_path)
    breng(robin, dossier, kim, tmp_path)
    for kapot, code in (("DELETE FROM bijlage", "bijlage-ontbreekt"), ("UPDATE bijlage SET inhoud = x'00'", "kluis-")):
        with kim.kluis.transactie() as verbinding:
            verbinding.execute(kapot)
        with pytest.raises(WereldFout, match=code):
            werkplek.controleer(kim)
        proef = samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path))
        assert (proef.nieuw, proef.bijlagen, proef.brengt_iets) == ((), 1, True), "dat is ook iets om over te nemen"
        samen.neem_over(kim, proef)
        werkplek.controleer(kim)
        assert bijlagen.inhoud(kim, dossier, sleutel)[1] == b"Verslag van school"


def test_terugdraaien_neemt_geen_eigen_aantekening_mee(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = dossiers.begin_gezin(robin, "Familie Voorbeeld")
    leg(robin, dossier, BEELD, "Samen begrijpen we het.")
    breng(robin, dossier, kim, tmp_path)
    bijlagen.bewaar_aantekening(kim, dossier, "Bel juf terug")
    with pytest.raises(InvoerFout, match="ongedaan-verder-gebouwd"):
        samen.maak_ongedaan(kim)
    assert bijlagen.aantekening(kim, dossier) == "Bel juf terug"


def test_terugdraaien_haalt_ook_de_bijlage_weer_weg(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = dossiers.begin_gezin(robin, "Familie Voorbeeld")
    (pad := tmp_path / "verslag.txt").write_text("Verslag van school")
    bijlagen.voeg_toe(robin, dossier, pad)
    samen.neem_over(kim, samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path)))
    samen.maak_ongedaan(kim)
    assert not kim.kluis.vraag("SELECT 1 FROM bijlage")


def test_zonder_bijlage_is_het_een_bundel_die_een_ouder_programma_leest():
    ik, jij = Identiteit.nieuw(), Identiteit.nieuw()
    kop = bundels.Kop(bundel="0" * 32, afzender="1" * 32, ontvangers=("2" * 32,), teller=1, gemaakt=MOMENT.isoformat())
    gezin = bundels.Stroomrij("a" * 32, "gezin", "a" * 32, "2026-11-24T10:00:00+00:00")
    for bijlagen_, versie in (
        ([], 1),
        ([bundels.Bijlagerij(gezin.id, hashlib.sha256(b"x").hexdigest(), b"x", "te vinden")], 2),
    ):
        heel, _afdruk = bundels.maak(kop, [gezin], [], ik, [jij.openbaar], (), bijlagen_)
        gelezen = bundels.lees(heel, jij, "2" * 32, lambda _a: ik.openbaar)
        assert (gelezen.kop.versie, list(gelezen.bijlagen)) == (versie, bijlagen_)


def test_een_bijlage_met_een_andere_afdruk_wordt_geweigerd():
    ik, jij = Identiteit.nieuw(), Identiteit.nieuw()
    kop = bundels.Kop(bundel="0" * 32, afzender="1" * 32, ontvangers=("2" * 32,), teller=1, gemaakt=MOMENT.isoformat())
    gezin = bundels.Stroomrij("a" * 32, "gezin", "a" * 32, "2026-11-24T10:00:00+00:00")
    heel, _afdruk = bundels.maak(
        kop, [gezin], [], ik, [jij.openbaar], (), [bundels.Bijlagerij(gezin.id, "0" * 64, b"x", "")]
    )
    with pytest.raises(InvoerFout, match="bundel-vorm"):
        bundels.lees(heel, jij, "2" * 32, lambda _a: ik.openbaar)


def test_wat_de_ander_niet_kan_openen_gaat_niet_weg(laptops, tmp_path, monkeypatch):
    robin, kim, _mo = laptops
    dossier = dossiers.begin_gezin(robin, "Familie Voorbeeld")
    monkeypatch.setattr(bundels, "GROOTSTE_BUNDEL", 100)
    with pytest.raises(InvoerFout, match="bundel-te-groot-om-te-sturen"):
        stuur(robin, dossier, kim, tmp_path)
    assert samen.laatst_verstuurd(robin, dossier) is None


def test_terugdraaien_bij_een_dossier_dat_er_al_was_houdt_alleen_de_eigen_bijlagen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = dossiers.begin_gezin(robin, "Familie Voorbeeld")
    leg(robin, dossier, BEELD, "Samen begrijpen we het.")
    breng(robin, dossier, kim, tmp_path)
    for plek, woord in ((robin, "van Robin"), (kim, "van Kim")):
        (pad := tmp_path / woord).write_text(woord)
        bijlagen.voeg_toe(plek, dossier, pad)
    breng(robin, dossier, kim, tmp_path)
    assert len(kim.kluis.vraag("SELECT 1 FROM bijlage")) == 2
    samen.maak_ongedaan(kim)
    [over] = kim.dossier(dossier).alle(Bijlage)
    assert bijlagen.inhoud(kim, dossier, over.sleutel)[1] == b"van Kim"
    assert len(kim.kluis.vraag("SELECT 1 FROM bijlage")) == 1
