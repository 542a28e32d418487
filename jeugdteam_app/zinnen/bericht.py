"""Bij een bericht aan een aanbieder: wat het nog mist, en wat een retourcode betekent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jeugdteam_app.kern.taal import N_, _

if TYPE_CHECKING:
    from jeugdteam_app.uitwisseling.controle import Gebrek

# Andere codes kent het programma niet.
RETOURCODES: dict[str, str] = {
    "0001": N_("Het bericht is om een technische reden afgekeurd. Vraag de backoffice om het na te kijken."),
    "8848": N_("De datum van het bericht ligt in de toekomst. Kijk of de klok van deze laptop goed staat."),
    "9056": N_("Een bericht met dit nummer was er al. Zet het bericht opnieuw klaar; het krijgt dan een nieuw nummer."),
    "9332": N_("Het toewijzingnummer is al gebruikt. Vraag de backoffice om een ander nummer."),
    "9355": N_("De aanbieder kent dit verzoek niet. Kijk of het kenmerk klopt en zet het antwoord opnieuw klaar."),
    "9359": N_("Op dit verzoek is al een toewijzing gestuurd. Kijk bij ‘Berichten’ welke dat is."),
    "9360": N_("Op dit verzoek is al geantwoord. Kijk bij ‘Berichten’ wat er ging."),
    "9361": N_("Hetzelfde product staat twee keer in dezelfde tijd. Wijzig een van de twee toewijzingen."),
    "9365": N_("Dit verzoek is al afgewezen. Vraag de aanbieder om een nieuw verzoek."),
    "9379": N_("Het kenmerk van de aanbieder hoort niet bij een verzoek. Vraag de aanbieder welk verzoek hij bedoelt."),
    "9385": N_("De toewijzing kan niet meer weg: er is al voor betaald. Stop haar op een latere dag."),
    "9411": N_("Bij deze productcode ontbreekt de omvang. Vul haar in met een nieuw besluit."),
    "9412": N_("Zonder productcode mag er geen omvang staan. Geef een budget, of kies een product met een code."),
    "S300": N_("De gemeentecode bestaat niet. Kijk haar na bij Gemeente en team."),
    "S329": N_("De productcode hoort niet bij de categorie. Laat het productenboek van uw regio nakijken."),
}

GEBREKEN: dict[str, str] = {
    "voorbeeld": N_("Dit is een voorbeeldgezin. Er gaat geen bericht over een verzonnen kind."),
    "conflict": N_("In het dossier staan velden met twee verschillende antwoorden. Kies daar eerst wat goed is."),
    "producten": N_("Er staat geen toewijzing in het bericht. Stel eerst een toewijzing vast."),
    "nummer-twee-keer": N_("Dit nummer staat ook bij een andere toewijzing. Trek een van de twee in (reden: verwijderd) en stel die opnieuw vast."),
    "nummer-dubbel": N_("Twee toewijzingen hebben hetzelfde nummer. Vraag de backoffice welk nummer goed is."),
    "xsd-versie": N_("Het versienummer van de schema's klopt niet. Het heeft drie getallen met punten; vul het in bij Gemeente en team."),
    "veiligheid-elders": N_("Bij een andere toewijzing van dit kind staat dat een bericht niet veilig is. Zeg bij deze toewijzing of een bericht hier wel veilig is."),
    "veiligheid": N_("Er is aangevinkt dat een bericht onveilig is. Geef de toewijzing op een andere manier door."),
    "gemeente": N_("De gemeentecode ontbreekt of bestaat niet. Vul haar in bij Gemeente en team."),
    "agb": N_("De AGB-code van de aanbieder ontbreekt. Vul de acht cijfers in bij Gemeente en team, bij de aanbieders."),
    "dagtekening": N_("De datum van het bericht ligt in de toekomst. Kijk of de klok van deze laptop goed staat."),
    "identificatie": N_("Het bericht heeft geen geldig nummer. Zet het opnieuw klaar."),
    "bsn": N_("Het bsn van het kind ontbreekt of klopt niet. Vul het in bij ‘Kind, gezin en netwerk’."),
    "geboortedatum": N_("De geboortedatum van het kind ontbreekt. Vul haar in bij ‘Kind, gezin en netwerk’."),
    "leeftijd": N_("De geboortedatum van het kind kan niet kloppen. Kijk haar na bij ‘Kind, gezin en netwerk’."),
    "geslacht": N_("Het geslacht van het kind is niet ingevuld. Kies het bij ‘Kind, gezin en netwerk’; ‘niet bekend’ mag ook."),
    "naam": N_("De achternaam van het kind ontbreekt of is te lang. Kijk haar na bij ‘Kind, gezin en netwerk’."),
    "adres": N_("Het adres waar het kind woont is niet compleet. Vul huisnummer en postcode in bij ‘Kind, gezin en netwerk’."),
    "adres-inschrijving": N_("Het adres waar het kind staat ingeschreven is niet compleet. Vul huisnummer en postcode in bij ‘Kind, gezin en netwerk’."),
    "adres-dubbel": N_("Het bericht heeft twee adressen van dezelfde soort. Kies één plek waar het kind woont."),
    "tolk": N_("De soort tolk bestaat niet in het bericht. Kies haar opnieuw bij ‘De vraag duidelijk maken’."),
    "soort-gezagsdrager": N_("Wat voor iemand het gezag heeft, bestaat niet in het bericht. Kies de rol opnieuw bij ‘Kind, gezin en netwerk’."),
    "naamruimte": N_("Het bestand is geen bericht volgens iJw 3.2: de naam van de standaard erin is een andere. Vraag de afzender om een nieuw bestand."),
    "subversie": N_("Het bericht is niet van subversie 2 van iJw 3. Vraag de afzender om een nieuw bestand."),
    "leeg-element": N_("In het bericht staat een leeg onderdeel; de standaard wil dat het er dan niet in staat. Vraag de afzender om een nieuw bestand."),
    "bestandsbegin": N_("Het bestand begint met een teken dat niet in het bericht hoort (BOM), of is niet in UTF-8. Vraag de afzender om een nieuw bestand."),
    "regeleinden": N_("De regels in het bestand eindigen anders dan de standaard wil (CR en LF). Vraag de afzender om een nieuw bestand."),
    "tijdzone": N_("Bij een datum of tijd staat een tijdzone; die mag er niet staan. Vraag de afzender om een nieuw bestand."),
    "landcode": N_("Bij een postcode hoort het land, en zonder postcode juist niet. Vraag de afzender om een nieuw bestand."),
    "naamgebruik": N_("Het bericht gebruikt de naam van een partner, maar noemt die niet. Vraag de afzender om een nieuw bestand."),
    "nieuwere-versie": N_("Een collega stelde iets vast met een nieuwere versie van dit programma. Werk het programma bij: anders mist dit bericht een toewijzing."),
    "adres-periode": N_("Bij een adres staat een begin of einde; dat hoort alleen bij een tijdelijk adres. Vraag de afzender om een nieuw bestand."),
    "datum-gebruik": N_("Een geboortedatum is maar voor een deel bekend, maar de dag of maand staat er toch. Vraag de afzender om een nieuw bestand."),
    "volume": N_("De hoeveelheid is nul of geen heel getal. Een toewijzing heeft altijd een hoeveelheid boven nul."),
    "eenheid": N_("De eenheid bestaat niet in de standaard. Vraag de afzender om een nieuw bestand."),
    "frequentie": N_("De frequentie bestaat niet in de standaard: alleen per dag, week of maand, of in totaal. Vraag de afzender om een nieuw bestand."),
    "taal-zonder-tolk": N_("Er staat een taal, maar niet dat er een tolk nodig is. Vraag de afzender om een nieuw bestand."),
    "naam-organisatie": N_("De naam van het kind is die van een organisatie. Vraag de afzender om een nieuw bestand."),
    "taal": N_("Er is een tolk gekozen, maar de taal ontbreekt. Vul de taal in bij ‘De vraag duidelijk maken’."),
    "gezagsdrager": N_("Het is nog niet bekend wie het gezag heeft. Kies dat bij ‘Kind, gezin en netwerk’, bij de mensen."),
    "naam-gezagsdrager": N_("De achternaam van wie het gezag heeft ontbreekt of is te lang. Kijk haar na bij ‘Kind, gezin en netwerk’."),
    "contact-gezagsdrager": N_("Het adres van wie het gezag heeft is niet compleet: kies een woonplek met huisnummer en postcode. Woont die in een ander land of is er geen adres, vul dan een telefoonnummer in."),
    "telefoon-gezagsdrager": N_("Het telefoonnummer van wie het gezag heeft, moet tien cijfers hebben. Is het van een ander land, zet dan een spatie na het landnummer, zoals +32 470 00 00 00."),
    "toewijzingnummer": N_("Er is geen toewijzingnummer. Vraag de backoffice om een nieuw blok nummers."),
    "toewijzingsdatum": N_("De datum van de toewijzing ligt na de datum van het bericht. Kijk of de klok van deze laptop goed staat."),
    "einddatum": N_("De einddatum ontbreekt. Elke toewijzing heeft er een: vul haar in bij het besluit."),
    "einde-voor-begin": N_("De einddatum ligt voor de begindatum. Verander een van de twee in een nieuw besluit."),
    "categorie": N_("De productcategorie bestaat niet. Laat het productenboek van uw regio nakijken."),
    "code": N_("De productcode hoort niet bij de categorie. Laat het productenboek van uw regio nakijken."),
    "omvang-en-budget": N_("Er staat een omvang én een budget. Het bericht mag er maar één hebben; haal het budget weg in een nieuw besluit."),
    "omvang": N_("De omvang ontbreekt. Bij een productcode hoort een omvang; vul haar in bij het besluit."),
    "omvang-zonder-code": N_("Zonder productcode mag er geen omvang in het bericht. Geef een budget, of kies een product met een code."),
    "budget": N_("Het budget ontbreekt. Zonder productcode hoort er een budget bij; vul het in bij het besluit."),
    "budget-grens": N_("Het budget is te hoog of te laag voor het bericht: ten hoogste € 999.999,99. Verdeel het over meer toewijzingen."),
    "reden-wijziging": N_("De reden van de wijziging bestaat niet of niet meer. Kies een andere in een nieuw besluit."),
    "verwijderd": N_("‘Verwijderd’ kan alleen als het einde op de begindag ligt. Verander de laatste dag, of kies een andere reden."),
    "referentie": N_("Het kenmerk van de aanbieder is te lang. Vraag hem om een nieuw verzoek."),
    "per-dag": N_("Deze eenheid kan niet per dag. Kies per week, per maand of in totaal."),
    "stapeling": N_("Er lopen bij deze aanbieder twee toewijzingen voor hetzelfde product tegelijk. Een bericht mag dat niet hebben. Geef de toewijzing op een andere manier door."),
}  # fmt: skip


def zin_bij_gebrek(gebrek: Gebrek) -> str:
    """De zin bij iets wat het bericht nog mist."""
    return _(GEBREKEN[gebrek.code])


def zin_bij_retour(code: str) -> str:
    """De zin bij een retourcode; een code die wij niet kennen, blijft zichtbaar onbekend."""
    if code in RETOURCODES:
        return f"{_(RETOURCODES[code])} ({code})"
    return _("Het bericht is afgekeurd met code {code}. Vraag de backoffice wat dat betekent.").format(code=code)
