"""Wie ik ben voor collega's: een sleutel om te tekenen en een sleutel om te ontvangen.

Een bundel wordt eerst getekend en dan dichtgemaakt voor de ontvangers die er ook in genoemd staan; zo kan niemand
hem openmaken en ongemerkt aan een ander doorgeven. Dichtmaken doet age (X25519, ChaCha20-Poly1305), dat zelf met
opzet niet tekent; tekenen doet Ed25519.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pyrage import x25519

from jeugdteam_app.kern.fouten import InvoerFout

# Zoveel keer opnieuw: wie twee sleutels zoekt met dezelfde cijfers, betaalt dat voor elke poging.
_RONDEN = 5_200
_GROEPEN = 6
# Hoe lang de kop van een dicht bestand mag zijn. Het lezen ervan kost kwadratisch veel tijd: een verminkte kop van
# 200 kB hield het programma elf seconden bezig.
_LANGSTE_KOP = 16_000
_EINDE_VAN_DE_KOP = b"\n--- "
_DEEL, _VOLLE_REGEL = b"-> ", 64
# Een ontvanger is er bijna honderd bytes in.
MEESTE_ONTVANGERS = 100


@dataclass(frozen=True)
class Openbaar:
    """De openbare helft: om handtekeningen na te kijken, en om iets voor deze persoon dicht te maken."""

    teken: str
    ontvang: str

    @property
    def cijfers(self) -> str:
        """Dertig cijfers om hardop voor te lezen, in groepen van vijf."""
        gemengd = f"jeugdteam/kaartje/1|{self.teken}|{self.ontvang}".encode()
        for _ronde in range(_RONDEN):
            gemengd = hashlib.sha512(gemengd).digest()
        delen = (int.from_bytes(gemengd[5 * n : 5 * n + 5], "big") % 100_000 for n in range(_GROEPEN))
        return " ".join(f"{deel:05d}" for deel in delen)

    def klopt(self, inhoud: bytes, handtekening: bytes) -> bool:
        """Of deze persoon dit tekende."""
        with contextlib.suppress(InvalidSignature, ValueError):
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.teken)).verify(handtekening, inhoud)
            return True
        return False


class Identiteit:
    """De geheime helft. Laat zich niet afdrukken."""

    __slots__ = ("_eerder", "_ontvang", "_teken")

    def __init__(self, teken: Ed25519PrivateKey, ontvang: x25519.Identity) -> None:
        self._teken, self._ontvang = teken, ontvang
        self._eerder: tuple[x25519.Identity, ...] = ()

    @classmethod
    def nieuw(cls) -> Identiteit:
        """Een nieuwe, uit de toevalsbron van het systeem."""
        return cls(Ed25519PrivateKey.generate(), x25519.Identity.generate())

    @classmethod
    def uit_geheim(cls, geheim: str) -> Identiteit:
        """Uit wat ``geheim`` gaf; dat staat alleen in de versleutelde kluis."""
        teken, _streep, ontvang = geheim.partition("|")
        return cls(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(teken)), x25519.Identity.from_str(ontvang))

    def met_eerdere(self, geheimen: Iterable[str]) -> Identiteit:
        """Dezelfde, die ook openmaakt wat nog voor een eerdere sleutel is dichtgemaakt; tekenen doet alleen deze."""
        nieuw = Identiteit(self._teken, self._ontvang)
        nieuw._eerder = tuple(Identiteit.uit_geheim(geheim)._ontvang for geheim in geheimen)
        return nieuw

    def __repr__(self) -> str:
        return "Identiteit(verborgen)"

    @property
    def geheim(self) -> str:
        """Om te bewaren in de kluis, en nergens anders."""
        return f"{self._teken.private_bytes_raw().hex()}|{self._ontvang}"

    @property
    def openbaar(self) -> Openbaar:
        """De helft die op een kaartje mag."""
        return Openbaar(self._teken.public_key().public_bytes_raw().hex(), str(self._ontvang.to_public()))

    def teken(self, inhoud: bytes) -> bytes:
        """De handtekening, 64 bytes."""
        return self._teken.sign(inhoud)

    def maak_open(self, ruw: bytes) -> bytes:
        """Wat er in een dicht bestand zit; is het niet voor mij of is er iets aan veranderd, dan een fout."""
        kop, einde, _rest = ruw[:_LANGSTE_KOP].partition(_EINDE_VAN_DE_KOP)
        with contextlib.suppress(pyrage.DecryptError):
            if einde and _is_hele_kop(kop):
                geopend: bytes = pyrage.decrypt(ruw, [self._ontvang, *self._eerder])
                return geopend
        raise InvoerFout("bundel-niet-te-openen")


def _is_hele_kop(kop: bytes) -> bool:
    """Of elk deel van de kop eindigt met een korte regel, zoals age voorschrijft; de bibliotheek is daar soepel in."""
    regels = kop.split(b"\n")[1:]
    laatste = [regel for regel, volgende in pairwise([*regels, _DEEL]) if volgende.startswith(_DEEL)]
    return all(len(regel) < _VOLLE_REGEL and not regel.startswith(_DEEL) for regel in laatste)


def maak_dicht(inhoud: bytes, voor: list[Openbaar]) -> bytes:
    """De inhoud, alleen te openen door deze ontvangers. Fout: ``bundel-te-veel-ontvangers``."""
    if len(voor) > MEESTE_ONTVANGERS:
        raise InvoerFout("bundel-te-veel-ontvangers", meeste=str(MEESTE_ONTVANGERS))
    dicht: bytes = pyrage.encrypt(inhoud, [x25519.Recipient.from_str(o.ontvang) for o in voor])
    return dicht


def is_openbaar(openbaar: Openbaar) -> bool:
    """Of dit twee sleutels zijn waar iets mee kan."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(openbaar.teken))
        x25519.Recipient.from_str(openbaar.ontvang)
    except (ValueError, pyrage.RecipientError):
        return False
    return True
