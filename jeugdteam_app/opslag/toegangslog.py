"""Wie keek, zocht, afdrukte of uitvoerde, en wanneer. Nooit wat er stond (NEN 7513)."""

from __future__ import annotations

from enum import StrEnum

from jeugdteam_app.kern.fouten import WereldFout
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
    TERUGGEZET = "teruggezet"
    VERNIETIGD = "vernietigd"
    WACHTZIN = "wachtzin"
    OVERGEDRAGEN = "droeg_over"
    INZAGE = "inzage"
    SLEUTEL = "vernieuwde_de_sleutel"
    ORGANISATIESLOT = "organisatieslot"
    GEZOCHT = "gezocht"
    LOG_GELEZEN = "log_gelezen"


def schrijf(kluis: Kluis, tijd: str, wie: str, wat: Gebeurtenis, stroom: str | None) -> None:
    """Eén regel erbij, aan de vorige geketend."""
    with kluis.transactie() as verbinding:
        rij = verbinding.execute("SELECT keten FROM toegangslog ORDER BY nr DESC LIMIT 1").fetchone()
        keten = schakel(_sleutel(kluis), bytes(rij[0]) if rij else b"", b"", f"{tijd}|{wie}|{wat}|{stroom}")
        verbinding.execute(
            "INSERT INTO toegangslog (tijd, wie, gebeurtenis, stroom, keten) VALUES (?, ?, ?, ?, ?)",
            (tijd, wie, str(wat), stroom, keten),
        )


def regels(kluis: Kluis, stroom: str | None = None) -> list[tuple[str, str, str]]:
    """Tijd, wie en wat, de nieuwste eerst; van één stroom of van alles."""
    voorwaarde = "WHERE stroom = ?" if stroom else ""
    sql = f"SELECT tijd, wie, gebeurtenis FROM toegangslog {voorwaarde} ORDER BY nr DESC"
    return [tuple(rij) for rij in kluis.vraag(sql, *([stroom] if stroom else []))]


def controleer(kluis: Kluis) -> int:
    """Rekent de keten van het log na en geeft het aantal regels."""
    vorige = b""
    rijen = kluis.vraag("SELECT tijd, wie, gebeurtenis, stroom, keten FROM toegangslog ORDER BY nr")
    for tijd, wie, wat, stroom, keten in rijen:
        vorige = schakel(_sleutel(kluis), vorige, b"", f"{tijd}|{wie}|{wat}|{stroom}")
        if vorige != keten:
            raise WereldFout("keten-gebroken")
    return len(rijen)


def _sleutel(kluis: Kluis) -> bytes:
    return kluis.ketensleutel("toegangslog")
