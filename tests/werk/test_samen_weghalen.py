"""De een haalt iets weg waar de ander aan schrijft: het blijft staan tot een mens kiest."""

from __future__ import annotations

from datetime import date

import pytest

from jeugdteam_app.dossier.aanmelding import Antwoord, Toestemming, Toestemmingen, Waarvoor
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.gezin import Gezag, Gezagsverhouding, Persoon
from jeugdteam_app.dossier.toewijzing import Toegewezen, Toewijzing
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.werk import dossiers, mijn_werk, overhandigen, samen, schrijven
from tests.werk.test_samen import begin, breng, leg, stuur


def betwist_doel(robin, kim, tmp_path):
    """Robin haalde een doel weg waar Kim intussen aan schreef; Robin weet dat al, Kim nog niet."""
    dossier = begin(robin)
    doel = schrijven.voeg_toe(robin, dossier, Doel, {Doel.tekst: "Elke dag naar school"})
    breng(robin, dossier, kim, tmp_path)
    schrijven.verwijder(robin, dossier, Doel, doel)
    leg(kim, dossier, (doel, Doel.tekst), "Vier dagen naar school")
    breng(kim, dossier, robin, tmp_path)
    return dossier, doel


def test_haalt_de_een_weg_en_zet_de_ander_terug_dan_blijft_het_tot_iemand_kiest(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    doel = schrijven.voeg_toe(robin, dossier, Doel, {Doel.tekst: "Elke dag naar school"})
    breng(robin, dossier, kim, tmp_path)
    for plek in (robin, kim):
        schrijven.verwijder(plek, dossier, Doel, doel)
    schrijven.maak_ongedaan(kim, dossier)
    breng(kim, dossier, robin, tmp_path)
    huidig = robin.dossier(dossier)
    assert [d.sleutel for d in huidig.alle(Doel)] == [doel]
    assert list(huidig.conflicten()) == [f"{doel}/verwijderd"]
    schrijven.laat_staan(robin, dossier, Doel, doel)
    assert list(robin.dossier(dossier).conflicten()) == []


def test_haalt_de_een_een_toestemming_weg_die_de_ander_verandert_dan_vraagt_het_en_reist_de_vraag_mee(
    laptops, tmp_path
):
    robin, kim, mo = laptops
    dossier = begin(robin)
    gaf = Toestemming(met_wie="De school", gegeven=Antwoord.JA, waarvoor=Waarvoor.DELEN)
    school = schrijven.voeg_toe(robin, dossier, Toestemmingen, {Toestemmingen.inhoud: gaf})
    assert overhandigen.delen(robin, dossier).mag
    breng(robin, dossier, kim, tmp_path)
    schrijven.verwijder(robin, dossier, Toestemmingen, school)
    met_wat = gaf.model_copy(update={"wat": "Hoe het in de klas gaat"})
    leg(kim, dossier, (school, Toestemmingen.inhoud), met_wat)
    met = samen.bekijk(robin, stuur(kim, dossier, robin, tmp_path)).kinderen[0].verschillen
    [keus] = [v for v in met if v.veld == "verwijderd"]
    assert keus.is_tegenspraak
    assert [(s.auteur, s.waarde) for s in keus.straks.stemmen] == [
        ("Kim Proef", (met_wat,)),
        ("Robin Proef", None),
    ]
    breng(kim, dossier, robin, tmp_path)
    breng(robin, dossier, mo, tmp_path)
    for plek in (robin, mo):
        assert list(plek.dossier(dossier).conflicten()) == [f"{school}/verwijderd"]
        assert not overhandigen.delen(plek, dossier).mag, "tot iemand kiest, gaat er niets naar school"
    assert [t.punt.code for t in mijn_werk.mijn_werk(mo) if t.punt.code == "tegenspraak"] == ["tegenspraak"]
    schrijven.verwijder(mo, dossier, Toestemmingen, school)
    breng(mo, dossier, robin, tmp_path)
    for plek in (robin, mo):
        assert list(plek.dossier(dossier).conflicten()) == []
        assert plek.dossier(dossier).alle(Toestemmingen) == ()


def test_een_vastgesteld_besluit_dat_een_ander_als_ontwerp_weghaalde_kan_alleen_blijven(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    item = schrijven.voeg_toe(robin, dossier, Toegewezen, {Toegewezen.inhoud: Toewijzing(resultaat="begin")})
    breng(robin, dossier, kim, tmp_path)
    schrijven.verwijder(robin, dossier, Toegewezen, item)
    vast = Toegewezen.vastgesteld.plaats(item)
    schrijven._schrijf_alle(kim, {dossier: {vast: {"b": {"besluitnummer": "1"}}}})
    breng(kim, dossier, robin, tmp_path)
    assert f"{item}/verwijderd" in list(robin.dossier(dossier).conflicten())
    with pytest.raises(InvoerFout, match="al-vastgesteld"):
        schrijven.verwijder(robin, dossier, Toegewezen, item)
    schrijven.laat_staan(robin, dossier, Toegewezen, item)
    assert f"{item}/verwijderd" not in list(robin.dossier(dossier).conflicten())


def test_een_nee_dat_nog_niet_gekozen_is_houdt_tegen_wat_een_ander_toestond(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    delen = {"met_wie": "De school", "waarvoor": Waarvoor.DELEN}
    for wie in ("Noor", "Karim"):
        gaf = Toestemming(door=wie, gegeven=Antwoord.JA, **delen)
        sleutel = schrijven.voeg_toe(robin, dossier, Toestemmingen, {Toestemmingen.inhoud: gaf})
    breng(robin, dossier, kim, tmp_path)
    leg(kim, dossier, (sleutel, Toestemmingen.inhoud), gaf.model_copy(update={"gegeven": Antwoord.NEE}))
    leg(robin, dossier, (sleutel, Toestemmingen.inhoud), gaf.model_copy(update={"hoe": "Aan tafel gezegd"}))
    breng(kim, dossier, robin, tmp_path)
    assert not overhandigen.delen(robin, dossier).mag
    leg(robin, dossier, (sleutel, Toestemmingen.inhoud), gaf)
    assert len(overhandigen.delen(robin, dossier).mag) == 2


def test_wie_koos_dat_het_blijft_draait_dat_niet_ongemerkt_om_en_wat_wegging_komt_terug(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier, doel = betwist_doel(robin, kim, tmp_path)
    schrijven.laat_staan(robin, dossier, Doel, doel)
    with pytest.raises(InvoerFout, match="ongedaan-na-conflict"):
        schrijven.maak_ongedaan(robin, dossier)
    assert [d.sleutel for d in robin.dossier(dossier).alle(Doel)] == [doel]
    schrijven.verwijder(robin, dossier, Doel, doel)
    assert schrijven.maak_ongedaan(robin, dossier)
    assert [d.sleutel for d in robin.dossier(dossier).alle(Doel)] == [doel]
    assert list(robin.dossier(dossier).conflicten()) == []


def test_dat_een_collega_koos_dat_het_blijft_staat_in_wat_er_verandert(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier, doel = betwist_doel(robin, kim, tmp_path)
    breng(robin, dossier, kim, tmp_path)
    schrijven.laat_staan(kim, dossier, Doel, doel)
    [keus] = samen.bekijk(robin, stuur(kim, dossier, robin, tmp_path)).kinderen[0].verschillen
    assert (keus.veld, keus.is_tegenspraak, keus.straks) == ("verwijderd", False, Bekend(("Vier dagen naar school",)))


def test_verplaatsen_is_er_niet_aan_schrijven(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    eerste, doel = (schrijven.voeg_toe(robin, dossier, Doel, {Doel.tekst: tekst}) for tekst in ("Slapen", "School"))
    breng(robin, dossier, kim, tmp_path)
    schrijven.verwijder(robin, dossier, Doel, doel)
    schrijven.verplaats(kim, dossier, Doel, doel, -1)
    breng(kim, dossier, robin, tmp_path)
    assert [d.sleutel for d in robin.dossier(dossier).alle(Doel)] == [eerste]
    assert list(robin.dossier(dossier).conflicten()) == []


def test_een_verschil_in_iets_waarvan_de_ouder_weg_is_houdt_geen_besluit_tegen(laptops, tmp_path):
    """Bij het gezag van iemand die er niet meer bij staat, is niets te kiezen."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    wie = schrijven.voeg_toe(robin, dossier, Persoon, {Persoon.voornamen: "Noor"})
    breng(robin, dossier, kim, tmp_path)
    gezag = robin.dossier(dossier).gezag(robin.dossier(dossier).alle(Persoon)[0]).sleutel
    leg(robin, dossier, (gezag, Gezagsverhouding.heeft_gezag), Gezag.JA)
    leg(kim, dossier, (gezag, Gezagsverhouding.heeft_gezag), Gezag.NEE)
    breng(kim, dossier, robin, tmp_path)
    assert list(robin.dossier(dossier).conflicten()) == [f"{gezag}/gezag.heeft_gezag"]
    schrijven.verwijder(robin, dossier, Persoon, wie)
    assert list(robin.dossier(dossier).conflicten()) == []


def test_een_ja_dat_later_wordt_ingetrokken_telt_naast_een_nee_als_nee(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    gaf = Toestemming(door="Noor", gegeven=Antwoord.JA, waarvoor=Waarvoor.HULP)
    sleutel = schrijven.voeg_toe(robin, dossier, Toestemmingen, {Toestemmingen.inhoud: gaf})
    breng(robin, dossier, kim, tmp_path)
    straks = gaf.model_copy(update={"ingetrokken_op": date(2027, 3, 1)})
    leg(robin, dossier, (sleutel, Toestemmingen.inhoud), straks)
    leg(kim, dossier, (sleutel, Toestemmingen.inhoud), gaf.model_copy(update={"gegeven": Antwoord.NEE}))
    breng(kim, dossier, robin, tmp_path)
    gezegd = robin.dossier(dossier).toestemmingen()
    assert not any(t.geldt(robin.vandaag) for t in gezegd)
    assert {t.gegeven for t in gezegd} == {Antwoord.NEE}


def test_wie_het_gezag_heeft_over_een_kind_dat_niet_meeging_valt_niet_stil_weg(laptops, tmp_path):
    """Kim kent alleen Sam en haalt Noor weg; dat Noor over Tom beslist, weet alleen Robin."""
    robin, kim, _mo = laptops
    sam = begin(robin)
    tom = dossiers.begin_broer_of_zus(robin, sam)
    noor = schrijven.voeg_toe(robin, sam, Persoon, {Persoon.voornamen: "Noor"})
    opa = schrijven.voeg_toe(robin, sam, Persoon, {Persoon.voornamen: "Opa Wim"})
    schrijven.leg_vast(robin, tom, {(f"gezag:{noor}", Gezagsverhouding.heeft_gezag): Bekend(Gezag.JA)})
    breng(robin, sam, kim, tmp_path)
    schrijven.verwijder(kim, sam, Persoon, opa)
    proef = samen.bekijk(robin, stuur(kim, sam, robin, tmp_path))
    assert ([k.kind for k in proef.kinderen], proef.goed_kijken) == ([sam], False)
    schrijven.verwijder(kim, sam, Persoon, noor)
    proef = samen.bekijk(robin, stuur(kim, sam, robin, tmp_path))
    weg = {k.kind: {v.ding: v.goed_kijken for v in k.verschillen} for k in proef.kinderen}
    assert weg == {sam: {"Opa Wim": False, "Noor": True}, tom: {"Opa Wim": False, "Noor": True}}
    assert proef.goed_kijken


def test_wist_wie_iemand_weghaalde_niet_van_het_gezag_dan_kiest_een_mens(laptops, tmp_path):
    """Robin haalt Karim weg terwijl Kim opschrijft dat hij het gezag heeft: dan verdween hij ongezien."""
    robin, kim, _mo = laptops
    sam = begin(robin)
    karim = schrijven.voeg_toe(robin, sam, Persoon, {Persoon.voornamen: "Karim"})
    breng(robin, sam, kim, tmp_path)
    schrijven.leg_vast(kim, sam, {(f"gezag:{karim}", Gezagsverhouding.heeft_gezag): Bekend(Gezag.JA)})
    schrijven.verwijder(robin, sam, Persoon, karim)
    proef = samen.bekijk(robin, stuur(kim, sam, robin, tmp_path))
    [verschil] = proef.kinderen[0].verschillen
    assert (verschil.goed_kijken, proef.kinderen[0].namen[verschil.ding]) == (True, "Karim")
    samen.neem_over(robin, proef)
    assert [(t.punt.code, t.punt.over) for t in mijn_werk.mijn_werk(robin) if t.punt.code == "gezag-weg"] == [
        ("gezag-weg", "Karim")
    ]
    schrijven.laat_staan(robin, sam, Persoon, karim)
    assert [p.weergavenaam for p in robin.dossier(sam).gezagsdragers()] == ["Karim"]
    assert "gezag-weg" not in {t.punt.code for t in mijn_werk.mijn_werk(robin)}
