"""Een advies niet volgen: waarom, op de plek waar het advies staat."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import knop, links
from ui.bouwstenen.indeling import kolom, rij
from ui.bouwstenen.invoer import Groeivak, Typklok, label_bij
from ui.bouwstenen.schrijver import Band, Schrijver


class Opzij(QWidget):
    """Een knop die een vak opent voor de reden. Wat getypt is, wordt binnen een seconde als concept bewaard."""

    bewaard = Signal(str)

    def __init__(self, advies: str, schrijver: Schrijver, band: Band) -> None:
        super().__init__()
        self._schrijver, self._band = schrijver, band
        self._klok = Typklok(self)
        self._klok.nu.connect(self.bewaar_concept)
        indeling = kolom(self, "s")
        self.begin = knop(_("Toch zo laten, met een reden"), self._open, "stil")
        self.begin.setAccessibleName(f"{_('Toch zo laten, met een reden')}: {advies}")
        links(indeling, self.begin)
        self._vak = QWidget()
        binnen = kolom(self._vak, "s")
        self.reden = Groeivak(2)
        binnen.addWidget(label_bij(self.reden, _("Waarom volgt u dit advies niet?")))
        self.reden.setAccessibleDescription(advies)
        binnen.addWidget(self.reden)
        knoppen = rij()
        knoppen.addWidget(knop(_("Reden bewaren"), lambda: self.bewaard.emit(self.reden.toPlainText())))
        knoppen.addWidget(knop(_("Toch niet"), self._dicht, "stil"))
        knoppen.addStretch(1)
        binnen.addLayout(knoppen)
        indeling.addWidget(self._vak)
        getypt = schrijver.half.get(band.plaats)
        self._vak.setVisible(getypt is not None)
        self.begin.setHidden(getypt is not None)
        self.reden.setPlainText(getypt or "")
        self.reden.textChanged.connect(self._klok.getypt)

    def bewaar_concept(self) -> None:
        """Bewaart wat er nu staat, ook als het nog geen reden is geworden."""
        if self._vak.isVisibleTo(self):
            self._schrijver.onthoud_half(self._band, self.reden.toPlainText())

    def _open(self) -> None:
        self.begin.hide()
        self._vak.show()
        self.bewaar_concept()
        self.reden.setFocus()

    def _dicht(self) -> None:
        self._klok.stop()
        self._schrijver.vergeet_half(self._band)
        self.reden.clear()
        self.begin.show()
        self.begin.setFocus()
        self._vak.hide()
