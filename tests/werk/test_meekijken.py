"""Vier ogen: een getekende verklaring geldt voor precies dit ontwerp, van iemand die u kent, en nooit van uzelf."""

from __future__ import annotations

import json

import pytest

from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.onderzoek import Onderzoek, Stap
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from jeugdteam_app.sleutels.identiteit import maak_dicht
from jeugdteam_app.werk import (
    dossiers,
    gemeente_en_team,
    meekijken,
    overhandigen,
    schrijven,
    toewijzen,
    vaststellen,
    voorbeelden,
)
from tests.werk.conftest import stel_voor
from tests.werk.test_samen import breng
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast, tekst_van, tweede


@pytest.fixture
def ontwerp(laptops, tmp_path):
    """Robin besluit, Kim kijkt mee; het ontwerp staat op allebei de laptops."""
    robin, kim, _mo = laptops
    voorbeelden.laad(robin)
    gemeente_en_team.bewaar(robin, voorbeeldprofiel().model_copy(update={"vier_ogen": True}))
    gemeente_en_team.bewaar(kim, voorbeeldprofiel().model_copy(update={"functie": "gedragswetenschapper"}))
    dossier = next(r.id for r in dossiers.overzicht(robin) if "Sam" in r.naam)
    sleutel = tweede(robin, dossier)
    breng(robin, dossier, kim, tmp_path)
    return robin, kim, dossier, sleutel


def codes(plek, dossier, sleutel):
    return {b.code for b in toewijzen.lees(plek, dossier, sleutel).bevindingen}


def test_zonder_meekijker_is_het_een_concept_en_met_niet_meer(ontwerp, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    assert "vier-ogen" in codes(robin, dossier, sleutel)
    for bevinding in toewijzen.lees(robin, dossier, sleutel).bevindingen:
        if bevinding.zwaarte == "advies":
            toewijzen.leg_opzij(robin, dossier, sleutel, bevinding.code, "Samen besproken.")
    breng(robin, dossier, kim, tmp_path)
    with pytest.raises(InvoerFout, match="toets-vier-ogen"):
        vaststellen.stel_vast(robin, dossier, sleutel)
    pad = tmp_path / "v.meegekeken"
    meekijken.verklaar(kim, dossier, sleutel, "Goed onderbouwd.", pad, akkoord=True)
    assert meekijken.lees_in(robin, dossier, sleutel, pad).wie == "Kim Proef"
    vaststellen.stel_vast(robin, dossier, sleutel)
    pdf = tekst_van(overhandigen.besluit_pdf(robin, dossier, sleutel))
    assert "Kim Proef" in pdf
    assert "keek mee met dit besluit" in pdf


def test_de_verklaring_reist_ook_mee_in_een_bundel(ontwerp, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    meekijken.verklaar(kim, dossier, sleutel, "", tmp_path / "v", akkoord=True)
    assert meekijken.geldig(kim, dossier, sleutel) is None, "bij Kim zelf telt zij niet als meekijker"
    breng(kim, dossier, robin, tmp_path)
    assert meekijken.geldig(robin, dossier, sleutel).wie == "Kim Proef"


def test_na_een_verandering_geldt_zij_niet_meer(ontwerp, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    pad = tmp_path / "v"
    meekijken.verklaar(kim, dossier, sleutel, "", pad, akkoord=True)
    meekijken.lees_in(robin, dossier, sleutel, pad)
    toewijzen.wijzig(robin, dossier, sleutel, volume=4)
    assert meekijken.geldig(robin, dossier, sleutel) is None
    with pytest.raises(InvoerFout, match="meekijken-ander-ontwerp"):
        meekijken.lees_in(robin, dossier, sleutel, pad)


def test_niet_eens_vraagt_uitleg_en_is_een_advies(ontwerp, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    with pytest.raises(InvoerFout, match="meekijken-zonder-uitleg"):
        meekijken.verklaar(kim, dossier, sleutel, " ", tmp_path / "v", akkoord=False)
    meekijken.verklaar(kim, dossier, sleutel, "Te zwaar.", tmp_path / "v", akkoord=False)
    meekijken.lees_in(robin, dossier, sleutel, tmp_path / "v")
    assert "meekijker-niet-eens" in codes(robin, dossier, sleutel)
    assert "vier-ogen" not in codes(robin, dossier, sleutel)
    _stel_vast(robin, dossier, sleutel)
    pdf = tekst_van(overhandigen.besluit_pdf(robin, dossier, sleutel))
    assert "Die was het er niet mee eens: Te zwaar." in pdf
    assert "Wat wij daarmee deden: Samen besproken." in pdf


def test_de_stappen_en_de_naam_horen_erbij(ontwerp, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    kim.wie = "Dr. Iemand Anders"
    meekijken.verklaar(kim, dossier, sleutel, "", tmp_path / "v", akkoord=True)
    meekijken.lees_in(robin, dossier, sleutel, tmp_path / "v")
    assert meekijken.geldig(robin, dossier, sleutel).wie == "Kim Proef", "de naam van het nagelezen kaartje"
    schrijven.leg_vast(robin, dossier, {(Onderzoek.soort, Onderzoek.tekort): Bekend(Stap(tekst="Iets anders"))})
    assert meekijken.geldig(robin, dossier, sleutel) is None


@pytest.mark.parametrize(
    ("anders", "code"),
    [({"toelichting": "Heel goed"}, "handtekening"), ({"akkoord": False}, "handtekening"), ({"wie": "Mo"}, "handtekening"),
     ({"sleutel": "toewijzing:x"}, "ander-ontwerp"), ({"handtekening": "00"}, "handtekening"), ({"afdruk": 3}, "onleesbaar"),
     ({"afdruk": "0" * 64, "programma": "0.0.1"}, "andere-versie")],
)  # fmt: skip
def test_wie_er_iets_aan_verandert_valt_op(ontwerp, tmp_path, anders, code):
    robin, kim, dossier, sleutel = ontwerp
    pad = tmp_path / "v"
    meekijken.verklaar(kim, dossier, sleutel, "", pad, akkoord=True)
    ik = opslag.identiteit(robin.kluis)
    anders_gezegd = json.dumps(json.loads(ik.maak_open(pad.read_bytes())) | anders)
    pad.write_bytes(maak_dicht(anders_gezegd.encode(), [ik.openbaar]))
    with pytest.raises(InvoerFout, match=f"meekijken-{code}"):
        meekijken.lees_in(robin, dossier, sleutel, pad)
    assert waarde(Toegewezen(robin.dossier(dossier).kind, sleutel).meegekeken) is None


def test_van_jezelf_telt_niet(ontwerp, tmp_path):
    robin, _kim, dossier, sleutel = ontwerp
    meekijken.verklaar(robin, dossier, sleutel, "", tmp_path / "v", akkoord=True)
    assert meekijken.geldig(robin, dossier, sleutel) is None
    assert "vier-ogen" in codes(robin, dossier, sleutel)


def test_van_jezelf_vanaf_een_tweede_laptop_telt_ook_niet(ontwerp, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    kim.wie = "  robin PROEF "
    stel_voor(robin, kim, tmp_path)
    meekijken.verklaar(kim, dossier, sleutel, "", tmp_path / "v", akkoord=True)
    with pytest.raises(InvoerFout, match="meekijken-zelf"):
        meekijken.lees_in(robin, dossier, sleutel, tmp_path / "v")
    assert "vier-ogen" in codes(robin, dossier, sleutel)


def test_alleen_wie_het_dossier_ook_heeft_leest_de_verklaring(ontwerp, laptops, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    meekijken.verklaar(kim, dossier, sleutel, "Mij valt op: te zwaar.", pad := tmp_path / "v", akkoord=False)
    assert b"te zwaar" not in pad.read_bytes()
    assert dossier.encode() not in pad.read_bytes()
    with pytest.raises(InvoerFout, match="bundel-niet-te-openen"):
        opslag.identiteit(laptops[2].kluis).maak_open(pad.read_bytes())
    assert meekijken.lees_in(robin, dossier, sleutel, pad).toelichting == "Mij valt op: te zwaar."


def test_zonder_iemand_om_het_te_lezen_komt_er_geen_bestand(laptops, tmp_path):
    robin = laptops[0]
    voorbeelden.laad(robin)
    dossier = next(r.id for r in dossiers.overzicht(robin) if "Sam" in r.naam)
    with pytest.raises(InvoerFout, match="meekijken-voor-niemand"):
        meekijken.verklaar(robin, dossier, tweede(robin, dossier), "", pad := tmp_path / "v", akkoord=True)
    assert not pad.exists()


def test_wat_er_niet_uitziet_als_een_verklaring(ontwerp, tmp_path):
    robin, _kim, dossier, sleutel = ontwerp
    for inhoud in (b"", b"{}", b"\xff", b" " * 60_000):
        (pad := tmp_path / "v").write_bytes(inhoud)
        with pytest.raises(InvoerFout, match="meekijken-onleesbaar"):
            meekijken.lees_in(robin, dossier, sleutel, pad)


def test_ook_wat_er_verder_in_de_brief_staat_hoort_erbij(ontwerp, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    meekijken.verklaar(kim, dossier, sleutel, "", pad := tmp_path / "v", akkoord=True)
    meekijken.lees_in(robin, dossier, sleutel, pad)
    assert meekijken.geldig(robin, dossier, sleutel)
    schrijven.leg_vast(robin, dossier, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Een ander")})
    assert meekijken.geldig(robin, dossier, sleutel) is None


def test_een_bezwaar_verdwijnt_niet_door_een_ouder_of_een_ander_ja(ontwerp, laptops, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    mo = laptops[2]
    breng(robin, dossier, mo, tmp_path)
    for wie, naam, woorden, akkoord in ((kim, "ja", "", True), (kim, "nee", "Te veel.", False), (mo, "mo", "", True)):
        meekijken.verklaar(wie, dossier, sleutel, woorden, tmp_path / naam, akkoord=akkoord)
    meekijken.lees_in(robin, dossier, sleutel, tmp_path / "nee")
    with pytest.raises(InvoerFout, match="meekijken-ouder"):
        meekijken.lees_in(robin, dossier, sleutel, tmp_path / "ja")
    with pytest.raises(InvoerFout, match="meekijken-ander-oneens"):
        meekijken.lees_in(robin, dossier, sleutel, tmp_path / "mo")
    assert "meekijker-niet-eens" in codes(robin, dossier, sleutel)


def test_twee_verklaringen_kiest_een_mens_en_geen_bestand(ontwerp, laptops, tmp_path):
    robin, kim, dossier, sleutel = ontwerp
    mo = laptops[2]
    breng(robin, dossier, mo, tmp_path)
    meekijken.verklaar(kim, dossier, sleutel, "Te veel.", tmp_path / "kim", akkoord=False)
    meekijken.verklaar(mo, dossier, sleutel, "", tmp_path / "mo", akkoord=True)
    breng(kim, dossier, robin, tmp_path)
    breng(mo, dossier, robin, tmp_path)
    with pytest.raises(InvoerFout, match="meekijken-eerst-kiezen"):
        meekijken.lees_in(robin, dossier, sleutel, tmp_path / "mo")
