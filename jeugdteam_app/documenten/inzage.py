"""Inzage: alles wat er in het dossier staat, in één papier en in gewone woorden (Jeugdwet 7.3.10, AVG artikel 15).

Wat voor iemand anders is afgeschermd, staat er niet in. Waar een ander woont en hoe die te bereiken is, ook niet.
Elk veld staat erin, ook een dat er later bij komt: waar het geen eigen opschrift heeft, is zijn naam het opschrift.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.aanmelding import Aanmelding, Vraagverheldering
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.analyse import Factor, Ouderprobleem
from jeugdteam_app.dossier.bedragen import deel_van
from jeugdteam_app.dossier.bijlage import Bestand
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import ENKELVOUDIG, MEERVOUDIG, Dossier
from jeugdteam_app.dossier.evaluatie import Doeluitkomst
from jeugdteam_app.dossier.gesprek import Contact
from jeugdteam_app.dossier.gezin import Gezagsverhouding, Huishouden, Jeugdige, Persoon, Steun, Zwangerschap
from jeugdteam_app.dossier.kansencirkel import Element, Vak
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Leefgebied, Regeling, Regelzaak
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.dossier.veiligheid import EerdereMeldcode, Veiligheid
from jeugdteam_app.dossier.velden import Veld, Voorwerp, velden_van
from jeugdteam_app.dossier.veldwoorden import opschrift_bij
from jeugdteam_app.dossier.woorden import cirkel_in_woorden, woord, woord_of_naam
from jeugdteam_app.kern.feit import Bekend, Conflict, Feit, NietBesproken, waarde
from jeugdteam_app.kern.ongeveer import Ongeveer, toon_ongeveer
from jeugdteam_app.productenboek.profiel import Profiel

# Waar alleen het programma iets aan heeft: sleutels, afdrukken, tekeningen en wat al als brief of bericht bestaat.
_VAN_HET_PROGRAMMA = frozenset((
    "brief", "bericht", "bewijs", "tekening", "tekening_gewenst", "afdruk", "handtekening", "stond_erin", "vervangt",
    "verzoek", "verzoek_product", "contact", "van_contact", "zorgen", "zelfde_als", "niet_zelfde_als", "gezet_op",
    "is_voorbeeld", "leidt_tot", "over_kind", "dossier",
))  # fmt: skip


class NietVanzelf(StrEnum):
    """Wat alleen op het papier komt als de medewerker dat voor deze lezer kiest: het kan een ander gevaar opleveren."""

    VEILIGHEID = "veiligheid"
    OUDERS = "ouders"
    MELDER = "melder"


_VERANDERD = " (aan deze regel, of aan wat ervoor stond, is buiten het programma om iets veranderd)"
_NIET_VANZELF: dict[NietVanzelf, tuple[type[Voorwerp], ...]] = {
    NietVanzelf.VEILIGHEID: (Veiligheid, EerdereMeldcode),
    NietVanzelf.OUDERS: (Ouderprobleem,),
    NietVanzelf.MELDER: (),
}
_HEET_ZO = {
    NietVanzelf.VEILIGHEID: "wat er over veiligheid en de meldcode is opgeschreven",
    NietVanzelf.OUDERS: "wat ouders over zichzelf vertelden",
    NietVanzelf.MELDER: "welke zorgen er waren en van wie die kwamen",
}
# De velden die bij die keuze horen, in een ding dat zelf wel op het papier staat; een eerste blik op veiligheid ook.
_VELDEN_NIET_VANZELF = {
    Vraagverheldering.veiligheid.id: NietVanzelf.VEILIGHEID,
    Aanmelding.melder.id: NietVanzelf.MELDER,
    # De vraag is ook van wie de zorgen komen: dan staat daar wie meldde.
    Vraagverheldering.zorgen_en_van_wie.id: NietVanzelf.MELDER,
}
# Waar een ander te bereiken is of woont en wat er verder van hemzelf is, en waar het kind woont of woonde.
_PRIVE_VAN_EEN_ANDER = frozenset(("telefoon", "email", "adres", "geboortedatum", "geboren_rond", "geadopteerd"))
_WAAR_HET_KIND_IS = frozenset(("verhuisd_naar", "adres_voor_verblijf", "gemeente_voor_verblijf"))


def maak(
    dossier: Dossier, lezer: str, wie_keek: Sequence[tuple[str, str, str, bool]], profiel: Profiel, moment: datetime,
    ook: Collection[NietVanzelf] = (),
) -> bytes:  # fmt: skip
    """Het papier voor deze lezer (een sleutel; leeg is iedereen), met wie er wanneer in het dossier keek.

    ``ook``: wat er niet vanzelf op staat en waar de medewerker voor deze lezer voor koos.
    """
    naam, jij = dossier.een(Jeugdige).aanspreeknaam, lezer == KIND
    gegevens = {
        "titel": f"Wat er in het dossier van {naam} staat" if naam else "Wat er in het dossier staat",
        "afzender": profiel.team or profiel.gemeente or "Lokaal team",
        "voet": f"Gemaakt op {t.voluit(t.dag_van(moment))}.",
        **t.rondom(dossier),
        "inleiding": [
            "Dit is wat wij over jou en je gezin hebben opgeschreven." if jij
            else _waarover(dossier, lezer),
            "Wat voor iemand anders privé is, staat er niet in. Waar een ander woont en zijn telefoonnummer ook niet.",
            *_niet_erbij(ook, jij=jij),
            "Klopt er iets niet? Zeg het ons. Je mag ook je eigen verhaal erbij laten zetten." if jij
            else "Klopt er iets niet? Zeg het ons. U mag ook uw eigen verhaal erbij laten zetten.",
        ],
        "hoofdstukken": [*_hoofdstukken(dossier, lezer, ook)],
        "keek": {
            "kop": "Wie er in dit dossier keek",
            "uitleg": "Op de laptop waar dit papier is gemaakt. Elke laptop heeft een eigen lijst.",
            "regels": [f"{wanneer}: {wie} {wat}{'' if past else _VERANDERD}" for wanneer, wie, wat, past in wie_keek],
        },
    }  # fmt: skip
    return zet("inzage", gegevens, moment)


def _waarover(dossier: Dossier, lezer: str) -> str:
    """Over wiens kind het gaat: alleen wie het gezag heeft, leest over zijn eigen kind."""
    naam = dossier.een(Jeugdige).aanspreeknaam or "dit kind"
    van_hen = not lezer or lezer in {p.sleutel for p in dossier.gezagsdragers()}
    wie = "uw kind en uw gezin" if van_hen else f"{naam} en het gezin"
    return f"Dit is wat wij over {wie} hebben opgeschreven."


def _niet_erbij(ook: Collection[NietVanzelf], *, jij: bool) -> list[str]:
    """Wat er niet op staat, moet de lezer weten: hij mag erom vragen."""
    *voor, laatste = [_HEET_ZO[deel] for deel in NietVanzelf if deel not in ook] or [""]
    mist = " en ".join(filter(None, (", ".join(voor), laatste)))
    wil = "Wil je" if jij else "Wilt u"
    return [f"Niet in dit papier: {mist}. {wil} dat lezen? Vraag het ons."] if mist else []


def _hoofdstukken(dossier: Dossier, lezer: str, ook: Collection[NietVanzelf]) -> Iterator[dict[str, Any]]:
    lezen = _Lezer(dossier, lezer, ook)
    niet = {soort for deel, soorten in _NIET_VANZELF.items() if deel not in ook for soort in soorten}
    alle = (*ENKELVOUDIG, *MEERVOUDIG, Gezagsverhouding, Steun, Gebiedsplan, Regeling, Doeluitkomst)
    for soort in (s for s in alle if s not in niet):
        dingen = [regels for ding in _dingen(dossier, soort) if (regels := lezen.regels(ding))]
        if dingen:
            yield {"kop": opschrift_bij(soort.__name__), "dingen": dingen}


def _dingen(dossier: Dossier, soort: type[Voorwerp]) -> Iterator[Voorwerp]:
    if soort in ENKELVOUDIG:
        yield dossier.een(soort)
    elif soort is Contact:
        # Wat alleen over een broer of zus ging, staat in diens inzage.
        yield from dossier.gesprekken
    elif soort in MEERVOUDIG:
        yield from dossier.alle(soort)
    elif soort is Gezagsverhouding:
        yield from (dossier.gezag(p) for p in dossier.alle(Persoon))
    elif soort is Steun:
        yield from (dossier.steun(p) for p in dossier.alle(Persoon))
    elif soort is Doeluitkomst:
        yield from dossier.doeluitkomsten()
    elif soort is Gebiedsplan:
        yield from (dossier.gebied(g) for g in Leefgebied)
    else:
        yield from (dossier.regeling(z) for z in Regelzaak)


def _woont(dossier: Dossier, lezer: str) -> str | None:
    """Waar deze lezer woont; zonder lezer is niets van iedereen."""
    if lezer == KIND:
        return waarde(dossier.een(Jeugdige).huishouden)
    return next((waarde(p.huishouden) for p in dossier.alle(Persoon) if p.sleutel == lezer), None)


class _Lezer:
    """Leest velden als regels ‘opschrift: waarde’, zonder wat van een ander privé is."""

    def __init__(self, dossier: Dossier, lezer: str, ook: Collection[NietVanzelf]) -> None:
        self._dossier, self._wie = dossier, lezer
        self._niet = {veld for veld, keuze in _VELDEN_NIET_VANZELF.items() if keuze not in ook}
        self._namen = {p.sleutel: p.weergavenaam for p in dossier.alle(Persoon)}
        self._doelen = {d.sleutel.partition(":")[2]: waarde(d.tekst) or "" for d in dossier.alle(Doel)}
        self._thuis = _woont(dossier, lezer)
        self._bij_het_kind = lezer == KIND or (self._thuis is not None and self._thuis == _woont(dossier, KIND))
        self._heet = self._namen | {
            **{d.sleutel: waarde(d.tekst) or "" for d in dossier.alle(Doel)},
            **{f.sleutel: waarde(f.tekst) or "" for f in dossier.alle(Factor)},
            **{h.sleutel: inhoud.productnaam for h in dossier.alle(Toegewezen) if (inhoud := waarde(h.inhoud))},
        }

    def regels(self, ding: Voorwerp) -> list[list[str]]:
        """De bekende velden van één ding; bij een ding dat over iemand gaat, diens naam voorop."""
        over = self._over(ding)
        velden = (paar for paar in velden_van(type(ding)).items() if self._mag_erin(ding, *paar))
        gevonden = [
            regel
            for naam, veld in velden
            for regel in self._feit(naam, _in_gewone_vorm(veld, getattr(ding, veld.naam)))
        ]
        return [*([["Over", over]] if over else []), *gevonden] if gevonden else []

    def _mag_erin(self, ding: Voorwerp, naam: str, veld: Veld[Any]) -> bool:
        # Wie iemand voor het kind is, staat al bij de mensen.
        if naam in _VAN_HET_PROGRAMMA or veld.id in self._niet or veld is Gezagsverhouding.rol:
            return False
        if isinstance(ding, Toegewezen) and naam == "inhoud" and waarde(ding.vastgesteld) is not None:
            # Wat is vastgesteld, heeft de hele inhoud nog een keer.
            return False
        if isinstance(ding, Jeugdige) and naam in _WAAR_HET_KIND_IS:
            return self._bij_het_kind
        if isinstance(ding, Huishouden):
            # Ook hoe een andere woonplek heet, zegt waar iemand is.
            return ding.sleutel == self._thuis
        if isinstance(ding, Zwangerschap):
            return self._wie in (waarde(ding.ouders) or ())
        return not (naam in _PRIVE_VAN_EEN_ANDER and self._is_van_een_ander(ding))

    def _over(self, ding: Voorwerp) -> str:
        soort, _punt, rest = ding.sleutel.partition(":")
        if soort in (Gezagsverhouding.soort, Steun.soort):
            return self._namen.get(rest, "")
        if soort == Doeluitkomst.soort:
            return self._doelen.get(rest.rpartition(":")[2], "")
        keuzes: dict[str, type[StrEnum]] = {Gebiedsplan.soort: Leefgebied, Regeling.soort: Regelzaak}
        return woord(keuzes[soort](rest)) if soort in keuzes else ""

    def _is_van_een_ander(self, ding: Voorwerp) -> bool:
        return isinstance(ding, Persoon) and ding.sleutel != self._wie

    def _feit(self, naam: str, feit: Any) -> Iterator[list[str]]:
        match feit:
            case Bekend(Vak() as vak):
                # In de woorden van het kind; hoe vol een vak is, is geen cijfer.
                element = Element(naam)
                yield [woord(element), cirkel_in_woorden(element, vak).removeprefix(f"{woord(element)}: ")]
            case Bekend(Bestand()):
                yield [opschrift_bij(naam), "U mag dit zien en er een kopie van krijgen. Vraag het ons."]
            case Bekend(inhoud):
                yield from self._waarde(opschrift_bij(naam), inhoud)
            case NietBesproken():
                yield [opschrift_bij(naam), "hier is niet over gesproken"]
            case Conflict(stemmen):
                for stem in stemmen:
                    if stem.waarde is not None:
                        yield from self._waarde(f"{opschrift_bij(naam)} (volgens {stem.auteur})", stem.waarde)

    def _waarde(self, opschrift: str, inhoud: Any) -> Iterator[list[str]]:
        if isinstance(inhoud, BaseModel):
            for naam in type(inhoud).model_fields:
                if naam not in _VAN_HET_PROGRAMMA and (deel := deel_van(naam, inhoud)) not in (None, "", (), False):
                    yield from self._waarde(_binnen(opschrift, naam), deel)
        elif isinstance(inhoud, tuple | list):
            samen = ", ".join(filter(None, (self._tekst(deel) for deel in inhoud if not isinstance(deel, BaseModel))))
            if samen:
                yield [opschrift, samen]
            for deel in inhoud:
                if isinstance(deel, BaseModel):
                    yield from self._waarde(opschrift, deel)
        elif not isinstance(inhoud, Mapping) and (tekst := self._tekst(inhoud)):
            yield [opschrift, tekst]

    def _tekst(self, inhoud: Any) -> str:
        match inhoud:
            case bool():
                return "ja" if inhoud else "nee"
            case StrEnum():
                return woord_of_naam(inhoud)
            case datetime() | date():
                return t.voluit(inhoud)
        tekst = str(inhoud)
        if tekst in self._heet:
            return self._heet[tekst]
        # Een verwijzing naar iets anders in het dossier zegt een lezer niets.
        return "" if _is_sleutel(tekst) else tekst


def _in_gewone_vorm(veld: Veld[Any], feit: Feit[Any]) -> Feit[Any]:
    """Een jaar, een maand of een dag zoals iemand die schrijft; op te slaan is hij anders."""
    is_ongeveer = veld.vorm is Ongeveer and isinstance(feit, Bekend)
    return Bekend(toon_ongeveer(feit.waarde)) if is_ongeveer and isinstance(feit, Bekend) else feit


def _is_sleutel(tekst: str) -> bool:
    soort, punt, rest = tekst.partition(":")
    return bool(punt) and soort.isalpha() and len(rest) == 32 and rest.isalnum()


# Waar het geheel zelf niets toevoegt aan de naam van het deel.
_ZONDER_VOORZET = frozenset(("Inhoud", "Vastgesteld", "Meldcode", "Adres"))


def _binnen(opschrift: str, naam: str) -> str:
    """Het opschrift van een deel: met het geheel ervoor, als dat iets zegt."""
    deel = opschrift_bij(naam)
    return deel if opschrift in _ZONDER_VOORZET else f"{opschrift}: {deel[:1].lower()}{deel[1:]}"
