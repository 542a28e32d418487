"""Een andere wachtzin kiezen. Alleen het slot verandert; wat erachter ligt, blijft zoals het is.

De kopieën krijgen het nieuwe slot met de eerstvolgende kopie; is de plek er nu, dan komt die meteen.
"""

from __future__ import annotations

import contextlib

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.opslag import kluis
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.sleutels import sloten
from jeugdteam_app.werk import logboek, reservekopie
from jeugdteam_app.werk.werkplek import Werkplek, bevestig, keur_wachtzin


def verander(werkplek: Werkplek, oude: str, nieuwe: str) -> None:
    """Vervangt de wachtzin. ``oude``: die van nu, of de woorden van het papier als niemand hem meer weet."""
    bestand = bevestig(werkplek, oude)
    keur_wachtzin(nieuwe)
    kluis.schrijf_sloten(werkplek.kluis.map, bestand.met_wachtzin(werkplek.kluis.sleutel, nieuwe, sloten.geijkt()))
    logboek.noteer(werkplek, Gebeurtenis.WACHTZIN, None)
    with contextlib.suppress(Fout):
        reservekopie.maak(werkplek)
