"""Bestanden die er helemaal staan of helemaal niet."""

from __future__ import annotations

import contextlib
import os
import secrets
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


def schrijf_heel(pad: Path, inhoud: bytes, *, voor_anderen: bool = False) -> None:
    """Schrijft naar een tijdelijk bestand ernaast, maakt dat vast op schijf en zet het dan op zijn plek.

    ``voor_anderen``: wat verzegeld of niet geheim is en in een gedeelde map door een collega gelezen moet kunnen
    worden. Al het andere leest op deze computer alleen wie het schreef.
    """
    rechten = 0o666 if voor_anderen else 0o600
    tijdelijk = pad.with_name(f".{pad.name}.{secrets.token_hex(4)}")
    try:
        beschrijving = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rechten)
        with os.fdopen(beschrijving, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.replace(pad)
    except OSError:
        # Ook het opruimen kan mislukken, bij voorbeeld als de map weg is; de melding blijft dan dezelfde.
        with contextlib.suppress(OSError):
            tijdelijk.unlink(missing_ok=True)
        raise WereldFout("schrijven-mislukt") from None
    # Het bestand staat er al; lukt dit niet, dan is er hooguit na stroomuitval nog de vorige versie.
    with contextlib.suppress(OSError):
        maak_vast(pad.parent)


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
