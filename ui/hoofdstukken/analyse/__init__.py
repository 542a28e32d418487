"""De verklarende analyse: samen begrijpen wat er speelt."""

from __future__ import annotations

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.analyse import (
    MEESTE_DOELEN,
    MEESTE_HYPOTHESEN,
    Analyse,
    Doel,
    Eens,
    Factor,
    Gebied,
    Hypothese,
    Kleur,
    Punt,
    Soortfactor,
    Soortuitspraak,
    Uitspraak,
)
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.formulier import Hoofdstukblad, Lijst, Veldenrij
from ui.bouwstenen.schrijver import Schrijver


class Blad(Hoofdstukblad):
    """Wat mensen zeggen, wat sterk is en wat zorgt, en hoe dat samenhangt."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Samen begrijpen wat er speelt, en waarom het zo blijft. Ook wat goed gaat hoort erbij.")
        super().__init__(schrijver, _("Verklarende analyse"), uitleg)
        self._lijst(
            _("Wat mensen zeggen"), _("Zet erbij of het een feit, een beleving of een mening is."), Uitspraak,
            _uitspraak, _("Uitspraak toevoegen"), _("Uitspraak"), _("Nog geen uitspraken."),
        )  # fmt: skip
        self._lijst(
            _("Krachten en zorgen"),
            _("Wat gaat goed, en wat geeft zorgen? Bij het kind, de ouders, het gezin en eromheen."),
            Punt, _punt, _("Kracht of zorg toevoegen"), _("Punt"), _("Nog geen krachten of zorgen."),
        )  # fmt: skip
        self._lijst(
            _("Wat speelt er mee"),
            _("Wat maakte kwetsbaar, wat lokte het uit, wat houdt het in stand, wat beschermt?"),
            Factor, _factor, _("Iets toevoegen dat meespeelt"), _("Factor"), _("Nog niets opgeschreven."),
        )  # fmt: skip
        self._lijst(
            _("Hoe het zou kunnen komen"), _("Eén tot drie verklaringen. Het zijn ideeën: ze mogen later veranderen."),
            Hypothese, _hypothese, _("Verklaring toevoegen"), _("Verklaring"), _("Nog geen verklaring."),
            MEESTE_HYPOTHESEN,
        )  # fmt: skip
        self._beeld()
        self._lijst(
            _("Doelen"), _("Wat wil het gezin bereiken? In hun eigen woorden, ten hoogste vijf."),
            Doel, _doel, _("Doel toevoegen"), _("Doel"), _("Nog geen doelen."), MEESTE_DOELEN,
        )  # fmt: skip
        klaar = self.velden(_("Is de analyse klaar?"), Analyse.soort)
        klaar.regel(Analyse.deelnemers, _("Wie deden mee?"))
        klaar.regel(
            Analyse.gedragswetenschapper,
            _("Gedragswetenschapper die meekeek"),
            _("Nodig bij zware beslissingen, zoals een andere woonplek."),
        )
        klaar.keuze(Analyse.gereed, _("Vinden we samen dat de analyse klaar is?"), tuple(Antwoord))
        klaar.datum(Analyse.gereed_op, _("Op welke dag?"))

    def _lijst(
        self, kop: str, uitleg: str, soort: type, vul: object, erbij: str, naam: str, leeg: str, max_: int = 0
    ) -> None:
        kaart = self.kaart(kop, uitleg)
        kaart.kolom.addWidget(Lijst(self.schrijver, soort, vul, erbij, naam, leeg, max_))  # type: ignore[arg-type]

    def _beeld(self) -> None:
        v = self.velden(
            _("Zo begrijpen we het samen"),
            Analyse.soort,
            _("Lees het voor. Zet er niets nieuws in, alleen wat al besproken is."),
        )
        v.tekst(Analyse.gedeeld_beeld, _("Het gedeelde beeld, in gewone woorden"), regels=4)
        v.keuze(Analyse.jeugdige_eens, _("Wat vindt het kind ervan?"), tuple(Eens), open_=True)
        v.tekst(Analyse.jeugdige_zegt, _("In de woorden van het kind"))
        v.keuze(Analyse.ouders_eens, _("Wat vinden de ouders ervan?"), tuple(Eens), open_=True)
        v.tekst(Analyse.ouders_zeggen, _("In de woorden van de ouders"))


def _uitspraak(v: Veldenrij) -> None:
    v.regel(Uitspraak.door, _("Wie zegt dit?"))
    v.tekst(Uitspraak.tekst, _("Wat wordt er gezegd?"))
    v.keuze(Uitspraak.aard, _("Wat voor uitspraak is het?"), tuple(Soortuitspraak))
    v.datum(Uitspraak.datum, _("Wanneer is dit gezegd?"))
    v.regel(Uitspraak.bron, _("Waar komt het vandaan?"), _("Bijvoorbeeld: gesprek thuis, verslag van school"))
    v.keuze(Uitspraak.eens, _("Zijn de anderen het ermee eens?"), tuple(Eens), open_=True)


def _punt(v: Veldenrij) -> None:
    v.keuze(Punt.kleur, _("Kracht of zorg?"), tuple(Kleur))
    v.keuze(Punt.gebied, _("Bij wie of waar?"), tuple(Gebied))
    v.tekst(Punt.tekst, _("Wat is het?"))


def _factor(v: Veldenrij) -> None:
    v.tekst(Factor.tekst, _("Wat speelt er mee?"))
    v.keuze(Factor.aard, _("Wat doet het?"), tuple(Soortfactor))
    v.keuze(Factor.gebied, _("Bij wie of waar?"), tuple(Gebied))


def _hypothese(v: Veldenrij) -> None:
    v.tekst(Hypothese.doordat, _("Waardoor is het gekomen?"))
    v.tekst(Hypothese.blijft_omdat, _("Waarom blijft het zo?"))
    v.tekst(Hypothese.wat_helpt, _("Wat helpt?"))
    v.tekst(Hypothese.onderbouwing, _("Waar baseren we dat op?"))
    v.keuze(Hypothese.gedeeld, _("Herkent iedereen dit?"), tuple(Eens), open_=True)


def _doel(v: Veldenrij) -> None:
    v.tekst(Doel.tekst, _("Wat wil het gezin bereiken?"))
