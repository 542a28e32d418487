"""Nummers worden één keer uitgegeven, verwijderd blijft verwijderd, en wachten telt vanaf de vraag waar het om gaat."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jeugdteam_app.dossier.aanmelding import Aanmelding, Verwijzer
from jeugdteam_app.dossier.evaluatie import Evaluatie
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen, Weigergrond
from jeugdteam_app.kern.feit import Bekend, Onbekend
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.productenboek.profiel import Nummerblok, voorbeeldprofiel
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.werk import (
    cijfers,
    dossiers,
    gemeente_en_team,
    instellingen,
    overhandigen,
    reservekopie,
    schrijven,
    toewijzen,
    voorbeelden,
)
from jeugdteam_app.werk.mijn_werk import mijn_werk
from tests.conftest import MOMENT, WACHTZIN
from tests.werk.test_samen import breng
from tests.werk.test_soorten_besluit import producten, stop, wijzig
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast, tweede


def test_wat_verwijderd_is_komt_in_een_volgend_bericht_niet_terug_als_hulp_op_een_dag(voorbeeldplek, sam):
    sleutel, _vast = wijzig(
        voorbeeldplek, sam[0], sam[1], volume=2, eenheid=Eenheid.UUR, frequentie=Frequentie.PER_WEEK,
        reden_wijziging=Redenwijziging.CORRECTIE, wat_was_fout="De uren tellen per week.",
    )  # fmt: skip
    weg = ("300201", "2026-12-08", "2026-12-08", "13")
    assert weg in producten(voorbeeldplek, sam[0], sleutel)
    assert weg in producten(voorbeeldplek, sam[0], sleutel), "wie het besluit nog eens stuurt, noemt het weer zo"
    ander = tweede(voorbeeldplek, sam[0], ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 1))
    _stel_vast(voorbeeldplek, sam[0], ander)
    assert "300201" not in {p[0] for p in producten(voorbeeldplek, sam[0], ander)}


def test_een_teruggezette_werkplek_geeft_geen_nummer_voor_de_tweede_keer_uit(voorbeeldplek, sam, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)
    na_de_kopie = tweede(voorbeeldplek, sam[0])
    _stel_vast(voorbeeldplek, sam[0], na_de_kopie)
    terug = reservekopie.zet_terug(kopie, WACHTZIN, tmp_path / "andere-laptop").werkplek
    terug.klok = VasteKlok(MOMENT)
    opnieuw = tweede(terug, sam[0])
    with pytest.raises(Exception, match="toets-blok-van-toen"):
        _stel_vast(terug, sam[0], opnieuw)
    rest = Nummerblok(van=300_210, tot_en_met=300_299)
    gemeente_en_team.bewaar(terug, voorbeeldprofiel().model_copy(update={"nummerblok": rest}))
    _stel_vast(terug, sam[0], opnieuw)
    assert toewijzen.lees(terug, sam[0], opnieuw).nummer == 300_210
    nog_een = tweede(terug, sam[0], ingangsdatum=date(2027, 10, 1), einddatum=date(2027, 11, 1))
    _stel_vast(terug, sam[0], nog_een)
    assert toewijzen.lees(terug, sam[0], nog_een).nummer == 300_211
    terug.sluit()


def open_punten(plek, dossier, op):
    return {p.code for p in agenda(plek.dossier(dossier), op, Plaatselijk())}


def test_vooraf_terugkijken_is_nog_niet_afbouwen(voorbeeldplek, sam):
    afbouwen = toewijzen.lees(voorbeeldplek, *sam).inhoud.afschalen_op
    wat = {Evaluatie.toewijzing: sam[1], Evaluatie.wat_veranderde: "Sam slaapt beter"}
    eerder = {**wat, Evaluatie.datum: afbouwen - timedelta(days=28)}
    schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, eerder)
    assert "afbouwen" in open_punten(voorbeeldplek, sam[0], afbouwen)
    schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, {**eerder, Evaluatie.datum: afbouwen})
    assert "afbouwen" not in open_punten(voorbeeldplek, sam[0], afbouwen)


def test_een_tweede_toewijzing_wacht_niet_vanaf_de_eerste_aanmelding(voorbeeldplek, sam):
    vandaag = voorbeeldplek.vandaag
    lang_geleden = {(Aanmelding.soort, Aanmelding.datum): Bekend(vandaag - timedelta(days=540))}
    schrijven.leg_vast(voorbeeldplek, sam[0], lang_geleden)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(vandaag)})
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=30))
    _stel_vast(voorbeeldplek, sam[0], tweede(voorbeeldplek, sam[0]))
    assert not {"wachten", "te-lang"} & open_punten(voorbeeldplek, sam[0], voorbeeldplek.vandaag)
    assert cijfers.lang_wachten(voorbeeldplek) == ()
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=160))
    assert {"wachten", "te-lang"} <= open_punten(voorbeeldplek, sam[0], voorbeeldplek.vandaag)
    assert [w.weken for w in cijfers.lang_wachten(voorbeeldplek)] == [18]


@pytest.mark.parametrize("zonder_aanvraag", [True, False])
def test_hulp_langer_maken_die_nog_niet_begon_maakt_het_wachten_niet_korter(voorbeeldplek, sam, zonder_aanvraag):
    if zonder_aanvraag:
        rechter = {
            (Aanmelding.soort, Aanmelding.aanvraagdatum): Onbekend(),
            (Aanmelding.soort, Aanmelding.verwijzer): Bekend(Verwijzer.RECHTER),
        }
        schrijven.leg_vast(voorbeeldplek, sam[0], rechter)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=160))
    [voor] = cijfers.lang_wachten(voorbeeldplek)
    wijzig(voorbeeldplek, *sam, einddatum=date(2027, 12, 31), reden_wijziging=Redenwijziging.VERLENGING)
    [na] = cijfers.lang_wachten(voorbeeldplek)
    assert (na.sinds, na.weken) == (voor.sinds, voor.weken)
    assert "te-lang" in open_punten(voorbeeldplek, sam[0], voorbeeldplek.vandaag)


@pytest.mark.parametrize("besluit", [Besluitsoort.GEEN_HULP, Besluitsoort.AFWIJZEN])
def test_wie_na_een_besluit_zonder_hulp_terugkomt_wacht_sinds_de_nieuwe_aanvraag(voorbeeldplek, sam, besluit):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.geldt_niet): Bekend(True)})
    zonder = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], besluit)
    delen = {"motivering": "Lukt zo.", "wat_wel": "School.", "gezin_eens": True, "evaluatiedatum": date(2027, 2, 1)}
    if besluit is Besluitsoort.AFWIJZEN:
        delen = {"niet_toegekend": "Een coach", "weigergrond": Weigergrond.NIET_NODIG, "waarom_niet": "School."}
    toewijzen.wijzig(voorbeeldplek, sam[0], zonder, **delen)
    _stel_vast(voorbeeldplek, sam[0], zonder)
    voorbeeldplek.klok = VasteKlok(MOMENT.replace(year=2028, month=1, day=10))
    opnieuw = {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(date(2028, 1, 3))}
    schrijven.leg_vast(voorbeeldplek, sam[0], opnieuw)
    nieuw = tweede(voorbeeldplek, sam[0], ingangsdatum=date(2028, 2, 1), einddatum=date(2028, 4, 30))
    _stel_vast(voorbeeldplek, sam[0], nieuw)
    assert cijfers.lang_wachten(voorbeeldplek) == ()
    assert not {"wachten", "te-lang"} & open_punten(voorbeeldplek, sam[0], voorbeeldplek.vandaag)


def test_wie_nog_geen_besluit_heeft_wacht_ook(voorbeeldplek):
    leeg = dossiers.begin_gezin(voorbeeldplek, "Zonder besluit")
    aanvraag = voorbeeldplek.vandaag - timedelta(days=150)
    schrijven.leg_vast(voorbeeldplek, leeg, {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(aanvraag)})
    [wacht] = cijfers.lang_wachten(voorbeeldplek)
    assert (wacht.besluitnummer, wacht.weken) == ("", 21)


def test_een_ander_blok_ertussen_maakt_een_losgelaten_blok_niet_weer_eigen(voorbeeldplek, sam, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    terug = reservekopie.zet_terug(reservekopie.kies_plek(voorbeeldplek, stick), WACHTZIN, tmp_path / "ander").werkplek
    terug.klok = VasteKlok(MOMENT)
    oud = instellingen.profiel(terug).nummerblok

    def met(van, tot):
        blok = Nummerblok(van=van, tot_en_met=tot)
        gemeente_en_team.bewaar(terug, voorbeeldprofiel().model_copy(update={"nummerblok": blok}))
        return instellingen.is_eigen_blok(terug, blok)

    assert met(500_001, 500_050)
    _stel_vast(terug, sam[0], tweede(terug, sam[0]))
    assert not met(oud.van, oud.tot_en_met)
    assert not met(oud.van - 1, oud.tot_en_met - 1), "een nummer anders is nog steeds dat blok"
    terug.sluit()


def test_een_nummer_van_een_collega_verderop_maakt_het_blok_niet_op(voorbeeldplek, sam):
    blok = instellingen.profiel(voorbeeldplek).nummerblok
    with voorbeeldplek.kluis.transactie() as verbinding:
        verbinding.execute("INSERT INTO nummer VALUES (?, 'van een collega', 't')", (blok.tot_en_met,))
    sleutel = tweede(voorbeeldplek, sam[0])
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    assert toewijzen.lees(voorbeeldplek, sam[0], sleutel).nummer == 300_202


def test_twee_laptops_met_hetzelfde_blok_dan_gaat_geen_van_beide_weg_en_staat_het_in_mijn_werk(laptops, tmp_path):
    robin, kim, _mo = laptops
    voorbeelden.laad(robin)
    dossier = next(r.id for r in dossiers.overzicht(robin) if "Sam" in r.naam)
    breng(robin, dossier, kim, tmp_path)
    blok = {"nummerblok": Nummerblok(van=700_001, tot_en_met=700_010)}
    sleutels = []
    for plek, begin in ((robin, date(2027, 7, 1)), (kim, date(2028, 1, 1))):
        gemeente_en_team.bewaar(plek, voorbeeldprofiel().model_copy(update=blok))
        sleutel = tweede(plek, dossier, ingangsdatum=begin, einddatum=begin + timedelta(days=60))
        _stel_vast(plek, dossier, sleutel)
        sleutels.append(sleutel)
    breng(kim, dossier, robin, tmp_path)
    assert [t.punt.over for t in mijn_werk(robin) if t.punt.code == "nummer"] == ["700001", "700001"]
    for sleutel in sleutels:
        assert "nummer-twee-keer" in {g.code for g in overhandigen.bericht(robin, dossier, sleutel).gebreken}
    # Er een intrekken lost het op; van wat nooit weg was, hoeft de aanbieder ook niet te horen dat het weg is.
    begin = toewijzen.lees(robin, dossier, sleutels[1]).inhoud.ingangsdatum
    stop(robin, dossier, sleutels[1], begin, Redenwijziging.VERWIJDERD)
    assert "nummer" not in {t.punt.code for t in mijn_werk(robin)}
    assert "nummer-twee-keer" not in {g.code for g in overhandigen.bericht(robin, dossier, sleutels[0]).gebreken}
