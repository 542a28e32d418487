"""Het zegel: één getal over alle rijen die in geen keten zitten, zodat ook daar een oude bladzijde opvalt.

De versleuteling kent van een bladzijde wel de plek maar niet de leeftijd. Het zegel is de som van een afdruk per rij,
met een geheime sleutel; het verandert mee in dezelfde transactie. Hoe vaak het veranderde staat ernaast, en ook buiten
de kluis (zie ``hoofd``): een ouder zegel met de rijen van toen valt zo ook op.
"""

from __future__ import annotations

import hashlib
from typing import Any

# Deze drie hebben hun eigen bewijs: twee ketens, en een stand die naast haar wijzigingen wordt gelegd.
_EIGEN_BEWIJS = frozenset({"wijziging", "toegangslog", "stand"})
# Wat erin staat zit vast aan zijn afdruk, en die staat in de rij; zo hoeft een grote bijlage niet opnieuw gelezen.
_ZONDER = {"bijlage": frozenset({"inhoud", "tekst"})}
_RUIMTE = 1 << 256
RIJ = "zegel"


class Zegel:
    """Telt mee wat er verandert op één verbinding, en schrijft het getal vlak voor het vastleggen."""

    def __init__(self) -> None:
        self._verbinding: Any = None
        self._sleutel = b""
        self._som = 0
        self._nummer = 0
        self._erbij = 0
        self._is_veranderd = False
        self.is_heel = True

    @property
    def stand(self) -> tuple[int, str]:
        """Hoe vaak het veranderde, en het getal."""
        return self._nummer, f"{self._som:064x}"

    def begin(self, verbinding: Any, sleutel: bytes) -> None:
        """Rekent het zegel na en telt vanaf nu mee. ``is_heel`` zegt of de rijen er nog zijn zoals zij waren."""
        self._verbinding, self._sleutel = verbinding, sleutel
        rijen = verbinding.execute("SELECT waarde FROM kluis WHERE sleutel = ?", (RIJ,)).fetchall()
        bewaard = str(rijen[0][0]) if rijen else "?"
        nu = self._bereken()
        if bewaard:
            nummer, _punt, som = bewaard.partition(":")
            self._nummer = int(nummer) if nummer.isdecimal() else 0
            self.is_heel = som == f"{nu:064x}"
        # Klopt het niet, dan tellen we verder vanaf een som die ook dan niet klopt: gewoon werk maakt het niet goed.
        self._som = nu if self.is_heel else (nu + 1) % _RUIMTE
        self._luister()
        # Nog nooit uitgerekend: dan komt het bij de eerstvolgende keer vastleggen.
        self._is_veranderd = not bewaard

    def opnieuw(self) -> None:
        """Een mens koos om verder te gaan met de rijen zoals zij nu zijn."""
        self._som, self._erbij = self._bereken(), 0
        self.is_heel, self._is_veranderd = True, True

    def schrijf(self) -> None:
        """Zet het getal van nu in de kluis, als er iets veranderde."""
        if self._verbinding is None or not (self._erbij or self._is_veranderd):
            return
        self._som, self._nummer = (self._som + self._erbij) % _RUIMTE, self._nummer + 1
        self._erbij, self._is_veranderd = 0, False
        nummer, som = self.stand
        self._verbinding.execute("INSERT OR REPLACE INTO kluis VALUES (?, ?)", (RIJ, f"{nummer}:{som}"))

    def vergeet(self, stand: tuple[int, str]) -> None:
        """De transactie is teruggedraaid: terug naar de stand van ervoor."""
        self._erbij = 0
        # Was het al geschreven, dan gaat ook dat weer weg; de volgende keer komt het er alsnog.
        self._is_veranderd = self._is_veranderd or self._nummer != stand[0]
        self._nummer, self._som = stand[0], int(stand[1], 16)

    def _bereken(self) -> int:
        som = 0
        for tabel, kolommen in _tabellen(self._verbinding):
            waar = f" WHERE sleutel <> '{RIJ}'" if tabel == "kluis" else ""
            for rij in self._verbinding.execute(f"SELECT {_van(tabel, kolommen)} FROM {tabel}{waar}"):
                som += self._afdruk(tabel, *rij)
        return som % _RUIMTE

    def _luister(self) -> None:
        """Elke rij die komt of gaat, telt mee: met triggers die alleen op deze verbinding bestaan."""
        self._verbinding.create_function("zegel_bij", -1, self._bij)
        self._verbinding.create_function("zegel_af", -1, self._af)
        # Zonder dit gaat een rij die vervangen wordt, weg zonder dat een trigger het ziet.
        self._verbinding.execute("PRAGMA recursive_triggers = ON")
        # In één keer: los kost elke trigger een eigen transactie.
        self._verbinding.execute("BEGIN")
        for tabel, kolommen in _tabellen(self._verbinding):
            af, bij = (f"SELECT zegel_{doe}('{tabel}', {_van(wie, kolommen)});" for doe, wie in _KANTEN)
            for soort, wie, doe in (("INSERT", "NEW", bij), ("DELETE", "OLD", af), ("UPDATE", "NEW", af + bij)):
                wanneer = f"WHEN {wie}.sleutel <> '{RIJ}'" if tabel == "kluis" else ""
                self._verbinding.execute(
                    f"CREATE TEMP TRIGGER zegel_{tabel}_{soort} AFTER {soort} ON main.{tabel} {wanneer} BEGIN {doe} END"
                )
        self._verbinding.execute("COMMIT")

    def _bij(self, tabel: str, *rij: bytes | None) -> None:
        self._erbij += self._afdruk(tabel, *rij)

    def _af(self, tabel: str, *rij: bytes | None) -> None:
        self._erbij -= self._afdruk(tabel, *rij)

    def _afdruk(self, tabel: str, *rij: bytes | None) -> int:
        inhoud = "|".join((tabel, *("-" if deel is None else deel.hex() for deel in rij))).encode()
        return int.from_bytes(hashlib.blake2b(inhoud, key=self._sleutel, digest_size=32).digest())


_KANTEN = (("af", "OLD"), ("bij", "NEW"))


def _van(wie: str, kolommen: list[str]) -> str:
    # Als bytes: een teken 0 in een tekst kapt haar anders af op weg naar een functie.
    return ", ".join(f"CAST({wie}.{kolom} AS BLOB)" for kolom in kolommen)


def _tabellen(verbinding: Any) -> list[tuple[str, list[str]]]:
    """Elke tabel onder het zegel, met de kolommen die meetellen. Wat er later bij komt, telt vanzelf mee."""
    namen = [n for (n,) in verbinding.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")]
    return [(naam, _kolommen(verbinding, naam)) for naam in namen if naam not in _EIGEN_BEWIJS]


def _kolommen(verbinding: Any, tabel: str) -> list[str]:
    zonder = _ZONDER.get(tabel, frozenset())
    return [k[1] for k in verbinding.execute(f"PRAGMA main.table_info({tabel})") if k[1] not in zonder]
