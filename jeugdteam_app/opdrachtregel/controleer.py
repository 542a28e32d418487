"""``jeugdteam controleer``: rekent een werkplek na, een besluit (PDF), een bericht (JW301) of een uitgeschreven log."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import Any

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.klok import SysteemKlok
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.werk import loguitvoer, overhandigen, werkplek
from jeugdteam_app.werk.overhandigen import Uitslag
from jeugdteam_app.zinnen.bericht import zin_bij_gebrek


def beschrijf(delen: Any) -> None:
    """Voegt de opdracht toe."""
    wat = _("rekent een werkplek na (opslag, geschiedenis en log), een besluit, een bericht (JW301) of een log")
    ontleder = delen.add_parser("controleer", help=wat, description=wat)
    ontleder.add_argument("map", type=Path, help=_("de map van de werkplek, of het bestand om na te kijken"))
    ontleder.add_argument("--log", type=Path, help=_("schrijft ook het toegangslog, getekend, als JSON"))
    ontleder.set_defaults(voer_uit=_voer_uit)


def _voer_uit(gekozen: argparse.Namespace, _plaatjes: Any) -> None:
    per_soort = {".pdf": _kijk_besluit_na, ".xml": _kijk_bericht_na, ".json": _kijk_log_na}
    if (kijk_na := per_soort.get(gekozen.map.suffix.lower())) is not None:
        kijk_na(gekozen.map)
        return
    geopend = werkplek.open_met_wachtzin(gekozen.map, _vraag_wachtzin())
    try:
        # Eerst het log: juist als er iets niet klopt, moet het te lezen zijn.
        if gekozen.log is not None:
            loguitvoer.schrijf_uit(geopend, gekozen.log)
        geteld = werkplek.controleer(geopend)
    finally:
        geopend.sluit()
    print(_("Alles klopt: {stromen} bestanden, {wijzigingen} wijzigingen, {logregels} logregels.").format(**geteld))
    print(_("Of dit de nieuwste werkplek is, ziet u niet hier maar bij het openen in het programma."))


def _kijk_besluit_na(pad: Path) -> None:
    """Een verandering, of bladzijden die niet na te kijken zijn, is een fout (afsluitcode 3)."""
    gevonden = overhandigen.kijk_besluit_na(pad)
    if gevonden.uitslag is Uitslag.GEGEVENS_VERANDERD:
        raise InvoerFout("besluit-gegevens-veranderd")
    if gevonden.uitslag is Uitslag.BLADZIJDEN_VERANDERD:
        raise InvoerFout("besluit-bladzijden-veranderd")
    if gevonden.uitslag is Uitslag.ANDER_SJABLOON:
        raise InvoerFout("besluit-ander-sjabloon")
    zin = (
        N_("Besluit {nummer}: niets veranderd. Gegevens en bladzijden zijn opnieuw uitgerekend en gelijk.")
        if gevonden.uitslag is Uitslag.KLOPT
        else N_(
            "Besluit {nummer}: de gegevens kloppen. Een andere versie zette de bladzijden; elk woord erop en het "
            "bericht erin zijn gelijk. Beelden, zoals de QR-code, en wat over de woorden heen is getekend, zijn niet "
            "vergeleken: kijk zelf of de bladzijden er zo uitzien."
        )
    )
    print(_(zin).format(nummer=gevonden.besluitnummer))
    print(_("Dit laat een verandering zien, geen vervalsing: er zit geen handtekening op."))


def _kijk_bericht_na(pad: Path) -> None:
    """Zegt van een JW301 wat eraan mankeert; mankeert er iets, dan is dat een fout (afsluitcode 3)."""
    gevonden = overhandigen.kijk_bericht_na(pad, SysteemKlok().vandaag())
    for gebrek in gevonden:
        print(f"- {zin_bij_gebrek(gebrek)} ({gebrek.regel})")
    if gevonden:
        raise InvoerFout("bericht-onvolledig", aantal=len(gevonden))
    print(_("Aan dit bericht mankeert niets dat het programma kan nakijken."))


def _kijk_log_na(pad: Path) -> None:
    """Is er aan een uitgeschreven log iets veranderd, dan is dat een fout (afsluitcode 3)."""
    log = loguitvoer.lees_na(pad)
    print(_("Aan dit log is niets veranderd: {aantal} regels, geschreven op {moment}.").format(
        aantal=len(log.regels), moment=log.opgemaakt))  # fmt: skip
    if log.veranderd:
        print(_("Voor het uitschrijven was er al iets veranderd. Regels met ‘ChainBroken’ erbij: {aantal}.").format(
            aantal=log.veranderd))  # fmt: skip
    print(_("Getekend met de sleutel met deze cijfers: {cijfers}.").format(cijfers=log.openbaar.cijfers))
    print(_("Alleen als dat de cijfers zijn die u bij ‘Samenwerken met collega's’ ziet, weet u van wie het log is."))


def _vraag_wachtzin() -> str:
    """Van het toetsenbord zonder te tonen; als de invoer geen toetsenbord is, de eerste regel daarvan."""
    if sys.stdin.isatty():
        return getpass.getpass(_("Wachtzin: "))
    return sys.stdin.readline().rstrip("\r\n")
