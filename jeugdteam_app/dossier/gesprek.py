"""Gesprekken en contacten: wanneer, wie, wat er gezegd is en wat is afgesproken. Het hele gezin deelt ze.

Ook wat iemand er zelf bij laat zetten, en of iemand het met een plan eens is.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from jeugdteam_app.dossier.analyse import Eens
from jeugdteam_app.dossier.schets import Schets
from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import VERWIJDERD

Minuten = Annotated[int, Field(ge=1, le=600)]


class Vorm(StrEnum):
    """Hoe het contact was."""

    THUIS = "thuis"
    KANTOOR = "kantoor"
    SCHOOL = "school"
    TELEFOON = "telefoon"
    BEELDBELLEN = "beeldbellen"
    BERICHT = "bericht"


class Contact(Voorwerp):
    """Eén gesprek of bericht."""

    soort, deel = "contact", "gezin"
    datum = Veld[date]("contact.datum", date)
    vorm = Veld[Vorm]("contact.vorm", Vorm)
    wie = Veld[str]("contact.wie", str)
    gezegd = Veld[str]("contact.gezegd", str)
    afgesproken = Veld[str]("contact.afgesproken", str)
    # Hoe lang het duurde; telt mee voor het maximum van een praktijk.
    minuten = Veld[int]("contact.minuten", Minuten)
    # Over welke kinderen van het gezin het ging, als id van hun dossier; leeg is over het hele gezin.
    over_kind = Veld[tuple[str, ...]]("contact.over_kind", tuple[str, ...])


# Over wie een gesprek gaat, en of het weg is. Dat weet ieder die het gezin heeft, ook zonder de woorden: alleen zo
# bereikt een gesprek dat later over één kind gaat, wie het al had.
ZONDER_WOORDEN = frozenset((Contact.over_kind.id, VERWIJDERD))


def over_wie(stand: Stand) -> dict[str, frozenset[str]]:
    """Van elk gesprek dat niet over het hele gezin gaat, over welke kinderen, als id; ook van wat is weggehaald.

    Schreven twee mensen iets anders, dan gaat het over alle kinderen die zij noemen; zegt een van hen het hele gezin,
    dan is het van het gezin.
    """
    uit: dict[str, frozenset[str]] = {}
    for kop in stand.alle_koppen():
        if kop.plaats.veld == Contact.over_kind.id:
            gezegd = [k.waarde.get("b") or [] for k in stand.koppen(kop.plaats)]
            if all(gezegd):
                uit[kop.plaats.voorwerp] = frozenset(str(id) for ids in gezegd for id in ids)
    return uit


def over_alleen_anderen(stand: Stand, kind: str) -> frozenset[str]:
    """De gesprekken die niet over dit kind gaan: wat daar geschreven wordt, staat niet in zijn dossier."""
    return frozenset(gesprek for gesprek, over in over_wie(stand).items() if kind not in over)


class Verklaring(Voorwerp):
    """Wat iemand zelf aan het dossier toevoegt omdat hij het anders ziet; het blijft erbij (Jeugdwet 7.3.9, AVG 16)."""

    soort = "verklaring"
    wie = Veld[str]("verklaring.wie", str)
    datum = Veld[date]("verklaring.datum", date)
    waarover = Veld[str]("verklaring.waarover", str)
    tekst = Veld[str]("verklaring.tekst", str)


class Waarover(StrEnum):
    """Waar iemand het mee eens of oneens is."""

    FAMILIEGROEPSPLAN = "familiegroepsplan"
    PERSPECTIEFPLAN = "perspectiefplan"


class Handtekening(Geheel):
    """Een handtekening op het scherm; ``over`` is het kenmerk van het plan en de woorden waar zij bij gezet is.

    ``zorgen`` zijn de zorgen die er toen te lezen waren: wie tekent, tekent niet voor wat is afgeschermd.
    """

    strepen: Schets
    zorgen: tuple[str, ...] = ()
    over: str
    op: date
    # Hetzelfde zonder wat uit de analyse komt: een collega kan het plan zonder dat hoofdstuk hebben gekregen.
    over_zonder_analyse: str = ""


class Instemming(Geheel):
    """Wat één persoon van een plan vindt. Voegt als één geheel samen: nooit oud akkoord bij nieuwe woorden."""

    waarover: Waarover = Waarover.FAMILIEGROEPSPLAN
    wie: str = ""
    eens: Eens | None = None
    eigen_woorden: str = ""
    datum: date | None = None
    handtekening: Handtekening | None = None


class Instemmingen(Voorwerp):
    """Eén regel in de lijst van wie het waarmee eens is."""

    soort = "instemming"
    inhoud = Veld[Instemming]("instemming.inhoud", Instemming)
