"""Een handtekening hoort bij wat er stond: verandert er één letter, dan geldt zij niet meer."""

from __future__ import annotations

from datetime import date

import page
import pytest
from pydantic import TypeAdapter, ValidationError

from jeugdteam_app.documenten import gezinsplan
from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.afscherming import voor_ogen
from jeugdteam_app.dossier.gesprek import Instemming, Instemmingen, Waarover
from jeugdteam_app.dossier.handtekening import klopt, zet
from jeugdteam_app.dossier.schets import Schets
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from tests.documenten.test_documenten import MOMENT, tekst

STREPEN = ((10, 10, 200, 300, 400, 20), (500, 200))


def dossier(gezegd, **anders):
    return uitwisselvorm.lees({
        "jeugdige": {"roepnaam": "Sam"},
        "familiegroepsplan": {"onze_vraag": "Hoe gaat het over?", "stap": "gemaakt"} | anders.pop("plan", {}),
        "zorg_lijst": [{"sleutel": "zorg:1", "van": "Noor", "tekst": "Zorg"}],
        "leefgebieden": {"wonen": {"nu": "thuis"}} | anders.pop("leefgebieden", {}),
        "instemming_lijst": [{"sleutel": "instemming:1", "inhoud": gezegd.model_dump(mode="json")}],
    } | anders)  # fmt: skip


def getekend(waarover=Waarover.FAMILIEGROEPSPLAN):
    gezegd = Instemming(waarover=waarover, wie="Noor", eigen_woorden="Dit zijn wij.")
    return gezegd.model_copy(update={"handtekening": zet(dossier(gezegd), gezegd, STREPEN, date(2026, 11, 1))})


def staat_er(van):
    return waarde(van.alle(Instemmingen)[0].inhoud)


@pytest.mark.parametrize(
    ("waarover", "anders", "geldt"),
    [
        (Waarover.FAMILIEGROEPSPLAN, {}, True),
        (Waarover.FAMILIEGROEPSPLAN, {"plan": {"op_papier_gevraagd": "2026-11-01"}}, True),
        (Waarover.FAMILIEGROEPSPLAN, {"leefgebieden": {"wonen": {"nu": "anders"}}}, True),
        (Waarover.FAMILIEGROEPSPLAN, {"plan": {"onze_vraag": "Hoe gaat het over"}}, False),
        (Waarover.FAMILIEGROEPSPLAN, {"zorg_lijst": []}, False),
        (Waarover.FAMILIEGROEPSPLAN, {"plan": {"stap": "nog_niet", "aangeboden_op": "2026-11-02", "taal": "tr"}}, True),
        (Waarover.FAMILIEGROEPSPLAN, {"persoon_lijst": [{"voornamen": "Opa", "kan_helpen_met": "koken"}]}, False),
        (Waarover.FAMILIEGROEPSPLAN, {"doel_lijst": [{"tekst": "Naar school"}]}, False),
        (Waarover.FAMILIEGROEPSPLAN, {"actie_lijst": [{"doel": "doel:weg", "wat": "Samen lopen"}]}, True),
        (Waarover.FAMILIEGROEPSPLAN, {"analyse": {"gedeeld_beeld": "Sam is moe."}}, False),
        (Waarover.PERSPECTIEFPLAN, {"leefgebieden": {"wonen": {"nu": "anders"}}}, False),
        (Waarover.PERSPECTIEFPLAN, {"plan": {"onze_vraag": "anders"}}, True),
    ],
)
def test_geldt_zolang_het_plan_hetzelfde_is(waarover, anders, geldt):
    van = dossier(getekend(waarover), **{k: dict(v) if isinstance(v, dict) else v for k, v in anders.items()})
    assert klopt(van, staat_er(van)) is geldt


def test_wie_het_plan_zonder_de_analyse_kreeg_ziet_geen_verandering_die_er_niet_was():
    """Een collega stuurde alleen een deel; doelen en het gedeelde beeld zijn hier nooit geweest."""
    met = {"analyse": {"gedeeld_beeld": "Sam is moe."}, "doel_lijst": [{"tekst": "Naar school"}]}
    gezegd = Instemming(waarover=Waarover.FAMILIEGROEPSPLAN, wie="Noor", eigen_woorden="Dit zijn wij.")
    zij = gezegd.model_copy(update={"handtekening": zet(dossier(gezegd, **met), gezegd, STREPEN, date(2026, 11, 1))})
    assert klopt(dossier(zij, **met), zij)
    assert klopt(dossier(zij), zij)
    assert not klopt(dossier(zij, plan={"onze_vraag": "Anders"}), zij)
    assert not klopt(dossier(zij, **(met | {"doel_lijst": [{"tekst": "Thuis blijven"}]})), zij)


def test_andere_woorden_of_een_andere_naam_en_zij_geldt_niet():
    for anders in ({"eigen_woorden": "Toch niet."}, {"wie": "Karim"}):
        gezegd = getekend().model_copy(update=anders)
        assert not klopt(dossier(gezegd), gezegd)


def test_op_papier_staat_zij_alleen_bij_het_plan_waar_zij_bij_hoort():
    profiel = voorbeeldprofiel()
    pdf = gezinsplan.maak(dossier(getekend()), profiel, MOMENT)
    rapport = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert rapport.is_compliant, rapport.failures
    assert "Noor tekende op 1 november 2026." in tekst(pdf)
    anders = tekst(gezinsplan.maak(dossier(getekend(), plan={"onze_vraag": "Iets anders"}), profiel, MOMENT))
    assert "Daarna is het plan veranderd." in " ".join(anders.split())


@pytest.mark.parametrize("strepen", [((1,),), ((1, 2, 3),), ((1001, 0),), ((0, 401),), ((-1, 0),), ((0, 0),) * 301])
def test_een_schets_buiten_het_vlak_of_te_groot_wordt_geweigerd(strepen):
    with pytest.raises(ValidationError):
        TypeAdapter(Schets).validate_python(strepen)


AFGESCHERMD = {"afscherming": {"zorg:2": {"niet_voor": ["jeugdige"]}}}
TWEE_ZORGEN = [{"sleutel": f"zorg:{n}", "van": "Noor", "tekst": f"Zorg {n}"} for n in (1, 2)]


def test_wie_aan_tafel_tekent_tekent_niet_voor_wat_is_afgeschermd():
    gezegd = Instemming(waarover=Waarover.FAMILIEGROEPSPLAN, wie="Noor")
    van = dossier(gezegd, zorg_lijst=TWEE_ZORGEN, **AFGESCHERMD)
    aan_tafel = gezegd.model_copy(update={"handtekening": zet(voor_ogen(van), gezegd, STREPEN, date(2026, 11, 1))})
    assert aan_tafel.handtekening.zorgen == ("zorg:1",)
    for dezelfde in (van, voor_ogen(van), voor_ogen(van, "jeugdige")):
        assert klopt(dezelfde, aan_tafel), "wie er ook leest, de handtekening blijft dezelfde"
    zichtbaar = dossier(gezegd, zorg_lijst=TWEE_ZORGEN)
    assert not klopt(zichtbaar, aan_tafel), "wat er nu bij staat, is niet getekend"
    anders = dossier(gezegd, zorg_lijst=[TWEE_ZORGEN[0] | {"tekst": "Iets anders"}, TWEE_ZORGEN[1]], **AFGESCHERMD)
    assert not klopt(anders, aan_tafel)
