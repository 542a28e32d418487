"""De hoofdsleutel van een kluis en de sleutels die daaruit volgen."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Hoofdsleutel:
    """32 willekeurige bytes. Laat zich niet afdrukken."""

    __slots__ = ("_bytes",)

    def __init__(self, inhoud: bytes) -> None:
        if len(inhoud) != 32:
            raise ValueError("een hoofdsleutel is 32 bytes")
        self._bytes = inhoud

    @classmethod
    def nieuw(cls) -> Hoofdsleutel:
        """Een nieuwe, uit de toevalsbron van het systeem."""
        return cls(secrets.token_bytes(32))

    def __repr__(self) -> str:
        return "Hoofdsleutel(verborgen)"

    def inhoud(self) -> bytes:
        """De bytes zelf, om in een slot te verpakken."""
        return self._bytes

    def afgeleid(self, doel: str, lengte: int = 32) -> bytes:
        """De sleutel voor één doel, met HKDF-SHA256."""
        return HKDF(SHA256(), lengte, salt=None, info=f"jeugdteam/1/{doel}".encode()).derive(self._bytes)

    def databasesleutel(self) -> str:
        """Sleutel en zout voor SQLCipher als ``x'96 hex'``: het overslaan van een tweede wachtwoordstap."""
        return f"x'{self.afgeleid('database', 48).hex()}'"


def schakel(sleutel: bytes, vorige: bytes, toezegging: bytes, inschrijving: str) -> bytes:
    """De volgende schakel van de keten: HMAC over de vorige, de toezegging en wat er is ingeschreven."""
    return hmac.new(sleutel, vorige + toezegging + inschrijving.encode(), hashlib.sha256).digest()


def toezegging(zout: bytes, inhoud: bytes) -> bytes:
    """Een gezouten afdruk van versleutelde inhoud; de keten blijft zo na vernietiging na te rekenen."""
    return hashlib.sha256(zout + inhoud).digest()


def afdruk(tekst: str) -> str:
    """Een korte afdruk van gegevens, om te zien of er iets is veranderd."""
    return hashlib.sha256(tekst.encode()).hexdigest()
