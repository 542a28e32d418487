"""Van wat er in een cel staat naar een waarde. Wat niet past is een fout met een code; er wordt niets geraden."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.periode import EERSTE_JAAR, LAATSTE_JAAR, lees_datum, toon_datum
from jeugdteam_app.uitwisseling.kolommen import EENHEDEN, EENHEIDWOORD, FREQUENTIES, FREQUENTIEWOORD
from jeugdteam_app.uitwisseling.rekenblad import LANGSTE_GETAL
from jeugdteam_app.uitwisseling.tabel import Celwaarde

HOOGSTE_BEDRAG_CENTEN = 99_999_999
_WAAR, _ONWAAR = frozenset({"ja", "j", "x", "waar"}), frozenset({"nee", "n", "onwaar"})
_DUREN = {"dag": "dagen", "week": "weken", "maand": "maanden", "jaren": "jaar"}
_DUURWOORD = _DUREN | {woord: woord for woord in _DUREN.values()}
_PER = re.compile(r"(?:(?:euro|€|eurocent) )?(?:per )?(minuut|uur|etmaal|dagdeel|stuk)")


def als_tekst(waarde: Celwaarde) -> str:
    """De inhoud als tekst, zoals zij in beeld staat."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return toon_datum(waarde)
    if isinstance(waarde, Decimal):
        return str(int(waarde)) if waarde == waarde.to_integral_value() else f"{waarde:f}"
    return waarde


def getal_uit_json(tekst: str) -> Decimal | str:
    """Een getal uit json, precies zoals het er staat. Wat te groot is om mee te rekenen blijft tekst.

    ``1e999999999`` past in tien tekens; uitgeschreven is het een miljard cijfers lang.
    """
    if len(tekst) > LANGSTE_GETAL:
        return tekst
    try:
        getal = Decimal(tekst)
    except ArithmeticError:
        return tekst
    return getal if abs(getal.adjusted()) < LANGSTE_GETAL else tekst


def is_onbekend(waarde: Celwaarde | None) -> bool:
    """Leeg of een vraagteken: niet bekend. Dat is iets anders dan nul of nee."""
    return waarde is None or (isinstance(waarde, str) and waarde.strip() in ("", "?"))


def ja_nee(waarde: Celwaarde) -> bool:
    """Ja of nee."""
    if isinstance(waarde, bool):
        return waarde
    woord = als_tekst(waarde).strip().casefold()
    if woord not in _WAAR | _ONWAAR:
        raise InvoerFout("cel-ja-nee")
    return woord in _WAAR


def datum(waarde: Celwaarde) -> date:
    """Een dag uit een echte datumcel, of uit tekst."""
    if isinstance(waarde, bool | Decimal):
        raise InvoerFout("datum-vorm")
    dag = waarde if isinstance(waarde, date) else lees_datum(waarde)
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise InvoerFout("datum-jaar")
    return dag


def heel_getal(waarde: Celwaarde, laagst: int, hoogst: int) -> int:
    """Een heel getal binnen de grenzen."""
    if isinstance(waarde, Decimal):
        # Eerst de grens: een getal met driehonderd cijfers wordt niet eens een heel getal.
        if not laagst <= waarde <= hoogst:
            raise InvoerFout("getal-buiten-grens", laagst=laagst, hoogst=hoogst)
        if waarde != waarde.to_integral_value():
            raise InvoerFout("getal-vorm")
        return int(waarde)
    if not isinstance(waarde, str) or re.fullmatch(r"-?[0-9]{1,300}", waarde.strip()) is None:
        raise InvoerFout("getal-vorm")
    return heel_getal(Decimal(waarde.strip()), laagst, hoogst)


def centen(waarde: Celwaarde) -> int:
    """Een bedrag in euro's als hele centen, precies."""
    if isinstance(waarde, Decimal):
        if waarde < 0:
            raise InvoerFout("geld-negatief")
        if waarde * 100 > HOOGSTE_BEDRAG_CENTEN:
            raise InvoerFout("bedrag-buiten-grens")
        if (waarde * 100) != (waarde * 100).to_integral_value():
            raise InvoerFout("geld-deel-van-cent")
        return int(waarde * 100)
    if not isinstance(waarde, str):
        raise InvoerFout("geld-vorm")
    if waarde.strip().startswith("-"):
        raise InvoerFout("geld-negatief")
    bedrag = Geld.lees(waarde).centen
    if bedrag > HOOGSTE_BEDRAG_CENTEN:
        raise InvoerFout("bedrag-buiten-grens")
    return bedrag


def eenheid(waarde: Celwaarde) -> Eenheid:
    """Een eenheid bij haar code of haar woord. Een rekenblad laat de nul van ``04`` vaak weg."""
    woord = _woord(waarde)
    if woord.isascii() and woord.isdigit() and woord.zfill(2) in EENHEIDWOORD:
        return Eenheid(woord.zfill(2))
    if woord == "stuks":
        return Eenheid.STUKS_INSPANNING
    if woord not in EENHEDEN:
        raise InvoerFout("eenheid-onbekend")
    return EENHEDEN[woord]


def frequentie(waarde: Celwaarde) -> Frequentie:
    """Een frequentie bij haar code of haar woord."""
    woord = _woord(waarde)
    if woord in FREQUENTIEWOORD:
        return Frequentie(woord)
    if woord not in FREQUENTIES:
        raise InvoerFout("frequentie-onbekend")
    return FREQUENTIES[woord]


def is_kaal_stuks(waarde: Celwaarde | None) -> bool:
    """Of er alleen ``stuks`` staat, zonder te zeggen welke soort."""
    return waarde is not None and _woord(waarde) == "stuks"


def omvangeenheid(tekst: str) -> str | None:
    """``uur per week`` wordt ``04/2``, zoals de toets een norm vergelijkt; ``None`` als we het niet kennen."""
    woord = _woord(tekst)
    for naam, gevonden in EENHEDEN.items():
        rest = woord.removeprefix(naam).strip()
        if woord.startswith(naam) and rest in FREQUENTIES:
            return f"{gevonden}/{FREQUENTIES[rest]}"
    return None


def duureenheid(tekst: str) -> str | None:
    """``maand`` wordt ``maanden``; ``None`` als we het niet kennen."""
    return _DUURWOORD.get(_woord(tekst))


def tariefeenheid(tekst: str) -> str | None:
    """``uur``, ``per uur`` en ``euro per uur`` worden ``eurocent per uur``; ``None`` als we het niet kennen."""
    gevonden = _PER.fullmatch(_woord(tekst))
    return f"eurocent per {gevonden[1]}" if gevonden else None


def eenheid_van_norm(tekst: str, herken: Callable[[str], str | None]) -> str:
    """De eenheid in de vorm die wij kennen; anders blijft de tekst wat zij is, ook tussen aanhalingstekens."""
    if len(tekst) > 1 and tekst[0] == tekst[-1] == '"':
        return tekst[1:-1]
    return herken(tekst) or tekst


def tarief_per(gekozen: Eenheid) -> str:
    """De gewone eenheid van een tarief bij een product dat in deze eenheid geteld wordt."""
    stuks = (Eenheid.STUKS_OUTPUT, Eenheid.STUKS_INSPANNING)
    return f"eurocent per {'stuk' if gekozen in stuks else EENHEIDWOORD[gekozen]}"


def met_eenheid(waarde: Celwaarde) -> tuple[Celwaarde, str]:
    """Splitst ``12 maanden`` of ``3 uur per week`` in het getal en de eenheid."""
    if not isinstance(waarde, str):
        return waarde, ""
    getal, _, rest = waarde.strip().partition(" ")
    return (getal, rest.strip()) if getal.isdigit() else (waarde, "")


def typbaar(waarde: str, herken: Callable[[str], str | None], *kandidaten: str) -> str:
    """De tekst die ``eenheid_van_norm`` gelijk teruggeeft; zo nodig tussen aanhalingstekens."""
    for kandidaat in (*kandidaten, waarde):
        if kandidaat.strip() not in ("", "?") and eenheid_van_norm(kandidaat, herken) == waarde:
            return kandidaat
    return f'"{waarde}"'


def _woord(waarde: Celwaarde) -> str:
    return " ".join(als_tekst(waarde).split()).casefold()
