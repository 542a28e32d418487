"""De kolommen van een productenboek als tabel: hoe ze heten, wat erin hoort, en de woorden die we kennen.

De uitleg hoort bij het sjabloon, een document voor regio's; het is Nederlands, net als de kolomnamen.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.kern.plek import Plek
from jeugdteam_app.productenboek.boek import Normstatus

BLAD_PRODUCTEN, BLAD_UITLEG, BLAD_BOEK, BLAD_SEGMENTEN = "producten", "uitleg", "boek", "segmenten"
JA_NEE = ("ja", "nee")


@dataclass(frozen=True)
class Kolom:
    """Een kolom met haar uitleg en een voorbeeld; ``gevraagd`` is een kolom die elke tabel moet hebben."""

    naam: str
    uitleg: str
    voorbeeld: str = ""
    gevraagd: bool = True
    keuzes: tuple[str, ...] = ()


EENHEIDWOORD: dict[Eenheid, str] = {
    Eenheid.MINUUT: "minuut",
    Eenheid.UUR: "uur",
    Eenheid.ETMAAL: "etmaal",
    Eenheid.DAGDEEL: "dagdeel",
    Eenheid.STUKS_OUTPUT: "stuks (output)",
    Eenheid.EUROS: "euro",
    Eenheid.STUKS_INSPANNING: "stuks (inspanning)",
}
FREQUENTIEWOORD: dict[Frequentie, str] = {
    Frequentie.PER_DAG: "per dag",
    Frequentie.PER_WEEK: "per week",
    Frequentie.PER_MAAND: "per maand",
    Frequentie.TOTAAL: "totaal",
}
# Kaal 'stuks' staat hier niet bij: dat kan output of inspanning zijn.
EENHEDEN: dict[str, Eenheid] = {woord: eenheid for eenheid, woord in EENHEIDWOORD.items()} | {
    "minuten": Eenheid.MINUUT,
    "uren": Eenheid.UUR,
    "etmalen": Eenheid.ETMAAL,
    "dagdelen": Eenheid.DAGDEEL,
    "euro's": Eenheid.EUROS,
    "euro’s": Eenheid.EUROS,
}
FREQUENTIES: dict[str, Frequentie] = {woord: freq for freq, woord in FREQUENTIEWOORD.items()} | {
    "in totaal": Frequentie.TOTAAL,
    "dag": Frequentie.PER_DAG,
    "week": Frequentie.PER_WEEK,
    "maand": Frequentie.PER_MAAND,
}


def _ja_nee(naam: str, uitleg: str, *, gevraagd: bool = True) -> Kolom:
    return Kolom(naam, uitleg, "nee", gevraagd, JA_NEE)


def _bij_norm(norm: str, wat: str, *, eenheid: str) -> tuple[Kolom, ...]:
    statussen = tuple(s.value for s in Normstatus)
    eigen = (Kolom(f"{norm}_eenheid", f"In welke eenheid {wat} staat.", eenheid, gevraagd=False),) if eenheid else ()
    return (
        *eigen,
        Kolom(f"{norm}_status", f"Of {wat} echt is, een voorbeeld, of niet bekend.", "vastgesteld", False, statussen),
        Kolom(f"{norm}_bron", f"Het document waar {wat} in staat. Leeg: de bron van het product.", "", gevraagd=False),
        Kolom(f"{norm}_bron_plaats", "De bladzijde of het artikel in dat document.", "", gevraagd=False),
        Kolom(f"{norm}_datum", f"Vanaf welke dag {wat} zo is.", "1-1-2026", gevraagd=False),
    )


# De kolommen met ja of nee waar leeg nee betekent.
VLAGGEN = ("los_van_segment", "zonder_besluit", "groep", "voor_gezin", "bewezen")

KOLOMMEN: tuple[Kolom, ...] = (
    Kolom("regio", "De naam van de regio. Mag leeg zijn; staat er iets, dan moet het deze regio zijn.", "Noord-Veluwe"),
    Kolom("segment", "Het nummer of de naam van het segment, perceel of de functie.", "4"),
    Kolom("code", "De productcode van vijf tekens; zij begint met de categorie. Leeg: geen code bekend.", "45A04"),
    Kolom("naam", "De naam van het product zoals de regio het noemt.", "Begeleiding thuis"),
    Kolom("categorie", "De productcategorie van iJw: twee cijfers.", "45"),
    Kolom("doelgroep", "Voor wie het product is, in gewone woorden.", "Gezinnen met jonge kinderen"),
    Kolom(
        "indicatie",
        "Wanneer het product past. Voorwaarden die het programma begrijpt, staan als 'feit: antwoord', met ; ertussen. "
        "Andere tekst mag ook: die leest en beoordeelt een mens.",
        "hulp_voor: gezin, opvoeding; leeftijd: 0-17",
    ),
    Kolom("niet_voor", "Wanneer het product niet past. Zelfde vorm als indicatie.", "klachten: ernstig"),
    Kolom("eenheid", "Waarin de hulp geteld wordt.", "uur", keuzes=tuple(EENHEIDWOORD.values())),
    Kolom("freq", "Per hoeveel tijd.", "per week", keuzes=tuple(FREQUENTIEWOORD.values())),
    Kolom("max_intensiteit", "De meeste hulp volgens de norm: een heel getal. Leeg of ? als u het niet weet.", "3"),
    Kolom("max_duur", "De langste duur volgens de norm, in dagen. Leeg of ? als u het niet weet.", "365"),
    _ja_nee("verlengbaar", "Of verlengen kan. Leeg: niet bekend."),
    Kolom("tarief", "Het tarief in euro's, bijvoorbeeld 78,00. Leeg of ? als u het niet weet.", "78,00"),
    Kolom("tarief_eenheid", "Waarvoor het tarief geldt.", "euro per uur"),
    Kolom("expertise", "Welke deskundigheid nodig is.", "Jeugdprofessional met registratie (SKJ)"),
    _ja_nee("va_vereist", "Of een verklarende analyse nodig is. Leeg: niet bekend."),
    _ja_nee("perspectiefplan_vereist", "Of een perspectiefplan nodig is. Leeg: niet bekend."),
    Kolom("combineerbaar_met", "Met welke producten het samen kan: id's of codes, met ; ertussen.", "54001"),
    Kolom("geldig_van", "De eerste dag: dag-maand-jaar.", "1-1-2026"),
    Kolom("geldig_tot", "De laatste dag. Leeg: nog geen einde bekend.", "31-12-2026"),
    Kolom("bron", "Het document waar dit product in staat.", "Productenboek 2026"),
    Kolom("bron_plaats", "De bladzijde of het artikel in dat document.", "bladzijde 12", gevraagd=False),
    Kolom("id", "Een vaste korte naam. Laat staan wat er staat; leeg: wij maken er een.", "begeleiding-thuis", False),
    Kolom("omschrijving", "Wat de hulp is, in één of twee zinnen.", "Iemand komt thuis helpen.", gevraagd=False),
    Kolom("plek", "Waar de hulp is. Leeg: volgt uit de categorie.", "thuis", False, tuple(p.value for p in Plek)),
    Kolom("zwaarte", "Hoe zwaar de hulp is, van 1 (licht) tot 5 (zwaar). Leeg: 3.", "2", False, tuple("12345")),
    _ja_nee("groep", "Of het hulp in een groep is.", gevraagd=False),
    _ja_nee("voor_gezin", "Of het hulp voor het hele gezin is.", gevraagd=False),
    _ja_nee("bewezen", "Of bewezen is dat het helpt.", gevraagd=False),
    _ja_nee("los_van_segment", "Of het product bij elk segment gekozen kan worden.", gevraagd=False),
    _ja_nee("zonder_besluit", "Of het team of de huisarts deze hulp zelf geeft, zonder besluit.", gevraagd=False),
    _ja_nee("voorbeeld", "Of dit product verzonnen is.", gevraagd=False),
    Kolom("lees_zelf", "Het deel van de indicatie dat een mens moet lezen en beoordelen.", "", gevraagd=False),
    *_bij_norm("max_intensiteit", "de meeste hulp", eenheid="uur per week"),
    *_bij_norm("max_duur", "de langste duur", eenheid="dagen"),
    *_bij_norm("tarief", "het tarief", eenheid=""),
)

SEGMENTKOLOMMEN: tuple[Kolom, ...] = (
    Kolom("id", "Het nummer of de korte naam van het segment."),
    Kolom("naam", "De naam."),
    Kolom("omschrijving", "Voor wie het is. Leeg: de bron zegt het niet.", gevraagd=False),
    Kolom("bron", "Het document waar het segment in staat."),
    Kolom("bron_plaats", "De bladzijde of het artikel.", gevraagd=False),
    _ja_nee("omschreven", "Of de bron zegt wat bij dit segment hoort.", gevraagd=False),
)

# Onderdelen van het blad 'boek', elk op een eigen rij.
BOEKDELEN: tuple[Kolom, ...] = (
    Kolom("id", "Een vaste korte naam van het boek."),
    Kolom("regio", "De naam van de regio."),
    Kolom("regels", "De naam van de regels die bij deze regio horen.", gevraagd=False),
    Kolom("versie", "De naam van deze versie."),
    Kolom("aanzien", "Of het boek is vastgesteld, een werkdocument is, of een voorbeeld."),
    Kolom("geldig_van", "De eerste dag: dag-maand-jaar."),
    Kolom("geldig_tot", "De laatste dag. Leeg: nog geen einde bekend.", gevraagd=False),
    Kolom("toelichting", "Wat een lezer over dit boek moet weten.", gevraagd=False),
    Kolom("indeling", "Of de regio segmenten, percelen of functies heeft. Leeg: segmenten.", gevraagd=False),
    Kolom("gemeenten", "De CBS-codes van de gemeenten, met ; ertussen.", gevraagd=False),
)


def kaal(tekst: str) -> str:
    """Een kolomnaam zonder hoofdletters, accenten en leestekens: ``Max. Intensiteit`` is ``max_intensiteit``."""
    ontleed = unicodedata.normalize("NFKD", tekst[:100]).casefold()
    letters = "".join(t for t in ontleed if not unicodedata.combining(t))
    naam = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
    return "freq" if naam == "frequentie" else naam
