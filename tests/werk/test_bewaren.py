"""De bewaartermijn per soort bestand, vanaf de laatste wijziging; onbekend blijft onbekend."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime

import pytest

from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import Afscherming, Jeugdige
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.productenboek.profiel import Rol
from jeugdteam_app.werk import bewaren, dossiers, dubbel, gemeente_en_team, instellingen, samen, schrijven
from jeugdteam_app.werk.mijn_werk import mijn_werk
from tests.conftest import MOMENT
from tests.werk.conftest import vernietig_op_verzoek
from tests.werk.test_samen import BEELD, begin, breng, leg


@pytest.mark.parametrize(
    ("rol", "jaren", "tot"),
    [
        (Rol.LOKAAL_TEAM, None, None),
        (Rol.LOKAAL_TEAM, 5, date(2031, 11, 24)),
        (Rol.POH_JEUGD, None, date(2046, 11, 24)),
    ],
)
def test_per_soort_bestand_vanaf_de_laatste_wijziging(plek, rol, jaren, tot):
    anders = {"rol": rol, "bewaren_toegang_jaren": jaren}
    gemeente_en_team.bewaar(plek, instellingen.profiel(plek).model_copy(update=anders))
    dossier = dossiers.begin_gezin(plek, "Familie Proef")
    assert bewaren.termijn(plek, dossier).tot == tot
    if tot is None:
        return
    plek.klok = VasteKlok(datetime(2030, 1, 1, tzinfo=UTC))
    schrijven.leg_vast(plek, dossier, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam")})
    assert bewaren.termijn(plek, dossier).tot == date(2030 + (jaren or 20), 1, 1)


def test_is_de_termijn_voorbij_dan_staat_dat_in_mijn_werk(plek):
    gemeente_en_team.bewaar(plek, instellingen.profiel(plek).model_copy(update={"bewaren_toegang_jaren": 5}))
    dossiers.begin_gezin(plek, "Familie Proef")
    plek.klok = VasteKlok(datetime(2031, 11, 23, 12, tzinfo=UTC))
    assert "bewaren" not in {t.punt.code for t in mijn_werk(plek)}
    plek.klok = VasteKlok(datetime(2031, 11, 24, 12, tzinfo=UTC))
    assert "bewaren" in {t.punt.code for t in mijn_werk(plek)}


@pytest.mark.parametrize("jaar", [2009, 2046])
def test_een_verkeerde_klok_bij_een_collega_verandert_de_bewaartermijn_niet(laptops, tmp_path, jaar):
    """Later dan het hier kwam kan niet, en van voor dit programma ook niet."""
    robin, kim, _mo = laptops
    kim.klok = VasteKlok(datetime(jaar, 1, 1, 12, tzinfo=UTC))
    dossier = begin(kim)
    breng(kim, dossier, robin, tmp_path)
    assert journaal.laatste_wijziging(robin.kluis, dossier) == robin.vandaag


def test_een_eigen_klok_die_even_jaren_vooruit_liep_verlengt_de_termijn_niet(plek):
    gemeente_en_team.bewaar(plek, instellingen.profiel(plek).model_copy(update={"bewaren_toegang_jaren": 5}))
    dossier = dossiers.begin_gezin(plek, "Familie Proef")
    plek.klok = VasteKlok(datetime(2041, 11, 24, 12, tzinfo=UTC))
    schrijven.leg_vast(plek, dossier, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Sam")})
    plek.klok = VasteKlok(MOMENT)
    assert bewaren.termijn(plek, dossier).tot == date(2031, 11, 24)


def test_delen_verlengt_de_bewaartermijn_niet(laptops, tmp_path):
    """Wie een dossier jaren later krijgt, bewaart het even lang als wie het schreef: het telt vanaf de wijziging."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    robin.klok = kim.klok = VasteKlok(datetime(2040, 6, 1, 12, tzinfo=UTC))
    breng(robin, dossier, kim, tmp_path)
    hier, daar = (bewaren.termijn(plek, dossier).laatste_wijziging for plek in (robin, kim))
    assert hier == daar == MOMENT.date()


def test_wat_na_een_teruggedraaide_bundel_is_geschreven_telt_van_zijn_eigen_dag(laptops, tmp_path):
    """De rijnummers van de teruggedraaide bundel komen nog eens voor."""
    robin, kim, _mo = laptops
    dossier = begin(robin)
    breng(robin, dossier, kim, tmp_path)
    leg(robin, dossier, BEELD, "van Robin")
    breng(robin, dossier, kim, tmp_path)
    samen.maak_ongedaan(kim)
    kim.klok = VasteKlok(datetime(2028, 3, 1, 12, tzinfo=UTC))
    leg(kim, dossier, BEELD, "van Kim zelf")
    assert journaal.laatste_wijziging(kim.kluis, dossier) == date(2028, 3, 1)


@pytest.fixture
def sam(plek):
    """Een kind van wie het dossier vijf jaar bewaard blijft."""
    gemeente_en_team.bewaar(plek, instellingen.profiel(plek).model_copy(update={"bewaren_toegang_jaren": 5}))
    return dossiers.begin_gezin(plek, "Familie Proef")


@pytest.fixture
def tom(plek, sam):
    return dossiers.begin_broer_of_zus(plek, sam)


def test_wat_niet_in_dit_dossier_staat_verlengt_de_termijn_niet(plek, sam, tom):
    """Een gesprek over alleen een broer staat in diens dossier; of dit een ander kind is, zegt niets over het kind."""
    ander = dossiers.begin_gezin(plek, "Familie Verzonnen")
    plek.klok = VasteKlok(datetime(2030, 3, 1, 12, tzinfo=UTC))
    gesprek = schrijven.voeg_toe(plek, tom, Contact, {Contact.over_kind: (tom,), Contact.gezegd: "Tom fietst weer"})
    schrijven.leg_vast(plek, tom, {(f"{Afscherming.soort}:{gesprek}", Afscherming.niet_voor): Bekend((KIND,))})
    dubbel.maak_los(plek, sam, ander)
    assert bewaren.termijn(plek, sam).tot == date(2031, 11, 24)
    assert bewaren.termijn(plek, tom).tot == date(2035, 3, 1)
    schrijven.voeg_toe(plek, tom, Contact, {Contact.gezegd: "Met het hele gezin"})
    assert bewaren.termijn(plek, sam).tot == date(2035, 3, 1)


def test_wat_er_in_dit_dossier_stond_telt_ook_als_het_er_nu_niet_meer_staat(plek, sam, tom):
    """Een gesprek met het gezin dat later alleen over Tom gaat: dat het eruit ging, is ook een wijziging."""
    plek.klok = VasteKlok(datetime(2031, 11, 20, 12, tzinfo=UTC))
    gesprek = schrijven.voeg_toe(plek, tom, Contact, {Contact.gezegd: "Met het hele gezin"})
    assert bewaren.termijn(plek, sam).tot == date(2036, 11, 20)
    plek.klok = VasteKlok(datetime(2031, 12, 1, 12, tzinfo=UTC))
    schrijven.leg_vast(plek, tom, {(gesprek, Contact.over_kind): Bekend((tom,))})
    assert bewaren.termijn(plek, sam).tot == date(2036, 12, 1)
    plek.klok = VasteKlok(datetime(2033, 1, 1, 12, tzinfo=UTC))
    schrijven.leg_vast(plek, tom, {(gesprek, Contact.afgesproken): Bekend("Tom belt zelf.")})
    assert bewaren.termijn(plek, sam).tot == date(2036, 12, 1)
    assert bewaren.termijn(plek, tom).tot == date(2038, 1, 1)


@pytest.fixture
def vernauwd(laptops, tmp_path):
    """Robin en Kim hebben een gesprek met het gezin uit 2030; in juni 2031 maakt Kim het alleen over Tom."""
    for wie in laptops:
        gemeente_en_team.bewaar(wie, instellingen.profiel(wie).model_copy(update={"bewaren_toegang_jaren": 5}))
    # Op volgorde van naam van het apparaat komt de vernauwing dan voor het gesprek.
    robin, kim = sorted(laptops[:2], key=lambda wie: journaal.apparaat(wie.kluis), reverse=True)
    sam = begin(robin)
    tom = dossiers.begin_broer_of_zus(robin, sam)
    leg(robin, tom, (Jeugdige.soort, Jeugdige.roepnaam), "Tom")
    _zet_klokken(laptops, 2030, 3)
    gesprek = schrijven.voeg_toe(robin, sam, Contact, {Contact.gezegd: "Met het hele gezin"})
    _stuur(robin, kim, [sam, tom], tmp_path)
    _zet_klokken(laptops, 2031, 6)
    schrijven.leg_vast(kim, tom, {(gesprek, Contact.over_kind): Bekend((tom,))})
    return robin, kim, laptops[2], sam, tom, gesprek


def _zet_klokken(laptops, jaar, maand):
    for wie in laptops:
        wie.klok = VasteKlok(datetime(jaar, maand, 1, 12, tzinfo=UTC))


def _stuur(van, naar, dossiers_, tmp_path):
    bestand = tmp_path / f"{uuid.uuid4().hex}.bundel"
    samen.verstuur(van, dossiers_, [opslag.mijn_id(naar.kluis)], bestand)
    samen.neem_over(naar, samen.bekijk(naar, bestand))


@pytest.mark.parametrize("met_tom", [True, False])
def test_op_een_kopie_eindigt_de_termijn_niet_eerder(vernauwd, tmp_path, met_tom):
    """In een bundel staat alles op volgorde van apparaat, en zonder Tom alleen over wie het gaat."""
    robin, kim, mo, sam, tom, _gesprek = vernauwd
    _stuur(kim, mo, [sam, tom] if met_tom else [sam], tmp_path)
    assert {bewaren.termijn(wie, sam).tot for wie in (kim, mo)} == {date(2036, 6, 1)}
    _stuur(kim, robin, [sam], tmp_path)
    assert bewaren.termijn(robin, sam).tot == date(2036, 6, 1)


def test_wat_na_de_vernauwing_kwam_telt_ook_op_een_kopie_niet(vernauwd, tmp_path):
    robin, kim, mo, sam, tom, gesprek = vernauwd
    _zet_klokken((robin, kim, mo), 2033, 1)
    schrijven.leg_vast(kim, tom, {(gesprek, Contact.afgesproken): Bekend("Tom belt zelf.")})
    _stuur(kim, mo, [sam, tom], tmp_path)
    assert bewaren.termijn(mo, sam).tot == date(2036, 6, 1)
    assert bewaren.termijn(mo, tom).tot == date(2038, 1, 1)


def test_een_broer_vernietigen_verschuift_de_termijn_van_de_ander_niet(plek, sam, tom):
    plek.klok = VasteKlok(datetime(2030, 3, 1, 12, tzinfo=UTC))
    schrijven.voeg_toe(plek, tom, Contact, {Contact.over_kind: (tom,), Contact.gezegd: "Tom fietst weer"})
    assert bewaren.termijn(plek, sam).tot == date(2031, 11, 24)
    plek.klok = VasteKlok(datetime(2030, 4, 1, 12, tzinfo=UTC))
    vernietig_op_verzoek(plek, tom)
    assert bewaren.termijn(plek, sam).tot == date(2031, 11, 24)


def test_is_de_laatste_wijziging_niet_te_weten_dan_is_de_termijn_dat_ook_niet(plek):
    """Een klok van voor dit programma: dan gaat er niets weg omdat een termijn voorbij lijkt."""
    plek.klok = VasteKlok(datetime(2009, 1, 1, 12, tzinfo=UTC))
    dossier = dossiers.begin_gezin(plek, "Familie Proef")
    assert bewaren.termijn(plek, dossier).tot is None
