"""Wat er volgens alle besluiten samen loopt: onder welk nummer, tot wanneer, en waarom dat veranderde.

Onder hetzelfde toewijzingnummer mogen alleen het einde, het budget en het volume over de hele looptijd veranderen
(iJw 3.2, OP033x1, IV066 en OP257). Is het einde nog niet voorbij en blijft de rest gelijk, dan moet verlengen ook zo
(OP380). Al het andere is intrekken en een nieuw nummer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, combinations, starmap
from typing import Literal

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.evaluatie import Evaluatie
from jeugdteam_app.dossier.post import OVERLEDEN, Berichtsoort, Post, Verzoek, Verzoekinhoud, geldig_verloop, stukken
from jeugdteam_app.dossier.toewijzing import (
    Besluitsoort,
    Levering,
    Redenwijziging,
    Toegewezen,
    Toewijzing,
    Vaststelling,
)
from jeugdteam_app.kern.feit import alle_waarden, waarde, waarde_of
from jeugdteam_app.kern.omvang import UREN, Frequentie, Omvang
from jeugdteam_app.kern.periode import Periode


@dataclass(frozen=True)
class Lopend:
    """Eén toewijzing zoals zij nu geldt. ``eerder``: de besluiten die onder hetzelfde nummer vooraf gingen."""

    item: Toegewezen
    vast: Vaststelling
    inhoud: Toewijzing
    reden: Redenwijziging | None
    eerder: tuple[str, ...]
    # Het latere besluit dat deze toewijzing introk of verkortte, als dat er is.
    ingetrokken_met: Vaststelling | None = None
    # Het latere besluit onder een ander nummer; ook als deze hulp dan al voorbij is en er niets aan verandert.
    vervangen_door: Vaststelling | None = None

    @property
    def besloten(self) -> Vaststelling:
        """Het besluit dat het laatst over deze toewijzing ging: daar gaat de aanbieder van uit (iJw IV013)."""
        return self.ingetrokken_met or self.vast

    @property
    def afdruk(self) -> str:
        """Waaraan te zien is of deze toewijzing sinds het vorige bericht veranderde."""
        i, begin = self.inhoud, self.inhoud.ingangsdatum or self.vast.datum
        return als_afdruk(waarde(self.item.nummer), begin, i.einddatum, i.omvang, i.budget, self.besloten.datum)

    @property
    def is_verwijderd(self) -> bool:
        """Of de hulp helemaal niet doorgaat."""
        return self.reden is Redenwijziging.VERWIJDERD

    @property
    def periode(self) -> Periode | None:
        """Van wanneer tot wanneer de hulp er echt is of was: wat eerder stopte, duurde niet tot de dag van het besluit.

        ``None``: verwijderd, gestopt voor het begin, of een van beide dagen staat er niet.
        """
        besloten, gestopt = self.inhoud.periode, waarde(self.item.gestopt_op)
        if besloten is None or self.is_verwijderd or (gestopt is not None and gestopt < besloten.begin):
            return None
        return Periode(besloten.begin, min(besloten.einde, gestopt or date.max))

    def is_gestopt(self, op: date) -> bool:
        """Of er staat dat de hulp stopte, op deze dag of eerder; een afgesproken einde dat nog komt, is dat niet."""
        gestopt = waarde(self.item.gestopt_op)
        return gestopt is not None and gestopt <= op

    def is_bezig(self, op: date) -> bool:
        """Of de hulp op een dag nog niet gestopt of afgelopen is; ook als zij nog moet beginnen."""
        einde = self.inhoud.einddatum
        return not self.is_verwijderd and not self.is_gestopt(op) and (einde is None or einde >= op)

    @property
    def sleutels(self) -> frozenset[str]:
        """Elk besluit dat over deze toewijzing ging."""
        return frozenset((self.item.sleutel, *self.eerder))


def als_afdruk(
    nummer: int | None, begin: date, einde: date | None, omvang: Omvang | None, budget: int | None, datum: date
) -> str:
    """Wat van een toewijzing in het bericht telt, op één regel; zonder reden en kenmerk."""
    hoeveel = f"{omvang.volume}/{omvang.eenheid}/{omvang.frequentie}" if omvang else f"{budget}"
    return f"{nummer}|{begin}|{einde}|{hoeveel}|{datum}"


def is_elders_onveilig(dossier: Dossier, *sleutels: str) -> bool:
    """Of bij een andere toewijzing staat dat een bericht niet veilig is, en bij geen van deze dat het hier wel kan."""
    hier_veilig = any(waarde(Toegewezen(dossier.kind, sleutel).geen_bericht) is False for sleutel in sleutels)
    return not hier_veilig and any(is_onveilig(t) for t in dossier.alle(Toegewezen) if t.sleutel not in sleutels)


def is_onveilig(toegewezen: Toegewezen) -> bool:
    """Of een bericht hierover iemand in gevaar kan brengen; ook als twee mensen daar iets anders over zeiden."""
    return True in alle_waarden(toegewezen.geen_bericht)


def is_overleden(dossier: Dossier) -> bool:
    """Of een besluit of een bericht van een aanbieder zegt dat het kind is overleden."""
    gemeld = chain.from_iterable(geldig_verloop(stukken(dossier.alle(Post))).values())
    return besloten_na_overlijden(dossier) or any(v.reden == OVERLEDEN for v in gemeld)


def besloten_na_overlijden(dossier: Dossier) -> bool:
    """Of er een besluit is dat de hulp stopt omdat het kind is overleden, en dat daarna niet is verbeterd."""
    geldt = geldige(dossier)
    verbeterd = {v.inhoud.vervangt for v in geldt.values()}
    laatste = (v for sleutel, v in geldt.items() if sleutel not in verbeterd)
    return any(wegens_overlijden(dossier, v.inhoud) for v in laatste)


def wegens_overlijden(dossier: Dossier, inhoud: Toewijzing) -> bool:
    """Of dit besluit de hulp stopt omdat het kind is overleden; ook als het zo'n besluit alleen verbetert."""
    nog = dict(geldige(dossier))
    while inhoud.besluit is Besluitsoort.BEEINDIGEN and inhoud.reden_wijziging is Redenwijziging.CORRECTIE:
        verbeterd = nog.pop(inhoud.vervangt, None)
        if verbeterd is None:
            return False
        inhoud = verbeterd.inhoud
    return inhoud.reden_wijziging is Redenwijziging.OVERLEDEN


def houdt_nummer(oud: Toewijzing, nieuw: Toewijzing, op: date) -> bool:
    """Of een wijziging onder hetzelfde toewijzingnummer hoort."""
    zelfde = all(
        getattr(oud, deel) == getattr(nieuw, deel)
        for deel in ("categorie", "productcode", "ingangsdatum", "aanbieder", "levering", "eenheid", "frequentie")
    )
    # Twee aanbieders kunnen hetzelfde heten; een code die er nog niet stond, maakt het geen ander.
    zelfde = zelfde and len({oud.aanbieder_agb, nieuw.aanbieder_agb} - {""}) <= 1
    volume_mag = oud.volume == nieuw.volume or nieuw.frequentie is Frequentie.TOTAAL
    # Is de hulp voorbij, dan kan er nog iets in de woorden verbeterd worden; aan het bericht verandert dat niets.
    gelijk = all(getattr(oud, deel) == getattr(nieuw, deel) for deel in ("einddatum", "volume", "budget"))
    alleen_woorden = gelijk and nieuw.reden_wijziging is Redenwijziging.CORRECTIE
    loopt = oud.einddatum is not None and (oud.einddatum >= op or alleen_woorden)
    return zelfde and volume_mag and loopt


def lopend(dossier: Dossier) -> tuple[Lopend, ...]:
    """Elke toewijzing die ooit is vastgesteld, met wat latere besluiten eraan veranderden."""
    vast = {sleutel: (Toegewezen(dossier.kind, sleutel), v) for sleutel, v in geldige(dossier).items()}
    opvolgers: dict[str, list[Vaststelling]] = {}
    for _t, v in vast.values():
        opvolgers.setdefault(v.inhoud.vervangt, []).append(v)
    uit = []
    for t, v in vast.values():
        erna = opvolgers.get(t.sleutel, [])
        if not v.inhoud.geeft_hulp or any(_zelfde_nummer(v, later) for later in erna):
            continue
        eerder = _eerder(v, vast)
        inhoud, reden = v.inhoud, v.inhoud.reden_wijziging if eerder else None
        met = None
        for later in erna:
            was, (inhoud, reden) = inhoud, _ingetrokken(inhoud, later.inhoud, reden)
            met = later if inhoud != was else met
        uit.append(Lopend(t, v, inhoud, reden, tuple(eerder), met, erna[-1] if erna else None))
    return (*uit, *_verloren(dossier, {waarde(een.item.nummer) for een in uit}))


def _verloren(dossier: Dossier, in_gebruik: set[int | None]) -> Iterator[Lopend]:
    """Besluiten die niet gelden maar waarvan de aanbieder het nummer al kreeg: die hoort dat het weg is (CS335)."""
    gestuurd = {n for s in stukken(dossier.alle(Post)) if s.soort is Berichtsoort.TOEWIJZING for n in s.nummers}
    weg_te_halen, geldt = gestuurd - in_gebruik, geldige(dossier)
    for t in dossier.alle(Toegewezen):
        v, nummer = waarde(t.vastgesteld), waarde(t.nummer)
        if t.sleutel not in geldt and v and v.inhoud.gaat_in_bericht and nummer in weg_te_halen:
            # Een vervolg onder hetzelfde nummer is dezelfde toewijzing.
            weg_te_halen.remove(nummer)
            weg = v.inhoud.model_copy(update={"einddatum": v.inhoud.ingangsdatum})
            yield Lopend(t, v, weg, Redenwijziging.VERWIJDERD, ())


def van(dossier: Dossier, sleutel: str) -> Lopend | None:
    """De lopende toewijzing waar dit besluit bij hoort."""
    return next((een for een in lopend(dossier) if sleutel in een.sleutels), None)


def opvolger(dossier: Dossier, sleutel: str) -> Vaststelling | None:
    """Het vastgestelde besluit dat dit besluit veranderde, als het er is."""
    return next((v for v in geldige(dossier).values() if v.inhoud.vervangt == sleutel), None)


def twee_wijzigingen(dossier: Dossier) -> tuple[tuple[Toegewezen, ...], ...]:
    """Besluiten die los van elkaar hetzelfde besluit veranderden: een mens zegt welk geldt."""
    per_oud: dict[str, list[Toegewezen]] = {}
    for sleutel, v in geldige(dossier).items():
        if v.inhoud.vervangt:
            per_oud.setdefault(v.inhoud.vervangt, []).append(Toegewezen(dossier.kind, sleutel))
    return tuple(tuple(samen) for samen in per_oud.values() if not all(starmap(_kennen_elkaar, combinations(samen, 2))))


def _kennen_elkaar(een: Toegewezen, ander: Toegewezen) -> bool:
    """Of wie liet stoppen, wist dat de hulp onder een nieuw nummer verderging: dan spreken ze elkaar niet tegen."""
    naast = [v.inhoud.naast_besluit if (v := waarde(t.vastgesteld)) else "" for t in (een, ander)]
    return naast[0] == ander.sleutel or naast[1] == een.sleutel


def geldige(dossier: Dossier) -> dict[str, Vaststelling]:
    """Elk vastgesteld besluit dat geldt, bij zijn sleutel.

    Koos iemand tussen twee besluiten, dan geldt het andere niet, en ook niet wat daar al op volgde.
    """
    alle = dossier.alle(Toegewezen)
    vast = {t.sleutel: v for t in alle if (v := waarde(t.vastgesteld))}
    niet = {t.sleutel for t in alle if waarde(t.geldt_niet)}
    while erbij := {sleutel for sleutel, v in vast.items() if sleutel not in niet and v.inhoud.vervangt in niet}:
        niet |= erbij
    return {sleutel: v for sleutel, v in vast.items() if sleutel not in niet}


def verzoek_waarop(dossier: Dossier, inhoud: Toewijzing) -> Verzoekinhoud | None:
    """Het verzoek van een aanbieder waar een besluit op antwoordt.

    Vroeg het gezin het die dag of later zelf, dan is het besluit het antwoord aan het gezin (Awb 4:13).
    """
    gevraagd = waarde(Verzoek(dossier.kind, inhoud.verzoek).inhoud) if inhoud.verzoek else None
    aanvraag = waarde(dossier.een(Aanmelding).aanvraagdatum)
    return gevraagd if gevraagd and (aanvraag is None or aanvraag < gevraagd.dagtekening) else None


def _zelfde_nummer(oud: Vaststelling, nieuw: Vaststelling) -> bool:
    if nieuw.inhoud.besluit is Besluitsoort.BEEINDIGEN:
        return True
    return nieuw.inhoud.zelfde_toewijzing and houdt_nummer(oud.inhoud, nieuw.inhoud, nieuw.datum)


def _eerder(v: Vaststelling, vast: dict[str, tuple[Toegewezen, Vaststelling]]) -> list[str]:
    """De besluiten die onder hetzelfde nummer vooraf gingen, het laatste eerst."""
    uit: list[str] = []
    while (sleutel := v.inhoud.vervangt) in vast and sleutel not in uit and _zelfde_nummer(vast[sleutel][1], v):
        v = vast[sleutel][1]
        uit.append(sleutel)
    return uit


def _ingetrokken(
    oud: Toewijzing, nieuw: Toewijzing, al: Redenwijziging | None
) -> tuple[Toewijzing, Redenwijziging | None]:
    """Tot de dag voor de nieuwe begint; begint die niet later, dan is de oude verwijderd (CS335).

    Was zij dan al voorbij, dan verandert er alleen iets aan wat er van een hele grens over is; ``al`` blijft de reden.
    """
    if nieuw.ingangsdatum is None or oud.ingangsdatum is None:
        return oud, nieuw.reden_wijziging
    tot = nieuw.ingangsdatum - timedelta(days=1)
    if tot < oud.ingangsdatum:
        return oud.model_copy(update={"einddatum": oud.ingangsdatum}), Redenwijziging.VERWIJDERD
    verlengd = nieuw.reden_wijziging is Redenwijziging.VERLENGING
    reden = Redenwijziging.VERKORTING if verlengd else nieuw.reden_wijziging
    grens = hele_grens(oud)
    rest: dict[str, int] = {grens: nieuw.over_voor_oud} if grens and nieuw.over_voor_oud else {}
    if oud.einddatum is not None and oud.einddatum <= tot:
        minder = oud.model_copy(update=rest)
        return (minder, reden) if minder != oud else (oud, al)
    return oud.model_copy(update={"einddatum": tot, **rest}), reden


def teruggekeken(dossier: Dossier, een: Lopend) -> list[Evaluatie]:
    """De gesprekken om terug te kijken waar nog geen langere of zwaardere hulp op volgde, het laatste achteraan."""
    vast = {s: v for s in een.sleutels if (v := waarde(Toegewezen(dossier.kind, s).vastgesteld))}
    meer = [
        v.datum for v in vast.values()
        if v.inhoud.vervangt in vast and is_meer(v.inhoud, vast[v.inhoud.vervangt].inhoud)
    ]  # fmt: skip
    sinds = max(meer, default=date.min)
    bij = (e for e in dossier.alle(Evaluatie) if waarde(e.toewijzing) in een.sleutels)
    return sorted((e for e in bij if waarde_of(e.datum, date.min) > sinds), key=lambda e: waarde_of(e.datum, date.min))


def is_meer(nieuw: Toewijzing, oud: Toewijzing) -> bool:
    """Of een wijziging langer duurt, of meer is: in dezelfde telling, of samen met wat er van de oude overblijft."""
    eerder = nieuw.ingangsdatum is not None and oud.ingangsdatum is not None and nieuw.ingangsdatum < oud.ingangsdatum
    langer = eerder or (
        nieuw.einddatum is not None and oud.einddatum is not None and nieuw.einddatum > oud.einddatum
    )  # fmt: skip
    telt_gelijk = (nieuw.eenheid, nieuw.frequentie) == (oud.eenheid, oud.frequentie)
    paren: list[tuple[Fraction | int | None, Fraction | int | None]] = []
    if telt_gelijk:
        paren += [(nieuw.volume, oud.volume), (nieuw.budget, oud.budget)]
    if not telt_gelijk or hele_grens(oud):
        paren.append(_samen(nieuw, oud))
    return langer or any(nu is not None and was is not None and nu > was for nu, was in paren)


def _samen(nieuw: Toewijzing, oud: Toewijzing) -> tuple[Fraction | None, Fraction | None]:
    """Het meeste van de nieuwe en van de oude over dezelfde tijd, in uren of anders in geld.

    Geldt een grens over de hele looptijd, dan telt bij de nieuwe mee wat er van de oude overblijft.
    """
    rest = _rest(oud, nieuw) if hele_grens(oud) else None
    was_toen = oud if hele_grens(oud) or nieuw.ingangsdatum is None else _vanaf(oud, nieuw.ingangsdatum)
    for in_maat in (_uren, _kosten):
        nu, was, ervoor = in_maat(nieuw), in_maat(was_toen), in_maat(rest) if rest else Fraction(0)
        if nu is not None and was is not None and ervoor is not None:
            return nu + ervoor, was
    return None, None


def _vanaf(oud: Toewijzing, dag: date) -> Toewijzing:
    return oud.model_copy(update={"ingangsdatum": max(dag, oud.ingangsdatum or dag)})


def _rest(oud: Toewijzing, nieuw: Toewijzing) -> Toewijzing | None:
    """Wat er van de oude overblijft tot de nieuwe begint; ``None`` als dat niets is, of nog niet is ingevuld."""
    rest, reden = _ingetrokken(oud, nieuw, None)
    weg = nieuw.ingangsdatum == oud.ingangsdatum or reden is Redenwijziging.VERWIJDERD
    return None if weg or not nieuw.over_voor_oud else rest


def _uren(inhoud: Toewijzing) -> Fraction | None:
    """Het meeste van een hele toewijzing in uren, waar vaststaat hoe lang een eenheid duurt."""
    uren = UREN.get(inhoud.eenheid) if inhoud.eenheid else None
    return inhoud.maximum.totaal * uren if inhoud.maximum and uren else None


def _kosten(inhoud: Toewijzing) -> Fraction | None:
    return Fraction(inhoud.maximumkosten.centen) if inhoud.maximumkosten else None


def nog_te_beslissen(dossier: Dossier, verzoek: Verzoek) -> tuple[int, ...]:
    """De producten uit een verzoek van een aanbieder waar nog geen besluit over is, als plaats in het verzoek."""
    inhoud = waarde(verzoek.inhoud)
    besluiten = (v.inhoud for v in geldige(dossier).values())
    besloten = {b.verzoek_product for b in besluiten if b.verzoek == verzoek.sleutel}
    besloten |= set(waarde(verzoek.niet_toegewezen) or ())
    gevraagd = enumerate(inhoud.producten if inhoud else ())
    return tuple(i for i, product in gevraagd if not product.ongewijzigd and i not in besloten)


def is_deels_toegewezen(dossier: Dossier, verzoek: Verzoek) -> bool:
    """Of een deel van een verzoek al een toewijzing kreeg: die is dan het antwoord, ook op de rest."""
    besluiten = (v.inhoud for v in geldige(dossier).values())
    return any(b.verzoek == verzoek.sleutel for b in besluiten)


def hele_grens(inhoud: Toewijzing) -> Literal["", "budget", "volume"]:
    """Welk deel over de hele looptijd telt: een budget of een totaal. Dan zegt een wijziging wat er voor eerst over is.

    Bij een pgb is dat het budget, ook als erbij staat hoeveel hulp het is.
    """
    if inhoud.omvang is None or inhoud.levering is Levering.PGB:
        return "budget" if inhoud.budget is not None else ""
    return "volume" if inhoud.frequentie is Frequentie.TOTAAL else ""


def zelfde_hulp(dossier: Dossier, een: Lopend) -> set[str]:
    """De besluiten over deze hulp bij deze aanbieder, ook onder een eerder nummer."""
    ketting = keten(dossier, een)
    bij = (a for a in lopend(dossier) if a.sleutels & ketting and a.inhoud.aanbieder == een.inhoud.aanbieder)
    return {sleutel for a in bij for sleutel in a.sleutels}


def gaat_door(dossier: Dossier, een: Lopend) -> bool:
    """Of deze hulp bij dezelfde aanbieder onder een nieuw nummer verderging."""
    anderen = (a for a in lopend(dossier) if a.item.sleutel != een.item.sleutel and not a.is_verwijderd)
    return any(een.sleutels & zelfde_hulp(dossier, ander) for ander in anderen)


def keten(dossier: Dossier, van_: Lopend) -> set[str]:
    """De sleutels van dit besluit en van alles wat het, stap voor stap, verving."""
    vervangt = {t.sleutel: v.inhoud.vervangt for t in dossier.alle(Toegewezen) if (v := waarde(t.vastgesteld))}
    uit, hier = set(van_.sleutels), van_.inhoud.vervangt
    open_ = [hier, *(vervangt.get(s, "") for s in van_.sleutels)]
    while open_:
        hier = open_.pop()
        if hier and hier not in uit:
            uit.add(hier)
            open_.append(vervangt.get(hier, ""))
    return uit
