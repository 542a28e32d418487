"""De sloten van een kluis: elk verpakt dezelfde hoofdsleutel, achter een wachtzin of de herstelsleutel.

Wat er over een slot staat (soort, parameters) is meegewogen bij het verpakken: wie er iets aan verandert,
krijgt het slot niet meer open. Parameters buiten de grenzen weigeren we voordat er iets gerekend wordt.
"""

from __future__ import annotations

import hmac
import json
import secrets
import time
import unicodedata
import uuid
from dataclasses import dataclass, field, replace
from hashlib import sha256
from threading import Lock
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.sleutels import organisatie
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel

# Een kluis met een vernieuwde sleutel staat in formaat 2: een oudere versie van het programma noemt haar nieuwer.
FORMAAT, HOOGSTE_FORMAAT = 1, 2
MEESTE_SLOTEN = 8
_EEN_TEGELIJK = Lock()
MIB = 1024


@dataclass(frozen=True)
class Rekenwerk:
    """Parameters van Argon2id: geheugen in KiB, rondes en banen."""

    geheugen: int
    rondes: int
    banen: int

    def binnen_grenzen(self) -> bool:
        """Niet lichter dan 64 MiB, 3, 4, en niet zo zwaar dat openen zelf een aanval wordt."""
        return 64 * MIB <= self.geheugen <= 1024 * MIB and 3 <= self.rondes <= 10 and 4 <= self.banen <= 8


VLOER = Rekenwerk(64 * MIB, 3, 4)
PLAFOND = 1024 * MIB


def geijkt(doel_seconden: float = 0.5) -> Rekenwerk:
    """Het lichtste rekenwerk dat op deze computer minstens zo lang duurt: verdubbel het geheugen tot het past."""
    werk = VLOER
    while werk.geheugen < PLAFOND:
        begin = time.perf_counter()
        _uit_wachtzin("ijking", b"\0" * 16, werk)
        if time.perf_counter() - begin >= doel_seconden:
            break
        werk = replace(werk, geheugen=werk.geheugen * 2)
    return werk


@dataclass(frozen=True)
class Slot:
    """Eén verpakte kopie van de hoofdsleutel."""

    id: str
    soort: str
    zout: bytes
    nonce: bytes
    verpakt: bytes
    rekenwerk: Rekenwerk | None
    # Bij een slot van de organisatie: de sleutel van dit slot, verpakt voor haar.
    omslag: bytes = b""


@dataclass(frozen=True)
class Slotenbestand:
    """Alle sloten van één kluis, met een controle over het geheel."""

    kluis: str
    naam: str
    sloten: tuple[Slot, ...] = field(default=())
    mac: bytes = b""
    # De hoeveelste hoofdsleutel dit is; zij zegt welke bestanden erbij horen.
    generatie: int = 1

    def open_met_wachtzin(self, wachtzin: str) -> Hoofdsleutel:
        """De hoofdsleutel, of ``wachtzin-onjuist``."""
        for slot in self._van_soort("wachtzin"):
            if slot.rekenwerk is None or not slot.rekenwerk.binnen_grenzen():
                raise WereldFout("sleutelbestand-beschadigd")
            kek = _uit_wachtzin(wachtzin, slot.zout, slot.rekenwerk)
            if sleutel := self._pak_uit(slot, kek):
                return sleutel
        raise InvoerFout("wachtzin-onjuist")

    def open_met_herstel(self, geheim: bytes) -> Hoofdsleutel:
        """De hoofdsleutel, of ``herstelsleutel-onjuist``."""
        for slot in self._van_soort("herstel"):
            if sleutel := self._pak_uit(slot, _uit_herstel(geheim, slot.zout)):
                return sleutel
        raise InvoerFout("herstelsleutel-onjuist")

    def open_met_organisatie(self, geheim: str) -> Hoofdsleutel:
        """De hoofdsleutel, of ``organisatiesleutel-onjuist``."""
        for slot in self._van_soort("organisatie"):
            kek = organisatie.pak_uit(slot.omslag, geheim)
            if kek is not None and len(kek) == 32 and (sleutel := self._pak_uit(slot, kek)):
                return sleutel
        raise InvoerFout("organisatiesleutel-onjuist")

    @property
    def heeft_organisatie(self) -> bool:
        """Of er een slot van de organisatie op zit."""
        return bool(self._van_soort("organisatie"))

    def met_organisatie(self, sleutel: Hoofdsleutel, openbaar: str) -> Slotenbestand:
        """Hetzelfde bestand met één slot voor de organisatie; een eerder vervalt."""
        kek = secrets.token_bytes(32)
        omslag = organisatie.verpak(kek, openbaar)
        return self._met_slot(sleutel, "organisatie", secrets.token_bytes(16), kek, None, omslag)

    def zonder_organisatie(self, sleutel: Hoofdsleutel) -> Slotenbestand:
        """Hetzelfde bestand zonder slot voor de organisatie."""
        nieuw = replace(self, sloten=tuple(s for s in self.sloten if s.soort != "organisatie"))
        return replace(nieuw, mac=nieuw._mac(sleutel))

    def met_wachtzin(self, sleutel: Hoofdsleutel, wachtzin: str, werk: Rekenwerk) -> Slotenbestand:
        """Hetzelfde bestand met één slot voor deze wachtzin; een eerder wachtzinslot vervalt."""
        zout = secrets.token_bytes(16)
        return self._met_slot(sleutel, "wachtzin", zout, _uit_wachtzin(wachtzin, zout, werk), werk)

    def met_herstel(self, sleutel: Hoofdsleutel, geheim: bytes) -> Slotenbestand:
        """Hetzelfde bestand met één herstelslot."""
        zout = secrets.token_bytes(16)
        return self._met_slot(sleutel, "herstel", zout, _uit_herstel(geheim, zout), None)

    def met_naam(self, sleutel: Hoofdsleutel, naam: str) -> Slotenbestand:
        """Hetzelfde bestand onder een andere naam."""
        nieuw = replace(self, naam=naam)
        return replace(nieuw, mac=nieuw._mac(sleutel))

    def _van_soort(self, soort: str) -> list[Slot]:
        return [s for s in self.sloten if s.soort == soort]

    def _met_slot(
        self, sleutel: Hoofdsleutel, soort: str, zout: bytes, kek: bytes, werk: Rekenwerk | None, omslag: bytes = b""
    ) -> Slotenbestand:
        kaal = Slot(uuid.uuid4().hex, soort, zout, secrets.token_bytes(12), b"", werk, omslag)
        verpakt = ChaCha20Poly1305(kek).encrypt(kaal.nonce, sleutel.inhoud(), self._opschrift(kaal))
        over = tuple(s for s in self.sloten if s.soort != soort)
        nieuw = replace(self, sloten=(*over, replace(kaal, verpakt=verpakt)))
        return replace(nieuw, mac=nieuw._mac(sleutel))

    def _pak_uit(self, slot: Slot, kek: bytes) -> Hoofdsleutel | None:
        try:
            sleutel = Hoofdsleutel(ChaCha20Poly1305(kek).decrypt(slot.nonce, slot.verpakt, self._opschrift(slot)))
        except InvalidTag:
            return None
        if not hmac.compare_digest(self._mac(sleutel), self.mac):
            raise WereldFout("sleutelbestand-beschadigd")
        return sleutel

    def _opschrift(self, slot: Slot) -> bytes:
        werk = slot.rekenwerk and [slot.rekenwerk.geheugen, slot.rekenwerk.rondes, slot.rekenwerk.banen]
        omslag = [slot.omslag.hex()] if slot.omslag else []
        return json.dumps([FORMAAT, self.kluis, slot.id, slot.soort, slot.zout.hex(), werk, *omslag]).encode()

    def _mac(self, sleutel: Hoofdsleutel) -> bytes:
        inhoud = json.dumps(_als_json(replace(self, mac=b"")), sort_keys=True).encode()
        return hmac.new(sleutel.afgeleid("sloten"), inhoud, sha256).digest()


def schrijf(bestand: Slotenbestand) -> str:
    """De tekst van het slotenbestand."""
    ruw = _als_json(bestand)
    return json.dumps(ruw | {"controle": _controle(ruw)}, indent=1)


def lees(tekst: str) -> Slotenbestand:
    """Het slotenbestand uit zijn tekst. Nieuwer dan wij kennen, of beschadigd: twee verschillende fouten."""
    try:
        ruw = json.loads(tekst)
        if not isinstance(ruw["formaat"], int):
            raise TypeError("formaat is geen getal")
        if ruw["formaat"] > HOOGSTE_FORMAAT:
            raise WereldFout("kluis-nieuwer")
        controle = ruw.pop("controle")
        if controle != _controle(ruw):
            raise WereldFout("sleutelbestand-beschadigd")
        if len(ruw["sloten"]) > MEESTE_SLOTEN:
            # Elk slot kost rekenwerk: heel veel sloten zouden openen eindeloos maken.
            raise WereldFout("sleutelbestand-beschadigd")
        sloten = tuple(_slot(s) for s in ruw["sloten"])
        generatie = int(ruw.get("generatie", 1))
        return Slotenbestand(str(ruw["kluis"]), str(ruw["naam"]), sloten, bytes.fromhex(ruw["mac"]), generatie)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise WereldFout("sleutelbestand-beschadigd") from None


def _controle(ruw: dict[str, Any]) -> str:
    """Een gewone afdruk: zo is een beschadigd bestand iets anders dan een verkeerde wachtzin."""
    return sha256(json.dumps(ruw, sort_keys=True).encode()).hexdigest()


def _slot(ruw: dict[str, Any]) -> Slot:
    werk = Rekenwerk(*(int(g) for g in ruw["argon2id"])) if ruw.get("argon2id") else None
    if len(bytes.fromhex(ruw["zout"])) != 16 or len(bytes.fromhex(ruw["nonce"])) != 12:
        raise ValueError("een slot met een verkeerde maat")
    return Slot(
        str(ruw["id"]), str(ruw["soort"]), bytes.fromhex(ruw["zout"]), bytes.fromhex(ruw["nonce"]),
        bytes.fromhex(ruw["verpakt"]), werk, bytes.fromhex(ruw.get("omslag", "")),
    )  # fmt: skip


def _als_json(bestand: Slotenbestand) -> dict[str, Any]:
    sloten = []
    for slot in bestand.sloten:
        ruw: dict[str, Any] = {"id": slot.id, "soort": slot.soort, "zout": slot.zout.hex()}
        ruw |= {"nonce": slot.nonce.hex(), "verpakt": slot.verpakt.hex()}
        if slot.omslag:
            ruw["omslag"] = slot.omslag.hex()
        if slot.rekenwerk:
            ruw["argon2id"] = [slot.rekenwerk.geheugen, slot.rekenwerk.rondes, slot.rekenwerk.banen]
        sloten.append(ruw)
    kop: dict[str, Any] = {"formaat": FORMAAT, "kluis": bestand.kluis, "naam": bestand.naam, "sloten": sloten}
    if bestand.generatie > 1:
        kop |= {"formaat": HOOGSTE_FORMAAT, "generatie": bestand.generatie}
    return kop | {"mac": bestand.mac.hex()}


def _uit_wachtzin(wachtzin: str, zout: bytes, werk: Rekenwerk) -> bytes:
    gelijk = " ".join(unicodedata.normalize("NFC", wachtzin).split())
    argon = Argon2id(salt=zout, length=32, iterations=werk.rondes, lanes=werk.banen, memory_cost=werk.geheugen)
    # Twee berekeningen tegelijk laten OpenSSL voor altijd op zichzelf wachten.
    with _EEN_TEGELIJK:
        return argon.derive(gelijk.encode())


def _uit_herstel(geheim: bytes, zout: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=zout, info=b"jeugdteam/1/herstelslot").derive(geheim)
