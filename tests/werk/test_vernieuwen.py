"""De hoofdsleutel vernieuwen: alles blijft, niets ouds past nog, en halverwege stoppen kost niets."""

from __future__ import annotations

import os
import shutil
import signal
from datetime import timedelta

import pytest
import sqlcipher3

from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.fouten import Fout, InvoerFout, WereldFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import hoofd, kluis, vernieuwen
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.opslag.indeling import SLOTEN
from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import collegas, dossiers, reservekopie, samen, wachtzin, waken, werkplek
from jeugdteam_app.werk import vernieuwen as werk
from tests.conftest import MOMENT, WACHTZIN
from tests.werk.conftest import vernietig_op_verzoek
from tests.werk.test_samen import BEELD, begin, breng, leg, stuur

NIEUW = "wolk fiets lantaarn brug appel"


def open_(map_, wachtzin=NIEUW):
    return werkplek.open_met_wachtzin(map_, wachtzin, VasteKlok(MOMENT))


def alles(plek):
    """Alles wat er staat: elke rij van elke tabel, en elk dossier."""
    tabellen = [t for (t,) in plek.kluis.vraag("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    rijen = {
        t: plek.kluis.vraag(f"SELECT * FROM {t}")  # noqa: S608
        for t in tabellen
        if t not in ("kluis", "toegangslog", "sqlite_sequence")
    }
    return rijen, [plek.dossier(r.id) for r in dossiers.overzicht(plek)]


def vernieuw(plek, hoofdmap, wachtzin=NIEUW):
    nieuw = werk.bereid_voor(plek, WACHTZIN, wachtzin)
    werk.vernieuw(plek, nieuw, hoofdmap, VLOER)
    return nieuw


def test_alles_blijft_en_alleen_het_nieuwe_past(voorbeeldplek, tmp_path):
    map_, voor = voorbeeldplek.kluis.map, alles(voorbeeldplek)
    oude_sloten, oude_sleutel = (map_ / SLOTEN).read_bytes(), voorbeeldplek.kluis.sleutel
    nieuw = vernieuw(voorbeeldplek, tmp_path / "hoofd")
    assert alles(voorbeeldplek) == voor
    werkplek.controleer(voorbeeldplek)
    assert waken.bekijk(voorbeeldplek, tmp_path / "hoofd") is None
    voorbeeldplek.sluit()
    assert sorted(p.name for p in map_.iterdir()) == ["dossiersleutels-2.bin", "kluis-2.db", SLOTEN]
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        open_(map_, WACHTZIN)
    for openen in (
        lambda: open_(map_),
        lambda: werkplek.open_met_herstel(map_, " ".join(nieuw.herstelwoorden), VasteKlok(MOMENT)),
    ):
        weer = openen()
        assert alles(weer) == voor
        weer.sluit()
    # Wie het oude slot of de oude sleutel heeft, heeft er niets meer aan.
    (map_ / SLOTEN).write_bytes(oude_sloten)
    with pytest.raises(WereldFout, match="kluis-beschadigd"):
        open_(map_, WACHTZIN)
    with pytest.raises(WereldFout, match="kluis-beschadigd"):
        kluis.verbind(map_ / "kluis-2.db", oude_sleutel)


def test_nog_eens_vernieuwen_en_schrijven_gaat_gewoon_door(voorbeeldplek, tmp_path):
    vernieuw(voorbeeldplek, tmp_path)
    werk.vernieuw(voorbeeldplek, werk.bereid_voor(voorbeeldplek, NIEUW, WACHTZIN), tmp_path, VLOER)
    dossiers.begin_gezin(voorbeeldplek, "Familie Proef")
    assert werkplek.controleer(voorbeeldplek)["wijzigingen"] > 0
    assert (voorbeeldplek.kluis.map / "kluis-3.db").exists()


def test_oude_kopieen_gaan_weg_en_een_nieuwe_gaat_open_met_de_nieuwe_wachtzin(voorbeeldplek, tmp_path):
    (plek := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(voorbeeldplek, plek)
    [oud] = plek.iterdir()
    vernieuw(voorbeeldplek, tmp_path)
    [nieuw] = plek.iterdir()
    assert nieuw != oud
    assert reservekopie.stand(voorbeeldplek).aantal == 1


@pytest.mark.parametrize("is_er", [True, False])
def test_ook_op_een_eerdere_plek_gaan_kopieen_met_de_oude_sleutel_weg(voorbeeldplek, tmp_path, is_er):
    eerder, nu, elders = tmp_path / "eerder", tmp_path / "nu", tmp_path / "elders"
    for plek in (eerder, nu):
        plek.mkdir()
        reservekopie.kies_plek(voorbeeldplek, plek)
    if not is_er:
        eerder.rename(elders)
    vernieuw(voorbeeldplek, tmp_path)
    assert reservekopie.met_oude_sleutel(voorbeeldplek) == (() if is_er else (eerder,))
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    gezegd = vernietig_op_verzoek(voorbeeldplek, sam)
    assert ("Eén plek met kopieën" in gezegd) is not is_er
    if not is_er:
        elders.rename(eerder)
        voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
        reservekopie.maak(voorbeeldplek)
    assert list(eerder.iterdir()) == []
    assert reservekopie.met_oude_sleutel(voorbeeldplek) == reservekopie.niet_bereikbaar(voorbeeldplek) == ()


def test_een_oude_plek_die_terugkomt_als_iemand_een_nieuwe_kiest_blijft_niet_op_de_lijst(voorbeeldplek, tmp_path):
    (oud := tmp_path / "oud").mkdir()
    reservekopie.kies_plek(voorbeeldplek, oud)
    oud.rename(elders := tmp_path / "elders")
    vernieuw(voorbeeldplek, tmp_path)
    elders.rename(oud)
    (nieuw := tmp_path / "nieuw").mkdir()
    reservekopie.kies_plek(voorbeeldplek, nieuw)
    assert list(oud.iterdir()) == []
    assert reservekopie.met_oude_sleutel(voorbeeldplek) == ()


def test_wie_de_wachtzin_niet_kent_vernieuwt_niets(voorbeeldplek, tmp_path):
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        werk.bereid_voor(voorbeeldplek, "iets heel anders maar lang", NIEUW)
    with pytest.raises(InvoerFout, match="wachtzin-te-zwak"):
        werk.bereid_voor(voorbeeldplek, WACHTZIN, "kort")


@pytest.mark.parametrize("waar", ["_schrijf_over", "_kijk_na", "schrijf_heel", "schrijf_sloten"])
@pytest.mark.parametrize(
    "fout", [OSError(28, "vol"), sqlcipher3.OperationalError("disk full"), WereldFout("kluis-beschadigd")]
)
def test_lukt_een_stap_niet_dan_is_er_niets_veranderd(voorbeeldplek, tmp_path, monkeypatch, waar, fout):
    def mislukt(*_a):
        raise fout

    voor = alles(voorbeeldplek)
    monkeypatch.setattr(kluis if waar == "schrijf_sloten" else vernieuwen, waar, mislukt)
    with pytest.raises(WereldFout, match="vernieuwen-mislukt"):
        vernieuw(voorbeeldplek, tmp_path)
    monkeypatch.undo()
    assert alles(voorbeeldplek) == voor
    map_ = voorbeeldplek.kluis.map
    voorbeeldplek.sluit()
    weer = open_(map_, WACHTZIN)
    assert alles(weer) == voor
    weer.sluit()
    assert not list(map_.glob("*-2.*"))


def test_staat_het_nieuwe_slotenbestand_er_al_dan_geldt_het_ook_als_er_daarna_iets_misgaat(
    voorbeeldplek, tmp_path, monkeypatch
):
    echt = kluis.schrijf_sloten

    def wel_geschreven(map_, bestand):
        echt(map_, bestand)
        raise OSError(5, "de map is niet te verzegelen")

    voor = alles(voorbeeldplek)
    monkeypatch.setattr(kluis, "schrijf_sloten", wel_geschreven)
    vernieuw(voorbeeldplek, tmp_path)
    assert alles(voorbeeldplek) == voor


def test_een_oude_sleutel_en_database_ernaast_teruggezet_wissen_de_nieuwe_nooit(voorbeeldplek, tmp_path):
    map_ = voorbeeldplek.kluis.map
    shutil.copytree(map_, tmp_path / "oud")
    vernieuw(voorbeeldplek, tmp_path / "hoofd")
    voorbeeldplek.sluit()
    for pad in (tmp_path / "oud").iterdir():
        shutil.copy(pad, map_ / pad.name)
    terug = open_(map_, WACHTZIN)
    assert waken.bekijk(terug, tmp_path / "hoofd") is waken.Zorg.OUDER
    terug.sluit()
    assert (map_ / "kluis-2.db").exists()


def gedood(map_, hoofdmap, na):
    """Vernieuwt in een ander proces en doodt dat op een punt onderweg."""
    if (kind := os.fork()) == 0:
        echt = {naam: getattr(vernieuwen, naam) for naam in ("_schrijf_over", "_kijk_na", "schrijf_heel")}
        for naam, doe in echt.items():

            def stap(*a, naam=naam, doe=doe):
                uit = doe(*a)
                if naam == na:
                    os.kill(os.getpid(), signal.SIGKILL)
                return uit

            setattr(vernieuwen, naam, stap)
        if na == "sluit":
            kluis.Kluis.sluit = lambda _zelf: os.kill(os.getpid(), signal.SIGKILL)
        vernieuw(open_(map_, WACHTZIN), hoofdmap)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])


@pytest.mark.parametrize(
    ("na", "wachtzin"),
    [("_schrijf_over", WACHTZIN), ("_kijk_na", WACHTZIN), ("schrijf_heel", WACHTZIN), ("sluit", NIEUW)],
)
def test_gedood_op_elk_punt_geldt_precies_een_van_beide(voorbeeldmap, tmp_path, na, wachtzin):
    plek = open_(voorbeeldmap, WACHTZIN)
    voor = alles(plek)
    plek.sluit()
    assert gedood(voorbeeldmap, tmp_path, na) == -signal.SIGKILL
    weer = open_(voorbeeldmap, wachtzin)
    assert alles(weer) == voor
    weer.sluit()
    with pytest.raises(Fout):
        open_(voorbeeldmap, NIEUW if wachtzin == WACHTZIN else WACHTZIN)


def test_na_vernieuwen_leest_en_tekent_een_oude_kopie_niets_nieuws_en_komt_wat_onderweg_was_aan(laptops, tmp_path):
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    leg(kim, dossier, BEELD, "van voor het vernieuwen")
    onderweg = stuur(kim, dossier, robin, tmp_path)
    oud = opslag.identiteit(robin.kluis)
    vernieuw(robin, tmp_path / "hoofden")
    nieuw = opslag.identiteit(robin.kluis)
    assert nieuw.openbaar.cijfers != oud.openbaar.cijfers
    samen.neem_over(robin, samen.bekijk(robin, onderweg))
    assert waarde(robin.dossier(dossier).een(Analyse).gedeeld_beeld) == "van voor het vernieuwen"
    # Tot de cijfers opnieuw zijn nagelezen, neemt Kim niets aan; en daarna is wat zij stuurt met de oude niet te openen.
    leg(robin, dossier, BEELD, "van erna")
    met_nieuw = stuur(robin, dossier, kim, tmp_path)
    with pytest.raises(InvoerFout, match="bundel-handtekening"):
        samen.bekijk(kim, met_nieuw)
    collegas.bewaar_kaartje(robin, kaartje := tmp_path / "nieuw.kaartje")
    assert collegas.laad_kaartje(kim, kaartje).staat is opslag.Staat.VERANDERD
    collegas.bevestig(kim, opslag.mijn_id(robin.kluis))
    samen.neem_over(kim, samen.bekijk(kim, met_nieuw))
    dicht = stuur(kim, dossier, robin, tmp_path).read_bytes()
    with pytest.raises(InvoerFout, match="bundel-niet-te-openen"):
        oud.maak_open(dicht)
    assert nieuw.maak_open(dicht)


def test_met_het_papier_is_een_nieuwe_wachtzin_te_kiezen(tmp_path):
    """Wie zijn wachtzin vergat en het papier nog heeft, komt binnen en kan weer een wachtzin kiezen."""
    nieuw = werkplek.bereid_voor(tmp_path, "Werkplek", "Robin Proef", WACHTZIN)
    papier, zin = " ".join(nieuw.herstelwoorden), "schaap fiets boter lamp wolk"
    plek = werkplek.maak(nieuw, VasteKlok(MOMENT), VLOER)
    wachtzin.verander(plek, papier, zin)
    assert werk.bereid_voor(plek, papier, zin).wachtzin == zin
    with pytest.raises(InvoerFout, match="herstel"):
        wachtzin.verander(plek, papier.replace(nieuw.herstelwoorden[0], "ergens", 1), zin)
    plek.sluit()
    werkplek.open_met_wachtzin(nieuw.map, zin, VasteKlok(MOMENT)).sluit()


class _Stil(BaseException):
    """De stroom valt weg."""


@pytest.mark.parametrize("waar", ["vernieuw_identiteit", "onthoud"])
@pytest.mark.parametrize("fout", [_Stil(), WereldFout("opslaan-mislukt")])
def test_valt_het_stil_als_de_nieuwe_sleutel_al_geldt_dan_maakt_openen_het_af(
    voorbeeldplek, tmp_path, monkeypatch, waar, fout
):
    """Ook de sleutels om samen te werken worden nieuw, en niemand leest dat er iets ontbreekt."""
    hoofdmap, map_ = tmp_path / "hoofd", voorbeeldplek.kluis.map
    hoofdmap.mkdir()
    waken.onthoud(voorbeeldplek, hoofdmap)
    oud = opslag.identiteit(voorbeeldplek.kluis).openbaar.cijfers

    def mislukt(*_a):
        raise fout

    monkeypatch.setattr(opslag if waar == "vernieuw_identiteit" else werk.hoofd, waar, mislukt)
    with pytest.raises(type(fout)) as gezien:
        vernieuw(voorbeeldplek, hoofdmap)
    monkeypatch.undo()
    if isinstance(fout, WereldFout):
        assert gezien.value.code == "vernieuwen-half"
    voorbeeldplek.sluit()
    weer = waken.open_met_wachtzin(map_, NIEUW, hoofdmap)
    assert weer.zorg is None
    nieuw = opslag.identiteit(weer.kluis).openbaar.cijfers
    assert nieuw != oud
    weer.sluit()
    nog_eens = waken.open_met_wachtzin(map_, NIEUW, hoofdmap)
    assert nog_eens.zorg is None
    assert opslag.identiteit(nog_eens.kluis).openbaar.cijfers == nieuw
    nog_eens.sluit()


def test_ook_een_kopie_van_een_eerdere_sleutel_weet_wat_er_later_is_vernietigd(voorbeeldplek, tmp_path):
    """Een stick die er bij het vernieuwen niet was: wat daarna is vernietigd, komt er niet mee terug."""
    (stick := tmp_path / "stick").mkdir()
    hoofdmap = tmp_path / "hoofd"
    weg, *over = [r.id for r in dossiers.overzicht(voorbeeldplek)]
    assert over
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)
    waken.onthoud(voorbeeldplek, hoofdmap)
    shutil.copytree(stick, tmp_path / "weggelegd")
    vernieuw(voorbeeldplek, hoofdmap)
    werk.vernieuw(voorbeeldplek, werk.bereid_voor(voorbeeldplek, NIEUW, f"{NIEUW} weg"), hoofdmap, VLOER)
    vernietig_op_verzoek(voorbeeldplek, weg)
    waken.onthoud(voorbeeldplek, hoofdmap)
    assert not kopie.pad.exists()
    [oud] = reservekopie.vind(tmp_path / "weggelegd")
    terug = reservekopie.zet_terug(oud, WACHTZIN, tmp_path / "b", hoofden=hoofdmap)
    assert [r.id for r in dossiers.overzicht(terug.werkplek)] == over
    assert not terug.van_oude_sleutel, "deze computer weet wat er weg is"
    terug.laat_vallen()


def test_ook_een_map_van_voor_de_nieuwe_sleutel_brengt_niets_vernietigds_terug(voorbeeldplek, tmp_path):
    """Iemand zet de hele map van vroeger terug en gaat verder: wat later wegging, blijft weg."""
    hoofdmap, map_ = tmp_path / "hoofd", voorbeeldplek.kluis.map
    weg, *over = [r.id for r in dossiers.overzicht(voorbeeldplek)]
    waken.onthoud(voorbeeldplek, hoofdmap)
    shutil.copytree(map_, tmp_path / "vroeger")
    vernieuw(voorbeeldplek, hoofdmap)
    vernietig_op_verzoek(voorbeeldplek, weg)
    waken.onthoud(voorbeeldplek, hoofdmap)
    voorbeeldplek.sluit()
    shutil.rmtree(map_)
    shutil.copytree(tmp_path / "vroeger", map_)
    plek = waken.open_met_wachtzin(map_, WACHTZIN, hoofdmap)
    assert plek.zorg is hoofd.Zorg.OUDER
    waken.ga_verder(plek, hoofdmap)
    assert [r.id for r in dossiers.overzicht(plek)] == over
    plek.sluit()


def test_een_kopie_van_de_oude_sleutel_zegt_dat_er_weer_iets_vernietigds_in_kan_zitten(voorbeeldplek, tmp_path):
    """Is de lijst van wat later wegging er niet, of is eraan geknoeid, dan hoort een mens dat."""
    (stick := tmp_path / "stick").mkdir()
    hoofdmap = tmp_path / "hoofd"
    hoofdmap.mkdir()
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)
    waken.onthoud(voorbeeldplek, hoofdmap)
    terug = reservekopie.zet_terug(kopie, WACHTZIN, tmp_path / "a", hoofden=hoofdmap)
    assert not terug.van_oude_sleutel
    terug.laat_vallen()
    shutil.copytree(stick, tmp_path / "weggelegd")
    vernieuw(voorbeeldplek, hoofdmap)
    [oud] = reservekopie.vind(tmp_path / "weggelegd")
    [lijst] = hoofdmap.glob("*.weg")
    lijst.write_bytes(lijst.read_bytes().replace(b"[]", b'["anders"]'))
    terug = reservekopie.zet_terug(oud, WACHTZIN, tmp_path / "b", hoofden=hoofdmap)
    assert terug.van_oude_sleutel
    terug.laat_vallen()


def test_wat_een_mens_al_zag_is_na_half_vernieuwen_geen_nieuw_alarm(voorbeeldplek, tmp_path, monkeypatch):
    hoofdmap, map_ = tmp_path / "hoofd", voorbeeldplek.kluis.map
    with voorbeeldplek.kluis.transactie() as verbinding:
        verbinding.execute("UPDATE toegangslog SET wie = 'Iemand' WHERE nr = 1")
    waken.ga_verder(voorbeeldplek, hoofdmap)
    assert waken.bekijk(voorbeeldplek, hoofdmap) is None

    def stil(*_a):
        raise _Stil

    monkeypatch.setattr(opslag, "vernieuw_identiteit", stil)
    with pytest.raises(_Stil):
        vernieuw(voorbeeldplek, hoofdmap)
    monkeypatch.undo()
    voorbeeldplek.sluit()
    weer = waken.open_met_wachtzin(map_, NIEUW, hoofdmap)
    assert weer.zorg is None
    weer.sluit()


def test_een_kopie_met_de_nieuwste_sleutel_is_niet_van_voor_een_nieuwe_sleutel(voorbeeldplek, tmp_path):
    """Ook niet als de oude werkplek, met de oude sleutel, nog op deze computer staat."""
    (stick := tmp_path / "stick").mkdir()
    hoofdmap = tmp_path / "hoofd"
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)
    waken.onthoud(voorbeeldplek, hoofdmap)
    terug = reservekopie.zet_terug(kopie, WACHTZIN, tmp_path / "a", hoofden=hoofdmap)
    plek = terug.houd()
    waken.onthoud(plek, hoofdmap)
    vernieuw(plek, hoofdmap)
    (ander := tmp_path / "ander").mkdir()
    nieuwste = reservekopie.kies_plek(plek, ander)
    weer = reservekopie.zet_terug(nieuwste, NIEUW, tmp_path / "b", hoofden=hoofdmap)
    assert not weer.van_oude_sleutel
    weer.laat_vallen()
    plek.sluit()


def test_een_wachtzin_zo_lang_als_het_papier_is_gewoon_te_veranderen(voorbeeldplek):
    lang = " ".join(f"{letter}x" for letter in "abcdefghijklmnopqrstuvwx")
    wachtzin.verander(voorbeeldplek, WACHTZIN, lang)
    wachtzin.verander(voorbeeldplek, lang, NIEUW)
    map_ = voorbeeldplek.kluis.map
    voorbeeldplek.sluit()
    open_(map_).sluit()


def test_een_andere_wachtzin_geldt_ook_meteen_voor_de_kopieen(voorbeeldplek, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(voorbeeldplek, stick)
    wachtzin.verander(voorbeeldplek, WACHTZIN, NIEUW)
    reservekopie.oefen(voorbeeldplek, NIEUW, met_herstel=False)
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        reservekopie.oefen(voorbeeldplek, WACHTZIN, met_herstel=False)
    # Is de plek er nu niet, dan lukt veranderen ook.
    stick.rename(tmp_path / "weg")
    wachtzin.verander(voorbeeldplek, NIEUW, WACHTZIN)
