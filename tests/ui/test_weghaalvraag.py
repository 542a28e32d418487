"""Haalde een ander iets weg waar hier aan geschreven is, dan staat de vraag erbij, bij elk soort lijst."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.kansencirkel import Kansencirkel
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.journaal.wijziging import VERWIJDERD, Plaats, Wijziging, WijzigingId
from jeugdteam_app.opslag import journaal
from jeugdteam_app.werk import dossiers, schrijven, toewijzen
from tests.ui.test_samen import teksten


@pytest.fixture
def sam(venster):
    return next(r.id for r in dossiers.overzicht(venster.plek) if "Sam" in r.naam)


def haal_elders_weg(plek, dossier, sleutel):
    """Een collega die alleen het begin kende, haalde dit weg."""
    weg = Plaats(sleutel, VERWIJDERD)
    elders = Wijziging(
        WijzigingId("elders", 1), dossier, "elders", weg, {"b": True}, frozenset(), "Kim Proef", plek.tijd
    )
    journaal.voeg_toe(plek.kluis, plek.stand(dossier), [elders])
    plek.vergeet(dossier)


def open_blad(venster, dossier, hoofdstuk):
    venster.toon_dossier(dossier)
    venster.scherm.toon_hoofdstuk(hoofdstuk)
    QApplication.processEvents()
    return venster.scherm.blad(hoofdstuk)


def druk(blad, naam):
    next(k for k in blad.findChildren(QPushButton) if k.accessibleName() == naam and k.isVisible()).click()
    QApplication.processEvents()


def conflicten(venster, dossier):
    return list(venster.plek.dossier(dossier).conflicten())


@pytest.mark.parametrize("keus", ["Dit blijft staan", "Dit gaat weg"])
def test_bij_een_doel_staat_wie_het_weghaalde_en_kiest_iemand(venster, sam, keus):
    doel = venster.plek.dossier(sam).alle(Doel)[0].sleutel
    haal_elders_weg(venster.plek, sam, doel)
    assert conflicten(venster, sam) == [f"{doel}/verwijderd"]
    blad = open_blad(venster, sam, "analyse")
    assert "Kim Proef haalde dit weg. Robin Proef schreef er nog aan en wist dat niet." in teksten(blad)
    druk(blad, keus)
    assert conflicten(venster, sam) == []
    assert (doel in [d.sleutel for d in venster.plek.dossier(sam).alle(Doel)]) == (keus == "Dit blijft staan")


def test_ook_bij_een_kansencirkel(venster, sam):
    cirkel = schrijven.voeg_toe(venster.plek, sam, Kansencirkel, {Kansencirkel.datum: venster.plek.vandaag})
    haal_elders_weg(venster.plek, sam, cirkel)
    blad = open_blad(venster, sam, "kansencirkel")
    assert "Kim Proef haalde dit weg." in teksten(blad)
    druk(blad, "Dit blijft staan")
    assert conflicten(venster, sam) == []


def test_ook_bij_een_ontwerp_van_een_toewijzing(venster, sam):
    sleutel = toewijzen.begin(venster.plek, sam)
    haal_elders_weg(venster.plek, sam, sleutel)
    blad = open_blad(venster, sam, "toewijzing")
    assert "Kim Proef haalde dit weg." in teksten(blad)
    druk(blad, "Dit gaat weg")
    assert conflicten(venster, sam) == []
    assert sleutel not in [t.sleutel for t in venster.plek.dossier(sam).alle(Toegewezen)]


def test_een_vastgesteld_besluit_kan_alleen_blijven(venster, sam):
    besluit = next(t.sleutel for t in venster.plek.dossier(sam).alle(Toegewezen))
    haal_elders_weg(venster.plek, sam, besluit)
    blad = open_blad(venster, sam, "toewijzing")
    knoppen = [k.accessibleName() for k in blad.findChildren(QPushButton) if k.isVisible()]
    assert "Dit gaat weg" not in knoppen
    druk(blad, "Dit blijft staan")
    assert conflicten(venster, sam) == []
