"""De blik terug op de analyse, de weging van de meldcode, en de weg naar 18."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.veiligheid import Meldcode
from jeugdteam_app.kern.periode import over_maanden, verjaardag
from jeugdteam_app.productenboek.profiel import Mijlpaal
from jeugdteam_app.regels.kwaliteit import Indruk, kwaliteit, nieuwe_woorden
from jeugdteam_app.regels.mijlpalen import mijlpalen

JA, NEE = Antwoord.JA, Antwoord.NEE
COMPLEET = {
    "hulpvraag_lijst": [{"van": "moeder", "tekst": "Hoe krijgen we rust in de ochtend?"}],
    "uitspraak_lijst": [{"tekst": "Mijn buik doet pijn.", "aard": "beleving", "eens": "deels"}],
    "punt_lijst": [{"kleur": "kracht", "gebied": "kind", "tekst": "Sam vertelt goed."}],
    "factor_lijst": [
        {"aard": "uitlokkend", "gebied": "omgeving", "tekst": "een spreekbeurt"},
        {"aard": "in_stand_houdend", "gebied": "kind", "tekst": "Sam vermijdt wat spannend is"},
        {"aard": "beschermend", "gebied": "gezin", "tekst": "samen eten"},
    ],
    "eerderehulp_lijst": [{"wat": "gesprekken op school", "effect": "deels", "van": "2024", "tot": "2024-06"}],
    "hypothese_lijst": [
        {"doordat": "een spreekbeurt", "tegen": "In de klas gaat het soms goed.", "wat_helpt": "oefenen"}
    ],
    "doel_lijst": [{"tekst": "Elke dag naar school"}],
    "analyse": {
        "jeugdige_zegt": "Klopt.",
        "ouders_eens": "eens",
        "gedeeld_beeld": "Sam vermijdt de ochtenden op school.",
        "wat_eerst": "Eerst oefenen.",
    },
}


def punten(gegevens):
    return {p.code: p.indruk for p in kwaliteit(uitwisselvorm.lees(gegevens))}


def test_een_lege_analyse_kan_op_elk_punt_nog_verder_en_niets_houdt_tegen():
    gezien = punten({})
    assert {c for c, i in gezien.items() if i is Indruk.GEZIEN} == set()
    assert "meekijken" not in gezien, "bij een lichte beslissing is daar niets over te zeggen"
    assert gezien["niets-nieuws"] is Indruk.VRAAG


def test_een_complete_analyse_heeft_alleen_nog_vragen_voor_mensen():
    assert {c: i for c, i in punten(COMPLEET).items() if i is not Indruk.GEZIEN} == {
        "niets-nieuws": Indruk.VRAAG, "niet-meer-dan-nodig": Indruk.VRAAG,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("weg", "code"),
    [
        ("punt_lijst", "goed"), ("uitspraak_lijst", "soort"), ("eerderehulp_lijst", "eerder"), ("doel_lijst", "richting"),
        ("hypothese_lijst", "getoetst"), ("factor_lijst", "blijft"), ("factor_lijst", "omgeving"), ("analyse", "samen"),
        ("analyse", "kind"),
    ],
)  # fmt: skip
def test_wat_ontbreekt_staat_erbij(weg, code):
    zonder = {n: w for n, w in COMPLEET.items() if n != weg}
    assert punten(zonder)[code] is Indruk.KAN_NOG


def test_of_mensen_het_eens_zijn_telt_ook_als_iedereen_het_eens_is():
    assert punten(COMPLEET | {"uitspraak_lijst": []})["verschil"] is Indruk.GEZIEN
    assert punten({})["verschil"] is Indruk.KAN_NOG


def test_over_wat_niet_besproken_wordt_vraagt_het_programma_niet_door():
    gezien = punten({"analyse": {"niet_besproken": ["eerder", "krachten"]}})
    assert {"eerder", "goed"}.isdisjoint(gezien)
    assert "kind" in gezien


@pytest.mark.parametrize(
    "zwaar",
    [{"thuis_passend": "nee"}, {"maatregel": "ja"}, {"zeer_zwaar": "ja"}, {"gevaar": "ja"}, {"kan_open": "nee"}],
)
def test_een_zware_beslissing_vraagt_een_gedragswetenschapper(zwaar):
    assert punten({"afweging": zwaar})["meekijken"] is Indruk.KAN_NOG
    met = {"afweging": zwaar, "analyse": {"gedragswetenschapper": "Kim Proef"}}
    assert punten(met)["meekijken"] is Indruk.GEZIEN


def test_een_nieuw_woord_in_het_gedeelde_beeld_valt_op():
    beeld = {"gedeeld_beeld": "Sam vermijdt de ochtend door de echtscheiding."}
    assert nieuwe_woorden(uitwisselvorm.lees(COMPLEET | {"analyse": beeld})) == ("echtscheiding",)
    kort = {"gedeeld_beeld": "Sam vermijdt de ochtend. Papa slaat Sam 3 keer en rookt wiet.", "nodig": "Drugs stoppen."}
    assert set(nieuwe_woorden(uitwisselvorm.lees(COMPLEET | {"analyse": kort}))) == {
        "papa", "slaat", "3", "keer", "rookt", "wiet", "drugs", "stoppen",
    }  # fmt: skip
    assert nieuwe_woorden(uitwisselvorm.lees({"analyse": beeld})) == (), (
        "zonder analyse is er niets om mee te vergelijken"
    )


@pytest.mark.parametrize(
    ("antwoorden", "weging"),
    [
        ({}, None),
        ({"vermoeden": NEE}, NEE),
        ({"vermoeden": JA}, None),
        ({"vermoeden": JA, "onveilig": JA}, JA),
        ({"vermoeden": JA, "onveilig": NEE, "kan_helpen": NEE}, JA),
        ({"vermoeden": JA, "onveilig": NEE, "kan_helpen": JA, "hulp_aanvaard": NEE}, JA),
        ({"vermoeden": JA, "onveilig": NEE, "kan_helpen": JA, "hulp_aanvaard": JA, "hulp_werkt": NEE}, JA),
        ({"vermoeden": JA, "onveilig": NEE, "kan_helpen": JA, "hulp_aanvaard": JA, "hulp_werkt": JA}, NEE),
        ({"vermoeden": JA, "onveilig": NEE, "kan_helpen": JA, "hulp_aanvaard": JA}, None),
    ],
)
def test_de_weging_van_de_meldcode(antwoorden, weging):
    assert Meldcode(**antwoorden).weging is weging


@given(st.sampled_from([JA, NEE, None]), st.sampled_from([JA, NEE, None]), st.sampled_from([JA, NEE, None]))
def test_onveilig_wijst_altijd_naar_melden(kan, aanvaard, werkt):
    """Wat er verder ook is ingevuld."""
    m = Meldcode(vermoeden=JA, onveilig=JA, kan_helpen=kan, hulp_aanvaard=aanvaard, hulp_werkt=werkt)
    assert m.weging is JA


def test_de_stap_die_nu_komt():
    dag = date(2026, 11, 1)
    assert Meldcode().open_stap is None
    assert Meldcode(signalen="blauwe plek").open_stap == 1
    assert Meldcode(vermoeden=JA, onveilig=JA).open_stap == 1
    een = {"signalen": "blauwe plek", "signalen_op": dag}
    assert Meldcode(**een).open_stap == 2
    twee = een | {"overlegd_met": "collega", "overlegd_op": dag}
    assert Meldcode(**twee).open_stap == 3
    drie = twee | {"geen_gesprek_omdat": "nu gevaarlijk"}
    assert Meldcode(**drie).open_stap == 4
    vier = drie | {"vermoeden": JA, "onveilig": JA, "gewogen_op": dag}
    assert Meldcode(**vier).open_stap == 5
    assert Meldcode(**vier, melden=JA, besloten_op=dag).open_stap is None


@given(st.dates(date(1990, 1, 1), date(2025, 12, 31)))
def test_mijlpalen_lopen_op_en_achttien_is_de_verjaardag(geboren):
    dagen = [dag for dag, _wat in mijlpalen(geboren)]
    assert dagen == sorted(dagen)
    assert verjaardag(geboren, 18) in dagen


@pytest.mark.parametrize(
    ("dag", "maanden", "verwacht"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_over_maanden(dag, maanden, verwacht):
    assert over_maanden(dag, maanden) == verwacht


def test_een_regio_kiest_eigen_mijlpalen_maar_achttien_blijft():
    eigen = (Mijlpaal(jaren=16, maanden=6, wat="kies een woonplek"), Mijlpaal(jaren=15, wat="eerste gesprek"))
    assert mijlpalen(date(2010, 3, 1), eigen) == (
        (date(2025, 3, 1), "eerste gesprek"),
        (date(2026, 9, 1), "kies een woonplek"),
        (date(2028, 3, 1), "18 jaar: meestal geldt een andere wet"),
    )


@pytest.mark.parametrize(
    ("eerder", "nu", "nieuw"),
    [
        ("een schema", "de scheiding", True), ("op school", "heel schoon", True), ("mishandeld", "mishandeling", False),
        ("de ochtend", "ochtenden", False), ("2019", "2018", True), ("op school", "Er is OTS nodig", True),
        ("er kwam een OTS", "de OTS", False), ("op school", "Hij is op school", False),
        ("er kwam een ots", "de OTS", False), ("op school", "ALS hij NIET op school is", False),
    ],
)  # fmt: skip
def test_alleen_de_uitgang_van_een_woord_mag_verschillen(eerder, nu, nieuw):
    van = uitwisselvorm.lees({"uitspraak_lijst": [{"tekst": eerder}], "analyse": {"gedeeld_beeld": nu}})
    assert bool(nieuwe_woorden(van)) is nieuw


def test_een_eigen_uitspraak_van_het_kind_telt_als_zelf_aan_het_woord():
    van = {"jeugdige": {"roepnaam": "Sam"}, "uitspraak_lijst": [{"door": "sam", "tekst": "Ik wil slapen"}]}
    assert punten(van)["kind"] is Indruk.GEZIEN
    assert punten(van | {"uitspraak_lijst": [{"door": "Noor", "tekst": "Hij slaapt niet"}]})["kind"] is Indruk.KAN_NOG


def test_meer_dan_vijf_doelen_valt_op():
    doelen = [{"tekst": f"doel {n}"} for n in range(6)]
    assert punten({"doel_lijst": doelen[:5]})["vijf-doelen"] is Indruk.GEZIEN
    assert punten({"doel_lijst": doelen})["vijf-doelen"] is Indruk.KAN_NOG
