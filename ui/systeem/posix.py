"""Wat Linux en macOS delen."""

from __future__ import annotations

import sys

from ui.systeem import Systeem


class Posix(Systeem):
    """Een systeem met de gewone grenzen van POSIX."""

    def schrijf_geen_geheugen_weg(self) -> None:
        """Zet de grootste omvang van zo'n bestand op nul."""
        if sys.platform != "win32":
            import resource

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
