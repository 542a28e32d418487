"""De blik terug op de analyse: wat er is, en wat nog kan. Het houdt niets tegen."""

from __future__ import annotations

from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.regels.kwaliteit import Indruk, Kwaliteitspunt, kwaliteit
from ui.bouwstenen.basis import Uitklapper, leeg, tekst
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG

_INDRUK = {
    Indruk.GEZIEN: N_("Dit staat er"),
    Indruk.KAN_NOG: N_("Dit staat er nog niet; het kan nog"),
    Indruk.VRAAG: N_("Kijk zelf"),
}


class Terugblik(Uitklapper):
    """Een lijst om samen langs te lopen."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__("", "list-checks", HUIDIG.kleuren.accent)
        self._schrijver = schrijver

    def ververs(self) -> None:
        """Kijkt opnieuw."""
        leeg(self.kolom)
        punten = kwaliteit(self._schrijver.dossier)
        kan = sum(p.indruk is Indruk.KAN_NOG for p in punten)
        self.zet_opschrift(_("Kijk samen terug: {aantal} dingen kunnen nog").format(aantal=kan))
        self.kolom.addWidget(tekst(_("Een hulp, geen eis. U kunt gewoon verder."), "zacht"))
        for indruk in Indruk:
            van_deze = [p for p in punten if p.indruk is indruk]
            if van_deze:
                self.kolom.addWidget(tekst(_(_INDRUK[indruk]), "label"))
            for punt in van_deze:
                self.kolom.addWidget(tekst(_zin(punt)))


def _zin(punt: Kwaliteitspunt) -> str:
    if not punt.woorden:
        return _(punt.zin)
    nergens = _("Deze woorden staan nergens anders: {woorden}.").format(woorden=", ".join(punt.woorden))
    return f"{_(punt.zin)} {nergens}"
