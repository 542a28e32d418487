"""Wanneer hulp begon en stopte volgens de berichten van de aanbieder (JW305 en JW307).

Elke keer uit alle berichten samen: zo maakt het niet uit in welke volgorde ze kwamen, of de toewijzing er toen al was,
en wat de aanbieder daarna weer weghaalde.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeAlias

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.evaluatie import Einde
from jeugdteam_app.dossier.lopend import Lopend
from jeugdteam_app.dossier.post import TIJDELIJK, Post, Poststuk, Verloop, geldig_verloop, stukken
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend, waarde
from jeugdteam_app.werk import instellingen, schrijven
from jeugdteam_app.werk.opstellen import agb_bij
from jeugdteam_app.werk.werkplek import Werkplek

# Van de reden van de aanbieder (JZ588) naar hoe de hulp afliep (Regeling Jeugdwet); de andere redenen zeggen dat niet.
_EINDE = {
    "31": Einde.VOLGENS_PLAN, "32": Einde.GEZIN_STOPTE, "33": Einde.AANBIEDER_STOPTE, "34": Einde.SAMEN_EERDER,
    "35": Einde.OMSTANDIGHEDEN,
}  # fmt: skip


Feiten: TypeAlias = "dict[schrijven.Plek, Feit[Any]]"


def na_bericht(werkplek: Werkplek, dossier: str, nieuw: Poststuk) -> Feiten:
    """Wanneer de hulp begon en stopte bij de toewijzingen uit dit bericht, nu het erbij komt."""
    huidig = werkplek.dossier(dossier)
    uit: Feiten = {}
    for een in lopend.lopend(huidig):
        if waarde(een.item.nummer) in nieuw.nummers:
            uit |= _feiten(een, _van_de_aanbieder(werkplek, een, [*stukken(huidig.alle(Post)), nieuw]))
    return uit


def haal_in(werkplek: Werkplek, dossier: str) -> None:
    """Zet dat ook bij toewijzingen waar nog niets bij staat: hun bericht kan er eerder zijn geweest dan zij zelf."""
    huidig = werkplek.dossier(dossier)
    alle = stukken(huidig.alle(Post))
    for een in lopend.lopend(huidig):
        if waarde(een.item.gestart_op) is None and waarde(een.item.gestopt_op) is None:
            schrijven.leg_vast(werkplek, dossier, _feiten(een, _van_de_aanbieder(werkplek, een, alle)))


def _van_de_aanbieder(werkplek: Werkplek, een: Lopend, alle: Iterable[Poststuk]) -> list[Poststuk]:
    """De berichten van wie deze hulp geeft; over een ander schrijft hij niet."""
    agb = agb_bij(een.inhoud, instellingen.profiel(werkplek))
    return [stuk for stuk in alle if stuk.partij == agb]


def _feiten(een: Lopend, van_hem: list[Poststuk]) -> Feiten:
    nummer = waarde(een.item.nummer)
    regels = [v for stuk in van_hem for v in stuk.verloop if v.nummer == nummer]
    if not regels or een.is_verwijderd:
        return {}
    geldig = [v for (_wie, over), geldt in geldig_verloop(van_hem).items() if over == nummer for v in geldt]
    begonnen = sorted({v.begin for v in geldig})
    # Wie na een onderbreking of een einde weer begint, begon al eerder.
    feiten: dict[Any, Feit[Any]] = {Toegewezen.gestart_op: Bekend(begonnen[0]) if begonnen else Onbekend()}
    einde, stond = _laatste_einde(geldig), waarde(een.item.gestopt_op)
    weer_begonnen = bool(begonnen) and stond is not None and begonnen[-1] > stond
    # Zonder bericht over een einde blijft staan wat een mens daarover opschreef.
    if weer_begonnen or any(v.einde is not None for v in regels):
        feiten[Toegewezen.gestopt_op] = Bekend(einde.einde) if einde and einde.einde else Onbekend()
    if einde is None and any(v.vervalt and v.einde is not None for v in regels):
        feiten[Toegewezen.einde] = Onbekend()
    elif einde is not None and (hoe := _EINDE.get(einde.reden)):
        # Zegt de reden van de aanbieder niet hoe het afliep, dan blijft staan wat een mens opschreef.
        feiten[Toegewezen.einde] = Bekend(hoe)
    return {(een.item.sleutel, veld): feit for veld, feit in feiten.items()}


def _laatste_einde(geldig: list[Verloop]) -> Verloop | None:
    """Het einde dat nu geldt: niet van voor de laatste keer dat de hulp begon, en niet maar voor even.

    Een aanbieder kan bij het einde een andere begindag noemen dan eerst: het einde telt dan toch.
    """
    begin = max((v.begin for v in geldig), default=date.min)
    einden = (v for v in geldig if v.einde is not None and v.einde >= begin)
    laatste = max(einden, key=lambda v: v.einde or date.min, default=None)
    return None if laatste is None or laatste.reden == TIJDELIJK else laatste
