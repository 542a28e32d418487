"""De toewijzing: welke hulp, hoeveel ten hoogste en tot wanneer. Eenmaal vastgesteld verandert zij niet meer."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from jeugdteam_app.dossier.evaluatie import Einde, Wachtkeuze
from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.omvang import GROOTSTE_VOLUME, NIET_PER_DAG, Eenheid, Frequentie, Omvang, Telling
from jeugdteam_app.kern.periode import Periode
from jeugdteam_app.kern.plek import Plek, plek_bij


class Variant(StrEnum):
    """Hoe iJw een toewijzing kent: met code en omvang, alleen categorie, of alleen budget."""

    SPECIFIEK = "specifiek"
    ASPECIFIEK = "aspecifiek"
    GENERIEK = "generiek"


class Besluitsoort(StrEnum):
    """Wat het besluit doet. Geen hulp nodig is een eigen uitkomst: niemand vroeg iets dat wordt geweigerd."""

    TOEKENNEN = "toekennen"
    WIJZIGEN = "wijzigen"
    BEEINDIGEN = "beeindigen"
    AFWIJZEN = "afwijzen"
    GEEN_HULP = "geen_hulp"


class Levering(StrEnum):
    """Zorg in natura, of een persoonsgebonden budget (Jeugdwet 8.1.1)."""

    NATURA = "natura"
    PGB = "pgb"


class Redenwijziging(StrEnum):
    """Waarom een toewijzing veranderde (iJw JZ002, zonder de vervallen 01)."""

    OVERLEDEN = "02"
    CONTRACT = "03"
    VERLENGING = "04"
    VERKORTING = "05"
    ANDER_DOMEIN = "06"
    VERHUIZING = "07"
    LEVERINGSVORM = "08"
    ANDERE_AANBIEDER = "09"
    BEKOSTIGING = "10"
    HERINDELING = "11"
    DOOR_AANBIEDER = "12"
    VERWIJDERD = "13"
    CORRECTIE = "14"


# Welke reden bij welk besluit kan: een wijziging laat de hulp doorgaan, en wie stopt, verlengt niet.
REDENEN: dict[Besluitsoort, tuple[Redenwijziging, ...]] = {
    Besluitsoort.WIJZIGEN: tuple(
        r for r in Redenwijziging
        if r not in (Redenwijziging.OVERLEDEN, Redenwijziging.ANDER_DOMEIN, Redenwijziging.VERHUIZING,
                     Redenwijziging.VERWIJDERD)
    ),
    Besluitsoort.BEEINDIGEN: tuple(r for r in Redenwijziging if r is not Redenwijziging.VERLENGING),
}  # fmt: skip


class Weigergrond(StrEnum):
    """Waarom (een deel van) wat het gezin vroeg niet wordt toegekend."""

    EIGEN_KRACHT = "eigen_kracht"
    VRIJ_TOEGANKELIJK = "vrij_toegankelijk"
    ANDERE_WET = "andere_wet"
    NIET_NODIG = "niet_nodig"
    PGB_VOORWAARDEN = "pgb_voorwaarden"


# Bij deze gronden hoort welke wet of welke voorwaarde het is.
VRAAGT_NADER = frozenset({Weigergrond.ANDERE_WET, Weigergrond.PGB_VOORWAARDEN})


class Normuitkomst(StrEnum):
    """Wat de normtoets zei toen het besluit werd vastgesteld."""

    CONFORM = "conform"
    WIJKT_AF = "wijkt_af"
    ONBEKEND = "onbekend"


class Opzij(Geheel):
    """Een advies dat iemand bewust terzijde legde, met de reden."""

    code: str
    reden: str


# Van een tarief naar een andere eenheid, alleen waar dat zonder aanname kan.
_OMREKENEN = {(Eenheid.UUR, Eenheid.MINUUT): Fraction(1, 60), (Eenheid.MINUUT, Eenheid.UUR): Fraction(60)}


class Kostensom(NamedTuple):
    """Zoveel eenheden maal een tarief; de uitkomst naar boven op hele centen."""

    aantal: Fraction
    eenheid: Eenheid
    tarief: Geld

    @property
    def uitkomst(self) -> Geld:
        """Wat het ten hoogste kost."""
        return Geld(math.ceil(self.tarief.centen * self.aantal))


class Toewijzing(Geheel):
    """De inhoud, nog te veranderen tot zij wordt vastgesteld. Bedragen in eurocenten."""

    besluit: Besluitsoort = Besluitsoort.TOEKENNEN
    # De sleutel van het besluit dat hiermee verandert, stopt of wordt verbeterd, en waarom (iJw JZ002).
    vervangt: str = ""
    # Bij eerder stoppen: het besluit waarmee de hulp al met een nieuw nummer verderging, en dat blijft gelden.
    naast_besluit: str = ""
    reden_wijziging: Redenwijziging | None = None
    # Bij een verbetering: wat er in het vorige besluit niet klopte.
    wat_was_fout: str = ""
    # Bij een wijziging terwijl het gezin nog op een besluit wacht: dat dit daar niet het antwoord op is.
    aanvraag_blijft_open: bool = False
    # Bij een nieuw nummer: wat er van een totaal of budget voor de oude toewijzing overblijft.
    over_voor_oud: Annotated[int, Field(ge=0, le=GROOTSTE_VOLUME)] | None = None
    # De sleutel van het verzoek van een aanbieder dat hiermee wordt ingewilligd, en het hoeveelste product daarvan.
    verzoek: str = ""
    verzoek_product: Annotated[int, Field(ge=0)] = 0
    product: str = ""
    # Leeg bij een ontwerp van voor deze velden: dan geldt het boek van nu.
    boek: str = ""
    boekversie: str = ""
    productnaam: str = ""
    segment: str = ""
    categorie: str = ""
    productcode: str = ""
    # Waar de hulp volgens het boek is; zonder product uit het boek leeg.
    plek: Plek | None = None
    voorbeeldproduct: bool = True
    # Wat overal bij dit boek moet staan omdat niet alles erin vastgesteld en echt is.
    boekband: str = ""
    resultaat: str = ""
    volume: Annotated[int, Field(ge=1, le=GROOTSTE_VOLUME)] | None = None
    eenheid: Eenheid | None = None
    frequentie: Frequentie | None = None
    budget: Annotated[int, Field(ge=1, le=GROOTSTE_VOLUME)] | None = None
    ingangsdatum: date | None = None
    einddatum: date | None = None
    tarief: int | None = None
    # Zonder eenheid is het een besluit van voor dit veld: toen telden alleen tarieven per uur.
    tarief_per: Eenheid | None = None
    tariefbron: str = ""
    # Noemt het boek geen tarief: wat één eenheid volgens het contract kost, en waar dat staat.
    eigen_tarief: Annotated[int, Field(ge=1, le=GROOTSTE_VOLUME)] | None = None
    # Hoe de hulp afbouwt, naar welke voorziening, en vanaf welke dag.
    afschalen: str = ""
    afschalen_naar: str = ""
    afschalen_op: date | None = None
    # Wat er naast deze hulp is (vrij toegankelijk, school, een andere wet), en hoe het kind er komt.
    andere_hulp: str = ""
    vervoer: str = ""
    evaluatiedatum: date | None = None
    motivering: str = ""
    motivering_omvang: str = ""
    # Wat het gezin ook vroeg en niet krijgt; leeg als alles is toegekend.
    niet_toegekend: str = ""
    weigergrond: Weigergrond | None = None
    # Welke andere wet, of aan welke voorwaarde voor een pgb niet is voldaan.
    weigergrond_nader: str = ""
    waarom_niet: str = ""
    # Wanneer het gezin zijn kant kon vertellen voor er iets werd geweigerd, en wat het zei (Awb 4:7).
    gehoord_op: date | None = None
    zienswijze: str = ""
    # Bij geen hulp: of het gezin het daarmee eens is. Is dat niet zo, dan is het een afwijzing.
    gezin_eens: bool = False
    # Bij afwijzen en bij geen hulp: wat er dan wel kan, en bij wie.
    wat_wel: str = ""
    levering: Levering = Levering.NATURA
    # De drie voorwaarden voor een pgb (Jeugdwet 8.1.1), elk met wat ervan blijkt.
    pgb_bekwaam: str = ""
    pgb_waarom: str = ""
    pgb_kwaliteit: str = ""
    pgb_verantwoording: str = ""
    # Wat één eenheid hulp mag kosten, en wat er bij de som van het budget te zeggen is.
    pgb_tarief: Annotated[int, Field(ge=1, le=GROOTSTE_VOLUME)] | None = None
    pgb_berekening: str = ""
    aanbieder: str = ""
    aanbieder_agb: str = ""
    opzij: tuple[Opzij, ...] = ()

    def waarom_opzij(self, code: str) -> str:
        """De reden waarmee een advies terzijde ging; leeg als dat niet gebeurde."""
        return next((o.reden for o in self.opzij if o.code == code), "")

    def zonder_wat_niet_geldt(self) -> Toewijzing:
        """Zonder woorden uit een deel dat bij dit besluit niet op papier komt.

        Iemand kan eerst een pgb of een weigering hebben ingevuld en daarna iets anders kiezen. Die woorden horen niet
        in de gegevens die met de brief meegaan.
        """
        weg: set[str] = set()
        if self.levering is not Levering.PGB:
            weg |= {"pgb_bekwaam", "pgb_waarom", "pgb_kwaliteit", "pgb_verantwoording", "pgb_tarief", "pgb_berekening"}
        zegt_nee = self.besluit not in (Besluitsoort.GEEN_HULP, Besluitsoort.BEEINDIGEN) and self.niet_toegekend
        if not zegt_nee:
            weg |= {"niet_toegekend", "weigergrond", "weigergrond_nader", "waarom_niet"}
        if not zegt_nee and self.besluit is not Besluitsoort.BEEINDIGEN:
            weg |= {"gehoord_op", "zienswijze"}
        if self.geeft_hulp:
            weg.add("wat_wel")
        if self.reden_wijziging is not Redenwijziging.CORRECTIE:
            weg.add("wat_was_fout")
        if self.besluit is not Besluitsoort.WIJZIGEN:
            weg.add("aanvraag_blijft_open")
        velden = type(self).model_fields
        return self.model_copy(update={n: velden[n].default for n in weg if getattr(self, n) != velden[n].default})

    @property
    def woonplek(self) -> Plek | None:
        """Waar het kind slaapt als dat niet thuis is: zoals het boek zegt, of zoals uit de code blijkt."""
        if self.plek is not None and self.plek.is_verblijf:
            return self.plek
        return plek_bij(self.categorie, self.productcode)

    @property
    def geeft_hulp(self) -> bool:
        """Of er na dit besluit hulp is, ook als zij op een dag stopt."""
        return self.besluit not in (Besluitsoort.AFWIJZEN, Besluitsoort.GEEN_HULP)

    @property
    def gaat_in_bericht(self) -> bool:
        """Of de aanbieder een bericht krijgt; bij een pgb is er geen toewijzing (OP043)."""
        return self.geeft_hulp and self.levering is Levering.NATURA

    @property
    def zelfde_toewijzing(self) -> bool:
        """Of dit besluit een eerdere toewijzing verandert of stopt."""
        return self.besluit in (Besluitsoort.WIJZIGEN, Besluitsoort.BEEINDIGEN)

    @property
    def variant(self) -> Variant:
        """Volgt uit wat er van het product bekend is (CD041, CD079 en CD080)."""
        if self.productcode:
            return Variant.SPECIFIEK
        return Variant.ASPECIFIEK if self.categorie else Variant.GENERIEK

    @property
    def periode(self) -> Periode | None:
        """Van ingang tot en met einde; ontbreekt er één, dan is er geen periode."""
        if self.ingangsdatum is None or self.einddatum is None or self.einddatum < self.ingangsdatum:
            return None
        return Periode(self.ingangsdatum, self.einddatum)

    @property
    def omvang(self) -> Omvang | None:
        """De omvang als alle drie de delen er zijn en de variant er een toelaat."""
        if self.variant is not Variant.SPECIFIEK:
            return None
        if self.volume is None or self.eenheid is None or self.frequentie is None:
            return None
        if not self.eenheid_mag:
            return None
        return Omvang(self.volume, self.eenheid, self.frequentie)

    @property
    def eenheid_mag(self) -> bool:
        """Of de eenheid bij de frequentie kan (CS338)."""
        return not (self.frequentie is Frequentie.PER_DAG and self.eenheid in NIET_PER_DAG)

    @property
    def maximum(self) -> Telling | None:
        """Het meeste dat geleverd mag worden over de hele periode."""
        return self.omvang.telling(self.periode) if self.omvang and self.periode else None

    @property
    def pgb_som(self) -> Geld | None:
        """Het budget als som: het meeste aan hulp maal wat één eenheid kost. Zonder een van beide is er geen som."""
        if self.maximum is None or self.pgb_tarief is None or self.eenheid is Eenheid.EUROS:
            return None
        return Geld(self.maximum.totaal * self.pgb_tarief)

    @property
    def maximumkosten(self) -> Geld | None:
        """Het meeste dat het mag kosten: het budget, of maximum maal tarief als dat bekend is."""
        if self.variant is not Variant.SPECIFIEK or self.levering is Levering.PGB:
            return Geld(self.budget) if self.budget else None
        if self.maximum is not None and self.eenheid is Eenheid.EUROS:
            return Geld(self.maximum.totaal)
        return self.kostensom.uitkomst if self.kostensom else None

    @property
    def kostensom(self) -> Kostensom | None:
        """De kosten als som van maximum en tarief, in de eenheid van het tarief.

        Telt de toewijzing in iets anders dan het tarief, dan rekenen we alleen om als dat zonder aanname kan:
        uren en minuten wel, dagdelen en etmalen niet.
        """
        if self.maximum is None or self.eenheid is None or self.eenheid is Eenheid.EUROS:
            return None
        if self.vraagt_eigen_tarief:
            eigen = self.eigen_tarief
            return None if eigen is None else Kostensom(Fraction(self.maximum.totaal), self.eenheid, Geld(eigen))
        deel = self._deel_van_tarief
        if self.tarief is None or deel is None:
            return None
        return Kostensom(self.maximum.totaal * deel, self.tarief_per or Eenheid.UUR, Geld(self.tarief))

    @property
    def vraagt_eigen_tarief(self) -> bool:
        """Of het boek geen tarief noemt waarmee te rekenen is: geen tarief, of een in een andere eenheid."""
        return self.tarief is None or (self.eenheid is not None and self._deel_van_tarief is None)

    @property
    def _deel_van_tarief(self) -> Fraction | None:
        per = self.tarief_per or Eenheid.UUR
        return Fraction(1) if per is self.eenheid else _OMREKENEN.get((per, self.eenheid)) if self.eenheid else None


class Vaststelling(Geheel):
    """Wat er is vastgesteld: de inhoud en alles wat er toen bij hoorde. Onveranderlijk."""

    inhoud: Toewijzing
    besluitnummer: str
    datum: date
    tijd: time
    door: str
    functie: str
    gemeente: str
    gemeentecode: str
    boek: str
    boekversie: str
    maximum_totaal: int | None
    maximum_kosten: int | None
    gezet_op: datetime
    norm: Normuitkomst | None = None
    # De versie van de regels waarmee is getoetst; leeg bij een besluit van voor dit veld.
    regelversie: str = ""
    # Wat er over deze toewijzing in het bericht staat (XML), met een open plek voor de verwijzing naar het besluit.
    bericht: str = ""
    brief: dict[str, Any] = Field(default_factory=dict)

    @property
    def kern(self) -> str:
        """Waaraan hetzelfde besluit op elke laptop te herkennen is."""
        return self.besluitnummer


class Meegekeken(Geheel):
    """Dat een collega meekeek met precies dit ontwerp (``afdruk``), getekend met zijn sleutel."""

    dossier: str
    sleutel: str
    afdruk: str
    akkoord: bool
    toelichting: str = ""
    wie: str
    functie: str = ""
    datum: date
    contact: str
    # Met welke versie van het programma; een andere versie kan een andere brief maken.
    programma: str = ""
    handtekening: str = ""


class Toegewezen(Voorwerp):
    """Eén toewijzing in het dossier: als ontwerp en, daarna, zoals vastgesteld."""

    soort = "toewijzing"
    inhoud = Veld[Toewijzing]("toewijzing.inhoud", Toewijzing)
    vastgesteld = Veld[Vaststelling]("toewijzing.vastgesteld", Vaststelling)
    nummer = Veld[int]("toewijzing.nummer", int)
    # Wijzigden twee collega's hetzelfde besluit, dan zegt een mens welk besluit niet geldt.
    geldt_niet = Veld[bool]("toewijzing.geldt_niet", bool)
    meegekeken = Veld[Meegekeken]("toewijzing.meegekeken", Meegekeken)
    geen_bericht = Veld[bool]("toewijzing.geen_bericht", bool)

    # Hoe het na het besluit verliep.
    gestart_op = Veld[date]("toewijzing.gestart_op", date)
    gestopt_op = Veld[date]("toewijzing.gestopt_op", date)
    einde = Veld[Einde]("toewijzing.einde", Einde)
    wachtkeuze = Veld[Wachtkeuze]("toewijzing.wachtkeuze", Wachtkeuze)
    wachtkeuze_op = Veld[date]("toewijzing.wachtkeuze_op", date)
    overbrugd_door = Veld[str]("toewijzing.overbrugd_door", str)
    # Bij een woonplek die stopt: waarom het nodig was, en wat het had voorkomen.
    waarom_geplaatst = Veld[str]("toewijzing.waarom_geplaatst", str)
    wat_had_voorkomen = Veld[str]("toewijzing.wat_had_voorkomen", str)
    wachten_gemeld_op = Veld[date]("toewijzing.wachten_gemeld_op", date)

    @property
    def is_van_nieuwere_versie(self) -> bool:
        """Of hier een besluit staat dat dit programma niet kan lezen: dan is het zeker geen ontwerp."""
        staat_er = isinstance(self.stand.feit(self.sleutel, Toegewezen.vastgesteld.id), Bekend)
        return staat_er and not isinstance(self.vastgesteld, Bekend)
