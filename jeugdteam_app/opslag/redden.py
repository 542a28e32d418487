"""Redden: uit een beschadigde kluis en haar kopieën alles halen wat nog te lezen is, in een nieuwe kluis.

De beschadigde bestanden blijven zoals ze zijn; gelezen wordt uit een afschrift. Een bladzijde die niet te lezen is,
kost alleen wat erop stond, en ook dat niet als een kopie het nog heeft: wat iemand schreef, is overal hetzelfde. Wat
vernietigd is, komt ook zo niet terug.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3

from jeugdteam_app.journaal.wijziging import Wijziging, WijzigingId
from jeugdteam_app.kern.bestanden import maak_vast
from jeugdteam_app.kern.fouten import Fout, WereldFout
from jeugdteam_app.opslag import journaal, toegangslog
from jeugdteam_app.opslag import kluis as kluizen
from jeugdteam_app.opslag.indeling import BOS, SLOTEN, bos, database
from jeugdteam_app.opslag.journaal import Stroom
from jeugdteam_app.opslag.kluis import Kluis
from jeugdteam_app.opslag.reservekopie import Kopie
from jeugdteam_app.opslag.toegangslog import Logregel
from jeugdteam_app.sleutels.dossiersleutels import Sleutelbos
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel
from jeugdteam_app.sleutels.sloten import Slotenbestand

# Zo vaak proberen we in één tabel om een onleesbare plek heen te lezen; daarna is de rest ook niet te vinden.
_MEESTE_GATEN = 500
_WERKMAP = ".redden-"
# Wat van dit apparaat was, of wat de nieuwe kluis zelf maakt.
_NIET_MEE = ("apparaat", "zegel", "wie", "kopie-hoofd")


@dataclass(frozen=True)
class Bron:
    """Waar gelezen wordt: een database met de dossiersleutels die erbij horen."""

    database: Path
    dossiersleutels: Path
    sloten: Path


@dataclass
class Gered:
    """De nieuwe kluis, en per dossier of alles er is. ``kwijt`` telt de plekken waar niets meer te lezen was.

    ``uit_kopie``: uit de kluis zelf kwam niets, dus wat na de kopie is geschreven, is er niet.
    """

    kluis: Kluis
    uit_kopie: bool = False
    heel: list[str] = field(default_factory=list)
    deels: list[str] = field(default_factory=list)
    kwijt: int = 0


def bronnen(kluismap: Path | None, kopieen: Iterable[Kopie]) -> list[Bron]:
    """De kluis zelf en elke kopie, de kluis eerst en daarna de nieuwste kopie."""
    uit = [Bron(k.pad, k.pad.parent / BOS, k.pad.parent / SLOTEN) for k in kopieen]
    if kluismap is not None:
        generatie = 1
        with contextlib.suppress(Fout):
            generatie = kluizen.lees_sloten(kluismap).generatie
        uit.insert(0, Bron(kluismap / database(generatie), kluismap / bos(generatie), kluismap / SLOTEN))
    return uit


def red(alle: Sequence[Bron], sleutel: Hoofdsleutel, sloten: Slotenbestand, naar: Path) -> Gered:
    """Maakt in ``naar`` een nieuwe kluis van alles wat te lezen is.

    Zij komt er pas te staan als zij af is. Fout: ``redden-niets``; dan is er niets gemaakt.
    """
    _ruim_eerdere_op(naar.parent)
    with tempfile.TemporaryDirectory(dir=naar.parent, prefix=_WERKMAP) as werkmap:
        oogst = _Oogst()
        for nummer, bron in enumerate(alle):
            with contextlib.suppress(OSError, Fout):
                oogst.lees(_Lezer(bron, sleutel, Path(werkmap) / f"{nummer}.db"))
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


def _ruim_eerdere_op(map_: Path) -> None:
    """Afschriften die na een onverwacht einde zijn blijven staan."""
    for oud in map_.glob(f"{_WERKMAP}*"):
        shutil.rmtree(oud, ignore_errors=True)


class _Lezer:
    """Leest rij voor rij uit een afschrift, om wat niet te lezen is heen."""

    def __init__(self, bron: Bron, sleutel: Hoofdsleutel, afschrift: Path) -> None:
        self._sleutel, self._afschrift = sleutel, afschrift
        shutil.copyfile(bron.database, afschrift)
        # Was er iets half geschreven, dan draait het afschrift dat terug zoals openen zou doen.
        with contextlib.suppress(OSError):
            shutil.copyfile(f"{bron.database}-journal", f"{afschrift}-journal")
        self.bos = Sleutelbos()
        with contextlib.suppress(OSError, Fout):
            self.bos = Sleutelbos.lees(sleutel, bron.dossiersleutels.read_bytes())
        self.gaten = 0
        self._gaten_hier = 0

    def rijen(self, tabel: str, kolommen: str) -> Iterator[tuple[Any, ...]]:
        """De leesbare rijen van een tabel met een rijnummer."""
        self._gaten_hier = 0
        hoogste = self._hoogste(tabel)
        if hoogste:
            yield from self._tussen(tabel, kolommen, 1, hoogste)

    def los(self, tabel: str, kolommen: str) -> list[tuple[Any, ...]]:
        """De rijen van een kleine tabel: van voren tot waar het niet meer gaat, en dan van achteren."""
        gevonden: dict[tuple[Any, ...], None] = {}
        for richting in ("ASC", "DESC"):
            rijen, heel = self._probeer(f"SELECT {kolommen} FROM {tabel} ORDER BY 1 {richting}")
            gevonden.update(dict.fromkeys(rijen))
            if heel:
                break
            self.gaten += 1
        return list(gevonden)

    def volgens_index(self) -> tuple[dict[str, int], bool]:
        """Hoeveel wijzigingen er volgens de index van elke stroom zijn, en of die helemaal te lezen was."""
        vraag = "SELECT stroom, count(*) FROM wijziging INDEXED BY wijziging_stroom GROUP BY stroom"
        rijen, heel = self._probeer(vraag)
        return dict(rijen), heel

    def _hoogste(self, tabel: str) -> int:
        for vraag in (f"SELECT max(rowid) FROM {tabel}", f"SELECT count(*) FROM {tabel}"):
            rijen, heel = self._probeer(vraag)
            if heel:
                return int(rijen[0][0] or 0)
        # Ook het eind is stuk: nooit meer rijen dan er in het bestand passen.
        return max(1, self._afschrift.stat().st_size // 64)

    def _tussen(self, tabel: str, kolommen: str, van: int, tot: int) -> Iterator[tuple[Any, ...]]:
        if self._gaten_hier > _MEESTE_GATEN:
            return
        rijen, heel = self._probeer(f"SELECT {kolommen} FROM {tabel} WHERE rowid BETWEEN ? AND ?", van, tot)
        if heel:
            yield from rijen
        elif van == tot:
            self.gaten += 1
            self._gaten_hier += 1
        else:
            midden = (van + tot) // 2
            yield from self._tussen(tabel, kolommen, van, midden)
            yield from self._tussen(tabel, kolommen, midden + 1, tot)

    def _probeer(self, vraag: str, *waarden: Any) -> tuple[list[tuple[Any, ...]], bool]:
        """De rijen tot waar het ging, en of dat alles was. Elke keer een nieuwe verbinding: een fout blijft hangen."""
        rijen: list[tuple[Any, ...]] = []
        verbinding = sqlcipher3.connect(str(self._afschrift), isolation_level=None)
        try:
            verbinding.execute("PRAGMA cipher_log_level = NONE")
            verbinding.set_key(self._sleutel.databasesleutel())
            rijen.extend(filter(_is_leesbaar, verbinding.execute(vraag, waarden)))
        except (sqlcipher3.Error, OverflowError, ValueError):
            return rijen, False
        else:
            return rijen, True
        finally:
            verbinding.close()


def _is_leesbaar(rij: tuple[Any, ...]) -> bool:
    """Van een tekst over meer bladzijden kan er een als nullen terugkomen; zo schrijft het programma nooit."""
    return not any(isinstance(deel, str) and "\0" in deel for deel in rij)


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


class _Oogst:
    """Wat er uit alle bronnen samen te lezen was; de eerste bron gaat voor."""

    def __init__(self) -> None:
        self.stromen: dict[str, tuple[Stroom, str]] = {}
        self.wijzigingen: dict[WijzigingId, Wijziging] = {}
        self._kluis: dict[str, str] = {}
        self._klein: dict[str, dict[Any, tuple[Any, ...]]] = {tabel: {} for tabel in (*_KLEIN, *_BIJ_EEN_STROOM)}
        self._ontvangen: dict[str, tuple[Any, ...]] = {}
        self._bijlagen: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._log: list[Logregel] = []
        # Hoeveel wijzigingen er van een stroom horen te zijn; of, als dat niet te lezen was, dat het onzeker is.
        self._hoort: dict[str, int] = {}
        self._onzeker: set[str] = set()
        self._bronnen_met_iets: list[int] = []
        self._bron = -1
        self._bos = Sleutelbos()
        self._gaten = 0

    @property
    def wie(self) -> str:
        """Van wie de kluis is."""
        return self._kluis.get("wie", "")

    def lees(self, lezer: _Lezer) -> None:
        """Neemt over wat deze bron heeft en wat er nog niet was."""
        self._bron += 1
        hier = len(self.wijzigingen)
        self._bos.vul_aan(lezer.bos)
        for sleutel, waarde in lezer.los("kluis", "sleutel, waarde"):
            self._kluis.setdefault(sleutel, waarde)
        for id, soort, gezin, gemaakt in lezer.rijen("stroom", "id, soort, gezin, gemaakt"):
            self.stromen.setdefault(id, (Stroom(id, soort, gezin), gemaakt))
        for rij in lezer.rijen("wijziging", journaal.KOLOMMEN):
            with contextlib.suppress(Fout, ValueError, TypeError, KeyError):
                wijziging = journaal.uit_rij(lezer.bos, rij)
                self.wijzigingen.setdefault(wijziging.id, wijziging)
        self._lees_standen(lezer)
        if len(self.wijzigingen) > hier:
            self._bronnen_met_iets.append(self._bron)
        for tabel, kolommen in (_KLEIN | _BIJ_EEN_STROOM).items():
            sleutels = 3 if tabel == "concept" else 2 if tabel in {"boek", "bewijs"} else 1
            for rij in lezer.los(tabel, kolommen):
                self._klein[tabel].setdefault(rij[:sleutels], rij)
        for bundel, *rest in lezer.los("ontvangen", "bundel, afzender, teller, tijd, teruggedraaid"):
            self._ontvangen.setdefault(bundel, (bundel, *rest))
        for rij in lezer.rijen("bijlage", "stroom, afdruk, inhoud, tekst"):
            self._bijlagen.setdefault(rij[:2], rij)
        self._voeg_log_toe(list(lezer.rijen("toegangslog", toegangslog.KOLOMMEN)))
        self._gaten += lezer.gaten

    def _lees_standen(self, lezer: _Lezer) -> None:
        """De bewaarde stand van een stroom heeft wat er nu in elk veld staat nog een keer, en weet hoeveel er hoort."""
        hoort: dict[str, int] = {}
        for id, hoofd, inhoud in lezer.los("stand", "stroom, hoofd, inhoud"):
            with contextlib.suppress(Fout, ValueError, TypeError, KeyError):
                for wijziging in journaal.uit_bewaarde_stand(lezer.bos, id, inhoud):
                    self.wijzigingen.setdefault(wijziging.id, wijziging)
                hoort[id] = int(hoofd.partition(":")[0])
        volgens_index, heel = lezer.volgens_index()
        for id in self.stromen:
            aantal = hoort.get(id, volgens_index.get(id) if heel else None)
            if aantal is not None:
                self._hoort[id] = max(aantal, self._hoort.get(id, 0))
            elif self._bron == 0:
                self._onzeker.add(id)

    def _voeg_log_toe(self, rijen: list[tuple[Any, ...]]) -> None:
        bekend = set(self._log)
        self._log += [regel for rij in rijen if (regel := Logregel(*rij)) not in bekend]

    def zet_in(self, kluis: Kluis) -> Gered:
        """Vult de nieuwe kluis, in één transactie."""
        weg = {rij[0] for rij in self._klein["vernietigd"].values()}
        self._bos.vergeet(weg)
        kluis.bos = self._bos
        kluis.bewaar_bos()
        hier = {id: rij for id, rij in self.stromen.items() if rij[0].gezin in self.stromen and id not in weg}
        alle = [w for w in self.wijzigingen.values() if w.stroom in hier]
        with kluis.transactie() as verbinding:
            for sleutel, waarde in self._kluis.items():
                if sleutel not in _NIET_MEE and not sleutel.startswith(kluizen.KETEN):
                    verbinding.execute("INSERT OR REPLACE INTO kluis VALUES (?, ?)", (sleutel, waarde))
            for tabel, kolommen in _KLEIN.items():
                _zet(verbinding, tabel, kolommen, self._klein[tabel].values())
            journaal.voeg_samen(kluis, hier.values(), alle)
            for tabel, kolommen in _BIJ_EEN_STROOM.items():
                _zet(verbinding, tabel, kolommen, (r for r in self._klein[tabel].values() if r[0] in hier))
            bijlagen = (r for r in self._bijlagen.values() if r[0] in hier)
            _zet(verbinding, "bijlage", "stroom, afdruk, inhoud, tekst", bijlagen)
            # De rijnummers zijn nieuw: een samenvoeging van toen is hier niet meer terug te draaien.
            oud = [(b, a, t, 0, -1, "[]", tijd, terug) for b, a, t, tijd, terug in self._ontvangen.values()]
            _zet(verbinding, "ontvangen", "bundel, afzender, teller, van_nr, tot_nr, nieuw, tijd, teruggedraaid", oud)
            for regel in sorted(self._log, key=lambda r: r.tijd):
                toegangslog.schrijf(kluis, regel)
        gered = Gered(kluis, uit_kopie=0 not in self._bronnen_met_iets, kwijt=self._gaten)
        for id, (stroom, _gemaakt) in hier.items():
            if stroom.soort != "gezin":
                (gered.deels if self._mist_iets(id, stroom.gezin) else gered.heel).append(id)
        return gered

    def _mist_iets(self, *stromen: str) -> bool:
        """Of er minder is dan er hoort, of niet te zeggen is hoeveel er hoort."""
        aantal = Counter(w.stroom for w in self.wijzigingen.values())
        return any(s in self._onzeker or aantal[s] < self._hoort.get(s, 1) for s in stromen)


def _zet(verbinding: Any, tabel: str, kolommen: str, rijen: Iterable[tuple[Any, ...]]) -> None:
    plekken = ", ".join("?" * len(kolommen.split(", ")))
    verbinding.executemany(f"INSERT OR IGNORE INTO {tabel} ({kolommen}) VALUES ({plekken})", list(rijen))
