"""De korte weg van een praktijkondersteuner jeugd: een kort beeld, de verwijzing en hoe het afliep.

Geen tweede medisch dossier: wat in het huisartsendossier hoort, gaat als tekst daarheen (Jeugdwet 7.3.1 lid 3).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.taal import N_

Agb = Annotated[str, Field(pattern=r"^\d{8}$")]


class Uitkomst(StrEnum):
    """Hoe het bij de praktijk afliep."""

    KLAAR = "klaar"
    LOKAAL_TEAM = "lokaal_team"
    BASIS_GGZ = "basis_ggz"
    SPECIALISTISCHE_GGZ = "specialistische_ggz"
    ANDERS = "anders"


class Praktijk(Voorwerp):
    """Wat er bij de praktijk over dit kind is gevonden; de vijf criteria zijn die voor de jeugd-ggz."""

    soort = "praktijk"
    beeld = Veld[str]("praktijk.beeld", str)
    gedaan = Veld[str]("praktijk.gedaan", str)
    vermoeden = Veld[str]("praktijk.vermoeden", str)
    ernst = Veld[str]("praktijk.ernst", str)
    risico = Veld[str]("praktijk.risico", str)
    complexiteit = Veld[str]("praktijk.complexiteit", str)
    beloop = Veld[str]("praktijk.beloop", str)
    huisarts = Veld[str]("praktijk.huisarts", str)
    huisarts_agb = Veld[str]("praktijk.huisarts_agb", Agb)
    uitkomst = Veld[Uitkomst]("praktijk.uitkomst", Uitkomst)
    uitkomst_op = Veld[date]("praktijk.uitkomst_op", date)
    # Wanneer een eerdere vraag van dit kind hier afliep: wat daarvoor besproken is, hoort bij die vraag.
    eerder_tot = Veld[date]("praktijk.eerder_tot", date)
    terugval = Veld[str]("praktijk.terugval", str)
    # Behandelt de praktijkondersteuner zelf met EMDR, dan geldt een eigen maximum.
    emdr = Veld[bool]("praktijk.emdr", bool)
    medicatie = Veld[str]("praktijk.medicatie", str)
    school = Veld[str]("praktijk.school", str)


# De vijf criteria met hoe zij heten.
CRITERIA = {
    "vermoeden": N_("Vermoeden van een stoornis"), "ernst": N_("Ernst"), "risico": N_("Risico"),
    "complexiteit": N_("Complexiteit"), "beloop": N_("Beloop"),
}  # fmt: skip
