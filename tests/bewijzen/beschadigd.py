"""Eén omgevallen bit of een afgekapt bestand: het programma merkt het, zegt het, en verandert niets.

Elk bestand waar een dossier van afhangt krijgt zo veel beschadigingen als gevraagd: database, sloten, dossiersleutels,
reservekopie en bundel. Ongemerkt is mis, en een fout zonder eigen melding ook.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import kluis, reservekopie
from jeugdteam_app.sleutels.sloten import VLOER, Slotenbestand
from jeugdteam_app.werk import dossiers, samen, werkplek
from jeugdteam_app.werk.werkplek import Werkplek
from tests.bewijzen.werklasten import KLUIS, KOPIE, KOPIEEN, MOMENT, SAMENVOEGEN, open_kluis, sleutel

_WACHTZIN = "alleen voor deze proef bedoeld"


def bewijs(aantal: int) -> tuple[int, int]:
    """Beschadigt elk soort bestand zo vaak; geeft hoe vaak het gemerkt werd, en hoe vaak niet."""
    goed, mis = 0, 0
    with tempfile.TemporaryDirectory() as tijdelijk:
        for naam, maak in _SOORTEN.items():
            (map_ := Path(tijdelijk) / naam).mkdir()
            pad, probeer = maak(map_)
            gemerkt = _beschadig(pad, probeer, aantal, random.Random(naam))
            print(f"  {naam}: {aantal} keer beschadigd, {gemerkt} keer gemerkt")
            goed, mis = goed + gemerkt, mis + aantal - gemerkt
    return goed, mis


def _beschadig(pad: Path, probeer: Callable[[], None], aantal: int, toeval: random.Random) -> int:
    # Eerst heel: een proef die altijd een melding geeft, meet niets.
    probeer()
    heel = pad.read_bytes()
    gemerkt = 0
    for _keer in range(aantal):
        pad.write_bytes(_stuk(heel, toeval))
        try:
            probeer()
        except Fout:
            gemerkt += 1
    pad.write_bytes(heel)
    probeer()
    return gemerkt


def _stuk(heel: bytes, toeval: random.Random) -> bytes:
    """Meestal één bit om; soms is het eind eraf."""
    plek = toeval.randrange(len(heel))
    if toeval.random() < 0.2:
        return heel[:plek]
    uit = bytearray(heel)
    uit[plek] ^= 1 << toeval.randrange(8)
    return bytes(uit)


def _openen(map_: Path) -> Callable[[], None]:
    def probeer() -> None:
        plek = open_kluis(map_ / KLUIS)
        try:
            werkplek.controleer(plek)
        finally:
            plek.sluit()

    return probeer


def _database(map_: Path) -> tuple[Path, Callable[[], None]]:
    KOPIE.bereid(map_)
    return map_ / KLUIS / "kluis.db", _openen(map_)


def _dossiersleutels(map_: Path) -> tuple[Path, Callable[[], None]]:
    KOPIE.bereid(map_)
    return map_ / KLUIS / "dossiersleutels.bin", _openen(map_)


def _sloten(map_: Path) -> tuple[Path, Callable[[], None]]:
    KOPIE.bereid(map_)
    kluis.schrijf_sloten(map_ / KLUIS, Slotenbestand("k", "Proef").met_wachtzin(sleutel(), _WACHTZIN, VLOER))
    return map_ / KLUIS / "sleutels.json", lambda: werkplek.open_met_wachtzin(map_ / KLUIS, _WACHTZIN).sluit()


def _kopie(map_: Path) -> tuple[Path, Callable[[], None]]:
    KOPIE.bereid(map_)
    plek = open_kluis(map_ / KLUIS)
    kopie = reservekopie.maak(plek.kluis, map_ / KOPIEEN, MOMENT + timedelta(hours=1))
    plek.sluit()

    def probeer() -> None:
        naar = map_ / "terug"
        try:
            terug = Werkplek(reservekopie.zet_terug(kopie, sleutel(), naar), VasteKlok(MOMENT), "Proef")
            try:
                werkplek.controleer(terug)
            finally:
                terug.sluit()
        finally:
            shutil.rmtree(naar, ignore_errors=True)

    return kopie.pad, probeer


def _bundel(map_: Path) -> tuple[Path, Callable[[], None]]:
    SAMENVOEGEN.bereid(map_)
    plek = open_kluis(map_ / KLUIS)

    def probeer() -> None:
        proef = samen.bekijk(plek, map_ / "1.bundel")
        if dossiers.overzicht(plek):
            raise AssertionError("bekijken hoort niets te veranderen")
        if len(proef.kinderen) != 1:
            raise AssertionError("de bundel hoort één kind te brengen")

    return map_ / "1.bundel", probeer


_SOORTEN: dict[str, Callable[[Path], tuple[Path, Callable[[], None]]]] = {
    "database": _database,
    "dossiersleutels": _dossiersleutels,
    "sloten": _sloten,
    "reservekopie": _kopie,
    "bundel": _bundel,
}
