"""Hoeveel hulp: volume, eenheid en frequentie zoals iJw 3.2 ze kent, en het meeste dat dat samen kan zijn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import Periode


class Eenheid(StrEnum):
    """Codelijst WJ756."""

    MINUUT = "01"
    UUR = "04"
    ETMAAL = "14"
    DAGDEEL = "16"
    STUKS_OUTPUT = "82"
    EUROS = "83"
    STUKS_INSPANNING = "84"


class Frequentie(StrEnum):
    """Codelijst WMO757; 3 en 5 bestaan niet."""

    PER_DAG = "1"
    PER_WEEK = "2"
    PER_MAAND = "4"
    TOTAAL = "6"


# CS338: etmaal, dagdeel, euro's en stuks (inspanning) kunnen niet per dag.
NIET_PER_DAG = frozenset({Eenheid.ETMAAL, Eenheid.DAGDEEL, Eenheid.EUROS, Eenheid.STUKS_INSPANNING})
# Hoeveel uur één eenheid duurt, waar dat vaststaat.
UREN = {
    Eenheid.MINUUT: Fraction(1, 60), Eenheid.UUR: Fraction(1), Eenheid.DAGDEEL: Fraction(4),
    Eenheid.ETMAAL: Fraction(24),
}  # fmt: skip
GROOTSTE_VOLUME = 99_999_999


@dataclass(frozen=True)
class Omvang:
    """Zoveel van een eenheid per zoveel tijd. Volume is een geheel getal van 1 tot en met 99.999.999.

    De standaard staat volume 0 toe; wij niet, want een toewijzing van niets is geen grens.
    """

    volume: int
    eenheid: Eenheid
    frequentie: Frequentie

    def __post_init__(self) -> None:
        if not 0 < self.volume <= GROOTSTE_VOLUME:
            raise InvoerFout("volume-buiten-grens")
        if self.frequentie is Frequentie.PER_DAG and self.eenheid in NIET_PER_DAG:
            raise InvoerFout("eenheid-niet-per-dag")

    def telling(self, periode: Periode) -> Telling:
        """Het grootste totaal over een periode, met de stap waarmee geteld is.

        Per week: geraakte weken (inspanning, IV076) of zondagen (output, IV077). Totaal: het volume zelf.
        Per maand: geraakte kalendermaanden; dat volgt uit IV078 maar staat er niet letterlijk
        (eigen afleiding). Per dag: elke dag van de periode (eigen afleiding).
        """
        match self.frequentie:
            case Frequentie.TOTAAL:
                return Telling("totaal", 1, self.volume, eigen_afleiding=False)
            case Frequentie.PER_DAG:
                return Telling("dagen", periode.dagen, self.volume, eigen_afleiding=True)
            case Frequentie.PER_MAAND:
                return Telling("maanden", periode.geraakte_maanden, self.volume, eigen_afleiding=True)
            case Frequentie.PER_WEEK if self.eenheid is Eenheid.STUKS_OUTPUT:
                return Telling("zondagen", periode.zondagen, self.volume, eigen_afleiding=False)
            case Frequentie.PER_WEEK:
                return Telling("weken", periode.geraakte_weken, self.volume, eigen_afleiding=False)


@dataclass(frozen=True)
class Telling:
    """Een som die iemand kan narekenen: ``aantal`` keer ``volume``."""

    soort: str
    aantal: int
    volume: int
    eigen_afleiding: bool

    @property
    def totaal(self) -> int:
        """Het maximum in de eenheid van de omvang."""
        return self.aantal * self.volume


def past_code(categorie: str, code: str) -> bool:
    """Of een productcode bij haar categorie hoort (TR381); zonder code is er niets dat niet past."""
    return not code or bool(categorie and len(code) == 5 and code.startswith(categorie))


def stapelt(een: tuple[str, str], ander: tuple[str, str]) -> bool:
    """Of twee producten (categorie en code) niet tegelijk mogen lopen (TR302, OP259).

    Zonder categorie is een toewijzing generiek: die mag met niets overlappen.
    """
    return not een[0] or not ander[0] or (een[1] or een[0]) == (ander[1] or ander[0])
