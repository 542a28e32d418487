"""De regels: elk met zijn eigen woorden, waar hij vandaan komt, vanaf wanneer hij geldt en waar hij werkt.

Regels zijn gegevens, geen code: ``resources/regels/documenten`` heeft een bestand per bron,
``resources/regels/regios`` zegt welke bronnen in een regio gelden, wanneer een segment past, in welke
volgorde producten staan en welke keuzes de regio maakte waar bronnen elkaar tegenspreken.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.kern.plek import Plek
from jeugdteam_app.productenboek.boek import Product, Vindplaats
from jeugdteam_app.productenboek.voorwaarden import Groepen, past_bij_feit

MAP = MIDDELEN / "regels"


class _Streng(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Werking(StrEnum):
    """Waar een regel werkt."""

    VOORLIGGEND = "voorliggend"
    ANDER_KADER = "ander_kader"
    SEGMENT = "segment"
    PRODUCT = "product"
    VOLGORDE = "volgorde"
    PLICHT = "plicht"
    UITWEG = "uitweg"
    BESLIST = "beslist"
    TOETS = "toets"
    TERMIJN = "termijn"
    WEGWIJZER = "wegwijzer"
    ACHTERGROND = "achtergrond"


class Kenmerk(StrEnum):
    """Waar de volgorde van producten op let."""

    GROEP = "groep"
    GEZIN = "gezin"
    BEWEZEN = "bewezen"
    PLEK = "plek"
    ZWAARTE = "zwaarte"
    DUUR = "duur"
    KOSTEN = "kosten"
    DICHTBIJ = "dichtbij"
    WONEN_LOS = "wonen-los"


class Hoofdstuk(StrEnum):
    """Het moment in het werk waar een regel hoort."""

    AANMELDING = "aanmelding"
    GEZIN = "gezin"
    GESPREKKEN = "gesprekken"
    VRAAGVERHELDERING = "vraagverheldering"
    KANSENCIRKEL = "kansencirkel"
    ANALYSE = "analyse"
    FAMILIEGROEPSPLAN = "familiegroepsplan"
    PERSPECTIEFPLAN = "perspectiefplan"
    PASSEND = "passend"
    TOEWIJZING = "toewijzing"
    PRAKTIJK = "praktijk"
    OVERHANDIGEN = "overhandigen"


class Bij(_Streng):
    """Over welke producten een regel van de volgorde gaat; leeg is over alle waar het kenmerk speelt."""

    plekken: frozenset[Plek] = frozenset()
    codes: frozenset[str] = frozenset()

    def gaat_over(self, product: Product) -> bool:
        """Of de regel bij dit product hoort."""
        return product.plek in self.plekken or product.code in self.codes


class Termijn(_Streng):
    """Zoveel dagen, weken of maanden vanaf een moment."""

    aantal: int
    eenheid: str
    vanaf: str


class Regel(_Streng):
    """Eén regel uit een bron. ``tekst`` is onze eigen zin; de bron zegt waar zij op steunt.

    ``als`` zegt bij welke feiten de regel geldt. Een regel die ``steunt`` maakt een uitspraak niet waar,
    maar staat erbij als zij er is.
    """

    id: str
    aard: str
    werking: Werking
    hoofdstuk: Hoofdstuk = Hoofdstuk.PASSEND
    tekst: str
    als: Groepen = ()
    steunt: bool = False
    tak: str = ""
    segment: str = ""
    kenmerk: Kenmerk | None = None
    bij: Bij | None = None
    termijn: Termijn | None = None
    bron: Vindplaats
    geldig_van: date
    geldig_tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Of de regel op een dag gold."""
        return self.geldig_van <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)

    @model_validator(mode="after")
    def _gaat_over_bekende_feiten(self) -> Regel:
        if not all(past_bij_feit(v) for groep in self.als for v in groep):
            raise ValueError(f"regel {self.id} gaat over een feit dat niet bestaat of anders van vorm is")
        return self


class Uitspraak(_Streng):
    """Wat het advies kan zeggen: een titel, gedragen door regels.

    ``vereist`` zegt wanneer een plicht vervuld is. ``stellig``: zolang dat niet zeker is, ontbreekt zij.
    """

    code: str
    werking: Werking
    titel: str
    vereist: Groepen | None = None
    stellig: bool = False


class Segmenttoets(_Streng):
    """Wanneer een segment past, volgens welke regel. Zonder ``als`` is dat niet bekend en oordeelt een mens.

    ``bij_twijfel``: past volgens de bronnen geen enkel segment, dan weegt een mens of het deze is.
    ``ernaast``: zegt waar een kind woont, niet welke hulp erbij komt; dat laat de andere segmenten open.
    Zegt geen regel het, dan staat de reden in ``waarom``. ``afleiding`` zegt welk deel niet in de bron staat.
    """

    id: str
    regel: str
    als: Groepen | None
    spoed: bool = False
    bij_twijfel: bool = False
    ernaast: bool = False
    waarom: str = ""
    afleiding: str = ""


class Instelling(_Streng):
    """Hoe een regio kiest waar bronnen elkaar tegenspreken, met wat dat betekent en waar het staat."""

    id: str
    onderwerp: str
    keuze: str
    waarde: int | None = None
    # Leeg is de hele regio.
    gemeenten: frozenset[str] = frozenset()
    bron: Vindplaats

    def geldt_in(self, gemeente: str) -> bool:
        """Of de keuze in deze gemeente geldt."""
        return not self.gemeenten or gemeente in self.gemeenten


class Regio(_Streng):
    """Een regio: haar bronnen, haar segmenten, haar volgorde en haar keuzes."""

    id: str
    naam: str
    documenten: tuple[str, ...]
    segmenten: tuple[Segmenttoets, ...] = ()
    volgorde: tuple[Kenmerk, ...]
    instellingen: tuple[Instelling, ...] = ()


class _Document(_Streng):
    versie: str
    uitspraken: tuple[Uitspraak, ...] = ()
    regels: tuple[Regel, ...]


@dataclass(frozen=True)
class Regelset:
    """De regels die op een dag in een regio gelden."""

    versie: str
    regio: Regio
    uitspraken: tuple[Uitspraak, ...]
    regels: dict[str, Regel]

    def __getitem__(self, id: str) -> Regel:
        return self.regels[id]

    @cached_property
    def per_tak(self) -> dict[str, tuple[Regel, ...]]:
        """Bij elke uitspraak de regels die haar dragen of steunen."""
        return _groepeer((r.tak, r) for r in self.regels.values() if r.tak)

    @cached_property
    def per_kenmerk(self) -> dict[str, tuple[Regel, ...]]:
        """Bij elk kenmerk van de volgorde de regels die ernaar verwijzen."""
        return _groepeer((r.kenmerk, r) for r in self.regels.values() if r.kenmerk)

    @cached_property
    def per_hoofdstuk(self) -> dict[str, tuple[Regel, ...]]:
        """Bij elk hoofdstuk de regels die daar de weg wijzen."""
        return _groepeer((r.hoofdstuk, r) for r in self.regels.values() if r.werking in WIJST)

    def instelling(self, id: str) -> Instelling | None:
        """De keuze van de regio over een onderwerp."""
        return next((i for i in self.regio.instellingen if i.id == id), None)


# Deze regels staan bij het hoofdstuk zelf; de andere staan bij de uitspraak, de toets of de termijn.
WIJST = frozenset({Werking.WEGWIJZER, Werking.TERMIJN})


def _groepeer(paren: Iterable[tuple[str, Regel]]) -> dict[str, tuple[Regel, ...]]:
    gevonden: dict[str, list[Regel]] = {}
    for sleutel, regel in paren:
        gevonden.setdefault(sleutel, []).append(regel)
    return {s: tuple(r) for s, r in gevonden.items()}


def regios() -> tuple[str, ...]:
    """De ids van de regio's waarvan we regels hebben."""
    return tuple(sorted(p.stem for p in (MAP / "regios").glob("*.json")))


def documenten() -> tuple[str, ...]:
    """De ids van de bronnen waar regels uit komen."""
    return tuple(sorted(p.stem for p in (MAP / "documenten").glob("*.json")))


@cache
def regio(id: str) -> Regio:
    """Een regio bij haar id."""
    if id not in regios():
        raise InvoerFout("boek-zonder-regels")
    return Regio.model_validate(_lees("regios", id))


@cache
def document(id: str) -> _Document:
    """De regels uit één bron."""
    return _Document.model_validate(_lees("documenten", id))


def _lees(soort: str, id: str) -> Any:
    return json.loads((MAP / soort / f"{id}.json").read_text(encoding="utf-8"))


@cache
def regelset(van: str, op: date) -> Regelset:
    """De regels die op een dag in een regio gelden: de landelijke en die van haar eigen bronnen."""
    gekozen = regio(van)
    bronnen = [(id, document(id)) for id in gekozen.documenten]
    return Regelset(
        versie=", ".join(f"{id} {d.versie}" for id, d in bronnen),
        regio=gekozen,
        uitspraken=tuple(u for _, d in bronnen for u in d.uitspraken),
        regels={r.id: r for _, d in bronnen for r in d.regels if r.geldt_op(op)},
    )
