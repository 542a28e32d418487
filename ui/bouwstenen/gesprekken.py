"""De gesprekken met een gezin, als lijst: in het hoofdstuk Gesprekken en op het blad van een praktijk."""

from __future__ import annotations

from jeugdteam_app.dossier.gesprek import Contact, Vorm
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.getallen import lees_getal
from ui.bouwstenen.schrijver import Schrijver


def gesprekslijst(schrijver: Schrijver) -> Lijst:
    """Elk gesprek met een eigen vel; een nieuw gesprek begint op vandaag."""
    namen = (_("Gesprek toevoegen"), _("Gesprek"), _("Nog geen gesprekken."))
    return Lijst(schrijver, Contact, _vel, *namen, vooraf={Contact.datum: schrijver.werkplek.vandaag})


def _vel(v: Veldenrij) -> None:
    v.datum(Contact.datum, _("Op welke dag?"))
    v.keuze(Contact.vorm, _("Hoe was het contact?"), tuple(Vorm))
    v.regel(Contact.wie, _("Wie waren erbij?"))
    v.voor_gezin(Contact.gezegd, _("Wat is er gezegd?"), _("Schrijf erbij wie het zei."), regels=4)
    v.voor_gezin(Contact.afgesproken, _("Wat is er afgesproken?"))
    v.regel(Contact.minuten, _("Hoe lang duurde het? (in minuten)"), lees=lees_getal, breedte=140)
