"""Toewijzen: hoeveel ten hoogste, tot wanneer, en vaststellen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.post import Verzoek
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Toegewezen
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Conflict, waarde
from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.regels.bevinding import Bevinding, Zwaarte
from jeugdteam_app.werk import overhandigen, schrijven, vaststellen
from jeugdteam_app.werk import toewijzen as werk
from jeugdteam_app.werk.toewijzen import Ontwerp
from jeugdteam_app.zinnen.bericht import zin_bij_gebrek
from jeugdteam_app.zinnen.besluit import kort, zin_bij_bevinding
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen import looproute
from ui.bouwstenen.afscherming import zin_over_afgeschermd
from ui.bouwstenen.basis import Kaart, Melding, Uitklapper, knop, leeg, links, tekst
from ui.bouwstenen.formulier import Hoofdstukblad
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.invoer import Typklok
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG
from ui.bouwstenen.velden import Veldvorm
from ui.bouwstenen.weghaalvraag import weghaalvraag
from ui.hoofdstukken.toewijzing.gezegd import som, wat
from ui.hoofdstukken.toewijzing.meekijken import Meekijkdeel
from ui.hoofdstukken.toewijzing.ontwerp import Ontwerpvelden
from ui.hoofdstukken.toewijzing.opzij import Opzij
from ui.hoofdstukken.toewijzing.stappen import Stappendeel
from ui.hoofdstukken.toewijzing.vast import Vastkaart
from ui.hoofdstukken.toewijzing.verzoek import Verzoekkaart
from ui.hoofdstukken.toewijzing.welk_geldt import TweeBesluiten, TweeWijzigingen

_SOORT = {Zwaarte.BLOKKADE: "fout", Zwaarte.CONCEPT: "let_op", Zwaarte.ADVIES: "let_op"}
_VELD_BIJ_BEVINDING = {
    "geen-ingangsdatum": "ingangsdatum", "geen-einddatum": "einddatum",
    "einde-voor-begin": "einddatum", "geen-omvang": "volume", "geen-budget": "budget",
    "weigeren-zonder-grond": "niet_toegekend", "geen-hulp-zonder-uitleg": "motivering",
    "wijzigen-zonder-reden": "reden_wijziging", "stoppen-is-later": "einddatum",
    "verwijderen-hele-tijd": "einddatum", "pgb-voorwaarden": "pgb_bekwaam",
    "pgb-zonder-bedrag": "budget", "reden-past-niet": "reden_wijziging",
    "nieuw-nummer-later": "ingangsdatum", "rest-voor-oud": "over_voor_oud",
    "correctie-zonder-fout": "wat_was_fout", "weigergrond-zonder-naam": "weigergrond_nader",
}  # fmt: skip


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
        self._velden: list[Ontwerpvelden] = []
        self._verzoeken: list[Verzoekkaart] = []
        self._meekijken: list[Meekijkdeel] = []
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
        self._velden.clear()
        self._meekijken.clear()
        ontwerpen = werk.ontwerpen(self.schrijver.werkplek, self.schrijver.id)
        self._verzoeken = [
            Verzoekkaart(self.schrijver, v, inhoud, self._begin_met)
            for v in self.schrijver.dossier.alle(Verzoek)
            if (inhoud := waarde(v.inhoud))
        ]
        for kaart in self._verzoeken:
            self._begin.addWidget(kaart)
        if waarde(self.schrijver.dossier.een(Keuze).inhoud) is None:
            self._begin.addWidget(
                tekst(_("Kies eerst bij ‘Wat past’ welke hulp past. Dan kunt u hier toewijzen."), "zacht")
            )
        elif ontwerpen:
            # Is er al een, dan is nog een maken niet meer het eerste wat iemand hier doet.
            links(self._begin, knop(_("Nog een toewijzing maken voor deze keuze"), self._maak, "", "plus"))
        else:
            links(self._begin, knop(_("Toewijzing maken voor deze keuze"), self._maak, "hoofd", "plus"))
        anders = Uitklapper(_("Geen hulp toekennen"), "shield-check", HUIDIG.kleuren.accent)
        anders.vul_bij_openen(self._vul_zonder_hulp)
        self._begin.addWidget(anders)
        for samen in lopend.twee_wijzigingen(self.schrijver.dossier):
            self._alle.addWidget(TweeWijzigingen(self.schrijver, samen, self._opnieuw))
        for nummer, ontwerp in enumerate(ontwerpen, 1):
            self._alle.addWidget(self._kaart(ontwerp, nummer))

    def _kaart(self, ontwerp: Ontwerp, nummer: int) -> QWidget:
        """Wat er van deze toewijzing te zien is: het ontwerp, het besluit, of wat iemand eerst moet kiezen."""
        item = Toegewezen(self.schrijver.dossier.kind, ontwerp.sleutel)
        if isinstance(feit := item.vastgesteld, Conflict):
            return TweeBesluiten(self.schrijver, ontwerp.sleutel, feit, self._opnieuw)
        if item.is_van_nieuwere_versie:
            return Melding("let_op", zin(InvoerFout("besluit-nieuwer")))
        if vast := ontwerp.vastgesteld:
            return Vastkaart(self.schrijver, ontwerp, vast, nummer, self._begin_met, self._opnieuw)
        return self._ontwerp(ontwerp, nummer)

    def _opnieuw(self) -> None:
        self.bouw()
        self.schrijver.meld_veranderd()

    def ververs(self) -> None:
        self._stappen.ververs()
        for velden in self._velden:
            velden.ververs()
        for verzoek in self._verzoeken:
            verzoek.ververs()
        for meekijken in self._meekijken:
            meekijken.ververs()
        for sleutel, indeling in self._onder.items():
            self._toets(indeling, werk.lees(self.schrijver.werkplek, self.schrijver.id, sleutel))

    def _vul_zonder_hulp(self, waarin: QVBoxLayout) -> None:
        """Twee uitkomsten zonder hulp: samen vinden dat het niet nodig is, of iets weigeren wat gevraagd is."""
        for opschrift, soort, uitleg in (
            (_("Hulp met een besluit is niet nodig"), Besluitsoort.GEEN_HULP,
             _("U vindt samen dat het zo kan: met eigen kracht, het netwerk of hulp die voor iedereen open is.")),
            (_("De aanvraag afwijzen"), Besluitsoort.AFWIJZEN,
             _("Het gezin vroeg om hulp en krijgt die niet. Het kan bezwaar maken.")),
        ):  # fmt: skip
            waarin.addWidget(tekst(uitleg, "zacht"))
            maak = partial(werk.begin_zonder_hulp, self.schrijver.werkplek, self.schrijver.id, soort)
            links(waarin, knop(opschrift, partial(self._begin_met, maak), "", "file-text"))

    def _maak(self) -> None:
        self._begin_met(partial(werk.begin, self.schrijver.werkplek, self.schrijver.id))

    def _begin_met(self, maak: Callable[[], str]) -> None:
        try:
            sleutel = maak()
        except Fout as fout:
            self.schrijver.mislukt.emit(zin(fout))
            return
        self.bouw()
        self.schrijver.meld_veranderd()
        self._naar(sleutel)

    def _naar(self, sleutel: str, deel: str = "") -> None:
        """Zet de focus in dit veld van deze toewijzing, of in het eerste, zodra het er staat."""
        for veld in self.findChildren(Veldvorm):
            if veld.band.sleutel == sleutel and deel in ("", veld.band.deel):
                QTimer.singleShot(0, veld, veld.setFocus)
                return

    def _ontwerp(self, ontwerp: Ontwerp, nummer: int) -> QWidget:
        kaart = Kaart()
        kaart.kolom.addWidget(
            tekst(_("Ontwerp {nummer}: {product}").format(nummer=nummer, product=wat(ontwerp.inhoud)), "kop")
        )
        if ontwerp.inhoud.voorbeeldproduct:
            kaart.kolom.addWidget(
                Melding("let_op", _("Dit product is een voorbeeld. Het komt niet uit het echte boek."))
            )
        elif ontwerp.inhoud.boekband:
            kaart.kolom.addWidget(Melding("let_op", _(ontwerp.inhoud.boekband)))
        if vraag := weghaalvraag(self.schrijver, Toegewezen, ontwerp.sleutel, self._opnieuw):
            kaart.kolom.addWidget(vraag)
        velden = Ontwerpvelden(self.schrijver, ontwerp)
        self._velden.append(velden)
        kaart.kolom.addWidget(velden)
        meekijken = Meekijkdeel(self.schrijver, ontwerp.sleutel)
        self._meekijken.append(meekijken)
        kaart.kolom.addWidget(meekijken)
        onder = kolom(None, "s")
        kaart.kolom.addLayout(onder)
        self._onder[ontwerp.sleutel] = onder
        self._toets(onder, ontwerp)
        zeker = self._zeker(ontwerp.sleutel)
        vaststellen = knop(_("Vaststellen"), partial(self._vraag_zeker, ontwerp.sleutel, zeker), "hoofd", "check")
        self._vaststellen[ontwerp.sleutel] = vaststellen
        links(kaart.kolom, vaststellen)
        kaart.kolom.addWidget(zeker)
        links(kaart.kolom, knop(_("Dit ontwerp weghalen"), partial(self._haal_weg, ontwerp.sleutel), "stil", "trash-2"))
        return kaart

    def _haal_weg(self, sleutel: str) -> None:
        if not self.schrijver.doe(schrijven.verwijder, Toegewezen, sleutel):
            return
        self._opnieuw()
        self.schrijver.gelukt.emit(_("Het ontwerp is weg. Met ‘Laatste stap ongedaan maken’ komt het terug."))
        looproute.route(self)[0].setFocus()

    def _toets(self, indeling: QVBoxLayout, ontwerp: Ontwerp) -> None:
        leeg(indeling)
        self._open_adviezen[ontwerp.sleutel] = []
        indeling.addWidget(tekst(_("Klopt het?"), "label"))
        if ontwerp.inhoud.geeft_hulp:
            indeling.addWidget(Melding("info", som(ontwerp)))
        if ontwerp.norm:
            indeling.addWidget(Melding("info", _(woord(ontwerp.norm))))
        if dicht := vaststellen.afgeschermde_woorden(self.schrijver.werkplek, self.schrijver.id, ontwerp.sleutel):
            indeling.addWidget(Melding("fout", zin_over_afgeschermd(dicht)))
        elif not ontwerp.bevindingen:
            indeling.addWidget(Melding("goed", _("Alles is er. U kunt vaststellen.")))
        for bevinding in ontwerp.bevindingen:
            indeling.addWidget(self._bevinding(ontwerp.sleutel, bevinding))
        for opzij in ontwerp.inhoud.opzij:
            zin_ = _("{advies} U liet dit zo, omdat: {reden}").format(advies=kort(opzij.code), reden=opzij.reden)
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
        for deel in self._meekijken:
            deel.verzegel()
        return super().verzegel()

    def _bewaar_redenen(self) -> None:
        for band in self._te_bewaren:
            self.schrijver.concept(band, self.schrijver.half[band.plaats])
        self._te_bewaren.clear()

    def _vergeet_reden(self, band: Band) -> None:
        self._te_bewaren.discard(band)
        self.schrijver.vergeet_half(band)

    def _opzij(self, sleutel: str, code: str, reden: str) -> None:
        if not self.schrijver.doe(werk.leg_opzij, sleutel, code, reden):
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
        if veld := _VELD_BIJ_BEVINDING.get(fout.code.removeprefix("toets-")):
            self._naar(sleutel, veld)
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
        return vaststellen.kan_vaststellen(self.schrijver.werkplek, self.schrijver.id, sleutel)

    def _stel_vast(self, sleutel: str) -> None:
        if fout := self._waarom_niet(sleutel):
            self.schrijver.mislukt.emit(zin(fout))
            return
        if not self.schrijver.doe(vaststellen.stel_vast, sleutel):
            return
        self._opnieuw()
        # Naar de weg verder: een spatie te veel mag geen nieuw ontwerp maken.
        QTimer.singleShot(0, self, lambda: looproute.route(self)[-1].setFocus())


def _band_van_reden(sleutel: str, code: str) -> Band:
    """Waar het concept van een reden staat: bij de toewijzing, met het advies waar zij over gaat."""
    return Band(sleutel, Toegewezen.inhoud, f"opzij:{code}")
