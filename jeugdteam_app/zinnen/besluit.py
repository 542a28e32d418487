"""Bij wat de toets van een besluit vindt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jeugdteam_app.kern.taal import N_, _

if TYPE_CHECKING:
    from jeugdteam_app.regels.bevinding import Bevinding

BEVINDINGEN: dict[str, str] = {
    "geen-ingangsdatum": N_("Vul in wanneer de hulp begint."),
    "geen-einddatum": N_("Vul in wanneer de hulp uiterlijk stopt. Zonder einddatum kan een toewijzing niet worden vastgesteld."),
    "einde-voor-begin": N_("De einddatum ligt voor de begindatum. Verander één van de twee."),
    "geen-omvang": N_("Vul in hoeveel hulp er ten hoogste is: een aantal, de eenheid en per hoeveel tijd."),
    "geen-budget": N_("Voor dit product is geen code bekend. Vul daarom het bedrag in dat het ten hoogste mag kosten."),
    "eenheid-niet-per-dag": N_("Deze eenheid kan niet per dag. Kies per week, per maand of in totaal."),
    "stapeling": N_("Er loopt in deze tijd al een toewijzing voor hetzelfde product. Stelt u deze ook vast, dan kan er geen bericht meer naar deze aanbieder."),
    "herhaling": N_("Het kind had dit product al eerder. Schrijf op waarom het nu weer past."),
    "niet-verlengbaar": N_("Het kind had dit product al eerder, en verlengen kan volgens het boek niet. Schrijf op waarom het toch past."),
    "naast-pgb": N_("Voor dit product loopt in deze tijd al een pgb, of al hulp in natura. Naast elkaar kan dat niet."),
    "niet-samen": N_("Er loopt in deze tijd al hulp die volgens het boek niet samengaat met dit product. Schrijf op waarom het toch past."),
    "toestemming": N_("Toestemming voor hulp staat nog niet in het dossier van: {wie}. Besluiten mag wel. De hulp kan pas beginnen als er toestemming is."),
    "vijf-stappen": N_("Van de vijf stappen van het onderzoek zijn er nog {aantal} leeg. Zonder die stappen houdt een besluit bij de rechter geen stand."),
    "stap-zonder-deskundige": N_("Bij {aantal} van de vijf stappen staat nog niet wie met welke kennis keek."),
    "zonder-besluit": N_("Voor dit product is geen besluit nodig. Het team of de huisarts geeft de hulp zelf."),
    "te-licht": N_("De problemen zijn zwaar en deze hulp is licht. Schrijf op waarom dit nu genoeg is."),
    "te-zwaar": N_("Deze hulp is zwaar. Schrijf op waarom lichtere hulp nu niet past."),
    "verbeter-stop-met-stop": N_("Dat besluit laat de hulp stoppen. Haal dit ontwerp weg en kies bij dat besluit ‘Eerder stoppen’ om een fout te verbeteren."),
    "reden-past-niet": N_("De reden past niet bij wat er verandert. Kies een andere reden, of pas de dag of de hoeveelheid aan."),
    "nieuw-nummer-later": N_("Deze wijziging krijgt een nieuw nummer, en de oude hulp is al begonnen. Laat de nieuwe later beginnen; de oude stopt dan de dag ervoor."),
    "rest-voor-oud": N_("Vul in hoeveel er van het oude totaal of budget gebruikt mag blijven. Anders telt het dubbel."),
    "liever-verlengen": N_("Dezelfde hulp bij dezelfde aanbieder loopt tot de dag ervoor. Kies bij dat besluit ‘Wijzigen of verlengen’."),
    "verlengen-zonder-terugblik": N_("Dit is langer of meer hulp. Kijk eerst samen terug: wat bracht de hulp, en kan nu iemand dichterbij het doen?"),
    "geen-blok": N_("Deze laptop heeft nog geen toewijzingnummers. Vraag de backoffice om een blok; tot dan blijft dit een concept."),
    "blok-op": N_("De toewijzingnummers van deze laptop zijn op. Vraag de backoffice om een nieuw blok; tot dan blijft dit een concept."),
    "blok-van-toen": N_("Deze werkplek komt uit een kopie. Welke toewijzingnummers daarna nog zijn uitgegeven, weten we niet. Vraag de backoffice om een nieuw blok, of zet bij Gemeente en team het blok op het eerste nummer dat nog vrij is; tot dan blijft dit een concept."),
    "vier-ogen": N_("Bij uw team kijkt er altijd een collega mee. Laat eerst iemand meekijken met dit ontwerp."),
    "meekijker-niet-eens": N_("{wie} keek mee en is het er niet mee eens. Schrijf op wat u daarmee doet."),
    "geen-hulp-zonder-uitleg": N_("Schrijf op waarom hulp met een besluit niet nodig is."),
    "wijzigen-zonder-reden": N_("Kies om wat voor reden dit besluit verandert."),
    "code-bij-categorie": N_("De productcode hoort niet bij de categorie. Zo gaat er nooit een bericht weg. Vraag de aanbieder of de backoffice om de goede code."),
    "niet-in-boek": N_("Deze hulp staat niet in het productenboek. Kijk na of uw gemeente haar inkoopt, en schrijf op waarom u haar toch kiest."),
    "na-verhuizen": N_("Het kind is verhuisd. Deze hulp kan hooguit een jaar na de verhuizing doorgaan, als het gezin dat vraagt. Daarna beslist de nieuwe gemeente."),
    "evaluatie-na-rechter": N_("De rechter wil horen hoe het ging voordat u samen terugkijkt. Kies een eerdere dag om terug te kijken."),
    "stoppen-is-later": N_("De laatste dag is niet eerder dan het einde dat er al was. Kies ‘Wijzigen of verlengen’ om te verlengen."),
    "verwijderen-hele-tijd": N_("‘Verwijderd’ hoort bij hulp die helemaal niet doorgaat: de laatste dag is dan de begindag. Kies een andere reden of dag."),
    "pgb-zonder-bedrag": N_("Vul in hoe hoog het persoonsgebonden budget ten hoogste is."),
    "pgb-voorwaarden": N_("Een pgb heeft drie voorwaarden. Er zijn er nog {aantal} niet ingevuld."),
    "eerst-dichterbij": N_("Dit is een zware woonplek. Schrijf op waarom het netwerk, een pleeggezin of een gezinshuis nu niet past."),
    "eerst-netwerk": N_("Kan het kind wonen bij iemand die het kent? Beantwoord dat bij ‘Wat past’ voordat u een ander pleeggezin kiest."),
    "woonplaats-onbekend": N_("Vul bij het gezin in waar het kind woonde voor het verblijf. Die gemeente is verantwoordelijk."),
    "woonplaats-anders": N_("Het kind woonde voor het verblijf in een andere gemeente. Die is dan verantwoordelijk; neem contact op."),
    "woonplek-zonder-vooruitzicht": N_("Bij een andere woonplek hoort wat die moet opleveren en waar het kind later woont. Vul dat in bij het perspectiefplan."),
    "hoor-het-gezin": N_("Het gezin krijgt iets niet, of verliest iets. Bespreek eerst waarom, en schrijf op wanneer dat was."),
    "einde-in-verleden": N_("De laatste dag is al geweest. Dat kan alleen als gezin en aanbieder het ermee eens zijn. Schrijf op hoe dat is afgesproken."),
    "stuks-anders": N_("Het productenboek rekent in ‘keer’ (wat er wordt gedaan) en u in ‘stuks’ (wat er wordt opgeleverd), of andersom. Kies hetzelfde als het boek, of schrijf op waarom niet."),
    "blijft-overlijden": N_("Ook deze brief zegt dat het kind is overleden. Klopt dat niet? Kies dan een andere reden waarom de hulp stopt."),
    "oude-hulp-blijft-gestopt": N_("De hulp van voor deze wijziging blijft gestopt en komt niet vanzelf terug. Moet zij doorgaan? Maak er een nieuwe toewijzing voor, en schrijf dat in deze brief."),
    "verwijderen-na-betaling": N_("De oude toewijzing verdwijnt helemaal, en de hulp was al begonnen. Heeft de aanbieder daarvoor al geld gekregen, dan mag dat niet. Vraag het na bij de backoffice, en schrijf op wat u hoorde."),
    "lager-met-aanbieder": N_("Er is minder dan in het vorige besluit. Schrijf op dat u dit met de aanbieder besprak."),
    "conflict": N_("In dit dossier staan velden met twee verschillende antwoorden ({aantal}). Kies daar eerst wat goed is."),
    "weigeren-zonder-grond": N_("U schreef op wat het gezin niet krijgt. Kies ook waarom, en leg het uit voor het gezin."),
    "eigen-kracht-zonder-artikel": N_("In het profiel staat geen artikel van de verordening over eigen kracht. Op die grond kan de gemeente nu niets weigeren; het blijft een concept."),
    "eigen-kracht-zonder-maatstaf": N_("Bij het artikel over eigen kracht staat niet waar uw gemeente naar kijkt. Vul dat aan bij Gemeente en team; zonder maatstaf in de verordening kan de gemeente hierop niet weigeren."),
    "eigen-kracht-spreekt-tegen": N_("U weigert op eigen kracht, maar {aantal} van de vier antwoorden bij ‘Wat past’ zeggen dat het gezin dit niet zelf kan. Kijk de antwoorden na, of kies een andere grond."),
    "geen-hulp-niet-samen": N_("Vink aan dat het gezin het hiermee eens is. Is het dat niet, kies dan ‘Afwijzen’."),
    "stapeling-zelfde-aanbieder": N_("Bij deze aanbieder loopt dezelfde hulp al in deze tijd. Wijzig die, of kies een andere begindag; twee naast elkaar kunnen niet in het bericht."),
    "boven-norm-zonder-uitleg": N_("Dit is meer of langer dan de norm. Schrijf bij ‘Waarom zoveel en zo lang?’ op waarom; tot die tijd is het een concept."),
    "meer-dan-kan": N_("Dit zijn meer uren dan er in deze tijd zitten. Kijk het getal, de eenheid en de frequentie na."),
    "eigen-kracht-niet-gewogen": N_("U weigert op eigen kracht. Daar horen vier vragen bij; {aantal} zijn nog open. Beantwoord ze bij ‘Wat past’; tot die tijd is het een concept."),
    "pgb-zonder-som": N_("Er staat nog niet hoe het budget is berekend."),
    "pgb-anders-dan-som": N_("Het budget is anders dan de som ({som}). Schrijf op waarom."),
    "profiel-onvolledig": N_("Het profiel van de gemeente is nog niet compleet (er mist nog: {aantal}). Tot die tijd is elk besluit een concept."),
    "profiel-voorbeeld": N_("Uw gemeente staat nog op het voorbeeld. Vul eerst ‘Gemeente en team’ in; tot die tijd is het een concept."),
    "rol-poh_jeugd": N_("Een praktijk besluit niet over jeugdhulp. De huisarts verwijst; dit blijft een concept."),
    "team-adviseert": N_("In uw gemeente adviseert het team. De gemeente besluit; dit blijft een concept."),
    "andere-verwijzer": N_("Iemand anders verwijst of bepaalt hier de hulp. Kijk na of uw team er wel over besluit."),
    "alleen-verblijf": N_("Het kind slaapt ergens anders. Daar hoort ook hulp bij, als eigen toewijzing naast deze."),
    "boek-vernieuwd": N_("Er is een andere versie van het productenboek dan toen u koos. Kijk na of de keuze nog past."),
    "norm-andere-eenheid": N_("De norm van dit product telt anders dan u. We kunnen ze niet vergelijken. Schrijf op waarom u voor deze hoeveelheid en duur kiest."),
    "boven-norm-zonder-analyse": N_("Dit is meer of langer dan de norm. Dat kan alleen met een verklarende analyse die klaar is; tot die tijd is het een concept."),
    "rol-adviseur": N_("Uw team adviseert. De gemeente besluit; dit blijft een concept."),
    "rol-sociaal_team": N_("Uw team wijst zelf geen jeugdhulp toe. Vraag het team dat wel mag besluiten; dit blijft een concept."),
    "past-niet": N_("Volgens het advies past dit product niet. Schrijf op waarom u het toch kiest."),
    "voorbij-achttien": N_("De hulp loopt door na de achttiende verjaardag. Kijk welke wet dan geldt, en schrijf op waarom het kan."),
    "correctie-zonder-fout": N_("Schrijf op wat er in het vorige besluit niet klopte. Het gezin moet dat kunnen lezen."),
    "weigergrond-zonder-naam": N_("Schrijf op welke wet het is, of aan welke voorwaarde het gezin niet voldoet."),
    "zonder-geadresseerde": N_("Het is nog niet bekend aan wie het besluit gaat. Kies bij ‘Kind, gezin en netwerk’ wie het gezag heeft; tot die tijd is het een concept."),
    "zonder-adres": N_("Het besluit gaat naar {wie}, maar het adres ontbreekt. Kies een woonplek bij ‘Kind, gezin en netwerk’; tot die tijd is het een concept."),
    "zonder-geboortedatum": N_("De geboortedatum van het kind ontbreekt. Vul haar in bij ‘Kind, gezin en netwerk’; tot die tijd is het een concept."),
    "zonder-aanvraagdatum": N_("Er staat niet wanneer het gezin om hulp vroeg. Vul dat in bij ‘De eerste vraag’; tot die tijd is het een concept."),
    "stappen-van-eerder": N_("De vijf stappen zijn dezelfde als in een eerder besluit. Kijk of ze bij dit besluit passen, en pas ze aan of schrijf op waarom ze nog kloppen."),
    "geen-hulp-naast-hulp": N_("Er loopt nog hulp. Zet in de uitleg wat daarmee gebeurt, of kies bij dat besluit ‘Stoppen’."),
    "voor-de-aanvraag": N_("De hulp begint voordat het gezin erom vroeg. Schrijf op waarom dat zo is."),
    "geen-bedrag": N_("Er is geen tarief bekend, dus staat er niet wat de hulp ten hoogste kost. Vul het tarief uit het contract in, of schrijf op waarom het niet bekend is."),
    "geen-resultaat": N_("Er staat nog niet wat de hulp moet bereiken. Zonder dat kan het geen besluit zijn."),
    "geen-motivering": N_("Er staat nog niet waarom u zo besluit. Zonder motivering kan het geen besluit zijn."),
    "geen-motivering-omvang": N_("Er staat nog niet waarom het zoveel is en zo lang duurt. Zonder die uitleg kan het geen besluit zijn."),
    "zonder-hulpnaam": N_("Er staat nog niet welke hulp dit is. Kies een product, of schrijf op hoe de hulp heet."),
    "geen-afschalen": N_("Er is nog niet afgesproken hoe de hulp afbouwt, waarheen en vanaf wanneer."),
    "afbouwen-buiten-periode": N_("De dag waarop het afbouwen begint, ligt buiten de tijd van de hulp."),
    "geen-evaluatie": N_("Er is nog geen dag afgesproken om samen terug te kijken."),
    "geen-aanbieder": N_("Er is nog geen aanbieder gekozen."),
    "langer-dan-half-jaar": N_("Mag een kind niet in Nederland blijven, dan is hulp voor ten hoogste een half jaar per keer. Kort de tijd in."),
    "dag-voorbij": N_("De dag om terug te kijken of om af te bouwen is al voorbij. Kies een dag die nog komt."),
    "evaluatie-buiten-periode": N_("De dag om terug te kijken ligt buiten de tijd van de hulp."),
    "langer-dan-een-jaar": N_("De hulp duurt langer dan een jaar. Dat kan, maar zeg waarom."),
    "norm-onbekend": N_("Voor dit product is geen norm bekend. Schrijf op waarom u voor deze hoeveelheid en duur kiest."),
    "boven-norm-omvang": N_("Dit is meer dan de norm van {norm}. Dat kan, als u zegt waarom."),
    "boven-norm-duur": N_("Dit duurt langer dan de norm van {norm} dagen. Dat kan, als u zegt waarom."),
}  # fmt: skip


def zin_bij_bevinding(bevinding: Bevinding) -> str:
    """De zin bij een bevinding van de toets."""
    woorden = {naam: _(w) if isinstance(w, str) else w for naam, w in bevinding.gegevens.items()}
    return _(BEVINDINGEN[bevinding.code]).format(**woorden)


def kort(code: str) -> str:
    """De zin bij een bevinding van eerder, tot waar er iets van toen in zou staan."""
    return _(BEVINDINGEN[code]).partition("{")[0].strip()
