"""Een bericht van een aanbieder lezen: start, stop, een verzoek of een retour (iJw 3.2).

Het bestand komt van buiten. Er wordt niets van internet gehaald en niets uitgevouwen; wat niet klopt, geeft een zin.
Onbekende elementen slaan we over: een latere versie van de standaard mag er iets bij zetten.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from lxml import etree

from jeugdteam_app.dossier.post import Berichtsoort, Gevraagd, Verloop, Verzoekinhoud
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.omvang import Eenheid, Frequentie
from jeugdteam_app.uitwisseling.knopen import alle, ontleed, tekst, verplicht

_MEESTE_PRODUCTEN = 200
_JA_NEE = {"1": True, "2": False}
# Een retour op onze toewijzing (JW302) en op ons antwoord (JW320) zijn hetzelfde bericht met een andere code.
_CODES = {"437": Berichtsoort.RETOUR, "489": Berichtsoort.RETOUR, "438": Berichtsoort.START, "440": Berichtsoort.STOP,
          "446": Berichtsoort.VERZOEK_NIEUW, "486": Berichtsoort.VERZOEK_WIJZIGING}  # fmt: skip


@dataclass(frozen=True)
class Genoemd:
    """Wie het kind is volgens de aanbieder, om een nieuw dossier mee te beginnen."""

    voornamen: str
    voorvoegsel: str
    achternaam: str
    geboortedatum: date | None


@dataclass(frozen=True)
class Inkomend:
    """Een gelezen bericht. ``bsn`` is leeg bij een retour, die gaat over een bericht van ons (``over``).

    ``afzender`` is de AGB-code van de aanbieder en ``ontvanger`` de gemeente. De kop van een retour is die van ons
    bericht (JW302): daar staan ze andersom.
    """

    soort: Berichtsoort
    identificatie: str
    dagtekening: date
    afzender: str
    ontvanger: str
    bsn: str = ""
    kind: Genoemd | None = None
    verloop: tuple[Verloop, ...] = ()
    verzoeken: tuple[Verzoekinhoud, ...] = ()
    over: str = ""
    retourcodes: tuple[str, ...] = ()


def lees(inhoud: bytes) -> Inkomend:
    """Het bericht. Fouten: ``bericht-te-groot``, ``bericht-onleesbaar``, ``bericht-soort``, ``bericht-inhoud``."""
    wortel = ontleed(inhoud)
    soort = _CODES.get(tekst(wortel, "Header", "BerichtCode"))
    if soort is None or tekst(wortel, "Header", "BerichtVersie") != "3":
        raise InvoerFout("bericht-soort")
    gelezen = None
    with suppress(ValueError):
        gelezen = _lees(wortel, soort)
    if gelezen is None:
        raise InvoerFout("bericht-inhoud")
    return gelezen


def _lees(wortel: etree._Element, soort: Berichtsoort) -> Inkomend:
    identificatie = verplicht(wortel, "Header", "BerichtIdentificatie", "Identificatie")
    dag = date.fromisoformat(verplicht(wortel, "Header", "BerichtIdentificatie", "Dagtekening"))
    afzender, ontvanger = verplicht(wortel, "Header", "Afzender"), verplicht(wortel, "Header", "Ontvanger")
    if soort is Berichtsoort.RETOUR:
        codes = tuple(dict.fromkeys(e.text.strip() for e in alle(wortel, "RetourCode") if e.text))
        terug = verplicht(wortel, "Header", "IdentificatieRetour")
        op = date.fromisoformat(verplicht(wortel, "Header", "DagtekeningRetour"))
        return Inkomend(soort, terug, op, ontvanger, afzender, over=identificatie, retourcodes=codes)
    bsn = verplicht(wortel, "Client", "Bsn")
    if soort in (Berichtsoort.START, Berichtsoort.STOP):
        naam = "StartProduct" if soort is Berichtsoort.START else "StopProduct"
        alle_ = (_verloop(p, stop=soort is Berichtsoort.STOP) for p in _producten(wortel, naam))
        # Wat wegvalt eerst: een bericht kan iets weghalen en er meteen iets voor in de plaats geven.
        verloop = tuple(sorted(alle_, key=lambda v: not v.vervalt))
        return Inkomend(soort, identificatie, dag, afzender, ontvanger, bsn, verloop=verloop)
    kop = {"soort": soort, "identificatie": identificatie, "dagtekening": dag, "afzender": afzender}
    vraag: Callable[[etree._Element, dict[str, object]], tuple[Verzoekinhoud, ...]] = (
        _nieuw if soort is Berichtsoort.VERZOEK_NIEUW else _wijziging
    )
    verzoeken = vraag(wortel, kop)
    return Inkomend(soort, identificatie, dag, afzender, ontvanger, bsn, _kind(wortel), verzoeken=verzoeken)


def _kind(wortel: etree._Element) -> Genoemd:
    geboren = tekst(wortel, "Client", "Geboortedatum", "Datum")
    return Genoemd(
        tekst(wortel, "Client", "Naam", "Voornamen"),
        tekst(wortel, "Client", "Naam", "Geslachtsnaam", "Voorvoegsel"),
        tekst(wortel, "Client", "Naam", "Geslachtsnaam", "Achternaam"),
        date.fromisoformat(geboren) if geboren else None,
    )


def _verloop(product: etree._Element, *, stop: bool) -> Verloop:
    begin = date.fromisoformat(verplicht(product, "Begindatum"))
    einde = date.fromisoformat(verplicht(product, "Einddatum")) if stop else None
    if einde is not None and einde < begin:
        raise ValueError("een einde voor het begin")
    return Verloop(
        nummer=int(verplicht(product, "ToewijzingNummer")),
        begin=begin,
        einde=einde,
        reden=tekst(product, "RedenBeeindiging"),
        vervalt=tekst(product, "StatusAanlevering") == "3",
    )


def _nieuw(wortel: etree._Element, kop: dict[str, object]) -> tuple[Verzoekinhoud, ...]:
    """Eén verzoek per product: elk heeft zijn eigen kenmerk en krijgt zijn eigen antwoord."""
    uit = []
    for product in _producten(wortel, "AangevraagdProduct"):
        gevraagd = _gevraagd(product, "ToewijzingIngangsdatum", "ToewijzingEinddatum")
        delen = {
            "referentie": verplicht(product, "ReferentieAanbieder"),
            "producten": (gevraagd,),
            "verwijzer": tekst(product, "Verwijzer", "Type"),
            "verwijzer_naam": tekst(product, "Verwijzer", "Naam"),
            "verwijzer_agb": tekst(product, "Verwijzer", "ZorgverlenerCode"),
            "beschikking": tekst(product, "BeschikkingNummer"),
            "raamcontract": _JA_NEE.get(tekst(product, "Raamcontract")),
            "gezagsdrager_bekend": _JA_NEE.get(tekst(wortel, "Client", "GezagsdragerBekend")),
            "commentaar": tekst(product, "Commentaar") or tekst(wortel, "Client", "Commentaar"),
        }
        uit.append(Verzoekinhoud.model_validate(kop | delen))
    return tuple(uit)


def _wijziging(wortel: etree._Element, kop: dict[str, object]) -> tuple[Verzoekinhoud, ...]:
    producten = [
        *(Gevraagd(nummer=int(verplicht(p, "ToewijzingNummer")), ongewijzigd=True)
          for p in alle(wortel, "OngewijzigdProduct")),
        *(_gevraagd(p, "GewensteIngangsdatum", "Einddatum") for p in alle(wortel, "TeWijzigenProduct")),
        *(_gevraagd(p, "GewensteIngangsdatum", "Einddatum") for p in alle(wortel, "NieuwProduct")),
    ]  # fmt: skip
    if not 0 < len(producten) <= _MEESTE_PRODUCTEN:
        raise ValueError("geen of te veel producten")
    delen = {
        "referentie": verplicht(wortel, "Client", "Verzoek", "ReferentieAanbieder"),
        "producten": tuple(producten),
        "reden": tekst(wortel, "Client", "Verzoek", "RedenVerzoek"),
        "commentaar": tekst(wortel, "Client", "Verzoek", "Commentaar"),
    }
    return (Verzoekinhoud.model_validate(kop | delen),)


def _gevraagd(product: etree._Element, begin: str, einde: str) -> Gevraagd:
    nummer, volume, budget = (
        tekst(product, *pad) for pad in (("ToewijzingNummer",), ("Omvang", "Volume"), ("Budget",))
    )
    eenheid, frequentie = tekst(product, "Omvang", "Eenheid"), tekst(product, "Omvang", "Frequentie")
    van, tot = tekst(product, begin), tekst(product, einde)
    return Gevraagd(
        nummer=int(nummer) if nummer else None,
        categorie=tekst(product, "Product", "Categorie"),
        code=tekst(product, "Product", "Code"),
        begin=date.fromisoformat(van) if van else None,
        einde=date.fromisoformat(tot) if tot else None,
        # Nul mag van de standaard; hier is dat: niets genoemd.
        volume=(int(volume) or None) if volume else None,
        eenheid=Eenheid(eenheid) if eenheid else None,
        frequentie=Frequentie(frequentie) if frequentie else None,
        budget=(int(budget) or None) if budget else None,
    )


def _producten(wortel: etree._Element, naam: str) -> list[etree._Element]:
    gevonden = alle(wortel, naam)
    if not 0 < len(gevonden) <= _MEESTE_PRODUCTEN:
        raise ValueError("geen of te veel producten")
    return gevonden
