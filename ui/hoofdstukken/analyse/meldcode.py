"""De meldcode, stap voor stap. Dicht tot er iets speelt: de meeste gezinnen hebben hem niet nodig."""

from __future__ import annotations

from datetime import date

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.veiligheid import EerdereMeldcode, Meldcode, Veiligheid
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import N_, _, ngettext
from jeugdteam_app.werk import meldcode as werk
from ui.bouwstenen.basis import Melding, Uitklapper, knop, leeg, links, tekst
from ui.bouwstenen.formulier import Veldenrij
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG


class Meldcodedeel(Uitklapper):
    """De vijf stappen, de weging, en hoe lang het al loopt."""

    def __init__(self, schrijver: Schrijver) -> None:
        self._schrijver = schrijver
        begonnen = self._inhoud.is_begonnen
        super().__init__(_("Meldcode: vijf stappen bij zorgen over veiligheid"), "shield-check", HUIDIG.kleuren.accent,
                         open_=begonnen)  # fmt: skip
        self._stand = Melding("info", "")
        self.kolom.addWidget(self._stand)
        v = Veldenrij(schrijver, self.kolom, Veiligheid.soort)
        self._stappen(v)
        self._opnieuw = knop(_("Nieuwe meldcode beginnen"), self._begin_opnieuw, "", "plus")
        links(self.kolom, self._opnieuw)
        self._eerder = kolom(None, "s")
        self.kolom.addLayout(self._eerder)
        self.ververs()

    @property
    def _inhoud(self) -> Meldcode:
        return waarde_of(self._schrijver.dossier.een(Veiligheid).meldcode, Meldcode())

    def _stappen(self, v: Veldenrij) -> None:
        m, ja_nee = Veiligheid.meldcode, tuple(Antwoord)
        self._kop(_("Stap 1: wat zag of hoorde u?"))
        v.tekst(m, _("Welke signalen zijn er?"), _("Alleen wat u zag of hoorde, en van wie."), deel="signalen")
        v.datum(m, _("Wanneer schreef u de signalen op?"), deel="signalen_op")
        kind = _("Zorgt iemand met grote problemen voor een kind? Kijk dan ook hoe het met dat kind gaat.")
        v.tekst(m, _("Kindcheck"), kind, deel="kindcheck")
        self._kop(_("Stap 2: overleg met een collega"))
        v.regel(
            m,
            _("Met wie overlegde u?"),
            _("Zo nodig met Veilig Thuis of een deskundige op letsel"),
            deel="overlegd_met",
        )
        v.datum(m, _("Wanneer overlegde u?"), deel="overlegd_op")
        self._kop(_("Stap 3: praat met het gezin"))
        v.tekst(m, _("Wat is er besproken?"), deel="gesprek")
        v.datum(m, _("Wanneer was dat gesprek?"), deel="gesprek_op")
        v.tekst(
            m,
            _("Geen gesprek? Schrijf op waarom"),
            _("Bijvoorbeeld omdat praten nu gevaar geeft"),
            deel="geen_gesprek_omdat",
        )
        self._kop(_("Stap 4: weeg het samen"))
        v.keuze(m, _("Is er een vermoeden van geweld of verwaarlozing?"), ja_nee, deel="vermoeden")
        v.keuze(m, _("Is het nu, of steeds weer, onveilig?"), ja_nee, deel="onveilig")
        v.keuze(m, _("Kunt u zelf goede hulp geven of regelen?"), ja_nee, deel="kan_helpen")
        v.keuze(m, _("Neemt het gezin die hulp aan?"), ja_nee, deel="hulp_aanvaard")
        v.keuze(m, _("Wordt het daarmee op tijd veilig?"), ja_nee, deel="hulp_werkt")
        v.datum(m, _("Wanneer woog u dit?"), deel="gewogen_op")
        self._kop(_("Stap 5: besluit over melden en over hulp"))
        v.keuze(m, _("Meldt u bij Veilig Thuis?"), ja_nee, deel="melden")
        v.datum(m, _("Wanneer besloot u dat?"), deel="besloten_op")
        v.tekst(m, _("Welke hulp is er nodig?"), deel="hulp")
        v.tekst(m, _("Wat spreken we af om het veilig te houden?"), deel="afspraken")

    def _begin_opnieuw(self) -> None:
        s = self._schrijver
        if not s.doe(werk.begin_opnieuw):
            return
        s.meld_veranderd()
        s.gelukt.emit(_("De vorige meldcode staat eronder. U begint met een lege."))

    def _toon_eerdere(self) -> None:
        leeg(self._eerder)
        for ding in reversed(self._schrijver.dossier.alle(EerdereMeldcode)):
            if inhoud := waarde(ding.inhoud):
                self._eerder.addWidget(tekst(_in_het_kort(inhoud, waarde(ding.afgesloten_op)), "zacht"))

    def _kop(self, zin: str) -> None:
        self.kolom.addWidget(tekst(zin, "label"))

    def ververs(self) -> None:
        """Zegt welke stap nu komt, hoe lang het al loopt, en wat de weging zegt."""
        m = self._inhoud
        self._opnieuw.setVisible(m.is_begonnen and m.open_stap is None)
        self._toon_eerdere()
        zinnen = [_("Is er nu gevaar? Bel 112. Twijfelt u? Veilig Thuis denkt dag en nacht mee: 0800-2000.")]
        if m.is_begonnen and m.open_stap is None:
            zinnen.append(_alles_gezet(m))
        elif m.signalen_op and m.signalen_op <= self._schrijver.werkplek.vandaag:
            dagen = (self._schrijver.werkplek.vandaag - m.signalen_op).days
            zin = ngettext("De signalen staan er sinds {dag}. Dat is {dagen} dag.",
                           "De signalen staan er sinds {dag}. Dat is {dagen} dagen.", dagen)  # fmt: skip
            zinnen.append(zin.format(dag=toon_datum(m.signalen_op), dagen=dagen))
        if m.open_stap:
            zinnen.append(_("Nu komt stap {nummer}.").format(nummer=m.open_stap))
        if m.weging is Antwoord.JA:
            zinnen.append(_("De weging wijst naar melden. U beslist zelf, samen met een collega."))
        elif m.weging is Antwoord.NEE and m.vermoeden is Antwoord.JA:
            zinnen.append(_("De weging wijst naar zelf helpen. Blijf kijken of het veilig wordt."))
        stand = " ".join(zinnen)
        self._stand.zeg(stand)


_GEMELD = {Antwoord.JA: N_("Er is gemeld bij Veilig Thuis."), Antwoord.NEE: N_("Er is niet gemeld.")}


def _alles_gezet(m: Meldcode) -> str:
    """Dan telt er niets meer door: het is klaar, en dit kwam eruit."""
    dag = toon_datum(m.besloten_op) if m.besloten_op else _("dag niet bekend")
    geen = _("Er was geen vermoeden van geweld of verwaarlozing.") if m.vermoeden is Antwoord.NEE else ""
    klaar = _("Alle vijf stappen zijn gezet. Besloten op {dag}.").format(dag=dag)
    return " ".join(filter(None, (klaar, geen, _(_GEMELD[m.melden]) if m.melden else "")))


def _in_het_kort(m: Meldcode, op: date | None) -> str:
    """Een eerdere meldcode in een paar zinnen: wat er was, wat er is besloten en wat er is afgesproken."""
    kop = _("Eerdere meldcode, afgesloten op {dag}.").format(dag=toon_datum(op) if op else _("dag niet bekend"))
    delen = [
        (_("Signalen"), m.signalen), (_("Overlegd met"), m.overlegd_met), (_("Gesprek"), m.gesprek),
        (_("Geen gesprek, omdat"), m.geen_gesprek_omdat), (_("Hulp"), m.hulp), (_("Afspraken"), m.afspraken),
    ]  # fmt: skip
    besluit = _(_GEMELD[m.melden]) if m.melden else ""
    return "\n".join([kop, *(f"{naam}: {wat}" for naam, wat in delen if wat), *filter(None, [besluit])])
