"""Redden in het venster: ook uit alleen een beschadigde kopie, en wat er naast de dossiers weg is staat erbij."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel

from jeugdteam_app.werk import bijlagen, collegas, dossiers, reservekopie
from jeugdteam_app.werk.redden import Daarnaast
from tests.conftest import WACHTZIN
from tests.ui.conftest import Handen, toon
from ui.venster.openen import Openen
from ui.venster.overzicht import Overzicht
from ui.venster.redden import Redblad

PAGINA = 4096


def teksten(scherm):
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisibleTo(scherm))


def knoppen(scherm):
    return {k.text() for k in scherm.findChildren(QAbstractButton) if k.isVisibleTo(scherm)}


def maak_nul(pad, van, aantal):
    inhoud = bytearray(pad.read_bytes())
    inhoud[van : van + aantal] = bytes(aantal)
    pad.write_bytes(bytes(inhoud))


def red(venster, handen):
    handen.typ("De wachtzin van die werkplek", WACHTZIN)
    handen.knop("Redden")
    handen.wacht(lambda: "Open de geredde werkplek" in knoppen(venster.scherm))
    return teksten(venster.scherm)


@pytest.mark.parametrize("hoe", ["midden", "sleutels", "bos"])
def test_uit_een_beschadigde_kopie_is_op_een_nieuwe_computer_nog_iets_te_redden(
    venster, qtbot, monkeypatch, tmp_path, hoe
):
    """De knop waar de foutzin naar wees, was er alleen op een computer waar de werkplek al stond."""
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(venster.plek, stick)
    venster.vergrendel()
    # Er liggen twee kopieën, van voor en na nog wat werk; alleen de nieuwste is stuk.
    map_ = next(stick.iterdir())
    nieuwste = max(map_.glob("kopie-*.db"))
    if hoe == "midden":
        maak_nul(nieuwste, nieuwste.stat().st_size // PAGINA // 2 * PAGINA, PAGINA)
    elif hoe == "sleutels":
        (map_ / "sleutels.json").write_bytes((map_ / "sleutels.json").read_bytes()[:100])
    else:
        maak_nul(map_ / "dossiersleutels.bin", 20, 30)
    (leeg := tmp_path / "nieuwe_computer").mkdir()
    hier = toon(qtbot, leeg)
    handen = Handen(qtbot, hier)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(stick))
    handen.knop("Kopie terugzetten")
    handen.knop("Map met kopieën kiezen")
    handen.typ("De wachtzin van die werkplek", WACHTZIN)
    handen.knop("Bekijk de kopie")
    handen.wacht(lambda: "Redden wat te lezen is" in knoppen(hier.scherm))
    assert "Deze kopie is beschadigd." in teksten(hier.scherm)
    handen.knop("Redden wat te lezen is")
    assert isinstance(hier.scherm, Redblad)
    assert "De kopieën blijven staan zoals zij zijn." in teksten(hier.scherm)
    handen.typ("De wachtzin van die werkplek", WACHTZIN)
    handen.knop("Redden")
    klaar = {"Open de geredde werkplek", "Redden"}
    handen.wacht(lambda: bool(klaar & knoppen(hier.scherm)))
    if hoe != "midden":
        # Zonder deze sleutels is er uit deze kopie niets te lezen: dan staat dat er, en de weg terug.
        assert "Gooi niets weg" in teksten(hier.scherm)
        handen.knop("Terug")
        return
    handen.knop("Open de geredde werkplek")
    assert isinstance(hier.scherm, Overzicht)
    assert hier.plek is not None
    assert len(dossiers.overzicht(hier.plek)) == 3
    hier.vergrendel()


def test_was_niet_te_lezen_van_wie_de_werkplek_is_dan_staat_dat_er_en_blijft_de_naam(venster, handen):
    wie = venster.plek.wie
    map_ = venster.plek.kluis.map
    venster.vergrendel()
    maak_nul(map_ / "kluis.db", PAGINA, PAGINA)
    handen.typ("Uw wachtzin", WACHTZIN)
    handen.knop("Openen")
    handen.wacht(lambda: "Redden wat te lezen is" in knoppen(venster.scherm))
    handen.knop("Redden wat te lezen is")
    gelezen = red(venster, handen)
    assert f"Deze werkplek is nu van {wie}." in gelezen
    assert "Gemeente en team" in gelezen
    handen.knop("Open de geredde werkplek")
    assert venster.plek.wie == wie
    assert collegas.mijn_kaartje(venster.plek).naam == wie
    venster.toon_samen()
    venster.vergrendel()
    assert isinstance(venster.scherm, Openen)


def test_een_bijlage_die_weg_is_maakt_een_dossier_niet_heel(venster, handen, tmp_path):
    plek = venster.plek
    sam = dossiers.overzicht(plek)[0].id
    (verslag := tmp_path / "verslag.txt").write_text("Verzonnen verslag. " * 50_000)
    bijlagen.voeg_toe(plek, sam, verslag)
    map_ = plek.kluis.map
    venster.vergrendel()
    # De bijlage vult de laatste honderden bladzijden.
    database = map_ / "kluis.db"
    assert database.stat().st_size > 2 * 19 * 50_000
    maak_nul(database, (database.stat().st_size // PAGINA - 100) * PAGINA, PAGINA)
    handen.typ("Uw wachtzin", WACHTZIN)
    handen.knop("Openen")
    handen.wacht(lambda: "Redden wat te lezen is" in knoppen(venster.scherm))
    handen.knop("Redden wat te lezen is")
    gelezen = red(venster, handen)
    assert "1 bijlage was niet meer te lezen." in gelezen
    assert "2 dossiers zijn er helemaal." in gelezen
    assert "In deze dossiers mist iets" in gelezen
    assert Daarnaast.LOG not in venster.scherm._uitkomst.ook_kwijt
