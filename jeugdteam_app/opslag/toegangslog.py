"""Wie keek, zocht, afdrukte of uitvoerde, en wanneer. Nooit wat er stond (NEN 7513)."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import NamedTuple

from jeugdteam_app.opslag.kluis import Kluis
from jeugdteam_app.sleutels.hoofdsleutel import schakel


class Gebeurtenis(StrEnum):
    """Wat er gebeurde."""

    GEMAAKT = "gemaakt"
    GEOPEND = "geopend"
    DOCUMENT = "document"
    BESLUIT = "besluit"
    BERICHT = "bericht"
    BERICHT_GELEZEN = "bericht_gelezen"
    ANTWOORD = "antwoord"
    BIJLAGE = "bijlage"
    VASTGESTELD = "vastgesteld"
    VERSTUURD = "verstuurd"
    SAMENGEVOEGD = "samengevoegd"
    SAMENVOEGEN_ONGEDAAN = "samenvoegen_ongedaan"
    KOPIE = "kopie"
    KOPIE_GEOEFEND = "kopie_geoefend"
    TERUGGEZET = "teruggezet"
    GERED = "gered"
    DOORGEGAAN = "doorgegaan"
    VERNIETIGD = "vernietigd"
    WACHTZIN = "wachtzin"
    OVERGEDRAGEN = "droeg_over"
    INZAGE = "inzage"
    SLEUTEL = "vernieuwde_de_sleutel"
    ORGANISATIESLOT = "organisatieslot"
    ORGANISATIE_OPENDE = "organisatie_opende"
    WERKPLEK_GEOPEND = "werkplek_geopend"
    OPENEN_MISLUKT = "openen_mislukt"
    PROFIEL = "profiel_veranderd"
    BIJLAGE_BEWAARD = "bijlage_bewaard"
    COLLEGA_TOEGEVOEGD = "collega_toegevoegd"
    COLLEGA_NAGELEZEN = "collega_nagelezen"
    COLLEGA_GESTOPT = "collega_gestopt"
    BUNDEL_BEKEKEN = "bundel_bekeken"
    MEEGEKEKEN = "meegekeken"
    GEZOCHT = "gezocht"
    LOG_GELEZEN = "log_gelezen"


class Logregel(NamedTuple):
    """Eén regel. ``functie`` en wat erna komt is leeg op regels van vóór dat wij het vroegen (kluis versie 5)."""

    tijd: str
    wie: str
    wat: str
    stroom: str | None
    functie: str | None = None
    organisatie: str | None = None
    # De medewerker die verantwoordelijk is voor het dossier; meestal is dat ``wie``.
    namens: str | None = None
    # Welk stuk: de naam van een soort document of bericht, nooit iets over de inhoud.
    waarover: str | None = None
    apparaat: str | None = None

    @property
    def inschrijving(self) -> str:
        """Wat er in de keten komt. Een regel van eerder houdt de vorm van toen."""
        if self.functie is None:
            return f"{self.tijd}|{self.wie}|{self.wat}|{self.stroom}"
        return json.dumps(self, ensure_ascii=False)


KOLOMMEN = ", ".join("gebeurtenis" if naam == "wat" else naam for naam in Logregel._fields)


def schrijf(kluis: Kluis, regel: Logregel) -> None:
    """Eén regel erbij, aan de vorige geketend."""
    with kluis.transactie() as verbinding:
        rij = verbinding.execute("SELECT keten FROM toegangslog ORDER BY nr DESC LIMIT 1").fetchone()
        keten = schakel(_sleutel(kluis), bytes(rij[0]) if rij else b"", b"", regel.inschrijving)
        plekken = ", ".join("?" * (len(regel) + 1))
        verbinding.execute(f"INSERT INTO toegangslog ({KOLOMMEN}, keten) VALUES ({plekken})", (*regel, keten))


def regels(kluis: Kluis, stroom: str | None = None) -> list[Logregel]:
    """De regels van één stroom of van alles, de nieuwste eerst."""
    voorwaarde = "WHERE stroom = ?" if stroom else ""
    sql = f"SELECT {KOLOMMEN} FROM toegangslog {voorwaarde} ORDER BY nr DESC"
    return [Logregel(*rij) for rij in kluis.vraag(sql, *([stroom] if stroom else []))]


def loop_na(kluis: Kluis) -> tuple[int, list[int]]:
    """Rekent de keten van het log na: het aantal regels, en de nummers van de regels die niet passen op de vorige."""
    vorige, breuken, aantal = b"", [], 0
    for *rij, keten, nr in kluis.loop(f"SELECT {KOLOMMEN}, keten, nr FROM toegangslog ORDER BY nr"):
        if schakel(_sleutel(kluis), vorige, b"", Logregel(*rij).inschrijving) != keten:
            breuken.append(int(nr))
        vorige = keten
        aantal += 1
    return aantal, breuken


def die_niet_passen(kluis: Kluis) -> frozenset[Logregel]:
    """De regels die niet passen op wat ervoor stond: daar is iets veranderd, of ervoor is iets weg."""
    _aantal, nummers = loop_na(kluis)
    sql = f"SELECT {KOLOMMEN} FROM toegangslog WHERE nr IN (SELECT value FROM json_each(?))"
    return frozenset(Logregel(*rij) for rij in kluis.vraag(sql, json.dumps(nummers)))


def _sleutel(kluis: Kluis) -> bytes:
    return kluis.ketensleutel("toegangslog")
