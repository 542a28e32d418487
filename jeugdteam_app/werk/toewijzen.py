"""Toewijzen: van keuze naar ontwerp, met de toets erbij. Daarna volgt ``vaststellen``."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Aanmelding, Verwijzer
from jeugdteam_app.dossier.analyse import Analyse, Hypothese
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.evaluatie import Vervolg
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Normuitkomst,
    Opzij,
    Redenwijziging,
    Toegewezen,
    Toewijzing,
    Vaststelling,
)
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.productenboek.boek import Normstatus, Product, Productenboek, eenheid_van_tarief
from jeugdteam_app.regels import normtoets
from jeugdteam_app.regels.bevinding import Bevinding, Zwaarte
from jeugdteam_app.regels.toets import toets
from jeugdteam_app.werk import instellingen, meekijken, nummers, schrijven
from jeugdteam_app.werk.werkplek import Werkplek

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


def begin(werkplek: Werkplek, dossier: str, **anders: Any) -> str:
    """Een ontwerp uit de gemaakte keuze, met wat het dossier en het boek al weten. Geeft de sleutel.

    ``anders``: wat er meteen anders in staat, zodat het één handeling is.
    """
    keuze = waarde(werkplek.dossier(dossier).een(Keuze).inhoud)
    if keuze is None:
        raise InvoerFout("nog-geen-keuze")
    boek = instellingen.boek_van(werkplek, keuze.bewijs.boek, keuze.bewijs.boekversie)
    inhoud = _eerste_ontwerp(werkplek.voor_gezin(dossier), boek, boek.product(keuze.product), keuze.reden)
    return begin_met(werkplek, dossier, boek, inhoud.model_copy(update=anders))


def begin_wijziging(werkplek: Werkplek, dossier: str, sleutel: str, soort: Besluitsoort, **anders: Any) -> str:
    """Een ontwerp dat een vastgesteld besluit verandert of stopt; het oude besluit blijft staan zoals het was.

    Wat waarom zegt, begint leeg: een wijziging heeft haar eigen redenen. ``anders``: wat er meteen in staat. Fouten:
    ``wijzigen-van-geen-besluit``, ``al-gewijzigd``.
    """
    huidig = werkplek.dossier(dossier)
    oud = lopend.van(huidig, sleutel)
    if oud is None or oud.item.sleutel not in lopend.geldige(huidig):
        raise InvoerFout("wijzigen-van-geen-besluit")
    if oud.item.sleutel != sleutel:
        raise InvoerFout("al-gewijzigd")
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
        "aanvraag_blijft_open": False,
        "afschalen": "", "afschalen_naar": "", "afschalen_op": None, "wat_was_fout": "", "weigergrond_nader": "",
    }  # fmt: skip
    if soort is Besluitsoort.BEEINDIGEN:
        nieuw["naast_besluit"] = later[0].sleutel if later else ""
    inhoud = oud.inhoud.model_copy(update={**leeg, **nieuw, **anders})
    return schrijven.voeg_toe(werkplek, dossier, Toegewezen, {Toegewezen.inhoud: inhoud})


# Wat een terugblik over het besluit zegt: de soort en de reden.
_VERVOLG = {
    Vervolg.STOPPEN: (Besluitsoort.BEEINDIGEN, None),
    Vervolg.LANGER: (Besluitsoort.WIJZIGEN, Redenwijziging.VERLENGING),
    Vervolg.KORTER: (Besluitsoort.WIJZIGEN, Redenwijziging.VERKORTING),
    Vervolg.LICHTER: (Besluitsoort.WIJZIGEN, Redenwijziging.VERKORTING),
    Vervolg.ZWAARDER: (Besluitsoort.WIJZIGEN, Redenwijziging.VERLENGING),
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
    # Wat is afgeschermd, komt niet in een brief aan het gezin.
    afgeschermd = laatste.sleutel in werkplek.voor_gezin(dossier).verborgen
    motivering = "" if afgeschermd else waarde_of(laatste.wat_veranderde, "")
    return begin_wijziging(werkplek, dossier, sleutel, soort, reden_wijziging=reden, motivering=motivering)


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
        return begin(werkplek, dossier, vervangt=sleutel)
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
    with werkplek.kluis.transactie():
        instellingen.houd_boek(werkplek, boek)
        return schrijven.voeg_toe(werkplek, dossier, Toegewezen, {Toegewezen.inhoud: inhoud})


def boek_bij(werkplek: Werkplek, inhoud: Toewijzing) -> Productenboek:
    """De versie van het boek waarmee dit product is gekozen: haar normen en tarieven horen bij dit ontwerp.

    Is die versie er niet meer, dan geldt het boek van nu; de toets zegt dat het boek vernieuwd is.
    """
    with contextlib.suppress(WereldFout):
        return instellingen.boek_van(werkplek, inhoud.boek, inhoud.boekversie)
    return instellingen.boek(werkplek)


def _eerste_ontwerp(dossier: Dossier, boek: Productenboek, product: Product, reden: str) -> Toewijzing:
    tarief, per = product.tarief, eenheid_van_tarief(product)
    bekend = tarief.waarde is not None and per is not None
    return Toewijzing(
        product=product.id,
        boek=boek.id,
        boekversie=boek.versie,
        productnaam=product.naam,
        segment=product.segment,
        categorie=product.categorie,
        productcode=product.code,
        plek=product.plek,
        voorbeeldproduct=product.voorbeeld,
        boekband=boek.band,
        eenheid=product.eenheid,
        frequentie=product.frequentie,
        tarief=tarief.waarde if bekend else None,
        tarief_per=per if bekend else None,
        tariefbron=_tariefbron(product),
        motivering=_motivering(dossier, reden),
    )


def _tariefbron(product: Product) -> str:
    """Waar het tarief van een product staat; is het niet bekend, dan leeg."""
    tarief = product.tarief
    if tarief.waarde is None or eenheid_van_tarief(product) is None or not tarief.bron:
        return ""
    return ("voorbeeldtarief: " if tarief.status is Normstatus.VOORBEELD else "") + tarief.bron.plaats


def _motivering(dossier: Dossier, reden: str) -> str:
    """Een eerste tekst uit wat er al samen is opgeschreven; de medewerker maakt hem af."""
    van = dossier.een(Aanmelding)
    vraag = waarde_of(van.korte_vraag, "")
    begin_ = "U vertelde ons" if waarde(van.verwijzer) is Verwijzer.ZELF else "De vraag was"
    beeld = waarde_of(dossier.een(Analyse).gedeeld_beeld, "")
    helpt = [waarde_of(h.wat_helpt, "") for h in dossier.alle(Hypothese)]
    zinnen = [f"{begin_}: ‘{vraag}’" if vraag else "", beeld, *helpt, reden]
    return "\n".join(z for z in zinnen if z)


def wijzig(werkplek: Werkplek, dossier: str, sleutel: str, **delen: Any) -> bool:
    """Verandert het ontwerp. Na vaststellen kan dat niet meer.

    Telt het daarna in een andere eenheid, dan vervalt wat één eenheid kost: dat was de prijs van iets anders.
    """
    huidig = werkplek.dossier(dossier)
    if delen.get("reden_wijziging") is Redenwijziging.CORRECTIE:
        delen = _wat_goed_was(huidig, sleutel) | delen
    nu = waarde_of(Toegewezen(huidig.kind, sleutel).inhoud, Toewijzing())
    if nu.reden_wijziging is Redenwijziging.CORRECTIE and delen.get("reden_wijziging", nu.reden_wijziging) != (
        Redenwijziging.CORRECTIE
    ):
        delen = _zonder_wat_goed_was(huidig, nu) | delen
    if nu.eenheid is not None and delen.get("eenheid", nu.eenheid) is not nu.eenheid:
        delen = {"eigen_tarief": None, "pgb_tarief": None} | delen
    # Waar het ene tarief staat, zegt niets over het andere.
    eigen, uit_boek = delen.get("eigen_tarief", nu.eigen_tarief), _boekbron(werkplek, nu)
    if eigen is None and nu.eigen_tarief is not None:
        delen = {"tariefbron": uit_boek} | delen
    elif eigen is not None and nu.eigen_tarief is None and nu.tariefbron == uit_boek:
        delen = {"tariefbron": ""} | delen
    return schrijven.leg_deel_vast(werkplek, dossier, sleutel, Toegewezen.inhoud, **delen)


def _boekbron(werkplek: Werkplek, inhoud: Toewijzing) -> str:
    """Waar het tarief van dit product in het boek staat, zolang niemand een eigen tarief opschrijft."""
    product = boek_bij(werkplek, inhoud).vind(inhoud.product)
    return _tariefbron(product) if product else ""


def _wat_goed_was(dossier: Dossier, sleutel: str) -> dict[str, Any]:
    """Bij een verbetering blijft alles zoals het was, behalve de fout: ook wat bij een wijziging leeg begint.

    Gaat hulp die stopte toch door, dan is het niet waarom zij stopte, maar waarom zij er was.
    """
    nu = waarde_of(Toegewezen(dossier.kind, sleutel).inhoud, Toewijzing())
    oud = _laatste_met(dossier, nu.vervangt, stopt=nu.besluit is Besluitsoort.BEEINDIGEN)
    return {n: getattr(oud, n) for n in _BLIJFT_BIJ_VERBETERING if oud and not getattr(nu, n) and getattr(oud, n)}


_BLIJFT_BIJ_VERBETERING = (
    "motivering", "motivering_omvang", "evaluatiedatum", "niet_toegekend", "weigergrond", "weigergrond_nader",
    "waarom_niet", "gehoord_op", "zienswijze", "afschalen", "afschalen_naar", "afschalen_op", "aanvraag_blijft_open",
)  # fmt: skip


def _zonder_wat_goed_was(dossier: Dossier, nu: Toewijzing) -> dict[str, Any]:
    """Is het toch geen verbetering, dan gaat weer weg wat vanzelf uit het oude besluit kwam en niemand veranderde."""
    oud = _laatste_met(dossier, nu.vervangt, stopt=nu.besluit is Besluitsoort.BEEINDIGEN)
    zelfde = (n for n in _BLIJFT_BIJ_VERBETERING if oud and getattr(nu, n) == getattr(oud, n))
    return {n: Toewijzing.model_fields[n].default for n in zelfde}


def _laatste_met(dossier: Dossier, sleutel: str, *, stopt: bool) -> Toewijzing | None:
    """Het laatste besluit over deze toewijzing dat de hulp laat stoppen, of juist niet."""
    een = lopend.van(dossier, sleutel)
    sleutels = (een.item.sleutel, *een.eerder) if een else ()
    besluiten = filter(None, (waarde(Toegewezen(dossier.kind, s).vastgesteld) for s in sleutels))
    return next((v.inhoud for v in besluiten if (v.inhoud.besluit is Besluitsoort.BEEINDIGEN) is stopt), None)


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
            *nummers.zonder_nummer(werkplek, huidig, sleutel, inhoud),
        )
    )  # fmt: skip
    later = lopend.opvolger(huidig, sleutel) if vast else None
    veilig = waarde_of(item.geen_bericht, False)
    norm = vast.norm if vast else normuitkomst(werkplek, inhoud)
    door = later.besluitnummer if later else ""
    return Ontwerp(sleutel, inhoud, vast, waarde(item.nummer), veilig, bevindingen, door, norm)


def normuitkomst(werkplek: Werkplek, inhoud: Toewijzing) -> Normuitkomst | None:
    """Wat de normtoets zegt, met het boek waarmee is gekozen."""
    return normtoets.uitkomst(inhoud, boek_bij(werkplek, inhoud).vind(inhoud.product))


def _toets(werkplek: Werkplek, dossier: Dossier, inhoud: Toewijzing) -> list[Bevinding]:
    boek, nu = boek_bij(werkplek, inhoud), instellingen.boek(werkplek)
    gevonden = toets(inhoud, dossier, boek, instellingen.profiel(werkplek), werkplek.vandaag)
    gekozen_met = (inhoud.boek, inhoud.boekversie) if inhoud.boek else (nu.id, nu.versie)
    ouder = gekozen_met != (nu.id, nu.versie) and "boek-vernieuwd" not in {o.code for o in inhoud.opzij}
    return [*gevonden, *([Bevinding("boek-vernieuwd", Zwaarte.ADVIES, Bron(nu.regio, nu.versie))] if ouder else [])]


def _vier_ogen(werkplek: Werkplek, dossier: str, sleutel: str, inhoud: Toewijzing) -> list[Bevinding]:
    """Waar de regio het vraagt, is een besluit zonder meekijker een concept; is die het niet eens, dan wegen we dat."""
    van = meekijken.geldig(werkplek, dossier, sleutel)
    if van is None:
        nodig = instellingen.profiel(werkplek).vier_ogen
        return [Bevinding("vier-ogen", Zwaarte.CONCEPT, _VIER_OGEN)] if nodig else []
    if van.akkoord or "meekijker-niet-eens" in {o.code for o in inhoud.opzij}:
        return []
    return [Bevinding("meekijker-niet-eens", Zwaarte.ADVIES, _VIER_OGEN, {"wie": van.wie})]
