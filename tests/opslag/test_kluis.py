"""De kluis op schijf: echte SQLCipher-bestanden, vier verschillende meldingen, en nooit half geschreven."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3

from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.journaal.wijziging import Plaats
from jeugdteam_app.kern.bestanden import schrijf_heel
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.opslag import journaal, kluis, toegangslog
from jeugdteam_app.opslag.bestanden import ruim_tijdelijk_op
from jeugdteam_app.opslag.indeling import BOS, DATABASE, SLOTEN
from jeugdteam_app.werk import dossiers, schrijven, werkplek
from jeugdteam_app.werk.kluizen import kluizen
from tests.conftest import WACHTZIN, nieuwe

NAAM = (Jeugdige.soort, Jeugdige.roepnaam)


def bytes_van(map_: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in map_.iterdir()}


def code_bij_openen(map_: Path, wachtzin: str = WACHTZIN) -> str:
    voor = bytes_van(map_)
    with pytest.raises(Exception) as fout:
        werkplek.open_met_wachtzin(map_, wachtzin)
    assert bytes_van(map_) == voor, "er is iets aangeraakt"
    return fout.value.code


def met_sleutel(map_: Path, opdracht: str) -> None:
    sleutel = kluis.lees_sloten(map_).open_met_wachtzin(WACHTZIN)
    verbinding = sqlcipher3.connect(str(map_ / DATABASE), isolation_level=None)
    verbinding.set_key(sleutel.databasesleutel())
    verbinding.execute(opdracht)
    verbinding.close()


def test_vier_verschillende_meldingen_en_niets_aangeraakt(kluismap):
    assert code_bij_openen(kluismap, "een andere wachtzin") == "wachtzin-onjuist"
    open_ = werkplek.open_met_wachtzin(kluismap, WACHTZIN)
    assert code_bij_openen(kluismap) == "kluis-in-gebruik"
    open_.sluit()
    nieuwer = Path(shutil.copytree(kluismap, kluismap.parent / "nieuwer"))
    met_sleutel(nieuwer, "PRAGMA user_version = 999")
    assert code_bij_openen(nieuwer) == "kluis-nieuwer"
    database = kluismap / DATABASE
    inhoud = bytearray(database.read_bytes())
    inhoud[5000] ^= 1
    database.write_bytes(inhoud)
    assert code_bij_openen(kluismap) == "kluis-beschadigd"


@pytest.mark.parametrize("bestand", [DATABASE, SLOTEN, BOS])
def test_een_omgevallen_bit_of_een_afgebroken_bestand_valt_op(kluismap, bestand):
    goed = (kluismap / bestand).read_bytes()
    stap = max(1, len(goed) // 60)
    # De eerste 16 bytes van de database zijn zout, en dat hebben wij zelf al: daar is niets aan verloren.
    for plek in range(16 if bestand == DATABASE else 0, len(goed), stap):
        kapot = bytearray(goed)
        kapot[plek] ^= 0x10
        (kluismap / bestand).write_bytes(kapot)
        assert code_bij_openen(kluismap).endswith("beschadigd") or bestand == SLOTEN
    for lengte in (0, 1, len(goed) // 2, len(goed) - 1):
        (kluismap / bestand).write_bytes(goed[:lengte])
        assert code_bij_openen(kluismap).endswith("beschadigd")


@pytest.mark.parametrize("bestand", [DATABASE, BOS])
def test_een_weggehaald_bestand_valt_op(kluismap, bestand):
    (kluismap / bestand).unlink()
    assert code_bij_openen(kluismap).endswith("beschadigd")
    assert [naam for _map, naam in kluizen(kluismap.parent)] == ["Proefwerkplek"]


def test_openen_met_de_herstelsleutel(tmp_path):
    voorbereid = nieuwe(tmp_path)
    werkplek.maak(voorbereid).sluit()
    geopend = werkplek.open_met_herstel(voorbereid.map, " ".join(voorbereid.herstelwoorden))
    assert geopend.wie == "Robin Proef"
    geopend.sluit()


def test_instellingen_van_de_database(plek):
    gevraagd = {n: plek.kluis.vraag(f"PRAGMA {n}")[0][0] for n in
                ("journal_mode", "synchronous", "locking_mode", "foreign_keys", "trusted_schema", "temp_store")}  # fmt: skip
    assert gevraagd == {"journal_mode": "delete", "synchronous": 3, "locking_mode": "exclusive",
                        "foreign_keys": 1, "trusted_schema": 0, "temp_store": 2}  # fmt: skip
    with pytest.raises(sqlcipher3.OperationalError):
        plek.kluis.verbinding.execute("SELECT load_extension('x')")


def test_bestanden_zijn_alleen_van_de_gebruiker_en_lijken_op_ruis(plek, kluismap):
    plek.kluis.vraag("SELECT 1")
    assert kluismap.stat().st_mode & 0o077 == 0 or kluismap.stat().st_mode & 0o777 == 0o755
    for pad in kluismap.iterdir():
        assert pad.stat().st_mode & 0o077 == 0
    ruw = (kluismap / DATABASE).read_bytes()
    assert not ruw.startswith(b"SQLite format 3")
    assert 120 < sum(ruw) / len(ruw) < 135


def test_een_mislukte_handeling_laat_niets_achter(plek, monkeypatch):
    dossier = dossiers.begin_gezin(plek, "Proef")
    voor = plek.dossier(dossier).een(Jeugdige).roepnaam

    def weiger(*_args):
        raise sqlcipher3.OperationalError("disk is full")

    monkeypatch.setattr(journaal, "_bewaar_vouw", weiger)
    with pytest.raises(WereldFout, match="opslaan-mislukt"):
        schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Sam")})
    monkeypatch.undo()
    assert plek.dossier(dossier).een(Jeugdige).roepnaam == voor
    assert schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Sem")})
    assert plek.dossier(dossier).een(Jeugdige).roepnaam == Bekend("Sem")
    journaal.controleer_vouw(plek.kluis, dossier)


def test_een_transactie_in_een_transactie_is_een_geheel(plek):
    dossier = dossiers.begin_gezin(plek, "Proef")
    with pytest.raises(RuntimeError), plek.kluis.transactie():
        schrijven.leg_vast(plek, dossier, {NAAM: Bekend("Sam")})
        raise RuntimeError
    assert plek.dossier(dossier).een(Jeugdige).roepnaam != Bekend("Sam")


def test_de_bewaarde_vouw_is_gelijk_aan_een_nieuwe_en_mag_kapot(voorbeeldplek):
    for stroom in journaal.stromen(voorbeeldplek.kluis):
        journaal.controleer_vouw(voorbeeldplek.kluis, stroom.id)
        goed = journaal.lees_stand(voorbeeldplek.kluis, stroom.id)
        voorbeeldplek.kluis.verbinding.execute("UPDATE stand SET inhoud = zeroblob(64) WHERE stroom = ?", (stroom.id,))
        assert journaal.lees_stand(voorbeeldplek.kluis, stroom.id) == goed


@pytest.mark.parametrize(
    "knoei",
    [
        "UPDATE wijziging SET auteur = 'Iemand anders' WHERE nr = 3",
        "DELETE FROM wijziging WHERE nr = 3",
        "UPDATE wijziging SET inhoud = zeroblob(40) WHERE nr = 3",
        "UPDATE wijziging SET teller = 100000 WHERE nr = 3",
    ],
)
def test_knoeien_in_de_geschiedenis_valt_op(voorbeeldplek, knoei):
    aantal, breuken = journaal.loop_keten_na(voorbeeldplek.kluis)
    assert aantal > 50
    assert not breuken
    voorbeeldplek.kluis.verbinding.execute(knoei)
    assert journaal.loop_keten_na(voorbeeldplek.kluis)[1]
    with pytest.raises(WereldFout, match="keten-gebroken"):
        werkplek.controleer(voorbeeldplek)


def test_knoeien_in_het_toegangslog_valt_op(voorbeeldplek):
    aantal, breuken = toegangslog.loop_na(voorbeeldplek.kluis)
    assert aantal > 3
    assert not breuken
    voorbeeldplek.kluis.verbinding.execute("UPDATE toegangslog SET wie = 'x' WHERE nr = 2")
    assert toegangslog.loop_na(voorbeeldplek.kluis)[1]
    with pytest.raises(WereldFout, match="keten-gebroken"):
        werkplek.controleer(voorbeeldplek)


def test_een_onleesbaar_dossier_houdt_de_andere_niet_tegen(voorbeeldplek):
    eerste = dossiers.overzicht(voorbeeldplek)[0].id
    del voorbeeldplek.kluis.bos._sleutels[eerste]
    voorbeeldplek.kluis.bos._vakken.clear()
    voorbeeldplek._standen.clear()
    lijst = dossiers.overzicht(voorbeeldplek)
    assert [r.leesbaar for r in lijst] == [False, True, True]


def test_schrijven_is_helemaal_of_niet(tmp_path, monkeypatch):
    pad = tmp_path / "bestand.bin"
    schrijf_heel(pad, b"eerste")
    monkeypatch.setattr("os.fsync", lambda _n: (_ for _ in ()).throw(OSError("vol")))
    with pytest.raises(WereldFout, match="schrijven-mislukt"):
        schrijf_heel(pad, b"tweede")
    assert pad.read_bytes() == b"eerste"
    assert list(tmp_path.iterdir()) == [pad]


def test_op_de_plek_van_een_map_komt_geen_bestand_en_wordt_ook_niets_vast(voorbeeldplek, tmp_path):
    """Anders bleek pas na het opslaan dat het bestand er niet kan staan."""
    (tmp_path / "map.bundel").mkdir()
    with pytest.raises(WereldFout, match="schrijven-mislukt"), voorbeeldplek.kluis.transactie():
        voorbeeldplek.kluis.onthoud("proef", "nee")
        voorbeeldplek.kluis.schrijf_mee(tmp_path / "map.bundel", b"inhoud")
    assert voorbeeldplek.kluis.onthouden("proef") is None
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_resten_van_een_onverwacht_einde_worden_opgeruimd(tmp_path):
    (tmp_path / f".{BOS}.0a1b2c3d").write_bytes(b"rest")
    (tmp_path / BOS).write_bytes(b"blijft")
    ruim_tijdelijk_op(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [BOS]


def test_een_nieuwe_kluis_overschrijft_nooit_iets(kluismap, tmp_path):
    sleutel = kluis.lees_sloten(kluismap).open_met_wachtzin(WACHTZIN)
    with pytest.raises(WereldFout, match="kluis-bestaat-al"):
        kluis.maak(kluismap, sleutel, kluis.lees_sloten(kluismap), "x")


def test_een_verkeerde_wachtzin_schrijft_niets_naar_het_scherm(kluismap):
    """SQLCipher meldt fouten anders op stderr; daar hoort niets te komen."""
    code = (
        "from pathlib import Path; from jeugdteam_app.opslag import kluis; "
        "from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel\n"
        f"try: kluis.open_(Path({str(kluismap)!r}), Hoofdsleutel(bytes(32)))\n"
        "except Exception as f: print(f.code)"
    )
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (uit.stdout.strip(), uit.stderr) == ("kluis-beschadigd", "")


def test_concepten_zijn_geen_geschiedenis(plek):
    dossier = dossiers.begin_gezin(plek, "Proef")
    voor = len(journaal.lees_wijzigingen(plek.kluis, dossier))
    plaats = Plaats(*(Jeugdige.soort, Jeugdige.roepnaam.id))
    for tekst in ("S", "Sa", "Sam"):
        schrijven.bewaar_concept(plek, dossier, plaats, tekst)
    assert len(journaal.lees_wijzigingen(plek.kluis, dossier)) == voor
    assert [c.waarde for c in journaal.concepten(plek.kluis, dossier)] == [{"t": "Sam"}]
    ruw = json.dumps([list(map(str, r)) for r in plek.kluis.vraag("SELECT * FROM concept")])
    assert "Sam" not in ruw
