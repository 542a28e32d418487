"""De meldcode een tweede keer: de eerste blijft staan, en de nieuwe begint leeg."""

from __future__ import annotations

from datetime import date

import pytest

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.veiligheid import EerdereMeldcode, Meldcode, Veiligheid
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.werk import dossiers, meldcode, schrijven

DAG = date(2026, 11, 2)
AF = Meldcode(
    signalen="Een blauwe plek", signalen_op=DAG, overlegd_met="M. Proef", overlegd_op=DAG, gesprek="Met Noor", gesprek_op=DAG,
    vermoeden=Antwoord.NEE, gewogen_op=DAG, melden=Antwoord.NEE, besloten_op=DAG,
)  # fmt: skip


def zet(plek, dossier, inhoud):
    schrijven.leg_vast(plek, dossier, {(Veiligheid.soort, Veiligheid.meldcode): Bekend(inhoud)})


@pytest.fixture
def sam(voorbeeldplek):
    return dossiers.overzicht(voorbeeldplek)[0].id


def test_een_tweede_keer_verliest_de_eerste_niet(voorbeeldplek, sam):
    zet(voorbeeldplek, sam, AF)
    meldcode.begin_opnieuw(voorbeeldplek, sam)
    huidig = voorbeeldplek.dossier(sam)
    [eerder] = huidig.alle(EerdereMeldcode)
    assert waarde(eerder.inhoud) == AF
    assert waarde(eerder.afgesloten_op) == AF.besloten_op, "niet de dag waarop er een nieuwe zorg kwam"
    assert waarde(huidig.een(Veiligheid).meldcode) == Meldcode()
    schrijven.maak_ongedaan(voorbeeldplek, sam)
    terug = voorbeeldplek.dossier(sam)
    assert (waarde(terug.een(Veiligheid).meldcode), terug.alle(EerdereMeldcode)) == (AF, ()), "in één keer terug"
    meldcode.begin_opnieuw(voorbeeldplek, sam)
    nieuw = AF.model_copy(update={"signalen": "Weer een plek", "overlegd_op": None})
    zet(voorbeeldplek, sam, nieuw)
    assert "meldcode" in {p.code for p in agenda(voorbeeldplek.dossier(sam), voorbeeldplek.vandaag, Plaatselijk())}
    assert waarde(voorbeeldplek.dossier(sam).alle(EerdereMeldcode)[0].inhoud) == AF


def test_signalen_zonder_dag_blijven_niet_liggen(voorbeeldplek, sam):
    """Een half gezette stap telt: anders wordt een kind vergeten omdat een datum ontbrak."""
    zet(voorbeeldplek, sam, Meldcode(signalen="Blauwe plekken op beide armen"))
    punten = agenda(voorbeeldplek.dossier(sam), voorbeeldplek.vandaag, Plaatselijk())
    [punt] = [p for p in punten if p.code == "meldcode"]
    assert punt.dag == voorbeeldplek.vandaag
    assert "geen dag" in punt.wat


_HALF = Meldcode(signalen="Een blauwe plek", vermoeden=Antwoord.JA, onveilig=Antwoord.JA)


@pytest.mark.parametrize("inhoud", [Meldcode(), AF.model_copy(update={"melden": None}), _HALF])
def test_eerst_afmaken_dan_opnieuw(voorbeeldplek, sam, inhoud):
    zet(voorbeeldplek, sam, inhoud)
    with pytest.raises(InvoerFout, match="meldcode-niet-af"):
        meldcode.begin_opnieuw(voorbeeldplek, sam)
    assert not voorbeeldplek.dossier(sam).alle(EerdereMeldcode)
