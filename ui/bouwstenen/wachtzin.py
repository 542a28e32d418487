"""Een wachttijd als zin: wie, hoe lang, en hoe oud dat gegeven is."""

from __future__ import annotations

from datetime import date

from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _, ngettext
from jeugdteam_app.productenboek.beschikbaarheid import Wachttijd, is_verouderd, ouderdom


def wachtzin(wachttijd: Wachttijd, vandaag: date) -> str:
    """Hoe lang iemand wacht, en hoe oud dat gegeven is."""
    weken = _("de wachttijd is niet bekend")
    if wachttijd.weken is not None:
        weken = ngettext("{weken} week wachten", "{weken} weken wachten", wachttijd.weken).format(weken=wachttijd.weken)
    dagen = ouderdom(wachttijd.stand, vandaag)
    zin = _("{aanbieder}: {weken}, gezegd op {dag} ({dagen} dagen geleden).").format(
        aanbieder=wachttijd.aanbieder, weken=weken, dag=toon_datum(wachttijd.stand), dagen=dagen
    )
    return f"{zin} {_('Dat is oud: bel eerst.')}" if is_verouderd(wachttijd, vandaag) else zin
