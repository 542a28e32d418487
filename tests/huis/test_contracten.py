"""Het huis: elk invoercontract is een keer zien falen, en de woorden zijn in alle talen compleet."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jeugdteam_app.kern.plaatsen import MIDDELEN

WORTEL = MIDDELEN.parent
_LINT = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir=None))"
KAMERS = "De kamers: invoer loopt één kant op"
GEEN_QT = "Wat waar is zonder scherm kent Qt niet"
VIA_WERK = "Scherm en opdrachtregel gaan niet om werk heen"
GEHEIMEN = "Cryptografie hoort alleen bij sleutels, de database alleen bij opslag"
APART = "Hoofdstukken kennen elkaar niet"
INBREUKEN = {
    "kern kent geen journaal": (KAMERS, "jeugdteam_app/kern/inbreuk.py", "import jeugdteam_app.journaal.stand"),
    "opslag kent geen documenten": (
        KAMERS,
        "jeugdteam_app/opslag/inbreuk.py",
        "import jeugdteam_app.documenten.zetten",
    ),
    "een nieuwe la glipt niet naar binnen": (KAMERS, "jeugdteam_app/misc/__init__.py", ""),
    "de kern kent geen Qt": (GEEN_QT, "jeugdteam_app/werk/inbreuk.py", "import PySide6"),
    "de kern kent het scherm niet": (GEEN_QT, "jeugdteam_app/werk/inbreuk.py", "import ui.app"),
    "het scherm gaat niet om werk heen": (VIA_WERK, "ui/venster/inbreuk.py", "import jeugdteam_app.opslag.kluis"),
    "de opdrachtregel gaat niet om werk heen": (
        VIA_WERK,
        "jeugdteam_app/opdrachtregel/inbreuk.py",
        "import jeugdteam_app.documenten.zetten",
    ),
    "cryptografie alleen bij sleutels": (GEHEIMEN, "jeugdteam_app/werk/inbreuk.py", "import cryptography"),
    "de database alleen bij opslag": (GEHEIMEN, "jeugdteam_app/werk/inbreuk.py", "import sqlcipher3"),
    "hoofdstukken kennen elkaar niet": (APART, "ui/hoofdstukken/gezin/inbreuk.py", "import ui.hoofdstukken.passend"),
}


def lint(map_: Path) -> str:
    """De uitkomst van import-linter over een kopie."""
    uit = subprocess.run(
        [sys.executable, "-c", _LINT], cwd=map_, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(map_), "PATH": ""},
    )  # fmt: skip
    return f"{uit.returncode} {uit.stdout}{uit.stderr}"


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """Het programma, om iets in stuk te maken."""
    for deel in ("jeugdteam_app", "ui"):
        shutil.copytree(WORTEL / deel, tmp_path / deel, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(WORTEL / "pyproject.toml", tmp_path)
    return tmp_path


def test_zonder_inbreuk_houdt_elk_contract(kopie):
    uit = lint(kopie)
    assert uit.startswith("0 ")
    assert "5 kept, 0 broken" in uit


@pytest.mark.parametrize("naam", INBREUKEN)
def test_een_inbreuk_op_de_bouw_wordt_gezien(naam, kopie):
    contract, pad, regel = INBREUKEN[naam]
    (kopie / pad).parent.mkdir(exist_ok=True)
    (kopie / pad).write_text(regel + "\n", encoding="utf-8")
    uit = lint(kopie)
    assert uit.startswith("1 ")
    assert f"{contract} BROKEN" in " ".join(uit.split())


def test_geen_netwerk_en_geen_laden_zonder_naam():
    """Nergens een netwerkbibliotheek, en geen map met een naam die niets zegt."""
    for pad in [*(WORTEL / "jeugdteam_app").rglob("*.py"), *(WORTEL / "ui").rglob("*.py")]:
        bron = pad.read_text(encoding="utf-8")
        for verboden in ("import socket", "import urllib", "import http", "QtNetwork", "import requests", "except:"):
            assert verboden not in bron, f"{pad}: {verboden}"
        assert not {"misc", "utils", "helpers", "managers"} & set(pad.relative_to(WORTEL).parts)


def test_alleen_de_afgesproken_mappen():
    mappen = {p.name for p in WORTEL.iterdir() if p.is_dir() and not p.name.startswith(".")}
    assert mappen <= {"jeugdteam_app", "ui", "resources", "translations", "tests", "packaging", "__pycache__"}


def test_de_locks_hebben_hashes_en_geen_adressen():
    for lock in (WORTEL / "packaging").glob("*.lock"):
        tekst = lock.read_text(encoding="utf-8")
        assert "://" not in tekst
        assert "--index" not in tekst
        assert tekst.count("==") <= tekst.count("--hash=sha256:")


def test_elk_meegeleverd_bestand_heeft_een_licentie_ernaast():
    assert (Path(MIDDELEN) / "lettertypen" / "OFL.txt").exists()
    assert (Path(MIDDELEN) / "iconen" / "LICENSE-lucide.txt").exists()
    assert (Path(MIDDELEN) / "woorden" / "HERKOMST.md").exists()


def test_wat_de_kluis_onder_een_naam_onthoudt_gaat_langs_een_weg():
    """Een vraag aan die tabel hoort in de opslag; elders is het onthoud en onthouden."""
    buiten = [
        str(pad.relative_to(WORTEL))
        for pad in (WORTEL / "jeugdteam_app").rglob("*.py")
        if pad.parent.name != "opslag" and re.search(r"(FROM|INTO|UPDATE) kluis\b", pad.read_text(encoding="utf-8"))
    ]
    assert buiten == []
