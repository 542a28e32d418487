"""De weg naar 18 jaar: welke dag is wat aan de beurt. Landelijk ligt alleen 18 vast; de rest is een voorstel.

Geen landelijke regel gevonden voor 16,5 en 17 jaar (domeinonderzoek, perspectiefplan); aanvragen minstens drie maanden
voor de achttiende verjaardag volgt uit wat uitvoerders vragen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jeugdteam_app.kern.periode import over_maanden, verjaardag
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.profiel import Mijlpaal

_STAPPEN: tuple[tuple[int, int, str], ...] = (
    (16, 0, N_("begin met het plan")),
    (17, 0, N_("elk gebied heeft een wie en een wat")),
    (17, 6, N_("vraag aan wat na 18 jaar nodig is")),
    (17, 9, N_("maak samen kennis met wie het overneemt")),
    (18, 6, N_("vraag nog eens hoe het gaat")),
)


# De achttiende verjaardag staat in de wet en hoort er altijd bij.
ACHTTIEN = N_("18 jaar: meestal geldt een andere wet")


def mijlpalen(geboren: date, eigen: Sequence[Mijlpaal] = ()) -> tuple[tuple[date, str], ...]:
    """De dagen, met wat er dan aan de beurt is. Koos de regio eigen mijlpalen, dan gelden die."""
    stappen = [(m.jaren, m.maanden, m.wat) for m in eigen] or list(_STAPPEN)
    alle = sorted([*stappen, (18, 0, ACHTTIEN)])
    return tuple((over_maanden(verjaardag(geboren, jaren), maanden), wat) for jaren, maanden, wat in alle)
