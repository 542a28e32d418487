"""Termijnen uit de wet, met feestdagen."""

from __future__ import annotations

from datetime import date, timedelta

BEZWAAR_WEKEN = 6
BESLIS_WEKEN = 8
PLAN_WEKEN = 6


def laatste_dag(begin: date, weken: int) -> date:
    """De laatste dag van een termijn die de dag na ``begin`` start.

    Valt die dag in een weekend of op een erkende feestdag, dan loopt de termijn door tot en met de
    eerstvolgende werkdag (Algemene termijnenwet, artikel 1).
    """
    dag = begin + timedelta(weeks=weken)
    vrij = _feestdagen(dag.year)
    while dag.weekday() >= 5 or dag in vrij:
        dag += timedelta(days=1)
        vrij = vrij | _feestdagen(dag.year)
    return dag


def bezwaar_tot(bekendgemaakt: date) -> date:
    """De laatste dag om bezwaar te maken (Awb 6:7 en 6:8)."""
    return laatste_dag(bekendgemaakt, BEZWAAR_WEKEN)


def besluit_uiterlijk(aanvraag: date) -> date:
    """De laatste dag om te beslissen op een aanvraag (Awb 4:13)."""
    return laatste_dag(aanvraag, BESLIS_WEKEN)


def plan_uiterlijk(afgezien: date) -> date:
    """De laatste dag voor een hulpverleningsplan als er geen familiegroepsplan komt (Jeugdwet 4.1.3)."""
    return laatste_dag(afgezien, PLAN_WEKEN)


def _feestdagen(jaar: int) -> frozenset[date]:
    import holidays

    erkend = holidays.country_holidays("NL", years=jaar, language="nl")
    goede_vrijdag = next(d for d, naam in erkend.items() if naam == "Eerste paasdag") - timedelta(days=2)
    return frozenset({*erkend, goede_vrijdag, date(jaar, 5, 5)})
