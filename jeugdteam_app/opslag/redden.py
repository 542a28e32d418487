"""Redden: uit een beschadigde kluis en haar kopieën alles halen wat nog te lezen is, in een nieuwe kluis.

De beschadigde bestanden blijven zoals ze zijn; gelezen wordt uit een afschrift. Een bladzijde die niet te lezen is,
kost alleen wat erop stond, en ook dat niet als een kopie het nog heeft: wat iemand schreef, is overal hetzelfde. Wat
vernietigd is, komt ook zo niet terug.
"""

from __future__ import annotations

import contextlib
import errno
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any

from jeugdteam_app.dossier.bijlage import genoemde_bijlagen
from jeugdteam_app.dossier.gesprek import ZONDER_WOORDEN
from jeugdteam_app.journaal.wijziging import Wijziging, WijzigingId
from jeugdteam_app.kern.bestanden import maak_map, maak_vast
from jeugdteam_app.kern.fouten import Fout, WereldFout
from jeugdteam_app.opslag import bijlagen, journaal, toegangslog
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag.afschrift import Afschrift, Rij
from jeugdteam_app.opslag.indeling import BOS, bos, database, generaties
from jeugdteam_app.opslag.journaal import Stroom
from jeugdteam_app.opslag.kluis import Kluis
from jeugdteam_app.opslag.reservekopie import Kopie
from jeugdteam_app.opslag.toegangslog import Logregel
from jeugdteam_app.sleutels.dossiersleutels import Sleutelbos
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import Slotenbestand

_WERKMAP = ".redden-"
# Fouten die over de plek gaan waar wij schrijven, en niet over wat er te lezen is.
_GEEN_PLEK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
# Wat van dit apparaat was, of wat de nieuwe kluis zelf maakt.
_NIET_MEE = ("apparaat", "zegel", "wie", "kopie-hoofd", "kopiemap")


@dataclass(frozen=True)
class Bron:
    """Waar gelezen wordt: een database met de dossiersleutels die erbij horen."""

    database: Path
    dossiersleutels: Path


class Daarnaast(Enum):
    """Wat er naast de dossiers in een kluis staat, en ook kan ontbreken."""

    INSTELLINGEN = auto()
    AANTEKENINGEN = auto()
    LOG = auto()


@dataclass
class Gered:
    """De nieuwe kluis, en per dossier of alles er is. ``kwijt`` telt de plekken waar niets meer te lezen was.

    ``uit_kopie``: uit de kluis zelf kwam niets, dus wat na de kopie is geschreven, is er niet.
    ``bijlagen_kwijt``: hoeveel bijlagen een dossier noemt die er niet meer zijn. ``ook_kwijt``: waar naast de dossiers
    iets van kan ontbreken.
    """

    kluis: Kluis
    uit_kopie: bool = False
    heel: list[str] = field(default_factory=list)
    deels: list[str] = field(default_factory=list)
    kwijt: int = 0
    bijlagen_kwijt: int = 0
    ook_kwijt: frozenset[Daarnaast] = frozenset()


def bronnen(kluismap: Path | None, kopieen: Iterable[Kopie]) -> list[Bron]:
    """De kluis zelf en elke kopie, de kluis eerst en daarna de nieuwste kopie."""
    uit = [Bron(k.pad, k.pad.parent / BOS) for k in kopieen]
    if kluismap is not None:
        # Is het slotenbestand stuk, dan is de laatste database die er ligt die van nu.
        generatie = max(generaties(kluismap), default=1)
        with contextlib.suppress(Fout):
            generatie = kluizen.lees_sloten(kluismap).generatie
        uit.insert(0, Bron(kluismap / database(generatie), kluismap / bos(generatie)))
    return uit


def red(
    alle: Sequence[Bron], sleutel: Hoofdsleutel, sloten: Slotenbestand, naar: Path, weg: Collection[str] = ()
) -> Gered:
    """Maakt in ``naar`` een nieuwe kluis van alles wat te lezen is, zonder wat volgens ``weg`` is vernietigd.

    Zij komt er pas te staan als zij af is. Fouten: ``redden-niets`` en ``redden-geen-plek``; dan is er niets gemaakt.
    """
    try:
        return _red(alle, sleutel, sloten, naar, weg)
    except OSError:
        raise WereldFout("redden-geen-plek") from None
    except WereldFout as fout:
        if fout.code in ("opslaan-mislukt", "schrijven-mislukt"):
            raise WereldFout("redden-geen-plek") from None
        raise


def _red(alle: Sequence[Bron], sleutel: Hoofdsleutel, sloten: Slotenbestand, naar: Path, weg: Collection[str]) -> Gered:
    maak_map(naar.parent)
    _ruim_eerdere_op(naar.parent)
    with tempfile.TemporaryDirectory(dir=naar.parent, prefix=_WERKMAP) as werkmap:
        afschriften: dict[int, Afschrift] = {}
        for nummer, bron in enumerate(alle):
            try:
                afschriften[nummer] = Afschrift(bron.database, sleutel, Path(werkmap) / f"{nummer}.db")
            except OSError as fout:
                # Wat niet te lezen is, slaan we over; kunnen wij zelf niet schrijven, dan zegt dat niets over de kluis.
                if fout.errno in _GEEN_PLEK:
                    raise
        sleutels = _alle_sleutels([_sleutelbos(b, sleutel) for b in alle], afschriften.get(0))
        sleutels.vergeet(weg)
        oogst = _Oogst(sleutels)
        for nummer, afschrift in afschriften.items():
            oogst.lees(nummer, afschrift)
        oogst.onthoud_vernietigd(weg)
        if not oogst.stromen or not oogst.wijzigingen:
            raise WereldFout("redden-niets")
        kluis = kluizen.maak(af := Path(werkmap) / "af", sleutel, sloten, oogst.wie)
        try:
            gered = oogst.zet_in(kluis)
        finally:
            kluis.sluit()
        af.rename(naar)
        maak_vast(naar.parent)
    gered.kluis = kluizen.open_(naar, sleutel)
    return gered


def _sleutelbos(bron: Bron, sleutel: Hoofdsleutel) -> Sleutelbos | None:
    with contextlib.suppress(OSError, Fout):
        return Sleutelbos.lees(sleutel, bron.dossiersleutels.read_bytes())
    return None


def _alle_sleutels(bossen: Sequence[Sleutelbos | None], kluis: Afschrift | None) -> Sleutelbos:
    """De dossiersleutels uit alle bronnen samen, zonder wat volgens de kluis zelf is vernietigd.

    Is de lijst van wat vernietigd is niet te lezen, dan gelden alleen de sleutels van de kluis zelf: wat daar niet in
    zit, kan vernietigd zijn.
    """
    weg, heel = kluis.los("vernietigd", _KLEIN["vernietigd"]) if kluis else ((), False)
    samen = Sleutelbos()
    for een in bossen[:1] if bossen[0] is not None and not heel else bossen:
        if een is not None:
            samen.vul_aan(een)
    samen.vergeet(str(rij[0]) for rij in weg)
    return samen


def past(bron: Bron, sleutel: Hoofdsleutel) -> bool:
    """Of een sleutel bij een bron hoort: haar dossiersleutels gaan ermee open."""
    return _sleutelbos(bron, sleutel) is not None


def _ruim_eerdere_op(map_: Path) -> None:
    """Afschriften die na een onverwacht einde zijn blijven staan."""
    for oud in map_.glob(f"{_WERKMAP}*"):
        shutil.rmtree(oud, ignore_errors=True)


_KLEIN = {
    "contact": "id, kaartje, staat, ander, tijd",
    "verzonden": "teller, bundel, afdruk, aan, stromen, tijd",
    "boek": "id, versie, inhoud",
    "nummer": "nummer, toewijzing, tijd",
    "bewijs": "bundel, contact, tijd",
    "vernietigd": "stroom, tijd, grond",
}
_BIJ_EEN_STROOM = {
    "concept": "stroom, voorwerp, veld, inhoud, tijd",
    "aantekening": "stroom, inhoud, tijd",
}


# Wat er uit deze tabellen weg is, is met opzet weg: een kopie vult alleen aan wat in de kluis zelf niet te lezen was.
_ALLEEN_ALS_HET_MIST = ("kluis", "concept", "aantekening")


_INHOUD = journaal.KOLOMMEN.split(", ").index("inhoud")


def _blijft(w: Wijziging, weg: Collection[str]) -> bool:
    """Van een vernietigd gesprek gaan de woorden weg; over wie het ging blijft, zoals in de kluis zelf."""
    return w.plaats.voorwerp not in weg or w.plaats.veld in ZONDER_WOORDEN


class _Oogst:
    """Wat er uit alle bronnen samen te lezen was. Bron 0 is de kluis zelf, en gaat voor."""

    def __init__(self, sleutels: Sleutelbos) -> None:
        self._sleutels = sleutels
        self.stromen: dict[str, tuple[Stroom, str]] = {}
        self.wijzigingen: dict[WijzigingId, Wijziging] = {}
        self._kluis: dict[str, str] = {}
        self._klein: dict[str, dict[Any, Rij]] = {tabel: {} for tabel in (*_KLEIN, *_BIJ_EEN_STROOM)}
        self._heel_in_kluis: dict[str, bool] = {}
        self._lognummers: set[int] = set()
        self._ontvangen: dict[str, Rij] = {}
        self._bijlagen: dict[tuple[str, str], Rij] = {}
        self._log: list[Logregel] = []
        # Hoeveel wijzigingen er van een stroom horen te zijn; of, als dat niet te lezen was, dat het onzeker is.
        self._hoort: dict[str, int] = {}
        # Van wat met opzet is leeggemaakt (een vernietigd gesprek), staat er alleen nog de schakel.
        self._leeg: set[tuple[str, WijzigingId]] = set()
        self._onzeker: set[str] = set()
        self._uit_kluis = False
        self._gaten = 0

    @property
    def wie(self) -> str:
        """Van wie de kluis is; was dat niet te lezen, dan wie er het vaakst in keek of schreef."""
        keken = Counter(regel.wie for regel in self._log if regel.wie)
        schreven = Counter(w.auteur for w in self.wijzigingen.values() if w.auteur)
        vaakst = (keken or schreven).most_common(1)
        return self._kluis.get("wie") or (vaakst[0][0] if vaakst else "")

    def lees(self, nummer: int, lezer: Afschrift) -> None:
        """Neemt over wat deze bron heeft en wat er nog niet was."""
        for id, soort, gezin, gemaakt in (r[1:] for r in lezer.rijen("stroom", "id, soort, gezin, gemaakt")):
            self.stromen.setdefault(id, (Stroom(id, soort, gezin), gemaakt))
        ingetrokken = self._lees_ontvangen(lezer)
        for nr, *rij in lezer.rijen("wijziging", journaal.KOLOMMEN):
            # Wat hier na een kopie is teruggedraaid, komt niet uit die kopie terug.
            if not any(van <= nr <= tot for van, tot in ingetrokken):
                self._neem_wijzigingen(self._uit_rij, tuple(rij))
        self._lees_standen(nummer, lezer, hoofden=not ingetrokken)
        self._uit_kluis = self._uit_kluis or (nummer == 0 and bool(self.wijzigingen))
        for tabel, kolommen in {"kluis": "sleutel, waarde", **_KLEIN, **_BIJ_EEN_STROOM}.items():
            self._lees_klein(nummer, lezer, tabel, kolommen)
        for _nr, *rij in lezer.rijen("bijlage", "stroom, afdruk, inhoud, tekst"):
            self._bijlagen.setdefault((rij[0], rij[1]), tuple(rij))
        log = list(lezer.rijen("toegangslog", toegangslog.KOLOMMEN))
        self._lognummers |= {nr for nr, *_rij in log}
        self._voeg_log_toe([Logregel(*rij) for _nr, *rij in log])
        self._gaten += lezer.gaten

    def _uit_rij(self, rij: Rij) -> list[Wijziging]:
        if rij[_INHOUD] is None:
            self._leeg.add((rij[0], WijzigingId(rij[1], rij[2])))
            return []
        return [journaal.uit_rij(self._sleutels, rij)]

    def _neem_wijzigingen(self, lees: Callable[..., list[Wijziging]], *waarden: Any) -> None:
        """Wat niet te ontsleutelen is, is er niet: het hoort bij een vernietigd dossier, of het is beschadigd."""
        with contextlib.suppress(Fout, ValueError, TypeError, KeyError):
            for wijziging in lees(*waarden):
                self.wijzigingen.setdefault(wijziging.id, wijziging)

    def _lees_ontvangen(self, lezer: Afschrift) -> list[tuple[int, int]]:
        """Onthoudt elke ontvangst, en geeft de rijen van bundels die daarna zijn teruggedraaid."""
        rijen, _heel = lezer.los("ontvangen", "bundel, afzender, teller, tijd, teruggedraaid, van_nr, tot_nr")
        ingetrokken = []
        for bundel, afzender, teller, tijd, terug, van, tot in rijen:
            eerder = self._ontvangen.setdefault(bundel, (bundel, afzender, teller, tijd, terug))
            if eerder[4] is not None and terug is None:
                ingetrokken.append((int(van), int(tot)))
        return ingetrokken

    def _lees_standen(self, nummer: int, lezer: Afschrift, *, hoofden: bool) -> None:
        """De bewaarde stand van een stroom heeft wat er nu in elk veld staat nog een keer, en weet hoeveel er hoort."""
        hoort: dict[str, int] = {}
        for id, hoofd, inhoud in lezer.los("stand", "stroom, hoofd, inhoud")[0]:
            if hoofden:
                self._neem_wijzigingen(journaal.uit_bewaarde_stand, self._sleutels, id, inhoud)
            with contextlib.suppress(ValueError):
                hoort[id] = int(str(hoofd).partition(":")[0])
        volgens_index = lezer.aantallen()
        for id in self.stromen:
            aantal = hoort.get(id, volgens_index.get(id) if volgens_index else None)
            if aantal is not None:
                self._hoort.setdefault(id, aantal)
            elif nummer == 0:
                self._onzeker.add(id)

    def _lees_klein(self, nummer: int, lezer: Afschrift, tabel: str, kolommen: str) -> None:
        if nummer and tabel in _ALLEEN_ALS_HET_MIST and self._heel_in_kluis.get(tabel, False):
            return
        rijen, heel = lezer.los(tabel, kolommen)
        if nummer == 0:
            self._heel_in_kluis[tabel] = heel
        if tabel == "kluis":
            for sleutel, waarde in rijen:
                self._kluis.setdefault(sleutel, waarde)
            return
        sleutels = 3 if tabel == "concept" else 2 if tabel in {"boek", "bewijs"} else 1
        for rij in rijen:
            self._klein[tabel].setdefault(rij[:sleutels], rij)

    def _voeg_log_toe(self, regels: list[Logregel]) -> None:
        bekend = set(self._log)
        self._log += [regel for regel in regels if regel not in bekend]

    def onthoud_vernietigd(self, ids: Collection[str]) -> None:
        """Zet op de lijst wat volgens iets buiten de kluis is vernietigd; wanneer dat was, weten we dan niet."""
        for id in ids:
            self._klein["vernietigd"].setdefault((id,), (id, "", ""))

    def zet_in(self, kluis: Kluis) -> Gered:
        """Vult de nieuwe kluis, in één transactie."""
        weg = {rij[0] for rij in self._klein["vernietigd"].values()}
        kluis.bos = self._sleutels
        kluis.bos.vergeet(weg)
        kluis.bewaar_bos()
        hier = self._te_plaatsen(kluis.bos, weg)
        alle = [w for w in self.wijzigingen.values() if w.stroom in hier and _blijft(w, weg)]
        with kluis.transactie() as verbinding:
            for sleutel, waarde in self._kluis.items():
                if sleutel not in _NIET_MEE and not sleutel.startswith(kluizen.KETEN):
                    verbinding.execute("INSERT OR REPLACE INTO kluis VALUES (?, ?)", (sleutel, waarde))
            for tabel, kolommen in _KLEIN.items():
                _zet(verbinding, tabel, kolommen, (_zonder_leeg(rij) for rij in self._klein[tabel].values()))
            journaal.voeg_samen(kluis, hier.values(), alle)
            # Dat het er was, hoort bij het bewijs van vernietigen.
            er_was = sorted((rij for id, rij in self.stromen.items() if id in weg), key=lambda r: r[0].id != r[0].gezin)
            bekend = {*hier, *(s.id for s, _gemaakt in er_was)}
            rijen = [(s.id, s.soort, s.gezin, gemaakt) for s, gemaakt in er_was if s.gezin in bekend]
            _zet(verbinding, "stroom", "id, soort, gezin, gemaakt", rijen)
            _zet(verbinding, "concept", _BIJ_EEN_STROOM["concept"], self._nog_niet_opgeslagen(hier, alle))
            aantekeningen = (r for r in self._klein["aantekening"].values() if r[0] in hier)
            _zet(verbinding, "aantekening", _BIJ_EEN_STROOM["aantekening"], aantekeningen)
            van_hier = (r for r in self._bijlagen.values() if r[0] in hier)
            _zet(verbinding, "bijlage", "stroom, afdruk, inhoud, tekst", van_hier)
            # De rijnummers zijn nieuw: een samenvoeging van toen is hier niet meer terug te draaien.
            oud = [(b, a, t, 0, -1, "[]", tijd, terug) for b, a, t, tijd, terug in self._ontvangen.values()]
            _zet(verbinding, "ontvangen", "bundel, afzender, teller, van_nr, tot_nr, nieuw, tijd, teruggedraaid", oud)
            for regel in sorted(self._log, key=lambda r: r.tijd):
                toegangslog.schrijf(kluis, regel)
            # Na de kopie kan hier nog een bundel zijn verstuurd: de volgende mag daar nooit ouder dan lijken.
            journaal.word_nieuw_apparaat(kluis)
        gered = Gered(kluis, not self._uit_kluis, kwijt=self._gaten, ook_kwijt=frozenset(self._ook_kwijt()))
        for id, (stroom, _gemaakt) in hier.items():
            if stroom.soort != "gezin":
                genoemd = genoemde_bijlagen(journaal.lees_stand(kluis, id))
                weg_ = genoemd - {*bijlagen.afdrukken(kluis, id)}
                gered.bijlagen_kwijt += len(weg_)
                (gered.deels if weg_ or self._mist_iets(id, stroom.gezin) else gered.heel).append(id)
        return gered

    def _ook_kwijt(self) -> Iterator[Daarnaast]:
        # Een kopie die heel is, heeft niet wat er daarna nog bij kwam.
        if not self._heel_in_kluis.get("kluis", False):
            yield Daarnaast.INSTELLINGEN
        if not self._heel_in_kluis.get("aantekening", False):
            yield Daarnaast.AANTEKENINGEN
        # Aan het eind kan er ook iets weg zijn; dat is aan de nummers niet te zien.
        if len(self._lognummers) < max(self._lognummers, default=1):
            yield Daarnaast.LOG

    def _te_plaatsen(self, bos: Sleutelbos, weg: set[str]) -> dict[str, tuple[Stroom, str]]:
        """De stromen met een sleutel. Was die van een gezin niet te lezen, dan komt zij er opnieuw."""
        hier = {id: rij for id, rij in self.stromen.items() if bos.kent(id) and id not in weg}
        for stroom, gemaakt in list(hier.values()):
            if stroom.gezin not in hier and bos.kent(stroom.gezin):
                hier[stroom.gezin] = (Stroom(stroom.gezin, "gezin", stroom.gezin), gemaakt)
                self._onzeker.add(stroom.gezin)
        return {id: rij for id, rij in hier.items() if rij[0].gezin in hier}

    def _nog_niet_opgeslagen(self, hier: Collection[str], alle: list[Wijziging]) -> Iterator[Rij]:
        """De concepten die jonger zijn dan wat er in hun veld is opgeslagen."""
        laatst: dict[tuple[str, str, str], str] = {}
        for w in alle:
            plek = (w.stroom, *w.plaats)
            laatst[plek] = max(w.tijd, laatst.get(plek, ""))
        for rij in self._klein["concept"].values():
            stroom, voorwerp, veld, _inhoud, tijd = rij
            if stroom in hier and tijd > laatst.get((stroom, voorwerp, veld), ""):
                yield rij

    def _mist_iets(self, *stromen: str) -> bool:
        """Of er minder is dan er hoort, of niet te zeggen is hoeveel er hoort."""
        aantal = Counter(w.stroom for w in self.wijzigingen.values())
        aantal.update(stroom for stroom, id in self._leeg if id not in self.wijzigingen)
        return any(s in self._onzeker or aantal[s] < self._hoort.get(s, 1) for s in stromen)


def _zonder_leeg(rij: Rij) -> Rij:
    """De grond van een vernietiging was er vroeger niet; leeg is dan het antwoord."""
    return tuple("" if deel is None and plek == 2 else deel for plek, deel in enumerate(rij))


def _zet(verbinding: Any, tabel: str, kolommen: str, rijen: Iterable[tuple[Any, ...]]) -> None:
    plekken = ", ".join("?" * len(kolommen.split(", ")))
    verbinding.executemany(f"INSERT OR IGNORE INTO {tabel} ({kolommen}) VALUES ({plekken})", list(rijen))
