"""Bijlagen toevoegen, bekijken en meegeven, en de eigen aantekeningen van de medewerker."""

from __future__ import annotations

from pathlib import Path

from jeugdteam_app.dossier.bijlage import Bestand, Bijlage
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.opslag import bijlagen
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.uitwisseling import bijlagelezer
from jeugdteam_app.werk import schrijven
from jeugdteam_app.werk.werkplek import Werkplek


def voeg_toe(werkplek: Werkplek, dossier: str, pad: Path) -> str:
    """Neemt een bestand op in het dossier; het bestand zelf blijft waar het was. Geeft de sleutel van de bijlage."""
    inhoud = _lees(pad)
    soort = bijlagelezer.herken(inhoud)
    gelezen = bijlagelezer.tekst(inhoud, soort)
    with werkplek.kluis.transactie():
        afdruk = bijlagen.bewaar(werkplek.kluis, dossier, inhoud)
        bestand = Bestand(soort=soort, afdruk=afdruk, grootte=len(inhoud), tekst=gelezen)
        return schrijven.voeg_toe(werkplek, dossier, Bijlage, {Bijlage.bestand: bestand})


def inhoud(werkplek: Werkplek, dossier: str, sleutel: str) -> tuple[Bestand, bytes]:
    """Wat er in een bijlage staat; dat iemand keek, komt in het toegangslog."""
    bestand = waarde(Bijlage(werkplek.dossier(dossier).kind, sleutel).bestand)
    if bestand is None:
        raise WereldFout("bijlage-ontbreekt")
    gelezen = bijlagen.lees(werkplek.kluis, dossier, bestand.afdruk)
    werkplek.log(Gebeurtenis.BIJLAGE, dossier)
    return bestand, gelezen


def aantekening(werkplek: Werkplek, dossier: str) -> str:
    """Wat u voor uzelf onthield bij dit kind; alleen op deze laptop."""
    return bijlagen.lees_aantekening(werkplek.kluis, dossier)


def bewaar_aantekening(werkplek: Werkplek, dossier: str, wat: str) -> None:
    """Bewaart wat u voor uzelf onthoudt. Het komt niet in het dossier, niet in een bundel en niet op papier."""
    bijlagen.bewaar_aantekening(werkplek.kluis, dossier, wat, werkplek.tijd)


def _lees(pad: Path) -> bytes:
    try:
        if pad.stat().st_size > bijlagelezer.GROOTSTE_BIJLAGE:
            raise InvoerFout("bijlage-te-groot")
        return pad.read_bytes()
    except OSError:
        pass
    raise WereldFout("bestand-niet-leesbaar")


bladzijden = bijlagelezer.bladzijden
teken = bijlagelezer.teken
tekst = bijlagelezer.tekst
