"""De sleutel van de organisatie: een paar waarvan zij de geheime helft zelf bewaart, het liefst op papier in een kluis.

Een medewerker die dat wil, zet er een slot mee op zijn werkplek. Valt hij weg, dan kan de organisatie de dossiers nog
openen. Gemaakt en gelezen met age (X25519).
"""

from __future__ import annotations

import contextlib
from typing import NamedTuple

import pyrage
from pyrage import x25519

from jeugdteam_app.kern.fouten import InvoerFout

BEGIN_GEHEIM = "AGE-SECRET-KEY-"


class Paar(NamedTuple):
    """De geheime helft voor de organisatie, en de openbare voor de medewerkers."""

    geheim: str
    openbaar: str


def nieuw() -> Paar:
    """Een nieuw paar, uit de toevalsbron van het systeem."""
    geheim = x25519.Identity.generate()
    return Paar(str(geheim), str(geheim.to_public()))


def verpak(inhoud: bytes, openbaar: str) -> bytes:
    """Alleen te openen met de geheime helft. Fout: ``organisatiesleutel-vorm``."""
    with contextlib.suppress(pyrage.RecipientError, ValueError):
        dicht: bytes = pyrage.encrypt(inhoud, [x25519.Recipient.from_str(openbaar.strip())])
        return dicht
    raise InvoerFout("organisatiesleutel-vorm")


def pak_uit(dicht: bytes, geheim: str) -> bytes | None:
    """Wat er verpakt was; met een andere sleutel niets. Fout: ``organisatiesleutel-vorm``."""
    sleutel: x25519.Identity | None = None
    with contextlib.suppress(pyrage.IdentityError, ValueError):
        sleutel = x25519.Identity.from_str(geheim.strip())
    if sleutel is None:
        raise InvoerFout("organisatiesleutel-vorm")
    with contextlib.suppress(pyrage.DecryptError):
        open_: bytes = pyrage.decrypt(dicht, [sleutel])
        return open_
    return None
