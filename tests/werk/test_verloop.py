"""Begin en einde volgens de aanbieder: in welke volgorde berichten ook komen, en ook voor een toewijzing van later."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from jeugdteam_app.dossier.evaluatie import Einde
from jeugdteam_app.dossier.toewijzing import Redenwijziging, Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.werk import schrijven
from tests.uitwisseling import berichten
from tests.werk.test_soorten_besluit import stop
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast, tweede


def verloop(plek, sam):
    item = Toegewezen(plek.dossier(sam[0]).kind, sam[1])
    return waarde(item.gestart_op), waarde(item.gestopt_op)


@pytest.mark.parametrize("volgorde", list(itertools.permutations(range(3))))
def test_een_verbeterd_begin_blijft_staan_in_welke_volgorde_de_berichten_ook_komen(voorbeeldplek, sam, lees, volgorde):
    heen = [
        berichten.start(300201, "2026-12-10", nummer="1", dag="2026-12-11"),
        berichten.start(300201, "2026-12-15", nummer="2", dag="2026-12-16"),
        berichten.start(300201, "2026-12-10", status="3", nummer="3", dag="2026-12-17"),
    ]
    for plaats in volgorde:
        lees(heen[plaats])
    assert verloop(voorbeeldplek, sam) == (date(2026, 12, 15), None)


@pytest.mark.parametrize("volgorde", list(itertools.permutations(range(3))))
def test_een_einde_met_een_andere_reden_op_dezelfde_dag_verbeterd(voorbeeldplek, sam, lees, volgorde):
    heen = [
        berichten.stop(300201, "2027-01-05", reden="32", nummer="1", dag="2027-01-06"),
        berichten.stop(300201, "2027-01-05", reden="32", status="3", nummer="2", dag="2027-01-06"),
        berichten.stop(300201, "2027-01-05", reden="31", nummer="3", dag="2027-01-06"),
    ]
    for plaats in volgorde:
        lees(heen[plaats])
    item = Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1])
    assert (waarde(item.gestopt_op), waarde(item.einde)) == (date(2027, 1, 5), Einde.VOLGENS_PLAN)


def test_na_een_onderbreking_en_na_een_einde_begint_de_hulp_weer(voorbeeldplek, sam, lees):
    lees(berichten.start(300201, "2026-12-10", nummer="1"))
    lees(berichten.stop(300201, "2027-01-05", reden="20", nummer="2"))
    assert verloop(voorbeeldplek, sam) == (date(2026, 12, 10), None), "even onderbroken is niet gestopt"
    lees(berichten.start(300201, "2027-02-01", nummer="3"))
    assert verloop(voorbeeldplek, sam) == (date(2026, 12, 10), None), "weer begonnen is niet opnieuw begonnen"
    lees(berichten.stop(300201, "2027-03-01", begin="2027-02-01", nummer="4"))
    assert verloop(voorbeeldplek, sam) == (date(2026, 12, 10), date(2027, 3, 1))
    lees(berichten.start(300201, "2027-04-01", nummer="5"))
    assert verloop(voorbeeldplek, sam) == (date(2026, 12, 10), None)


def test_een_bericht_van_voor_de_toewijzing_telt_zodra_zij_er_is(voorbeeldplek, sam, lees):
    lees(berichten.start(300202, "2027-07-02"))
    dossier = voorbeeldplek.dossier(sam[0])
    over = [p.over for p in agenda(dossier, voorbeeldplek.vandaag, Plaatselijk()) if p.code == "onbekend-nummer"]
    assert over == ["300202"]
    nieuw = tweede(voorbeeldplek, sam[0])
    _stel_vast(voorbeeldplek, sam[0], nieuw)
    dossier = voorbeeldplek.dossier(sam[0])
    assert waarde(Toegewezen(dossier.kind, nieuw).nummer) == 300202
    assert waarde(Toegewezen(dossier.kind, nieuw).gestart_op) == date(2027, 7, 2)
    assert "onbekend-nummer" not in {p.code for p in agenda(dossier, voorbeeldplek.vandaag, Plaatselijk())}


def test_een_begin_laat_het_einde_staan_dat_een_mens_opschreef(voorbeeldplek, sam, lees):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestopt_op): Bekend(date(2027, 2, 1))})
    lees(berichten.start(300201, "2026-12-10"))
    assert verloop(voorbeeldplek, sam) == (date(2026, 12, 10), date(2027, 2, 1))


def test_een_einde_voor_het_begin_wordt_niet_gelezen(voorbeeldplek, sam, lees):
    with pytest.raises(InvoerFout, match="bericht-inhoud"):
        lees(berichten.stop(300201, "2026-12-01"))


def codes(plek, sam, dag):
    return {p.code for p in agenda(plek.dossier(sam[0]), dag, Plaatselijk())}


def test_is_het_kind_overleden_dan_vraagt_mijn_werk_niets_meer_over_hoe_het_gaat(voorbeeldplek, sam, lees):
    lees(berichten.stop(300201, "2027-01-05", reden="02"))
    niets = {"afsluiten", "terugkijken", "verjaardag", "evaluatie", "afbouwen", "einde", "actie", "wachten", "start"}
    for dag in (date(2027, 1, 6), date(2027, 4, 10), date(2027, 9, 1)):
        assert "overleden" in codes(voorbeeldplek, sam, dag)
        assert not codes(voorbeeldplek, sam, dag) & niets
    # Is het besluit er, dan is er niets meer aan de beurt dan het bericht.
    stop(voorbeeldplek, sam[0], sam[1], date(2027, 1, 5), Redenwijziging.OVERLEDEN)
    for dag in (date(2027, 1, 6), date(2027, 4, 10), date(2027, 9, 1)):
        assert not codes(voorbeeldplek, sam, dag) & (niets | {"overleden"})


@pytest.mark.parametrize("weg_op", ["2027-01-05", "2027-01-06"])
@pytest.mark.parametrize("volgorde", [(0, 1), (1, 0)])
def test_een_overlijden_dat_de_aanbieder_weer_weghaalde_telt_niet(voorbeeldplek, sam, lees, volgorde, weg_op):
    heen = [
        berichten.stop(300201, "2027-01-05", reden="02", nummer="1", dag="2027-01-05"),
        berichten.stop(300201, "2027-01-05", reden="02", status="3", nummer="2", dag=weg_op),
    ]
    for plaats in volgorde:
        lees(heen[plaats])
    dag = date(2027, 1, 6)
    assert "overleden" not in codes(voorbeeldplek, sam, dag)
    assert "start" in codes(voorbeeldplek, sam, dag), "zonder overlijden gaat het werk gewoon door"
