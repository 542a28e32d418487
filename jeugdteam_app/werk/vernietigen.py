"""Een dossier vernietigen: de tekst weg, de sleutel weg, en een regel die zegt dat en waarom het gebeurde.

De geschiedenis blijft na te rekenen: de schakels van de keten staan over een afdruk van de versleutelde tekst, niet
over de tekst zelf.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jeugdteam_app.dossier.gesprek import over_wie
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.velden import Stroomsoort
from jeugdteam_app.kern.feit import Conflict, waarde
from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.periode import leeftijd, toon_datum
from jeugdteam_app.kern.taal import N_, _, ngettext
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.opslag.toegangslog import Gebeurtenis, Logregel
from jeugdteam_app.werk import bewaren, logboek, reservekopie
from jeugdteam_app.werk.werkplek import Werkplek

# Vanaf 12 vraagt het kind het zelf (Jeugdwet 7.3.15 en BW 7:465). Bij alleen toegang gaat tot 16 ook wie het gezag
# heeft daarover (UAVG 5).
_ZELF_VANAF = 12
_ALLEEN_ZELF_VANAF = {Stroomsoort.HULP: 12, Stroomsoort.PRAKTIJK: 12, Stroomsoort.TOEGANG: 16}


class Grond(StrEnum):
    """Waarom een dossier weg mag."""

    VERZOEK = "verzoek"
    TERMIJN = "termijn"
    VERGISSING = "vergissing"


BLIJFT = N_(
    "Er is nog een ander kind in dit gezin. Wat zij delen, is daarom gebleven: gesprekken, mensen en hun plan. "
    "Gesprekken over alleen dit kind zijn wel weg."
)


class Verzoeker(StrEnum):
    """Wie om vernietigen mag vragen: het kind vanaf 12 jaar, en anders wie voor het kind beslist."""

    JEUGDIGE = "jeugdige"
    GEZAG = "gezag"
    VERTEGENWOORDIGER = "vertegenwoordiger"


VERZOEKERS = {
    Verzoeker.JEUGDIGE: N_("het kind of de jongere zelf"),
    Verzoeker.GEZAG: N_("wie het gezag heeft"),
    Verzoeker.VERTEGENWOORDIGER: N_("wie beslist voor een kind of jongere die dit zelf niet kan"),
}


@dataclass(frozen=True)
class Wegverzoek:
    """Wie vroeg om te vernietigen, op welke dag, en of is nagegaan dat niets zich verzet (Jeugdwet 7.3.9).

    Dat is een groot belang van een ander bij bewaren, of een wet die het voorschrijft.
    """

    van: Verzoeker
    op: date
    niets_verzet_zich: bool


_VERZOEK = N_("iemand vroeg erom, en niets verzet zich ertegen ({wet})")
_TERMIJN = N_("de bewaartermijn is voorbij ({wet})")
_VERGISSING = N_("dit dossier is bij vergissing gemaakt")
# Op welke wet een verzoek en een termijn rusten; bij alleen toegang geldt de Jeugdwet daarvoor niet.
_WETTEN = {
    Stroomsoort.HULP: ("Jeugdwet 7.3.9", "Jeugdwet 7.3.8"),
    Stroomsoort.PRAKTIJK: ("BW 7:455", "BW 7:454"),
    Stroomsoort.TOEGANG: (N_("AVG artikel 17"), N_("selectielijst van de gemeente")),
}


def gronden(werkplek: Werkplek, dossier: str) -> dict[Grond, str]:
    """De gronden om te vernietigen, in woorden, met de wet die bij dit soort dossier hoort."""
    return _gronden(journaal.stroom(werkplek.kluis, dossier).soort)


def _gronden(soort: str) -> dict[Grond, str]:
    verzoek, termijn = _WETTEN[Stroomsoort(soort)]
    return {
        Grond.VERZOEK: _(_VERZOEK).format(wet=_(verzoek)),
        Grond.TERMIJN: _(_TERMIJN).format(wet=_(termijn)),
        Grond.VERGISSING: _(_VERGISSING),
    }


def vernietig(
    werkplek: Werkplek, dossier: str, grond: Grond | None, overgetypt: str, verzoek: Wegverzoek | None = None
) -> str:
    """Vernietigt het dossier van één kind. Geeft een bewijs waar niets over het kind in staat.

    Is het het laatste kind van het gezin, dan gaat ook wat het gezin deelde. Bij ``Grond.VERZOEK`` hoort ``verzoek``.
    """
    if grond is None:
        raise InvoerFout("vernietigen-zonder-grond")
    if grond is Grond.TERMIJN and not bewaren.termijn(werkplek, dossier).is_voorbij(werkplek.vandaag):
        # Een termijn die niet bekend is, is ook niet voorbij.
        raise InvoerFout("vernietigen-termijn-loopt")
    verzoek = verzoek if grond is Grond.VERZOEK else None
    if grond is Grond.VERZOEK:
        _ga_na(werkplek, dossier, verzoek)
    if overgetypt.strip().casefold() != woord_om_over_te_typen(werkplek, dossier).casefold():
        raise InvoerFout("vernietigen-niet-overgetypt")
    gezin = journaal.stroom(werkplek.kluis, dossier).gezin
    deelt = heeft_broer_of_zus(werkplek, dossier)
    weg = [dossier, *_gesprekken_over(werkplek, dossier, gezin)] if deelt else [dossier, gezin]
    with werkplek.kluis.transactie():
        for stroom in weg:
            journaal.vernietig(werkplek.kluis, stroom, werkplek.tijd, grond.value)
        waarom = ", ".join([grond.value, *([verzoek.van.value, verzoek.op.isoformat()] if verzoek else [])])
        logboek.noteer(werkplek, Gebeurtenis.VERNIETIGD, dossier, waarom)
    # Pas als het vaststaat gaan de sleutels weg; lukt dat nu niet, dan gebeurt het bij de volgende opening.
    with contextlib.suppress(Fout):
        journaal.ruim_sleutels_op(werkplek.kluis)
    for stroom in (dossier, gezin):
        werkplek.vergeet(stroom)
    # Is de plek voor kopieën er nu niet, dan gaan de nieuwe sleutels met de eerstvolgende kopie mee.
    with contextlib.suppress(Fout):
        reservekopie.maak(werkplek)
    elders = len(reservekopie.niet_bereikbaar(werkplek))
    nog = ngettext(
        "Eén plek met kopieën is er nu niet. Daar is het pas weg als u die aansluit en een kopie maakt.",
        "{aantal} plekken met kopieën zijn er nu niet. Daar is het pas weg als u ze aansluit en een kopie maakt.",
        elders,
    ).format(aantal=elders)
    return " ".join(filter(None, (bewijzen(werkplek)[0], _(BLIJFT) if deelt else "", nog if elders else "")))


def _gesprekken_over(werkplek: Werkplek, dossier: str, gezin: str) -> list[str]:
    """De gesprekken die over niemand anders gaan dan dit kind, of kinderen die er ook niet meer zijn."""
    niet_meer = {dossier, *journaal.vernietigd(werkplek.kluis)}
    return sorted(gesprek for gesprek, kinderen in over_wie(werkplek.stand(gezin)).items() if kinderen <= niet_meer)


def _ga_na(werkplek: Werkplek, dossier: str, verzoek: Wegverzoek | None) -> None:
    if verzoek is None:
        raise InvoerFout("vernietigen-wie-vroeg")
    if verzoek.op > werkplek.vandaag:
        raise InvoerFout("vernietigen-vraag-later")
    geboren_op = werkplek.dossier(dossier).een(Jeugdige).geboortedatum
    if isinstance(geboren_op, Conflict):
        raise InvoerFout("vernietigen-welke-geboortedatum")
    geboren = waarde(geboren_op)
    if geboren and verzoek.op < geboren:
        raise InvoerFout("vernietigen-vraag-te-vroeg")
    jaren = leeftijd(geboren, verzoek.op) if geboren else None
    if verzoek.van is Verzoeker.JEUGDIGE and jaren is not None and jaren < _ZELF_VANAF:
        raise InvoerFout("vernietigen-kind-te-jong")
    vanaf = _ALLEEN_ZELF_VANAF[Stroomsoort(journaal.stroom(werkplek.kluis, dossier).soort)]
    if verzoek.van is Verzoeker.GEZAG and jaren is not None and jaren >= vanaf:
        raise InvoerFout("vernietigen-jongere-vraagt-zelf", vanaf=vanaf)
    if not verzoek.niets_verzet_zich:
        raise InvoerFout("vernietigen-niet-nagegaan")


def woord_om_over_te_typen(werkplek: Werkplek, dossier: str) -> str:
    """De roepnaam, of een vast woord als er nog geen naam is: zo vernietigt niemand per ongeluk het verkeerde."""
    return werkplek.dossier(dossier).een(Jeugdige).aanspreeknaam or _("vernietig")


def heeft_broer_of_zus(werkplek: Werkplek, dossier: str) -> bool:
    """Of er nog een kind van dit gezin is: wat het gezin deelt, blijft dan staan, ook als het over dit kind gaat."""
    gezin = journaal.stroom(werkplek.kluis, dossier).gezin
    return any(
        s.gezin == gezin and s.id != dossier and s.soort != Stroomsoort.GEZIN for s in journaal.stromen(werkplek.kluis)
    )


def bewijzen(werkplek: Werkplek) -> tuple[str, ...]:
    """Van elk dossier dat hier is vernietigd het bewijs, het laatste voorop.

    Dat er iets is vernietigd, door wie, wanneer en waarom; niet wat, en van wie vroeg alleen in welke rol.
    """
    soorten = journaal.soorten_van_vernietigd(werkplek.kluis)
    regels = (r for r in toegangslog.regels(werkplek.kluis) if r.wat == Gebeurtenis.VERNIETIGD)
    return tuple(_bewijs(r, soorten[r.stroom]) for r in regels if r.stroom in soorten)


def _bewijs(r: Logregel, soort: str) -> str:
    grond, *van_en_op = (r.waarover or "").split(", ")
    delen = {
        "kenmerk": (r.stroom or "")[:8],
        "dag": toon_datum(datetime.fromisoformat(r.tijd).astimezone().date()),
        "wie": r.wie,
        # Een woord van een nieuwere versie blijft staan zoals het er staat.
        "grond": {str(g): zin for g, zin in _gronden(soort).items()}.get(grond, grond),
    }
    gezegd = _("Dossier met kenmerk {kenmerk} is op {dag} vernietigd door {wie}. Reden: {grond}.").format(**delen)
    if not van_en_op:
        return gezegd
    van, op = van_en_op
    wie = _(VERZOEKERS[Verzoeker(van)]) if van in set(Verzoeker) else van
    vroeg = _("Op {dag} vroeg {wie} hierom.").format(dag=toon_datum(date.fromisoformat(op)), wie=wie)
    return f"{gezegd} {vroeg}"
