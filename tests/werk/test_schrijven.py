"""Hele handelingen: schrijven, terughalen na een onverwacht einde, ongedaan maken, en wat vaststaat."""

import pytest

from jeugdteam_app.dossier.aanmelding import Antwoord, Veiligheidscheck, Vraagverheldering
from jeugdteam_app.dossier.afweging import Afweging, Probleemgebied
from jeugdteam_app.dossier.doelen import Actie, Doel
from jeugdteam_app.dossier.familiegroepsplan import Afzien, Familiegroepsplan, Stap
from jeugdteam_app.dossier.feiten import verzamel
from jeugdteam_app.dossier.gezin import Gezag, Gezagsverhouding, Gezin, Jeugdige, Persoon
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Leefgebied, Perspectiefplan
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.journaal.wijziging import POSITIE, Plaats
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.werk import advies, dossiers, schrijven, toewijzen, vaststellen
from jeugdteam_app.werk.voortgang import Voortgang, voortgang

NAAM = (Jeugdige.soort, Jeugdige.roepnaam)
CHECK = Vraagverheldering.veiligheid


@pytest.fixture
def dossier(plek):
    return dossiers.begin_gezin(plek, "Proef")


def test_wat_al_zo_stond_wordt_niet_nog_eens_geschreven(plek, dossier):
    assert schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Sam")})
    assert not schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Sam")})
    assert not schrijven.leg_vast(plek, dossier, {(Jeugdige.soort, Jeugdige.achternaam): Onbekend()})


def test_een_verkeerde_waarde_is_een_gewone_fout_zonder_de_inhoud(plek, dossier):
    with pytest.raises(InvoerFout, match="waarde-vorm") as fout:
        schrijven.leg_vast(plek, dossier, {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend("GEHEIM")})
    assert "GEHEIM" not in repr(fout.value.__context__) + repr(fout.value.gegevens)


def heropen(plek, dossier):
    plek._standen.clear()
    return dossiers.open_(plek, dossier)


def test_getypte_tekst_komt_terug_en_een_half_veld_ook(plek, dossier):
    schrijven.bewaar_concept(plek, dossier, Jeugdige.roepnaam.plaats(Jeugdige.soort), "Sam")
    schrijven.bewaar_concept(plek, dossier, Jeugdige.geboortedatum.plaats(Jeugdige.soort), "3-4-")
    schrijven.bewaar_concept(plek, dossier, Gezin.naam.plaats(Gezin.soort), "Familie Proef")
    geopend = heropen(plek, dossier)
    assert geopend.dossier.een(Jeugdige).roepnaam == Bekend("Sam")
    assert geopend.dossier.een(Gezin).naam == Bekend("Familie Proef")
    assert geopend.terug.half == {Jeugdige.geboortedatum.plaats(Jeugdige.soort): "3-4-"}
    assert len(geopend.terug.opgeslagen) == 2
    assert heropen(plek, dossier).terug.opgeslagen == ()


def test_een_oud_concept_komt_nooit_over_iets_nieuwers_heen(plek, dossier):
    schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Jansen")})
    plaats = Jeugdige.roepnaam.plaats(Jeugdige.soort)
    schrijven.bewaar_concept(plek, dossier, plaats, "Jansenx")
    schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Jansen")})
    assert heropen(plek, dossier).dossier.een(Jeugdige).roepnaam == Bekend("Jansen")
    deel = Plaats(Vraagverheldering.soort, f"{CHECK.id}#wat_zien_we")
    schrijven.bewaar_concept(plek, dossier, deel, "half get")
    schrijven.leg_deel_vast(plek, dossier, Vraagverheldering.soort, CHECK, wat_zien_we="heel getypt")
    assert waarde(heropen(plek, dossier).dossier.een(Vraagverheldering).veiligheid).wat_zien_we == "heel getypt"


def test_een_deel_dat_geen_tekst_is_wordt_niet_geraden(plek, dossier):
    sleutel = schrijven.voeg_toe(plek, dossier, Toegewezen)
    plaats = Plaats(sleutel, f"{Toegewezen.inhoud.id}#budget")
    schrijven.bewaar_concept(plek, dossier, plaats, "9500")
    vreemd = Plaats("x", "veld.uit.later")
    schrijven.bewaar_concept(plek, dossier, vreemd, "bewaren")
    assert heropen(plek, dossier).terug.half == {plaats: "9500", vreemd: "bewaren"}


def test_wat_weggehaald_is_komt_niet_terug_door_een_concept(plek, dossier):
    sleutel = schrijven.voeg_toe(plek, dossier, Doel)
    schrijven.bewaar_concept(plek, dossier, Doel.tekst.plaats(sleutel), "x")
    schrijven.verwijder(plek, dossier, Doel, sleutel)
    assert heropen(plek, dossier).dossier.alle(Doel) == ()


def test_een_besluit_verandert_in_delen_en_houdt_de_rest(plek, dossier):
    schrijven.leg_deel_vast(plek, dossier, Vraagverheldering.soort, CHECK, acuut_gevaar=Antwoord.NEE)
    schrijven.leg_deel_vast(plek, dossier, Vraagverheldering.soort, CHECK, besproken_met="ouders")
    check = waarde(plek.dossier(dossier).een(Vraagverheldering).veiligheid)
    assert check == Veiligheidscheck(acuut_gevaar=Antwoord.NEE, besproken_met="ouders")


def van_een_ander(plek, stroom, plaats, inhoud, *, gezien=True):
    """Een wijziging van een andere laptop, gelijktijdig of erna."""
    from jeugdteam_app.journaal.schrijven import Pen
    from jeugdteam_app.journaal.stand import Stand, vouw

    stand = plek.stand(stroom) if gezien else Stand()
    nieuw = Pen("ander", "Collega", journaal_teller(plek)).schrijf(stand, stroom, "ander", plek.tijd, {plaats: inhoud})
    journaal.voeg_toe(plek.kluis, plek.stand(stroom), nieuw)
    plek.onthoud(stroom, vouw(journaal.lees_wijzigingen(plek.kluis, stroom)))


def journaal_teller(plek):
    return plek.kluis.vraag("SELECT count(*) FROM wijziging WHERE apparaat = 'ander'")[0][0] + 1


def test_delen_van_een_nieuwere_versie_blijven_staan(plek, dossier):
    plaats = CHECK.plaats(Vraagverheldering.soort)
    van_een_ander(plek, dossier, plaats, {"b": {"besproken_met": "ouders", "van_later": 1}})
    schrijven.leg_deel_vast(plek, dossier, Vraagverheldering.soort, CHECK, wat_zien_we="rust")
    kop = plek.stand(dossier).koppen(plaats)[0]
    assert kop.waarde["b"]["van_later"] == 1
    assert kop.waarde["b"]["besproken_met"] == "ouders"


def test_een_besluit_in_conflict_wordt_niet_half_overschreven(plek, dossier):
    schrijven.leg_deel_vast(plek, dossier, Vraagverheldering.soort, CHECK, wat_zien_we="rust")
    plaats = CHECK.plaats(Vraagverheldering.soort)
    van_een_ander(plek, dossier, plaats, {"b": {"wat_zien_we": "onrust"}}, gezien=False)
    with pytest.raises(InvoerFout, match="geheel-met-conflict"):
        schrijven.leg_deel_vast(plek, dossier, Vraagverheldering.soort, CHECK, besproken_met="x")
    assert list(plek.dossier(dossier).conflicten()) == [f"{Vraagverheldering.soort}/{CHECK.id}"]
    schrijven.leg_vast(
        plek, dossier, {(Vraagverheldering.soort, CHECK): Bekend(Veiligheidscheck(wat_zien_we="onrust"))}
    )
    assert list(plek.dossier(dossier).conflicten()) == []


def test_ongedaan_maken_en_nog_eens(plek, dossier):
    schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Sam")})
    schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Sem")})
    assert schrijven.maak_ongedaan(plek, dossier)
    assert plek.dossier(dossier).een(Jeugdige).roepnaam == Bekend("Sam")


def test_nog_eens_ongedaan_maken_gaat_een_stap_verder_terug(plek, dossier):
    for naam in ("Sam", "Sem", "Sim"):
        schrijven.leg_vast(plek, dossier, {NAAM: Bekend(naam)})
    for verwacht in ("Sem", "Sam"):
        assert schrijven.maak_ongedaan(plek, dossier)
        assert plek.dossier(dossier).een(Jeugdige).roepnaam == Bekend(verwacht)
    schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Som")})
    assert schrijven.maak_ongedaan(plek, dossier)
    assert plek.dossier(dossier).een(Jeugdige).roepnaam == Bekend("Sam")


def test_een_leeg_dossier_wordt_opnieuw_gebruikt_en_staat_niet_in_de_lijst(plek):
    eerste = dossiers.begin_gezin(plek)
    assert dossiers.begin_gezin(plek) == eerste
    assert dossiers.overzicht(plek) == []
    schrijven.leg_vast(plek, eerste, {NAAM: Bekend("Sam")})
    assert dossiers.begin_gezin(plek) != eerste
    assert [r.naam for r in dossiers.overzicht(plek)] == ["Sam"]


def test_een_persoon_met_gezag_bij_een_broer_gaat_niet_weg(plek, dossier):
    gezin = journaal.stroom(plek.kluis, dossier).gezin
    broer = dossiers.begin_kind(plek, gezin)
    persoon = schrijven.voeg_toe(plek, dossier, Persoon)
    schrijven.leg_vast(plek, broer, {(f"gezag:{persoon}", Gezagsverhouding.heeft_gezag): Bekend(Gezag.JA)})
    with pytest.raises(InvoerFout, match="ongedaan-verder-gebouwd"):
        schrijven.maak_ongedaan(plek, dossier)


def test_lijst_verplaatsen_en_weghalen(plek, dossier):
    een, twee, drie = (schrijven.voeg_toe(plek, dossier, Doel, {Doel.tekst: t}) for t in "abc")
    schrijven.verplaats(plek, dossier, Doel, drie, -1)
    assert [d.sleutel for d in plek.dossier(dossier).alle(Doel)] == [een, drie, twee]
    schrijven.verplaats(plek, dossier, Doel, een, -1)
    schrijven.verwijder(plek, dossier, Doel, drie)
    assert [d.sleutel for d in plek.dossier(dossier).alle(Doel)] == [een, twee]


def test_wat_vastgesteld_is_verandert_niet_en_gaat_niet_weg(voorbeeldplek):
    dossier = dossiers.overzicht(voorbeeldplek)[0].id
    sleutel = voorbeeldplek.dossier(dossier).alle(Toegewezen)[0].sleutel
    vast = waarde(Toegewezen(voorbeeldplek.dossier(dossier).kind, sleutel).vastgesteld)
    pogingen = [
        lambda: toewijzen.wijzig(voorbeeldplek, dossier, sleutel, volume=99),
        lambda: schrijven.verwijder(voorbeeldplek, dossier, Toegewezen, sleutel),
        lambda: schrijven.leg_vast(voorbeeldplek, dossier, {(sleutel, Toegewezen.vastgesteld): Onbekend()}),
        lambda: vaststellen.stel_vast(voorbeeldplek, dossier, sleutel),
    ]
    for poging in pogingen:
        with pytest.raises(InvoerFout, match="al-vastgesteld"):
            poging()
    with pytest.raises(InvoerFout, match="ongedaan"):
        schrijven.maak_ongedaan(voorbeeldplek, dossier)
    assert waarde(Toegewezen(voorbeeldplek.dossier(dossier).kind, sleutel).vastgesteld) == vast


def test_voortgang_onderscheidt_niet_gekeken_van_iets_open(plek, voorbeeldplek, dossier):
    assert set(voortgang(plek.dossier(dossier)).values()) == {Voortgang.NIET_BEKEKEN}
    schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Sam")})
    assert voortgang(plek.dossier(dossier))["gezin"] is Voortgang.OPEN
    sam, _mila, jip = (voortgang(voorbeeldplek.dossier(r.id)) for r in dossiers.overzicht(voorbeeldplek))
    assert sam["toewijzing"] is Voortgang.KLAAR
    assert jip["perspectiefplan"] is Voortgang.OPEN


def test_van_een_plan_afgezien_is_pas_klaar_met_de_dag_erbij(plek, dossier):
    """Vanaf die dag lopen de zes weken voor het hulpverleningsplan."""
    plan, fgp = Familiegroepsplan.soort, Familiegroepsplan
    zonder = {fgp.stap: Stap.AFGEZIEN, fgp.afzien_grond: Afzien.OUDERS_WILLEN_NIET, fgp.aangeboden_op: plek.vandaag}
    schrijven.leg_vast(plek, dossier, {(plan, veld): Bekend(inhoud) for veld, inhoud in zonder.items()})
    assert voortgang(plek.dossier(dossier))["familiegroepsplan"] is Voortgang.OPEN
    schrijven.leg_vast(plek, dossier, {(plan, fgp.afgezien_op): Bekend(plek.vandaag)})
    assert voortgang(plek.dossier(dossier))["familiegroepsplan"] is Voortgang.KLAAR


def test_hier_praten_we_niet_over_telt_ook_voor_de_plicht_van_het_perspectiefplan(plek, dossier):
    """De voortgang en het advies zeggen hetzelfde: ‘niet besproken’ is een goed antwoord."""
    feiten = {(f"{Gebiedsplan.soort}:{g}", Gebiedsplan.gewenst): Bekend("Zo wil ik het.") for g in list(Leefgebied)[1:]}
    later = {(Perspectiefplan.soort, Perspectiefplan.komende_twee_jaar): Bekend("Begeleiding.")}
    schrijven.leg_vast(plek, dossier, feiten | later)
    assert voortgang(plek.dossier(dossier))["perspectiefplan"] is Voortgang.OPEN
    overgeslagen = Bekend((next(iter(Leefgebied)).value,))
    schrijven.leg_vast(plek, dossier, {(Perspectiefplan.soort, Perspectiefplan.niet_besproken): overgeslagen})
    assert voortgang(plek.dossier(dossier))["perspectiefplan"] is Voortgang.KLAAR
    assert waarde(verzamel(plek.dossier(dossier), plek.vandaag)["perspectiefplan_gemaakt"]) is Antwoord.JA


def test_wie_al_ergens_anders_woont_heeft_een_perspectiefplan_nodig(plek, dossier):
    """Ook zonder geboortedatum en zonder gekozen hulp: bij verblijf hoort altijd een plan voor later."""
    assert advies.perspectief_nodig(plek, dossier) is None
    schrijven.leg_vast(plek, dossier, {(Jeugdige.soort, Jeugdige.verblijf_sinds): Bekend(plek.vandaag)})
    reden = advies.perspectief_nodig(plek, dossier)
    assert reden is not None
    assert "ergens anders wonen" in reden.tekst


def test_elke_opening_staat_in_het_toegangslog(plek, dossier):
    dossiers.open_(plek, dossier)
    assert [r.wat for r in toegangslog.regels(plek.kluis, dossier)] == ["geopend", "gemaakt"]


def test_verplaatsen_gaat_tussen_wat_iemand_ziet(plek, dossier):
    """De afspraken van twee doelen staan in één lijst; omlaag is omlaag bij je eigen doel."""
    rij = [
        schrijven.voeg_toe(plek, dossier, Actie, {Actie.wat: wat, Actie.doel: wat[0]})
        for wat in ("a1", "b1", "a2", "b2")
    ]
    schrijven.verplaats(plek, dossier, Actie, rij[0], 1, [rij[0], rij[2]])
    namen = [waarde(a.wat) for a in plek.dossier(dossier).alle(Actie)]
    assert [n for n in namen if n[0] == "a"] == ["a2", "a1"]
    assert [n for n in namen if n[0] == "b"] == ["b1", "b2"]


def test_iets_schuift_ook_langs_twee_dingen_op_dezelfde_plek(plek, dossier):
    eerste, tweede, derde = (schrijven.voeg_toe(plek, dossier, Doel, {Doel.tekst: t}) for t in "abc")
    # Zoals na samenvoegen: twee collega's zetten elk een doel op dezelfde plek.
    gelijk = {"b": schrijven.waarde_positie(plek, dossier, eerste)}
    schrijven._schrijf_alle(plek, {dossier: {Plaats(tweede, POSITIE): gelijk}})
    rij = [d.sleutel for d in plek.dossier(dossier).alle(Doel)]
    assert rij[-1] == derde
    for stap in range(2):
        schrijven.verplaats(plek, dossier, Doel, derde, -1)
        rij.remove(derde)
        rij.insert(1 - stap, derde)
        assert [d.sleutel for d in plek.dossier(dossier).alle(Doel)] == rij


def test_een_keuze_uit_een_nieuwere_versie_blijft_staan_en_de_rest_is_te_lezen(plek, dossier):
    plaats = Afweging.probleemgebieden.plaats(Afweging.soort)
    een, twee = list(Probleemgebied)[:2]
    van_een_ander(plek, dossier, plaats, {"b": [een.value, "van_later"]})
    assert waarde(plek.dossier(dossier).een(Afweging).probleemgebieden) == (een,)
    schrijven.leg_vast(plek, dossier, {(Afweging.soort, Afweging.probleemgebieden): Bekend((twee,))})
    assert plek.stand(dossier).koppen(plaats)[0].waarde == {"b": [twee.value, "van_later"]}
    assert waarde(plek.dossier(dossier).een(Afweging).probleemgebieden) == (twee,)


def test_wie_niet_thuis_woont_heeft_pas_een_perspectiefplan_met_een_vooruitzicht(plek):
    """Wat de plek moet opleveren en waar het kind later woont horen erbij (002, 245-247)."""
    dossier = dossiers.begin_gezin(plek, "Familie Proef")
    plan = Perspectiefplan
    schrijven.leg_vast(
        plek, dossier,
        {(plan.soort, plan.komende_twee_jaar): Bekend("Begeleiding."),
         (plan.soort, plan.niet_besproken): Bekend(tuple(g.value for g in Leefgebied)),
         (Jeugdige.soort, Jeugdige.verblijf_sinds): Bekend(plek.vandaag)},
    )  # fmt: skip

    def gemaakt():
        return waarde(verzamel(plek.dossier(dossier), plek.vandaag)["perspectiefplan_gemaakt"])

    assert gemaakt() is Antwoord.NEE
    schrijven.leg_vast(plek, dossier, {(plan.soort, plan.verwacht_resultaat): Bekend("Rust.")})
    assert gemaakt() is Antwoord.NEE
    schrijven.leg_vast(plek, dossier, {(plan.soort, plan.op_lange_termijn): Bekend("Bij oma.")})
    assert gemaakt() is Antwoord.JA
