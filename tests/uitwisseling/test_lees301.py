"""Een JW301 terug naar gegevens: wat geschreven is komt er gelijk uit, en een kapot bestand geeft een zin."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opdrachtregel.hoofd import hoofd
from jeugdteam_app.uitwisseling import knopen, lees301, xml
from jeugdteam_app.uitwisseling.jw301 import Naam
from jeugdteam_app.werk import overhandigen
from tests.uitwisseling.berichten import verzoek_nieuw
from tests.uitwisseling.test_controle import BERICHTEN, GOED, OUDER, PRODUCT, TEKST, VANDAAG

HEEL = xml.schrijf(GOED)


@settings(max_examples=500)
@given(BERICHTEN, TEKST, st.booleans())
def test_van_bericht_naar_gegevens_en_terug_is_gelijk(bericht, commentaar, organisatie):
    producten = tuple(replace(p, commentaar=commentaar) for p in bericht.producten)
    relaties = tuple(replace(r, naam=replace(r.naam, organisatie=organisatie)) for r in bericht.relaties)
    heel = replace(bericht, producten=producten, relaties=relaties)
    geschreven = xml.schrijf(heel)
    gelezen = lees301.lees(geschreven)
    assert gelezen == replace(heel, gemeenten=frozenset())
    assert xml.schrijf(gelezen) == geschreven


def test_meer_toewijzingen_een_tolk_en_een_gezin_zonder_telefoon():
    meer = replace(
        GOED, producten=(PRODUCT, replace(PRODUCT, nummer=2, categorie="45", code="45A04")), tolk="1", taal="Turks",
        relaties=(replace(OUDER, telefoon=""), replace(OUDER, nummer=2, soort="11", naam=Naam("GI Proef", organisatie=True))),
    )  # fmt: skip
    assert lees301.lees(xml.schrijf(meer)) == replace(meer, gemeenten=frozenset())


def test_een_instelling_als_voogd_is_in_het_bericht_een_organisatie():
    schreef = xml.schrijf(replace(GOED, relaties=(replace(OUDER, naam=Naam("GI Proef", organisatie=True)),)))
    assert schreef.count(b"<ijw:NaamGebruik>6<") == 1
    assert schreef.count(b"<ijw:NaamGebruik>1<") == 1


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "onleesbaar"),
        (b"geen xml", "onleesbaar"),
        (verzoek_nieuw(), "soort"),
        (HEEL.replace(b"2026-12-01", b"2026-02-30"), "inhoud"),
        (HEEL.replace(b"Client>", b"Klant>"), "inhoud"),
        (HEEL.replace(b"<ijw:Volume>12<", b"<ijw:Volume>0<"), "inhoud"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + HEEL.partition(b"?>")[2], "onleesbaar"),
        (b" " * (knopen.GROOTSTE_BERICHT + 1), "te-groot"),
    ],
)
def test_wat_niet_klopt_geeft_een_zin(inhoud, code):
    with pytest.raises(InvoerFout, match=f"bericht-{code}"):
        lees301.lees(inhoud)


@settings(max_examples=300)
@given(st.data())
def test_een_beschadigd_bericht_geeft_een_bericht_of_een_zin(data):
    plek = data.draw(st.integers(0, len(HEEL) - 1))
    try:
        lees301.lees(HEEL[:plek] + data.draw(st.binary(max_size=6)) + HEEL[plek + data.draw(st.integers(0, 6)) :])
    except InvoerFout:
        return


_PERIODE = b"<jw301:Periode><ijw:Begindatum>2026-12-01</ijw:Begindatum></jw301:Periode>"


def test_een_deel_van_een_geboortedatum_dat_onbekend_is_staat_op_de_eerste():
    heel = HEEL.replace(b"2015-05-14", b"2015-05-01")
    een = heel.replace(b"</ijw:Datum>", b"</ijw:Datum><ijw:DatumGebruik>1</ijw:DatumGebruik>", 1)
    assert een != heel
    assert lees301.vorm_gebreken(een) == []


def test_een_dagtekening_die_nog_moet_komen_valt_op(tmp_path):
    (pad := tmp_path / "bericht.xml").write_bytes(HEEL)
    assert overhandigen.kijk_bericht_na(pad, VANDAAG) == ()
    assert [g.regel for g in overhandigen.kijk_bericht_na(pad, VANDAAG - timedelta(days=1))] == ["TR135"]


def test_nakijken_vanaf_de_opdrachtregel(tmp_path, capsys):
    (pad := tmp_path / "bericht.xml").write_bytes(HEEL)
    assert hoofd(["controleer", str(pad)]) == 0
    assert "mankeert niets" in capsys.readouterr().out
    pad.write_bytes(xml.schrijf(replace(GOED, bsn="999900007")))
    assert hoofd(["controleer", str(pad)]) == 3
    uit = capsys.readouterr()
    assert "CS002" in uit.out
    assert "999900007" not in uit.out + uit.err


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (HEEL.replace(b"/3_2/jw301/", b"/3_1/jw301/"), "naamruimte"),
        (HEEL.replace(b"BerichtSubversie>2<", b"BerichtSubversie>1<"), "subversie"),
        (HEEL.replace(b"</jw301:Client>", b"<jw301:Extra/></jw301:Client>"), "leeg-element"),
        (b"\xef\xbb\xbf" + HEEL, "bestandsbegin"),
        (HEEL.replace(b"\r\n", b"\n"), "regeleinden"),
        (HEEL.replace(b"</jw301:Toewijzingstijd>", b"Z</jw301:Toewijzingstijd>", 1), "tijdzone"),
        (HEEL.replace(b"<ijw:LandCode>NL</ijw:LandCode>", b"", 1), "landcode"),
        (HEEL.replace(b"NaamGebruik>1<", b"NaamGebruik>2<", 1), "naamgebruik"),
        (HEEL.replace(b"</jw301:Contact>", _PERIODE + b"</jw301:Contact>", 1), "adres-periode"),
        (HEEL.replace(b"</ijw:Datum>", b"</ijw:Datum><ijw:DatumGebruik>1</ijw:DatumGebruik>", 1), "datum-gebruik"),
        (re.sub(rb"Volume>\d+<", b"Volume>0<", HEEL, count=1), "volume"),
        (re.sub(rb"Eenheid>\d+<", b"Eenheid>99<", HEEL, count=1), "eenheid"),
        (re.sub(rb"Frequentie>\d<", b"Frequentie>3<", HEEL, count=1), "frequentie"),
    ],
)
def test_wat_aan_het_bestand_zelf_mankeert_heeft_een_eigen_zin(inhoud, code):
    assert inhoud != HEEL
    assert [g.code for g in lees301.vorm_gebreken(inhoud)] == [code]
    assert lees301.vorm_gebreken(HEEL) == []
