"""Wijzigen, stoppen, afwijzen, geen hulp en pgb: wat er in de brief staat, wat er in het bericht gaat en wat blokkeert."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import page
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jeugdteam_app.documenten.brieftekst import eerste_tekst
from jeugdteam_app.documenten.gezinstaal import gezinstaal
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord
from jeugdteam_app.dossier.afweging import Afweging
from jeugdteam_app.dossier.brief import Briefsoort
from jeugdteam_app.dossier.evaluatie import Evaluatie, Vervolg
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Taal
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Levering,
    Normuitkomst,
    Redenwijziging,
    Toegewezen,
    Toewijzing,
    Weigergrond,
)
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.productenboek.boek import Plek
from jeugdteam_app.productenboek.profiel import Artikel, Nummerblok, voorbeeldprofiel
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.werk import cijfers, gemeente_en_team, instellingen, overhandigen, schrijven, toewijzen, vaststellen
from tests.documenten.test_meertalig import kaal
from tests.documenten.test_meertalig import tekst as tekst_zoals_gezocht
from tests.uitwisseling.schema import schema_als_het_er_is
from tests.werk.test_toewijzen_en_overhandigen import JW, _stel_vast, tekst_van, tweede

OUD_EINDE, NIEUW_EINDE = date(2027, 6, 8), date(2027, 12, 8)


def wijzig(plek, dossier, van, soort=Besluitsoort.WIJZIGEN, **delen):
    """Een vastgestelde wijziging van een besluit."""
    sleutel = toewijzen.begin_wijziging(plek, dossier, van, soort)
    toewijzen.wijzig(plek, dossier, sleutel, motivering="We bekeken het samen opnieuw.", **delen)
    return sleutel, _stel_vast(plek, dossier, sleutel)


def stop(plek, dossier, van, einddatum, reden):
    """Een vastgesteld besluit dat hulp beëindigt."""
    return wijzig(plek, dossier, van, Besluitsoort.BEEINDIGEN, einddatum=einddatum, reden_wijziging=reden)


def producten(plek, dossier, sleutel):
    """Wat er over elke toewijzing in het bericht staat."""
    xml = etree.fromstring(overhandigen.bericht_xml(plek, dossier, sleutel))
    if (schema := schema_als_het_er_is()) is not None:
        assert schema.validate(xml), schema.error_log
    namen = ("ToewijzingNummer", "Ingangsdatum", "Einddatum", "RedenWijziging")
    return [
        tuple(p.findtext(f"j:{n}", namespaces=JW) for n in namen) for p in xml.findall(".//j:ToegewezenProduct", JW)
    ]


def test_verlengen_houdt_het_nummer_en_noemt_het_oude_besluit(voorbeeldplek, sam):
    oud = toewijzen.lees(voorbeeldplek, *sam).vastgesteld
    sleutel, vast = wijzig(
        voorbeeldplek, sam[0], sam[1], einddatum=NIEUW_EINDE, reden_wijziging=Redenwijziging.VERLENGING
    )
    assert vast.besluitnummer.startswith(f"{oud.besluitnummer}-2")
    assert producten(voorbeeldplek, sam[0], sleutel) == [("300201", "2026-12-08", "2027-12-08", "04")]
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    for zin in (f"in de plaats van besluit {oud.besluitnummer}", "Gewijzigd besluit", "8 december 2027",
                "Einde: eerst 8 juni 2027, nu 8 december 2027.", "Waarom dit verandert", "bezwaar maken"):  # fmt: skip
        assert zin in pdf
    assert toewijzen.lees(voorbeeldplek, *sam).veranderd_door == vast.besluitnummer
    # Over het oude besluit gaat geen ander bericht meer uit dan over het nieuwe; het nieuws is al gestuurd.
    assert producten(voorbeeldplek, *sam) == [("300201", "2026-12-08", "2027-12-08", None)]


def test_meer_per_week_trekt_de_oude_in_en_geeft_een_nieuw_nummer(voorbeeldplek, sam):
    sleutel, _vast = wijzig(
        voorbeeldplek, sam[0], sam[1], volume=2, eenheid=Eenheid.UUR, frequentie=Frequentie.PER_WEEK,
        ingangsdatum=date(2027, 3, 1), einddatum=OUD_EINDE, reden_wijziging=Redenwijziging.VERKORTING, over_voor_oud=5,
    )  # fmt: skip
    over = {p.nummer: p.omvang.volume for p in overhandigen.bericht(voorbeeldplek, sam[0], sleutel).bericht.producten}
    assert over[300201] == 5, "wat er van de twaalf uur over is"
    nummer = str(toewijzen.lees(voorbeeldplek, sam[0], sleutel).nummer)
    assert nummer != "300201"
    assert set(producten(voorbeeldplek, sam[0], sleutel)) == {
        ("300201", "2026-12-08", "2027-02-28", "05"), (nummer, "2027-03-01", "2027-06-08", None),
    }  # fmt: skip


def test_een_nieuwe_die_niet_later_begint_verwijdert_de_oude(voorbeeldplek, sam):
    sleutel, _vast = wijzig(
        voorbeeldplek, sam[0], sam[1], volume=2, eenheid=Eenheid.UUR, frequentie=Frequentie.PER_WEEK,
        reden_wijziging=Redenwijziging.CORRECTIE, wat_was_fout="De uren tellen per week.",
    )  # fmt: skip
    assert ("300201", "2026-12-08", "2026-12-08", "13") in producten(voorbeeldplek, sam[0], sleutel)


def test_eerder_stoppen(voorbeeldplek, sam):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(date(2026, 12, 10))})
    laatste = date(2027, 2, 1)
    sleutel, _vast = wijzig(
        voorbeeldplek, sam[0], sam[1], Besluitsoort.BEEINDIGEN, einddatum=laatste,
        reden_wijziging=Redenwijziging.VERKORTING,
    )  # fmt: skip
    assert producten(voorbeeldplek, sam[0], sleutel) == [("300201", "2026-12-08", "2027-02-01", "05")]
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "de jeugdhulp voor Sam stopt" in pdf
    assert "De laatste dag is 1 februari 2027" in pdf
    dossier = voorbeeldplek.dossier(sam[0])
    assert waarde(Toegewezen(dossier.kind, sleutel).gestart_op) == date(2026, 12, 10)
    einden = [p.dag for p in agenda(dossier, voorbeeldplek.vandaag, Plaatselijk()) if p.code == "einde"]
    assert einden == [laatste]


@pytest.mark.parametrize(
    ("delen", "code"),
    [
        ({"reden_wijziging": None}, "wijzigen-zonder-reden"),
        ({"reden_wijziging": Redenwijziging.VERKORTING, "einddatum": NIEUW_EINDE}, "stoppen-is-later"),
        ({"reden_wijziging": Redenwijziging.VERWIJDERD, "einddatum": date(2027, 1, 1)}, "verwijderen-hele-tijd"),
        ({"reden_wijziging": Redenwijziging.VERKORTING, "einddatum": date(2026, 12, 8)}, "verwijderen-hele-tijd"),
    ],
)
def test_stoppen_dat_niet_kan_zegt_waarom(voorbeeldplek, sam, delen, code):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, motivering="Het gaat goed.", **delen)
    with pytest.raises(InvoerFout, match=f"toets-{code}"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)


def test_een_besluit_wordt_maar_een_keer_gewijzigd(voorbeeldplek, sam):
    eerste = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    with pytest.raises(InvoerFout, match="al-gewijzigd"):
        toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN)
    with pytest.raises(InvoerFout, match="wijzigen-van-geen-besluit"):
        toewijzen.begin_wijziging(voorbeeldplek, sam[0], eerste, Besluitsoort.WIJZIGEN)


def test_een_andere_aanbieder_krijgt_een_eigen_bericht_en_de_oude_een_einde(voorbeeldplek, sam):
    sleutel, _vast = wijzig(
        voorbeeldplek, sam[0], sam[1], aanbieder="Thuishulp Voorbeeld (verzonnen)", aanbieder_agb="42420002",
        ingangsdatum=date(2027, 3, 1), reden_wijziging=Redenwijziging.ANDERE_AANBIEDER, over_voor_oud=4,
    )  # fmt: skip
    assert [p[1:] for p in producten(voorbeeldplek, sam[0], sleutel)] == [("2027-03-01", "2027-06-08", None)]
    assert producten(voorbeeldplek, *sam) == [("300201", "2026-12-08", "2027-02-28", "09")]


def test_afwijzen_heeft_een_grond_een_uitleg_en_bezwaar(voorbeeldplek, sam):
    sleutel = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.AFWIJZEN)
    with pytest.raises(InvoerFout, match="weigeren-zonder-grond"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, niet_toegekend="Een paardencoach", weigergrond=Weigergrond.NIET_NODIG,
        waarom_niet="De hulp op school is genoeg.", wat_wel="U kunt altijd bellen met het team.",
    )  # fmt: skip
    codes = {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    assert "hoor-het-gezin" in codes
    assert not codes & {"geen-einddatum", "geen-aanbieder", "toestemming"}
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    for zin in ("wat u vroeg voor Sam kennen we niet toe", "Andere hulp die er is of nog komt", "Een paardencoach", "De hulp op school is genoeg", "Welke hulp er wel is",
                "bezwaar maken", "Artikel 5"):  # fmt: skip
        assert zin in pdf
    for geen in ("Dit krijgt u", "Stopt uiterlijk", "Hoe we afbouwen", "Nog niet ingevuld"):
        assert geen not in pdf
    with pytest.raises(InvoerFout, match="nog-niet-vastgesteld"):
        overhandigen.bericht(voorbeeldplek, sam[0], sleutel)


def test_geen_hulp_nodig_is_een_eigen_uitkomst(voorbeeldplek, sam):
    sleutel = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.GEEN_HULP)
    with pytest.raises(InvoerFout, match="geen-hulp-zonder-uitleg"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, motivering="Opa haalt Sam op.", wat_wel="School kijkt mee.")
    with pytest.raises(InvoerFout, match="geen-hulp-niet-samen"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, gezin_eens=True)
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "geen jeugdhulp van de gemeente voor Sam" in pdf
    assert "Opa haalt Sam op" in pdf
    assert "Wat u vroeg en niet krijgt" not in pdf


def test_een_pgb_heeft_drie_voorwaarden_een_bedrag_en_geen_bericht(voorbeeldplek, sam):
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, levering=Levering.PGB, volume=2, eenheid=Eenheid.UUR,
        frequentie=Frequentie.PER_WEEK, ingangsdatum=date(2027, 6, 1), einddatum=date(2027, 12, 31),
        pgb_bekwaam="Noor deed dit eerder goed.", pgb_waarom="De begeleider kent Sam al.",
    )  # fmt: skip
    codes = {b.code: b for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    assert codes["pgb-voorwaarden"].gegevens == {"aantal": 1}
    assert "pgb-zonder-bedrag" in codes
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, pgb_kwaliteit="Zij staat in het register.", budget=300_000)
    vast = _stel_vast(voorbeeldplek, sam[0], sleutel)
    assert vast.maximum_kosten == 300_000
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    for zin in ("persoonsgebonden budget", "€ 3.000,00", "Noor deed dit eerder goed", "De begeleider kent Sam al",
                "Zij staat in het register", "Andere hulp die er is of nog komt") :  # fmt: skip
        assert zin in pdf, zin
    assert [p[0] for p in producten(voorbeeldplek, *sam)] == ["300201"], "het pgb staat niet in het bericht (OP043)"


dagen = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@given(st.booleans(), st.integers(1, 9), st.integers(1, 9), st.sampled_from(Frequentie), dagen, dagen, dagen)
def test_wanneer_het_nummer_blijft(zelfde_begin, was, wordt, per, begin, einde, vandaag):
    """OP033x1, IV066, OP257 en OP380: einde altijd, volume alleen binnen de hele looptijd, en niet als het voorbij is."""
    oud = Toewijzing(categorie="45", productcode="45A04", volume=was, eenheid=Eenheid.UUR, frequentie=per,
                     ingangsdatum=begin, einddatum=einde)  # fmt: skip
    ander_begin = begin if zelfde_begin else begin + timedelta(days=1)
    nieuw = oud.model_copy(update={"volume": wordt, "ingangsdatum": ander_begin, "einddatum": einde + timedelta(30)})
    verwacht = zelfde_begin and einde >= vandaag and (was == wordt or per is Frequentie.TOTAAL)
    assert lopend.houdt_nummer(oud, nieuw, vandaag) is verwacht


def test_een_zware_woonplek_vraagt_wat_dichterbij_kan_en_een_vooruitzicht(voorbeeldplek, sam):
    boek = instellingen.boek(voorbeeldplek)
    per_plek = {p.plek: p for p in boek.producten}

    def codes(plek):
        delen = {
            "product": per_plek[plek].id,
            "productnaam": per_plek[plek].naam,
            "plek": plek,
            "boek": boek.id,
            "boekversie": boek.versie,
        }
        sleutel = schrijven.voeg_toe(voorbeeldplek, sam[0], Toegewezen, {Toegewezen.inhoud: Toewijzing(**delen)})
        return {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}

    assert not codes(Plek.THUIS) & {"eerst-dichterbij", "woonplek-zonder-vooruitzicht"}
    assert "eerst-dichterbij" not in codes(Plek.PLEEGGEZIN)
    zwaar = next(p for p in (Plek.RESIDENTIEEL, Plek.KLEINSCHALIG, Plek.GEZINSHUIS) if p in per_plek)
    assert {"eerst-dichterbij", "woonplek-zonder-vooruitzicht"} <= codes(zwaar)
    plan = {
        (Perspectiefplan.soort, v): Bekend("Weer naar huis")
        for v in (Perspectiefplan.verwacht_resultaat, Perspectiefplan.op_lange_termijn)
    }
    schrijven.leg_vast(voorbeeldplek, sam[0], plan)
    assert "woonplek-zonder-vooruitzicht" not in codes(zwaar)
    assert "eerst-netwerk" in codes(Plek.PLEEGGEZIN)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Afweging.soort, Afweging.netwerk_wonen): Bekend(Antwoord.NEE)})
    assert "eerst-netwerk" not in codes(Plek.PLEEGGEZIN)
    for voor, code in (
        ("", "woonplaats-onbekend"),
        ("Utrecht", "woonplaats-anders"),
        ("ermelo", None),
        ("Gemeente Ermelo", None),
    ):
        feit = Bekend(voor) if voor else Onbekend()
        schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, Jeugdige.gemeente_voor_verblijf): feit})
        assert {c for c in codes(zwaar) if c.startswith("woonplaats")} == ({code} if code else set())


def test_na_een_verhuizing_staat_er_tot_wanneer_de_hulp_door_kan(voorbeeldplek, sam):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, Jeugdige.verhuisd_op): Bekend(date(2027, 1, 15))})
    alle = agenda(voorbeeldplek.dossier(sam[0]), voorbeeldplek.vandaag, Plaatselijk())
    assert [(p.dag, p.weten) for p in alle if p.code == "verhuisd"] == [(date(2028, 1, 15), True)]


@pytest.mark.parametrize(("categorie", "telt"), [("45", True), ("34", True), ("44", False), ("35", False)])
def test_na_een_verhuizing_loopt_er_voor_wonen_elders_geen_jaar(voorbeeldplek, sam, monkeypatch, categorie, telt):
    """Artikel 2.7a gaat over ambulante hulp; categorie 34 is hulp in het eigen netwerk, zonder verblijf (JZ020)."""
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, Jeugdige.verhuisd_op): Bekend(date(2027, 1, 15))})
    (hulp,) = lopend.lopend(dossier := voorbeeldplek.dossier(sam[0]))
    elders = replace(hulp, inhoud=hulp.inhoud.model_copy(update={"categorie": categorie}))
    monkeypatch.setattr("jeugdteam_app.regels.agenda.lopend", lambda _dossier: (elders,))
    punten = agenda(dossier, voorbeeldplek.vandaag, Plaatselijk())
    assert any(p.code == "verhuisd" for p in punten) is telt


def test_wat_al_zo_gestuurd_is_heeft_geen_reden_meer(voorbeeldplek, sam):
    sleutel, _vast = wijzig(voorbeeldplek, *sam, einddatum=NIEUW_EINDE, reden_wijziging=Redenwijziging.VERLENGING)
    assert producten(voorbeeldplek, sam[0], sleutel)[0][3] == "04"
    assert producten(voorbeeldplek, sam[0], sleutel)[0][3] is None


def test_wat_een_eerdere_stap_introk_staat_ook_later_nog_in_het_bericht(voorbeeldplek, sam):
    tweede, _vast = wijzig(
        voorbeeldplek, *sam, volume=2, eenheid=Eenheid.UUR, frequentie=Frequentie.PER_WEEK, over_voor_oud=3,
        ingangsdatum=date(2027, 3, 1), reden_wijziging=Redenwijziging.VERKORTING,
    )  # fmt: skip
    derde, _vast = wijzig(
        voorbeeldplek, sam[0], tweede, einddatum=NIEUW_EINDE, reden_wijziging=Redenwijziging.VERLENGING
    )
    assert ("300201", "2026-12-08", "2027-02-28", "05") in producten(voorbeeldplek, sam[0], derde)


@pytest.mark.parametrize(
    ("delen", "code"),
    [
        ({"reden_wijziging": Redenwijziging.VERLENGING, "einddatum": date(2027, 4, 1)}, "reden-past-niet"),
        ({"reden_wijziging": Redenwijziging.VERKORTING, "einddatum": NIEUW_EINDE}, "reden-past-niet"),
        ({"reden_wijziging": Redenwijziging.CONTRACT, "frequentie": Frequentie.PER_WEEK, "volume": 2}, "nieuw-nummer-later"),
        ({"reden_wijziging": Redenwijziging.CONTRACT, "frequentie": Frequentie.PER_WEEK, "volume": 2,
          "ingangsdatum": date(2027, 3, 1)}, "rest-voor-oud"),
        ({"reden_wijziging": Redenwijziging.CONTRACT, "frequentie": Frequentie.PER_WEEK, "volume": 2,
          "ingangsdatum": date(2027, 3, 1), "over_voor_oud": 13}, "rest-voor-oud"),
    ],
)  # fmt: skip
def test_een_wijziging_die_niet_klopt_wordt_niet_vastgesteld(voorbeeldplek, sam, delen, code):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(date(2026, 12, 10))})
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, motivering="Samen bekeken.", **delen)
    assert code in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    with pytest.raises(InvoerFout, match="toets-"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)


def test_verwijderde_hulp_telt_nergens_meer_mee(voorbeeldplek, sam):
    stop(voorbeeldplek, *sam, date(2026, 12, 8), Redenwijziging.VERWIJDERD)
    dossier = voorbeeldplek.dossier(sam[0])
    assert not {p.code for p in agenda(dossier, date(2027, 6, 1), Plaatselijk())} & {
        "einde",
        "wachten",
        "te-lang",
        "evaluatie",
    }
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, ingangsdatum=date(2026, 12, 1), einddatum=date(2027, 2, 1))
    assert "stapeling" not in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}


def test_verlengen_vraagt_eerst_een_terugblik(voorbeeldplek, sam):
    def vraagt():
        sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
        toewijzen.wijzig(
            voorbeeldplek, sam[0], sleutel, einddatum=NIEUW_EINDE, reden_wijziging=Redenwijziging.VERLENGING
        )
        codes = {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
        schrijven.verwijder(voorbeeldplek, sam[0], Toegewezen, sleutel)
        return "verlengen-zonder-terugblik" in codes

    assert vraagt()
    gekeken = {Evaluatie.toewijzing: sam[1], Evaluatie.wat_bracht_het: "Rust", Evaluatie.kan_dichterbij: "Nog niet"}
    schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, gekeken)
    assert vraagt(), "zonder dag is niet te zeggen dat dit na het vorige besluit was"
    schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, gekeken | {Evaluatie.datum: voorbeeldplek.vandaag})
    assert not vraagt()


def test_wie_een_verzoek_niet_inwilligt_draagt_zijn_kenmerk_niet_mee(voorbeeldplek, sam):
    ingewilligd = tweede(voorbeeldplek, sam[0], verzoek="verzoek:1", verzoek_product=1)
    _stel_vast(voorbeeldplek, sam[0], ingewilligd)
    assert toewijzen.lees(voorbeeldplek, sam[0], ingewilligd).inhoud.verzoek == "verzoek:1"
    einde = toewijzen.begin_wijziging(voorbeeldplek, sam[0], ingewilligd, Besluitsoort.BEEINDIGEN)
    inhoud = toewijzen.lees(voorbeeldplek, sam[0], einde).inhoud
    assert (inhoud.verzoek, inhoud.verzoek_product) == ("", 0)


def test_een_bericht_dat_nog_niet_klaarstaat_staat_in_mijn_werk(voorbeeldplek, sam):
    def open_():
        return [
            p.dag
            for p in agenda(voorbeeldplek.dossier(sam[0]), voorbeeldplek.vandaag, Plaatselijk())
            if p.code == "bericht"
        ]

    # Dinsdag 24 november 2026, en vijf werkdagen later.
    assert open_() == [date(2026, 12, 1)]
    overhandigen.bericht_xml(voorbeeldplek, *sam)
    assert not open_()


def test_is_het_blok_nummers_op_dan_blijft_het_een_concept(voorbeeldplek, sam):
    blok = Nummerblok(van=300201, tot_en_met=300201)
    gemeente_en_team.bewaar(voorbeeldplek, voorbeeldprofiel().model_copy(update={"nummerblok": blok}))
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    assert "blok-op" in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    verlenging = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    assert "blok-op" not in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], verlenging).bevindingen}


@pytest.fixture
def geweigerd(voorbeeldplek, sam):
    """Een vastgestelde weigering op eigen kracht, met het gezin gehoord."""
    dossier = sam[0]
    profiel = instellingen.profiel(voorbeeldplek)
    artikelen = (
        Artikel(
            onderwerp="eigen kracht", artikel="artikel 6", geldig_van=date(2026, 1, 1), maatstaf="wat ouders aankunnen"
        ),
        Artikel(onderwerp="eigen kracht", artikel="artikel 66", geldig_van=date(2031, 1, 1)),
    )
    gemeente_en_team.bewaar(voorbeeldplek, profiel.model_copy(update={"artikelen": profiel.artikelen + artikelen}))
    sleutel = toewijzen.begin_zonder_hulp(voorbeeldplek, dossier, Besluitsoort.AFWIJZEN)
    toewijzen.wijzig(
        voorbeeldplek, dossier, sleutel, niet_toegekend="Hulp bij het huiswerk", weigergrond=Weigergrond.EIGEN_KRACHT,
        waarom_niet="Opa kan dat doen.", gehoord_op=date(2026, 11, 20), zienswijze="Opa wil dat graag.",
    )  # fmt: skip
    open_ = {b.code: b.gegevens for b in toewijzen.lees(voorbeeldplek, dossier, sleutel).bevindingen}
    assert open_["eigen-kracht-niet-gewogen"] == {"aantal": 1}
    schrijven.leg_vast(voorbeeldplek, dossier, {(Afweging.soort, Afweging.geld_knelt): Bekend(Antwoord.NEE)})
    # Zeggen de antwoorden dat het gezin dit niet zelf kan, dan is er geen afwijzing op die grond.
    with pytest.raises(InvoerFout, match="toets-eigen-kracht-spreekt-tegen"):
        _stel_vast(voorbeeldplek, dossier, sleutel)
    schrijven.leg_vast(voorbeeldplek, dossier, {
        (Afweging.soort, Afweging.ouders_in_staat): Bekend(Antwoord.JA),
        (Afweging.soort, Afweging.ouders_beschikbaar): Bekend(Antwoord.JA),
        (Afweging.soort, Afweging.dreigt_overbelasting): Bekend(Antwoord.NEE),
    })  # fmt: skip
    _stel_vast(voorbeeldplek, dossier, sleutel)
    return dossier, sleutel


def test_een_weigering_op_eigen_kracht_noemt_het_artikel_de_vier_vragen_en_wat_het_gezin_zei(voorbeeldplek, geweigerd):
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, *geweigerd))
    for zin in ("Artikel 6 van de verordening: wat ouders aankunnen", "Komt het gezin in geldproblemen", "Dat was op 20 november 2026",
                "U zei: Opa wil dat graag"):  # fmt: skip
        assert zin in pdf, zin
    assert "artikel 66" not in pdf, "een artikel dat nog niet geldt, hoort niet in het besluit"


def test_een_weigering_is_te_verbeteren_en_het_nieuwe_besluit_noemt_het_oude(voorbeeldplek, geweigerd):
    dossier, oud = geweigerd
    nummer = waarde(Toegewezen(voorbeeldplek.dossier(dossier).kind, oud).vastgesteld).besluitnummer
    nieuw = toewijzen.begin_verbetering(voorbeeldplek, dossier, oud, Besluitsoort.TOEKENNEN)
    with pytest.raises(InvoerFout, match="al-gewijzigd"):
        toewijzen.begin_verbetering(voorbeeldplek, dossier, oud, Besluitsoort.AFWIJZEN)
    toewijzen.wijzig(
        voorbeeldplek, dossier, nieuw, volume=4, eenheid=Eenheid.UUR, frequentie=Frequentie.TOTAAL,
        ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 30),
    )  # fmt: skip
    _stel_vast(voorbeeldplek, dossier, nieuw)
    assert toewijzen.lees(voorbeeldplek, dossier, oud).veranderd_door
    assert f"komt in de plaats van besluit {nummer}" in tekst_van(
        overhandigen.besluit_pdf(voorbeeldplek, dossier, nieuw)
    )
    assert {een.item.sleutel for een in lopend.lopend(voorbeeldplek.dossier(dossier))} >= {nieuw}


def test_alleen_een_besluit_zonder_hulp_is_zo_te_verbeteren(voorbeeldplek, sam):
    with pytest.raises(InvoerFout, match="verbeteren-van-geen-besluit"):
        toewijzen.begin_verbetering(voorbeeldplek, *sam, Besluitsoort.AFWIJZEN)


def test_in_een_besluit_dat_geldt_staat_nooit_dat_iets_nog_moet_worden_ingevuld(voorbeeldplek, sam):
    """Een mens mag een advies opzij leggen; het gezin leest dan wat het eraan heeft, en geen leeg vak."""
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, volume=4, eenheid=Eenheid.UUR, frequentie=Frequentie.TOTAAL, motivering="",
        ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 30),
    )  # fmt: skip
    concept = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert concept.count("Nog niet ingevuld") >= 5
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "Nog niet ingevuld" not in pdf
    assert "Dat spreken we nog met u af" in pdf


def test_afbouwen_andere_hulp_en_vervoer_staan_in_het_besluit(voorbeeldplek, sam):
    sleutel, _vast = wijzig(
        voorbeeldplek, *sam, reden_wijziging=Redenwijziging.VERLENGING, einddatum=NIEUW_EINDE,
        andere_hulp="Rekenhulp van school.", vervoer="Opa brengt Sam.", afschalen_naar="de juf en de coach",
        afschalen_op=date(2027, 9, 1),
    )  # fmt: skip
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    for zin in ("Wie of wat daarna helpt: de juf en de coach", "wordt de hulp minder", "Rekenhulp van school", "Opa brengt Sam"):  # fmt: skip
        assert zin in pdf, zin
    punten = {
        p.code: p for p in agenda(voorbeeldplek.dossier(sam[0]), voorbeeldplek.vandaag, Plaatselijk("noord-veluwe"))
    }
    assert "de juf en de coach" in punten["afbouwen"].over


def test_zonder_nummerblok_blijft_een_toewijzing_in_natura_een_concept(voorbeeldplek, sam):
    profiel = instellingen.profiel(voorbeeldplek)
    gemeente_en_team.bewaar(voorbeeldplek, profiel.model_copy(update={"nummerblok": None}))
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    with pytest.raises(InvoerFout, match="geen-"):
        vaststellen.stel_vast(voorbeeldplek, sam[0], sleutel)
    assert "geen-blok" in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, levering=Levering.PGB)
    assert "geen-blok" not in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}


def test_de_som_van_een_pgb_staat_in_het_besluit(voorbeeldplek, sam):
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, levering=Levering.PGB, volume=2, eenheid=Eenheid.UUR,
        frequentie=Frequentie.PER_WEEK, ingangsdatum=date(2027, 6, 7), einddatum=date(2027, 6, 20), pgb_bekwaam="a",
        pgb_waarom="b", pgb_kwaliteit="c", budget=14_000, pgb_tarief=3_500,
    )  # fmt: skip
    vast = _stel_vast(voorbeeldplek, sam[0], sleutel)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "4 uur × € 35,00 = € 140,00" in pdf
    assert "8.1.1" in pdf
    assert vast.norm is not None
    assert vast.regelversie


@pytest.mark.parametrize(
    ("vervolg", "soort", "reden"),
    [
        (Vervolg.STOPPEN, Besluitsoort.BEEINDIGEN, None),
        (Vervolg.LANGER, Besluitsoort.WIJZIGEN, Redenwijziging.VERLENGING),
        (Vervolg.KORTER, Besluitsoort.WIJZIGEN, Redenwijziging.VERKORTING),
        (Vervolg.LICHTER, Besluitsoort.WIJZIGEN, Redenwijziging.VERKORTING),
        (Vervolg.ZWAARDER, Besluitsoort.WIJZIGEN, Redenwijziging.VERLENGING),
    ],
)
def test_van_terugblik_naar_besluit_gaat_in_een_stap(voorbeeldplek, sam, vervolg, soort, reden):
    with pytest.raises(InvoerFout, match="vervolg-niet-gekozen"):
        toewijzen.begin_vervolg(voorbeeldplek, *sam)
    for dag, gekozen in ((date(2027, 3, 1), vervolg), (date(2027, 1, 1), Vervolg.ZOALS_AFGESPROKEN)):
        schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, {
            Evaluatie.toewijzing: sam[1], Evaluatie.datum: dag, Evaluatie.vervolg: gekozen,
            Evaluatie.wat_veranderde: f"Op {dag} ging het zo.",
        })  # fmt: skip
    inhoud = toewijzen.lees(voorbeeldplek, sam[0], toewijzen.begin_vervolg(voorbeeldplek, *sam)).inhoud
    assert (inhoud.besluit, inhoud.reden_wijziging, inhoud.vervangt) == (soort, reden, sam[1])
    assert inhoud.motivering == "Op 2027-03-01 ging het zo."


def test_natura_naast_een_pgb_voor_hetzelfde_product_valt_op(voorbeeldplek, sam):
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, levering=Levering.PGB, ingangsdatum=date(2027, 6, 1), einddatum=date(2027, 7, 1)
    )
    assert "naast-pgb" in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, ingangsdatum=date(2027, 6, 9))
    assert "naast-pgb" not in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}


def test_een_advies_over_een_wijziging_zegt_welk_besluit_en_waarom(voorbeeldplek, sam):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    delen = {"motivering": "De ochtenden gaan weer minder.", "reden_wijziging": Redenwijziging.VERLENGING}
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, **delen)
    nummer = waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).vastgesteld).besluitnummer
    advies = eerste_tekst(voorbeeldplek.dossier(sam[0]), Briefsoort.GEMEENTE, voorbeeldplek.vandaag)
    assert f"Dit verandert besluit {nummer}. Reden: opnieuw bekeken: langer of meer." in advies
    assert "Waarom dit verandert: De ochtenden gaan weer minder." in advies
    assert ".." not in advies


def test_een_advies_aan_de_gemeente_noemt_wat_er_zou_moeten_worden_toegewezen(voorbeeldplek, sam):
    sleutel = toewijzen.begin(voorbeeldplek, sam[0])
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, volume=6, eenheid=Eenheid.UUR, frequentie=Frequentie.TOTAAL,
        ingangsdatum=date(2027, 7, 1), einddatum=date(2027, 9, 30), resultaat="Elke dag naar school.",
        afschalen="Eerst elke week.", afschalen_op=date(2027, 8, 1),
    )  # fmt: skip
    elders = {
        Jeugdige.verblijf_sinds: date(2026, 9, 1), Jeugdige.gemeente_voor_verblijf: "Putten",
        Jeugdige.adres_voor_verblijf: "Proefweg 3",
    }  # fmt: skip
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Jeugdige.soort, veld): Bekend(w) for veld, w in elders.items()})
    advies = eerste_tekst(voorbeeldplek.dossier(sam[0]), Briefsoort.GEMEENTE, voorbeeldplek.vandaag)
    assert "woont sinds 1 september 2026 niet thuis. Daarvoor was de inschrijving: Proefweg 3, Putten." in advies
    assert "ten hoogste 6 uur in totaal, van 1 juli 2027 tot en met 30 september 2027" in advies
    assert "Wat het moet bereiken: Elke dag naar school." in advies
    assert "Afbouwen: Eerst elke week. Vanaf 1 augustus 2027 wordt de hulp minder." in advies
    assert "Wijs toe: Basis-ggz" in advies
    assert "Nog niet ingevuld: wanneer we terugkijken" in advies


def test_een_advies_over_een_woonplek_noemt_het_vooruitzicht_de_rechter_en_wat_ernaast_is(voorbeeldplek, sam):
    """Wat in een besluit hoort, hoort ook in het advies waar de gemeente het van maakt."""
    boek = instellingen.boek(voorbeeldplek)
    plek = next(p for p in boek.producten if p.plek in (Plek.RESIDENTIEEL, Plek.KLEINSCHALIG, Plek.GEZINSHUIS))
    delen = {
        "product": plek.id,
        "productnaam": plek.naam,
        "plek": plek.plek,
        "boek": boek.id,
        "boekversie": boek.versie,
    }
    ontwerp = Toewijzing(**delen, andere_hulp="De schoolcoach", vervoer="Een taxi")
    sleutel = schrijven.voeg_toe(voorbeeldplek, sam[0], Toegewezen, {Toegewezen.inhoud: ontwerp})
    toewijzen.leg_opzij(voorbeeldplek, sam[0], sleutel, "eerst-dichterbij", "Oma kan het niet meer aan")
    feiten = {
        (Perspectiefplan.soort, Perspectiefplan.verwacht_resultaat): Bekend("Rust en ritme"),
        (Aanmelding.soort, Aanmelding.rechter_doelen): Bekend("Veilig contact met beide ouders"),
    }
    schrijven.leg_vast(voorbeeldplek, sam[0], feiten)
    advies = eerste_tekst(voorbeeldplek.dossier(sam[0]), Briefsoort.GEMEENTE, voorbeeldplek.vandaag)
    assert "Verwacht resultaat: Rust en ritme. Op lange termijn: nog niet ingevuld." in advies
    assert "Waarom niet dichterbij: Oma kan het niet meer aan." in advies
    assert "De doelen die de rechter gaf: Veilig contact met beide ouders" in advies
    assert "Andere hulp: De schoolcoach. Vervoer: Een taxi." in advies
    besluit = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "Oma kan het niet meer aan" in besluit


def test_is_het_toch_geen_verbetering_dan_gaat_weer_weg_wat_vanzelf_terugkwam(voorbeeldplek, sam):
    ontwerp = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)

    def inhoud():
        return toewijzen.lees(voorbeeldplek, sam[0], ontwerp).inhoud

    toewijzen.wijzig(voorbeeldplek, sam[0], ontwerp, reden_wijziging=Redenwijziging.CORRECTIE)
    oud = inhoud().motivering
    assert oud
    toewijzen.wijzig(voorbeeldplek, sam[0], ontwerp, motivering_omvang="Zelf geschreven.")
    toewijzen.wijzig(voorbeeldplek, sam[0], ontwerp, reden_wijziging=Redenwijziging.VERKORTING)
    assert (inhoud().motivering, inhoud().evaluatiedatum) == ("", None)
    assert inhoud().motivering_omvang == "Zelf geschreven."


def test_na_een_overlijden_hoort_die_reden_bij_alle_hulp_die_stopt(voorbeeldplek, sam):
    tweede_ = tweede(voorbeeldplek, sam[0])
    _stel_vast(voorbeeldplek, sam[0], tweede_)
    stop(voorbeeldplek, *sam, date(2027, 2, 1), Redenwijziging.OVERLEDEN)
    ook = toewijzen.begin_wijziging(voorbeeldplek, sam[0], tweede_, Besluitsoort.BEEINDIGEN)
    for reden, zegt in ((Redenwijziging.VERKORTING, True), (Redenwijziging.OVERLEDEN, False)):
        toewijzen.wijzig(voorbeeldplek, sam[0], ook, reden_wijziging=reden)
        codes = {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], ook).bevindingen}
        assert ("ook-hier-overlijden" in codes) is zegt


def test_een_advies_zegt_bij_elk_soort_besluit_wat_de_gemeente_zou_moeten_doen(voorbeeldplek, sam):
    def advies():
        return eerste_tekst(voorbeeldplek.dossier(sam[0]), Briefsoort.GEMEENTE, voorbeeldplek.vandaag)

    def weg(sleutel):
        schrijven.verwijder(voorbeeldplek, sam[0], Toegewezen, sleutel)

    einde = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], einde, einddatum=date(2027, 2, 1), motivering="Sam redt het weer")
    assert "Stop Basis-ggz op 1 februari 2027. Waarom: Sam redt het weer." in advies()
    assert "Wijs toe" not in advies()
    weg(einde)
    af = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.AFWIJZEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], af, niet_toegekend="Een coach", waarom_niet="Opa doet dit al")
    leeg = "Wijs af: Een coach. Grond: nog niet ingevuld. Waarom: Opa doet dit al. Met het gezin besproken op: nog niet"
    assert leeg in advies()
    toewijzen.wijzig(
        voorbeeldplek, sam[0], af, weigergrond=Weigergrond.ANDERE_WET, weigergrond_nader="Zorgverzekeringswet",
        gehoord_op=date(2026, 11, 20), zienswijze="Dat is jammer",
    )  # fmt: skip
    assert "Grond: dit hoort bij een andere wet (Zorgverzekeringswet)." in advies()
    assert "Met het gezin besproken op: 20 november 2026. Het gezin zei: Dat is jammer." in advies()
    weg(af)
    geen = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.GEEN_HULP)
    toewijzen.wijzig(voorbeeldplek, sam[0], geen, motivering="Het lukt zo", wat_wel="Het spreekuur")
    assert "Geen hulp met een besluit. Waarom: Het lukt zo. Wat wel kan: Het spreekuur." in advies()
    weg(geen)
    pgb = toewijzen.begin(voorbeeldplek, sam[0])
    toewijzen.wijzig(
        voorbeeldplek, sam[0], pgb, levering=Levering.PGB, budget=240_000, pgb_bekwaam="Ja", niet_toegekend="Een taxi",
        waarom_niet="Fietsen kan",
    )  # fmt: skip
    assert "Als pgb: € 2.400,00. Kunnen zij dit zelf regelen: Ja." in advies()
    assert "Waarom een pgb: nog niet ingevuld." in advies()
    assert "Niet toekennen: Een taxi. Grond: nog niet ingevuld. Waarom: Fietsen kan." in advies()


def test_besluiten_naast_de_norm_en_te_lang_wachten_worden_geteld_zonder_namen(voorbeeldplek, sam, tmp_path):
    assert cijfers.normstand(voorbeeldplek) == {Normuitkomst.ONBEKEND: 1}
    assert cijfers.lang_wachten(voorbeeldplek) == ()
    lang = {(Aanmelding.soort, Aanmelding.datum): Bekend(voorbeeldplek.vandaag - timedelta(days=140))}
    schrijven.leg_vast(voorbeeldplek, sam[0], lang)
    [wacht] = cijfers.lang_wachten(voorbeeldplek)
    assert (wacht.weken, wacht.besluitnummer) == (20, "2026-000300201")
    cijfers.schrijf_lang_wachten(voorbeeldplek, pad := tmp_path / "lijst.csv")
    tekst = pad.read_text(encoding="utf-8-sig")
    assert "2026-000300201" in tekst
    assert "Sam" not in tekst
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(voorbeeldplek.vandaag)})
    assert cijfers.lang_wachten(voorbeeldplek) == ()


@pytest.mark.parametrize("taal", [Taal.TURKS, Taal.ARABISCH])
def test_een_gezin_met_een_andere_taal_krijgt_in_het_besluit_uitleg_in_die_taal(voorbeeldplek, sam, taal):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Familiegroepsplan.soort, Familiegroepsplan.taal): Bekend(taal)})
    sleutel, vast = wijzig(voorbeeldplek, *sam, reden_wijziging=Redenwijziging.VERLENGING, einddatum=NIEUW_EINDE)
    pdf = overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel)
    assert page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).is_compliant
    woorden = gezinstaal(taal)
    gelezen = kaal(tekst_zoals_gezocht(pdf))
    assert kaal("Nederlands, met uitleg in het") in gelezen
    for naam in ("nederlands-telt", "recht-bezwaar", "concept"):
        assert kaal(woorden.blokken[naam]) in gelezen, naam
    assert vast.brief["taalversie"]["taal"] == woorden.taal


def test_in_het_nederlands_is_er_geen_taalversie(voorbeeldplek, sam):
    tekst = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, *sam))
    assert "Taal: Nederlands" in tekst
    assert "met uitleg in" not in tekst


def test_bij_stoppen_door_verhuizen_staat_dat_de_hulp_op_verzoek_kan_doorgaan(voorbeeldplek, sam):
    """Jeugdwet 2.7a: nog hoogstens een jaar, bij dezelfde aanbieder."""
    sleutel, _vast = stop(voorbeeldplek, *sam, date(2027, 1, 10), Redenwijziging.VERHUIZING)
    pdf = " ".join(tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel)).split())
    assert "Op uw verzoek kan de hulp daar nog hoogstens een jaar hetzelfde blijven." in pdf


def test_bij_geen_hulp_staat_welke_hulp_er_al_is_en_nergens_staan_twee_punten(voorbeeldplek, sam):
    sleutel = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.GEEN_HULP)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, evaluatiedatum=date(2027, 3, 1))
    assert "Andere hulp die er is of nog komt" in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    hulp = tweede(voorbeeldplek, sam[0], afschalen="Minder.", afschalen_naar="de juf.", tariefbron="het contract.")
    assert ".." not in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], hulp))


def test_in_een_brief_na_een_overlijden_staat_niet_welke_hulp_er_nog_is(voorbeeldplek, sam):
    naast = {"ingangsdatum": date(2026, 12, 10), "einddatum": date(2027, 6, 1), "aanbieder": "Ander",
             "aanbieder_agb": "42420002"}  # fmt: skip
    _stel_vast(voorbeeldplek, sam[0], tweede(voorbeeldplek, sam[0], **naast))
    sleutel, _vast = stop(voorbeeldplek, *sam, date(2026, 12, 20), Redenwijziging.OVERLEDEN)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "Wat verdrietig dat Sam is overleden." in pdf
    assert "Andere hulp" not in pdf


def test_overlijdt_een_kind_voor_het_begin_dan_gaat_de_hulp_niet_door(voorbeeldplek, sam):
    begin = toewijzen.lees(voorbeeldplek, *sam).inhoud.ingangsdatum
    sleutel, _vast = stop(voorbeeldplek, *sam, begin, Redenwijziging.OVERLEDEN)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "Wat verdrietig dat Sam is overleden." in pdf
    assert "gaat niet door. U hoeft hiervoor niets te doen." in pdf
    assert "Zou beginnen op" in pdf
    assert "de jeugdhulp voor Sam gaat niet door" in " ".join(pdf.split()) and " stopt" not in pdf
    assert "Begint op" not in pdf and "Laatste dag" not in pdf


@pytest.mark.parametrize(
    ("reden", "begint"),
    [
        (Redenwijziging.VERLENGING, "We hebben samen gekeken hoe het gaat met de hulp"),
        (Redenwijziging.CONTRACT, "Er verandert iets in de hulp"),
    ],
)
def test_de_brief_over_een_wijziging_begint_met_wat_er_gebeurde(voorbeeldplek, sam, reden, begint):
    sleutel, _vast = wijzig(voorbeeldplek, *sam, einddatum=NIEUW_EINDE, reden_wijziging=reden)
    assert begint in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))


def test_een_verbetering_geeft_de_redenen_die_er_al_waren_en_vraagt_de_uitleg_na_te_lezen(voorbeeldplek, sam):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, reden_wijziging=Redenwijziging.CORRECTIE)
    gelijk = {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, volume=14, wat_was_fout="Er stond twaalf uur.")
    anders = {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], sleutel).bevindingen}
    assert "uitleg-van-toen" in anders - gelijk
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "Waarom deze hulp past" in pdf and "Waarom dit verandert" not in pdf
    nieuw = toewijzen.begin_wijziging(voorbeeldplek, sam[0], sleutel, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], nieuw, volume=10, motivering_omvang="Tien uur is genoeg.")
    assert "uitleg-van-toen" not in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], nieuw).bevindingen}


def test_van_natura_naar_pgb_staat_wat_er_verandert_zonder_niet_genoemd(voorbeeldplek, sam):
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, levering=Levering.PGB, volume=2, eenheid=Eenheid.UUR,
        frequentie=Frequentie.PER_WEEK, pgb_tarief=3_500, pgb_bekwaam="Ja", pgb_waarom="Dichtbij", pgb_kwaliteit="Goed",
        aanbieder="", aanbieder_agb="", reden_wijziging=Redenwijziging.LEVERINGSVORM, over_voor_oud=4,
        ingangsdatum=date(2027, 2, 1), motivering="Oma helpt.",
    )  # fmt: skip
    som_ = toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud.pgb_som
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, budget=som_.centen)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    verandert = pdf[pdf.index("Dit verandert") : pdf.index("Waarom dit verandert")]
    assert "nu € 35,00 per uur" in verandert
    assert "nu dat kiest u zelf" in verandert
    advies = eerste_tekst(voorbeeldplek.dossier(sam[0]), Briefsoort.GEMEENTE, voorbeeldplek.vandaag)
    assert f"× € 35,00 = {som_}" in advies


def test_is_een_kind_overleden_dan_begint_de_brief_daarmee_en_vraagt_hij_niets(voorbeeldplek, sam):
    sleutel, _vast = stop(voorbeeldplek, *sam, date(2027, 1, 10), Redenwijziging.OVERLEDEN)
    codes = {o.code for o in toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud.opzij}
    assert "hoor-het-gezin" not in codes
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "Wat verdrietig dat Sam is overleden. We leven met u mee." in pdf
    for niet in ("Verandert er iets", "de jongere is overleden", "De soort reden"):
        assert niet not in pdf


@pytest.mark.parametrize("geboren", [date(2014, 5, 13), date(2010, 5, 13)])
def test_wie_na_een_overlijden_alleen_iets_verbetert_schrijft_weer_zo_n_brief(voorbeeldplek, sam, geboren):
    """Ook vanaf 16 jaar gaat hij niet aan het kind, en niemand vraagt hoe het gaat."""
    feiten = {
        (Jeugdige.soort, Jeugdige.geboortedatum): Bekend(geboren),
        (sam[1], Toegewezen.gestart_op): Bekend(date(2026, 12, 10)),
    }
    schrijven.leg_vast(voorbeeldplek, sam[0], feiten)
    eerste, _v = stop(voorbeeldplek, *sam, date(2027, 1, 10), Redenwijziging.OVERLEDEN)
    fout = {"reden_wijziging": Redenwijziging.CORRECTIE, "wat_was_fout": "De laatste dag was 9 januari."}
    sleutel, _v = wijzig(
        voorbeeldplek, sam[0], eerste, Besluitsoort.BEEINDIGEN, einddatum=date(2027, 1, 9), **fout
    )  # fmt: skip
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))
    assert "Wat verdrietig dat Sam is overleden. We leven met u mee." in pdf
    assert "De laatste dag was 9 januari." in pdf
    for niet in ("Verandert er iets", "Beste Sam", "We bekeken het samen opnieuw"):
        assert niet not in pdf
    for dag in (date(2027, 1, 25), date(2027, 4, 12)):
        codes = {p.code for p in agenda(voorbeeldplek.dossier(sam[0]), dag, Plaatselijk())}
        assert codes <= {"bericht", "geen-retour"}
    assert lopend.is_overleden(voorbeeldplek.dossier(sam[0]))


def test_een_fout_in_een_stopbesluit_herstel_je_met_een_stopbesluit(voorbeeldplek, sam):
    """Op dezelfde laatste dag; als wijziging zou de brief zeggen dat er hulp is."""
    laatste = date(2027, 2, 1)
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(date(2026, 12, 10))})
    delen = {"einddatum": laatste, "reden_wijziging": Redenwijziging.VERKORTING}
    stop, _v = wijzig(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, **delen)
    producten(voorbeeldplek, sam[0], stop)
    fout = {"reden_wijziging": Redenwijziging.CORRECTIE, "wat_was_fout": "De reden klopte niet."}
    anders = toewijzen.begin_wijziging(voorbeeldplek, sam[0], stop, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], anders, **fout)
    assert "verbeter-stop-met-stop" in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], anders).bevindingen}
    schrijven.verwijder(voorbeeldplek, sam[0], Toegewezen, anders)
    hersteld, _v = wijzig(voorbeeldplek, sam[0], stop, Besluitsoort.BEEINDIGEN, **fout)
    pdf = tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], hersteld))
    assert "stond een fout. De reden klopte niet." in pdf
    assert "De laatste dag is 1 februari 2027" in pdf
    assert "Dit krijgt u" not in pdf
    [product] = producten(voorbeeldplek, sam[0], hersteld)
    assert product[:3] == ("300201", "2026-12-08", "2027-02-01")


def test_wie_teruggaat_naar_wat_eerder_gold_zegt_in_het_bericht_waarom(voorbeeldplek, sam):
    """Wat ooit zo gestuurd is maar daarna anders, is nu weer een verandering (IV099)."""
    eind = toewijzen.lees(voorbeeldplek, *sam).inhoud.einddatum
    producten(voorbeeldplek, *sam)
    langer, _v = wijzig(
        voorbeeldplek, *sam, einddatum=NIEUW_EINDE, reden_wijziging=Redenwijziging.VERLENGING
    )  # fmt: skip
    producten(voorbeeldplek, sam[0], langer)
    korter, _v = wijzig(
        voorbeeldplek, sam[0], langer, einddatum=eind, reden_wijziging=Redenwijziging.VERKORTING
    )  # fmt: skip
    [product] = producten(voorbeeldplek, sam[0], korter)
    assert product[2:] == (eind.isoformat(), Redenwijziging.VERKORTING.value)
