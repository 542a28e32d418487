"""Hoe ver elk hoofdstuk is. Dat nog niemand keek, is iets anders dan dat er iets mist."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord, Toestemmingen, Uitkomst, Vraagverheldering
from jeugdteam_app.dossier.analyse import Analyse, Doel, Factor, Uitspraak
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Stap
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Leefgebied, Perspectiefplan
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.feit import Bekend, waarde


class Voortgang(StrEnum):
    """De drie standen van een hoofdstuk."""

    NIET_BEKEKEN = "niet_bekeken"
    OPEN = "open"
    KLAAR = "klaar"


def voortgang(dossier: Dossier) -> dict[str, Voortgang]:
    """Per hoofdstuk hoe ver het is."""
    return {naam: regel(dossier) for naam, regel in _HOOFDSTUKKEN.items()}


def _stand(*, begonnen: bool, klaar: bool) -> Voortgang:
    if klaar:
        return Voortgang.KLAAR
    return Voortgang.OPEN if begonnen else Voortgang.NIET_BEKEKEN


def _heeft(dossier: Dossier, *soorten: str) -> bool:
    """Of er in deze voorwerpen iets bekend is."""
    return any(
        isinstance(stand.feit(*kop.plaats), Bekend)
        for stand in (dossier.kind, dossier.familie)
        for kop in stand.alle_koppen()
        if kop.plaats.voorwerp.partition(":")[0] in soorten and kop.plaats.veld != "positie"
    )


def _aanmelding(d: Dossier) -> Voortgang:
    a = d.een(Aanmelding)
    klaar = bool(waarde(a.korte_vraag)) and waarde(a.uitkomst) is not None
    if waarde(a.uitkomst) is Uitkomst.BEANTWOORD:
        klaar = klaar and bool(waarde(a.antwoord))
    return _stand(begonnen=_heeft(d, Aanmelding.soort), klaar=klaar)


def _gezin(d: Dossier) -> Voortgang:
    kind = d.een(Jeugdige)
    klaar = bool(kind.volledige_naam) and waarde(kind.geboortedatum) is not None and bool(d.gezagsdragers())
    klaar = klaar and bool(d.alle(Toestemmingen))
    return _stand(begonnen=_heeft(d, Jeugdige.soort, "persoon"), klaar=klaar)


def _vraag(d: Dossier) -> Voortgang:
    v = d.een(Vraagverheldering)
    check = waarde(v.veiligheid)
    klaar = bool(waarde(v.reden)) and check is not None and check.acuut_gevaar is not None and bool(waarde(v.afspraken))
    return _stand(begonnen=_heeft(d, Vraagverheldering.soort), klaar=klaar)


def _analyse(d: Dossier) -> Voortgang:
    begonnen = _heeft(d, Analyse.soort, Uitspraak.soort, "punt", Factor.soort, "hypothese", Doel.soort)
    klaar = waarde(d.een(Analyse).gereed) is Antwoord.JA and any(waarde(doel.tekst) for doel in d.alle(Doel))
    return _stand(begonnen=begonnen, klaar=klaar)


def _plan(d: Dossier) -> Voortgang:
    plan = d.een(Familiegroepsplan)
    stap = waarde(plan.stap)
    klaar = stap is Stap.GEMAAKT or (stap is Stap.AFGEZIEN and waarde(plan.afzien_grond) is not None)
    return _stand(begonnen=_heeft(d, Familiegroepsplan.soort), klaar=klaar and waarde(plan.aangeboden_op) is not None)


def _perspectief(d: Dossier) -> Voortgang:
    gebieden = all(waarde(d.gebied(g).gewenst) for g in Leefgebied)
    klaar = gebieden and bool(waarde(d.een(Perspectiefplan).komende_twee_jaar))
    return _stand(begonnen=_heeft(d, Perspectiefplan.soort, Gebiedsplan.soort), klaar=klaar)


def _passend(d: Dossier) -> Voortgang:
    return _stand(begonnen=_heeft(d, "afweging"), klaar=waarde(d.een(Keuze).inhoud) is not None)


def _toewijzing(d: Dossier) -> Voortgang:
    alle = d.alle(Toegewezen)
    return _stand(begonnen=bool(alle), klaar=bool(alle) and all(waarde(t.vastgesteld) for t in alle))


def _overhandigen(d: Dossier) -> Voortgang:
    return _stand(begonnen=_toewijzing(d) is Voortgang.KLAAR, klaar=False)


_HOOFDSTUKKEN: dict[str, Callable[[Dossier], Voortgang]] = {
    "aanmelding": _aanmelding,
    "gezin": _gezin,
    "vraagverheldering": _vraag,
    "analyse": _analyse,
    "familiegroepsplan": _plan,
    "perspectiefplan": _perspectief,
    "passend": _passend,
    "toewijzing": _toewijzing,
    "overhandigen": _overhandigen,
}
