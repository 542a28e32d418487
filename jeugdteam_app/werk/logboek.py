"""Wie wat deed en wanneer, volgens NEN 7513: nooit wat er stond, en voor het gezin te lezen als ‘wie keek’."""

from __future__ import annotations

import contextlib
from datetime import date, datetime
from typing import NamedTuple

from jeugdteam_app.kern.fouten import WereldFout
from jeugdteam_app.kern.periode import toon_moment
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.opslag.toegangslog import Gebeurtenis, Logregel
from jeugdteam_app.werk import instellingen
from jeugdteam_app.werk.pogingen import Poging
from jeugdteam_app.werk.verantwoordelijk import verantwoordelijk
from jeugdteam_app.werk.werkplek import Werkplek, is_de_organisatie


class Blik(NamedTuple):
    """Wat iemand op een dag met een dossier deed. ``als`` is in welke functie en van welke organisatie.

    ``past``: niet als er buiten het programma om iets aan deze regel of aan wat ervoor stond is veranderd.
    """

    eerst: datetime
    laatst: datetime
    keren: int
    wie: str
    als: str
    wat: str
    past: bool

    @property
    def wanneer(self) -> str:
        """De dag en de tijd, of bij meer keren van wanneer tot wanneer; in cijfers, voor elke taal."""
        if self.keren == 1:
            return toon_moment(self.laatst)
        return f"{toon_moment(self.eerst)} – {self.laatst.astimezone():%H:%M} ({self.keren}×)"

    @property
    def door(self) -> str:
        """Wie, met de functie erbij als die bekend is."""
        return f"{self.wie} ({self.als})" if self.als else self.wie


WAT = {
    Gebeurtenis.GEMAAKT: N_("begon dit dossier"),
    Gebeurtenis.GEOPEND: N_("keek in dit dossier"),
    Gebeurtenis.DOCUMENT: N_("maakte een document"),
    Gebeurtenis.BIJLAGE: N_("bekeek een bijlage"),
    Gebeurtenis.BIJLAGE_BEWAARD: N_("bewaarde een bijlage als bestand"),
    Gebeurtenis.GEZOCHT: N_("zag iets uit dit dossier bij het zoeken"),
    Gebeurtenis.OVERGEDRAGEN: N_("droeg dit dossier over aan een collega"),
    Gebeurtenis.INZAGE: N_("maakte een papier om het dossier in te zien"),
    Gebeurtenis.BESLUIT: N_("maakte een besluit of concept"),
    Gebeurtenis.BERICHT: N_("maakte een bericht aan een aanbieder"),
    Gebeurtenis.BERICHT_GELEZEN: N_("las een bericht van een aanbieder in"),
    Gebeurtenis.ANTWOORD: N_("antwoordde op een verzoek van een aanbieder"),
    Gebeurtenis.VASTGESTELD: N_("stelde een toewijzing vast"),
    Gebeurtenis.VERSTUURD: N_("stuurde dit dossier aan een collega"),
    Gebeurtenis.SAMENGEVOEGD: N_("voegde samen met wat een collega schreef"),
    Gebeurtenis.SAMENVOEGEN_ONGEDAAN: N_("haalde weg wat van een collega kwam"),
    Gebeurtenis.BUNDEL_BEKEKEN: N_("bekeek wat een collega stuurde"),
    Gebeurtenis.MEEGEKEKEN: N_("keek als tweede mee en schreef dat op"),
    Gebeurtenis.LOG_GELEZEN: N_("keek wie er in dit dossier keek"),
}


ONBEKEND = "onbekend"
_ANDERS = N_("deed iets anders")


def noteer(werkplek: Werkplek, wat: Gebeurtenis, dossier: str | None, waarover: str = "") -> None:
    """Een regel in het toegangslog. ``waarover`` is een soort stuk, nooit iets uit het dossier zelf."""
    profiel = instellingen.profiel(werkplek)
    regel = Logregel(
        tijd=werkplek.tijd,
        wie=werkplek.wie,
        wat=str(wat),
        stroom=dossier,
        # Opent de organisatie met haar eigen sleutel, dan is het niet de medewerker van deze werkplek.
        functie="" if is_de_organisatie(werkplek.wie) else profiel.functie,
        organisatie=profiel.team or profiel.gemeente,
        namens=_verantwoordelijk(werkplek, dossier),
        waarover=waarover,
        apparaat=journaal.apparaat(werkplek.kluis),
    )
    toegangslog.schrijf(werkplek.kluis, regel)


def noteer_poging(werkplek: Werkplek, poging: Poging) -> None:
    """Dat iemand deze werkplek eerder niet open kreeg; wie dat was, weet niemand."""
    toegangslog.schrijf(werkplek.kluis, Logregel(
        tijd=poging.tijd, wie=ONBEKEND, wat=str(Gebeurtenis.OPENEN_MISLUKT), stroom=None, functie="", organisatie="",
        namens=werkplek.wie, waarover=poging.waarmee, apparaat=journaal.apparaat(werkplek.kluis),
    ))  # fmt: skip


def _in_woorden(wat: str) -> str:
    """Een gebeurtenis die een nieuwere versie opschreef, kennen we hier niet; de regel blijft."""
    bekend = gebeurtenis(wat)
    return WAT.get(bekend, _ANDERS) if bekend else _ANDERS


def gebeurtenis(wat: str) -> Gebeurtenis | None:
    """De gebeurtenis bij een naam uit het log; ``None`` als een nieuwere versie haar opschreef."""
    return Gebeurtenis(wat) if wat in set(Gebeurtenis) else None


def _verantwoordelijk(werkplek: Werkplek, dossier: str | None) -> str:
    """Wie er verantwoordelijk is voor het dossier; ook van een dossier dat niet te lezen is, komt er een regel."""
    if dossier is not None:
        with contextlib.suppress(WereldFout):
            if na_overdracht := verantwoordelijk(werkplek, dossier):
                return na_overdracht.naam
    return werkplek.wie


def wie_keek(werkplek: Werkplek, dossier: str) -> tuple[Blik, ...]:
    """Wie dit dossier hier opende, afdrukte of deelde, de nieuwste eerst. Dat iemand dit leest, staat er ook in.

    Wat iemand op een dag vaker deed, is één regel.
    """
    noteer(werkplek, Gebeurtenis.LOG_GELEZEN, dossier)
    niet = toegangslog.die_niet_passen(werkplek.kluis)
    per_dag: dict[tuple[date, str, str, str, bool], list[datetime]] = {}
    for r in toegangslog.regels(werkplek.kluis, dossier):
        tijd, als = datetime.fromisoformat(r.tijd), ", ".join(filter(None, (r.functie, r.organisatie)))
        per_dag.setdefault((tijd.astimezone().date(), r.wie, als, _in_woorden(r.wat), r not in niet), []).append(tijd)
    return tuple(
        Blik(min(tijden), max(tijden), len(tijden), wie, als, wat, past)
        for (_dag, wie, als, wat, past), tijden in per_dag.items()
    )
