"""De inhoud van bijlagen, en wat een medewerker voor zichzelf onthoudt: versleuteld per dossier, naast het journaal."""

from __future__ import annotations

import contextlib
import hashlib

from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.opslag.kluis import Kluis


def afdruk(inhoud: bytes) -> str:
    """Waaraan een inhoud te herkennen is."""
    return hashlib.sha256(inhoud).hexdigest()


def bewaar(kluis: Kluis, stroom: str, inhoud: bytes, tekst: str) -> str:
    """Zet een inhoud in de kluis, met de tekst om in te zoeken, en geeft haar afdruk.

    Dezelfde inhoud staat er één keer. Wat er al stond wordt vervangen: was het beschadigd, dan is het zo hersteld.
    """
    naam = afdruk(inhoud)
    dicht = kluis.bos.versleutel(stroom, _opschrift(stroom, naam), inhoud)
    leesbaar = kluis.bos.versleutel(stroom, _opschrift(stroom, naam, "tekst"), tekst.encode())
    with kluis.transactie() as verbinding:
        verbinding.execute("INSERT OR REPLACE INTO bijlage VALUES (?, ?, ?, ?)", (stroom, naam, dicht, leesbaar))
    return naam


def lees(kluis: Kluis, stroom: str, naam: str) -> bytes:
    """De inhoud bij een afdruk. Fouten: ``bijlage-ontbreekt``, ``kluis-beschadigd``."""
    rijen = kluis.vraag("SELECT inhoud FROM bijlage WHERE stroom = ? AND afdruk = ?", stroom, naam)
    if not rijen:
        raise WereldFout("bijlage-ontbreekt")
    inhoud = kluis.bos.ontsleutel(stroom, _opschrift(stroom, naam), rijen[0][0])
    if afdruk(inhoud) != naam:
        raise WereldFout("kluis-beschadigd")
    return inhoud


def is_heel(kluis: Kluis, stroom: str, naam: str) -> bool:
    """Of een inhoud er is en klopt."""
    with contextlib.suppress(WereldFout):
        lees(kluis, stroom, naam)
        return True
    return False


def lees_tekst(kluis: Kluis, stroom: str, naam: str) -> str:
    """De tekst die uit een inhoud te lezen was; leeg als er geen is of als de inhoud hier niet staat."""
    rijen = kluis.vraag("SELECT tekst FROM bijlage WHERE stroom = ? AND afdruk = ?", stroom, naam)
    return kluis.bos.ontsleutel(stroom, _opschrift(stroom, naam, "tekst"), rijen[0][0]).decode() if rijen else ""


def afdrukken(kluis: Kluis, stroom: str) -> tuple[str, ...]:
    """De afdrukken van alles wat er van een stroom staat."""
    return tuple(a for (a,) in kluis.vraag("SELECT afdruk FROM bijlage WHERE stroom = ? ORDER BY afdruk", stroom))


def houd_alleen(kluis: Kluis, stroom: str, genoemd: set[str]) -> None:
    """Haalt weg wat in het journaal van deze stroom niet (meer) genoemd wordt."""
    weg = [(stroom, naam) for naam in afdrukken(kluis, stroom) if naam not in genoemd]
    with kluis.transactie() as verbinding:
        verbinding.executemany("DELETE FROM bijlage WHERE stroom = ? AND afdruk = ?", weg)


def controleer(kluis: Kluis, stroom: str, genoemd: set[str]) -> int:
    """Leest na wat er van een stroom staat en wat het journaal noemt, en geeft het aantal.

    Fouten: ``bijlage-ontbreekt`` als er van een genoemde bijlage niets staat, ``kluis-beschadigd``.
    """
    alle = {*afdrukken(kluis, stroom), *genoemd}
    for naam in alle:
        lees(kluis, stroom, naam)
        lees_tekst(kluis, stroom, naam)
    return len(alle)


def _opschrift(stroom: str, naam: str, deel: str = "inhoud") -> str:
    return f"bijlage|{stroom}|{naam}|{deel}"


def lees_aantekening(kluis: Kluis, stroom: str) -> str:
    """Wat de medewerker van deze laptop voor zichzelf onthield."""
    rijen = kluis.vraag("SELECT inhoud FROM aantekening WHERE stroom = ?", stroom)
    return kluis.bos.ontsleutel(stroom, f"aantekening|{stroom}", rijen[0][0]).decode() if rijen else ""


def bewaar_aantekening(kluis: Kluis, stroom: str, tekst: str, tijd: str) -> None:
    """Zet neer wat er nu staat, over het vorige heen; leeg is weg."""
    dicht = kluis.bos.versleutel(stroom, f"aantekening|{stroom}", tekst.encode())
    with kluis.transactie() as verbinding:
        if tekst.strip():
            verbinding.execute("INSERT OR REPLACE INTO aantekening VALUES (?, ?, ?)", (stroom, dicht, tijd))
        else:
            verbinding.execute("DELETE FROM aantekening WHERE stroom = ?", (stroom,))
