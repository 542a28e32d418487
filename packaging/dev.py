#!/usr/bin/env python3
"""Alles wat een ontwikkelaar nodig heeft, met één opdracht en alleen de standaardbibliotheek.

    python3 packaging/dev.py run [...]       zet klaar en opent het programma; wat volgt gaat naar het programma
    python3 packaging/dev.py test [...]      zet klaar, en draait opmaak, typen, invoercontracten en proeven
    python3 packaging/dev.py prove [NAAM]    de zware bewijzen (zonder naam: allemaal)
    python3 packaging/dev.py bench           de metingen, als verhoudingen uit één keer draaien
    python3 packaging/dev.py vertaal         haalt zinnen op en werkt de catalogi bij

De omgeving staat in .venv en komt uit een lock met hashes. Op Debian en Ubuntu zet dit als root ook de
systeembibliotheken neer; anders staat er precies welke opdracht dat doet.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
OMGEVING = WORTEL / ".venv"
PYTHON = OMGEVING / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {
    "run": WORTEL / "packaging" / "requirements.lock",
    "dev": WORTEL / "packaging" / "requirements-dev.lock",
    # Waar de metingen zich mee vergelijken; het programma en de proeven hebben het niet nodig.
    "bench": WORTEL / "packaging" / "requirements-bench.lock",
}

# Wat Qt nodig heeft om te laden, en wat er bij komt voor een venster onder X11.
QT_LIBS = ("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1")
VENSTER_LIBS = (
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0",
)  # fmt: skip
VOLGEN = ("strace", "dbus-daemon", "dbus-bin")
SCHERMLEZER = ("xvfb", "xauth", "at-spi2-core", "python3-pyatspi", "dbus")
LAAGSTE_PYTHON = (3, 11)


def main() -> int:
    """Kiest de opdracht."""
    opdrachten = {"run": _run, "test": _test, "prove": _prove, "bench": _bench, "vertaal": _vertaal}
    if sys.version_info < LAAGSTE_PYTHON:
        print("Dit programma heeft Python 3.11 of nieuwer nodig.", file=sys.stderr)
        return 2
    if len(sys.argv) < 2 or sys.argv[1] not in opdrachten:
        print(__doc__)
        return 2
    os.chdir(WORTEL)
    return opdrachten[sys.argv[1]](sys.argv[2:])


def _run(rest: list[str]) -> int:
    _zet_klaar("run", QT_LIBS + VENSTER_LIBS)
    return _python("-m", "ui", *rest)


def _test(rest: list[str]) -> int:
    _zet_klaar("dev", QT_LIBS + VENSTER_LIBS + VOLGEN)
    stappen = [
        ("opmaak", ("-m", "ruff", "format", "--check", ".")),
        ("regels voor code", ("-m", "ruff", "check", ".")),
        ("invoercontracten", ("-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())")),
        ("typen", ("-m", "mypy")),
        ("proeven", ("-m", "pytest", "-n", "auto", "--dist", "loadgroup", *rest)),
    ]
    for naam, opdracht in stappen:
        print(f"== {naam}", flush=True)
        if code := _python(*opdracht, omgeving=_PROEF):
            print(f"== {naam}: niet gelukt", file=sys.stderr)
            return code
    return 0


def _prove(rest: list[str]) -> int:
    _zet_klaar("dev", QT_LIBS + VENSTER_LIBS + VOLGEN + SCHERMLEZER)
    return _python("-m", "tests.bewijzen", *rest, omgeving=_PROEF)


def _bench(rest: list[str]) -> int:
    _zet_klaar("dev", QT_LIBS + VENSTER_LIBS)
    _omgeving("bench")
    return _python("-m", "tests.metingen", *rest, omgeving=_PROEF)


def _vertaal(_rest: list[str]) -> int:
    _zet_klaar("dev", ())
    return _python("packaging/vertalen.py")


_PROEF = {"QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}


def _python(*argumenten: str, omgeving: dict[str, str] | None = None) -> int:
    huidig = os.environ | {"PYTHONPATH": str(WORTEL)}
    if omgeving:
        huidig |= {naam: waarde for naam, waarde in omgeving.items() if naam not in os.environ}
    return subprocess.run([str(PYTHON), *argumenten], env=huidig, check=False).returncode


def _zet_klaar(soort: str, pakketten: tuple[str, ...]) -> None:
    _systeempakketten(pakketten)
    _omgeving(soort)


def _systeempakketten(namen: tuple[str, ...]) -> None:
    """Op Debian en Ubuntu: zet neer wat ontbreekt als dat mag, en zeg anders hoe."""
    if not sys.platform.startswith("linux") or not shutil.which("dpkg-query"):
        return
    ontbreekt = [naam for naam in namen if not _staat_er(naam)]
    if not ontbreekt:
        return
    opdracht = ["apt-get", "install", "-y", "--no-install-recommends", *ontbreekt]
    if os.geteuid() != 0:
        print(
            "Er ontbreken systeembibliotheken. Zet ze neer met:\n  sudo apt-get update && sudo " + " ".join(opdracht),
            file=sys.stderr,
        )
        return
    print("Systeembibliotheken neerzetten: " + " ".join(ontbreekt), flush=True)
    stil = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=stil, check=False, stdout=subprocess.DEVNULL)
    if subprocess.run(opdracht, env=stil, check=False, stdout=subprocess.DEVNULL).returncode:
        print("Dat lukte niet. Probeer zelf:\n  " + " ".join(opdracht), file=sys.stderr)


def _staat_er(naam: str) -> bool:
    """Of een pakket er is; sinds 2024 heten sommige pakketten met t64 erachter."""
    for kandidaat in (naam, f"{naam}t64"):
        uit = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Status}", kandidaat], capture_output=True, text=True, check=False
        )
        if "install ok installed" in uit.stdout:
            return True
    return False


def _omgeving(soort: str) -> None:
    """Maakt .venv en vult die uit de lock; een tweede keer is er niets te doen."""
    stempel = OMGEVING / "lock.stempel"
    gedaan = set(stempel.read_text(encoding="utf-8").split()) if stempel.exists() and PYTHON.exists() else set()
    if _vingerafdruk(soort) in gedaan or (soort == "run" and _vingerafdruk("dev") in gedaan):
        return
    if not PYTHON.exists():
        print("Omgeving maken in .venv", flush=True)
        venv.EnvBuilder(with_pip=True, clear=OMGEVING.exists()).create(OMGEVING)
    print("Pakketten neerzetten uit " + LOCKS[soort].name, flush=True)
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    if code := _python(*pip, "--only-binary", ":all:", "-r", str(LOCKS[soort])):
        print("De pakketten konden niet worden neergezet. Is er verbinding?", file=sys.stderr)
        raise SystemExit(code)
    stempel.write_text("\n".join([*gedaan, _vingerafdruk(soort)]), encoding="utf-8")


def _vingerafdruk(soort: str) -> str:
    return hashlib.sha256(LOCKS[soort].read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
