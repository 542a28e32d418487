"""Zien wat past, en kiezen: het advies van vandaag, en het bewijs dat bij de keuze hoort."""

from __future__ import annotations

import json
from typing import Any

from jeugdteam_app.documenten import advies as document
from jeugdteam_app.dossier.afweging import VRAGEN, Afweging, veld_van
from jeugdteam_app.dossier.feiten import verzamel
from jeugdteam_app.dossier.keuze import Keuze, Ontvangstbewijs, Productkeuze
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.feit import Bekend, waarde
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.regels import advies as regels
from jeugdteam_app.regels.kandidaten import Vergelijking, vergelijk_producten
from jeugdteam_app.regels.regel import Hoofdstuk, regelset
from jeugdteam_app.regels.uitkomst import Advies, Reden, als_json, toon_feit
from jeugdteam_app.regels.wat_als import Verandering, veranderingen
from jeugdteam_app.regels.wegwijzers import wegwijzers as wegwijzers_bij
from jeugdteam_app.sleutels.hoofdsleutel import afdruk
from jeugdteam_app.werk import instellingen, schrijven
from jeugdteam_app.werk.werkplek import Werkplek


def advies(werkplek: Werkplek, dossier: str) -> Advies:
    """Het advies van vandaag. Lezen schrijft niets."""
    return regels.advies(
        werkplek.dossier(dossier), instellingen.boek(werkplek), werkplek.vandaag, instellingen.profiel(werkplek)
    )


def herkomst(werkplek: Werkplek, dossier: str) -> dict[str, str]:
    """Bij elke beantwoorde vraag wie het antwoord opschreef."""
    kind = werkplek.dossier(dossier).kind
    koppen = {naam: kind.koppen(veld_van(naam).plaats(Afweging.soort)) for naam in VRAGEN}
    return {naam: ", ".join(dict.fromkeys(k.auteur for k in rij)) for naam, rij in koppen.items() if rij}


def advies_pdf(werkplek: Werkplek, dossier: str) -> bytes:
    """Het advies van nu als PDF."""
    werkplek.log(Gebeurtenis.DOCUMENT, dossier)
    inhoud = als_json(advies(werkplek, dossier))
    boek, profiel = instellingen.boek(werkplek), instellingen.profiel(werkplek)
    return document.maak(werkplek.dossier(dossier), inhoud, boek, profiel, werkplek.klok.nu())


def advies_van_toen(werkplek: Werkplek, dossier: str) -> dict[str, Any] | None:
    """Het advies dat er lag toen de keuze werd vastgelegd, precies zoals het toen was."""
    keuze = waarde(werkplek.dossier(dossier).een(Keuze).inhoud)
    return dict(keuze.bewijs.advies) if keuze else None


def wat_als(werkplek: Werkplek, dossier: str, anders: dict[str, Any]) -> tuple[Verandering, ...]:
    """Wat er in het advies verandert als deze feiten anders waren. Schrijft niets."""
    boek, profiel = instellingen.boek(werkplek), instellingen.profiel(werkplek)
    feiten = regels.alle_feiten(werkplek.dossier(dossier), boek, werkplek.vandaag, profiel)
    nieuw = {**feiten, **{naam: Bekend(waarde) for naam, waarde in anders.items()}}
    nu, straks = (regels.advies_over(f, boek, werkplek.vandaag) for f in (feiten, nieuw))
    return veranderingen(nu, straks)


def vergelijk(werkplek: Werkplek, dossier: str, producten: tuple[str, str]) -> tuple[Vergelijking, ...]:
    """Twee producten naast elkaar, punt voor punt."""
    boek = instellingen.boek(werkplek)
    gegeven = advies(werkplek, dossier)
    takken = {t.code: t for t in (*gegeven.voorstellen, *gegeven.afgevallen)}
    een, ander = ((boek.product(id), takken[id]) for id in producten)
    return vergelijk_producten(een, ander)


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
    werkplek: Werkplek, dossier: str, product: str, reden: str, voorkeur_gezin: str, waarom_anders: str = ""
) -> Productkeuze:
    """Legt de keuze van een mens vast, met zijn reden, de wens van het gezin en het bewijs van het advies."""
    if not product:
        raise InvoerFout("keuze-zonder-product")
    if not reden.strip():
        raise InvoerFout("keuze-zonder-reden")
    gekozen = instellingen.boek(werkplek).product(product)
    keuze = Productkeuze(
        product=product,
        segment=gekozen.segment,
        reden=reden.strip(),
        voorkeur_gezin=voorkeur_gezin.strip(),
        waarom_anders=waarom_anders.strip(),
        datum=werkplek.vandaag,
        bewijs=_bewijs(werkplek, dossier),
    )
    instellingen.bewaar_boek(werkplek, instellingen.boek(werkplek))
    delen: dict[Veld[Any], Any] = {
        Keuze.inhoud: keuze,
        Keuze.product: keuze.product,
        Keuze.reden: keuze.reden,
        Keuze.voorkeur_gezin: keuze.voorkeur_gezin,
        Keuze.waarom_anders: keuze.waarom_anders,
    }
    # Ook de velden van het scherm: zo staat er altijd wat er vastligt.
    schrijven.leg_vast(werkplek, dossier, {(Keuze.soort, veld): Bekend(deel) for veld, deel in delen.items() if deel})
    return keuze


def _bewijs(werkplek: Werkplek, dossier: str) -> Ontvangstbewijs:
    gegeven = advies(werkplek, dossier)
    uitkomst = als_json(gegeven)
    feiten = verzamel(werkplek.dossier(dossier), werkplek.vandaag)
    return Ontvangstbewijs(
        op=gegeven.op,
        boek=gegeven.boek,
        boekversie=gegeven.boekversie,
        regelversie=gegeven.regelversie,
        feiten={naam: toon_feit(feiten, naam) for naam in sorted(feiten)},
        advies=uitkomst,
        afdruk=afdruk(json.dumps(uitkomst, sort_keys=True, ensure_ascii=False)),
    )
