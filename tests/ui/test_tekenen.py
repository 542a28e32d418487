"""Tekenen met de muis, met de vinger en met het toetsenbord: bij een vak van het wiel, en als handtekening."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan
from jeugdteam_app.dossier.gesprek import Instemmingen
from jeugdteam_app.dossier.kansencirkel import Kansencirkel
from jeugdteam_app.dossier.schets import BREED, HOOG
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.werk import dossiers, schrijven, werkplek
from tests.conftest import MOMENT, WACHTZIN
from ui.tekeningen.tekenvlak import Tekenvlak


def naar(venster, hoofdstuk):
    sam = dossiers.overzicht(venster.plek)[0].id
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk(hoofdstuk)
    venster.scherm.focus_eerste_veld()
    QApplication.processEvents()
    return sam


def trek(vlak, *punten):
    QTest.mousePress(vlak, Qt.MouseButton.LeftButton, pos=QPoint(*punten[0]))
    for punt in punten[1:]:
        QTest.mouseMove(vlak, QPoint(*punt))
    QTest.mouseRelease(vlak, Qt.MouseButton.LeftButton, pos=QPoint(*punten[-1]))


def test_met_het_toetsenbord_een_tekening_bij_een_vak(venster, handen):
    sam = naar(venster, "kansencirkel")
    handen.knop("Teken iets bij Actief")
    for toets in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Right):
        handen.druk(toets)
    handen.knop("Klaar met tekenen")
    cirkel = venster.plek.dossier(sam).alle(Kansencirkel)[-1]
    assert waarde(cirkel.actief).tekening == ((100, 200, 112, 200, 112, 212),)
    handen.knop("Weghalen: Tekening bij Actief")
    assert waarde(venster.plek.dossier(sam).alle(Kansencirkel)[-1].actief).tekening == ()


def test_een_tekening_die_nog_niet_klaar_is_overleeft_andere_letters_en_dichtgaan(venster, handen):
    naar(venster, "kansencirkel")
    handen.knop("Teken iets bij Actief")
    for toets in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        handen.druk(toets)
    gezet = ((100, 200, 112, 200),)

    def bezig():
        QApplication.processEvents()
        return [v.schets for v in venster.scherm.findChildren(Tekenvlak) if v.focusPolicy() != Qt.FocusPolicy.NoFocus]

    venster.zet_weergave(procent=125)
    assert bezig() == [gezet]
    waar = venster.plek.kluis.map
    venster.vergrendel()
    venster.plek = werkplek.open_met_wachtzin(waar, WACHTZIN, VasteKlok(MOMENT))
    sam = naar(venster, "kansencirkel")
    assert bezig() == [gezet]
    handen.knop("Klaar met tekenen")
    assert waarde(venster.plek.dossier(sam).alle(Kansencirkel)[-1].actief).tekening == gezet
    assert bezig() == []


def test_een_handtekening_met_de_muis_en_wat_er_gebeurt_als_het_plan_verandert(venster, handen):
    sam = naar(venster, "familiegroepsplan")
    handen.knop("Persoon toevoegen")
    handen.typ("Wie?", "Noor")
    handen.knop("Handtekening zetten")
    vlak = next(v for v in venster.scherm.findChildren(Tekenvlak) if v.focusPolicy() != Qt.FocusPolicy.NoFocus)
    trek(vlak, (20, 20), (60, 80), (120, 30))
    handen.knop("Klaar met tekenen")
    gezegd = waarde(venster.plek.dossier(sam).alle(Instemmingen)[0].inhoud)
    assert gezegd.handtekening is not None
    assert len(gezegd.handtekening.strepen[0]) >= 4
    schrijven.leg_vast(
        venster.plek, sam, {(Familiegroepsplan.soort, Familiegroepsplan.onze_vraag): Bekend("Iets anders")}
    )
    venster.scherm.schrijver.veranderd.emit()
    QApplication.processEvents()
    assert any("Daarna is het plan veranderd." in b.text() for b in venster.scherm.findChildren(QLabel))


def test_met_de_vinger(venster, qtbot):
    vlak = Tekenvlak("Proef")
    qtbot.addWidget(vlak)
    vlak.show()
    vinger = QTest.createTouchDevice()
    QTest.touchEvent(vlak, vinger).press(0, QPoint(10, 10), vlak).commit()
    QTest.touchEvent(vlak, vinger).move(0, QPoint(100, 60), vlak).commit()
    QTest.touchEvent(vlak, vinger).release(0, QPoint(100, 60), vlak).commit()
    QApplication.processEvents()
    assert vlak.schets
    assert len(vlak.schets[0]) >= 4


def test_wie_tekent_krijgt_de_hele_breedte_en_de_tekening_houdt_haar_vorm(venster, handen, qtbot):
    naar(venster, "kansencirkel")
    handen.knop("Teken iets bij Actief")
    [vlak] = [v for v in venster.scherm.findChildren(Tekenvlak) if v.focusPolicy() != Qt.FocusPolicy.NoFocus]
    for breed in (1280, 900):
        venster.resize(breed, 800)
        qtbot.waitUntil(lambda: vlak.width() == vlak.parentWidget().contentsRect().width())
        assert vlak.height() == vlak.width() * HOOG // BREED
