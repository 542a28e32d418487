"""Wie wat deed en wanneer, volgens NEN 7513: nooit wat er stond, en voor het gezin te lezen als ‘wie keek’."""

from __future__ import annotations

import contextlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from jeugdteam_app.kern.bestanden import schrijf_heel
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.opslag.samen import mijn_id
from jeugdteam_app.opslag.toegangslog import Gebeurtenis, Logregel
from jeugdteam_app.werk import instellingen
from jeugdteam_app.werk.verantwoordelijk import verantwoordelijk
from jeugdteam_app.werk.voortgang import hoofdstuk_van
from jeugdteam_app.werk.werkplek import Werkplek


class Blik(NamedTuple):
    """Eén regel van wie wat deed met een dossier. ``als`` is in welke functie en van welke organisatie."""

    tijd: datetime
    wie: str
    als: str
    wat: str


WAT = {
    Gebeurtenis.GEMAAKT: N_("begon dit dossier"),
    Gebeurtenis.GEOPEND: N_("keek in dit dossier"),
    Gebeurtenis.DOCUMENT: N_("maakte een document"),
    Gebeurtenis.BIJLAGE: N_("bekeek een bijlage"),
    Gebeurtenis.OVERGEDRAGEN: N_("droeg dit dossier over aan een collega"),
    Gebeurtenis.INZAGE: N_("maakte een papier om het dossier in te zien"),
    Gebeurtenis.BESLUIT: N_("maakte een besluit of concept"),
    Gebeurtenis.BERICHT: N_("maakte een bericht aan een aanbieder"),
    Gebeurtenis.BERICHT_GELEZEN: N_("las een bericht van een aanbieder in"),
    Gebeurtenis.ANTWOORD: N_("antwoordde op een verzoek van een aanbieder"),
    Gebeurtenis.VASTGESTELD: N_("stelde een toewijzing vast"),
    Gebeurtenis.VERSTUURD: N_("stuurde dit dossier aan een collega"),
    Gebeurtenis.SAMENGEVOEGD: N_("voegde samen met wat een collega schreef"),
    Gebeurtenis.SAMENVOEGEN_ONGEDAAN: N_("haalde weg wat van een collega kwam"),
    Gebeurtenis.BUNDEL_BEKEKEN: N_("bekeek wat een collega stuurde"),
    Gebeurtenis.MEEGEKEKEN: N_("keek als tweede mee en schreef dat op"),
    Gebeurtenis.LOG_GELEZEN: N_("keek wie er in dit dossier keek"),
}


_ANDERS = N_("deed iets anders")


def noteer(werkplek: Werkplek, wat: Gebeurtenis, dossier: str | None, waarover: str = "") -> None:
    """Een regel in het toegangslog. ``waarover`` is een soort stuk, nooit iets uit het dossier zelf."""
    profiel = instellingen.profiel(werkplek)
    regel = Logregel(
        tijd=werkplek.tijd,
        wie=werkplek.wie,
        wat=str(wat),
        stroom=dossier,
        functie=profiel.functie,
        organisatie=profiel.team or profiel.gemeente,
        namens=_verantwoordelijk(werkplek, dossier),
        waarover=waarover,
        apparaat=journaal.apparaat(werkplek.kluis),
    )
    toegangslog.schrijf(werkplek.kluis, regel)


def _in_woorden(wat: str) -> str:
    """Een gebeurtenis die een nieuwere versie opschreef, kennen we hier niet; de regel blijft."""
    bekend = _gebeurtenis(wat)
    return WAT.get(bekend, _ANDERS) if bekend else _ANDERS


def _gebeurtenis(wat: str) -> Gebeurtenis | None:
    return Gebeurtenis(wat) if wat in set(Gebeurtenis) else None


def _verantwoordelijk(werkplek: Werkplek, dossier: str | None) -> str:
    """Wie er verantwoordelijk is voor het dossier; ook van een dossier dat niet te lezen is, komt er een regel."""
    if dossier is not None:
        with contextlib.suppress(WereldFout):
            if na_overdracht := verantwoordelijk(werkplek, dossier):
                return na_overdracht.naam
    return werkplek.wie


def wie_keek(werkplek: Werkplek, dossier: str) -> tuple[Blik, ...]:
    """Wie dit dossier hier opende, afdrukte of deelde, de nieuwste eerst. Dat iemand dit leest, staat er ook in."""
    noteer(werkplek, Gebeurtenis.LOG_GELEZEN, dossier)
    return tuple(
        Blik(
            datetime.fromisoformat(r.tijd),
            r.wie,
            ", ".join(filter(None, (r.functie, r.organisatie))),
            _in_woorden(r.wat),
        )
        for r in toegangslog.regels(werkplek.kluis, dossier)
    )


# --- voor een beheerder: met de namen die het Logius-concept voor NEN 7513 gebruikt ---

_MAKEN, _LEZEN, _VERANDEREN, _WEG, _DOEN = "C", "R", "U", "D", "E"
_SOORT = {
    Gebeurtenis.GEMAAKT: _MAKEN,
    Gebeurtenis.GEOPEND: _LEZEN,
    Gebeurtenis.BIJLAGE: _LEZEN,
    Gebeurtenis.GEZOCHT: _LEZEN,
    Gebeurtenis.LOG_GELEZEN: _LEZEN,
    Gebeurtenis.INZAGE: _LEZEN,
    Gebeurtenis.BUNDEL_BEKEKEN: _LEZEN,
    Gebeurtenis.VASTGESTELD: _VERANDEREN,
    Gebeurtenis.OVERGEDRAGEN: _VERANDEREN,
    Gebeurtenis.SAMENGEVOEGD: _VERANDEREN,
    Gebeurtenis.ORGANISATIESLOT: _VERANDEREN,
    Gebeurtenis.COLLEGA_TOEGEVOEGD: _MAKEN,
    Gebeurtenis.COLLEGA_NAGELEZEN: _VERANDEREN,
    Gebeurtenis.SAMENVOEGEN_ONGEDAAN: _VERANDEREN,
    Gebeurtenis.BERICHT_GELEZEN: _VERANDEREN,
    Gebeurtenis.VERNIETIGD: _WEG,
}


_TYPE = {_MAKEN: "maken", _LEZEN: "inzien", _VERANDEREN: "wijzigen", _WEG: "verwijderen", _DOEN: "uitvoeren"}
_ERBIJ, _VERANDERD, _WEGGEHAALD = "opgeschreven", "veranderd", "weggehaald"
_SCHRIJVEN = {_ERBIJ: _MAKEN, _VERANDERD: _VERANDEREN, _WEGGEHAALD: _WEG}


def schrijf_uit(werkplek: Werkplek, pad: Path) -> int:
    """Schrijft het hele log als JSON, met van elk gegeven de naam die NEN 7513 kent; geeft het aantal regels.

    Wat dit programma niet heeft, staat er niet in: er is geen netwerk, dus geen netwerkadres. Opent de organisatie met
    haar eigen sleutel, dan is dat een eigen regel, en staat wat zij daarna doet op haar naam.
    Wat er is opgeschreven staat al in het journaal, met wie en wanneer; ook dat komt mee, per handeling.
    Dat iemand het log uitschreef, staat er zelf ook in.
    """
    noteer(werkplek, Gebeurtenis.LOG_GELEZEN, None, "log")
    ik, gelogd = mijn_id(werkplek.kluis), toegangslog.regels(werkplek.kluis)
    van_hier = {r.apparaat for r in gelogd}
    geschreven = (_opgeschreven(h) for h in journaal.handelingen(werkplek.kluis))
    regels = [_volgens_nen(r, ik if r.apparaat in van_hier else "") for r in (*geschreven, *reversed(gelogd))]
    regels.sort(key=lambda regel: regel["EventDateTime"])
    schrijf_heel(pad, json.dumps(regels, ensure_ascii=False, indent=1).encode())
    return len(regels)


def _opgeschreven(h: journaal.Handeling) -> Logregel:
    """Een handeling uit het journaal als regel van het log; in welke functie iemand schreef, staat daar niet bij.

    In welk hoofdstuk is genoeg: dat er een meldcode of een zwangerschap is, is al iets uit het dossier.
    """
    wat = _WEGGEHAALD if h.weggehaald else _ERBIJ if h.nieuw else _VERANDERD
    hoofdstukken = ", ".join(sorted({hoofdstuk_van(soort) for soort in h.soorten} - {""}))
    return Logregel(h.tijd, h.auteur, wat, h.stroom, waarover=hoofdstukken, apparaat=h.apparaat)


def _volgens_nen(r: Logregel, werkplek: str) -> dict[str, Any]:
    """``werkplek``: de id waaronder collega's deze werkplek kennen; er werkt één mens op. Van een ander is die leeg."""
    code = _SCHRIJVEN.get(r.wat) or _SOORT.get(_gebeurtenis(r.wat) or Gebeurtenis.DOCUMENT, _DOEN)
    return {
        "EventID": r.wat,
        "EventTypeCode": _TYPE[code],
        "EventActionCode": code,
        "EventDateTime": r.tijd,
        # Er komt pas een regel als het ook gebeurt: in dezelfde transactie, of vlak ervoor.
        "EventOutcomeIndicator": "0",
        "UserID": werkplek,
        "UserName": r.wie,
        "UserIsRequestor": True,
        "RoleIDCode": r.functie or "",
        # Dit programma doet maar één ding met een dossier; wat niet over een dossier gaat, is beheer.
        "PurposeOfUse": "toegang tot en uitvoering van jeugdhulp (Jeugdwet)" if r.stroom else "beheer van de werkplek",
        "ResponsibleUser": r.namens or r.wie,
        "ParticipantObjectID": r.stroom or "",
        # RFC 3881: 1 is een mens (het kind van dit dossier) in de rol van patiënt, 2 is iets van het systeem, en 13 een
        # middel om het te beveiligen.
        "ParticipantObjectTypeCode": "1" if r.stroom else "2",
        "ParticipantObjectTypeCodeRole": "1" if r.stroom else "13",
        "ParticipantObjectDetail": r.waarover or "",
        "AuditEnterpriseSiteID": r.organisatie or "",
        "AuditSourceID": r.apparaat or "",
        # RFC 3881: 1 is het apparaat waar iemand aan zit.
        "AuditSourceTypeCode": "1",
    }
