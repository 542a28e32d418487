"""Van bericht naar dossier en terug: start en stop, verzoeken met hun antwoord, en wat er werd afgekeurd."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlcipher3
from lxml import etree

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.evaluatie import Einde
from jeugdteam_app.dossier.post import Afwijsreden, Berichtsoort, Post, Verzoek, Verzoekantwoord
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.kern.omvang import Frequentie
from jeugdteam_app.opslag import journaal
from jeugdteam_app.regels.agenda import agenda
from jeugdteam_app.regels.punt import Plaatselijk
from jeugdteam_app.regels.termijnen import na_werkdagen
from jeugdteam_app.werk import berichtenlijst, dossiers, overhandigen, postvak, schrijven, toewijzen, verzoeken
from tests.conftest import MOMENT
from tests.uitwisseling import berichten
from tests.uitwisseling.schema import schema_als_het_er_is
from tests.werk.test_toewijzen_en_overhandigen import JW, _stel_vast


def punten(plek, dossier, *codes):
    return [(p.code, p.dag) for p in agenda(plek.dossier(dossier), plek.vandaag, Plaatselijk()) if p.code in codes]


def test_start_en_stop_komen_bij_de_toewijzing(voorbeeldplek, sam, lees):
    lees(berichten.start(300201, nummer="1"))
    item = Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1])
    assert waarde(item.gestart_op) == date(2026, 12, 10)
    lees(berichten.stop(300201, reden="34", nummer="2"))
    item = Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1])
    assert (waarde(item.gestopt_op), waarde(item.einde)) == (date(2027, 3, 1), Einde.SAMEN_EERDER)
    lees(berichten.stop(300201, reden="34", status="3", nummer="3"))
    assert waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).gestopt_op) is None


def test_een_tijdelijke_stop_is_geen_einde_en_een_andere_reden_blijft_onbekend(voorbeeldplek, sam, lees):
    lees(berichten.stop(300201, reden="20", nummer="1"))
    assert waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).gestopt_op) is None
    lees(berichten.stop(300201, reden="38", nummer="2"))
    item = Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1])
    assert (waarde(item.gestopt_op), waarde(item.einde)) == (date(2027, 3, 1), None)


def test_twee_keer_inlezen_verandert_niets_en_een_onbekend_kind_krijgt_een_zin(voorbeeldplek, sam, lees, tmp_path):
    lees(berichten.start(300201))
    voor = journaal.volgende_teller(voorbeeldplek.kluis)
    (pad := tmp_path / "nog.xml").write_bytes(berichten.start(300201))
    with pytest.raises(InvoerFout, match="bericht-al-ingelezen"):
        postvak.bekijk(voorbeeldplek, pad)
    pad.write_bytes(berichten.start(300201, bsn="999999990"))
    with pytest.raises(InvoerFout, match="bericht-zonder-dossier"):
        postvak.bekijk(voorbeeldplek, pad)
    assert journaal.volgende_teller(voorbeeldplek.kluis) == voor


def test_een_nummer_dat_hier_niet_staat_wordt_genoemd_en_overgeslagen(voorbeeldplek, sam, lees):
    gelezen = lees(berichten.start(999))
    assert gelezen.onbekend == (999,)
    assert waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).gestart_op) is None


def test_een_verzoek_om_te_verlengen_wordt_een_wijziging_met_het_kenmerk_van_de_aanbieder(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_wijziging(300201))
    # 20 november 2026 is een vrijdag.
    assert punten(voorbeeldplek, sam[0], "verzoek") == [("verzoek", date(2026, 11, 27))]
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    sleutel = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    inhoud = toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud
    assert (inhoud.einddatum, inhoud.volume) == (date(2027, 9, 30), 20)
    assert inhoud.reden_wijziging is Redenwijziging.DOOR_AANBIEDER
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    assert not punten(voorbeeldplek, sam[0], "verzoek")
    xml = etree.fromstring(overhandigen.bericht_xml(voorbeeldplek, sam[0], sleutel))
    [regel] = xml.findall(".//j:ToegewezenProduct", JW)
    gevonden = {
        n: regel.findtext(f"j:{n}", namespaces=JW)
        for n in ("ToewijzingNummer", "ReferentieAanbieder", "RedenWijziging")
    }
    assert gevonden == {"ToewijzingNummer": "300201", "ReferentieAanbieder": "CD-34", "RedenWijziging": "12"}
    if (schema := schema_als_het_er_is()) is not None:
        assert schema.validate(xml), schema.error_log


def test_een_verzoek_over_twee_producten_is_pas_beantwoord_na_het_tweede_besluit(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_wijziging(300201, ook_nieuw=True))
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    assert lopend.nog_te_beslissen(voorbeeldplek.dossier(sam[0]), verzoek) == (0, 1)
    for plaats, wachtend in ((0, 1), (1, 0)):
        _stel_vast(voorbeeldplek, sam[0], verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, plaats))
        assert len(punten(voorbeeldplek, sam[0], "verzoek")) == wachtend
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    assert waarde(verzoek.antwoord) is Verzoekantwoord.TOEGEWEZEN


def test_een_verzoek_om_iets_nieuws_wordt_een_ontwerp(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_nieuw())
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    inhoud = toewijzen.lees(
        voorbeeldplek, sam[0], verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    ).inhoud
    assert (inhoud.productcode, inhoud.aanbieder_agb, inhoud.volume) == ("54001", berichten.AANBIEDER, 20)
    assert inhoud.productnaam == "Basis-ggz"
    assert inhoud.verzoek == verzoek.sleutel


def test_wordt_een_antwoord_niet_vast_dan_is_er_ook_geen_bestand(voorbeeldplek, sam, lees, tmp_path, monkeypatch):
    """Anders krijgt een volgend antwoord dezelfde identificatie (TR056)."""
    lees(berichten.verzoek_nieuw())
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    kies = {(verzoek.sleutel, Verzoek.antwoord): Bekend(Verzoekantwoord.IN_ONDERZOEK)}
    schrijven.leg_vast(voorbeeldplek, sam[0], kies)
    echt, posten = voorbeeldplek.kluis._doe, len(voorbeeldplek.dossier(sam[0]).alle(Post))

    def vol(sql):
        if sql == "COMMIT":
            raise sqlcipher3.OperationalError("database or disk is full")
        return echt(sql)

    monkeypatch.setattr(voorbeeldplek.kluis, "_doe", vol)
    with pytest.raises(WereldFout, match="opslaan-mislukt"):
        verzoeken.zet_antwoord_klaar(voorbeeldplek, sam[0], verzoek.sleutel, pad := tmp_path / "jw319.xml")
    monkeypatch.undo()
    assert not pad.exists()
    assert len(voorbeeldplek.dossier(sam[0]).alle(Post)) == posten


def test_onderzoeken_en_dan_afwijzen_met_een_jw319(voorbeeldplek, sam, lees, tmp_path):
    lees(berichten.verzoek_nieuw())
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    with pytest.raises(InvoerFout, match="verzoek-zonder-antwoord"):
        verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)

    def kies(veld, wat):
        schrijven.leg_vast(voorbeeldplek, sam[0], {(verzoek.sleutel, veld): Bekend(wat)})

    def antwoord():
        wortel = etree.fromstring(verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel))
        if (schema := schema_als_het_er_is("JW319")) is not None:
            assert schema.validate(wortel), schema.error_log
        return [(etree.QName(e).localname, e.text) for e in wortel.iter() if len(e) == 0][9:]

    kies(Verzoek.antwoord, Verzoekantwoord.IN_ONDERZOEK)
    # Gekozen is nog niet geantwoord.
    assert [c for c, _dag in punten(voorbeeldplek, sam[0], "verzoek", "onderzoek")] == ["verzoek"]
    assert antwoord() == [("ReferentieAanbieder", "AB-12"), ("VerzoekAntwoord", "2")]
    assert punten(voorbeeldplek, sam[0], "verzoek", "onderzoek") == [("onderzoek", date(2027, 1, 15))]
    kies(Verzoek.antwoord, Verzoekantwoord.AFGEWEZEN)
    with pytest.raises(InvoerFout, match="verzoek-zonder-reden"):
        verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)
    kies(Verzoek.afwijsreden, Afwijsreden.WOONPLAATSBEGINSEL)
    assert punten(voorbeeldplek, sam[0], "verzoek", "onderzoek") == [("onderzoek", date(2027, 1, 15))]
    for gemeente, code in (
        ("", "verzoek-zonder-gemeente"), (berichten.GEMEENTE, "verzoek-zonder-gemeente"), ("9999", "gemeentecode-onbekend"),
    ):  # fmt: skip
        kies(Verzoek.gemeente, gemeente)
        with pytest.raises(InvoerFout, match=code):
            verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)
    kies(Verzoek.gemeente, "0384")
    assert antwoord()[2:] == [("RedenAfwijzingVerzoek", "8"), ("Gemeente", "0384")]
    for weer in (Verzoekantwoord.AFGEWEZEN, Verzoekantwoord.IN_ONDERZOEK):
        kies(Verzoek.antwoord, weer)
        with pytest.raises(InvoerFout, match="verzoek-al-beantwoord"):
            verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)
    # Keurt de aanbieder het antwoord af (JW320), dan mag het opnieuw.
    laatste = [s for p in voorbeeldplek.dossier(sam[0]).alle(Post) if (s := waarde(p.inhoud)) and s.antwoord][-1]
    lees(berichten.retour(laatste.identificatie, ["0001"], soort="JW320"))
    kies(Verzoek.antwoord, Verzoekantwoord.AFGEWEZEN)
    assert antwoord()[2:] == [("RedenAfwijzingVerzoek", "8"), ("Gemeente", "0384")]
    assert not punten(voorbeeldplek, sam[0], "verzoek", "onderzoek")


def test_een_afgekeurd_bericht_staat_in_mijn_werk_tot_het_opnieuw_klaarstaat(voorbeeldplek, sam, lees, tmp_path):
    overhandigen.zet_bericht_klaar(voorbeeldplek, *sam, tmp_path / "uit.xml")
    [stuk] = [waarde(p.inhoud) for p in voorbeeldplek.dossier(sam[0]).alle(Post)]
    assert (stuk.soort, stuk.nummers) == (Berichtsoort.TOEWIJZING, (300201,))
    lees(berichten.retour(stuk.identificatie, ["9332"]))
    assert [c for c, _d in punten(voorbeeldplek, sam[0], "afgekeurd")] == ["afgekeurd"]
    overhandigen.zet_bericht_klaar(voorbeeldplek, *sam, tmp_path / "uit2.xml")
    assert not punten(voorbeeldplek, sam[0], "afgekeurd")


def test_een_retour_zonder_opmerking_vraagt_niets(voorbeeldplek, sam, lees, tmp_path):
    overhandigen.zet_bericht_klaar(voorbeeldplek, *sam, tmp_path / "uit.xml")
    [post] = voorbeeldplek.dossier(sam[0]).alle(Post)
    lees(berichten.retour(waarde(post.inhoud).identificatie, ["0200"]))
    assert not punten(voorbeeldplek, sam[0], "afgekeurd")


def test_lukt_het_bestand_niet_dan_staat_het_ook_niet_in_de_lijst(voorbeeldplek, sam, tmp_path):
    with pytest.raises(WereldFout, match="schrijven-mislukt"):
        overhandigen.zet_bericht_klaar(voorbeeldplek, *sam, tmp_path / "is er niet" / "uit.xml")
    assert not voorbeeldplek.dossier(sam[0]).alle(Post)


def test_een_andere_gemeente_of_een_andere_aanbieder_verandert_niets(voorbeeldplek, sam, tmp_path):
    (pad := tmp_path / "b.xml").write_bytes(berichten.start(300201).replace(b">0233<", b">0384<"))
    with pytest.raises(InvoerFout, match="bericht-andere-gemeente"):
        postvak.bekijk(voorbeeldplek, pad)
    pad.write_bytes(berichten.start(300201).replace(b">42420001<", b">99999999<"))
    gelezen = postvak.bekijk(voorbeeldplek, pad)
    assert gelezen.onbekend == (300201,)
    postvak.neem_op(voorbeeldplek, gelezen)
    assert waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).gestart_op) is None


def test_wat_ging_of_kwam_is_niet_ongedaan_te_maken(voorbeeldplek, sam, lees, tmp_path):
    lees(berichten.start(300201))
    with pytest.raises(InvoerFout, match="ongedaan-vastgesteld"):
        schrijven.maak_ongedaan(voorbeeldplek, sam[0])
    assert waarde(Toegewezen(voorbeeldplek.dossier(sam[0]).kind, sam[1]).gestart_op) == date(2026, 12, 10)


def test_verlengen_op_verzoek_houdt_het_begin_ook_als_de_gewenste_dag_later_is(voorbeeldplek, sam, lees):
    later = berichten.verzoek_wijziging(300201).replace(
        b"GewensteIngangsdatum>2026-12-08", b"GewensteIngangsdatum>2027-06-09"
    )
    lees(later)
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    sleutel = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    inhoud = toewijzen.lees(voorbeeldplek, sam[0], sleutel).inhoud
    assert (inhoud.ingangsdatum, inhoud.einddatum) == (date(2026, 12, 8), date(2027, 9, 30))


def test_na_een_afwijzing_is_er_niets_meer_toe_te_wijzen(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_nieuw())
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    gezegd = {(verzoek.sleutel, Verzoek.antwoord): Bekend(Verzoekantwoord.AFGEWEZEN),
              (verzoek.sleutel, Verzoek.afwijsreden): Bekend(Afwijsreden.BUDGET)}  # fmt: skip
    schrijven.leg_vast(voorbeeldplek, sam[0], gezegd)
    verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)
    with pytest.raises(InvoerFout, match="verzoek-al-afgewezen"):
        verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)


def test_een_verzoek_voor_een_kind_dat_hier_nog_niet_bekend_is_begint_een_dossier(voorbeeldplek, sam, lees, tmp_path):
    gelezen = lees(berichten.verzoek_nieuw(bsn="999999990"))
    assert gelezen.dossier == ""
    nieuw = next(r for r in dossiers.overzicht(voorbeeldplek) if r.geboren == date(2015, 5, 17) and r.id != sam[0])
    assert nieuw.gezinsnaam == "Voorbeeld"
    assert punten(voorbeeldplek, nieuw.id, "verzoek") == [("verzoek", date(2026, 11, 27))]
    (pad := tmp_path / "bericht.xml").write_bytes(berichten.verzoek_nieuw(bsn="999999990"))
    with pytest.raises(InvoerFout, match="bericht-al-ingelezen"):
        postvak.bekijk(voorbeeldplek, pad)


def test_is_een_bericht_niet_veilig_dan_gaat_ook_het_antwoord_niet(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_nieuw())
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    antwoord = {(verzoek.sleutel, Verzoek.antwoord): Bekend(Verzoekantwoord.IN_ONDERZOEK)}
    schrijven.leg_vast(voorbeeldplek, sam[0], antwoord | {(sam[1], Toegewezen.geen_bericht): Bekend(True)})
    with pytest.raises(InvoerFout, match="antwoord-onveilig"):
        verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)


def test_weet_de_aanbieder_wie_gezag_heeft_dan_hoeft_dat_niet_in_het_bericht(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_nieuw())
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    sleutel = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    for persoon in voorbeeldplek.dossier(sam[0]).gezagsdragers():
        schrijven.verwijder(voorbeeldplek, sam[0], type(persoon), persoon.sleutel)
    zonder = {g.code for g in overhandigen.bericht(voorbeeldplek, sam[0], sleutel).gebreken}
    assert "gezagsdrager" not in zonder


def test_wat_pas_is_beantwoord_staat_er_twee_weken_bij(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_nieuw())
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    nieuw = verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0)
    _stel_vast(voorbeeldplek, sam[0], nieuw)
    overhandigen.bericht_xml(voorbeeldplek, sam[0], nieuw)
    assert punten(voorbeeldplek, sam[0], "beantwoord") == [("beantwoord", voorbeeldplek.vandaag)]
    later = voorbeeldplek.vandaag + timedelta(days=15)
    assert "beantwoord" not in {p.code for p in agenda(voorbeeldplek.dossier(sam[0]), later, Plaatselijk())}


def test_de_lijst_over_alle_gezinnen_zegt_hoe_het_met_elk_bericht_staat(voorbeeldplek, sam, lees):
    stand = berichtenlijst.Berichtstand
    assert berichtenlijst.berichten(voorbeeldplek) == ()
    overhandigen.bericht_xml(voorbeeldplek, *sam)
    [regel] = berichtenlijst.berichten(voorbeeldplek)
    assert (regel.naam, regel.stand, regel.stuk.soort) == ("Sam", stand.GEEN_RETOUR, Berichtsoort.TOEWIJZING)
    lees(berichten.retour(regel.stuk.identificatie, ["0001"], nummer="8"))
    assert [r.stand for r in berichtenlijst.berichten(voorbeeldplek)] == [stand.AFGEKEURD]
    overhandigen.bericht_xml(voorbeeldplek, *sam)
    assert {r.stand for r in berichtenlijst.berichten(voorbeeldplek)} == {stand.HERSTELD, stand.GEEN_RETOUR}
    laatste = next(r for r in berichtenlijst.berichten(voorbeeldplek) if r.stand is stand.GEEN_RETOUR)
    lees(berichten.retour(laatste.stuk.identificatie, ["0200"], nummer="9"))
    lees(berichten.verzoek_nieuw())
    assert sorted(r.stand for r in berichtenlijst.berichten(voorbeeldplek)) == [
        stand.GEKOMEN,
        stand.GOED,
        stand.HERSTELD,
    ]


def test_de_lijst_van_berichten_als_bestand_zegt_wat_ging_en_wat_terugkwam_zonder_namen(
    voorbeeldplek, sam, lees, tmp_path
):
    overhandigen.bericht_xml(voorbeeldplek, *sam)
    [regel] = berichtenlijst.berichten(voorbeeldplek)
    lees(berichten.retour(regel.stuk.identificatie, ["0001"], nummer="8"))
    overhandigen.bericht_xml(voorbeeldplek, *sam)
    berichtenlijst.schrijf_lijst(voorbeeldplek, pad := tmp_path / "berichten.csv")
    kop, *rijen = (rij.split(";") for rij in pad.read_text(encoding="utf-8-sig").splitlines())
    assert kop == ["dag", "bericht", "kenmerk", "aanbieder (AGB)", "toewijzingen", "stand", "antwoord van"]
    assert {(rij[1], rij[2], rij[5], bool(rij[6])) for rij in rijen} == {
        ("JW301", r.stuk.identificatie, berichtenlijst.STANDEN[r.stand], r.terug is not None)
        for r in berichtenlijst.berichten(voorbeeldplek)
    }
    assert {rij[5] for rij in rijen} == {
        "afgekeurd, en daarna opnieuw klaargezet", "klaargezet, nog geen antwoord terug"
    }  # fmt: skip
    assert "Sam" not in pad.read_text(encoding="utf-8-sig")


def test_een_deel_toegewezen_en_de_rest_niet(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_wijziging(300201, ook_nieuw=True))
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    with pytest.raises(InvoerFout, match="verzoek-nog-niets-toegewezen"):
        verzoeken.wijs_deel_niet_toe(voorbeeldplek, sam[0], verzoek.sleutel, 1)
    _stel_vast(voorbeeldplek, sam[0], verzoeken.begin_toewijzing(voorbeeldplek, sam[0], verzoek.sleutel, 0))
    afwijzen = {(verzoek.sleutel, Verzoek.antwoord): Bekend(Verzoekantwoord.AFGEWEZEN),
                (verzoek.sleutel, Verzoek.afwijsreden): Bekend(Afwijsreden.BUDGET)}  # fmt: skip
    voor = dossiers.overzicht(voorbeeldplek)
    schrijven.leg_vast(voorbeeldplek, sam[0], afwijzen)
    with pytest.raises(InvoerFout, match="verzoek-deels-toegewezen"):
        verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)
    verzoeken.wijs_deel_niet_toe(voorbeeldplek, sam[0], verzoek.sleutel, 1)
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    assert waarde(verzoek.antwoord) is Verzoekantwoord.TOEGEWEZEN
    assert waarde(verzoek.niet_toegewezen) == (1,)
    assert lopend.nog_te_beslissen(voorbeeldplek.dossier(sam[0]), verzoek) == ()
    assert punten(voorbeeldplek, sam[0], "verzoek", "onderzoek") == []
    assert len(dossiers.overzicht(voorbeeldplek)) == len(voor)


def test_gaat_het_onderzoek_over_de_woonplaats_dan_geldt_een_kortere_termijn(voorbeeldplek, sam, lees):
    lees(berichten.verzoek_nieuw())
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    feiten = {(verzoek.sleutel, Verzoek.antwoord): Bekend(Verzoekantwoord.IN_ONDERZOEK)}
    schrijven.leg_vast(voorbeeldplek, sam[0], feiten)
    verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)
    [(_code, lang)] = punten(voorbeeldplek, sam[0], "onderzoek")
    schrijven.leg_vast(voorbeeldplek, sam[0], {(verzoek.sleutel, Verzoek.om_woonplaats): Bekend(Antwoord.JA)})
    [(_code, kort)] = punten(voorbeeldplek, sam[0], "onderzoek")
    assert lang - kort == timedelta(weeks=6)


def test_zonder_retour_na_drie_werkdagen_staat_het_in_mijn_werk(voorbeeldplek, sam, lees, tmp_path):
    overhandigen.zet_bericht_klaar(voorbeeldplek, sam[0], sam[1], tmp_path / "b.xml")
    [(code, dag)] = punten(voorbeeldplek, sam[0], "geen-retour")
    assert (code, dag) == ("geen-retour", na_werkdagen(voorbeeldplek.vandaag, 3).dag)
    [eerste] = [
        s.identificatie for p in voorbeeldplek.dossier(sam[0]).alle(Post) if (s := waarde(p.inhoud)) and not s.over
    ]
    # Opnieuw gestuurd: dan wachten we op het antwoord op het nieuwe bericht.
    overhandigen.zet_bericht_klaar(voorbeeldplek, sam[0], sam[1], tmp_path / "c.xml")
    assert len(punten(voorbeeldplek, sam[0], "geen-retour")) == 1
    tweede = [
        s.identificatie for p in voorbeeldplek.dossier(sam[0]).alle(Post) if (s := waarde(p.inhoud)) and not s.over
    ][-1]
    assert tweede != eerste
    lees(berichten.retour(tweede, ["0200"]))
    assert punten(voorbeeldplek, sam[0], "geen-retour") == []


def test_is_een_bericht_bij_dit_kind_niet_veilig_dan_gaat_er_ook_naar_een_andere_aanbieder_geen(
    voorbeeldplek, sam, lees
):
    lees(berichten.verzoek_nieuw(aanbieder="42420002"))
    [verzoek] = voorbeeldplek.dossier(sam[0]).alle(Verzoek)
    schrijven.leg_vast(
        voorbeeldplek, sam[0], {(verzoek.sleutel, Verzoek.antwoord): Bekend(Verzoekantwoord.IN_ONDERZOEK)}
    )
    schrijven.leg_vast(voorbeeldplek, sam[0], {(sam[1], Toegewezen.geen_bericht): Bekend(True)})
    with pytest.raises(InvoerFout, match="antwoord-onveilig"):
        verzoeken.antwoord_xml(voorbeeldplek, sam[0], verzoek.sleutel)


def test_een_retour_van_een_andere_aanbieder_of_gemeente_hoort_niet_bij_ons_bericht(voorbeeldplek, sam, lees, tmp_path):
    overhandigen.zet_bericht_klaar(voorbeeldplek, *sam, tmp_path / "uit.xml")
    [stuk] = [waarde(p.inhoud) for p in voorbeeldplek.dossier(sam[0]).alle(Post)]
    for anders, code in (
        ({"aanbieder": "42420002"}, "bericht-zonder-dossier"),
        ({"gemeente": "0363"}, "bericht-andere-gemeente"),
    ):
        with pytest.raises(InvoerFout, match=code):
            lees(berichten.retour(stuk.identificatie, ["0200"], **anders))
    lees(berichten.retour(stuk.identificatie, ["0200"]))
    assert [r.stand for r in berichtenlijst.berichten(voorbeeldplek)] == [berichtenlijst.Berichtstand.GOED]


def test_wat_is_ingetrokken_draagt_de_dag_van_het_besluit_dat_het_introk(voorbeeldplek, sam):
    een = lopend.van(voorbeeldplek.dossier(sam[0]), sam[1])
    begin = een.inhoud.ingangsdatum
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=30))
    sleutel = toewijzen.begin_wijziging(voorbeeldplek, *sam, Besluitsoort.WIJZIGEN)
    toewijzen.wijzig(
        voorbeeldplek, sam[0], sleutel, volume=2, ingangsdatum=begin + timedelta(days=60), evaluatiedatum=begin + timedelta(days=70),
        reden_wijziging=Redenwijziging.DOOR_AANBIEDER,
        frequentie=Frequentie.PER_WEEK, over_voor_oud=5,
    )  # fmt: skip
    _stel_vast(voorbeeldplek, sam[0], sleutel)
    xml = etree.fromstring(overhandigen.bericht_xml(voorbeeldplek, sam[0], sleutel))
    dagen = {
        regel.findtext("j:ToewijzingNummer", namespaces=JW): regel.findtext("j:Toewijzingsdatum", namespaces=JW)
        for regel in xml.findall(".//j:ToegewezenProduct", JW)
    }
    assert len(dagen) == 2
    assert set(dagen.values()) == {str(voorbeeldplek.vandaag)}
