"""Elke termijn van de agenda rond weekend, feestdag, schrikkeldag en zomertijd, op de plek waar zij wordt gebruikt.

De feestdagen staan hier nog eens, met de hand: zo controleert de rekenmachine zichzelf niet.
"""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta

import pytest

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.toewijzing import Toegewezen, Vaststelling
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import POSITIE, Plaats
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.punt import Plaatselijk
from tests.regels.test_termijnen_en_toets import GOED

HIER = Plaatselijk("noord-veluwe")
FEESTDAGEN = {
    date(2023, 12, 25), date(2023, 12, 26), date(2024, 1, 1),
    date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 4, 27), date(2026, 5, 5), date(2026, 5, 14),
    date(2026, 5, 25), date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1),
}  # fmt: skip
# Voor termijnen uit een wet gelijk aan een feestdag; voor werkdagen niet.
GELIJKGESTELD = {date(2026, 5, 15), date(2027, 5, 7)}
# Waar een termijn zonder opschuiven op uitkomt.
BIJZONDER = {
    "zaterdag": date(2026, 11, 28),
    "zondag": date(2026, 11, 29),
    "gewone dinsdag": date(2026, 11, 24),
    "goede vrijdag": date(2026, 4, 3),
    "tweede paasdag": date(2026, 4, 6),
    "koningsdag": date(2026, 4, 27),
    "bevrijdingsdag": date(2026, 5, 5),
    "hemelvaart": date(2026, 5, 14),
    "de vrijdag na hemelvaart": date(2026, 5, 15),
    "tweede pinksterdag": date(2026, 5, 25),
    "eerste kerstdag": date(2026, 12, 25),
    "nieuwjaar": date(2027, 1, 1),
    "schrikkeldag": date(2024, 2, 29),
    "zomertijd begint": date(2026, 3, 29),
    "zomertijd eindigt": date(2026, 10, 25),
}


def werkdag(dag):
    return dag.isoweekday() <= 5 and dag not in FEESTDAGEN


def opgeschoven(dag):
    return dag if werkdag(dag) and dag not in GELIJKGESTELD else opgeschoven(dag + timedelta(days=1))


def werkdagen(dag, aantal):
    if not aantal:
        return dag
    morgen = dag + timedelta(days=1)
    return werkdagen(morgen, aantal - werkdag(morgen))


def maanden(dag, aantal):
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))


def uit(**delen):
    return uitwisselvorm.lees(delen)


def besloten(dag, *, aangemeld=None, verhuisd=None, **anders):
    inhoud = GOED.model_copy(update=anders.pop("inhoud", {}))
    vast = Vaststelling(
        inhoud=inhoud, besluitnummer="1", datum=dag, tijd=time(9), door="Robin", functie="coach",
        gemeente="Ermelo", gemeentecode="0233", boek="noord-veluwe", boekversie="1", maximum_totaal=None,
        maximum_kosten=None, gezet_op=datetime(2026, 6, 1, 9, tzinfo=UTC),
    )  # fmt: skip
    velden = {
        Plaats("toewijzing:1", POSITIE): {"b": "5"},
        Plaats("toewijzing:1", Toegewezen.vastgesteld.id): {"b": vast.model_dump(mode="json")},
    }
    for naam, waarde in anders.items():
        veld = getattr(Toegewezen, naam)
        velden[Plaats("toewijzing:1", veld.id)] = {"b": veld.json_waarde(waarde)}
    if verhuisd:
        velden[Plaats("jeugdige", Jeugdige.verhuisd_op.id)] = {"b": verhuisd.isoformat()}
    if aangemeld:
        velden[Plaats("aanmelding", Aanmelding.datum.id)] = {"b": aangemeld.isoformat()}
    return Dossier("kind", vouw(Pen("a", "Robin", 1).schrijf(Stand(), "kind", "h", "t", velden)), Stand())


def verzoek(dag, **anders):
    inhoud = {"soort": "JW315", "identificatie": "1", "dagtekening": str(dag), "afzender": "42420001",
              "referentie": "r", "producten": []}  # fmt: skip
    stuk = {"soort": "JW319", "identificatie": "9", "dagtekening": str(dag), "partij": "42420001",
            "verzoek": "verzoek:0", "antwoord": anders.get("antwoord")}  # fmt: skip
    ging_ = [{"op": str(dag), "inhoud": stuk}] if "antwoord" in anders else []
    return uit(verzoek_lijst=[{"inhoud": inhoud, **anders}], post_lijst=ging_)


def ging(dag):
    stuk = {"soort": "JW301", "identificatie": "1", "dagtekening": str(dag), "partij": "42420001", "nummers": [1]}
    return uit(post_lijst=[{"op": str(dag), "inhoud": stuk}])


def weken(aantal, *, wet):
    """Hoe ver terug je begint om op een dag uit te komen, en waar je uitkomt; alleen een wettelijke schuift op."""
    return (
        lambda dag: dag - timedelta(weeks=aantal),
        lambda begin: opgeschoven(begin + timedelta(weeks=aantal)) if wet else begin + timedelta(weeks=aantal),
    )


def na_werkdagen(aantal):
    return lambda dag: dag - timedelta(days=aantal), lambda begin: werkdagen(begin, aantal)


def na_maanden(aantal, dagen=0):
    return lambda dag: maanden(dag, -aantal), lambda begin: maanden(begin, aantal) + timedelta(days=dagen)


ZELF = (lambda dag: dag, lambda begin: begin)
# Per termijn: de code, hoe zij telt, en het dossier waarin zij op een dag begint.
TERMIJNEN = {
    "contact": (na_werkdagen(3), lambda dag: uit(aanmelding={"datum": str(dag)})),
    "aanbieden": (weken(2, wet=False), lambda dag: uit(aanmelding={"datum": str(dag)})),
    "besluit": (weken(8, wet=True), lambda dag: uit(aanmelding={"aanvraagdatum": str(dag)})),
    "hulpplan": (
        weken(6, wet=True),
        lambda dag: uit(familiegroepsplan={"stap": "afgezien", "afgezien_op": str(dag)}),
    ),
    "papier": (weken(2, wet=True), lambda dag: uit(familiegroepsplan={"op_papier_gevraagd": str(dag)})),
    "bezwaar": (weken(6, wet=True), besloten),
    "bericht": (na_werkdagen(5), lambda dag: besloten(dag, nummer=12)),
    "verzoek": (na_werkdagen(5), verzoek),
    "onderzoek": (weken(8, wet=False), lambda dag: verzoek(dag, antwoord="2")),
    "geen-retour": (na_werkdagen(3), ging),
    "meldcode": (
        weken(1, wet=False),
        lambda dag: uit(veiligheid={"meldcode": {"signalen": "x", "signalen_op": str(dag)}}),
    ),
    "wachten": (na_maanden(3, dagen=14), lambda dag: besloten(dag, aangemeld=dag)),
    "te-lang": (na_maanden(4), lambda dag: besloten(dag, aangemeld=dag)),
    "evaluatie": (ZELF, lambda dag: besloten(dag, gestart_op=dag, inhoud={"evaluatiedatum": dag})),
    "afbouwen": (ZELF, lambda dag: besloten(dag, gestart_op=dag, inhoud={"afschalen_op": dag})),
    "einde": (ZELF, lambda dag: besloten(dag, gestart_op=dag, inhoud={"einddatum": dag})),
    "afsluiten": (weken(2, wet=False), lambda dag: besloten(dag, gestart_op=dag, gestopt_op=dag)),
    "terugkijken": (na_maanden(3), lambda dag: besloten(dag, gestart_op=dag, gestopt_op=dag)),
}


# Wachten staat er pas als het te lang duurt, de rest tot en met de laatste dag.
ZICHTBAAR = {"wachten": timedelta(days=-13), "te-lang": timedelta(days=1)}


def punt(dossier, code, op):
    return next(p for p in agenda(dossier, op, HIER) if p.code == code)


@pytest.mark.parametrize("dag", BIJZONDER.values(), ids=BIJZONDER)
@pytest.mark.parametrize("code", TERMIJNEN)
def test_elke_termijn_rond_elke_bijzondere_dag(code, dag):
    (terug, verder), maak = TERMIJNEN[code]
    begin = terug(dag)
    einde = verder(begin)
    gevonden = punt(maak(begin), code, einde + ZICHTBAAR.get(code, timedelta()))
    assert gevonden.dag == einde
    if gevonden.verschoven:
        assert gevonden.verschoven.van < einde
        assert gevonden.verschoven.feestdagen or not werkdag(gevonden.verschoven.van)


@pytest.mark.parametrize(
    ("code", "begin", "feestdagen"),
    [
        ("contact", date(2026, 4, 2), ("Goede Vrijdag", "Tweede paasdag")),
        ("verzoek", date(2026, 12, 23), ("Eerste kerstdag",)),
        ("bericht", date(2026, 5, 12), ("Hemelvaartsdag",)),
        ("geen-retour", date(2026, 5, 22), ("Tweede pinksterdag",)),
        ("besluit", date(2026, 3, 10), ("Bevrijdingsdag",)),
        ("hulpplan", date(2026, 3, 16), ("Koningsdag",)),
        ("papier", date(2026, 12, 18), ("Nieuwjaarsdag",)),
        ("bezwaar", date(2026, 2, 20), ("Goede Vrijdag", "Tweede paasdag")),
    ],
)
def test_een_termijn_die_opschuift_noemt_de_feestdag(code, begin, feestdagen):
    dossier = TERMIJNEN[code][1](begin)
    assert punt(dossier, code, begin).verschoven.feestdagen == feestdagen


@pytest.mark.parametrize(
    ("geboren", "jaren", "dag"),
    [
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2012, 2, 29), 12, date(2024, 2, 29)),
        (date(2008, 12, 26), 18, date(2026, 12, 26)),
        (date(2008, 3, 29), 18, date(2026, 3, 29)),
    ],
)
def test_een_verjaardag_valt_op_de_dag_zelf_ook_in_het_weekend_en_na_een_schrikkeldag(geboren, jaren, dag):
    punten = agenda(uit(jeugdige={"geboortedatum": str(geboren)}), dag, HIER)
    assert any(p.code == "verjaardag" and p.dag == dag and str(jaren) in p.wat for p in punten)


def test_om_de_woonplaats_geldt_twee_weken_ook_als_die_op_een_feestdag_eindigen():
    dossier = verzoek(date(2026, 4, 13), antwoord="2", om_woonplaats="ja")
    assert punt(dossier, "onderzoek", date(2026, 4, 13)).dag == date(2026, 4, 27)


@pytest.mark.parametrize(
    ("verhuisd", "tot"), [(date(2024, 2, 29), date(2025, 2, 28)), (date(2025, 11, 29), date(2026, 11, 29))]
)
def test_na_een_verhuizing_telt_een_jaar_op_de_kalender(verhuisd, tot):
    assert punt(besloten(verhuisd, gestart_op=verhuisd, verhuisd=verhuisd), "verhuisd", verhuisd).dag == tot
