"""Wie wat zei over toestemming: uit de woorden waarmee iemand opschreef wie het was.

Bij een toestemming staat wie haar gaf zoals een medewerker dat opschrijft: ‘Noor’, ‘Karim (vader)’, ‘beide ouders’,
‘moeder van Sam’. Wie dat is, volgt uit de mensen in het dossier. Bij twijfel telt een nee wel, en een ja niet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
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
        for woord in g.vervalt:
            if woord in laatste and laatste[woord].staat_open:
                del laatste[woord]
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
        """Of iemand met dit woord bedoeld is. Van wie niet gezegd is wie het is, zegt het gezag genoeg."""
        if rol in _KIND:
            return self.is_kind
        if rol in _MET_GEZAG:
            return self.heeft_gezag
        if rol in _VOOGD:
            # Wie het gezag heeft en geen ouder is, is voogd: ook een oma of een pleegouder.
            return Rol.VOOGD in self.rollen or (self.heeft_gezag and Rol.OUDER not in self.rollen)
        is_zo = _ROL[rol] in self.rollen or (_ROL[rol] is Rol.OUDER and not self.rollen and self.heeft_gezag)
        return is_zo and not self.is_kind and self.kan_zo_heten(rol)

    def kan_zo_heten(self, woord: str) -> bool:
        """Niet als het woord van een vrouw is en dit een man, of andersom."""
        niet = Sekse.MAN if woord in _VROUW else Sekse.VROUW if woord in _MANNELIJK else None
        return niet is None or self.sekse is not niet


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
        """Wie er met dit woord bedoeld is."""
        return [mens for mens in self.alle if mens.past(rol)]

    def misschien_met_rol(self, rol: str) -> list[Mens]:
        """Wie er met dit woord bedoeld kan zijn: is er zo niemand, dan wie het gezag heeft en zo kan heten."""
        is_ouder = _ROL.get(rol) is Rol.OUDER
        gezag = (mens for mens in self.alle if mens.heeft_gezag and mens.kan_zo_heten(rol))
        kan = [mens for mens in gezag if is_ouder or Rol.OUDER not in mens.rollen]
        return ([] if rol in _MISSCHIEN_VOOGD else self.met_rol(rol)) or kan


def zeiden_samen(toestemmingen: Iterable[Toestemming], mensen: Mensen) -> tuple[set[str], bool]:
    """De sleutels van wie deze toestemmingen zeker gaven, en of iemand met gezag erbij was: ook ‘een ouder’ is dat."""
    op_dag = sorted(toestemmingen, key=lambda t: t.datum or date.min)
    wie = [_wie(t.door, mensen) for t in op_dag]
    met_gezag = {m.sleutel for m in mensen.alle if m.heeft_gezag}
    zeker = set[str]()
    for een in wie:
        zeker = (zeker | {*een.zeker}) - een.juist_niet
    return zeker, bool(zeker & met_gezag) or any(een.een_ouder for een in wie)


class _Gezegd(NamedTuple):
    """Wat er met een toestemming is gezegd en wanneer; zonder dag geldt het vanaf nu.

    ``zeker``: wie het zei; ``misschien``: wie misschien alleen bij een ander genoemd is; ``vervalt``: van wie er bij
    staat dat die dit niet zei (‘Karim nog niet’): een eerder ja telt dan niet meer, en een nee is het ook niet.
    """

    dag: date | None
    zeker: list[str]
    misschien: set[str]
    vervalt: set[str]
    wat: Toestemming


def _gezegd(van: Toestemming, mensen: Mensen) -> Iterator[_Gezegd]:
    """Het antwoord zelf, en het intrekken ervan."""
    wie, misschien, juist_niet, weigert, _een = _wie(van.door, mensen)
    antwoord = van.model_copy(update={"ingetrokken_op": None, "ingetrokken_door": ""})
    ja = antwoord.staat_open
    ook, vervalt = (misschien, juist_niet) if ja else (misschien | juist_niet, set[str]())
    yield _Gezegd(van.datum or date.min, wie, ook, vervalt, antwoord)
    # Wie er volgens dezelfde woorden tegen is, zei nee; wie nog niets zei niet.
    yield _Gezegd(van.datum or date.min, [], weigert, set(), antwoord.als_nee)
    if van.is_ingetrokken:
        door, ook, niet, _weigert, _een = _wie(van.ingetrokken_door.strip() or van.door, mensen)
        if van.ingetrokken_door.strip() and not {*door} - {""}:
            # ‘Noor wil niet meer’
            door = sorted(niet)
        # Wie hier niet bij staat (‘oma’), trekt haar voor ieder in.
        ieder = door if {*door, *ook} & {*wie} else [*wie, *door]
        yield _Gezegd(van.ingetrokken_op, ieder, ook - {*ieder}, set(), van)


# Zo schrijft een medewerker op wie iets zei, zonder naam.
_VROUW = frozenset({"moeder", "mama", "mam", "stiefmoeder", "pleegmoeder", "mevrouw", "mevr", "mw"})
_MANNELIJK = frozenset({"vader", "papa", "pap", "stiefvader", "pleegvader", "meneer", "heer", "dhr"})
_ROL = {
    **dict.fromkeys(("ouder", "ouders", "moeder", "mama", "mam", "vader", "papa", "pap"), Rol.OUDER),
    **dict.fromkeys(("stiefouder", "stiefouders", "stiefmoeder", "stiefvader"), Rol.STIEFOUDER),
    **dict.fromkeys(("pleegouder", "pleegouders", "pleegmoeder", "pleegvader"), Rol.PLEEGOUDER),
}
_KIND = frozenset({"kind", "jongere", "jeugdige"})
_VOOGD = frozenset({"voogd", "gezinsvoogd"})
# Wie zo heet, kan de voogd zijn.
_MISSCHIEN_VOOGD = frozenset({"oma", "opa", "tante", "oom", "gi", "jeugdbeschermer"})
_MET_GEZAG = frozenset({"gezagsdrager", "gezagsdragers"})
_SAMEN = frozenset({"ouders", "stiefouders", "pleegouders", "gezagsdragers"})
_ROLWOORD = frozenset(_ROL) | _KIND | _VOOGD | _MET_GEZAG
_AANHEF = frozenset({"mevrouw", "mevr", "mw", "meneer", "heer", "dhr"})
_ALLEBEI = frozenset({"beide", "beiden", "allebei"})
# Wat erbij kan staan zonder dat het over een ander gaat: hoe, waar of wanneer iemand het zei.
_ERBIJ = _ALLEBEI | frozenset(
    ("zelf", "ook", "het", "de", "een", "zijn", "haar", "hun", "samen", "gezaghebbende", "gezag", "en", "met",
     "telefonisch", "mondeling", "schriftelijk", "mail", "per", "via", "app", "papier", "op", "aan", "tafel", "thuis",
     "bij", "tijdens", "huisbezoek", "gesprek", "intake", "overleg", "heeft", "hebben", "getekend", "ondertekend",
     "akkoord", "gezegd", "ja", "wel", "wil", "is", "er", "alleen", "e-mail", "eenhoofdig", "gezagdragende",
     "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
     "december")
)  # fmt: skip
# Een achternaam begint er soms mee; het zegt niet wie het is.
_ZEGT_NIETS = _ERBIJ | _AANHEF | {"van", "den", "der", "ter", "ten", "te"}
_TUSSEN_NAMEN = frozenset({"en", "én", "met", "samen", "maar"})
# ‘Noor, Karim nog niet’: dan zei Karim geen ja. Staat er een van deze bij (‘weigert’, ‘wil niet’), dan zei Karim nee.
_NIET = frozenset({"niet", "geen", "nog", "zonder", "behalve", "weigert", "twijfelt", "nee", "tegen"})
_TEGEN = frozenset({"weigert", "nee", "tegen", "wil", "akkoord", "eens"})


class _Wie(NamedTuple):
    """Wie het zeker of misschien zeiden, wie juist niet, wie tegen is, en of er ‘een ouder’ met gezag staat."""

    zeker: list[str]
    misschien: set[str]
    juist_niet: set[str]
    weigert: set[str]
    een_ouder: bool


class _Deel(NamedTuple):
    """Eén van de mensen in ‘Noor, vader en oma’: de woorden, en wie er met die naam of die rol bedoeld kan zijn."""

    woorden: list[str]
    met_naam: Mens | None
    # Alleen als er niets anders staat dan wie iemand voor het kind is.
    rol: set[str]
    met_rol: list[Mens]

    @property
    def kan_naast_een_rol(self) -> bool:
        """‘Lisa, moeder’ kan over een ander gaan dan de moeder van dit kind; ‘Sam, moeder’ en ‘moeder en oma’ niet."""
        familie = self.rol or any(map(_FAMILIEWOORD.fullmatch, self.woorden))
        return bool(familie or (self.met_naam and (self.met_naam.is_kind or self.met_naam.heeft_gezag)))

    def wie(self, *, duidelijk: bool) -> list[Mens]:
        """Wie er zeker bedoeld is."""
        if self.met_naam:
            return [self.met_naam]
        geen_twijfel = self.rol & _SAMEN or (self.rol and len(self.met_rol) == 1)
        return self.met_rol if duidelijk and geen_twijfel else []

    def misschien(self, mensen: Mensen) -> list[Mens]:
        """Wie er bedoeld kan zijn."""
        genoemd = [mens for mens in mensen.alle if {*self.woorden} & (mens.naam - _ZEGT_NIETS)]
        rolwoorden = {*self.woorden} & (_ROLWOORD | _MISSCHIEN_VOOGD)
        return [*genoemd, *(mens for woord in rolwoorden for mens in mensen.misschien_met_rol(woord))]


def _wie(door: str, mensen: Mensen) -> _Wie:
    """Wie er bedoeld is, als sleutels. Wie niemand uit het dossier is, telt met elk eigen woord."""
    delen = _delen(door, mensen)
    duidelijk = all(deel.kan_naast_een_rol for deel in delen)
    zeker: list[str] = []
    misschien, juist_niet, weigert = set[str](), set[str](), set[str]()
    over = {w for w in _woorden(door) if len(w) > 1 and not w.isdigit()}
    for deel in delen:
        wie = deel.wie(duidelijk=duidelijk)
        kan = {mens.sleutel for mens in wie or deel.misschien(mensen)}
        if {*deel.woorden} & _NIET:
            juist_niet |= kan
            weigert |= kan if {*deel.woorden} & _TEGEN else set()
            over -= {*deel.woorden}
        elif wie:
            zeker += kan
            over -= {*deel.woorden}
        else:
            zeker += _van_niemand(deel.woorden, mensen)
            misschien |= kan
    misschien |= {mens.sleutel for mens in mensen.alle if mens.voornaam in over} | {*_van_niemand(over, mensen)}
    zeker = [wie_ for wie_ in dict.fromkeys(zeker) if wie_ not in juist_niet]
    misschien -= {*zeker, *juist_niet}
    een_ouder = duidelijk and any(d.rol and d.met_rol and all(m.heeft_gezag for m in d.met_rol) for d in delen)
    niemand = [] if misschien | juist_niet else [""]
    return _Wie(zeker or niemand, misschien, juist_niet, weigert, een_ouder)


def _delen(door: str, mensen: Mensen) -> list[_Deel]:
    gelezen: list[list[str]] = []
    # Wie Wil of Mei heet, is geen woord dat erbij kan staan.
    erbij = _ERBIJ - {w for mens in mensen.alle for w in mens.naam}
    for deel in _sprekers(door):
        woorden = [w for w in deel if w not in _TUSSEN_NAMEN and len(w) > 1 and not w.isdigit()]
        if gelezen and woorden and {*woorden} - erbij <= _NIET and {*woorden} & _NIET:
            # ‘Karim (nog niet)’ gaat over Karim.
            gelezen[-1] += woorden
        elif woorden:
            gelezen.append(woorden)
    # ‘Moeder, telefonisch’ is één mens; ‘allebei’ zijn er twee.
    iemand = [woorden for woorden in gelezen if {*woorden} - erbij]
    if not iemand and {*chain.from_iterable(gelezen)} & _ALLEBEI:
        iemand = [["gezagsdragers"]]
    uit = []
    for woorden in iemand or gelezen:
        over = {*woorden} - erbij - _NIET
        met_rol = dict.fromkeys(mens for woord in over & _ROLWOORD for mens in mensen.met_rol(woord))
        uit.append(_Deel(woorden, _bedoeld(over, mensen), over if over <= _ROLWOORD else set(), list(met_rol)))
    return uit


def _van_niemand(woorden: Iterable[str], mensen: Mensen) -> list[str]:
    """De woorden die iemand kunnen noemen en bij niemand uit het dossier in de naam staan."""
    noemt_niemand = _KIND | _ERBIJ | _NIET | _TUSSEN_NAMEN
    return [w for w in woorden if w not in noemt_niemand and not any(w in mens.naam for mens in mensen.alle)]


def _bedoeld(over: set[str], mensen: Mensen) -> Mens | None:
    """Wie uit het dossier met deze woorden bedoeld is, als er geen ander woord bij staat."""

    def past(mens: Mens) -> bool:
        rol, aanhef = over & _ROLWOORD - mens.naam, over & _AANHEF - mens.naam
        # ‘Oma Ria’ is Ria; ‘oma Sam’ kan de oma van Sam zijn.
        geen = mens.is_kind or Rol.OUDER in mens.rollen
        familie = set[str]() if geen else {w for w in over - mens.naam if _FAMILIEWOORD.fullmatch(w)}
        naam = over - rol - aanhef - familie
        genoemd = mens.voornaam in naam or (aanhef and naam and not mens.is_kind)
        return bool(genoemd) and naam <= mens.naam and all(map(mens.past, rol)) and all(map(mens.kan_zo_heten, aanhef))

    gevonden = [mens for mens in mensen.alle if past(mens)]
    return gevonden[0] if len(gevonden) == 1 else None


# Wie zo genoemd wordt bij een ander, zei zelf niets: ‘moeder van Sam’.
_FAMILIEWOORD = re.compile(
    r"(stief|pleeg|schoon|groot)?(moeder|vader|ouders?|mama?|papa?|oma|opa|broer|zus|tante|oom|voogd)"
)
# Hier staat een ontkenning in, en het is er geen.
_TOCH_JA = re.compile(r"\b(geen|zonder) (bezwaar|probleem)( tegen)?\b|\bniets op tegen\b|\bnog steeds\b")


def _sprekers(door: str) -> Iterator[list[str]]:
    """Van ieder die iets zei de woorden waarmee die genoemd is; wie alleen bij een ander genoemd is, zei niets.

    ‘Noor, moeder van Sam’ is Noor; ‘moeder van Sam en Sam zelf’ is moeder, en Sam. Staat er ‘van Lotte, Tom en Sam’,
    dan is niet te zeggen of Sam zelf iets zei: dan telt Sam niet.
    """
    bij_een_ander: set[str] = set()
    gezegd = _TOCH_JA.sub("", door.casefold()).replace(" zonder ", ", zonder ")
    for deel in re.split(r"([,;/&+()]|\s[-–]\s|\b[eé]n\b|\bmet\b|\bmaar\b)", gezegd):
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
