"""Het productenboek en de regels in het venster: lezen, zoeken, vergelijken, laden; en uitproberen bij ‘Wat past’."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QPlainTextEdit

from jeugdteam_app.dossier.afweging import Afweging
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.productenboek.beschikbaarheid import Wachttijd
from jeugdteam_app.productenboek.boek import Aanzien, laad
from jeugdteam_app.regels.regel import regios
from jeugdteam_app.uitwisseling.kolommen import KOLOMMEN
from jeugdteam_app.uitwisseling.sjabloon import schrijf_sjabloon
from jeugdteam_app.werk import boeken, dossiers, gemeente_en_team, instellingen, schrijven
from tests.ui.conftest import Handen
from ui.bouwstenen.basis import Uitklapper
from ui.hoofdstukken.passend.van_toen import AdviesVanToen
from ui.hoofdstukken.passend.vergelijken import Vergelijken
from ui.hoofdstukken.passend.wat_als import WatAls


def teksten(scherm) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisibleTo(scherm))


def open_regel(scherm, begin: str) -> None:
    knoppen = [k for k in scherm.findChildren(QAbstractButton) if str(k.property("opschrift")).startswith(begin)]
    knoppen[0].setChecked(True)
    QApplication.processEvents()


@pytest.fixture
def boek(venster):
    venster.toon_boek()
    QApplication.processEvents()
    return venster.scherm


def test_een_product_laat_zien_dat_de_norm_niet_bekend_is_en_waar_het_staat(boek):
    boek.lijst.zoek.setText("54001")
    open_regel(boek, "Basis-ggz (segment 4)")
    gelezen = teksten(boek)
    assert "1 gevonden" in gelezen
    assert "Hoeveel: de norm is niet bekend" in gelezen
    assert "Bron: Meerjarenperspectief Noord-Veluwe (001), regel 2522" in gelezen
    assert "Voor: ‘Hoe zwaar zijn de psychische klachten?’: licht of matig" in gelezen


def test_een_regel_zegt_waar_hij_werkt_bij_welke_feiten_en_waar_hij_staat(boek):
    boek.kies_deel("regels")
    boek.lijst.zoek.setText("R098")
    open_regel(boek, "Vanaf 16 jaar")
    gelezen = teksten(boek)
    assert "Werkt bij: wat er hoort te zijn." in gelezen
    assert "Als: leeftijd: vanaf 16" in gelezen
    assert "regel 1074" in gelezen


def test_elke_regio_heeft_een_boek_met_haar_keuzes(boek):
    gezien = set()
    for nummer in range(boek._welk.count()):
        boek._welk.setCurrentIndex(nummer)
        boek.kies_deel("keuzes")
        # In de IJmond ook hoe lang EMDR bij de huisarts mag duren.
        assert f"{15 if boek.boek.regels == 'ijmond' else 14} gevonden" in teksten(boek)
        gezien.add(boek.boek.regels)
        boek.kies_deel("producten")
    assert gezien == set(regios())


def test_twee_versies_naast_elkaar(boek):
    boek.kies_deel("verschil")
    versies = [boek._welk.itemText(n) for n in range(boek._welk.count())]
    boek._ander.setCurrentIndex(versies.index("IJmond (voorbeeld-2018.1)"))
    boek._welk.setCurrentIndex(versies.index("IJmond (werkdocument-2026.1)"))
    assert "Segmenten die vervallen: 5" in [str(k.property("opschrift")) for k in boek.findChildren(QAbstractButton)]
    boek._ander.setCurrentIndex(boek._welk.currentIndex())
    assert "0 gevonden" in teksten(boek)


def eigen_boek(tmp_path, **anders):
    nieuw = laad("noord-veluwe").model_copy(
        update={"versie": "2026", "aanzien": Aanzien.VASTGESTELD, "geldig_van": date(2026, 1, 1)} | anders
    )
    schrijf_sjabloon(nieuw, pad := tmp_path / "eigen.xlsx")
    return nieuw, pad


def test_een_eigen_boek_wordt_eerst_nagekeken_en_dan_overgenomen(venster, qtbot, monkeypatch, tmp_path, boek):
    nieuw, pad = eigen_boek(tmp_path, producten=laad("noord-veluwe").producten[1:])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(pad), ""))
    handen = Handen(qtbot, venster)
    open_regel(boek, "Een eigen boek")
    handen.knop("Boek nakijken")
    handen.wacht(lambda: "Dit boek klopt" in teksten(boek))
    assert "Basis-ggz" in teksten(boek), "wat vervalt, staat er"
    assert instellingen.boek(venster.plek).versie == "voorbeeld-2026.1", "nakijken verandert niets"
    handen.knop("Overnemen")
    assert instellingen.boek(venster.plek) == nieuw


def test_een_tabel_zonder_kop_vraagt_welke_versie_het_is(venster, qtbot, monkeypatch, tmp_path, boek):
    kolommen = [k.naam for k in KOLOMMEN if k.gevraagd]
    rij = {"regio": "Noord-Veluwe", "segment": "4", "code": "54001", "naam": "Basis-ggz", "categorie": "54",
           "eenheid": "uur", "freq": "totaal", "bron": "Boek 2027"}  # fmt: skip
    (pad := tmp_path / "eigen.csv").write_text(
        f"{';'.join(kolommen)}\n{';'.join(rij.get(naam, '') for naam in kolommen)}\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(pad), ""))
    handen = Handen(qtbot, venster)
    open_regel(boek, "Een eigen boek")
    handen.knop("Boek nakijken")
    handen.wacht(lambda: "niet welke versie" in teksten(boek))
    handen.knop("Nakijken met deze versie")
    assert "Geef deze versie een naam" in teksten(boek)
    handen.typ("Hoe heet deze versie?", "2027.1")
    handen.knop("Nakijken met deze versie")
    handen.wacht(lambda: "Overnemen" in [k.accessibleName() for k in boek.findChildren(QAbstractButton)])
    handen.knop("Overnemen")
    nu = instellingen.boek(venster.plek)
    assert (nu.versie, nu.aanzien, nu.geldig_van) == ("2027.1", Aanzien.VASTGESTELD, venster.plek.vandaag)
    assert nu.band == "", "wat vastgesteld is, draagt niet de waarschuwing van het voorbeeld"


def test_een_boek_met_een_fout_zegt_in_welke_cel_en_verandert_niets(venster, qtbot, monkeypatch, tmp_path, boek):
    (pad := tmp_path / "fout.csv").write_text(
        "regio;segment;naam;categorie\nNoord-Veluwe;4;Hulp;99\n", encoding="utf-8"
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(pad), ""))
    handen = Handen(qtbot, venster)
    open_regel(boek, "Een eigen boek")
    handen.knop("Boek nakijken")
    handen.wacht(lambda: "Er is niets veranderd" in teksten(boek))
    assert "D2" in teksten(boek)
    assert "Overnemen" not in [k.accessibleName() for k in boek.findChildren(QAbstractButton)]


def test_dezelfde_versie_met_andere_inhoud_wordt_geweigerd(venster):
    anders = laad("noord-veluwe").model_copy(update={"toelichting": "iets anders"})
    with pytest.raises(Exception, match="boek-versie-bestaat"):
        boeken.neem_over(venster.plek, anders)


def test_een_oude_wachttijd_zegt_dat_hij_oud_is(venster, tmp_path):
    pad = tmp_path / "wacht.csv"
    pad.write_text(
        "aanbieder;agb;product;wachttijd_weken;datum;opmerking\n"
        "Praktijk Verzonnen;42420001;54001;6;1-11-2026;\n"
        "Huis Verzonnen;;54001;;1-9-2026;\n",
        encoding="utf-8",
    )  # fmt: skip
    proef = boeken.kijk_wachttijden_na(pad, venster.plek.vandaag, laad("noord-veluwe"))
    boeken.neem_wachttijden_over(venster.plek, instellingen.boek(venster.plek), proef.wachttijden)
    venster.toon_boek()
    open_regel(venster.scherm, "Basis-ggz")
    gelezen = teksten(venster.scherm)
    assert "Praktijk Verzonnen: 6 weken wachten, gezegd op 01-11-2026 (23 dagen geleden)." in gelezen
    assert "de wachttijd is niet bekend" in gelezen
    assert gelezen.count("Dat is oud: bel eerst.") == 1


@pytest.fixture
def passend(venster):
    venster.toon_dossier(dossiers.overzicht(venster.plek)[0].id)
    venster.scherm.toon_hoofdstuk("passend")
    QApplication.processEvents()
    return venster.scherm.blad("passend")


def test_wat_als_laat_zien_wat_schuift_en_laat_het_dossier_met_rust(venster, passend):
    [wat_als] = passend.findChildren(WatAls)
    voor = venster.plek.kluis.vraag("SELECT count(*) FROM wijziging")
    wat_als.knop.setChecked(True)
    wat_als._vraag.setCurrentIndex(wat_als._vraag.findData("thuis_passend"))
    wat_als._antwoord.setCurrentIndex(wat_als._antwoord.findData("nee"))
    wat_als._bekijk()
    assert "Wonen: nu ‘nee’, dan ‘ja’" in teksten(wat_als)
    wat_als.zet_terug()
    assert "Wonen" not in teksten(wat_als)
    assert venster.plek.kluis.vraag("SELECT count(*) FROM wijziging") == voor


def test_twee_producten_naast_elkaar_in_woorden_van_het_gezin(passend):
    [naast] = passend.findChildren(Vergelijken)
    naast.knop.setChecked(True)
    for lijst, product in zip(naast._lijsten, ("basis-ggz", "pleegzorg"), strict=True):
        lijst.setCurrentIndex(lijst.findData(product))
    gelezen = teksten(naast)
    assert "Uw kind blijft thuis wonen." in gelezen
    assert "Uw kind woont bij een pleeggezin." in gelezen
    assert "Hoeveel hulp, hoogstens? (hetzelfde)" in gelezen
    assert "Dat is niet bekend. U spreekt het samen af." in gelezen


def test_een_andere_regio_geeft_haar_eigen_segmenten_en_vragen(venster):
    profiel = instellingen.profiel(venster.plek)
    gemeente_en_team.bewaar(venster.plek, profiel.model_copy(update={"boek": "zaanstreek-waterland"}))
    venster.toon_dossier(dossiers.overzicht(venster.plek)[0].id)
    venster.scherm.toon_hoofdstuk("passend")
    gelezen = " ".join(str(k.property("opschrift")) for k in venster.scherm.findChildren(QAbstractButton))
    assert "24-uurs verblijf" in gelezen
    assert "Waar uw regio hier op wijst" in gelezen


def lees_toen(blad):
    """Alles wat er bij het advies van toen staat, met elk deel open."""
    [toen] = blad.findChildren(AdviesVanToen)
    toen.knop.setChecked(True)
    for deel in toen.findChildren(Uitklapper):
        deel.knop.setChecked(True)
    return teksten(toen)


def test_het_advies_van_toen_blijft_zoals_het_was_ook_als_het_dossier_verandert(venster, passend):
    gelezen = lees_toen(passend)
    assert "versie voorbeeld-2026.1" in gelezen
    assert instellingen.boek(venster.plek).band in gelezen
    assert "Basis-ggz: ja" in gelezen
    assert "Bron: Meerjarenperspectief Noord-Veluwe (001), regel 2522" in gelezen
    assert "Het boek vraagt bij" in gelezen, "ook waarom iets toen niet paste"
    anders = {(Afweging.soort, Afweging.klachten): Bekend("ernstig")}
    schrijven.leg_vast(venster.plek, venster._dossier.schrijver.id, anders)
    venster.toon_dossier(venster._dossier.schrijver.id)
    venster.scherm.toon_hoofdstuk("passend")
    assert lees_toen(venster.scherm.blad("passend")) == gelezen


def test_een_advies_van_toen_dat_niet_meer_klopt_zegt_dat(venster, passend):
    dossier = venster._dossier.schrijver.id
    keuze = waarde(venster.plek.dossier(dossier).een(Keuze).inhoud)
    vervalst = keuze.bewijs.model_copy(update={"advies": {**keuze.bewijs.advies, "voorlopig": True}})
    anders = {(Keuze.soort, Keuze.inhoud): Bekend(keuze.model_copy(update={"bewijs": vervalst}))}
    schrijven.leg_vast(venster.plek, dossier, anders)
    venster.toon_dossier(dossier)
    venster.scherm.toon_hoofdstuk("passend")
    assert "niet meer precies zoals het werd bewaard" in lees_toen(venster.scherm.blad("passend"))


def test_wie_wacht_ziet_dat_bij_het_product_en_bij_een_ander_boek_niet(venster, tmp_path):
    wacht = Wachttijd(aanbieder="Praktijk Voorbeeld", product="54001", weken=6, stand=venster.plek.vandaag)
    boeken.neem_wachttijden_over(venster.plek, laad("zaanstreek-waterland"), (wacht.model_copy(update={"weken": 9}),))
    boeken.neem_wachttijden_over(venster.plek, instellingen.boek(venster.plek), (wacht,))
    venster.toon_dossier(dossiers.overzicht(venster.plek)[0].id)
    venster.scherm.toon_hoofdstuk("passend")
    blad = venster.scherm.blad("passend")
    open_regel(blad, "Basis-ggz: ja")
    assert "Praktijk Voorbeeld: 6 weken wachten" in teksten(blad)
    assert "9 weken" not in teksten(blad)


def test_bij_een_feit_staat_wie_het_opschreef(passend):
    open_regel(passend, "Basis-ggz: ja")
    assert "(alles opgeschreven door Robin Proef)" in teksten(passend)


def test_bij_een_open_norm_hoort_een_reden(venster, passend):
    open_regel(passend, "Wat is er nodig")
    vakken = [v for v in passend.findChildren(QPlainTextEdit) if v.accessibleName().startswith("Waarom vindt u dat?")]
    assert len(vakken) >= 3


def test_het_advies_als_pdf(venster, passend, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "advies"), ""))
    passend._bewaar()
    assert (tmp_path / "advies.pdf").read_bytes().startswith(b"%PDF")


def test_groter_of_donker_laat_het_boekscherm_staan_zoals_het_was(venster, boek):
    boek.kies_deel("regels")
    boek.lijst.zoek.setText("pleegzorg")
    boek._welk.setCurrentIndex(2)
    venster.zet_weergave(procent=150, donker=True)
    assert venster.scherm.stand == (2, boek.stand.ander, "regels", "pleegzorg")


def test_een_eigen_voorbeeldboek_gaat_voor_het_meegeleverde(venster, tmp_path):
    eigen = laad("noord-veluwe").model_copy(update={"versie": "eigen-2026"})
    boeken.neem_over(venster.plek, eigen)
    assert instellingen.boek(venster.plek) == eigen
    venster.toon_profiel()
    assert "eigen-2026" in venster.scherm._boek.currentText()
