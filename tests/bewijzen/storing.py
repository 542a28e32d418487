"""Een schijf die weigert: elke schrijfactie, elk vastleggen en elk hernoemen mislukt een keer, en daarna raakt hij vol.

De storing zit in de systeemaanroep zelf, onder SQLite en Python. Het programma mag dan een melding geven; wat bevestigd
was staat er nog, en openen lukt daarna weer.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.bewijzen import spoor
from tests.bewijzen.kills import kijk
from tests.bewijzen.werklasten import KORTE, WERKLASTEN, Werklast

# Per soort aanroep de fout, en of zij daarna blijft: een volle schijf blijft vol.
_STORINGEN = (
    ("pwrite64", "ENOSPC", "+"),
    ("write", "ENOSPC", "+"),
    ("pwrite64", "EIO", ""),
    ("write", "EIO", ""),
    ("fsync", "EIO", ""),
    ("rename", "EIO", ""),
    ("unlink", "EACCES", ""),
    ("mkdir", "ENOSPC", ""),
)


def bewijs(aantal: int) -> tuple[int, int]:
    """Per werklast en soort storing hoogstens zo veel momenten, gelijk verdeeld; geeft hoe vaak het goed ging.

    Opslaan en uitvoeren gaan ook een keer kort, en dan op elk moment.
    """
    if not spoor.kan():
        print("  strace mag hier niet: niets geprobeerd")
        return 0, 1
    goed, mis = 0, 0
    for last in (*WERKLASTEN, *KORTE):
        uitkomsten, meldingen = _van_last(last, sys.maxsize if last in KORTE else aantal)
        fouten = [u for u in uitkomsten if u]
        gezegd = ", ".join(f"{n} x {m or 'ging door'}" for m, n in meldingen.most_common())
        print(f"  {last.naam}: {len(uitkomsten)} storingen ({gezegd}), {len(fouten)} mis")
        for fout in sorted(set(fouten))[:5]:
            print(f"    {fout}")
        goed, mis = goed + len(uitkomsten) - len(fouten), mis + len(fouten)
    return goed, mis


def _van_last(last: Werklast, aantal: int) -> tuple[list[str], Counter[str]]:
    uitkomsten, meldingen = [], Counter[str]()
    with tempfile.TemporaryDirectory() as tijdelijk:
        werk = Path(tijdelijk)
        (klaar := werk / "klaar").mkdir()
        last.bereid(klaar)
        gewoon = spoor.neem_op(last, shutil.copytree(klaar, werk / "gewoon"), werk / "spoor.txt")
        keren = Counter(a.naam for a in gewoon)
        for aanroep, fout, blijft in _STORINGEN:
            for keer in _verdeeld(keren[aanroep], aantal):
                map_ = shutil.copytree(klaar, werk / "storing")
                bevestigd, melding = spoor.met_storing(last, map_, aanroep, fout, f"{keer}{blijft}")
                meldingen[melding] += 1
                if mis := kijk(last, map_, bevestigd):
                    uitkomsten.append(f"{aanroep} {fout} bij {keer}{blijft}: {mis}")
                else:
                    uitkomsten.append("")
                shutil.rmtree(map_)
    return uitkomsten, meldingen


def _verdeeld(hoeveel: int, hoogstens: int) -> list[int]:
    """Hoogstens zo veel nummers van 1 tot en met ``hoeveel``, gelijk verdeeld, met het eerste en het laatste erbij."""
    if hoeveel <= hoogstens:
        return list(range(1, hoeveel + 1))
    return sorted({1 + round(i * (hoeveel - 1) / max(hoogstens - 1, 1)) for i in range(hoogstens)})
