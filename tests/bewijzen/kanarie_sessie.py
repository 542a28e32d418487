"""De sessie van de kanarie: werkplek maken, in het echte venster typen, een fout maken, sluiten en weer openen."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import bijlagen, collegas, dossiers, reservekopie, samen, voorbeelden, werkplek
from tests.bewijzen.kanarie import KANARIES
from ui.app import maak_app
from ui.venster.dossierscherm import HOOFDSTUKKEN
from ui.venster.hoofdvenster import Hoofdvenster


def main() -> None:
    """De hele sessie."""
    waar = Path(sys.argv[1])
    app = maak_app()
    nieuw = werkplek.bereid_voor(waar, "Werkplek", "Robin", KANARIES[3])
    werkplek.maak(nieuw, werk=VLOER).sluit()
    venster = Hoofdvenster(waar)
    venster.show()
    venster.plek = werkplek.open_met_wachtzin(nieuw.map, KANARIES[3])
    voorbeelden.laad(venster.plek)
    dossier = dossiers.begin_gezin(venster.plek, KANARIES[0])
    venster.toon_dossier(dossier)
    for naam, _kop, _beeld in HOOFDSTUKKEN:
        venster.scherm.toon_hoofdstuk(naam)
        _typ_overal(venster.scherm.stapel.currentWidget())
        app.processEvents()
    venster.scherm.verzegel()
    sleutel = bijlagen.voeg_toe(venster.plek, dossier, Path(sys.argv[2]))
    if KANARIES[0].encode() not in bijlagen.inhoud(venster.plek, dossier, sleutel)[1]:
        raise SystemExit("er is geen bijlage om te vinden")
    _deel(venster.plek, dossier, waar.parent)
    reservekopie.kies_plek(venster.plek, waar.parent)
    for verkeerd in (KANARIES[0], KANARIES[3] + "x"):
        with contextlib.suppress(Fout):
            werkplek.open_met_wachtzin(nieuw.map, verkeerd)
    venster.vergrendel()
    venster.close()


def _deel(van: werkplek.Werkplek, dossier: str, uit: Path) -> None:
    """Een collega krijgt het dossier als bundel, en voegt het samen in een eigen kluis."""
    naar = werkplek.maak(werkplek.bereid_voor(uit / "collega", "Werkplek", "Kim", KANARIES[3]), werk=VLOER)
    for een, ander in ((van, naar), (naar, van)):
        collegas.bewaar_kaartje(een, uit / "los.kaartje")
        collegas.bevestig(ander, collegas.laad_kaartje(ander, uit / "los.kaartje").id)
    samen.verstuur(van, [dossier], [collegas.mijn_kaartje(naar).id], uit / "los.bundel")
    proef = samen.bekijk(naar, uit / "los.bundel")
    samen.neem_over(naar, proef)
    if samen.naam_na(naar, proef, dossier) == "":
        raise SystemExit("er is niets getypt om te vinden")
    naar.sluit()


def _typ_overal(blad: object) -> None:
    for soort in (QLineEdit, QPlainTextEdit):
        for veld in blad.findChildren(soort):  # type: ignore[attr-defined]
            if veld.isVisible():
                veld.setFocus()
                QTest.keyClicks(veld, f"{KANARIES[0]} {KANARIES[1]} {KANARIES[2]}")
                QApplication.processEvents()


if __name__ == "__main__":
    main()
