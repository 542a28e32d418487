"""Het postvak: berichten van aanbieders inlezen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding, Verwijzer
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.post import VAN_ONS, Berichtsoort, Post, Poststuk, Verzoek, stukken
from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.feit import Bekend, Feit, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.uitwisseling import inkomend
from jeugdteam_app.uitwisseling.inkomend import Inkomend
from jeugdteam_app.uitwisseling.knopen import GROOTSTE_BERICHT
from jeugdteam_app.werk import dossiers, instellingen, logboek, schrijven, verloop
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.opstellen import lopend_bij
from jeugdteam_app.werk.werkplek import Werkplek


@dataclass(frozen=True)
class Ingelezen:
    """Wat een bericht zou doen: bij welk dossier het hoort, en welke toewijzingen hier niet bekend zijn.

    Een verzoek om hulp voor een kind dat hier nog niet bekend is, heeft nog geen dossier (leeg).
    """

    bericht: Inkomend
    dossier: str
    onbekend: tuple[int, ...]


def bekijk(werkplek: Werkplek, pad: Path) -> Ingelezen:
    """Leest een bericht en zoekt het dossier. Er verandert nog niets.

    Fouten: die van ``inkomend.lees``, ``bericht-zonder-dossier`` en ``bericht-al-ingelezen``.
    """
    inhoud = lees_begrensd(pad, GROOTSTE_BERICHT)
    if inhoud is None:
        raise InvoerFout("bericht-te-groot")
    bericht = inkomend.lees(inhoud)
    if bericht.ontvanger != instellingen.profiel(werkplek).gemeentecode:
        raise InvoerFout("bericht-andere-gemeente")
    horen_erbij = [d for d in leesbare_dossiers(werkplek) if _hoort_bij(d, bericht)]
    dossier = max(horen_erbij, key=lambda d: len(_genoemd(d, bericht)), default=None)
    if dossier is None and bericht.soort is Berichtsoort.VERZOEK_NIEUW:
        return Ingelezen(bericht, "", ())
    if dossier is None:
        raise InvoerFout("bericht-zonder-dossier")
    if any(_zelfde(stuk, bericht) for stuk in stukken(dossier.alle(Post))):
        raise InvoerFout("bericht-al-ingelezen")
    bekend = {waarde(een.item.nummer) for een in lopend_bij(werkplek, dossier, bericht.afzender)}
    onbekend = tuple(v.nummer for v in bericht.verloop if v.nummer not in bekend)
    return Ingelezen(bericht, dossier.id, onbekend)


def neem_op(werkplek: Werkplek, gelezen: Ingelezen) -> str:
    """Zet het bericht in de lijst, en wat het zegt in het dossier, in één transactie. Geeft de id van het dossier."""
    bericht = gelezen.bericht
    with werkplek.kluis.transactie():
        id = gelezen.dossier or _nieuw_dossier(werkplek, bericht)
        nummers = tuple(v.nummer for v in bericht.verloop)
        stuk = Poststuk(
            soort=bericht.soort, identificatie=bericht.identificatie, dagtekening=bericht.dagtekening,
            partij=bericht.afzender, nummers=nummers, over=bericht.over, retourcodes=bericht.retourcodes,
            verloop=bericht.verloop,
        )  # fmt: skip
        for inhoud in bericht.verzoeken:
            schrijven.voeg_toe(werkplek, id, Verzoek, {Verzoek.inhoud: inhoud})
        # In één handeling en als laatste: wat in de lijst staat, maakt niemand ongedaan, en wat erbij hoort ook niet.
        feiten = verloop.na_bericht(werkplek, id, stuk)
        schrijven.leg_vast(werkplek, id, feiten, [(Post, {Post.inhoud: stuk, Post.op: werkplek.vandaag})])
        logboek.noteer(werkplek, Gebeurtenis.BERICHT_GELEZEN, id)
    return id


def _nieuw_dossier(werkplek: Werkplek, bericht: Inkomend) -> str:
    """Een dossier voor een kind waar een aanbieder hulp voor vraagt en dat hier nog niet bekend was."""
    kind = bericht.kind
    id = dossiers.begin_gezin(werkplek, kind.achternaam if kind else "")
    feiten: dict[schrijven.Plek, Feit[Any]] = {
        (Jeugdige.soort, Jeugdige.bsn): Bekend(bericht.bsn),
        (Aanmelding.soort, Aanmelding.datum): Bekend(bericht.dagtekening),
        (Aanmelding.soort, Aanmelding.melder): Bekend(_wie_vraagt(werkplek, bericht)),
    }
    verwijzer = next((v.verwijzer for v in bericht.verzoeken), "")
    if verwijzer in set(Verwijzer):
        feiten[Aanmelding.soort, Aanmelding.verwijzer] = Bekend(Verwijzer(verwijzer))
    if kind is not None:
        genoemd = ((Jeugdige.voornamen, kind.voornamen), (Jeugdige.voorvoegsel, kind.voorvoegsel))
        feiten |= {(Jeugdige.soort, veld): Bekend(deel) for veld, deel in genoemd if deel}
        feiten[Jeugdige.soort, Jeugdige.achternaam] = Bekend(kind.achternaam)
    if kind is not None and kind.geboortedatum is not None:
        feiten[Jeugdige.soort, Jeugdige.geboortedatum] = Bekend(kind.geboortedatum)
    schrijven.leg_vast(werkplek, id, feiten)
    return id


def _wie_vraagt(werkplek: Werkplek, bericht: Inkomend) -> str:
    """De aanbieder zoals die bij ‘Gemeente en team’ heet, anders met zijn code."""
    alle = instellingen.profiel(werkplek).aanbieders
    naam = next((a.naam for a in alle if a.agb == bericht.afzender), "")
    return naam or _("aanbieder met AGB-code {agb}").format(agb=bericht.afzender)


def _hoort_bij(dossier: Dossier, bericht: Inkomend) -> bool:
    if bericht.soort is Berichtsoort.RETOUR:
        ons = (stuk for stuk in stukken(dossier.alle(Post)) if stuk.soort in VAN_ONS)
        return any((stuk.identificatie, stuk.partij) == (bericht.over, bericht.afzender) for stuk in ons)
    kind = dossier.een(Jeugdige)
    try:
        return bool(bericht.bsn) and kind.geldig_bsn() == bericht.bsn
    except InvoerFout:
        return False


def _genoemd(dossier: Dossier, bericht: Inkomend) -> set[int]:
    """De toewijzingen uit het bericht die in dit dossier staan: een kind kan per ongeluk twee dossiers hebben."""
    gevraagd = {p.nummer for v in bericht.verzoeken for p in v.producten if p.nummer is not None}
    hier = {waarde(een.item.nummer) for een in lopend.lopend(dossier)}
    return (gevraagd | {v.nummer for v in bericht.verloop}) & {nummer for nummer in hier if nummer is not None}


def _zelfde(stuk: Poststuk, bericht: Inkomend) -> bool:
    gelijk = (stuk.soort, stuk.identificatie, stuk.partij)
    return gelijk == (bericht.soort, bericht.identificatie, bericht.afzender)
