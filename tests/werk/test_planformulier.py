"""Het plan mee naar huis en terug: in elke taal, als voorstel, en met een bestand van buiten dat niets kan."""

import dataclasses
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from jeugdteam_app.documenten import planformulier as document
from jeugdteam_app.documenten.gezinstaal import gezinstaal
from jeugdteam_app.dossier import planvakken, uitwisselvorm
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.analyse import Eens
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan, Taal, Zorg
from jeugdteam_app.dossier.gesprek import Instemming, Instemmingen
from jeugdteam_app.dossier.gezin import Afscherming, Jeugdige, Persoon
from jeugdteam_app.dossier.planvakken import Wat
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.opslag import journaal
from jeugdteam_app.uitwisseling import planformulier as lezer
from jeugdteam_app.werk import dossiers, overhandigen, planformulier, schrijven
from tests.documenten.test_documenten import tekst
from tests.documenten.test_meertalig import kaal
from tests.werk.test_schrijven import van_een_ander

VRAAG, GOED = EIGEN_TEKST["onze-vraag"], EIGEN_TEKST["gaat-goed"]
NAMEN = [veld.id for veld in EIGEN_TEKST.values()]


def ingevuld(pdf, **antwoorden):
    schrijver = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    assert set(antwoorden) <= set(schrijver.get_fields() or {}), "dit vak staat niet op het blad"
    for blad in schrijver.pages:
        schrijver.update_page_form_field_values(blad, antwoorden)
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


@pytest.fixture
def gezin(plek):
    dossier = dossiers.begin_gezin(plek, "Familie Proef")
    schrijven.leg_vast(plek, dossier, {(Familiegroepsplan.soort, VRAAG): Bekend("Hoe komt er rust?")})
    return dossier


def terug(plek, dossier, pad, **antwoorden):
    pad.write_bytes(ingevuld(planformulier.maak(plek, dossier), **antwoorden))
    return planformulier.bekijk(plek, dossier, pad)


@pytest.mark.parametrize(
    "woorden", ["Wij eten samen.\nElke dag.", "Çocuğum iyi", "Żółw źle śpi", "Дитина спить", "طفلي بخير", "ቆልዓይ ደሓን"]
)
def test_wat_de_familie_schreef_komt_terug_als_voorstel_en_wordt_pas_dan_overgenomen(plek, gezin, tmp_path, woorden):
    [verandering] = terug(plek, gezin, tmp_path / "terug.pdf", **{GOED.id: woorden})
    assert (verandering.naam, verandering.nu, verandering.straks) == ("gaat-goed", "", woorden)
    assert waarde(plek.dossier(gezin).een(Familiegroepsplan).wat_gaat_goed) is None
    planformulier.neem_over(plek, gezin, [verandering])
    assert waarde(plek.dossier(gezin).een(Familiegroepsplan).wat_gaat_goed) == woorden
    assert schrijven.maak_ongedaan(plek, gezin)
    assert waarde(plek.dossier(gezin).een(Familiegroepsplan).wat_gaat_goed) is None


def test_niets_veranderd_is_geen_voorstel_en_leeg_gemaakt_wel(plek, gezin, tmp_path):
    assert terug(plek, gezin, tmp_path / "a.pdf") == ()
    [leeg] = terug(plek, gezin, tmp_path / "b.pdf", **{VRAAG.id: ""})
    assert (leeg.nu, leeg.straks) == ("Hoe komt er rust?", "")


def test_een_formulier_van_een_ander_gezin_wordt_geweigerd(plek, gezin, tmp_path):
    ander = dossiers.begin_gezin(plek, "Familie Anders")
    (pad := tmp_path / "ander.pdf").write_bytes(planformulier.maak(plek, ander))
    with pytest.raises(InvoerFout, match="formulier-ander-gezin"):
        planformulier.bekijk(plek, gezin, pad)


def test_het_lege_plan_van_papier_past_bij_elk_gezin(plek, gezin, tmp_path):
    (pad := tmp_path / "leeg.pdf").write_bytes(ingevuld(document.leeg(), **{GOED.id: "veel"}))
    assert {v.naam for v in planformulier.bekijk(plek, gezin, pad)} == {"gaat-goed"}, "een leeg vak haalt niets weg"


def test_onzichtbare_tekens_gaan_eruit():
    pdf = ingevuld(document.leeg(), **{GOED.id: "goed\u202edoog\x07\r\nregel"})
    assert lezer.lees(pdf, NAMEN)[GOED.id].nu == "goeddoog\nregel"


def test_wat_de_familie_liet_staan_draait_niet_terug_wat_hier_intussen_is_geschreven(plek, gezin, tmp_path):
    (pad := tmp_path / "heen.pdf").write_bytes(planformulier.maak(plek, gezin))
    schrijven.leg_vast(plek, gezin, {(Familiegroepsplan.soort, VRAAG): Bekend("Hoe slaapt Sam weer goed?")})
    assert planformulier.bekijk(plek, gezin, pad) == ()
    pad.write_bytes(ingevuld(pad.read_bytes(), **{VRAAG.id: "Hoe komt er rust in de ochtend?"}))
    [verandering] = planformulier.bekijk(plek, gezin, pad)
    assert verandering.ook_hier
    assert (verandering.nu, verandering.straks) == ("Hoe slaapt Sam weer goed?", "Hoe komt er rust in de ochtend?")


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "formulier-onleesbaar"),
        (b"%PDF-1.7 en dan niets", "formulier-onleesbaar"),
        (b"x" * (lezer.GROOTSTE_FORMULIER + 1), "formulier-te-groot"),
    ],
)
def test_wat_geen_formulier_is_krijgt_een_duidelijk_antwoord(inhoud, code):
    with pytest.raises(InvoerFout, match=code):
        lezer.lees(inhoud, NAMEN)


def test_een_pdf_zonder_vakken_en_een_te_lang_antwoord():
    schrijver = PdfWriter()
    schrijver.add_blank_page(100, 100)
    uit = BytesIO()
    schrijver.write(uit)
    with pytest.raises(InvoerFout, match="formulier-zonder-vakken"):
        lezer.lees(uit.getvalue(), NAMEN)
    with pytest.raises(InvoerFout, match="formulier-te-lang"):
        lezer.lees(ingevuld(document.leeg(), **{GOED.id: "x" * (lezer.LANGSTE_ANTWOORD + 1)}), NAMEN)


GOEDE_PDF = document.leeg()


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(GOEDE_PDF) - 1), st.binary(min_size=1, max_size=6), st.booleans())
def test_een_beschadigd_formulier_geeft_antwoorden_of_een_zin_en_nooit_iets_anders(plek_in, stuk, kort):
    kapot = GOEDE_PDF[:plek_in] if kort else GOEDE_PDF[:plek_in] + stuk + GOEDE_PDF[plek_in + len(stuk) :]
    try:
        antwoorden = lezer.lees(kapot, NAMEN)
    except Fout:
        return
    assert set(antwoorden) <= {*NAMEN, lezer.KENMERK}


def test_wat_er_al_staat_is_te_zien_in_elke_taal_en_past_in_het_vak():
    """De letter van een invulvak kent geen Arabisch; wat erin staat is daarom met onze eigen letters gezet."""
    lang = "Een zin over school en slapen. " * 30
    van = uitwisselvorm.lees(
        {"familiegroepsplan": {"onze_vraag": "سؤالنا", "wat_gaat_goed": "Oğlum", "onze_zorgen": lang}}
    )
    pdf = document.maak(van, "ABC")
    antwoorden = lezer.lees(pdf, [v.id for v in EIGEN_TEKST.values()])
    assert antwoorden["fgp.onze_vraag"].nu == "سؤالنا"
    vakken = {v.get_object()["/T"]: v.get_object() for blad in PdfReader(BytesIO(pdf)).pages for v in blad["/Annots"]}
    for naam in ("fgp.onze_vraag", "fgp.wat_gaat_goed", "fgp.onze_zorgen"):
        tekst = vakken[naam]["/AP"]["/N"].get_object()["/Resources"]["/XObject"]["/Tekst"].get_object()
        letters = tekst["/Resources"]["/Font"]
        assert all(
            "/FontFile2" in str(letters[f].get_object()) or "Noto" in str(letters[f].get_object()) for f in letters
        )
        onder, boven = (float(vakken[naam]["/Rect"][n]) for n in (1, 3))
        assert float(tekst["/BBox"][3]) <= boven - onder
        assert b"TJ" in tekst.get_data() or b"Tj" in tekst.get_data()


@pytest.mark.parametrize("taal", [taal for taal in Taal if taal is not Taal.NEDERLANDS])
def test_de_vragen_staan_ook_in_de_taal_van_het_gezin_en_het_plan_komt_ingevuld_terug(plek, gezin, tmp_path, taal):
    schrijven.leg_vast(plek, gezin, {(Familiegroepsplan.soort, Familiegroepsplan.taal): Bekend(taal)})
    pdf = planformulier.maak(plek, gezin)
    gelezen = kaal("".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages))
    zinnen = gezinstaal(taal).blokken
    assert kaal(gezinstaal(Taal.NEDERLANDS).blokken["onze-vraag"]) in gelezen
    if gezinstaal(taal).richting == "ltr":
        for naam in ("plan-titel", "onze-vraag", "veilig", "concept"):
            assert kaal(zinnen[naam]) in gelezen, naam
    (pad := tmp_path / "terug.pdf").write_bytes(ingevuld(pdf, **{GOED.id: "Wij eten samen."}))
    [verschil] = planformulier.bekijk(plek, gezin, pad)
    assert (verschil.naam, verschil.straks) == ("gaat-goed", "Wij eten samen.")


@pytest.mark.parametrize("taal", list(Taal))
def test_het_plan_is_in_elke_taal_een_boekje(plek, gezin, taal):
    pdf = overhandigen.in_taal_pdf(plek, gezin, overhandigen.Papier.BOEKJE, taal)
    vel = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert vel.width > vel.height
    assert kaal("Hoe komt er rust?") in kaal("".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages))


def test_wie_erbij_horen_zorgen_de_dag_en_wie_het_eens_is_komen_ook_terug_in_een_handeling(plek, gezin, tmp_path):
    opa = schrijven.voeg_toe(plek, gezin, Persoon, {Persoon.voornamen: "Opa Piet", Persoon.kan_helpen_met: "koken"})
    zorg = schrijven.voeg_toe(plek, gezin, Zorg, {Zorg.van: "Noor", Zorg.tekst: "Hij slaapt slecht."})
    gaf = Instemming(wie="Noor", eens=Eens.DEELS, eigen_woorden="Het gaat snel.")
    noor = schrijven.voeg_toe(plek, gezin, Instemmingen, {Instemmingen.inhoud: gaf})
    gevonden = terug(
        plek, gezin, tmp_path / "terug.pdf",
        **{
            "mensen": "de buren\nOpa Piet: ophalen op woensdag\n- Tante Lot: een keer bellen\nen om 12:30 koken",
            "zorgen-per-persoon": "Noor: Hij slaapt slecht.\nOpa Piet: Ik zie hem weinig.",
            "opnieuw": "na de vakantie",
            "bijeen": "Tante Lot",
            "eens-per-persoon": "Noor: eens. Nu wel.\nSam: niet eens\nOpa Piet: weet niet",
        },
    )  # fmt: skip
    assert [v.naam for v in gevonden] == ["mensen", "zorgen-per-persoon", "opnieuw", "bijeen", "eens-per-persoon"]
    assert gevonden[0].nu == "Opa Piet: koken"
    assert gevonden[4].nu == "Noor: deels eens. Het gaat snel."
    assert [v.geen_dag for v in gevonden] == [False, False, True, False, False]
    gevonden = [dataclasses.replace(v, straks="3 maart 2027") if v.naam == "opnieuw" else v for v in gevonden]
    planformulier.neem_over(plek, gezin, gevonden)
    nu = plek.dossier(gezin)
    mensen = [(p.weergavenaam, waarde(p.kan_helpen_met)) for p in nu.alle(Persoon)]
    assert mensen == [
        ("Opa Piet", "ophalen op woensdag"), ("de buren", None), ("Tante Lot", "een keer bellen en om 12:30 koken"),
    ]  # fmt: skip
    assert nu.alle(Persoon)[0].sleutel == opa
    zorgen = [(waarde(z.van), waarde(z.tekst)) for z in nu.alle(Zorg)]
    assert zorgen == [("Noor", "Hij slaapt slecht."), ("Opa Piet", "Ik zie hem weinig.")]
    assert nu.alle(Zorg)[0].sleutel == zorg
    plan = nu.een(Familiegroepsplan)
    assert (waarde(plan.kijken_opnieuw_op), waarde(plan.wie_roept_bijeen)) == (date(2027, 3, 3), "Tante Lot")
    eens = [(i.wie, i.eens, i.eigen_woorden) for x in nu.alle(Instemmingen) if (i := waarde(x.inhoud))]
    assert eens == [("Noor", Eens.EENS, "Nu wel."), ("Sam", Eens.ONEENS, ""), ("Opa Piet", None, "weet niet")]
    assert nu.alle(Instemmingen)[0].sleutel == noor
    assert schrijven.maak_ongedaan(plek, gezin)
    weer = plek.dossier(gezin)
    assert [(p.weergavenaam, waarde(p.kan_helpen_met)) for p in weer.alle(Persoon)] == [("Opa Piet", "koken")]
    assert len(weer.alle(Zorg)) == len(weer.alle(Instemmingen)) == 1


def test_van_een_rij_telt_alleen_wat_de_familie_zelf_veranderde(plek, gezin, tmp_path):
    """Wat hier intussen is veranderd aan een regel die de familie liet staan, blijft."""
    opa = schrijven.voeg_toe(plek, gezin, Persoon, {Persoon.voornamen: "Opa", Persoon.kan_helpen_met: "koken"})
    pdf = planformulier.maak(plek, gezin)
    schrijven.leg_vast(plek, gezin, {(opa, Persoon.kan_helpen_met): Bekend("ophalen")})
    (pad := tmp_path / "terug.pdf").write_bytes(ingevuld(pdf, mensen="Opa: koken\nTante Lot: bellen"))
    [verandering] = planformulier.bekijk(plek, gezin, pad)
    assert verandering.ook_hier
    planformulier.neem_over(plek, gezin, [verandering])
    mensen = [(p.weergavenaam, waarde(p.kan_helpen_met)) for p in plek.dossier(gezin).alle(Persoon)]
    assert mensen == [("Opa", "ophalen"), ("Tante Lot", "bellen")]


def test_eens_telt_ook_in_de_taal_van_het_gezin_en_eenzaam_is_niet_eens(plek, gezin, tmp_path):
    schrijven.leg_vast(plek, gezin, {(Familiegroepsplan.soort, Familiegroepsplan.taal): Bekend(Taal.TURKS)})
    woord = gezinstaal(Taal.TURKS).blokken["oneens"]
    [verandering] = terug(
        plek, gezin, tmp_path / "t.pdf", **{"eens-per-persoon": f"Noor: {woord}, hayir\nSam: eenzaam"}
    )
    planformulier.neem_over(plek, gezin, [verandering])
    gezegd = [waarde(x.inhoud) for x in plek.dossier(gezin).alle(Instemmingen)]
    assert [(i.wie, i.eens, i.eigen_woorden) for i in gezegd] == [
        ("Noor", Eens.ONEENS, "hayir"),
        ("Sam", None, "eenzaam"),
    ]


def test_een_zorg_die_niet_voor_iedereen_is_gaat_niet_mee_en_raakt_niet_kwijt(plek, gezin, tmp_path):
    geheim = schrijven.voeg_toe(plek, gezin, Zorg, {Zorg.van: "Noor", Zorg.tekst: "Alleen voor het team."})
    scherm_af = {(f"{Afscherming.soort}:{geheim}", Afscherming.niet_voor): Bekend((KIND,))}
    schrijven.leg_vast(plek, gezin, scherm_af)
    [verandering] = terug(plek, gezin, tmp_path / "t.pdf", **{"zorgen-per-persoon": "Noor: Hij eet weinig."})
    assert verandering.nu == ""
    planformulier.neem_over(plek, gezin, [verandering])
    zorgen = [waarde(z.tekst) for z in plek.dossier(gezin).alle(Zorg)]
    assert zorgen == ["Alleen voor het team.", "Hij eet weinig."]


def neem_alles_over(plek, gezin, gevonden):
    planformulier.neem_over(plek, gezin, gevonden)
    return plek.dossier(gezin)


def test_een_tweede_zorg_van_dezelfde_persoon_komt_erbij_en_een_zorg_zonder_naam_is_een_zorg(plek, gezin, tmp_path):
    schrijven.voeg_toe(plek, gezin, Zorg, {Zorg.van: "Noor", Zorg.tekst: "Oude zorg"})
    gevonden = terug(
        plek, gezin, tmp_path / "t.pdf",
        **{"zorgen-per-persoon": "Noor: Oude zorg\nNoor: Hij eet weinig.\nNoor: En hij huilt.\nHij slaapt slecht"},
    )  # fmt: skip
    zorgen = [(waarde(z.van), waarde(z.tekst)) for z in neem_alles_over(plek, gezin, gevonden).alle(Zorg)]
    assert zorgen == [
        ("Noor", "Oude zorg"), ("Noor", "Hij eet weinig."), ("Noor", "En hij huilt."), (None, "Hij slaapt slecht"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("regel", "eens", "woorden"),
    [
        ("eens per week bellen is genoeg", None, "eens per week bellen is genoeg"),
        ("eens / deels eens / niet eens.", None, "eens / deels eens / niet eens."),
        ("eens", Eens.EENS, ""),
        ("Niet eens, het gaat te snel", Eens.ONEENS, "het gaat te snel"),
    ],
)
def test_wie_het_eens_is_staat_er_alleen_als_iemand_dat_zegt(plek, gezin, tmp_path, regel, eens, woorden):
    gevonden = terug(plek, gezin, tmp_path / "t.pdf", **{"eens-per-persoon": f"Opa: {regel}"})
    [nu] = [waarde(x.inhoud) for x in neem_alles_over(plek, gezin, gevonden).alle(Instemmingen)]
    assert (nu.wie, nu.eens, nu.eigen_woorden) == ("Opa", eens, woorden)


def test_wat_de_familie_weghaalde_blijft_en_staat_er_als_iets_om_zelf_te_doen(plek, gezin, tmp_path):
    schrijven.voeg_toe(plek, gezin, Persoon, {Persoon.voornamen: "Oma", Persoon.kan_helpen_met: "koken"})
    [verandering] = terug(plek, gezin, tmp_path / "t.pdf", mensen="")
    assert [(wat, str(regel)) for wat, regel in verandering.regels] == [(Wat.WEG, "Oma: koken")]
    assert not verandering.is_over_te_nemen


def test_thuis_heet_noor_voorbeeld_noor_en_het_kind_staat_er_al(plek, gezin, tmp_path):
    schrijven.leg_vast(plek, gezin, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam")})
    noor = {Persoon.voornamen: "Noor", Persoon.achternaam: "Voorbeeld", Persoon.kan_helpen_met: "Brengt Sam."}
    schrijven.voeg_toe(plek, gezin, Persoon, noor)
    for _keer in range(2):
        schrijven.voeg_toe(plek, gezin, Persoon, {Persoon.voornamen: "Oma", Persoon.kan_helpen_met: f"oma {_keer}"})
    [verandering] = terug(
        plek, gezin, tmp_path / "t.pdf",
        mensen="Noor Voorbeeld: Brengt Sam.\nNoor: Haalt ook op.\nOma: oma 0\nOma: iets anders\nSam: dat ben ik",
    )  # fmt: skip
    assert [wat for wat, _regel in verandering.regels] == [Wat.ERBIJ, Wat.ANDERS, Wat.KIND]
    mensen = [
        (p.weergavenaam, waarde(p.kan_helpen_met)) for p in neem_alles_over(plek, gezin, [verandering]).alle(Persoon)
    ]
    assert mensen == [("Noor Voorbeeld", "Brengt Sam. Haalt ook op."), ("Oma", "oma 0"), ("Oma", "iets anders")]


@pytest.mark.parametrize(
    ("gezegd", "eens", "woorden"),
    [
        ("mee eens", Eens.EENS, ""), ("deels mee eens", Eens.DEELS, ""), ("EENS 👍", Eens.EENS, "👍"),
        ("niet mee eens, ik wil niet", Eens.ONEENS, "ik wil niet"), ("Eens!", Eens.EENS, ""),
        ("eens per week kan wel", None, "eens per week kan wel"),
    ],
)  # fmt: skip
def test_ook_de_woorden_van_het_scherm_tellen_en_vooraf_staat_wat_er_telt(plek, gezin, tmp_path, gezegd, eens, woorden):
    [een] = terug(plek, gezin, tmp_path / "t.pdf", **{"eens-per-persoon": f"Sam: {gezegd}"})
    telt = woord(eens) if eens else "nog niet gezegd of het goed is"
    assert [str(regel) for _wat, regel in een.regels] == [f"Sam: {'. '.join(filter(None, (telt, woorden)))}"]
    planformulier.neem_over(plek, gezin, [een])
    [gezegd_] = [waarde(i.inhoud) for i in plek.dossier(gezin).alle(Instemmingen)]
    assert (gezegd_.eens, gezegd_.eigen_woorden) == (eens, woorden)


@pytest.mark.parametrize(
    ("getypt", "mensen"),
    [
        ("Noor:\nkan koken en ophalen", {"Noor": "kan koken en ophalen"}),
        ("Noor:\nOma Riet", {"Noor": None, "Oma Riet": None}),
        ("Noor:\nOma Riet - past op", {"Noor": None, "Oma Riet": "past op"}),
        ("Noor:\nኣቦይ፦ ምሽላም", {"Noor": None, "ኣቦይ": "ምሽላም"}),
        ("Noor: kookt - en haalt op", {"Noor": "kookt - en haalt op"}),
    ],
)
def test_een_antwoord_onder_een_naam_is_geen_nieuw_mens(plek, gezin, tmp_path, getypt, mensen):
    schrijven.voeg_toe(plek, gezin, Persoon, {Persoon.voornamen: "Noor"})
    planformulier.neem_over(plek, gezin, terug(plek, gezin, tmp_path / "t.pdf", mensen=getypt))
    gevonden = {p.weergavenaam: waarde(p.kan_helpen_met) for p in plek.dossier(gezin).alle(Persoon)}
    assert gevonden == mensen


@pytest.mark.parametrize(
    ("taal", "dag"),
    [
        (Taal.NEDERLANDS, "3 mei 2027"), (Taal.ENGELS, "3 May 2027"), (Taal.TURKS, "3 Mayıs 2027"),
        (Taal.POOLS, "3 maja 2027"), (Taal.OEKRAIENS, "3 травня 2027"), (Taal.ARABISCH, "٣ مايو ٢٠٢٧"),
    ],
)  # fmt: skip
def test_een_dag_in_de_taal_van_het_gezin_is_een_dag(plek, gezin, tmp_path, taal, dag):
    schrijven.leg_vast(plek, gezin, {(Familiegroepsplan.soort, Familiegroepsplan.taal): Bekend(taal)})
    planformulier.neem_over(plek, gezin, terug(plek, gezin, tmp_path / "t.pdf", opnieuw=dag))
    assert waarde(plek.dossier(gezin).een(Familiegroepsplan).kijken_opnieuw_op) == date(2027, 5, 3)


def test_een_maand_in_het_tigrinya_raden_we_niet(plek, gezin, tmp_path):
    schrijven.leg_vast(plek, gezin, {(Familiegroepsplan.soort, Familiegroepsplan.taal): Bekend(Taal.TIGRINYA)})
    [een] = terug(plek, gezin, tmp_path / "t.pdf", opnieuw="3 መጋቢት 2027")
    assert een.geen_dag


VEILIG = EIGEN_TEKST["veilig"]
EEN, TWEE = "Is papa boos, dan belt Noor opa.", "Wordt iemand boos, dan nemen we pauze."


@pytest.fixture
def twee_antwoorden(plek, gezin):
    """Twee laptops schreven de veiligheidsafspraak anders op."""
    plaats = VEILIG.plaats(Familiegroepsplan.soort)
    schrijven.leg_vast(plek, gezin, {(Familiegroepsplan.soort, VEILIG): Bekend(EEN)})
    van_een_ander(plek, journaal.stroom(plek.kluis, gezin).gezin, plaats, {"b": TWEE}, gezien=False)
    assert list(plek.dossier(gezin).conflicten())
    return gezin


@pytest.mark.parametrize("taal", [Taal.NEDERLANDS, Taal.ARABISCH])
def test_een_afspraak_die_twee_mensen_anders_schreven_valt_niet_van_het_papier(plek, twee_antwoorden, taal):
    papieren = [
        overhandigen.gezinsplan_pdf(plek, twee_antwoorden), overhandigen.boekje_pdf(plek, twee_antwoorden),
        overhandigen.in_taal_pdf(plek, twee_antwoorden, overhandigen.Papier.PLAN, taal),
    ]  # fmt: skip
    for papier in papieren:
        inhoud = kaal(tekst(papier))
        assert kaal(EEN) in inhoud
        assert kaal(TWEE) in inhoud
        assert kaal(gezinstaal(Taal.NEDERLANDS).blokken["twee-antwoorden"]) in inhoud


def test_het_invulbare_plan_toont_beide_antwoorden_en_overnemen_kiest_alleen_bewust(plek, twee_antwoorden, tmp_path):
    pdf = planformulier.maak(plek, twee_antwoorden)
    nu = lezer.lees(pdf, NAMEN)[VEILIG.id].nu
    assert EEN in nu
    assert TWEE in nu
    [verandering] = terug(plek, twee_antwoorden, tmp_path / "t.pdf", **{VEILIG.id: "Dan bellen we opa."})
    assert verandering.twee_antwoorden
    planformulier.neem_over(plek, twee_antwoorden, [verandering])
    assert waarde(plek.dossier(twee_antwoorden).een(Familiegroepsplan).veilig_afspraken) == "Dan bellen we opa."
    assert not list(plek.dossier(twee_antwoorden).conflicten())


def test_wie_net_zo_begint_als_een_ander_neemt_zijn_antwoord_niet_weg(plek, gezin, tmp_path):
    """‘Opa’ kan een andere opa zijn dan ‘Opa Wim’; een kortere naam van wie nog niets zei, is wel dezelfde."""
    vroeger = date(2026, 11, 3)
    for inhoud in (
        Instemming(wie="Opa Wim", eens=Eens.EENS, eigen_woorden="Prima plan.", datum=vroeger),
        Instemming(wie="Noor Voorbeeld", datum=vroeger),
        Instemming(wie="Karim", eens=Eens.DEELS, datum=vroeger),
    ):
        schrijven.voeg_toe(plek, gezin, Instemmingen, {Instemmingen.inhoud: inhoud})
    stond = lezer.lees(planformulier.maak(plek, gezin), ["eens-per-persoon"])["eens-per-persoon"].nu
    erbij = "Opa: niet eens. Mij is niets gevraagd.\nNoor: eens\nKarim: eens"
    gevonden = terug(plek, gezin, tmp_path / "t.pdf", **{"eens-per-persoon": f"{stond}\n{erbij}"})
    assert [(wat, regel.wie) for v in gevonden for wat, regel in v.regels] == [
        (Wat.ERBIJ, "Opa"), (Wat.ANDERS, "Noor Voorbeeld"), (Wat.ANDERS, "Karim"),
    ]  # fmt: skip
    na = [waarde(x.inhoud) for x in neem_alles_over(plek, gezin, gevonden).alle(Instemmingen)]
    assert [(i.wie, i.eens, i.datum) for i in na] == [
        ("Opa Wim", Eens.EENS, vroeger), ("Noor Voorbeeld", Eens.EENS, plek.vandaag),
        ("Karim", Eens.EENS, plek.vandaag), ("Opa", Eens.ONEENS, plek.vandaag),
    ]  # fmt: skip


def test_een_antwoord_dat_niet_in_zijn_vak_past_staat_heel_achteraan(plek, gezin, tmp_path):
    """Op papier valt er geen woord weg, en het ingevulde formulier komt gewoon terug."""
    lang = "\n".join(f"Zorg {n}: dit is een zin over iets waar wij ons zorgen over maken." for n in range(1, 90))
    schrijven.leg_vast(plek, gezin, {(Familiegroepsplan.soort, EIGEN_TEKST["zorgen"]): Bekend(lang)})
    pdf = planformulier.maak(plek, gezin)
    inhoud = kaal("".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages))
    assert kaal("Achteraan staat alles") in inhoud
    assert all(kaal(zin) in inhoud for zin in lang.splitlines())
    (pad := tmp_path / "t.pdf").write_bytes(ingevuld(pdf, **{GOED.id: "Wij eten samen."}))
    assert [v.naam for v in planformulier.bekijk(plek, gezin, pad)] == ["gaat-goed"]


def test_een_plan_dat_past_krijgt_geen_bladen_achteraan(plek, gezin):
    assert "Achteraan" not in "".join(
        b.extract_text() for b in PdfReader(BytesIO(planformulier.maak(plek, gezin))).pages
    )


@pytest.mark.parametrize(
    ("ingevuld_", "mensen"),
    [
        ("Oma Bep\npast op dinsdag op\nbuurvrouw Ans, haalt op",
         [("Oma Bep", "past op dinsdag op"), ("buurvrouw Ans", "haalt op")]),
        ("de buren\nTante Lot: bellen\nen om 12:30 koken", [("de buren", None), ("Tante Lot", "bellen en om 12:30 koken")]),
        ("Oom Jan\nBrengt Sam naar voetbal en haalt hem ook weer op.",
         [("Oom Jan", "Brengt Sam naar voetbal en haalt hem ook weer op.")]),
    ],
)  # fmt: skip
def test_een_naam_zonder_dubbele_punt_is_een_ander_mens_en_een_zin_niet(plek, gezin, tmp_path, ingevuld_, mensen):
    """Wat Oma doet, komt niet bij Opa te staan omdat zij onder hem staat."""
    schrijven.voeg_toe(plek, gezin, Persoon, {Persoon.voornamen: "Opa Wim", Persoon.kan_helpen_met: "Loopt mee."})
    [verandering] = terug(plek, gezin, tmp_path / "t.pdf", mensen=f"Opa Wim: Loopt mee.\n{ingevuld_}")
    nu = neem_alles_over(plek, gezin, [verandering])
    gevonden = [(p.weergavenaam, waarde(p.kan_helpen_met)) for p in nu.alle(Persoon)]
    assert gevonden == [("Opa Wim", "Loopt mee."), *mensen]


@pytest.mark.parametrize(
    ("tekst", "mensen"),
    [
        ("Opa Wim: Loopt mee.\nOpa en oma Jansen\nDe juf van Sam\nOnze buurvrouw Ans",
         ["Opa Wim", "Opa en oma Jansen", "De juf van Sam", "Onze buurvrouw Ans"]),
        ("mama\npapa\nopa en oma", ["mama", "papa", "opa en oma"]),
        ("Opa Wim:\nloopt op woensdag mee met Sam\nOma: past op", ["Opa Wim", "Oma"]),
        ("Opa Wim\nGaat mee naar school.", ["Opa Wim"]),
    ],
    ids=["zonder dubbele punt", "kleine letters", "eronder wat iemand doet", "een zin"],
)  # fmt: skip
def test_een_lijst_namen_zonder_dubbele_punt_zijn_evenveel_mensen(tekst, mensen):
    assert [regel.wie for regel in planvakken._regels(tekst)] == mensen


def test_hetzelfde_formulier_verder_ingevuld_brengt_alleen_wat_er_bij_kwam(plek, gezin, tmp_path):
    een = ingevuld(
        planformulier.maak(plek, gezin),
        **{"mensen": "Tante Lot: bellen", "zorgen-per-persoon": "Noor: Hij slaapt slecht.",
           "eens-per-persoon": "Noor: niet eens. Te snel."},
    )  # fmt: skip
    (pad := tmp_path / "een.pdf").write_bytes(een)
    planformulier.neem_over(plek, gezin, planformulier.bekijk(plek, gezin, pad))
    assert not [v for v in planformulier.bekijk(plek, gezin, pad) if v.regels], "nog eens hetzelfde is niets nieuws"
    twee = ingevuld(
        een,
        **{"mensen": "Tante Lot: bellen\nOma Bep: koken",
           "zorgen-per-persoon": "Noor: Hij slaapt slecht.\nSam: Ik mis papa."},
    )  # fmt: skip
    pad.write_bytes(twee)
    planformulier.neem_over(plek, gezin, planformulier.bekijk(plek, gezin, pad))
    dossier = plek.dossier(gezin)
    mensen = {p.weergavenaam: waarde(p.kan_helpen_met) for p in dossier.alle(Persoon)}
    assert (mensen["Tante Lot"], mensen["Oma Bep"]) == ("bellen", "koken")
    assert [waarde(z.tekst) for z in dossier.alle(Zorg)] == ["Hij slaapt slecht.", "Ik mis papa."]
    assert len(dossier.alle(Instemmingen)) == 1


@pytest.mark.parametrize(
    ("antwoord", "eens", "woorden"),
    [
        ("oneens", Eens.ONEENS, ""), ("Nee. Te snel.", Eens.ONEENS, "Te snel."), ("ja", Eens.EENS, ""),
        ("akkoord", Eens.EENS, ""), ("Eens, maar niet met de weekenden", Eens.DEELS, "niet met de weekenden"),
        ("Eens per week is genoeg", None, "Eens per week is genoeg"),
    ],
)  # fmt: skip
def test_wat_mensen_ook_schrijven_telt_zoals_zij_het_bedoelen(plek, gezin, tmp_path, antwoord, eens, woorden):
    anders = terug(plek, gezin, tmp_path / "t.pdf", **{"eens-per-persoon": f"Noor: {antwoord}"})
    planformulier.neem_over(plek, gezin, anders)
    [gezegd] = [waarde(i.inhoud) for i in plek.dossier(gezin).alle(Instemmingen)]
    assert (gezegd.eens, gezegd.eigen_woorden) == (eens, woorden)


def test_een_dag_mag_zeggen_welke_dag_van_de_week_het_is(plek, gezin, tmp_path):
    anders = terug(plek, gezin, tmp_path / "t.pdf", opnieuw="maandag 11 januari 2027")
    planformulier.neem_over(plek, gezin, anders)
    assert waarde(plek.dossier(gezin).een(Familiegroepsplan).kijken_opnieuw_op) == date(2027, 1, 11)
