"""De ene deur van het programma: een opdracht gaat naar de opdrachtregel, zonder opdracht opent het venster.

Qt wordt hier pas geladen als er een venster of een beeld van een scherm nodig is.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.kern.taal import _
from jeugdteam_app.zinnen.fouten import zin

WERELD = 4


def main() -> int:
    """Start het programma met de argumenten van de opdrachtregel."""
    argumenten = sys.argv[1:]
    if argumenten:
        return _opdracht(argumenten)
    if not _heeft_scherm():
        map_ = Path.home() / "jeugdteam-voorbeeld"
        print(_("Er is hier geen scherm. Daarom doen we hetzelfde werk zonder venster, in {map}.").format(map=map_))  # noqa: T201
        return _opdracht(["voorbeeld", "--map", str(_vrije_map(map_))])
    try:
        from ui.app import start
    except ImportError:
        print(zin(WereldFout("venster-niet-geladen")), file=sys.stderr)  # noqa: T201
        return WERELD
    return start()


def _opdracht(argumenten: list[str]) -> int:
    """Geeft een opdracht door aan de opdrachtregel; die wordt pas dan geladen."""
    from jeugdteam_app.opdrachtregel.hoofd import hoofd

    return hoofd(argumenten, _plaatjes)


def _heeft_scherm() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    # Deze twee van Qt tekenen nergens op: dan zou er een venster wachten dat niemand ziet.
    vorm = os.environ.get("QT_QPA_PLATFORM", "")
    if vorm.partition(":")[0] in ("offscreen", "minimal"):
        return False
    return bool(vorm or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _vrije_map(map_: Path) -> Path:
    """De map zelf, of dezelfde naam met een nummer als er al iets in staat."""
    nummer, kandidaat = 1, map_
    while kandidaat.exists() and any(kandidaat.iterdir()):
        nummer += 1
        kandidaat = map_.with_name(f"{map_.name}-{nummer}")
    return kandidaat


def _plaatjes(kluis: Path, map_: Path) -> list[Path]:
    try:
        from ui.plaatjes import maak

        return maak(kluis, map_)
    except ImportError:
        raise WereldFout("venster-niet-geladen") from None


if __name__ == "__main__":
    sys.exit(main())
