"""Termijnen uit de wet, met feestdagen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

BEZWAAR_WEKEN = 6
BESLIS_WEKEN = 8
PLAN_WEKEN = 6
PAPIER_WEKEN = 2


def laatste_dag(begin: date, weken: int) -> date:
    """De laatste dag van een termijn die de dag na ``begin`` start.

    Valt die dag in een weekend of op een erkende feestdag, dan loopt de termijn door tot en met de
    eerstvolgende werkdag (Algemene termijnenwet, artikel 1).
    """
    dag = begin + timedelta(weeks=weken)
    while not is_werkdag(dag):
        dag += timedelta(days=1)
    return dag


@dataclass(frozen=True)
class Verschuiving:
    """Waarom een termijn later eindigt dan geteld: op de getelde dag is het weekend, of deze feestdag."""

    van: date
    feestdag: str = ""


def verschuiving(begin: date, weken: int) -> Verschuiving | None:
    """Of de laatste dag van een termijn is opgeschoven, en waarom."""
    geteld = begin + timedelta(weeks=weken)
    return None if is_werkdag(geteld) else Verschuiving(geteld, _feestdagen(geteld.year).get(geteld, ""))


def is_werkdag(dag: date) -> bool:
    """Of een dag geen weekend en geen erkende feestdag is."""
    return dag.weekday() < 5 and dag not in _feestdagen(dag.year)


def werkdagen_na(begin: date, aantal: int) -> date:
    """De dag die zoveel werkdagen na ``begin`` valt; ``begin`` zelf telt niet."""
    dag = begin
    while aantal > 0:
        dag += timedelta(days=1)
        aantal -= is_werkdag(dag)
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


def op_papier_uiterlijk(gevraagd: date) -> date:
    """De laatste dag om een plan op papier te geven als iemand daarom vraagt (Jeugdwet 4.1.3)."""
    return laatste_dag(gevraagd, PAPIER_WEKEN)


@cache
def _feestdagen(jaar: int) -> dict[date, str]:
    """De erkende feestdagen van een jaar met hun naam (Algemene termijnenwet, artikel 3)."""
    import holidays

    erkend = holidays.country_holidays("NL", years=jaar, language="nl")
    goede_vrijdag = next(d for d, naam in erkend.items() if naam == "Eerste paasdag") - timedelta(days=2)
    return {**erkend, goede_vrijdag: "Goede Vrijdag", date(jaar, 5, 5): "Bevrijdingsdag"}
