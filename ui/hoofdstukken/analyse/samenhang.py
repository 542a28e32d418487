"""Hoe het samenhangt: de kaart, en bij het gekozen vak waar het toe leidt."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from jeugdteam_app.dossier.analyse import Factor
from jeugdteam_app.dossier.samenhang import opschrift, samenhang
from jeugdteam_app.kern.feit import Bekend, waarde_of
from jeugdteam_app.kern.taal import _, ngettext
from ui.bouwstenen.basis import leeg, tekst
from ui.bouwstenen.formulier import Veldenrij
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.tekeningen.samenhang import Kaart
from ui.tekeningen.tekenblad import Tekenvenster


class Samenhangdeel(QWidget):
    """De kaart van wat meespeelt, te veranderen met de muis en met het toetsenbord."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self.schrijver = schrijver
        self._gekozen = ""
        indeling = kolom(self, "s")
        indeling.addWidget(tekst(_("Hoe hangt het samen?"), "label"))
        hulp = _(
            "Klik op een vak, of ga met de pijltjes en druk Enter. Zeg dan waar het toe leidt, of sleep een pijl naar "
            "een ander vak. Volle lijn: zelf getrokken. Streepjes: wijst vanzelf naar de vraag."
        )
        indeling.addWidget(tekst(hulp, "zacht"))
        self.kaart = Kaart()
        self._venster = Tekenvenster(self.kaart)
        indeling.addWidget(self._venster)
        self._los = tekst("", "zacht")
        indeling.addWidget(self._los)
        self._keuze = kolom(None, "s")
        indeling.addLayout(self._keuze)
        self.kaart.gekozen.connect(self._kies)
        self.kaart.verbonden.connect(self._verbind)

    def ververs(self) -> None:
        """Tekent de kaart opnieuw uit het dossier; zonder iets dat meespeelt is er nog geen kaart."""
        van = samenhang(self.schrijver.dossier)
        self.setVisible(len(van.vakken) > 1 or bool(van.los))
        self.kaart.toon(van)
        self._venster.pas()
        zin = ngettext(
            "Eén factor staat nog niet op de kaart: zeg eerst wat hij doet.",
            "{aantal} factoren staan nog niet op de kaart: zeg eerst wat ze doen.",
            len(van.los),
        )
        self._los.setText(zin.format(aantal=len(van.los)))
        self._los.setVisible(bool(van.los))
        if self._gekozen and all(v.sleutel != self._gekozen for v in van.vakken):
            self._kies("")

    def _kies(self, sleutel: str) -> None:
        self._gekozen = sleutel
        leeg(self._keuze)
        gekozen = {v.sleutel: v for v in samenhang(self.schrijver.dossier).vakken if v.aard}.get(sleutel)
        if gekozen is None:
            return
        v = Veldenrij(self.schrijver, self._keuze, sleutel)
        opschrift = _("Waar leidt ‘{factor}’ toe?").format(factor=gekozen.tekst)
        uitleg = _("Kiest u niets, dan wijst de pijl naar de vraag.")
        v.aanvinken(Factor.leidt_tot, opschrift, partial(self._andere, sleutel), uitleg)

    def _andere(self, sleutel: str) -> list[tuple[str, str]]:
        vakken = samenhang(self.schrijver.dossier).vakken
        return [(v.tekst or opschrift(None, _), v.sleutel) for v in vakken if v.sleutel != sleutel]

    def _verbind(self, van: str, naar: str) -> None:
        oud = waarde_of(Factor(self.schrijver.dossier.kind, van).leidt_tot, ())
        # Wees de pijl eerst vanzelf naar de vraag, dan komt deze in de plaats daarvan.
        nieuw = tuple(dict.fromkeys((*oud, naar)))
        self.schrijver.schrijf(Band(van, Factor.leidt_tot), Bekend(nieuw))
        self.kaart.kies(van)
