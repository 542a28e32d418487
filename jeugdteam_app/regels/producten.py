"""Welke producten passen, in welke volgorde, en waarom de andere afvallen."""

from __future__ import annotations

from jeugdteam_app.productenboek.boek import Plek, Product
from jeugdteam_app.productenboek.voorwaarden import Getoetst, Uitslag, Voorwaarde, alle, een_van
from jeugdteam_app.regels.denkstap import Denkstap, is_
from jeugdteam_app.regels.segmenten import SPOED
from jeugdteam_app.regels.uitkomst import Reden, Tak

_PLEKKEN = tuple(Plek)
_VOLGORDE = {Uitslag.JA: 0, Uitslag.ONBEKEND: 1, Uitslag.NEE: 2}
# Naar deze codes wil de regio minder vaak verwijzen (R165).
_DICHTERBIJ_EERST = frozenset({"54001"})


def kandidaten(stap: Denkstap, segmenten: tuple[Tak, ...]) -> tuple[tuple[Tak, ...], tuple[Tak, ...]]:
    """De voorstellen op volgorde, en wat afviel met de voorwaarde waarop."""
    per_segment = {s.code: s for s in segmenten}
    voorstellen: list[tuple[Product, Tak]] = []
    afgevallen: list[Tak] = []
    for product in stap.boek.producten:
        segment = per_segment[product.segment]
        if segment.uitslag is Uitslag.NEE and not product.los_van_segment:
            afgevallen.append(_tak(product, Uitslag.NEE, (segment.redenen[0],), ()))
            continue
        getoetst = _past(product, stap)
        reden = _reden(stap, product, getoetst)
        if getoetst.uitslag is Uitslag.NEE:
            afgevallen.append(_tak(product, Uitslag.NEE, (reden,), ()))
        else:
            voorstellen.append((product, _voorstel(stap, product, segment, getoetst, reden)))
    thuis_kan_niet = is_("thuis_passend", "nee").toets(stap.feiten) is Uitslag.JA
    voorstellen.sort(key=lambda paar: _rang(paar[0], paar[1], per_segment, thuis_kan_niet=thuis_kan_niet))
    return tuple(tak for _, tak in voorstellen), tuple(afgevallen)


def _past(product: Product, stap: Denkstap) -> Getoetst:
    """Alle voorwaarden gelden en geen enkele uitsluiting; alleen de uitkomst die beslist telt mee."""
    wel = alle((*product.voorwaarden, *_na_achttien(stap)), stap.feiten)
    if wel.uitslag is Uitslag.NEE or not product.niet_voor:
        return wel
    niet = een_van(product.niet_voor, stap.feiten)
    if niet.uitslag is Uitslag.JA:
        return Getoetst(Uitslag.NEE, niet.feiten)
    open_ = (*wel.hangt_af_van, *niet.hangt_af_van)
    if open_:
        return Getoetst(Uitslag.ONBEKEND, tuple(dict.fromkeys(open_)))
    return Getoetst(Uitslag.JA, (*wel.feiten, *niet.feiten))


def _na_achttien(stap: Denkstap) -> tuple[Voorwaarde, ...]:
    """Na 18 jaar kan jeugdhulp alleen doorgaan als zij er al was of al nodig was (Jeugdwet 1.1)."""
    return (is_("hulp_voor_achttien", "ja"),) if stap.is_jeugdig is False else ()


def _reden(stap: Denkstap, product: Product, getoetst: Getoetst) -> Reden:
    over_klachten = product.code == "54001" and "klachten" in getoetst.feiten and "R168" in stap.regels
    regel = "R168" if over_klachten else "BOEK"
    return stap.reden(regel, getoetst.feiten, product.bron.bron() if regel == "BOEK" else None)


def _tak(product: Product, uitslag: Uitslag, redenen: tuple[Reden, ...], open_: tuple[str, ...]) -> Tak:
    return Tak(product.id, product.naam, uitslag, redenen, open_, product.segment, voorbeeld=product.voorbeeld)


def _voorstel(stap: Denkstap, product: Product, segment: Tak, getoetst: Getoetst, reden: Reden) -> Tak:
    van_segment = () if product.los_van_segment else segment.hangt_af_van
    open_ = tuple(dict.fromkeys((*van_segment, *getoetst.hangt_af_van)))
    stap.vraag_open(getoetst.hangt_af_van, product.naam, "product")
    uitslag = Uitslag.ONBEKEND if open_ else Uitslag.JA
    bij_segment = () if product.los_van_segment else segment.redenen[:1]
    return _tak(product, uitslag, (reden, *bij_segment, *_plaatsredenen(stap, product)), open_)


def _plaatsredenen(stap: Denkstap, product: Product) -> tuple[Reden, ...]:
    """Waarom dit product hier in de rij staat; hetzelfde voor elke plek en code, dus één keer uitgezocht."""
    soort = (product.plek, product.code in _DICHTERBIJ_EERST)
    if soort not in stap.plaatsredenen:
        stap.plaatsredenen[soort] = _zoek_plaatsredenen(stap, product)
    return stap.plaatsredenen[soort]


def _zoek_plaatsredenen(stap: Denkstap, product: Product) -> tuple[Reden, ...]:
    namen = ["R062"]
    if product.code in _DICHTERBIJ_EERST:
        namen.append("R165")
    if product.plek.is_verblijf:
        namen += ["R203", "JW2.3-6"]
    if product.plek is Plek.DEELTIJD:
        namen.append("R201")
    return tuple(stap.reden(n) for n in namen if n in stap.regels)


def _rang(
    product: Product, tak: Tak, segmenten: dict[str, Tak], *, thuis_kan_niet: bool
) -> tuple[int, int, int, int, int, int, str]:
    """Zekerheid eerst, bij spoed crisis vooraan, dan thuis voor elders en licht voor zwaar.

    Kan het kind thuis niet wonen, dan staat een plek om te wonen voorop: hulp thuis lost dat niet op.
    """
    spoed = segmenten[SPOED].uitslag is Uitslag.JA
    return (
        _VOLGORDE[tak.uitslag],
        0 if spoed and product.segment == SPOED else 1,
        0 if thuis_kan_niet and product.plek.is_verblijf else 1,
        _PLEKKEN.index(product.plek),
        product.zwaarte,
        int(product.code in _DICHTERBIJ_EERST),
        product.id,
    )
