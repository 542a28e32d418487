"""Het gereedschap van een denkstap: feiten toetsen, redenen opschrijven en onthouden wat nog open is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from jeugdteam_app.dossier.afweging import VRAGEN
from jeugdteam_app.dossier.feiten import AFGELEID, Feiten
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import Bekend
from jeugdteam_app.productenboek.boek import Productenboek
from jeugdteam_app.productenboek.voorwaarden import Een, Getoetst, Uitslag, groepen
from jeugdteam_app.regels.regel import Regelset, Werking
from jeugdteam_app.regels.uitkomst import Reden, toon_feit

# Hoe zwaar een open vraag weegt: eerst veiligheid, dan de juiste wet, dan wat er hoort te zijn, segment, product.
GEWICHT = {
    "veiligheid": 1000,
    Werking.ANDER_KADER: 400,
    Werking.PLICHT: 200,
    Werking.SEGMENT: 60,
    Werking.VOORLIGGEND: 20,
    Werking.PRODUCT: 1,
}
# Wat we iemand kunnen vragen; wat het team is of gekozen heeft, staat al vast.
_TE_VRAGEN = frozenset({*VRAGEN, *AFGELEID})


@cache
def is_(feit: str, *waarden: str) -> Een:
    """De voorwaarde dat een feit één van deze waarden heeft."""
    return Een(feit=feit, een_van=frozenset(waarden))


HULP_VOOR_ACHTTIEN, MAATREGEL = is_("hulp_voor_achttien", "ja"), is_("maatregel", "ja")


def redenen_bij(regels: Regelset, tak: str, feiten: Feiten) -> tuple[Reden, ...]:
    """De redenen bij een uitspraak, van de regels die bij deze feiten gelden."""
    getoetst = ((r, groepen(r.als, feiten)) for r in regels.per_tak.get(tak, ()))
    return tuple(
        Reden(r.id, r.tekst, tuple((f, toon_feit(feiten, f)) for f in g.feiten), r.bron.bron())
        for r, g in getoetst
        if g.uitslag is Uitslag.JA
    )


@dataclass
class Denkstap:
    """De invoer van het advies, en de open vragen die onderweg bleken mee te tellen."""

    feiten: Feiten
    boek: Productenboek
    regels: Regelset
    op: date
    open_vragen: dict[str, dict[str, int]] = field(default_factory=dict)
    # Per open feit de regel die er het zwaarst aan hangt, met zijn gewicht en bron.
    gevraagd_door: dict[str, tuple[int, str, Bron]] = field(default_factory=dict)
    _redenen: dict[tuple[str, tuple[str, ...], Bron | None], Reden] = field(default_factory=dict)

    @cached_property
    def is_jeugdig(self) -> bool | None:
        """Of het kind jonger is dan 18; ``None`` als de leeftijd niet bekend is."""
        feit = self.feiten.get("leeftijd")
        return feit.waarde < 18 if isinstance(feit, Bekend) else None

    @cached_property
    def na_achttien(self) -> Getoetst | None:
        """Na 18 jaar kan jeugdhulp alleen als zij er al was of nodig was, of met een maatregel (Jeugdwet 1.1).

        Jeugdbescherming stopt bij 18; een maatregel is dan jeugdreclassering of een andere beslissing uit het
        jeugdstrafrecht. ``None``: het kind is jonger, of de leeftijd is niet bekend.
        """
        return groepen(((HULP_VOOR_ACHTTIEN,), (MAATREGEL,)), self.feiten) if self.is_jeugdig is False else None

    @property
    def jeugdhulp_kan_niet(self) -> bool:
        """Of jeugdhulp na 18 jaar zeker niet meer kan: dan gelden ook haar plichten en uitwegen niet."""
        return self.na_achttien is not None and self.na_achttien.uitslag is Uitslag.NEE

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
        waarden = tuple([(n, toon_feit(self.feiten, n)) for n in dict.fromkeys(namen)])
        self._redenen[sleutel] = Reden(regel, r.tekst, waarden, bron or r.bron.bron())
        return self._redenen[sleutel]

    def vraag_open(self, feiten: Iterable[str], verandert: str, soort: str, regel: str, bron: Bron) -> None:
        """Onthoudt dat een onbekend feit iets in het advies kan veranderen, en volgens welke regel."""
        gewicht = GEWICHT.get(soort, 10)
        for feit in feiten:
            if feit in _TE_VRAGEN:
                self.open_vragen.setdefault(feit, {})[verandert] = gewicht
                if feit not in self.gevraagd_door or gewicht > self.gevraagd_door[feit][0]:
                    self.gevraagd_door[feit] = (gewicht, regel, bron)
