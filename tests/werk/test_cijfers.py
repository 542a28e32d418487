"""De landelijke maten over hulp die stopte, en wie te lang wacht met een eigen termijn."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.evaluatie import Bereikt, Doeluitkomst, Einde, Evaluatie
from jeugdteam_app.dossier.lopend import lopend
from jeugdteam_app.dossier.post import Verzoek
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.productenboek.profiel import Termijn, Termijnsoort
from jeugdteam_app.werk import (
    cijfers,
    dossiers,
    gemeente_en_team,
    instellingen,
    postvak,
    schrijven,
    toewijzen,
    verzoeken,
)
from jeugdteam_app.werk.cijfers import Geteld, Maat
from tests.conftest import MOMENT
from tests.uitwisseling import berichten
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast


@pytest.fixture
def gestopt(voorbeeldplek):
    """Sam, bij wie de hulp is gestopt; met de sleutel van de toewijzing."""
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    toegewezen = voorbeeldplek.dossier(sam).alle(Toegewezen)[0].sleutel
    dag = voorbeeldplek.vandaag
    feiten = {
        (toegewezen, Toegewezen.gestart_op): Bekend(dag - timedelta(days=90)),
        (toegewezen, Toegewezen.gestopt_op): Bekend(dag),
        (toegewezen, Toegewezen.einde): Bekend(Einde.VOLGENS_PLAN),
    }
    schrijven.leg_vast(voorbeeldplek, sam, feiten)
    return sam, toegewezen


def kijk_terug(plek, sam, toegewezen, dag, **velden):
    vooraf = {Evaluatie.toewijzing: toegewezen, Evaluatie.datum: dag}
    return schrijven.voeg_toe(plek, sam, Evaluatie, vooraf | {getattr(Evaluatie, n): w for n, w in velden.items()})


def geteld(plek):
    return {g.maat: (g.ja, g.deels, g.nee, g.onbekend) for g in cijfers.uitkomsten(plek)}


def test_zonder_hulp_die_stopte_is_er_niets_geteld(voorbeeldplek):
    assert cijfers.uitkomsten(voorbeeldplek) == tuple(Geteld(m, 0, 0, 0, 0) for m in Maat)


def test_elke_maat_telt_de_laatste_terugblik(voorbeeldplek, gestopt):
    sam, toegewezen = gestopt
    assert geteld(voorbeeldplek) == {m: (1, 0, 0, 0) if m is Maat.UITVAL else (0, 0, 0, 1) for m in Maat}
    dag = voorbeeldplek.vandaag
    kijk_terug(voorbeeldplek, sam, toegewezen, dag - timedelta(days=30), nut=3, bereikt=Bereikt.NEE)
    kijk_terug(
        voorbeeldplek, sam, toegewezen, dag, nut=9, bereikt=Bereikt.JA,
        zonder_hulp_verder=Antwoord.JA, verminderd=Antwoord.NEE,
    )  # fmt: skip
    assert geteld(voorbeeldplek) == {
        Maat.UITVAL: (1, 0, 0, 0), Maat.ZONDER_HULP: (1, 0, 0, 0),
        Maat.GEEN_NIEUWE_START: (0, 0, 0, 1), Maat.VERMINDERD: (0, 0, 1, 0), Maat.DOELEN: (1, 0, 0, 0),
    }  # fmt: skip


def test_wie_later_alleen_vraagt_hoe_het_gaat_wist_de_maten_niet_uit(voorbeeldplek, gestopt):
    sam, toegewezen = gestopt
    dag = voorbeeldplek.vandaag
    kijk_terug(
        voorbeeldplek, sam, toegewezen, dag, nut=8, bereikt=Bereikt.JA, zonder_hulp_verder=Antwoord.JA,
        verminderd=Antwoord.JA,
    )  # fmt: skip
    was = geteld(voorbeeldplek)
    kijk_terug(voorbeeldplek, sam, toegewezen, dag + timedelta(days=90), wat_veranderde="Gaat nog goed.")
    assert geteld(voorbeeldplek) == was
    assert cijfers.nut(voorbeeldplek) == (8,)
    kijk_terug(voorbeeldplek, sam, toegewezen, dag + timedelta(days=95), verminderd=Antwoord.NEE)
    assert geteld(voorbeeldplek)[Maat.VERMINDERD] == (0, 0, 1, 0)


def test_het_nut_is_een_cijfer_van_het_gezin_en_geen_oordeel(voorbeeldplek, gestopt):
    sam, toegewezen = gestopt
    assert cijfers.nut(voorbeeldplek) == ()
    kijk_terug(voorbeeldplek, sam, toegewezen, voorbeeldplek.vandaag - timedelta(days=9), nut=3)
    kijk_terug(voorbeeldplek, sam, toegewezen, voorbeeldplek.vandaag, nut=9)
    assert cijfers.nut(voorbeeldplek) == (9,)


def test_per_doel_opgeschreven_gaat_voor_wat_er_over_alles_samen_is_gezegd(voorbeeldplek, gestopt):
    sam, toegewezen = gestopt
    terug = kijk_terug(voorbeeldplek, sam, toegewezen, voorbeeldplek.vandaag, bereikt=Bereikt.JA)
    doelen = voorbeeldplek.dossier(sam).alle(Doel)
    if len(doelen) < 2:
        schrijven.voeg_toe(voorbeeldplek, sam, Doel, {Doel.tekst: "Samen eten"})
        doelen = voorbeeldplek.dossier(sam).alle(Doel)
    for doel, uit in zip(doelen[:2], (Bereikt.JA, Bereikt.NEE), strict=True):
        plek = voorbeeldplek.dossier(sam).doeluitkomst(terug, doel.sleutel).sleutel
        schrijven.leg_vast(voorbeeldplek, sam, {(plek, Doeluitkomst.bereikt): Bekend(uit)})
    assert geteld(voorbeeldplek)[Maat.DOELEN] == (0, 1, 0, 0)
    assert len(voorbeeldplek.dossier(sam).doeluitkomsten()) == 2


@pytest.mark.parametrize(
    ("samen", "verwacht"), [(None, (0, 1, 0, 0)), (Bereikt.NEE, (0, 1, 0, 0)), (Bereikt.JA, (1, 0, 0, 0))]
)
def test_van_elk_doel_telt_het_laatste_antwoord(voorbeeldplek, gestopt, samen, verwacht):
    """Wie bij het sluiten alleen over één doel iets zegt, zegt niets over de andere."""
    sam, toegewezen = gestopt
    doelen = [d.sleutel for d in voorbeeldplek.dossier(sam).alle(Doel)]
    assert len(doelen) > 1
    dag = voorbeeldplek.vandaag
    eerst = kijk_terug(voorbeeldplek, sam, toegewezen, dag - timedelta(days=60))
    later = kijk_terug(voorbeeldplek, sam, toegewezen, dag)
    if samen is not None:
        kijk_terug(voorbeeldplek, sam, toegewezen, dag - timedelta(days=30), bereikt=samen)
    van = voorbeeldplek.dossier(sam).doeluitkomst
    gezegd = {(van(eerst, d).sleutel, Doeluitkomst.bereikt): Bekend(Bereikt.NEE) for d in doelen}
    gezegd |= {(van(later, doelen[0]).sleutel, Doeluitkomst.bereikt): Bekend(Bereikt.JA)}
    schrijven.leg_vast(voorbeeldplek, sam, gezegd)
    assert geteld(voorbeeldplek)[Maat.DOELEN] == verwacht


def test_nieuwe_hulp_binnen_een_jaar_is_herhaald_beroep(voorbeeldplek, gestopt, tmp_path):
    sam, toegewezen = gestopt
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=370))
    assert geteld(voorbeeldplek)[Maat.GEEN_NIEUWE_START] == (1, 0, 0, 0)
    voorbeeldplek.klok = VasteKlok(MOMENT)
    (pad := tmp_path / "verzoek.xml").write_bytes(berichten.verzoek_nieuw())
    postvak.neem_op(voorbeeldplek, postvak.bekijk(voorbeeldplek, pad))
    [verzoek] = voorbeeldplek.dossier(sam).alle(Verzoek)
    nieuw = verzoeken.begin_toewijzing(voorbeeldplek, sam, verzoek.sleutel, 0)
    _stel_vast(voorbeeldplek, sam, nieuw)
    for dagen, uit in ((30, (0, 0, 1, 0)), (380, (0, 0, 0, 1))):
        begin = voorbeeldplek.vandaag + timedelta(days=dagen)
        schrijven.leg_vast(voorbeeldplek, sam, {(nieuw, Toegewezen.gestart_op): Bekend(begin)})
        assert geteld(voorbeeldplek)[Maat.GEEN_NIEUWE_START] == uit
    assert toegewezen != nieuw


def test_dezelfde_hulp_onder_een_ander_nummer_is_geen_nieuwe_start(voorbeeldplek, gestopt):
    sam, toegewezen = gestopt
    kijk_terug(voorbeeldplek, sam, toegewezen, voorbeeldplek.vandaag, nut=8)
    verder = toewijzen.begin_wijziging(voorbeeldplek, sam, toegewezen, Besluitsoort.WIJZIGEN)
    begin = voorbeeldplek.vandaag + timedelta(days=1)
    toewijzen.wijzig(
        voorbeeldplek,
        sam,
        verder,
        ingangsdatum=toewijzen.lees(voorbeeldplek, sam, verder).inhoud.ingangsdatum + timedelta(days=7),
        reden_wijziging=Redenwijziging.CONTRACT,
        over_voor_oud=1,
        motivering="Het is nog nodig.",
    )
    _stel_vast(voorbeeldplek, sam, verder)
    assert len(lopend(voorbeeldplek.dossier(sam))) == 2, "een eigen nummer"
    assert geteld(voorbeeldplek)[Maat.GEEN_NIEUWE_START] == (0, 0, 0, 0), "wat weer doorgaat, is niet gestopt"
    feiten = {(verder, Toegewezen.gestart_op): Bekend(begin), (verder, Toegewezen.gestopt_op): Bekend(begin)}
    schrijven.leg_vast(voorbeeldplek, sam, feiten)
    assert geteld(voorbeeldplek)[Maat.GEEN_NIEUWE_START] == (0, 0, 0, 0), "morgen pas"
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=2))
    assert geteld(voorbeeldplek)[Maat.GEEN_NIEUWE_START] == (0, 0, 0, 1), "een keer, en het jaar is nog niet om"
    assert cijfers.nut(voorbeeldplek) == (8,), "wat er onder het vorige nummer is gezegd, telt mee"


def test_te_lang_wachten_volgt_de_eigen_termijn(voorbeeldplek):
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    begin = voorbeeldplek.vandaag - timedelta(days=80)
    schrijven.leg_vast(voorbeeldplek, sam, {(Aanmelding.soort, Aanmelding.datum): Bekend(begin)})
    assert cijfers.lang_wachten(voorbeeldplek) == ()
    profiel = instellingen.profiel(voorbeeldplek)
    eigen = (Termijn(soort=Termijnsoort.TE_LANG, aantal=2, bron="regiovisie"),)
    gemeente_en_team.bewaar(voorbeeldplek, profiel.model_copy(update={"termijnen": eigen}))
    assert cijfers.te_lang_maanden(voorbeeldplek) == 2
    assert [w.weken for w in cijfers.lang_wachten(voorbeeldplek)] == [11]
