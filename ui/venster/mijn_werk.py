"""Mijn werk: wat te laat is, wat vandaag hoort en wat eraan komt; per dag of per gezin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.post import Berichtsoort
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import N_, _, ngettext
from jeugdteam_app.opdrachtregel.zinnen import zin
from jeugdteam_app.werk import postvak
from jeugdteam_app.werk.mijn_werk import Taak, Wanneer, mijn_werk
from jeugdteam_app.werk.werkplek import Werkplek
from ui.bouwstenen.basis import Kaart, Melding, knop, leeg, links, tekst
from ui.bouwstenen.bestand import open_bestand
from ui.bouwstenen.indeling import Blad, kolom
from ui.bouwstenen.invoer import label_bij

KOPPEN = {
    Wanneer.TE_LAAT: N_("Te laat"),
    Wanneer.VANDAAG: N_("Vandaag"),
    Wanneer.BINNENKORT: N_("De komende twee weken"),
    Wanneer.LATER: N_("Later"),
}
_BEELD = {
    Wanneer.TE_LAAT: "triangle-alert",
    Wanneer.VANDAAG: "circle-alert",
    Wanneer.BINNENKORT: "milestone",
    Wanneer.LATER: "circle",
}


def samenvatting(taken: tuple[Taak, ...]) -> str:
    """Eén zin voor de ochtend; is er niets dat dringt, dan een lege."""
    aantal = {wanneer: sum(t.wanneer is wanneer for t in taken) for wanneer in Wanneer}
    delen = [
        ngettext("{aantal} ding te laat", "{aantal} dingen te laat", aantal[Wanneer.TE_LAAT]),
        ngettext("{aantal} ding vandaag", "{aantal} dingen vandaag", aantal[Wanneer.VANDAAG]),
        ngettext("{aantal} in de komende twee weken", "{aantal} in de komende twee weken", aantal[Wanneer.BINNENKORT]),
    ]
    paren = zip(delen, (Wanneer.TE_LAAT, Wanneer.VANDAAG, Wanneer.BINNENKORT), strict=True)
    return ", ".join(zin.format(aantal=aantal[wanneer]) for zin, wanneer in paren if aantal[wanneer])


class MijnWerk(Blad):
    """De lijst van alles wat aan de beurt is."""

    klaar = Signal()
    naar = Signal(str, str)

    def __init__(self, werkplek: Werkplek) -> None:
        super().__init__(bovenaan=True)
        self._werkplek, self._taken = werkplek, mijn_werk(werkplek)
        self.kolom.addWidget(tekst(_("Mijn werk"), "titel"))
        self.kolom.addWidget(tekst(_("Wat aan de beurt is, waarom, en waar u het doet.")))
        self.zoek = QLineEdit()
        self.kolom.addWidget(label_bij(self.zoek, _("Zoek op naam, gezin of wat er moet gebeuren")))
        self.kolom.addWidget(self.zoek)
        self.per_gezin = QCheckBox(_("Per gezin bij elkaar"))
        self.per_gezin.setAccessibleName(self.per_gezin.text())
        self.kolom.addWidget(self.per_gezin)
        self._lijst = kolom(None, "l")
        self.kolom.addLayout(self._lijst)
        self._bericht = kolom(None, "s")
        links(self.kolom, knop(_("Bericht van een aanbieder inlezen"), self._lees, "", "folder-open"))
        self.kolom.addLayout(self._bericht)
        links(self.kolom, knop(_("Terug"), self.klaar.emit, "stil"))
        self.zoek.textChanged.connect(lambda _t: self._toon())
        self.per_gezin.toggled.connect(lambda _aan: self._toon())
        self.begin: QWidget = self.zoek
        self._toon()

    def _lees(self) -> None:
        """Laat eerst zien wat er in het bericht staat en bij wie het hoort; daarna neemt iemand het over."""
        pad = open_bestand(self, _("Welk bericht?"), _("Berichten (*.xml)"))
        if pad is None:
            return
        leeg(self._bericht)
        try:
            gelezen = postvak.bekijk(self._werkplek, pad)
        except Fout as fout:
            self._bericht.addWidget(Melding("fout", zin(fout)))
            return
        naam = self._werkplek.dossier(gelezen.dossier).een(Jeugdige).aanspreeknaam or _("Nieuwe vraag")
        wat = _(woord(gelezen.bericht.soort))
        melding = Melding("info", _("Dit bericht hoort bij {naam}: {wat}.").format(naam=naam, wat=wat))
        if gelezen.onbekend:
            nummers = ", ".join(map(str, gelezen.onbekend))
            zonder = _("Toewijzing {nummers} staat niet in dit dossier; daarvan wordt niets overgenomen.")
            melding.rechts.addWidget(tekst(zonder.format(nummers=nummers)))
        opnemen = knop(_("Opnemen in het dossier"), partial(self._neem_op, gelezen), "hoofd", "check")
        links(melding.rechts, opnemen)
        links(melding.rechts, knop(_("Niet opnemen"), partial(leeg, self._bericht), "stil"))
        self._bericht.addWidget(melding)
        opnemen.setFocus()

    def _neem_op(self, gelezen: postvak.Ingelezen) -> None:
        try:
            postvak.neem_op(self._werkplek, gelezen)
        except Fout as fout:
            leeg(self._bericht)
            self._bericht.addWidget(Melding("fout", zin(fout)))
            return
        hoofdstuk = "overhandigen" if gelezen.bericht.soort is Berichtsoort.RETOUR else "toewijzing"
        self.naar.emit(gelezen.dossier, hoofdstuk)

    def _toon(self) -> None:
        leeg(self._lijst)
        woorden = self.zoek.text().lower().split()
        gevonden = [t for t in self._taken if all(w in _zoektekst(t) for w in woorden)]
        if not gevonden:
            niets = _("Niets gevonden.") if woorden else _("Er is nu niets aan de beurt. Fijn.")
            self._lijst.addWidget(tekst(niets, "zacht"))
        if self.per_gezin.isChecked():
            self._groepen(gevonden, lambda t: t.gezin or t.naam or _("Nieuwe vraag"))
        else:
            volgorde = list(Wanneer)
            gevonden.sort(key=lambda t: volgorde.index(t.wanneer))
            self._groepen(gevonden, lambda t: _(KOPPEN[t.wanneer]))

    def _groepen(self, taken: list[Taak], kop: Callable[[Taak], str]) -> None:
        gegroepeerd = sorted(taken, key=kop) if self.per_gezin.isChecked() else taken
        for naam, groep in groupby(gegroepeerd, key=kop):
            kaart = Kaart()
            kaart.setAccessibleName(naam)
            kaart.kolom.addWidget(tekst(naam, "kop"))
            for taak in groep:
                self._taak(kaart, taak)
            self._lijst.addWidget(kaart)

    def _taak(self, kaart: Kaart, taak: Taak) -> None:
        punt = taak.punt
        # Wat het gezin zelf opschreef, zegt meer dan dat het een afspraak is.
        wat, over = (punt.over, _(punt.wat)) if punt.code == "actie" else (_(punt.wat), _(punt.over))
        opschrift = f"{taak.naam or _('Nieuwe vraag')}: {wat}"
        ga = partial(self.naar.emit, taak.dossier, punt.hoofdstuk)
        links(kaart.kolom, knop(opschrift, ga, "", _BEELD[taak.wanneer]))
        dag = _("tot en met {dag}") if punt.weten and punt.code == "bezwaar" else _("uiterlijk {dag}")
        delen = [_(KOPPEN[taak.wanneer]), dag.format(dag=toon_datum(punt.dag)), over, str(punt.bron)]
        kaart.kolom.addWidget(tekst(" · ".join(d for d in delen if d), "zacht"))


def _zoektekst(taak: Taak) -> str:
    return f"{taak.naam} {taak.gezin} {_(taak.punt.wat)} {taak.punt.over}".lower()
