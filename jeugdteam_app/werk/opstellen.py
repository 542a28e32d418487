"""Een JW301 opstellen uit het dossier: het kind, wie gezag heeft, en alles wat bij deze aanbieder loopt."""

from __future__ import annotations

import re
from dataclasses import replace

from jeugdteam_app.documenten import besluitbestand
from jeugdteam_app.dossier import gezin as g
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Tolk, Vraagverheldering
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.lopend import Lopend
from jeugdteam_app.dossier.post import Berichtsoort, Post, Verzoek, niet_afgekeurd
from jeugdteam_app.dossier.toewijzing import Redenwijziging, Toewijzing
from jeugdteam_app.dossier.wonen import adres_jeugdige, adres_op, adres_persoon
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import is_minstens
from jeugdteam_app.productenboek.codelijsten import gemeenten
from jeugdteam_app.productenboek.profiel import Profiel
from jeugdteam_app.uitwisseling.controle import adres_compleet
from jeugdteam_app.uitwisseling.jw301 import (
    CORRESPONDENTIE,
    INSCHRIJVING,
    NEDERLAND,
    VERBLIJF,
    Adres,
    Bericht,
    Naam,
    Relatie,
    ToegewezenProduct,
)
from jeugdteam_app.werk import instellingen
from jeugdteam_app.werk.werkplek import Werkplek

_SOORT_RELATIE = {g.Rol.OUDER: "10", g.Rol.VOOGD: "11", g.Rol.PLEEGOUDER: "13", g.Rol.FAMILIE: "17"}
_ANDERS = "09"


_MEERDERJARIG = 18


def agb_bij(inhoud: Toewijzing, profiel: Profiel) -> str:
    """De AGB-code van wie de hulp geeft: zoals in het ontwerp opgeschreven, anders die van nu."""
    return inhoud.aanbieder_agb or profiel.agb_van(inhoud.aanbieder)


def lopend_bij(werkplek: Werkplek, dossier: Dossier, agb: str) -> list[Lopend]:
    """De toewijzingen die bij deze aanbieder lopen: over een ander schrijft hij niet."""
    profiel = instellingen.profiel(werkplek)
    eigen = (een for een in lopend.lopend(dossier) if agb_bij(een.inhoud, profiel) == agb)
    # Wat niet doorging, begint niet meer en is niet te wijzigen.
    return [een for een in eigen if not een.is_verwijderd]


def stel_op(werkplek: Werkplek, dossier: Dossier, een: Lopend, identificatie: str) -> Bericht:
    """Het bericht over deze toewijzing, met alles wat van dit kind bij deze aanbieder verder loopt (OP087)."""
    profiel, vast = instellingen.profiel(werkplek), een.vast
    agb = agb_bij(een.inhoud, profiel)
    mee = _mee(werkplek, dossier, een, profiel)
    kind = dossier.een(g.Jeugdige)
    geboren = waarde(kind.geboortedatum)
    geslacht = waarde(kind.geslacht)
    return Bericht(
        afzender=vast.gemeentecode,
        ontvanger=agb,
        identificatie=identificatie,
        dagtekening=werkplek.vandaag,
        bsn=_bsn(kind),
        geboortedatum=geboren,
        geslacht=geslacht.value if geslacht else "",
        naam=_naam(kind),
        adressen=_adressen(dossier, kind),
        producten=tuple(_alleen_nieuws(dossier, product(dossier, ander)) for ander in mee),
        # Vanaf 18 heeft niemand nog gezag.
        relaties=() if is_minstens(geboren, _MEERDERJARIG, werkplek.vandaag) else _gezagsdragers(dossier),
        tolk=_tolk(dossier),
        taal=_taal(dossier),
        basisschema_versie=profiel.basisschema_xsd_versie,
        bericht_versie=profiel.bericht_xsd_versie,
        jeugdige_is_gezagsdrager=is_minstens(geboren, 16, vast.datum),
        gezag_bekend=any(_gezag_bekend(dossier, ander) for ander in mee),
        veiligheid_verbiedt=any(lopend.is_onveilig(ander.item) for ander in (een, *mee)),
        gemeenten=frozenset(gemeenten()),
    )


def _bsn(kind: g.Jeugdige) -> str:
    """Het bsn als negen cijfers; klopt het niet, dan zoals het er staat en meldt de controle het."""
    try:
        return kind.geldig_bsn() or ""
    except InvoerFout:
        return waarde_of(kind.bsn, "")


def _mee(werkplek: Werkplek, dossier: Dossier, gekozen: Lopend, profiel: Profiel) -> tuple[Lopend, ...]:
    """De toewijzingen die in het bericht horen: de gekozene, wat zij verving, en wat er nog loopt (OP087)."""
    gestuurd, ooit = _gestuurd(dossier)
    keten = lopend.keten(dossier, gekozen)
    mee = []
    for een in lopend.lopend(dossier):
        if not een.inhoud.gaat_in_bericht or agb_bij(een.inhoud, profiel) != agb_bij(gekozen.inhoud, profiel):
            continue
        bekend = een.afdruk in gestuurd
        if een.is_verwijderd and bekend and not een.sleutels & keten:
            # De aanbieder weet al dat dit niet doorgaat; nog eens noemen zou er weer een dag hulp van maken.
            continue
        loopt = een.inhoud.einddatum is None or een.inhoud.einddatum >= werkplek.vandaag
        veranderd = waarde(een.item.nummer) in ooit and not bekend
        # Wat voorbij is en zo al bij de aanbieder staat, hoeft niet nog eens.
        erbij = een.item.sleutel == gekozen.item.sleutel or (een.sleutels & keten and not bekend)
        if loopt or veranderd or erbij:
            mee.append(een)
    # Een ontwerp staat nog niet bij wat loopt.
    return tuple(mee) if any(een.item.sleutel == gekozen.item.sleutel for een in mee) else (*mee, gekozen)


def _gestuurd(dossier: Dossier) -> tuple[set[str], set[int]]:
    """Wat er het laatst over elk nummer is gestuurd en niet is afgekeurd, en welke nummers er ooit in stonden."""
    goed = [s for s in niet_afgekeurd(dossier.alle(Post)) if s.soort is Berichtsoort.TOEWIJZING]
    op_dag = sorted(goed, key=lambda s: s.dagtekening)
    laatst = {stond.partition("|")[0]: stond for s in op_dag for stond in s.stond_erin}
    return set(laatst.values()), {n for s in goed for n in s.nummers}


def afdruk(p: ToegewezenProduct) -> str:
    """Waaraan te zien is of een toewijzing sinds het vorige bericht veranderde; zonder reden en kenmerk."""
    return lopend.als_afdruk(p.nummer, p.ingangsdatum, p.einddatum, p.omvang, p.budget, p.toewijzingsdatum)


def _alleen_nieuws(dossier: Dossier, product: ToegewezenProduct) -> ToegewezenProduct:
    """Een reden en een kenmerk horen bij een verandering; wat zo al gestuurd is, is ongewijzigd (IV099, IV097).

    Behalve verwijderd: zonder die reden stond er hulp op één dag (CS335).
    """
    if product.reden != Redenwijziging.VERWIJDERD and afdruk(product) in _gestuurd(dossier)[0]:
        return replace(product, reden="", referentie="")
    return product


def product(dossier: Dossier, een: Lopend) -> ToegewezenProduct:
    """Eén toewijzing zoals zij in het bericht staat, met het kenmerk van het besluit erbij."""
    inhoud = een.inhoud
    # Het kenmerk hoort bij wat op verzoek is toegewezen, niet bij wat daarna is ingetrokken (TR379).
    op_verzoek = inhoud.verzoek and inhoud is een.vast.inhoud
    verzoek = waarde(Verzoek(dossier.kind, inhoud.verzoek).inhoud) if op_verzoek else None
    return ToegewezenProduct(
        nummer=waarde(een.item.nummer),
        categorie=inhoud.categorie,
        code=inhoud.productcode,
        toewijzingsdatum=een.besloten.datum,
        toewijzingstijd=een.besloten.tijd,
        ingangsdatum=inhoud.ingangsdatum or een.vast.datum,
        einddatum=inhoud.einddatum,
        omvang=inhoud.omvang,
        budget=inhoud.budget if inhoud.omvang is None else None,
        reden=een.reden.value if een.reden else "",
        referentie=verzoek.referentie if verzoek else "",
        commentaar=besluitbestand.verwijzing(een.vast),
    )


def _gezag_bekend(dossier: Dossier, een: Lopend) -> bool:
    """Of de aanbieder in zijn verzoek zei dat hij weet wie gezag heeft (OP001x1)."""
    verzoek = waarde(Verzoek(dossier.kind, een.inhoud.verzoek).inhoud) if een.inhoud.verzoek else None
    return verzoek is not None and verzoek.gezagsdrager_bekend is True


def _gezagsdragers(dossier: Dossier) -> tuple[Relatie, ...]:
    relaties = []
    for nummer, persoon in enumerate(dossier.gezagsdragers(), 1):
        rol = waarde(persoon.rol)
        woont = _adres(adres_persoon(dossier, persoon), VERBLIJF)
        telefoon, land = _telefoon(waarde_of(persoon.telefoon, ""))
        relaties.append(
            Relatie(
                nummer,
                # Is niet gezegd wie iemand is, dan houdt de controle het bericht tegen: ‘anders’ is ook een antwoord.
                _SOORT_RELATIE.get(rol, _ANDERS) if rol else "",
                _naam_van_gezag(persoon),
                # Wie in een ander land woont of zonder bekend adres is, is te bellen.
                woont if adres_compleet(woont) or not telefoon else Adres(CORRESPONDENTIE),
                waarde(persoon.geboortedatum),
                telefoon,
                land,
            )
        )
    return tuple(relaties)


def _telefoon(tekst: str) -> tuple[str, str]:
    """Het nummer en het land. Een Nederlands nummer heeft tien cijfers; iets anders meldt de controle."""
    kaal = re.sub(r"[().-]", " ", tekst).strip()
    if ander_land := re.fullmatch(r"(?:\+|00)(?!31)([1-9][0-9]{0,2})((?: +[0-9]+)+)", kaal):
        land, nummer = ander_land.groups()
        # Het landnummer heeft in de standaard ten hoogste vier tekens.
        return nummer.replace(" ", ""), f"00{land}" if len(land) < 3 else land
    return re.sub(r"^(\+31|0031)0?", "0", kaal.replace(" ", "")), NEDERLAND


def _naam(mens: g.Jeugdige | g.Persoon) -> Naam:
    return Naam(waarde_of(mens.achternaam, ""), waarde_of(mens.voorvoegsel, ""), waarde_of(mens.voornamen, ""))


def _naam_van_gezag(persoon: g.Persoon) -> Naam:
    """Een voogd zonder voornaam en geboortedag is een instelling; dan is dit haar naam (IV045)."""
    naam = _naam(persoon)
    mens = bool(naam.voornamen) or waarde(persoon.geboortedatum) is not None
    return replace(naam, organisatie=waarde(persoon.rol) is g.Rol.VOOGD and not mens)


def _adressen(dossier: Dossier, kind: g.Jeugdige) -> tuple[Adres, ...]:
    """Waar het kind woont. Staat het ergens anders ingeschreven, dan ook waar (COD757: 01 naast 03)."""
    woont = _adres(adres_jeugdige(dossier), VERBLIJF)
    ingeschreven = waarde_of(kind.ingeschreven_bij, "")
    if not ingeschreven or ingeschreven == waarde(kind.huishouden):
        return (woont,)
    return _adres(adres_op(dossier, kind.ingeschreven_bij), INSCHRIJVING), woont


def _adres(adres: g.Adres | None, soort: str) -> Adres:
    if adres is None:
        return Adres(soort)
    return Adres(
        soort, adres.straat, adres.huisnummer, adres.huisletter, adres.toevoeging,
        adres.postcode.replace(" ", "").upper(), adres.plaats,
    )  # fmt: skip


def _tolk(dossier: Dossier) -> str:
    tolk = waarde_of(dossier.een(Vraagverheldering).tolk, Tolk.GEEN)
    return "" if tolk is Tolk.GEEN else tolk.value


def _taal(dossier: Dossier) -> str:
    return waarde_of(dossier.een(Vraagverheldering).taal, "") if _tolk(dossier) == "1" else ""
