"""Het advies van toen: wat er lag op de dag dat de keuze werd vastgelegd."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.opdrachtregel.advies import KOPPEN
from jeugdteam_app.regels.feitzin import feitzin
from ui.bouwstenen.basis import Uitklapper, leeg, tekst
from ui.bouwstenen.stijl import HUIDIG

_UITSLAG = {"ja": N_("ja"), "nee": N_("nee"), "onbekend": N_("hangt ervan af")}


class VanToen(Uitklapper):
    """De bewaarde boom, om na te lezen; zij verandert nooit meer."""

    def __init__(self) -> None:
        super().__init__("", "file-text", HUIDIG.kleuren.accent)
        self.hide()

    def zet(self, advies: Mapping[str, Any] | None) -> None:
        """Toont het bewaarde advies; zonder keuze is er niets te zien."""
        self.setVisible(advies is not None)
        leeg(self.kolom)
        if advies is None:
            return
        dag = toon_datum(date.fromisoformat(advies["op"]))
        self.zet_opschrift(_("Het advies van toen ({dag})").format(dag=dag))
        boek = _("Productenboek {boek}, versie {versie}. Regels: {regels}.")
        onder = boek.format(boek=advies["boek"], versie=advies["boekversie"], regels=advies["regelversie"])
        self.kolom.addWidget(tekst(onder, "zacht"))
        for deel, kop in KOPPEN.items():
            if takken := advies.get(deel):
                self.kolom.addWidget(tekst(_(kop), "label"))
                for tak in takken:
                    self.kolom.addWidget(tekst(_regel(tak)))


def _regel(tak: Mapping[str, Any]) -> str:
    """Een uitspraak met haar dragende reden, op één plek."""
    feiten = "; ".join(feitzin(naam, waarde) for naam, waarde in tak["feiten"].items())
    omdat = " " + _("Omdat: {feiten}").format(feiten=feiten) if feiten else ""
    return f"{_(tak['titel'])}: {_(_UITSLAG[tak['uitslag']])}. {_(tak['tekst'])}{omdat} ({tak['regel']})"
