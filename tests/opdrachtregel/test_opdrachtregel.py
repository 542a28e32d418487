"""De opdrachtregel: dezelfde handelingen, hulp in het Nederlands, en per soort fout een eigen code."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.opdrachtregel.hoofd import INVOER, PROGRAMMA, WERELD, hoofd
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag.indeling import DATABASE
from jeugdteam_app.werk import dossiers, logboek, overhandigen, werkplek
from jeugdteam_app.zinnen import fouten as zinnen
from tests.conftest import WACHTZIN
from tests.werk.test_toewijzen_en_overhandigen import tekst_van

WORTEL = MIDDELEN.parent
OPDRACHTEN = ("voorbeeld", "advies", "schema", "controleer", "boeken", "formulier")


@pytest.mark.parametrize("opdracht", [(), *((o,) for o in OPDRACHTEN)])
def test_elke_opdracht_heeft_nederlandse_hulp(opdracht, capsys):
    with pytest.raises(SystemExit) as einde:
        hoofd([*opdracht, "--help"])
    uit = capsys.readouterr().out
    assert einde.value.code == 0
    assert "gebruik: jeugdteam" in uit
    assert "toon deze hulp" in uit
    for engels in ("usage", "show this", "options:", "arguments"):
        assert engels not in uit


def test_een_verkeerde_opdracht_is_code_2_in_het_nederlands(capsys):
    for argumenten in (["advies"], ["weg"], ["schema", "iets"]):
        with pytest.raises(SystemExit) as einde:
            hoofd(argumenten)
        assert einde.value.code == 2
        fout = capsys.readouterr().err
        assert "fout:" in fout
        assert "error" not in fout


def schrijf(pad: Path, inhoud: str) -> str:
    pad.write_text(inhoud, encoding="utf-8")
    return str(pad)


def test_advies_geeft_alle_delen_met_regel_feiten_en_bron(tmp_path, capsys):
    dossier = schrijf(tmp_path / "d.json", '{"afweging": {"kan_niet_wachten": "ja"}}')
    assert hoofd(["advies", dossier, "--boek", "noord-veluwe", "--op", "2026-11-24", "--json"]) == 0
    uit = json.loads(capsys.readouterr().out)
    for deel in ("voorliggend", "ander_kader", "segmenten", "voorstellen", "afgevallen", "plichten", "vragen"):
        assert all({"regel", "feiten", "bron"} <= set(tak) for tak in uit[deel])
    assert uit["segmenten"][0]["uitslag"] == "ja"
    assert hoofd(["advies", dossier]) == 0
    assert "Wat eerst kan" in capsys.readouterr().out


def test_elke_soort_fout_heeft_een_eigen_code(tmp_path, capsys, monkeypatch):
    goed = schrijf(tmp_path / "d.json", "{}")
    assert hoofd(["advies", str(tmp_path / "weg.json")]) == WERELD
    assert hoofd(["advies", schrijf(tmp_path / "x.json", "{")]) == INVOER
    assert hoofd(["advies", schrijf(tmp_path / "y.json", '{"typfout": 1}')]) == INVOER
    assert hoofd(["advies", goed, "--op", "31-2-2026"]) == INVOER
    assert hoofd(["advies", goed, "--boek", "weg"]) == WERELD
    monkeypatch.setattr("typst.compile", lambda *_a, **_k: (_ for _ in ()).throw(__import__("typst").TypstError("x")))
    assert hoofd(["voorbeeld", "--map", str(tmp_path / "v"), "--zonder-plaatjes"]) == PROGRAMMA
    assert "Traceback" not in capsys.readouterr().err


def test_schema_is_json_en_past_bij_een_echt_bestand(capsys):
    assert hoofd(["schema", "dossier"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert "jeugdige" in schema["properties"]


def test_boeken_en_formulier(tmp_path, capsys):
    assert hoofd(["boeken"]) == 0
    assert "Noord-Veluwe" in capsys.readouterr().out
    assert hoofd(["formulier", "--uit", str(tmp_path / "f.pdf")]) == 0
    assert (tmp_path / "f.pdf").read_bytes().startswith(b"%PDF")


def test_controleer_rekent_na_en_vindt_schade(voorbeeldmap, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(WACHTZIN + "\n"))
    assert hoofd(["controleer", str(voorbeeldmap)]) == 0
    assert "Alles klopt" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("iets anders\n"))
    assert hoofd(["controleer", str(voorbeeldmap)]) == INVOER
    ruw = bytearray((voorbeeldmap / DATABASE).read_bytes())
    ruw[9000] ^= 1
    (voorbeeldmap / DATABASE).write_bytes(ruw)
    monkeypatch.setattr("sys.stdin", io.StringIO(WACHTZIN + "\n"))
    assert hoofd(["controleer", str(voorbeeldmap)]) == WERELD


def test_een_uitgeschreven_log_is_na_te_kijken(voorbeeldmap, capsys, monkeypatch, tmp_path):
    log = tmp_path / "log.json"
    monkeypatch.setattr("sys.stdin", io.StringIO(WACHTZIN + "\n"))
    assert hoofd(["controleer", str(voorbeeldmap), "--log", str(log)]) == 0
    assert hoofd(["controleer", str(log)]) == 0
    assert "niets veranderd" in capsys.readouterr().out
    log.write_text(log.read_text(encoding="utf-8").replace("Robin", "Robbin"), encoding="utf-8")
    assert hoofd(["controleer", str(log)]) == INVOER
    assert "veranderd nadat het is geschreven" in capsys.readouterr().err


def test_ook_een_log_waar_iemand_aan_zat_is_uit_te_schrijven_met_de_regel_erbij(voorbeeldplek, monkeypatch, tmp_path):
    """Juist dan moet een beheerder het kunnen lezen; het kon niet, ook niet nadat een mens verder wilde."""
    map_, sleutel = voorbeeldplek.kluis.map, voorbeeldplek.kluis.sleutel
    sam = dossiers.overzicht(voorbeeldplek)[0].id
    dossiers.open_(voorbeeldplek, sam)
    assert all(blik.past for blik in logboek.wie_keek(voorbeeldplek, sam))
    voorbeeldplek.sluit()
    verbinding = kluizen.verbind(map_ / DATABASE, sleutel)
    verbinding.execute(
        "UPDATE toegangslog SET wie = 'Iemand Anders' WHERE nr = "
        "(SELECT max(nr) FROM toegangslog WHERE stroom = ? AND gebeurtenis = 'geopend')", (sam,),
    )  # fmt: skip
    verbinding.close()
    monkeypatch.setattr("sys.stdin", io.StringIO(WACHTZIN + "\n"))
    log = tmp_path / "log.json"
    assert hoofd(["controleer", str(map_), "--log", str(log)]) == WERELD
    veranderd = [r for r in json.loads(log.read_text(encoding="utf-8"))["regels"] if r.get("ChainBroken")]
    assert [r["UserName"] for r in veranderd] == ["Iemand Anders"]
    assert hoofd(["controleer", str(log)]) == 0
    plek = werkplek.open_met_wachtzin(map_, WACHTZIN)
    assert [blik.wie for blik in logboek.wie_keek(plek, sam) if not blik.past] == ["Iemand Anders"]
    gelezen = tekst_van(overhandigen.inzage_pdf(plek, sam))
    plek.sluit()
    assert gelezen.count("is buiten het programma om iets veranderd") == 1


def test_voorbeeld_schrijft_alles_en_overschrijft_nooit(tmp_path, capsys):
    map_ = tmp_path / "v"
    assert hoofd(["voorbeeld", "--map", str(map_), "--zonder-plaatjes"]) == 0
    uit = capsys.readouterr().out
    for naam in ("besluit.pdf", "gezinsplan.pdf", "toekomstplan.pdf", "toewijzing.xml", "advies.json", "dossier.json"):
        assert (map_ / naam).stat().st_size > 500
        assert naam in uit
    assert hoofd(["voorbeeld", "--map", str(map_)]) == WERELD
    assert hoofd(["advies", str(map_ / "dossier.json"), "--json"]) == 0


def codes_in_de_code() -> set[str]:
    """Alle foutcodes die ergens in het programma gebruikt worden."""
    gevonden: set[str] = set()
    for pad in [*(WORTEL / "jeugdteam_app").rglob("*.py"), *(WORTEL / "ui").rglob("*.py")]:
        gevonden |= set(
            re.findall(r'(?:InvoerFout|WereldFout|ProgrammaFout)\(\s*"([a-z-]+)"', pad.read_text(encoding="utf-8"))
        )
    return gevonden


def test_elke_foutcode_heeft_een_zin_en_elke_zin_een_code():
    gebruikt = codes_in_de_code()
    extra = {"kluis-in-gebruik", "kluis-beschadigd", "wachttijden-geen-json"}  # niet in de aanroep zelf gekozen
    assert gebruikt - set(zinnen.FOUTEN) == set()
    assert set(zinnen.FOUTEN) - gebruikt - extra == set()


def test_een_sjabloon_schrijven_en_nakijken_schrijft_verder_niets(tmp_path, capsys):
    pad = tmp_path / "s.xlsx"
    assert hoofd(["boeken", "--sjabloon", str(pad), "--boek", "noord-veluwe"]) == 0
    voor = pad.read_bytes()
    capsys.readouterr()
    assert hoofd(["boeken", "--controleer", str(pad), "--tegen", "noord-veluwe"]) == 0
    uit = capsys.readouterr().out
    assert "Dit boek klopt: 16 producten." in uit
    assert "Er is geen verschil" in uit
    assert pad.read_bytes() == voor
    assert list(tmp_path.iterdir()) == [pad]


def test_nakijken_toont_elke_fout_met_haar_cel_en_geeft_code_3(tmp_path, capsys):
    ruw = json.loads((MIDDELEN / "productenboeken" / "noord-veluwe.json").read_text(encoding="utf-8"))
    ruw["producten"][0]["zwaarte"] = 9
    fout = schrijf(tmp_path / "fout.json", json.dumps(ruw))
    assert hoofd(["boeken", "--controleer", fout]) == INVOER
    beide = capsys.readouterr()
    assert "producten.0.zwaarte: " in beide.out
    assert "Er is niets overgenomen" in beide.err
    assert hoofd(["boeken", "--controleer", fout, "--json"]) == INVOER
    uit = json.loads(capsys.readouterr().out)
    assert (uit["klopt"], uit["fouten"][0]["cel"], uit["fouten"][0]["code"]) == (
        False,
        "producten.0.zwaarte",
        "boek-vorm",
    )
    assert hoofd(["boeken", "--controleer", str(tmp_path / "weg.xlsx")]) == WERELD
    assert hoofd(["boeken", "--controleer", schrijf(tmp_path / "a.txt", "x")]) == INVOER
    assert hoofd(["boeken", "--sjabloon", str(tmp_path / "a.csv")]) == INVOER
    assert hoofd(["boeken", "--sjabloon", str(tmp_path / "a.xlsx"), "--boek", "weg"]) == WERELD
    assert "Traceback" not in capsys.readouterr().err


def test_nakijken_toont_wat_verandert(tmp_path, capsys):
    ruw = json.loads((MIDDELEN / "productenboeken" / "noord-veluwe.json").read_text(encoding="utf-8"))
    ruw["versie"] = "2027"
    weg = ruw["producten"].pop()
    ruw["producten"][1]["tarief"]["waarde"] = 8000
    ruw["producten"].append(weg | {"id": "nieuw", "naam": "Nieuw (voorbeeld)"})
    pad = schrijf(tmp_path / "b.json", json.dumps(ruw))
    assert hoofd(["boeken", "--controleer", pad, "--tegen", "noord-veluwe"]) == 0
    uit = capsys.readouterr().out
    for regel in ("versie: voorbeeld-2026.1 → 2027", "Nieuw (voorbeeld) (nieuw)", "(crisisplek)", "80,00 per uur"):
        assert regel in uit
    assert hoofd(["boeken", "--controleer", pad, "--tegen", "noord-veluwe", "--json"]) == 0
    verschil = json.loads(capsys.readouterr().out)["verschil"]
    assert [p["id"] for p in verschil["nieuw"]] == ["nieuw"]
    assert [p["id"] for p in verschil["vervallen"]] == ["crisisplek"]
    assert [v["veld"] for v in verschil["veranderd"][0]["velden"]] == ["tarief"]


def test_wie_de_uitvoer_niet_verder_leest_krijgt_geen_fout():
    """Zoals bij ``regels | head -1``."""
    opdracht = [sys.executable, "-m", "ui", "regels", "--json"]
    with subprocess.Popen(opdracht, cwd=WORTEL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as loopt:
        assert loopt.stdout.read(1)
        loopt.stdout.close()
        fout = loopt.stderr.read()
    assert (loopt.returncode, fout) == (0, b"")


def test_een_map_die_niet_gemaakt_kan_worden_krijgt_een_zin_over_schrijven(tmp_path, capsys):
    bestand = tmp_path / "geen-map"
    bestand.write_text("")
    assert hoofd(["voorbeeld", "--map", str(bestand / "onder")]) == WERELD
    assert capsys.readouterr().err.strip() == zinnen.zin(WereldFout("schrijven-mislukt"))
