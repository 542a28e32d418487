"""Termijnen uit de wet en de standaard, met feestdagen. Elk einde zegt waarom het later valt dan geteld."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.periode import over_maanden

VERHUISD = Bron("Jeugdwet", "artikel 2.7a: ambulante hulp gaat op verzoek ten hoogste een jaar door na verhuizen")
BEZWAAR_WEKEN = 6
BESLIS_WEKEN = 8
PLAN_WEKEN = 6
PAPIER_WEKEN = 2


class Verschuiving(NamedTuple):
    """Waarom een termijn later eindigt dan ``van``, de dag waarop je zonder feestdagen en weekend zou uitkomen.

    ``feestdagen`` zijn de feestdagen die de termijn opschoven; is er geen, dan was het alleen het weekend.
    """

    van: date
    feestdagen: tuple[str, ...] = ()


class Einde(NamedTuple):
    """De laatste dag van een termijn, en of en waarom die is opgeschoven."""

    dag: date
    verschoven: Verschuiving | None = None


def na_weken(begin: date, weken: int) -> Einde:
    """Het einde van een termijn die de dag na ``begin`` start.

    Valt de laatste dag in een weekend, op een erkende feestdag of op een dag die daarmee gelijk is gesteld, dan loopt
    de termijn door tot en met de eerstvolgende andere dag (Algemene termijnenwet, artikelen 1 en 3).
    """
    dag = geteld = begin + timedelta(weeks=weken)
    vrij: list[str] = []
    while naam := _waarom_vrij(dag):
        vrij += [naam] if naam != _WEEKEND else []
        dag += timedelta(days=1)
    return Einde(dag, None if dag == geteld else Verschuiving(geteld, tuple(vrij)))


_WEEKEND = "weekend"


def _waarom_vrij(dag: date) -> str:
    """Waarom een termijn van de wet niet op deze dag eindigt; in het weekend schuift een feestdag niets op."""
    if not _is_doordeweeks(dag):
        return _WEEKEND
    return _feestdagen(dag.year).get(dag, "") or ("een dag die telt als feestdag" if dag in _GELIJKGESTELD else "")


def na_werkdagen(begin: date, aantal: int) -> Einde:
    """Het einde van zoveel werkdagen na ``begin``; ``begin`` zelf, het weekend en feestdagen tellen niet."""
    dag = zonder_feestdagen = begin
    geteld = doordeweeks = 0
    while geteld < aantal:
        dag += timedelta(days=1)
        geteld += is_werkdag(dag)
        if doordeweeks < aantal:
            zonder_feestdagen = dag
            doordeweeks += _is_doordeweeks(dag)
    feestdagen = _feestdagen_tussen(begin + timedelta(days=1), dag)
    return Einde(dag, Verschuiving(zonder_feestdagen, feestdagen) if dag != zonder_feestdagen else None)


def is_werkdag(dag: date) -> bool:
    """Of een dag geen weekend en geen erkende feestdag is."""
    return _is_doordeweeks(dag) and dag not in _feestdagen(dag.year)


def bezwaar_tot(bekendgemaakt: date) -> Einde:
    """De laatste dag om bezwaar te maken (Awb 6:7 en 6:8)."""
    return na_weken(bekendgemaakt, BEZWAAR_WEKEN)


def besluit_uiterlijk(aanvraag: date) -> Einde:
    """De laatste dag om te beslissen op een aanvraag (Awb 4:13)."""
    return na_weken(aanvraag, BESLIS_WEKEN)


def plan_uiterlijk(afgezien: date) -> Einde:
    """De laatste dag voor een hulpverleningsplan als er geen familiegroepsplan komt (Jeugdwet 4.1.3)."""
    return na_weken(afgezien, PLAN_WEKEN)


def op_papier_uiterlijk(gevraagd: date) -> Einde:
    """De laatste dag om een plan op papier te geven als iemand daarom vraagt (Jeugdwet 4.1.3)."""
    return na_weken(gevraagd, PAPIER_WEKEN)


def na_verhuizen_tot(verhuisd: date) -> date:
    """Tot wanneer ambulante hulp na een verhuizing kan doorgaan, als het gezin dat vraagt (``VERHUISD``)."""
    return over_maanden(verhuisd, 12)


def _is_doordeweeks(dag: date) -> bool:
    return dag.weekday() < 5


def _feestdagen_tussen(van: date, tot: date) -> tuple[str, ...]:
    """De feestdagen op een doordeweekse dag, van en met ``van`` tot ``tot``; in het weekend schuiven ze niets op."""
    dagen = (van + timedelta(days=n) for n in range((tot - van).days))
    return tuple(_feestdagen(dag.year)[dag] for dag in dagen if _is_doordeweeks(dag) and not is_werkdag(dag))


# Besluit gelijkstelling voor 2026 tot en met 2028 (Algemene termijnenwet, artikel 3 lid 3). Van latere jaren weten we
# het nog niet. Het geldt voor termijnen uit een wet; werkdagen uit de standaard of een afspraak tellen er gewoon door.
_GELIJKGESTELD = frozenset((
    date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26),
))  # fmt: skip


@cache
def _feestdagen(jaar: int) -> dict[date, str]:
    """De erkende feestdagen van een jaar met hun naam (Algemene termijnenwet, artikel 3)."""
    import holidays

    erkend = holidays.country_holidays("NL", years=jaar, language="nl")
    goede_vrijdag = next(d for d, naam in erkend.items() if naam == "Eerste paasdag") - timedelta(days=2)
    return {**erkend, goede_vrijdag: "Goede Vrijdag", date(jaar, 5, 5): "Bevrijdingsdag"}
