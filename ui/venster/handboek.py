"""Het handboek in het programma, met de pagina over waar het tegen beschermt en waartegen niet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from jeugdteam_app.kern.plaatsen import MIDDELEN
from jeugdteam_app.kern.taal import _, taal
from ui.bouwstenen.basis import knop, links
from ui.bouwstenen.indeling import LEESBREEDTE, rij
from ui.bouwstenen.stijl import HUIDIG


class Handboek(QWidget):
    """Eén pagina om te lezen."""

    klaar = Signal()

    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.setObjectName("papier")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(*(HUIDIG.ruimte("l"),) * 4)
        links(indeling, knop(_("Terug"), self.klaar.emit, "stil"))
        self.lezer = QTextBrowser()
        self.lezer.setAccessibleName(_("Handboek"))
        self.lezer.setOpenLinks(False)
        self.lezer.setMarkdown((MIDDELEN / "handboek" / taal() / f"{pagina}.md").read_text(encoding="utf-8"))
        # Niet breder dan een mens prettig leest.
        self.lezer.setMaximumWidth(HUIDIG.px(LEESBREEDTE))
        midden = rij()
        midden.addStretch(1)
        midden.addWidget(self.lezer, 1000)
        midden.addStretch(1)
        indeling.addLayout(midden)
        self.begin = self.lezer
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.klaar.emit)
