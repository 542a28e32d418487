"""Een oud bestand teruggezet, en toch komt er niets terug dat weg hoorde te zijn, en raakt er niets kwijt."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import Bekend, Conflict, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.opslag import reservekopie as opslag_kopie
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.hoofd import Zorg
from jeugdteam_app.opslag.indeling import BOS, DATABASE, SLOTEN
from jeugdteam_app.werk import (
    bewaren,
    dossiers,
    logboek,
    organisatie,
    overdragen,
    redden,
    reservekopie,
    samen,
    schrijven,
    wachtzin,
    waken,
)
from jeugdteam_app.werk.werkplek import DE_ORGANISATIE
from tests.conftest import MOMENT, WACHTZIN
from tests.werk.conftest import vernietig_op_verzoek
from tests.werk.test_overdragen import id_van
from tests.werk.test_samen import BEELD, VRAAG, beeld, begin, breng, leg, stuur


def zet_terug(map_, oud):
    """De hele map zoals zij eerder was."""
    shutil.rmtree(map_)
    shutil.copytree(oud, map_)


def heropen(map_, hoofden):
    plek = waken.open_met_wachtzin(map_, WACHTZIN, hoofden)
    if plek.zorg is Zorg.ZONDER_SPOOR:
        waken.ga_verder(plek, hoofden)
    plek.klok = VasteKlok(MOMENT + timedelta(days=1))
    return plek


@pytest.fixture
def hoofden(tmp_path):
    return tmp_path / "hoofden"


def test_een_oud_sleutelbestand_valt_op_en_de_stick_heeft_de_sleutel_nog(laptops, tmp_path, hoofden):
    robin = laptops[0]
    begin(robin)
    map_ = robin.kluis.map
    toen = (map_ / BOS).read_bytes()
    mila = begin(robin)
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(robin, stick)
    waken.onthoud(robin, hoofden)
    robin.sluit()
    (map_ / BOS).write_bytes(toen)
    robin = heropen(map_, hoofden)
    assert robin.zorg is Zorg.NIET_HEEL
    robin.sluit()
    gered = redden.red(map_, WACHTZIN, tmp_path / "gered", kopiemap=stick, met_herstel=False)
    assert gered.werkplek.dossier(mila).een(Jeugdige).volledige_naam
    gered.sluit()
    robin = heropen(map_, hoofden)
    waken.ga_verder(robin, hoofden)
    robin.sluit()
    robin = heropen(map_, hoofden)
    assert robin.zorg is None, "een mens weet ervan"
    robin.sluit()


def test_na_een_oud_bestand_verder_gaan_kan_er_weer_uitgewisseld_worden(laptops, tmp_path, hoofden):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    map_ = robin.kluis.map
    shutil.copytree(map_, tmp_path / "toen")
    leg(robin, dossier, VRAAG, "na de kopie gezegd")
    breng(robin, dossier, kim, tmp_path)
    waken.onthoud(robin, hoofden)
    robin.sluit()
    zet_terug(map_, tmp_path / "toen")
    robin = heropen(map_, hoofden)
    assert robin.zorg is Zorg.OUDER
    waken.ga_verder(robin, hoofden)
    leg(robin, dossier, BEELD, "iets heel anders")
    breng(robin, dossier, kim, tmp_path)
    breng(kim, dossier, robin, tmp_path)
    assert beeld(kim, dossier) == beeld(robin, dossier) == Bekend("iets heel anders")
    robin.sluit()


def test_wat_vernietigd_is_komt_niet_terug_met_een_oude_map_of_een_kopie_ernaast(laptops, tmp_path, hoofden):
    robin = laptops[0]
    dossier, blijft = begin(robin), begin(robin)
    (stick := tmp_path / "stick").mkdir()
    kopie = reservekopie.kies_plek(robin, stick)
    shutil.copytree(stick, tmp_path / "andere-stick")
    map_ = robin.kluis.map
    shutil.copytree(map_, tmp_path / "toen")
    vernietig_op_verzoek(robin, dossier)
    waken.onthoud(robin, hoofden)
    robin.sluit()
    # Een kopie die niet aangesloten was toen het dossier wegging.
    elders = kopie.pad.relative_to(stick)
    niet_bijgewerkt = reservekopie.vind((tmp_path / "andere-stick" / elders).parent)[0]
    terug = reservekopie.zet_terug(niet_bijgewerkt, WACHTZIN, map_.parent / "terug", hoofden=hoofden).werkplek
    assert {r.id for r in dossiers.overzicht(terug)} == {blijft}
    assert not terug.kluis.bos.kent(dossier)
    terug.sluit()
    zet_terug(map_, tmp_path / "toen")
    robin = heropen(map_, hoofden)
    assert robin.zorg is Zorg.OUDER
    waken.ga_verder(robin, hoofden)
    assert {r.id for r in dossiers.overzicht(robin)} == {blijft}
    assert not robin.kluis.bos.kent(dossier)
    robin.sluit()


def test_na_terugzetten_gaat_een_bundel_met_een_vernietigd_dossier_gewoon_door(laptops, tmp_path):
    robin, kim, _mo = laptops
    een, ander = begin(robin), begin(robin)
    for dossier in (een, ander):
        breng(robin, dossier, kim, tmp_path)
    (stick := tmp_path / "stick").mkdir()
    kopie = reservekopie.kies_plek(robin, stick)
    robin.klok = VasteKlok(MOMENT + timedelta(hours=1))
    vernietig_op_verzoek(robin, een)
    terug = reservekopie.zet_terug(kopie, WACHTZIN, tmp_path / "terug").werkplek
    leg(kim, ander, VRAAG, "van Kim")
    samen.verstuur(kim, [een, ander], [id_van(robin)], pad := tmp_path / "beide.bundel")
    proef = samen.bekijk(terug, pad)
    samen.neem_over(terug, proef)
    assert {r.id for r in dossiers.overzicht(terug)} == {ander}
    terug.sluit()


def test_een_samenvoeging_is_terug_te_draaien_als_een_van_de_dossiers_intussen_vernietigd_is(laptops, tmp_path):
    robin, kim, _mo = laptops
    een, ander = begin(robin), begin(robin)
    for dossier in (een, ander):
        breng(robin, dossier, kim, tmp_path)
        leg(kim, dossier, BEELD, "van Kim")
    samen.verstuur(kim, [een, ander], [id_van(robin)], pad := tmp_path / "beide.bundel")
    samen.neem_over(robin, samen.bekijk(robin, pad))
    vernietig_op_verzoek(robin, een)
    samen.maak_ongedaan(robin)
    assert beeld(robin, ander) == Bekend("eerste beeld")


def test_een_vernietigd_dossier_tussen_bekijken_en_samenvoegen_komt_niet_terug(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    leg(kim, dossier, BEELD, "van Kim")
    proef = samen.bekijk(robin, stuur(kim, dossier, robin, tmp_path))
    vernietig_op_verzoek(robin, dossier)
    with pytest.raises(InvoerFout, match="bundel-opnieuw-bekijken"):
        samen.neem_over(robin, proef)


def test_wie_een_ontwerp_weghaalt_terwijl_een_ander_het_vaststelt_houdt_het_besluit(voorbeeldplek, laptops, tmp_path):
    robin, kim, mo = laptops
    for plek in laptops:
        plek.klok = VasteKlok(MOMENT)
    bron = next(r.id for r in dossiers.overzicht(voorbeeldplek))
    from tests.werk.conftest import stel_voor

    stel_voor(voorbeeldplek, robin, tmp_path)
    samen.verstuur(voorbeeldplek, [bron], [id_van(robin)], pad := tmp_path / "bron.bundel")
    samen.neem_over(robin, samen.bekijk(robin, pad))
    from jeugdteam_app.werk import toewijzen

    ontwerp = toewijzen.begin(robin, bron)
    toewijzen.wijzig(robin, bron, ontwerp, aanbieder="Praktijk Voorbeeld (verzonnen)")
    breng(robin, bron, kim, tmp_path)
    inhoud = toewijzen.lees(kim, bron, ontwerp).inhoud
    assert inhoud.aanbieder
    schrijven.verwijder(robin, bron, Toegewezen, ontwerp)
    besloten = Bekend(
        toewijzen.lees(voorbeeldplek, bron, voorbeeldplek.dossier(bron).alle(Toegewezen)[0].sleutel).vastgesteld
    )
    schrijven.leg_vast(kim, bron, {(ontwerp, Toegewezen.vastgesteld): besloten})
    for van, naar in ((kim, robin), (robin, mo), (robin, kim), (mo, kim)):
        breng(van, bron, naar, tmp_path)
    for plek in laptops:
        assert ontwerp in {t.sleutel for t in plek.dossier(bron).alle(Toegewezen)}


def test_veiligheidsafspraken_komen_niet_vanzelf_samen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    veld = (Familiegroepsplan.soort, Familiegroepsplan.veilig_afspraken)
    leg(robin, dossier, veld, "Oma haalt Sam op vrijdag op uit school, en papa belt eerst naar mama.")
    breng(robin, dossier, kim, tmp_path)
    leg(robin, dossier, veld, "Oma haalt Sam niet meer op vrijdag op uit school, en papa belt eerst naar mama.")
    leg(kim, dossier, veld, "Oma haalt Sam op vrijdag op uit school, en papa belt eerst naar mama en niemand anders.")
    proef = breng(kim, dossier, robin, tmp_path)
    assert proef.goed_kijken
    assert isinstance(robin.dossier(dossier).een(Familiegroepsplan).veilig_afspraken, Conflict)


def test_een_oude_bladzijde_met_een_hergebruikt_nummer_is_geen_waarheid(laptops, tmp_path):
    """Na een teruggedraaide samenvoeging krijgt een nieuwe wijziging hetzelfde rijnummer."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    leg(robin, dossier, BEELD, "van Robin")
    breng(robin, dossier, kim, tmp_path)
    oud = kim.kluis.vraag("SELECT stroom, hoofd, inhoud FROM stand WHERE stroom = ?", dossier)[0]
    samen.maak_ongedaan(kim)
    leg(kim, dossier, BEELD, "van Kim zelf")
    with kim.kluis.transactie() as verbinding:
        verbinding.execute("INSERT OR REPLACE INTO stand VALUES (?, ?, ?)", oud)
    kim.vergeet_alles()
    assert beeld(kim, dossier) == Bekend("van Kim zelf")


def test_een_gesprek_telt_mee_voor_hoe_lang_een_dossier_blijft(laptops):
    robin = laptops[0]
    dossier = begin(robin)
    robin.klok = VasteKlok(MOMENT + timedelta(days=300))
    schrijven.voeg_toe(robin, dossier, Contact, {Contact.gezegd: "Een jaar later nog gebeld."})
    assert journaal.laatste_wijziging(robin.kluis, dossier) == robin.vandaag
    van = bewaren.termijn(robin, dossier)
    assert van.tot is None or van.tot > robin.vandaag


def test_een_overdracht_die_al_weg_is_maakt_niemand_ongedaan(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], id_van(kim), tmp_path / "over.bundel")
    with pytest.raises(InvoerFout):
        schrijven.maak_ongedaan(robin, dossier)
    assert overdragen.verantwoordelijk(robin, dossier).contact == id_van(kim)


@pytest.mark.parametrize("langs_mo", [False, True])
def test_later_werk_komt_in_het_bakje_ook_als_de_tweede_bundel_eerst_komt(laptops, tmp_path, langs_mo):
    robin, kim, mo = laptops
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], id_van(kim), pad := tmp_path / "over.bundel")
    leg(robin, dossier, VRAAG, "Er belde nog iemand.")
    if langs_mo:
        breng(robin, dossier, mo, tmp_path)
        breng(mo, dossier, kim, tmp_path)
    else:
        breng(robin, dossier, kim, tmp_path)
        samen.neem_over(kim, samen.bekijk(kim, pad))
    assert [n.veld for n in overdragen.nagekomen(kim, dossier)] == [VRAAG[1].id]


def test_een_slotenbestand_van_voor_een_andere_wachtzin_valt_op(laptops, hoofden):
    robin = laptops[0]
    begin(robin)
    map_ = robin.kluis.map
    waken.onthoud(robin, hoofden)
    toen = (map_ / SLOTEN).read_bytes()
    wachtzin.verander(robin, WACHTZIN, nieuwe := "heel ander lang gekozen woordenrij")
    waken.onthoud(robin, hoofden)
    robin.sluit()
    robin = waken.open_met_wachtzin(map_, nieuwe, hoofden)
    assert robin.zorg is None
    robin.sluit()
    (map_ / SLOTEN).write_bytes(toen)
    robin = heropen(map_, hoofden)
    assert robin.zorg is Zorg.OUDER
    waken.ga_verder(robin, hoofden)
    robin.sluit()
    robin = heropen(map_, hoofden)
    assert robin.zorg is None
    robin.sluit()


def test_een_bundel_zonder_nieuws_is_daarna_gelezen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    proef = samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path))
    assert not proef.nieuw
    samen.onthoud_gelezen(kim, proef)
    assert proef.bundel.kop.bundel in {o.bundel for o in opslag.ontvangsten(kim.kluis)}
    samen.maak_ongedaan(kim)
    assert dossiers.overzicht(kim) == [], "terugdraaien gaat over de bundel die wel iets bracht"


def test_een_map_die_op_een_andere_computer_verdergaat_is_daar_een_nieuw_apparaat(laptops, tmp_path, hoofden):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    waken.onthoud(robin, hoofden)
    map_, eerst = robin.kluis.map, journaal.apparaat(robin.kluis)
    robin.sluit()
    shutil.copytree(map_, tmp_path / "overgezet")
    robin = heropen(map_, hoofden)
    assert journaal.apparaat(robin.kluis) == eerst, "op dezelfde computer verandert er niets"
    ander = heropen(tmp_path / "overgezet", tmp_path / "hoofden-van-de-ander")
    assert journaal.apparaat(ander.kluis) != eerst
    leg(robin, dossier, BEELD, "hier verder")
    leg(ander, dossier, VRAAG, "daar verder")
    for plek in (robin, ander):
        breng(plek, dossier, kim, tmp_path)
    assert beeld(kim, dossier) == Bekend("hier verder")
    assert waarde(kim.dossier(dossier).een(Aanmelding).korte_vraag) == "daar verder"
    robin.sluit()
    ander.sluit()


def test_wat_een_teruggezette_werkplek_stuurt_is_niet_oud(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    (stick := tmp_path / "stick").mkdir()
    kopie = reservekopie.kies_plek(robin, stick)
    for _keer in range(3):
        breng(robin, dossier, kim, tmp_path)
    terug = reservekopie.zet_terug(kopie, WACHTZIN, tmp_path / "terug").werkplek
    leg(terug, dossier, BEELD, "na het terugzetten")
    proef = breng(terug, dossier, kim, tmp_path)
    assert not proef.ouder
    assert beeld(kim, dossier) == Bekend("na het terugzetten")
    terug.sluit()


def test_redden_brengt_niet_terug_wat_deze_computer_als_vernietigd_kent(laptops, tmp_path, hoofden):
    robin = laptops[0]
    dossier, blijft = begin(robin), begin(robin)
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(robin, stick)
    shutil.copytree(stick, tmp_path / "andere-stick")
    vernietig_op_verzoek(robin, dossier)
    waken.onthoud(robin, hoofden)
    map_ = robin.kluis.map
    robin.sluit()
    for stuk in (BOS, DATABASE):
        (map_ / stuk).write_bytes(b"stuk")
    elders = tmp_path / "andere-stick"
    gered = redden.red(
        map_, WACHTZIN, tmp_path / "gered", kopiemap=elders, met_herstel=False, hoofden=hoofden
    )  # fmt: skip
    assert {r.id for r in dossiers.overzicht(gered.werkplek)} == {blijft}
    gered.sluit()


def test_opent_de_organisatie_dan_staat_dat_er_en_wat_zij_bekijkt_op_haar_naam(laptops, tmp_path, hoofden):
    robin = laptops[0]
    dossier = begin(robin)
    organisatie.maak_paar(geheim := tmp_path / "geheim", openbaar := tmp_path / "openbaar")
    organisatie.zet_slot(robin, openbaar, WACHTZIN)
    map_ = robin.kluis.map
    robin.sluit()
    plek = waken.open_met_herstel(map_, geheim.read_text(), hoofden)
    assert toegangslog.regels(plek.kluis)[0].wat == "organisatieslot", (
        "eerst kiest een mens; tot dan verandert er niets"
    )
    waken.ga_verder(plek, hoofden)
    dossiers.open_(plek, dossier)
    assert [r.wat for r in toegangslog.regels(plek.kluis)][:3] == ["geopend", "doorgegaan", "organisatie_opende"]
    assert {b.wie for b in logboek.wie_keek(plek, dossier) if b.wat == "keek in dit dossier"} == {DE_ORGANISATIE}
    assert not {r.functie for r in toegangslog.regels(plek.kluis) if r.wie == DE_ORGANISATIE} - {"", None}
    plek.sluit()


def test_een_broer_van_een_vernietigd_gezin_krijgt_een_eerlijk_antwoord(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    vernietig_op_verzoek(kim, dossier)
    broer = dossiers.begin_broer_of_zus(robin, dossier)
    proef = samen.bekijk(kim, stuur(robin, broer, kim, tmp_path))
    assert (proef.vernietigd, proef.van_vernietigd_gezin, proef.nieuw) == (0, 1, ())


def test_na_verdergaan_op_twee_computers_heet_nieuw_werk_van_de_eerste_niet_oud(laptops, tmp_path, hoofden):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    shutil.copytree(robin.kluis.map, tmp_path / "overgezet")
    ander = heropen(tmp_path / "overgezet", hoofden)
    leg(ander, dossier, VRAAG, "op de tweede")
    breng(ander, dossier, kim, tmp_path)
    ander.sluit()
    leg(robin, dossier, BEELD, "op de eerste")
    assert not breng(robin, dossier, kim, tmp_path).ouder


def test_een_map_die_terugkomt_van_een_andere_computer_krijgt_weer_een_eigen_naam(laptops, tmp_path, hoofden):
    robin = laptops[0]
    begin(robin)
    waken.onthoud(robin, hoofden)
    map_ = robin.kluis.map
    robin.sluit()
    ander = heropen(shutil.copytree(map_, tmp_path / "elders" / map_.name), tmp_path / "hoofden-van-de-ander")
    naam = journaal.apparaat(ander.kluis)
    ander.sluit()
    zet_terug(map_, tmp_path / "elders" / map_.name)
    robin = heropen(map_, hoofden)
    assert robin.zorg is None
    assert journaal.apparaat(robin.kluis) != naam
    robin.sluit()


@pytest.mark.parametrize("langs", ["redden", "terugzetten"])
def test_wat_vernietigd_was_en_niet_in_de_kopie_stond_komt_ook_niet_uit_een_bundel(laptops, tmp_path, hoofden, langs):
    robin, kim, _mo = laptops
    begin(robin)
    (stick := tmp_path / "stick").mkdir()
    oud = reservekopie.kies_plek(robin, stick)
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    robin.klok = VasteKlok(MOMENT + timedelta(hours=2))
    vernietig_op_verzoek(robin, dossier)
    waken.onthoud(robin, hoofden)
    map_ = robin.kluis.map
    robin.sluit()
    if langs == "redden":
        (map_ / DATABASE).write_bytes(b"stuk")
        plek = redden.red(
            map_, WACHTZIN, tmp_path / "nieuw", kopiemap=stick, met_herstel=False, hoofden=hoofden
        ).werkplek  # fmt: skip
    else:
        plek = reservekopie.zet_terug(oud, WACHTZIN, tmp_path / "nieuw", hoofden=hoofden).werkplek
    assert samen.bekijk(plek, stuur(kim, dossier, plek, tmp_path)).nieuw == ()
    plek.sluit()


def test_redt_de_organisatie_dan_staat_dat_op_haar_naam(laptops, tmp_path):
    robin = laptops[0]
    begin(robin)
    organisatie.maak_paar(geheim := tmp_path / "geheim", openbaar := tmp_path / "openbaar")
    organisatie.zet_slot(robin, openbaar, WACHTZIN)
    map_ = robin.kluis.map
    robin.sluit()
    gered = redden.red(map_, geheim.read_text(), tmp_path / "nieuw", kopiemap=None, met_herstel=True)
    assert toegangslog.regels(gered.werkplek.kluis)[0].wie == DE_ORGANISATIE
    gered.sluit()


def test_is_weg_wat_deze_computer_onthield_dan_kijkt_eerst_een_mens(laptops, tmp_path, hoofden):
    """Wie een ouder bestand terugzet en het spoor weghaalt, komt er anders ongezien langs."""
    robin = laptops[0]
    begin(robin)
    map_ = robin.kluis.map
    waken.onthoud(robin, hoofden)
    robin.sluit()
    shutil.copytree(map_, tmp_path / "toen")
    robin = heropen(map_, hoofden)
    assert robin.zorg is None
    begin(robin)
    waken.onthoud(robin, hoofden)
    robin.sluit()
    zet_terug(map_, tmp_path / "toen")
    shutil.rmtree(hoofden)
    robin = waken.open_met_wachtzin(map_, WACHTZIN, hoofden)
    assert robin.zorg is Zorg.ZONDER_SPOOR
    naam = journaal.apparaat(robin.kluis)
    waken.ga_verder(robin, hoofden)
    assert journaal.apparaat(robin.kluis) != naam, "wat er na het oude bestand al verstuurd was, botst niet"
    robin.sluit()
    robin = waken.open_met_wachtzin(map_, WACHTZIN, hoofden)
    assert robin.zorg is None
    robin.sluit()


def test_ook_zonder_spoor_blijft_vernietigd_wat_dat_volgens_de_kopieen_was(laptops, tmp_path, hoofden):
    robin = laptops[0]
    dossier, blijft = begin(robin), begin(robin)
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(robin, stick)
    map_ = robin.kluis.map
    shutil.copytree(map_, tmp_path / "toen")
    vernietig_op_verzoek(robin, dossier)
    robin.sluit()
    zet_terug(map_, tmp_path / "toen")
    robin = heropen(map_, hoofden)
    assert {r.id for r in dossiers.overzicht(robin)} == {blijft}
    robin.klok = VasteKlok(MOMENT + timedelta(days=2))
    kopie = reservekopie.maak(robin)
    robin.sluit()
    terug = reservekopie.zet_terug(kopie, WACHTZIN, tmp_path / "terug").werkplek
    assert {r.id for r in dossiers.overzicht(terug)} == {blijft}
    terug.sluit()


def test_een_kopie_zet_geen_sleutel_terug_van_wat_daar_al_vernietigd_was(laptops, tmp_path, hoofden):
    """De stick was er niet toen iemand verderging met een oud bestand; daarna wel."""
    robin = laptops[0]
    dossier, _blijft = begin(robin), begin(robin)
    (stick := tmp_path / "stick").mkdir()
    kopie = reservekopie.kies_plek(robin, stick)
    map_ = robin.kluis.map
    shutil.copytree(map_, tmp_path / "toen")
    vernietig_op_verzoek(robin, dossier)
    robin.sluit()
    zet_terug(map_, tmp_path / "toen")
    stick.rename(tmp_path / "elders")
    robin = heropen(map_, hoofden)
    (tmp_path / "elders").rename(stick)
    reservekopie.maak(robin)
    sleutels = opslag_kopie._sleutels_in(kopie.pad.parent, robin.kluis.sleutel)
    assert not sleutels.kent(dossier), "sleutels en lijst zijn het eens"
    robin.sluit()


def test_dat_een_werkplek_openging_en_waarmee_staat_in_het_log(laptops, hoofden):
    robin = laptops[0]
    map_ = robin.kluis.map
    waken.onthoud(robin, hoofden)
    robin.sluit()
    plek = waken.open_met_wachtzin(map_, WACHTZIN, hoofden)
    regel = toegangslog.regels(plek.kluis)[0]
    assert (regel.wat, regel.waarover, regel.stroom) == ("werkplek_geopend", "wachtzin", None)
    plek.sluit()


def test_een_oud_slotenbestand_valt_op_ook_als_het_hoofd_ernaast_mee_terug_is(laptops, hoofden, tmp_path):
    robin = laptops[0]
    map_ = robin.kluis.map
    waken.onthoud(robin, hoofden)
    shutil.copytree(hoofden, tmp_path / "hoofden-toen")
    toen = (map_ / SLOTEN).read_bytes()
    wachtzin.verander(robin, WACHTZIN, "heel ander lang gekozen woordenrij")
    waken.onthoud(robin, hoofden)
    robin.sluit()
    (map_ / SLOTEN).write_bytes(toen)
    shutil.rmtree(hoofden)
    shutil.copytree(tmp_path / "hoofden-toen", hoofden)
    terug = waken.open_met_wachtzin(map_, WACHTZIN, hoofden)
    assert terug.zorg is waken.Zorg.OUDER
    terug.sluit()
