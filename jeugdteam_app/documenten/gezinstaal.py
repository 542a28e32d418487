"""De vaste zinnen voor het gezin, in elke taal: naast het Nederlands, dat telt.

Wie de zinnen nakeek en wanneer, staat in het bestand van de taal: voor allemaal, of per zin. Een papier met een zin
die niemand nakeek, is een concept en zegt dat in die taal zelf; is een deel nagekeken, dan staat het ook bij elke
andere zin.
"""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from functools import cache

from babel.dates import format_date, get_month_names
from pydantic import BaseModel, ConfigDict

from jeugdteam_app.dossier.familiegroepsplan import Taal
from jeugdteam_app.kern.plaatsen import MIDDELEN

MAP = MIDDELEN / "gezinstaal"


class Nagekeken(BaseModel):
    """Wie de zinnen in deze taal nakeek, en op welke dag."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    door: str
    op: date


class Gezinstaal(BaseModel):
    """Eén taal, met alle zinnen bij hun naam."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    taal: str
    naam: str
    richting: str
    nagekeken: Nagekeken | None
    # Per zin, als nog niet alles is nagekeken.
    zinnen_nagekeken: dict[str, Nagekeken] = {}
    blokken: dict[str, str]
    talen: dict[str, str]

    def is_nagekeken(self, zin: str) -> bool:
        """Of iemand die de taal van huis uit spreekt, deze zin heeft nagekeken."""
        return self.nagekeken is not None or zin in self.zinnen_nagekeken

    @property
    def concept_kort(self) -> str:
        """Het woord voor concept in deze taal: wat voor de dubbele punt staat."""
        return re.split("[:፦]", self.blokken["concept"], maxsplit=1)[0].strip()

    def dag(self, dag: date) -> str:
        """Een dag voluit in deze taal."""
        return format_date(dag, "d MMMM y", locale=self.taal)


def maandnamen(taal: Taal) -> dict[str, int]:
    """Hoe een gezin een maand opschrijft in deze taal, in kleine letters.

    Niet in het Tigrinya: in Ethiopië is een maand met dezelfde naam een andere dan in Eritrea.
    """
    if taal in (Taal.NEDERLANDS, Taal.MAKKELIJK, Taal.TIGRINYA):
        return {}
    vormen = (get_month_names("wide", vorm, locale=taal.value) for vorm in ("format", "stand-alone"))
    return {naam.casefold(): nummer for vorm in vormen for nummer, naam in vorm.items()}


@cache
def gezinstaal(taal: Taal) -> Gezinstaal:
    """De zinnen in een taal."""
    return Gezinstaal.model_validate(json.loads((MAP / f"{taal}.json").read_text(encoding="utf-8")))


# De talen met een eigen schrift, aan de naam van een letter te herkennen.
_SCHRIFTEN = {"ARABIC": Taal.ARABISCH, "ETHIOPIC": Taal.TIGRINYA, "CYRILLIC": Taal.OEKRAIENS}


def taal_van(tekst: str, gezegd_in: Taal) -> Taal:
    """In welke taal iemand iets zei: het schrift gaat voor de taal die bij het plan gekozen is.

    Eén plan kan woorden in twee talen hebben. Latijnse letters in een Arabisch plan zijn Nederlands.
    """
    eerste = next((t for t in tekst if t.isalpha()), "")
    schrift = unicodedata.name(eerste, "").partition(" ")[0] if eerste else ""
    if schrift in _SCHRIFTEN:
        return _SCHRIFTEN[schrift]
    return Taal.NEDERLANDS if gezegd_in in _SCHRIFTEN.values() and schrift else gezegd_in


def merk(gezegd_in: Taal, *talen: Gezinstaal) -> str:
    """Dat iemand iets in een andere taal dan het Nederlands zei, in deze talen; bij Nederlands niets."""
    taal = gezinstaal(gezegd_in).taal
    if taal == gezinstaal(Taal.NEDERLANDS).taal:
        return ""
    # Van rechts naar links komt op een eigen regel: op één regel leest een zoekprogramma het achterstevoren.
    tussen = "\n" if any(t.richting == "rtl" for t in talen) else " / "
    return tussen.join(dict.fromkeys(t.blokken["gezegd-in"].format(taal=t.talen[taal]) for t in talen))


def gemerkt(tekst: str, taal: Taal, ervoor: str = " ", wie: str = "") -> str:
    """Wat iemand zei, met erbij in welke taal als dat geen Nederlands is; zonder woorden is er niets te merken.

    Van rechts naar links komt op een eigen regel: naast een naam of het merk leest een zoekprogramma het verkeerd.
    """
    if not tekst:
        return f"{wie}:" if wie else ""
    gezegd_in = taal_van(tekst, taal)
    in_taal = merk(gezegd_in, gezinstaal(Taal.NEDERLANDS))
    if gezinstaal(gezegd_in).richting == "rtl":
        return "\n".join(filter(None, (wie and f"{wie}:", tekst, f"({in_taal})")))
    met_taal = f"{tekst}{ervoor}({in_taal})" if in_taal else tekst
    return f"{wie}: {met_taal}" if wie else met_taal
