"""Wat een bundel in een dossier zou veranderen: per veld wat er nu staat en wat er komt te staan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jeugdteam_app.dossier.aanmelding import Vraagverheldering
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.dossier import MEERVOUDIG, Dossier
from jeugdteam_app.dossier.gesprek import ZONDER_WOORDEN, Contact, over_wie
from jeugdteam_app.dossier.gezin import Jeugdige, Persoon, heeft_gezag
from jeugdteam_app.dossier.kort import in_het_kort
from jeugdteam_app.dossier.perspectiefplan import Leefgebied
from jeugdteam_app.dossier.velden import REGISTER
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.journaal.samenvoegen import ALTIJD_VRAGEN, ALTIJD_VRAGEN_BIJ
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import POSITIE, VERWIJDERD, Plaats, Wijziging
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, Onbekend, Stem
from jeugdteam_app.kern.taal import _
from jeugdteam_app.opslag import journaal
from jeugdteam_app.opslag import samen as opslag
from jeugdteam_app.uitwisseling.bundel import Bundel
from jeugdteam_app.werk import collegas
from jeugdteam_app.werk.dossiers import leesbare_dossiers
from jeugdteam_app.werk.voortgang import hoofdstuk_van
from jeugdteam_app.werk.werkplek import Werkplek

# Bij wie een gesprek hoort, bepaalt wie het straks nog ziet.
_GEVOELIGE_VELDEN = frozenset({
    Vraagverheldering.veiligheid.id, Jeugdige.verantwoordelijk.id, Contact.over_kind.id, *ALTIJD_VRAGEN_BIJ,
})  # fmt: skip


class Verschil(NamedTuple):
    """Eén veld dat door het samenvoegen verandert, met wat er nu staat en wat er komt te staan."""

    hoofdstuk: str
    veld: str
    nu: Feit[Any]
    straks: Feit[Any]
    goed_kijken: bool
    # Of hier twee teksten samenkomen; het is goed om die na te lezen.
    samengevoegd: bool = False
    # Over welk ding uit een lijst het gaat, in de woorden die erbij staan; leeg bij wat er maar één keer is.
    ding: str = ""
    # Of de woorden hier voorgoed weggaan: het gaat alleen over een kind dat hier is vernietigd.
    gaat_weg: bool = False

    @property
    def is_tegenspraak(self) -> bool:
        """Of er straks twee antwoorden staan waar een mens uit kiest."""
        return isinstance(self.straks, Conflict)


@dataclass(frozen=True)
class Kindverschil:
    """Wat er in één dossier verandert."""

    kind: str
    is_nieuw: bool
    verschillen: tuple[Verschil, ...]
    # Hoe dingen, mensen, collega's en dossiers heten waar een verschil met een sleutel naar verwijst.
    namen: Mapping[str, str] = field(default_factory=dict)


def per_kind(werkplek: Werkplek, bundel: Bundel, nieuw: tuple[Wijziging, ...], weg: set[str]) -> Iterable[Kindverschil]:
    """Van elk kind in de bundel dat hier niet vernietigd is wat deze wijzigingen veranderen."""
    bekend = {s.id for s in journaal.stromen(werkplek.kluis)}
    per_stroom: dict[str, list[Wijziging]] = {}
    for w in nieuw:
        per_stroom.setdefault(w.stroom, []).append(w)
    kinderen = {s.id: s.gezin for s in bundel.stromen if s.id != s.gezin and s.id not in weg}
    # Is een kind uit de bundel hier vernietigd, dan verandert wat het gezin deelt ook bij wie hier nog wel is.
    alleen_gezin = {s.id for s in bundel.stromen if s.id == s.gezin} - {*kinderen.values(), *weg}
    hier = {s.id: s.gezin for s in journaal.stromen(werkplek.kluis) if s.gezin in alleen_gezin & set(per_stroom)}
    # Gaat iemand weg die het gezag heeft over een kind dat hier is, dan hoort dat ook bij dat kind.
    gezag = _gezag_dat_weggaat(werkplek, nieuw)
    hier |= {s.id: s.gezin for s in journaal.stromen(werkplek.kluis) if gezag.get(s.id)}
    met_gezag = frozenset[str]().union(*gezag.values())
    elders = {c.id: c.naam for c in collegas.alle(werkplek)} | {opslag.mijn_id(werkplek.kluis): werkplek.wie}
    for kind, gezin in {**kinderen, **{k: g for k, g in hier.items() if k != g}}.items():
        broers = {s.id for s in journaal.stromen(werkplek.kluis) if s.gezin == gezin} | {kind, *kinderen}
        straks = _straks(werkplek, kind, per_stroom, bekend), _straks(werkplek, gezin, per_stroom, bekend)
        samen = Samen(straks[1], broers, met_gezag)
        verschillen = [v for stroom in (gezin, kind) for v in _verschillen(werkplek, stroom, per_stroom, bekend, samen)]
        genoemd = {id for over in over_wie(straks[1]).values() for id in over}
        anderen = dict.fromkeys(genoemd - broers, _("een ander kind van dit gezin"))
        for id in genoemd & broers - {gezin}:
            zij = Dossier(id, _straks(werkplek, id, per_stroom, bekend), straks[1])
            anderen[id] = zij.een(Jeugdige).aanspreeknaam or _("een ander kind van dit gezin")
        # Een gesprek over alleen een ander kind heeft hier geen naam: die is uit zijn eigen woorden.
        stil = {g for g, over in over_wie(straks[1]).items() if not over & broers}
        weg_hier = {k.plaats.voorwerp for k in straks[1].alle_koppen() if k.plaats.veld == VERWIJDERD}
        # Ook wie weg is heeft een naam: anders staat er bij het gezag niet om wie het gaat.
        weg_mensen = {s: Persoon(straks[1], s).weergavenaam for s in weg_hier if s.startswith(f"{Persoon.soort}:")}
        heten = (
            elders | anderen | weg_mensen | {s: n for s, n in namen(Dossier(kind, *straks)).items() if s not in stil}
        )
        yield Kindverschil(kind, kind not in bekend, tuple(verschillen), heten)


def _gezag_dat_weggaat(werkplek: Werkplek, nieuw: Iterable[Wijziging]) -> dict[str, frozenset[str]]:
    """Van elk kind hier wie er volgens deze wijzigingen weg is en wel het gezag over dat kind heeft."""
    weg: dict[str, set[str]] = {}
    for w in nieuw:
        if w.plaats.veld == VERWIJDERD and w.plaats.voorwerp.startswith(f"{Persoon.soort}:"):
            weg.setdefault(w.stroom, set()).add(w.plaats.voorwerp)
    kinderen = (d for gezin in weg for d in leesbare_dossiers(werkplek, gezin))
    van = {d.id: journaal.stroom(werkplek.kluis, d.id).gezin for d in kinderen}
    return {
        kind: frozenset(p for p in weg[gezin] if heeft_gezag(werkplek.stand(kind), p)) for kind, gezin in van.items()
    }


def _straks(
    werkplek: Werkplek, stroom: str, per_stroom: Mapping[str, list[Wijziging]], bekend: Collection[str]
) -> Stand:
    hier = journaal.lees_wijzigingen(werkplek.kluis, stroom) if stroom in bekend else []
    return vouw([*hier, *per_stroom.get(stroom, [])])


def namen(dossier: Dossier) -> dict[str, str]:
    """Van elk ding in een lijst hoe het heet, en het kind zelf."""
    kind = dossier.een(Jeugdige).aanspreeknaam
    dingen = {v.sleutel: in_het_kort(v) for soort in MEERVOUDIG for v in dossier.alle(soort)}
    return {**({KIND: kind, dossier.id: kind} if kind else {}), **{s: kort for s, kort in dingen.items() if kort}}


class Samen(NamedTuple):
    """Wat er bij elk veld van een kind te weten is over het hele gezin."""

    familie: Stand
    kinderen: set[str]
    # Wie er weggaat en wel het gezag heeft.
    met_gezag: Collection[str]


def _verschillen(
    werkplek: Werkplek, stroom: str, per_stroom: dict[str, list[Wijziging]], bekend: set[str], gezin: Samen
) -> Iterable[Verschil]:
    erbij = per_stroom.get(stroom, [])
    if not erbij:
        return
    nu = vouw(journaal.lees_wijzigingen(werkplek.kluis, stroom)) if stroom in bekend else Stand()
    straks = _straks(werkplek, stroom, per_stroom, bekend)
    voorwerpen = dict.fromkeys(w.plaats.voorwerp for w in erbij)
    # Of iets weg is en of iemand daarover kiest, kan veranderen zonder dat er zelf iets over bij komt.
    keuzes = [Plaats(v, VERWIJDERD) for v in voorwerpen if nu.betwist(v) != straks.betwist(v)]
    samen = Dossier("", straks, straks)
    # Eén keer per stroom: bij een grote bundel kost het per veld te veel.
    over, weg = over_wie(straks), journaal.vernietigd(werkplek.kluis)
    for plaats in dict.fromkeys([*keuzes, *(w.plaats for w in erbij)]):
        zelfde = nu.koppen(plaats) == straks.koppen(plaats) and plaats not in keuzes
        over_een_ander = not over.get(plaats.voorwerp, gezin.kinderen) & gezin.kinderen
        # De woorden van zo'n gesprek zijn niet voor wie dat kind niet heeft; wie ze al had, hoort over wie het gaat.
        leest = nu if over_een_ander else straks
        stil = not _heeft_woorden(leest, plaats.voorwerp) or (over_een_ander and plaats.veld != Contact.over_kind.id)
        if plaats.veld == POSITIE or zelfde or stil:
            continue
        voor, na = _wat_er_staat(nu, plaats), _wat_er_staat(straks, plaats)
        if voor != na:
            # Wat hangt aan iets dat weg is, is straks nergens te zien: kijk daar goed naar.
            hangt_aan = samen.hangt_aan(plaats.voorwerp)
            wees = not all(s.is_aanwezig(sleutel) for sleutel in hangt_aan for s in (straks, gezin.familie))
            kan_beslissen = plaats.veld == VERWIJDERD and plaats.voorwerp in gezin.met_gezag
            yield Verschil(
                hoofdstuk_van(plaats.voorwerp), plaats.veld, voor, na,
                _gevoelig(plaats) or plaats in straks.samengevoegd or plaats in keuzes or wees or kan_beslissen,
                plaats in straks.samengevoegd,
                ding(plaats.voorwerp, leest if leest.is_aanwezig(plaats.voorwerp) else nu),
                over_een_ander and over[plaats.voorwerp] <= weg,
            )  # fmt: skip


def _heeft_woorden(stand: Stand, voorwerp: str) -> bool:
    """Of er iets te lezen is: van een gesprek over een broer of zus is hier soms alleen bekend over wie het gaat."""
    velden = {p.veld for p in stand.velden(voorwerp)} - {POSITIE}
    return not voorwerp.startswith(f"{Contact.soort}:") or not velden <= ZONDER_WOORDEN


_SOORTEN = {soort.soort: soort for soort in MEERVOUDIG}


def ding(sleutel: str, stand: Stand) -> str:
    """Over wie of wat het gaat: de woorden die erbij staan, of een verwijzing naar waar het bij hoort.

    Zo'n verwijzing (naar een mens of een ander ding) krijgt haar naam waar die bekend is; zie ``namen``.
    """
    soort, _streep, van = sleutel.partition(":")
    if soort in _SOORTEN:
        return in_het_kort(_SOORTEN[soort](stand, sleutel))
    # Het gezag of de band van iemand, voor wie een gesprek niet is, of een gebied van het plan voor later.
    return woord(Leefgebied(van)) if van in set(Leefgebied) else van


def _wat_er_staat(stand: Stand, plaats: Plaats) -> Feit[Any]:
    """De waarde van een veld; bij weghalen wat er in het voorwerp staat, of niets als het weg is."""
    if plaats.veld != VERWIJDERD:
        return _getypeerd(plaats, stand.feit(*plaats))
    if stand.betwist(plaats.voorwerp) is not None:
        return _keus(stand, plaats.voorwerp)
    return inhoud_van(stand, plaats.voorwerp) if stand.is_aanwezig(plaats.voorwerp) else Onbekend()


def inhoud_van(stand: Stand, voorwerp: str) -> Bekend[tuple[Any, ...]]:
    """Alles wat er in een voorwerp staat of stond, ook als het is weggehaald."""
    velden = (p for p in stand.velden(voorwerp) if p.veld not in (POSITIE, VERWIJDERD))
    feiten = (_getypeerd(p, stand.feit(*p)) for p in velden)
    return Bekend(tuple(f.waarde for f in feiten if isinstance(f, Bekend)))


def _keus(stand: Stand, voorwerp: str) -> Conflict[Any]:
    """Weg of blijven: wat er staat met wie eraan schreef, naast wie het weghaalde."""
    betwist = stand.betwist(voorwerp)
    weghalers, schrijvers = betwist or ((), ())
    inhoud = inhoud_van(stand, voorwerp)
    blijft: dict[str, Stem[Any]] = {w.auteur: Stem(inhoud, w.auteur, w.tijd) for w in schrijvers}
    weg: dict[str, Stem[Any]] = {w.auteur: Stem(Onbekend(), w.auteur, w.tijd) for w in weghalers}
    return Conflict((*blijft.values(), *weg.values()))


def _gevoelig(plaats: Plaats) -> bool:
    soort = plaats.voorwerp.partition(":")[0]
    return soort in ALTIJD_VRAGEN or plaats.veld in _GEVOELIGE_VELDEN


def _getypeerd(plaats: Plaats, feit: Feit[Any]) -> Feit[Any]:
    """De waarde zoals het veld haar kent; wat een nieuwere versie schreef, blijft zoals het is."""
    if plaats.veld not in REGISTER:
        return feit
    gelezen = REGISTER[plaats.veld].lees(feit)
    return gelezen if isinstance(gelezen, Bekend | Conflict) else feit
