"""Gesprekken: wanneer, met wie, wat er gezegd is en wat is afgesproken."""

from __future__ import annotations

from jeugdteam_app.dossier.gesprek import Verklaring
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.formulier import Hoofdstukblad, Lijst, Veldenrij
from ui.bouwstenen.gesprekken import gesprekslijst
from ui.bouwstenen.schrijver import Schrijver
from ui.hoofdstukken.gesprekken.aantekening import Aantekening
from ui.hoofdstukken.gesprekken.bijlagen import Bijlagen


class Blad(Hoofdstukblad):
    """De gesprekken met dit gezin."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Schrijf op wat er gezegd en afgesproken is. Het gezin mag dit lezen.")
        super().__init__(schrijver, _("Gesprekken"), uitleg)
        kaart = self.kaart(_("Gesprekken met dit gezin"), _("Ze staan bij alle kinderen van dit gezin."))
        kaart.kolom.addWidget(gesprekslijst(schrijver))
        self._eigen_verhaal()
        self.kolom.addWidget(Bijlagen(schrijver))
        self._aantekening = Aantekening(schrijver)
        self.kolom.addWidget(self._aantekening)

    def _eigen_verhaal(self) -> None:
        """Wie vindt dat er iets niet klopt, mag zijn eigen verhaal erbij laten zetten."""
        uitleg = _("Klopt er iets niet? Verbeter het samen. Ziet iemand het anders, dan komt zijn eigen verhaal erbij.")
        kaart = self.kaart(_("Eigen verhaal"), uitleg)
        namen = (_("Eigen verhaal toevoegen"), _("Eigen verhaal"), _("Nog geen eigen verhaal."))
        vooraf = {Verklaring.datum: self.schrijver.werkplek.vandaag}
        kaart.kolom.addWidget(Lijst(self.schrijver, Verklaring, _verhaal, *namen, vooraf=vooraf))

    def verzegel(self) -> bool:
        self._aantekening.bewaar()
        return super().verzegel()


def _verhaal(v: Veldenrij) -> None:
    v.persoon(Verklaring.wie, _("Van wie is dit verhaal?"))
    v.datum(Verklaring.datum, _("Op welke dag?"))
    v.regel(Verklaring.waarover, _("Waar gaat het over?"), _("Bijvoorbeeld: het verslag van 3 november."))
    v.tekst(Verklaring.tekst, _("Het verhaal, in de eigen woorden"), regels=4)
