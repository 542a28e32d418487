"""Overhandigen: het besluit en het plan als PDF, het bericht als JW301, en het lege formulier."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jeugdteam_app.documenten import besluit, gezinsplan, intakeformulier
from jeugdteam_app.documenten.tekst import adres_jeugdige, adres_van
from jeugdteam_app.dossier import gezin as g
from jeugdteam_app.dossier.aanmelding import Tolk, Vraagverheldering
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.toewijzing import Toegewezen, Vaststelling
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import leeftijd
from jeugdteam_app.opslag.bestanden import schrijf_heel
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.profiel import Profiel, gemeenten
from jeugdteam_app.uitwisseling import xml
from jeugdteam_app.uitwisseling.controle import Gebrek, gebreken
from jeugdteam_app.uitwisseling.jw301 import Adres, Bericht, Naam, Relatie, ToegewezenProduct
from jeugdteam_app.werk import instellingen, toewijzen
from jeugdteam_app.werk.werkplek import Werkplek

_SOORT_RELATIE = {g.Rol.OUDER: "10", g.Rol.VOOGD: "11", g.Rol.PLEEGOUDER: "13", g.Rol.FAMILIE: "17"}
_ANDERS = "09"


@dataclass(frozen=True)
class Berichtstaat:
    """Of het bericht weg kan, en wat er nog mist."""

    bericht: Bericht
    gebreken: tuple[Gebrek, ...]


def besluit_pdf(werkplek: Werkplek, dossier: str, sleutel: str) -> bytes:
    """Het besluit; is het nog niet vastgesteld, dan als concept."""
    ontwerp = toewijzen.lees(werkplek, dossier, sleutel)
    werkplek.log(Gebeurtenis.DOCUMENT, dossier)
    vast = ontwerp.vastgesteld
    # Een vastgesteld besluit wordt gezet op de dag van het besluit: nog eens afdrukken geeft dezelfde brief.
    moment = werkplek.klok.nu()
    return besluit.maak(werkplek.dossier(dossier), ontwerp.inhoud, vast, instellingen.profiel(werkplek), moment)


def gezinsplan_pdf(werkplek: Werkplek, dossier: str, *, met_notitie_werker: bool = False) -> bytes:
    """Het plan van de familie."""
    werkplek.log(Gebeurtenis.DOCUMENT, dossier)
    profiel = instellingen.profiel(werkplek)
    huidig = werkplek.dossier(dossier)
    return gezinsplan.maak(huidig, profiel, werkplek.klok.nu(), met_notitie_werker=met_notitie_werker)


def leeg_formulier_pdf() -> bytes:
    """Het lege intakeformulier."""
    return intakeformulier.maak()


def bericht(werkplek: Werkplek, dossier: str, sleutel: str) -> Berichtstaat:
    """Het bericht van een vastgestelde toewijzing, met alles wat het nog mist."""
    huidig = werkplek.dossier(dossier)
    vast = waarde(Toegewezen(huidig.kind, sleutel).vastgesteld)
    if vast is None:
        raise InvoerFout("nog-niet-vastgesteld")
    opgesteld = _stel_op(huidig, vast, instellingen.profiel(werkplek))
    return Berichtstaat(opgesteld, tuple(gebreken(opgesteld, werkplek.vandaag)))


def bericht_xml(werkplek: Werkplek, dossier: str, sleutel: str) -> bytes:
    """Het bericht als XML; mist er iets, dan vertrekt het niet."""
    staat = bericht(werkplek, dossier, sleutel)
    if staat.gebreken:
        raise InvoerFout("bericht-onvolledig", aantal=len(staat.gebreken))
    werkplek.log(Gebeurtenis.BERICHT, dossier)
    return xml.schrijf(staat.bericht)


def bewaar(pad: Path, inhoud: bytes) -> None:
    """Schrijft een document naar de plek die de gebruiker koos, helemaal of niet."""
    schrijf_heel(pad, inhoud)


def _stel_op(dossier: Dossier, vast: Vaststelling, profiel: Profiel) -> Bericht:
    kind = dossier.een(g.Jeugdige)
    geboren = waarde(kind.geboortedatum)
    zelf = geboren is not None and leeftijd(geboren, vast.datum) >= 16
    geslacht = waarde(kind.geslacht)
    aanbieder = profiel.aanbieder(vast.inhoud.aanbieder)
    return Bericht(
        afzender=vast.gemeentecode,
        ontvanger=vast.inhoud.aanbieder_agb or (aanbieder.agb if aanbieder else ""),
        identificatie=f"{vast.toewijzingnummer or 0:09d}001",
        dagtekening=vast.datum,
        bsn=waarde_of(kind.bsn, ""),
        geboortedatum=geboren,
        geslacht=geslacht.value if geslacht else "",
        naam=_naam(kind),
        adres=_adres(adres_jeugdige(dossier), "03"),
        producten=(_product(vast),),
        relaties=_gezagsdragers(dossier),
        tolk=_tolk(dossier),
        taal=_taal(dossier),
        basisschema_versie=profiel.basisschema_xsd_versie,
        bericht_versie=profiel.bericht_xsd_versie,
        jeugdige_is_gezagsdrager=zelf,
        veiligheid_verbiedt=vast.inhoud.geen_bericht_om_veiligheid,
        gemeenten=frozenset(gemeenten()),
    )


def _product(vast: Vaststelling) -> ToegewezenProduct:
    inhoud = vast.inhoud
    return ToegewezenProduct(
        nummer=vast.toewijzingnummer,
        categorie=inhoud.categorie,
        code=inhoud.productcode,
        toewijzingsdatum=vast.datum,
        toewijzingstijd=vast.tijd,
        ingangsdatum=inhoud.ingangsdatum or vast.datum,
        einddatum=inhoud.einddatum,
        omvang=inhoud.omvang,
        budget=inhoud.budget,
    )


def _gezagsdragers(dossier: Dossier) -> tuple[Relatie, ...]:
    relaties = []
    for nummer, persoon in enumerate(dossier.gezagsdragers(), 1):
        rol = waarde(persoon.rol)
        telefoon = "".join(t for t in waarde_of(persoon.telefoon, "") if t.isdigit())
        relaties.append(
            Relatie(
                nummer,
                _SOORT_RELATIE.get(rol, _ANDERS) if rol else _ANDERS,
                _naam(persoon),
                _adres(adres_van(dossier, waarde_of(persoon.huishouden, "")), "03"),
                waarde(persoon.geboortedatum),
                telefoon,
            )
        )
    return tuple(relaties)


def _naam(mens: g.Jeugdige | g.Persoon) -> Naam:
    return Naam(waarde_of(mens.achternaam, ""), waarde_of(mens.voorvoegsel, ""), waarde_of(mens.voornamen, ""))


def _adres(adres: g.Adres | None, soort: str) -> Adres:
    if adres is None:
        return Adres(soort)
    return Adres(
        soort, adres.straat, adres.huisnummer, adres.huisletter, adres.toevoeging,
        adres.postcode.replace(" ", "").upper(), adres.plaats,
    )  # fmt: skip


def _tolk(dossier: Dossier) -> str:
    tolk = waarde_of(dossier.een(Vraagverheldering).tolk, Tolk.GEEN)
    return "" if tolk is Tolk.GEEN else tolk.value


def _taal(dossier: Dossier) -> str:
    return waarde_of(dossier.een(Vraagverheldering).taal, "") if _tolk(dossier) == "1" else ""
