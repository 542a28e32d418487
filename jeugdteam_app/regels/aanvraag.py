"""Welk besluit het antwoord is op wat het gezin vroeg: termijn, wachten en brief zeggen hierover hetzelfde."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.lopend import geldige, verzoek_waarop
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toewijzing, Vaststelling

# Wat niet door een vraag van het gezin komt: een verbetering, een contract, geld, een andere indeling, de aanbieder.
_NIET_OP_VRAAG = frozenset((
    Redenwijziging.CORRECTIE, Redenwijziging.CONTRACT, Redenwijziging.BEKOSTIGING, Redenwijziging.HERINDELING,
    Redenwijziging.DOOR_AANBIEDER,
))  # fmt: skip


def beantwoordt(dossier: Dossier, inhoud: Toewijzing, datum: date, aanvraag: date) -> bool:
    """Of een besluit van deze dag het antwoord is op de aanvraag van die dag (Awb 4:13)."""
    return datum >= aanvraag and _is_antwoord(dossier, inhoud) and not _verbetert_ouder(dossier, inhoud, aanvraag)


def _is_antwoord(dossier: Dossier, inhoud: Toewijzing) -> bool:
    """Of een besluit antwoord kan zijn op wat het gezin vraagt, en niet op iets van een ander."""
    if inhoud.besluit is Besluitsoort.BEEINDIGEN or inhoud.aanvraag_blijft_open:
        return False
    if inhoud.verzoek:
        return verzoek_waarop(dossier, inhoud) is None
    return inhoud.reden_wijziging not in _NIET_OP_VRAAG


def _verbetert_ouder(dossier: Dossier, inhoud: Toewijzing, aanvraag: date) -> bool:
    """Of dit een eerder besluit verbetert dat er al was voor deze aanvraag: dan is de aanvraag nog niet beantwoord.

    Van een verbetering van een verbetering telt het besluit waar het mee begon.
    """
    for verbeterd in eerdere(dossier, inhoud):
        # Alsnog hulp toekennen is geen verbetering maar het antwoord zelf.
        if inhoud.zelfde_toewijzing or inhoud.besluit is Besluitsoort.TOEKENNEN:
            return False
        if verbeterd.datum < aanvraag:
            return True
        inhoud = verbeterd.inhoud
    return False


def eerdere(dossier: Dossier, inhoud: Toewijzing) -> Iterator[Vaststelling]:
    """De besluiten waar dit op volgt, het laatste eerst."""
    nog = dict(geldige(dossier))
    while (eerder := nog.pop(inhoud.vervangt, None)) is not None:
        yield eerder
        inhoud = eerder.inhoud
