"""Beelden van alle schermen, gemaakt van het echte venster zonder beeldscherm."""

from __future__ import annotations

import os
from pathlib import Path

from jeugdteam_app.kern.klok import SysteemKlok
from jeugdteam_app.opdrachtregel.voorbeeld import WACHTZIN
from jeugdteam_app.werk import dossiers, werkplek


def maak(kluis: Path, map_: Path) -> list[Path]:
    """Maakt van elk scherm een beeld, gewoon, op 125 en 200 % en donker. Geeft de bestanden."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import laad_latere_letters, maak_app
    from ui.bouwstenen.stijl import HUIDIG

    maak_app()
    laad_latere_letters()
    map_.mkdir(parents=True, exist_ok=True)
    gemaakt: list[Path] = []
    for naam, procent, donker in (("100", 100, False), ("125", 125, False), ("200", 200, False), ("donker", 100, True)):
        HUIDIG.procent, HUIDIG.donker = procent, donker
        maak_app()
        gemaakt += _reeks(kluis, map_, naam)
    HUIDIG.procent, HUIDIG.donker = 100, False
    return gemaakt


def _reeks(kluis: Path, map_: Path, naam: str) -> list[Path]:
    from PySide6.QtWidgets import QApplication

    from ui.venster.boekscherm import Boekscherm
    from ui.venster.dossierscherm import HOOFDSTUKKEN, Dossierscherm
    from ui.venster.hoofdvenster import Hoofdvenster

    venster = Hoofdvenster(kluis.parent)
    venster.resize(1280, 860)
    venster.show()
    gemaakt = []

    def neem(titel: str) -> None:
        # Een lang blad ligt pas na een paar rondes op zijn plek.
        for _ronde in range(12):
            QApplication.processEvents()
        pad = map_ / f"{naam}-{titel}.png"
        venster.grab().save(str(pad))
        gemaakt.append(pad)

    neem("00-openen")
    venster.plek = werkplek.open_met_wachtzin(kluis, WACHTZIN, SysteemKlok())
    venster.toon_overzicht()
    neem("01-overzicht")
    venster.toon_dossier(_sam(venster.plek))
    scherm = venster.scherm
    if isinstance(scherm, Dossierscherm):
        for nummer, (hoofdstuk, _kop, _beeld) in enumerate(HOOFDSTUKKEN, 2):
            scherm.toon_hoofdstuk(hoofdstuk)
            neem(f"{nummer:02d}-{hoofdstuk}")
    venster.toon_boek()
    boek = venster.scherm
    if isinstance(boek, Boekscherm):
        for deel in ("producten", "regels", "keuzes"):
            boek.kies_deel(deel)
            neem(f"13-boek-{deel}")
    venster.toon_profiel()
    neem("11-gemeente-en-team")
    venster.toon_handboek("veiligheid")
    neem("12-veiligheid")
    venster.close()
    venster.deleteLater()
    return gemaakt


def _sam(plek: werkplek.Werkplek) -> str:
    """Het voorbeeldgezin dat alles doorliep: het laatst gemaakt, dus bovenaan."""
    return dossiers.overzicht(plek)[0].id
