"""De toets op een toewijzing: wat vaststellen tegenhoudt, en wat advies is dat iemand met een reden terzijde legt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import (
    Aanmelding,
    Antwoord,
    Beslisser,
    Toestemmingen,
    Waarvoor,
    laatste_antwoorden,
    wie_beslist,
)
from jeugdteam_app.dossier.afweging import Afweging
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.feiten import Feiten
from jeugdteam_app.dossier.gezin import Gezin, Jeugdige
from jeugdteam_app.dossier.perspectiefplan import Perspectiefplan
from jeugdteam_app.dossier.stappen import eigen_kracht, stappen, tegen_eigen_kracht
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Levering,
    Redenwijziging,
    Toegewezen,
    Toewijzing,
    Weigergrond,
)
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.omvang import UREN, VERBLIJF, Eenheid, Frequentie, stapelt
from jeugdteam_app.kern.periode import Periode, verjaardag
from jeugdteam_app.productenboek.boek import Plek, Product, Productenboek
from jeugdteam_app.productenboek.profiel import Profiel, gemeenten
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
_TOESTEMMING = Bron("Jeugdwet", "artikelen 7.3.4, 7.3.5 en 7.3.15")
_MAATSTAF = Bron("Centrale Raad van Beroep", "ECLI:NL:CRVB:2024:1095: de maatstaf staat in de verordening zelf")
_VIER_VRAGEN = Bron("Centrale Raad van Beroep", "ECLI:NL:CRVB:2019:2362: vier vragen over wat ouders zelf kunnen")
_CRVB = Bron("Centrale Raad van Beroep", "ECLI:NL:CRVB:2017:1477: vijf stappen, per stap de deskundigheid")
_AWB = Bron("Awb", "artikelen 3:45 tot en met 3:47")
_PGB = Bron("Modelverordening jeugdhulp", "bij een pgb: de hoogte en de berekening (de tekst zelf is niet gezien)")
_WOONPLEK = Bron("Jeugdwet", "artikel 2.3 lid 6: bij uithuisplaatsing eerst een pleegouder of gezinshuis")
_WOONPLAATS = Bron("Jeugdwet", "artikel 1.1: bij verblijf telt de woonplaats onmiddellijk daarvoor")
_RECHTER = Bron("Dit dossier", "de dag waarop de rechter het wil horen")
_AMBULANT = Bron("Onze keuze", "bij een andere woonplek hoort hulp voor kind en gezin, ook als de regio dat niet zegt")
_VOORUITZICHT = Bron(
    "Regiovisie Zaanstreek-Waterland (002)", "regel 246: verblijf altijd met verwacht resultaat en perspectief"
)
_GEHOORD = Bron("Awb", "artikelen 4:7 en 4:8: eerst horen bij afwijzen op andere gegevens")
_OP043 = Bron("iJw 3.2", "OP043: geen toewijzing naast een pgb voor hetzelfde product")
_OP186 = Bron("iJw 3.2", "OP186: eindigen in het verleden alleen in overeenstemming")
_OP380 = Bron("iJw 3.2", "OP380: gelijk doorgaan is de oude toewijzing verlengen")
_TERUGBLIK = Bron("Rekenkamer Heemskerk (004)", "regels 841 en 867: sturen op afschalen begint met terugkijken")
_OP305 = Bron("iJw 3.2", "OP305: een inspanning in stuks heeft eenheid 84")
_TR385 = Bron("iJw 3.2", "TR385: niet verwijderen na een goedgekeurde declaratie")
_OP298 = Bron("iJw 3.2", "OP298 en OP299: verlagen met instemming van de aanbieder")
_MET_BEHANDELING = "43"


def toets(toewijzing: Toewijzing, dossier: Dossier, boek: Productenboek, profiel: Profiel, op: date) -> list[Bevinding]:
    """Alle bevindingen, de zwaarste eerst. Wat iemand met een reden terzijde legde, blijft staan maar telt niet."""
    regels, feiten = regelset(boek.regels, op), alle_feiten(dossier, boek, op, profiel)
    product = _product(boek, toewijzing.product)
    feiten = {**feiten, **als_gekozen(product)} if product else feiten
    advies = advies_over(feiten, boek, op) if boek.geldt_op(op) else None
    gevonden = blokkades(toewijzing, dossier, op)
    if profiel.ontbreekt():
        ontbreekt = len(profiel.ontbreekt())
        gevonden.append(Bevinding("profiel-onvolledig", Zwaarte.CONCEPT, _AWB, {"aantal": ontbreekt}))
    elif profiel.voorbeeld and not waarde_of(dossier.een(Gezin).is_voorbeeld, False):
        gevonden.append(Bevinding("profiel-voorbeeld", Zwaarte.CONCEPT, _AWB))
    if not profiel.rol.besluit:
        gevonden.append(Bevinding(f"rol-{profiel.rol.value}", Zwaarte.CONCEPT, _WET))
    elif advies:
        gevonden += _beslist(advies, "team-adviseert", Zwaarte.CONCEPT)
    terzijde = {o.code for o in toewijzing.opzij}
    adviezen = _op_eigen_kracht(toewijzing, dossier, profiel, op)
    adviezen += _adviezen_bij(toewijzing, dossier, boek, profiel, op, regels, feiten, advies)
    gevonden += [b for b in adviezen if b.zwaarte is not Zwaarte.ADVIES or b.code not in terzijde]
    return [_met_bron_van_de_regio(b, regels, feiten) for b in gevonden]


def _adviezen_bij(
    toewijzing: Toewijzing, dossier: Dossier, boek: Productenboek, profiel: Profiel, op: date,
    regels: Regelset, feiten: Feiten, advies: Advies | None,
) -> list[Bevinding]:  # fmt: skip
    """Wat er bij dit soort besluit te bedenken is."""
    product = _product(boek, toewijzing.product)
    if toewijzing.besluit is Besluitsoort.AFWIJZEN:
        # Weigeren zonder onderzoek houdt bij de rechter geen stand.
        return [*_gehoord(toewijzing), *_vijf_stappen(dossier, Zwaarte.CONCEPT)]
    if toewijzing.besluit is Besluitsoort.GEEN_HULP:
        return _vijf_stappen(dossier)
    if toewijzing.besluit is Besluitsoort.BEEINDIGEN:
        zonder = [] if toewijzing.motivering else [Bevinding("geen-motivering", Zwaarte.ADVIES, _AWB)]
        return [*zonder, *_in_verleden(toewijzing, dossier, op), *_verwijdert(toewijzing, dossier),
                *_gehoord(toewijzing)]  # fmt: skip
    return [
        *_adviezen(toewijzing, boek, regels, profiel, feiten),
        *_meer_dan_kan(toewijzing),
        *(_beslist(advies, "andere-verwijzer", Zwaarte.ADVIES) if advies and profiel.rol.besluit else ()),
        *(_past_niet(toewijzing, advies) if advies else ()),
        *_loopt_al(toewijzing, dossier, profiel),
        *_naast_pgb(toewijzing, dossier),
        *_afspraken_van_het_boek(toewijzing, dossier, boek),
        *_alleen_verblijf(toewijzing, dossier, boek, regels, feiten),
        *_achttien(toewijzing, dossier),
        *_gehoord(toewijzing),
        *_som_van_pgb(toewijzing),
        *_toestemming(dossier, op),
        *_vijf_stappen(dossier),
        *_van_regels(toewijzing, dossier, regels, feiten),
        *_lager(toewijzing, dossier, op),
        *_in_verleden(toewijzing, dossier, op),
        *_na_verhuizen(toewijzing, dossier),
        *_voor_de_rechter(toewijzing, dossier, op),
        *_stuks(toewijzing, product),
        *_verwijdert(toewijzing, dossier),
        *_woonplek(product, dossier, profiel),
        *_liever_verlengen(toewijzing, dossier, op),
        *_terugblik(toewijzing, dossier),
    ]


def _woonplaats(dossier: Dossier, profiel: Profiel) -> list[Bevinding]:
    """Bij verblijf betaalt de gemeente waar het kind woonde voor het verblijf begon (woonplaatsbeginsel)."""
    voor = waarde_of(dossier.een(Jeugdige).gemeente_voor_verblijf, "").strip()
    if not voor:
        return [Bevinding("woonplaats-onbekend", Zwaarte.ADVIES, _WOONPLAATS)]
    eigen = (profiel.gemeente, gemeenten().get(profiel.gemeentecode, ""), profiel.gemeentecode)
    if voor.casefold() in {naam.casefold() for naam in eigen}:
        return []
    return [Bevinding("woonplaats-anders", Zwaarte.ADVIES, _WOONPLAATS)]


def _woonplek(product: Product | None, dossier: Dossier, profiel: Profiel) -> list[Bevinding]:
    """Een andere woonplek: eerst netwerk, dan pleeggezin, dan gezinshuis; en altijd met een vooruitzicht."""
    if product is None or not product.plek.is_verblijf:
        return []
    zwaarder = product.plek in (Plek.GEZINSHUIS, Plek.KLEINSCHALIG, Plek.RESIDENTIEEL)
    gevonden = [Bevinding("eerst-dichterbij", Zwaarte.ADVIES, _WOONPLEK)] if zwaarder else []
    gevonden += _woonplaats(dossier, profiel)
    if product.plek is Plek.PLEEGGEZIN and waarde(dossier.een(Afweging).netwerk_wonen) is not Antwoord.NEE:
        gevonden.append(Bevinding("eerst-netwerk", Zwaarte.ADVIES, _WOONPLEK))
    plan = dossier.een(Perspectiefplan)
    if not (waarde_of(plan.verwacht_resultaat, "") and waarde_of(plan.op_lange_termijn, "")):
        gevonden.append(Bevinding("woonplek-zonder-vooruitzicht", Zwaarte.ADVIES, _VOORUITZICHT))
    return gevonden


def _in_verleden(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Eindigt wat er liep op een dag die voorbij is, ook doordat er een nieuw nummer voor in de plaats komt? (OP186)"""
    oud = lopend.van(dossier, t.vervangt) if t.zelfde_toewijzing else None
    if oud is None:
        return []
    einde = t.einddatum
    if t.besluit is Besluitsoort.WIJZIGEN and not lopend.houdt_nummer(oud.inhoud, t, op):
        einde = t.ingangsdatum - timedelta(days=1) if t.ingangsdatum else None
    al_voorbij = oud.inhoud.einddatum is not None and oud.inhoud.einddatum < op
    if einde is None or einde >= op or al_voorbij:
        return []
    return [Bevinding("einde-in-verleden", Zwaarte.ADVIES, _OP186)]


def _na_verhuizen(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Na een verhuizing loopt ambulante hulp hooguit een jaar door, en alleen als het gezin dat vraagt."""
    verhuisd = waarde(dossier.een(Jeugdige).verhuisd_op)
    if verhuisd is None or t.categorie in VERBLIJF or t.einddatum is None:
        return []
    te_lang = t.einddatum > na_verhuizen_tot(verhuisd)
    return [Bevinding("na-verhuizen", Zwaarte.ADVIES, VERHUISD)] if te_lang else []


def _voor_de_rechter(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Gaf de rechter doelen, dan is er teruggekeken voordat hij het wil horen: dat vraagt een korte termijn."""
    bericht = waarde(dossier.een(Aanmelding).rechter_bericht_op)
    if bericht is None or bericht < op or t.evaluatiedatum is None or t.evaluatiedatum <= bericht:
        return []
    return [Bevinding("evaluatie-na-rechter", Zwaarte.ADVIES, _RECHTER)]


def _lager(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Minder onder hetzelfde nummer kan alleen als de aanbieder het ermee eens is (OP298, OP299)."""
    oud = lopend.van(dossier, t.vervangt) if t.zelfde_toewijzing else None
    if oud is None or not lopend.houdt_nummer(oud.inhoud, t, op):
        return []
    paren = ((oud.inhoud.volume, t.volume), (oud.inhoud.budget, t.budget))
    lager = any(was is not None and nu is not None and nu < was for was, nu in paren)
    return [Bevinding("lager-met-aanbieder", Zwaarte.ADVIES, _OP298)] if lager else []


def _stuks(t: Toewijzing, product: Product | None) -> list[Bevinding]:
    """Stuks is wat wordt gedaan (84) of wat wordt opgeleverd (82); het boek zegt welke (OP305)."""
    stuks = (Eenheid.STUKS_INSPANNING, Eenheid.STUKS_OUTPUT)
    anders = product is not None and product.eenheid in stuks and t.eenheid in stuks and t.eenheid != product.eenheid
    return [Bevinding("stuks-anders", Zwaarte.ADVIES, _OP305)] if anders else []


def _verwijdert(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Weghalen mag niet als de aanbieder al iets kreeg betaald (TR385); dat weten wij niet, dus vragen we het.

    Een ander nummer vanaf de eerste dag, terwijl de hulp begon, kan al niet: zie ``blokkades``.
    """
    oud = lopend.van(dossier, t.vervangt) if t.vervangt else None
    if oud is None or waarde(oud.item.gestart_op) is None:
        return []
    weg = t.reden_wijziging is Redenwijziging.VERWIJDERD
    return [Bevinding("verwijderen-na-betaling", Zwaarte.ADVIES, _TR385)] if weg else []


def _op_eigen_kracht(t: Toewijzing, dossier: Dossier, profiel: Profiel, op: date) -> list[Bevinding]:
    """Op eigen kracht weigeren kan alleen met een artikel daarover, en met een antwoord op de vier vragen."""
    if not (t.niet_toegekend and t.weigergrond is Weigergrond.EIGEN_KRACHT):
        return []
    gevonden = []
    artikelen = profiel.artikelen_over_eigen_kracht(op)
    if not artikelen:
        gevonden.append(Bevinding("eigen-kracht-zonder-artikel", Zwaarte.CONCEPT, _MAATSTAF))
    elif not any(a.maatstaf.strip() for a in artikelen):
        gevonden.append(Bevinding("eigen-kracht-zonder-maatstaf", Zwaarte.CONCEPT, _MAATSTAF))
    if tegen := tegen_eigen_kracht(dossier):
        # Bij een deel van de vraag kan het toch: dan schrijft iemand waarom, en dat staat in de brief.
        heel = t.besluit is Besluitsoort.AFWIJZEN
        zwaarte = Zwaarte.CONCEPT if heel else Zwaarte.ADVIES
        gevonden.append(Bevinding("eigen-kracht-spreekt-tegen", zwaarte, _VIER_VRAGEN, {"aantal": tegen}))
    if open_ := sum(antwoord is None for antwoord in eigen_kracht(dossier).values()):
        gevonden.append(Bevinding("eigen-kracht-niet-gewogen", Zwaarte.CONCEPT, _VIER_VRAGEN, {"aantal": open_}))
    return gevonden


def _gehoord(t: Toewijzing) -> list[Bevinding]:
    """Wie iets weigert of eerder stopt, hoort het gezin eerst over de redenen."""
    stopt = t.besluit is Besluitsoort.BEEINDIGEN and t.reden_wijziging is not Redenwijziging.OVERLEDEN
    if not (t.niet_toegekend or stopt) or t.gehoord_op is not None:
        return []
    return [Bevinding("hoor-het-gezin", Zwaarte.ADVIES, _GEHOORD)]


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
    codes = (*ZWAARTES, "herhaling") if _had_dit_al(t, dossier) else ZWAARTES
    return [Bevinding(c, Zwaarte.ADVIES, r[0].bron) for c in codes if (r := redenen_bij(regels, c, feiten))]


def _beslist(advies: Advies, code: str, zwaarte: Zwaarte) -> list[Bevinding]:
    """Beslist volgens de regels van de regio iemand anders dan dit team?"""
    return [Bevinding(code, zwaarte, tak.redenen[0].bron) for tak in advies.beslist if tak.code == code]


def _adviezen(
    t: Toewijzing, boek: Productenboek, regels: Regelset, profiel: Profiel, feiten: Feiten
) -> list[Bevinding]:
    product = _product(boek, t.product)
    leeg = [
        ("zonder-besluit", bool(product and product.zonder_besluit), _WET_VRIJ),
        ("geen-resultaat", not t.resultaat, _AWB),
        ("geen-motivering", not t.motivering, _AWB),
        ("geen-afschalen", not (t.afschalen and t.afschalen_naar and t.afschalen_op), _REKENKAMER),
        ("geen-evaluatie", t.evaluatiedatum is None, _REKENKAMER),
        ("geen-aanbieder", not t.aanbieder, _IJW),
    ]
    gevonden = [Bevinding(code, Zwaarte.ADVIES, bron) for code, mist, bron in leeg if mist]
    periode = t.periode
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


def _loopt_al(t: Toewijzing, dossier: Dossier, profiel: Profiel) -> list[Bevinding]:
    """Loopt hetzelfde product al in dezelfde tijd? (TR302, OP259)"""
    naast = (i for i in _vastgesteld(dossier, t.vervangt) if i.gaat_in_bericht and t.gaat_in_bericht)
    overlapt = [
        i for i in naast
        if t.periode and i.periode and i.periode.overlapt(t.periode)
        and (stapelt((i.categorie, i.productcode), (t.categorie, t.productcode)) or _is_zelfde(i, t))
    ]  # fmt: skip
    if any(_zelfde_aanbieder(i, t, profiel) for i in overlapt):
        # In het bericht aan deze aanbieder horen beide te staan, en dat kan niet: dan ging er nooit meer een bericht.
        return [Bevinding("stapeling-zelfde-aanbieder", Zwaarte.BLOKKADE, _IJW)]
    return [Bevinding("stapeling", Zwaarte.ADVIES, _IJW)] if overlapt else []


def _zelfde_aanbieder(een: Toewijzing, ander: Toewijzing, profiel: Profiel) -> bool:
    """Dezelfde naam, of een andere naam met dezelfde AGB-code: dan is het dezelfde ontvanger van berichten."""
    codes = {t.aanbieder_agb or profiel.agb_van(t.aanbieder) for t in (een, ander)}
    return bool(een.aanbieder and een.aanbieder == ander.aanbieder) or (len(codes) == 1 and codes != {""})


def _naast_pgb(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Loopt hetzelfde product in dezelfde tijd al in de andere vorm? (OP043)"""
    anders = (i for i in _vastgesteld(dossier, t.vervangt) if i.levering is not t.levering and _is_zelfde(i, t))
    naast = any(t.periode and i.periode and i.periode.overlapt(t.periode) for i in anders)
    return [Bevinding("naast-pgb", Zwaarte.ADVIES, _OP043)] if naast else []


def _liever_verlengen(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Sluit een nieuwe toewijzing aan op precies dezelfde die nog loopt, dan is dat verlengen (OP380)."""
    if t.besluit is not Besluitsoort.TOEKENNEN or t.ingangsdatum is None:
        return []
    delen = ("categorie", "productcode", "aanbieder", "levering", "eenheid", "frequentie", "volume")
    sluit_aan = any(
        i.einddatum and i.einddatum >= op and i.einddatum + timedelta(days=1) == t.ingangsdatum
        and all(getattr(i, deel) == getattr(t, deel) for deel in delen)
        for i in _vastgesteld(dossier, "")
    )  # fmt: skip
    return [Bevinding("liever-verlengen", Zwaarte.ADVIES, _OP380)] if sluit_aan else []


def _terugblik(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Langer of meer vraagt eerst: wat bracht het, en kan iets dichterbij het nu doen? Wat de reden ook heet.

    Dezelfde hulp als nieuw besluit na wat afliep, is ook langer.
    """
    if t.besluit is Besluitsoort.WIJZIGEN:
        oud = lopend.van(dossier, t.vervangt)
        eerder = [oud] if oud is not None and lopend.is_meer(t, oud.inhoud) else []
    else:
        alle = [een for een in lopend.lopend(dossier) if not een.is_verwijderd and _ging_vooraf(een.inhoud, t)]
        eerder = sorted(alle, key=lambda een: een.inhoud.einddatum or date.min)[-1:]
    if not eerder:
        return []
    gekeken = any(
        waarde_of(e.wat_bracht_het, "") and waarde_of(e.kan_dichterbij, "")
        for e in lopend.teruggekeken(dossier, eerder[0])
    )
    return [] if gekeken else [Bevinding("verlengen-zonder-terugblik", Zwaarte.ADVIES, _TERUGBLIK)]


def _ging_vooraf(oud: Toewijzing, nieuw: Toewijzing) -> bool:
    """Of dezelfde hulp afliep voordat de nieuwe begint."""
    return _is_zelfde(oud, nieuw) and bool(oud.periode and nieuw.periode and oud.periode.einde < nieuw.periode.begin)


def _afspraken_van_het_boek(t: Toewijzing, dossier: Dossier, boek: Productenboek) -> list[Bevinding]:
    """Zegt het boek dat verlengen niet kan, of dat het product niet samengaat met wat er in die tijd al loopt?"""
    product = _product(boek, t.product)
    if product is None:
        return []
    gevonden = []
    if product.verlengbaar is False and _had_dit_al(t, dossier):
        gevonden.append(Bevinding("niet-verlengbaar", Zwaarte.ADVIES, product.bron.bron()))
    if not all(kan_samen(product, ander) for ander in _loopt_ernaast(t, dossier, boek)):
        gevonden.append(Bevinding("niet-samen", Zwaarte.ADVIES, product.bron.bron()))
    return gevonden


def kan_samen(een: Product, ander: Product) -> bool:
    """Of twee producten samen mogen; noemt een boek bij geen van beide iets, dan is er niets tegen."""
    lijsten = ((een, ander), (ander, een))
    return all(not p.combineerbaar_met or {q.id, q.code} & set(p.combineerbaar_met) for p, q in lijsten)


def _loopt_ernaast(t: Toewijzing, dossier: Dossier, boek: Productenboek) -> list[Product]:
    """De andere producten van dit boek die in dezelfde tijd al zijn vastgesteld."""
    if (periode := t.periode) is None:
        return []
    ernaast = (v for v in _vastgesteld(dossier, t.vervangt) if v.product != t.product)
    gevonden = (_product(boek, v.product) for v in ernaast if v.periode and v.periode.overlapt(periode))
    return [product for product in gevonden if product is not None]


def _alleen_verblijf(
    t: Toewijzing, dossier: Dossier, boek: Productenboek, regels: Regelset, feiten: Feiten
) -> list[Bevinding]:
    """Bij een andere woonplek hoort ook hulp; staat die er niet naast als eigen toewijzing?

    Zit de behandeling in het verblijf (JZ020, 43), dan vraagt alleen een regel van de regio om hulp ernaast.
    """
    product = _product(boek, t.product)
    gezegd = redenen_bij(regels, "hulp-thuis", feiten)
    if product is None or not product.plek.is_verblijf or not (gezegd or t.categorie != _MET_BEHANDELING):
        return []
    ernaast = [inhoud for a in dossier.alle(Toegewezen) if (inhoud := _inhoud(a)) and inhoud.product != t.product]
    hulp = (
        _product(boek, i.product) for i in ernaast if not (i.periode and t.periode) or i.periode.overlapt(t.periode)
    )
    if any(p and not p.plek.is_verblijf for p in hulp):
        return []
    return [Bevinding("alleen-verblijf", Zwaarte.ADVIES, gezegd[0].bron if gezegd else _AMBULANT)]


def _inhoud(toegewezen: Toegewezen) -> Toewijzing | None:
    vast = waarde(toegewezen.vastgesteld)
    return vast.inhoud if vast else waarde(toegewezen.inhoud)


def _product(boek: Productenboek, id: str) -> Product | None:
    return next((p for p in boek.producten if p.id == id), None)


def _vastgesteld(dossier: Dossier, behalve: str) -> list[Toewijzing]:
    """Wat er loopt of liep zoals het nu geldt, zonder wat met dit ontwerp verandert."""
    alle = (een for een in lopend.lopend(dossier) if not een.is_verwijderd)
    return [een.inhoud for een in alle if behalve not in een.sleutels]


def _had_dit_al(t: Toewijzing, dossier: Dossier) -> bool:
    return any(t.periode and p.einde < t.periode.begin for p in _eerder(t, dossier))


def _eerder(t: Toewijzing, dossier: Dossier) -> list[Periode]:
    """De perioden waarin hetzelfde product al is vastgesteld."""
    zelfde = (i for i in _vastgesteld(dossier, t.vervangt) if _is_zelfde(i, t))
    return [i.periode for i in zelfde if i.periode]


def _is_zelfde(een: Toewijzing, ander: Toewijzing) -> bool:
    """Hetzelfde product van het boek, of dezelfde code. Zonder code zegt een gelijke categorie nog niets."""
    return bool(een.product and een.product == ander.product) or bool(
        een.productcode and een.productcode == ander.productcode
    )


def _achttien(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Loopt de hulp door na de achttiende verjaardag? Dan geldt meestal een andere wet (Jeugdwet 1.1)."""
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    if geboren is None or t.periode is None or t.periode.einde < verjaardag(geboren, 18):
        return []
    return [Bevinding("voorbij-achttien", Zwaarte.ADVIES, _JEUGDWET)]


def _toestemming(dossier: Dossier, op: date) -> list[Bevinding]:
    """Staat er van iedereen die over de hulp beslist dat die ja zei? Besluiten mag ook zonder; helpen niet."""
    alle = (t for i in dossier.alle(Toestemmingen) if (t := waarde(i.inhoud)))
    # Hele woorden: ‘samen met Noor’ is geen toestemming van Sam.
    door = {wie for wie, gezegd in laatste_antwoorden(alle, Waarvoor.HULP).items() if wie and gezegd.geldt(op)}
    geboren = waarde(dossier.een(Jeugdige).geboortedatum)
    beslisser = wie_beslist(geboren, op) if geboren else Beslisser.GEZAGSDRAGERS
    wie = () if beslisser is Beslisser.JEUGDIGE else tuple(p.weergavenaam for p in dossier.gezagsdragers())
    kind = dossier.een(Jeugdige).aanspreeknaam
    if beslisser is not Beslisser.GEZAGSDRAGERS and kind:
        wie = (kind, *wie)
    mist = [naam for naam in wie if naam and naam.split()[0].casefold() not in door]
    if door and not mist:
        return []
    return [Bevinding("toestemming", Zwaarte.ADVIES, _TOESTEMMING, {"wie": ", ".join(mist) or woord(beslisser)})]


def _vijf_stappen(dossier: Dossier, leeg_is: Zwaarte = Zwaarte.ADVIES) -> list[Bevinding]:
    """Staat bij elk van de vijf stappen wat er is gevonden, en wie met welke kennis keek?"""
    alle = stappen(dossier).values()
    leeg = sum(not stap.tekst.strip() for stap in alle)
    zonder = sum(bool(stap.tekst.strip()) and not (stap.deskundige and stap.discipline) for stap in alle)
    gevonden = [Bevinding("vijf-stappen", leeg_is, _CRVB, {"aantal": leeg})] if leeg else []
    if zonder:
        gevonden.append(Bevinding("stap-zonder-deskundige", Zwaarte.ADVIES, _CRVB, {"aantal": zonder}))
    return gevonden
