"""Een zip met XML erin, van iemand die we niet kennen: geteld uitpakken, en pas daarna ontleden.

Wat de zip over zichzelf zegt telt niet; alleen de bytes die er echt uit komen. Het aantal stukken opmaak
is begrensd voordat een ontleder iets ziet, want daarvan hangt af hoe lang ontleden duurt.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from jeugdteam_app.kern.fouten import InvoerFout

GROOTST_UITGEPAKT = 100_000_000
MEESTE_LEDEN = 2_000
MEESTE_STUKKEN = 1_500_000
MEESTE_ELEMENTEN = 400_000
# Tabellen herhalen zich en worden klein; boven deze verhouding is een groot deel geen tabel meer.
GROOTSTE_VERHOUDING = 250
ZONDER_VERHOUDING = 4_000_000
_HAP = 1 << 16
_TEKENSET = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_TEKENSETTEN = frozenset({b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1"})


class Pakket:
    """De delen van een zip, elk hooguit één keer uitgepakt en samen begrensd."""

    def __init__(self, inhoud: bytes) -> None:
        if inhoud.count(b"PK\x01\x02") > MEESTE_LEDEN:
            raise InvoerFout("tabel-uitgepakt-te-groot")
        try:
            self._zip = ZipFile(io.BytesIO(inhoud))
        except (BadZipFile, ValueError, OSError, NotImplementedError):
            raise InvoerFout("tabel-beschadigd") from None
        self._leden = {lid.filename: lid for lid in self._zip.infolist()}
        self._over = GROOTST_UITGEPAKT
        self._stukken = MEESTE_STUKKEN
        self._elementen = MEESTE_ELEMENTEN

    def __contains__(self, naam: str) -> bool:
        return naam in self._leden

    def namen(self) -> frozenset[str]:
        """De namen van alle delen."""
        return frozenset(self._leden)

    def lees(self, naam: str) -> bytes:
        """De bytes van een deel. Een deel dat er niet is of te veel wordt, is een fout."""
        lid = self._leden.get(naam)
        if lid is None:
            raise InvoerFout("tabel-beschadigd")
        if lid.flag_bits & 0x1:
            raise InvoerFout("tabel-wachtwoord")
        if lid.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise InvoerFout("tabel-beschadigd")
        try:
            return self._tel_uit(lid)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError):
            raise InvoerFout("tabel-beschadigd") from None

    def _tel_uit(self, lid: ZipInfo) -> bytes:
        uit = bytearray()
        with self._zip.open(lid) as stroom:
            while hap := stroom.read(_HAP):
                uit += hap
                self._over -= len(hap)
                te_dicht = len(uit) > max(ZONDER_VERHOUDING, GROOTSTE_VERHOUDING * lid.compress_size)
                if self._over < 0 or te_dicht:
                    raise InvoerFout("tabel-uitgepakt-te-groot")
        return bytes(uit)

    def xml(self, naam: str, *soorten: str, begin: bool = False) -> Iterator[tuple[str, Any]]:
        """De elementen met deze lokale namen, één voor één; entiteiten, DOCTYPE en netwerk doen niet mee."""
        inhoud = self.lees(naam)
        self._stukken -= inhoud.count(b"<")
        if self._stukken < 0:
            raise InvoerFout("tabel-te-groot")
        _weiger_vreemd(inhoud)
        stroom = etree.iterparse(
            io.BytesIO(inhoud),
            events=("start", "end") if begin else ("end",),
            tag=[f"{{*}}{soort}" for soort in soorten],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for gebeurtenis, element in stroom:
                self._elementen -= 1
                if self._elementen < 0:
                    raise InvoerFout("tabel-te-groot")
                yield str(gebeurtenis), element
        except etree.XMLSyntaxError:
            raise InvoerFout("tabel-beschadigd") from None


def lokaal(naam: Any) -> str:
    """De naam van een element of kenmerk zonder zijn naamruimte."""
    return str(naam).rpartition("}")[2]


def kenmerk(element: Any, naam: str) -> str:
    """Een kenmerk bij zijn lokale naam, of leeg."""
    for sleutel, waarde in element.attrib.items():
        if lokaal(sleutel) == naam:
            return str(waarde)
    return ""


def ruim(element: Any) -> None:
    """Geeft een gelezen element en zijn voorgangers vrij, zodat een lang blad niet in het geheugen blijft."""
    element.clear()
    ouder = element.getparent()
    while ouder is not None and element.getprevious() is not None:
        del ouder[0]


def _weiger_vreemd(inhoud: bytes) -> None:
    """Geen DOCTYPE, en alleen tekensets waarin die zich niet kan verstoppen."""
    gevonden = _TEKENSET.match(inhoud[:400].removeprefix(b"\xef\xbb\xbf"))
    if gevonden is not None and gevonden[1].lower() not in _TEKENSETTEN:
        raise InvoerFout("tabel-beschadigd")
    if b"\x00" in inhoud or inhoud[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise InvoerFout("tabel-beschadigd")
    if b"<!DOCTYPE" in inhoud or b"<!ENTITY" in inhoud:
        raise InvoerFout("tabel-doctype")
