"""Het genogram: wie bij wie hoort, wie op welke rij staat, en een tekening waarin niemand over een ander heen ligt."""

from __future__ import annotations

from itertools import combinations, pairwise, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.genogram import KIND, Opgroeien, genogram, in_woorden, legenda
from jeugdteam_app.dossier.genogramtekening import Maat, teken
from jeugdteam_app.dossier.gezin import Samen, Sekse, Zwanger

MAAT = Maat(breed=100, hoog=60, teken=30, tussen_rijen=40)


def persoon(naam, rol="familie", **meer):
    return {"sleutel": f"persoon:{naam.lower()}", "voornamen": naam, "rol": rol, **meer}


def van(*personen, relaties=(), kind=None, relatie_jaren=None, zwangerschappen=(), plekken=()):
    def jaren(wie):
        sinds, tot = (relatie_jaren or {}).get(wie, (None, None))
        return {naam: wanneer for naam, wanneer in (("sinds", sinds), ("tot", tot)) if wanneer}

    return genogram(
        uitwisselvorm.lees({
            "jeugdige": {"roepnaam": "Sam", "geboortedatum": "2014-05-01", "geslacht": "1"} | (kind or {}),
            "persoon_lijst": list(personen),
            "relatie_lijst": [
                {"een": f"persoon:{een}", "ander": f"persoon:{ander}", "samen": hoe} | jaren(een)
                for een, ander, hoe in relaties
            ],
            "zwangerschap_lijst": list(zwangerschappen),
            "huishouden_lijst": [{"sleutel": f"huishouden:{plek}", "naam": plek} for plek in plekken],
        })
    )  # fmt: skip


def test_uit_de_rol_volgt_al_een_gezin():
    gevonden = van(persoon("Noor", "ouder"), persoon("Karim", "ouder"), persoon("Lina", "broer_zus"))
    assert gevonden.generatie == {KIND: 0, "persoon:noor": -1, "persoon:karim": -1, "persoon:lina": 0}
    assert [(s.een, s.ander, s.samen) for s in gevonden.stellen] == [("persoon:noor", "persoon:karim", None)]
    assert in_woorden(gevonden)[-1] == "Lina; kind van Noor en Karim"
    assert gevonden.figuren[0].sekse is Sekse.MAN


def test_wat_iemand_koos_gaat_voor_de_rol():
    gevonden = van(
        persoon("Noor", "ouder"), persoon("Karim", "ouder"), persoon("Tim", "broer_zus", kind_van=["persoon:noor"]),
        kind={"kind_van": ["persoon:karim"]}, relaties=[("noor", "karim", "gescheiden")],
    )  # fmt: skip
    assert {a.kind: a.ouders for a in gevonden.afkomst} == {
        KIND: ("persoon:karim",), "persoon:tim": ("persoon:noor",),
    }  # fmt: skip
    assert gevonden.stellen[0].samen is Samen.GESCHEIDEN
    assert "Noor; gescheiden: Karim" in in_woorden(gevonden)


def test_pleegouders_en_grootouders():
    opa = persoon("Opa", overleden=True)
    gevonden = van(opa, persoon("Noor", "ouder", kind_van=["persoon:opa"]), persoon("Els", "pleegouder"))
    assert gevonden.generatie["persoon:opa"] == -2
    assert [a.ouders for a in gevonden.afkomst if a.hoe is Opgroeien.PLEEG] == [("persoon:els",)]
    assert in_woorden(gevonden) == [
        "Opa; overleden", "Noor; kind van Opa", "Els", "Sam (2014); kind van Noor; groeit op bij Els",
    ]  # fmt: skip


def test_wie_nog_nergens_aan_vastzit_staat_erbuiten_en_school_hoort_er_niet_in():
    gevonden = van(persoon("Noor", "ouder"), persoon("Tante"), persoon("Juf", "school"))
    assert [f.naam for f in gevonden.los] == ["Tante"]
    assert {f.naam for f in gevonden.figuren} == {"Sam", "Noor"}


@pytest.mark.parametrize(
    "personen",
    [
        (persoon("Noor", "ouder", kind_van=["persoon:noor"]),),
        (persoon("Noor", "ouder", kind_van=["persoon:oma"]), persoon("Oma", kind_van=["persoon:noor"])),
        (persoon("Noor", "ouder", kind_van=["persoon:weg"]),),
    ],
)
def test_wat_zichzelf_tegenspreekt_houdt_de_tekening_niet_tegen(personen):
    gevonden = van(*personen)
    teken(gevonden, MAAT)
    assert all(gevonden.generatie[o] == gevonden.generatie[a.kind] - 1 for a in gevonden.afkomst for o in a.ouders)


@st.composite
def gezinnen(draw):
    namen = [f"P{n}" for n in range(draw(st.integers(1, 14)))]
    sleutels = [f"persoon:{n.lower()}" for n in namen]
    rollen = st.sampled_from(["ouder", "stiefouder", "pleegouder", "broer_zus", "familie"])
    ouders = st.none() | st.lists(st.sampled_from(sleutels), max_size=3)
    woont = st.sampled_from([{}, {"huishouden": "huishouden:a"}, {"huishouden": "huishouden:b"}])
    geboren = st.sampled_from([{}, {"geboortedatum": "2014-05-01"}, {"geadopteerd": True}])
    personen = [
        persoon(n, draw(rollen), **draw(woont), **draw(geboren))
        | ({"kind_van": k} if (k := draw(ouders)) is not None else {})
        for n in namen
    ]
    paren = st.tuples(*[st.sampled_from([n.lower() for n in namen])] * 2, st.sampled_from([str(s) for s in Samen]))
    zwanger = st.fixed_dictionaries({"uitkomst": st.sampled_from([str(z) for z in Zwanger]), "ouders": ouders})
    return van(
        *personen, relaties=draw(st.lists(paren, max_size=5)), plekken=("a", "b"), kind=draw(woont),
        zwangerschappen=draw(st.lists(zwanger, max_size=2)),
    )  # fmt: skip


@given(gezinnen())
def test_niemand_ligt_over_een_ander_en_elke_generatie_staat_op_een_rij(gevonden):
    tekening = teken(gevonden, MAAT)
    assert set(tekening.plekken) == set(gevonden.generatie)
    for een, ander in combinations(tekening.plekken, 2):
        (x1, y1), (x2, y2) = tekening.plekken[een], tekening.plekken[ander]
        assert abs(x1 - x2) >= MAAT.breed - 0.01 or abs(y1 - y2) >= MAAT.hoog
        assert (y1 == y2) == (gevonden.generatie[een] == gevonden.generatie[ander])
    for lijn in tekening.lijnen:
        assert all(0 <= x <= tekening.breedte and 0 <= y <= tekening.hoogte for x, y in lijn.punten)
    for rand in tekening.huizen:
        assert {wie for wie in tekening.plekken if _in(tekening.plekken[wie], rand)} in map(set, gevonden.huizen)
    woorden = "\n".join(in_woorden(gevonden))
    assert all(f.naam in woorden for f in gevonden.figuren)


def test_elk_stel_heeft_een_eigen_lijn_en_kinderen_hangen_nooit_recht_onder_een_ander():
    """Getrouwd, een ex en een nieuwe partner: de streepjes door de ene lijn raken de andere niet."""
    gevonden = van(
        persoon("Noor", "ouder"), persoon("Karim", "ouder"), persoon("Bob"), persoon("Eva"),
        persoon("Lot", kind_van=["persoon:bob", "persoon:noor"]),
        relaties=[("noor", "karim", "getrouwd"), ("bob", "noor", "gescheiden"), ("karim", "eva", "relatie")],
    )  # fmt: skip
    maat = Maat(breed=92, hoog=58, teken=26, tussen_rijen=34)
    tekening = teken(gevonden, maat)
    stellen = [lijn for lijn in tekening.lijnen if len(lijn.punten) == 4 and lijn.punten[1][1] == lijn.punten[2][1] > lijn.punten[0][1]
               and lijn.punten[3][1] < lijn.punten[2][1]]  # fmt: skip
    hoogtes = sorted(lijn.punten[1][1] for lijn in stellen)
    assert len(hoogtes) == 3
    assert all(b - a >= 14 for a, b in pairwise(hoogtes))
    ouders = {s: x + 46 for s, (x, _y) in tekening.plekken.items() if gevonden.generatie[s] == -1}
    for lijn in tekening.lijnen:
        if lijn not in stellen:
            boven = lijn.punten[0][0]
            recht_onder = {s for s, x in ouders.items() if abs(x - boven) < 1}
            eigen = {o for a in gevonden.afkomst for o in a.ouders}
            assert not recht_onder or (recht_onder <= eigen and len(recht_onder) < 2)


def test_jaren_adoptie_tweeling_en_zwangerschap_staan_in_de_woorden_en_de_legenda():
    gevonden = van(
        persoon("Noor", "ouder"), persoon("Karim", "ouder"), persoon("Rie", overleden=True, overleden_op="2019-03"),
        persoon("Wim", geboren_rond="1946", overleden_op="2001"),
        persoon("Lina", "broer_zus", geboortedatum="2014-05-01"), persoon("Tim", "broer_zus", geadopteerd=True),
        relaties=[("noor", "karim", "gescheiden"), ("rie", "wim", "getrouwd")],
        kind={"kind_van": ["persoon:noor", "persoon:karim"]},
        relatie_jaren={"noor": ("2010", "2021-06")},
        zwangerschappen=[{"uitkomst": "verwacht", "wanneer": "2027-02"}, {"uitkomst": "verloren"}, {"wanneer": "2011"}],
    )  # fmt: skip
    woorden = in_woorden(gevonden)
    assert "Noor; gescheiden (2010-2021): Karim" in woorden
    assert "Lina (2014); kind van Noor en Karim; samen geboren met Sam" in woorden
    assert "Tim; geadopteerd door Noor en Karim" in woorden
    assert "er komt een kind (2027); kind van Noor en Karim" in woorden
    assert "voor of bij de geboorte overleden; kind van Noor en Karim" in woorden
    assert len(gevonden.figuren) == 7
    assert [(f.naam, f.jaren) for f in gevonden.los] == [("Rie", "†2019"), ("Wim", "1946-2001")]
    assert gevonden.tweelingen == ((KIND, "persoon:lina"),)
    tekening = teken(gevonden, MAAT)
    assert [lijn.tekst for lijn in tekening.lijnen if lijn.tekst] == ["2010-2021"]
    naast = sorted(tekening.plekken[wie] for wie in gevonden.tweelingen[0])
    assert naast[1][0] - naast[0][0] == pytest.approx(MAAT.breed)
    schuin = [lijn.punten[2] for lijn in tekening.lijnen if lijn.punten[-1][0] != lijn.punten[-2][0]]
    assert schuin[0] == schuin[1]


def test_een_jaar_van_scheiden_alleen_en_alleen_een_jaar_van_overlijden_lezen_gewoon():
    gevonden = van(
        persoon("Ad", "ouder"), persoon("Bo", "ouder"), persoon("Opa", overleden_op="2019"),
        relaties=[("ad", "bo", "gescheiden")], relatie_jaren={"ad": (None, "2019")},
    )  # fmt: skip
    assert [s.jaren for s in gevonden.stellen if s.samen] == ["2019"]
    assert [f.overleden for f in (*gevonden.figuren, *gevonden.los) if f.naam == "Opa"] == [True]


def test_de_legenda_noemt_alleen_wat_er_staat():
    assert legenda(van()) == (
        "Vierkant: jongen of man. Rond: meisje of vrouw. Dubbele rand: het kind om wie het gaat.",
    )
    alles = " ".join(legenda(van(persoon("Noor", "ouder"), zwangerschappen=[{"uitkomst": "verloren"}])))
    assert "Driehoek" in alles
    assert "Kruis" in alles
    assert "tweeling" not in alles


def huizen(*wie):
    """Elk van deze mensen woont op de plek met deze naam; leeg is nergens."""
    return [persoon(naam, rol, **({"huishouden": f"huishouden:{plek}"} if plek else {})) for naam, rol, plek in wie]


def test_om_wie_samen_wonen_loopt_een_rand_zonder_iemand_anders_erin():
    personen = huizen(("Noor", "ouder", "a"), ("Karim", "ouder", "b"), ("Lina", "broer_zus", "a"))
    gevonden = van(*personen, kind={"huishouden": "huishouden:a"}, plekken=("a", "b"))
    assert gevonden.huizen == ((KIND, "persoon:noor", "persoon:lina"),)
    tekening = teken(gevonden, MAAT)
    [rand] = tekening.huizen
    assert rand[0] == rand[-1]
    assert {wie for wie in tekening.plekken if _in(tekening.plekken[wie], rand)} == set(gevonden.huizen[0])


def test_staat_er_iemand_tussen_dan_komt_er_geen_rand_maar_blijft_de_plek_bij_de_naam():
    """Opa woont bij het kind, de ouders niet: een rand zou hen erbij trekken."""
    personen = [*huizen(("Noor", "ouder", ""), ("Opa", "familie", "a"))]
    personen[0]["kind_van"] = ["persoon:opa"]
    gevonden = van(*personen, kind={"huishouden": "huishouden:a"}, plekken=("a",))
    assert gevonden.huizen == ((KIND, "persoon:opa"),)
    assert teken(gevonden, MAAT).huizen == ()
    assert "Opa; woont: a" in in_woorden(gevonden)


def _in(plek, rand):
    """Of het midden van het vak op deze plek binnen de rand ligt (oneven aantal keer erover heen)."""
    x, y = plek[0] + MAAT.breed / 2, plek[1] + MAAT.hoog / 2
    keer = 0
    for (x1, y1), (x2, y2) in pairwise(rand):
        keer += (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return keer % 2 == 1


def test_oma_als_pleegouder_blijft_de_moeder_van_de_moeder():
    """Opvang bij familie komt veel voor: beide lijnen staan er, en oma een rij hoger dan haar dochter."""
    noor = persoon("Noor", "ouder", kind_van=["persoon:bep"])
    gevonden = van(noor, persoon("Bep", "pleegouder"), persoon("Els", "pleegouder"))
    assert gevonden.generatie == {KIND: 0, "persoon:noor": -1, "persoon:bep": -2, "persoon:els": -2}
    zinnen = in_woorden(gevonden)
    assert any(zin.startswith("Noor; kind van Bep") for zin in zinnen)
    assert any("groeit op bij Bep en Els" in zin for zin in zinnen)
    assert teken(gevonden, MAAT)


def test_een_zus_als_pleegouder_houdt_haar_lijn():
    gevonden = van(
        persoon("Ma", "ouder"), persoon("Pa", "ouder"),
        persoon("Eva", "pleegouder", kind_van=["persoon:ma", "persoon:pa"]), persoon("Bas", "pleegouder"),
        relaties=[("eva", "bas", "getrouwd")],
    )  # fmt: skip
    assert [a.ouders for a in gevonden.afkomst if a.hoe is Opgroeien.PLEEG] == [("persoon:eva", "persoon:bas")]
    assert "Sam (2014); kind van Ma en Pa; groeit op bij Eva en Bas" in in_woorden(gevonden)
    getekend = teken(gevonden, MAAT)
    [pleeg] = [
        lijn
        for lijn in getekend.lijnen
        if lijn.streepjes and len(lijn.punten) == 4 and lijn.punten[0] != lijn.punten[1]
    ]
    sam = getekend.plekken[KIND]
    assert pleeg.punten[-1] == (sam[0] + MAAT.breed / 2, sam[1] + MAAT.hoog), "van onderen, want zij staan naast elkaar"


def _op_elkaar(een, ander):
    """Hoe lang twee rechte stukken over elkaar liggen."""
    for as_, langs in ((0, 1), (1, 0)):
        recht = abs(een[0][as_] - een[1][as_]) < 0.01 and abs(ander[0][as_] - ander[1][as_]) < 0.01
        if recht and abs(een[0][as_] - ander[0][as_]) < 0.5:
            van_, tot = (
                f(min(p[langs] for p in een), min(p[langs] for p in ander))
                if f is max
                else f(max(p[langs] for p in een), max(p[langs] for p in ander))
                for f in (max, min)
            )
            return max(0.0, tot - van_)
    return 0.0


def _wegen(gevonden):
    """Van elk kind de lijn naar zijn ouders; een adoptielijn heeft er een naast zich."""
    lijnen = iter(teken(gevonden, MAAT).lijnen[len(gevonden.stellen) :])
    for a in gevonden.afkomst:
        yield a, next(lijnen).punten
        if a.hoe is Opgroeien.GEADOPTEERD:
            next(lijnen)


DRIE_VADERS = van(
    persoon("Ma", "ouder"), persoon("Pa", "ouder"), persoon("Ben", "stiefouder"), persoon("Cas", "stiefouder"),
    persoon("Kees", "broer_zus", kind_van=["persoon:ma", "persoon:ben"]),
    persoon("Kim", "broer_zus", kind_van=["persoon:ma", "persoon:cas"]),
    relaties=[("ma", "pa", "gescheiden"), ("ma", "ben", "uit_elkaar"), ("ma", "cas", "samenwonend")],
)  # fmt: skip


@given(gezinnen())
@example(DRIE_VADERS)
def test_kinderen_van_andere_ouders_hangen_niet_aan_een_lijn(gevonden):
    """Halfbroers en -zussen zijn te herkennen: hun lijnen liggen nergens over elkaar."""
    for (a, een), (b, ander) in combinations(_wegen(gevonden), 2):
        # Van drie ouders hangt een kind aan de eerste twee.
        if frozenset(a.ouders[:2]) == frozenset(b.ouders[:2]) or a.kind == b.kind:
            continue
        for stuk, stuk2 in product(pairwise(een), pairwise(ander)):
            assert _op_elkaar(stuk, stuk2) < 2, (a, b, stuk, stuk2)
