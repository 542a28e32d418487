"""Wat er eerder was: gebeurtenissen in het leven, en hulp met wat zij bracht."""

from __future__ import annotations

from enum import StrEnum

from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.ongeveer import Ongeveer


class Gevoel(StrEnum):
    """Hoe iets voor het kind of het gezin was."""

    FIJN = "fijn"
    MOEILIJK = "moeilijk"
    ALLEBEI = "allebei"


class Effect(StrEnum):
    """Wat hulp volgens het gezin bracht."""

    HIELP = "hielp"
    DEELS = "deels"
    NIET = "niet"
    ERGER = "erger"


class Gebeurtenis(Voorwerp):
    """Iets wat gebeurde en nog meetelt. De dag hoeft niemand precies te weten."""

    soort = "gebeurtenis"
    wat = Veld[str]("gebeurtenis.wat", str)
    wanneer = Veld[Ongeveer]("gebeurtenis.wanneer", Ongeveer)
    gevoel = Veld[Gevoel]("gebeurtenis.gevoel", Gevoel)


class EerdereHulp(Voorwerp):
    """Hulp die er al was, ook van familie of school, en wat zij bracht."""

    soort = "eerderehulp"
    wat = Veld[str]("eerderehulp.wat", str)
    door_wie = Veld[str]("eerderehulp.door_wie", str)
    van = Veld[Ongeveer]("eerderehulp.van", Ongeveer)
    tot = Veld[Ongeveer]("eerderehulp.tot", Ongeveer)
    effect = Veld[Effect]("eerderehulp.effect", Effect)
    waarom = Veld[str]("eerderehulp.waarom", str)
