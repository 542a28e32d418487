"""Wat er op één vel van elke lijst in de analyse staat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from jeugdteam_app.dossier.analyse import (
    Eens,
    Factor,
    Gebied,
    Hulpvraag,
    Hypothese,
    Kleur,
    Ouderprobleem,
    Punt,
    Soortfactor,
    Soortouderprobleem,
    Soortuitspraak,
    Uitspraak,
    Veranderbaar,
)
from jeugdteam_app.dossier.geschiedenis import EerdereHulp, Effect, Gebeurtenis, Gevoel
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.taal import N_, _
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.schrijver import Schrijver


class Vel(NamedTuple):
    """Een lijst van de analyse: wat erin komt, hoe een vel eruitziet, en de woorden eromheen."""

    soort: type[Voorwerp]
    vul: Callable[[Veldenrij], None]
    toevoegen: str
    naam: str
    nog_niets: str


def _hulpvraag(v: Veldenrij) -> None:
    v.persoon(Hulpvraag.van, _("Van wie is deze vraag?"), _("Bijvoorbeeld: het kind, moeder, school"))
    v.tekst(Hulpvraag.tekst, _("Wat vraagt deze persoon?"))


def _uitspraak(v: Veldenrij) -> None:
    v.persoon(Uitspraak.door, _("Wie zegt dit?"))
    v.tekst(Uitspraak.tekst, _("Wat wordt er gezegd?"))
    v.keuze(Uitspraak.aard, _("Wat voor uitspraak is het?"), tuple(Soortuitspraak))
    v.datum(Uitspraak.datum, _("Wanneer is dit gezegd?"))
    v.regel(Uitspraak.bron, _("Waar komt het vandaan?"), _("Bijvoorbeeld: gesprek thuis, verslag van school"))
    v.keuze(Uitspraak.eens, _("Zijn de anderen het ermee eens?"), tuple(Eens), open_=True)


def puntenlijst(schrijver: Schrijver, gebied: Gebied | None, waar: str) -> Lijst:
    """De krachten en zorgen bij één gebied; zonder gebied staat er een keuze bij om ze in te delen."""

    def vul(v: Veldenrij) -> None:
        v.keuze(Punt.kleur, _("Kracht of zorg?"), tuple(Kleur))
        if gebied is None:
            v.keuze(Punt.gebied, _("Bij wie of waar?"), tuple(Gebied))
        v.voor_gezin(Punt.tekst, _("Wat is het?"))

    def hoort_hier(punt: Voorwerp) -> bool:
        return isinstance(punt, Punt) and waarde(punt.gebied) is gebied

    toevoegen = _("Toevoegen bij: {waar}").format(waar=waar)
    vooraf: dict[Veld[Any], Any] = {Punt.gebied: gebied} if gebied else {}
    return Lijst(schrijver, Punt, vul, toevoegen, _("Punt"), _("Nog niets."), vooraf=vooraf, toon=hoort_hier)


def _gebeurtenis(v: Veldenrij) -> None:
    v.regel(Gebeurtenis.wat, _("Wat gebeurde er?"))
    v.ongeveer(Gebeurtenis.wanneer, _("Wanneer was dat?"))
    v.keuze(Gebeurtenis.gevoel, _("Hoe was dat voor het kind?"), tuple(Gevoel), open_=True)


def _eerdere_hulp(v: Veldenrij) -> None:
    v.regel(EerdereHulp.wat, _("Welke hulp was dat?"), _("Ook hulp van familie of school telt mee."))
    v.regel(EerdereHulp.door_wie, _("Van wie kwam die hulp?"))
    v.ongeveer(EerdereHulp.van, _("Vanaf wanneer?"))
    v.ongeveer(EerdereHulp.tot, _("Tot wanneer?"), niet_voor=EerdereHulp.van)
    v.keuze(EerdereHulp.effect, _("Wat bracht het?"), tuple(Effect), open_=True)
    v.voor_gezin(EerdereHulp.waarom, _("Wat werkte wel of niet, en waarom?"))


def _factor(v: Veldenrij) -> None:
    v.voor_gezin(Factor.tekst, _("Wat speelt er mee?"))
    v.keuze(Factor.aard, _("Wat doet het?"), tuple(Soortfactor))
    v.keuze(Factor.gebied, _("Bij wie of waar?"), tuple(Gebied))
    v.keuze(Factor.veranderbaar, _("Is er iets aan te doen?"), tuple(Veranderbaar), open_=True)


def _ouderprobleem(v: Veldenrij) -> None:
    v.keuze(Ouderprobleem.wat, _("Waar gaat het over?"), tuple(Soortouderprobleem))
    v.tekst(Ouderprobleem.tekst, _("Wat is er aan de hand?"), _("Alleen wat nodig is om het kind te helpen."))
    v.persoon(Ouderprobleem.wie_eerst, _("Wie doet hier als eerste iets mee?"))
    v.datum(Ouderprobleem.wanneer, _("Voor welke dag?"))


def _hypothese(v: Veldenrij) -> None:
    v.voor_gezin(Hypothese.doordat, _("Waardoor is het gekomen?"))
    v.voor_gezin(Hypothese.blijft_omdat, _("Waarom blijft het zo?"))
    v.voor_gezin(Hypothese.wat_helpt, _("Wat helpt?"))
    v.voor_gezin(Hypothese.onderbouwing, _("Waar baseren we dat op?"))
    v.voor_gezin(Hypothese.tegen, _("Wat pleit ertegen?"))
    v.voor_gezin(Hypothese.hoe_toetsen, _("Hoe gaan we na of het klopt?"))
    v.keuze(Hypothese.gedeeld, _("Herkent iedereen dit?"), tuple(Eens), open_=True)


HULPVRAAG = Vel(Hulpvraag, _hulpvraag, N_("Vraag toevoegen"), N_("Vraag"), N_("Nog geen vragen."))
UITSPRAAK = Vel(Uitspraak, _uitspraak, N_("Uitspraak toevoegen"), N_("Uitspraak"), N_("Nog geen uitspraken."))
GEBEURTENIS = Vel(
    Gebeurtenis, _gebeurtenis, N_("Gebeurtenis toevoegen"), N_("Gebeurtenis"), N_("Nog geen gebeurtenissen.")
)
EERDERE_HULP = Vel(
    EerdereHulp, _eerdere_hulp, N_("Eerdere hulp toevoegen"), N_("Eerdere hulp"), N_("Nog geen eerdere hulp.")
)
FACTOR = Vel(Factor, _factor, N_("Iets toevoegen dat meespeelt"), N_("Factor"), N_("Nog niets opgeschreven."))
OUDERPROBLEEM = Vel(
    Ouderprobleem,
    _ouderprobleem,
    N_("Toevoegen wat bij een ouder speelt"),
    N_("Van de ouders"),
    N_("Nog niets van de ouders."),
)
HYPOTHESE = Vel(Hypothese, _hypothese, N_("Verklaring toevoegen"), N_("Verklaring"), N_("Nog geen verklaring."))
