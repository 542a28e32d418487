"""De vraag waar een praktijk nu mee bezig is. Komt een kind terug, dan gaat het niet meer over de vraag van toen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.praktijk import Praktijk, Uitkomst
from jeugdteam_app.kern.feit import Feit, Onbekend, alle_waarden, waarde


def misschien_terug(dossier: Dossier) -> date | None:
    """Wanneer het hier afliep, als de aanmelding van daarna is: een nieuwe vraag, of een van de dagen klopt niet."""
    begin, afloop = waarde(dossier.een(Aanmelding).datum), waarde(dossier.een(Praktijk).uitkomst_op)
    return afloop if begin is not None and afloop is not None and afloop < begin else None


def uitkomst(dossier: Dossier) -> Feit[Uitkomst]:
    """Hoe de vraag van nu afliep; wat er misschien bij een eerdere vraag uitkwam, is dat niet."""
    return Onbekend() if misschien_terug(dossier) else dossier.een(Praktijk).uitkomst


def gesprekken(dossier: Dossier, op: date) -> list[Contact]:
    """De gesprekken over de vraag van nu tot en met deze dag; wat nog moet komen, is nog niet besproken.

    Alleen wat van voor het einde van een eerdere vraag is, telt niet mee. Een gesprek zonder dag wel.
    """
    eerder = _eerder_tot(dossier)

    def telt(dagen: Collection[date]) -> bool:
        return not dagen or any(eerder < dag <= op for dag in dagen)

    return [c for c in dossier.gesprekken if telt(alle_waarden(c.datum))]


def zeker_van_nu(dossier: Dossier, op: date) -> list[Contact]:
    """De gesprekken over de vraag van nu; is dit misschien een nieuwe vraag, dan niets van voor de afloop van toen."""
    afloop = misschien_terug(dossier) or date.min
    alle = gesprekken(dossier, op)
    return [c for c in alle if not (dagen := alle_waarden(c.datum)) or any(afloop < dag <= op for dag in dagen)]


def van_eerder(dossier: Dossier) -> list[Contact]:
    """De gesprekken over een eerdere vraag: die tellen voor de vraag van nu niet mee."""
    eerder = _eerder_tot(dossier)
    return [c for c in dossier.gesprekken if (dagen := alle_waarden(c.datum)) and all(d <= eerder for d in dagen)]


def _eerder_tot(dossier: Dossier) -> date:
    return max(alle_waarden(dossier.een(Praktijk).eerder_tot), default=date.min)
