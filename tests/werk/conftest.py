"""Wat de proeven van het werk delen: laptops van collega's die elkaar kennen, Sam met zijn besluit, en post lezen."""

from __future__ import annotations

import itertools
import shutil
from contextlib import ExitStack, contextmanager

import pytest

from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import collegas, dossiers, postvak, vernietigen, werkplek
from tests.conftest import MOMENT, WACHTZIN


@pytest.fixture(scope="module")
def drie(tmp_path_factory):
    """Drie lege werkplekken op schijf; elke proef krijgt haar eigen kopieën."""
    waar = tmp_path_factory.mktemp("drie")
    mappen = []
    for wie in ("Robin", "Kim", "Mo"):
        nieuw = werkplek.bereid_voor(waar, f"Werkplek {wie}", f"{wie} Proef", WACHTZIN)
        werkplek.maak(nieuw, VasteKlok(MOMENT), VLOER).sluit()
        mappen.append(nieuw.map)
    return mappen


def open_laptop(map_):
    return werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT))


def stel_voor(een, ander, tmp_path):
    """Twee collega's geven elkaar hun kaartje en lezen de cijfers na."""
    for van, naar in ((een, ander), (ander, een)):
        collegas.bewaar_kaartje(van, pad := tmp_path / "k.kaartje")
        collegas.bevestig(naar, collegas.laad_kaartje(naar, pad).id)


def vernietig_op_verzoek(plek, dossier):
    """Vernietigt een dossier zoals iemand dat op verzoek doet; geeft het bewijs."""
    woord = vernietigen.woord_om_over_te_typen(plek, dossier)
    verzoek = vernietigen.Wegverzoek(vernietigen.Verzoeker.GEZAG, plek.vandaag, niets_verzet_zich=True)
    return vernietigen.vernietig(plek, dossier, vernietigen.Grond.VERZOEK, woord, verzoek)


@contextmanager
def open_laptops(drie, tmp_path):
    """Kopieën van drie werkplekken die elkaar kennen; aan het eind weer dicht."""
    with ExitStack() as stapel:
        plekken = [open_laptop(shutil.copytree(m, tmp_path / str(n))) for n, m in enumerate(drie)]
        for plek in plekken:
            stapel.callback(plek.sluit)
        for een, ander in itertools.combinations(plekken, 2):
            stel_voor(een, ander, tmp_path)
        yield plekken


@pytest.fixture
def laptops(drie, tmp_path):
    """Robin, Kim en Mo, die elkaar kennen."""
    with open_laptops(drie, tmp_path) as plekken:
        yield plekken


@pytest.fixture
def sam(voorbeeldplek):
    """Het dossier van Sam, en de sleutel van zijn eerste toewijzing."""
    dossier = dossiers.overzicht(voorbeeldplek)[0].id
    return dossier, voorbeeldplek.dossier(dossier).alle(Toegewezen)[0].sleutel


@pytest.fixture
def lees(voorbeeldplek, tmp_path):
    """Leest een bericht in en neemt het op."""

    def inlezen(inhoud):
        (pad := tmp_path / "bericht.xml").write_bytes(inhoud)
        gelezen = postvak.bekijk(voorbeeldplek, pad)
        postvak.neem_op(voorbeeldplek, gelezen)
        return gelezen

    return inlezen
