"""Een bestand kiezen om te bewaren of te openen; de map van de vorige keer is onthouden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk.overhandigen import bewaar
from jeugdteam_app.zinnen.fouten import zin
from ui.app import instellingen
from ui.bouwstenen.schrijver import Schrijver


def bewaar_als(ouder: QWidget, titel: str, naam: str) -> Path | None:
    """Waar iemand een bestand wil bewaren. Zonder achtervoegsel krijgt het dat van de voorgestelde naam."""
    gekozen, _soort = QFileDialog.getSaveFileName(ouder, titel, str(_map(naam) / naam))
    if not gekozen:
        return None
    pad = Path(gekozen)
    _onthoud(pad)
    return pad if pad.suffix else pad.with_name(pad.name + Path(naam).suffix)


def bewaar_document(ouder: QWidget, schrijver: Schrijver, naam: str, maak: Callable[[], bytes]) -> None:
    """Vraagt waar een document moet komen en zet het daar neer; lukt dat niet, dan zegt het blad waarom."""
    pad = bewaar_als(ouder, _("Waar wilt u dit bewaren?"), naam)
    if pad is None:
        return
    try:
        bewaar(pad, maak())
    except Fout as fout:
        schrijver.mislukt.emit(zin(fout))
        return
    schrijver.gelukt.emit(_("Het bestand is bewaard."))


def bewaar_via(ouder: QWidget, schrijver: Schrijver, naam: str, schrijf: Callable[[Path], None]) -> None:
    """Vraagt waar iets moet komen en laat het daar neerzetten, in één keer met wat erover wordt opgeschreven."""
    pad = bewaar_als(ouder, _("Waar wilt u dit bewaren?"), naam)
    if pad is None:
        return
    try:
        schrijf(pad)
    except Fout as fout:
        schrijver.mislukt.emit(zin(fout))
        return
    schrijver.meld_veranderd()
    schrijver.gelukt.emit(_("Het bericht staat klaar."))


def open_bestand(ouder: QWidget, titel: str, soorten: str) -> Path | None:
    """Welk bestand iemand wil openen."""
    gekozen, _soort = QFileDialog.getOpenFileName(ouder, titel, str(_map()), soorten)
    if not gekozen:
        return None
    _onthoud(Path(gekozen))
    return Path(gekozen)


def kies_map(ouder: QWidget, titel: str) -> Path | None:
    """Welke map iemand bedoelt."""
    gekozen = QFileDialog.getExistingDirectory(ouder, titel, str(_map()))
    return Path(gekozen) if gekozen else None


def _map(naam: str = "") -> Path:
    """De map van de vorige keer, anders de documenten, anders de eigen map."""
    onthouden = Path(str(instellingen().value(_sleutel(naam), "")))
    documenten = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    kan = (p for p in (onthouden, documenten) if p.is_absolute() and p.is_dir())
    return next(kan, Path.home())


def _onthoud(pad: Path) -> None:
    instellingen().setValue(_sleutel(pad.name), str(pad.parent))


def _sleutel(naam: str) -> str:
    """Berichten gaan naar een eigen map, die de backoffice ophaalt; al het andere naar de map van de vorige keer."""
    return "map-berichten" if naam.casefold().endswith(".xml") else "map"
