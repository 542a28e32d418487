"""Toewijzingnummers: welk nummer een toewijzing krijgt, uit het blok van deze laptop."""

from __future__ import annotations

from jeugdteam_app.documenten.tekst import is_voorbeeld
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.lopend import Lopend
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Toegewezen, Toewijzing
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import Bekend, waarde, waarde_of
from jeugdteam_app.regels.bevinding import Bevinding, Zwaarte
from jeugdteam_app.werk import instellingen, schrijven
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.werkplek import Werkplek

_BLOK = Bron("iJw 3.2", "TR332: elk toewijzingnummer is uniek; deze laptop geeft alleen nummers uit haar eigen blok")


def geef(werkplek: Werkplek, dossier: str, sleutel: str) -> int | None:
    """Het nummer van deze toewijzing, of het volgende uit het blok van deze laptop.

    Geen blok, of het blok is op: geen nummer. Een voorbeeldgezin krijgt nooit een nummer uit een echt blok.
    """
    huidig = werkplek.dossier(dossier)
    if (al := waarde(Toegewezen(huidig.kind, sleutel).nummer)) is not None:
        return al
    if (zelfde := dat_blijft(werkplek, huidig, sleutel)) is not None:
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.nummer): Bekend(zelfde)})
        return zelfde
    if is_voorbeeld(huidig) and not instellingen.profiel(werkplek).voorbeeld:
        return None
    with werkplek.kluis.transactie() as verbinding:
        nummer = _vrij(werkplek)
        if nummer is None:
            return None
        verbinding.execute("INSERT INTO nummer VALUES (?, ?, ?)", (nummer, sleutel, werkplek.tijd))
        instellingen.neem_blok(werkplek)
        schrijven.leg_vast(werkplek, dossier, {(sleutel, Toegewezen.nummer): Bekend(nummer)})
    return nummer


def zonder_nummer(werkplek: Werkplek, dossier: Dossier, sleutel: str, inhoud: Toewijzing) -> list[Bevinding]:
    """Heeft deze laptop geen nummers (meer), dan is het besluit een concept: zonder nummer kan het bericht niet weg."""
    if not inhoud.gaat_in_bericht:
        return []
    if waarde(Toegewezen(dossier.kind, sleutel).nummer) is not None or _vrij(werkplek) is not None:
        return []
    if dat_blijft(werkplek, dossier, sleutel) is not None:
        return []
    blok = instellingen.profiel(werkplek).nummerblok
    code = "geen-blok" if blok is None else "blok-op" if instellingen.is_eigen_blok(werkplek, blok) else "blok-van-toen"
    return [Bevinding(code, Zwaarte.CONCEPT, _BLOK)]


def dat_blijft(werkplek: Werkplek, dossier: Dossier, sleutel: str) -> int | None:
    """Het nummer van de toewijzing die dit ontwerp verandert, als de standaard wil dat het blijft."""
    inhoud = waarde_of(Toegewezen(dossier.kind, sleutel).inhoud, Toewijzing())
    oud = lopend.van(dossier, inhoud.vervangt) if inhoud.zelfde_toewijzing else None
    if oud is None:
        return None
    blijft = lopend.houdt_nummer(oud.inhoud, inhoud, werkplek.vandaag)
    return waarde(oud.item.nummer) if blijft or inhoud.besluit is Besluitsoort.BEEINDIGEN else None


def _vrij(werkplek: Werkplek) -> int | None:
    """Het volgende nummer uit het blok van deze laptop, zonder het uit te geven."""
    blok = instellingen.profiel(werkplek).nummerblok
    if blok is None or not instellingen.is_eigen_blok(werkplek, blok):
        return None
    gegeven = werkplek.kluis.vraag(
        "SELECT nummer FROM nummer WHERE nummer BETWEEN ? AND ? ORDER BY nummer", blok.van, blok.tot_en_met
    )
    # Het laagste dat vrij is: een collega kan er verderop in het blok een hebben gegeven.
    nummer = blok.van
    for (al,) in gegeven:
        if al != nummer:
            break
        nummer += 1
    return nummer if nummer <= blok.tot_en_met else None


def dubbel(werkplek: Werkplek) -> dict[int, list[tuple[Dossier, Lopend]]]:
    """De nummers die bij meer dan één toewijzing staan, zoals wanneer twee laptops uit hetzelfde blok gaven."""
    per_nummer: dict[int, list[tuple[Dossier, Lopend]]] = {}
    for dossier in leesbare_dossiers(werkplek):
        for een in lopend.lopend(dossier):
            nummer = waarde(een.item.nummer)
            if nummer is not None and not een.is_verwijderd:
                per_nummer.setdefault(nummer, []).append((dossier, een))
    return {nummer: alle for nummer, alle in per_nummer.items() if len(alle) > 1}
