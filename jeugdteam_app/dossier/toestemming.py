"""Wie wat zei over toestemming: uit de woorden waarmee iemand opschreef wie het was.

Bij een toestemming staat wie haar gaf zoals een medewerker dat opschrijft: ‘Noor’, ‘Karim (vader)’, ‘beide ouders’,
‘moeder van Sam’. Wie dat is, volgt uit de mensen in het dossier. Bij twijfel telt een nee wel, en een ja niet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jeugdteam_app.dossier.aanmelding import Toestemming, Waarvoor
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige, Persoon, Sekse
from jeugdteam_app.kern.feit import waarde


def laatste_antwoorden(
    alle: Iterable[Toestemming], waarvoor: Waarvoor, op: date, mensen: Mensen | None = None
) -> dict[str, Toestemming]:
    """Bij elk woord van een naam wat die tot deze dag het laatst zei: een later nee gaat voor een ja, en andersom.

    Zeiden Noor en Karim samen ja en daarna Noor alleen nee, dan is het laatste woord van Noor nee en dat van Karim ja.
    Intrekken telt op de dag van intrekken, voor wie dat deed. Staat er geen naam bij, dan telt het antwoord onder de
    lege naam. Wat pas later ingaat, verandert vandaag nog niets.

    Van wie misschien alleen bij een ander genoemd is (‘moeder van Sam’), telt een nee wel en een ja niet; zegt die
    ander later toch ja, dan is dat nee er ook weer af.
    """
    wie_er_zijn = mensen or Mensen()
    van_toen = [g for van in alle if van.waarvoor is waarvoor for g in _gezegd(van, wie_er_zijn)]
    laatste: dict[str, Toestemming] = {}
    voor_twijfel: dict[str, Toestemming | None] = {}
    for g in sorted((g for g in van_toen if g.dag is None or g.dag <= op), key=lambda g: g.dag or date.max):
        for woord in g.misschien:
            if not g.wat.staat_open:
                voor_twijfel.setdefault(woord, laatste.get(woord))
                laatste[woord] = g.wat
            elif woord in voor_twijfel:
                del laatste[woord]
                if (eerder := voor_twijfel.pop(woord)) is not None:
                    laatste[woord] = eerder
        for woord in g.zeker:
            voor_twijfel.pop(woord, None)
            laatste[woord] = g.wat
    return laatste


class Mens(NamedTuple):
    """Iemand uit het dossier: de voornaam waaronder wat die zei telt, alle woorden van de naam, en wat die is."""

    voornaam: str
    naam: frozenset[str]
    is_kind: bool = False
    heeft_gezag: bool = False
    sekse: Sekse | None = None


class Mensen(NamedTuple):
    """Wie er met een toestemming bedoeld kan zijn."""

    alle: tuple[Mens, ...] = ()

    @classmethod
    def van(cls, dossier: Dossier) -> Mensen:
        """Het kind en de mensen eromheen die een naam hebben."""
        kind, gezag = dossier.een(Jeugdige), {p.sleutel for p in dossier.gezagsdragers()}
        gevonden = [
            Mens(_woorden(p.weergavenaam)[0], frozenset(_woorden(p.weergavenaam)), heeft_gezag=p.sleutel in gezag,
                 sekse=waarde(p.sekse))
            for p in dossier.alle(Persoon) if _woorden(p.weergavenaam) and p.sleutel != dossier.zichzelf
        ]  # fmt: skip
        if namen := _woorden(kind.aanspreeknaam):
            heel = frozenset(_woorden(f"{kind.aanspreeknaam} {kind.volledige_naam}"))
            gevonden.insert(0, Mens(namen[0], heel, is_kind=True))
        return cls(tuple(gevonden))

    def gezag(self, rol: str) -> list[str]:
        """De voornamen van wie met gezag deze rol kan hebben; ‘vader’ niet als alleen een vrouw het gezag heeft."""
        niet = Sekse.MAN if rol in _MOEDER else Sekse.VROUW if rol in _VADER else None
        return [m.voornaam for m in self.alle if m.heeft_gezag and (niet is None or m.sekse is not niet)]


def zeiden_samen(toestemmingen: Iterable[Toestemming], mensen: Mensen) -> tuple[set[str], bool]:
    """De voornamen van wie deze toestemmingen zeker gaven, en of iemand met gezag erbij was: ook ‘een ouder’ is dat."""
    wie = [_wie(t.door, mensen) for t in toestemmingen]
    met_gezag = {m.voornaam for m in mensen.alle if m.heeft_gezag}
    zeker = {w for een in wie for w in een.zeker}
    return zeker, bool(zeker & met_gezag) or any(een.een_ouder for een in wie)


class _Gezegd(NamedTuple):
    """Wat er met een toestemming is gezegd en wanneer; zonder dag geldt het vanaf nu.

    ``zeker``: de woorden van wie het zei; ``misschien``: wie misschien alleen bij een ander genoemd is.
    """

    dag: date | None
    zeker: list[str]
    misschien: set[str]
    wat: Toestemming


def _gezegd(van: Toestemming, mensen: Mensen) -> Iterator[_Gezegd]:
    """Het antwoord zelf, en het intrekken ervan."""
    wie, misschien, _een = _wie(van.door, mensen)
    antwoord = van.model_copy(update={"ingetrokken_op": None, "ingetrokken_door": ""})
    yield _Gezegd(van.datum or date.min, wie, misschien, antwoord)
    if van.is_ingetrokken:
        door, ook, _een = _wie(van.ingetrokken_door if van.ingetrokken_door.strip() else van.door, mensen)
        # Wie hier niet bij staat (‘oma’), trekt haar voor ieder in.
        ieder = door if {*door, *ook} & {*wie} else [*wie, *door]
        yield _Gezegd(van.ingetrokken_op, ieder, ook - {*ieder}, van)


# Zo schrijft een medewerker op wie iets zei, zonder naam.
_MOEDER, _VADER = frozenset({"moeder", "mama", "mam"}), frozenset({"vader", "papa", "pap"})
_SAMEN_GEZAG = frozenset({"ouders", "gezagsdragers"})
_GEZAG = _SAMEN_GEZAG | _MOEDER | _VADER | {"ouder", "voogd", "gezagsdrager"}
# Wat erbij kan staan zonder dat het over een ander gaat.
_ERBIJ = frozenset({"zelf", "ook", "het", "de", "kind", "jongere", "samen", "beide", "allebei", "en", "met"})
_TUSSEN_NAMEN = frozenset({"en", "met", "samen"})


class _Wie(NamedTuple):
    """Wie het zeker zeiden, van wie dat misschien zo is, en of er ‘moeder’ of ‘ouder’ staat en dat gezag heeft."""

    zeker: list[str]
    misschien: set[str]
    een_ouder: bool


def _wie(door: str, mensen: Mensen) -> _Wie:
    """Wie er bedoeld is. Wie niemand uit het dossier is, telt met elk eigen woord."""
    delen = [woorden for deel in _sprekers(door) if (woorden := [w for w in deel if w not in _TUSSEN_NAMEN])]
    bedoeld = [_bedoeld(deel, mensen) for deel in delen]
    rollen = [{*deel} & _GEZAG if {*deel} - _ERBIJ <= _GEZAG else set() for deel in delen]
    # ‘Lisa, moeder’ kan over een ander gaan dan de moeder met gezag; ‘Sam, moeder’ niet.
    duidelijk = all(rol or (wie and (wie.is_kind or wie.heeft_gezag)) for rol, wie in zip(rollen, bedoeld, strict=True))
    zeker: list[str] = []
    misschien, herkend = set[str](), set[str]()
    for deel, mens, rol in zip(delen, bedoeld, rollen, strict=True):
        met_gezag = [naam for woord in rol for naam in mensen.gezag(woord)]
        if mens or (met_gezag and duidelijk and (rol & _SAMEN_GEZAG or len(met_gezag) == 1)):
            zeker += [mens.voornaam] if mens else met_gezag
            herkend |= {*deel}
        else:
            misschien |= {*met_gezag}
            zeker += _zonder_kind(deel, mensen)
    genoemd = {w for w in _woorden(door) if w not in _TUSSEN_NAMEN} - herkend
    misschien = (misschien | genoemd) - {*zeker}
    een_ouder = duidelijk and any(mensen.gezag(woord) for rol in rollen for woord in rol)
    return _Wie(list(dict.fromkeys(zeker)) or ([] if misschien else [""]), misschien, een_ouder)


def _bedoeld(deel: list[str], mensen: Mensen) -> Mens | None:
    """Wie uit het dossier met deze woorden bedoeld is, als er geen ander woord bij staat."""
    over = {*deel} - _ERBIJ

    def past(mens: Mens) -> bool:
        return mens.voornaam in over and over <= mens.naam | (_GEZAG if mens.heeft_gezag else set())

    gevonden = [mens for mens in mensen.alle if past(mens)]
    return gevonden[0] if len(gevonden) == 1 else None


def _zonder_kind(deel: list[str], mensen: Mensen) -> list[str]:
    """Bij ‘juf Sam’ of ‘moeder Sam’ zei het kind zelf niets."""
    kind = {mens.voornaam for mens in mensen.alle if mens.is_kind}
    return [w for w in deel if w not in kind]


# Wie zo genoemd wordt bij een ander, zei zelf niets: ‘moeder van Sam’.
_FAMILIEWOORD = re.compile(
    r"(stief|pleeg|schoon|groot)?(moeder|vader|ouders?|mama?|papa?|oma|opa|broer|zus|tante|oom|voogd)"
)


def _sprekers(door: str) -> Iterator[list[str]]:
    """Van ieder die iets zei de woorden waarmee die genoemd is; wie alleen bij een ander genoemd is, zei niets.

    ‘Noor, moeder van Sam’ is Noor; ‘moeder van Sam en Sam zelf’ is moeder, en Sam. Staat er ‘van Lotte, Tom en Sam’,
    dan is niet te zeggen of Sam zelf iets zei: dan telt Sam niet.
    """
    bij_een_ander: set[str] = set()
    for deel in re.split(r"([,;/&+()]|\ben\b|\bmet\b)", door.casefold()):
        woorden = _woorden(deel)
        if deel in (")", ";"):
            bij_een_ander = set()
        familie = any(map(_FAMILIEWOORD.fullmatch, woorden))
        if bij_een_ander and not familie and "zelf" not in woorden and not bij_een_ander & set(woorden):
            continue
        for plek, woord in enumerate(woorden):
            van_wie = woord == "van" and plek and _FAMILIEWOORD.fullmatch(woorden[plek - 1])
            if van_wie or woord == "namens":
                bij_een_ander = set(woorden[plek + 1 :])
                woorden = woorden[:plek]
                break
        if woorden:
            yield woorden


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"[\w-]+", tekst.casefold())
