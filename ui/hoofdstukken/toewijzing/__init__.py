"""Toewijzen: hoeveel ten hoogste, tot wanneer, en vaststellen."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jeugdteam_app.dossier.toewijzing import Toegewezen, Variant, Vaststelling, Weigergrond
from jeugdteam_app.kern.feit import Conflict, waarde
from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import GROOTSTE_VOLUME, Eenheid, Frequentie
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opdrachtregel.zinnen import BEVINDINGEN, GEBREKEN, zin, zin_bij_bevinding, zin_bij_gebrek
from jeugdteam_app.productenboek.profiel import Aanbieder
from jeugdteam_app.regels.feitzin import aantal
from jeugdteam_app.regels.toets import Bevinding, Zwaarte
from jeugdteam_app.werk import boeken, instellingen, overhandigen
from jeugdteam_app.werk import toewijzen as werk
from jeugdteam_app.werk.toewijzen import Ontwerp
from ui.bouwstenen import looproute
from ui.bouwstenen.basis import Kaart, Melding, knop, leeg, links, tekst
from ui.bouwstenen.formulier import Hoofdstukblad, Veldenrij
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.invoer import Keuzelijst, Typklok, label_bij
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.velden import Regelveld, Veldvorm
from ui.bouwstenen.wachtzin import wachtzin
from ui.hoofdstukken.toewijzing.opzij import Opzij
from ui.hoofdstukken.toewijzing.stappen import Stappendeel
from ui.hoofdstukken.toewijzing.vervolg import Vervolgdeel

_SOORT = {Zwaarte.BLOKKADE: "fout", Zwaarte.CONCEPT: "let_op", Zwaarte.ADVIES: "let_op"}
_VELD_BIJ_FOUT = {
    "toets-geen-ingangsdatum": "ingangsdatum", "toets-geen-einddatum": "einddatum",
    "toets-einde-voor-begin": "einddatum", "toets-geen-omvang": "volume", "toets-geen-budget": "budget",
}  # fmt: skip


def lees_getal(invoer: str) -> int:
    """Een heel getal van ten hoogste acht cijfers."""
    schoon = invoer.strip().replace(".", "")
    if not (schoon.isascii() and schoon.isdigit() and 0 < len(schoon) <= 8):
        raise InvoerFout("getal-vorm")
    if int(schoon) == 0:
        raise InvoerFout("volume-buiten-grens")
    return int(schoon)


def lees_bedrag(invoer: str) -> int:
    """Een bedrag boven nul, in eurocenten."""
    centen = Geld.lees(invoer).centen
    if not 0 < centen <= GROOTSTE_VOLUME:
        raise InvoerFout("budget-buiten-grens")
    return centen


class Blad(Hoofdstukblad):
    """Eén of meer toewijzingen, elk met hun toets."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Elke toewijzing heeft een einddatum en een maximum. Zo weet iedereen waar hij aan toe is.")
        super().__init__(schrijver, _("Toewijzing"), uitleg)
        self._stappen = Stappendeel(schrijver)
        self.kolom.addWidget(self._stappen)
        self._begin = kolom(None, "s")
        self.kolom.addLayout(self._begin)
        self._alle = kolom(None, "l")
        self.kolom.addLayout(self._alle)
        self._onder: dict[str, QVBoxLayout] = {}
        self._volumes: dict[str, Regelveld] = {}
        self._open_adviezen: dict[str, list[QPushButton]] = {}
        self._vaststellen: dict[str, QPushButton] = {}
        self._te_bewaren: set[Band] = set()
        self._klok = Typklok(self)
        self._klok.nu.connect(self._bewaar_redenen)
        self.bouw()

    def bouw(self) -> None:
        """Zet alle toewijzingen opnieuw op het scherm."""
        leeg(self._alle)
        leeg(self._begin)
        self._onder.clear()
        self._volumes.clear()
        ontwerpen = werk.ontwerpen(self.schrijver.werkplek, self.schrijver.id)
        # Is er al een, dan is nog een maken niet meer het eerste wat iemand hier doet.
        opschrift, soort = (
            (_("Toewijzing maken voor deze keuze"), "hoofd")
            if not ontwerpen
            else (_("Nog een toewijzing maken voor deze keuze"), "")
        )
        links(self._begin, knop(opschrift, self._maak, soort, "plus"))
        for nummer, ontwerp in enumerate(ontwerpen, 1):
            feit = Toegewezen(self.schrijver.dossier.kind, ontwerp.sleutel).vastgesteld
            if isinstance(feit, Conflict):
                self._alle.addWidget(self._twee_besluiten(ontwerp.sleutel, feit))
                continue
            self._alle.addWidget(self._vast(ontwerp, nummer) if ontwerp.vastgesteld else self._ontwerp(ontwerp, nummer))

    def _twee_besluiten(self, sleutel: str, feit: Conflict[Vaststelling]) -> QWidget:
        """Twee mensen stelden hetzelfde ontwerp vast: allebei te zien, en iemand zegt welk besluit geldt."""
        kaart = Kaart()
        uitleg = _("Twee mensen stelden dit vast. Kies welk besluit geldt, en trek het andere met een brief in.")
        kaart.kolom.addWidget(Melding("let_op", uitleg))
        for stem in feit.stemmen:
            if (vast := stem.waarde) is None:
                continue
            wat = _("Besluit {nummer} van {wie}: {wat}")
            opschrift = wat.format(nummer=vast.besluitnummer, wie=vast.door, wat=_(vast.inhoud.productnaam))
            kaart.kolom.addWidget(tekst(opschrift, "label"))
            geldt = _("Besluit {nummer} geldt").format(nummer=vast.besluitnummer)
            links(kaart.kolom, knop(geldt, partial(self._kies_besluit, sleutel, vast), "", "check"))
        return kaart

    def _kies_besluit(self, sleutel: str, vast: Vaststelling) -> None:
        try:
            werk.kies_besluit(self.schrijver.werkplek, self.schrijver.id, sleutel, vast)
        except Fout as fout:
            self.schrijver.mislukt.emit(zin(fout))
            return
        self.bouw()
        self.schrijver.meld_veranderd()

    def ververs(self) -> None:
        self._stappen.ververs()
        for volume in self._volumes.values():
            volume.ververs_waarde()
        for sleutel, indeling in self._onder.items():
            self._toets(indeling, werk.lees(self.schrijver.werkplek, self.schrijver.id, sleutel))

    def _maak(self) -> None:
        try:
            sleutel = werk.begin(self.schrijver.werkplek, self.schrijver.id)
        except Fout as fout:
            self.schrijver.mislukt.emit(zin(fout))
            return
        self.bouw()
        self.schrijver.meld_veranderd()
        self._naar(sleutel)

    def _naar(self, sleutel: str, deel: str = "resultaat") -> None:
        """Zet de focus in dit veld van deze toewijzing, zodra het er staat."""
        for veld in self.findChildren(Veldvorm):
            if (veld.band.sleutel, veld.band.deel) == (sleutel, deel):
                QTimer.singleShot(0, veld, veld.setFocus)

    def _ontwerp(self, ontwerp: Ontwerp, nummer: int) -> QWidget:
        kaart = Kaart()
        kaart.kolom.addWidget(
            tekst(_("Ontwerp {nummer}: {product}").format(nummer=nummer, product=_(ontwerp.inhoud.productnaam)), "kop")
        )
        if ontwerp.inhoud.voorbeeldproduct:
            kaart.kolom.addWidget(
                Melding("let_op", _("Dit product is een voorbeeld. Het komt niet uit het echte boek."))
            )
        elif ontwerp.inhoud.boekband:
            kaart.kolom.addWidget(Melding("let_op", _(ontwerp.inhoud.boekband)))
        self._velden(Veldenrij(self.schrijver, kaart.kolom, ontwerp.sleutel), ontwerp)
        onder = kolom(None, "s")
        kaart.kolom.addLayout(onder)
        self._onder[ontwerp.sleutel] = onder
        self._toets(onder, ontwerp)
        zeker = self._zeker(ontwerp.sleutel)
        vaststellen = knop(_("Vaststellen"), partial(self._vraag_zeker, ontwerp.sleutel, zeker), "hoofd", "check")
        self._vaststellen[ontwerp.sleutel] = vaststellen
        links(kaart.kolom, vaststellen)
        kaart.kolom.addWidget(zeker)
        return kaart

    def _velden(self, v: Veldenrij, ontwerp: Ontwerp) -> None:
        t = Toegewezen.inhoud
        v.voor_gezin(t, _("Wat moet de hulp bereiken?"), deel="resultaat")
        if ontwerp.inhoud.variant is Variant.SPECIFIEK:
            # In euro's is het getal een bedrag; wat mensen typen en zien is dan een bedrag.
            in_euro = partial(self._in_euro, ontwerp.sleutel)
            self._volumes[ontwerp.sleutel] = v.regel(
                t, _("Hoeveel ten hoogste?"), _("Een heel getal, of een bedrag als u in euro telt"),
                lambda invoer: lees_bedrag(invoer) if in_euro() else lees_getal(invoer),
                lambda volume: str(Geld(volume)).removeprefix("€ ") if in_euro() else str(volume),
                deel="volume", breedte=160,
            )  # fmt: skip
            v.keuze(t, _("Waarin tellen we?"), tuple(Eenheid), deel="eenheid")
            v.keuze(t, _("Per hoeveel tijd?"), tuple(Frequentie), deel="frequentie")
        else:
            uitleg = _("Voor dit product is geen code bekend. Het bericht kent dan alleen een bedrag als grens.")
            v.regel(
                t, _("Wat mag het ten hoogste kosten? (in euro)"), uitleg, lees_bedrag,
                lambda centen: str(Geld(centen)).removeprefix("€ "), deel="budget", breedte=200,
            )  # fmt: skip
        v.datum(t, _("Wanneer begint de hulp?"), deel="ingangsdatum")
        v.datum(t, _("Wanneer stopt de hulp uiterlijk?"), deel="einddatum")
        uitleg = _("Komt in het besluit. Schrijf het voor het gezin.")
        v.voor_gezin(t, _("Waarom past deze hulp?"), uitleg, 4, "motivering")
        v.voor_gezin(t, _("Waarom zoveel en zo lang?"), deel="motivering_omvang")
        alles = _("Leeg als alles is toegekend.")
        v.voor_gezin(t, _("Wat vroeg het gezin ook, en kent u niet toe?"), alles, deel="niet_toegekend")
        v.keuze(t, _("Waarom niet?"), tuple(Weigergrond), deel="weigergrond")
        v.voor_gezin(t, _("Leg dat uit voor het gezin"), deel="waarom_niet")
        v.voor_gezin(t, _("Hoe bouwt de hulp af, en waarheen?"), deel="afschalen")
        v.datum(t, _("Wanneer kijken we samen terug?"), deel="evaluatiedatum")
        self._aanbieder(v, ontwerp)
        _veiligheidsvink(v)

    def _in_euro(self, sleutel: str) -> bool:
        inhoud = waarde(Toegewezen(self.schrijver.dossier.kind, sleutel).inhoud)
        return inhoud is not None and inhoud.eenheid is Eenheid.EUROS

    def _aanbieder(self, v: Veldenrij, ontwerp: Ontwerp) -> None:
        aanbieders = instellingen.profiel(self.schrijver.werkplek).aanbieders
        keuze = Keuzelijst()
        keuze.addItem(_("nog niet gekozen"), ("", ""))
        for aanbieder in aanbieders:
            keuze.addItem(self._met_wachttijd(ontwerp, aanbieder), (aanbieder.naam, aanbieder.agb))
        namen = ["", *(a.naam for a in aanbieders)]
        keuze.setCurrentIndex(namen.index(ontwerp.inhoud.aanbieder) if ontwerp.inhoud.aanbieder in namen else 0)
        v.indeling.addWidget(label_bij(keuze, _("Wie geeft de hulp?")))
        v.indeling.addWidget(keuze)
        keuze.activated.connect(
            lambda _n: self._zet(
                ontwerp.sleutel, aanbieder=keuze.currentData()[0], aanbieder_agb=keuze.currentData()[1]
            )
        )

    def _met_wachttijd(self, ontwerp: Ontwerp, aanbieder: Aanbieder) -> str:
        """De aanbieder, met hoe lang iemand daar wacht als dat bekend is."""
        werkplek = self.schrijver.werkplek
        for wacht in boeken.van_product(werkplek, ontwerp.inhoud.product):
            if wacht.weken is not None and wacht.aanbieder == aanbieder.naam:
                return wachtzin(wacht, werkplek.vandaag)
        return aanbieder.naam

    def _zet(self, sleutel: str, **delen: Any) -> None:
        if werk.wijzig(self.schrijver.werkplek, self.schrijver.id, sleutel, **delen):
            self.schrijver.meld_veranderd()

    def _toets(self, indeling: QVBoxLayout, ontwerp: Ontwerp) -> None:
        leeg(indeling)
        self._open_adviezen[ontwerp.sleutel] = []
        indeling.addWidget(tekst(_("Klopt het?"), "label"))
        indeling.addWidget(Melding("info", _som(ontwerp)))
        if not ontwerp.bevindingen:
            indeling.addWidget(Melding("goed", _("De toewijzing is compleet. U kunt vaststellen.")))
        for bevinding in ontwerp.bevindingen:
            indeling.addWidget(self._bevinding(ontwerp.sleutel, bevinding))
        for opzij in ontwerp.inhoud.opzij:
            wat = _(BEVINDINGEN[opzij.code]).partition("{")[0]
            zin_ = _("{advies} U liet dit zo, omdat: {reden}").format(advies=wat, reden=opzij.reden)
            indeling.addWidget(Melding("info", zin_))
        mist = overhandigen.mist_straks(self.schrijver.werkplek, self.schrijver.id, ontwerp.sleutel)
        if mist:
            zinnen = [zin_bij_gebrek(g) for g in mist]
            kop = _("Voor het besluit hoeft dit niet, maar voor het bericht aan de aanbieder mist nog:")
            indeling.addWidget(Melding("info", "\n".join([kop, *(f"- {z}" for z in zinnen)])))

    def _bevinding(self, sleutel: str, bevinding: Bevinding) -> Melding:
        melding = Melding(_SOORT[bevinding.zwaarte], zin_bij_bevinding(bevinding))
        if bevinding.zwaarte is Zwaarte.ADVIES:
            advies = zin_bij_bevinding(bevinding)
            band = _band_van_reden(sleutel, bevinding.code)
            opzij = Opzij(advies, self.schrijver.half.get(band.plaats))
            opzij.getypt.connect(partial(self._reden_getypt, band))
            opzij.gesloten.connect(partial(self._vergeet_reden, band))
            opzij.bewaard.connect(partial(self._opzij, sleutel, bevinding.code))
            self._open_adviezen[sleutel].append(opzij.begin)
            melding.rechts.addWidget(opzij)
        return melding

    def _reden_getypt(self, band: Band, reden: str) -> None:
        """Onthoudt de reden meteen, en bewaart haar even later; de klok is van het blad, dat blijft staan."""
        self.schrijver.half[band.plaats] = reden
        self._te_bewaren.add(band)
        self._klok.getypt()

    def verzegel(self) -> bool:
        self._bewaar_redenen()
        return super().verzegel()

    def _bewaar_redenen(self) -> None:
        for band in self._te_bewaren:
            self.schrijver.concept(band, self.schrijver.half[band.plaats])
        self._te_bewaren.clear()

    def _vergeet_reden(self, band: Band) -> None:
        self._te_bewaren.discard(band)
        self.schrijver.vergeet_half(band)

    def _opzij(self, sleutel: str, code: str, reden: str) -> None:
        try:
            werk.leg_opzij(self.schrijver.werkplek, self.schrijver.id, sleutel, code, reden)
        except Fout as fout:
            self.schrijver.mislukt.emit(zin(fout))
            return
        self._vergeet_reden(_band_van_reden(sleutel, code))
        self.schrijver.meld_veranderd()
        verder = (*self._open_adviezen.get(sleutel, ()), self._vaststellen[sleutel])
        QTimer.singleShot(0, verder[0], verder[0].setFocus)

    def _zeker(self, sleutel: str) -> Melding:
        """De laatste vraag voor iets wat niet meer terug kan."""
        vraag = Melding("let_op", _("Na vaststellen verandert dit besluit niet meer. Klopt alles?"))
        links(vraag.rechts, knop(_("Ja, stel vast"), partial(self._stel_vast, sleutel), "hoofd", "check"))
        links(vraag.rechts, knop(_("Nee, nog niet"), partial(self._toch_niet, vraag)))
        vraag.hide()
        return vraag

    @staticmethod
    def _toch_niet(vraag: Melding) -> None:
        """Terug naar de knop waar de vraag vandaan kwam, en niet verder het scherm uit."""
        looproute.vorige(vraag.findChildren(QPushButton)[0]).setFocus()
        vraag.hide()

    def _naar_fout(self, sleutel: str, fout: InvoerFout) -> None:
        """Naar het veld dat niet klopt, of naar het eerste advies dat nog open is."""
        if fout.code in _VELD_BIJ_FOUT:
            self._naar(sleutel, _VELD_BIJ_FOUT[fout.code])
            return
        for advies in self._open_adviezen.get(sleutel, ())[:1]:
            QTimer.singleShot(0, advies, advies.setFocus)

    def _vraag_zeker(self, sleutel: str, zeker: Melding) -> None:
        """Kan het nog niet, dan staat er meteen waarom; anders volgt de laatste vraag."""
        fout = self._waarom_niet(sleutel)
        if fout is not None:
            self.schrijver.mislukt.emit(zin(fout))
            self._naar_fout(sleutel, fout)
            return
        zeker.show()
        # De focus staat op nee: een tweede keer Enter mag nooit vaststellen.
        zeker.findChildren(QPushButton)[-1].setFocus()

    def _waarom_niet(self, sleutel: str) -> InvoerFout | None:
        if not self.verzegel():
            return InvoerFout("veld-klopt-niet")
        return werk.kan_vaststellen(self.schrijver.werkplek, self.schrijver.id, sleutel)

    def _stel_vast(self, sleutel: str) -> None:
        if fout := self._waarom_niet(sleutel):
            self.schrijver.mislukt.emit(zin(fout))
            return
        try:
            werk.stel_vast(self.schrijver.werkplek, self.schrijver.id, sleutel)
        except Fout as fout:
            self.schrijver.mislukt.emit(zin(fout))
            return
        self.bouw()
        self.schrijver.meld_veranderd()
        # Naar de weg verder: een spatie te veel mag geen nieuw ontwerp maken.
        QTimer.singleShot(0, self, lambda: looproute.route(self)[-1].setFocus())

    def _neem_nummer(self, sleutel: str) -> None:
        werk.geef_nummer(self.schrijver.werkplek, self.schrijver.id, sleutel)
        self.bouw()
        self.schrijver.meld_veranderd()

    def _vast(self, ontwerp: Ontwerp, nummer: int) -> QWidget:
        assert ontwerp.vastgesteld is not None  # noqa: S101 - de aanroeper keek dit na
        kaart = Kaart()
        naam = _(ontwerp.inhoud.productnaam)
        kaart.kolom.addWidget(tekst(_("Besluit {nummer}: {product}").format(nummer=nummer, product=naam), "kop"))
        vast = ontwerp.vastgesteld
        melding = _("Vastgesteld op {dag}, met nummer {nummer}. Dit verandert niet meer.").format(
            dag=toon_datum(vast.datum), nummer=vast.besluitnummer
        )
        kaart.kolom.addWidget(Melding("goed", melding))
        kaart.kolom.addWidget(tekst(_som(ontwerp)))
        if ontwerp.nummer is None:
            kaart.kolom.addWidget(Melding("let_op", _(GEBREKEN["toewijzingnummer"])))
            links(kaart.kolom, knop(_("Nummer uit het blok nemen"), partial(self._neem_nummer, ontwerp.sleutel)))
        _veiligheidsvink(Veldenrij(self.schrijver, kaart.kolom, ontwerp.sleutel))
        kaart.kolom.addWidget(Vervolgdeel(self.schrijver, ontwerp.sleutel))
        return kaart


def _band_van_reden(sleutel: str, code: str) -> Band:
    """Waar het concept van een reden staat: bij de toewijzing, met het advies waar zij over gaat."""
    return Band(sleutel, Toegewezen.inhoud, f"opzij:{code}")


def _veiligheidsvink(v: Veldenrij) -> None:
    uitleg = _("Alleen als het bericht iemand in gevaar kan brengen. Er gaat dan geen bericht uit; bel de aanbieder.")
    v.vink(Toegewezen.geen_bericht, _("Een bericht sturen is niet veilig"), uitleg)


def _som(ontwerp: Ontwerp) -> str:
    """De grens als som die iemand kan narekenen."""
    inhoud = ontwerp.inhoud
    maximum = inhoud.maximum
    delen = []
    if inhoud.periode:
        delen.append(_("Van {begin} tot en met {einde}.").format(
            begin=toon_datum(inhoud.periode.begin), einde=toon_datum(inhoud.periode.einde)))  # fmt: skip
    if maximum and inhoud.eenheid:
        totaal = aantal(maximum.totaal, inhoud.eenheid)
        if maximum.soort == "totaal":
            delen.append(_("Ten hoogste {totaal} in totaal.").format(totaal=totaal))
        else:
            som = _("Ten hoogste {keer} {soort} × {volume} = {totaal}.")
            volume = aantal(maximum.volume, inhoud.eenheid)
            delen.append(som.format(keer=maximum.aantal, soort=_(maximum.soort), volume=volume, totaal=totaal))
        if maximum.eigen_afleiding:
            delen.append(_("Deze telling is onze eigen afleiding uit de standaard."))
    if inhoud.maximumkosten:
        delen.append(
            _("Ten hoogste {bedrag}.").format(bedrag=inhoud.maximumkosten)
            + (f" ({inhoud.tariefbron})" if inhoud.tariefbron else "")
        )
    elif maximum and inhoud.tarief is not None:
        delen.append(_("Wat het kost is niet bekend: het tarief telt in iets anders dan deze toewijzing."))
    elif maximum:
        delen.append(_("Wat het kost is niet bekend: er is geen tarief bekend."))
    return " ".join(delen) or _("Is alles ingevuld, dan ziet u hier het maximum.")
