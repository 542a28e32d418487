"""Het postvak: berichten van aanbieders inlezen, verzoeken beantwoorden, en de lijst van wat er ging en kwam."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.post import (
    IN_ORDE,
    Afwijsreden,
    Berichtsoort,
    Gevraagd,
    Post,
    Poststuk,
    Verzoek,
    Verzoekantwoord,
    Verzoekinhoud,
    stukken,
    verstuurde_antwoorden,
)
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen, Toewijzing
from jeugdteam_app.kern.bestanden import lees_begrensd, schrijf_heel
from jeugdteam_app.kern.feit import Bekend, Feit, waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opslag.journaal import apparaat
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.codelijsten import categorieen, gemeenten
from jeugdteam_app.uitwisseling import inkomend, tabel, xml
from jeugdteam_app.uitwisseling.inkomend import Inkomend
from jeugdteam_app.uitwisseling.jw301 import Antwoord
from jeugdteam_app.uitwisseling.knopen import GROOTSTE_BERICHT
from jeugdteam_app.werk import dossiers, instellingen, logboek, schrijven, toewijzen, vaststellen, verloop
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.opstellen import agb_bij
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
    bekend = {waarde(een.item.nummer) for een in _van_aanbieder(werkplek, dossier, bericht.afzender)}
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
        (Aanmelding.soort, Aanmelding.korte_vraag): Bekend(_("Een aanbieder vraagt om hulp voor dit kind.")),
    }
    if kind is not None:
        genoemd = ((Jeugdige.voornamen, kind.voornamen), (Jeugdige.voorvoegsel, kind.voorvoegsel))
        feiten |= {(Jeugdige.soort, veld): Bekend(deel) for veld, deel in genoemd if deel}
        feiten[Jeugdige.soort, Jeugdige.achternaam] = Bekend(kind.achternaam)
    if kind is not None and kind.geboortedatum is not None:
        feiten[Jeugdige.soort, Jeugdige.geboortedatum] = Bekend(kind.geboortedatum)
    schrijven.leg_vast(werkplek, id, feiten)
    return id


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
        if stuk.soort in (Berichtsoort.TOEWIJZING, Berichtsoort.ANTWOORD):
            terug = retouren.get((stuk.identificatie, stuk.partij))
            yield Regel(dossier.id, naam, op, stuk, _stand(dossier, terug), terug)
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
        schrijf_heel(pad, tabel.als_csv((kop, *rijen)))


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


def noteer_verzonden(werkplek: Werkplek, dossier: str, stuk: Poststuk) -> None:
    """Zet een bericht dat is klaargezet in de lijst. Wat eerder werd afgekeurd, geldt daarmee als hersteld."""
    _noteer(werkplek, dossier, stuk)
    huidig = werkplek.dossier(dossier)
    eigen = {
        s.identificatie for s in stukken(huidig.alle(Post))
        if set(s.nummers) & set(stuk.nummers) or (stuk.verzoek and s.verzoek == stuk.verzoek)
    }  # fmt: skip
    for post in huidig.alle(Post):
        inhoud = waarde(post.inhoud)
        if inhoud is not None and inhoud.over in eigen and waarde(post.hersteld_op) is None:
            schrijven.leg_vast(werkplek, dossier, {(post.sleutel, Post.hersteld_op): Bekend(werkplek.vandaag)})


def volgende_identificatie(werkplek: Werkplek) -> str:
    """De identificatie van het volgende bericht van dit apparaat (TR056), zonder haar al uit te geven."""
    nummer = int(apparaat(werkplek.kluis), 16) % 36**_VOORDEEL
    return _in_36(nummer).zfill(_VOORDEEL) + _in_36(_teller(werkplek)).zfill(12 - _VOORDEEL)


# Van de twaalf tekens zijn er zeven van het apparaat (78 miljard mogelijkheden) en vijf van de teller.
_VOORDEEL = 7
_CIJFERS = string.digits + string.ascii_uppercase


def _in_36(getal: int) -> str:
    uit = ""
    while getal:
        getal, rest = divmod(getal, 36)
        uit = _CIJFERS[rest] + uit
    return uit


def geef_identificatie_uit(werkplek: Werkplek) -> None:
    """Telt door: de volgende keer is de identificatie een andere."""
    werkplek.kluis.onthoud("berichten", str(_teller(werkplek)))


def _teller(werkplek: Werkplek) -> int:
    return int(werkplek.kluis.onthouden("berichten") or 0) + 1


# --- een verzoek beantwoorden ---


def begin_toewijzing(werkplek: Werkplek, dossier: str, sleutel: str, plaats: int) -> str:
    """Een ontwerp uit een verzoek: een wijziging van wat er loopt, of een nieuwe toewijzing. Geeft de sleutel.

    ``plaats``: om het hoeveelste product uit het verzoek het gaat, vanaf 0.
    """
    huidig = werkplek.dossier(dossier)
    inhoud = _inhoud(huidig, sleutel)
    van = Verzoek(huidig.kind, sleutel)
    gezegd, op = waarde(van.antwoord), waarde(van.beantwoord_op)
    if gezegd is Verzoekantwoord.AFGEWEZEN and op is not None:
        raise InvoerFout("verzoek-al-afgewezen")
    product = inhoud.producten[plaats]
    gevraagd = {
        "ingangsdatum": product.begin, "einddatum": product.einde, "volume": product.volume,
        "eenheid": product.eenheid, "frequentie": product.frequentie, "budget": product.budget,
    }  # fmt: skip
    van_ons = {"verzoek": sleutel, "verzoek_product": plaats}
    delen = {naam: deel for naam, deel in gevraagd.items() if deel is not None} | van_ons
    if product.nummer is not None:
        eigen = _van_aanbieder(werkplek, huidig, inhoud.afzender)
        oud = next((een for een in eigen if waarde(een.item.nummer) == product.nummer), None)
        if oud is None:
            raise InvoerFout("verzoek-zonder-toewijzing")
        # De gewenste dag is die van de verandering; blijft het nummer, dan blijft ook het begin (OP380).
        anders = {naam: deel for naam, deel in delen.items() if naam != "ingangsdatum"}
        if lopend.houdt_nummer(oud.inhoud, oud.inhoud.model_copy(update=anders), werkplek.vandaag):
            delen = anders
        delen["reden_wijziging"] = Redenwijziging.DOOR_AANBIEDER
        return toewijzen.begin_wijziging(werkplek, dossier, oud.item.sleutel, Besluitsoort.WIJZIGEN, **delen)
    boek = instellingen.boek(werkplek)
    uit_boek = next((p for p in boek.producten if p.code and p.code == product.code), None)
    ontwerp = toewijzen.eerste_ontwerp(werkplek, dossier, boek, uit_boek) if uit_boek else Toewijzing(
        boek=boek.id, boekversie=boek.versie, voorbeeldproduct=False, productnaam=_naam_zonder_boek(product),
    )  # fmt: skip
    delen |= {"categorie": product.categorie, "productcode": product.code}
    aanbieder = next((a for a in instellingen.profiel(werkplek).aanbieders if a.agb == inhoud.afzender), None)
    delen |= {"aanbieder": aanbieder.naam if aanbieder else "", "aanbieder_agb": inhoud.afzender}
    return toewijzen.begin_met(werkplek, dossier, boek, ontwerp.model_copy(update=delen))


def _naam_zonder_boek(product: Gevraagd) -> str:
    """Hoe hulp heet die niet in het boek staat: de naam van haar categorie, die een mens nog kan veranderen."""
    naam = categorieen().get(product.categorie, "")
    return f"{naam} ({product.code})" if naam and product.code else naam or product.code


def wijs_deel_niet_toe(werkplek: Werkplek, dossier: str, sleutel: str, plaats: int) -> None:
    """Legt vast dat voor één product uit een verzoek geen toewijzing komt, terwijl een ander die wel kreeg.

    Is daarmee over alles besloten, dan is het verzoek beantwoord. Fout: ``verzoek-nog-niets-toegewezen``.
    """
    huidig = werkplek.dossier(dossier)
    van = Verzoek(huidig.kind, sleutel)
    if not lopend.is_deels_toegewezen(huidig, van):
        raise InvoerFout("verzoek-nog-niets-toegewezen")
    delen = tuple(sorted({*(waarde(van.niet_toegewezen) or ()), plaats}))
    with werkplek.kluis.transactie():
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Verzoek.niet_toegewezen): Bekend(delen)})
        vaststellen.sluit_verzoek(werkplek, dossier, sleutel)


def antwoord_xml(werkplek: Werkplek, dossier: str, sleutel: str) -> bytes:
    """Het antwoord op een verzoek als JW319, volgens wat er bij het verzoek is gekozen.

    Fouten: ``verzoek-zonder-antwoord``, ``verzoek-zonder-reden``, ``gemeentecode-onbekend``, ``antwoord-onveilig``
    (OP003), en ``verzoek-deels-toegewezen``: dan is de toewijzing zelf het antwoord op het hele verzoek.
    """
    huidig = werkplek.dossier(dossier)
    inhoud, van = _inhoud(huidig, sleutel), Verzoek(huidig.kind, sleutel)
    gekozen, reden = waarde(van.antwoord), waarde(van.afwijsreden)
    if gekozen not in (Verzoekantwoord.AFGEWEZEN, Verzoekantwoord.IN_ONDERZOEK):
        raise InvoerFout("verzoek-zonder-antwoord")
    if lopend.is_deels_toegewezen(huidig, van):
        raise InvoerFout("verzoek-deels-toegewezen")
    gegeven = verstuurde_antwoorden(huidig.alle(Post), sleutel)
    if gegeven & {gekozen.value, Verzoekantwoord.AFGEWEZEN.value}:
        # Een tweede keer hetzelfde, of na een afwijzing nog iets: dat keurt de aanbieder af (TR360, TR365).
        raise InvoerFout("verzoek-al-beantwoord")
    bij = {sleutel for een in _van_aanbieder(werkplek, huidig, inhoud.afzender) for sleutel in een.sleutels}
    hier_onveilig = any(lopend.is_onveilig(Toegewezen(huidig.kind, sleutel)) for sleutel in bij)
    if hier_onveilig or lopend.is_elders_onveilig(huidig, *bij):
        raise InvoerFout("antwoord-onveilig")
    afgewezen = gekozen is Verzoekantwoord.AFGEWEZEN
    if afgewezen and reden is None:
        raise InvoerFout("verzoek-zonder-reden")
    woonplaats = afgewezen and reden is Afwijsreden.WOONPLAATSBEGINSEL
    gemeente = waarde_of(van.gemeente, "") if woonplaats else ""
    profiel = instellingen.profiel(werkplek)
    if woonplaats and gemeente in ("", profiel.gemeentecode):
        raise InvoerFout("verzoek-zonder-gemeente")
    if profiel.gemeentecode not in gemeenten() or (gemeente and gemeente not in gemeenten()):
        raise InvoerFout("gemeentecode-onbekend")
    antwoord = Antwoord(
        afzender=profiel.gemeentecode, ontvanger=inhoud.afzender, identificatie=volgende_identificatie(werkplek),
        dagtekening=werkplek.vandaag, referentie=inhoud.referentie, antwoord=gekozen.value,
        reden=reden.value if afgewezen and reden else "", gemeente=gemeente,
        basisschema_versie=profiel.basisschema_xsd_versie, bericht_versie=profiel.bericht_xsd_versie,
    )  # fmt: skip
    with werkplek.kluis.transactie():
        geef_identificatie_uit(werkplek)
        noteer_verzonden(werkplek, dossier, Poststuk(
            soort=Berichtsoort.ANTWOORD, identificatie=antwoord.identificatie, dagtekening=werkplek.vandaag,
            partij=inhoud.afzender, verzoek=sleutel, antwoord=gekozen.value,
        ))  # fmt: skip
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Verzoek.beantwoord_op): Bekend(werkplek.vandaag)})
        logboek.noteer(werkplek, Gebeurtenis.ANTWOORD, dossier)
    return xml.schrijf_antwoord(antwoord)


def zet_antwoord_klaar(werkplek: Werkplek, dossier: str, sleutel: str, pad: Path) -> None:
    """Schrijft het antwoord als bestand; lukt dat niet, dan is er ook niets opgeschreven."""
    with werkplek.kluis.transactie():
        schrijf_heel(pad, antwoord_xml(werkplek, dossier, sleutel))


def _inhoud(dossier: Dossier, sleutel: str) -> Verzoekinhoud:
    inhoud = waarde(Verzoek(dossier.kind, sleutel).inhoud)
    if inhoud is None:
        raise InvoerFout("verzoek-zonder-antwoord")
    return inhoud


# --- wie hoort erbij ---


def _hoort_bij(dossier: Dossier, bericht: Inkomend) -> bool:
    if bericht.soort is Berichtsoort.RETOUR:
        ons = (
            stuk
            for stuk in stukken(dossier.alle(Post))
            if stuk.soort in (Berichtsoort.TOEWIJZING, Berichtsoort.ANTWOORD)
        )
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


def _van_aanbieder(werkplek: Werkplek, dossier: Dossier, agb: str) -> list[lopend.Lopend]:
    """De toewijzingen die bij deze aanbieder lopen: over een ander schrijft hij niet."""
    profiel = instellingen.profiel(werkplek)
    eigen = (een for een in lopend.lopend(dossier) if agb_bij(een.inhoud, profiel) == agb)
    # Wat niet doorging, begint niet meer en is niet te wijzigen.
    return [een for een in eigen if not een.is_verwijderd]


def _zelfde(stuk: Poststuk, bericht: Inkomend) -> bool:
    gelijk = (stuk.soort, stuk.identificatie, stuk.partij)
    return gelijk == (bericht.soort, bericht.identificatie, bericht.afzender)


def _noteer(werkplek: Werkplek, dossier: str, stuk: Poststuk) -> None:
    schrijven.voeg_toe(werkplek, dossier, Post, {Post.inhoud: stuk, Post.op: werkplek.vandaag})
