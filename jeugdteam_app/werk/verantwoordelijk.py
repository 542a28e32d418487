"""Wie er na een overdracht verantwoordelijk is voor een dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jeugdteam_app.dossier.gezin import Jeugdige, Verantwoordelijk
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.werk.werkplek import Werkplek


def verantwoordelijk(werkplek: Werkplek, dossier: str) -> Verantwoordelijk | None:
    """Wie er na een overdracht verantwoordelijk is; ``None`` als er nooit is overgedragen."""
    return waarde(werkplek.dossier(dossier).een(Jeugdige).verantwoordelijk)


def is_overgedragen(werkplek: Werkplek, dossier: str) -> bool:
    """Of een ander nu verantwoordelijk is."""
    van = verantwoordelijk(werkplek, dossier)
    return van is not None and van.contact != opslag.mijn_id(werkplek.kluis)


def opvolgers(werkplek: Werkplek, dossiers: Iterable[str], van: Collection[str]) -> set[str]:
    """Deze collega's, en aan wie hun werk in deze dossiers daarna is overgedragen, ook als die het weer doorgaf."""
    stappen = [
        (str(gaf.get("van_contact")), str(gaf.get("contact")))
        for dossier in dossiers
        for w in journaal.lees_wijzigingen(werkplek.kluis, dossier)
        if w.plaats.veld == Jeugdige.verantwoordelijk.id and isinstance(gaf := w.waarde.get("b"), dict)
    ]
    wie = set(van)
    while erbij := {naar for gever, naar in stappen if gever in wie} - wie:
        wie |= erbij
    return wie
