"""Tellen over alle dossiers van deze werkplek: besluiten naast de norm, en wie te lang wacht. Zonder namen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.evaluatie import Bereikt, Einde, Evaluatie
from jeugdteam_app.dossier.lopend import Lopend, gaat_door, geldige, is_overleden, keten, lopend, zelfde_hulp
from jeugdteam_app.dossier.toewijzing import Levering, Normuitkomst
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.periode import over_maanden
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.profiel import Termijnsoort
from jeugdteam_app.regels.agenda import dag_van_besluit
from jeugdteam_app.regels.agenda_hulp import TE_LANG_MAANDEN
from jeugdteam_app.regels.wachten import wacht_nog, wacht_sinds
from jeugdteam_app.uitwisseling import tabel
from jeugdteam_app.werk import instellingen, logboek
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.werkplek import Werkplek


@dataclass(frozen=True)
class LangWachten:
    """Hulp die nog niet begon terwijl het gezin al lang wacht. Zonder besluit zijn product en nummer leeg."""

    product: str
    aanbieder: str
    sinds: date
    weken: int
    besluitnummer: str


def normstand(werkplek: Werkplek) -> Counter[Normuitkomst]:
    """Hoeveel besluiten binnen de norm passen, afwijken, of geen bekende norm hebben."""
    besluiten = (vast for d in leesbare_dossiers(werkplek) for vast in geldige(d).values())
    return Counter(vast.norm for vast in besluiten if vast.norm is not None)


def te_lang_maanden(werkplek: Werkplek) -> int:
    """Na hoeveel maanden wachten hier te lang is."""
    eigen = instellingen.profiel(werkplek).termijnen
    return next((t.aantal for t in eigen if t.soort is Termijnsoort.TE_LANG), TE_LANG_MAANDEN)


def lang_wachten(werkplek: Werkplek) -> tuple[LangWachten, ...]:
    """Wie te lang wacht, de langste eerst: gewoonlijk vier maanden (Verbeterprogramma Zuid-Holland Zuid, 003, 1308)."""
    maanden = te_lang_maanden(werkplek)
    gevonden = (een for d in leesbare_dossiers(werkplek) for een in _wachtenden(d, werkplek.vandaag, maanden))
    return tuple(sorted(gevonden, key=lambda een: (een.sinds, een.besluitnummer)))


class Maat(StrEnum):
    """De landelijke maten van het NJi (geharmoniseerde set). Maat 2, het nut, is een cijfer: zie ``nut``."""

    UITVAL = "1"
    ZONDER_HULP = "3.1"
    GEEN_NIEUWE_START = "3.2"
    VERMINDERD = "3.3"
    DOELEN = "3.4"


@dataclass(frozen=True)
class Geteld:
    """Hoe vaak een maat goed uitkwam, deels of niet; en hoe vaak niemand het weet."""

    maat: Maat
    ja: int
    deels: int
    nee: int
    onbekend: int


# Zo lang na het einde heet nieuwe hulp herhaald beroep; het NJi noemt geen termijn, dit is onze keuze.
HERHAALD_MAANDEN = 12


def uitkomsten(werkplek: Werkplek) -> tuple[Geteld, ...]:
    """Over alle hulp die gestopt is, per landelijke maat. Van elke hulp telt het laatste antwoord op die vraag."""
    per_maat: dict[Maat, Counter[str]] = {maat: Counter() for maat in Maat}
    for dossier in leesbare_dossiers(werkplek):
        for een, gestopt in _gestopte_hulp(dossier, werkplek.vandaag):
            for maat, uit in _maten(dossier, een, gestopt, werkplek.vandaag).items():
                per_maat[maat][uit] += 1
    return tuple(Geteld(m, t["ja"], t["deels"], t["nee"], t["onbekend"]) for m, t in per_maat.items())


def _gestopte_hulp(dossier: Dossier, vandaag: date) -> Iterator[tuple[Lopend, date]]:
    """Hulp die stopte, en wanneer. Ging zij bij dezelfde aanbieder onder een ander nummer door, dan telt zij daar."""
    for een in lopend(dossier):
        gestopt = waarde(een.item.gestopt_op)
        if gestopt is not None and gestopt <= vandaag and not een.is_verwijderd and not gaat_door(dossier, een):
            yield een, gestopt


_GEBLEVEN = {
    Einde.VOLGENS_PLAN: "ja", Einde.SAMEN_EERDER: "ja", Einde.GEZIN_STOPTE: "nee", Einde.AANBIEDER_STOPTE: "nee",
}  # fmt: skip


def _maten(dossier: Dossier, een: Lopend, gestopt: date, vandaag: date) -> dict[Maat, str]:
    terug = _terugblikken(dossier, een)
    einde = waarde(een.item.einde)
    uit = {Maat.UITVAL: _GEBLEVEN.get(einde, "onbekend") if einde else "onbekend"}
    uit[Maat.GEEN_NIEUWE_START] = _nieuwe_start(dossier, een, gestopt, vandaag)
    antwoorden: dict[Maat, Iterator[StrEnum | None]] = {
        Maat.ZONDER_HULP: (waarde(e.zonder_hulp_verder) for e in terug),
        Maat.VERMINDERD: (waarde(e.verminderd) for e in terug),
        Maat.DOELEN: iter([_doelen(dossier, terug)]),
    }
    for maat, gegeven in antwoorden.items():
        laatste = next(filter(None, gegeven), None)
        uit[maat] = laatste.value if laatste and laatste.value in ("ja", "deels", "nee") else "onbekend"
    return uit


def _terugblikken(dossier: Dossier, een: Lopend) -> list[Evaluatie]:
    """De gesprekken om terug te kijken op deze hulp, het laatste eerst. Wie later minder vroeg, wist niets uit."""
    hulp = zelfde_hulp(dossier, een)
    terug = [(dag, e) for e in dossier.alle(Evaluatie) if waarde(e.toewijzing) in hulp and (dag := waarde(e.datum))]
    return [e for _dag, e in sorted(terug, key=lambda paar: paar[0], reverse=True)]


def nut(werkplek: Werkplek) -> tuple[int, ...]:
    """Landelijke maat 2: de cijfers die gezinnen gaven bij hulp die stopte, het hoogste eerst. Niemand rekent ermee."""
    gegeven = (
        next((cijfer for e in _terugblikken(dossier, een) if (cijfer := waarde(e.nut)) is not None), None)
        for dossier in leesbare_dossiers(werkplek)
        for een, _gestopt in _gestopte_hulp(dossier, werkplek.vandaag)
    )
    return tuple(sorted((cijfer for cijfer in gegeven if cijfer is not None), reverse=True))


def _doelen(dossier: Dossier, terug: Sequence[Evaluatie]) -> Bereikt | None:
    """Per doel het laatste antwoord, het laatste gesprek voorop; anders wat er over alle doelen samen is gezegd."""
    doelen = [d.sleutel for d in dossier.alle(Doel)]
    per_doel: dict[str, Bereikt] = {}
    for gesprek in terug:
        samen = waarde(gesprek.bereikt)
        over_alle = dict.fromkeys(doelen or [""], samen) if samen is not None else {}
        gezegd = {s: b for s in doelen if (b := waarde(dossier.doeluitkomst(gesprek.sleutel, s).bereikt))}
        per_doel = over_alle | gezegd | per_doel
    antwoorden = set(per_doel.values())
    return Bereikt.DEELS if len(antwoorden) > 1 else next(iter(antwoorden), None)


def _nieuwe_start(dossier: Dossier, een: Lopend, gestopt: date, vandaag: date) -> str:
    """Ja: een jaar lang begon er geen nieuwe hulp. Duurt dat jaar nog, dan weet niemand het."""
    grens = over_maanden(gestopt, HERHAALD_MAANDEN)
    # Dezelfde hulp onder een ander nummer is geen nieuwe start.
    anders = (
        a for a in lopend(dossier) if a.item.sleutel not in een.sleutels and een.item.sleutel not in keten(dossier, a)
    )
    begonnen = (waarde(ander.item.gestart_op) for ander in anders)
    if any(begin is not None and gestopt < begin <= grens for begin in begonnen):
        return "nee"
    return "ja" if vandaag > grens else "onbekend"


def schrijf_lang_wachten(werkplek: Werkplek, pad: Path) -> None:
    """De lijst voor wie de contracten beheert, als CSV en zonder namen; wie het is, staat bij het besluitnummer."""
    kop = (_("product"), _("aanbieder"), _("wacht sinds"), _("weken"), _("besluitnummer"))
    rijen = [
        (w.product, w.aanbieder, w.sinds.isoformat(), str(w.weken), w.besluitnummer) for w in lang_wachten(werkplek)
    ]
    with werkplek.kluis.transactie():
        logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, None, "cijfers")
        werkplek.kluis.schrijf_mee(pad, tabel.als_csv((kop, *rijen)))


def _wachtenden(dossier: Dossier, vandaag: date, maanden: int) -> Iterator[LangWachten]:
    def te_lang(sinds: date | None) -> bool:
        return sinds is not None and vandaag > over_maanden(sinds, maanden)

    if is_overleden(dossier):
        return
    for een in lopend(dossier):
        if een.inhoud.levering is Levering.PGB:
            # Daar koos het gezin zelf; er is geen contract om over te praten.
            continue
        sinds = wacht_sinds(dossier, een)
        if sinds is not None and te_lang(sinds) and wacht_nog(een, vandaag):
            weken = (vandaag - sinds).days // 7
            inhoud = een.inhoud
            yield LangWachten(inhoud.productnaam, inhoud.aanbieder, sinds, weken, een.vast.besluitnummer)
    # Wie een aanvraag deed en nog geen besluit heeft, wacht ook.
    aanvraag = waarde(dossier.een(Aanmelding).aanvraagdatum)
    if aanvraag is not None and te_lang(aanvraag) and dag_van_besluit(dossier) is not None:
        yield LangWachten("", "", aanvraag, (vandaag - aanvraag).days // 7, "")
