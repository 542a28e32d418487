"""Het proces gedood midden in het schrijven: de volgende start toont alles wat bevestigd was.

Een kind doet een werklast in echte bestanden en bevestigt elke stap over een pijp. De ouder doodt het op een
willekeurig moment en kijkt wat er staat.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from jeugdteam_app.kern.fouten import Fout
from tests.bewijzen.werklasten import WERKLASTEN, Werklast


def bewijs(aantal: int) -> tuple[int, int]:
    """Doodt het proces zo vaak als gevraagd, verdeeld over de werklasten; geeft hoe vaak het goed ging, en hoe vaak niet."""
    toeval, goed, mis = random.Random(20261124), 0, 0
    for nummer, last in enumerate(WERKLASTEN):
        keren = len(range(nummer, aantal, len(WERKLASTEN)))
        uitkomsten, bevestigd = _van_last(last, keren, toeval)
        fouten = [u for u in uitkomsten if u]
        for fout in sorted(set(fouten)):
            print(f"  {last.naam}: {fout}")
        onderweg = sum(b < last.stappen for b in bevestigd)
        print(f"  {last.naam}: {keren} keer gedood, {onderweg} keer voor het klaar was")
        goed, mis = goed + len(uitkomsten) - len(fouten), mis + len(fouten)
    return goed, mis


def _van_last(last: Werklast, keren: int, toeval: random.Random) -> tuple[list[str], list[int]]:
    uitkomsten, bevestigingen = [], []
    with tempfile.TemporaryDirectory() as tijdelijk:
        (klaar := Path(tijdelijk) / "klaar").mkdir()
        last.bereid(klaar)
        duur = _duur(last, shutil.copytree(klaar, Path(tijdelijk) / "duur"))
        for keer in range(keren):
            map_ = shutil.copytree(klaar, Path(tijdelijk) / str(keer))
            bevestigd = _dood_onderweg(last, map_, toeval.uniform(0.0, duur))
            bevestigingen.append(bevestigd)
            uitkomsten.append(kijk(last, map_, bevestigd))
            shutil.rmtree(map_)
    return uitkomsten, bevestigingen


def kijk(last: Werklast, map_: Path, bevestigd: int) -> str:
    """Wat er mis is na een onverwacht einde; een melding bij het openen telt ook als mis."""
    try:
        return last.klopt(map_, bevestigd)
    except (Fout, ValueError) as fout:
        return f"na {bevestigd} bevestigd: {fout!r}"


def _duur(last: Werklast, map_: Path) -> float:
    begin = time.perf_counter()
    last.doe(map_, lambda _nummer: None)
    return time.perf_counter() - begin


def _dood_onderweg(last: Werklast, map_: Path, seconden: float) -> int:
    """Wacht tot het kind begonnen is, dan nog even, en doodt dan. Geeft de laatste bevestiging."""
    lezen, schrijven = os.pipe()
    kind = os.fork()
    if kind == 0:
        os.close(lezen)
        last.doe(map_, lambda nummer: os.write(schrijven, f"{nummer}\n".encode()) and None)
        os._exit(0)
    os.close(schrijven)
    ontvangen = os.read(lezen, 1)
    select.select([], [], [], seconden)
    os.kill(kind, signal.SIGKILL)
    os.waitpid(kind, 0)
    ontvangen += b"".join(_tot_het_einde(lezen))
    os.close(lezen)
    return int(ontvangen[: ontvangen.rindex(b"\n")].split()[-1])


def _tot_het_einde(pijp: int) -> Iterator[bytes]:
    while deel := os.read(pijp, 65536):
        yield deel
