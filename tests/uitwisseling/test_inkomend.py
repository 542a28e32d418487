"""Berichten van buiten lezen: wat erin staat komt eruit, en wat niet klopt geeft een zin en nooit iets anders."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdteam_app.dossier.post import Berichtsoort
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.uitwisseling import inkomend, knopen
from jeugdteam_app.uitwisseling.inkomend import Verloop, lees
from tests.uitwisseling import berichten

GOEDE = [
    berichten.start(300201), berichten.stop(300201), berichten.verzoek_nieuw(), berichten.verzoek_wijziging(300201),
    berichten.retour("abc", ["0001"]),
]  # fmt: skip


def test_wat_erin_staat_komt_eruit():
    begin, einde, nieuw, anders, terug = map(lees, GOEDE)
    gestart = Verloop(nummer=300201, begin=date(2026, 12, 10))
    assert begin.verloop == (gestart,)
    assert einde.verloop == (gestart.model_copy(update={"einde": date(2027, 3, 1), "reden": "31"}),)
    [vraag] = nieuw.verzoeken
    assert (vraag.soort, vraag.referentie, vraag.verwijzer) == (Berichtsoort.VERZOEK_NIEUW, "AB-12", "02")
    assert (vraag.raamcontract, vraag.gezagsdrager_bekend, vraag.beschikking) == (True, True, "")
    assert nieuw.kind == inkomend.Genoemd("", "", "Voorbeeld", date(2015, 5, 17))
    assert anders.verzoeken[0].reden == "1"
    [product] = vraag.producten
    assert (product.code, product.volume, product.eenheid, product.frequentie) == (
        "54001", 20, Eenheid.UUR, Frequentie.TOTAAL,
    )  # fmt: skip
    assert (product.begin, product.einde) == (date(2027, 7, 1), date(2027, 12, 31))
    assert [p.nummer for p in anders.verzoeken[0].producten] == [300201]
    assert (terug.over, terug.identificatie, terug.retourcodes) == ("abc", "1", ("0001",))
    assert (terug.afzender, terug.ontvanger, terug.dagtekening) == (
        berichten.AANBIEDER,
        berichten.GEMEENTE,
        date(2026, 11, 24),
    )
    assert {b.bsn for b in (begin, einde, nieuw, anders)} == {berichten.BSN}


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (b"", "onleesbaar"), (b"geen xml", "onleesbaar"), (b"<a/>", "soort"),
        (GOEDE[0].replace(b">438<", b">436<"), "soort"), (GOEDE[0].replace(b"BerichtVersie>3<", b"BerichtVersie>4<"), "soort"),
        (GOEDE[0].replace(b"2026-12-10", b"2026-02-30"), "inhoud"), (GOEDE[0].replace(b"300201", b"geen"), "inhoud"),
        (GOEDE[1].replace(b"Einddatum>", b"Slotdatum>"), "inhoud"), (GOEDE[2].replace(b">AB-12<", b"><"), "inhoud"), (GOEDE[4].replace(b">abc<", b"><"), "inhoud"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + GOEDE[0].partition(b"?>")[2], "onleesbaar"),
    ],
)  # fmt: skip
def test_wat_niet_klopt_geeft_een_zin(inhoud, code):
    with pytest.raises(InvoerFout, match=f"bericht-{code}"):
        lees(inhoud)


def test_te_groot_wordt_niet_gelezen():
    with pytest.raises(InvoerFout, match="bericht-te-groot"):
        lees(b" " * (knopen.GROOTSTE_BERICHT + 1))


@settings(max_examples=400)
@given(st.sampled_from(GOEDE), st.data())
def test_een_beschadigd_bericht_geeft_een_bericht_of_een_zin(goed, data):
    plek = data.draw(st.integers(0, len(goed) - 1))
    stuk = data.draw(st.binary(max_size=6))
    try:
        lees(goed[:plek] + stuk + goed[plek + data.draw(st.integers(0, 6)) :])
    except InvoerFout:
        return


def test_een_zin_bevat_nooit_iets_uit_het_bericht():
    with pytest.raises(InvoerFout) as fout:
        lees(GOEDE[0].replace(b"2026-12-10", b"GEHEIM"))
    assert "GEHEIM" not in repr(fout.value)
    assert fout.value.__cause__ is None
    assert fout.value.__context__ is None
