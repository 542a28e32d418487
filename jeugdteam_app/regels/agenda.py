"""Wat er in een dossier op een dag aan de beurt is: termijnen, afspraken en verjaardagen, elk met waarom en bron.

Puur: hetzelfde dossier op dezelfde dag geeft dezelfde agenda. Wat gedaan is, staat er niet meer in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from jeugdteam_app.dossier.aanmelding import (
    Aanmelding,
    Antwoord,
    Uitkomst,
    Vraagverheldering,
    Waarvoor,
)
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.brief import Brief, Briefsoort
from jeugdteam_app.dossier.doelen import Actie
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Stap
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.lopend import (
    besloten_na_overlijden,
    geldige,
    is_overleden,
    lopend,
    wegens_overlijden,
)
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.praktijk import Praktijk
from jeugdteam_app.dossier.toestemming import Mensen, laatste_antwoorden
from jeugdteam_app.dossier.toewijzing import Redenwijziging
from jeugdteam_app.dossier.veiligheid import Veiligheid
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import Feit, Onbekend, waarde, waarde_of
from jeugdteam_app.kern.periode import verjaardag
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.profiel import Rol, Termijnsoort
from jeugdteam_app.regels import praktijkvraag
from jeugdteam_app.regels.aanvraag import beantwoordt
from jeugdteam_app.regels.agenda_hulp import EERDER_MAG, van_hulp
from jeugdteam_app.regels.agenda_post import van_berichten
from jeugdteam_app.regels.mijlpalen import ACHTTIEN, mijlpalen
from jeugdteam_app.regels.punt import AFSPRAAK, Plaatselijk, Punt
from jeugdteam_app.regels.termijnen import (
    VERHUISD,
    Einde,
    besluit_uiterlijk,
    na_verhuizen_tot,
    na_werkdagen,
    op_papier_uiterlijk,
    plan_uiterlijk,
)

_NV = "noord-veluwe"
# Zo lang van tevoren staat een verjaardag in de agenda.
_VERJAARDAG_VOORUIT = timedelta(days=180)


def agenda(dossier: Dossier, op: date, hier: Plaatselijk) -> tuple[Punt, ...]:
    """Alles wat nog open staat, op volgorde van dag."""
    if is_overleden(dossier):
        # Niemand vraagt dit gezin nog hoe het gaat met de hulp, of wat er bij een verjaardag hoort.
        samen = (*_na_overlijden(dossier, op), *van_berichten(dossier, op, hier))
        return tuple(sorted(samen, key=lambda p: (p.dag, p.code, p.over)))
    punten = [
        *_eerste_contact(dossier, op, hier),
        *_besluit(dossier, hier),
        *_plan(dossier, op, hier),
        *van_hulp(dossier, op, hier),
        *van_berichten(dossier, op, hier),
        *_ingetrokken(dossier, op),
        *_meldcode(dossier, op, hier),
        *_verhuisd_en_rechter(dossier, op),
        *_gezag_weg(dossier, op),
        *_afloop(dossier, op, hier),
        *_afspraken(dossier, op),
        *_verjaardagen(dossier, op, hier),
    ]
    return tuple(sorted(punten, key=lambda p: (p.dag, p.code, p.over)))


def _na_overlijden(dossier: Dossier, op: date) -> Iterator[Punt]:
    if not besloten_na_overlijden(dossier):
        wat = N_("De aanbieder meldt dat het kind is overleden. Neem contact op met het gezin, en leg het einde vast")
        yield Punt("overleden", op, wat, "toewijzing", AFSPRAAK)
        return
    for een in lopend(dossier):
        gestopt = een.reden is Redenwijziging.OVERLEDEN or wegens_overlijden(dossier, een.inhoud)
        if een.is_bezig(op) and not gestopt:
            wat = N_("Het kind is overleden. Leg ook van deze hulp het einde vast")
            yield Punt("overleden", op, wat, "toewijzing", AFSPRAAK, een.inhoud.productnaam)


def _contact_sinds(dossier: Dossier, dag: date, op: date) -> bool:
    """Of er sinds een dag een gesprek was; wat nog moet komen, telt niet."""
    return any((wanneer := waarde(c.datum)) is not None and dag <= wanneer <= op for c in dossier.gesprekken)


def is_klaar(dossier: Dossier, *, praktijk: bool) -> bool:
    """Of de vraag bij de aanmelding al beantwoord is, of bij een praktijk hoe het afliep: dan is hier niets te doen."""
    afgelopen = praktijk and waarde(praktijkvraag.uitkomst(dossier)) is not None
    return afgelopen or waarde(dossier.een(Aanmelding).uitkomst) is Uitkomst.BEANTWOORD


def _gezag_weg(dossier: Dossier, op: date) -> Iterator[Punt]:
    for persoon in dossier.gezag_van_wie_weg_is():
        wat = N_("Bij de mensen weggehaald, en heeft hier het gezag. Kies of die persoon er toch bij hoort")
        yield Punt("gezag-weg", op, wat, "gezin", AFSPRAAK, persoon.weergavenaam)


def _afloop(dossier: Dossier, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    """Zonder die dag is niet te zeggen of een nieuwe vraag van daarna is."""
    bij = dossier.een(Praktijk)
    if hier.praktijk and waarde(bij.uitkomst) is not None and isinstance(bij.uitkomst_op, Onbekend):
        yield Punt("afloop", op, N_("Schrijf op welke dag het afliep"), "praktijk", AFSPRAAK)
    if hier.praktijk and praktijkvraag.misschien_terug(dossier) is not None:
        yield Punt("nieuwe-vraag", op, N_("Zeg of dit een nieuwe vraag is"), "praktijk", AFSPRAAK)


def _eerste_contact(dossier: Dossier, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    begin = waarde(dossier.een(Aanmelding).datum)
    geldt = hier.regio == _NV or hier.kiest(Termijnsoort.EERSTE_CONTACT)
    if geldt and begin and not is_klaar(dossier, praktijk=hier.praktijk) and not _contact_sinds(dossier, begin, op):
        plek = "regel 928: binnen drie werkdagen iemand aan de telefoon"
        gewoon = Bron("Meerjarenperspectief Noord-Veluwe (001)", plek)
        dagen, bron = hier.termijn(Termijnsoort.EERSTE_CONTACT, 3, gewoon)
        dag, later = na_werkdagen(begin, dagen)
        yield Punt("contact", dag, N_("Neem contact op met het gezin"), "gesprekken", bron, verschoven=later)


def dag_van_besluit(dossier: Dossier) -> Einde | None:
    """Wanneer er een besluit moet zijn, zolang dat er nog niet is."""
    aanvraag = waarde(dossier.een(Aanmelding).aanvraagdatum)
    if aanvraag is None or any(beantwoordt(dossier, v.inhoud, v.datum, aanvraag) for v in geldige(dossier).values()):
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
        if hier.rol is Rol.SOCIAAL_TEAM:
            # Een sociaal team geeft geen toewijzing en schaalt op (004, regel 969).
            wat = N_("Geef de aanvraag op tijd door aan het team dat beslist")
        hoofdstuk = "toewijzing" if hier.beslist else "overhandigen"
        yield Punt("besluit", einde.dag, wat, hoofdstuk, bron, verschoven=einde.verschoven)


def _plan(dossier: Dossier, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    plan = dossier.een(Familiegroepsplan)
    begin = waarde(dossier.een(Aanmelding).datum)
    aangeboden = waarde(plan.aangeboden_op) or waarde(plan.stap)
    # Wie in een praktijk werkt, hoeft geen familiegroepsplan aan te bieden.
    hoort = not hier.praktijk and not is_klaar(dossier, praktijk=hier.praktijk) and not lopend(dossier)
    if begin and not aangeboden and hoort:
        plek = "artikel 4.1.2: eerst een eigen plan; de wet noemt geen dag, twee weken is onze keuze"
        wat = N_("Bied de familie aan om zelf een plan te maken")
        weken, bron = hier.termijn(Termijnsoort.AANBIEDEN, 2, Bron("Jeugdwet", plek))
        yield Punt("aanbieden", begin + timedelta(weeks=weken), wat, "familiegroepsplan", bron)
    afgezien, gevraagd = waarde(plan.afgezien_op), waarde(plan.op_papier_gevraagd)
    if waarde(plan.stap) is Stap.AFGEZIEN and waarde(plan.hulpplan_op) is None:
        bron = Bron("Jeugdwet", "artikel 4.1.3: binnen zes weken nadat vaststaat dat er geen familiegroepsplan komt")
        # Zonder die dag is niet te zeggen wanneer de zes weken om zijn; dan vragen we er vandaag om.
        dag, later = plan_uiterlijk(afgezien) if afgezien else (op, None)
        wat = N_("Er moet een hulpverleningsplan zijn")
        if afgezien is None:
            wat = N_("Vul in op welke dag duidelijk werd dat er geen familiegroepsplan komt: dan gaan zes weken lopen")
        yield Punt("hulpplan", dag, wat, "familiegroepsplan", bron, verschoven=later)
    gegeven = waarde(plan.op_papier_gegeven)
    # Vroeg iemand er later nog eens om, dan lopen de veertien dagen opnieuw.
    if gevraagd and (gegeven is None or gegeven < gevraagd):
        bron = Bron("Jeugdwet", "artikel 4.1.3: binnen veertien dagen op papier als iemand daarom vraagt")
        dag, later = op_papier_uiterlijk(gevraagd)
        yield Punt("papier", dag, N_("Geef het plan op papier"), "familiegroepsplan", bron, verschoven=later)


def _verhuisd_en_rechter(dossier: Dossier, op: date) -> Iterator[Punt]:
    verhuisd, bericht = waarde(dossier.een(Jeugdige).verhuisd_op), waarde(dossier.een(Aanmelding).rechter_bericht_op)
    # Bij verblijf geldt dat jaar niet.
    if verhuisd and any(een.inhoud.woonplek is None and een.is_bezig(op) for een in lopend(dossier)):
        wat = N_("Tot deze dag kan de hulp na de verhuizing doorgaan, als het gezin dat vraagt")
        yield Punt("verhuisd", na_verhuizen_tot(verhuisd), wat, "toewijzing", VERHUISD, weten=True)
    geschreven = bericht and _brief_sinds(dossier, Briefsoort.RECHTER, bericht - EERDER_MAG)
    if bericht and not geschreven and not _sprak_de_rechter(dossier, bericht):
        yield Punt("rechter", bericht, N_("Laat de rechter weten hoe het ging"), "overhandigen", AFSPRAAK)


def _sprak_de_rechter(dossier: Dossier, dag: date) -> bool:
    """Of er op die dag of daarna contact was met de rechter: dat staat bij wie erbij was."""
    erna = (c for c in dossier.gesprekken if (op := waarde(c.datum)) is not None and op >= dag)
    return any(_VAN_DE_RECHTBANK.search(waarde_of(c.wie, "")) for c in erna)


# Een rechter of rechtbank, en niet mevrouw van Rechteren.
_VAN_DE_RECHTBANK = re.compile(
    r"\b(\w*rechters?|\w*rechtbank\w*|rechtszitting|gerechtshof|griffie[rs]?)\b", re.IGNORECASE
)


def _brief_sinds(dossier: Dossier, soort: Briefsoort, dag: date) -> bool:
    """Of er een brief van deze soort is gemaakt, op die dag of daarna."""
    brieven = (b for b in dossier.alle(Brief) if waarde(b.wat) is soort)
    return any((op := waarde(b.gemaakt_op)) is not None and op >= dag for b in brieven)


def _ingetrokken(dossier: Dossier, op: date) -> Iterator[Punt]:
    """Trok iemand zijn toestemming voor hulp in terwijl er hulp loopt, dan praat het team daar meteen over."""
    loopt = any(een.is_bezig(op) for een in lopend(dossier))
    laatste = laatste_antwoorden(dossier.toestemmingen(), Waarvoor.HULP, op, Mensen.van(dossier))
    for gezegd in dict.fromkeys(laatste.values()):
        zonder_dag = op if gezegd.is_ingetrokken else None
        dag = gezegd.datum if gezegd.gegeven is Antwoord.NEE else gezegd.ingetrokken_op or zonder_dag
        if loopt and dag and not _contact_sinds(dossier, dag + timedelta(days=1), op):
            bron = Bron("Jeugdwet", "artikel 7.3.4: hulp alleen met toestemming; intrekken werkt meteen")
            wat = N_("De toestemming voor hulp is ingetrokken. Bespreek wat nu kan")
            yield Punt("ingetrokken", dag, wat, "gezin", bron, gezegd.ingetrokken_door or gezegd.door)


def _meldcode(dossier: Dossier, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    """Een meldcode die openstaat, blijft niet liggen: een week na de laatste stap is onze keuze.

    Staat er nog geen enkele dag bij, dan weten we niet hoe lang hij al ligt en vragen we er vandaag om.
    """
    code = waarde(dossier.een(Veiligheid).meldcode)
    if code is None or code.open_stap is None:
        return
    dagen = (code.signalen_op, code.overlegd_op, code.gesprek_op, code.gewogen_op, code.besloten_op)
    gezet = [dag for dag in dagen if dag]
    onze = Bron("Besluit verplichte meldcode", "artikel 2; een week na de vorige stap is onze keuze, eerder mag altijd")
    weken, bron = hier.termijn(Termijnsoort.MELDCODE, 1, onze)
    wat = N_("Zet de volgende stap van de meldcode")
    if not gezet:
        wat = N_("De meldcode is begonnen, maar er staat geen dag bij. Vul de dag in en zet de volgende stap")
    yield Punt("meldcode", max(gezet) + timedelta(weeks=weken) if gezet else op, wat, "analyse", bron)


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
            yield Punt(f"afspraak-{code}", dag, wat, hoofdstuk, AFSPRAAK)
    for actie in dossier.alle(Actie):
        dag, wat_af = waarde(actie.wanneer), waarde(actie.wat)
        if dag and wat_af and waarde(actie.gedaan) is not Antwoord.JA:
            wie = waarde(actie.wie)
            over = f"{wat_af} ({wie})" if wie else wat_af
            yield Punt("actie", dag, N_("Een afspraak uit het plan"), "analyse", AFSPRAAK, over)


def _verjaardagen(dossier: Dossier, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    if geboren is None or is_klaar(dossier, praktijk=hier.praktijk):
        return
    toestemming = Bron("Jeugdwet", "artikelen 7.3.4 en 7.3.5")
    van_regio = Bron("Gemeente en team", "de mijlpalen die uw regio koos")
    weg = van_regio if hier.mijlpalen else Bron("Onze keuze", "de weg naar 18 jaar; landelijk ligt alleen 18 vast")
    wet = Bron("Jeugdwet", "artikel 1.1: jeugdhulp is er tot 18 jaar, en soms tot 23")
    komend = [
        (verjaardag(geboren, 12), N_("12 jaar: kind en ouders geven samen toestemming"), toestemming, "gezin"),
        (verjaardag(geboren, 16), N_("16 jaar: de jongere geeft zelf toestemming"), toestemming, "gezin"),
        *(
            (dag, wat, wet if wat == ACHTTIEN else weg, "perspectiefplan")
            for dag, wat in mijlpalen(geboren, hier.mijlpalen)
        ),
    ]  # fmt: skip
    for dag, wat, bron, hoofdstuk in komend:
        if op <= dag <= op + _VERJAARDAG_VOORUIT:
            yield Punt("verjaardag", dag, wat, hoofdstuk, bron, weten=True)
