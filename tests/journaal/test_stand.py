"""De wetten van het journaal: volgorde doet er niet toe, twee keer is één keer, niets gaat verloren."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdteam_app.journaal.positie import tussen
from jeugdteam_app.journaal.schrijven import Pen, keer_om
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import POSITIE, VERWIJDERD, Plaats
from jeugdteam_app.kern.feit import Bekend, Conflict
from jeugdteam_app.kern.fouten import InvoerFout

VELDEN = [Plaats("kind", "naam"), Plaats("doel:1", "tekst"), Plaats("doel:1", VERWIJDERD), Plaats("doel:1", POSITIE)]
# Een stap: welke laptop, welk veld en welke waarde; of (None) een laptop haalt bij een andere op.
STAPPEN = st.lists(
    st.tuples(st.integers(0, 2), st.one_of(st.none(), st.sampled_from(VELDEN)), st.integers(0, 3)), max_size=25
)


def speel(stappen):
    """Drie laptops schrijven en wisselen uit; geeft per laptop wat er in zijn journaal staat."""
    laptops = [{} for _ in range(3)]
    pennen = [Pen(naam, naam, 1) for naam in "abc"]
    for nummer, (wie, veld, waarde) in enumerate(stappen):
        if veld is None:
            laptops[wie].update(laptops[(wie + 1 + waarde) % 3])
            continue
        inhoud = {"b": True} if veld.veld == VERWIJDERD else {"b": str(waarde)}
        stand = vouw(laptops[wie].values())
        for w in pennen[wie].schrijf(stand, "s", f"h{nummer}", "t", {veld: inhoud}):
            laptops[wie][w.id] = w
    return laptops


@given(STAPPEN, st.randoms(use_true_random=False))
def test_volgorde_en_herhaling_maken_niet_uit(stappen, toeval):
    alle = [w for laptop in speel(stappen) for w in laptop.values()]
    verward = [*alle, *alle]
    toeval.shuffle(verward)
    assert vouw(verward) == vouw(alle)


@given(STAPPEN)
def test_drie_kopieen_komen_op_hetzelfde_uit(stappen):
    a, b, c = speel(stappen)
    assert vouw([*a.values(), *b.values(), *c.values()]) == vouw([*c.values(), *(b | a).values()])


@given(STAPPEN)
def test_niets_gaat_verloren(stappen):
    """Elke wijziging staat er nog, of iemand die haar zag schreef erover."""
    alle = {i: w for laptop in speel(stappen) for i, w in laptop.items()}
    stand = vouw(alle.values())
    koppen = {k.id for k in stand.alle_koppen()}
    opgevolgd = {i for w in alle.values() for i in w.voorgangers if alle[i].plaats == w.plaats}
    assert set(alle) == koppen | opgevolgd
    assert not koppen & opgevolgd


@given(STAPPEN)
def test_stap_voor_stap_is_hetzelfde_als_opnieuw_vouwen(stappen):
    stand, alle, pen = Stand(), [], Pen("a", "a", 1)
    for nummer, (_wie, veld, waarde) in enumerate(stappen):
        if veld is not None:
            nieuw = pen.schrijf(stand, "s", f"h{nummer}", "t", {veld: {"b": str(waarde)}})
            stand, alle = stand.met(nieuw), [*alle, *nieuw]
    assert stand == vouw(alle)


def schrijf(pen, stand, plaats, waarde, handeling="h"):
    return pen.schrijf(stand, "s", handeling, "t", {plaats: {"b": waarde}})


def test_gelijktijdig_geschreven_blijft_allebei_zichtbaar_tot_iemand_kiest():
    naam, a, b = Plaats("kind", "naam"), Pen("a", "ann", 1), Pen("b", "bo", 1)
    begin = schrijf(a, Stand(), naam, "Sam")
    samen = [*begin, *schrijf(a, vouw(begin), naam, "Sem"), *schrijf(b, vouw(begin), naam, "Sim")]
    feit = vouw(samen).feit("kind", "naam")
    assert isinstance(feit, Conflict)
    assert {(s.waarde, s.auteur) for s in feit.stemmen} == {("Sem", "ann"), ("Sim", "bo")}
    gekozen = [*samen, *schrijf(a, vouw(samen), naam, "Sim")]
    assert vouw(gekozen).feit("kind", "naam") == Bekend("Sim")


def test_gelijktijdig_hetzelfde_is_geen_conflict():
    naam = Plaats("kind", "naam")
    samen = schrijf(Pen("a", "a", 1), Stand(), naam, "Sam") + schrijf(Pen("b", "b", 1), Stand(), naam, "Sam")
    assert vouw(samen).feit("kind", "naam") == Bekend("Sam")


def test_weghalen_laat_werk_dat_het_niet_zag_niet_verdwijnen():
    tekst, weg = Plaats("doel:1", "tekst"), Plaats("doel:1", VERWIJDERD)
    a, b = Pen("a", "a", 1), Pen("b", "b", 1)
    begin = a.schrijf(Stand(), "s", "h", "t", {Plaats("doel:1", POSITIE): {"b": "5"}, tekst: {"b": "naar school"}})
    verwijderd = schrijf(a, vouw(begin), weg, True)
    assert vouw([*begin, *verwijderd]).voorwerpen("doel") == ()
    gelijktijdig = schrijf(b, vouw(begin), tekst, "elke dag naar school")
    samen = [*begin, *verwijderd, *gelijktijdig]
    assert vouw(samen).voorwerpen("doel") == ("doel:1",)
    assert vouw(samen).betwist("doel:1") == ((*verwijderd,), (*gelijktijdig,))
    # Kiest iemand, dan is er niets meer te kiezen: het blijft, of het is weg.
    assert vouw([*samen, *schrijf(b, vouw(samen), weg, False)]).betwist("doel:1") is None
    daarna = vouw([*samen, *schrijf(b, vouw(samen), weg, True)])
    assert (daarna.betwist("doel:1"), daarna.voorwerpen("doel")) == (None, ())


def test_ongedaan_maken_zet_de_vorige_waarde_terug():
    naam, pen = Plaats("kind", "naam"), Pen("a", "a", 1)
    een = schrijf(pen, Stand(), naam, "Sam", "h1")
    alle = een + schrijf(pen, vouw(een), naam, "Sem", "h2")
    terug = pen.schrijf(vouw(alle), "s", "h3", "t", keer_om(alle, "h2")["s"])
    assert vouw(alle + terug).feit("kind", "naam") == Bekend("Sam")


def test_ongedaan_maken_haalt_twee_stromen_niet_door_elkaar():
    """Een handeling kan in het gezin en bij twee kinderen schrijven; elk kind krijgt zijn eigen waarde terug."""
    naam, pen = Plaats("kind", "naam"), Pen("a", "a", 1)
    alle = [
        *pen.schrijf(Stand(), "kind-1", "h1", "t", {naam: {"b": "Sam"}}),
        *pen.schrijf(Stand(), "kind-2", "h1", "t", {naam: {"b": "Bo"}}),
    ]
    alle += pen.schrijf(vouw(alle[:1]), "kind-1", "h2", "t", {naam: {"b": "Sem"}})
    alle += pen.schrijf(vouw(alle[1:2]), "kind-2", "h2", "t", {naam: {"b": "Bor"}})
    assert keer_om(alle, "h2") == {"kind-1": {naam: {"b": "Sam"}}, "kind-2": {naam: {"b": "Bo"}}}


def test_ongedaan_maken_weigert_als_er_op_verder_is_gewerkt_of_iemand_ernaast_schreef():
    naam, a, b = Plaats("kind", "naam"), Pen("a", "a", 1), Pen("b", "b", 1)
    een = schrijf(a, Stand(), naam, "Sam", "h1")
    verder = een + schrijf(b, vouw(een), naam, "Sem", "h2")
    ernaast = een + schrijf(b, Stand(), naam, "Sim", "h2")
    for alle in (verder, ernaast):
        with pytest.raises(InvoerFout, match="ongedaan-verder-gebouwd"):
            keer_om(alle, "h1")


def test_een_nieuw_voorwerp_dat_een_ander_aanvulde_gaat_niet_weg():
    a, b = Pen("a", "a", 1), Pen("b", "b", 1)
    nieuw = a.schrijf(Stand(), "s", "h1", "t", {Plaats("doel:1", POSITIE): {"b": "5"}})
    assert keer_om(nieuw, "h1") == {"s": {Plaats("doel:1", VERWIJDERD): {"b": True}}}
    with pytest.raises(InvoerFout):
        keer_om(nieuw + schrijf(b, vouw(nieuw), Plaats("doel:1", "tekst"), "x", "h2"), "h1")


def test_onbekende_velden_blijven_bewaard():
    vreemd = schrijf(Pen("z", "z", 1), Stand(), Plaats("kind", "uit.een.latere.versie"), {"x": [1]})
    assert [k.waarde for k in vouw(vreemd).alle_koppen()] == [{"b": {"x": [1]}}]


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_er_past_altijd_iets_tussen(plekken):
    rij = []
    for keuze in plekken:
        plek = keuze % (len(rij) + 1)
        voor, na = (rij[plek - 1] if plek else ""), (rij[plek] if plek < len(rij) else "")
        rij.insert(plek, tussen(voor, na))
    assert rij == sorted(rij)
    assert len(set(rij)) == len(rij)
