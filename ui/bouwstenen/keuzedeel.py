"""Wat twee mensen anders schreven en op dit blad nergens anders te kiezen is: bovenaan, met elk antwoord erbij."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from jeugdteam_app.dossier.dossier import MEERVOUDIG
from jeugdteam_app.dossier.velden import REGISTER
from jeugdteam_app.journaal.wijziging import VERWIJDERD
from jeugdteam_app.kern.feit import Conflict
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk.verschillen import ding, namen
from jeugdteam_app.werk.voortgang import hoofdstuk_van
from ui.bouwstenen.basis import Melding, knop, leeg, links, tekst
from ui.bouwstenen.feiten import met_namen, veldnaam, woorden
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.velden import Veldvorm, stemwoorden
from ui.bouwstenen.weghaalvraag import KEUZE_VOOR, weghaalvraag

_SOORTEN = {soort.soort: soort for soort in MEERVOUDIG}


class Keuzedeel(QWidget):
    """Een vraag per verschil dat in dit hoofdstuk hoort en waar geen veld voor op het blad staat."""

    def __init__(self, schrijver: Schrijver, blad: QWidget, hoofdstuk: str) -> None:
        super().__init__()
        self._schrijver, self._blad, self._hoofdstuk = schrijver, blad, hoofdstuk
        self._kolom = kolom(self, "s")
        self._kolom.setContentsMargins(0, 0, 0, 0)

    def ververs(self) -> None:
        """Kijkt opnieuw wat er te kiezen is."""
        leeg(self._kolom)
        te_kiezen = list(self._zonder_plek())
        for botsing in te_kiezen:
            self._zet(*botsing.partition("/")[::2])
        self.setVisible(bool(te_kiezen))

    def _zonder_plek(self) -> Iterator[str]:
        velden = (v.band for v in self._blad.findChildren(Veldvorm))
        op_het_blad = {f"{band.sleutel}/{band.veld.id}" for band in velden}
        op_het_blad |= {str(w.property(KEUZE_VOOR)) for w in self._blad.findChildren(QWidget) if w.property(KEUZE_VOOR)}
        for botsing in self._schrijver.dossier.conflicten():
            if hoofdstuk_van(botsing.partition("/")[0]) == self._hoofdstuk and botsing not in op_het_blad:
                yield botsing

    def _zet(self, sleutel: str, veld: str) -> None:
        if veld == VERWIJDERD:
            self._zet_weghalen(sleutel)
            return
        band = Band(sleutel, REGISTER[veld])
        feit = self._schrijver.lees(band)
        if not isinstance(feit, Conflict):
            return
        heten = namen(self._schrijver.dossier)
        stand = self._schrijver.dossier.stand_van(band.veld.eigenaar)
        wat = ": ".join(filter(None, (_(ding(sleutel, stand)), veldnaam(veld))))
        vraag = _("{wat}. Hier staan twee verschillende antwoorden.").format(wat=met_namen(wat, heten))
        melding = Melding("let_op", vraag)
        for stem in feit.stemmen:
            melding.rechts.addWidget(tekst(met_namen(f"{stem.auteur}: {stemwoorden(stem, woorden)}", heten)))
            if stem.feit is not None:
                kies = partial(self._schrijver.schrijf, band, stem.feit)
                links(melding.rechts, knop(_("Kies wat {wie} schreef").format(wie=stem.auteur), kies, "", "check"))
        self._kolom.addWidget(melding)

    def _zet_weghalen(self, sleutel: str) -> None:
        soort = _SOORTEN[sleutel.partition(":")[0]]
        vraag = weghaalvraag(self._schrijver, soort, sleutel, self._schrijver.meld_veranderd)
        if vraag is not None:
            # Deze vraag hoort bij dit deel zelf: de volgende keer telt zij niet als een plek op het blad.
            vraag.setProperty(KEUZE_VOOR, "")
            stand = self._schrijver.dossier.stand_van(soort)
            self._kolom.addWidget(tekst(ding(sleutel, stand), "label"))
            self._kolom.addWidget(vraag)
