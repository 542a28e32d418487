"""Termijnen rond weekenden en feestdagen, en de toets op een toewijzing."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.aanmelding import Antwoord, Toestemming
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.stappen import STAPPEN
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Levering,
    Normuitkomst,
    Opzij,
    Toegewezen,
    Toewijzing,
    Vaststelling,
    Weigergrond,
)
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import POSITIE, Plaats
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.productenboek.boek import Norm, Normstatus, Vindplaats, laad
from jeugdteam_app.productenboek.profiel import Artikel, Profiel, Rol, voorbeeldprofiel
from jeugdteam_app.regels.advies import advies_over, alle_feiten
from jeugdteam_app.regels.bevinding import Zwaarte
from jeugdteam_app.regels.blokkades import blokkades
from jeugdteam_app.regels.ernaast import kan_samen
from jeugdteam_app.regels.normtoets import uitkomst
from jeugdteam_app.regels.producten import als_gekozen
from jeugdteam_app.regels.termijnen import (
    Verschuiving,
    besluit_uiterlijk,
    bezwaar_tot,
    na_weken,
    na_werkdagen,
    plan_uiterlijk,
)
from jeugdteam_app.regels.toets import toets
from jeugdteam_app.zinnen.besluit import zin_bij_bevinding

OP = date(2026, 11, 24)
STAP = {"tekst": "Zo is het.", "deskundige": "M. Proef", "discipline": "orthopedagoog"}
GEKEKEN = dict.fromkeys(STAPPEN, STAP)
JA_GEZEGD = {"waarvoor": "hulp", "door": "Noor en Karim", "gegeven": "ja"}
_ALTIJD = {
    "onderzoek": GEKEKEN,
    "jeugdige": {"geboortedatum": "2015-05-01"},
    "aanmelding": {"aanvraagdatum": "2026-11-01"},
}
_LIJSTEN = {
    "toestemming_lijst": [{"inhoud": JA_GEZEGD}],
    "huishouden_lijst": [{"sleutel": "huishouden:a", "adres": {"straat": "Dorpsweg", "huisnummer": "1"}}],
    "persoon_lijst": [{"sleutel": "persoon:noor", "voornamen": "Noor", "rol": "ouder"}],
    "gezag": {"persoon:noor": {"heeft_gezag": "ja"}},
}


def dossier_met(**delen):
    """Een dossier waarin staat wat elk besluit nodig heeft, en verder alleen dit. Een deel vult aan of vervangt."""
    samen = {naam: vast | delen.get(naam, {}) for naam, vast in _ALTIJD.items()}
    return uitwisselvorm.lees(_LIJSTEN | delen | samen)


LEEG = dossier_met()
BOEK = laad("noord-veluwe")
PROFIEL = voorbeeldprofiel().model_copy(update={"voorbeeld": False})
GOED = Toewijzing(
    product="basis-ggz", productnaam="Basis-ggz", categorie="54", productcode="54001", resultaat="naar school", volume=12,
    eenheid=Eenheid.UUR, frequentie=Frequentie.TOTAAL, ingangsdatum=date(2026, 12, 1), einddatum=date(2027, 5, 31),
    afschalen="na acht uur minder", afschalen_naar="de juf", afschalen_op=date(2027, 3, 1), evaluatiedatum=date(2027, 3, 1), motivering="omdat", motivering_omvang="geen norm",
    aanbieder="Praktijk", aanbieder_agb="42420001", tarief=7800, tarief_per=Eenheid.UUR,
)  # fmt: skip


@pytest.mark.parametrize(
    ("bekend", "tot"),
    [
        (date(2026, 11, 24), date(2027, 1, 5)),
        (date(2026, 3, 23), date(2026, 5, 4)),
        (date(2026, 3, 24), date(2026, 5, 6)),  # 5 mei is een erkende feestdag
        (date(2026, 11, 13), date(2026, 12, 28)),  # eerste kerstdag, dan tweede, dan weekend
        (date(2026, 2, 20), date(2026, 4, 7)),  # goede vrijdag tot en met tweede paasdag
        (date(2024, 1, 18), date(2024, 2, 29)),  # schrikkeldag
        (date(2027, 3, 26), date(2027, 5, 10)),  # de vrijdag na hemelvaart is gelijkgesteld
        (date(2028, 3, 17), date(2028, 5, 1)),  # de vrijdag na koningsdag ook
        (date(2028, 3, 16), date(2028, 5, 1)),  # koningsdag, de gelijkgestelde vrijdag en dan het weekend
    ],
)
def test_bezwaar_tot(bekend, tot):
    assert bezwaar_tot(bekend).dag == tot


@pytest.mark.parametrize(
    ("begin", "weken", "van", "feestdagen"),
    [
        (date(2026, 3, 23), 6, None, ()),
        (date(2026, 3, 24), 6, date(2026, 5, 5), ("Bevrijdingsdag",)),
        (date(2026, 2, 20), 6, date(2026, 4, 3), ("Goede Vrijdag", "Tweede paasdag")),
        (date(2026, 11, 13), 6, date(2026, 12, 25), ("Eerste kerstdag",)),  # de tweede valt in het weekend
        (date(2026, 11, 14), 8, date(2027, 1, 9), ()),  # zaterdag
        (date(2026, 3, 1), 4, date(2026, 3, 29), ()),  # zondag, de dag waarop de zomertijd begint
        (date(2026, 9, 13), 6, date(2026, 10, 25), ()),  # zondag, de dag waarop de zomertijd eindigt
        (date(2024, 2, 15), 2, None, ()),  # schrikkeldag op donderdag
        (date(2028, 3, 16), 6, date(2028, 4, 27), ("Koningsdag", "een dag die telt als feestdag")),
    ],
)
def test_een_termijn_zegt_waarom_hij_opschuift(begin, weken, van, feestdagen):
    einde = na_weken(begin, weken)
    assert einde.verschoven == (None if van is None else Verschuiving(van, feestdagen))
    assert (einde.dag == begin + timedelta(weeks=weken)) is (van is None)


@pytest.mark.parametrize(
    ("begin", "aantal", "van", "feestdagen"),
    [
        (date(2026, 11, 24), 3, None, ()),
        (date(2026, 11, 27), 3, None, ()),  # een gewoon weekend hoort bij werkdagen en is geen opschuiven
        (date(2026, 4, 2), 3, date(2026, 4, 7), ("Goede Vrijdag", "Tweede paasdag")),
        (date(2026, 12, 23), 3, date(2026, 12, 28), ("Eerste kerstdag",)),
        (date(2026, 4, 24), 1, date(2026, 4, 27), ("Koningsdag",)),
        (date(2028, 4, 26), 1, date(2028, 4, 27), ("Koningsdag",)),  # de dag erna telt alleen voor de wet als feestdag
    ],
)
def test_ook_werkdagen_zeggen_welke_feestdag_niet_meetelt(begin, aantal, van, feestdagen):
    einde = na_werkdagen(begin, aantal)
    assert einde.verschoven == (None if van is None else Verschuiving(van, feestdagen))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_een_termijn_eindigt_op_een_werkdag_en_nooit_te_vroeg(dag):
    for (eind, _waarom), weken in ((bezwaar_tot(dag), 6), (besluit_uiterlijk(dag), 8), (plan_uiterlijk(dag), 6)):
        assert eind.weekday() < 5
        assert timedelta(weeks=weken) <= eind - dag <= timedelta(weeks=weken, days=5)


def codes(toewijzing, profiel=None):
    return {b.code for b in toets(toewijzing, LEEG, BOEK, profiel or PROFIEL, OP)}


def test_een_complete_toewijzing_heeft_geen_bevindingen():
    assert codes(GOED) == set()


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"einddatum": None}, "geen-einddatum"),
        ({"ingangsdatum": None}, "geen-ingangsdatum"),
        ({"einddatum": date(2026, 11, 30)}, "einde-voor-begin"),
        ({"volume": None}, "geen-omvang"),
        ({"frequentie": None}, "geen-omvang"),
        ({"productcode": ""}, "geen-budget"),
        ({"eenheid": Eenheid.DAGDEEL, "frequentie": Frequentie.PER_DAG}, "eenheid-niet-per-dag"),
    ],
)
def test_alleen_dit_houdt_vaststellen_tegen(anders, code):
    gevonden = blokkades(GOED.model_copy(update=anders), LEEG, OP)
    assert [b.code for b in gevonden] == [code]
    assert gevonden[0].zwaarte is Zwaarte.BLOKKADE


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"afschalen": ""}, "geen-afschalen"),
        ({"afschalen_naar": ""}, "geen-afschalen"),
        ({"afschalen_op": None}, "geen-afschalen"),
        ({"afschalen_op": date(2028, 1, 1)}, "afbouwen-buiten-periode"),
        (
            {"niet_toegekend": "Een coach", "weigergrond": Weigergrond.NIET_NODIG, "waarom_niet": "Het lukt zo."},
            "hoor-het-gezin",
        ),
        ({"evaluatiedatum": None}, "geen-evaluatie"),
        ({"evaluatiedatum": date(2028, 1, 1)}, "evaluatie-buiten-periode"),
        ({"aanbieder": ""}, "geen-aanbieder"),
    ],
)
def test_advies_kan_met_een_reden_terzijde(anders, code):
    met_advies = GOED.model_copy(update=anders)
    assert codes(met_advies) == {code}
    assert codes(met_advies.model_copy(update={"opzij": (Opzij(code=code, reden="omdat"),)})) == set()


@pytest.mark.parametrize(
    ("deel", "code"),
    [
        ("resultaat", "geen-resultaat"), ("motivering", "geen-motivering"), ("motivering_omvang", "geen-motivering-omvang"),
    ],
)  # fmt: skip
def test_zonder_motivering_of_resultaat_is_het_geen_besluit_ook_niet_met_een_reden_opzij(deel, code):
    zonder = GOED.model_copy(update={deel: " ", "opzij": (Opzij(code=code, reden="omdat"),)})
    assert code in codes(zonder)


def test_een_blokkade_kan_niet_terzijde():
    zonder = GOED.model_copy(update={"einddatum": None, "opzij": (Opzij(code="geen-einddatum", reden="x"),)})
    assert "geen-einddatum" in codes(zonder)


@pytest.mark.parametrize(
    ("boek", "gemeente", "einddatum", "verwacht"),
    [
        ("ijmond", "0396", date(2027, 12, 1), False),
        ("ijmond", "0396", date(2027, 12, 2), True),
        ("ijmond", "0453", date(2027, 12, 2), False),  # de Rekenkamer schreef over Heemskerk, niet over Velsen
        ("noord-veluwe", "0233", date(2027, 12, 2), False),  # deze regio heeft geen bekende grens
    ],
)
def test_langer_dan_een_jaar_telt_alleen_waar_de_bron_dat_zegt(boek, gemeente, einddatum, verwacht):
    lang = GOED.model_copy(update={"einddatum": einddatum})
    profiel = PROFIEL.model_copy(update={"gemeentecode": gemeente})
    gevonden = {b.code: b for b in toets(lang, LEEG, laad(boek), profiel, OP)}
    assert ("langer-dan-een-jaar" in gevonden) is verwacht
    if verwacht:
        assert gevonden["langer-dan-een-jaar"].bron.document == "Rekenkamer Heemskerk (004)"


def test_een_echt_gezin_krijgt_geen_besluit_van_de_voorbeeldgemeente():
    assert codes(GOED, voorbeeldprofiel()) == {"profiel-voorbeeld"}
    voorbeeld = dossier_met(gezin={"is_voorbeeld": True})
    assert toets(GOED, voorbeeld, BOEK, voorbeeldprofiel(), OP) == []


def test_een_praktijk_besluit_niet():
    praktijk = PROFIEL.model_copy(update={"rol": Rol.POH_JEUGD})
    [gevonden] = toets(GOED, LEEG, BOEK, praktijk, OP)
    assert (gevonden.code, gevonden.zwaarte) == ("rol-poh_jeugd", Zwaarte.CONCEPT)
    opzij = GOED.model_copy(update={"opzij": (Opzij(code="rol-poh_jeugd", reden="x"),)})
    assert toets(opzij, LEEG, BOEK, praktijk, OP) == [gevonden]


@pytest.mark.parametrize(("rol", "zin"), [(Rol.ADVISEUR, "De gemeente besluit"), (Rol.SOCIAAL_TEAM, "wijst zelf geen")])
def test_een_team_zonder_mandaat_krijgt_een_zin_die_klopt(rol, zin):
    [gevonden] = toets(GOED, LEEG, BOEK, PROFIEL.model_copy(update={"rol": rol}), OP)
    assert zin in zin_bij_bevinding(gevonden)
    assert "huisarts" not in zin_bij_bevinding(gevonden)


def test_een_product_dat_volgens_het_advies_niet_past_vraagt_een_reden():
    ernstig = dossier_met(afweging={"klachten": "ernstig"})
    assert "past-niet" in {b.code for b in toets(GOED, ernstig, BOEK, PROFIEL, OP)}


@pytest.mark.parametrize(("geboren", "verwacht"), [("2009-05-31", {"voorbij-achttien"}), ("2009-06-01", set())])
def test_hulp_die_doorloopt_na_de_achttiende_verjaardag_vraagt_een_reden(geboren, verwacht):
    kind = dossier_met(jeugdige={"geboortedatum": geboren})
    assert {b.code for b in toets(GOED, kind, BOEK, PROFIEL, OP)} == verwacht


def test_zonder_profiel_blijft_het_een_concept():
    gevonden = toets(GOED, LEEG, BOEK, Profiel(), OP)
    assert [b.zwaarte for b in gevonden] == [Zwaarte.CONCEPT]
    assert "11" in zin_bij_bevinding(gevonden[0])


@pytest.mark.parametrize(
    ("anders", "kosten"),
    [
        ({"tarief": None}, None),
        ({"tarief": 7800}, Geld(12 * 7800)),
        ({"tarief": 7800, "eenheid": Eenheid.MINUUT, "volume": 60}, Geld(7800)),
        ({"tarief": 7801, "eenheid": Eenheid.MINUUT, "volume": 1}, Geld(131)),
        ({"tarief": 7800, "eenheid": Eenheid.DAGDEEL}, None),
        ({"eenheid": Eenheid.EUROS, "volume": 100_000}, Geld(100_000)),
        ({"productcode": "", "budget": 95_000}, Geld(95_000)),
        ({"budget": 95_000, "tarief": None}, None),
    ],
)
def test_maximumkosten_alleen_waar_dat_zonder_aanname_kan(anders, kosten):
    assert GOED.model_copy(update=anders).maximumkosten == kosten


@pytest.mark.parametrize(
    ("feiten", "product", "verwacht"),
    [
        ({"zeer_zwaar": "ja"}, "ambulante-begeleiding", {"te-licht"}),
        ({"zeer_zwaar": "ja"}, "fact-jeugd", set()),
        ({"enkelvoudig": "ja"}, "fact-jeugd", {"te-zwaar"}),
        ({"enkelvoudig": "ja"}, "ambulante-begeleiding", set()),
        ({}, "fact-jeugd", set()),
    ],
)
def test_te_licht_en_te_zwaar_vragen_allebei_een_reden(feiten, product, verwacht):
    dossier = dossier_met(afweging=feiten)
    gevonden = {b.code for b in toets(GOED.model_copy(update={"product": product}), dossier, BOEK, PROFIEL, OP)}
    assert gevonden & {"te-licht", "te-zwaar"} == verwacht


def _met_vastgesteld(**anders):
    """Een dossier waarin al een toewijzing is vastgesteld."""
    vast = Vaststelling(
        inhoud=GOED.model_copy(update=anders), besluitnummer="1", datum=OP, tijd=time(9), door="Robin", functie="coach",
        gemeente="Ermelo", gemeentecode="0233", boek="noord-veluwe", boekversie="1", maximum_totaal=None, maximum_kosten=None,
        gezet_op=datetime(2026, 11, 24, 9, tzinfo=UTC),
    )  # fmt: skip
    inhoud = {
        Plaats("toewijzing:1", POSITIE): {"b": "5"},
        Plaats("toewijzing:1", Toegewezen.vastgesteld.id): {"b": vast.model_dump(mode="json")},
    }
    return Dossier("kind", vouw(Pen("a", "Robin", 1).schrijf(Stand(), "kind", "h", "t", inhoud)), Stand())


def _boek_met(id, **anders):
    producten = tuple(p.model_copy(update=anders) if p.id == id else p for p in BOEK.producten)
    return BOEK.model_copy(update={"producten": producten})


EERDER = {"ingangsdatum": date(2026, 1, 1), "einddatum": date(2026, 11, 30)}


@pytest.mark.parametrize(("verlengbaar", "verwacht"), [(False, True), (True, False), (None, False)])
def test_nog_eens_hetzelfde_vraagt_een_reden_als_het_boek_verlengen_uitsluit(verlengbaar, verwacht):
    boek = _boek_met("basis-ggz", verlengbaar=verlengbaar)
    gevonden = {b.code for b in toets(GOED, _met_vastgesteld(**EERDER), boek, PROFIEL, OP)}
    assert ("niet-verlengbaar" in gevonden) is verwacht
    assert "niet-verlengbaar" not in {b.code for b in toets(GOED, LEEG, boek, PROFIEL, OP)}


@pytest.mark.parametrize(
    ("samen_met", "einde", "verwacht"),
    [
        (("pleegzorg",), date(2027, 1, 1), True),
        (("pleegzorg", "ambulante-begeleiding"), date(2027, 1, 1), False),
        ((), date(2027, 1, 1), False),
        (("pleegzorg",), date(2026, 11, 30), False),  # de dag voordat de nieuwe hulp begint
        (("pleegzorg",), date(2026, 12, 1), True),
    ],
)
def test_hulp_die_volgens_het_boek_niet_samengaat_vraagt_een_reden(samen_met, einde, verwacht):
    boek = _boek_met("basis-ggz", combineerbaar_met=samen_met)
    ernaast = _met_vastgesteld(product="ambulante-begeleiding", ingangsdatum=date(2026, 6, 1), einddatum=einde)
    assert ("niet-samen" in {b.code for b in toets(GOED, ernaast, boek, PROFIEL, OP)}) is verwacht


@given(st.lists(st.sampled_from(["basis-ggz", "54001", "pleegzorg"])), st.lists(st.sampled_from(["pleegzorg", "x"])))
def test_of_twee_producten_samengaan_hangt_niet_van_de_volgorde_af(een, ander):
    a = BOEK.product("basis-ggz").model_copy(update={"combineerbaar_met": tuple(een)})
    b = BOEK.product("pleegzorg").model_copy(update={"combineerbaar_met": tuple(ander)})
    assert kan_samen(a, b) == kan_samen(b, a)


@pytest.mark.parametrize(
    ("veld", "plicht", "regel"),
    [("va_vereist", "analyse", "BOEK-ANALYSE"), ("perspectiefplan_vereist", "perspectief", "BOEK-PERSPECTIEF")],
)
@pytest.mark.parametrize("gevraagd", [True, False, None])
def test_wat_het_boek_bij_het_gekozen_product_vraagt_is_een_plicht(veld, plicht, regel, gevraagd):
    product = BOEK.product("ambulante-begeleiding").model_copy(update={veld: gevraagd})
    uit = advies_over(alle_feiten(LEEG, BOEK, OP) | als_gekozen(product), BOEK, OP)
    redenen = {r.regel for t in uit.plichten if t.code == plicht for r in t.redenen}
    assert (regel in redenen) is (gevraagd is True)


NOOR = {"sleutel": "persoon:noor", "voornamen": "Noor", "achternaam": "Voorbeeld"}
KARIM = {"sleutel": "persoon:karim", "voornamen": "Karim", "achternaam": "Voorbeeld"}
GEZAG = {"persoon:noor": {"heeft_gezag": "ja"}, "persoon:karim": {"heeft_gezag": "ja"}}


@pytest.mark.parametrize(
    ("geboren", "door", "mist"),
    [
        ("2015-11-25", "noor en karim", ""),  # nog net elf
        ("2015-11-25", "Noor", "Karim Voorbeeld"),
        ("2014-11-24", "Noor en Karim", "Sam"),  # vandaag twaalf: het kind beslist mee
        ("2014-11-24", "Sam, Noor en Karim", ""),
        ("2010-11-24", "Sam", ""),  # vandaag zestien: de jongere zelf
        ("2010-11-24", "Noor en Karim", "Sam"),
        ("2010-11-25", "Sam", "Noor Voorbeeld, Karim Voorbeeld"),
        ("2010-11-24", "samen met Noor", "Sam"),  # een deel van een woord is geen naam
    ],
)
def test_toestemming_hangt_af_van_de_leeftijd_en_wie_gezag_heeft(geboren, door, mist):
    dossier = dossier_met(
        jeugdige={"geboortedatum": geboren, "roepnaam": "Sam"}, persoon_lijst=[NOOR, KARIM], gezag=GEZAG,
        toestemming_lijst=[{"inhoud": JA_GEZEGD | {"door": door}}],
    )  # fmt: skip
    gevonden = [b for b in toets(GOED, dossier, BOEK, PROFIEL, OP) if b.code == "toestemming"]
    assert [b.gegevens["wie"] for b in gevonden] == ([mist] if mist else [])


@pytest.mark.parametrize("anders", [{"gegeven": "nee"}, {"waarvoor": "delen"}, {"door": ""}])
def test_geen_ja_voor_hulp_is_geen_toestemming(anders):
    dossier = dossier_met(toestemming_lijst=[{"inhoud": JA_GEZEGD | anders}])
    assert "toestemming" in {b.code for b in toets(GOED, dossier, BOEK, PROFIEL, OP)}


@pytest.mark.parametrize(
    ("per", "eenheid", "kosten"),
    [
        (Eenheid.ETMAAL, Eenheid.ETMAAL, Geld(12 * 25_000)),
        (Eenheid.STUKS_OUTPUT, Eenheid.STUKS_OUTPUT, Geld(12 * 25_000)),
        (Eenheid.MINUUT, Eenheid.UUR, Geld(12 * 60 * 25_000)),
        (Eenheid.ETMAAL, Eenheid.UUR, None),
        (None, Eenheid.UUR, Geld(12 * 25_000)),
    ],
)
def test_een_tarief_telt_in_zijn_eigen_eenheid(per, eenheid, kosten):
    assert GOED.model_copy(update={"tarief": 25_000, "tarief_per": per, "eenheid": eenheid}).maximumkosten == kosten


def test_zonder_code_stapelt_een_gelijke_categorie_maar_is_een_ander_product_geen_herhaling():
    """Het bericht mag dat niet hebben (TR302); dat is beter te zien voordat iemand vaststelt."""
    zonder = {"productcode": "", "categorie": "45", "budget": 100_000}
    eerder = _met_vastgesteld(product="ambulante-begeleiding", **zonder, einddatum=date(2027, 1, 1))
    nu = GOED.model_copy(
        update={"product": "intensief-gezin", "aanbieder": "Een ander", "aanbieder_agb": "42420002", **zonder}
    )
    codes = {b.code for b in toets(nu, eerder, BOEK, PROFIEL, OP)}
    assert ("stapeling" in codes, "herhaling" in codes) == (True, False)
    weer = nu.model_copy(update={"product": "ambulante-begeleiding"})
    assert "stapeling" in {b.code for b in toets(weer, eerder, BOEK, PROFIEL, OP)}


def met_norm(intensiteit=None, duur=None):
    """Het boek met deze normen bij het product van de toewijzing."""
    bron = Vindplaats(document="boek", plaats="regel 1")

    def norm(gegeven):
        return (
            Norm(status=Normstatus.VASTGESTELD, waarde=gegeven[0], eenheid=gegeven[1], bron=bron) if gegeven else Norm()
        )

    anders = {"intensiteit": norm(intensiteit), "duur": norm(duur)}
    producten = tuple(p.model_copy(update=anders) if p.id == GOED.product else p for p in BOEK.producten)
    return BOEK.model_copy(update={"producten": producten})


@pytest.mark.parametrize(
    ("intensiteit", "motivering", "gereed", "verwacht"),
    [
        ((GOED.volume, f"{GOED.eenheid}/{GOED.frequentie}"), "x", None, set()),
        ((GOED.volume - 1, f"{GOED.eenheid}/{GOED.frequentie}"), "x", None, {"boven-norm-omvang", "boven-norm-zonder-analyse"}),
        ((GOED.volume - 1, f"{GOED.eenheid}/{GOED.frequentie}"), "x", "ja", {"boven-norm-omvang"}),
        ((1, "01/1"), "x", None, set()),
        ((1, "01/1"), "", None, {"norm-andere-eenheid"}),
    ],
)  # fmt: skip
def test_een_norm_wordt_alleen_vergeleken_in_haar_eigen_eenheid_en_zwijgt_nooit(
    intensiteit, motivering, gereed, verwacht
):
    boek = met_norm(intensiteit, (3650, "dagen"))
    dossier = dossier_met(analyse={"gereed": gereed}) if gereed else LEEG
    inhoud = GOED.model_copy(update={"motivering_omvang": motivering})
    over_normen = {"boven-norm-omvang", "boven-norm-zonder-analyse", "norm-andere-eenheid", "norm-onbekend"}
    assert {b.code for b in toets(inhoud, dossier, boek, PROFIEL, OP)} & over_normen == verwacht


def test_in_heemstede_besluit_het_team_niet_ook_al_zegt_het_profiel_van_wel():
    profiel = PROFIEL.model_copy(update={"gemeentecode": "0397"})
    gevonden = {b.code: b for b in toets(GOED, LEEG, laad("zuid-kennemerland"), profiel, OP)}
    assert gevonden["team-adviseert"].zwaarte is Zwaarte.CONCEPT
    anders = PROFIEL.model_copy(update={"gemeentecode": "0392"})
    assert "team-adviseert" not in {b.code for b in toets(GOED, LEEG, laad("zuid-kennemerland"), anders, OP)}


def test_een_huisarts_die_verwijst_is_een_advies_dat_terzijde_kan():
    verwezen = dossier_met(aanmelding={"verwijzer": "02"})
    gevonden = {b.code: b.zwaarte for b in toets(GOED, verwezen, BOEK, PROFIEL, OP)}
    assert gevonden["andere-verwijzer"] is Zwaarte.ADVIES


@pytest.mark.parametrize(
    ("duur", "einde", "boven"),
    [
        ((26, "weken"), date(2027, 5, 31), False),
        ((26, "weken"), date(2027, 6, 1), True),
        ((6, "maanden"), date(2027, 5, 31), False),
        ((6, "maanden"), date(2027, 6, 1), True),
        ((1, "jaren"), date(2027, 11, 30), False),
        ((1, "jaren"), date(2027, 12, 1), True),
        ((182, "dagen"), date(2027, 6, 1), True),
        ((12, "trajecten"), date(2037, 6, 1), False),
    ],
)
def test_een_duurnorm_in_weken_of_maanden_telt_op_de_kalender(duur, einde, boven):
    inhoud = GOED.model_copy(update={"einddatum": einde})
    gevonden = {b.code for b in toets(inhoud, LEEG, met_norm(None, duur), PROFIEL, OP)}
    assert ("boven-norm-duur" in gevonden) is boven


def test_wie_ergens_anders_slaapt_krijgt_ook_hulp_als_eigen_toewijzing():
    pleegzorg = GOED.model_copy(
        update={"product": "pleegzorg", "productcode": "", "categorie": "44", "budget": 100_000}
    )
    alleen = {b.code: b for b in toets(pleegzorg, LEEG, BOEK, PROFIEL, OP)}
    assert alleen["alleen-verblijf"].bron.document == "Meerjarenperspectief Noord-Veluwe (001)"
    ernaast = _met_vastgesteld(product="ambulante-begeleiding", productcode="", categorie="45")
    assert "alleen-verblijf" not in {b.code for b in toets(pleegzorg, ernaast, BOEK, PROFIEL, OP)}
    te_vroeg = _met_vastgesteld(product="ambulante-begeleiding", productcode="", categorie="45", **EERDER)
    assert "alleen-verblijf" in {b.code for b in toets(pleegzorg, te_vroeg, BOEK, PROFIEL, OP)}
    assert "alleen-verblijf" not in {b.code for b in toets(GOED, LEEG, BOEK, PROFIEL, OP)}


def test_een_ingetrokken_toestemming_telt_vanaf_die_dag_niet_meer():
    gegeven = Toestemming(gegeven=Antwoord.JA, datum=date(2026, 1, 1), ingetrokken_op=date(2026, 6, 1))
    assert gegeven.geldt(date(2026, 5, 31))
    assert not gegeven.geldt(date(2026, 6, 1))
    assert not Toestemming(gegeven=Antwoord.NEE).geldt(OP)
    assert not Toestemming().geldt(OP)


def test_de_toets_merkt_een_ingetrokken_toestemming_meteen():
    ingetrokken = JA_GEZEGD | {"ingetrokken_op": OP.isoformat(), "ingetrokken_door": "Noor"}
    dossier = uitwisselvorm.lees({"toestemming_lijst": [{"inhoud": ingetrokken}]})
    assert "toestemming" in {b.code for b in toets(GOED, dossier, BOEK, PROFIEL, OP)}
    assert "toestemming" not in {b.code for b in toets(GOED, LEEG, BOEK, PROFIEL, OP)}


def test_een_lege_stap_en_een_stap_zonder_deskundige_vallen_op():
    anders = {"problemen": {"tekst": ""}, "nodig": {"tekst": "Dit is nodig.", "deskundige": "M. Proef"}}
    gevonden = {
        b.code: b.gegevens.get("aantal")
        for b in toets(GOED, dossier_met(onderzoek=GEKEKEN | anders), BOEK, PROFIEL, OP)
    }
    assert gevonden == {"vijf-stappen": 1, "stap-zonder-deskundige": 1}


def test_weigeren_vraagt_een_grond_en_uitleg():
    zonder = GOED.model_copy(update={"niet_toegekend": "Een tweede behandelaar."})
    assert {b.code for b in blokkades(zonder, LEEG, OP)} == {"weigeren-zonder-grond"}
    met = zonder.model_copy(
        update={
            "weigergrond": Weigergrond.ANDERE_WET, "weigergrond_nader": "de Zorgverzekeringswet",
            "waarom_niet": "Dit betaalt de zorgverzekering.", "gehoord_op": OP,
        }
    )  # fmt: skip
    assert codes(met) == set()


@pytest.mark.parametrize(
    ("onderwerp", "geldig_van", "kan"),
    [
        ("hoe we eigen kracht wegen", date(2026, 1, 1), True),
        ("eigen mogelijkheden en probleemoplossend vermogen", date(2026, 1, 1), True),
        ("Eigen kracht", date(2027, 1, 1), False),
        ("wat in een besluit staat", date(2026, 1, 1), False),
    ],
)
def test_weigeren_op_eigen_kracht_kan_alleen_met_een_artikel_dat_dan_geldt(onderwerp, geldig_van, kan):
    update = {
        "niet_toegekend": "Huishoudelijke hulp.",
        "weigergrond": Weigergrond.EIGEN_KRACHT,
        "waarom_niet": "Ouders kunnen dit.",
        "gehoord_op": OP,
    }
    gewogen = {"ouders_in_staat": "ja", "ouders_beschikbaar": "ja", "dreigt_overbelasting": "nee", "geld_knelt": "nee"}
    artikel = Artikel(onderwerp=onderwerp, artikel="artikel 66", geldig_van=geldig_van, maatstaf="wat ouders aankunnen")
    profiel = PROFIEL.model_copy(update={"artikelen": (*PROFIEL.artikelen, artikel)})
    gevonden = toets(GOED.model_copy(update=update), dossier_met(afweging=gewogen), BOEK, profiel, OP)
    assert [b.code for b in gevonden] == ([] if kan else ["eigen-kracht-zonder-artikel"])
    assert all(b.zwaarte is Zwaarte.CONCEPT for b in gevonden)
    # Wat nog open is of niet bekend, is geen antwoord.
    half = {"ouders_in_staat": "ja", "geld_knelt": {"staat": "onbekend"}}
    nog = toets(GOED.model_copy(update=update), dossier_met(afweging=half), BOEK, profiel, OP)
    assert {b.code: b.gegevens.get("aantal") for b in nog}["eigen-kracht-niet-gewogen"] == 3


@pytest.mark.parametrize(
    ("volume", "einde", "intensiteit", "duur", "verwacht"),
    [
        (12, date(2027, 5, 31), 12, 26, Normuitkomst.CONFORM),
        (13, date(2027, 5, 31), 12, 26, Normuitkomst.WIJKT_AF),
        (12, date(2027, 6, 2), 12, 26, Normuitkomst.WIJKT_AF),
        (12, date(2027, 5, 31), 12, None, Normuitkomst.ONBEKEND),
        (13, date(2027, 5, 31), 12, None, Normuitkomst.WIJKT_AF),
    ],
)
def test_de_norm_is_gehaald_afgeweken_of_onbekend(volume, einde, intensiteit, duur, verwacht):
    product = BOEK.product("basis-ggz")
    maat = {"status": "vastgesteld", "bron": product.bron}
    onbekend = product.duur.model_copy(update={"status": Normstatus.ONBEKEND, "waarde": None})
    lengte = product.duur.model_copy(update=maat | {"waarde": duur, "eenheid": "weken"}) if duur else onbekend
    hoeveel = product.intensiteit.model_copy(
        update=maat | {"waarde": intensiteit, "eenheid": f"{Eenheid.UUR}/{Frequentie.TOTAAL}"}
    )
    product = product.model_copy(update={"intensiteit": hoeveel, "duur": lengte})
    gekozen = GOED.model_copy(update={"volume": volume, "einddatum": einde})
    assert uitkomst(gekozen, product) is verwacht
    assert uitkomst(gekozen, None) is Normuitkomst.ONBEKEND, "wat niet in het boek staat, heeft geen bekende norm"
    assert uitkomst(gekozen.model_copy(update={"besluit": Besluitsoort.BEEINDIGEN}), product) is None


def test_een_pgb_vraagt_hoe_het_bedrag_is_berekend():
    pgb = GOED.model_copy(update={
        "levering": Levering.PGB, "pgb_bekwaam": "a", "pgb_waarom": "b", "pgb_kwaliteit": "c", "budget": 42_000,
    })  # fmt: skip
    assert codes(pgb) == {"pgb-zonder-som"}
    assert codes(pgb.model_copy(update={"pgb_tarief": 3_500})) == set()
    anders = pgb.model_copy(update={"pgb_tarief": 3_600})
    (gevonden,) = toets(anders, LEEG, BOEK, PROFIEL, OP)
    assert (gevonden.code, gevonden.gegevens) == ("pgb-anders-dan-som", {"som": "€ 432,00"})
    assert codes(anders.model_copy(update={"pgb_berekening": "Afgerond naar beneden, zoals afgesproken."})) == set()
