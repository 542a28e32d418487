"""De inhoud van een JW301-bericht, los van XML: één kind, één aanbieder, één of meer toewijzingen.

Bron: berichtstandaard iJw 3.2. Wat ontbreekt, mag hier ontbreken; ``controle`` zegt het, en ``xml`` schrijft
alleen een bericht waar niets aan mankeert.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time

from jeugdteam_app.kern.omvang import Omvang

# De letters die het schema als voorletter toelaat.
_VOORLETTER = re.compile("[a-zA-ZÀ-ỳ]")
# De soorten adres die wij schrijven (COD757).
INSCHRIJVING, CORRESPONDENTIE, VERBLIJF, TIJDELIJK = "01", "02", "03", "04"
NEDERLAND = "0031"


@dataclass(frozen=True)
class Naam:
    """Een naam zoals de standaard die verdeelt."""

    achternaam: str
    voorvoegsel: str = ""
    voornamen: str = ""
    # Een voogd kan een organisatie zijn; dan is dit haar naam (IV045, NaamGebruik 6).
    organisatie: bool = False

    @property
    def voorletters(self) -> str:
        """De eerste letters van de voornamen, ten hoogste zes."""
        eerste = (deel[0] for deel in self.voornamen.split())
        return "".join(letter for letter in eerste if _VOORLETTER.fullmatch(letter))[:6]


@dataclass(frozen=True)
class Adres:
    """Een adres in Nederland; soort volgens COD757 (``INSCHRIJVING``, ``VERBLIJF``)."""

    soort: str
    straat: str = ""
    huisnummer: str = ""
    huisletter: str = ""
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""


@dataclass(frozen=True)
class Relatie:
    """De gezagsdrager; soort volgens COD472 (10 ouder, 11 voogd, 13 pleegouder, 09 anders)."""

    nummer: int
    soort: str
    naam: Naam
    adres: Adres
    geboortedatum: date | None = None
    telefoon: str = ""
    # Van welk land het telefoonnummer is.
    landnummer: str = NEDERLAND


@dataclass(frozen=True)
class ToegewezenProduct:
    """Eén toewijzing. Precies één van omvang en budget, volgens de variant. Budget in eurocenten."""

    nummer: int | None
    categorie: str
    code: str
    toewijzingsdatum: date
    toewijzingstijd: time
    ingangsdatum: date
    einddatum: date | None
    omvang: Omvang | None = None
    budget: int | None = None
    # Waarom een eerdere toewijzing veranderde (JZ002); leeg bij een nieuwe of ongewijzigde (IV099).
    reden: str = ""
    # Het kenmerk van de aanbieder, alleen als dit zijn verzoek inwilligt (TR379, IV097).
    referentie: str = ""
    # Bij welk besluit dit hoort; nooit iets waaraan een mens te herkennen is (OP191).
    commentaar: str = ""


@dataclass(frozen=True)
class Antwoord:
    """Een JW319: het antwoord op een verzoek van een aanbieder, als dat geen toewijzing is."""

    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: date
    referentie: str
    antwoord: str
    reden: str = ""
    gemeente: str = ""
    basisschema_versie: str = "1.0.0"
    bericht_versie: str = "1.0.0"


@dataclass(frozen=True)
class Bericht:
    """Het hele bericht."""

    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: date
    bsn: str
    geboortedatum: date | None
    geslacht: str
    naam: Naam
    # Waar het kind woont, en waar het staat ingeschreven als dat bekend is; van elke soort hoogstens één (TR101).
    adressen: tuple[Adres, ...]
    producten: tuple[ToegewezenProduct, ...]
    relaties: tuple[Relatie, ...] = ()
    tolk: str = ""
    taal: str = ""
    basisschema_versie: str = "1.0.0"
    bericht_versie: str = "1.0.0"
    jeugdige_is_gezagsdrager: bool = False
    gezag_bekend: bool = False
    veiligheid_verbiedt: bool = False
    gemeenten: frozenset[str] = field(default=frozenset(), repr=False)
