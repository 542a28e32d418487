"""Mijn werk: wat te laat is, wat vandaag hoort en wat eraan komt; per dag of per gezin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.post import Berichtsoort
from jeugdteam_app.dossier.toewijzing import Normuitkomst
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import N_, _, ngettext
from jeugdteam_app.regels.punt import Punt
from jeugdteam_app.werk import berichtenlijst, cijfers, postvak
from jeugdteam_app.werk.mijn_werk import Stand, Taak, Wanneer, mijn_werk
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.basis import Kaart, Melding, Uitklapper, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_als, open_bestand
from ui.bouwstenen.indeling import Blad, kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.stijl import HUIDIG
from ui.venster.dossierscherm import HOOFDSTUKKEN

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


STANDEN = {
    Stand.TE_DOEN: N_("Wat u moet doen"),
    Stand.WACHT: N_("Waar een gezin of aanbieder op wacht"),
    Stand.BEANTWOORD: N_("Wat pas is beantwoord"),
    Stand.TEGENSPRAAK: N_("Waar twee antwoorden staan"),
    Stand.WETEN: N_("Wat goed is om te weten"),
}


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
        self.soort = Keuzelijst()
        self.soort.addItem(_("Alles ({aantal})").format(aantal=len(self._taken)), None)
        for stand, opschrift in STANDEN.items():
            aantal = sum(t.stand is stand for t in self._taken)
            self.soort.addItem(f"{_(opschrift)} ({aantal})", stand)
        self.kolom.addWidget(label_bij(self.soort, _("Wat wilt u zien?")))
        self.kolom.addWidget(self.soort)
        self.per_gezin = QCheckBox(_("Per gezin bij elkaar"))
        self.per_gezin.setAccessibleName(self.per_gezin.text())
        self.kolom.addWidget(self.per_gezin)
        self._lijst = kolom(None, "l")
        self.kolom.addLayout(self._lijst)
        self._bericht = kolom(None, "s")
        links(self.kolom, knop(_("Bericht van een aanbieder inlezen"), self._lees, "", "folder-open"))
        self.kolom.addLayout(self._bericht)
        self.kolom.addWidget(Berichten(werkplek, self.naar.emit))
        self.kolom.addWidget(Cijfers(werkplek))
        links(self.kolom, knop(_("Terug"), self.klaar.emit, "stil"))
        self.zoek.textChanged.connect(lambda _t: self._toon())
        self.soort.currentIndexChanged.connect(lambda _n: self._toon())
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
        melding = Melding("info", self._waar_het_hoort(gelezen))
        if gelezen.onbekend:
            nummers = ", ".join(map(str, gelezen.onbekend))
            zonder = _("Toewijzing {nummers} staat niet in dit dossier; daarvan wordt niets overgenomen.")
            melding.rechts.addWidget(tekst(zonder.format(nummers=nummers)))
        opschrift = _("Opnemen in het dossier") if gelezen.dossier else _("Een dossier beginnen met dit verzoek")
        opnemen = knop(opschrift, partial(self._neem_op, gelezen), "hoofd", "check")
        links(melding.rechts, opnemen)
        links(melding.rechts, knop(_("Niet opnemen"), partial(leeg, self._bericht), "stil"))
        self._bericht.addWidget(melding)
        opnemen.setFocus()

    def _waar_het_hoort(self, gelezen: postvak.Ingelezen) -> str:
        wat = _(woord(gelezen.bericht.soort))
        if not gelezen.dossier:
            nieuw = _("Dit kind is hier nog niet bekend: {wat}. Kijk eerst of een collega het dossier heeft.")
            return nieuw.format(wat=wat)
        naam = self._werkplek.dossier(gelezen.dossier).een(Jeugdige).aanspreeknaam or _("Nieuwe vraag")
        return _("Dit bericht hoort bij {naam}: {wat}.").format(naam=naam, wat=wat)

    def _neem_op(self, gelezen: postvak.Ingelezen) -> None:
        try:
            dossier = postvak.neem_op(self._werkplek, gelezen)
        except Fout as fout:
            leeg(self._bericht)
            self._bericht.addWidget(Melding("fout", zin(fout)))
            return
        hoofdstuk = "overhandigen" if gelezen.bericht.soort is Berichtsoort.RETOUR else "toewijzing"
        self.naar.emit(dossier, hoofdstuk)

    def _toon(self) -> None:
        leeg(self._lijst)
        woorden = self.zoek.text().lower().split()
        soort = self.soort.currentData()
        gevonden = [t for t in self._taken if soort in (None, t.stand) and all(w in _zoektekst(t) for w in woorden)]
        if not gevonden:
            niets = _("Niets gevonden.") if woorden or soort else _("Er is nu niets aan de beurt. Fijn.")
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
        if punt.code == "tegenspraak":
            over = next((_(kop) for naam, kop, _beeld in HOOFDSTUKKEN if naam == punt.hoofdstuk), over)
        opschrift = f"{taak.naam or _('Nieuwe vraag')}: {wat}"
        ga = partial(self.naar.emit, taak.dossier, punt.hoofdstuk)
        links(kaart.kolom, knop(opschrift, ga, "", _BEELD[taak.wanneer]))
        # Staat het per dag bij elkaar, dan zegt de kop al wanneer.
        wanneer = _(KOPPEN[taak.wanneer]) if self.per_gezin.isChecked() else ""
        dag = _("op {dag}") if punt.weten else _("uiterlijk {dag}")
        if punt.code == "bezwaar":
            dag = _("tot en met {dag}")
        delen = [wanneer, dag.format(dag=toon_datum(punt.dag)), _verschoven(punt), over, str(punt.bron)]
        kaart.kolom.addWidget(tekst(" · ".join(d for d in delen if d), "zacht"))


def _verschoven(punt: Punt) -> str:
    """Waarom een termijn later eindigt dan geteld: de Algemene termijnenwet, of feestdagen tussen de werkdagen."""
    if punt.verschoven is None:
        return ""
    waarom = ", ".join(punt.verschoven.feestdagen) or _("het weekend")
    dag = toon_datum(punt.verschoven.van)
    return _("later door {waarom}; anders was het {dag}").format(waarom=waarom, dag=dag)


class Berichten(Uitklapper):
    """Wat er met aanbieders ging en kwam, over alle gezinnen."""

    def __init__(self, werkplek: Werkplek, naar: Callable[[str, str], None]) -> None:
        super().__init__(_("Berichten: wat ging en wat kwam"), "file-text", HUIDIG.kleuren.accent)
        self._werkplek, self._naar = werkplek, naar
        self.vul_bij_openen(self._vul)

    def _vul(self, waarin: QVBoxLayout) -> None:
        regels = berichtenlijst.berichten(self._werkplek)
        if not regels:
            waarin.addWidget(tekst(_("Nog geen berichten."), "zacht"))
            return
        uitleg = _("Een lijst zonder namen, voor wie de berichten verstuurt.")
        _bewaarknop(waarin, uitleg, _("berichten.csv"), partial(berichtenlijst.schrijf_lijst, self._werkplek))
        for regel in regels:
            naam = regel.naam or _("Nieuwe vraag")
            opschrift = f"{toon_datum(regel.op)} · {naam} · {_(woord(regel.stuk.soort))}"
            links(waarin, knop(opschrift, partial(self._naar, regel.dossier, "overhandigen"), "stil"))
            waarin.addWidget(tekst(f"{_(berichtenlijst.STANDEN[regel.stand])} · {regel.stuk.identificatie}", "zacht"))


_MATEN = {
    cijfers.Maat.UITVAL: N_("Tot het einde gebleven"),
    cijfers.Maat.ZONDER_HULP: N_("Kan zonder deze hulp verder"),
    cijfers.Maat.GEEN_NIEUWE_START: N_("Een jaar lang geen nieuwe hulp nodig"),
    cijfers.Maat.VERMINDERD: N_("Minder problemen, of beter meedoen"),
    cijfers.Maat.DOELEN: N_("Doelen bereikt"),
}


class Cijfers(Uitklapper):
    """Hoe de besluiten bij de norm passen, en wie te lang wacht: om over te praten, niet om op af te rekenen."""

    def __init__(self, werkplek: Werkplek) -> None:
        super().__init__(_("Besluiten en wachttijden geteld"), "scale", HUIDIG.kleuren.accent)
        self._werkplek = werkplek
        self.vul_bij_openen(self._vul)

    def _vul(self, waarin: QVBoxLayout) -> None:
        geteld = cijfers.normstand(self._werkplek)
        waarin.addWidget(tekst(_("Besluiten op deze laptop, naast de norm van het productenboek"), "label"))
        for uitkomst in Normuitkomst:
            waarin.addWidget(tekst(f"{geteld[uitkomst]} × {_(woord(uitkomst))}"))
        self._vul_uitkomsten(waarin)
        lang = cijfers.lang_wachten(self._werkplek)
        maanden = cijfers.te_lang_maanden(self._werkplek)
        waarin.addWidget(
            tekst(_("Te lang wachten op hulp: langer dan {aantal} maanden").format(aantal=maanden), "label")
        )
        for een in lang:
            regel = _("{product} bij {aanbieder}: wacht {weken} weken (besluit {nummer})")
            if not een.besluitnummer:
                regel = _("Nog geen besluit: wacht {weken} weken sinds de aanvraag")
            wie = een.aanbieder or _("een aanbieder die nog niet is gekozen")
            zin_ = regel.format(product=_(een.product), aanbieder=wie, weken=een.weken, nummer=een.besluitnummer)
            waarin.addWidget(tekst(zin_))
        if not lang:
            waarin.addWidget(tekst(_("Niemand."), "zacht"))
            return
        uitleg = _("Een lijst zonder namen, voor wie de contracten beheert.")
        _bewaarknop(waarin, uitleg, _("lang-wachten.csv"), partial(cijfers.schrijf_lang_wachten, self._werkplek))

    def _vul_uitkomsten(self, waarin: QVBoxLayout) -> None:
        """Hoe hulp die stopte uitkwam, naar de landelijke maten."""
        waarin.addWidget(tekst(_("Hulp die gestopt is, naar de landelijke maten van het NJi"), "label"))
        gegeven = ", ".join(map(str, cijfers.nut(self._werkplek))) or _("nog geen")
        for geteld in cijfers.uitkomsten(self._werkplek):
            if geteld.maat is cijfers.Maat.ZONDER_HULP:
                waarin.addWidget(tekst(f"{_('Hoe nuttig gezinnen de hulp vonden (maat 2), van 1 tot 10')}: {gegeven}"))
            delen = [_("ja {aantal}").format(aantal=geteld.ja)]
            if geteld.maat is cijfers.Maat.DOELEN:
                delen.append(_("deels {aantal}").format(aantal=geteld.deels))
            delen.append(_("nee {aantal}").format(aantal=geteld.nee))
            delen.append(_("niet bekend {aantal}").format(aantal=geteld.onbekend))
            maat = _("{wat} (maat {nummer})").format(wat=_(_MATEN[geteld.maat]), nummer=geteld.maat)
            waarin.addWidget(tekst(f"{maat}: {' · '.join(delen)}"))
        waarin.addWidget(tekst(_("Om over te praten. Kleine aantallen zeggen weinig."), "zacht"))


def _bewaarknop(waarin: QVBoxLayout, uitleg: str, naam: str, schrijf: Callable[[Path], None]) -> None:
    """Een knop die een lijst als bestand bewaart, met eronder of dat lukte."""
    waarin.addWidget(tekst(uitleg, "zacht"))
    hoe_het_ging = kolom(None, "s")

    def bewaar() -> None:
        pad = bewaar_als(bewaarder, _("Waar wilt u dit bewaren?"), naam)
        if pad is None:
            return
        leeg(hoe_het_ging)
        try:
            schrijf(pad)
        except Fout as fout:
            hoe_het_ging.addWidget(Melding("fout", zin(fout)))
            return
        hoe_het_ging.addWidget(Melding("goed", _("Het bestand is bewaard.")))

    bewaarder = knop(_("Lijst bewaren"), bewaar, "", "file-down")
    links(waarin, bewaarder)
    waarin.addLayout(hoe_het_ging)


def _zoektekst(taak: Taak) -> str:
    return f"{taak.naam} {taak.gezin} {_(taak.punt.wat)} {taak.punt.over}".lower()
