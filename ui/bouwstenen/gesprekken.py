"""De gesprekken met een gezin, als lijst: in het hoofdstuk Gesprekken en op het blad van een praktijk."""

from __future__ import annotations

from typing import Any

from jeugdteam_app.dossier.gesprek import Contact, Vorm
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.getallen import lees_getal
from jeugdteam_app.kern.taal import _
from jeugdteam_app.productenboek.profiel import Rol
from jeugdteam_app.werk import dossiers, instellingen
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.schrijver import Schrijver


def gesprekslijst(schrijver: Schrijver) -> Lijst:
    """Elk gesprek met een eigen vel; een nieuw gesprek begint op vandaag.

    In een praktijk gaat een gesprek over het kind van dit dossier: zo telt het niet mee bij een broer of zus.
    """
    namen = (_("Gesprek toevoegen"), _("Gesprek"), _("Nog geen gesprekken."))
    vooraf: dict[Veld[Any], Any] = {Contact.datum: schrijver.werkplek.vandaag}
    if instellingen.profiel(schrijver.werkplek).rol is Rol.POH_JEUGD:
        vooraf[Contact.over_kind] = (schrijver.id,)
    return Lijst(schrijver, Contact, _vel, *namen, vooraf=vooraf)


def _vel(v: Veldenrij) -> None:
    v.datum(Contact.datum, _("Op welke dag?"))
    v.keuze(Contact.vorm, _("Hoe was het contact?"), tuple(Vorm))
    v.regel(Contact.wie, _("Wie waren erbij?"))
    kinderen = dossiers.kinderen(v.schrijver.werkplek, v.schrijver.id)
    if len(kinderen) > 1:
        uitleg = _("Niets aangevinkt is over het hele gezin.")
        van_kind = [(naam, id) for id, naam in kinderen]
        v.aanvinken(Contact.over_kind, _("Over welk kind ging het?"), lambda: van_kind, uitleg)
    v.voor_gezin(Contact.gezegd, _("Wat is er gezegd?"), _("Schrijf erbij wie het zei."), regels=4)
    v.voor_gezin(Contact.afgesproken, _("Wat is er afgesproken?"))
    v.regel(Contact.minuten, _("Hoe lang duurde het? (in minuten)"), lees=lees_getal, breedte=140)
