"""Brieven: kiezen aan wie, de tekst afmaken en als PDF bewaren."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from jeugdteam_app.dossier.brief import AAN_GEZIN, Brief, Briefsoort
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde_of
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import brieven as werk
from ui.bouwstenen.afscherming import zin_over_afgeschermd
from ui.bouwstenen.basis import Kaart, Melding, knop, links, tekst
from ui.bouwstenen.bestand import bewaar_document
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.schrijver import Schrijver


class Brieven(Kaart):
    """De brieven bij dit dossier, of alleen die van bepaalde soorten."""

    def __init__(self, schrijver: Schrijver, soorten: Sequence[Briefsoort] = tuple(Briefsoort)) -> None:
        super().__init__()
        self._schrijver = schrijver
        self.setAccessibleName(_("Brieven"))
        self.kolom.addWidget(tekst(_("Brieven"), "kop"))
        self.kolom.addWidget(tekst(_("Een brief begint met wat er al staat. Lees hem na en maak hem af."), "zacht"))
        self._soort = Keuzelijst()
        for soort in soorten:
            self._soort.addItem(_(woord(soort)), soort)
        self.kolom.addWidget(label_bij(self._soort, _("Wat voor brief?")))
        self.kolom.addWidget(self._soort)
        links(self.kolom, knop(_("Brief beginnen"), self._begin, "", "plus"))
        namen = (_("Toevoegen"), _("Brief"), _("Nog geen brieven."))
        self._lijst = Lijst(schrijver, Brief, self._vul, *namen, toon=lambda v: _soort(v) in soorten)
        self._lijst.zonder_knop()
        self.kolom.addWidget(self._lijst)

    def _begin(self) -> None:
        if not self._schrijver.doe(werk.begin, Briefsoort(self._soort.currentData())):
            return
        self._lijst.bouw()
        self._schrijver.meld_veranderd()

    def _vul(self, v: Veldenrij) -> None:
        s = self._schrijver
        soort = _soort(Brief(s.dossier.kind, v.sleutel))
        v.indeling.addWidget(tekst(_(woord(soort)), "label"))
        for zeggen in (_zonder_toestemming, _mist_ja, _afgeschermd):
            v.indeling.addWidget(_Waarschuwing(s, partial(zeggen, s, v.sleutel)))
        v.tekst(Brief.aan, _("Aan wie? (naam en adres)"), regels=2)
        v.regel(Brief.onderwerp, _("Onderwerp"))
        schrijf = v.voor_gezin if soort in AAN_GEZIN else v.tekst
        schrijf(Brief.tekst, _("De tekst van de brief"), "", 8)
        v.datum(Brief.datum, _("Datum van de brief"))
        maak = partial(werk.pdf, s.werkplek, s.id, v.sleutel)
        bewaar = partial(bewaar_document, self, s, "brief.pdf", maak)
        links(v.indeling, knop(_("Brief bewaren als PDF"), bewaar, "", "file-down"))


class _Waarschuwing(Melding):
    """Te zien zolang er iets te zeggen is; ``zeggen`` geeft de zin, of niets."""

    def __init__(self, schrijver: Schrijver, zeggen: Callable[[], str]) -> None:
        super().__init__("let_op", "")
        self._zeggen = zeggen
        schrijver.veranderd.connect(self._kijk)
        # Tonen hoort hier niet: zonder ouder zou het een eigen venster worden.
        if not self._zeg():
            self.hide()

    def _kijk(self) -> None:
        self.setHidden(not self._zeg())

    def _zeg(self) -> bool:
        zin = self._zeggen()
        self.zeg(zin)
        return bool(zin)


def _zonder_toestemming(s: Schrijver, sleutel: str) -> str:
    brief = Brief(s.dossier.kind, sleutel)
    if werk.mag_delen(s.werkplek, s.id, _soort(brief), waarde_of(brief.aan, "")):
        return ""
    return _("Er is geen toestemming opgeschreven om met hen te delen. Vraag het eerst.")


def _mist_ja(s: Schrijver, sleutel: str) -> str:
    brief = Brief(s.dossier.kind, sleutel)
    mist = werk.mist_ja_van(s.werkplek, s.id, _soort(brief), waarde_of(brief.aan, ""))
    zei = _("Over delen gaat ook: {wie}. Daarvan staat nog geen ja bij de toestemming. Vraag het eerst.")
    return zei.format(wie=", ".join(mist)) if mist else ""


def _afgeschermd(s: Schrijver, sleutel: str) -> str:
    woorden = werk.afgeschermde_woorden(s.werkplek, s.id, sleutel)
    return zin_over_afgeschermd(woorden) if woorden else ""


def _soort(brief: Any) -> Briefsoort:
    soort: Briefsoort = waarde_of(brief.wat, Briefsoort.GEZIN)
    return soort
