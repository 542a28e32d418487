"""Gesprekken: wanneer, met wie, wat er gezegd is en wat is afgesproken."""

from __future__ import annotations

from jeugdteam_app.dossier.gesprek import Contact, Vorm
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.formulier import Hoofdstukblad, Lijst, Veldenrij
from ui.bouwstenen.getallen import lees_getal
from ui.bouwstenen.schrijver import Schrijver
from ui.hoofdstukken.gesprekken.aantekening import Aantekening
from ui.hoofdstukken.gesprekken.bijlagen import Bijlagen


class Blad(Hoofdstukblad):
    """De gesprekken met dit gezin."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Schrijf op wat er gezegd en afgesproken is. Het gezin mag dit lezen.")
        super().__init__(schrijver, _("Gesprekken"), uitleg)
        kaart = self.kaart(_("Gesprekken met dit gezin"), _("Ze staan bij alle kinderen van dit gezin."))
        namen = (_("Gesprek toevoegen"), _("Gesprek"), _("Nog geen gesprekken."))
        vooraf = {Contact.datum: schrijver.werkplek.vandaag}
        kaart.kolom.addWidget(Lijst(schrijver, Contact, _contact, *namen, vooraf=vooraf))
        self.kolom.addWidget(Bijlagen(schrijver))
        self._aantekening = Aantekening(schrijver)
        self.kolom.addWidget(self._aantekening)

    def verzegel(self) -> bool:
        self._aantekening.bewaar()
        return super().verzegel()


def _contact(v: Veldenrij) -> None:
    v.datum(Contact.datum, _("Op welke dag?"))
    v.keuze(Contact.vorm, _("Hoe was het contact?"), tuple(Vorm))
    v.regel(Contact.wie, _("Wie waren erbij?"))
    v.voor_gezin(Contact.gezegd, _("Wat is er gezegd?"), _("Schrijf erbij wie het zei."), regels=4)
    v.voor_gezin(Contact.afgesproken, _("Wat is er afgesproken?"))
    v.regel(Contact.minuten, _("Hoe lang duurde het? (in minuten)"), lees=lees_getal, breedte=140)
