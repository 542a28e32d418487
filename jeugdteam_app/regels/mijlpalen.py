"""De weg naar 18 jaar: welke dag is wat aan de beurt. Landelijk ligt alleen 18 vast; de rest is een voorstel.

Geen landelijke regel gevonden voor 16,5 en 17 jaar (domeinonderzoek, perspectiefplan); aanvragen minstens drie maanden
voor de achttiende verjaardag volgt uit wat uitvoerders vragen.
"""

from __future__ import annotations

from datetime import date

from jeugdteam_app.kern.periode import over_maanden, verjaardag
from jeugdteam_app.kern.taal import N_

_STAPPEN: tuple[tuple[int, int, str], ...] = (
    (16, 0, N_("begin met het plan")),
    (17, 0, N_("elk gebied heeft een wie en een wat")),
    (17, 6, N_("vraag aan wat na 18 jaar nodig is")),
    (17, 9, N_("maak samen kennis met wie het overneemt")),
    (18, 0, N_("18 jaar: meestal geldt een andere wet")),
    (18, 6, N_("vraag nog eens hoe het gaat")),
)


def mijlpalen(geboren: date) -> tuple[tuple[date, str], ...]:
    """De dagen, met wat er dan aan de beurt is."""
    return tuple((over_maanden(verjaardag(geboren, jaren), maanden), wat) for jaren, maanden, wat in _STAPPEN)
