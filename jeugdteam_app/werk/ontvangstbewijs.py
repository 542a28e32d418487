"""Een bewijs van ontvangst: de ontvanger tekent dat een bundel aankwam, en de verzender ziet dat bij het dossier."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.werk import collegas
from jeugdteam_app.werk.werkplek import Werkplek

ACHTERVOEGSEL = ".ontvangen"
_GROOTSTE = 100_000
# Een bundel telt ruim dertig tekens; zo blijft een bewijs onder de grens hierboven.
_MEESTE_BUNDELS = 2_000
_DOEL = b"jeugdteam/ontvangen/1\0"
_GEGEVEN, _GEWEIGERD, _NIET_BIJ = "bewijs-gegeven:", "bewijs-geweigerd:", "bewijs-niet-bij:"


class Ontvangstbewijs(BaseModel):
    """Dat deze bundel bij deze collega aankwam. Er staat niets in over een gezin."""

    # Wat een nieuwere versie erbij zet, is mee getekend en blijft dus bewaard.
    model_config = ConfigDict(frozen=True, extra="allow", hide_input_in_errors=True)
    bundel: str
    contact: str
    tijd: str
    # Wat er eerder van dezelfde afzender kwam, het nieuwste eerst.
    eerder: tuple[str, ...] = ()
    # De dossiers uit die bundels die bij de ontvanger niet terugkomen, omdat zij daar zijn vernietigd.
    niet: tuple[str, ...] = ()
    handtekening: str = ""


def afzenders(werkplek: Werkplek) -> tuple[tuple[str, str], ...]:
    """Van wie er iets is samengevoegd, als id en naam; wie het laatst iets stuurde voorop."""
    namen = collegas.namen_uit_elkaar(collegas.alle(werkplek))
    ids = dict.fromkeys(afzender for _bundel, afzender in opslag.laatst_gekomen(werkplek.kluis))
    return tuple((id, namen[id]) for id in ids if id in namen)


def bewaar(werkplek: Werkplek, pad: Path, afzender: str) -> None:
    """Schrijft een getekend bewijs voor alles wat van deze afzender kwam. Fout: ``bewijs-niets-ontvangen``.

    Daarna is wat er van die afzender kwam niet meer terug te draaien: de ander mag erop rekenen dat het hier is.
    """
    gekomen = [b for b, van in opslag.laatst_gekomen(werkplek.kluis) if van == afzender]
    if not gekomen:
        raise InvoerFout("bewijs-niets-ontvangen")
    bundel, *eerder = gekomen[:_MEESTE_BUNDELS]
    wie = opslag.mijn_id(werkplek.kluis)
    niet = {id for een in (bundel, *eerder) for id in _lijst(werkplek, f"{_GEWEIGERD}{een}")}
    # Ook wat wel aankwam en daarna hier is vernietigd, heeft hier niemand meer.
    niet |= {id for id in journaal.vernietigd(werkplek.kluis) if afzender in opslag.afzenders_van(werkplek.kluis, id)}
    kaal = Ontvangstbewijs(
        bundel=bundel, contact=wie, tijd=werkplek.tijd, eerder=tuple(eerder), niet=tuple(sorted(niet))
    )
    ik = opslag.identiteit(werkplek.kluis)
    getekend = kaal.model_copy(update={"handtekening": ik.teken(_te_tekenen(kaal)).hex()})
    with werkplek.kluis.transactie():
        for een in gekomen:
            werkplek.kluis.onthoud(f"{_GEGEVEN}{een}", werkplek.tijd)
        werkplek.kluis.schrijf_mee(pad, getekend.model_dump_json().encode(), voor_anderen=True)


def onthoud_geweigerd(werkplek: Werkplek, bundel: str, dossiers: Collection[str]) -> None:
    """Onthoudt welke dossiers uit een bundel hier niet terugkomen: in het bewijs staat dat straks ook."""
    if dossiers:
        werkplek.kluis.onthoud(f"{_GEWEIGERD}{bundel}", json.dumps(sorted(dossiers)))


def komt_niet_terug(werkplek: Werkplek, dossier: str, contact: str) -> bool:
    """Of deze collega zei dat het dossier daar is vernietigd en niet terugkomt."""
    return dossier in _lijst(werkplek, f"{_NIET_BIJ}{contact}")


def _lijst(werkplek: Werkplek, sleutel: str) -> list[str]:
    gelezen: list[str] = json.loads(werkplek.kluis.onthouden(sleutel) or "[]")
    return gelezen


def is_gegeven(werkplek: Werkplek, bundel: str) -> bool:
    """Of er voor deze bundel al een bewijs van ontvangst is gemaakt."""
    return werkplek.kluis.onthouden(f"{_GEGEVEN}{bundel}") is not None


def lees_in(werkplek: Werkplek, pad: Path) -> str:
    """Onthoudt dat een bundel aankwam, en wat er eerder kwam ook, en geeft de naam van wie dat zegt.

    Fouten: ``bewijs-onleesbaar``, ``bewijs-andere-bundel``, ``bewijs-handtekening``, ``contact-niet-nagelezen``.
    """
    inhoud, gelezen = lees_begrensd(pad, _GROOTSTE), None
    with contextlib.suppress(ValidationError):
        gelezen = Ontvangstbewijs.model_validate_json(inhoud or b"")
    if gelezen is None:
        raise InvoerFout("bewijs-onleesbaar")
    openbaar = collegas.openbaar_van(werkplek, gelezen.contact)
    if gelezen.contact not in opslag.ontvangers_van(werkplek.kluis, gelezen.bundel):
        raise InvoerFout("bewijs-andere-bundel")
    try:
        handtekening = bytes.fromhex(gelezen.handtekening)
    except ValueError:
        handtekening = b""
    if not openbaar.klopt(_te_tekenen(gelezen), handtekening):
        raise InvoerFout("bewijs-handtekening")
    with werkplek.kluis.transactie():
        for bundel in (gelezen.bundel, *gelezen.eerder):
            # Wat van een ander apparaat van hier kwam, kennen we niet.
            if gelezen.contact in opslag.ontvangers_van(werkplek.kluis, bundel):
                opslag.noteer_bewijs(werkplek.kluis, bundel, gelezen.contact, gelezen.tijd)
        if gelezen.niet:
            al = _lijst(werkplek, f"{_NIET_BIJ}{gelezen.contact}")
            werkplek.kluis.onthoud(f"{_NIET_BIJ}{gelezen.contact}", json.dumps(sorted({*al, *gelezen.niet})))
    return next(c.naam for c in collegas.alle(werkplek) if c.id == gelezen.contact)


def _te_tekenen(van: Ontvangstbewijs) -> bytes:
    # Wat leeg is telt niet mee: zo klopt ook een bewijs van een versie die alleen de laatste bundel noemde.
    inhoud = van.model_dump(exclude={"handtekening"}, exclude_defaults=True)
    return _DOEL + json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()
