"""Wat u voor uzelf onthoudt: geen deel van het dossier, alleen in deze werkplek en haar reservekopie."""

from __future__ import annotations

from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import bijlagen as werk
from ui.bouwstenen.basis import Kaart, tekst
from ui.bouwstenen.invoer import Groeivak, Typklok
from ui.bouwstenen.schrijver import Schrijver


class Aantekening(Kaart):
    """Eén vak, dat bewaart terwijl u typt."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self.schrijver = schrijver
        kop = _("Mijn werkaantekeningen")
        self.setAccessibleName(kop)
        self.kolom.addWidget(tekst(kop, "kop"))
        uitleg = _(
            "Alleen voor u. Dit is geen deel van het dossier: het gaat niet naar een collega en niet op papier. "
            "Het zit wel versleuteld in uw reservekopie. Telt het mee voor de hulp of een besluit? Schrijf het dan "
            "bij een gesprek."
        )
        self.kolom.addWidget(tekst(uitleg, "zacht"))
        self.vak = Groeivak(3)
        self.vak.setAccessibleName(kop)
        self.vak.setAccessibleDescription(uitleg)
        self.vak.setPlainText(werk.aantekening(schrijver.werkplek, schrijver.id))
        self.kolom.addWidget(self.vak)
        self._klok = Typklok(self)
        self._klok.nu.connect(self.bewaar)
        self.vak.textChanged.connect(self._klok.getypt)
        self._bewaard = self.vak.toPlainText()

    def bewaar(self) -> None:
        """Bewaart wat er nu staat."""
        self._klok.stop()
        nu = self.vak.toPlainText()
        if nu == self._bewaard:
            return
        if not self.schrijver.doe(werk.bewaar_aantekening, nu):
            return
        self._bewaard = nu
