"""Nieuwe wijzigingen maken op een stand: de voorgangers volgen vanzelf, en ongedaan maken is ook schrijven."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jeugdteam_app.journaal.samenvoegen import samengevoegd
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import POSITIE, VERWIJDERD, Plaats, Wijziging, WijzigingId
from jeugdteam_app.kern.fouten import InvoerFout


@dataclass
class Pen:
    """Wie schrijft, op welk apparaat, en de hoeveelste wijziging de volgende wordt."""

    apparaat: str
    auteur: str
    volgende: int

    def _neem_id(self) -> WijzigingId:
        gekregen = WijzigingId(self.apparaat, self.volgende)
        self.volgende += 1
        return gekregen

    def schrijf(
        self, stand: Stand, stroom: str, handeling: str, tijd: str, waarden: Mapping[Plaats, dict[str, Any]]
    ) -> list[Wijziging]:
        """Eén handeling: voor elk veld een wijziging na de koppen die er nu staan."""
        return [
            Wijziging(
                self._neem_id(),
                stroom,
                handeling,
                plaats,
                waarde,
                _voorgangers(stand, plaats),
                self.auteur,
                tijd,
            )
            for plaats, waarde in waarden.items()
        ]


def _voorgangers(stand: Stand, plaats: Plaats) -> frozenset[WijzigingId]:
    gezien = {plaats} if plaats.veld != VERWIJDERD else {plaats, *stand.velden(plaats.voorwerp)}
    return frozenset(kop.id for p in gezien for kop in stand.koppen(p))


def keer_om(
    geschiedenis: Iterable[Wijziging], handeling: str, weggevallen: Collection[str] = ()
) -> dict[str, dict[Plaats, dict[str, Any]]]:
    """Per stroom de waarden die een handeling ongedaan maken, om als nieuwe handeling te schrijven.

    Wie er al op verder heeft gebouwd of gelijktijdig iets schreef, raakt niets kwijt: dan weigert dit.
    ``weggevallen`` zijn handelingen die al zijn teruggedraaid, en hun terugdraaiing: die tellen niet mee.
    """
    alle = {w.id: w for w in geschiedenis}
    eigen = [w for w in alle.values() if w.handeling == handeling]
    _weiger_verder_gebouwd(alle, eigen, weggevallen)
    nieuw = _nieuwe_voorwerpen(eigen)
    terug: dict[str, dict[Plaats, dict[str, Any]]] = {}
    for wijziging in eigen:
        in_stroom = terug.setdefault(wijziging.stroom, {})
        if wijziging.plaats.voorwerp in nieuw:
            # Een voorwerp dat in deze handeling is gemaakt, wordt weggehaald in plaats van leeggemaakt.
            in_stroom[Plaats(wijziging.plaats.voorwerp, VERWIJDERD)] = {"b": True}
            continue
        if wijziging.plaats.veld == VERWIJDERD:
            # Wat wegging, komt terug. Dat iets moest blijven was een keuze van een mens: die kiest opnieuw.
            if wijziging.waarde.get("b") is not True:
                raise InvoerFout("ongedaan-na-conflict")
            in_stroom[wijziging.plaats] = {"b": False}
            continue
        vorige = [alle[i] for i in wijziging.voorgangers if i in alle and alle[i].plaats == wijziging.plaats]
        in_stroom[wijziging.plaats] = _zoals_ervoor(vorige, alle)
    return terug


def _zoals_ervoor(vorige: list[Wijziging], alle: Mapping[WijzigingId, Wijziging]) -> dict[str, Any]:
    """Wat er voor deze stap stond. Kwam het werk van twee vanzelf samen, dan is dat het; koos een mens, dan niet."""
    if len(vorige) > 1:
        van_dit_veld = {id: w for id, w in alle.items() if w.plaats == vorige[0].plaats}
        samen = samengevoegd(vorige, van_dit_veld)
        if samen is None:
            raise InvoerFout("ongedaan-na-conflict")
        return {"b": samen}
    return vorige[0].waarde if vorige else {"o": False}


def _nieuwe_voorwerpen(eigen: list[Wijziging]) -> set[str]:
    return {w.plaats.voorwerp for w in eigen if w.plaats.veld == POSITIE and not w.voorgangers}


def _weiger_verder_gebouwd(
    alle: Mapping[WijzigingId, Wijziging], eigen: list[Wijziging], weggevallen: Collection[str]
) -> None:
    """Niemand volgde op deze wijzigingen, schreef ernaast in hetzelfde veld, of vulde een nieuw voorwerp aan."""
    ids, velden, nieuw = {w.id for w in eigen}, {(w.stroom, w.plaats) for w in eigen}, _nieuwe_voorwerpen(eigen)
    opgevolgd = frozenset[WijzigingId]().union(*(w.voorgangers for w in alle.values()))
    for ander in alle.values():
        if ander.id in ids or ander.handeling in weggevallen:
            continue
        ernaast = (ander.stroom, ander.plaats) in velden and ander.id not in opgevolgd
        if ander.voorgangers & ids or ernaast or ander.plaats.voorwerp in nieuw:
            raise InvoerFout("ongedaan-verder-gebouwd")
