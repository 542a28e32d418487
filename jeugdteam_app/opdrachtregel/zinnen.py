"""De zin bij elke code: wat er aan de hand is en wat u kunt doen. Scherm en opdrachtregel gebruiken dezelfde."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import N_, _

if TYPE_CHECKING:
    from jeugdteam_app.regels.toets import Bevinding
    from jeugdteam_app.uitwisseling.controle import Gebrek
    from jeugdteam_app.uitwisseling.tabel import Celmelding

FOUTEN: dict[str, str] = {
    "boek-versie-bestaat": N_("Versie {versie} van dit boek is er al, met andere inhoud. Geef de nieuwe versie een andere naam."),
    "bsn-vorm": N_("Een bsn heeft negen cijfers. Kijk het nummer na."),
    "bsn-elfproef": N_("Dit bsn klopt niet. Waarschijnlijk is er een cijfer verwisseld. Kijk het nummer na."),
    "geld-vorm": N_("Schrijf het bedrag in cijfers, bijvoorbeeld 1.250,00."),
    "geld-negatief": N_("Een bedrag kan niet onder nul zijn."),
    "datum-vorm": N_("Schrijf de datum als dag-maand-jaar, bijvoorbeeld 3-4-2026."),
    "datum-jaar": N_("Het jaar moet tussen 1900 en 2100 liggen."),
    "ongeveer-vorm": N_("Schrijf een jaar, een maand of een dag. Bijvoorbeeld 2021, 3-2021 of 4-3-2021."),
    "datum-jaar-kort": N_("Schrijf het jaar met vier cijfers, bijvoorbeeld 3-4-2026."),
    "datum-bestaat-niet": N_("Deze dag bestaat niet. Kijk de datum na."),
    "getal-vorm": N_("Schrijf een heel getal, bijvoorbeeld 12."),
    "periode-omgekeerd": N_("De einddatum ligt voor de begindatum. Verander één van de twee."),
    "budget-buiten-grens": N_("Vul een bedrag in boven nul en ten hoogste € 999.999,99."),
    "volume-buiten-grens": N_("Vul een getal in van 1 tot en met 99.999.999."),
    "eenheid-niet-per-dag": N_("Deze eenheid kan niet per dag. Kies per week, per maand of in totaal."),
    "tekst-te-lang": N_("Deze tekst is te lang om te bewaren. Verdeel hem over meer velden."),
    "wachtzin-onjuist": N_("Deze wachtzin klopt niet. Er is niets veranderd. Probeer het nog eens, of gebruik uw herstelsleutel."),
    "wachtzin-te-zwak": N_("Deze wachtzin is te makkelijk te raden. Neem vijf of zes losse woorden, of neem ons voorstel."),
    "wachtzin-te-lang": N_("Een wachtzin kan ten hoogste 128 tekens lang zijn."),
    "wachtzin-ongelijk": N_("De twee wachtzinnen zijn niet gelijk. Typ ze nog eens."),
    "kluis-zonder-naam": N_("Vul uw naam in en een naam voor deze werkplek."),
    "herstelsleutel-onjuist": N_("Deze herstelsleutel hoort niet bij deze werkplek. Er is niets veranderd."),
    "herstel-aantal": N_("U typte {aantal} woorden; de herstelsleutel heeft er {nodig}."),
    "herstel-woord": N_("Woord {plek} staat niet in onze lijst. Kijk op uw papier of het goed is getypt."),
    "herstel-controle": N_("Alle woorden bestaan, maar samen kloppen ze niet. Er zijn woorden verwisseld. Kijk op uw papier."),
    "herstel-overtypen": N_("Woord {plek} is niet gelijk aan het woord op uw papier. Kijk het na."),
    "kluis-beschadigd": N_("De opslag van deze werkplek is beschadigd. Er is niets veranderd. Gebruik uw reservekopie of bel uw beheerder; gooi niets weg."),
    "sleutelbestand-beschadigd": N_("Het sleutelbestand van deze werkplek is beschadigd. Er is niets veranderd. Zet het terug uit uw reservekopie."),
    "dossiersleutels-beschadigd": N_("Het bestand met dossiersleutels is beschadigd of weg. Er is niets veranderd. Zet het terug uit uw reservekopie."),
    "dossiersleutel-ontbreekt": N_("De sleutel van dit dossier is er niet. Is het dossier vernietigd, dan klopt dat. Bel anders uw beheerder."),
    "kluis-nieuwer": N_("Deze werkplek is gemaakt met een nieuwere versie van het programma. Er is niets veranderd. Werk eerst het programma bij."),
    "kluis-in-gebruik": N_("Deze werkplek is al open in een ander venster. Ga naar dat venster, of sluit het eerst."),
    "kluis-niet-gevonden": N_("Op deze plek staat geen werkplek. Kies een andere map."),
    "kluis-bestaat-al": N_("In deze map staat al iets. Kies een lege map."),
    "keten-gebroken": N_("De geschiedenis in deze werkplek is veranderd buiten het programma om. Bel uw beheerder en werk er nog niet in verder."),
    "schrijven-mislukt": N_("Het bestand kon niet worden geschreven. Kijk of er ruimte is op de schijf en of u in deze map mag schrijven."),
    "opslaan-mislukt": N_("Opslaan lukte niet. Wat u typte staat nog op het scherm. Kijk of de schijf vol is."),
    "bestand-niet-leesbaar": N_("Dit bestand kon niet worden gelezen. Kijk of het er nog staat en of u het mag openen."),
    "dossier-niet-gevonden": N_("Dit dossier staat niet in deze werkplek."),
    "dossierbestand-vorm": N_("In dit dossierbestand klopt het deel ‘{plek}’ niet. Met de opdracht ‘schema dossier’ ziet u de juiste vorm."),
    "dossierbestand-geen-json": N_("Dit is geen dossierbestand. Het moet een JSON-bestand zijn."),
    "dossier-met-conflict": N_("In dit dossier staan in een veld twee verschillende antwoorden. Kies eerst welk antwoord goed is."),
    "boek-niet-gevonden": N_("Dit productenboek is er niet. Kies een ander boek."),
    "boek-te-groot": N_("Dit productenboek is te groot om te lezen (meer dan 20 MB)."),
    "boek-vorm": N_("In dit productenboek klopt het deel ‘{plek}’ niet. Er is niets overgenomen."),
    "boek-geen-json": N_("Dit is geen productenboek. Het moet een JSON-bestand zijn."),
    "boek-zonder-regels": N_("Voor de regio van dit productenboek heeft het programma nog geen regels."),
    "boek-niet-geldig": N_("Dit productenboek geldt niet op deze dag. Kies een andere versie."),
    "boek-met-fouten": N_("In dit bestand kloppen {aantal} dingen niet. Er is niets overgenomen. Verbeter ze en probeer het opnieuw."),
    "tabel-soort": N_("Dit soort bestand lezen we niet. Bewaar het als xlsx, ods of csv."),
    "tabel-macro": N_("Dit bestand bevat programmaatjes (macro's). Bewaar het als gewone xlsx, zonder macro's."),
    "tabel-wachtwoord": N_("Dit bestand zit op slot met een wachtwoord. Bewaar het zonder wachtwoord."),
    "tabel-andere-soort": N_("De inhoud van dit bestand past niet bij zijn naam. Open het in uw rekenprogramma en bewaar het opnieuw."),
    "tabel-beschadigd": N_("Dit bestand is beschadigd of niet af. Open het in uw rekenprogramma en bewaar het opnieuw."),
    "tabel-doctype": N_("In dit bestand staat iets dat in een tabel niet hoort. Open het in uw rekenprogramma en bewaar het opnieuw."),
    "tabel-bestand-te-groot": N_("Dit bestand is te groot om te lezen (meer dan 20 MB)."),
    "tabel-uitgepakt-te-groot": N_("Dit bestand wordt uitgepakt veel te groot. Een gewone tabel doet dat niet; vraag de afzender om een nieuw bestand."),
    "tabel-te-groot": N_("In dit bestand staat te veel om te lezen. Haal lege rijen en andere bladen weg."),
    "tabel-te-ver": N_("Cel {cel} staat te ver weg. We lezen {rijen} rijen en {kolommen} kolommen. Maak die cel leeg of verplaats haar."),
    "tabel-leeg": N_("In dit bestand staat geen blad."),
    "tabel-geen-tekst": N_("Dit csv-bestand kunnen we niet als tekst lezen. Bewaar het als csv met tekenset UTF-8."),
    "tabel-csv": N_("Bij rij {rij} van dit csv-bestand klopt de indeling niet. Kijk of er een aanhalingsteken mist."),
    "cel-ja-nee": N_("Schrijf ja of nee, of laat de cel leeg als u het niet weet."),
    "getal-buiten-grens": N_("Dit getal kan niet. Schrijf een getal van {laagst} tot en met {hoogst}, of laat de cel leeg als u het niet weet."),
    "geld-deel-van-cent": N_("Een bedrag heeft ten hoogste twee cijfers achter de komma."),
    "bedrag-buiten-grens": N_("Dit bedrag is te hoog (ten hoogste € 999.999,99)."),
    "eenheid-onbekend": N_("Deze eenheid kennen we niet. Schrijf minuut, uur, etmaal, dagdeel, stuks (output), stuks (inspanning) of euro."),
    "frequentie-onbekend": N_("Schrijf per dag, per week, per maand of totaal."),
    "norm-eenheid": N_("Wat achter het getal staat kennen we niet. Schrijf alleen het getal, en de eenheid in haar eigen kolom."),
    "agb-vorm": N_("Een AGB-code heeft acht cijfers. Begint zij met een nul, maak van de cel dan tekst."),
    "wachttijden-geen-json": N_("Dit is geen lijst met wachttijden. Het moet een JSON-lijst zijn met een rij per aanbieder en product."),
    "sjabloon-naam": N_("Geef het sjabloon een naam die eindigt op .xlsx."),
    "sjabloon-te-groot": N_("Dit boek is te groot voor een sjabloon. Er passen {meest} producten in."),
    "sjabloon-tekst": N_("In dit boek staat een tekst die te lang is voor een cel, of een teken dat niet te zien is. Er is geen sjabloon gemaakt."),
    "sjabloon-past-niet": N_("Dit boek past niet helemaal in een sjabloon; kijk bij {cel}. Er is geen sjabloon gemaakt."),
    "product-onbekend": N_("Dit product staat niet in het productenboek."),
    "profiel-vorm": N_("In dit profiel klopt het deel ‘{plek}’ niet. Er is niets overgenomen."),
    "profiel-geen-json": N_("Dit is geen profiel. Het moet een JSON-bestand zijn."),
    "profiel-te-groot": N_("Dit profiel is te groot om te lezen (meer dan 1 MB)."),
    "gemeentecode-onbekend": N_("Deze gemeentecode bestaat niet. Een code heeft vier cijfers, bijvoorbeeld 0233."),
    "keuze-zonder-product": N_("Kies eerst een product."),
    "keuze-zonder-reden": N_("Schrijf kort op waarom dit product past. Zonder reden kunnen we de keuze niet uitleggen."),
    "nog-geen-keuze": N_("Er is nog geen product gekozen. Kies eerst bij ‘Wat past’."),
    "opzij-zonder-reden": N_("Schrijf kort op waarom u dit advies niet volgt."),
    "waarde-vorm": N_("Wat hier staat, past niet in dit veld. Kijk het na."),
    "geheel-met-conflict": N_("Hier staan twee verschillende antwoorden. Kies eerst welk antwoord goed is."),
    "toets-eenheid-niet-per-dag": N_("Deze eenheid kan niet per dag. Kies per week, per maand of in totaal."),
    "al-vastgesteld": N_("Deze toewijzing is vastgesteld en verandert niet meer. Maak een nieuwe als er iets anders moet."),
    "nog-niet-vastgesteld": N_("Deze toewijzing is nog niet vastgesteld. Daarna kunt u het bericht maken."),
    "bericht-onvolledig": N_("Het bericht is nog niet compleet (er mist nog: {aantal}). Vul het aan; daarna kan het weg."),
    "ongedaan-verder-gebouwd": N_("Hier is al op verder gewerkt. Ongedaan maken zou dat weghalen; verander het veld zelf."),
    "ongedaan-na-conflict": N_("Met deze stap is een verschil opgelost. Die kunt u niet ongedaan maken; kies opnieuw in het veld."),
    "ongedaan-vastgesteld": N_("Een vastgestelde toewijzing kunt u niet ongedaan maken."),
    "toets-geen-ingangsdatum": N_("Vul in wanneer de hulp begint."),
    "toets-geen-einddatum": N_("Vul in wanneer de hulp uiterlijk stopt. Zonder einddatum kan een toewijzing niet worden vastgesteld."),
    "toets-einde-voor-begin": N_("De einddatum ligt voor de begindatum. Verander één van de twee."),
    "toets-geen-omvang": N_("Vul in hoeveel hulp er ten hoogste is: een aantal, de eenheid en per hoeveel tijd."),
    "toets-geen-budget": N_("Voor dit product is geen code bekend. Vul daarom het bedrag in dat het ten hoogste mag kosten."),
    "toets-conflict": N_("In dit dossier staan velden met twee verschillende antwoorden ({aantal}). Kies daar eerst wat goed is."),
    "toets-profiel-voorbeeld": N_("Uw gemeente staat nog op het voorbeeld. Vul eerst ‘Gemeente en team’ in; tot die tijd is het een concept."),
    "toets-rol-poh_jeugd": N_("Een praktijk besluit niet over jeugdhulp. De huisarts verwijst; dit blijft een concept."),
    "toets-rol-adviseur": N_("Uw team adviseert. De gemeente besluit; dit blijft een concept."),
    "toets-rol-sociaal_team": N_("Uw team wijst zelf geen jeugdhulp toe. Vraag het team dat wel mag besluiten; dit blijft een concept."),
    "toets-advies-open": N_("Er staat nog advies open ({aantal}). Volg het, of leg het opzij met een reden. Daarna kunt u vaststellen."),
    "boek-regels-kiezen": N_("Dit boek zegt niet welke regels erbij horen. Zet op het blad ‘boek’ bij ‘regels’ één van deze: {welke}."),
    "profiel-boek-verlopen": N_("Het productenboek in dit profiel geldt vandaag niet. Kies een boek dat nu geldt. Er is niets overgenomen."),
    "profiel-boek": N_("Het productenboek in dit profiel is er niet. Er is niets overgenomen."),
    "veld-klopt-niet": N_("In een veld staat iets dat nog niet klopt. Kijk naar de rode melding en probeer het dan opnieuw."),
    "toets-profiel-onvolledig": N_("Het profiel van de gemeente is nog niet compleet (er mist nog: {aantal}). Tot die tijd is elk besluit een concept."),
    "venster-niet-geladen": N_("Het venster kan niet worden geladen: er ontbreken systeembibliotheken. Zet ze neer met de opdracht die dev.py toont."),
    "document-mislukt": N_("Het document kon niet worden gemaakt. Dat is onze fout. Meld het aan uw beheerder; uw gegevens zijn veilig."),
    "sqlcipher-te-oud": N_("De versleuteling op deze computer is te oud om veilig te zijn. Installeer het programma opnieuw."),
    "lege-vouw": N_("Er ging iets mis in het programma. Meld het aan uw beheerder; uw gegevens zijn veilig."),
}  # fmt: skip

BEVINDINGEN: dict[str, str] = {
    "geen-ingangsdatum": FOUTEN["toets-geen-ingangsdatum"],
    "geen-einddatum": FOUTEN["toets-geen-einddatum"],
    "einde-voor-begin": FOUTEN["toets-einde-voor-begin"],
    "geen-omvang": FOUTEN["toets-geen-omvang"],
    "geen-budget": FOUTEN["toets-geen-budget"],
    "eenheid-niet-per-dag": FOUTEN["toets-eenheid-niet-per-dag"],
    "stapeling": N_("Er loopt in deze tijd al een toewijzing voor hetzelfde product. Stelt u deze ook vast, dan kan er geen bericht meer naar deze aanbieder."),
    "herhaling": N_("Het kind had dit product al eerder. Schrijf op waarom het nu weer past."),
    "niet-verlengbaar": N_("Het kind had dit product al eerder, en verlengen kan volgens het boek niet. Schrijf op waarom het toch past."),
    "niet-samen": N_("Er loopt in deze tijd al hulp die volgens het boek niet samengaat met dit product. Schrijf op waarom het toch past."),
    "toestemming": N_("Toestemming voor hulp staat nog niet in het dossier van: {wie}. Besluiten mag wel. De hulp kan pas beginnen als er toestemming is."),
    "zonder-besluit": N_("Voor dit product is geen besluit nodig. Het team of de huisarts geeft de hulp zelf."),
    "te-licht": N_("De problemen zijn zwaar en deze hulp is licht. Schrijf op waarom dit nu genoeg is."),
    "te-zwaar": N_("Deze hulp is zwaar. Schrijf op waarom lichtere hulp nu niet past."),
    "conflict": FOUTEN["toets-conflict"],
    "profiel-onvolledig": FOUTEN["toets-profiel-onvolledig"],
    "profiel-voorbeeld": FOUTEN["toets-profiel-voorbeeld"],
    "rol-poh_jeugd": FOUTEN["toets-rol-poh_jeugd"],
    "rol-adviseur": FOUTEN["toets-rol-adviseur"],
    "rol-sociaal_team": FOUTEN["toets-rol-sociaal_team"],
    "past-niet": N_("Volgens het advies past dit product niet. Schrijf op waarom u het toch kiest."),
    "voorbij-achttien": N_("De hulp loopt door na de achttiende verjaardag. Kijk welke wet dan geldt, en schrijf op waarom het kan."),
    "geen-resultaat": N_("Er staat nog niet wat de hulp moet bereiken."),
    "geen-motivering": N_("Er staat nog niet waarom deze hulp past."),
    "geen-afschalen": N_("Er is nog niet afgesproken hoe de hulp afbouwt en waarheen."),
    "geen-evaluatie": N_("Er is nog geen dag afgesproken om samen terug te kijken."),
    "geen-aanbieder": N_("Er is nog geen aanbieder gekozen."),
    "evaluatie-buiten-periode": N_("De dag om terug te kijken ligt buiten de tijd van de hulp."),
    "langer-dan-een-jaar": N_("De hulp duurt langer dan een jaar. Dat kan, maar zeg waarom."),
    "norm-onbekend": N_("Voor dit product is geen norm bekend. Schrijf op waarom u voor deze hoeveelheid en duur kiest."),
    "boven-norm-omvang": N_("Dit is meer dan de norm van {norm}. Dat kan, als u zegt waarom."),
    "boven-norm-duur": N_("Dit duurt langer dan de norm van {norm} dagen. Dat kan, als u zegt waarom."),
}  # fmt: skip

GEBREKEN: dict[str, str] = {
    "voorbeeld": N_("Dit is een voorbeeldgezin. Er gaat geen bericht over een verzonnen kind."),
    "conflict": N_("In het dossier staan velden met twee verschillende antwoorden. Kies daar eerst wat goed is."),
    "producten": N_("Er staat geen toewijzing in het bericht."),
    "nummer-dubbel": N_("Twee toewijzingen hebben hetzelfde nummer."),
    "xsd-versie": N_("Het versienummer van de schema's in het profiel klopt niet."),
    "veiligheid": N_("Er is aangevinkt dat een bericht onveilig is. Geef de toewijzing op een andere manier door."),
    "gemeente": N_("De gemeentecode in het profiel ontbreekt of bestaat niet."),
    "agb": N_("De AGB-code van de aanbieder ontbreekt. Het zijn acht cijfers."),
    "dagtekening": N_("De datum van het bericht ligt in de toekomst."),
    "identificatie": N_("Het bericht heeft nog geen geldig nummer."),
    "bsn": N_("Het bsn van het kind ontbreekt of klopt niet."),
    "geboortedatum": N_("De geboortedatum van het kind ontbreekt."),
    "leeftijd": N_("De geboortedatum van het kind kan niet kloppen."),
    "geslacht": N_("Het geslacht van het kind is niet ingevuld. ‘Niet bekend’ mag ook."),
    "naam": N_("De achternaam van het kind ontbreekt of is te lang."),
    "adres": N_("Het adres van het kind is niet compleet: huisnummer en postcode zijn nodig."),
    "taal": N_("Er is een tolk gekozen, maar de taal ontbreekt."),
    "gezagsdrager": N_("Het is nog niet bekend wie het gezag heeft."),
    "naam-gezagsdrager": N_("De achternaam van wie het gezag heeft ontbreekt of is te lang."),
    "contact-gezagsdrager": N_("Het adres van wie het gezag heeft is niet compleet: kies een woonplek met huisnummer en postcode."),
    "telefoon-gezagsdrager": N_("Het telefoonnummer van wie het gezag heeft, moet een Nederlands nummer van tien cijfers zijn."),
    "toewijzingnummer": N_("Er is geen toewijzingnummer. Vraag de backoffice om een nieuw blok nummers."),
    "toewijzingsdatum": N_("De datum van de toewijzing ligt na de datum van het bericht."),
    "einddatum": N_("De einddatum ontbreekt."),
    "einde-voor-begin": N_("De einddatum ligt voor de begindatum."),
    "categorie": N_("De productcategorie bestaat niet."),
    "code": N_("De productcode hoort niet bij de categorie."),
    "omvang-en-budget": N_("Er staat een omvang én een budget. Het bericht mag er maar één hebben."),
    "omvang": N_("De omvang ontbreekt. Bij een productcode hoort een omvang."),
    "omvang-zonder-code": N_("Zonder productcode mag er geen omvang in het bericht."),
    "budget": N_("Het budget ontbreekt. Zonder productcode hoort er een budget bij."),
    "budget-grens": N_("Het budget is te hoog of te laag voor het bericht (ten hoogste € 999.999,99)."),
    "per-dag": N_("Deze eenheid kan niet per dag."),
    "stapeling": N_("Er lopen bij deze aanbieder twee toewijzingen voor hetzelfde product tegelijk. Een bericht mag dat niet hebben. Geef de toewijzing op een andere manier door."),
}  # fmt: skip

# Wat alleen over een cel van een ingelezen tabel kan gaan; de andere codes staan bij FOUTEN.
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


def zin(fout: Fout) -> str:
    """De zin bij een fout. Een code zonder zin is een fout van ons, en dat zeggen we."""
    gevonden = FOUTEN.get(fout.code)
    if gevonden is None:
        return _("Er ging iets mis in het programma ({code}). Meld het aan uw beheerder.").format(code=fout.code)
    return _(gevonden).format(**fout.gegevens)


def zin_bij_bevinding(bevinding: Bevinding) -> str:
    """De zin bij een bevinding van de toets."""
    woorden = {naam: _(w) if isinstance(w, str) else w for naam, w in bevinding.gegevens.items()}
    return _(BEVINDINGEN[bevinding.code]).format(**woorden)


def zin_bij_gebrek(gebrek: Gebrek) -> str:
    """De zin bij iets wat het bericht nog mist."""
    return _(GEBREKEN[gebrek.code])


def zin_bij_cel(melding: Celmelding) -> str:
    """De zin bij een fout of opmerking over een cel."""
    gevonden = CELFOUTEN.get(melding.code) or OPMERKINGEN.get(melding.code) or FOUTEN[melding.code]
    return _(gevonden).format(**melding.gegevens)
