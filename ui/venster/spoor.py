"""Houdt buiten de werkplek bij tot waar er geschreven is: een ouder bestand valt dan ook op nadat de laptop uitviel."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from jeugdteam_app.kern.fouten import Fout
from ui.app import hoofdenmap

if TYPE_CHECKING:
    from jeugdteam_app.werk.werkplek import Werkplek

# Hoogstens zo lang, in milliseconden, loopt het spoor achter bij wat er geschreven is.
_ELKE = 3_000


class Spoorwacht(QObject):
    """Schrijft het spoor van een open werkplek zodra er iets bijkwam."""

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        self._plek: Werkplek | None = None
        self._geschreven: object = None
        self.klok = QTimer(self)
        self.klok.setInterval(_ELKE)
        self.klok.timeout.connect(self.schrijf)

    def begin(self, plek: Werkplek) -> None:
        """Vanaf nu hoort het spoor bij deze werkplek; wat er al bijkwam, staat er meteen in."""
        if plek is not self._plek:
            self._plek, self._geschreven = plek, None
        self.klok.start()
        self.schrijf()

    def stop(self) -> None:
        """Er is niets open, of iets anders schrijft het spoor: tot het volgende begin schrijft dit niets."""
        self.klok.stop()
        self._plek = None

    def schrijf(self) -> None:
        """Schrijft het spoor als het achterloopt. Lukt dat niet, dan de volgende keer."""
        if self._plek is None:
            return
        from jeugdteam_app.werk import waken

        with contextlib.suppress(Fout):
            nu = waken.stand(self._plek)
            if nu != self._geschreven and waken.onthoud(self._plek, hoofdenmap()):
                self._geschreven = nu
