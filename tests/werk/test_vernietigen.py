"""Vernietigen is echt weg: in de kluis, in oude kopieën en in bundels; en de keten is nog na te rekenen."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta

import pytest

from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.kluis import Kluis, lees_sloten
from jeugdteam_app.opslag.redden import bronnen, red
from jeugdteam_app.productenboek.profiel import Rol
from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import (
    collegas,
    dossiers,
    gemeente_en_team,
    instellingen,
    logboek,
    overhandigen,
    reservekopie,
    samen,
    schrijven,
    vernietigen,
    wachtzin,
    werkplek,
)
from jeugdteam_app.werk.vernietigen import Grond, Verzoeker, Wegverzoek
from jeugdteam_app.zinnen.fouten import zin
from tests.conftest import MOMENT, WACHTZIN
from tests.werk.conftest import vernietig_op_verzoek
from tests.werk.test_samen import begin
from tests.werk.test_schrijven import van_een_ander


@pytest.fixture
def sam(voorbeeldplek):
    return dossiers.overzicht(voorbeeldplek)[0].id


def test_het_dossier_is_weg_en_de_rest_en_de_keten_niet(voorbeeldplek, sam):
    voor = [r.id for r in dossiers.overzicht(voorbeeldplek)]
    bewijs = vernietig_op_verzoek(voorbeeldplek, sam)
    assert [r.id for r in dossiers.overzicht(voorbeeldplek)] == [id for id in voor if id != sam]
    with pytest.raises(WereldFout, match="dossier-niet-gevonden"):
        voorbeeldplek.dossier(sam)
    assert not voorbeeldplek.kluis.bos.kent(sam)
    assert (
        voorbeeldplek.kluis.vraag("SELECT count(*) FROM wijziging WHERE stroom = ? AND inhoud NOT NULL", sam)[0][0] == 0
    )
    werkplek.controleer(voorbeeldplek)
    assert sam[:8] in bewijs
    for woord in ("Sam", "Voorbeeld", "999900006"):
        assert woord not in bewijs


def test_wat_het_gezin_deelt_blijft_zolang_er_nog_een_kind_is(voorbeeldplek, sam):
    gezin = journaal.stroom(voorbeeldplek.kluis, sam).gezin
    zus = dossiers.begin_kind(voorbeeldplek, gezin)
    schrijven.leg_vast(voorbeeldplek, zus, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Zusje")})
    vernietig_op_verzoek(voorbeeldplek, sam)
    assert voorbeeldplek.kluis.bos.kent(gezin)
    assert voorbeeldplek.dossier(zus).een(Jeugdige).roepnaam == Bekend("Zusje")
    vernietig_op_verzoek(voorbeeldplek, zus)
    assert not voorbeeldplek.kluis.bos.kent(gezin)
    werkplek.controleer(voorbeeldplek)


def test_zonder_reden_of_met_het_verkeerde_woord_gebeurt_er_niets(voorbeeldplek, sam):
    with pytest.raises(InvoerFout, match="vernietigen-zonder-grond"):
        vernietigen.vernietig(voorbeeldplek, sam, None, "Sam")
    with pytest.raises(InvoerFout, match="vernietigen-niet-overgetypt"):
        vernietigen.vernietig(voorbeeldplek, sam, Grond.VERGISSING, "Mila")
    assert voorbeeldplek.dossier(sam).een(Jeugdige).roepnaam == Bekend("Sam")


@pytest.mark.parametrize(
    ("verzoek", "fout"),
    [
        (None, "vernietigen-wie-vroeg"),
        (Wegverzoek(Verzoeker.GEZAG, date(2026, 11, 25), niets_verzet_zich=True), "vernietigen-vraag-later"),
        (Wegverzoek(Verzoeker.JEUGDIGE, date(2026, 11, 20), niets_verzet_zich=True), "vernietigen-kind-te-jong"),
        (Wegverzoek(Verzoeker.GEZAG, date(2026, 11, 20), niets_verzet_zich=False), "vernietigen-niet-nagegaan"),
        (Wegverzoek(Verzoeker.GEZAG, date(2014, 11, 20), niets_verzet_zich=True), "vernietigen-vraag-te-vroeg"),
    ],
)
def test_op_verzoek_kan_pas_als_bekend_is_wie_het_vroeg_wanneer_en_dat_niets_zich_verzet(
    voorbeeldplek, sam, verzoek, fout
):
    jong = {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(2014, 11, 21))}
    schrijven.leg_vast(voorbeeldplek, sam, jong)
    with pytest.raises(InvoerFout, match=fout):
        vernietigen.vernietig(voorbeeldplek, sam, Grond.VERZOEK, "Sam", verzoek)
    assert voorbeeldplek.dossier(sam).een(Jeugdige).roepnaam == Bekend("Sam")


@pytest.mark.parametrize(
    ("rol", "jaar", "mag"),
    [
        (Rol.SOCIAAL_TEAM, 2014, False), (Rol.SOCIAAL_TEAM, 2015, True), (Rol.POH_JEUGD, 2014, False),
        (Rol.LOKAAL_TEAM, 2011, True), (Rol.LOKAAL_TEAM, 2010, False),
    ],
)  # fmt: skip
def test_vanaf_een_leeftijd_vraagt_het_kind_het_zelf_of_wie_voor_het_kind_beslist(plek, rol, jaar, mag):
    """Bij hulp en in een praktijk vanaf 12 (Jeugdwet 7.3.15, BW 7:465), bij alleen toegang vanaf 16."""
    gemeente_en_team.bewaar(plek, instellingen.profiel(plek).model_copy(update={"rol": rol}))
    kind = dossiers.begin_gezin(plek, "Familie Proef")
    geboren = {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(jaar, 11, 20))}
    schrijven.leg_vast(plek, kind, geboren | {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam")})
    gezag = Wegverzoek(Verzoeker.GEZAG, date(2026, 11, 20), niets_verzet_zich=True)
    with nullcontext() if mag else pytest.raises(InvoerFout, match="vernietigen-jongere-vraagt-zelf") as gezegd:
        vernietigen.vernietig(plek, kind, Grond.VERZOEK, "Sam", gezag)
    if gezegd is not None:
        assert f"Vanaf {16 if rol is Rol.LOKAAL_TEAM else 12} jaar" in zin(gezegd.value)
        ander = Wegverzoek(Verzoeker.VERTEGENWOORDIGER, date(2026, 11, 20), niets_verzet_zich=True)
        assert "die dit zelf niet kan" in vernietigen.vernietig(plek, kind, Grond.VERZOEK, "Sam", ander)


def test_met_twee_geboortedatums_kiest_eerst_een_mens(voorbeeldplek, sam):
    """Anders telde er geen leeftijd, en mocht iedereen het vragen."""
    geboren = (Jeugdige.soort, Jeugdige.geboortedatum)
    schrijven.leg_vast(voorbeeldplek, sam, {geboren: Bekend(date(2008, 1, 1))})
    van_een_ander(voorbeeldplek, sam, Jeugdige.geboortedatum.plaats(Jeugdige.soort), {"b": "2008-02-01"}, gezien=False)
    verzoek = Wegverzoek(Verzoeker.GEZAG, date(2026, 11, 20), niets_verzet_zich=True)
    with pytest.raises(InvoerFout, match="vernietigen-welke-geboortedatum"):
        vernietigen.vernietig(voorbeeldplek, sam, Grond.VERZOEK, "Sam", verzoek)
    ouder = voorbeeldplek.dossier(sam).gezagsdragers()[0].sleutel
    assert overhandigen.inzage_vraagt(voorbeeldplek, sam, ouder) is overhandigen.Vraagt.DE_JONGERE


def test_is_de_schijf_te_vol_om_de_sleutels_op_te_ruimen_dan_is_het_toch_weg_en_zegt_het_programma_dat(
    voorbeeldplek, sam, monkeypatch
):
    """De tekst is al weg; de sleutels gaan dan bij de volgende opening."""

    def vol(_kluis):
        raise WereldFout("schrijven-mislukt")

    monkeypatch.setattr(vernietigen.journaal, "ruim_sleutels_op", vol)
    assert "is op 24-11-2026 vernietigd" in vernietig_op_verzoek(voorbeeldplek, sam)


def test_na_redden_is_het_bewijs_er_nog(laptops, tmp_path):
    robin = laptops[0]
    weg, blijft, ook = begin(robin), begin(robin), begin(robin)
    dossiers.begin_broer_of_zus(robin, ook)
    for kind in (weg, ook):
        vernietig_op_verzoek(robin, kind)
    bewijzen, map_ = vernietigen.bewijzen(robin), robin.kluis.map
    sleutel, sloten = robin.kluis.sleutel, lees_sloten(map_)
    robin.sluit()
    gered = werkplek.Werkplek(red(bronnen(map_, []), sleutel, sloten, tmp_path / "gered").kluis, robin.klok, "Robin")
    assert vernietigen.bewijzen(gered) == bewijzen
    assert len(bewijzen) == 2
    assert blijft in {r.id for r in dossiers.overzicht(gered)}
    gered.sluit()


def test_het_bewijs_zegt_wie_vroeg_in_welke_rol_en_wanneer(voorbeeldplek, sam):
    twaalf = {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(2014, 11, 20))}
    schrijven.leg_vast(voorbeeldplek, sam, twaalf)
    verzoek = Wegverzoek(Verzoeker.JEUGDIGE, date(2026, 11, 20), niets_verzet_zich=True)
    bewijs = vernietigen.vernietig(voorbeeldplek, sam, Grond.VERZOEK, "Sam", verzoek)
    assert "Op 20-11-2026 vroeg het kind of de jongere zelf hierom." in bewijs
    assert "verzoek, jeugdige, 2026-11-20" in {r.waarover for r in toegangslog.regels(voorbeeldplek.kluis)}


def test_het_bewijs_is_later_nog_eens_te_lezen(voorbeeldplek, sam):
    assert vernietigen.bewijzen(voorbeeldplek) == ()
    verzoek = Wegverzoek(Verzoeker.GEZAG, date(2026, 11, 20), niets_verzet_zich=True)
    eerst = vernietigen.vernietig(voorbeeldplek, sam, Grond.VERZOEK, "Sam", verzoek)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=400))
    voorbeeldplek.wie = "Iemand Anders"
    [later] = vernietigen.bewijzen(voorbeeldplek)
    assert eerst.startswith(later)
    assert "Robin Proef" in later
    assert "Sam" not in later


def test_de_termijn_is_pas_een_reden_als_zij_bekend_en_voorbij_is(voorbeeldplek, sam):
    met = instellingen.profiel(voorbeeldplek).model_copy(update={"bewaren_toegang_jaren": 5})
    for profiel, jaren, mag in ((None, 30, False), (met, 4, False), (met, 6, True)):
        if profiel is not None:
            gemeente_en_team.bewaar(voorbeeldplek, profiel)
        voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=365 * jaren))
        with nullcontext() if mag else pytest.raises(InvoerFout, match="vernietigen-termijn-loopt"):
            assert "bewaartermijn" in vernietigen.vernietig(voorbeeldplek, sam, Grond.TERMIJN, "Sam")


def test_ook_uit_een_echte_oude_kopie_komt_het_niet_terug(voorbeeldplek, sam, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    oud = reservekopie.kies_plek(voorbeeldplek, stick)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=1))
    vernietig_op_verzoek(voorbeeldplek, sam)
    gezet = reservekopie.zet_terug(oud, WACHTZIN, tmp_path / "elders")
    with pytest.raises(WereldFout, match="dossier-niet-gevonden"):
        gezet.werkplek.dossier(sam)
    namen = [r.naam for r in dossiers.overzicht(gezet.werkplek)]
    assert not any("Sam" in naam for naam in namen)
    gezet.werkplek.sluit()


def test_ook_uit_een_bundel_komt_het_niet_terug(voorbeeldplek, sam, tmp_path):
    kim = werkplek.maak(werkplek.bereid_voor(tmp_path / "kim", "K", "Kim", WACHTZIN), VasteKlok(MOMENT), VLOER)
    for van, naar in ((voorbeeldplek, kim), (kim, voorbeeldplek)):
        collegas.bewaar_kaartje(van, tmp_path / "k")
        collegas.bevestig(naar, collegas.laad_kaartje(naar, tmp_path / "k").id)
    samen.verstuur(voorbeeldplek, [sam], [opslag.mijn_id(kim.kluis)], tmp_path / "een")
    samen.neem_over(kim, samen.bekijk(kim, tmp_path / "een"))
    vernietig_op_verzoek(voorbeeldplek, sam)
    samen.verstuur(kim, [sam], [opslag.mijn_id(voorbeeldplek.kluis)], tmp_path / "twee")
    proef = samen.bekijk(voorbeeldplek, tmp_path / "twee")
    assert (proef.vernietigd, proef.van_vernietigd_gezin) == (1, 0)
    samen.neem_over(voorbeeldplek, proef)
    assert sam not in [r.id for r in dossiers.overzicht(voorbeeldplek)]
    kim.sluit()


def test_valt_het_stil_voor_de_sleutel_weg_is_dan_gaat_die_bij_het_openen(voorbeeldplek, sam, monkeypatch):
    def stroom_valt_uit(_kluis):
        raise KeyboardInterrupt

    map_ = voorbeeldplek.kluis.map
    with monkeypatch.context() as even:
        even.setattr(Kluis, "bewaar_bos", stroom_valt_uit)
        with pytest.raises(KeyboardInterrupt):
            vernietig_op_verzoek(voorbeeldplek, sam)
    voorbeeldplek.sluit()
    opnieuw = werkplek.open_met_wachtzin(map_, WACHTZIN)
    assert not opnieuw.kluis.bos.kent(sam)
    assert sam not in [r.id for r in dossiers.overzicht(opnieuw)]
    opnieuw.sluit()
    nog_eens = werkplek.open_met_wachtzin(map_, WACHTZIN)
    assert not nog_eens.kluis.bos.kent(sam), "ook in het bestand is de sleutel weg"
    nog_eens.sluit()


def test_wie_keek_staat_er_met_wie_het_las(voorbeeldplek, sam):
    dossiers.open_(voorbeeldplek, sam)
    gezien = logboek.wie_keek(voorbeeldplek, sam)
    assert gezien[0].wat == "keek wie er in dit dossier keek"
    assert any(b.wat == "keek in dit dossier" and b.wie == "Robin Proef" for b in gezien)


def test_een_andere_wachtzin(voorbeeldplek, monkeypatch):
    from jeugdteam_app.sleutels import sloten

    monkeypatch.setattr(sloten, "geijkt", lambda: VLOER)
    nieuw, map_ = "schaap fiets boter lamp wolk", voorbeeldplek.kluis.map
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        wachtzin.verander(voorbeeldplek, "niet de goede wachtzin", nieuw)
    with pytest.raises(InvoerFout, match="wachtzin-te-zwak"):
        wachtzin.verander(voorbeeldplek, WACHTZIN, "kort")
    wachtzin.verander(voorbeeldplek, WACHTZIN, nieuw)
    voorbeeldplek.sluit()
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        werkplek.open_met_wachtzin(map_, WACHTZIN)
    werkplek.open_met_wachtzin(map_, nieuw).sluit()
