"""De wetten van samenvoegen, met verzonnen geschiedenissen van drie tot vijf laptops waarvan de klok jaren verkeerd staat.

Elke geschiedenis is een rij lukrake dagen: iemand schrijft, haalt weg, kiest tussen twee antwoorden, of krijgt een deel
van wat een ander heeft, ook dubbel, te laat en in de verkeerde volgorde. Aan het eind heeft iedereen alles.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from jeugdteam_app.journaal.samenvoegen import ALTIJD_VRAGEN
from jeugdteam_app.journaal.schrijven import Pen
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import VERWIJDERD, Plaats, Wijziging, WijzigingId, uit_json
from jeugdteam_app.kern.feit import Conflict

_LANG = "Sam gaat met buikpijn naar school. Thuis is het rustig. Opa loopt op woensdag mee."
_ZINNEN = ("Noor belt de juf.", "Karim wacht.", "Het oefenen begint.", "Oma kookt.")
_ANDERS = (("rustig", "druk"), ("buikpijn", "hoofdpijn"), ("woensdag", "vrijdag"))
_FACTOREN = ("buikpijn", "ruzie", "oma", "verhuizing")
_VEILIG = sorted(ALTIJD_VRAGEN)[0]
_PLAATSEN = (
    Plaats("jeugdige", "jeugdige.roepnaam"),
    Plaats("analyse", "analyse.gedeeld_beeld"),
    Plaats("doel:a", "doel.tekst"),
    Plaats("doel:b", "doel.tekst"),
    Plaats("factor:a", "factor.leidt_tot"),
    Plaats(f"{_VEILIG}:a", f"{_VEILIG}.tekst"),
)
_NU = datetime(2026, 11, 24, tzinfo=UTC)
# Zo ver kan een klok ernaast staan, voor of achter.
_JAREN = 20


def bewijs(aantal: int) -> tuple[int, int]:
    """Speelt zo veel geschiedenissen en kijkt elke wet na; geeft hoeveel er klopten, en hoeveel niet."""
    mis = 0
    conflicten = samen = 0
    for nummer in range(aantal):
        toeval = random.Random(nummer)
        laptops = _speel(toeval)
        fout, stand = _kijk_na(laptops, toeval)
        mis += bool(fout)
        if fout:
            print(f"  geschiedenis {nummer}: {fout}")
        conflicten += any(isinstance(stand.feit(*plaats), Conflict) for plaats in _PLAATSEN)
        samen += bool(stand.samengevoegd)
    print(f"  {aantal} geschiedenissen, waarvan {conflicten} met tegenspraak en {samen} met een samengevoegde tekst")
    return aantal - mis, mis


@dataclass
class _Laptop:
    pen: Pen
    klok: timedelta
    heeft: dict[WijzigingId, Wijziging] = field(default_factory=dict)

    @property
    def stand(self) -> Stand:
        return vouw(self.heeft.values())

    def neem(self, wijzigingen: Iterable[Wijziging]) -> None:
        for w in wijzigingen:
            self.heeft.setdefault(w.id, w)


def _speel(toeval: random.Random) -> list[_Laptop]:
    aantal = toeval.randint(3, 5)
    laptops = [
        _Laptop(Pen(f"apparaat{n}", f"Collega {n}", 1), timedelta(days=toeval.randint(-365 * _JAREN, 365 * _JAREN)))
        for n in range(aantal)
    ]
    begin = laptops[0]
    tijd = (_NU + begin.klok).isoformat()
    waarden = {p: {"b": list(_FACTOREN[:2]) if p.voorwerp == "factor:a" else _LANG} for p in _PLAATSEN[1:]}
    begin.neem(begin.pen.schrijf(begin.stand, "s", "begin", tijd, waarden))
    for laptop in laptops[1:]:
        # De meesten beginnen met hetzelfde dossier; een enkeling schrijft los.
        laptop.neem(begin.heeft.values() if toeval.random() < 0.8 else ())
    for uur in range(toeval.randint(6, 14)):
        laptop = toeval.choice(laptops)
        if toeval.random() < 0.6:
            tijd = (_NU + laptop.klok + timedelta(hours=uur)).isoformat()
            laptop.neem(_handel(laptop, tijd, toeval))
        else:
            van = toeval.choice(laptops)
            deel = [w for w in van.heeft.values() if toeval.random() < 0.8]
            toeval.shuffle(deel)
            laptop.neem([*deel, *deel[:2]])
    return laptops


def _handel(laptop: _Laptop, tijd: str, toeval: random.Random) -> list[Wijziging]:
    """Schrijven, weghalen of kiezen: allemaal een gewone handeling op wat deze laptop nu ziet."""
    stand, plaats = laptop.stand, toeval.choice(_PLAATSEN)
    if plaats.voorwerp.startswith("doel:") and toeval.random() < 0.25:
        weg = toeval.random() < 0.8
        return laptop.pen.schrijf(stand, "s", f"h{tijd}", tijd, {Plaats(plaats.voorwerp, VERWIJDERD): {"b": weg}})
    return laptop.pen.schrijf(stand, "s", f"h{tijd}", tijd, {plaats: _waarde(stand, plaats, toeval)})


def _waarde(stand: Stand, plaats: Plaats, toeval: random.Random) -> dict[str, object]:
    nu = stand.feit(*plaats)
    tekst = getattr(nu, "waarde", "")
    if isinstance(nu, Conflict):
        stem = toeval.choice(nu.stemmen).waarde
        return {"b": stem} if stem is not None else {"o": False}
    match toeval.randrange(12):
        case 0:
            return {"o": False}
        case 1:
            return {"n": True}
        case nummer:
            return {
                "b": _verzameling(tekst, toeval) if plaats.voorwerp == "factor:a" else _tekst(tekst, nummer, toeval)
            }


def _verzameling(stond: object, toeval: random.Random) -> list[str]:
    eerder = stond if isinstance(stond, list) else []
    return sorted({*eerder, toeval.choice(_FACTOREN)} - {toeval.choice(_FACTOREN)})


def _tekst(stond: str, nummer: int, toeval: random.Random) -> str:
    if nummer == 2:
        return toeval.choice(("Sam", "Samuel"))
    if nummer < 8:
        oud, nieuw = toeval.choice(_ANDERS)
        return (stond or _LANG).replace(oud, nieuw)
    return f"{stond or _LANG} {toeval.choice(_ZINNEN)}"


def _kijk_na(laptops: list[_Laptop], toeval: random.Random) -> tuple[str, Stand]:
    """Wat er niet klopt, of niets; en de stand waar iedereen op uitkomt."""
    alle = {id: w for laptop in laptops for id, w in laptop.heeft.items()}
    standen = []
    for laptop in laptops:
        rest = [*alle.values(), *toeval.sample(list(alle.values()), len(alle) // 2)]
        toeval.shuffle(rest)
        laptop.neem(rest)
        standen.append(laptop.stand)
    stand = standen[0]
    if any(s != stand for s in standen):
        return "niet iedereen komt op hetzelfde uit", stand
    return _verloren(alle, stand) or _stille_winnaar(alle, stand) or _klok(alle, stand, toeval) or _weg(
        alle, stand
    ), stand


def _verloren(alle: dict[WijzigingId, Wijziging], stand: Stand) -> str:
    """Elke wijziging is er nog, of er volgde bewust een andere op in hetzelfde veld."""
    opgevolgd = {v for w in alle.values() for v in w.voorgangers if v in alle and alle[v].plaats == w.plaats}
    koppen = {k.id for k in stand.alle_koppen()}
    for id, w in alle.items():
        if (id in koppen) == (id in opgevolgd):
            return f"{w.plaats} is stil verdwenen of dubbel"
    return ""


def _stille_winnaar(alle: dict[WijzigingId, Wijziging], stand: Stand) -> str:
    """Verschillende koppen zijn samen te zien: als tegenspraak, of in één tekst waar alles van allebei in staat."""
    for plaats in {k.plaats for k in stand.alle_koppen()}:
        koppen, feit = stand.koppen(plaats), stand.feit(*plaats)
        stemmen = [uit_json(k.waarde) for k in koppen]
        if all(s == stemmen[0] for s in stemmen):
            continue
        if isinstance(feit, Conflict):
            if [stem.feit for stem in feit.stemmen] != stemmen:
                return f"{plaats} laat niet alle stemmen zien"
        elif plaats.voorwerp.partition(":")[0] in ALTIJD_VRAGEN:
            return f"{plaats} is vanzelf samengevoegd en dat mag nooit"
        elif not (_klopt_verzameling if isinstance(feit.waarde, list) else _bevat)(feit.waarde, koppen, alle):
            return f"{plaats} mist iets van wat iemand schreef"
    return ""


def _klopt_verzameling(samen: list[str], koppen: Iterable[Wijziging], alle: dict[WijzigingId, Wijziging]) -> bool:
    """Wat iemand erbij zette, staat erin; wat iedereen had laten staan ook; en er komt niets uit de lucht."""
    # Wie het laatste weghaalde, liet een lege verzameling achter.
    nu = [set(kop.waarde.get("b", ())) for kop in koppen]
    van_allen = frozenset.intersection(*(_voorouders(kop, alle) for kop in koppen))
    eerder = {wat for id in van_allen for wat in alle[id].waarde.get("b", ())}
    allemaal, iemand = set.intersection(*nu), set.union(*nu)
    return len(samen) == len(set(samen)) and allemaal | (iemand - eerder) <= set(samen) <= iemand


def _bevat(tekst: str, koppen: Iterable[Wijziging], alle: dict[WijzigingId, Wijziging]) -> bool:
    """Elke zin die iemand erbij schreef, staat erin. Een zin die allen al hadden, mag een van hen hebben weggehaald."""
    eerder = [_voorouders(kop, alle) for kop in koppen]
    van_allen = [str(alle[id].waarde.get("b", "")) for id in frozenset.intersection(*eerder)]
    erbij = {zin for kop in koppen for zin in _ZINNEN if zin in str(kop.waarde.get("b", ""))}
    return all(zin in tekst or any(zin in oud for oud in van_allen) for zin in erbij)


def _voorouders(van: Wijziging, alle: dict[WijzigingId, Wijziging]) -> frozenset[WijzigingId]:
    gezien: set[WijzigingId] = set()
    nog = [van.id]
    while nog:
        id = nog.pop()
        if id in alle and id not in gezien:
            gezien.add(id)
            nog += alle[id].voorgangers
    return frozenset(gezien)


def _klok(alle: dict[WijzigingId, Wijziging], stand: Stand, toeval: random.Random) -> str:
    """Met heel andere tijden komt er hetzelfde uit: klokken beslissen niets."""
    anders = {
        id: w._replace(tijd=(_NU + timedelta(days=toeval.randint(-9000, 9000))).isoformat()) for id, w in alle.items()
    }
    ander = vouw(anders.values())
    gelijk = {p: [k.id for k in stand.koppen(p)] for p in _PLAATSEN} == {
        p: [k.id for k in ander.koppen(p)] for p in _PLAATSEN
    }
    return "" if gelijk and stand.samengevoegd == ander.samengevoegd else "de klok maakte verschil"


def _weg(alle: dict[WijzigingId, Wijziging], stand: Stand) -> str:
    """Wat weg is, had wie het weghaalde helemaal gezien; bleef het toch staan, dan kiest iemand."""
    for voorwerp in ("doel:a", "doel:b"):
        weghalers = [k for k in stand.koppen(Plaats(voorwerp, VERWIJDERD)) if k.waarde["b"]]
        betwist = stand.betwist(voorwerp)
        if (betwist is not None) != (stand.is_aanwezig(voorwerp) and bool(weghalers)):
            return f"{voorwerp} bleef of verdween zonder dat iemand dat koos"
        if betwist and (list(betwist.weghalers) != weghalers or not betwist.schrijvers):
            return f"{voorwerp} laat niet zien wie het weghaalde en wie eraan schreef"
        if stand.is_aanwezig(voorwerp):
            continue
        gezien = {v for w in alle.values() if w.plaats == Plaats(voorwerp, VERWIJDERD) for v in w.voorgangers}
        if any(k.id not in gezien for k in stand.koppen(Plaats(voorwerp, "doel.tekst"))):
            return f"{voorwerp} verdween met werk dat niemand zag"
    return ""
