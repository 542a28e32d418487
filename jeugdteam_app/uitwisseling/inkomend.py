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

from jeugdteam_app.dossier.post import Berichtsoort, Gevraagd, Verzoekinhoud
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.omvang import Eenheid, Frequentie

GROOTSTE_BERICHT = 5_000_000
_MEESTE_PRODUCTEN = 200
_CODES = {"437": Berichtsoort.RETOUR, "438": Berichtsoort.START, "440": Berichtsoort.STOP,
          "446": Berichtsoort.VERZOEK_NIEUW, "486": Berichtsoort.VERZOEK_WIJZIGING}  # fmt: skip


@dataclass(frozen=True)
class Verloop:
    """Dat een hulp begon of stopte. ``vervalt``: de aanbieder haalt een eerder bericht hierover weg."""

    nummer: int
    begin: date
    einde: date | None = None
    reden: str = ""
    vervalt: bool = False


@dataclass(frozen=True)
class Inkomend:
    """Een gelezen bericht. ``bsn`` is leeg bij een retour, die gaat over een bericht van ons (``over``)."""

    soort: Berichtsoort
    identificatie: str
    dagtekening: date
    afzender: str
    ontvanger: str
    bsn: str = ""
    verloop: tuple[Verloop, ...] = ()
    verzoeken: tuple[Verzoekinhoud, ...] = ()
    over: str = ""
    retourcodes: tuple[str, ...] = ()


def lees(inhoud: bytes) -> Inkomend:
    """Het bericht. Fouten: ``bericht-te-groot``, ``bericht-onleesbaar``, ``bericht-soort``, ``bericht-inhoud``."""
    if len(inhoud) > GROOTSTE_BERICHT:
        raise InvoerFout("bericht-te-groot")
    lezer = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    wortel = None
    with suppress(etree.XMLSyntaxError, ValueError):
        wortel = etree.fromstring(inhoud, lezer)
    if wortel is None or b"<!DOCTYPE" in inhoud:
        raise InvoerFout("bericht-onleesbaar")
    soort = _CODES.get(_tekst(wortel, "Header", "BerichtCode"))
    if soort is None or _tekst(wortel, "Header", "BerichtVersie") != "3":
        raise InvoerFout("bericht-soort")
    gelezen = None
    with suppress(ValueError):
        gelezen = _lees(wortel, soort)
    if gelezen is None:
        raise InvoerFout("bericht-inhoud")
    return gelezen


def _lees(wortel: etree._Element, soort: Berichtsoort) -> Inkomend:
    identificatie = _verplicht(wortel, "Header", "BerichtIdentificatie", "Identificatie")
    dag = date.fromisoformat(_verplicht(wortel, "Header", "BerichtIdentificatie", "Dagtekening"))
    afzender, ontvanger = _verplicht(wortel, "Header", "Afzender"), _verplicht(wortel, "Header", "Ontvanger")
    if soort is Berichtsoort.RETOUR:
        codes = tuple(dict.fromkeys(e.text.strip() for e in _alle(wortel, "RetourCode") if e.text))
        over = _verplicht(wortel, "Header", "IdentificatieRetour")
        return Inkomend(soort, identificatie, dag, afzender, ontvanger, over=over, retourcodes=codes)
    bsn = _verplicht(wortel, "Client", "Bsn")
    if soort in (Berichtsoort.START, Berichtsoort.STOP):
        naam = "StartProduct" if soort is Berichtsoort.START else "StopProduct"
        verloop = tuple(_verloop(p, stop=soort is Berichtsoort.STOP) for p in _producten(wortel, naam))
        return Inkomend(soort, identificatie, dag, afzender, ontvanger, bsn, verloop)
    kop = {"soort": soort, "identificatie": identificatie, "dagtekening": dag, "afzender": afzender}
    vraag: Callable[[etree._Element, dict[str, object]], tuple[Verzoekinhoud, ...]] = (
        _nieuw if soort is Berichtsoort.VERZOEK_NIEUW else _wijziging
    )
    return Inkomend(soort, identificatie, dag, afzender, ontvanger, bsn, verzoeken=vraag(wortel, kop))


def _verloop(product: etree._Element, *, stop: bool) -> Verloop:
    einde = _verplicht(product, "Einddatum") if stop else ""
    return Verloop(
        int(_verplicht(product, "ToewijzingNummer")),
        date.fromisoformat(_verplicht(product, "Begindatum")),
        date.fromisoformat(einde) if einde else None,
        _tekst(product, "RedenBeeindiging"),
        _tekst(product, "StatusAanlevering") == "3",
    )


def _nieuw(wortel: etree._Element, kop: dict[str, object]) -> tuple[Verzoekinhoud, ...]:
    """Eén verzoek per product: elk heeft zijn eigen kenmerk en krijgt zijn eigen antwoord."""
    uit = []
    for product in _producten(wortel, "AangevraagdProduct"):
        gevraagd = _gevraagd(product, "ToewijzingIngangsdatum", "ToewijzingEinddatum")
        delen = {
            "referentie": _verplicht(product, "ReferentieAanbieder"),
            "producten": (gevraagd,),
            "verwijzer": _tekst(product, "Verwijzer", "Type"),
            "commentaar": _tekst(product, "Commentaar") or _tekst(wortel, "Client", "Commentaar"),
        }
        uit.append(Verzoekinhoud.model_validate(kop | delen))
    return tuple(uit)


def _wijziging(wortel: etree._Element, kop: dict[str, object]) -> tuple[Verzoekinhoud, ...]:
    producten = [
        *(Gevraagd(nummer=int(_verplicht(p, "ToewijzingNummer")), ongewijzigd=True)
          for p in _alle(wortel, "OngewijzigdProduct")),
        *(_gevraagd(p, "GewensteIngangsdatum", "Einddatum") for p in _alle(wortel, "TeWijzigenProduct")),
        *(_gevraagd(p, "GewensteIngangsdatum", "Einddatum") for p in _alle(wortel, "NieuwProduct")),
    ]  # fmt: skip
    if not 0 < len(producten) <= _MEESTE_PRODUCTEN:
        raise ValueError("geen of te veel producten")
    delen = {
        "referentie": _verplicht(wortel, "Client", "Verzoek", "ReferentieAanbieder"),
        "producten": tuple(producten),
        "commentaar": _tekst(wortel, "Client", "Verzoek", "Commentaar"),
    }
    return (Verzoekinhoud.model_validate(kop | delen),)


def _gevraagd(product: etree._Element, begin: str, einde: str) -> Gevraagd:
    nummer, volume, budget = (
        _tekst(product, *pad) for pad in (("ToewijzingNummer",), ("Omvang", "Volume"), ("Budget",))
    )
    eenheid, frequentie = _tekst(product, "Omvang", "Eenheid"), _tekst(product, "Omvang", "Frequentie")
    van, tot = _tekst(product, begin), _tekst(product, einde)
    return Gevraagd(
        nummer=int(nummer) if nummer else None,
        categorie=_tekst(product, "Product", "Categorie"),
        code=_tekst(product, "Product", "Code"),
        begin=date.fromisoformat(van) if van else None,
        einde=date.fromisoformat(tot) if tot else None,
        # Nul mag van de standaard; hier is dat: niets genoemd.
        volume=(int(volume) or None) if volume else None,
        eenheid=Eenheid(eenheid) if eenheid else None,
        frequentie=Frequentie(frequentie) if frequentie else None,
        budget=(int(budget) or None) if budget else None,
    )


def _producten(wortel: etree._Element, naam: str) -> list[etree._Element]:
    gevonden = _alle(wortel, naam)
    if not 0 < len(gevonden) <= _MEESTE_PRODUCTEN:
        raise ValueError("geen of te veel producten")
    return gevonden


def _alle(wortel: etree._Element, naam: str) -> list[etree._Element]:
    return [e for e in wortel.iter() if isinstance(e.tag, str) and etree.QName(e).localname == naam]


def _tekst(van: etree._Element, *pad: str) -> str:
    """De tekst op een pad van namen, zonder op de naamruimte te letten; leeg als het er niet is."""
    hier: etree._Element | None = van
    for naam in pad:
        kinderen = () if hier is None else hier
        hier = next((k for k in kinderen if isinstance(k.tag, str) and etree.QName(k).localname == naam), None)
    return (hier.text or "").strip() if hier is not None else ""


def _verplicht(van: etree._Element, *pad: str) -> str:
    if not (tekst := _tekst(van, *pad)):
        raise ValueError(pad[-1])
    return tekst
