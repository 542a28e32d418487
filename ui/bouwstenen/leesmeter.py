"""Laat tijdens het typen zien hoe makkelijk een tekst leest. Een raad, nooit een slot."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from jeugdteam_app.kern.leesbaarheid import Leesbaarheid, Oordeel, lees
from jeugdteam_app.kern.taal import N_, _, ngettext
from ui.bouwstenen.basis import tekst
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.stijl import HUIDIG

_RUST_MS = 300
_MEESTE_WOORDEN = 5
_OORDEEL = {
    Oordeel.MAKKELIJK: N_("Leest makkelijk"),
    Oordeel.GEWOON: N_("Leest gewoon"),
    Oordeel.MOEILIJK: N_("Leest moeilijk"),
}


class Leesmeter(QWidget):
    """Eén regel onder een tekstvak; in het vak krijgen lange zinnen en woorden een streep eronder."""

    def __init__(self, vak: QPlainTextEdit) -> None:
        super().__init__()
        self._vak = vak
        indeling = kolom(self, "xs")
        indeling.setContentsMargins(0, 0, 0, 0)
        self._regel = tekst("", "zacht")
        indeling.addWidget(self._regel)
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST_MS)
        self._rust.timeout.connect(self.meet)
        vak.textChanged.connect(self._rust.start)
        self.hide()
        # Ook wat er al staat meten we pas als het blad er is.
        self._rust.start()

    def meet(self) -> None:
        """Meet wat er nu staat."""
        inhoud = self._vak.toPlainText()
        gelezen = lees(inhoud)
        self._vak.setExtraSelections(_strepen(self._vak, gelezen))
        zin = in_woorden(gelezen, inhoud)
        self._regel.setText(zin)
        self.setVisible(bool(zin))


def in_woorden(gelezen: Leesbaarheid, inhoud: str) -> str:
    """Wat de meter zegt; leeg als er nog te weinig staat."""
    if gelezen.oordeel is None or gelezen.index is None:
        return ""
    oordeel = _(_OORDEEL[gelezen.oordeel])
    delen = [_("{oordeel} (leesindex Douma: {index}).").format(oordeel=oordeel, index=gelezen.index)]
    if zinnen := len(gelezen.lange_zinnen):
        delen.append(ngettext("Eén lange zin.", "{aantal} lange zinnen.", zinnen).format(aantal=zinnen))
    woorden = list(dict.fromkeys(inhoud[a:b] for a, b in gelezen.lange_woorden))
    if woorden:
        delen.append(_("Lange woorden: {woorden}.").format(woorden=", ".join(woorden[:_MEESTE_WOORDEN])))
    return " ".join(delen)


def _strepen(vak: QPlainTextEdit, gelezen: Leesbaarheid) -> list[QTextEdit.ExtraSelection]:
    """Een streep onder lange woorden, een stippellijn onder lange zinnen; de tekst zelf verandert niet."""
    inhoud = vak.toPlainText()
    stippels, streep = QTextCharFormat.UnderlineStyle.DotLine, QTextCharFormat.UnderlineStyle.SingleUnderline
    uit = []
    for plekken, soort in ((gelezen.lange_zinnen, stippels), (gelezen.lange_woorden, streep)):
        for begin, einde in plekken:
            plek = QTextEdit.ExtraSelection()
            plek.cursor = QTextCursor(vak.document())
            plek.cursor.setPosition(_in_qt(inhoud, begin))
            plek.cursor.setPosition(_in_qt(inhoud, einde), QTextCursor.MoveMode.KeepAnchor)
            plek.format.setUnderlineStyle(soort)
            plek.format.setUnderlineColor(QColor(HUIDIG.kleuren.let_op))
            uit.append(plek)
    return uit


def _in_qt(inhoud: str, plek: int) -> int:
    """Dezelfde plek zoals Qt telt: een teken als 🙂 is daar twee."""
    return plek + sum(teken > "\uffff" for teken in inhoud[:plek])
