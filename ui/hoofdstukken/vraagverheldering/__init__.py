"""De vraagverheldering: negen punten, taal en tolk, en een eerste blik op veiligheid."""

from __future__ import annotations

from jeugdteam_app.dossier.aanmelding import Antwoord, Ernst, Tolk, Urgentie, Vraagverheldering
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import Melding
from ui.bouwstenen.formulier import Hoofdstukblad
from ui.bouwstenen.schrijver import Schrijver

V = Vraagverheldering


class Blad(Hoofdstukblad):
    """De vraag helder krijgen."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Negen punten om de vraag samen helder te krijgen. U hoeft niet alles in te vullen.")
        super().__init__(schrijver, _("De vraag duidelijk maken"), uitleg)
        self._veilig()
        self._taal()
        v = self.velden(_("De vraag"), V.soort)
        v.tekst(V.reden, _("1. Waarom komt het gezin nu?"), regels=3)
        v.tekst(V.zorgen_en_van_wie, _("2. Wat zijn de zorgen, en van wie?"), regels=3)
        v.tekst(V.wie_wat_waar_wanneer, _("3. Wie, wat, waar, wanneer en hoe?"), regels=3)
        v.tekst(V.rol_netwerk, _("4. Wie helpt er al, of kan helpen?"))
        samen = self.velden(_("Samen gewogen"), V.soort)
        samen.tekst(V.conclusie, _("5. Wat vinden we samen: hoe zwaar en hoe dringend is het?"))
        samen.keuze(V.ernst, _("Hoe zwaar is het?"), tuple(Ernst), open_=True)
        samen.keuze(V.urgentie, _("Hoe dringend is het?"), tuple(Urgentie), open_=True)
        samen.tekst(V.verwacht_jeugdige, _("6. Wat verwacht het kind?"))
        samen.tekst(V.verwacht_ouders, _("Wat verwachten de ouders?"))
        samen.tekst(V.verwacht_professional, _("Wat verwacht u zelf?"))
        verder = self.velden(_("Afspraken"), V.soort)
        verder.voor_gezin(V.afspraken, _("7. Wat spreken we af?"))
        verder.datum(V.volgende_datum, _("Wanneer spreken we elkaar weer?"))
        verder.tekst(V.wie_wordt_geinformeerd, _("8. Wie krijgt bericht, en hoe?"))
        verder.tekst(V.informatie_van_anderen, _("9. Bij wie vragen we informatie, met toestemming?"))
        self.ververs()

    def ververs(self) -> None:
        check = waarde(self.schrijver.dossier.een(V).veiligheid)
        ja = check is not None and Antwoord.JA in (check.acuut_gevaar, check.zorgen_over_veiligheid)
        self._nu.setVisible(ja)

    def _veilig(self) -> None:
        uitleg = _("Kijk hier altijd als eerste naar. Bij twijfel: overleg vandaag nog.")
        v = self.velden(_("Is het veilig?"), V.soort, uitleg)
        v.keuze(V.veiligheid, _("Is er nu acuut gevaar?"), tuple(Antwoord), deel="acuut_gevaar")
        v.keuze(V.veiligheid, _("Zijn er zorgen over de veiligheid?"), tuple(Antwoord), deel="zorgen_over_veiligheid")
        self._nu = Melding(
            "fout", _("Bel 112 bij direct gevaar. Overleg vandaag nog met Veilig Thuis: 0800-2000, dag en nacht.")
        )
        v.indeling.addWidget(self._nu)
        v.tekst(V.veiligheid, _("Wat zien of horen we?"), deel="wat_zien_we")
        v.tekst(V.veiligheid, _("Wat doen we nu?"), deel="wat_doen_we_nu")
        v.regel(V.veiligheid, _("Met wie is dit besproken?"), deel="besproken_met")
        v.datum(V.veiligheid, _("Op welke dag?"), deel="datum")

    def _taal(self) -> None:
        v = self.velden(_("Taal"), V.soort)
        v.regel(V.taal, _("Welke taal spreekt het gezin het liefst?"))
        v.keuze(V.tolk, _("Is er een tolk nodig?"), tuple(Tolk), _("Laat een kind niet tolken."))
