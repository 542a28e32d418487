"""Een tabel uit een bestand van buiten: xlsx, ods of csv, begrensd en zonder iets uit te rekenen.

Elke gevulde cel houdt haar adres. Een formule wordt niet uitgevoerd maar gemeld. Wat buiten de grens staat
is een fout en wordt niet stil weggelaten: anders mist er ongemerkt een product.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypeAlias

from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.fouten import InvoerFout

GROOTSTE_BESTAND = 20_000_000
MEESTE_RIJEN = 3_000
MEESTE_KOLOMMEN = 60
LANGSTE_TEKST = 32_767
# Ruim boven elke echte tabel, en laag genoeg om een bestand van alleen scheidingstekens meteen te weigeren.
MEESTE_REGELS = 200_000
MEESTE_SCHEIDINGEN = 600_000
SOORTEN = (".xlsx", ".ods", ".csv")

Celwaarde: TypeAlias = str | Decimal | date | bool

_MET_WACHTWOORD = b"\xd0\xcf\x11\xe0"
_MET_MACRO = (".xlsm", ".xltm", ".xlam", ".xlsb")
# Leesrichting omkeren, of een teken dat niemand ziet: daarmee lijkt een tekst iets anders dan er staat.
_RICHTING = frozenset(
    "\u200b\u2060\ufeff\u180e\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_VERBODEN_SOORT = frozenset({"Cc", "Cs", "Cn", "Zl", "Zp"})


class Cel(NamedTuple):
    """Eén gevulde cel: waar zij staat, wat erin staat, en of dat een formule was."""

    adres: str
    waarde: Celwaarde
    formule: bool = False


class Rij(NamedTuple):
    """Een rij met haar nummer en de gevulde cellen per kolomnummer (A is 1)."""

    nummer: int
    cellen: dict[int, Cel]


class Blad(NamedTuple):
    """Een werkblad: alleen de rijen waar iets in staat."""

    naam: str
    rijen: tuple[Rij, ...]


@dataclass(frozen=True)
class Tabel:
    """De gelezen bladen; bij csv is dat er één zonder naam."""

    bladen: tuple[Blad, ...]

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """De rijen van het eerste blad."""
        return self.bladen[0].rijen

    def blad(self, naam: str) -> Blad | None:
        """Het blad met deze naam, hoofdletters maken niet uit."""
        return next((b for b in self.bladen if b.naam.casefold() == naam.casefold()), None)


@dataclass(frozen=True)
class Celmelding:
    """Iets over één cel: haar adres, een code waar de rand een zin bij heeft, en de invulwoorden daarvan.

    De inhoud van de cel zelf gaat nooit mee: die kan van alles zijn, ook iets dat het scherm in de war brengt.
    """

    cel: str
    code: str
    gegevens: dict[str, str | int] = field(default_factory=dict)


def adres(kolom: int, rij: int) -> str:
    """Kolom 3 van rij 7 is ``C7``."""
    return f"{kolomletters(kolom)}{rij}"


def kolomletters(kolom: int) -> str:
    """Kolom 28 is ``AB``."""
    letters = ""
    while kolom > 0:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def binnen_grens(kolom: int, rij: int) -> None:
    """Weigert een gevulde cel die verder staat dan we kijken, met haar adres."""
    if kolom > MEESTE_KOLOMMEN or rij > MEESTE_RIJEN:
        raise InvoerFout("tabel-te-ver", cel=adres(kolom, rij), rijen=MEESTE_RIJEN, kolommen=MEESTE_KOLOMMEN)


def lees_tabel(pad: Path, *namen: str) -> Tabel:
    """De bladen met deze namen die er zijn; is de eerste er niet, dan staat het eerste blad op haar plaats."""
    soort = pad.suffix.lower()
    if soort in _MET_MACRO:
        raise InvoerFout("tabel-macro")
    if soort not in SOORTEN:
        raise InvoerFout("tabel-soort")
    inhoud = lees_tabelbestand(pad)
    if soort == ".csv":
        return Tabel((Blad("", tuple(_csv(inhoud))),))
    if inhoud.startswith(_MET_WACHTWOORD):
        raise InvoerFout("tabel-wachtwoord")
    if not inhoud.startswith(b"PK\x03\x04"):
        raise InvoerFout("tabel-andere-soort")
    # De lezers kennen dit bestand, dus pas hier: anders wijst de invoer in een kring.
    from jeugdteam_app.uitwisseling import rekenblad

    return Tabel(rekenblad.lees(inhoud, soort, namen))


def lees_tabelbestand(pad: Path) -> bytes:
    """De bytes van een bestand van ten hoogste 20 MB. Fouten: ``tabel-bestand-te-groot``, ``bestand-niet-leesbaar``."""
    inhoud = lees_begrensd(pad, GROOTSTE_BESTAND)
    if inhoud is None:
        raise InvoerFout("tabel-bestand-te-groot")
    return inhoud


def heeft_verboden_teken(tekst: str) -> bool:
    """Of er een stuurteken, een teken dat de leesrichting omkeert of een half teken in staat."""
    if tekst.isascii() and tekst.isprintable():
        return False
    return any(
        t in _RICHTING or (t not in "\n\t" and unicodedata.category(t) in _VERBODEN_SOORT) for t in frozenset(tekst)
    )


def keur(blad: Blad) -> Iterator[Celmelding]:
    """Wat in geen enkele cel mag: een formule, een verboden teken of een te lange tekst."""
    for rij in blad.rijen:
        for cel in rij.cellen.values():
            if cel.formule:
                yield Celmelding(cel.adres, "cel-formule")
            elif isinstance(cel.waarde, str) and heeft_verboden_teken(cel.waarde):
                yield Celmelding(cel.adres, "cel-verboden-teken")
            elif isinstance(cel.waarde, str) and len(cel.waarde) > LANGSTE_TEKST:
                yield Celmelding(cel.adres, "cel-te-lang", {"meest": LANGSTE_TEKST})


def _csv(inhoud: bytes) -> Iterator[Rij]:
    tekst = _csv_tekst(inhoud)
    scheiding = _scheiding(tekst)
    if tekst.count("\n") + tekst.count("\r") > MEESTE_REGELS or tekst.count(scheiding) > MEESTE_SCHEIDINGEN:
        raise InvoerFout("tabel-te-groot")
    csv.field_size_limit(1_000_000)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
    nummer = 0
    try:
        for nummer, velden in enumerate(lezer, start=1):
            cellen = dict(_csv_cellen(nummer, velden))
            if cellen:
                yield Rij(nummer, cellen)
    except csv.Error:
        raise InvoerFout("tabel-csv", rij=nummer + 1) from None


def _csv_cellen(nummer: int, velden: list[str]) -> Iterator[tuple[int, Cel]]:
    for kolom, veld in enumerate(velden, start=1):
        if veld.strip():
            binnen_grens(kolom, nummer)
            # Een rekenblad voert dit uit zodra iemand het csv-bestand opent.
            yield kolom, Cel(adres(kolom, nummer), veld.replace("\r\n", "\n"), formule=veld.lstrip().startswith("="))


def _csv_tekst(inhoud: bytes) -> str:
    if inhoud.startswith((b"PK\x03\x04", _MET_WACHTWOORD)):
        raise InvoerFout("tabel-andere-soort")
    if b"\x00" in inhoud:
        raise InvoerFout("tabel-geen-tekst")
    for tekenset in ("utf-8-sig", "cp1252"):
        try:
            return inhoud.decode(tekenset)
        except UnicodeDecodeError:
            continue
    raise InvoerFout("tabel-geen-tekst")


def _scheiding(tekst: str) -> str:
    """Het scheidingsteken dat het vaakst in de eerste regel staat; wat tussen aanhalingstekens staat telt niet."""
    eerste = re.sub(r'"[^"]*"', "", tekst.lstrip()[:20_000].partition("\n")[0])
    return max(";,\t", key=eerste.count)


# Waar een rekenprogramma een formule van maakt (OWASP, formule-injectie).
_FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")


def als_csv(rijen: Iterable[Sequence[str]]) -> bytes:
    """Rijen als CSV voor een Nederlands rekenprogramma; wat op een formule lijkt, blijft tekst."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    for rij in rijen:
        schrijver.writerow([f"'{cel}" if cel.startswith(_FORMULETEKENS) else cel for cel in rij])
    return uit.getvalue().encode("utf-8-sig")
