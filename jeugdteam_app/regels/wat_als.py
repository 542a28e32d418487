"""Wat als een feit anders was: wat schuift er dan in het advies? Het dossier zelf verandert niet."""

from __future__ import annotations

from typing import NamedTuple

from jeugdteam_app.productenboek.voorwaarden import Uitslag
from jeugdteam_app.regels.uitkomst import DELEN, Advies, Tak


class Verandering(NamedTuple):
    """Eén uitspraak die verandert. ``None`` betekent: die uitspraak stond er niet of valt weg.

    ``plek`` is de plaats in de rij van producten, van en naar; nul als het geen voorstel is. ``erbij`` en ``weg`` zijn
    waarschuwingen die erbij komen of vervallen.
    """

    deel: str
    titel: str
    was: Uitslag | None
    wordt: Uitslag | None
    plek: tuple[int, int] = (0, 0)
    erbij: tuple[str, ...] = ()
    weg: tuple[str, ...] = ()


def veranderingen(nu: Advies, straks: Advies) -> tuple[Verandering, ...]:
    """Alles wat verschilt tussen twee adviezen, in de volgorde van het advies. Gelijk advies, niets veranderd."""
    gevonden: list[Verandering] = []
    for deel in DELEN:
        if deel in ("vragen", "afgevallen"):
            continue
        gevonden += _in_deel(deel, _takken(nu, deel), _takken(straks, deel))
    return tuple(gevonden)


def _takken(advies: Advies, deel: str) -> tuple[Tak, ...]:
    """De takken van een deel; een product dat afviel, hoort bij de producten."""
    takken: tuple[Tak, ...] = getattr(advies, deel)
    return (*takken, *advies.afgevallen) if deel == "voorstellen" else takken


def _in_deel(deel: str, nu: tuple[Tak, ...], straks: tuple[Tak, ...]) -> list[Verandering]:
    oud, nieuw = {t.code: t for t in nu}, {t.code: t for t in straks}
    gevonden = []
    for code in dict.fromkeys((*nieuw, *oud)):
        was = oud[code].uitslag if code in oud else None
        wordt = nieuw[code].uitslag if code in nieuw else None
        plek = (_plek(code, nu), _plek(code, straks)) if deel == "voorstellen" else (0, 0)
        voor, na = _waarschuwingen(oud.get(code)), _waarschuwingen(nieuw.get(code))
        if was is not wordt or plek[0] != plek[1] or voor != na:
            titel = (nieuw.get(code) or oud[code]).titel
            erbij, weg = tuple(z for z in na if z not in voor), tuple(z for z in voor if z not in na)
            gevonden.append(Verandering(deel, titel, was, wordt, plek, erbij, weg))
    return gevonden


def _plek(code: str, takken: tuple[Tak, ...]) -> int:
    """De plaats in de rij van wat (misschien) past, vanaf één; nul als het afviel."""
    rij = [t.code for t in takken if t.uitslag is not Uitslag.NEE]
    return rij.index(code) + 1 if code in rij else 0


def _waarschuwingen(tak: Tak | None) -> tuple[str, ...]:
    return tuple(r.tekst for r in tak.let_op) if tak else ()
