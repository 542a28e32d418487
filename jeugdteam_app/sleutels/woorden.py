"""Wachtzinnen en de herstelsleutel, in gewone Nederlandse woorden."""

from __future__ import annotations

import hashlib
import secrets
from functools import cache

from zxcvbn import zxcvbn

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.plaatsen import MIDDELEN

WOORDEN_IN_HERSTELSLEUTEL = 24
_BITS = 12
_CONTROLE = 4
LANGSTE_WACHTZIN = 128


@cache
def lijst() -> tuple[str, ...]:
    """De 4.096 woorden, op alfabet."""
    return tuple((MIDDELEN / "woorden" / "woorden.txt").read_text(encoding="utf-8").split())


def stel_wachtzin_voor(aantal: int = 6) -> str:
    """Een wachtzin van willekeurige woorden: 12 bits per woord, dus 72 bits bij zes."""
    return " ".join(secrets.choice(lijst()) for _ in range(aantal))


def sterkte(wachtzin: str) -> int:
    """Hoe sterk een wachtzin is, van 0 (te raden) tot 4 (sterk), volgens zxcvbn.

    Bij woorden uit onze lijst tellen we de bits van de lijst zelf, want zxcvbn kent weinig Nederlands.
    """
    woorden = wachtzin.split()
    if woorden and set(woorden) <= set(lijst()):
        return min(4, max(0, len(set(woorden)) - 2))
    # Een woord nog eens typen maakt een wachtzin niet sterker.
    return int(zxcvbn(" ".join(dict.fromkeys(woorden))[:72])["score"]) if woorden else 0


def nieuw_herstelgeheim() -> bytes:
    """Het geheim achter de herstelsleutel: 32 willekeurige bytes."""
    return secrets.token_bytes(32)


def als_woorden(geheim: bytes) -> tuple[str, ...]:
    """De herstelsleutel: 24 woorden, waarvan het laatste deel een controle is."""
    getal = int.from_bytes(geheim + hashlib.sha256(geheim).digest()[:_CONTROLE], "big")
    plekken = range((WOORDEN_IN_HERSTELSLEUTEL - 1) * _BITS, -1, -_BITS)
    return tuple(lijst()[(getal >> plek) & 0xFFF] for plek in plekken)


def uit_woorden(tekst: str) -> bytes:
    """Het geheim uit de ingetypte woorden. Noemt het eerste woord dat niet in de lijst staat."""
    woorden = tekst.lower().replace(",", " ").split()
    if len(woorden) != WOORDEN_IN_HERSTELSLEUTEL:
        raise InvoerFout("herstel-aantal", aantal=len(woorden), nodig=WOORDEN_IN_HERSTELSLEUTEL)
    nummer = {woord: plek for plek, woord in enumerate(lijst())}
    getal = 0
    for plek, woord in enumerate(woorden, 1):
        if woord not in nummer:
            raise InvoerFout("herstel-woord", plek=plek)
        getal = getal << _BITS | nummer[woord]
    ruw = getal.to_bytes(32 + _CONTROLE, "big")
    geheim, controle = ruw[:32], ruw[32:]
    if hashlib.sha256(geheim).digest()[:_CONTROLE] != controle:
        raise InvoerFout("herstel-controle")
    return geheim
