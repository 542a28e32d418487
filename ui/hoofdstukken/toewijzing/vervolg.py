"""Hoe het na het besluit verdergaat: starten, wachten, terugkijken en stoppen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.evaluatie import Bereikt, Doeluitkomst, Einde, Evaluatie, Vervolg, Wachtkeuze
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import toewijzen as werk
from ui.bouwstenen.basis import Uitklapper, knop, links
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG

_VELDEN = (
    Toegewezen.gestart_op, Toegewezen.wachtkeuze, Toegewezen.wachtkeuze_op, Toegewezen.overbrugd_door,
    Toegewezen.wachten_gemeld_op, Toegewezen.gestopt_op, Toegewezen.einde, Toegewezen.waarom_geplaatst,
    Toegewezen.wat_had_voorkomen,
)  # fmt: skip


class Vervolgdeel(Uitklapper):
    """Alles na het besluit, bij één toewijzing."""

    def __init__(
        self, schrijver: Schrijver, sleutel: str, begin: Callable[[Callable[[], str]], None], *, is_woonplek: bool
    ) -> None:
        self._is_woonplek, self._begin = is_woonplek, begin
        super().__init__(_("Hoe het verdergaat"), "milestone", HUIDIG.kleuren.accent)
        self._schrijver, self._sleutel = schrijver, sleutel
        self.setProperty("gaat_over", [*(f"{sleutel}/{veld.id}" for veld in _VELDEN), f"{Evaluatie.soort}:"])
        self.vul_bij_openen(lambda _kolom: self._vul())

    def _vul(self) -> None:
        v = Veldenrij(self._schrijver, self.kolom, self._sleutel)
        v.datum(Toegewezen.gestart_op, _("Wanneer begon de hulp?"))
        uitleg = _("Wacht een gezin langer dan drie maanden? Kies dan binnen twee weken samen wat er gebeurt.")
        v.keuze(Toegewezen.wachtkeuze, _("Als het lang duurt: wat kiest u samen?"), tuple(Wachtkeuze), uitleg)
        v.datum(Toegewezen.wachtkeuze_op, _("Wanneer koos u dat?"))
        v.regel(Toegewezen.overbrugd_door, _("Wie helpt in de tussentijd?"))
        gemeld = _("Na vier maanden. Alleen als de hulp nog niet begon.")
        v.datum(Toegewezen.wachten_gemeld_op, _("Wanneer meldde u de lange wachttijd?"), gemeld)
        self.kolom.addWidget(_terugkijken(self._schrijver, self._sleutel))
        maak = partial(werk.begin_vervolg, self._schrijver.werkplek, self._schrijver.id, self._sleutel)
        opschrift = _("Besluit maken bij wat we afspraken")
        links(self.kolom, knop(opschrift, partial(self._begin, maak), "", "milestone"))
        v.datum(Toegewezen.gestopt_op, _("Wanneer stopte de hulp?"))
        v.keuze(Toegewezen.einde, _("Hoe liep het af?"), tuple(Einde))
        if self._is_woonplek:
            v.tekst(Toegewezen.waarom_geplaatst, _("Waarom was deze woonplek nodig?"))
            v.tekst(Toegewezen.wat_had_voorkomen, _("Wat had dat kunnen voorkomen?"))


class Terugkijkdeel(Uitklapper):
    """Terugkijken op een besluit zonder hulp: ook daar is een dag voor afgesproken."""

    def __init__(self, schrijver: Schrijver, sleutel: str) -> None:
        super().__init__(_("Samen terugkijken"), "milestone", HUIDIG.kleuren.accent)
        self.setProperty("gaat_over", [f"{Evaluatie.soort}:"])
        self.vul_bij_openen(lambda waarin: waarin.addWidget(_terugkijken(schrijver, sleutel)))


def _terugkijken(schrijver: Schrijver, sleutel: str) -> Lijst:
    def hoort_hier(voorwerp: Voorwerp) -> bool:
        een = lopend.van(schrijver.dossier, sleutel)
        sleutels = een.sleutels if een else {sleutel}
        return isinstance(voorwerp, Evaluatie) and waarde(voorwerp.toewijzing) in sleutels

    namen = (_("Terugkijken toevoegen"), _("Terugkijken"), _("Nog niet samen teruggekeken."))
    vooraf: dict[Veld[Any], Any] = {Evaluatie.toewijzing: sleutel, Evaluatie.datum: schrijver.werkplek.vandaag}
    return Lijst(schrijver, Evaluatie, _evaluatie, *namen, vooraf=vooraf, toon=hoort_hier)


def _evaluatie(v: Veldenrij) -> None:
    v.datum(Evaluatie.datum, _("Op welke dag keek u terug?"))
    v.regel(Evaluatie.wie, _("Wie waren erbij?"))
    v.tekst(Evaluatie.wat_veranderde, _("Wat is er veranderd?"), _("In de woorden van kind en ouders"))
    v.keuze(Evaluatie.bereikt, _("Zijn de doelen bereikt, alles bij elkaar?"), tuple(Bereikt))
    for doel in v.schrijver.dossier.alle(Doel):
        uit = v.schrijver.dossier.doeluitkomst(v.sleutel, doel.sleutel).sleutel
        vraag = _("‘{doel}’: is dit bereikt?").format(doel=waarde(doel.tekst) or _("nog zonder woorden"))
        Veldenrij(v.schrijver, v.indeling, uit).keuze(Doeluitkomst.bereikt, vraag, tuple(Bereikt))
    v.keuze(Evaluatie.verminderd, _("Zijn de problemen minder, of kan het kind beter meedoen?"), tuple(Antwoord))
    uitleg = _("1 is: niets aan gehad. 10 is: precies wat nodig was. Dit cijfer is van het gezin.")
    v.schaal(Evaluatie.nut, _("Hoe nuttig was de hulp?"), uitleg, 1, 10)
    v.keuze(Evaluatie.zonder_hulp_verder, _("Kan het gezin zonder deze hulp verder?"), tuple(Antwoord))
    v.keuze(Evaluatie.vervolg, _("Hoe gaat het verder?"), tuple(Vervolg))
    langer = _("Nodig als de hulp langer of zwaarder wordt.")
    v.tekst(Evaluatie.wat_bracht_het, _("Wat bracht de hulp tot nu toe?"), langer)
    v.tekst(Evaluatie.kan_dichterbij, _("Wat kan nu iets of iemand dichterbij doen?"), langer)
    v.tekst(Evaluatie.afspraken, _("Wat spraken we af?"))
