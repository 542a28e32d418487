"""De vijf stappen: overnemen wat er staat, zonder wat is afgeschermd, en in het besluit met wie er keek."""

from __future__ import annotations

from jeugdteam_app.documenten import besluit
from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.stappen import STAPPEN, stappen, voorstel
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from tests.documenten.test_documenten import MOMENT, TOEWIJZING, tekst


def dossier(**delen):
    return uitwisselvorm.lees({"jeugdige": {"roepnaam": "Sam"}} | delen)


def test_het_voorstel_neemt_over_wat_er_al_staat_en_zegt_niets_over_wat_open_is():
    van = dossier(
        persoon_lijst=[{"sleutel": "persoon:noor", "voornamen": "Noor"}],
        hulpvraag_lijst=[
            {"sleutel": "hulpvraag:1", "tekst": "Hoe gaat het over?"}, {"sleutel": "hulpvraag:2", "tekst": "Geheim"},
        ],
        afscherming={"hulpvraag:2": {"niet_voor": ["persoon:noor"]}},
        analyse={"gedeeld_beeld": "Zo zit het.", "nodig": "Rust."},
        afweging={"ouders_in_staat": "nee", "netwerk_kan": "ja"},
    )  # fmt: skip
    assert voorstel(van) == {
        "hulpvraag": "Hoe gaat het over?", "problemen": "Zo zit het.", "nodig": "Rust.",
        "eigen_kracht": "Kunnen ouders (een deel van) de hulp zelf geven? nee.\n"
        "Kunnen familie, vrienden of buren een deel opvangen? ja.",
        "tekort": "",
    }  # fmt: skip


def test_in_het_besluit_staat_elke_stap_met_wie_er_keek():
    gezet = {
        naam: {"tekst": f"Gevonden bij {naam}.", "deskundige": "M. Proef", "discipline": "arts"} for naam in STAPPEN
    }
    van = dossier(onderzoek=gezet)
    assert {s.discipline for s in stappen(van).values()} == {"arts"}
    gelezen = " ".join(tekst(besluit.maak(van, TOEWIJZING, None, voorbeeldprofiel(), MOMENT)).split())
    for nummer, (naam, vraag) in enumerate(STAPPEN.items(), 1):
        assert f"{nummer}. {vraag} Gevonden bij {naam}. (M. Proef, arts)" in gelezen


def test_zonder_stappen_staat_er_geen_leeg_deel():
    leeg = " ".join(tekst(besluit.maak(dossier(), TOEWIJZING, None, voorbeeldprofiel(), MOMENT)).split())
    assert "Zo hebben we gekeken Nog niet ingevuld." in leeg, "de brief verzwijgt niet dat er niets staat"
