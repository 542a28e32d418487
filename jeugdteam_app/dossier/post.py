"""Wat er met aanbieders heen en weer ging: de berichten, en wat zij vroegen (iJw 3.2: JW301 tot en met JW319)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.velden import Geheel, Veld, Voorwerp
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.omvang import Eenheid, Frequentie


class Berichtsoort(StrEnum):
    """De berichten die dit programma schrijft of leest."""

    TOEWIJZING = "JW301"
    RETOUR = "JW302"
    START = "JW305"
    STOP = "JW307"
    VERZOEK_NIEUW = "JW315"
    VERZOEK_WIJZIGING = "JW317"
    ANTWOORD = "JW319"


# Wat dit programma zelf klaarzet; de rest komt van een aanbieder.
VAN_ONS = frozenset((Berichtsoort.TOEWIJZING, Berichtsoort.ANTWOORD))
# Niets aan te merken, of niet beoordeeld.
IN_ORDE = frozenset(("0200", "0233"))


class Verzoekantwoord(StrEnum):
    """Wat er op een verzoek van een aanbieder is gezegd. Toewijzen gaat met een JW301, de rest met een JW319."""

    TOEGEWEZEN = "toegewezen"
    AFGEWEZEN = "1"
    IN_ONDERZOEK = "2"


class Afwijsreden(StrEnum):
    """Waarom een verzoek van een aanbieder is afgewezen (iJw RedenAfwijzingVerzoek)."""

    NIEUWE_AANVRAAG = "1"
    BUDGET = "2"
    GEEN_CONTRACT = "3"
    PAST_NIET_IN_CONTRACT = "4"
    ANDERE_GEMEENTE = "5"
    STAPELING = "6"
    ZORGINHOUDELIJK = "7"
    WOONPLAATSBEGINSEL = "8"
    LEEFTIJD = "9"


class Gevraagd(Geheel):
    """Eén product waar een aanbieder om vraagt. Met ``nummer`` gaat het over een toewijzing die er al is."""

    nummer: int | None = None
    ongewijzigd: bool = False
    categorie: str = ""
    code: str = ""
    begin: date | None = None
    einde: date | None = None
    volume: int | None = None
    eenheid: Eenheid | None = None
    frequentie: Frequentie | None = None
    budget: int | None = None


class Verzoekinhoud(Geheel):
    """Wat er in het verzoek stond. ``referentie`` is het kenmerk van de aanbieder, dat in het antwoord terugkomt."""

    soort: Berichtsoort
    identificatie: str
    dagtekening: date
    afzender: str
    referentie: str
    producten: tuple[Gevraagd, ...]
    # Wie verwees (COD327), met naam en AGB-code als de aanbieder die noemt.
    verwijzer: str = ""
    verwijzer_naam: str = ""
    verwijzer_agb: str = ""
    # Het besluit waar de aanbieder zich op beroept, en of de hulp onder een raamcontract valt.
    beschikking: str = ""
    raamcontract: bool | None = None
    # Weet de aanbieder al wie gezag heeft, dan hoeft dat niet in ons bericht (OP001x1).
    gezagsdrager_bekend: bool | None = None
    # Waarom er iets verandert (iJw RedenVerzoek): 1 andere situatie, 2 ander plan.
    reden: str = ""
    commentaar: str = ""

    @property
    def kern(self) -> str:
        """Waaraan hetzelfde verzoek op elke laptop te herkennen is: de aanbieder geeft elk een eigen kenmerk."""
        return "|".join((self.soort, self.afzender, self.identificatie, self.referentie))


class Verzoek(Voorwerp):
    """Een verzoek van een aanbieder, met wat erop is geantwoord."""

    soort = "verzoek"
    inhoud = Veld[Verzoekinhoud]("verzoek.inhoud", Verzoekinhoud)
    antwoord = Veld[Verzoekantwoord]("verzoek.antwoord", Verzoekantwoord)
    afwijsreden = Veld[Afwijsreden]("verzoek.afwijsreden", Afwijsreden)
    # In onderzoek omdat niet duidelijk is welke gemeente verantwoordelijk is; dan geldt een kortere termijn (OP359).
    om_woonplaats = Veld[Antwoord]("verzoek.om_woonplaats", Antwoord)
    # Over welke delen is besloten dat er geen toewijzing komt, terwijl een ander deel die wel kreeg.
    niet_toegewezen = Veld[tuple[int, ...]]("verzoek.niet_toegewezen", tuple[int, ...])
    # Bij het woonplaatsbeginsel: de gemeente die wel verantwoordelijk is (CBS-code).
    gemeente = Veld[str]("verzoek.gemeente", str)
    beantwoord_op = Veld[date]("verzoek.beantwoord_op", date)


class Verloop(Geheel):
    """Dat een hulp begon of stopte. ``vervalt``: de aanbieder haalt een eerder bericht hierover weg."""

    nummer: int
    begin: date
    einde: date | None = None
    reden: str = ""
    vervalt: bool = False


# Redenen van een aanbieder om te stoppen (JZ588): even onderbroken is niet gestopt.
OVERLEDEN, TIJDELIJK = "02", "20"


class Poststuk(Geheel):
    """Eén bericht dat ging of kwam. ``over`` is bij een retour de identificatie van ons bericht."""

    soort: Berichtsoort
    identificatie: str
    dagtekening: date
    partij: str
    nummers: tuple[int, ...] = ()
    over: str = ""
    # Op welk verzoek dit het antwoord is en welk antwoord, en wat er over elke toewijzing in stond.
    verzoek: str = ""
    antwoord: str = ""
    verloop: tuple[Verloop, ...] = ()
    stond_erin: tuple[str, ...] = ()
    retourcodes: tuple[str, ...] = ()

    @property
    def kern(self) -> str:
        """Waaraan hetzelfde bericht op elke laptop te herkennen is (TR056: uniek per soort en afzender)."""
        return "|".join((self.soort, self.partij, self.identificatie))


class Post(Voorwerp):
    """Een bericht in de lijst van wat er ging en wat er kwam."""

    soort = "post"
    inhoud = Veld[Poststuk]("post.inhoud", Poststuk)
    # De dag waarop het hier is klaargezet of ingelezen.
    op = Veld[date]("post.op", date)
    # De dag waarop het opnieuw ging na een afkeuring, of waarop iemand zei dat er niets meer mee hoeft.
    hersteld_op = Veld[date]("post.hersteld_op", date)


def stukken(post: Iterable[Post]) -> list[Poststuk]:
    """De berichten uit de lijst; wat niet te lezen is of waar twee mensen iets anders schreven, telt niet."""
    return [stuk for een in post if (stuk := waarde(een.inhoud))]


def niet_afgekeurd(post: Iterable[Post]) -> list[Poststuk]:
    """De berichten waar geen retour op kwam dat er iets aan mankeert."""
    alle = stukken(post)
    afgekeurd = {stuk.over for stuk in alle if set(stuk.retourcodes) - IN_ORDE}
    return [stuk for stuk in alle if stuk.identificatie not in afgekeurd]


def geldig_verloop(alle: Iterable[Poststuk]) -> dict[tuple[str, int], list[Verloop]]:
    """Wat er per aanbieder en toewijzingnummer geldt van wat zij schreven over beginnen en stoppen.

    Weghalen gaat over wat dezelfde dagen noemt, en kan er in hetzelfde bericht iets voor geven. Wat op één dag is
    geschreven, telt samen: in welke volgorde die berichten gelezen zijn, zegt niets.
    """
    uit: dict[tuple[str, int], dict[tuple[date, date | None], Verloop]] = {}
    for (_dag, partij, nummer), samen in _per_dag(alle).items():
        geldt = uit.setdefault((partij, nummer), {})
        for dagen in {(v.begin, v.einde) for v in samen}:
            eerder = geldt.pop(dagen, None)
            over_deze = [v for v in samen if (v.begin, v.einde) == dagen]
            if blijft := _na_weghalen([eerder, *over_deze] if eerder else over_deze):
                geldt[dagen] = blijft
    return {wie: list(geldt.values()) for wie, geldt in uit.items()}


def _per_dag(alle: Iterable[Poststuk]) -> dict[tuple[date, str, int], list[Verloop]]:
    """Wat een aanbieder op één dag over één toewijzing schreef, de vroegste dag eerst."""
    uit: dict[tuple[date, str, int], list[Verloop]] = {}
    for stuk in sorted(alle, key=lambda stuk: stuk.dagtekening):
        for v in stuk.verloop:
            uit.setdefault((stuk.dagtekening, stuk.partij, v.nummer), []).append(v)
    return uit


def _na_weghalen(samen: list[Verloop]) -> Verloop | None:
    """Wat over dezelfde dagen blijft staan; weghalen pakt wat dezelfde reden noemt, en anders het eerste."""
    blijft = [v for v in samen if not v.vervalt]
    for weg in (v for v in samen if v.vervalt):
        if blijft:
            blijft.remove(next((v for v in blijft if v.reden == weg.reden), blijft[0]))
    return blijft[-1] if blijft else None


def verstuurde_antwoorden(post: Iterable[Post], verzoek: str) -> frozenset[str]:
    """Welke antwoorden er op een verzoek klaargezet zijn en niet zijn afgekeurd."""
    eigen = (s for s in niet_afgekeurd(post) if s.soort is Berichtsoort.ANTWOORD and s.verzoek == verzoek)
    return frozenset(s.antwoord for s in eigen)
