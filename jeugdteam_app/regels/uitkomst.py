"""De uitkomst van een advies: een boom die een mens kan lezen, met bij elke tak regel, feiten en bron."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from jeugdteam_app.dossier.feiten import Feiten
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import Bekend, Conflict, NietBesproken
from jeugdteam_app.productenboek.voorwaarden import Uitslag, Voorwaarde
from jeugdteam_app.regels.feitzin import voorwaardezin


class Reden(NamedTuple):
    """Waarom: welke regel, welke feiten hij gebruikte en waar hij vandaan komt."""

    regel: str
    tekst: str
    feiten: tuple[tuple[str, str], ...]
    bron: Bron


class Gemist(NamedTuple):
    """Een voorwaarde waarop een product afviel: een die het boek vraagt, of een die het boek uitsluit."""

    voorwaarde: Voorwaarde
    uitgesloten: bool


class Tak(NamedTuple):
    """Eén uitspraak van het advies. De eerste reden is de dragende, de andere versterken haar."""

    code: str
    titel: str
    uitslag: Uitslag
    redenen: tuple[Reden, ...]
    hangt_af_van: tuple[str, ...] = ()
    segment: str = ""
    verandert: tuple[str, ...] = ()
    voorbeeld: bool = False
    let_op: tuple[Reden, ...] = ()
    gemist: tuple[Gemist, ...] = ()


@dataclass(frozen=True)
class Advies:
    """Wat eerst komt, wat elders hoort, wat past en in welke volgorde, wat niet en waarom, en wat nog open is."""

    op: date
    boek: str
    boekversie: str
    aanzien: str
    regelversie: str
    voorlopig: bool
    voorliggend: tuple[Tak, ...] = ()
    ander_kader: tuple[Tak, ...] = ()
    segmenten: tuple[Tak, ...] = ()
    voorstellen: tuple[Tak, ...] = ()
    afgevallen: tuple[Tak, ...] = ()
    plichten: tuple[Tak, ...] = ()
    vragen: tuple[Tak, ...] = ()
    uitwegen: tuple[Tak, ...] = ()
    beslist: tuple[Tak, ...] = ()


# De plicht die voor alles gaat: acuut gevaar. Overal waar het advies te lezen is, staat zij bovenaan.
EERST = "meldcode"
# In de volgorde van denken: eerst het goede recht, dan wat het gezin zelf en dichtbij kan.
DELEN = (
    "ander_kader",
    "voorliggend",
    "segmenten",
    "voorstellen",
    "afgevallen",
    "plichten",
    "vragen",
    "uitwegen",
    "beslist",
)


def toon_feit(feiten: Feiten, naam: str) -> str:
    """De waarde van een feit als code, voor het bewijs en de uitwisseling."""
    feit = feiten.get(naam)
    if isinstance(feit, Bekend):
        waarde: Any = feit.waarde
        return ", ".join(str(w) for w in waarde) if isinstance(waarde, tuple) else str(waarde)
    if isinstance(feit, NietBesproken):
        return "niet besproken"
    return "conflict" if isinstance(feit, Conflict) else "onbekend"


def als_json(advies: Advies) -> dict[str, Any]:
    """Het advies als gegevens: per deel een lijst, elke tak met ``regel``, ``feiten`` en ``bron``."""
    kop = {
        "op": advies.op.isoformat(),
        "boek": advies.boek,
        "boekversie": advies.boekversie,
        "aanzien": advies.aanzien,
        "regelversie": advies.regelversie,
        "voorlopig": advies.voorlopig,
    }
    return kop | {deel: [_tak_json(t) for t in getattr(advies, deel)] for deel in DELEN}


def _tak_json(tak: Tak) -> dict[str, Any]:
    dragend, *verder = tak.redenen
    uit: dict[str, Any] = {"code": tak.code, "titel": tak.titel, "uitslag": tak.uitslag.value}
    uit |= _reden_json(dragend)
    if verder:
        uit["ook"] = [_reden_json(r) for r in verder]
    if tak.hangt_af_van:
        uit["hangt_af_van"] = list(tak.hangt_af_van)
    if tak.verandert:
        uit["verandert"] = list(tak.verandert)
    if tak.segment:
        uit |= {"segment": tak.segment, "voorbeeld": tak.voorbeeld}
    if tak.gemist:
        uit["gemist"] = [
            {"zin": voorwaardezin(g.voorwaarde, str), "feit": g.voorwaarde.feit, "uitgesloten": g.uitgesloten}
            for g in tak.gemist
        ]
    if tak.let_op:
        uit["let_op"] = [_reden_json(r) for r in tak.let_op]
    return uit


def _reden_json(reden: Reden) -> dict[str, Any]:
    return {
        "regel": reden.regel,
        "tekst": reden.tekst,
        "feiten": dict(reden.feiten),
        "bron": {"document": reden.bron.document, "plaats": reden.bron.plaats},
    }
