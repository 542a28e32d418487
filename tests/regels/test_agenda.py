"""De agenda van een dossier: elke termijn op haar dag, weg als zij gedaan is, en rond weekenden en feestdagen."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.evaluatie import Evaluatie
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen, Vaststelling
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import POSITIE, Plaats
from jeugdteam_app.kern.omvang import Eenheid
from jeugdteam_app.productenboek.profiel import Termijn, Termijnsoort
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.regels.termijnen import is_werkdag, na_weken, na_werkdagen, op_papier_uiterlijk
from jeugdteam_app.regels.toets import toets
from tests.regels.test_termijnen_en_toets import BOEK, GOED, PROFIEL

OP = date(2026, 11, 24)


def punten(op=OP, regio="noord-veluwe", **delen):
    return {(p.code, p.dag) for p in agenda(uitwisselvorm.lees(delen), op, Plaatselijk(regio))}


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 30))
def test_werkdagen_tellen_geen_weekend_of_feestdag(begin, aantal):
    dag, _waarom = na_werkdagen(begin, aantal)
    assert is_werkdag(dag)
    assert sum(is_werkdag(begin + timedelta(days=n + 1)) for n in range((dag - begin).days)) == aantal


@pytest.mark.parametrize(
    ("begin", "dag"),
    [
        (date(2026, 11, 24), date(2026, 11, 27)),
        (date(2026, 12, 23), date(2026, 12, 29)),  # kerst en een weekend
        (date(2026, 4, 2), date(2026, 4, 9)),  # goede vrijdag tot en met tweede paasdag
        (date(2026, 10, 23), date(2026, 10, 28)),  # de klok gaat terug; een dag blijft een dag
        (date(2024, 2, 28), date(2024, 3, 4)),  # schrikkeldag
    ],
)
def test_drie_werkdagen(begin, dag):
    assert na_werkdagen(begin, 3).dag == dag


def test_binnen_drie_werkdagen_contact_alleen_waar_de_regio_het_zegt():
    vraag = {"aanmelding": {"datum": "2026-11-24"}, "familiegroepsplan": {"aangeboden_op": "2026-11-24"}}
    assert ("contact", date(2026, 11, 27)) in punten(**vraag)
    assert not punten(regio="ijmond", **vraag)
    assert not punten(date(2026, 11, 25), **vraag, contact_lijst=[{"datum": "2026-11-25"}])
    assert ("contact", date(2026, 11, 27)) in punten(**vraag, contact_lijst=[{"datum": "2026-11-25"}]), "nog niet"
    assert ("contact", date(2026, 11, 27)) in punten(**vraag, contact_lijst=[{"datum": "2026-11-01"}])
    assert not punten(aanmelding={"datum": "2026-11-24", "uitkomst": "beantwoord"})


def test_een_familiegroepsplan_wordt_altijd_aangeboden():
    vraag = {"aanmelding": {"datum": "2026-11-24"}}
    assert ("aanbieden", date(2026, 12, 8)) in punten(regio="ijmond", **vraag)
    for gedaan in ({"aangeboden_op": "2026-11-25"}, {"stap": "afgezien"}):
        assert "aanbieden" not in {code for code, _dag in punten(**vraag, familiegroepsplan=gedaan)}


def test_een_open_meldcode_blijft_niet_liggen():
    begonnen = {"signalen": "een plek", "signalen_op": "2026-11-20"}
    assert punten(veiligheid={"meldcode": begonnen}) == {("meldcode", date(2026, 11, 27))}
    verder = begonnen | {"overlegd_met": "collega", "overlegd_op": "2026-11-24"}
    assert punten(veiligheid={"meldcode": verder}) == {("meldcode", date(2026, 12, 1))}
    klaar = verder | {"geen_gesprek_omdat": "onveilig", "vermoeden": "nee", "gewogen_op": "2026-11-25",
                      "melden": "nee", "besloten_op": "2026-11-26"}  # fmt: skip
    assert not punten(veiligheid={"meldcode": klaar})


def test_acht_weken_om_te_beslissen():
    assert punten(aanmelding={"aanvraagdatum": "2026-11-24"}) == {("besluit", date(2027, 1, 19))}


@pytest.mark.parametrize(
    ("gemeld", "tot", "dag"),
    [
        ("2027-01-19", "2027-03-01", date(2027, 3, 1)),
        # Te laat verteld, voor de aanvraag verteld, of geen latere dag: dan blijft het acht weken.
        ("2027-01-20", "2027-03-01", date(2027, 1, 19)),
        ("2026-11-23", "2027-03-01", date(2027, 1, 19)),
        ("2027-01-12", "2027-01-15", date(2027, 1, 19)),
    ],
)
def test_beslissen_mag_later_als_het_gezin_dat_op_tijd_hoorde(gemeld, tot, dag):
    gevraagd = {"aanvraagdatum": "2026-11-24", "uitstel_gemeld_op": gemeld, "uitstel_tot": tot}
    assert punten(aanmelding=gevraagd) == {("besluit", dag)}


def test_geen_familiegroepsplan_dan_zes_weken_en_op_papier_veertien_dagen():
    plan = {"stap": "afgezien", "afgezien_op": "2026-11-10", "op_papier_gevraagd": "2026-11-20"}
    assert punten(familiegroepsplan=plan) == {
        ("hulpplan", na_weken(date(2026, 11, 10), 6).dag),
        ("papier", op_papier_uiterlijk(date(2026, 11, 20)).dag),
    }
    klaar = plan | {"hulpplan_op": "2026-12-01", "op_papier_gegeven": "2026-11-30"}
    assert not punten(familiegroepsplan=klaar)
    nog_eens = klaar | {"op_papier_gevraagd": "2026-12-10"}
    assert punten(familiegroepsplan=nog_eens) == {("papier", op_papier_uiterlijk(date(2026, 12, 10)).dag)}


def test_afgezien_zonder_dag_vraagt_vandaag_om_die_dag():
    """Anders beginnen de zes weken nooit en mist niemand het."""
    vandaag = date(2026, 11, 24)
    assert punten(vandaag, familiegroepsplan={"stap": "afgezien"}) == {("hulpplan", vandaag)}


def test_een_eigen_afspraak_is_weg_na_een_gesprek_op_of_na_die_dag():
    plan = {"familiegroepsplan": {"kijken_opnieuw_op": "2027-01-10"}}
    assert punten(**plan) == {("afspraak-plan", date(2027, 1, 10))}
    assert punten(**plan, contact_lijst=[{"datum": "2027-01-09"}])
    assert punten(**plan, contact_lijst=[{"datum": "2027-01-10"}]), "een afspraak voor later is nog geen gesprek"
    assert not punten(date(2027, 1, 10), **plan, contact_lijst=[{"datum": "2027-01-10"}])


def test_een_afspraak_bij_een_doel_is_weg_als_zij_gedaan_is():
    actie = {"wat": "De school bellen", "wie": "Noor", "wanneer": "2026-12-01"}
    assert punten(actie_lijst=[actie]) == {("actie", date(2026, 12, 1))}
    assert not punten(actie_lijst=[actie | {"gedaan": "ja"}])


@pytest.mark.parametrize(
    ("geboren", "aantal"), [("2014-12-01", 1), ("2010-12-01", 1), ("2014-11-23", 0), ("2008-12-01", 1)]
)
def test_verjaardagen_die_iets_veranderen_een_half_jaar_vooruit(geboren, aantal):
    gevonden = {p for p in punten(jeugdige={"geboortedatum": geboren}) if p[0] == "verjaardag"}
    assert len(gevonden) == aantal


def test_een_beantwoorde_vraag_kent_geen_verjaardagen():
    kind = {"jeugdige": {"geboortedatum": "2014-12-01"}}
    assert punten(**kind)
    assert not punten(**kind, aanmelding={"uitkomst": "beantwoord"})


def vastgesteld_dossier(aangemeld, besloten, terug, einde, evaluatie=None, **na):
    """Een dossier met één besluit, en wat er daarna gebeurde."""
    vast = Vaststelling(
        inhoud=GOED.model_copy(update={"evaluatiedatum": terug, "einddatum": einde, "afschalen_op": AFBOUWEN}), besluitnummer="1", datum=besloten,
        tijd=time(9), door="Robin", functie="coach", gemeente="Ermelo", gemeentecode="0233", boek="noord-veluwe",
        boekversie="1", maximum_totaal=None, maximum_kosten=None, gezet_op=datetime(2026, 6, 1, 9, tzinfo=UTC),
    )  # fmt: skip
    inhoud = {
        Plaats("toewijzing:1", POSITIE): {"b": "5"},
        Plaats("toewijzing:1", Toegewezen.vastgesteld.id): {"b": vast.model_dump(mode="json")},
        Plaats("aanmelding", Aanmelding.datum.id): {"b": aangemeld.isoformat()},
    }
    for naam, waarde in na.items():
        veld = getattr(Toegewezen, naam)
        inhoud[Plaats("toewijzing:1", veld.id)] = {"b": veld.json_waarde(waarde)}
    if evaluatie:
        inhoud |= {
            Plaats("evaluatie:1", POSITIE): {"b": "5"},
            Plaats("evaluatie:1", Evaluatie.toewijzing.id): {"b": "toewijzing:1"},
            Plaats("evaluatie:1", Evaluatie.datum.id): {"b": evaluatie.isoformat()},
            Plaats("evaluatie:1", Evaluatie.wat_veranderde.id): {"b": "Sam slaapt beter"},
        }
    return Dossier("kind", vouw(Pen("a", "Robin", 1).schrijf(Stand(), "kind", "h", "t", inhoud)), Stand())


AFBOUWEN = date(2026, 10, 5)


class NaBesluit:
    """Een besluit van 1 juni 2026, aangemeld op 1 mei, met een evaluatie en een einde."""

    def __init__(self, **na):
        self.na = na

    def op(self, dag):
        dossier = vastgesteld_dossier(
            date(2026, 5, 1), date(2026, 6, 1), date(2026, 9, 1), date(2026, 12, 1), **self.na
        )
        return {p.code: p.dag for p in agenda(dossier, dag, Plaatselijk("zaanstreek-waterland"))}


def test_na_een_besluit():
    assert NaBesluit().op(date(2026, 6, 2)) == {
        "bezwaar": date(2026, 7, 13), "evaluatie": date(2026, 9, 1), "afbouwen": AFBOUWEN, "einde": date(2026, 12, 1),
        "start": date(2026, 12, 1),
    }  # fmt: skip
    assert "bezwaar" not in NaBesluit().op(date(2026, 7, 14))


def test_lang_wachten_vraagt_een_keuze_en_te_lang_een_melding():
    assert "wachten" not in NaBesluit().op(date(2026, 8, 1))
    assert NaBesluit().op(date(2026, 8, 2))["wachten"] == date(2026, 8, 15)
    assert "wachten" in NaBesluit(wachtkeuze="overbruggen").op(date(2026, 8, 20)), "en wie overbrugt?"
    assert "wachten" not in NaBesluit(wachtkeuze="overbruggen", overbrugd_door="de POH").op(date(2026, 8, 20))
    assert NaBesluit(wachtkeuze="wachten").op(date(2026, 9, 2))["te-lang"] == date(2026, 9, 1)
    assert "te-lang" not in NaBesluit(wachten_gemeld_op=date(2026, 9, 2)).op(date(2026, 9, 3))
    assert {"wachten", "te-lang"}.isdisjoint(NaBesluit(gestart_op=date(2026, 8, 1)).op(date(2026, 10, 1)))


def test_terugkijken_en_stoppen():
    gekeken = NaBesluit(gestart_op=date(2026, 6, 10), evaluatie=date(2026, 8, 20))
    assert "evaluatie" not in gekeken.op(date(2026, 10, 1))
    assert "evaluatie" in NaBesluit(gestart_op=date(2026, 6, 10), evaluatie=date(2026, 7, 1)).op(date(2026, 10, 1))
    gestopt = NaBesluit(gestart_op=date(2026, 6, 10), gestopt_op=date(2026, 9, 30)).op(date(2026, 10, 1))
    assert gestopt == {"afsluiten": date(2026, 10, 14), "terugkijken": date(2026, 12, 30)}


def test_de_rechter_wil_horen_hoe_het_ging_tot_er_contact_met_de_rechter_was():
    gevraagd = {"rechter_doelen": "Samen overleggen", "rechter_bericht_op": "2026-12-01"}
    assert punten(aanmelding=gevraagd) == {("rechter", date(2026, 12, 1))}
    belde = {"datum": "2026-12-02", "wie": "moeder, over zwemles"}
    assert punten(date(2026, 12, 2), aanmelding=gevraagd, contact_lijst=[belde])
    oma = {"datum": "2026-12-01", "wie": "oma van Rechteren"}
    assert punten(date(2026, 12, 1), aanmelding=gevraagd, contact_lijst=[oma])
    assert not punten(date(2026, 12, 1), aanmelding=gevraagd, contact_lijst=[oma | {"wie": "twee kinderrechters"}])
    rechter = {"datum": "2026-12-01", "wie": "de rechtbank"}
    assert not punten(date(2026, 12, 1), aanmelding=gevraagd, contact_lijst=[rechter])


def test_eigen_termijnen_gaan_voor_die_van_het_programma_en_noemen_waar_ze_staan():
    vraag = {"aanmelding": {"datum": "2026-11-24"}}
    eigen = (
        Termijn(soort=Termijnsoort.EERSTE_CONTACT, aantal=1, bron="verordening, artikel 4"),
        Termijn(soort=Termijnsoort.AANBIEDEN, aantal=1),
    )
    hier = Plaatselijk("ijmond", termijnen=eigen)
    gevonden = {p.code: p for p in agenda(uitwisselvorm.lees(vraag), OP, hier)}
    assert gevonden["contact"].dag == date(2026, 11, 25), "ook waar de regio er geen heeft"
    assert str(gevonden["contact"].bron) == "Gemeente en team, verordening, artikel 4"
    assert gevonden["aanbieden"].dag == date(2026, 12, 1)
    assert gevonden["aanbieden"].bron.document == "Gemeente en team"


@pytest.mark.parametrize("soort", list(Termijnsoort))
def test_elke_eigen_termijn_verandert_precies_zijn_eigen_dag(soort):
    """Wat iemand instelt, werkt ook ergens; en een termijn uit de wet verandert nooit mee."""
    dossiers = [
        uitwisselvorm.lees({"aanmelding": {"datum": "2026-05-01", "aanvraagdatum": "2026-05-01"},
                            "veiligheid": {"meldcode": {"signalen": "een plek", "signalen_op": "2026-05-02"}}}),
        *(vastgesteld_dossier(date(2026, 5, 1), date(2026, 6, 1), date(2026, 9, 1), date(2026, 12, 1), **na)
          for na in ({}, {"nummer": 12}, {"gestart_op": date(2026, 6, 10), "gestopt_op": date(2026, 9, 30)})),
    ]  # fmt: skip

    def dagen(*termijnen):
        hier = Plaatselijk("noord-veluwe", termijnen=termijnen)
        return {(n, p.code): p.dag for n, d in enumerate(dossiers) for p in agenda(d, date(2026, 11, 24), hier)}

    gewoon, anders = dagen(), dagen(Termijn(soort=soort, aantal=2 if soort is not Termijnsoort.AANBIEDEN else 3))
    codes = {
        Termijnsoort.EERSTE_CONTACT: "contact", Termijnsoort.AANBIEDEN: "aanbieden", Termijnsoort.MELDCODE: "meldcode",
        Termijnsoort.BERICHT: "bericht", Termijnsoort.WACHTEN: "wachten", Termijnsoort.TE_LANG: "te-lang",
        Termijnsoort.AFSLUITEN: "afsluiten", Termijnsoort.TERUGKIJKEN: "terugkijken",
    }  # fmt: skip
    veranderd = {code for (n, code), dag in anders.items() if gewoon.get((n, code)) != dag}
    verwacht = set() if soort is Termijnsoort.AFSLUITEN else {codes[soort]}
    assert veranderd == verwacht, "afsluiten staat gewoon al op twee weken"


@pytest.mark.parametrize(
    ("gestart", "reden", "verwacht"),
    [
        (True, Redenwijziging.VERWIJDERD, True),
        (True, Redenwijziging.VERKORTING, False),
        (False, Redenwijziging.VERWIJDERD, False),
    ],
)
def test_een_begonnen_toewijzing_weghalen_vraagt_of_er_al_is_betaald(gestart, reden, verwacht):
    na = {"gestart_op": date(2026, 6, 10)} if gestart else {}
    dossier = vastgesteld_dossier(date(2026, 5, 1), date(2026, 6, 1), date(2026, 9, 1), date(2026, 12, 1), **na)
    weg = {"besluit": Besluitsoort.BEEINDIGEN, "vervangt": "toewijzing:1", "reden_wijziging": reden}
    codes = {b.code for b in toets(GOED.model_copy(update=weg), dossier, BOEK, PROFIEL, OP)}
    assert ("verwijderen-na-betaling" in codes) is verwacht


def test_stuks_van_een_andere_soort_dan_het_boek_vragen_een_reden():
    product = next(p for p in BOEK.producten if p.id == GOED.product)
    in_stuks = product.model_copy(update={"eenheid": Eenheid.STUKS_INSPANNING})
    boek = BOEK.model_copy(update={"producten": tuple(in_stuks if p is product else p for p in BOEK.producten)})
    dossier = uitwisselvorm.lees({})
    for eenheid, verwacht in ((Eenheid.STUKS_OUTPUT, True), (Eenheid.STUKS_INSPANNING, False), (Eenheid.UUR, False)):
        codes = {b.code for b in toets(GOED.model_copy(update={"eenheid": eenheid}), dossier, boek, PROFIEL, OP)}
        assert ("stuks-anders" in codes) is verwacht


@pytest.mark.parametrize(("gekeken", "blijft"), [(date(2026, 10, 1), True), (date(2026, 10, 28), False)])
def test_wie_bij_het_stoppen_terugkeek_keek_nog_niet_hoe_het_daarna_gaat(gekeken, blijft):
    """Ook niet als het team al na een maand wil vragen hoe het gaat."""
    na = {"gestart_op": date(2026, 6, 10), "gestopt_op": date(2026, 9, 30), "evaluatie": gekeken}
    dossier = vastgesteld_dossier(date(2026, 5, 1), date(2026, 6, 1), date(2026, 9, 1), date(2026, 12, 1), **na)
    hier = Plaatselijk("noord-veluwe", termijnen=(Termijn(soort=Termijnsoort.TERUGKIJKEN, aantal=1),))
    assert ("terugkijken" in {p.code for p in agenda(dossier, OP, hier)}) is blijft
