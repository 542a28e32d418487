"""De vraag waar een praktijk nu mee bezig is. Komt een kind terug, dan gaat het niet meer over de vraag van toen."""

from __future__ import annotations

from datetime import date

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.praktijk import Praktijk, Uitkomst
from jeugdteam_app.kern.feit import Feit, Onbekend, alle_waarden, waarde


def terug_sinds(dossier: Dossier) -> date | None:
    """Sinds wanneer het kind terug is; ``None`` als het hier niet eerder al afliep, of dat niet te zeggen is."""
    begin, afloop = waarde(dossier.een(Aanmelding).datum), waarde(dossier.een(Praktijk).uitkomst_op)
    return begin if begin is not None and afloop is not None and afloop < begin else None


def uitkomst(dossier: Dossier) -> Feit[Uitkomst]:
    """Hoe de vraag van nu afliep; wat er bij een eerdere vraag uitkwam, is dat niet."""
    return Onbekend() if terug_sinds(dossier) else dossier.een(Praktijk).uitkomst


def gesprekken(dossier: Dossier, op: date) -> list[Contact]:
    """De gesprekken over de vraag van nu tot en met deze dag; wat nog moet komen, is nog niet besproken.

    Wat er voor de aanmelding was, ging over een eerdere vraag. Een gesprek zonder dag telt mee: dat is niet te zeggen.
    """
    sinds = _sinds(dossier)
    return [
        c for c in dossier.gesprekken if not (dagen := alle_waarden(c.datum)) or any(sinds <= d <= op for d in dagen)
    ]


def van_eerder(dossier: Dossier) -> list[Contact]:
    """De gesprekken van voor de aanmelding: die tellen voor de vraag van nu niet mee."""
    sinds = _sinds(dossier)
    return [c for c in dossier.gesprekken if (dagen := alle_waarden(c.datum)) and all(d < sinds for d in dagen)]


def _sinds(dossier: Dossier) -> date:
    return waarde(dossier.een(Aanmelding).datum) or date.min
