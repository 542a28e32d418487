"""Een andere wachtzin kiezen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import organisatie, wachtzin
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, bezig, knop, leeg, links, tekst
from ui.bouwstenen.bestand import open_bestand
from ui.bouwstenen.indeling import Blad, kolom
from ui.bouwstenen.invoer import label_bij
from ui.venster.openen import toonvakje, wachtveld


def kent_nog() -> str:
    """Wat er staat zolang het slot van de organisatie wel weg is, maar de sleutel nog dezelfde."""
    return _(
        "Het slot van uw organisatie is weg, maar zij kan er met de oude sleutel nog bij. Na een nieuwe sleutel kan "
        "dat niet meer."
    )


class Wachtzinblad(Blad):
    """De oude wachtzin, en twee keer de nieuwe."""

    klaar = Signal()
    vernieuwen = Signal()

    def __init__(self, werkplek: Werkplek) -> None:
        super().__init__(bovenaan=True)
        self._werkplek = werkplek
        self.kolom.addWidget(tekst(_("Een andere wachtzin"), "titel"))
        kaart = Kaart()
        uitleg = _(
            "De herstelsleutel op papier blijft gelden. Ook uw reservekopieën gaan daarna met de nieuwe wachtzin open. "
            "Is de plek met kopieën er nu niet? Dan gaan ze nog met de oude open, tot u daar een kopie maakt. Kan "
            "iemand anders uw wachtzin of papier kennen? Vernieuw dan de sleutel."
        )
        kaart.kolom.addWidget(tekst(uitleg, "zacht"))
        self._oud, self._nieuw, self._nog_eens = wachtveld(), wachtveld(), wachtveld()
        for veld, opschrift in (
            (self._oud, _("Uw wachtzin van nu, of de 24 woorden van uw papier")),
            (self._nieuw, _("De nieuwe wachtzin")),
            (self._nog_eens, _("Typ de nieuwe wachtzin nog eens")),
        ):
            kaart.kolom.addWidget(label_bij(veld, opschrift))
            kaart.kolom.addWidget(veld)
        kaart.kolom.addWidget(toonvakje(self._oud, self._nieuw, self._nog_eens))
        self._bericht = kolom()
        kaart.kolom.addLayout(self._bericht)
        self._verander = knop(_("Wachtzin veranderen"), self._doe, "hoofd", "key-round")
        links(kaart.kolom, self._verander)
        links(kaart.kolom, knop(_("De sleutel vernieuwen"), self.vernieuwen.emit, "", "shield-check"))
        self.kolom.addWidget(kaart)
        self._organisatie = kolom(None, "s")
        self._maak_organisatie()
        links(self.kolom, knop(_("Terug"), self.klaar.emit, "stil"))
        self.begin = self._oud

    def _maak_organisatie(self) -> None:
        """Mag, hoeft niet: zo zijn dossiers niet weg als iemand wegvalt."""
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(_("Sleutel van de organisatie"), "kop"))
        uitleg = _(
            "Met dit slot kan uw organisatie deze werkplek openen als u er niet meer bij kunt. Zij bewaart de "
            "geheime helft. "
            "Na het weghalen vernieuwt u de sleutel: de oude kent uw organisatie nog. Het scherm daarvoor komt vanzelf."
        )
        kaart.kolom.addWidget(tekst(uitleg, "zacht"))
        self._geheim = wachtveld()
        kaart.kolom.addWidget(label_bij(self._geheim, _("Uw wachtzin, om hier iets te veranderen")))
        kaart.kolom.addWidget(self._geheim)
        kaart.kolom.addWidget(toonvakje(self._geheim))
        kaart.kolom.addLayout(self._organisatie)
        self.kolom.addWidget(kaart)
        self._toon_organisatie()

    def _toon_organisatie(self) -> None:
        leeg(self._organisatie)
        if organisatie.heeft_slot(self._werkplek):
            self._organisatie.addWidget(Melding("info", _("Uw organisatie kan deze werkplek openen.")))
            links(self._organisatie, knop(_("Slot van de organisatie weghalen"), self._haal_weg, "stil", "trash-2"))
        else:
            zetten = knop(_("Slot van de organisatie erop zetten"), self._zet_slot, "", "folder-open")
            links(self._organisatie, zetten)
            if organisatie.kent_de_sleutel_nog(self._werkplek):
                self._organisatie.addWidget(Melding("let_op", kent_nog()))

    def _zet_slot(self) -> None:
        pad = open_bestand(self, _("Welke openbare sleutel?"), _("Alle bestanden (*)"))
        if pad is not None:
            geheim = self._geheim.text()
            self._verander_slot(lambda: organisatie.zet_slot(self._werkplek, pad, geheim), self._slot_erop)

    def _haal_weg(self) -> None:
        """Wie het slot nog heeft, houdt de oude sleutel; daarom hoort er meteen een nieuwe bij."""
        geheim = self._geheim.text()
        self._verander_slot(lambda: organisatie.haal_slot_weg(self._werkplek, geheim), self._slot_eraf)

    def _verander_slot(self, verander: Callable[[], None], daarna: Callable[[object], None]) -> None:
        leeg(self._organisatie)
        self._organisatie.addWidget(bezig(_("Bezig met veranderen")))
        doe(self, verander, daarna, self._slot_mislukt)

    def _slot_eraf(self, _niets: object) -> None:
        self.vernieuwen.emit()

    def _slot_erop(self, _niets: object) -> None:
        self._geheim.clear()
        self._toon_organisatie()

    def _slot_mislukt(self, fout: Fout) -> None:
        self._toon_organisatie()
        self._organisatie.addWidget(Melding("fout", zin(fout)))
        self._geheim.setFocus()

    def _doe(self) -> None:
        if not self._verander.isEnabled():
            return
        oud, nieuw = self._oud.text(), self._nieuw.text()
        if nieuw != self._nog_eens.text():
            self._meld(InvoerFout("wachtzin-ongelijk"))
            return
        leeg(self._bericht)
        self._bericht.addWidget(bezig(_("Bezig met veranderen")))
        self._verander.setDisabled(True)
        doe(self, lambda: wachtzin.verander(self._werkplek, oud, nieuw), self._gelukt, self._meld)

    def _gelukt(self, _niets: object) -> None:
        for veld in (self._oud, self._nieuw, self._nog_eens):
            veld.clear()
        leeg(self._bericht)
        self._bericht.addWidget(Melding("goed", _("Vanaf nu opent u met de nieuwe wachtzin.")))
        self._verander.setDisabled(False)

    def _meld(self, fout: Fout) -> None:
        leeg(self._bericht)
        self._bericht.addWidget(Melding("fout", zin(fout)))
        self._verander.setDisabled(False)
        (self._oud if fout.code == "wachtzin-onjuist" else self._nieuw).setFocus()
