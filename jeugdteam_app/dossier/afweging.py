"""De vragen waar het advies van afhangt. Elke vraag mag open blijven: onbekend is geen nee.

Open normen (spoed, complex, zeer zwaar) beantwoordt een mens, met de criteria in beeld. De eerste vier
vragen over eigen kracht komen uit CRvB 2019:2362.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import Onbekend, waarde
from jeugdteam_app.kern.taal import N_


class Klachten(StrEnum):
    """Hoe zwaar psychische klachten wegen."""

    GEEN = "geen"
    LICHT = "licht"
    MATIG = "matig"
    ERNSTIG = "ernstig"


class Probleemgebied(StrEnum):
    """Waar in het leven van het kind het knelt."""

    GEZIN = "gezin"
    SCHOOL = "school"
    WELZIJN = "welzijn"
    GEZONDHEID = "gezondheid"
    VRIJE_TIJD = "vrije_tijd"


class Hulpvorm(StrEnum):
    """Waar de hulp zich op richt."""

    KIND = "kind"
    OPVOEDING = "opvoeding"
    GEZIN = "gezin"
    DIAGNOSE = "diagnose"


class Afweging(Voorwerp):
    """De antwoorden op de vragen van het advies."""

    soort = "afweging"
    kan_niet_wachten = Veld[Antwoord]("afweging.kan_niet_wachten", Antwoord)
    thuis_passend = Veld[Antwoord]("afweging.thuis_passend", Antwoord)
    naar_school = Veld[Antwoord]("afweging.naar_school", Antwoord)
    overdag_thuis = Veld[Antwoord]("afweging.overdag_thuis", Antwoord)
    zeer_zwaar = Veld[Antwoord]("afweging.zeer_zwaar", Antwoord)
    complex = Veld[Antwoord]("afweging.complex", Antwoord)
    enkelvoudig = Veld[Antwoord]("afweging.enkelvoudig", Antwoord)
    kortdurend = Veld[Antwoord]("afweging.kortdurend", Antwoord)
    probleemgebieden = Veld[tuple[Probleemgebied, ...]]("afweging.probleemgebieden", tuple[Probleemgebied, ...])
    klachten = Veld[Klachten]("afweging.klachten", Klachten)
    hulp_voor = Veld[tuple[Hulpvorm, ...]]("afweging.hulp_voor", tuple[Hulpvorm, ...])
    ouders_in_staat = Veld[Antwoord]("afweging.ouders_in_staat", Antwoord)
    ouders_beschikbaar = Veld[Antwoord]("afweging.ouders_beschikbaar", Antwoord)
    dreigt_overbelasting = Veld[Antwoord]("afweging.dreigt_overbelasting", Antwoord)
    geld_knelt = Veld[Antwoord]("afweging.geld_knelt", Antwoord)
    netwerk_kan = Veld[Antwoord]("afweging.netwerk_kan", Antwoord)
    vrij_toegankelijk_past = Veld[Antwoord]("afweging.vrij_toegankelijk_past", Antwoord)
    team_kan_zelf = Veld[Antwoord]("afweging.team_kan_zelf", Antwoord)
    ontlasten = Veld[Antwoord]("afweging.ontlasten", Antwoord)
    leren_op_school = Veld[Antwoord]("afweging.leren_op_school", Antwoord)
    blijvend_toezicht = Veld[Antwoord]("afweging.blijvend_toezicht", Antwoord)
    medische_zorg = Veld[Antwoord]("afweging.medische_zorg", Antwoord)
    ouders_eigen_vraag = Veld[Antwoord]("afweging.ouders_eigen_vraag", Antwoord)
    ouders_eigen_hulp = Veld[Antwoord]("afweging.ouders_eigen_hulp", Antwoord)
    maatregel = Veld[Antwoord]("afweging.maatregel", Antwoord)
    gevaar = Veld[Antwoord]("afweging.gevaar", Antwoord)
    hulp_voor_achttien = Veld[Antwoord]("afweging.hulp_voor_achttien", Antwoord)
    kan_open = Veld[Antwoord]("afweging.kan_open", Antwoord)
    dyslexie = Veld[Antwoord]("afweging.dyslexie", Antwoord)
    scheiding = Veld[Antwoord]("afweging.scheiding", Antwoord)
    eetstoornis = Veld[Antwoord]("afweging.eetstoornis", Antwoord)
    verstandelijke_beperking = Veld[Antwoord]("afweging.verstandelijke_beperking", Antwoord)
    ontwikkelt_nog = Veld[Antwoord]("afweging.ontwikkelt_nog", Antwoord)
    hulp_op_school = Veld[Antwoord]("afweging.hulp_op_school", Antwoord)
    speciaal_onderwijs = Veld[Antwoord]("afweging.speciaal_onderwijs", Antwoord)
    hulp_hielp_niet = Veld[Antwoord]("afweging.hulp_hielp_niet", Antwoord)
    vaste_woonplek = Veld[Antwoord]("afweging.vaste_woonplek", Antwoord)
    volgen_kan = Veld[Antwoord]("afweging.volgen_kan", Antwoord)
    verblijf_lang = Veld[Antwoord]("afweging.verblijf_lang", Antwoord)
    netwerk_wonen = Veld[Antwoord]("afweging.netwerk_wonen", Antwoord)
    meer_hulpverleners = Veld[Antwoord]("afweging.meer_hulpverleners", Antwoord)
    pgb_wens = Veld[Antwoord]("afweging.pgb_wens", Antwoord)
    # Een open norm vult een mens in, met de reden erbij.
    waarom_kan_niet_wachten = Veld[str]("afweging.waarom_kan_niet_wachten", str)
    waarom_zeer_zwaar = Veld[str]("afweging.waarom_zeer_zwaar", str)
    waarom_complex = Veld[str]("afweging.waarom_complex", str)
    waarom_ontwikkelt_nog = Veld[str]("afweging.waarom_ontwikkelt_nog", str)
    waarom_volgen_kan = Veld[str]("afweging.waarom_volgen_kan", str)


@dataclass(frozen=True)
class Vraag:
    """Een vraag zoals we haar stellen, waarom we haar stellen, en of een mens hier een open norm invult."""

    tekst: str
    waarom: str
    open_norm: bool = False


VRAGEN: dict[str, Vraag] = {
    "kan_niet_wachten": Vraag(
        N_("Is er nu direct hulp nodig, die niet kan wachten op gewone hulp?"),
        N_(
            "Let op acute onveiligheid, gevaar voor het kind of voor anderen, en of gewone hulp genoeg is. "
            "U beoordeelt dit zelf; overleg bij twijfel."
        ),
        open_norm=True,
    ),
    "thuis_passend": Vraag(
        N_("Is thuis een veilige en passende plek om te wonen?"),
        N_("Alleen als thuis niet veilig of passend is, zoeken we een andere woonplek."),
    ),
    "naar_school": Vraag(
        N_("Kan het kind meedoen op een gewone of speciale school?"),
        N_("Hulp overdag is er voor kinderen die niet mee kunnen doen op school of overdag niet thuis kunnen zijn."),
    ),
    "overdag_thuis": Vraag(
        N_("Kan het kind overdag thuis zijn als dat nodig is?"),
        N_("Kan dat niet, dan past misschien opvang overdag."),
    ),
    "zeer_zwaar": Vraag(
        N_("Zijn de problemen zeer zwaar?"),
        N_("Er is geen vaste maat. Weeg hoe ernstig het is, hoe lang het duurt en wat eerdere hulp deed."),
        open_norm=True,
    ),
    "complex": Vraag(
        N_("Spelen er meer problemen tegelijk die elkaar erger maken?"),
        N_("Dat noemen we een complexe hulpvraag. Er is geen vaste maat; u beoordeelt het zelf."),
        open_norm=True,
    ),
    "enkelvoudig": Vraag(
        N_("Gaat het om één probleem dat op zichzelf staat?"),
        N_("Bij één vraag past vaak hulp thuis of op afspraak."),
    ),
    "kortdurend": Vraag(
        N_("Verwacht u dat de hulp kort kan duren?"),
        N_("Hulp die kort duurt, hoort vaak bij segment 4."),
    ),
    "probleemgebieden": Vraag(
        N_("Waar in het leven van het kind knelt het?"),
        N_("Hulp op meer gebieden tegelijk vraagt om iets anders dan hulp bij één vraag."),
    ),
    "klachten": Vraag(
        N_("Hoe zwaar zijn de psychische klachten?"),
        N_("Basis-ggz is bedoeld voor lichte tot matige klachten."),
    ),
    "hulp_voor": Vraag(
        N_("Waar moet de hulp zich op richten?"),
        N_("Zo zoeken we producten die bij de doelen passen."),
    ),
    "ouders_in_staat": Vraag(
        N_("Kunnen ouders (een deel van) de hulp zelf geven?"),
        N_("Zo zien we welk deel ouders zelf kunnen doen, zonder dat het te zwaar wordt."),
    ),
    "ouders_beschikbaar": Vraag(
        N_("Hebben ouders tijd om de hulp zelf te geven?"),
        N_("Werk, zorg voor anderen en gezondheid tellen mee."),
    ),
    "dreigt_overbelasting": Vraag(
        N_("Wordt het ouders te veel als zij de hulp zelf geven?"),
        N_("Wordt het te veel, dan hoeven ouders het niet zelf te doen."),
    ),
    "geld_knelt": Vraag(
        N_("Komt het gezin in geldproblemen als ouders de hulp zelf geven?"),
        N_("Dit beschermt het gezin. Hoeveel geld er is, is nooit een reden om hulp te weigeren."),
    ),
    "netwerk_kan": Vraag(
        N_("Kunnen familie, vrienden of buren een deel opvangen?"),
        N_("Wat het netwerk kan, hoeft de hulp niet te doen. Vraag het aan het gezin, niet in hun plaats."),
    ),
    "vrij_toegankelijk_past": Vraag(
        N_("Is er iets gewoons in de buurt dat past, zoals sport, jongerenwerk of een cursus?"),
        N_("Gewone plekken kunnen genoeg zijn. U hoeft dit niet eerst te hebben geprobeerd."),
    ),
    "team_kan_zelf": Vraag(
        N_("Kan ons eigen team deze hulp geven?"),
        N_("Hulp door het lokale team kan zonder verwijzing."),
    ),
    "ontlasten": Vraag(
        N_("Hebben ouders vooral even rust nodig?"),
        N_("Dan kijken we eerst naar een steunouder of logeren in het netwerk."),
    ),
    "leren_op_school": Vraag(
        N_("Gaat de vraag vooral over leren, huiswerk of steun op school?"),
        N_("Daar is de school als eerste voor."),
    ),
    "blijvend_toezicht": Vraag(
        N_("Heeft het kind altijd, dag en nacht, toezicht of zorg dichtbij nodig?"),
        N_("Dan past misschien de Wet langdurige zorg."),
    ),
    "medische_zorg": Vraag(
        N_("Gaat het om medische zorg of verpleging?"),
        N_("Dan betaalt meestal de zorgverzekering."),
    ),
    "ouders_eigen_vraag": Vraag(
        N_("Hebben ouders zelf ook problemen, zoals met geld, hun relatie of hun gezondheid?"),
        N_("Dan kijken we wie daarbij helpt. Het kind houdt recht op hulp."),
    ),
    "ouders_eigen_hulp": Vraag(
        N_("Is er al hulp voor de problemen van de ouders zelf?"),
        N_("Zo zien we of er nog iets moet gebeuren voor de ouders."),
    ),
    "maatregel": Vraag(
        N_("Is er een maatregel van de kinderrechter?"),
        N_("Dan bepaalt de gecertificeerde instelling welke hulp nodig is, in overleg met de gemeente."),
    ),
    "hulp_voor_achttien": Vraag(
        N_("Kreeg de jongere al hulp voor zijn of haar achttiende, of was die toen al nodig?"),
        N_("Dan kan jeugdhulp soms doorgaan na 18 jaar."),
    ),
    "gevaar": Vraag(
        N_("Is de jongere een gevaar voor zichzelf of voor anderen?"),
        N_("Dat vraagt direct overleg. Een gesloten plek kan alleen met een machtiging van de rechter."),
    ),
    "kan_open": Vraag(
        N_("Kan de hulp op een open plek, zonder gesloten deur?"),
        N_("Een gesloten plek is er alleen als het echt niet open kan."),
    ),
    "dyslexie": Vraag(
        N_("Gaat het om ernstige dyslexie, of een vermoeden daarvan?"),
        N_("Zorg bij ernstige dyslexie loopt vaak via school en een eigen afspraak van de regio."),
    ),
    "scheiding": Vraag(
        N_("Gaan de ouders uit elkaar, of zijn ze dat al, en is er strijd?"),
        N_("Soms past dan ander aanbod beter dan jeugdhulp. Het kind houdt recht op hulp."),
    ),
    "eetstoornis": Vraag(
        N_("Heeft het kind een eetstoornis?"),
        N_("Dan denkt een team met kennis van eetstoornissen mee, en is een opname soms nodig."),
    ),
    "verstandelijke_beperking": Vraag(
        N_("Heeft het kind een (licht) verstandelijke beperking?"),
        N_("Dan is soms andere hulp of een andere route nodig."),
    ),
    "ontwikkelt_nog": Vraag(
        N_("Kan het kind zich nog ontwikkelen richting school of werk?"),
        N_("Kan dat niet meer, dan past misschien de Wet langdurige zorg. U beoordeelt dit met anderen."),
        open_norm=True,
    ),
    "hulp_op_school": Vraag(
        N_("Is er op school naast de les ook hulp nodig?"),
        N_("Wat bij de school hoort, betaalt de school. Soms is er meer nodig."),
    ),
    "speciaal_onderwijs": Vraag(
        N_("Gaat het kind naar speciaal onderwijs?"),
        N_("Op sommige scholen is de hulp al op school aanwezig."),
    ),
    "hulp_hielp_niet": Vraag(
        N_("Was er eerder hulp die niet genoeg hielp?"),
        N_("Dan kijken we waarom, en of iets anders beter past. Meer van hetzelfde helpt vaak niet."),
    ),
    "vaste_woonplek": Vraag(
        N_("Heeft de jongere een vaste plek om te wonen?"),
        N_("Zonder vaste plek is er eerst een woonplek nodig, ook na 18 jaar."),
    ),
    "volgen_kan": Vraag(
        N_("Kan het gezin even zonder hulp verder, als u over een tijd weer contact hebt?"),
        N_("Afwachten en volgen is ook een keuze. Spreek dan af wanneer u weer belt."),
        open_norm=True,
    ),
    "verblijf_lang": Vraag(
        N_("Verwacht u dat het kind langer dan een jaar ergens anders woont?"),
        N_("Voor lang wonen zoeken we een gezin. Ook kan de toewijzing dan langer zijn."),
    ),
    "netwerk_wonen": Vraag(
        N_("Kan het kind wonen bij iemand die het kent?"),
        N_("Bij iemand uit het netwerk blijft het kind dicht bij zijn eigen leven."),
    ),
    "meer_hulpverleners": Vraag(
        N_("Helpen er al andere hulpverleners?"),
        N_("Dan spreken we af wie wat doet, en wie het overzicht houdt."),
    ),
    "pgb_wens": Vraag(
        N_("Wil het gezin de hulp zelf inkopen met een pgb?"),
        N_("Dat kan soms. De regels verschillen per gemeente."),
    ),
}


def reden_van(vraag: str) -> Veld[str] | None:
    """Het veld waarin staat waarom iemand een open norm zo beantwoordde; bij andere vragen is dat er niet."""
    gevonden: Veld[str] | None = vars(Afweging).get(f"waarom_{vraag}") if VRAGEN[vraag].open_norm else None
    return gevonden


def veld_van(vraag: str) -> Veld[Any]:
    """Het veld waarin het antwoord op een vraag staat."""
    gevonden: Veld[Any] = vars(Afweging)[vraag]
    return gevonden


def niet_aan_de_orde(afweging: Afweging, jaren: int | None) -> frozenset[str]:
    """De vragen die door de leeftijd of een eerder antwoord niets meer zeggen; wat al beantwoord is, blijft staan.

    ``jaren``: hoe oud het kind is, als dat bekend is.
    """
    nee, ja = Antwoord.NEE, Antwoord.JA
    slaat_over = {
        "hulp_voor_achttien": jaren is not None and jaren < _BIJNA_VOLWASSEN,
        "kan_open": waarde(afweging.gevaar) is nee,
        "ontwikkelt_nog": waarde(afweging.blijvend_toezicht) is nee,
        "ouders_eigen_hulp": waarde(afweging.ouders_eigen_vraag) is nee,
        "netwerk_wonen": waarde(afweging.thuis_passend) is ja,
        "verblijf_lang": waarde(afweging.thuis_passend) is ja,
    }
    leeg = (naam for naam, over in slaat_over.items() if over and isinstance(getattr(afweging, naam), Onbekend))
    return frozenset(leeg)


# Vanaf dan is hulp na de achttiende verjaardag iets om te bespreken.
_BIJNA_VOLWASSEN = 17
