"""Wat een besluit tegenhoudt of anders zegt, zodat het klopt voor het gezin, de rechter en de aanbieder."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord, Vraagverheldering
from jeugdteam_app.dossier.afweging import Afweging
from jeugdteam_app.dossier.brief import Brief, Briefsoort
from jeugdteam_app.dossier.gezin import Adres, Huishouden, Jeugdige, Persoon
from jeugdteam_app.dossier.onderzoek import Onderzoek, Stap
from jeugdteam_app.dossier.post import Afwijsreden, Post, Verzoek, Verzoekantwoord
from jeugdteam_app.dossier.stappen import STAPPEN
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Levering, Redenwijziging, Toegewezen, Toewijzing, Weigergrond
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.productenboek.profiel import Artikel, Rol, voorbeeldprofiel
from jeugdteam_app.regels.agenda import agenda, dag_van_besluit
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.werk import (
    brieven,
    dossiers,
    gemeente_en_team,
    instellingen,
    overhandigen,
    postvak,
    schrijven,
    toewijzen,
    verzoeken,
)
from tests.conftest import MOMENT
from tests.uitwisseling import berichten
from tests.werk.test_soorten_besluit import NIEUW_EINDE, wijzig
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast, tekst_van, tweede


def codes(plek, dossier, sleutel):
    return {b.code for b in toewijzen.lees(plek, dossier, sleutel).bevindingen}


def pdf_van(plek, dossier, sleutel):
    return tekst_van(overhandigen.besluit_pdf(plek, dossier, sleutel))


@pytest.mark.parametrize(
    ("delen", "vraagt"),
    [
        ({"einddatum": NIEUW_EINDE, "reden_wijziging": Redenwijziging.DOOR_AANBIEDER}, True),
        ({"volume": 20, "reden_wijziging": Redenwijziging.CORRECTIE}, True),
        ({"volume": 2, "frequentie": Frequentie.PER_WEEK, "reden_wijziging": Redenwijziging.DOOR_AANBIEDER}, True),
        ({"volume": 1200, "eenheid": Eenheid.MINUUT, "reden_wijziging": Redenwijziging.DOOR_AANBIEDER}, True),
        ({"volume": 600, "eenheid": Eenheid.MINUUT, "reden_wijziging": Redenwijziging.DOOR_AANBIEDER}, False),
        ({"einddatum": date(2027, 5, 1), "reden_wijziging": Redenwijziging.VERKORTING}, False),
    ],
)
def test_langer_of_meer_vraagt_een_terugblik_wat_de_reden_ook_heet(voorbeeldplek, sam, delen, vraagt):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, **delen)
    assert ("verlengen-zonder-terugblik" in codes(voorbeeldplek, sam[0], sleutel)) is vraagt


@pytest.mark.parametrize(
    ("volume", "frequentie", "vraagt"),
    [
        (10, Frequentie.PER_MAAND, False), (9, Frequentie.PER_MAAND, False), (11, Frequentie.PER_MAAND, True),
        (2, Frequentie.PER_WEEK, False), (4, Frequentie.PER_WEEK, True), (30, Frequentie.TOTAAL, False),
        (50, Frequentie.TOTAAL, True),
    ],
)  # fmt: skip
def test_halverwege_een_maand_iets_anders_is_niet_vanzelf_meer(volume, frequentie, vraagt):
    """Tien uur per maand, en vanaf half september iets anders: september telt niet in beide helften mee."""
    oud = Toewijzing(
        categorie="54", productcode="54001", volume=10, eenheid=Eenheid.UUR, frequentie=Frequentie.PER_MAAND,
        ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 12, 31), aanbieder="Eerst",
    )  # fmt: skip
    anders = {"volume": volume, "frequentie": frequentie, "ingangsdatum": date(2027, 9, 15), "aanbieder": "Dan"}
    assert lopend.is_meer(oud.model_copy(update=anders), oud) is vraagt


def test_wat_er_van_het_oude_blijft_telt_mee_voor_of_het_meer_is(voorbeeldplek, sam):
    """Twaalf uur in totaal: er blijft acht uur van over, en daarna komt er zes bij."""
    oud = toewijzen.lees(voorbeeldplek, *sam).inhoud
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    delen = {"ingangsdatum": oud.ingangsdatum + timedelta(days=90), "reden_wijziging": Redenwijziging.DOOR_AANBIEDER}
    for volume, over, vraagt in ((6, 8, True), (4, 8, False), (6, None, False)):
        toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, volume=volume, over_voor_oud=over, **delen)
        assert ("verlengen-zonder-terugblik" in codes(voorbeeldplek, sam[0], sleutel)) is vraagt, (volume, over)


@pytest.mark.parametrize(
    ("volume", "eenheid", "frequentie", "te_veel"),
    [
        (168, Eenheid.UUR, Frequentie.PER_WEEK, False), (169, Eenheid.UUR, Frequentie.PER_WEEK, True),
        (25, Eenheid.UUR, Frequentie.PER_DAG, True), (8, Eenheid.ETMAAL, Frequentie.PER_WEEK, True),
        (7, Eenheid.ETMAAL, Frequentie.PER_WEEK, False), (99_999_999, Eenheid.STUKS_OUTPUT, Frequentie.PER_WEEK, False),
    ],
)  # fmt: skip
def test_meer_uren_dan_er_zijn_valt_op(voorbeeldplek, sam, volume, eenheid, frequentie, te_veel):
    sleutel = tweede(voorbeeldplek, sam[0], volume=volume, eenheid=eenheid, frequentie=frequentie)
    assert ("meer-dan-kan" in codes(voorbeeldplek, sam[0], sleutel)) is te_veel


def test_een_afwijzing_zonder_onderzoek_is_nog_geen_besluit(voorbeeldplek, sam):
    leeg = {(Onderzoek.soort, getattr(Onderzoek, naam)): Onbekend() for naam in STAPPEN}
    schrijven.leg_vast(voorbeeldplek, sam[0], leeg)
    sleutel = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.AFWIJZEN)
    delen = {
        "niet_toegekend": "Een tweede behandelaar",
        "weigergrond": Weigergrond.NIET_NODIG,
        "waarom_niet": "Zo gaat het.",
    }
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, gehoord_op=date(2026, 11, 20), **delen)
    with pytest.raises(InvoerFout, match="toets-vijf-stappen"):
        _stel_vast(voorbeeldplek, sam[0], sleutel)
    stap = Stap(tekst="Dat is onderzocht.", deskundige="M. Proef", discipline="orthopedagoog")
    schrijven.leg_vast(voorbeeldplek, sam[0], {plek: Bekend(stap) for plek in leeg})
    _stel_vast(voorbeeldplek, sam[0], sleutel)


def test_een_deel_weigeren_op_eigen_kracht_tegen_de_antwoorden_in_staat_met_reden_in_de_brief(voorbeeldplek, sam):
    profiel = instellingen.profiel(voorbeeldplek)
    artikel = Artikel(onderwerp="eigen kracht", artikel="artikel 9", geldig_van=date(2026, 1, 1), maatstaf="wat kan")
    oud = artikel.model_copy(update={"maatstaf": "de oude maatstaf", "geldig_van": date(2020, 1, 1)})
    verlopen = Artikel(
        onderwerp="vervoer", artikel="artikel 88", geldig_van=date(2020, 1, 1), geldig_tot=date(2025, 1, 1)
    )
    artikelen = (*profiel.artikelen, oud, artikel, verlopen)
    gemeente_en_team.bewaar(voorbeeldplek, profiel.model_copy(update={"artikelen": artikelen}))
    sleutel = tweede(
        voorbeeldplek, sam[0], niet_toegekend="Hulp bij huiswerk", weigergrond=Weigergrond.EIGEN_KRACHT,
        waarom_niet="Opa doet dit.", gehoord_op=date(2026, 11, 20),
    )  # fmt: skip
    schrijven.leg_vast(voorbeeldplek, sam[0], {
        (Afweging.soort, getattr(Afweging, naam)): Bekend(antwoord)
        for naam, antwoord in {"ouders_in_staat": Antwoord.NEE, "ouders_beschikbaar": Antwoord.JA,
                               "dreigt_overbelasting": Antwoord.NEE, "geld_knelt": Antwoord.NEE}.items()
    })  # fmt: skip
    assert "eigen-kracht-spreekt-tegen" in codes(voorbeeldplek, sam[0], sleutel)
    toewijzen.leg_opzij(voorbeeldplek, sam[0], sleutel, "eigen-kracht-spreekt-tegen", "Voor huiswerk kan opa het wel.")
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    gelezen = pdf_van(voorbeeldplek, sam[0], sleutel)
    assert "Voor huiswerk kan opa het wel." in gelezen
    assert "Artikel 9 van de verordening: wat kan" in gelezen
    assert "de oude maatstaf" not in gelezen
    assert "artikel 88" not in gelezen.casefold()


def test_wie_elders_woont_krijgt_het_besluit_op_het_eigen_adres_dat_niet_in_de_brief_staat(voorbeeldplek, sam):
    karim = voorbeeldplek.dossier(sam[0]).alle(Persoon)[1].sleutel
    thuis = voorbeeldplek.dossier(sam[0]).alle(Huishouden)[0].sleutel
    adres = Adres(straat="Geheimstraat", huisnummer="9", postcode="1234 AB", plaats="Elders")
    elders = schrijven.voeg_toe(voorbeeldplek, sam[0], Huishouden, {Huishouden.adres: adres})
    noor = voorbeeldplek.dossier(sam[0]).alle(Persoon)[0].sleutel
    schrijven.leg_vast(voorbeeldplek, sam[0], {
        (Jeugdige.soort, Jeugdige.huishouden): Bekend(thuis), (noor, Persoon.huishouden): Bekend(thuis),
        (karim, Persoon.huishouden): Bekend(elders),
    })  # fmt: skip
    sleutel = tweede(voorbeeldplek, sam[0])
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    gelezen = pdf_van(voorbeeldplek, sam[0], sleutel)
    assert "Gaat ook naar: Karim Voorbeeld, op het eigen adres" in gelezen
    assert "Geheimstraat" not in gelezen


def test_een_verbetering_zegt_dat_er_een_fout_stond_en_houdt_wat_goed_was(voorbeeldplek, sam):
    oud = toewijzen.lees(voorbeeldplek, *sam).inhoud
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, reden_wijziging=Redenwijziging.CORRECTIE, einddatum=date(2027, 6, 1)
    )
    assert toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen[0].code == "correctie-zonder-fout"
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, wat_was_fout="De laatste dag was een week te laat.")
    nieuw = toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud
    assert (nieuw.motivering, nieuw.motivering_omvang) == (oud.motivering, oud.motivering_omvang)
    assert (nieuw.evaluatiedatum, nieuw.afschalen_op) == (oud.evaluatiedatum, oud.afschalen_op)
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    gelezen = pdf_van(voorbeeldplek, sam[0], sleutel)
    assert "stond een fout. De laatste dag was een week te laat." in gelezen
    assert "We hebben samen gekeken hoe het gaat" not in gelezen


def test_een_ander_budget_staat_bij_wat_verandert_en_stoppen_noemt_geen_budget(voorbeeldplek, sam):
    pgb = {
        "levering": Levering.PGB, "budget": 100_000, "pgb_bekwaam": "Ja.", "pgb_waarom": "Ja.", "pgb_kwaliteit": "Ja.",
        "pgb_berekening": "Zo is het berekend.",
    }  # fmt: skip
    een = tweede(voorbeeldplek, sam[0], **pgb)
    _stel_vast(voorbeeldplek, sam[0], een)
    twee, _vast = wijzig(voorbeeldplek, sam[0], een, budget=200_000, reden_wijziging=Redenwijziging.CONTRACT)
    gelezen = pdf_van(voorbeeldplek, sam[0], twee)
    assert "Het budget: eerst € 1.000,00, nu € 2.000,00." in gelezen
    assert "8.1.4" in gelezen
    drie, _vast = wijzig(
        voorbeeldplek, sam[0], twee, Besluitsoort.BEEINDIGEN, einddatum=date(2027, 8, 1),
        reden_wijziging=Redenwijziging.VERKORTING,
    )  # fmt: skip
    gelezen = pdf_van(voorbeeldplek, sam[0], drie)
    assert "2.000" not in gelezen
    assert "U kunt het gebruiken voor hulp tot en met deze dag" in gelezen


def test_een_toewijzing_met_alleen_een_budget_heeft_geen_open_plek(voorbeeldplek, sam):
    sleutel = tweede(
        voorbeeldplek, sam[0], categorie="", productcode="", volume=None, eenheid=None, frequentie=None, budget=90_000
    )
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    assert "Nog niet ingevuld" not in pdf_van(voorbeeldplek, sam[0], sleutel)


def test_een_eigen_tarief_geeft_het_bedrag(voorbeeldplek, sam):
    sleutel = tweede(voorbeeldplek, sam[0], tarief=None, eigen_tarief=9_500, tariefbron="contract 2027, bijlage 2")
    inhoud = toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud
    assert inhoud.maximumkosten.centen == inhoud.maximum.totaal * 9_500
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    assert "contract 2027, bijlage 2" in pdf_van(voorbeeldplek, sam[0], sleutel)
    assert Toewijzing().maximumkosten is None


def punten(plek, dossier):
    return {p.code for p in agenda(plek.dossier(dossier), plek.vandaag, Plaatselijk())}


def test_na_een_wijziging_op_de_dag_van_het_bericht_moet_er_weer_een_bericht(voorbeeldplek, sam):
    overhandigen.bericht_xml(voorbeeldplek, *sam)
    assert "bericht" not in punten(voorbeeldplek, sam[0])
    sleutel, _vast = wijzig(
        voorbeeldplek, sam[0], sam[1], einddatum=date(2027, 5, 1), reden_wijziging=Redenwijziging.VERKORTING
    )
    assert "bericht" in punten(voorbeeldplek, sam[0])
    overhandigen.bericht_xml(voorbeeldplek, sam[0], sleutel)
    assert "bericht" not in punten(voorbeeldplek, sam[0])


def test_een_bericht_over_het_einde_zegt_ook_wanneer_de_hulp_begon(voorbeeldplek, sam, tmp_path):
    (pad := tmp_path / "stop.xml").write_bytes(berichten.stop(300201))
    postvak.neem_op(voorbeeldplek, postvak.bekijk(voorbeeldplek, pad))
    van = Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1])
    assert waarde(van.gestopt_op) is not None
    assert waarde(van.gestart_op) is not None


def test_identificaties_van_twee_laptops_botsen_niet_en_blijven_twaalf_tekens(voorbeeldplek, sam):
    gezien = set()
    for _keer in range(40):
        overhandigen.bericht_xml(voorbeeldplek, *sam)
    for post in voorbeeldplek.dossier(sam[0]).alle(Post):
        gezien.add(waarde(post.inhoud).identificatie)
    assert len(gezien) == 40
    assert {len(i) for i in gezien} == {12}
    assert len({i[:7] for i in gezien}) == 1


@pytest.mark.parametrize(
    ("rol", "begin"), [(Rol.ADVISEUR, "Geef uw advies"), (Rol.SOCIAAL_TEAM, "Geef de aanvraag op tijd door")]
)
def test_een_team_dat_adviseert_is_klaar_met_het_advies(voorbeeldplek, sam, rol, begin):
    leeg = dossiers.begin_gezin(voorbeeldplek, "Advies")
    aanvraag = voorbeeldplek.vandaag - timedelta(days=10)
    schrijven.leg_vast(voorbeeldplek, leeg, {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(aanvraag)})
    profiel = voorbeeldprofiel().model_copy(update={"rol": rol})
    gemeente_en_team.bewaar(voorbeeldplek, profiel)

    def open_():
        hier = Plaatselijk(rol=instellingen.profiel(voorbeeldplek).rol)
        return {p.code: p.wat for p in agenda(voorbeeldplek.dossier(leeg), voorbeeldplek.vandaag, hier)}

    assert open_()["besluit"].startswith(begin)
    brief = brieven.begin(voorbeeldplek, leeg, Briefsoort.GEMEENTE)
    assert "besluit" in open_(), "een begin is nog geen advies"
    brieven.pdf(voorbeeldplek, leeg, brief)
    assert "besluit" not in open_()


def test_een_advies_aan_de_gemeente_noemt_wie_het_is_de_stappen_en_de_grens(voorbeeldplek, sam):
    tweede(voorbeeldplek, sam[0])
    sleutel = brieven.begin(voorbeeldplek, sam[0], Briefsoort.GEMEENTE)
    gelezen = " ".join(tekst_van(brieven.pdf(voorbeeldplek, sam[0], sleutel)).split())
    for zin in (
        voorbeeldplek.dossier(sam[0]).een(Jeugdige).volledige_naam,
        "Geboren op",
        "Zo is er gekeken",
        "ten hoogste 3 uur per week",
        "Wie of wat daarna helpt: de juf",
    ):
        assert zin in gelezen, zin
    assert "U vertelde ons" not in gelezen


def test_een_brief_noemt_geen_dag_die_al_voorbij_is(voorbeeldplek, sam):
    gisteren = voorbeeldplek.vandaag - timedelta(days=1)
    schrijven.leg_vast(
        voorbeeldplek, sam[0], {(Vraagverheldering.soort, Vraagverheldering.volgende_datum): Bekend(gisteren)}
    )
    sleutel = brieven.begin(voorbeeldplek, sam[0], Briefsoort.GEZIN)
    assert "We zien elkaar weer" not in waarde(Brief(voorbeeldplek.dossier(sam[0]).kind, sleutel).tekst)


def test_een_andere_eenheid_laat_de_prijs_van_de_oude_niet_staan(voorbeeldplek, sam):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    was = toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud
    assert (was.eenheid, was.eigen_tarief) == (Eenheid.UUR, 9600)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, volume=90, eenheid=Eenheid.MINUUT)
    nu = toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud
    assert (nu.eigen_tarief, nu.maximumkosten) == (None, None)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, eigen_tarief=160)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, volume=60)
    assert toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud.eigen_tarief == 160


@pytest.mark.parametrize(
    ("reden", "open_"),
    [(Redenwijziging.CONTRACT, True), (Redenwijziging.DOOR_AANBIEDER, True), (Redenwijziging.VERLENGING, False)],
)
def test_alleen_een_besluit_op_de_vraag_beantwoordt_de_aanvraag(voorbeeldplek, sam, reden, open_):
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=30))
    aanvraag = {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(voorbeeldplek.vandaag)}
    schrijven.leg_vast(voorbeeldplek, sam[0], aanvraag)
    wijzig(voorbeeldplek, *sam, reden_wijziging=reden, einddatum=date(2027, 12, 31))
    assert (dag_van_besluit(voorbeeldplek.dossier(sam[0])) is not None) is open_


def test_twee_keer_hetzelfde_pgb_in_dezelfde_tijd_valt_op(voorbeeldplek, sam):
    pgb = {
        "levering": Levering.PGB, "budget": 100_000, "pgb_bekwaam": "Ja.", "pgb_waarom": "Ja.", "pgb_kwaliteit": "Ja.",
        "ingangsdatum": date(2027, 7, 1), "einddatum": date(2027, 9, 1),
    }  # fmt: skip
    een = tweede(voorbeeldplek, sam[0], **pgb)
    _stel_vast(voorbeeldplek, sam[0], een)
    ander = tweede(voorbeeldplek, sam[0], **pgb)
    assert "stapeling" in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], ander).bevindingen}


def test_een_pgb_is_van_het_begin_af_te_verbeteren(voorbeeldplek, sam):
    pgb = {
        "levering": Levering.PGB, "budget": 100_000, "pgb_bekwaam": "Ja.", "pgb_waarom": "Ja.", "pgb_kwaliteit": "Ja.",
        "volume": 20, "eenheid": Eenheid.UUR, "frequentie": Frequentie.PER_WEEK,
        "ingangsdatum": voorbeeldplek.vandaag, "einddatum": date(2027, 3, 1),
    }  # fmt: skip
    sleutel = tweede(voorbeeldplek, sam[0], **pgb)
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    beter = toewijzen.begin_wijziging(voorbeeldplek, sam[0], sleutel, Besluitsoort.WIJZIGEN, volume=2)
    toewijzen.wijzig(
        voorbeeldplek, sam[0], beter, reden_wijziging=Redenwijziging.CORRECTIE, wat_was_fout="Er stond 20."
    )
    assert "nieuw-nummer-later" not in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], beter).bevindingen}


def test_verlengen_na_een_einde_wordt_weer_gevolgd(voorbeeldplek, sam):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestopt_op): Bekend(date(2026, 12, 20))})
    sleutel, _vast = wijzig(
        voorbeeldplek, *sam, reden_wijziging=Redenwijziging.VERLENGING, einddatum=date(2027, 12, 31)
    )
    assert waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sleutel).gestopt_op) is None


def test_een_dag_om_terug_te_kijken_die_voorbij_is_valt_op(voorbeeldplek, sam):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, evaluatiedatum=date(2026, 11, 1))
    assert "dag-voorbij" in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}


def test_vanaf_achttien_staat_er_geen_gezagsdrager_in_het_bericht(voorbeeldplek, sam):
    assert overhandigen.bericht(voorbeeldplek, *sam).bericht.relaties
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(2008, 11, 24))})
    assert overhandigen.bericht(voorbeeldplek, *sam).bericht.relaties == ()


def test_wie_niet_besluit_wijst_ook_geen_verzoek_af(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_nieuw())
    dossier = sam[0]
    [sleutel] = (v.sleutel for v in voorbeeldplek.dossier(dossier).alle(Verzoek))
    schrijven.leg_vast(voorbeeldplek, dossier, {
        (sleutel, Verzoek.antwoord): Bekend(Verzoekantwoord.AFGEWEZEN),
        (sleutel, Verzoek.afwijsreden): Bekend(Afwijsreden.ZORGINHOUDELIJK),
    })  # fmt: skip
    adviseur = instellingen.profiel(voorbeeldplek).model_copy(update={"rol": Rol.ADVISEUR})
    gemeente_en_team.bewaar(voorbeeldplek, adviseur)
    with pytest.raises(InvoerFout, match="verzoek-niet-aan-u"):
        verzoeken.antwoord_xml(voorbeeldplek, dossier, sleutel)


def test_wordt_een_pgb_halverwege_minder_dan_zegt_het_besluit_wat_er_van_het_oude_over_is(voorbeeldplek, sam):
    pgb = {
        "levering": Levering.PGB, "budget": 520_000, "pgb_bekwaam": "Ja.", "pgb_waarom": "Ja.", "pgb_kwaliteit": "Ja.",
        "volume": 2, "eenheid": Eenheid.UUR, "frequentie": Frequentie.PER_WEEK,
        "ingangsdatum": date(2027, 7, 1), "einddatum": date(2027, 12, 31),
    }  # fmt: skip
    eerst = tweede(voorbeeldplek, sam[0], **pgb)
    _stel_vast(voorbeeldplek, sam[0], eerst)
    delen = {
        "budget": 130_000, "volume": 1, "ingangsdatum": date(2027, 10, 1),
        "reden_wijziging": Redenwijziging.VERKORTING,
    }  # fmt: skip
    lichter = toewijzen.begin_wijziging(voorbeeldplek, sam[0], eerst, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], lichter, **delen)
    assert "rest-voor-oud" in codes(voorbeeldplek, sam[0], lichter)
    toewijzen.wijzig(voorbeeldplek, sam[0], lichter, over_voor_oud=0)
    assert "rest-voor-oud" in codes(voorbeeldplek, sam[0], lichter), "niets gebruikt is intrekken"
    toewijzen.wijzig(voorbeeldplek, sam[0], lichter, over_voor_oud=260_000)
    assert "rest-voor-oud" not in codes(voorbeeldplek, sam[0], lichter)
    _stel_vast(voorbeeldplek, sam[0], lichter)
    tekst = " ".join(pdf_van(voorbeeldplek, sam[0], lichter).split())
    assert "30 september 2027, met ten hoogste € 2.600,00 in totaal" in tekst
    budgetten = sorted(
        een.inhoud.budget for een in lopend.lopend(voorbeeldplek.dossier(sam[0]))
        if een.inhoud.levering is Levering.PGB
    )  # fmt: skip
    assert budgetten == [130_000, 260_000]


@pytest.mark.parametrize(
    ("einde", "te_lang"), [(date(2027, 6, 30), False), (date(2027, 7, 1), True), (date(2027, 12, 31), True)]
)
def test_mag_een_kind_niet_blijven_dan_is_hulp_voor_ten_hoogste_een_half_jaar(voorbeeldplek, sam, einde, te_lang):
    sleutel = tweede(voorbeeldplek, sam[0], ingangsdatum=date(2027, 1, 1), einddatum=einde)
    assert "langer-dan-half-jaar" not in codes(voorbeeldplek, sam[0], sleutel)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, Jeugdige.zonder_verblijfsrecht): Bekend(True)})
    assert ("langer-dan-half-jaar" in codes(voorbeeldplek, sam[0], sleutel)) is te_lang


def test_alleen_een_ander_tarief_staat_ook_bij_wat_verandert(voorbeeldplek, sam):
    nieuw, _vast = wijzig(voorbeeldplek, *sam, eigen_tarief=7800, reden_wijziging=Redenwijziging.CONTRACT)
    assert "Het tarief: eerst € 96,00 per uur, nu € 78,00 per uur." in pdf_van(voorbeeldplek, sam[0], nieuw)


def test_hulp_die_ten_onrechte_stopte_krijgt_niet_de_reden_om_te_stoppen(voorbeeldplek, sam):
    begin = toewijzen.lees(voorbeeldplek, *sam).inhoud
    einde, _vast = wijzig(
        voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, einddatum=begin.ingangsdatum + timedelta(days=30),
        reden_wijziging=Redenwijziging.DOOR_AANBIEDER, afschalen="Daarna helpt niemand.",
    )  # fmt: skip
    toch = toewijzen.begin_wijziging(voorbeeldplek, sam[0], einde, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], toch, reden_wijziging=Redenwijziging.CORRECTIE, einddatum=begin.einddatum)
    nu = toewijzen.lees(voorbeeldplek, sam[0], toch).inhoud
    assert (nu.motivering, nu.afschalen) == (begin.motivering, begin.afschalen)


def test_een_eerder_einde_voor_hulp_die_al_voorbij_is_vraagt_ook_instemming(voorbeeldplek, sam):
    oud = toewijzen.lees(voorbeeldplek, *sam).inhoud
    voorbeeldplek.klok = VasteKlok(MOMENT + (oud.einddatum - MOMENT.date()) + timedelta(days=30))
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, einddatum=oud.einddatum)
    assert "einde-in-verleden" not in codes(voorbeeldplek, sam[0], sleutel)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, einddatum=oud.einddatum - timedelta(days=7))
    assert "einde-in-verleden" in codes(voorbeeldplek, sam[0], sleutel)


def test_een_wijziging_die_er_niet_over_gaat_laat_de_aanvraag_open(voorbeeldplek, sam):
    """Het gezin vroeg iets nieuws; dat de lopende hulp intussen van aanbieder wisselt, is daar niet het antwoord op."""
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=30))
    aanvraag = {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(voorbeeldplek.vandaag)}
    schrijven.leg_vast(voorbeeldplek, sam[0], aanvraag)
    sleutel, _v = wijzig(
        voorbeeldplek, *sam, aanvraag_blijft_open=True, aanbieder="Thuishulp Voorbeeld (verzonnen)",
        aanbieder_agb="42420002", ingangsdatum=date(2027, 2, 1), over_voor_oud=4,
        reden_wijziging=Redenwijziging.ANDERE_AANBIEDER,
    )  # fmt: skip
    assert dag_van_besluit(voorbeeldplek.dossier(sam[0])) is not None
    assert "Wij kregen uw aanvraag op" not in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    volgende = toewijzen.begin_wijziging(voorbeeldplek, sam[0], sleutel, Besluitsoort.WIJZIGEN)
    assert not toewijzen.lees(voorbeeldplek, sam[0], volgende).inhoud.aanvraag_blijft_open
