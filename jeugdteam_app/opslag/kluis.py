"""De kluis: een map met een versleutelde database en twee kleine sleutelbestanden.

Eén verbinding, exclusief, met DELETE-journaal en synchronous=EXTRA: bij gesimuleerde stroomuitval ging
daarmee geen bevestigde wijziging verloren (zie CONTRIBUTING).
"""

from __future__ import annotations

import contextlib
import re
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3

from jeugdteam_app.kern.bestanden import Klaargezet, maak_map, maak_vast, schrijf_heel, zet_klaar
from jeugdteam_app.kern.fouten import ProgrammaFout, WereldFout
from jeugdteam_app.opslag.bestanden import ruim_tijdelijk_op
from jeugdteam_app.opslag.indeling import GROOTSTE_SLOTENBESTAND, SLOTEN, bos, database, generaties, is_kluis
from jeugdteam_app.opslag.zegel import Zegel
from jeugdteam_app.sleutels import sloten
from jeugdteam_app.sleutels.dossiersleutels import Sleutelbos
from jeugdteam_app.sleutels.hoofdsleutel import Hoofdsleutel

KLEINSTE_DATABASE = 4096
APPLICATIE = 0x4A544D31
# Waar in de kluis de sleutel van een keten ligt, als de hoofdsleutel vernieuwd is.
KETEN = "keten:"
ZEGEL = "zegel"
LAAGSTE_SQLITE = (3, 53, 3)
LAAGSTE_CIPHER = (4, 17, 0)
MIGRATIES = Path(__file__).parent / "migraties"
# Zoveel tellen wacht sluiten op wie nog bezig is.
GEDULD = 3.0


@dataclass
class Kluis:
    """Een geopende kluis. Sluit haar met ``sluit``; daarna is er niets meer te lezen."""

    map: Path
    sleutel: Hoofdsleutel
    bos: Sleutelbos
    verbinding: Any
    generatie: int = 1
    zegel: Zegel = field(default_factory=Zegel)
    bij_terugdraaien: list[Callable[[], None]] = field(default_factory=list)
    _ketens: dict[str, bytes] = field(default_factory=dict, repr=False)
    _klaargezet: list[Klaargezet] = field(default_factory=list, repr=False)
    _diep: int = 0
    _slot: threading.RLock = field(default_factory=threading.RLock)

    @contextlib.contextmanager
    def transactie(self) -> Iterator[Any]:
        """Alles of niets. Zonder fout vast op schijf; anders is er niets veranderd, ook niet in het geheugen.

        Binnen een transactie hoort een tweede bij de eerste: een hele handeling slaagt of niet.
        """
        with self._slot:
            if self._diep:
                yield self.verbinding
                return
            self._doe("BEGIN IMMEDIATE")
            self._diep = 1
            ervoor = self.zegel.stand
            try:
                yield self.verbinding
                self.zegel.schrijf()
                self._doe("COMMIT")
            except BaseException as fout:
                self._draai_terug()
                self.zegel.vergeet(ervoor)
                for bestand in self._haal_klaargezet():
                    bestand.weg()
                if isinstance(fout, sqlcipher3.OperationalError):
                    raise WereldFout("opslaan-mislukt") from None
                raise
            finally:
                self._diep = 0
            for bestand in self._haal_klaargezet():
                bestand.plaats()

    def schrijf_mee(self, pad: Path, inhoud: bytes, *, voor_anderen: bool = False) -> None:
        """Een bestand dat bij een transactie hoort: mislukt het een, dan is het ander er ook niet.

        Het staat pas op zijn plek als de transactie vast is. Anders kan een collega iets lezen wat hier na een val of
        op een volle schijf nooit is gebeurd. Fout: ``schrijven-mislukt``.
        """
        with self.transactie():
            self._klaargezet.append(zet_klaar(pad, inhoud, voor_anderen=voor_anderen))

    def _haal_klaargezet(self) -> list[Klaargezet]:
        klaar, self._klaargezet = self._klaargezet, []
        return klaar

    @contextlib.contextmanager
    def stil(self) -> Iterator[Callable[[float], None]]:
        """Zolang dit duurt, schrijft niemand: voor wie de hele kluis in één keer wil lezen.

        Wie er lang over doet, laat met wat dit geeft tussendoor zo veel tellen een ander voor.
        """
        with self._slot:
            yield self._laat_voor

    def _laat_voor(self, tellen: float) -> None:
        self._slot.release()
        try:
            time.sleep(tellen)
        finally:
            self._slot.acquire()

    def _doe(self, opdracht: str) -> None:
        try:
            self.verbinding.execute(opdracht)
        except sqlcipher3.OperationalError:
            raise WereldFout("opslaan-mislukt") from None

    def _draai_terug(self) -> None:
        with contextlib.suppress(sqlcipher3.Error):
            self.verbinding.execute("ROLLBACK")
        for herstel in self.bij_terugdraaien:
            herstel()

    def vraag(self, sql: str, *waarden: Any) -> list[Any]:
        """De rijen van een vraag."""
        try:
            rijen: list[Any] = self.verbinding.execute(sql, waarden).fetchall()
        except sqlcipher3.DatabaseError:
            raise WereldFout("kluis-beschadigd") from None
        return rijen

    def onthouden(self, sleutel: str) -> str | None:
        """Wat er onder een naam is onthouden, als er iets is."""
        rijen = self.vraag("SELECT waarde FROM kluis WHERE sleutel = ?", sleutel)
        return str(rijen[0][0]) if rijen else None

    def onthouden_onder(self, begin: str) -> list[str]:
        """Alles wat is onthouden onder een naam die zo begint."""
        vraag = "SELECT waarde FROM kluis WHERE substr(sleutel, 1, length(?1)) = ?1 ORDER BY sleutel"
        return [str(waarde) for (waarde,) in self.vraag(vraag, begin)]

    def onthoud(self, sleutel: str, waarde: str) -> None:
        """Onthoudt iets onder een naam, over het vorige heen."""
        with self.transactie() as verbinding:
            verbinding.execute("INSERT OR REPLACE INTO kluis VALUES (?, ?)", (sleutel, waarde))

    def vergeet(self, sleutel: str) -> None:
        """Onthoudt iets niet langer."""
        with self.transactie() as verbinding:
            verbinding.execute("DELETE FROM kluis WHERE sleutel = ?", (sleutel,))

    def loop(self, sql: str, *waarden: Any) -> Iterator[Any]:
        """De rijen van een vraag, één voor één: voor wie er meer leest dan in het geheugen hoeft."""
        try:
            yield from self.verbinding.execute(sql, waarden)
        except sqlcipher3.DatabaseError:
            raise WereldFout("kluis-beschadigd") from None

    def bewaar_bos(self) -> None:
        """Schrijft de dossiersleutels; doe dit vóór de eerste rij van een nieuwe stroom."""
        schrijf_heel(self.map / bos(self.generatie), self.bos.schrijf(self.sleutel))

    def ketensleutel(self, keten: str) -> bytes:
        """De sleutel van een keten. Na het vernieuwen blijft zij dezelfde, en ligt zij in de kluis."""
        if keten not in self._ketens:
            bewaard = self.onthouden(f"{KETEN}{keten}")
            self._ketens[keten] = bytes.fromhex(bewaard) if bewaard else self.sleutel.afgeleid(keten)
        return self._ketens[keten]

    def begin_te_waken(self) -> None:
        """Rekent het zegel na en houdt het vanaf nu bij; ``zegel.is_heel`` zegt wat eruit kwam."""
        try:
            self.zegel.begin(self.verbinding, self.ketensleutel(ZEGEL))
        except sqlcipher3.DatabaseError:
            raise WereldFout("kluis-beschadigd") from None

    def sluit(self) -> None:
        """Sluit de verbinding; wie nog bezig is, maakt eerst af.

        Dat duurt niet eindeloos: hangt een kopie op een plek die niet antwoordt, dan eindigt zij met het programma.
        """
        if not self._slot.acquire(timeout=GEDULD):
            return
        try:
            with contextlib.suppress(sqlcipher3.Error):
                self.verbinding.close()
        finally:
            self._slot.release()


def lees_sloten(map_: Path) -> sloten.Slotenbestand:
    """Het slotenbestand van een kluis."""
    try:
        pad = map_ / SLOTEN
        if pad.stat().st_size > GROOTSTE_SLOTENBESTAND:
            raise WereldFout("sleutelbestand-beschadigd")
        return sloten.lees(pad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        # Ligt de database er nog, dan is alleen het slotenbestand weg: dan is er misschien te redden.
        raise WereldFout("sleutelbestand-beschadigd" if generaties(map_) else "kluis-niet-gevonden") from None
    except (OSError, UnicodeDecodeError):
        raise WereldFout("sleutelbestand-beschadigd") from None


def schrijf_sloten(map_: Path, bestand: sloten.Slotenbestand) -> None:
    """Vervangt het slotenbestand in één keer; valt het stil, dan geldt het oude of het nieuwe."""
    schrijf_heel(map_ / SLOTEN, sloten.schrijf(bestand).encode())


def maak(map_: Path, sleutel: Hoofdsleutel, slotenbestand: sloten.Slotenbestand, wie: str) -> Kluis:
    """Een nieuwe kluis in een map die nog niet bestaat. Het slotenbestand komt als laatste: zonder is er geen kluis."""
    if map_.exists() and any(map_.iterdir()):
        raise WereldFout("kluis-bestaat-al")
    maak_map(map_)
    map_.chmod(0o700)
    try:
        generatie = slotenbestand.generatie
        verbinding = verbind(map_ / database(generatie), sleutel)
        kluis = Kluis(map_, sleutel, Sleutelbos(), verbinding, generatie)
        _migreer(kluis)
        kluis.begin_te_waken()
        (map_ / database(generatie)).chmod(0o600)
        with kluis.transactie() as verbinding:
            verbinding.execute("INSERT INTO kluis VALUES ('wie', ?)", (wie,))
        kluis.bewaar_bos()
        schrijf_sloten(map_, slotenbestand)
    except BaseException:
        shutil.rmtree(map_, ignore_errors=True)
        raise
    return kluis


def open_(map_: Path, sleutel: Hoofdsleutel) -> Kluis:
    """Opent een bestaande kluis. Beschadigd, nieuwer en in gebruik zijn drie fouten; niets wordt geraakt."""
    if not is_kluis(map_):
        raise WereldFout("kluis-niet-gevonden")
    generatie = lees_sloten(map_).generatie
    pad = map_ / database(generatie)
    # Een leeg bestand zou SQLite stilletjes als nieuwe database gaan gebruiken.
    if not pad.is_file() or pad.stat().st_size < KLEINSTE_DATABASE:
        raise WereldFout("kluis-beschadigd")
    verbinding = verbind(pad, sleutel)
    try:
        _controleer(verbinding)
        # Pas als het slot van ons is: een tweede venster raakt niets aan.
        ruim_tijdelijk_op(map_)
        sleutelbos = Sleutelbos.lees(sleutel, (map_ / bos(generatie)).read_bytes())
        kluis = Kluis(map_, sleutel, sleutelbos, verbinding, generatie)
        _migreer(kluis)
        kluis.begin_te_waken()
        _ruim_oude_sleutels_op(map_, generatie)
    except OSError:
        verbinding.close()
        raise WereldFout("dossiersleutels-beschadigd") from None
    except BaseException:
        verbinding.close()
        raise
    return kluis


def _ruim_oude_sleutels_op(map_: Path, generatie: int) -> None:
    """Wat met een eerdere hoofdsleutel versleuteld was, gaat weg. Een latere blijft: misschien is die de echte."""
    oude = [oud for oud in generaties(map_) if oud < generatie]
    # Lukt het nu niet, dan bij de volgende keer openen.
    with contextlib.suppress(OSError):
        if oude:
            # Eerst het nieuwe slotenbestand zeker op schijf: anders wijst na stroomuitval het oude naar niets.
            maak_vast(map_)
        for oud in oude:
            for naam in (database(oud), f"{database(oud)}-journal", bos(oud)):
                (map_ / naam).unlink(missing_ok=True)


def controleer_inhoud(kluis: Kluis) -> None:
    """Rekent elke pagina en elke tabel na; wat niet klopt, is ``kluis-beschadigd``."""
    cipher, gewoon = kluis.vraag("PRAGMA cipher_integrity_check"), kluis.vraag("PRAGMA integrity_check")
    if cipher or gewoon != [("ok",)]:
        raise WereldFout("kluis-beschadigd")


def verbind(pad: Path, sleutel: Hoofdsleutel) -> Any:
    """Een verbinding met de instellingen van dit huis, die het bestand voor zichzelf alleen houdt."""
    verbinding = sqlcipher3.connect(str(pad), isolation_level=None, timeout=0, check_same_thread=False)
    try:
        # Staat standaard uit; hier staat het er, zodat niemand er op hoeft te vertrouwen.
        verbinding.enable_load_extension(False)
        verbinding.execute("PRAGMA cipher_log_level = NONE")
        verbinding.set_key(sleutel.databasesleutel())
        for regel in (
            "cipher_memory_security = ON",
            "locking_mode = EXCLUSIVE",
            "journal_mode = DELETE",
            "synchronous = EXTRA",
            "foreign_keys = ON",
            "trusted_schema = OFF",
            "temp_store = MEMORY",
        ):
            verbinding.execute(f"PRAGMA {regel}")
        # Neemt het slot meteen, zodat een tweede venster het nu merkt en niet pas bij het opslaan.
        verbinding.execute("BEGIN EXCLUSIVE")
        verbinding.execute("COMMIT")
    except sqlcipher3.OperationalError as fout:
        verbinding.close()
        raise WereldFout("kluis-in-gebruik" if "locked" in str(fout) else "kluis-beschadigd") from None
    except sqlcipher3.DatabaseError:
        verbinding.close()
        raise WereldFout("kluis-beschadigd") from None
    _controleer_versies(verbinding)
    return verbinding


def _controleer_versies(verbinding: Any) -> None:
    def getallen(tekst: str) -> tuple[int, ...]:
        return tuple(int(g) for g in re.findall(r"\d+", tekst)[:3])

    cipher = verbinding.execute("PRAGMA cipher_version").fetchone()
    sqlite = verbinding.execute("SELECT sqlite_version()").fetchone()
    if cipher is None or getallen(cipher[0]) < LAAGSTE_CIPHER or getallen(sqlite[0]) < LAAGSTE_SQLITE:
        raise ProgrammaFout("sqlcipher-te-oud")


def _controleer(verbinding: Any) -> None:
    try:
        toepassing = verbinding.execute("PRAGMA application_id").fetchone()[0]
        versie = verbinding.execute("PRAGMA user_version").fetchone()[0]
        if toepassing != APPLICATIE:
            raise WereldFout("kluis-beschadigd")
        if versie > _hoogste_migratie():
            raise WereldFout("kluis-nieuwer")
        if verbinding.execute("PRAGMA cipher_integrity_check").fetchone():
            raise WereldFout("kluis-beschadigd")
        # De snelle vorm legt een index niet naast haar tabel, en een oude bladzijde van een index verbergt rijen.
        if verbinding.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise WereldFout("kluis-beschadigd")
    except sqlcipher3.DatabaseError:
        raise WereldFout("kluis-beschadigd") from None


def _migraties() -> dict[int, Path]:
    return {int(p.name[:3]): p for p in sorted(MIGRATIES.glob("[0-9][0-9][0-9]_*.sql"))}


def _hoogste_migratie() -> int:
    return max(_migraties())


def _migreer(kluis: Kluis) -> None:
    """Brengt de kluis stap voor stap naar deze versie, elke stap in één transactie met zijn nummer."""
    huidig = kluis.vraag("PRAGMA user_version")[0][0]
    for nummer, pad in _migraties().items():
        if nummer <= huidig:
            continue
        with kluis.transactie() as verbinding:
            for opdracht in _opdrachten(pad.read_text(encoding="utf-8")):
                verbinding.execute(opdracht)
            verbinding.execute(f"PRAGMA application_id = {APPLICATIE}")
            verbinding.execute(f"PRAGMA user_version = {nummer}")
            if nummer == 1:
                apparaat = uuid.uuid4().hex[:12]
                verbinding.execute("INSERT INTO kluis VALUES ('apparaat', ?)", (apparaat,))


def _opdrachten(sql: str) -> Iterator[str]:
    zonder = re.sub(r"--[^\n]*", "", sql)
    yield from (deel.strip() for deel in zonder.split(";") if deel.strip())
