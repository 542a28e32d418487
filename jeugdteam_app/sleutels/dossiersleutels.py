"""Elk dossier zijn eigen sleutel, in één bestand dat geen versies kent.

Wie de sleutel van een dossier weghaalt, maakt de tekst ervan overal onleesbaar: ook in reservekopieën.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel


@dataclass
class Sleutelbos:
    """De dossiersleutels in het geheugen, per stroom."""

    _sleutels: dict[str, bytes] = field(default_factory=dict, repr=False)
    _vakken: dict[str, ChaCha20Poly1305] = field(default_factory=dict, repr=False)

    def nieuwe(self, stroom: str) -> None:
        """Maakt een sleutel voor een nieuwe stroom."""
        if stroom in self._sleutels:
            raise ValueError("deze stroom heeft al een sleutel")
        self._sleutels[stroom] = secrets.token_bytes(32)

    def vergeet(self, stromen: Iterable[str]) -> bool:
        """Gooit sleutels weg: wat ermee versleuteld is, leest niemand meer. Geeft of er iets te vergeten was."""
        weg = [s for s in stromen if s in self._sleutels]
        for stroom in weg:
            del self._sleutels[stroom]
            self._vakken.pop(stroom, None)
        return bool(weg)

    def vul_aan(self, ander: Sleutelbos) -> None:
        """Neemt de sleutels over van stromen die hier nog geen sleutel hebben."""
        self._sleutels = ander._sleutels | self._sleutels

    def kent(self, stroom: str) -> bool:
        """Of er al een sleutel voor deze stroom is."""
        return stroom in self._sleutels

    def versleutel(self, stroom: str, opschrift: str, inhoud: bytes) -> bytes:
        """De inhoud, alleen te lezen met deze dossiersleutel en dit opschrift."""
        nonce = secrets.token_bytes(12)
        return nonce + self._vak(stroom).encrypt(nonce, inhoud, opschrift.encode())

    def ontsleutel(self, stroom: str, opschrift: str, inhoud: bytes) -> bytes:
        """De leesbare inhoud; is er iets veranderd, dan ``kluis-beschadigd``."""
        try:
            return self._vak(stroom).decrypt(inhoud[:12], inhoud[12:], opschrift.encode())
        except (InvalidTag, ValueError):
            raise WereldFout("kluis-beschadigd") from None

    def _vak(self, stroom: str) -> ChaCha20Poly1305:
        if stroom not in self._vakken:
            if stroom not in self._sleutels:
                raise WereldFout("dossiersleutel-ontbreekt")
            self._vakken[stroom] = ChaCha20Poly1305(self._sleutels[stroom])
        return self._vakken[stroom]

    def schrijf(self, sleutel: Hoofdsleutel) -> bytes:
        """De sleutelbos, versleuteld voor op schijf."""
        inhoud = json.dumps({s: k.hex() for s, k in self._sleutels.items()}).encode()
        nonce = secrets.token_bytes(12)
        return nonce + ChaCha20Poly1305(sleutel.afgeleid("dossiersleutels")).encrypt(nonce, inhoud, b"bos/1")

    @classmethod
    def lees(cls, sleutel: Hoofdsleutel, ruw: bytes) -> Sleutelbos:
        """De sleutelbos van schijf."""
        try:
            vak = ChaCha20Poly1305(sleutel.afgeleid("dossiersleutels"))
            inhoud = json.loads(vak.decrypt(ruw[:12], ruw[12:], b"bos/1"))
        except (InvalidTag, ValueError):
            raise WereldFout("dossiersleutels-beschadigd") from None
        return cls({s: bytes.fromhex(k) for s, k in inhoud.items()})
