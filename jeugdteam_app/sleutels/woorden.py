"""Wachtzinnen en de herstelsleutel, in gewone Nederlandse woorden."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Sequence
from functools import cache
from itertools import combinations

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
    """Het geheim uit de ingetypte woorden. Noemt welk woord niet klopt, of welke twee verwisseld zijn.

    Fouten: ``herstel-aantal``, ``herstel-woord``, ``herstel-verwisseld``, ``herstel-ander-woord`` en, als het meer
    dan één woord is, ``herstel-controle``.
    """
    # Op het papier staat voor elk woord een nummer; wie dat meetypt, typt niets verkeerd.
    woorden = re.sub(r"[,;]|\b\d+\b[.):]?", " ", tekst.lower()).split()
    if len(woorden) != WOORDEN_IN_HERSTELSLEUTEL:
        raise InvoerFout("herstel-aantal", aantal=len(woorden), nodig=WOORDEN_IN_HERSTELSLEUTEL)
    nummer = {woord: plek for plek, woord in enumerate(lijst())}
    nummers = []
    for plek, woord in enumerate(woorden, 1):
        if woord not in nummer:
            raise InvoerFout("herstel-woord", plek=plek)
        nummers.append(nummer[woord])
    if (geheim := _geheim(nummers)) is None:
        raise _wat_er_mis_is(nummers)
    return geheim


def _geheim(nummers: Sequence[int]) -> bytes | None:
    """Het geheim achter deze woorden; ``None`` als de controle niet klopt."""
    getal = 0
    for nummer in nummers:
        getal = getal << _BITS | nummer
    ruw = getal.to_bytes(32 + _CONTROLE, "big")
    geheim, controle = ruw[:32], ruw[32:]
    return geheim if hashlib.sha256(geheim).digest()[:_CONTROLE] == controle else None


def _wat_er_mis_is(nummers: list[int]) -> InvoerFout:
    """Waar de vergissing zit: twee woorden verwisseld, of één ander woord. Meer dan dat is niet te zeggen."""
    for een, ander in combinations(range(len(nummers)), 2):
        anders = list(nummers)
        anders[een], anders[ander] = nummers[ander], nummers[een]
        if _geheim(anders) is not None:
            return InvoerFout("herstel-verwisseld", een=een + 1, ander=ander + 1)
    for plek in range(len(nummers)):
        if any(_geheim([*nummers[:plek], ander, *nummers[plek + 1 :]]) is not None for ander in range(1 << _BITS)):
            return InvoerFout("herstel-ander-woord", plek=plek + 1)
    return InvoerFout("herstel-controle")
