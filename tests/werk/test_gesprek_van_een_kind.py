"""Een gesprek over alleen één kind is van dat kind: het reist niet met een ander mee, en gaat mee als dat kind weggaat."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta

import pytest

from jeugdteam_app.dossier.gesprek import Contact, over_wie
from jeugdteam_app.dossier.gezin import Afscherming, Jeugdige
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.kluis import lees_sloten
from jeugdteam_app.opslag.redden import bronnen, red
from jeugdteam_app.werk import (
    dossiers,
    overdragen,
    reservekopie,
    samen,
    schrijven,
    vernietigen,
    verschillen,
    waken,
    werkplek,
)
from tests.conftest import MOMENT, WACHTZIN
from tests.werk.conftest import vernietig_op_verzoek
from tests.werk.test_samen import begin, breng, leg, stuur
from tests.werk.test_schrijven import van_een_ander

ALI, GEZIN, BO = "kanarie alleen over Ali", "kanarie over het gezin", "kanarie over Bo"


@pytest.fixture
def twee(laptops):
    """Ali en Bo bij Robin, met een gesprek over elk en een over het gezin."""
    robin = laptops[0]
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    leg(robin, bo, (Jeugdige.soort, Jeugdige.roepnaam), "Bo")
    for tekst, over in ((ALI, (ali,)), (GEZIN, ()), (BO, (bo,))):
        schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: tekst, Contact.over_kind: over})
    return ali, bo


def in_journaal(plek, gezin):
    return json.dumps([w.waarde for w in journaal.lees_wijzigingen(plek.kluis, gezin)])


def gesprekken(plek, dossier):
    return {c.gezegd.waarde for c in plek.dossier(dossier).gesprekken}


def gezin_van(plek, dossier):
    return journaal.stroom(plek.kluis, dossier).gezin


def test_een_gesprek_over_alleen_een_broer_reist_niet_mee_en_komt_later_gewoon_bij(laptops, twee, tmp_path):
    robin, kim, _mo = laptops
    ali, bo = twee
    proef = samen.bekijk(kim, stuur(robin, bo, kim, tmp_path))
    verschillen = [v for k in proef.kinderen for v in k.verschillen]
    assert ALI not in str(verschillen)
    assert not [v for v in verschillen if v.veld == Contact.over_kind.id and v.straks == Bekend((ali,))], (
        "een lege regel"
    )
    samen.neem_over(kim, proef)
    assert gesprekken(kim, bo) == {GEZIN, BO}
    assert ALI not in in_journaal(kim, gezin_van(kim, bo))
    breng(robin, ali, kim, tmp_path)
    assert gesprekken(kim, ali) == {GEZIN, ALI}


def test_vernietigen_neemt_de_gesprekken_over_alleen_dit_kind_mee(laptops, twee, tmp_path):
    """Ook wat al was weggehaald, en ook uit de geschiedenis: niets brengt het terug."""
    robin, kim, _mo = laptops
    ali, bo = twee
    weg = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: "kanarie eruit", Contact.over_kind: (ali,)})
    schrijven.verwijder(robin, ali, Contact, weg)
    gezin = gezin_van(robin, ali)
    zin = vernietig_op_verzoek(robin, ali)
    assert "Gesprekken over alleen dit kind zijn wel weg." in zin
    assert gesprekken(robin, bo) == {GEZIN, BO}
    assert ALI not in in_journaal(robin, gezin)
    assert "eruit" not in in_journaal(robin, gezin)
    schrijven.maak_ongedaan(robin, bo)
    assert ALI not in in_journaal(robin, gezin)
    werkplek.controleer(robin)
    assert len(vernietigen.bewijzen(robin)) == 1
    breng(robin, bo, kim, tmp_path)
    assert ALI not in in_journaal(kim, gezin)


def test_een_latere_bundel_brengt_geen_woord_over_een_vernietigd_kind(laptops, twee, tmp_path):
    robin, kim, _mo = laptops
    ali, bo = twee
    for kind in twee:
        breng(robin, kind, kim, tmp_path)
    vernietig_op_verzoek(robin, ali)
    schrijven.voeg_toe(kim, ali, Contact, {Contact.gezegd: "kanarie van Kim", Contact.over_kind: (ali,)})
    leg(kim, bo, (Jeugdige.soort, Jeugdige.achternaam), "Later")
    for kind in twee:
        breng(kim, kind, robin, tmp_path)
    tekst = in_journaal(robin, gezin_van(robin, bo))
    assert ALI not in tekst
    assert "van Kim" not in tekst
    assert robin.dossier(bo).een(Jeugdige).achternaam == Bekend("Later")
    assert gesprekken(robin, bo) == {GEZIN, BO}


def test_een_oude_kopie_een_oude_map_en_redden_brengen_het_niet_terug(laptops, twee, tmp_path):
    robin = laptops[0]
    ali, bo = twee
    gezin, map_, hoofden = gezin_van(robin, ali), robin.kluis.map, tmp_path / "hoofd"
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(robin, stick)
    waken.onthoud(robin, hoofden)
    shutil.copytree(map_, tmp_path / "vroeger")
    shutil.copytree(stick, tmp_path / "weggelegd")
    vernietig_op_verzoek(robin, ali)
    waken.onthoud(robin, hoofden)
    [oudste] = reservekopie.vind(tmp_path / "weggelegd")
    terug = reservekopie.zet_terug(oudste, WACHTZIN, tmp_path / "terug", hoofden=hoofden)
    assert ALI not in in_journaal(terug.werkplek, gezin)
    assert gesprekken(terug.werkplek, bo) == {GEZIN, BO}
    terug.laat_vallen()
    sleutel, sloten = robin.kluis.sleutel, lees_sloten(map_)
    robin.sluit()
    gered = red(bronnen(map_, [oudste]), sleutel, sloten, tmp_path / "gered")
    assert ALI not in in_journaal(werkplek.Werkplek(gered.kluis, robin.klok, "Robin Proef"), gezin)
    assert (gered.heel, gered.deels) == ([bo], [])
    gered.kluis.sluit()
    shutil.rmtree(map_)
    shutil.copytree(tmp_path / "vroeger", map_)
    weer = waken.open_met_wachtzin(map_, WACHTZIN, hoofden)
    waken.ga_verder(weer, hoofden)
    assert ALI not in in_journaal(weer, gezin)
    weer.sluit()


@pytest.mark.parametrize("begin_", ["1", "e"])
def test_een_kopie_van_twee_vernietigde_kinderen_gaat_gewoon_open(laptops, tmp_path, monkeypatch, begin_):
    """Hoe de nummers ook op volgorde staan: eerst het gezin of eerst het gesprek maakt niet uit."""
    robin = laptops[0]
    echt = journaal.uuid.uuid4
    monkeypatch.setattr(journaal.uuid, "uuid4", lambda: journaal.uuid.UUID(hex=begin_ + echt().hex[1:]))
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    blijft = begin(robin)
    monkeypatch.undo()
    for kind in (ali, bo):
        schrijven.voeg_toe(robin, kind, Contact, {Contact.gezegd: "x", Contact.over_kind: (kind,)})
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(robin, stick)
    shutil.copytree(stick, tmp_path / "weggelegd")
    hoofden, map_ = tmp_path / "hoofd", robin.kluis.map
    waken.onthoud(robin, hoofden)
    shutil.copytree(map_, tmp_path / "vroeger")
    for kind in (ali, bo):
        vernietig_op_verzoek(robin, kind)
    waken.onthoud(robin, hoofden)
    for waar in ("weggelegd", "stick"):
        kopie = reservekopie.vind(tmp_path / waar)[0]
        terug = reservekopie.zet_terug(kopie, WACHTZIN, tmp_path / f"t-{waar}", hoofden=hoofden)
        assert [r.id for r in dossiers.overzicht(terug.werkplek)] == [blijft]
        terug.laat_vallen()
    robin.sluit()
    shutil.rmtree(map_)
    shutil.copytree(tmp_path / "vroeger", map_)
    weer = waken.open_met_wachtzin(map_, WACHTZIN, hoofden)
    waken.ga_verder(weer, hoofden)
    assert [r.id for r in dossiers.overzicht(weer)] == [blijft]
    weer.sluit()


def test_wie_een_gesprek_al_had_hoort_over_wie_het_nu_gaat_en_of_het_weg_is(laptops, tmp_path):
    """Vernauwen en weghalen bereikt wie het kreeg toen het nog van allen was; nieuwe woorden niet."""
    robin, kim, _mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: "Van ons allen."})
    breng(robin, bo, kim, tmp_path)
    assert gesprekken(kim, bo) == {"Van ons allen."}
    nieuw = {(gesprek, Contact.over_kind): Bekend((ali,)), (gesprek, Contact.gezegd): Bekend("kanarie alleen Ali")}
    schrijven.leg_vast(robin, ali, nieuw)
    breng(robin, bo, kim, tmp_path)
    assert not kim.dossier(bo).gesprekken
    assert "kanarie" not in in_journaal(kim, gezin_van(kim, bo))
    schrijven.verwijder(robin, ali, Contact, gesprek)
    breng(robin, bo, kim, tmp_path)
    assert not kim.dossier(bo).gesprekken


@pytest.mark.parametrize("verzet", [timedelta(0), timedelta(days=365), timedelta(days=-365)])
def test_vernauwen_bereikt_ook_wie_het_van_een_ander_had_met_elke_klok(laptops, tmp_path, verzet):
    """Kim schreef het, Mo kreeg het van Kim en heeft alleen Bo; Robin vernauwt en stuurt Bo."""
    robin, kim, mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    breng(robin, ali, kim, tmp_path)
    breng(robin, bo, kim, tmp_path)
    kim.klok = VasteKlok(MOMENT + verzet)
    gesprek = schrijven.voeg_toe(kim, bo, Contact, {Contact.gezegd: GEZIN})
    breng(kim, bo, mo, tmp_path)
    breng(kim, ali, robin, tmp_path)
    schrijven.leg_vast(robin, ali, {(gesprek, Contact.over_kind): Bekend((ali,))})
    assert gesprekken(mo, bo) == {GEZIN}
    breng(robin, bo, mo, tmp_path)
    assert gesprekken(mo, bo) == set()


def test_over_wie_een_gesprek_van_anderen_gaat_is_geen_keuze_bij_de_broer(laptops, twee):
    """De een zegt Ali, de ander een zus: bij Bo staat het gesprek niet, en zou niemand kunnen kiezen."""
    robin = laptops[0]
    ali, bo = twee
    zus = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: ALI, Contact.over_kind: (ali,)})
    gezin, plaats = gezin_van(robin, ali), Contact.over_kind.plaats(gesprek)
    van_een_ander(robin, gezin, plaats, {"b": [zus]}, gezien=False)
    assert f"{gesprek}/{Contact.over_kind.id}" in set(robin.dossier(ali).conflicten())
    assert not set(robin.dossier(bo).conflicten())


def test_na_vernietigen_hoort_wie_de_woorden_nog_heeft_dat_ze_niet_bij_de_broer_horen(laptops, tmp_path):
    """Zo raadt het handboek het aan: eerst zeggen over wie het gaat, dan vernietigen."""
    robin, kim, _mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: ALI})
    breng(robin, bo, kim, tmp_path)
    schrijven.leg_vast(robin, ali, {(gesprek, Contact.over_kind): Bekend((ali,))})
    vernietig_op_verzoek(robin, ali)
    assert ALI not in in_journaal(robin, gezin_van(robin, bo))
    assert gesprekken(kim, bo) == {ALI}
    breng(robin, bo, kim, tmp_path)
    assert gesprekken(kim, bo) == set()
    assert gesprekken(robin, bo) == set()


def test_een_gesprek_over_een_zus_komt_niet_in_de_doos_van_een_overgedragen_dossier(laptops, twee, tmp_path):
    robin, kim, _mo = laptops
    ali, bo = twee
    for kind in (bo, ali):
        overdragen.draag_over(robin, [kind], opslag.mijn_id(kim.kluis), pad := tmp_path / f"{kind}.bundel")
        samen.neem_over(kim, samen.bekijk(kim, pad))
    assert overdragen.nagekomen(kim, bo) == ()


SCHOOL = "Op school gaat het niet goed."


@pytest.fixture
def vernauwd(laptops, tmp_path):
    """Kim kreeg Bo en schrijft verder aan een gesprek van het gezin; Robin zegt intussen dat het alleen over Ali gaat."""
    robin, kim, _mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: SCHOOL})
    breng(robin, bo, kim, tmp_path)
    schrijven.leg_vast(kim, bo, {(gesprek, Contact.afgesproken): Bekend("Kim belt oma.")})
    schrijven.leg_vast(robin, ali, {(gesprek, Contact.over_kind): Bekend((ali,))})
    return ali, bo, gesprek


@pytest.mark.parametrize("eerst", ["robin", "kim"])
def test_wat_een_collega_schreef_voor_die_het_wist_gaat_nog_mee(laptops, vernauwd, tmp_path, eerst):
    """Wie het eerst stuurt maakt niet uit: de woorden komen aan waar het andere kind is."""
    robin, kim, mo = laptops
    ali, bo, _gesprek = vernauwd
    if eerst == "robin":
        proef = breng(robin, bo, kim, tmp_path)
        [over] = [v for k in proef.kinderen for v in k.verschillen if v.veld == Contact.over_kind.id]
        assert over.goed_kijken
        assert proef.kinderen[0].namen[ali] == "een ander kind van dit gezin"
    breng(kim, bo, robin, tmp_path)
    breng(robin, bo, kim, tmp_path)
    [hier] = robin.dossier(ali).gesprekken
    assert (hier.gezegd, hier.afgesproken) == (Bekend(SCHOOL), Bekend("Kim belt oma."))
    assert not robin.dossier(bo).gesprekken
    assert not kim.dossier(bo).gesprekken
    # Ze gaan alleen terug naar wie het vertelde: wie Ali niet heeft, krijgt deze woorden niet.
    proef = breng(kim, bo, mo, tmp_path)
    assert "oma" not in str(proef.kinderen)
    assert not mo.dossier(bo).gesprekken
    assert "oma" not in in_journaal(mo, gezin_van(mo, bo))


def test_schreven_beiden_hetzelfde_veld_dan_kiest_een_mens(laptops, vernauwd, tmp_path):
    robin, kim, _mo = laptops
    ali, bo, gesprek = vernauwd
    schrijven.leg_vast(robin, ali, {(gesprek, Contact.afgesproken): Bekend("Robin belt school.")})
    breng(robin, bo, kim, tmp_path)
    breng(kim, bo, robin, tmp_path)
    assert f"{gesprek}/{Contact.afgesproken.id}" in set(robin.dossier(ali).conflicten())


def test_na_overdragen_en_teruggeven_is_niets_kwijt(laptops, tmp_path):
    robin, kim, _mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: SCHOOL})
    overdragen.draag_over(robin, [bo], opslag.mijn_id(kim.kluis), heen := tmp_path / "heen.bundel")
    samen.neem_over(kim, samen.bekijk(kim, heen))
    schrijven.leg_vast(kim, bo, {(gesprek, Contact.afgesproken): Bekend("Bo gaat naar logopedie.")})
    schrijven.leg_vast(robin, ali, {(gesprek, Contact.over_kind): Bekend((ali,))})
    breng(robin, bo, kim, tmp_path)
    overdragen.draag_over(kim, [bo], opslag.mijn_id(robin.kluis), terug := tmp_path / "terug.bundel")
    samen.neem_over(robin, samen.bekijk(robin, terug))
    assert [c.afgesproken for c in robin.dossier(ali).gesprekken] == [Bekend("Bo gaat naar logopedie.")]


@pytest.mark.parametrize("ook_bij_kim", [False, True])
def test_wie_een_kind_al_vernietigde_hoort_nog_dat_een_gesprek_alleen_daarover_ging(laptops, tmp_path, ook_bij_kim):
    """Dan gaan de woorden ook hier weg, uit het dossier van de broer en uit de geschiedenis."""
    robin, kim, mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: ALI})
    for kind in (ali, bo):
        breng(robin, kind, kim, tmp_path)
    vernietig_op_verzoek(robin, ali)
    assert gesprekken(robin, bo) == {ALI}
    schrijven.leg_vast(kim, ali, {(gesprek, Contact.over_kind): Bekend((ali,))})
    if ook_bij_kim:
        vernietig_op_verzoek(kim, ali)
    proef = breng(kim, bo, robin, tmp_path)
    assert proef.brengt_iets
    assert not robin.dossier(bo).gesprekken
    assert ALI not in in_journaal(robin, gezin_van(robin, bo))
    werkplek.controleer(robin)
    assert not samen.bekijk(robin, stuur(kim, bo, robin, tmp_path)).brengt_iets
    breng(robin, bo, mo, tmp_path)
    assert ALI not in in_journaal(mo, gezin_van(mo, bo))
    samen.maak_ongedaan(robin)
    assert ALI not in in_journaal(robin, gezin_van(robin, bo))
    werkplek.controleer(robin)


def test_voor_wie_een_gesprek_van_een_zus_niet_is_kiest_niemand_bij_de_broer(laptops, twee):
    robin = laptops[0]
    ali, bo = twee
    [gesprek] = [c.sleutel for c in robin.dossier(ali).gesprekken if c.gezegd == Bekend(ALI)]
    plaats = Afscherming.niet_voor.plaats(f"{Afscherming.soort}:{gesprek}")
    schrijven.leg_vast(robin, ali, {(plaats.voorwerp, Afscherming.niet_voor): Bekend(("jeugdige",))})
    van_een_ander(robin, gezin_van(robin, ali), plaats, {"b": ["persoon:x"]}, gezien=False)
    assert f"{plaats.voorwerp}/{plaats.veld}" in set(robin.dossier(ali).conflicten())
    assert not set(robin.dossier(bo).conflicten())


@pytest.mark.parametrize("eerst", [(), "beide"])
def test_wie_het_andere_kind_zelf_heeft_geeft_de_woorden_daarmee_mee_en_niet_met_de_broer(laptops, tmp_path, eerst):
    """Een collega zei later dat het alleen over Ali gaat; Mo krijgt alleen Bo."""
    robin, kim, mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    cas = dossiers.begin_broer_of_zus(robin, ali)
    over = (ali, cas) if eerst else ()
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: ALI, Contact.over_kind: over})
    for kind in (ali, bo):
        breng(robin, kind, kim, tmp_path)
    schrijven.leg_vast(kim, ali, {(gesprek, Contact.over_kind): Bekend((ali,))})
    breng(kim, ali, robin, tmp_path)
    proef = breng(robin, bo, mo, tmp_path)
    assert ALI not in str(proef.kinderen)
    assert ALI not in in_journaal(mo, gezin_van(mo, bo))
    breng(robin, ali, mo, tmp_path)
    assert gesprekken(mo, ali) == {ALI}


@pytest.mark.parametrize("eerst_gehoord", [True, False])
def test_ook_langs_een_derde_komen_de_woorden_aan(laptops, tmp_path, eerst_gehoord):
    """Kim draagt Bo over aan Mo; Robin vernauwt en vertelt dat aan Mo. Mo stuurt wat Kim schreef."""
    robin, kim, mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: SCHOOL})
    breng(robin, bo, kim, tmp_path)
    schrijven.leg_vast(kim, bo, {(gesprek, Contact.afgesproken): Bekend("Kim belt oma.")})
    overdragen.draag_over(kim, [bo], opslag.mijn_id(mo.kluis), heen := tmp_path / "heen.bundel")
    samen.neem_over(mo, samen.bekijk(mo, heen))
    schrijven.leg_vast(robin, ali, {(gesprek, Contact.over_kind): Bekend((ali,))})
    if eerst_gehoord:
        breng(robin, bo, mo, tmp_path)
        assert not mo.dossier(bo).gesprekken
    breng(mo, bo, robin, tmp_path)
    assert [c.afgesproken for c in robin.dossier(ali).gesprekken] == [Bekend("Kim belt oma.")]


def test_droeg_wie_het_vertelde_het_werk_over_dan_gaan_de_woorden_naar_wie_het_overnam(laptops, tmp_path):
    """Kim schreef in een gesprek van het gezin; Robin vernauwde het en droeg beide kinderen over aan Mo."""
    robin, kim, mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: GEZIN})
    breng(robin, bo, kim, tmp_path)
    leg(kim, bo, (gesprek, Contact.afgesproken), "kanarie van Kim")
    leg(robin, ali, (gesprek, Contact.over_kind), (ali,))
    breng(robin, bo, kim, tmp_path)
    overdragen.draag_over(robin, [ali, bo], opslag.mijn_id(mo.kluis), pad := tmp_path / "over.bundel")
    samen.neem_over(mo, samen.bekijk(mo, pad))
    breng(mo, bo, kim, tmp_path)
    breng(kim, bo, mo, tmp_path)
    [over_ali] = [c for c in mo.dossier(ali).gesprekken if c.sleutel == gesprek]
    assert over_ali.afgesproken == Bekend("kanarie van Kim")
    assert "kanarie van Kim" not in in_journaal(robin, gezin_van(robin, ali)), "Robin hoort het van Mo"


def test_vooraf_staat_er_dat_woorden_voorgoed_weggaan(laptops, tmp_path):
    """Een collega kan zich vergissen: dan belt iemand eerst."""
    robin, kim, _mo = laptops
    ali = begin(robin)
    bo = dossiers.begin_broer_of_zus(robin, ali)
    gesprek = schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: GEZIN})
    for kind in (ali, bo):
        breng(robin, kind, kim, tmp_path)
    vernietig_op_verzoek(robin, ali)
    schrijven.leg_vast(kim, ali, {(gesprek, Contact.over_kind): Bekend((ali,))})
    proef = samen.bekijk(robin, stuur(kim, bo, robin, tmp_path))
    assert [v.gaat_weg for k in proef.kinderen for v in k.verschillen if v.veld == Contact.over_kind.id] == [True]
    assert gesprekken(robin, bo) == {GEZIN}


def test_vooraf_heet_een_kind_uit_dezelfde_bundel_bij_zijn_naam(laptops, twee, tmp_path):
    robin, kim, _mo = laptops
    ali, bo = twee
    leg(robin, ali, (Jeugdige.soort, Jeugdige.roepnaam), "Ali")
    samen.verstuur(robin, [ali, bo], [opslag.mijn_id(kim.kluis)], pad := tmp_path / "samen.bundel")
    assert all(k.namen[ali] == "Ali" for k in samen.bekijk(kim, pad).kinderen)


def test_over_wie_gesprekken_gaan_wordt_vooraf_niet_bij_elk_veld_opnieuw_uitgezocht(laptops, tmp_path, monkeypatch):
    """Anders kost een bundel die twee keer zo groot is, vier keer zoveel."""
    robin, kim, _mo = laptops
    ali = begin(robin)
    keren = []
    monkeypatch.setattr(verschillen, "over_wie", lambda stand: keren.append(1) or over_wie(stand))

    def geteld(aantal):
        for nummer in range(aantal):
            schrijven.voeg_toe(robin, ali, Contact, {Contact.gezegd: f"gesprek {nummer}"})
        keren.clear()
        samen.bekijk(kim, stuur(robin, ali, kim, tmp_path))
        return len(keren)

    assert geteld(1) == geteld(20)
