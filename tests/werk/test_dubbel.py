"""Twee dossiers van hetzelfde kind: gemerkt, gekoppeld en losgemaakt; nooit samengevoegd."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.werk import dossiers, dubbel, schrijven
from jeugdteam_app.werk.mijn_werk import mijn_werk
from tests.werk.test_schrijven import van_een_ander


@pytest.fixture
def sam(voorbeeldplek):
    return dossiers.overzicht(voorbeeldplek)[0].id


def nieuw(plek, **velden):
    dossier = dossiers.begin_gezin(plek, "Familie Nieuw")
    feiten = {(Jeugdige.soort, getattr(Jeugdige, naam)): Bekend(inhoud) for naam, inhoud in velden.items()}
    schrijven.leg_vast(plek, dossier, feiten)
    return dossier


def geboren(plek, dossier):
    return waarde(plek.dossier(dossier).een(Jeugdige).geboortedatum)


@pytest.mark.parametrize(
    ("velden", "dubbel_"),
    [
        ({"bsn": "999900006"}, True),
        ({"roepnaam": "sam", "geboortedatum": "zelfde"}, True),
        ({"voornamen": "Sam Piet", "geboortedatum": "zelfde"}, True),
        ({"roepnaam": "Sàm", "geboortedatum": "zelfde"}, True),  # met of zonder streepje is dezelfde naam
        ({"roepnaam": "Tom", "achternaam": "Voorbeeld", "geboortedatum": "zelfde"}, False),  # een tweeling
        ({"roepnaam": "Sam", "geboortedatum": date(2014, 1, 1)}, False),
        ({"roepnaam": "Sam"}, False),
        ({"bsn": "999900018"}, False),
    ],
)
def test_hetzelfde_bsn_of_dezelfde_naam_en_dag(voorbeeldplek, sam, velden, dubbel_):
    dag = geboren(voorbeeldplek, sam)
    dossier = nieuw(voorbeeldplek, **{n: dag if w == "zelfde" else w for n, w in velden.items()})
    gevonden = dubbel.dubbele(voorbeeldplek, dossier)
    assert [d.dossier for d in gevonden] == ([sam] if dubbel_ else [])
    assert ("dubbel" in {t.punt.code for t in mijn_werk(voorbeeldplek)}) is dubbel_


def test_twee_dossiers_van_een_kind_zijn_bij_het_sturen_uit_elkaar_te_houden(voorbeeldplek, sam):
    dossier = nieuw(voorbeeldplek, roepnaam="Sam")
    regels = [r for r in dossiers.overzicht(voorbeeldplek) if r.id in (sam, dossier)]
    heten = [replace(r, naam="Sam") for r in regels]
    dag = geboren(voorbeeldplek, sam)
    namen = dossiers.namen_uit_elkaar(voorbeeldplek, heten)
    assert namen[sam] == f"Sam (Familie Voorbeeld, geboren op {toon_datum(dag)}, begonnen op 24-11-2026)"
    assert len(set(namen.values())) == 2


def test_twee_antwoorden_tellen_allebei(voorbeeldplek, sam):
    dag = geboren(voorbeeldplek, sam)
    dossier = nieuw(voorbeeldplek, roepnaam="Sam", geboortedatum=date(2014, 1, 1))
    anders = {"b": Jeugdige.geboortedatum.json_waarde(dag)}
    van_een_ander(voorbeeldplek, dossier, Jeugdige.geboortedatum.plaats(Jeugdige.soort), anders, gezien=False)
    assert [d.dossier for d in dubbel.dubbele(voorbeeldplek, dossier)] == [sam]
    zonder_dag = nieuw(voorbeeldplek, bsn="999900018")
    van_een_ander(voorbeeldplek, zonder_dag, Jeugdige.bsn.plaats(Jeugdige.soort), {"b": "999900006"}, gezien=False)
    assert sam in {d.dossier for d in dubbel.dubbele(voorbeeldplek, zonder_dag)}


def test_koppelen_en_losmaken_raakt_verder_niets(voorbeeldplek, sam):
    dossier = nieuw(voorbeeldplek, roepnaam="Sam", geboortedatum=geboren(voorbeeldplek, sam))
    voor = len(dossiers.overzicht(voorbeeldplek))
    dubbel.koppel(voorbeeldplek, dossier, sam)
    assert [d.gekoppeld for d in dubbel.dubbele(voorbeeldplek, dossier)] == [True]
    assert [d.gekoppeld for d in dubbel.dubbele(voorbeeldplek, sam)] == [True]
    assert "dubbel" not in {t.punt.code for t in mijn_werk(voorbeeldplek)}
    dubbel.maak_los(voorbeeldplek, sam, dossier)
    assert dubbel.dubbele(voorbeeldplek, dossier) == dubbel.dubbele(voorbeeldplek, sam) == ()
    assert "dubbel" not in {t.punt.code for t in mijn_werk(voorbeeldplek)}
    # Blijkt later dat zij hetzelfde bsn hebben, dan was ‘een ander kind’ een vergissing.
    schrijven.leg_vast(voorbeeldplek, dossier, {(Jeugdige.soort, Jeugdige.bsn): Bekend("999900006")})
    assert [d.dossier for d in dubbel.dubbele(voorbeeldplek, dossier)] == [sam]
    assert "dubbel" in {t.punt.code for t in mijn_werk(voorbeeldplek)}
    dubbel.koppel(voorbeeldplek, sam, dossier)
    assert [d.gekoppeld for d in dubbel.dubbele(voorbeeldplek, dossier)] == [True], "een vergissing is te herstellen"
    assert len(dossiers.overzicht(voorbeeldplek)) == voor


def test_koppelen_gaat_niet_half_ongedaan(voorbeeldplek, sam):
    ander = nieuw(voorbeeldplek, bsn="999900006")
    dubbel.koppel(voorbeeldplek, ander, sam)
    with pytest.raises(InvoerFout, match="ongedaan-gekoppeld"):
        schrijven.maak_ongedaan(voorbeeldplek, ander)
    assert [d.gekoppeld for d in dubbel.dubbele(voorbeeldplek, sam)] == [True]


def test_koppelt_de_een_en_maakt_de_ander_los_dan_vraagt_het_weer_om_een_mens(voorbeeldplek, sam):
    ander = next(r.id for r in dossiers.overzicht(voorbeeldplek) if r.id != sam)
    # Zoals het na samenvoegen staat: allebei waar.
    for een, twee in ((sam, ander), (ander, sam)):
        schrijven.leg_vast(voorbeeldplek, een, {
            (Jeugdige.soort, Jeugdige.zelfde_als): Bekend((twee,)), (Jeugdige.soort, Jeugdige.niet_zelfde_als): Bekend((twee,)),
        })  # fmt: skip
    [gevonden] = dubbel.dubbele(voorbeeldplek, sam)
    assert not gevonden.gekoppeld
    dubbel.maak_los(voorbeeldplek, sam, ander)
    assert dubbel.dubbele(voorbeeldplek, sam) == ()
