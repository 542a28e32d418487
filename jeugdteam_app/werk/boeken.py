"""Een regio laadt haar eigen boek: eerst nakijken zonder iets te veranderen, dan overnemen. En het sjabloon."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.productenboek.beschikbaarheid import Wachttijd, bij_product
from jeugdteam_app.productenboek.boek import Aanzien, Boekkop, Product, Productenboek
from jeugdteam_app.productenboek.vergelijk import Verschil, vergelijk
from jeugdteam_app.regels.regel import regios
from jeugdteam_app.uitwisseling.boekblad import Proef, lees_boek
from jeugdteam_app.uitwisseling.tabel import Celmelding
from jeugdteam_app.uitwisseling.wachttijden import Wachttijdproef, lees_wachttijden
from jeugdteam_app.werk import instellingen
from jeugdteam_app.werk.werkplek import Werkplek

_WACHTTIJDEN = "wachttijden:"


@dataclass(frozen=True)
class Nagekeken:
    """De proef van een bestand, en wat er verandert als het boek klopt en er een boek is om tegen te leggen."""

    proef: Proef
    verschil: Verschil | None


class Versie(NamedTuple):
    """Wat een tabel met alleen producten niet zegt: hoe deze versie heet, wat voor boek het is, vanaf wanneer."""

    naam: str
    aanzien: Aanzien
    vanaf: date

    @classmethod
    def maak(cls, naam: str, aanzien: Aanzien, vanaf: date) -> Versie:
        """Een versie heeft altijd een naam: anders is later niet te zien met welk boek iemand adviseerde."""
        if not naam.strip():
            raise InvoerFout("boek-zonder-versie")
        return cls(naam.strip(), aanzien, vanaf)


def kijk_na(pad: Path, huidig: Productenboek | None = None, versie: Versie | None = None) -> Nagekeken:
    """Kijkt een productenboek in een bestand na en vergelijkt het met het huidige."""
    proef = lees_boek(pad, huidig, _kop(huidig, versie) if huidig and versie else None)
    if proef.boek and proef.boek.regels not in regios():
        fout = Celmelding("boek", "boek-regels-kiezen", {"welke": ", ".join(regios())})
        proef = replace(proef, boek=None, fouten=(fout,))
    return Nagekeken(proef, vergelijk(huidig, proef.boek) if huidig and proef.boek else None)


def _kop(huidig: Productenboek, versie: Versie) -> Boekkop:
    """De kop van een nieuwe versie van het huidige boek."""
    # De toelichting en het einde zijn van de oude versie; wie die nodig heeft, zet ze in het blad ‘boek’.
    nieuw = {"versie": versie.naam, "aanzien": versie.aanzien, "geldig_van": versie.vanaf}
    return huidig.kop.model_copy(update=nieuw | {"geldig_tot": None, "toelichting": ""})


def neem_over(werkplek: Werkplek, nieuw: Productenboek) -> None:
    """Bewaart een nagekeken boek in de werkplek. Een versie die er al is, verandert niet: adviezen steunen erop."""
    if nieuw.regels not in regios():
        raise InvoerFout("boek-regels-kiezen", welke=", ".join(regios()))
    # Wat alleen met een collega meekwam, houdt het eigen boek niet tegen.
    zelfde = next(
        (b for b in instellingen.eigen_boeken(werkplek) if (b.id, b.versie) == (nieuw.id, nieuw.versie)), None
    )
    if zelfde is not None and zelfde != nieuw:
        raise InvoerFout("boek-versie-bestaat", versie=nieuw.versie)
    instellingen.bewaar_boek(werkplek, nieuw)


def neem_wachttijden_over(werkplek: Werkplek, boek: Productenboek, nieuw: tuple[Wachttijd, ...]) -> None:
    """Vervangt de wachttijden bij dit boek: dezelfde code is in een andere regio een ander product."""
    inhoud = json.dumps([w.model_dump(mode="json") for w in nieuw])
    werkplek.kluis.onthoud(_WACHTTIJDEN + boek.id, inhoud)


def wachttijden(werkplek: Werkplek, boek: Productenboek) -> tuple[Wachttijd, ...]:
    """De wachttijden die het laatst bij dit boek zijn geladen."""
    bewaard = werkplek.kluis.onthouden(_WACHTTIJDEN + boek.id)
    return _gelezen(bewaard) if bewaard else ()


def bij(werkplek: Werkplek, boek: Productenboek, product: Product) -> tuple[Wachttijd, ...]:
    """De aanbieders van een product, de kortste wachttijd eerst."""
    return bij_product(wachttijden(werkplek, boek), product)


def van_product(werkplek: Werkplek, id: str) -> tuple[Wachttijd, ...]:
    """De wachttijden van een product in het boek van nu; leeg als het daar niet (meer) in staat."""
    boek = instellingen.boek(werkplek)
    return next((bij(werkplek, boek, p) for p in boek.producten if p.id == id), ())


@cache
def _gelezen(inhoud: str) -> tuple[Wachttijd, ...]:
    return tuple(Wachttijd.model_validate(w) for w in json.loads(inhoud))


def kijk_wachttijden_na(pad: Path, vandaag: date, boek: Productenboek | None = None) -> Wachttijdproef:
    """Kijkt wachttijden in een bestand na."""
    return lees_wachttijden(pad, vandaag, boek)


def bewaar_sjabloon(boek: Productenboek, pad: Path) -> None:
    """Schrijft een boek als werkmap die een regio kan invullen."""
    # Pas als iemand het vraagt: openpyxl laden kost het eerste scherm tijd.
    from jeugdteam_app.uitwisseling.sjabloon import schrijf_sjabloon

    schrijf_sjabloon(boek, pad)
