"""Gedeelde opstellingen: een echte kluis op schijf, met de lichtste sleutelparameters die mogen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.kern.taal import stel_taal_in
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from jeugdteam_app.sleutels import sloten
from jeugdteam_app.sleutels.sloten import VLOER, Rekenwerk
from jeugdteam_app.werk import gemeente_en_team, voorbeelden, werkplek
from jeugdteam_app.werk.werkplek import NieuweKluis, Werkplek

# Geen proef meet tijd: ook hypothesis niet.
settings.register_profile("huis", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("huis")

WACHTZIN = "molen kaart regen stoel vriend"
MOMENT = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nederlands() -> Iterator[None]:
    stel_taal_in("nl")
    yield
    stel_taal_in("nl")


@pytest.fixture(scope="session", autouse=True)
def _elke_som_een_keer() -> Iterator[None]:
    """De kluizen zijn kopieën van één map: dezelfde wachtzin met hetzelfde zout wordt één keer echt uitgerekend.

    IJken rekent wel elke keer: dat kijkt hoe lang het duurt.
    """
    echt = sloten._uit_wachtzin
    onthouden = cache(echt)

    def uit_wachtzin(wachtzin: str, zout: bytes, werk: Rekenwerk) -> bytes:
        return onthouden(wachtzin, zout, werk) if any(zout) else echt(wachtzin, zout, werk)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sloten, "_uit_wachtzin", uit_wachtzin)
        yield


def nieuwe(waar: Path) -> NieuweKluis:
    """Een voorbereide kluis."""
    return werkplek.bereid_voor(waar, "Proefwerkplek", "Robin Proef", WACHTZIN)


@pytest.fixture(scope="session")
def _lege_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    voorbereid = nieuwe(tmp_path_factory.mktemp("leeg"))
    plek = werkplek.maak(voorbereid, VasteKlok(MOMENT), VLOER)
    gemeente_en_team.bewaar(plek, voorbeeldprofiel())
    plek.sluit()
    return voorbereid.map


@pytest.fixture(scope="session")
def _voorbeeld_map(tmp_path_factory: pytest.TempPathFactory, _lege_map: Path) -> Path:
    map_ = tmp_path_factory.mktemp("voorbeeld") / "kluis-v"
    shutil.copytree(_lege_map, map_)
    plek = werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT))
    voorbeelden.laad(plek)
    plek.sluit()
    return map_


@pytest.fixture
def kluismap(_lege_map: Path, tmp_path: Path) -> Path:
    """De map van een lege kluis, van deze proef alleen."""
    return Path(shutil.copytree(_lege_map, tmp_path / "kluizen" / "kluis-a"))


@pytest.fixture
def voorbeeldmap(_voorbeeld_map: Path, tmp_path: Path) -> Path:
    """De map van een kluis met de voorbeeldgezinnen."""
    return Path(shutil.copytree(_voorbeeld_map, tmp_path / "kluizen" / "kluis-v"))


@pytest.fixture
def plek(kluismap: Path) -> Iterator[Werkplek]:
    """Een geopende lege werkplek, op een dag die stilstaat."""
    geopend = werkplek.open_met_wachtzin(kluismap, WACHTZIN, VasteKlok(MOMENT))
    yield geopend
    geopend.sluit()


@pytest.fixture
def voorbeeldplek(voorbeeldmap: Path) -> Iterator[Werkplek]:
    """Een geopende werkplek met de voorbeeldgezinnen."""
    geopend = werkplek.open_met_wachtzin(voorbeeldmap, WACHTZIN, VasteKlok(MOMENT))
    yield geopend
    geopend.sluit()
