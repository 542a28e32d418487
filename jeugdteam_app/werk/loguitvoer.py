"""Het hele log als getekend bestand voor een beheerder, met de namen van het Logius-concept voor NEN 7513."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from jeugdteam_app.kern.bestanden import lees_begrensd, schrijf_heel
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.toegangslog import Gebeurtenis, Logregel
from jeugdteam_app.sleutels.identiteit import Openbaar, is_openbaar
from jeugdteam_app.werk import logboek
from jeugdteam_app.werk.voortgang import hoofdstuk_van
from jeugdteam_app.werk.werkplek import Werkplek, is_de_organisatie

_MAKEN, _LEZEN, _VERANDEREN, _WEG, _DOEN = "C", "R", "U", "D", "E"
_SOORT = {
    Gebeurtenis.GEMAAKT: _MAKEN,
    Gebeurtenis.GEOPEND: _LEZEN,
    Gebeurtenis.BIJLAGE: _LEZEN,
    Gebeurtenis.GEZOCHT: _LEZEN,
    Gebeurtenis.WERKPLEK_GEOPEND: _LEZEN,
    Gebeurtenis.OPENEN_MISLUKT: _LEZEN,
    Gebeurtenis.PROFIEL: _VERANDEREN,
    Gebeurtenis.LOG_GELEZEN: _LEZEN,
    Gebeurtenis.INZAGE: _LEZEN,
    Gebeurtenis.BUNDEL_BEKEKEN: _LEZEN,
    Gebeurtenis.VASTGESTELD: _VERANDEREN,
    Gebeurtenis.OVERGEDRAGEN: _VERANDEREN,
    Gebeurtenis.SAMENGEVOEGD: _VERANDEREN,
    Gebeurtenis.ORGANISATIESLOT: _VERANDEREN,
    Gebeurtenis.COLLEGA_TOEGEVOEGD: _MAKEN,
    Gebeurtenis.COLLEGA_NAGELEZEN: _VERANDEREN,
    Gebeurtenis.COLLEGA_GESTOPT: _VERANDEREN,
    Gebeurtenis.SAMENVOEGEN_ONGEDAAN: _VERANDEREN,
    Gebeurtenis.BERICHT_GELEZEN: _VERANDEREN,
    Gebeurtenis.VERNIETIGD: _WEG,
}
_TYPE = {_MAKEN: "maken", _LEZEN: "inzien", _VERANDEREN: "wijzigen", _WEG: "verwijderen", _DOEN: "uitvoeren"}
_ERBIJ, _VERANDERD, _WEGGEHAALD = "opgeschreven", "veranderd", "weggehaald"
_SCHRIJVEN = {_ERBIJ: _MAKEN, _VERANDERD: _VERANDEREN, _WEGGEHAALD: _WEG}

_PAST_NIET = "ChainBroken"
_DOEL = b"jeugdteam/log/1\0"
# Honderdduizenden regels; wie meer heeft, is geen werkplek.
GROOTSTE_LOG = 500_000_000


class Log(BaseModel):
    """Het uitgeschreven log. Met de openbare sleutels erbij: hun dertig cijfers zeggen van welke werkplek het is."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    soort: Literal["jeugdteam-log"] = "jeugdteam-log"
    versie: Literal[1] = 1
    opgemaakt: str
    teken: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    ontvang: Annotated[str, Field(max_length=100)]
    regels: tuple[dict[str, str | bool], ...]
    handtekening: Annotated[str, Field(pattern=r"^[0-9a-f]*$")] = ""

    @property
    def veranderd(self) -> int:
        """Hoeveel regels bij het uitschrijven al niet pasten op wat ervoor stond."""
        return sum(_PAST_NIET in regel for regel in self.regels)

    @property
    def openbaar(self) -> Openbaar:
        """De sleutels van de werkplek die het schreef."""
        return Openbaar(self.teken, self.ontvang)

    def te_tekenen(self) -> bytes:
        """Alles behalve de handtekening, in één vaste vorm."""
        inhoud = self.model_dump(mode="json", exclude={"handtekening"})
        return _DOEL + json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()


def schrijf_uit(werkplek: Werkplek, pad: Path) -> Log:
    """Schrijft het hele log als JSON, met van elk gegeven de naam die NEN 7513 kent, en tekent het.

    Wat dit programma niet heeft, staat er niet in: er is geen netwerk, dus geen netwerkadres. Opent de organisatie met
    haar eigen sleutel, dan is dat een eigen regel, en staat wat zij daarna doet op haar naam.
    Wat er is opgeschreven staat al in het journaal, met wie en wanneer; ook dat komt mee, per handeling.
    Dat iemand het log uitschreef, staat er zelf ook in.
    """
    logboek.noteer(werkplek, Gebeurtenis.LOG_GELEZEN, None, "log")
    ik = opslag.identiteit(werkplek.kluis)
    kaal = Log(
        opgemaakt=werkplek.tijd, teken=ik.openbaar.teken, ontvang=ik.openbaar.ontvang, regels=tuple(_regels(werkplek))
    )
    log = kaal.model_copy(update={"handtekening": ik.teken(kaal.te_tekenen()).hex()})
    schrijf_heel(pad, log.model_dump_json(indent=1).encode())
    return log


def lees_na(pad: Path) -> Log:
    """Een uitgeschreven log waar sinds het tekenen niets aan is veranderd. Fouten: ``log-vorm``, ``log-veranderd``."""
    try:
        log = Log.model_validate_json(lees_begrensd(pad, GROOTSTE_LOG) or b"")
    except ValidationError:
        raise InvoerFout("log-vorm") from None
    if not is_openbaar(log.openbaar):
        raise InvoerFout("log-vorm")
    if len(log.handtekening) % 2 or not log.openbaar.klopt(log.te_tekenen(), bytes.fromhex(log.handtekening)):
        raise InvoerFout("log-veranderd")
    return log


def _regels(werkplek: Werkplek) -> list[dict[str, str | bool]]:
    niet = toegangslog.die_niet_passen(werkplek.kluis)
    mijn_id, gelogd = opslag.mijn_id(werkplek.kluis), toegangslog.regels(werkplek.kluis)
    van_hier = {r.apparaat for r in gelogd}
    geschreven = (_opgeschreven(h) for h in journaal.handelingen(werkplek.kluis))
    regels = [
        {
            **_volgens_nen(r, mijn_id if r.apparaat in van_hier and not is_de_organisatie(r.wie) else ""),
            **_past_niet(r in niet),
        }
        for r in (*geschreven, *reversed(gelogd))
    ]
    return sorted(regels, key=lambda regel: str(regel["EventDateTime"]))


def _past_niet(niet: bool) -> dict[str, str | bool]:
    """Bij een regel waar, of waarvoor, buiten het programma om iets is veranderd; NEN 7513 kent dit gegeven niet."""
    return {_PAST_NIET: True} if niet else {}


def _opgeschreven(h: journaal.Handeling) -> Logregel:
    """Een handeling uit het journaal als regel van het log; in welke functie iemand schreef, staat daar niet bij.

    In welk hoofdstuk is genoeg: dat er een meldcode of een zwangerschap is, is al iets uit het dossier.
    """
    wat = _WEGGEHAALD if h.weggehaald else _ERBIJ if h.nieuw else _VERANDERD
    hoofdstukken = ", ".join(sorted({hoofdstuk_van(soort) for soort in h.soorten} - {""}))
    return Logregel(h.tijd, h.auteur, wat, h.stroom, waarover=hoofdstukken, apparaat=h.apparaat)


def _volgens_nen(r: Logregel, werkplek: str) -> dict[str, str | bool]:
    """``werkplek``: de id waaronder collega's deze werkplek kennen; er werkt één mens op. Van een ander is die leeg."""
    code = _SCHRIJVEN.get(r.wat) or _SOORT.get(logboek.gebeurtenis(r.wat) or Gebeurtenis.DOCUMENT, _DOEN)
    return {
        "EventID": r.wat,
        "EventTypeCode": _TYPE[code],
        "EventActionCode": code,
        "EventDateTime": r.tijd,
        # Er komt pas een regel als het ook gebeurt: in dezelfde transactie, of vlak ervoor. Alleen openen kan ook niet
        # lukken (RFC 3881: 4), en dan is niet te zeggen wie het probeerde.
        "EventOutcomeIndicator": "4" if r.wat == Gebeurtenis.OPENEN_MISLUKT else "0",
        "UserID": "" if r.wat == Gebeurtenis.OPENEN_MISLUKT else werkplek,
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
