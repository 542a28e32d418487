"""Zoals een schermlezer gaat: het echte venster onder X, gelezen en bediend via de toegankelijkheidsdienst (AT-SPI)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NODIG = ("xvfb-run", "dbus-run-session", "/usr/libexec/at-spi-bus-launcher", "/usr/bin/python3")
REIS = Path(__file__).with_name("atspi_reis.py")


def bewijs(_aantal: int) -> tuple[int, int]:
    """Eén reis; geeft het aantal geslaagde en mislukte stappen."""
    mist = [n for n in NODIG if not (shutil.which(n) or Path(n).exists())]
    if mist:
        print(f"  niet gedraaid: {', '.join(mist)} ontbreekt")
        return 0, 1
    with tempfile.TemporaryDirectory() as thuis:
        omgeving = {
            **os.environ, "HOME": thuis, "XDG_DATA_HOME": f"{thuis}/data", "XDG_CONFIG_HOME": f"{thuis}/config",
            "XDG_RUNTIME_DIR": thuis, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb",
        }  # fmt: skip
        opdracht = [
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 1400x900x24",
            "dbus-run-session",
            "--",
            "/usr/bin/python3",
            str(REIS),
            sys.executable,
        ]
        uit = subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, check=False, timeout=300)
    regels = [r for r in uit.stdout.splitlines() if r.startswith(("goed ", "mis "))]
    for regel in regels:
        print(f"  {regel}")
    if uit.returncode and not any(r.startswith("mis ") for r in regels):
        print("  " + uit.stderr[-1500:].replace("\n", "\n  "))
        return len(regels), 1
    return sum(r.startswith("goed ") for r in regels), sum(r.startswith("mis ") for r in regels)
