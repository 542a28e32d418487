"""Hoe ver elk hoofdstuk is. Dat nog niemand keek, is iets anders dan dat er iets mist."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from typing import Any

from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord, Toestemmingen, Uitkomst, Vraagverheldering
from jeugdteam_app.dossier.analyse import Analyse, Factor, Hulpvraag, Hypothese, Punt, Uitspraak
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Stap
from jeugdteam_app.dossier.feiten import heeft_perspectief
from jeugdteam_app.dossier.geschiedenis import EerdereHulp
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.kansencirkel import Kansencirkel
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.lopend import twee_wijzigingen
from jeugdteam_app.dossier.perspectiefplan import Leefgebied, Perspectiefplan
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.journaal.wijziging import POSITIE
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde, waarde_of
from jeugdteam_app.regels import praktijkvraag

# De voorwerpen van elk hoofdstuk.
VOORWERPEN: dict[str, frozenset[str]] = {
    "aanmelding": frozenset({"aanmelding"}),
    "gezin": frozenset(
        {"jeugdige", "gezin", "persoon", "huishouden", "gezag", "toestemming", "relatie", "steun", "afscherming",
         "zwangerschap"}
    ),
    "gesprekken": frozenset({"contact", "bijlage", "verklaring"}),
    "vraagverheldering": frozenset({"vraagverheldering"}),
    "kansencirkel": frozenset({"kansencirkel"}),
    "analyse": frozenset({
        "analyse", "hulpvraag", "uitspraak", "punt", "gebeurtenis", "eerderehulp", "factor", "veiligheid", "meldcode",
        "ouderprobleem", "hypothese", "doel", "actie", "meting",
    }),
    "familiegroepsplan": frozenset({"familiegroepsplan", "zorg", "instemming"}),
    "perspectiefplan": frozenset({"perspectiefplan", "leefgebied", "regelzaak"}),
    "passend": frozenset({"afweging", "keuze"}),
    "toewijzing": frozenset({"onderzoek", "toewijzing", "evaluatie", "doeluitkomst", "verzoek"}),
    "overhandigen": frozenset({"post", "brief"}),
    "praktijk": frozenset({"praktijk"}),
}  # fmt: skip
_HOOFDSTUK = {soort: hoofdstuk for hoofdstuk, soorten in VOORWERPEN.items() for soort in soorten}
# De elf delen van de verklarende analyse, met de voorwerpen of velden die erbij horen.
DELEN_VAN_ANALYSE: dict[str, tuple[str, ...]] = {
    "hulpvraag": ("hulpvraag",),
    "uitspraken": ("uitspraak",),
    "krachten": ("punt",),
    "eerder": ("gebeurtenis", "eerderehulp"),
    "factoren": ("factor",),
    "veiligheid": ("veiligheid", "meldcode", "ouderprobleem"),
    "verklaringen": ("hypothese",),
    "beeld": (
        "analyse.gedeeld_beeld", "analyse.jeugdige_eens", "analyse.ouders_eens", "analyse.jeugdige_zegt",
        "analyse.ouders_zeggen",
    ),
    "nodig": ("analyse.nodig", "analyse.wat_eerst", "analyse.andere_wegen"),
    "doelen": ("doel",),
    "afspraken": (
        "analyse.afspraken", "analyse.opnieuw_op", "analyse.deelnemers", "analyse.gedragswetenschapper",
        "analyse.registratie", "analyse.overlegd_op", "analyse.gereed",
    ),
}  # fmt: skip
# Wat er in een deel in elk geval hoort te staan; zo lang iets daarvan mist, is het deel begonnen en nog niet rond.
KERN_VAN_ANALYSE: dict[str, tuple[Veld[Any], ...]] = {
    "hulpvraag": (Hulpvraag.tekst,),
    "uitspraken": (Uitspraak.tekst, Uitspraak.aard),
    "krachten": (Punt.tekst, Punt.kleur),
    "eerder": (EerdereHulp.wat, EerdereHulp.effect),
    "factoren": (Factor.tekst, Factor.aard),
    "verklaringen": (Hypothese.doordat, Hypothese.blijft_omdat, Hypothese.wat_helpt),
    "beeld": (Analyse.gedeeld_beeld, Analyse.jeugdige_eens, Analyse.ouders_eens),
    "nodig": (Analyse.nodig,),
    "doelen": (Doel.tekst,),
    "afspraken": (Analyse.afspraken, Analyse.gereed),
}


class Voortgang(StrEnum):
    """De standen van een hoofdstuk."""

    NIET_BEKEKEN = "niet_bekeken"
    OPEN = "open"
    KLAAR = "klaar"
    # Twee mensen schreven tegelijk iets anders; eerst kiest iemand.
    KIEZEN = "kiezen"


def hoofdstuk_van(voorwerp: str) -> str:
    """In welk hoofdstuk een voorwerp staat, of leeg als het nergens te zien is."""
    return _HOOFDSTUK.get(voorwerp.partition(":")[0], "")


def voortgang(dossier: Dossier, *, overhandigd: bool = False) -> dict[str, Voortgang]:
    """Per hoofdstuk hoe ver het is. ``overhandigd``: er ging al een besluit of bericht de deur uit."""
    standen = {naam: regel(dossier) for naam, regel in _HOOFDSTUKKEN.items()}
    klaar = overhandigd and standen["toewijzing"] is Voortgang.KLAAR
    botst = dict.fromkeys(hoofdstukken_met_keuze(dossier), Voortgang.KIEZEN)
    return standen | ({"overhandigen": Voortgang.KLAAR} if klaar else {}) | botst


def hoofdstukken_met_keuze(dossier: Dossier) -> tuple[str, ...]:
    """De hoofdstukken waar iemand uit twee antwoorden kiest."""
    gevonden = {hoofdstuk_van(botsing.partition("/")[0]) for botsing in dossier.conflicten()}
    if twee_wijzigingen(dossier):
        # Twee besluiten over hetzelfde: geen veld met twee antwoorden, wel iets om te kiezen.
        gevonden.add("toewijzing")
    return tuple(naam for naam in _HOOFDSTUKKEN if naam in gevonden)


class Deelstand(StrEnum):
    """Hoe het met een deel van de analyse staat. Niet besproken is een goed antwoord."""

    OPEN = "open"
    BEGONNEN = "begonnen"
    GEZEGD = "gezegd"
    NIET_BESPROKEN = "niet_besproken"


def delen_van_analyse(dossier: Dossier) -> dict[str, Deelstand]:
    """Van elk van de elf delen of er iets staat, en of wat erbij hoort er al is."""
    niet = waarde_of(dossier.een(Analyse).niet_besproken, ())
    uit = {}
    for deel, namen in DELEN_VAN_ANALYSE.items():
        if _gezegd(dossier, namen):
            uit[deel] = Deelstand.GEZEGD if _rond(dossier, KERN_VAN_ANALYSE.get(deel, ())) else Deelstand.BEGONNEN
        else:
            uit[deel] = Deelstand.NIET_BESPROKEN if deel in niet else Deelstand.OPEN
    return uit


def gebieden_van_later(dossier: Dossier) -> dict[Leefgebied, Deelstand]:
    """Van elk gebied van later of er iets staat; rond is het als er staat hoe het is en hoe het moet worden."""
    niet = waarde_of(dossier.een(Perspectiefplan).niet_besproken, ())
    uit = {}
    for gebied in Leefgebied:
        plan = dossier.gebied(gebied)
        if plan.is_leeg:
            uit[gebied] = Deelstand.NIET_BESPROKEN if gebied in niet else Deelstand.OPEN
        else:
            uit[gebied] = Deelstand.GEZEGD if waarde(plan.nu) and waarde(plan.gewenst) else Deelstand.BEGONNEN
    return uit


def _rond(dossier: Dossier, kern: tuple[Veld[Any], ...]) -> bool:
    """Of bij elk ding dat er staat de kern is ingevuld; ‘niet besproken’ is ook een antwoord."""
    for veld in kern:
        alleen_een = veld.eigenaar is Analyse
        dingen: Iterable[Voorwerp] = [dossier.een(Analyse)] if alleen_een else dossier.alle(veld.eigenaar)
        if any(isinstance(getattr(ding, veld.naam), Onbekend) for ding in dingen):
            return False
    return True


def _stand(*, begonnen: bool, klaar: bool) -> Voortgang:
    if klaar:
        return Voortgang.KLAAR
    return Voortgang.OPEN if begonnen else Voortgang.NIET_BEKEKEN


def _begonnen(dossier: Dossier, hoofdstuk: str) -> bool:
    return _gezegd(dossier, VOORWERPEN[hoofdstuk])


def _gezegd(dossier: Dossier, namen: Collection[str]) -> bool:
    """Of er in deze voorwerpen of velden iets bekend is."""
    return any(
        isinstance(stand.feit(*kop.plaats), Bekend)
        for stand in (dossier.kind, dossier.familie)
        for kop in stand.alle_koppen()
        if kop.plaats.veld != POSITIE
        and (kop.plaats.veld in namen or kop.plaats.voorwerp.partition(":")[0] in namen)
        and stand.is_aanwezig(kop.plaats.voorwerp)
        and kop.plaats.voorwerp not in dossier.verborgen
    )


def _aanmelding(d: Dossier) -> Voortgang:
    a = d.een(Aanmelding)
    klaar = bool(waarde(a.korte_vraag)) and waarde(a.uitkomst) is not None
    if waarde(a.uitkomst) is Uitkomst.BEANTWOORD:
        klaar = klaar and bool(waarde(a.antwoord))
    return _stand(begonnen=_begonnen(d, "aanmelding"), klaar=klaar)


def _gezin(d: Dossier) -> Voortgang:
    kind = d.een(Jeugdige)
    gezag = d.gezagsdragers()
    klaar = bool(kind.volledige_naam) and waarde(kind.geboortedatum) is not None and bool(gezag)
    klaar = klaar and all(waarde(p.rol) for p in gezag) and bool(d.alle(Toestemmingen))
    return _stand(begonnen=_gezegd(d, ("jeugdige", "persoon")), klaar=klaar)


def _gesprekken(d: Dossier) -> Voortgang:
    return _stand(begonnen=bool(d.gesprekken), klaar=any(waarde(c.gezegd) for c in d.gesprekken))


def _kansencirkel(d: Dossier) -> Voortgang:
    return _stand(begonnen=bool(d.alle(Kansencirkel)), klaar=_begonnen(d, "kansencirkel"))


def _vraag(d: Dossier) -> Voortgang:
    v = d.een(Vraagverheldering)
    check = waarde(v.veiligheid)
    klaar = bool(waarde(v.reden)) and check is not None and check.acuut_gevaar is not None and bool(waarde(v.afspraken))
    return _stand(begonnen=_begonnen(d, "vraagverheldering"), klaar=klaar)


def _analyse(d: Dossier) -> Voortgang:
    begonnen = _begonnen(d, "analyse")
    klaar = waarde(d.een(Analyse).gereed) is Antwoord.JA and any(waarde(doel.tekst) for doel in d.alle(Doel))
    return _stand(begonnen=begonnen, klaar=klaar)


def _plan(d: Dossier) -> Voortgang:
    plan = d.een(Familiegroepsplan)
    stap = waarde(plan.stap)
    # Zonder de dag loopt de termijn voor het hulpverleningsplan nergens (Jeugdwet 4.1.3).
    afgezien = waarde(plan.afzien_grond) is not None and waarde(plan.afgezien_op) is not None
    klaar = stap is Stap.GEMAAKT or (stap is Stap.AFGEZIEN and afgezien)
    return _stand(begonnen=_begonnen(d, "familiegroepsplan"), klaar=klaar and waarde(plan.aangeboden_op) is not None)


def _perspectief(d: Dossier) -> Voortgang:
    return _stand(begonnen=_begonnen(d, "perspectiefplan"), klaar=heeft_perspectief(d))


def _passend(d: Dossier) -> Voortgang:
    return _stand(begonnen=_begonnen(d, "passend"), klaar=waarde(d.een(Keuze).inhoud) is not None)


def _toewijzing(d: Dossier) -> Voortgang:
    alle = d.alle(Toegewezen)
    return _stand(begonnen=bool(alle), klaar=bool(alle) and all(waarde(t.vastgesteld) for t in alle))


def _praktijk(d: Dossier) -> Voortgang:
    klaar = waarde(praktijkvraag.uitkomst(d)) is not None
    return _stand(begonnen=_begonnen(d, "praktijk"), klaar=klaar)


def _overhandigen(d: Dossier) -> Voortgang:
    return _stand(begonnen=_toewijzing(d) is Voortgang.KLAAR, klaar=False)


_HOOFDSTUKKEN: dict[str, Callable[[Dossier], Voortgang]] = {
    "aanmelding": _aanmelding,
    "gezin": _gezin,
    "gesprekken": _gesprekken,
    "vraagverheldering": _vraag,
    "kansencirkel": _kansencirkel,
    "analyse": _analyse,
    "familiegroepsplan": _plan,
    "perspectiefplan": _perspectief,
    "passend": _passend,
    "toewijzing": _toewijzing,
    "praktijk": _praktijk,
    "overhandigen": _overhandigen,
}
