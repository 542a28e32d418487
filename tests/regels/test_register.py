"""Het register: elke regel uit de bronnen heeft een plek waar hij werkt, en doet wat zijn voorwaarde zegt."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from itertools import chain

import pytest

from jeugdteam_app.kern.feit import Bekend, Onbekend
from jeugdteam_app.opdrachtregel.hoofd import hoofd
from jeugdteam_app.productenboek.boek import boeken, laad
from jeugdteam_app.productenboek.voorwaarden import Bevat, Een, Minstens, Tussen, Uitslag, groepen
from jeugdteam_app.regels.denkstap import Denkstap
from jeugdteam_app.regels.regel import Hoofdstuk, Kenmerk, Werking, document, documenten, regelset, regio, regios
from jeugdteam_app.regels.register import register
from jeugdteam_app.regels.uitspraken import uitspraken
from jeugdteam_app.regels.wegwijzers import wegwijzers
from jeugdteam_app.zinnen.besluit import BEVINDINGEN

OP = date(2026, 11, 24)
BRONNEN = ("000", "001", "002", "003", "004")
REGELS = [r for id in documenten() for r in document(id).regels]
MET_VOORWAARDE = [r for r in REGELS if r.als]
UITSPRAKEN = {u.code: u.werking for id in documenten() for u in document(id).uitspraken}
# Zoveel regels van de bronnen geven alleen samenhang; de andere werken ergens.
ALLEEN_CONTEXT = 94


def test_alle_350_regels_staan_er_precies_een_keer():
    ids = [r.id for bron in BRONNEN for r in document(bron).regels if re.fullmatch(r"R\d{3}", r.id)]
    assert sorted(ids) == [f"R{n:03}" for n in range(1, 351)]
    assert len({r.id for r in REGELS}) == len(REGELS)


def test_alleen_context_mag_achtergrond_zijn():
    context = [r for r in REGELS if re.fullmatch(r"R\d{3}", r.id) and r.aard == "context"]
    assert len(context) == ALLEEN_CONTEXT
    assert {r.id for r in REGELS if r.werking is Werking.ACHTERGROND} <= {r.id for r in context}


@pytest.mark.parametrize("regel", REGELS, ids=lambda r: r.id)
def test_elke_regel_werkt_echt_waar_het_register_zegt(regel):
    match regel.werking:
        case Werking.VOORLIGGEND | Werking.ANDER_KADER | Werking.PLICHT | Werking.UITWEG | Werking.BESLIST:
            assert UITSPRAKEN[regel.tak] is regel.werking
        case Werking.TOETS:
            assert regel.tak in BEVINDINGEN
        case Werking.VOLGORDE:
            los = (Kenmerk.DICHTBIJ, Kenmerk.WONEN_LOS)
            waar = next(i.regios for i in register() if i.regel is regel)
            assert regel.kenmerk in los or all(regel.kenmerk in streek.volgorde for streek in waar)
        case Werking.SEGMENT:
            algemeen = {"SEGMENT", "SEGMENT-ONBEKEND", "SEGMENT-TWIJFEL"}
            assert regel.id in algemeen | {t.regel for id in regios() for t in regio(id).segmenten}
        case Werking.TERMIJN:
            assert regel.termijn
        case Werking.PRODUCT:
            assert regel.bij or regel.id in {"BOEK", "LEES-ZELF", "BUITEN-TIJD"}


def _waar(voorwaarde):
    """Waarden die precies aan een voorwaarde voldoen, tot aan de grens."""
    match voorwaarde:
        case Een(een_van=mag):
            return [Bekend(w) for w in mag]
        case Bevat(bevat=mag):
            return [Bekend((w,)) for w in mag]
        case Minstens(minstens=aantal):
            return [Bekend(("x",) * aantal)]
        case Tussen(van=van, tot_en_met=tot):
            return [Bekend(van), Bekend(tot)]


def _onwaar(voorwaarde):
    """Waarden die er net niet aan voldoen."""
    match voorwaarde:
        case Een():
            return [Bekend("iets anders")]
        case Bevat():
            return [Bekend(("iets anders",)), Bekend(())]
        case Minstens(minstens=aantal):
            return [Bekend(("x",) * (aantal - 1))]
        case Tussen(van=van, tot_en_met=tot):
            return [Bekend(van - 1), Bekend(tot + 1)]


@pytest.mark.parametrize("regel", MET_VOORWAARDE, ids=lambda r: r.id)
def test_elke_regel_gaat_af_gaat_niet_af_en_kent_zijn_grens(regel):
    for groep in regel.als:
        goed = {v.feit: _waar(v)[0] for v in groep}
        for voorwaarde in groep:
            for feit in _waar(voorwaarde):
                assert groepen((groep,), goed | {voorwaarde.feit: feit}).uitslag is Uitslag.JA
                assert groepen(regel.als, goed | {voorwaarde.feit: feit}).uitslag is Uitslag.JA
            for feit in _onwaar(voorwaarde):
                assert groepen((groep,), goed | {voorwaarde.feit: feit}).uitslag is Uitslag.NEE
            onbekend = groepen((groep,), goed | {voorwaarde.feit: Onbekend()})
            assert onbekend.uitslag is Uitslag.ONBEKEND, "onbekend is geen nee"
            assert onbekend.hangt_af_van == (voorwaarde.feit,)


_IN_ADVIES = (Werking.VOORLIGGEND, Werking.ANDER_KADER, Werking.PLICHT, Werking.UITWEG, Werking.BESLIST)


def _redenen(streek, regel, feiten):
    """De regels die het advies van deze regio bij deze feiten noemt voor de uitspraak van deze regel, als zij zeker is."""
    boek = next(b for b in map(laad, boeken()) if b.regels == streek and b.geldt_op(OP))
    takken = uitspraken(Denkstap(feiten, boek, regelset(streek, OP), OP), regel.werking)
    zeker = (t for t in takken if t.code == regel.tak and (t.uitslag is Uitslag.JA or regel.werking is Werking.PLICHT))
    return {r.regel for t in zeker for r in t.redenen}


@pytest.mark.parametrize("streek", regios())
def test_in_het_advies_van_de_regio_gaat_elke_regel_af_en_niet_bij_iets_anders(streek):
    regels = [r for r in regelset(streek, OP).regels.values() if r.werking in _IN_ADVIES and r.als and not r.steunt]
    assert regels
    for regel in regels:
        for groep in regel.als:
            goed = {v.feit: _waar(v)[0] for v in groep}
            assert regel.id in _redenen(streek, regel, goed), regel.id
        elders = {v.feit: _onwaar(v)[0] for groep in regel.als for v in groep}
        assert regel.id not in _redenen(streek, regel, elders), regel.id
        assert regel.id not in _redenen(streek, regel, {}), f"{regel.id}: onbekend is geen ja"


@pytest.mark.parametrize("regel", REGELS, ids=lambda r: r.id)
def test_een_regel_geldt_alleen_in_zijn_tijd(regel):
    assert regel.geldt_op(regel.geldig_van)
    assert not regel.geldt_op(regel.geldig_van - timedelta(days=1))
    if regel.geldig_tot:
        assert regel.geldt_op(regel.geldig_tot)
        assert not regel.geldt_op(regel.geldig_tot + timedelta(days=1))


@pytest.mark.parametrize("streek", regios())
def test_een_regel_geldt_alleen_in_de_regio_van_zijn_bron(streek):
    eigen = set(regelset(streek, OP).regels)
    elders = {r.id for bron in BRONNEN if bron not in regio(streek).documenten for r in document(bron).regels}
    assert eigen
    assert not eigen & elders


@pytest.mark.parametrize("streek", regios())
def test_een_wegwijzer_staat_bij_zijn_hoofdstuk_als_het_speelt(streek):
    regels = regelset(streek, OP)
    for regel in regels.regels.values():
        if regel.werking is not Werking.WEGWIJZER:
            continue
        speelt = {v.feit: _waar(v)[0] for v in (regel.als[0] if regel.als else ())}
        assert regel.id in {r.regel for r in wegwijzers(speelt, regels, regel.hoofdstuk)}
        for anders in set(Hoofdstuk) - {regel.hoofdstuk}:
            assert regel.id not in {r.regel for r in wegwijzers(speelt, regels, anders)}
        if regel.als:
            assert regel.id not in {r.regel for r in wegwijzers({}, regels, regel.hoofdstuk)}


@pytest.mark.parametrize("regel", REGELS, ids=lambda r: r.id)
def test_een_regel_is_kort_en_heeft_een_vindplaats(regel):
    zinnen = re.split(r"(?<=[.?!])\s+", regel.tekst)
    assert all(len(z.split()) <= 24 for z in zinnen), "te lang om bij de keukentafel te lezen"
    assert regel.bron.document
    assert regel.bron.plaats
    if regel.id[1:].isdigit():
        assert re.search(r"regels? \d+", regel.bron.plaats)


VEERTIEN = {
    "zwaarte", "familiegroepsplan", "duur", "productkeuze", "norm", "toegang", "acceptatie", "plafond", "ouders",
    "perspectiefplan", "gesloten", "pgb", "dwang", "gezag",
}  # fmt: skip


@pytest.mark.parametrize("streek", regios())
def test_de_veertien_keuzes_van_een_regio_staan_er(streek):
    keuzes = regio(streek).instellingen
    assert {k.id for k in keuzes} >= VEERTIEN
    assert all(k.keuze and k.onderwerp and k.bron.plaats for k in keuzes)


def test_het_register_op_de_opdrachtregel(capsys):
    assert hoofd(["regels", "--json"]) == 0
    alle = json.loads(capsys.readouterr().out)
    assert len(alle) == len(REGELS)
    assert {"id", "werking", "tekst", "bron", "regios"} <= set(alle[0])
    assert hoofd(["regels", "--regio", "zaanstreek-waterland"]) == 0
    uit = capsys.readouterr().out
    assert "R275" in uit
    assert "R282" not in uit


def test_segmenten_en_uitspraken_verwijzen_naar_wat_er_is():
    for id in regios():
        regels = regelset(id, OP)
        bekend = set(chain.from_iterable(document(d).regels for d in regio(id).documenten))
        ids = {r.id for r in bekend}
        assert {t.regel for t in regio(id).segmenten if t.als is not None} <= ids
        assert set(regels.per_tak) <= set(UITSPRAKEN) | set(BEVINDINGEN)
