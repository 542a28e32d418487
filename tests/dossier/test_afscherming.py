"""Afschermen: wie iets niet mag lezen, vindt het nergens; weten we niet wie leest, dan staat er niets afgeschermds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.documenten import analyse, gezinsplan, inzage, meertalig, planformulier
from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.afscherming import AF_TE_SCHERMEN, EIGEN_WOORDEN, KIND, LATER, lezers, niet_voor, voor_ogen
from jeugdteam_app.dossier.dossier import MEERVOUDIG
from jeugdteam_app.dossier.ecogram import ecogram, teken
from jeugdteam_app.dossier.familiegroepsplan import Taal, Zorg
from jeugdteam_app.dossier.gesprek import Instemmingen
from jeugdteam_app.dossier.gezin import Afscherming, Bandsoort, Persoon, Steun
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import Plaats
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from jeugdteam_app.werk import dossiers, schrijven
from jeugdteam_app.werk.voortgang import Deelstand, delen_van_analyse
from tests.documenten.test_documenten import MOMENT, tekst

LEZERS = [KIND, "persoon:noor", "persoon:karim", "persoon:tom"]
KINDEREN = {KIND, "persoon:tom"}


def dossier(afgeschermd):
    return uitwisselvorm.lees({
        "jeugdige": {"roepnaam": "Sam"},
        "persoon_lijst": [
            {"sleutel": "persoon:noor", "voornamen": "Noor", "rol": "ouder"},
            {"sleutel": "persoon:karim", "voornamen": "Karim", "rol": "ouder"},
            {"sleutel": "persoon:tom", "voornamen": "Tom", "rol": "broer_zus"},
        ],
        "uitspraak_lijst": [{"sleutel": f"uitspraak:{n}", "tekst": f"uitspraak {n}"} for n in range(3)],
        "factor_lijst": [{"sleutel": f"factor:{n}", "tekst": f"factor {n}", "aard": "uitlokkend"} for n in range(2)],
        "zorg_lijst": [{"sleutel": "zorg:1", "tekst": "zorg 1", "van": "Noor"}],
        "afscherming": {sleutel: {"niet_voor": list(wie)} for sleutel, wie in afgeschermd.items()},
    })  # fmt: skip


dingen = st.sampled_from(["uitspraak:0", "uitspraak:1", "uitspraak:2", "factor:0", "factor:1", "zorg:1"])


@given(st.dictionaries(dingen, st.sets(st.sampled_from(LEZERS)), max_size=6), st.sampled_from(["", *LEZERS]))
def test_een_lezer_ziet_alles_behalve_wat_niet_voor_hem_is(afgeschermd, lezer):
    van = dossier(afgeschermd)
    te_zien = {d.sleutel for soort in AF_TE_SCHERMEN for d in voor_ogen(van, lezer).alle(soort)}
    alles = {d.sleutel for soort in AF_TE_SCHERMEN for d in van.alle(soort)}
    assert alles - te_zien == {s for s, wie in afgeschermd.items() if moet_weg(wie, lezer)}


def moet_weg(wie, lezer):
    if not lezer:
        return bool(wie)
    return lezer in wie or (lezer in KINDEREN and bool(wie & KINDEREN))


def test_een_kind_is_bij_een_broer_of_zus_een_persoon():
    """Sam schermt iets af voor Tom; in het dossier van Tom heet Tom 'het kind', en blijft het weg. En andersom."""
    van = dossier({"zorg:1": ["persoon:tom"], "uitspraak:0": [KIND]})
    assert not voor_ogen(van, KIND).alle(Zorg)
    assert "uitspraak:0" in voor_ogen(van, "persoon:tom").verborgen
    assert voor_ogen(van, "persoon:noor").alle(Zorg)


def test_wie_weg_is_uit_het_dossier_kan_een_kind_zijn_geweest():
    van = dossier({"zorg:1": ["persoon:weg"]})
    assert not voor_ogen(van, KIND).alle(Zorg)
    assert not voor_ogen(van).alle(Zorg)
    assert voor_ogen(van, "persoon:noor").alle(Zorg)


def test_op_papier_staat_het_niet():
    van = dossier({"uitspraak:1": ["persoon:karim"], "factor:1": [KIND], "zorg:1": ["persoon:karim"]})
    for lezer, mist in (("", {"uitspraak 1", "factor 1"}), (KIND, {"factor 1"}), ("persoon:noor", set())):
        gelezen = tekst(analyse.maak(voor_ogen(van, lezer), MOMENT))
        assert {w for w in ("uitspraak 0", "uitspraak 1", "factor 0", "factor 1") if w not in gelezen} == mist
    profiel = voorbeeldprofiel()
    for maak in (
        lambda d: gezinsplan.maak(d, profiel, MOMENT),
        lambda d: meertalig.plan(d, Taal.ENGELS, MOMENT),
    ):
        assert "zorg 1" in tekst(maak(van))
        assert "zorg 1" not in tekst(maak(voor_ogen(van, "persoon:karim")))
    assert b"%PDF" in planformulier.maak(voor_ogen(van), "x")[:8]


def test_twee_collegas_die_iets_anders_afschermden_dan_is_het_voor_niemand():
    van = dossier({})
    plaats = Plaats("afscherming:uitspraak:0", "afscherming.niet_voor")
    samen = [
        wijziging
        for pen, wie in (("a", ["persoon:noor"]), ("b", ["persoon:karim"]))
        for wijziging in Pen(pen, pen, 1).schrijf(Stand(), "gezin", "h", "t", {plaats: {"b": wie}})
    ]
    beide = replace(van, familie=vouw([*van.familie.alle_koppen(), *samen]))
    assert set(niet_voor(beide, "uitspraak:0")) >= {s for s, _naam in lezers(beide)}
    zonder_namen = replace(beide, kind=Stand(), familie=vouw(samen))
    assert niet_voor(zonder_namen, "uitspraak:0")


def test_wat_verborgen_is_telt_niet_als_tegenspraak_of_als_gezegd():
    van = voor_ogen(dossier({f"uitspraak:{n}": [KIND] for n in range(3)}))
    assert delen_van_analyse(van)["uitspraken"] is Deelstand.OPEN


def test_wat_af_te_schermen_is_staat_in_een_lijst():
    assert set(AF_TE_SCHERMEN) - {Steun} <= set(MEERVOUDIG)


@pytest.mark.parametrize("soort", AF_TE_SCHERMEN)
def test_zonder_afscherming_verandert_er_niets(soort):
    van = dossier({})
    assert voor_ogen(van) is van
    assert soort.soort


@given(st.sets(st.sampled_from(LEZERS), min_size=1), st.sampled_from(["", *LEZERS]))
def test_hoe_een_kind_een_band_voelt_ziet_alleen_wie_dat_mag(wie, lezer):
    van = uitwisselvorm.lees({
        "jeugdige": {"roepnaam": "Sam"},
        "persoon_lijst": [
            {"sleutel": "persoon:noor", "voornamen": "Noor", "rol": "ouder"},
            {"sleutel": "persoon:karim", "voornamen": "Karim", "rol": "ouder"},
            {"sleutel": "persoon:tom", "voornamen": "Tom", "rol": "broer_zus"},
        ],
        "steun": {"persoon:karim": {"band": "gespannen"}, "persoon:noor": {"band": "sterk"}},
        "afscherming": {"steun:persoon:karim": {"niet_voor": list(wie)}},
    })  # fmt: skip
    getekend = teken(ecogram(voor_ogen(van, lezer)), 700, (100, 40), 12)
    banden = {b.naam: b.band for b in ecogram(voor_ogen(van, lezer)).bollen}
    if moet_weg(wie, lezer):
        assert [lijn.bol.naam for lijn in getekend.lijnen] == ["Noor"], "ook geen stippels: die zeggen ‘niet besproken’"
    assert banden["Noor"] is Bandsoort.STERK
    assert banden["Karim"] is (None if moet_weg(wie, lezer) else Bandsoort.GESPANNEN)
    geschreven = tekst(analyse.maak(voor_ogen(van, lezer), MOMENT))
    assert ("gespannen" in geschreven) is not moet_weg(wie, lezer)


def test_met_het_plan_voor_later_zijn_ook_de_woorden_van_wie_het_ermee_eens_is_weg():
    van = uitwisselvorm.lees({
        "jeugdige": {"roepnaam": "Sam"},
        "persoon_lijst": [{"sleutel": "persoon:noor", "voornamen": "Noor", "rol": "ouder"}],
        "instemming_lijst": [
            {"sleutel": "instemming:1", "inhoud": {"waarover": "perspectiefplan", "eigen_woorden": "ik wil weg"}},
            {"sleutel": "instemming:2", "inhoud": {"waarover": "familiegroepsplan", "eigen_woorden": "goed zo"}},
        ],
        "afscherming": {LATER: {"niet_voor": ["persoon:noor"]}},
    })  # fmt: skip
    assert [i.sleutel for i in voor_ogen(van, "persoon:noor").alle(Instemmingen)] == ["instemming:2"]
    assert [i.sleutel for i in voor_ogen(van).alle(Instemmingen)] == ["instemming:2"]
    assert len(voor_ogen(van, KIND).alle(Instemmingen)) == 2


def test_een_woonplek_die_niet_voor_iemand_is_staat_niet_in_de_analyse_en_van_een_ander_nooit_in_de_inzage():
    van = uitwisselvorm.lees({
        "jeugdige": {"roepnaam": "Sam", "huishouden": "huishouden:1"},
        "huishouden_lijst": [
            {"sleutel": "huishouden:1", "naam": "OPVANGHUIS", "adres": {"straat": "GEHEIMWEG", "huisnummer": "1"}},
            {"sleutel": "huishouden:2", "naam": "bij Karim"},
        ],
        "persoon_lijst": [
            {"sleutel": "persoon:noor", "voornamen": "Noor", "rol": "ouder", "huishouden": "huishouden:1"},
            {"sleutel": "persoon:karim", "voornamen": "Karim", "rol": "ouder", "huishouden": "huishouden:2"},
        ],
        "afscherming": {"huishouden:1": {"niet_voor": ["persoon:karim"]}},
    })  # fmt: skip
    for lezer, ziet in (("persoon:karim", False), ("persoon:noor", True)):
        gelezen = tekst(analyse.maak(voor_ogen(van, lezer), MOMENT))
        assert ("OPVANGHUIS" in gelezen) is ziet
    # Ook zonder afscherming leest niemand in zijn inzage waar een ander woont, of hoe het daar heet.
    zonder = replace(van, familie=van.familie.zonder([Plaats("afscherming:huishouden:1", Afscherming.niet_voor.id)]))
    for lezer, ziet in (("persoon:karim", False), ("persoon:noor", True), (KIND, True), ("", False)):
        gelezen = tekst(inzage.maak(zonder, lezer, (), voorbeeldprofiel(), MOMENT))
        assert ("OPVANGHUIS" in gelezen) is ziet, lezer
        assert ("GEHEIMWEG" in gelezen) is ziet, lezer


def test_een_eigen_verhaal_staat_in_de_inzage_en_kan_voor_een_ander_dicht_zijn():
    van = uitwisselvorm.lees({
        "jeugdige": {"roepnaam": "Sam"},
        "persoon_lijst": [{"sleutel": "persoon:noor", "voornamen": "Noor", "rol": "ouder"}],
        "verklaring_lijst": [
            {"sleutel": "verklaring:1", "wie": "Sam", "waarover": "het verslag", "tekst": "ZO WAS HET NIET"}
        ],
        "afscherming": {"verklaring:1": {"niet_voor": ["persoon:noor"]}},
    })  # fmt: skip
    for lezer, ziet in ((KIND, True), ("persoon:noor", False)):
        gelezen = tekst(inzage.maak(voor_ogen(van, lezer), lezer, (), voorbeeldprofiel(), MOMENT))
        assert ("ZO WAS HET NIET" in gelezen) is ziet


def test_wat_van_een_kind_is_afgeschermd_geldt_niet_voor_een_broer_of_zus(plek):
    """Zijn woorden, zijn plan voor later en zijn banden heten bij elk kind hetzelfde."""
    sam = dossiers.begin_gezin(plek, "Familie Proef")
    noor = schrijven.voeg_toe(plek, sam, Persoon, {Persoon.voornamen: "Noor"})
    bo = dossiers.begin_broer_of_zus(plek, sam)
    band = f"{Steun.soort}:{noor}"
    for kind in (sam, bo):
        later = {(Perspectiefplan.soort, Perspectiefplan.droom): Bekend(f"Droom van {kind}")}
        schrijven.leg_vast(plek, kind, later | {(band, Steun.band): Bekend(next(iter(Bandsoort)))})
    for wat in (LATER, EIGEN_WOORDEN[0], band):
        plaats = plek.dossier(sam).plek_van_afscherming(wat)
        schrijven.leg_vast(plek, sam, {(plaats, Afscherming.niet_voor): Bekend((noor,))})
    van_sam, van_bo = (voor_ogen(plek.dossier(kind), noor) for kind in (sam, bo))
    assert {LATER, EIGEN_WOORDEN[0], band} <= van_sam.verborgen
    assert not van_bo.verborgen
    for wat in (LATER, EIGEN_WOORDEN[0], band):
        plaats = plek.dossier(bo).plek_van_afscherming(wat)
        schrijven.leg_vast(plek, bo, {(plaats, Afscherming.niet_voor): Bekend(())})
    assert {LATER, EIGEN_WOORDEN[0], band} <= voor_ogen(plek.dossier(sam), noor).verborgen


def test_wat_een_eerdere_versie_afschermde_is_weer_open_te_zetten_en_gaat_mee_in_het_bestand(plek):
    sam = dossiers.begin_gezin(plek, "Familie Voorbeeld")
    noor = schrijven.voeg_toe(plek, sam, Persoon, {Persoon.voornamen: "Noor"})
    schrijven.leg_vast(plek, sam, {(f"{Afscherming.soort}:{LATER}", Afscherming.niet_voor): Bekend((noor,))})
    assert LATER in voor_ogen(plek.dossier(sam), noor).verborgen
    eigen = plek.dossier(sam).plek_van_afscherming(LATER)
    schrijven.leg_vast(plek, sam, {(eigen, Afscherming.niet_voor): Bekend(())})
    assert not voor_ogen(plek.dossier(sam), noor).verborgen
    band = f"{Steun.soort}:{noor}"
    plaatsen = [eigen, plek.dossier(sam).plek_van_afscherming(band)]
    schrijven.leg_vast(plek, sam, {(p, Afscherming.niet_voor): Bekend((noor,)) for p in plaatsen})
    heen_en_terug = uitwisselvorm.lees(uitwisselvorm.schrijf(plek.dossier(sam)))
    assert {LATER, band} <= voor_ogen(heen_en_terug, noor).verborgen
