"""Mijn werk in het echte venster: van de lijst naar het dossier, zoeken, en na het besluit samen terugkijken."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.evaluatie import Evaluatie, Vervolg
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.regels.punt import Punt
from jeugdteam_app.regels.termijnen import na_werkdagen
from jeugdteam_app.werk import dossiers, postvak, schrijven
from jeugdteam_app.werk.mijn_werk import Stand, Wanneer, mijn_werk
from tests.uitwisseling import berichten
from ui.venster.dossierscherm import HOOFDSTUKKEN
from ui.venster.mijn_werk import _verschoven


def sam(venster):
    return next(r.id for r in dossiers.overzicht(venster.plek) if "Sam" in r.naam)


def teksten(venster):
    QApplication.processEvents()
    return "\n".join(
        [*(label.text() for label in venster.scherm.findChildren(QLabel)),
         *(k.accessibleName() for k in venster.scherm.findChildren(QAbstractButton))]
    )  # fmt: skip


def test_wat_te_laat_is_staat_voorop_en_brengt_u_naar_de_plek(venster, handen):
    dag = venster.plek.vandaag - timedelta(days=2)
    schrijven.leg_vast(
        venster.plek, sam(venster), {(Familiegroepsplan.soort, Familiegroepsplan.kijken_opnieuw_op): Bekend(dag)}
    )
    [taak] = [t for t in mijn_werk(venster.plek) if t.punt.code == "afspraak-plan"]
    venster.toon_overzicht()
    assert taak.wanneer is Wanneer.TE_LAAT
    assert "te laat" in teksten(venster)
    handen.knop("Mijn werk")
    handen.knop("Sam: Kijk opnieuw naar het familiegroepsplan")
    assert HOOFDSTUKKEN[venster.scherm.lijst.currentRow()][0] == "familiegroepsplan"


def test_zoeken_en_per_gezin(venster, handen):
    venster.toon_mijn_werk()
    assert "bezwaar" in teksten(venster)
    handen.typ("Zoek op naam, gezin of wat er moet gebeuren", "bestaat niet")
    assert "Niets gevonden." in teksten(venster)
    venster.scherm.zoek.clear()
    handen.kies_vakje("Per gezin bij elkaar")
    assert "Familie Voorbeeld" in teksten(venster)


def test_na_het_besluit_samen_terugkijken(venster, handen):
    venster.toon_dossier(sam(venster))
    venster.scherm.toon_hoofdstuk("toewijzing")
    QApplication.processEvents()
    venster.scherm.focus_eerste_veld()
    handen.naar("Hoe het verdergaat")
    handen.druk(Qt.Key.Key_Space)
    handen.knop("Terugkijken toevoegen")
    handen.typ("Wat is er veranderd?", "Sam gaat weer drie dagen")
    handen.kies("Hoe gaat het verder?", "lichter")
    [gesprek] = venster.plek.dossier(sam(venster)).alle(Evaluatie)
    assert waarde(gesprek.wat_veranderde) == "Sam gaat weer drie dagen"
    assert waarde(gesprek.vervolg) is Vervolg.LICHTER
    assert waarde(gesprek.datum) == venster.plek.vandaag


def test_een_bericht_inlezen_bekijken_en_beantwoorden(venster, handen, monkeypatch, tmp_path):
    (pad := tmp_path / "bericht.xml").write_bytes(berichten.verzoek_nieuw())
    uit = tmp_path / "antwoord.xml"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(pad), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(uit), ""))
    venster.toon_mijn_werk()
    venster.scherm.begin.setFocus()
    handen.knop("Bericht van een aanbieder inlezen")
    assert "Dit bericht hoort bij Sam: verzoek om een toewijzing (JW315)." in teksten(venster)
    handen.knop("Opnemen in het dossier")
    assert "Een aanbieder vraagt iets (kenmerk AB-12)" in teksten(venster)
    assert "Gevraagd: 20 uur in totaal." in teksten(venster)
    handen.kies("Of is het antwoord anders?", "in onderzoek")
    handen.knop("Antwoord klaarzetten (JW319)")
    assert b"<jw319:VerzoekAntwoord>2<" in uit.read_bytes()
    venster.toon_mijn_werk()
    assert "Rond het onderzoek naar het verzoek af" in teksten(venster)
    venster.scherm.begin.setFocus()
    handen.knop("Bericht van een aanbieder inlezen")
    assert "Dit bericht is hier al ingelezen. Er is niets veranderd." in teksten(venster)


def test_een_afgewezen_verzoek_biedt_geen_toewijzing_meer_aan(venster, handen, monkeypatch, tmp_path):
    (pad := tmp_path / "bericht.xml").write_bytes(berichten.verzoek_nieuw())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "antwoord.xml"), ""))
    gelezen = postvak.bekijk(venster.plek, pad)
    postvak.neem_op(venster.plek, gelezen)
    venster.toon_dossier(gelezen.dossier)
    venster.scherm.toon_hoofdstuk("toewijzing")
    maken = "Toewijzing maken voor dit verzoek"
    assert maken in {k.accessibleName() for k in venster.findChildren(QAbstractButton) if k.isVisible()}
    handen.kies("Of is het antwoord anders?", "afgewezen")
    handen.kies("Waarom wijst u het verzoek af?", "het past niet binnen het budget")
    handen.knop("Antwoord klaarzetten (JW319)")
    assert "Beantwoord op" in teksten(venster)
    assert maken not in {k.accessibleName() for k in venster.findChildren(QAbstractButton) if k.isVisible()}


def test_filteren_cijfers_en_berichten(venster, handen, monkeypatch, tmp_path):
    lang = {(Aanmelding.soort, Aanmelding.datum): Bekend(venster.plek.vandaag - timedelta(days=140))}
    schrijven.leg_vast(venster.plek, sam(venster), lang)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "lijst.csv"), ""))
    venster.toon_mijn_werk()
    soort = venster.scherm.soort
    soort.setCurrentIndex(soort.findData(Stand.WACHT))
    gezien = teksten(venster)
    assert "Het gezin wacht op het begin van de hulp" in gezien
    assert "bezwaar" not in gezien
    soort.setCurrentIndex(soort.findData(Stand.TEGENSPRAAK))
    assert "Niets gevonden." in teksten(venster)
    handen.knop("Berichten: wat ging en wat kwam")
    assert "Nog geen berichten." in teksten(venster)
    handen.knop("Besluiten en wachttijden geteld")
    gezien = teksten(venster)
    assert "1 × Of dit bij de norm past, is niet bekend." in gezien
    assert "wacht 20 weken" in gezien
    handen.knop("Lijst bewaren")
    assert "Het bestand is bewaard." in teksten(venster)
    assert "2026-000300201" in (tmp_path / "lijst.csv").read_text(encoding="utf-8-sig")


def test_een_verzoek_voor_een_onbekend_kind_begint_een_dossier(venster, handen, monkeypatch, tmp_path):
    (pad := tmp_path / "bericht.xml").write_bytes(berichten.verzoek_nieuw(bsn="999999990"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(pad), ""))
    venster.toon_mijn_werk()
    venster.scherm.begin.setFocus()
    handen.knop("Bericht van een aanbieder inlezen")
    assert "Dit kind is hier nog niet bekend" in teksten(venster)
    handen.knop("Een dossier beginnen met dit verzoek")
    assert "Een aanbieder vraagt iets (kenmerk AB-12)" in teksten(venster)


@pytest.mark.parametrize(
    ("begin", "zin"),
    [
        (date(2026, 4, 24), "later door Koningsdag; anders was het 27-04-2026"),
        (date(2025, 12, 23), "later door Eerste kerstdag, Tweede kerstdag; anders was het 25-12-2025"),
        (date(2026, 11, 27), ""),
    ],
)
def test_waarom_het_later_wordt_klopt_ook_bij_twee_feestdagen(begin, zin):
    dag, verschoven = na_werkdagen(begin, 2 if begin.month == 12 else 1)
    punt = Punt("contact", dag, "", "gesprekken", Bron("x", ""), verschoven=verschoven)
    assert _verschoven(punt) == zin
