"""Overdragen en bewijs van ontvangst, tussen echte werkplekken die elkaar alleen via bestanden kennen."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
import sqlcipher3

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.journaal.wijziging import VERWIJDERD
from jeugdteam_app.kern.bestanden import Klaargezet
from jeugdteam_app.kern.feit import Bekend, Conflict, waarde
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.werk import ontvangstbewijs, overdragen, samen, schrijven
from jeugdteam_app.werk.mijn_werk import mijn_werk
from jeugdteam_app.werk.verantwoordelijk import is_overgedragen, verantwoordelijk
from tests.werk.conftest import vernietig_op_verzoek
from tests.werk.test_samen import BEELD, VRAAG, begin, breng, leg, stuur


def id_van(plek):
    return opslag.mijn_id(plek.kluis)


def neem_over(naar, pad):
    samen.neem_over(naar, samen.bekijk(naar, pad))


@pytest.fixture
def overgedragen(laptops, tmp_path):
    robin, kim, mo = laptops
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], id_van(kim), pad := tmp_path / "over.bundel")
    neem_over(kim, pad)
    return robin, kim, mo, dossier


def test_na_de_overdracht_is_de_ander_verantwoordelijk_op_beide_laptops(overgedragen):
    robin, kim, _mo, dossier = overgedragen
    assert is_overgedragen(robin, dossier)
    assert not is_overgedragen(kim, dossier)
    van = verantwoordelijk(kim, dossier)
    assert (van.contact, van.van_contact, van.van_naam) == (id_van(kim), id_van(robin), "Robin Proef")


def test_wat_er_daarna_nog_komt_valt_nooit_stil_weg(overgedragen, tmp_path):
    robin, kim, _mo, dossier = overgedragen
    assert overdragen.nagekomen(kim, dossier) == ()
    leg(robin, dossier, VRAAG, "Er belde nog iemand van school.")
    leg(robin, dossier, (Jeugdige.soort, Jeugdige.achternaam), "Proef")
    breng(robin, dossier, kim, tmp_path)
    later = overdragen.nagekomen(kim, dossier)
    assert {n.veld for n in later} == {VRAAG[1].id, Jeugdige.achternaam.id}
    assert {n.auteur for n in later} == {"Robin Proef"}
    assert Bekend("Er belde nog iemand van school.") in {n.feit for n in later}
    assert "nagekomen" in {t.punt.code for t in mijn_werk(kim)}
    overdragen.gezien(kim, dossier)
    assert overdragen.nagekomen(kim, dossier) == ()
    leg(robin, dossier, VRAAG, "En nog iemand.")
    breng(robin, dossier, kim, tmp_path)
    assert [n.veld for n in overdragen.nagekomen(kim, dossier)] == [VRAAG[1].id], "wat later komt, komt er weer bij"


def test_wat_daarna_is_weggehaald_staat_er_met_wat_het_was(laptops, tmp_path):
    """‘Weggehaald: ja’ zegt niemand wat er weg is."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    gesprek = schrijven.voeg_toe(robin, dossier, Contact, {Contact.gezegd: "Oma past op."})
    overdragen.draag_over(robin, [dossier], id_van(kim), bundel := tmp_path / "over.bundel")
    samen.neem_over(kim, samen.bekijk(kim, bundel))
    schrijven.verwijder(robin, dossier, Contact, gesprek)
    breng(robin, dossier, kim, tmp_path)
    [weg] = [n for n in overdragen.nagekomen(kim, dossier) if n.veld == VERWIJDERD]
    assert "Oma past op." in weg.feit.waarde


def test_wat_een_andere_collega_schrijft_is_gewoon_samenwerken(overgedragen, tmp_path):
    _robin, kim, mo, dossier = overgedragen
    breng(kim, dossier, mo, tmp_path)
    leg(mo, dossier, BEELD, "Mo keek mee.")
    breng(mo, dossier, kim, tmp_path)
    assert overdragen.nagekomen(kim, dossier) == ()


def test_alleen_wie_verantwoordelijk_is_draagt_verder_over(overgedragen, tmp_path):
    robin, kim, mo, dossier = overgedragen
    with pytest.raises(InvoerFout, match="overdragen-niet-van-u"):
        overdragen.draag_over(robin, [dossier], id_van(mo), tmp_path / "nee.bundel")
    assert not (tmp_path / "nee.bundel").exists()
    overdragen.draag_over(kim, [dossier], id_van(mo), pad := tmp_path / "verder.bundel")
    neem_over(mo, pad)
    assert verantwoordelijk(mo, dossier).contact == id_van(mo)


def test_lukt_het_bestand_niet_dan_is_er_ook_niets_overgedragen(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(WereldFout):
        overdragen.draag_over(robin, [dossier], id_van(kim), tmp_path / "bestand" / "over.bundel")
    assert verantwoordelijk(robin, dossier) is None


def test_wordt_het_opslaan_niet_vast_dan_is_er_ook_geen_bestand(laptops, tmp_path, monkeypatch):
    """Anders is de collega verantwoordelijk en weet deze laptop van niets, met nummers die twee keer bestaan."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    map_ = tmp_path / "stick"
    map_.mkdir()
    echt = robin.kluis._doe

    def vol(sql):
        if sql == "COMMIT":
            assert not list(map_.glob("*.bundel")), "het bestand staat er nog niet"
            raise sqlcipher3.OperationalError("database or disk is full")
        return echt(sql)

    monkeypatch.setattr(robin.kluis, "_doe", vol)
    with pytest.raises(WereldFout, match="opslaan-mislukt"):
        overdragen.draag_over(robin, [dossier], id_van(kim), map_ / "over.bundel")
    monkeypatch.undo()
    assert not list(map_.iterdir())
    assert verantwoordelijk(robin, dossier) is None
    overdragen.draag_over(robin, [dossier], id_van(kim), map_ / "over.bundel")
    neem_over(kim, map_ / "over.bundel")
    assert verantwoordelijk(kim, dossier).contact == id_van(kim)


def test_valt_de_laptop_uit_voor_het_bestand_er_staat_dan_weet_hij_dat_hij_overdroeg(laptops, tmp_path, monkeypatch):
    """Er is dan geen bestand, en het dossier is terug te nemen."""
    robin, kim, _mo = laptops
    dossier = begin(robin)

    class ValtUit(BaseException):
        """Stroom weg."""

    def uit(_klaar):
        raise ValtUit

    monkeypatch.setattr(Klaargezet, "plaats", uit)
    with pytest.raises(ValtUit):
        overdragen.draag_over(robin, [dossier], id_van(kim), tmp_path / "over.bundel")
    monkeypatch.undo()
    assert not (tmp_path / "over.bundel").exists()
    assert verantwoordelijk(robin, dossier).contact == id_van(kim)
    assert not overdragen.is_aangekomen(robin, dossier)
    overdragen.neem_terug(robin, dossier)
    assert verantwoordelijk(robin, dossier).contact == id_van(robin)


def twee_overdrachten(laptops, tmp_path):
    """Robin en Kim droegen hetzelfde dossier tegelijk over aan Mo."""
    robin, kim, mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    overdragen.draag_over(robin, [dossier], id_van(mo), tmp_path / "a.bundel")
    overdragen.draag_over(kim, [dossier], id_van(mo), tmp_path / "b.bundel")
    neem_over(mo, tmp_path / "a.bundel")
    neem_over(mo, tmp_path / "b.bundel")
    return dossier


def test_droegen_twee_mensen_tegelijk_over_dan_kiest_een_mens(laptops, tmp_path):
    _robin, _kim, mo = laptops
    dossier = twee_overdrachten(laptops, tmp_path)
    assert isinstance(mo.dossier(dossier).een(Jeugdige).verantwoordelijk, Conflict)
    assert waarde(mo.dossier(dossier).een(Jeugdige).verantwoordelijk) is None
    keuzes = overdragen.twee_keer(mo, dossier)
    assert {k.van_naam for k in keuzes} == {"Robin Proef", "Kim Proef"}
    overdragen.kies(mo, dossier, keuzes[0])
    assert verantwoordelijk(mo, dossier) == keuzes[0]
    assert overdragen.twee_keer(mo, dossier) == ()


def test_het_werk_blijft_staan_tot_de_collega_zegt_dat_het_er_is(overgedragen, tmp_path):
    robin, kim, _mo, dossier = overgedragen
    leg(robin, dossier, (Aanmelding.soort, Aanmelding.datum), date(2026, 11, 1))
    voor = {t.punt.code for t in mijn_werk(robin)}
    assert "overdracht" in voor
    assert len(voor) > 1
    ontvangstbewijs.bewaar(kim, pad := tmp_path / "b.ontvangen", id_van(robin))
    ontvangstbewijs.lees_in(robin, pad)
    assert mijn_werk(robin) == ()
    assert "overdracht" not in {t.punt.code for t in mijn_werk(kim)}


def test_een_bewijs_van_ontvangst_staat_bij_het_dossier(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    neem_over(kim, stuur(robin, dossier, kim, tmp_path))
    ontvangstbewijs.bewaar(kim, pad := tmp_path / "b.ontvangen", id_van(robin))
    assert samen.laatst_verstuurd(robin, dossier).aangekomen == ()
    assert ontvangstbewijs.lees_in(robin, pad) == "Kim Proef"
    assert samen.laatst_verstuurd(robin, dossier).aangekomen == ("Kim Proef",)
    ontvangstbewijs.lees_in(robin, pad)
    assert samen.laatst_verstuurd(robin, dossier).aangekomen == ("Kim Proef",)
    assert "Sam" not in pad.read_text()


def test_een_bewijs_zegt_ook_wat_daar_is_vernietigd(laptops, tmp_path):
    """Wat daar niet terugkomt, is niet aangekomen."""
    robin, kim, _mo = laptops
    ali = begin(robin)
    breng(robin, ali, kim, tmp_path)
    vernietig_op_verzoek(kim, ali)
    samen.onthoud_gelezen(kim, samen.bekijk(kim, stuur(robin, ali, kim, tmp_path)))
    ontvangstbewijs.bewaar(kim, pad := tmp_path / "b.ontvangen", id_van(robin))
    ontvangstbewijs.lees_in(robin, pad)
    laatst = samen.laatst_verstuurd(robin, ali)
    assert (laatst.aangekomen, laatst.komt_niet_terug) == ((), ("Kim Proef",))
    stuur(robin, ali, kim, tmp_path)
    assert samen.laatst_verstuurd(robin, ali).komt_niet_terug == ("Kim Proef",), "nog eens sturen verandert dat niet"


def test_is_het_na_het_overnemen_vernietigd_dan_zegt_het_bewijs_dat_ook(overgedragen, tmp_path):
    """Anders leek het aangekomen, en had niemand het kind nog."""
    robin, kim, _mo, dossier = overgedragen
    vernietig_op_verzoek(kim, dossier)
    ontvangstbewijs.bewaar(kim, pad := tmp_path / "b.ontvangen", id_van(robin))
    ontvangstbewijs.lees_in(robin, pad)
    assert overdragen.kwam_niet_terug(robin, dossier) is not None
    overdragen.neem_terug(robin, dossier)
    assert verantwoordelijk(robin, dossier).contact == id_van(robin)


def test_een_bewijs_van_een_ander_of_veranderd_telt_niet(laptops, tmp_path):
    robin, kim, mo = laptops
    dossier = begin(robin)
    with pytest.raises(InvoerFout, match="bewijs-niets-ontvangen"):
        ontvangstbewijs.bewaar(kim, tmp_path / "leeg.ontvangen", id_van(robin))
    neem_over(kim, stuur(robin, dossier, kim, tmp_path))
    ontvangstbewijs.bewaar(kim, pad := tmp_path / "b.ontvangen", id_van(robin))
    echt = json.loads(pad.read_text())
    for anders, code in (
        ({"contact": id_van(mo)}, "bewijs-andere-bundel"),
        ({"bundel": "0" * 32}, "bewijs-andere-bundel"),
        ({"tijd": "2030-01-01T00:00:00+00:00"}, "bewijs-handtekening"),
        ({"handtekening": "geen hex"}, "bewijs-handtekening"),
        ({"contact": "onbekend"}, "contact-niet-nagelezen"),
        ({"extra": 1}, "bewijs-handtekening"),
        ({"bundel": 1}, "bewijs-onleesbaar"),
    ):
        pad.write_text(json.dumps(echt | anders))
        with pytest.raises(InvoerFout, match=code):
            ontvangstbewijs.lees_in(robin, pad)
    pad.write_bytes(b"\xff\xfe niets")
    with pytest.raises(InvoerFout, match="bewijs-onleesbaar"):
        ontvangstbewijs.lees_in(robin, pad)
    assert samen.laatst_verstuurd(robin, dossier).aangekomen == ()


def test_een_deel_van_een_overgedragen_dossier_gaat_niet_alsof_het_de_overdracht_is(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], id_van(kim), tmp_path / "over.bundel")
    with pytest.raises(InvoerFout, match="overdragen-hele-dossier"):
        samen.verstuur(robin, [dossier], [id_van(kim)], tmp_path / "deel.bundel", ["analyse"])
    assert not (tmp_path / "deel.bundel").exists()
    samen.verstuur(robin, [dossier], [id_van(kim)], tmp_path / "alles.bundel")


def test_ook_wie_eerder_iets_stuurde_krijgt_een_bewijs(laptops, tmp_path):
    robin, kim, mo = laptops
    for van in (robin, mo):
        dossier = begin(van)
        breng(van, dossier, kim, tmp_path)
    assert [naam for _id, naam in ontvangstbewijs.afzenders(kim)] == ["Mo Proef", "Robin Proef"]
    ontvangstbewijs.bewaar(kim, pad := tmp_path / "b.ontvangen", id_van(robin))
    assert ontvangstbewijs.lees_in(robin, pad) == "Kim Proef"


def bewijs(van, naar, tmp_path):
    ontvangstbewijs.bewaar(van, pad := tmp_path / f"{len(list(tmp_path.iterdir()))}.ontvangen", id_van(naar))
    return pad


def test_een_bewijs_voor_een_eerdere_bundel_is_niet_dat_van_de_overdracht(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    overdragen.draag_over(robin, [dossier], id_van(kim), over := tmp_path / "over.bundel")
    ontvangstbewijs.lees_in(robin, bewijs(kim, robin, tmp_path))
    assert not overdragen.is_aangekomen(robin, dossier)
    assert "overdracht" in {t.punt.code for t in mijn_werk(robin)}
    neem_over(kim, over)
    ontvangstbewijs.lees_in(robin, bewijs(kim, robin, tmp_path))
    assert overdragen.is_aangekomen(robin, dossier)


def test_een_bewijs_noemt_ook_wat_er_eerder_kwam(laptops, tmp_path):
    robin, kim, _mo = laptops
    een, twee = begin(robin), begin(robin)
    for dossier, naam in ((een, "een.bundel"), (twee, "twee.bundel")):
        overdragen.draag_over(robin, [dossier], id_van(kim), over := tmp_path / naam)
        neem_over(kim, over)
    ontvangstbewijs.lees_in(robin, bewijs(kim, robin, tmp_path))
    assert [overdragen.is_aangekomen(robin, d) for d in (een, twee)] == [True, True]


def test_een_bewijs_van_een_eerdere_versie_noemt_alleen_de_laatste_bundel(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], id_van(kim), over := tmp_path / "over.bundel")
    neem_over(kim, over)
    pad = bewijs(kim, robin, tmp_path)
    gelezen = json.loads(pad.read_text())
    del gelezen["eerder"]
    pad.write_text(json.dumps(gelezen))
    ontvangstbewijs.lees_in(robin, pad)
    assert overdragen.is_aangekomen(robin, dossier)


def test_een_overdracht_om_half_een_s_nachts_komt_ook_aan(laptops, tmp_path):
    """In de kluis staat de tijd in UTC; de dag hier is dan al de volgende."""
    robin, kim, _mo = laptops
    robin.klok = VasteKlok(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], id_van(kim), over := tmp_path / "over.bundel")
    neem_over(kim, over)
    ontvangstbewijs.lees_in(robin, bewijs(kim, robin, tmp_path))
    assert overdragen.is_aangekomen(robin, dossier)


@pytest.mark.parametrize("naam", ["0", "f"])
def test_werk_van_de_eerste_komt_ook_bij_de_derde_in_het_bakje_ook_met_een_klok_die_achterloopt(
    laptops, tmp_path, naam
):
    robin, kim, mo = laptops
    # In een bundel staat alles op naam van het apparaat: die volgorde zegt niet wie het eerst had.
    robin.kluis.onthoud("apparaat", naam * 32)
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], id_van(kim), pad := tmp_path / "over.bundel")
    neem_over(kim, pad)
    overdragen.draag_over(kim, [dossier], id_van(mo), verder := tmp_path / "verder.bundel")
    neem_over(mo, verder)
    robin.klok = VasteKlok(datetime(2019, 1, 1, tzinfo=UTC))
    leg(robin, dossier, VRAAG, "Er belde nog iemand.")
    breng(robin, dossier, mo, tmp_path)
    assert [n.veld for n in overdragen.nagekomen(mo, dossier)] == [VRAAG[1].id]


def test_wie_verder_overdraagt_las_eerst_na_wat_er_nog_kwam(overgedragen, tmp_path):
    robin, kim, mo, dossier = overgedragen
    leg(robin, dossier, VRAAG, "Er belde nog iemand.")
    breng(robin, dossier, kim, tmp_path)
    with pytest.raises(InvoerFout, match="overdragen-eerst-nalezen"):
        overdragen.draag_over(kim, [dossier], id_van(mo), tmp_path / "nee.bundel")
    overdragen.gezien(kim, dossier)
    overdragen.draag_over(kim, [dossier], id_van(mo), tmp_path / "ja.bundel")


def test_na_een_tweede_overdracht_heeft_de_eerste_er_geen_werk_meer_aan(overgedragen, tmp_path):
    robin, kim, mo, dossier = overgedragen
    ontvangstbewijs.lees_in(robin, bewijs(kim, robin, tmp_path))
    overdragen.draag_over(kim, [dossier], id_van(mo), tmp_path / "verder.bundel")
    breng(kim, dossier, robin, tmp_path)
    assert overdragen.is_aangekomen(robin, dossier)
    assert mijn_werk(robin) == ()


def test_na_een_bewijs_van_ontvangst_is_samenvoegen_niet_meer_terug_te_draaien(overgedragen, tmp_path):
    robin, kim, _mo, dossier = overgedragen
    ontvangstbewijs.lees_in(robin, bewijs(kim, robin, tmp_path))
    with pytest.raises(InvoerFout, match="samen-bewijs-gegeven"):
        samen.maak_ongedaan(kim)
    assert verantwoordelijk(kim, dossier).contact == id_van(kim)


def test_het_bewijs_is_van_wat_het_laatst_kwam_ook_als_dat_niets_nieuws_bracht(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    samen.onthoud_gelezen(kim, samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path)))
    ontvangstbewijs.lees_in(robin, bewijs(kim, robin, tmp_path))
    assert samen.laatst_verstuurd(robin, dossier).aangekomen == ("Kim Proef",)


def test_tijdens_twee_gelijktijdige_overdrachten_draagt_niemand_verder_over(laptops, tmp_path):
    _robin, kim, mo = laptops
    dossier = twee_overdrachten(laptops, tmp_path)
    with pytest.raises(InvoerFout, match="overdragen-eerst-kiezen"):
        overdragen.draag_over(mo, [dossier], id_van(kim), tmp_path / "c.bundel")


def test_ook_na_een_bewijs_voor_een_latere_bundel_blijft_de_overdracht_staan(overgedragen, tmp_path):
    robin, kim, _mo, dossier = overgedragen
    samen.onthoud_gelezen(kim, samen.bekijk(kim, stuur(robin, dossier, kim, tmp_path)))
    ontvangstbewijs.lees_in(robin, bewijs(kim, robin, tmp_path))
    with pytest.raises(InvoerFout, match="samen-bewijs-gegeven"):
        samen.maak_ongedaan(kim)


def test_ook_van_een_collega_met_dezelfde_naam_valt_later_werk_op(laptops, tmp_path):
    robin, kim, _mo = laptops
    kim.wie = robin.wie
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], id_van(kim), pad := tmp_path / "over.bundel")
    neem_over(kim, pad)
    leg(robin, dossier, VRAAG, "Er belde nog iemand.")
    breng(robin, dossier, kim, tmp_path)
    assert [n.veld for n in overdragen.nagekomen(kim, dossier)] == [VRAAG[1].id]


def lees_zoals_het_venster(naar, pad):
    proef = samen.bekijk(naar, pad)
    samen.onthoud_gelezen(naar, proef)
    if proef.brengt_iets:
        samen.neem_over(naar, proef)


def bewijs_voor(van, naar, tmp_path):
    ontvangstbewijs.bewaar(van, pad := tmp_path / "bewijs.ontvangen", id_van(naar))
    ontvangstbewijs.lees_in(naar, pad)


@pytest.mark.parametrize("erbij", [False, True])
def test_wat_bij_de_ander_vernietigd_is_geldt_niet_als_aangekomen(laptops, tmp_path, erbij):
    robin, kim, _mo = laptops
    weg, ander = begin(robin), begin(robin)
    breng(robin, weg, kim, tmp_path)
    vernietig_op_verzoek(kim, weg)
    overdragen.draag_over(robin, [weg, ander] if erbij else [weg], id_van(kim), pad := tmp_path / "o.bundel")
    lees_zoals_het_venster(kim, pad)
    bewijs_voor(kim, robin, tmp_path)
    assert not overdragen.is_aangekomen(robin, weg)
    assert overdragen.kwam_niet_terug(robin, weg).naam == "Kim Proef"
    assert overdragen.is_aangekomen(robin, ander) is erbij
    overdragen.neem_terug(robin, weg)
    assert not is_overgedragen(robin, weg)
    with pytest.raises(InvoerFout, match="overdragen-niet-terug"):
        overdragen.neem_terug(robin, ander)


def test_kwam_de_inhoud_langs_een_ander_dan_draait_die_niet_meer_terug_na_een_bewijs(laptops, tmp_path):
    robin, kim, mo = laptops
    dossier = begin(kim)
    breng(kim, dossier, mo, tmp_path)
    overdragen.draag_over(mo, [dossier], id_van(robin), over := tmp_path / "o.bundel")
    breng(mo, dossier, kim, tmp_path)
    breng(kim, dossier, robin, tmp_path)
    lees_zoals_het_venster(robin, over)
    bewijs_voor(robin, mo, tmp_path)
    assert overdragen.is_aangekomen(mo, dossier)
    with pytest.raises(InvoerFout, match="samen-bewijs-gegeven"):
        samen.maak_ongedaan(robin)


def test_een_leeg_gelezen_bundel_telt_na_terugdraaien_niet_meer_als_gelezen(laptops, tmp_path):
    robin, kim, mo = laptops
    dossier = begin(kim)
    breng(kim, dossier, mo, tmp_path)
    breng(kim, dossier, robin, tmp_path)
    samen.onthoud_gelezen(robin, samen.bekijk(robin, leeg := stuur(mo, dossier, robin, tmp_path)))
    samen.maak_ongedaan(robin)
    assert samen.bekijk(robin, leeg).brengt_iets
    assert ontvangstbewijs.afzenders(robin) == ()


def test_later_werk_van_de_eerste_valt_niet_tussen_twee_overdrachten(laptops, tmp_path):
    robin, kim, mo = laptops
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], id_van(kim), een := tmp_path / "een.bundel")
    neem_over(kim, een)
    overdragen.draag_over(kim, [dossier], id_van(mo), twee := tmp_path / "twee.bundel")
    leg(robin, dossier, VRAAG, "School belde nog.")
    breng(robin, dossier, kim, tmp_path)
    # Kim is niet meer verantwoordelijk en stuurt alles; dan pas leest Mo.
    breng(kim, dossier, mo, tmp_path)
    lees_zoals_het_venster(mo, twee)
    assert [n.veld for n in overdragen.nagekomen(mo, dossier)] == [VRAAG[1].id]


def test_na_terugnemen_komt_het_werk_van_de_ander_toch_in_de_doos(laptops, tmp_path):
    """Kim kreeg het wel en schreef door; zij gaf het zelf nooit door."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    overdragen.draag_over(robin, [dossier], opslag.mijn_id(kim.kluis), pad := tmp_path / "o.bundel")
    samen.neem_over(kim, samen.bekijk(kim, pad))
    overdragen.neem_terug(robin, dossier)
    leg(kim, dossier, BEELD, "Kim schreef nog")
    breng(kim, dossier, robin, tmp_path)
    assert len(overdragen.nagekomen(robin, dossier)) == 1
