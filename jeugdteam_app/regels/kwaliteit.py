"""Een rustige blik op de verklarende analyse: wat is er, en wat kan nog? Het houdt nooit iets tegen.

De punten: Richtlijn Samen beslissen over hulp, en de regio's die met een verklarende analyse werken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from jeugdteam_app.dossier.aanmelding import Aanmelding, Antwoord
from jeugdteam_app.dossier.afweging import Afweging
from jeugdteam_app.dossier.analyse import (
    Analyse,
    Factor,
    Gebied,
    Hulpvraag,
    Hypothese,
    Kleur,
    Ouderprobleem,
    Punt,
    Soortfactor,
    Uitspraak,
)
from jeugdteam_app.dossier.doelen import MEESTE_DOELEN, Doel
from jeugdteam_app.dossier.dossier import Dossier, namen
from jeugdteam_app.dossier.geschiedenis import EerdereHulp, Gebeurtenis
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.velden import Voorwerp, velden_van
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.kern.taal import N_


class Indruk(StrEnum):
    """Wat het programma zelf kan zien. Of iets klopt, kan alleen een mens zeggen."""

    GEZIEN = "gezien"
    KAN_NOG = "kan_nog"
    VRAAG = "vraag"


class Kwaliteitspunt(NamedTuple):
    """Eén punt van de blik terug. ``woorden``: waar het om gaat, als het programma dat kan aanwijzen."""

    code: str
    zin: str
    indruk: Indruk
    woorden: tuple[str, ...] = ()


def kwaliteit(dossier: Dossier) -> tuple[Kwaliteitspunt, ...]:
    """Alle punten, altijd in dezelfde volgorde."""
    niet = set(waarde(dossier.een(Analyse).niet_besproken) or ())
    gezien = [
        (code, zin, blik(dossier))
        for code, zin, blik in _PUNTEN
        if _HOORT_BIJ.get(code) not in niet and _telt(code, dossier)
    ]
    punten = [Kwaliteitspunt(code, zin, Indruk.GEZIEN if ja else Indruk.KAN_NOG) for code, zin, ja in gezien]
    nieuw = nieuwe_woorden(dossier)
    beeld = N_("De conclusie: staat er niets in wat nog niet besproken is?")
    nodig = N_("Staat er niet meer in dan nodig is?")
    return (
        *punten,
        Kwaliteitspunt("niets-nieuws", beeld, Indruk.KAN_NOG if nieuw else Indruk.VRAAG, nieuw),
        Kwaliteitspunt("niet-meer-dan-nodig", nodig, Indruk.VRAAG),
    )


def nieuwe_woorden(dossier: Dossier) -> tuple[str, ...]:
    """Woorden, namen en getallen in de conclusie die nergens anders in de analyse staan; een mens kijkt of dat erg is.

    De conclusie is het gedeelde beeld en wat er nodig is.
    """
    van = dossier.een(Analyse)
    conclusie = f"{waarde_of(van.gedeeld_beeld, '')} {waarde_of(van.nodig, '')}"
    besproken = [*_besproken(dossier), *namen(dossier)]
    eerder: dict[str, set[str]] = {}
    for tekst in besproken:
        for woord in _alle_woorden(tekst):
            eerder.setdefault(woord[:_BEGIN].lower(), set()).add(woord.lower())
    nieuw = (w for w in _woorden(conclusie) if not any(_is_zelfde(w, e) for e in eerder.get(w[:_BEGIN], ())))
    return tuple(dict.fromkeys(nieuw)) if eerder else ()


def _besproken(dossier: Dossier) -> list[str]:
    """Alle losse teksten van de analyse en wat de familie zelf zei, behalve de conclusie."""
    soorten: tuple[type[Voorwerp], ...] = (
        Hulpvraag, Uitspraak, Punt, Factor, Hypothese, Gebeurtenis, EerdereHulp, Ouderprobleem, Aanmelding,
    )  # fmt: skip
    velden = [(soort, veld) for soort in soorten for veld in velden_van(soort).values() if veld.vorm is str]
    return [waarde_of(veld.__get__(item, soort), "") for soort, veld in velden for item in dossier.alle(soort)]


_LANG_GENOEG = 4
_BEGIN = 4
# Hoe hetzelfde woord anders kan eindigen: ochtend en ochtenden, mishandeld en mishandeling.
_UITGANGEN = frozenset(
    ("", "d", "de", "den", "e", "en", "er", "ers", "ing", "ingen", "je", "jes", "s", "st", "ste", "t", "te", "ten",
     "tje", "tjes")
)  # fmt: skip


@cache
def _bindwoorden() -> frozenset[str]:
    """Woorden die een zin bij elkaar houden en zelf niets nieuws zeggen."""
    return frozenset((MIDDELEN / "woorden" / "bindwoorden.txt").read_text(encoding="utf-8").split())


def _woorden(tekst: str) -> list[str]:
    """De woorden en getallen die iets kunnen betekenen, zonder wat alleen een zin bij elkaar houdt."""
    return [w.lower() for w in _alle_woorden(tekst) if w.isdigit() or _zegt_iets(w)]


def _alle_woorden(tekst: str) -> list[str]:
    return re.findall(r"\d+|[^\W\d_]+", tekst)


def _zegt_iets(woord: str) -> bool:
    """Een kort woord zegt alleen iets als het een afkorting in hoofdletters is, zoals OTS of ASS; NIET is nadruk."""
    afkorting = len(woord) > 1 and woord.isupper()
    return (afkorting or len(woord) >= _LANG_GENOEG) and woord.lower() not in _bindwoorden()


def _is_zelfde(een: str, ander: str) -> bool:
    """Of twee woorden hetzelfde zijn, op hun uitgang na. Alleen een gelijk begin (scheiding, schema) is niet genoeg."""
    if een == ander or een.isdigit() or ander.isdigit():
        return een == ander
    gelijk = next((n for n, (a, b) in enumerate(zip(een, ander, strict=False)) if a != b), min(len(een), len(ander)))
    return gelijk >= _BEGIN and {een[gelijk:], ander[gelijk:]} <= _UITGANGEN


def _samen(d: Dossier) -> bool:
    a = d.een(Analyse)
    return bool(waarde(a.jeugdige_eens) or waarde(a.jeugdige_zegt)) and bool(
        waarde(a.ouders_eens) or waarde(a.ouders_zeggen)
    )


def _wat_goed_gaat(d: Dossier) -> bool:
    kracht = any(waarde(p.kleur) is Kleur.KRACHT for p in d.alle(Punt))
    return kracht and Soortfactor.BESCHERMEND in _soorten(d)


def _soorten(d: Dossier) -> set[Soortfactor | None]:
    return {waarde(f.aard) for f in d.alle(Factor)}


def _oorzaak_en_blijven(d: Dossier) -> bool:
    ontstaan = _soorten(d) & {Soortfactor.KWETSBAARMAKEND, Soortfactor.UITLOKKEND}
    return bool(ontstaan) and Soortfactor.IN_STAND_HOUDEND in _soorten(d)


def _kind_en_omgeving(d: Dossier) -> bool:
    gebieden = {waarde(f.gebied) for f in d.alle(Factor)} - {None}
    return Gebied.KIND in gebieden and len(gebieden) > 1


def _geeft_richting(d: Dossier) -> bool:
    helpt = any(waarde(h.wat_helpt) for h in d.alle(Hypothese))
    return bool(waarde(d.een(Analyse).nodig) or helpt) and any(waarde(doel.tekst) for doel in d.alle(Doel))


def _feit_en_mening(d: Dossier) -> bool:
    uitspraken = d.alle(Uitspraak)
    return bool(uitspraken) and all(waarde(u.aard) for u in uitspraken)


def _kind_aan_het_woord(d: Dossier) -> bool:
    """In de conclusie, of met een eigen uitspraak."""
    kind = d.een(Jeugdige)
    heet = {n.casefold() for n in (kind.aanspreeknaam, kind.volledige_naam) if n}
    zei = any(waarde(u.tekst) and waarde_of(u.door, "").strip().casefold() in heet for u in d.alle(Uitspraak))
    return bool(waarde(d.een(Analyse).jeugdige_zegt)) or zei


def _wat_eerst(d: Dossier) -> bool:
    return bool(waarde(d.een(Analyse).wat_eerst))


def _niet_te_veel_doelen(d: Dossier) -> bool:
    return len(d.alle(Doel)) <= MEESTE_DOELEN


def _eerdere_hulp(d: Dossier) -> bool:
    eerder = d.alle(EerdereHulp)
    return bool(eerder) and all(waarde(h.effect) for h in eerder)


def _eens_of_niet(d: Dossier) -> bool:
    a = d.een(Analyse)
    meningen = [waarde(u.eens) for u in d.alle(Uitspraak)] + [waarde(a.jeugdige_eens), waarde(a.ouders_eens)]
    return any(meningen)


def _getoetst(d: Dossier) -> bool:
    ideeen = d.alle(Hypothese)
    return bool(ideeen) and all(waarde(h.tegen) or waarde(h.hoe_toetsen) for h in ideeen)


def _met_gedragswetenschapper(d: Dossier) -> bool:
    return bool(waarde(d.een(Analyse).gedragswetenschapper))


def _telt(code: str, d: Dossier) -> bool:
    """Of een punt hier iets zegt: bij een lichte beslissing hoeft er geen gedragswetenschapper mee te kijken.

    Zwaar is: ergens anders wonen, een maatregel, zeer zware problemen, gevaar, of een plek die niet open kan.
    """
    if code == "vijf-doelen":
        return bool(d.alle(Doel))
    w = d.een(Afweging)
    zwaar = (
        waarde(w.thuis_passend) is Antwoord.NEE, waarde(w.maatregel) is Antwoord.JA,
        waarde(w.zeer_zwaar) is Antwoord.JA, waarde(w.gevaar) is Antwoord.JA, waarde(w.kan_open) is Antwoord.NEE,
    )  # fmt: skip
    return code != "meekijken" or any(zwaar)


# Bij welk deel van de analyse een punt hoort: is daar niet over gesproken, dan is er ook niets over te zeggen.
_HOORT_BIJ = {
    "samen": "beeld", "kind": "beeld", "goed": "krachten", "blijft": "factoren", "omgeving": "factoren",
    "soort": "uitspraken", "getoetst": "verklaringen", "eerder": "eerder", "richting": "nodig",
    "volgorde": "nodig", "vijf-doelen": "doelen",
}  # fmt: skip
_PUNTEN: tuple[tuple[str, str, Callable[[Dossier], bool]], ...] = (
    ("samen", N_("Kind en ouders zeiden wat zij ervan vinden."), _samen),
    ("kind", N_("Het kind komt zelf aan het woord."), _kind_aan_het_woord),
    ("goed", N_("Er staat ook waarom dingen goed gaan."), _wat_goed_gaat),
    ("blijft", N_("Er staat waardoor het kwam én waarom het blijft."), _oorzaak_en_blijven),
    ("omgeving", N_("Het gaat over het kind én over wat eromheen is."), _kind_en_omgeving),
    ("soort", N_("Bij elke uitspraak staat of het een feit, een beleving of een mening is."), _feit_en_mening),
    ("getoetst", N_("Bij elke verklaring staat wat ertegen pleit, of hoe u haar nagaat."), _getoetst),
    ("verschil", N_("Er staat of mensen het met elkaar eens zijn."), _eens_of_niet),
    ("eerder", N_("Er staat welke hulp er eerder was, en wat die bracht."), _eerdere_hulp),
    ("richting", N_("Er staat wat nodig is, met een doel van het gezin."), _geeft_richting),
    ("volgorde", N_("Er staat wat eerst komt, en wat later."), _wat_eerst),
    ("vijf-doelen", N_("Er zijn niet meer dan vijf doelen, zodat het te doen blijft."), _niet_te_veel_doelen),
    ("meekijken", N_("Bij een zware beslissing keek een gedragswetenschapper mee."), _met_gedragswetenschapper),
)
