"""Waarom we iets vragen, bij elk veld: wat ermee gebeurt, in woorden voor een gezin. Een gezin mag dat altijd weten.

Vragen stellen mag alleen met een doel (AVG artikel 5; de Autoriteit Persoonsgegevens over gemeenten in het sociaal
domein, 2018). De redenen staan per onderwerp, en bij een gevoelig veld apart.
"""

from __future__ import annotations

from typing import Any

from jeugdteam_app.dossier import aanmelding as a
from jeugdteam_app.dossier import afweging as w
from jeugdteam_app.dossier import analyse as an
from jeugdteam_app.dossier import doelen as do
from jeugdteam_app.dossier import gezin as g
from jeugdteam_app.dossier.bijlage import Bijlage
from jeugdteam_app.dossier.brief import Brief
from jeugdteam_app.dossier.evaluatie import Doeluitkomst, Evaluatie
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Zorg
from jeugdteam_app.dossier.geschiedenis import EerdereHulp, Gebeurtenis
from jeugdteam_app.dossier.gesprek import Contact, Instemmingen, Verklaring
from jeugdteam_app.dossier.kansencirkel import Kansencirkel
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.onderzoek import Onderzoek
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Perspectiefplan, Regeling
from jeugdteam_app.dossier.post import Post, Verzoek
from jeugdteam_app.dossier.praktijk import Praktijk
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.dossier.veiligheid import EerdereMeldcode, Veiligheid
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.taal import N_

_TEKENEN = N_("Om het gezin te kunnen tekenen. Het hoeft alleen als u dat samen prettig vindt.")
_PER_ONDERWERP: dict[type[Voorwerp], str] = {
    g.Gezin: N_("Zo vinden we het dossier van uw gezin terug."),
    g.Jeugdige: N_("Om te weten over welk kind het gaat. Zonder naam en geboortedatum kan er geen besluit zijn."),
    g.Huishouden: N_("Waar een kind woont, telt mee voor welke gemeente helpt, en waar de brief naartoe gaat."),
    g.Persoon: N_("Om te weten wie bij het kind horen, wie meebeslist en wie kan helpen."),
    g.Relatie: _TEKENEN,
    g.Zwangerschap: N_("Een kind dat komt, of dat er niet meer is, hoort erbij. Vertellen mag, en hoeft niet."),
    g.Gezagsverhouding: N_(
        "Wie het gezag heeft, beslist mee tot een kind 16 is, en daarna soms nog. Zo slaan we niemand over."
    ),
    g.Steun: N_("Om te zien op wie het kind kan rekenen. Het kind bepaalt zelf wat er staat."),
    g.Afscherming: N_("Niet iedereen hoeft alles te lezen. Zo blijft wat iemand vertelde bij wie het mag weten."),
    a.Aanmelding: N_("Om te weten wanneer uw vraag kwam en van wie. Vanaf die dag lopen de termijnen."),
    a.Vraagverheldering: N_("Om uw vraag goed te begrijpen voordat iemand aan een oplossing denkt."),
    a.Toestemmingen: N_("Zonder uw toestemming delen we niets. Intrekken mag altijd."),
    w.Afweging: N_("Dit antwoord helpt om hulp te zoeken die past. Niet antwoorden mag."),
    an.Hulpvraag: N_("Ieder in het gezin kan een eigen vraag hebben. Ze tellen allemaal."),
    an.Uitspraak: N_("Zo blijft te zien wie iets zei, en of het een feit, een beleving of een mening is."),
    an.Punt: N_("Wat goed gaat telt net zo goed mee als wat moeilijk is."),
    an.Factor: N_("Om samen te begrijpen hoe het kwam en waarom het blijft. Zo zoeken we hulp die daarbij past."),
    an.Hypothese: N_("Een idee over hoe het komt. Het is geen waarheid; u zegt of u het herkent."),
    an.Ouderprobleem: N_("Soms heeft een ouder zelf ook hulp nodig. Dat helpt het kind ook."),
    an.Analyse: N_("Om op te schrijven wat we samen begrijpen. Daar rusten de hulp en het besluit op."),
    do.Doel: N_("Zo weten we samen wat beter moet worden, en wanneer het goed genoeg is."),
    do.Actie: N_("Zodat iedereen weet wie wat doet, en wanneer."),
    do.Meting: N_("Om over een tijd te zien of het beter gaat. Het cijfer is van wie het geeft."),
    Gebeurtenis: N_("Wat er eerder gebeurde, kan uitleggen hoe het nu gaat. Overslaan mag."),
    EerdereHulp: N_("Zodat u niet nog eens krijgt wat niet hielp, en wel wat goed werkte."),
    Contact: N_("Zodat u en wij terug kunnen lezen wat er is gezegd en afgesproken."),
    Verklaring: N_("Ziet u het anders dan wij? Uw eigen verhaal hoort er dan bij, in uw eigen woorden."),
    Bijlage: N_("Een stuk dat nodig is om te begrijpen of te besluiten. Wat niet nodig is, hoort hier niet."),
    Kansencirkel: N_("Om te praten over hoe het met het kind gaat. Niemand telt er iets van op."),
    Familiegroepsplan: N_("Dit is uw eigen plan. U bepaalt wat erin komt."),
    Zorg: N_("Iedereen kan andere zorgen hebben. Zo staat er bij van wie ze zijn."),
    Instemmingen: N_("Zo is te zien wie het eens is met het plan, en wie niet en waarom."),
    Perspectiefplan: N_("Om op tijd te weten hoe het verder gaat, ook na 18 jaar of na een andere woonplek."),
    Gebiedsplan: N_("Om per deel van het leven te zien wat al goed is en wat nog geregeld moet worden."),
    Regeling: N_("Bij 18 jaar verandert er veel tegelijk. Zo wordt er niets vergeten."),
    EerdereMeldcode: N_("Wat er eerder is gezien en gedaan voor de veiligheid, blijft staan."),
    Veiligheid: N_("Bij zorgen over veiligheid moeten wij vijf stappen zetten en opschrijven wat we deden."),
    Onderzoek: N_("Zo kan iedereen, ook een rechter, volgen hoe we bij dit besluit kwamen."),
    Keuze: N_("Zodat u later kunt nalezen welke hulp is gekozen, waarom, en wat u zelf wilde."),
    Toegewezen: N_("Dit komt in het besluit. Zo weet u precies welke hulp u krijgt, hoeveel en hoe lang."),
    Brief: N_("Wat wij anderen over u schrijven, mag u altijd lezen."),
    Praktijk: N_("Om u goed te helpen of te verwijzen. De huisarts weet ervan."),
    Verzoek: N_("De aanbieder vraagt iets over uw hulp. Zo is te zien wat, en wat het antwoord was."),
    Post: N_("Zo is na te gaan welke berichten over uw kind gingen en kwamen, en wanneer."),
    Doeluitkomst: N_("Om per doel te zien of het gelukt is. Zo weten we wat hielp en wat nog niet."),
    Evaluatie: N_("Om samen te zien of de hulp helpt, en of het met minder kan of juist anders moet."),
}

_WOONPLAATS = N_("Woont een kind niet thuis, dan betaalt de gemeente waar het daarvoor stond ingeschreven.")
_PER_VELD: dict[str, str] = {
    g.Jeugdige.bsn.id: N_("Alleen voor het bericht aan de aanbieder (Jeugdwet 7.2.1). Nooit van ouders."),
    g.Jeugdige.geslacht.id: N_(
        "Voor het bericht aan de aanbieder en het teken in de tekening van het gezin. Het telt nergens anders mee."
    ),
    g.Jeugdige.verblijf_sinds.id: _WOONPLAATS,
    g.Jeugdige.gemeente_voor_verblijf.id: _WOONPLAATS,
    g.Jeugdige.adres_voor_verblijf.id: _WOONPLAATS,
    g.Jeugdige.zonder_verblijfsrecht.id: N_(
        "Mag een kind niet in Nederland blijven, dan krijgt het hulp, maar ten hoogste een half jaar per keer. "
        "Alleen daarvoor is dit."
    ),
    g.Jeugdige.geboortedatum.id: N_("De leeftijd bepaalt wie meebeslist en welke wet geldt."),
    g.Jeugdige.kind_van.id: _TEKENEN,
    g.Jeugdige.geadopteerd.id: _TEKENEN,
    g.Persoon.telefoon.id: N_(
        "Zodat we kunnen bellen. Heeft deze persoon gezag, dan gaat het nummer ook naar de aanbieder."
    ),
    g.Gezagsverhouding.rol.id: N_("Om te weten wie bij het kind horen, wie meebeslist en wie kan helpen."),
    g.Persoon.dossier.id: N_("Zodat een kind in de tekening van zijn eigen dossier niet twee keer staat."),
    g.Persoon.sekse.id: N_("Alleen voor het teken in de tekening."),
    g.Persoon.geboortedatum.id: N_(
        "Voor de tekening. Heeft deze persoon het gezag, dan gaat de datum ook naar de aanbieder. Mag leeg blijven."
    ),
    g.Persoon.kind_van.id: _TEKENEN,
    g.Persoon.geadopteerd.id: _TEKENEN,
    g.Persoon.geboren_rond.id: N_("Alleen voor het jaar in de tekening. Mag leeg blijven."),
    g.Persoon.overleden_op.id: N_("Alleen voor het jaar in de tekening. Mag leeg blijven."),
    g.Persoon.overleden.id: N_("Zodat niemand per ongeluk naar iemand vraagt die er niet meer is."),
    a.Vraagverheldering.veiligheid.id: N_("Bij elke vraag kijken we of het veilig is. Gevaar gaat voor alles."),
    a.Vraagverheldering.tolk.id: N_("Zodat iedereen alles kan volgen. Een tolk kost u niets."),
    Familiegroepsplan.taal.id: N_("Zo blijft te zien in welke taal u het zei."),
    Toegewezen.gestart_op.id: N_("Om te zien hoe lang u moest wachten."),
    Toegewezen.wachten_gemeld_op.id: N_("Zodat wie de hulp inkoopt weet dat u te lang wacht."),
}

_REDEN_VAN_MENS = N_("Hier beslist een mens. Een ander moet kunnen volgen waarom.")


def waarom(veld: Veld[Any]) -> str:
    """De reden bij een veld, in het Nederlands; de rand vertaalt haar."""
    if veld.id in _PER_VELD:
        return _PER_VELD[veld.id]
    if veld.eigenaar is w.Afweging:
        if veld.naam in w.VRAGEN:
            return w.VRAGEN[veld.naam].waarom
        if veld.naam.startswith("waarom_"):
            return _REDEN_VAN_MENS
    return _PER_ONDERWERP[veld.eigenaar]
