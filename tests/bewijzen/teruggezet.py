"""Iets ouds teruggezet: een bladzijde, een greep bladzijden, het hele bestand, of een bundel.

De versleuteling kent alleen de plek van een bladzijde en niet haar leeftijd. Hier moeten de ketens, het zegel en het
hoofd buiten de kluis het zien. Ongemerkt is mis, tenzij er niets door veranderde.
"""

from __future__ import annotations

import random
import tempfile
from itertools import pairwise
from pathlib import Path

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.werk import samen, waken
from jeugdteam_app.werk.werkplek import Werkplek
from tests.bewijzen.werklasten import KLUIS, OPSLAAN, SAMENVOEGEN, Werklast, open_kluis

_PAGINA = 4096
_HOOFD = "hoofd"


def bewijs(aantal: int) -> tuple[int, int]:
    """Zet uit ``aantal`` eerdere standen van elke werklast alles terug wat terug kan; geeft gemerkt en ongemerkt."""
    goed, mis = 0, 0
    for werklast in (OPSLAAN, SAMENVOEGEN):
        with tempfile.TemporaryDirectory() as tijdelijk:
            for naam, tel in _Proef(werklast, Path(tijdelijk), aantal).alles().items():
                print(f"  {werklast.naam}: {naam}: {tel[0]} keer, {tel[1]} keer ongemerkt")
                goed, mis = goed + tel[0] - tel[1], mis + tel[1]
    with tempfile.TemporaryDirectory() as tijdelijk:
        keren, ongemerkt = _oude_bundels(Path(tijdelijk))
        print(f"  oude of dubbele bundel: {keren} keer, {ongemerkt} keer ongemerkt")
    return goed + keren - ongemerkt, mis + ongemerkt


class _Proef:
    """Een werkplek aan het eind van haar werk, en het bestand zoals het onderweg was."""

    def __init__(self, werklast: Werklast, map_: Path, aantal: int) -> None:
        self._map, self._bestand = map_, map_ / KLUIS / "kluis.db"
        self._toeval = random.Random(werklast.naam)
        standen: list[bytes] = []
        werklast.bereid(map_)
        werklast.doe(map_, lambda _nummer: standen.append(self._bestand.read_bytes()))
        plek = open_kluis(map_ / KLUIS)
        waken.onthoud(plek, map_ / _HOOFD)
        self._goed = inhoud_van(plek)
        plek.sluit()
        self._nu = self._bestand.read_bytes()
        eerder = [stand for stand in dict.fromkeys(standen) if stand != self._nu]
        self._eerder = self._toeval.sample(eerder, min(aantal, len(eerder)))

    def alles(self) -> dict[str, tuple[int, int]]:
        """Per soort terugzetten hoe vaak, en hoe vaak ongemerkt."""
        soorten: dict[str, list[bytes]] = {"één bladzijde": [], "een greep bladzijden": [], "het hele bestand": []}
        for oud in self._eerder:
            nummers = [
                n for n in range(0, len(self._nu), _PAGINA) if self._bladzijde(oud, n) != self._bladzijde(self._nu, n)
            ]
            soorten["één bladzijde"] += [self._met(oud, [n]) for n in nummers if n < len(oud)]
            for _keer in range(20):
                gekozen = [n for n in nummers if n < len(oud) and self._toeval.random() < 0.7]
                soorten["een greep bladzijden"].append(self._met(oud, gekozen))
            soorten["het hele bestand"].append(oud)
        return {naam: (len(beelden), sum(not self._gemerkt(b) for b in beelden)) for naam, beelden in soorten.items()}

    @staticmethod
    def _bladzijde(beeld: bytes, n: int) -> bytes:
        return beeld[n : n + _PAGINA]

    def _met(self, oud: bytes, nummers: list[int]) -> bytes:
        uit = bytearray(self._nu)
        for n in nummers:
            uit[n : n + _PAGINA] = self._bladzijde(oud, n)
        return bytes(uit)

    def _gemerkt(self, beeld: bytes) -> bool:
        """Of er een melding kwam, of anders alles er nog precies zo staat en zo te lezen is."""
        self._bestand.write_bytes(beeld)
        try:
            plek = open_kluis(self._map / KLUIS)
        except Fout:
            return True
        try:
            return waken.bekijk(plek, self._map / _HOOFD) is not None or inhoud_van(plek) == self._goed
        except Fout:
            return True
        finally:
            plek.sluit()


def inhoud_van(plek: Werkplek) -> dict[str, list[object]]:
    """Elke rij van elke tabel, en wat het programma daar per dossier uit leest: dat gaat langs de indexen."""
    tabellen = [t for (t,) in plek.kluis.vraag("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rijen: dict[str, list[object]] = {t: plek.kluis.vraag(f'SELECT * FROM "{t}"') for t in tabellen}  # noqa: S608
    for stroom in journaal.stromen(plek.kluis):
        rijen[f"stroom {stroom.id}"] = [*journaal.lees_wijzigingen(plek.kluis, stroom.id)]
    return rijen


def _oude_bundels(map_: Path) -> tuple[int, int]:
    """Elke bundel die al overtroffen is, en elke die er al was: dat staat erbij, en er komt niets bij."""
    SAMENVOEGEN.bereid(map_)
    nummers = range(1, SAMENVOEGEN.stappen + 1)
    plek = open_kluis(map_ / KLUIS)
    keren = ongemerkt = 0
    for vorige, nummer in pairwise(reversed(nummers)):
        samen.neem_over(plek, samen.bekijk(plek, map_ / f"{vorige}.bundel"))
        for oud in {nummer, vorige}:
            proef = samen.bekijk(plek, map_ / f"{oud}.bundel")
            keren += 1
            ongemerkt += not proef.ouder or bool(proef.nieuw)
    plek.sluit()
    return keren, ongemerkt
