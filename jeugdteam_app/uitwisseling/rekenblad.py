"""xlsx en ods: van de XML in de zip naar gevulde cellen. Formules worden herkend, nooit uitgerekend.

Zelf gelezen en niet met openpyxl: dat bouwt eerst hele lijsten op (stijlen, teksten, een rij van een miljoen
cellen) en is bij een kwaadwillig bestand minuten bezig voordat een grens telt.
"""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.uitwisseling.pakket import Pakket, kenmerk, lokaal, ruim
from jeugdteam_app.uitwisseling.tabel import (
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    Blad,
    Cel,
    Celwaarde,
    Rij,
    adres,
    binnen_grens,
)

# Geen rekenblad heeft er meer; een groter getal is een verzinsel.
MEESTE_HERHALINGEN = 16_777_216
MEESTE_BLADEN = 100
LANGSTE_GETAL = 40
_GETAL = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?")
_ADRES = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_VERHULD = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Ingebouwde datumopmaak die niet in de lijst van openpyxl staat (landgebonden).
_DATUMNUMMERS = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})


def lees(inhoud: bytes, soort: str, namen: tuple[str, ...]) -> tuple[Blad, ...]:
    """De gevraagde bladen van een rekenblad, in de volgorde van de vraag."""
    pakket = Pakket(inhoud)
    if any(naam.lower().endswith("vbaproject.bin") for naam in pakket.namen()):
        raise InvoerFout("tabel-macro")
    return _xlsx(pakket, namen) if soort == ".xlsx" else _ods(pakket, namen)


def _kies(aanwezig: list[str], namen: tuple[str, ...]) -> list[int]:
    """De plaatsen van de gevraagde bladen; ontbreekt de eerste naam, dan het eerste blad."""
    if not aanwezig:
        raise InvoerFout("tabel-leeg")
    klein = [a.strip().casefold() for a in aanwezig[:MEESTE_BLADEN]]
    gekozen = [klein.index(n.casefold()) for n in namen if n.casefold() in klein]
    if not namen or namen[0].casefold() not in klein:
        gekozen = [0, *(g for g in gekozen if g != 0)]
    return gekozen


def _getal(tekst: str) -> Celwaarde:
    """Een getal zoals het rekenblad het toont. Het bewaart dubbele precisie; zo komt 78,35 als 78.35 terug.

    Wat te lang is voor een getal blijft tekst: afkappen zou een ander getal maken.
    """
    if len(tekst) > LANGSTE_GETAL:
        return tekst
    getal = float(tekst) if _GETAL.fullmatch(tekst.strip()) else math.nan
    if not math.isfinite(getal):
        raise InvoerFout("tabel-beschadigd")
    return Decimal(repr(getal))


# --- xlsx ---


class _Werkmap:
    """Waar in een xlsx de bladen, teksten en stijlen staan."""

    def __init__(self, pakket: Pakket) -> None:
        self.pakket = pakket
        if "[Content_Types].xml" not in pakket or "_rels/.rels" not in pakket:
            raise InvoerFout("tabel-andere-soort")
        self.deel = self._verwijzing("_rels/.rels", "", "/officeDocument")
        if self.deel not in pakket:
            raise InvoerFout("tabel-andere-soort")
        self.map = posixpath.dirname(self.deel)
        self.relaties = f"{self.map}/_rels/{posixpath.basename(self.deel)}.rels".lstrip("/")
        self.bladen: list[tuple[str, str]] = []
        self.begin = date(1899, 12, 30)
        self._lees_bladen()

    def _lees_bladen(self) -> None:
        for _, element in self.pakket.xml(self.deel, "sheet", "workbookPr"):
            if lokaal(element.tag) == "sheet":
                self.bladen.append((kenmerk(element, "name"), kenmerk(element, "id")))
            elif kenmerk(element, "date1904") in ("1", "true"):
                self.begin = date(1904, 1, 1)

    def _verwijzing(self, relaties: str, map_: str, einde: str) -> str:
        for _, element in self.pakket.xml(relaties, "Relationship"):
            if kenmerk(element, "Type").endswith(einde) and kenmerk(element, "TargetMode") != "External":
                return _doel(map_, kenmerk(element, "Target"))
        return ""

    def delen(self) -> tuple[dict[str, str], str, str]:
        """Van elk blad het deel bij zijn verwijzing, en de delen met teksten en stijlen (of leeg)."""
        bladen: dict[str, str] = {}
        teksten = stijlen = ""
        for _, element in self.pakket.xml(self.relaties, "Relationship"):
            soort, doel = kenmerk(element, "Type"), _doel(self.map, kenmerk(element, "Target"))
            if kenmerk(element, "TargetMode") == "External":
                continue
            if soort.endswith("/worksheet"):
                bladen[kenmerk(element, "Id")] = doel
            elif soort.endswith("/sharedStrings"):
                teksten = doel
            elif soort.endswith("/styles"):
                stijlen = doel
        return bladen, teksten, stijlen


def _doel(map_: str, doel: str) -> str:
    return posixpath.normpath(doel.lstrip("/") if doel.startswith("/") else posixpath.join(map_, doel))


def _xlsx(pakket: Pakket, namen: tuple[str, ...]) -> tuple[Blad, ...]:
    werkmap = _Werkmap(pakket)
    delen, teksten, stijlen = werkmap.delen()
    lezer = _Bladlezer(pakket, werkmap.begin, _teksten(pakket, teksten), _datumstijlen(pakket, stijlen))
    uit = []
    for plaats in _kies([naam for naam, _ in werkmap.bladen], namen):
        naam, verwijzing = werkmap.bladen[plaats]
        uit.append(Blad(naam.strip(), tuple(lezer.rijen(delen.get(verwijzing, "")))))
    return tuple(uit)


def _teksten(pakket: Pakket, deel: str) -> list[str]:
    uit = []
    for _, element in pakket.xml(deel, "si") if deel in pakket else ():
        uit.append(_tekst_in(element))
        ruim(element)
    return uit


def _tekst_in(element: Any) -> str:
    """De tekst van een stuk, met opmaak ertussen maar zonder de uitspraakhulp (rPh)."""
    stukken = []
    for kind in element:
        soort = lokaal(kind.tag)
        if soort == "t":
            stukken.append(kind.text or "")
        elif soort == "r":
            stukken += [t.text or "" for t in kind if lokaal(t.tag) == "t"]
    tekst = "".join(stukken)
    if "_x" in tekst:
        tekst = _VERHULD.sub(lambda m: chr(int(m[1], 16)), tekst)
    return tekst.replace("\r\n", "\n")


def _datumstijlen(pakket: Pakket, deel: str) -> frozenset[int]:
    """De nummers van de celstijlen die een getal als datum tonen."""
    eigen: dict[str, bool] = {}
    datums: set[int] = set()
    plaats = 0
    for _, element in pakket.xml(deel, "numFmt", "xf") if deel in pakket else ():
        if lokaal(element.tag) == "numFmt":
            eigen[kenmerk(element, "numFmtId")] = is_date_format(kenmerk(element, "formatCode")[:200])
        elif lokaal(element.getparent().tag) == "cellXfs":
            nummer = kenmerk(element, "numFmtId")
            if eigen.get(nummer, nummer.isdigit() and _is_datumnummer(int(nummer[:9]))):
                datums.add(plaats)
            plaats += 1
    return frozenset(datums)


def _is_datumnummer(nummer: int) -> bool:
    return nummer in _DATUMNUMMERS or is_date_format(BUILTIN_FORMATS.get(nummer, "General"))


class _Bladlezer:
    def __init__(self, pakket: Pakket, begin: date, teksten: list[str], datumstijlen: frozenset[int]) -> None:
        self.pakket, self.begin, self.teksten, self.datumstijlen = pakket, begin, teksten, datumstijlen

    def rijen(self, deel: str) -> Iterator[Rij]:
        """De gevulde rijen van een blad. Een rij of cel zonder nummer volgt op haar voorganger."""
        nummer = 0
        for _, element in self.pakket.xml(deel, "row"):
            nummer = _rijnummer(element.get("r"), nummer + 1)
            cellen = dict(self._cellen(element, nummer))
            if cellen:
                yield Rij(nummer, cellen)
            ruim(element)

    def _cellen(self, rij: Any, nummer: int) -> Iterator[tuple[int, Cel]]:
        kolom = 0
        for element in rij:
            kolom = _kolom(element.get("r"), kolom + 1, nummer)
            gelezen = self._waarde(element)
            if gelezen is not None:
                binnen_grens(kolom, nummer)
                yield kolom, Cel(adres(kolom, nummer), *gelezen)

    def _waarde(self, element: Any) -> tuple[Celwaarde, bool] | None:
        soort = element.get("t", "n")
        tekst, formule = "", soort == "e"
        for kind in element:
            naam = kind.tag
            if naam.endswith("}v"):
                tekst = kind.text or ""
            elif naam.endswith("}f"):
                formule = True
            elif naam.endswith("}is"):
                tekst = _tekst_in(kind)
        if formule:
            return "", True
        if not tekst.strip():
            return None
        waarde = self._omgezet(soort, tekst, element.get("s", ""))
        return None if isinstance(waarde, str) and not waarde.strip() else (waarde, False)

    def _omgezet(self, soort: str, tekst: str, stijl: str) -> Celwaarde:
        if soort == "s":
            if not (tekst.isascii() and tekst.isdigit() and len(tekst) < 9 and int(tekst) < len(self.teksten)):
                raise InvoerFout("tabel-beschadigd")
            return self.teksten[int(tekst)]
        if soort in ("str", "inlineStr"):
            return tekst
        if soort == "b":
            return tekst.strip() == "1"
        if soort == "d":
            return _iso_dag(tekst)
        getal = _getal(tekst)
        is_datum = stijl.isdigit() and len(stijl) < 9 and int(stijl) in self.datumstijlen
        if is_datum and isinstance(getal, Decimal):
            return self._dag(getal)
        return getal

    def _dag(self, getal: Decimal) -> Celwaarde:
        """Een dagnummer als datum. Met een tijd erbij, of buiten de kalender, blijft het een getal."""
        if getal != getal.to_integral_value() or not 61 <= getal < 2_958_466:
            return getal
        return self.begin + timedelta(days=int(getal))


def _rijnummer(gegeven: str | None, volgende: int) -> int:
    if gegeven is None:
        return volgende
    if not (gegeven.isascii() and gegeven.isdigit() and len(gegeven) < 9 and int(gegeven) >= volgende):
        raise InvoerFout("tabel-beschadigd")
    return int(gegeven)


def _kolom(gegeven: str | None, volgende: int, rij: int) -> int:
    if gegeven is None:
        return volgende
    gevonden = _ADRES.fullmatch(gegeven)
    if gevonden is None or int(gevonden[2]) != rij:
        raise InvoerFout("tabel-beschadigd")
    kolom = 0
    for letter in gevonden[1]:
        kolom = kolom * 26 + ord(letter) - 64
    return kolom


def _iso_dag(tekst: str) -> Celwaarde:
    """Een datum in de vorm jaar-maand-dag. Met een tijd erbij blijft het de tekst die er staat."""
    try:
        moment = datetime.fromisoformat(tekst.strip()[:40])
    except ValueError:
        return tekst
    return moment.date() if (moment.hour, moment.minute, moment.second) == (0, 0, 0) else tekst


# --- ods ---


def _ods(pakket: Pakket, namen: tuple[str, ...]) -> tuple[Blad, ...]:
    if "content.xml" not in pakket:
        raise InvoerFout("tabel-andere-soort")
    if "META-INF/manifest.xml" in pakket and b"encryption-data" in pakket.lees("META-INF/manifest.xml"):
        raise InvoerFout("tabel-wachtwoord")
    bladen = list(_ods_bladen(pakket, frozenset(n.casefold() for n in namen)))
    uit = []
    for plaats in _kies([naam for naam, _ in bladen], namen):
        gelezen = bladen[plaats][1]
        if isinstance(gelezen, InvoerFout):
            raise gelezen
        uit.append(gelezen)
    return tuple(uit)


def _ods_bladen(pakket: Pakket, namen: frozenset[str]) -> Iterator[tuple[str, Blad | InvoerFout]]:
    """Elk blad met zijn rijen. Van het eerste weten we pas aan het eind of het nodig is: zijn fout wacht daarop."""
    plaats, nummer, gevraagd = -1, 0, False
    rijen: list[Rij] = []
    fout: InvoerFout | None = None
    for gebeurtenis, element in pakket.xml("content.xml", "table", "table-row", begin=True):
        if lokaal(element.tag) == "table":
            if element.getparent() is None or lokaal(element.getparent().tag) != "spreadsheet":
                continue
            naam = kenmerk(element, "name").strip()
            if gebeurtenis == "start":
                plaats, nummer, rijen, fout = plaats + 1, 0, [], None
                gevraagd = plaats == 0 or naam.casefold() in namen
            else:
                yield naam, fout or Blad(naam, tuple(rijen))
                ruim(element)
        elif gebeurtenis == "end":
            keer = _herhaald(element, "number-rows-repeated")
            if gevraagd and fout is None:
                try:
                    rijen += _ods_rijen(element, nummer, keer)
                except InvoerFout as gevonden:
                    fout = gevonden
            nummer += keer
            ruim(element)


def _ods_rijen(element: Any, na: int, keer: int) -> Iterator[Rij]:
    """De rij zo vaak als zij herhaald is; een lege herhaling is geen rij."""
    gevuld = list(_ods_cellen(element))
    if not gevuld:
        return
    kolom = max(k for k, _, _ in gevuld)
    binnen_grens(kolom, na + keer if na + keer > MEESTE_RIJEN else na + 1)
    for nummer in range(na + 1, na + keer + 1):
        yield Rij(nummer, {k: Cel(adres(k, nummer), waarde, formule) for k, waarde, formule in gevuld})


def _ods_cellen(rij: Any) -> Iterator[tuple[int, Celwaarde, bool]]:
    kolom = 0
    for element in rij:
        if lokaal(element.tag) not in ("table-cell", "covered-table-cell"):
            continue
        keer = _herhaald(element, "number-columns-repeated")
        gelezen = _ods_waarde(element)
        if gelezen is not None:
            # Eén cel voorbij de grens is genoeg om het te melden; verder hoeft niemand te tellen.
            for plek in range(kolom + 1, min(kolom + keer, max(kolom, MEESTE_KOLOMMEN) + 1) + 1):
                yield plek, *gelezen
        kolom += keer


def _herhaald(element: Any, naam: str) -> int:
    tekst = kenmerk(element, naam) or "1"
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) < 9 and 0 < int(tekst) <= MEESTE_HERHALINGEN):
        raise InvoerFout("tabel-beschadigd")
    return int(tekst)


def _ods_waarde(element: Any) -> tuple[Celwaarde, bool] | None:
    kenmerken = {lokaal(sleutel): str(waarde) for sleutel, waarde in element.attrib.items()}
    if "formula" in kenmerken:
        return "", True
    match kenmerken.get("value-type", ""):
        case "float" | "percentage" | "currency":
            return _getal(kenmerken.get("value", "")), False
        case "date":
            return _iso_dag(kenmerken.get("date-value", "")), False
        case "boolean":
            return kenmerken.get("boolean-value") == "true", False
    tekst = kenmerken.get("string-value") or "\n".join(_ods_tekst(p) for p in element if lokaal(p.tag) == "p")
    return (tekst, False) if tekst.strip() else None


def _ods_tekst(element: Any) -> str:
    """De tekst van een alinea, met spaties, tabs en regeleinden zoals ods ze schrijft."""
    stukken = [element.text or ""]
    for kind in element:
        match lokaal(kind.tag):
            case "s":
                aantal = kenmerk(kind, "c")
                stukken.append(" " * (min(int(aantal[:5]), 10_000) if aantal.isdigit() else 1))
            case "tab":
                stukken.append("\t")
            case "line-break":
                stukken.append("\n")
            case "annotation" | "note":
                pass
            case _:
                stukken.append(_ods_tekst(kind))
        stukken.append(kind.tail or "")
    return "".join(stukken)
