"""Wie er na een overdracht verantwoordelijk is voor een dossier."""

from __future__ import annotations

from jeugdteam_app.dossier.gezin import Jeugdige, Verantwoordelijk
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.werk.werkplek import Werkplek


def verantwoordelijk(werkplek: Werkplek, dossier: str) -> Verantwoordelijk | None:
    """Wie er na een overdracht verantwoordelijk is; ``None`` als er nooit is overgedragen."""
    return waarde(werkplek.dossier(dossier).een(Jeugdige).verantwoordelijk)


def is_overgedragen(werkplek: Werkplek, dossier: str) -> bool:
    """Of een ander nu verantwoordelijk is."""
    van = verantwoordelijk(werkplek, dossier)
    return van is not None and van.contact != opslag.mijn_id(werkplek.kluis)
