"""Het advies: gevallen uit de bronnen, en de wetten waar elk advies zich aan houdt."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.afweging import VRAGEN, Hulpvorm, Klachten, Probleemgebied
from jeugdteam_app.dossier.toewijzing import Toewijzing
from jeugdteam_app.kern.feit import Bekend, Onbekend
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.productenboek.boek import boeken, laad, meegeleverd
from jeugdteam_app.productenboek.profiel import Profiel, voorbeeldprofiel
from jeugdteam_app.productenboek.voorwaarden import Uitslag, alle, een_van
from jeugdteam_app.regels.advies import advies, advies_over, alle_feiten, gevaar_wacht_niet
from jeugdteam_app.regels.bevinding import Zwaarte
from jeugdteam_app.regels.producten import als_gekozen
from jeugdteam_app.regels.regel import Hoofdstuk, regelset
from jeugdteam_app.regels.toets import toets
from jeugdteam_app.regels.uitkomst import DELEN, als_json
from jeugdteam_app.regels.wegwijzers import wegwijzers
from tests.regels.test_termijnen_en_toets import GOED

OP = date(2026, 11, 24)
BOEK = laad("noord-veluwe")
MAP = Path(__file__).parent / "gevallen"
GEVALLEN = [
    pytest.param(laad(pad.name.partition(".")[0]), geval, id=f"{pad.stem}: {geval['naam']}")
    for pad in sorted(MAP.glob("*.json"))
    for geval in json.loads(pad.read_text(encoding="utf-8"))
]
HELE_GEVALLEN = [p.values[1] for p in GEVALLEN if "stappen" in p.values[1]]
# Wat er in een geval verwacht wordt: de sleutel, het deel van het advies, en de uitslag die erbij hoort.
VERWACHT = (
    ("segment_ja", "segmenten", Uitslag.JA), ("segment_nee", "segmenten", Uitslag.NEE),
    ("segment_open", "segmenten", Uitslag.ONBEKEND), ("past", "voorstellen", Uitslag.JA),
    ("misschien", "voorstellen", Uitslag.ONBEKEND), ("niet", "afgevallen", Uitslag.NEE),
    ("voorliggend_ja", "voorliggend", Uitslag.JA), ("kader_ja", "ander_kader", Uitslag.JA),
    ("plicht_ja", "plichten", Uitslag.JA), ("plicht_nee", "plichten", Uitslag.NEE),
    ("plicht_open", "plichten", Uitslag.ONBEKEND), ("plicht", "plichten", None), ("vraag", "vragen", None),
    ("uitweg", "uitwegen", None), ("beslist", "beslist", None),
)  # fmt: skip
NIET = (
    ("voorliggend_niet", "voorliggend"), ("kader_niet", "ander_kader"), ("plicht_niet", "plichten"),
    ("uitweg_niet", "uitwegen"), ("beslist_niet", "beslist"), ("vraag_niet", "vragen"),
)  # fmt: skip
GEGEVEN = {"naam", "bron", "stappen", "spanningen", "geboren", "feiten", "veilig", "plan", "aanmelding", "profiel"}
# Bij een lezer die de regels niet kende (.lezer.json): zijn reden, wat wij aanvulden, en wat na herlezen anders bleef.
VAN_LEZER = {"waarom", "aangevuld", "anders"}
OOK = {
    "eerste",
    "voor",
    "let_op_bij",
    "aanzien",
    "keuze",
    "wegwijzer",
    "wegwijzer_niet",
    "toewijzing",
    "bevinding",
    "bevinding_niet",
    "blokkade",
}


def als_dossier(geval):
    dossier = {
        "jeugdige": {"geboortedatum": geval["geboren"]} if geval.setdefault("geboren", "2014-05-01") else {},
        "afweging": geval.get("feiten", {}),
        "familiegroepsplan": geval.get("plan", {}),
        "vraagverheldering": {"veiligheid": geval.get("veilig")},
        "aanmelding": geval.get("aanmelding", {}),
    }
    return uitwisselvorm.lees(dossier)


def geef_advies(boek, geval):
    profiel = Profiel.model_validate(geval["profiel"]) if "profiel" in geval else None
    return advies(als_dossier(geval), boek, op_dag(boek), profiel)


def op_dag(boek):
    """De dag van vandaag, of de laatste waarop een boek van vroeger gold."""
    return min(OP, boek.geldig_tot or OP)


def test_wat_zonder_besluit_kan_staat_bij_wat_een_besluit_vraagt_maar_niet_bij_spoed():
    feiten = {"enkelvoudig": "ja", "klachten": "licht", "hulp_voor": ["kind"], "kan_niet_wachten": "ja"}
    zonder = geef_advies(BOEK, {"feiten": feiten})
    met = geef_advies(BOEK, {"feiten": feiten | {"team_kan_zelf": "ja"}})
    bij = {t.code: {r.regel for r in t.let_op} for t in met.voorstellen}
    assert "JW2.9-TEAM" in bij["basis-ggz"]
    assert "JW2.9-TEAM" not in bij["spoedhulp-thuis"]
    assert [t.code for t in met.voorstellen] == [t.code for t in zonder.voorstellen]
    zw = geef_advies(laad("zaanstreek-waterland"), {"feiten": feiten | {"team_kan_zelf": "ja"}})
    assert not next(t for t in zw.voorstellen if t.code == "lokaal-team").let_op


def codes(takken, uitslag=None):
    return {t.code for t in takken if uitslag is None or t.uitslag is uitslag}


@pytest.mark.parametrize(("boek", "geval"), GEVALLEN)
def test_geval(boek, geval):
    assert set(geval) <= GEGEVEN | VAN_LEZER | OOK | {v[0] for v in VERWACHT} | {n[0] for n in NIET}
    uit = geef_advies(boek, geval)
    for sleutel, deel, uitslag in VERWACHT:
        assert set(geval.get(sleutel, ())) <= codes(getattr(uit, deel), uitslag), sleutel
    for sleutel, deel in NIET:
        assert not set(geval.get(sleutel, ())) & codes(getattr(uit, deel)), sleutel
    rij = [t.code for t in uit.voorstellen]
    assert rij[:1] == [geval.get("eerste", (*rij, "")[0])][: len(rij)]
    assert all(rij.index(eerder) < rij.index(later) for eerder, later in geval.get("voor", ()))
    assert set(geval.get("let_op_bij", ())) <= {t.code for t in uit.voorstellen if t.let_op}
    assert uit.aanzien == geval.get("aanzien", uit.aanzien)
    for id, woorden in geval.get("keuze", {}).items():
        assert woorden in regelset(boek.regels, OP).instelling(id).keuze


@pytest.mark.parametrize(("boek", "geval"), [p for p in GEVALLEN if "wegwijzer" in p.values[1]])
def test_geval_wijst_de_weg(boek, geval):
    regels, dossier = regelset(boek.regels, OP), als_dossier(geval)
    feiten = alle_feiten(dossier, boek, OP, Profiel.model_validate(geval["profiel"]))
    if gekozen := geval.get("toewijzing", {}).get("product"):
        feiten |= als_gekozen(boek.product(gekozen))
    gewezen = {r.regel for hoofdstuk in Hoofdstuk for r in wegwijzers(feiten, regels, hoofdstuk)}
    assert set(geval["wegwijzer"]) <= gewezen
    assert not set(geval.get("wegwijzer_niet", ())) & gewezen


@pytest.mark.parametrize(("boek", "geval"), [p for p in GEVALLEN if "toewijzing" in p.values[1]])
def test_geval_bij_de_toewijzing(boek, geval):
    toewijzing = Toewijzing.model_validate(GOED.model_dump() | {"product": boek.producten[0].id} | geval["toewijzing"])
    profiel = Profiel.model_validate(voorbeeldprofiel().model_dump() | {"voorbeeld": False} | geval["profiel"])
    gevonden = toets(toewijzing, als_dossier(geval), boek, profiel, OP)
    codes_ = {b.code for b in gevonden}
    assert set(geval.get("bevinding", ())) <= codes_
    assert not set(geval.get("bevinding_niet", ())) & codes_
    assert [b.code for b in gevonden if b.zwaarte is Zwaarte.BLOKKADE] == geval.get("blokkade", [])


def test_de_gevallen_raken_alle_denkstappen_en_spanningen_van_het_advies():
    assert len(HELE_GEVALLEN) >= 60
    assert {s for g in HELE_GEVALLEN for s in g["stappen"]} == set(range(1, 13))
    assert {s for g in HELE_GEVALLEN for s in g.get("spanningen", ())} == set(range(1, 15))
    assert all(g["bron"] for g in HELE_GEVALLEN)


def _antwoorden(naam):
    if naam == "klachten":
        return [Bekend(k) for k in Klachten]
    if naam in ("probleemgebieden", "hulp_voor"):
        lijst = Probleemgebied if naam == "probleemgebieden" else Hulpvorm
        return [Bekend((k,)) for k in lijst] + [Bekend(tuple(lijst))]
    if naam == "leeftijd":
        return [Bekend(n) for n in (10, 16, 19, 30)]
    return [Bekend("ja"), Bekend("nee")]


NAMEN = [*VRAGEN, "leeftijd", "acuut_gevaar", "zorgen_over_veiligheid", "analyse_gereed"]
VAST = {"aantal_doelen": Bekend(0), "fgp_stap": Onbekend(), "fgp_grond": Onbekend(), "fgp_aangeboden": Bekend("nee"),
        "fgp_geregeld": Bekend("nee"), "perspectiefplan_gemaakt": Bekend("nee"), "verwijzer": Bekend("01"),
        "maanden_sinds_aanmelding": Bekend(1), "aantal_toewijzingen": Bekend(0), "zwaarte_uitgelegd": Bekend("nee"), "rol": Bekend("lokaal_team"),
        "gemeente": Bekend("0233")}  # fmt: skip
FEITEN = st.fixed_dictionaries({n: st.sampled_from([Onbekend(), *_antwoorden(n)]) for n in NAMEN}).map(
    lambda f: f | VAST
)


def kern(uit):
    """Waar het om gaat: welke uitslag elke tak heeft, zonder redenen."""
    takken = {(d, t.code): t.uitslag for d in DELEN if d != "vragen" for t in getattr(uit, d)}
    return takken, uit.voorlopig


ELK_BOEK = st.sampled_from([id for id in boeken() if laad(id).geldt_op(OP)])


@given(ELK_BOEK, FEITEN, st.randoms(use_true_random=False))
def test_volgorde_van_feiten_en_een_vreemd_feit_veranderen_niets(id, feiten, toeval):
    boek = meegeleverd(id)
    namen = list(feiten)
    toeval.shuffle(namen)
    verward = {n: feiten[n] for n in namen} | {"lievelingskleur": Bekend("groen")}
    assert advies_over(verward, boek, OP) == advies_over(feiten, boek, OP)


@given(ELK_BOEK, FEITEN)
def test_wat_een_regel_uitsluit_wordt_niet_voorgesteld(id, feiten):
    boek = meegeleverd(id)
    uit = advies_over(feiten, boek, OP)
    nee, feiten = codes(uit.segmenten, Uitslag.NEE), gevaar_wacht_niet(feiten)
    voorgesteld = [boek.product(t.code) for t in uit.voorstellen]
    assert all(een_van(p.niet_voor, feiten).uitslag is not Uitslag.JA for p in voorgesteld)
    assert all(alle(p.voorwaarden, feiten).uitslag is not Uitslag.NEE for p in voorgesteld)
    assert all(p.segment not in nee or p.los_van_segment for p in voorgesteld)
    assert {t.code for t in uit.voorstellen} | codes(uit.afgevallen) == {p.id for p in boek.producten}
    assert not {t.code for t in uit.voorstellen} & codes(uit.afgevallen)
    assert not any("gesloten" in p.plek for p in voorgesteld)


@settings(max_examples=60)
@given(ELK_BOEK, FEITEN)
def test_afwachten_is_nooit_een_advies_bij_gevaar_zorgen_of_haast(id, feiten):
    onveilig = any(
        feiten.get(f) == Bekend("ja") for f in ("acuut_gevaar", "zorgen_over_veiligheid", "kan_niet_wachten")
    )
    uit = advies_over(feiten, laad(id), OP)
    assert not (onveilig and "volgen" in codes(uit.voorliggend))


@given(ELK_BOEK, FEITEN)
def test_een_open_vraag_kan_iets_veranderen_en_een_niet_gestelde_niet(id, feiten):
    """Precies de vragen die het advies noemt, doen ertoe."""
    boek = meegeleverd(id)
    uit = advies_over(feiten, boek, OP)
    gevraagd = codes(uit.vragen)
    for naam in NAMEN:
        if isinstance(feiten[naam], Bekend):
            assert naam not in gevraagd
            continue
        anders = [kern(advies_over(feiten | {naam: a}, boek, OP)) for a in _antwoorden(naam)]
        verandert = any(a != kern(uit) for a in anders)
        if verandert:
            assert naam in gevraagd


@given(ELK_BOEK, FEITEN)
def test_elke_tak_heeft_regel_feiten_en_bron(id, feiten):
    boek = meegeleverd(id)
    uit = als_json(advies_over(feiten, boek, OP))
    for deel in DELEN:
        for tak in uit[deel]:
            assert tak["regel"]
            assert tak["bron"]["document"]
            assert tak["bron"]["plaats"]
            assert isinstance(tak["feiten"], dict)
    for tak in uit["afgevallen"]:
        assert tak["feiten"], "waarom iets niet past, noemt het feit"
    assert json.loads(json.dumps(uit)) == uit


def test_regels_verwijzen_en_nemen_niets_over():
    for regel in regelset("noord-veluwe", OP).regels.values():
        assert regel.bron.document
        assert regel.bron.plaats
        assert regel.geldig_van <= OP


def test_een_boek_buiten_zijn_tijd_of_zonder_regels_wordt_niet_gebruikt():
    for anders, code in (({"geldig_van": date(2030, 1, 1)}, "boek-niet-geldig"), ({"geldig_tot": date(2024, 1, 1)}, "boek-niet-geldig"),
                         ({"regels": "elders"}, "boek-zonder-regels")):  # fmt: skip
        with pytest.raises(InvoerFout, match=code):
            advies_over({}, BOEK.model_copy(update=anders), OP)


def test_een_product_buiten_zijn_tijd_valt_af_met_de_dag_erbij():
    eerste, *rest = BOEK.producten
    for anders, past in (
        ({"geldig_tot": OP}, True),
        ({"geldig_tot": date(2026, 11, 23)}, False),
        ({"geldig_van": date(2026, 11, 25)}, False),
    ):
        boek = BOEK.model_copy(update={"producten": (eerste.model_copy(update=anders), *rest)})
        uit = advies_over({"leeftijd": Bekend(10)}, boek, OP)
        assert (eerste.id not in codes(uit.afgevallen)) is past


@pytest.mark.parametrize("id", [id for id in boeken() if laad(id).geldt_op(OP)])
@pytest.mark.parametrize(
    ("rol", "wie"),
    [
        ("lokaal_team", "team-beslist"),
        ("adviseur", "team-adviseert"),
        ("sociaal_team", "team-adviseert"),
        ("poh_jeugd", "andere-verwijzer"),
    ],
)
def test_van_elke_rol_is_duidelijk_wie_beslist(id, rol, wie):
    boek = meegeleverd(id)
    uit = advies(uitwisselvorm.lees({}), boek, OP, Profiel(rol=rol))
    assert codes(uit.beslist) == {wie}
