"""Dichtgemaakt voor collega's: wie genoemd is opent het, en een verminkte kop kost geen tijd."""

from __future__ import annotations

import pytest

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.sleutels import identiteit
from jeugdteam_app.sleutels.identiteit import MEESTE_ONTVANGERS, Identiteit, maak_dicht


def test_ook_de_laatste_van_het_grootste_aantal_ontvangers_kan_het_openen():
    ik = Identiteit.nieuw()
    anderen = [Identiteit.nieuw().openbaar for _ in range(MEESTE_ONTVANGERS - 1)]
    assert ik.maak_open(maak_dicht(b"inhoud", [*anderen, ik.openbaar])) == b"inhoud"
    with pytest.raises(InvoerFout, match="bundel-te-veel-ontvangers"):
        maak_dicht(b"inhoud", [*anderen, ik.openbaar, ik.openbaar])


@pytest.mark.parametrize("lang", [b"A" * 200_000, b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"])
def test_een_kop_zonder_eind_wordt_geweigerd_voordat_er_gelezen_wordt(monkeypatch, lang):
    ik = Identiteit.nieuw()
    dicht = maak_dicht(b"inhoud", [ik.openbaar])
    monkeypatch.setattr(identiteit.pyrage, "decrypt", lambda *_: pytest.fail("dit had niet gelezen mogen worden"))
    with pytest.raises(InvoerFout, match="bundel-niet-te-openen"):
        ik.maak_open(dicht[:50] + lang * (200_000 // len(lang)) + dicht[50:])
