"""Wat twee collega's naast elkaar deden: verzamelingen komen samen, een kring van lezers wordt nooit vanzelf groter."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from jeugdteam_app.dossier.afscherming import KIND, voor_ogen
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.doelen import Actie, Doel
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan
from jeugdteam_app.dossier.gesprek import Contact, Instemming, Instemmingen
from jeugdteam_app.dossier.gezin import Gezag, Gezagsverhouding, Persoon
from jeugdteam_app.dossier.toewijzing import Toegewezen, Toewijzing
from jeugdteam_app.journaal.wijziging import Plaats
from jeugdteam_app.kern.feit import Bekend, Conflict, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.werk import dossiers, gedeelde_map, ontvangstbewijs, overdragen, overhandigen, samen, schrijven
from jeugdteam_app.werk.gedeelde_map import Toestand
from jeugdteam_app.werk.verantwoordelijk import is_overgedragen
from tests.werk.test_samen import BEELD, beeld, begin, breng, leg


def conflicten(plek, dossier):
    return list(plek.dossier(dossier).conflicten())


@pytest.mark.parametrize("om", [False, True])
def test_wie_het_laatste_weghaalt_en_wie_iets_erbij_zet_komen_samen(laptops, tmp_path, om):
    robin, kim = laptops[:2]
    dossier = begin(robin)
    veld = (Analyse.soort, Analyse.niet_besproken)
    schrijven.leg_vast(robin, dossier, {veld: Bekend(("doelen",))})
    breng(robin, dossier, kim, tmp_path)
    schrijven.leg_vast(robin, dossier, {veld: Onbekend()})
    schrijven.leg_vast(kim, dossier, {veld: Bekend(("doelen", "krachten"))})
    van, naar = (kim, robin) if om else (robin, kim)
    breng(van, dossier, naar, tmp_path)
    assert naar.dossier(dossier).een(Analyse).niet_besproken == Bekend(("krachten",))
    assert conflicten(naar, dossier) == []


def test_twee_keer_nauwer_maakt_een_gesprek_niet_van_iedereen(laptops, tmp_path):
    robin, kim = laptops[:2]
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(
        robin, ali, Contact, {Contact.gezegd: "Bo vertelde iets.", Contact.over_kind: (ali, bo)}
    )
    samen.verstuur(robin, [ali, bo], [opslag.mijn_id(kim.kluis)], pad := tmp_path / "1.bundel")
    samen.neem_over(kim, samen.bekijk(kim, pad))
    leg_kind = (gesprek, Contact.over_kind)
    schrijven.leg_vast(robin, ali, {leg_kind: Bekend((bo,))})
    schrijven.leg_vast(kim, ali, {leg_kind: Bekend((ali,))})
    samen.verstuur(kim, [ali, bo], [opslag.mijn_id(robin.kluis)], pad := tmp_path / "2.bundel")
    samen.neem_over(robin, samen.bekijk(robin, pad))
    assert isinstance(robin.dossier(ali).alle(Contact)[0].over_kind, Conflict), "een mens kiest"
    for kind in (ali, bo):
        assert robin.dossier(kind).gesprekken, "om te kiezen is het te zien"
        assert voor_ogen(robin.dossier(kind), KIND).gesprekken == (), "tot dan leest niemand anders het"
    pdf = pypdfium2.PdfDocument(overhandigen.inzage_pdf(robin, ali, KIND))
    assert not any("Bo vertelde" in blad.get_textpage().get_text_range() for blad in pdf)


def test_terugdraaien_kan_niet_als_er_hier_een_kind_bij_het_gezin_kwam(laptops, tmp_path):
    robin, kim = laptops[:2]
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    dossiers.begin_broer_of_zus(kim, dossier)
    with pytest.raises(InvoerFout, match="ongedaan-verder-gebouwd"):
        samen.maak_ongedaan(kim)


def test_na_vanzelf_samenkomen_is_de_volgende_stap_ongedaan_te_maken(laptops, tmp_path):
    robin, kim = laptops[:2]
    dossier = begin(robin)
    stond = "Sam slaapt slecht en is bang voor school. Thuis is het rustig en er is steun van opa."
    leg(robin, dossier, BEELD, stond)
    breng(robin, dossier, kim, tmp_path)
    leg(robin, dossier, BEELD, stond.replace("slecht", "heel slecht"))
    leg(kim, dossier, BEELD, stond.replace("opa", "opa en oma"))
    breng(kim, dossier, robin, tmp_path)
    samengekomen = waarde(robin.dossier(dossier).een(Analyse).gedeeld_beeld)
    assert "heel slecht" in samengekomen
    assert "opa en oma" in samengekomen
    leg(robin, dossier, BEELD, "Per ongeluk iets anders.")
    schrijven.maak_ongedaan(robin, dossier)
    assert waarde(robin.dossier(dossier).een(Analyse).gedeeld_beeld) == samengekomen


def test_een_overdracht_die_nooit_aankwam_is_terug_te_nemen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], opslag.mijn_id(kim.kluis), pad := tmp_path / "kwijt.bundel")
    assert is_overgedragen(robin, dossier)
    overdragen.neem_terug(robin, dossier)
    assert not is_overgedragen(robin, dossier)
    with pytest.raises(InvoerFout, match="overdragen-niet-terug"):
        overdragen.neem_terug(robin, dossier)
    # Kwam het toch aan, dan ziet Kim bij de volgende bundel dat Robin het weer heeft.
    samen.neem_over(kim, samen.bekijk(kim, pad))
    assert not is_overgedragen(kim, dossier)
    breng(robin, dossier, kim, tmp_path)
    assert is_overgedragen(kim, dossier)


def test_zei_de_collega_dat_het_aankwam_dan_is_het_niet_terug_te_nemen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], opslag.mijn_id(kim.kluis), pad := tmp_path / "o.bundel")
    samen.neem_over(kim, samen.bekijk(kim, pad))
    ontvangstbewijs.bewaar(kim, bewijs := tmp_path / "b.ontvangen", opslag.mijn_id(robin.kluis))
    ontvangstbewijs.lees_in(robin, bewijs)
    with pytest.raises(InvoerFout, match="overdragen-niet-terug"):
        overdragen.neem_terug(robin, dossier)


def test_een_bundel_met_een_nieuwe_sleutel_valt_niet_weg_uit_de_gedeelde_map(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    (map_ := tmp_path / "gedeeld").mkdir()
    gedeelde_map.kies(kim, map_)
    opslag.vernieuw_identiteit(robin.kluis)
    samen.verstuur(robin, [dossier], [opslag.mijn_id(kim.kluis)], map_ / "jeugdteam-1.bundel")
    gezien = gedeelde_map.kijk(kim)
    assert [b.toestand for b in gezien.voor_mij] == [Toestand.ANDER_KAARTJE]
    assert gezien.voor_anderen == 0


def test_de_voorproef_zegt_over_wie_het_gaat(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    noor = schrijven.voeg_toe(robin, dossier, Persoon, {Persoon.voornamen: "Noor"})
    eens = schrijven.voeg_toe(robin, dossier, Instemmingen, {Instemmingen.inhoud: Instemming(wie="Opa Wim")})
    breng(robin, dossier, kim, tmp_path)
    gezag = f"{Gezagsverhouding.soort}:{noor}"
    schrijven.leg_vast(robin, dossier, {(gezag, Gezagsverhouding.heeft_gezag): Bekend(Gezag.JA)})
    schrijven.leg_deel_vast(robin, dossier, eens, Instemmingen.inhoud, eigen_woorden="Prima.")
    samen.verstuur(robin, [dossier], [opslag.mijn_id(kim.kluis)], pad := tmp_path / "v.bundel")
    [kind] = samen.bekijk(kim, pad).kinderen
    over = {v.veld: kind.namen.get(v.ding, v.ding) for v in kind.verschillen}
    assert over[Gezagsverhouding.heeft_gezag.id] == "Noor"
    assert over[Instemmingen.inhoud.id] == "Opa Wim"


def test_wat_na_een_onverwacht_einde_getypt_stond_gaat_niet_over_de_woorden_van_een_collega_heen(laptops, tmp_path):
    """Ook niet bij veiligheid: het wordt een tweede antwoord, en een mens kiest."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    plek = (Familiegroepsplan.soort, Familiegroepsplan.veilig_afspraken)
    leg(robin, dossier, plek, "Oma belt.")
    breng(robin, dossier, kim, tmp_path)
    schrijven.bewaar_concept(kim, dossier, plek[1].plaats(plek[0]), "Oma belt meteen.")
    leg(robin, dossier, plek, "Vader komt niet thuis zonder Veilig Thuis.")
    breng(robin, dossier, kim, tmp_path)
    schrijven.haal_terug(kim, dossier)
    feit = kim.dossier(dossier).een(Familiegroepsplan).veilig_afspraken
    assert isinstance(feit, Conflict)
    assert {stem.waarde for stem in feit.stemmen} == {
        "Oma belt meteen.", "Vader komt niet thuis zonder Veilig Thuis.",
    }  # fmt: skip


@pytest.mark.parametrize(
    "schrijf",
    [
        lambda plek, dossier, nieuw: leg(plek, dossier, (nieuw[Contact], Contact.afgesproken), "Noor belt."),
        lambda plek, dossier, nieuw: schrijven.voeg_toe(
            plek, dossier, Actie, {Actie.wat: "Bellen", Actie.doel: nieuw[Doel]}
        ),
        lambda plek, dossier, nieuw: leg(plek, dossier, (nieuw[Persoon], Persoon.telefoon), "0612345678"),
    ],
    ids=["een leeg veld van een gesprek", "een afspraak bij een doel", "een telefoonnummer"],
)
def test_terugdraaien_kan_niet_meer_als_er_aan_of_over_iets_nieuws_is_geschreven(laptops, tmp_path, schrijf):
    """Een eerste woord in een leeg veld, of een afspraak bij een nieuw doel, verdween anders of bleef los achter."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    delen = {Contact: {Contact.gezegd: "Slecht."}, Doel: {Doel.tekst: "Slapen"}, Persoon: {Persoon.voornamen: "Oma"}}
    nieuw = {soort: schrijven.voeg_toe(robin, dossier, soort, wat) for soort, wat in delen.items()}
    breng(robin, dossier, kim, tmp_path)
    schrijf(kim, dossier, nieuw)
    with pytest.raises(InvoerFout, match="ongedaan-verder-gebouwd"):
        samen.maak_ongedaan(kim)
    assert kim.dossier(dossier).alle(Persoon)


def test_terugdraaien_kan_als_er_alleen_elders_iets_is_geschreven(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    schrijven.voeg_toe(robin, dossier, Doel, {Doel.tekst: "Slapen"})
    breng(robin, dossier, kim, tmp_path)
    schrijven.voeg_toe(kim, dossier, Contact, {Contact.gezegd: "Iets anders."})
    samen.maak_ongedaan(kim)
    assert kim.dossier(dossier).alle(Doel) == ()
    assert len(kim.dossier(dossier).alle(Contact)) == 1


def test_een_samenvoeging_onder_een_toewijzing_gaat_niet_terug(laptops, tmp_path):
    """Een ontwerp of besluit rust op alles wat er stond, ook op de keuze die de bundel bracht."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    leg(robin, dossier, BEELD, "van Robin")
    breng(robin, dossier, kim, tmp_path)
    schrijven.voeg_toe(kim, dossier, Toegewezen, {Toegewezen.inhoud: Toewijzing()})
    with pytest.raises(InvoerFout, match="ongedaan-verder-gebouwd"):
        samen.maak_ongedaan(kim)
    assert beeld(kim, dossier) == Bekend("van Robin")


def test_een_kind_waar_hier_al_over_is_geschreven_gaat_niet_terug(laptops, tmp_path):
    """Een gesprek over het kind dat de bundel bracht, stond anders in geen enkel dossier meer."""
    robin, kim, _mo = laptops
    ali = begin(robin)
    breng(robin, ali, kim, tmp_path)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    breng(robin, bo, kim, tmp_path)
    schrijven.voeg_toe(kim, ali, Contact, {Contact.gezegd: "Over Bo.", Contact.over_kind: (bo,)})
    with pytest.raises(InvoerFout, match="ongedaan-verder-gebouwd"):
        samen.maak_ongedaan(kim)
    assert kim.dossier(bo).gesprekken


def test_een_getypte_dag_gaat_niet_over_die_van_een_collega_heen(laptops, tmp_path):
    """Ook niet in een toewijzing: nooit de einddag van de een bij de hoeveelheid van de ander."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    sleutel = schrijven.voeg_toe(
        robin, dossier, Toegewezen, {Toegewezen.inhoud: Toewijzing(volume=10, einddatum=date(2027, 1, 1))}
    )
    breng(robin, dossier, kim, tmp_path)
    schrijven.bewaar_concept(kim, dossier, Plaats(sleutel, f"{Toegewezen.inhoud.id}#einddatum"), "31-12-2027")
    schrijven.leg_deel_vast(robin, dossier, sleutel, Toegewezen.inhoud, volume=3, einddatum=date(2027, 3, 1))
    breng(robin, dossier, kim, tmp_path)
    feit = Toegewezen(kim.dossier(dossier).kind, sleutel).inhoud
    assert isinstance(feit, Conflict)
    assert {(s.waarde.volume, s.waarde.einddatum) for s in feit.stemmen} == {
        (10, date(2027, 12, 31)), (3, date(2027, 3, 1)),
    }  # fmt: skip


def test_een_half_getal_blijft_staan_als_vraag_en_komt_nergens_overheen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    sleutel = schrijven.voeg_toe(robin, dossier, Toegewezen, {Toegewezen.inhoud: Toewijzing(volume=10)})
    breng(robin, dossier, kim, tmp_path)
    plaats = Plaats(sleutel, f"{Toegewezen.inhoud.id}#volume")
    schrijven.bewaar_concept(kim, dossier, plaats, "12")
    schrijven.leg_deel_vast(robin, dossier, sleutel, Toegewezen.inhoud, volume=3)
    breng(robin, dossier, kim, tmp_path)
    terug = schrijven.haal_terug(kim, dossier)
    assert (terug.half, terug.ingehaald) == ({plaats: "12"}, {plaats})
    schrijven.leg_deel_vast(kim, dossier, sleutel, Toegewezen.inhoud, volume=12)
    assert not schrijven.haal_terug(kim, dossier).half
