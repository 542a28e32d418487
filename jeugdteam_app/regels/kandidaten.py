"""Twee producten naast elkaar, om samen met het gezin te bekijken: in gewone woorden, met wat elk van hen vraagt."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from jeugdteam_app.kern.plek import Plek
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.boek import Norm, Normstatus, Product
from jeugdteam_app.productenboek.voorwaarden import Uitslag
from jeugdteam_app.regels.uitkomst import Tak


class Punt(NamedTuple):
    """Wat er bij een product staat: vaste zinnen, en hoe een norm luidt als die bekend is."""

    zinnen: tuple[str, ...]
    norm: Norm | None = None


class Vergelijking(NamedTuple):
    """Eén punt van vergelijking, met wat er bij elk van de twee staat."""

    kop: str
    een: Punt
    ander: Punt

    @property
    def gelijk(self) -> bool:
        """Of het bij allebei hetzelfde is."""
        return self.een == self.ander


PLEKKEN = {
    Plek.THUIS: N_("Uw kind blijft thuis wonen."),
    Plek.DAG: N_("Uw kind is overdag op een andere plek en slaapt thuis."),
    Plek.DEELTIJD: N_("Uw kind slaapt op vaste dagen ergens anders."),
    Plek.PLEEGGEZIN: N_("Uw kind woont bij een pleeggezin."),
    Plek.GEZINSHUIS: N_("Uw kind woont in een gezinshuis."),
    Plek.KLEINSCHALIG: N_("Uw kind woont in een kleine groep."),
    Plek.RESIDENTIEEL: N_("Uw kind woont op een plek voor behandeling."),
}
ZWAARTES = {
    1: N_("Lichte hulp."),
    2: N_("Gewone hulp van een specialist."),
    3: N_("Intensieve hulp."),
    4: N_("Zware hulp."),
    5: N_("De zwaarste hulp."),
}
PAST = {
    Uitslag.JA: N_("Dit past volgens het boek."),
    Uitslag.ONBEKEND: N_("Dit past misschien. Het hangt nog van een antwoord af."),
    Uitslag.NEE: N_("Dit past niet volgens het boek."),
}


def vergelijk_producten(een: tuple[Product, Tak], ander: tuple[Product, Tak]) -> tuple[Vergelijking, ...]:
    """De punten op een rij, eerst wat een gezin het eerst wil weten."""
    punten: tuple[tuple[str, Callable[[Product, Tak], Punt]], ...] = (
        (N_("Wat is het?"), lambda p, _t: Punt((p.omschrijving,))),
        (N_("Waar woont uw kind dan?"), lambda p, _t: Punt((PLEKKEN[p.plek],))),
        (N_("Wat vraagt het van u?"), lambda p, _t: Punt(_vraagt(p))),
        (N_("Hoe zwaar is het?"), lambda p, _t: Punt((ZWAARTES[p.zwaarte],))),
        (N_("Past het?"), lambda _p, t: Punt((PAST[t.uitslag], *(r.tekst for r in t.let_op)))),
        (N_("Hoeveel hulp, hoogstens?"), lambda p, _t: _norm(p.intensiteit)),
        (N_("Hoe lang, hoogstens?"), lambda p, _t: _norm(p.duur)),
    )
    return tuple(Vergelijking(kop, punt(*een), punt(*ander)) for kop, punt in punten)


def _vraagt(product: Product) -> tuple[str, ...]:
    zinnen = [N_("Het hele gezin doet mee.") if product.voor_gezin else N_("De hulp is vooral voor uw kind.")]
    if product.groep:
        zinnen.append(N_("U bent in een groep, met anderen."))
    if product.plek.is_verblijf:
        zinnen.append(N_("U blijft ouder: u spreekt af hoe u uw kind ziet, en wat er thuis verandert."))
    if product.va_vereist:
        zinnen.append(N_("U maakt eerst samen een verklarende analyse."))
    if product.perspectiefplan_vereist:
        zinnen.append(N_("U maakt samen een plan voor later."))
    return tuple(zinnen)


def _norm(norm: Norm) -> Punt:
    if norm.status is Normstatus.ONBEKEND:
        return Punt((N_("Dat is niet bekend. U spreekt het samen af."),))
    return Punt((), norm)
