"""De korte weg van de praktijkondersteuner: vraag, kort beeld, gesprekken tegen het maximum, en hoe het afloopt."""

from __future__ import annotations

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.brief import Briefsoort
from jeugdteam_app.dossier.praktijk import CRITERIA, Praktijk, Uitkomst
from jeugdteam_app.kern.feit import Bekend, Onbekend, alle_waarden
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _, ngettext
from jeugdteam_app.regels import praktijkvraag
from jeugdteam_app.werk import brieven, instellingen
from ui.bouwstenen import looproute
from ui.bouwstenen.basis import Melding, knop, links
from ui.bouwstenen.brieven import Brieven
from ui.bouwstenen.formulier import Hoofdstukblad, Veldenrij
from ui.bouwstenen.gesprekken import gesprekslijst
from ui.bouwstenen.invoer import Groeivak, Keuzelijst, label_bij
from ui.bouwstenen.schrijver import Schrijver

# Wat een praktijk schrijft; bij Overhandigen staan alle brieven.
_BRIEVEN = (Briefsoort.VERWIJZING, Briefsoort.START, Briefsoort.VOORTGANG, Briefsoort.AFSLUITING, Briefsoort.HUISARTS)


class Blad(Hoofdstukblad):
    """Alles van de praktijk op één blad: van de vraag en de gesprekken tot de brief."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("De korte weg. Wat in het dossier van de huisarts hoort, plakt u daar; dit is geen tweede dossier.")
        super().__init__(schrijver, _("Praktijk"), uitleg)
        self._terug = Melding("let_op", "")
        self.kolom.addWidget(self._terug)
        self._nieuw = knop(_("Dit is een nieuwe vraag"), self._begin_nieuwe_vraag, "", "check")
        links(self.kolom, self._nieuw)
        self._dezelfde = knop(_("Nee, het is dezelfde vraag"), self._toon_afloop, "", "x")
        links(self.kolom, self._dezelfde)
        self._is_dezelfde = False
        v = self.velden(_("De vraag en het beeld"), Aanmelding.soort)
        v.tekst(Aanmelding.korte_vraag, _("Wat is de vraag?"))
        v = self.velden(_("Wat u zag en deed"), Praktijk.soort)
        v.tekst(Praktijk.beeld, _("Hoe begrijpt u het samen?"), regels=3)
        v.tekst(Praktijk.gedaan, _("Wat deed u, en wat bracht het?"), regels=3)
        v.vink(Praktijk.emdr, _("De praktijk behandelt zelf met EMDR"))
        self._gesprekken()
        uitleg = _("Voor een verwijzing naar de jeugd-ggz. De huisarts verwijst en tekent.")
        v = self.velden(_("De vijf criteria"), Praktijk.soort, uitleg)
        for naam, kop in CRITERIA.items():
            v.tekst(getattr(Praktijk, naam), _(kop))
        v.regel(Praktijk.medicatie, _("Welke medicijnen gebruikt het kind?"))
        v.regel(Praktijk.school, _("Naar welke school gaat het kind, en hoe gaat het daar?"))
        self._huisarts(v)
        # Wie hier de nieuwe afloop over die van toen schrijft, maakt van twee vragen één: eerst zeggen welke het is.
        self._afloop = self.kaart(_("Hoe het afliep"))
        v = Veldenrij(schrijver, self._afloop.kolom, Praktijk.soort)
        if any(alle_waarden(schrijver.dossier.een(Praktijk).eerder_tot)):
            uitleg = _(
                "Gesprekken tot en met die dag tellen voor de vraag van nu niet mee. Klopt dat niet? Verbeter het."
            )
            v.datum(Praktijk.eerder_tot, _("Wanneer liep een eerdere vraag hier af?"), uitleg)
        v.keuze(Praktijk.uitkomst, _("Wat is de uitkomst?"), tuple(Uitkomst))
        v.datum(Praktijk.uitkomst_op, _("Op welke dag?"))
        v.tekst(Praktijk.terugval, _("Wat kan het gezin doen als het weer minder gaat?"))
        self.kolom.addWidget(Brieven(schrijver, _BRIEVEN))
        self._tekst_voor_his()
        self.ververs()

    def _huisarts(self, v: Veldenrij) -> None:
        """Wie verwijst: te kiezen uit de eigen praktijk, of zelf te typen (een waarnemer)."""
        eigen = instellingen.profiel(self.schrijver.werkplek).huisartsen
        keuze = Keuzelijst()
        keuze.addItem(_("kies een huisarts"), None)
        for huisarts in eigen:
            keuze.addItem(huisarts.naam, huisarts)
        if eigen:
            v.indeling.addWidget(label_bij(keuze, _("Een huisarts van uw praktijk")))
            v.indeling.addWidget(keuze)
        naam = v.regel(Praktijk.huisarts, _("Welke huisarts verwijst?"))
        agb = v.regel(Praktijk.huisarts_agb, _("AGB-code van de huisarts (acht cijfers)"), breedte=200)

        def neem_over(_nummer: int) -> None:
            if (gekozen := keuze.currentData()) is None:
                return
            for veld, inhoud in ((naam, gekozen.naam), (agb, gekozen.agb)):
                self.schrijver.schrijf(veld.band, Bekend(inhoud) if inhoud else Onbekend())
                veld.toon(self.schrijver.lees(veld.band))

        keuze.activated.connect(neem_over)

    def _gesprekken(self) -> None:
        kaart = self.kaart(_("Gesprekken"), _("Ze staan ook in het hoofdstuk Gesprekken."))
        self._tijd = Melding("info", "")
        kaart.kolom.addWidget(self._tijd)
        kaart.kolom.addWidget(gesprekslijst(self.schrijver))

    def _tekst_voor_his(self) -> None:
        kaart = self.kaart(_("Tekst voor het systeem van de praktijk"))
        self._his = Groeivak(3)
        self._his.setReadOnly(True)
        kaart.kolom.addWidget(
            label_bij(self._his, _("S: wat iemand zei. O: wat u zag en deed. E: het beeld. P: het plan."))
        )
        kaart.kolom.addWidget(self._his)
        links(kaart.kolom, knop(_("Alles kiezen om te kopiëren"), self._kies_alles, "", "file-text"))

    def _kies_alles(self) -> None:
        self._his.setFocus()
        self._his.selectAll()

    def _begin_nieuwe_vraag(self) -> None:
        self.verzegel()
        if self.schrijver.doe(brieven.begin_nieuwe_vraag):
            self.schrijver.herbouwen.emit()

    def _toon_afloop(self) -> None:
        """Het is dezelfde vraag: dan klopt een van de dagen niet, en die moet te verbeteren zijn."""
        self._is_dezelfde = True
        self.ververs()
        looproute.route(self._afloop)[0].setFocus()

    def ververs(self) -> None:
        werkplek, id = self.schrijver.werkplek, self.schrijver.id
        gedaan, hoogstens = brieven.minuten(werkplek, id), brieven.hoogstens(werkplek, id)
        if hoogstens:
            zin = _("{gedaan} van {hoogstens} minuten gesprek gebruikt.")
        else:
            zin = _("{gedaan} minuten gesprek. Het maximum van uw praktijk is niet ingevuld (Gemeente en team).")
        zin = zin.format(gedaan=gedaan, hoogstens=hoogstens)
        if zonder := brieven.zonder_minuten(werkplek, id):
            niet = ngettext(
                "Bij {aantal} gesprek staan geen minuten; dat telt nog niet mee.",
                "Bij {aantal} gesprekken staan geen minuten; die tellen nog niet mee.", zonder,
            )  # fmt: skip
            zin += " " + niet.format(aantal=zonder)
        if van_eerder := brieven.minuten_van_eerder(werkplek, id):
            zin += " " + _("{aantal} minuten over een eerdere vraag tellen niet mee.").format(aantal=van_eerder)
        if hoogstens and gedaan > hoogstens:
            zin += " " + _("Dat is meer dan afgesproken. Past verwijzen beter?")
        self._tijd.zeg(zin)
        afliep = praktijkvraag.misschien_terug(self.schrijver.dossier)
        self._terug.setVisible(afliep is not None)
        self._nieuw.setVisible(afliep is not None)
        self._dezelfde.setVisible(afliep is not None and not self._is_dezelfde)
        self._afloop.setVisible(afliep is None or self._is_dezelfde)
        if afliep is not None:
            uitleg = _(
                "De aanmelding is van na {dag}, de dag waarop het hier afliep. Is dit een nieuwe vraag? Dan tellen de "
                "gesprekken en de uitkomst van toen niet mee. Wat u toen zag en deed staat er nog: kijk het na. Is het "
                "dezelfde vraag? Verbeter dan de dag van de aanmelding, of onderaan de dag waarop het afliep."
            )
            self._terug.zeg(uitleg.format(dag=toon_datum(afliep)))
        self._his.setPlainText(brieven.tekst_voor_his(werkplek, id))
