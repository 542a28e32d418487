"""Wat er bij de hulp zelf aan de beurt is: bezwaar, wachten, terugkijken, afbouwen en afsluiten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.evaluatie import Evaluatie, Wachtkeuze
from jeugdteam_app.dossier.lopend import Lopend, gaat_door, geldige, lopend, opvolger
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Levering, Toegewezen, Vaststelling
from jeugdteam_app.dossier.velden import velden_van
from jeugdteam_app.journaal.wijziging import POSITIE
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.periode import over_maanden
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.profiel import Termijnsoort
from jeugdteam_app.regels.punt import Plaatselijk, Punt
from jeugdteam_app.regels.termijnen import bezwaar_tot
from jeugdteam_app.regels.wachten import wacht_nog, wacht_sinds

TE_LANG_MAANDEN = 4
# Een evaluatie kan iets eerder zijn dan gepland.
EERDER_MAG = timedelta(days=31)


def van_hulp(dossier: Dossier, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    """Wat er bij elke toewijzing van dit kind open staat."""
    for item in dossier.alle(Toegewezen):
        if vast := waarde(item.vastgesteld):
            yield from _bezwaar(vast, op)
    for sleutel, vast in geldige(dossier).items():
        yield from _zonder_hulp(dossier, sleutel, vast, op)
    for een in lopend(dossier):
        if een.is_verwijderd:
            continue
        vast, gestopt = een.vast, waarde(een.item.gestopt_op)
        # Wie al voor het begin stopt, hoeft niet op dat begin te wachten.
        if gestopt is None or (een.periode and not een.is_gestopt(op)):
            yield from _wachten(dossier, een, op, hier)
            yield from _loopt(dossier, een, op)
            continue
        if gaat_door(dossier, een):
            # Bij dezelfde aanbieder onder een ander nummer: dan telt het afsluiten daar.
            continue
        if not _gekeken(dossier, een.sleutels, gestopt, op) or waarde(een.item.einde) is None:
            onze = Bron("Onze keuze", "twee weken na het einde, zolang ieder het nog weet")
            weken, bron = hier.termijn(Termijnsoort.AFSLUITEN, 2, onze)
            wat = N_("Kijk samen terug: doelen, nut, en of het zonder hulp verder kan")
            yield Punt("afsluiten", gestopt + timedelta(weeks=weken), wat, "toewijzing", bron, vast.inhoud.productnaam)
        onze = Bron("Onze keuze", "drie maanden na het einde, om te zien of het zonder hulp gaat")
        maanden, bron = hier.termijn(Termijnsoort.TERUGKIJKEN, 3, onze)
        terug = over_maanden(gestopt, maanden)
        # Wie bij het stoppen terugkeek, keek nog niet hoe het daarna gaat.
        if not _gekeken(dossier, een.sleutels, terug, op, eerder=min(EERDER_MAG, (terug - gestopt) / 2)):
            wat = N_("Vraag hoe het gaat, nu de hulp gestopt is")
            yield Punt("terugkijken", terug, wat, "toewijzing", bron, vast.inhoud.productnaam)


def _bezwaar(vast: Vaststelling, op: date) -> Iterator[Punt]:
    tot, later = bezwaar_tot(vast.datum)
    if tot >= op:
        bron = Bron("Awb", "artikel 6:7: zes weken na de bekendmaking")
        naam = vast.inhoud.productnaam or vast.besluitnummer
        wat = N_("Tot deze dag kan het gezin bezwaar maken")
        yield Punt("bezwaar", tot, wat, "overhandigen", bron, naam, weten=True, verschoven=later)


def _zonder_hulp(dossier: Dossier, sleutel: str, vast: Vaststelling, op: date) -> Iterator[Punt]:
    """Ook zonder hulp staat er in het besluit een dag om samen terug te kijken, zolang er geen hulp kwam."""
    dag = vast.inhoud.evaluatiedatum
    if vast.inhoud.besluit is not Besluitsoort.GEEN_HULP or dag is None or opvolger(dossier, sleutel):
        return
    toch_hulp = any(v.inhoud.geeft_hulp and v.datum > vast.datum for v in geldige(dossier).values())
    if not toch_hulp and not _gekeken(dossier, frozenset((sleutel,)), dag, op):
        bron = Bron("Besluit", vast.besluitnummer)
        wat = N_("Kijk samen terug: gaat het zo, zonder hulp met een besluit?")
        yield Punt("evaluatie", dag, wat, "toewijzing", bron, vast.besluitnummer)


def _wachten(dossier: Dossier, een: Lopend, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    """Wacht een gezin langer dan drie maanden, dan hoort er binnen twee weken een keuze te zijn."""
    item, vast = een.item, een.vast
    if not wacht_nog(een, op):
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
    # Bij een pgb koos het gezin zelf; daar is geen contract om over te praten.
    gemeld = waarde(item.wachten_gemeld_op) is not None or een.inhoud.levering is Levering.PGB
    if op > (te_lang := over_maanden(sinds, maanden)) and not gemeld:
        yield Punt(
            "te-lang", te_lang, N_("Meld de lange wachttijd aan wie de contracten beheert"), "toewijzing", bron, naam
        )


def _is_gekozen(item: Toegewezen) -> bool:
    """Of er een keuze is om te wachten of te overbruggen; bij overbruggen hoort wie dat doet."""
    keuze = waarde(item.wachtkeuze)
    return keuze is Wachtkeuze.WACHTEN or (keuze is Wachtkeuze.OVERBRUGGEN and bool(waarde(item.overbrugd_door)))


def _loopt(dossier: Dossier, een: Lopend, op: date) -> Iterator[Punt]:
    naam, evaluatie = een.inhoud.productnaam, een.inhoud.evaluatiedatum
    # Is al bekend dat zij eerder stopt, dan gaat het tot die dag gewoon door.
    eerder = waarde(een.item.gestopt_op)
    einde = een.periode.einde if een.periode else een.inhoud.einddatum
    bron = Bron("Besluit", een.vast.besluitnummer)
    vervangen = een.vervangen_door is not None
    if vervangen and waarde(een.item.gestart_op) is None and not een.is_bezig(op):
        # Zij begon nooit en een ander besluit kwam ervoor in de plaats: daar is niets aan terug te kijken.
        return
    # Gaat de hulp onder een ander nummer of bij een ander door, dan hoort wat na dit nummer komt daarbij.
    verder = gaat_door(dossier, een)
    voorbij = einde if (verder or vervangen or eerder) and einde else date.max
    if evaluatie and evaluatie <= voorbij and not _gekeken(dossier, een.sleutels, evaluatie, op):
        yield Punt("evaluatie", evaluatie, N_("Kijk samen terug op de hulp"), "toewijzing", bron, naam)
    afbouwen = een.inhoud.afschalen_op
    if afbouwen and afbouwen <= voorbij and not _gekeken(dossier, een.sleutels, afbouwen, op, eerder=timedelta()):
        naar = een.inhoud.afschalen_naar
        over = f"{naam}: {naar}" if naar else naam
        yield Punt("afbouwen", afbouwen, N_("Begin met afbouwen, zoals afgesproken"), "toewijzing", bron, over)
    if einde and not verder:
        wat = N_("De hulp stopt. Schrijf op hoe het afliep")
        yield Punt("einde", einde, wat, "toewijzing", bron, naam)


def _gekeken(dossier: Dossier, sleutels: frozenset[str], dag: date, op: date, eerder: timedelta = EERDER_MAG) -> bool:
    """Of er rond of na een dag op deze toewijzing is teruggekeken; hooguit zo veel ``eerder``.

    Een afspraak voor later telt niet, en een gesprek waar nog niets over is opgeschreven ook niet.
    """
    gesprekken = (e for e in dossier.alle(Evaluatie) if waarde(e.toewijzing) in sleutels and _is_ingevuld(dossier, e))
    return any((wanneer := waarde(e.datum)) is not None and dag - eerder <= wanneer <= op for e in gesprekken)


def _is_ingevuld(dossier: Dossier, gesprek: Evaluatie) -> bool:
    """Of er meer staat dan de dag, wie erbij waren en over welke hulp het ging."""
    kaal = {POSITIE, Evaluatie.datum.id, Evaluatie.wie.id, Evaluatie.toewijzing.id}
    velden = (v for v in velden_van(Evaluatie).values() if v.id not in kaal)
    per_doel = (dossier.doeluitkomst(gesprek.sleutel, d.sleutel).bereikt for d in dossier.alle(Doel))
    return any(waarde(feit) not in (None, "") for feit in (*(getattr(gesprek, v.naam) for v in velden), *per_doel))
