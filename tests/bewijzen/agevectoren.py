"""De openbare proefbestanden van age: elk geeft wat het hoort, of wordt net geweigerd."""

from __future__ import annotations

from tests.sleutels.test_age import VECTOREN, test_elk_bestand_geeft_wat_het_hoort


def bewijs(_aantal: int) -> tuple[int, int]:
    """Altijd allemaal; geeft hoe vaak het goed ging."""
    mis = 0
    for vector in VECTOREN:
        try:
            test_elk_bestand_geeft_wat_het_hoort(vector)
        except Exception as fout:  # noqa: BLE001 - wat de lezer ook gooit bij een verminkt bestand, telt als mis
            print(f"  {vector.naam}: {type(fout).__name__}")
            mis += 1
    return len(VECTOREN) - mis, mis
