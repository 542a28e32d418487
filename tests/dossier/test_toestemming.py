"""Wie toestemming gaf, uit de woorden waarmee iemand dat opschreef: bij twijfel telt een nee wel, en een ja niet."""

from __future__ import annotations

from datetime import date

import pytest

from jeugdteam_app.dossier.aanmelding import Antwoord, Toestemming, Waarvoor
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.gezin import Rol, Sekse
from jeugdteam_app.dossier.toestemming import Mens, Mensen, laatste_antwoorden

_THUIS = Mensen((
    Mens(KIND, "sam", frozenset({"sam", "voorbeeld"})),
    Mens("noor", "noor", frozenset({"noor", "voorbeeld"}), frozenset({Rol.OUDER}), heeft_gezag=True, sekse=Sekse.VROUW),
    Mens("karim", "karim", frozenset({"karim", "demir"}), frozenset({Rol.OUDER}), heeft_gezag=True, sekse=Sekse.MAN),
    Mens("lisa", "lisa", frozenset({"lisa", "zwart"}), frozenset({Rol.FAMILIE})),
))  # fmt: skip
# De vader heet zoals het kind; een voogd heeft het gezag en de moeder niet.
_ANDERS = Mensen((
    Mens(KIND, "karim", frozenset({"karim"})),
    Mens("k", "karim", frozenset({"karim", "demir"}), frozenset({Rol.OUDER}), heeft_gezag=True, sekse=Sekse.MAN),
    Mens("noor", "noor", frozenset({"noor"}), frozenset({Rol.OUDER}), sekse=Sekse.VROUW),
    Mens("hilde", "hilde", frozenset({"hilde", "verzonnen"}), frozenset({Rol.VOOGD}), heeft_gezag=True),
    Mens("d", "d'angelo", frozenset({"d'angelo"}), frozenset({Rol.OUDER})),
))  # fmt: skip


# Een pleegmoeder met het gezag; er zijn geen ouders in het dossier.
_PLEEG = Mensen((
    Mens(KIND, "sam", frozenset({"sam"})),
    Mens("bep", "bep", frozenset({"bep"}), frozenset({Rol.PLEEGOUDER}), heeft_gezag=True),
))  # fmt: skip


def zeg_hulp(door, gegeven, dag):
    return Toestemming(waarvoor=Waarvoor.HULP, door=door, gegeven=gegeven, datum=date(2026, 11, dag))


@pytest.mark.parametrize(
    ("nee_van", "weer_ja"),
    [
        ("beide ouders", {KIND}), ("de gezagsdragers", {KIND}), ("Moeder", {KIND, "karim"}),
        ("papa", {KIND, "noor"}), ("Karim Demir", {KIND, "noor"}), ("Karim, vader van Sam", {"noor"}),
        ("Lisa, moeder van Tom", {KIND, "karim"}), ("ouder", {KIND}), ("juf Sam", {"noor", "karim"}),
        ("oma", {KIND, "noor", "karim"}), ("beide gezaghebbende ouders", {KIND}), ("ouders Sam", set()),
        ("moeder telefonisch", {KIND, "karim"}), ("moeder heeft bedenkingen", {KIND, "karim"}),
        ("mevrouw Voorbeeld", {KIND, "karim"}), ("stiefmoeder", {KIND, "noor", "karim"}),
    ],
)  # fmt: skip
def test_een_nee_van_een_ouder_telt_hoe_het_ook_is_opgeschreven(nee_van, weer_ja):
    """‘Beide ouders’ zei nee, en in de verwijzing stond nog dat Noor en Karim ja zeiden."""
    alle = [zeg_hulp("Sam, Noor en Karim", Antwoord.JA, 1), zeg_hulp(nee_van, Antwoord.NEE, 2)]
    laatste = laatste_antwoorden(alle, Waarvoor.HULP, date(2026, 11, 24), _THUIS)
    assert {wie for wie, t in laatste.items() if t.staat_open} == weer_ja
    # Zeggen zij het later met andere woorden weer wel, dan is er van hen geen nee meer.
    later = zeg_hulp("Sam, Noor en Karim, Lisa", Antwoord.JA, 3)
    laatste = laatste_antwoorden([*alle, later], Waarvoor.HULP, date(2026, 11, 24), _THUIS)
    assert {KIND, "noor", "karim"} <= {wie for wie, t in laatste.items() if t.staat_open}


@pytest.mark.parametrize(
    ("mensen", "door", "ja"),
    [
        (_THUIS, "beide ouders", {"noor", "karim"}), (_THUIS, "de moeder", {"noor"}),
        (_THUIS, "Karim (vader)", {"karim"}), (_THUIS, "Sam, samen met moeder", {KIND, "noor"}),
        (_THUIS, "Noor (moeder Sam)", {"noor"}), (_THUIS, "juf van Sam", set()), (_THUIS, "juf Karim", set()),
        (_THUIS, "Lisa, moeder van Tom", {"lisa"}), (_THUIS, "Sam Voorbeeld zelf", {KIND}), (_THUIS, "ouder", set()),
        (_THUIS, "moeder, telefonisch", {"noor"}), (_THUIS, "vader en stiefmoeder", {"karim"}),
        (_THUIS, "Sam en Noor (Karim niet)", {KIND, "noor"}), (_THUIS, "Noor, Karim nog niet", {"noor"}),
        (_THUIS, "Noor en mentor van jeugdige", {"noor"}), (_THUIS, "juf van de jeugdige", set()),
        (_THUIS, "Noor en Karim, jeugdige niet", {"noor", "karim"}), (_THUIS, "het kind zelf", {KIND}),
        (_THUIS, "moeder en kind", {"noor", KIND}), (_THUIS, "allebei", {"noor", "karim"}),
        (_THUIS, "beide ouders met gezag", {"noor", "karim"}), (_THUIS, "Sam en zijn ouders", {KIND, "noor", "karim"}),
        (_THUIS, "Noor en Karim tijdens het huisbezoek", {"noor", "karim"}), (_THUIS, "ouders (beiden)", {"noor", "karim"}),
        (_THUIS, "Noor heeft geen bezwaar", {"noor"}), (_THUIS, "ouders hebben geen bezwaar", {"noor", "karim"}),
        (_THUIS, "Noor, Karim (nog niet) en Sam", {"noor", KIND}), (_THUIS, "Noor, Sam (weigert)", {"noor"}),
        (_THUIS, "Noor ja, Karim nee", {"noor"}), (_THUIS, "Noor maar Karim niet", {"noor"}),
        (_THUIS, "Noor zonder Karim", {"noor"}), (_THUIS, "mw. N. Voorbeeld", {"noor"}),
        (_THUIS, "moeder én vader", {"noor", "karim"}), (_THUIS, "Noor op 3 november", {"noor"}),
        (_THUIS, "stiefmoeder", set()),
        (_ANDERS, "mw. Verzonnen (GI)", {"hilde"}), (_ANDERS, "gezinsvoogd Hilde", {"hilde"}), (_PLEEG, "voogd", {"bep"}),
        (_PLEEG, "pleegouders", {"bep"}), (_PLEEG, "ouders", set()), (_PLEEG, "oma Bep", {"bep"}),
        (_ANDERS, "ouders", {"k", "noor", "d"}), (_ANDERS, "moeder", set()), (_ANDERS, "mama en Hilde", {"hilde"}),
        (_ANDERS, "voogd", {"hilde"}), (_ANDERS, "Karim", set()), (_ANDERS, "vader", set()),
        (_ANDERS, "Karim Demir", {"k"}), (_ANDERS, "D’Angelo", {"d"}), (_ANDERS, "Noor de Wit", set()),
    ],
)  # fmt: skip
def test_een_ja_telt_alleen_van_wie_het_zeker_zei(mensen, door, ja):
    laatste = laatste_antwoorden([zeg_hulp(door, Antwoord.JA, 1)], Waarvoor.HULP, date(2026, 11, 24), mensen)
    assert {wie for wie, t in laatste.items() if t.staat_open} & {m.sleutel for m in mensen.alle} == ja


@pytest.mark.parametrize(
    "nee_van", ["voogd", "ouders", "moeder", "pleegmoeder", "gezinsvoogd", "beide", "gezagsdrager"]
)
def test_bij_twijfel_telt_een_nee_voor_wie_het_gezag_heeft(nee_van):
    alle = [zeg_hulp("Sam en Bep", Antwoord.JA, 1), zeg_hulp(nee_van, Antwoord.NEE, 2)]
    laatste = laatste_antwoorden(alle, Waarvoor.HULP, date(2026, 11, 24), _PLEEG)
    assert {wie for wie, t in laatste.items() if t.staat_open} == {KIND}


def test_wie_er_juist_niet_bij_was_zei_ook_eerder_geen_ja_meer():
    alle = [zeg_hulp("Sam, Noor en Karim", Antwoord.JA, 1), zeg_hulp("Sam en Noor (Karim niet)", Antwoord.JA, 2)]
    laatste = laatste_antwoorden(alle, Waarvoor.HULP, date(2026, 11, 24), _THUIS)
    assert {wie for wie, t in laatste.items() if t.staat_open} == {KIND, "noor"}
    assert "karim" not in laatste, "nog niet is geen nee"


@pytest.mark.parametrize(
    ("door", "tegen"),
    [
        ("Noor en Sam, Karim weigert", {"karim"}), ("Noor, vader wil niet", {"karim"}), ("Noor ja, Sam nee", {KIND}),
        ("Sam en Noor, Karim niet akkoord", {"karim"}), ("Noor, Karim nog niet", set()),
        ("Noor heeft er geen bezwaar tegen", set()), ("ouders, vader nog niet", set()),
    ],
)  # fmt: skip
def test_wie_tegen_is_zei_nee_ook_als_een_ander_ja_zei(door, tegen):
    laatste = laatste_antwoorden([zeg_hulp(door, Antwoord.JA, 1)], Waarvoor.HULP, date(2026, 11, 24), _THUIS)
    assert {wie for wie, t in laatste.items() if not t.staat_open} == tegen
    assert "noor" in {wie for wie, t in laatste.items() if t.staat_open}
    if "vader" in door or "Karim" in door:
        assert "karim" not in {wie for wie, t in laatste.items() if t.staat_open}


def test_een_naam_die_ook_een_gewoon_woord_is():
    wil = Mensen((Mens("w", "wil", frozenset({"wil"}), frozenset({Rol.OUDER}), heeft_gezag=True),))
    laatste = laatste_antwoorden([zeg_hulp("Wil", Antwoord.JA, 1)], Waarvoor.HULP, date(2026, 11, 24), wil)
    assert laatste["w"].staat_open


@pytest.mark.parametrize(
    "nee_van",
    ["Noor op 3 november", "mw. N. Voorbeeld", "moeder, telefonisch", "Noor op huisbezoek", "mw. Voorbeeld per mail"],
)
def test_hoe_iemand_het_zei_blijft_niet_als_nee_staan(nee_van):
    alle = [zeg_hulp(nee_van, Antwoord.NEE, 1), zeg_hulp("Noor", Antwoord.JA, 2)]
    laatste = laatste_antwoorden(alle, Waarvoor.HULP, date(2026, 11, 24), _THUIS)
    assert all(t.staat_open for t in laatste.values()), laatste.keys()


@pytest.mark.parametrize("nee_van", ["oma", "GI", "jeugdbeschermer"])
def test_wie_de_voogd_kan_zijn_en_nee_zegt_telt(nee_van):
    alle = [zeg_hulp("Karim Demir en Hilde", Antwoord.JA, 1), zeg_hulp(nee_van, Antwoord.NEE, 2)]
    laatste = laatste_antwoorden(alle, Waarvoor.HULP, date(2026, 11, 24), _ANDERS)
    assert {wie for wie, t in laatste.items() if t.staat_open} == {"k"}


@pytest.mark.parametrize("door", ["Noor", "Noor wil niet meer", "Noor niet meer"])
def test_wie_niet_meer_wil_trekt_alleen_het_eigen_ja_in(door):
    ja = zeg_hulp("Noor, Karim en Sam", Antwoord.JA, 1)
    terug = ja.model_copy(update={"ingetrokken_op": date(2026, 11, 4), "ingetrokken_door": door})
    laatste = laatste_antwoorden([terug], Waarvoor.HULP, date(2026, 11, 24), _THUIS)
    assert {wie for wie, t in laatste.items() if t.geldt(date(2026, 11, 24))} == {KIND, "karim"}
    assert {wie for wie, t in laatste.items() if t.is_ingetrokken} == {"noor"}


@pytest.mark.parametrize("nee_van", ["jongere", "kind zelf", "de jeugdige"])
def test_het_kind_zelf_zegt_nee(nee_van):
    alle = [zeg_hulp("Sam, Noor en Karim", Antwoord.JA, 1), zeg_hulp(nee_van, Antwoord.NEE, 2)]
    laatste = laatste_antwoorden(alle, Waarvoor.HULP, date(2026, 11, 24), _THUIS)
    assert {wie for wie, t in laatste.items() if t.staat_open} == {"noor", "karim"}


def test_trekt_een_ouder_in_dan_blijft_het_ja_van_de_voogd():
    ja = zeg_hulp("Hilde en Noor", Antwoord.JA, 1)
    terug = ja.model_copy(update={"ingetrokken_op": date(2026, 11, 4), "ingetrokken_door": "Noor"})
    laatste = laatste_antwoorden([terug], Waarvoor.HULP, date(2026, 11, 24), _ANDERS)
    assert {wie for wie, t in laatste.items() if t.geldt(date(2026, 11, 3))} == {"hilde", "noor"}
    assert {wie for wie, t in laatste.items() if t.staat_open} == {"hilde"}


@pytest.mark.parametrize(
    ("door", "namen"),
    [
        ("Noor en Karim", {"noor", "karim"}), ("Noor, moeder van Sam", {"noor", "moeder"}),
        ("moeder van Sam en Sam zelf", {"moeder", "sam"}), ("moeder van Lotte, Tom en Sam", {"moeder"}),
        ("Noor (moeder van Sam) en Karim (vader van Sam)", {"noor", "moeder", "karim", "vader"}),
        ("moeder van Sam, vader", {"moeder", "vader"}),
        ("moeder, namens Sam", {"moeder"}), ("Noor van Dijk", {"noor", "van", "dijk"}), ("oma van Noor", {"oma"}),
    ],
)  # fmt: skip
def test_wie_alleen_bij_een_ander_genoemd_is_zei_zelf_niets(door, namen):
    """‘Noor, moeder van Sam’ gold als het ja van Sam zelf (Jeugdwet 7.3.4 en 7.3.5)."""
    ja = Toestemming(waarvoor=Waarvoor.HULP, door=door, gegeven=Antwoord.JA, datum=date(2026, 11, 1))
    assert set(laatste_antwoorden([ja], Waarvoor.HULP, date(2026, 11, 24))) == namen


def test_een_nee_telt_van_ieder_die_genoemd_is():
    """Hoe de andere ouder ook heet: een nee verdwijnt niet."""

    def zeg(door, gegeven, dag, **anders):
        return Toestemming(waarvoor=Waarvoor.HULP, door=door, gegeven=gegeven, datum=date(2026, 11, dag), **anders)

    ja = zeg("Noor en Karim", Antwoord.JA, 1)
    nee = zeg("Noor (moeder van Lotte, Tom en Sam, Karim)", Antwoord.NEE, 2)
    laatste = laatste_antwoorden([ja, nee, zeg("Noor", Antwoord.JA, 3)], Waarvoor.HULP, date(2026, 11, 24))
    assert (laatste["noor"].gegeven, laatste["karim"].gegeven) == (Antwoord.JA, Antwoord.NEE)
    # Zegt dezelfde ouder met dezelfde woorden toch ja, dan is er geen nee meer over van wie die noemde.
    zelf, zo = zeg("Sam", Antwoord.JA, 1), "Noor, moeder van Sam"
    laatste = laatste_antwoorden([zelf, zeg(zo, Antwoord.NEE, 2)], Waarvoor.HULP, date(2026, 11, 24))
    assert laatste["sam"].gegeven is Antwoord.NEE
    weer = laatste_antwoorden(
        [zelf, zeg(zo, Antwoord.NEE, 2), zeg(zo, Antwoord.JA, 3)], Waarvoor.HULP, date(2026, 11, 24)
    )
    assert {w.gegeven for w in weer.values()} == {Antwoord.JA}
    terug = ja.model_copy(update={"ingetrokken_op": date(2026, 11, 4), "ingetrokken_door": "moeder van Tom, Karim"})
    assert laatste_antwoorden([terug], Waarvoor.HULP, date(2026, 11, 24))["karim"].is_ingetrokken


def test_een_antwoord_van_later_verandert_vandaag_niets():
    def zeg(gegeven, dag):
        return Toestemming(waarvoor=Waarvoor.HULP, door="Noor", gegeven=gegeven, datum=dag)

    vandaag, later = date(2026, 11, 24), date(2027, 1, 1)
    for eerst, dan in ((Antwoord.NEE, Antwoord.JA), (Antwoord.JA, Antwoord.NEE)):
        alle = [zeg(eerst, date(2026, 11, 1)), zeg(dan, later)]
        assert laatste_antwoorden(alle, Waarvoor.HULP, vandaag)["noor"].gegeven is eerst
        assert laatste_antwoorden(alle, Waarvoor.HULP, later)["noor"].gegeven is dan
