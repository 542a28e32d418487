"""Het kaartje van een collega: wie het is en met welke sleutels, door de persoon zelf getekend."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.sleutels.identiteit import Identiteit, Openbaar, is_openbaar
from jeugdteam_app.uitwisseling.tabel import heeft_verboden_teken

SOORT = "jeugdteam-kaartje"
GROOTSTE_KAARTJE = 20_000
_Naam = Annotated[str, Field(min_length=1, max_length=200)]


class Kaartje(BaseModel):
    """Wie iemand is, en de openbare sleutels. De ``id`` blijft dezelfde als iemand nieuwe sleutels maakt."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    naam: _Naam
    functie: Annotated[str, Field(max_length=200)] = ""
    organisatie: Annotated[str, Field(max_length=200)] = ""
    teken: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    ontvang: Annotated[str, Field(pattern=r"^age1[0-9a-z]{50,70}$")]
    dag: date

    @field_validator("naam", "functie", "organisatie")
    @classmethod
    def _geen_verborgen_tekens(cls, tekst: str) -> str:
        if heeft_verboden_teken(tekst) or "\n" in tekst:
            raise ValueError("een naam heeft geen tekens die niemand ziet")
        return tekst

    @property
    def openbaar(self) -> Openbaar:
        """De sleutels."""
        return Openbaar(self.teken, self.ontvang)


def schrijf(kaartje: Kaartje, identiteit: Identiteit) -> bytes:
    """Het kaartje als bestand."""
    inhoud = kaartje.model_dump(mode="json")
    handtekening = identiteit.teken(_te_tekenen(inhoud)).hex()
    return json.dumps({"soort": SOORT, "versie": 1, **inhoud, "handtekening": handtekening}, indent=1).encode()


def lees(ruw: bytes) -> Kaartje:
    """Het kaartje uit een bestand; de handtekening moet van de sleutel op het kaartje zelf zijn."""
    try:
        if len(ruw) > GROOTSTE_KAARTJE:
            raise InvoerFout("kaartje-vorm")
        delen = json.loads(ruw)
        soort, versie = delen.pop("soort"), delen.pop("versie")
        if soort == SOORT and isinstance(versie, int) and versie > 1:
            raise InvoerFout("kaartje-nieuwer")
        handtekening = bytes.fromhex(delen.pop("handtekening"))
        kaartje = Kaartje.model_validate(delen)
    except (ValidationError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InvoerFout("kaartje-vorm") from None
    if soort != SOORT or versie != 1 or not is_openbaar(kaartje.openbaar):
        raise InvoerFout("kaartje-vorm")
    if not kaartje.openbaar.klopt(_te_tekenen(kaartje.model_dump(mode="json")), handtekening):
        raise InvoerFout("kaartje-handtekening")
    return kaartje


def _te_tekenen(inhoud: dict[str, Any]) -> bytes:
    return b"jeugdteam/kaartje/1\0" + json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()
