"""De uitspraken van het advies die door regels worden gedragen: wat voorgaat, wat elders hoort, wat er hoort te
zijn, wie beslist en welke uitweg er is.

Voorliggend betekent hier: kan dit genoeg zijn? Nooit: dit moet eerst mislukt zijn.
"""

from __future__ import annotations

from jeugdteam_app.productenboek.voorwaarden import Getoetst, Uitslag, groepen
from jeugdteam_app.regels.denkstap import Denkstap
from jeugdteam_app.regels.regel import Regel, Uitspraak, Werking
from jeugdteam_app.regels.uitkomst import Tak

# Deze uitspraken staan er ook als zij nog van een antwoord afhangen; de andere pas als zij zeker gelden.
_OOK_MISSCHIEN = frozenset({Werking.VOORLIGGEND, Werking.ANDER_KADER})


def uitspraken(stap: Denkstap, werking: Werking) -> tuple[Tak, ...]:
    """Elke uitspraak van een soort die volgens minstens één regel (misschien) geldt."""
    gevonden = [_uitspraak(stap, u) for u in stap.regels.uitspraken if u.werking is werking]
    return tuple([tak for tak in gevonden if tak is not None])


def _uitspraak(stap: Denkstap, uitspraak: Uitspraak) -> Tak | None:
    zeker: list[tuple[Regel, Getoetst]] = []
    misschien: list[tuple[Regel, Getoetst]] = []
    for regel in stap.regels.per_tak.get(uitspraak.code, ()):
        if not regel.steunt and (getoetst := groepen(regel.als, stap.feiten)).uitslag is not Uitslag.NEE:
            (zeker if getoetst.uitslag is Uitslag.JA else misschien).append((regel, getoetst))
    if not zeker:
        for regel, getoetst in misschien:
            _vraag(stap, getoetst, uitspraak, regel)
        return _tak(stap, uitspraak, misschien, Uitslag.ONBEKEND) if uitspraak.werking in _OOK_MISSCHIEN else None
    if uitspraak.werking is not Werking.PLICHT:
        return _tak(stap, uitspraak, zeker, Uitslag.JA)
    vereist = groepen(uitspraak.vereist, stap.feiten) if uitspraak.vereist is not None else None
    return _tak(stap, uitspraak, zeker, _vervuld(stap, uitspraak, zeker[0][0], vereist), vereist)


def _tak(
    stap: Denkstap,
    uitspraak: Uitspraak,
    dragend: list[tuple[Regel, Getoetst]],
    uitslag: Uitslag,
    vereist: Getoetst | None = None,
) -> Tak | None:
    if not dragend:
        return None
    ook = vereist.feiten if vereist else ()
    redenen = [stap.reden(r.id, (*g.feiten, *ook)) for r, g in dragend]
    redenen += [stap.reden(r.id) for r in stap.regels.per_tak[uitspraak.code] if r.steunt]
    open_ = dict.fromkeys(f for _, g in dragend for f in g.hangt_af_van)
    if vereist and uitslag is Uitslag.ONBEKEND:
        open_ |= dict.fromkeys(vereist.hangt_af_van)
    return Tak(uitspraak.code, uitspraak.titel, uitslag, tuple(redenen), tuple(open_))


def _vervuld(stap: Denkstap, uitspraak: Uitspraak, regel: Regel, vereist: Getoetst | None) -> Uitslag:
    """Of een plicht die geldt ook vervuld is. Wat niet in feiten te vangen is, beoordeelt een mens."""
    if vereist is None:
        return Uitslag.NEE if uitspraak.stellig else Uitslag.ONBEKEND
    _vraag(stap, vereist, uitspraak, regel)
    return Uitslag.NEE if uitspraak.stellig and vereist.uitslag is Uitslag.ONBEKEND else vereist.uitslag


def _vraag(stap: Denkstap, getoetst: Getoetst, uitspraak: Uitspraak, regel: Regel) -> None:
    gewicht = _gewicht(uitspraak, regel)
    stap.vraag_open(getoetst.hangt_af_van, uitspraak.titel, gewicht, regel.id, regel.bron.bron())


def _gewicht(uitspraak: Uitspraak, regel: Regel) -> str:
    return "veiligheid" if uitspraak.code == "meldcode" or regel.aard == "veiligheid" else uitspraak.werking
