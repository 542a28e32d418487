"""De leesmeter: zegt tijdens het typen hoe makkelijk het leest, streept aan, en schrijft zelf niets."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QLabel

from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.opslag import journaal
from jeugdteam_app.werk import dossiers
from ui.bouwstenen.leesmeter import Leesmeter
from ui.bouwstenen.velden import Tekstveld

LANG = "De opvoedingsverantwoordelijkheid wordt door beide ouders met hulp van opa en de juf van school samen gedragen."


def beeldveld(venster):
    sam = dossiers.overzicht(venster.plek)[0].id
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("analyse")
    QApplication.processEvents()
    blad = venster.scherm.blad("analyse")
    veld = next(v for v in blad.findChildren(Tekstveld) if v.label.startswith("Het gedeelde beeld"))
    return sam, veld, veld.findChild(Leesmeter)


def zinnen(meter):
    return " ".join(label.text() for label in meter.findChildren(QLabel))


def test_meten_schrijft_niets(venster, qtbot):
    sam, veld, meter = beeldveld(venster)
    hoogte = len(list(journaal.lees_stand(venster.plek.kluis, sam).alle_koppen()))
    with qtbot.assertNotEmitted(veld.vak.textChanged):
        qtbot.waitUntil(lambda: "Leest makkelijk (leesindex Douma:" in zinnen(meter))
        QApplication.processEvents()
    assert not veld._vuil
    venster.scherm.blad("analyse").verzegel()
    assert len(list(journaal.lees_stand(venster.plek.kluis, sam).alle_koppen())) == hoogte
    assert not journaal.concepten(venster.plek.kluis, sam)


def test_een_lange_zin_en_een_lang_woord_worden_aangewezen(venster):
    sam, veld, meter = beeldveld(venster)
    veld.vak.setPlainText(LANG)
    meter.meet()
    assert "Leest moeilijk" in zinnen(meter)
    assert "Eén lange zin. Lange woorden: opvoedingsverantwoordelijkheid." in zinnen(meter)
    strepen = {p.cursor.selectedText(): p.format.underlineStyle() for p in veld.vak.extraSelections()}
    assert strepen == {
        LANG: QTextCharFormat.UnderlineStyle.DotLine,
        "opvoedingsverantwoordelijkheid": QTextCharFormat.UnderlineStyle.SingleUnderline,
    }
    # Voor Qt telt een gezichtje als twee tekens.
    veld.vak.setPlainText(f"🙂🙂 {LANG}")
    meter.meet()
    assert "opvoedingsverantwoordelijkheid" in {p.cursor.selectedText() for p in veld.vak.extraSelections()}
    veld.vak.setPlainText(LANG)
    veld.verzegel()
    assert waarde(venster.plek.dossier(sam).een(Analyse).gedeeld_beeld) == LANG
    veld.vak.setPlainText("Kort.")
    meter.meet()
    assert meter.isHidden()
