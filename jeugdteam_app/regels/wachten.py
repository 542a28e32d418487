"""Of een gezin nog op hulp wacht, en sinds wanneer."""

from __future__ import annotations

from datetime import date

from jeugdteam_app.dossier.aanmelding import Aanmelding
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.lopend import Lopend, geldige
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Toegewezen, Vaststelling
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.regels.aanvraag import beantwoordt


def wacht_nog(een: Lopend, op: date) -> bool:
    """Of het gezin nog wacht op het begin: de hulp begon niet, en werd niet ingetrokken of gestopt voor zij begon."""
    gestopt = een.vervangen_door is not None or een.vast.inhoud.besluit is Besluitsoort.BEEINDIGEN
    begonnen = waarde(een.item.gestart_op) is not None or waarde(een.item.gestopt_op) is not None
    return not (begonnen or een.is_verwijderd or (gestopt and not een.is_bezig(op)))


def wacht_sinds(dossier: Dossier, een: Lopend) -> date | None:
    """De dag waarop het wachten op deze hulp begon; ``None`` als die niet bekend is.

    Bij de eerste hulp is dat de aanmelding. Was er al eerder besloten, dan is dit een nieuwe vraag als er daarna een
    aanvraag kwam; na eerdere hulp telt anders de dag van het besluit. Wie hulp verandert die nog niet begon, laat het
    gezin niet korter wachten.
    """
    van, vast = dossier.een(Aanmelding), geldige(dossier)
    ketting = _nog_niet_begonnen(dossier, een, vast)
    eerste = ketting[-1]
    vooraf = [v for v in vast.values() if v not in ketting and v.datum < eerste.datum]
    aanvraag = waarde(van.aanvraagdatum)
    if aanvraag is not None and vooraf:
        # Wat intussen over iets anders is besloten, is niet waar het gezin op wacht.
        al, dit = (any(beantwoordt(dossier, v.inhoud, v.datum, aanvraag) for v in bij) for bij in (vooraf, [eerste]))
        if dit and not al:
            return aanvraag
    if any(v.inhoud.geeft_hulp for v in vooraf) or eerste.inhoud.zelfde_toewijzing:
        return eerste.datum
    return waarde(van.datum)


def _nog_niet_begonnen(dossier: Dossier, een: Lopend, vast: dict[str, Vaststelling]) -> list[Vaststelling]:
    """Dit besluit en wat het verving zonder dat die hulp begon, het eerste achteraan."""
    uit = [een.vast]
    while (eerder := vast.get(sleutel := uit[-1].inhoud.vervangt)) is not None and eerder not in uit:
        if waarde(Toegewezen(dossier.kind, sleutel).gestart_op) is not None:
            break
        uit.append(eerder)
    return uit
