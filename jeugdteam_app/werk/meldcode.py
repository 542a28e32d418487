"""De meldcode opnieuw beginnen: wat er eerder was blijft staan, en een nieuwe zorg krijgt een lege meldcode."""

from __future__ import annotations

from typing import Any

from jeugdteam_app.dossier.veiligheid import EerdereMeldcode, Meldcode, Veiligheid
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.werk import schrijven
from jeugdteam_app.werk.werkplek import Werkplek


def begin_opnieuw(werkplek: Werkplek, dossier: str) -> None:
    """Legt de meldcode van nu bij de eerdere en begint een lege, in één handeling: ook ongedaan maken is er één.

    Fout: ``meldcode-niet-af`` als er nog een stap openstaat; die moet eerst gezet worden.
    """
    inhoud = waarde(werkplek.dossier(dossier).een(Veiligheid).meldcode)
    if inhoud is None or not inhoud.is_begonnen or inhoud.open_stap is not None:
        raise InvoerFout("meldcode-niet-af")
    # Zij was klaar toen er besloten was, en niet pas nu er een nieuwe zorg is.
    klaar_op = inhoud.besloten_op or werkplek.vandaag
    eerder: dict[Veld[Any], Any] = {EerdereMeldcode.inhoud: inhoud, EerdereMeldcode.afgesloten_op: klaar_op}
    leeg = {(Veiligheid.soort, Veiligheid.meldcode): Bekend(Meldcode())}
    schrijven.leg_vast(werkplek, dossier, leeg, nieuw=[(EerdereMeldcode, eerder)])
