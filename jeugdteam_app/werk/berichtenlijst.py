"""De lijst van berichten die gingen en kwamen, over alle dossiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.post import IN_ORDE, VAN_ONS, Berichtsoort, Post, Poststuk, stukken
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.uitwisseling import tabel
from jeugdteam_app.werk import logboek
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.werkplek import Werkplek


class Berichtstand(StrEnum):
    """Hoe het met een bericht staat."""

    GEKOMEN = "gekomen"
    GEEN_RETOUR = "geen_retour"
    GOED = "goed"
    AFGEKEURD = "afgekeurd"
    HERSTELD = "hersteld"


STANDEN = {
    Berichtstand.GEKOMEN: N_("gekomen"),
    Berichtstand.GEEN_RETOUR: N_("klaargezet, nog geen antwoord terug"),
    Berichtstand.GOED: N_("klaargezet en goed aangekomen"),
    Berichtstand.AFGEKEURD: N_("klaargezet en afgekeurd"),
    Berichtstand.HERSTELD: N_("afgekeurd, en daarna opnieuw klaargezet"),
}


@dataclass(frozen=True)
class Regel:
    """Eén bericht in de lijst van alle dossiers, met het retourbericht als dat er is."""

    dossier: str
    naam: str
    op: date
    stuk: Poststuk
    stand: Berichtstand
    terug: Poststuk | None = None


def berichten(werkplek: Werkplek) -> tuple[Regel, ...]:
    """Alles wat er ging en kwam, over alle dossiers, het laatste eerst."""
    regels = [regel for dossier in leesbare_dossiers(werkplek) for regel in _regels(dossier)]
    return tuple(sorted(regels, key=lambda r: (r.op, r.stuk.identificatie), reverse=True))


def _regels(dossier: Dossier) -> Iterator[Regel]:
    naam = dossier.een(Jeugdige).aanspreeknaam
    retouren = {
        (stuk.over, stuk.partij): stuk for stuk in stukken(dossier.alle(Post)) if stuk.soort is Berichtsoort.RETOUR
    }
    for post in dossier.alle(Post):
        stuk, op = waarde(post.inhoud), waarde(post.op)
        if stuk is None or op is None or stuk.soort is Berichtsoort.RETOUR:
            continue
        if stuk.soort in VAN_ONS:
            terug = retouren.get((stuk.identificatie, stuk.partij))
            afgedaan = terug is None and waarde(post.hersteld_op) is not None
            yield Regel(dossier.id, naam, op, stuk, Berichtstand.GOED if afgedaan else _stand(dossier, terug), terug)
        else:
            yield Regel(dossier.id, naam, op, stuk, Berichtstand.GEKOMEN)


def schrijf_lijst(werkplek: Werkplek, pad: Path) -> None:
    """De lijst van berichten als CSV, voor wie ze verstuurt: zonder namen, met het kenmerk van elk bericht."""
    kop = (_("dag"), _("bericht"), _("kenmerk"), _("aanbieder (AGB)"), _("toewijzingen"), _("stand"), _("antwoord van"))
    rijen = [
        (
            r.op.isoformat(), r.stuk.soort, r.stuk.identificatie, r.stuk.partij, " ".join(map(str, r.stuk.nummers)),
            _(STANDEN[r.stand]), r.terug.dagtekening.isoformat() if r.terug else "",
        )
        for r in berichten(werkplek)
    ]  # fmt: skip
    with werkplek.kluis.transactie():
        logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, None, "lijst van berichten")
        werkplek.kluis.schrijf_mee(pad, tabel.als_csv((kop, *rijen)))


def _stand(dossier: Dossier, retour: Poststuk | None) -> Berichtstand:
    if retour is None:
        return Berichtstand.GEEN_RETOUR
    if not set(retour.retourcodes) - IN_ORDE:
        return Berichtstand.GOED
    hersteld = any(
        (s := waarde(p.inhoud)) and s.identificatie == retour.identificatie and waarde(p.hersteld_op)
        for p in dossier.alle(Post)
    )
    return Berichtstand.HERSTELD if hersteld else Berichtstand.AFGEKEURD
