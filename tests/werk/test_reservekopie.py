"""De reservekopie: nagekeken, uitgedund, en terug te zetten zonder iets te laten botsen of te laten herleven."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import Fout, InvoerFout, WereldFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import getekend, journaal, toegangslog
from jeugdteam_app.opslag import reservekopie as opslag
from jeugdteam_app.opslag.hoofd import Zorg
from jeugdteam_app.opslag.indeling import BOS, DATABASE
from jeugdteam_app.opslag.reservekopie import Kopie
from jeugdteam_app.sleutels.dossiersleutels import Sleutelbos
from jeugdteam_app.werk import bijlagen, dossiers, organisatie, reservekopie, schrijven, werkplek
from jeugdteam_app.werk.kluizen import kluizen
from tests.conftest import MOMENT, WACHTZIN
from tests.werk.conftest import vernietig_op_verzoek

BEELD = (Analyse.soort, Analyse.gedeeld_beeld)


def leg(plek, dossier, tekst):
    schrijven.leg_vast(plek, dossier, {BEELD: Bekend(tekst)})


def beeld(plek, dossier):
    return plek.dossier(dossier).een(Analyse).gedeeld_beeld


@pytest.fixture
def stick(tmp_path):
    (gemaakt := tmp_path / "stick").mkdir()
    return gemaakt


def terug(kopie, tmp_path, geheim=WACHTZIN):
    return reservekopie.zet_terug(kopie, geheim, tmp_path / "andere-laptop")


def test_een_kopie_terug_op_een_andere_laptop_is_heel_en_een_nieuw_apparaat(voorbeeldplek, stick, tmp_path):
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)
    gezet = terug(kopie, tmp_path)
    assert {d.naam for d in gezet.dossiers} == {r.naam for r in dossiers.overzicht(voorbeeldplek)}
    assert all(d.dag == MOMENT.date() for d in gezet.dossiers)
    werkplek.controleer(gezet.werkplek)
    assert journaal.apparaat(gezet.werkplek.kluis) != journaal.apparaat(voorbeeldplek.kluis)
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    assert beeld(gezet.werkplek, sam) == beeld(voorbeeldplek, sam)
    leg(gezet.werkplek, sam, "verder op de andere laptop")
    werkplek.controleer(gezet.werkplek)
    gezet.werkplek.sluit()


def test_bekijken_en_toch_niet_laat_niets_achter(voorbeeldplek, stick, tmp_path):
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)
    terug(kopie, tmp_path).laat_vallen()
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        terug(kopie, tmp_path, "een verkeerde wachtzin hier")
    assert list((tmp_path / "andere-laptop").iterdir()) == []
    assert kopie.pad.exists()


def test_bij_sluiten_komt_er_alleen_een_kopie_als_er_iets_veranderde(voorbeeldplek, stick):
    assert reservekopie.maak_bij_sluiten(voorbeeldplek) is None, "zonder plek gebeurt er niets"
    reservekopie.kies_plek(voorbeeldplek, stick)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
    reservekopie.maak_bij_sluiten(voorbeeldplek)
    assert reservekopie.stand(voorbeeldplek).aantal == 1
    leg(voorbeeldplek, dossiers.overzicht(voorbeeldplek)[0].id, "nieuw")
    reservekopie.maak_bij_sluiten(voorbeeldplek)
    assert reservekopie.stand(voorbeeldplek).aantal == 2


def test_een_stick_die_er_niet_is_houdt_het_sluiten_niet_tegen(voorbeeldplek, stick, monkeypatch):
    reservekopie.kies_plek(voorbeeldplek, stick)
    for deel in sorted(stick.rglob("*"), reverse=True):
        deel.unlink() if deel.is_file() else deel.rmdir()
    stick.rmdir()
    stick.write_text("geen map")
    leg(voorbeeldplek, dossiers.overzicht(voorbeeldplek)[0].id, "nieuw")
    fout = reservekopie.maak_bij_sluiten(voorbeeldplek)
    assert isinstance(fout, Fout)
    assert fout.code == "kopie-plek-weg"
    assert reservekopie.stand(voorbeeldplek).laatste is not None, "we weten nog van wanneer de laatste was"


def test_het_slot_op_de_kluis_blijft_na_een_kopie(voorbeeldplek, stick):
    reservekopie.kies_plek(voorbeeldplek, stick)
    with pytest.raises(WereldFout, match="kluis-in-gebruik"):
        werkplek.open_met_wachtzin(voorbeeldplek.kluis.map, WACHTZIN)


def test_een_beschadigde_kopie_wordt_gemerkt(voorbeeldplek, stick, tmp_path):
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)
    inhoud = bytearray(kopie.pad.read_bytes())
    inhoud[len(inhoud) // 2] ^= 1
    kopie.pad.write_bytes(bytes(inhoud))
    with pytest.raises(WereldFout, match="kluis-beschadigd"):
        terug(kopie, tmp_path)
    kopie.pad.write_bytes(b"")
    with pytest.raises(WereldFout, match="kluis-beschadigd"):
        terug(kopie, tmp_path)


def test_lukt_het_nakijken_niet_dan_is_er_geen_kopie(voorbeeldplek, stick, monkeypatch):
    def kapot(*_wat):
        raise WereldFout("kopie-mislukt")

    monkeypatch.setattr(opslag, "_kijk_na", kapot)
    with pytest.raises(WereldFout, match="kopie-mislukt"):
        reservekopie.kies_plek(voorbeeldplek, stick)
    assert list(stick.rglob("*")) == [], "ook geen lege map: die lijkt op een plek met kopieën"
    assert not list(voorbeeldplek.kluis.map.glob(".kopie*"))
    assert reservekopie.stand(voorbeeldplek).plek is None


def test_een_werkplek_die_minder_weet_maakt_oudere_kopieen_niet_onleesbaar(voorbeeldplek, stick, tmp_path):
    """Een oud sleutelbestand teruggezet: dat kent een nieuwer dossier niet, en de kopieën wel."""
    oud = reservekopie.kies_plek(voorbeeldplek, stick)
    mila = dossiers.overzicht(voorbeeldplek)[0].id
    bos = voorbeeldplek.kluis.bos
    bos._sleutels.pop(mila)
    bos._vakken.pop(mila, None)
    voorbeeldplek.kluis.bewaar_bos()
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
    reservekopie.maak(voorbeeldplek)
    gezet = terug(oud, tmp_path)
    assert gezet.werkplek.dossier(mila).een(Jeugdige).volledige_naam
    gezet.werkplek.sluit()


def test_een_teruggezette_werkplek_heeft_haar_eigen_kopieen(voorbeeldplek, stick, tmp_path):
    oud = reservekopie.kies_plek(voorbeeldplek, stick)
    gezet = terug(oud, tmp_path).werkplek
    later = dossiers.begin_gezin(voorbeeldplek, "Later")
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
    nieuwste = reservekopie.maak(voorbeeldplek)
    eigen = reservekopie.kies_plek(gezet, stick)
    assert eigen.pad.parent != nieuwste.pad.parent
    nog_eens = reservekopie.zet_terug(nieuwste, WACHTZIN, tmp_path / "derde").werkplek
    assert later in {r.id for r in dossiers.overzicht(nog_eens)}
    gezet.sluit()
    nog_eens.sluit()


def test_valt_terugzetten_halverwege_stil_dan_is_er_geen_werkplek(voorbeeldplek, stick, tmp_path, monkeypatch):
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)

    def stil(*_wat):
        raise KeyboardInterrupt

    monkeypatch.setattr(opslag, "_word_eigen", stil)
    monkeypatch.setattr(shutil, "rmtree", lambda *_a, **_k: None)
    with pytest.raises(KeyboardInterrupt):
        terug(kopie, tmp_path)
    monkeypatch.undo()
    assert kluizen(tmp_path / "andere-laptop") == []
    [half] = (tmp_path / "andere-laptop").iterdir()
    os.utime(half, (0, 0))
    opslag.ruim_half_teruggezet_op(tmp_path / "andere-laptop")
    assert not half.exists()


def test_een_kopie_in_de_werkplek_zelf_is_geen_tweede_plek(voorbeeldplek):
    with pytest.raises(InvoerFout, match="kopie-in-werkplek"):
        reservekopie.kies_plek(voorbeeldplek, voorbeeldplek.kluis.map / "kopieen")


def test_er_staat_niets_leesbaars_in_namen_of_inhoud(voorbeeldplek, stick):
    reservekopie.kies_plek(voorbeeldplek, stick)
    paden = list(stick.rglob("*"))
    for pad in paden:
        assert "Sam" not in pad.name
        assert "Proef" not in pad.name
        if pad.is_file() and pad.name.endswith((".db", BOS, DATABASE)):
            assert b"Voorbeeld" not in pad.read_bytes()


def test_een_nieuwe_kopie_blijft_staan_ook_als_de_klok_jaren_terug_staat(voorbeeldplek, tmp_path):
    """Anders staat er dat de kopie gemaakt en nagekeken is, en is zij meteen weer weg."""
    (stick := tmp_path / "stick").mkdir()
    map_ = opslag.maak(voorbeeldplek.kluis, stick, datetime(2026, 1, 1, tzinfo=UTC)).pad.parent
    for week in range(70):
        later = datetime(2026, 1, 2, tzinfo=UTC) + timedelta(weeks=week)
        (map_ / f"kopie-{later.strftime(opslag._VORM)}.db").touch()
    kopie = opslag.maak(voorbeeldplek.kluis, stick, datetime(2025, 1, 2, tzinfo=UTC))
    assert kopie.pad.exists()


@given(st.sets(st.integers(0, 24 * 500), min_size=1, max_size=120))
def test_uitdunnen_houdt_de_nieuwste_en_van_elke_tijd_iets(uren):
    nu = datetime(2026, 11, 24, 12, tzinfo=UTC)
    alle = sorted((Kopie(stick_pad, nu - timedelta(hours=u)) for u in uren if (stick_pad := _pad(u))),
                  key=lambda k: k.moment, reverse=True)  # fmt: skip
    weg = set(opslag._te_veel(alle))
    over = [k for k in alle if k not in weg]
    assert over[: opslag.NIEUWSTE] == alle[: opslag.NIEUWSTE]
    jaar = [k for k in alle if k.moment.date() >= nu.date() - timedelta(days=400)]
    assert {k.moment.strftime("%Y%m") for k in jaar} == {k.moment.strftime("%Y%m") for k in over if k in jaar}
    assert opslag._te_veel(over) == [], "nog een keer uitdunnen haalt niets meer weg"
    assert len(over) <= opslag.NIEUWSTE + sum(hoeveel for hoeveel, _vak in opslag._BEWAREN)


def test_een_klok_die_een_keer_vooruit_springt_haalt_niets_van_eerder_weg(voorbeeldplek, stick):
    reservekopie.kies_plek(voorbeeldplek, stick)
    map_ = opslag.map_voor(voorbeeldplek.kluis, stick)
    begin = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for week in range(29):
        opslag.maak(voorbeeldplek.kluis, stick, begin + timedelta(weeks=week))
    maanden = {k.moment.strftime("%Y%m") for k in opslag.kopieen(map_)}
    opslag.maak(voorbeeldplek.kluis, stick, datetime(2099, 1, 1, tzinfo=UTC))
    assert maanden <= {k.moment.strftime("%Y%m") for k in opslag.kopieen(map_)}
    # En met de klok weer goed is die van 2099 niet de laatste, en ook niet die waarmee we oefenen.
    nu = reservekopie.maak(voorbeeldplek)
    stand = reservekopie.stand(voorbeeldplek)
    assert stand.laatste == nu.moment
    assert not stand.is_oud
    assert reservekopie.oefen(voorbeeldplek, WACHTZIN, met_herstel=False).moment == nu.moment


def test_wie_tijdens_een_kopie_schrijft_wacht_niet_en_houdt_de_kopie_niet_tegen(
    voorbeeldplek, stick, tmp_path, monkeypatch
):
    dossier, keren = dossiers.overzicht(voorbeeldplek)[0].id, []

    def schrijf(_tellen):
        keren.append(len(keren))
        naam = {(Jeugdige.soort, Jeugdige.roepnaam): Bekend(f"Tussendoor {keren[-1]}")}
        schrijven.leg_vast(voorbeeldplek, dossier, naam)

    monkeypatch.setattr(voorbeeldplek.kluis, "_laat_voor", schrijf)
    monkeypatch.setattr(opslag, "_BLADZIJDEN_PER_KEER", 20)
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)
    assert len(keren) > 3
    gezet = terug(kopie, tmp_path)
    assert waarde(gezet.werkplek.dossier(dossier).een(Jeugdige).roepnaam) == f"Tussendoor {keren[-1]}"
    werkplek.controleer(gezet.werkplek)
    gezet.laat_vallen()


def test_gaat_de_werkplek_dicht_tijdens_een_kopie_dan_is_er_geen_kopie(voorbeeldplek, stick, monkeypatch):
    monkeypatch.setattr(opslag, "_BLADZIJDEN_PER_KEER", 20)
    monkeypatch.setattr(voorbeeldplek.kluis, "_laat_voor", lambda _tellen: voorbeeldplek.kluis.verbinding.close())
    with pytest.raises(WereldFout, match="kopie-mislukt"):
        reservekopie.kies_plek(voorbeeldplek, stick)
    assert list(stick.rglob("*")) == []


def _pad(uur):
    from pathlib import Path

    return Path(f"kopie-{uur}.db")


def test_oefenen_opent_de_kopie_rekent_haar_na_en_laat_niets_achter(voorbeeldplek, stick):
    with pytest.raises(InvoerFout, match="kopie-zonder-plek"):
        reservekopie.oefen(voorbeeldplek, WACHTZIN, met_herstel=False)
    kopie = reservekopie.kies_plek(voorbeeldplek, stick)
    waar = voorbeeldplek.kluis.map.parent
    ervoor = sorted(waar.rglob("*"))
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        reservekopie.oefen(voorbeeldplek, "een verkeerde wachtzin hier", met_herstel=False)
    assert reservekopie.stand(voorbeeldplek).geoefend is None
    assert reservekopie.oefen(voorbeeldplek, WACHTZIN, met_herstel=False) == kopie
    assert sorted(waar.rglob("*")) == ervoor
    assert reservekopie.stand(voorbeeldplek).geoefend == MOMENT
    inhoud = kopie.pad.read_bytes()
    kopie.pad.write_bytes(inhoud[:30_000] + bytes([inhoud[30_000] ^ 1]) + inhoud[30_001:])
    with pytest.raises(WereldFout):
        reservekopie.oefen(voorbeeldplek, WACHTZIN, met_herstel=False)
    assert sorted(waar.rglob("*")) == ervoor


def test_na_een_jaar_is_het_tijd_om_te_oefenen(voorbeeldplek, stick):
    reservekopie.kies_plek(voorbeeldplek, stick)
    assert not reservekopie.stand(voorbeeldplek).is_oefentijd
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(days=365))
    reservekopie.maak(voorbeeldplek)
    assert reservekopie.stand(voorbeeldplek).is_oefentijd, "ook als de kopieën zelf vers zijn"
    reservekopie.oefen(voorbeeldplek, WACHTZIN, met_herstel=False)
    assert not reservekopie.stand(voorbeeldplek).is_oefentijd


def test_een_kopie_die_onderweg_afbreekt_maakt_van_een_nieuw_dossier_geen_vernietigd_dossier(
    voorbeeldplek, stick, tmp_path, monkeypatch
):
    """De stick gaat eruit tussen het schrijven van de sleutels en de kopie zelf, of net ervoor."""
    reservekopie.kies_plek(voorbeeldplek, stick)
    nieuw = dossiers.begin_gezin(voorbeeldplek, "Nieuw")
    leg(voorbeeldplek, nieuw, "eerste beeld")
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))

    def gaat_mis(*_alles):
        raise OSError

    with monkeypatch.context() as m, pytest.raises(WereldFout, match="kopie-mislukt"):
        m.setattr(opslag, "_bewaar_sleutels", gaat_mis)
        reservekopie.maak(voorbeeldplek)
    map_ = opslag.map_voor(voorbeeldplek.kluis, stick)
    assert len(opslag.kopieen(map_)) == 1, "zonder sleutels ernaast staat er geen kopie"
    reservekopie.maak(voorbeeldplek)
    # En al waren de sleutels oud: zonder dat het op de lijst staat, is een dossier niet vernietigd.
    bos = Sleutelbos.lees(voorbeeldplek.kluis.sleutel, (map_ / BOS).read_bytes())
    bos.vergeet([nieuw])
    (map_ / BOS).write_bytes(bos.schrijf(voorbeeldplek.kluis.sleutel))
    gezet = terug(opslag.kopieen(map_)[0], tmp_path)
    assert gezet.werkplek.kluis.vraag("SELECT count(*) FROM vernietigd") == [(0,)]
    assert gezet.werkplek.zorg is Zorg.NIET_HEEL, "een mens kijkt eerst"
    gezet.werkplek.sluit()


def test_wat_vernietigd_is_staat_op_de_lijst_en_komt_niet_terug_al_was_de_sleutel_er_nog(
    voorbeeldplek, stick, tmp_path
):
    reservekopie.kies_plek(voorbeeldplek, stick)
    map_ = opslag.map_voor(voorbeeldplek.kluis, stick)
    sam, sleutels = dossiers.overzicht(voorbeeldplek)[0].id, (map_ / BOS).read_bytes()
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
    vernietig_op_verzoek(voorbeeldplek, sam)
    (map_ / BOS).write_bytes(sleutels)
    gezet = terug(opslag.kopieen(map_)[-1], tmp_path)
    assert sam not in {r.id for r in dossiers.overzicht(gezet.werkplek)}
    gezet.werkplek.sluit()


def test_vernietigen_bereikt_ook_een_eerdere_plek_voor_kopieen(voorbeeldplek, stick, tmp_path):
    (nieuw := tmp_path / "nieuwe-stick").mkdir()
    reservekopie.kies_plek(voorbeeldplek, stick)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
    reservekopie.kies_plek(voorbeeldplek, nieuw)
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=2))
    stick.rename(tmp_path / "elders")
    gezegd = vernietig_op_verzoek(voorbeeldplek, sam)
    assert "Eén plek met kopieën is er nu niet." in gezegd
    (tmp_path / "elders").rename(stick)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=3))
    reservekopie.maak(voorbeeldplek)
    gezet = terug(opslag.kopieen(opslag.map_voor(voorbeeldplek.kluis, stick))[0], tmp_path)
    assert sam not in {r.id for r in dossiers.overzicht(gezet.werkplek)}
    gezet.werkplek.sluit()


@pytest.mark.parametrize("leeg", [True, False])
def test_een_schijf_die_niet_is_aangesloten_krijgt_geen_kopie_op_de_laptop(voorbeeldplek, stick, tmp_path, leeg):
    """Van een schijf die er niet is, blijft soms een lege map met haar naam over."""
    reservekopie.kies_plek(voorbeeldplek, stick)
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    stick.rename(tmp_path / "elders")
    if leeg:
        stick.mkdir()
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
    with pytest.raises(WereldFout, match="kopie-plek-weg"):
        reservekopie.maak(voorbeeldplek)
    assert "Eén plek met kopieën" in vernietig_op_verzoek(voorbeeldplek, sam)
    assert not stick.exists() or list(stick.iterdir()) == []
    # Een mens kan zeggen dat de lege map het begin is van een nieuwe plek.
    stick.mkdir(exist_ok=True)
    reservekopie.kies_plek(voorbeeldplek, stick)
    assert reservekopie.niet_bereikbaar(voorbeeldplek) == ()


def test_een_teruggezette_werkplek_gaat_door_op_dezelfde_plek_en_ziet_ook_daar_wat_weg_is(
    voorbeeldplek, stick, tmp_path
):
    (eerder := tmp_path / "eerder").mkdir()
    reservekopie.kies_plek(voorbeeldplek, eerder)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
    reservekopie.kies_plek(voorbeeldplek, stick)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=2))
    ander = terug(reservekopie.maak(voorbeeldplek), tmp_path).werkplek
    ander.klok = VasteKlok(MOMENT + timedelta(hours=3))
    assert reservekopie.maak_bij_sluiten(ander) is None
    assert reservekopie.stand(ander).aantal == 1
    sam = dossiers.overzicht(ander)[0].id
    ander.klok = VasteKlok(MOMENT + timedelta(hours=4))
    gezegd = vernietig_op_verzoek(ander, sam)
    assert "kopieën" not in gezegd
    ander.sluit()


def test_een_plek_die_er_niet_meer_is_telt_niet_meer_mee_als_iemand_dat_zegt(voorbeeldplek, stick, tmp_path):
    (nieuw := tmp_path / "nieuwe-stick").mkdir()
    reservekopie.kies_plek(voorbeeldplek, stick)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
    reservekopie.kies_plek(voorbeeldplek, nieuw)
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    shutil.rmtree(stick)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=2))
    vernietig_op_verzoek(voorbeeldplek, sam)
    assert reservekopie.niet_bereikbaar(voorbeeldplek) == (stick,)
    reservekopie.vergeet_plek(voorbeeldplek, stick)
    assert reservekopie.niet_bereikbaar(voorbeeldplek) == ()
    # De plek van nu is niet te vergeten: daar komt de volgende kopie.
    reservekopie.vergeet_plek(voorbeeldplek, nieuw)
    shutil.rmtree(nieuw)
    assert reservekopie.niet_bereikbaar(voorbeeldplek) == (nieuw,)


def test_de_organisatie_kan_een_kopie_openen_en_oefenen_en_dat_staat_op_haar_naam(voorbeeldplek, stick, tmp_path):
    organisatie.maak_paar(geheim := tmp_path / "geheim", openbaar := tmp_path / "openbaar")
    organisatie.zet_slot(voorbeeldplek, openbaar, WACHTZIN)
    reservekopie.kies_plek(voorbeeldplek, stick)
    sleutel = geheim.read_text()
    reservekopie.oefen(voorbeeldplek, sleutel, met_herstel=True)
    kopie = opslag.kopieen(opslag.map_voor(voorbeeldplek.kluis, stick))[0]
    gezet = reservekopie.zet_terug(kopie, sleutel, tmp_path / "andere-laptop", met_herstel=True)
    assert gezet.dossiers
    assert toegangslog.regels(gezet.werkplek.kluis)[0].wie == werkplek.DE_ORGANISATIE
    gezet.werkplek.sluit()


def test_ook_een_aantekening_of_een_overschreven_concept_vraagt_een_nieuwe_kopie(voorbeeldplek, stick):
    reservekopie.kies_plek(voorbeeldplek, stick)
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    map_ = opslag.map_voor(voorbeeldplek.kluis, stick)
    stappen = (
        lambda: bijlagen.bewaar_aantekening(voorbeeldplek, sam, "zelf onthouden"),
        lambda: schrijven.bewaar_concept(voorbeeldplek, sam, BEELD[1].plaats(BEELD[0]), "half"),
        lambda: schrijven.bewaar_concept(voorbeeldplek, sam, BEELD[1].plaats(BEELD[0]), "heel anders"),
    )
    for uur, stap in enumerate(stappen, 1):
        voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=uur))
        stap()
        assert reservekopie.maak_bij_sluiten(voorbeeldplek) is None
        assert len(opslag.kopieen(map_)) == uur + 1


def test_een_oefening_met_een_klok_ver_vooruit_telt_niet_voor_altijd(voorbeeldplek, stick):
    voorbeeldplek.klok = VasteKlok(datetime(2090, 1, 1, tzinfo=UTC))
    reservekopie.kies_plek(voorbeeldplek, stick)
    reservekopie.oefen(voorbeeldplek, WACHTZIN, met_herstel=False)
    voorbeeldplek.klok = VasteKlok(MOMENT)
    assert reservekopie.stand(voorbeeldplek).is_oefentijd


def test_wat_iemand_alleen_bekijkt_staat_niet_bij_de_werkplekken_tot_die_het_houdt(voorbeeldplek, stick, tmp_path):
    """Ook als het programma onderweg stilvalt: dan blijft er geen tweede volledige werkplek staan."""
    gezet = terug(reservekopie.kies_plek(voorbeeldplek, stick), tmp_path)
    waar = gezet.werkplek.kluis.map.parent
    assert kluizen(waar) == []
    gezet.werkplek.sluit()
    os.utime(gezet.werkplek.kluis.map, (0, 0))
    opslag.ruim_half_teruggezet_op(waar)
    assert list(waar.iterdir()) == []
    gezet = terug(opslag.kopieen(opslag.map_voor(voorbeeldplek.kluis, stick))[0], tmp_path)
    gezet.houd()
    assert len(kluizen(waar)) == 1
    gezet.werkplek.sluit()


def test_een_oude_plek_waar_niet_te_schrijven_is_houdt_de_kopie_niet_tegen(voorbeeldplek, stick, tmp_path, monkeypatch):
    (nieuw := tmp_path / "nieuwe-stick").mkdir()
    reservekopie.kies_plek(voorbeeldplek, stick)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
    reservekopie.kies_plek(voorbeeldplek, nieuw)
    echt = opslag.schrijf_heel

    def alleen_lezen(pad, inhoud):
        if pad.is_relative_to(stick):
            raise OSError(30, "Read-only file system")
        echt(pad, inhoud)

    for waar in (opslag, getekend):
        monkeypatch.setattr(waar, "schrijf_heel", alleen_lezen)
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=2))
    assert "Eén plek met kopieën" in vernietig_op_verzoek(voorbeeldplek, sam)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=3))
    reservekopie.maak(voorbeeldplek)
    assert len(opslag.kopieen(opslag.map_voor(voorbeeldplek.kluis, nieuw))) == 3


def test_wat_iemand_schrijft_terwijl_de_kopie_wordt_gemaakt_vraagt_een_nieuwe(voorbeeldplek, stick, monkeypatch):
    reservekopie.kies_plek(voorbeeldplek, stick)
    sam, echt = dossiers.overzicht(voorbeeldplek)[0].id, opslag._bewaar_sleutels

    def tussendoor(*alles):
        leg(voorbeeldplek, sam, "getypt tijdens de kopie")
        echt(*alles)

    with monkeypatch.context() as m:
        m.setattr(opslag, "_bewaar_sleutels", tussendoor)
        voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=1))
        reservekopie.maak(voorbeeldplek)
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=2))
    reservekopie.maak_bij_sluiten(voorbeeldplek)
    assert len(opslag.kopieen(opslag.map_voor(voorbeeldplek.kluis, stick))) == 3


def test_naast_kopieen_zonder_lijst_komt_geen_halve_lijst(voorbeeldplek, stick, tmp_path):
    """Een andere werkplek met dezelfde sleutel vernietigde iets voordat er lijsten waren."""
    ander = terug(reservekopie.kies_plek(voorbeeldplek, stick), tmp_path).werkplek
    ander.klok = VasteKlok(MOMENT + timedelta(hours=1))
    kopie = reservekopie.kies_plek(ander, stick)
    sam = dossiers.overzicht(ander)[0].id
    ander.klok = VasteKlok(MOMENT + timedelta(hours=2))
    vernietig_op_verzoek(ander, sam)
    ander.sluit()
    (kopie.pad.parent / "vernietigd.json").unlink()
    voorbeeldplek.klok = VasteKlok(MOMENT + timedelta(hours=3))
    reservekopie.maak(voorbeeldplek)
    gezet = reservekopie.zet_terug(kopie, WACHTZIN, tmp_path / "derde")
    assert sam not in {s.id for s in journaal.stromen(gezet.werkplek.kluis)}
    gezet.werkplek.sluit()
