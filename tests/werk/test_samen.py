"""Twee en drie laptops die elkaar alleen via bestanden kennen: niets gaat verloren, niets wordt stil gekozen."""

from __future__ import annotations

import itertools
import json
import shutil
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.doelen import Actie, Doel
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan
from jeugdteam_app.dossier.gezin import Jeugdige, Persoon
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan
from jeugdteam_app.dossier.praktijk import Praktijk
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen, Toewijzing
from jeugdteam_app.journaal.stand import vouw
from jeugdteam_app.journaal.wijziging import Plaats, Wijziging, WijzigingId
from jeugdteam_app.kern.feit import Bekend, Conflict, waarde
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.productenboek.profiel import Nummerblok, voorbeeldprofiel
from jeugdteam_app.sleutels.identiteit import Identiteit, maak_dicht
from jeugdteam_app.uitwisseling import bundel as bundels
from jeugdteam_app.werk import (
    advies,
    broers_en_zussen,
    collegas,
    dossiers,
    gemeente_en_team,
    instellingen,
    logboek,
    loguitvoer,
    nummers,
    samen,
    schrijven,
    toewijzen,
    vaststellen,
    vernietigen,
    voorbeelden,
    werkplek,
)
from jeugdteam_app.werk.boeken import neem_over as neem_boek_over
from tests.conftest import MOMENT
from tests.werk.conftest import open_laptop, open_laptops, vernietig_op_verzoek

BEELD = (Analyse.soort, Analyse.gedeeld_beeld)
VRAAG = (Aanmelding.soort, Aanmelding.korte_vraag)


def leg(plek, dossier, veld, tekst):
    schrijven.leg_vast(plek, dossier, {veld: Bekend(tekst)})


def stuur(van, dossier, naar, tmp_path):
    pad = tmp_path / f"{len(list(tmp_path.iterdir()))}.bundel"
    samen.verstuur(van, [dossier], [opslag.mijn_id(naar.kluis)], pad)
    return pad


def breng(van, dossier, naar, tmp_path):
    proef = samen.bekijk(naar, stuur(van, dossier, naar, tmp_path))
    samen.neem_over(naar, proef)
    return proef


def begin(plek):
    dossier = dossiers.begin_gezin(plek, "Familie Proef")
    leg(plek, dossier, (Jeugdige.soort, Jeugdige.roepnaam), "Sam")
    leg(plek, dossier, BEELD, "eerste beeld")
    return dossier


def beeld(plek, dossier):
    return plek.dossier(dossier).een(Analyse).gedeeld_beeld


def test_een_dossier_komt_heel_aan_en_de_kluis_klopt(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    proef = samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path))
    assert [(k.is_nieuw, samen.naam_na(kim, proef, k.kind)) for k in proef.kinderen] == [(True, "Sam")]
    assert dossiers.overzicht(kim) == [], "bekijken verandert niets"
    samen.neem_over(kim, proef)
    assert beeld(kim, dossier) == Bekend("eerste beeld")
    assert journaal.lees_wijzigingen(kim.kluis, dossier) == journaal.lees_wijzigingen(robin.kluis, dossier)
    werkplek.controleer(kim)
    assert [r.wat for r in toegangslog.regels(kim.kluis, dossier)] == ["samengevoegd", "bundel_bekeken"]
    assert next(r.wat for r in toegangslog.regels(robin.kluis, dossier)) == "verstuurd"
    assert samen.laatst_verstuurd(robin, dossier)[1] == ("Kim Proef",)


def test_wat_beiden_schreven_blijft_allebei_staan_en_een_mens_kiest(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    leg(robin, dossier, BEELD, "het beeld van Robin")
    leg(kim, dossier, BEELD, "het beeld van Kim")
    leg(kim, dossier, VRAAG, "alleen Kim vroeg dit")
    proef = samen.bekijk(robin, stuur(kim, dossier, robin, tmp_path))
    [kind] = proef.kinderen
    assert {v.veld: v.is_tegenspraak for v in kind.verschillen} == {BEELD[1].id: True, VRAAG[1].id: False}
    assert {v.hoofdstuk for v in kind.verschillen} == {"analyse", "aanmelding"}
    samen.neem_over(robin, proef)
    feit = beeld(robin, dossier)
    assert isinstance(feit, Conflict)
    assert {s.waarde for s in feit.stemmen} == {"het beeld van Robin", "het beeld van Kim"}
    leg(robin, dossier, BEELD, "samen gekozen")
    breng(robin, dossier, kim, tmp_path)
    assert beeld(kim, dossier) == Bekend("samen gekozen")


def test_twee_keer_is_een_keer_en_een_ouder_bestand_zegt_dat(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    oud = stuur(robin, dossier, kim, tmp_path)
    leg(robin, dossier, BEELD, "later")
    nieuw = stuur(robin, dossier, kim, tmp_path)
    for pad in (nieuw, oud, nieuw):
        proef = samen.bekijk(kim, pad)
        samen.neem_over(kim, proef)
    assert beeld(kim, dossier) == Bekend("later")
    assert samen.bekijk(kim, oud).ouder
    assert samen.bekijk(kim, oud).nieuw == ()
    werkplek.controleer(kim)


@settings(max_examples=12)
@given(data=st.data())
def test_de_volgorde_van_bundels_maakt_niet_uit_en_niets_gaat_verloren(drie, tmp_path_factory, data):
    tmp_path = tmp_path_factory.mktemp("volgorde")
    with open_laptops(drie, tmp_path) as plekken:
        dossier = begin(plekken[0])
        for plek in plekken[1:]:
            breng(plekken[0], dossier, plek, tmp_path)
        for nummer, plek in enumerate(plekken):
            for veld in data.draw(st.lists(st.sampled_from([BEELD, VRAAG]), max_size=2)):
                leg(plek, dossier, veld, f"van {nummer}: {data.draw(st.integers(0, 9))}")
            if data.draw(st.booleans()):
                schrijven.voeg_toe(plek, dossier, Doel, {Doel.tekst: f"doel van {nummer}"})
        paden = {
            (van, naar): stuur(plekken[van], dossier, plekken[naar], tmp_path)
            for van, naar in itertools.permutations(range(3), 2)
        }
        for van, naar in data.draw(st.permutations(list(paden))):
            samen.neem_over(plekken[naar], samen.bekijk(plekken[naar], paden[van, naar]))
        alles = [set(map(repr, journaal.lees_wijzigingen(p.kluis, dossier))) for p in plekken]
        assert alles[0] == alles[1] == alles[2]
        standen = [vouw(journaal.lees_wijzigingen(p.kluis, dossier)) for p in plekken]
        assert standen[0] == standen[1] == standen[2]
        for plek in plekken:
            werkplek.controleer(plek)


def test_samenvoegen_gaat_terug_zolang_niemand_verder_werkte(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    leg(kim, dossier, BEELD, "van Kim")
    breng(kim, dossier, robin, tmp_path)
    assert beeld(robin, dossier) == Bekend("van Kim")
    samen.maak_ongedaan(robin)
    assert beeld(robin, dossier) == Bekend("eerste beeld")
    werkplek.controleer(robin)
    with pytest.raises(InvoerFout, match="samen-niets-ongedaan"):
        samen.maak_ongedaan(robin)
    with pytest.raises(InvoerFout, match="ongedaan-verder-gebouwd"):
        samen.maak_ongedaan(kim)
    assert beeld(kim, dossier) == Bekend("van Kim")


def test_een_nieuw_dossier_gaat_ook_weer_weg_en_kan_opnieuw_komen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    samen.maak_ongedaan(kim)
    assert dossiers.overzicht(kim) == []
    werkplek.controleer(kim)
    breng(robin, dossier, kim, tmp_path)
    assert beeld(kim, dossier) == Bekend("eerste beeld")
    assert journaal.lees_wijzigingen(kim.kluis, dossier) == journaal.lees_wijzigingen(robin.kluis, dossier)


def test_een_oudere_kopie_van_de_eigen_kluis_gaat_verder_onder_een_nieuwe_naam(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    kopie = tmp_path / "kopie"
    robin.sluit()
    shutil.copytree(robin.kluis.map, kopie)
    robin = open_laptop(robin.kluis.map)
    leg(robin, dossier, BEELD, "na de kopie")
    breng(robin, dossier, kim, tmp_path)
    terug = stuur(kim, dossier, robin, tmp_path)
    robin.sluit()
    oud = open_laptop(kopie)
    naam = journaal.apparaat(oud.kluis)
    blok = Nummerblok(van=100, tot_en_met=120)
    gemeente_en_team.bewaar(oud, voorbeeldprofiel().model_copy(update={"nummerblok": blok}))
    assert instellingen.is_eigen_blok(oud, blok)
    teller = opslag.laatste_teller(oud.kluis)
    samen.neem_over(oud, samen.bekijk(oud, terug))
    assert not instellingen.is_eigen_blok(oud, blok), (
        "welke nummers er na de kopie zijn uitgegeven, is hier niet bekend"
    )
    stuur(oud, dossier, kim, tmp_path)
    assert opslag.laatste_teller(oud.kluis) > teller + 1, "een collega hield de volgende bundel voor oud"
    assert journaal.apparaat(oud.kluis) != naam, "anders kregen twee wijzigingen dezelfde naam"
    assert beeld(oud, dossier) == Bekend("na de kopie")
    leg(oud, dossier, BEELD, "weer verder")
    werkplek.controleer(oud)
    oud.sluit()


def test_wat_hier_vernietigd_is_komt_niet_terug(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    with kim.kluis.transactie() as verbinding:
        verbinding.execute("INSERT INTO vernietigd (stroom, tijd) VALUES (?, 'nu')", (dossier,))
    proef = samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path))
    samen.neem_over(kim, proef)
    assert proef.vernietigd == 1
    assert dossiers.overzicht(kim) == []


def test_terugdraaien_laat_het_bewijs_van_vernietigen_staan(laptops, tmp_path):
    robin, kim, _mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    samen.verstuur(robin, [ali, bo], [opslag.mijn_id(kim.kluis)], pad := tmp_path / "b.bundel")
    samen.neem_over(kim, samen.bekijk(kim, pad))
    vernietig_op_verzoek(kim, ali)
    [bewijs] = vernietigen.bewijzen(kim)
    samen.maak_ongedaan(kim)
    assert vernietigen.bewijzen(kim) == (bewijs,)
    assert dossiers.overzicht(kim) == []
    werkplek.controleer(kim)
    samen.neem_over(kim, samen.bekijk(kim, pad))
    assert [r.id for r in dossiers.overzicht(kim)] == [bo]
    werkplek.controleer(kim)


def test_een_broer_of_zus_gaat_niet_mee(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    gezin = journaal.stroom(robin.kluis, dossier).gezin
    ander = dossiers.begin_kind(robin, gezin)
    leg(robin, ander, (Jeugdige.soort, Jeugdige.roepnaam), "Zusje")
    breng(robin, dossier, kim, tmp_path)
    assert [r.id for r in dossiers.overzicht(kim)] == [dossier]


# --- wie het is ---


def test_alleen_wie_genoemd_is_kan_hem_openen_en_niemand_kan_hem_doorgeven(laptops, tmp_path):
    robin, kim, mo = laptops
    dossier = begin(robin)
    pad = stuur(robin, dossier, kim, tmp_path)
    with pytest.raises(InvoerFout, match="bundel-niet-te-openen"):
        samen.bekijk(mo, pad)
    # Kim maakt hem open en sluit hem opnieuw voor Mo: de handtekening klopt, maar Mo staat er niet in.
    from jeugdteam_app.sleutels.identiteit import maak_dicht

    inhoud = opslag.identiteit(kim.kluis).maak_open(pad.read_bytes())
    pad.write_bytes(maak_dicht(inhoud, [collegas.mijn_kaartje(mo).openbaar]))
    with pytest.raises(InvoerFout, match="bundel-niet-voor-mij"):
        samen.bekijk(mo, pad)


def test_van_een_onbekende_gaat_nietsopen_laptop(laptops, drie, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    pad = stuur(robin, dossier, kim, tmp_path)
    with kim.kluis.transactie() as verbinding:
        verbinding.execute("DELETE FROM contact")
    with pytest.raises(InvoerFout, match="bundel-van-onbekende"):
        samen.bekijk(kim, pad)


@settings(max_examples=60)
@given(data=st.data())
def test_elke_verandering_aan_een_bundel_wordt_gemerkt(data):
    ik, jij = Identiteit.nieuw(), Identiteit.nieuw()
    kop = bundels.Kop(bundel="a" * 32, afzender="b" * 32, ontvangers=("c" * 32,), teller=1, gemaakt=MOMENT.isoformat())
    heel, _afdruk = bundels.maak(kop, [], [], ik, [jij.openbaar])
    # De lengte verschilt per keer: age zet er zelf iets willekeurigs bij.
    plek = data.draw(st.integers(0, 10**6)) % len(heel)
    kapot = bytearray(heel)
    kapot[plek] ^= 1 << data.draw(st.integers(0, 7))
    for ruw in (bytes(kapot), heel[:plek]):
        with pytest.raises(InvoerFout, match="bundel"):
            bundels.lees(ruw, jij, "c" * 32, lambda _id: ik.openbaar)
    assert bundels.lees(heel, jij, "c" * 32, lambda _id: ik.openbaar).kop == kop


def test_in_het_bestand_en_zijn_naam_staat_niets_leesbaars(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    inhoud = stuur(robin, dossier, kim, tmp_path).read_bytes()
    for woord in (b"Sam", b"Proef", b"beeld", dossier.encode(), b"Robin"):
        assert woord not in inhoud


def test_een_onbekend_veld_van_een_nieuwere_versie_gaat_heen_en_terug(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    from jeugdteam_app.journaal.schrijven import Pen
    from jeugdteam_app.journaal.wijziging import Plaats

    pen = Pen(journaal.apparaat(robin.kluis), "Nieuwer", journaal.volgende_teller(robin.kluis))
    stand = robin.stand(dossier)
    later = pen.schrijf(stand, dossier, "h", robin.tijd, {Plaats("toekomst:1", "toekomst.veld"): {"b": {"x": 1}}})
    robin.onthoud(dossier, journaal.voeg_toe(robin.kluis, stand, later))
    breng(robin, dossier, kim, tmp_path)
    leg(kim, dossier, BEELD, "van Kim")
    breng(kim, dossier, robin, tmp_path)
    assert later[0] in journaal.lees_wijzigingen(kim.kluis, dossier)
    assert waarde(beeld(robin, dossier)) == "van Kim"


def test_zetten_twee_collegas_hetzelfde_kind_erbij_dan_is_het_een_persoon(laptops, tmp_path):
    robin, kim, _mo = laptops
    sam = begin(robin)
    tom = dossiers.begin_broer_of_zus(robin, sam)
    leg(robin, tom, (Jeugdige.soort, Jeugdige.roepnaam), "Tom")
    for kind in (sam, tom):
        breng(robin, kind, kim, tmp_path)
    for wie in (robin, kim):
        broers_en_zussen.zet_erbij(wie, sam, tom)
    breng(kim, sam, robin, tmp_path)
    assert [p.weergavenaam for p in robin.dossier(sam).alle(Persoon)].count("Tom") == 1
    assert list(robin.dossier(sam).conflicten()) == []


def test_een_mislukt_bestand_is_niet_verstuurd(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    with pytest.raises(WereldFout, match="schrijven-mislukt"):
        samen.verstuur(robin, [dossier], [opslag.mijn_id(kim.kluis)], tmp_path / "bestaat-niet" / "x.bundel")
    assert samen.laatst_verstuurd(robin, dossier) is None


def test_de_keten_blijft_heel_als_dossiers_door_elkaar_komen(laptops, tmp_path):
    robin, kim, _mo = laptops
    a = begin(robin)
    b = dossiers.begin_gezin(robin, "Familie Anders")
    leg(robin, b, BEELD, "van b")
    leg(robin, a, BEELD, "a verder")
    breng(robin, a, kim, tmp_path)
    breng(robin, b, kim, tmp_path)
    leg(robin, a, BEELD, "a nog verder")
    breng(robin, a, kim, tmp_path)
    werkplek.controleer(kim)


@pytest.fixture
def sam_bij_kim(laptops, tmp_path):
    """Het voorbeeldgezin van Robin, met keuze en besluit, ook bij Kim."""
    robin, kim, _mo = laptops
    profiel = voorbeeldprofiel()
    for plek in (robin, kim):
        gemeente_en_team.bewaar(plek, profiel)
    dossier = voorbeelden.laad(robin)[-1]
    breng(robin, dossier, kim, tmp_path)
    return robin, kim, dossier


def test_een_keuze_en_een_ontwerp_zijn_ook_bij_de_collega_te_lezen(sam_bij_kim):
    _robin, kim, dossier = sam_bij_kim
    assert advies.advies_van_toen(kim, dossier).ongeschonden
    assert toewijzen.lees(kim, dossier, toewijzen.begin(kim, dossier)).inhoud.product == "basis-ggz"


def test_een_nummer_dat_de_ander_gaf_komt_niet_nog_eens(sam_bij_kim):
    robin, kim, dossier = sam_bij_kim
    eerste = toewijzen.ontwerpen(robin, dossier)[0]
    tweede = toewijzen.begin(kim, dossier)
    assert nummers.geef(kim, dossier, tweede) == eerste.nummer + 1


def test_een_besluit_verandert_ook_niet_via_een_bundel(sam_bij_kim, tmp_path, monkeypatch):
    robin, kim, dossier = sam_bij_kim
    besluit = toewijzen.ontwerpen(kim, dossier)[0]
    anders = besluit.vastgesteld.model_copy(update={"door": "Iemand anders"})
    monkeypatch.setattr(schrijven, "_weiger_vastgesteld", lambda *_wat: None)
    schrijven.leg_vast(kim, dossier, {(besluit.sleutel, Toegewezen.vastgesteld): Bekend(anders)})
    with pytest.raises(InvoerFout, match="bundel-verandert-besluit"):
        samen.bekijk(robin, stuur(kim, dossier, robin, tmp_path))


def test_twee_besluiten_over_een_ontwerp_zijn_te_kiezen(sam_bij_kim, tmp_path):
    robin, kim, dossier = sam_bij_kim
    sleutel = toewijzen.begin(robin, dossier)
    delen = {
        "volume": 3,
        "eenheid": "04",
        "frequentie": "2",
        "ingangsdatum": date(2027, 7, 1),
        "einddatum": date(2027, 9, 1),
        "motivering": "Het past bij Sam.",
        "motivering_omvang": "Dat is genoeg.",
        "resultaat": "Weer naar school",
    }
    toewijzen.wijzig(robin, dossier, sleutel, **delen)
    breng(robin, dossier, kim, tmp_path)
    for plek in (robin, kim):
        for bevinding in toewijzen.lees(plek, dossier, sleutel).bevindingen:
            toewijzen.leg_opzij(plek, dossier, sleutel, bevinding.code, f"Samen besproken, zegt {plek.wie}.")
        vaststellen.stel_vast(plek, dossier, sleutel)
    breng(kim, dossier, robin, tmp_path)
    feit = Toegewezen(robin.dossier(dossier).kind, sleutel).vastgesteld
    assert isinstance(feit, Conflict)
    gekozen = next(s.waarde for s in feit.stemmen if s.waarde.door == robin.wie)
    with pytest.raises(InvoerFout, match="al-vastgesteld"):
        vaststellen.kies_besluit(robin, dossier, sleutel, gekozen.model_copy(update={"maximum_totaal": 999}))
    vaststellen.kies_besluit(robin, dossier, sleutel, gekozen)
    assert toewijzen.lees(robin, dossier, sleutel).vastgesteld == gekozen
    breng(robin, dossier, kim, tmp_path)
    assert toewijzen.lees(kim, dossier, sleutel).vastgesteld == gekozen


def _besloten(plek):
    """Een voorbeeldgezin met een vastgestelde toewijzing; geeft dossier en sleutel."""
    voorbeelden.laad(plek)
    dossier = next(r.id for r in dossiers.overzicht(plek) if "Sam" in r.naam)
    return dossier, plek.dossier(dossier).alle(Toegewezen)[0].sleutel


def _wijzig(plek, dossier, sleutel, einde):
    nieuw = toewijzen.begin_wijziging(plek, dossier, sleutel, Besluitsoort.WIJZIGEN)
    waarom = {"motivering": f"Zegt {plek.wie}.", "motivering_omvang": "Dat is genoeg."}
    delen = {"einddatum": einde, "reden_wijziging": Redenwijziging.VERLENGING, **waarom}
    toewijzen.wijzig(plek, dossier, nieuw, **delen)
    for bevinding in toewijzen.lees(plek, dossier, nieuw).bevindingen:
        toewijzen.leg_opzij(plek, dossier, nieuw, bevinding.code, "Samen besproken.")
    return nieuw, vaststellen.stel_vast(plek, dossier, nieuw)


def test_twee_collegas_wijzigen_hetzelfde_besluit_en_een_mens_kiest(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier, oud = _besloten(robin)
    breng(robin, dossier, kim, tmp_path)
    gemeente_en_team.bewaar(kim, instellingen.profiel(robin))
    van_robin, een = _wijzig(robin, dossier, oud, date(2027, 9, 8))
    _van_kim, ander = _wijzig(kim, dossier, oud, date(2027, 12, 8))
    assert een.besluitnummer != ander.besluitnummer
    breng(kim, dossier, robin, tmp_path)
    assert len(lopend.twee_wijzigingen(robin.dossier(dossier))) == 1
    vaststellen.kies_wijziging(robin, dossier, van_robin)
    assert not lopend.twee_wijzigingen(robin.dossier(dossier))
    [loopt] = lopend.lopend(robin.dossier(dossier))
    assert loopt.inhoud.einddatum == date(2027, 9, 8)
    breng(robin, dossier, kim, tmp_path)
    assert [x.item.sleutel for x in lopend.lopend(kim.dossier(dossier))] == [van_robin]


def test_het_nummer_van_een_besluit_verandert_niet_hier_en_niet_via_een_bundel(laptops, tmp_path, monkeypatch):
    robin, kim, _mo = laptops
    dossier, sleutel = _besloten(robin)
    breng(robin, dossier, kim, tmp_path)
    anders = {(sleutel, Toegewezen.nummer): Bekend(999)}
    with pytest.raises(InvoerFout, match="al-vastgesteld"):
        schrijven.leg_vast(kim, dossier, anders)
    # Een programma dat zich daar niet aan houdt, krijgt het ook niet in een bundel.
    monkeypatch.setattr(schrijven, "_weiger_vastgesteld", lambda *_a: None)
    schrijven.leg_vast(kim, dossier, anders)
    with pytest.raises(InvoerFout, match="bundel-verandert-besluit"):
        samen.bekijk(robin, stuur(kim, dossier, robin, tmp_path))


def _getekend(afzender, naar, rijen, **kop_anders):
    """Een bundel met echte handtekening, met een inhoud zoals ons programma hem niet schrijft."""
    gezin = bundels.Stroomrij("a" * 32, "gezin", "a" * 32, MOMENT.isoformat())
    kop = bundels.Kop.model_construct(
        versie=1, bundel="d" * 32, afzender=opslag.mijn_id(afzender.kluis), ontvangers=(opslag.mijn_id(naar.kluis),),
        teller=99, vorige={}, gemaakt=kop_anders.get("gemaakt", MOMENT.isoformat()), programma="", zonder=(),
    )  # fmt: skip
    ik, jij = opslag.identiteit(afzender.kluis), opslag.identiteit(naar.kluis).openbaar
    return bundels.maak(kop, [gezin, *kop_anders.get("ook", ())], rijen, ik, [jij])[0]


def _rij(**anders):
    vast = {
        "id": WijzigingId("e" * 12, 1), "stroom": "a" * 32, "handeling": "h", "plaats": Plaats("gezin", "gezin.naam"),
        "waarde": {"b": "x"}, "voorgangers": frozenset(), "auteur": "Kim", "tijd": MOMENT.isoformat(),
    }  # fmt: skip
    return Wijziging(**vast | anders)


@pytest.mark.parametrize(
    ("rijen", "kop"),
    [
        ([_rij(tijd="zzz")], {}),
        ([_rij(tijd="2026-11-24T10:00:00")], {}),
        ([_rij(plaats=Plaats("doel:1", "positie"), waarde={"b": "abc"})], {}),
        ([_rij(plaats=Plaats("doel:1", "positie"), waarde={"b": 5})], {}),
        ([_rij(), _rij(waarde={"b": "y"})], {}),
        ([_rij()], {"gemaakt": "gisteren"}),
        ([_rij()], {"ook": [bundels.Stroomrij("a" * 32, "gezin", "a" * 32, MOMENT.isoformat())]}),
    ],
    ids=["geen tijd", "geen zone", "letters als plek", "getal als plek", "nummer dubbel", "kop", "stroom dubbel"],
)
def test_een_bundel_met_een_vorm_die_wij_niet_schrijven_wordt_net_geweigerd(laptops, tmp_path, rijen, kop):
    robin, kim, _mo = laptops
    (pad := tmp_path / "raar.bundel").write_bytes(_getekend(kim, robin, rijen, **kop))
    with pytest.raises(InvoerFout, match="bundel-vorm"):
        samen.bekijk(robin, pad)


def test_een_soort_bestand_die_wij_nog_niet_kennen_is_van_een_nieuwere_versie(laptops, tmp_path):
    robin, kim, _mo = laptops
    later = bundels.Stroomrij("b" * 32, "onderwijs", "a" * 32, MOMENT.isoformat())
    (pad := tmp_path / "later.bundel").write_bytes(_getekend(kim, robin, [_rij()], ook=[later]))
    with pytest.raises(InvoerFout, match="bundel-nieuwer"):
        samen.bekijk(robin, pad)


def test_ook_een_kop_die_wij_niet_kunnen_lezen_zegt_dat_hij_van_een_nieuwere_versie_is(laptops, tmp_path):
    """Anders staat er: vraag het opnieuw. Dat helpt dan nooit."""
    robin, kim, _mo = laptops
    kop = {"versie": 99, "nieuwe_afzender": {"a": 1}}
    (pad := tmp_path / "later.bundel").write_bytes(_met_kop(kim, robin, json.dumps(kop).encode()))
    with pytest.raises(InvoerFout, match="bundel-nieuwer"):
        samen.bekijk(robin, pad)
    pad.write_bytes(_met_kop(kim, robin, b"{}"))
    with pytest.raises(InvoerFout, match="bundel-vorm"):
        samen.bekijk(robin, pad)


def _met_kop(afzender, naar, kop):
    te_tekenen = bundels._te_tekenen(kop, b"")
    ik, jij = opslag.identiteit(afzender.kluis), opslag.identiteit(naar.kluis).openbaar
    return maak_dicht(len(kop).to_bytes(4, "big") + kop + ik.teken(te_tekenen), [jij])


def test_een_nummer_dat_hier_bij_een_ander_dossier_hoort_wordt_geweigerd(laptops, tmp_path):
    robin, kim, _mo = laptops
    begin(robin)
    naam = journaal.apparaat(robin.kluis)
    (pad := tmp_path / "raar.bundel").write_bytes(_getekend(kim, robin, [_rij(id=WijzigingId(naam, 1))]))
    with pytest.raises(InvoerFout, match="bundel-anders"):
        samen.bekijk(robin, pad)


@pytest.mark.parametrize("veld", [Praktijk.risico, Gebiedsplan.risico], ids=["praktijk", "leefgebied"])
def test_over_risico_beslist_altijd_een_mens(laptops, tmp_path, veld):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    sleutel = Praktijk.soort if veld is Praktijk.risico else f"{Gebiedsplan.soort}:wonen"
    oud = "Er is nu geen sprake van gedachten aan de dood. Thuis is het rustig en de afspraken houden stand."
    leg(robin, dossier, (sleutel, veld), oud)
    breng(robin, dossier, kim, tmp_path)
    leg(robin, dossier, (sleutel, veld), oud.replace("geen sprake", "wel sprake"))
    leg(kim, dossier, (sleutel, veld), oud.replace("rustig", "veilig"))
    breng(kim, dossier, robin, tmp_path)
    assert list(robin.dossier(dossier).conflicten()) == [f"{sleutel}/{veld.id}"]


def test_wie_een_antwoord_kiest_houdt_wat_een_nieuwere_versie_daarin_opschreef(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    item = schrijven.voeg_toe(robin, dossier, Toegewezen, {Toegewezen.inhoud: Toewijzing(resultaat="begin")})
    breng(robin, dossier, kim, tmp_path)
    plaats = Toegewezen.inhoud.plaats(item)
    nieuwer = Toewijzing(resultaat="van Robin").model_dump(mode="json") | {"nieuw_deel": "blijf"}
    schrijven._schrijf_alle(robin, {dossier: {plaats: {"b": nieuwer}}})
    leg(kim, dossier, (item, Toegewezen.inhoud), Toewijzing(resultaat="van Kim"))
    breng(robin, dossier, kim, tmp_path)
    keuze = next(
        s.waarde for s in Toegewezen(kim.dossier(dossier).kind, item).inhoud.stemmen if s.auteur == "Robin Proef"
    )
    schrijven.leg_vast(kim, dossier, {(item, Toegewezen.inhoud): Bekend(keuze)})
    [kop] = kim.stand(dossier).koppen(plaats)
    assert kop.waarde["b"]["nieuw_deel"] == "blijf"


@pytest.fixture
def met_later_boek(laptops, monkeypatch):
    """Een dossier bij Robin, met een keuze uit een boek waar een latere versie van het programma meer in schreef."""
    robin = laptops[0]
    dossier = begin(robin)
    boek = instellingen.boek(robin)
    later = boek.model_dump(mode="json") | {"versie": "2099.1", "nieuw_deel": {"a": 1}}
    instellingen.bewaar_ontvangen_boek(robin, boek.id, "2099.1", json.dumps(later))
    ontwerp = Toewijzing(boek=boek.id, boekversie="2099.1")
    schrijven.voeg_toe(robin, dossier, Toegewezen, {Toegewezen.inhoud: ontwerp})
    return dossier, boek.id, later


def test_een_boek_van_een_nieuwere_versie_blijft_bewaard_en_reist_verder(laptops, met_later_boek, tmp_path):
    """Ook bij wie het nog niet kan lezen: na het bijwerken van het programma is het er, en ook bij een derde."""
    robin, kim, mo = laptops
    dossier, id, later = met_later_boek
    breng(robin, dossier, kim, tmp_path)
    assert beeld(kim, dossier) == Bekend("eerste beeld")
    assert "2099.1" not in {b.versie for b in instellingen.alle_boeken(kim)}
    with pytest.raises(WereldFout, match="boek-nieuwer"):
        instellingen.boek_van(kim, id, "2099.1")
    breng(kim, dossier, mo, tmp_path)
    assert [json.loads(instellingen.boektekst(wie, id, "2099.1")) for wie in (kim, mo)] == [later, later]
    assert not samen.bekijk(mo, stuur(kim, dossier, mo, tmp_path)).brengt_iets


def test_een_boek_dat_hier_nog_niet_is_is_iets_om_over_te_nemen(laptops, met_later_boek, tmp_path):
    """Een eerdere versie liet het weg: dan brengt hetzelfde bestand nog een keer lezen het alsnog."""
    robin, kim, _mo = laptops
    dossier, id, _later = met_later_boek
    breng(robin, dossier, kim, tmp_path)
    kim.kluis.vergeet(f"ontvangen-boek:{id}:2099.1")
    proef = samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path))
    assert (proef.nieuw, proef.brengt_iets) == ((), True)
    samen.neem_over(kim, proef)
    assert instellingen.boektekst(kim, id, "2099.1")


def test_een_meegekomen_boek_verandert_het_eigen_advies_niet(laptops, tmp_path):
    """Kim probeert een boek uit en stuurt een dossier; daar gaat Robin niet ineens mee adviseren."""
    robin, kim, _mo = laptops
    dossier = begin(kim)
    eigen = instellingen.boek(kim)
    proef = eigen.model_copy(
        update={"versie": "proef-kim", "producten": eigen.producten[1:], "geldig_van": kim.vandaag}
    )
    neem_boek_over(kim, proef)
    schrijven.voeg_toe(kim, dossier, Toegewezen, {
        Toegewezen.inhoud: Toewijzing(boek=proef.id, boekversie="proef-kim"),
    })  # fmt: skip
    breng(kim, dossier, robin, tmp_path)
    assert instellingen.boek(robin) == eigen
    assert instellingen.boek_van(robin, proef.id, "proef-kim") == proef
    toewijzen.begin_met(robin, dossier, proef, Toewijzing(boek=proef.id, boekversie="proef-kim"))
    assert instellingen.boek(robin) == eigen, "ook niet als Robin met die keuze verdergaat"


def test_na_een_boek_van_een_nieuwere_versie_is_die_versie_zelf_gewoon_te_laden(laptops, met_later_boek, tmp_path):
    robin, kim, _mo = laptops
    dossier, id, _later = met_later_boek
    breng(robin, dossier, kim, tmp_path)
    zelf = instellingen.boek(kim).model_copy(update={"versie": "2099.1"})
    neem_boek_over(kim, zelf)
    assert instellingen.boek_van(kim, id, "2099.1") == zelf


@pytest.mark.parametrize("boeken", [[{"id": "", "versie": "1", "later": 1}], [{"id": "x"}] * 101])
def test_een_boek_zonder_naam_of_honderd_boeken_is_geen_bundel(laptops, tmp_path, boeken):
    robin, kim, _mo = laptops
    gezin = bundels.Stroomrij("a" * 32, "gezin", "a" * 32, MOMENT.isoformat())
    kop = bundels.Kop(
        bundel="d" * 32, afzender=opslag.mijn_id(kim.kluis), ontvangers=(opslag.mijn_id(robin.kluis),), teller=99,
        gemaakt=MOMENT.isoformat(),
    )  # fmt: skip
    ik, jij = opslag.identiteit(kim.kluis), opslag.identiteit(robin.kluis).openbaar
    (pad := tmp_path / "b.bundel").write_bytes(bundels.maak(kop, [gezin], [], ik, [jij], map(json.dumps, boeken))[0])
    with pytest.raises(InvoerFout, match="bundel-vorm"):
        samen.bekijk(robin, pad)


def test_een_ander_boek_met_dezelfde_naam_en_versie_valt_op(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    eigen = instellingen.boek(robin).model_copy(update={"versie": "eigen.1"})
    instellingen.bewaar_boek(robin, eigen)
    instellingen.bewaar_boek(kim, eigen.model_copy(update={"regio": "Elders"}))
    ontwerp = Toewijzing(boek=eigen.id, boekversie="eigen.1")
    schrijven.voeg_toe(robin, dossier, Toegewezen, {Toegewezen.inhoud: ontwerp})
    [anders] = samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path)).andere_boeken
    assert (anders.id, anders.versie) == (eigen.id, "eigen.1")
    assert samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path)).boeken == ()


def test_een_gebeurtenis_van_een_nieuwere_versie_houdt_de_rest_niet_tegen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    regel = toegangslog.regels(kim.kluis, dossier)[0]._replace(wat="iets_van_later")
    toegangslog.schrijf(kim.kluis, regel)
    assert "deed iets anders" in {b.wat for b in logboek.wie_keek(kim, dossier)}
    loguitvoer.schrijf_uit(kim, tmp_path / "log.json")


def test_een_ontbrekend_boek_houdt_versturen_niet_tegen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    schrijven.voeg_toe(robin, dossier, Toegewezen, {Toegewezen.inhoud: Toewijzing(boek="weg", boekversie="1")})
    breng(robin, dossier, kim, tmp_path)
    assert beeld(kim, dossier) == Bekend("eerste beeld")


def test_ongedaan_maken_en_bekijken_staan_bij_het_dossier_in_wie_keek(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    leg(robin, dossier, BEELD, "verder")
    breng(robin, dossier, kim, tmp_path)
    samen.maak_ongedaan(kim)
    wat = [r.wat for r in toegangslog.regels(kim.kluis, dossier)]
    assert wat[:3] == ["samenvoegen_ongedaan", "samengevoegd", "bundel_bekeken"]


def test_een_bundel_zegt_dat_wat_de_collega_hiervoor_stuurde_hier_niet_is_gelezen(laptops, tmp_path):
    robin, kim, mo = laptops
    dossier = begin(robin)
    eerste = stuur(robin, dossier, kim, tmp_path)
    # Wat alleen een ander kreeg, mist Kim niet.
    stuur(robin, dossier, mo, tmp_path)
    samen.verstuur(robin, [dossier], [opslag.mijn_id(k.kluis) for k in (kim, mo)], tmp_path / "beiden.bundel")
    leg(robin, dossier, VRAAG, "later gezegd")
    tweede = stuur(robin, dossier, kim, tmp_path)
    assert samen.bekijk(kim, tweede).mist_vorige
    assert not samen.bekijk(kim, eerste).mist_vorige
    samen.neem_over(kim, samen.bekijk(kim, tmp_path / "beiden.bundel"))
    assert not samen.bekijk(kim, tweede).mist_vorige
    samen.maak_ongedaan(kim)
    assert samen.bekijk(kim, tweede).mist_vorige, "wat is teruggedraaid, staat hier niet"


def test_de_voorproef_noemt_ook_wat_er_bij_een_broer_of_zus_verandert(laptops, tmp_path):
    robin, kim, _mo = laptops
    een = begin(robin)
    ander = dossiers.begin_kind(robin, journaal.stroom(robin.kluis, een).gezin)
    leg(robin, ander, (Jeugdige.soort, Jeugdige.roepnaam), "Bo")
    samen.verstuur(robin, [een, ander], [opslag.mijn_id(kim.kluis)], alles := tmp_path / "alles.bundel")
    samen.neem_over(kim, samen.bekijk(kim, alles))
    vernietig_op_verzoek(kim, een)
    afspraken = (Familiegroepsplan.soort, Familiegroepsplan.veilig_afspraken)
    leg(robin, een, afspraken, "Wij bellen oma.")
    leg(kim, ander, afspraken, "Wij bellen tante.")
    proef = samen.bekijk(kim, stuur(robin, een, kim, tmp_path))
    assert [(k.kind, k.is_nieuw) for k in proef.kinderen] == [(ander, False)]
    assert [v.veld for v in proef.kinderen[0].verschillen] == [Familiegroepsplan.veilig_afspraken.id]
    assert proef.goed_kijken
    assert samen.naam_na(kim, proef, ander) == "Bo"
    samen.neem_over(kim, proef)
    assert list(kim.dossier(ander).conflicten()) == [f"{afspraken[0]}/{afspraken[1].id}"]


def test_de_voorproef_kent_de_naam_van_alles_waar_zij_naar_verwijst(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    leg(robin, dossier, (Jeugdige.soort, Jeugdige.roepnaam), "Sam")
    doel = schrijven.voeg_toe(robin, dossier, Doel, {Doel.tekst: "Elke dag naar school"})
    schrijven.voeg_toe(robin, dossier, Actie, {Actie.doel: doel, Actie.wat: "Samen fietsen"})
    [kind] = samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path)).kinderen
    assert kind.namen[doel] == "Elke dag naar school"
    assert kind.namen[KIND] == "Sam"
    assert kind.namen[opslag.mijn_id(robin.kluis)] == "Robin Proef"
    assert {v.ding for v in kind.verschillen if v.veld == Actie.doel.id} == {"Samen fietsen"}
