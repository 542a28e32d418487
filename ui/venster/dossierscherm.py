"""Het dossier van één kind: links de hoofdstukken, rechts het blad, boven hoe laat er is opgeslagen."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jeugdteam_app.dossier.gezin import Gezin, Jeugdige
from jeugdteam_app.dossier.velden import REGISTER
from jeugdteam_app.kern.feit import waarde_of
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import N_, _, ngettext
from jeugdteam_app.werk import dossiers, overhandigen, schrijven
from jeugdteam_app.werk.voortgang import VOORWERPEN, Voortgang, voortgang
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen import looproute
from ui.bouwstenen.basis import Melding, breek_af, icoonknop, knop, leeg, links, tekst
from ui.bouwstenen.formulier import Hoofdstukblad, Lijst
from ui.bouwstenen.iconen import icoon
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.keuzedeel import Keuzedeel
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG
from ui.bouwstenen.velden import open_wat_botst, ververs_waarden
from ui.bouwstenen.wegwijzer import Wegwijzer

HOOFDSTUKKEN: tuple[tuple[str, str, str], ...] = (
    ("aanmelding", N_("De eerste vraag"), "phone"),
    ("gezin", N_("Kind, gezin en netwerk"), "users"),
    ("gesprekken", N_("Gesprekken"), "book-open"),
    ("vraagverheldering", N_("De vraag duidelijk maken"), "message-circle"),
    ("kansencirkel", N_("Kansencirkel"), "sparkles"),
    ("analyse", N_("Verklarende analyse"), "network"),
    ("familiegroepsplan", N_("Familiegroepsplan"), "hand-heart"),
    ("perspectiefplan", N_("Perspectiefplan"), "milestone"),
    ("passend", N_("Wat past"), "compass"),
    ("toewijzing", N_("Toewijzing"), "clipboard-check"),
    ("praktijk", N_("Praktijk"), "scale"),
    ("overhandigen", N_("Overhandigen"), "file-text"),
)
# Wat een gezin samen met de medewerker maakt. De andere hoofdstukken zijn van de medewerker.
AAN_TAFEL = ("kansencirkel", "gezin", "analyse", "familiegroepsplan", "perspectiefplan", "passend")
_VOORTGANG = {
    Voortgang.NIET_BEKEKEN: N_("nog leeg"),
    Voortgang.OPEN: N_("nog niet af"),
    Voortgang.KLAAR: N_("klaar"),
    Voortgang.KIEZEN: N_("kies uit twee antwoorden"),
}
# Zo veel plaats heeft een blad nodig, bij gewone letters.
_WERKBREEDTE = 440
# Wat hier 'klaar' is, besloot iemand; er kan nog van alles open staan.
_KLAAR = {"analyse": N_("samen klaar gevonden"), "passend": N_("keuze gemaakt")}
_BEELD = {
    Voortgang.NIET_BEKEKEN: "circle", Voortgang.OPEN: "circle-help", Voortgang.KLAAR: "circle-check",
    Voortgang.KIEZEN: "circle-alert",
}  # fmt: skip


class Hoofdstukkenlijst(QListWidget):
    """De hoofdstukken. Wie hier per ongeluk typt, springt niet weg."""

    def keyboardSearch(self, _gezocht: str) -> None:
        """Doet met opzet niets."""


class Dossierscherm(QWidget):
    """Eén dossier, open."""

    terug = Signal()
    tafel = Signal()
    afdekken = Signal()

    def __init__(self, werkplek: Werkplek, id: str, *, opnieuw: bool = False) -> None:
        super().__init__()
        self.setObjectName("papier")
        geopend = dossiers.open_(werkplek, id, opnieuw=opnieuw)
        self.schrijver = Schrijver(werkplek, id, dict(geopend.terug.half), geopend.terug.ingehaald)
        self.schrijver.setParent(self)
        self._bladen: dict[str, Hoofdstukblad] = {}
        self._keuzes: dict[str, Keuzedeel] = {}
        self._wegwijzers: dict[str, Wegwijzer] = {}
        self.foutmelding = ""
        self._is_praktijk = dossiers.is_praktijk(werkplek, id)
        self._smal, self._balk_smal, self._balk_nodig = False, False, 0
        self._balkknoppen: list[QPushButton] = []
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        self._balkvak = self._balk()
        buiten.addWidget(self._balkvak)
        self.meldingen = kolom(None, "s")
        self.meldingen.setContentsMargins(*(HUIDIG.ruimte(m) for m in ("l", "s", "l", "s")))
        midden = QHBoxLayout()
        midden.setSpacing(0)
        self.lijst = self._maak_lijst()
        midden.addWidget(self.lijst)
        self.stapel = QStackedWidget()
        midden.addWidget(self.stapel, 1)
        buiten.addLayout(midden, 1)
        buiten.addLayout(self.meldingen)
        self.schrijver.opgeslagen.connect(self._toon_tijd)
        self.schrijver.naar_hoofdstuk.connect(self.toon_hoofdstuk)
        self.schrijver.mislukt.connect(self.meld_fout)
        self.schrijver.gelukt.connect(self._toon_melding)
        self.schrijver.klaar.connect(self._ga_terug)
        self.schrijver.herbouwen.connect(self.herbouw)
        self.schrijver.veranderd.connect(self.ververs)
        self._meld_teruggehaald(
            len(geopend.terug.opgeslagen), sum(p.veld.partition("#")[0] in REGISTER for p in geopend.terug.half)
        )
        self.lijst.setCurrentRow(voor_aan_tafel(0) if HUIDIG.aan_tafel else 0)
        self.ververs()

    def _balk(self) -> QFrame:
        balk = QFrame()
        balk.setProperty("vlak", "balk")
        indeling = QHBoxLayout(balk)
        indeling.setSpacing(HUIDIG.ruimte("m"))
        indeling.setContentsMargins(*(HUIDIG.ruimte(m) for m in ("m", "s", "l", "s")))
        if HUIDIG.aan_tafel:
            links_boven = knop(_("Afdekken (F12)"), self.afdekken.emit, "stil", "eye-off")
        else:
            links_boven = knop(_("Overzicht"), self._ga_terug, "stil", "house")
        indeling.addWidget(links_boven)
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
        opschrift = _("Stoppen met ‘Aan tafel’") if HUIDIG.aan_tafel else _("Aan tafel")
        rechts_boven = knop(opschrift, self.tafel.emit, "stil", "users")
        indeling.addWidget(rechts_boven)
        self._balkknoppen = [links_boven, rechts_boven]
        ongedaan = icoonknop("undo-2", _("Laatste stap ongedaan maken"), self.maak_ongedaan)
        indeling.addWidget(ongedaan)
        return balk

    def _maak_lijst(self) -> QListWidget:
        lijst = Hoofdstukkenlijst()
        lijst.setAccessibleName(_("Hoofdstukken"))
        lijst.setIconSize(QSize(HUIDIG.px(20), HUIDIG.px(20)))
        lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lijst.setWordWrap(True)
        lijst.setTextElideMode(Qt.TextElideMode.ElideNone)
        lijst.ensurePolished()
        lijst.setFixedWidth(_breedte(lijst))
        for naam, _kop, _beeld in HOOFDSTUKKEN:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, naam)
            lijst.addItem(item)
            if not self._is_te_zien(naam):
                # Ook niet te kiezen: de toets Home gaat anders naar wat verborgen is.
                item.setHidden(True)
                item.setFlags(Qt.ItemFlag.NoItemFlags)
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
            if not HUIDIG.aan_tafel:
                # Aan tafel kiest het gezin alleen bij de velden die het daar ziet; de rest is van de medewerker.
                self._keuzes[naam] = Keuzedeel(self.schrijver, gemaakt, naam)
                gemaakt.kolom.insertWidget(1, self._keuzes[naam])
                self._wegwijzers[naam] = Wegwijzer(self.schrijver, naam)
                gemaakt.kolom.addWidget(self._wegwijzers[naam])
            self._zet_verder(naam, gemaakt)
            self.stapel.addWidget(gemaakt)
        return self._bladen[naam]

    def _ververs_keuzes(self, naam: str) -> None:
        if (keuzes := self._keuzes.get(naam)) is not None:
            keuzes.ververs()

    def _zet_verder(self, naam: str, blad: Hoofdstukblad) -> None:
        """Onderaan elk blad de weg naar het volgende."""
        koppen = {h[0]: h[1] for h in HOOFDSTUKKEN if self._is_te_zien(h[0])}
        namen = list(koppen)
        plek = namen.index(naam) + 1
        if plek < len(namen):
            opschrift = _("Verder naar: {hoofdstuk}").format(hoofdstuk=_(koppen[namen[plek]]))
            links(blad.kolom, knop(opschrift, lambda: self._ga_verder(namen[plek]), "", "chevron-right"))

    def _is_te_zien(self, hoofdstuk: str) -> bool:
        """Aan tafel alleen wat van het gezin is; de korte weg alleen bij een praktijk."""
        if hoofdstuk == "praktijk" and not self._is_praktijk:
            return False
        # Dat er een plan is dat niet voor iedereen is, hoeft aan tafel ook niemand te weten.
        if hoofdstuk in self.schrijver.dossier.verborgen:
            return False
        return not HUIDIG.aan_tafel or hoofdstuk in AAN_TAFEL

    def _ga_verder(self, naam: str) -> None:
        self.toon_hoofdstuk(naam)
        self.focus_eerste_veld()

    def blader(self, stap: int) -> None:
        """Gaat een hoofdstuk verder of terug; aan het begin en het einde blijft het staan."""
        namen = [h[0] for h in HOOFDSTUKKEN if self._is_te_zien(h[0])]
        if self._gekozen_rij() < 0:
            return
        nummer = namen.index(HOOFDSTUKKEN[self._gekozen_rij()][0]) + stap
        if 0 <= nummer < len(namen):
            self._ga_verder(namen[nummer])

    def focus_eerste_veld(self) -> None:
        """Zet de focus op het eerste van het blad: een veld om in te typen, of een knop."""
        blad = self.stapel.currentWidget()
        for onderdeel in looproute.route(blad):
            # Als na Tab: wat er al staat is gekozen, dus typen vervangt het.
            onderdeel.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def _toon(self, nummer: int) -> None:
        if nummer < 0 or not self._is_te_zien(HOOFDSTUKKEN[nummer][0]):
            return
        self.verzegel()
        if self.foutmelding:
            leeg(self.meldingen)
            self.foutmelding = ""
        blad = self.blad(HOOFDSTUKKEN[nummer][0])
        for lijst in blad.findChildren(Lijst):
            lijst.bouw_als_het_anders_is()
        ververs_waarden(blad)
        blad.ververs()
        open_wat_botst(blad, self.schrijver.dossier.conflicten())
        self._ververs_keuzes(HOOFDSTUKKEN[nummer][0])
        if wegwijzer := self._wegwijzers.get(HOOFDSTUKKEN[nummer][0]):
            wegwijzer.ververs()
        self.stapel.setCurrentWidget(blad)
        self._pas_breedte()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._pas_breedte()

    def _pas_breedte(self) -> None:
        """Aan tafel, of is er naast de lijst weinig plaats voor het werk, dan laten lijst en balk alleen beelden zien.

        De namen blijven te horen en als uitleg te zien. Het hangt alleen van het venster af: van blad naar blad
        verspringt er niets.
        """
        smal = HUIDIG.aan_tafel or self.width() - _breedte(self.lijst) < HUIDIG.px(_WERKBREEDTE)
        if smal != self._smal:
            self._smal = smal
            self.lijst.setFixedWidth(_smalle_breedte(self.lijst) if smal else _breedte(self.lijst))
            self._ververs_lijst()
        self._pas_balk()

    def _pas_balk(self) -> None:
        """De naam van het kind gaat voor: past niet alles, dan houden de knoppen alleen hun beeld."""
        if not self._balk_smal:
            self._balk_nodig = self._balkvak.sizeHint().width()
        self._balk_smal = self.width() < self._balk_nodig
        for gemaakt in self._balkknoppen:
            gemaakt.setText("" if self._balk_smal else gemaakt.accessibleName())
            gemaakt.setToolTip(gemaakt.accessibleName() if self._balk_smal else "")

    def verzegel(self) -> None:
        """Schrijft wat nog getypt staat."""
        for blad in self._bladen.values():
            blad.verzegel()

    def ververs(self) -> None:
        """Toont de naam, de voortgang en het huidige blad opnieuw."""
        dossier = self.schrijver.dossier
        kind = dossier.een(Jeugdige)
        self.naam.setText(kind.aanspreeknaam or _("Nieuwe vraag"))
        self.merk.setVisible(waarde_of(dossier.een(Gezin).is_voorbeeld, False))
        # Pas als de stijl erop zit, is te meten hoe breed het wordt.
        QTimer.singleShot(0, self, self._pas_breedte)
        self._ververs_lijst()
        huidig = self.stapel.currentWidget()
        if isinstance(huidig, Hoofdstukblad):
            huidig.ververs()
            open_wat_botst(huidig, dossier.conflicten())
            # Het blad dat er staat: bij bladeren wijst de lijst al naar het volgende.
            naam = next(n for n, blad in self._bladen.items() if blad is huidig)
            self._ververs_keuzes(naam)
            if wegwijzer := self._wegwijzers.get(naam):
                wegwijzer.ververs()

    def _ververs_lijst(self) -> None:
        overhandigd = overhandigen.is_overhandigd(self.schrijver.werkplek, self.schrijver.id)
        standen = voortgang(self.schrijver.dossier, overhandigd=overhandigd)
        for nummer, (naam, kop, beeld) in enumerate(HOOFDSTUKKEN):
            item = self.lijst.item(nummer)
            stand = standen[naam]
            woord = _KLAAR.get(naam, _VOORTGANG[stand]) if stand is Voortgang.KLAAR else _VOORTGANG[stand]
            delen = _(kop), _(woord)
            # Zelf afbreken: de lijst breekt anders af dan zij haar rijen meet, en dan is een rij te hoog of te laag.
            breedte, maat = _tekstbreedte(self.lijst), self.lijst.fontMetrics()
            opschrift = "\n".join(regel for deel in delen for regel in breek_af(deel, breedte, maat))
            if self._smal:
                opschrift = ""
            if (item.text(), item.toolTip()) != (opschrift, uit := "" if opschrift else ": ".join(delen)):
                kleuren = {Voortgang.KLAAR: HUIDIG.kleuren.goed, Voortgang.KIEZEN: HUIDIG.kleuren.let_op}
                kleur = kleuren.get(stand, HUIDIG.kleuren.zacht)
                item.setText(opschrift)
                item.setSizeHint(_maat(self.lijst, opschrift))
                item.setToolTip(uit)
                item.setIcon(icoon(beeld if self._smal else _BEELD[stand], kleur))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ": ".join(delen))

    def maak_ongedaan(self) -> None:
        """Draait de laatste stap terug en zet het blad opnieuw op."""
        self.verzegel()
        try:
            veranderd = schrijven.maak_ongedaan(self.schrijver.werkplek, self.schrijver.id)
        except Fout as fout:
            self.meld_fout(zin(fout))
            return
        if not veranderd:
            self._toon_melding(_("Er is hier niets meer om terug te draaien."))
            return
        self.herbouw()
        koppen = [_(kop) for naam, kop, _beeld in HOOFDSTUKKEN if VOORWERPEN[naam] & veranderd]
        self._toon_melding(_("Teruggedraaid in: {waar}.").format(waar=", ".join(koppen) or _("dit dossier")))

    def herbouw(self) -> None:
        """Maakt alle bladen opnieuw, na iets dat overal kan doorwerken."""
        nummer, plek = self._gekozen_rij(), looproute.onthoud(self)
        for blad in self._bladen.values():
            self.stapel.removeWidget(blad)
            blad.deleteLater()
        self._bladen.clear()
        self._wegwijzers.clear()
        self._toon(nummer)
        self.ververs()
        looproute.keer_terug(self, plek)

    def meld_fout(self, melding: str) -> None:
        """Toont een fout boven het blad, tot er weer iets lukt."""
        leeg(self.meldingen)
        self.foutmelding = melding
        self.tijd.setText("")
        self.meldingen.addWidget(Melding("fout", melding))

    def _toon_tijd(self, tijd: str) -> None:
        self._toon_melding(_("Opgeslagen {tijd}").format(tijd=tijd))

    def _toon_melding(self, zin_: str) -> None:
        leeg(self.meldingen)
        self.foutmelding = ""
        self.tijd.setText(zin_)
        self.tijd.setAccessibleName(zin_)

    def _meld_teruggehaald(self, aantal: int, half: int) -> None:
        if aantal:
            melding = ngettext(
                "Het programma stopte onverwacht. Wat u in {aantal} veld typte, is teruggehaald.",
                "Het programma stopte onverwacht. Wat u in {aantal} velden typte, is teruggehaald.",
                aantal,
            ).format(aantal=aantal)
            self.meldingen.addWidget(Melding("info", melding))
        if half:
            melding = ngettext(
                "In {aantal} veld staat iets dat nog niet klopt. Kijk het even na.",
                "In {aantal} velden staat iets dat nog niet klopt. Kijk ze even na.",
                half,
            ).format(aantal=half)
            self.meldingen.addWidget(Melding("let_op", melding))

    def _ga_terug(self) -> None:
        self.verzegel()
        self.terug.emit()


def voor_aan_tafel(nummer: int) -> int:
    """Dit hoofdstuk als het aan tafel mag, anders het eerste dat mag."""
    namen = [h[0] for h in HOOFDSTUKKEN]
    return nummer if namen[nummer] in AAN_TAFEL else namen.index(AAN_TAFEL[0])


def _maat(lijst: QListWidget, opschrift: str) -> QSize:
    """Hoog genoeg voor elke regel; de regels zijn al afgebroken."""
    ruimte = 2 * HUIDIG.ruimte("s") + 8
    regels = opschrift.split("\n")
    breedte = max(lijst.fontMetrics().horizontalAdvance(regel) for regel in regels)
    return QSize(breedte + ruimte, len(regels) * lijst.fontMetrics().lineSpacing() + ruimte)


def _breedte(lijst: QListWidget) -> int:
    return _tekstbreedte(lijst) + HUIDIG.px(20) + 6 * HUIDIG.ruimte("s") + 48


def _smalle_breedte(lijst: QListWidget) -> int:
    """Een beeld met zijn randen, en de balk om te schuiven als niet elk hoofdstuk past."""
    return HUIDIG.px(20) + 4 * HUIDIG.ruimte("s") + 16 + lijst.verticalScrollBar().sizeHint().width()


def _tekstbreedte(lijst: QListWidget) -> int:
    """Breed genoeg voor de langste kop, maar bij grote letters niet breder dan voor het langste woord nodig is."""
    maat = lijst.fontMetrics().horizontalAdvance
    koppen = [_(kop) for _naam, kop, _beeld in HOOFDSTUKKEN]
    woord = max(maat(w) for kop in koppen for w in kop.split())
    return max(woord, min(max(map(maat, koppen)), 260))
