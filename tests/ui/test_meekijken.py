"""Wat iemand typt terwijl hij meekijkt, blijft als het scherm op slot gaat."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.werk import dossiers, schrijven, toewijzen
from ui.bouwstenen.schrijver import Schrijver
from ui.hoofdstukken.toewijzing.meekijken import Meekijkdeel


def test_een_half_getypte_toelichting_komt_terug(venster):
    sam = dossiers.overzicht(venster.plek)[0].id
    sleutel = toewijzen.begin(venster.plek, sam)
    deel = Meekijkdeel(Schrijver(venster.plek, sam), sleutel)
    deel.knop.setChecked(True)
    QApplication.processEvents()
    deel._uitleg.setPlainText("Mij valt op dat")
    deel.verzegel()
    terug = schrijven.haal_terug(venster.plek, sam)
    assert list(terug.half.values()) == ["Mij valt op dat"]
    opnieuw = Meekijkdeel(Schrijver(venster.plek, sam, terug.half), sleutel)
    assert opnieuw._uitleg.toPlainText() == "Mij valt op dat"
    opnieuw._uitleg.setPlainText("")
    opnieuw.verzegel()
    assert schrijven.haal_terug(venster.plek, sam).half == {}
    assert Toegewezen(venster.plek.dossier(sam).kind, sleutel).inhoud
