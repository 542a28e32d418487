"""Het productenboek, de regels en de keuzes van de regio: om te lezen, te zoeken en na te slaan."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opdrachtregel.boeken import KOPPEN, verschillen
from jeugdteam_app.opdrachtregel.regels import WERKINGEN
from jeugdteam_app.productenboek.boek import Indeling, Norm, Product, Productenboek
from jeugdteam_app.productenboek.vergelijk import vergelijk
from jeugdteam_app.regels.feitzin import normzin, voorwaardezin
from jeugdteam_app.regels.regel import Instelling
from jeugdteam_app.regels.register import Inschrijving
from jeugdteam_app.werk import boeken, instellingen, regio
from jeugdteam_app.werk.werkplek import Werkplek
from ui.bouwstenen.basis import Melding, knop, leeg, links, tekst
from ui.bouwstenen.indeling import Blad, Doorlooprij, kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.wachtzin import wachtzin
from ui.bouwstenen.zoeklijst import Treffer, Zoeklijst
from ui.venster.boekladen import Boekladen

_DELEN = {
    "producten": N_("Producten"),
    "regels": N_("Regels"),
    "keuzes": N_("Keuzes van de regio"),
    "verschil": N_("Vergelijken"),
}
_DEEL = {Indeling.SEGMENTEN: N_("segment"), Indeling.PERCELEN: N_("perceel"), Indeling.FUNCTIES: N_("functie")}
_AFSPRAKEN = (
    ("va_vereist", N_("Hier hoort een verklarende analyse bij."), N_("Een verklarende analyse hoeft hier niet.")),
    ("perspectiefplan_vereist", N_("Hier hoort een perspectiefplan bij."), N_("Een perspectiefplan hoeft hier niet.")),
    ("verlengbaar", N_("Verlengen kan."), N_("Verlengen kan niet.")),
)
# Een norm die niet bekend is, blijft zichtbaar onbekend.
_NORMEN = (
    ("intensiteit", N_("Hoeveel"), N_("de norm is niet bekend")),
    ("duur", N_("Hoe lang"), N_("de norm is niet bekend")),
    ("tarief", N_("Tarief"), N_("niet bekend")),
)


class Stand(NamedTuple):
    """Welk boek er ligt, waarmee het wordt vergeleken, welke kant, en waar iemand op zocht."""

    boek: int
    ander: int
    deel: str
    gezocht: str


class Boekscherm(Blad):
    """Eén boek tegelijk, met drie kanten: producten, regels en keuzes."""

    klaar = Signal()

    def __init__(self, werkplek: Werkplek, stand: Stand | None = None) -> None:
        super().__init__(bovenaan=True)
        self.werkplek = werkplek
        self._deel = "producten"
        self._rondjes: dict[str, QRadioButton] = {}
        self.kolom.addWidget(tekst(_("Productenboek en regels"), "titel"))
        self.kolom.addWidget(tekst(_("Alles waar het advies op steunt, met de bron erbij.")))
        self._welk, self._ander = Keuzelijst(), Keuzelijst()
        self._vul_boeken()
        self.kolom.addWidget(label_bij(self._welk, _("Welk boek?")))
        self.kolom.addWidget(self._welk)
        self._kop = kolom(None, "s")
        self.kolom.addLayout(self._kop)
        self._kiezer()
        self._naast = label_bij(self._ander, _("Met welk boek vergelijkt u?"))
        self.kolom.addWidget(self._naast)
        self.kolom.addWidget(self._ander)
        self.lijst = Zoeklijst(_("Zoek een woord"), "book-open")
        self.kolom.addWidget(self.lijst)
        links(self.kolom, knop(_("Terug"), self.klaar.emit, "stil"))
        laden = Boekladen(werkplek, lambda: self.boek)
        laden.overgenomen.connect(self._na_laden)
        self.kolom.insertWidget(self.kolom.count() - 1, laden)
        for lijst in (self._welk, self._ander):
            lijst.currentIndexChanged.connect(lambda _n: self._toon())
        self._toon()
        self.begin = self.lijst.zoek
        if stand is not None:
            self._zet_stand(stand)

    @property
    def stand(self) -> Stand:
        """Wat er open ligt, om na een andere weergave weer zo neer te zetten."""
        return Stand(self._welk.currentIndex(), self._ander.currentIndex(), self._deel, self.lijst.zoek.text())

    def _zet_stand(self, stand: Stand) -> None:
        self._welk.setCurrentIndex(stand.boek)
        self._ander.setCurrentIndex(stand.ander)
        self.kies_deel(stand.deel)
        self.lijst.zoek.setText(stand.gezocht)

    def _vul_boeken(self) -> None:
        self._boeken = instellingen.alle_boeken(self.werkplek)
        nu = self._boeken.index(instellingen.boek(self.werkplek))
        for lijst in (self._welk, self._ander):
            lijst.blockSignals(True)
            lijst.clear()
            for boek in self._boeken:
                lijst.addItem(f"{boek.regio} ({boek.versie})")
            lijst.setCurrentIndex(nu)
            lijst.blockSignals(False)

    def _na_laden(self) -> None:
        self._vul_boeken()
        self._toon()

    def kies_deel(self, naam: str) -> None:
        """Toont de producten, de regels of de keuzes."""
        self._rondjes[naam].setChecked(True)

    def _kiezer(self) -> None:
        groep, vlak = QButtonGroup(self), Doorlooprij()
        for naam, opschrift in _DELEN.items():
            rondje = QRadioButton(_(opschrift))
            rondje.setChecked(naam == self._deel)
            rondje.toggled.connect(partial(self._zet_deel, naam))
            groep.addButton(rondje)
            self._rondjes[naam] = rondje
            vlak.addWidget(rondje)
        self.kolom.addLayout(vlak)

    def _zet_deel(self, naam: str, aan: bool) -> None:
        if aan:
            self._deel = naam
            self._toon()

    @property
    def boek(self) -> Productenboek:
        """Het boek dat nu open ligt."""
        return self._boeken[self._welk.currentIndex()]

    def _toon(self) -> None:
        leeg(self._kop)
        if self.boek.band:
            self._kop.addWidget(Melding("let_op", _(self.boek.band)))
        if self.boek.toelichting and self.boek.toelichting != self.boek.band:
            self._kop.addWidget(Melding("info", _(self.boek.toelichting)))
        geldig = _("Geldig vanaf {van}.").format(van=toon_datum(self.boek.geldig_van))
        if self.boek.geldig_tot:
            einde = toon_datum(self.boek.geldig_tot)
            geldig = _("Geldig van {van} tot en met {tot}.").format(van=toon_datum(self.boek.geldig_van), tot=einde)
        self._kop.addWidget(tekst(f"{geldig} {_('Status: {aanzien}.').format(aanzien=_(self.boek.aanzien))}", "zacht"))
        for onderdeel in (self._naast, self._ander):
            onderdeel.setVisible(self._deel == "verschil")
        vul = {"producten": self._producten, "regels": self._regels, "keuzes": self._keuzes, "verschil": self._verschil}
        self.lijst.zet(vul[self._deel]())

    def _producten(self) -> list[Treffer]:
        return [
            Treffer(
                f"{_(p.naam)} ({_(_DEEL[self.boek.indeling])} {p.segment})",
                f"{_(p.naam)} {_(p.omschrijving)} {p.code} {_(self.boek.segment(p.segment).naam)}",
                partial(self._product, p),
            )
            for p in self.boek.producten
        ]

    def _product(self, product: Product, indeling: QVBoxLayout) -> None:
        segment = self.boek.segment(product.segment)
        indeling.addWidget(tekst(_(product.omschrijving)))
        indeling.addWidget(tekst(_("Kenmerk in het boek: {id}.").format(id=product.id), "zacht"))
        if product.lees_zelf:
            indeling.addWidget(tekst(product.lees_zelf))
        waar = _("Hoort bij {segment}: {naam}.").format(segment=segment.id, naam=_(segment.naam))
        indeling.addWidget(tekst(waar, "zacht"))
        for kop, voorwaarden in ((_("Voor"), product.voorwaarden), (_("Niet voor"), product.niet_voor)):
            for voorwaarde in voorwaarden:
                indeling.addWidget(tekst(f"{kop}: {voorwaardezin(voorwaarde)}", "zacht"))
        code = product.code or _("niet bekend")
        wat = _("Categorie {categorie}, productcode {code}, geteld in {eenheid}.")
        indeling.addWidget(
            tekst(wat.format(categorie=product.categorie, code=code, eenheid=_(woord(product.eenheid))), "zacht")
        )
        if product.zonder_besluit:
            indeling.addWidget(tekst(_("Voor dit product is geen besluit nodig."), "zacht"))
        for zin_ in _afspraken(product):
            indeling.addWidget(tekst(zin_, "zacht"))
        for naam, kop, onbekend in _NORMEN:
            norm = getattr(product, naam)
            inhoud = _(onbekend) if norm.waarde is None else _norm(norm)
            indeling.addWidget(tekst(f"{_(kop)}: {inhoud}", "zacht"))
        for wachttijd in boeken.bij(self.werkplek, self.boek, product):
            indeling.addWidget(tekst(wachtzin(wachttijd, self.werkplek.vandaag), "zacht"))
        indeling.addWidget(tekst(_("Bron: {bron}").format(bron=str(product.bron.bron())), "zacht"))

    def _verschil(self) -> list[Treffer]:
        """Wat er van het andere boek naar dit boek verandert."""
        gevonden = vergelijk(self._boeken[self._ander.currentIndex()], self.boek)
        return [
            Treffer(f"{_(KOPPEN[naam])} {len(regels)}", " ".join(regels), partial(_regels_onder_elkaar, regels))
            for naam, regels in verschillen(gevonden)
            if regels
        ]

    def _regels(self) -> list[Treffer]:
        return [
            Treffer(_(i.regel.tekst), f"{i.regel.id} {_(i.regel.tekst)} {i.regel.bron.document}",
                    partial(_regel, i))
            for i in regio.regels_van(self.boek, self.werkplek.vandaag)
        ]  # fmt: skip

    def _keuzes(self) -> list[Treffer]:
        return [
            Treffer(_(k.onderwerp), f"{_(k.onderwerp)} {_(k.keuze)}", partial(_keuze, k))
            for k in regio.keuzes_van(self.boek)
        ]


def _afspraken(product: Product) -> list[str]:
    """Wat het boek verder afspreekt; waar het boek niets zegt, staat ook niets."""
    gezegd = ((getattr(product, naam), ja, nee) for naam, ja, nee in _AFSPRAKEN)
    zinnen = [_(ja if waar else nee) for waar, ja, nee in gezegd if waar is not None]
    if product.doelgroep:
        zinnen.append(_("Doelgroep: {wie}.").format(wie=product.doelgroep))
    if product.expertise:
        zinnen.append(_("Kennis die nodig is: {wat}.").format(wat=product.expertise))
    if product.combineerbaar_met:
        zinnen.append(_("Kan samen met: {welke}.").format(welke=", ".join(product.combineerbaar_met)))
    return zinnen


def _regels_onder_elkaar(regels: list[str], indeling: QVBoxLayout) -> None:
    for regel in regels:
        indeling.addWidget(tekst(regel))


def _norm(norm: Norm) -> str:
    """Een bekende norm, met haar status en bron."""
    bron = norm.bron.bron() if norm.bron else ""
    zin = _("{norm} ({status}; {bron})").format(norm=normzin(norm), status=_(norm.status), bron=bron)
    van = _("Van {dag}.").format(dag=toon_datum(norm.datum)) if norm.datum else _("Van wanneer, staat er niet bij.")
    return f"{zin} {van}"


def _regel(inschrijving: Inschrijving, indeling: QVBoxLayout) -> None:
    regel = inschrijving.regel
    indeling.addWidget(tekst(_("Werkt bij: {waar}.").format(waar=_(WERKINGEN[regel.werking]))))
    for groep in regel.als:
        als = "; ".join(voorwaardezin(v) for v in groep)
        indeling.addWidget(tekst(_("Als: {feiten}").format(feiten=als), "zacht"))
    geldig = _("Geldig vanaf {van}.").format(van=toon_datum(regel.geldig_van))
    bron = _("Regel {regel}. Bron: {bron}").format(regel=regel.id, bron=str(regel.bron.bron()))
    indeling.addWidget(tekst(f"{bron}. {geldig}", "zacht"))


def _keuze(keuze: Instelling, indeling: QVBoxLayout) -> None:
    indeling.addWidget(tekst(_(keuze.keuze)))
    if keuze.waarde is not None:
        indeling.addWidget(tekst(_("Ingesteld op: {waarde}").format(waarde=_(str(keuze.waarde))), "zacht"))
    indeling.addWidget(tekst(_("Bron: {bron}").format(bron=str(keuze.bron.bron())), "zacht"))
