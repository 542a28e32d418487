"""Bestanden die er helemaal staan of helemaal niet."""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from jeugdteam_app.kern.fouten import WereldFout


def lees_begrensd(pad: Path, grens: int) -> bytes | None:
    """De bytes van een gewoon bestand; ``None`` als het er meer dan ``grens`` zijn, dan wordt er niets gelezen.

    Fouten: ``bestand-niet-leesbaar``, ook voor een map of een pijp.
    """
    try:
        if not pad.is_file():
            raise WereldFout("bestand-niet-leesbaar")
        with pad.open("rb") as bestand:
            inhoud = bestand.read(grens + 1) if os.fstat(bestand.fileno()).st_size <= grens else None
    except (OSError, ValueError):
        raise WereldFout("bestand-niet-leesbaar") from None
    return inhoud if inhoud is not None and len(inhoud) <= grens else None


@dataclass(frozen=True)
class Klaargezet:
    """Een bestand dat al vast op schijf staat, nog onder een andere naam."""

    tijdelijk: Path
    pad: Path

    def plaats(self) -> None:
        """Zet het op zijn plek. Fout: ``schrijven-mislukt``."""
        try:
            self.tijdelijk.replace(self.pad)
        except OSError:
            self.weg()
            raise WereldFout("schrijven-mislukt") from None
        # Het bestand staat er al; lukt dit niet, dan is er hooguit na stroomuitval nog de vorige versie.
        with contextlib.suppress(OSError):
            maak_vast(self.pad.parent)

    def weg(self) -> None:
        """Ruimt het op. Ook dat kan mislukken, bij voorbeeld als de map weg is."""
        with contextlib.suppress(OSError):
            self.tijdelijk.unlink(missing_ok=True)


def schrijf_heel(pad: Path, inhoud: bytes, *, voor_anderen: bool = False) -> None:
    """Schrijft naar een tijdelijk bestand ernaast, maakt dat vast op schijf en zet het dan op zijn plek."""
    zet_klaar(pad, inhoud, voor_anderen=voor_anderen).plaats()


def zet_klaar(pad: Path, inhoud: bytes, *, voor_anderen: bool = False) -> Klaargezet:
    """Schrijft een tijdelijk bestand naast de plek waar het komt, en maakt dat vast op schijf.

    ``voor_anderen``: wat verzegeld of niet geheim is en in een gedeelde map door een collega gelezen moet kunnen
    worden. Al het andere leest op deze computer alleen wie het schreef. Fout: ``schrijven-mislukt``.
    """
    rechten = 0o666 if voor_anderen else 0o600
    klaar = Klaargezet(pad.with_name(f".{pad.name}.{secrets.token_hex(4)}"), pad)
    if pad.is_dir():
        # Dat zou pas bij het plaatsen blijken, en dan staat al vast dat het bestand er is.
        raise WereldFout("schrijven-mislukt")
    try:
        beschrijving = os.open(klaar.tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rechten)
        with os.fdopen(beschrijving, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
    except OSError:
        klaar.weg()
        raise WereldFout("schrijven-mislukt") from None
    return klaar


def maak_map(map_: Path) -> None:
    """Maakt een map, met de mappen erboven, en zorgt dat ook hun namen op de schijf staan."""
    nieuw = [pad for pad in (map_, *map_.parents) if not pad.exists()]
    try:
        map_.mkdir(parents=True, exist_ok=True)
        for pad in nieuw:
            maak_vast(pad.parent)
    except OSError:
        raise WereldFout("schrijven-mislukt") from None


def maak_vast(pad: Path) -> None:
    """Wacht tot een bestand of map die er al is, echt op de schijf staat. Fout: ``OSError``."""
    # Buiten POSIX gaat een map niet open, en een bestand alleen om in te schrijven.
    if os.name != "posix" and pad.is_dir():
        return
    beschrijving = os.open(pad, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(beschrijving)
    finally:
        os.close(beschrijving)
