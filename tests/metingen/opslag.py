"""De kluis gemeten: samenvoegen, groeien, een reservekopie en zoeken, elk naast het kale werk eronder."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pycrdt import Doc, Map

from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import POSITIE, Plaats, Wijziging
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import bijlagen, journaal, kluis, reservekopie
from jeugdteam_app.opslag.journaal import Stroom
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import Slotenbestand
from jeugdteam_app.werk import zoeken
from jeugdteam_app.werk.werkplek import Werkplek

_TIJD = "2026-11-24T10:00:00+00:00"
_MOMENT = datetime(2026, 11, 24, tzinfo=UTC)
_PER_DOSSIER = 1000
_KOLOMMEN = f"{journaal.KOLOMMEN}, zout, toezegging, keten"
_ZIN = "Op school ging het beter, thuis nog niet. Wij spraken af dat Noor elke week belt. "


def alles(*, groot: bool) -> None:
    """De vier metingen; ``groot`` neemt ook een miljoen wijzigingen en een kopie van 1 GB."""
    samenvoegen(100_000)
    groei((1_000, 10_000, 100_000, *((1_000_000,) if groot else ())))
    kopie(1_000_000_000 if groot else 100_000_000)
    zoek(100_000)


def samenvoegen(aantal: int) -> None:
    """Zo veel wijzigingen van een ander overnemen, tegen dezelfde rijen kaal schrijven en tegen pycrdt."""
    stromen, alle = _van_een_ander(aantal)
    ons = _tijd_in_map(lambda map_: _neem_over(map_, stromen, alle))
    kaal = _tijd_in_map(lambda map_: _schrijf_kaal(map_, alle))
    updates = list(_als_updates(alle))
    anders = _tijd(lambda: _pas_toe(updates))
    print(
        f"samenvoegen {aantal:,}: {ons / kaal:.2f}x dezelfde rijen kaal met sqlcipher3 ({ons:.1f} s tegen {kaal:.1f} s)"
    )
    print(f"samenvoegen {aantal:,}: {ons / anders:.2f}x pycrdt, dat niets bewaart ({ons:.1f} s tegen {anders:.1f} s)")


def groei(aantallen: tuple[int, ...]) -> None:
    """Hoe de tijd per wijziging groeit met hoeveel het er zijn, en die van kaal schrijven ernaast."""
    for aantal in aantallen:
        stromen, alle = _van_een_ander(aantal)
        ons = _tijd_in_map(lambda map_, s=stromen, a=alle: _neem_over(map_, s, a))
        kaal = _tijd_in_map(lambda map_, a=alle: _schrijf_kaal(map_, a))
        per = ons / aantal * 1e6
        print(f"  bij {aantal:>9,} wijzigingen: {per:.0f} µs per stuk, {ons / kaal:.2f}x kaal", flush=True)


def _van_een_ander(aantal: int) -> tuple[list[tuple[Stroom, str]], list[Wijziging]]:
    """Dossiers van duizend wijzigingen, zoals een collega ze schreef."""
    stromen: list[tuple[Stroom, str]] = []
    alle: list[Wijziging] = []
    pen = Pen("b" * 12, "Collega", 1)
    for begin in range(0, aantal, _PER_DOSSIER):
        id = secrets.token_hex(16)
        stromen.append((Stroom(id, "gezin", id), _TIJD))
        stand = Stand()
        for nummer in range(min(_PER_DOSSIER, aantal - begin)):
            plaats = Plaats(f"uitspraak:{nummer % 200}", f"uitspraak.veld{nummer % 5}")
            nieuw = pen.schrijf(stand, id, f"h{nummer}", _TIJD, {plaats: {"b": _ZIN}})
            stand = _zonder_kopie(stand, nieuw)
            alle += nieuw
    return stromen, alle


def _zonder_kopie(stand: Stand, nieuw: list[Wijziging]) -> Stand:
    # Stand.met kopieert elke keer alles; voor het klaarzetten is dat zonde van de tijd.
    for w in nieuw:
        stand._koppen[w.plaats] = (w,)
    return stand


def _neem_over(map_: Path, stromen: list[tuple[Stroom, str]], alle: list[Wijziging]) -> Callable[[], object]:
    plek = _maak(map_)
    return lambda: journaal.voeg_samen(plek, stromen, alle)


def _schrijf_kaal(map_: Path, alle: list[Wijziging]) -> Callable[[], object]:
    """Dezelfde rijen, met dezelfde versleutelde database en dezelfde zekerheid, maar zonder keten, vouw of dossiersleutel."""
    verbinding = kluis.verbind(map_ / "kaal.db", Hoofdsleutel.nieuw())
    verbinding.execute(f"CREATE TABLE wijziging (nr INTEGER PRIMARY KEY, {_KOLOMMEN}, UNIQUE (apparaat, teller))")
    verbinding.execute("CREATE INDEX wijziging_stroom ON wijziging (stroom)")
    vast = bytes(16), bytes(32), bytes(32)
    rijen = [
        (w.stroom, *w.id, w.handeling, *w.plaats, str(w.waarde), str(sorted(w.voorgangers)), w.auteur, w.tijd, *vast)
        for w in alle
    ]

    def doe() -> None:
        verbinding.execute("BEGIN")
        verbinding.executemany("INSERT INTO wijziging VALUES (NULL" + ", ?" * 13 + ")", rijen)
        verbinding.execute("COMMIT")

    return doe


def _als_updates(alle: list[Wijziging]) -> Iterator[bytes]:
    """Evenveel updates van een ander document: elke wijziging zet één veld."""
    doc: Doc[Any] = Doc()
    doc["dossiers"] = velden = Map()
    vorige = doc.get_state()
    for w in alle:
        velden[f"{w.stroom}|{w.plaats.voorwerp}|{w.plaats.veld}"] = w.waarde["b"]
        yield doc.get_update(vorige)
        vorige = doc.get_state()


def _pas_toe(updates: list[bytes]) -> object:
    doc: Doc[Any] = Doc()
    doc["dossiers"] = Map()
    for update in updates:
        doc.apply_update(update)
    return doc


def kopie(omvang: int) -> None:
    """Een reservekopie met nakijken, tegen het bestand kopiëren en zeker op schijf zetten."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        plek = _maak(map_)
        gezin = journaal.maak_stroom(plek, "gezin", _TIJD)
        for _stuk in range(omvang // 10_000_000):
            bijlagen.bewaar(plek, gezin.id, os.urandom(10_000_000), "")
        bestand = plek.map / "kluis.db"
        ons, kaal = [], []
        for ronde in range(3):
            moment = _MOMENT + timedelta(hours=ronde)
            (map_ / "kopieen").mkdir()
            ons.append(_tijd(lambda m=moment: reservekopie.maak(plek, map_ / "kopieen", m)))
            shutil.rmtree(map_ / "kopieen")
            kaal.append(_tijd(lambda: _kopieer_kaal(bestand, map_ / "kaal.db")))
            (map_ / "kaal.db").unlink()
        groot = bestand.stat().st_size / 1e9
        een, ander = min(ons), min(kaal)
        print(
            f"reservekopie van {groot:.2f} GB: {een / ander:.2f}x het bestand kopiëren ({een:.1f} s tegen {ander:.1f} s)"
        )
        plek.sluit()


def _kopieer_kaal(van: Path, naar: Path) -> None:
    shutil.copyfile(van, naar)
    with naar.open("rb+") as bestand:
        os.fsync(bestand.fileno())


def zoek(aantal: int) -> None:
    """Zoeken in zo veel gespreksnotities, tegen LIKE in een kale versleutelde tabel met dezelfde teksten."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        plek = Werkplek(_maak(map_), VasteKlok(_MOMENT), "Meting")
        kaal = kluis.verbind(map_ / "kaal.db", Hoofdsleutel.nieuw())
        kaal.execute("CREATE TABLE notitie (tekst TEXT)")
        teksten = [f"{_ZIN}{_ZIN}Notitie {n}." for n in range(aantal)]
        kaal.execute("BEGIN")
        kaal.executemany("INSERT INTO notitie VALUES (?)", [(t,) for t in teksten])
        kaal.execute("COMMIT")
        per_dossier = 200
        for begin in range(0, aantal, per_dossier):
            _dossier_met_notities(plek.kluis, teksten[begin : begin + per_dossier])
        for wat, voor in (("koud", plek._standen.clear), ("warm", lambda: None)):
            ons, ander = [], []
            for _ronde in range(3):
                voor()
                ons.append(_tijd(lambda: zoeken.zoek(plek, f"notitie {aantal - 1}")))
                ander.append(
                    _tijd(
                        lambda: kaal.execute(
                            "SELECT * FROM notitie WHERE tekst LIKE ?", (f"%notitie {aantal - 1}%",)
                        ).fetchall()
                    )
                )
            een, twee = min(ons), min(ander)
            print(
                f"zoeken in {aantal:,} notities, {wat}: {een / twee:.2f}x LIKE op een kale tabel ({een:.2f} s tegen {twee:.2f} s)"
            )
        plek.sluit()


def _dossier_met_notities(kluis_: kluis.Kluis, teksten: list[str]) -> None:
    gezin = journaal.maak_stroom(kluis_, "gezin", _TIJD)
    journaal.maak_stroom(kluis_, "toegang", _TIJD, gezin.id)
    pen, nieuw = Pen(journaal.apparaat(kluis_), "ik", journaal.volgende_teller(kluis_)), []
    for nummer, tekst in enumerate(teksten):
        voorwerp = f"{Contact.soort}:{nummer:032x}"
        waarden = {Plaats(voorwerp, POSITIE): {"b": f"{nummer:08d}"}, Plaats(voorwerp, Contact.gezegd.id): {"b": tekst}}
        nieuw += pen.schrijf(Stand(), gezin.id, f"h{nummer}", _TIJD, waarden)
    journaal.voeg_toe(kluis_, Stand(), nieuw)


def _maak(map_: Path) -> kluis.Kluis:
    return kluis.maak(map_ / "kluis", Hoofdsleutel.nieuw(), Slotenbestand("k" * 32, "Meting"), "ik")


def _tijd(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def _tijd_in_map(bereid: Callable[[Path], Callable[[], object]]) -> float:
    with tempfile.TemporaryDirectory() as tijdelijk:
        return _tijd(bereid(Path(tijdelijk)))
