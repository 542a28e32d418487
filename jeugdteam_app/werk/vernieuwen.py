"""De sleutel van de werkplek vernieuwen: kan iemand de wachtzin of het papier kennen, dan past daarna niets meer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from jeugdteam_app.kern.fouten import Fout, WereldFout
from jeugdteam_app.opslag import hoofd, kluis, samen, vernieuwen
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.sleutels import sloten, woorden
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.werk import logboek, reservekopie
from jeugdteam_app.werk.werkplek import Werkplek, bevestig, keur_wachtzin


@dataclass(frozen=True)
class NieuweSleutel:
    """Wat er nodig is om te vernieuwen: een wachtzin, en de herstelsleutel die vanaf dan geldt."""

    naam: str
    wachtzin: str = field(repr=False)
    herstelgeheim: bytes = field(repr=False)

    @property
    def herstelwoorden(self) -> tuple[str, ...]:
        """De 24 woorden om af te drukken."""
        return woorden.als_woorden(self.herstelgeheim)


# Van welke sleutel het vernieuwen nog niet af is, en van welke breuken een mens al wist.
_BEZIG = "vernieuwen_bezig"


def maak_af(open_: kluis.Kluis, hoofdmap: Path) -> None:
    """Wat er na de nieuwe sleutel nog hoort: sleutels om samen te werken, en het hoofd buiten de kluis.

    Viel het vernieuwen stil toen de nieuwe sleutel al gold, dan gebeurt dit bij het openen. Tot dan is het hoofd nog
    met de oude sleutel getekend; dat is geen ouder bestand.
    """
    bezig = json.loads(open_.onthouden(_BEZIG) or "{}")
    if isinstance(bezig, int):
        # Zo schreef een eerdere versie het op.
        bezig = {"generatie": bezig, "gezien": hoofd.GEEN_BREUKEN}
    if bezig.get("generatie") != open_.generatie:
        return
    samen.vernieuw_identiteit(open_)
    hoofd.onthoud(open_, hoofdmap, bezig["gezien"])
    open_.onthoud(_BEZIG, "")
    hoofd.onthoud(open_, hoofdmap)


def bereid_voor(werkplek: Werkplek, oude: str, nieuwe: str) -> NieuweSleutel:
    """Kijkt de wachtzin na en maakt een herstelsleutel. Schrijft nog niets.

    ``oude``: de wachtzin van nu, of de woorden van het papier als niemand hem meer weet.
    """
    bestand = bevestig(werkplek, oude)
    keur_wachtzin(nieuwe)
    return NieuweSleutel(bestand.naam, nieuwe, woorden.nieuw_herstelgeheim())


def vernieuw(werkplek: Werkplek, nieuw: NieuweSleutel, hoofdmap: Path, werk: sloten.Rekenwerk | None = None) -> None:
    """Versleutelt alles opnieuw. De werkplek blijft open; oude wachtzin, oud papier en oude kopieën passen niet meer.

    Ook de sleutels om samen te werken zijn daarna nieuw: wie een oude kopie heeft, kan zich anders voor u uitgeven en
    lezen wat collega's nog sturen. Zij lezen de cijfers opnieuw na.
    ``hoofdmap``: waar buiten de kluis onthouden is tot waar er geschreven was. Een slot van de organisatie vervalt.
    """
    oud, sleutel = werkplek.kluis, Hoofdsleutel.nieuw()
    was = kluis.lees_sloten(oud.map)
    bestand = sloten.Slotenbestand(was.kluis, was.naam, generatie=vernieuwen.volgende_generatie(oud))
    bestand = bestand.met_wachtzin(sleutel, nieuw.wachtzin, werk or sloten.geijkt())
    bestand = bestand.met_herstel(sleutel, nieuw.herstelgeheim)
    logboek.noteer(werkplek, Gebeurtenis.SLEUTEL, None)
    # Gaat mee naar de nieuwe: valt het daarna stil, dan maakt openen het af.
    bezig = {"generatie": bestand.generatie, "gezien": hoofd.al_gezien(oud, hoofdmap)}
    oud.onthoud(_BEZIG, json.dumps(bezig))
    hoofd.bewaar_voor_oude_kopieen(oud)
    gemaakt = vernieuwen.vernieuw(oud, sleutel, bestand)
    gemaakt.bij_terugdraaien = oud.bij_terugdraaien
    werkplek.kluis = gemaakt
    try:
        maak_af(gemaakt, hoofdmap)
    except (Fout, OSError):
        raise WereldFout("vernieuwen-half") from None
    reservekopie.na_vernieuwen(werkplek)
    if werkplek.is_dicht:
        # Ging de werkplek intussen op slot, dan blijft ook de nieuwe niet open staan.
        gemaakt.sluit()
