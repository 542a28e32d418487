"""Waar twee mensen iets anders schreven, staat op elk papier allebei; nooit dat er niets over gezegd is."""

from __future__ import annotations

from datetime import date

import pytest

from jeugdteam_app.documenten import gezinsplan, kansencirkel, meertalig
from jeugdteam_app.documenten.analyse import gegevens as analyse
from jeugdteam_app.documenten.brieftekst import LEEG, eerste_tekst
from jeugdteam_app.dossier import ecogram, samenhang, tijdlijn
from jeugdteam_app.dossier.aanmelding import Veiligheidscheck, Vraagverheldering
from jeugdteam_app.dossier.analyse import Analyse, Eens, Factor, Soortfactor, Uitspraak
from jeugdteam_app.dossier.brief import Briefsoort
from jeugdteam_app.dossier.doelen import Actie, Doel
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Taal
from jeugdteam_app.dossier.geschiedenis import EerdereHulp, Effect
from jeugdteam_app.dossier.gesprek import Instemming, Instemmingen
from jeugdteam_app.dossier.gezin import Bandsoort, Persoon, Steun
from jeugdteam_app.dossier.handtekening import klopt, zet
from jeugdteam_app.dossier.kansencirkel import Kansencirkel, Vak
from jeugdteam_app.dossier.perspectiefplan import (
    Gebiedsplan,
    Geregeld,
    Leefgebied,
    Perspectiefplan,
    Regeling,
    Regelzaak,
)
from jeugdteam_app.dossier.planvakken import ergens_twee_antwoorden, staat
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.opslag import journaal
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from jeugdteam_app.werk import dossiers, schrijven
from tests.conftest import MOMENT
from tests.documenten.test_documenten import tekst
from tests.werk.test_schrijven import van_een_ander


@pytest.fixture
def sam(voorbeeldplek):
    return dossiers.overzicht(voorbeeldplek)[0].id


def twee(plek, dossier, veld, een, ander, sleutel=""):
    """Twee mensen schrijven tegelijk iets anders in dit veld."""
    sleutel = sleutel or veld.eigenaar.soort
    schrijven.leg_vast(plek, dossier, {(sleutel, veld): Bekend(een)})
    stroom = journaal.stroom(plek.kluis, dossier)
    in_stroom = stroom.gezin if veld.eigenaar.deel == "gezin" else dossier
    van_een_ander(plek, in_stroom, veld.plaats(sleutel), {"b": veld.json_waarde(ander)}, gezien=False)


def erbij(plek, dossier, soort, **feiten):
    return schrijven.voeg_toe(plek, dossier, soort, {getattr(soort, naam): wat for naam, wat in feiten.items()})


def alles_in(gegevens):
    if isinstance(gegevens, dict):
        return "\n".join(map(alles_in, gegevens.values()))
    if isinstance(gegevens, list | tuple):
        return "\n".join(map(alles_in, gegevens))
    return str(gegevens)


def test_de_analyse_laat_beide_antwoorden_zien_ook_op_kaart_en_tijdlijn(voorbeeldplek, sam):
    plek = voorbeeldplek
    twee(plek, sam, Analyse.gedeeld_beeld, "Sam piekert.", "Sam is vooral moe.")
    zei = erbij(plek, sam, Uitspraak, door="Noor")
    twee(plek, sam, Uitspraak.tekst, "Het gaat goed.", "Het gaat slecht.", zei)
    hulp = erbij(plek, sam, EerdereHulp, wat="Praatgroep", van="2019")
    twee(plek, sam, EerdereHulp.effect, *list(Effect)[:2], hulp)
    twee(plek, sam, EerdereHulp.tot, "2020", "2021", hulp)
    factor = erbij(plek, sam, Factor, aard=Soortfactor.UITLOKKEND)
    twee(plek, sam, Factor.tekst, "De scheiding", "De verhuizing", factor)
    ander = erbij(plek, sam, Factor, tekst="Slecht slapen")
    twee(plek, sam, Factor.aard, Soortfactor.UITLOKKEND, Soortfactor.IN_STAND_HOUDEND, ander)
    doel = erbij(plek, sam, Doel)
    twee(plek, sam, Doel.tekst, "Rust in huis", "Weer naar school", doel)
    gelezen = alles_in(analyse(plek.dossier(sam), MOMENT))
    for woord_ in ("Sam piekert", "vooral moe", "Het gaat goed", "Het gaat slecht", "De scheiding", "De verhuizing"):
        assert woord_ in gelezen
    assert "nog niet besproken wat het bracht" not in gelezen
    lijn = next(s for s in tijdlijn.tijdlijn(plek.dossier(sam), date(2026, 12, 1)).strepen if "Praatgroep" in s.wat)
    assert "2020 / 2021" in lijn.wat or "2021 / 2020" in lijn.wat
    assert lijn.einde == "2021"
    assert "tot wanneer staat er niet" not in gelezen
    kaart = samenhang.samenhang(plek.dossier(sam))
    assert any("Slecht slapen" in v.tekst and "/" in v.tekst for v in kaart.vakken)
    assert not any("Slecht slapen" in v.tekst for v in kaart.los)


def test_een_band_met_twee_antwoorden_is_wel_besproken(voorbeeldplek, sam):
    persoon = voorbeeldplek.dossier(sam).alle(Persoon)[0]
    sleutel = f"{Steun.soort}:{persoon.sleutel}"
    een, ander = list(Bandsoort)[:2]
    twee(voorbeeldplek, sam, Steun.band, een, ander, sleutel)
    bol = next(b for b in ecogram.ecogram(voorbeeldplek.dossier(sam)).bollen if b.sleutel == persoon.sleutel)
    zin = ecogram.in_woorden(bol)
    assert "nog niet over gesproken" not in zin
    assert " / " in zin


def test_de_kansencirkel_zegt_wat_er_twee_keer_anders_staat(voorbeeldplek, sam):
    cirkel = erbij(voorbeeldplek, sam, Kansencirkel, datum=date(2026, 11, 20))
    twee(voorbeeldplek, sam, Kansencirkel.veilig, Vak(woord="bang"), Vak(woord="fijn"), cirkel)
    gelezen = tekst(kansencirkel.maak(voorbeeldplek.dossier(sam), MOMENT))
    assert "bang" in gelezen
    assert "fijn" in gelezen


def test_dagen_en_keuzes_met_twee_antwoorden_staan_allebei_op_het_plan(voorbeeldplek, sam):
    plek = voorbeeldplek
    vijf, negen = date(2027, 1, 5), date(2027, 1, 9)
    twee(plek, sam, Familiegroepsplan.kijken_opnieuw_op, vijf, negen)
    doel = plek.dossier(sam).alle(Doel)[0].sleutel
    actie = erbij(plek, sam, Actie, doel=doel, wat="Tas klaarzetten", wie="Noor")
    twee(plek, sam, Actie.wanneer, vijf, negen, actie)
    twee(plek, sam, Perspectiefplan.opnieuw_op, vijf, negen)
    twee(plek, sam, Gebiedsplan.wanneer, vijf, negen, f"{Gebiedsplan.soort}:{Leefgebied.WONEN}")
    twee(plek, sam, Regeling.hoe_ver, Geregeld.JA, Geregeld.BEZIG, f"{Regeling.soort}:{next(iter(Regelzaak))}")
    dossier = plek.dossier(sam)
    assert ergens_twee_antwoorden(dossier)
    gelezen = " ".join(tekst(gezinsplan.maak(dossier, voorbeeldprofiel(), MOMENT)).split())
    assert gelezen.count("5 januari 2027") == gelezen.count("9 januari 2027") == 4
    assert "een dag die we nog afspreken" not in gelezen
    turks = " ".join(tekst(meertalig.plan(dossier, Taal.TURKS, MOMENT)).split())
    assert turks.count("2027") >= 8


def test_twee_meningen_van_een_mens_staan_ook_in_het_formulier(voorbeeldplek, sam):
    noor = erbij(voorbeeldplek, sam, Instemmingen)
    ja, nee = Instemming(wie="Noor", eens=Eens.EENS), Instemming(wie="Noor", eens=Eens.ONEENS, eigen_woorden="Te snel.")
    twee(voorbeeldplek, sam, Instemmingen.inhoud, ja, nee, noor)
    blokken = meertalig.gezinstaal(Taal.NEDERLANDS).blokken
    vak = staat(voorbeeldplek.dossier(sam), blokken)["eens-per-persoon"]
    assert vak.count("Noor:") == 2
    assert "Te snel." in vak


def test_een_brief_zegt_beide_antwoorden_over_veiligheid(voorbeeldplek, sam):
    een, ander = Veiligheidscheck(wat_zien_we="Er is een wapen in huis."), Veiligheidscheck(wat_zien_we="Papa dreigt.")
    twee(voorbeeldplek, sam, Vraagverheldering.veiligheid, een, ander)
    for soort in (Briefsoort.AANBIEDER, Briefsoort.VERWIJZING):
        brief = eerste_tekst(voorbeeldplek.dossier(sam), soort, voorbeeldplek.vandaag)
        regel = next(r for r in brief.split("\n") if r.startswith("Veiligheid: "))
        assert "Er is een wapen in huis." in regel
        assert "Papa dreigt." in regel
        assert LEEG not in regel


def test_wie_tekende_toen_er_twee_antwoorden_stonden_tekende_niet_voor_een_derde(voorbeeldplek, sam):
    """Elk antwoord dat te lezen stond telt mee in wat iemand tekende."""
    plek, veld = voorbeeldplek, Familiegroepsplan.veilig_afspraken
    twee(plek, sam, veld, "Oma belt.", "Opa belt.")
    gezegd = Instemming(wie="Noor", eens=Eens.EENS)
    handtekening = zet(plek.dossier(sam), gezegd, ((1, 2, 3, 4),), plek.vandaag)
    getekend = gezegd.model_copy(update={"handtekening": handtekening})
    assert klopt(plek.dossier(sam), getekend)
    derde = {"b": "Sam gaat alleen naar buiten."}
    van_een_ander(plek, journaal.stroom(plek.kluis, sam).gezin, veld.plaats(veld.eigenaar.soort), derde, gezien=False)
    assert not klopt(plek.dossier(sam), getekend)
