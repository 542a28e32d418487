"""De ingevulde kansencirkel op papier: geldig, in woorden erbij, en zonder cijfer of wat is afgeschermd."""

from __future__ import annotations

from datetime import date

import page
import pytest

from jeugdteam_app.dossier.gezin import Afscherming
from jeugdteam_app.dossier.kansencirkel import Kansencirkel, Vak
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.werk import dossiers, overhandigen, schrijven
from tests.werk.test_toewijzen_en_overhandigen import tekst_van


@pytest.fixture
def sam(voorbeeldplek):
    return dossiers.overzicht(voorbeeldplek)[0].id


def test_alles_wat_het_kind_zette_staat_erop_ook_in_woorden(voorbeeldplek, sam):
    streep = ((0, 0, 500, 200, 1000, 400),)
    vak = Vak(
        nu=1,
        gewenst=4,
        woord="Ik speel graag buiten",
        tekening=streep,
        woord_gewenst="Bij een club",
        tekening_gewenst=streep,
    )
    schrijven.voeg_toe(
        voorbeeldplek, sam, Kansencirkel, {Kansencirkel.datum: voorbeeldplek.vandaag, Kansencirkel.actief: vak}
    )
    pdf = overhandigen.kansencirkel_pdf(voorbeeldplek, sam)
    rapport = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert rapport.is_compliant, rapport.failures
    gelezen = tekst_van(pdf)
    for zin in (
        "De kansencirkel van Sam",
        "nu een beetje, gewenst vol. Nu: Ik speel graag buiten. Gewenst: Bij een club",
        "Tekening bij",
        "zoals ik het wil",
        "24 november 2026",
    ):
        assert zin in gelezen


def test_wat_is_afgeschermd_staat_er_niet_op(voorbeeldplek, sam):
    for cirkel in voorbeeldplek.dossier(sam).alle(Kansencirkel):
        niet = {(f"{Afscherming.soort}:{cirkel.sleutel}", Afscherming.niet_voor): Bekend(("jeugdige",))}
        schrijven.leg_vast(voorbeeldplek, sam, niet)
    with pytest.raises(InvoerFout, match="geen-cirkel"):
        overhandigen.kansencirkel_pdf(voorbeeldplek, sam)


def test_de_laatste_dag_staat_voorop_ook_als_een_oudere_later_is_overgetypt(voorbeeldplek, sam):
    for dag in (date(2026, 11, 1), date(2026, 3, 1)):
        vak = Vak(nu=1, woord=f"dag {dag.month}")
        schrijven.voeg_toe(voorbeeldplek, sam, Kansencirkel, {Kansencirkel.datum: dag, Kansencirkel.actief: vak})
    tekst = tekst_van(overhandigen.kansencirkel_pdf(voorbeeldplek, sam))
    assert tekst.index("dag 11") < tekst.index("dag 3")
