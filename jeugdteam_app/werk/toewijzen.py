"""Toewijzen: van keuze naar ontwerp, de toets, en vaststellen. Wat vastgesteld is, verandert niet meer."""

from __future__ import annotations

import contextlib
import uuid
from dataclasses import dataclass, replace
from typing import Any

from jeugdteam_app.documenten import besluit, besluitbestand
from jeugdteam_app.documenten.tekst import is_voorbeeld
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.analyse import Analyse, Hypothese
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.evaluatie import Vervolg
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.post import Verzoek, Verzoekantwoord
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Meegekeken,
    Normuitkomst,
    Opzij,
    Redenwijziging,
    Toegewezen,
    Toewijzing,
    Vaststelling,
)
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.opslag.journaal import apparaat
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.boek import Normstatus, Product, Productenboek, eenheid_van_tarief
from jeugdteam_app.regels import normtoets
from jeugdteam_app.regels.bevinding import Bevinding, Zwaarte
from jeugdteam_app.regels.regel import regelset
from jeugdteam_app.regels.toets import toets
from jeugdteam_app.uitwisseling import xml
from jeugdteam_app.werk import instellingen, logboek, meekijken, opstellen, schrijven
from jeugdteam_app.werk.werkplek import Werkplek

_BLOK = Bron("iJw 3.2", "TR332: elk toewijzingnummer is uniek; deze laptop geeft alleen nummers uit haar eigen blok")
_VIER_OGEN = Bron("Gemeente en team", "bij elk besluit kijkt er iemand mee")


@dataclass(frozen=True)
class Ontwerp:
    """Een toewijzing met haar bevindingen; ``vastgesteld`` zodra zij dat is."""

    sleutel: str
    inhoud: Toewijzing
    vastgesteld: Vaststelling | None
    nummer: int | None
    geen_bericht: bool
    bevindingen: tuple[Bevinding, ...]
    # Het nummer van het latere besluit dat dit besluit veranderde of stopte.
    veranderd_door: str = ""
    norm: Normuitkomst | None = None


def begin(werkplek: Werkplek, dossier: str) -> str:
    """Een ontwerp uit de gemaakte keuze, met wat het dossier en het boek al weten. Geeft de sleutel."""
    keuze = waarde(werkplek.dossier(dossier).een(Keuze).inhoud)
    if keuze is None:
        raise InvoerFout("nog-geen-keuze")
    boek = instellingen.boek_van(werkplek, keuze.bewijs.boek, keuze.bewijs.boekversie)
    inhoud = _eerste_ontwerp(werkplek.voor_gezin(dossier), boek, boek.product(keuze.product), keuze.reden)
    return begin_met(werkplek, dossier, boek, inhoud)


def begin_wijziging(werkplek: Werkplek, dossier: str, sleutel: str, soort: Besluitsoort) -> str:
    """Een ontwerp dat een vastgesteld besluit verandert of stopt; het oude besluit blijft staan zoals het was.

    Wat waarom zegt, begint leeg: een wijziging heeft haar eigen redenen. Fouten: ``wijzigen-van-geen-besluit``,
    ``al-gewijzigd``.
    """
    huidig = werkplek.dossier(dossier)
    oud = lopend.van(huidig, sleutel)
    if oud is None or oud.item.sleutel != sleutel:
        raise InvoerFout("wijzigen-van-geen-besluit" if oud is None else "al-gewijzigd")
    later = [t for t in huidig.alle(Toegewezen) if _verandert(t, sleutel)]
    # Ging de hulp met een nieuw nummer verder, dan loopt dit besluit tot die dag en kan het nog eerder stoppen.
    vast = [t for t in later if waarde(t.vastgesteld) is not None]
    stopt_eerder = soort is Besluitsoort.BEEINDIGEN and len(later) == len(vast) == 1
    if later and not stopt_eerder:
        raise InvoerFout("al-gewijzigd")
    leeg = {"motivering": "", "motivering_omvang": "", "opzij": (), "niet_toegekend": "", "weigergrond": None}
    nieuw = {
        "besluit": soort, "vervangt": sleutel, "reden_wijziging": None, "waarom_niet": "", "evaluatiedatum": None,
        "verzoek": "", "verzoek_product": 0, "over_voor_oud": None, "gehoord_op": None, "zienswijze": "",
    }  # fmt: skip
    if soort is Besluitsoort.BEEINDIGEN:
        nieuw |= {"afschalen": "", "afschalen_naar": "", "afschalen_op": None}
        nieuw["naast_besluit"] = later[0].sleutel if later else ""
    inhoud = oud.inhoud.model_copy(update={**leeg, **nieuw})
    return schrijven.voeg_toe(werkplek, dossier, Toegewezen, {Toegewezen.inhoud: inhoud})


# Wat een terugblik over het besluit zegt: de soort, en de reden als die er uit volgt.
_VERVOLG = {
    Vervolg.STOPPEN: (Besluitsoort.BEEINDIGEN, None),
    Vervolg.LANGER: (Besluitsoort.WIJZIGEN, Redenwijziging.VERLENGING),
    Vervolg.KORTER: (Besluitsoort.WIJZIGEN, Redenwijziging.VERKORTING),
    Vervolg.LICHTER: (Besluitsoort.WIJZIGEN, None),
    Vervolg.ZWAARDER: (Besluitsoort.WIJZIGEN, None),
}


def begin_vervolg(werkplek: Werkplek, dossier: str, sleutel: str) -> str:
    """Het ontwerp dat past bij wat in de laatste terugblik op deze toewijzing is afgesproken.

    Fouten: ``vervolg-niet-gekozen``, en die van ``begin_wijziging``.
    """
    huidig = werkplek.dossier(dossier)
    een = lopend.van(huidig, sleutel)
    if een is None:
        raise InvoerFout("wijzigen-van-geen-besluit")
    laatste = next(reversed(lopend.teruggekeken(huidig, een)), None)
    gekozen = _VERVOLG.get(waarde_of(laatste.vervolg, Vervolg.ZOALS_AFGESPROKEN)) if laatste else None
    if laatste is None or gekozen is None:
        raise InvoerFout("vervolg-niet-gekozen")
    soort, reden = gekozen
    nieuw = begin_wijziging(werkplek, dossier, sleutel, soort)
    uit_gesprek = {"reden_wijziging": reden, "motivering": waarde_of(laatste.wat_veranderde, "")}
    wijzig(werkplek, dossier, nieuw, **uit_gesprek)
    return nieuw


def _verandert(ander: Toegewezen, sleutel: str) -> bool:
    inhoud = waarde(ander.inhoud)
    return inhoud is not None and inhoud.vervangt == sleutel


def begin_verbetering(werkplek: Werkplek, dossier: str, sleutel: str, soort: Besluitsoort) -> str:
    """Een nieuw besluit in plaats van een weigering of ‘geen hulp’: hetzelfde met andere woorden, of toch hulp.

    Het oude besluit blijft staan zoals het was; het nieuwe noemt het. Fouten: ``verbeteren-van-geen-besluit``,
    ``al-gewijzigd``.
    """
    huidig = werkplek.dossier(dossier)
    oud = waarde(Toegewezen(huidig.kind, sleutel).vastgesteld)
    if oud is None or oud.inhoud.geeft_hulp:
        raise InvoerFout("verbeteren-van-geen-besluit")
    if lopend.opvolger(huidig, sleutel) or any(_verandert(t, sleutel) for t in huidig.alle(Toegewezen)):
        raise InvoerFout("al-gewijzigd")
    if soort is Besluitsoort.TOEKENNEN:
        nieuw = begin(werkplek, dossier)
        wijzig(werkplek, dossier, nieuw, vervangt=sleutel)
        return nieuw
    inhoud = oud.inhoud.model_copy(update={"besluit": soort, "vervangt": sleutel, "opzij": ()})
    return schrijven.voeg_toe(werkplek, dossier, Toegewezen, {Toegewezen.inhoud: inhoud})


def begin_zonder_hulp(werkplek: Werkplek, dossier: str, soort: Besluitsoort) -> str:
    """Een ontwerp om af te wijzen, of om samen te besluiten dat hulp met een besluit niet nodig is."""
    boek = instellingen.boek(werkplek)
    inhoud = Toewijzing(besluit=soort, boek=boek.id, boekversie=boek.versie, voorbeeldproduct=False)
    return begin_met(werkplek, dossier, boek, inhoud)


def eerste_ontwerp(werkplek: Werkplek, dossier: str, boek: Productenboek, product: Product) -> Toewijzing:
    """De inhoud van een nieuw ontwerp voor een product, zonder dat er een keuze aan voorafging."""
    return _eerste_ontwerp(werkplek.voor_gezin(dossier), boek, product, "")


def begin_met(werkplek: Werkplek, dossier: str, boek: Productenboek, inhoud: Toewijzing) -> str:
    """Een nieuw ontwerp; de versie van het boek blijft erbij bewaard, ook na een nieuwe. Geeft de sleutel."""
    instellingen.bewaar_boek(werkplek, boek)
    return schrijven.voeg_toe(werkplek, dossier, Toegewezen, {Toegewezen.inhoud: inhoud})


def _boek_bij(werkplek: Werkplek, inhoud: Toewijzing) -> Productenboek:
    """De versie van het boek waarmee dit product is gekozen: haar normen en tarieven horen bij dit ontwerp.

    Is die versie er niet meer, dan geldt het boek van nu; de toets zegt dat het boek vernieuwd is.
    """
    with contextlib.suppress(WereldFout):
        return instellingen.boek_van(werkplek, inhoud.boek, inhoud.boekversie)
    return instellingen.boek(werkplek)


def _eerste_ontwerp(dossier: Dossier, boek: Productenboek, product: Product, reden: str) -> Toewijzing:
    tarief = product.tarief
    per = eenheid_van_tarief(product)
    bekend = tarief.waarde is not None and per is not None
    status = "voorbeeldtarief: " if tarief.status is Normstatus.VOORBEELD else ""
    return Toewijzing(
        product=product.id,
        boek=boek.id,
        boekversie=boek.versie,
        productnaam=product.naam,
        segment=product.segment,
        categorie=product.categorie,
        productcode=product.code,
        voorbeeldproduct=product.voorbeeld,
        boekband=boek.band,
        eenheid=product.eenheid,
        frequentie=product.frequentie,
        tarief=tarief.waarde if bekend else None,
        tarief_per=per if bekend else None,
        tariefbron=f"{status}{tarief.bron.plaats}" if bekend and tarief.bron else "",
        motivering=_motivering(dossier, reden),
    )


def _motivering(dossier: Dossier, reden: str) -> str:
    """Een eerste tekst uit wat er al samen is opgeschreven; de medewerker maakt hem af."""
    vraag = waarde_of(dossier.een(Aanmelding).korte_vraag, "")
    beeld = waarde_of(dossier.een(Analyse).gedeeld_beeld, "")
    helpt = [waarde_of(h.wat_helpt, "") for h in dossier.alle(Hypothese)]
    zinnen = [f"U vertelde ons: ‘{vraag}’" if vraag else "", beeld, *helpt, reden]
    return "\n".join(z for z in zinnen if z)


def wijzig(werkplek: Werkplek, dossier: str, sleutel: str, **delen: Any) -> bool:
    """Verandert het ontwerp. Na vaststellen kan dat niet meer."""
    _weiger_vastgesteld(werkplek, dossier, sleutel)
    if delen.get("reden_wijziging") is Redenwijziging.CORRECTIE:
        delen = _wat_goed_was(werkplek.dossier(dossier), sleutel) | delen
    return schrijven.leg_deel_vast(werkplek, dossier, sleutel, Toegewezen.inhoud, **delen)


def _wat_goed_was(dossier: Dossier, sleutel: str) -> dict[str, Any]:
    """Bij een verbetering blijft alles zoals het was, behalve de fout: ook wat bij een wijziging leeg begint."""
    nu = waarde_of(Toegewezen(dossier.kind, sleutel).inhoud, Toewijzing())
    oud = lopend.van(dossier, nu.vervangt)
    velden = ("motivering", "motivering_omvang", "evaluatiedatum", "niet_toegekend", "weigergrond", "waarom_niet")
    return {n: getattr(oud.inhoud, n) for n in velden if oud and not getattr(nu, n) and getattr(oud.inhoud, n)}


def leg_opzij(werkplek: Werkplek, dossier: str, sleutel: str, code: str, reden: str) -> None:
    """Legt een advies terzijde, met de reden. Een blokkade kan niet terzijde."""
    if not reden.strip():
        raise InvoerFout("opzij-zonder-reden")
    inhoud = lees(werkplek, dossier, sleutel).inhoud
    over = tuple(o for o in inhoud.opzij if o.code != code)
    wijzig(werkplek, dossier, sleutel, opzij=(*over, Opzij(code=code, reden=reden.strip())))


def ontwerpen(werkplek: Werkplek, dossier: str) -> list[Ontwerp]:
    """Alle toewijzingen in dit dossier."""
    return [lees(werkplek, dossier, t.sleutel) for t in werkplek.dossier(dossier).alle(Toegewezen)]


def lees(werkplek: Werkplek, dossier: str, sleutel: str) -> Ontwerp:
    """Eén toewijzing met haar bevindingen."""
    huidig = werkplek.dossier(dossier)
    item = Toegewezen(huidig.kind, sleutel)
    vast = waarde(item.vastgesteld)
    inhoud = vast.inhoud if vast else waarde_of(item.inhoud, Toewijzing())
    bevindingen = (
        () if vast else (
            *_toets(werkplek, huidig, inhoud),
            *_vier_ogen(werkplek, dossier, sleutel, inhoud),
            *_zonder_nummer(werkplek, huidig, sleutel, inhoud),
        )
    )  # fmt: skip
    later = lopend.opvolger(huidig, sleutel) if vast else None
    veilig = waarde_of(item.geen_bericht, False)
    norm = vast.norm if vast else _norm(werkplek, inhoud)
    door = later.besluitnummer if later else ""
    return Ontwerp(sleutel, inhoud, vast, waarde(item.nummer), veilig, bevindingen, door, norm)


def _norm(werkplek: Werkplek, inhoud: Toewijzing) -> Normuitkomst | None:
    """Wat de normtoets zegt, met het boek waarmee is gekozen."""
    return normtoets.uitkomst(inhoud, _boek_bij(werkplek, inhoud).vind(inhoud.product))


def _toets(werkplek: Werkplek, dossier: Dossier, inhoud: Toewijzing) -> list[Bevinding]:
    boek, nu = _boek_bij(werkplek, inhoud), instellingen.boek(werkplek)
    gevonden = toets(inhoud, dossier, boek, instellingen.profiel(werkplek), werkplek.vandaag)
    gekozen_met = (inhoud.boek, inhoud.boekversie) if inhoud.boek else (nu.id, nu.versie)
    ouder = gekozen_met != (nu.id, nu.versie) and "boek-vernieuwd" not in {o.code for o in inhoud.opzij}
    return [*gevonden, *([Bevinding("boek-vernieuwd", Zwaarte.ADVIES, Bron(nu.regio, nu.versie))] if ouder else [])]


def _zonder_nummer(werkplek: Werkplek, dossier: Dossier, sleutel: str, inhoud: Toewijzing) -> list[Bevinding]:
    """Heeft deze laptop geen nummers (meer), dan is het besluit een concept: zonder nummer kan het bericht niet weg."""
    if not inhoud.gaat_in_bericht:
        return []
    if waarde(Toegewezen(dossier.kind, sleutel).nummer) is not None or _vrij_nummer(werkplek) is not None:
        return []
    if _nummer_dat_blijft(werkplek, dossier, sleutel) is not None:
        return []
    blok = instellingen.profiel(werkplek).nummerblok
    code = "geen-blok" if blok is None else "blok-op" if instellingen.is_eigen_blok(werkplek, blok) else "blok-van-toen"
    return [Bevinding(code, Zwaarte.CONCEPT, _BLOK)]


def _vrij_nummer(werkplek: Werkplek) -> int | None:
    """Het volgende nummer uit het blok van deze laptop, zonder het uit te geven."""
    blok = instellingen.profiel(werkplek).nummerblok
    if blok is None or not instellingen.is_eigen_blok(werkplek, blok):
        return None
    hoogste = werkplek.kluis.vraag(
        "SELECT max(nummer) FROM nummer WHERE nummer BETWEEN ? AND ?", blok.van, blok.tot_en_met
    )[0][0]
    nummer = blok.van if hoogste is None else int(hoogste) + 1
    return nummer if nummer <= blok.tot_en_met else None


def _vier_ogen(werkplek: Werkplek, dossier: str, sleutel: str, inhoud: Toewijzing) -> list[Bevinding]:
    """Waar de regio het vraagt, is een besluit zonder meekijker een concept; is die het niet eens, dan wegen we dat."""
    van = meekijken.geldig(werkplek, dossier, sleutel)
    if van is None:
        nodig = instellingen.profiel(werkplek).vier_ogen
        return [Bevinding("vier-ogen", Zwaarte.CONCEPT, _VIER_OGEN)] if nodig else []
    if van.akkoord or "meekijker-niet-eens" in {o.code for o in inhoud.opzij}:
        return []
    return [Bevinding("meekijker-niet-eens", Zwaarte.ADVIES, _VIER_OGEN, {"wie": van.wie})]


def kan_vaststellen(werkplek: Werkplek, dossier: str, sleutel: str) -> InvoerFout | None:
    """Wat vaststellen tegenhoudt: geen einddatum, geen grens, een conflict, of een profiel dat niet compleet is."""
    ontwerp = lees(werkplek, dossier, sleutel)
    for bevinding in ontwerp.bevindingen:
        if bevinding.zwaarte is not Zwaarte.ADVIES:
            return InvoerFout(f"toets-{bevinding.code}", **bevinding.gegevens)
    # Advies mag terzijde, maar niet stilzwijgend: eerst gevolgd, of met een reden opzij gelegd.
    open_ = len(ontwerp.bevindingen)
    return InvoerFout("toets-advies-open", aantal=open_) if open_ else None


def stel_vast(werkplek: Werkplek, dossier: str, sleutel: str) -> Vaststelling:
    """Stelt vast, of zegt met een ``InvoerFout`` waarom dat niet kan."""
    _weiger_vastgesteld(werkplek, dossier, sleutel)
    if fout := kan_vaststellen(werkplek, dossier, sleutel):
        raise fout
    with werkplek.kluis.transactie():
        inhoud = lees(werkplek, dossier, sleutel).inhoud
        nummer = geef_nummer(werkplek, dossier, sleutel) if inhoud.gaat_in_bericht else None
        vast = _vaststelling(werkplek, dossier, sleutel, nummer, meekijken.geldig(werkplek, dossier, sleutel))
        verloop = _verloop(werkplek.dossier(dossier), sleutel, inhoud)
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.vastgesteld): Bekend(vast), **verloop})
        sluit_verzoek(werkplek, dossier, inhoud.verzoek)
        logboek.noteer(werkplek, Gebeurtenis.VASTGESTELD, dossier)
    return vast


def _verloop(dossier: Dossier, sleutel: str, inhoud: Toewijzing) -> dict[schrijven.Plek, Feit[Any]]:
    """Bij een wijziging loopt de hulp door: wanneer zij begon en hoe het wachten ging, gaat mee."""
    if not inhoud.zelfde_toewijzing:
        return {}
    oud = Toegewezen(dossier.kind, inhoud.vervangt)
    was = waarde(oud.vastgesteld)
    # Bij een andere aanbieder begint de hulp opnieuw.
    velden: tuple[Veld[Any], ...] = (Toegewezen.geen_bericht,)
    if was is not None and was.inhoud.aanbieder == inhoud.aanbieder:
        velden += (
            Toegewezen.gestart_op, Toegewezen.gestopt_op, Toegewezen.einde, Toegewezen.wachtkeuze,
            Toegewezen.wachtkeuze_op, Toegewezen.overbrugd_door, Toegewezen.wachten_gemeld_op,
        )  # fmt: skip
    return {(sleutel, veld): feit for veld in velden if isinstance(feit := getattr(oud, veld.naam), Bekend)}


def sluit_verzoek(werkplek: Werkplek, dossier: str, verzoek: str) -> None:
    """Is over alles uit het verzoek van de aanbieder besloten, dan is het beantwoord."""
    if not verzoek:
        return
    huidig = werkplek.dossier(dossier)
    if not lopend.nog_te_beslissen(huidig, Verzoek(huidig.kind, verzoek)):
        dag, gezegd = Bekend(werkplek.vandaag), Bekend(Verzoekantwoord.TOEGEWEZEN)
        antwoord: dict[schrijven.Plek, Feit[Any]] = {
            (verzoek, Verzoek.antwoord): gezegd, (verzoek, Verzoek.beantwoord_op): dag
        }  # fmt: skip
        schrijven.leg_vast(werkplek, dossier, antwoord)


def kies_besluit(werkplek: Werkplek, dossier: str, sleutel: str, vast: Vaststelling) -> None:
    """Zegt welk van twee besluiten over hetzelfde ontwerp geldt, met zijn inhoud en nummer erbij."""
    feiten: dict[schrijven.Plek, Feit[Any]] = {(sleutel, Toegewezen.vastgesteld): Bekend(vast)}
    nummer = Toegewezen(werkplek.dossier(dossier).kind, sleutel).nummer
    if isinstance(nummer, Conflict):
        bij = (s.waarde for s in nummer.stemmen if s.waarde is not None and f"{s.waarde:09d}" in vast.besluitnummer)
        if (gekozen := next(bij, None)) is not None:
            feiten[sleutel, Toegewezen.nummer] = Bekend(gekozen)
    schrijven.leg_vast(werkplek, dossier, feiten)
    logboek.noteer(werkplek, Gebeurtenis.VASTGESTELD, dossier)


def kies_wijziging(werkplek: Werkplek, dossier: str, geldt: str) -> None:
    """Zegt welke van twee wijzigingen van hetzelfde besluit geldt; de andere geldt niet en blijft te lezen."""
    for samen in lopend.twee_wijzigingen(werkplek.dossier(dossier)):
        if geldt in {t.sleutel for t in samen}:
            niet = {(t.sleutel, Toegewezen.geldt_niet): Bekend(True) for t in samen if t.sleutel != geldt}
            schrijven.leg_vast(werkplek, dossier, niet)
            logboek.noteer(werkplek, Gebeurtenis.VASTGESTELD, dossier)


def proef(werkplek: Werkplek, dossier: str, sleutel: str) -> Vaststelling:
    """Hoe het er vastgesteld uit zou zien, zonder iets vast te stellen: om te zien wat er dan nog mist."""
    ontwerp = lees(werkplek, dossier, sleutel)
    return _vaststelling(werkplek, dossier, sleutel, ontwerp.nummer)


def _vaststelling(
    werkplek: Werkplek, dossier: str, sleutel: str, nummer: int | None, meegekeken: Meegekeken | None = None
) -> Vaststelling:
    inhoud = lees(werkplek, dossier, sleutel).inhoud
    profiel, boek = instellingen.profiel(werkplek), _boek_bij(werkplek, inhoud)
    moment = werkplek.klok.nu()
    volgnummer = f"{nummer:09d}" if nummer is not None else uuid.uuid4().hex[:9].upper()
    # Een wijziging houdt soms haar toewijzingnummer; het besluit zelf krijgt altijd een eigen nummer.
    keer = sum(waarde(t.nummer) == nummer for t in werkplek.dossier(dossier).alle(Toegewezen)) if nummer else 1
    # Twee laptops kunnen hetzelfde besluit wijzigen: de naam van dit apparaat houdt hun nummers uit elkaar.
    volgnummer += f"-{keer}{apparaat(werkplek.kluis)[:3].upper()}" if keer > 1 else ""
    kaal = Vaststelling(
        inhoud=inhoud,
        besluitnummer=f"{werkplek.vandaag.year}-{volgnummer}",
        datum=werkplek.vandaag,
        tijd=moment.astimezone().time().replace(microsecond=0, tzinfo=None),
        door=werkplek.wie,
        functie=profiel.functie,
        gemeente=profiel.gemeente,
        gemeentecode=profiel.gemeentecode,
        boek=boek.id,
        boekversie=boek.versie,
        maximum_totaal=inhoud.maximum.totaal if inhoud.maximum else None,
        maximum_kosten=inhoud.maximumkosten.centen if inhoud.maximumkosten else None,
        gezet_op=moment,
        norm=_norm(werkplek, inhoud),
        regelversie=regelset(boek.regels, werkplek.vandaag).versie,
    )
    # De hele brief wordt mee vastgelegd: later nog eens afdrukken geeft dezelfde brief.
    brief = besluit.gegevens(werkplek.dossier(dossier), inhoud, kaal, profiel, moment, meegekeken)
    bericht = _bericht(werkplek, dossier, sleutel, kaal, nummer)
    return kaal.model_copy(update={"brief": brief} | ({"bericht": bericht} if bericht else {}))


def _bericht(werkplek: Werkplek, dossier: str, sleutel: str, vast: Vaststelling, nummer: int | None) -> str:
    """Wat er over deze toewijzing in het bericht staat; is dat er niet of is het niet veilig, dan niets."""
    huidig = werkplek.dossier(dossier)
    item = Toegewezen(huidig.kind, sleutel)
    if nummer is None or not vast.inhoud.gaat_in_bericht or waarde(item.geen_bericht):
        return ""
    blijft = _nummer_dat_blijft(werkplek, huidig, sleutel) is not None
    een = lopend.Lopend(item, vast, vast.inhoud, vast.inhoud.reden_wijziging if blijft else None, ())
    product = replace(opstellen.product(huidig, een), nummer=nummer, commentaar=besluitbestand.OPEN_PLEK)
    return xml.schrijf_product(product).decode()


def geef_nummer(werkplek: Werkplek, dossier: str, sleutel: str) -> int | None:
    """Het nummer van deze toewijzing, of het volgende uit het blok van deze laptop.

    Geen blok, of het blok is op: geen nummer. Een voorbeeldgezin krijgt nooit een nummer uit een echt blok.
    """
    huidig = werkplek.dossier(dossier)
    if (al := waarde(Toegewezen(huidig.kind, sleutel).nummer)) is not None:
        return al
    if (zelfde := _nummer_dat_blijft(werkplek, huidig, sleutel)) is not None:
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.nummer): Bekend(zelfde)})
        return zelfde
    if is_voorbeeld(huidig) and not instellingen.profiel(werkplek).voorbeeld:
        return None
    with werkplek.kluis.transactie() as verbinding:
        nummer = _vrij_nummer(werkplek)
        if nummer is None:
            return None
        verbinding.execute("INSERT INTO nummer VALUES (?, ?, ?)", (nummer, sleutel, werkplek.tijd))
        instellingen.neem_blok(werkplek)
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.nummer): Bekend(nummer)})
    return nummer


def _nummer_dat_blijft(werkplek: Werkplek, dossier: Dossier, sleutel: str) -> int | None:
    """Het nummer van de toewijzing die dit ontwerp verandert, als de standaard wil dat het blijft."""
    inhoud = waarde_of(Toegewezen(dossier.kind, sleutel).inhoud, Toewijzing())
    oud = lopend.van(dossier, inhoud.vervangt) if inhoud.zelfde_toewijzing else None
    if oud is None:
        return None
    blijft = lopend.houdt_nummer(oud.inhoud, inhoud, werkplek.vandaag)
    return waarde(oud.item.nummer) if blijft or inhoud.besluit is Besluitsoort.BEEINDIGEN else None


def _weiger_vastgesteld(werkplek: Werkplek, dossier: str, sleutel: str) -> None:
    if waarde(Toegewezen(werkplek.dossier(dossier).kind, sleutel).vastgesteld) is not None:
        raise InvoerFout("al-vastgesteld")


def is_woonplek(werkplek: Werkplek, inhoud: Toewijzing) -> bool:
    """Of het kind bij deze hulp ergens anders slaapt."""
    producten = _boek_bij(werkplek, inhoud).producten
    return any(p.id == inhoud.product and p.plek.is_verblijf for p in producten)
