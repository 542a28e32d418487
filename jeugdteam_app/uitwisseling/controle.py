"""De regels waar een JW301 aan moet voldoen voordat het vertrekt. Elke fout heeft een regel en een code.

Strenger dan de standaard waar het doel van dit programma dat vraagt: altijd een einddatum, een volume
boven nul, een bestaande gemeente en een code die bij zijn categorie hoort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jeugdteam_app.kern.bsn import Bsn
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.omvang import NIET_PER_DAG, Frequentie, past_code, stapelt
from jeugdteam_app.kern.periode import Periode, leeftijd
from jeugdteam_app.uitwisseling.jw301 import (
    CORRESPONDENTIE,
    NEDERLAND,
    VERBLIJF,
    Adres,
    Bericht,
    Naam,
    Relatie,
    ToegewezenProduct,
)

_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_XSD_VERSIE = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_BESTAANDE_CATEGORIE = frozenset(str(c) for c in range(31, 56) if c != 39)
_SOORTEN_RELATIE = frozenset(f"{code:02d}" for code in range(3, 26))
_VERWIJDERD = "13"
_REDENEN = frozenset(f"{code:02d}" for code in range(2, 15))
HOOGSTE_BUDGET = 99_999_999


@dataclass(frozen=True)
class Gebrek:
    """Wat er ontbreekt of niet klopt, met de regel van de standaard (of ``eigen``)."""

    code: str
    regel: str


def gebreken(bericht: Bericht, vandaag: date) -> list[Gebrek]:
    """Alles wat het bericht nog mist; leeg betekent dat het weg kan."""
    if bericht.veiligheid_verbiedt:
        return [Gebrek("veiligheid", "OP003")]
    gevonden = [
        *_kop(bericht, vandaag),
        *_client(bericht, vandaag),
        *_gezag(bericht),
        *(g for r in bericht.relaties for g in _relatie(r)),
        *(g for p in bericht.producten for g in _product(p, bericht.dagtekening)),
        *_stapeling(bericht.producten),
    ]
    return list(dict.fromkeys(gevonden))


def _kop(bericht: Bericht, vandaag: date) -> Iterator[Gebrek]:
    if bericht.afzender not in bericht.gemeenten:
        yield Gebrek("gemeente", "TR378")
    if not re.fullmatch(r"[0-9]{8}", bericht.ontvanger):
        yield Gebrek("agb", "Header.Ontvanger")
    if bericht.dagtekening > vandaag:
        yield Gebrek("dagtekening", "TR135")
    if not re.fullmatch(r"\S{1,12}", bericht.identificatie):
        yield Gebrek("identificatie", "TR056")
    if not all(map(_XSD_VERSIE.fullmatch, (bericht.basisschema_versie, bericht.bericht_versie))):
        yield Gebrek("xsd-versie", "IV034")


def _client(bericht: Bericht, vandaag: date) -> Iterator[Gebrek]:
    if not _is_bsn(bericht.bsn):
        yield Gebrek("bsn", "CS002")
    if bericht.geboortedatum is None:
        yield Gebrek("geboortedatum", "Client.Geboortedatum")
    elif not 0 <= leeftijd(bericht.geboortedatum, vandaag) <= 120:
        yield Gebrek("leeftijd", "TR002")
    if bericht.geslacht not in ("0", "1", "2"):
        yield Gebrek("geslacht", "Client.Geslacht")
    yield from _naam(bericht.naam, "naam")
    yield from _adressen(bericht.adressen)
    if not bericht.producten:
        yield Gebrek("producten", "Client.ToegewezenProducten")
    nummers = [p.nummer for p in bericht.producten if p.nummer is not None]
    if len(set(nummers)) != len(nummers):
        yield Gebrek("nummer-dubbel", "TR101")
    if bericht.tolk not in ("", "1", "2", "3"):
        yield Gebrek("tolk", "COD747")
    if (bericht.tolk == "1") != bool(bericht.taal):
        yield Gebrek("taal-zonder-tolk" if bericht.taal else "taal", "CD007")


def _adressen(adressen: tuple[Adres, ...]) -> Iterator[Gebrek]:
    """Waar het kind woont hoort er altijd in; een inschrijving mag erbij, en dan ook heel."""
    if not any(a.soort == VERBLIJF and adres_compleet(a) for a in adressen):
        yield Gebrek("adres", "TR061")
    if not all(adres_compleet(a) for a in adressen if a.soort != VERBLIJF):
        yield Gebrek("adres-inschrijving", "CD034")
    if len({a.soort for a in adressen}) != len(adressen):
        yield Gebrek("adres-dubbel", "TR101")


def _is_bsn(tekst: str) -> bool:
    try:
        return Bsn(tekst) == tekst
    except InvoerFout:
        return False


def _naam(naam: Naam, code: str) -> Iterator[Gebrek]:
    if (
        not naam.achternaam.strip()
        or not (naam.achternaam + naam.voorvoegsel + naam.voornamen).isprintable()
        or len(naam.achternaam) > 200
        or len(naam.voorvoegsel) > 10
    ):
        yield Gebrek(code, "CDT_VolledigeNaam")
    if code == "naam" and naam.organisatie:
        # Alleen een voogd kan een organisatie zijn, niet het kind.
        yield Gebrek("naam-organisatie", "CS318")


def _gezag(bericht: Bericht) -> Iterator[Gebrek]:
    if not (bericht.relaties or bericht.jeugdige_is_gezagsdrager or bericht.gezag_bekend):
        yield Gebrek("gezagsdrager", "OP001")


def _relatie(relatie: Relatie) -> Iterator[Gebrek]:
    yield from _naam(relatie.naam, "naam-gezagsdrager")
    if relatie.soort not in _SOORTEN_RELATIE:
        yield Gebrek("soort-gezagsdrager", "COD472")
    # Bij een verblijfadres horen adresdelen (CD034); wie geen adres hier heeft, is te bellen (TR006).
    alleen_bellen = relatie.adres.soort == CORRESPONDENTIE and relatie.telefoon
    if not (alleen_bellen or adres_compleet(relatie.adres)):
        yield Gebrek("contact-gezagsdrager", "CD034")
    vorm = r"0[0-9]{9}" if relatie.landnummer == NEDERLAND else r"[0-9]{4,15}"
    if relatie.telefoon and not re.fullmatch(vorm, relatie.telefoon):
        yield Gebrek("telefoon-gezagsdrager", "LDT_Telefoonnummer")


def adres_compleet(adres: Adres) -> bool:
    return bool(
        re.fullmatch(r"[1-9][0-9]{0,4}", adres.huisnummer)
        and _POSTCODE.fullmatch(adres.postcode)
        and re.fullmatch(r"[A-Za-z]?", adres.huisletter)
        and len(adres.toevoeging) <= 4
        and len(adres.plaats) <= 80
        and "".join((adres.toevoeging, adres.straat, adres.plaats)).isprintable()
    )


def _product(p: ToegewezenProduct, dagtekening: date) -> Iterator[Gebrek]:
    if p.nummer is None or not 0 <= p.nummer <= 999_999_999:
        yield Gebrek("toewijzingnummer", "TR332")
    if p.toewijzingsdatum > dagtekening:
        yield Gebrek("toewijzingsdatum", "TR134")
    if p.einddatum is None:
        yield Gebrek("einddatum", "eigen")
    elif p.einddatum < p.ingangsdatum:
        yield Gebrek("einde-voor-begin", "CS003")
    if p.categorie and p.categorie not in _BESTAANDE_CATEGORIE:
        yield Gebrek("categorie", "JZ020")
    if not past_code(p.categorie, p.code):
        yield Gebrek("code", "TR381")
    if p.reden and p.reden not in _REDENEN:
        yield Gebrek("reden-wijziging", "CS336")
    if p.reden == _VERWIJDERD and p.einddatum != p.ingangsdatum:
        yield Gebrek("verwijderd", "CS335")
    if len(p.referentie) > 36:
        yield Gebrek("referentie", "LDT_Referentie")
    yield from _hoeveel(p)


def _hoeveel(p: ToegewezenProduct) -> Iterator[Gebrek]:
    if p.omvang and p.budget is not None:
        yield Gebrek("omvang-en-budget", "CD077")
    if p.code and p.omvang is None:
        yield Gebrek("omvang", "CD041")
    if not p.code and p.omvang is not None:
        yield Gebrek("omvang-zonder-code", "CD080")
    if not p.code and not p.budget:
        yield Gebrek("budget", "CD079" if not p.categorie else "eigen")
    if p.budget is not None and not 0 < p.budget <= HOOGSTE_BUDGET:
        yield Gebrek("budget-grens", "LDT_Budget")
    if p.omvang and p.omvang.frequentie is Frequentie.PER_DAG and p.omvang.eenheid in NIET_PER_DAG:
        yield Gebrek("per-dag", "CS338")


def _stapeling(producten: tuple[ToegewezenProduct, ...]) -> Iterator[Gebrek]:
    """Hetzelfde product, of een generieke toewijzing met wat dan ook, mag geen dag overlappen (TR302, OP259)."""
    blijft = (p for p in producten if p.reden != _VERWIJDERD)
    geldig = [p for p in blijft if p.einddatum and p.einddatum >= p.ingangsdatum]
    for nummer, een in enumerate(geldig):
        for ander in geldig[nummer + 1 :]:
            zelfde = stapelt((een.categorie, een.code), (ander.categorie, ander.code))
            if zelfde and _periode(een).overlapt(_periode(ander)):
                yield Gebrek("stapeling", "TR302")


def _periode(p: ToegewezenProduct) -> Periode:
    return Periode(p.ingangsdatum, p.einddatum or p.ingangsdatum)
