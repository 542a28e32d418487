"""Wat een besluit te maken heeft met wat er al was: een verzoek, een eerder nummer, een terugblik, een verhuizing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from lxml import etree

from jeugdteam_app.documenten.tekst import voluit
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord, Toestemming, Toestemmingen, Waarvoor
from jeugdteam_app.dossier.brief import Brief, Briefsoort
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.evaluatie import Bereikt, Doeluitkomst, Einde, Evaluatie
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import Adres, Afscherming, Huishouden, Jeugdige, Persoon
from jeugdteam_app.dossier.post import Verzoek
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Normuitkomst,
    Redenwijziging,
    Toegewezen,
    Toewijzing,
    Weigergrond,
)
from jeugdteam_app.dossier.wonen import adres_jeugdige
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.productenboek import boek as boeken
from jeugdteam_app.productenboek.profiel import Nummerblok
from jeugdteam_app.regels.agenda import agenda, dag_van_besluit
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.regels.toets import toets
from jeugdteam_app.uitwisseling import lees301
from jeugdteam_app.werk import (
    brieven,
    cijfers,
    dossiers,
    gemeente_en_team,
    instellingen,
    opstellen,
    overhandigen,
    schrijven,
    toewijzen,
    vaststellen,
    verzoeken,
)
from jeugdteam_app.werk.mijn_werk import mijn_werk
from tests.conftest import MOMENT
from tests.uitwisseling import berichten
from tests.werk.test_samen import _besloten, breng
from tests.werk.test_soorten_besluit import NIEUW_EINDE, producten, schema_als_het_er_is, wijzig
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast, tekst_van, tweede

ANDERE = {"aanbieder": "Thuishulp Voorbeeld (verzonnen)", "aanbieder_agb": "42420002"}


def codes(plek, dossier, sleutel):
    return {b.code for b in toewijzen.lees(plek, dossier, sleutel).bevindingen}


def punten(plek, dossier, op):
    return {p.code for p in agenda(plek.dossier(dossier), op, Plaatselijk())}


def uit_verzoek(plek, sam, lees, **anders):
    lees(berichten.verzoek_nieuw())
    [verzoek] = plek.dossier(sam[0]).alle(Verzoek)
    sleutel = verzoeken.begin_toewijzing(plek, sam[0], verzoek.sleutel, 0)
    toewijzen.wijzig(plek, sam[0], sleutel, **anders)
    return sleutel


def test_hulp_uit_een_verzoek_die_niet_in_het_boek_staat_heeft_een_onbekende_norm_en_vraagt_een_reden(
    voorbeeldplek, sam, lees
):
    sleutel = uit_verzoek(voorbeeldplek, sam, lees, product="", categorie="54", productcode="54099", volume=5000)
    assert {"niet-in-boek", "norm-onbekend"} <= codes(voorbeeldplek, sam[0], sleutel)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, motivering_omvang="Zo lang duurt deze behandeling.")
    assert "norm-onbekend" not in codes(voorbeeldplek, sam[0], sleutel)
    assert toewijzen.lees(voorbeeldplek, sam[0], sleutel).norm is Normuitkomst.ONBEKEND


def test_een_code_die_niet_bij_de_categorie_hoort_wordt_geen_besluit(voorbeeldplek, sam, lees):
    sleutel = uit_verzoek(voorbeeldplek, sam, lees, categorie="45", productcode="43A01")
    with pytest.raises(InvoerFout, match="toets-code-bij-categorie"):
        _stel_vast(voorbeeldplek, sam[0], sleutel)


def test_twee_namen_met_een_agb_code_zijn_een_ontvanger(voorbeeldplek, sam):
    oud = toewijzen.lees(voorbeeldplek, *sam).inhoud
    sleutel = tweede(
        voorbeeldplek, sam[0], ingangsdatum=oud.ingangsdatum, einddatum=oud.einddatum, aanbieder="Een andere naam",
        aanbieder_agb=opstellen.agb_bij(oud, instellingen.profiel(voorbeeldplek)),
    )  # fmt: skip
    with pytest.raises(InvoerFout, match="toets-stapeling-zelfde-aanbieder"):
        _stel_vast(voorbeeldplek, sam[0], sleutel)


def test_een_ontwerp_zonder_advies_overleeft_een_nieuwe_versie_van_het_boek(voorbeeldplek, sam, lees, monkeypatch):
    sleutel = uit_verzoek(voorbeeldplek, sam, lees)
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sleutel, Toegewezen.gestopt_op): Bekend(voorbeeldplek.vandaag)})
    weigeren = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.AFWIJZEN)
    nieuwer = {id: boeken.meegeleverd(id).model_copy(update={"versie": "2099.1"}) for id in boeken.boeken()}
    monkeypatch.setattr(boeken, "meegeleverd", nieuwer.__getitem__)
    for van in (sleutel, weigeren):
        toewijzen.lees(voorbeeldplek, sam[0], van)
    mijn_werk(voorbeeldplek)
    # Ook een ontwerp van een programma dat de versie niet bewaarde, blijft te lezen.
    with voorbeeldplek.kluis.transactie() as verbinding:
        verbinding.execute("DELETE FROM boek")
    assert "boek-vernieuwd" in codes(voorbeeldplek, sam[0], weigeren)
    mijn_werk(voorbeeldplek)


def test_wie_overleden_is_heeft_geen_gezag_meer(voorbeeldplek, sam):
    karim = next(p for p in voorbeeldplek.dossier(sam[0]).gezagsdragers() if waarde(p.voornamen) == "Karim")
    schrijven.leg_vast(voorbeeldplek, sam[0], {(karim.sleutel, Persoon.overleden): Bekend(True)})
    assert karim.sleutel not in {p.sleutel for p in voorbeeldplek.dossier(sam[0]).gezagsdragers()}
    bericht = overhandigen.bericht(voorbeeldplek, *sam).bericht
    assert all(r.naam.voornamen != "Karim" for r in bericht.relaties)


def terugblik(plek, sam, dag):
    return schrijven.voeg_toe(plek, sam[0], Evaluatie, {
        Evaluatie.toewijzing: sam[1], Evaluatie.datum: dag, Evaluatie.wat_bracht_het: "Rust",
        Evaluatie.kan_dichterbij: "Nog niet",
    })  # fmt: skip


def test_een_terugblik_telt_voor_een_verlenging_en_niet_ook_voor_de_volgende(voorbeeldplek, sam):
    terugblik(voorbeeldplek, sam, voorbeeldplek.vandaag)
    sleutel, _vast = wijzig(
        voorbeeldplek, *sam, einddatum=NIEUW_EINDE, reden_wijziging=Redenwijziging.VERLENGING
    )  # fmt: skip
    nog_eens = toewijzen.begin_wijziging(voorbeeldplek, sam[0], sleutel, Besluitsoort.WIJZIGEN)
    langer = {"einddatum": NIEUW_EINDE + timedelta(days=90), "reden_wijziging": Redenwijziging.VERLENGING}
    toewijzen.wijzig(voorbeeldplek, sam[0], nog_eens, **langer)
    assert "verlengen-zonder-terugblik" in codes(voorbeeldplek, sam[0], nog_eens)
    terugblik(voorbeeldplek, sam, voorbeeldplek.vandaag + timedelta(days=1))
    assert "verlengen-zonder-terugblik" not in codes(voorbeeldplek, sam[0], nog_eens)


def test_dezelfde_hulp_opnieuw_toekennen_na_het_einde_vraagt_ook_een_terugblik(voorbeeldplek, sam):
    einde = toewijzen.lees(voorbeeldplek, *sam).inhoud.einddatum
    opnieuw = toewijzen.begin(voorbeeldplek, sam[0])
    erna = {"ingangsdatum": einde + timedelta(days=1), "einddatum": einde + timedelta(days=90), "volume": 5}
    toewijzen.wijzig(voorbeeldplek, sam[0], opnieuw, **erna)
    assert "verlengen-zonder-terugblik" in codes(voorbeeldplek, sam[0], opnieuw)
    terugblik(voorbeeldplek, sam, voorbeeldplek.vandaag)
    assert "verlengen-zonder-terugblik" not in codes(voorbeeldplek, sam[0], opnieuw)


def test_hulp_die_eerder_stopte_heet_in_besluit_en_brief_tot_de_dag_dat_zij_stopte(voorbeeldplek, sam):
    oud = toewijzen.lees(voorbeeldplek, *sam).inhoud
    stopte = oud.ingangsdatum + timedelta(days=50)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestopt_op): Bekend(stopte)})
    brief = brieven.begin(voorbeeldplek, sam[0], Briefsoort.HUISARTS)
    tekst = waarde(Brief(voorbeeldplek.dossier(sam[0]).kind, brief).tekst)
    assert f"tot en met {voluit(stopte)}, bij" in tekst
    assert voluit(oud.einddatum) not in tekst
    for begin, loopt_nog in ((stopte, True), (stopte + timedelta(days=1), False)):
        nieuw = tweede(
            voorbeeldplek, sam[0], ingangsdatum=begin, einddatum=oud.einddatum, product="", productcode="45A99",
            categorie="45", productnaam="Iets anders", aanbieder="Ander", aanbieder_agb="42420002",
        )  # fmt: skip
        gelezen = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], nieuw))
        assert ("Andere hulp" in gelezen) is loopt_nog
        assert (f"tot en met {voluit(stopte)}" in gelezen) is loopt_nog
        schrijven.verwijder(voorbeeldplek, sam[0], Toegewezen, nieuw)


def test_hulp_die_voor_het_begin_stopte_was_er_niet(voorbeeldplek, sam):
    [een] = lopend.lopend(voorbeeldplek.dossier(sam[0]))
    begin = een.inhoud.ingangsdatum
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestopt_op): Bekend(begin - timedelta(days=1))})
    [een] = lopend.lopend(voorbeeldplek.dossier(sam[0]))
    assert een.periode is None
    brief = brieven.begin(voorbeeldplek, sam[0], Briefsoort.HUISARTS)
    assert "De hulp:" not in waarde(Brief(voorbeeldplek.dossier(sam[0]).kind, brief).tekst)


def test_wie_voor_het_begin_al_stopt_hoeft_niet_op_dat_begin_te_wachten(voorbeeldplek, sam):
    begin = toewijzen.lees(voorbeeldplek, *sam).inhoud.ingangsdatum
    stopt = {(sam[1], Toegewezen.gestopt_op): Bekend(begin - timedelta(days=3))}
    schrijven.leg_vast(voorbeeldplek, sam[0], stopt)
    vooraf = punten(voorbeeldplek, sam[0], begin - timedelta(days=10))
    assert "afsluiten" in vooraf and not vooraf & {"evaluatie", "afbouwen", "einde"}


def test_een_einde_dat_nog_komt_houdt_het_volgen_niet_nu_al_op(voorbeeldplek, sam):
    """Een aanbieder meldt soms vooruit wanneer hij stopt: tot die dag wordt er gewoon teruggekeken en afgebouwd."""
    inhoud = toewijzen.lees(voorbeeldplek, *sam).inhoud
    stopt = inhoud.afschalen_op + timedelta(days=5)
    gestopt = {Toegewezen.gestart_op: Bekend(inhoud.ingangsdatum), Toegewezen.gestopt_op: Bekend(stopt)}
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], veld): feit for veld, feit in gestopt.items()})
    dossier = voorbeeldplek.dossier(sam[0])
    vooraf = {p.code: p.dag for p in agenda(dossier, inhoud.ingangsdatum + timedelta(days=20), Plaatselijk())}
    assert {"evaluatie", "afbouwen"} <= vooraf.keys()
    assert vooraf["einde"] == stopt
    assert "afsluiten" not in vooraf
    erna = punten(voorbeeldplek, sam[0], stopt)
    assert "afsluiten" in erna and not erna & {"evaluatie", "afbouwen", "einde"}


def splits(plek, sam, **anders):
    """Dezelfde hulp onder een nieuw nummer, van een maand later af."""
    oud = toewijzen.lees(plek, *sam).inhoud
    delen = {"volume": 2, "eenheid": Eenheid.UUR, "frequentie": Frequentie.PER_WEEK, "over_voor_oud": 5}
    delen |= {"ingangsdatum": oud.ingangsdatum + timedelta(days=30), "reden_wijziging": Redenwijziging.DOOR_AANBIEDER}
    return wijzig(plek, *sam, **delen | anders)[0]


def test_gaat_hulp_onder_een_nieuw_nummer_verder_dan_is_zij_niet_gestopt(voorbeeldplek, sam):
    begin = toewijzen.lees(voorbeeldplek, *sam).inhoud.ingangsdatum
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(begin)})
    splits(voorbeeldplek, sam)
    schrijven.leg_vast(
        voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestopt_op): Bekend(begin + timedelta(days=29))}
    )  # fmt: skip
    open_ = agenda(voorbeeldplek.dossier(sam[0]), begin + timedelta(days=60), Plaatselijk())
    assert {"afsluiten", "terugkijken"}.isdisjoint({p.code for p in open_})
    assert [p.code for p in open_ if p.code in ("einde", "evaluatie", "afbouwen")].count("einde") == 1


def test_na_een_overstap_kan_de_oude_aanbieder_nog_eerder_stoppen(voorbeeldplek, sam):
    nieuw = splits(voorbeeldplek, sam, **ANDERE, reden_wijziging=Redenwijziging.ANDERE_AANBIEDER)
    begin = toewijzen.lees(voorbeeldplek, *sam).inhoud.ingangsdatum
    stop, vast = wijzig(
        voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, einddatum=begin + timedelta(days=10),
        reden_wijziging=Redenwijziging.VERKORTING, gehoord_op=voorbeeldplek.vandaag,
    )  # fmt: skip
    huidig = voorbeeldplek.dossier(sam[0])
    assert lopend.twee_wijzigingen(huidig) == ()
    lopen = {een.item.sleutel: een.inhoud for een in lopend.lopend(huidig)}
    assert set(lopen) == {nieuw, stop}
    assert lopen[stop].einddatum == begin + timedelta(days=10)
    assert vast.inhoud.naast_besluit == nieuw
    assert [p[0] for p in producten(voorbeeldplek, sam[0], stop)] == ["300201"]


def test_een_profiel_zonder_nummers_laden_laat_de_nummers_van_deze_laptop_staan(voorbeeldplek, tmp_path):
    eigen = instellingen.profiel(voorbeeldplek).nummerblok
    gemeente_en_team.schrijf(voorbeeldplek, pad := tmp_path / "profiel.json")
    gemeente_en_team.laad(voorbeeldplek, pad)
    assert instellingen.profiel(voorbeeldplek).nummerblok == eigen


def test_het_kenmerk_van_een_verzoek_gaat_niet_mee_met_een_intrekking(voorbeeldplek, sam, lees):
    sleutel = uit_verzoek(voorbeeldplek, sam, lees, ingangsdatum=NIEUW_EINDE + timedelta(days=30),
                          einddatum=NIEUW_EINDE + timedelta(days=200))  # fmt: skip
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    dossier = voorbeeldplek.dossier(sam[0])
    assert opstellen.product(dossier, lopend.van(dossier, sleutel)).referentie == "AB-12"
    splits(voorbeeldplek, (sam[0], sleutel))
    dossier = voorbeeldplek.dossier(sam[0])
    assert opstellen.product(dossier, lopend.van(dossier, sleutel)).referentie == ""


def test_een_reden_die_niets_zegt_wist_niet_wat_de_coach_opschreef(voorbeeldplek, sam, lees):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.einde): Bekend(Einde.SAMEN_EERDER)})
    lees(berichten.stop(300201, reden="36"))
    item = Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1])
    assert waarde(item.einde) is Einde.SAMEN_EERDER
    assert waarde(item.gestopt_op) is not None
    # En als niemand weet hoe het afliep, blijft de vraag staan.
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.einde): Bekend(Einde.VOLGENS_PLAN)})


def test_terugkijken_zonder_woorden_of_zonder_reden_van_het_einde_is_nog_niet_af(voorbeeldplek, sam):
    gestopt = voorbeeldplek.vandaag
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestopt_op): Bekend(gestopt)})
    leeg = schrijven.voeg_toe(
        voorbeeldplek, sam[0], Evaluatie, {Evaluatie.toewijzing: sam[1], Evaluatie.datum: gestopt}
    )  # fmt: skip
    assert "afsluiten" in punten(voorbeeldplek, sam[0], gestopt)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(leeg, Evaluatie.wat_veranderde): Bekend("Sam slaapt")})
    assert "afsluiten" in punten(voorbeeldplek, sam[0], gestopt), "de reden van het einde ontbreekt nog"
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.einde): Bekend(Einde.VOLGENS_PLAN)})
    assert "afsluiten" not in punten(voorbeeldplek, sam[0], gestopt)


def test_een_bericht_gaat_naar_het_dossier_waar_de_toewijzing_in_staat(voorbeeldplek, sam, lees):
    """Een kind kan per ongeluk twee dossiers hebben met hetzelfde bsn."""
    bsn = waarde(voorbeeldplek.dossier(sam[0]).een(Jeugdige).bsn)
    dubbel = dossiers.begin_gezin(voorbeeldplek, "Nog eens")
    schrijven.leg_vast(voorbeeldplek, dubbel, {(Jeugdige.soort, Jeugdige.bsn): Bekend(bsn)})
    gelezen = lees(berichten.start(300201))
    assert (gelezen.dossier, gelezen.onbekend) == (sam[0], ())


def test_een_nieuw_nummer_met_terugwerkende_kracht_vraagt_instemming(voorbeeldplek, sam):
    gisteren = voorbeeldplek.vandaag - timedelta(days=1)
    oud = toewijzen.lees(voorbeeldplek, *sam).inhoud
    assert oud.ingangsdatum > gisteren
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, einddatum=gisteren, reden_wijziging=Redenwijziging.VERKORTING)
    assert "einde-in-verleden" in codes(voorbeeldplek, sam[0], sleutel)


@pytest.mark.parametrize("begonnen", [True, False])
def test_hulp_van_een_dag_is_niet_verwijderd_als_zij_begon(voorbeeldplek, sam, begonnen):
    begin = toewijzen.lees(voorbeeldplek, *sam).inhoud.ingangsdatum
    if begonnen:
        schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(begin)})
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, einddatum=begin, reden_wijziging=Redenwijziging.VERKORTING)
    assert ("verwijderen-hele-tijd" in codes(voorbeeldplek, sam[0], sleutel)) is not begonnen


@pytest.mark.parametrize(("einde", "waarschuwt"), [(date(2027, 12, 1), False), (date(2027, 12, 2), True)])
def test_na_een_verhuizing_loopt_hulp_hooguit_een_jaar_door(voorbeeldplek, sam, einde, waarschuwt):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, Jeugdige.verhuisd_op): Bekend(date(2026, 12, 1))})
    sleutel = tweede(voorbeeldplek, sam[0], einddatum=einde)
    assert ("na-verhuizen" in codes(voorbeeldplek, sam[0], sleutel)) is waarschuwt
    voorbij = toewijzen.lees(voorbeeldplek, *sam).inhoud.einddatum + timedelta(days=1)
    assert "verhuisd" not in punten(voorbeeldplek, sam[0], voorbij)


def test_terugkijken_gebeurt_voordat_de_rechter_het_wil_horen(voorbeeldplek, sam):
    rechter = {(Aanmelding.soort, Aanmelding.rechter_bericht_op): Bekend(date(2027, 7, 15))}
    schrijven.leg_vast(voorbeeldplek, sam[0], rechter)
    sleutel = tweede(voorbeeldplek, sam[0], evaluatiedatum=date(2027, 8, 1))
    assert "evaluatie-na-rechter" in codes(voorbeeldplek, sam[0], sleutel)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, evaluatiedatum=date(2027, 7, 10))
    assert "evaluatie-na-rechter" not in codes(voorbeeldplek, sam[0], sleutel)


def test_besluiten_over_hulp_buiten_het_boek_worden_geteld_als_norm_onbekend(voorbeeldplek, sam, lees):
    eerst = cijfers.normstand(voorbeeldplek)[Normuitkomst.ONBEKEND]
    sleutel = uit_verzoek(
        voorbeeldplek, sam, lees, product="", productcode="54099", categorie="54",
        ingangsdatum=NIEUW_EINDE + timedelta(days=30), einddatum=NIEUW_EINDE + timedelta(days=60),
    )  # fmt: skip
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    assert cijfers.normstand(voorbeeldplek)[Normuitkomst.ONBEKEND] == eerst + 1
    assert Toewijzing().productnaam == ""


@pytest.mark.parametrize(
    ("telefoon", "adres_soort", "nummer", "land"),
    [
        ("+32 470 00 00 00", "02", "470000000", "0032"),
        ("00212 600-000000", "02", "600000000", "212"),
        ("06 00 00 00 00", "02", "0600000000", "0031"),
        ("+31 6 00000000", "02", "0600000000", "0031"),
        ("", "03", "", "0031"),
    ],
)
def test_een_ouder_zonder_adres_in_nederland_houdt_het_bericht_niet_tegen_als_die_te_bellen_is(
    voorbeeldplek, sam, telefoon, adres_soort, nummer, land
):
    karim = next(p for p in voorbeeldplek.dossier(sam[0]).gezagsdragers() if waarde(p.voornamen) == "Karim")
    [thuis] = voorbeeldplek.dossier(sam[0]).alle(Huishouden)
    noor = next(p for p in voorbeeldplek.dossier(sam[0]).gezagsdragers() if waarde(p.voornamen) == "Noor")
    elders = schrijven.voeg_toe(voorbeeldplek, sam[0], Huishouden, {Huishouden.naam: "Brussel"})
    schrijven.leg_vast(voorbeeldplek, sam[0], {
        (Jeugdige.soort, Jeugdige.huishouden): Bekend(thuis.sleutel),
        (noor.sleutel, Persoon.huishouden): Bekend(thuis.sleutel),
        (karim.sleutel, Persoon.huishouden): Bekend(elders),
        (karim.sleutel, Persoon.telefoon): Bekend(telefoon) if telefoon else Onbekend(),
    })  # fmt: skip
    staat = overhandigen.bericht(voorbeeldplek, *sam)
    relatie = next(r for r in staat.bericht.relaties if r.naam.voornamen == "Karim")
    assert (relatie.adres.soort, relatie.telefoon, relatie.landnummer) == (adres_soort, nummer, land)
    assert bool(staat.gebreken) is (telefoon == "")
    if telefoon:
        xml = overhandigen.bericht_xml(voorbeeldplek, *sam)
        assert relatie in lees301.lees(xml).relaties
        if (schema := schema_als_het_er_is()) is not None:
            assert schema.validate(etree.fromstring(xml)), schema.error_log


def test_hulp_die_nog_onder_het_oude_nummer_loopt_houdt_haar_eigen_dagen_tot_de_overgang(voorbeeldplek, sam):
    oud = toewijzen.lees(voorbeeldplek, *sam).inhoud
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(oud.ingangsdatum)})
    splits(voorbeeldplek, sam, ingangsdatum=oud.evaluatiedatum + timedelta(days=10))
    open_ = {p.code: p.dag for p in agenda(voorbeeldplek.dossier(sam[0]), voorbeeldplek.vandaag, Plaatselijk())}
    assert open_["evaluatie"] == oud.evaluatiedatum


def test_een_opvolger_die_niet_doorging_telt_niet_als_verdergaan(voorbeeldplek, sam):
    nieuw = splits(voorbeeldplek, sam)
    begin = toewijzen.lees(voorbeeldplek, sam[0], nieuw).inhoud.ingangsdatum
    wijzig(voorbeeldplek, sam[0], nieuw, Besluitsoort.BEEINDIGEN, einddatum=begin,
           reden_wijziging=Redenwijziging.VERWIJDERD, gehoord_op=voorbeeldplek.vandaag)  # fmt: skip
    gestopt = begin - timedelta(days=1)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestopt_op): Bekend(gestopt)})
    assert {"afsluiten", "terugkijken"} <= punten(voorbeeldplek, sam[0], gestopt)


def test_twee_collega_s_die_los_van_elkaar_de_oude_hulp_laten_stoppen_kiezen_samen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier, oud = _besloten(robin)
    begin = toewijzen.lees(robin, dossier, oud).inhoud.ingangsdatum
    splits(robin, (dossier, oud), **ANDERE, reden_wijziging=Redenwijziging.ANDERE_AANBIEDER)
    breng(robin, dossier, kim, tmp_path)
    gemeente_en_team.bewaar(kim, instellingen.profiel(robin))
    for plek, dagen in ((robin, 10), (kim, 20)):
        wijzig(plek, dossier, oud, Besluitsoort.BEEINDIGEN, einddatum=begin + timedelta(days=dagen),
               reden_wijziging=Redenwijziging.VERKORTING, gehoord_op=plek.vandaag)  # fmt: skip
    breng(kim, dossier, robin, tmp_path)
    assert lopend.twee_wijzigingen(robin.dossier(dossier))


def test_alleen_uitkomsten_per_doel_zijn_ook_een_terugblik_en_alleen_wie_erbij_was_niet(voorbeeldplek, sam):
    dag = toewijzen.lees(voorbeeldplek, *sam).inhoud.evaluatiedatum
    terug = schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, {
        Evaluatie.toewijzing: sam[1], Evaluatie.datum: dag, Evaluatie.wie: "Noor"
    })  # fmt: skip
    assert "evaluatie" in punten(voorbeeldplek, sam[0], dag)
    huidig = voorbeeldplek.dossier(sam[0])
    uit = huidig.doeluitkomst(terug, huidig.alle(Doel)[0].sleutel)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(uit.sleutel, Doeluitkomst.bereikt): Bekend(Bereikt.DEELS)})
    assert "evaluatie" not in punten(voorbeeldplek, sam[0], dag)


@pytest.fixture
def twee_plekken(voorbeeldplek, sam):
    """Het kind en Noor thuis, Karim ergens anders."""
    dossier = sam[0]
    [thuis] = voorbeeldplek.dossier(dossier).alle(Huishouden)
    karim, noor = (
        next(p for p in voorbeeldplek.dossier(dossier).gezagsdragers() if waarde(p.voornamen) == naam)
        for naam in ("Karim", "Noor")
    )
    adres = Adres(straat="Papalaan", huisnummer="1", postcode="1234AB", plaats="Elders")
    elders = schrijven.voeg_toe(
        voorbeeldplek, dossier, Huishouden, {Huishouden.naam: "Bij papa", Huishouden.adres: adres}
    )  # fmt: skip
    schrijven.leg_vast(voorbeeldplek, dossier, {
        (Jeugdige.soort, Jeugdige.huishouden): Bekend(thuis.sleutel),
        (noor.sleutel, Persoon.huishouden): Bekend(thuis.sleutel), (karim.sleutel, Persoon.huishouden): Bekend(elders),
    })  # fmt: skip
    return thuis, elders, noor, karim


def sluit_af(plek, dossier, sleutel, *voor):
    schrijven.leg_vast(plek, dossier, {(f"{Afscherming.soort}:{sleutel}", Afscherming.niet_voor): Bekend(voor)})


def test_in_een_besluit_dat_ook_naar_de_ander_gaat_staat_geen_adres_dat_niet_voor_die_is(
    voorbeeldplek, sam, twee_plekken
):
    thuis, elders, noor, karim = twee_plekken
    straat = waarde(thuis.adres).straat
    sleutel = tweede(voorbeeldplek, sam[0], ingangsdatum=NIEUW_EINDE + timedelta(days=30),
                     einddatum=NIEUW_EINDE + timedelta(days=60))  # fmt: skip
    assert straat in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    sluit_af(voorbeeldplek, sam[0], thuis.sleutel, karim.sleutel)
    sluit_af(voorbeeldplek, sam[0], elders, noor.sleutel)
    for _stand in ("concept", "vastgesteld"):
        gelezen = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
        assert straat not in gelezen
        assert "Papalaan" not in gelezen
        assert "Gaat ook naar" in gelezen
        assert re.search(r"Karim[^.]*, op het eigen adres", gelezen)
        if toewijzen.lees(voorbeeldplek, sam[0], sleutel).vastgesteld is None:
            _stel_vast(voorbeeldplek, sam[0], sleutel)


def test_een_afgeschermde_woonplek_maakt_van_de_andere_niet_de_enige(voorbeeldplek, sam, twee_plekken):
    thuis, _elders, _noor, karim = twee_plekken
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, Jeugdige.huishouden): Onbekend()})
    sluit_af(voorbeeldplek, sam[0], thuis.sleutel, karim.sleutel)
    assert adres_jeugdige(voorbeeldplek.voor_gezin(sam[0])) is None
    schrijven.leg_vast(voorbeeldplek, sam[0], {(karim.sleutel, Persoon.huishouden): Onbekend()})
    gelezen = tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam[0], karim.sleutel))
    assert "Bij papa" not in gelezen


def test_een_gesprek_over_een_broer_staat_niet_in_de_inzage_van_dit_kind(voorbeeldplek, sam):
    broer = dossiers.begin_broer_of_zus(voorbeeldplek, sam[0])
    schrijven.voeg_toe(voorbeeldplek, sam[0], Contact, {
        Contact.datum: voorbeeldplek.vandaag, Contact.gezegd: "ALLEENOVERBROER", Contact.over_kind: (broer,)
    })  # fmt: skip
    assert "ALLEENOVERBROER" not in tekst_van(overhandigen.inzage_pdf(voorbeeldplek, sam[0]))
    assert "ALLEENOVERBROER" in tekst_van(overhandigen.inzage_pdf(voorbeeldplek, broer))


def test_samen_ja_en_daarna_een_van_beiden_nee_is_nee(voorbeeldplek, sam):
    for item in voorbeeldplek.dossier(sam[0]).alle(Toestemmingen):
        schrijven.verwijder(voorbeeldplek, sam[0], Toestemmingen, item.sleutel)

    def zei(door, gegeven, dag):
        gezegd = Toestemming(waarvoor=Waarvoor.HULP, door=door, gegeven=gegeven, datum=dag)
        schrijven.voeg_toe(voorbeeldplek, sam[0], Toestemmingen, {Toestemmingen.inhoud: gezegd})

    sleutel = tweede(voorbeeldplek, sam[0])
    zei("Noor en Karim", Antwoord.JA, date(2026, 11, 1))
    assert "toestemming" not in codes(voorbeeldplek, sam[0], sleutel)
    zei("Noor", Antwoord.NEE, date(2026, 11, 20))
    assert "toestemming" in codes(voorbeeldplek, sam[0], sleutel)
    assert "ingetrokken" in punten(voorbeeldplek, sam[0], date(2026, 12, 10))


def test_een_nummer_dat_de_aanbieder_al_kreeg_en_niet_geldt_wordt_ingetrokken(laptops, tmp_path):
    """Twee collega's veranderden hetzelfde besluit onder een eigen nummer; anders houdt de aanbieder er twee."""
    robin, kim, _mo = laptops
    dossier, oud = _besloten(robin)
    breng(robin, dossier, kim, tmp_path)
    profiel = instellingen.profiel(robin)
    blok = Nummerblok(van=400_001, tot_en_met=400_009)
    gemeente_en_team.bewaar(kim, profiel.model_copy(update={"nummerblok": blok}))
    nieuw = {}
    for plek in (robin, kim):
        nieuw[id(plek)] = splits(plek, (dossier, oud), **ANDERE, reden_wijziging=Redenwijziging.ANDERE_AANBIEDER)
        overhandigen.bericht_xml(plek, dossier, nieuw[id(plek)])
    breng(kim, dossier, robin, tmp_path)
    vaststellen.kies_wijziging(robin, dossier, nieuw[id(robin)])
    kwijt = Toegewezen(robin.dossier(dossier).kind, nieuw[id(kim)])
    nummer = waarde(kwijt.nummer)
    assert "bericht" in {t.punt.code for t in mijn_werk(robin) if t.dossier == dossier}
    [weg] = [p for p in producten(robin, dossier, nieuw[id(robin)]) if p[0] == str(nummer)]
    assert (weg[1], weg[3]) == (weg[2], "13"), "een einde op de begindag: verwijderd"
    overhandigen.bericht_xml(robin, dossier, oud)  # aan de aanbieder van ervoor
    assert "bericht" not in {t.punt.code for t in mijn_werk(robin) if t.dossier == dossier}
    een = lopend.van(robin.dossier(dossier), nieuw[id(kim)])
    assert een.is_verwijderd
    with pytest.raises(InvoerFout, match="wijzigen-van-geen-besluit"):
        toewijzen.begin_wijziging(robin, dossier, nieuw[id(kim)], Besluitsoort.WIJZIGEN)


def _eigen_blok(kim, robin):
    blok = Nummerblok(van=400_001, tot_en_met=400_009)
    gemeente_en_team.bewaar(kim, instellingen.profiel(robin).model_copy(update={"nummerblok": blok}))


def test_stelden_twee_collegas_hetzelfde_ontwerp_vast_dan_trekt_het_bericht_het_andere_nummer_in(laptops, tmp_path):
    """Wie er ook kiest: op beide laptops is het andere besluit te lezen, en houdt de aanbieder er één over."""
    robin, kim, _mo = laptops
    dossier, _oud = _besloten(robin)
    ontwerp = tweede(robin, dossier)
    breng(robin, dossier, kim, tmp_path)
    _eigen_blok(kim, robin)
    van_robin, van_kim = (_stel_vast(plek, dossier, ontwerp) for plek in (robin, kim))
    nummers_ = [waarde(Toegewezen(plek.dossier(dossier).kind, ontwerp).nummer) for plek in (robin, kim)]
    for plek in (robin, kim):
        overhandigen.bericht_xml(plek, dossier, ontwerp)
    breng(kim, dossier, robin, tmp_path)
    vaststellen.kies_besluit(robin, dossier, ontwerp, van_robin)
    breng(robin, dossier, kim, tmp_path)
    for plek in (robin, kim):
        [kwijt] = [
            t for t in plek.dossier(dossier).alle(Toegewezen) if waarde(t.geldt_niet)
        ]  # fmt: skip
        assert (waarde(kwijt.vastgesteld).besluitnummer, waarde(kwijt.nummer)) == (van_kim.besluitnummer, nummers_[1])
        assert "bericht" in {t.punt.code for t in mijn_werk(plek) if t.dossier == dossier}
    per_nummer = {p[0]: p for p in producten(robin, dossier, ontwerp)}
    assert per_nummer[str(nummers_[1])][3] == "13"
    assert per_nummer[str(nummers_[0])][3] is None
    assert tekst_van(overhandigen.besluit_pdf(robin, dossier, kwijt.sleutel))


def test_wat_op_een_besluit_volgde_dat_niet_geldt_geldt_ook_niet(laptops, tmp_path):
    """Anders liep het vervolg los verder en kon er geen bericht meer weg."""
    robin, kim, _mo = laptops
    dossier, oud = _besloten(robin)
    overhandigen.bericht_xml(robin, dossier, oud)
    breng(robin, dossier, kim, tmp_path)
    _eigen_blok(kim, robin)
    verlengd = {"reden_wijziging": Redenwijziging.VERLENGING}
    van_robin, _v = wijzig(robin, dossier, oud, einddatum=date(2027, 9, 8), **verlengd)
    van_kim, _v = wijzig(kim, dossier, oud, einddatum=date(2027, 10, 8), **verlengd)
    tikfout = {"reden_wijziging": Redenwijziging.CORRECTIE, "wat_was_fout": "Een tikfout."}
    vervolg, _v = wijzig(kim, dossier, van_kim, **tikfout)
    breng(kim, dossier, robin, tmp_path)
    vaststellen.kies_wijziging(robin, dossier, van_robin)
    huidig = robin.dossier(dossier)
    assert set(lopend.geldige(huidig)) == {oud, van_robin}
    [loopt] = lopend.lopend(huidig)
    assert loopt.inhoud.einddatum == date(2027, 9, 8)
    assert not lopend.twee_wijzigingen(huidig)
    staat = overhandigen.bericht(robin, dossier, van_robin)
    assert not {g.regel for g in staat.gebreken} & {"TR332", "TR101", "TR302"}
    with pytest.raises(InvoerFout, match="wijzigen-van-geen-besluit"):
        toewijzen.begin_wijziging(robin, dossier, vervolg, Besluitsoort.WIJZIGEN)
    assert sum(cijfers.normstand(robin).values()) == 2


@pytest.mark.parametrize("dag", [date(2027, 8, 18), date(2027, 8, 19)])
def test_vroeg_het_gezin_het_ook_zelf_dan_is_het_besluit_het_antwoord_aan_het_gezin(voorbeeldplek, sam, lees, dag):
    """Brief en termijn zeggen hetzelfde: de acht weken houden op, ook als het verzoek er eerder of die dag was."""
    voorbeeldplek.klok = VasteKlok(datetime(2027, 8, 20, 12, tzinfo=UTC))
    lees(berichten.verzoek_nieuw(dag="2027-08-18"))
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(dag)})
    verzoek = voorbeeldplek.dossier(sam[0]).alle(Verzoek)[-1]
    assert "besluit" in punten(voorbeeldplek, sam[0], voorbeeldplek.vandaag)
    sleutel = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    assert "Wij kregen uw aanvraag op" in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "besluit" not in punten(voorbeeldplek, sam[0], voorbeeldplek.vandaag)


def test_een_vervolg_op_het_besluit_dat_niet_gekozen_is_geldt_ook_niet(laptops, tmp_path):
    """Kim verlengde haar besluit al; koos iemand dat van Robin, dan loopt alleen dat."""
    robin, kim, _mo = laptops
    dossier, _oud = _besloten(robin)
    ontwerp = tweede(robin, dossier)
    breng(robin, dossier, kim, tmp_path)
    _eigen_blok(kim, robin)
    van_robin, _van_kim = (_stel_vast(plek, dossier, ontwerp) for plek in (robin, kim))
    nummer = waarde(Toegewezen(robin.dossier(dossier).kind, ontwerp).nummer)
    for plek in (robin, kim):
        overhandigen.bericht_xml(plek, dossier, ontwerp)
    later = toewijzen.lees(kim, dossier, ontwerp).inhoud.einddatum + timedelta(days=60)
    vervolg, _v = wijzig(kim, dossier, ontwerp, einddatum=later, reden_wijziging=Redenwijziging.VERLENGING)
    overhandigen.bericht_xml(kim, dossier, vervolg)
    breng(kim, dossier, robin, tmp_path)
    vaststellen.kies_besluit(robin, dossier, ontwerp, van_robin)
    assert vervolg not in lopend.geldige(robin.dossier(dossier))
    per_nummer = {p[0]: p for p in producten(robin, dossier, ontwerp)}
    assert per_nummer[str(nummer)][3] is None
    assert per_nummer["400001"][3] == "13"


def test_twee_wijzigingen_van_hetzelfde_besluit_staan_in_mijn_werk_als_keuze(laptops, tmp_path):
    """En niet als twee dezelfde nummers, met het advies er een in te trekken."""
    robin, kim, _mo = laptops
    dossier, oud = _besloten(robin)
    breng(robin, dossier, kim, tmp_path)
    _eigen_blok(kim, robin)
    verlengd = {"reden_wijziging": Redenwijziging.VERLENGING}
    van_robin, _v = wijzig(robin, dossier, oud, einddatum=date(2027, 9, 8), **verlengd)
    wijzig(kim, dossier, oud, einddatum=date(2027, 10, 8), **verlengd)
    breng(kim, dossier, robin, tmp_path)
    taken = {(t.punt.code, t.punt.hoofdstuk) for t in mijn_werk(robin) if t.dossier == dossier}
    assert ("tegenspraak", "toewijzing") in taken
    assert "nummer" not in {code for code, _h in taken}
    gebreken = {g.code for g in overhandigen.bericht(robin, dossier, van_robin).gebreken}
    assert "conflict" in gebreken
    assert "nummer-twee-keer" not in gebreken
    vaststellen.kies_wijziging(robin, dossier, van_robin)
    assert "tegenspraak" not in {t.punt.code for t in mijn_werk(robin) if t.dossier == dossier}


def test_overleden_bij_vergissing_is_te_herstellen(voorbeeldplek, sam):
    """Alleen een andere reden zegt dat het kind niet is overleden; een fout in de woorden verbeteren zegt dat niet."""
    over = {"einddatum": date(2027, 2, 1), "reden_wijziging": Redenwijziging.OVERLEDEN}
    stop, _v = wijzig(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, **over)
    assert lopend.is_overleden(voorbeeldplek.dossier(sam[0]))
    woorden = {"reden_wijziging": Redenwijziging.CORRECTIE, "wat_was_fout": "De naam klopte niet."}
    ontwerp = toewijzen.begin_wijziging(voorbeeldplek, sam[0], stop, Besluitsoort.BEEINDIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], ontwerp, **woorden)
    codes = {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], ontwerp).bevindingen}
    assert "blijft-overlijden" in codes
    schrijven.verwijder(voorbeeldplek, sam[0], Toegewezen, ontwerp)
    anders = {"einddatum": date(2027, 2, 1), "reden_wijziging": Redenwijziging.VERKORTING}
    _sleutel, vast = wijzig(voorbeeldplek, sam[0], stop, Besluitsoort.BEEINDIGEN, **anders)
    assert vast.inhoud.einddatum == date(2027, 2, 1)
    assert not lopend.is_overleden(voorbeeldplek.dossier(sam[0]))


def test_alsnog_hulp_toekennen_is_het_antwoord_op_de_nieuwe_aanvraag(voorbeeldplek, sam):
    voorbeeldplek.klok = VasteKlok(datetime(2027, 3, 1, 12, tzinfo=UTC))
    schrijven.leg_vast(
        voorbeeldplek, sam[0], {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(date(2027, 3, 1))}
    )  # fmt: skip
    assert "besluit" in punten(voorbeeldplek, sam[0], voorbeeldplek.vandaag)
    alle = {sam[1]: waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).vastgesteld)}
    toegekend = alle[sam[1]].model_copy(update={
        "datum": date(2027, 3, 20),
        "inhoud": alle[sam[1]].inhoud.model_copy(update={"vervangt": sam[1], "besluit": Besluitsoort.TOEKENNEN}),
    })  # fmt: skip
    schrijven.voeg_toe(voorbeeldplek, sam[0], Toegewezen, {Toegewezen.vastgesteld: toegekend})
    assert "besluit" not in punten(voorbeeldplek, sam[0], date(2027, 3, 21))


def op_dag(plek, dag):
    plek.klok = VasteKlok(MOMENT + (dag - MOMENT.date()))


@pytest.mark.parametrize("begin", [date(2027, 6, 8), date(2027, 6, 9), date(2027, 7, 1)])
def test_brief_en_bericht_noemen_dezelfde_rest(voorbeeldplek, sam, begin):
    """Ook als de nieuwe hulp pas begint na het einde van de oude: van het oude totaal blijft dan minder over."""
    overhandigen.bericht_xml(voorbeeldplek, *sam)
    op_dag(voorbeeldplek, date(2027, 5, 10))
    nieuw, _v = wijzig(
        voorbeeldplek, *sam, reden_wijziging=Redenwijziging.VERLENGING, ingangsdatum=begin, einddatum=date(2027, 9, 8),
        frequentie=Frequentie.PER_WEEK, volume=1, over_voor_oud=8,
    )  # fmt: skip
    brief = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], nieuw))
    assert "met ten hoogste 8 uur in totaal" in brief
    [oud, _nieuw] = overhandigen.bericht(voorbeeldplek, sam[0], nieuw).bericht.producten
    assert (oud.omvang.volume, oud.reden) == (8, Redenwijziging.VERKORTING)


def test_wie_eerst_stopt_en_daarna_doorgaat_stuurt_nog_waarom_het_korter_werd(voorbeeldplek, sam):
    overhandigen.bericht_xml(voorbeeldplek, *sam)
    stop, _v = wijzig(
        voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, einddatum=date(2027, 2, 1),
        reden_wijziging=Redenwijziging.VERKORTING,
    )  # fmt: skip
    verder, _v = wijzig(
        voorbeeldplek, sam[0], stop, ingangsdatum=date(2027, 3, 1), einddatum=date(2027, 5, 1), **ANDERE,
        over_voor_oud=12, reden_wijziging=Redenwijziging.ANDERE_AANBIEDER,
    )  # fmt: skip
    per_nummer = {p[0]: p for p in producten(voorbeeldplek, sam[0], stop)}
    assert per_nummer["300201"][2:] == ("2027-02-01", "05")
    assert verder


def test_na_een_overstap_vraagt_niemand_naar_hulp_die_nooit_begon(voorbeeldplek, sam):
    """Terugkijken, afbouwen en wachten horen dan bij de hulp die er wel is."""
    op_dag(voorbeeldplek, date(2027, 1, 10))
    anders = {**ANDERE, "ingangsdatum": date(2027, 2, 1), "over_voor_oud": 1}
    nieuw, _v = wijzig(voorbeeldplek, *sam, reden_wijziging=Redenwijziging.ANDERE_AANBIEDER, **anders)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(nieuw, Toegewezen.gestart_op): Bekend(date(2027, 2, 1))})
    op_dag(voorbeeldplek, date(2027, 5, 20))
    oud = waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).vastgesteld).besluitnummer
    over_oud = {t.punt.code for t in mijn_werk(voorbeeldplek) if t.punt.bron.plaats == oud}
    assert not over_oud & {"evaluatie", "afbouwen", "einde", "start", "wachten"}
    assert not cijfers.lang_wachten(voorbeeldplek)


def test_na_een_overstap_telt_van_de_oude_hulp_alleen_wat_voor_haar_einde_was_afgesproken(voorbeeldplek, sam):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(date(2026, 12, 8))})
    op_dag(voorbeeldplek, date(2027, 1, 10))
    anders = {**ANDERE, "ingangsdatum": date(2027, 2, 1), "over_voor_oud": 1}
    wijzig(voorbeeldplek, *sam, reden_wijziging=Redenwijziging.ANDERE_AANBIEDER, **anders)
    op_dag(voorbeeldplek, date(2027, 5, 20))
    oud = waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).vastgesteld).besluitnummer
    over_oud = {t.punt.code for t in mijn_werk(voorbeeldplek) if t.punt.bron.plaats == oud}
    assert "einde" in over_oud
    assert not over_oud & {"evaluatie", "afbouwen"}


@pytest.mark.parametrize("reden", [Redenwijziging.OVERLEDEN, Redenwijziging.VERHUIZING])
def test_wie_overleed_of_verhuisde_voor_het_begin_wacht_niet_meer(voorbeeldplek, sam, reden):
    op_dag(voorbeeldplek, date(2027, 1, 10))
    wijzig(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, einddatum=date(2027, 1, 31), reden_wijziging=reden)
    op_dag(voorbeeldplek, date(2027, 5, 1))
    assert not cijfers.lang_wachten(voorbeeldplek)
    assert not punten(voorbeeldplek, sam[0], voorbeeldplek.vandaag) & {"start", "wachten", "te-lang"}


@pytest.mark.parametrize("dag", [date(2027, 6, 1), date(2027, 6, 20)])
def test_ook_als_de_oude_hulp_al_voorbij_was_wacht_niemand_er_meer_op(voorbeeldplek, sam, dag):
    """Zij begon nooit, liep af op 8 juni, en de opvolger begon op 1 juli bij een ander."""
    op_dag(voorbeeldplek, dag)
    anders = {**ANDERE, "ingangsdatum": date(2027, 7, 1), "einddatum": date(2027, 12, 1), "over_voor_oud": 1}
    nieuw, _v = wijzig(voorbeeldplek, *sam, reden_wijziging=Redenwijziging.ANDERE_AANBIEDER, **anders)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(nieuw, Toegewezen.gestart_op): Bekend(date(2027, 7, 1))})
    op_dag(voorbeeldplek, date(2027, 8, 1))
    assert not cijfers.lang_wachten(voorbeeldplek)
    oud = waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).vastgesteld).besluitnummer
    over_oud = {t.punt.code for t in mijn_werk(voorbeeldplek) if t.punt.bron.plaats == oud}
    assert not over_oud & {"evaluatie", "afbouwen", "start", "wachten"}


@pytest.mark.parametrize("tussendoor", [None, "stop", "verbetering", "blijft open"])
def test_wachten_telt_vanaf_de_aanvraag_wat_er_ook_tussendoor_is_besloten(voorbeeldplek, sam, tussendoor):
    """Dezelfde regel als de acht weken: wat geen antwoord is, laat de aanvraag en dus het wachten doorlopen."""
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(date(2026, 12, 1))})
    aanvraag = {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(date(2026, 12, 10))}
    schrijven.leg_vast(voorbeeldplek, sam[0], aanvraag)
    op_dag(voorbeeldplek, date(2027, 1, 10))
    if tussendoor == "stop":
        einde = {"einddatum": date(2027, 1, 31), "reden_wijziging": Redenwijziging.VERKORTING}
        wijzig(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, **einde)
    elif tussendoor == "verbetering":
        wijzig(voorbeeldplek, *sam, reden_wijziging=Redenwijziging.CORRECTIE, wat_was_fout="Een woord.")
    elif tussendoor == "blijft open":
        anders = {**ANDERE, "ingangsdatum": date(2027, 2, 1), "over_voor_oud": 1, "aanvraag_blijft_open": True}
        wijzig(voorbeeldplek, *sam, reden_wijziging=Redenwijziging.ANDERE_AANBIEDER, **anders)
    op_dag(voorbeeldplek, date(2027, 2, 2))
    nieuw = tweede(voorbeeldplek, sam[0], ingangsdatum=date(2027, 6, 10), einddatum=date(2027, 9, 1))
    besluit = _stel_vast(voorbeeldplek, sam[0], nieuw)
    op_dag(voorbeeldplek, date(2027, 4, 20))
    sinds = {w.besluitnummer: w.sinds for w in cijfers.lang_wachten(voorbeeldplek)}
    assert sinds == {besluit.besluitnummer: date(2026, 12, 10)}


def test_een_verbetering_noemt_de_aanvraag_van_het_besluit_dat_zij_verbetert(voorbeeldplek, sam):
    """Kwam er intussen een nieuwe aanvraag, dan leest het gezin niet dat die is afgewezen."""

    def aanvraag(dag):
        schrijven.leg_vast(voorbeeldplek, sam[0], {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(dag)})

    def brief(sleutel):
        return tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))

    op_dag(voorbeeldplek, date(2026, 12, 1))
    aanvraag(date(2026, 11, 30))
    anders = {"reden_wijziging": Redenwijziging.VERLENGING, "einddatum": date(2027, 9, 8)}
    langer, _v = wijzig(voorbeeldplek, *sam, **anders)
    assert "30 november 2026" in brief(langer)
    op_dag(voorbeeldplek, date(2027, 1, 5))
    aanvraag(date(2027, 1, 4))
    fout = {"reden_wijziging": Redenwijziging.CORRECTIE, "wat_was_fout": "Een woord."}
    beter, _v = wijzig(voorbeeldplek, sam[0], langer, **fout)
    assert "30 november 2026" in brief(beter)
    assert "4 januari 2027" not in brief(beter)
    einde = {"einddatum": date(2027, 2, 1), "reden_wijziging": Redenwijziging.VERKORTING}
    stop, _v = wijzig(voorbeeldplek, sam[0], beter, Besluitsoort.BEEINDIGEN, **einde)
    assert "Wij kregen uw aanvraag op" not in brief(stop), "op de aanvraag van januari komt nog een besluit"


def test_een_besluit_noemt_geen_aanvraag_waar_andere_hulp_het_antwoord_op_was(voorbeeldplek, sam):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(date(2026, 12, 8))})
    op_dag(voorbeeldplek, date(2027, 1, 11))
    aanvraag = {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(date(2027, 1, 11))}
    schrijven.leg_vast(voorbeeldplek, sam[0], aanvraag)
    nieuw = tweede(voorbeeldplek, sam[0], ingangsdatum=date(2027, 2, 1), einddatum=date(2027, 8, 1), **ANDERE)
    _stel_vast(voorbeeldplek, sam[0], nieuw)
    op_dag(voorbeeldplek, date(2027, 3, 1))
    contract = {"reden_wijziging": Redenwijziging.CONTRACT, "evaluatiedatum": date(2027, 5, 1)}
    anders, _v = wijzig(voorbeeldplek, *sam, **contract)
    einde = {"einddatum": date(2027, 4, 1), "reden_wijziging": Redenwijziging.VERKORTING}
    stop, _v = wijzig(voorbeeldplek, sam[0], anders, Besluitsoort.BEEINDIGEN, **einde)
    for sleutel, noemt in ((nieuw, True), (anders, False), (stop, False)):
        brief = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
        assert ("Wij kregen uw aanvraag op: 11 januari 2027" in " ".join(brief.split())) is noemt


def test_hoe_vaak_een_oude_weigering_ook_is_verbeterd_de_nieuwe_aanvraag_wacht_nog(voorbeeldplek, sam):
    def aanvraag(dag):
        op_dag(voorbeeldplek, dag)
        schrijven.leg_vast(voorbeeldplek, sam[0], {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(dag)})

    def weiger(dag, sleutel, **anders):
        op_dag(voorbeeldplek, dag)
        toewijzen.wijzig(
            voorbeeldplek, sam[0], sleutel, motivering="Het gaat goed.", niet_toegekend="Paarden", gehoord_op=dag,
            weigergrond=Weigergrond.NIET_NODIG, waarom_niet="Niet nodig.", **anders,
        )  # fmt: skip
        _stel_vast(voorbeeldplek, sam[0], sleutel)
        return sleutel

    aanvraag(date(2027, 1, 4))
    laatste = weiger(date(2027, 1, 11), toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.AFWIJZEN))
    aanvraag(date(2027, 2, 1))
    for dag in (date(2027, 2, 3), date(2027, 2, 5), date(2027, 2, 8)):
        verbeterd = toewijzen.begin_verbetering(voorbeeldplek, sam[0], laatste, Besluitsoort.AFWIJZEN)
        laatste = weiger(dag, verbeterd, wat_was_fout="Een woord.")
        assert dag_van_besluit(voorbeeldplek.dossier(sam[0])).dag == date(2027, 3, 30)
        brief = " ".join(tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], laatste)).split())
        assert "Wij kregen uw aanvraag op: 4 januari 2027" in brief


@pytest.mark.parametrize(("boek_tot", "zegt"), [(None, False), (date(2026, 12, 31), True), (date(2027, 12, 31), False)])
def test_begint_de_hulp_als_het_boek_voorbij_is_dan_staat_dat_erbij(voorbeeldplek, sam, boek_tot, zegt):
    inhoud = waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).vastgesteld).inhoud
    boek = instellingen.boek(voorbeeldplek).model_copy(update={"geldig_tot": boek_tot})
    later = inhoud.model_copy(update={"ingangsdatum": date(2027, 7, 1), "einddatum": date(2027, 12, 31)})
    dossier, profiel = voorbeeldplek.dossier(sam[0]), instellingen.profiel(voorbeeldplek)
    gevonden = {b.code for b in toets(later, dossier, boek, profiel, voorbeeldplek.vandaag)}
    assert ("boek-voorbij" in gevonden) is zegt
