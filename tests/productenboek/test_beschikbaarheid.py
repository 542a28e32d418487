"""Wachttijden: onbekend is geen nul, en oud is herkenbaar oud."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from jeugdteam_app.productenboek.beschikbaarheid import OUD_NA_DAGEN, Wachttijd, bij_product, is_verouderd, ouderdom
from jeugdteam_app.productenboek.boek import laad

VANDAAG = date(2026, 11, 24)


def wachttijd(**anders):
    return Wachttijd(**{"aanbieder": "A", "product": "basis-ggz", "stand": VANDAAG} | anders)


def test_ouderdom_telt_dagen_en_pas_na_dertig_is_het_oud():
    op_de_grens = wachttijd(stand=VANDAAG - timedelta(days=OUD_NA_DAGEN))
    erover = wachttijd(stand=VANDAAG - timedelta(days=OUD_NA_DAGEN + 1))
    assert ouderdom(erover.stand, VANDAAG) == 31
    assert is_verouderd(erover, VANDAAG) and not is_verouderd(op_de_grens, VANDAAG)


def test_kortste_eerst_onbekend_als_laatste_en_op_code_of_id():
    product = laad("noord-veluwe").product("basis-ggz")
    lang, kort = wachttijd(weken=20), wachttijd(weken=0, product="54001")
    onbekend, ander = wachttijd(), wachttijd(product="pleegzorg", weken=1)
    assert bij_product([onbekend, lang, ander, kort], product) == (kort, lang, onbekend)
    zonder_code = laad("noord-veluwe").product("pleegzorg")
    assert bij_product([lang, ander], zonder_code) == (ander,)


@pytest.mark.parametrize("anders", [{"agb": "1"}, {"weken": -1}, {"weken": 521}, {"aanbieder": ""}, {"extra": 1}])
def test_een_wachttijd_die_niet_kan(anders):
    with pytest.raises(ValidationError):
        wachttijd(**anders)
