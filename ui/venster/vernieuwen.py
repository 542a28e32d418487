"""De sleutel van de werkplek vernieuwen: wachtzin, een nieuw papier, en dan alles opnieuw versleutelen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.taal import _, ngettext
from jeugdteam_app.werk import collegas, reservekopie, vernieuwen
from jeugdteam_app.werk.vernieuwen import NieuweSleutel
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.achtergrond import doe
from ui.bouwstenen.basis import Kaart, Melding, bezig, knop, leeg, links, tekst
from ui.bouwstenen.herstelpapier import Overtypen, Woordenvak, druk_af, kies_plekken
from ui.bouwstenen.indeling import Blad, kolom, rij
from ui.bouwstenen.invoer import label_bij
from ui.venster.openen import toonvakje, wachtveld


class Vernieuwblad(Blad):
    """Drie stappen; tot en met de tweede is er niets veranderd."""

    klaar = Signal()

    def __init__(self, werkplek: Werkplek, hoofdmap: Path) -> None:
        super().__init__(bovenaan=True)
        self._werkplek, self._hoofdmap = werkplek, hoofdmap
        self.kolom.addWidget(tekst(_("De sleutel vernieuwen"), "titel"))
        self._kaart = Kaart()
        self.kolom.addWidget(self._kaart)
        self._bericht = kolom()
        self.kolom.addLayout(self._bericht)
        links(self.kolom, knop(_("Terug"), self.klaar.emit, "stil"))
        self._oud, self._nieuw, self._nog_eens = wachtveld(), wachtveld(), wachtveld()
        self._doen: QPushButton | None = None
        self._eerste()
        self.begin = self._oud

    def _eerste(self) -> None:
        k = self._kaart.kolom
        uitleg = _(
            "Doe dit als iemand anders uw wachtzin of uw papier kan kennen. Alles wordt opnieuw versleuteld. De oude "
            "wachtzin en het oude papier passen daarna niet meer. Oude reservekopieën gaan weg waar het programma "
            "erbij kan. Een slot van uw organisatie zet u daarna opnieuw."
        )
        k.addWidget(tekst(uitleg))
        for veld, opschrift in (
            (self._oud, _("Uw wachtzin van nu, of de 24 woorden van uw papier")),
            (self._nieuw, _("De nieuwe wachtzin")),
            (self._nog_eens, _("Typ de nieuwe wachtzin nog eens")),
        ):
            k.addWidget(label_bij(veld, opschrift))
            k.addWidget(veld)
        k.addWidget(toonvakje(self._oud, self._nieuw, self._nog_eens))
        self._verder = knop(_("Verder"), self._naar_papier, "hoofd")
        links(k, self._verder)

    def _naar_papier(self) -> None:
        if not self._verder.isEnabled():
            return
        oud, nieuw = self._oud.text(), self._nieuw.text()
        if nieuw != self._nog_eens.text():
            self._meld(InvoerFout("wachtzin-ongelijk"))
            return
        self._zeg_bezig(_("Bezig met nakijken"))
        self._verder.setDisabled(True)
        doe(self, lambda: vernieuwen.bereid_voor(self._werkplek, oud, nieuw), self._papier, self._meld)

    def _papier(self, nieuw: NieuweSleutel) -> None:
        for veld in (self._oud, self._nieuw, self._nog_eens):
            veld.clear()
        leeg(self._bericht)
        leeg(self._kaart.kolom)
        k = self._kaart.kolom
        k.addWidget(tekst(_("Uw nieuwe herstelsleutel"), "kop"))
        k.addWidget(tekst(_("Druk deze 24 woorden af of schrijf ze over. Het oude papier geldt straks niet meer.")))
        k.addWidget(Melding("let_op", _("Bewaar het papier niet bij de laptop. Wie het heeft, kan alles lezen.")))
        woorden = nieuw.herstelwoorden
        k.addWidget(Woordenvak(woorden))
        links(k, knop(_("Afdrukken"), lambda: druk_af(self, nieuw.naam, woorden), "", "printer"))
        onder = rij()
        onder.addStretch(1)
        verder = knop(_("Ik heb ze op papier"), lambda: self._nakijken(nieuw), "hoofd")
        onder.addWidget(verder)
        k.addLayout(onder)
        verder.setFocus()

    def _nakijken(self, nieuw: NieuweSleutel) -> None:
        leeg(self._kaart.kolom)
        k = self._kaart.kolom
        k.addWidget(tekst(_("Typ drie woorden van uw nieuwe papier over."), "kop"))
        plekken = kies_plekken(nieuw.herstelwoorden)
        self._woorden = Overtypen(nieuw.herstelwoorden, plekken, lambda: self._vernieuw(nieuw))
        k.addWidget(self._woorden)
        doen = self._doen = knop(_("Alles opnieuw versleutelen"), lambda: self._vernieuw(nieuw), "hoofd", "key-round")
        links(k, doen)
        self._woorden.velden[0][1].setFocus()

    def _vernieuw(self, nieuw: NieuweSleutel) -> None:
        if self._doen is None or not self._doen.isEnabled():
            return
        if fout := self._woorden.fout():
            self._meld(fout)
            return
        self._zeg_bezig(_("Bezig met versleutelen. Zet de laptop niet uit."))
        self._doen.setDisabled(True)

        def alles() -> int:
            vernieuwen.vernieuw(self._werkplek, nieuw, self._hoofdmap)
            return len(reservekopie.met_oude_sleutel(self._werkplek))

        doe(self, alles, self._gelukt, self._meld)

    def _gelukt(self, nog: int) -> None:
        leeg(self._kaart.kolom)
        leeg(self._bericht)
        gelukt = _("Alles is opnieuw versleuteld. Vanaf nu gelden alleen de nieuwe wachtzin en het nieuwe papier.")
        self._kaart.kolom.addWidget(Melding("goed", gelukt))
        if collegas.alle(self._werkplek):
            kaartje = _(
                "Ook uw kaartje is nieuw. Geef het aan uw collega's en lees de cijfers opnieuw na. Tot dan nemen zij "
                "niets van u aan. Wat al naar u onderweg is, kunt u nog lezen."
            )
            self._kaart.kolom.addWidget(Melding("let_op", kaartje))
        if nog:
            waar = ngettext(
                "Op één plek liggen misschien nog kopieën die met de oude sleutel opengaan. Sluit die aan en maak een "
                "kopie, dan gaan ze weg.",
                "Op {aantal} plekken liggen misschien nog kopieën die met de oude sleutel opengaan. Sluit ze aan en "
                "maak een kopie, dan gaan ze weg.",
                nog,
            )
            self._kaart.kolom.addWidget(Melding("let_op", waar.format(aantal=nog)))

    def _zeg_bezig(self, zin_: str) -> None:
        leeg(self._bericht)
        self._bericht.addWidget(bezig(zin_))

    def _meld(self, fout: Fout) -> None:
        leeg(self._bericht)
        self._bericht.addWidget(Melding("fout", zin(fout)))
        if self._doen is not None:
            self._doen.setDisabled(False)
            return
        self._verder.setDisabled(False)
        (self._oud if fout.code == "wachtzin-onjuist" else self._nieuw).setFocus()
