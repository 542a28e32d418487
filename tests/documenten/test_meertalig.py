"""Papieren in de taal van het gezin: compleet, geldig, te lezen en te doorzoeken, met eigen woorden onveranderd."""

import io
import re
import time
import unicodedata
from datetime import UTC, date, datetime

import page
import pytest
from pypdf import PdfReader

from jeugdteam_app.documenten import gezinsplan, meertalig
from jeugdteam_app.documenten.gezinstaal import MAP, Nagekeken, gezinstaal, taal_van
from jeugdteam_app.documenten.zetten import ONBEKEND_TEKEN
from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.familiegroepsplan import Taal
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from tests.documenten.test_documenten import HEEL_PLAN, MOMENT, tekst
from tests.dossier.test_handtekening import dossier as getekend_dossier
from tests.dossier.test_handtekening import getekend

EIGEN = "Oğlum okula gitmek istemiyor."
DOSSIER = uitwisselvorm.lees({
    "gezin": {"naam": "Familie Voorbeeld", "is_voorbeeld": True},
    "persoon_lijst": [{"voornamen": "Noor", "rol": "ouder", "kan_helpen_met": "brengt"}],
    "doel_lijst": [{"tekst": "Elke dag naar school"}],
    "familiegroepsplan": {
        "onze_vraag": EIGEN, "taal": "tr", "kijken_opnieuw_op": "2027-03-01",
        "wie_roept_bijeen": "Noor", "stap": "gemaakt",
    },
    "leefgebieden": {"wonen": {"nu": "thuis"}},
})  # fmt: skip
WOORD = {Taal.ARABISCH: "سؤالنا", Taal.TIGRINYA: "ሕቶና", Taal.OEKRAIENS: "Наше питання"}
LEZER = Nagekeken(door="Een lezer", op=date(2026, 11, 1))
TALEN = pytest.mark.parametrize("taal", list(Taal))


def plan(taal):
    return meertalig.plan(DOSSIER, taal, MOMENT)


def kaal(zin):
    """Zonder spaties, regeleinden en andere vormen van hetzelfde teken, zoals zoeken in een PDF dat doet."""
    letters = (t for t in unicodedata.normalize("NFKD", zin) if unicodedata.category(t) != "Mn")
    return re.sub(r"\s", "", "".join(letters))


def test_wat_leeg_is_blijft_leeg_ook_als_het_gezin_arabisch_spreekt():
    """Het merk van de taal hoort bij woorden; zonder woorden stond er alleen ()."""
    delen = {
        "familiegroepsplan": {"taal": "ar", "onze_vraag": "سؤالنا"}, "leefgebieden": {"wonen": {"nu": "بيت"}},
        "jeugdige": {"geboortedatum": "2010-01-01"}, "instemming_lijst": [{"inhoud": {"wie": "Noor", "eens": "eens"}}],
    }  # fmt: skip
    heel = tekst(gezinsplan.maak(uitwisselvorm.lees(delen), voorbeeldprofiel(), MOMENT))
    assert "()" not in heel
    assert "nog niet besproken" in heel
    geen_zestien = uitwisselvorm.lees({**delen, "jeugdige": {"geboortedatum": "2015-01-01"}, "leefgebieden": {}})
    assert "perspectiefplan" not in tekst(gezinsplan.maak(geen_zestien, voorbeeldprofiel(), MOMENT))


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="de tijdzone is hier niet te kiezen")
def test_na_middernacht_staat_de_dag_van_hier_op_het_papier(monkeypatch, request):
    request.addfinalizer(time.tzset)
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    nacht = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert "Afgedrukt op 25 november 2026" in tekst(gezinsplan.maak(DOSSIER, voorbeeldprofiel(), nacht))
    monkeypatch.undo()


def test_elke_taal_heeft_elke_zin_met_dezelfde_invulplekken():
    nl = gezinstaal(Taal.NEDERLANDS)
    assert {p.stem for p in MAP.glob("*.json")} == set(Taal)
    for taal in Taal:
        ander = gezinstaal(taal)
        assert list(ander.blokken) == list(nl.blokken)
        assert set(ander.talen) == set(nl.talen)
        for naam, zin in nl.blokken.items():
            assert ander.blokken[naam].strip()
            assert re.findall(r"{\w+}", ander.blokken[naam]) == re.findall(r"{\w+}", zin) or naam.startswith("opnieuw")
            assert set(re.findall(r"{\w+}", ander.blokken[naam])) == set(re.findall(r"{\w+}", zin))


@TALEN
def test_het_hele_plan_staat_er_ook_in_de_andere_taal(taal):
    bij_later = {"contact_na_achttien": "Bel Els", "overdracht": "De huisarts weet het", "steunfiguur": "Tante Els"}
    heel = HEEL_PLAN | {"perspectiefplan": HEEL_PLAN["perspectiefplan"] | bij_later}
    heel["leefgebieden"] = {"wonen": {"zelf": "Koken", "wetten": ["wmo"], "wanneer": "2027-05-04", "plan_b": "Bij oma"}}
    inhoud = kaal(tekst(meertalig.plan(uitwisselvorm.lees(heel), taal, MOMENT)))
    ander = gezinstaal(taal)
    for stuk in (
        "Weer op vakantie", "dat Sam stil wordt", "Tas klaarzetten", "Opa Wim", "Te snel.", "Tante Els", "Bel Els",
        "De huisarts weet het", "Koken", "Wmo", "Bij oma", "DigiD en Berichtenbox", "Sam zelf", "1 maart 2027", "4 mei 2027",
        *(ander.blokken[k] for k in ("later-kop", "welke-wet", "eens-kop-later", "bij-18-kop", "mee-bezig")),
    ):  # fmt: skip
        assert kaal(stuk) in inhoud, stuk


@TALEN
def test_wie_tekende_staat_erbij_en_dat_het_plan_daarna_veranderde(taal):
    ander = gezinstaal(taal)
    # Per woord: een Latijnse naam midden in een Arabische zin komt in een andere volgorde uit de PDF.
    zin = [kaal(w) for w in ander.blokken["getekend"].format(wie="Noor", dag=ander.dag(date(2026, 11, 1))).split()]
    veranderd = kaal(ander.blokken["getekend-veranderd"])
    zelfde, anders = (
        kaal(tekst(meertalig.plan(getekend_dossier(getekend(), **later), taal, MOMENT)))
        for later in ({}, {"plan": {"onze_vraag": "Iets anders", "stap": "gemaakt"}})
    )
    assert all(woord in zelfde for woord in zin)
    assert veranderd not in zelfde
    assert all(woord in anders for woord in zin)
    assert veranderd in anders


@TALEN
@pytest.mark.parametrize("wat", ["plan", "uitnodiging", "rechten"])
def test_geldig_pdf_ua_in_elke_taal(taal, wat):
    pdf = plan(taal) if wat == "plan" else getattr(meertalig, wat)(taal, MOMENT)
    rapport = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert rapport.is_compliant, rapport.failures
    assert ONBEKEND_TEKEN not in tekst(pdf)


@TALEN
def test_op_de_uitnodiging_staat_hoe_het_gezin_ons_belt(taal):
    papieren = [meertalig.uitnodiging(taal, MOMENT, nummer) for nummer in ("010 000 00 00", "")]
    assert [len(PdfReader(io.BytesIO(papier)).pages) for papier in papieren] == [1, 1], "een uitnodiging is één blad"
    met, zonder = map(tekst, papieren)
    assert "010 000 00 00" in met
    assert "000" not in zonder
    for gelezen in (met, zonder):
        assert kaal(gezinstaal(taal).blokken["uitnodiging-telefoon"]) in kaal(gelezen)


@TALEN
def test_nederlands_en_de_taal_staan_naast_elkaar_en_eigen_woorden_zoals_gezegd(taal):
    gelezen = kaal(tekst(plan(taal)))
    nl, ander = gezinstaal(Taal.NEDERLANDS), gezinstaal(taal)
    assert kaal(EIGEN) in gelezen
    assert kaal("Gezegd in het Turks") in gelezen
    for naam in ("plan-gemaakt", "onze-vraag", "doelen", "mensen"):
        assert kaal(nl.blokken[naam]) in gelezen
        assert kaal(ander.blokken[naam]) in gelezen, naam


@TALEN
def test_elke_taal_van_de_eigen_woorden_kan_en_alleen_die_woorden_krijgen_de_taal_erbij(taal):
    dossier = uitwisselvorm.lees({
        "familiegroepsplan": {"onze_vraag": WOORD.get(taal, "x"), "taal": taal}, "doel_lijst": [{"tekst": "Een doel"}],
        "analyse": {"gedeeld_beeld": "Het beeld"},
    })  # fmt: skip
    gelezen = tekst(meertalig.plan(dossier, Taal.ENGELS, MOMENT))
    assert gelezen.count("Gezegd in het") == (taal not in (Taal.NEDERLANDS, Taal.MAKKELIJK))


@TALEN
def test_de_rechten_zijn_te_zoeken_in_elke_taal(taal):
    gelezen = kaal(tekst(meertalig.rechten(taal, MOMENT)))
    zinnen = {naam: z for naam, z in gezinstaal(taal).blokken.items() if naam.startswith("recht")}
    # Een Latijns woord of een getal met een punt erachter haalt een zoekprogramma in het Arabisch uit zijn plek.
    gemengd = {"recht-plan", "recht-gevaar"} if taal == "ar" else set()
    assert {naam for naam, zin in zinnen.items() if kaal(zin) not in gelezen} <= gemengd


@TALEN
def test_wat_niemand_nakeek_zegt_zelf_dat_het_een_concept_is(taal, monkeypatch):
    concept = kaal(gezinstaal(taal).blokken["concept"])
    assert (concept in kaal(tekst(plan(taal)))) == (taal is not Taal.NEDERLANDS)
    nagekeken = gezinstaal(taal).model_copy(update={"nagekeken": LEZER})
    monkeypatch.setattr(meertalig, "gezinstaal", lambda t: nagekeken if t is taal else gezinstaal(t))
    assert concept not in kaal(tekst(plan(taal)))


@TALEN
def test_is_een_deel_nagekeken_dan_staat_concept_bij_elke_andere_zin(taal, monkeypatch):
    van = gezinstaal(taal)
    if taal is Taal.NEDERLANDS:
        return
    rechten = [naam for naam in van.blokken if naam.startswith("recht")]

    def met(*zinnen):
        deels = van.model_copy(update={"zinnen_nagekeken": dict.fromkeys(zinnen, LEZER)})
        monkeypatch.setattr(meertalig, "gezinstaal", lambda t: deels if t is taal else gezinstaal(t))
        return kaal(tekst(meertalig.rechten(taal, MOMENT)))

    kort, heel = kaal(van.concept_kort), kaal(van.blokken["concept"])
    nergens = met(*rechten, "nederlands-telt")
    assert heel not in nergens
    nl = gezinstaal(Taal.NEDERLANDS).blokken
    anders = next(n for n in rechten if n.startswith("recht-") and van.blokken[n] != nl[n])
    een = met(*(naam for naam in rechten if naam != anders), "nederlands-telt")
    assert heel in een
    assert een.count(kort) == nergens.count(kort) + 2, "één keer in de band bovenaan, één keer bij de zin"


@pytest.mark.parametrize(("zin", "plantaal", "verwacht"), [
    ("Mama: dat Sam weer slaapt", Taal.ARABISCH, Taal.NEDERLANDS), ("سؤالنا", Taal.NEDERLANDS, Taal.ARABISCH),
    ("12 maart", Taal.TURKS, Taal.TURKS), ("Наше питання", Taal.TURKS, Taal.OEKRAIENS), ("12-3", Taal.ARABISCH, Taal.ARABISCH),
])  # fmt: skip
def test_het_schrift_gaat_voor_de_taal_van_het_plan(zin, plantaal, verwacht):
    assert taal_van(zin, plantaal) is verwacht


def test_arabische_woorden_in_het_nederlandse_plan_zijn_geldig_en_zeggen_hun_taal():
    dossier = uitwisselvorm.lees({
        "familiegroepsplan": {"onze_vraag": "كيف نساعد سامي؟", "taal": "ar", "wat_gaat_goed": "Opa helpt."},
        "zorg_lijst": [{"van": "Mama", "tekst": "نومه"}],
    })  # fmt: skip
    pdf = gezinsplan.maak(dossier, voorbeeldprofiel(), MOMENT)
    rapport = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert rapport.is_compliant, rapport.failures
    gelezen = tekst(pdf)
    assert gelezen.count("Gezegd in het Arabisch") == 2, "de vraag en de zorg van mama; opa sprak Nederlands"


def test_ook_in_een_tabel_en_na_een_naam_staat_in_welke_taal_iets_gezegd_is():
    dossier = uitwisselvorm.lees({
        "zorg_lijst": [{"van": "Karim", "tekst": "أخاف على سامي"}],
        "instemming_lijst": [{"inhoud": {"waarover": "familiegroepsplan", "wie": "Karim", "eens": "oneens",
                                         "eigen_woorden": "لا أوافق"}}],
        "leefgebieden": {"wonen": {"nu": "أعيش مع أمي"}},
    })  # fmt: skip
    gelezen = tekst(meertalig.plan(dossier, Taal.ARABISCH, MOMENT))
    assert gelezen.count("Gezegd in het Arabisch") == 3


TURKS = {
    "familiegroepsplan": {"taal": "tr"},
    "perspectiefplan": {"droom": "Doktor olmak"},
    "leefgebieden": {"wonen": {"nu": "Evde kavga var", "gewenst": "Kendi odam", "zelf": "Yemek yapmak"}},
    "instemming_lijst": [{"inhoud": {"wie": "Karim", "eens": "oneens", "eigen_woorden": "Bu plana evet demem"}}],
}
ZINNEN = ("Doktor olmak", "Evde kavga var", "Kendi odam", "Yemek yapmak", "Bu plana evet demem")


@pytest.mark.parametrize("papier", ["nederlands", Taal.NEDERLANDS, Taal.TURKS])
def test_bij_elk_eigen_woord_staat_in_welke_taal_het_gezegd_is(papier):
    """Ook in een tabel en in het plan voor later: anders lijkt het een fout in de zin."""
    van = uitwisselvorm.lees(TURKS)
    pdf = (
        gezinsplan.maak(van, voorbeeldprofiel(), MOMENT)
        if papier == "nederlands"
        else meertalig.plan(van, papier, MOMENT)
    )
    inhoud = kaal(tekst(pdf))
    for zin in ZINNEN:
        na = inhoud.index(kaal(zin)) + len(kaal(zin))
        assert inhoud[na : na + 30].lstrip("(").startswith(kaal("Gezegd in het Turks")), zin


def test_een_arabische_zorg_staat_op_een_eigen_regel_onder_de_naam():
    """Op één regel met een Nederlandse naam leest een zoekprogramma de zin achterstevoren."""
    zorg = "أخاف أن يتأخر سام"
    van = uitwisselvorm.lees({"familiegroepsplan": {"taal": "ar"}, "zorg_lijst": [{"van": "Noor", "tekst": zorg}]})
    pdf = gezinsplan.maak(van, voorbeeldprofiel(), MOMENT)
    assert kaal(zorg) in kaal(tekst(pdf))
