"""Een periode van dagen, met de tellingen die de berichtstandaard gebruikt."""

from __future__ import annotations

import calendar
import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from jeugdteam_app.kern.fouten import InvoerFout

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2100


# Hoe een maand begint; ‘mrt’ en ‘maart’ zijn dezelfde.
_MAANDEN = {
    "jan": 1, "feb": 2, "maart": 3, "mrt": 3, "mar": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip


def in_cijfers(tekst: str, maanden: Mapping[str, int]) -> str:
    """Maakt van ``3 april 2026`` of ``april 2026`` cijfers met streepjes; wat geen maand noemt, blijft zoals het is.

    ``maanden``: hoe maanden in een andere taal beginnen; de Nederlandse gelden altijd.
    """
    cijfers = "".join(str(unicodedata.decimal(teken, teken)) for teken in tekst.strip().casefold())
    # Welke dag van de week het is, volgt uit de dag zelf.
    cijfers = re.sub(r"^(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s+|^(?:ma|di|wo|do|vr|za|zo)\.?\s+", "", cijfers)
    if gevonden := re.fullmatch(r"(?:(\d+)\.?\s+)?([^\W\d]+)\.?\s+(\d+)", cijfers):
        dag, naam, jaar = gevonden.groups()
        alle = sorted({**_MAANDEN, **maanden}.items(), key=lambda paar: -len(paar[0]))
        maand = next((nummer for begin, nummer in alle if naam.startswith(begin)), None)
        cijfers = "-".join(filter(None, (dag, str(maand), jaar))) if maand else cijfers
    return re.sub(r"\s*[-/.]\s*", "-", cijfers)


def lees_datum(tekst: str, maanden: Mapping[str, int] = MappingProxyType({})) -> date:
    """Leest een datum zoals mensen die schrijven: ``3-4-2026``, ``3 april 2026``, ``03/04/2026`` of ``2026-04-03``.

    ``maanden``: hoe maanden in de taal van de schrijver beginnen, naast de Nederlandse.
    """
    delen = in_cijfers(tekst, maanden).split("-")
    if len(delen) != 3 or not all(d.isascii() and d.isdigit() and len(d) <= 4 for d in delen):
        raise InvoerFout("datum-vorm")
    if len(delen[0]) < 3 and len(delen[2]) < 3:
        raise InvoerFout("datum-jaar-kort")
    eerste, maand, laatste = (int(d) for d in delen)
    jaar, dag = (eerste, laatste) if len(delen[0]) == 4 else (laatste, eerste)
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise InvoerFout("datum-jaar")
    try:
        return date(jaar, maand, dag)
    except ValueError:
        raise InvoerFout("datum-bestaat-niet") from None


def toon_moment(moment: datetime) -> str:
    """Dag en tijd zoals op de klok hier: 24-11-2026 14:05."""
    return f"{moment.astimezone():%d-%m-%Y %H:%M}"


def toon_datum(dag: date) -> str:
    """De datum zoals hij in een veld staat: ``03-04-2026``."""
    return f"{dag.day:02d}-{dag.month:02d}-{dag.year:04d}"


def leeftijd(geboren: date, op: date) -> int:
    """Hele jaren op een dag. Wie op 29 februari is geboren, wordt in een gewoon jaar op 1 maart ouder."""
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def is_minstens(geboren: date | None, jaren: int, op: date) -> bool:
    """Of iemand op een dag zo oud is; zonder geboortedatum niet, want dan weten we het niet."""
    return geboren is not None and leeftijd(geboren, op) >= jaren


def hele_maanden(begin: date, einde: date) -> int:
    """Hoeveel hele maanden er tussen twee dagen liggen; nul als het einde voor het begin ligt."""
    maanden = (einde.year - begin.year) * 12 + einde.month - begin.month - (einde.day < begin.day)
    return max(0, maanden)


def plus_maanden(dag: date, aantal: int) -> date:
    """Dezelfde dag zoveel maanden later; is die er niet, dan de laatste van die maand."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def verjaardag(geboren: date, jaren: int) -> date:
    """De eerste dag waarop ``leeftijd`` het getal ``jaren`` geeft."""
    try:
        return geboren.replace(year=geboren.year + jaren)
    except ValueError:
        return date(geboren.year + jaren, 3, 1)


def over_maanden(dag: date, maanden: int) -> date:
    """Dezelfde dag zoveel maanden later; bestaat die niet, dan de laatste dag van de maand."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))


@dataclass(frozen=True, order=True)
class Periode:
    """Begin tot en met einde, in dagen; allebei horen erbij."""

    begin: date
    einde: date

    def __post_init__(self) -> None:
        if self.einde < self.begin:
            raise InvoerFout("periode-omgekeerd")

    @property
    def dagen(self) -> int:
        """Aantal dagen, begin en einde meegeteld."""
        return (self.einde - self.begin).days + 1

    @property
    def geraakte_weken(self) -> int:
        """Kalenderweken (ISO, maandag tot en met zondag) waarvan minstens één dag meetelt (IV076)."""
        maandag = self.begin - timedelta(days=self.begin.weekday())
        return (self.einde - maandag).days // 7 + 1

    @property
    def zondagen(self) -> int:
        """Zondagen in de periode, plus één als het einde geen zondag is (IV077, output per week)."""
        eerste = self.begin + timedelta(days=6 - self.begin.weekday())
        geteld = (self.einde - eerste).days // 7 + 1 if eerste <= self.einde else 0
        return geteld + (self.einde.weekday() != 6)

    @property
    def geraakte_maanden(self) -> int:
        """Kalendermaanden waarvan minstens één dag meetelt."""
        return (self.einde.year - self.begin.year) * 12 + self.einde.month - self.begin.month + 1

    def overlapt(self, ander: Periode) -> bool:
        """Of er minstens één gemeenschappelijke dag is."""
        return self.begin <= ander.einde and ander.begin <= self.einde
