"""De velden van één ontwerp: wat er te vragen is, hangt af van het soort besluit."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.toewijzing import (
    REDENEN,
    VRAAGT_NADER,
    Besluitsoort,
    Levering,
    Redenwijziging,
    Toegewezen,
    Variant,
    Weigergrond,
)
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.getallen import lees_bedrag, lees_getal, toon_bedrag
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.productenboek.profiel import Aanbieder
from jeugdteam_app.regels.agenda import dag_van_besluit
from jeugdteam_app.werk import boeken, instellingen
from jeugdteam_app.werk import toewijzen as werk
from jeugdteam_app.werk.toewijzen import Ontwerp
from ui.bouwstenen.basis import Melding, knop, links
from ui.bouwstenen.formulier import Veldenrij
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.velden import Regelveld, Veldvorm
from ui.bouwstenen.wachtzin import wachtzin

_T = Toegewezen.inhoud


class Ontwerpvelden(QWidget):
    """Alles wat er bij een ontwerp in te vullen is, in de volgorde van de brief."""

    def __init__(self, schrijver: Schrijver, ontwerp: Ontwerp) -> None:
        super().__init__()
        self._schrijver, self._ontwerp = schrijver, ontwerp
        indeling = kolom(self, "s")
        indeling.setContentsMargins(0, 0, 0, 0)
        self._v = Veldenrij(schrijver, indeling, ontwerp.sleutel)
        self._tarief: tuple[Regelveld, ...] = ()
        self._pgb, self._niet, self._fout, self._nader = QWidget(), QWidget(), QWidget(), QWidget()
        match ontwerp.inhoud.besluit:
            case Besluitsoort.AFWIJZEN:
                self._afwijzen()
            case Besluitsoort.GEEN_HULP:
                self._geen_hulp()
            case Besluitsoort.BEEINDIGEN:
                self._stoppen()
            case _:
                self._hulp()
        self.ververs()

    def ververs(self) -> None:
        """Laat zien wat bij de gekozen eenheid en de gekozen vorm hoort, en wat daardoor vanzelf veranderde."""
        for veld in self.findChildren(Veldvorm):
            # Waar iemand nog in zit, blijft staan wat er staat: ook waar de letter knippert.
            if (onderdeel := veld.focusProxy()) is None or not onderdeel.hasFocus():
                veld.ververs_waarde()
        for veld in self._tarief:
            veld.setVisible(self._vraagt_eigen_tarief())
        inhoud = waarde(Toegewezen(self._schrijver.dossier.kind, self._ontwerp.sleutel).inhoud)
        self._pgb.setVisible(inhoud is not None and inhoud.levering is Levering.PGB)
        # Bij afwijzen is dit vak er niet; zonder plek op het blad zou het een los venster worden.
        if self._niet.parentWidget() is not None:
            self._niet.setVisible(inhoud is not None and bool(inhoud.niet_toegekend))
        if self._fout.parentWidget() is not None:
            self._fout.setVisible(inhoud is not None and inhoud.reden_wijziging is Redenwijziging.CORRECTIE)
        if self._nader.parentWidget() is not None:
            self._nader.setVisible(inhoud is not None and inhoud.weigergrond in VRAAGT_NADER)

    def _afwijzen(self) -> None:
        v = self._v
        v.voor_gezin(_T, _("Wat vroeg het gezin?"), deel="niet_toegekend")
        v.keuze(_T, _("Waarom kent u dit niet toe?"), tuple(Weigergrond), deel="weigergrond")
        self._welke_grond(v)
        v.voor_gezin(_T, _("Leg dat uit voor het gezin"), regels=4, deel="waarom_niet")
        _gehoord(v)
        v.voor_gezin(_T, _("Wat kan er wel, en bij wie?"), deel="wat_wel")

    def _geen_hulp(self) -> None:
        v = self._v
        uitleg = _("Bijvoorbeeld: het gezin kan het zelf, met de buren, of met hulp die voor iedereen open is.")
        v.voor_gezin(_T, _("Waarom is hulp met een besluit niet nodig?"), uitleg, 4, "motivering")
        v.voor_gezin(_T, _("Wat doen het gezin en de mensen eromheen, en wie helpt er mee?"), deel="wat_wel")
        eens = _("Is het gezin het er niet mee eens? Kies dan ‘Afwijzen’: dan kan het bezwaar maken tegen de redenen.")
        v.vink(_T, _("Het gezin is het hiermee eens"), eens, deel="gezin_eens")
        v.datum(_T, _("Wanneer kijken we samen terug?"), deel="evaluatiedatum")

    def _stoppen(self) -> None:
        v = self._v
        v.datum(_T, _("Wat is de laatste dag?"), deel="einddatum")
        v.keuze(_T, _("Om wat voor reden?"), REDENEN[Besluitsoort.BEEINDIGEN], deel="reden_wijziging")
        self._verbeteren()
        v.voor_gezin(_T, _("Waarom stopt de hulp?"), _("Komt in het besluit."), 3, "motivering")
        v.voor_gezin(_T, _("Hoe gaat het daarna, en wie is er dan?"), deel="afschalen")
        _gehoord(v)

    def _hulp(self) -> None:
        v, inhoud = self._v, self._ontwerp.inhoud
        if inhoud.besluit is Besluitsoort.WIJZIGEN:
            redenen = REDENEN[Besluitsoort.WIJZIGEN]
            v.keuze(_T, _("Om wat voor reden verandert het?"), redenen, deel="reden_wijziging")
            self._verbeteren()
            self._nog_een_aanvraag()
        if not inhoud.product:
            uitleg = _("Deze hulp staat niet in het productenboek. Noem haar zo dat het gezin begrijpt wat het is.")
            v.regel(_T, _("Hoe heet deze hulp?"), uitleg, deel="productnaam")
        v.voor_gezin(_T, _("Wat moet de hulp bereiken?"), deel="resultaat")
        self._hoeveel()
        v.datum(_T, _("Wanneer begint de hulp?"), deel="ingangsdatum")
        self._rest()
        v.datum(_T, _("Wanneer stopt de hulp uiterlijk?"), deel="einddatum")
        uitleg = _("Komt in het besluit. Schrijf het voor het gezin.")
        waarom = _("Waarom verandert dit?") if inhoud.besluit is Besluitsoort.WIJZIGEN else _("Waarom past deze hulp?")
        v.voor_gezin(_T, waarom, uitleg, 4, "motivering")
        v.voor_gezin(_T, _("Waarom zoveel en zo lang?"), deel="motivering_omvang")
        v.keuze(_T, _("Hoe wordt de hulp betaald?"), tuple(Levering), deel="levering")
        self._persoonsgebonden()
        alles = _("Leeg als alles is toegekend.")
        v.voor_gezin(_T, _("Wat vroeg het gezin ook, en kent u niet toe?"), alles, deel="niet_toegekend")
        self._weigeren()
        v.voor_gezin(_T, _("Hoe wordt de hulp minder?"), deel="afschalen")
        naar = _("Noem de plek bij naam: bijvoorbeeld de juf en het jeugdteam, of jongerenwerk in de buurt.")
        v.regel(_T, _("Wie of wat helpt daarna?"), naar, deel="afschalen_naar")
        v.datum(_T, _("Wanneer begint het afbouwen?"), _("U vindt deze dag terug bij ‘Mijn werk’."), "afschalen_op")
        v.datum(_T, _("Wanneer kijken we samen terug?"), deel="evaluatiedatum")
        self._aanbieder()
        ook = _(
            "School, een andere wet, of iets dat voor iedereen open is. Wat hier al is toegewezen, staat er vanzelf."
        )
        v.voor_gezin(_T, _("Welke hulp is er nog meer?"), ook, deel="andere_hulp")
        v.regel(_T, _("Hoe komt het kind bij de hulp?"), _("Alleen als daar iets voor nodig is."), deel="vervoer")
        veiligheidsvink(v)

    def _hoeveel(self) -> None:
        v = self._v
        if self._ontwerp.inhoud.variant is not Variant.SPECIFIEK:
            uitleg = _("Voor dit product is geen code bekend. Het bericht kent dan alleen een bedrag als grens.")
            label = _("Wat mag het ten hoogste kosten? (in euro)")
            v.regel(_T, label, uitleg, lees_bedrag, toon_bedrag, deel="budget", breedte=200)
            return
        # In euro's is het getal een bedrag; wat mensen typen en zien is dan een bedrag.
        v.regel(
            _T, _("Hoeveel ten hoogste?"), _("Een heel getal, of een bedrag als u in euro telt"),
            lambda invoer: lees_bedrag(invoer) if self._in_euro() else lees_getal(invoer),
            lambda volume: toon_bedrag(volume) if self._in_euro() else str(volume),
            deel="volume", breedte=160,
        )  # fmt: skip
        v.keuze(_T, _("Waarin tellen we?"), tuple(Eenheid), deel="eenheid")
        v.keuze(_T, _("Per hoeveel tijd?"), tuple(Frequentie), deel="frequentie")
        uitleg = _(
            "Het boek noemt geen tarief in deze eenheid. Weet u het uit het contract, dan rekent het programma het uit."
        )
        label = _("Wat kost één eenheid? (in euro)")
        self._tarief = (
            v.regel(_T, label, uitleg, lees_bedrag, toon_bedrag, deel="eigen_tarief", breedte=200),
            v.regel(_T, _("Waar staat dat tarief?"), deel="tariefbron"),
        )

    def _rest(self) -> None:
        """Telt de oude grens over de hele tijd, dan zegt een wijziging met een nieuw nummer wat er over is."""
        dossier, inhoud = self._schrijver.dossier, self._ontwerp.inhoud
        oud = lopend.van(dossier, inhoud.vervangt) if inhoud.besluit is Besluitsoort.WIJZIGEN else None
        if oud is None or not (deel := lopend.hele_grens(oud.inhoud)):
            return
        uitleg = _(
            "Alleen als de hulp verder gaat met een nieuw nummer of budget: van het oude blijft dan dit over. Is er "
            "niets gebruikt? Trek de oude dan in (stoppen, met reden ‘verwijderd’) en ken de nieuwe apart toe."
        )
        label = _("Hoeveel mag er in de oude toewijzing gebruikt zijn?")
        if deel == "budget":
            self._v.regel(_T, label, uitleg, lees_bedrag, toon_bedrag, deel="over_voor_oud", breedte=200)
        else:
            self._v.regel(_T, label, uitleg, lees_getal, str, deel="over_voor_oud", breedte=160)

    def _persoonsgebonden(self) -> None:
        """De drie voorwaarden voor een pgb; alleen in beeld als daarvoor gekozen is."""
        v = self._vak(self._v, self._pgb)
        if self._ontwerp.inhoud.variant is Variant.SPECIFIEK:
            label = _("Hoe hoog is het budget ten hoogste? (in euro, voor de hele tijd)")
            v.regel(_T, label, "", lees_bedrag, toon_bedrag, deel="budget", breedte=200)
            uitleg = _("Per uur, dagdeel of waarin u hierboven telt. Het programma rekent dan mee.")
            label = _("Wat mag één eenheid hulp kosten? (in euro)")
            v.regel(_T, label, uitleg, lees_bedrag, toon_bedrag, deel="pgb_tarief", breedte=200)
        v.voor_gezin(_T, _("Hoe is het budget berekend, of waarom is het anders dan de som?"), deel="pgb_berekening")
        v.voor_gezin(_T, _("Wie beheert het budget, en waaruit blijkt dat dat goed gaat?"), deel="pgb_bekwaam")
        v.voor_gezin(_T, _("Waarom past de hulp die de gemeente inkoopt niet?"), deel="pgb_waarom")
        v.voor_gezin(_T, _("Waaruit blijkt dat de hulp goed en veilig is?"), deel="pgb_kwaliteit")
        uitleg = _("Bijvoorbeeld: elk half jaar een gesprek, met de rekeningen erbij.")
        v.voor_gezin(_T, _("Hoe laat het gezin zien waar het geld aan op ging?"), uitleg, deel="pgb_verantwoording")

    def _weigeren(self) -> None:
        """Waarom een deel niet wordt toegekend; alleen in beeld als er iets niet wordt toegekend."""
        v = self._vak(self._v, self._niet)
        v.keuze(_T, _("Waarom niet?"), tuple(Weigergrond), deel="weigergrond")
        self._welke_grond(v)
        v.voor_gezin(_T, _("Leg dat uit voor het gezin"), deel="waarom_niet")
        _gehoord(v)

    def _verbeteren(self) -> None:
        """Wat er niet klopte; alleen in beeld bij een verbetering."""
        self._vak(self._v, self._fout).voor_gezin(_T, _("Wat was er fout in het vorige besluit?"), deel="wat_was_fout")

    def _nog_een_aanvraag(self) -> None:
        """Wacht het gezin nog op een besluit, dan zegt een mens of deze wijziging daar het antwoord op is."""
        aanvraag = waarde(self._schrijver.dossier.een(Aanmelding).aanvraagdatum)
        if aanvraag is None or dag_van_besluit(self._schrijver.dossier) is None:
            return
        label = _("De aanvraag van {dag} blijft open").format(dag=toon_datum(aanvraag))
        uitleg = _("Kies dit als u nu iets anders verandert, en op die aanvraag nog een besluit komt.")
        self._v.vink(_T, label, uitleg, deel="aanvraag_blijft_open")

    def _welke_grond(self, v: Veldenrij) -> None:
        """Welke wet of welke voorwaarde; alleen in beeld bij een grond die dat vraagt."""
        uitleg = _("Bijvoorbeeld: de Zorgverzekeringswet, of: wie het budget beheert, kan dat niet alleen.")
        self._vak(v, self._nader).regel(
            _T, _("Welke wet of welke voorwaarde is dat?"), uitleg, deel="weigergrond_nader"
        )

    def _vak(self, v: Veldenrij, vak: QWidget) -> Veldenrij:
        """Een deel van het formulier dat samen komt en gaat."""
        indeling = kolom(vak, "s")
        indeling.setContentsMargins(0, 0, 0, 0)
        v.indeling.addWidget(vak)
        return Veldenrij(self._schrijver, indeling, self._ontwerp.sleutel)

    def _vraagt_eigen_tarief(self) -> bool:
        inhoud = waarde(Toegewezen(self._schrijver.dossier.kind, self._ontwerp.sleutel).inhoud)
        return inhoud is not None and inhoud.vraagt_eigen_tarief

    def _in_euro(self) -> bool:
        inhoud = waarde(Toegewezen(self._schrijver.dossier.kind, self._ontwerp.sleutel).inhoud)
        return inhoud is not None and inhoud.eenheid is Eenheid.EUROS

    def _aanbieder(self) -> None:
        inhoud = self._ontwerp.inhoud
        aanbieders = instellingen.profiel(self._schrijver.werkplek).aanbieders
        keuze = Keuzelijst()
        keuze.addItem(_("nog niet gekozen"), ("", ""))
        for aanbieder in aanbieders:
            keuze.addItem(self._met_wachttijd(aanbieder), (aanbieder.naam, aanbieder.agb))
        namen = ["", *(a.naam for a in aanbieders)]
        keuze.setCurrentIndex(namen.index(inhoud.aanbieder) if inhoud.aanbieder in namen else 0)
        self._v.indeling.addWidget(label_bij(keuze, _("Wie geeft de hulp?")))
        self._v.indeling.addWidget(keuze)
        keuze.activated.connect(partial(self._kies_aanbieder, keuze))

    def _kies_aanbieder(self, keuze: Keuzelijst, _nummer: int) -> None:
        naam, agb = keuze.currentData()
        sleutel = self._ontwerp.sleutel
        if self._schrijver.doe(lambda w, d: werk.wijzig(w, d, sleutel, aanbieder=naam, aanbieder_agb=agb)):
            self._schrijver.meld_veranderd()

    def _met_wachttijd(self, aanbieder: Aanbieder) -> str:
        """De aanbieder, met hoe lang iemand daar wacht als dat bekend is."""
        werkplek = self._schrijver.werkplek
        for wacht in boeken.van_product(werkplek, self._ontwerp.inhoud.product):
            if wacht.weken is not None and wacht.aanbieder == aanbieder.naam:
                return wachtzin(wacht, werkplek.vandaag)
        return aanbieder.naam


def _gehoord(v: Veldenrij) -> None:
    """Wie iets weigert, hoort het gezin eerst (Awb 4:7)."""
    v.datum(_T, _("Wanneer besprak u dit met het gezin, voor het besluit?"), deel="gehoord_op")
    v.voor_gezin(_T, _("Wat zei het gezin daar zelf over?"), deel="zienswijze")


def veiligheidsvink(v: Veldenrij) -> None:
    """Of een bericht aan de aanbieder iemand in gevaar kan brengen (OP003)."""
    uitleg = _("Alleen als het bericht iemand in gevaar kan brengen. Er gaat dan geen bericht uit; bel de aanbieder.")
    v.vink(Toegewezen.geen_bericht, _("Een bericht sturen is niet veilig"), uitleg)
    if not lopend.is_elders_onveilig(v.schrijver.dossier, v.sleutel):
        return
    elders = _("Bij een andere toewijzing van dit kind staat dat een bericht niet veilig is. Is het hier wel veilig?")
    melding = Melding("let_op", elders)
    band = Band(v.sleutel, Toegewezen.geen_bericht)

    def wel() -> None:
        if v.schrijver.schrijf(band, Bekend(False)):
            melding.hide()

    links(melding.rechts, knop(_("Ja, een bericht aan deze aanbieder is veilig"), wel, "", "check"))
    v.indeling.addWidget(melding)
