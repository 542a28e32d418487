"""Het gereedschap van een denkstap: feiten toetsen, redenen opschrijven en onthouden wat nog open is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from jeugdteam_app.dossier.feiten import Feiten
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.productenboek.voorwaarden import Een, Getoetst, Uitslag
from jeugdteam_app.regels.regel import Regelset
from jeugdteam_app.regels.uitkomst import Reden, Tak, toon_feit

# Hoe zwaar een open vraag weegt: eerst veiligheid, dan de juiste wet, dan segment, dan product.
GEWICHT = {"veiligheid": 1000, "ander kader": 400, "voorwaarde": 200, "segment": 60, "volgorde": 20, "product": 1}


def is_(feit: str, *waarden: str) -> Een:
    """De voorwaarde dat een feit één van deze waarden heeft."""
    return Een(feit=feit, een_van=frozenset(waarden))


@dataclass
class Denkstap:
    """De invoer van het advies, en de open vragen die onderweg bleken mee te tellen."""

    feiten: Feiten
    boek: Productenboek
    regels: Regelset
    open_vragen: dict[str, dict[str, int]] = field(default_factory=dict)
    segment_open: bool = False
    plaatsredenen: dict[tuple[str, bool], tuple[Reden, ...]] = field(default_factory=dict)
    _redenen: dict[tuple[str, tuple[str, ...], Bron | None], Reden] = field(default_factory=dict)

    @cached_property
    def is_jeugdig(self) -> bool | None:
        """Of het kind jonger is dan 18; ``None`` als de leeftijd niet bekend is."""
        feit = self.feiten.get("leeftijd")
        return feit.waarde < 18 if isinstance(feit, Bekend) else None

    def is_ja(self, feit: str) -> bool:
        """Of het antwoord op een vraag ja is."""
        return is_(feit, "ja").toets(self.feiten) is Uitslag.JA

    def reden(self, regel: str, feiten: Iterable[str] = (), bron: Bron | None = None) -> Reden:
        """Een reden bij een regel, met de waarden van de gebruikte feiten."""
        namen = tuple(feiten)
        sleutel = (regel, namen, bron)
        if sleutel in self._redenen:
            return self._redenen[sleutel]
        r = self.regels[regel]
        waarden = tuple((n, toon_feit(self.feiten, n)) for n in dict.fromkeys(namen))
        self._redenen[sleutel] = Reden(regel, r.tekst, waarden, bron or r.bron)
        return self._redenen[sleutel]

    def tak(
        self, code: str, titel: str, regel: str, getoetst: Getoetst, ook: tuple[Reden, ...] = (), aard: str = ""
    ) -> Tak:
        """Een tak met haar dragende reden; wat nog open is, wordt een vraag."""
        self.vraag_open(getoetst.hangt_af_van, titel, aard or self.regels[regel].aard)
        reden = self.reden(regel, getoetst.feiten)
        return Tak(code, titel, getoetst.uitslag, (reden, *ook), getoetst.hangt_af_van)

    def vraag_open(self, feiten: Iterable[str], verandert: str, aard: str) -> None:
        """Onthoudt dat een onbekend feit iets in het advies kan veranderen."""
        for feit in feiten:
            self.open_vragen.setdefault(feit, {})[verandert] = GEWICHT.get(aard, 10)
