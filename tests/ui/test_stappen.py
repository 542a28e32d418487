"""De vijf stappen in het echte venster: overnemen vult alleen wat leeg is."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from jeugdteam_app.dossier.onderzoek import Onderzoek, Stap
from jeugdteam_app.dossier.stappen import STAPPEN, stappen
from jeugdteam_app.kern.feit import Bekend, Onbekend
from jeugdteam_app.werk import dossiers, schrijven
from tests.ui.conftest import Handen


def test_overnemen_vult_alleen_wat_leeg_is(venster, qtbot):
    sam = dossiers.overzicht(venster.plek)[0].id
    leeg = {(Onderzoek.soort, vars(Onderzoek)[naam]): Onbekend() for naam in STAPPEN}
    schrijven.leg_vast(venster.plek, sam, leeg)
    eigen = Stap(tekst="Mijn woorden", deskundige="Kim", discipline="arts")
    schrijven.leg_vast(venster.plek, sam, {(Onderzoek.soort, Onderzoek.problemen): Bekend(eigen)})
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("toewijzing")
    venster.scherm.focus_eerste_veld()
    QApplication.processEvents()
    handen = Handen(qtbot, venster)
    handen.knop("Hoe we tot dit besluit kwamen, in vijf stappen (1 van 5)")
    handen.knop("Invullen met wat er al staat")
    QApplication.processEvents()
    gezet = stappen(venster.plek.dossier(sam))
    assert gezet["problemen"] == eigen
    assert "Kan iemand zorgen dat het niet meer eng is?" in gezet["hulpvraag"].tekst
    assert gezet["hulpvraag"].deskundige == venster.plek.wie
    venster.scherm.focus_eerste_veld()
    assert handen.naar("Hoe we tot dit besluit kwamen, in vijf stappen (5 van 5)")
