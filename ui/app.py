"""Het programma opstarten: letters, thema, taal van Qt zelf, en het venster."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QTimer, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.kern.taal import _, stel_taal_in, taal
from ui.bouwstenen.achtergrond import maak_af
from ui.bouwstenen.looproute import breng_in_beeld
from ui.bouwstenen.stijl import HUIDIG, LETTER, stijlblad
from ui.hervatten import OPNIEUW, Hervatting, begin_opnieuw, hervatting, vraag_aan
from ui.systeem import dit_systeem

# De map van de werkplek die het laatst open was; die naam zegt niets over wie er werkt.
LAATSTE_WERKPLEK = "werkplek"
# Zo veel seconden wacht stoppen op werk dat nog bezig is.
_GEDULD = 20.0


class Qtwoorden(QTranslator):
    """Laat Qt's eigen knoppen (Opslaan, Annuleren) door dezelfde catalogus gaan."""

    def translate(self, _context: str, bron: str, _uitleg: str | None = None, _aantal: int = -1) -> str | None:  # type: ignore[override]
        """De vertaling, of ``None``: een lege tekst zou de knop leegmaken."""
        return _QT_NL.get(bron.replace("&", "")) if taal() == "nl" else None


_QT_NL = {
    "Save": "Bewaren", "Cancel": "Annuleren", "OK": "Oké", "Close": "Sluiten", "Open": "Openen", "Yes": "Ja",
    "No": "Nee", "Undo": "Ongedaan maken", "Redo": "Opnieuw", "Cut": "Knippen", "Copy": "Kopiëren",
    "Paste": "Plakken", "Delete": "Wissen", "Select All": "Alles selecteren", "Look in:": "Zoek in:",
    "File name:": "Bestandsnaam:", "Files of type:": "Soort bestand:", "Directory:": "Map:", "Choose": "Kiezen",
    "Show Details...": "Meer tonen...", "Name": "Naam", "Size": "Grootte", "Type": "Soort", "Kind": "Soort",
    "Date Modified": "Gewijzigd", "Folder": "Map", "File Folder": "Map", "File": "Bestand", "Drive": "Schijf",
    "Computer": "Computer", "My Computer": "Computer", "All Files (*)": "Alle bestanden (*)", "Directories": "Mappen",
    "Back": "Terug", "Forward": "Vooruit", "Parent Directory": "Map erboven", "Create New Folder": "Nieuwe map maken",
    "Create a New Folder": "Nieuwe map maken", "New Folder": "Nieuwe map", "List View": "Lijst",
    "Detail View": "Details",
    "Change to list view mode": "Toon als lijst", "Change to detail view mode": "Toon met details",
    "Go back": "Terug", "Go forward": "Vooruit", "Go to the parent directory": "Naar de map erboven",
    "Sidebar": "Zijbalk", "Recent Places": "Onlangs gebruikt", "Remove": "Weghalen", "Rename": "Naam veranderen",
    "Show hidden files": "Verborgen bestanden tonen", "Files": "Bestanden",
    "%1 already exists.\nDo you want to replace it?": "%1 bestaat al.\nWilt u het vervangen?",
    "%1\nFile not found.\nPlease verify the correct file name was given.":
        "%1\nDit bestand is er niet.\nKijk de naam na.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "%1\nDeze map is er niet.\nKijk de naam na.",
    "%1 bytes": "%1 bytes", "%1 KB": "%1 kB", "%1 MB": "%1 MB",
}  # fmt: skip


def maak_app(argumenten: list[str] | None = None) -> QApplication:
    """De toepassing met letters, stijl en taal. Een bestaande wordt opnieuw gebruikt."""
    bestaand = QApplication.instance()
    app = bestaand if isinstance(bestaand, QApplication) else QApplication(argumenten or ["jeugdteam"])
    app.setApplicationName("Jeugdteam")
    app.setOrganizationName("Jeugdteam")
    _laad_letters("NotoSans-Regular", "NotoSans-Bold")
    QTimer.singleShot(100, laad_latere_letters)
    app.setFont(QFont(LETTER))
    app.setWindowIcon(QIcon(str(MIDDELEN / "iconen" / "hand-heart.svg")))
    if not app.property("ingericht"):
        app.installTranslator(Qtwoorden(app))
        # Aan het programma en niet aan elk venster: anders schuift het blad voor elk venster dat er ooit was.
        app.focusChanged.connect(breng_in_beeld)
        app.setProperty("ingericht", True)
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    pas_weergave_toe(app)
    return app


def laad_latere_letters() -> None:
    """De schuine, Arabische en bijzondere tekens: die mogen na het eerste scherm komen."""
    _laad_letters("NotoSans-Italic", "NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold", "NotoSansSymbols2-Regular")


def _laad_letters(*namen: str) -> None:
    for naam in namen:
        QFontDatabase.addApplicationFont(str(MIDDELEN / "lettertypen" / f"{naam}.ttf"))


def hoofdenmap() -> Path:
    """Waar onthouden wordt tot waar elke werkplek geschreven is: bij de voorkeuren, niet bij de werkplekken."""
    return Path(instellingen().fileName()).parent / "hoofden"


def kluizenmap() -> Path:
    """Waar werkplekken op deze computer staan: lokaal, niet in een map die vanzelf naar een server gaat."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)) / "kluizen"


def pas_weergave_toe(app: QApplication) -> None:
    """Zet het stijlblad voor het gekozen thema en de gekozen tekstgrootte."""
    thema = "donker" if HUIDIG.donker else "licht"
    blad = stijlblad(HUIDIG)
    for merk, naam in (("%VINK%", f"check-{thema}"), ("%PIJL%", f"pijl-{thema}")):
        blad = blad.replace(merk, f'"{(MIDDELEN / "iconen" / naam).as_posix()}.svg"')
    if blad != app.styleSheet():
        # Elk onderdeel dat er is, krijgt een nieuw stijlblad opnieuw uitgerekend.
        app.setStyleSheet(blad)


def instellingen() -> QSettings:
    """De voorkeuren van dit venster. Nooit iets over gezinnen."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Jeugdteam", "weergave")


def start() -> int:
    """Opent het venster en blijft tot het gesloten is."""
    bewaard = instellingen()
    stel_taal_in(str(bewaard.value("taal", "nl")))
    HUIDIG.procent = min(200, max(100, int(str(bewaard.value("procent", 100)))))
    app = QApplication(sys.argv)
    donker = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    HUIDIG.donker = {"licht": False, "donker": True}.get(str(bewaard.value("thema", "")), donker)
    maak_app()
    sys.excepthook = _onverwacht
    systeem = dit_systeem()
    systeem.schrijf_geen_geheugen_weg()
    ruim_op_in_de_vensterdraad(app)
    from ui.venster.hoofdvenster import Hoofdvenster

    venster = Hoofdvenster(hervat=vraag_aan, systeem=systeem)
    if (was := hervatting()) != Hervatting():
        venster.hervat(was)
    venster.show()
    uitkomst = app.exec()
    if uitkomst == OPNIEUW:
        begin_opnieuw()
    maak_af(_GEDULD)
    return uitkomst


def ruim_op_in_de_vensterdraad(app: QApplication) -> QTimer:
    """Laat Python alleen hier onbereikbare dingen opruimen.

    Vanzelf doet Python dat in welke draad dan ook. Zit er een stuk venster tussen, dan valt Qt om: die wil dat
    alleen de draad van het venster het weghaalt.
    """
    gc.disable()
    klok = QTimer(app)
    klok.setInterval(1000)
    klok.timeout.connect(_ruim_op)
    klok.start()
    return klok


def _ruim_op() -> None:
    """Ruimt op wat Python zelf ook zou opruimen: vaak het jonge, zelden alles."""
    aantallen, grenzen = gc.get_count(), gc.get_threshold()
    over = [laag for laag in range(3) if aantallen[laag] > grenzen[laag]]
    if over:
        gc.collect(max(over))


def _onverwacht(soort: type[BaseException], fout: BaseException, spoor: TracebackType | None) -> None:
    """Een fout van ons: zeg dat, zonder persoonsgegevens. Wat getypt was, is al bewaard als concept."""
    from PySide6.QtWidgets import QMessageBox

    plek = spoor
    while plek is not None and plek.tb_next is not None:
        plek = plek.tb_next
    waar = f"{Path(plek.tb_frame.f_code.co_filename).name}:{plek.tb_lineno}" if plek else "?"
    code = fout.code if isinstance(fout, Fout) else soort.__name__
    print(f"jeugdteam: onverwachte fout {code} bij {waar}", file=sys.stderr)  # noqa: T201
    tekst = _("Er ging iets mis in het programma ({code}, {waar}). Wat u typte is bewaard. Meld dit aan uw beheerder.")
    melding = tekst.format(code=code, waar=waar)
    QTimer.singleShot(0, lambda: QMessageBox.warning(QApplication.activeWindow(), "Jeugdteam", melding))
