"""Broers en zussen met een eigen dossier: bij elkaar zijn zij mensen van het gezin."""

from __future__ import annotations

from typing import Any, NamedTuple

from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.genogram import SEKSE, ouders_van_kind
from jeugdteam_app.dossier.gezin import Geslacht, Gezagsverhouding, Jeugdige, Persoon, Rol, heeft_gezag
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.feit import Bekend, Onbekend, alle_waarden, waarde, waarde_of
from jeugdteam_app.kern.kaal import kaal
from jeugdteam_app.opslag import journaal
from jeugdteam_app.werk import schrijven
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.werkplek import Werkplek

_BEIDE = 2


class Broer(NamedTuple):
    """Een broer of zus met een eigen dossier van wie bij dit kind nog niemand zei wie dat is.

    ``lijkt_op``: hoe degene heet die er bij de mensen al staat en dezelfde kan zijn; leeg als er zo niemand is.
    """

    id: str
    naam: str
    lijkt_op: str


def niet_bij_de_mensen(werkplek: Werkplek, dossier: str) -> list[Broer]:
    """De broers en zussen met een eigen dossier en een naam die bij dit kind nog niet bij de mensen horen."""
    van, uit = werkplek.dossier(dossier), []
    zelfde_kind = waarde_of(van.een(Jeugdige).zelfde_als, ())
    for broer in leesbare_dossiers(werkplek, journaal.stroom(werkplek.kluis, dossier).gezin):
        naam, al = broer.een(Jeugdige).aanspreeknaam, _persoon_van(van, broer.id)
        if naam and broer.id not in (dossier, *zelfde_kind) and (al is None or isinstance(al.rol, Onbekend)):
            lijkt_op = "" if al else _heet_zo(van, broer.een(Jeugdige))
            uit.append(Broer(broer.id, naam, Persoon(van.familie, lijkt_op).weergavenaam if lijkt_op else ""))
    return uit


def zet_erbij(werkplek: Werkplek, dossier: str, kind: str, *, als_nieuw: bool = False) -> None:
    """Zet een kind met een eigen dossier bij dit kind bij de mensen, als broer of zus.

    Wat daarvoor nodig is, staat al in het eigen dossier: naam, geboortedatum, jongen of meisje, waar het woont en wie
    de ouders zijn: een halfbroer heeft andere. Staat het er al, ook voor een ander kind van het gezin of alleen met de
    naam, dan is het dezelfde persoon, en komt er alleen bij wat daar nog niet stond. ``als_nieuw``: wie zo heet, is een
    ander.
    """
    van, eigen = werkplek.dossier(dossier), werkplek.dossier(kind)
    zelf = eigen.een(Jeugdige)
    gezegd: dict[Veld[Any], Any] = {
        Persoon.voornamen: zelf.aanspreeknaam,
        Persoon.voorvoegsel: waarde(zelf.voorvoegsel),
        Persoon.achternaam: waarde(zelf.achternaam),
        Persoon.geboortedatum: waarde(zelf.geboortedatum),
        Persoon.huishouden: waarde(zelf.huishouden),
        Persoon.sekse: SEKSE.get(waarde_of(zelf.geslacht, Geslacht.ONBEKEND)),
        Persoon.kind_van: _ouders(eigen, van),
        Persoon.dossier: kind,
    }
    gezegd = {veld: wat for veld, wat in gezegd.items() if wat}
    al = _persoon_van(van, kind)
    sleutel = al.sleutel if al else "" if als_nieuw else _heet_zo(van, zelf)
    with werkplek.kluis.transactie():
        if not sleutel:
            sleutel = schrijven.voeg_toe(werkplek, dossier, Persoon, gezegd)
        else:
            persoon = Persoon(van.familie, sleutel)
            open_ = {veld: wat for veld, wat in gezegd.items() if isinstance(getattr(persoon, veld.naam), Onbekend)}
            schrijven.leg_vast(werkplek, dossier, {(sleutel, veld): Bekend(wat) for veld, wat in open_.items()})
        rol = (f"{Gezagsverhouding.soort}:{sleutel}", Gezagsverhouding.rol)
        schrijven.leg_vast(werkplek, dossier, {rol: Bekend(Rol.BROER_ZUS)})


def _ouders(eigen: Dossier, van: Dossier) -> tuple[str, ...]:
    """De ouders van een broer of zus; niets als dat er maar half staat: dan kan een ouder van dit kind het ook zijn."""
    gezegd = {p.sleutel: p.rol for p in eigen.alle(Persoon)}
    open_ = [s for s in ouders_van_kind(van) if isinstance(gezegd.get(s, Onbekend()), Onbekend)]
    ouders = ouders_van_kind(eigen)
    half = open_ and len(ouders) < _BEIDE and isinstance(eigen.een(Jeugdige).kind_van, Onbekend)
    return () if half else ouders


def _persoon_van(dossier: Dossier, kind: str) -> Persoon | None:
    """Als wie een kind met een eigen dossier bij dit kind bij de mensen staat."""
    return next((p for p in dossier.alle(Persoon) if kind in alle_waarden(p.dossier)), None)


def _heet_zo(dossier: Dossier, kind: Jeugdige) -> str:
    """Wie zo heet en nog bij geen dossier hoort, als sleutel; anders leeg.

    Een broer of zus, of iemand van wie bij dit kind nog niet gezegd is wie het is: dat is per kind anders.
    """
    namen = {kaal(naam) for naam in (kind.aanspreeknaam, waarde_of(kind.voornamen, "")) if naam}
    kan = (p for p in dossier.alle(Persoon) if isinstance(p.rol, Onbekend) or Rol.BROER_ZUS in alle_waarden(p.rol))
    los = (p for p in kan if isinstance(p.dossier, Onbekend) and not heeft_gezag(dossier.kind, p.sleutel))
    dag = waarde(kind.geboortedatum)
    zelfde = (p for p in los if not dag or waarde_of(p.geboortedatum, dag) == dag)
    return next((p.sleutel for p in zelfde if kaal(waarde_of(p.voornamen, "")) in namen), "")
