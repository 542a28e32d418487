"""Een beschadigde werkplek: alles wat nog te lezen is in een nieuwe werkplek zetten, en niets weggooien."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from jeugdteam_app.kern.fouten import Fout, WereldFout
from jeugdteam_app.kern.klok import Klok, SysteemKlok
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag import redden as opslag
from jeugdteam_app.opslag.hoofd import vernietigd_volgens
from jeugdteam_app.opslag.reservekopie import Kopie, vernietigd_volgens_kopie
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import Slotenbestand
from jeugdteam_app.werk import dossiers, instellingen, logboek, reservekopie
from jeugdteam_app.werk.werkplek import Werkplek, sleutel_uit, wie_opent

Daarnaast = opslag.Daarnaast

# Elke kopie wordt helemaal gelezen; verder terug staat er niets in dat deze niet hebben.
MEESTE_KOPIEEN = 3


@dataclass(frozen=True)
class Redding:
    """De nieuwe werkplek, met per kind of alles er is. ``onleesbaar`` telt wat in geen enkel bestand te lezen was."""

    werkplek: Werkplek
    heel: tuple[str, ...]
    deels: tuple[str, ...]
    onleesbaar: int
    # Uit de werkplek zelf kwam niets: wat na de kopie is geschreven, is er niet.
    uit_kopie: bool
    bijlagen_kwijt: int
    ook_kwijt: frozenset[Daarnaast]

    def sluit(self) -> None:
        """Sluit de nieuwe werkplek, als niemand erop wachtte; zij staat op het openingsscherm."""
        self.werkplek.sluit()


def red(
    map_: Path | None, geheim: str, waar: Path, *, kopiemap: Path | None, met_herstel: bool,
    hoofden: Path | None = None, klok: Klok | None = None,
) -> Redding:  # fmt: skip
    """Leest wat er te lezen is uit ``map_`` en de kopieën, en zet dat in een nieuwe werkplek onder ``waar``.

    De beschadigde werkplek en de kopieën blijven onaangeraakt. Zonder ``map_`` zijn er alleen kopieën. ``hoofden``: de
    map waarin deze computer onthield wat er is vernietigd; dat komt ook zo niet terug. Fouten: ``redden-niets``,
    ``wachtzin-onjuist``, ``herstelsleutel-onjuist``, ``kopie-niet-gevonden`` en ``sleutelbestand-beschadigd``.
    """
    gevonden = reservekopie.vind(kopiemap) if kopiemap else ()
    sloten, sleutel = _open_slot(map_, gevonden, geheim, met_herstel=met_herstel)
    # Op een stick kunnen ook kopieën van een andere werkplek liggen; die horen hier niet in.
    eigen = [k for k in gevonden if _hoort_bij(k, sloten)][:MEESTE_KOPIEEN]
    nieuw = sloten.met_naam(sleutel, f"{sloten.naam} (gered)")
    weg = set(vernietigd_volgens(hoofden, sloten, sleutel)) if hoofden else set()
    weg |= {id for k in eigen for id in vernietigd_volgens_kopie(k.pad.parent, sleutel) or ()}
    naar = waar / f"kluis-{uuid.uuid4().hex[:8]}"
    gered = opslag.red(opslag.bronnen(map_, eigen), sleutel, nieuw, naar, weg)
    wie = wie_opent(gered.kluis, geheim, met_herstel=met_herstel)
    werkplek = Werkplek(gered.kluis, klok or SysteemKlok(), wie)
    logboek.noteer(werkplek, Gebeurtenis.GERED, None)
    instellingen.laat_blok_los(werkplek)
    namen = {r.id: r.naam or r.gezinsnaam for r in dossiers.overzicht(werkplek)}
    heel, deels = (tuple(namen[id] for id in ids if id in namen) for ids in (gered.heel, gered.deels))
    return Redding(werkplek, heel, deels, gered.kwijt, gered.uit_kopie, gered.bijlagen_kwijt, gered.ook_kwijt)


def _open_slot(
    map_: Path | None, gekozen: tuple[Kopie, ...], geheim: str, *, met_herstel: bool
) -> tuple[Slotenbestand, Hoofdsleutel]:
    """Het slotenbestand van de werkplek; is dat stuk, dan dat van een kopie die bij deze werkplek hoort."""
    laatste: Fout = WereldFout("redden-niets")
    if map_ is not None:
        try:
            sloten = kluizen.lees_sloten(map_)
        except Fout as fout:
            laatste = fout
        else:
            return sloten, sleutel_uit(sloten, geheim, met_herstel=met_herstel)
    van_werkplek = opslag.bronnen(map_, ())
    mappen = list(dict.fromkeys(k.pad.parent for k in gekozen))
    for plek in mappen:
        try:
            sloten = kluizen.lees_sloten(plek)
            sleutel = sleutel_uit(sloten, geheim, met_herstel=met_herstel)
        except Fout as fout:
            laatste = fout
            continue
        if not van_werkplek or opslag.past(van_werkplek[0], sleutel) or len(mappen) == 1:
            return sloten, sleutel
        laatste = WereldFout("redden-niets")
    raise laatste


def _hoort_bij(kopie: Kopie, sloten: Slotenbestand) -> bool:
    """Of een kopie van deze werkplek is, met deze sleutel."""
    try:
        van_kopie = kluizen.lees_sloten(kopie.pad.parent)
    except Fout:
        # Ook het slot van de kopie is stuk; of de sleutel past, blijkt bij het lezen.
        return True
    return (van_kopie.kluis, van_kopie.generatie) == (sloten.kluis, sloten.generatie)
