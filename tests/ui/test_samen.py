"""Twee collega's met ieder een venster: kaartjes, sturen, nakijken en samenvoegen, met alleen het toetsenbord."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QFileDialog, QLabel

from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import Jeugdige, Persoon
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import collegas, dossiers, overdragen, samen, schrijven, werkplek
from jeugdteam_app.werk.gedeelde_map import Bericht, Mapinhoud, Toestand
from tests.conftest import MOMENT, WACHTZIN
from tests.ui.conftest import Handen, toon
from tests.werk.test_schrijven import van_een_ander
from ui.venster.verschillen import met_namen


def teksten(scherm) -> str:
    QApplication.processEvents()
    knoppen = (k.accessibleName() for k in scherm.findChildren(QAbstractButton))
    return "\n".join([*(label.text() for label in scherm.findChildren(QLabel)), *knoppen])


@pytest.fixture
def twee(qtbot, tmp_path):
    """Robin en Kim, ieder met een open werkplek in een eigen venster."""
    handen = []
    for wie in ("Robin", "Kim"):
        waar = tmp_path / wie
        plek = werkplek.maak(werkplek.bereid_voor(waar, f"Werkplek {wie}", wie, WACHTZIN), VasteKlok(MOMENT), VLOER)
        venster = toon(qtbot, waar)
        venster.plek = plek
        venster.toon_overzicht()
        handen.append(Handen(qtbot, venster))
    return handen


class Bestanden:
    """Waar de dialogen naartoe wijzen."""

    def __init__(self, monkeypatch):
        self.pad = ""
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (self.pad, ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (self.pad, ""))


def voor(handen: Handen) -> Handen:
    handen.venster.activateWindow()
    handen.wacht(lambda: QApplication.activeWindow() is handen.venster)
    return handen


def wissel_kaartjes(robin: Handen, kim: Handen, bestand: Bestanden, map_: Path) -> None:
    """Allebei bewaren, laden en nalezen, met het toetsenbord."""
    for handen in (robin, kim):
        voor(handen).knop("Samenwerken")
    for van, naar, wie in ((robin, kim, "Robin"), (kim, robin, "Kim")):
        bestand.pad = str(map_ / f"{wie}.kaartje")
        voor(van).knop("Mijn kaartje bewaren")
        voor(naar).knop("Kaartje van een collega laden")
        naar.knop(f"De cijfers van {wie} zijn gelijk")
        assert f"U kunt nu dossiers uitwisselen met {wie}" in teksten(naar.venster.scherm)


@pytest.fixture
def kennen_elkaar(twee, monkeypatch, tmp_path):
    """Robin en Kim, nadat ze elkaars cijfers nalazen, en waar hun bestanden terechtkomen."""
    robin, kim = twee
    bestand = Bestanden(monkeypatch)
    wissel_kaartjes(robin, kim, bestand, tmp_path)
    return robin, kim, bestand


def test_van_kaartje_tot_tegenspraak(kennen_elkaar, tmp_path):
    robin, kim, bestand = kennen_elkaar
    dossier = dossiers.begin_gezin(robin.venster.plek, "Familie Proef")
    beeld = (Analyse.soort, Analyse.gedeeld_beeld)
    sam = {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam"), beeld: Bekend("eerste beeld")}
    schrijven.leg_vast(robin.venster.plek, dossier, sam)
    robin.venster.toon_samen()
    _stuur(robin, "Sam", "Kim", bestand, tmp_path / "een.bundel")
    _ontvang(kim)
    assert [r.naam for r in dossiers.overzicht(kim.venster.plek)] == ["Sam"]
    for handen, wat in ((robin, "van Robin"), (kim, "van Kim")):
        schrijven.leg_vast(handen.venster.plek, dossier, {beeld: Bekend(wat)})
        handen.venster.toon_samen()
    _stuur(kim, "Sam", "Robin", bestand, tmp_path / "twee.bundel")
    voor(robin).knop("Bundel kiezen")
    robin.wacht(lambda: "Er is nog niets veranderd" in teksten(robin.venster.scherm))
    robin.knop("Sam: 1 verschil")
    gelezen = teksten(robin.venster.scherm)
    assert "Hoe wij het samen zien: hier staan straks verschillende antwoorden" in gelezen
    assert kolommen(robin.venster.scherm) >= {"Kim: van Kim", "Robin: van Robin"}
    robin.kies_vakje("Ik heb gezien wat er verandert")
    robin.knop("Samenvoegen")
    robin.wacht(lambda: "Samengevoegd." in teksten(robin.venster.scherm))
    robin.knop("Terug")
    assert "1 plek met twee antwoorden" in teksten(robin.venster.scherm)
    robin.venster.toon_samen()
    robin.knop("Laatste keer samenvoegen terugdraaien")
    assert "teruggedraaid" in teksten(robin.venster.scherm)
    assert dossiers.overzicht(robin.venster.plek)[0].tegenspraken == 0


def test_wat_verandert_staat_naast_wat_er_nu_staat(kennen_elkaar, tmp_path):
    robin, kim, bestand = kennen_elkaar
    dossier = dossiers.begin_gezin(robin.venster.plek, "Sam")
    beeld = (Analyse.soort, Analyse.gedeeld_beeld)
    lang = "Overdag is Sam moe. " * 30
    vul = {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam"), beeld: Bekend(lang + "Dat duurt lang.")}
    schrijven.leg_vast(robin.venster.plek, dossier, vul)
    gesprek = {Contact.gezegd: "Het gaat.", Contact.datum: date(2026, 11, 20)}
    sleutel = schrijven.voeg_toe(robin.venster.plek, dossier, Contact, gesprek)
    robin.venster.toon_samen()
    _stuur(robin, "Sam", "Kim", bestand, tmp_path / "een.bundel")
    _ontvang(kim)
    schrijven.leg_vast(robin.venster.plek, dossier, {beeld: Bekend(lang + "Nu\nniet meer.")})
    schrijven.verwijder(robin.venster.plek, dossier, Contact, sleutel)
    robin.venster.toon_samen()
    _stuur(robin, "Sam", "Kim", bestand, tmp_path / "twee.bundel")
    voor(kim).knop("Bundel kiezen")
    kim.wacht(lambda: "Er is nog niets veranderd" in teksten(kim.venster.scherm))
    kim.knop("Sam: 2 verschillen")
    assert kolommen(kim.venster.scherm) >= {
        f"Nu, hier: {lang}Dat duurt lang.", f"Na samenvoegen: {lang}Nu\nniet meer.",
        "Nu, hier: Het gaat., 20-11-2026", "Na samenvoegen: weggehaald",
    }  # fmt: skip


def test_bij_een_nieuw_kind_staat_wat_er_van_het_gezin_al_was_ernaast(kennen_elkaar, tmp_path):
    robin, kim, bestand = kennen_elkaar
    eerste = dossiers.begin_gezin(robin.venster.plek, "Sam")
    schrijven.leg_vast(robin.venster.plek, eerste, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam")})
    opa = schrijven.voeg_toe(robin.venster.plek, eerste, Persoon, {Persoon.achternaam: "Oud"})
    robin.venster.toon_samen()
    _stuur(robin, "Sam", "Kim", bestand, tmp_path / "een.bundel")
    _ontvang(kim)
    broer = dossiers.begin_kind(robin.venster.plek, journaal.stroom(robin.venster.plek.kluis, eerste).gezin)
    schrijven.leg_vast(robin.venster.plek, broer, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Bo")})
    schrijven.leg_vast(robin.venster.plek, broer, {(opa, Persoon.achternaam): Bekend("Nieuw")})
    robin.venster.toon_samen()
    _stuur(robin, "Bo", "Kim", bestand, tmp_path / "twee.bundel")
    voor(kim).knop("Bundel kiezen")
    kim.wacht(lambda: "Er is nog niets veranderd" in teksten(kim.venster.scherm))
    kim.knop("Bo: een dossier dat hier nog niet is")
    assert kolommen(kim.venster.scherm) >= {"Nu, hier: Oud", "Na samenvoegen: Nieuw", "Bo"}


def test_ook_van_een_bundel_zonder_iets_nieuws_is_een_bewijs_te_maken(kennen_elkaar, tmp_path):
    robin, kim, bestand = kennen_elkaar
    dossier = dossiers.begin_gezin(kim.venster.plek, "Sam")
    schrijven.leg_vast(kim.venster.plek, dossier, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam")})
    kim.venster.toon_samen()
    _stuur(kim, "Sam", "Robin", bestand, tmp_path / "heen.bundel")
    _ontvang(robin)
    robin.venster.toon_samen()
    _stuur(robin, "Sam", "Kim", bestand, tmp_path / "terug.bundel")
    voor(kim).knop("Bundel kiezen")
    kim.wacht(lambda: "Alles wat hierin staat, hebt u al." in teksten(kim.venster.scherm))
    kim.knop("Sluiten")
    assert samen.laatste_ontvangst(kim.venster.plek) is None
    assert "Bewijs van ontvangst maken voor Robin" in teksten(kim.venster.scherm)


def test_na_samenvoegen_staat_er_dat_het_kind_hier_al_kan_zijn_en_wat_hiervoor_kwam(kennen_elkaar, tmp_path):
    robin, kim, bestand = kennen_elkaar
    sam = {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam"),
           (Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(2014, 3, 4))}  # fmt: skip
    for handen in (robin, kim):
        dossier = dossiers.begin_gezin(handen.venster.plek, "Familie Proef")
        schrijven.leg_vast(handen.venster.plek, dossier, sam)
    robin.venster.toon_samen()
    _stuur(robin, "Sam", "Kim", bestand, tmp_path / "een.bundel")
    schrijven.leg_vast(robin.venster.plek, dossiers.overzicht(robin.venster.plek)[0].id, {
        (Analyse.soort, Analyse.gedeeld_beeld): Bekend("later gezegd"),
    })  # fmt: skip
    robin.venster.toon_samen()
    # Achter de naam staat nu ook wanneer het dossier het laatst ging.
    vakje = next(v for v in robin.venster.scherm.findChildren(QCheckBox) if v.text().startswith("Sam"))
    _stuur(robin, vakje.accessibleName(), "Kim", bestand, tmp_path / "twee.bundel")
    voor(kim).knop("Bundel kiezen")
    kim.wacht(lambda: "Hiervoor stuurde uw collega u een ander bestand." in teksten(kim.venster.scherm))
    kim.knop("Samenvoegen")
    kim.wacht(lambda: "Samengevoegd." in teksten(kim.venster.scherm))
    assert "Sam kan hetzelfde kind zijn als in een ander dossier hier." in teksten(kim.venster.scherm)


def kolommen(scherm) -> set[str]:
    """Wat een voorleesprogramma bij de teksten naast elkaar zegt."""
    return {label.accessibleName() or label.text() for label in scherm.findChildren(QLabel) if label.isVisible()}


def _stuur(handen, kind, aan, bestand, pad):
    bestand.pad = str(pad)
    voor(handen)
    handen.kies_vakje(kind)
    handen.kies_vakje(aan)
    handen.knop("Bundel maken")
    assert "De bundel is gemaakt" in teksten(handen.venster.scherm)


def _ontvang(handen):
    voor(handen).knop("Bundel kiezen")
    handen.wacht(lambda: "een dossier dat hier nog niet is" in teksten(handen.venster.scherm))
    over = [k for k in handen.venster.scherm.findChildren(QAbstractButton) if k.accessibleName() == "Samenvoegen"]
    if not over[0].isEnabled():
        handen.kies_vakje("Ik heb gezien wat er verandert")
    handen.knop("Samenvoegen")
    handen.wacht(lambda: "Samengevoegd." in teksten(handen.venster.scherm))


def test_een_kapot_bestand_zegt_wat_er_mis_is_en_verandert_niets(twee, monkeypatch, tmp_path):
    robin, _kim = twee
    bestand = Bestanden(monkeypatch)
    (pad := tmp_path / "x.bundel").write_bytes(b"geen bundel")
    bestand.pad = str(pad)
    voor(robin).knop("Samenwerken")
    robin.knop("Bundel kiezen")
    robin.wacht(lambda: "niet voor u, of er is iets aan veranderd" in teksten(robin.venster.scherm))
    robin.knop("Kaartje van een collega laden")
    assert "Dit is geen kaartje" in teksten(robin.venster.scherm)
    assert collegas.alle(robin.venster.plek) == ()
    assert not robin.venster.scherm.findChildren(QCheckBox)
    robin.druk(Qt.Key.Key_Tab)


def test_overdragen_bewijs_van_ontvangst_en_wat_er_daarna_nog_kwam(kennen_elkaar, tmp_path):
    robin, kim, bestand = kennen_elkaar
    dossier = dossiers.begin_gezin(robin.venster.plek, "Familie Proef")
    schrijven.leg_vast(robin.venster.plek, dossier, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam")})
    robin.venster.toon_samen()
    voor(robin).kies_vakje("Ik draag deze dossiers over")
    bestand.pad = str(tmp_path / "over.bundel")
    robin.knop("Bundel maken")
    assert "Kies er één" in teksten(robin.venster.scherm)
    robin.kies_vakje("Ik draag deze dossiers over")
    _stuur(robin, "Sam", "Kim", bestand, tmp_path / "over.bundel")
    _ontvang(kim)
    bestand.pad = str(tmp_path / "b.ontvangen")
    voor(kim).knop("Bewijs van ontvangst maken voor Robin")
    assert "Het bewijs is gemaakt" in teksten(kim.venster.scherm)
    voor(robin).knop("Bewijs van ontvangst lezen")
    assert "aangekomen bij Kim" in teksten(robin.venster.scherm)
    robin.venster.toon_dossier(dossier)
    robin.venster.scherm.toon_hoofdstuk("overhandigen")
    assert "Overgedragen aan Kim" in teksten(robin.venster.scherm)
    schrijven.leg_vast(robin.venster.plek, dossier, {(Jeugdige.soort, Jeugdige.achternaam): Bekend("Proef")})
    robin.venster.toon_samen()
    _stuur(robin, "Sam", "Kim", bestand, tmp_path / "later.bundel")
    kim.venster.toon_samen()
    voor(kim).knop("Bundel kiezen")
    kim.wacht(lambda: "Er is nog niets veranderd" in teksten(kim.venster.scherm))
    kim.knop("Samenvoegen")
    kim.wacht(lambda: "Samengevoegd." in teksten(kim.venster.scherm))
    kim.venster.toon_dossier(dossier)
    kim.venster.scherm.toon_hoofdstuk("overhandigen")
    gezien = teksten(kim.venster.scherm)
    assert "Robin droeg dit dossier op" in gezien
    assert "Robin · Achternaam: Proef" in gezien
    kim.venster.scherm.focus_eerste_veld()
    kim.knop("Gezien")
    assert "Robin · Achternaam: Proef" not in teksten(kim.venster.scherm)


def test_twee_keer_overgedragen_dan_kiest_iemand_wie_verantwoordelijk_is(twee, tmp_path):
    robin, kim = twee
    mijn, haar = robin.venster.plek, kim.venster.plek
    for van, naar in ((mijn, haar), (haar, mijn)):
        collegas.bewaar_kaartje(van, pad := tmp_path / "k.kaartje")
        collegas.bevestig(naar, collegas.laad_kaartje(naar, pad).id)
    dossier = dossiers.begin_gezin(mijn, "Familie Proef")
    schrijven.leg_vast(mijn, dossier, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam")})
    samen.verstuur(mijn, [dossier], [opslag.mijn_id(haar.kluis)], heen := tmp_path / "heen.bundel")
    samen.neem_over(haar, samen.bekijk(haar, heen))
    for van, naar in ((mijn, haar), (haar, mijn)):
        over = tmp_path / f"{van.wie}.bundel"
        overdragen.draag_over(van, [dossier], opslag.mijn_id(naar.kluis), over)
    samen.neem_over(haar, samen.bekijk(haar, tmp_path / "Robin.bundel"))
    kim.venster.toon_dossier(dossier)
    kim.venster.scherm.toon_hoofdstuk("overhandigen")
    assert "Wie is nu verantwoordelijk?" in teksten(kim.venster.scherm)
    kim.venster.scherm.focus_eerste_veld()
    voor(kim).knop("Kim, overgedragen door Robin")
    assert "Wie is nu verantwoordelijk?" not in teksten(kim.venster.scherm)
    assert "Robin droeg dit dossier op" in teksten(kim.venster.scherm)


def test_een_deel_sturen_via_een_gedeelde_map(kennen_elkaar, monkeypatch, tmp_path):
    robin, kim, _bestand = kennen_elkaar
    (gedeeld := tmp_path / "gedeeld").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(gedeeld))
    for handen in (robin, kim):
        voor(handen).knop("Gedeelde map kiezen")
        assert "Deze map is onthouden." in teksten(handen.venster.scherm)
    dossier = dossiers.begin_gezin(robin.venster.plek, "Familie Proef")
    beeld = (Analyse.soort, Analyse.gedeeld_beeld)
    sam = {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam"), beeld: Bekend("niet voor Kim")}
    schrijven.leg_vast(robin.venster.plek, dossier, sam)
    robin.venster.toon_samen()
    voor(robin).kies_vakje("Sam")
    robin.knop("Alles gaat mee. Iets weglaten?")
    robin.naar("Verklarende analyse")
    robin.druk(Qt.Key.Key_Space)
    robin.kies_vakje("Kim")
    # De dialoog stelt een plek in de gedeelde map voor.
    voorstellen = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _o, _t, voorstel: (voorstellen.append(voorstel), (voorstel, ""))[1]
    )
    robin.knop("Bundel maken")
    assert "De bundel is gemaakt" in teksten(robin.venster.scherm)
    assert Path(voorstellen[0]).parent == gedeeld
    voor(kim).knop("Kijk wat er voor mij is")
    kim.wacht(lambda: "Bekijk wat Robin stuurde" in teksten(kim.venster.scherm))
    kim.knop("Bekijk wat Robin stuurde")
    kim.wacht(lambda: "Uw collega stuurde niet alles" in teksten(kim.venster.scherm))
    assert "Verklarende analyse" in teksten(kim.venster.scherm)
    kim.knop("Samenvoegen")
    kim.wacht(lambda: "Samengevoegd." in teksten(kim.venster.scherm))
    assert not isinstance(kim.venster.plek.dossier(dossier).een(Analyse).gedeeld_beeld, Bekend)
    kim.knop("Kijk wat er voor mij is")
    kim.wacht(lambda: "Er is niets nieuws voor u." in teksten(kim.venster.scherm))
    assert "Al samengevoegd: 1" in teksten(kim.venster.scherm)
    # Overdragen gaat alleen met alles.
    robin.venster.toon_samen()
    voor(robin).kies_vakje("Sam")
    robin.knop("Alles gaat mee. Iets weglaten?")
    robin.naar("Verklarende analyse")
    robin.druk(Qt.Key.Key_Space)
    robin.kies_vakje("Kim")
    robin.kies_vakje("Ik draag deze dossiers over")
    robin.knop("Bundel maken")
    assert "stuurt het helemaal" in teksten(robin.venster.scherm)


def test_wat_nog_niet_te_lezen_is_heet_niet_niets_nieuws(venster):
    venster.toon_samen()
    bericht = Bericht(Path("x"), Toestand.NIEUWER_PROGRAMMA, "", None, 0)
    venster.scherm._toon_map(Mapinhoud((bericht,), 0, 0))
    assert "Werk uw programma eerst bij." in teksten(venster.scherm)
    assert "Er is niets nieuws voor u." not in teksten(venster.scherm)
    venster.scherm._toon_map(Mapinhoud((), 500, 6))
    assert "6 bestanden zijn niet bekeken" in teksten(venster.scherm)
    assert "Er is niets nieuws voor u." not in teksten(venster.scherm)


def test_een_verwijzing_in_de_voorproef_heeft_een_naam():
    noor, doel, onbekend = f"persoon:{'a' * 32}", f"doel:{'b' * 32}", f"factor:{'c' * 32}"
    namen = {noor: "Noor", doel: "Naar school", KIND: "Sam"}
    assert met_namen(f"{noor}, {KIND}", namen) == "Noor, Sam"
    assert met_namen(f"doel: {doel}; leidt tot: {onbekend}", namen) == "doel: Naar school; leidt tot: iets anders"
    assert (
        met_namen("De jeugdige komt om 10:30 bij persoon: opa", namen) == "De jeugdige komt om 10:30 bij persoon: opa"
    )


def test_wie_het_plan_meegeeft_leest_eerst_dat_er_nog_gekozen_moet_worden(twee):
    """Op papier staan beide antwoorden; hier staat dat voordat iemand het meegeeft."""
    robin, _kim = twee
    plek = robin.venster.plek
    dossier = dossiers.begin_gezin(plek, "Familie Proef")
    veld = EIGEN_TEKST["veilig"]
    schrijven.leg_vast(plek, dossier, {(Familiegroepsplan.soort, veld): Bekend("Dan bellen we opa.")})

    def is_gezegd() -> bool:
        robin.venster.toon_dossier(dossier)
        robin.venster.scherm.toon_hoofdstuk("overhandigen")
        QApplication.processEvents()
        gezien = [label.text() for label in robin.venster.scherm.findChildren(QLabel) if label.isVisible()]
        return any("twee antwoorden van twee mensen" in zin for zin in gezien)

    assert not is_gezegd()
    gezin = journaal.stroom(plek.kluis, dossier).gezin
    van_een_ander(plek, gezin, veld.plaats(Familiegroepsplan.soort), {"b": "Dan nemen we pauze."}, gezien=False)
    assert is_gezegd()


def test_samenwerken_op_een_volle_schijf_geeft_een_zin_en_laat_alles_staan(twee, monkeypatch):
    """De eerste keer openen schrijft sleutels; lukt dat niet, dan blijft het scherm dat er was."""
    robin, _kim = twee
    gezegd, stond = [], robin.venster.scherm
    monkeypatch.setattr(robin.venster, "_meld", gezegd.append)

    def vol(_kluis):
        raise WereldFout("schrijven-mislukt")

    monkeypatch.setattr(opslag, "identiteit", vol)
    robin.venster.toon_samen()
    assert len(gezegd) == 1
    assert robin.venster.scherm is stond
