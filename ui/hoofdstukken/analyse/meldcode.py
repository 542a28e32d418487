"""De meldcode, stap voor stap. Dicht tot er iets speelt: de meeste gezinnen hebben hem niet nodig."""

from __future__ import annotations

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.veiligheid import Meldcode, Veiligheid
from jeugdteam_app.kern.feit import waarde_of
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import Melding, Uitklapper, tekst
from ui.bouwstenen.formulier import Veldenrij
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG


class Meldcodedeel(Uitklapper):
    """De vijf stappen, de weging, en hoe lang het al loopt."""

    def __init__(self, schrijver: Schrijver) -> None:
        self._schrijver = schrijver
        begonnen = self._inhoud != Meldcode()
        super().__init__(_("Meldcode: vijf stappen bij zorgen over veiligheid"), "shield-check", HUIDIG.kleuren.accent,
                         open_=begonnen)  # fmt: skip
        self._stand = Melding("info", "")
        self.kolom.addWidget(self._stand)
        v = Veldenrij(schrijver, self.kolom, Veiligheid.soort)
        self._stappen(v)
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

    def _kop(self, zin: str) -> None:
        self.kolom.addWidget(tekst(zin, "label"))

    def ververs(self) -> None:
        """Zegt welke stap nu komt, hoe lang het al loopt, en wat de weging zegt."""
        m = self._inhoud
        zinnen = [_("Is er nu gevaar? Bel 112. Twijfelt u? Veilig Thuis denkt dag en nacht mee: 0800-2000.")]
        if m.signalen_op:
            dagen = (self._schrijver.werkplek.vandaag - m.signalen_op).days
            zinnen.append(_("De signalen staan er sinds {dag}. Dat is {dagen} dagen.").format(
                dag=toon_datum(m.signalen_op), dagen=dagen))  # fmt: skip
        if m.open_stap:
            zinnen.append(_("Nu komt stap {nummer}.").format(nummer=m.open_stap))
        if m.weging is Antwoord.JA:
            zinnen.append(_("De weging wijst naar melden. U beslist zelf, samen met een collega."))
        elif m.weging is Antwoord.NEE and m.vermoeden is Antwoord.JA:
            zinnen.append(_("De weging wijst naar zelf helpen. Blijf kijken of het veilig wordt."))
        zin = " ".join(zinnen)
        self._stand.label.setText(zin)
        self._stand.setAccessibleName(zin)
