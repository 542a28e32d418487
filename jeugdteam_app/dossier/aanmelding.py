"""De eerste vraag en de vraagverheldering: de negen punten, taal, toestemming en een eerste blik op veiligheid.

Bron van de negen punten: Richtlijn Samen beslissen over hulp, 2022, § 4.1.6.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp
from jeugdteam_app.kern.periode import leeftijd


class Verwijzer(StrEnum):
    """Codelijst COD327; 07 bestaat niet."""

    GEMEENTE = "01"
    HUISARTS = "02"
    JEUGDARTS = "03"
    GI = "04"
    MEDISCH_SPECIALIST = "05"
    ZELF = "06"
    RECHTER = "08"


class Uitkomst(StrEnum):
    """Wat er met de eerste vraag gebeurt."""

    BEANTWOORD = "beantwoord"
    VERDER = "verder"


class Ernst(StrEnum):
    """Hoe zwaar het nu weegt, volgens gezin en professional samen."""

    LICHT = "licht"
    MATIG = "matig"
    ERNSTIG = "ernstig"


class Urgentie(StrEnum):
    """Hoe snel er iets moet gebeuren."""

    KAN_WACHTEN = "kan_wachten"
    SNEL = "snel"
    DIRECT = "direct"


class Tolk(StrEnum):
    """Communicatievorm, codelijst COD747 met 'geen tolk' erbij."""

    GEEN = "geen"
    TAAL = "1"
    DOVENTOLK = "2"
    DOOFBLINDENTOLK = "3"


class Antwoord(StrEnum):
    """Ja of nee; wie het niet weet, laat het feit onbekend."""

    JA = "ja"
    NEE = "nee"


class Waarvoor(StrEnum):
    """Toestemming voor hulp is iets anders dan toestemming om informatie te delen."""

    HULP = "hulp"
    DELEN = "delen"


class Veiligheidscheck(Geheel):
    """De eerste blik op veiligheid. Voegt als één geheel samen."""

    datum: date | None = None
    acuut_gevaar: Antwoord | None = None
    zorgen_over_veiligheid: Antwoord | None = None
    wat_zien_we: str = ""
    wat_doen_we_nu: str = ""
    besproken_met: str = ""


class Ontvanger(StrEnum):
    """Wat voor iemand het is met wie informatie gedeeld mag worden."""

    SCHOOL = "school"
    HUISARTS = "huisarts"
    AANBIEDER = "aanbieder"
    GEMEENTE = "gemeente"
    ANDER = "ander"


class Toestemming(Geheel):
    """Eén gegeven of geweigerde toestemming. Voegt als één geheel samen."""

    waarvoor: Waarvoor = Waarvoor.HULP
    door: str = ""
    met_wie: str = ""
    # Wat voor iemand ``met_wie`` is, en wat er gedeeld mag worden en waarvoor.
    ontvanger: Ontvanger | None = None
    wat: str = ""
    gegeven: Antwoord | None = None
    datum: date | None = None
    hoe: str = ""
    # Wie toestemming gaf, mag haar altijd weer intrekken; vanaf die dag telt zij nergens meer.
    ingetrokken_op: date | None = None
    ingetrokken_door: str = ""

    @property
    def is_ingetrokken(self) -> bool:
        """Of iemand haar introk; ook als de dag er nog niet bij staat."""
        return self.ingetrokken_op is not None or bool(self.ingetrokken_door.strip())

    @property
    def staat_open(self) -> bool:
        """Of er ja staat, en niemand dat introk."""
        return self.gegeven is Antwoord.JA and not self.is_ingetrokken

    @property
    def als_nee(self) -> Toestemming:
        """Wat er nee zegt, of is ingetrokken: allebei is nu nee."""
        return self.model_copy(update={"gegeven": Antwoord.NEE, "datum": self.ingetrokken_op or self.datum})

    def geldt(self, op: date) -> bool:
        """Of de toestemming op een dag gegeven en niet ingetrokken is; wat pas later ingaat, geldt dan nog niet."""
        if self.datum is not None and self.datum > op:
            return False
        if self.ingetrokken_op is not None:
            return self.gegeven is Antwoord.JA and op < self.ingetrokken_op
        return self.staat_open


class Aanmelding(Voorwerp):
    """Wie belde, waarover, en hoe het verdergaat."""

    soort = "aanmelding"
    datum = Veld[date]("aanmelding.datum", date)
    melder = Veld[str]("aanmelding.melder", str)
    verwijzer = Veld[Verwijzer]("aanmelding.verwijzer", Verwijzer)
    verwijzer_naam = Veld[str]("aanmelding.verwijzer_naam", str)
    korte_vraag = Veld[str]("aanmelding.korte_vraag", str)
    antwoord = Veld[str]("aanmelding.antwoord", str)
    uitkomst = Veld[Uitkomst]("aanmelding.uitkomst", Uitkomst)
    aanvraagdatum = Veld[date]("aanmelding.aanvraagdatum", date)
    # Lukt beslissen niet op tijd: de dag waarop het gezin dat hoorde, en de dag die toen is genoemd (Awb 4:14).
    uitstel_gemeld_op = Veld[date]("aanmelding.uitstel_gemeld_op", date)
    uitstel_tot = Veld[date]("aanmelding.uitstel_tot", date)
    # Bij hulp via de rechter, zoals bij een scheiding: welke doelen hij gaf, en wanneer hij het wil horen.
    rechter_doelen = Veld[str]("aanmelding.rechter_doelen", str)
    rechter_bericht_op = Veld[date]("aanmelding.rechter_bericht_op", date)


class Vraagverheldering(Voorwerp):
    """De negen punten van de vraagverheldering."""

    soort = "vraagverheldering"
    reden = Veld[str]("vraag.reden", str)
    zorgen_en_van_wie = Veld[str]("vraag.zorgen_en_van_wie", str)
    wie_wat_waar_wanneer = Veld[str]("vraag.wie_wat_waar_wanneer", str)
    rol_netwerk = Veld[str]("vraag.rol_netwerk", str)
    conclusie = Veld[str]("vraag.conclusie", str)
    ernst = Veld[Ernst]("vraag.ernst", Ernst)
    urgentie = Veld[Urgentie]("vraag.urgentie", Urgentie)
    verwacht_jeugdige = Veld[str]("vraag.verwacht_jeugdige", str)
    verwacht_ouders = Veld[str]("vraag.verwacht_ouders", str)
    verwacht_professional = Veld[str]("vraag.verwacht_professional", str)
    afspraken = Veld[str]("vraag.afspraken", str)
    volgende_datum = Veld[date]("vraag.volgende_datum", date)
    wie_wordt_geinformeerd = Veld[str]("vraag.wie_wordt_geinformeerd", str)
    informatie_van_anderen = Veld[str]("vraag.informatie_van_anderen", str)
    taal = Veld[str]("vraag.taal", str)
    tolk = Veld[Tolk]("vraag.tolk", Tolk)
    veiligheid = Veld[Veiligheidscheck]("vraag.veiligheid", Veiligheidscheck)


class Toestemmingen(Voorwerp):
    """Eén regel in de lijst van toestemmingen."""

    soort = "toestemming"
    inhoud = Veld[Toestemming]("toestemming.inhoud", Toestemming)


class Beslisser(StrEnum):
    """Wie over jeugdhulp beslist (Jeugdwet 7.3.4, 7.3.5 en 7.3.15)."""

    GEZAGSDRAGERS = "gezagsdragers"
    JEUGDIGE_EN_GEZAGSDRAGERS = "jeugdige_en_gezagsdragers"
    JEUGDIGE = "jeugdige"


def wie_beslist(geboren: date, op: date) -> Beslisser:
    """Wie toestemming geeft: onder 12 de gezagsdragers, van 12 tot 16 samen met de jeugdige, vanaf 16 de jeugdige."""
    jaren = leeftijd(geboren, op)
    if jaren < 12:
        return Beslisser.GEZAGSDRAGERS
    return Beslisser.JEUGDIGE_EN_GEZAGSDRAGERS if jaren < 16 else Beslisser.JEUGDIGE
