"""Twee producten naast elkaar, om samen met het gezin te bekijken."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jeugdteam_app.kern.taal import _
from jeugdteam_app.productenboek.boek import Norm
from jeugdteam_app.regels.feitzin import normzin
from jeugdteam_app.regels.kandidaten import Punt
from jeugdteam_app.werk import advies as werk
from jeugdteam_app.werk import boeken
from ui.bouwstenen.basis import Uitklapper, leeg, tekst
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.naast_elkaar import Kolomtekst, naast_elkaar
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG
from ui.bouwstenen.wachtzin import wachtzin


class Vergelijken(Uitklapper):
    """Kies er twee; eronder staat punt voor punt wat hetzelfde is en wat verschilt."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__(_("Twee producten naast elkaar"), "scale", HUIDIG.kleuren.accent)
        self._schrijver = schrijver
        self._lijsten = (Keuzelijst(), Keuzelijst())
        for lijst, opschrift in zip(self._lijsten, (_("Het ene"), _("Het andere")), strict=True):
            self.kolom.addWidget(label_bij(lijst, opschrift))
            self.kolom.addWidget(lijst)
        self._punten = kolom(None, "s")
        self.kolom.addLayout(self._punten)
        self.knop.toggled.connect(lambda _open: self._leg_naast())
        for lijst in self._lijsten:
            lijst.currentIndexChanged.connect(lambda _n: self._leg_naast())

    def zet(self, keuzes: list[tuple[str, str]]) -> None:
        """De producten waaruit iemand kiest; wat gekozen was, blijft gekozen."""
        for plek, lijst in enumerate(self._lijsten):
            gekozen = lijst.currentData()
            lijst.blockSignals(True)
            lijst.clear()
            for code, naam in keuzes:
                lijst.addItem(naam, code)
            lijst.setCurrentIndex(max(0, lijst.findData(gekozen)) if gekozen else min(plek, len(keuzes) - 1))
            lijst.blockSignals(False)
        self._leg_naast()

    def _leg_naast(self) -> None:
        leeg(self._punten)
        if not self.knop.isChecked():
            return
        een, ander = (str(lijst.currentData() or "") for lijst in self._lijsten)
        if not een or not ander:
            return
        wil = werk.woorden_van_het_gezin(self._schrijver.werkplek, self._schrijver.id)
        if wil:
            self._punten.addWidget(tekst(_("Wat wil het gezin? Leg er elk van de twee naast."), "label"))
            self._punten.addWidget(tekst("\n".join(f"‘{zin}’" for zin in wil)))
        for punt in werk.vergelijk(self._schrijver.werkplek, self._schrijver.id, (een, ander)):
            kop = _(punt.kop) if not punt.gelijk else _("{kop} (hetzelfde)").format(kop=_(punt.kop))
            self._punten.addWidget(tekst(kop, "label"))
            self._punten.addWidget(_zij_aan_zij(_zinnen(punt.een), _zinnen(punt.ander)))
        self._punten.addWidget(tekst(_("Bij wie, en hoe lang wacht u?"), "label"))
        self._punten.addWidget(_zij_aan_zij(self._wacht(een), self._wacht(ander)))

    def _wacht(self, product: str) -> list[str]:
        werkplek = self._schrijver.werkplek
        bekend = [wachtzin(w, werkplek.vandaag) for w in boeken.van_product(werkplek, product)]
        return bekend or [_("Dat is niet bekend. Vraag het na.")]


def _zij_aan_zij(een: list[str], ander: list[str]) -> QWidget:
    return naast_elkaar([Kolomtekst("\n".join(zinnen)) for zinnen in (een, ander)])


def _zinnen(punt: Punt) -> list[str]:
    zinnen = [_(zin) for zin in punt.zinnen]
    return [*zinnen, _norm(punt.norm)] if punt.norm else zinnen


def _norm(norm: Norm) -> str:
    return f"{normzin(norm)} ({_(norm.status)})"
