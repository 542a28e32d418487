"""Het sjabloon: een boek als werkmap die een regio invult en weer laadt, zonder dat er iets verloren gaat.

Voordat de werkmap wordt bewaard, lezen we haar terug; komt er niet hetzelfde boek uit, dan komt er geen
bestand. De teksten in de werkmap zijn Nederlands, net als de kolommen.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from jeugdteam_app.kern.bestanden import schrijf_heel
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.productenboek.boek import Norm, Product, Productenboek, Segment
from jeugdteam_app.productenboek.codelijsten import categorieen
from jeugdteam_app.uitwisseling import celinhoud, rekenblad, voorwaardetekst
from jeugdteam_app.uitwisseling.boekblad import uit_tabel
from jeugdteam_app.uitwisseling.kolommen import (
    BLAD_BOEK,
    BLAD_PRODUCTEN,
    BLAD_SEGMENTEN,
    BLAD_UITLEG,
    BOEKDELEN,
    EENHEIDWOORD,
    FREQUENTIEWOORD,
    KOLOMMEN,
    SEGMENTKOLOMMEN,
    VLAGGEN,
    Kolom,
)
from jeugdteam_app.uitwisseling.tabel import (
    LANGSTE_TEKST,
    MEESTE_RIJEN,
    Tabel,
    adres,
    heeft_verboden_teken,
    kolomletters,
)

# Zoveel lege rijen krijgen ook de keuzelijsten; daaronder typen kan gewoon.
LEGE_RIJEN = 500
_TEKST, _BEDRAG = "@", "#,##0.00"
_FORMULEACHTIG = ("=", "+", "-", "@")
_KOP = PatternFill("solid", fgColor="E4EDF5")
_SMAL, _BREED = 14, 30
_BREDE = frozenset({"naam", "doelgroep", "indicatie", "niet_voor", "omschrijving", "lees_zelf", "bron"})

UITLEG = (
    "Zo vult u dit productenboek in",
    "Elk product staat op een eigen rij van het blad 'producten'. De volgorde van de kolommen maakt niet uit.",
    "Weet u iets niet? Laat de cel leeg, of zet er een ? in. Leeg betekent: niet bekend, nooit nul of nee.",
    "Vul geen formules in. Wij rekenen niets uit; een cel met een formule wordt geweigerd.",
    "Bedragen zijn in euro's: 1.250,00. Datums zijn dag-maand-jaar: 1-4-2026.",
    "De indicatie mag gewone tekst zijn. Die leest en beoordeelt een mens.",
    "Wilt u dat het programma meedenkt, schrijf dan 'feit: antwoord', met een puntkomma ertussen. Bijvoorbeeld:",
    "klachten: licht, matig; leeftijd: 0-22; hulp_voor: kind; probleemgebieden: minstens 2",
    "Klopt één cel niet, dan wordt er niets overgenomen. U krijgt van elke fout te horen in welke cel zij staat.",
    "Zet in dit bestand nooit gegevens van kinderen of ouders.",
)


def schrijf_sjabloon(boek: Productenboek, pad: Path) -> None:
    """Schrijft de werkmap helemaal of niet."""
    if pad.suffix.lower() != ".xlsx":
        raise InvoerFout("sjabloon-naam")
    schrijf_heel(pad, als_bytes(boek))


def als_bytes(boek: Productenboek) -> bytes:
    """De werkmap. Een boek dat er niet heel in past, wordt geweigerd."""
    _controleer_teksten(boek)
    if len(boek.producten) >= MEESTE_RIJEN or len(boek.segmenten) >= MEESTE_RIJEN:
        raise InvoerFout("sjabloon-te-groot", meest=MEESTE_RIJEN - 1)
    werkmap = Workbook()
    werkmap.properties.creator = "jeugdteam"
    werkmap.remove(werkmap.active)
    _producten(werkmap, boek)
    _uitleg(werkmap)
    _boek(werkmap, boek)
    _segmenten(werkmap, boek)
    uit = io.BytesIO()
    werkmap.save(uit)
    _lees_terug(uit.getvalue(), boek)
    return uit.getvalue()


def _lees_terug(inhoud: bytes, boek: Productenboek) -> None:
    bladen = rekenblad.lees(inhoud, ".xlsx", (BLAD_PRODUCTEN, BLAD_BOEK, BLAD_SEGMENTEN))
    proef = uit_tabel(Tabel(bladen))
    if proef.boek != boek:
        raise InvoerFout("sjabloon-past-niet", cel=proef.fouten[0].cel if proef.fouten else BLAD_PRODUCTEN)


def _controleer_teksten(boek: Productenboek) -> None:
    te_doen: list[Any] = [boek.model_dump(mode="json")]
    while te_doen:
        deel = te_doen.pop()
        if isinstance(deel, str) and (heeft_verboden_teken(deel) or len(deel) > LANGSTE_TEKST // 2):
            raise InvoerFout("sjabloon-tekst")
        if isinstance(deel, dict | list):
            te_doen += deel.values() if isinstance(deel, dict) else deel


# --- het blad 'producten' ---


def _producten(werkmap: Any, boek: Productenboek) -> None:
    blad = werkmap.create_sheet(BLAD_PRODUCTEN)
    _kopregel(blad, KOLOMMEN)
    for nummer, product in enumerate(boek.producten, start=2):
        rij = _rij(product, boek.regio)
        for plaats, kolom in enumerate(KOLOMMEN, start=1):
            _zet(blad, plaats, nummer, rij.get(kolom.naam, ""))
    _keuzelijsten(blad, boek)


def _rij(p: Product, regio: str) -> dict[str, str | Decimal]:
    return {
        "regio": regio,
        "segment": p.segment,
        "code": p.code,
        "naam": p.naam,
        "categorie": p.categorie,
        "doelgroep": p.doelgroep,
        "indicatie": voorwaardetekst.schrijf(p.voorwaarden),
        "niet_voor": voorwaardetekst.schrijf(p.niet_voor),
        "eenheid": EENHEIDWOORD[p.eenheid],
        "freq": FREQUENTIEWOORD[p.frequentie],
        "expertise": p.expertise,
        "combineerbaar_met": "; ".join(p.combineerbaar_met),
        "geldig_van": _dag(p.geldig_van),
        "geldig_tot": _dag(p.geldig_tot),
        "bron": p.bron.document,
        "bron_plaats": p.bron.plaats,
        "id": p.id,
        "omschrijving": p.omschrijving,
        "plek": p.plek.value,
        "zwaarte": str(p.zwaarte),
        "lees_zelf": p.lees_zelf,
        **{n: _woord(getattr(p, n)) for n in ("verlengbaar", "va_vereist", "perspectiefplan_vereist")},
        **{n: _woord(getattr(p, n)) for n in (*VLAGGEN, "voorbeeld")},
        **_norm("max_intensiteit", p.intensiteit, _omvangeenheid(p.intensiteit)),
        **_norm("max_duur", p.duur, _eenheidtekst(p.duur, celinhoud.duureenheid)),
        **_norm("tarief", p.tarief, _tariefeenheid(p.tarief)),
    }


def _norm(naam: str, norm: Norm, eenheid: str) -> dict[str, str | Decimal]:
    waarde: str | Decimal = "" if norm.waarde is None else str(norm.waarde)
    if naam == "tarief" and norm.waarde is not None:
        waarde = Decimal(norm.waarde) / 100
    return {
        naam: waarde,
        f"{naam}_eenheid": eenheid,
        f"{naam}_status": norm.status.value,
        f"{naam}_bron": norm.bron.document if norm.bron else "",
        f"{naam}_bron_plaats": norm.bron.plaats if norm.bron else "",
        f"{naam}_datum": _dag(norm.datum),
    }


def _omvangeenheid(norm: Norm) -> str:
    woorden = {f"{e}/{f}": f"{ew} {fw}" for e, ew in EENHEIDWOORD.items() for f, fw in FREQUENTIEWOORD.items()}
    return _eenheidtekst(norm, celinhoud.omvangeenheid, *filter(None, [woorden.get(norm.eenheid)]))


def _tariefeenheid(norm: Norm) -> str:
    return _eenheidtekst(norm, celinhoud.tariefeenheid, norm.eenheid.replace("eurocent", "euro", 1))


def _eenheidtekst(norm: Norm, herken: Callable[[str], str | None], *kandidaten: str) -> str:
    if not norm.eenheid and norm.waarde is None:
        return ""
    return celinhoud.typbaar(norm.eenheid, herken, *kandidaten)


def _woord(waarde: bool | None) -> str:
    return "" if waarde is None else ("ja" if waarde else "nee")


def _dag(dag: Any) -> str:
    return toon_datum(dag) if dag else ""


def _keuzelijsten(blad: Any, boek: Productenboek) -> None:
    laatste = len(boek.producten) + 1 + LEGE_RIJEN
    for plaats, kolom in enumerate(KOLOMMEN, start=1):
        bereik = f"{adres(plaats, 2)}:{adres(plaats, laatste)}"
        if kolom.naam == "categorie":
            _lijst(blad, '"' + ",".join(sorted(categorieen())) + '"', bereik)
        elif kolom.naam == "segment" and boek.segmenten:
            # Een waarschuwing en geen verbod: een regio mag een segment erbij maken.
            _lijst(blad, f"{BLAD_SEGMENTEN}!$A$2:$A${len(boek.segmenten) + 1}", bereik, streng=False)
        elif kolom.keuzes:
            _lijst(blad, '"' + ",".join(kolom.keuzes) + '"', bereik)


def _lijst(blad: Any, formule: str, bereik: str, *, streng: bool = True) -> None:
    keuze = DataValidation(type="list", formula1=formule, allow_blank=True, showErrorMessage=True)
    keuze.errorStyle = "stop" if streng else "warning"
    keuze.errorTitle, keuze.error = "Kies uit de lijst", "Dit woord staat niet in de lijst."
    blad.add_data_validation(keuze)
    keuze.add(bereik)


# --- de andere bladen ---


def _uitleg(werkmap: Any) -> None:
    blad = werkmap.create_sheet(BLAD_UITLEG)
    blad.column_dimensions["A"].width, blad.column_dimensions["B"].width = 26, 90
    blad.column_dimensions["C"].width = 40
    nummer = 0
    for nummer, zin in enumerate(UITLEG, start=1):
        _zet(blad, 1, nummer, zin)
    blad["A1"].font = Font(bold=True, size=14)
    _zet_rij(blad, nummer + 2, ("kolom", "wat erin hoort", "voorbeeld"), vet=True)
    for rij, kolom in enumerate(KOLOMMEN, start=nummer + 3):
        _zet_rij(blad, rij, (kolom.naam, kolom.uitleg, kolom.voorbeeld))
        blad.cell(rij, 2).alignment = Alignment(wrap_text=True, vertical="top")
    eerste = nummer + len(KOLOMMEN) + 4
    _zet_rij(blad, eerste, ("feit", "antwoorden die het programma begrijpt"), vet=True)
    for rij, feit in enumerate(voorwaardetekst.feiten(), start=eerste + 1):
        antwoorden = voorwaardetekst.keuzes().get(feit)
        _zet_rij(blad, rij, (feit, ", ".join(antwoorden) if antwoorden else "een getal: 4-12, vanaf 12, tot en met 12"))


def _boek(werkmap: Any, boek: Productenboek) -> None:
    blad = werkmap.create_sheet(BLAD_BOEK)
    _zet_rij(blad, 1, ("onderdeel", "waarde", "uitleg"), vet=True)
    blad.freeze_panes = "A2"
    for letter, breedte in (("A", 18), ("B", 60), ("C", 60)):
        blad.column_dimensions[letter].width = breedte
    for nummer, deel in enumerate(BOEKDELEN, start=2):
        waarde = getattr(boek, deel.naam)
        if deel.naam.startswith("geldig"):
            waarde = _dag(waarde)
        elif deel.naam == "gemeenten":
            waarde = "; ".join(waarde)
        _zet_rij(blad, nummer, (deel.naam, str(waarde), deel.uitleg))
        blad.cell(nummer, 2).alignment = Alignment(wrap_text=True, vertical="top")


def _segmenten(werkmap: Any, boek: Productenboek) -> None:
    blad = werkmap.create_sheet(BLAD_SEGMENTEN)
    _kopregel(blad, SEGMENTKOLOMMEN)
    for nummer, segment in enumerate(boek.segmenten, start=2):
        _zet_rij(blad, nummer, _segmentrij(segment))


def _segmentrij(s: Segment) -> tuple[str, ...]:
    return (s.id, s.naam, s.omschrijving, s.bron.document, s.bron.plaats, _woord(s.omschreven))


def _kopregel(blad: Any, kolommen: Sequence[Kolom]) -> None:
    blad.freeze_panes = "A2"
    for plaats, kolom in enumerate(kolommen, start=1):
        _zet(blad, plaats, 1, kolom.naam)
        cel = blad.cell(1, plaats)
        cel.font, cel.fill = Font(bold=True), _KOP
        cel.comment = Comment(kolom.uitleg, "jeugdteam", width=320, height=120)
        breedte = blad.column_dimensions[kolomletters(plaats)]
        breedte.width = _BREED if kolom.naam in _BREDE else _SMAL
        # Als tekst: een rekenblad maakt anders van 45E10 een getal en van 01-02 een datum.
        breedte.number_format = _BEDRAG if kolom.naam == "tarief" else _TEKST


def _zet_rij(blad: Any, nummer: int, waarden: Iterable[str], *, vet: bool = False) -> None:
    for plaats, waarde in enumerate(waarden, start=1):
        _zet(blad, plaats, nummer, waarde)
        if vet:
            blad.cell(nummer, plaats).font = Font(bold=True)


def _zet(blad: Any, plaats: int, nummer: int, waarde: str | Decimal) -> None:
    """Tekst blijft tekst, ook als zij op een formule of getal lijkt."""
    if waarde == "":
        return
    cel = blad.cell(nummer, plaats)
    if isinstance(waarde, Decimal):
        cel.value, cel.number_format = waarde, _BEDRAG
        return
    # Excel leest _x0041_ als een letter; zo blijft het wat er staat.
    cel.value = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", waarde)
    cel.data_type, cel.number_format = "s", _TEKST
    if waarde.startswith(_FORMULEACHTIG):
        cel.quotePrefix = True
