"""Vernietigen en een andere wachtzin, in het venster met het toetsenbord."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.sleutels import sloten
from jeugdteam_app.werk import dossiers, gemeente_en_team, instellingen, organisatie, schrijven, vernieuwen, werkplek
from tests.conftest import WACHTZIN
from tests.ui.conftest import Handen
from tests.werk.conftest import vernietig_op_verzoek
from ui.bouwstenen.herstelpapier import Woordenvak
from ui.venster.overzicht import Overzicht
from ui.venster.vernieuwen import Vernieuwblad
from ui.venster.wachtzin import kent_nog

_WIE = (Jeugdige.roepnaam, Jeugdige.geboortedatum)


def teksten(scherm) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if not label.isHidden())


def test_een_dossier_vernietigen_vraagt_een_reden_en_de_naam(venster, qtbot):
    sam = dossiers.overzicht(venster.plek)[0].id
    venster.toon_dossier(sam)
    venster.toon_vernietigen()
    assert "nog een dossier" not in teksten(venster.scherm)
    nog_een = dossiers.begin_gezin(venster.plek, "Familie Proef")
    zelfde = {(Jeugdige.soort, v): getattr(venster.plek.dossier(sam).een(Jeugdige), v.naam) for v in _WIE}
    schrijven.leg_vast(venster.plek, nog_een, zelfde)
    venster.toon_dossier(sam)
    venster.toon_vernietigen()
    assert "nog een dossier dat van dit kind is" in teksten(venster.scherm)
    handen = Handen(qtbot, venster)

    def probeer(antwoord):
        handen.knop("Voorgoed vernietigen")
        handen.wacht(lambda: antwoord in teksten(venster.scherm))

    probeer("Kies eerst waarom")
    handen.naar("Waarom mag het weg?")
    handen.druk(Qt.Key.Key_Down)
    probeer("Zeg wie vroeg")
    handen.naar("Wie vroeg erom?")
    handen.druk(Qt.Key.Key_Down)
    handen.druk(Qt.Key.Key_Down)
    handen.typ("Op welke dag? Bijvoorbeeld 3-4-2026", "20-11-2026")
    handen.kies_vakje("Ik ben nagegaan dat bewaren voor niemand anders van groot belang is, en niet moet van een wet")
    handen.typ("Typ ‘Sam’ over", "Sm")
    probeer("niet gelijk")
    handen.typ("Typ ‘Sam’ over", "Sam")
    probeer("is op 24-11-2026 vernietigd door Robin Proef")
    handen.knop("Naar het overzicht")
    assert isinstance(venster.scherm, Overzicht)
    assert sam not in [r.id for r in dossiers.overzicht(venster.plek)]


def test_de_bewijzen_van_vernietigen_blijven_te_lezen_en_te_bewaren(venster, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "bewijs.txt"), ""))
    venster.toon_bewijzen()
    assert "Hier is nog geen dossier vernietigd." in teksten(venster.scherm)
    Handen(qtbot, venster).knop("Terug")
    bewijs = vernietig_op_verzoek(venster.plek, dossiers.overzicht(venster.plek)[0].id)
    venster.toon_bewijzen()
    assert bewijs in teksten(venster.scherm)
    Handen(qtbot, venster).knop("Dit bewijs bewaren")
    assert (tmp_path / "bewijs.txt").read_text() == bewijs
    assert "Het bestand is bewaard." in teksten(venster.scherm)


def test_bij_de_bewaartermijn_staat_de_dag_van_deze_computer_erbij(venster, qtbot):
    gemeente_en_team.bewaar(
        venster.plek, instellingen.profiel(venster.plek).model_copy(update={"bewaren_toegang_jaren": 5})
    )
    venster.toon_dossier(dossiers.overzicht(venster.plek)[0].id)
    venster.toon_vernietigen()
    zin = "De bewaartermijn loopt tot 24-11-2031. Volgens deze computer is het vandaag 24-11-2026."
    assert zin not in teksten(venster.scherm)
    handen = Handen(qtbot, venster)
    handen.naar("Waarom mag het weg?")
    handen.druk(Qt.Key.Key_Down)
    handen.druk(Qt.Key.Key_Down)
    assert zin in teksten(venster.scherm)


def test_terug_zonder_te_vernietigen_brengt_het_dossier_weer(venster, qtbot):
    sam = dossiers.overzicht(venster.plek)[0].id
    venster.toon_dossier(sam)
    venster.toon_vernietigen()
    Handen(qtbot, venster).knop("Terug")
    assert venster._dossier.schrijver.id == sam


def test_een_andere_wachtzin_kiezen(venster, qtbot, monkeypatch):
    monkeypatch.setattr(sloten, "geijkt", lambda: sloten.VLOER)
    nieuw = "schaap fiets boter lamp wolk"
    venster.toon_wachtzin()
    handen = Handen(qtbot, venster)
    handen.typ("Uw wachtzin van nu, of de 24 woorden van uw papier", WACHTZIN)
    handen.typ("De nieuwe wachtzin", nieuw)
    handen.typ("Typ de nieuwe wachtzin nog eens", "iets anders")
    handen.knop("Wachtzin veranderen")
    assert "niet gelijk" in teksten(venster.scherm).lower() or "niet hetzelfde" in teksten(venster.scherm).lower()
    handen.typ("Typ de nieuwe wachtzin nog eens", nieuw)
    handen.knop("Wachtzin veranderen")
    handen.wacht(lambda: "Vanaf nu opent u met de nieuwe wachtzin" in teksten(venster.scherm))
    venster.vergrendel()
    handen.typ("Uw wachtzin", nieuw)
    handen.knop("Openen")
    handen.wacht(lambda: isinstance(venster.scherm, Overzicht))


def test_zoeken_brengt_naar_het_hoofdstuk_waar_het_staat(venster, qtbot):
    handen = Handen(qtbot, venster)
    handen.typ("Zoek op naam of vraag", "angstklachten kortdurende")
    handen.knop("Zoek in alles wat is opgeschreven")
    handen.wacht(lambda: "gevonden." in teksten(venster.scherm))
    handen.knop("Sam Jan Voorbeeld · ")
    assert venster._dossier is not None
    assert venster._dossier.lijst.currentRow() >= 5


def test_een_slot_van_de_organisatie_erop_en_eraf(venster, qtbot, monkeypatch, tmp_path):
    organisatie.maak_paar(tmp_path / "geheim", tmp_path / "openbaar")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(tmp_path / "openbaar"), ""))
    venster.toon_wachtzin()
    handen = Handen(qtbot, venster)
    handen.knop("Slot van de organisatie erop zetten")
    handen.wacht(lambda: "klopt niet" in teksten(venster.scherm))
    handen.typ("Uw wachtzin, om hier iets te veranderen", WACHTZIN)
    handen.knop("Slot van de organisatie erop zetten")
    handen.wacht(lambda: organisatie.heeft_slot(venster.plek))
    handen.wacht(lambda: "Uw organisatie kan deze werkplek openen." in teksten(venster.scherm))
    handen.typ("Uw wachtzin, om hier iets te veranderen", WACHTZIN)
    handen.knop("Slot van de organisatie weghalen")
    handen.wacht(lambda: isinstance(venster.scherm, Vernieuwblad))
    assert not organisatie.heeft_slot(venster.plek)
    assert isinstance(venster.scherm, Vernieuwblad), "wie het slot nog heeft, kent de oude sleutel"
    # Wie nu teruggaat, leest overal dat het nog niet klaar is; na vernieuwen niet meer.
    venster.toon_overzicht()
    assert kent_nog() in " ".join(label.text() for label in venster.scherm.findChildren(QLabel))
    venster.toon_wachtzin()
    assert kent_nog() in " ".join(label.text() for label in venster.scherm.findChildren(QLabel))
    nieuw = vernieuwen.bereid_voor(venster.plek, WACHTZIN, "regen stoep lamp potlood")
    vernieuwen.vernieuw(venster.plek, nieuw, tmp_path, sloten.VLOER)
    assert not organisatie.kent_de_sleutel_nog(venster.plek)


def test_de_sleutel_vernieuwen_van_wachtzin_tot_klaar(venster, qtbot, monkeypatch):
    monkeypatch.setattr(sloten, "geijkt", lambda: sloten.VLOER)
    handen = Handen(qtbot, venster)
    map_ = venster.plek.kluis.map
    venster.toon_wachtzin()
    venster.scherm.begin.setFocus()
    handen.knop("De sleutel vernieuwen")
    nieuw = "wolk fiets lantaarn brug appel"
    handen.typ("Uw wachtzin van nu, of de 24 woorden van uw papier", WACHTZIN)
    handen.typ("De nieuwe wachtzin", nieuw)
    handen.typ("Typ de nieuwe wachtzin nog eens", nieuw)
    handen.knop("Verder")
    scherm = venster.scherm
    handen.wacht(lambda: any(k.text() == "Ik heb ze op papier" for k in scherm.findChildren(QPushButton)))
    [vak] = scherm.findChildren(Woordenvak)
    woorden = re.findall(r"\d+\. (\w+)", vak.accessibleName())
    assert len(woorden) == 24
    handen.knop("Ik heb ze op papier")
    for plek, veld in scherm._woorden.velden:
        veld.setText(woorden[plek])
    handen.knop("Alles opnieuw versleutelen")
    handen.wacht(lambda: any("opnieuw versleuteld" in label.text() for label in scherm.findChildren(QLabel)))
    assert (map_ / "kluis-2.db").exists()
    handen.knop("Terug")
    assert dossiers.overzicht(venster.plek)
    venster.vergrendel()
    werkplek.open_met_herstel(map_, " ".join(woorden)).sluit()
