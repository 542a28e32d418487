"""De weg van Tab: in de volgorde waarin alles op het scherm staat, en wat de focus krijgt is te zien.

Qt volgt de volgorde waarin onderdelen gemaakt zijn; wat later bij een lijst komt, staat dan achteraan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QRadioButton, QScrollArea, QWidget

from ui.bouwstenen.indeling import in_volgorde
from ui.bouwstenen.stijl import HUIDIG

# Zoveel ruimte boven en onder, zodat het label en de fout van een veld mee in beeld komen.
_OMGEVING = 90


def route(scherm: QWidget) -> list[QWidget]:
    """Wat met Tab te bereiken is, in volgorde. Van een rij rondjes telt het gekozen rondje, of anders het eerste."""
    return list(_loop(scherm))


def ga(scherm: QWidget, *, vooruit: bool) -> bool:
    """Zet de focus een plek verder of terug, rond. Geeft ``False`` als de focus niet op dit scherm is."""
    alle = route(scherm)
    hier = QApplication.focusWidget()
    if isinstance(hier, QRadioButton):
        hier = _van_rij(hier)
    if hier not in alle:
        return False
    reden = Qt.FocusReason.TabFocusReason if vooruit else Qt.FocusReason.BacktabFocusReason
    alle[(alle.index(hier) + (1 if vooruit else -1)) % len(alle)].setFocus(reden)
    return True


def vorige(onderdeel: QWidget) -> QWidget:
    """Wat er met Shift+Tab voor dit onderdeel komt."""
    alle = route(onderdeel.window())
    return alle[max(0, alle.index(onderdeel) - 1)] if onderdeel in alle else onderdeel


class Plek(NamedTuple):
    """Wat er open stond, en waar de focus was: de naam, en de hoeveelste met die naam."""

    open: frozenset[str]
    naam: str
    nummer: int


def onthoud(scherm: QWidget) -> Plek:
    """Wat er open staat en waar de focus is."""
    alle, hier = route(scherm), QApplication.focusWidget()
    if isinstance(hier, QRadioButton):
        hier = _van_rij(hier)
    open_ = frozenset(str(k.property("opschrift")) for k in _uitklappers(scherm) if k.isChecked())
    if hier not in alle:
        return Plek(open_, "", 0)
    voor = alle[: alle.index(hier)]
    return Plek(open_, hier.accessibleName(), sum(w.accessibleName() == hier.accessibleName() for w in voor))


def keer_terug(scherm: QWidget, plek: Plek) -> None:
    """Zet open wat open stond en de focus waar hij was, op een scherm dat opnieuw is opgebouwd."""
    for uitklapper in _uitklappers(scherm):
        if uitklapper.property("opschrift") in plek.open:
            uitklapper.setChecked(True)
    zelfde = [w for w in route(scherm) if plek.naam and w.accessibleName() == plek.naam]
    if plek.nummer < len(zelfde):
        zelfde[plek.nummer].setFocus()


def _uitklappers(scherm: QWidget) -> list[QAbstractButton]:
    return [k for k in scherm.findChildren(QAbstractButton) if k.property("opschrift")]


def breng_in_beeld(_oud: QWidget | None, nieuw: QWidget | None) -> None:
    """Schuift het blad tot het onderdeel met de focus te zien is. Met de muis blijft het blad waar het is."""
    if nieuw is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        # Wat net gemaakt is, heeft pas na de lopende gebeurtenissen zijn plek.
        QTimer.singleShot(0, nieuw, lambda: toon(nieuw))


def toon(onderdeel: QWidget) -> None:
    """Schuift de bladen waar dit onderdeel op staat tot het te zien is."""
    # Pas hier: deze lijst van gebeurtenissen is lang, en het eerste scherm wacht er niet op.
    from PySide6.QtCore import QEvent

    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    ouder = onderdeel.parentWidget()
    while ouder is not None:
        if isinstance(ouder, QScrollArea) and (inhoud := ouder.widget()) and inhoud.isAncestorOf(onderdeel):
            _schuif_in(ouder, inhoud, onderdeel)
        ouder = ouder.parentWidget()


def _schuif_in(blad: QScrollArea, inhoud: QWidget, onderdeel: QWidget) -> None:
    """Het hele onderdeel in beeld; Qt zelf kijkt bij een tekstvak alleen naar de cursor."""
    balk, hoogte = blad.verticalScrollBar(), blad.viewport().height()
    ruim = max(0, min(HUIDIG.px(_OMGEVING), (hoogte - onderdeel.height()) // 2))
    boven = onderdeel.mapTo(inhoud, QPoint(0, 0)).y() - ruim
    onder = boven + onderdeel.height() + 2 * ruim
    if boven < balk.value():
        balk.setValue(boven)
    elif onder > balk.value() + hoogte:
        balk.setValue(onder - hoogte)


def _loop(onderdeel: QWidget | None) -> Iterator[QWidget]:
    if onderdeel is None or not onderdeel.isVisible() or not onderdeel.isEnabled():
        return
    met_tab = onderdeel.focusPolicy() & Qt.FocusPolicy.TabFocus and onderdeel.focusProxy() is None
    if met_tab and not (isinstance(onderdeel, QRadioButton) and _van_rij(onderdeel) is not onderdeel):
        yield onderdeel
    if isinstance(onderdeel, QScrollArea):
        yield from _loop(onderdeel.widget())
    elif (indeling := onderdeel.layout()) is not None:
        yield from _door(indeling)


def _door(indeling: QLayout) -> Iterator[QWidget]:
    for onderdeel in in_volgorde(indeling):
        if isinstance(onderdeel, QWidget):
            yield from _loop(onderdeel)
        else:
            yield from _door(onderdeel)


def _van_rij(rondje: QRadioButton) -> QAbstractButton:
    """Het rondje dat voor zijn rij telt."""
    groep = rondje.group()
    return (groep.checkedButton() or groep.buttons()[0]) if groep is not None else rondje
