"""Elke zin die iemand leest, is er ook in het Engels, met dezelfde invulwoorden."""

import importlib.util
import re

import pytest
from babel.messages.pofile import read_po

from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.kern.taal import _, ngettext, stel_taal_in

WORTEL = MIDDELEN.parent


@pytest.fixture(scope="module")
def vertalen():
    """Het gereedschap uit packaging, dat geen pakket is."""
    plan = importlib.util.spec_from_file_location("vertalen", WORTEL / "packaging" / "vertalen.py")
    module = importlib.util.module_from_spec(plan)
    plan.loader.exec_module(module)
    return module


def test_het_engels_is_compleet_en_er_staat_niets_ouds_in(vertalen):
    bron, catalogus = vertalen.sjabloon(), vertalen.lees()
    assert vertalen.ontbreekt(catalogus, bron) == []
    assert {str(m.id) for m in catalogus if m.id} == {str(m.id) for m in bron if m.id}


def test_invulwoorden_zijn_gelijk(vertalen):
    with vertalen.CATALOGUS.open("rb") as stroom:
        catalogus = read_po(stroom, locale="en")
    for bericht in catalogus:
        for nl, en in zip(*((d,) if isinstance(d, str) else d for d in (bericht.id, bericht.string)), strict=True):
            if nl:
                assert set(re.findall(r"{\w+}", nl)) == set(re.findall(r"{\w+}", en)), nl


def test_wisselen_van_taal():
    stel_taal_in("en")
    assert _("Nieuwe vraag") != "Nieuwe vraag"
    assert _("een zin die niet bestaat") == "een zin die niet bestaat"
    stel_taal_in("xx")
    assert _("Nieuwe vraag") == "Nieuwe vraag"
    assert ngettext("een", "meer", 2) == "meer"


def test_het_handboek_is_er_in_beide_talen_met_dezelfde_koppen():
    for pagina in ("handboek", "veiligheid"):
        koppen = [
            re.findall(
                r"^#+ ", (MIDDELEN / "handboek" / taal / f"{pagina}.md").read_text(encoding="utf-8"), re.MULTILINE
            )
            for taal in ("nl", "en")
        ]
        assert koppen[0] == koppen[1]
