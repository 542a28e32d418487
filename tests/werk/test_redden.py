"""Een beschadigde werkplek: wat te lezen is komt mee, de rest staat erbij, en het oude blijft onaangeraakt."""

from __future__ import annotations

import errno
import shutil
from datetime import timedelta

import pytest

from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.fouten import Fout, InvoerFout, WereldFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag import redden as opslag
from jeugdteam_app.opslag import samen as samen_opslag
from jeugdteam_app.opslag import toegangslog
from jeugdteam_app.opslag.afschrift import Afschrift
from jeugdteam_app.opslag.indeling import BOS, DATABASE, SLOTEN
from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import bijlagen, dossiers, redden, reservekopie, samen, schrijven, waken, werkplek
from jeugdteam_app.werk.kluizen import kluizen as te_zien
from tests.conftest import MOMENT, WACHTZIN, nieuwe
from tests.werk.conftest import vernietig_op_verzoek
from tests.werk.test_samen import begin, breng, leg

PAGINA = 4096
BEELD = (Analyse.soort, Analyse.gedeeld_beeld)


def red(map_, tmp_path, kopiemap=None, geheim=WACHTZIN):
    return redden.red(map_, geheim, tmp_path / "kluizen", kopiemap=kopiemap, met_herstel=False, klok=VasteKlok(MOMENT))


def stuk(pad, plek, lengte=64):
    inhoud = bytearray(pad.read_bytes())
    inhoud[plek : plek + lengte] = bytes(lengte)
    pad.write_bytes(bytes(inhoud))


def beelden(plek):
    return {r.naam: plek.dossier(r.id).een(Analyse).gedeeld_beeld for r in dossiers.overzicht(plek)}


@pytest.fixture
def dicht(voorbeeldplek, tmp_path):
    """Een gesloten werkplek met voorbeelden en een kopie daarvan op een stick; en hoe het er stond."""
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(voorbeeldplek, stick)
    stond = beelden(voorbeeldplek)
    map_ = voorbeeldplek.kluis.map
    voorbeeldplek.sluit()
    return map_, stick, stond


def afdruk(map_):
    return {pad.name: pad.read_bytes() for pad in map_.iterdir()}


def test_wat_heel_is_komt_er_helemaal_uit(dicht, tmp_path):
    map_, _stick, stond = dicht
    ervoor = afdruk(map_)
    gered = red(map_, tmp_path)
    assert set(gered.heel) == set(stond)
    assert not gered.deels
    assert not gered.onleesbaar
    assert beelden(gered.werkplek) == stond
    werkplek.controleer(gered.werkplek)
    log = toegangslog.regels(gered.werkplek.kluis)
    assert log[0].wat == "gered"
    assert {r.wat for r in log} > {"gemaakt", "kopie"}, "wat er in het log stond, is er nog"
    sam = next(r.id for r in dossiers.overzicht(gered.werkplek))
    schrijven.leg_vast(gered.werkplek, sam, {BEELD: Bekend("verder na het redden")})
    werkplek.controleer(gered.werkplek)
    gered.werkplek.sluit()
    assert afdruk(map_) == ervoor
    assert sorted(p.name for p in map_.parent.iterdir()) == sorted([map_.name, gered.werkplek.kluis.map.name])
    opnieuw = werkplek.open_met_wachtzin(gered.werkplek.kluis.map, WACHTZIN)
    assert opnieuw.kluis.zegel.is_heel
    opnieuw.sluit()


def per_bladzijde(map_, tmp_path, stap, *kopieen):
    """Redt de kluis, telkens met één andere bladzijde stuk; zonder wachtzin, want die kost elke keer rekenwerk."""
    pad, sloten = map_ / DATABASE, kluizen.lees_sloten(map_)
    sleutel = sloten.open_met_wachtzin(WACHTZIN)
    heel = pad.read_bytes()
    for nummer in sorted({0, 1, 2, 3, *range(0, len(heel) // PAGINA, stap)}):
        pad.write_bytes(heel)
        stuk(pad, nummer * PAGINA + 100)
        naar = tmp_path / "kluizen" / "gered"
        try:
            gered = opslag.red(opslag.bronnen(map_, kopieen), sleutel, sloten, naar)
        except Fout as fout:
            yield nummer, fout.code, None
            continue
        gered.kluis.sluit()
        plek = werkplek.Werkplek(kluizen.open_(naar, sleutel), VasteKlok(MOMENT), "Robin Proef")
        werkplek.controleer(plek)
        yield nummer, plek, gered
        plek.sluit()
        shutil.rmtree(naar)


def test_elke_bladzijde_kan_stuk_en_met_een_kopie_mist_er_niets(dicht, tmp_path):
    map_, stick, stond = dicht
    uit_kopie = 0
    for nummer, plek, gered in per_bladzijde(map_, tmp_path, 9, reservekopie.vind(stick)[0]):
        assert beelden(plek) == stond, f"bladzijde {nummer}"
        assert not gered.deels, f"bladzijde {nummer}"
        uit_kopie += gered.uit_kopie
    # Alleen zonder de eerste bladzijde en de lijst van tabellen is er uit de werkplek zelf niets te lezen.
    assert 1 <= uit_kopie <= 3


def test_zonder_kopie_komt_eruit_wat_er_nog_is_en_staat_erbij_wat_mist(dicht, tmp_path):
    map_, _stick, stond = dicht
    plek = werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT))
    vaak = dossiers.overzicht(plek)[-1]
    for keer in range(60):
        schrijven.leg_vast(plek, vaak.id, {BEELD: Bekend(f"voor de {keer}e keer anders " * 20)})
    stond |= {vaak.naam: beelden(plek)[vaak.naam]}
    plek.sluit()
    helemaal = deels = niets = 0
    for nummer, plek, gered in per_bladzijde(map_, tmp_path, 7):
        if gered is None:
            assert plek == "redden-niets"
            niets += 1
            continue
        nu = {r.id: (r.naam, plek.dossier(r.id).een(Analyse).gedeeld_beeld) for r in dossiers.overzicht(plek)}
        # Wat heel heet, staat er precies zoals het stond.
        assert all(stond[nu[id][0]] == nu[id][1] for id in gered.heel), f"bladzijde {nummer}"
        helemaal += len(gered.heel) == len(stond)
        deels += bool(gered.deels)
    # De eerste bladzijde en de lijst van dossiers zijn niet te missen; veel andere kosten niets.
    assert 1 <= niets <= 4
    assert helemaal
    assert deels


@pytest.mark.parametrize("naam", [BOS, SLOTEN])
def test_een_sleutelbestand_stuk_en_met_een_kopie_mist_er_niets(dicht, tmp_path, naam):
    map_, stick, stond = dicht
    stuk(map_ / naam, 20)
    with pytest.raises(WereldFout):
        red(map_, tmp_path)
    gered = red(map_, tmp_path, stick)
    assert beelden(gered.werkplek) == stond
    gered.werkplek.sluit()


def test_wat_na_de_kopie_is_geschreven_komt_uit_de_werkplek_zelf(dicht, tmp_path):
    map_, stick, stond = dicht
    plek = werkplek.open_met_wachtzin(map_, WACHTZIN, VasteKlok(MOMENT))
    dossier = dossiers.overzicht(plek)[0]
    schrijven.leg_vast(plek, dossier.id, {BEELD: Bekend("van na de kopie")})
    bijlage = bijlagen.voeg_toe(plek, dossier.id, _bestand(tmp_path))
    plek.sluit()
    gered = red(map_, tmp_path, stick)
    assert beelden(gered.werkplek) == stond | {dossier.naam: Bekend("van na de kopie")}
    assert bijlagen.inhoud(gered.werkplek, dossier.id, bijlage)[1]
    gered.werkplek.sluit()


def _bestand(tmp_path):
    from PIL import Image

    pad = tmp_path / "plaatje.png"
    Image.new("RGB", (8, 8), "red").save(pad)
    return pad


def test_wat_vernietigd_is_komt_ook_door_redden_niet_terug(voorbeeldplek, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(voorbeeldplek, stick)
    weg, *_over = dossiers.overzicht(voorbeeldplek)
    vernietig_op_verzoek(voorbeeldplek, weg.id)
    map_ = voorbeeldplek.kluis.map
    voorbeeldplek.sluit()
    gered = red(map_, tmp_path, stick)
    assert weg.naam not in (*gered.heel, *gered.deels)
    assert weg.id not in [r.id for r in dossiers.overzicht(gered.werkplek)]
    assert not gered.werkplek.kluis.bos.kent(weg.id)
    gered.werkplek.sluit()


def test_een_verkeerde_wachtzin_of_een_vreemde_map_maakt_niets(dicht, tmp_path):
    map_, _stick, _stond = dicht
    ervoor = sorted(p.name for p in map_.parent.iterdir())
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        red(map_, tmp_path, geheim="een verkeerde wachtzin hier")
    with pytest.raises(InvoerFout, match="kopie-niet-gevonden"):
        red(map_, tmp_path, kopiemap=tmp_path / "kluizen")
    (map_ / DATABASE).write_bytes(b"")
    with pytest.raises(WereldFout, match="redden-niets"):
        red(map_, tmp_path)
    assert sorted(p.name for p in map_.parent.iterdir()) == ervoor


def test_een_samenvoeging_van_voor_het_redden_is_niet_meer_terug_te_draaien(dicht, tmp_path):
    gered = red(dicht[0], tmp_path)
    with pytest.raises(InvoerFout, match="samen-niets-ongedaan"):
        samen.maak_ongedaan(gered.werkplek)
    gered.werkplek.sluit()


# --- wat een nalezer vond ---


def test_een_oud_concept_uit_een_kopie_gaat_niet_over_wat_later_is_opgeslagen(voorbeeldplek, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    dossier = dossiers.overzicht(voorbeeldplek)[0]
    schrijven.bewaar_concept(voorbeeldplek, dossier.id, Analyse.gedeeld_beeld.plaats(Analyse.soort), "half getypt")
    reservekopie.kies_plek(voorbeeldplek, stick)
    schrijven.leg_vast(voorbeeldplek, dossier.id, {BEELD: Bekend("de laatste tekst")})
    map_ = voorbeeldplek.kluis.map
    voorbeeldplek.sluit()
    gered = red(map_, tmp_path, stick)
    weer = dossiers.open_(gered.werkplek, dossier.id)
    assert weer.dossier.een(Analyse).gedeeld_beeld == Bekend("de laatste tekst")
    gered.werkplek.sluit()


def test_lag_de_stick_elders_bij_het_vernietigen_dan_komt_het_toch_niet_terug(voorbeeldplek, tmp_path):
    """Ook als de lijst van wat vernietigd is niet te lezen is: zonder sleutel is er niets."""
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(voorbeeldplek, stick)
    elders = shutil.move(stick, tmp_path / "elders")
    weg, *_over = dossiers.overzicht(voorbeeldplek)
    vernietig_op_verzoek(voorbeeldplek, weg.id)
    map_, sleutel = voorbeeldplek.kluis.map, voorbeeldplek.kluis.sleutel
    voorbeeldplek.sluit()
    # De lijst van wat vernietigd is, is niet te lezen.
    verbinding = kluizen.verbind(map_ / DATABASE, sleutel)
    verbinding.execute("DROP TABLE vernietigd")
    verbinding.execute("CREATE VIEW vernietigd AS SELECT * FROM bestaat_niet")
    verbinding.close()
    gered = red(map_, tmp_path, elders)
    assert weg.naam not in (*gered.heel, *gered.deels)
    assert not gered.werkplek.kluis.bos.kent(weg.id)
    gered.werkplek.sluit()


def test_een_teruggedraaide_samenvoeging_komt_niet_uit_een_kopie_terug(laptops, tmp_path):
    from tests.werk.test_samen import begin, breng, leg, stuur

    robin, kim, _mo = laptops
    eigen = begin(robin)
    breng(robin, eigen, kim, tmp_path)
    van_kim = dossiers.begin_gezin(kim, "Familie Kim")
    leg(kim, van_kim, (Analyse.soort, Analyse.gedeeld_beeld), "van Kim")
    samen.neem_over(robin, samen.bekijk(robin, stuur(kim, van_kim, robin, tmp_path)))
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(robin, stick)
    samen.maak_ongedaan(robin)
    map_ = robin.kluis.map
    robin.sluit()
    gered = redden.red(map_, WACHTZIN, tmp_path / "nieuw", kopiemap=stick, met_herstel=False, klok=VasteKlok(MOMENT))
    assert [r.id for r in dossiers.overzicht(gered.werkplek)] == [eigen]
    gered.werkplek.sluit()


@pytest.mark.parametrize("weg", [DATABASE, "niets"])
def test_zonder_de_kluis_zelf_staat_erbij_dat_het_uit_een_kopie_komt(dicht, tmp_path, weg):
    map_, stick, stond = dicht
    if weg == DATABASE:
        (map_ / DATABASE).unlink()
    gered = red(map_, tmp_path, stick)
    assert gered.uit_kopie is (weg == DATABASE)
    assert beelden(gered.werkplek) == stond
    gered.werkplek.sluit()


def test_een_stuk_slotenbestand_na_vernieuwen_vindt_de_laatste_database(voorbeeldplek, tmp_path):
    from jeugdteam_app.werk import vernieuwen

    (stick := tmp_path / "stick").mkdir()
    nieuw = "schaap fiets boter lamp wolk"
    vernieuwen.vernieuw(voorbeeldplek, vernieuwen.bereid_voor(voorbeeldplek, WACHTZIN, nieuw), tmp_path / "h", VLOER)
    reservekopie.kies_plek(voorbeeldplek, stick)
    dossier = dossiers.overzicht(voorbeeldplek)[0]
    schrijven.leg_vast(voorbeeldplek, dossier.id, {BEELD: Bekend("van na de kopie")})
    map_ = voorbeeldplek.kluis.map
    voorbeeldplek.sluit()
    stuk(map_ / SLOTEN, 20)
    gered = red(map_, tmp_path, stick, geheim=nieuw)
    assert beelden(gered.werkplek)[dossier.naam] == Bekend("van na de kopie")
    assert not gered.uit_kopie
    gered.werkplek.sluit()


def test_kopieen_van_een_andere_werkplek_tellen_niet_mee(dicht, tmp_path):
    map_, stick, stond = dicht
    plek = werkplek.maak(nieuwe(tmp_path / "anders"), VasteKlok(MOMENT), VLOER)
    reservekopie.kies_plek(plek, stick)
    for uur in range(1, 4):
        plek.klok = VasteKlok(MOMENT + timedelta(hours=uur))
        reservekopie.maak(plek)
    plek.sluit()
    heel = (map_ / DATABASE).read_bytes()
    stuk(map_ / DATABASE, 100)
    gered = red(map_, tmp_path, stick)
    assert beelden(gered.werkplek) == stond
    gered.werkplek.sluit()
    (map_ / DATABASE).write_bytes(heel)
    gered = red(map_, tmp_path, stick)
    assert not gered.onleesbaar
    gered.werkplek.sluit()


def test_een_gezin_dat_niet_te_lezen_is_kost_de_kinderen_niet(dicht, tmp_path):
    map_, _stick, stond = dicht
    sloten = kluizen.lees_sloten(map_)
    verbinding = kluizen.verbind(map_ / DATABASE, sloten.open_met_wachtzin(WACHTZIN))
    verbinding.execute("PRAGMA foreign_keys = OFF")
    verbinding.execute("DELETE FROM stroom WHERE soort = 'gezin'")
    verbinding.close()
    gered = red(map_, tmp_path)
    assert set(gered.deels) == set(stond)
    assert beelden(gered.werkplek) == stond
    gered.werkplek.sluit()


def test_een_grote_geschiedenis_met_een_gat_houdt_wat_erachter_staat(tmp_path):
    from tests.bewijzen.werklasten import sleutel

    map_ = tmp_path / "kluis"
    plek = werkplek.Werkplek(
        kluizen.maak(map_, sleutel(), kluizen.sloten.Slotenbestand("k", "Proef"), "Proef"), VasteKlok(MOMENT), "Proef"
    )
    dossier = dossiers.begin_gezin(plek, "Proef")
    with plek.kluis.transactie():
        for keer in range(1500):
            schrijven.leg_vast(plek, dossier, {BEELD: Bekend(f"de {keer}e keer")})
    aantal = plek.kluis.vraag("SELECT count(*) FROM wijziging")[0][0]
    plek.sluit()
    pad = map_ / DATABASE
    for bladzijde in range(len(pad.read_bytes()) // PAGINA // 3, len(pad.read_bytes()) // PAGINA // 3 + 6):
        stuk(pad, bladzijde * PAGINA + 100)
    gered = opslag.red(opslag.bronnen(map_, ()), sleutel(), kluizen.lees_sloten(map_), tmp_path / "gered")
    over = gered.kluis.vraag("SELECT count(*) FROM wijziging")[0][0]
    assert over > aantal * 0.9
    gered.kluis.sluit()


def test_een_kluis_van_een_eerdere_versie_houdt_haar_log(tmp_path):
    from tests.bewijzen.werklasten import MIGREREN, sleutel

    MIGREREN.bereid(tmp_path)
    map_ = tmp_path / "kluis"
    verbinding = kluizen.verbind(map_ / DATABASE, sleutel())
    verbinding.execute(
        "INSERT INTO toegangslog (tijd, wie, gebeurtenis, stroom, keten) VALUES ('t', 'Robin', 'geopend', NULL, x'00')"
    )
    for soort in ("gezin", "toegang"):
        verbinding.execute("INSERT INTO stroom VALUES (?, ?, ?, 't')", (soort * 4, soort, "gezin" * 4))
    verbinding.close()
    lezer = Afschrift(map_ / DATABASE, sleutel(), tmp_path / "a.db")
    assert [rij[1:4] for rij in lezer.rijen("toegangslog", toegangslog.KOLOMMEN)] == [("t", "Robin", "geopend")]
    assert lezer.los("vernietigd", "stroom, tijd, grond") == ([], True)
    assert lezer.los("bewijs", "bundel, contact, tijd") == ([], True), "een tabel die er nog niet was, is geen gat"
    assert lezer.gaten == 0


def test_zonder_slotenbestand_is_de_werkplek_er_nog_en_is_zij_te_redden(voorbeeldplek, tmp_path):
    hoofden, stick = tmp_path / "hoofden", tmp_path / "stick"
    stick.mkdir()
    waken.onthoud(voorbeeldplek, hoofden)
    reservekopie.kies_plek(voorbeeldplek, stick)
    stond, map_ = beelden(voorbeeldplek), voorbeeldplek.kluis.map
    voorbeeldplek.sluit()
    (map_ / SLOTEN).unlink()
    assert [m for m, _naam in te_zien(map_.parent, hoofden)] == [map_]
    with pytest.raises(WereldFout, match="sleutelbestand-beschadigd"):
        werkplek.open_met_wachtzin(map_, WACHTZIN)
    gered = red(map_, tmp_path, stick)
    assert beelden(gered.werkplek) == stond
    gered.werkplek.sluit()


def test_een_werkplek_die_nooit_af_kwam_staat_er_niet_bij(tmp_path):
    (half := tmp_path / "kluizen" / "kluis-1").mkdir(parents=True)
    (half / DATABASE).write_bytes(b"half")
    assert te_zien(tmp_path / "kluizen", tmp_path / "hoofden") == []


@pytest.mark.parametrize("waar", ["afschrift", "nieuw"])
def test_op_een_volle_schijf_zegt_redden_dat_er_geen_plek_is(voorbeeldplek, tmp_path, monkeypatch, waar):
    map_ = voorbeeldplek.kluis.map
    voorbeeldplek.sluit()

    def vol(*_wat, **_anders):
        raise OSError(errno.ENOSPC, "vol") if waar == "afschrift" else WereldFout("opslaan-mislukt")

    naam = "jeugdteam_app.opslag.afschrift._schrijf_over" if waar == "afschrift" else "jeugdteam_app.opslag.kluis.maak"
    monkeypatch.setattr(naam, vol)
    with pytest.raises(WereldFout, match="redden-geen-plek"):
        red(map_, tmp_path)
    assert list(map_.parent.iterdir()) == [map_]


def test_een_bundel_van_na_het_redden_lijkt_nooit_ouder(laptops, tmp_path):
    """De kopie weet niet hoeveel bundels er na haar nog zijn verstuurd."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    (stick := tmp_path / "stick").mkdir()
    reservekopie.kies_plek(robin, stick)
    for beeld in ("een", "twee"):
        leg(robin, dossier, BEELD, beeld)
        breng(robin, dossier, kim, tmp_path)
    kim_id = samen_opslag.mijn_id(kim.kluis)
    map_ = robin.kluis.map
    robin.sluit()
    (map_ / DATABASE).write_bytes(bytes(PAGINA * 8))
    gered = redden.red(map_, WACHTZIN, tmp_path / "gered", kopiemap=stick, met_herstel=False, klok=VasteKlok(MOMENT))
    leg(gered.werkplek, dossier, BEELD, "drie")
    samen.verstuur(gered.werkplek, [dossier], [kim_id], pad := tmp_path / "drie.bundel")
    assert not samen.bekijk(kim, pad).ouder
    gered.werkplek.sluit()
