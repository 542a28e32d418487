"""Willekeurige productenboeken die kloppen, om eigenschappen mee te proeven."""

from datetime import date

from hypothesis import strategies as st

from jeugdteam_app.kern.omvang import NIET_PER_DAG, Eenheid, Frequentie
from jeugdteam_app.productenboek.boek import (
    Aanzien,
    Indeling,
    Norm,
    Normstatus,
    Plek,
    Product,
    Productenboek,
    Segment,
    Vindplaats,
)
from jeugdteam_app.productenboek.codelijsten import categorieen
from jeugdteam_app.productenboek.voorwaarden import Bevat, Een, Minstens, Tussen

LETTERS = st.characters(
    exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"],
    exclude_characters="\u200b\u2060\ufeff\u180e\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
LASTIG = st.sampled_from(["=1+1", "+31", "-", "@x", "a;b, c", "_x0041_", "_x005F_x0041_", "001", "1E5", "ja", '"x"', "  a ", "a\nb", "<&>", "'x", "1-2", "?", "uur", "per week", "onbekend"])  # fmt: skip
VRIJ = st.one_of(st.text(LETTERS, max_size=20), LASTIG)
LEEG_OF_TEKST = VRIJ.map(lambda tekst: tekst if tekst.strip() else "")
TEKST = VRIJ.map(lambda tekst: tekst if tekst.strip() else "x")
# Zo'n woord kan zelf geen scheidingsteken zijn.
WOORD = st.text("abcdefgh0123456789-", min_size=1, max_size=8)
DAGEN = st.dates(date(1900, 1, 1), date(2100, 12, 31))
BRON = st.builds(Vindplaats, document=TEKST, plaats=LEEG_OF_TEKST)


@st.composite
def periode(draw):
    van, tot = draw(st.none() | DAGEN), draw(st.none() | DAGEN)
    return (tot, van) if van and tot and tot < van else (van, tot)


def norm(waarden):
    eenheid = st.one_of(
        LEEG_OF_TEKST,
        st.sampled_from(["04/2", "16/6", "dagen", "maanden", "eurocent per uur", "euro per uur", "weken"]),
    )
    bekend = st.builds(
        Norm,
        status=st.sampled_from([Normstatus.VASTGESTELD, Normstatus.VOORBEELD]),
        waarde=waarden,
        eenheid=eenheid,
        bron=BRON,
        datum=st.none() | DAGEN,
    )
    return bekend | st.builds(Norm, eenheid=eenheid, bron=st.none() | BRON, datum=st.none() | DAGEN)


@st.composite
def tussen(draw):
    van, tot = sorted((draw(st.integers(0, 999)), draw(st.integers(0, 999))))
    return Tussen(feit=draw(st.sampled_from(["leeftijd", "aantal_doelen"])), van=van, tot_en_met=tot)


def enkele(soort, feit, *waarden):
    veld = "bevat" if soort is Bevat else "een_van"
    keuze = st.frozensets(st.sampled_from(waarden), min_size=1)
    return keuze.map(lambda gekozen: soort(feit=feit, **{veld: gekozen}))


VOORWAARDEN = st.lists(
    st.one_of(
        tussen(),
        enkele(Een, "klachten", "geen", "licht", "matig", "ernstig"),
        enkele(Een, "naar_school", "ja", "nee"),
        enkele(Een, "verwijzer", "01", "02", "08"),
        enkele(Bevat, "hulp_voor", "kind", "opvoeding", "gezin", "diagnose"),
        enkele(Bevat, "probleemgebieden", "gezin", "vrije_tijd"),
        st.builds(Minstens, feit=st.sampled_from(["hulp_voor", "probleemgebieden"]), minstens=st.integers(0, 99)),
    ),
    max_size=4,
).map(tuple)


@st.composite
def producten(draw, id, segmenten):
    categorie = draw(st.sampled_from(sorted(categorieen())))
    eenheid = draw(st.sampled_from(Eenheid))
    frequenties = [f for f in Frequentie if f is not Frequentie.PER_DAG or eenheid not in NIET_PER_DAG]
    van, tot = draw(periode())
    code = st.text("ABC0123456789", min_size=3, max_size=3).map(lambda achter: categorie + achter)
    return Product(
        id=id,
        segment=draw(st.sampled_from(segmenten)),
        naam=draw(TEKST),
        categorie=categorie,
        code=draw(st.just("") | code),
        plek=draw(st.sampled_from(Plek)),
        zwaarte=draw(st.integers(1, 5)),
        eenheid=eenheid,
        frequentie=draw(st.sampled_from(frequenties)),
        voorwaarden=draw(VOORWAARDEN),
        niet_voor=draw(VOORWAARDEN),
        intensiteit=draw(norm(st.integers(1, 99_999_999))),
        duur=draw(norm(st.integers(1, 36_500))),
        tarief=draw(norm(st.integers(0, 99_999_999))),
        combineerbaar_met=draw(st.lists(WOORD, max_size=3).map(tuple)),
        geldig_van=van,
        geldig_tot=tot,
        bron=draw(BRON),
        **{n: draw(LEEG_OF_TEKST) for n in ("omschrijving", "lees_zelf", "doelgroep", "expertise")},
        **{n: draw(st.booleans()) for n in ("voorbeeld", "los_van_segment", "groep", "voor_gezin", "bewezen")},
        **{n: draw(st.none() | st.booleans()) for n in ("verlengbaar", "va_vereist", "perspectiefplan_vereist")},
    )


@st.composite
def boeken(draw, meeste=4):
    segmenten = draw(st.lists(TEKST, min_size=1, max_size=3, unique=True))
    ids = draw(st.lists(TEKST, min_size=1, max_size=meeste, unique=True))
    van, tot = sorted((draw(DAGEN), draw(DAGEN)))
    return Productenboek(
        id=draw(TEKST),
        regio=draw(TEKST),
        regels=draw(LEEG_OF_TEKST),
        versie=draw(TEKST),
        aanzien=draw(st.sampled_from(Aanzien)),
        geldig_van=van,
        geldig_tot=draw(st.sampled_from([None, tot])),
        toelichting=draw(LEEG_OF_TEKST),
        indeling=draw(st.sampled_from(Indeling)),
        gemeenten=tuple(draw(st.lists(WOORD, max_size=3))),
        segmenten=tuple(
            Segment(
                id=s,
                naam=draw(TEKST),
                omschrijving=draw(LEEG_OF_TEKST),
                bron=draw(BRON),
                omschreven=draw(st.booleans()),
            )
            for s in segmenten
        ),
        producten=tuple(draw(producten(id, segmenten)) for id in ids),
    )
