"""Het profiel van gemeente en team veranderen: in het programma of uit een bestand, en als bestand voor een collega."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from jeugdteam_app.kern.bestanden import schrijf_heel
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.kaal import gemeentenaam
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.profiel import (
    Nummerblok,
    Profiel,
    uit_bestand,
    uit_tekst,
    van_voorbeeld,
    voorbeeldprofiel,
)
from jeugdteam_app.werk import instellingen, logboek
from jeugdteam_app.werk.werkplek import Werkplek

# Wie mag besluiten en wie er meekijkt: dat dit veranderde, hoort in het log (NEN 7513).
_BEVOEGD = ("rol", "functie", "vier_ogen", "mandaat", "gemeentecode", "nummerblok")
# Wat niet van de gemeente is maar van wie hier werkt; meekijken mag nooit stil vervallen.
_VAN_HIER = ("functie", "rol", "vier_ogen", "boek", "bericht_xsd_versie", "basisschema_xsd_versie")


@dataclass(frozen=True)
class Geladen:
    """Wat er uit een bestand kwam. ``nummerblok``: het blok dat daarmee van deze laptop is.

    ``andere_gemeente``: hier stond een andere gemeente, en wat daarvan was is weg. ``bleef``: waar het bestand iets
    anders over zei, en dat toch bleef zoals het hier was: de rol, en dat er iemand meekijkt.
    """

    profiel: Profiel
    nummerblok: Nummerblok | None
    andere_gemeente: bool
    bleef: tuple[str, ...] = ()


def bewaar(werkplek: Werkplek, nieuw: Profiel) -> None:
    """Bewaart een gewijzigd profiel, gecontroleerd als geheel."""
    gecontroleerd, was = uit_tekst(nieuw.model_dump_json()), instellingen.profiel(werkplek)
    if gecontroleerd.boek not in {b.id for b in instellingen.eigen_boeken(werkplek)}:
        raise InvoerFout("profiel-boek")
    boeken = instellingen.eigen_boeken(werkplek)
    nu = [b for b in boeken if b.id == gecontroleerd.boek and b.geldt_op(werkplek.vandaag)]
    # Wat al gekozen was, mag verlopen: anders kan iemand ook de rest van het profiel niet meer bijwerken.
    if not nu and gecontroleerd.boek != was.boek:
        raise InvoerFout("profiel-boek-verlopen")
    anders = [naam for naam in _BEVOEGD if getattr(was, naam) != getattr(gecontroleerd, naam)]
    with werkplek.kluis.transactie():
        werkplek.kluis.onthoud("profiel", gecontroleerd.model_dump_json())
        if anders:
            logboek.noteer(werkplek, Gebeurtenis.PROFIEL, None, ", ".join(anders).replace("_", " "))


def laad(werkplek: Werkplek, pad: Path) -> Geladen:
    """Neemt over wat er in een profielbestand staat; wat er niet in staat, blijft zoals het hier was.

    Is het van een andere gemeente, dan blijft daarvan niets: het adres van de een hoort niet in een besluit van de
    ander. Uw functie blijft, en toewijzingnummers horen bij één laptop: een blok komt alleen mee als hier nog geen is.
    Wie er besluit hoort bij uw werk en niet bij het bestand: de rol komt alleen mee in een nieuwe werkplek, of als u in
    een andere gemeente niet meer zelf besluit. Dat er iemand meekijkt, gaat er nooit door uit.
    Fouten: ``profiel-niet-bewaard`` als iemand hier typte en nog niet bewaarde, en die van ``uit_bestand``.
    """
    if lees_concept(werkplek):
        raise InvoerFout("profiel-niet-bewaard")
    uit, nu = uit_bestand(pad), instellingen.profiel(werkplek)
    andere = _is_andere_gemeente(nu, uit)
    blijft = _blijft(werkplek, nu, uit, andere=andere)
    if andere:
        nu = Profiel(**{naam: getattr(nu, naam) for naam in _VAN_HIER})
    if uit.nummerblok and nu.nummerblok == voorbeeldprofiel().nummerblok:
        # Verzonnen nummers zijn van niemand.
        nu = nu.model_copy(update={"nummerblok": None})
    mee = {naam for naam in uit.model_fields_set if getattr(uit, naam) not in ("", (), None)}
    bleef = tuple(naam for naam in blijft if naam in mee and getattr(uit, naam) != getattr(nu, naam))
    mee -= {*blijft, *(naam for naam in ("functie", "nummerblok") if getattr(nu, naam))}
    samen = nu.model_copy(update={naam: getattr(uit, naam) for naam in mee})
    samen = samen.model_copy(update={"voorbeeld": bool(van_voorbeeld(samen))})
    bewaar(werkplek, samen)
    return Geladen(samen, uit.nummerblok if "nummerblok" in mee else None, andere, bleef)


def _blijft(werkplek: Werkplek, nu: Profiel, uit: Profiel, *, andere: bool) -> tuple[str, ...]:
    """Wat een bestand hier niet verandert: wie er besluit, en of er iemand meekijkt."""
    nieuw = werkplek.kluis.onthouden("profiel") is None
    nog_niet_gekozen = nieuw or (van_voorbeeld(nu) and nu.rol == voorbeeldprofiel().rol)
    # Het mandaat was van de vorige gemeente.
    geen_mandaat_meer = andere and nu.rol.besluit and not uit.rol.besluit
    rol = () if nog_niet_gekozen or geen_mandaat_meer else ("rol",)
    return (*rol, *(("vier_ogen",) if nu.vier_ogen else ()))


def _is_andere_gemeente(nu: Profiel, uit: Profiel) -> bool:
    if nu.gemeente and uit.gemeente and van_voorbeeld(nu) and not uit.voorbeeld:
        # De verzonnen gemeente heeft de code van een echte.
        return gemeentenaam(nu.gemeente) != gemeentenaam(uit.gemeente)
    paren = ((nu.gemeentecode, uit.gemeentecode), (gemeentenaam(nu.gemeente), gemeentenaam(uit.gemeente)))
    was, wordt = next((paar for paar in paren if all(paar)), ("", ""))
    return was != wordt


def schrijf(werkplek: Werkplek, pad: Path) -> None:
    """Schrijft het profiel als bestand, zonder het nummerblok en de functie: die horen bij één mens op één laptop."""
    inhoud = instellingen.profiel(werkplek).model_copy(update={"nummerblok": None})
    schrijf_heel(pad, inhoud.model_dump_json(indent=1, exclude_none=True, exclude={"functie"}).encode())


def bewaar_concept(werkplek: Werkplek, getypt: dict[str, str]) -> None:
    """Onthoudt wat iemand in het profiel typte en nog niet bewaarde; leeg vergeet het weer."""
    if getypt:
        werkplek.kluis.onthoud("profielconcept", json.dumps(getypt))
    else:
        werkplek.kluis.vergeet("profielconcept")


def lees_concept(werkplek: Werkplek) -> dict[str, str]:
    """Wat er de vorige keer nog niet bewaard was."""
    gelezen: dict[str, str] = json.loads(werkplek.kluis.onthouden("profielconcept") or "{}")
    return gelezen
