"""Een besluit dat klopt voor wie het leest: juiste woorden bij wat er gebeurt, aan wie het gaat, en wat het kost."""

from __future__ import annotations

from datetime import date

import pytest

from jeugdteam_app.dossier.aanmelding import Aanmelding, Verwijzer
from jeugdteam_app.dossier.evaluatie import Evaluatie, Vervolg
from jeugdteam_app.dossier.gezin import Gezag, Gezagsverhouding, Huishouden, Jeugdige, Persoon, Rol
from jeugdteam_app.dossier.onderzoek import Onderzoek, Stap
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.post import Verzoek
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Levering, Redenwijziging, Toegewezen, Weigergrond
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.regels.bevinding import Zwaarte
from jeugdteam_app.werk import dossiers, overhandigen, schrijven, toewijzen, verzoeken
from tests.conftest import MOMENT
from tests.uitwisseling import berichten
from tests.werk.test_soorten_besluit import NIEUW_EINDE, OUD_EINDE, stop, wijzig
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast, tekst_van, tweede


def brief(plek, dossier, sleutel):
    return tekst_van(overhandigen.besluit_pdf(plek, dossier, sleutel))


def bevindingen(plek, dossier, sleutel):
    return {b.code: b.zwaarte for b in toewijzen.lees(plek, dossier, sleutel).bevindingen}


@pytest.mark.parametrize(
    "reden",
    [Redenwijziging.VERWIJDERD, Redenwijziging.OVERLEDEN, Redenwijziging.VERHUIZING, Redenwijziging.ANDER_DOMEIN],
)
def test_een_wijziging_kan_niet_om_een_reden_waarbij_de_hulp_ophoudt(voorbeeldplek, sam, reden):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, reden_wijziging=reden)
    assert bevindingen(voorbeeldplek, sam[0], sleutel)["reden-past-niet"] is Zwaarte.BLOKKADE


@pytest.mark.parametrize(
    ("reden", "delen", "past"),
    [
        # Lichter onder een nieuw nummer: de oude hulp wordt korter, ook als het einde gelijk blijft.
        (Redenwijziging.VERKORTING, {"volume": 1, "frequentie": Frequentie.PER_MAAND}, True),
        (Redenwijziging.VERKORTING, {"volume": 1, "frequentie": Frequentie.PER_MAAND, "einddatum": NIEUW_EINDE}, True),
        (Redenwijziging.VERKORTING, {"volume": 8}, True),
        (Redenwijziging.VERKORTING, {"volume": 20}, False),
        (Redenwijziging.VERLENGING, {"volume": 20}, True),
        (Redenwijziging.VERLENGING, {"volume": 8}, False),
    ],
)
def test_verkorten_is_ook_minder_en_verlengen_ook_meer(voorbeeldplek, sam, reden, delen, past):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, reden_wijziging=reden, **delen)
    assert ("reden-past-niet" not in bevindingen(voorbeeldplek, sam[0], sleutel)) is past


def test_bij_overlijden_staat_er_niets_over_waarom_er_hulp_nodig_was_en_gaat_de_brief_naar_de_ouders(
    voorbeeldplek, sam
):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(2009, 11, 1))})
    sleutel, _vast = stop(voorbeeldplek, *sam, date(2027, 2, 1), Redenwijziging.OVERLEDEN)
    gelezen = brief(voorbeeldplek, sam[0], sleutel)
    assert "Beste Noor en Karim," in gelezen
    for niet in ("Zo hebben we gekeken", "Hoeveel tot dan", "Waarom de hulp stopt", "Hoe het betaald wordt"):
        assert niet not in gelezen


def test_hulp_die_niet_doorgaat_leest_niet_als_een_dag_hulp(voorbeeldplek, sam):
    begin = toewijzen.lees(voorbeeldplek, *sam).inhoud.ingangsdatum
    sleutel, _vast = stop(voorbeeldplek, *sam, begin, Redenwijziging.VERWIJDERD)
    gelezen = brief(voorbeeldplek, sam[0], sleutel)
    assert "gaat niet door" in gelezen
    assert "Zou beginnen op 8 december 2026" in gelezen
    for niet in ("laatste dag", "Laatste dag", "Hoeveel tot dan", "Begon op"):
        assert niet not in gelezen


def test_stopt_hulp_die_nog_moet_beginnen_dan_begint_zij_en_begon_zij_niet(voorbeeldplek, sam):
    sleutel, vast = stop(voorbeeldplek, *sam, date(2027, 2, 1), Redenwijziging.VERHUIZING)
    gelezen = brief(voorbeeldplek, sam[0], sleutel)
    assert "Begint op 8 december 2026" in gelezen
    assert f"gaat over de hulp uit besluit {vast.besluitnummer.split('-2')[0]}" in gelezen
    assert "in de plaats van" not in gelezen


def test_zonder_adres_aanvraagdatum_of_geboortedatum_blijft_het_een_concept(voorbeeldplek, sam):
    huis = voorbeeldplek.dossier(sam[0]).alle(Huishouden)[0].sleutel
    schrijven.leg_vast(voorbeeldplek, sam[0], {
        (huis, Huishouden.adres): Onbekend(), (Aanmelding.soort, Aanmelding.aanvraagdatum): Onbekend(),
        (Jeugdige.soort, Jeugdige.geboortedatum): Onbekend(),
    })  # fmt: skip
    sleutel = tweede(voorbeeldplek, sam[0])
    gevonden = bevindingen(voorbeeldplek, sam[0], sleutel)
    for code in ("zonder-adres", "zonder-aanvraagdatum", "zonder-geboortedatum"):
        assert gevonden[code] is Zwaarte.CONCEPT
    # Vraagt de rechter om hulp, dan is er geen aanvraag van het gezin.
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Aanmelding.soort, Aanmelding.verwijzer): Bekend(Verwijzer.RECHTER)})
    assert "zonder-aanvraagdatum" not in bevindingen(voorbeeldplek, sam[0], sleutel)


def test_ook_zonder_naam_blijft_een_besluit_zonder_adres_een_concept(voorbeeldplek, sam):
    huis = voorbeeldplek.dossier(sam[0]).alle(Huishouden)[0].sleutel
    leeg = {(Jeugdige.soort, v): Onbekend() for v in (Jeugdige.voornamen, Jeugdige.roepnaam, Jeugdige.achternaam)}
    ouder = {(Jeugdige.soort, Jeugdige.geboortedatum): Bekend(date(2009, 11, 1)), (huis, Huishouden.adres): Onbekend()}
    schrijven.leg_vast(voorbeeldplek, sam[0], leeg | ouder)
    assert "zonder-adres" in bevindingen(voorbeeldplek, sam[0], tweede(voorbeeldplek, sam[0]))


def test_van_wie_het_gezag_heeft_staat_er_wie_dat_voor_dit_kind_is(voorbeeldplek, sam):
    """Bij een tweede kind zegt iemand dat opnieuw; zonder las de aanbieder ‘anders’ en kon de brief verkeerd gaan."""
    ontwerp = tweede(voorbeeldplek, sam[0])
    assert "gezag-zonder-rol" not in bevindingen(voorbeeldplek, sam[0], ontwerp)
    tom = dossiers.begin_broer_of_zus(voorbeeldplek, sam[0])
    noor = voorbeeldplek.dossier(sam[0]).gezagsdragers()[0]
    gezag = (f"gezag:{noor.sleutel}", Gezagsverhouding.heeft_gezag)
    schrijven.leg_vast(voorbeeldplek, tom, {gezag: Bekend(Gezag.JA)})
    van_tom = toewijzen.begin_zonder_hulp(voorbeeldplek, tom, Besluitsoort.GEEN_HULP)
    assert bevindingen(voorbeeldplek, tom, van_tom)["gezag-zonder-rol"] is Zwaarte.CONCEPT
    rol = (f"gezag:{noor.sleutel}", Gezagsverhouding.rol)
    schrijven.leg_vast(voorbeeldplek, tom, {rol: Bekend(Rol.OUDER)})
    assert "gezag-zonder-rol" not in bevindingen(voorbeeldplek, tom, van_tom)


def test_een_voogd_woont_niet_vanzelf_bij_het_kind_en_wordt_bij_zijn_naam_genoemd(voorbeeldplek, sam):
    dossier = voorbeeldplek.dossier(sam[0])
    anders = {
        (dossier.gezag(p).sleutel, Gezagsverhouding.heeft_gezag): Bekend(Gezag.NEE) for p in dossier.gezagsdragers()
    }
    voogd = schrijven.voeg_toe(
        voorbeeldplek, sam[0], Persoon, {Persoon.achternaam: "Jeugdbescherming Voorbeeld", Persoon.rol: Rol.VOOGD}
    )
    schrijven.leg_vast(
        voorbeeldplek, sam[0], anders | {(f"gezag:{voogd}", Gezagsverhouding.heeft_gezag): Bekend(Gezag.JA)}
    )
    sleutel = tweede(voorbeeldplek, sam[0])
    assert bevindingen(voorbeeldplek, sam[0], sleutel)["zonder-adres"] is Zwaarte.CONCEPT
    concept = brief(voorbeeldplek, sam[0], sleutel)
    assert "Beste Jeugdbescherming Voorbeeld," in concept
    assert "Voorbeeldlaan" not in concept


def test_zonder_vijf_stappen_wordt_niets_vastgesteld(voorbeeldplek, sam):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Onderzoek.soort, Onderzoek.nodig): Bekend(Stap())})
    sleutel = tweede(voorbeeldplek, sam[0])
    assert bevindingen(voorbeeldplek, sam[0], sleutel)["vijf-stappen"] is Zwaarte.CONCEPT


def test_stappen_uit_een_eerder_besluit_vallen_op_tot_iemand_ze_aanpast(voorbeeldplek, sam):
    sleutel = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.GEEN_HULP)
    assert {"stappen-van-eerder", "geen-hulp-naast-hulp"} <= set(bevindingen(voorbeeldplek, sam[0], sleutel))
    anders = Bekend(Stap(tekst="Opa haalt Sam op.", deskundige="M. Proef", discipline="orthopedagoog"))
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Onderzoek.soort, Onderzoek.tekort): anders})
    assert "stappen-van-eerder" not in bevindingen(voorbeeldplek, sam[0], sleutel)
    # Uit één onderzoek kan meer dan één toewijzing volgen.
    assert "stappen-van-eerder" not in bevindingen(voorbeeldplek, sam[0], tweede(voorbeeldplek, sam[0]))


def test_het_bedrag_is_een_som_met_het_tarief_en_zonder_tarief_valt_dat_op(voorbeeldplek, sam):
    sleutel = tweede(voorbeeldplek, sam[0], eigen_tarief=9_600, tariefbron="het contract (verzonnen)")
    assert "geen-bedrag" not in bevindingen(voorbeeldplek, sam[0], sleutel)
    inhoud = toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud
    som = f"{inhoud.maximumkosten}. Dat is {inhoud.maximum.totaal} uur × € 96,00, tarief uit het contract (verzonnen)."
    assert som in brief(voorbeeldplek, sam[0], sleutel)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, eigen_tarief=None)
    assert bevindingen(voorbeeldplek, sam[0], sleutel)["geen-bedrag"] is Zwaarte.ADVIES


def test_minuten_bij_een_tarief_per_uur_staan_als_uren_in_de_som(voorbeeldplek, sam):
    sleutel = tweede(
        voorbeeldplek, sam[0], eenheid=Eenheid.MINUUT, volume=90, frequentie=Frequentie.TOTAAL, eigen_tarief=None,
        tarief=7_800, tarief_per=Eenheid.UUR, tariefbron="bijlage 3",
    )  # fmt: skip
    assert "€ 117,00. Dat is 1,5 uur × € 78,00, tarief uit bijlage 3." in brief(voorbeeldplek, sam[0], sleutel)
    # Afgerond op 1,667 uur zou de som niet meer kloppen.
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, volume=100)
    assert "€ 130,00. Dat is 1 2/3 uur × € 78,00" in brief(voorbeeldplek, sam[0], sleutel)


def test_een_lager_totaal_onder_het_oude_nummer_vraagt_de_aanbieder(voorbeeldplek, sam):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    anders = {"volume": 2, "frequentie": Frequentie.PER_WEEK, "ingangsdatum": date(2027, 3, 1)}
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, reden_wijziging=Redenwijziging.CONTRACT, over_voor_oud=2, **anders)
    assert "lager-met-aanbieder" in bevindingen(voorbeeldplek, sam[0], sleutel)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, over_voor_oud=12)
    assert "lager-met-aanbieder" not in bevindingen(voorbeeldplek, sam[0], sleutel)


PGB = {
    "levering": Levering.PGB, "budget": 50_000, "pgb_bekwaam": "Ja.", "pgb_waarom": "Ja.", "pgb_kwaliteit": "Ja.",
    "pgb_berekening": "Zo is het berekend.",
}  # fmt: skip


def test_van_natura_naar_pgb_noemt_de_voorwaarden_en_een_pgb_dat_stopt_het_herzien(voorbeeldplek, sam):
    sleutel, _vast = wijzig(
        voorbeeldplek, *sam, reden_wijziging=Redenwijziging.LEVERINGSVORM, ingangsdatum=date(2027, 3, 1),
        over_voor_oud=12, **PGB,
    )  # fmt: skip
    gelezen = brief(voorbeeldplek, sam[0], sleutel)
    assert "Artikelen 2.3 en 8.1.1 van de Jeugdwet" in gelezen
    einde, _vast = stop(voorbeeldplek, sam[0], sleutel, date(2027, 4, 1), Redenwijziging.VERHUIZING)
    assert "Artikelen 2.3 en 8.1.4 van de Jeugdwet" in brief(voorbeeldplek, sam[0], einde)


def test_een_verlenging_zegt_wat_de_hulp_bracht_en_begint_met_een_lege_afbouwafspraak(voorbeeldplek, sam):
    # Het gesprek van later staat eerder in de lijst.
    for dag, bracht in ((20, "Sam gaat vier dagen naar school."), (10, "Sam gaat één dag naar school.")):
        schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, {
            Evaluatie.toewijzing: sam[1], Evaluatie.datum: date(2026, 11, dag),
            Evaluatie.wat_bracht_het: bracht, Evaluatie.kan_dichterbij: "De juf nog niet.",
        })  # fmt: skip
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    assert toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud.afschalen_op is None
    toewijzen.wijzig(
        voorbeeldplek,
        sam[0],
        sleutel,
        einddatum=NIEUW_EINDE,
        reden_wijziging=Redenwijziging.VERLENGING,
        motivering="Zo.",
    )
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    gelezen = brief(voorbeeldplek, sam[0], sleutel)
    assert "Sam gaat vier dagen naar school." in gelezen
    assert "één dag" not in gelezen
    assert "De juf nog niet." in gelezen


@pytest.mark.parametrize("grond", [Weigergrond.ANDERE_WET, Weigergrond.PGB_VOORWAARDEN])
def test_een_andere_wet_of_een_voorwaarde_heeft_een_naam(voorbeeldplek, sam, grond):
    sleutel = tweede(voorbeeldplek, sam[0], niet_toegekend="Iets", weigergrond=grond, waarom_niet="Daarom.")
    assert bevindingen(voorbeeldplek, sam[0], sleutel)["weigergrond-zonder-naam"] is Zwaarte.BLOKKADE
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, weigergrond_nader="de Wet passend onderwijs")
    assert "weigergrond-zonder-naam" not in bevindingen(voorbeeldplek, sam[0], sleutel)
    assert "(de Wet passend onderwijs)" in brief(voorbeeldplek, sam[0], sleutel)


def test_vroeg_de_rechter_om_hulp_dan_staat_dat_er(voorbeeldplek, sam):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Aanmelding.soort, Aanmelding.verwijzer): Bekend(Verwijzer.RECHTER)})
    gelezen = brief(voorbeeldplek, sam[0], tweede(voorbeeldplek, sam[0]))
    assert "De rechter vroeg ons om hulp voor Sam." in gelezen
    assert "U vroeg ons om hulp" not in gelezen


def test_hulp_van_voor_de_aanvraag_vraagt_een_reden(voorbeeldplek, sam):
    gevraagd = waarde(voorbeeldplek.dossier(sam[0]).een(Aanmelding).aanvraagdatum)
    sleutel = tweede(voorbeeldplek, sam[0], ingangsdatum=date(2026, 8, 1))
    assert gevraagd > date(2026, 8, 1)
    assert "voor-de-aanvraag" in bevindingen(voorbeeldplek, sam[0], sleutel)


def test_bij_een_andere_woonplek_staat_waar_het_kind_later_woont(voorbeeldplek, sam):
    plan = {(Perspectiefplan.soort, Perspectiefplan.verwacht_resultaat): Bekend("Sam woont weer thuis.")}
    schrijven.leg_vast(voorbeeldplek, sam[0], plan)
    sleutel = tweede(voorbeeldplek, sam[0], categorie="43", productcode="43A09")
    assert "Sam woont weer thuis." in brief(voorbeeldplek, sam[0], sleutel)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, categorie="54", productcode="54001")
    assert "Sam woont weer thuis." not in brief(voorbeeldplek, sam[0], sleutel)


def test_de_oude_hulp_loopt_en_het_nieuwe_besluit_zegt_vanaf_wanneer_het_geldt(voorbeeldplek, sam):
    sleutel, _vast = wijzig(
        voorbeeldplek, *sam, volume=2, frequentie=Frequentie.PER_WEEK, ingangsdatum=date(2027, 3, 1),
        einddatum=OUD_EINDE, over_voor_oud=8, reden_wijziging=Redenwijziging.VERKORTING,
    )  # fmt: skip
    assert "Vanaf 1 maart 2027 komt dit besluit in de plaats van besluit" in brief(voorbeeldplek, sam[0], sleutel)


@pytest.mark.parametrize("vervolg", [Vervolg.LANGER, Vervolg.STOPPEN])
def test_een_vervolg_is_een_handeling_en_is_in_een_keer_ongedaan(voorbeeldplek, sam, vervolg):
    schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, {
        Evaluatie.toewijzing: sam[1], Evaluatie.datum: date(2026, 11, 20), Evaluatie.vervolg: vervolg,
        Evaluatie.wat_veranderde: "Het gaat beter.",
    })  # fmt: skip
    voor = [t.sleutel for t in voorbeeldplek.dossier(sam[0]).alle(Toegewezen)]
    nieuw = toewijzen.begin_vervolg(voorbeeldplek, *sam)
    assert toewijzen.lees(voorbeeldplek, sam[0], nieuw).inhoud.motivering == "Het gaat beter."
    schrijven.maak_ongedaan(voorbeeldplek, sam[0])
    assert [t.sleutel for t in voorbeeldplek.dossier(sam[0]).alle(Toegewezen)] == voor


def test_vroeg_een_aanbieder_erom_dan_spreekt_de_brief_niet_alsof_het_gezin_het_vroeg(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_nieuw(dag="2026-11-17"))
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Aanmelding.soort, Aanmelding.aanvraagdatum): Onbekend()})
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    sleutel = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    assert "zonder-aanvraagdatum" not in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    gelezen = brief(voorbeeldplek, sam[0], sleutel)
    assert "Praktijk Voorbeeld (verzonnen) vroeg ons om hulp voor Sam." in gelezen
    assert "Wij kregen de vraag op: 17 november 2026" in gelezen
    assert "U vroeg ons" not in gelezen


@pytest.mark.parametrize(
    ("besloten", "zin"),
    [(date(2026, 11, 13), "is 25 december 2026, maar dan is het Eerste kerstdag."), (date(2026, 11, 24), "Dat is zes weken na"),
     (date(2026, 11, 28), "is 9 januari 2027, maar dat is in het weekend."),
     (date(2027, 2, 12), "is 26 maart 2027, maar daar zitten feestdagen aan vast: Goede Vrijdag en Tweede paasdag.")],
)  # fmt: skip
def test_de_brief_zegt_waarom_de_tijd_voor_bezwaar_iets_langer_is(voorbeeldplek, sam, besloten, zin):
    voorbeeldplek.klok = VasteKlok(MOMENT + (besloten - MOMENT.date()))
    sleutel = tweede(voorbeeldplek, sam[0])
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    gelezen = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert zin in gelezen
