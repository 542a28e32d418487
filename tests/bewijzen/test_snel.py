"""De zware bewijzen in het kort, zodat ze bij elke wijziging meedraaien."""

import sys

import pytest

from tests.bewijzen import kanarie, kills, toetsen


@pytest.mark.skipif(sys.platform == "win32", reason="fork bestaat niet op Windows")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_gedood_tijdens_het_schrijven_en_niets_verloren():
    assert kills.bewijs(25) == (25, 0)


def test_geen_kanarie_in_wat_er_geschreven_is():
    goed, fout = kanarie.bewijs(1)
    assert fout == 0
    assert goed >= 5


def test_lukrake_toetsen_laten_het_venster_heel():
    assert toetsen.bewijs(1) == (1, 0)
