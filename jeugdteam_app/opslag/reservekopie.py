"""Reservekopieën: versleuteld zoals de kluis zelf, nagekeken na het schrijven, en uitgedund naarmate ze ouder zijn.

De dossiersleutels liggen er één keer naast: alles wat de kopieën nodig hebben, en nooit wat vernietigd is. Wat
vernietigd is, is daarmee ook in een oude kopie niet meer te lezen. Ernaast ligt ook de lijst van wat vernietigd is: een
sleutel die om een andere reden ontbreekt, is zo geen vernietigd dossier.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import sqlcipher3

from jeugdteam_app.kern.bestanden import maak_map, maak_vast, schrijf_heel
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.opslag import getekend, journaal
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag.bestanden import ruim_tijdelijk_op
from jeugdteam_app.opslag.indeling import BOS, NOG_BEKIJKEN, SLOTEN, bos, database
from jeugdteam_app.opslag.kluis import Kluis
from jeugdteam_app.sleutels.dossiersleutels import Sleutelbos
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel

_NAAM = re.compile(r"kopie-(\d{8}T\d{6})\.db")
_VORM = "%Y%m%dT%H%M%S"
_MAPNAAM = "jeugdteam-kopie-"
_VERNIETIGD = "vernietigd.json"
# Mappen die alleen bestaan zolang er iets wordt teruggezet of geoefend.
_WERKMAP, OEFENMAP = ".terugzetten-", ".oefenen-"
_LANG_GENOEG = 3600
# De laatste tien altijd; daarna van zo veel dagen, weken en maanden met een kopie de nieuwste. Niet van zo lang terug:
# een klok die een keer verkeerd staat, maakt anders alles ineens oud.
NIEUWSTE = 10
_BEWAREN = ((14, "%Y%j"), (9, "%G%V"), (13, "%Y%m"))
# Zoveel bladzijden per keer; daartussen kan een ander schrijven, en gaat op slot gewoon door.
_BLADZIJDEN_PER_KEER, _PLAATS_MAKEN = 500, 0.001
_STUK = 256 * 1024
_TELLING = "SELECT count(*), coalesce(max(nr), 0), (SELECT count(*) FROM bijlage) FROM wijziging"


Telling: TypeAlias = "tuple[int, int, int]"


@dataclass(frozen=True)
class Kopie:
    """Eén kopie: waar zij ligt en van wanneer zij is."""

    pad: Path
    moment: datetime


def map_voor(kluis: Kluis, plek: Path) -> Path:
    """De map van deze kluis op de plek voor kopieën; de naam zegt niets over wie er werkt.

    Een vernieuwde hoofdsleutel krijgt een eigen map: de oude kopieën gaan alleen met de oude sleutel open.
    """
    return plek / _mapnaam(kluis, kluis.generatie)


def _mapnaam(kluis: Kluis, generatie: int) -> str:
    naam = f"{_MAPNAAM}{kluizen.lees_sloten(kluis.map).kluis[:8]}"
    # Een teruggezette werkplek is een eigen werkplek, met eigen kopieën.
    eigen = kluis.onthouden("kopiemap")
    naam += f"-{eigen}" if eigen else ""
    return naam if generatie == 1 else f"{naam}-{generatie}"


def kenmerk(kluis: Kluis, plek: Path) -> str:
    """Waaraan deze werkplek op een plek te herkennen is, ook na een nieuwe sleutel; teruggezet is zij een andere."""
    return str(plek / _mapnaam(kluis, 1))


def haal_oude_weg(kluis: Kluis, plek: Path) -> bool:
    """Haalt op een plek de kopieën weg die nog met een eerdere hoofdsleutel opengaan; geeft of die er lagen."""
    oud = van_een_eerdere_sleutel(kluis, plek)
    for map_ in oud:
        with contextlib.suppress(OSError):
            shutil.rmtree(map_)
    return bool(oud)


def van_een_eerdere_sleutel(kluis: Kluis, plek: Path) -> list[Path]:
    """De mappen op een plek met kopieën van deze kluis die nog met een eerdere hoofdsleutel opengaan."""
    return [map_ for g in range(1, kluis.generatie) if (map_ := plek / _mapnaam(kluis, g)).is_dir()]


def heeft_kopieen(kluis: Kluis, plek: Path) -> bool:
    """Of er op een plek een map van deze kluis ligt; zonder is het niet de schijf waar de kopieën kwamen."""
    return map_voor(kluis, plek).is_dir() or bool(van_een_eerdere_sleutel(kluis, plek))


def kopieen(map_: Path) -> tuple[Kopie, ...]:
    """De kopieën in een map, de nieuwste eerst."""
    gevonden = []
    with contextlib.suppress(OSError):
        for pad in map_.iterdir():
            if klopt := _NAAM.fullmatch(pad.name):
                gevonden.append(Kopie(pad, datetime.strptime(klopt[1], _VORM).replace(tzinfo=UTC)))
    return tuple(sorted(gevonden, key=lambda k: k.moment, reverse=True))


def maak(kluis: Kluis, plek: Path, moment: datetime, eerdere: Iterable[Path] = ()) -> Kopie:
    """Schrijft een kopie, kijkt haar na en dunt oudere uit. Lukt iets niet, dan blijft er niets halfs staan.

    ``eerdere``: de plekken waar ooit kopieën kwamen; wat vernietigd is, is ook daar niet meer te lezen. Fouten:
    ``kopie-plek-weg`` en ``kopie-mislukt``.
    """
    if not plek.is_dir():
        # Zelf maken zou de kopie op deze laptop zetten, onder de naam van een schijf die er niet is.
        raise WereldFout("kopie-plek-weg")
    map_ = map_voor(kluis, plek)
    doel = map_ / f"kopie-{moment.astimezone(UTC).strftime(_VORM)}.db"
    tijdelijk, hier = (waar / f".{doel.name}.{secrets.token_hex(4)}" for waar in (map_, kluis.map))
    try:
        maak_map(map_)
        ruim_tijdelijk_op(map_)
        # Eerst hier: een stick die traag is of zwijgt, houdt zo niemand op die verder schrijft.
        telling = _schrijf(kluis, hier)
        with hier.open("rb") as van, tijdelijk.open("wb") as naar:
            shutil.copyfileobj(van, naar, _STUK)
        maak_vast(tijdelijk)
        _kijk_na(kluis.sleutel, tijdelijk, telling)
        # De kopie als laatste: zonder haar sleutels ernaast leek een nieuw dossier vernietigd.
        _bewaar_sleutels(kluis, map_)
        schrijf_heel(map_ / SLOTEN, (kluis.map / SLOTEN).read_bytes())
        tijdelijk.replace(doel)
        maak_vast(map_)
    except (OSError, WereldFout, sqlcipher3.Error):
        raise WereldFout("kopie-mislukt") from None
    finally:
        for half in (tijdelijk, hier):
            with contextlib.suppress(OSError):
                half.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            # Alleen als er niets in kwam: een lege map lijkt op een plek met kopieën.
            map_.rmdir()
    _werk_bij(kluis, (plek, *eerdere), map_)
    for oud in _te_veel(kopieen(map_)):
        # Staat de klok nu vroeger dan bij de andere, dan lijkt deze de oudste.
        if oud.pad != doel:
            with contextlib.suppress(OSError):
                oud.pad.unlink(missing_ok=True)
    return Kopie(doel, moment)


def _werk_bij(kluis: Kluis, plekken: Iterable[Path], behalve: Path) -> None:
    """Haalt weg wat vernietigd is naast andere kopieën met dezelfde sleutel, ook op een eerdere plek.

    Is daar niet te schrijven, dan gaat de kopie van nu gewoon door; ``kent_nog`` zegt dat het nog moet.
    """
    weg = journaal.vernietigd(kluis)
    for ander in _mappen(plekken):
        with contextlib.suppress(OSError, WereldFout):
            hun = _sleutels_in(ander, kluis.sleutel) if ander != behalve else None
            if hun is None:
                continue
            # Zonder lijst geldt daar de regel van eerder: geen sleutel is vernietigd. Een lijst van hier was niet heel.
            if vernietigd_volgens_kopie(ander, kluis.sleutel) is not None:
                _bewaar_lijst(ander, kluis.sleutel, weg)
            if hun.vergeet(weg):
                schrijf_heel(ander / BOS, hun.schrijf(kluis.sleutel))


def kent_nog(kluis: Kluis, plek: Path) -> bool:
    """Of er op een plek nog kopieën zijn waarin iets te lezen is dat hier is vernietigd, of dat niet te zien is.

    Ligt er niets met deze sleutel, dan is de schijf er niet, ook al is er wel een lege map met haar naam. In kopieën
    van een eerdere hoofdsleutel is niet te kijken.
    """
    weg = journaal.vernietigd(kluis)
    if not weg:
        return False
    bossen = [hun for map_ in _mappen([plek]) if (hun := _sleutels_in(map_, kluis.sleutel)) is not None]
    if not bossen or van_een_eerdere_sleutel(kluis, plek):
        return True
    return any(hun.kent(id) for hun in bossen for id in weg)


def _mappen(plekken: Iterable[Path]) -> list[Path]:
    """De mappen met kopieën op deze plekken; een plek die niet te lezen is, heeft er voor ons geen."""
    gevonden: list[Path] = []
    for plek in dict.fromkeys(plekken):
        with contextlib.suppress(OSError):
            gevonden += sorted(plek.glob(f"{_MAPNAAM}*"))
    return gevonden


def _bewaar_sleutels(kluis: Kluis, map_: Path) -> None:
    """Zet de dossiersleutels bij de kopieën, en haalt weg wat vernietigd is.

    Wat oudere kopieën nodig hebben, blijft: weet deze werkplek minder dan zij (er is een oud bestand teruggezet), dan
    waren die anders niet meer te lezen.
    """
    # Wat er volgens de lijst daar al weg was, komt niet terug omdat deze werkplek het niet weet.
    weg = _bewaar_lijst(map_, kluis.sleutel, journaal.vernietigd(kluis))
    samen = _sleutels_in(map_, kluis.sleutel) or Sleutelbos()
    samen.vul_aan(kluis.bos)
    samen.vergeet(weg)
    schrijf_heel(map_ / BOS, samen.schrijf(kluis.sleutel))


def _bewaar_lijst(map_: Path, sleutel: Hoofdsleutel, weg: Iterable[str]) -> list[str]:
    """Zet erbij wat vernietigd is; wat er al stond, blijft staan. Geeft de hele lijst."""
    al = vernietigd_volgens_kopie(map_, sleutel)
    nu = sorted({*(al or ()), *weg})
    if al is None or nu != sorted(al):
        getekend.schrijf(map_ / _VERNIETIGD, sleutel, "vernietigd", nu)
    return nu


def vernietigd_op(plekken: Iterable[Path], sleutel: Hoofdsleutel) -> frozenset[str]:
    """Wat er volgens de lijsten op deze plekken is vernietigd, voor zover die er nu zijn."""
    return frozenset(id for map_ in _mappen(plekken) for id in vernietigd_volgens_kopie(map_, sleutel) or ())


def vernietigd_volgens_kopie(map_: Path, sleutel: Hoofdsleutel) -> frozenset[str] | None:
    """Wat er volgens de lijst naast de kopieën is vernietigd; ``None`` bij kopieën van voor er een lijst was."""
    lijst = getekend.lees(map_ / _VERNIETIGD, sleutel, "vernietigd")
    return frozenset(map(str, lijst)) if isinstance(lijst, list) else None


def _sleutels_in(map_: Path, sleutel: Hoofdsleutel) -> Sleutelbos | None:
    """De dossiersleutels naast de kopieën in een map; ``None`` als ze er niet zijn of van een andere sleutel."""
    with contextlib.suppress(OSError, WereldFout):
        return Sleutelbos.lees(sleutel, (map_ / BOS).read_bytes())
    return None


def _schrijf(kluis: Kluis, pad: Path) -> Telling:
    """Via de database zelf: wie het bestand gewoon leest en sluit, geeft ongemerkt het slot erop vrij.

    In stukken: wat een ander daartussen schrijft, neemt de database mee. Geeft hoeveel er aan het eind in stond.
    """
    tellingen: list[Telling] = []
    naar = sqlcipher3.connect(str(pad), isolation_level=None)
    try:
        naar.set_key(kluis.sleutel.databasesleutel())
        with kluis.stil() as laat_voor:

            def na_een_stuk(_stand: int, over: int, _alle: int) -> None:
                if over:
                    laat_voor(_PLAATS_MAKEN)
                    # Ging de werkplek intussen dicht, dan houdt het hier op.
                    kluis.vraag("SELECT 1")
                else:
                    tellingen.append(kluis.vraag(_TELLING)[0])

            kluis.verbinding.backup(naar, pages=_BLADZIJDEN_PER_KEER, progress=na_een_stuk)
    finally:
        naar.close()
    return tellingen[-1]


def _kijk_na(sleutel: Hoofdsleutel, pad: Path, telling: Telling) -> None:
    """De kopie gaat open met dezelfde sleutel, elke pagina klopt, en er staat evenveel in als er was."""
    kopie = sqlcipher3.connect(str(pad), isolation_level=None)
    try:
        kopie.set_key(sleutel.databasesleutel())
        fouten = kopie.execute("PRAGMA cipher_integrity_check").fetchall()
        heel = kopie.execute("PRAGMA quick_check").fetchone() == ("ok",)
        gelijk = kopie.execute(_TELLING).fetchone() == telling
    finally:
        kopie.close()
    if fouten or not heel or not gelijk:
        raise WereldFout("kopie-mislukt")


def _te_veel(alle: Iterable[Kopie]) -> list[Kopie]:
    """Wat weg mag: niet bij de nieuwste, en niet de nieuwste van een dag, week of maand die nog telt."""
    op_volgorde = list(alle)
    houden = set(op_volgorde[:NIEUWSTE])
    for hoeveel, vak in _BEWAREN:
        per_vak: dict[str, Kopie] = {}
        for kopie in op_volgorde:
            per_vak.setdefault(kopie.moment.strftime(vak), kopie)
        houden.update(list(per_vak.values())[:hoeveel])
    return [k for k in op_volgorde if k not in houden]


def zet_terug(kopie: Kopie, sleutel: Hoofdsleutel, naar: Path, weg: Collection[str] = (), tijd: str = "") -> Kluis:
    """Een nieuwe kluis uit een kopie, als een nieuw apparaat: wat hier verder geschreven wordt, botst met niets.

    ``weg``: wat er sinds de kopie is vernietigd. Zij staat er pas als zij af is: valt het stil, dan is er niets.
    """
    ruim_half_teruggezet_op(naar.parent)
    werkmap = naar.with_name(f"{_WERKMAP}{naar.name}")
    try:
        _kopieer(kopie, werkmap)
        kluis = kluizen.open_(werkmap, sleutel)
        try:
            _word_eigen(kluis, weg, vernietigd_volgens_kopie(kopie.pad.parent, sleutel), tijd)
        finally:
            kluis.sluit()
        werkmap.rename(naar)
        maak_vast(naar.parent)
    except OSError:
        raise WereldFout("kopie-niet-leesbaar") from None
    finally:
        shutil.rmtree(werkmap, ignore_errors=True)
    return kluizen.open_(naar, sleutel)


def ruim_half_teruggezet_op(map_: Path) -> None:
    """Haalt weg wat van een terugzetting, een oefening of bekijken is blijven liggen na een onverwacht einde.

    Wat pas begon, kan nog van een ander venster zijn.
    """
    bekeken = (merk.parent for merk in map_.glob(f"*/{NOG_BEKIJKEN}"))
    for oud in (*map_.glob(f"{_WERKMAP}*"), *map_.glob(f"{OEFENMAP}*"), *bekeken):
        with contextlib.suppress(OSError):
            if time.time() - oud.stat().st_mtime > _LANG_GENOEG:
                shutil.rmtree(oud, ignore_errors=True)


def _kopieer(kopie: Kopie, naar: Path) -> None:
    bron = kopie.pad.parent
    naar.mkdir(parents=True)
    naar.chmod(0o700)
    generatie = kluizen.lees_sloten(bron).generatie
    schrijf_heel(naar / database(generatie), kopie.pad.read_bytes())
    schrijf_heel(naar / bos(generatie), (bron / BOS).read_bytes())
    schrijf_heel(naar / SLOTEN, (bron / SLOTEN).read_bytes())


def _word_eigen(kluis: Kluis, weg: Collection[str], lijst: Collection[str] | None, tijd: str) -> None:
    """Een eigen apparaat met eigen kopieën; en wat vernietigd is, komt nergens uit terug.

    Naast kopieën van eerder ligt geen lijst: daar is een dossier zonder sleutel vernietigd.
    """
    stromen = {s.id for s in journaal.stromen(kluis)}
    if lijst is None:
        lijst = {id for id in stromen if not kluis.bos.kent(id)}
    with kluis.transactie():
        journaal.word_nieuw_apparaat(kluis)
        kluis.onthoud("kopiemap", f"k{secrets.token_hex(3)}")
        # Ook wat in deze kopie nog niet bestond: uit een bundel van een collega komt het dan niet terug.
        for id in sorted({*weg, *lijst}):
            journaal.vernietig(kluis, id, tijd, "")
    journaal.ruim_sleutels_op(kluis)
