"""Sloten, de herstelsleutel en de dossiersleutels: wie eraan komt, krijgt niets open."""

import json
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.sleutels import sloten, woorden
from jeugdteam_app.sleutels.dossiersleutels import Sleutelbos
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import VLOER, Rekenwerk, Slotenbestand

SLEUTEL, GEHEIM = Hoofdsleutel(bytes(range(32))), bytes(range(32, 64))


@pytest.fixture(scope="module")
def bestand():
    return Slotenbestand("k", "Werkplek").met_wachtzin(SLEUTEL, "één molen  kaart", VLOER).met_herstel(SLEUTEL, GEHEIM)


def test_beide_sloten_geven_dezelfde_sleutel(bestand):
    gelezen = sloten.lees(sloten.schrijf(bestand))
    # Samengestelde tekens en dubbele spaties zijn dezelfde wachtzin.
    assert gelezen.open_met_wachtzin("e\u0301e\u0301n molen kaart").inhoud() == SLEUTEL.inhoud()
    assert gelezen.open_met_herstel(GEHEIM).inhoud() == SLEUTEL.inhoud()


def test_een_verkeerde_sleutel_is_iets_anders_dan_een_beschadigd_bestand(bestand):
    with pytest.raises(InvoerFout, match="wachtzin-onjuist"):
        bestand.open_met_wachtzin("een molen kaart")
    with pytest.raises(InvoerFout, match="herstelsleutel-onjuist"):
        bestand.open_met_herstel(bytes(32))
    tekst = sloten.schrijf(bestand)
    for plek in range(5, len(tekst), 41):
        if tekst[plek] == (anders := "7" if tekst[plek] != "7" else "8") or tekst[plek] in ' \n{}[],:"':
            continue
        with pytest.raises(WereldFout, match=r"sleutelbestand-beschadigd|kluis-nieuwer"):
            sloten.lees(tekst[:plek] + anders + tekst[plek + 1 :])


def herschreven(bestand, verander):
    """Een bestand dat iemand met opzet veranderde, met een kloppende gewone controle."""
    ruw = json.loads(sloten.schrijf(bestand))
    ruw.pop("controle")
    verander(ruw)
    return json.dumps(ruw | {"controle": sloten._controle(ruw)})


def test_lichtere_of_zwaardere_parameters_worden_geweigerd_voordat_er_gerekend_wordt(bestand):
    for werk in ([1024, 3, 4], [65536, 1, 4], [65536, 3, 1], [99_999_999, 3, 4], [65536, 999, 4]):
        tekst = herschreven(bestand, lambda r, w=werk: r["sloten"][0].update(argon2id=w))
        with pytest.raises(WereldFout, match="sleutelbestand-beschadigd"):
            sloten.lees(tekst).open_met_wachtzin("één molen kaart")


def test_wat_over_een_slot_staat_telt_mee(bestand):
    for verander in (lambda r: r.update(kluis="ander"), lambda r: r["sloten"][1].update(id="ander")):
        with pytest.raises(InvoerFout):
            sloten.lees(herschreven(bestand, verander)).open_met_herstel(GEHEIM)
    with pytest.raises(WereldFout, match="sleutelbestand-beschadigd"):
        sloten.lees(herschreven(bestand, lambda r: r.update(naam="Andere naam"))).open_met_herstel(GEHEIM)


@pytest.mark.parametrize(
    "tekst", ["", "{}", "[]", '{"formaat": 1e999}', '{"formaat": 1, "sloten": [[]], "controle": ""}', "[" * 100_000]
)
def test_onzin_is_een_beschadigd_bestand(tekst):
    with pytest.raises(WereldFout, match="sleutelbestand-beschadigd"):
        sloten.lees(tekst)


def test_een_nieuwer_bestand_wordt_netjes_geweigerd(bestand):
    with pytest.raises(WereldFout, match="kluis-nieuwer"):
        sloten.lees(herschreven(bestand, lambda r: r.update(formaat=3)))


def test_de_ijking_blijft_binnen_de_grenzen():
    assert sloten.geijkt(0.0) == VLOER
    assert not Rekenwerk(VLOER.geheugen // 2, 3, 4).binnen_grenzen()


@settings(max_examples=50)
@given(st.binary(min_size=32, max_size=32), st.integers(0, 23), st.integers(1, 4095))
def test_herstelwoorden_heen_en_terug_en_een_typfout_valt_op(geheim, plek, erbij):
    rij = list(woorden.als_woorden(geheim))
    assert len(rij) == 24
    assert woorden.uit_woorden("  ".join(rij).upper()) == geheim
    met_nummers = "\n".join(f"{n}. {woord}" for n, woord in enumerate(rij, 1))
    assert woorden.uit_woorden(met_nummers) == woorden.uit_woorden(met_nummers.replace(".", "")) == geheim
    lijst = woorden.lijst()
    anders = [*rij[:plek], lijst[(lijst.index(rij[plek]) + erbij) % 4096], *rij[plek + 1 :]]
    with pytest.raises(InvoerFout, match="herstel-ander-woord") as fout:
        woorden.uit_woorden(" ".join(anders))
    assert fout.value.gegevens == {"plek": plek + 1}
    with pytest.raises(InvoerFout, match="herstel-woord") as fout:
        woorden.uit_woorden(" ".join([*rij[:plek], "qqqq", *rij[plek + 1 :]]))
    assert fout.value.gegevens == {"plek": plek + 1}


@settings(max_examples=50)
@given(st.binary(min_size=32, max_size=32), st.integers(0, 23), st.integers(0, 23))
def test_twee_verwisselde_woorden_worden_genoemd(geheim, een, ander):
    rij = list(woorden.als_woorden(geheim))
    assume(rij[een] != rij[ander])
    rij[een], rij[ander] = rij[ander], rij[een]
    with pytest.raises(InvoerFout, match="herstel-verwisseld") as fout:
        woorden.uit_woorden(" ".join(rij))
    assert set(fout.value.gegevens.values()) == {een + 1, ander + 1}


def test_meer_dan_een_ander_woord_is_niet_aan_te_wijzen():
    rij = list(woorden.als_woorden(bytes(32)))
    lijst = woorden.lijst()
    rij[2], rij[9], rij[20] = lijst[100], lijst[200], lijst[300]
    with pytest.raises(InvoerFout, match="herstel-controle"):
        woorden.uit_woorden(" ".join(rij))


def test_de_woordenlijst_is_wat_hij_belooft():
    lijst = woorden.lijst()
    assert len(lijst) == len(set(lijst)) == 4096
    assert all(4 <= len(w) <= 8 and w.isascii() and w.islower() for w in lijst)
    assert list(lijst) == sorted(lijst)
    # Een coach leest ze voor en drukt ze af: wat er om die reden uit is gehaald, komt niet terug.
    assert not set(lijst) & {"rotzak", "gestoord", "executie", "stripper", "misdaad", "whisky", "thomas", "smith"}
    assert set(woorden.stel_wachtzin_voor().split()) <= set(lijst)
    assert woorden.sterkte(woorden.stel_wachtzin_voor()) >= 3
    assert woorden.sterkte("welkom01") < 3
    assert woorden.sterkte("molen molen molen molen molen") < 3


def test_dossiersleutels_zijn_van_hun_stroom_en_opschrift():
    bos = Sleutelbos()
    bos.nieuwe("a")
    bos.nieuwe("b")
    geheim = bos.versleutel("a", "kop", b"tekst")
    terug = Sleutelbos.lees(SLEUTEL, bos.schrijf(SLEUTEL))
    assert terug.ontsleutel("a", "kop", geheim) == b"tekst"
    for stroom, kop in (("b", "kop"), ("a", "andere kop")):
        with pytest.raises(WereldFout, match="kluis-beschadigd"):
            terug.ontsleutel(stroom, kop, geheim)
    with pytest.raises(WereldFout, match="dossiersleutel-ontbreekt"):
        terug.ontsleutel("c", "kop", geheim)
    with pytest.raises(WereldFout, match="dossiersleutels-beschadigd"):
        Sleutelbos.lees(SLEUTEL, bos.schrijf(SLEUTEL)[:-1])
    assert bos.versleutel("a", "kop", b"tekst") != geheim


def test_geen_sleutel_of_wachtzin_in_een_repr():
    from jeugdteam_app.werk.werkplek import NieuweKluis

    nieuw = NieuweKluis.__new__(NieuweKluis)
    for naam, waarde in (("map", "m"), ("naam", "n"), ("wie", "w"), ("wachtzin", "GEHEIM"), ("herstelgeheim", GEHEIM)):
        object.__setattr__(nieuw, naam, waarde)
    assert "GEHEIM" not in repr(nieuw)
    assert SLEUTEL.inhoud().hex() not in repr(SLEUTEL)
    assert "sleutels=" not in repr(Sleutelbos({"a": b"x"}))
    assert replace(VLOER) == VLOER
