"""Het dossier van één kind, samen met wat het gezin deelt. Alleen lezen; schrijven gaat via het journaal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from jeugdteam_app.dossier.aanmelding import Aanmelding, Toestemming, Toestemmingen, Vraagverheldering
from jeugdteam_app.dossier.afweging import Afweging
from jeugdteam_app.dossier.analyse import Analyse, Factor, Hulpvraag, Hypothese, Ouderprobleem, Punt, Uitspraak
from jeugdteam_app.dossier.bijlage import Bijlage
from jeugdteam_app.dossier.brief import Brief
from jeugdteam_app.dossier.doelen import Actie, Doel, Meting
from jeugdteam_app.dossier.evaluatie import Doeluitkomst, Evaluatie
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Zorg
from jeugdteam_app.dossier.geschiedenis import EerdereHulp, Gebeurtenis
from jeugdteam_app.dossier.gesprek import Contact, Instemmingen, Verklaring
from jeugdteam_app.dossier.gezin import (
    Afscherming,
    Gezag,
    Gezagsverhouding,
    Gezin,
    Huishouden,
    Jeugdige,
    Persoon,
    Relatie,
    Rol,
    Steun,
    Zwangerschap,
    heeft_gezag,
)
from jeugdteam_app.dossier.kansencirkel import Kansencirkel
from jeugdteam_app.dossier.keuze import Keuze
from jeugdteam_app.dossier.onderzoek import Onderzoek
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Leefgebied, Perspectiefplan, Regeling, Regelzaak
from jeugdteam_app.dossier.post import Post, Verzoek
from jeugdteam_app.dossier.praktijk import Praktijk
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.dossier.veiligheid import EerdereMeldcode, Veiligheid
from jeugdteam_app.dossier.velden import REGISTER, Veld, Voorwerp
from jeugdteam_app.journaal.stand import Stand
from jeugdteam_app.journaal.wijziging import VERWIJDERD, Plaats
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, Onbekend, alle_waarden, waarde

V = TypeVar("V", bound=Voorwerp)
T = TypeVar("T")
_SOORTEN = frozenset(veld.eigenaar.soort for veld in REGISTER.values())

ENKELVOUDIG: tuple[type[Voorwerp], ...] = (
    Gezin, Jeugdige, Aanmelding, Vraagverheldering, Analyse, Familiegroepsplan, Perspectiefplan, Afweging, Keuze,
    Veiligheid, Onderzoek, Praktijk,
)  # fmt: skip
MEERVOUDIG: tuple[type[Voorwerp], ...] = (
    Huishouden, Persoon, Toestemmingen, Uitspraak, Punt, Factor, Hypothese, Doel, Toegewezen,
    Hulpvraag, Gebeurtenis, EerdereHulp, Ouderprobleem, Actie, Meting, Zorg, Contact, Instemmingen, Kansencirkel,
    Evaluatie, Relatie, Bijlage, Verzoek, Post, Brief, EerdereMeldcode, Verklaring,
    Zwangerschap,
)  # fmt: skip


@dataclass(frozen=True)
class Dossier:
    """Eén kind: zijn eigen stand en die van het gezin. ``verborgen``: wat deze lezer niet te zien krijgt."""

    id: str
    kind: Stand
    familie: Stand
    verborgen: frozenset[str] = frozenset()

    def stand_van(self, voorwerp: type[Voorwerp]) -> Stand:
        """De stand waar een soort voorwerp in staat."""
        return self.familie if voorwerp.deel == "gezin" else self.kind

    def een(self, voorwerp: type[V]) -> V:
        """Het ene voorwerp van deze soort, zonder de velden die voor deze lezer verborgen zijn."""
        stand, soort = self.stand_van(voorwerp), voorwerp.soort
        if self.verborgen:
            plaatsen = {Plaats(soort, s.partition("/")[2]) for s in self.verborgen if s.startswith(f"{soort}/")}
            stand = Stand() if soort in self.verborgen else stand.zonder(plaatsen) if plaatsen else stand
        return voorwerp(stand, soort)

    @property
    def _voor_later(self) -> Stand:
        """Waar het perspectiefplan in staat; is het voor deze lezer verborgen, dan helemaal."""
        return Stand() if Perspectiefplan.soort in self.verborgen else self.kind

    def alle(self, voorwerp: type[V]) -> tuple[V, ...]:
        """De voorwerpen van deze soort, op hun plek in de lijst; van mensen wie zij voor dit kind zijn."""
        stand = self.stand_van(voorwerp)
        sleutels = stand.voorwerpen(voorwerp.soort)
        stand = self._mensen if voorwerp.soort == Persoon.soort else stand
        return tuple(voorwerp(stand, sleutel) for sleutel in sleutels if sleutel not in self.verborgen)

    @cached_property
    def zichzelf(self) -> str:
        """Als wie het kind zelf bij de mensen staat, als sleutel; leeg als het daar niet staat.

        Bij een broer of zus is het een persoon, en die mensen deelt het gezin. Wie het gezag heeft of hier iets anders
        is dan broer of zus, is het kind niet: dan is het verkeerde dossier gekozen.
        """
        gekozen = (p for p in self.alle(Persoon) if waarde(p.dossier) == self.id)
        kinderen = (p.sleutel for p in gekozen if waarde(p.rol) in (None, Rol.BROER_ZUS, Rol.ANDERS))
        return next((sleutel for sleutel in kinderen if not heeft_gezag(self.kind, sleutel)), "")

    @cached_property
    def _mensen(self) -> Stand:
        """Wat het gezin over mensen deelt, met voor elk wie die voor dít kind is als dat gezegd is."""
        begin = f"{Gezagsverhouding.soort}:"
        plaatsen = {k.plaats for k in self.kind.alle_koppen() if k.plaats.veld == Gezagsverhouding.rol.id}
        # Wie het antwoord weer weghaalde, zei niets meer: dan telt wat er bij het gezin staat.
        plaatsen = {p for p in plaatsen if not isinstance(self.kind.feit(*p), Onbekend)}
        van_kind = {Persoon.rol.plaats(p.voorwerp.removeprefix(begin)): self.kind.koppen(p) for p in plaatsen}
        return self.familie.anders(van_kind) if van_kind else self.familie

    def lees(self, sleutel: str, veld: Veld[T]) -> Feit[T]:
        """Wat er in een veld staat; is voor dit kind niet gezegd wie iemand is, dan zoals het bij het gezin staat."""
        feit = self.stand_van(veld.eigenaar).feit(sleutel, veld.id)
        if veld.id == Gezagsverhouding.rol.id and isinstance(feit, Onbekend):
            feit = self.familie.feit(sleutel.partition(":")[2], Persoon.rol.id)
        return veld.lees(feit)

    @property
    def gesprekken(self) -> tuple[Contact, ...]:
        """De gesprekken over dit kind of over het hele gezin; niet die over alleen een broer of zus.

        Schreven twee mensen iets anders, dan staat het bij elk van die kinderen, om te kiezen.
        """
        return tuple(c for c in self.alle(Contact) if any(self.id in (over or (self.id,)) for over in _over_wie(c)))

    def gebied(self, leefgebied: Leefgebied) -> Gebiedsplan:
        """Eén gebied van het perspectiefplan."""
        return Gebiedsplan(self._voor_later, f"{Gebiedsplan.soort}:{leefgebied}")

    def regeling(self, zaak: Regelzaak) -> Regeling:
        """Eén zaak van de lijst bij 18 jaar."""
        return Regeling(self._voor_later, f"{Regeling.soort}:{zaak}")

    def gezag(self, persoon: Persoon) -> Gezagsverhouding:
        """Het gezag van een persoon over dit kind."""
        return Gezagsverhouding(self.kind, f"{Gezagsverhouding.soort}:{persoon.sleutel}")

    def steun(self, persoon: Persoon) -> Steun:
        """De band van een persoon met dit kind; is die voor deze lezer verborgen, dan staat er niets."""
        sleutel = f"{Steun.soort}:{persoon.sleutel}"
        return Steun(Stand() if sleutel in self.verborgen else self.kind, sleutel)

    def doeluitkomst(self, evaluatie: str, doel: str) -> Doeluitkomst:
        """Hoe het bij een terugblik met één doel stond; is die voor deze lezer verborgen, dan staat er niets."""
        sleutel = f"{Doeluitkomst.soort}:{evaluatie}:{doel.partition(':')[2]}"
        return Doeluitkomst(Stand() if evaluatie in self.verborgen else self.kind, sleutel)

    def doeluitkomsten(self) -> tuple[Doeluitkomst, ...]:
        """Van elke terugblik hoe het met elk doel stond, voor zover iemand dat opschreef."""
        alle = (self.doeluitkomst(e.sleutel, d.sleutel) for e in self.alle(Evaluatie) for d in self.alle(Doel))
        return tuple(uit for uit in alle if waarde(uit.bereikt) is not None)

    def afscherming(self, sleutel: str) -> Afscherming:
        """Voor wie iets niet is."""
        return Afscherming(self.familie, self.plek_van_afscherming(sleutel))

    def plek_van_afscherming(self, sleutel: str) -> str:
        """Waar staat voor wie iets niet is.

        De woorden, het plan voor later en de banden van een kind heten bij een broer of zus net zo: dan hoort erbij van
        wie het is. Zonder dat stond het in een bestand om uit te wisselen of in een eerdere versie; tot iemand voor
        dit kind kiest, geldt het zoals het daar staat.
        """
        samen = f"{Afscherming.soort}:{sleutel}"
        if ":" in sleutel and not sleutel.startswith(f"{Steun.soort}:"):
            return samen
        eigen = f"{samen}:{self.id}"
        nog_niet = isinstance(Afscherming(self.familie, eigen).niet_voor, Onbekend)
        van_eerder = nog_niet and not isinstance(Afscherming(self.familie, samen).niet_voor, Onbekend)
        return samen if van_eerder else eigen

    def gezagsdragers(self) -> tuple[Persoon, ...]:
        """De personen van wie bekend is dat zij het gezag hebben; wie overleden is, heeft dat niet meer."""
        leven = (p for p in self.alle(Persoon) if not p.is_overleden)
        return tuple(p for p in leven if waarde(self.gezag(p).heeft_gezag) is Gezag.JA)

    def gezag_van_wie_weg_is(self) -> tuple[Persoon, ...]:
        """Wie bij de mensen is weggehaald terwijl hier staat dat die het gezag heeft: de een wist niet van de ander."""
        begin = f"{Gezagsverhouding.soort}:"
        wie = dict.fromkeys(k.plaats.voorwerp.removeprefix(begin) for k in self.kind.alle_koppen()
                            if k.plaats.veld == Gezagsverhouding.heeft_gezag.id)  # fmt: skip
        weg = (sleutel for sleutel in wie if not self.familie.is_aanwezig(sleutel))
        mensen = (Persoon(self.familie, sleutel) for sleutel in weg if heeft_gezag(self.kind, sleutel))
        return tuple(p for p in mensen if not p.is_overleden)

    def hangt_aan(self, voorwerp: str) -> tuple[str, ...]:
        """De dingen waar een voorwerp bij hoort, zoals het doel van een actie: zonder die is het nergens te zien."""
        soort, _punt, rest = voorwerp.partition(":")
        if soort == Doeluitkomst.soort:
            evaluatie, _punt, id_doel = rest.rpartition(":")
            return evaluatie, f"{Doel.soort}:{id_doel}"
        if soort in (Actie.soort, Meting.soort):
            bij = Actie(self.kind, voorwerp).doel if soort == Actie.soort else Meting(self.kind, voorwerp).doel
            return tuple(filter(None, (waarde(bij),)))
        return (rest,) if ":" in rest else ()

    def _staat_er(self, voorwerp: str) -> bool:
        ergens = (voorwerp, *self.hangt_aan(voorwerp))
        return all(stand.is_aanwezig(sleutel) for sleutel in ergens for stand in (self.familie, self.kind))

    def acties(self) -> tuple[Actie, ...]:
        """De afspraken bij doelen die er zijn: alleen die staan op papier."""
        doelen = {doel.sleutel for doel in self.alle(Doel)}
        return tuple(a for a in self.alle(Actie) if waarde(a.doel) in doelen)

    def toestemmingen(self) -> tuple[Toestemming, ...]:
        """De toestemmingen die tellen. Waar iemand nog moet kiezen, telt een ja niet en een nee wel."""

        def zeker(een: Toestemmingen) -> bool:
            betwist = self.stand_van(Toestemmingen).betwist(een.sleutel)
            return isinstance(een.inhoud, Bekend) and betwist is None

        alle = self.alle(Toestemmingen)
        gezegd = ((zeker(een), t) for een in alle for t in alle_waarden(een.inhoud))
        return tuple(t if vast else t.als_nee for vast, t in gezegd if vast or not t.staat_open)

    def conflicten(self) -> Iterator[str]:
        """De velden waarin twee mensen gelijktijdig iets anders schreven, als ``voorwerp/veld``.

        Haalde de een iets weg waar de ander aan schreef, dan is dat ``voorwerp/verwijderd``. Over een gesprek van een
        broer of zus, en voor wie dat niet is, kiest niemand hier: dat staat in hun dossier.
        """
        van_hier = {c.sleutel for c in self.gesprekken}
        van_anderen = {c.sleutel for c in self.alle(Contact)} - van_hier
        for stand in (self.familie, self.kind):
            # Waar één mens het laatst schreef, valt niets te kiezen; zo kijkt dit niet naar elk veld van het dossier.
            plaatsen = {p for p in stand.plaatsen() if p.veld == VERWIJDERD or len(stand.koppen(p)) > 1}
            for plaats in sorted(plaatsen):
                # Een plek in een lijst beslist de id van de wijziging, en wat weg is hoeft niemand te kiezen.
                # Wat alleen een nieuwere versie kent, kiest zij.
                if not self._staat_er(plaats.voorwerp) or plaats.voorwerp in self.verborgen | van_anderen:
                    continue
                over = plaats.voorwerp.removeprefix(f"{Afscherming.soort}:")
                if over != plaats.voorwerp and over.startswith(f"{Contact.soort}:") and over not in van_hier:
                    continue
                weg_of_niet = plaats.veld == VERWIJDERD and plaats.voorwerp.partition(":")[0] in _SOORTEN
                betwist = weg_of_niet and stand.betwist(plaats.voorwerp) is not None
                if plaats.veld == Persoon.rol.id:
                    # Wie iemand is, kiest een mens per kind.
                    per_kind = Gezagsverhouding.rol.plaats(f"{Gezagsverhouding.soort}:{plaats.voorwerp}")
                    if not self.kind.koppen(per_kind) and isinstance(stand.feit(*plaats), Conflict):
                        yield f"{per_kind.voorwerp}/{per_kind.veld}"
                elif betwist or (plaats.veld in REGISTER and isinstance(stand.feit(*plaats), Conflict)):
                    yield f"{plaats.voorwerp}/{plaats.veld}"


def _over_wie(gesprek: Contact) -> tuple[tuple[str, ...], ...]:
    return tuple(alle_waarden(gesprek.over_kind)) or ((),)


def namen(dossier: Dossier) -> list[str]:
    """Hoe de mensen in dit dossier heten, het kind voorop."""
    alle = [dossier.een(Jeugdige).aanspreeknaam, *(p.weergavenaam for p in dossier.alle(Persoon))]
    return list(dict.fromkeys(naam for naam in alle if naam))
