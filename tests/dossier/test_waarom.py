"""Bij elk veld staat waarom we het vragen."""

from __future__ import annotations

import pytest

from jeugdteam_app.dossier import dossier
from jeugdteam_app.dossier.afweging import VRAGEN, Afweging
from jeugdteam_app.dossier.velden import REGISTER
from jeugdteam_app.dossier.waarom import _PER_ONDERWERP, _PER_VELD, waarom

assert dossier


@pytest.mark.parametrize("veld", REGISTER.values(), ids=REGISTER)
def test_elk_veld_zegt_waarom(veld):
    zin = waarom(veld)
    assert zin.endswith((".", "?"))
    assert len(zin) <= 140


def test_er_staat_geen_reden_bij_iets_dat_niet_bestaat():
    assert set(_PER_VELD) <= set(REGISTER)
    assert set(_PER_ONDERWERP) == {v.eigenaar for v in REGISTER.values()}
    assert waarom(Afweging.geld_knelt) == VRAGEN["geld_knelt"].waarom
