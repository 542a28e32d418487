"""Overhandigen: het besluit en het plan als PDF, het bericht als JW301, en het lege formulier."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from jeugdteam_app.documenten import (
    analyse,
    besluit,
    besluitbestand,
    gezinsplan,
    intakeformulier,
    inzage,
    kansencirkel,
    lege_bladen,
    meertalig,
    planformulier,
)
from jeugdteam_app.documenten.besluitbestand import Nagekeken
from jeugdteam_app.documenten.gezinstaal import gezinstaal
from jeugdteam_app.documenten.tekst import is_voorbeeld
from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Antwoord, Toestemming, Waarvoor
from jeugdteam_app.dossier.afscherming import KIND
from jeugdteam_app.dossier.familiegroepsplan import Taal
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.kansencirkel import Kansencirkel
from jeugdteam_app.dossier.lopend import Lopend
from jeugdteam_app.dossier.planvakken import ergens_twee_antwoorden
from jeugdteam_app.dossier.post import Berichtsoort, Poststuk
from jeugdteam_app.dossier.toestemming import Mensen, laatste_antwoorden
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.bestanden import lees_begrensd, schrijf_heel
from jeugdteam_app.kern.feit import alle_waarden
from jeugdteam_app.kern.fouten import InvoerFout
from jeugdteam_app.kern.periode import is_minstens
from jeugdteam_app.opslag import toegangslog
from jeugdteam_app.opslag.toegangslog import Gebeurtenis
from jeugdteam_app.productenboek.codelijsten import gemeenten
from jeugdteam_app.uitwisseling import knopen, lees301, xml
from jeugdteam_app.uitwisseling.controle import Gebrek, gebreken
from jeugdteam_app.uitwisseling.jw301 import Bericht
from jeugdteam_app.werk import instellingen, logboek, nummers, opstellen, toewijzen, vaststellen, verzenden
from jeugdteam_app.werk.werkplek import Werkplek

# Wat iemand vóór het vaststellen nog kan aanvullen; de rest volgt uit de toewijzing zelf.
_OVER_MENSEN = frozenset(
    ("agb", "bsn", "geboortedatum", "geslacht", "naam", "adres", "adres-inschrijving", "taal", "gezagsdrager",
     "naam-gezagsdrager", "contact-gezagsdrager", "telefoon-gezagsdrager", "soort-gezagsdrager")
)  # fmt: skip


@dataclass(frozen=True)
class Berichtstaat:
    """Of het bericht weg kan, en wat er nog mist."""

    bericht: Bericht
    gebreken: tuple[Gebrek, ...]


def besluit_pdf(werkplek: Werkplek, dossier: str, sleutel: str) -> bytes:
    """Het besluit; is het nog niet vastgesteld, dan als concept. Fouten: ``besluit-nieuwer``, ``tekst-afgeschermd``."""
    if Toegewezen(werkplek.dossier(dossier).kind, sleutel).is_van_nieuwere_versie:
        raise InvoerFout("besluit-nieuwer")
    ontwerp = toewijzen.lees(werkplek, dossier, sleutel)
    if ontwerp.vastgesteld is None and vaststellen.afgeschermde_woorden(werkplek, dossier, sleutel):
        raise InvoerFout("tekst-afgeschermd")
    logboek.noteer(werkplek, Gebeurtenis.BESLUIT if ontwerp.vastgesteld else Gebeurtenis.DOCUMENT, dossier, "besluit")
    huidig, profiel = werkplek.voor_gezin(dossier), instellingen.profiel(werkplek)
    return besluit.maak(huidig, ontwerp.inhoud, ontwerp.vastgesteld, profiel, werkplek.klok.nu())


def plan_heeft_twee_antwoorden(werkplek: Werkplek, dossier: str) -> bool:
    """Of er in het plan van de familie ergens nog gekozen moet worden; op papier staan beide antwoorden."""
    return ergens_twee_antwoorden(werkplek.voor_gezin(dossier))


def gezinsplan_pdf(werkplek: Werkplek, dossier: str, lezer: str = "") -> bytes:
    """Het plan van de familie, voor deze lezer (een sleutel); zonder lezer zoals iedereen het mag zien."""
    logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, dossier, "familiegroepsplan")
    profiel = instellingen.profiel(werkplek)
    return gezinsplan.maak(werkplek.voor_gezin(dossier, lezer), profiel, werkplek.klok.nu())


Uitslag = besluitbestand.Uitslag


def kijk_besluit_na(pad: Path) -> Nagekeken:
    """Rekent een besluit na dat iemand kreeg: of de gegevens en de bladzijden nog zijn zoals ze waren."""
    inhoud = lees_begrensd(pad, besluitbestand.GROOTSTE_BESTAND)
    if inhoud is None:
        raise InvoerFout("besluit-onleesbaar")
    return besluitbestand.kijk_na(inhoud)


def kijk_bericht_na(pad: Path, vandaag: date) -> tuple[Gebrek, ...]:
    """Wat er mankeert aan een JW301 die als bestand klaarstaat. Fouten: die van ``lees301.lees``."""
    inhoud = lees_begrensd(pad, knopen.GROOTSTE_BERICHT)
    if inhoud is None:
        raise InvoerFout("bericht-te-groot")
    vorm = lees301.vorm_gebreken(inhoud)
    try:
        gelezen = lees301.lees(inhoud)
    except InvoerFout as fout:
        # Wat het lezen tegenhield, staat er dan met een eigen zin bij.
        if fout.code == "bericht-inhoud" and vorm:
            return tuple(vorm)
        raise
    zelf = is_minstens(gelezen.geboortedatum, 16, gelezen.dagtekening)
    heel = replace(gelezen, gemeenten=frozenset(gemeenten()), jeugdige_is_gezagsdrager=zelf)
    return tuple(dict.fromkeys((*vorm, *gebreken(heel, vandaag))))


def boekje_pdf(werkplek: Werkplek, dossier: str, lezer: str = "") -> bytes:
    """Het plan van de familie als boekje voor de printer."""
    logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, dossier, "familiegroepsplan")
    profiel = instellingen.profiel(werkplek)
    return gezinsplan.maak_boekje(werkplek.voor_gezin(dossier, lezer), profiel, werkplek.klok.nu())


@dataclass(frozen=True)
class Delen:
    """De toestemmingen om informatie te delen: wat vandaag mag, en wat niet (meer) mag."""

    mag: tuple[Toestemming, ...]
    niet_meer: tuple[Toestemming, ...]


def delen(werkplek: Werkplek, dossier: str) -> Delen:
    """Wat de toestemmingen om te delen vandaag zeggen; een ingetrokken toestemming telt meteen niet meer."""
    huidig = werkplek.dossier(dossier)
    alle, mensen = huidig.toestemmingen(), Mensen.van(huidig)
    van = [t for t in alle if t.waarvoor is Waarvoor.DELEN and (t.met_wie or t.ontvanger)]
    # Zegt één van wie erover gaat nee, of trok die in, dan mag het niet meer; ook als een ander ja zei. Zei dezelfde
    # persoon daarna weer ja, dan telt dat.
    nee = {wie for wie in map(_wie, van) if any(map(_zegt_nee, _laatst_over(van, wie, werkplek.vandaag, mensen)))}
    mag = tuple(t for t in van if t.geldt(werkplek.vandaag) and _wie(t) not in nee)
    return Delen(mag, tuple(t for t in van if _wie(t) in nee))


def _laatst_over(van: Iterable[Toestemming], wie: str, op: date, mensen: Mensen) -> Iterable[Toestemming]:
    return laatste_antwoorden((t for t in van if _wie(t) == wie), Waarvoor.DELEN, op, mensen).values()


def _zegt_nee(van: Toestemming) -> bool:
    return van.is_ingetrokken or van.gegeven is Antwoord.NEE


def _wie(van: Toestemming) -> str:
    return van.met_wie.strip().casefold() or str(van.ontvanger)


NietVanzelf = inzage.NietVanzelf


class Vraagt(StrEnum):
    """Wie het goed moet vinden voordat een ander dan het kind het hele dossier leest (Jeugdwet 7.3.10 en 7.3.15)."""

    DE_JONGERE = "de jongere"
    WIE_EROVER_GAAT = "wie erover gaat"


def inzage_vraagt(werkplek: Werkplek, dossier: str, lezer: str = "") -> Vraagt | None:
    """Wie het goed moet vinden dat deze lezer alles leest; niemand als het kind zelf leest, of een ouder met gezag.

    Vanaf 16 gaat de jongere over het eigen dossier. Zonder lezer is het voor het hele gezin.
    """
    huidig = werkplek.dossier(dossier)
    if lezer == KIND:
        return None
    # Staan er twee geboortedatums, dan telt de oudste: liever een keer te veel gevraagd.
    geboren = min(alle_waarden(huidig.een(Jeugdige).geboortedatum), default=None)
    if is_minstens(geboren, 16, werkplek.vandaag):
        return Vraagt.DE_JONGERE
    heeft_gezag = lezer in {p.sleutel for p in huidig.gezagsdragers()}
    return Vraagt.WIE_EROVER_GAAT if lezer and not heeft_gezag else None


def inzage_pdf(werkplek: Werkplek, dossier: str, lezer: str = "", ook: Collection[NietVanzelf] = ()) -> bytes:
    """Wat er in het dossier staat, voor deze lezer; zonder lezer zoals iedereen het mag zien.

    ``ook``: wat er alleen op komt als de medewerker dat koos.
    """
    logboek.noteer(werkplek, Gebeurtenis.INZAGE, dossier, "hele dossier")
    keek = [(b.wanneer, b.door, b.wat, b.past) for b in logboek.wie_keek(werkplek, dossier)]
    profiel = instellingen.profiel(werkplek)
    return inzage.maak(werkplek.voor_gezin(dossier, lezer), lezer, keek, profiel, werkplek.klok.nu(), ook)


def analyse_pdf(werkplek: Werkplek, dossier: str, lezer: str = "") -> bytes:
    """De verklarende analyse, om mee te geven; zonder lezer zoals iedereen haar mag zien."""
    logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, dossier, "verklarende analyse")
    return analyse.maak(werkplek.voor_gezin(dossier, lezer), werkplek.klok.nu())


def kansencirkel_pdf(werkplek: Werkplek, dossier: str, lezer: str = "") -> bytes:
    """De ingevulde kansencirkels, voor het kind; zonder lezer zoals iedereen ze mag zien. Fout: ``geen-cirkel``."""
    huidig = werkplek.voor_gezin(dossier, lezer)
    if not huidig.alle(Kansencirkel):
        raise InvoerFout("geen-cirkel")
    logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, dossier, "kansencirkel")
    return kansencirkel.maak(huidig, werkplek.klok.nu())


class Papier(StrEnum):
    """Wat een gezin in zijn eigen taal kan krijgen."""

    PLAN = "plan"
    BOEKJE = "boekje"
    UITNODIGING = "uitnodiging"
    RECHTEN = "rechten"


def in_taal_pdf(werkplek: Werkplek, dossier: str, papier: Papier, taal: Taal, lezer: str = "") -> bytes:
    """Een papier voor het gezin in zijn taal, naast het Nederlands. Het plan in het Nederlands is er al."""
    if taal is Taal.NEDERLANDS and papier in (Papier.PLAN, Papier.BOEKJE):
        return (gezinsplan_pdf if papier is Papier.PLAN else boekje_pdf)(werkplek, dossier, lezer)
    logboek.noteer(werkplek, Gebeurtenis.DOCUMENT, dossier, papier.value)
    moment = werkplek.klok.nu()
    if papier in (Papier.PLAN, Papier.BOEKJE):
        maak = meertalig.plan if papier is Papier.PLAN else meertalig.plan_als_boekje
        return maak(werkplek.voor_gezin(dossier, lezer), taal, moment)
    if papier is Papier.UITNODIGING:
        return meertalig.uitnodiging(taal, moment, instellingen.profiel(werkplek).telefoon)
    return meertalig.rechten(taal, moment)


def is_nagekeken(taal: Taal) -> bool:
    """Of iemand die de taal van huis uit spreekt, de vaste zinnen heeft nagekeken."""
    van = gezinstaal(taal)
    return taal is Taal.NEDERLANDS or all(map(van.is_nagekeken, van.blokken))


def is_overhandigd(werkplek: Werkplek, dossier: str) -> bool:
    """Of er een vastgesteld besluit of een bericht is gemaakt om mee te geven. Een concept of advies telt niet."""
    gebeurd = {regel.wat for regel in toegangslog.regels(werkplek.kluis, dossier)}
    return bool(gebeurd & {Gebeurtenis.BESLUIT, Gebeurtenis.BERICHT})


class LeegBlad(StrEnum):
    """Een blad om leeg af te drukken en met de hand of in de PDF in te vullen. De waarde is de naam van het bestand."""

    INTAKE = "leeg-intakeformulier"
    GESPREK = "leeg-gesprek"
    VRAAG = "lege-vraagverheldering"
    ANALYSE = "lege-verklarende-analyse"
    PLAN = "leeg-familiegroepsplan"
    PERSPECTIEFPLAN = "leeg-perspectiefplan"
    KANSENCIRKEL = "lege-kansencirkel"
    TOESTEMMING = "lege-toestemming"
    TERUGKIJKEN = "leeg-terugkijken"
    MELDCODE = "lege-meldcode"
    GEZIN = "leeg-kind-gezin-en-netwerk"
    OUDERS = "leeg-wat-ouders-meemaken"
    STAPPEN = "leeg-onderzoek-en-keuze"
    PRAKTIJK = "leeg-praktijk"


def leeg_blad_pdf(blad: LeegBlad) -> bytes:
    """Een leeg blad; er staat niets van een gezin in."""
    return {
        LeegBlad.INTAKE: intakeformulier.maak,
        LeegBlad.GESPREK: lege_bladen.gesprek,
        LeegBlad.VRAAG: lege_bladen.vraagverheldering,
        LeegBlad.ANALYSE: lege_bladen.analyse,
        LeegBlad.PLAN: planformulier.leeg,
        LeegBlad.PERSPECTIEFPLAN: lege_bladen.perspectiefplan,
        LeegBlad.KANSENCIRKEL: lege_bladen.kansencirkel,
        LeegBlad.TOESTEMMING: lege_bladen.toestemming,
        LeegBlad.TERUGKIJKEN: lege_bladen.terugkijken,
        LeegBlad.MELDCODE: lege_bladen.meldcode,
        LeegBlad.GEZIN: lege_bladen.gezin,
        LeegBlad.OUDERS: lege_bladen.ouders,
        LeegBlad.STAPPEN: lege_bladen.vijf_stappen,
        LeegBlad.PRAKTIJK: lege_bladen.praktijk,
    }[blad]()


def bericht(werkplek: Werkplek, dossier: str, sleutel: str) -> Berichtstaat:
    """Het bericht over een vastgestelde toewijzing, met alles wat het nog mist.

    Het bericht noemt alle toewijzingen van dit kind bij deze aanbieder die nog lopen (OP087).
    """
    huidig = werkplek.dossier(dossier)
    een = lopend.van(huidig, sleutel)
    if een is None:
        raise InvoerFout("nog-niet-vastgesteld")
    opgesteld = opstellen.stel_op(werkplek, huidig, een, verzenden.volgende_identificatie(werkplek))
    gevonden = gebreken(opgesteld, werkplek.vandaag)
    if is_voorbeeld(huidig) and not instellingen.profiel(werkplek).voorbeeld:
        gevonden.insert(0, Gebrek("voorbeeld", "eigen"))
    kies_eerst = bool(lopend.twee_wijzigingen(huidig))
    if kies_eerst or any(True for _ in huidig.conflicten()):
        gevonden.insert(0, Gebrek("conflict", "eigen"))
    if any(toegewezen.is_van_nieuwere_versie for toegewezen in huidig.alle(Toegewezen)):
        gevonden.insert(0, Gebrek("nieuwere-versie", "OP087"))
    if not kies_eerst and any(
        een.item.sleutel == ander.item.sleutel for alle in nummers.dubbel(werkplek).values() for _d, ander in alle
    ):
        gevonden.insert(0, Gebrek("nummer-twee-keer", "TR332"))
    al_gezegd = any(gebrek.code == "veiligheid" for gebrek in gevonden)
    if not al_gezegd and lopend.is_elders_onveilig(huidig, *een.sleutels):
        gevonden.insert(0, Gebrek("veiligheid-elders", "OP003"))
    return Berichtstaat(opgesteld, tuple(gevonden))


def mist_straks(werkplek: Werkplek, dossier: str, sleutel: str) -> tuple[Gebrek, ...]:
    """Wat het bericht na vaststellen nog zou missen aan gegevens over kind, gezin en aanbieder."""
    huidig = werkplek.dossier(dossier)
    vast = vaststellen.proef(werkplek, dossier, sleutel)
    if not vast.inhoud.gaat_in_bericht:
        return ()
    een = Lopend(Toegewezen(huidig.kind, sleutel), vast, vast.inhoud, None, ())
    opgesteld = opstellen.stel_op(werkplek, huidig, een, verzenden.volgende_identificatie(werkplek))
    return tuple(g for g in gebreken(opgesteld, werkplek.vandaag) if g.code in _OVER_MENSEN)


def bericht_xml(werkplek: Werkplek, dossier: str, sleutel: str) -> bytes:
    """Het bericht als XML, met een nieuw berichtnummer; mist er iets, dan vertrekt het niet."""
    staat = bericht(werkplek, dossier, sleutel)
    if staat.gebreken:
        raise InvoerFout("bericht-onvolledig", aantal=len(staat.gebreken))
    erin = tuple(p.nummer for p in staat.bericht.producten if p.nummer is not None)
    stuk = Poststuk(
        soort=Berichtsoort.TOEWIJZING, identificatie=staat.bericht.identificatie, dagtekening=werkplek.vandaag,
        partij=staat.bericht.ontvanger, nummers=erin,
        stond_erin=tuple(map(opstellen.afdruk, staat.bericht.producten)),
    )  # fmt: skip
    with werkplek.kluis.transactie():
        verzenden.geef_identificatie_uit(werkplek)
        verzenden.noteer_verzonden(werkplek, dossier, stuk)
        logboek.noteer(werkplek, Gebeurtenis.BERICHT, dossier, "JW301")
    return xml.schrijf(staat.bericht)


def zet_bericht_klaar(werkplek: Werkplek, dossier: str, sleutel: str, pad: Path) -> None:
    """Schrijft het bericht als bestand; lukt dat niet, dan staat het ook niet in de lijst."""
    with werkplek.kluis.transactie():
        werkplek.kluis.schrijf_mee(pad, bericht_xml(werkplek, dossier, sleutel))


def bewaar(pad: Path, inhoud: bytes) -> None:
    """Schrijft een document naar de plek die de gebruiker koos, helemaal of niet."""
    schrijf_heel(pad, inhoud)
