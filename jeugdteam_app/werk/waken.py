"""Nagaan of een werkplek nog is zoals iemand haar achterliet, en anders eerst een mens laten kijken."""

from __future__ import annotations

from pathlib import Path

from jeugdteam_app.opslag import hoofd
from jeugdteam_app.opslag.hoofd import Zorg
from jeugdteam_app.opslag.reservekopie import ruim_half_teruggezet_op
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.werk import logboek
from jeugdteam_app.werk import werkplek as werkplekken
from jeugdteam_app.werk.werkplek import Werkplek

__all__ = ["Zorg", "bekijk", "ga_verder", "onthoud", "open_met_herstel", "open_met_wachtzin"]


def bekijk(werkplek: Werkplek, waar: Path) -> Zorg | None:
    """Of er iets ontbreekt of niet klopt; ``waar`` is de map waarin onthouden is tot waar er geschreven was."""
    return hoofd.bekijk(werkplek.kluis, waar)


def open_met_wachtzin(map_: Path, wachtzin: str, waar: Path) -> Werkplek:
    """Opent een kluis met de wachtzin en kijkt haar na; zie ``Werkplek.zorg``."""
    return _nagekeken(werkplekken.open_met_wachtzin(map_, wachtzin), waar)


def open_met_herstel(map_: Path, tekst: str, waar: Path) -> Werkplek:
    """Opent een kluis met de 24 woorden of de geheime sleutel van de organisatie, en kijkt haar na."""
    return _nagekeken(werkplekken.open_met_herstel(map_, tekst), waar)


def _nagekeken(werkplek: Werkplek, waar: Path) -> Werkplek:
    try:
        ruim_half_teruggezet_op(werkplek.kluis.map.parent)
        werkplek.zorg = bekijk(werkplek, waar)
    except BaseException:
        werkplek.sluit()
        raise
    return werkplek


def onthoud(werkplek: Werkplek, waar: Path) -> None:
    """Onthoudt buiten de kluis tot waar er geschreven is, zodat terugzetten opvalt."""
    hoofd.onthoud(werkplek.kluis, waar)


def ga_verder(werkplek: Werkplek, waar: Path) -> None:
    """Een mens weet ervan en gaat verder; dat komt in het log."""
    logboek.noteer(werkplek, Gebeurtenis.DOORGEGAAN, None)
    hoofd.ga_verder(werkplek.kluis, waar, werkplek.tijd)
    werkplek.vergeet_alles()
    werkplek.zorg = None
