"""Het advies van toen: wat er lag op de dag dat de keuze werd vastgelegd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opdrachtregel.advies import KOPPEN
from jeugdteam_app.regels.feitzin import feitzin, gemist_zin
from jeugdteam_app.werk.advies import VanToen
from ui.bouwstenen.basis import Melding, Uitklapper, leeg, tekst
from ui.bouwstenen.stijl import HUIDIG

_UITSLAG = {"ja": N_("ja"), "nee": N_("nee"), "onbekend": N_("hangt ervan af")}


class AdviesVanToen(Uitklapper):
    """De bewaarde boom, om na te lezen; zij verandert nooit meer."""

    def __init__(self) -> None:
        super().__init__("", "file-text", HUIDIG.kleuren.accent)
        self.hide()

    def zet(self, toen: VanToen | None) -> None:
        """Toont het bewaarde advies; zonder keuze is er niets te zien."""
        self.setVisible(toen is not None)
        leeg(self.kolom)
        if toen is None:
            return
        advies = toen.advies
        dag = toon_datum(date.fromisoformat(advies["op"]))
        self.zet_opschrift(_("Het advies van toen ({dag})").format(dag=dag))
        if not toen.ongeschonden:
            anders = _("Dit advies is niet meer precies zoals het werd bewaard. Vertrouw er niet op, en vraag hulp.")
            self.kolom.addWidget(Melding("fout", anders))
        if toen.band:
            self.kolom.addWidget(Melding("let_op", _(toen.band)))
        boek = _("Productenboek {boek}, versie {versie}. Regels: {regels}.")
        onder = boek.format(boek=advies["boek"], versie=advies["boekversie"], regels=advies["regelversie"])
        self.kolom.addWidget(tekst(onder, "zacht"))
        for deel, kop in KOPPEN.items():
            if takken := advies.get(deel):
                erin = Uitklapper(f"{_(kop)} ({len(takken)})", "list-checks", HUIDIG.kleuren.zacht)
                erin.vul_bij_openen(partial(_vul, takken))
                self.kolom.addWidget(erin)


def _vul(takken: Sequence[Mapping[str, Any]], indeling: QVBoxLayout) -> None:
    for tak in takken:
        titel, uitslag = tak["titel"], _UITSLAG[tak["uitslag"]]
        indeling.addWidget(tekst(f"{_(titel)}: {_(uitslag)}", "label"))
        for gemist in tak.get("gemist", ()):
            indeling.addWidget(tekst(gemist_zin(gemist["zin"], uitgesloten=gemist["uitgesloten"])))
        for waarschuwing in tak.get("let_op", ()):
            zin = waarschuwing["tekst"]
            indeling.addWidget(tekst(_("Let op: {zin}").format(zin=_(zin))))
        for reden in (tak, *tak.get("ook", ())):
            indeling.addWidget(tekst(_reden(reden), "zacht"))


def _reden(reden: Mapping[str, Any]) -> str:
    """Een reden met haar feiten, regel en bron, zoals zij toen was."""
    feiten = "; ".join(feitzin(naam, waarde) for naam, waarde in reden["feiten"].items())
    omdat = " " + _("Omdat: {feiten}").format(feiten=feiten) + "." if feiten else ""
    bron = f"{reden['bron']['document']}, {reden['bron']['plaats']}"
    waar = _("Regel {regel}. Bron: {bron}").format(regel=reden["regel"], bron=bron)
    zin = reden["tekst"]
    return f"{_(zin)}{omdat} {waar}."
