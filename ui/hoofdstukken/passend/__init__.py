"""Zien wat past: de vragen, het advies met zijn redenen, en de keuze van een mens."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.afweging import (
    VRAGEN,
    Afweging,
    Hulpvorm,
    Klachten,
    Probleemgebied,
    niet_aan_de_orde,
    reden_van,
    veld_van,
)
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.keuze import Keuze, Wens
from jeugdteam_app.kern.feit import Bekend, Conflict, waarde, waarde_of
from jeugdteam_app.kern.periode import leeftijd
from jeugdteam_app.kern.taal import N_, _, ngettext
from jeugdteam_app.opdrachtregel.advies import KOPPEN
from jeugdteam_app.productenboek.voorwaarden import Uitslag
from jeugdteam_app.regels.feitzin import gemist_zin, voorwaardezin
from jeugdteam_app.regels.uitkomst import EERST, Advies, Tak
from jeugdteam_app.werk import advies as werk
from jeugdteam_app.werk import boeken, instellingen
from ui.bouwstenen.basis import Kaart, Melding, Uitklapper, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_document
from ui.bouwstenen.formulier import Hoofdstukblad, Veldenrij
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.redenen import zet_redenen
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG, aan_wie
from ui.bouwstenen.velden import Tekstveld, Veldvorm
from ui.bouwstenen.wachtzin import wachtzin
from ui.hoofdstukken.passend.van_toen import AdviesVanToen
from ui.hoofdstukken.passend.vergelijken import Vergelijken
from ui.hoofdstukken.passend.wat_als import WatAls

_GROEPEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Eerst: spoed, en bij welke wet hoort het"), (
        "kan_niet_wachten", "gevaar", "kan_open", "maatregel", "leren_op_school", "blijvend_toezicht", "medische_zorg",
        "hulp_voor_achttien", "hulp_op_school", "speciaal_onderwijs", "ontwikkelt_nog", "scheiding", "pgb_wens",
    )),
    (N_("Wat kan het gezin zelf, en wat kan dichtbij"), (
        "ouders_in_staat", "ouders_beschikbaar", "dreigt_overbelasting", "geld_knelt", "netwerk_kan",
        "vrij_toegankelijk_past", "team_kan_zelf", "ontlasten", "ouders_eigen_vraag", "ouders_eigen_hulp",
        "volgen_kan",
    )),
    (N_("Wat is er nodig"), (
        "thuis_passend", "naar_school", "overdag_thuis", "probleemgebieden", "enkelvoudig", "kortdurend",
        "klachten", "complex", "zeer_zwaar", "hulp_voor", "hulp_hielp_niet", "meer_hulpverleners", "dyslexie",
        "eetstoornis", "verstandelijke_beperking", "netwerk_wonen", "verblijf_lang", "vaste_woonplek",
    )),
)  # fmt: skip
_KEUZES: dict[str, tuple[StrEnum, ...]] = {"klachten": tuple(Klachten)}
_MEER: dict[str, tuple[StrEnum, ...]] = {"probleemgebieden": tuple(Probleemgebied), "hulp_voor": tuple(Hulpvorm)}
_BEELD = {Uitslag.JA: "circle-check", Uitslag.NEE: "circle-x", Uitslag.ONBEKEND: "circle-help"}
_TOON_VRAGEN = 5


class Blad(Hoofdstukblad):
    """Vragen, advies en keuze onder elkaar."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = aan_wie(
            _("Wat past er, en waarom? Het programma ordent en legt uit. Het gezin en u beslissen."),
            _("Welke hulp past er, en waarom? Wij leggen het uit. U beslist mee."),
        )
        super().__init__(schrijver, _("Wat past"), uitleg)
        self._groepen: list[tuple[Uitklapper, str, tuple[str, ...]]] = []
        self._plek: dict[str, tuple[Uitklapper, Veldvorm]] = {}
        self._waaroms: dict[str, Tekstveld] = {}
        # Een vraag waar in deze regio niets van afhangt, stellen we niet.
        tellen_mee = werk.vragen_van_de_regio(schrijver.werkplek)
        # Aan tafel wat eruit komt en waarom; de antwoorden zelf, zoals over gevaar, zijn voor de medewerker.
        for kop, namen in () if HUIDIG.aan_tafel else _GROEPEN:
            self._vragen(_(kop), tuple(n for n in namen if n in tellen_mee))
        self._uitkomst = QWidget()
        self._delen = kolom(self._uitkomst, "l")
        self.kolom.addWidget(self._uitkomst)
        # Bij het kiezen van een plek staan namen van andere bestanden; dat is niet voor aan tafel.
        if not HUIDIG.aan_tafel:
            links(self.kolom, knop(_("Advies bewaren als PDF"), self._bewaar, "", "file-down"))
        # Of er iets schuift, verraadt wat de medewerker antwoordde. Ook dat is niet voor aan tafel.
        self._wat_als = None if HUIDIG.aan_tafel else WatAls(schrijver, tellen_mee)
        if self._wat_als:
            self.kolom.addWidget(self._wat_als)
        self._vergelijken = Vergelijken(schrijver)
        self.kolom.addWidget(self._vergelijken)
        self._keuzekaart()
        self.ververs()

    def _vragen(self, kop: str, namen: tuple[str, ...]) -> None:
        groep = Uitklapper(kop, "list-checks", HUIDIG.kleuren.accent)
        self._groepen.append((groep, kop, namen))
        self.kolom.addWidget(groep)
        v = Veldenrij(self.schrijver, groep.kolom, Afweging.soort)
        for naam in namen:
            vraag = VRAGEN[naam]
            veld = veld_van(naam)
            vorm = (
                v.meerkeuze(veld, _(vraag.tekst), _MEER[naam], _(vraag.waarom))
                if naam in _MEER
                else v.keuze(veld, _(vraag.tekst), _KEUZES.get(naam, tuple(Antwoord)), _(vraag.waarom), open_=True)
            )
            self._plek[naam] = (groep, vorm)
            # Waarom de medewerker iets vindt, is zijn eigen afweging en ligt niet op tafel.
            if (waarom := reden_van(naam)) and not HUIDIG.aan_tafel:
                self._waaroms[naam] = v.tekst(waarom, _("Waarom vindt u dat?"), regels=1)
                self._waaroms[naam].setAccessibleDescription(_(vraag.tekst))

    def ververs(self) -> None:
        self._tel_antwoorden()
        leeg(self._delen)
        gegeven = werk.advies(self.schrijver.werkplek, self.schrijver.id)
        self._wie = werk.herkomst(self.schrijver.werkplek, self.schrijver.id)
        if HUIDIG.aan_tafel:
            self._voor_het_gezin(gegeven)
        else:
            self._voor_de_medewerker(gegeven)
        self._product.ververs()
        if self._wat_als:
            self._wat_als.zet_terug()
        self._vergelijken.zet(self._producten())

    def _voor_het_gezin(self, gegeven: Advies) -> None:
        """Eerst wat past, dan wat zonder jeugdhulp kan; wat nergens over gaat, blijft weg."""
        past = tuple(t for t in gegeven.voorstellen if t.uitslag is Uitslag.JA)
        self._deel("voorstellen", past, _("Nog geen. Eerst zoeken we samen nog iets uit."))
        for deel, takken in (("voorliggend", gegeven.voorliggend), ("ander_kader", gegeven.ander_kader)):
            # Wat hier nog open is, gaat over geheime vragen van de medewerker, zoals die over gevaar.
            if zeker := tuple(t for t in takken if t.uitslag is Uitslag.JA):
                self._deel(deel, zeker)
        self._misschien(tuple(t for t in gegeven.voorstellen if t.uitslag is not Uitslag.JA))
        if gegeven.uitwegen:
            self._deel("uitwegen", gegeven.uitwegen)
        self._deel("afgevallen", gegeven.afgevallen, dicht=True)
        if instellingen.boek(self.schrijver.werkplek).band:
            voorbeeld = _("De hulp in deze lijst is een voorbeeld, of nog niet vastgesteld door de gemeente.")
            self._delen.addWidget(Melding("let_op", voorbeeld))

    def _voor_de_medewerker(self, gegeven: Advies) -> None:
        self._kop(gegeven)
        self._deel("ander_kader", gegeven.ander_kader)
        self._deel("voorliggend", gegeven.voorliggend)
        self._deel("segmenten", gegeven.segmenten)
        past = tuple(t for t in gegeven.voorstellen if t.uitslag is Uitslag.JA)
        self._deel("voorstellen", past, _("Nog geen. Kijk naar de open vragen hieronder."))
        self._misschien(tuple(t for t in gegeven.voorstellen if t.uitslag is not Uitslag.JA))
        self._deel("plichten", gegeven.plichten)
        for deel, takken in (("beslist", gegeven.beslist), ("uitwegen", gegeven.uitwegen)):
            if takken:
                self._deel(deel, takken)
        self._open_vragen(gegeven.vragen)
        self._deel("afgevallen", gegeven.afgevallen, dicht=True)

    def _tel_antwoorden(self) -> None:
        """Toont alleen de vragen die iets zeggen, en telt hoeveel daarvan beantwoord zijn."""
        afweging = self.schrijver.dossier.een(Afweging)
        geboren = waarde(self.schrijver.dossier.een(Jeugdige).geboortedatum)
        over = niet_aan_de_orde(afweging, leeftijd(geboren, self.schrijver.werkplek.vandaag) if geboren else None)
        for groep, kop, namen in self._groepen:
            telt = [n for n in namen if n not in over]
            for naam in namen:
                self._toon_vraag(naam, zichtbaar=naam in telt)
            gegeven = sum(isinstance(veld_van(n).__get__(afweging, Afweging), Bekend) for n in telt)
            stand = _("{kop} ({gegeven} van {alle} beantwoord)")
            groep.zet_opschrift(stand.format(kop=kop, gegeven=gegeven, alle=len(telt)))

    def _toon_vraag(self, naam: str, *, zichtbaar: bool) -> None:
        self._plek[naam][1].setVisible(zichtbaar)
        if naam in self._waaroms:
            self._waaroms[naam].setVisible(zichtbaar)

    def _kop(self, gegeven: Advies) -> None:
        boek = instellingen.boek(self.schrijver.werkplek)
        if boek.band:
            self._delen.addWidget(Melding("let_op", _(boek.band)))
        for tak in gegeven.plichten:
            if tak.code == EERST:
                self._delen.insertWidget(0, Melding("fout", _(tak.titel)))
        if gegeven.voorlopig:
            self._delen.addWidget(Melding("info", _("Dit advies is voorlopig: de analyse is nog niet klaar.")))

    def _kaart(self, deel: str) -> QVBoxLayout:
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(_(KOPPEN[deel]), "kop"))
        self._delen.addWidget(kaart)
        return kaart.kolom

    def _deel(self, deel: str, takken: tuple[Tak, ...], niets: str = "", *, dicht: bool = False) -> None:
        """Een kaart met wat zeker is; wat nog van een antwoord afhangt, zit er dichtgevouwen onder."""
        indeling = self._kaart(deel)
        if not takken:
            indeling.addWidget(tekst(niets or _("Op dit moment niets."), "zacht"))
        zeker = tuple(t for t in takken if t.uitslag is not Uitslag.ONBEKEND)
        if dicht and zeker:
            self._dicht(indeling, _aantal_producten(len(zeker)), zeker, "circle-x", HUIDIG.kleuren.zacht)
        else:
            for tak in zeker:
                indeling.addWidget(self._regel(tak))
        if onzeker := tuple(t for t in takken if t.uitslag is Uitslag.ONBEKEND):
            opschrift = (
                _("Dit beoordeelt u zelf ({aantal})") if deel == "plichten" else _("Dit weten we nog niet ({aantal})")
            )
            opschrift = opschrift.format(aantal=len(onzeker))
            self._dicht(indeling, opschrift, onzeker, "circle-help", HUIDIG.kleuren.let_op)

    def _dicht(self, indeling: QVBoxLayout, opschrift: str, takken: tuple[Tak, ...], beeld: str, kleur: str) -> None:
        alles = Uitklapper(opschrift, beeld, kleur)
        alles.vul_bij_openen(partial(self._vul_takken, takken))
        indeling.addWidget(alles)

    def _regel(self, tak: Tak) -> Uitklapper:
        uitslag = _UITSLAG[tak.uitslag] if tak.uitslag is not Uitslag.ONBEKEND or tak.hangt_af_van else _ZELF
        regel = Uitklapper(f"{_(tak.titel)}: {_(uitslag)}", _BEELD[tak.uitslag], _kleur(tak.uitslag))
        regel.vul_bij_openen(partial(self._vul_regel, tak))
        return regel

    def _vul_takken(self, takken: tuple[Tak, ...], binnen: QVBoxLayout) -> None:
        for tak in takken:
            binnen.addWidget(self._regel(tak))

    def _vul_regel(self, tak: Tak, binnen: QVBoxLayout) -> None:
        # Wat een product uitsluit, is een antwoord van de medewerker en ligt niet op tafel.
        for gemist in () if HUIDIG.aan_tafel else tak.gemist:
            zin_ = gemist_zin(voorwaardezin(gemist.voorwaarde), uitgesloten=gemist.uitgesloten)
            binnen.addWidget(tekst(zin_))
        zet_redenen(binnen, (*tak.let_op, *tak.redenen), self._wie)
        for zin_ in self._wachttijden(tak):
            binnen.addWidget(tekst(zin_, "zacht"))
        # Welke vraag nog open is, zegt ook iets: de medewerker vroeg zich dat af.
        for feit in () if HUIDIG.aan_tafel else tak.hangt_af_van:
            if vraag := VRAGEN.get(feit):
                binnen.addWidget(tekst(_("Nog te vragen: {vraag}").format(vraag=_(vraag.tekst)), "zacht"))

    def _wachttijden(self, tak: Tak) -> list[str]:
        """Wie dit product levert en hoe lang iemand daar wacht, als dat geladen is."""
        werkplek = self.schrijver.werkplek
        return [wachtzin(w, werkplek.vandaag) for w in boeken.van_product(werkplek, tak.code)] if tak.segment else []

    def _misschien(self, takken: tuple[Tak, ...]) -> None:
        if takken:
            kaart = Kaart()
            kaart.kolom.addWidget(tekst(_("Dit past misschien, het hangt nog van een antwoord af"), "kop"))
            self._dicht(kaart.kolom, _aantal_producten(len(takken)), takken, "circle-help", HUIDIG.kleuren.let_op)
            self._delen.addWidget(kaart)

    def _open_vragen(self, vragen: tuple[Tak, ...]) -> None:
        indeling = self._kaart("vragen")
        if not vragen:
            indeling.addWidget(tekst(_("Geen: alle vragen die ertoe doen zijn beantwoord."), "zacht"))
        for tak in vragen[:_TOON_VRAGEN]:
            indeling.addWidget(self._vraag(tak))
        if len(vragen) > _TOON_VRAGEN:
            rest = Uitklapper(
                _("Nog {aantal} vragen, minder belangrijk").format(aantal=len(vragen) - _TOON_VRAGEN), "circle-help",
                HUIDIG.kleuren.zacht,
            )  # fmt: skip
            for tak in vragen[_TOON_VRAGEN:]:
                rest.kolom.addWidget(self._vraag(tak))
            indeling.addWidget(rest)

    def _vraag(self, tak: Tak) -> Uitklapper:
        regel = Uitklapper(_(tak.titel), "circle-help", HUIDIG.kleuren.let_op)
        regel.kolom.addWidget(tekst(_(tak.redenen[0].tekst)))
        verandert = ", ".join(_(v) for v in tak.verandert)
        regel.kolom.addWidget(tekst(_("Het antwoord kan veranderen: {wat}").format(wat=verandert), "zacht"))
        if tak.code in self._plek:
            naar = knop(_("Naar deze vraag"), partial(self._ga_naar, tak.code))
            naar.setAccessibleName(f"{_('Naar deze vraag')}: {_(tak.titel)}")
            links(regel.kolom, naar)
        return regel

    def _ga_naar(self, naam: str) -> None:
        groep, veld = self._plek[naam]
        groep.knop.setChecked(True)
        self._toon_vraag(naam, zichtbaar=True)
        veld.setFocus()

    def _keuzekaart(self) -> None:
        uitleg = aan_wie(_("U kiest samen met het gezin. Schrijf op waarom."), _("We kiezen samen."))
        v = self.velden(_("Kiezen"), Keuze.soort, uitleg)
        self._product = v.lijst(Keuze.product, _("Welk product kiest u samen?"), self._producten)
        v.voor_gezin(Keuze.reden, _("Waarom past dit?"))
        v.tekst(Keuze.voorkeur_gezin, aan_wie(_("Wat wil het gezin zelf?"), _("Wat wilt u zelf?")))
        v.keuze(Keuze.wens, aan_wie(_("Is dit ook wat het gezin wil?"), _("Is dit ook wat u wilt?")), tuple(Wens))
        anders = aan_wie(_("Kiest u iets anders dan het gezin wil? Waarom?"), _("Wordt het iets anders? Waarom?"))
        v.tekst(Keuze.waarom_anders, anders, regels=1)
        self._stand = Melding("goed", "")
        self._stand.hide()
        v.indeling.addWidget(self._stand)
        links(v.indeling, knop(_("Keuze vastleggen"), self._kies, "hoofd", "check"))
        self._van_toen = AdviesVanToen()
        self.kolom.addWidget(self._van_toen)
        self._toon_keuze()

    def _producten(self) -> list[tuple[str, str]]:
        """Eerst wat past, dan wat misschien past, en onderaan wat volgens de regels niet past."""
        gegeven = werk.advies(self.schrijver.werkplek, self.schrijver.id)
        achter = {Uitslag.JA: _("past"), Uitslag.ONBEKEND: _("past misschien"), Uitslag.NEE: _("past niet")}
        takken = (*gegeven.voorstellen, *gegeven.afgevallen)
        return [(t.code, f"{_(t.titel)}: {achter[t.uitslag]}") for t in takken]

    def _toon_keuze(self) -> None:
        feit = self.schrijver.dossier.een(Keuze).inhoud
        if isinstance(feit, Conflict):
            self._stand.zeg(_("Er liggen twee verschillende keuzes vast. Leg hier vast welke goed is."))
            self._stand.show()
            return
        # Het advies van toen noemt elke reden met de antwoorden erbij; dat is niet voor aan tafel.
        if not HUIDIG.aan_tafel:
            self._van_toen.zet(werk.advies_van_toen(self.schrijver.werkplek, self.schrijver.id))
        keuze = waarde(feit)
        if keuze is None:
            return
        boek = instellingen.boek_van(self.schrijver.werkplek, keuze.bewijs.boek, keuze.bewijs.boekversie)
        naam = boek.product(keuze.product).naam
        melding = _("Vastgelegd: {product}. Het advies van toen is erbij bewaard.").format(product=_(naam))
        self._stand.zeg(melding)
        self._stand.show()

    def _bewaar(self) -> None:
        maak = partial(werk.advies_pdf, self.schrijver.werkplek, self.schrijver.id)
        bewaar_document(self, self.schrijver, "advies.pdf", maak)

    def _kies(self) -> None:
        self.verzegel()
        gekozen = self.schrijver.dossier.een(Keuze)
        product, reden = waarde_of(gekozen.product, ""), waarde_of(gekozen.reden, "")
        voorkeur, anders = waarde_of(gekozen.voorkeur_gezin, ""), waarde_of(gekozen.waarom_anders, "")
        wens = waarde(gekozen.wens)
        if not self.schrijver.doe(werk.kies, product, reden, voorkeur, wens, anders):
            return
        self._toon_keuze()
        self.schrijver.meld_veranderd()


def _aantal_producten(aantal: int) -> str:
    return ngettext("{aantal} product", "{aantal} producten", aantal).format(aantal=aantal)


def _kleur(uitslag: Uitslag) -> str:
    k = HUIDIG.kleuren
    return {Uitslag.JA: k.goed, Uitslag.NEE: k.zacht, Uitslag.ONBEKEND: k.let_op}[uitslag]


# Wat niet van een open vraag afhangt en toch niet zeker is, weegt een mens.
_ZELF = N_("dat beoordeelt u zelf")
_UITSLAG = {Uitslag.JA: N_("ja"), Uitslag.NEE: N_("nee"), Uitslag.ONBEKEND: N_("hangt ervan af")}
