"""De verzegelde bundel: dossiers van de ene laptop naar de andere, als één bestand waar niemand anders in kan kijken.

Binnenin: de lengte van de kop, de kop, de inhoud (samengeperste JSON) en een handtekening over beide. De inhoud
wordt pas gelezen als de handtekening klopt en de bundel voor ons is.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from typing import Annotated, Any, NamedTuple

from pydantic import (
    AfterValidator,
    Base64Bytes,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)

from jeugdteam_app.dossier.velden import Stroomsoort
from jeugdteam_app.journaal.wijziging import POSITIE, Plaats, Wijziging, WijzigingId
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.sleutels.identiteit import Identiteit, Openbaar, maak_dicht
from jeugdteam_app.uitwisseling.bijlagelezer import MEESTE_TEKST

GROOTSTE_BUNDEL = 50_000_000
GROOTSTE_INHOUD = 200_000_000
GROOTSTE_KOP = 100_000
# Een boek uit een bestand mag groter zijn; dit reist mee met elk dossier.
GROOTSTE_BOEK = 5_000_000
_MEESTE_BOEKEN = 100
_HANDTEKENING = 64
_DOEL = b"jeugdteam/bundel/1\0"


def _is_moment(tekst: str) -> str:
    if datetime.fromisoformat(tekst).tzinfo is None:
        raise ValueError("een moment zonder tijdzone")
    return tekst


_Id = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
_Apparaat = Annotated[str, Field(pattern=r"^[0-9a-f]{8,32}$")]
_Teller = Annotated[int, Field(ge=1, le=2**53)]
_Kort = Annotated[str, Field(max_length=300)]
# Een moment zoals ``Werkplek.tijd`` het schrijft.
_Tijd = Annotated[str, Field(max_length=40), AfterValidator(_is_moment)]
_Voorwerp = Annotated[str, Field(pattern=r"^[a-z_]{1,60}(:[0-9A-Za-z_-]{1,80}){0,3}$")]
_Veldnaam = Annotated[str, Field(pattern=r"^[a-z0-9_.]{1,100}$")]


class Stroomrij(NamedTuple):
    """Een bestand in de bundel: van een gezin, of van een kind."""

    id: _Id
    soort: Annotated[str, Field(pattern=r"^[a-z_]{1,30}$")]
    gezin: _Id
    gemaakt: _Tijd


class _Rij(NamedTuple):
    apparaat: _Apparaat
    teller: _Teller
    stroom: _Id
    handeling: _Kort
    voorwerp: _Voorwerp
    veld: _Veldnaam
    waarde: dict[str, Any]
    voorgangers: list[tuple[_Apparaat, _Teller]]
    auteur: _Kort
    tijd: _Tijd


class Bijlagerij(NamedTuple):
    """De inhoud van een bijlage, bij de afdruk die het journaal noemt, en de tekst om in te zoeken."""

    stroom: _Id
    afdruk: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    inhoud: Base64Bytes
    tekst: Annotated[str, Field(max_length=MEESTE_TEKST)]


class Boekrij(NamedTuple):
    """Een productenboek zoals de afzender het bewaarde, als JSON; ``boek`` is ``None`` als wij dat nog niet kennen."""

    id: str
    versie: str
    inhoud: str
    boek: Productenboek | None


_INHOUD: TypeAdapter[tuple[list[Stroomrij], list[_Rij], list[dict[str, Any]]]] = TypeAdapter(
    tuple[list[Stroomrij], list[_Rij], list[dict[str, Any]]]
)
# Een bundel met bijlagen is van versie 2; zonder bijlagen schrijven we versie 1, die een ouder programma ook leest.
_MET_BIJLAGEN: TypeAdapter[tuple[list[Stroomrij], list[_Rij], list[dict[str, Any]], list[Bijlagerij]]] = TypeAdapter(
    tuple[list[Stroomrij], list[_Rij], list[dict[str, Any]], list[Bijlagerij]]
)
HOOGSTE_VERSIE = 2


class Kop(BaseModel):
    """Wie dit stuurde, aan wie, de hoeveelste keer, en welke bundel deze ontvangers hiervoor kregen."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    versie: Annotated[int, Field(ge=1)] = 1
    bundel: _Id
    afzender: _Id
    ontvangers: tuple[_Id, ...]
    teller: _Teller
    # Van elke ontvanger welke bundel hij hiervoor kreeg.
    vorige: Annotated[dict[_Id, _Id], BeforeValidator(lambda v: v if isinstance(v, dict) else {})] = {}
    gemaakt: _Tijd
    programma: _Kort = ""
    # Welke hoofdstukken de afzender niet meestuurde; leeg is alles.
    zonder: tuple[_Kort, ...] = ()


class _Versie(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    versie: int


@dataclass(frozen=True)
class Bundel:
    """Een geopende, nagekeken bundel."""

    kop: Kop
    stromen: tuple[Stroomrij, ...]
    wijzigingen: tuple[Wijziging, ...]
    boeken: tuple[Boekrij, ...]
    afdruk: str
    bijlagen: tuple[Bijlagerij, ...] = ()


def maak(
    kop: Kop,
    stromen: Iterable[Stroomrij],
    wijzigingen: Iterable[Wijziging],
    ik: Identiteit,
    aan: list[Openbaar],
    boeken: Iterable[str] = (),
    bijlagen: Iterable[Bijlagerij] = (),
) -> tuple[bytes, str]:
    """Het bestand, en de afdruk van wat erin zit. De boeken, als JSON, zijn die waarmee in deze dossiers is gekozen.

    Een bundel die de ander niet meer zou kunnen openen, is ``bundel-te-groot-om-te-sturen``.
    """
    rijen = [
        [*w.id, w.stroom, w.handeling, *w.plaats, w.waarde, sorted(w.voorgangers), w.auteur, w.tijd]
        for w in wijzigingen
    ]
    met_boeken = [json.loads(boek) for boek in boeken]
    if any(len(json.dumps(boek, ensure_ascii=False)) > GROOTSTE_BOEK for boek in met_boeken):
        raise InvoerFout("bundel-te-groot-om-te-sturen")
    met_bijlagen = [[b.stroom, b.afdruk, base64.b64encode(b.inhoud).decode(), b.tekst] for b in bijlagen]
    delen = [list(stromen), rijen, met_boeken, *([met_bijlagen] if met_bijlagen else [])]
    if met_bijlagen:
        kop = kop.model_copy(update={"versie": HOOGSTE_VERSIE})
    ruw = json.dumps(delen, ensure_ascii=False, separators=(",", ":")).encode()
    inhoud, kop_ruw = zlib.compress(ruw, 6), kop.model_dump_json().encode()
    te_tekenen = _te_tekenen(kop_ruw, inhoud)
    heel = len(kop_ruw).to_bytes(4, "big") + kop_ruw + inhoud + ik.teken(te_tekenen)
    dicht = maak_dicht(heel, aan)
    if len(dicht) > GROOTSTE_BUNDEL or len(ruw) > GROOTSTE_INHOUD:
        raise InvoerFout("bundel-te-groot-om-te-sturen")
    return dicht, hashlib.sha256(te_tekenen).hexdigest()


def lees(ruw: bytes, ik: Identiteit, mijn_id: str, sleutels_van: Callable[[str], Openbaar]) -> Bundel:
    """Opent, kijkt de handtekening na en leest dan pas. ``sleutels_van`` geeft de sleutels van een bekende afzender."""
    kop, inhoud, afdruk = _open(ruw, ik, mijn_id, sleutels_van)
    stromen, rijen, boeken, bijlagen = _lees_inhoud(_pak_uit(inhoud), kop.versie)
    return Bundel(kop, tuple(stromen), tuple(_wijziging(r) for r in rijen), tuple(boeken), afdruk, tuple(bijlagen))


def lees_kop(ruw: bytes, ik: Identiteit, mijn_id: str, sleutels_van: Callable[[str], Openbaar]) -> Kop:
    """Alleen van wie het komt en de hoeveelste het is, met de handtekening nagekeken; de inhoud blijft dicht."""
    return _open(ruw, ik, mijn_id, sleutels_van)[0]


def _open(ruw: bytes, ik: Identiteit, mijn_id: str, sleutels_van: Callable[[str], Openbaar]) -> tuple[Kop, bytes, str]:
    if len(ruw) > GROOTSTE_BUNDEL:
        raise InvoerFout("bundel-te-groot")
    heel = ik.maak_open(ruw)
    lengte = int.from_bytes(heel[:4], "big")
    if len(heel) < 4 + lengte + _HANDTEKENING or lengte > GROOTSTE_KOP:
        raise InvoerFout("bundel-vorm")
    kop_ruw, inhoud, handtekening = heel[4 : 4 + lengte], heel[4 + lengte : -_HANDTEKENING], heel[-_HANDTEKENING:]
    kop = _lees_kop(kop_ruw)
    if not sleutels_van(kop.afzender).klopt(_te_tekenen(kop_ruw, inhoud), handtekening):
        raise InvoerFout("bundel-handtekening")
    if mijn_id not in kop.ontvangers:
        raise InvoerFout("bundel-niet-voor-mij")
    if kop.versie > HOOGSTE_VERSIE:
        raise InvoerFout("bundel-nieuwer")
    return kop, inhoud, hashlib.sha256(_te_tekenen(kop_ruw, inhoud)).hexdigest()


def _te_tekenen(kop: bytes, inhoud: bytes) -> bytes:
    return _DOEL + hashlib.sha512(kop).digest() + hashlib.sha512(inhoud).digest()


def _lees_kop(ruw: bytes) -> Kop:
    try:
        return Kop.model_validate_json(ruw)
    except ValidationError:
        # Wat wij niet kunnen lezen en van een hogere versie zegt te zijn, is met opnieuw sturen niet te helpen.
        raise InvoerFout("bundel-nieuwer" if _is_nieuwer(ruw) else "bundel-vorm") from None


def _is_nieuwer(kop: bytes) -> bool:
    try:
        return _Versie.model_validate_json(kop).versie > HOOGSTE_VERSIE
    except ValidationError:
        return False


def _pak_uit(inhoud: bytes) -> bytes:
    uitpakker = zlib.decompressobj()
    try:
        uit = uitpakker.decompress(inhoud, GROOTSTE_INHOUD)
    except zlib.error:
        raise InvoerFout("bundel-vorm") from None
    if uitpakker.unconsumed_tail or not uitpakker.eof:
        raise InvoerFout("bundel-te-groot")
    return uit


def _lees_inhoud(ruw: bytes, versie: int) -> tuple[list[Stroomrij], list[_Rij], list[Boekrij], list[Bijlagerij]]:
    try:
        if versie == 1:
            stromen, rijen, ruwe_boeken = _INHOUD.validate_json(ruw)
            bijlagen: list[Bijlagerij] = []
        else:
            stromen, rijen, ruwe_boeken, bijlagen = _MET_BIJLAGEN.validate_json(ruw)
        if len(ruwe_boeken) > _MEESTE_BOEKEN:
            raise InvoerFout("bundel-vorm")
        boeken = [_boek(ruw_boek) for ruw_boek in ruwe_boeken]
    except (ValidationError, RecursionError):
        raise InvoerFout("bundel-vorm") from None
    if not {s.soort for s in stromen} <= set(Stroomsoort):
        # De handtekening klopt: het is een soort bestand dat pas later kwam.
        raise InvoerFout("bundel-nieuwer")
    bekend = {s.id for s in stromen}
    op_eigen_plek = all((s.soort == "gezin") == (s.id == s.gezin) and s.gezin in bekend for s in stromen)
    genoemd = {r.stroom for r in rijen} | {b.stroom for b in bijlagen}
    nummers = {(r.apparaat, r.teller) for r in rijen}
    if not op_eigen_plek or not genoemd <= bekend or len(bekend) < len(stromen) or len(nummers) < len(rijen):
        raise InvoerFout("bundel-vorm")
    if not all(_is_plek_in_lijst(r.waarde.get("b")) for r in rijen if r.veld == POSITIE):
        raise InvoerFout("bundel-vorm")
    if any(hashlib.sha256(b.inhoud).hexdigest() != b.afdruk for b in bijlagen) or _volgt_op_zichzelf(rijen):
        raise InvoerFout("bundel-vorm")
    return stromen, rijen, boeken, bijlagen


def _volgt_op_zichzelf(rijen: Iterable[_Rij]) -> bool:
    """Of wijzigingen in een kring op elkaar volgen: dan is niet te zeggen wat er staat, en dat schrijft niemand."""
    try:
        TopologicalSorter({(r.apparaat, r.teller): r.voorgangers for r in rijen}).prepare()
    except CycleError:
        return True
    return False


# Een onderdeel, een keuze of een soort voorwaarde die wij nog niet kennen.
_VAN_LATER = frozenset({"extra_forbidden", "enum", "literal_error", "union_tag_invalid"})


def _boek(ruw: dict[str, Any]) -> Boekrij:
    """Een meegestuurd boek. Wat een nieuwere versie er meer in opschrijft, blijft erin staan tot wij het kennen."""
    inhoud = json.dumps(ruw, ensure_ascii=False)
    if len(inhoud) > GROOTSTE_BOEK:
        raise InvoerFout("bundel-vorm")
    try:
        boek = Productenboek.model_validate_json(inhoud)
    except ValidationError as fout:
        if not {e["type"] for e in fout.errors(include_input=False, include_url=False)} <= _VAN_LATER:
            raise
        return Boekrij(*_WELK_BOEK.validate_python((ruw.get("id"), ruw.get("versie"))), inhoud, None)
    return Boekrij(boek.id, boek.versie, boek.model_dump_json(), boek)


_Genoemd = Annotated[str, Field(min_length=1, max_length=300)]
_WELK_BOEK: TypeAdapter[tuple[_Genoemd, _Genoemd]] = TypeAdapter(tuple[_Genoemd, _Genoemd])


def _is_plek_in_lijst(waarde: Any) -> bool:
    """Een plek in een lijst is een breuk in cijfers (``journaal.positie``)."""
    return isinstance(waarde, str) and bool(re.fullmatch(r"[0-9]{1,400}", waarde, re.ASCII))


def _wijziging(r: _Rij) -> Wijziging:
    voorgangers = frozenset(WijzigingId(*v) for v in r.voorgangers)
    plaats = Plaats(r.voorwerp, r.veld)
    return Wijziging(
        WijzigingId(r.apparaat, r.teller), r.stroom, r.handeling, plaats, r.waarde, voorgangers, r.auteur, r.tijd
    )
