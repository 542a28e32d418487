"""Bestanden met kwade bedoelingen: elk krijgt een duidelijk antwoord, op tijd, en in de werkplek verandert niets.

We nemen een goed bestand per soort en verminken het: bits, afgekapte en herhaalde stukken, enorme getallen, diepe
nesten, sturingstekens, en bij een werkmap ook van binnen. Lezen mag lukken of een melding van het programma geven.
"""

from __future__ import annotations

import io
import json
import random
import signal
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.productenboek.boek import boeken as meegeleverde
from jeugdteam_app.productenboek.boek import meegeleverd
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from jeugdteam_app.uitwisseling import sjabloon
from jeugdteam_app.werk import (
    boeken,
    collegas,
    dossiers,
    gemeente_en_team,
    ontvangstbewijs,
    planformulier,
    postvak,
    samen,
    schrijven,
)
from jeugdteam_app.werk.werkplek import Werkplek
from tests.bewijzen.teruggezet import inhoud_van
from tests.bewijzen.werklasten import COLLEGA, KLUIS, SAMENVOEGEN, open_kluis
from tests.uitwisseling import berichten
from tests.uitwisseling.test_wachttijden import GOED

GRENS = 2.0
_GIF = (
    b"9" * 400, b"-1", b"1e999", b"\x00", b"\xff\xfe", b"../../../etc/passwd", b"=cmd|' /C calc'!A0", b"[" * 5000,
    b'{"a":' * 2000, b"<a>" * 3000, b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", b"A" * 200_000,
    "\u202e\u0000\ud7ff\ufeff".encode(), b"9999-99-99", b"0000-00-00", b"NaN", b"Infinity", b"\r\n" * 5000, b'"', b";" * 3000,
)  # fmt: skip

Soort = tuple[bytes, str, Callable[[Path], object]]


class _TeLangError(Exception):
    """Het lezen van één bestand kostte meer rekentijd dan mag."""


@contextmanager
def _hoogstens(seconden: float) -> Iterator[None]:
    """Breekt af na zo veel rekentijd van dit proces; een drukke machine telt zo niet mee."""

    def stop(_nummer: int, _waar: Any) -> None:
        raise _TeLangError

    vorige = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconden)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, vorige)


def bewijs(aantal: int) -> tuple[int, int]:
    """Leest per soort zo veel verminkte bestanden; geeft hoe vaak dat een net antwoord gaf, en hoe vaak niet."""
    goed, mis = 0, 0
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        SAMENVOEGEN.bereid(map_)
        plek = open_kluis(map_ / KLUIS)
        for naam, soort in _soorten(plek, map_).items():
            begin = time.process_time()
            uitslag = _van_soort(plek, soort, map_, aantal, random.Random(f"vijandig {naam}"))
            minuten = (time.process_time() - begin) / 60
            fouten = sum(n for wat, n in uitslag.items() if wat not in ("gelezen", "geweigerd"))
            gezegd = ", ".join(f"{n} {wat}" for wat, n in uitslag.most_common())
            print(f"  {naam}: {gezegd} ({minuten:.1f} minuut rekentijd)", flush=True)
            goed, mis = goed + aantal - fouten, mis + fouten
        plek.sluit()
    return goed, mis


def _van_soort(plek: Werkplek, soort: Soort, map_: Path, aantal: int, toeval: random.Random) -> Counter[str]:
    heel, einde, lees = soort
    pad, uitslag = map_ / f"van-buiten{einde}", Counter[str]()
    pad.write_bytes(heel)
    # Eerst heel: een lezer die alles weigert, meet niets.
    lees(pad)
    voor = inhoud_van(plek)
    for _keer in range(aantal):
        pad.write_bytes(_vermink(heel, toeval))
        uitslag[_lees(lees, pad)] += 1
    if inhoud_van(plek) != voor:
        uitslag["veranderde de werkplek"] += 1
    return uitslag


def _lees(lees: Callable[[Path], object], pad: Path) -> str:
    try:
        with _hoogstens(GRENS):
            lees(pad)
    except Fout:
        return "geweigerd"
    except _TeLangError:
        return "te lang"
    except Exception as fout:  # noqa: BLE001 - precies wat hier niet mag voorkomen
        return f"omgevallen: {type(fout).__name__}"
    return "gelezen"


def _vermink(heel: bytes, toeval: random.Random) -> bytes:
    if heel.startswith(b"PK") and toeval.random() < 0.7:
        return _vermink_binnenin(heel, toeval)
    uit = heel
    while uit == heel:
        # Een stuk van nul bytes weghalen laat alles heel: dan nog eens.
        for _keer in range(toeval.choice((1, 1, 2, 5))):
            uit = _een_verminking(uit or b"x", toeval)
    return uit


def _een_verminking(heel: bytes, toeval: random.Random) -> bytes:
    a, b = sorted(toeval.randrange(len(heel) + 1) for _ in range(2))
    b = min(b, a + toeval.choice((1, 4, 40, 400)))
    match toeval.randrange(6):
        case 0:
            uit = bytearray(heel)
            for plek in (toeval.randrange(len(uit)) for _ in range(toeval.choice((1, 8)))):
                uit[plek] ^= 1 << toeval.randrange(8)
            return bytes(uit)
        case 1:
            return heel[:a]
        case 2:
            return heel[:a] + heel[a:b] * toeval.choice((2, 50)) + heel[b:]
        case 3:
            return heel[:a] + heel[b:]
        case 4:
            return heel[:a] + toeval.randbytes(b - a) + heel[b:]
        case _:
            return heel[:a] + toeval.choice(_GIF) + heel[b:]


def _vermink_binnenin(heel: bytes, toeval: random.Random) -> bytes:
    """Eén bestand in de werkmap verminkt, en de werkmap weer netjes ingepakt."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(heel)) as van, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as naar:
        namen = van.namelist()
        welke = toeval.choice(namen)
        for naam in namen:
            inhoud = van.read(naam)
            naar.writestr(naam, _een_verminking(inhoud or b"x", toeval) if naam == welke else inhoud)
    return uit.getvalue()


def _soorten(plek: Werkplek, map_: Path) -> dict[str, Soort]:
    """Per soort een goed bestand, hoe het eindigt, en wie het leest."""
    haar = open_kluis(map_ / COLLEGA)
    collegas.bewaar_kaartje(haar, kaart := map_ / "haar.kaartje")
    bewijsstuk = _bewijsstuk(plek, haar, map_)
    boek = meegeleverd(meegeleverde()[0])
    haar.sluit()
    gemeente_en_team.bewaar(plek, voorbeeldprofiel())
    mijn = dossiers.begin_gezin(plek, "Proef")
    schrijven.leg_vast(plek, mijn, {(Familiegroepsplan.soort, EIGEN_TEKST["onze-vraag"]): Bekend("Hoe komt er rust?")})
    wachttijden = [GOED, GOED | {"product": "54002", "opmerking": "eerst bellen"}]
    csv = "\n".join([";".join(GOED), *(";".join(map(str, rij.values())) for rij in wachttijden)]).encode()

    def kijk_na(pad: Path) -> object:
        return boeken.kijk_wachttijden_na(pad, plek.vandaag)

    return {
        "bundel": ((map_ / "1.bundel").read_bytes(), samen.BUNDEL, lambda pad: samen.bekijk(plek, pad)),
        "kaartje": (kaart.read_bytes(), collegas.KAARTJE, lambda pad: collegas.laad_kaartje(plek, pad)),
        "bewijs": (bewijsstuk, ontvangstbewijs.ACHTERVOEGSEL, lambda pad: ontvangstbewijs.lees_in(plek, pad)),
        "boek": (sjabloon.als_bytes(boek), ".xlsx", lambda pad: boeken.kijk_na(pad, boek)),
        "wachttijden csv": (csv, ".csv", kijk_na),
        "wachttijden json": (json.dumps(wachttijden).encode(), ".json", kijk_na),
        "bericht": (berichten.verzoek_nieuw(), ".xml", lambda pad: postvak.bekijk(plek, pad)),
        "plan": (planformulier.maak(plek, mijn), ".pdf", lambda pad: planformulier.bekijk(plek, mijn, pad)),
    }


def _bewijsstuk(plek: Werkplek, haar: Werkplek, map_: Path) -> bytes:
    """Een bewijs van ontvangst van de collega, voor een bundel van hier."""
    dossier = dossiers.begin_gezin(plek, "Proef")
    samen.verstuur(plek, [dossier], [opslag.mijn_id(haar.kluis)], pad := map_ / "heen.bundel")
    samen.neem_over(haar, samen.bekijk(haar, pad))
    ontvangstbewijs.bewaar(haar, bewijs_ := map_ / "b.ontvangen", opslag.mijn_id(plek.kluis))
    return bewijs_.read_bytes()
