"""Wat de kluis weet over samenwerken: mijn sleutels, de collega's, wat er heen ging en wat er kwam."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jeugdteam_app.opslag.journaal import SPRONG
from jeugdteam_app.opslag.kluis import Kluis
from jeugdteam_app.sleutels.identiteit import Identiteit

_IDENTITEIT, _EERDERE = "identiteit", "identiteit-eerder"


class Staat(StrEnum):
    """Hoe zeker we weten wie iemand is. Alleen aan wie is nagelezen, gaat iets."""

    NIEUW = "nieuw"
    NAGELEZEN = "nagelezen"
    VERANDERD = "veranderd"


@dataclass(frozen=True)
class Contactrij:
    """Een collega zoals hij in de kluis staat. ``ander`` is een later kaartje met andere sleutels."""

    id: str
    kaartje: str
    staat: Staat
    ander: str | None


@dataclass(frozen=True)
class Ontvangst:
    """Een bundel die is overgenomen, met de rijen die hij bracht."""

    bundel: str
    afzender: str
    teller: int
    van_nr: int
    tot_nr: int
    nieuw: tuple[str, ...]
    teruggedraaid: bool = False

    @property
    def is_terug_te_draaien(self) -> bool:
        """Of bekend is welke rijen hij bracht; na redden is dat niet meer zo."""
        return self.tot_nr >= self.van_nr


def identiteit(kluis: Kluis) -> Identiteit:
    """Mijn sleutels; de eerste keer worden ze gemaakt."""
    if geheim := kluis.onthouden(_IDENTITEIT):
        return Identiteit.uit_geheim(geheim).met_eerdere(_eerdere(kluis))
    gemaakt = Identiteit.nieuw()
    kluis.onthoud(_IDENTITEIT, gemaakt.geheim)
    return gemaakt


def vernieuw_identiteit(kluis: Kluis) -> None:
    """Nieuwe sleutels om samen te werken. Wat al onderweg is en voor de oude is dichtgemaakt, blijft te openen."""
    oud = kluis.onthouden(_IDENTITEIT)
    if oud is None:
        return
    with kluis.transactie():
        kluis.onthoud(_EERDERE, json.dumps([oud, *_eerdere(kluis)]))
        kluis.onthoud(_IDENTITEIT, Identiteit.nieuw().geheim)


def _eerdere(kluis: Kluis) -> list[str]:
    gelezen: list[str] = json.loads(kluis.onthouden(_EERDERE) or "[]")
    return gelezen


def mijn_id(kluis: Kluis) -> str:
    """Onder welke id collega's mij kennen; blijft dezelfde als de sleutels vernieuwen."""
    if bekend := kluis.onthouden("contact-id"):
        return bekend
    gemaakt = uuid.uuid4().hex
    kluis.onthoud("contact-id", gemaakt)
    return gemaakt


def contacten(kluis: Kluis) -> tuple[Contactrij, ...]:
    """Alle collega's, op volgorde van toevoegen."""
    rijen = kluis.vraag("SELECT id, kaartje, staat, ander FROM contact ORDER BY rowid")
    return tuple(Contactrij(id, kaartje, Staat(staat), ander) for id, kaartje, staat, ander in rijen)


def zet_contact(kluis: Kluis, rij: Contactrij, tijd: str) -> None:
    """Bewaart een collega, over een eerdere stand heen."""
    with kluis.transactie() as verbinding:
        verbinding.execute(
            "INSERT INTO contact VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "kaartje = excluded.kaartje, staat = excluded.staat, ander = excluded.ander, tijd = excluded.tijd",
            (rij.id, rij.kaartje, rij.staat.value, rij.ander, tijd),
        )


def laatste_teller(kluis: Kluis) -> int:
    """De hoeveelste bundel de laatste was."""
    teller = int(kluis.vraag("SELECT coalesce(max(teller), 0) FROM verzonden")[0][0])
    return max(teller, int(kluis.onthouden("bundelteller") or 0))


def vorige_aan(kluis: Kluis, ontvangers: Iterable[str]) -> dict[str, str]:
    """Van elke ontvanger de laatste bundel die hij kreeg, als die er is."""
    uit: dict[str, str] = {}
    for bundel, aan in kluis.vraag("SELECT bundel, aan FROM verzonden ORDER BY teller"):
        uit |= dict.fromkeys(json.loads(aan), str(bundel))
    return {wie: uit[wie] for wie in ontvangers if wie in uit}


def noteer_verzonden(
    kluis: Kluis, teller: int, bundel: str, afdruk: str, aan: list[str], stromen: list[str], tijd: str
) -> None:
    """Onthoudt wat er aan wie ging."""
    with kluis.transactie() as verbinding:
        verbinding.execute(
            "INSERT INTO verzonden VALUES (?, ?, ?, ?, ?, ?)",
            (teller, bundel, afdruk, json.dumps(aan), json.dumps(stromen), tijd),
        )


@dataclass(frozen=True)
class Verzonden:
    """Een bundel die wegging. ``aangekomen``: de contacten die zeiden dat zij hem kregen."""

    tijd: str
    aan: tuple[str, ...]
    stromen: tuple[str, ...]
    aangekomen: tuple[str, ...]
    teller: int


def verzonden(kluis: Kluis) -> list[Verzonden]:
    """Wat er wegging, de nieuwste eerst."""
    bewijzen: dict[str, list[str]] = {}
    for bundel, contact in kluis.vraag("SELECT bundel, contact FROM bewijs ORDER BY tijd"):
        bewijzen.setdefault(bundel, []).append(contact)
    rijen = kluis.vraag("SELECT bundel, tijd, aan, stromen, teller FROM verzonden ORDER BY teller DESC")
    return [
        Verzonden(tijd, tuple(json.loads(aan)), tuple(json.loads(stromen)), tuple(bewijzen.get(bundel, ())), teller)
        for bundel, tijd, aan, stromen, teller in rijen
    ]


def ontvangers_van(kluis: Kluis, bundel: str) -> tuple[str, ...]:
    """Aan wie een bundel van hier ging; leeg als die hier niet vandaan kwam."""
    rijen = kluis.vraag("SELECT aan FROM verzonden WHERE bundel = ?", bundel)
    return tuple(json.loads(rijen[0][0])) if rijen else ()


def noteer_bewijs(kluis: Kluis, bundel: str, contact: str, tijd: str) -> None:
    """Onthoudt dat een bundel is aangekomen; nog een keer zeggen verandert niets."""
    with kluis.transactie() as verbinding:
        verbinding.execute("INSERT OR IGNORE INTO bewijs VALUES (?, ?, ?)", (bundel, contact, tijd))


def ontvangsten(kluis: Kluis) -> tuple[Ontvangst, ...]:
    """Alle overgenomen bundels, de nieuwste eerst."""
    rijen = kluis.vraag(
        "SELECT bundel, afzender, teller, van_nr, tot_nr, nieuw, teruggedraaid NOT NULL FROM ontvangen "
        "ORDER BY tot_nr DESC, tijd DESC"
    )
    return tuple(
        Ontvangst(b, a, t, van, tot, tuple(json.loads(n)), bool(terug)) for b, a, t, van, tot, n, terug in rijen
    )


def laatst_gekomen(kluis: Kluis) -> tuple[tuple[str, str], ...]:
    """Bundel en afzender van alles wat kwam en niet is teruggedraaid, wat het laatst kwam voorop."""
    rijen = kluis.vraag("SELECT bundel, afzender FROM ontvangen WHERE teruggedraaid IS NULL ORDER BY rowid DESC")
    return tuple((str(bundel), str(afzender)) for bundel, afzender in rijen)


def afzenders_van(kluis: Kluis, stroom: str) -> tuple[str, ...]:
    """Van wie er iets in dit bestand kwam."""
    rijen = kluis.vraag(
        "SELECT DISTINCT afzender FROM ontvangen WHERE teruggedraaid IS NULL AND EXISTS "
        "(SELECT 1 FROM wijziging WHERE stroom = ? AND nr BETWEEN van_nr AND tot_nr)",
        stroom,
    )
    return tuple(str(afzender) for (afzender,) in rijen)


def gekomen_sinds(kluis: Kluis, bundel: str) -> tuple[str, ...]:
    """Deze bundel en wat er daarna kwam, voor zover niet teruggedraaid."""
    rijen = kluis.vraag(
        "SELECT bundel FROM ontvangen WHERE teruggedraaid IS NULL "
        "AND rowid >= (SELECT rowid FROM ontvangen WHERE bundel = ?)",
        bundel,
    )
    return tuple(str(b) for (b,) in rijen)


def is_ingehaald(kluis: Kluis, afzender: str, teller: int) -> bool:
    """Of van deze afzender al een latere bundel is gelezen.

    Onder een nieuwe naam telt een laptop verder met een sprong (``journaal.SPRONG``): alleen binnen een sprong is de
    teller een volgorde.
    """
    gelezen = (o.teller for o in ontvangsten(kluis) if o.afzender == afzender and not o.teruggedraaid)
    return any(teller <= t and t // SPRONG == teller // SPRONG for t in gelezen)


def noteer_ontvangen(kluis: Kluis, o: Ontvangst, tijd: str) -> None:
    """Onthoudt een overgenomen bundel."""
    with kluis.transactie() as verbinding:
        verbinding.execute(
            "INSERT OR REPLACE INTO ontvangen VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
            (o.bundel, o.afzender, o.teller, o.van_nr, o.tot_nr, json.dumps(o.nieuw), tijd),
        )


def noteer_teruggedraaid(kluis: Kluis, bundel: str, tijd: str) -> None:
    """Onthoudt dat een bundel weer is weggehaald."""
    with kluis.transactie() as verbinding:
        verbinding.execute("UPDATE ontvangen SET teruggedraaid = ? WHERE bundel = ?", (tijd, bundel))


def is_vernietigd(kluis: Kluis, stroom: str) -> bool:
    """Of dit bestand hier is vernietigd; dan komt het ook uit een bundel niet terug."""
    return bool(kluis.vraag("SELECT 1 FROM vernietigd WHERE stroom = ?", stroom))
