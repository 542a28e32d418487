"""De openbare proefbestanden van age: elk geeft wat het hoort, of wordt net geweigerd."""

from __future__ import annotations

from tests.sleutels.test_age import VECTOREN, test_elk_bestand_geeft_wat_het_hoort


def bewijs(_aantal: int) -> tuple[int, int]:
    """Altijd allemaal; geeft hoe vaak het goed ging."""
    mis = 0
    for vector in VECTOREN:
        try:
            test_elk_bestand_geeft_wat_het_hoort(vector)
        except AssertionError:
            print(f"  {vector.naam}: niet wat het hoort")
            mis += 1
    return len(VECTOREN) - mis, mis
