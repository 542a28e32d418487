"""De toets op een toewijzing: wat vaststellen tegenhoudt, en wat advies is dat iemand met een reden terzijde legt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from jeugdteam_app.dossier.aanmelding import (
    Aanmelding,
    Antwoord,
)
from jeugdteam_app.dossier.afweging import Afweging
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.feiten import Feiten
from jeugdteam_app.dossier.gezin import Gezin, Jeugdige
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Levering,
    Toewijzing,
)
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.kaal import gemeentenaam
from jeugdteam_app.kern.omvang import UREN, Eenheid, Frequentie
from jeugdteam_app.kern.periode import plus_maanden, verjaardag
from jeugdteam_app.kern.plek import Plek
from jeugdteam_app.productenboek.boek import Product, Productenboek
from jeugdteam_app.productenboek.codelijsten import gemeenten
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.regels import ernaast, zorgvuldig
from jeugdteam_app.regels.advies import advies_over, alle_feiten
from jeugdteam_app.regels.bevinding import Bevinding, Zwaarte
from jeugdteam_app.regels.blokkades import blokkades
from jeugdteam_app.regels.denkstap import redenen_bij
from jeugdteam_app.regels.normtoets import normen
from jeugdteam_app.regels.producten import ZWAARTES, als_gekozen
from jeugdteam_app.regels.regel import Regelset, regelset
from jeugdteam_app.regels.termijnen import VERHUISD, na_verhuizen_tot
from jeugdteam_app.regels.uitkomst import Advies

_HUIS = Bron("Uitgangspunt van dit programma", "de grens moet een echte grens zijn")
_REKENKAMER = Bron("Rekenkamer Heemskerk (004)", "regels 211, 841 en 867")
_IJW = Bron("iJw 3.2", "regelrapport")
_WET = Bron("Jeugdwet", "artikel 2.6 lid 1: de huisarts verwijst, de gemeente besluit")
_WET_VRIJ = Bron("Jeugdwet", "artikel 2.9 onder a: overige voorzieningen")
_JEUGDWET = Bron("Jeugdwet", "artikel 1.1, begrip jeugdige")
_VERBLIJFSRECHT = Bron("Besluit Jeugdwet", "artikelen 1.2.1 tot en met 1.2.4: ten hoogste een half jaar")
_AWB = Bron("Awb", "artikelen 3:45 tot en met 3:47")
_PGB = Bron("Modelverordening jeugdhulp", "bij een pgb: de hoogte en de berekening (de tekst zelf is niet gezien)")
_WOONPLEK = Bron("Jeugdwet", "artikel 2.3 lid 6: bij uithuisplaatsing eerst een pleegouder of gezinshuis")
_WOONPLAATS = Bron("Jeugdwet", "artikel 1.1: bij verblijf telt de woonplaats onmiddellijk daarvoor")
_RECHTER = Bron("Dit dossier", "de dag waarop de rechter het wil horen")
_VOORUITZICHT = Bron(
    "Regiovisie Zaanstreek-Waterland (002)", "regel 246: verblijf altijd met verwacht resultaat en perspectief"
)
_OP305 = Bron("iJw 3.2", "OP305: een inspanning in stuks heeft eenheid 84")


def toets(toewijzing: Toewijzing, dossier: Dossier, boek: Productenboek, profiel: Profiel, op: date) -> list[Bevinding]:
    """Alle bevindingen, de zwaarste eerst. Wat iemand met een reden terzijde legde, blijft staan maar telt niet."""
    regels, feiten = regelset(boek.regels, op), alle_feiten(dossier, boek, op, profiel)
    product = boek.vind(toewijzing.product)
    feiten = {**feiten, **als_gekozen(product)} if product else feiten
    advies = advies_over(feiten, boek, op) if boek.geldt_op(op) else None
    gevonden = blokkades(toewijzing, dossier, op)
    if profiel.ontbreekt(op):
        ontbreekt = len(profiel.ontbreekt(op))
        gevonden.append(Bevinding("profiel-onvolledig", Zwaarte.CONCEPT, _AWB, {"aantal": ontbreekt}))
    elif profiel.voorbeeld and not waarde_of(dossier.een(Gezin).is_voorbeeld, False):
        gevonden.append(Bevinding("profiel-voorbeeld", Zwaarte.CONCEPT, _AWB))
    if not profiel.rol.besluit:
        gevonden.append(Bevinding(f"rol-{profiel.rol.value}", Zwaarte.CONCEPT, _WET))
    elif advies:
        gevonden += _beslist(advies, "team-adviseert", Zwaarte.CONCEPT)
    gevonden += zorgvuldig.brief_compleet(toewijzing, dossier, op)
    gevonden += zorgvuldig.gemotiveerd(toewijzing, dossier)
    terzijde = {o.code for o in toewijzing.opzij}
    adviezen = zorgvuldig.op_eigen_kracht(toewijzing, dossier, profiel, op)
    adviezen += _adviezen_bij(toewijzing, dossier, boek, profiel, op, regels, feiten, advies)
    gevonden += [b for b in adviezen if b.zwaarte is not Zwaarte.ADVIES or b.code not in terzijde]
    gevonden.sort(key=lambda b: list(Zwaarte).index(b.zwaarte))
    return [_met_bron_van_de_regio(b, regels, feiten) for b in gevonden]


def _adviezen_bij(
    toewijzing: Toewijzing, dossier: Dossier, boek: Productenboek, profiel: Profiel, op: date,
    regels: Regelset, feiten: Feiten, advies: Advies | None,
) -> list[Bevinding]:  # fmt: skip
    """Wat er bij dit soort besluit te bedenken is."""
    product = boek.vind(toewijzing.product)
    if toewijzing.besluit is Besluitsoort.AFWIJZEN:
        return [*zorgvuldig.gehoord(toewijzing, dossier), *zorgvuldig.vijf_stappen(toewijzing, dossier)]
    if toewijzing.besluit is Besluitsoort.GEEN_HULP:
        return [*zorgvuldig.loopt_nog(dossier, op), *zorgvuldig.vijf_stappen(toewijzing, dossier)]
    if toewijzing.besluit is Besluitsoort.BEEINDIGEN:
        return [*ernaast.bij_stoppen(toewijzing, dossier, op), *zorgvuldig.gehoord(toewijzing, dossier)]
    return [
        *_adviezen(toewijzing, boek, regels, profiel, feiten, op),
        *_meer_dan_kan(toewijzing),
        *zorgvuldig.voor_de_aanvraag(toewijzing, dossier),
        *(_beslist(advies, "andere-verwijzer", Zwaarte.ADVIES) if advies and profiel.rol.besluit else ()),
        *(_past_niet(toewijzing, advies) if advies else ()),
        *_achttien(toewijzing, dossier),
        *_half_jaar(toewijzing, dossier),
        *zorgvuldig.uitleg_van_toen(toewijzing, dossier),
        *zorgvuldig.gehoord(toewijzing, dossier),
        *_som_van_pgb(toewijzing),
        *zorgvuldig.toestemming(dossier, op),
        *zorgvuldig.vijf_stappen(toewijzing, dossier),
        *_van_regels(toewijzing, dossier, regels, feiten),
        *_na_verhuizen(toewijzing, dossier),
        *_voor_de_rechter(toewijzing, dossier, op),
        *_stuks(toewijzing, product),
        *_boek_voorbij(toewijzing, boek, product),
        *_woonplek(toewijzing, dossier, profiel),
        *ernaast.bij_hulp(toewijzing, dossier, boek, profiel, regels, feiten, op),
    ]


def _woonplaats(dossier: Dossier, profiel: Profiel) -> list[Bevinding]:
    """Bij verblijf betaalt de gemeente waar het kind woonde voor het verblijf begon (woonplaatsbeginsel)."""
    voor = waarde_of(dossier.een(Jeugdige).gemeente_voor_verblijf, "").strip()
    if not voor:
        return [Bevinding("woonplaats-onbekend", Zwaarte.ADVIES, _WOONPLAATS)]
    eigen = (profiel.gemeente, gemeenten().get(profiel.gemeentecode, ""), profiel.gemeentecode)
    if gemeentenaam(voor) in set(map(gemeentenaam, eigen)):
        return []
    return [Bevinding("woonplaats-anders", Zwaarte.ADVIES, _WOONPLAATS)]


def _woonplek(t: Toewijzing, dossier: Dossier, profiel: Profiel) -> list[Bevinding]:
    """Een andere woonplek: eerst netwerk, dan pleeggezin, dan gezinshuis; en altijd met een vooruitzicht."""
    if t.woonplek is None:
        return []
    zwaarder = t.woonplek in (Plek.GEZINSHUIS, Plek.KLEINSCHALIG, Plek.RESIDENTIEEL)
    gevonden = [Bevinding("eerst-dichterbij", Zwaarte.ADVIES, _WOONPLEK)] if zwaarder else []
    gevonden += _woonplaats(dossier, profiel)
    if t.woonplek is Plek.PLEEGGEZIN and waarde(dossier.een(Afweging).netwerk_wonen) is not Antwoord.NEE:
        gevonden.append(Bevinding("eerst-netwerk", Zwaarte.ADVIES, _WOONPLEK))
    plan = dossier.een(Perspectiefplan)
    if not (waarde_of(plan.verwacht_resultaat, "") and waarde_of(plan.op_lange_termijn, "")):
        gevonden.append(Bevinding("woonplek-zonder-vooruitzicht", Zwaarte.ADVIES, _VOORUITZICHT))
    return gevonden


def _na_verhuizen(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Na een verhuizing loopt ambulante hulp hooguit een jaar door, en alleen als het gezin dat vraagt."""
    verhuisd = waarde(dossier.een(Jeugdige).verhuisd_op)
    if verhuisd is None or t.woonplek or t.einddatum is None:
        return []
    te_lang = t.einddatum > na_verhuizen_tot(verhuisd)
    return [Bevinding("na-verhuizen", Zwaarte.ADVIES, VERHUISD)] if te_lang else []


def _voor_de_rechter(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Gaf de rechter doelen, dan is er teruggekeken voordat hij het wil horen: dat vraagt een korte termijn."""
    bericht = waarde(dossier.een(Aanmelding).rechter_bericht_op)
    if bericht is None or bericht < op or t.evaluatiedatum is None or t.evaluatiedatum <= bericht:
        return []
    return [Bevinding("evaluatie-na-rechter", Zwaarte.ADVIES, _RECHTER)]


def _boek_voorbij(t: Toewijzing, boek: Productenboek, product: Product | None) -> list[Bevinding]:
    """Begint de hulp pas als het boek of het product niet meer geldt, dan klopt ook het tarief daaruit niet meer."""
    einden = [dag for dag in (boek.geldig_tot, product.geldig_tot if product else None) if dag is not None]
    voorbij = t.ingangsdatum is not None and any(dag < t.ingangsdatum for dag in einden)
    return [Bevinding("boek-voorbij", Zwaarte.ADVIES, Bron(boek.regio, boek.versie))] if voorbij else []


def _stuks(t: Toewijzing, product: Product | None) -> list[Bevinding]:
    """Stuks is wat wordt gedaan (84) of wat wordt opgeleverd (82); het boek zegt welke (OP305)."""
    stuks = (Eenheid.STUKS_INSPANNING, Eenheid.STUKS_OUTPUT)
    anders = product is not None and product.eenheid in stuks and t.eenheid in stuks and t.eenheid != product.eenheid
    return [Bevinding("stuks-anders", Zwaarte.ADVIES, _OP305)] if anders else []


def _som_van_pgb(t: Toewijzing) -> list[Bevinding]:
    """Bij een pgb hoort hoe het bedrag is berekend, en dat de som klopt."""
    if t.levering is not Levering.PGB:
        return []
    if t.pgb_som is None and not t.pgb_berekening.strip():
        return [Bevinding("pgb-zonder-som", Zwaarte.ADVIES, _PGB)]
    if t.pgb_som is not None and t.budget and t.budget != t.pgb_som.centen and not t.pgb_berekening.strip():
        return [Bevinding("pgb-anders-dan-som", Zwaarte.ADVIES, _PGB, {"som": str(t.pgb_som)})]
    return []


def _met_bron_van_de_regio(bevinding: Bevinding, regels: Regelset, feiten: Feiten) -> Bevinding:
    """Zegt een bron van de regio hetzelfde, dan noemen we die."""
    eigen = redenen_bij(regels, bevinding.code, feiten)
    return replace(bevinding, bron=eigen[0].bron) if eigen else bevinding


def _van_regels(t: Toewijzing, dossier: Dossier, regels: Regelset, feiten: Feiten) -> list[Bevinding]:
    """Waar alleen een regel over gaat: misschien te licht, te zwaar, of weer hetzelfde product."""
    codes = (*ZWAARTES, "herhaling") if ernaast.had_dit_al(t, dossier) else ZWAARTES
    return [Bevinding(c, Zwaarte.ADVIES, r[0].bron) for c in codes if (r := redenen_bij(regels, c, feiten))]


def _beslist(advies: Advies, code: str, zwaarte: Zwaarte) -> list[Bevinding]:
    """Beslist volgens de regels van de regio iemand anders dan dit team?"""
    return [Bevinding(code, zwaarte, tak.redenen[0].bron) for tak in advies.beslist if tak.code == code]


def _adviezen(
    t: Toewijzing, boek: Productenboek, regels: Regelset, profiel: Profiel, feiten: Feiten, op: date
) -> list[Bevinding]:
    product = boek.vind(t.product)
    leeg = [
        ("zonder-besluit", bool(product and product.zonder_besluit), _WET_VRIJ),
        ("geen-afschalen", not (t.afschalen and t.afschalen_naar and t.afschalen_op), _REKENKAMER),
        ("geen-evaluatie", t.evaluatiedatum is None, _REKENKAMER),
        ("geen-aanbieder", not t.aanbieder, _IJW),
        ("geen-bedrag", t.omvang is not None and t.maximumkosten is None, _REKENKAMER),
    ]
    gevonden = [Bevinding(code, Zwaarte.ADVIES, bron) for code, mist, bron in leeg if mist]
    periode = t.periode
    if any(dag is not None and dag < op for dag in (t.evaluatiedatum, t.afschalen_op)):
        gevonden.append(Bevinding("dag-voorbij", Zwaarte.ADVIES, _REKENKAMER))
    if periode and t.evaluatiedatum and not periode.begin <= t.evaluatiedatum <= periode.einde:
        gevonden.append(Bevinding("evaluatie-buiten-periode", Zwaarte.ADVIES, _REKENKAMER))
    if periode and t.afschalen_op and not periode.begin <= t.afschalen_op <= periode.einde:
        gevonden.append(Bevinding("afbouwen-buiten-periode", Zwaarte.ADVIES, _REKENKAMER))
    grens = regels.instelling("duur")
    if (
        periode
        and grens
        and grens.geldt_in(profiel.gemeentecode)
        and periode.dagen > int(grens.waarde or periode.dagen)
    ):
        gevonden.append(Bevinding("langer-dan-een-jaar", Zwaarte.ADVIES, _REKENKAMER))
    return gevonden + normen(t, product, feiten)


def _meer_dan_kan(t: Toewijzing) -> list[Bevinding]:
    """Meer dan er uren in de tijd zitten, is bijna altijd een tikfout."""
    per, omvang, periode = UREN.get(t.eenheid) if t.eenheid else None, t.omvang, t.periode
    if per is None or omvang is None or periode is None:
        return []
    dagen = {Frequentie.PER_DAG: 1, Frequentie.PER_WEEK: 7, Frequentie.PER_MAAND: 31}
    te_veel = omvang.volume * per > 24 * dagen.get(omvang.frequentie, periode.dagen)
    return [Bevinding("meer-dan-kan", Zwaarte.ADVIES, _HUIS)] if te_veel else []


def _past_niet(t: Toewijzing, advies: Advies) -> list[Bevinding]:
    """Viel het product in het advies van nu af?"""
    afgevallen = next((tak for tak in advies.afgevallen if tak.code == t.product), None)
    return [Bevinding("past-niet", Zwaarte.ADVIES, afgevallen.redenen[0].bron)] if afgevallen else []


def _half_jaar(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Mag een kind niet in Nederland blijven, dan duurt een voorziening ten hoogste een half jaar."""
    if t.periode is None or not waarde(dossier.een(Jeugdige).zonder_verblijfsrecht):
        return []
    te_lang = t.periode.einde >= plus_maanden(t.periode.begin, 6)
    return [Bevinding("langer-dan-half-jaar", Zwaarte.ADVIES, _VERBLIJFSRECHT)] if te_lang else []


def _achttien(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Loopt de hulp door na de achttiende verjaardag? Dan geldt meestal een andere wet (Jeugdwet 1.1)."""
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    if geboren is None or t.periode is None or t.periode.einde < verjaardag(geboren, 18):
        return []
    return [Bevinding("voorbij-achttien", Zwaarte.ADVIES, _JEUGDWET)]
