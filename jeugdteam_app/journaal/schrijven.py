"""Nieuwe wijzigingen maken op een stand: de voorgangers volgen vanzelf, en ongedaan maken is ook schrijven."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import VERWIJDERD, Plaats, Wijziging, WijzigingId
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


def keer_om(geschiedenis: Iterable[Wijziging], handeling: str) -> dict[Plaats, dict[str, Any]]:
    """De waarden die een handeling ongedaan maken, om als nieuwe handeling te schrijven.

    Wie er al op verder heeft gebouwd, raakt niets kwijt: dan weigert dit met ``ongedaan-verder-gebouwd``.
    """
    alle = {w.id: w for w in geschiedenis}
    eigen = [w for w in alle.values() if w.handeling == handeling]
    eigen_ids = {w.id for w in eigen}
    if any(w.handeling != handeling and w.voorgangers & eigen_ids for w in alle.values()):
        raise InvoerFout("ongedaan-verder-gebouwd")
    terug: dict[Plaats, dict[str, Any]] = {}
    for wijziging in eigen:
        vorige = [alle[i] for i in wijziging.voorgangers if alle[i].plaats == wijziging.plaats]
        if len(vorige) > 1:
            raise InvoerFout("ongedaan-na-conflict")
        leeg = {"b": True} if wijziging.plaats.veld == "positie" else {"o": False}
        terug[wijziging.plaats] = vorige[0].waarde if vorige else leeg
    return _verberg_nieuwe_voorwerpen(terug, eigen)


def _verberg_nieuwe_voorwerpen(
    terug: dict[Plaats, dict[str, Any]], eigen: list[Wijziging]
) -> dict[Plaats, dict[str, Any]]:
    """Een voorwerp dat in deze handeling is gemaakt, wordt verwijderd in plaats van leeggemaakt."""
    nieuw = {w.plaats.voorwerp for w in eigen if w.plaats.veld == "positie" and not w.voorgangers}
    blijft = {plaats: waarde for plaats, waarde in terug.items() if plaats.voorwerp not in nieuw}
    return blijft | {Plaats(voorwerp, VERWIJDERD): {"b": True} for voorwerp in sorted(nieuw)}
