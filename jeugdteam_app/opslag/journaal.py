"""Het journaal in de kluis: toevoegen, lezen, de gevouwen stand en wat iemand aan het typen is."""

from __future__ import annotations

import contextlib
import json
import secrets
import uuid
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from jeugdteam_app.dossier.gesprek import ZONDER_WOORDEN
from jeugdteam_app.journaal.stand import Stand, vouw
from jeugdteam_app.journaal.wijziging import VERWIJDERD, Plaats, Wijziging, WijzigingId
from jeugdteam_app.kern.fouten import InvoerFout, ProgrammaFout, WereldFout
from jeugdteam_app.opslag.kluis import Kluis
from jeugdteam_app.sleutels.dossiersleutels import Sleutelbos
from jeugdteam_app.sleutels.hoofdsleutel import schakel, toezegging

# Wat vernietigd is, is er niet meer; alleen de lijst weet nog dat het er was.
_STROMEN = "SELECT id, soort, gezin FROM stroom WHERE id NOT IN (SELECT stroom FROM vernietigd)"
# Waar een bewaarde vouw bij hoort: hoeveel wijzigingen, en de laatste schakel. Alleen een nummer is niet genoeg: na een
# teruggedraaide samenvoeging komt het nog eens voor.
_HOOFD = (
    "SELECT (SELECT count(*) FROM wijziging WHERE stroom = ?1) || ':' || nr || ':' || hex(substr(keten, 1, 8)) "
    "FROM wijziging WHERE stroom = ?1 ORDER BY nr DESC LIMIT 1"
)
# Zo begint de naam van een handeling die een andere terugdraait, en van een die zegt dat iets toch blijft.
TERUG, BLIJFT = "terug:", "blijft:"
# Zo ver springt de teller van bundels bij een nieuwe naam: verder dan iemand er ooit verstuurt.
SPRONG = 1_000_000
# Toen was dit programma er nog niet: een wijziging van eerder komt van een klok die verkeerd stond.
VROEGST = date(2026, 1, 1)
# Hoger als er anders wordt samengevoegd: een vouw van eerder wordt dan opnieuw gemaakt.
_VOUWVORM = 4
KOLOMMEN = "stroom, apparaat, teller, handeling, voorwerp, veld, inhoud, voorgangers, auteur, tijd"


@dataclass(frozen=True)
class Stroom:
    """Eén bestand: van een gezin, of van een kind bij toegang, hulp of praktijk."""

    id: str
    soort: str
    gezin: str


@dataclass(frozen=True)
class Concept:
    """Wat er in een veld getypt werd en nog niet verzegeld is."""

    plaats: Plaats
    waarde: dict[str, Any]
    tijd: str


class Handeling(NamedTuple):
    """Wat iemand in één keer opschreef, zonder wat er stond; ``soorten`` zijn soorten voorwerpen, zoals ``doel``."""

    tijd: str
    auteur: str
    apparaat: str
    stroom: str
    soorten: tuple[str, ...]
    nieuw: bool
    weggehaald: bool


def apparaat(kluis: Kluis) -> str:
    """De naam van dit apparaat in het journaal."""
    return kluis.onthouden("apparaat") or ""


def volgende_teller(kluis: Kluis) -> int:
    """Het nummer van de eerstvolgende wijziging op dit apparaat."""
    rij = kluis.vraag("SELECT coalesce(max(teller), 0) + 1 FROM wijziging WHERE apparaat = ?", apparaat(kluis))
    return int(rij[0][0])


def maak_stroom(kluis: Kluis, soort: str, tijd: str, gezin: str | None = None) -> Stroom:
    """Een nieuwe stroom met een eigen sleutel; zonder ``gezin`` is hij zelf het gezin."""
    id = uuid.uuid4().hex
    kluis.bos.nieuwe(id)
    kluis.bewaar_bos()
    stroom = Stroom(id, soort, gezin or id)
    with kluis.transactie() as verbinding:
        verbinding.execute("INSERT INTO stroom VALUES (?, ?, ?, ?)", (id, soort, stroom.gezin, tijd))
    return stroom


def stromen(kluis: Kluis) -> tuple[Stroom, ...]:
    """Alle stromen, in de volgorde waarin ze gemaakt zijn."""
    return tuple(Stroom(*rij) for rij in kluis.vraag(f"{_STROMEN} ORDER BY rowid"))


def soorten_van_vernietigd(kluis: Kluis) -> dict[str, str]:
    """Wat voor bestand het was, van alles wat hier is vernietigd; verder is er niets meer van."""
    rijen = kluis.vraag("SELECT id, soort FROM stroom WHERE id IN (SELECT stroom FROM vernietigd)")
    return {str(id): str(soort) for id, soort in rijen}


def begintijden(kluis: Kluis) -> list[tuple[str, str]]:
    """Van elke stroom wanneer hij begon."""
    return [(str(id), str(gemaakt)) for id, gemaakt in kluis.vraag("SELECT id, gemaakt FROM stroom")]


def stroom(kluis: Kluis, id: str) -> Stroom:
    """Eén stroom."""
    rijen = kluis.vraag(f"{_STROMEN} AND id = ?", id)
    if not rijen:
        raise WereldFout("dossier-niet-gevonden")
    return Stroom(*rijen[0])


def lees_stand(kluis: Kluis, id: str) -> Stand:
    """De stand van een stroom: uit de bewaarde vouw als die bij is, anders opnieuw gevouwen. Schrijft nooit."""
    rijen = kluis.vraag(f"SELECT s.inhoud, s.hoofd = ({_HOOFD}) FROM stand s WHERE s.stroom = ?1", id)
    if rijen and rijen[0][1]:
        # Een beschadigde vouw is geen ramp: de wijzigingen zelf zijn er nog.
        with contextlib.suppress(ValueError, TypeError, WereldFout):
            return _stand_uit(id, kluis.bos.ontsleutel(id, f"stand|{id}", rijen[0][0]))
    return vouw(lees_wijzigingen(kluis, id))


def lees_wijzigingen(kluis: Kluis, id: str) -> list[Wijziging]:
    """De hele geschiedenis van een stroom, in de volgorde van binnenkomst."""
    rijen = kluis.vraag(f"SELECT {KOLOMMEN} FROM wijziging WHERE stroom = ? AND inhoud NOT NULL ORDER BY nr", id)
    return [uit_rij(kluis.bos, rij) for rij in rijen]


def lees_met_leeggemaakt(kluis: Kluis, id: str) -> list[Wijziging]:
    """De hele geschiedenis van een stroom; van wat met opzet is leeggemaakt alleen dat het er was, zonder waarde."""
    rijen = kluis.vraag(f"SELECT {KOLOMMEN} FROM wijziging WHERE stroom = ? ORDER BY nr", id)
    return [_uit_lege_rij(rij) if rij[6] is None else uit_rij(kluis.bos, rij) for rij in rijen]


def handelingen(kluis: Kluis) -> Iterator[Handeling]:
    """Alles wat er ooit is opgeschreven, ook in wat vernietigd is; de inhoud komt er niet aan te pas."""
    sql = (
        "SELECT min(tijd), auteur, apparaat, stroom, json_group_array(DISTINCT voorwerp), min(voorgangers = '[]'), "
        f"max(veld = '{VERWIJDERD}' AND handeling NOT LIKE '{TERUG}%' AND handeling NOT LIKE '{BLIJFT}%') "
        "FROM wijziging GROUP BY stroom, apparaat, handeling ORDER BY min(nr)"
    )
    for tijd, auteur, naam, stroom_, voorwerpen, nieuw, weg in kluis.loop(sql):
        soorten = sorted({v.partition(":")[0] for v in json.loads(voorwerpen)})
        yield Handeling(tijd, auteur, naam, stroom_, tuple(soorten), bool(nieuw), bool(weg))


def voeg_toe(kluis: Kluis, stand: Stand, wijzigingen: list[Wijziging]) -> Stand:
    """Schrijft wijzigingen van dit apparaat die op ``stand`` volgen, met de nieuwe vouw, in één transactie."""
    nieuw = stand.met(wijzigingen)
    id = wijzigingen[0].stroom
    with kluis.transactie() as verbinding:
        _schrijf_rijen(kluis, verbinding, wijzigingen)
        for wijziging in wijzigingen:
            if wijziging.plaats.veld == VERWIJDERD:
                verbinding.execute(
                    "DELETE FROM concept WHERE stroom = ? AND voorwerp = ?", (id, wijziging.plaats.voorwerp)
                )
        _bewaar_vouw(kluis, verbinding, id, nieuw)
    return nieuw


def voeg_samen(
    kluis: Kluis, nieuwe_stromen: Iterable[tuple[Stroom, str]], wijzigingen: Iterable[Wijziging]
) -> tuple[int, int]:
    """Neemt stromen (met de tijd waarop ze begonnen) en wijzigingen van elders op, in één transactie.

    Geeft het nummer van de eerste en de laatste rij. Schreef een ander onder de naam van dit apparaat iets dat hier
    niet staat, dan is deze kluis een oudere kopie: zij gaat verder onder een nieuwe naam, anders botsen de tellers.
    """
    alle = list(wijzigingen)
    nieuw = list(nieuwe_stromen)
    for stroom_, _gemaakt in nieuw:
        if not kluis.bos.kent(stroom_.id):
            kluis.bos.nieuwe(stroom_.id)
    kluis.bewaar_bos()
    hier = apparaat(kluis)
    per_stroom: dict[str, list[Wijziging]] = {}
    for w in alle:
        per_stroom.setdefault(w.stroom, []).append(w)
    with kluis.transactie() as verbinding:
        if any(w.id.apparaat == hier for w in alle):
            word_nieuw_apparaat(kluis)
        for stroom_, gemaakt in sorted(nieuw, key=lambda paar: paar[0].id != paar[0].gezin):
            rij = (stroom_.id, stroom_.soort, stroom_.gezin, gemaakt)
            verbinding.execute("INSERT INTO stroom VALUES (?, ?, ?, ?)", rij)
        eerste = _hoogste_nr(verbinding) + 1
        eerder = {id: lees_wijzigingen(kluis, id) for id in per_stroom}
        _schrijf_rijen(kluis, verbinding, sorted(alle, key=lambda w: w.id))
        for id, erbij in per_stroom.items():
            _bewaar_vouw(kluis, verbinding, id, vouw([*eerder[id], *erbij]))
        return eerste, _hoogste_nr(verbinding)


def haal_weg(kluis: Kluis, van_nr: int, tot_nr: int, nieuwe_stromen: Iterable[str]) -> set[str]:
    """Haalt weg wat één samenvoeging bracht, zolang niemand erop verder bouwde. Geeft de geraakte stromen."""
    with kluis.transactie() as verbinding:
        rijen = verbinding.execute(
            "SELECT apparaat, teller, stroom FROM wijziging WHERE nr BETWEEN ? AND ?", (van_nr, tot_nr)
        ).fetchall()
        ids, stromen_ = {(a, t) for a, t, _s in rijen}, {s for _a, _t, s in rijen}
        later = verbinding.execute(
            "SELECT apparaat, stroom, voorgangers FROM wijziging WHERE nr > ?", (tot_nr,)
        ).fetchall()
        apparaten, nieuw = {a for a, _t in ids}, set(nieuwe_stromen)
        for naam, stroom_, voorgangers in later:
            erop = any((a, t) in ids for a, t in json.loads(voorgangers))
            if erop or naam in apparaten or stroom_ in nieuw:
                raise InvoerFout("ongedaan-verder-gebouwd")
        van_hier = verbinding.execute("SELECT id, gezin FROM stroom").fetchall()
        gezinnen = {gezin for id, gezin in van_hier if id in stromen_}
        samen = [w for id, gezin in van_hier if gezin in gezinnen for w in lees_wijzigingen(kluis, id)]
        if _leunt_op(samen, ids, _ids_na(verbinding, tot_nr), nieuw):
            raise InvoerFout("ongedaan-verder-gebouwd")
        if any(gezin in nieuw and id not in nieuw for id, gezin in van_hier):
            # Er kwam hier nog een kind bij het gezin.
            raise InvoerFout("ongedaan-verder-gebouwd")
        verbinding.execute("DELETE FROM wijziging WHERE nr BETWEEN ? AND ?", (van_nr, tot_nr))
        onthouden = {s for (s,) in verbinding.execute("SELECT stroom FROM aantekening")}
        if nieuw & onthouden or any(concepten(kluis, s) for s in nieuw):
            raise InvoerFout("ongedaan-verder-gebouwd")
        for tabel in ("stand", "bijlage"):
            verbinding.executemany(f"DELETE FROM {tabel} WHERE stroom = ?", [(s,) for s in nieuw])
        # Wat intussen vernietigd is, heeft geen stand meer; dat het er was, blijft staan voor het bewijs.
        weg = vernietigd(kluis)
        van_bewijs = {s for id, gezin in van_hier if id in weg for s in (id, gezin)}
        kinderen = sorted(nieuw - van_bewijs, key=lambda s: s == _gezin_van(verbinding, s))
        verbinding.executemany("DELETE FROM stroom WHERE id = ?", [(s,) for s in kinderen])
        for id in stromen_ - nieuw - weg:
            _bewaar_vouw(kluis, verbinding, id, vouw(lees_wijzigingen(kluis, id)))
    return (stromen_ | nieuw) - weg


def _ids_na(verbinding: Any, nr: int) -> set[tuple[str, int]]:
    return set(verbinding.execute("SELECT apparaat, teller FROM wijziging WHERE nr > ?", (nr,)).fetchall())


def _leunt_op(
    alle: Iterable[Wijziging], gebracht: set[tuple[str, int]], later: set[tuple[str, int]], stromen_: Collection[str]
) -> bool:
    """Of er na het samenvoegen iets is geschreven aan, of over, iets dat zonder het samenvoegen niet bestaat.

    Dat is een ding uit een lijst, of een heel dossier. Een eerste woord in een leeg veld heeft geen voorganger: aan de
    keten is zo'n band niet te zien.
    """
    samen = list(alle)
    erna = [w for w in samen if w.id in later]
    eerder = {w.plaats.voorwerp for w in samen if w.id not in later and w.id not in gebracht}
    # Alleen dingen uit een lijst komen en gaan; de hoofdstukken zelf zijn er altijd.
    van_toen = {w.plaats.voorwerp for w in samen if w.id in gebracht}
    nieuw = {*stromen_, *(ding for ding in van_toen - eerder if ":" in ding)}
    return any(ding in w.plaats.voorwerp or ding in json.dumps(w.waarde) for w in erna for ding in nieuw)


def _gezin_van(verbinding: Any, id: str) -> str:
    return str(verbinding.execute("SELECT gezin FROM stroom WHERE id = ?", (id,)).fetchone()[0])


def _hoogste_nr(verbinding: Any) -> int:
    return int(verbinding.execute("SELECT coalesce(max(nr), 0) FROM wijziging").fetchone()[0])


def vernietig(kluis: Kluis, id: str, tijd: str, grond: str) -> None:
    """Haalt de tekst weg van een stroom, of van één ding daarin, en zet het op de lijst.

    De schakels van de keten blijven na te rekenen. ``id`` van een ding is zijn sleutel, zoals ``contact:…``; die is
    overal anders. Over wie zo'n ding ging blijft staan, als nummer: wie de woorden nog heeft, hoort dat dan later nog.
    """
    kolom = "voorwerp" if ":" in id else "stroom"
    houdt = f"AND veld NOT IN ({', '.join(f'{veld!r}' for veld in sorted(ZONDER_WOORDEN))})" if ":" in id else ""
    with kluis.transactie() as verbinding:
        rijen = verbinding.execute(f"SELECT DISTINCT stroom FROM wijziging WHERE {kolom} = ?", (id,)).fetchall()
        verbinding.execute(f"UPDATE wijziging SET inhoud = NULL, zout = NULL WHERE {kolom} = ? {houdt}", (id,))
        verbinding.execute(f"DELETE FROM concept WHERE {kolom} = ?", (id,))
        if kolom == "stroom":
            for tabel in ("stand", "bijlage", "aantekening"):
                verbinding.execute(f"DELETE FROM {tabel} WHERE stroom = ?", (id,))
        verbinding.execute("INSERT OR IGNORE INTO vernietigd (stroom, tijd, grond) VALUES (?, ?, ?)", (id, tijd, grond))
        # Is de sleutel van een stroom er niet meer, dan is daar niets meer van te lezen en dus niets te vouwen.
        for stroom_ in (s for (s,) in rijen if kluis.bos.kent(s) and s not in vernietigd(kluis)):
            _bewaar_vouw(kluis, verbinding, stroom_, vouw(lees_wijzigingen(kluis, stroom_)))


def vernietigd(kluis: Kluis) -> set[str]:
    """Alles wat hier is vernietigd: nummers van bestanden, en sleutels van dingen daaruit."""
    return {str(id) for (id,) in kluis.vraag("SELECT stroom FROM vernietigd")}


def ruim_sleutels_op(kluis: Kluis) -> None:
    """Gooit de sleutels weg van alles wat vernietigd is; nog een keer doen verandert niets."""
    if kluis.bos.vergeet(vernietigd(kluis)):
        kluis.bewaar_bos()


def bewaar_concept(kluis: Kluis, id: str, plaats: Plaats, waarde: dict[str, Any], tijd: str) -> None:
    """Zet neer wat er nu in een veld staat, over het vorige heen."""
    inhoud = kluis.bos.versleutel(id, f"concept|{id}|{plaats.voorwerp}|{plaats.veld}", json.dumps(waarde).encode())
    with kluis.transactie() as verbinding:
        verbinding.execute("INSERT OR REPLACE INTO concept VALUES (?, ?, ?, ?, ?)", (id, *plaats, inhoud, tijd))


def vergeet_concept(kluis: Kluis, id: str, plaats: Plaats) -> None:
    """Haalt een concept weg."""
    with kluis.transactie() as verbinding:
        verbinding.execute("DELETE FROM concept WHERE stroom = ? AND voorwerp = ? AND veld = ?", (id, *plaats))


def concepten(kluis: Kluis, id: str) -> list[Concept]:
    """De concepten van een stroom."""
    uit = []
    for voorwerp, veld, inhoud, tijd in kluis.vraag(
        "SELECT voorwerp, veld, inhoud, tijd FROM concept WHERE stroom = ? ORDER BY tijd", id
    ):
        leesbaar = kluis.bos.ontsleutel(id, f"concept|{id}|{voorwerp}|{veld}", inhoud)
        uit.append(Concept(Plaats(voorwerp, veld), json.loads(leesbaar), tijd))
    return uit


def word_nieuw_apparaat(kluis: Kluis) -> None:
    """Wat hier verder geschreven wordt, krijgt een nieuwe naam: zo botst het niet met wat er elders onder de oude kwam.

    Ook de teller van bundels springt: een collega die er al meer van de oude naam las, zou deze anders voor oud houden.
    """
    with kluis.transactie() as verbinding:
        kluis.onthoud("apparaat", secrets.token_hex(6))
        verder = verbinding.execute("SELECT coalesce(max(teller), 0) FROM verzonden").fetchone()[0]
        begin = int(verder) + SPRONG * (1 + secrets.randbelow(SPRONG))
        kluis.onthoud("bundelteller", str(begin))


def rijnummers(kluis: Kluis, id: str) -> dict[WijzigingId, int]:
    """Op welke plek in deze kluis elke wijziging van een stroom binnenkwam."""
    rijen = kluis.vraag("SELECT apparaat, teller, nr FROM wijziging WHERE stroom = ?", id)
    return {WijzigingId(naam, teller): int(nr) for naam, teller, nr in rijen}


def laatste_wijziging(
    kluis: Kluis, id: str, zonder: Collection[WijzigingId] = (), zonder_velden: Collection[str] = ()
) -> date:
    """De dag waarop er voor het laatst iets in een dossier is geschreven; is er niets, dan die waarop het begon.

    Wat het gezin deelt (gesprekken, mensen, het plan), hoort bij het dossier van elk kind, behalve deze wijzigingen en
    velden. Wat een collega schreef, kan niet later zijn dan de dag waarop het hier kwam, en niet van voor dit
    programma: dan stond daar een klok verkeerd.
    """
    gekomen = (
        "(SELECT max(o.tijd) FROM ontvangen o WHERE w.nr BETWEEN o.van_nr AND o.tot_nr AND o.teruggedraaid IS NULL)"
    )
    tijd = (
        f"CASE WHEN {gekomen} IS NULL THEN w.tijd WHEN w.tijd < '{VROEGST}' THEN {gekomen} "
        f"ELSE min(w.tijd, {gekomen}) END"
    )
    telt = (
        "w.stroom IN (s.id, s.gezin) AND w.apparaat || ':' || w.teller NOT IN (SELECT value FROM json_each(?)) "
        "AND w.veld NOT IN (SELECT value FROM json_each(?))"
    )
    laatste = f"(SELECT max({tijd}) FROM wijziging w WHERE {telt})"
    niet = json.dumps([f"{w.apparaat}:{w.teller}" for w in zonder]), json.dumps(sorted(zonder_velden))
    rijen = kluis.vraag(f"SELECT coalesce({laatste}, s.gemaakt) FROM stroom s WHERE s.id = ?", *niet, id)
    return datetime.fromisoformat(rijen[0][0]).astimezone().date()


def loop_keten_na(kluis: Kluis) -> tuple[int, list[int]]:
    """Rekent de keten van elk apparaat na: het aantal schakels, en de rijen die niet passen op wat eraan voorafging."""
    sleutel = kluis.ketensleutel("keten")
    vorige: dict[str, bytes] = {}
    breuken: list[int] = []
    aantal = 0
    for rij in kluis.loop(f"SELECT {KOLOMMEN}, zout, toezegging, keten, nr FROM wijziging ORDER BY nr"):
        naam, inhoud, zout, toegezegd, keten = rij[1], rij[6], rij[10], rij[11], rij[12]
        klopt = inhoud is None or toezegging(zout, inhoud) == toegezegd
        verwacht = schakel(sleutel, vorige.get(naam, b""), toegezegd, _inschrijving(rij[:6], rij[7:10]))
        if not klopt or verwacht != keten:
            breuken.append(int(rij[13]))
        vorige[naam] = keten
        aantal += 1
    return aantal, breuken


def _opschrift(rij: Iterable[Any]) -> str:
    return "|".join(str(deel) for deel in rij)


def _inschrijving(voor: Iterable[Any], na: Iterable[Any]) -> str:
    return _opschrift([*voor, *na])


def _schrijf_rijen(kluis: Kluis, verbinding: Any, wijzigingen: list[Wijziging]) -> None:
    """Elke wijziging als schakel achter de laatste van haar apparaat."""
    vorige = {naam: _laatste_schakel(verbinding, naam) for naam in {w.id.apparaat for w in wijzigingen}}

    def rijen() -> Iterator[tuple[Any, ...]]:
        for w in wijzigingen:
            rij = _als_rij(kluis, w, vorige[w.id.apparaat])
            vorige[w.id.apparaat] = rij[-1]
            yield rij

    sql = f"INSERT INTO wijziging ({KOLOMMEN}, zout, toezegging, keten) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
    verbinding.executemany(sql, rijen())


def _als_rij(kluis: Kluis, w: Wijziging, vorige: bytes) -> tuple[Any, ...]:
    kop = (w.stroom, w.id.apparaat, w.id.teller, w.handeling, *w.plaats)
    staart = (json.dumps(sorted(w.voorgangers)), w.auteur, w.tijd)
    inhoud = kluis.bos.versleutel(w.stroom, _opschrift(kop), json.dumps(w.waarde).encode())
    zout = secrets.token_bytes(16)
    toegezegd = toezegging(zout, inhoud)
    keten = schakel(kluis.ketensleutel("keten"), vorige, toegezegd, _inschrijving(kop, staart))
    return (*kop, inhoud, *staart, zout, toegezegd, keten)


def _laatste_schakel(verbinding: Any, naam: str) -> bytes:
    rij = verbinding.execute(
        "SELECT keten FROM wijziging WHERE apparaat = ? ORDER BY nr DESC LIMIT 1", (naam,)
    ).fetchone()
    return bytes(rij[0]) if rij else b""


def uit_rij(bos: Sleutelbos, rij: Any) -> Wijziging:
    """De wijziging van een rij met ``KOLOMMEN``; is er iets aan veranderd, dan ``kluis-beschadigd``."""
    leesbaar = json.loads(bos.ontsleutel(rij[0], _opschrift(rij[:6]), rij[6]))
    return _uit_lege_rij(rij)._replace(waarde=leesbaar)


def _uit_lege_rij(rij: Any) -> Wijziging:
    stroom_, naam, teller, handeling, voorwerp, veld, _inhoud, voorgangers, auteur, tijd = rij
    eerder = frozenset(WijzigingId(a, t) for a, t in json.loads(voorgangers))
    return Wijziging(WijzigingId(naam, teller), stroom_, handeling, Plaats(voorwerp, veld), {}, eerder, auteur, tijd)


def _bewaar_vouw(kluis: Kluis, verbinding: Any, id: str, stand: Stand) -> None:
    hoofd = verbinding.execute(_HOOFD, (id,)).fetchone()
    if hoofd is None:
        raise ProgrammaFout("lege-vouw")
    koppen = [
        [*w.id, w.handeling, *w.plaats, w.waarde, sorted(w.voorgangers), w.auteur, w.tijd] for w in stand.alle_koppen()
    ]
    samen = [[*plaats, wat] for plaats, wat in stand.samengevoegd.items()]
    vouw_ = json.dumps({"vorm": _VOUWVORM, "koppen": koppen, "samen": samen}, separators=(",", ":"))
    inhoud = kluis.bos.versleutel(id, f"stand|{id}", vouw_.encode())
    verbinding.execute("INSERT OR REPLACE INTO stand VALUES (?, ?, ?)", (id, hoofd[0], inhoud))


def uit_bewaarde_stand(bos: Sleutelbos, id: str, inhoud: bytes) -> list[Wijziging]:
    """De laatste wijziging van elk veld, uit de bewaarde vouw; is die beschadigd, dan ``kluis-beschadigd``."""
    koppen = _koppen_uit(id, json.loads(bos.ontsleutel(id, f"stand|{id}", inhoud)))
    return [kop for in_veld in koppen.values() for kop in in_veld]


def _stand_uit(id: str, ruw: bytes) -> Stand:
    gelezen = json.loads(ruw)
    if not isinstance(gelezen, dict) or gelezen.get("vorm") != _VOUWVORM:
        # Bewaard door een versie die andere dingen samenvoegde: dan vouwen we opnieuw.
        raise TypeError("een vouw in een andere vorm")
    samen = {Plaats(voorwerp, veld): wat for voorwerp, veld, wat in gelezen["samen"]}
    return Stand(_koppen_uit(id, gelezen), samen)


def _koppen_uit(id: str, gelezen: dict[str, Any]) -> dict[Plaats, tuple[Wijziging, ...]]:
    koppen: dict[Plaats, tuple[Wijziging, ...]] = {}
    for naam, teller, handeling, voorwerp, veld, waarde, voorgangers, auteur, tijd in gelezen["koppen"]:
        plaats = Plaats(voorwerp, veld)
        kop = Wijziging(
            WijzigingId(naam, teller), id, handeling, plaats, waarde,
            frozenset(WijzigingId(a, t) for a, t in voorgangers), auteur, tijd,
        )  # fmt: skip
        koppen[plaats] = (*koppen.get(plaats, ()), kop)
    return koppen


def controleer_vouw(kluis: Kluis, id: str) -> None:
    """Vergelijkt de bewaarde stand met een nieuwe vouw van alle wijzigingen."""
    if lees_stand(kluis, id) != vouw(lees_wijzigingen(kluis, id)):
        raise WereldFout("kluis-beschadigd")
