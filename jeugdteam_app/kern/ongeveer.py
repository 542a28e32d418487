"""Een tijdstip zo precies als mensen het weten: een jaar, een maand of een dag.

Een gezin weet vaak alleen ‘in 2021’. Daar een dag van maken zou iets opschrijven wat niemand zei.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import EERSTE_JAAR, LAATSTE_JAAR, in_cijfers, lees_datum, toon_datum

_VORM = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def _geldig(ruw: str) -> str:
    """Weigert wat geen jaar, maand of dag is; ``grenzen`` doet dat zelf al bij een dag die niet bestaat."""
    if not _VORM.fullmatch(ruw) or schrijf(*grenzen(ruw)) != ruw:
        raise ValueError("geen jaar, maand of dag")
    return ruw


def grenzen(ruw: str) -> tuple[date, date]:
    """De eerste en de laatste dag waar ``2021``, ``2021-03`` of ``2021-03-04`` over gaat."""
    delen = [int(d) for d in ruw.split("-")]
    jaar, maanden = delen[0], delen[1:2] or [1, 12]
    laatste = delen[2] if len(delen) == 3 else calendar.monthrange(jaar, maanden[-1])[1]
    return date(jaar, maanden[0], delen[2] if len(delen) == 3 else 1), date(jaar, maanden[-1], laatste)


def schrijf(begin: date, einde: date) -> str:
    """De vorm die bij een eerste en laatste dag hoort."""
    if begin == einde:
        return begin.isoformat()
    return f"{begin.year:04d}" if begin.month != einde.month else f"{begin.year:04d}-{begin.month:02d}"


Ongeveer = Annotated[str, AfterValidator(_geldig)]


def lees_ongeveer(tekst: str) -> str:
    """Leest ``2021``, ``3-2021``, ``maart 2021`` of ``4-3-2021``, en ook ``2021-03``."""
    delen = in_cijfers(tekst, {}).split("-")
    if len(delen) > 2:
        return lees_datum(tekst).isoformat()
    if len(delen) == 2 and len(delen[0]) == 4:
        delen.reverse()
    if not all(d.isascii() and d.isdigit() for d in delen) or len(delen[-1]) != 4 or len(delen[0]) > 4:
        raise InvoerFout("ongeveer-vorm")
    jaar = int(delen[-1])
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise InvoerFout("datum-jaar")
    if len(delen) == 1:
        return f"{jaar:04d}"
    if not 1 <= int(delen[0]) <= 12:
        raise InvoerFout("datum-bestaat-niet")
    return f"{jaar:04d}-{int(delen[0]):02d}"


def toon_ongeveer(ruw: str) -> str:
    """Zoals het in een veld staat: ``2021``, ``03-2021`` of ``04-03-2021``."""
    delen = ruw.split("-")
    return toon_datum(date.fromisoformat(ruw)) if len(delen) == 3 else "-".join(reversed(delen))
