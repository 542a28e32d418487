"""Bij een cel van een ingelezen tabel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.zinnen.fouten import FOUTEN

if TYPE_CHECKING:
    from jeugdteam_app.uitwisseling.tabel import Celmelding

# Wat alleen over een cel kan gaan; de andere codes staan bij FOUTEN.
CELFOUTEN: dict[str, str] = {
    "cel-formule": N_("Hier staat een formule. Wij rekenen niets uit; zet de uitkomst zelf in de cel."),
    "cel-verboden-teken": N_("Hier staat een teken dat niet te zien is. Typ de tekst opnieuw."),
    "cel-te-lang": N_("Deze tekst is te lang (ten hoogste {meest} tekens)."),
    "cel-leeg": N_("Deze cel mag niet leeg zijn."),
    "cel-keuze": N_("Kies een van deze woorden: {keuzes}."),
    "te-veel-fouten": N_("Er zijn meer dan {meest} fouten. Verder hebben we niet gekeken. Begin met de eerste."),
    "blad-leeg": N_("Dit blad is leeg. Begin met een rij met de namen van de kolommen."),
    "blad-zonder-rijen": N_("Onder de kolomnamen staat nog niets."),
    "kolom-dubbel": N_("De kolom ‘{kolom}’ staat er twee keer. Haal er een weg."),
    "kolom-onbekend": N_("Deze kolom kennen we niet. Kijk de naam na in het sjabloon, of haal de kolom weg."),
    "kolom-ontbreekt": N_("De kolom ‘{kolom}’ ontbreekt. Voeg haar toe; zij mag leeg zijn als u het niet weet."),
    "kolom-zonder-naam": N_("Boven deze cel staat geen kolomnaam. Geef de kolom een naam of maak de cel leeg."),
    "kop-ontbreekt": N_("We weten niet bij welk boek deze tabel hoort. Geef er een boek bij, of gebruik het sjabloon met het blad ‘boek’."),
    "kop-onderdeel-ontbreekt": N_("Op het blad ‘boek’ ontbreekt ‘{onderdeel}’."),
    "kop-onderdeel-dubbel": N_("Op het blad ‘boek’ staat ‘{onderdeel}’ twee keer. Haal er een weg."),
    "kop-onderdeel-onbekend": N_("Dit onderdeel kennen we niet. Kijk de naam na in het sjabloon."),
    "segment-dubbel": N_("Dit segment staat er twee keer. Haal er een weg."),
    "regio-anders": N_("Hier staat een andere regio dan die van het boek."),
    "categorie-onbekend": N_("Deze productcategorie bestaat niet in iJw. Schrijf twee cijfers, bijvoorbeeld 45."),
    "code-vorm": N_("Een productcode heeft vijf tekens: letters en cijfers. Laat de cel leeg als u de code niet weet."),
    "code-andere-categorie": N_("De productcode begint niet met de categorie. Kijk beide na."),
    "id-dubbel": N_("Deze id staat er twee keer. Geef elk product een eigen id, of laat de cel leeg."),
    "product-dubbel": N_("Dit product staat er twee keer, met hetzelfde segment, dezelfde code en dezelfde naam."),
    "norm-zonder-waarde": N_("Er staat dat de norm bekend is, maar het getal ontbreekt. Vul het in, of zet de status op onbekend."),
    "norm-onbekend-met-waarde": N_("Er staat dat de norm onbekend is, maar er staat wel een getal. Verander een van de twee."),
    "norm-eenheid-dubbel": N_("De eenheid staat achter het getal én in haar eigen kolom. Haal er een weg."),
    "product-niet-in-boek": N_("Dit product staat niet in het productenboek. Gebruik de id of de code uit het boek."),
    "datum-in-de-toekomst": N_("Deze dag moet nog komen. Schrijf de dag waarop de aanbieder dit heeft gezegd."),
    "wachttijd-dubbel": N_("Deze aanbieder staat er voor dit product en deze dag twee keer. Haal er een weg."),
}  # fmt: skip

OPMERKINGEN: dict[str, str] = {
    "cel-spatie": N_("Deze tekst begint of eindigt met een spatie of een lege regel."),
    "kop-van-huidig": N_("Wat voor het hele boek geldt, is overgenomen van het huidige boek, ook de naam van de versie."),
    "categorie-uit-code": N_("De categorie was leeg. Zij is overgenomen uit de eerste twee tekens van de code."),
    "code-niet-in-lijst": N_("Deze code staat niet in de openbare lijst van iJw: die kent alleen categorieën. Wij namen haar over, want de categorie klopt."),
    "segment-nieuw": N_("Dit segment staat nog niet in het boek. Het is toegevoegd zonder omschrijving."),
    "stuks-inspanning": N_("Er staat alleen ‘stuks’. Wij lezen dat als stuks (inspanning). Bedoelt u een resultaat, schrijf dan stuks (output)."),
    "plek-afgeleid": N_("Er staat niet waar de hulp is. Wij namen het over uit de categorie. Kijk of dat klopt."),
    "zwaarte-aangenomen": N_("Er staat niet hoe zwaar de hulp is. Wij namen 3, het midden. Kijk of dat klopt."),
    "indicatie-lees-zelf": N_("Deze tekst is geen voorwaarde die het programma begrijpt. Zij blijft staan; een mens leest en beoordeelt haar."),
    "norm-status-aangenomen": N_("Er staat niet of deze norm is vastgesteld. Alleen in een vastgesteld boek telt zij als vastgesteld, anders als voorbeeld."),
    "duur-in-dagen": N_("Er staat geen eenheid bij de duur. Wij lezen dit als dagen."),
    "tarief-eenheid-afgeleid": N_("Er staat niet waarvoor het tarief geldt. Wij namen de eenheid van het product."),
}  # fmt: skip


def zin_bij_cel(melding: Celmelding) -> str:
    """De zin bij een fout of opmerking over een cel."""
    gevonden = CELFOUTEN.get(melding.code) or OPMERKINGEN.get(melding.code) or FOUTEN[melding.code]
    return _(gevonden).format(**melding.gegevens)
