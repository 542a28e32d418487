"""Een vakje om te zeggen dat iets niet besproken wordt: overslaan is een goed antwoord, en zo is het met opzet."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import Bekend, Onbekend, waarde
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.schrijver import Band, Schrijver


class Overslaan(QCheckBox):
    """Zet de naam van een deel in een lijst van wat niet besproken is, of haalt hem eruit."""

    def __init__(
        self, schrijver: Schrijver, waarin: type[Voorwerp], veld: Veld[tuple[str, ...]], naam: str, kop: str
    ) -> None:
        super().__init__(_("Dit bespreken we niet"))
        self._schrijver, self._waarin, self._veld, self._naam = schrijver, waarin, veld, naam
        self.setAccessibleName(_("{deel}: dit bespreken we niet").format(deel=kop))
        self.clicked.connect(lambda: self._zet(self.isChecked()))

    def ververs(self, *, is_leeg: bool) -> None:
        """Laat zien wat er nu geldt. Waar al iets staat, is het besproken; dan is er niets over te slaan."""
        self.setChecked(self._naam in self._nu())
        self.setVisible(is_leeg)

    def _nu(self) -> tuple[str, ...]:
        voorwerp = self._schrijver.dossier.een(self._waarin)
        return waarde(getattr(voorwerp, self._veld.naam)) or ()

    def _zet(self, niet: bool) -> None:
        nieuw = (*(deel for deel in self._nu() if deel != self._naam), *((self._naam,) if niet else ()))
        self._schrijver.schrijf(Band(self._waarin.soort, self._veld), Bekend(nieuw) if nieuw else Onbekend())
