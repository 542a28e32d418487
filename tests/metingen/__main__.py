"""``dev.py bench [--groot]``: verhoudingen, en hoe de kosten groeien. Een getal zegt alleen iets naast zijn buurman."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import sqlcipher3
import typst
from fast_sugiyama import from_edges

from jeugdteam_app.documenten import besluit
from jeugdteam_app.documenten.zetten import _letters
from jeugdteam_app.dossier import uitwisselvorm
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.feiten import verzamel
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.samenhang import KOLOMMEN, VRAAG, Maat, Pijl, Samenhang, Vak, deel_in
from jeugdteam_app.dossier.toewijzing import Toewijzing
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import Plaats
from jeugdteam_app.kern.bestanden import schrijf_heel
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.opslag import journaal, kluis
from jeugdteam_app.opslag.indeling import SLOTEN
from jeugdteam_app.productenboek.boek import laad
from jeugdteam_app.productenboek.profiel import voorbeeldprofiel
from jeugdteam_app.regels.advies import advies_over
from jeugdteam_app.regels.regel import Regelset, document, documenten, regio
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import Slotenbestand
from tests.metingen import opslag

RONDES = 9
OP = date(2026, 11, 24)
# De eerste doelen van het huis, als verhouding tot de kale vergelijking.
DOELEN = {"starten": 1.5, "dossier openen": 2.0, "advies": 3.0, "besluit": 2.0, "kaart van 60 factoren": 10.0}


def om_en_om(
    een: Callable[[], object], ander: Callable[[], object], rondes: int = RONDES
) -> tuple[float, float, float]:
    """De mediane tijden van beide, en de mediaan van de verhouding per ronde."""
    een(), ander()
    tijden = [(_tijd(een), _tijd(ander)) for _ronde in range(rondes)]
    verhouding = statistics.median(a / b for a, b in tijden)
    return statistics.median(a for a, _ in tijden), statistics.median(b for _, b in tijden), verhouding


def _tijd(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def toon(naam: str, gemeten: tuple[float, float, float], tegen: str) -> None:
    """Eén regel van het verslag."""
    een, ander, verhouding = gemeten
    doel = f", doel {DOELEN[naam]}" if naam in DOELEN else ""
    print(f"{naam:28} {verhouding:6.2f}x {tegen} ({een * 1000:.2f} ms tegen {ander * 1000:.2f} ms{doel})", flush=True)


# Beide houden op zodra het eerste beeld er staat: afsluiten hoort niet bij starten.
_KAAL_VENSTER = """
import os
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([]); v = QMainWindow(); v.setCentralWidget(QLabel("Openen")); v.show()
app.processEvents(); os._exit(0)
"""
_ONS_VENSTER = """
import os
from ui.app import maak_app
app = maak_app()
from ui.venster.hoofdvenster import Hoofdvenster
v = Hoofdvenster(); v.show()
app.processEvents(); os._exit(0)
"""


def starten(map_: Path) -> None:
    """Van niets tot het openingsscherm getekend is, tegen een kaal venster met één label."""

    def proces(code: str, waar: str = "data") -> Callable[[], object]:
        # Zoals bij een gebruiker: met de vertaalde Python-bestanden, en met een werkplek op de gewone plek.
        thuis = os.environ | {"XDG_DATA_HOME": str(map_ / waar), "PYTHONDONTWRITEBYTECODE": ""}
        return lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=thuis)

    kaal = proces(_KAAL_VENSTER)
    toon("starten", om_en_om(proces(_ONS_VENSTER), kaal, 21), "tegen een kaal PySide6-venster")
    toon("  zonder werkplek", om_en_om(proces(_ONS_VENSTER, "leeg"), kaal), "tegen een kaal PySide6-venster")


def openen(plek: kluis.Kluis) -> None:
    """Een dossier met 500 wijzigingen openen, tegen dezelfde rijen kaal lezen met sqlcipher3."""
    for aantal in (500, 1000, 2000):
        gezin = journaal.maak_stroom(plek, "gezin", "t")
        kind = journaal.maak_stroom(plek, "toegang", "t", gezin.id)
        _vul(plek, kind.id, aantal)

        def ons(kind: str = kind.id, gezin: str = gezin.id) -> object:
            dossier = Dossier(kind, journaal.lees_stand(plek, kind), journaal.lees_stand(plek, gezin))
            return dossier.een(Jeugdige).volledige_naam

        def kaal(kind: str = kind.id) -> object:
            return plek.verbinding.execute("SELECT * FROM wijziging WHERE stroom = ?", (kind,)).fetchall()

        naam = "dossier openen" if aantal == 500 else f"  bij {aantal} wijzigingen"
        toon(naam, om_en_om(ons, kaal, 41), "tegen dezelfde rijen kaal lezen")


def _vul(plek: kluis.Kluis, stroom: str, aantal: int) -> None:
    """Wijzigingen zoals een echt dossier ze krijgt: veel velden, sommige vaker veranderd."""
    pen, stand = Pen(journaal.apparaat(plek), "ik", journaal.volgende_teller(plek)), Stand()
    with plek.transactie():
        for nummer in range(aantal):
            plaats = Plaats(f"uitspraak:{nummer % 60}", f"veld.{nummer % 7}")
            nieuw = pen.schrijf(
                stand, stroom, f"h{nummer}", "2026-11-24T10:00:00", {plaats: {"b": "Een gewone zin. " * 6}}
            )
            stand = journaal.voeg_toe(plek, stand, nieuw)


def alle_regels() -> Regelset:
    """De regels van alle bronnen samen, alsof zij in één regio gelden."""
    van = regio("noord-veluwe")
    bronnen = [document(id) for id in documenten()]
    uitspraken = tuple(u for d in bronnen for u in d.uitspraken)
    return Regelset("alles", van, uitspraken, {r.id: r for d in bronnen for r in d.regels})


def adviseren() -> None:
    """Advies over 1.000 producten en alle regels, tegen een kale lus over dezelfde voorwaarden; en hoe het groeit."""
    klein, regels = laad("noord-veluwe"), alle_regels()
    feiten = dict(
        verzamel(
            uitwisselvorm.lees(
                {
                    "jeugdige": {"geboortedatum": "2014-05-01"},
                    "afweging": {"enkelvoudig": "ja", "klachten": "licht", "hulp_voor": ["kind"], "naar_school": "ja",
                                 "overdag_thuis": "ja", "thuis_passend": "ja", "kan_niet_wachten": "nee", "zeer_zwaar": "nee"},
                }
            ),
            OP,
        )
    ) | {"acuut_gevaar": Bekend("nee")}  # fmt: skip
    for aantal in (100, 1000, 10_000):
        producten = tuple(
            klein.producten[n % len(klein.producten)].model_copy(update={"id": f"p{n}"}) for n in range(aantal)
        )
        boek = klein.model_copy(update={"producten": producten})

        def kaal(producten: tuple = producten) -> object:
            van_regels = [all(v.toets(feiten) for groep in r.als for v in groep) for r in regels.regels.values()]
            return van_regels, [all(v.toets(feiten) for v in (*p.voorwaarden, *p.niet_voor)) for p in producten]

        naam = "advies" if aantal == 1000 else f"  bij {aantal} producten"
        toon(
            naam,
            om_en_om(lambda b=boek: advies_over(feiten, b, OP, regels), kaal, 15),
            "tegen een kale lus over de voorwaarden",
        )


def kaart_leggen() -> None:
    """De kaart van 60 factoren met maten en wegen, tegen de kale indeling door de bibliotheek alleen."""
    vakken = [Vak(f"f{n}", f"Wat speelt er mee {n}", KOLOMMEN[n % 4]) for n in range(60)]
    pijlen = [Pijl(f"f{n}", f"f{(n * 7 + 3) % 60}" if n % 3 else VRAAG, zelf=True) for n in range(60)]
    samen = Samenhang((*vakken, Vak(VRAAG, "Hoe komt het?", None)), tuple(pijlen), ())
    kanten = [(p.van, p.naar) for p in pijlen]
    ons = om_en_om(
        lambda: deel_in(samen).teken(lambda _v: 60.0, Maat(120, 30, 12)),
        lambda: from_edges(kanten, dummy_vertices=True),
        15,
    )
    toon("kaart van 60 factoren", ons, "tegen de kale indeling")


def zetten(map_: Path) -> None:
    """Het besluit, tegen een kaal document met evenveel bladzijden door dezelfde zetter."""
    dossier = uitwisselvorm.lees({"jeugdige": {"roepnaam": "Sam", "geboortedatum": "2014-05-01"}})
    w = Toewijzing(productnaam="Basis-ggz", categorie="54", productcode="54001", motivering="Omdat het helpt. " * 30)
    kaal_pad = map_ / "kaal.typ"
    kaal_pad.write_text('#set document(title: "x", date: auto)\n#set text(font: "Noto Sans", lang: "nl")\n'
                        '#lorem(420)\n#pagebreak()\n#lorem(300)\n#sys.inputs.n\n', encoding="utf-8")  # fmt: skip
    teller = iter(range(10_000))

    def ons() -> object:
        # Elke keer andere tekst, zodat het geheugen van de zetter niet meehelpt.
        anders = w.model_copy(update={"resultaat": f"Doel {next(teller)}"})
        return besluit.maak(dossier, anders, None, voorbeeldprofiel(), datetime(2026, 11, 24, tzinfo=UTC))

    def kaal() -> object:
        return typst.compile(str(kaal_pad), font_paths=_letters(), sys_inputs={"n": str(next(teller))},
                             pdf_standards=["ua-1", "a-2a"], timestamp=0)  # fmt: skip

    toon("besluit", om_en_om(ons, kaal, 15), "tegen een kaal document van twee bladzijden")


def main() -> None:
    """Alle metingen, in één keer draaien."""
    print(json.dumps({"sqlcipher3": sqlcipher3.sqlite_version, "python": sys.version.split()[0], "rondes": RONDES}))
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        sleutel = Hoofdsleutel.nieuw()
        waar = map_ / "data" / "Jeugdteam" / "Jeugdteam" / "kluizen" / "kluis-a"
        plek = kluis.maak(waar, sleutel, Slotenbestand("k", "Meting"), "ik")
        schrijf_heel(waar / SLOTEN, b'{"naam": "Meting"}')
        starten(map_)
        openen(plek)
        plek.sluit()
        adviseren()
        kaart_leggen()
        zetten(map_)
    opslag.alles(groot="--groot" in sys.argv[1:])


if __name__ == "__main__":
    main()
