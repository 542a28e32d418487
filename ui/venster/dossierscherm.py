"""Het dossier van één kind: links de hoofdstukken, rechts het blad, boven hoe laat er is opgeslagen."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jeugdteam_app.dossier.gezin import Gezin, Jeugdige
from jeugdteam_app.kern.feit import waarde_of
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import N_, _, ngettext
from jeugdteam_app.opdrachtregel.zinnen import zin
from jeugdteam_app.werk import dossiers, schrijven
from jeugdteam_app.werk.voortgang import Voortgang, voortgang
from jeugdteam_app.werk.werkplek import Werkplek
from ui.bouwstenen.basis import Melding, icoonknop, knop, leeg, tekst
from ui.bouwstenen.formulier import Hoofdstukblad
from ui.bouwstenen.iconen import icoon
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG
from ui.bouwstenen.velden import verzegel_alles

HOOFDSTUKKEN: tuple[tuple[str, str, str], ...] = (
    ("aanmelding", N_("De eerste vraag"), "phone"),
    ("gezin", N_("Kind, gezin en netwerk"), "users"),
    ("vraagverheldering", N_("De vraag helder"), "message-circle"),
    ("analyse", N_("Verklarende analyse"), "network"),
    ("familiegroepsplan", N_("Familiegroepsplan"), "hand-heart"),
    ("perspectiefplan", N_("Perspectiefplan"), "milestone"),
    ("passend", N_("Wat past"), "compass"),
    ("toewijzing", N_("Toewijzing"), "clipboard-check"),
    ("overhandigen", N_("Overhandigen"), "file-text"),
)
_VOORTGANG = {
    Voortgang.NIET_BEKEKEN: N_("nog niet bekeken"),
    Voortgang.OPEN: N_("iets open"),
    Voortgang.KLAAR: N_("klaar"),
}
_BEELD = {Voortgang.NIET_BEKEKEN: "circle", Voortgang.OPEN: "circle-help", Voortgang.KLAAR: "circle-check"}


class Dossierscherm(QWidget):
    """Eén dossier, open."""

    terug = Signal()

    def __init__(self, werkplek: Werkplek, id: str) -> None:
        super().__init__()
        self.setObjectName("papier")
        geopend = dossiers.open_(werkplek, id)
        self.schrijver = Schrijver(werkplek, id, dict(geopend.terug.half))
        self.schrijver.setParent(self)
        self._bladen: dict[str, Hoofdstukblad] = {}
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        buiten.addWidget(self._balk())
        self.meldingen = kolom(None, "s")
        self.meldingen.setContentsMargins(*(HUIDIG.ruimte(m) for m in ("l", "s", "l", "s")))
        buiten.addLayout(self.meldingen)
        midden = QHBoxLayout()
        midden.setSpacing(0)
        self.lijst = self._maak_lijst()
        midden.addWidget(self.lijst)
        self.stapel = QStackedWidget()
        midden.addWidget(self.stapel, 1)
        buiten.addLayout(midden, 1)
        self.schrijver.opgeslagen.connect(self._toon_tijd)
        self.schrijver.mislukt.connect(self.meld_fout)
        self.schrijver.veranderd.connect(self.ververs)
        self._meld_teruggehaald(len(geopend.terug.opgeslagen) + len(geopend.terug.half))
        self.lijst.setCurrentRow(0)
        self.ververs()

    def _balk(self) -> QFrame:
        balk = QFrame()
        balk.setProperty("vlak", "balk")
        indeling = QHBoxLayout(balk)
        indeling.setContentsMargins(*(HUIDIG.ruimte(m) for m in ("m", "s", "l", "s")))
        indeling.addWidget(knop(_("Overzicht"), self._ga_terug, "stil", "house"))
        self.naam = tekst("", "kop")
        self.naam.setWordWrap(False)
        indeling.addWidget(self.naam)
        self.merk = tekst(_("Voorbeeld"), "merk")
        self.merk.setWordWrap(False)
        indeling.addWidget(self.merk)
        indeling.addStretch(1)
        self.tijd = QLabel("")
        self.tijd.setProperty("rol", "zacht")
        self.tijd.setAccessibleName(_("Opgeslagen"))
        indeling.addWidget(self.tijd)
        ongedaan = icoonknop("undo-2", _("Laatste stap ongedaan maken"), self.maak_ongedaan)
        indeling.addWidget(ongedaan)
        return balk

    def _maak_lijst(self) -> QListWidget:
        lijst = QListWidget()
        lijst.setAccessibleName(_("Hoofdstukken"))
        lijst.setIconSize(QSize(HUIDIG.px(20), HUIDIG.px(20)))
        lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lijst.setWordWrap(True)
        lijst.setTextElideMode(Qt.TextElideMode.ElideNone)
        lijst.ensurePolished()
        langste = max(
            lijst.fontMetrics().horizontalAdvance(woord) for _n, k, _b in HOOFDSTUKKEN for woord in _(k).split()
        )
        lijst.setFixedWidth(max(HUIDIG.px(170), langste + HUIDIG.px(20) + 5 * HUIDIG.ruimte("m") + 20))
        for naam, _kop, _beeld in HOOFDSTUKKEN:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, naam)
            lijst.addItem(item)
        # De keuze, niet de focus: een schermlezer kiest een hoofdstuk zonder het toetsenbord.
        lijst.itemSelectionChanged.connect(lambda: self._toon(self._gekozen_rij()))
        return lijst

    def _gekozen_rij(self) -> int:
        gekozen = self.lijst.selectedItems()
        return self.lijst.row(gekozen[0]) if gekozen else -1

    def toon_hoofdstuk(self, naam: str) -> None:
        """Gaat naar een hoofdstuk."""
        self.lijst.setCurrentRow([h[0] for h in HOOFDSTUKKEN].index(naam))

    def blad(self, naam: str) -> Hoofdstukblad:
        """Het blad van een hoofdstuk; het wordt gemaakt als het voor het eerst nodig is."""
        if naam not in self._bladen:
            gemaakt: Hoofdstukblad = import_module(f"ui.hoofdstukken.{naam}").Blad(self.schrijver)
            self._bladen[naam] = gemaakt
            self.stapel.addWidget(gemaakt)
        return self._bladen[naam]

    def _toon(self, nummer: int) -> None:
        if nummer < 0:
            return
        self.verzegel()
        blad = self.blad(HOOFDSTUKKEN[nummer][0])
        blad.ververs()
        self.stapel.setCurrentWidget(blad)

    def verzegel(self) -> None:
        """Schrijft wat nog getypt staat."""
        for blad in self._bladen.values():
            verzegel_alles(blad)

    def ververs(self) -> None:
        """Toont de naam, de voortgang en het huidige blad opnieuw."""
        dossier = self.schrijver.dossier
        kind = dossier.een(Jeugdige)
        self.naam.setText(kind.aanspreeknaam or _("Nieuwe vraag"))
        self.merk.setVisible(waarde_of(dossier.een(Gezin).is_voorbeeld, False))
        standen = voortgang(dossier)
        for nummer, (naam, kop, _beeld) in enumerate(HOOFDSTUKKEN):
            item = self.lijst.item(nummer)
            stand = standen[naam]
            opschrift = f"{_(kop)}\n{_(_VOORTGANG[stand])}"
            if item.text() != opschrift:
                kleur = HUIDIG.kleuren.goed if stand is Voortgang.KLAAR else HUIDIG.kleuren.zacht
                item.setText(opschrift)
                item.setIcon(icoon(_BEELD[stand], kleur))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, opschrift.replace("\n", ": "))
        huidig = self.stapel.currentWidget()
        if isinstance(huidig, Hoofdstukblad):
            huidig.ververs()

    def maak_ongedaan(self) -> None:
        """Draait de laatste stap terug en zet het blad opnieuw op."""
        self.verzegel()
        try:
            gelukt = schrijven.maak_ongedaan(self.schrijver.werkplek, self.schrijver.id)
        except Fout as fout:
            self.meld_fout(zin(fout))
            return
        if gelukt:
            self.herbouw()
            self._toon_tijd(_("laatste stap teruggedraaid"))

    def herbouw(self) -> None:
        """Maakt alle bladen opnieuw, na iets dat overal kan doorwerken."""
        nummer = self._gekozen_rij()
        for blad in self._bladen.values():
            self.stapel.removeWidget(blad)
            blad.deleteLater()
        self._bladen.clear()
        self._toon(nummer)
        self.ververs()

    def meld_fout(self, melding: str) -> None:
        """Toont een fout boven het blad, tot er weer iets lukt."""
        leeg(self.meldingen)
        self.meldingen.addWidget(Melding("fout", melding))

    def _toon_tijd(self, tijd: str) -> None:
        leeg(self.meldingen)
        zin_ = _("Opgeslagen {tijd}").format(tijd=tijd)
        self.tijd.setText(zin_)
        self.tijd.setAccessibleName(zin_)

    def _meld_teruggehaald(self, aantal: int) -> None:
        if aantal:
            melding = ngettext(
                "Het programma stopte onverwacht. Wat u in {aantal} veld typte, is teruggehaald.",
                "Het programma stopte onverwacht. Wat u in {aantal} velden typte, is teruggehaald.",
                aantal,
            ).format(aantal=aantal)
            self.meldingen.addWidget(Melding("info", melding))

    def _ga_terug(self) -> None:
        self.verzegel()
        self.terug.emit()
