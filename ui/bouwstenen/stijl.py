"""Eén schaal van letters, één schaal van ruimte, één accent; licht en donker.

Alle maten komen hiervandaan en groeien mee met de gekozen tekstgrootte (100 tot 200 %).
Contrast is nagerekend: gewone tekst minstens 7:1, zachte tekst en randen van velden minstens 4,5:1 en 3:1.
"""

from __future__ import annotations

from typing import NamedTuple

LETTER = "Noto Sans"
GROOTTES = {"klein": 13, "gewoon": 15, "groot": 19, "titel": 26}
RUIMTES = {"xs": 4, "s": 8, "m": 12, "l": 20, "xl": 32}


class Kleuren(NamedTuple):
    """De kleuren van één thema."""

    papier: str
    vlak: str
    rand: str
    veldrand: str
    inkt: str
    zacht: str
    accent: str
    op_accent: str
    accent_licht: str
    fout: str
    fout_vlak: str
    let_op: str
    let_op_vlak: str
    goed: str
    goed_vlak: str


LICHT = Kleuren(
    papier="#f6f4ef", vlak="#ffffff", rand="#d9d4c7", veldrand="#6f7d80", inkt="#1d2b30", zacht="#4c5b60",
    accent="#0b5563", op_accent="#ffffff", accent_licht="#e1eef0", fout="#a1221c", fout_vlak="#fdecea",
    let_op="#6b4400", let_op_vlak="#fdf1d8", goed="#1d5b34", goed_vlak="#e4f3e8",
)  # fmt: skip
DONKER = Kleuren(
    papier="#161c1f", vlak="#1f272b", rand="#374349", veldrand="#8a999e", inkt="#eef2f2", zacht="#b7c3c6",
    accent="#7cc7d4", op_accent="#08262c", accent_licht="#213a40", fout="#ffb4ab", fout_vlak="#45211f",
    let_op="#f3cf8a", let_op_vlak="#403216", goed="#9fd8b0", goed_vlak="#1d3a27",
)  # fmt: skip


class Weergave:
    """De gekozen weergave van dit venster."""

    def __init__(self, *, donker: bool = False, procent: int = 100) -> None:
        self.donker, self.procent = donker, procent
        # Het gezin kijkt mee: groot, en niets wat alleen voor de medewerker is.
        self.aan_tafel = False

    @property
    def kleuren(self) -> Kleuren:
        """De kleuren van het gekozen thema."""
        return DONKER if self.donker else LICHT

    def px(self, maat: int) -> int:
        """Een maat in beeldpunten bij deze tekstgrootte."""
        return round(maat * self.procent / 100)

    def letter(self, naam: str) -> int:
        """De lettergrootte in beeldpunten."""
        return self.px(GROOTTES[naam])

    def ruimte(self, naam: str) -> int:
        """Een tussenruimte; groeit maar half mee, zodat er bij grote letters plek voor tekst blijft."""
        return round(RUIMTES[naam] * (1 + (self.procent / 100 - 1) * 0.4))


HUIDIG = Weergave()


def stijlblad(w: Weergave) -> str:
    """Het stijlblad van het hele programma."""
    k = w.kleuren
    return "\n".join((_basis(w, k), _knoppen(w, k), _velden(w, k), _vlakken(w, k)))


def _basis(w: Weergave, k: Kleuren) -> str:
    return f"""
    * {{ font-family: "{LETTER}"; font-size: {w.letter("gewoon")}px; color: {k.inkt}; }}
    QMainWindow, QDialog, QWidget#papier {{ background: {k.papier}; }}
    QScrollArea, QScrollArea > QWidget > QWidget#papier {{ background: {k.papier}; border: none; }}
    QScrollArea#tekening, QScrollArea#tekening > QWidget > QWidget {{ background: transparent; }}
    QLabel {{ background: transparent; }}
    QLabel[rol="titel"] {{ font-size: {w.letter("titel")}px; font-weight: bold; color: {k.accent}; }}
    QLabel[rol="kop"] {{ font-size: {w.letter("groot")}px; font-weight: bold; color: {k.inkt}; }}
    QLabel[rol="label"] {{ font-weight: bold; }}
    QLabel[rol="zacht"] {{ color: {k.zacht}; font-size: {w.letter("klein")}px; }}
    QLabel[rol="fout"] {{ color: {k.fout}; font-weight: bold; }}
    QToolTip {{ background: {k.vlak}; color: {k.inkt}; border: 1px solid {k.veldrand}; padding: 4px; }}
    QMenuBar {{ background: {k.papier}; }}
    QMenuBar::item {{ padding: 5px 10px; background: transparent; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {k.accent_licht}; color: {k.inkt}; }}
    QMenu {{ background: {k.vlak}; border: 1px solid {k.rand}; padding: 4px; }}
    QMenu::item {{ padding: 6px 22px; }}
    QScrollBar:vertical {{ background: transparent; width: {w.px(12)}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {k.veldrand}; border-radius: {w.px(5)}px; min-height: 40px; margin: 2px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: none; border: none; height: 0; width: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {w.px(12)}px; }}
    QScrollBar::handle:horizontal {{ background: {k.veldrand}; border-radius: {w.px(5)}px; margin: 2px; }}
    """


def _knoppen(w: Weergave, k: Kleuren) -> str:
    hoog, breed = w.ruimte("s"), w.ruimte("l")
    return f"""
    QPushButton {{ background: {k.vlak}; border: 1px solid {k.veldrand}; border-radius: 8px;
        padding: {hoog}px {breed}px; min-height: {w.px(22)}px; }}
    QPushButton:hover {{ background: {k.accent_licht}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {k.accent}; }}
    QPushButton:disabled {{ color: {k.zacht}; border-color: {k.rand}; }}
    QPushButton[soort="hoofd"] {{ background: {k.accent}; color: {k.op_accent}; border: 2px solid {k.accent};
        font-weight: bold; }}
    QPushButton[soort="hoofd"]:disabled {{ background: {k.rand}; color: {k.zacht}; border-color: {k.rand}; }}
    QPushButton[soort="hoofd"]:hover {{ border-color: {k.inkt}; }}
    QPushButton[soort="hoofd"]:focus {{ border: 4px solid {k.accent}; background-clip: padding;
        padding: {hoog - 2}px {breed - 2}px; }}
    QPushButton[soort="stil"] {{ background: transparent; border: 1px solid transparent; color: {k.accent};
        padding: {hoog}px {w.ruimte("m")}px; }}
    QPushButton[soort="stil"]:hover {{ background: {k.accent_licht}; }}
    QPushButton[soort="stil"]:focus {{ border: 2px solid {k.accent}; }}
    QPushButton[soort="inhoud"] {{ background: transparent; border: 1px solid {k.rand}; border-radius: {w.px(16)}px;
        padding: {w.px(4)}px {w.ruimte("m")}px; }}
    QPushButton[soort="inhoud"]:hover {{ background: {k.accent_licht}; }}
    QPushButton[soort="inhoud"]:focus {{ border: 2px solid {k.accent}; }}
    QPushButton[soort="rij"] {{ text-align: left; border: 1px solid {k.rand}; padding: {w.ruimte("m")}px {breed}px; }}
    QPushButton[soort="rij"]:focus {{ border: 2px solid {k.accent}; }}
    QPushButton[soort="uitklap"] {{ text-align: left; background: transparent; border: 1px solid transparent;
        padding: {w.ruimte("s")}px; font-weight: bold; }}
    QPushButton[soort="uitklap"]:focus {{ border: 2px solid {k.accent}; }}
    QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 6px; padding: {w.px(5)}px; }}
    QToolButton:hover {{ background: {k.accent_licht}; }}
    """


def _velden(w: Weergave, k: Kleuren) -> str:
    binnen = w.ruimte("s")
    return f"""
    QLineEdit, QPlainTextEdit, QComboBox {{ background: {k.vlak}; border: 1px solid {k.veldrand}; border-radius: 6px;
        padding: {binnen}px; selection-background-color: {k.accent}; selection-color: {k.op_accent}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {k.accent}; }}
    QLineEdit[fout="ja"], QPlainTextEdit[fout="ja"] {{ border: 2px solid {k.fout}; }}
    QComboBox QAbstractItemView {{ background: {k.vlak}; border: 1px solid {k.veldrand};
        selection-background-color: {k.accent_licht}; selection-color: {k.inkt}; outline: none; }}
    QComboBox::drop-down {{ width: {w.px(30)}px; border: none; }}
    QComboBox::down-arrow {{ image: url(%PIJL%); width: {w.px(16)}px; height: {w.px(16)}px; }}
    QRadioButton, QCheckBox {{ spacing: {binnen}px; padding: {w.px(5)}px {w.px(7)}px; border: 2px solid transparent;
        border-radius: 6px; background: transparent; }}
    QRadioButton:focus, QCheckBox:focus {{ border-color: {k.accent}; }}
    QRadioButton::indicator, QCheckBox::indicator {{ width: {w.px(16)}px; height: {w.px(16)}px;
        border: 2px solid {k.veldrand}; background: {k.vlak}; }}
    QRadioButton::indicator {{ border-radius: {w.px(16) // 2 + 2}px; }}
    QCheckBox::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator:checked {{ background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
        stop:0 {k.accent}, stop:0.55 {k.accent}, stop:0.6 {k.vlak}, stop:1 {k.vlak}); border-color: {k.accent}; }}
    QCheckBox::indicator:checked {{ background: {k.accent}; border-color: {k.accent}; image: url(%VINK%); }}
    QRadioButton[soort="leeg"] {{ color: {k.zacht}; }}
    """


def _vlakken(w: Weergave, k: Kleuren) -> str:
    return f"""
    QFrame[vlak="kaart"] {{ background: {k.vlak}; border: 1px solid {k.rand}; border-radius: 12px; }}
    QFrame[vlak="item"] {{ background: {k.vlak}; border: 1px solid {k.rand}; border-radius: 8px; }}
    QFrame[vlak="let_op"] {{ background: {k.let_op_vlak}; border: 1px solid {k.let_op}; border-radius: 8px; }}
    QFrame[vlak="fout"] {{ background: {k.fout_vlak}; border: 1px solid {k.fout}; border-radius: 8px; }}
    QFrame[vlak="goed"] {{ background: {k.goed_vlak}; border: 1px solid {k.goed}; border-radius: 8px; }}
    QFrame[vlak="info"] {{ background: {k.accent_licht}; border: 1px solid {k.accent}; border-radius: 8px; }}
    QFrame[vlak="balk"] {{ background: {k.vlak}; border: none; border-bottom: 1px solid {k.rand}; }}
    QListWidget {{ background: {k.vlak}; border: none; border-right: 1px solid {k.rand}; outline: none;
        padding: {w.ruimte("s")}px; }}
    QListWidget::item {{ padding: {w.ruimte("s")}px {w.ruimte("s")}px; border-radius: 8px; border: 2px solid transparent; }}
    QListWidget::item:selected {{ background: {k.accent_licht}; color: {k.inkt}; border-left: 4px solid {k.accent}; }}
    QListWidget::item:focus {{ border: 2px solid {k.accent}; border-left: 4px solid {k.accent}; }}
    QLabel[rol="merk"] {{ background: {k.let_op_vlak}; color: {k.let_op}; border: 1px solid {k.let_op};
        border-radius: 6px; padding: 2px 8px; font-weight: bold; }}
    QProgressBar {{ background: {k.rand}; border: none; border-radius: 4px; max-height: {w.px(8)}px; }}
    QProgressBar::chunk {{ background: {k.accent}; border-radius: 4px; }}
    QTextBrowser {{ background: {k.vlak}; border: 1px solid {k.rand}; border-radius: 12px; padding: {w.ruimte("l")}px; }}
    QTextBrowser:focus {{ border: 2px solid {k.accent}; }}
    """


def aan_wie(medewerker: str, gezin: str) -> str:
    """Wie er leest: aan tafel het gezin, anders de medewerker."""
    return gezin if HUIDIG.aan_tafel else medewerker
