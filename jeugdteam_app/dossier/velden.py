"""Hoe een veld wordt aangegeven: één regel die lezen, schrijven, register en uitwisseling dient.

We kozen beschrijvende velden boven een pydantic-model per hoofdstuk: een veld wordt zo pas omgezet als
iemand het leest (openen blijft snel), en scherm en regels noemen hetzelfde getypeerde ding. Besluiten
die als één geheel samenvoegen, zijn wel bevroren pydantic-modellen.
"""

from __future__ import annotations

import contextlib
from enum import StrEnum
from typing import Any, ClassVar, Generic, Self, TypeVar, get_args, get_origin, overload

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, ValidationInfo, model_validator

from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import Plaats
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, Onbekend, Stem
from jeugdteam_app.kern.fouten import InvoerFout

T = TypeVar("T")
STRENG = "streng"


class Stroomsoort(StrEnum):
    """Van welke wet een bestand is. Ze blijven van elkaar gescheiden vanaf de eerste dag."""

    GEZIN = "gezin"
    TOEGANG = "toegang"
    HULP = "hulp"
    PRAKTIJK = "praktijk"


class Geheel(BaseModel):
    """Een besluit dat als één waarde in het journaal staat en nooit half samenvoegt.

    Wat een nieuwere versie erbij zette, hoe diep ook, blijft erin staan: zo is de rest te lezen, en blijft de afdruk
    van een besluit gelijk.
    """

    model_config = ConfigDict(frozen=True, extra="allow", hide_input_in_errors=True)

    @model_validator(mode="after")
    def _alleen_wat_bestaat(self, info: ValidationInfo) -> Self:
        """Bij ``STRENG`` is een onbekend deel een fout: in een bestand dat iemand zelf maakte is dat een vergissing."""
        if info.context == STRENG and self.model_extra:
            raise ValueError("onbekend deel")
        return self


class Voorwerp:
    """Een ding met velden: het kind, een persoon, een doel. ``deel`` zegt of het kind of het gezin het bezit."""

    soort: ClassVar[str]
    deel: ClassVar[str] = "kind"

    def __init__(self, stand: Stand, sleutel: str) -> None:
        self.stand = stand
        self.sleutel = sleutel

    def __init_subclass__(cls) -> None:
        for naam, veld in vars(cls).items():
            if isinstance(veld, Veld):
                veld.eigenaar, veld.naam = cls, naam
                if REGISTER.setdefault(veld.id, veld) is not veld or veld.id in VERVALLEN:
                    raise ValueError(f"veldnummer {veld.id} is al uitgegeven")


def velden_van(voorwerp: type[Voorwerp]) -> dict[str, Veld[Any]]:
    """De velden van een voorwerp bij hun naam, in de volgorde waarin ze zijn aangegeven."""
    return {naam: veld for naam, veld in vars(voorwerp).items() if isinstance(veld, Veld)}


class Veld(Generic[T]):
    """Een veld met een vast, eenmalig uitgegeven id en het type van zijn waarde."""

    eigenaar: type[Voorwerp]
    naam: str

    def __init__(self, id: str, vorm: Any) -> None:
        self.id = id
        self.vorm = vorm
        self._omzetter: TypeAdapter[T] | None = None
        self._leden = _leden(vorm)

    @overload
    def __get__(self, voorwerp: None, eigenaar: type[Voorwerp]) -> Veld[T]: ...
    @overload
    def __get__(self, voorwerp: Voorwerp, eigenaar: type[Voorwerp]) -> Feit[T]: ...
    def __get__(self, voorwerp: Voorwerp | None, eigenaar: type[Voorwerp]) -> Veld[T] | Feit[T]:
        if voorwerp is None:
            return self
        return self.lees(voorwerp.stand.feit(voorwerp.sleutel, self.id))

    def __set__(self, voorwerp: Voorwerp, waarde: object) -> None:
        raise AttributeError("een dossier verandert alleen door te schrijven in het journaal")

    @property
    def omzetter(self) -> TypeAdapter[T]:
        """Controleert en vertaalt tussen de waarde en zijn JSON-vorm."""
        if self._omzetter is None:
            self._omzetter = TypeAdapter(self.vorm)
        return self._omzetter

    def lees(self, feit: Feit[Any]) -> Feit[T]:
        """Het feit met een getypeerde waarde. Een waarde van een nieuwere versie blijft staan en leest als onbekend."""
        try:
            if isinstance(feit, Bekend):
                return Bekend(self._lees_waarde(feit.waarde))
        except ValidationError:
            return Onbekend()
        if isinstance(feit, Conflict):
            return Conflict(tuple(self._lees_stem(stem) for stem in feit.stemmen))
        return feit

    def json_waarde(self, waarde: T) -> Any:
        """De JSON-vorm van een waarde; een waarde van het verkeerde type wordt geweigerd."""
        with contextlib.suppress(ValidationError):
            return self.omzetter.dump_python(self.omzetter.validate_python(waarde), mode="json")
        # Buiten het blok, zodat de fout van pydantic (met de inhoud) er niet aan vast blijft zitten.
        raise InvoerFout("waarde-vorm", veld=self.id)

    def plaats(self, sleutel: str) -> Plaats:
        """Waar dit veld van een voorwerp in het journaal staat."""
        return Plaats(sleutel, self.id)

    def _lees_waarde(self, ruw: Any) -> T:
        if onbekend := self.onbekende_leden(ruw):
            ruw = [lid for lid in ruw if lid not in onbekend]
        return self.omzetter.validate_python(ruw)

    def onbekende_leden(self, ruw: Any) -> list[Any]:
        """Van een verzameling keuzes wat alleen een nieuwere versie kent; dat blijft staan, en de rest is te lezen."""
        return [lid for lid in ruw if lid not in self._leden] if self._leden and isinstance(ruw, list) else []

    def _lees_stem(self, stem: Stem[Any]) -> Stem[T]:
        try:
            feit = Bekend(self._lees_waarde(stem.feit.waarde)) if isinstance(stem.feit, Bekend) else stem.feit
        except ValidationError:
            feit = None
        return Stem(feit, stem.auteur, stem.tijd)


REGISTER: dict[str, Veld[Any]] = {}

# Ids die ooit zijn uitgegeven en niet meer gebruikt worden; ze komen nooit terug.
VERVALLEN: frozenset[str] = frozenset({"afweging.waarom_deze_zwaarte"})


def _leden(vorm: Any) -> frozenset[str]:
    """De keuzes die in een verzameling kunnen staan; leeg als dit veld geen verzameling keuzes is."""
    soort = next(iter(get_args(vorm)), None) if get_origin(vorm) is tuple else None
    return frozenset(soort) if isinstance(soort, type) and issubclass(soort, StrEnum) else frozenset()
