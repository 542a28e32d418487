"""Het proces gedood midden in het schrijven: de volgende start toont het laatst bevestigde teken.

Een kind schrijft concepten en wijzigingen in een echte kluis en bevestigt elke geslaagde schrijfactie over
een pijp. De ouder doodt het op een willekeurig moment, opent de kluis opnieuw en vergelijkt.
"""

from __future__ import annotations

import os
import random
import select
import signal
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import journaal, kluis
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import Slotenbestand
from jeugdteam_app.werk import dossiers, schrijven
from jeugdteam_app.werk.werkplek import Werkplek

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)
VELD = (Jeugdige.soort, Jeugdige.roepnaam)


def _open(map_: Path, sleutel: Hoofdsleutel) -> Werkplek:
    return Werkplek(kluis.open_(map_, sleutel), VasteKlok(MOMENT), "Proef")


def _schrijf_tot_de_dood(map_: Path, sleutel: Hoofdsleutel, dossier: str, pijp: int) -> None:
    """In het kind: om de beurt een concept, een vastgelegd veld en een nieuw voorwerp; elk wordt bevestigd."""
    plek = _open(map_, sleutel)
    for nummer in range(1, 1_000_000):
        soort = nummer % 3
        if soort == 0:
            schrijven.leg_vast(plek, dossier, {VELD: Bekend(f"vast {nummer}")})
        elif soort == 1:
            schrijven.bewaar_concept(plek, dossier, Jeugdige.achternaam.plaats(Jeugdige.soort), f"concept {nummer}")
        else:
            schrijven.voeg_toe(plek, dossier, Toegewezen)
        os.write(pijp, f"{nummer}\n".encode())


def bewijs(aantal: int) -> tuple[int, int]:
    """Doodt het proces zo vaak als gevraagd; geeft hoe vaak alles er nog was, en hoe vaak niet."""
    toeval = random.Random(20261124)
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_, sleutel = Path(tijdelijk) / "kluis", Hoofdsleutel.nieuw()
        kluis.maak(map_, sleutel, Slotenbestand("k", "Proef"), "Proef").sluit()
        uitkomsten = [_een_keer(map_, sleutel, toeval) for _keer in range(aantal)]
    for fout in sorted({u for u in uitkomsten if u}):
        print(f"  {fout}")
    return uitkomsten.count(""), len(uitkomsten) - uitkomsten.count("")


def _een_keer(map_: Path, sleutel: Hoofdsleutel, toeval: random.Random) -> str:
    plek = _open(map_, sleutel)
    dossier = dossiers.begin_gezin(plek, "Proef")
    plek.sluit()
    lezen, schrijven_ = os.pipe()
    kind = os.fork()
    if kind == 0:
        os.close(lezen)
        _schrijf_tot_de_dood(map_, sleutel, dossier, schrijven_)
        os._exit(0)
    os.close(schrijven_)
    bevestigd = _dood_na(kind, lezen, toeval.uniform(0.0, 0.06))
    return _vergelijk(map_, sleutel, dossier, bevestigd)


def _dood_na(kind: int, pijp: int, seconden: float) -> int:
    """Wacht op de eerste bevestiging, dan nog even, en doodt dan. Geeft de laatste bevestiging."""
    ontvangen = os.read(pijp, 1)
    select.select([], [], [], seconden)
    os.kill(kind, signal.SIGKILL)
    os.waitpid(kind, 0)
    ontvangen += b"".join(_tot_het_einde(pijp))
    os.close(pijp)
    return int(ontvangen[: ontvangen.rindex(b"\n")].split()[-1])


def _tot_het_einde(pijp: int) -> Iterator[bytes]:
    while deel := os.read(pijp, 65536):
        yield deel


def _vergelijk(map_: Path, sleutel: Hoofdsleutel, dossier: str, bevestigd: int) -> str:
    """Alles tot en met het laatst bevestigde is er; het eerstvolgende mag er zijn of niet."""
    plek = _open(map_, sleutel)
    try:
        kluis.controleer_inhoud(plek.kluis)
        journaal.controleer_keten(plek.kluis)
        terug = dossiers.open_(plek, dossier)
        journaal.controleer_vouw(plek.kluis, dossier)
        kind = terug.dossier.een(Jeugdige)
        for soort, gevonden, woord in ((0, waarde(kind.roepnaam), "vast"), (1, waarde(kind.achternaam), "concept")):
            laatste = max((n for n in range(1, bevestigd + 1) if n % 3 == soort), default=0)
            mag = {f"{woord} {laatste}", f"{woord} {bevestigd + 1}"} if laatste else {None, f"{woord} {bevestigd + 1}"}
            if gevonden not in mag:
                return f"verloren bij {bevestigd}: {woord} is niet wat bevestigd was"
        nieuw = len(terug.dossier.alle(Toegewezen))
        verwacht = sum(1 for n in range(1, bevestigd + 1) if n % 3 == 2)
        return "" if nieuw - verwacht in (0, 1) else f"verloren bij {bevestigd}: {verwacht} bevestigd, {nieuw} gevonden"
    finally:
        plek.sluit()
