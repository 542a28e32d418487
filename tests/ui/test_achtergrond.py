"""Werk naast het venster geeft altijd antwoord, ook als er iets gebeurt waar niemand op rekende."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.bouwstenen.achtergrond import doe


def test_ook_een_onverwachte_fout_komt_terug(qtbot):
    eigenaar, gezegd = QObject(), []

    def stuk():
        raise ValueError("waar iemand van schrikt")

    doe(eigenaar, stuk, lambda _u: gezegd.append("klaar"), lambda fout: gezegd.append(fout.code))
    qtbot.waitUntil(lambda: bool(gezegd), timeout=5000)
    assert gezegd == ["onverwacht"]
