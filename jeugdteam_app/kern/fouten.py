"""De fouten van het huis, geordend naar wiens beurt het is om iets te doen.

Fout
├── InvoerFout      de gebruiker kan het herstellen: er staat iets in een veld dat niet kan
├── WereldFout      de wereld werkt niet mee: schijf vol, bestand beschadigd, kluis in gebruik
└── ProgrammaFout   wij hebben een fout gemaakt: melden, zonder persoonsgegevens

Een fout draagt een code en gegevens die nooit persoonsgegevens zijn. De zin die iemand leest,
hoort bij de rand (scherm of opdrachtregel) en staat in ``zinnen``.
"""

from __future__ import annotations


class Fout(Exception):
    """Een feit dat gemeld moet worden, met een code waar de rand een zin bij heeft.

    ``gegevens`` zijn de invulwoorden van die zin. Zet er nooit een naam, bsn of eigen tekst in.
    """

    def __init__(self, code: str, **gegevens: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.gegevens = gegevens


class InvoerFout(Fout):
    """Wat is ingevuld, kan niet; de gebruiker kan het verbeteren."""


class WereldFout(Fout):
    """De schijf, het bestand of het systeem werkt niet mee; er is niets veranderd."""


class ProgrammaFout(Fout):
    """Onze eigen fout: dit had niet mogen gebeuren."""
