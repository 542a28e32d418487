"""Zien wat past, en kiezen: het advies van vandaag, en het bewijs dat bij de keuze hoort."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from jeugdteam_app.documenten import advies as document
from jeugdteam_app.dossier.afweging import VRAGEN, Afweging, veld_van
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.feiten import VINDPLAATS, is_acuut
from jeugdteam_app.dossier.keuze import Keuze, Ontvangstbewijs, Productkeuze, Wens
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend, waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.regels import advies as regels
from jeugdteam_app.regels.kandidaten import Vergelijking, vergelijk_producten
from jeugdteam_app.regels.regel import Hoofdstuk, regelset
from jeugdteam_app.regels.uitkomst import Advies, Reden, als_json, toon_feit
from jeugdteam_app.regels.wat_als import Verandering, veranderingen
from jeugdteam_app.regels.wegwijzers import wegwijzers as wegwijzers_bij
from jeugdteam_app.sleutels.hoofdsleutel import afdruk
from jeugdteam_app.werk import instellingen, logboek, schrijven
from jeugdteam_app.werk.werkplek import Werkplek


def advies(werkplek: Werkplek, dossier: str) -> Advies:
    """Het advies van vandaag. Lezen schrijft niets."""
    return regels.advies(
        werkplek.dossier(dossier), instellingen.boek(werkplek), werkplek.vandaag, instellingen.profiel(werkplek)
    )


def herkomst(werkplek: Werkplek, dossier: str) -> dict[str, str]:
    """Bij elk feit uit het dossier wie het opschreef."""
    kind = werkplek.dossier(dossier).kind
    plaatsen = {naam: veld_van(naam).plaats(Afweging.soort) for naam in VRAGEN}
    plaatsen |= {naam: veld.plaats(soort) for naam, (soort, veld) in VINDPLAATS.items()}
    if is_acuut(werkplek.dossier(dossier)):
        # Dat het niet kan wachten, volgt dan uit de eerste blik op veiligheid en niet uit de vraag zelf.
        plaatsen["kan_niet_wachten"] = plaatsen["acuut_gevaar"]
    koppen = {naam: kind.koppen(plaats) for naam, plaats in plaatsen.items()}
    return {naam: ", ".join(dict.fromkeys(k.auteur for k in rij)) for naam, rij in koppen.items() if rij}


def advies_pdf(werkplek: Werkplek, dossier: str) -> bytes:
    """Het advies van nu als PDF."""
    logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, dossier, "advies")
    inhoud = als_json(advies(werkplek, dossier))
    boek, profiel = instellingen.boek(werkplek), instellingen.profiel(werkplek)
    wie = herkomst(werkplek, dossier)
    return document.maak(werkplek.dossier(dossier), inhoud, boek, profiel, werkplek.klok.nu(), wie)


class VanToen(NamedTuple):
    """Het bewaarde advies, wat er toen bij het boek stond, en of het nog precies is zoals het werd opgeschreven."""

    advies: dict[str, Any]
    band: str
    ongeschonden: bool


def advies_van_toen(werkplek: Werkplek, dossier: str) -> VanToen | None:
    """Het advies dat er lag toen de keuze werd vastgelegd, precies zoals het toen was."""
    keuze = waarde(werkplek.dossier(dossier).een(Keuze).inhoud)
    if keuze is None:
        return None
    bewijs = keuze.bewijs
    boek = instellingen.boek_van(werkplek, bewijs.boek, bewijs.boekversie)
    return VanToen(dict(bewijs.advies), boek.band, _afdruk(bewijs.advies) == bewijs.afdruk)


def wat_als(werkplek: Werkplek, dossier: str, anders: dict[str, Any]) -> tuple[Verandering, ...]:
    """Wat er in het advies verandert als deze feiten anders waren; ``None`` is: dit weten we niet. Schrijft niets."""
    boek, profiel = instellingen.boek(werkplek), instellingen.profiel(werkplek)
    feiten = regels.alle_feiten(werkplek.dossier(dossier), boek, werkplek.vandaag, profiel)
    stel: dict[str, Feit[Any]] = {n: Onbekend() if w is None else Bekend(w) for n, w in anders.items()}
    nieuw = {**feiten, **stel}
    nu, straks = (regels.advies_over(f, boek, werkplek.vandaag) for f in (feiten, nieuw))
    return veranderingen(nu, straks)


def vergelijk(werkplek: Werkplek, dossier: str, producten: tuple[str, str]) -> tuple[Vergelijking, ...]:
    """Twee producten naast elkaar, punt voor punt."""
    boek = instellingen.boek(werkplek)
    gegeven = advies(werkplek, dossier)
    takken = {t.code: t for t in (*gegeven.voorstellen, *gegeven.afgevallen)}
    een, ander = ((boek.product(id), takken[id]) for id in producten)
    return vergelijk_producten(een, ander)


def woorden_van_het_gezin(werkplek: Werkplek, dossier: str) -> tuple[str, ...]:
    """Wat het gezin zelf wil bereiken: de doelen, en wat het over de keuze heeft gezegd."""
    van = werkplek.dossier(dossier)
    gezegd = (*(doel.tekst for doel in van.alle(Doel)), van.een(Keuze).voorkeur_gezin)
    return tuple(zin for feit in gezegd if (zin := waarde_of(feit, "").strip()))


def vragen_van_de_regio(werkplek: Werkplek) -> frozenset[str]:
    """De vragen waar in deze regio, met dit boek, iets van afhangt."""
    return regels.gebruikte_vragen(instellingen.boek(werkplek), werkplek.vandaag)


def wegwijzers(werkplek: Werkplek, dossier: str, hoofdstuk: Hoofdstuk) -> tuple[Reden, ...]:
    """Wat de bronnen van de regio zeggen op dit moment in het werk."""
    boek = instellingen.boek(werkplek)
    gegeven = advies(werkplek, dossier)
    feiten = regels.alle_feiten(werkplek.dossier(dossier), boek, werkplek.vandaag, instellingen.profiel(werkplek))
    feiten = {**feiten, **regels.feiten_van_advies(boek, gegeven.segmenten, gegeven.voorstellen)}
    return wegwijzers_bij(feiten, regelset(boek.regels, werkplek.vandaag), hoofdstuk)


def kies(
    werkplek: Werkplek,
    dossier: str,
    product: str,
    reden: str,
    voorkeur_gezin: str,
    wens: Wens | None,
    waarom_anders: str = "",
) -> Productkeuze:
    """Legt de keuze van een mens vast, met zijn reden, de wens van het gezin en het bewijs van het advies.

    Zonder de wens van het gezin kan het niet, of er moet staan dat die niet is besproken. Wie afwijkt, zegt waarom.
    """
    if fout := _mist_bij_keuze(product, reden, voorkeur_gezin, wens, waarom_anders):
        raise fout
    gekozen = instellingen.boek(werkplek).product(product)
    keuze = Productkeuze(
        product=product,
        segment=gekozen.segment,
        reden=reden.strip(),
        voorkeur_gezin=voorkeur_gezin.strip(),
        wens=wens,
        waarom_anders=waarom_anders.strip(),
        datum=werkplek.vandaag,
        bewijs=_bewijs(werkplek, dossier),
    )
    delen: dict[Veld[Any], Any] = {
        Keuze.inhoud: keuze,
        Keuze.product: keuze.product,
        Keuze.reden: keuze.reden,
        Keuze.voorkeur_gezin: keuze.voorkeur_gezin,
        Keuze.wens: keuze.wens,
        Keuze.waarom_anders: keuze.waarom_anders,
    }
    # Ook de velden van het scherm: zo staat er altijd wat er vastligt.
    feiten: dict[schrijven.Plek, Feit[Any]] = {(Keuze.soort, veld): Bekend(w) for veld, w in delen.items() if w}
    with werkplek.kluis.transactie():
        instellingen.bewaar_boek(werkplek, instellingen.boek(werkplek))
        schrijven.leg_vast(werkplek, dossier, feiten)
    return keuze


def _mist_bij_keuze(
    product: str, reden: str, voorkeur: str, wens: Wens | None, waarom_anders: str
) -> InvoerFout | None:
    """Wat er nog mist voordat een keuze vastgelegd kan worden."""
    nodig = (
        (bool(product), InvoerFout("keuze-zonder-product")),
        (bool(reden.strip()), InvoerFout("keuze-zonder-reden")),
        (wens is not None, InvoerFout("keuze-zonder-wens")),
        (wens is Wens.NIET_BESPROKEN or bool(voorkeur.strip()), InvoerFout("keuze-zonder-voorkeur")),
        (wens is not Wens.WIJKT_AF or bool(waarom_anders.strip()), InvoerFout("keuze-zonder-waarom")),
    )
    return next((fout for er, fout in nodig if not er), None)


def _bewijs(werkplek: Werkplek, dossier: str) -> Ontvangstbewijs:
    gegeven = advies(werkplek, dossier)
    uitkomst = als_json(gegeven)
    boek, profiel = instellingen.boek(werkplek), instellingen.profiel(werkplek)
    feiten = regels.alle_feiten(werkplek.dossier(dossier), boek, werkplek.vandaag, profiel)
    return Ontvangstbewijs(
        op=gegeven.op,
        boek=gegeven.boek,
        boekversie=gegeven.boekversie,
        regelversie=gegeven.regelversie,
        feiten={naam: toon_feit(feiten, naam) for naam in sorted(feiten)},
        advies=uitkomst,
        afdruk=_afdruk(uitkomst),
    )


def _afdruk(uitkomst: Mapping[str, Any]) -> str:
    return afdruk(json.dumps(uitkomst, sort_keys=True, ensure_ascii=False))


def perspectief_nodig(werkplek: Werkplek, dossier: str) -> Reden | None:
    """Waarom er een perspectiefplan hoort te zijn, als dat zo is: leeftijd, wonen elders, de regio of het product."""
    plichten = (tak for tak in advies(werkplek, dossier).plichten if tak.code == "perspectief")
    return next((reden for tak in plichten for reden in tak.redenen), None)
