"""Een gedeelde map waarin veel laptops hun bundels leggen: zien wat er voor u bij is.

Er staat in een bestandsnaam niets over een gezin. Van wie een bundel is en voor wie, staat versleuteld in het bestand;
daarom probeert het programma elk bestand te openen.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from jeugdteam_app.kern.fouten import Fout, InvoerFout, WereldFout
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.uitwisseling import bundel as bundels
from jeugdteam_app.werk import collegas, samen
from jeugdteam_app.werk.werkplek import Werkplek

# Meer bestanden lezen we niet in één keer; de nieuwste gaan voor.
MEESTE_BESTANDEN = 500
_SLEUTEL = "gedeelde-map"


class Toestand(StrEnum):
    """Wat een bundel in de gedeelde map voor u is."""

    NIEUW = "nieuw"
    GELEZEN = "gelezen"
    # Eerder gemaakt dan de laatste die u las. Er kan iets in staan dat u nog niet hebt.
    INGEHAALD = "ingehaald"
    NIEUWER_PROGRAMMA = "nieuwer_programma"
    ONBEKENDE = "onbekende"
    # Voor u, maar getekend met een andere sleutel dan op het kaartje dat u hebt.
    ANDER_KAARTJE = "ander_kaartje"


@dataclass(frozen=True)
class Bericht:
    """Een bundel voor u. Van een afzender zonder nagelezen kaartje weten we de naam niet zeker; dan is zij leeg."""

    pad: Path
    toestand: Toestand
    van: str
    gemaakt: datetime | None
    teller: int


@dataclass(frozen=True)
class Mapinhoud:
    """Wat er in de map ligt: wat voor u is, het oudste eerst per afzender, en hoeveel er voor anderen is.

    ``overgeslagen`` telt wat te groot was om te lezen, of niet meer bij de eerste ``MEESTE_BESTANDEN`` paste.
    """

    voor_mij: tuple[Bericht, ...]
    voor_anderen: int
    overgeslagen: int


def plek(werkplek: Werkplek) -> Path | None:
    """De gekozen map, als er een is."""
    bewaard = werkplek.kluis.onthouden(_SLEUTEL)
    return Path(bewaard) if bewaard else None


def kies(werkplek: Werkplek, map_: Path) -> None:
    """Onthoudt de map. Fout: ``gedeelde-map-onleesbaar``."""
    _bestanden(map_)
    werkplek.kluis.onthoud(_SLEUTEL, str(map_))


def nieuwe_naam(vandaag: date) -> str:
    """Een naam die niemand anders in dezelfde map gebruikt, zonder iets over het gezin."""
    return f"jeugdteam-{vandaag:%Y%m%d}-{secrets.token_hex(3)}{samen.BUNDEL}"


def kijk(werkplek: Werkplek) -> Mapinhoud:
    """Leest van elke bundel in de map voor wie en van wie zij is. Er verandert niets.

    Fout: ``gedeelde-map-onleesbaar``, als de map er nu niet is.
    """
    map_ = plek(werkplek)
    if map_ is None:
        raise InvoerFout("gedeelde-map-onleesbaar")
    alle = _bestanden(map_)
    gevonden: list[Bericht] = []
    voor_anderen = overgeslagen = 0
    for pad in alle[:MEESTE_BESTANDEN]:
        try:
            gevonden.append(_bekijk(werkplek, pad))
        except WereldFout:
            overgeslagen += 1
        except InvoerFout as fout:
            voor_anderen += fout.code != "bundel-te-groot"
            overgeslagen += fout.code == "bundel-te-groot"
    op_volgorde = sorted(gevonden, key=lambda b: (b.van, b.gemaakt.timestamp() if b.gemaakt else 0, b.teller))
    return Mapinhoud(tuple(op_volgorde), voor_anderen, overgeslagen + len(alle[MEESTE_BESTANDEN:]))


def _bestanden(map_: Path) -> list[Path]:
    """De bundels in de map, de nieuwste eerst."""
    try:
        if not map_.is_dir():
            raise InvoerFout("gedeelde-map-onleesbaar")
        return sorted(map_.glob(f"*{samen.BUNDEL}"), key=_wanneer, reverse=True)
    except OSError:
        raise InvoerFout("gedeelde-map-onleesbaar") from None


def _wanneer(pad: Path) -> float:
    """Wanneer een bestand het laatst veranderde; is het intussen weg, dan lang geleden."""
    try:
        return pad.stat().st_mtime
    except OSError:
        return 0.0


def _bekijk(werkplek: Werkplek, pad: Path) -> Bericht:
    kluis = werkplek.kluis
    try:
        kop = bundels.lees_kop(
            samen.lees_bestand(pad), opslag.identiteit(kluis), opslag.mijn_id(kluis), collegas.sleutels_van(werkplek)
        )
    except Fout as fout:
        if fout.code in {"bundel-van-onbekende", "contact-niet-nagelezen"}:
            return Bericht(pad, Toestand.ONBEKENDE, "", None, 0)
        if fout.code == "bundel-handtekening":
            return Bericht(pad, Toestand.ANDER_KAARTJE, "", None, 0)
        if fout.code == "bundel-nieuwer":
            return Bericht(pad, Toestand.NIEUWER_PROGRAMMA, "", None, 0)
        raise
    ontvangen = [o for o in opslag.ontvangsten(kluis) if o.afzender == kop.afzender and not o.teruggedraaid]
    toestand = Toestand.NIEUW
    if kop.bundel in {o.bundel for o in ontvangen}:
        toestand = Toestand.GELEZEN
    elif opslag.is_ingehaald(kluis, kop.afzender, kop.teller):
        toestand = Toestand.INGEHAALD
    van = next(c.naam for c in collegas.alle(werkplek) if c.id == kop.afzender)
    return Bericht(pad, toestand, van, datetime.fromisoformat(kop.gemaakt), kop.teller)
