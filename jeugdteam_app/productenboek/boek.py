"""Een productenboek: één versie van één regio, met segmenten, producten en normen.

Een norm die niet openbaar is, heeft de status onbekend en geen waarde. Dezelfde productcode betekent
elders iets anders; daarom hoort een product altijd bij regio en versie.
"""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.kern.plek import Plek
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.voorwaarden import Voorwaarde, past_bij_feit

MAP = MIDDELEN / "productenboeken"
GROOTSTE_BOEK = 20_000_000


class _Streng(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Aanzien(StrEnum):
    """Wat voor boek dit is."""

    VASTGESTELD = "vastgesteld"
    WERKDOCUMENT = "werkdocument"
    VOORBEELD = "voorbeeld"


# Wat er bij een boek hoort te staan als het zelf geen toelichting heeft.
_BANDEN = {
    Aanzien.WERKDOCUMENT: N_("Dit boek is een werkdocument. Het is nog niet vastgesteld."),
    Aanzien.VOORBEELD: N_("Dit boek is een voorbeeld. De producten en normen erin zijn niet echt."),
}
_OOK_VOORBEELDEN = N_("In dit boek staan ook voorbeelden. Die producten en normen zijn niet echt.")


class Normstatus(StrEnum):
    """Of een norm echt is, een voorbeeld, of niet bekend."""

    VASTGESTELD = "vastgesteld"
    VOORBEELD = "voorbeeld"
    ONBEKEND = "onbekend"


class Vindplaats(_Streng):
    """Document en plek van een gegeven."""

    document: str
    plaats: str

    @cached_property
    def _als_bron(self) -> Bron:
        return Bron(self.document, self.plaats)

    def bron(self) -> Bron:
        """Als verwijzing."""
        return self._als_bron


class Norm(_Streng):
    """Een getal met eenheid, bron, datum en status; onbekend heeft geen waarde."""

    status: Normstatus = Normstatus.ONBEKEND
    waarde: int | None = None
    eenheid: str = ""
    bron: Vindplaats | None = None
    datum: date | None = None

    @model_validator(mode="after")
    def _onbekend_is_leeg(self) -> Norm:
        if (self.status is Normstatus.ONBEKEND) != (self.waarde is None):
            raise ValueError("een onbekende norm heeft geen waarde, een bekende wel")
        if self.waarde is not None and self.bron is None:
            raise ValueError("een norm met een waarde heeft een bron")
        return self


class Indeling(StrEnum):
    """Hoe een regio haar hulp ordent. Functies zijn geen inkoop: dan telt welke deskundigheid nodig is."""

    SEGMENTEN = "segmenten"
    PERCELEN = "percelen"
    FUNCTIES = "functies"


class Segment(_Streng):
    """Een segment, perceel of functie zoals de regio het beschrijft, in eigen woorden.

    Zonder ``omschreven`` noemt de bron alleen de naam; wat erbij hoort is dan onbekend.
    """

    id: str
    naam: str
    omschrijving: str
    bron: Vindplaats
    omschreven: bool = True


class Product(_Streng):
    """Een product met zijn indicatie als losse voorwaarden en zijn normen.

    ``lees_zelf`` is een indicatie in woorden die geen voorwaarde kan worden: die beoordeelt een mens.
    ``zonder_besluit``: het team of de huisarts geeft deze hulp zelf. ``None`` en een lege tekst: niet bekend.
    """

    id: str
    segment: str
    naam: str
    omschrijving: str
    categorie: Annotated[str, Field(pattern=r"^\d{2}$")]
    code: Annotated[str, Field(pattern=r"^([0-9A-Z]{5})?$")] = ""
    voorbeeld: bool
    plek: Plek
    los_van_segment: bool = False
    zonder_besluit: bool = False
    zwaarte: Annotated[int, Field(ge=1, le=5)]
    eenheid: Eenheid
    frequentie: Frequentie
    voorwaarden: tuple[Annotated[Voorwaarde, Field(discriminator="soort")], ...] = ()
    niet_voor: tuple[Annotated[Voorwaarde, Field(discriminator="soort")], ...] = ()
    lees_zelf: str = ""
    doelgroep: str = ""
    groep: bool = False
    voor_gezin: bool = False
    bewezen: bool = False
    intensiteit: Norm = Norm()
    duur: Norm = Norm()
    tarief: Norm = Norm()
    verlengbaar: bool | None = None
    expertise: str = ""
    va_vereist: bool | None = None
    perspectiefplan_vereist: bool | None = None
    combineerbaar_met: tuple[str, ...] = ()
    geldig_van: date | None = None
    geldig_tot: date | None = None
    bron: Vindplaats

    def geldt_op(self, dag: date) -> bool:
        """Of het product op een dag gekozen kan worden."""
        begonnen = self.geldig_van is None or self.geldig_van <= dag
        return begonnen and (self.geldig_tot is None or dag <= self.geldig_tot)

    @model_validator(mode="after")
    def _voorwaarden_gaan_over_bekende_feiten(self) -> Product:
        for voorwaarde in (*self.voorwaarden, *self.niet_voor):
            if not past_bij_feit(voorwaarde):
                raise ValueError("een voorwaarde gaat over een feit dat niet bestaat of anders van vorm is")
        return self

    @property
    def is_verzonnen(self) -> bool:
        """Of het product of één van zijn normen een voorbeeld is."""
        normen = (self.intensiteit, self.duur, self.tarief)
        return self.voorbeeld or any(n.status is Normstatus.VOORBEELD for n in normen)

    @model_validator(mode="after")
    def _code_hoort_bij_categorie(self) -> Product:
        if self.code and not self.code.startswith(self.categorie):
            raise ValueError("de code hoort niet bij de categorie")
        return self


_TARIEF_PER = {
    "eurocent per uur": Eenheid.UUR,
    "eurocent per minuut": Eenheid.MINUUT,
    "eurocent per dagdeel": Eenheid.DAGDEEL,
    "eurocent per etmaal": Eenheid.ETMAAL,
}
_STUKS = (Eenheid.STUKS_OUTPUT, Eenheid.STUKS_INSPANNING)


def eenheid_van_tarief(product: Product) -> Eenheid | None:
    """Waar het tarief bij hoort; ``None`` als het boek iets anders zegt. Een stuk is wat dit product in stuks telt."""
    if product.tarief.eenheid == "eurocent per stuk" and product.eenheid in _STUKS:
        return product.eenheid
    return _TARIEF_PER.get(product.tarief.eenheid)


class Boekkop(_Streng):
    """Wat voor het hele boek geldt en niet per product is."""

    id: str
    regio: str
    regels: str
    versie: str
    aanzien: Aanzien
    geldig_van: date
    geldig_tot: date | None = None
    toelichting: str = ""
    indeling: Indeling = Indeling.SEGMENTEN
    gemeenten: tuple[str, ...] = ()
    segmenten: tuple[Segment, ...] = ()


class Productenboek(Boekkop):
    """Eén versie van het boek van een regio."""

    # In een heel boek staan deze twee er altijd bij, al zijn ze leeg.
    toelichting: str
    segmenten: tuple[Segment, ...]
    producten: tuple[Product, ...]

    @property
    def kop(self) -> Boekkop:
        """De kop alleen, voor een nieuwe versie van dit boek."""
        return Boekkop(**{naam: getattr(self, naam) for naam in Boekkop.model_fields})

    @model_validator(mode="after")
    def _alles_is_terug_te_vinden(self) -> Productenboek:
        segmenten = {s.id for s in self.segmenten}
        producten = [p.id for p in self.producten]
        if len(set(producten)) != len(producten) or not {p.segment for p in self.producten} <= segmenten:
            raise ValueError("een product komt dubbel voor of heeft een segment dat niet bestaat")
        return self

    def geldt_op(self, dag: date) -> bool:
        """Of het boek op een dag geldt."""
        return self.geldig_van <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)

    @cached_property
    def band(self) -> str:
        """Wat overal bij dit boek moet staan omdat niet alles erin vastgesteld en echt is; anders leeg."""
        if self.aanzien is not Aanzien.VASTGESTELD:
            return self.toelichting or _BANDEN[self.aanzien]
        return _OOK_VOORBEELDEN if any(p.is_verzonnen for p in self.producten) else ""

    def product(self, id: str) -> Product:
        """Het product met deze id. Fout: ``product-onbekend``."""
        product = self.vind(id)
        if product is None:
            raise InvoerFout("product-onbekend")
        return product

    def vind(self, id: str) -> Product | None:
        """Het product met deze id, als het in dit boek staat."""
        return next((p for p in self.producten if p.id == id), None)

    def segment(self, id: str) -> Segment:
        """Het segment met deze id."""
        return next(s for s in self.segmenten if s.id == id)


def boeken() -> tuple[str, ...]:
    """De ids van de meegeleverde boeken."""
    return tuple(sorted(p.stem for p in MAP.glob("*.json")))


@cache
def meegeleverd(id: str) -> Productenboek:
    """Een meegeleverd boek; dat verandert niet zolang het programma loopt."""
    return laad(id)


def laad(id_of_pad: str) -> Productenboek:
    """Een meegeleverd boek bij zijn id, of een boek uit een eigen JSON-bestand."""
    pad = MAP / f"{id_of_pad}.json" if id_of_pad in boeken() else Path(id_of_pad)
    try:
        if pad.stat().st_size > GROOTSTE_BOEK:
            raise InvoerFout("boek-te-groot")
        return Productenboek.model_validate(json.loads(pad.read_text(encoding="utf-8")))
    except OSError:
        raise WereldFout("boek-niet-gevonden") from None
    except ValidationError as fout:
        eerste = fout.errors(include_input=False, include_url=False)[0]
        raise InvoerFout("boek-vorm", plek=".".join(map(str, eerste["loc"]))) from None
    except (ValueError, RecursionError):
        raise InvoerFout("boek-geen-json") from None
