"""Wat er na een besluit gebeurt: overstappen, overlijden, berichten van twee kanten, terugkijken, en antwoord op tijd."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord, Toestemming, Toestemmingen, Waarvoor
from jeugdteam_app.dossier.brief import Brief, Briefsoort
from jeugdteam_app.dossier.evaluatie import Evaluatie, Vervolg
from jeugdteam_app.dossier.gezin import Afscherming, Persoon
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.post import Berichtsoort, Post, Verzoek, Verzoekantwoord, stukken
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Levering, Redenwijziging, Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.plek import Plek, plek_bij
from jeugdteam_app.werk import (
    brieven,
    dossiers,
    gemeente_en_team,
    instellingen,
    overhandigen,
    postvak,
    schrijven,
    toewijzen,
    verzoeken,
    voorbeelden,
)
from jeugdteam_app.werk.mijn_werk import mijn_werk
from tests.conftest import MOMENT
from tests.uitwisseling import berichten
from tests.werk.test_samen import breng
from tests.werk.test_soorten_besluit import wijzig
from tests.werk.test_toewijzen_en_overhandigen import _stel_vast, tekst_van, tweede


def punten(plek, dossier):
    return {(t.punt.code, t.punt.over) for t in mijn_werk(plek) if t.dossier == dossier}


def codes(plek, dossier):
    return {code for code, _over in punten(plek, dossier)}


def op_dag(plek, dag):
    plek.klok = VasteKlok(MOMENT + (dag - MOMENT.date()))


def lees_in(plek, inhoud, tmp_path):
    (pad := tmp_path / "bericht.xml").write_bytes(inhoud)
    return postvak.neem_op(plek, postvak.bekijk(plek, pad))


# --- overlijden, een woonplek en verhuizen


def test_na_overlijden_wordt_ook_de_andere_hulp_niet_vergeten(voorbeeldplek, sam):
    ander = tweede(voorbeeldplek, sam[0])
    _stel_vast(voorbeeldplek, sam[0], ander)
    naam = toewijzen.lees(voorbeeldplek, sam[0], ander).inhoud.productnaam
    begin = toewijzen.lees(voorbeeldplek, sam[0], ander).inhoud.ingangsdatum
    wijzig(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, einddatum=date(2026, 12, 20),
           reden_wijziging=Redenwijziging.OVERLEDEN)  # fmt: skip
    assert ("overleden", naam) in punten(voorbeeldplek, sam[0])
    wijzig(voorbeeldplek, sam[0], ander, Besluitsoort.BEEINDIGEN, einddatum=begin + timedelta(days=9),
           reden_wijziging=Redenwijziging.OVERLEDEN)  # fmt: skip
    assert "overleden" not in codes(voorbeeldplek, sam[0])


@pytest.mark.parametrize(
    ("categorie", "code", "plek"),
    [("44", "44A08", Plek.GEZINSHUIS), ("43", "43A09", Plek.PLEEGGEZIN), ("38", "", Plek.RESIDENTIEEL),
     ("43", "43A01", Plek.RESIDENTIEEL), ("46", "46A01", None), ("45", "45A04", None), ("", "", None)],
)  # fmt: skip
def test_uit_de_code_blijkt_waar_een_kind_slaapt(categorie, code, plek):
    assert plek_bij(categorie, code) is plek


def test_een_woonplek_waar_een_aanbieder_om_vraagt_wordt_net_zo_getoetst(voorbeeldplek, sam, tmp_path):
    vraag = berichten.verzoek_nieuw(dag="2026-11-20").replace(b">54001<", b">44A08<").replace(b">54<", b">44<")
    lees_in(voorbeeldplek, vraag, tmp_path)
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    nieuw = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    ontwerp = toewijzen.lees(voorbeeldplek, sam[0], nieuw)
    assert ontwerp.inhoud.woonplek is Plek.GEZINSHUIS
    assert {"eerst-dichterbij", "woonplaats-onbekend", "woonplek-zonder-vooruitzicht"} <= {
        b.code for b in ontwerp.bevindingen
    }


def test_een_crisisplek_is_een_woonplek(voorbeeldplek, sam):
    for veld in (Perspectiefplan.verwacht_resultaat, Perspectiefplan.op_lange_termijn):
        schrijven.leg_vast(voorbeeldplek, sam[0], {(Perspectiefplan.soort, veld): Bekend("Weer naar huis.")})
    sleutel = tweede(voorbeeldplek, sam[0])
    toewijzen.wijzig(voorbeeldplek, sam[0], sleutel, categorie="46", productcode="46A01", plek=Plek.PLEEGGEZIN)
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    assert "Hoe het verdergaat met wonen" in tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], sleutel))


def test_wat_een_woonplek_had_voorkomen_gaat_mee_naar_het_besluit_om_te_stoppen(voorbeeldplek, sam):
    geleerd = {Toegewezen.waarom_geplaatst: "Thuis was het niet veilig.", Toegewezen.wat_had_voorkomen: "Eerder hulp."}
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], veld): Bekend(wat) for veld, wat in geleerd.items()})
    einde, _vast = wijzig(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, einddatum=date(2026, 12, 20),
                           reden_wijziging=Redenwijziging.DOOR_AANBIEDER)  # fmt: skip
    nieuw = Toegewezen(voorbeeldplek.dossier(sam[0]).kind, einde)
    assert (waarde(nieuw.waarom_geplaatst), waarde(nieuw.wat_had_voorkomen)) == tuple(geleerd.values())


# --- berichten


def test_een_einde_met_een_ander_begin_telt_toch(voorbeeldplek, sam, lees):
    lees(berichten.start(300201, begin="2026-12-10"))
    lees(berichten.stop(300201, begin="2026-12-08", einde="2027-03-01", dag="2027-03-01"))
    item = Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1])
    assert waarde(item.gestopt_op) == date(2027, 3, 1)


def test_een_einde_van_voor_een_nieuw_begin_telt_niet(voorbeeldplek, sam, lees):
    lees(berichten.start(300201, begin="2026-12-10"))
    lees(berichten.stop(300201, begin="2026-12-10", einde="2027-03-01", dag="2027-03-01"))
    lees(berichten.start(300201, begin="2027-04-01", dag="2027-04-02", nummer="9"))
    assert waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).gestopt_op) is None


def test_lezen_twee_collegas_hetzelfde_bericht_dan_is_het_een_bericht(laptops, tmp_path):
    robin, kim, _mo = laptops
    voorbeelden.laad(robin)
    dossier = next(r.id for r in dossiers.overzicht(robin) if "Sam" in r.naam)
    breng(robin, dossier, kim, tmp_path)
    gemeente_en_team.bewaar(kim, instellingen.profiel(robin))
    for plek, dag in ((robin, date(2026, 11, 24)), (kim, date(2026, 11, 25))):
        op_dag(plek, dag)
        lees_in(plek, berichten.verzoek_nieuw(dag="2026-11-20"), tmp_path)
        lees_in(plek, berichten.start(300201, nummer="5", begin="2026-11-20"), tmp_path)
    op_dag(robin, date(2026, 11, 25))
    breng(kim, dossier, robin, tmp_path)
    [verzoek] = robin.dossier(dossier).alle(Verzoek)
    assert len([s for s in stukken(robin.dossier(dossier).alle(Post)) if s.soort is Berichtsoort.START]) == 1
    assert {waarde(post.op) for post in robin.dossier(dossier).alle(Post)} == {date(2026, 11, 24)}
    nieuw = verzoeken.begin_toewijzing(robin, dossier, verzoek.sleutel, 0)
    _stel_vast(robin, dossier, nieuw)
    assert "verzoek" not in codes(robin, dossier)


def test_het_antwoord_op_een_verzoek_is_het_bericht_en_niet_het_besluit(voorbeeldplek, sam, tmp_path):
    lees_in(voorbeeldplek, berichten.verzoek_nieuw(dag="2026-11-17"), tmp_path)
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    nieuw = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    _stel_vast(voorbeeldplek, sam[0], nieuw)
    bericht = min((t.punt for t in mijn_werk(voorbeeldplek) if t.punt.code == "bericht"), key=lambda p: p.dag)
    assert bericht.dag == date(2026, 11, 24), "vijf werkdagen na het verzoek, niet na het besluit"
    assert "OP274" in str(bericht.bron)
    assert "beantwoord" not in codes(voorbeeldplek, sam[0])
    overhandigen.bericht_xml(voorbeeldplek, sam[0], nieuw)
    assert "beantwoord" in codes(voorbeeldplek, sam[0])
    assert "bericht" not in codes(voorbeeldplek, sam[0])


def test_een_afgekeurd_antwoord_is_hersteld_met_de_toewijzing(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_nieuw(dag="2026-11-20"))
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    in_onderzoek = {(verzoek.sleutel, Verzoek.antwoord): Bekend(Verzoekantwoord.IN_ONDERZOEK)}
    schrijven.leg_vast(voorbeeldplek, sam[0], in_onderzoek)
    verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)
    ons = stukken(voorbeeldplek.dossier(sam[0]).alle(Post))[-1]
    lees(berichten.retour(ons.identificatie, ["0001"], aanbieder=ons.partij))
    assert "afgekeurd" in codes(voorbeeldplek, sam[0])
    nieuw = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    _stel_vast(voorbeeldplek, sam[0], nieuw)
    overhandigen.bericht_xml(voorbeeldplek, sam[0], nieuw)
    assert "afgekeurd" not in codes(voorbeeldplek, sam[0])


# --- brieven, terugkijken en toestemming


@pytest.mark.parametrize(
    ("soort", "code", "delen"),
    [(Briefsoort.RECHTER, "rechter", {Aanmelding.rechter_bericht_op: date(2026, 12, 10)})],
)
def test_een_begonnen_brief_is_nog_geen_brief(voorbeeldplek, sam, soort, code, delen):
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Aanmelding.soort, v): Bekend(w) for v, w in delen.items()})
    assert code in codes(voorbeeldplek, sam[0])
    sleutel = brieven.begin(voorbeeldplek, sam[0], soort)
    assert code in codes(voorbeeldplek, sam[0]), "alleen begonnen"
    brieven.pdf(voorbeeldplek, sam[0], sleutel)
    assert code not in codes(voorbeeldplek, sam[0])
    assert waarde(Brief(voorbeeldplek.dossier(sam[0]).kind, sleutel).gemaakt_op) == voorbeeldplek.vandaag


def test_ook_zonder_hulp_staat_de_dag_om_terug_te_kijken_in_mijn_werk(voorbeeldplek, sam):
    sleutel = toewijzen.begin_zonder_hulp(voorbeeldplek, sam[0], Besluitsoort.GEEN_HULP)
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, motivering="Zo kan het.", wat_wel="School helpt.", gezin_eens=True,
        evaluatiedatum=date(2027, 2, 1),
    )  # fmt: skip
    vast = _stel_vast(voorbeeldplek, sam[0], sleutel)
    assert ("evaluatie", vast.besluitnummer) in punten(voorbeeldplek, sam[0])
    op_dag(voorbeeldplek, date(2027, 2, 2))
    schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, {
        Evaluatie.toewijzing: sleutel, Evaluatie.datum: date(2027, 2, 2), Evaluatie.wat_veranderde: "Het gaat goed.",
    })  # fmt: skip
    assert ("evaluatie", vast.besluitnummer) not in punten(voorbeeldplek, sam[0])


@pytest.mark.parametrize("intrekken", [False, True])
def test_de_verwijsbrief_noemt_alleen_wie_nu_ja_zegt(voorbeeldplek, sam, intrekken):
    hulp = next(
        t for t in voorbeeldplek.dossier(sam[0]).alle(Toestemmingen) if waarde(t.inhoud).waarvoor is Waarvoor.HULP
    )
    if intrekken:
        schrijven.leg_deel_vast(
            voorbeeldplek, sam[0], hulp.sleutel, Toestemmingen.inhoud, ingetrokken_op=date(2026, 11, 20),
            ingetrokken_door="Karim Voorbeeld",
        )  # fmt: skip
    else:
        nee = Toestemming(
            waarvoor=Waarvoor.HULP, door="Karim Voorbeeld", gegeven=Antwoord.NEE, datum=date(2026, 11, 20)
        )
        schrijven.voeg_toe(voorbeeldplek, sam[0], Toestemmingen, {Toestemmingen.inhoud: nee})
    sleutel = brieven.begin(voorbeeldplek, sam[0], Briefsoort.VERWIJZING)
    regels = waarde(Brief(voorbeeldplek.dossier(sam[0]).kind, sleutel).tekst).splitlines()
    [regel] = [r for r in regels if r.startswith("Toestemming voor hulp")]
    assert "Noor" in regel
    assert "Karim" not in regel
    assert ("ingetrokken", "Karim Voorbeeld") in punten(voorbeeldplek, sam[0]) or not lopend.lopend(
        voorbeeldplek.dossier(sam[0])
    )


# --- wat nog niet beantwoord is, en van wie de vraag kwam


def test_een_besluit_op_een_verzoek_van_een_aanbieder_beantwoordt_het_gezin_niet(voorbeeldplek, sam, lees):
    """De acht weken voor de aanvraag van het gezin lopen door."""
    op_dag(voorbeeldplek, date(2027, 8, 23))
    schrijven.leg_vast(voorbeeldplek, sam[0], {(Aanmelding.soort, Aanmelding.aanvraagdatum): Bekend(date(2027, 8, 20))})
    assert "besluit" in codes(voorbeeldplek, sam[0])
    lees(berichten.verzoek_nieuw(dag="2027-08-24"))
    verzoek = voorbeeldplek.dossier(sam[0]).alle(Verzoek)[-1]
    nieuw = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    _stel_vast(voorbeeldplek, sam[0], nieuw)
    assert "besluit" in codes(voorbeeldplek, sam[0])
    brief = " ".join(tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], nieuw)).split())
    assert "Wij kregen de vraag op: 24 augustus 2027" in brief
    assert "U vroeg ons om hulp" not in brief


def test_bij_stoppen_staat_de_dag_waarop_de_hulp_echt_begon(voorbeeldplek, sam, lees):
    lees(berichten.start(300201, begin="2027-03-01"))
    einde, _vast = wijzig(voorbeeldplek, *sam, Besluitsoort.BEEINDIGEN, einddatum=date(2027, 4, 20),
                          reden_wijziging=Redenwijziging.DOOR_AANBIEDER)  # fmt: skip
    brief = " ".join(tekst_van(overhandigen.besluit_pdf(voorbeeldplek, sam[0], einde)).split())
    assert "Begon op 1 maart 2027" in brief


def test_woorden_uit_een_deel_dat_niet_geldt_gaan_niet_mee_in_het_bestand(voorbeeldplek, sam):
    """Eerst een pgb en een weigering ingevuld, daarna iets anders gekozen."""
    nieuw = tweede(voorbeeldplek, sam[0], levering=Levering.PGB, pgb_bekwaam="GEHEIM1", niet_toegekend="x",
                   waarom_niet="GEHEIM2", zienswijze="GEHEIM3")  # fmt: skip
    toewijzen.wijzig(voorbeeldplek, sam[0], nieuw, levering=Levering.NATURA, niet_toegekend="")
    vast = _stel_vast(voorbeeldplek, sam[0], nieuw)
    assert "GEHEIM" not in vast.model_dump_json()
    pdf = PdfReader(io.BytesIO(overhandigen.besluit_pdf(voorbeeldplek, sam[0], nieuw)))
    assert "GEHEIM" not in pdf.attachments["besluit.json"][0].decode()


def test_een_afgeschermde_terugblik_komt_niet_in_de_brief(voorbeeldplek, sam):
    delen = {Evaluatie.toewijzing: sam[1], Evaluatie.datum: date(2026, 12, 20), Evaluatie.vervolg: Vervolg.LANGER,
             Evaluatie.wat_veranderde: "GEHEIM over Karim"}  # fmt: skip
    terugblik = schrijven.voeg_toe(voorbeeldplek, sam[0], Evaluatie, delen)
    op_dag(voorbeeldplek, date(2026, 12, 21))
    open_ = toewijzen.begin_vervolg(voorbeeldplek, *sam)
    assert "GEHEIM" in toewijzen.lees(voorbeeldplek, sam[0], open_).inhoud.motivering
    schrijven.verwijder(voorbeeldplek, sam[0], Toegewezen, open_)
    karim = next(p.sleutel for p in voorbeeldplek.dossier(sam[0]).alle(Persoon) if waarde(p.voornamen) == "Karim")
    dicht = {(f"{Afscherming.soort}:{terugblik}", Afscherming.niet_voor): Bekend((karim,))}
    schrijven.leg_vast(voorbeeldplek, sam[0], dicht)
    nieuw = toewijzen.begin_vervolg(voorbeeldplek, *sam)
    assert "GEHEIM" not in toewijzen.lees(voorbeeldplek, sam[0], nieuw).inhoud.motivering


# --- geld en verbeteren


def test_telt_het_tarief_in_iets_anders_dan_rekent_het_tarief_uit_het_contract(voorbeeldplek, sam):
    nieuw = tweede(voorbeeldplek, sam[0], volume=2, eenheid=Eenheid.DAGDEEL, eigen_tarief=31_000)
    inhoud = toewijzen.lees(voorbeeldplek, sam[0], nieuw).inhoud
    per_uur = inhoud.model_copy(update={"tarief": 9_000, "tarief_per": Eenheid.UUR})
    assert per_uur.vraagt_eigen_tarief
    assert per_uur.maximumkosten == Geld(31_000 * per_uur.maximum.totaal)
    assert per_uur.model_copy(update={"eigen_tarief": None}).maximumkosten is None
    in_uren = per_uur.model_copy(update={"eenheid": Eenheid.UUR})
    assert not in_uren.vraagt_eigen_tarief
    assert in_uren.maximumkosten == Geld(9_000 * in_uren.maximum.totaal), "het tarief van het boek gaat voor"


def test_na_afloop_kan_een_fout_in_de_woorden_nog_verbeterd_worden(voorbeeldplek, sam):
    """Een verbetering is een nieuw besluit dat het oude noemt, ook als de hulp al voorbij is."""
    einde = lopend.van(voorbeeldplek.dossier(sam[0]), sam[1]).inhoud.einddatum
    op_dag(voorbeeldplek, einde + timedelta(days=20))
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.gestart_op): Bekend(date(2026, 12, 8))})
    nieuw = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], nieuw, reden_wijziging=Redenwijziging.CORRECTIE,
                     wat_was_fout="Er stond een verkeerde uitleg.", motivering="De goede uitleg.")  # fmt: skip
    assert "nieuw-nummer-later" not in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], nieuw).bevindingen}
    vast = _stel_vast(voorbeeldplek, sam[0], nieuw)
    assert vast.inhoud.einddatum == einde
    assert len(lopend.lopend(voorbeeldplek.dossier(sam[0]))) == 1


def test_wie_een_wijziging_met_een_nieuw_nummer_weghaalt_leest_dat_de_oude_hulp_gestopt_blijft(voorbeeldplek, sam):
    nieuw, _vast = wijzig(
        voorbeeldplek, *sam, volume=2, frequentie=Frequentie.PER_WEEK, ingangsdatum=date(2027, 2, 1), over_voor_oud=4,
        reden_wijziging=Redenwijziging.VERKORTING,
    )  # fmt: skip
    weg = toewijzen.begin_wijziging(voorbeeldplek, sam[0], nieuw, Besluitsoort.BEEINDIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], weg, reden_wijziging=Redenwijziging.VERWIJDERD, einddatum=date(2027, 2, 1),
                     motivering="Toch niet.")  # fmt: skip
    assert "oude-hulp-blijft-gestopt" in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], weg).bevindingen}
    schrijven.verwijder(voorbeeldplek, sam[0], Toegewezen, weg)
    eerste = tweede(voorbeeldplek, sam[0])
    _stel_vast(voorbeeldplek, sam[0], eerste)
    weg = toewijzen.begin_wijziging(voorbeeldplek, sam[0], eerste, Besluitsoort.BEEINDIGEN)
    toewijzen.wijzig(voorbeeldplek, sam[0], weg, reden_wijziging=Redenwijziging.VERWIJDERD, einddatum=date(2027, 7, 1),
                     motivering="Toch niet.")  # fmt: skip
    assert "oude-hulp-blijft-gestopt" not in {b.code for b in toewijzen.lees(voorbeeldplek, sam[0], weg).bevindingen}
