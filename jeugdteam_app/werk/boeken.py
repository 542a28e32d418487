"""Een regio laadt haar eigen boek: eerst nakijken zonder iets te veranderen, dan overnemen. En het sjabloon."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.productenboek.beschikbaarheid import Wachttijd
from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.productenboek.vergelijk import Verschil, vergelijk
from jeugdteam_app.regels.regel import regios
from jeugdteam_app.uitwisseling.boekblad import Kop, Proef, lees_boek
from jeugdteam_app.uitwisseling.tabel import Celmelding
from jeugdteam_app.uitwisseling.wachttijden import Wachttijdproef, lees_wachttijden
from jeugdteam_app.werk import instellingen
from jeugdteam_app.werk.werkplek import Werkplek


@dataclass(frozen=True)
class Nagekeken:
    """De proef van een bestand, en wat er verandert als het boek klopt en er een boek is om tegen te leggen."""

    proef: Proef
    verschil: Verschil | None


def kijk_na(pad: Path, huidig: Productenboek | None = None, kop: Kop | None = None) -> Nagekeken:
    """Kijkt een productenboek in een bestand na en vergelijkt het met het huidige."""
    proef = lees_boek(pad, huidig, kop)
    if proef.boek and proef.boek.regels not in regios():
        fout = Celmelding("boek", "boek-regels-kiezen", {"welke": ", ".join(regios())})
        proef = replace(proef, boek=None, fouten=(fout,))
    return Nagekeken(proef, vergelijk(huidig, proef.boek) if huidig and proef.boek else None)


def neem_over(werkplek: Werkplek, nieuw: Productenboek) -> None:
    """Bewaart een nagekeken boek in de werkplek. Een versie die er al is, verandert niet: adviezen steunen erop."""
    if nieuw.regels not in regios():
        raise InvoerFout("boek-regels-kiezen", welke=", ".join(regios()))
    zelfde = next((b for b in instellingen.alle_boeken(werkplek) if (b.id, b.versie) == (nieuw.id, nieuw.versie)), None)
    if zelfde is not None and zelfde != nieuw:
        raise InvoerFout("boek-versie-bestaat", versie=nieuw.versie)
    instellingen.bewaar_boek(werkplek, nieuw)


def neem_wachttijden_over(werkplek: Werkplek, nieuw: tuple[Wachttijd, ...]) -> None:
    """Vervangt de wachttijden van deze werkplek."""
    inhoud = json.dumps([w.model_dump(mode="json") for w in nieuw])
    with werkplek.kluis.transactie() as verbinding:
        verbinding.execute("INSERT OR REPLACE INTO kluis VALUES ('wachttijden', ?)", (inhoud,))


def wachttijden(werkplek: Werkplek) -> tuple[Wachttijd, ...]:
    """De wachttijden die het laatst zijn geladen."""
    rijen = werkplek.kluis.vraag("SELECT waarde FROM kluis WHERE sleutel = 'wachttijden'")
    return tuple(Wachttijd.model_validate(w) for w in json.loads(rijen[0][0])) if rijen else ()


def kijk_wachttijden_na(pad: Path, vandaag: date, boek: Productenboek | None = None) -> Wachttijdproef:
    """Kijkt wachttijden in een bestand na."""
    return lees_wachttijden(pad, vandaag, boek)


def bewaar_sjabloon(boek: Productenboek, pad: Path) -> None:
    """Schrijft een boek als werkmap die een regio kan invullen."""
    # Pas als iemand het vraagt: openpyxl laden kost het eerste scherm tijd.
    from jeugdteam_app.uitwisseling.sjabloon import schrijf_sjabloon

    schrijf_sjabloon(boek, pad)
