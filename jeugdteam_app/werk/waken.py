"""Nagaan of een werkplek nog is zoals iemand haar achterliet, en anders eerst een mens laten kijken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.kern.klok import SysteemKlok
from jeugdteam_app.opslag import hoofd, journaal
from jeugdteam_app.opslag.hoofd import Zorg
from jeugdteam_app.opslag.reservekopie import ruim_half_teruggezet_op, vernietigd_op
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.werk import instellingen, logboek, pogingen, reservekopie, vernieuwen
from jeugdteam_app.werk import werkplek as werkplekken
from jeugdteam_app.werk.pogingen import Poging
from jeugdteam_app.werk.werkplek import Werkplek

__all__ = ["Zorg", "bekijk", "ga_verder", "onthoud", "open_met_herstel", "open_met_wachtzin", "stand"]


def bekijk(werkplek: Werkplek, waar: Path) -> Zorg | None:
    """Of er iets ontbreekt of niet klopt; ``waar`` is de map waarin onthouden is tot waar er geschreven was."""
    return hoofd.bekijk(werkplek.kluis, waar)


def open_met_wachtzin(map_: Path, wachtzin: str, waar: Path) -> Werkplek:
    """Opent een kluis met de wachtzin en kijkt haar na; zie ``Werkplek.zorg``."""
    return _open(map_, waar, WACHTZIN, lambda: werkplekken.open_met_wachtzin(map_, wachtzin))


def open_met_herstel(map_: Path, tekst: str, waar: Path) -> Werkplek:
    """Opent een kluis met de 24 woorden of de geheime sleutel van de organisatie, en kijkt haar na.

    Opent de organisatie, dan staat dat in het log, en ook alles wat zij daarna bekijkt op haar naam.
    """
    waarmee = ORGANISATIE if werkplekken.is_van_organisatie(tekst) else HERSTELSLEUTEL
    return _open(map_, waar, waarmee, lambda: werkplekken.open_met_herstel(map_, tekst))


WACHTZIN, HERSTELSLEUTEL, ORGANISATIE = "wachtzin", "herstelsleutel", "sleutel van de organisatie"


def _open(map_: Path, waar: Path, waarmee: str, open_: Callable[[], Werkplek]) -> Werkplek:
    """Opent, kijkt na en noteert dat, en waarmee. Klopt er iets niet, dan pas als een mens zegt dat het verder mag."""
    try:
        werkplek = open_()
    except InvoerFout as fout:
        nu = SysteemKlok().nu().isoformat(timespec="milliseconds")
        pogingen.noteer(map_, waar, fout, Poging(nu, waarmee))
        raise
    try:
        _kijk_na(werkplek, waar)
        werkplek.nog_te_noteren = waarmee
        if werkplek.zorg is None:
            _noteer_nu(werkplek, waar)
    except BaseException as fout:
        # Wat half openging, blijft niet open staan met de sleutel in het geheugen.
        werkplek.sluit()
        if isinstance(fout, WereldFout) and fout.code == "opslaan-mislukt":
            raise WereldFout("openen-niet-te-schrijven") from None
        raise
    return werkplek


def _noteer_nu(werkplek: Werkplek, waar: Path) -> None:
    waarmee, werkplek.nog_te_noteren = werkplek.nog_te_noteren, ""
    if waarmee:
        with werkplek.kluis.transactie():
            for poging in pogingen.lees(werkplek.kluis.map, waar):
                logboek.noteer_poging(werkplek, poging)
        pogingen.vergeet(werkplek.kluis.map, waar)
        is_van_haar = waarmee == ORGANISATIE
        wat = Gebeurtenis.ORGANISATIE_OPENDE if is_van_haar else Gebeurtenis.WERKPLEK_GEOPEND
        logboek.noteer(werkplek, wat, None, waarmee)


def _kijk_na(werkplek: Werkplek, waar: Path) -> None:
    ruim_half_teruggezet_op(werkplek.kluis.map.parent)
    vernieuwen.maak_af(werkplek.kluis, waar)
    werkplek.zorg = bekijk(werkplek, waar)
    if werkplek.zorg is None and not hoofd.is_onthouden(werkplek.kluis, waar):
        werkplek.zorg = Zorg.ZONDER_SPOOR
    elif werkplek.zorg is None and not hoofd.is_van_hier(werkplek.kluis, waar):
        # De map kan van een andere computer zijn gekomen, en daar ook verdergaan: twee met één naam botsen.
        journaal.word_nieuw_apparaat(werkplek.kluis)
        instellingen.laat_blok_los(werkplek)
        onthoud(werkplek, waar)


def onthoud(werkplek: Werkplek, waar: Path) -> bool:
    """Onthoudt buiten de kluis tot waar er geschreven is, zodat terugzetten opvalt; geeft of dat lukte."""
    return hoofd.onthoud(werkplek.kluis, waar)


def stand(werkplek: Werkplek) -> tuple[object, ...]:
    """Wat verandert als er iets is geschreven: zo is te zien of wat er buiten de kluis is onthouden, achterloopt."""
    return hoofd.stand(werkplek.kluis)


def ga_verder(werkplek: Werkplek, waar: Path) -> None:
    """Een mens weet ervan en gaat verder; dat komt in het log."""
    _noteer_nu(werkplek, waar)
    logboek.noteer(werkplek, Gebeurtenis.DOORGEGAAN, None)
    weg = vernietigd_op(reservekopie.alle_plekken(werkplek), werkplek.kluis.sleutel)
    hoofd.ga_verder(werkplek.kluis, waar, werkplek.tijd, weg)
    instellingen.laat_blok_los(werkplek)
    werkplek.vergeet_alles()
    werkplek.zorg = None
