"""Twee mensen besloten hetzelfde: allebei te zien, en iemand zegt welk besluit geldt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jeugdteam_app.dossier.toewijzing import Toegewezen, Vaststelling
from jeugdteam_app.kern.feit import Conflict, waarde
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import vaststellen
from ui.bouwstenen.basis import Kaart, Melding, knop, links, tekst
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.weghaalvraag import KEUZE_VOOR


class TweeBesluiten(Kaart):
    """Twee mensen stelden hetzelfde ontwerp vast. ``opnieuw`` bouwt het blad na de keuze."""

    def __init__(
        self, schrijver: Schrijver, sleutel: str, feit: Conflict[Vaststelling], opnieuw: Callable[[], None]
    ) -> None:
        super().__init__()
        self._schrijver, self._sleutel, self._opnieuw = schrijver, sleutel, opnieuw
        uitleg = _("Twee mensen stelden dit vast. Kies welk besluit geldt, en trek het andere met een brief in.")
        self.setProperty(KEUZE_VOOR, f"{sleutel}/{Toegewezen.vastgesteld.id}")
        self.kolom.addWidget(Melding("let_op", uitleg))
        for stem in feit.stemmen:
            if (vast := stem.waarde) is None:
                continue
            wat = _("Besluit {nummer} van {wie}: {wat}")
            opschrift = wat.format(nummer=vast.besluitnummer, wie=vast.door, wat=_(vast.inhoud.productnaam))
            self.kolom.addWidget(tekst(opschrift, "label"))
            geldt = _("Besluit {nummer} geldt").format(nummer=vast.besluitnummer)
            links(self.kolom, knop(geldt, partial(self._kies, vast), "", "check"))

    def _kies(self, vast: Vaststelling) -> None:
        if self._schrijver.doe(vaststellen.kies_besluit, self._sleutel, vast):
            self._opnieuw()


class TweeWijzigingen(Kaart):
    """Twee mensen veranderden hetzelfde besluit, elk met een eigen besluit."""

    def __init__(self, schrijver: Schrijver, samen: tuple[Toegewezen, ...], opnieuw: Callable[[], None]) -> None:
        super().__init__()
        self._schrijver, self._opnieuw = schrijver, opnieuw
        uitleg = _("Twee mensen wijzigden hetzelfde besluit. Kies wat geldt, en trek het andere met een brief in.")
        self.kolom.addWidget(Melding("let_op", uitleg))
        for item in samen:
            if vast := waarde(item.vastgesteld):
                geldt = _("Besluit {nummer} geldt").format(nummer=vast.besluitnummer)
                links(self.kolom, knop(geldt, partial(self._kies, item.sleutel), "", "check"))

    def _kies(self, sleutel: str) -> None:
        if self._schrijver.doe(vaststellen.kies_wijziging, sleutel):
            self._opnieuw()
