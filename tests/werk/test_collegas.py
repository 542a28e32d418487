"""Kaartjes: dezelfde dertig cijfers aan beide kanten, en andere sleutels houden alles tegen tot ze zijn nagelezen."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag import toegangslog
from jeugdteam_app.opslag.samen import Staat
from jeugdteam_app.sleutels.identiteit import Identiteit
from jeugdteam_app.uitwisseling import kaartje as kaartjes
from jeugdteam_app.werk import (
    collegas,
    samen,
)
from tests.werk.test_samen import begin, breng, stuur


def test_kaartjes_geven_aan_beide_kanten_dezelfde_dertig_cijfers(laptops):
    robin, kim, _mo = laptops
    van_kim = next(c for c in collegas.alle(robin) if c.naam == "Kim Proef")
    assert van_kim.cijfers == collegas.mijn_kaartje(kim).openbaar.cijfers
    assert len(van_kim.cijfers.replace(" ", "")) == 30
    assert van_kim.staat is Staat.NAGELEZEN


def test_andere_sleutels_blokkeren_tot_ze_zijn_nagelezen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    oud = stuur(kim, begin(kim), robin, tmp_path)
    with kim.kluis.transactie() as verbinding:
        verbinding.execute("UPDATE kluis SET waarde = ? WHERE sleutel = 'identiteit'", (Identiteit.nieuw().geheim,))
    collegas.bewaar_kaartje(kim, pad := tmp_path / "nieuw.kaartje")
    assert collegas.laad_kaartje(robin, pad).staat is Staat.VERANDERD
    with pytest.raises(InvoerFout, match="contact-niet-nagelezen"):
        stuur(robin, dossier, kim, tmp_path)
    with pytest.raises(InvoerFout, match="contact-niet-nagelezen"):
        samen.bekijk(robin, oud)
    collegas.bevestig(robin, opslag.mijn_id(kim.kluis))
    breng(robin, dossier, kim, tmp_path)
    with pytest.raises(InvoerFout, match="bundel-handtekening"):
        samen.bekijk(robin, oud)


def test_een_kaartje_met_een_verwisselde_sleutel_of_naam_wordt_geweigerd(laptops, tmp_path):
    robin, kim, _mo = laptops
    collegas.bewaar_kaartje(kim, pad := tmp_path / "k.kaartje")
    goed = json.loads(pad.read_text())
    for anders in (
        {"naam": "Iemand Anders"}, {"ontvang": collegas.mijn_kaartje(robin).ontvang}, {"teken": "0" * 64}, {"extra": 1},
        {"handtekening": "zz"}, {"naam": "Kim\u202e"}, {"soort": "iets"}, {"versie": 2}, {"ontvang": "age1" + "q" * 58},
    ):  # fmt: skip
        pad.write_text(json.dumps(goed | anders))
        with pytest.raises(InvoerFout, match="kaartje"):
            collegas.laad_kaartje(robin, pad)
    collegas.bewaar_kaartje(robin, pad)
    with pytest.raises(InvoerFout, match="kaartje-van-uzelf"):
        collegas.laad_kaartje(robin, pad)


def test_na_een_vals_kaartje_is_het_echte_weer_te_laden(laptops, tmp_path):
    robin, kim, _mo = laptops
    collegas.bewaar_kaartje(kim, echt := tmp_path / "echt.kaartje")
    vals = Identiteit.nieuw()
    nep = collegas.mijn_kaartje(kim).model_copy(update={"teken": vals.openbaar.teken, "ontvang": vals.openbaar.ontvang})
    (tmp_path / "vals.kaartje").write_bytes(kaartjes.schrijf(nep, vals))
    collegas.laad_kaartje(robin, tmp_path / "vals.kaartje")
    opnieuw = collegas.laad_kaartje(robin, echt)
    assert opnieuw.staat is Staat.NIEUW, "na een wissel leest een mens opnieuw"
    assert opnieuw.cijfers == opslag.identiteit(kim.kluis).openbaar.cijfers
    collegas.bevestig(robin, opnieuw.id)
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)


def test_een_kaartje_van_een_nieuwer_programma_zegt_dat(laptops, tmp_path):
    robin, kim, _mo = laptops
    collegas.bewaar_kaartje(kim, pad := tmp_path / "k.kaartje")
    nieuwer = json.loads(pad.read_text()) | {"versie": 2, "erbij": "iets nieuws"}
    pad.write_text(json.dumps(nieuwer))
    with pytest.raises(InvoerFout, match="kaartje-nieuwer"):
        collegas.laad_kaartje(robin, pad)


def test_met_een_oude_laptop_van_een_collega_wisselt_niemand_meer_uit_tot_de_cijfers_weer_gelezen_zijn(laptops):
    robin, kim, mo = laptops
    van_kim, van_mo = opslag.mijn_id(kim.kluis), opslag.mijn_id(mo.kluis)
    assert set(collegas.namen_uit_elkaar(collegas.alle(robin)).values()) == {"Kim Proef", "Mo Proef"}
    twee = [replace(c, naam="Kim") for c in collegas.alle(robin)]
    assert len(set(collegas.namen_uit_elkaar(twee).values())) == 2, "ook bij elke knop"
    collegas.stop_met(robin, van_kim)
    assert [c.id for c in collegas.alle(robin) if c.is_nagelezen] == [van_mo]
    with pytest.raises(InvoerFout, match="contact-niet-nagelezen"):
        collegas.openbaar_van(robin, van_kim)
    collegas.bevestig(robin, van_kim)
    collegas.openbaar_van(robin, van_kim)


def test_hetzelfde_kaartje_nog_eens_laden_verandert_niets(laptops, tmp_path):
    """Ook niet met een spatie minder: er is niemand toegevoegd."""
    robin, kim, _mo = laptops
    collegas.bewaar_kaartje(kim, pad := tmp_path / "k.kaartje")
    pad.write_text(json.dumps(json.loads(pad.read_text()), separators=(",", ":")))
    voor = toegangslog.regels(robin.kluis)
    assert collegas.laad_kaartje(robin, pad).is_nagelezen
    assert toegangslog.regels(robin.kluis) == voor
