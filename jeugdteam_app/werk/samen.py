"""Samen met collega's: dossiers versturen, ontvangen en samenvoegen.

Samenvoegen is de vereniging van wat beide laptops schreven. Niets gaat verloren, en waar twee mensen gelijktijdig
iets anders schreven, blijft allebei staan tot een mens kiest.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from jeugdteam_app import VERSIE
from jeugdteam_app.dossier.bijlage import afdrukken_in, genoemde_bijlagen
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gesprek import ZONDER_WOORDEN, Contact, over_wie
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import VERWIJDERD, Wijziging, WijzigingId
from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.opslag import bijlagen, journaal, samen
from jeugdteam_app.opslag.journaal import Stroom
from jeugdteam_app.opslag.samen import Ontvangst
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.uitwisseling import bundel as bundels
from jeugdteam_app.uitwisseling.bundel import Boekrij, Bundel, Stroomrij
from jeugdteam_app.werk import (
    collegas,
    instellingen,
    logboek,
    meegestuurde_boeken,
    ontvangstbewijs,
    schrijven,
    verloop,
)
from jeugdteam_app.werk.collegas import Collega
from jeugdteam_app.werk.verantwoordelijk import is_overgedragen, opvolgers
from jeugdteam_app.werk.verschillen import Kindverschil, per_kind
from jeugdteam_app.werk.voortgang import hoofdstuk_van
from jeugdteam_app.werk.werkplek import Werkplek

BUNDEL = ".bundel"


@dataclass(frozen=True)
class Voorproef:
    """Wat een bundel zou doen, zonder dat er al iets gedaan is."""

    bundel: Bundel
    afzender: Collega
    nieuw: tuple[Wijziging, ...]
    kinderen: tuple[Kindverschil, ...]
    ouder: bool
    # De dossiers die hier zijn vernietigd, en dus niet terugkomen.
    geweigerd: tuple[str, ...]
    # Kinderen van een gezin waarvan hier alles is vernietigd, terwijl zij dat zelf niet zijn.
    van_vernietigd_gezin: int = 0
    # Bijlagen die hier horen en er niet (heel) zijn.
    bijlagen: int = 0
    # Productenboeken die hier nog niet zijn, en die onder dezelfde naam en versie hier iets anders zeggen.
    boeken: tuple[Boekrij, ...] = ()
    andere_boeken: tuple[Boekrij, ...] = ()
    # Of de bundel die de afzender hiervoor aan u stuurde, hier niet gelezen is.
    mist_vorige: bool = False

    @property
    def vernietigd(self) -> int:
        """Hoeveel dossiers hierin hier zelf zijn vernietigd."""
        return len(self.geweigerd) - self.van_vernietigd_gezin

    @property
    def brengt_iets(self) -> bool:
        """Of samenvoegen iets verandert."""
        return bool(self.nieuw or self.bijlagen or self.boeken)

    @property
    def goed_kijken(self) -> bool:
        """Of er iets bij is over veiligheid, toestemming, keuze of toewijzing, of een tegenspraak."""
        return any(v.goed_kijken or v.is_tegenspraak for k in self.kinderen for v in k.verschillen)


# --- versturen ---


# Zonder te weten over wie het gaat, heeft een collega niets aan de rest.
ALTIJD_MEE = "gezin"


def verstuur(
    werkplek: Werkplek, dossiers: Iterable[str], aan: Iterable[str], pad: Path, zonder: Collection[str] = ()
) -> None:
    """Schrijft een verzegelde bundel met deze dossiers, alleen te openen door deze nagelezen collega's.

    ``zonder`` zijn de hoofdstukken die niet meegaan. Stuurt u ze later wel, dan komen ze er bij de ander gewoon bij.
    """
    kinderen, ontvangers = list(dossiers), list(aan)
    if not kinderen:
        raise InvoerFout("bundel-zonder-dossier")
    if not ontvangers:
        raise InvoerFout("bundel-zonder-ontvanger")
    if set(zonder) - {ALTIJD_MEE} and any(is_overgedragen(werkplek, kind) for kind in kinderen):
        # Een deel dat aankomt, zou anders gelden als de overdracht zelf.
        raise InvoerFout("overdragen-hele-dossier")
    sleutels = [collegas.openbaar_van(werkplek, id) for id in ontvangers]
    stromen = _met_gezin(werkplek, kinderen)
    ik = samen.identiteit(werkplek.kluis)
    with werkplek.kluis.transactie():
        teller, vorige = samen.laatste_teller(werkplek.kluis), samen.vorige_aan(werkplek.kluis, ontvangers)
        kop = bundels.Kop(
            bundel=uuid.uuid4().hex, afzender=samen.mijn_id(werkplek.kluis), ontvangers=tuple(ontvangers),
            teller=teller + 1, vorige=vorige, gemaakt=werkplek.tijd, programma=VERSIE,
            zonder=tuple(sorted(set(zonder) - {ALTIJD_MEE})),
        )  # fmt: skip
        niet = _over_een_ander(werkplek, stromen, ontvangers)
        alles = [
            w
            for s in stromen
            for w in journaal.lees_wijzigingen(werkplek.kluis, s.id)
            if _gaat_mee(w, kop) and not niet(w)
        ]
        boeken = (
            [] if {"passend", "toewijzing"} <= set(kop.zonder) else meegestuurde_boeken.gebruikt(werkplek, kinderen)
        )
        kinderen_met_bijlagen = [] if "gesprekken" in kop.zonder else kinderen
        mee = [b for kind in kinderen_met_bijlagen for b in _bijlagen_van(werkplek, kind)]
        inhoud, afdruk = bundels.maak(kop, stromen, alles, ik, sleutels, boeken, mee)
        ids = [s.id for s in stromen]
        samen.noteer_verzonden(werkplek.kluis, kop.teller, kop.bundel, afdruk, ontvangers, ids, werkplek.tijd)
        for dossier in kinderen:
            logboek.noteer(werkplek, Gebeurtenis.VERSTUURD, dossier)
        werkplek.kluis.schrijf_mee(pad, inhoud, voor_anderen=True)


def _gaat_mee(w: Wijziging, kop: bundels.Kop) -> bool:
    """Of een wijziging hoort bij wat de afzender koos. Wat bij geen hoofdstuk hoort, gaat alleen mee met alles."""
    hoofdstuk = hoofdstuk_van(w.plaats.voorwerp)
    return hoofdstuk not in kop.zonder and bool(hoofdstuk or not kop.zonder)


def _over_een_ander(
    werkplek: Werkplek, stromen: Iterable[Stroomrij], aan: Collection[str]
) -> Callable[[Wijziging], bool]:
    """Of een wijziging woorden zijn uit een gesprek dat alleen over een broer of zus gaat die niet meegaat.

    Is dat kind hier ook niet, dan gaan de woorden nog wel terug naar wie vertelde over wie het gaat, of naar wie diens
    werk overnam: die kent misschien niet wat hier al stond, en anders zag niemand het ooit meer.
    """
    kinderen = {s.id for s in stromen}
    hier = {s.id for s in journaal.stromen(werkplek.kluis)}
    van_ander: set[str] = set()
    for gezin in (s.id for s in stromen if s.id == s.gezin):
        stand = werkplek.stand(gezin)
        nr = journaal.rijnummers(werkplek.kluis, gezin)
        for gesprek, over in over_wie(stand).items():
            koppen = stand.koppen(Contact.over_kind.plaats(gesprek))
            vertelden = {wie for kop in koppen for wie in _kwam_van(werkplek, nr[kop.id])}
            hoort_het = opvolgers(werkplek, kinderen & hier - {gezin}, vertelden)
            if not over & kinderen and (over & hier or not hoort_het & set(aan)):
                van_ander.add(gesprek)
    return lambda w: w.plaats.voorwerp in van_ander and w.plaats.veld not in ZONDER_WOORDEN


def _kwam_van(werkplek: Werkplek, nr: int) -> set[str]:
    """Van wie een rij kwam; leeg als zij van hier is. Na redden is dat niet bekend: dan van ieder die iets stuurde."""
    gekomen = [o for o in samen.ontvangsten(werkplek.kluis) if not o.teruggedraaid]
    van = {o.afzender for o in gekomen if o.van_nr <= nr <= o.tot_nr}
    return van or {o.afzender for o in gekomen if not o.is_terug_te_draaien}


def _bijlagen_van(werkplek: Werkplek, kind: str) -> Iterable[bundels.Bijlagerij]:
    """Wat er nu bij een dossier ligt; wat iemand eruit haalde, of wat hier niet staat, gaat niet mee."""
    hier = set(bijlagen.afdrukken(werkplek.kluis, kind))
    for afdruk in sorted(genoemde_bijlagen(werkplek.stand(kind)) & hier):
        inhoud, gelezen = bijlagen.lees(werkplek.kluis, kind, afdruk), bijlagen.lees_tekst(werkplek.kluis, kind, afdruk)
        yield bundels.Bijlagerij(kind, afdruk, inhoud, gelezen)


class Verstuurd(NamedTuple):
    """Wanneer een dossier het laatst ging, naar wie, wie zei dat het aankwam, en bij wie het is vernietigd."""

    tijd: str
    aan: tuple[str, ...]
    aangekomen: tuple[str, ...]
    komt_niet_terug: tuple[str, ...]


def laatst_verstuurd(werkplek: Werkplek, dossier: str) -> Verstuurd | None:
    """Wanneer dit dossier het laatst ging, en naar wie."""
    heten = collegas.namen_uit_elkaar(collegas.alle(werkplek))

    def namen(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(heten.get(id, id[:8]) for id in ids)

    for een in samen.verzonden(werkplek.kluis):
        if dossier in een.stromen:
            weg = [id for id in een.aan if ontvangstbewijs.komt_niet_terug(werkplek, dossier, id)]
            return Verstuurd(een.tijd, namen(een.aan), namen(i for i in een.aangekomen if i not in weg), namen(weg))
    return None


def met_dit_dossier(werkplek: Werkplek, dossier: str) -> tuple[Collega, ...]:
    """De collega's die dit dossier ook hebben: van wie het kwam, en aan wie het ging."""
    wie = set(samen.afzenders_van(werkplek.kluis, dossier))
    wie.update(*(een.aan for een in samen.verzonden(werkplek.kluis) if dossier in een.stromen))
    return tuple(collega for collega in collegas.alle(werkplek) if collega.id in wie)


def _met_gezin(werkplek: Werkplek, kinderen: list[str]) -> list[Stroomrij]:
    """De dossiers en wat hun gezinnen delen; de dossiers van broers en zussen gaan niet mee."""
    gezinnen = {journaal.stroom(werkplek.kluis, kind).gezin for kind in kinderen}
    gekozen = {*kinderen, *gezinnen}
    begonnen = dict(journaal.begintijden(werkplek.kluis))
    alle = journaal.stromen(werkplek.kluis)
    return [Stroomrij(s.id, s.soort, s.gezin, begonnen[s.id]) for s in alle if s.id in gekozen]


# --- ontvangen ---


def bekijk(werkplek: Werkplek, pad: Path) -> Voorproef:
    """Opent een bundel en zegt wat er zou veranderen.

    Van de bundel verandert er nog niets; wat hier zelf nog getypt stond, wordt wel opgeslagen.
    """
    kluis = werkplek.kluis
    sleutels = collegas.sleutels_van(werkplek)
    bundel = bundels.lees(lees_bestand(pad), samen.identiteit(kluis), samen.mijn_id(kluis), sleutels)
    _leg_getypte_woorden_vast(werkplek, bundel)
    weg = {s.id for s in bundel.stromen if samen.is_vernietigd(kluis, s.id) or samen.is_vernietigd(kluis, s.gezin)}
    _weiger_andere_stroom(werkplek, bundel)
    nieuw = _nieuw(werkplek, _zonder_vernietigd(werkplek, bundel, weg))
    _weiger_veranderd_besluit(bundel.wijzigingen)
    afzender = next(c for c in collegas.alle(werkplek) if c.id == bundel.kop.afzender)
    kinderen = tuple(per_kind(werkplek, bundel, nieuw, weg))
    ouder = samen.is_ingehaald(kluis, afzender.id, bundel.kop.teller)
    geweigerd = tuple(s.id for s in bundel.stromen if s.id != s.gezin and s.id in weg)
    ander = sum(not samen.is_vernietigd(kluis, id) for id in geweigerd)
    for kind in kinderen:
        logboek.noteer(werkplek, Gebeurtenis.BUNDEL_BEKEKEN, kind.kind)
    gelezen = {o.bundel for o in samen.ontvangsten(kluis) if not o.teruggedraaid}
    vorige = bundel.kop.vorige.get(samen.mijn_id(kluis))
    return Voorproef(
        bundel, afzender, nieuw, kinderen, ouder, geweigerd, ander, _ontbrekende_bijlagen(werkplek, bundel, weg),
        mist_vorige=vorige is not None and vorige not in gelezen,
        boeken=meegestuurde_boeken.nieuw(werkplek, bundel.boeken),
        andere_boeken=meegestuurde_boeken.anders(werkplek, bundel.boeken),
    )  # fmt: skip


def _zonder_vernietigd(werkplek: Werkplek, bundel: Bundel, weg: set[str]) -> list[Wijziging]:
    """Wat er in de bundel zit, zonder wat hier is vernietigd en zonder de woorden van gesprekken over alleen zo'n kind.

    Over wie zo'n gesprek gaat, komt wel binnen: misschien staan de woorden hier nog bij een broer of zus.
    """
    over = [w for w in bundel.wijzigingen if w.stroom not in weg]
    niet_meer = journaal.vernietigd(werkplek.kluis)
    bekend = {s.id for s in journaal.stromen(werkplek.kluis)}
    gesprekken = set(niet_meer)
    for gezin in {s.gezin for s in bundel.stromen} - weg:
        hier = journaal.lees_wijzigingen(werkplek.kluis, gezin) if gezin in bekend else []
        straks = vouw([*hier, *(w for w in over if w.stroom == gezin)])
        gesprekken |= {gesprek for gesprek, kinderen in over_wie(straks).items() if kinderen <= niet_meer}
    return [w for w in over if w.plaats.voorwerp not in gesprekken or w.plaats.veld in ZONDER_WOORDEN]


def _leg_getypte_woorden_vast(werkplek: Werkplek, bundel: Bundel) -> None:
    """Wat hier na een onverwacht einde nog getypt stond, is geschreven voor wat de bundel brengt.

    Later opgeslagen zou het over de woorden van een collega heen gaan zonder dat iemand koos.
    """
    gezinnen = {s.gezin for s in bundel.stromen}
    for stroom in journaal.stromen(werkplek.kluis):
        if stroom.id != stroom.gezin and stroom.gezin in gezinnen:
            schrijven.haal_terug(werkplek, stroom.id)


def _ontbrekende_bijlagen(werkplek: Werkplek, bundel: Bundel, weg: set[str]) -> int:
    """Wat er bij een dossier hoort en hier niet te lezen is: dan helpt het om de bundel toch over te nemen."""
    hier = {s.id for s in journaal.stromen(werkplek.kluis)} - weg
    return sum(
        b.stroom in hier and b.afdruk in genoemde_bijlagen(werkplek.stand(b.stroom))
        and not bijlagen.is_heel(werkplek.kluis, b.stroom, b.afdruk)
        for b in bundel.bijlagen
    )  # fmt: skip


def neem_over(werkplek: Werkplek, proef: Voorproef) -> None:
    """Voegt samen wat bekeken is, in één transactie. Kwam daar intussen al iets van, dan is bekijken opnieuw nodig."""
    with werkplek.kluis.transactie():
        _leg_getypte_woorden_vast(werkplek, proef.bundel)
        weg = any(samen.is_vernietigd(werkplek.kluis, id) for id in {w.stroom for w in proef.nieuw})
        if weg or _nieuw(werkplek, proef.nieuw) != proef.nieuw:
            raise InvoerFout("bundel-opnieuw-bekijken")
        bekend = {s.id for s in journaal.stromen(werkplek.kluis)}
        raakt = {w.stroom for w in proef.nieuw}
        raakt |= {s.gezin for s in proef.bundel.stromen if s.id in raakt}
        erbij = [
            (Stroom(s.id, s.soort, s.gezin), s.gemaakt)
            for s in proef.bundel.stromen
            if s.id in raakt and s.id not in bekend
        ]
        schrijven.merk_ingehaald(werkplek, proef.nieuw)
        was = journaal.apparaat(werkplek.kluis)
        van, tot = journaal.voeg_samen(werkplek.kluis, erbij, proef.nieuw)
        _vernietig_wat_van_hen_was(werkplek, {s.gezin for s in proef.bundel.stromen if s.id in raakt})
        if journaal.apparaat(werkplek.kluis) != was:
            # Dit bleek een oudere kopie: welke nummers er daarna zijn uitgegeven, weten we hier niet.
            instellingen.laat_blok_los(werkplek)
        kop = proef.bundel.kop
        ontvangst = Ontvangst(kop.bundel, kop.afzender, kop.teller, van, tot, tuple(s.id for s, _tijd in erbij))
        samen.noteer_ontvangen(werkplek.kluis, ontvangst, werkplek.tijd)
        ontvangstbewijs.onthoud_geweigerd(werkplek, kop.bundel, proef.geweigerd)
        hier = {s.id for s in journaal.stromen(werkplek.kluis)}
        for bijlage in proef.bundel.bijlagen:
            if bijlage.stroom in hier:
                bijlagen.bewaar(werkplek.kluis, bijlage.stroom, bijlage.inhoud, bijlage.tekst)
        meegestuurde_boeken.bewaar(werkplek, proef.bundel.boeken)
        _onthoud_nummers(werkplek, proef.nieuw)
        for kind in proef.kinderen:
            logboek.noteer(werkplek, Gebeurtenis.SAMENGEVOEGD, kind.kind)
        _vergeet(werkplek, raakt)
        for kind in proef.kinderen:
            # Een bericht kan hier eerder zijn gelezen dan de toewijzing van de collega er was.
            if kind.kind in hier:
                verloop.haal_in(werkplek, kind.kind)


def _vernietig_wat_van_hen_was(werkplek: Werkplek, gezinnen: Iterable[str]) -> None:
    """Blijkt nu pas dat een gesprek alleen over een kind ging dat hier is vernietigd, dan gaan de woorden ook weg."""
    weg = journaal.vernietigd(werkplek.kluis)
    for gezin in gezinnen:
        wie = over_wie(journaal.lees_stand(werkplek.kluis, gezin))
        for gesprek in sorted(g for g, over in wie.items() if over <= weg and g not in weg):
            journaal.vernietig(werkplek.kluis, gesprek, werkplek.tijd, "gesprek")


def onthoud_gelezen(werkplek: Werkplek, proef: Voorproef) -> None:
    """Wie een bestand las waar niets nieuws in stond, heeft het gelezen: het is daarna niet meer nieuw."""
    kop = proef.bundel.kop
    gelezen = {o.bundel for o in samen.ontvangsten(werkplek.kluis)}
    if proef.brengt_iets or kop.bundel in gelezen:
        return
    leeg = Ontvangst(kop.bundel, kop.afzender, kop.teller, 0, -1, ())
    with werkplek.kluis.transactie():
        samen.noteer_ontvangen(werkplek.kluis, leeg, werkplek.tijd)
        ontvangstbewijs.onthoud_geweigerd(werkplek, kop.bundel, proef.geweigerd)


def _onthoud_nummers(werkplek: Werkplek, nieuw: Iterable[Wijziging]) -> None:
    """Een toewijzingnummer dat een ander al gaf, geven wij niet nog eens (TR332)."""
    with werkplek.kluis.transactie() as verbinding:
        for w in nieuw:
            if w.plaats.veld == Toegewezen.nummer.id and isinstance(w.waarde.get("b"), int):
                verbinding.execute(
                    "INSERT OR IGNORE INTO nummer VALUES (?, ?, ?)", (w.waarde["b"], w.plaats.voorwerp, w.tijd)
                )


def laatste_ontvangst(werkplek: Werkplek) -> Ontvangst | None:
    """De laatste samenvoeging die nog teruggedraaid kan worden."""
    return next((o for o in samen.ontvangsten(werkplek.kluis) if not o.teruggedraaid and o.is_terug_te_draaien), None)


def maak_ongedaan(werkplek: Werkplek) -> None:
    """Draait de laatste samenvoeging terug, als niemand er hier al op verder werkte.

    Fouten: ``samen-niets-ongedaan``, en ``samen-bewijs-gegeven`` als de ander al hoorde dat het aankwam.
    """
    laatste = laatste_ontvangst(werkplek)
    if laatste is None:
        raise InvoerFout("samen-niets-ongedaan")
    # Wat daarna kwam en niets nieuws bracht, leunt op deze: ook daarvan kan een ander weten dat het hier is.
    sindsdien = samen.gekomen_sinds(werkplek.kluis, laatste.bundel)
    if any(ontvangstbewijs.is_gegeven(werkplek, bundel) for bundel in sindsdien):
        raise InvoerFout("samen-bewijs-gegeven")
    if _sindsdien_besloten(werkplek, laatste):
        raise InvoerFout("ongedaan-verder-gebouwd")
    with werkplek.kluis.transactie():
        geraakt = journaal.haal_weg(werkplek.kluis, laatste.van_nr, laatste.tot_nr, laatste.nieuw)
        for stroom in geraakt - set(laatste.nieuw):
            geschiedenis = journaal.lees_wijzigingen(werkplek.kluis, stroom)
            bijlagen.houd_alleen(werkplek.kluis, stroom, afdrukken_in(geschiedenis))
        for bundel in sindsdien:
            samen.noteer_teruggedraaid(werkplek.kluis, bundel, werkplek.tijd)
        logboek.noteer(werkplek, Gebeurtenis.SAMENVOEGEN_ONGEDAAN, None)
        kinderen = {s.id for s in journaal.stromen(werkplek.kluis) if s.id != s.gezin}
        for stroom in sorted(geraakt & kinderen):
            logboek.noteer(werkplek, Gebeurtenis.SAMENVOEGEN_ONGEDAAN, stroom)
    _vergeet(werkplek, geraakt)


def _sindsdien_besloten(werkplek: Werkplek, laatste: Ontvangst) -> bool:
    """Of er daarna aan een toewijzing is gewerkt in een dossier dat deze bundel raakte.

    Een besluit rust op alles wat er toen stond, en op de keuze: die mag er niet onderuit.
    """
    for stroom in journaal.stromen(werkplek.kluis):
        plek = journaal.rijnummers(werkplek.kluis, stroom.id)
        familie = journaal.rijnummers(werkplek.kluis, stroom.gezin)
        if not any(laatste.van_nr <= nr <= laatste.tot_nr for nr in (*plek.values(), *familie.values())):
            continue
        for w in journaal.lees_wijzigingen(werkplek.kluis, stroom.id):
            if plek[w.id] > laatste.tot_nr and w.plaats.voorwerp.startswith(f"{Toegewezen.soort}:"):
                return True
    return False


def _vergeet(werkplek: Werkplek, stromen: Iterable[str]) -> None:
    for id in stromen:
        werkplek.vergeet(id)


def lees_bestand(pad: Path) -> bytes:
    """De bytes van een bundel; te groot is een fout voordat er iets gelezen is."""
    inhoud = lees_begrensd(pad, bundels.GROOTSTE_BUNDEL)
    if inhoud is None:
        raise InvoerFout("bundel-te-groot")
    return inhoud


def _weiger_andere_stroom(werkplek: Werkplek, bundel: Bundel) -> None:
    """Een bestand dat hier van een ander gezin of een andere wet is, hoort niet in deze bundel te staan."""
    hier = {s.id: s for s in journaal.stromen(werkplek.kluis)}
    if any(s.id in hier and (hier[s.id].soort, hier[s.id].gezin) != (s.soort, s.gezin) for s in bundel.stromen):
        raise InvoerFout("bundel-vorm")


def _weiger_veranderd_besluit(wijzigingen: Iterable[Wijziging]) -> None:
    """Wat is vastgesteld verandert nooit, ook niet via een bundel; kiezen tussen twee besluiten mag wel."""
    alle = list(wijzigingen)
    vast = Toegewezen.vastgesteld.id
    besloten: dict[tuple[str, str], set[WijzigingId]] = {}
    for w in alle:
        if w.plaats.veld == vast:
            besloten.setdefault((w.stroom, w.plaats.voorwerp), set()).add(w.id)
    for w in alle:
        # Ook het nummer van een toewijzing verandert nooit; kiezen tussen twee mag.
        opvolger = w.plaats.veld in (vast, Toegewezen.nummer.id) and len(w.voorgangers) == 1
        # Wie een ontwerp weghaalde en niet wist dat een ander het intussen vaststelde, deed niets verkeerd: het blijft.
        gezien = w.voorgangers & besloten.get((w.stroom, w.plaats.voorwerp), set())
        weggehaald = w.plaats.veld == VERWIJDERD and bool(gezien)
        if opvolger or (weggehaald and w.waarde.get("b") is True):
            raise InvoerFout("bundel-verandert-besluit")


def _nieuw(werkplek: Werkplek, wijzigingen: Iterable[Wijziging]) -> tuple[Wijziging, ...]:
    """Wat hier nog niet staat. Staat er onder dezelfde id iets anders, dan klopt de bundel niet."""
    stromen = {s.id for s in journaal.stromen(werkplek.kluis)}
    hier: dict[str, dict[Any, Wijziging]] = {}
    uit = []
    for w in wijzigingen:
        if w.stroom in stromen and w.stroom not in hier:
            hier[w.stroom] = {x.id: x for x in journaal.lees_wijzigingen(werkplek.kluis, w.stroom)}
        bekend = hier.get(w.stroom, {}).get(w.id)
        if bekend is None:
            uit.append(w)
        elif bekend != w:
            raise InvoerFout("bundel-anders")
    if _staat_elders(werkplek, {w.id for w in uit}):
        raise InvoerFout("bundel-anders")
    return tuple(uit)


def _staat_elders(werkplek: Werkplek, ids: set[WijzigingId]) -> bool:
    """Of een van deze wijzigingen hier al bij een ander dossier hoort."""
    vraag = "SELECT apparaat, teller FROM wijziging WHERE apparaat = ?"
    return any(
        WijzigingId(*rij) in ids for naam in {i.apparaat for i in ids} for rij in werkplek.kluis.vraag(vraag, naam)
    )


def naam_na(werkplek: Werkplek, proef: Voorproef, kind: str) -> str:
    """Hoe een kind heet, ook als het dossier hier nog niet is."""
    gezin = next((s.gezin for s in proef.bundel.stromen if s.id == kind), "") or (
        journaal.stroom(werkplek.kluis, kind).gezin
    )
    bekend = {s.id for s in journaal.stromen(werkplek.kluis)}

    def stand(id: str) -> Stand:
        hier = journaal.lees_wijzigingen(werkplek.kluis, id) if id in bekend else []
        return vouw([*hier, *(w for w in proef.nieuw if w.stroom == id)])

    return Dossier(kind, stand(kind), stand(gezin)).een(Jeugdige).volledige_naam
