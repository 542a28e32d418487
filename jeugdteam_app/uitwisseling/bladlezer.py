"""Een blad met een kopregel: welke kolom waar staat, en per cel een waarde of een melding.

Elke fout wordt verzameld; een cel met een fout geeft een lege waarde, zodat de rest ook nagekeken wordt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.productenboek.boek import Vindplaats
from jeugdteam_app.uitwisseling import celinhoud
from jeugdteam_app.uitwisseling.kolommen import Kolom, kaal
from jeugdteam_app.uitwisseling.tabel import Blad, Cel, Celmelding, Celwaarde, Rij, adres, keur

T = TypeVar("T")
# Elke fout wordt verzameld, tot hier: wie er zoveel heeft, begint beter opnieuw, en het nakijken blijft kort.
MEESTE_FOUTEN = 5_000


@dataclass
class Meldingen:
    """Alles wat bij het lezen opviel, in de volgorde van lezen."""

    fouten: list[Celmelding] = field(default_factory=list)
    opmerkingen: list[Celmelding] = field(default_factory=list)
    stuk: set[str] = field(default_factory=set)

    def fout(self, cel: str, code: str, **gegevens: str | int) -> None:
        """Iets dat niet kan; met één fout is er geen uitkomst."""
        self.fouten.append(Celmelding(cel, code, gegevens))
        self.stuk.add(cel)

    @property
    def vol(self) -> bool:
        """Of er zoveel fouten zijn dat verder kijken niemand helpt."""
        return len(self.fouten) >= MEESTE_FOUTEN

    def keur(self, blad: Blad, voorvoegsel: str = "") -> None:
        """De fouten die elke cel kan hebben, wat er ook in hoort te staan."""
        for melding in keur(blad):
            if self.vol:
                return
            self.fout(voorvoegsel + melding.cel, melding.code, **melding.gegevens)

    def opmerking(self, cel: str, code: str, **gegevens: str | int) -> None:
        """Iets dat we zelf invulden of dat iemand moet zien."""
        self.opmerkingen.append(Celmelding(cel, code, gegevens))


class Regel:
    """Eén rij van een blad, met haar cellen per kolomnaam."""

    def __init__(
        self, rij: Rij, plaatsen: dict[str, int], voorvoegsel: str, meldingen: Meldingen, *, compleet: bool
    ) -> None:
        self.nummer = rij.nummer
        self.meldingen = meldingen
        self._compleet = compleet
        self._rij, self._plaatsen, self._voorvoegsel = rij, plaatsen, voorvoegsel

    def cel(self, kolom: str) -> str:
        """Het adres van de cel, ook als die leeg is; een kolom die er niet is wordt de eerste."""
        return self._voorvoegsel + adres(self._plaatsen.get(kolom, 1), self.nummer)

    def waarde(self, kolom: str) -> Celwaarde | None:
        """Wat er staat. Een cel die al is afgekeurd telt als leeg."""
        gevonden = self._rij.cellen.get(self._plaatsen.get(kolom, 0))
        return (
            None if gevonden is None or self._voorvoegsel + gevonden.adres in self.meldingen.stuk else gevonden.waarde
        )

    def heeft(self, kolom: str) -> bool:
        """Of de tabel deze kolom heeft."""
        return kolom in self._plaatsen

    def fout(self, kolom: str, code: str, **gegevens: str | int) -> None:
        """Een fout in deze cel."""
        self.meldingen.fout(self.cel(kolom), code, **gegevens)

    def opmerking(self, kolom: str, code: str, **gegevens: str | int) -> None:
        """Een opmerking bij deze cel."""
        self.meldingen.opmerking(self.cel(kolom), code, **gegevens)

    def is_stuk(self, kolom: str) -> bool:
        """Of er in deze cel al een fout is gevonden."""
        return self.cel(kolom) in self.meldingen.stuk

    def klopt(self) -> bool:
        """Of er in deze rij nog geen fout is gevonden en de tabel alle gevraagde kolommen heeft."""
        return self._compleet and not any(self.is_stuk(kolom) for kolom in self._plaatsen)

    def tekst(self, kolom: str) -> str:
        """De tekst zoals hij er staat. Een spatie aan het begin of einde blijft, met een opmerking."""
        waarde = self.waarde(kolom)
        if waarde is None:
            return ""
        tekst = celinhoud.als_tekst(waarde)
        if tekst != tekst.strip():
            self.opmerking(kolom, "cel-spatie")
        return tekst

    def gevraagd(self, kolom: str) -> str:
        """De tekst van een cel die niet leeg mag zijn."""
        tekst = self.tekst(kolom)
        if not tekst:
            self.meld_leeg(kolom)
        return tekst

    def meld_leeg(self, kolom: str) -> None:
        """Meldt dat een gevraagde cel leeg is; ontbreekt de hele kolom, dan is dat al gezegd."""
        if self.heeft(kolom) and not self.is_stuk(kolom):
            self.fout(kolom, "cel-leeg")

    def lees(self, kolom: str, lezer: Callable[[Celwaarde], T]) -> T | None:
        """De waarde volgens ``lezer``, of ``None`` als de cel leeg of onbekend is of een fout heeft."""
        waarde = self.waarde(kolom)
        if waarde is None or celinhoud.is_onbekend(waarde):
            return None
        try:
            return lezer(waarde)
        except Fout as fout:
            self.fout(kolom, fout.code, **fout.gegevens)
            return None

    def ja_nee(self, kolom: str) -> bool | None:
        """Ja, nee, of niet bekend."""
        return self.lees(kolom, celinhoud.ja_nee)

    def datum(self, kolom: str) -> date | None:
        """Een dag, of niet bekend."""
        return self.lees(kolom, celinhoud.datum)

    def keuze(self, kolom: str, keuzes: Sequence[str]) -> str | None:
        """Eén van deze woorden, of ``None`` als de cel leeg is."""
        waarde = self.waarde(kolom)
        if waarde is None:
            return None
        woord = celinhoud.als_tekst(waarde).strip().casefold()
        if woord not in keuzes:
            self.fout(kolom, "cel-keuze", keuzes=", ".join(keuzes))
            return None
        return woord

    def delen(self, kolom: str) -> tuple[str, ...]:
        """Een opsomming met ; of , ertussen."""
        tekst = self.tekst(kolom).replace(",", ";")
        return tuple(deel.strip() for deel in tekst.split(";") if deel.strip())

    def vindplaats(self, kolom: str) -> Vindplaats | None:
        """Document en plaats. Zonder eigen kolom voor de plaats staat die achter de eerste komma."""
        document, plaats = self.tekst(kolom), self.tekst(f"{kolom}_plaats")
        if not document:
            return None
        if not self.heeft(f"{kolom}_plaats"):
            document, _, plaats = (d.strip() for d in document.partition(","))
        return Vindplaats(document=document, plaats=plaats)


def regels(
    blad: Blad, kolommen: Sequence[Kolom], meldingen: Meldingen, voorvoegsel: str = "", *, mag_leeg: bool = False
) -> Iterator[Regel]:
    """De rijen onder de kopregel. De eerste rij waar iets in staat, is de kopregel."""
    meldingen.keur(blad, voorvoegsel)
    if not blad.rijen and mag_leeg:
        return
    if not blad.rijen:
        meldingen.fout(f"{voorvoegsel}A1", "blad-leeg")
        return
    kop, *rest = blad.rijen
    plaatsen = _plaatsen(kop, kolommen, meldingen, voorvoegsel)
    if not rest and not mag_leeg:
        meldingen.fout(voorvoegsel + adres(1, kop.nummer + 1), "blad-zonder-rijen")
    compleet = all(k.naam in plaatsen for k in kolommen if k.gevraagd)
    for rij in rest:
        if meldingen.vol:
            meldingen.fout("", "te-veel-fouten", meest=MEESTE_FOUTEN)
            return
        for kolom in sorted(set(rij.cellen) - set(kop.cellen)):
            meldingen.fout(voorvoegsel + rij.cellen[kolom].adres, "kolom-zonder-naam")
        yield Regel(rij, plaatsen, voorvoegsel, meldingen, compleet=compleet)


def _plaatsen(kop: Rij, kolommen: Sequence[Kolom], meldingen: Meldingen, voorvoegsel: str) -> dict[str, int]:
    bekend = {k.naam for k in kolommen}
    plaatsen: dict[str, int] = {}
    for plaats, cel in kop.cellen.items():
        naam = _kolomnaam(cel)
        if naam in plaatsen:
            meldingen.fout(voorvoegsel + cel.adres, "kolom-dubbel", kolom=naam)
        elif naam in bekend:
            plaatsen[naam] = plaats
        else:
            meldingen.fout(voorvoegsel + cel.adres, "kolom-onbekend")
    for kolom in kolommen:
        if kolom.gevraagd and kolom.naam not in plaatsen:
            meldingen.fout(voorvoegsel + adres(1, kop.nummer), "kolom-ontbreekt", kolom=kolom.naam)
    return plaatsen


def _kolomnaam(cel: Cel) -> str:
    return kaal(celinhoud.als_tekst(cel.waarde))
