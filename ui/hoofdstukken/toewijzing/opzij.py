"""Een advies niet volgen: waarom, op de plek waar het advies staat."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import knop, links
from ui.bouwstenen.indeling import kolom, rij
from ui.bouwstenen.invoer import Groeivak, label_bij


class Opzij(QWidget):
    """Een knop die een vak opent voor de reden. ``getypt`` meldt elke letter, ``bewaard`` dat de reden klaar is."""

    getypt = Signal(str)
    gesloten = Signal()
    bewaard = Signal(str)

    def __init__(self, advies: str, al_getypt: str | None) -> None:
        super().__init__()
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
        self._vak.setVisible(al_getypt is not None)
        self.begin.setHidden(al_getypt is not None)
        self.reden.setPlainText(al_getypt or "")
        self.reden.textChanged.connect(lambda: self.getypt.emit(self.reden.toPlainText()))

    def _open(self) -> None:
        self.begin.hide()
        self._vak.show()
        self.getypt.emit("")
        self.reden.setFocus()

    def _dicht(self) -> None:
        self.reden.clear()
        self.gesloten.emit()
        self.begin.show()
        self.begin.setFocus()
        self._vak.hide()
