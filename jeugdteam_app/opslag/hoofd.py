"""Merken dat een werkplek niet meer is zoals zij was: een ouder bestand, een oude bladzijde, of geknoei.

Zet iemand een ouder bestand van de kluis terug, dan klopt dat bestand op zichzelf. Alleen wat ernaast is onthouden,
laat zien dat er iets ontbreekt. Het onthouden hoofd zegt niets over wat erin staat en is getekend met de sleutel.
"""

from __future__ import annotations

import contextlib
import glob
import json
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.opslag import getekend, journaal, toegangslog
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag.indeling import HOOFD, WEG
from jeugdteam_app.opslag.kluis import Kluis
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import Slotenbestand

_SLOTEN = "sloten"
_MEESTE_SLOTEN = 20
# Waarmee een kluis ook na een nieuwe hoofdsleutel de lijst tekent die bij een kopie van de oude hoort.
_EERDER, _LIJST = "eerdere_sleutels", "vernietigd-na-vernieuwen"
Breuken = dict[str, list[int]]
GEEN_BREUKEN: Breuken = {"wijziging": [], "toegangslog": []}
_TABELLEN = ("toegangslog", "wijziging")


class Zorg(StrEnum):
    """Waarom een mens eerst moet kijken."""

    OUDER = "ouder"
    NIET_HEEL = "niet_heel"
    # Of er iets ontbreekt, is hier niet te zeggen: wie een ouder bestand terugzet, kan ook het hoofd weghalen.
    ZONDER_SPOOR = "zonder_spoor"


def onthoud(kluis: Kluis, map_: Path, gezien: Breuken | None = None) -> bool:
    """Schrijft het hoofd van nu op, buiten de kluis. Lukt dat niet, dan blijft het vorige staan; geeft of het lukte.

    Wat er al niet klopte en een mens gezien heeft, blijft erbij staan; na een nieuwe hoofdsleutel geeft de aanroeper
    dat mee, want het vorige hoofd is dan niet meer te lezen.
    """
    _houd_sloten_bij(kluis)
    hoofd = _lees(kluis, map_)
    zonder, sloten = sorted(_ids(hoofd.get("zonder_sleutel"))), _sloten_na(kluis, hoofd.get("sloten"))
    gezien = al_gezien(kluis, map_) if gezien is None else gezien
    return _schrijf(kluis, map_, {**_nu(kluis), "gezien": gezien, "zonder_sleutel": zonder, "sloten": sloten})


def stand(kluis: Kluis) -> tuple[object, ...]:
    """Wat verandert als er iets is geschreven of als er een ander slotenbestand is. Fouten: die van ``lees_sloten``."""
    ketens = (_hoofd(kluis, tabel) for tabel in _TABELLEN)
    return (*ketens, kluis.zegel.stand, kluizen.lees_sloten(kluis.map).mac)


def al_gezien(kluis: Kluis, map_: Path) -> Breuken:
    """De breuken waarvan een mens weet."""
    gezien = _lees(kluis, map_).get("gezien", {})
    return gezien if isinstance(gezien, dict) else {}


def ga_verder(kluis: Kluis, map_: Path, tijd: str, ook_weg: Collection[str] = ()) -> None:
    """Een mens weet wat er ontbreekt en gaat verder: wat nu niet klopt, melden we niet nog eens.

    Wat er al vernietigd was (ook volgens de lijsten bij de kopieën, ``ook_weg``), blijft dat, ook als een ouder bestand
    het weer had. En zij gaat verder als een nieuw
    apparaat: wat er na het oude bestand al onder de oude naam is verstuurd, botst anders met wat hier komt.
    """
    weg = vernietigd_volgens(map_, kluizen.lees_sloten(kluis.map), kluis.sleutel) | set(ook_weg)
    sloten = _sloten_na(kluis, _lees(kluis, map_).get("sloten"))
    _houd_sloten_bij(kluis)
    with kluis.transactie():
        hier = {s.id for s in journaal.stromen(kluis)}
        for id in sorted(id for id in weg if id in hier or ":" in id):
            journaal.vernietig(kluis, id, tijd, "")
        journaal.word_nieuw_apparaat(kluis)
        kluis.zegel.opnieuw()
    journaal.ruim_sleutels_op(kluis)
    zonder = sorted(zonder_sleutel(kluis))
    _schrijf(kluis, map_, {**_nu(kluis), "gezien": breuken(kluis), "zonder_sleutel": zonder, "sloten": sloten})


def bewaar_voor_oude_kopieen(kluis: Kluis) -> None:
    """Vóór een nieuwe hoofdsleutel: wat nodig is om een kopie van nu later te laten weten wat er is vernietigd.

    Met wat de kluis hiervan bewaart, gaat niets open.
    """
    eerder = {**_eerdere_sleutels(kluis), str(kluis.generatie): kluis.sleutel.afgeleid(_LIJST).hex()}
    kluis.onthoud(_EERDER, json.dumps(eerder))


def _eerdere_sleutels(kluis: Kluis) -> dict[str, str]:
    gelezen: dict[str, str] = json.loads(kluis.onthouden(_EERDER) or "{}")
    return gelezen


def is_onthouden(kluis: Kluis, map_: Path) -> bool:
    """Of deze computer iets van deze kluis onthield."""
    return _pad(kluis, map_).exists()


def is_van_hier(kluis: Kluis, map_: Path) -> bool:
    """Of deze computer deze kluis het laatst onder deze naam open had; een hoofd van eerder noemt geen naam."""
    hoofd = _lees(kluis, map_)
    return bool(hoofd.get("apparaat", journaal.apparaat(kluis)) == journaal.apparaat(kluis))


def zonder_sleutel(kluis: Kluis) -> set[str]:
    """De dossiers die er horen te zijn en waarvan de sleutel weg is: dan is er een oud sleutelbestand teruggezet."""
    return {s.id for s in journaal.stromen(kluis) if not kluis.bos.kent(s.id)}


def vernietigd_volgens(map_: Path, sloten: Slotenbestand, sleutel: Hoofdsleutel) -> frozenset[str]:
    """Wat er volgens deze computer is vernietigd in een werkplek met deze sleutel, ook na een nieuwere sleutel."""
    gevonden: set[str] = set()
    for pad in map_.glob(f"*-{sloten.kluis[:8]}{HOOFD}"):
        gevonden |= _ids(_lees_bestand(pad, sleutel).get("vernietigd"))
    for lijst in _lijsten_van_later(map_, sloten, sleutel):
        gevonden |= lijst
    return frozenset(gevonden)


def mist_wat_later_is_vernietigd(map_: Path, sloten: Slotenbestand, sleutel: Hoofdsleutel) -> bool:
    """Of deze werkplek hier een andere sleutel kreeg, en niet te lezen is wat er daarna is vernietigd."""
    vreemd = (pad for pad in map_.glob(f"*-{sloten.kluis[:8]}{HOOFD}") if not _lees_bestand(pad, sleutel))
    is_vernieuwd = any(sloten.generatie <= _vernieuwd_tot(pad) or sloten.generatie == 1 for pad in vreemd)
    return is_vernieuwd and not _lijsten_van_later(map_, sloten, sleutel)


def _vernieuwd_tot(pad: Path) -> int:
    """De laatste eerdere sleutel waarvoor een kluis een lijst bijhoudt; 0 als zij nooit een nieuwe kreeg."""
    nummers = (lijst.stem.rpartition("-")[2] for lijst in pad.parent.glob(f"{glob.escape(pad.stem)}-*{WEG}"))
    return max((int(nummer) for nummer in nummers if nummer.isdigit()), default=0)


def _lijsten_van_later(map_: Path, sloten: Slotenbestand, sleutel: Hoofdsleutel) -> list[set[str]]:
    """De lijsten die een kluis na een nieuwe hoofdsleutel voor deze sleutel bijhield."""
    tekenaar = Hoofdsleutel(sleutel.afgeleid(_LIJST))
    gelezen = (getekend.lees(pad, tekenaar, _LIJST) for pad in map_.glob(f"*-{sloten.kluis[:8]}-*{WEG}"))
    return [_ids(lijst) for lijst in gelezen if lijst is not None]


def _ids(gelezen: Any) -> set[str]:
    return {str(id) for id in gelezen} if isinstance(gelezen, list) else set()


def bekijk(kluis: Kluis, map_: Path) -> Zorg | None:
    """Rekent zegel en ketens na en vergelijkt met wat buiten de kluis is onthouden."""
    if is_ouder(kluis, map_):
        return Zorg.OUDER
    gezien = al_gezien(kluis, map_)
    if zonder_sleutel(kluis) - _ids(_lees(kluis, map_).get("zonder_sleutel")):
        return Zorg.NIET_HEEL
    nieuw = any(set(nrs) - set(gezien.get(tabel, ())) for tabel, nrs in breuken(kluis).items())
    return None if kluis.zegel.is_heel and not nieuw else Zorg.NIET_HEEL


def is_ouder(kluis: Kluis, map_: Path) -> bool:
    """Of er in deze kluis iets ontbreekt dat er eerder wel was. Zonder onthouden hoofd is dat niet te zeggen.

    Behalve van het slotenbestand: de kluis weet zelf welke er waren.
    """
    if _is_eerder_slot(kluis, _sloten_in(kluis)):
        return True
    return is_onthouden(kluis, map_) and _loopt_achter(kluis, _lees(kluis, map_))


def _loopt_achter(kluis: Kluis, hoofd: dict[str, Any]) -> bool:
    """Of de kluis minder heeft dan dit onthouden hoofd zegt."""
    if not set(hoofd) >= set(_TABELLEN):
        # Er is aan geknoeid, of het is van een andere sleutel: dan kijkt een mens.
        return True
    if not _staat_er(kluis, "toegangslog", hoofd["toegangslog"]):
        return True
    # Een hoofd van een eerdere versie kent nog geen zegel.
    if "zegel" in hoofd:
        (nummer, som), nu = hoofd["zegel"], kluis.zegel.stand
        if nu[0] < nummer or (nu[0] == nummer and kluis.zegel.is_heel and nu[1] != som):
            return True
    if _is_eerder_slot(kluis, hoofd.get("sloten")):
        return True
    # Een teruggedraaide samenvoeging haalt wijzigingen weg; dan staat er daarna een regel in het log.
    verder = _hoofd(kluis, "toegangslog")[0] > hoofd["toegangslog"][0]
    return not verder and not _staat_er(kluis, "wijziging", hoofd["wijziging"])


def _is_eerder_slot(kluis: Kluis, gezien: Any) -> bool:
    """Of er een slotenbestand van voor een andere wachtzin is teruggezet: dat gaat met de oude wachtzin open."""
    nu = kluizen.lees_sloten(kluis.map).mac.hex()
    return isinstance(gezien, list) and nu in gezien and nu != gezien[-1]


def _sloten_in(kluis: Kluis) -> list[str]:
    gelezen: list[str] = json.loads(kluis.onthouden(_SLOTEN) or "[]")
    return gelezen


def _houd_sloten_bij(kluis: Kluis) -> None:
    """Ook in de kluis staat welk slotenbestand erbij hoort: daar ligt een zegel op, en dat is niet terug te zetten."""
    al = _sloten_in(kluis)
    if (na := _sloten_na(kluis, al)) != al:
        kluis.onthoud(_SLOTEN, json.dumps(na))


def _sloten_na(kluis: Kluis, gezien: Any) -> list[str]:
    """De slotenbestanden die deze kluis had, het laatste achteraan."""
    nu = kluizen.lees_sloten(kluis.map).mac.hex()
    eerder = [str(mac) for mac in gezien if mac != nu] if isinstance(gezien, list) else []
    return [*eerder, nu][-_MEESTE_SLOTEN:]


def breuken(kluis: Kluis) -> Breuken:
    """De rijen die niet passen op wat eraan voorafging, per keten."""
    return {"wijziging": journaal.loop_keten_na(kluis)[1], "toegangslog": toegangslog.loop_na(kluis)[1]}


def _nu(kluis: Kluis) -> dict[str, Any]:
    weg = sorted(journaal.vernietigd(kluis))
    keten = {tabel: _hoofd(kluis, tabel) for tabel in _TABELLEN}
    return {**keten, "zegel": list(kluis.zegel.stand), "vernietigd": weg, "apparaat": journaal.apparaat(kluis)}


def _schrijf(kluis: Kluis, map_: Path, hoofd: dict[str, Any]) -> bool:
    with contextlib.suppress(OSError, WereldFout):
        map_.mkdir(parents=True, exist_ok=True)
        getekend.schrijf(_pad(kluis, map_), kluis.sleutel, "hoofd", hoofd)
        for generatie, sleutel in _eerdere_sleutels(kluis).items():
            _schrijf_lijst(kluis, map_, generatie, Hoofdsleutel(bytes.fromhex(sleutel)), _ids(hoofd["vernietigd"]))
        return True
    return False


def _schrijf_lijst(kluis: Kluis, map_: Path, generatie: str, tekenaar: Hoofdsleutel, weg: set[str]) -> None:
    """De lijst voor kopieën van een eerdere sleutel; wat er al op stond, blijft staan."""
    pad = map_ / f"{_pad(kluis, map_).stem}-{generatie}{WEG}"
    al = getekend.lees(pad, tekenaar, _LIJST)
    if al is None or not weg <= _ids(al):
        getekend.schrijf(pad, tekenaar, _LIJST, sorted(weg | _ids(al)))


def _lees(kluis: Kluis, map_: Path) -> dict[str, Any]:
    """Het onthouden hoofd; leeg als het er niet is of als er iets niet aan klopt."""
    return _lees_bestand(_pad(kluis, map_), kluis.sleutel)


def _lees_bestand(pad: Path, sleutel: Hoofdsleutel) -> dict[str, Any]:
    hoofd = getekend.lees(pad, sleutel, "hoofd")
    return hoofd if isinstance(hoofd, dict) else {}


def _hoofd(kluis: Kluis, tabel: str) -> tuple[int, str]:
    rijen = kluis.vraag(f"SELECT nr, keten FROM {tabel} ORDER BY nr DESC LIMIT 1")
    return (int(rijen[0][0]), bytes(rijen[0][1]).hex()) if rijen else (0, "")


def _staat_er(kluis: Kluis, tabel: str, hoofd: Any) -> bool:
    nr, keten = hoofd
    if nr == 0:
        return True
    rijen = kluis.vraag(f"SELECT keten FROM {tabel} WHERE nr = ?", nr)
    return bool(rijen) and bytes(rijen[0][0]).hex() == keten


def _pad(kluis: Kluis, map_: Path) -> Path:
    # De map hoort erbij: een kopie die iemand bewust terugzette, is een eigen werkplek.
    return map_ / f"{kluis.map.name}-{kluizen.lees_sloten(kluis.map).kluis[:8]}{HOOFD}"
