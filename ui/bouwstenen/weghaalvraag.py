"""Iets dat de een weghaalde terwijl een ander eraan schreef: het blijft staan tot iemand kiest."""

from __future__ import annotations

from collections.abc import Callable

from jeugdteam_app.dossier.velden import Voorwerp
from jeugdteam_app.journaal.wijziging import VERWIJDERD
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import schrijven
from ui.bouwstenen.basis import Melding, knop, links
from ui.bouwstenen.schrijver import Schrijver

# Welk verschil (``voorwerp/veld``) een onderdeel op het scherm laat kiezen.
KEUZE_VOOR = "keuze_voor"


def weghaalvraag(
    schrijver: Schrijver, soort: type[Voorwerp], sleutel: str, gekozen: Callable[[], None], *, mag_weg: bool = True
) -> Melding | None:
    """De vraag wat ermee gebeurt; niets als niemand hoeft te kiezen. Een vastgesteld besluit kan alleen blijven."""
    betwist = schrijver.dossier.stand_van(soort).betwist(sleutel)
    if betwist is None:
        return None
    weghaler, ander = (", ".join(sorted({w.auteur for w in rij})) for rij in betwist)
    vraag = _("{weghaler} haalde dit weg. {ander} schreef er nog aan en wist dat niet. Kies wat ermee gebeurt.")
    melding = Melding("let_op", vraag.format(weghaler=weghaler, ander=ander))
    melding.setProperty(KEUZE_VOOR, f"{sleutel}/{VERWIJDERD}")

    def kies(handeling: Callable[..., None]) -> None:
        if schrijver.doe(handeling, soort, sleutel):
            gekozen()

    links(melding.rechts, knop(_("Dit blijft staan"), lambda: kies(schrijven.laat_staan), "", "check"))
    if mag_weg:
        links(melding.rechts, knop(_("Dit gaat weg"), lambda: kies(schrijven.verwijder), "", "trash-2"))
    return melding
