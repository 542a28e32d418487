"""Bijlagen toevoegen, bekijken en meegeven, en de eigen aantekeningen van de medewerker."""

from __future__ import annotations

from pathlib import Path

from jeugdteam_app.dossier.bijlage import Bestand, Bijlage
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.kern.bestanden import lees_begrensd
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.fouten import InvoerFout, WereldFout
from jeugdteam_app.opslag import bijlagen
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.uitwisseling import bijlagelezer
from jeugdteam_app.werk import logboek, schrijven
from jeugdteam_app.werk.werkplek import Werkplek

# Alle bijlagen van een dossier samen, in bytes: dan past het in een bundel.
MEEST_SAMEN = 30_000_000


def voeg_toe(werkplek: Werkplek, dossier: str, pad: Path) -> str:
    """Neemt een bestand op in het dossier; het bestand zelf blijft waar het was. Geeft de sleutel van de bijlage.

    Fouten: ``bijlage-te-groot``, ``bijlagen-vol``, ``bijlage-soort``, ``bijlage-onleesbaar``.
    """
    inhoud = lees_begrensd(pad, bijlagelezer.GROOTSTE_BIJLAGE)
    if inhoud is None:
        raise InvoerFout("bijlage-te-groot")
    if _samen_groot(werkplek, dossier) + len(inhoud) > MEEST_SAMEN:
        raise InvoerFout("bijlagen-vol")
    soort = bijlagelezer.herken(inhoud)
    gelezen = bijlagelezer.tekst(inhoud, soort)
    with werkplek.kluis.transactie():
        afdruk = bijlagen.bewaar(werkplek.kluis, dossier, inhoud, gelezen)
        bestand = Bestand(soort=soort, afdruk=afdruk, grootte=len(inhoud))
        return schrijven.voeg_toe(werkplek, dossier, Bijlage, {Bijlage.bestand: bestand})


def inhoud(werkplek: Werkplek, dossier: str, sleutel: str) -> tuple[Bestand, bytes]:
    """Wat er in een bijlage staat; dat iemand keek, komt in het toegangslog."""
    return _lees(werkplek, dossier, sleutel, Gebeurtenis.BIJLAGE)


def als_bestand(werkplek: Werkplek, dossier: str, sleutel: str) -> bytes:
    """Een bijlage om buiten het programma te bewaren; ook dat komt in het toegangslog."""
    return _lees(werkplek, dossier, sleutel, Gebeurtenis.BIJLAGE_BEWAARD)[1]


def _lees(werkplek: Werkplek, dossier: str, sleutel: str, waarvoor: Gebeurtenis) -> tuple[Bestand, bytes]:
    huidig = werkplek.dossier(dossier)
    bestand = None if sleutel in huidig.verborgen else waarde(Bijlage(huidig.kind, sleutel).bestand)
    if bestand is None:
        raise WereldFout("bijlage-ontbreekt")
    gelezen = bijlagen.lees(werkplek.kluis, dossier, bestand.afdruk)
    logboek.noteer(werkplek, waarvoor, dossier)
    return bestand, gelezen


def aantekening(werkplek: Werkplek, dossier: str) -> str:
    """Wat u voor uzelf onthield bij dit kind; alleen in deze werkplek en haar reservekopie."""
    return bijlagen.lees_aantekening(werkplek.kluis, dossier)


def bewaar_aantekening(werkplek: Werkplek, dossier: str, wat: str) -> None:
    """Bewaart wat u voor uzelf onthoudt. Het komt niet in het dossier, niet in een bundel en niet op papier."""
    bijlagen.bewaar_aantekening(werkplek.kluis, dossier, wat, werkplek.tijd)


def _samen_groot(werkplek: Werkplek, dossier: str) -> int:
    huidig = Dossier(dossier, werkplek.stand(dossier), werkplek.stand(dossier))
    return sum(bestand.grootte for b in huidig.alle(Bijlage) if (bestand := waarde(b.bestand)))


bladzijden = bijlagelezer.bladzijden
teken = bijlagelezer.teken
tekst = bijlagelezer.tekst
