"""Tellen over alle dossiers van deze werkplek: besluiten naast de norm, en wie te lang wacht. Zonder namen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.lopend import lopend
from jeugdteam_app.dossier.toewijzing import Normuitkomst, Toegewezen
from jeugdteam_app.kern.bestanden import schrijf_heel
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.periode import over_maanden
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.uitwisseling import tabel
from jeugdteam_app.werk import logboek
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.werkplek import Werkplek


@dataclass(frozen=True)
class LangWachten:
    """Hulp die langer dan vier maanden na de aanmelding nog niet begon."""

    product: str
    aanbieder: str
    aangemeld: date
    weken: int
    besluitnummer: str


def normstand(werkplek: Werkplek) -> Counter[Normuitkomst]:
    """Hoeveel besluiten binnen de norm passen, afwijken, of geen bekende norm hebben."""
    besluiten = (waarde(t.vastgesteld) for d in leesbare_dossiers(werkplek) for t in d.alle(Toegewezen))
    return Counter(vast.norm for vast in besluiten if vast is not None and vast.norm is not None)


def lang_wachten(werkplek: Werkplek) -> tuple[LangWachten, ...]:
    """Wie langer dan vier maanden wacht, de langste eerst (Verbeterprogramma Zuid-Holland Zuid, 003, regel 1308)."""
    gevonden = (een for d in leesbare_dossiers(werkplek) for een in _wachtenden(d, werkplek.vandaag))
    return tuple(sorted(gevonden, key=lambda een: (een.aangemeld, een.besluitnummer)))


def schrijf_lang_wachten(werkplek: Werkplek, pad: Path) -> None:
    """De lijst voor wie de contracten beheert, als CSV en zonder namen; wie het is, staat bij het besluitnummer."""
    kop = (_("product"), _("aanbieder"), _("aangemeld"), _("weken"), _("besluitnummer"))
    rijen = [
        (w.product, w.aanbieder, w.aangemeld.isoformat(), str(w.weken), w.besluitnummer) for w in lang_wachten(werkplek)
    ]
    with werkplek.kluis.transactie():
        logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, None, "cijfers")
        schrijf_heel(pad, tabel.als_csv((kop, *rijen)))


def _wachtenden(dossier: Dossier, vandaag: date) -> Iterator[LangWachten]:
    aangemeld = waarde(dossier.een(Aanmelding).datum)
    if aangemeld is None or vandaag <= over_maanden(aangemeld, 4):
        return
    for een in lopend(dossier):
        begonnen = waarde(een.item.gestart_op) is not None or waarde(een.item.gestopt_op) is not None
        if not (begonnen or een.is_verwijderd):
            weken = (vandaag - aangemeld).days // 7
            inhoud = een.inhoud
            yield LangWachten(inhoud.productnaam, inhoud.aanbieder, aangemeld, weken, een.vast.besluitnummer)
