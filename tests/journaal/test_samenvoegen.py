"""Twee mensen schrijven verder in dezelfde lange tekst: niets valt weg, en de volgorde van aankomst maakt niet uit."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jeugdteam_app.journaal import samenvoegen
from jeugdteam_app.journaal.samenvoegen import ALTIJD_VRAGEN, ALTIJD_VRAGEN_BIJ, verenig, voeg_samen
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import Plaats
from jeugdteam_app.kern.feit import Bekend, Conflict

OUD = "Sam gaat met buikpijn naar school. Thuis is het rustig. Opa loopt op woensdag mee."
PLAATS = Plaats("analyse", "analyse.gedeeld_beeld")
WOORDEN = st.lists(
    st.sampled_from(["rust", "school", "bang", "opa", "juf", "oefenen", "samen", "ochtend."]), max_size=30
)
TEKSTEN = WOORDEN.map(" ".join)


@pytest.mark.parametrize(
    ("een", "ander", "samen"),
    [
        (OUD.replace("buikpijn", "hoofdpijn"), OUD.replace("woensdag", "vrijdag"),
         "Sam gaat met hoofdpijn naar school. Thuis is het rustig. Opa loopt op vrijdag mee."),
        (OUD + " Noor belt de juf.", OUD.replace("rustig", "druk"),
         "Sam gaat met buikpijn naar school. Thuis is het druk. Opa loopt op woensdag mee. Noor belt de juf."),
        (OUD + " Noor belt.", OUD + " Karim wacht.", OUD + " Noor belt. Karim wacht."),
        (OUD.replace(" Thuis is het rustig.", ""), OUD + " Noor belt.",
         "Sam gaat met buikpijn naar school. Opa loopt op woensdag mee. Noor belt."),
        (OUD.replace("buikpijn", "hoofdpijn"), OUD.replace("buikpijn", "keelpijn"), None),
        (OUD.replace("Thuis is het rustig.", ""), OUD.replace("rustig", "druk"), None),
        (OUD, OUD + " Noor belt.", OUD + " Noor belt."),
        (OUD + " Noor belt.", OUD + " Noor belt.", OUD + " Noor belt."),
    ],
)  # fmt: skip
def test_wat_elkaar_niet_raakt_komt_samen_en_de_rest_niet(een, ander, samen):
    assert voeg_samen(OUD, [een, ander]) == samen


@settings(max_examples=600)
@given(TEKSTEN, TEKSTEN, TEKSTEN)
def test_de_wetten_van_samenvoegen(oud, een, ander):
    assert voeg_samen(oud, [een, oud]) == een
    assert voeg_samen(oud, [een, een]) == een
    samen, andersom = voeg_samen(oud, [een, ander]), voeg_samen(oud, [ander, een])
    assert (samen is None) is (andersom is None)
    if samen is None:
        return
    # Wat een van beiden erbij schreef, staat erin; wat geen van beiden weghaalde, ook.
    assert sorted(samen.split()) == sorted((andersom or "").split())
    for woord in set(een.split()) - set(oud.split()) | set(ander.split()) - set(oud.split()):
        assert woord in samen.split()
    # Bij een woord dat vaker voorkomt, is niet te zeggen welk van de twee iemand weghaalde.
    eenmalig = {w for w in oud.split() if all(t.split().count(w) == 1 for t in (oud, een, ander))}
    for woord in eenmalig:
        assert woord in samen.split()


def geschiedenis(oud, *nieuwe, plaats=PLAATS):
    """Eén tekst, en wat verschillende laptops er los van elkaar van maakten."""
    eerste = Pen("a0", "Robin", 1).schrijf(Stand(), "s", "h0", "t", {plaats: {"b": oud}})
    stand, alle = Stand().met(eerste), list(eerste)
    for nummer, tekst in enumerate(nieuwe, 1):
        alle += Pen(f"b{nummer}", f"Collega {nummer}", 1).schrijf(stand, "s", f"h{nummer}", "t", {plaats: {"b": tekst}})
    return alle


def test_in_het_dossier_staat_een_tekst_en_wie_verder_schrijft_volgt_op_beide():
    alle = geschiedenis(OUD, OUD + " Noor belt.", OUD.replace("rustig", "druk"))
    stand = vouw(alle)
    samen = stand.feit(*PLAATS)
    assert samen == Bekend(OUD.replace("rustig", "druk") + " Noor belt.")
    assert set(stand.samengevoegd) == {PLAATS}
    verder = Pen("c", "Robin", 1).schrijf(stand, "s", "h9", "t", {PLAATS: {"b": samen.waarde + " Klaar."}})
    na = stand.met(verder)
    assert na.feit(*PLAATS) == Bekend(samen.waarde + " Klaar.")
    assert na == vouw([*alle, *verder])
    assert not na.samengevoegd


@given(st.lists(TEKSTEN, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_de_volgorde_van_aankomst_maakt_niet_uit_en_dubbel_ook_niet(nieuwe, toeval):
    alle = geschiedenis(OUD, *(f"{OUD} {tekst}" for tekst in nieuwe))
    anders = [*alle, *alle]
    toeval.shuffle(anders)
    assert vouw(alle) == vouw(anders)
    assert vouw(alle).feit(*PLAATS) == vouw(anders).feit(*PLAATS)


def test_drie_laptops_die_elk_iets_anders_doen():
    delen = [OUD + " Noor belt.", OUD.replace("buikpijn", "hoofdpijn"), OUD.replace("rustig", "druk")]
    uitkomsten = {vouw(geschiedenis(OUD, *volgorde)).feit(*PLAATS).waarde for volgorde in itertools.permutations(delen)}
    assert uitkomsten == {
        "Sam gaat met hoofdpijn naar school. Thuis is het druk. Opa loopt op woensdag mee. Noor belt."
    }


@pytest.mark.parametrize("soort", sorted(ALTIJD_VRAGEN))
def test_over_veiligheid_toestemming_keuze_en_toewijzing_beslist_altijd_een_mens(soort):
    plaats = Plaats(f"{soort}:1", f"{soort}.tekst")
    alle = geschiedenis(OUD, OUD + " Noor belt.", OUD.replace("rustig", "druk"), plaats=plaats)
    assert isinstance(vouw(alle).feit(*plaats), Conflict)


@pytest.mark.parametrize(
    ("oud", "een", "ander"), [("Sam", "Sam Jan", "Samuel"), ("", OUD, OUD + " Anders."), (OUD, OUD + " Erbij.", "")]
)
def test_een_naam_een_eerste_tekst_en_leegmaken_komen_niet_vanzelf_samen(oud, een, ander):
    assert isinstance(vouw(geschiedenis(oud, een, ander)).feit(*PLAATS), Conflict)


def test_zonder_gezamenlijke_tekst_ervoor_kiest_een_mens():
    los = [*Pen("a", "A", 1).schrijf(Stand(), "s", "h1", "t", {PLAATS: {"b": OUD}}),
           *Pen("b", "B", 1).schrijf(Stand(), "s", "h2", "t", {PLAATS: {"b": OUD + " Erbij."}})]  # fmt: skip
    assert isinstance(vouw(los).feit(*PLAATS), Conflict)


VERZAMELING = Plaats("factor:1", "factor.leidt_tot")
NAMEN = st.lists(st.sampled_from("abcdef"), unique=True)


@given(NAMEN, NAMEN, NAMEN)
def test_de_wetten_van_verenigen(oud, een, ander):
    samen = verenig(oud, [een, ander])
    assert set(samen) == (set(een) | set(ander)) - (set(oud) - (set(een) & set(ander)))
    assert len(samen) == len(set(samen))
    assert set(samen) == set(verenig(oud, [ander, een]))
    assert set(verenig(oud, [een, oud])) == set(verenig(oud, [een, een])) == set(een)


def test_een_verzameling_komt_samen_met_wat_ieder_erbij_zette_en_zonder_wat_iemand_weghaalde():
    alle = geschiedenis(["school", "ruzie"], ["school", "ruzie", "oma"], ["school", "buikpijn"], plaats=VERZAMELING)
    stand = vouw(alle)
    assert stand.feit(*VERZAMELING) == Bekend(["school", "oma", "buikpijn"])
    assert set(stand.samengevoegd) == {VERZAMELING}


def test_twee_verzamelingen_die_los_van_elkaar_begonnen_komen_ook_samen():
    los = [*Pen("a", "A", 1).schrijf(Stand(), "s", "h1", "t", {VERZAMELING: {"b": ["oma"]}}),
           *Pen("b", "B", 1).schrijf(Stand(), "s", "h2", "t", {VERZAMELING: {"b": ["school"]}})]  # fmt: skip
    assert vouw(los).feit(*VERZAMELING) == Bekend(["oma", "school"])


def test_een_verzameling_naast_niet_besproken_blijft_een_vraag():
    eerste = Pen("a", "A", 1).schrijf(Stand(), "s", "h1", "t", {VERZAMELING: {"b": ["oma"]}})
    nu = vouw(eerste)
    een = Pen("b", "B", 1).schrijf(nu, "s", "h2", "t", {VERZAMELING: {"n": True}})
    ander = Pen("c", "C", 1).schrijf(nu, "s", "h3", "t", {VERZAMELING: {"b": ["oma", "school"]}})
    assert isinstance(vouw([*eerste, *een, *ander]).feit(*VERZAMELING), Conflict)


@pytest.mark.parametrize("veld", sorted(ALTIJD_VRAGEN_BIJ))
def test_over_veilige_afspraken_en_afscherming_beslist_altijd_een_mens(veld):
    plaats = Plaats(f"{veld.partition('.')[0]}:1", veld)
    assert isinstance(vouw(geschiedenis([], ["mam"], ["pap"], plaats=plaats)).feit(*plaats), Conflict)
    alle = geschiedenis(OUD, OUD + " Noor belt.", OUD.replace("rustig", "druk"), plaats=plaats)
    assert isinstance(vouw(alle).feit(*plaats), Conflict)


@pytest.mark.parametrize(
    ("oud", "een", "ander"),
    [
        ("a " * 8000, "a " * 7000 + "b", "c " + "a " * 8000),
        ("a. " * 8000, "a. " * 7000 + "b", "c " + "a. " * 8000),
        ("".join(f"w{n} " for n in range(8000)), "".join(f"w{n} " for n in range(8000, 0, -1)), "anders"),
    ],
)
def test_een_lange_tekst_kost_geen_werk_dat_niemand_afwacht(oud, een, ander, monkeypatch):
    """Geteld in vergelijkingen, niet in tijd: wat te veel werk is, vraagt een mens of komt als geheel samen."""
    paren = []

    class Teller(samenvoegen.SequenceMatcher):
        def __init__(self, junk, links, rechts, autojunk):
            paren.append(sum(Counter(links)[r] for r in rechts))
            super().__init__(junk, links, rechts, autojunk)

    monkeypatch.setattr(samenvoegen, "SequenceMatcher", Teller)
    voeg_samen(oud, [een, ander])
    assert max(paren, default=0) <= samenvoegen._MEESTE_PAREN


def test_van_tweeduizend_versies_is_de_laatste_gedeelde_gauw_gevonden():
    pen, alle = Pen("a", "A", 1), []
    for versie in range(2_000):
        stand = Stand({PLAATS: (alle[-1],)} if alle else {})
        alle += pen.schrijf(stand, "s", f"h{versie}", "t", {PLAATS: {"b": f"{OUD} Versie {versie}."}})
    stand = Stand({PLAATS: (alle[-1],)})
    takken = [
        Pen(naam, naam, 1).schrijf(stand, "s", naam, "t", {PLAATS: {"b": f"{OUD} Van {naam}."}})[0] for naam in "bc"
    ]
    assert samenvoegen._laatst_gedeeld(takken, {w.id: w for w in (*alle, *takken)}) == [alle[-1]]
