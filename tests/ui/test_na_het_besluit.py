"""Na een besluit is alles wat Mijn werk vraagt, ook op het scherm te doen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QPushButton

from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord, Ontvanger, Toestemming, Toestemmingen, Waarvoor
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.brief import Briefsoort
from jeugdteam_app.dossier.gezin import Jeugdige, Persoon
from jeugdteam_app.dossier.post import Post
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.werk import brieven, dossiers, overhandigen, schrijven, toewijzen
from jeugdteam_app.werk.mijn_werk import mijn_werk
from tests.conftest import MOMENT
from tests.werk.test_schrijven import van_een_ander
from tests.werk.test_soorten_besluit import wijzig
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast
from ui.bouwstenen.basis import Uitklapper
from ui.bouwstenen.brieven import _Waarschuwing


@pytest.fixture
def sam(venster):
    return dossiers.overzicht(venster.plek)[0].id


def toon(venster, dossier, hoofdstuk):
    venster.toon_dossier(dossier)
    venster.scherm.toon_hoofdstuk(hoofdstuk)
    QApplication.processEvents()
    return venster.scherm.blad(hoofdstuk)


def opschriften(blad):
    return [k.text() for k in blad.findChildren(QPushButton)]


def test_na_een_overstap_is_de_oude_hulp_nog_af_te_sluiten(venster, sam):
    oud = venster.plek.dossier(sam).alle(Toegewezen)[0].sleutel
    wijzig(
        venster.plek, sam, oud, aanbieder="Thuishulp Voorbeeld (verzonnen)", aanbieder_agb="42420002",
        ingangsdatum=date(2027, 2, 1), over_voor_oud=4, reden_wijziging=Redenwijziging.ANDERE_AANBIEDER,
    )  # fmt: skip
    blad = toon(venster, sam, "toewijzing")
    vervolg = [u for u in blad.findChildren(Uitklapper) if u.knop.text() == "Hoe het verdergaat"]
    assert len(vervolg) == 2, "bij de oude en bij de nieuwe aanbieder"
    assert opschriften(blad).count("Eerder stoppen") == 2
    assert opschriften(blad).count("Wijzigen of verlengen") == 1


def test_ook_bij_geen_hulp_is_terugkijken_op_te_schrijven(venster, sam):
    sleutel = toewijzen.begin_zonder_hulp(venster.plek, sam, Besluitsoort.GEEN_HULP)
    toewijzen.wijzig(
        venster.plek, sam, sleutel, motivering="Zo kan het.", gezin_eens=True, evaluatiedatum=date(2027, 2, 1)
    )
    _stel_vast(venster.plek, sam, sleutel)
    blad = toon(venster, sam, "toewijzing")
    assert [u for u in blad.findChildren(Uitklapper) if u.knop.text() == "Samen terugkijken"]


def test_een_bericht_zonder_antwoord_is_af_te_doen(venster, sam):
    oud = venster.plek.dossier(sam).alle(Toegewezen)[0].sleutel
    overhandigen.bericht_xml(venster.plek, sam, oud)
    assert "geen-retour" in {t.punt.code for t in mijn_werk(venster.plek) if t.dossier == sam}
    blad = toon(venster, sam, "overhandigen")
    blad._berichten.knop.setChecked(True)
    QApplication.processEvents()
    [knop] = [k for k in blad.findChildren(QPushButton) if k.text() == "De backoffice zegt dat dit aankwam"]
    knop.click()
    assert "geen-retour" not in {t.punt.code for t in mijn_werk(venster.plek) if t.dossier == sam}
    assert waarde(venster.plek.dossier(sam).alle(Post)[-1].hersteld_op) == venster.plek.vandaag


def test_een_besluit_dat_niet_geldt_zegt_dat_en_wat_er_nog_moet(venster, sam):
    """Na een keuze tussen twee besluiten leek het andere nog vast te staan."""
    oud = venster.plek.dossier(sam).alle(Toegewezen)[0].sleutel
    schrijven.leg_vast(venster.plek, sam, {(oud, Toegewezen.geldt_niet): Bekend(True)})
    gelezen = "\n".join(label.text() for label in toon(venster, sam, "toewijzing").findChildren(QLabel))
    assert "Dit besluit geldt niet" in gelezen
    assert "bericht met nummer 300201" in gelezen
    assert "Dit verandert niet meer" not in gelezen
    assert "Kreeg de aanbieder daarvoor geld" not in gelezen
    venster.plek.klok = VasteKlok(MOMENT + timedelta(days=40))
    gelezen = "\n".join(label.text() for label in toon(venster, sam, "toewijzing").findChildren(QLabel))
    assert "Kreeg de aanbieder daarvoor geld" in gelezen, "de hulp kan begonnen zijn (TR385)"


@pytest.mark.parametrize("geldt_niet", [True, False])
def test_overhandigen_gaat_open_bij_een_besluit_dat_niet_geldt_en_bij_twee_die_botsen(venster, sam, geldt_niet):
    plek, oud = venster.plek, venster.plek.dossier(sam).alle(Toegewezen)[0]
    if geldt_niet:
        schrijven.leg_vast(plek, sam, {(oud.sleutel, Toegewezen.geldt_niet): Bekend(True)})
        zin = "Dit besluit geldt niet. Er hoort geen bericht meer bij."
    else:
        ander = waarde(oud.vastgesteld).model_copy(update={"door": "Kim"})
        ruw = {"b": Toegewezen.vastgesteld.json_waarde(ander)}
        van_een_ander(plek, sam, Toegewezen.vastgesteld.plaats(oud.sleutel), ruw, gezien=False)
        zin = "Twee mensen stelden dit vast. Kies eerst bij ‘Toewijzing’ welk besluit geldt."
    blad = toon(venster, sam, "overhandigen")
    assert zin in {label.text() for label in blad.findChildren(QLabel)}
    assert "Concept bewaren als PDF" not in opschriften(blad)


def _kies(blad, naam):
    next(k for k in blad.findChildren(QAbstractButton) if k.accessibleName() == naam).click()
    QApplication.processEvents()


def test_bij_een_verbetering_op_het_scherm_blijft_staan_wat_goed_was(venster, sam):
    """Wat de regels van een ontwerp zeggen, geldt ook voor wie het in het venster invult."""
    oud = venster.plek.dossier(sam).alle(Toegewezen)[0]
    was = waarde(oud.vastgesteld).inhoud
    nieuw = toewijzen.begin_wijziging(venster.plek, sam, oud.sleutel, Besluitsoort.WIJZIGEN)
    blad = toon(venster, sam, "toewijzing")
    _kies(blad, "Om wat voor reden verandert het? een fout hersteld")
    nu = waarde(Toegewezen(venster.plek.dossier(sam).kind, nieuw).inhoud)
    assert (nu.motivering, nu.motivering_omvang) == (was.motivering, was.motivering_omvang)
    getypt = {veld.toPlainText() for veld in blad.findChildren(QPlainTextEdit)}
    assert was.motivering in getypt, "het staat er ook meteen"


def test_wacht_het_gezin_op_een_besluit_dan_vraagt_een_wijziging_of_zij_daar_het_antwoord_op_is(venster, sam):
    """Anders houden de acht weken op met tellen door een besluit dat over iets anders ging."""
    plek = venster.plek
    oud = plek.dossier(sam).alle(Toegewezen)[0].sleutel
    nieuw = toewijzen.begin_wijziging(plek, sam, oud, Besluitsoort.WIJZIGEN)
    vraag = "De aanvraag van 01-12-2026 blijft open"
    vakjes = {k.accessibleName() for k in toon(venster, sam, "toewijzing").findChildren(QAbstractButton)}
    assert vraag not in vakjes, "er staat niets open"
    plek.klok = VasteKlok(MOMENT + timedelta(days=30))
    schrijven.leg_vast(plek, sam, {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(date(2026, 12, 1))})
    _kies(toon(venster, sam, "toewijzing"), vraag)
    assert waarde(Toegewezen(plek.dossier(sam).kind, nieuw).inhoud).aanvraag_blijft_open


@pytest.mark.parametrize(
    ("geboren", "van_kind", "van_ouder", "van_ander"),
    [
        (date(2018, 5, 1), "", "", "Er staat niet dat deze lezer het gezag heeft"),
        (date(2009, 5, 1), "", "Vanaf 16 jaar", "Vanaf 16 jaar"),
    ],
)
def test_bij_inzage_staat_wie_het_goed_moet_vinden(venster, sam, geboren, van_kind, van_ouder, van_ander):
    """Vanaf 16 de jongere zelf; daarvoor wie erover gaat, als de lezer geen gezag heeft."""
    plek = venster.plek
    ander = schrijven.voeg_toe(plek, sam, Persoon, {Persoon.voornamen: "Buurvrouw Ans"})
    schrijven.leg_vast(plek, sam, {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(geboren)})
    ouder = plek.dossier(sam).gezagsdragers()[0].sleutel
    blad = toon(venster, sam, "overhandigen")
    for lezer, zin in ((KIND, van_kind), (ouder, van_ouder), (ander, van_ander)):
        blad._inziener.setCurrentIndex(blad._inziener.findData(lezer))
        gezegd = blad._mag_lezen.label.text()
        assert zin in gezegd and bool(zin) is bool(gezegd)
        assert blad._mag_lezen.isVisibleTo(blad) is bool(zin)


def test_een_brief_waarschuwt_zolang_het_nodig_is(venster, sam):
    """Elke waarschuwing staat er als er iets te zeggen is, en gaat weg als het is opgelost."""
    brieven.begin(venster.plek, sam, Briefsoort.SCHOOL)
    ja = Toestemming(waarvoor=Waarvoor.DELEN, ontvanger=Ontvanger.SCHOOL, door="Opa Wim", gegeven=Antwoord.JA)
    for al in venster.plek.dossier(sam).alle(Toestemmingen):
        schrijven.verwijder(venster.plek, sam, Toestemmingen, al.sleutel)
    blad = toon(venster, sam, "overhandigen")

    def te_lezen():
        return [m.label.text() for m in blad.findChildren(_Waarschuwing) if m.isVisibleTo(blad)]

    assert [zin[:26] for zin in te_lezen()] == ["Er is geen toestemming opg"]
    sleutel = schrijven.voeg_toe(venster.plek, sam, Toestemmingen, {Toestemmingen.inhoud: ja})
    blad.schrijver.meld_veranderd()
    assert [zin[:26] for zin in te_lezen()] == ["Over delen gaat ook: Noor "]
    met_noor = ja.model_copy(update={"door": "Noor"})
    schrijven.leg_vast(venster.plek, sam, {(sleutel, Toestemmingen.inhoud): Bekend(met_noor)})
    blad.schrijver.meld_veranderd()
    assert te_lezen() == []
