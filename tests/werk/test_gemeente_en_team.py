"""Het profiel van gemeente en team: wat niet af is komt niet in een besluit, en een bestand overschrijft niets stil."""

from __future__ import annotations

import json
from datetime import date

import pytest

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.klok import VasteKlok
from jeugdteam_app.opslag import toegangslog
from jeugdteam_app.productenboek.profiel import (
    Aanbieder,
    Artikel,
    Nummerblok,
    Rol,
    Termijn,
    Termijnsoort,
    van_voorbeeld,
    voorbeeldprofiel,
)
from jeugdteam_app.sleutels.sloten import VLOER
from jeugdteam_app.werk import gemeente_en_team, instellingen, werkplek
from tests.conftest import MOMENT, nieuwe


def schrijf(pad, **delen):
    pad.write_text(json.dumps(delen), encoding="utf-8")
    return pad


def test_een_bestand_met_een_deel_laat_de_rest_staan(voorbeeldplek, tmp_path):
    was = instellingen.profiel(voorbeeldplek)
    nieuw = schrijf(tmp_path / "p.json", aanbieders=[{"naam": "Zorg", "agb": "12345678"}], team="", functie="Coach")
    geladen = gemeente_en_team.laad(voorbeeldplek, nieuw)
    nu = instellingen.profiel(voorbeeldplek)
    assert nu.aanbieders == (Aanbieder(naam="Zorg", agb="12345678"),)
    for naam in ("team", "functie", "nummerblok", "gemeente", "artikelen", "mandaat"):
        assert getattr(nu, naam) == getattr(was, naam)
    assert geladen.nummerblok is None


def test_een_blok_uit_een_bestand_komt_alleen_mee_als_hier_nog_geen_is(voorbeeldplek, tmp_path):
    bestand = schrijf(tmp_path / "p.json", nummerblok={"van": 900_001, "tot_en_met": 900_010})
    was = Nummerblok(van=800_001, tot_en_met=800_010)
    gemeente_en_team.bewaar(voorbeeldplek, instellingen.profiel(voorbeeldplek).model_copy(update={"nummerblok": was}))
    assert gemeente_en_team.laad(voorbeeldplek, bestand).nummerblok is None
    assert instellingen.profiel(voorbeeldplek).nummerblok == was
    zonder = instellingen.profiel(voorbeeldplek).model_copy(update={"nummerblok": None})
    gemeente_en_team.bewaar(voorbeeldplek, zonder)
    assert gemeente_en_team.laad(voorbeeldplek, bestand).nummerblok.van == 900_001


ECHT = {
    "gemeente": "Ermelo", "gemeentecode": "0233", "team": "CJG", "briefhoofd": ["Gemeente Ermelo"],
    "verordening": "Verordening Ermelo", "mandaat": "namens het college", "plaats": "Ermelo", "telefoon": "0577 000 000",
    "artikelen": [{"onderwerp": "toekennen", "artikel": "artikel 5", "geldig_van": "2026-01-01"}],
    "bezwaaradres": ["College van Ermelo"], "vertrouwenspersoon": "Bel 088", "nummerblok": {"van": 900_001, "tot_en_met": 900_050},
    "aanbieders": [{"naam": "Praktijk X", "agb": "42420009"}],
}  # fmt: skip


def test_van_de_verzonnen_gemeente_blijft_niets_over_in_een_echte(voorbeeldplek, tmp_path):
    """Twee laptops die de voorbeelden probeerden, gaven anders allebei de verzonnen nummers uit."""
    geladen = gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "p.json", **ECHT))
    nu = instellingen.profiel(voorbeeldplek)
    assert (nu.nummerblok.van, geladen.nummerblok.van) == (900_001, 900_001)
    assert (nu.voorbeeld, nu.clientondersteuning, geladen.andere_gemeente) == (False, "", True)
    assert nu.functie == voorbeeldprofiel().functie
    assert nu.ontbreekt(voorbeeldplek.vandaag) == ()


def test_het_blok_van_het_voorbeeld_is_van_niemand(voorbeeldplek, tmp_path):
    gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "p.json", nummerblok=ECHT["nummerblok"]))
    nu = instellingen.profiel(voorbeeldplek)
    assert (nu.nummerblok.van, nu.voorbeeld) == (900_001, True)
    assert "clientondersteuning" in van_voorbeeld(nu)


def test_een_andere_gemeente_laat_niets_van_de_vorige_staan(voorbeeldplek, tmp_path):
    gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "p.json", **ECHT))
    met_twee = instellingen.profiel(voorbeeldplek).model_copy(update={"vier_ogen": True})
    gemeente_en_team.bewaar(voorbeeldplek, met_twee)
    putten = {
        "gemeente": "Putten",
        "gemeentecode": "0273",
        "briefhoofd": ["Gemeente Putten"],
        "telefoon": "0341 000 000",
    }
    geladen = gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "q.json", **putten))
    nu = instellingen.profiel(voorbeeldplek)
    assert geladen.andere_gemeente
    assert {"verordening", "artikelen", "mandaat", "bezwaaradres", "vertrouwenspersoon"} <= set(
        nu.ontbreekt(voorbeeldplek.vandaag)
    )
    assert "Ermelo" not in nu.model_dump_json()
    assert nu.nummerblok is None
    assert nu.vier_ogen, "meekijken vervalt niet vanzelf"
    assert not gemeente_en_team.laad(
        voorbeeldplek, schrijf(tmp_path / "r.json", gemeentecode="0273", team="T")
    ).andere_gemeente


@pytest.mark.parametrize("eigen", [{"rol": Rol.POH_JEUGD}, {"rol": Rol.ADVISEUR}, {"vier_ogen": True}])
def test_wie_er_besluit_verandert_niet_door_een_bestand(voorbeeldplek, tmp_path, eigen):
    """Anders stelt een praktijk met het profiel van een coach ineens zelf een besluit vast (Jeugdwet 2.6)."""
    gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "p.json", **ECHT))
    gemeente_en_team.schrijf(voorbeeldplek, van_coach := tmp_path / "coach.json")
    hier = instellingen.profiel(voorbeeldplek).model_copy(update={**eigen, "telefoon": "0341 111 111"})
    gemeente_en_team.bewaar(voorbeeldplek, hier)
    geladen = gemeente_en_team.laad(voorbeeldplek, van_coach)
    assert geladen.bleef == tuple(eigen)
    assert {naam: getattr(geladen.profiel, naam) for naam in eigen} == eigen
    assert geladen.profiel.telefoon != "0341 111 111"


@pytest.mark.parametrize("rol", ["adviseur", "poh_jeugd", "sociaal_team"])
def test_ook_zonder_voorbeelden_komt_de_rol_in_een_nieuwe_werkplek_uit_het_bestand(tmp_path, rol):
    """Anders besluit een praktijk of een adviserend team met een nieuw profiel ineens zelf."""
    plek = werkplek.maak(nieuwe(tmp_path / "nieuw"), VasteKlok(MOMENT), VLOER)
    geladen = gemeente_en_team.laad(plek, schrijf(tmp_path / "p.json", **ECHT, rol=rol))
    assert (str(geladen.profiel.rol), geladen.bleef) == (rol, ())
    plek.sluit()


def test_het_mandaat_van_de_vorige_gemeente_gaat_niet_mee(voorbeeldplek, tmp_path):
    gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "p.json", **ECHT))
    putten = {"gemeente": "Putten", "gemeentecode": "0273"}
    geladen = gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "q.json", **putten, rol="adviseur"))
    assert (geladen.profiel.rol, geladen.andere_gemeente) == (Rol.ADVISEUR, True)
    # En wie niet besluit, gaat dat door een bestand ook elders niet doen.
    ermelo = {**ECHT, "rol": "lokaal_team"}
    assert gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "r.json", **ermelo)).profiel.rol is Rol.ADVISEUR


def test_in_een_nieuwe_werkplek_komt_de_rol_wel_uit_het_bestand(voorbeeldplek, tmp_path):
    geladen = gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "p.json", **ECHT, rol="adviseur"))
    assert (geladen.profiel.rol, geladen.bleef) == (Rol.ADVISEUR, ())


def test_wat_iemand_nog_typt_gaat_niet_verloren_door_te_laden(voorbeeldplek, tmp_path):
    gemeente_en_team.bewaar_concept(voorbeeldplek, {"team": "half get"})
    with pytest.raises(InvoerFout, match="profiel-niet-bewaard"):
        gemeente_en_team.laad(voorbeeldplek, schrijf(tmp_path / "p.json", team="Anders"))
    assert gemeente_en_team.lees_concept(voorbeeldplek) == {"team": "half get"}


@pytest.mark.parametrize(
    ("deel", "plek"),
    [
        ({"aanbieders": (Aanbieder(naam="  "),)}, "aanbieders"),
        ({"artikelen": (Artikel(onderwerp="duur", artikel="", geldig_van=date(2026, 1, 1)),)}, "artikelen"),
        (
            {"artikelen": (
                Artikel(onderwerp="a", artikel="1", geldig_van=date(2026, 1, 1), geldig_tot=date(2025, 1, 1)),
            )},
            "artikelen",
        ),
        ({"termijnen": (Termijn(soort=Termijnsoort.WACHTEN, aantal=1),) * 2}, "termijnen"),
    ],
)  # fmt: skip
def test_een_regel_die_niet_af_is_wordt_niet_bewaard_en_het_onderdeel_staat_erbij(voorbeeldplek, deel, plek):
    with pytest.raises(InvoerFout, match="profiel-niet-af") as fout:
        gemeente_en_team.bewaar(voorbeeldplek, instellingen.profiel(voorbeeldplek).model_copy(update=deel))
    assert fout.value.gegevens["plek"] == plek


def test_alleen_spaties_en_een_artikel_dat_niet_meer_geldt_tellen_als_leeg(voorbeeldplek):
    verlopen = Artikel(onderwerp="duur", artikel="3", geldig_van=date(2020, 1, 1), geldig_tot=date(2021, 1, 1))
    gat = {"telefoon": "  ", "bezwaaradres": ("", " "), "mandaat": " ", "artikelen": (verlopen,)}
    gemeente_en_team.bewaar(voorbeeldplek, instellingen.profiel(voorbeeldplek).model_copy(update=gat))
    assert set(instellingen.profiel(voorbeeldplek).ontbreekt(voorbeeldplek.vandaag)) == set(gat)


def test_dat_iemand_mag_besluiten_of_een_andere_functie_kreeg_staat_in_het_log(voorbeeldplek):
    nu = instellingen.profiel(voorbeeldplek)
    gemeente_en_team.bewaar(voorbeeldplek, nu.model_copy(update={"telefoon": "0341 000 000"}))
    assert toegangslog.regels(voorbeeldplek.kluis)[0].wat != "profiel_veranderd"
    gemeente_en_team.bewaar(voorbeeldplek, nu.model_copy(update={"rol": Rol.ADVISEUR, "functie": "Huisarts"}))
    regel = toegangslog.regels(voorbeeldplek.kluis)[0]
    assert (regel.wat, regel.waarover) == ("profiel_veranderd", "rol, functie")
