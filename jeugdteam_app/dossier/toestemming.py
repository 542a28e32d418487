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
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.gezin import Jeugdige, Persoon, Rol, Sekse
from jeugdteam_app.kern.feit import alle_waarden, waarde


def laatste_antwoorden(
    alle: Iterable[Toestemming], waarvoor: Waarvoor, op: date, mensen: Mensen | None = None
) -> dict[str, Toestemming]:
    """Van ieder wat die tot deze dag het laatst zei, bij de sleutel: een later nee gaat voor een ja, en andersom.

    Wie niet bij de ``mensen`` staat, telt met elk woord van de naam.

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
    """Iemand uit het dossier: de sleutel waaronder telt wat die zei, alle woorden van de naam, en wie die is."""

    sleutel: str
    voornaam: str
    naam: frozenset[str]
    rollen: frozenset[Rol] = frozenset()
    heeft_gezag: bool = False
    sekse: Sekse | None = None

    @property
    def is_kind(self) -> bool:
        """Of dit het kind is van wie het dossier is."""
        return self.sleutel == KIND

    def past(self, rol: str) -> bool:
        """Of iemand met dit woord bedoeld kan zijn. Van wie niet gezegd is wie het is, zegt het gezag genoeg."""
        if rol in _MET_GEZAG:
            return self.heeft_gezag
        niet = Sekse.MAN if rol in _VROUW else Sekse.VROUW if rol in _MANNELIJK else None
        is_zo = _ROL[rol] in self.rollen or (not self.rollen and self.heeft_gezag)
        return is_zo and not self.is_kind and (niet is None or self.sekse is not niet)


class Mensen(NamedTuple):
    """Wie er met een toestemming bedoeld kan zijn."""

    alle: tuple[Mens, ...] = ()

    @classmethod
    def van(cls, dossier: Dossier) -> Mensen:
        """Het kind en de mensen eromheen die een naam hebben."""
        kind, gezag = dossier.een(Jeugdige), {p.sleutel for p in dossier.gezagsdragers()}
        gevonden = [
            Mens(p.sleutel, namen[0], frozenset(namen), frozenset(alle_waarden(p.rol)), p.sleutel in gezag,
                 waarde(p.sekse))
            for p in dossier.alle(Persoon)
            if (namen := _woorden(p.weergavenaam)) and p.sleutel != dossier.zichzelf and not p.is_overleden
        ]  # fmt: skip
        if namen := _woorden(kind.aanspreeknaam):
            heel = frozenset(_woorden(f"{kind.aanspreeknaam} {kind.volledige_naam}"))
            gevonden.insert(0, Mens(KIND, namen[0], heel))
        return cls(tuple(gevonden))

    def met_rol(self, rol: str) -> list[Mens]:
        """Wie er met dit woord bedoeld kan zijn."""
        return [mens for mens in self.alle if mens.past(rol)]


def zeiden_samen(toestemmingen: Iterable[Toestemming], mensen: Mensen) -> tuple[set[str], bool]:
    """De sleutels van wie deze toestemmingen zeker gaven, en of iemand met gezag erbij was: ook ‘een ouder’ is dat."""
    wie = [_wie(t.door, mensen) for t in toestemmingen]
    met_gezag = {m.sleutel for m in mensen.alle if m.heeft_gezag}
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
_VROUW = frozenset({"moeder", "mama", "mam", "stiefmoeder", "pleegmoeder"})
_MANNELIJK = frozenset({"vader", "papa", "pap", "stiefvader", "pleegvader"})
_ROL = {
    **dict.fromkeys(("ouder", "ouders", "moeder", "mama", "mam", "vader", "papa", "pap"), Rol.OUDER),
    **dict.fromkeys(("stiefouder", "stiefouders", "stiefmoeder", "stiefvader"), Rol.STIEFOUDER),
    **dict.fromkeys(("pleegouder", "pleegouders", "pleegmoeder", "pleegvader"), Rol.PLEEGOUDER),
    "voogd": Rol.VOOGD,
}
_MET_GEZAG = frozenset({"gezagsdrager", "gezagsdragers"})
_SAMEN = frozenset({"ouders", "stiefouders", "pleegouders", "gezagsdragers"})
_ROLWOORD = frozenset(_ROL) | _MET_GEZAG
# Wat erbij kan staan zonder dat het over een ander gaat, en hoe iemand het zei.
_ERBIJ = frozenset(
    ("zelf", "ook", "het", "de", "kind", "jongere", "samen", "beide", "allebei", "gezaghebbende", "en", "met",
     "telefonisch", "mondeling", "schriftelijk", "mail", "per", "via", "app", "papier", "aan", "tafel", "thuis")
)  # fmt: skip
# Een achternaam begint er soms mee; het zegt niet wie het is.
_ZEGT_NIETS = _ERBIJ | {"van", "den", "der", "ter", "ten", "te", "mevrouw", "mevr", "meneer", "heer", "dhr"}
_TUSSEN_NAMEN = frozenset({"en", "met", "samen"})
# Staat dit erbij, dan zei er iemand misschien juist iets anders: ‘Noor, Karim nog niet’.
_MISSCHIEN_NIET = frozenset({"niet", "geen", "nog", "zonder", "behalve", "weigert", "twijfelt"})


class _Wie(NamedTuple):
    """Wie het zeker zeiden, van wie dat misschien zo is, en of er ‘een ouder’ staat die het gezag heeft."""

    zeker: list[str]
    misschien: set[str]
    een_ouder: bool


def _wie(door: str, mensen: Mensen) -> _Wie:
    """Wie er bedoeld is, als sleutels. Wie niemand uit het dossier is, telt met elk eigen woord."""
    delen = [woorden for deel in _sprekers(door) if (woorden := [w for w in deel if w not in _TUSSEN_NAMEN])]
    delen = [deel for deel in delen if {*deel} - _ERBIJ] or delen
    bedoeld = [_bedoeld(deel, mensen) for deel in delen]
    rollen = [{*deel} - _ERBIJ if {*deel} - _ERBIJ <= _ROLWOORD else set[str]() for deel in delen]
    # ‘Lisa, moeder’ kan over een ander gaan dan de moeder van dit kind; ‘Sam, moeder’ en ‘moeder en oma’ niet.
    duidelijk = not {*_woorden(door)} & _MISSCHIEN_NIET and all(
        rol or any(map(_FAMILIEWOORD.fullmatch, deel)) or (wie and (wie.is_kind or wie.heeft_gezag))
        for deel, rol, wie in zip(delen, rollen, bedoeld, strict=True)
    )
    zeker: list[str] = []
    misschien, herkend = set[str](), set[str]()
    for deel, mens, rol in zip(delen, bedoeld, rollen, strict=True):
        kan = [m for woord in {*deel} & _ROLWOORD for m in mensen.met_rol(woord)]
        past = kan and duidelijk and (rol & _SAMEN or (rol and len(kan) == 1))
        if (mens and not {*_woorden(door)} & _MISSCHIEN_NIET) or past:
            zeker += [mens.sleutel] if mens else [m.sleutel for m in kan]
            herkend |= {*deel}
        else:
            genoemd = [m for m in mensen.alle if {*deel} & (m.naam - _ZEGT_NIETS)]
            misschien |= {m.sleutel for m in (*kan, *genoemd)}
            zeker += [w for w in deel if not any(w in m.naam for m in mensen.alle)]
    over = {w for w in _woorden(door) if w not in _TUSSEN_NAMEN} - herkend
    misschien |= {m.sleutel for m in mensen.alle if m.voornaam in over}
    misschien |= {w for w in over if not any(w in m.naam for m in mensen.alle)}
    misschien -= {*zeker}
    een_ouder = duidelijk and any(_een_met_gezag(rol, mensen) for rol in rollen)
    return _Wie(list(dict.fromkeys(zeker)) or ([] if misschien else [""]), misschien, een_ouder)


def _een_met_gezag(rol: set[str], mensen: Mensen) -> bool:
    """Of wie er met zo'n woord bedoeld kan zijn, hoe dan ook het gezag heeft."""
    kan = [mens for woord in rol for mens in mensen.met_rol(woord)]
    return bool(kan) and all(mens.heeft_gezag for mens in kan)


def _bedoeld(deel: list[str], mensen: Mensen) -> Mens | None:
    """Wie uit het dossier met deze woorden bedoeld is, als er geen ander woord bij staat."""
    over = {*deel} - _ERBIJ

    def past(mens: Mens) -> bool:
        rol = over & _ROLWOORD - mens.naam
        return mens.voornaam in over and over - rol <= mens.naam and all(map(mens.past, rol))

    gevonden = [mens for mens in mensen.alle if past(mens)]
    return gevonden[0] if len(gevonden) == 1 else None


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
    """De woorden zonder leestekens eromheen; ‘D’Angelo’ en ‘J.P.’ zijn er een."""
    gevonden = re.findall(r"[\w'.-]+", tekst.casefold().replace("’", "'"))
    return [woord for w in gevonden if (woord := w.strip("'.-"))]
