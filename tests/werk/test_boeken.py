"""Een eigen boek: wat u overneemt, moet ook te gebruiken zijn."""

from datetime import date

import pytest

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.productenboek.boek import Aanzien, meegeleverd
from jeugdteam_app.werk import boeken, dossiers, gemeente_en_team, instellingen

BOEK = meegeleverd("noord-veluwe")


@pytest.mark.parametrize("regels", ["", "elders"])
def test_een_boek_zonder_regels_wordt_niet_overgenomen(voorbeeldplek, tmp_path, regels):
    """Anders gaat er daarna geen dossier meer open."""
    eigen = BOEK.model_copy(update={"regels": regels, "versie": "eigen-1", "aanzien": Aanzien.VASTGESTELD})
    pad = tmp_path / "boek.json"
    pad.write_text(eigen.model_dump_json(), encoding="utf-8")
    proef = boeken.kijk_na(pad, BOEK).proef
    assert (proef.boek, [f.code for f in proef.fouten]) == (None, ["boek-regels-kiezen"])
    with pytest.raises(InvoerFout, match="boek-regels-kiezen"):
        boeken.neem_over(voorbeeldplek, eigen)
    assert instellingen.boek(voorbeeldplek).regels == "noord-veluwe"
    dossiers.open_(voorbeeldplek, dossiers.overzicht(voorbeeldplek)[0].id)


def test_een_boek_dat_voorbij_is_kan_niet_gekozen_worden(voorbeeldplek):
    oud = BOEK.model_copy(
        update={"id": "oud", "versie": "1", "geldig_van": date(2018, 1, 1), "geldig_tot": date(2021, 12, 31)}
    )
    boeken.neem_over(voorbeeldplek, oud)
    profiel = instellingen.profiel(voorbeeldplek)
    with pytest.raises(InvoerFout, match="profiel-boek-verlopen"):
        gemeente_en_team.bewaar(voorbeeldplek, profiel.model_copy(update={"boek": "oud"}))
    assert instellingen.profiel(voorbeeldplek) == profiel
