"""Het dossier: velden met vaste nummers, wie beslist, en het bestand heen en terug."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.documenten.gezinstaal import gezinstaal
from jeugdteam_app.dossier import planvakken, uitwisselvorm
from jeugdteam_app.dossier.aanmelding import Beslisser, wie_beslist
from jeugdteam_app.dossier.afscherming import lezers
from jeugdteam_app.dossier.afweging import VRAGEN, Afweging, reden_van
from jeugdteam_app.dossier.dossier import ENKELVOUDIG, MEERVOUDIG, Dossier
from jeugdteam_app.dossier.ecogram import ecogram
from jeugdteam_app.dossier.familiegroepsplan import Taal
from jeugdteam_app.dossier.feiten import verzamel
from jeugdteam_app.dossier.genogram import genogram, in_woorden
from jeugdteam_app.dossier.gezin import Gezagsverhouding, Jeugdige, Persoon, Rol
from jeugdteam_app.dossier.velden import REGISTER, VERVALLEN, Veld, Voorwerp
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import POSITIE, Plaats, Wijziging, WijzigingId
from jeugdteam_app.kern.feit import Bekend, Conflict, NietBesproken, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import verjaardag

REGISTERBESTAND = Path(__file__).parent / "veldregister.txt"


def test_uitgegeven_velden_blijven_en_komen_nooit_terug_als_iets_anders():
    """Een nieuw veld komt onderaan het bestand erbij; een oud veld gaat naar VERVALLEN, nooit weg."""
    assert sorted(REGISTERBESTAND.read_text(encoding="utf-8").split()) == sorted(set(REGISTER) | VERVALLEN)


def test_een_veldnummer_kan_niet_twee_keer():
    with pytest.raises(ValueError, match="al uitgegeven"):

        class Dubbel(Voorwerp):
            soort = "dubbel"
            naam = Veld[str]("jeugdige.roepnaam", str)


def test_elk_voorwerp_hoort_bij_het_bestand():
    soorten = {v.eigenaar.soort for v in REGISTER.values() if not v.eigenaar.__module__.startswith("tests")}
    assert soorten == {v.soort for v in (*ENKELVOUDIG, *MEERVOUDIG)} | {
        "gezag",
        "steun",
        "afscherming",
        "leefgebied",
        "regelzaak",
        "doeluitkomst",
    }


def test_elke_vraag_heeft_een_veld():
    velden = {n for n, v in vars(Afweging).items() if isinstance(v, Veld)}
    redenen = {f"waarom_{naam}" for naam, vraag in VRAGEN.items() if vraag.open_norm}
    assert velden == set(VRAGEN) | redenen
    assert all((reden_van(naam) is not None) == vraag.open_norm for naam, vraag in VRAGEN.items())


@pytest.mark.parametrize(
    ("jaren", "ervoor", "erna"),
    [
        (12, Beslisser.GEZAGSDRAGERS, Beslisser.JEUGDIGE_EN_GEZAGSDRAGERS),
        (16, Beslisser.JEUGDIGE_EN_GEZAGSDRAGERS, Beslisser.JEUGDIGE),
    ],
)
def test_wie_beslist_verandert_op_de_verjaardag(jaren, ervoor, erna):
    geboren = date(2012, 2, 29)
    dag = verjaardag(geboren, jaren)
    assert wie_beslist(geboren, dag - timedelta(days=1)) is ervoor
    assert wie_beslist(geboren, dag) is erna


def stand_met(*waarden):
    plaats = Plaats("jeugdige", "jeugdige.geboortedatum")
    koppen = tuple(
        Wijziging(WijzigingId(a, 1), "s", "h", plaats, w, frozenset(), a, "t")
        for a, w in zip("ab", waarden, strict=False)
    )
    return Stand({plaats: koppen})


def test_een_feit_weet_wat_het_is():
    def lees(*waarden):
        return Jeugdige(stand_met(*waarden), "jeugdige").geboortedatum

    assert lees({"b": "2014-05-01"}) == Bekend(date(2014, 5, 1))
    assert lees({"n": True}) == NietBesproken()
    assert lees({"o": True}) == Onbekend(gevraagd=True)
    assert lees({"b": "uit een latere versie"}) == Onbekend()
    conflict = lees({"b": "2014-05-01"}, {"b": "2014-05-02"})
    assert isinstance(conflict, Conflict)
    assert [s.waarde for s in conflict.stemmen] == [date(2014, 5, 1), date(2014, 5, 2)]


@pytest.mark.parametrize(
    ("ruw", "gelezen"),
    [({"n": True}, NietBesproken()), ({"o": True}, Onbekend(gevraagd=True)), ({"b": "uit een latere versie"}, None)],
)
def test_in_een_conflict_blijft_elk_antwoord_wat_het_was(ruw, gelezen):
    conflict = Jeugdige(stand_met({"b": "2014-05-01"}, ruw), "jeugdige").geboortedatum
    assert isinstance(conflict, Conflict)
    assert [s.feit for s in conflict.stemmen] == [Bekend(date(2014, 5, 1)), gelezen]


def test_een_conflict_telt_in_de_feiten_als_onbekend():
    dossier = uitwisselvorm.lees({})
    feiten = verzamel(
        type(dossier)("x", stand_met({"b": "2014-05-01"}, {"b": "2014-05-02"}), Stand()), date(2026, 1, 1)
    )
    assert not isinstance(feiten["leeftijd"], Bekend)


def test_niets_aangevinkt_is_onbekend():
    feiten = verzamel(uitwisselvorm.lees({"afweging": {"hulp_voor": []}}), date(2026, 1, 1))
    assert feiten["hulp_voor"] == Onbekend()


def test_een_leeg_doel_telt_niet():
    dossier = uitwisselvorm.lees({"doel_lijst": [{}, {"tekst": " "}, {"tekst": "naar school"}]})
    assert verzamel(dossier, date(2026, 1, 1))["aantal_doelen"] == Bekend(1)


ANTWOORD = st.sampled_from(
    ["ja", "nee", {"staat": "onbekend"}, {"staat": "niet_besproken"}, {"staat": "gevraagd_niet_geweten"}]
)
DOSSIERS = st.fixed_dictionaries(
    {},
    optional={
        "jeugdige": st.fixed_dictionaries({}, optional={"roepnaam": st.text(max_size=20), "geboortedatum": st.just("2014-05-01")}),
        "afweging": st.fixed_dictionaries({}, optional=dict.fromkeys(("gevaar", "kan_open", "thuis_passend"), ANTWOORD)),
        "doel_lijst": st.lists(st.fixed_dictionaries({"tekst": st.text(max_size=20)}), max_size=4),
    },
)  # fmt: skip


@given(DOSSIERS)
def test_het_bestand_heen_en_terug(gegevens):
    eerste = uitwisselvorm.schrijf(uitwisselvorm.lees(gegevens))
    assert uitwisselvorm.schrijf(uitwisselvorm.lees(json.loads(json.dumps(eerste)))) == eerste


@pytest.mark.parametrize(
    "fout",
    [
        {"jeugdige": {"geslacht": "9"}},
        {"jeugdige": {"geboortedatum": 86400}},
        {"onbekend_deel": {}},
        {"vraagverheldering": {"veiligheid": {"acuut_gevaar_typfout": "ja"}}},
        {"persoon_lijst": [{"sleutel": "../weg"}]},
        [],
    ],
)
def test_een_fout_in_het_bestand_noemt_de_plek_en_nooit_de_inhoud(fout):
    with pytest.raises(InvoerFout) as gevangen:
        uitwisselvorm.lees(fout)
    assert gevangen.value.code == "dossierbestand-vorm"
    assert gevangen.value.__context__ is None or "9" not in str(gevangen.value)


def test_een_weer_weggehaalde_rol_zegt_niets_meer():
    """Formulier, plan en bericht lazen dan iets anders: het ene ‘ouder’, het andere niets."""
    gezin = Pen("a", "Robin", 1).schrijf(Stand(), "gezin", "h", "t", {
        Plaats("persoon:r", POSITIE): {"b": "5"}, Persoon.rol.plaats("persoon:r"): {"b": "ouder"},
    })  # fmt: skip
    rol = Gezagsverhouding.rol.plaats("gezag:persoon:r")
    pen = Pen("a", "Robin", 9)
    eerst = pen.schrijf(Stand(), "kind", "h", "t", {rol: {"b": "stiefouder"}})
    terug = pen.schrijf(vouw(eerst), "kind", "h", "t", {rol: {"o": True}})
    dossier = Dossier("kind", vouw([*eerst, *terug]), vouw(gezin))
    assert dossier.lees("gezag:persoon:r", Gezagsverhouding.rol) == Bekend(Rol.OUDER)
    assert [waarde(p.rol) for p in dossier.alle(Persoon)] == [Rol.OUDER]


def test_wie_zelf_een_kind_van_het_gezin_is_blijft_op_het_plan_en_is_in_de_tekening_het_kind():
    delen = {
        "jeugdige": {"roepnaam": "Tom"},
        "persoon_lijst": [
            {"sleutel": "persoon:t", "voornamen": "Tom", "dossier": "tom", "kan_helpen_met": "brengt Sam"},
            {"sleutel": "persoon:b", "voornamen": "Bo", "rol": "familie", "kind_van": ["persoon:t"]},
        ],
    }
    gelezen = uitwisselvorm.lees(delen)
    tom = replace(gelezen, id="tom")
    assert tom.zichzelf == "persoon:t"
    assert gelezen.zichzelf == ""
    assert "brengt Sam" in " ".join(planvakken.staat(tom, gezinstaal(Taal.NEDERLANDS).blokken).values())
    assert in_woorden(genogram(tom)) == ["Tom", "Bo; kind van Tom"]
    assert [b.naam for b in ecogram(tom).bollen] == ["Bo"]
    assert [naam for _sleutel, naam in lezers(tom)] == ["Tom", "Bo"]


def test_wie_iemand_voor_een_kind_is_gaat_voor_wat_bij_het_gezin_staat():
    """Ook bij twee antwoorden: gekozen wordt per kind, en wie weg is komt er niet door terug."""
    gezin = {"persoon_lijst": [{"sleutel": "persoon:k", "voornamen": "Karim", "rol": "ouder"}]}
    zonder, met = (uitwisselvorm.lees(gezin | {"gezag": g}) for g in ({}, {"persoon:k": {"rol": "stiefouder"}}))
    assert [waarde(d.alle(Persoon)[0].rol) for d in (zonder, met)] == [Rol.OUDER, Rol.STIEFOUDER]
    assert zonder.lees("gezag:persoon:k", Gezagsverhouding.rol) == Bekend(Rol.OUDER)
    terug = uitwisselvorm.lees(uitwisselvorm.schrijf(met))
    assert waarde(terug.alle(Persoon)[0].rol) is Rol.STIEFOUDER
