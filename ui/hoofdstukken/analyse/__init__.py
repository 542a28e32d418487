"""De verklarende analyse: samen begrijpen wat er speelt. Elf delen, in elke volgorde."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.afscherming import EIGEN_WOORDEN
from jeugdteam_app.dossier.analyse import MEESTE_HYPOTHESEN, Analyse, Eens, Gebied, Punt
from jeugdteam_app.dossier.doelen import MEESTE_DOELEN, Doel
from jeugdteam_app.dossier.tijdlijn import tijdlijn
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk.voortgang import Deelstand, delen_van_analyse
from ui.bouwstenen.afscherming import zet_erbij
from ui.bouwstenen.basis import Kaart, Melding, tekst
from ui.bouwstenen.formulier import Hoofdstukblad, Lijst, Veldenrij
from ui.bouwstenen.overslaan import Overslaan
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG, aan_wie
from ui.hoofdstukken.analyse import vellen
from ui.hoofdstukken.analyse.doelen import ZonderDoel, vul_doel
from ui.hoofdstukken.analyse.kwaliteit import Terugblik
from ui.hoofdstukken.analyse.meldcode import Meldcodedeel
from ui.hoofdstukken.analyse.samenhang import Samenhangdeel
from ui.tekeningen.tijdlijn import Tijdlijnvak


class Blad(Hoofdstukblad):
    """Wat mensen zeggen, wat sterk is en wat zorgt, hoe dat samenhangt, en wat er nodig is."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Samen begrijpen wat er speelt, en waarom het zo blijft. Begin waar u wilt; overslaan mag.")
        super().__init__(schrijver, _("Verklarende analyse"), uitleg)
        self._niet: dict[str, Overslaan] = {}
        self._deel("hulpvraag", _("Wat is de vraag"), _("Per persoon, in hun eigen woorden."), vellen.HULPVRAAG)
        zegt = _("Zet erbij of het een feit, een beleving of een mening is.")
        self._deel("uitspraken", _("Wat mensen zeggen"), zegt, vellen.UITSPRAAK)
        self._krachten()
        self._eerder()
        speelt = _("Wat maakte kwetsbaar, wat lokte het uit, wat houdt het in stand, wat beschermt?")
        self._samenhang = Samenhangdeel(schrijver)
        self._deel("factoren", _("Wat speelt er mee"), speelt, vellen.FACTOR, onder=self._samenhang)
        # De meldcode, wat ouders zelf meemaken en de blik terug zijn voor de medewerker, niet voor op tafel.
        self._meldcode: Meldcodedeel | None = None
        self._terugblik: Terugblik | None = None
        if not HUIDIG.aan_tafel:
            self._veiligheid()
        ideeen = _("Eén tot drie verklaringen. Het zijn ideeën: ze mogen later veranderen.")
        self._deel("verklaringen", _("Hoe het zou kunnen komen"), ideeen, vellen.HYPOTHESE, MEESTE_HYPOTHESEN)
        self._beeld()
        self._nodig()
        self._doelen()
        self._afspraken()
        if not HUIDIG.aan_tafel:
            self._terugblik = Terugblik(schrijver)
            self.kolom.addWidget(self._terugblik)
        self.ververs()

    def _deel(
        self, naam: str, kop: str, uitleg: str, soort: vellen.Vel, hoogstens: int = 0, onder: QWidget | None = None
    ) -> None:
        kaart = self.deel(naam, kop, uitleg)
        self._lijst(kaart, soort, hoogstens)
        if onder is not None:
            kaart.kolom.addWidget(onder)
        self._niet_besproken(naam, kop, kaart.kolom)

    def _lijst(self, kaart: Kaart, vel: vellen.Vel, hoogstens: int = 0) -> None:
        woorden = (_(vel.toevoegen), _(vel.naam), _(vel.nog_niets))
        kaart.kolom.addWidget(Lijst(self.schrijver, vel.soort, vel.vul, *woorden, hoogstens))

    def _velden(self, naam: str, kop: str, uitleg: str = "") -> Veldenrij:
        return Veldenrij(self.schrijver, self.deel(naam, kop, uitleg).kolom, Analyse.soort)

    def _krachten(self) -> None:
        kop = _("Krachten en zorgen")
        kaart = self.deel("krachten", kop, _("Wat gaat goed, en wat geeft zorgen?"))
        punten = self.schrijver.dossier.alle(Punt)
        # Wat nog nergens bij hoort, blijft te zien en in te delen.
        los = [None] if any(waarde(p.gebied) is None for p in punten) else []
        for gebied in (*Gebied, *los):
            waar = _(woord(gebied)) if gebied else _("nog niet ingedeeld")
            kaart.kolom.addWidget(tekst(waar[:1].upper() + waar[1:], "label"))
            kaart.kolom.addWidget(vellen.puntenlijst(self.schrijver, gebied, waar))
        self._niet_besproken("krachten", kop, kaart.kolom)

    def _eerder(self) -> None:
        kop = _("Wat er eerder was")
        kaart = self.deel("eerder", kop, _("Gebeurtenissen die nog meetellen, en hulp die er al was."))
        self._lijst(kaart, vellen.GEBEURTENIS)
        self._lijst(kaart, vellen.EERDERE_HULP)
        self._tijdlijn = Tijdlijnvak()
        kaart.kolom.addWidget(self._tijdlijn)
        self._niet_besproken("eerder", kop, kaart.kolom)

    def _veiligheid(self) -> None:
        kop = _("Veiligheid en ouders")
        kaart = self.deel("veiligheid", kop, _("Is het veilig? En waar zitten ouders zelf mee?"))
        self._meldcode = Meldcodedeel(self.schrijver)
        kaart.kolom.addWidget(self._meldcode)
        self._lijst(kaart, vellen.OUDERPROBLEEM)
        self._niet_besproken("veiligheid", kop, kaart.kolom)

    def _beeld(self) -> None:
        uitleg = _("Lees het voor. Zet er niets nieuws in, alleen wat al besproken is.")
        v = self._velden("beeld", _("Zo begrijpen we het samen"), uitleg)
        v.voor_gezin(Analyse.gedeeld_beeld, _("Het gedeelde beeld, in gewone woorden"), regels=4)
        v.keuze(Analyse.jeugdige_eens, _("Wat vindt het kind ervan?"), tuple(Eens), open_=True)
        van_het_kind, van_de_ouders = EIGEN_WOORDEN
        self._eigen_woorden(v, Analyse.jeugdige_zegt, _("In de woorden van het kind"), van_het_kind)
        v.keuze(Analyse.ouders_eens, _("Wat vinden de ouders ervan?"), tuple(Eens), open_=True)
        self._eigen_woorden(v, Analyse.ouders_zeggen, _("In de woorden van de ouders"), van_de_ouders)
        self._niet_besproken("beeld", _("Zo begrijpen we het samen"), v.indeling)

    def _eigen_woorden(self, v: Veldenrij, veld: Veld[str], opschrift: str, sleutel: str) -> None:
        """Wat aan tafel voor iemand verborgen is, is daar ook niet te overschrijven."""
        if sleutel not in self.schrijver.dossier.verborgen:
            v.tekst(veld, opschrift)
            zet_erbij(self.schrijver, v.indeling, sleutel, opschrift)

    def _nodig(self) -> None:
        uitleg = _("Los van welke hulp er bestaat. Daar kijkt u pas bij ‘Wat past’ naar.")
        v = self._velden("nodig", _("Wat is er nodig"), uitleg)
        v.voor_gezin(Analyse.nodig, _("Wat hebben kind en ouders nodig?"), regels=3)
        v.voor_gezin(Analyse.wat_eerst, _("Wat eerst, en wat later?"))
        v.voor_gezin(Analyse.andere_wegen, _("Aan welke andere wegen is gedacht?"), _("En waarom die niet, of later"))
        self._niet_besproken("nodig", _("Wat is er nodig"), v.indeling)

    def _doelen(self) -> None:
        kop = _("Doelen")
        uitleg = aan_wie(
            _("Wat wil het gezin bereiken? In hun eigen woorden, ten hoogste vijf."),
            _("Wat wilt u bereiken? In uw eigen woorden, ten hoogste vijf doelen."),
        )
        kaart = self.deel("doelen", kop, uitleg)
        namen = (_("Doel toevoegen"), _("Doel"), _("Nog geen doelen."))
        if len(self.schrijver.dossier.alle(Doel)) > MEESTE_DOELEN:
            # Na samenvoegen kunnen het er meer zijn: er valt nooit vanzelf een weg.
            te_veel = _("Er zijn nu meer dan vijf doelen. Kies samen welke nu het belangrijkst zijn.")
            kaart.kolom.addWidget(Melding("let_op", te_veel))
        kaart.kolom.addWidget(Lijst(self.schrijver, Doel, vul_doel, *namen, MEESTE_DOELEN))
        kaart.kolom.addWidget(ZonderDoel(self.schrijver))
        self._niet_besproken("doelen", kop, kaart.kolom)

    def _afspraken(self) -> None:
        v = self._velden("afspraken", _("Afspraken"))
        v.regel(Analyse.deelnemers, _("Wie deden mee?"))
        v.voor_gezin(Analyse.afspraken, _("Wat spraken we af?"))
        v.datum(Analyse.opnieuw_op, _("Wanneer kijken we opnieuw?"))
        nodig = _("Nodig bij zware beslissingen, zoals een andere woonplek.")
        v.regel(Analyse.gedragswetenschapper, _("Gedragswetenschapper die meekeek"), nodig)
        if not HUIDIG.aan_tafel:
            v.regel(Analyse.registratie, _("Registratie van de gedragswetenschapper"), _("Bijvoorbeeld SKJ of BIG"))
        v.datum(Analyse.overlegd_op, _("Wanneer keek de gedragswetenschapper mee?"))
        v.keuze(Analyse.gereed, _("Vinden we samen dat de analyse klaar is?"), tuple(Antwoord))
        v.datum(Analyse.gereed_op, _("Op welke dag?"))
        self._niet_besproken("afspraken", _("Afspraken"), v.indeling)

    def _niet_besproken(self, naam: str, kop: str, waarin: QVBoxLayout) -> None:
        self._niet[naam] = Overslaan(self.schrijver, Analyse, Analyse.niet_besproken, naam, kop)
        waarin.addWidget(self._niet[naam])

    def ververs(self) -> None:
        standen = delen_van_analyse(self.schrijver.dossier)
        self._tijdlijn.toon(tijdlijn(self.schrijver.dossier, self.schrijver.werkplek.vandaag))
        zichtbaar = {deel: s for deel, s in standen.items() if deel != "veiligheid" or self._meldcode is not None}
        self.toon_standen(zichtbaar)
        for naam, vakje in self._niet.items():
            vakje.ververs(is_leeg=standen[naam] in (Deelstand.OPEN, Deelstand.NIET_BESPROKEN))
        for deel in (self._samenhang, self._terugblik, self._meldcode):
            if deel is not None:
                deel.ververs()
