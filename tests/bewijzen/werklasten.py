"""Zes soorten schrijfwerk, en wat er na een onverwacht einde nog moet staan.

Elke werklast maakt iets klaar in een map, doet dan stap voor stap iets dat bevestigd wordt, en kan daarna zeggen of
alles wat bevestigd was er nog is. De eerstvolgende stap mag er zijn of niet; iets ertussenin niet.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from unittest import mock

from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import journaal, kluis, reservekopie, vernieuwen
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import Slotenbestand
from jeugdteam_app.werk import collegas, dossiers, overhandigen, samen, schrijven
from jeugdteam_app.werk.werkplek import Werkplek, controleer

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)
NAAM = (Jeugdige.soort, Jeugdige.roepnaam)
BEELD = (Analyse.soort, Analyse.gedeeld_beeld)
KLUIS, COLLEGA, KOPIEEN, UIT = "kluis", "collega", "kopieen", "uit"
_DOCUMENT = b"%PDF-1.7 " + bytes(range(256)) * 400

Bevestig = Callable[[int], None]


@dataclass(frozen=True)
class Werklast:
    """Eén soort schrijfwerk. ``klopt`` geeft wat er mis is, of niets; ``stappen`` is hoeveel er klaarliggen."""

    naam: str
    stappen: int
    bereid: Callable[[Path], None]
    doe: Callable[[Path, Bevestig], None]
    klopt: Callable[[Path, int], str]


def sleutel(generatie: int = 1) -> Hoofdsleutel:
    """De sleutel van een proefkluis; geen geheim."""
    return Hoofdsleutel(bytes([generatie]) * 32)


def open_kluis(map_: Path) -> Werkplek:
    """De proefkluis, met de sleutel die volgens het slotenbestand geldt."""
    return Werkplek(kluis.open_(map_, sleutel(kluis.lees_sloten(map_).generatie)), VasteKlok(MOMENT), "Proef")


def _maak(map_: Path) -> Werkplek:
    kluis.maak(map_, sleutel(), Slotenbestand("k", "Proef"), "Proef").sluit()
    return open_kluis(map_)


def _dossier(plek: Werkplek) -> str:
    # Het eerste: een kopie maakt er nog lege bij.
    return dossiers.overzicht(plek)[-1].id


def _met_dossier(map_: Path) -> None:
    plek = _maak(map_ / KLUIS)
    dossier = dossiers.begin_gezin(plek, "Proef")
    schrijven.leg_vast(plek, dossier, {BEELD: Bekend("beeld")})
    plek.sluit()


# --- opslaan: om de beurt een concept, een vastgelegd veld en een nieuw voorwerp ---


def _sla_op(map_: Path, bevestig: Bevestig, stappen: int = 60) -> None:
    plek = open_kluis(map_ / KLUIS)
    dossier = _dossier(plek)
    bevestig(0)
    for nummer in range(1, stappen + 1):
        match nummer % 3:
            case 0:
                schrijven.leg_vast(plek, dossier, {NAAM: Bekend(f"vast {nummer}")})
            case 1:
                plaats = Jeugdige.achternaam.plaats(Jeugdige.soort)
                schrijven.bewaar_concept(plek, dossier, plaats, f"concept {nummer}")
            case _:
                schrijven.voeg_toe(plek, dossier, Toegewezen)
        bevestig(nummer)
    plek.sluit()


def _opgeslagen(map_: Path, bevestigd: int) -> str:
    plek = open_kluis(map_ / KLUIS)
    try:
        controleer(plek)
        terug = dossiers.open_(plek, _dossier(plek)).dossier
        kind = terug.een(Jeugdige)
        for soort, gevonden, woord in ((0, waarde(kind.roepnaam), "vast"), (1, waarde(kind.achternaam), "concept")):
            laatste = max((n for n in range(1, bevestigd + 1) if n % 3 == soort), default=0)
            if gevonden not in {f"{woord} {laatste}" if laatste else None, f"{woord} {bevestigd + 1}"}:
                return f"verloren bij {bevestigd}: {woord} is niet wat bevestigd was"
        nieuw = len(terug.alle(Toegewezen)) - sum(1 for n in range(1, bevestigd + 1) if n % 3 == 2)
        return "" if nieuw in (0, 1) else f"verloren bij {bevestigd}: {nieuw} voorwerpen te veel of te weinig"
    finally:
        plek.sluit()


# --- samenvoegen: een dossier komt binnen en verandert daarna bij elke bundel ---


def _leg_bundels_klaar(map_: Path) -> None:
    mijn, haar = _maak(map_ / KLUIS), _maak(map_ / COLLEGA)
    for van, naar in ((mijn, haar), (haar, mijn)):
        collegas.bewaar_kaartje(van, pad := map_ / "k.kaartje")
        collegas.bevestig(naar, collegas.laad_kaartje(naar, pad).id)
    dossier = dossiers.begin_gezin(haar, "Proef")
    for nummer in range(1, SAMENVOEGEN.stappen + 1):
        schrijven.leg_vast(haar, dossier, {NAAM: Bekend(f"bundel {nummer}")})
        samen.verstuur(haar, [dossier], [opslag.mijn_id(mijn.kluis)], map_ / f"{nummer}.bundel")
    mijn.sluit()
    haar.sluit()


def _voeg_samen(map_: Path, bevestig: Bevestig) -> None:
    plek = open_kluis(map_ / KLUIS)
    bevestig(0)
    for nummer in range(1, SAMENVOEGEN.stappen + 1):
        samen.neem_over(plek, samen.bekijk(plek, map_ / f"{nummer}.bundel"))
        bevestig(nummer)
    plek.sluit()


def _samengevoegd(map_: Path, bevestigd: int) -> str:
    plek = open_kluis(map_ / KLUIS)
    try:
        controleer(plek)
        namen = [waarde(plek.dossier(r.id).een(Jeugdige).roepnaam) for r in dossiers.overzicht(plek)]
        aantal = len(opslag.ontvangsten(plek.kluis))
        mag = {n: [f"bundel {n}"] if n else [] for n in (bevestigd, bevestigd + 1)}
        return (
            "" if mag.get(aantal) == namen else f"na {bevestigd} bundels: {aantal} ontvangsten, {len(namen)} dossiers"
        )
    finally:
        plek.sluit()


# --- vernieuwen: een nieuwe hoofdsleutel ---


def _vernieuw(map_: Path, bevestig: Bevestig) -> None:
    van = open_kluis(map_ / KLUIS).kluis
    bevestig(0)
    for nummer in range(1, VERNIEUWEN.stappen + 1):
        generatie = vernieuwen.volgende_generatie(van)
        van = vernieuwen.vernieuw(van, sleutel(generatie), Slotenbestand("k", "Proef", generatie=generatie))
        bevestig(nummer)
    van.sluit()


def _vernieuwd(map_: Path, bevestigd: int) -> str:
    plek = open_kluis(map_ / KLUIS)
    try:
        controleer(plek)
        beeld = waarde(plek.dossier(_dossier(plek)).een(Analyse).gedeeld_beeld)
        goed = beeld == "beeld" and plek.kluis.generatie in (bevestigd + 1, bevestigd + 2)
        return "" if goed else f"na {bevestigd} keer vernieuwen: sleutel {plek.kluis.generatie}"
    finally:
        plek.sluit()


# --- reservekopie: telkens een nieuwe, een uur later ---


def _leg_kopieplek_klaar(map_: Path) -> None:
    _met_dossier(map_)
    (map_ / KOPIEEN).mkdir()


def _kopieer(map_: Path, bevestig: Bevestig) -> None:
    plek = open_kluis(map_ / KLUIS)
    bevestig(0)
    for nummer in range(1, KOPIE.stappen + 1):
        schrijven.leg_vast(plek, _dossier(plek), {NAAM: Bekend(f"kopie {nummer}")})
        # Een dossier dat de vorige kopie nog niet kende: zonder zijn sleutel naast de kopie leek het vernietigd.
        dossiers.begin_gezin(plek, f"Gezin {nummer}")
        reservekopie.maak(plek.kluis, map_ / KOPIEEN, MOMENT + timedelta(hours=nummer))
        bevestig(nummer)
    plek.sluit()


def _gekopieerd(map_: Path, bevestigd: int) -> str:
    plek = open_kluis(map_ / KLUIS)
    try:
        controleer(plek)
        kopieen = reservekopie.kopieen(reservekopie.map_voor(plek.kluis, map_ / KOPIEEN))
    finally:
        plek.sluit()
    if len(kopieen) not in (bevestigd, bevestigd + 1):
        return f"na {bevestigd} kopieën: {len(kopieen)} gevonden"
    for nummer, kopie in zip(itertools.count(len(kopieen), -1), kopieen[:2], strict=False):
        # Ook een kopie die nog niet bevestigd was: wat er staat, is heel.
        if fout := _leest_terug(kopie, map_ / f"terug-{nummer}", nummer):
            return fout
    return ""


def _leest_terug(kopie: reservekopie.Kopie, naar: Path, nummer: int) -> str:
    terug = Werkplek(reservekopie.zet_terug(kopie, sleutel(), naar), VasteKlok(MOMENT), "Proef")
    try:
        controleer(terug)
        naam = waarde(terug.dossier(_dossier(terug)).een(Jeugdige).roepnaam)
        if len(journaal.stromen(terug.kluis)) != 2 * (nummer + 1):
            return f"kopie {nummer} geeft niet elk dossier terug"
        return "" if naam == f"kopie {nummer}" else f"kopie {nummer} geeft een andere stand terug"
    finally:
        terug.sluit()


# --- openen na een nieuwe versie: de tabellen groeien mee ---


def _leg_oude_kluis_klaar(map_: Path) -> None:
    with mock.patch.object(kluis, "MIGRATIES", _eerste_migratie(map_)):
        kluis.maak(map_ / KLUIS, sleutel(), Slotenbestand("k", "Proef"), "Proef").sluit()


def _eerste_migratie(map_: Path) -> Path:
    [eerste] = kluis.MIGRATIES.glob("001_*.sql")
    (oud := map_ / "eerste-versie").mkdir()
    (oud / eerste.name).write_bytes(eerste.read_bytes())
    return oud


def _migreer(map_: Path, bevestig: Bevestig) -> None:
    bevestig(0)
    open_kluis(map_ / KLUIS).sluit()
    bevestig(1)


def _gemigreerd(map_: Path, bevestigd: int) -> str:
    van = kluis.verbind(map_ / KLUIS / "kluis.db", sleutel())
    versie = van.execute("PRAGMA user_version").fetchone()[0]
    van.close()
    hoogste = len(list(kluis.MIGRATIES.glob("*.sql")))
    if versie != hoogste and bevestigd:
        return f"na het openen is de kluis nog van versie {versie}"
    plek = open_kluis(map_ / KLUIS)
    try:
        controleer(plek)
        dossiers.begin_gezin(plek, "Proef")
        return "" if plek.kluis.vraag("PRAGMA user_version") == [(hoogste,)] else "de kluis is niet bij"
    finally:
        plek.sluit()


# --- het slotenbestand: een andere wachtzin ---


def _wissel_slot(map_: Path, bevestig: Bevestig) -> None:
    bevestig(0)
    for nummer in range(1, SLOT.stappen + 1):
        kluis.schrijf_sloten(map_ / KLUIS, Slotenbestand("k", f"Proef {nummer}"))
        bevestig(nummer)


def _gewisseld(map_: Path, bevestigd: int) -> str:
    naam = kluis.lees_sloten(map_ / KLUIS).naam
    open_kluis(map_ / KLUIS).sluit()
    mag = {f"Proef {bevestigd}" if bevestigd else "Proef", f"Proef {bevestigd + 1}"}
    return "" if naam in mag else f"na {bevestigd} keer wisselen staat er iets anders"


# --- uitvoeren: een bundel voor een collega en een document, naar een map die iemand koos ---


def _leg_map_klaar(map_: Path) -> None:
    _leg_bundels_klaar(map_)
    (map_ / UIT).mkdir()


def _voer_uit(map_: Path, bevestig: Bevestig) -> None:
    haar = open_kluis(map_ / COLLEGA)
    dossier, aan = _dossier(haar), [c.id for c in collegas.alle(haar)]
    bevestig(0)
    for nummer in range(1, UITVOEREN.stappen + 1):
        overhandigen.bewaar(map_ / UIT / f"{nummer}.pdf", _DOCUMENT)
        samen.verstuur(haar, [dossier], aan, map_ / UIT / f"{nummer}.bundel")
        bevestig(nummer)
    haar.sluit()


def _uitgevoerd(map_: Path, bevestigd: int) -> str:
    """Wat er staat is heel, ook als het nog niet bevestigd was; en de werkplek ook."""
    plek, haar = open_kluis(map_ / KLUIS), open_kluis(map_ / COLLEGA)
    try:
        controleer(haar)
        for nummer in range(1, UITVOEREN.stappen + 1):
            bundel, pdf = map_ / UIT / f"{nummer}.bundel", map_ / UIT / f"{nummer}.pdf"
            if nummer <= bevestigd and not (bundel.exists() and pdf.exists()):
                return f"na {bevestigd} keer uitvoeren ontbreekt nummer {nummer}"
            if bundel.exists() and not samen.bekijk(plek, bundel).kinderen:
                return f"bundel {nummer} is leeg"
            if pdf.exists() and pdf.read_bytes() != _DOCUMENT:
                return f"document {nummer} is half"
        return ""
    finally:
        plek.sluit()
        haar.sluit()


OPSLAAN = Werklast("opslaan", 60, _met_dossier, _sla_op, _opgeslagen)
SAMENVOEGEN = Werklast("samenvoegen", 4, _leg_bundels_klaar, _voeg_samen, _samengevoegd)
VERNIEUWEN = Werklast("vernieuwen", 2, _met_dossier, _vernieuw, _vernieuwd)
KOPIE = Werklast("reservekopie", 3, _leg_kopieplek_klaar, _kopieer, _gekopieerd)
MIGREREN = Werklast("migreren", 1, _leg_oude_kluis_klaar, _migreer, _gemigreerd)
SLOT = Werklast("slot", 10, _met_dossier, _wissel_slot, _gewisseld)
WERKLASTEN = (OPSLAAN, SAMENVOEGEN, VERNIEUWEN, KOPIE, MIGREREN, SLOT)
# Kort genoeg om van elk moment na te gaan wat een schijf die weigert doet.
ELK_SOORT_EEN_KEER = Werklast("opslaan-kort", 3, _met_dossier, partial(_sla_op, stappen=3), _opgeslagen)
UITVOEREN = Werklast("uitvoeren", 2, _leg_map_klaar, _voer_uit, _uitgevoerd)
KORTE = (ELK_SOORT_EEN_KEER, UITVOEREN)
