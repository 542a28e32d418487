"""Het productenboek, de regels en de keuzes van de regio, om te lezen en te vergelijken."""

from __future__ import annotations

from datetime import date

from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.regels.regel import Instelling, regio
from jeugdteam_app.regels.register import Inschrijving, register


def regels_van(boek: Productenboek, op: date) -> tuple[Inschrijving, ...]:
    """De regels die op een dag bij dit boek gelden."""
    return tuple(i for i in register(boek.regels) if i.regel.geldt_op(op))


def keuzes_van(boek: Productenboek) -> tuple[Instelling, ...]:
    """Wat de regio kiest waar bronnen elkaar tegenspreken."""
    return regio(boek.regels).instellingen
