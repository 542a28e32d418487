"""Wat mensen aan tafel meemaakten: te vaak drukken, het wiel van de muis, en terugdraaien bij een broer of zus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Stap
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.journaal.wijziging import Plaats
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.opslag import journaal
from jeugdteam_app.sleutels import sloten
from jeugdteam_app.werk import (
    advies,
    dossiers,
    gemeente_en_team,
    instellingen,
    overhandigen,
    schrijven,
    toewijzen,
    werkplek,
)
from jeugdteam_app.werk.voortgang import Voortgang, voortgang
from tests.conftest import WACHTZIN
from tests.ui.conftest import Handen
from ui.bouwstenen.invoer import Keuzelijst
from ui.hoofdstukken.toewijzing.opzij import Opzij
from ui.venster.openen import Openen
from ui.venster.overzicht import Overzicht


def sam(venster) -> str:
    return dossiers.overzicht(venster.plek)[0].id


def ga_naar(venster, hoofdstuk: str):
    venster.toon_dossier(sam(venster))
    venster.scherm.toon_hoofdstuk(hoofdstuk)
    QApplication.processEvents()
    return venster.scherm.blad(hoofdstuk)


def test_twee_keer_enter_bij_openen_opent_een_keer(venster, qtbot, monkeypatch):
    geteld = []
    echt = werkplek.open_met_wachtzin
    monkeypatch.setattr(werkplek, "open_met_wachtzin", lambda *a: geteld.append(1) or echt(*a))
    venster.vergrendel()
    scherm = venster.scherm
    assert isinstance(scherm, Openen)
    scherm.wachtzin.setText(WACHTZIN)
    for _keer in range(3):
        QTest.keyClick(scherm.wachtzin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(venster.scherm, Overzicht), timeout=20_000)
    assert geteld == [1]


def test_twee_sleutels_tegelijk_uitrekenen_wacht_niet_op_elkaar(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as draden:
        zouten = [bytes([nummer]) * 16 for nummer in range(1, 5)]
        taken = [draden.submit(sloten._uit_wachtzin, "molen", zout, sloten.VLOER) for zout in zouten]
        assert len({t.result(timeout=60) for t in taken}) == 4


def test_het_wiel_van_de_muis_kiest_niets(venster):
    blad = ga_naar(venster, "passend")
    gekozen = waarde(venster.plek.dossier(sam(venster)).een(Keuze).product)
    for lijst in blad.findChildren(Keuzelijst):
        voor = lijst.currentIndex()
        midden = QPointF(5, 5)
        draai = QWheelEvent(midden, midden, QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
                            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        QApplication.sendEvent(lijst, draai)
        assert lijst.currentIndex() == voor
    assert waarde(venster.plek.dossier(sam(venster)).een(Keuze).product) == gekozen


def test_terugdraaien_bij_een_broer_laat_het_gezin_met_rust(venster):
    kind = sam(venster)
    dossiers.open_(venster.plek, kind)
    broer = dossiers.begin_broer_of_zus(venster.plek, kind)
    venster.toon_dossier(broer)
    venster.scherm.maak_ongedaan()
    venster.scherm.maak_ongedaan()
    plan = venster.plek.dossier(kind).een(Familiegroepsplan)
    assert waarde(plan.stap) is Stap.GEMAAKT
    assert "niets meer om terug te draaien" in venster.scherm.tijd.text()


def test_terugdraaien_zegt_waar(venster):
    kind = sam(venster)
    venster.toon_dossier(kind)
    schrijven.leg_vast(venster.plek, kind, {})
    venster.scherm.toon_hoofdstuk("passend")
    venster.scherm.blad("passend")._kies()
    venster.scherm.maak_ongedaan()
    assert venster.scherm.tijd.text() == "Teruggedraaid in: Wat past."


def nieuw_ontwerp(venster):
    blad = ga_naar(venster, "toewijzing")
    blad._maak()
    QApplication.processEvents()
    sleutel = toewijzen.ontwerpen(venster.plek, sam(venster))[-1].sleutel
    return blad, sleutel


def test_vaststellen_met_open_advies_wijst_het_advies_aan_en_vinkt_niets(venster, qtbot):
    blad, sleutel = nieuw_ontwerp(venster)
    toewijzen.wijzig(venster.plek, sam(venster), sleutel, volume=3, eenheid="04", frequentie="2",
                     ingangsdatum="2027-07-01", einddatum="2027-09-01")  # fmt: skip
    blad.bouw()
    QApplication.processEvents()
    blad._vaststellen[sleutel].setFocus()
    handen = Handen(qtbot, venster)
    handen.druk(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert handen.hier.accessibleName().startswith("Toch zo laten, met een reden")
    handen.druk(Qt.Key.Key_Space)
    assert handen.hier.accessibleName() == "Waarom volgt u dit advies niet?"
    assert toewijzen.lees(venster.plek, sam(venster), sleutel).geen_bericht is False


def test_een_half_getypte_reden_blijft_en_tab_gaat_naar_de_knop(venster, qtbot):
    blad, sleutel = nieuw_ontwerp(venster)
    handen = Handen(qtbot, venster)
    blad._open_adviezen[sleutel][0].setFocus()
    handen.druk(Qt.Key.Key_Space)
    QTest.keyClicks(handen.hier, "Omdat het zo is afgesproken")
    venster.scherm.ververs()
    QApplication.processEvents()
    handen.naar("Waarom volgt u dit advies niet?")
    assert handen.hier.toPlainText() == "Omdat het zo is afgesproken"
    handen.druk(Qt.Key.Key_Tab)
    assert handen.hier.accessibleName() == "Reden bewaren"
    handen.druk(Qt.Key.Key_Space)
    assert [o.reden for o in toewijzen.lees(venster.plek, sam(venster), sleutel).inhoud.opzij] == [
        "Omdat het zo is afgesproken"
    ]
    assert isinstance(handen.hier, QPushButton), "de focus blijft bij de toewijzing"


def test_een_fout_nummerblok_staat_bij_het_veld(venster):
    venster.toon_profiel()
    scherm = venster.scherm
    scherm._bewaar()
    scherm._velden["nummerblok"].setPlainText("300201 tot 300299")
    scherm._bewaar()
    assert scherm._fouten["nummerblok"].isVisibleTo(scherm)


def test_wat_getypt_is_staat_meteen_in_het_overzicht(venster):
    kind = dossiers.begin_gezin(venster.plek)
    venster.toon_dossier(kind)
    blad = venster.scherm.blad("aanmelding")
    from ui.bouwstenen.velden import Tekstveld

    veld = next(v for v in blad.findChildren(Tekstveld) if v.label.startswith("Wat is de vraag"))
    veld.vak.setPlainText("Slaapt niet alleen")
    venster.toon_overzicht()
    tekst = " ".join(b.text() for b in venster.scherm.findChildren(QPushButton))
    assert "Slaapt niet alleen" in tekst


@pytest.mark.parametrize("omweg", ["toon_profiel", "toon_boek"])
def test_uit_het_handboek_terug_naar_waar_het_begon(venster, omweg):
    venster.toon_dossier(sam(venster))
    getattr(venster, omweg)()
    begin = type(venster.scherm)
    venster.toon_handboek("handboek")
    venster.scherm.klaar.emit()
    assert type(venster.scherm) is begin
    venster.scherm.klaar.emit()
    assert venster._dossier is not None


def test_bladeren_midden_in_een_veld_naar_een_nieuw_hoofdstuk(venster):
    kind = dossiers.begin_gezin(venster.plek)
    venster.toon_dossier(kind)
    QTest.keyClicks(QApplication.focusWidget(), "x")
    for _stap in range(8):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(QApplication.focusWidget(), "x")
        QApplication.processEvents()
    assert venster.scherm.lijst.currentRow() == 8


def test_een_omgedraaid_nummerblok_staat_bij_het_veld_en_noemt_het(venster):
    venster.toon_profiel()
    scherm = venster.scherm
    scherm._velden["nummerblok"].setPlainText("300299; 300201")
    scherm._bewaar()
    assert scherm._fouten["nummerblok"].isVisibleTo(scherm)
    assert "Toewijzingnummers van deze laptop" in scherm._fouten["nummerblok"].text()


@pytest.mark.parametrize(("scherm", "begin"), [("toon_boek", "Zoek een woord"), ("toon_profiel", "Welk productenboek")])
def test_een_scherm_begint_met_de_focus_op_zijn_eerste_veld(venster, scherm, begin):
    getattr(venster, scherm)()
    assert QApplication.focusWidget().accessibleName().startswith(begin)


def test_twee_keer_naar_hetzelfde_scherm_en_een_keer_terug(venster):
    venster.toon_dossier(sam(venster))
    venster.toon_boek()
    venster.toon_boek()
    venster.scherm.klaar.emit()
    assert venster._dossier is not None


def test_een_gekozen_boek_dat_nog_niet_bewaard_is_staat_er_de_volgende_keer_nog(venster):
    venster.toon_profiel()
    lijst = venster.scherm._boek
    lijst.setCurrentIndex(lijst.findData("ijmond"))
    venster.toon_overzicht()
    venster.toon_profiel()
    assert venster.scherm._boek.currentData() == "ijmond"


def test_een_gemeente_die_niet_bij_het_boek_hoort_wordt_gezegd(venster):
    from ui.bouwstenen.basis import Melding

    venster.toon_profiel()
    scherm = venster.scherm
    scherm._boek.setCurrentIndex(scherm._boek.findData("zaanstreek-waterland"))
    scherm._bewaar()
    assert any("staat niet bij het productenboek" in m.label.text() for m in scherm.findChildren(Melding))


@pytest.mark.parametrize("procent", [100, 125, 150, 175, 200])
def test_elk_hoofdstuk_in_de_lijst_is_heel_te_lezen(venster, procent):
    venster.zet_weergave(procent=procent)
    venster.toon_dossier(sam(venster))
    QApplication.processEvents()
    lijst = venster.scherm.lijst
    for rij in range(lijst.count()):
        item = lijst.item(rij)
        if item.isHidden():
            continue
        maat = lijst.fontMetrics()
        vlak = lijst.visualItemRect(item)
        ruimte = vlak.width() - lijst.iconSize().width() - 40
        nodig = maat.boundingRect(0, 0, ruimte, 1000, Qt.TextFlag.TextWordWrap, item.text())
        assert nodig.height() <= vlak.height(), (item.text(), procent)


def test_een_reden_is_binnen_een_seconde_bewaard_en_blijft_na_een_andere_weergave_en_na_weggaan(venster, qtbot):
    blad, sleutel = nieuw_ontwerp(venster)
    blad._open_adviezen[sleutel][0].setFocus()
    handen = Handen(qtbot, venster)
    handen.druk(Qt.Key.Key_Space)
    with qtbot.waitSignal(venster.scherm.schrijver.opgeslagen, timeout=1000):
        QTest.keyClicks(handen.hier, "Omdat het zo is")
    halve = {c.plaats: c.waarde["t"] for c in journaal.concepten(venster.plek.kluis, sam(venster))}
    assert "Omdat het zo is" in halve.values()
    # Weg voordat de klok weer afgaat: ook de laatste letters blijven.
    QTest.keyClicks(handen.naar("Waarom volgt u dit advies niet?"), "!")
    venster.toon_overzicht()
    venster.zet_weergave(donker=True)
    ga_naar(venster, "toewijzing")
    assert handen.naar("Waarom volgt u dit advies niet?").toPlainText().replace("!", "") == "Omdat het zo is"
    assert "!" in handen.hier.toPlainText()
    handen.knop("Toch niet")
    assert not journaal.concepten(venster.plek.kluis, sam(venster))


def test_tonen_van_de_toewijzing_schrijft_niets(venster):
    blad, _sleutel = nieuw_ontwerp(venster)
    blad.findChildren(Opzij)[0]._open()
    QApplication.processEvents()
    geschreven = []
    venster.scherm.schrijver.opgeslagen.connect(geschreven.append)
    blad._klok.stop()
    blad.ververs()
    assert geschreven == []


def test_het_profiel_is_binnen_een_seconde_als_concept_bewaard(venster, qtbot):
    venster.toon_profiel()
    scherm = venster.scherm
    with qtbot.waitSignal(scherm._klok.nu, timeout=1000):
        QTest.keyClicks(scherm._velden["team"], "X")
    assert gemeente_en_team.lees_concept(venster.plek)["team"].endswith("X")
    assert scherm._tijd.text().startswith("Wat u typte is bewaard om ")


def test_een_profiel_gaat_zonder_nummers_naar_een_bestand_en_laat_ze_hier_staan(venster, tmp_path, monkeypatch):
    pad = tmp_path / "profiel.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_wat: (str(pad), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_wat: (str(pad), ""))
    venster.toon_profiel()
    oud = instellingen.profiel(venster.plek)
    assert oud.nummerblok is not None
    venster.scherm._schrijf_weg()
    venster.scherm._laad()
    assert "nummerblok" not in pad.read_text()
    assert instellingen.profiel(venster.plek) == oud


def test_een_beantwoorde_vraag_brengt_terug_naar_het_overzicht(venster, qtbot):
    mila = next(r.id for r in dossiers.overzicht(venster.plek) if r.naam.startswith("Mila"))
    venster.toon_dossier(mila)
    handen = Handen(qtbot, venster)
    venster.scherm.focus_eerste_veld()
    handen.knop("Terug naar het overzicht")
    assert isinstance(venster.scherm, Overzicht)


def test_overhandigen_is_klaar_na_het_besluit_en_niet_na_een_advies_of_een_concept(venster):
    plek, dossier = venster.plek, sam(venster)

    def stand():
        return voortgang(plek.dossier(dossier), overhandigd=overhandigen.is_overhandigd(plek, dossier))["overhandigen"]

    advies.advies_pdf(plek, dossier)
    overhandigen.gezinsplan_pdf(plek, dossier)
    assert stand() is Voortgang.OPEN
    overhandigen.besluit_pdf(plek, dossier, plek.dossier(dossier).kind.voorwerpen("toewijzing")[0])
    assert stand() is Voortgang.KLAAR


def test_in_euro_typt_en_leest_iemand_een_bedrag(venster, qtbot):
    blad, sleutel = nieuw_ontwerp(venster)
    handen = Handen(qtbot, venster)
    blad.setFocus()
    venster.scherm.focus_eerste_veld()
    handen.kies("Waarin tellen we?", "euro")
    handen.typ("Hoeveel ten hoogste?", "1.250,50")
    inhoud = toewijzen.lees(venster.plek, sam(venster), sleutel).inhoud
    assert (inhoud.volume, handen.naar("Hoeveel ten hoogste?").text()) == (125_050, "1.250,50")


def test_wat_half_stond_waar_een_collega_intussen_schreef_komt_daar_niet_vanzelf_overheen(venster):
    """Iemand ziet wat hij typte en kiest zelf; alleen openen en weggaan verandert niets."""
    _blad, sleutel = nieuw_ontwerp(venster)
    werkplek, id = venster.plek, sam(venster)
    schrijven.leg_deel_vast(werkplek, id, sleutel, Toegewezen.inhoud, volume=3)
    plaats = Plaats(sleutel, f"{Toegewezen.inhoud.id}#volume")
    journaal.bewaar_concept(werkplek.kluis, id, plaats, {"t": "12", "ingehaald": True}, werkplek.tijd)
    venster.toon_overzicht()
    ga_naar(venster, "toewijzing")
    labels = [label.text() for label in venster.scherm.findChildren(QLabel)]
    teksten = [zin for zin in labels if "Intussen schreef een collega" in zin]
    assert teksten == [
        "U typte hier nog ‘12’. Intussen schreef een collega hier ook. Typ het opnieuw als het nog klopt."
    ]
    venster.toon_overzicht()
    assert waarde(Toegewezen(werkplek.dossier(id).kind, sleutel).inhoud).volume == 3
    ga_naar(venster, "toewijzing")
    next(k for k in venster.scherm.findChildren(QPushButton) if k.text() == "Dat hoeft niet meer").click()
    assert not [c for c in journaal.concepten(werkplek.kluis, id) if c.plaats == plaats]
