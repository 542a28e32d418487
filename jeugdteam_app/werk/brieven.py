"""Brieven: beginnen met wat er al staat, afmaken, en als PDF meegeven. Naar school alleen met toestemming."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from datetime import date
from typing import Any

from jeugdteam_app.documenten import brief as document
from jeugdteam_app.documenten import brieftekst
from jeugdteam_app.dossier import kort
from jeugdteam_app.dossier.aanmelding import Beslisser, Ontvanger, Toestemming, wie_beslist
from jeugdteam_app.dossier.afscherming import KIND, afgeschermd_in
from jeugdteam_app.dossier.brief import NAAR_ANDEREN, Brief, Briefsoort
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.praktijk import Praktijk
from jeugdteam_app.dossier.toestemming import Mensen, zeiden_samen
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.feit import Bekend, Feit, Onbekend, alle_waarden, waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.regels import praktijkvraag
from jeugdteam_app.regels.regel import regelset
from jeugdteam_app.werk import instellingen, logboek, overhandigen, schrijven
from jeugdteam_app.werk.werkplek import Werkplek

# Zonder woord van het gezin gaat er niets naar school; bij de anderen wijst het programma erop.
_ALLEEN_MET_TOESTEMMING = frozenset({Briefsoort.SCHOOL})


# Wat voor ontvanger bij een soort brief hoort.
_AAN: dict[Briefsoort, frozenset[Ontvanger]] = {
    Briefsoort.SCHOOL: frozenset({Ontvanger.SCHOOL}),
    Briefsoort.HUISARTS: frozenset({Ontvanger.HUISARTS}),
    Briefsoort.AANBIEDER: frozenset({Ontvanger.AANBIEDER}),
    Briefsoort.VERWIJZING: frozenset({Ontvanger.AANBIEDER, Ontvanger.HUISARTS}),
}
# Zonder gekozen ontvanger: aan welke hele woorden te zien is over wie een toestemming gaat.
_ZO_HEET: dict[str, Ontvanger] = {
    "school": Ontvanger.SCHOOL, "juf": Ontvanger.SCHOOL, "meester": Ontvanger.SCHOOL, "leerkracht": Ontvanger.SCHOOL,
    "basisschool": Ontvanger.SCHOOL, "mentor": Ontvanger.SCHOOL, "huisarts": Ontvanger.HUISARTS,
    "dokter": Ontvanger.HUISARTS, "aanbieder": Ontvanger.AANBIEDER, "behandelaar": Ontvanger.AANBIEDER,
    "ggz": Ontvanger.AANBIEDER, "praktijk": Ontvanger.AANBIEDER, "huisartsenpraktijk": Ontvanger.HUISARTS,
    "huisartspraktijk": Ontvanger.HUISARTS,
}  # fmt: skip
# Een mens op school is geen naam van de school; aan de andere woorden is te zien in welke regel haar naam staat.
_PERSOON = frozenset({"juf", "meester", "mentor", "leerkracht", "leraar", "lerares", "docent", "ib", "intern"})
_SOORT_SCHOOL = frozenset({"basisschool", "openbare", "obs", "bs", "cbs"})
_PLEK = _SOORT_SCHOOL | {"roc", "college", "lyceum"}
# Woorden die in veel namen staan, en dus niet zeggen om wie het gaat.
_ZEGT_NIET_WIE = frozenset(_ZO_HEET) | _PERSOON | _SOORT_SCHOOL | frozenset(
    ("de", "het", "een", "van", "der", "den", "voor", "en", "op", "in", "te", "bij", "dr", "dhr", "mevr", "mevrouw",
     "meneer", "heer", "straat", "centrum", "stichting", "zorg", "jeugd", "hulp", "jeugdhulp", "team")
)  # fmt: skip


def begin(werkplek: Werkplek, dossier: str, soort: Briefsoort) -> str:
    """Een brief met een eerste tekst uit het dossier. Geeft de sleutel."""
    mag = mag_delen(werkplek, dossier, soort)
    inhoud: dict[Veld[Any], Any] = {
        Brief.wat: soort, Brief.datum: werkplek.vandaag, Brief.onderwerp: document.ONDERWERPEN[soort],
        Brief.tekst: brieftekst.eerste_tekst(werkplek.dossier(dossier), soort, werkplek.vandaag, mag=mag),
    }  # fmt: skip
    return schrijven.voeg_toe(werkplek, dossier, Brief, inhoud)


def mag_delen(werkplek: Werkplek, dossier: str, soort: Briefsoort, aan: str = "") -> bool:
    """Of er toestemming is opgeschreven om te delen met wie deze brief krijgt: op naam, of als soort ontvanger."""
    if soort not in NAAR_ANDEREN:
        return True
    return any(_die_mogen(werkplek, dossier, soort, aan))


def _die_mogen(werkplek: Werkplek, dossier: str, soort: Briefsoort, aan: str) -> list[Toestemming]:
    # Waar ‘niet’ in staat, leest een mens: dan geldt het hier niet als toestemming.
    mag = [t for t in overhandigen.delen(werkplek, dossier).mag if "niet" not in _woorden(t.met_wie)]
    kind = werkplek.dossier(dossier).een(Jeugdige)
    van_kind = _woorden(f"{kind.aanspreeknaam} {kind.volledige_naam}")
    soorten = _soorten(soort, aan)
    return [t for t in mag if _is_op_naam(t, aan) or (_soort_van(t) in soorten and _kan_zijn(t, aan, van_kind))]


def _kan_zijn(van: Toestemming, aan: str, van_kind: set[str]) -> bool:
    """Of deze toestemming over deze ontvanger kan gaan: een ja voor een school op naam is er geen voor een andere.

    Noemt een van beide geen naam (‘school’, ‘de juf van Sam’), dan zegt de soort ontvanger genoeg.
    """
    zegt_niets = _ZEGT_NIET_WIE | van_kind
    op_naam = [namen for namen in _namen_in(van.met_wie, zegt_niets) if namen]
    heet = next(filter(None, (_woorden(regel) - zegt_niets for regel in _wie_staat_erboven(aan))), set[str]())
    return not op_naam or not heet or any(namen <= _woorden(aan) or heet <= namen for namen in op_naam)


def _wie_staat_erboven(aan: str) -> Iterator[str]:
    """De eerste regel boven de brief, en elke andere waar een school of praktijk in staat: de rest is het adres."""
    eerst, *verder = re.split(r"[,;(\n]", aan)
    yield eerst
    yield from (regel for regel in verder if _woorden(regel) & (_PLEK | _ZO_HEET.keys()))


def _namen_in(met_wie: str, zegt_niets: Set[str]) -> Iterator[set[str]]:
    """De namen in ‘juf Anna en meester Bart’ of ‘school (De Regenboog)’.

    Noemt het begin al een naam, dan is de rest een plaats of wie erbij was. Anders telt na een komma of haakje wat een
    hoofdletter heeft, en geen mens is of het begin van een zin: ‘school, alleen over verzuim’ noemt niemand.
    """
    eerst, *verder = re.split(r"[,;(\n]", met_wie)
    mensen = _woorden(eerst) & _PERSOON
    vooraan = [_woorden(deel) - zegt_niets for deel in (re.split(r"\ben\b", eerst) if mensen else [eerst])]
    yield from vooraan
    if any(vooraan):
        return
    for deel in verder:
        woorden = re.findall(r"[\w-]+", deel)
        hoofdletters = [w.casefold() for w in woorden if w[0].isupper() and not (len(w) > 1 and w.isupper())]
        alleen_begin = len(woorden) > 1 and hoofdletters == [woorden[0].casefold()]
        if not (_woorden(deel) & _PERSOON or alleen_begin):
            yield {*hoofdletters} - zegt_niets


def mist_ja_van(werkplek: Werkplek, dossier: str, soort: Briefsoort, aan: str = "") -> list[str]:
    """Wie er volgens de leeftijd over gaat en nog geen ja zei, terwijl een ander dat wel deed (Jeugdwet 7.3.15).

    Onder 12 jaar iemand met gezag, van 12 tot 16 ook het kind, en vanaf 16 de jongere zelf.
    """
    ja = _die_mogen(werkplek, dossier, soort, aan) if soort in NAAR_ANDEREN else []
    if not ja:
        return []
    huidig = werkplek.dossier(dossier)
    zeiden_ja, ook_gezag = zeiden_samen(ja, Mensen.van(huidig))
    kind, gezag = huidig.een(Jeugdige), [p.weergavenaam for p in huidig.gezagsdragers() if p.weergavenaam]
    geboren = waarde(kind.geboortedatum)
    beslisser = wie_beslist(geboren, werkplek.vandaag) if geboren else Beslisser.GEZAGSDRAGERS
    mist = []
    naam_kind = kind.aanspreeknaam
    if beslisser is not Beslisser.GEZAGSDRAGERS and naam_kind and KIND not in zeiden_ja:
        mist.append(naam_kind)
    if beslisser is not Beslisser.JEUGDIGE and gezag and not ook_gezag:
        mist += gezag
    return mist


def is_geweigerd(werkplek: Werkplek, dossier: str, soort: Briefsoort, aan: str = "") -> bool:
    """Of het gezin nee zei of toestemming introk voor wie deze brief krijgt; dat werkt meteen.

    Trok iemand de toestemming voor één aanbieder in, dan mag de brief aan een andere nog wel als daar op naam
    toestemming voor is. Een ja voor dezelfde soort ontvanger is niet genoeg: ‘school’ en ‘de juf’ zijn dezelfde. En een
    later nee tegen de hele school geldt ook voor de juf.
    Wie één woord van een geweigerde naam deelt (‘Opvoedpoli’, ‘De Opvoedpoli’), kan dezelfde zijn. En is aan de brief
    niet te zien wat voor ontvanger het is, dan telt elk nee.
    """
    if soort not in NAAR_ANDEREN:
        return False
    delen = overhandigen.delen(werkplek, dossier)
    soorten = _soorten(soort, aan)
    op_naam = [t.datum or date.min for t in delen.mag if _is_op_naam(t, aan)]
    return any(_houdt_tegen(t, aan, soorten, max(op_naam, default=None)) for t in delen.niet_meer)


def _houdt_tegen(nee: Toestemming, aan: str, soorten: frozenset[Ontvanger], ja_op_naam: date | None) -> bool:
    """Of dit nee ook voor deze ontvanger is, met het laatste ja op zijn naam als dat er is."""
    if _is_op_naam(nee, aan):
        return True
    lijkt = _lijkt_op(nee, aan)
    if not (lijkt or not soorten or _soort_van(nee) in soorten):
        return False
    if ja_op_naam is None:
        return True
    # Een nee tegen iemand anders laat een ja op naam staan. Een later nee tegen allen, of wie dezelfde kan zijn, niet.
    breed = not _woorden(nee.met_wie) - _ZEGT_NIET_WIE
    return (breed or lijkt) and (nee.ingetrokken_op or nee.datum or date.max) >= ja_op_naam


def _soorten(soort: Briefsoort, aan: str) -> frozenset[Ontvanger]:
    """Wat voor ontvanger deze brief krijgt: dat zegt de soort brief, of anders een woord in wie er boven staat."""
    return _AAN.get(soort) or frozenset(_ZO_HEET[woord] for woord in _woorden(aan) if woord in _ZO_HEET)


def _lijkt_op(van: Toestemming, aan: str) -> bool:
    return bool((_woorden(van.met_wie) - _ZEGT_NIET_WIE) & _woorden(aan))


def _is_op_naam(van: Toestemming, aan: str) -> bool:
    """Of de brief aan precies deze ontvanger is: elk woord van de naam staat boven de brief."""
    naam = _woorden(van.met_wie)
    return bool(naam) and naam <= _woorden(aan)


def _soort_van(van: Toestemming) -> Ontvanger | None:
    if van.ontvanger is not None:
        return van.ontvanger
    gevonden = {_ZO_HEET[woord] for woord in _woorden(van.met_wie) if woord in _ZO_HEET}
    return gevonden.pop() if len(gevonden) == 1 else None


def _woorden(tekst: str) -> set[str]:
    return set(re.findall(r"[\w-]+", tekst.casefold()))


def pdf(werkplek: Werkplek, dossier: str, sleutel: str) -> bytes:
    """De brief als PDF.

    Fouten: ``brief-zonder-toestemming``, ``brief-geweigerd``, ``brief-leeg``, ``brief-open-plek`` en
    ``tekst-afgeschermd``.
    """
    huidig = werkplek.voor_gezin(dossier)
    van = Brief(huidig.kind, sleutel)
    soort = waarde_of(van.wat, Briefsoort.GEZIN)
    if not waarde_of(van.tekst, "").strip():
        raise InvoerFout("brief-leeg")
    aan = waarde_of(van.aan, "")
    if any(open_plek in waarde_of(van.tekst, "") for open_plek in brieftekst.OPEN_PLEKKEN):
        raise InvoerFout("brief-open-plek")
    if is_geweigerd(werkplek, dossier, soort, aan):
        raise InvoerFout("brief-geweigerd")
    if soort in _ALLEEN_MET_TOESTEMMING and not mag_delen(werkplek, dossier, soort, aan):
        raise InvoerFout("brief-zonder-toestemming")
    if afgeschermde_woorden(werkplek, dossier, sleutel):
        raise InvoerFout("tekst-afgeschermd")
    schrijven.leg_vast(werkplek, dossier, {(sleutel, Brief.gemaakt_op): Bekend(werkplek.vandaag)})
    logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, dossier, "brief")
    return document.maak(huidig, van, instellingen.profiel(werkplek), werkplek.wie, werkplek.klok.nu())


def afgeschermde_woorden(werkplek: Werkplek, dossier: str, sleutel: str) -> list[str]:
    """Wat er in deze brief staat en intussen is afgeschermd."""
    huidig = werkplek.dossier(dossier)
    van = Brief(huidig.kind, sleutel)
    tekst = f"{waarde_of(van.onderwerp, '')}\n{waarde_of(van.tekst, '')}"
    return afgeschermd_in(huidig, tekst)


def minuten(werkplek: Werkplek, dossier: str) -> int:
    """Hoeveel minuten er in gesprekken over de vraag van nu zijn opgeschreven."""
    gehad = praktijkvraag.gesprekken(werkplek.dossier(dossier), werkplek.vandaag)
    return sum(waarde(c.minuten) or 0 for c in gehad)


def zonder_minuten(werkplek: Werkplek, dossier: str) -> int:
    """Bij hoeveel gesprekken niemand opschreef hoe lang ze duurden; die tellen nog niet mee."""
    gehad = praktijkvraag.gesprekken(werkplek.dossier(dossier), werkplek.vandaag)
    return sum(waarde(c.minuten) is None for c in gehad)


def minuten_van_eerder(werkplek: Werkplek, dossier: str) -> int:
    """Hoeveel minuten er over een eerdere vraag waren: die tellen voor de vraag van nu niet mee."""
    return sum(waarde(c.minuten) or 0 for c in praktijkvraag.van_eerder(werkplek.dossier(dossier)))


def begin_nieuwe_vraag(werkplek: Werkplek, dossier: str) -> None:
    """Zegt dat de vraag van nu een nieuwe is: de uitkomst en de gesprekken van toen tellen niet meer."""
    afliep = praktijkvraag.misschien_terug(werkplek.dossier(dossier))
    if afliep is not None:
        leeg: Feit[Any] = Onbekend()
        schrijven.leg_vast(werkplek, dossier, {
            (Praktijk.soort, Praktijk.eerder_tot): Bekend(afliep), (Praktijk.soort, Praktijk.uitkomst): leeg,
            (Praktijk.soort, Praktijk.uitkomst_op): leeg,
        })  # fmt: skip


def hoogstens(werkplek: Werkplek, dossier: str) -> int | None:
    """Hoeveel minuten gesprek er ten hoogste zijn: wat de praktijk afsprak en, bij EMDR, wat de regio zegt.

    ``None``: niet afgesproken.
    """
    profiel = instellingen.profiel(werkplek)
    van_regio = regelset(instellingen.boek(werkplek).regels, werkplek.vandaag).instelling("emdr-minuten")
    emdr = waarde_of(werkplek.dossier(dossier).een(Praktijk).emdr, False)
    bij_emdr = van_regio.waarde if emdr and van_regio and van_regio.geldt_in(profiel.gemeentecode) else None
    grenzen = [profiel.praktijk_minuten, bij_emdr]
    return min((g for g in grenzen if g is not None), default=None)


def tekst_voor_his(werkplek: Werkplek, dossier: str) -> str:
    """Tekst om in het systeem van de praktijk te plakken: wat iemand zei, wat er gezien is, het idee en het plan.

    Schreven twee mensen iets anders, dan staat het er allebei.
    """
    huidig = werkplek.voor_gezin(dossier)
    van = huidig.een(Praktijk)
    gesprekken = [
        (max(dagen), c)
        for c in praktijkvraag.zeker_van_nu(huidig, werkplek.vandaag)
        if (dagen := [dag for dag in alle_waarden(c.datum) if dag <= werkplek.vandaag])
    ]
    laatste = max(gesprekken, key=lambda g: g[0])[1] if gesprekken else None
    delen = {
        "S": kort.gezegd(laatste.gezegd) if laatste else "",
        "O": kort.gezegd(van.gedaan),
        "E": kort.gezegd(van.beeld),
        "P": kort.gezegd(laatste.afgesproken) if laatste else "",
    }
    return "\n".join(f"{letter}: {tekst}" for letter, tekst in delen.items() if tekst)
