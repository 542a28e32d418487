"""De analyse, de plannen en de kansencirkel: in elke volgorde, met toetsen en met de muis."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QRadioButton, QVBoxLayout, QWidget

from jeugdteam_app.documenten import gezinsplan
from jeugdteam_app.dossier.aanmelding import Antwoord, Toestemmingen, Waarvoor
from jeugdteam_app.dossier.analyse import Analyse, Factor, Gebied, Punt
from jeugdteam_app.dossier.doelen import Actie, Doel, Meting
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan
from jeugdteam_app.dossier.geschiedenis import EerdereHulp
from jeugdteam_app.dossier.gesprek import Contact, Instemmingen
from jeugdteam_app.dossier.kansencirkel import Element, Kansencirkel, Vak, hoe_vol
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Geregeld, Leefgebied, Perspectiefplan, Regelzaak
from jeugdteam_app.dossier.veiligheid import Veiligheid
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.kwaliteit import kwaliteit
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.werk import advies, planformulier, schrijven, toewijzen
from tests.conftest import MOMENT
from tests.documenten.test_documenten import tekst as tekst_van
from tests.ui.test_aan_tafel import sam
from tests.ui.test_schermen import ga_naar
from tests.werk.test_planformulier import ingevuld
from ui.bouwstenen.formulier import Veldenrij
from ui.bouwstenen.stijl import HUIDIG
from ui.bouwstenen.velden import Veldvorm
from ui.hoofdstukken.analyse.doelen import ZonderDoel
from ui.tekeningen.kansencirkel import Wiel
from ui.tekeningen.verloop import Verloop


def dossier_van(venster):
    return venster.plek.dossier(sam(venster))


def test_de_inhoud_brengt_u_naar_een_deel_en_zegt_hoe_het_ermee_staat(venster, handen):
    ga_naar(venster, "analyse").focus_eerste_veld()
    handen.knop("Veiligheid en ouders: nog open")
    assert handen.hier.accessibleName().startswith("Meldcode")
    handen.druk(Qt.Key.Key_Space)
    handen.typ("Welke signalen zijn er?", "Een blauwe plek die niemand uitlegt")
    inhoud = waarde(dossier_van(venster).een(Veiligheid).meldcode)
    assert inhoud.signalen == "Een blauwe plek die niemand uitlegt"
    handen.naar("Veiligheid en ouders: besproken")


def test_een_deel_waar_nog_iets_mist_is_begonnen_en_niet_rond(venster, handen):
    leeg = {(Analyse.soort, veld): Onbekend() for veld in (Analyse.gereed, Analyse.afspraken)}
    schrijven.leg_vast(venster.plek, sam(venster), leeg)
    ga_naar(venster, "analyse").focus_eerste_veld()
    handen.typ("Wat spraken we af?", "Noor belt school")
    handen.naar("Afspraken: begonnen, nog niet rond")
    handen.kies("Vinden we samen dat de analyse klaar is?", "ja")
    handen.naar("Afspraken: besproken")


def test_nu_en_gewenst_hebben_elk_een_eigen_woord_en_de_andere_dag_zegt_beide(venster, handen):
    ga_naar(venster, "kansencirkel").focus_eerste_veld()
    handen.knop("Nieuwe cirkel")
    handen.typ("Een woord bij Actief", "voetbal")
    scherm = venster.scherm
    [gewenst] = [k for k in scherm.findChildren(QRadioButton) if "willen" in k.text()]
    gewenst.click()
    handen.typ("Een woord bij Actief: zo zou ik het willen", "bij een club")
    vak = waarde(dossier_van(venster).alle(Kansencirkel)[-1].actief)
    assert (vak.woord, vak.woord_gewenst) == ("voetbal", "bij een club")
    blad = scherm.blad("kansencirkel")
    assert blad._naast.findData(blad._dag.currentData()) == -1, "een dag over zichzelf leggen zegt niets"
    blad._naast.setCurrentIndex(1)
    blad._toon_cirkel()
    teksten = [label.text() for label in blad.findChildren(QLabel)]
    assert any(re.search(r"Op de andere dag: nu [\w ]+, gewenst [\w ]+", tekst) for tekst in teksten)


def test_geen_regel_leest_de_kansencirkel(venster):
    """Het wiel is een hulp bij het gesprek: wat een kind kleurt, verandert geen advies, plicht, toets of termijn."""

    def alles():
        van = dossier_van(venster)
        ontwerpen = toewijzen.ontwerpen(venster.plek, sam(venster))
        punten = agenda(van, venster.plek.vandaag, Plaatselijk("noord-veluwe"))
        return advies.advies(venster.plek, sam(venster)), [o.bevindingen for o in ontwerpen], punten, kwaliteit(van)

    voor = alles()
    for vulling in (0, 4):
        vakken = {Kansencirkel.veld(e): Vak(nu=vulling, gewenst=4 - vulling, woord="alles is stuk") for e in Element}
        schrijven.voeg_toe(
            venster.plek, sam(venster), Kansencirkel, {Kansencirkel.datum: venster.plek.vandaag, **vakken}
        )
    assert alles() == voor


def test_een_deel_niet_bespreken_is_een_goed_antwoord(venster, handen):
    ga_naar(venster, "analyse").focus_eerste_veld()
    handen.knop("Veiligheid en ouders: dit bespreken we niet")
    assert waarde(dossier_van(venster).een(Analyse).niet_besproken) == ("veiligheid",)
    handen.naar("Veiligheid en ouders: niet besproken")
    handen.knop("Veiligheid en ouders: dit bespreken we niet")
    assert waarde(dossier_van(venster).een(Analyse).niet_besproken) is None


def gebied_sleutel(gebied: Leefgebied) -> str:
    return f"{Gebiedsplan.soort}:{gebied}"


def test_een_gebied_van_later_niet_bespreken_is_een_goed_antwoord(venster, handen):
    ga_naar(venster, "perspectiefplan").focus_eerste_veld()
    [eerste, *_rest] = Leefgebied
    naam = f"{woord(eerste)}: dit bespreken we niet"
    handen.knop(naam)
    plan = dossier_van(venster).een(Perspectiefplan)
    assert waarde(plan.niet_besproken) == (eerste.value,)
    handen.naar(f"{woord(eerste)}: niet besproken")
    gelezen = tekst_van(gezinsplan.maak(dossier_van(venster), voorbeeldprofiel(), MOMENT))
    assert "hier praten we niet over" in gelezen
    # Staat er toch iets, dan is het besproken en is er niets over te slaan.
    gebied = {(gebied_sleutel(eerste), Gebiedsplan.nu): Bekend("Bij mama")}
    schrijven.leg_vast(venster.plek, sam(venster), gebied)
    venster.toon_dossier(sam(venster), 0)
    ga_naar(venster, "perspectiefplan")
    [vakje] = [v for v in venster.scherm.findChildren(QCheckBox) if v.accessibleName() == naam]
    assert vakje.isHidden()
    handen.naar(f"{woord(eerste)}: begonnen, nog niet rond")
    schrijven.leg_vast(venster.plek, sam(venster), {(gebied_sleutel(eerste), Gebiedsplan.gewenst): Bekend("Dichtbij")})
    venster.scherm.blad("perspectiefplan").ververs()
    handen.naar(f"{woord(eerste)}: besproken")
    gelezen = tekst_van(gezinsplan.maak(dossier_van(venster), voorbeeldprofiel(), MOMENT))
    assert "hier praten we niet over" not in gelezen
    assert "Bij mama" in gelezen


def test_krachten_en_zorgen_staan_bij_hun_gebied(venster, handen):
    ga_naar(venster, "analyse").focus_eerste_veld()
    handen.knop("Toevoegen bij: de hulp zelf")
    handen.kies("Kracht of zorg?", "zorg")
    nieuw = dossier_van(venster).alle(Punt)[-1]
    assert waarde(nieuw.gebied) is Gebied.HULP


def test_een_doel_met_afspraken_en_cijfers(venster, handen):
    ga_naar(venster, "analyse").focus_eerste_veld()
    handen.knop("Doel 2:")
    handen.knop("Wie doet wat? (0)")
    handen.knop("Afspraak toevoegen")
    handen.typ("Wat gaat er gebeuren?", "Elke dag tien minuten oefenen")
    handen.naar("Wie doet wat? (1)")
    handen.knop("Hoe gaat het ermee? (0)")
    for cijfer, dag in (("3", "1-10-2026"), ("6", "1-11-2026")):
        handen.knop("Cijfer toevoegen")
        handen.typ("Wie geeft het cijfer?", "Sam")
        handen.naar("Op welke dag?").selectAll()
        handen.typ("Op welke dag?", dag)
        handen.kies("Welk cijfer?", cijfer)
    dossier = dossier_van(venster)
    tweede = dossier.alle(Doel)[1].sleutel
    assert [waarde(a.wat) for a in dossier.alle(Actie) if waarde(a.doel) == tweede] == ["Elke dag tien minuten oefenen"]
    assert [waarde(m.cijfer) for m in dossier.alle(Meting) if waarde(m.doel) == tweede] == [3, 6]
    [lijn] = [t for t in venster.scherm.findChildren(Verloop) if t.isVisibleTo(venster.scherm)]
    assert lijn.accessibleName() == "Verloop: Sam: 01-10-2026 3, 01-11-2026 6"


def test_wat_bij_een_weggehaald_doel_hoorde_is_niet_zoek_en_krijgt_een_ander_doel(venster, handen):
    dossier = dossier_van(venster)
    eerste, tweede, *_anders = dossier.alle(Doel)
    los = [a.sleutel for a in dossier.alle(Actie) if waarde(a.doel) == eerste.sleutel]
    assert los
    blad = ga_naar(venster, "analyse")
    [zonder] = blad.findChildren(ZonderDoel)
    assert zonder.isHidden()
    handen.knop("Doel 1:")
    handen.knop("Doel 1 weghalen")
    assert not zonder.isHidden()
    assert not {a.sleutel for a in dossier_van(venster).acties()} & set(los)
    for _een in los:
        handen.knop(f"Dit hoort bij: {waarde(tweede.tekst)}")
    assert set(los) <= {a.sleutel for a in dossier_van(venster).acties() if waarde(a.doel) == tweede.sleutel}
    for cijfer in [m.sleutel for m in dossier.alle(Meting) if waarde(m.doel) == eerste.sleutel]:
        assert not zonder.isHidden(), "ook de cijfers zijn er nog"
        schrijven.leg_vast(venster.plek, sam(venster), {(cijfer, Meting.doel): Bekend(tweede.sleutel)})
        blad.schrijver.meld_veranderd()
    assert zonder.isHidden()


def test_een_doel_hangt_aan_een_factor(venster, handen):
    ga_naar(venster, "analyse").focus_eerste_veld()
    handen.knop("Doel 1:")
    factor = dossier_van(venster).alle(Factor)[0]
    naam = f"Waar heeft dit mee te maken? {waarde(factor.tekst)}"
    [vakje] = [v for v in venster.scherm.findChildren(QCheckBox) if v.accessibleName() == naam][:1]
    vakje.click()
    assert waarde(dossier_van(venster).alle(Doel)[0].factoren) == (factor.sleutel,)


def test_wie_in_het_dossier_staat_hoeft_niemand_over_te_typen(venster, handen):
    ga_naar(venster, "analyse").focus_eerste_veld()
    handen.knop("Vraag toevoegen")
    veld = handen.naar("Van wie is deze vraag?")
    QTest.keyClicks(veld, "kar")
    assert veld.completer().currentCompletion() == "Karim Voorbeeld"
    handen.druk(Qt.Key.Key_Escape)


def test_een_gesprek_opschrijven(venster, handen):
    ga_naar(venster, "gesprekken").focus_eerste_veld()
    handen.knop("Gesprek toevoegen")
    handen.kies("Hoe was het contact?", "thuis")
    handen.typ("Wat is er gezegd?", "Sam wil weer naar voetbal.")
    contact = dossier_van(venster).alle(Contact)[-1]
    assert waarde(contact.datum) == venster.plek.vandaag
    assert waarde(contact.gezegd) == "Sam wil weer naar voetbal."


def test_niet_eens_met_eigen_woorden_blijft_bij_het_dossier(venster, handen):
    ga_naar(venster, "familiegroepsplan").focus_eerste_veld()
    handen.knop("Persoon toevoegen")
    handen.typ("Wie?", "Opa Wim")
    handen.kies("Wat vindt deze persoon?", "niet mee eens")
    handen.typ("In eigen woorden", "Ik wil vaker meelopen.")
    [inhoud] = [waarde(i.inhoud) for i in dossier_van(venster).alle(Instemmingen)]
    assert (inhoud.wie, inhoud.eens, inhoud.eigen_woorden) == ("Opa Wim", "oneens", "Ik wil vaker meelopen.")
    assert inhoud.waarover == "familiegroepsplan"


def test_een_zaak_voor_achttien_regelen(venster, handen):
    ga_naar(venster, "perspectiefplan").focus_eerste_veld()
    handen.kies("DigiD en Berichtenbox", "mee bezig")
    assert waarde(dossier_van(venster).regeling(Regelzaak.DIGID).hoe_ver) is Geregeld.BEZIG


def test_het_wiel_met_de_pijltjes(venster, handen):
    ga_naar(venster, "kansencirkel").focus_eerste_veld()
    handen.knop("Nieuwe cirkel")
    assert isinstance(handen.hier, Wiel)
    handen.druk(Qt.Key.Key_Right)
    for _keer in range(6):
        handen.druk(Qt.Key.Key_Up)
    assert handen.hier.accessibleName() == "Gerespecteerd: nu vol, gewenst niet besproken"
    handen.druk(Qt.Key.Key_Down)
    cirkel = dossier_van(venster).alle(Kansencirkel)[-1]
    assert waarde(cirkel.gerespecteerd) == Vak(nu=3)
    handen.druk(Qt.Key.Key_Delete)
    assert waarde(dossier_van(venster).alle(Kansencirkel)[-1].gerespecteerd) == Vak()


def test_met_een_foute_datum_zeggen_rondje_wiel_en_woorden_toch_hetzelfde(venster, handen):
    ga_naar(venster, "kansencirkel").focus_eerste_veld()
    blad = venster.scherm.blad("kansencirkel")
    handen.naar("Wanneer is deze cirkel gemaakt?").selectAll()
    handen.typ("Wanneer is deze cirkel gemaakt?", "vandaag")
    blad._stand.button(1).click()
    handen.typ("Een woord bij Gezond: zo zou ik het willen", "buiten")
    assert waarde(dossier_van(venster).alle(Kansencirkel)[-1].gezond).woord_gewenst == "buiten"
    assert handen.naar("Wanneer is deze cirkel gemaakt?").text() == "vandaag", "wat half getypt is, blijft staan"


def test_het_wiel_met_de_vinger_of_de_muis(venster, handen):
    blad = ga_naar(venster, "kansencirkel").blad("kansencirkel")
    blad._nieuw()
    QApplication.processEvents()
    wiel = blad._wiel
    maten = wiel._maten()
    boven = QPoint(round(maten.midden.x()), round(maten.midden.y() - maten.ring * 2.3))
    QTest.mouseClick(wiel, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, boven)
    assert waarde(dossier_van(venster).alle(Kansencirkel)[-1].actief) == Vak(nu=2)
    QTest.mouseClick(wiel, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, boven)
    assert waarde(dossier_van(venster).alle(Kansencirkel)[-1].actief) == Vak(nu=1), "nog eens haalt de ring weer weg"
    blad._stand.button(1).click()
    QTest.mouseClick(wiel, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, boven)
    assert waarde(dossier_van(venster).alle(Kansencirkel)[-1].actief) == Vak(nu=1, gewenst=2)


@pytest.mark.parametrize("nummer", range(8))
def test_elk_vak_is_te_raken_in_zijn_midden(qtbot, nummer):
    import math

    wiel = Wiel()
    qtbot.addWidget(wiel)
    wiel.resize(500, 500)
    maten, hoek = wiel._maten(), math.radians(nummer * 45)
    for ring in range(1, 5):
        afstand = maten.ring * (ring + 0.1)
        punt = maten.midden + QPoint(round(math.sin(hoek) * afstand), round(-math.cos(hoek) * afstand)).toPointF()
        assert wiel._raak(punt) == (tuple(Element)[nummer], ring)


def test_twee_dagen_over_elkaar_en_geen_cijfer_in_beeld(venster):
    for vulling in (1, 4):
        schrijven.voeg_toe(venster.plek, sam(venster), Kansencirkel, {
            Kansencirkel.datum: venster.plek.vandaag, Kansencirkel.veilig: Vak(nu=vulling),
        })  # fmt: skip
    blad = ga_naar(venster, "kansencirkel").blad("kansencirkel")
    assert blad._naast.findData(blad._dag.currentData()) == -1, "een dag over zichzelf leggen zegt niets"
    blad._naast.setCurrentIndex(1)
    blad._toon_cirkel()
    assert blad._wiel._naast[Element.VEILIG].nu == 1
    assert not any(teken.isdigit() for teken in blad._wiel.accessibleDescription())
    assert hoe_vol(None) != hoe_vol(0), "leeg is iets anders dan niet besproken"


def test_het_plan_gaat_mee_naar_huis_en_komt_ingevuld_terug(venster, handen, monkeypatch, tmp_path):
    pad = tmp_path / "ons-plan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(pad), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(pad), ""))
    ga_naar(venster, "familiegroepsplan").focus_eerste_veld()
    handen.knop("Invulbaar plan bewaren (PDF)")
    handen.knop("Ingevuld formulier lezen")
    assert "In het formulier staat hetzelfde als hier." in [w.text() for w in venster.scherm.findChildren(QLabel)]
    pad.write_bytes(ingevuld(pad.read_bytes(), **{"fgp.als_het_anders_loopt": "Dan bellen we opa."}))
    handen.knop("Ingevuld formulier lezen")
    handen.naar("Wat als het anders loopt? Overnemen")
    handen.knop("Overnemen")
    assert waarde(dossier_van(venster).een(Familiegroepsplan).als_het_anders_loopt) == "Dan bellen we opa."


def test_schreef_de_familie_naast_de_vakken_dan_staat_dat_erbij(venster, handen, monkeypatch, tmp_path):
    """Een telefoon zet tekst soms in een eigen vak; dat leest een mens zelf."""
    pad = tmp_path / "ons-plan.pdf"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(pad), ""))
    schrijver = PdfWriter(clone_from=PdfReader(BytesIO(planformulier.maak(venster.plek, sam(venster)))))
    schrijver.add_annotation(0, FreeText(text="Wij bellen opa", rect=(50, 550, 200, 650)))
    schrijver.write(pad)
    ga_naar(venster, "familiegroepsplan").focus_eerste_veld()
    handen.knop("Ingevuld formulier lezen")
    gezegd = " ".join(w.text() for w in venster.scherm.findChildren(QLabel))
    assert "bij geschreven of getekend buiten de vakken" in gezegd
    assert "hetzelfde als hier" not in gezegd


def test_waarom_vragen_we_dit_met_de_toets_en_met_een_klik(venster, handen):
    ga_naar(venster, "gezin")
    handen.naar("Burgerservicenummer (bsn) van het kind")
    handen.druk(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    zin = "Alleen voor het bericht aan de aanbieder (Jeugdwet 7.2.1)."
    veld = next(v for v in venster.scherm.findChildren(Veldvorm) if v.label.startswith("Burgerservicenummer"))
    assert any(b.text().startswith(zin) for b in veld.findChildren(QLabel))
    assert handen.hier.accessibleDescription().startswith(zin)
    QTest.mouseClick(veld.opschrift, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not any(b.text().startswith(zin) for b in veld.findChildren(QLabel))


def test_toestemming_vraagt_alleen_wat_erbij_past(venster, handen):
    ga_naar(venster, "gezin").focus_eerste_veld()
    handen.knop("Toestemming opschrijven")
    blad = venster.scherm.blad("gezin")
    [eerste, *_rest] = [x.sleutel for x in dossier_van(venster).alle(Toestemmingen)][::-1]

    def gevraagd():
        QApplication.processEvents()
        velden = [v for v in blad.findChildren(Veldvorm) if v.band.sleutel == eerste and not v.isHidden()]
        return {v.band.deel for v in velden}

    altijd = {"waarvoor", "door", "gegeven", "datum", "hoe"}
    assert gevraagd() == altijd
    for deel in ({"waarvoor": Waarvoor.DELEN}, {"gegeven": Antwoord.JA}):
        schrijven.leg_deel_vast(venster.plek, sam(venster), eerste, Toestemmingen.inhoud, **deel)
    blad.ververs()
    assert gevraagd() == altijd | {"met_wie", "ontvanger", "wat", "ingetrokken_op", "ingetrokken_door"}
    schrijven.leg_deel_vast(venster.plek, sam(venster), eerste, Toestemmingen.inhoud, met_wie="School", gegeven=None)
    schrijven.leg_deel_vast(venster.plek, sam(venster), eerste, Toestemmingen.inhoud, waarvoor=Waarvoor.HULP)
    blad.ververs()
    assert gevraagd() == altijd | {"met_wie"}, "wat er al staat, blijft te zien"


@pytest.mark.parametrize("aan_tafel", [False, True])
def test_in_het_plan_staat_wie_erbij_horen_en_wat_ieder_kan(venster, handen, aan_tafel):
    ga_naar(venster, "familiegroepsplan")
    if aan_tafel:
        venster.wissel_tafel()
        venster.scherm.toon_hoofdstuk("familiegroepsplan")
    QApplication.processEvents()
    gelezen = "\n".join(label.text() for label in venster.scherm.findChildren(QLabel))
    assert "Opa Wim Voorbeeld: Loopt op woensdag met Sam mee naar school." in gelezen
    handen.knop("Iemand erbij zetten")
    assert venster.scherm.stapel.currentWidget() is venster.scherm.blad("gezin")


def test_eerdere_hulp_die_eindigt_voor_zij_begint_krijgt_een_zin(venster):
    sleutel = schrijven.voeg_toe(venster.plek, sam(venster), EerdereHulp, {EerdereHulp.van: "2025"})
    v = Veldenrij(ga_naar(venster, "analyse").schrijver, QVBoxLayout(vak := QWidget()), sleutel)
    veld = v.ongeveer(EerdereHulp.tot, "Tot wanneer?", niet_voor=EerdereHulp.van)
    with pytest.raises(InvoerFout, match="periode-omgekeerd"):
        veld.feit("2021")
    assert veld.feit("maart 2025") == Bekend("2025-03")
    vak.deleteLater()


@pytest.mark.parametrize("venster_", [(1280, 800), (1366, 768)])
def test_het_wiel_wordt_niet_kleiner_als_de_letters_groter_worden(qtbot, monkeypatch, venster_):
    stralen = []
    for procent in (100, 150, 200):
        monkeypatch.setattr(HUIDIG, "procent", procent)
        buiten = QWidget()
        qtbot.addWidget(buiten)
        buiten.resize(*venster_)
        wiel = Wiel()
        wiel.setParent(buiten)
        letter = wiel.font()
        letter.setPixelSize(HUIDIG.letter("gewoon"))
        wiel.setFont(letter)
        breed = venster_[0] - 200
        wiel.resize(breed, wiel.heightForWidth(breed))
        assert wiel.height() <= 0.85 * venster_[1] or wiel._maten().met_nummers
        stralen.append(wiel._maten().straal)
    assert min(stralen[1:]) >= 0.95 * stralen[0], stralen
