"""Beelden van alle schermen, gemaakt van het echte venster zonder beeldscherm."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from jeugdteam_app.kern.klok import SysteemKlok
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opdrachtregel.voorbeeld import WACHTZIN
from jeugdteam_app.productenboek.profiel import Rol
from jeugdteam_app.werk import dossiers, gemeente_en_team, instellingen, toewijzen, werkplek

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea, QWidget

    from ui.venster.hoofdvenster import Hoofdvenster

    _Onderdeel = TypeVar("_Onderdeel", bound=QWidget)

_WIE = "Robin (voorbeeld)"
_WEERGAVEN = (("100", 100, False), ("125", 125, False), ("200", 200, False), ("donker", 100, True))


def maak(kluis: Path, map_: Path) -> list[Path]:
    """Maakt van elk scherm een beeld, gewoon, op 125 en 200 % en donker. Geeft de bestanden.

    Is een blad langer dan het venster, dan komt er een tweede beeld bij van het hele blad (``-heel``). De beelden
    komen uit een kopie: een ontwerp dat hier gemaakt wordt, staat daarna niet in de werkplek zelf.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import laad_latere_letters, maak_app, pas_weergave_toe
    from ui.bouwstenen.stijl import HUIDIG

    app = maak_app()
    laad_latere_letters()
    map_.mkdir(parents=True, exist_ok=True)
    gemaakt: list[Path] = []
    with TemporaryDirectory() as tijdelijk:
        for naam, procent, donker in _WEERGAVEN:
            HUIDIG.procent, HUIDIG.donker = procent, donker
            pas_weergave_toe(app)
            reeks = _Reeks(map_, naam)
            reeks.begin(Path(tijdelijk, naam, "leeg"))
            kopie = Path(tijdelijk, naam, "vol", kluis.name)
            shutil.copytree(kluis, kopie)
            gemaakt += reeks.werk(kopie)
    HUIDIG.procent, HUIDIG.donker = 100, False
    return gemaakt


class _Reeks:
    """Eén rondgang door het programma, in één weergave."""

    def __init__(self, map_: Path, weergave: str) -> None:
        self._map, self._weergave = map_, weergave
        self._gemaakt: list[Path] = []
        self._teller = 0

    def begin(self, waar: Path) -> None:
        """Een werkplek maken, en het overzicht waar nog niets in staat."""
        from PySide6.QtWidgets import QAbstractButton, QLineEdit

        venster = self._venster(waar)
        self._neem("werkplek-maken-1")
        for veld in (_("Kies een wachtzin"), _("Typ de wachtzin nog eens")):
            self._vind(QLineEdit, veld).setText(WACHTZIN)
        self._vind(QLineEdit, _("Hoe heet u?")).setText(_WIE)
        self._vind(QAbstractButton, _("Verder")).click()
        self._neem("werkplek-maken-2")
        self._vind(QAbstractButton, _("Ik heb ze op papier")).click()
        self._neem("werkplek-maken-3")
        venster.plek = werkplek.maak(werkplek.bereid_voor(waar, _("Mijn werkplek"), _WIE, WACHTZIN))
        venster.toon_overzicht()
        self._neem("overzicht-leeg")
        self._klaar()

    def werk(self, kluis: Path) -> list[Path]:
        """Openen, het dossier van het gezin dat alles doorliep, het boek, het profiel en het handboek."""
        venster = self._venster(kluis.parent)
        self._neem("openen")
        venster.poort.zet_terug()
        self._neem("kopie-terugzetten")
        plek = venster.plek = werkplek.open_met_wachtzin(kluis, WACHTZIN, SysteemKlok())
        venster.toon_overzicht()
        self._neem("overzicht")
        self._dossier(plek)
        self._boek()
        for toon, titel in (
            (venster.toon_mijn_werk, "mijn-werk"),
            (venster.toon_samen, "samenwerken"),
            (venster.toon_reservekopie, "reservekopie"),
            (venster.toon_wachtzin, "andere-wachtzin"),
        ):
            toon()
            self._neem(titel)
        venster.toon_profiel()
        self._neem("gemeente-en-team")
        for pagina in ("handboek", "veiligheid"):
            venster.toon_handboek(pagina)
            self._neem(pagina)
        self._praktijk(plek)
        self._klaar()
        return self._gemaakt

    def _dossier(self, plek: werkplek.Werkplek) -> None:
        """Het voorbeeldgezin dat alles doorliep: het laatst gemaakt, dus bovenaan."""
        from ui.venster.dossierscherm import HOOFDSTUKKEN

        sam = dossiers.overzicht(plek)[0].id
        self._venster_nu.toon_dossier(sam)
        for hoofdstuk, *_rest in HOOFDSTUKKEN:
            if hoofdstuk != "praktijk":
                self._hoofdstuk(hoofdstuk)
                self._neem(hoofdstuk)
        if all(o.vastgesteld for o in toewijzen.ontwerpen(plek, sam)):
            toewijzen.begin(plek, sam)
        self._venster_nu.toon_dossier(sam)
        self._hoofdstuk("toewijzing")
        self._neem("toewijzing-ontwerp")
        self._venster_nu.toon_vernietigen()
        self._neem("vernietigen")
        self._venster_nu.toon_dossier(sam)
        self._venster_nu.wissel_tafel()
        self._neem("aan-tafel")
        self._venster_nu.dek_af()
        self._neem("afgedekt")
        self._venster_nu.dek_af()
        self._venster_nu.wissel_tafel()
        # Wie van tafel gaat, dekt vanzelf af.
        self._venster_nu.dek_af()

    def _praktijk(self, plek: werkplek.Werkplek) -> None:
        """De korte weg van een huisartsenpraktijk; een gemeente heeft dat hoofdstuk niet."""
        gemeente_en_team.bewaar(plek, instellingen.profiel(plek).model_copy(update={"rol": Rol.POH_JEUGD}))
        self._venster_nu.toon_dossier(dossiers.begin_gezin(plek, "Familie Praktijkvoorbeeld"))
        self._hoofdstuk("praktijk")
        self._neem("praktijk")

    def _hoofdstuk(self, naam: str) -> None:
        from ui.venster.dossierscherm import Dossierscherm

        scherm = self._venster_nu.scherm
        if isinstance(scherm, Dossierscherm):
            scherm.toon_hoofdstuk(naam)

    def _boek(self) -> None:
        from ui.bouwstenen.invoer import Keuzelijst
        from ui.venster.boekscherm import Boekscherm

        self._venster_nu.toon_boek()
        boek = self._venster_nu.scherm
        if isinstance(boek, Boekscherm):
            for deel in ("producten", "regels", "keuzes"):
                boek.kies_deel(deel)
                self._neem(f"boek-{deel}")
            boek.kies_deel("verschil")
            ander = self._vind(Keuzelijst, _("Met welk boek vergelijkt u?"))
            ander.setCurrentIndex((ander.currentIndex() + 1) % ander.count())
            self._neem("boek-vergelijken")

    def _venster(self, waar: Path) -> Hoofdvenster:
        from ui.venster.hoofdvenster import Hoofdvenster

        self._venster_nu = Hoofdvenster(waar)
        self._venster_nu.resize(1280, 860)
        self._venster_nu.show()
        return self._venster_nu

    def _vind(self, soort: type[_Onderdeel], naam: str) -> _Onderdeel:
        """Een onderdeel bij de naam die een schermlezer hoort."""
        return next(o for o in self._venster_nu.scherm.findChildren(soort) if o.accessibleName().startswith(naam))

    def _neem(self, titel: str) -> None:
        """Een beeld van het venster, van bovenaf; is het blad langer, dan ook een van het hele blad."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication, QScrollArea

        # Hier draait geen gewone lus: wat opgeruimd moest worden, ruimen we zelf op, anders wordt elk beeld trager.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        # Een lang blad ligt pas na een paar rondes op zijn plek.
        for _ronde in range(12):
            QApplication.processEvents()
        lang = [r for r in self._venster_nu.findChildren(QScrollArea) if r.isVisible() and _is_lang(r)]
        for rol in lang:
            rol.verticalScrollBar().setValue(0)
        self._teller += 1
        self._bewaar(self._venster_nu, f"{self._teller:02d}-{titel}")
        for blad in filter(None, (rol.widget() for rol in lang)):
            self._bewaar(blad, f"{self._teller:02d}-{titel}-heel")

    def _bewaar(self, wat: QWidget, titel: str) -> None:
        pad = self._map / f"{self._weergave}-{titel}.png"
        wat.grab().save(str(pad))
        self._gemaakt.append(pad)

    def _klaar(self) -> None:
        if self._venster_nu.plek is not None:
            self._venster_nu.plek.sluit()
            self._venster_nu.plek = None
        self._venster_nu.close()
        self._venster_nu.deleteLater()


def _is_lang(rol: QScrollArea) -> bool:
    return rol.verticalScrollBar().maximum() > 0
