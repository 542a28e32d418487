"""Wat er in een dossier op een dag aan de beurt is: termijnen, afspraken en verjaardagen, elk met waarom en bron.

Puur: hetzelfde dossier op dezelfde dag geeft dezelfde agenda. Wat gedaan is, staat er niet meer in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jeugdteam_app.dossier.aanmelding import (
    Aanmelding,
    Antwoord,
    Toestemmingen,
    Uitkomst,
    Vraagverheldering,
    Waarvoor,
    laatste_antwoorden,
)
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.brief import Brief, Briefsoort
from jeugdteam_app.dossier.doelen import Actie, Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.evaluatie import Evaluatie, Wachtkeuze
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Stap
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.lopend import Lopend, gaat_door, lopend, opvolger
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.post import IN_ORDE, Berichtsoort, Post, Poststuk, Verzoek, Verzoekantwoord
from jeugdteam_app.dossier.toewijzing import Toegewezen, Vaststelling
from jeugdteam_app.dossier.veiligheid import Veiligheid
from jeugdteam_app.dossier.velden import velden_van
from jeugdteam_app.journaal.wijziging import POSITIE
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import Feit, waarde
from jeugdteam_app.kern.omvang import VERBLIJF
from jeugdteam_app.kern.periode import over_maanden, verjaardag
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.profiel import Mijlpaal, Termijn, Termijnsoort
from jeugdteam_app.regels.mijlpalen import mijlpalen
from jeugdteam_app.regels.termijnen import (
    VERHUISD,
    Einde,
    Verschuiving,
    besluit_uiterlijk,
    bezwaar_tot,
    na_verhuizen_tot,
    na_werkdagen,
    op_papier_uiterlijk,
    plan_uiterlijk,
)
from jeugdteam_app.regels.wachten import wacht_sinds

_AFSPRAAK = Bron("Dit dossier", "de dag die u zelf afsprak")
_NV = "noord-veluwe"
TE_LANG_MAANDEN = 4
# Zo lang van tevoren staat een verjaardag in de agenda.
_VERJAARDAG_VOORUIT = timedelta(days=180)
_PAS_GELEDEN = timedelta(days=14)
# Een evaluatie kan iets eerder zijn dan gepland.
_EERDER_MAG = timedelta(days=31)


@dataclass(frozen=True)
class Punt:
    """Eén ding dat op een dag gedaan moet zijn (of, als ``weten``, alleen goed is om te weten)."""

    code: str
    dag: date
    wat: str
    hoofdstuk: str
    bron: Bron
    over: str = ""
    weten: bool = False
    verschoven: Verschuiving | None = None


@dataclass(frozen=True)
class Plaatselijk:
    """Wat hier anders kan zijn dan elders: de regio, en de mijlpalen en termijnen die gemeente of team zelf koos."""

    regio: str = ""
    mijlpalen: Sequence[Mijlpaal] = ()
    termijnen: Sequence[Termijn] = ()
    # Of dit team zelf besluit, of een ander adviseert die dat doet.
    beslist: bool = True

    def termijn(self, soort: Termijnsoort, gewoon: int, bron: Bron) -> tuple[int, Bron]:
        """Hoe lang een termijn hier is, en waar dat staat; zonder eigen keuze de gewone."""
        eigen = next((t for t in self.termijnen if t.soort is soort), None)
        if eigen is None:
            return gewoon, bron
        return eigen.aantal, Bron("Gemeente en team", eigen.bron or "de termijn die u zelf koos")

    def kiest(self, soort: Termijnsoort) -> bool:
        """Of deze termijn hier zelf gekozen is."""
        return any(t.soort is soort for t in self.termijnen)


def agenda(dossier: Dossier, op: date, hier: Plaatselijk) -> tuple[Punt, ...]:
    """Alles wat nog open staat, op volgorde van dag."""
    punten = [
        *_eerste_contact(dossier, op, hier),
        *_besluit(dossier, hier),
        *_plan(dossier, hier),
        *_toewijzingen(dossier, op, hier),
        *_post(dossier),
        *_zonder_retour(dossier),
        *_beantwoorde_verzoeken(dossier, op),
        *_klaar_te_zetten(dossier, hier),
        *_ingetrokken(dossier, op),
        *_meldcode(dossier, hier),
        *_verhuisd_en_rechter(dossier, op),
        *_afspraken(dossier, op),
        *_verjaardagen(dossier, op, hier.mijlpalen),
    ]
    return tuple(sorted(punten, key=lambda p: (p.dag, p.code, p.over)))


def _contact_sinds(dossier: Dossier, dag: date, op: date) -> bool:
    """Of er sinds een dag een gesprek was; wat nog moet komen, telt niet."""
    return any((wanneer := waarde(c.datum)) is not None and dag <= wanneer <= op for c in dossier.gesprekken)


def _beantwoord(dossier: Dossier) -> bool:
    """Of de vraag bij de aanmelding al beantwoord is: dan volgt er geen hulp."""
    return waarde(dossier.een(Aanmelding).uitkomst) is Uitkomst.BEANTWOORD


def _eerste_contact(dossier: Dossier, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    begin = waarde(dossier.een(Aanmelding).datum)
    geldt = hier.regio == _NV or hier.kiest(Termijnsoort.EERSTE_CONTACT)
    if geldt and begin and not _beantwoord(dossier) and not _contact_sinds(dossier, begin, op):
        plek = "regel 928: binnen drie werkdagen iemand aan de telefoon"
        gewoon = Bron("Meerjarenperspectief Noord-Veluwe (001)", plek)
        dagen, bron = hier.termijn(Termijnsoort.EERSTE_CONTACT, 3, gewoon)
        dag, later = na_werkdagen(begin, dagen)
        yield Punt("contact", dag, N_("Neem contact op met het gezin"), "gesprekken", bron, verschoven=later)


def dag_van_besluit(dossier: Dossier) -> Einde | None:
    """Wanneer er een besluit moet zijn, zolang dat er nog niet is."""
    aanvraag = waarde(dossier.een(Aanmelding).aanvraagdatum)
    besluiten = [v.datum for t in dossier.alle(Toegewezen) if (v := waarde(t.vastgesteld))]
    # Een besluit van voor deze aanvraag gaat over een andere vraag.
    besloten = any(aanvraag is not None and dag >= aanvraag for dag in besluiten)
    if aanvraag is None or besloten:
        return None
    uitgesteld = _uitgesteld(dossier)
    return Einde(uitgesteld) if uitgesteld else besluit_uiterlijk(aanvraag)


def _uitgesteld(dossier: Dossier) -> date | None:
    """De latere dag die het gezin op tijd te horen kreeg: alleen binnen de eerste termijn telt dat (Awb 4:14)."""
    van = dossier.een(Aanmelding)
    aanvraag, gemeld, tot = waarde(van.aanvraagdatum), waarde(van.uitstel_gemeld_op), waarde(van.uitstel_tot)
    if not (aanvraag and gemeld and tot):
        return None
    return tot if aanvraag <= gemeld <= besluit_uiterlijk(aanvraag).dag < tot else None


def _besluit(dossier: Dossier, hier: Plaatselijk) -> Iterator[Punt]:
    aanvraag = waarde(dossier.een(Aanmelding).aanvraagdatum)
    if not hier.beslist and aanvraag and _brief_sinds(dossier, Briefsoort.GEMEENTE, aanvraag):
        # Wie adviseert, is klaar met het advies; de gemeente beslist.
        return
    if einde := dag_van_besluit(dossier):
        acht_weken = "artikel 4:13: acht weken na de aanvraag"
        uitgesteld = "artikel 4:14: de latere dag die het gezin hoorde"
        bron = Bron("Awb", uitgesteld if _uitgesteld(dossier) else acht_weken)
        wat = N_("Neem een besluit op de aanvraag")
        if not hier.beslist:
            wat = N_("Geef uw advies aan wie beslist, op tijd voor het besluit op de aanvraag")
        hoofdstuk = "toewijzing" if hier.beslist else "overhandigen"
        yield Punt("besluit", einde.dag, wat, hoofdstuk, bron, verschoven=einde.verschoven)


def _plan(dossier: Dossier, hier: Plaatselijk) -> Iterator[Punt]:
    plan = dossier.een(Familiegroepsplan)
    begin = waarde(dossier.een(Aanmelding).datum)
    aangeboden = waarde(plan.aangeboden_op) or waarde(plan.stap)
    if begin and not aangeboden and not _beantwoord(dossier) and not lopend(dossier):
        plek = "artikel 4.1.2: eerst een eigen plan; de wet noemt geen dag, twee weken is onze keuze"
        wat = N_("Bied de familie aan om zelf een plan te maken")
        weken, bron = hier.termijn(Termijnsoort.AANBIEDEN, 2, Bron("Jeugdwet", plek))
        yield Punt("aanbieden", begin + timedelta(weeks=weken), wat, "familiegroepsplan", bron)
    afgezien, gevraagd = waarde(plan.afgezien_op), waarde(plan.op_papier_gevraagd)
    if waarde(plan.stap) is Stap.AFGEZIEN and afgezien and waarde(plan.hulpplan_op) is None:
        bron = Bron("Jeugdwet", "artikel 4.1.3: binnen zes weken nadat vaststaat dat er geen familiegroepsplan komt")
        dag, later = plan_uiterlijk(afgezien)
        wat = N_("Er moet een hulpverleningsplan zijn")
        yield Punt("hulpplan", dag, wat, "familiegroepsplan", bron, verschoven=later)
    if gevraagd and waarde(plan.op_papier_gegeven) is None:
        bron = Bron("Jeugdwet", "artikel 4.1.3: binnen veertien dagen op papier als iemand daarom vraagt")
        dag, later = op_papier_uiterlijk(gevraagd)
        yield Punt("papier", dag, N_("Geef het plan op papier"), "familiegroepsplan", bron, verschoven=later)


def _toewijzingen(dossier: Dossier, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    for item in dossier.alle(Toegewezen):
        if vast := waarde(item.vastgesteld):
            yield from _bezwaar(vast, op)
    for een in lopend(dossier):
        if een.is_verwijderd:
            continue
        vast, gestopt = een.vast, waarde(een.item.gestopt_op)
        if gestopt is None:
            yield from _wachten(dossier, een, op, hier)
            yield from _loopt(dossier, een, op)
            continue
        if gaat_door(dossier, een):
            # Bij dezelfde aanbieder onder een ander nummer: dan telt het afsluiten daar.
            continue
        if not _gekeken(dossier, een, gestopt, op) or waarde(een.item.einde) is None:
            onze = Bron("Onze keuze", "twee weken na het einde, zolang ieder het nog weet")
            weken, bron = hier.termijn(Termijnsoort.AFSLUITEN, 2, onze)
            wat = N_("Kijk samen terug: doelen, nut, en of het zonder hulp verder kan")
            yield Punt("afsluiten", gestopt + timedelta(weeks=weken), wat, "toewijzing", bron, vast.inhoud.productnaam)
        onze = Bron("Onze keuze", "drie maanden na het einde, om te zien of het zonder hulp gaat")
        maanden, bron = hier.termijn(Termijnsoort.TERUGKIJKEN, 3, onze)
        terug = over_maanden(gestopt, maanden)
        # Wie bij het stoppen terugkeek, keek nog niet hoe het daarna gaat.
        if not _gekeken(dossier, een, terug, op, eerder=min(_EERDER_MAG, (terug - gestopt) / 2)):
            wat = N_("Vraag hoe het gaat, nu de hulp gestopt is")
            yield Punt("terugkijken", terug, wat, "toewijzing", bron, vast.inhoud.productnaam)


def _is_bezig(een: Lopend, op: date) -> bool:
    """Of hulp nog niet gestopt of afgelopen is."""
    einde = een.inhoud.einddatum
    return not een.is_verwijderd and waarde(een.item.gestopt_op) is None and (einde is None or einde >= op)


def _verhuisd_en_rechter(dossier: Dossier, op: date) -> Iterator[Punt]:
    verhuisd, bericht = waarde(dossier.een(Jeugdige).verhuisd_op), waarde(dossier.een(Aanmelding).rechter_bericht_op)
    # Bij verblijf geldt dat jaar niet.
    if verhuisd and any(een.inhoud.categorie not in VERBLIJF and _is_bezig(een, op) for een in lopend(dossier)):
        wat = N_("Tot deze dag kan de hulp na de verhuizing doorgaan, als het gezin dat vraagt")
        yield Punt("verhuisd", na_verhuizen_tot(verhuisd), wat, "toewijzing", VERHUISD, weten=True)
    geschreven = bericht and _brief_sinds(dossier, Briefsoort.RECHTER, bericht - _EERDER_MAG)
    if bericht and not geschreven and not _contact_sinds(dossier, bericht, op):
        yield Punt("rechter", bericht, N_("Laat de rechter weten hoe het ging"), "overhandigen", _AFSPRAAK)


def _brief_sinds(dossier: Dossier, soort: Briefsoort, dag: date) -> bool:
    """Of er een brief van deze soort is, van die dag of daarna."""
    brieven = (b for b in dossier.alle(Brief) if waarde(b.wat) is soort)
    return any((op := waarde(b.datum)) is not None and op >= dag for b in brieven)


def _klaar_te_zetten(dossier: Dossier, hier: Plaatselijk) -> Iterator[Punt]:
    """Een toewijzing waar de aanbieder nog geen bericht over kreeg sinds het laatste besluit erover."""
    stukken = [(s, op) for p in dossier.alle(Post) if (s := waarde(p.inhoud)) and (op := waarde(p.op))]
    gegaan = [(s, op) for s, op in stukken if s.soort is Berichtsoort.TOEWIJZING]
    for een in lopend(dossier):
        nummer, veilig = waarde(een.item.nummer), not waarde(een.item.geen_bericht)
        if nummer is None or not een.inhoud.gaat_in_bericht or not veilig:
            continue
        later = opvolger(dossier, een.item.sleutel)
        dag = max(een.vast.datum, later.datum) if later else een.vast.datum
        # Op dezelfde dag kan er na het bericht nog iets veranderd zijn: dan telt wat erin stond, en niet de dag.
        if not any(nummer in s.nummers and op >= dag and _stond_zo(een, s) for s, op in gegaan):
            onze = Bron("Onze keuze", "binnen vijf werkdagen na het besluit; anders weet de aanbieder het niet")
            dagen, bron = hier.termijn(Termijnsoort.BERICHT, 5, onze)
            wat, einde = N_("Zet het bericht aan de aanbieder klaar"), na_werkdagen(dag, dagen)
            naam = een.inhoud.productnaam
            yield Punt("bericht", einde.dag, wat, "overhandigen", bron, naam, verschoven=einde.verschoven)


def _stond_zo(een: Lopend, stuk: Poststuk) -> bool:
    """Of deze toewijzing zo in het bericht stond; van een oud bericht weten we dat niet."""
    return not stuk.stond_erin or een.afdruk in stuk.stond_erin


def _ingetrokken(dossier: Dossier, op: date) -> Iterator[Punt]:
    """Trok iemand zijn toestemming voor hulp in terwijl er hulp loopt, dan praat het team daar meteen over."""
    loopt = any(_is_bezig(een, op) for een in lopend(dossier))
    alle = (t for ding in dossier.alle(Toestemmingen) if (t := waarde(ding.inhoud)))
    for gezegd in dict.fromkeys(laatste_antwoorden(alle, Waarvoor.HULP).values()):
        dag = gezegd.datum if gezegd.gegeven is Antwoord.NEE else gezegd.ingetrokken_op
        if loopt and dag and not _contact_sinds(dossier, dag + timedelta(days=1), op):
            bron = Bron("Jeugdwet", "artikel 7.3.4: hulp alleen met toestemming; intrekken werkt meteen")
            wat = N_("De toestemming voor hulp is ingetrokken. Bespreek wat nu kan")
            yield Punt("ingetrokken", dag, wat, "gezin", bron, gezegd.door)


def _meldcode(dossier: Dossier, hier: Plaatselijk) -> Iterator[Punt]:
    """Een meldcode die openstaat, blijft niet liggen: een week na de laatste stap is onze keuze."""
    code = waarde(dossier.een(Veiligheid).meldcode)
    if code is None or code.open_stap is None:
        return
    dagen = (code.signalen_op, code.overlegd_op, code.gesprek_op, code.gewogen_op, code.besloten_op)
    gezet = [dag for dag in dagen if dag]
    if gezet:
        onze = Bron(
            "Besluit verplichte meldcode", "artikel 2; een week na de vorige stap is onze keuze, eerder mag altijd"
        )
        weken, bron = hier.termijn(Termijnsoort.MELDCODE, 1, onze)
        dag = max(gezet) + timedelta(weeks=weken)
        yield Punt("meldcode", dag, N_("Zet de volgende stap van de meldcode"), "analyse", bron)


def _post(dossier: Dossier) -> Iterator[Punt]:
    """Verzoeken van aanbieders die op antwoord wachten, en berichten van ons die zijn afgekeurd."""
    for verzoek in dossier.alle(Verzoek):
        inhoud, antwoord = waarde(verzoek.inhoud), waarde(verzoek.antwoord)
        if inhoud is None or antwoord in (Verzoekantwoord.TOEGEWEZEN, Verzoekantwoord.AFGEWEZEN):
            continue
        over = inhoud.referentie
        if antwoord is None:
            bron = Bron("iJw 3.2", "OP274: binnen vijf werkdagen antwoord op een verzoek van een aanbieder")
            wat, (dag, later) = N_("Geef antwoord op het verzoek van de aanbieder"), na_werkdagen(inhoud.dagtekening, 5)
            yield Punt("verzoek", dag, wat, "toewijzing", bron, over, verschoven=later)
        elif waarde(verzoek.om_woonplaats) is Antwoord.JA:
            bron = Bron("iJw 3.2", "OP359: over het woonplaatsbeginsel is er binnen twee weken duidelijkheid")
            wat = N_("Zeg de aanbieder welke gemeente verantwoordelijk is")
            yield Punt("onderzoek", inhoud.dagtekening + timedelta(weeks=2), wat, "toewijzing", bron, over)
        else:
            bron = Bron("iJw 3.2", "OP346: wat in onderzoek is, krijgt uiterlijk acht weken na het verzoek antwoord")
            dag = inhoud.dagtekening + timedelta(weeks=8)
            yield Punt("onderzoek", dag, N_("Rond het onderzoek naar het verzoek af"), "toewijzing", bron, over)
    for post in dossier.alle(Post):
        stuk, op = waarde(post.inhoud), waarde(post.op)
        if stuk and op and set(stuk.retourcodes) - IN_ORDE and waarde(post.hersteld_op) is None:
            bron = Bron("iJw 3.2", "JW302: het bericht is afgekeurd")
            wat = N_("Een bericht is afgekeurd. Kijk wat er mis is en zet het opnieuw klaar")
            yield Punt("afgekeurd", op, wat, "overhandigen", bron, ", ".join(sorted(set(stuk.retourcodes) - IN_ORDE)))


def _zonder_retour(dossier: Dossier) -> Iterator[Punt]:
    """Een bericht dat wij klaarzetten en waar na drie werkdagen nog niets over terug is."""
    stukken = [(stuk, op) for p in dossier.alle(Post) if (stuk := waarde(p.inhoud)) and (op := waarde(p.op))]
    terug = {stuk.over for stuk, _op in stukken}
    gegaan = [(s, op) for s, op in stukken if s.soort in (Berichtsoort.TOEWIJZING, Berichtsoort.ANTWOORD)]
    nieuwste = {tuple(stuk.nummers) or stuk.verzoek: stuk.identificatie for stuk, _op in gegaan}
    for stuk, op in gegaan:
        # Over wat daarna opnieuw ging, is het antwoord op het nieuwe bericht genoeg.
        if stuk.identificatie not in terug and nieuwste[tuple(stuk.nummers) or stuk.verzoek] == stuk.identificatie:
            bron = Bron("iJw 3.2", "OP090: binnen drie werkdagen een retourbericht")
            wat = N_("Kijk of er een retourbericht is. Is het er niet, vraag dan de backoffice of het bericht aankwam")
            dag, later = na_werkdagen(op, 3)
            yield Punt("geen-retour", dag, wat, "overhandigen", bron, stuk.identificatie, verschoven=later)


def _beantwoorde_verzoeken(dossier: Dossier, op: date) -> Iterator[Punt]:
    """Wat de laatste twee weken is beantwoord, om te weten dat het klaar is."""
    for verzoek in dossier.alle(Verzoek):
        inhoud, dag = waarde(verzoek.inhoud), waarde(verzoek.beantwoord_op)
        klaar = waarde(verzoek.antwoord) in (Verzoekantwoord.TOEGEWEZEN, Verzoekantwoord.AFGEWEZEN)
        if inhoud and klaar and dag and op - _PAS_GELEDEN <= dag <= op:
            wat = N_("Een verzoek van een aanbieder is beantwoord")
            yield Punt("beantwoord", dag, wat, "toewijzing", _AFSPRAAK, inhoud.referentie, weten=True)


def _bezwaar(vast: Vaststelling, op: date) -> Iterator[Punt]:
    tot, later = bezwaar_tot(vast.datum)
    if tot >= op:
        bron = Bron("Awb", "artikel 6:7: zes weken na de bekendmaking")
        naam = vast.inhoud.productnaam or vast.besluitnummer
        wat = N_("Tot deze dag kan het gezin bezwaar maken")
        yield Punt("bezwaar", tot, wat, "overhandigen", bron, naam, weten=True, verschoven=later)


def _wachten(dossier: Dossier, een: Lopend, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    """Wacht een gezin langer dan drie maanden, dan hoort er binnen twee weken een keuze te zijn."""
    item, vast = een.item, een.vast
    if waarde(item.gestart_op) is not None:
        return
    naam = vast.inhoud.productnaam
    if begin := vast.inhoud.ingangsdatum:
        bron = Bron("Besluit", vast.besluitnummer)
        yield Punt("start", begin, N_("Het gezin wacht op het begin van de hulp"), "toewijzing", bron, naam, weten=True)
    if (sinds := wacht_sinds(dossier, een)) is None:
        return
    plek = "regel 657: na drie maanden wachten binnen twee weken kiezen; in andere regio's is dat onze keuze"
    maanden, bron = hier.termijn(Termijnsoort.WACHTEN, 3, Bron("Regiovisie Zaanstreek-Waterland (002)", plek))
    if op > (lang := over_maanden(sinds, maanden)) and not _is_gekozen(item):
        dag = lang + timedelta(weeks=2)
        yield Punt("wachten", dag, N_("Kies samen: wachten, of hulp voor de tussentijd"), "toewijzing", bron, naam)
    plek = "regel 1308: langer dan vier maanden; in andere regio's is dat onze keuze"
    van_003 = Bron("Verbeterprogramma Zuid-Holland Zuid (003, werkdocument)", plek)
    maanden, bron = hier.termijn(Termijnsoort.TE_LANG, TE_LANG_MAANDEN, van_003)
    if op > (te_lang := over_maanden(sinds, maanden)) and waarde(item.wachten_gemeld_op) is None:
        yield Punt(
            "te-lang", te_lang, N_("Meld de lange wachttijd aan wie de contracten beheert"), "toewijzing", bron, naam
        )


def _is_gekozen(item: Toegewezen) -> bool:
    """Of er een keuze is om te wachten of te overbruggen; bij overbruggen hoort wie dat doet."""
    keuze = waarde(item.wachtkeuze)
    return keuze is Wachtkeuze.WACHTEN or (keuze is Wachtkeuze.OVERBRUGGEN and bool(waarde(item.overbrugd_door)))


def _loopt(dossier: Dossier, een: Lopend, op: date) -> Iterator[Punt]:
    naam, evaluatie, einde = een.inhoud.productnaam, een.inhoud.evaluatiedatum, een.inhoud.einddatum
    bron = Bron("Besluit", een.vast.besluitnummer)
    # Gaat de hulp onder een ander nummer door, dan hoort wat na dit nummer komt daarbij.
    verder = gaat_door(dossier, een)
    voorbij = einde if verder and einde else date.max
    if evaluatie and evaluatie <= voorbij and not _gekeken(dossier, een, evaluatie, op):
        yield Punt("evaluatie", evaluatie, N_("Kijk samen terug op de hulp"), "toewijzing", bron, naam)
    afbouwen = een.inhoud.afschalen_op
    if afbouwen and afbouwen <= voorbij and not _gekeken(dossier, een, afbouwen, op, eerder=timedelta()):
        naar = een.inhoud.afschalen_naar
        over = f"{naam}: {naar}" if naar else naam
        yield Punt("afbouwen", afbouwen, N_("Begin met afbouwen, zoals afgesproken"), "toewijzing", bron, over)
    if einde and not verder:
        wat = N_("De hulp stopt. Schrijf op hoe het afliep")
        yield Punt("einde", einde, wat, "toewijzing", bron, naam)


def _gekeken(dossier: Dossier, een: Lopend, dag: date, op: date, eerder: timedelta = _EERDER_MAG) -> bool:
    """Of er rond of na een dag op deze toewijzing is teruggekeken; hooguit zo veel ``eerder``.

    Een afspraak voor later telt niet, en een gesprek waar nog niets over is opgeschreven ook niet.
    """
    gesprekken = (
        e for e in dossier.alle(Evaluatie) if waarde(e.toewijzing) in een.sleutels and _is_ingevuld(dossier, e)
    )
    return any((wanneer := waarde(e.datum)) is not None and dag - eerder <= wanneer <= op for e in gesprekken)


def _is_ingevuld(dossier: Dossier, gesprek: Evaluatie) -> bool:
    """Of er meer staat dan de dag, wie erbij waren en over welke hulp het ging."""
    kaal = {POSITIE, Evaluatie.datum.id, Evaluatie.wie.id, Evaluatie.toewijzing.id}
    velden = (v for v in velden_van(Evaluatie).values() if v.id not in kaal)
    per_doel = (dossier.doeluitkomst(gesprek.sleutel, d.sleutel).bereikt for d in dossier.alle(Doel))
    return any(waarde(feit) not in (None, "") for feit in (*(getattr(gesprek, v.naam) for v in velden), *per_doel))


def _afspraken(dossier: Dossier, op: date) -> Iterator[Punt]:
    plan, later = dossier.een(Familiegroepsplan), dossier.een(Perspectiefplan)
    afgesproken: tuple[tuple[str, Feit[date], str, str], ...] = (
        ("volgende", dossier.een(Vraagverheldering).volgende_datum, N_("Het volgende gesprek"), "vraagverheldering"),
        ("analyse", dossier.een(Analyse).opnieuw_op, N_("Kijk opnieuw naar de analyse"), "analyse"),
        ("plan", plan.kijken_opnieuw_op, N_("Kijk opnieuw naar het familiegroepsplan"), "familiegroepsplan"),
        ("later", later.opnieuw_op, N_("Kijk opnieuw naar het perspectiefplan"), "perspectiefplan"),
    )  # fmt: skip
    for code, feit, wat, hoofdstuk in afgesproken:
        dag = waarde(feit)
        if dag and not _contact_sinds(dossier, dag, op):
            yield Punt(f"afspraak-{code}", dag, wat, hoofdstuk, _AFSPRAAK)
    for actie in dossier.alle(Actie):
        dag, wat_af = waarde(actie.wanneer), waarde(actie.wat)
        if dag and wat_af and waarde(actie.gedaan) is not Antwoord.JA:
            wie = waarde(actie.wie)
            over = f"{wat_af} ({wie})" if wie else wat_af
            yield Punt("actie", dag, N_("Een afspraak uit het plan"), "analyse", _AFSPRAAK, over)


def _verjaardagen(dossier: Dossier, op: date, eigen: Sequence[Mijlpaal]) -> Iterator[Punt]:
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    if geboren is None or _beantwoord(dossier):
        return
    toestemming = Bron("Jeugdwet", "artikelen 7.3.4 en 7.3.5")
    van_regio = Bron("Gemeente en team", "de mijlpalen die uw regio koos")
    weg = van_regio if eigen else Bron("Onze keuze", "de weg naar 18 jaar; landelijk ligt alleen 18 vast")
    komend = [
        (verjaardag(geboren, 12), N_("12 jaar: kind en ouders geven samen toestemming"), toestemming, "gezin"),
        (verjaardag(geboren, 16), N_("16 jaar: de jongere geeft zelf toestemming"), toestemming, "gezin"),
        *((dag, wat, weg, "perspectiefplan") for dag, wat in mijlpalen(geboren, eigen)),
    ]  # fmt: skip
    for dag, wat, bron, hoofdstuk in komend:
        if op <= dag <= op + _VERJAARDAG_VOORUIT:
            yield Punt("verjaardag", dag, wat, hoofdstuk, bron, weten=True)
