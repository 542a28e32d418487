"""Het boekje: elke bladzijde precies één keer, en gevouwen in de goede volgorde."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from jeugdteam_app.documenten import boekje, gezinsplan
from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from tests.documenten.test_documenten import MOMENT


@given(st.integers(1, 60))
def test_gevouwen_ligt_elke_bladzijde_op_volgorde(aantal):
    kanten = boekje.vellen(aantal)
    vol = len(kanten) * 2
    assert sorted(n for kant in kanten for n in kant) == list(range(vol))
    assert aantal <= vol < aantal + 4
    # Gevouwen en in elkaar gelegd: van elk vel rechtsvoor, linksachter, en van binnen naar buiten terug.
    heen = [n for voor, achter in zip(kanten[::2], kanten[1::2], strict=True) for n in (voor[1], achter[0])]
    terug = [n for voor, achter in zip(kanten[::2], kanten[1::2], strict=True) for n in (voor[0], achter[1])]
    assert heen + terug[::-1] == list(range(vol))


def test_een_echt_plan_als_boekje():
    lang = "We vertellen elkaar elke avond wat er goed ging. " * 60
    dossier = uitwisselvorm.lees({"gezin": {"naam": "Familie Voorbeeld"}, "familiegroepsplan": {"onze_vraag": lang}})
    pdf = gezinsplan.maak_boekje(dossier, voorbeeldprofiel(), MOMENT)
    gelezen = PdfReader(io.BytesIO(pdf))
    assert {(round(b.mediabox.width), round(b.mediabox.height)) for b in gelezen.pages} == {(842, 595)}
    assert len(gelezen.pages) % 2 == 0
    assert "Ons plan: Familie Voorbeeld" in " ".join(gelezen.pages[0].extract_text().split())
    assert gelezen.metadata is not None
    assert pdf == gezinsplan.maak_boekje(dossier, voorbeeldprofiel(), MOMENT)


def buiten_het_blad(pdf):
    """Hoeveel tekens er onder de rand van een bladzijde staan."""
    teksten = [blad.get_textpage() for blad in pypdfium2.PdfDocument(pdf)]
    return sum(t.get_charbox(n)[3] <= 0 for t in teksten for n in range(t.count_chars()))


@pytest.mark.parametrize("maak", [gezinsplan.maak, gezinsplan.maak_boekje])
def test_een_vol_onderwerp_van_het_plan_voor_later_loopt_door_op_de_volgende_bladzijde(maak):
    zin = "Ik woon om de week bij mama en om de week bij papa, en mijn spullen liggen altijd ergens anders. " * 4
    gebied = dict.fromkeys(("nu", "gewenst", "zelf", "wie_helpt", "actie", "risico", "plan_b"), zin)
    dossier = uitwisselvorm.lees({"leefgebieden": {"wonen": gebied}})
    assert buiten_het_blad(maak(dossier, voorbeeldprofiel(), MOMENT)) == 0


def test_een_tab_in_een_tekst_plakt_geen_woorden_aan_elkaar():
    dossier = uitwisselvorm.lees({"familiegroepsplan": {"onze_vraag": "maandag\t10\t20"}})
    tekst = PdfReader(io.BytesIO(gezinsplan.maak(dossier, voorbeeldprofiel(), MOMENT))).pages[0].extract_text()
    assert "maandag 10 20" in " ".join(tekst.split())
