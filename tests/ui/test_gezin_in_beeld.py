"""Genogram en ecogram in het echte venster: met het toetsenbord iemand kiezen, en eronder invullen wat u weet."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from jeugdteam_app.dossier.afscherming import KIND, voor_ogen
from jeugdteam_app.dossier.genogram import genogram, in_woorden
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import (
    Afscherming,
    Bandsoort,
    Geslacht,
    Gezagsverhouding,
    Jeugdige,
    Persoon,
    Relatie,
    Rol,
    Samen,
    Sekse,
    Steun,
)
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde
from jeugdteam_app.werk import broers_en_zussen, dossiers, schrijven
from ui.bouwstenen.afscherming import Afschermer
from ui.bouwstenen.basis import Uitklapper
from ui.bouwstenen.formulier import Lijst
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.velden import Veldvorm
from ui.tekeningen.ecogram import Ecogramblad
from ui.tekeningen.genogram import Genogramblad


@pytest.fixture
def sam(venster):
    sleutel = next(r.id for r in dossiers.overzicht(venster.plek) if "Sam" in r.naam)
    venster.toon_dossier(sleutel)
    venster.scherm.toon_hoofdstuk("gezin")
    QApplication.processEvents()
    return sleutel


def wie(venster, sam, naam):
    return next(p for p in venster.plek.dossier(sam).alle(Persoon) if waarde(p.voornamen) == naam)


def test_met_de_pijltjes_naar_opa_en_zijn_teken_kiezen(venster, sam, handen):
    blad = venster.scherm.findChild(Genogramblad)
    vak = blad.vakken["jeugdige"]
    assert vak.accessibleName().startswith("Sam (2015); kind van ")
    vak.setFocus()
    for _keer in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    opa = wie(venster, sam, "Opa Wim")
    assert QApplication.focusWidget() is blad.vakken[opa.sleutel]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    handen.kies("Welk teken past bij Opa Wim?", "anders")
    handen.kies_vakje("Deze persoon is overleden")
    opa = wie(venster, sam, "Opa Wim")
    assert waarde(opa.sekse) is Sekse.ANDERS
    assert waarde(opa.overleden)
    assert blad.vakken[opa.sleutel].accessibleName().endswith("overleden")


def test_een_stel_verandert_de_lijn(venster, sam, handen):
    handen.naar("Wie zijn samen, of waren dat?")
    handen.druk(Qt.Key.Key_Space)
    handen.kies("Hoe is het nu?", "gescheiden")
    [stel] = venster.plek.dossier(sam).alle(Relatie)
    assert waarde(stel.samen) is Samen.GESCHEIDEN


def test_met_de_pijltjes_de_kring_rond_en_de_band_kiezen(venster, sam, handen):
    blad = venster.scherm.findChild(Ecogramblad)
    noor, karim = (blad.vakken[wie(venster, sam, naam).sleutel] for naam in ("Noor", "Karim"))
    noor.setFocus()
    QTest.keyClick(noor, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is karim
    QTest.keyClick(karim, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is noor
    QTest.keyClick(karim, Qt.Key.Key_Return)
    handen.kies("Hoe voelt de band met Karim voor het kind?", "een gespannen band")
    steun = Steun(venster.plek.dossier(sam).kind, f"steun:{karim.sleutel}")
    assert waarde(steun.band) is Bandsoort.GESPANNEN
    assert "een gespannen band" in karim.accessibleName()


def test_wie_is_weggehaald_heeft_geen_velden_meer(venster, sam, handen):
    """Anders ging wat daar getypt werd, naar iemand die er niet meer is."""
    opa = wie(venster, sam, "Opa Wim").sleutel
    venster.scherm.findChild(Genogramblad).gekozen.emit(opa)
    assert "Over Opa Wim" in teksten(venster)
    venster.scherm.findChild(Ecogramblad).gekozen.emit(opa)
    assert "Hoe voelt de band met Opa Wim voor het kind?" in teksten(venster)
    schrijven.verwijder(venster.plek, sam, Persoon, opa)
    venster.scherm.schrijver.meld_veranderd()
    assert not {t for t in teksten(venster) if "Opa Wim" in t}


def test_wie_iemand_is_zegt_elk_kind_voor_zich(venster, sam, handen):
    """De vader van het ene kind is de stiefvader van het andere: dan verandert er bij het eerste niets."""
    plek = venster.plek
    karim = wie(venster, sam, "Karim").sleutel
    voor = in_woorden(genogram(plek.dossier(sam)))
    venster.scherm.focus_eerste_veld()
    handen.knop("Nog een kind in dit gezin")
    QApplication.processEvents()
    tom = venster.scherm.schrijver.id
    venster.scherm.toon_hoofdstuk("gezin")
    venster.scherm.focus_eerste_veld()
    handen.typ("Roepnaam", "Tom")
    assert {waarde(p.rol) for p in plek.dossier(tom).alle(Persoon)} == {None}, "dat zegt iemand voor Tom"
    handen.naar("Persoon 2")
    handen.druk(Qt.Key.Key_Space)
    handen.kies("Wie is dit voor het kind?", "stiefouder")
    rollen = {kind: waarde(wie(venster, kind, "Karim").rol) for kind in (sam, tom)}
    assert rollen == {sam: Rol.OUDER, tom: Rol.STIEFOUDER}
    assert in_woorden(genogram(plek.dossier(sam))) == voor
    assert "kind van Noor en Karim" not in " ".join(in_woorden(genogram(plek.dossier(tom))))
    handen.knop("Persoon 2 weghalen")
    gezegd = " ".join(label.text() for label in QApplication.allWidgets() if isinstance(label, QLabel))
    assert "heeft het gezag over een broer of zus" in gezegd
    assert karim in {p.sleutel for p in plek.dossier(sam).gezagsdragers()}


def test_een_broer_met_een_eigen_dossier_staat_bij_de_ander_en_bij_zichzelf_maar_een_keer(venster, sam, handen):
    plek = venster.plek
    tom = dossiers.begin_broer_of_zus(plek, sam)
    schrijven.leg_vast(plek, tom, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Tom")})
    broer = schrijven.voeg_toe(plek, sam, Persoon, {Persoon.voornamen: "Tom"})
    schrijven.leg_vast(plek, sam, {(f"gezag:{broer}", Gezagsverhouding.rol): Bekend(Rol.BROER_ZUS)})
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("gezin")
    venster.scherm.focus_eerste_veld()
    mensen = plek.dossier(sam).alle(Persoon)
    handen.naar(f"Persoon {len(mensen)}")
    handen.druk(Qt.Key.Key_Space)
    handen.knop("Persoon 1")
    vraag = "Welk dossier is van deze persoon?"
    gevraagd = [v.label for v in venster.scherm.blad("gezin").findChildren(Veldvorm)].count(vraag)
    assert gevraagd == 1, "niet bij een ouder"
    lijst = handen.naar(vraag)
    lijst.setCurrentIndex(lijst.findText("Tom"))
    lijst.activated.emit(lijst.currentIndex())
    assert "Tom; kind van Noor en Karim" in " ".join(in_woorden(genogram(plek.dossier(sam))))
    assert plek.dossier(tom).zichzelf == broer
    venster.toon_dossier(tom)
    venster.scherm.toon_hoofdstuk("gezin")
    [lijst] = (w for w in venster.scherm.blad("gezin").findChildren(Lijst) if w.soort is Persoon)
    assert broer not in lijst.sleutels() and len(lijst.sleutels()) == len(mensen) - 1
    bij_tom = [zin for zin in in_woorden(genogram(plek.dossier(tom))) if zin.startswith("Tom")]
    assert len(bij_tom) == 1


def test_wie_van_een_ander_kind_is_vraagt_niemand_bij_wie_nog_geen_rol_heeft(venster, sam, handen):
    """‘Welk dossier is van deze persoon?’ leest bij moeder als: bij welk kind hoort zij."""
    plek = venster.plek
    tom = dossiers.begin_broer_of_zus(plek, sam)
    venster.toon_dossier(tom)
    venster.scherm.toon_hoofdstuk("gezin")
    blad = venster.scherm.blad("gezin")
    vraag = "Welk dossier is van deze persoon?"
    assert vraag not in {v.label for v in blad.findChildren(Veldvorm)}
    # Koos iemand het eerder toch, dan blijft het te zien en te verbeteren, en beslist zij gewoon mee.
    noor = wie(venster, sam, "Noor").sleutel
    schrijven.leg_vast(plek, tom, {(noor, Persoon.dossier): Bekend(sam)})
    assert noor in {p.sleutel for p in plek.dossier(sam).gezagsdragers()}
    assert "Noor" in " ".join(in_woorden(genogram(plek.dossier(sam))))
    venster.toon_dossier(tom)
    venster.scherm.toon_hoofdstuk("gezin")
    for uitklapper in venster.scherm.blad("gezin").findChildren(Uitklapper):
        uitklapper.knop.setChecked(True)
    assert vraag in {v.label for v in venster.scherm.blad("gezin").findChildren(Veldvorm)}


def test_een_broer_met_een_eigen_dossier_komt_er_met_een_druk_op_de_knop_bij(venster, sam, handen):
    """Zijn naam, geboortedatum en teken staan al in zijn eigen dossier; niemand typt die over."""
    plek = venster.plek
    tom, lisa = dossiers.begin_broer_of_zus(plek, sam), dossiers.begin_broer_of_zus(plek, sam)
    van_tom = {Jeugdige.roepnaam: "Tom", Jeugdige.geboortedatum: date(2018, 3, 1), Jeugdige.geslacht: Geslacht.MAN}
    schrijven.leg_vast(plek, tom, {(Jeugdige.soort, veld): Bekend(wat) for veld, wat in van_tom.items()})
    schrijven.leg_vast(plek, lisa, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Lisa")})
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("gezin")
    venster.scherm.focus_eerste_veld()
    handen.naar("Zet Tom erbij")
    knop = handen.hier
    venster.scherm.schrijver.meld_veranderd()
    assert handen.hier is knop, "wie iets bewaart en dan drukt, drukt op een knop die er nog is"
    handen.knop("Zet Tom erbij")
    blad = venster.scherm.findChild(Genogramblad)
    broer = wie(venster, sam, "Tom")
    assert blad.vakken[broer.sleutel].accessibleName() == "Tom (2018); kind van Noor en Karim"
    assert waarde(broer.sekse) is Sekse.MAN
    assert broers_en_zussen.niet_bij_de_mensen(plek, sam) == [(lisa, "Lisa", "")]
    assert "Tom heeft een eigen dossier" not in " ".join(teksten(venster))
    # Bij Lisa is Tom dezelfde persoon; dat hij ook haar broer is, zegt iemand daar.
    assert {b.naam for b in broers_en_zussen.niet_bij_de_mensen(plek, lisa)} == {"Sam", "Tom"}
    broers_en_zussen.zet_erbij(plek, lisa, tom)
    assert [p.sleutel for p in plek.dossier(lisa).alle(Persoon) if waarde(p.dossier) == tom] == [broer.sleutel]
    assert waarde(wie(venster, lisa, "Tom").rol) is Rol.BROER_ZUS


def test_wie_al_met_de_naam_bij_de_mensen_staat_komt_er_niet_nog_een_keer_bij(venster, sam, handen):
    """Eerst Tom als broer opschrijven en dan zijn dossier beginnen, is de gewone volgorde."""
    plek = venster.plek
    broer = schrijven.voeg_toe(plek, sam, Persoon, {Persoon.voornamen: "tom"})
    schrijven.leg_vast(plek, sam, {(f"gezag:{broer}", Gezagsverhouding.rol): Bekend(Rol.BROER_ZUS)})
    tom, naamloos = dossiers.begin_broer_of_zus(plek, sam), dossiers.begin_broer_of_zus(plek, sam)
    schrijven.leg_vast(plek, tom, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Tom")})
    assert naamloos not in {b.id for b in broers_en_zussen.niet_bij_de_mensen(plek, sam)}, (
        "zonder naam is er niets te zetten"
    )
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("gezin")
    venster.scherm.focus_eerste_veld()
    assert "Tom heeft een eigen dossier. Is dat tom die bij de mensen staat?" in teksten(venster)
    handen.knop("Ja, dat is Tom")
    namen = [waarde(p.voornamen).casefold() for p in plek.dossier(sam).alle(Persoon)]
    assert namen.count("tom") == 1
    assert plek.dossier(tom).zichzelf == broer
    nog_een = dossiers.begin_gezin(plek, "Familie Proef")
    assert broers_en_zussen.niet_bij_de_mensen(plek, nog_een) == []


@pytest.mark.parametrize("gekozen", [True, False])
def test_een_halfbroer_houdt_zijn_eigen_ouders(venster, sam, gekozen):
    """Wie de ouders zijn, staat in zijn eigen dossier: Karim is voor Tom een stiefouder."""
    plek = venster.plek
    tom = dossiers.begin_broer_of_zus(plek, sam)
    noor, karim = wie(venster, sam, "Noor").sleutel, wie(venster, sam, "Karim").sleutel
    leg = {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Tom")}
    if gekozen:
        leg[(Jeugdige.soort, Jeugdige.kind_van)] = Bekend((noor,))
    leg |= {
        (f"gezag:{noor}", Gezagsverhouding.rol): Bekend(Rol.OUDER),
        (f"gezag:{karim}", Gezagsverhouding.rol): Bekend(Rol.STIEFOUDER),
    }
    schrijven.leg_vast(plek, tom, leg)
    broers_en_zussen.zet_erbij(plek, sam, tom)
    gezegd = [zin for zin in in_woorden(genogram(plek.dossier(sam))) if zin.startswith("Tom")]
    assert gezegd and all("Karim" not in zin for zin in gezegd)
    assert any("kind van Noor" in zin for zin in gezegd)
    broers_en_zussen.zet_erbij(plek, tom, sam)
    gezegd = [zin for zin in in_woorden(genogram(plek.dossier(tom))) if zin.startswith("Sam")]
    assert any("kind van Noor en Karim" in zin for zin in gezegd)


@pytest.mark.parametrize("met_rol", [True, False])
def test_wie_al_met_de_naam_bij_de_mensen_staat_krijgt_erbij_wat_er_nog_niet_stond(venster, sam, met_rol):
    plek = venster.plek
    broer = schrijven.voeg_toe(plek, sam, Persoon, {Persoon.voornamen: "Thomas Jan"})
    if met_rol:
        schrijven.leg_vast(plek, sam, {(f"gezag:{broer}", Gezagsverhouding.rol): Bekend(Rol.BROER_ZUS)})
    tom = dossiers.begin_broer_of_zus(plek, sam)
    zelf = {
        Jeugdige.roepnaam: "Tom", Jeugdige.voornamen: "Thomas Jan", Jeugdige.geboortedatum: date(2018, 3, 4),
        Jeugdige.geslacht: Geslacht.MAN,
    }  # fmt: skip
    schrijven.leg_vast(plek, tom, {(Jeugdige.soort, veld): Bekend(wat) for veld, wat in zelf.items()})
    assert [b.lijkt_op for b in broers_en_zussen.niet_bij_de_mensen(plek, sam)] == ["Thomas Jan"]
    broers_en_zussen.zet_erbij(plek, sam, tom)
    persoon = Persoon(plek.dossier(sam).familie, broer)
    assert (waarde(persoon.voornamen), waarde(persoon.geboortedatum)) == ("Thomas Jan", date(2018, 3, 4))
    assert waarde(persoon.sekse) is Sekse.MAN
    assert plek.dossier(tom).zichzelf == broer


def test_staat_bij_een_broer_nog_niet_wie_zijn_ouders_zijn_dan_ligt_dat_ook_niet_vast(venster, sam):
    plek = venster.plek
    tom = dossiers.begin_broer_of_zus(plek, sam)
    noor = wie(venster, sam, "Noor").sleutel
    leg = {
        (Jeugdige.soort, Jeugdige.roepnaam): Bekend("Tom"),
        (f"gezag:{noor}", Gezagsverhouding.rol): Bekend(Rol.OUDER),
    }
    schrijven.leg_vast(plek, tom, leg)
    broers_en_zussen.zet_erbij(plek, sam, tom)
    gezegd = [zin for zin in in_woorden(genogram(plek.dossier(sam))) if zin.startswith("Tom")]
    assert any("kind van Noor en Karim" in zin for zin in gezegd), (
        "zoals bij elke broer van wie niemand iets anders zei"
    )


def test_wie_toevallig_ook_zo_heet_is_een_ander(venster, sam, handen):
    plek = venster.plek
    oom = schrijven.voeg_toe(plek, sam, Persoon, {Persoon.voornamen: "Tom", Persoon.achternaam: "Ander"})
    tom = dossiers.begin_broer_of_zus(plek, sam)
    zelf = {Jeugdige.roepnaam: "Tom", Jeugdige.geboortedatum: date(2018, 3, 4)}
    schrijven.leg_vast(plek, tom, {(Jeugdige.soort, veld): Bekend(wat) for veld, wat in zelf.items()})
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("gezin")
    venster.scherm.focus_eerste_veld()
    assert "Tom heeft een eigen dossier. Is dat Tom Ander die bij de mensen staat?" in teksten(venster)
    handen.knop("Nee, zet Tom er apart bij")
    assert plek.dossier(tom).zichzelf not in ("", oom)
    assert isinstance(Persoon(plek.dossier(sam).familie, oom).geboortedatum, Onbekend)
    assert not broers_en_zussen.niet_bij_de_mensen(plek, sam)
    # Is de oom een andere dag geboren, dan is er niets te vragen.
    schrijven.leg_vast(plek, sam, {(oom, Persoon.geboortedatum): Bekend(date(1950, 1, 1))})
    schrijven.verwijder(plek, sam, Persoon, plek.dossier(tom).zichzelf)
    assert [b.lijkt_op for b in broers_en_zussen.niet_bij_de_mensen(plek, sam)] == [""]


def test_wie_overleden_is_en_weg_vraagt_niets_meer_over_het_gezag(venster, sam):
    karim = wie(venster, sam, "Karim").sleutel
    schrijven.leg_vast(venster.plek, sam, {(karim, Persoon.overleden): Bekend(True)})
    schrijven.verwijder(venster.plek, sam, Persoon, karim)
    assert venster.plek.dossier(sam).gezag_van_wie_weg_is() == ()


def test_wie_weg_is_en_gezag_heeft_komt_met_een_druk_op_de_knop_terug(venster, sam, handen):
    plek = venster.plek
    karim = wie(venster, sam, "Karim").sleutel
    schrijven.verwijder(plek, sam, Persoon, karim)
    venster.toon_dossier(sam)
    venster.scherm.toon_hoofdstuk("gezin")
    venster.scherm.focus_eerste_veld()
    assert "Karim Voorbeeld is weggehaald, maar heeft volgens dit dossier het gezag." in teksten(venster)
    handen.knop("Karim Voorbeeld hoort erbij")
    assert karim in {p.sleutel for p in plek.dossier(sam).gezagsdragers()}
    assert not {t for t in teksten(venster) if "is weggehaald" in t}


def test_wat_voor_een_broer_is_afgeschermd_heet_in_zijn_eigen_dossier_ook_zo(venster, sam, qtbot):
    plek = venster.plek
    tom = dossiers.begin_broer_of_zus(plek, sam)
    schrijven.leg_vast(plek, tom, {(Jeugdige.soort, Jeugdige.roepnaam): Bekend("Tom")})
    broers_en_zussen.zet_erbij(plek, sam, tom)
    broer = wie(venster, sam, "Tom").sleutel
    gesprek = schrijven.voeg_toe(plek, sam, Contact, {Contact.gezegd: "Niet voor Tom."})
    schrijven.leg_vast(plek, sam, {(f"{Afscherming.soort}:{gesprek}", Afscherming.niet_voor): Bekend((broer,))})
    afschermer = Afschermer(Schrijver(plek, tom), gesprek, "Dit gesprek")
    qtbot.addWidget(afschermer)
    gezegd = {label.text() for label in afschermer.findChildren(QLabel)}
    assert "Niet bedoeld voor: Tom" in gezegd
    assert [naam for naam, sleutel in afschermer._keuzes() if sleutel == broer] == ["Tom"]
    assert gesprek in voor_ogen(plek.dossier(tom), KIND).verborgen


def teksten(venster):
    QApplication.processEvents()
    return {label.text() for label in venster.scherm.findChildren(QLabel) if label.isVisibleTo(venster.scherm)}
