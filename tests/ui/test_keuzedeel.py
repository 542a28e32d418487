"""Wat twee mensen anders schreven, is altijd ergens te kiezen: in het veld zelf, of bovenaan het blad."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from jeugdteam_app.dossier.doelen import Actie, Doel
from jeugdteam_app.dossier.gesprek import Instemming, Instemmingen
from jeugdteam_app.dossier.kansencirkel import Element, Kansencirkel, Vak
from jeugdteam_app.journaal.wijziging import Wijziging, WijzigingId
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.opslag import journaal
from jeugdteam_app.werk import dossiers, schrijven
from ui.tekeningen.kansencirkel import in_woorden


@pytest.fixture
def sam(venster):
    return dossiers.overzicht(venster.plek)[0].id


def zet_ernaast(plek, dossier, sleutel, veld, inhoud):
    """Kim schreef op een andere laptop iets anders, zonder te zien wat hier het laatst kwam."""
    stroom = schrijven._stroom(plek, dossier, veld.eigenaar)
    [kop] = plek.stand(stroom).koppen(veld.plaats(sleutel))
    ander = Wijziging(
        WijzigingId("ab" * 6, 1), stroom, "h", veld.plaats(sleutel), {"b": veld.json_waarde(inhoud)}, kop.voorgangers,
        "Kim", plek.tijd,
    )  # fmt: skip
    journaal.voeg_samen(plek.kluis, [], [ander])
    plek.vergeet_alles()


def toon(venster, dossier, hoofdstuk):
    venster.toon_dossier(dossier)
    venster.scherm.toon_hoofdstuk(hoofdstuk)
    QApplication.processEvents()
    return venster.scherm.blad(hoofdstuk)


def teksten(blad):
    return "\n".join(w.text() for w in blad.findChildren(QLabel) if w.isVisibleTo(blad))


def kies(blad, opschrift):
    next(k for k in blad.findChildren(QPushButton) if k.text() == opschrift and k.isVisibleTo(blad)).click()
    QApplication.processEvents()


def test_wat_iemand_van_het_plan_vindt(venster, sam):
    noor = schrijven.voeg_toe(venster.plek, sam, Instemmingen, {Instemmingen.inhoud: Instemming(wie="Tante Jo")})
    zet_ernaast(venster.plek, sam, noor, Instemmingen.inhoud, Instemming(wie="Tante Jo", eigen_woorden="Liever niet."))
    blad = toon(venster, sam, "familiegroepsplan")
    assert "Liever niet." in teksten(blad)
    kies(blad, "Kies wat Kim schreef")
    assert waarde(Instemmingen(venster.plek.dossier(sam).kind, noor).inhoud).eigen_woorden == "Liever niet."
    assert list(venster.plek.dossier(sam).conflicten()) == []


def test_bij_welk_doel_een_afspraak_hoort(venster, sam):
    een, ander = (schrijven.voeg_toe(venster.plek, sam, Doel, {Doel.tekst: t}) for t in ("Doel een", "Doel twee"))
    actie = schrijven.voeg_toe(venster.plek, sam, Actie, {Actie.wat: "Samen fietsen", Actie.doel: een})
    zet_ernaast(venster.plek, sam, actie, Actie.doel, ander)
    blad = toon(venster, sam, "analyse")
    assert "Samen fietsen: Doel. Hier staan twee verschillende antwoorden." in teksten(blad)
    assert "Kim: Doel twee" in teksten(blad)
    kies(blad, "Kies wat Kim schreef")
    assert waarde(Actie(venster.plek.dossier(sam).kind, actie).doel) == ander
    assert "Hier staan twee verschillende antwoorden" not in teksten(blad)


def test_een_oude_kansencirkel(venster, sam):
    oud = schrijven.voeg_toe(venster.plek, sam, Kansencirkel, {
        Kansencirkel.datum: date(2026, 1, 1), Kansencirkel.veilig: Vak(nu=1),
    })  # fmt: skip
    schrijven.voeg_toe(venster.plek, sam, Kansencirkel, {Kansencirkel.datum: date(2026, 11, 1)})
    zet_ernaast(venster.plek, sam, oud, Kansencirkel.veld(Element.VEILIG), Vak(nu=4))
    blad = toon(venster, sam, "kansencirkel")
    assert "Hier staan twee verschillende antwoorden" in teksten(blad)
    kies(blad, "Kies wat Kim schreef")
    assert waarde(Kansencirkel(venster.plek.dossier(sam).kind, oud).veilig) == Vak(nu=4)


def test_in_de_nieuwste_cirkel_staat_wat_ieder_kleurde(venster, sam):
    nieuw = schrijven.voeg_toe(venster.plek, sam, Kansencirkel, {
        Kansencirkel.datum: date(2027, 1, 1), Kansencirkel.veilig: Vak(nu=1),
    })  # fmt: skip
    zet_ernaast(venster.plek, sam, nieuw, Kansencirkel.veld(Element.VEILIG), Vak(nu=4))
    gezien = teksten(toon(venster, sam, "kansencirkel"))
    assert "Robin Proef: Veilig" in gezien
    assert "Kim: Veilig" in gezien
    zin = " / ".join(in_woorden(Element.VEILIG, vak) for vak in (Vak(nu=1), Vak(nu=4)))
    om = " / ".join(in_woorden(Element.VEILIG, vak) for vak in (Vak(nu=4), Vak(nu=1)))
    assert zin in gezien or om in gezien, "ook onder het wiel"
    wiel = venster.scherm.blad("kansencirkel")._wiel
    wiel.ga_naar(Element.VEILIG)
    assert wiel.accessibleName() in (zin, om), "en voor wie het wiel hoort"


def test_zonder_verschil_staat_er_niets_bovenaan(venster, sam):
    for naam in ("gezin", "analyse", "familiegroepsplan", "toewijzing"):
        assert "twee verschillende antwoorden" not in teksten(toon(venster, sam, naam))
