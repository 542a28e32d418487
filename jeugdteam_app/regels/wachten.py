"""Sinds wanneer een gezin op hulp wacht."""

from __future__ import annotations

from datetime import date

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.lopend import Lopend, lopend
from jeugdteam_app.kern.feit import waarde


def wacht_sinds(dossier: Dossier, een: Lopend) -> date | None:
    """De dag waarop het wachten op deze hulp begon; ``None`` als die niet bekend is.

    Bij de eerste hulp is dat de aanmelding. Was er al eerder hulp toegewezen, dan is dit een nieuwe vraag: dan telt
    de aanvraag die daarna kwam, en anders de dag van het besluit.
    """
    van = dossier.een(Aanmelding)
    eerder = [ander.vast.datum for ander in lopend(dossier) if _ging_vooraf(ander, een)]
    if not eerder and not een.vast.inhoud.zelfde_toewijzing:
        return waarde(van.datum)
    aanvraag = waarde(van.aanvraagdatum)
    if aanvraag is not None and max(eerder, default=date.min) < aanvraag <= een.vast.datum:
        return aanvraag
    return een.vast.datum


def _ging_vooraf(ander: Lopend, een: Lopend) -> bool:
    return ander.item.sleutel != een.item.sleutel and ander.vast.datum < een.vast.datum
