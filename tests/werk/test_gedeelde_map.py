"""Een deel van een dossier sturen, en een map met bundels van veel laptops."""

from __future__ import annotations

import itertools
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.journaal.stand import vouw
from jeugdteam_app.kern.bestanden import schrijf_heel
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.uitwisseling import bundel
from jeugdteam_app.werk import collegas, dossiers, gedeelde_map, overdragen, samen, schrijven, werkplek
from jeugdteam_app.werk.gedeelde_map import Toestand
from jeugdteam_app.werk.voortgang import VOORWERPEN
from tests.journaal.test_samenvoegen import OUD
from tests.journaal.test_samenvoegen import geschiedenis as van_tekst
from tests.werk.test_samen import BEELD, begin, breng, leg

VRAAG = (Aanmelding.soort, Aanmelding.korte_vraag)
ZONDER_ANALYSE = ["analyse", "gesprekken"]


def id_van(plek):
    return opslag.mijn_id(plek.kluis)


def geschiedenis(plek, dossier):
    gezin = journaal.stroom(plek.kluis, dossier).gezin
    return {s: {w.id: w for w in journaal.lees_wijzigingen(plek.kluis, s)} for s in (dossier, gezin)}


def test_wat_niet_gekozen_is_gaat_niet_mee_en_later_komt_het_er_gewoon_bij(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    leg(robin, dossier, VRAAG, "Wie helpt ons?")
    samen.verstuur(robin, [dossier], [id_van(kim)], pad := tmp_path / "deel.bundel", ZONDER_ANALYSE)
    assert b"eerste beeld" not in pad.read_bytes()
    proef = samen.bekijk(kim, pad)
    assert proef.bundel.kop.zonder == ("analyse", "gesprekken")
    samen.neem_over(kim, proef)
    daar = kim.dossier(dossier)
    assert waarde(daar.een(Aanmelding).korte_vraag) == "Wie helpt ons?"
    assert waarde(daar.een(Jeugdige).roepnaam) == "Sam"
    assert not isinstance(daar.een(Analyse).gedeeld_beeld, Bekend)
    werkplek.controleer(kim)
    # Kim schrijft verder, en Robin stuurt daarna alles.
    leg(kim, dossier, VRAAG, "Wie helpt ons nu?")
    breng(robin, dossier, kim, tmp_path)
    breng(kim, dossier, robin, tmp_path)
    assert geschiedenis(kim, dossier) == geschiedenis(robin, dossier)
    assert waarde(kim.dossier(dossier).een(Analyse).gedeeld_beeld) == "eerste beeld"
    werkplek.controleer(kim)
    werkplek.controleer(robin)


def test_wie_het_gezin_is_gaat_altijd_mee(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    samen.verstuur(robin, [dossier], [id_van(kim)], pad := tmp_path / "deel.bundel", list(VOORWERPEN))
    proef = samen.bekijk(kim, pad)
    assert samen.naam_na(kim, proef, dossier) == "Sam"
    assert {w.plaats.voorwerp.partition(":")[0] for w in proef.nieuw} <= VOORWERPEN["gezin"]


@settings(max_examples=200)
@given(st.data())
def test_in_delen_aangekomen_is_hetzelfde_als_in_een_keer(data):
    """Welke hoofdstukken eerst komen en in welke volgorde maakt niet uit: de vouw is dezelfde."""
    alle = van_tekst(OUD, *(f"{OUD} {t}" for t in data.draw(st.lists(st.text(max_size=5), min_size=1, max_size=3))))
    eerst = [w for w in alle if data.draw(st.booleans())]
    rest = data.draw(st.permutations(alle))
    assert vouw([*eerst, *rest]) == vouw(alle)


def test_overdragen_in_delen_kan_niet(laptops, tmp_path):
    import inspect

    assert "zonder" not in inspect.signature(overdragen.draag_over).parameters


# --- de gedeelde map ---


@pytest.fixture
def map_(laptops, tmp_path):
    (gemaakt := tmp_path / "gedeeld").mkdir()
    for plek in laptops:
        gedeelde_map.kies(plek, gemaakt)
    return gemaakt


def leg_neer(van, dossier, naar, map_):
    pad = map_ / gedeelde_map.nieuwe_naam(van.vandaag)
    samen.verstuur(van, [dossier], [id_van(naar)], pad)
    return pad


def toestanden(plek):
    return [(b.van, b.toestand) for b in gedeelde_map.kijk(plek).voor_mij]


def test_iedereen_ziet_alleen_wat_voor_hem_is_in_de_goede_volgorde(laptops, map_):
    robin, kim, mo = laptops
    van_robin, van_mo = begin(robin), begin(mo)
    eerste = leg_neer(robin, van_robin, kim, map_)
    leg(robin, van_robin, BEELD, "tweede beeld")
    tweede = leg_neer(robin, van_robin, kim, map_)
    leg_neer(mo, van_mo, robin, map_)
    leg_neer(mo, van_mo, kim, map_)
    gezien = gedeelde_map.kijk(kim)
    assert [b.van for b in gezien.voor_mij] == ["Mo Proef", "Robin Proef", "Robin Proef"]
    assert [b.pad for b in gezien.voor_mij[1:]] == [eerste, tweede]
    assert gezien.voor_anderen == 1
    assert dossiers.overzicht(kim) == [], "kijken verandert niets"
    samen.neem_over(kim, samen.bekijk(kim, tweede))
    assert toestanden(kim) == [
        ("Mo Proef", Toestand.NIEUW), ("Robin Proef", Toestand.INGEHAALD), ("Robin Proef", Toestand.GELEZEN),
    ]  # fmt: skip
    assert [b.van for b in gedeelde_map.kijk(robin).voor_mij] == ["Mo Proef"]


def test_iemand_zonder_kaartje_een_stuk_bestand_en_een_groot_bestand(laptops, map_, monkeypatch):
    robin, kim, _mo = laptops
    pad = leg_neer(robin, begin(robin), kim, map_)
    (map_ / "stuk.bundel").write_bytes(pad.read_bytes()[:-10])
    (map_ / "rommel.bundel").write_bytes(b"geen bundel")
    (map_ / "map.bundel").mkdir()
    (map_ / "leesmij.txt").write_text("hoi")
    with (map_ / "groot.bundel").open("wb") as groot:
        groot.truncate(60_000_000)
    with kim.kluis.transactie() as verbinding:
        verbinding.execute("DELETE FROM contact WHERE id = ?", (id_van(robin),))
    gezien = gedeelde_map.kijk(kim)
    assert [(b.toestand, b.van) for b in gezien.voor_mij] == [(Toestand.ONBEKENDE, "")]
    assert (gezien.voor_anderen, gezien.overgeslagen) == (2, 2)
    monkeypatch.setattr(gedeelde_map, "MEESTE_BESTANDEN", 1)
    assert gedeelde_map.kijk(kim).overgeslagen >= 4


def test_een_bundel_van_een_nieuwer_programma_en_een_naam_die_nergens_heen_wijst(laptops, map_, monkeypatch):
    robin, kim, _mo = laptops
    (map_ / "weg.bundel").symlink_to(map_ / "er-is-niets")
    leg_neer(robin, begin(robin), kim, map_)
    monkeypatch.setattr(bundel, "HOOGSTE_VERSIE", 0)
    assert [b.toestand for b in gedeelde_map.kijk(kim).voor_mij] == [Toestand.NIEUWER_PROGRAMMA]


def test_een_map_die_er_niet_is(laptops, map_):
    kim = laptops[1]
    map_.rmdir()
    with pytest.raises(InvoerFout, match="gedeelde-map-onleesbaar"):
        gedeelde_map.kijk(kim)
    with pytest.raises(InvoerFout, match="gedeelde-map-onleesbaar"):
        gedeelde_map.kies(kim, map_)
    assert gedeelde_map.plek(kim) == map_, "de gekozen map blijft onthouden"


def test_honderd_bundels_van_drie_laptops_in_elke_volgorde_geven_hetzelfde(laptops, map_):
    robin, kim, mo = laptops
    dossier = begin(robin)
    for ander in (kim, mo):
        samen.neem_over(ander, samen.bekijk(ander, leg_neer(robin, dossier, ander, map_)))
    for ronde in range(6):
        for wie, (naar, nog) in zip(laptops, [(kim, mo), (robin, mo), (robin, kim)], strict=True):
            schrijven.leg_vast(wie, dossier, {(Analyse.soort, Analyse.nodig): Bekend(f"{wie.wie} {ronde}")})
            leg_neer(wie, dossier, naar, map_)
            leg_neer(wie, dossier, nog, map_)
    for wie, keer in itertools.product(laptops, range(2)):
        berichten = gedeelde_map.kijk(wie).voor_mij
        for bericht in reversed(berichten) if keer else berichten:
            samen.neem_over(wie, samen.bekijk(wie, bericht.pad))
    assert geschiedenis(robin, dossier) == geschiedenis(kim, dossier) == geschiedenis(mo, dossier)
    for wie in laptops:
        werkplek.controleer(wie)


def test_namen_in_de_map_botsen_niet_en_zeggen_niets(laptops):
    namen = {gedeelde_map.nieuwe_naam(laptops[0].vandaag) for _keer in range(200)}
    assert len(namen) == 200
    assert all(naam.startswith("jeugdteam-20261124-") and naam.endswith(".bundel") for naam in namen)
    assert os.sep not in "".join(namen)


@pytest.mark.skipif(os.name != "posix", reason="rechten van een bestand zijn er zo alleen op POSIX")
def test_wat_verzegeld_in_een_gedeelde_map_ligt_is_voor_een_collega_te_lezen(laptops, tmp_path):
    """De inhoud is verzegeld; met rechten alleen voor de maker kwam een collega er in een gedeelde map niet bij."""
    robin, kim = laptops[:2]
    dossier = dossiers.begin_gezin(robin, "Proef")
    samen.verstuur(robin, [dossier], [id_van(kim)], bundel_pad := tmp_path / "over.bundel")
    collegas.bewaar_kaartje(robin, kaartje := tmp_path / "robin.kaartje")
    anders = os.umask(0)
    os.umask(anders)
    for pad in (bundel_pad, kaartje):
        assert pad.stat().st_mode & 0o777 == 0o666 & ~anders
    geheim = tmp_path / "geheim"
    schrijf_heel(geheim, b"alleen voor de maker")
    assert geheim.stat().st_mode & 0o777 == 0o600
