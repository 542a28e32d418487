"""De herstelsleutel op papier: de 24 woorden laten zien, afdrukken, en een paar laten overtypen."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import tekst
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.invoer import label_bij

_OVERTYPEN = 3


def kies_plekken(woorden: Sequence[str]) -> list[int]:
    """Welke woorden iemand overtypt, zodat we weten dat ze op papier staan."""
    return sorted(secrets.SystemRandom().sample(range(len(woorden)), _OVERTYPEN))


class Woordenvak(QWidget):
    """De woorden met hun nummer, in drie kolommen."""

    def __init__(self, woorden: Sequence[str]) -> None:
        super().__init__()
        rooster = QGridLayout(self)
        for plek, woord in enumerate(woorden):
            cel = tekst(f"{plek + 1}. {woord}", "label")
            cel.setWordWrap(False)
            rooster.addWidget(cel, plek % 8, plek // 8)
        self.setAccessibleName(" ".join(f"{n}. {w}" for n, w in enumerate(woorden, 1)))


class Overtypen(QWidget):
    """Een paar woorden van het papier; Enter gaat naar het volgende, en na het laatste naar ``klaar``."""

    def __init__(self, woorden: Sequence[str], plekken: Sequence[int], klaar: Callable[[], None]) -> None:
        super().__init__()
        self._woorden = woorden
        indeling = kolom(self, "s")
        indeling.setContentsMargins(0, 0, 0, 0)
        self.velden = [(plek, QLineEdit()) for plek in plekken]
        for plek, veld in self.velden:
            indeling.addWidget(label_bij(veld, _("Woord {plek}").format(plek=plek + 1)))
            indeling.addWidget(veld)
        for (_plek, veld), (_ander, volgend) in pairwise(self.velden):
            veld.returnPressed.connect(volgend.setFocus)
        self.velden[-1][1].returnPressed.connect(klaar)

    def fout(self) -> InvoerFout | None:
        """Het eerste woord dat niet klopt; de focus gaat erheen."""
        for plek, veld in self.velden:
            if veld.text().strip().lower() != self._woorden[plek]:
                veld.setFocus()
                return InvoerFout("herstel-overtypen", plek=plek + 1)
        return None


def druk_af(ouder: QWidget, naam: str, woorden: Sequence[str]) -> None:
    """Drukt de woorden af; er komt geen bestand van."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, ouder).exec() == QDialog.DialogCode.Accepted:
        blad = QTextDocument()
        blad.setPlainText(herstelblad(naam, woorden))
        blad.print_(printer)


def herstelblad(naam: str, woorden: Sequence[str]) -> str:
    """De tekst van het papier: zonder naam van een kind, zonder wachtzin."""
    regels = [_("Herstelsleutel van: {naam}").format(naam=naam), ""]
    regels += [f"{n}. {woord}" for n, woord in enumerate(woorden, 1)]
    regels += ["", _("Bewaar dit papier op een veilige plek, niet bij de laptop.")]
    return "\n".join(regels)
