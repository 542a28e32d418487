"""De toets op een toewijzing bij wat er al loopt of liep: erbij, ervoor in de plaats, of erna."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.feiten import Feiten
from jeugdteam_app.dossier.lopend import Lopend
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Redenwijziging, Toegewezen, Toewijzing
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.omvang import stapelt
from jeugdteam_app.kern.periode import Periode
from jeugdteam_app.productenboek.boek import Product, Productenboek
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.regels.bevinding import Bevinding, Zwaarte
from jeugdteam_app.regels.denkstap import redenen_bij
from jeugdteam_app.regels.regel import Regelset

_IJW = Bron("iJw 3.2", "regelrapport")
_AMBULANT = Bron("Onze keuze", "bij een andere woonplek hoort hulp voor kind en gezin, ook als de regio dat niet zegt")
_OVERLIJDEN = Bron("Onze keuze", "een brief over een overlijden gaat alleen uit als dat klopt")
_OP043 = Bron("iJw 3.2", "OP043: geen toewijzing naast een pgb voor hetzelfde product")
_OP186 = Bron("iJw 3.2", "OP186: eindigen in het verleden alleen in overeenstemming")
_OP380 = Bron("iJw 3.2", "OP380: gelijk doorgaan is de oude toewijzing verlengen")
_TERUGBLIK = Bron("Rekenkamer Heemskerk (004)", "regels 841 en 867: sturen op afschalen begint met terugkijken")
_TR385 = Bron("iJw 3.2", "TR385: niet verwijderen na een goedgekeurde declaratie")
_OP257 = Bron("iJw 3.2", "OP257: een andere omvang is de oude intrekken en een nieuw nummer")
_OP298 = Bron("iJw 3.2", "OP298 en OP299: verlagen met instemming van de aanbieder")
_MET_BEHANDELING = "43"


def bij_hulp(
    t: Toewijzing, dossier: Dossier, boek: Productenboek, profiel: Profiel, regels: Regelset, feiten: Feiten, op: date
) -> list[Bevinding]:
    """Wat er bij hulp te bedenken is over de andere hulp van dit kind: ernaast, ervoor en wat hiermee verandert."""
    return [
        *_loopt_al(t, dossier, profiel),
        *_naast_pgb(t, dossier),
        *_afspraken_van_het_boek(t, dossier, boek),
        *_alleen_verblijf(t, dossier, regels, feiten),
        *_lager(t, dossier, op),
        *bij_stoppen(t, dossier, op),
        *_liever_verlengen(t, dossier, op),
        *_terugblik(t, dossier),
    ]


def bij_stoppen(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Wat er te bedenken is als wat liep eindigt of wordt weggehaald."""
    return [
        *_in_verleden(t, dossier, op), *_verwijdert(t, dossier), *_oude_blijft_gestopt(t, dossier),
        *_blijft_overlijden(t, dossier), *_ook_overlijden(t, dossier),
    ]  # fmt: skip


def _blijft_overlijden(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Wie een brief over een overlijden verbetert, schrijft er weer zo een: dat moet dan ook kloppen."""
    weer = t.reden_wijziging is Redenwijziging.CORRECTIE and lopend.wegens_overlijden(dossier, t)
    return [Bevinding("blijft-overlijden", Zwaarte.ADVIES, _OVERLIJDEN)] if weer else []


def _ook_overlijden(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Stopte andere hulp al omdat het kind overleed, dan vraagt deze brief niet of het minder goed gaat."""
    anders = t.besluit is Besluitsoort.BEEINDIGEN and not lopend.wegens_overlijden(dossier, t)
    verder = t.reden_wijziging not in (None, Redenwijziging.VERWIJDERD)
    # Wie het overlijden zelf herstelt, verandert juist dat besluit.
    hersteld = lopend.van(dossier, t.vervangt)
    zelf = hersteld is not None and lopend.wegens_overlijden(dossier, hersteld.vast.inhoud)
    weg = anders and verder and not zelf and lopend.besloten_na_overlijden(dossier)
    return [Bevinding("ook-hier-overlijden", Zwaarte.ADVIES, _OVERLIJDEN)] if weg else []


def had_dit_al(t: Toewijzing, dossier: Dossier) -> bool:
    """Of het kind hetzelfde product al kreeg voordat dit begint."""
    return any(t.periode and p.einde < t.periode.begin for p in _eerder(t, dossier))


def _in_verleden(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Eindigt wat er liep op een dag die voorbij is, ook doordat er een nieuw nummer voor in de plaats komt? (OP186)"""
    oud = lopend.van(dossier, t.vervangt) if t.zelfde_toewijzing else None
    if oud is None:
        return []
    einde = t.einddatum
    if t.besluit is Besluitsoort.WIJZIGEN and not lopend.houdt_nummer(oud.inhoud, t, op):
        einde = t.ingangsdatum - timedelta(days=1) if t.ingangsdatum else None
    eindigde_al = oud.inhoud.einddatum is not None and oud.inhoud.einddatum <= (einde or op)
    if einde is None or einde >= op or eindigde_al:
        return []
    return [Bevinding("einde-in-verleden", Zwaarte.ADVIES, _OP186)]


def _lager(t: Toewijzing, dossier: Dossier, op: date) -> list[Bevinding]:
    """Minder onder hetzelfde nummer kan alleen als de aanbieder het ermee eens is (OP298, OP299).

    Bij een nieuw nummer geldt dat voor wat er van het totaal onder het oude nummer overblijft.
    """
    oud = lopend.van(dossier, t.vervangt) if t.zelfde_toewijzing else None
    if oud is None:
        return []
    paren: tuple[tuple[int | None, int | None], ...]
    paren = ((oud.inhoud.volume, t.volume), (oud.inhoud.budget, t.budget))
    if not lopend.houdt_nummer(oud.inhoud, t, op):
        deel = lopend.hele_grens(oud.inhoud)
        paren = ((getattr(oud.inhoud, deel), t.over_voor_oud),) if deel else ()
    lager = any(was is not None and nu is not None and nu < was for was, nu in paren)
    return [Bevinding("lager-met-aanbieder", Zwaarte.ADVIES, _OP298)] if lager else []


def _oude_blijft_gestopt(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Wie een wijziging met een nieuw nummer weghaalt, laat de hulp van ervoor gestopt: die komt niet vanzelf terug."""
    een = lopend.van(dossier, t.vervangt) if t.reden_wijziging is Redenwijziging.VERWIJDERD else None
    wijziging = waarde(Toegewezen(dossier.kind, t.vervangt).vastgesteld) if een else None
    if een is None or wijziging is None or wijziging.inhoud.besluit is not Besluitsoort.WIJZIGEN:
        return []
    kreeg_nieuw_nummer = wijziging.inhoud.vervangt not in een.sleutels
    return [Bevinding("oude-hulp-blijft-gestopt", Zwaarte.ADVIES, _OP257)] if kreeg_nieuw_nummer else []


def _verwijdert(t: Toewijzing, dossier: Dossier) -> list[Bevinding]:
    """Weghalen mag niet als de aanbieder al iets kreeg betaald (TR385); dat weten wij niet, dus vragen we het.

    Een ander nummer vanaf de eerste dag, terwijl de hulp begon, kan al niet: zie ``blokkades``.
    """
    oud = lopend.van(dossier, t.vervangt) if t.vervangt else None
    if oud is None or waarde(oud.item.gestart_op) is None:
        return []
    weg = t.reden_wijziging is Redenwijziging.VERWIJDERD
    return [Bevinding("verwijderen-na-betaling", Zwaarte.ADVIES, _TR385)] if weg else []


def _loopt_al(t: Toewijzing, dossier: Dossier, profiel: Profiel) -> list[Bevinding]:
    """Loopt hetzelfde product al in dezelfde tijd? (TR302, OP259)"""
    naast = (i for i in _vastgesteld(dossier, t.vervangt) if i.geeft_hulp and t.geeft_hulp and i.levering is t.levering)
    overlapt = [
        i for i in naast
        if t.periode and i.periode and i.periode.overlapt(t.periode)
        and (stapelt((i.categorie, i.productcode), (t.categorie, t.productcode)) or _is_zelfde(i, t))
    ]  # fmt: skip
    if t.gaat_in_bericht and any(_zelfde_aanbieder(i, t, profiel) for i in overlapt):
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
        alle = [(een.periode.einde, een) for een in lopend.lopend(dossier) if een.periode and _ging_vooraf(een, t)]
        eerder = [een for _einde, een in sorted(alle, key=lambda paar: paar[0])[-1:]]
    if not eerder:
        return []
    gekeken = any(
        waarde_of(e.wat_bracht_het, "") and waarde_of(e.kan_dichterbij, "")
        for e in lopend.teruggekeken(dossier, eerder[0])
    )
    return [] if gekeken else [Bevinding("verlengen-zonder-terugblik", Zwaarte.ADVIES, _TERUGBLIK)]


def _ging_vooraf(oud: Lopend, nieuw: Toewijzing) -> bool:
    """Of dezelfde hulp afliep of stopte voordat de nieuwe begint."""
    na_elkaar = oud.periode and nieuw.periode and oud.periode.einde < nieuw.periode.begin
    return bool(na_elkaar) and _is_zelfde(oud.inhoud, nieuw)


def _afspraken_van_het_boek(t: Toewijzing, dossier: Dossier, boek: Productenboek) -> list[Bevinding]:
    """Zegt het boek dat verlengen niet kan, of dat het product niet samengaat met wat er in die tijd al loopt?"""
    product = boek.vind(t.product)
    if product is None:
        return []
    gevonden = []
    if product.verlengbaar is False and had_dit_al(t, dossier):
        gevonden.append(Bevinding("niet-verlengbaar", Zwaarte.ADVIES, product.bron.bron()))
    if not all(kan_samen(product, ander) for ander in _loopt_ernaast(t, dossier, boek)):
        gevonden.append(Bevinding("niet-samen", Zwaarte.ADVIES, product.bron.bron()))
    return gevonden


def kan_samen(een: Product, ander: Product) -> bool:
    """Of twee producten samen mogen; noemt een boek bij geen van beide iets, dan is er niets tegen."""
    lijsten = ((een, ander), (ander, een))
    return all(not p.combineerbaar_met or {q.id, q.code} & set(p.combineerbaar_met) for p, q in lijsten)


def _loopt_ernaast(t: Toewijzing, dossier: Dossier, boek: Productenboek) -> list[Product]:
    """De andere producten van dit boek die er in dezelfde tijd al zijn; wat eerder stopte, is er dan niet."""
    if (periode := t.periode) is None:
        return []
    ernaast = (
        een.inhoud.product
        for een in lopend.lopend(dossier)
        if een.periode and een.periode.overlapt(periode) and t.vervangt not in een.sleutels
    )
    gevonden = (boek.vind(product) for product in ernaast if product != t.product)
    return [product for product in gevonden if product is not None]


def _alleen_verblijf(t: Toewijzing, dossier: Dossier, regels: Regelset, feiten: Feiten) -> list[Bevinding]:
    """Bij een andere woonplek hoort ook hulp; staat die er niet naast als eigen toewijzing?

    Zit de behandeling in het verblijf (JZ020, 43), dan vraagt alleen een regel van de regio om hulp ernaast.
    """
    gezegd = redenen_bij(regels, "hulp-thuis", feiten)
    if t.woonplek is None or not (gezegd or t.categorie != _MET_BEHANDELING):
        return []
    if any(i.woonplek is None and _in_dezelfde_tijd(periode, t) for i, periode in _hulp_met_periode(dossier)):
        return []
    return [Bevinding("alleen-verblijf", Zwaarte.ADVIES, gezegd[0].bron if gezegd else _AMBULANT)]


def _hulp_met_periode(dossier: Dossier) -> Iterator[tuple[Toewijzing, Periode | None]]:
    """De hulp in elk ontwerp, en elke vastgestelde zolang zij er is of was."""
    for toegewezen in dossier.alle(Toegewezen):
        ontwerp = waarde(toegewezen.inhoud)
        if waarde(toegewezen.vastgesteld) is None and ontwerp is not None and ontwerp.geeft_hulp:
            yield ontwerp, ontwerp.periode
    for een in lopend.lopend(dossier):
        if een.periode:
            yield een.inhoud, een.periode


def _in_dezelfde_tijd(periode: Periode | None, t: Toewijzing) -> bool:
    return periode is None or t.periode is None or periode.overlapt(t.periode)


def _vastgesteld(dossier: Dossier, behalve: str) -> list[Toewijzing]:
    """Wat er loopt of liep zoals het nu geldt, zonder wat met dit ontwerp verandert."""
    alle = (een for een in lopend.lopend(dossier) if not een.is_verwijderd)
    return [een.inhoud for een in alle if behalve not in een.sleutels]


def _eerder(t: Toewijzing, dossier: Dossier) -> list[Periode]:
    """De perioden waarin hetzelfde product al is vastgesteld."""
    zelfde = (i for i in _vastgesteld(dossier, t.vervangt) if _is_zelfde(i, t))
    return [i.periode for i in zelfde if i.periode]


def _is_zelfde(een: Toewijzing, ander: Toewijzing) -> bool:
    """Hetzelfde product van het boek, of dezelfde code. Zonder code zegt een gelijke categorie nog niets."""
    return bool(een.product and een.product == ander.product) or bool(
        een.productcode and een.productcode == ander.productcode
    )
