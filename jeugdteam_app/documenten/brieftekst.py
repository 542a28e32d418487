"""De eerste tekst van een brief, uit wat er in het dossier staat; de medewerker maakt hem af.

Wat in een verwijsbrief hoort: vijf criteria en wat er al gedaan is (domeinonderzoek 6, gezien bij vijf aanbieders).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.besluitdelen import afbouw, pgb_som
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding, Vraagverheldering, Waarvoor
from jeugdteam_app.dossier.afscherming import KIND, voor_ogen
from jeugdteam_app.dossier.analyse import Analyse, Hulpvraag
from jeugdteam_app.dossier.brief import Briefsoort
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.evaluatie import Evaluatie
from jeugdteam_app.dossier.geschiedenis import EerdereHulp
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import Jeugdige, Persoon
from jeugdteam_app.dossier.kort import gezegd, keuzes, namen
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.praktijk import CRITERIA, Praktijk, Uitkomst
from jeugdteam_app.dossier.stappen import stappen
from jeugdteam_app.dossier.toestemming import Mensen, laatste_antwoorden
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Levering, Toegewezen, Toewijzing
from jeugdteam_app.dossier.wonen import adres_jeugdige
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import alle_waarden, waarde, waarde_of
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.periode import is_minstens
from jeugdteam_app.regels import praktijkvraag

LEEG, _ZELF_VANAF = "nog niet ingevuld", 16
# Wat de medewerker zelf nog schrijft; zolang het er staat, gaat de brief niet weg (Awb 4:14).
_SCHRIJF, _VUL_IN = "(schrijf hier waarom)", "(vul hier de dag in: Awb 4:14)"
OPEN_PLEKKEN = (_SCHRIJF, _VUL_IN)


def eerste_tekst(dossier: Dossier, soort: Briefsoort, vandaag: date, *, mag: bool = False) -> str:
    """Een begin uit wat er al staat, zonder wat is afgeschermd; wat er niet staat, laat de brief weg.

    ``mag``: of er toestemming is opgeschreven om te delen met wie de brief krijgt.
    """
    maak: dict[Briefsoort, Callable[[Dossier], list[str]]] = {
        Briefsoort.GEZIN: partial(_gezin, vandaag=vandaag), Briefsoort.SCHOOL: _school,
        Briefsoort.AANBIEDER: partial(_aanbieder, vandaag=vandaag),
        Briefsoort.HUISARTS: partial(_aan_huisarts, mag=mag), Briefsoort.GEMEENTE: _gemeente,
        Briefsoort.VERWIJZING: partial(_verwijzing, vandaag=vandaag),
        Briefsoort.START: partial(_start, vandaag=vandaag),
        Briefsoort.VOORTGANG: partial(_voortgang, vandaag=vandaag),
        Briefsoort.UITSTEL: partial(_uitstel, vandaag=vandaag),
        Briefsoort.AFSLUITING: _afsluiting, Briefsoort.RECHTER: _rechter,
    }  # fmt: skip
    return "\n\n".join(deel for deel in maak[soort](voor_ogen(dossier)) if deel)


def _vraag(dossier: Dossier) -> str:
    vragen = [v for h in dossier.alle(Hulpvraag) if (v := gezegd(h.tekst).strip())]
    vraag = " ".join(vragen) or gezegd(dossier.een(Aanmelding).korte_vraag)
    return f"De vraag: {vraag}" if vraag else ""


def _beeld(dossier: Dossier) -> str:
    beeld = gezegd(dossier.een(Praktijk).beeld) or gezegd(dossier.een(Analyse).gedeeld_beeld)
    return f"Zo begrijpen we het samen: {beeld}" if beeld else ""


def _doelen(dossier: Dossier) -> str:
    doelen = [d for doel in dossier.alle(Doel) if (d := gezegd(doel.tekst))]
    return "De doelen:\n" + "\n".join(f"- {d}" for d in doelen) if doelen else ""


def _doelen_met_uitkomst(dossier: Dossier) -> str:
    """De doelen met hoe het er bij de laatste terugblik mee stond."""
    terug = sorted(dossier.alle(Evaluatie), key=lambda e: waarde_of(e.datum, date.min), reverse=True)

    def uitkomst(doel: Doel) -> str:
        bereikt = (keuzes(dossier.doeluitkomst(e.sleutel, doel.sleutel).bereikt, woord) for e in terug)
        laatste = next(filter(None, bereikt), None)
        return f": {laatste}" if laatste else ""

    regels = [f"- {d}{uitkomst(doel)}" for doel in dossier.alle(Doel) if (d := gezegd(doel.tekst))]
    return "De doelen, en wat er bereikt is:\n" + "\n".join(regels) if regels else ""


def _laatste_gesprek(dossier: Dossier, vandaag: date) -> Contact | None:
    """Wat nog moet komen, is nog niet besproken."""
    gehad = _met_dag(praktijkvraag.zeker_van_nu(dossier, vandaag))
    return max(gehad, key=lambda g: g[0])[1] if gehad else None


def _met_dag(gesprekken: Iterable[Contact]) -> list[tuple[date, Contact]]:
    return [(dag, c) for c in gesprekken if (dag := waarde(c.datum)) is not None]


def _hulp(dossier: Dossier) -> str:
    regels = [
        f"- {een.inhoud.productnaam}, {t.van_tot(een.periode)}, "
        f"bij {een.inhoud.aanbieder or 'een aanbieder die nog gekozen wordt'}"
        for een in lopend.lopend(dossier)
        if een.periode
    ]
    return "De hulp:\n" + "\n".join(regels) if regels else ""


def _gezin(dossier: Dossier, vandaag: date) -> list[str]:
    gesprek = _laatste_gesprek(dossier, vandaag)
    verteld, afgesproken = (gezegd(gesprek.gezegd), gezegd(gesprek.afgesproken)) if gesprek else ("", "")
    op = f" op {t.voluit(waarde(gesprek.datum))}" if gesprek else ""
    weer = [dag for dag in alle_waarden(dossier.een(Vraagverheldering).volgende_datum) if dag >= vandaag]
    zelf = _aan_jongere(dossier, vandaag)
    return [
        _aanhef(dossier, vandaag),
        f"We spraken elkaar{op}. Hier {'lees je' if zelf else 'leest u'} wat we bespraken en afspraken.",
        verteld, f"Dit spraken we af: {afgesproken}" if afgesproken else "", _doelen(dossier),
        f"We zien elkaar weer op {' of '.join(map(t.voluit, weer))}." if weer else "",
        f"Klopt er iets niet, of {'wil je' if zelf else 'wilt u'} iets anders? Bel ons gerust.",
    ]  # fmt: skip


def _aan_jongere(dossier: Dossier, vandaag: date) -> bool:
    """Vanaf 16 is het de jongere die besluiten krijgt, en dus ook de brief erover; daarin zeggen we je."""
    kind = dossier.een(Jeugdige)
    return is_minstens(waarde(kind.geboortedatum), _ZELF_VANAF, vandaag) and bool(kind.aanspreeknaam)


def _aanhef(dossier: Dossier, vandaag: date) -> str:
    naam = dossier.een(Jeugdige).aanspreeknaam
    return f"Beste {naam}," if _aan_jongere(dossier, vandaag) else "Beste familie,"


def _uitstel(dossier: Dossier, vandaag: date) -> list[str]:
    """Dat het langer duurt en tot wanneer (Awb 4:14). Waarom het langer duurt, schrijft de coach erbij."""
    van = dossier.een(Aanmelding)
    gevraagd, tot = waarde(van.aanvraagdatum), waarde(van.uitstel_tot)
    zelf = _aan_jongere(dossier, vandaag)
    u = "je" if zelf else "u"
    return [
        _aanhef(dossier, vandaag),
        f"Op {t.voluit(gevraagd)} vroeg {u} ons om hulp." if gevraagd else "",
        f"{u.capitalize()} hoort binnen acht weken van ons een besluit te krijgen. Dat lukt ons niet op tijd.",
        f"Dat komt doordat … {_SCHRIJF}",
        f"{u.capitalize()} krijgt ons besluit uiterlijk op {t.voluit(tot, f'… {_VUL_IN}')}.",
        f"Wat er intussen wel kan, bespreken we graag met {'jou' if zelf else 'u'}. "
        "Wordt het thuis moeilijker? Bel ons meteen.",
    ]


def _school(dossier: Dossier) -> list[str]:
    naam = dossier.een(Jeugdige).aanspreeknaam or "een leerling"
    return [
        "Beste school,",
        f"Met toestemming van het gezin schrijf ik u over {naam}. Ik werk samen met het gezin.",
        _doelen(dossier),
        "Wat ik u wil vragen: kijk met ons mee, en laat het weten als u iets opvalt.",
    ]


def _naam(dossier: Dossier) -> str:
    return dossier.een(Jeugdige).aanspreeknaam or "dit kind"


def _aanbieder(dossier: Dossier, vandaag: date) -> list[str]:
    return ["Beste collega,", f"U gaat {_naam(dossier)} en het gezin helpen. Dit is wat u daarvoor moet weten.",
            _gezag(dossier), _taal_en_veiligheid(dossier), _vraag(dossier), _beeld(dossier), _eerder(dossier),
            _doelen(dossier), _afgesproken_hulp(dossier, vandaag)]  # fmt: skip


def _taal_en_veiligheid(dossier: Dossier) -> str:
    """Wat wie helpt moet weten om veilig en te verstaan te beginnen, voor zover het er staat."""
    regels = {"Taal en tolk": _taal(dossier), "Veiligheid": _wat_zien_we(dossier)}
    return "\n".join(f"{kop}: {tekst}" for kop, tekst in regels.items() if tekst)


def _taal(dossier: Dossier) -> str:
    vraag = dossier.een(Vraagverheldering)
    return ", ".join(filter(None, (namen(vraag.taal), keuzes(vraag.tolk, woord))))


def _wat_zien_we(dossier: Dossier) -> str:
    """Wat er over veiligheid is opgeschreven; schreven twee mensen iets anders, dan allebei."""
    return keuzes(dossier.een(Vraagverheldering).veiligheid, lambda check: check.wat_zien_we)


def _afgesproken_hulp(dossier: Dossier, vandaag: date) -> str:
    """Wat er ten hoogste is toegewezen, waarvoor, en hoe het afbouwt: dat staat niet in het bericht.

    Alleen wat loopt of nog komt; wat een vorige aanbieder deed, staat hooguit bij de eerdere hulp.
    """
    regels = [
        f"- {_hulpregel(een.inhoud)} Besluit {een.vast.besluitnummer}."
        for een in lopend.lopend(dossier) if een.is_bezig(vandaag)
    ]  # fmt: skip
    return "De hulp:\n" + "\n".join(regels) if regels else ""


def _aan_huisarts(dossier: Dossier, *, mag: bool) -> list[str]:
    laat_weten = "Met toestemming van het gezin laat ik u weten" if mag else "Ik laat u weten"
    return ["Beste huisarts,", f"{laat_weten} hoe het met {_naam(dossier)} gaat.",
            _vraag(dossier), _beeld(dossier), _doelen(dossier), _hulp(dossier)]  # fmt: skip


def _rechter(dossier: Dossier) -> list[str]:
    """Hoe het ging met de doelen die de rechter gaf; wat er bereikt is, schrijft de coach erbij."""
    gegeven = gezegd(dossier.een(Aanmelding).rechter_doelen)
    return ["Geachte heer of mevrouw,", f"U vroeg om hulp voor het gezin van {_naam(dossier)}.",
            f"De doelen die u gaf: {gegeven}" if gegeven else "", *_terugblikken(dossier), _hulp(dossier)]  # fmt: skip


def _terugblikken(dossier: Dossier) -> list[str]:
    """Wat er bij elk gesprek om terug te kijken veranderd was, met de dag erbij; het laatste achteraan."""
    gekeken = sorted(dossier.alle(Evaluatie), key=lambda e: max(alle_waarden(e.datum), default=date.min))
    wanneer = ((e, f" op {keuzes(e.datum, t.voluit)}" if any(alle_waarden(e.datum)) else "") for e in gekeken)
    return [f"Bij het terugkijken{op}: {wat}" for e, op in wanneer if (wat := gezegd(e.wat_veranderde))]


# De vijf stappen voor een collega: de brief aan het gezin spreekt het zelf aan.
_STAP_VOOR_COLLEGA = {
    "hulpvraag": "de vraag",
    "problemen": "de problemen",
    "nodig": "welke hulp nodig is",
    "eigen_kracht": "eigen kracht en netwerk",
    "tekort": "wat er overblijft",
}


def _onderzocht(dossier: Dossier) -> str:
    """De vijf stappen, met wie er met welke kennis keek; wat er niet staat, blijft zichtbaar."""
    regels = []
    for nummer, (naam, stap) in enumerate(stappen(dossier).items(), 1):
        wie, gevonden = f" ({stap.wie})" if stap.wie else "", stap.op_een_regel or LEEG
        regels.append(f"- Stap {nummer}, {_STAP_VOOR_COLLEGA[naam]}: {gevonden}{wie}")
    return "Zo is er gekeken:\n" + "\n".join(regels)


def _gemeente(dossier: Dossier) -> list[str]:
    """Een advies noemt wat is onderzocht en wat er zou moeten worden toegewezen, met de grens in omvang en tijd."""
    ontwerpen = [
        o
        for item in dossier.alle(Toegewezen)
        if not any(alle_waarden(item.vastgesteld))
        for o in alle_waarden(item.inhoud)
    ]
    regels = [f"- {_adviesregel(o, dossier)}" for o in ontwerpen]
    gevraagd = waarde(dossier.een(Aanmelding).aanvraagdatum)
    return ["Beste collega,", f"Dit is ons advies over hulp voor {_naam(dossier)}.",
            f"Het gezin vroeg om hulp op {t.voluit(gevraagd)}." if gevraagd else "",
            "\n".join((_adres(dossier), _gezag(dossier))), _vraag(dossier), _beeld(dossier),
            _onderzocht(dossier), _eerder(dossier), _doelen(dossier),
            _van_de_rechter(dossier), _voor_het_verblijf(dossier),
            "Ons advies:\n" + "\n".join(regels) if regels else ""]  # fmt: skip


def _van_de_rechter(dossier: Dossier) -> str:
    doelen = gezegd(dossier.een(Aanmelding).rechter_doelen)
    return f"De doelen die de rechter gaf: {doelen}" if doelen else ""


def _adviesregel(ontwerp: Toewijzing, dossier: Dossier) -> str:
    """Wat de gemeente volgens ons zou moeten besluiten, met de grenzen en met wat er nog mist."""
    waarom = f"Waarom: {t.zin(ontwerp.motivering or LEEG)}"
    match ontwerp.besluit:
        case Besluitsoort.AFWIJZEN:
            delen = [_niet(ontwerp, "Wijs af")]
        case Besluitsoort.GEEN_HULP:
            delen = ["Geen hulp met een besluit.", waarom]
        case Besluitsoort.BEEINDIGEN:
            delen = [f"Stop {ontwerp.productnaam or 'de hulp'} op {t.voluit(ontwerp.einddatum)}.", waarom]
        case _:
            kop = "Wijs toe" if ontwerp.besluit is Besluitsoort.TOEKENNEN else "Verander de hulp in"
            niet = _niet(ontwerp, "Niet toekennen") if ontwerp.niet_toegekend else ""
            delen = [
                f"{kop}: {_hulpregel(ontwerp)}", _waarom_anders(ontwerp, dossier), _waarom_zoveel(ontwerp),
                _vooruitzicht(ontwerp, dossier),
                _pgb(ontwerp), niet, _ernaast(ontwerp), _mist(ontwerp),
            ]  # fmt: skip
    wel = f"Wat wel kan: {t.zin(ontwerp.wat_wel)}" if ontwerp.wat_wel else ""
    return " ".join(filter(None, (deel.strip() for deel in (*delen, wel)))).replace("\n", " ")


def _waarom_anders(ontwerp: Toewijzing, dossier: Dossier) -> str:
    """Bij een wijziging: welk besluit dit verandert, en waarom; dat staat niet in de vijf stappen."""
    if ontwerp.besluit is not Besluitsoort.WIJZIGEN:
        return ""
    oud = lopend.van(dossier, ontwerp.vervangt)
    was = f"Dit verandert besluit {oud.vast.besluitnummer}." if oud else ""
    reden = f"Reden: {woord(ontwerp.reden_wijziging)}." if ontwerp.reden_wijziging else ""
    return " ".join(filter(None, (was, reden, f"Waarom dit verandert: {t.zin(ontwerp.motivering or LEEG)}")))


def _niet(ontwerp: Toewijzing, kop: str) -> str:
    """Wat niet, op welke grond en waarom, en wat het gezin daar zelf over zei (Awb 4:7)."""
    grond = LEEG
    if ontwerp.weigergrond:
        nader = f" ({ontwerp.weigergrond_nader})" if ontwerp.weigergrond_nader else ""
        grond = f"{woord(ontwerp.weigergrond)}{nader}"
    elif ontwerp.weigergrond_nader:
        grond = ontwerp.weigergrond_nader
    besproken = t.voluit(ontwerp.gehoord_op, LEEG)
    zei = f" Het gezin zei: {t.zin(ontwerp.zienswijze)}" if ontwerp.zienswijze else ""
    wat, waarom = (t.zin(tekst or LEEG) for tekst in (ontwerp.niet_toegekend, ontwerp.waarom_niet))
    return f"{kop}: {wat} Grond: {t.zin(grond)} Waarom: {waarom} Met het gezin besproken op: {besproken}.{zei}"


def _vooruitzicht(ontwerp: Toewijzing, dossier: Dossier) -> str:
    """Bij een andere woonplek: wat die moet opleveren en waar het kind later woont (002, regel 246)."""
    if not ontwerp.woonplek:
        return ""
    plan = dossier.een(Perspectiefplan)
    verwacht, later = gezegd(plan.verwacht_resultaat) or LEEG, gezegd(plan.op_lange_termijn) or LEEG
    waarom = ontwerp.waarom_opzij("eerst-dichterbij")
    dichterbij = f" Waarom niet dichterbij: {t.zin(waarom)}" if waarom else ""
    return f"Verwacht resultaat: {t.zin(verwacht)} Op lange termijn: {t.zin(later)}{dichterbij}"


def _ernaast(ontwerp: Toewijzing) -> str:
    delen = (("Andere hulp", ontwerp.andere_hulp), ("Vervoer", ontwerp.vervoer))
    return " ".join(f"{kop}: {t.zin(wat)}" for kop, wat in delen if wat)


def _mist(ontwerp: Toewijzing) -> str:
    """Wat er bij een advies hoort en er nog niet is: de gemeente hoort dat te zien."""
    weg = [
        naam
        for naam, is_er in (
            ("wat de hulp moet bereiken", ontwerp.resultaat),
            ("de omvang of het budget", ontwerp.omvang or ontwerp.budget),
            ("van wanneer tot wanneer", ontwerp.periode), ("hoe de hulp afbouwt", afbouw(ontwerp)),
            ("wanneer we terugkijken", ontwerp.evaluatiedatum), ("wie de hulp geeft", ontwerp.aanbieder),
        )
        if not is_er
    ]  # fmt: skip
    return f"{LEEG.capitalize()}: {', '.join(weg)}." if weg else ""


def _pgb(ontwerp: Toewijzing) -> str:
    """Bij een pgb: het bedrag, hoe het is berekend, en de drie voorwaarden."""
    if ontwerp.levering is not Levering.PGB:
        return ""
    bedrag = str(Geld(ontwerp.budget)) if ontwerp.budget else LEEG
    voorwaarden = (
        ("Kunnen zij dit zelf regelen", ontwerp.pgb_bekwaam), ("Waarom een pgb", ontwerp.pgb_waarom),
        ("Is de hulp goed genoeg", ontwerp.pgb_kwaliteit), ("Berekening", pgb_som(ontwerp)),
        ("Verantwoording", ontwerp.pgb_verantwoording),
    )  # fmt: skip
    return f"Als pgb: {bedrag}. " + " ".join(f"{kop}: {t.zin(wat or LEEG)}" for kop, wat in voorwaarden)


def _voor_het_verblijf(dossier: Dossier) -> str:
    """Waar het kind stond ingeschreven voor het ergens anders ging wonen: die gemeente is aan zet (Jeugdwet 1.1)."""
    kind = dossier.een(Jeugdige)
    sinds = waarde(kind.verblijf_sinds)
    delen = (gezegd(kind.adres_voor_verblijf), gezegd(kind.gemeente_voor_verblijf))
    waar = ", ".join(filter(None, delen))
    if sinds is None or not waar:
        return ""
    return f"{_naam(dossier)} woont sinds {t.voluit(sinds)} niet thuis. Daarvoor was de inschrijving: {waar}."


def _waarom_zoveel(ontwerp: Toewijzing) -> str:
    """De motivering spreekt het gezin aan; waarom het deze hulp is, leest de collega in de vijf stappen."""
    waarom = ontwerp.motivering_omvang.replace("\n", " ")
    return f" Waarom zoveel: {waarom}" if waarom else ""


def _hulpregel(ontwerp: Toewijzing) -> str:
    """Welke hulp, hoeveel ten hoogste, wanneer, bij wie, waarvoor, en hoe zij afbouwt."""
    delen = [ontwerp.productnaam or "hulp die nog gekozen wordt"]
    if ontwerp.omvang:
        delen.append(
            f"ten hoogste {t.hoeveel(ontwerp.omvang.volume, ontwerp.omvang.eenheid, ontwerp.omvang.frequentie)}"
        )
    elif ontwerp.maximumkosten:
        delen.append(f"ten hoogste {ontwerp.maximumkosten}")
    if ontwerp.periode:
        delen.append(t.van_tot(ontwerp.periode))
    if ontwerp.aanbieder:
        delen.append(f"bij {ontwerp.aanbieder}")
    erbij = [
        f"Wat het moet bereiken: {t.zin(ontwerp.resultaat)}" if ontwerp.resultaat else "",
        f"Afbouwen: {t.zin(hoe)}" if (hoe := afbouw(ontwerp)) else "",
        f"Terugkijken op {t.voluit(ontwerp.evaluatiedatum)}." if ontwerp.evaluatiedatum else "",
    ]
    return " ".join(filter(None, (f"{', '.join(delen)}.", *erbij))).replace("\n", " ")


def _eerder(dossier: Dossier) -> str:
    regels = [
        f"- {wat}{f': {effect}' if (effect := keuzes(h.effect, woord)) else ''}"
        for h in dossier.alle(EerdereHulp)
        if (wat := gezegd(h.wat))
    ]
    return "Eerdere hulp:\n" + "\n".join(regels) if regels else ""


# Alleen dan is de uitkomst ook wat er gevraagd wordt.
_GGZ = (Uitkomst.BASIS_GGZ, Uitkomst.SPECIALISTISCHE_GGZ)


def _verwijzing(dossier: Dossier, vandaag: date) -> list[str]:
    van = dossier.een(Praktijk)
    verwezen = [u for u in alle_waarden(praktijkvraag.uitkomst(dossier)) if u in _GGZ]
    naar = f"Gevraagd: {' of '.join(woord(u).removeprefix('verwezen naar ') for u in verwezen)}." if verwezen else ""
    criteria = [f"{kop}: {gezegd(getattr(van, naam)) or LEEG}" for naam, kop in CRITERIA.items()]
    gedaan = gezegd(van.gedaan)
    return [
        "Beste collega,", naar, _vraag(dossier), _beeld(dossier), "\n".join(criteria),
        f"Wat al gedaan is: {gedaan}" if gedaan else "", _eerder(dossier), _wat_aanbieders_vragen(dossier, vandaag),
    ]  # fmt: skip


def _adres(dossier: Dossier) -> str:
    return f"Adres: {', '.join(t.adresregels(adres_jeugdige(dossier))) or LEEG}"


def _gezag(dossier: Dossier) -> str:
    """Wie er beslist, met een nummer om te bellen; wat er niet staat, blijft zichtbaar."""
    gezag = [", ".join(filter(None, (p.weergavenaam, gezegd(p.telefoon)))) for p in dossier.gezagsdragers()]
    return f"Gezag: {'; '.join(gezag) or LEEG}"


def _wie_zei_ja(dossier: Dossier, vandaag: date) -> list[str]:
    """Van wie er vandaag toestemming voor hulp is: wie haar introk of daarna nee zei, staat er niet bij."""
    laatste = laatste_antwoorden(dossier.toestemmingen(), Waarvoor.HULP, vandaag, Mensen.van(dossier))
    bekend = {KIND: dossier.een(Jeugdige).aanspreeknaam, **{p.sleutel: p.weergavenaam for p in dossier.alle(Persoon)}}
    ja = {wie: gezegd.door for wie, gezegd in laatste.items() if gezegd.geldt(vandaag)}
    # Wie niet bij de mensen staat, heet zoals bij het antwoord is opgeschreven.
    onbekend = [door for door in ja.values() if not any(wie in bekend for wie in ja if ja[wie] == door)]
    return list(dict.fromkeys([*(bekend[wie] for wie in ja if wie in bekend), *onbekend]))


def _wat_aanbieders_vragen(dossier: Dossier, vandaag: date) -> str:
    """Wie er gezag heeft, toestemming, taal, veiligheid, school en medicijnen; wat er niet staat, blijft zichtbaar."""
    van, leeg = dossier.een(Praktijk), LEEG
    return "\n".join((
        _adres(dossier),
        _gezag(dossier),
        f"Toestemming voor hulp: {', '.join(_wie_zei_ja(dossier, vandaag)) or leeg}",
        f"Taal en tolk: {_taal(dossier) or leeg}",
        f"Veiligheid: {_wat_zien_we(dossier) or leeg}",
        f"School: {gezegd(van.school) or leeg}",
        f"Medicijnen: {gezegd(van.medicatie) or leeg}",
    ))  # fmt: skip


def _start(dossier: Dossier, vandaag: date) -> list[str]:
    gehad = _met_dag(praktijkvraag.gesprekken(dossier, vandaag))
    # Is dit misschien een nieuwe vraag, dan is niet te zeggen welk gesprek het eerste was.
    bekend = gehad and praktijkvraag.misschien_terug(dossier) is None
    op = f" op {t.voluit(min(dag for dag, _c in gehad))}" if bekend else ""
    return [
        "Beste collega,",
        f"De begeleiding van {_naam(dossier)} begon{op}.",
        _vraag(dossier),
        _beeld(dossier),
        _doelen(dossier),
        _rondom_de_behandeling(dossier),
    ]


def _rondom_de_behandeling(dossier: Dossier) -> str:
    """Wat wie meebehandelt moet weten: medicijnen, school en wanneer er weer gekeken wordt, voor zover het er staat."""
    van = dossier.een(Praktijk)
    opnieuw = keuzes(dossier.een(Analyse).opnieuw_op, t.voluit)
    regels = (
        _taal_en_veiligheid(dossier),
        f"Medicijnen: {medicijnen}" if (medicijnen := gezegd(van.medicatie)) else "",
        f"School: {school}" if (school := gezegd(van.school)) else "",
        f"We kijken opnieuw op {opnieuw}." if opnieuw else "",
    )
    return "\n".join(filter(None, regels))


def _voortgang(dossier: Dossier, vandaag: date) -> list[str]:
    gesprek = _laatste_gesprek(dossier, vandaag)
    laatst = gezegd(gesprek.gezegd) if gesprek else ""
    op = f" op {t.voluit(waarde(gesprek.datum))}" if gesprek else ""
    return [
        "Beste collega,",
        f"Zo gaat het nu met {_naam(dossier)}.",
        *_terugblikken(dossier)[-1:],
        f"Uit het laatste gesprek{op}: {laatst}" if laatst else "",
        _doelen(dossier),
        _hulp(dossier),
        _rondom_de_behandeling(dossier),
    ]


def _afsluiting(dossier: Dossier) -> list[str]:
    van = dossier.een(Praktijk)
    uitkomst = keuzes(praktijkvraag.uitkomst(dossier), woord)
    op = keuzes(van.uitkomst_op, t.voluit) if uitkomst else ""
    hoe = f"De begeleiding van {_naam(dossier)} stopte{f' op {op}' if op else ''}"
    gedaan, terugval = gezegd(van.gedaan), gezegd(van.terugval)
    return [
        "Beste collega,",
        f"{hoe}: {uitkomst}." if uitkomst else f"{hoe}.",
        gedaan, _doelen_met_uitkomst(dossier), f"Gaat het weer minder? {terugval}" if terugval else "",
    ]  # fmt: skip
