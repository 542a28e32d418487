"""Hoe documenten datums, mensen en hoeveelheden schrijven. Officiële stukken zijn in het Nederlands (Awb 2:6)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeAlias

from babel.dates import format_date

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Zorg
from jeugdteam_app.dossier.gezin import Adres, Gezin
from jeugdteam_app.dossier.kort import gezegd, namen
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde_of
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.periode import Periode
from jeugdteam_app.regels.feitzin import aantal

UITLEG_TEKENS = "Waar [?] staat, stond een teken dat wij niet kunnen afdrukken. In het programma staat het nog wel."
BAND_VOORBEELD = "Voorbeeld. Deze mensen en gegevens zijn verzonnen."
BAND_TWEE = "Staan er ergens twee antwoorden, met 1 en 2 of met een streep ertussen? Kies dan samen welk klopt."


def dag_van(moment: datetime) -> date:
    """De dag waarop het hier is: na middernacht is het in Nederland al morgen terwijl het in UTC nog gisteren is."""
    return moment.astimezone().date()


def voluit(dag: date | None, leeg: str = "nog niet bekend") -> str:
    """Een datum voluit: 3 april 2026."""
    return leeg if dag is None else format_date(dag, "d MMMM y", locale="nl")


def van_tot(periode: Periode) -> str:
    """Een periode voluit: van 3 april 2026 tot en met 2 oktober 2026."""
    return f"van {voluit(periode.begin)} tot en met {voluit(periode.einde)}"


def zin(tekst: str) -> str:
    """Met een punt erachter als er nog geen leesteken staat."""
    kaal = tekst.rstrip()
    return kaal if kaal.rstrip("”’\"')").endswith((".", "!", "?", "…")) else f"{kaal}."


def rondom(dossier: Dossier, *, met_twee: bool = False) -> dict[str, Any]:
    """Wat om elk document heen staat: het woord bij het nummer, uitleg bij tekens, en dat het een voorbeeld is.

    ``met_twee``: dit papier laat twee antwoorden zien; staan die ergens in het dossier, dan zegt het dat.
    """
    twee = met_twee and any(True for _plek in dossier.conflicten())
    return {
        "bladzijde": "bladzijde",
        "uitleg_onbekende_tekens": UITLEG_TEKENS,
        "banden": [*([BAND_VOORBEELD] if is_voorbeeld(dossier) else []), *([BAND_TWEE] if twee else [])],
    }


def hoeveel(volume: int, eenheid: Eenheid, frequentie: Frequentie) -> str:
    """Bijvoorbeeld: 3 uur per week."""
    return f"{aantal(volume, eenheid, str)} {woord(frequentie)}"


def adresregels(adres: Adres | None) -> list[str]:
    """Straat en plaats als twee regels; leeg wat er niet is."""
    if adres is None:
        return []
    nummer = f"{adres.huisnummer}{adres.huisletter} {adres.toevoeging}".strip()
    regels = [f"{adres.straat} {nummer}".strip(), f"{adres.postcode} {adres.plaats}".strip()]
    return [r for r in regels if r]


def zorgen_per_persoon(dossier: Dossier) -> list[tuple[str, str]]:
    """Waar elk mens in het gezin zich zorgen over maakt, in eigen woorden: wie (of leeg) en wat."""
    paren = [(namen(z.van), gezegd(z.tekst)) for z in dossier.alle(Zorg)]
    return [(van, tekst) for van, tekst in paren if tekst]


def is_voorbeeld(dossier: Dossier) -> bool:
    """Of dit dossier bij de voorbeelden hoort."""
    return waarde_of(dossier.een(Gezin).is_voorbeeld, False)


Deel: TypeAlias = dict[str, Any]


def deel(kop: str, tekst: str, punten: list[str] | None = None) -> Deel:
    """Een kop met tekst en een lijst, zoals de sjablonen die verwachten."""
    return {"kop": kop, "tekst": tekst, "punten": punten or []}
