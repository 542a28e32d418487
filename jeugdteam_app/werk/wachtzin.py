"""Een andere wachtzin kiezen. Alleen het slot verandert; wat erachter ligt, blijft zoals het is."""

from __future__ import annotations

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import kluis
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.sleutels import sloten, woorden
from jeugdteam_app.werk.werkplek import LAAGSTE_STERKTE, Werkplek


def verander(werkplek: Werkplek, oude: str, nieuwe: str) -> None:
    """Vervangt de wachtzin. De oude moet kloppen: wie even aan een open laptop zit, kan hem niet veranderen."""
    bestand = kluis.lees_sloten(werkplek.kluis.map)
    bestand.open_met_wachtzin(oude)
    if len(nieuwe) > woorden.LANGSTE_WACHTZIN:
        raise InvoerFout("wachtzin-te-lang")
    if woorden.sterkte(nieuwe) < LAAGSTE_STERKTE:
        raise InvoerFout("wachtzin-te-zwak")
    kluis.schrijf_sloten(werkplek.kluis.map, bestand.met_wachtzin(werkplek.kluis.sleutel, nieuwe, sloten.geijkt()))
    werkplek.log(Gebeurtenis.WACHTZIN, None)
